/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "core/text/text.h"
#include "exchange/import-plan.h"
#include "exchange/table-mapping-private.h"

/* What is said on a command line; a table of 1,024 columns is the widest that is read. */
#define MAX_MAP (256 * 1024)

typedef struct
{
  char *header;
  SuiviTableField field;
} Entry;

struct _SuiviTableMapping
{
  GPtrArray *entries; /* Entry, in the order in which they were set */
  GHashTable *by_key; /* folded header (char) → Entry */
};

static const char *const nicks[SUIVI_N_TABLE_FIELDS] = {
  [SUIVI_TABLE_FIELD_IGNORE] = "ignore",     [SUIVI_TABLE_FIELD_NUMBER] = "number",
  [SUIVI_TABLE_FIELD_TEXT] = "text",         [SUIVI_TABLE_FIELD_STATES] = "states",
  [SUIVI_TABLE_FIELD_POSITION] = "position", [SUIVI_TABLE_FIELD_POSITION_SOURCE] = "position-source",
  [SUIVI_TABLE_FIELD_THEMES] = "themes",     [SUIVI_TABLE_FIELD_GROUPS] = "groups",
  [SUIVI_TABLE_FIELD_SDGS] = "sdgs",         [SUIVI_TABLE_FIELD_REVIEWED_STATE] = "reviewed-state",
  [SUIVI_TABLE_FIELD_SESSION] = "session",   [SUIVI_TABLE_FIELD_CYCLE] = "cycle",
  [SUIVI_TABLE_FIELD_SYMBOL] = "symbol",     [SUIVI_TABLE_FIELD_KEY] = "key",
  [SUIVI_TABLE_FIELD_CATEGORY] = "category", [SUIVI_TABLE_FIELD_ISSUES] = "issues",
  [SUIVI_TABLE_FIELD_CHILDREN] = "children",
};

/* --- fields -----------------------------------------------------------------------------------------------
 */

/**
 * suivi_table_field_to_nick:
 *
 * Returns: the stable word for files and the command line
 */
const char *
suivi_table_field_to_nick (SuiviTableField field)
{
  g_return_val_if_fail (field < SUIVI_N_TABLE_FIELDS, "");

  return nicks[field];
}

/**
 * suivi_table_field_from_nick:
 * @nick: (nullable): a word
 * @field: (out): set on success only
 *
 * Returns: whether @nick is one of the stable words
 */
gboolean
suivi_table_field_from_nick (const char *nick, SuiviTableField *field)
{
  for (guint i = 0; nick != NULL && i < SUIVI_N_TABLE_FIELDS; i++)
    {
      if (g_str_equal (nicks[i], nick))
        {
          *field = i;
          return TRUE;
        }
    }

  return FALSE;
}

/**
 * suivi_table_field_to_label:
 *
 * Returns: the name for people, translated
 */
const char *
suivi_table_field_to_label (SuiviTableField field)
{
  switch (field)
    {
    case SUIVI_TABLE_FIELD_IGNORE:
      /* Translators: of a column of a table: it is not imported */
      return _ ("Not imported");
    case SUIVI_TABLE_FIELD_NUMBER:
      return _ ("Number");
    case SUIVI_TABLE_FIELD_TEXT:
      return _ ("Text of the recommendation");
    case SUIVI_TABLE_FIELD_STATES:
      return _ ("Recommending States");
    case SUIVI_TABLE_FIELD_POSITION:
      return _ ("Position");
    case SUIVI_TABLE_FIELD_POSITION_SOURCE:
      return _ ("Source of the position");
    case SUIVI_TABLE_FIELD_THEMES:
      return _ ("Themes");
    case SUIVI_TABLE_FIELD_GROUPS:
      return _ ("Groups of persons");
    case SUIVI_TABLE_FIELD_SDGS:
      return _ ("Sustainable Development Goals");
    case SUIVI_TABLE_FIELD_REVIEWED_STATE:
      return _ ("State under review");
    case SUIVI_TABLE_FIELD_SESSION:
      return _ ("Session");
    case SUIVI_TABLE_FIELD_CYCLE:
      return _ ("Cycle");
    case SUIVI_TABLE_FIELD_SYMBOL:
      return _ ("Document symbol");
    case SUIVI_TABLE_FIELD_KEY:
      /* Translators: what tells an entry of a database from all others, such as the annotation id of UHRI */
      return _ ("Key in the database it comes from");
    case SUIVI_TABLE_FIELD_CATEGORY:
      return _ ("Action category");
    case SUIVI_TABLE_FIELD_ISSUES:
      return _ ("Issues");
    case SUIVI_TABLE_FIELD_CHILDREN:
      return _ ("About children (yes or no)");
    default:
      g_return_val_if_reached ("");
    }
}

/* --- the mapping ------------------------------------------------------------------------------------------
 */

static void
free_entry (gpointer data)
{
  Entry *entry = data;

  g_free (entry->header);
  g_free (entry);
}

/**
 * suivi_table_mapping_new:
 *
 * Returns: (transfer full): a mapping that says nothing
 */
SuiviTableMapping *
suivi_table_mapping_new (void)
{
  SuiviTableMapping *self = g_new0 (SuiviTableMapping, 1);

  self->entries = g_ptr_array_new_with_free_func (free_entry);
  self->by_key = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  return self;
}

/**
 * suivi_table_mapping_copy:
 *
 * Returns: (transfer full): a copy that can go to another thread
 */
SuiviTableMapping *
suivi_table_mapping_copy (const SuiviTableMapping *self)
{
  SuiviTableMapping *copy = suivi_table_mapping_new ();

  g_return_val_if_fail (self != NULL, copy);

  for (guint i = 0; i < self->entries->len; i++)
    {
      const Entry *entry = self->entries->pdata[i];

      suivi_table_mapping_set (copy, entry->header, entry->field);
    }

  return copy;
}

/**
 * suivi_table_mapping_free:
 * @self: (nullable) (transfer full): a mapping
 */
void
suivi_table_mapping_free (SuiviTableMapping *self)
{
  if (self == NULL)
    return;

  g_hash_table_unref (self->by_key);
  g_ptr_array_unref (self->entries);
  g_free (self);
}

/**
 * suivi_table_mapping_set:
 * @header: header of a column; case, accents and white space make no difference
 * @field: what the column means
 */
void
suivi_table_mapping_set (SuiviTableMapping *self, const char *header, SuiviTableField field)
{
  g_autofree char *key = NULL;
  Entry *entry = NULL;

  g_return_if_fail (self != NULL);
  g_return_if_fail (header != NULL);
  g_return_if_fail (field < SUIVI_N_TABLE_FIELDS);

  key = suivi_text_fold (header);
  entry = g_hash_table_lookup (self->by_key, key);
  if (entry == NULL)
    {
      entry = g_new0 (Entry, 1);
      entry->header = suivi_text_clean (header);
      g_ptr_array_add (self->entries, entry);
      g_hash_table_insert (self->by_key, g_steal_pointer (&key), entry);
    }
  entry->field = field;
}

/**
 * suivi_table_mapping_get:
 * @header: header of a column
 *
 * Returns: what the column means, %SUIVI_TABLE_FIELD_IGNORE if nobody said
 */
SuiviTableField
suivi_table_mapping_get (const SuiviTableMapping *self, const char *header)
{
  g_autofree char *key = NULL;
  const Entry *entry = NULL;

  g_return_val_if_fail (self != NULL, SUIVI_TABLE_FIELD_IGNORE);
  g_return_val_if_fail (header != NULL, SUIVI_TABLE_FIELD_IGNORE);

  key = suivi_text_fold (header);
  entry = g_hash_table_lookup (self->by_key, key);

  return entry != NULL ? entry->field : SUIVI_TABLE_FIELD_IGNORE;
}

/**
 * suivi_table_mapping_has:
 *
 * Returns: whether some column means @field
 */
gboolean
suivi_table_mapping_has (const SuiviTableMapping *self, SuiviTableField field)
{
  g_return_val_if_fail (self != NULL, FALSE);

  for (guint i = 0; i < self->entries->len; i++)
    {
      if (((const Entry *) self->entries->pdata[i])->field == field)
        return TRUE;
    }

  return FALSE;
}

/**
 * suivi_table_mapping_check:
 * @headers: the headers of a table
 * @error: return location of %SUIVI_IMPORT_ERROR_BAD_MAPPING
 *
 * Returns: whether each header of the mapping is one of the table
 */
gboolean
suivi_table_mapping_check (const SuiviTableMapping *self, const char *const *headers, GError **error)
{
  g_autoptr (GHashTable) keys = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (gsize i = 0; headers[i] != NULL; i++)
    g_hash_table_add (keys, suivi_text_fold (headers[i]));

  for (guint i = 0; i < self->entries->len; i++)
    {
      const Entry *entry = self->entries->pdata[i];
      g_autofree char *key = suivi_text_fold (entry->header);

      if (!g_hash_table_contains (keys, key))
        {
          g_autofree char *known = g_strjoinv (", ", (char **) headers);

          g_set_error (error, SUIVI_IMPORT_ERROR, SUIVI_IMPORT_ERROR_BAD_MAPPING,
                       /* Translators: the second %s is a list of headers */
                       _ ("The table has no column “%s”. Its columns are: %s."), entry->header, known);
          return FALSE;
        }
    }

  return TRUE;
}

/* --- the command line -------------------------------------------------------------------------------------
 */

/* Reads "Header=field" up to a comma. Quotes and backslashes are taken off; the last "=" outside of them
 * parts the two.
 * Returns where the next item begins, NULL at the end. */
static const char *
read_item (const char *p, GString *header, GString *field)
{
  gboolean quoted = FALSE;
  gssize parted = -1;

  g_string_truncate (header, 0);
  g_string_truncate (field, 0);
  for (; *p != '\0' && (quoted || *p != ','); p++)
    {
      if (*p == '\\' && p[1] != '\0')
        p++;
      else if (*p == '"')
        {
          quoted = !quoted;
          continue;
        }
      else if (*p == '=' && !quoted)
        parted = header->len;
      g_string_append_c (header, *p);
    }
  if (parted >= 0)
    {
      g_string_assign (field, header->str + parted + 1);
      g_string_truncate (header, parted);
    }

  return *p == ',' ? p + 1 : NULL;
}

static gboolean
add_item (SuiviTableMapping *self, const char *header, const char *nick, GError **error)
{
  g_autofree char *clean_header = suivi_text_clean (header);
  g_autofree char *clean_nick = suivi_text_clean (nick);
  SuiviTableField field = SUIVI_TABLE_FIELD_IGNORE;

  if (*clean_header == '\0' || *clean_nick == '\0')
    {
      g_set_error (error, SUIVI_IMPORT_ERROR, SUIVI_IMPORT_ERROR_BAD_MAPPING,
                   _ ("“%s” does not say what a column means. Write it as Header=field, such as Text=text."),
                   *clean_header != '\0' ? clean_header : clean_nick);
      return FALSE;
    }
  if (!suivi_table_field_from_nick (clean_nick, &field))
    {
      g_autoptr (GString) known = g_string_new (nicks[0]);

      for (guint i = 1; i < SUIVI_N_TABLE_FIELDS; i++)
        g_string_append_printf (known, ", %s", nicks[i]);
      g_set_error (error, SUIVI_IMPORT_ERROR, SUIVI_IMPORT_ERROR_BAD_MAPPING,
                   /* Translators: the second %s is a list of words such as "number, text, states" */
                   _ ("A column cannot mean “%s”. It can be: %s."), clean_nick, known->str);
      return FALSE;
    }

  suivi_table_mapping_set (self, clean_header, field);

  return TRUE;
}

/**
 * suivi_table_mapping_parse:
 * @map: "Header=field,Other header=field" with the nicks of #SuiviTableField. A header with a comma or "=" in
 *   it stands in double quotes, or has a backslash before each
 * @error: return location of %SUIVI_IMPORT_ERROR_BAD_MAPPING
 *
 * Columns that are not named are not imported.
 *
 * Returns: (transfer full) (nullable): the mapping
 */
SuiviTableMapping *
suivi_table_mapping_parse (const char *map, GError **error)
{
  g_autoptr (SuiviTableMapping) self = suivi_table_mapping_new ();
  g_autoptr (GString) header = g_string_new (NULL);
  g_autoptr (GString) field = g_string_new (NULL);
  g_autofree char *valid = NULL;
  const char *p = NULL;

  g_return_val_if_fail (map != NULL, NULL);

  if (strlen (map) > MAX_MAP)
    {
      g_set_error_literal (error, SUIVI_IMPORT_ERROR, SUIVI_IMPORT_ERROR_BAD_MAPPING,
                           _ ("What is said about the columns is too long."));
      return NULL;
    }

  valid = suivi_text_make_valid (map, -1);
  for (p = valid; p != NULL;)
    {
      p = read_item (p, header, field);
      if (!add_item (self, header->str, field->str, error))
        return NULL;
    }

  return g_steal_pointer (&self);
}
