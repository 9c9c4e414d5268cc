/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "app/sealing/place-chooser.h"
#include "app/sealing/sealed-item-row.h"
#include "app/sealing/sealed-window.h"
#include "app/sealing/secret-view.h"

/* Of a suffix that is taken over from the sealed name; longer ones are no suffixes. */
#define MAX_SUFFIX 8

struct _SuiviSealedItemRow
{
  AdwPreferencesRow parent_instance;

  GtkLabel *title;
  GtkLabel *subtitle;
  GtkButton *button;
  SuiviSecretView *view;

  SuiviVaultKeeper *keeper; /* (owned) */
  char *id;
  char *whose;          /* the code that it is sealed for */
  char *file_name;      /* (nullable): to begin with, for a file: nothing that identifies */
  SuiviSecret *content; /* (owned) (nullable): of a file, while a place is chosen */
  gboolean busy;
};

G_DEFINE_FINAL_TYPE (SuiviSealedItemRow, suivi_sealed_item_row, ADW_TYPE_PREFERENCES_ROW)

enum
{
  SIGNAL_FAILED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* --- On the workspace's thread ----------------------------------------------------------------------------- */

typedef struct
{
  SuiviVaultKey *key;
  char *id;
} Opening;

typedef struct
{
  SuiviSecret *content;
  SuiviSecret *name; /* (nullable): of a file */
} Opened;

static void
free_opening (Opening *self)
{
  suivi_vault_key_unref (self->key);
  g_free (self->id);
  g_free (self);
}

static void
free_opened (Opened *self)
{
  g_clear_pointer (&self->content, suivi_secret_unref);
  g_clear_pointer (&self->name, suivi_secret_unref);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Opened, free_opened)

static gpointer
open_sealed (SuiviStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  Opening *opening = data;
  g_autoptr (Opened) opened = g_new0 (Opened, 1);

  opened->content = suivi_store_open_sealed (store, opening->key, opening->id, &opened->name, error);

  return opened->content != NULL ? g_steal_pointer (&opened) : NULL;
}

typedef struct
{
  SuiviSecret *content;
  char *path;
} Saving;

static void
free_saving (Saving *self)
{
  suivi_secret_unref (self->content);
  g_free (self->path);
  g_free (self);
}

/* Readable by nobody else on this computer. */
static gpointer
save_copy (SuiviStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  Saving *saving = data;

  if (!g_file_set_contents_full (saving->path, (const char *) suivi_secret_get_data (saving->content),
                                 (gssize) suivi_secret_get_size (saving->content),
                                 G_FILE_SET_CONTENTS_CONSISTENT, 0600, NULL))
    g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_FAILED,
                         _ ("The copy could not be saved there. Choose another folder, or make room."));

  return NULL;
}

/* --- On the main thread ------------------------------------------------------------------------------------ */

static void
fail (SuiviSealedItemRow *self, const char *sentence)
{
  g_signal_emit (self, signals[SIGNAL_FAILED], 0, sentence);
}

static void
set_button (SuiviSealedItemRow *self, const char *label)
{
  g_autofree char *name = NULL;

  gtk_button_set_label (self->button, label);
  /* Translators: for a screen reader, what a button does for which code: "Show: Name, K7FM" */
  name = g_strdup_printf (_ ("%s: %s, %s"), label, gtk_label_get_label (self->title), self->whose);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
show_secret (SuiviSealedItemRow *self, SuiviSecret *secret)
{
  suivi_secret_view_set_secret (self->view, secret);
  gtk_widget_set_visible (GTK_WIDGET (self->view), secret != NULL);
  set_button (self, secret != NULL ? _ ("Hide") : _ ("Show"));
}

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SuiviSealedItemRow) self = user_data;
  g_autoptr (GError) error = NULL;

  suivi_workspace_run_finish (SUIVI_WORKSPACE (source), result, &error);
  if (error != NULL)
    fail (self, error->message);
}

static void
place_chosen_cb (GObject *owner, GFile *file)
{
  SuiviSealedItemRow *self = SUIVI_SEALED_ITEM_ROW (owner);
  SuiviWorkspace *workspace = self->keeper != NULL ? suivi_vault_keeper_get_workspace (self->keeper) : NULL;
  g_autoptr (SuiviSecret) content = g_steal_pointer (&self->content);
  g_autofree char *path = g_file_get_path (file);
  Saving *saving = NULL;

  if (content == NULL || workspace == NULL)
    return;
  if (path == NULL)
    {
      fail (self, _ ("A copy can only be saved in a folder of this computer or of a drive."));
      return;
    }

  saving = g_new0 (Saving, 1);
  saving->content = g_steal_pointer (&content);
  saving->path = g_steal_pointer (&path);
  suivi_workspace_run_async (workspace, save_copy, saving, (GDestroyNotify) free_saving, NULL, NULL, saved_cb,
                             g_object_ref (self));
}

/* The name that is sealed may say who the child is: only what kind of file it is is taken over. */
static char *
make_file_name (SuiviSealedItemRow *self, SuiviSecret *name)
{
  const char *dot = name != NULL ? strrchr (suivi_secret_get_text (name), '.') : NULL;
  gsize length = dot != NULL ? strlen (dot + 1) : 0;

  if (length == 0 || length > MAX_SUFFIX || !g_utf8_validate (dot, -1, NULL) || strchr (dot, '/') != NULL)
    return g_strdup (self->file_name);

  return g_strconcat (self->file_name, dot, NULL);
}

static void
choose_place (SuiviSealedItemRow *self, Opened *opened)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  g_autofree char *name = make_file_name (self, opened->name);

  if (!GTK_IS_WINDOW (root))
    return;
  g_clear_pointer (&self->content, suivi_secret_unref);
  self->content = g_steal_pointer (&opened->content);
  suivi_choose_place (GTK_WINDOW (root), _ ("Save a copy"), name, G_OBJECT (self), place_chosen_cb);
}

static void
opened_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SuiviSealedItemRow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (Opened) opened = suivi_workspace_run_finish (SUIVI_WORKSPACE (source), result, &error);

  self->busy = FALSE;
  /* It was locked meanwhile: what was opened is dropped unseen. */
  if (self->keeper == NULL || suivi_vault_keeper_get_key (self->keeper) == NULL)
    return;

  suivi_vault_keeper_touch (self->keeper);
  if (error != NULL)
    fail (self, error->message);
  else if (self->file_name != NULL)
    choose_place (self, opened);
  else
    show_secret (self, opened->content);
}

static void
open_it (SuiviSealedItemRow *self)
{
  SuiviVaultKey *key = suivi_vault_keeper_get_key (self->keeper);
  SuiviWorkspace *workspace = suivi_vault_keeper_get_workspace (self->keeper);
  Opening *opening = NULL;

  if (key == NULL || workspace == NULL || self->busy)
    return;

  opening = g_new0 (Opening, 1);
  opening->key = suivi_vault_key_ref (key);
  opening->id = g_strdup (self->id);
  self->busy = TRUE;
  suivi_workspace_run_async (workspace, open_sealed, opening, (GDestroyNotify) free_opening,
                             (GDestroyNotify) free_opened, NULL, opened_cb, g_object_ref (self));
}

static void
warned_cb (SuiviSealedItemRow *self, const char *response)
{
  if (g_str_equal (response, "save") && self->keeper != NULL)
    open_it (self);
}

static void
warn (SuiviSealedItemRow *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *dialog = adw_message_dialog_new (GTK_WINDOW (root), _ ("Save a copy that is not sealed?"),
                                              _ ("Anybody who gets hold of the copy can open it, and erasing "
                                                 "in Suivi does not reach it. Delete it as soon "
                                                 "as you are done."));

  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _ ("_Cancel"), "save",
                                    _ ("_Save a copy…"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "save", ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  g_signal_connect_object (dialog, "response", G_CALLBACK (warned_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
clicked_cb (SuiviSealedItemRow *self)
{
  if (self->file_name != NULL)
    warn (self);
  else if (suivi_secret_view_get_secret (self->view) != NULL)
    show_secret (self, NULL);
  else
    open_it (self);
}

static void
locked_cb (SuiviSealedItemRow *self)
{
  g_clear_pointer (&self->content, suivi_secret_unref);
  if (self->file_name == NULL)
    show_secret (self, NULL);
}

static void
suivi_sealed_item_row_dispose (GObject *object)
{
  SuiviSealedItemRow *self = SUIVI_SEALED_ITEM_ROW (object);

  g_clear_pointer (&self->content, suivi_secret_unref);
  g_clear_object (&self->keeper);

  G_OBJECT_CLASS (suivi_sealed_item_row_parent_class)->dispose (object);
}

static void
suivi_sealed_item_row_finalize (GObject *object)
{
  SuiviSealedItemRow *self = SUIVI_SEALED_ITEM_ROW (object);

  g_free (self->id);
  g_free (self->whose);
  g_free (self->file_name);

  G_OBJECT_CLASS (suivi_sealed_item_row_parent_class)->finalize (object);
}

static void
suivi_sealed_item_row_class_init (SuiviSealedItemRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = suivi_sealed_item_row_dispose;
  G_OBJECT_CLASS (klass)->finalize = suivi_sealed_item_row_finalize;

  signals[SIGNAL_FAILED] = g_signal_new ("failed", SUIVI_TYPE_SEALED_ITEM_ROW, G_SIGNAL_RUN_LAST, 0, NULL,
                                         NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  g_type_ensure (SUIVI_TYPE_SECRET_VIEW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/suivi/Suivi/sealing/sealed-item-row.ui");
  gtk_widget_class_bind_template_child (widget_class, SuiviSealedItemRow, title);
  gtk_widget_class_bind_template_child (widget_class, SuiviSealedItemRow, subtitle);
  gtk_widget_class_bind_template_child (widget_class, SuiviSealedItemRow, button);
  gtk_widget_class_bind_template_callback (widget_class, clicked_cb);
}

static void
suivi_sealed_item_row_init (SuiviSealedItemRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * suivi_sealed_item_row_new:
 * @keeper: unlocked
 * @info: what is sealed
 * @owner: the code that it is sealed for
 *
 * Returns: (transfer floating): a row that shows nothing of it yet
 */
GtkWidget *
suivi_sealed_item_row_new (SuiviVaultKeeper *keeper, const SuiviSealedInfo *info, const char *owner)
{
  SuiviSealedItemRow *self = g_object_new (SUIVI_TYPE_SEALED_ITEM_ROW, NULL);
  const char *what = suivi_sealed_field_to_label (info->field);
  GtkWidget *box = gtk_widget_get_parent (gtk_widget_get_parent (GTK_WIDGET (self->button)));
  g_autofree char *subtitle = suivi_sealed_say_when (info);

  self->keeper = g_object_ref (keeper);
  self->id = g_strdup (info->id);
  self->whose = g_strdup (owner);
  if (info->is_file)
    self->file_name = g_strdup_printf ("%s %s", owner, info->field);
  gtk_label_set_label (self->title, what);
  gtk_label_set_label (self->subtitle, subtitle);
  set_button (self, info->is_file ? _ ("Save a copy…") : _ ("Show"));

  self->view = SUIVI_SECRET_VIEW (suivi_secret_view_new (what));
  gtk_widget_add_css_class (GTK_WIDGET (self->view), "title-4");
  gtk_widget_set_visible (GTK_WIDGET (self->view), FALSE);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->view));
  g_signal_connect_object (keeper, "locked", G_CALLBACK (locked_cb), self, G_CONNECT_SWAPPED);

  return GTK_WIDGET (self);
}
