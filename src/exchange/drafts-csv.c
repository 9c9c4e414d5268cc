/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Drafts as CSV that every spreadsheet opens: UTF-8 with byte order mark, commas, CRLF, one row per draft. */

#include "config.h"

#include "core/text/text.h"
#include "exchange/drafts-private.h"

/* A spreadsheet takes a cell that begins like this for a formula: the apostrophe says that it is text. */
static gboolean
looks_like_formula (const char *text)
{
  return *text != '\0' && strchr ("=+-@\t\r", *text) != NULL;
}

static void
append_cell (GString *out, const char *text)
{
  g_autofree char *valid = suivi_text_make_valid (text != NULL ? text : "", -1);

  g_string_append_c (out, '"');
  if (looks_like_formula (valid))
    g_string_append_c (out, '\'');
  for (const char *p = valid; *p != '\0'; p++)
    {
      if (*p == '"')
        g_string_append_c (out, '"');
      g_string_append_c (out, *p);
    }
  g_string_append_c (out, '"');
}

static void
end_cell (GString *out, SuiviDraftsColumn column)
{
  g_string_append (out, column + 1 < SUIVI_DRAFTS_N_COLUMNS ? "," : "\r\n");
}

static void
append_entry (GString *out, SuiviDraftsIssue *issue, SuiviDraftsEntry *entry)
{
  for (SuiviDraftsColumn column = 0; column < SUIVI_DRAFTS_N_COLUMNS; column++)
    {
      g_autofree char *text = suivi_drafts_column_text (column, issue, entry);

      append_cell (out, text);
      end_cell (out, column);
    }
}

/**
 * suivi_drafts_make_csv:
 *
 * Returns: (transfer full): the file
 */
GBytes *
suivi_drafts_make_csv (SuiviDraftsContent *content)
{
  GString *out = g_string_new ("\xEF\xBB\xBF");

  for (SuiviDraftsColumn column = 0; column < SUIVI_DRAFTS_N_COLUMNS; column++)
    {
      append_cell (out, suivi_drafts_column_title (column));
      end_cell (out, column);
    }
  for (guint i = 0; i < content->issues->len; i++)
    {
      SuiviDraftsIssue *issue = g_ptr_array_index (content->issues, i);

      for (guint j = 0; j < issue->entries->len; j++)
        append_entry (out, issue, g_ptr_array_index (issue->entries, j));
    }

  return g_string_free_to_bytes (out);
}
