/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "core/text/text.h"
#include "exchange/markdown.h"
#include "exchange/table-mapping-private.h"
#include "exchange/table-preview-private.h"
#include "exchange/table-reader.h"
#include "exchange/table-words.h"
#include "exchange/upr-info.h"

#define N_OLD 11

/* The export of upr-info.org until about 2019: two of its headers stand twice, so the place says what a
 * column is. */
static const SuiviTableField old_fields[N_OLD] = {
  SUIVI_TABLE_FIELD_REVIEWED_STATE, SUIVI_TABLE_FIELD_IGNORE,   SUIVI_TABLE_FIELD_IGNORE,
  SUIVI_TABLE_FIELD_TEXT,           SUIVI_TABLE_FIELD_STATES,   SUIVI_TABLE_FIELD_IGNORE,
  SUIVI_TABLE_FIELD_IGNORE,         SUIVI_TABLE_FIELD_POSITION, SUIVI_TABLE_FIELD_CATEGORY,
  SUIVI_TABLE_FIELD_ISSUES,         SUIVI_TABLE_FIELD_SESSION,
};

/* Its headers, and how researchers renamed them in files that go around. Folded words, see
 * suivi_table_words_make_key(). */
static const char *const old_headers[][N_OLD] = {
  { "sur", "rgrp", "org", "recommendation", "rs", "rgrp", "org", "response", "action", "issue", "session" },
  { "to", "to rgrp", "to org", "text", "from", "from rgrp", "from org", "response", "action", "issue",
    "session" },
};

typedef struct
{
  guint template; /* column that says what kind of entry a row is, G_MAXUINT if there is none */
  guint n_others; /* rows that are something else */
} Database;

static gboolean
is_old_layout (const SuiviTableHeader *header)
{
  guint n_columns = g_strv_length (header->written);

  if (n_columns < N_OLD)
    return FALSE;

  for (gsize i = 0; i < G_N_ELEMENTS (old_headers); i++)
    {
      guint n_same = 0;

      for (guint j = 0; j < N_OLD; j++)
        {
          g_autofree char *key = suivi_table_words_make_key (header->written[j]);

          n_same += g_str_equal (key, old_headers[i][j]);
        }
      if (n_same == N_OLD)
        return TRUE;
    }

  return FALSE;
}

/* The present database (Uwazi) has the labels of its template for headers, in the language of the page: an
 * action category and issues beside the two States, the session and the response, and no number. */
static gboolean
is_present_layout (const SuiviTableMapping *mapping)
{
  static const SuiviTableField needed[]
    = { SUIVI_TABLE_FIELD_TEXT,    SUIVI_TABLE_FIELD_REVIEWED_STATE, SUIVI_TABLE_FIELD_STATES,
        SUIVI_TABLE_FIELD_SESSION, SUIVI_TABLE_FIELD_POSITION,       SUIVI_TABLE_FIELD_CATEGORY,
        SUIVI_TABLE_FIELD_ISSUES };

  for (gsize i = 0; i < G_N_ELEMENTS (needed); i++)
    {
      if (!suivi_table_mapping_has (mapping, needed[i]))
        return FALSE;
    }

  return !suivi_table_mapping_has (mapping, SUIVI_TABLE_FIELD_NUMBER);
}

/**
 * suivi_upr_info_recognise:
 * @header: the header of a table
 *
 * Returns: whether it is an export of UPR Info's database, old or new
 */
gboolean
suivi_upr_info_recognise (const SuiviTableHeader *header)
{
  g_autoptr (SuiviTableMapping) mapping = NULL;

  g_return_val_if_fail (header != NULL, FALSE);

  if (is_old_layout (header))
    return TRUE;
  mapping = suivi_table_mapping_propose ((const char *const *) header->names);

  return is_present_layout (mapping);
}

static guint
find_template (const SuiviTableHeader *header)
{
  static const char *const words[] = { "template", "modele", "plantilla", "tipo", "type" };

  for (guint i = 0; header->written[i] != NULL; i++)
    {
      g_autofree char *key = suivi_table_words_make_key (header->written[i]);

      for (gsize j = 0; j < G_N_ELEMENTS (words); j++)
        {
          if (g_str_equal (key, words[j]))
            return i;
        }
    }

  return G_MAXUINT;
}

/* The database also holds States, sessions and documents, each with a template of its own. */
static gboolean
prepare_entry (SuiviTableCells *cells, gpointer user_data)
{
  static const char *const words[]
    = { "recommend", "recommand", "recomend", "pledge", "engagement", "compromiso", "commitment" };
  Database *self = user_data;
  char **text = &cells->texts[SUIVI_TABLE_FIELD_TEXT];
  g_autofree char *template = NULL;
  gboolean found = self->template == G_MAXUINT;
  char *plain = NULL;

  if (!found)
    template = suivi_table_words_make_key (suivi_sheet_row_get (cells->row, self->template));
  found |= template != NULL && *template == '\0';
  for (gsize i = 0; i < G_N_ELEMENTS (words) && !found; i++)
    found = strstr (template, words[i]) != NULL;
  if (!found)
    {
      self->n_others++;
      return FALSE;
    }

  plain = suivi_markdown_to_text (*text);
  g_free (*text);
  *text = plain;

  return TRUE;
}

/**
 * suivi_upr_info_read:
 * @book: a file of tables
 * @header: its header, which suivi_upr_info_recognise() knows
 * @plan: where to put what it says
 * @cancellable: (nullable): to stop
 * @error: return location of a %SUIVI_IMPORT_ERROR or %G_IO_ERROR_CANCELLED
 *
 * The database has one row per recommending State. Rows with the same State under review, session, response
 * and text (see suivi_text_normalise()) become one recommendation with several States, in the order of the
 * file; what States support only in part stands there as two rows with two responses, and becomes two
 * recommendations. "Voluntary Pledge" is a voluntary commitment. There are no numbers: UPR Info takes them
 * off. Action category and issues are kept as written.
 *
 * Returns: whether all of it was read; if not, @plan is to be thrown away
 */
gboolean
suivi_upr_info_read (SuiviSheetBook *book,
                     const SuiviTableHeader *header,
                     SuiviImportPlan *plan,
                     GCancellable *cancellable,
                     GError **error)
{
  guint n_columns = g_strv_length (header->names);
  g_autofree SuiviTableField *fields = g_new0 (SuiviTableField, n_columns + 1);
  g_autoptr (SuiviTableMapping) mapping = NULL;
  SuiviTableLayout layout = { header, fields, TRUE, NULL, NULL };
  Database database = { G_MAXUINT, 0 };

  if (is_old_layout (header))
    {
      mapping = suivi_table_mapping_new ();
      for (guint i = 0; i < n_columns; i++)
        suivi_table_mapping_set (mapping, header->names[i],
                                 i < N_OLD ? old_fields[i] : SUIVI_TABLE_FIELD_IGNORE);
    }
  else
    {
      mapping = suivi_table_mapping_propose ((const char *const *) header->names);
      database.template = find_template (header);
      layout.prepare = prepare_entry;
      layout.user_data = &database;
    }
  for (guint i = 0; i < n_columns; i++)
    fields[i] = suivi_table_mapping_get (mapping, header->names[i]);

  /* Encoding and separator of a text file can be guessed wrong. */
  if (suivi_sheet_book_get_kind (book) == SUIVI_SHEET_CSV)
    suivi_import_plan_take_preview (plan, suivi_table_preview_make (book, header, mapping, FALSE));
  if (!suivi_table_reader_read (book, &layout, plan, cancellable, error))
    return FALSE;

  if (database.n_others > 0)
    {
      g_autofree char *note
        = g_strdup_printf (ngettext ("%u row is no recommendation and was left out.",
                                     "%u rows are no recommendations and were left out.", database.n_others),
                           database.n_others);

      suivi_import_plan_add_note (plan, note);
    }

  return TRUE;
}
