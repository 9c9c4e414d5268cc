/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * SuiviDigitFunc:
 * @widget: as given to suivi_digit_key_watch()
 * @digit: 0 to 9
 *
 * Returns: whether the digit meant something
 */
typedef gboolean (*SuiviDigitFunc) (GtkWidget *widget, guint digit);

/* The name of the controllers that listen to digits. */
#define SUIVI_DIGIT_KEY "suivi-digit-key"

void     suivi_digit_key_watch (GtkWidget             *widget,
                                GdkModifierType        held,
                                SuiviDigitFunc         func);

gboolean suivi_digit_key_find  (GtkEventControllerKey *controller,
                                guint                  key,
                                guint                  keycode,
                                GdkModifierType        state,
                                GdkModifierType        held,
                                guint                 *digit);

G_END_DECLS
