/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "core/text/text.h"
#include "exchange/impact-oss.h"
#include "exchange/recommendation-number.h"
#include "exchange/table-mapping-private.h"
#include "exchange/table-preview-private.h"
#include "exchange/table-reader.h"
#include "exchange/table-words.h"

#define DRAFT_MARK " [draft]"

/* The framework of recommendations of human rights mechanisms; the others are SDGs and development plans. */
#define HUMAN_RIGHTS 1

typedef enum
{
  COLUMN_REFERENCE,
  COLUMN_TITLE,
  COLUMN_DESCRIPTION,
  COLUMN_SUPPORT,
  COLUMN_FRAMEWORK,
  COLUMN_DRAFT,
  COLUMN_ARCHIVED,
  COLUMN_BODY,
  N_COLUMNS,
} Column;

/* Attributes of IMPACT OSS, as its database and its exports call them. */
static const char *const attributes[N_COLUMNS] = {
  [COLUMN_REFERENCE] = "reference",     [COLUMN_TITLE] = "title",
  [COLUMN_DESCRIPTION] = "description", [COLUMN_SUPPORT] = "support_level",
  [COLUMN_FRAMEWORK] = "framework_id",  [COLUMN_DRAFT] = "draft",
  [COLUMN_ARCHIVED] = "is_archive",     [COLUMN_BODY] = NULL,
};

/* Columns of exports and templates that say nothing that Suivi keeps. "response" is the government's comment,
 * not its position. */
static const char *const other_attributes[] = { "id",
                                                "response",
                                                "created_at",
                                                "created_by",
                                                "updated_at",
                                                "updated_by",
                                                "created_by_id",
                                                "updated_by_id",
                                                "public_api",
                                                "relationship_updated_at",
                                                "relationship_updated_by" };

typedef struct
{
  guint columns[N_COLUMNS]; /* G_MAXUINT where there is none */
  guint n_names;            /* columns with a header */
  gboolean is_template;
  guint n_hints;
  guint n_drafts;
  guint n_archived;
  guint n_other_frameworks;
  guint n_other_bodies;
} Impact;

/* "reference" of "Reference [database:reference]" and of "reference"; "themes" of "Themes
 * [rel:category-short-title]".
 * Returns %NULL for a relation to something that is none of a recommendation's tags. Sets whether it was a
 * template's. */
static char *
read_attribute (const char *header, gboolean *is_template)
{
  const char *bracket = strrchr (header, '[');
  gsize length = strlen (header);
  char *attribute = NULL;

  if (bracket == NULL || header[length - 1] != ']')
    return g_ascii_strdown (header, -1);
  if (g_str_has_prefix (bracket, "[database:"))
    {
      *is_template = TRUE;
      bracket += strlen ("[database:");
      attribute = g_strndup (bracket, header + length - 1 - bracket);

      return g_strstrip (attribute);
    }
  if (g_str_has_prefix (bracket, "[rel:"))
    {
      *is_template = TRUE;
      return g_strdup (g_str_has_prefix (bracket, "[rel:category-short-title") ? "themes" : "id");
    }

  return g_ascii_strdown (header, -1);
}

/* Attributes that only measures ("actions") and indicators have. */
static gboolean
is_of_other_entity (const char *attribute)
{
  static const char *const names[]
    = { "outcome", "indicator_summary", "target_date", "target_date_comment", "frequency_months",
        "repeat",  "start_date" };

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      if (g_str_equal (attribute, names[i]))
        return TRUE;
    }

  return FALSE;
}

typedef struct
{
  gboolean is_template;
  gboolean has_reference;
  gboolean has_title;
  gboolean is_typical; /* has a column that hardly any other program would write */
  gboolean is_other_entity;
} Features;

static Features
look_at (const SuiviTableHeader *header)
{
  static const char *const typical[]
    = { "support_level",     "framework_id",        "is_archive",      "draft",
        "indicator_summary", "target_date_comment", "frequency_months" };
  Features features = { FALSE };

  for (guint i = 0; header->written[i] != NULL; i++)
    {
      g_autofree char *attribute = read_attribute (header->written[i], &features.is_template);

      features.has_reference |= g_str_equal (attribute, "reference");
      features.has_title |= g_str_equal (attribute, "title");
      features.is_typical |= g_str_has_prefix (attribute, "connected_");
      features.is_other_entity |= is_of_other_entity (attribute);
      for (gsize j = 0; j < G_N_ELEMENTS (typical); j++)
        features.is_typical |= g_str_equal (attribute, typical[j]);
    }

  return features;
}

/**
 * suivi_impact_oss_recognise:
 * @header: the header of a table
 *
 * Returns: whether it is an export of IMPACT OSS or a template for its import, of whatever it keeps
 */
gboolean
suivi_impact_oss_recognise (const SuiviTableHeader *header)
{
  Features features = { FALSE };

  g_return_val_if_fail (header != NULL, FALSE);

  features = look_at (header);

  return features.has_title && (features.is_template || (features.has_reference && features.is_typical));
}

/* Its taxonomies are chosen by each government; their columns are called by them: "human_rights_issues",
 * "affected_persons", "sdgs". What we do not know by its name is a theme. */
static SuiviTableField
find_taxonomy (const char *attribute, gboolean *is_body)
{
  g_autofree char *key = suivi_table_words_make_key (attribute);
  SuiviTableField field = SUIVI_TABLE_FIELD_IGNORE;

  *is_body
    = strstr (key, "body") != NULL || strstr (key, "bodies") != NULL || strstr (key, "mechanism") != NULL;
  if (*is_body)
    return SUIVI_TABLE_FIELD_IGNORE;
  suivi_table_words_find_field (key, &field);
  if (field == SUIVI_TABLE_FIELD_GROUPS || field == SUIVI_TABLE_FIELD_SDGS
      || field == SUIVI_TABLE_FIELD_SESSION || field == SUIVI_TABLE_FIELD_CYCLE
      || field == SUIVI_TABLE_FIELD_STATES || field == SUIVI_TABLE_FIELD_REVIEWED_STATE)
    return field;

  return SUIVI_TABLE_FIELD_THEMES;
}

static SuiviTableField
find_field (Impact *self, const char *attribute, guint column)
{
  static const SuiviTableField fields[N_COLUMNS] = {
    [COLUMN_REFERENCE] = SUIVI_TABLE_FIELD_NUMBER,
    [COLUMN_TITLE] = SUIVI_TABLE_FIELD_TEXT,
    [COLUMN_SUPPORT] = SUIVI_TABLE_FIELD_POSITION,
  };
  gboolean is_body = FALSE;
  SuiviTableField field = SUIVI_TABLE_FIELD_IGNORE;

  for (guint i = 0; i < N_COLUMNS; i++)
    {
      if (attributes[i] != NULL && g_str_equal (attribute, attributes[i]))
        {
          self->columns[i] = column;
          return fields[i];
        }
    }
  for (gsize i = 0; i < G_N_ELEMENTS (other_attributes); i++)
    {
      if (g_str_equal (attribute, other_attributes[i]))
        return SUIVI_TABLE_FIELD_IGNORE;
    }
  if (*attribute == '\0' || g_str_has_prefix (attribute, "connected_")
      || g_str_has_prefix (attribute, "connection_")
      || (self->is_template && !g_str_equal (attribute, "themes")))
    return SUIVI_TABLE_FIELD_IGNORE;

  field = find_taxonomy (attribute, &is_body);
  if (is_body)
    self->columns[COLUMN_BODY] = column;

  return field;
}

/* --- rows -------------------------------------------------------------------------------------------------
 */

static const char *
get_cell (const Impact *self, const SuiviTableCells *cells, Column column)
{
  return self->columns[column] != G_MAXUINT ? suivi_sheet_row_get (cells->row, self->columns[column]) : "";
}

static gboolean
is_true (const char *cell)
{
  gboolean truth = FALSE;

  return suivi_table_words_find_truth (cell, &truth) && truth;
}

static void
replace (char **text, char *replacement)
{
  g_free (*text);
  *text = replacement;
}

/* "- Right to health [A1]\n- Food [A2] [draft]" without what IMPACT OSS adds. */
static char *
strip_items (const char *cell)
{
  g_auto (GStrv) lines = g_strsplit (cell, "\n", -1);

  for (gsize i = 0; lines[i] != NULL; i++)
    {
      g_autofree char *item = suivi_text_clean (lines[i]);
      gsize length = 0;
      char *bracket = NULL;

      if (g_str_has_suffix (item, DRAFT_MARK))
        item[strlen (item) - strlen (DRAFT_MARK)] = '\0';
      length = strlen (item);
      bracket = strrchr (item, '[');
      if (bracket != NULL && bracket > item && bracket[-1] == ' ' && item[length - 1] == ']')
        bracket[-1] = '\0';
      g_free (lines[i]);
      lines[i] = g_strdup (g_str_has_prefix (item, "- ") ? item + 2 : item);
    }

  return g_strjoinv ("\n", lines);
}

/* The template has a row of hints below its headers, and a notice in a last column without a header. */
static gboolean
is_hint (const Impact *self, const SuiviTableCells *cells)
{
  g_autofree char *framework = suivi_text_clean (get_cell (self, cells, COLUMN_FRAMEWORK));
  g_autofree char *support = suivi_text_clean (get_cell (self, cells, COLUMN_SUPPORT));
  SuiviPosition position = SUIVI_POSITION_PENDING;

  if (!self->is_template || self->n_hints > 0)
    return FALSE;
  for (guint i = self->n_names; i < cells->row->n_cells; i++)
    {
      if (!suivi_text_is_blank (cells->row->cells[i]))
        return TRUE;
    }

  return (*framework != '\0' && !g_ascii_isdigit (*framework))
         || (*support != '\0' && !g_ascii_isdigit (*support)
             && !suivi_table_words_find_position (support, &position));
}

/* Its title is the text, unless the description has more of it. */
static void
prepare_text (const Impact *self, SuiviTableCells *cells)
{
  g_autofree char *title = g_strdup (get_cell (self, cells, COLUMN_TITLE));
  const char *description = get_cell (self, cells, COLUMN_DESCRIPTION);

  if (g_str_has_suffix (title, DRAFT_MARK))
    title[strlen (title) - strlen (DRAFT_MARK)] = '\0';
  replace (&cells->texts[SUIVI_TABLE_FIELD_TEXT],
           g_strdup (suivi_text_is_blank (description) ? title : description));
}

/* The reference is the number where it looks like one, behind a symbol or not ("115.23", "A/HRC/28/15 -
 * 115.23"); one that the government made up ("HR-007") is kept as the key in its database. */
static void
prepare_reference (const Impact *self, SuiviTableCells *cells)
{
  g_autofree char *reference = suivi_text_clean (get_cell (self, cells, COLUMN_REFERENCE));
  g_autofree char *number = NULL;
  const char *rest = suivi_recommendation_number_read (reference, &number);

  /* An integer is the number of a paragraph only with a dot behind it. */
  if (number == NULL || *rest != '\0')
    g_clear_pointer (&number, g_free);
  if (number == NULL && *reference != '\0')
    {
      replace (&cells->texts[SUIVI_TABLE_FIELD_KEY], g_strconcat ("impact-oss:", reference, NULL));
      replace (&cells->texts[SUIVI_TABLE_FIELD_NUMBER], NULL);
      return;
    }
  if (number != NULL && g_str_has_prefix (reference, "A/HRC/"))
    replace (&cells->texts[SUIVI_TABLE_FIELD_SYMBOL], g_strndup (reference, strcspn (reference, " ,")));

  replace (&cells->texts[SUIVI_TABLE_FIELD_NUMBER], g_strdup (number != NULL ? number : ""));
}

static void
prepare_position (const Impact *self, SuiviTableCells *cells)
{
  static const char *const words[] = { "Noted", "Supported in part", "Supported" };
  g_autofree char *level = suivi_text_clean (get_cell (self, cells, COLUMN_SUPPORT));

  if (level[0] >= '0' && level[0] <= '2' && (level[1] == '\0' || g_str_equal (level + 1, ".0")))
    replace (&cells->texts[SUIVI_TABLE_FIELD_POSITION], g_strdup (words[level[0] - '0']));
}

static gboolean
prepare_row (SuiviTableCells *cells, gpointer user_data)
{
  Impact *self = user_data;
  const char *framework = get_cell (self, cells, COLUMN_FRAMEWORK);
  const char *body = get_cell (self, cells, COLUMN_BODY);
  guint framework_id = 0;

  if (is_hint (self, cells))
    {
      self->n_hints++;
      return FALSE;
    }
  if (suivi_table_words_find_integer (framework, &framework_id) && framework_id != HUMAN_RIGHTS)
    {
      self->n_other_frameworks++;
      return FALSE;
    }
  if (is_true (get_cell (self, cells, COLUMN_ARCHIVED)))
    {
      self->n_archived++;
      return FALSE;
    }
  if (!suivi_text_is_blank (body) && strstr (body, "UPR") == NULL
      && strstr (body, "Universal Periodic") == NULL)
    {
      self->n_other_bodies++;
      return FALSE;
    }
  if (is_true (get_cell (self, cells, COLUMN_DRAFT))
      || g_str_has_suffix (get_cell (self, cells, COLUMN_TITLE), DRAFT_MARK))
    self->n_drafts++;

  for (guint i = 0; i < SUIVI_N_TABLE_FIELDS; i++)
    {
      if (cells->texts[i] != NULL && i != SUIVI_TABLE_FIELD_TEXT && i != SUIVI_TABLE_FIELD_NUMBER
          && i != SUIVI_TABLE_FIELD_POSITION)
        replace (&cells->texts[i], strip_items (cells->texts[i]));
    }
  prepare_text (self, cells);
  prepare_reference (self, cells);
  prepare_position (self, cells);

  return TRUE;
}

static void
add_note (SuiviImportPlan *plan, const char *format, guint count)
{
  g_auto (GStrv) parts = NULL;
  g_autofree char *number = NULL;
  g_autofree char *note = NULL;

  if (count == 0)
    return;
  parts = g_strsplit (format, "%u", 2);
  number = g_strdup_printf ("%u", count);
  note = g_strjoinv (number, parts);
  suivi_import_plan_add_note (plan, note);
}

static void
add_notes (const Impact *self, SuiviImportPlan *plan)
{
  add_note (plan, _ ("The row of hints of the template was left out."), self->n_hints);
  add_note (plan,
            ngettext ("%u row belongs to another framework (SDGs or a development plan) and was left out.",
                      "%u rows belong to other frameworks (SDGs or a development plan) and were left out.",
                      self->n_other_frameworks),
            self->n_other_frameworks);
  add_note (plan,
            ngettext ("%u row is of another human rights mechanism than the UPR and was left out.",
                      "%u rows are of other human rights mechanisms than the UPR and were left out.",
                      self->n_other_bodies),
            self->n_other_bodies);
  add_note (plan,
            ngettext ("%u row is archived in IMPACT OSS and was left out.",
                      "%u rows are archived in IMPACT OSS and were left out.", self->n_archived),
            self->n_archived);
  add_note (plan,
            ngettext ("%u recommendation is still a draft in IMPACT OSS.",
                      "%u recommendations are still drafts in IMPACT OSS.", self->n_drafts),
            self->n_drafts);
}

/**
 * suivi_impact_oss_read:
 * @book: a file of tables
 * @header: its header, which suivi_impact_oss_recognise() knows
 * @plan: where to put what it says
 * @cancellable: (nullable): to stop
 * @error: return location of a %SUIVI_IMPORT_ERROR or %G_IO_ERROR_CANCELLED
 *
 * Reads recommendations of the UPR from IMPACT OSS: its export (raw names of attributes, "- A [ref]" lists)
 * or a filled template ("Label [database:attribute]"). The file does not say which review it is: the user
 * does. A reference that is no number of a recommendation is kept as "impact-oss:…", so that the next file
 * updates what this one brought.
 *
 * Returns: whether all of it was read; if not, @plan is to be thrown away
 */
gboolean
suivi_impact_oss_read (SuiviSheetBook *book,
                       const SuiviTableHeader *header,
                       SuiviImportPlan *plan,
                       GCancellable *cancellable,
                       GError **error)
{
  guint n_columns = g_strv_length (header->names);
  g_autofree SuiviTableField *fields = g_new0 (SuiviTableField, n_columns + 1);
  SuiviTableLayout layout = { header, fields, FALSE, prepare_row, NULL };
  Features features = look_at (header);
  Impact self = { 0 };

  if (features.is_other_entity)
    {
      g_set_error_literal (error, SUIVI_IMPORT_ERROR, SUIVI_IMPORT_ERROR_NO_TABLE,
                           _ ("This file of IMPACT OSS holds actions or indicators. Suivi can import only "
                              "recommendations from it: export those."));
      return FALSE;
    }

  self.is_template = features.is_template;
  for (guint i = 0; i < N_COLUMNS; i++)
    self.columns[i] = G_MAXUINT;
  for (guint i = 0; i < n_columns; i++)
    {
      gboolean is_template = FALSE;
      g_autofree char *attribute = read_attribute (header->written[i], &is_template);

      fields[i] = find_field (&self, attribute, i);
      if (*header->written[i] != '\0')
        self.n_names = i + 1;
    }
  layout.user_data = &self;

  if (suivi_sheet_book_get_kind (book) == SUIVI_SHEET_CSV)
    {
      g_autoptr (SuiviTableMapping) mapping = suivi_table_mapping_new ();

      for (guint i = 0; i < n_columns; i++)
        suivi_table_mapping_set (mapping, header->names[i], fields[i]);
      suivi_import_plan_take_preview (plan, suivi_table_preview_make (book, header, mapping, FALSE));
    }
  if (!suivi_table_reader_read (book, &layout, plan, cancellable, error))
    return FALSE;
  add_notes (&self, plan);

  return TRUE;
}
