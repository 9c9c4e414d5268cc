/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "core/reference/table.h"
#include "core/text/text.h"
#include "exchange/table-lists.h"

typedef struct
{
  GHashTable *keys; /* of the labels that have a semicolon in themselves */
  guint n_pieces;   /* of the one with the most */
} Whole;

/* "Children: definition; general principles; protection" is one theme. */
static const Whole *
get_whole (void)
{
  static Whole whole;
  static gsize loaded = 0;

  if (g_once_init_enter (&loaded))
    {
      static const char *const tables[][2] = { { "themes.tsv", "theme" }, { "groups.tsv", "group" } };

      whole.keys = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
      for (gsize i = 0; i < G_N_ELEMENTS (tables); i++)
        {
          g_autoptr (SuiviTable) table = suivi_table_load (tables[i][0]);
          guint column = suivi_table_get_column (table, tables[i][1]);

          for (guint row = 0; row < suivi_table_get_n_rows (table); row++)
            {
              const char *label = suivi_table_get (table, row, column);
              guint n_pieces = 1;

              for (const char *p = strchr (label, ';'); p != NULL; p = strchr (p + 1, ';'))
                n_pieces++;
              if (n_pieces > 1)
                g_hash_table_add (whole.keys, suivi_table_make_key (label));
              whole.n_pieces = MAX (whole.n_pieces, n_pieces);
            }
        }
      g_once_init_leave (&loaded, 1);
    }

  return &whole;
}

/* How many of the pieces from @i on are one label with semicolons in it; 1 if none. */
static guint
count_whole (char **pieces, guint i, guint n_pieces)
{
  const Whole *whole = get_whole ();

  for (guint n = MIN (whole->n_pieces, n_pieces - i); n > 1; n--)
    {
      char *kept = g_steal_pointer (&pieces[i + n]);
      g_autofree char *joined = g_strjoinv (";", pieces + i);
      g_autofree char *key = suivi_table_make_key (joined);

      pieces[i + n] = kept;
      if (g_hash_table_contains (whole->keys, key))
        return n;
    }

  return 1;
}

static char *
split_labels (const char *cell)
{
  g_auto (GStrv) pieces = g_strsplit (cell, ";", -1);
  guint n_pieces = g_strv_length (pieces);
  g_autoptr (GString) lines = g_string_new (NULL);

  for (guint i = 0; i < n_pieces;)
    {
      guint n = count_whole (pieces, i, n_pieces);

      if (lines->len > 0)
        g_string_append_c (lines, '\n');
      for (guint j = 0; j < n; j++)
        g_string_append_printf (lines, "%s%s", j > 0 ? ";" : "", pieces[i + j]);
      i += n;
    }

  return g_string_free (g_steal_pointer (&lines), FALSE);
}

/* "16", "SDG 16", "ODS 5.2": whether a goal begins at p, as against a comma in its title. */
static gboolean
begins_goal (const char *p)
{
  static const char *const words[]
    = { "sdg", "odd", "ods", "goal", "target", "objectif", "objetivo", "meta" };

  p += strspn (p, " ");
  if (g_ascii_isdigit (*p))
    return TRUE;
  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    {
      if (g_ascii_strncasecmp (p, words[i], strlen (words[i])) == 0)
        return TRUE;
    }

  return FALSE;
}

static char *
split_goals (const char *cell)
{
  char *lines = g_strdelimit (g_strdup (cell), ";", '\n');

  for (char *p = strchr (lines, ','); p != NULL; p = strchr (p + 1, ','))
    {
      if (begins_goal (p + 1))
        *p = '\n';
    }

  return lines;
}

/**
 * suivi_table_lists_split:
 * @cell: one cell, valid UTF-8
 * @field: what its column means
 *
 * Puts the items of a list on lines of their own. Where the cell has line ends, these part the items, else
 * "|", else ";". A comma parts SDGs, and UPR Info's issues, which have none in their names; themes and groups
 * do have commas, and one theme has semicolons. Marks before an item ("- ") stay.
 *
 * Returns: (transfer full): the items, one per line
 */
char *
suivi_table_lists_split (const char *cell, SuiviTableField field)
{
  g_autofree char *cleaned = suivi_text_clean_lines (cell);

  if (strchr (cleaned, '\n') != NULL)
    return g_steal_pointer (&cleaned);
  if (strchr (cleaned, '|') != NULL)
    return g_strdelimit (g_steal_pointer (&cleaned), "|", '\n');
  if (field == SUIVI_TABLE_FIELD_SDGS)
    return split_goals (cleaned);
  if (field == SUIVI_TABLE_FIELD_ISSUES)
    {
      const char *separator = strchr (cleaned, ';') != NULL ? ";" : ",";

      return g_strdelimit (g_steal_pointer (&cleaned), separator, '\n');
    }

  return split_labels (cleaned);
}
