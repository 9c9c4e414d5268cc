/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The scorecard as a PDF to read and to print: a page of numbers first, then every recommendation. */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "core/text/text.h"
#include "exchange/document-bar.h"
#include "exchange/scorecard-document.h"
#include "exchange/scorecard-output-private.h"
#include "exchange/scorecard-text.h"
#include "store/error.h"

/* Nobody reads more on paper, and a document stands in memory. */
#define MAX_ROWS 20000

/* A row of a table stands on one page, so a longer text goes on in the next row. In letters, so many that they fit even
 * if they are wide; a line end takes as much room as a line. */
#define MAX_TEXT     900
#define MAX_REASON   700
#define LINE_LETTERS 24

static const SuiviColumns row_columns = { 4, { 0.155, 0.175, 0.38, 0.29 }, { 1459, 1647, 3576, 2730 } };

/* What is said about one recommendation. */
typedef struct
{
  guint order;
  guint group; /* where it comes from: index in Pages.groups */
  SuiviLight light;
  char *first; /* number, position and cluster */
  char *light_text;
  char *text;
  char *reason;
} Row;

/* The document while it is made. */
typedef struct
{
  SuiviScorecardSource *source;
  SuiviScorecardTotals *totals;
  SuiviDocument *document;
  GPtrArray *rows;
  GPtrArray *numbers;      /* (element-type utf8): how the rows are called, as they came */
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
make_text (Pages *self, SuiviRecommendation *recommendation)
{
  g_autofree char *states = suivi_recommendation_states_to_text (recommendation);
  g_autofree char *institutions = g_strjoinv (", ", recommendation->institutions);
  GString *text = g_string_new (NULL);

  append_fact (text, NULL, recommendation->text);
  append_fact (text, _ ("States"), states);
  append_fact (text, _ ("Responsible institutions"), institutions);

  return g_string_free (text, FALSE);
}

/* "[1, 2]" */
static char *
make_citations (GArray *numbers)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < numbers->len; i++)
    g_string_append_printf (text, "%s%u", i > 0 ? ", " : "[", g_array_index (numbers, guint, i));
  if (text->len > 0)
    g_string_append_c (text, ']');

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static char *
make_judgements (Pages *self, const SuiviScorecardEntry *entry)
{
  g_autoptr (GString) text = g_string_new (NULL);

  if (entry->judgements->len < 2)
    return NULL;

  for (guint i = 0; i < entry->judgements->len; i++)
    {
      SuiviAssessment *judgement = g_ptr_array_index (entry->judgements, i);

      g_string_append_printf (text, "%s%s %s", i > 0 ? "; " : "", suivi_light_to_symbol (judgement->light),
                              suivi_scorecard_judge_text (self->source, judgement));
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static char *
make_reason (Pages *self, const SuiviScorecardEntry *entry)
{
  const SuiviAssessment *assessment = entry->assessment;
  GString *text = g_string_new (NULL);
  g_autofree char *judgements = make_judgements (self, entry);
  g_autofree char *citations = make_citations (entry->evidence);
  g_autofree char *agreed = NULL;

  if (assessment != NULL)
    {
      agreed = g_strjoinv ("; ", assessment->agreed_by);
      append_fact (text, NULL, assessment->reason);
      append_fact (text, _ ("Source"), assessment->source);
      append_fact (text, _ ("Date"), assessment->date);
      append_fact (text, _ ("Organisation"), assessment->organisation);
      append_fact (text, _ ("Agreed by"), agreed);
      append_fact (text, _ ("Seen otherwise"), assessment->dissent);
      if (assessment->confidence != SUIVI_CONFIDENCE_UNKNOWN)
        append_fact (text, _ ("How sure"), suivi_confidence_to_label (assessment->confidence));
    }
  append_fact (text, _ ("Each organisation"), judgements);
  append_fact (text, _ ("Evidence"), citations);

  return g_string_free (text, FALSE);
}

static char *
make_light (Pages *self, const SuiviScorecardEntry *entry)
{
  const SuiviScorecardHead *head = &self->source->head;
  g_autofree char *light = suivi_scorecard_head_light_text (head, entry->recommendation->light);
  GString *text = g_string_new (light);

  if (entry->assessment != NULL && entry->assessment->light_overridden)
    /* Translators: below a light that a person chose against the rule */
    g_string_append_printf (text, "\n%s", _ ("chosen by hand"));
  if (head->previous != NULL)
    {
      g_autofree char *move = suivi_scorecard_move_text (head, entry->move, entry->previous);

      if (move != NULL)
        g_string_append_printf (text, "\n%s", move);
    }

  return g_string_free (text, FALSE);
}

static char *
make_first (const SuiviScorecardEntry *entry)
{
  GString *text = g_string_new (
    suivi_text_is_blank (entry->recommendation->number) ? NULL : entry->recommendation->number);

  append_fact (text, NULL, suivi_position_to_label (entry->recommendation->position));
  append_fact (text, NULL, entry->cluster);

  return g_string_free (text, FALSE);
}

static gboolean
add_row_cb (const SuiviScorecardEntry *entry, gpointer user_data, GError **error)
{
  SuiviRecommendation *recommendation = entry->recommendation;
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

  suivi_scorecard_totals_add (self->totals, entry);
  row = g_new0 (Row, 1);
  row->order = self->rows->len;
  row->group = find_group (self, entry->review, recommendation);
  row->light = recommendation->light;
  row->first = make_first (entry);
  row->light_text = make_light (self, entry);
  row->text = make_text (self, recommendation);
  row->reason = make_reason (self, entry);
  g_ptr_array_add (self->rows, row);
  g_ptr_array_add (self->numbers,
                   g_strdup (suivi_text_is_blank (recommendation->number) ? _ ("Without a number")
                                                                          : recommendation->number));

  return TRUE;
}

/* --- The pages after the first ---------------------------------------------------------------------------- */

static void
add_themes (Pages *self)
{
  GPtrArray *rows = suivi_breakdown_list_rows (self->totals->themes);

  if (rows->len == 0)
    return;

  suivi_document_add (self->document, SUIVI_BLOCK_HEADING, _ ("Lights by theme"))->new_page = TRUE;
  suivi_document_add (
    self->document, SUIVI_BLOCK_QUIET,
    _ ("A recommendation counts under each of its themes, so the rows add up to more than the total."));
  suivi_scorecard_add_breakdown (self->document, &self->source->head, _ ("Theme"), rows, NULL);
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
  const guint ink = suivi_scorecard_ink (row->light);
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
        suivi_document_add_bar (self->document, 1, &one, &ink, 1, 1);
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
  g_auto (GStrv) lines = suivi_scorecard_list_method (&self->source->head, self->totals);

  suivi_document_add (self->document, SUIVI_BLOCK_HEADING, _ ("Method"));
  for (guint i = 0; lines[i] != NULL; i++)
    suivi_document_add (self->document, SUIVI_BLOCK_TEXT, lines[i]);
}

static void
add_evidence (Pages *self)
{
  GPtrArray *evidence = suivi_scorecard_source_get_evidence (self->source);

  if (evidence->len == 0)
    return;

  suivi_document_add (self->document, SUIVI_BLOCK_HEADING, _ ("Evidence"))->new_page = TRUE;
  suivi_scorecard_add_evidence (self->document, evidence, self->numbers);
}

/* --- The whole -------------------------------------------------------------------------------------------- */

static GBytes *
make_document (Pages *self, GCancellable *cancellable, GError **error)
{
  g_autoptr (SuiviDocument) document
             = suivi_scorecard_begin_pdf (self->source, self->totals, cancellable, error);

  if (document == NULL)
    return NULL;

  self->document = document;
  add_themes (self);
  add_rows (self);
  add_method (self);
  add_evidence (self);
  suivi_document_keep_dates (document);

  return suivi_document_make_pdf (document, cancellable, error);
}

/**
 * suivi_scorecard_make_pdf:
 * @cancellable: (nullable): to stop
 * @error: return location of what reading the workspace fails with, of a %SUIVI_STORE_ERROR (FAILED: more rows than
 *   anybody reads on paper), or of %G_IO_ERROR_CANCELLED
 *
 * The first page has the numbers; then come the clusters and themes, every recommendation with its grade, how it was made,
 * and the evidence.
 *
 * Returns: (transfer full) (nullable): the file
 */
GBytes *
suivi_scorecard_make_pdf (SuiviScorecardSource *source, GCancellable *cancellable, GError **error)
{
  g_autoptr (SuiviScorecardTotals) totals = suivi_scorecard_totals_new (&source->head.rule);
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (free_row);
  g_autoptr (GPtrArray) numbers = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) groups = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GHashTable) group_index = g_hash_table_new (g_str_hash, g_str_equal);
  Pages self = { source, totals, NULL, rows, numbers, groups, group_index };

  if (!suivi_scorecard_source_foreach (source, add_row_cb, &self, cancellable, error)
      || !suivi_scorecard_totals_count_gone (totals, source, error))
    return NULL;

  return make_document (&self, cancellable, error);
}
