/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SUIVI_TYPE_STEP_BAR (suivi_step_bar_get_type ())
G_DECLARE_FINAL_TYPE (SuiviStepBar, suivi_step_bar, SUIVI, STEP_BAR, GtkWidget)

/*
 * The steps of a consultation in a row, one of them marked; they take several lines where there is no room.
 * Signal: "chosen" (guint): the user wants to go to that step.
 */

void  suivi_step_bar_add         (SuiviStepBar *self,
                                  const char   *title);
void  suivi_step_bar_set_waiting (SuiviStepBar *self,
                                  guint         step,
                                  const char   *why);
void  suivi_step_bar_set_current (SuiviStepBar *self,
                                  guint         step);
guint suivi_step_bar_get_current (SuiviStepBar *self);

G_END_DECLS
