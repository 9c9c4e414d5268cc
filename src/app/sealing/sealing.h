/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "app/sealing/sealed-window.h"
#include "app/sealing/vault-keeper.h"

G_BEGIN_DECLS

/* The doors to sealing, for the pages: each opens what is needed over the window that @widget is in. */

/**
 * SuiviUnlocked:
 * @widget: as given to suivi_sealing_unlock()
 * @data: as given to it
 *
 * It is unlocked.
 */
typedef void (*SuiviUnlocked) (GtkWidget *widget, gpointer data);

void suivi_sealing_set_up       (GtkWidget      *widget,
                                 SuiviWorkspace *workspace);
void suivi_sealing_show_holders (GtkWidget      *widget,
                                 SuiviWorkspace *workspace);
void suivi_sealing_unlock       (GtkWidget      *widget,
                                 SuiviWorkspace *workspace,
                                 SuiviUnlocked   func,
                                 gpointer        data,
                                 GDestroyNotify  data_free);
void suivi_sealing_open         (GtkWidget      *widget,
                                 SuiviWorkspace *workspace,
                                 const char     *title,
                                 GPtrArray      *owners);

G_END_DECLS
