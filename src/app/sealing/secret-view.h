/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "store/seal.h"

G_BEGIN_DECLS

/**
 * SuiviSecretView:
 *
 * Shows the text of a secret, and keeps no copy of its own: it is laid out anew whenever it is drawn. What draws it, and
 * what tells it to a screen reader, holds one while it is shown. It can be neither selected nor copied nor dragged.
 */
#define SUIVI_TYPE_SECRET_VIEW (suivi_secret_view_get_type ())
G_DECLARE_FINAL_TYPE (SuiviSecretView, suivi_secret_view, SUIVI, SECRET_VIEW, GtkWidget)

GtkWidget   *suivi_secret_view_new        (const char      *title);
void         suivi_secret_view_set_secret (SuiviSecretView *self,
                                           SuiviSecret     *secret);
SuiviSecret *suivi_secret_view_get_secret (SuiviSecretView *self);
void         suivi_secret_view_set_words  (SuiviSecretView *self,
                                           SuiviSecret     *words);

G_END_DECLS
