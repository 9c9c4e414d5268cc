/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The scorecard as a PDF to read and to print: a page of numbers first, then every recommendation. */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "core/text/text.h"
#include "exchange/document-bar.h"
#include "exchange/scorecard-output-private.h"
#include "exchange/scorecard-summary.h"
#include "exchange/scorecard-text.h"
#include "store/error.h"

/* Nobody reads more on paper, and a document stands in memory. */
#define MAX_ROWS 20000

/* A row of a table stands on one page, so a longer text goes on in the next row. In letters, so many that they fit even
 * if they are wide; a line end takes as much room as a line. */
#define MAX_TEXT     900
#define MAX_REASON   700
#define LINE_LETTERS 24

/* Columns of the rows, of the tables by position and theme, and of the headline figures. */
static const SuiviColumns row_columns = { 4, { 0.155, 0.175, 0.38, 0.29 }, { 1459, 1647, 3576, 2730 } };
static const SuiviColumns light_columns
  = { 6, { 0.27, 0.17, 0.14, 0.14, 0.15, 0.13 }, { 2541, 1600, 1318, 1318, 1412, 1223 } };
static const SuiviColumns figure_columns = { 3, { 0.60, 0.22, 0.18 }, { 5647, 2071, 1694 } };

/* Their lightness differs as well as their hue, so that they stay apart for colour-blind readers and in grey. */
static const guint colours[SUIVI_N_LIGHTS] = {
  [SUIVI_LIGHT_GREY] = 0xBDBDBD,
  [SUIVI_LIGHT_RED] = 0xC62828,
  [SUIVI_LIGHT_AMBER] = 0xFFB300,
  [SUIVI_LIGHT_GREEN] = 0x2E7D32,
};

/* What is said about one recommendation. */
typedef struct
{
  guint order;
  guint group; /* where it comes from: index in Pages.groups */
  SuiviLight light;
  char *first; /* number and position */
  char *light_text;
  char *text;
  char *reason;
} Row;

/* The document while it is made. */
typedef struct
{
  SuiviScorecardSource *source;
  SuiviScorecardSummary *summary;
  SuiviDocument *document;
  GPtrArray *rows;
  GPtrArray *groups;       /* char */
  GHashTable *group_index; /* char → index + 1 */
} Pages;

static void
free_row (gpointer data)
{
  Row *row = data;

  g_free (row->first);
  g_free (row->light_text);
  g_free (row->text);
  g_free (row->reason);
  g_free (row);
}

/* --- Gathering -------------------------------------------------------------------------------------------- */

static guint
find_group (Pages *self, SuiviReview *review, SuiviRecommendation *recommendation)
{
  char *origin = suivi_scorecard_origin_text (review, recommendation);
  guint index = GPOINTER_TO_UINT (g_hash_table_lookup (self->group_index, origin));

  if (index > 0)
    {
      g_free (origin);
      return index - 1;
    }

  g_ptr_array_add (self->groups, origin);
  g_hash_table_insert (self->group_index, origin, GUINT_TO_POINTER (self->groups->len));

  return self->groups->len - 1;
}

/* Marks of the bidirectional algorithm: what stands between them reads in its own direction. They hold for one line. */
#define ISOLATE     "\u2068"
#define POP_ISOLATE "\u2069"

/* Words of others keep their own direction, whatever that of the document. */
static char *
isolate (const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  for (gsize i = 0; lines[i] != NULL; i++)
    {
      char *line = g_strconcat (ISOLATE, lines[i], POP_ISOLATE, NULL);

      g_free (lines[i]);
      lines[i] = line;
    }

  return g_strjoinv ("\n", lines);
}

static char *
make_text (Pages *self, SuiviRecommendation *recommendation)
{
  g_autofree char *text = isolate (recommendation->text);
  g_autofree char *states = suivi_recommendation_states_to_text (recommendation);
  g_autofree char *label = NULL;

  if (*states == '\0')
    return g_steal_pointer (&text);

  label = suivi_document_label_text (_ ("States"));

  return g_strdup_printf ("%s\n%s %s", text, label, states);
}

static void
append_fact (GString *text, const char *label, const char *fact)
{
  g_autofree char *full = NULL;
  g_autofree char *isolated = NULL;

  if (suivi_text_is_blank (fact))
    return;

  isolated = isolate (fact);
  if (text->len > 0)
    g_string_append_c (text, '\n');
  if (label != NULL)
    {
      full = suivi_document_label_text (label);
      g_string_append_printf (text, "%s ", full);
    }
  g_string_append (text, isolated);
}

static char *
make_reason (Pages *self, SuiviAssessment *assessment)
{
  GString *text = g_string_new (NULL);

  if (assessment == NULL)
    return g_string_free (text, FALSE);

  append_fact (text, NULL, assessment->reason);
  append_fact (text, _ ("Source"), assessment->source);
  append_fact (text, _ ("Date"), assessment->date);
  if (*assessment->organisation != '\0')
    append_fact (text, _ ("Organisation"), assessment->organisation);

  return g_string_free (text, FALSE);
}

static char *
make_light (SuiviLight light, gboolean chosen)
{
  g_autofree char *text = suivi_scorecard_light_text (light);

  /* Translators: below a light that a person chose against the rule */
  return chosen ? g_strdup_printf ("%s\n%s", text, _ ("chosen by hand")) : g_steal_pointer (&text);
}

static char *
make_first (SuiviRecommendation *recommendation)
{
  const char *number = recommendation->number;
  const char *position = suivi_position_to_label (recommendation->position);

  return suivi_text_is_blank (number) ? g_strdup (position) : g_strdup_printf ("%s\n%s", number, position);
}

static gboolean
add_row_cb (SuiviRecommendation *recommendation,
            SuiviReview *review,
            SuiviAssessment *assessment,
            gpointer user_data,
            GError **error)
{
  Pages *self = user_data;
  Row *row = NULL;

  if (self->rows->len == MAX_ROWS)
    {
      g_set_error (error, SUIVI_STORE_ERROR, SUIVI_STORE_ERROR_FAILED,
                   _ ("A PDF cannot hold more than %d recommendations. Narrow the list first, or choose "
                      "another format."),
                   MAX_ROWS);
      return FALSE;
    }

  suivi_scorecard_summary_add (self->summary, recommendation, assessment);
  row = g_new0 (Row, 1);
  row->order = self->rows->len;
  row->group = find_group (self, review, recommendation);
  row->light = recommendation->light;
  row->first = make_first (recommendation);
  row->light_text = make_light (row->light, assessment != NULL && assessment->light_overridden);
  row->text = make_text (self, recommendation);
  row->reason = make_reason (self, assessment);
  g_ptr_array_add (self->rows, row);

  return TRUE;
}

/* --- The first page --------------------------------------------------------------------------------------- */

static void
add_bar (Pages *self, const guint *lights, guint whole)
{
  guint parts[SUIVI_N_LIGHTS] = { 0 };
  guint inks[SUIVI_N_LIGHTS] = { 0 };

  for (guint i = 0; i < SUIVI_N_LIGHTS; i++)
    {
      parts[i] = lights[suivi_scorecard_lights[i]];
      inks[i] = colours[suivi_scorecard_lights[i]];
    }
  suivi_document_add_bar (self->document, 0, parts, inks, SUIVI_N_LIGHTS, whole);
}

static void
add_head (Pages *self)
{
  const SuiviScorecardHead *head = &self->source->head;
  const char *last = suivi_scorecard_summary_get_last_date (self->summary);
  const char *kind = _ ("Scorecard of the Universal Periodic Review");
  g_autofree char *reviews = suivi_scorecard_reviews_text (head->reviews);
  g_autofree char *counting = suivi_counting_rule_to_sentence (&head->rule);
  g_autofree char *cut_off = NULL;

  if (head->cut_off != NULL)
    cut_off = g_strdup (head->cut_off);
  else if (last != NULL)
    /* Translators: %s is a day */
    cut_off = g_strdup_printf (_ ("None was set; the last assessment is of %s"), last);
  else
    cut_off = g_strdup (_ ("None was set, and nothing is assessed yet."));

  /* One review is the title; many would be a title of many lines. */
  suivi_document_add (self->document, SUIVI_BLOCK_TITLE,
                      head->reviews->len == 1 ? self->document->title : kind);
  suivi_document_add (self->document, SUIVI_BLOCK_SUBTITLE, head->reviews->len == 1 ? kind : reviews);
  suivi_document_add_fact (self->document, _ ("Cut-off date"), cut_off);
  suivi_document_add_fact (self->document, _ ("Author"),
                           *head->author != '\0' ? head->author : _ ("Not named"));
  suivi_document_add_fact (self->document, _ ("Included"), head->filter_text);
  suivi_document_add_fact (self->document, _ ("Counting"), counting);
}

static void
add_figure (Pages *self, const char *label, guint count, guint total, guint ink)
{
  g_autofree char *number = g_strdup_printf ("%u", count);
  /* Translators: %u is a number of per cent */
  g_autofree char *percent = g_strdup_printf (_ ("%u %%"), suivi_percent (count, total));
  const char *const cells[] = { label, number, percent };

  suivi_document_add_row (self->document, SUIVI_BLOCK_ROW, &figure_columns, cells);
  if (ink != 0)
    suivi_document_add_bar (self->document, 0, &count, &ink, 1, total);
}

/* What is no answer to a recommendation only where there is some. */
static gboolean
is_shown (Pages *self, SuiviPosition position)
{
  return (position != SUIVI_POSITION_COMMITMENT && position != SUIVI_POSITION_NONE)
         || suivi_scorecard_summary_get_position (self->summary, position) > 0;
}

static void
add_figures (Pages *self)
{
  const guint total = suivi_scorecard_summary_get_total (self->summary);
  const char *const header[] = { _ ("Light"), _ ("Recommendations"), _ ("Percent") };

  suivi_document_add (self->document, SUIVI_BLOCK_HEADING, _ ("Summary"));
  suivi_document_add_row (self->document, SUIVI_BLOCK_HEADER_ROW, &figure_columns, header);
  for (guint i = 0; i < SUIVI_N_LIGHTS; i++)
    {
      SuiviLight light = suivi_scorecard_lights[i];
      g_autofree char *label = suivi_scorecard_light_text (light);

      add_figure (self, label, suivi_scorecard_summary_get_light (self->summary, light), total,
                  colours[light]);
    }
  add_figure (self, _ ("Total"), total, total, 0);
  suivi_document_add (self->document, SUIVI_BLOCK_QUIET, suivi_percent_note ());
}

static void
begin_light_table (Pages *self, const char *label)
{
  char *cells[2 + SUIVI_N_LIGHTS] = { (char *) label };

  for (guint i = 0; i < SUIVI_N_LIGHTS; i++)
    cells[1 + i] = suivi_scorecard_light_text (suivi_scorecard_lights[i]);
  cells[1 + SUIVI_N_LIGHTS] = (char *) _ ("Total");
  suivi_document_add_row (self->document, SUIVI_BLOCK_HEADER_ROW, &light_columns,
                          (const char *const *) cells);
  for (guint i = 0; i < SUIVI_N_LIGHTS; i++)
    g_free (cells[1 + i]);
}

/* @percent_of: if not 0, the total is also given as a share of it */
static void
add_light_row (Pages *self, const char *label, const guint *lights, guint percent_of)
{
  char numbers[1 + SUIVI_N_LIGHTS][32];
  const char *cells[2 + SUIVI_N_LIGHTS] = { label };
  guint total = 0;

  for (guint i = 0; i < SUIVI_N_LIGHTS; i++)
    {
      total += lights[suivi_scorecard_lights[i]];
      g_snprintf (numbers[i], sizeof numbers[i], "%u", lights[suivi_scorecard_lights[i]]);
      cells[1 + i] = numbers[i];
    }
  if (percent_of > 0)
    /* Translators: a number of recommendations, and how many per cent of all that is */
    g_snprintf (numbers[SUIVI_N_LIGHTS], sizeof numbers[0], _ ("%u (%u %%)"), total,
                suivi_percent (total, percent_of));
  else
    g_snprintf (numbers[SUIVI_N_LIGHTS], sizeof numbers[0], "%u", total);
  cells[1 + SUIVI_N_LIGHTS] = numbers[SUIVI_N_LIGHTS];
  suivi_document_add_row (self->document, SUIVI_BLOCK_ROW, &light_columns, cells);
}

static void
add_positions (Pages *self)
{
  const guint total = suivi_scorecard_summary_get_total (self->summary);
  guint whole = 0;
  guint lights[SUIVI_N_LIGHTS] = { 0 };

  for (guint i = 0; i < SUIVI_N_SCORECARD_POSITIONS; i++)
    whole = MAX (whole, suivi_scorecard_summary_get_position (self->summary, suivi_scorecard_positions[i]));

  suivi_document_add (self->document, SUIVI_BLOCK_SUBHEADING, _ ("Lights by position"));
  begin_light_table (self, _ ("Position"));
  for (guint i = 0; i < SUIVI_N_SCORECARD_POSITIONS; i++)
    {
      SuiviPosition position = suivi_scorecard_positions[i];

      if (!is_shown (self, position))
        continue;
      for (guint j = 0; j < SUIVI_N_LIGHTS; j++)
        lights[j] = suivi_scorecard_summary_get_cell (self->summary, position, j);
      add_light_row (self, suivi_position_to_label (position), lights, total);
      add_bar (self, lights, whole);
    }
  for (guint j = 0; j < SUIVI_N_LIGHTS; j++)
    lights[j] = suivi_scorecard_summary_get_light (self->summary, j);
  add_light_row (self, _ ("Total"), lights, 0);
}

static void
add_themes (Pages *self)
{
  g_autoptr (GPtrArray) themes = suivi_scorecard_summary_list_themes (self->summary);
  guint whole = 0;

  if (themes->len == 0)
    return;

  for (guint i = 0; i < themes->len; i++)
    whole = MAX (whole, ((SuiviScorecardTheme *) g_ptr_array_index (themes, i))->total);
  suivi_document_add (self->document, SUIVI_BLOCK_HEADING, _ ("Lights by theme"))->new_page = TRUE;
  suivi_document_add (
    self->document, SUIVI_BLOCK_QUIET,
    _ ("A recommendation counts under each of its themes, so the rows add up to more than the total."));
  begin_light_table (self, _ ("Theme"));
  for (guint i = 0; i < themes->len; i++)
    {
      SuiviScorecardTheme *theme = g_ptr_array_index (themes, i);

      add_light_row (self, theme->theme != NULL ? theme->theme : _ ("Without a theme"), theme->lights, 0);
      add_bar (self, theme->lights, whole);
    }
}

/* --- The rows --------------------------------------------------------------------------------------------- */

/* Takes as much of the text as one row holds, up to a space if there is one; @rest then points behind it.
 * @goes_on: whether it begins within a line, whose marks stand in the piece before */
static char *
take_piece (const char **rest, guint max, gboolean goes_on)
{
  g_autofree char *piece = NULL;
  const char *begin = *rest;
  const char *space = NULL;
  const char *p = begin;
  guint used = 0;

  for (; *p != '\0' && used < max; p = g_utf8_next_char (p))
    {
      used += *p == '\n' ? LINE_LETTERS : 1;
      if (g_unichar_isspace (g_utf8_get_char (p)))
        space = p;
    }
  if (*p != '\0' && space != NULL && space > begin)
    p = g_utf8_next_char (space);
  *rest = p;
  piece = g_strndup (begin, p - begin);
  if (!goes_on || *begin == '\n')
    return g_steal_pointer (&piece);

  return isolate (piece);
}

static void
add_row (Pages *self, const Row *row)
{
  const char *text = row->text;
  const char *reason = row->reason;
  const guint one = 1;
  gboolean first = TRUE;

  while (first || *text != '\0' || *reason != '\0')
    {
      g_autofree char *text_piece = take_piece (&text, MAX_TEXT, !first);
      g_autofree char *reason_piece = take_piece (&reason, MAX_REASON, !first);
      /* Translators: %s is the number of a recommendation and its position; its text began in the row above */
      g_autofree char *again = g_strdup_printf (_ ("%s\n(continued)"), row->first);
      const char *const cells[]
        = { first ? row->first : again, first ? row->light_text : NULL, text_piece, reason_piece };

      suivi_document_add_row (self->document, SUIVI_BLOCK_ROW, &row_columns, cells);
      if (first)
        suivi_document_add_bar (self->document, 1, &one, &colours[row->light], 1, 1);
      first = FALSE;
    }
}

/* By where they come from, and within that as they came: by number. */
static int
compare_rows (gconstpointer a, gconstpointer b, gpointer user_data)
{
  const Row *left = *(const Row *const *) a;
  const Row *right = *(const Row *const *) b;
  GPtrArray *groups = user_data;
  int order = 0;

  if (left->group != right->group)
    {
      order = strcmp (g_ptr_array_index (groups, left->group), g_ptr_array_index (groups, right->group));
      return order != 0 ? order : (int) left->group - (int) right->group;
    }

  return left->order < right->order ? -1 : left->order > right->order;
}

static void
add_rows (Pages *self)
{
  const char *const header[]
    = { _ ("Number and position"), _ ("Light"), _ ("Recommendation"), _ ("Reason and source") };
  gboolean shows_origin = suivi_scorecard_head_shows_origin (&self->source->head);

  suivi_document_add (self->document, SUIVI_BLOCK_HEADING, _ ("Recommendations"))->new_page = TRUE;
  if (self->rows->len == 0)
    suivi_document_add (self->document, SUIVI_BLOCK_TEXT, _ ("There is no recommendation to show."));

  g_ptr_array_sort_with_data (self->rows, compare_rows, self->groups);
  for (guint i = 0; i < self->rows->len; i++)
    {
      const Row *row = g_ptr_array_index (self->rows, i);
      const Row *before = i > 0 ? g_ptr_array_index (self->rows, i - 1) : NULL;

      if (before == NULL || before->group != row->group)
        {
          if (shows_origin)
            suivi_document_add (self->document, SUIVI_BLOCK_SUBHEADING,
                                g_ptr_array_index (self->groups, row->group));
          suivi_document_add_row (self->document, SUIVI_BLOCK_HEADER_ROW, &row_columns, header);
        }
      add_row (self, row);
    }
}

static void
add_method (Pages *self)
{
  g_auto (GStrv) lines = suivi_scorecard_method_lines (suivi_scorecard_summary_get_chosen (self->summary));

  suivi_document_add (self->document, SUIVI_BLOCK_HEADING, _ ("Method"));
  for (guint i = 0; lines[i] != NULL; i++)
    suivi_document_add (self->document, SUIVI_BLOCK_TEXT, lines[i]);
}

/* --- The whole -------------------------------------------------------------------------------------------- */

static GBytes *
make_document (Pages *self, GCancellable *cancellable, GError **error)
{
  const SuiviScorecardHead *head = &self->source->head;
  const char *day
    = head->cut_off != NULL ? head->cut_off : suivi_scorecard_summary_get_last_date (self->summary);
  g_autofree char *reviews = suivi_scorecard_reviews_text (head->reviews);
  /* Translators: %s names reviews */
  g_autofree char *title = g_strdup_printf (_ ("Scorecard: %s"), reviews);
  g_autoptr (SuiviDocument) document = suivi_document_new (title, day);

  self->document = document;
  add_head (self);
  add_figures (self);
  add_positions (self);
  add_themes (self);
  add_rows (self);
  add_method (self);
  suivi_document_keep_dates (document);

  return suivi_document_make_pdf (document, cancellable, error);
}

/**
 * suivi_scorecard_make_pdf:
 * @cancellable: (nullable): to stop
 * @error: return location of what reading the workspace fails with, of a %SUIVI_STORE_ERROR (FAILED: more rows than
 *   anybody reads on paper), or of %G_IO_ERROR_CANCELLED
 *
 * The first page has the numbers; then come the themes, and every recommendation with its grade.
 *
 * Returns: (transfer full) (nullable): the file
 */
GBytes *
suivi_scorecard_make_pdf (SuiviScorecardSource *source, GCancellable *cancellable, GError **error)
{
  g_autoptr (SuiviScorecardSummary) summary = suivi_scorecard_summary_new ();
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (free_row);
  g_autoptr (GPtrArray) groups = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GHashTable) group_index = g_hash_table_new (g_str_hash, g_str_equal);
  Pages self = { source, summary, NULL, rows, groups, group_index };

  if (!suivi_scorecard_source_foreach (source, add_row_cb, &self, cancellable, error))
    return NULL;

  return make_document (&self, cancellable, error);
}
