/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The scorecard as JSON, for databases: data/scorecard.schema.json says what stands where. Members and words such as
 * "supported" are the same in every language. The totals stand last: they are counted from the very rows above them. */

#include "config.h"

#include <yajl/yajl_gen.h>

#include "core/reference/states.h"
#include "core/text/text.h"
#include "exchange/document.h"
#include "exchange/scorecard-output-private.h"
#include "exchange/scorecard-summary.h"

/* Raised when a reader of today would misunderstand the file, and then only. */
#define VERSION 1

/* The file while it is written. */
typedef struct
{
  SuiviScorecardSource *source;
  SuiviTextOutput *output;
  SuiviScorecardSummary *summary;
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
  add_text (self, "organisation", head->organisation);
  add_counting (self, &head->rule);
}

/* --- The rows --------------------------------------------------------------------------------------------- */

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
}

/* Parts are there to be read; nothing counts them. */
static gboolean
add_parts (Card *self, SuiviRecommendation *recommendation, GError **error)
{
  g_autoptr (GPtrArray) parts = suivi_scorecard_source_list_parts (self->source, recommendation, error);

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
add_row_cb (SuiviRecommendation *recommendation,
            SuiviReview *review,
            SuiviAssessment *assessment,
            gpointer user_data,
            GError **error)
{
  Card *self = user_data;
  g_autofree char *token = review != NULL ? suivi_review_to_token (review) : NULL;

  suivi_scorecard_summary_add (self->summary, recommendation, assessment);
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
  begin_object (self, "light");
  add_text (self, "word", suivi_light_to_nick (recommendation->light));
  add_boolean (self, "chosen", assessment != NULL && assessment->light_overridden);
  end_object (self);
  add_assessment (self, assessment);
  if (!add_parts (self, recommendation, error))
    return FALSE;
  end_object (self);

  return suivi_text_output_check (self->output, error);
}

/* --- The totals ------------------------------------------------------------------------------------------- */

static void
add_themes (Card *self)
{
  g_autoptr (GPtrArray) themes = suivi_scorecard_summary_list_themes (self->summary);

  begin_array (self, "by_theme");
  for (guint i = 0; i < themes->len; i++)
    {
      SuiviScorecardTheme *theme = g_ptr_array_index (themes, i);

      begin_object (self, NULL);
      add_text (self, "theme", theme->theme);
      add_number (self, "total", theme->total);
      for (guint j = 0; j < SUIVI_N_LIGHTS; j++)
        add_number (self, suivi_light_to_nick (suivi_scorecard_lights[j]),
                    theme->lights[suivi_scorecard_lights[j]]);
      end_object (self);
    }
  end_array (self);
}

static void
add_totals (Card *self)
{
  begin_object (self, "totals");
  add_number (self, "recommendations", suivi_scorecard_summary_get_total (self->summary));
  add_number (self, "lights_chosen", suivi_scorecard_summary_get_chosen (self->summary));

  begin_object (self, "by_light");
  for (guint i = 0; i < SUIVI_N_LIGHTS; i++)
    add_number (self, suivi_light_to_nick (suivi_scorecard_lights[i]),
                suivi_scorecard_summary_get_light (self->summary, suivi_scorecard_lights[i]));
  end_object (self);

  begin_object (self, "by_position");
  for (guint i = 0; i < SUIVI_N_SCORECARD_POSITIONS; i++)
    {
      SuiviPosition position = suivi_scorecard_positions[i];

      begin_object (self, suivi_position_to_nick (position));
      add_number (self, "total", suivi_scorecard_summary_get_position (self->summary, position));
      for (guint j = 0; j < SUIVI_N_LIGHTS; j++)
        add_number (self, suivi_light_to_nick (suivi_scorecard_lights[j]),
                    suivi_scorecard_summary_get_cell (self->summary, position, suivi_scorecard_lights[j]));
      end_object (self);
    }
  end_object (self);

  add_themes (self);
  end_object (self);
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
  g_autoptr (SuiviScorecardSummary) summary = suivi_scorecard_summary_new ();
  Card self = { source, output, summary, NULL };
  gboolean done = FALSE;

  self.gen = yajl_gen_alloc (NULL);
  yajl_gen_config (self.gen, yajl_gen_print_callback, print_cb, output);
  yajl_gen_config (self.gen, yajl_gen_beautify, 1);
  yajl_gen_config (self.gen, yajl_gen_indent_string, "  ");

  begin_object (&self, NULL);
  add_head (&self);
  begin_array (&self, "recommendations");
  done = suivi_scorecard_source_foreach (source, add_row_cb, &self, cancellable, error);
  if (done)
    {
      end_array (&self);
      add_totals (&self);
      end_object (&self);
    }
  yajl_gen_free (self.gen);

  return done;
}
