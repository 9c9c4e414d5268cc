/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gstdio.h>
#include <string.h>

#include "core/text/text.h"
#include "exchange/table-mapping-private.h"

/*
 * What the user chose for tables before: table-mappings.ini in the user's data folder, one group per set of
 * headers. It holds headers and what they mean, never what stands in cells. It is a convenience: where it
 * cannot be read or written, there is nothing to recall.
 */

#define MAX_TABLES   100
#define MAX_FILE     (4 * 1024 * 1024)
#define MAX_HEADERS  (16 * 1024) /* bytes; a table with more is not remembered */
#define KEY_HEADERS  "headers"
#define KEY_FIELDS   "fields"
#define KEY_USED     "used"
#define GROUP_PREFIX "table-"

static char *
get_path (void)
{
  return g_build_filename (g_get_user_data_dir (), "suivi", "table-mappings.ini", NULL);
}

static int
compare_strings (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* The same headers in another order are the same table. Returns %NULL for a table that is not remembered. */
static char *
make_group (const char *const *headers)
{
  g_autoptr (GPtrArray) keys = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *joined = NULL;
  g_autofree char *hash = NULL;
  gsize length = 0;

  for (gsize i = 0; headers[i] != NULL; i++)
    {
      g_ptr_array_add (keys, suivi_text_fold (headers[i]));
      length += strlen (headers[i]) + 1;
    }
  if (keys->len == 0 || length > MAX_HEADERS)
    return NULL;

  g_ptr_array_sort (keys, compare_strings);
  g_ptr_array_add (keys, NULL);
  joined = g_strjoinv ("\n", (char **) keys->pdata);
  hash = g_compute_checksum_for_string (G_CHECKSUM_SHA256, joined, -1);

  return g_strdup_printf (GROUP_PREFIX "%.32s", hash);
}

static GKeyFile *
load (void)
{
  GKeyFile *file = g_key_file_new ();
  g_autofree char *path = get_path ();
  GStatBuf info;

  if (g_stat (path, &info) == 0 && info.st_size <= MAX_FILE)
    g_key_file_load_from_file (file, path, G_KEY_FILE_NONE, NULL);

  return file;
}

/* Forgets the tables that were not used for longest. */
static void
prune (GKeyFile *file)
{
  gsize n_groups = 0;
  g_auto (GStrv) groups = g_key_file_get_groups (file, &n_groups);

  while (n_groups > MAX_TABLES)
    {
      const char *oldest = NULL;
      gint64 oldest_used = G_MAXINT64;

      for (gsize i = 0; groups[i] != NULL; i++)
        {
          gint64 used = g_key_file_get_int64 (file, groups[i], KEY_USED, NULL);

          if (g_key_file_has_group (file, groups[i]) && used < oldest_used)
            {
              oldest = groups[i];
              oldest_used = used;
            }
        }
      if (oldest == NULL)
        return;
      g_key_file_remove_group (file, oldest, NULL);
      n_groups--;
    }
}

/**
 * suivi_table_mapping_recall:
 * @headers: the headers of a table
 *
 * Blocks on the disk.
 *
 * Returns: (transfer full) (nullable): what the user chose for a table with these headers, in whatever order,
 *   the last time; %NULL if there was none
 */
SuiviTableMapping *
suivi_table_mapping_recall (const char *const *headers)
{
  g_autoptr (GKeyFile) file = NULL;
  g_autoptr (SuiviTableMapping) self = NULL;
  g_autofree char *group = NULL;
  g_auto (GStrv) known = NULL;
  g_auto (GStrv) fields = NULL;
  gsize n_known = 0;
  gsize n_fields = 0;

  g_return_val_if_fail (headers != NULL, NULL);

  group = make_group (headers);
  if (group == NULL)
    return NULL;

  file = load ();
  known = g_key_file_get_string_list (file, group, KEY_HEADERS, &n_known, NULL);
  fields = g_key_file_get_string_list (file, group, KEY_FIELDS, &n_fields, NULL);
  if (n_known == 0 || n_known != n_fields)
    return NULL;

  self = suivi_table_mapping_new ();
  for (gsize i = 0; i < n_known; i++)
    {
      SuiviTableField field = SUIVI_TABLE_FIELD_IGNORE;

      /* Somebody else's file, or one of a newer Suivi. */
      if (!suivi_table_field_from_nick (fields[i], &field))
        return NULL;
      suivi_table_mapping_set (self, known[i], field);
    }
  if (!suivi_table_mapping_check (self, headers, NULL))
    return NULL;

  return g_steal_pointer (&self);
}

/**
 * suivi_table_mapping_remember:
 * @headers: the headers of the table
 *
 * Keeps the mapping for the next table with these headers; the last 100 tables are kept. Blocks on the disk.
 */
void
suivi_table_mapping_remember (const SuiviTableMapping *self, const char *const *headers)
{
  g_autoptr (GKeyFile) file = NULL;
  g_autoptr (GPtrArray) fields = g_ptr_array_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *group = NULL;
  g_autofree char *path = get_path ();
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *data = NULL;
  gsize length = 0;

  g_return_if_fail (self != NULL);
  g_return_if_fail (headers != NULL);

  group = make_group (headers);
  if (group == NULL)
    return;

  for (gsize i = 0; headers[i] != NULL; i++)
    g_ptr_array_add (fields,
                     (gpointer) suivi_table_field_to_nick (suivi_table_mapping_get (self, headers[i])));
  file = load ();
  g_key_file_set_string_list (file, group, KEY_HEADERS, headers, fields->len);
  g_key_file_set_string_list (file, group, KEY_FIELDS, (const char *const *) fields->pdata, fields->len);
  g_key_file_set_int64 (file, group, KEY_USED, g_get_real_time ());
  prune (file);

  data = g_key_file_to_data (file, &length, NULL);
  if (g_mkdir_with_parents (folder, 0700) != 0
      || !g_file_set_contents_full (path, data, length, G_FILE_SET_CONTENTS_CONSISTENT, 0600, &error))
    g_debug ("the columns are not remembered: %s", error != NULL ? error->message : "no folder");
}
