/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "store/workspace.h"

G_BEGIN_DECLS

#define SUIVI_TYPE_GRADE_WORDS_DIALOG (suivi_grade_words_dialog_get_type ())
G_DECLARE_FINAL_TYPE (SuiviGradeWordsDialog, suivi_grade_words_dialog, SUIVI, GRADE_WORDS_DIALOG, AdwWindow)

/* How the user calls the grades of each scale, in each language. What a grade means stays as it is. */

void suivi_grade_words_show (GtkWindow      *parent,
                             SuiviWorkspace *workspace);

G_END_DECLS
