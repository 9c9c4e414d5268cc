/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "core/reference/states.h"
#include "core/text/text.h"
#include "exchange/table-mapping-private.h"
#include "exchange/table-words.h"

/* A column of texts: sentences, not names. In characters, on average. */
#define MIN_TEXT 40

/* So many of a hundred filled cells show what a column is. */
#define MOST 80

/* Whether several columns may be put together without more ado. Two columns of texts are two languages, as a
 * rule. */
static gboolean
may_repeat (SuiviTableField field)
{
  return field == SUIVI_TABLE_FIELD_THEMES || field == SUIVI_TABLE_FIELD_GROUPS
         || field == SUIVI_TABLE_FIELD_SDGS || field == SUIVI_TABLE_FIELD_ISSUES;
}

/* "Country", "State": recommending or under review? Other headers say it better. */
static gboolean
is_any_state (const char *header, SuiviTableField field)
{
  return field == SUIVI_TABLE_FIELD_STATES && strchr (header, ' ') == NULL;
}

static void
propose_by_words (const char *const *headers, SuiviTableField *fields)
{
  gboolean taken[SUIVI_N_TABLE_FIELDS] = { FALSE };

  /* What is sure comes first. */
  for (SuiviWordMatch wanted = SUIVI_WORD_WHOLE; wanted > SUIVI_WORD_NONE; wanted--)
    {
      for (gsize i = 0; headers[i] != NULL; i++)
        {
          SuiviTableField field = SUIVI_TABLE_FIELD_IGNORE;
          SuiviWordMatch match = suivi_table_words_find_field (headers[i], &field);

          if (match == SUIVI_WORD_WHOLE && is_any_state (headers[i], field))
            match = SUIVI_WORD_PART;
          if (fields[i] != SUIVI_TABLE_FIELD_IGNORE || match != wanted
              || (taken[field] && !may_repeat (field)))
            continue;
          fields[i] = field;
          taken[field] = TRUE;
        }
    }
}

typedef enum
{
  CONTENT_STATE,
  CONTENT_SYMBOL,
  CONTENT_POSITION,
  CONTENT_NUMBER,
  CONTENT_KEY,
  CONTENT_TRUTH,
  CONTENT_CATEGORY,
  N_CONTENTS,
} Content;

static gboolean
is_paragraph_number (const char *cell)
{
  gsize digits = strspn (cell, "0123456789");
  gsize more = digits > 0 && cell[digits] == '.' ? strspn (cell + digits + 1, "0123456789") : 0;

  return more > 0 && strspn (cell + digits + 1 + more, " .)") == strlen (cell + digits + 1 + more);
}

static gboolean
is_content (const char *cell, Content content)
{
  SuiviPosition position = SUIVI_POSITION_PENDING;
  gboolean truth = FALSE;
  guint category = 0;

  switch (content)
    {
    case CONTENT_STATE:
      return suivi_state_match (cell) != NULL;
    case CONTENT_SYMBOL:
      return g_str_has_prefix (cell, "A/HRC/");
    case CONTENT_POSITION:
      return suivi_table_words_find_position (cell, &position);
    case CONTENT_NUMBER:
      return is_paragraph_number (cell);
    case CONTENT_KEY:
      return g_uuid_string_is_valid (cell);
    case CONTENT_TRUTH:
      return suivi_table_words_find_truth (cell, &truth);
    case CONTENT_CATEGORY:
      return suivi_table_words_find_category (cell, &category);
    case N_CONTENTS:
    default:
      g_return_val_if_reached (FALSE);
    }
}

typedef struct
{
  guint n_filled;
  guint n_characters;
  guint n_like[N_CONTENTS];
  gboolean all_the_same;
} Column;

static Column
look_at (GPtrArray *rows, guint column)
{
  Column self = { 0, 0, { 0 }, TRUE };
  const char *first = NULL;

  for (guint i = 0; i < rows->len; i++)
    {
      const char *const *cells = rows->pdata[i];
      const char *cell = cells[column];

      if (suivi_text_is_blank (cell))
        continue;
      first = first != NULL ? first : cell;
      self.all_the_same &= g_str_equal (first, cell);
      self.n_filled++;
      self.n_characters += g_utf8_strlen (cell, -1);
      for (guint j = 0; j < N_CONTENTS; j++)
        self.n_like[j] += is_content (cell, j);
    }

  return self;
}

static gboolean
is_mostly (const Column *column, Content content)
{
  return column->n_filled > 0 && column->n_like[content] * 100 >= column->n_filled * MOST;
}

static gboolean
is_filled_with_else (const Column *column, Content content)
{
  return column->n_filled > 0 && !is_mostly (column, content);
}

static guint
find_column (const SuiviTableField *fields, gsize n_columns, SuiviTableField field)
{
  for (guint i = 0; i < n_columns; i++)
    {
      if (fields[i] == field)
        return i;
    }

  return G_MAXUINT;
}

/* A field that no header names goes to the first free column that is full of it. */
static void
propose_by_content (const Column *columns, SuiviTableField *fields, gsize n_columns)
{
  static const struct
  {
    SuiviTableField field;
    Content content;
  } wanted[] = {
    { SUIVI_TABLE_FIELD_SYMBOL, CONTENT_SYMBOL }, { SUIVI_TABLE_FIELD_POSITION, CONTENT_POSITION },
    { SUIVI_TABLE_FIELD_NUMBER, CONTENT_NUMBER }, { SUIVI_TABLE_FIELD_STATES, CONTENT_STATE },
    { SUIVI_TABLE_FIELD_KEY, CONTENT_KEY },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (wanted); i++)
    {
      for (guint j = 0; j < n_columns && find_column (fields, n_columns, wanted[i].field) == G_MAXUINT; j++)
        {
          if (fields[j] == SUIVI_TABLE_FIELD_IGNORE && is_mostly (&columns[j], wanted[i].content))
            fields[j] = wanted[i].field;
        }
    }
}

/* A table without a column "Recommendation": the one with the longest texts, if they are sentences. */
static void
propose_text (const Column *columns, SuiviTableField *fields, gsize n_columns)
{
  guint longest = G_MAXUINT;
  guint length = MIN_TEXT;

  if (find_column (fields, n_columns, SUIVI_TABLE_FIELD_TEXT) != G_MAXUINT)
    return;

  for (guint i = 0; i < n_columns; i++)
    {
      guint mean = columns[i].n_filled > 0 ? columns[i].n_characters / columns[i].n_filled : 0;

      if (fields[i] == SUIVI_TABLE_FIELD_IGNORE && mean >= length)
        {
          longest = i;
          length = mean + 1;
        }
    }
  if (longest != G_MAXUINT)
    fields[longest] = SUIVI_TABLE_FIELD_TEXT;
}

/* Headers that can mean two things. */
static void
settle (const char *const *headers, const Column *columns, SuiviTableField *fields, gsize n_columns)
{
  for (guint i = 0; i < n_columns; i++)
    {
      SuiviTableField field = SUIVI_TABLE_FIELD_IGNORE;

      /* "Children", "Action" and "Category" may hold anything; only yes and no, or one of five, can be read.
       * */
      if ((fields[i] == SUIVI_TABLE_FIELD_CHILDREN && is_filled_with_else (&columns[i], CONTENT_TRUTH))
          || (fields[i] == SUIVI_TABLE_FIELD_CATEGORY && is_filled_with_else (&columns[i], CONTENT_CATEGORY)))
        fields[i] = SUIVI_TABLE_FIELD_IGNORE;
      /* "Response" may hold what the government wrote. */
      if (fields[i] == SUIVI_TABLE_FIELD_POSITION && columns[i].n_like[CONTENT_POSITION] == 0
          && columns[i].n_filled > 0 && columns[i].n_characters / columns[i].n_filled >= MIN_TEXT)
        fields[i] = SUIVI_TABLE_FIELD_IGNORE;
      /* "Reference" may be the document. */
      if (fields[i] == SUIVI_TABLE_FIELD_NUMBER && is_mostly (&columns[i], CONTENT_SYMBOL))
        fields[i] = SUIVI_TABLE_FIELD_IGNORE;
      /* "Country" beside "Recommending State", or always the same one: the State under review. */
      if (fields[i] != SUIVI_TABLE_FIELD_REVIEWED_STATE
          && find_column (fields, n_columns, SUIVI_TABLE_FIELD_REVIEWED_STATE) == G_MAXUINT
          && suivi_table_words_find_field (headers[i], &field) == SUIVI_WORD_WHOLE
          && is_any_state (headers[i], field) && is_mostly (&columns[i], CONTENT_STATE)
          && (fields[i] != SUIVI_TABLE_FIELD_STATES || (columns[i].all_the_same && columns[i].n_filled >= 3)))
        fields[i] = SUIVI_TABLE_FIELD_REVIEWED_STATE;
    }
}

/**
 * suivi_table_mapping_propose_for:
 * @headers: the headers of a table
 * @rows: (nullable) (element-type GStrv): some of its rows, each with as many cells as there are headers
 *
 * Proposes what the columns mean, from the words of their headers, and where these say nothing from what
 * stands below.
 *
 * Returns: (transfer full): the proposal; it has an entry for each header
 */
SuiviTableMapping *
suivi_table_mapping_propose_for (const char *const *headers, GPtrArray *rows)
{
  SuiviTableMapping *self = suivi_table_mapping_new ();
  gsize n_columns = 0;
  g_autofree SuiviTableField *fields = NULL;
  g_autofree Column *columns = NULL;

  g_return_val_if_fail (headers != NULL, self);

  n_columns = g_strv_length ((char **) headers);
  fields = g_new0 (SuiviTableField, n_columns + 1);
  propose_by_words (headers, fields);
  if (rows != NULL && rows->len > 0)
    {
      columns = g_new0 (Column, n_columns + 1);
      for (guint i = 0; i < n_columns; i++)
        columns[i] = look_at (rows, i);
      settle (headers, columns, fields, n_columns);
      propose_by_content (columns, fields, n_columns);
      propose_text (columns, fields, n_columns);
    }
  for (guint i = 0; i < n_columns; i++)
    suivi_table_mapping_set (self, headers[i], fields[i]);

  return self;
}

/**
 * suivi_table_mapping_propose:
 * @headers: the headers of a table
 *
 * Returns: (transfer full): what the columns mean by the words of their headers
 */
SuiviTableMapping *
suivi_table_mapping_propose (const char *const *headers)
{
  return suivi_table_mapping_propose_for (headers, NULL);
}
