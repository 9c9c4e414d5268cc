/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "core/record.h"
#include "core/text/text.h"

#define FIELD(record, field, Type) (*(Type *) ((char *) (record) + (field)->offset))

/**
 * suivi_record_new:
 *
 * Returns: (transfer full): a record with a new random key; its other texts and lists are empty, its numbers 0. A field
 * that refers to another record (its name ends in "_id") is %NULL
 */
gpointer
suivi_record_new (const SuiviRecordType *type)
{
  gpointer record = g_malloc0 (type->size);

  for (guint i = 0; i < type->n_fields; i++)
    {
      const SuiviField *field = &type->fields[i];

      if (i == 0)
        FIELD (record, field, char *) = g_uuid_string_random ();
      else if (field->kind == SUIVI_FIELD_TEXT && !g_str_has_suffix (field->name, "_id"))
        FIELD (record, field, char *) = g_strdup ("");
      else if (field->kind == SUIVI_FIELD_LIST)
        FIELD (record, field, char **) = g_new0 (char *, 1);
    }

  return record;
}

/**
 * suivi_record_copy:
 * @record: (nullable): a record of that type
 *
 * Returns: (transfer full) (nullable): a copy with the same key
 */
gpointer
suivi_record_copy (const SuiviRecordType *type, gconstpointer record)
{
  gpointer copy = NULL;

  if (record == NULL)
    return NULL;

  copy = g_malloc0 (type->size);
  for (guint i = 0; i < type->n_fields; i++)
    {
      const SuiviField *field = &type->fields[i];

      switch (field->kind)
        {
        case SUIVI_FIELD_TEXT:
          FIELD (copy, field, char *) = g_strdup (FIELD (record, field, char *));
          break;
        case SUIVI_FIELD_LIST:
          FIELD (copy, field, char **) = g_strdupv (FIELD (record, field, char **));
          break;
        case SUIVI_FIELD_UINT:
          FIELD (copy, field, guint) = FIELD (record, field, guint);
          break;
        case SUIVI_FIELD_ENUM:
          FIELD (copy, field, int) = FIELD (record, field, int);
          break;
        default:
          g_assert_not_reached ();
        }
    }

  return copy;
}

/**
 * suivi_record_equal:
 *
 * Returns: whether the two records of that type are the same in every field
 */
gboolean
suivi_record_equal (const SuiviRecordType *type, gconstpointer a, gconstpointer b)
{
  for (guint i = 0; i < type->n_fields; i++)
    {
      const SuiviField *field = &type->fields[i];
      gboolean same = FALSE;

      switch (field->kind)
        {
        case SUIVI_FIELD_TEXT:
          same = g_strcmp0 (FIELD (a, field, char *), FIELD (b, field, char *)) == 0;
          break;
        case SUIVI_FIELD_LIST:
          same = suivi_strv_equal ((const char *const *) FIELD (a, field, char **),
                                   (const char *const *) FIELD (b, field, char **));
          break;
        case SUIVI_FIELD_UINT:
          same = FIELD (a, field, guint) == FIELD (b, field, guint);
          break;
        case SUIVI_FIELD_ENUM:
          same = FIELD (a, field, int) == FIELD (b, field, int);
          break;
        default:
          g_assert_not_reached ();
        }
      if (!same)
        return FALSE;
    }

  return TRUE;
}

/**
 * suivi_record_free:
 * @record: (nullable) (transfer full): a record of that type
 */
void
suivi_record_free (const SuiviRecordType *type, gpointer record)
{
  if (record == NULL)
    return;

  for (guint i = 0; i < type->n_fields; i++)
    {
      const SuiviField *field = &type->fields[i];

      if (field->kind == SUIVI_FIELD_TEXT)
        g_free (FIELD (record, field, char *));
      else if (field->kind == SUIVI_FIELD_LIST)
        g_strfreev (FIELD (record, field, char **));
    }
  g_free (record);
}
