/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/consultation/check-item-dialog.h"

#include <glib/gi18n-lib.h>

#include "app/drafting/panel-widgets.h"
#include "core/text/text.h"

struct _SuiviCheckItemDialog
{
  AdwWindow parent_instance;

  GtkLabel *failure;
  AdwPreferencesGroup *group;
  GtkEditable *text;
  GtkSwitch *must;

  SuiviConsultationStep *step; /* (owned) */
  guint requirement;
  gboolean saving;
  gboolean discards; /* whether the user gave up what was typed */
};

G_DEFINE_FINAL_TYPE (SuiviCheckItemDialog, suivi_check_item_dialog, ADW_TYPE_WINDOW)

static void
fail (SuiviCheckItemDialog *self, const char *sentence)
{
  gtk_label_set_label (self->failure, sentence != NULL ? sentence : "");
  gtk_widget_set_visible (GTK_WIDGET (self->failure), sentence != NULL);
  gtk_widget_grab_focus (GTK_WIDGET (self->text));
}

static void
typed_cb (SuiviCheckItemDialog *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self->failure), FALSE);
}

static gboolean
put_item (SuiviStore *store, SuiviTransaction *transaction, gpointer item, GError **error)
{
  return suivi_transaction_put_check_item (transaction, item, error);
}

static void
saved_cb (GtkWidget *widget, const char *failure, const char *done)
{
  SuiviCheckItemDialog *self = SUIVI_CHECK_ITEM_DIALOG (widget);

  self->saving = FALSE;
  if (self->step == NULL)
    return;
  if (failure != NULL)
    {
      fail (self, failure);
      return;
    }
  suivi_consultation_step_tell (self->step, done);
  gtk_window_destroy (GTK_WINDOW (self));
}

static void
save_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SuiviCheckItemDialog *self = SUIVI_CHECK_ITEM_DIALOG (widget);
  SuiviWorkspace *workspace = suivi_consultation_step_get_workspace (self->step);
  g_autofree char *text = suivi_text_clean (gtk_editable_get_text (self->text));
  SuiviCheckItem *item = NULL;

  if (self->saving || workspace == NULL)
    return;
  if (suivi_text_is_blank (text))
    {
      fail (self, _ ("Write the item first: a sentence that can be answered yes or no."));
      return;
    }

  self->saving = TRUE;
  item = suivi_check_item_new (suivi_checklist_get_requirement (self->requirement)->letter, text,
                               gtk_switch_get_active (self->must));
  /* Translators: name of a step that can be undone */
  suivi_step_make (workspace, _ ("Add an item to the checklist"), put_item, item,
                   (GDestroyNotify) suivi_check_item_free, widget, saved_cb, _ ("Item added"));
}

static void
discard (GtkWindow *window)
{
  SUIVI_CHECK_ITEM_DIALOG (window)->discards = TRUE;
}

static gboolean
suivi_check_item_dialog_close_request (GtkWindow *window)
{
  SuiviCheckItemDialog *self = SUIVI_CHECK_ITEM_DIALOG (window);

  if (self->saving)
    return GDK_EVENT_STOP;
  if (self->discards || suivi_text_is_blank (gtk_editable_get_text (self->text)))
    return GTK_WINDOW_CLASS (suivi_check_item_dialog_parent_class)->close_request (window);

  suivi_panel_ask_discard (window, discard);

  return GDK_EVENT_STOP;
}

static void
suivi_check_item_dialog_dispose (GObject *object)
{
  g_clear_object (&SUIVI_CHECK_ITEM_DIALOG (object)->step);

  G_OBJECT_CLASS (suivi_check_item_dialog_parent_class)->dispose (object);
}

static void
suivi_check_item_dialog_class_init (SuiviCheckItemDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = suivi_check_item_dialog_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = suivi_check_item_dialog_close_request;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/suivi/Suivi/consultation/check-item-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, SuiviCheckItemDialog, failure);
  gtk_widget_class_bind_template_child (widget_class, SuiviCheckItemDialog, group);
  gtk_widget_class_bind_template_child (widget_class, SuiviCheckItemDialog, text);
  gtk_widget_class_bind_template_child (widget_class, SuiviCheckItemDialog, must);
  gtk_widget_class_bind_template_callback (widget_class, typed_cb);
  gtk_widget_class_install_action (widget_class, "check-item.save", NULL, save_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK, "check-item.save",
                                       NULL);
}

static void
suivi_check_item_dialog_init (SuiviCheckItemDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * suivi_check_item_dialog_new:
 * @step: the step that asks, in a window
 * @requirement: 0 to 8, for (a) to (i): what the item belongs to
 *
 * Returns: (transfer none): a window, not shown yet; GTK owns it
 */
GtkWidget *
suivi_check_item_dialog_new (SuiviConsultationStep *step, guint requirement)
{
  SuiviCheckItemDialog *self = g_object_new (SUIVI_TYPE_CHECK_ITEM_DIALOG, NULL);

  self->step = g_object_ref (step);
  self->requirement = requirement;
  adw_preferences_group_set_title (self->group, suivi_checklist_get_requirement (requirement)->title);
  suivi_panel_window_fit (GTK_WINDOW (self), GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (step))));
  gtk_widget_grab_focus (GTK_WIDGET (self->text));

  return GTK_WIDGET (self);
}
