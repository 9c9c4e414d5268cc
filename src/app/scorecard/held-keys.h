/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/*
 * Keys that are pressed while what they are meant for is still on its way. They wait here, and go on in the order in which
 * they were pressed as if they were pressed when it is there: none is lost, none comes to something else.
 */
typedef struct _SuiviHeldKeys SuiviHeldKeys;

/**
 * SuiviHoldsKey:
 * @widget: as given to suivi_held_keys_new()
 * @event: a key that was pressed or let go in it
 *
 * It may call suivi_held_keys_drop().
 *
 * Returns: whether the key has to wait
 */
typedef gboolean (*SuiviHoldsKey) (GtkWidget *widget, GdkEvent *event);

SuiviHeldKeys *suivi_held_keys_new (GtkWidget *widget, SuiviHoldsKey holds);
void suivi_held_keys_free (SuiviHeldKeys *self);
gboolean suivi_held_keys_is_empty (SuiviHeldKeys *self);
void suivi_held_keys_release (SuiviHeldKeys *self);
void suivi_held_keys_turn (SuiviHeldKeys *self);
void suivi_held_keys_drop (SuiviHeldKeys *self);

G_END_DECLS
