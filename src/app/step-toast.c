/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/step-toast.h"

#define DATA_KEY "suivi-step-toast"

/**
 * suivi_step_toast_show:
 * @overlay: where messages of the window appear
 * @sentence: what was done, plain text
 * @button: the word on its button
 * @action: the action of the button, "win.undo" or "win.redo"
 *
 * Says what a step did and offers to take it back. There is one such message at a time: its button means the
 * last step, so a message about an earlier one would undo something else than it says.
 */
void
suivi_step_toast_show (AdwToastOverlay *overlay, const char *sentence, const char *button, const char *action)
{
  g_autofree char *title = NULL;
  AdwToast *toast = NULL;

  g_return_if_fail (ADW_IS_TOAST_OVERLAY (overlay));

  title = g_markup_escape_text (sentence, -1);
  toast = adw_toast_new (title);
  adw_toast_set_button_label (toast, button);
  adw_toast_set_action_name (toast, action);
  /* Not behind messages that wait: by its turn another step may be the last. */
  adw_toast_set_priority (toast, ADW_TOAST_PRIORITY_HIGH);

  suivi_step_toast_dismiss (overlay);
  g_object_set_data_full (G_OBJECT (overlay), DATA_KEY, g_object_ref (toast), g_object_unref);
  adw_toast_overlay_add_toast (overlay, toast);
}

/**
 * suivi_step_toast_dismiss:
 * @overlay: where messages of the window appear
 *
 * Takes away the message about a step, because another step was made.
 */
void
suivi_step_toast_dismiss (AdwToastOverlay *overlay)
{
  g_autoptr (AdwToast) toast = NULL;

  g_return_if_fail (ADW_IS_TOAST_OVERLAY (overlay));

  toast = g_object_steal_data (G_OBJECT (overlay), DATA_KEY);
  if (toast != NULL)
    adw_toast_dismiss (toast);
}
