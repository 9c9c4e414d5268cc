/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The mid-term report, for Word: what civil society says of each recommendation, chapter by chapter, with what speaks for
 * it. What such a report holds: publication 002 (what civil society did, both supported and noted recommendations) and
 * publication 004, line 774 (themes as chapters, the levels of law, policy and practice, first-hand evidence). */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "core/text/text.h"
#include "exchange/midterm-report.h"
#include "exchange/scorecard-document.h"
#include "exchange/scorecard-text.h"
#include "store/error.h"

/* Word gets slow with more, and nobody reads it. */
#define MAX_ROWS 5000

#define NONE     G_MAXUINT

/* A recommendation until its chapter is written. */
typedef struct
{
  SuiviRecommendation *recommendation;
  SuiviAssessment *assessment; /* (nullable) */
  char *cluster;
  char *origin;          /* (nullable): only where there is more than one */
  char *move;            /* (nullable) */
  char *value;           /* (nullable): where it stands on another scale than that of the lights */
  GPtrArray *judgements; /* (element-type SuiviAssessment): of each of several organisations; else empty */
  guint counted;         /* which of them counts, or NONE: its reason was told */
  char *apart;           /* (nullable) */
  GArray *evidence;
} Row;

/* The report while it is made. */
typedef struct
{
  SuiviScorecardSource *source;
  SuiviScorecardTotals *totals;
  SuiviDocument *document;
  GPtrArray *rows;
  GPtrArray *numbers; /* (element-type utf8): how the rows are called */
} Report;

static void
free_row (gpointer data)
{
  Row *row = data;

  suivi_recommendation_unref (row->recommendation);
  suivi_assessment_free (row->assessment);
  g_free (row->cluster);
  g_free (row->origin);
  g_free (row->move);
  g_free (row->value);
  g_ptr_array_unref (row->judgements);
  g_free (row->apart);
  g_array_unref (row->evidence);
  g_free (row);
}

/* --- Gathering -------------------------------------------------------------------------------------------- */

/* One organisation alone has said it all in the reason, unless that is what was agreed on. */
static GPtrArray *
copy_judgements (const SuiviScorecardEntry *entry)
{
  GPtrArray *judgements = g_ptr_array_new_with_free_func ((GDestroyNotify) suivi_assessment_free);
  const gboolean alone = entry->judgements->len == 1
                         && suivi_scorecard_is_counted (entry, g_ptr_array_index (entry->judgements, 0));

  for (guint i = 0; i < entry->judgements->len && !alone; i++)
    g_ptr_array_add (judgements, suivi_assessment_copy (g_ptr_array_index (entry->judgements, i)));

  return judgements;
}

static guint
find_counted (const SuiviScorecardEntry *entry)
{
  for (guint i = 0; i < entry->judgements->len; i++)
    {
      if (suivi_scorecard_is_counted (entry, g_ptr_array_index (entry->judgements, i)))
        return i;
    }

  return NONE;
}

static char *
name_row (const SuiviRecommendation *recommendation)
{
  return g_strdup (suivi_text_is_blank (recommendation->number) ? _ ("Without a number")
                                                                : recommendation->number);
}

static gboolean
add_row_cb (const SuiviScorecardEntry *entry, gpointer user_data, GError **error)
{
  Report *self = user_data;
  const SuiviScorecardHead *head = &self->source->head;
  Row *row = NULL;

  if (self->rows->len == MAX_ROWS)
    {
      g_set_error (error, SUIVI_STORE_ERROR, SUIVI_STORE_ERROR_FAILED,
                   _ ("A report cannot hold more than %d recommendations. Narrow the list first, or choose "
                      "another format."),
                   MAX_ROWS);
      return FALSE;
    }

  suivi_scorecard_totals_add (self->totals, entry);
  row = g_new0 (Row, 1);
  row->recommendation = suivi_recommendation_ref (entry->recommendation);
  row->assessment = entry->assessment != NULL ? suivi_assessment_copy (entry->assessment) : NULL;
  row->cluster = g_strdup (entry->cluster);
  if (suivi_scorecard_head_shows_origin (head))
    row->origin = suivi_scorecard_origin_text (entry->review, entry->recommendation);
  if (head->previous != NULL)
    row->move = suivi_scorecard_move_text (head, entry->move, entry->previous);
  row->value = suivi_scorecard_value_text (head, &entry->value);
  row->judgements = copy_judgements (entry);
  row->counted = find_counted (entry);
  row->apart = suivi_scorecard_apart_text (entry);
  row->evidence = g_array_ref (entry->evidence);
  g_ptr_array_add (self->rows, row);
  g_ptr_array_add (self->numbers, name_row (entry->recommendation));

  return TRUE;
}

/* --- The beginning ---------------------------------------------------------------------------------------- */

static void
add_cover (Report *self, const char *reviews)
{
  const SuiviScorecardHead *head = &self->source->head;
  g_autofree char *cut_off = suivi_scorecard_cut_off_text (head, self->totals);
  g_autofree char *authors = head->edition != NULL ? g_strjoinv ("\n", head->edition->authors) : NULL;

  suivi_document_add (self->document, SUIVI_BLOCK_TITLE, self->document->title);
  suivi_document_add (self->document, SUIVI_BLOCK_SUBTITLE, reviews);
  suivi_document_add (self->document, SUIVI_BLOCK_SUBTITLE,
                      _ ("What became of the recommendations of the Universal Periodic Review"));
  if (head->edition != NULL)
    suivi_document_add_fact (self->document, _ ("Edition"), head->edition->title);
  suivi_document_add_fact (self->document, _ ("Cut-off date"), cut_off);
  suivi_document_add_fact (self->document, _ ("Authors"),
                           !suivi_text_is_blank (authors) ? authors : head->author);
  suivi_document_add_fact (self->document, _ ("Included"), head->filter_text);
}

static void
add_contents (Report *self)
{
  suivi_document_add (self->document, SUIVI_BLOCK_CONTENTS, _ ("Contents"))->new_page = TRUE;
}

/* UPR Info asks after the noted ones at mid-term: they move more often than people think (publication 004, line 162).
 * What the State supports in part is not among them, also where the rule counts it as noted. */
static char *
tell_noted (const SuiviTally *tally)
{
  guint n = tally->positions[SUIVI_POSITION_NOTED];
  guint moved = tally->cells[SUIVI_POSITION_NOTED][SUIVI_LIGHT_GREEN]
                + tally->cells[SUIVI_POSITION_NOTED][SUIVI_LIGHT_AMBER];

  if (n == 0)
    return NULL;
  if (tally->rule.unit == SUIVI_COUNTING_UNIT_STATE)
    return g_strdup_printf (
      ngettext ("In %u pair of a recommendation and a State, the State under review took note of the "
                "recommendation without supporting it. Done at least in part all the same: %u.",
                "In %u pairs of a recommendation and a State, the State under review took note of the "
                "recommendation without supporting it. Done at least in part all the same: %u.",
                n),
      n, moved);

  return g_strdup_printf (
    ngettext ("The State took note of %u recommendation without supporting it. Done at least in part "
              "all the same: %u.",
              "The State took note of %u recommendations without supporting them. Done at least in "
              "part all the same: %u.",
              n),
    n, moved);
}

/* One unit in each sentence, and its name. */
static char *
tell_followed (const SuiviTally *tally)
{
  const guint graded = suivi_tally_get_graded (tally);
  const guint grey = tally->lights[SUIVI_LIGHT_GREY];
  g_autofree char *all = NULL;
  g_autofree char *pairs = NULL;

  if (tally->rule.unit == SUIVI_COUNTING_UNIT_RECOMMENDATION)
    return g_strdup_printf (
      ngettext ("This report looks at %u recommendation. It is assessed: %u; it is not assessed yet: %u.",
                "This report looks at %u recommendations. Assessed: %u; not assessed yet: %u.", tally->total),
      tally->total, graded, grey);

  all = g_strdup_printf (ngettext ("This report looks at %u recommendation.",
                                   "This report looks at %u recommendations.", tally->n_added),
                         tally->n_added);
  pairs = g_strdup_printf (
    /* Translators: a recommendation counts once for every State that made it: their sum, and how many of the pairs have a
     * grade */
    ngettext ("With each State that made it counted apart, that is %u pair of a recommendation and a State. "
              "Assessed: %u; not assessed yet: %u.",
              "With each State that made it counted apart, that is %u pairs of a recommendation and a State. "
              "Assessed: %u; not assessed yet: %u.",
              tally->total),
    tally->total, graded, grey);

  /* Translators: two whole sentences, one after the other */
  return g_strdup_printf (_ ("%s %s"), all, pairs);
}

static void
add_overview (Report *self)
{
  const SuiviTally *tally = suivi_scorecard_totals_get_whole (self->totals);
  g_autofree char *counting = suivi_counting_rule_to_sentence (&self->source->head.rule);
  g_autofree char *noted = tell_noted (&self->totals->answers);
  g_autofree char *followed = tell_followed (tally);

  suivi_document_add (self->document, SUIVI_BLOCK_NUMBERED, followed);
  if (noted != NULL)
    suivi_document_add (self->document, SUIVI_BLOCK_NUMBERED, noted);
  suivi_document_add (self->document, SUIVI_BLOCK_NUMBERED, counting);
}

/* Where nobody made clusters, all would be in none. */
static gboolean
has_clusters (GPtrArray *clusters)
{
  return clusters->len > 1
         || (clusters->len == 1 && *((SuiviBreakdownRow *) g_ptr_array_index (clusters, 0))->value != '\0');
}

static void
add_summary (Report *self, GPtrArray *clusters)
{
  const SuiviScorecardHead *head = &self->source->head;
  const SuiviTally *tally = suivi_scorecard_totals_get_whole (self->totals);

  suivi_document_add (self->document, SUIVI_BLOCK_HEADING, _ ("Summary"))->new_page = TRUE;
  add_overview (self);
  suivi_document_add (self->document, SUIVI_BLOCK_FIGURE, _ ("Where the recommendations stand"));
  suivi_scorecard_add_figures (self->document, head, tally);
  suivi_scorecard_add_differ (self->document, self->totals);
  if (head->scale != SUIVI_SCALE_LIGHT)
    {
      suivi_document_add (self->document, SUIVI_BLOCK_FIGURE, suivi_scale_to_label (head->scale));
      suivi_scorecard_add_bands (self->document, head, &self->totals->bands);
    }
  if (has_clusters (clusters))
    {
      suivi_document_add (self->document, SUIVI_BLOCK_FIGURE, _ ("Lights by cluster"));
      suivi_scorecard_add_breakdown (self->document, head, _ ("Cluster"), clusters, tally);
    }
  suivi_document_add (self->document, SUIVI_BLOCK_FIGURE, _ ("Lights by position"));
  suivi_scorecard_add_breakdown (self->document, head, _ ("Position"),
                                 suivi_breakdown_list_rows (self->totals->positions), tally);
  if (head->previous != NULL)
    {
      /* Translators: %s is the title of an edition of the scorecard */
      g_autofree char *caption = g_strdup_printf (_ ("What moved since “%s”"), head->previous->title);

      suivi_document_add (self->document, SUIVI_BLOCK_CAPTION, caption);
      suivi_scorecard_add_moves (self->document, self->totals);
    }
}

static void
add_method (Report *self)
{
  g_auto (GStrv) lines = suivi_scorecard_list_method (&self->source->head, self->totals);

  suivi_document_add (self->document, SUIVI_BLOCK_HEADING, _ ("Method"));
  for (gsize i = 0; lines[i] != NULL; i++)
    suivi_document_add (self->document, SUIVI_BLOCK_NUMBERED, lines[i]);
}

/* --- Chapters --------------------------------------------------------------------------------------------- */

static void
add_heading (Report *self, const Row *row)
{
  g_autofree char *number = name_row (row->recommendation);
  const char *position = suivi_position_to_label (row->recommendation->position);
  /* Translators: the number of a recommendation, and what the State answered: "140.10 · Supported" */
  g_autofree char *text = g_strdup_printf (_ ("%s · %s"), number, position);

  suivi_document_add (self->document, SUIVI_BLOCK_PART, text);
}

static void
add_light (Report *self, const Row *row)
{
  SuiviLight light = row->recommendation->light;
  const char *label = suivi_scorecard_head_light_label (&self->source->head, light);
  gboolean chosen = row->assessment != NULL && row->assessment->light_overridden;
  /* Translators: a grade that a person chose against the rule */
  g_autofree char *text = chosen ? g_strdup_printf (_ ("%s (chosen by hand)"), label) : g_strdup (label);

  suivi_document_add_sign (self->document, suivi_light_to_symbol (light), text,
                           suivi_scorecard_sign_ink (light), 0);
}

static void
add_levels (Report *self, const SuiviAssessment *assessment)
{
  g_autofree char *levels
    /* Translators: what was done in law, in policy and in practice */
    = g_strdup_printf (_ ("law: %s · policy: %s · practice: %s"), suivi_level_to_label (assessment->law),
                       suivi_level_to_label (assessment->policy),
                       suivi_level_to_label (assessment->practice));

  suivi_document_add_fact (self->document, _ ("Judged"), levels);
}

/* The reason is the paragraph that others quote: it has the number. */
static void
add_reason (Report *self, const Row *row)
{
  SuiviBlock *block
    = suivi_document_add_words (self->document, SUIVI_BLOCK_NUMBERED, row->assessment->reason, NULL);

  if (block == NULL)
    block = suivi_document_add (self->document, SUIVI_BLOCK_NUMBERED, _ ("No reason was written down."));
  suivi_document_cite (block, row->evidence);
}

static void
add_judge (Report *self, const Row *row)
{
  const SuiviAssessment *assessment = row->assessment;
  g_autofree char *agreed = g_strjoinv ("; ", assessment->agreed_by);
  /* Translators: who judged, and when */
  g_autofree char *judge
    = g_strdup_printf (_ ("%s, %s"),
                       assessment->agreed ? agreed
                                          : suivi_scorecard_judge_text (self->source, row->assessment),
                       assessment->date);

  suivi_document_add_fact (self->document, assessment->agreed ? _ ("Agreed by") : _ ("Judged by"), judge);
  if (assessment->confidence != SUIVI_CONFIDENCE_UNKNOWN)
    suivi_document_add_fact (self->document, _ ("How sure"),
                             suivi_confidence_to_label (assessment->confidence));
  suivi_document_add_fact (self->document, _ ("Seen otherwise"), assessment->dissent);
}

/* What was done, by whom and when, as far as it is known. */
static char *
tell_contribution (Report *self, const SuiviContribution *contribution)
{
  const char *organisation = contribution->organisation;

  if (*organisation != '\0' && *contribution->date != '\0')
    /* Translators: what civil society did; then which organisation, and when */
    return g_strdup_printf (_ ("%s (%s, %s)"), contribution->what, organisation, contribution->date);
  if (*organisation == '\0' && *contribution->date == '\0')
    return g_strdup (contribution->what);

  /* Translators: what civil society did; then which organisation, or when */
  return g_strdup_printf (_ ("%s (%s)"), contribution->what,
                          *organisation != '\0' ? organisation : contribution->date);
}

/* An older Suivi did not freeze them with an edition: they are not told as a part of it then. */
static gboolean
add_contributions (Report *self, const Row *row, GError **error)
{
  const SuiviScorecardHead *head = &self->source->head;
  g_autoptr (GPtrArray) contributions
             = suivi_scorecard_source_list_contributions (self->source, row->recommendation, error);
  g_autoptr (GString) lines = g_string_new (NULL);

  if (contributions == NULL)
    return FALSE;

  for (guint i = 0; i < contributions->len; i++)
    {
      g_autofree char *line = tell_contribution (self, g_ptr_array_index (contributions, i));

      if (lines->len > 0)
        g_string_append_c (lines, '\n');
      g_string_append (lines, line);
    }
  suivi_document_add_fact (self->document,
                           head->edition != NULL && !suivi_scorecard_head_keeps_contributions (head)
                             ? _ ("What civil society did, as known on the day of writing")
                             : _ ("What civil society did"),
                           lines->str);

  return TRUE;
}

/* The reason, and where the facts stand. */
static void
add_why (Report *self, const SuiviAssessment *judgement)
{
  g_autofree char *label = suivi_document_label_text (_ ("Source"));
  g_autofree char *both = NULL;

  if (suivi_text_is_blank (judgement->reason) || suivi_text_is_blank (judgement->source))
    {
      suivi_document_add_detail (self->document, NULL, judgement->reason);
      suivi_document_add_detail (self->document, _ ("Source"), judgement->source);
      return;
    }

  both = g_strdup_printf ("%s · %s %s", judgement->reason, label, judgement->source);
  suivi_document_add_detail (self->document, NULL, both);
}

/* What each organisation says; in small letters why, unless it was told already. */
static void
add_judgements (Report *self, const Row *row)
{
  for (guint i = 0; i < row->judgements->len; i++)
    {
      SuiviAssessment *judgement = g_ptr_array_index (row->judgements, i);
      g_autofree char *light = suivi_scorecard_head_light_text (&self->source->head, judgement->light);
      /* Translators: an organisation, the grade that it gave, and the day: "Institute of Alvera: ● Implemented (2026-03-14)" */
      g_autofree char *line
        = g_strdup_printf (_ ("%s: %s (%s)"), suivi_scorecard_judge_text (self->source, judgement), light,
                           judgement->date);
      const guint first = self->document->blocks->len;

      if (i == 0)
        suivi_document_add_fact (self->document, _ ("What each organisation says"), line);
      else
        suivi_document_add (self->document, SUIVI_BLOCK_TEXT, line);
      if (i == row->counted)
        continue;
      add_why (self, judgement);
      suivi_document_keep_together (self->document, first, self->document->blocks->len - first);
    }
  suivi_document_add_fact (self->document, _ ("Not agreed"), row->apart);
}

/* What it is about, up to the grade. */
static void
add_head (Report *self, const Row *row)
{
  g_autofree char *states = suivi_recommendation_states_to_text (row->recommendation);
  g_autofree char *institutions = g_strjoinv (", ", row->recommendation->institutions);

  add_heading (self, row);
  suivi_document_add_words (self->document, SUIVI_BLOCK_QUOTE, row->recommendation->text, NULL);
  suivi_document_add_fact (self->document, _ ("Recommended by"), states);
  suivi_document_add_fact (self->document, _ ("Review"), row->origin);
  suivi_document_add_fact (self->document, _ ("Responsible institutions"), institutions);
  add_light (self, row);
  suivi_document_add_fact (self->document, _ ("On the scale"), row->value);
  suivi_document_add_fact (self->document, _ ("Since the last edition"), row->move);
}

/* No page ends between the heading, the words, the grade and the beginning of the reason, and none begins with the last
 * line alone. */
static gboolean
add_recommendation (Report *self, const Row *row, GError **error)
{
  GPtrArray *blocks = self->document->blocks;
  const guint first = blocks->len;

  add_head (self, row);
  if (row->assessment != NULL)
    {
      add_levels (self, row->assessment);
      add_reason (self, row);
    }
  suivi_document_keep_together (self->document, first, blocks->len - first);
  if (row->assessment != NULL)
    {
      suivi_document_add_fact (self->document, _ ("Source"), row->assessment->source);
      add_judge (self, row);
    }
  add_judgements (self, row);
  if (!add_contributions (self, row, error))
    return FALSE;

  suivi_document_keep_together (self->document, blocks->len - 2, 2);

  return TRUE;
}

static gboolean
add_chapter (Report *self, const SuiviBreakdownRow *cluster, const char *title, GError **error)
{
  g_autofree char *told = suivi_scorecard_tally_text (&cluster->tally, self->source->head.labels);

  suivi_document_add_words (self->document, SUIVI_BLOCK_SUBHEADING, title, NULL);
  suivi_document_add (self->document, SUIVI_BLOCK_NUMBERED, told)->with_next = TRUE;
  for (guint i = 0; i < self->rows->len; i++)
    {
      const Row *row = g_ptr_array_index (self->rows, i);

      if (g_str_equal (row->cluster, cluster->value) && !add_recommendation (self, row, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
add_chapters (Report *self, GPtrArray *clusters, GError **error)
{
  suivi_document_add (self->document, SUIVI_BLOCK_HEADING, _ ("What became of the recommendations"))->new_page
    = TRUE;
  if (clusters->len == 0)
    suivi_document_add (self->document, SUIVI_BLOCK_TEXT, _ ("There is no recommendation to show."));

  for (guint i = 0; i < clusters->len; i++)
    {
      const SuiviBreakdownRow *cluster = g_ptr_array_index (clusters, i);

      if (!add_chapter (self, cluster, has_clusters (clusters) ? cluster->label : _ ("All recommendations"),
                        error))
        return FALSE;
    }

  return TRUE;
}

static void
add_evidence (Report *self)
{
  GPtrArray *evidence = suivi_scorecard_source_get_evidence (self->source);

  suivi_document_add (self->document, SUIVI_BLOCK_HEADING, _ ("Evidence"))->new_page = TRUE;
  if (evidence->len == 0)
    suivi_document_add (self->document, SUIVI_BLOCK_TEXT, _ ("No evidence was tied to the grades."));
  suivi_scorecard_add_evidence (self->document, evidence, self->numbers);
}

/* --- The whole -------------------------------------------------------------------------------------------- */

static gboolean
compose (Report *self, const char *reviews, GError **error)
{
  g_autoptr (GPtrArray) clusters
             = suivi_scorecard_totals_list_clusters (self->totals, self->source->store, error);

  if (clusters == NULL)
    return FALSE;

  add_cover (self, reviews);
  add_contents (self);
  add_summary (self, clusters);
  add_method (self);
  if (!add_chapters (self, clusters, error))
    return FALSE;
  add_evidence (self);
  suivi_document_keep_dates (self->document);

  return TRUE;
}

/**
 * suivi_midterm_report_make:
 * @source: where the scorecard comes from
 * @cancellable: (nullable): to stop
 * @error: return location of what reading the workspace fails with, of a %SUIVI_STORE_ERROR (FAILED: more rows than
 *   anybody reads), or of %G_IO_ERROR_CANCELLED
 *
 * A cover, a table of contents, the numbers, the method, each recommendation in the chapter of its cluster, and the
 * evidence. The same source and language give the same bytes. An edition of an older Suivi did not keep what civil society
 * did: it is told as it is known now, and said so.
 *
 * Returns: (transfer full) (nullable): the Word file
 */
GBytes *
suivi_midterm_report_make (SuiviScorecardSource *source, GCancellable *cancellable, GError **error)
{
  g_autoptr (SuiviScorecardTotals) totals = suivi_scorecard_totals_new (&source->head.rule);
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (free_row);
  g_autoptr (GPtrArray) numbers = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *reviews = suivi_scorecard_reviews_text (source->head.reviews);
  g_autoptr (SuiviDocument) document = NULL;
  Report self = { source, totals, NULL, rows, numbers };

  if (!suivi_scorecard_source_foreach (source, add_row_cb, &self, cancellable, error)
      || !suivi_scorecard_totals_count_gone (totals, source, error))
    return NULL;

  document = suivi_document_new (_ ("Mid-term report"),
                                 source->head.cut_off != NULL ? source->head.cut_off : totals->last_date);
  suivi_document_set_author (document, source->head.author);
  document->has_cover = TRUE;
  document->running = g_strdup (reviews);
  self.document = document;
  if (!compose (&self, reviews, error))
    return NULL;

  return suivi_document_make_docx (document, cancellable, error);
}
