/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/consultation/record-group.h"

struct _SuiviRecordGroup
{
  AdwPreferencesGroup parent_instance;

  GType row_type;
  GPtrArray *rows; /* (element-type SuiviRecordRow) (unowned) */
  char *opened;    /* (nullable): key of the record whose row opens as soon as it is there */
};

G_DEFINE_FINAL_TYPE (SuiviRecordGroup, suivi_record_group, ADW_TYPE_PREFERENCES_GROUP)

enum
{
  SIGNAL_EDITED,
  SIGNAL_REMOVE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
row_edited_cb (SuiviRecordGroup *self, gpointer record)
{
  g_signal_emit (self, signals[SIGNAL_EDITED], 0, record);
}

static void
row_remove_cb (SuiviRecordGroup *self, const char *id)
{
  g_signal_emit (self, signals[SIGNAL_REMOVE], 0, id);
}

static void
suivi_record_group_dispose (GObject *object)
{
  SuiviRecordGroup *self = SUIVI_RECORD_GROUP (object);

  g_ptr_array_set_size (self->rows, 0);
  g_clear_pointer (&self->opened, g_free);

  G_OBJECT_CLASS (suivi_record_group_parent_class)->dispose (object);
}

static void
suivi_record_group_finalize (GObject *object)
{
  g_ptr_array_unref (SUIVI_RECORD_GROUP (object)->rows);

  G_OBJECT_CLASS (suivi_record_group_parent_class)->finalize (object);
}

static void
suivi_record_group_class_init (SuiviRecordGroupClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = suivi_record_group_dispose;
  object_class->finalize = suivi_record_group_finalize;

  signals[SIGNAL_EDITED] = g_signal_new ("edited", SUIVI_TYPE_RECORD_GROUP, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                         NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);
  signals[SIGNAL_REMOVE] = g_signal_new ("remove", SUIVI_TYPE_RECORD_GROUP, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                         NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
suivi_record_group_init (SuiviRecordGroup *self)
{
  self->rows = g_ptr_array_new ();
}

/**
 * suivi_record_group_set_row_type:
 * @type: a final type of #SuiviRecordRow
 *
 * Says how records are shown. To be called once.
 */
void
suivi_record_group_set_row_type (SuiviRecordGroup *self, GType type)
{
  self->row_type = type;
}

static SuiviRecordRow *
add_row (SuiviRecordGroup *self)
{
  SuiviRecordRow *row = g_object_new (self->row_type, NULL);

  g_signal_connect_object (row, "edited", G_CALLBACK (row_edited_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "remove", G_CALLBACK (row_remove_cb), self, G_CONNECT_SWAPPED);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), GTK_WIDGET (row));

  return row;
}

static SuiviRecordRow *
find_row (GHashTable *rows, gconstpointer record)
{
  /* The key is the first field of every record. */
  return g_hash_table_lookup (rows, *(char *const *) record);
}

static gboolean
grab_focus_cb (gpointer user_data)
{
  GtkWidget *row = user_data;

  if (gtk_widget_get_mapped (row))
    gtk_widget_child_focus (row, GTK_DIR_TAB_FORWARD);

  return G_SOURCE_REMOVE;
}

/**
 * suivi_record_group_show:
 * @records: records of the type of the rows
 * @writable: whether they may be changed
 *
 * Shows the list. Rows of records that are still in it stay as they are, with what is being typed.
 */
void
suivi_record_group_show (SuiviRecordGroup *self, GPtrArray *records, gboolean writable)
{
  g_autoptr (GHashTable) old = g_hash_table_new (g_str_hash, g_str_equal);
  GHashTableIter iter;
  gpointer gone = NULL;

  for (guint i = 0; i < self->rows->len; i++)
    {
      SuiviRecordRow *row = g_ptr_array_index (self->rows, i);

      g_hash_table_insert (old, (char *) suivi_record_row_get_id (row), row);
    }

  g_ptr_array_set_size (self->rows, 0);
  for (guint i = 0; i < records->len; i++)
    {
      gconstpointer record = g_ptr_array_index (records, i);
      SuiviRecordRow *row = find_row (old, record);

      if (row != NULL)
        g_hash_table_remove (old, suivi_record_row_get_id (row));
      else
        row = add_row (self);
      g_ptr_array_add (self->rows, row);
    }
  g_hash_table_iter_init (&iter, old);
  while (g_hash_table_iter_next (&iter, NULL, &gone))
    adw_preferences_group_remove (ADW_PREFERENCES_GROUP (self), gone);

  for (guint i = 0; i < records->len; i++)
    {
      SuiviRecordRow *row = g_ptr_array_index (self->rows, i);

      suivi_record_row_show (row, g_ptr_array_index (records, i), writable);
      if (g_strcmp0 (suivi_record_row_get_id (row), self->opened) == 0)
        {
          g_clear_pointer (&self->opened, g_free);
          adw_expander_row_set_expanded (ADW_EXPANDER_ROW (row), TRUE);
          /* The fields can take the focus only once they are on the screen. */
          g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, grab_focus_cb, g_object_ref (row), g_object_unref);
        }
    }
}

/**
 * suivi_record_group_open:
 * @id: key of a record that was just added
 *
 * Unfolds its row as soon as it is shown.
 */
void
suivi_record_group_open (SuiviRecordGroup *self, const char *id)
{
  g_free (self->opened);
  self->opened = g_strdup (id);
}

/**
 * suivi_record_group_get_row:
 *
 * Returns: (transfer none) (nullable): the row of the record at that place; %NULL if there are not so many
 */
SuiviRecordRow *
suivi_record_group_get_row (SuiviRecordGroup *self, guint i)
{
  return i < self->rows->len ? g_ptr_array_index (self->rows, i) : NULL;
}

/**
 * suivi_record_group_flush:
 *
 * Announces at once what was typed and is not announced yet.
 */
void
suivi_record_group_flush (SuiviRecordGroup *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    suivi_record_row_flush (g_ptr_array_index (self->rows, i));
}
