/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "app/consultation/sealed-box.h"
#include "app/consultation/sealed-field.h"
#include "app/sealing/place-chooser.h"
#include "app/sealing/sealing.h"
#include "core/text/text.h"

static const char *const value_fields[] = { "name", "contact", "notes" };
static const char *const file_fields[] = { "consent-form", "photograph", "drawing", "recording", "other" };

/* In megabytes */
#define MAX_FILE_MB ((guint) (SUIVI_SEAL_MAX_FILE_SIZE / (1024 * 1024)))

struct _SuiviSealedBox
{
  GtkBox parent_instance;

  GtkWidget *not_set_up;
  AdwPreferencesGroup *values;
  AdwPreferencesGroup *files;
  GtkWidget *add;
  GtkLabel *original;

  SuiviSealedField *fields[G_N_ELEMENTS (value_fields)];
  GPtrArray *file_rows; /* (element-type GtkWidget) (unowned) */

  SuiviVaultKeeper *keeper; /* (owned) (nullable) */
  char *owner_id;
  gboolean writable;
  char *adding;   /* (nullable): which kind of file is being chosen */
  guint n_busy;   /* how many values and files are on their way */
  guint n_loaded; /* the answer to an older question is not shown */
};

G_DEFINE_FINAL_TYPE (SuiviSealedBox, suivi_sealed_box, GTK_TYPE_BOX)

enum
{
  SIGNAL_FAILED,
  SIGNAL_SEALED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void load (SuiviSealedBox *self);

static SuiviWorkspace *
get_workspace (SuiviSealedBox *self)
{
  return self->keeper != NULL ? suivi_vault_keeper_get_workspace (self->keeper) : NULL;
}

static void
fail (SuiviSealedBox *self, const char *sentence)
{
  g_signal_emit (self, signals[SIGNAL_FAILED], 0, sentence);
}

/* --- On the workspace's thread ----------------------------------------------------------------------------- */

typedef struct
{
  SuiviSealedBox *box;     /* (owned): for the main thread only */
  SuiviSealedField *value; /* (nullable) (unowned): where it was typed */
  char *owner_id;
  char *field;
  SuiviSecret *typed; /* (nullable) */
  GFile *file;        /* (nullable) */
  char *dropped;      /* (nullable): key of what is removed */
} Act;

static void
free_act (Act *self)
{
  g_clear_object (&self->box);
  g_free (self->owner_id);
  g_free (self->field);
  g_clear_pointer (&self->typed, suivi_secret_unref);
  g_clear_object (&self->file);
  g_free (self->dropped);
  g_free (self);
}

static gboolean
refuse (GError **error, const char *sentence)
{
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_FAILED, sentence);

  return FALSE;
}

/* The whole file goes through locked memory once: no copy of it lies about afterwards. */
static SuiviSecret *
read_file (GFile *file, GError **error)
{
  g_autoptr (GFileInputStream) stream = NULL;
  g_autoptr (GFileInfo) info = NULL;
  g_autoptr (SuiviSecret) content = NULL;
  goffset size = 0;
  gsize n_read = 0;

  /* A device or a pipe may never end, nor even open. */
  if (g_file_query_file_type (file, G_FILE_QUERY_INFO_NONE, NULL) == G_FILE_TYPE_REGULAR)
    stream = g_file_read (file, NULL, NULL);
  if (stream != NULL)
    info = g_file_input_stream_query_info (stream, G_FILE_ATTRIBUTE_STANDARD_SIZE, NULL, NULL);
  if (info == NULL)
    {
      refuse (error, _ ("This file cannot be read. Check that it is still there and that you may open it."));
      return NULL;
    }
  size = g_file_info_get_size (info);
  if (size <= 0)
    {
      refuse (error, _ ("This file is empty. Choose another one."));
      return NULL;
    }
  if (size > SUIVI_SEAL_MAX_FILE_SIZE)
    {
      /* Translators: %u is a size in megabytes */
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED,
                   _ ("This file is larger than %u MB. Make it smaller, for example with a lower resolution, "
                      "and choose it again."),
                   MAX_FILE_MB);
      return NULL;
    }

  content = suivi_secret_new ((gsize) size, error);
  if (content == NULL)
    return NULL;
  if (!g_input_stream_read_all (G_INPUT_STREAM (stream), suivi_secret_get_data (content), (gsize) size,
                                &n_read, NULL, NULL)
      || n_read != (gsize) size)
    {
      refuse (error, _ ("This file could not be read to its end. Choose it again."));
      return NULL;
    }

  return g_steal_pointer (&content);
}

static gboolean
seal_file (SuiviTransaction *transaction, Act *act, GError **error)
{
  g_autofree char *base_name = g_file_get_basename (act->file);
  g_autofree char *name = suivi_text_make_valid (base_name != NULL ? base_name : "", -1);
  g_autoptr (SuiviSecret) content = read_file (act->file, error);

  return content != NULL
         && suivi_transaction_seal_file (transaction, act->owner_id, act->field, name,
                                         suivi_secret_get_data (content), suivi_secret_get_size (content),
                                         error);
}

static gpointer
act_on_store (SuiviStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  Act *act = data;
  /* Translators: name of a step of the history: it says nothing of what is sealed */
  const char *label = act->dropped != NULL ? _ ("Remove something sealed") : _ ("Seal something");
  g_autoptr (SuiviTransaction) transaction = suivi_store_begin (store, label, error);
  gboolean done = FALSE;

  if (transaction == NULL)
    return NULL;
  if (act->dropped != NULL)
    done = suivi_transaction_drop_sealed (transaction, act->dropped, error);
  else if (act->file != NULL)
    done = seal_file (transaction, act, error);
  else
    done = suivi_transaction_seal_value (transaction, act->owner_id, act->field,
                                         suivi_secret_get_text (act->typed), error);
  done = done && suivi_transaction_commit (transaction, error);

  return GUINT_TO_POINTER (done);
}

static gpointer
list_sealed (SuiviStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  return suivi_store_list_sealed (store, data, error);
}

/* --- On the main thread ------------------------------------------------------------------------------------ */

static void
acted_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Act *act = user_data;
  g_autoptr (SuiviSealedBox) self = g_object_ref (act->box);
  g_autoptr (GError) error = NULL;
  gboolean done = FALSE;

  done = GPOINTER_TO_UINT (suivi_workspace_run_finish (SUIVI_WORKSPACE (source), result, &error)) != 0;
  self->n_busy--;
  if (self->keeper != NULL)
    {
      if (!done && act->value != NULL)
        suivi_sealed_field_give_back (act->value, act->typed);
      if (done)
        gtk_widget_set_visible (GTK_WIDGET (self->original), act->file != NULL);
      else
        fail (self, error != NULL ? error->message : _ ("This could not be written. Try it once more."));
      load (self);
      if (done && !suivi_sealed_box_is_busy (self) && !suivi_sealed_box_has_text (self))
        g_signal_emit (self, signals[SIGNAL_SEALED], 0);
    }
  free_act (act);
}

/* Frees @act when it is done. */
static void
start (SuiviSealedBox *self, Act *act)
{
  SuiviWorkspace *workspace = get_workspace (self);

  if (workspace == NULL)
    {
      free_act (act);
      return;
    }
  self->n_busy++;
  suivi_workspace_run_async (workspace, act_on_store, act, NULL, NULL, NULL, acted_cb, act);
}

static Act *
make_act (SuiviSealedBox *self, const char *field)
{
  Act *act = g_new0 (Act, 1);

  act->box = g_object_ref (self);
  act->owner_id = g_strdup (self->owner_id);
  act->field = g_strdup (field);

  return act;
}

static void
seal_value_cb (SuiviSealedBox *self, SuiviSealedField *field)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SuiviSecret) typed = suivi_sealed_field_take (field, &error);
  Act *act = NULL;

  if (typed == NULL)
    {
      fail (self, error->message);
      return;
    }
  act = make_act (self, suivi_sealed_field_get_field (field));
  act->value = field;
  act->typed = g_steal_pointer (&typed);
  start (self, act);
}

static void
remove_answered_cb (SuiviSealedBox *self, const char *response, AdwMessageDialog *question)
{
  Act *act = NULL;

  if (!g_str_equal (response, "remove") || self->keeper == NULL)
    return;
  act = make_act (self, "");
  act->dropped = g_strdup (g_object_get_data (G_OBJECT (question), "suivi-sealed"));
  start (self, act);
}

static void
ask_remove (SuiviSealedBox *self, const char *id, const char *what)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  AdwMessageDialog *question = NULL;

  question
    = ADW_MESSAGE_DIALOG (adw_message_dialog_new (GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL, what,
                                                  _ ("Remove what is sealed here? This cannot be undone.")));
  adw_message_dialog_add_responses (question, "cancel", _ ("_Cancel"), "remove", _ ("_Remove"), NULL);
  adw_message_dialog_set_response_appearance (question, "remove", ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_default_response (question, "cancel");
  adw_message_dialog_set_close_response (question, "cancel");
  g_object_set_data_full (G_OBJECT (question), "suivi-sealed", g_strdup (id), g_free);
  g_signal_connect_object (question, "response", G_CALLBACK (remove_answered_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (question));
}

static void
remove_value_cb (SuiviSealedBox *self, SuiviSealedField *field)
{
  const char *id = suivi_sealed_field_get_sealed (field);

  if (id != NULL)
    ask_remove (self, id, suivi_sealed_field_to_label (suivi_sealed_field_get_field (field)));
}

static void
remove_file_cb (SuiviSealedBox *self, GtkWidget *button)
{
  ask_remove (self, g_object_get_data (G_OBJECT (button), "suivi-sealed"),
              g_object_get_data (G_OBJECT (button), "suivi-what"));
}

/* --- What is shown ----------------------------------------------------------------------------------------- */

static void
add_file_row (SuiviSealedBox *self, const SuiviSealedInfo *info)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *button = gtk_button_new_from_icon_name ("user-trash-symbolic");
  const char *what = suivi_sealed_field_to_label (info->field);
  g_autofree char *size = g_format_size (info->size);
  g_autofree char *when = suivi_sealed_say_when (info);
  g_autofree char *plain = g_strdup_printf ("%s · %s", when, size);
  g_autofree char *subtitle = g_markup_escape_text (plain, -1);
  g_autofree char *label = NULL;

  /* Translators: for a screen reader; %s is what is sealed: "Photograph" */
  label = g_strdup_printf (_ ("Remove: %s"), what);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), what);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_set_icon_name (ADW_ACTION_ROW (row), "channel-secure-symbolic");
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_sensitive (button, self->writable);
  gtk_widget_set_tooltip_text (button, _ ("Remove"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  g_object_set_data_full (G_OBJECT (button), "suivi-sealed", g_strdup (info->id), g_free);
  g_object_set_data (G_OBJECT (button), "suivi-what", (gpointer) what);
  g_signal_connect_object (button, "clicked", G_CALLBACK (remove_file_cb), self, G_CONNECT_SWAPPED);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  adw_preferences_group_add (self->files, row);
  g_ptr_array_add (self->file_rows, row);
}

static void
show_sealed (SuiviSealedBox *self, GPtrArray *sealed)
{
  gboolean set_up = suivi_vault_keeper_is_set_up (self->keeper);
  g_autofree char *readers = suivi_vault_keeper_dup_readers (self->keeper);

  for (guint i = 0; i < self->file_rows->len; i++)
    adw_preferences_group_remove (self->files, g_ptr_array_index (self->file_rows, i));
  g_ptr_array_set_size (self->file_rows, 0);

  for (guint i = 0; i < G_N_ELEMENTS (value_fields); i++)
    {
      const SuiviSealedInfo *found = NULL;

      for (guint j = 0; j < sealed->len; j++)
        {
          const SuiviSealedInfo *info = g_ptr_array_index (sealed, j);

          if (!info->is_file && g_strcmp0 (info->field, value_fields[i]) == 0)
            found = info;
        }
      suivi_sealed_field_set_sealed (self->fields[i], found, readers, self->writable && set_up);
    }
  for (guint i = 0; i < sealed->len; i++)
    {
      const SuiviSealedInfo *info = g_ptr_array_index (sealed, i);

      if (info->is_file)
        add_file_row (self, info);
    }

  gtk_widget_set_visible (self->not_set_up, !set_up);
  gtk_widget_set_sensitive (GTK_WIDGET (self->values), set_up);
  gtk_widget_set_sensitive (GTK_WIDGET (self->files), set_up);
  gtk_widget_set_sensitive (self->add, self->writable && set_up);
}

typedef struct
{
  SuiviSealedBox *box;
  guint n;
} Loading;

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autofree Loading *loading = user_data;
  g_autoptr (SuiviSealedBox) self = loading->box;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) sealed = suivi_workspace_run_finish (SUIVI_WORKSPACE (source), result, &error);

  if (self->keeper == NULL || loading->n != self->n_loaded)
    return;
  if (sealed == NULL)
    fail (self, error->message);
  else
    show_sealed (self, sealed);
}

static void
load (SuiviSealedBox *self)
{
  SuiviWorkspace *workspace = get_workspace (self);
  Loading *loading = NULL;

  if (workspace == NULL)
    return;
  loading = g_new0 (Loading, 1);
  loading->box = g_object_ref (self);
  loading->n = ++self->n_loaded;
  suivi_workspace_run_async (workspace, list_sealed, g_strdup (self->owner_id), g_free,
                             (GDestroyNotify) g_ptr_array_unref, NULL, loaded_cb, loading);
}

/* --- Actions ----------------------------------------------------------------------------------------------- */

static void
file_chosen_cb (GObject *owner, GFile *file)
{
  SuiviSealedBox *self = SUIVI_SEALED_BOX (owner);

  if (self->adding != NULL && self->keeper != NULL)
    suivi_sealed_box_seal_file (self, self->adding, file);
}

static void
add_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SuiviSealedBox *self = SUIVI_SEALED_BOX (widget);
  GtkRoot *root = gtk_widget_get_root (widget);

  if (!GTK_IS_WINDOW (root))
    return;
  g_free (self->adding);
  self->adding = g_variant_dup_string (parameter, NULL);
  suivi_choose_to_seal (GTK_WINDOW (root), suivi_sealed_field_to_label (self->adding), G_OBJECT (self),
                        file_chosen_cb);
}

static void
set_up_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SuiviWorkspace *workspace = get_workspace (SUIVI_SEALED_BOX (widget));

  if (workspace != NULL)
    suivi_sealing_set_up (widget, workspace);
}

static void
suivi_sealed_box_dispose (GObject *object)
{
  SuiviSealedBox *self = SUIVI_SEALED_BOX (object);

  if (self->keeper != NULL)
    g_signal_handlers_disconnect_by_data (self->keeper, self);
  g_clear_object (&self->keeper);

  G_OBJECT_CLASS (suivi_sealed_box_parent_class)->dispose (object);
}

static void
suivi_sealed_box_finalize (GObject *object)
{
  SuiviSealedBox *self = SUIVI_SEALED_BOX (object);

  g_ptr_array_unref (self->file_rows);
  g_free (self->owner_id);
  g_free (self->adding);

  G_OBJECT_CLASS (suivi_sealed_box_parent_class)->finalize (object);
}

static void
suivi_sealed_box_class_init (SuiviSealedBoxClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = suivi_sealed_box_dispose;
  G_OBJECT_CLASS (klass)->finalize = suivi_sealed_box_finalize;

  signals[SIGNAL_FAILED] = g_signal_new ("failed", SUIVI_TYPE_SEALED_BOX, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                         NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[SIGNAL_SEALED]
    = g_signal_new ("sealed", SUIVI_TYPE_SEALED_BOX, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/suivi/Suivi/consultation/sealed-box.ui");
  gtk_widget_class_bind_template_child (widget_class, SuiviSealedBox, not_set_up);
  gtk_widget_class_bind_template_child (widget_class, SuiviSealedBox, values);
  gtk_widget_class_bind_template_child (widget_class, SuiviSealedBox, files);
  gtk_widget_class_bind_template_child (widget_class, SuiviSealedBox, add);
  gtk_widget_class_bind_template_child (widget_class, SuiviSealedBox, original);
  gtk_widget_class_install_action (widget_class, "sealed-box.add", "s", add_action);
  gtk_widget_class_install_action (widget_class, "sealed-box.set-up", NULL, set_up_action);
}

static GMenuModel *
make_menu (void)
{
  GMenu *menu = g_menu_new ();

  for (guint i = 0; i < G_N_ELEMENTS (file_fields); i++)
    {
      g_autofree char *label = g_strdup_printf ("%s…", suivi_sealed_field_to_label (file_fields[i]));
      g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

      g_menu_item_set_action_and_target (item, "sealed-box.add", "s", file_fields[i]);
      g_menu_append_item (menu, item);
    }

  return G_MENU_MODEL (menu);
}

static void
suivi_sealed_box_init (SuiviSealedBox *self)
{
  g_autoptr (GMenuModel) menu = make_menu ();
  g_autofree char *description = NULL;

  self->file_rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (self->add), menu);
  /* Translators: %u is a size in megabytes */
  description = g_strdup_printf (_ ("Signed forms, photographs, drawings, recordings: at most %u MB each."),
                                 MAX_FILE_MB);
  adw_preferences_group_set_description (self->files, description);
  for (guint i = 0; i < G_N_ELEMENTS (value_fields); i++)
    {
      self->fields[i] = SUIVI_SEALED_FIELD (suivi_sealed_field_new (value_fields[i]));
      g_signal_connect_object (self->fields[i], "seal", G_CALLBACK (seal_value_cb), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (self->fields[i], "remove", G_CALLBACK (remove_value_cb), self,
                               G_CONNECT_SWAPPED);
      adw_preferences_group_add (self->values, GTK_WIDGET (self->fields[i]));
    }
}

/**
 * suivi_sealed_box_set_only_file:
 * @field: the only kind of file that is added here: "drawing"
 * @button: what the button says that adds it
 *
 * Leaves out names, contacts and notes, and every other kind of file.
 */
void
suivi_sealed_box_set_only_file (SuiviSealedBox *self, const char *field, const char *button)
{
  g_autofree char *description = NULL;

  g_return_if_fail (SUIVI_IS_SEALED_BOX (self));

  /* Translators: of a file; %u is a size in megabytes */
  description
    = g_strdup_printf (_ ("It is sealed: only the safeguarding focal point can open it. At most %u MB."),
                       MAX_FILE_MB);
  gtk_widget_set_visible (GTK_WIDGET (self->values), FALSE);
  adw_preferences_group_set_title (self->files, suivi_sealed_field_to_label (field));
  adw_preferences_group_set_description (self->files, description);
  self->add = gtk_button_new_with_label (button);
  gtk_widget_add_css_class (self->add, "flat");
  gtk_widget_set_valign (self->add, GTK_ALIGN_CENTER);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->add), "sealed-box.add");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->add), "s", field);
  adw_preferences_group_set_header_suffix (self->files, self->add);
}

/**
 * suivi_sealed_box_set_owner:
 * @workspace: an open workspace
 * @owner_id: key of the participant, or of the statement
 * @writable: whether something may be added, replaced or removed
 */
void
suivi_sealed_box_set_owner (SuiviSealedBox *self,
                            SuiviWorkspace *workspace,
                            const char *owner_id,
                            gboolean writable)
{
  SuiviVaultKeeper *keeper = suivi_vault_keeper_get (workspace);

  if (self->keeper != keeper)
    {
      if (self->keeper != NULL)
        g_signal_handlers_disconnect_by_data (self->keeper, self);
      g_set_object (&self->keeper, keeper);
      g_signal_connect_object (keeper, "changed", G_CALLBACK (load), self, G_CONNECT_SWAPPED);
    }
  g_free (self->owner_id);
  self->owner_id = g_strdup (owner_id);
  self->writable = writable;
  load (self);
}

/**
 * suivi_sealed_box_has_text:
 *
 * Returns: whether something is typed that is not sealed yet
 */
gboolean
suivi_sealed_box_has_text (SuiviSealedBox *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (value_fields); i++)
    {
      if (suivi_sealed_field_has_text (self->fields[i]))
        return TRUE;
    }

  return FALSE;
}

/**
 * suivi_sealed_box_is_busy:
 *
 * Returns: whether something is on its way into the workspace
 */
gboolean
suivi_sealed_box_is_busy (SuiviSealedBox *self)
{
  return self->n_busy > 0;
}

/**
 * suivi_sealed_box_seal_all:
 *
 * Seals all that is typed. Signal "sealed" tells when that is done, "failed" if something could not be.
 */
void
suivi_sealed_box_seal_all (SuiviSealedBox *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (value_fields); i++)
    {
      if (suivi_sealed_field_has_text (self->fields[i]))
        seal_value_cb (self, self->fields[i]);
    }
}

/**
 * suivi_sealed_box_seal_file:
 * @field: "consent-form", "photograph", "drawing", "recording", "other"
 * @file: it stays where it is: the user is told to delete it
 *
 * Seals a copy of a file.
 */
void
suivi_sealed_box_seal_file (SuiviSealedBox *self, const char *field, GFile *file)
{
  Act *act = make_act (self, field);

  act->file = g_object_ref (file);
  start (self, act);
}
