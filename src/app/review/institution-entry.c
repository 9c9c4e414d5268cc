/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/review/institution-entry.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "core/text/text.h"
#include "store/scorecard-store.h"

enum
{
  COLUMN_NAME,
  COLUMN_FOLDED,
};

struct _SuiviInstitutionEntry
{
  GtkEntry parent_instance;

  GtkListStore *names;       /* (owned): those in use */
  GCancellable *cancellable; /* (owned) (nullable): of the reading under way */
};

G_DEFINE_FINAL_TYPE (SuiviInstitutionEntry, suivi_institution_entry, GTK_TYPE_ENTRY)

/* At the start of a word: "just" means the "Ministry of Justice". */
static gboolean
match_cb (GtkEntryCompletion *completion, const char *key, GtkTreeIter *iter, gpointer user_data)
{
  SuiviInstitutionEntry *self = user_data;
  g_autofree char *wanted = suivi_text_fold (gtk_editable_get_text (GTK_EDITABLE (self)));
  g_autofree char *folded = NULL;
  const char *found = NULL;

  gtk_tree_model_get (GTK_TREE_MODEL (self->names), iter, COLUMN_FOLDED, &folded, -1);
  found = *wanted != '\0' ? strstr (folded, wanted) : NULL;
  while (found != NULL && found != folded && g_unichar_isalnum (g_utf8_get_char (g_utf8_prev_char (found))))
    found = strstr (found + 1, wanted);

  return found != NULL;
}

static gboolean
activate_cb (gpointer user_data)
{
  SuiviInstitutionEntry *self = user_data;

  /* Not if it went with its window meanwhile. */
  if (gtk_widget_get_root (GTK_WIDGET (self)) != NULL)
    g_signal_emit_by_name (self, "activate");

  return G_SOURCE_REMOVE;
}

/* Whoever listens may close the window. GTK, which goes on with the proposals after this, would find them gone. */
static gboolean
match_selected_cb (SuiviInstitutionEntry *self, GtkTreeModel *model, GtkTreeIter *iter)
{
  g_autofree char *name = NULL;

  gtk_tree_model_get (model, iter, COLUMN_NAME, &name, -1);
  gtk_editable_set_text (GTK_EDITABLE (self), name);
  gtk_editable_set_position (GTK_EDITABLE (self), -1);
  g_idle_add_full (G_PRIORITY_DEFAULT, activate_cb, g_object_ref (self), g_object_unref);

  return GDK_EVENT_STOP;
}

static gpointer
read_names (SuiviStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  return suivi_store_list_institutions (store, error);
}

/* Without proposals, a name can still be typed. */
static void
names_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SuiviInstitutionEntry) self = user_data;
  g_autoptr (GPtrArray) names = suivi_workspace_run_finish (SUIVI_WORKSPACE (source), result, NULL);

  if (names == NULL)
    return;

  gtk_list_store_clear (self->names);
  for (guint i = 0; i < names->len; i++)
    {
      const char *name = g_ptr_array_index (names, i);
      g_autofree char *folded = suivi_text_fold (name);

      gtk_list_store_insert_with_values (self->names, NULL, -1, COLUMN_NAME, name, COLUMN_FOLDED, folded, -1);
    }
}

static void
suivi_institution_entry_dispose (GObject *object)
{
  SuiviInstitutionEntry *self = SUIVI_INSTITUTION_ENTRY (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);

  G_OBJECT_CLASS (suivi_institution_entry_parent_class)->dispose (object);
}

static void
suivi_institution_entry_finalize (GObject *object)
{
  g_object_unref (SUIVI_INSTITUTION_ENTRY (object)->names);

  G_OBJECT_CLASS (suivi_institution_entry_parent_class)->finalize (object);
}

static void
suivi_institution_entry_class_init (SuiviInstitutionEntryClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = suivi_institution_entry_dispose;
  G_OBJECT_CLASS (klass)->finalize = suivi_institution_entry_finalize;
}

static void
suivi_institution_entry_init (SuiviInstitutionEntry *self)
{
  g_autoptr (GtkEntryCompletion) completion = gtk_entry_completion_new ();

  self->names = gtk_list_store_new (2, G_TYPE_STRING, G_TYPE_STRING);
  gtk_entry_completion_set_model (completion, GTK_TREE_MODEL (self->names));
  gtk_entry_completion_set_text_column (completion, COLUMN_NAME);
  gtk_entry_completion_set_minimum_key_length (completion, 1);
  gtk_entry_completion_set_match_func (completion, match_cb, self, NULL);
  g_signal_connect_object (completion, "match-selected", G_CALLBACK (match_selected_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_entry_set_completion (GTK_ENTRY (self), completion);
  gtk_entry_set_max_length (GTK_ENTRY (self), 200);
  gtk_entry_set_placeholder_text (GTK_ENTRY (self), _ ("Name of the institution"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Name of the institution"), -1);
}

/**
 * suivi_institution_entry_load:
 * @workspace: whose institutions are proposed
 *
 * Reads which institutions are in use.
 */
void
suivi_institution_entry_load (SuiviInstitutionEntry *self, SuiviWorkspace *workspace)
{
  g_return_if_fail (SUIVI_IS_INSTITUTION_ENTRY (self));

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  suivi_workspace_run_async (workspace, read_names, NULL, NULL, (GDestroyNotify) g_ptr_array_unref,
                             self->cancellable, names_read_cb, g_object_ref (self));
}
