/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The scorecard as a PDF to read and to print: a page of numbers first, then every recommendation. */

#include "config.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "core/text/text.h"
#include "exchange/scorecard-document.h"
#include "exchange/scorecard-output-private.h"
#include "exchange/scorecard-text.h"
#include "store/error.h"

/* Nobody reads more on paper, and a document stands in memory. */
#define MAX_ROWS 20000

/* What others say stands besides what counts: so many letters of each reason. */
#define MAX_REASON 220

/* A line below a recommendation. */
typedef struct
{
  char *label; /* (nullable) */
  char *text;
} Detail;

/* What is said about one recommendation. */
typedef struct
{
  guint order;
  guint group; /* where it comes from: index in Pages.groups */
  SuiviLight light;
  char *heading; /* number and position */
  char *meaning; /* of the light */
  char *text;
  GPtrArray *details; /* (element-type Detail) */
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
  gboolean shortened;      /* whether a reason is not told whole */
} Pages;

static void
free_detail (gpointer data)
{
  Detail *detail = data;

  g_free (detail->label);
  g_free (detail->text);
  g_free (detail);
}

static void
free_row (gpointer data)
{
  Row *row = data;

  g_free (row->heading);
  g_free (row->meaning);
  g_free (row->text);
  g_ptr_array_unref (row->details);
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
add_detail (Row *row, const char *label, const char *text)
{
  Detail *detail = NULL;

  if (suivi_text_is_blank (text))
    return;

  detail = g_new0 (Detail, 1);
  detail->label = g_strdup (label);
  detail->text = g_strdup (text);
  g_ptr_array_add (row->details, detail);
}

/* Goes on with a line of several facts. */
static void
append_fact (GString *line, const char *label, const char *fact)
{
  g_autofree char *full = label != NULL ? suivi_document_label_text (label) : NULL;
  g_autofree char *isolated = NULL;

  if (suivi_text_is_blank (fact))
    return;

  isolated = isolate (fact);
  g_string_append_printf (line, "%s%s%s%s", line->len > 0 ? " · " : "", full != NULL ? full : "",
                          full != NULL ? " " : "", isolated);
}

/* Who made it, who is to do it, where it belongs, where it stands on another scale than that of the lights, and where it
 * stood before. */
static void
add_facts (Pages *self, Row *row, const SuiviScorecardEntry *entry)
{
  const SuiviScorecardHead *head = &self->source->head;
  SuiviRecommendation *recommendation = entry->recommendation;
  g_autofree char *states = suivi_recommendation_states_to_text (recommendation);
  g_autofree char *institutions = g_strjoinv (", ", recommendation->institutions);
  g_autofree char *value = suivi_scorecard_value_text (head, &entry->value);
  g_autofree char *move
    = head->previous != NULL ? suivi_scorecard_move_text (head, entry->move, entry->previous) : NULL;
  g_autoptr (GString) line = g_string_new (NULL);

  append_fact (line, _ ("States"), states);
  append_fact (line, _ ("Responsible institutions"), institutions);
  append_fact (line, _ ("Cluster"), entry->cluster);
  append_fact (line, _ ("On the scale"), value);
  append_fact (line, _ ("Since the last edition"), move);
  add_detail (row, NULL, line->str);
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

/* Why, where the facts stand, who judged, when, and how sure they are. */
static void
add_reason (Pages *self, Row *row, const SuiviScorecardEntry *entry)
{
  SuiviAssessment *assessment = entry->assessment;
  const gboolean has_reason = !suivi_text_is_blank (assessment->reason);
  g_autofree char *citations = make_citations (entry->evidence);
  g_autofree char *agreed = g_strjoinv ("; ", assessment->agreed_by);
  g_autoptr (GString) line = g_string_new (NULL);

  append_fact (line, NULL, assessment->reason);
  if (has_reason && *citations != '\0')
    g_string_append_printf (line, " %s", citations);
  append_fact (line, _ ("Source"), assessment->source);
  if (!has_reason)
    append_fact (line, _ ("Evidence"), citations);
  if (assessment->agreed)
    append_fact (line, _ ("Agreed by"), agreed);
  else
    append_fact (line, _ ("Judged by"), suivi_scorecard_judge_text (self->source, assessment));
  append_fact (line, NULL, assessment->date);
  if (assessment->confidence != SUIVI_CONFIDENCE_UNKNOWN)
    append_fact (line, _ ("How sure"), suivi_confidence_to_label (assessment->confidence));
  add_detail (row, has_reason ? _ ("Reason") : NULL, line->str);
  add_detail (row, _ ("Seen otherwise"), assessment->dissent);
}

/* Ends with whole words. */
static char *
shorten (Pages *self, const char *text)
{
  g_autofree char *line = g_strdup (text != NULL ? text : "");
  char *end = NULL;
  char *space = NULL;

  g_strstrip (g_strdelimit (line, "\r\n\t", ' '));
  if (g_utf8_strlen (line, -1) <= MAX_REASON)
    return g_steal_pointer (&line);

  self->shortened = TRUE;
  end = g_utf8_offset_to_pointer (line, MAX_REASON);
  *end = '\0';
  space = strrchr (line, ' ');
  /* Some scripts have none, or few. */
  if (space != NULL && space > line + strlen (line) / 2)
    *space = '\0';

  return g_strconcat (line, "…", NULL);
}

/* The reason of the one that counts was told. */
static void
add_others (Pages *self, Row *row, const SuiviScorecardEntry *entry)
{
  g_autofree char *apart = suivi_scorecard_apart_text (entry);

  for (guint i = 0; i < entry->judgements->len; i++)
    {
      SuiviAssessment *judgement = g_ptr_array_index (entry->judgements, i);
      g_autofree char *light = suivi_scorecard_head_light_text (&self->source->head, judgement->light);
      g_autofree char *organisation = isolate (suivi_scorecard_judge_text (self->source, judgement));
      g_autofree char *reason = NULL;
      g_autoptr (GString) line = g_string_new (light);

      if (suivi_scorecard_is_counted (entry, judgement))
        continue;
      reason = shorten (self, judgement->reason);
      append_fact (line, NULL, judgement->date);
      append_fact (line, NULL, reason);
      add_detail (row, organisation, line->str);
    }
  add_detail (row, _ ("Not agreed"), apart);
}

static char *
make_heading (const SuiviRecommendation *recommendation)
{
  const char *number
    = suivi_text_is_blank (recommendation->number) ? _ ("Without a number") : recommendation->number;

  return g_strdup_printf (_ ("%s · %s"), number, suivi_position_to_label (recommendation->position));
}

static Row *
make_row (Pages *self, const SuiviScorecardEntry *entry)
{
  SuiviRecommendation *recommendation = entry->recommendation;
  const char *label = suivi_scorecard_head_light_label (&self->source->head, recommendation->light);
  gboolean chosen = entry->assessment != NULL && entry->assessment->light_overridden;
  Row *row = g_new0 (Row, 1);

  row->order = self->rows->len;
  row->group = find_group (self, entry->review, recommendation);
  row->light = recommendation->light;
  row->heading = make_heading (recommendation);
  row->meaning = chosen ? g_strdup_printf (_ ("%s (chosen by hand)"), label) : g_strdup (label);
  row->text = g_strdup (recommendation->text);
  row->details = g_ptr_array_new_with_free_func (free_detail);
  add_facts (self, row, entry);
  if (entry->assessment != NULL)
    add_reason (self, row, entry);
  add_others (self, row, entry);

  return row;
}

static gboolean
add_row_cb (const SuiviScorecardEntry *entry, gpointer user_data, GError **error)
{
  SuiviRecommendation *recommendation = entry->recommendation;
  Pages *self = user_data;

  if (self->rows->len == MAX_ROWS)
    {
      g_set_error (error, SUIVI_STORE_ERROR, SUIVI_STORE_ERROR_FAILED,
                   _ ("A PDF cannot hold more than %d recommendations. Narrow the list first, or choose "
                      "another format."),
                   MAX_ROWS);
      return FALSE;
    }

  suivi_scorecard_totals_add (self->totals, entry);
  g_ptr_array_add (self->rows, make_row (self, entry));
  g_ptr_array_add (self->numbers,
                   g_strdup (suivi_text_is_blank (recommendation->number) ? _ ("Without a number")
                                                                          : recommendation->number));

  return TRUE;
}

/* --- The pages after the first ---------------------------------------------------------------------------- */

/* The first page is the summary, and no other page is left half empty. */
static void
begin_section (Pages *self, const char *title)
{
  gboolean at_front = TRUE;

  for (guint i = 0; i < self->document->blocks->len && at_front; i++)
    at_front = !((const SuiviBlock *) g_ptr_array_index (self->document->blocks, i))->new_page;
  suivi_document_add (self->document, SUIVI_BLOCK_HEADING, title)->new_page = at_front;
}

static void
add_themes (Pages *self)
{
  GPtrArray *rows = suivi_breakdown_list_rows (self->totals->themes);

  if (rows->len == 0)
    return;

  begin_section (self, _ ("Lights by theme"));
  suivi_document_add (
    self->document, SUIVI_BLOCK_QUIET,
    _ ("A recommendation counts under each of its themes, so the rows add up to more than the total."));
  suivi_scorecard_add_breakdown (self->document, &self->source->head, _ ("Theme"), rows, NULL);
}

/* --- The rows --------------------------------------------------------------------------------------------- */

static void
add_row (Pages *self, const Row *row)
{
  const guint first = self->document->blocks->len;

  suivi_document_add_entry (self->document, row->heading, suivi_light_to_symbol (row->light), row->meaning,
                            suivi_scorecard_sign_ink (row->light));
  suivi_document_add_words (self->document, SUIVI_BLOCK_TEXT, row->text, NULL);
  for (guint i = 0; i < row->details->len; i++)
    {
      const Detail *detail = g_ptr_array_index (row->details, i);

      suivi_document_add_detail (self->document, detail->label, detail->text);
    }
  suivi_document_keep_together (self->document, first, self->document->blocks->len - first);
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
  gboolean shows_origin = suivi_scorecard_head_shows_origin (&self->source->head);

  begin_section (self, _ ("Recommendations"));
  if (self->rows->len == 0)
    suivi_document_add (self->document, SUIVI_BLOCK_TEXT, _ ("There is no recommendation to show."));
  if (self->shortened)
    suivi_document_add (self->document, SUIVI_BLOCK_QUIET,
                        _ ("The reason of the grade that counts stands here in full. Long reasons of other "
                           "organisations end with “…”; "
                           "the mid-term report has them in full."));

  g_ptr_array_sort_with_data (self->rows, compare_rows, self->groups);
  for (guint i = 0; i < self->rows->len; i++)
    {
      const Row *row = g_ptr_array_index (self->rows, i);
      const Row *before = i > 0 ? g_ptr_array_index (self->rows, i - 1) : NULL;

      if (shows_origin && (before == NULL || before->group != row->group))
        suivi_document_add (self->document, SUIVI_BLOCK_SUBHEADING,
                            g_ptr_array_index (self->groups, row->group));
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

  suivi_document_add (self->document, SUIVI_BLOCK_HEADING, _ ("Evidence"));
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
  suivi_document_set_author (document, self->source->head.author);
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
  Pages self = { source, totals, NULL, rows, numbers, groups, group_index, FALSE };

  if (!suivi_scorecard_source_foreach (source, add_row_cb, &self, cancellable, error)
      || !suivi_scorecard_totals_count_gone (totals, source, error))
    return NULL;

  return make_document (&self, cancellable, error);
}
