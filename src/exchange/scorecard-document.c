/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "core/scorecard/light-order.h"
#include "core/scorecard/spread.h"
#include "core/text/text.h"
#include "exchange/document-bar.h"
#include "exchange/scorecard-document.h"
#include "exchange/scorecard-text.h"

/* Headline figures, and lights broken down. */
/* Room for a word of thirty letters before the bar: the users may call a light what they want. */
static const SuiviColumns figure_columns = { 4, { 0.37, 0.26, 0.21, 0.16 }, { 3300, 2000, 2512, 1600 } };
static const SuiviColumns light_columns = { 7,
                                            { 0.355, 0.144, 0.107, 0.1, 0.1, 0.101, 0.093 },
                                            { 3042, 1370, 1030, 980, 980, 980, 1030 },
                                            FALSE,
                                            8.5 };
static const SuiviColumns move_columns = { 2, { 0.78, 0.22 }, { 6900, 2512 }, FALSE, 8.5 };

/**
 * suivi_scorecard_ink:
 *
 * Their lightness differs as well as their hue, so that they stay apart for colour-blind readers and in grey.
 *
 * Returns: the colour of the light on paper, 0xRRGGBB
 */
guint
suivi_scorecard_ink (SuiviLight light)
{
  static const guint colours[SUIVI_N_LIGHTS] = {
    [SUIVI_LIGHT_GREY] = 0xBDBDBD,  [SUIVI_LIGHT_RED] = 0xC62828,   [SUIVI_LIGHT_AMBER] = 0xFFB300,
    [SUIVI_LIGHT_GREEN] = 0x2E7D32, [SUIVI_LIGHT_WORSE] = 0x4A148C,
  };

  g_return_val_if_fail ((gsize) light < G_N_ELEMENTS (colours), 0);

  return colours[light];
}

/**
 * suivi_scorecard_sign_ink:
 *
 * Returns: the colour of the sign of the light on white paper: a sign is thinner than a bar, so that grey has to be darker
 */
guint
suivi_scorecard_sign_ink (SuiviLight light)
{
  return light == SUIVI_LIGHT_GREY ? 0x5F6368 : suivi_scorecard_ink (light);
}

/**
 * suivi_scorecard_judge_text:
 *
 * Returns: (transfer none): who judged: the organisation; where the judgement does not name one, the person
 */
const char *
suivi_scorecard_judge_text (SuiviScorecardSource *source, SuiviAssessment *assessment)
{
  const char *organisation = suivi_scorecard_source_get_organisation (source, assessment);

  if (!suivi_text_is_blank (organisation))
    return organisation;

  return suivi_text_is_blank (assessment->name) ? suivi_organisation_to_label (NULL) : assessment->name;
}

/**
 * suivi_scorecard_cut_off_text:
 *
 * Returns: (transfer full): up to when a scorecard looks, in words
 */
char *
suivi_scorecard_cut_off_text (const SuiviScorecardHead *head, const SuiviScorecardTotals *totals)
{
  if (head->cut_off != NULL)
    return g_strdup (head->cut_off);
  if (totals->last_date != NULL)
    /* Translators: %s is a day */
    return g_strdup_printf (_ ("None was set; the last assessment is of %s"), totals->last_date);

  return g_strdup (_ ("None was set, and nothing is assessed yet."));
}

/**
 * suivi_scorecard_move_text:
 * @previous: the light of before, or %SUIVI_LIGHT_ABSENT
 *
 * Returns: (transfer full) (nullable): what became of a recommendation since the edition before: "▲ Better, it was ○ No
 *   progress"; %NULL if nobody knew or knows anything about it
 */
char *
suivi_scorecard_move_text (const SuiviScorecardHead *head, SuiviMove move, guint previous)
{
  g_autofree char *text = g_strdup_printf ("%s %s", suivi_move_to_symbol (move), suivi_move_to_label (move));
  g_autofree char *light = NULL;

  if (move == SUIVI_MOVE_STILL_UNASSESSED)
    return NULL;
  if (previous == SUIVI_LIGHT_ABSENT || previous == SUIVI_LIGHT_GREY || move == SUIVI_MOVE_SAME)
    return g_steal_pointer (&text);

  light = suivi_scorecard_head_light_text (head, previous);

  /* Translators: what became of a recommendation, and the grade that it had before: "▲ Better, it was ○ No progress" */
  return g_strdup_printf (_ ("%s, it was %s"), text, light);
}

/**
 * suivi_scorecard_value_text:
 * @value: where a recommendation stands on the scale of the head
 *
 * Returns: (transfer full) (nullable): that in words; %NULL where the scorecard speaks no scale beside the lights
 */
char *
suivi_scorecard_value_text (const SuiviScorecardHead *head, const SuiviScaleValue *value)
{
  const char *label = NULL;

  if (head->scale == SUIVI_SCALE_LIGHT)
    return NULL;

  label = value->open ? suivi_scorecard_open_text ()
                      : suivi_scale_grade_to_label (head->scale, value->grade, head->labels);
  if (head->scale == SUIVI_SCALE_IRI && value->grade != SUIVI_LIGHT_GREY)
    /* Translators: a grade, and the average that it comes from: "Partially implemented (average 0.50)" */
    return g_strdup_printf (_ ("%s (average %.2f)"), label, suivi_scale_value_to_average (value));

  return g_strdup (label);
}

/**
 * suivi_scorecard_is_counted:
 * @judgement: one of the judgements of @entry
 *
 * Returns: whether it is the one whose grade counts
 */
gboolean
suivi_scorecard_is_counted (const SuiviScorecardEntry *entry, const SuiviAssessment *judgement)
{
  const SuiviAssessment *counted = entry->assessment;

  return counted != NULL && !counted->agreed
         && g_strcmp0 (counted->organisation, judgement->organisation) == 0;
}

/**
 * suivi_scorecard_apart_text:
 *
 * Returns: (transfer full) (nullable): how far the organisations are apart, where they have to talk: %NULL where they are
 *   not far apart, or have agreed
 */
char *
suivi_scorecard_apart_text (const SuiviScorecardEntry *entry)
{
  if (suivi_scorecard_entry_get_open_apart (entry) < SUIVI_SPREAD_WIDE)
    return NULL;

  return g_strdup_printf (ngettext ("The organisations are %u grade apart.",
                                    "The organisations are %u grades apart.", entry->apart),
                          entry->apart);
}

/* --- Tables ----------------------------------------------------------------------------------------------- */

static void
add_figure (SuiviDocument *document, const char *label, guint count, guint total, guint ink)
{
  g_autofree char *number = g_strdup_printf ("%u", count);
  g_autofree char *percent = suivi_percent_to_text (count, total);
  const char *const cells[] = { label, "", number, percent };

  suivi_document_add_row (document, SUIVI_BLOCK_ROW, &figure_columns, cells);
  if (ink != 0)
    suivi_document_add_bar (document, 1, &count, &ink, 1, total);
}

/**
 * suivi_scorecard_add_figures:
 * @tally: everything
 *
 * Adds the headline figures: how many have which light.
 */
void
suivi_scorecard_add_figures (SuiviDocument *document, const SuiviScorecardHead *head, const SuiviTally *tally)
{
  /* Translators: heading of a column of bars: each shows how much of the whole it is */
  const char *bars = _ ("Share");
  const char *const header[]
    = { _ ("Light"), bars, suivi_scorecard_unit_text (tally->rule.unit), _ ("Percent") };

  suivi_document_add_row (document, SUIVI_BLOCK_HEADER_ROW, &figure_columns, header);
  for (guint i = 0; i < SUIVI_N_LIGHTS; i++)
    {
      SuiviLight light = suivi_lights_in_order[i];
      g_autofree char *label = suivi_scorecard_head_light_text (head, light);

      add_figure (document, label, tally->lights[light], tally->total, suivi_scorecard_ink (light));
    }
  add_figure (document, _ ("Total"), tally->total, tally->total, 0);
  suivi_document_add (document, SUIVI_BLOCK_QUIET, suivi_percent_note ());
}

/**
 * suivi_scorecard_add_differ:
 *
 * Adds how many lights do not speak for all who judged, unless there are none.
 */
void
suivi_scorecard_add_differ (SuiviDocument *document, const SuiviScorecardTotals *totals)
{
  g_autofree char *text = NULL;

  if (totals->n_differ == 0)
    return;

  text = g_strdup_printf (ngettext ("On %u recommendation the organisations differ and have not agreed: the "
                                    "latest judgement counts there.",
                                    "On %u recommendations the organisations differ and have not agreed: the "
                                    "latest judgement counts there.",
                                    totals->n_differ),
                          totals->n_differ);
  suivi_document_add (document, SUIVI_BLOCK_TEXT, text);
}

/**
 * suivi_scorecard_add_bands:
 * @bands: everything
 *
 * Adds how many have which grade on the scale that is spoken beside the lights, and how many none because organisations
 * differ; with their sum. To be called only where there is such a scale.
 */
void
suivi_scorecard_add_bands (SuiviDocument *document,
                           const SuiviScorecardHead *head,
                           const SuiviScaleTally *bands)
{
  const char *const header[]
    = { _ ("Grade"), _ ("Share"), suivi_scorecard_unit_text (head->rule.unit), _ ("Percent") };

  suivi_document_add_row (document, SUIVI_BLOCK_HEADER_ROW, &figure_columns, header);
  for (guint i = 0; i < SUIVI_N_LIGHTS; i++)
    {
      const SuiviLight grade = suivi_lights_in_order[i];
      g_autofree char *label = suivi_scorecard_head_grade_text (head, grade);

      add_figure (document, label, bands->grades[grade], bands->total, suivi_scorecard_ink (grade));
    }
  if (suivi_scorecard_head_can_be_open (head))
    add_figure (document, suivi_scorecard_open_text (), bands->n_open, bands->total,
                suivi_scorecard_sign_ink (SUIVI_LIGHT_GREY));
  add_figure (document, _ ("Total"), bands->total, bands->total, 0);
}

static void
begin_light_table (SuiviDocument *document, const SuiviScorecardHead *head, const char *title)
{
  g_auto (GStrv) cells = g_new0 (char *, 2 + SUIVI_N_LIGHTS + 1);

  cells[0] = g_strdup (title);
  for (guint i = 0; i < SUIVI_N_LIGHTS; i++)
    cells[1 + i] = suivi_scorecard_head_light_text (head, suivi_lights_in_order[i]);
  cells[1 + SUIVI_N_LIGHTS] = g_strdup (_ ("Total"));
  suivi_document_add_row (document, SUIVI_BLOCK_HEADER_ROW, &light_columns, (const char *const *) cells);
}

static void
add_light_row (SuiviDocument *document, const char *label, const SuiviTally *tally)
{
  g_auto (GStrv) cells = g_new0 (char *, 2 + SUIVI_N_LIGHTS + 1);

  cells[0] = g_strdup (label);
  for (guint i = 0; i < SUIVI_N_LIGHTS; i++)
    cells[1 + i] = g_strdup_printf ("%u", tally->lights[suivi_lights_in_order[i]]);
  cells[1 + SUIVI_N_LIGHTS] = g_strdup_printf ("%u", tally->total);
  suivi_document_add_row (document, SUIVI_BLOCK_ROW, &light_columns, (const char *const *) cells);
}

static void
add_light_bar (SuiviDocument *document, const SuiviTally *tally, guint whole)
{
  guint parts[SUIVI_N_LIGHTS] = { 0 };
  guint inks[SUIVI_N_LIGHTS] = { 0 };

  for (guint i = 0; i < SUIVI_N_LIGHTS; i++)
    {
      parts[i] = tally->lights[suivi_lights_in_order[i]];
      inks[i] = suivi_scorecard_ink (suivi_lights_in_order[i]);
    }
  suivi_document_add_bar (document, 0, parts, inks, SUIVI_N_LIGHTS, whole);
}

static void
add_lights (SuiviDocument *document,
            const SuiviScorecardHead *head,
            const char *title,
            GPtrArray *rows,
            const SuiviTally *whole,
            gboolean with_bars)
{
  guint largest = 0;

  for (guint i = 0; i < rows->len; i++)
    largest = MAX (largest, ((SuiviBreakdownRow *) g_ptr_array_index (rows, i))->tally.total);

  begin_light_table (document, head, title);
  for (guint i = 0; i < rows->len; i++)
    {
      const SuiviBreakdownRow *row = g_ptr_array_index (rows, i);

      add_light_row (document, row->label, &row->tally);
      if (with_bars)
        add_light_bar (document, &row->tally, largest);
    }
  if (whole != NULL)
    add_light_row (document, _ ("Total"), whole);
}

/**
 * suivi_scorecard_add_breakdown:
 * @title: what the rows are
 * @rows: (element-type SuiviBreakdownRow): the rows, in the order in which they are to stand
 * @whole: (nullable): their sum, for a last row; %NULL if the rows do not add up
 *
 * Adds a table of lights, each row with its bar.
 */
void
suivi_scorecard_add_breakdown (SuiviDocument *document,
                               const SuiviScorecardHead *head,
                               const char *title,
                               GPtrArray *rows,
                               const SuiviTally *whole)
{
  add_lights (document, head, title, rows, whole, TRUE);
}

/**
 * suivi_scorecard_add_numbers:
 *
 * As suivi_scorecard_add_breakdown(), without the bars, which only show again what the numbers say.
 */
void
suivi_scorecard_add_numbers (SuiviDocument *document,
                             const SuiviScorecardHead *head,
                             const char *title,
                             GPtrArray *rows,
                             const SuiviTally *whole)
{
  add_lights (document, head, title, rows, whole, FALSE);
}

/**
 * suivi_scorecard_add_moves:
 *
 * Adds a table of what moved since the edition before. Recommendations count once there, whatever the counting unit.
 */
void
suivi_scorecard_add_moves (SuiviDocument *document, const SuiviScorecardTotals *totals)
{
  const char *const header[] = { _ ("Since the last edition"), _ ("Recommendations") };

  suivi_document_add_row (document, SUIVI_BLOCK_HEADER_ROW, &move_columns, header);
  for (guint i = 0; i < SUIVI_N_MOVES; i++)
    {
      g_autofree char *label = g_strdup_printf ("%s %s", suivi_move_to_symbol (i), suivi_move_to_label (i));
      g_autofree char *number = g_strdup_printf ("%u", totals->moves[i]);
      const char *const cells[] = { label, number };

      if (totals->moves[i] > 0)
        suivi_document_add_row (document, SUIVI_BLOCK_ROW, &move_columns, cells);
    }
}

/* --- Evidence --------------------------------------------------------------------------------------------- */

/* What children said is told as the consent gate lets it pass, and nothing else about it. */
static char *
make_reference (const SuiviScorecardProof *proof)
{
  return suivi_evidence_is_from_children (proof->evidence) ? g_strdup (proof->title)
                                                           : suivi_evidence_to_reference (proof->evidence);
}

static char *
make_note (const SuiviScorecardProof *proof, GPtrArray *numbers)
{
  g_autoptr (GString) list = g_string_new (NULL);
  g_autofree char *label = suivi_document_label_text (_ ("Behind"));

  for (guint i = 0; i < proof->rows->len; i++)
    g_string_append_printf (list, "%s%s", i > 0 ? ", " : "",
                            (const char *) g_ptr_array_index (numbers,
                                                              g_array_index (proof->rows, guint, i)));
  if (suivi_text_is_blank (proof->quotation))
    return g_strdup_printf ("%s %s", label, list->str);

  /* Translators: what a piece of evidence says word for word; then the recommendations that it stands behind */
  return g_strdup_printf (_ ("“%s”\n%s %s"), proof->quotation, label, list->str);
}

/**
 * suivi_scorecard_add_evidence:
 * @evidence: (element-type SuiviScorecardProof): the evidence, complete
 * @numbers: (element-type utf8): of each row of the scorecard, how it is called, in the order in which the rows were given
 *
 * Adds the numbered list of evidence. The last pieces keep together: none stands alone on the last page.
 */
void
suivi_scorecard_add_evidence (SuiviDocument *document, GPtrArray *evidence, GPtrArray *numbers)
{
  const guint n_last = MIN (evidence->len, 3);

  for (guint i = 0; i < evidence->len; i++)
    {
      const SuiviScorecardProof *proof = g_ptr_array_index (evidence, i);
      g_autofree char *reference = make_reference (proof);
      g_autofree char *note = make_note (proof, numbers);

      suivi_document_add_reference (document, reference,
                                    suivi_evidence_is_from_children (proof->evidence) ? NULL
                                                                                      : proof->evidence->url,
                                    note);
    }
  if (n_last > 0)
    suivi_document_keep_together (document, document->blocks->len - n_last, n_last);
}

/* --- The method ------------------------------------------------------------------------------------------- */

static char *
make_lights (const SuiviScorecardHead *head)
{
  g_autofree char *green = suivi_scorecard_head_light_text (head, SUIVI_LIGHT_GREEN);
  g_autofree char *amber = suivi_scorecard_head_light_text (head, SUIVI_LIGHT_AMBER);
  g_autofree char *red = suivi_scorecard_head_light_text (head, SUIVI_LIGHT_RED);
  g_autofree char *grey = suivi_scorecard_head_light_text (head, SUIVI_LIGHT_GREY);
  g_autofree char *worse = suivi_scorecard_head_light_text (head, SUIVI_LIGHT_WORSE);

  return g_strdup_printf (
    /* Translators: each %s is the sign and the word of a grade, such as "● Implemented" */
    _ ("Light: what became of a recommendation is judged in law, in policy and in practice. %s: whatever was "
       "judged is "
       "done. %s: nothing was done on what was judged. %s: everything in between. %s: things went backwards; "
       "only a "
       "person says so. %s: nothing was judged yet."),
    green, red, amber, worse, grey);
}

/* The rule of the lights was told already. */
static char *
make_scale (const SuiviScorecardHead *head)
{
  if (head->scale == SUIVI_SCALE_LIGHT)
    /* Translators: %s are sentences that say where the traffic light comes from */
    return g_strdup_printf (_ ("Where this comes from: %s"), suivi_scale_to_source (head->scale));

  /* Translators: the name of a way to grade, its rule, and where that comes from */
  return g_strdup_printf (_ ("Scale: %s. %s %s"), suivi_scale_to_label (head->scale),
                          suivi_scale_to_rule (head->scale), suivi_scale_to_source (head->scale));
}

static void
add_chosen (GStrvBuilder *lines, const SuiviScorecardTotals *totals)
{
  g_autofree char *chosen = NULL;
  g_autofree char *agreed = NULL;

  if (totals->n_chosen == 0)
    chosen = g_strdup (_ ("No light was chosen by hand."));
  else
    chosen = g_strdup_printf (ngettext ("%u light was chosen by hand, against this rule, and is marked.",
                                        "%u lights were chosen by hand, against this rule, and are marked.",
                                        totals->n_chosen),
                              totals->n_chosen);
  g_strv_builder_add (lines, chosen);
  if (totals->n_agreed == 0)
    return;

  agreed = g_strdup_printf (
    ngettext ("%u grade was agreed on by several organisations; it counts before what each of "
              "them says.",
              "%u grades were agreed on by several organisations; they count before what each "
              "of them says.",
              totals->n_agreed),
    totals->n_agreed);
  g_strv_builder_add (lines, agreed);
}

/**
 * suivi_scorecard_list_method:
 *
 * Returns: (transfer full): how the scorecard was made, one paragraph after the other
 */
char **
suivi_scorecard_list_method (const SuiviScorecardHead *head, const SuiviScorecardTotals *totals)
{
  g_autoptr (GStrvBuilder) lines = g_strv_builder_new ();
  g_autofree char *rule = suivi_counting_rule_to_sentence (&head->rule);
  g_autofree char *counting = g_strdup_printf (
    /* Translators: %s are sentences */
    _ ("Counting: %s If it was split into parts, the whole counts and the parts do not."), rule);
  g_autofree char *lights = make_lights (head);
  g_autofree char *scale = make_scale (head);

  if (head->edition != NULL && !suivi_text_is_blank (head->edition->method))
    g_strv_builder_add (lines, head->edition->method);
  g_strv_builder_add (lines, lights);
  g_strv_builder_add (lines, scale);
  add_chosen (lines, totals);
  g_strv_builder_add (lines, counting);
  g_strv_builder_add (
    lines, _ ("Position: what the State under review answered. It supports a recommendation or takes note "
              "of it; support in part is shown apart, and belongs to “noted” where only two answers "
              "are counted. Pending: not answered yet."));
  if (head->edition != NULL && !suivi_text_is_blank (head->edition->note))
    g_strv_builder_add (lines, head->edition->note);

  return g_strv_builder_end (lines);
}
