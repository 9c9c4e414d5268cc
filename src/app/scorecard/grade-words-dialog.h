/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "store/workspace.h"

G_BEGIN_DECLS

#define SUIVI_TYPE_GRADE_WORDS_DIALOG (suivi_grade_words_dialog_get_type ())
G_DECLARE_FINAL_TYPE (SuiviGradeWordsDialog, suivi_grade_words_dialog, SUIVI, GRADE_WORDS_DIALOG, AdwWindow)

/* How the user calls the lights in outputs, in each language. What a light means stays as it is. */

void suivi_grade_words_show (GtkWindow      *parent,
                             SuiviWorkspace *workspace);

G_END_DECLS
