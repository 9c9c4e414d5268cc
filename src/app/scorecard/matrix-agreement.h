/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "store/workspace.h"

G_BEGIN_DECLS

#define SUIVI_TYPE_MATRIX_AGREEMENT (suivi_matrix_agreement_get_type ())
G_DECLARE_FINAL_TYPE (SuiviMatrixAgreement, suivi_matrix_agreement, SUIVI, MATRIX_AGREEMENT, AdwWindow)

/*
 * Agrees at once on recommendations of which all organisations say the same. It is one step that can be undone; the
 * dialog then closes itself.
 */

GtkWidget *suivi_matrix_agreement_new (GtkWindow      *parent,
                                       SuiviWorkspace *workspace,
                                       GPtrArray      *rows,
                                       const char     *cut_off);

G_END_DECLS
