/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "app/drafting/panel-widgets.h"
#include "app/relative-time.h"
#include "app/sealing/holders-dialog.h"
#include "app/sealing/passphrase-dialog.h"
#include "app/sealing/sealing.h"
#include "app/sealing/set-up-dialog.h"

struct _SuiviHoldersDialog
{
  AdwWindow parent_instance;

  GtkLabel *failure;
  GtkLabel *read_only;
  AdwPreferencesGroup *group;
  GtkWidget *first;
  GtkWidget *more;

  SuiviVaultKeeper *keeper; /* (owned) (nullable) */
  GPtrArray *rows;          /* (element-type GtkWidget) (unowned): of the holders */
  gboolean asked;           /* for a passphrase: what it opened is locked again in the end */
};

G_DEFINE_FINAL_TYPE (SuiviHoldersDialog, suivi_holders_dialog, ADW_TYPE_WINDOW)

static const SuiviHolder *
find_holder (SuiviHoldersDialog *self, const char *id)
{
  GPtrArray *holders = suivi_vault_keeper_get_holders (self->keeper);

  for (guint i = 0; i < holders->len; i++)
    {
      const SuiviHolder *holder = g_ptr_array_index (holders, i);

      if (g_str_equal (holder->id, id))
        return holder;
    }

  return NULL;
}

static gboolean
is_writable (SuiviHoldersDialog *self)
{
  SuiviWorkspace *workspace = suivi_vault_keeper_get_workspace (self->keeper);

  return workspace != NULL && suivi_workspace_get_read_only (workspace) == SUIVI_READ_ONLY_NO;
}

static void
unlock (SuiviHoldersDialog *self, SuiviUnlocked func, gpointer data, GDestroyNotify data_free)
{
  if (suivi_vault_keeper_get_key (self->keeper) == NULL)
    self->asked = TRUE;
  suivi_sealing_unlock (GTK_WIDGET (self), suivi_vault_keeper_get_workspace (self->keeper), func, data,
                        data_free);
}

/* --- Removing somebody ------------------------------------------------------------------------------------- */

typedef struct
{
  SuiviVaultKey *key;
  char *holder_id;
} Removing;

static void
free_removing (Removing *self)
{
  suivi_vault_key_unref (self->key);
  g_free (self->holder_id);
  g_free (self);
}

static gpointer
remove_holder (SuiviStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  Removing *removing = data;

  suivi_store_remove_holder (store, removing->key, removing->holder_id, error);

  return NULL;
}

static void
removed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SuiviHoldersDialog) self = user_data;
  g_autoptr (GError) error = NULL;

  suivi_workspace_run_finish (SUIVI_WORKSPACE (source), result, &error);
  if (self->keeper == NULL)
    return;
  if (error != NULL)
    {
      gtk_label_set_label (self->failure, error->message);
      gtk_widget_set_visible (GTK_WIDGET (self->failure), TRUE);
    }
  /* Somebody may have removed herself: her key must not stay open. */
  suivi_vault_keeper_lock (self->keeper);
  suivi_vault_keeper_refresh (self->keeper);
}

static void
really_remove (GtkWidget *widget, gpointer holder_id)
{
  SuiviHoldersDialog *self = SUIVI_HOLDERS_DIALOG (widget);
  SuiviWorkspace *workspace = self->keeper != NULL ? suivi_vault_keeper_get_workspace (self->keeper) : NULL;
  Removing *removing = NULL;

  if (workspace == NULL)
    return;

  removing = g_new0 (Removing, 1);
  removing->key = suivi_vault_key_ref (suivi_vault_keeper_get_key (self->keeper));
  removing->holder_id = g_strdup (holder_id);
  suivi_workspace_run_async (workspace, remove_holder, removing, (GDestroyNotify) free_removing, NULL, NULL,
                             removed_cb, g_object_ref (self));
}

static void
asked_cb (SuiviHoldersDialog *self, const char *response, AdwMessageDialog *question)
{
  const char *holder_id = g_object_get_data (G_OBJECT (question), "suivi-holder");

  if (g_str_equal (response, "remove") && self->keeper != NULL
      && suivi_vault_keeper_get_workspace (self->keeper) != NULL)
    unlock (self, really_remove, g_strdup (holder_id), g_free);
}

/* --- Actions ----------------------------------------------------------------------------------------------- */

static void
remove_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SuiviHoldersDialog *self = SUIVI_HOLDERS_DIALOG (widget);
  const SuiviHolder *holder = find_holder (self, g_variant_get_string (parameter, NULL));
  g_autofree char *heading = NULL;
  AdwMessageDialog *question = NULL;

  if (holder == NULL)
    return;

  /* Translators: %s is the name of a person */
  heading = g_strdup_printf (_ ("Remove %s?"), holder->name);
  question
    = ADW_MESSAGE_DIALOG (adw_message_dialog_new (GTK_WINDOW (self), heading,
                                                  _ ("She or he can then not open anything in this workspace "
                                                     "any more. Older copies of the file can still be "
                                                     "opened. This cannot be undone.")));
  adw_message_dialog_add_responses (question, "cancel", _ ("_Cancel"), "remove", _ ("_Remove"), NULL);
  adw_message_dialog_set_response_appearance (question, "remove", ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_default_response (question, "cancel");
  adw_message_dialog_set_close_response (question, "cancel");
  g_object_set_data_full (G_OBJECT (question), "suivi-holder", g_strdup (holder->id), g_free);
  g_signal_connect_object (question, "response", G_CALLBACK (asked_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (question));
}

static void
change_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SuiviHoldersDialog *self = SUIVI_HOLDERS_DIALOG (widget);
  const SuiviHolder *holder = find_holder (self, g_variant_get_string (parameter, NULL));
  gboolean forgotten = g_str_equal (name, "holders.forgot");

  if (holder != NULL)
    gtk_window_present (suivi_passphrase_dialog_new (GTK_WINDOW (self), self->keeper, holder, forgotten));
}

static void
set_up_next (GtkWidget *widget, gpointer data)
{
  SuiviHoldersDialog *self = SUIVI_HOLDERS_DIALOG (widget);

  if (self->keeper != NULL)
    gtk_window_present (
      suivi_set_up_dialog_new (GTK_WINDOW (self), self->keeper, (SuiviSetUpPurpose) GPOINTER_TO_INT (data)));
}

static void
add_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SuiviHoldersDialog *self = SUIVI_HOLDERS_DIALOG (widget);
  SuiviWorkspace *workspace = suivi_vault_keeper_get_workspace (self->keeper);

  if (workspace == NULL)
    return;
  if (!suivi_vault_keeper_is_set_up (self->keeper))
    set_up_next (widget, GINT_TO_POINTER (SUIVI_SET_UP_FIRST));
  else
    unlock (self, set_up_next,
            GINT_TO_POINTER (g_str_equal (name, "holders.add") ? SUIVI_SET_UP_SECOND
                                                               : SUIVI_SET_UP_SUCCESSOR),
            NULL);
}

/* --- What is shown ----------------------------------------------------------------------------------------- */

static void
append_item (GMenu *menu, const char *label, const char *action, const char *id)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target (item, action, "s", id);
  g_menu_append_item (menu, item);
}

static GtkWidget *
make_menu_button (const SuiviHolder *holder, gboolean only_one)
{
  GtkWidget *button = gtk_menu_button_new ();
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autofree char *label = NULL;

  append_item (menu, _ ("Change the passphrase…"), "holders.change", holder->id);
  append_item (menu, _ ("Passphrase forgotten…"), "holders.forgot", holder->id);
  if (!only_one)
    append_item (menu, _ ("Remove…"), "holders.remove", holder->id);
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (button), G_MENU_MODEL (menu));
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "view-more-symbolic");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  /* Translators: for a screen reader; %s is the name of a person */
  label = g_strdup_printf (_ ("Menu for %s"), holder->name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);

  return button;
}

static void
add_row (SuiviHoldersDialog *self, const SuiviHolder *holder, gboolean only_one)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *day = suivi_format_day (holder->since);
  g_autofree char *since = NULL;
  g_autofree char *name = g_markup_escape_text (holder->name, -1);

  /* Translators: %s is a date */
  since = g_strdup_printf (_ ("Can open what is sealed since %s"), day);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), name);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), since);
  if (is_writable (self))
    adw_action_row_add_suffix (ADW_ACTION_ROW (row), make_menu_button (holder, only_one));
  adw_preferences_group_add (self->group, row);
  g_ptr_array_add (self->rows, row);
}

static void
show_holders (SuiviHoldersDialog *self)
{
  GPtrArray *holders = suivi_vault_keeper_get_holders (self->keeper);
  gboolean writable = is_writable (self);

  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (self->group, g_ptr_array_index (self->rows, i));
  g_ptr_array_set_size (self->rows, 0);
  for (guint i = 0; i < holders->len; i++)
    add_row (self, g_ptr_array_index (holders, i), holders->len == 1);

  gtk_widget_set_visible (GTK_WIDGET (self->group), holders->len > 0);
  gtk_widget_set_visible (self->first, holders->len == 0);
  gtk_widget_set_visible (self->more, holders->len > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->read_only), !writable);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "holders.add", writable);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "holders.hand-over", writable);
}

static void
suivi_holders_dialog_dispose (GObject *object)
{
  SuiviHoldersDialog *self = SUIVI_HOLDERS_DIALOG (object);

  if (self->keeper != NULL && self->asked)
    suivi_vault_keeper_lock (self->keeper);
  g_clear_object (&self->keeper);

  G_OBJECT_CLASS (suivi_holders_dialog_parent_class)->dispose (object);
}

static void
suivi_holders_dialog_finalize (GObject *object)
{
  g_ptr_array_unref (SUIVI_HOLDERS_DIALOG (object)->rows);

  G_OBJECT_CLASS (suivi_holders_dialog_parent_class)->finalize (object);
}

static void
suivi_holders_dialog_class_init (SuiviHoldersDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = suivi_holders_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = suivi_holders_dialog_finalize;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/suivi/Suivi/sealing/holders-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, SuiviHoldersDialog, failure);
  gtk_widget_class_bind_template_child (widget_class, SuiviHoldersDialog, read_only);
  gtk_widget_class_bind_template_child (widget_class, SuiviHoldersDialog, group);
  gtk_widget_class_bind_template_child (widget_class, SuiviHoldersDialog, first);
  gtk_widget_class_bind_template_child (widget_class, SuiviHoldersDialog, more);
  gtk_widget_class_install_action (widget_class, "holders.change", "s", change_action);
  gtk_widget_class_install_action (widget_class, "holders.forgot", "s", change_action);
  gtk_widget_class_install_action (widget_class, "holders.remove", "s", remove_action);
  gtk_widget_class_install_action (widget_class, "holders.add", NULL, add_action);
  gtk_widget_class_install_action (widget_class, "holders.hand-over", NULL, add_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
suivi_holders_dialog_init (SuiviHoldersDialog *self)
{
  self->rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * suivi_holders_dialog_new:
 * @parent: (nullable): the window that it belongs to
 * @keeper: of a workspace
 *
 * Returns: (transfer none): a dialog, not shown yet
 */
GtkWindow *
suivi_holders_dialog_new (GtkWindow *parent, SuiviVaultKeeper *keeper)
{
  SuiviHoldersDialog *self = g_object_new (SUIVI_TYPE_HOLDERS_DIALOG, NULL);

  self->keeper = g_object_ref (keeper);
  suivi_panel_window_fit (GTK_WINDOW (self), parent);
  g_signal_connect_object (keeper, "changed", G_CALLBACK (show_holders), self, G_CONNECT_SWAPPED);
  show_holders (self);

  return GTK_WINDOW (self);
}
