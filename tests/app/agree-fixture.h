/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "app/scorecard/agree-dialog.h"
#include "matrix-fixture.h"

G_BEGIN_DECLS

/* The dialog in which organisations agree, over the matrix, as somebody at the keyboard uses it. */

SuiviAgreeDialog    *agree_open_dialog (MatrixFixture    *self,
                                        guint             place);
GtkWidget           *agree_find_row    (GtkWidget        *root,
                                        const char       *title);
void                 agree_tick        (SuiviAgreeDialog *dialog,
                                        const char       *title);
gboolean             agree_is_ticked   (SuiviAgreeDialog *dialog,
                                        const char       *title);
void                 agree_type        (SuiviAgreeDialog *dialog,
                                        const char       *title,
                                        const char       *text);
GtkTextBuffer       *agree_get_text    (SuiviAgreeDialog *dialog,
                                        guint             index);
char                *agree_dup_text    (SuiviAgreeDialog *dialog,
                                        guint             index);
void                 agree_take_over   (SuiviAgreeDialog *dialog,
                                        guint             index);
void                 agree_act         (MatrixFixture    *self,
                                        gpointer          dialog,
                                        const char       *action);
SuiviAgreementFacts *agree_read_facts  (MatrixFixture    *self,
                                        guint             number);

G_END_DECLS
