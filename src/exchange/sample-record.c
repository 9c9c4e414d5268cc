/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Files of the sample in which a line is a record. */

#include "config.h"

#include <string.h>

#include "core/text/text.h"
#include "exchange/sample-private.h"

/**
 * suivi_sample_find_value:
 * @cells: a line of a file of the sample: what it is, then its fields as "name=value"
 * @name: of a field
 *
 * Returns: (nullable): what the line says of it
 */
const char *
suivi_sample_find_value (char **cells, const char *name)
{
  gsize length = strlen (name);

  for (guint i = 1; cells[i] != NULL; i++)
    {
      if (strncmp (cells[i], name, length) == 0 && cells[i][length] == '=')
        return cells[i] + length + 1;
    }

  return NULL;
}

static void
set_field (const SuiviField *field, gpointer record, const char *value)
{
  gpointer place = (guint8 *) record + field->offset;

  switch (field->kind)
    {
    case SUIVI_FIELD_TEXT:
      g_free (*(char **) place);
      *(char **) place = g_strdup (value);
      break;
    case SUIVI_FIELD_LIST:
      g_strfreev (*(char ***) place);
      *(char ***) place = g_strsplit (value, "|", -1);
      break;
    case SUIVI_FIELD_UINT:
      *(guint *) place = strtoul (value, NULL, 10);
      break;
    case SUIVI_FIELD_ENUM:
      if (!suivi_enum_from_nick (field->get_type (), value, place))
        g_error ("The sample is crooked at %s", value);
      break;
    default:
      g_assert_not_reached ();
    }
}

/**
 * suivi_sample_set_fields:
 * @type: of the record
 * @record: a record
 * @cells: as in suivi_sample_find_value(); lists have "|" between their values
 *
 * Sets the fields that the line speaks of.
 */
void
suivi_sample_set_fields (const SuiviRecordType *type, gpointer record, char **cells)
{
  for (guint i = 0; i < type->n_fields; i++)
    {
      const char *value = suivi_sample_find_value (cells, type->fields[i].name);

      if (value != NULL)
        set_field (&type->fields[i], record, value);
    }
}
