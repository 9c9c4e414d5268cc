/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "core/text/text.h"
#include "store/json-list.h"
#include "store/record.h"
#include "store/transaction-private.h"

#define FIELD(record, field, Type) (*(Type *) ((char *) (record) + (field)->offset))

/* "a, b, c", each with something before it; without the key if @first is 1. */
static char *
join_names (const SuiviRecordType *type, guint first, const char *prefix)
{
  GString *names = g_string_new (NULL);

  for (guint i = first; i < type->n_fields; i++)
    g_string_append_printf (names, "%s%s%s", i > first ? ", " : "", prefix, type->fields[i].name);

  return g_string_free (names, FALSE);
}

/**
 * suivi_record_read:
 * @statement: stands on a row that has the fields of the record from column @first on, in their order
 *
 * Returns: (transfer full): the record of the row
 */
gpointer
suivi_record_read (const SuiviRecordType *type, sqlite3_stmt *statement, int first)
{
  gpointer record = g_malloc0 (type->size);

  for (guint i = 0; i < type->n_fields; i++)
    {
      const SuiviField *field = &type->fields[i];
      const char *text = (const char *) sqlite3_column_text (statement, first + i);

      switch (field->kind)
        {
        case SUIVI_FIELD_TEXT:
          FIELD (record, field, char *) = suivi_column_text (statement, first + i);
          break;
        case SUIVI_FIELD_LIST:
          FIELD (record, field, char **) = suivi_json_list_decode (text);
          break;
        case SUIVI_FIELD_UINT:
          FIELD (record, field, guint) = sqlite3_column_int64 (statement, first + i);
          break;
        case SUIVI_FIELD_ENUM:
          suivi_enum_from_nick (field->get_type (), text, &FIELD (record, field, int));
          break;
        default:
          g_assert_not_reached ();
        }
    }

  return record;
}

/**
 * suivi_record_list:
 * @condition: SQL from WHERE on, with at most two parameters
 * @first: (nullable): the first parameter
 * @second: (nullable): the second one
 *
 * Returns: (transfer full) (nullable): the records that the condition lets through; %NULL on failure
 */
GPtrArray *
suivi_record_list (SuiviStore *store,
                   const SuiviRecordType *type,
                   const char *condition,
                   const char *first,
                   const char *second,
                   GError **error)
{
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func (type->record_free);
  g_autofree char *names = join_names (type, 0, "");
  g_autofree char *sql = g_strdup_printf ("SELECT %s FROM %s %s", names, type->table, condition);
  sqlite3_stmt *statement = suivi_store_prepare (store, sql, error);
  gboolean row = FALSE;

  if (statement == NULL)
    return NULL;

  suivi_bind_text (statement, 1, first);
  if (sqlite3_bind_parameter_count (statement) > 1)
    suivi_bind_text (statement, 2, second);
  for (;;)
    {
      if (!suivi_database_step (statement, &row, error))
        return NULL;
      if (!row)
        break;
      g_ptr_array_add (records, suivi_record_read (type, statement, 0));
    }
  sqlite3_reset (statement);
  sqlite3_clear_bindings (statement);

  return g_steal_pointer (&records);
}

/**
 * suivi_record_get:
 *
 * Returns: (transfer full) (nullable): the record with that key; %NULL if there is none, or, with @error set, on
 * failure
 */
gpointer
suivi_record_get (SuiviStore *store, const SuiviRecordType *type, const char *id, GError **error)
{
  g_autoptr (GPtrArray) records = suivi_record_list (store, type, "WHERE id = ?1", id, NULL, error);

  return records != NULL && records->len > 0 ? g_ptr_array_steal_index (records, 0) : NULL;
}

static void
bind_field (sqlite3_stmt *statement, int place, const SuiviField *field, gconstpointer record)
{
  switch (field->kind)
    {
    case SUIVI_FIELD_TEXT:
      suivi_bind_text (statement, place, FIELD (record, field, char *));
      break;
    case SUIVI_FIELD_LIST:
      sqlite3_bind_text (statement, place,
                         suivi_json_list_encode ((const char *const *) FIELD (record, field, char **)), -1,
                         g_free);
      break;
    case SUIVI_FIELD_UINT:
      sqlite3_bind_int64 (statement, place, FIELD (record, field, guint));
      break;
    case SUIVI_FIELD_ENUM:
      suivi_bind_text (statement, place,
                       suivi_enum_to_nick (field->get_type (), FIELD (record, field, int)));
      break;
    default:
      g_assert_not_reached ();
    }
}

/**
 * suivi_record_put:
 *
 * Adds the record, or updates the one with the same key (or the same unique columns). What does not change keeps who
 * changed it last, and when.
 *
 * Returns: %FALSE on failure: the transaction should then be dropped
 */
gboolean
suivi_record_put (SuiviTransaction *transaction,
                  const SuiviRecordType *type,
                  gconstpointer record,
                  GError **error)
{
  g_autofree char *names = join_names (type, 1, "");
  g_autofree char *excluded = join_names (type, 1, "excluded.");
  g_autofree char *update = g_strdup_printf (
    " DO UPDATE SET (%s, changed_by, changed_at) = (%s, excluded.changed_by, excluded.changed_at)"
    " WHERE (%s) IS NOT (%s)",
    names, excluded, names, excluded);
  g_autoptr (GString) sql = g_string_new (NULL);
  sqlite3_stmt *statement = NULL;

  g_string_append_printf (sql, "INSERT INTO %s (id, %s, changed_by, changed_at) VALUES (?1", type->table,
                          names);
  for (guint i = 1; i < type->n_fields + 2; i++)
    g_string_append_printf (sql, ", ?%u", i + 1);
  g_string_append_printf (sql, ") ON CONFLICT (id)%s", update);
  if (type->unique != NULL)
    g_string_append_printf (sql, " ON CONFLICT (%s)%s", type->unique, update);

  statement = suivi_store_prepare (transaction->store, sql->str, error);
  if (statement == NULL)
    return FALSE;
  for (guint i = 0; i < type->n_fields; i++)
    bind_field (statement, i + 1, &type->fields[i], record);
  suivi_bind_text (statement, type->n_fields + 1, transaction->store->author);
  suivi_bind_text (statement, type->n_fields + 2, transaction->now);

  return suivi_transaction_run (statement, error);
}
