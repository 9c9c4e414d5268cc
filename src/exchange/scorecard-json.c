/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The scorecard as JSON, for databases: data/scorecard.schema.json says what stands where. Members and words such as
 * "supported" are the same in every language. The totals stand last: they are counted from the very rows above them. */

#include "config.h"

#include <yajl/yajl_gen.h>

#include "core/reference/states.h"
#include "core/text/text.h"
#include "exchange/document.h"
#include "exchange/scorecard-output-private.h"
#include "exchange/scorecard-totals.h"

/* Raised when a reader of today would misunderstand the file, and then only. */
#define VERSION 1

/* The file while it is written. */
typedef struct
{
  SuiviScorecardSource *source;
  SuiviTextOutput *output;
  SuiviScorecardTotals *totals;
  GPtrArray *ids; /* (element-type utf8): keys of the rows, in their order */
  yajl_gen gen;
} Card;

static void
print_cb (void *context, const char *text, size_t length)
{
  suivi_text_output_append (context, text, length);
}

/* Words of ours need no check. */
static void
put_key (Card *self, const char *key)
{
  yajl_gen_string (self->gen, (const unsigned char *) key, strlen (key));
}

static void
put (Card *self, const char *text)
{
  g_autofree char *valid = NULL;

  if (text == NULL)
    {
      yajl_gen_null (self->gen);
      return;
    }

  valid = suivi_text_make_valid (text, -1);
  yajl_gen_string (self->gen, (const unsigned char *) valid, strlen (valid));
}

static void
begin_object (Card *self, const char *key)
{
  if (key != NULL)
    put_key (self, key);
  yajl_gen_map_open (self->gen);
}

static void
begin_array (Card *self, const char *key)
{
  put_key (self, key);
  yajl_gen_array_open (self->gen);
}

static void
end_object (Card *self)
{
  yajl_gen_map_close (self->gen);
}

static void
end_array (Card *self)
{
  yajl_gen_array_close (self->gen);
}

/* What nobody wrote is null, not "". */
static void
add_text (Card *self, const char *key, const char *text)
{
  put_key (self, key);
  put (self, text != NULL && *text != '\0' ? text : NULL);
}

static void
add_number (Card *self, const char *key, guint number)
{
  put_key (self, key);
  yajl_gen_integer (self->gen, number);
}

static void
add_boolean (Card *self, const char *key, gboolean value)
{
  put_key (self, key);
  yajl_gen_bool (self->gen, value);
}

static void
add_list (Card *self, const char *key, char **list)
{
  begin_array (self, key);
  for (gsize i = 0; list[i] != NULL; i++)
    put (self, list[i]);
  end_array (self);
}

/* --- The head --------------------------------------------------------------------------------------------- */

static void
add_reviews (Card *self, GPtrArray *reviews)
{
  begin_array (self, "reviews");
  for (guint i = 0; i < reviews->len; i++)
    {
      SuiviReview *review = g_ptr_array_index (reviews, i);
      g_autofree char *token = suivi_review_to_token (review);

      begin_object (self, NULL);
      add_text (self, "review", token);
      add_text (self, "state", review->state);
      add_text (self, "name", suivi_state_get_name (review->state));
      add_number (self, "session", review->session);
      add_number (self, "cycle", suivi_review_cycle_of_session (review->session));
      add_text (self, "symbol", review->symbol);
      end_object (self);
    }
  end_array (self);
}

static void
add_counting (Card *self, const SuiviCountingRule *rule)
{
  g_autofree char *sentence = suivi_counting_rule_to_sentence (rule);

  begin_object (self, "counting");
  add_text (self, "unit", suivi_enum_to_nick (SUIVI_TYPE_COUNTING_UNIT, rule->unit));
  add_text (self, "part", suivi_enum_to_nick (SUIVI_TYPE_PART_RULE, rule->part));
  add_text (self, "sentence", sentence);
  end_object (self);
}

/* What the grades of a scale are called in this scorecard, beside the words that never change. */
static void
add_words (Card *self, const char *key, SuiviScale scale, GHashTable *labels)
{
  begin_object (self, key);
  for (guint i = 0; i < SUIVI_N_LIGHTS; i++)
    add_text (self, suivi_scale_grade_to_nick (scale, suivi_lights_in_order[i]),
              suivi_scale_grade_to_label (scale, suivi_lights_in_order[i], labels));
  end_object (self);
}

/* @key: "edition" or "previous_edition" */
static void
add_edition (Card *self, const char *key, const SuiviEdition *edition)
{
  if (edition == NULL)
    {
      add_text (self, key, NULL);
      return;
    }

  begin_object (self, key);
  add_text (self, "title", edition->title);
  add_text (self, "cut_off", edition->cut_off);
  add_text (self, "frozen_at", edition->frozen_at);
  add_list (self, "authors", edition->authors);
  add_text (self, "method", edition->method);
  add_text (self, "note", edition->note);
  end_object (self);
}

static void
add_head (Card *self)
{
  const SuiviScorecardHead *head = &self->source->head;
  g_autofree char *language = suivi_document_language ();

  add_text (self, "suivi", "scorecard");
  add_number (self, "version", VERSION);
  add_text (self, "language", language);
  add_reviews (self, head->reviews);
  add_text (self, "filter", head->filter_text);
  add_text (self, "cut_off", head->cut_off);
  add_text (self, "author", head->author);
  /* Whoever writes an edition to a file did not make it. */
  add_text (self, "organisation", head->edition == NULL ? head->organisation : NULL);
  add_counting (self, &head->rule);
  add_text (self, "scale", suivi_enum_to_nick (SUIVI_TYPE_SCALE, head->scale));
  add_words (self, "lights", SUIVI_SCALE_LIGHT, head->labels);
  add_words (self, "grades", head->scale, head->labels);
  add_edition (self, "edition", head->edition);
  add_edition (self, "previous_edition", head->previous);
}

/* --- The rows --------------------------------------------------------------------------------------------- */

/* What a judgement says, whoever judged. */
static void
add_assessment (Card *self, SuiviAssessment *assessment)
{
  SuiviLevel unassessed = SUIVI_LEVEL_UNASSESSED;

  begin_object (self, "levels");
  add_text (self, "law", suivi_level_to_nick (assessment != NULL ? assessment->law : unassessed));
  add_text (self, "policy", suivi_level_to_nick (assessment != NULL ? assessment->policy : unassessed));
  add_text (self, "practice", suivi_level_to_nick (assessment != NULL ? assessment->practice : unassessed));
  end_object (self);
  add_text (self, "reason", assessment != NULL ? assessment->reason : NULL);
  add_text (self, "source", assessment != NULL ? assessment->source : NULL);
  add_text (self, "organisation", suivi_scorecard_source_get_organisation (self->source, assessment));
  add_text (self, "date", assessment != NULL ? assessment->date : NULL);
  add_text (self, "name", assessment != NULL ? assessment->name : NULL);
  add_text (self, "confidence",
            suivi_enum_to_nick (SUIVI_TYPE_CONFIDENCE,
                                assessment != NULL ? assessment->confidence : SUIVI_CONFIDENCE_UNKNOWN));
}

static void
add_light (Card *self, SuiviLight light, const SuiviAssessment *assessment)
{
  begin_object (self, "light");
  add_text (self, "word", suivi_light_to_nick (light));
  add_boolean (self, "chosen", assessment != NULL && assessment->light_overridden);
  end_object (self);
}

static void
add_agreement (Card *self, const SuiviAssessment *assessment)
{
  char *nobody[] = { NULL };

  add_boolean (self, "agreed", assessment != NULL && assessment->agreed);
  add_list (self, "agreed_by", assessment != NULL ? assessment->agreed_by : nobody);
  add_text (self, "dissent", assessment != NULL ? assessment->dissent : NULL);
}

/* Side by side: nothing is averaged but on the scale that says so. */
static void
add_judgements (Card *self, const SuiviScorecardEntry *entry)
{
  add_number (self, "grades_apart", entry->apart);
  begin_array (self, "judgements");
  for (guint i = 0; i < entry->judgements->len; i++)
    {
      SuiviAssessment *judgement = g_ptr_array_index (entry->judgements, i);

      begin_object (self, NULL);
      add_light (self, judgement->light, judgement);
      add_assessment (self, judgement);
      end_object (self);
    }
  end_array (self);
}

static void
add_value (Card *self, const SuiviScorecardHead *head, const SuiviScaleValue *value)
{
  begin_object (self, "value");
  add_text (self, "grade", suivi_scale_grade_to_nick (head->scale, value->grade));
  add_boolean (self, "open", value->open);
  add_number (self, "full", value->n_full);
  add_number (self, "partial", value->n_partial);
  add_number (self, "not", value->n_not);
  add_number (self, "worse", value->n_worse);
  end_object (self);
}

static void
add_move (Card *self, const SuiviScorecardHead *head, const SuiviScorecardEntry *entry)
{
  add_text (self, "previous_light",
            entry->previous != SUIVI_LIGHT_ABSENT ? suivi_light_to_nick (entry->previous) : NULL);
  add_text (self, "trend", head->previous != NULL ? suivi_enum_to_nick (SUIVI_TYPE_MOVE, entry->move) : NULL);
}

static void
add_numbers (Card *self, const char *key, GArray *numbers)
{
  begin_array (self, key);
  for (guint i = 0; i < numbers->len; i++)
    yajl_gen_integer (self->gen, g_array_index (numbers, guint, i));
  end_array (self);
}

static gboolean
add_contributions (Card *self, SuiviRecommendation *recommendation, GError **error)
{
  g_autoptr (GPtrArray) contributions
             = suivi_scorecard_source_list_contributions (self->source, recommendation, error);

  if (contributions == NULL)
    return FALSE;

  begin_array (self, "contributions");
  for (guint i = 0; i < contributions->len; i++)
    {
      const SuiviContribution *contribution = g_ptr_array_index (contributions, i);

      begin_object (self, NULL);
      add_text (self, "organisation", contribution->organisation);
      add_text (self, "date", contribution->date);
      add_text (self, "what", contribution->what);
      end_object (self);
    }
  end_array (self);

  return TRUE;
}

/* Parts are there to be read; nothing counts them. They are not frozen with an edition: what they are today is none of
 * its business. */
static gboolean
add_parts (Card *self, SuiviRecommendation *recommendation, GError **error)
{
  g_autoptr (GPtrArray) parts = NULL;

  if (self->source->head.edition != NULL)
    return TRUE;
  parts = suivi_scorecard_source_list_parts (self->source, recommendation, error);
  if (parts == NULL)
    return FALSE;
  if (parts->len == 0)
    return TRUE;

  begin_array (self, "parts");
  for (guint i = 0; i < parts->len; i++)
    {
      SuiviRecommendation *part = g_ptr_array_index (parts, i);

      begin_object (self, NULL);
      add_text (self, "id", part->id);
      add_text (self, "number", part->number);
      put_key (self, "text");
      put (self, part->text);
      add_text (self, "position", suivi_position_to_nick (part->position));
      end_object (self);
    }
  end_array (self);

  return TRUE;
}

static gboolean
add_row_cb (const SuiviScorecardEntry *entry, gpointer user_data, GError **error)
{
  SuiviRecommendation *recommendation = entry->recommendation;
  SuiviReview *review = entry->review;
  SuiviAssessment *assessment = entry->assessment;
  Card *self = user_data;
  g_autofree char *token = review != NULL ? suivi_review_to_token (review) : NULL;

  suivi_scorecard_totals_add (self->totals, entry);
  g_ptr_array_add (self->ids, g_strdup (recommendation->id));
  begin_object (self, NULL);
  add_text (self, "id", recommendation->id);
  add_text (self, "review", token);
  add_text (self, "mechanism", recommendation->mechanism);
  add_text (self, "symbol", recommendation->symbol);
  add_text (self, "number", recommendation->number);
  put_key (self, "text");
  put (self, recommendation->text);
  add_list (self, "states", recommendation->states);
  add_text (self, "position", suivi_position_to_nick (recommendation->position));
  add_list (self, "themes", recommendation->themes);
  add_list (self, "groups", recommendation->groups);
  add_list (self, "sdgs", recommendation->sdgs);
  add_boolean (self, "children", recommendation->child_focused);
  put_key (self, "category");
  if (recommendation->category > 0)
    yajl_gen_integer (self->gen, recommendation->category);
  else
    yajl_gen_null (self->gen);
  add_text (self, "cluster", entry->cluster);
  add_list (self, "institutions", recommendation->institutions);
  add_light (self, recommendation->light, assessment);
  add_move (self, &self->source->head, entry);
  add_value (self, &self->source->head, &entry->value);
  add_assessment (self, assessment);
  add_agreement (self, assessment);
  add_judgements (self, entry);
  add_numbers (self, "evidence", entry->evidence);
  if (!add_contributions (self, recommendation, error) || !add_parts (self, recommendation, error))
    return FALSE;
  end_object (self);

  return suivi_text_output_check (self->output, error);
}

/* --- The evidence ----------------------------------------------------------------------------------------- */

/* Of what children said, nothing but what the consent gate lets pass. */
static void
add_proof (Card *self, const SuiviScorecardProof *proof, guint number)
{
  const SuiviEvidence *evidence = proof->evidence;
  gboolean hidden = suivi_evidence_is_from_children (evidence);

  begin_object (self, NULL);
  add_number (self, "number", number);
  add_text (self, "title", proof->title);
  add_text (self, "kind", suivi_enum_to_nick (SUIVI_TYPE_EVIDENCE_KIND, evidence->kind));
  add_text (self, "date", hidden ? NULL : evidence->date);
  add_text (self, "publisher", hidden ? NULL : evidence->publisher);
  add_text (self, "url", hidden ? NULL : evidence->url);
  add_text (self, "page", hidden ? NULL : evidence->page);
  add_text (self, "quotation", proof->quotation);
  add_text (self, "reliability", suivi_enum_to_nick (SUIVI_TYPE_RELIABILITY, evidence->reliability));
  begin_array (self, "recommendations");
  for (guint i = 0; i < proof->rows->len; i++)
    put (self, g_ptr_array_index (self->ids, g_array_index (proof->rows, guint, i)));
  end_array (self);
  end_object (self);
}

static void
add_evidence (Card *self)
{
  GPtrArray *evidence = suivi_scorecard_source_get_evidence (self->source);

  begin_array (self, "evidence");
  for (guint i = 0; i < evidence->len; i++)
    add_proof (self, g_ptr_array_index (evidence, i), i + 1);
  end_array (self);
}

/* --- The totals ------------------------------------------------------------------------------------------- */

static void
add_tally_lights (Card *self, const guint *lights)
{
  for (guint i = 0; i < SUIVI_N_LIGHTS; i++)
    add_number (self, suivi_light_to_nick (suivi_lights_in_order[i]), lights[suivi_lights_in_order[i]]);
}

/* @name: of the member that says what the row is about */
static void
add_rows (Card *self, const char *key, const char *name, GPtrArray *rows)
{
  begin_array (self, key);
  for (guint i = 0; i < rows->len; i++)
    {
      const SuiviBreakdownRow *row = g_ptr_array_index (rows, i);

      begin_object (self, NULL);
      add_text (self, name, row->value);
      add_number (self, "total", row->tally.total);
      add_tally_lights (self, row->tally.lights);
      end_object (self);
    }
  end_array (self);
}

/* On the scale that is spoken beside the lights; where there is none, the lights are all there is. */
static void
add_bands (Card *self)
{
  const SuiviScale scale = self->source->head.scale;
  const SuiviScaleTally *bands = &self->totals->bands;

  if (scale == SUIVI_SCALE_LIGHT)
    return;

  begin_object (self, "by_grade");
  for (guint i = 0; i < SUIVI_N_LIGHTS; i++)
    add_number (self, suivi_scale_grade_to_nick (scale, suivi_lights_in_order[i]),
                bands->grades[suivi_lights_in_order[i]]);
  add_number (self, "open", bands->n_open);
  end_object (self);
}

/* Every move is there, so that nobody has to guess. Recommendations count once in it, whatever the counting unit. */
static void
add_moves (Card *self)
{
  if (self->source->head.previous == NULL)
    {
      add_text (self, "by_trend", NULL);
      return;
    }

  begin_object (self, "by_trend");
  for (guint i = 0; i < SUIVI_N_MOVES; i++)
    add_number (self, suivi_enum_to_nick (SUIVI_TYPE_MOVE, i), self->totals->moves[i]);
  end_object (self);
}

static gboolean
add_totals (Card *self, GError **error)
{
  const SuiviTally *whole = suivi_scorecard_totals_get_whole (self->totals);
  g_autoptr (GPtrArray) clusters
             = suivi_scorecard_totals_list_clusters (self->totals, self->source->store, error);

  if (clusters == NULL)
    return FALSE;

  begin_object (self, "totals");
  add_number (self, "recommendations", self->totals->n_rows);
  add_number (self, "counted", whole->total);
  add_number (self, "lights_chosen", self->totals->n_chosen);
  add_number (self, "agreed", self->totals->n_agreed);
  begin_object (self, "by_light");
  add_tally_lights (self, whole->lights);
  end_object (self);
  add_bands (self);
  begin_object (self, "by_position");
  for (guint i = 0; i < SUIVI_N_SCORECARD_POSITIONS; i++)
    {
      SuiviPosition position = suivi_scorecard_positions[i];

      begin_object (self, suivi_position_to_nick (position));
      add_number (self, "total", whole->positions[position]);
      add_tally_lights (self, whole->cells[position]);
      end_object (self);
    }
  end_object (self);
  add_rows (self, "by_cluster", "cluster", clusters);
  add_rows (self, "by_theme", "theme", suivi_breakdown_list_rows (self->totals->themes));
  add_moves (self);
  end_object (self);

  return TRUE;
}

/**
 * suivi_scorecard_add_json:
 * @output: a file without content
 * @cancellable: (nullable): to stop
 * @error: return location of what reading the workspace or writing fails with
 *
 * Returns: whether all was written
 */
gboolean
suivi_scorecard_add_json (SuiviScorecardSource *source,
                          SuiviTextOutput *output,
                          GCancellable *cancellable,
                          GError **error)
{
  g_autoptr (SuiviScorecardTotals) totals = suivi_scorecard_totals_new (&source->head.rule);
  g_autoptr (GPtrArray) ids = g_ptr_array_new_with_free_func (g_free);
  Card self = { source, output, totals, ids, NULL };
  gboolean done = FALSE;

  self.gen = yajl_gen_alloc (NULL);
  yajl_gen_config (self.gen, yajl_gen_print_callback, print_cb, output);
  yajl_gen_config (self.gen, yajl_gen_beautify, 1);
  yajl_gen_config (self.gen, yajl_gen_indent_string, "  ");

  begin_object (&self, NULL);
  add_head (&self);
  begin_array (&self, "recommendations");
  done = suivi_scorecard_source_foreach (source, add_row_cb, &self, cancellable, error)
         && suivi_scorecard_totals_count_gone (totals, source, error);
  if (done)
    {
      end_array (&self);
      add_evidence (&self);
      done = add_totals (&self, error);
    }
  if (done)
    end_object (&self);
  yajl_gen_free (self.gen);

  return done;
}
