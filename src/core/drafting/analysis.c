/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "core/drafting/classifier.h"
#include "core/drafting/hints.h"
#include "core/drafting/specificity.h"

struct _SuiviAnalysis
{
  gatomicrefcount ref_count;
  guint category;
  GArray *category_spans; /* SuiviSpan */
  gboolean child_focused;
  GArray *child_spans; /* SuiviSpan */
  guint n_words;
  char *deadline;
  GPtrArray *actions; /* SuiviAction */
  gboolean compound;
  SuiviCriterionState states[SUIVI_N_CRITERIA];
  GArray *spans[SUIVI_N_CRITERIA]; /* SuiviSpan */
  char *summaries[SUIVI_N_CRITERIA];
  GPtrArray *hints;       /* SuiviHint */
  GPtrArray *actors;      /* char */
  GPtrArray *instruments; /* char */
};

G_DEFINE_BOXED_TYPE (SuiviAnalysis, suivi_analysis, suivi_analysis_ref, suivi_analysis_unref)

static void
free_action (gpointer data)
{
  SuiviAction *action = data;

  g_free (action->text);
  g_free (action->verb);
  g_free (action->part);
  g_free (action);
}

static GArray *
list_spans (SuiviWords *words, GArray *matches)
{
  GArray *spans = g_array_new (FALSE, FALSE, sizeof (SuiviSpan));

  for (guint i = 0; i < matches->len; i++)
    {
      const SuiviMatch *match = &g_array_index (matches, SuiviMatch, i);
      SuiviSpan span = suivi_words_get_span (words, match->first, match->end);

      g_array_append_val (spans, span);
    }

  return spans;
}

static GPtrArray *
list_texts (SuiviWords *words, GArray *matches)
{
  GPtrArray *texts = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < matches->len; i++)
    {
      const SuiviMatch *match = &g_array_index (matches, SuiviMatch, i);
      SuiviSpan span = suivi_words_get_span (words, match->first, match->end);

      g_ptr_array_add (texts, suivi_words_slice (words, span.start, span.end));
    }

  return texts;
}

static void
move_spans (GArray *spans, guint by)
{
  for (guint i = 0; i < spans->len; i++)
    {
      g_array_index (spans, SuiviSpan, i).start += by;
      g_array_index (spans, SuiviSpan, i).end += by;
    }
}

/* The recommendations that the classifier learned from begin with their verb; "By 2028, the Ministry of Justice should" is
 * read over, so that it meets the verb where it expects it. */
static void
classify_specificity (SuiviAnalysis *self, SuiviClassifier *classifier, SuiviReading *reading)
{
  guint preface = suivi_reading_get_preface (reading);
  g_autofree char *text
    = suivi_words_slice (reading->words, preface, reading->words->items[reading->words->n].end);

  self->category = suivi_classifier_specificity (classifier, text, &self->category_spans);
  move_spans (self->category_spans, preface);
  if (self->category == 4 && suivi_specificity_names_amount (reading))
    self->category = 5;
}

/* What people coded teaches more than rules: where a classifier was trained for the language, it decides. */
static void
classify (SuiviAnalysis *self, SuiviReading *reading)
{
  SuiviClassifier *classifier = suivi_classifier_get (suivi_lexicon_get_language (reading->lexicon));

  if (classifier != NULL)
    {
      classify_specificity (self, classifier, reading);
      self->child_focused
        = suivi_classifier_child_focused (classifier, reading->words->text, &self->child_spans);
    }
  else
    {
      g_autoptr (GArray) found
                 = suivi_lexicon_find_all (reading->lexicon, SUIVI_SECTION_CHILDREN, reading->words);

      self->category = suivi_specificity_find (reading, &self->category_spans);
      self->child_focused = found->len > 0;
      self->child_spans = list_spans (reading->words, found);
    }
  reading->category = self->category;
}

static void
list_actions (SuiviAnalysis *self, SuiviReading *reading)
{
  g_autoptr (GPtrArray) parts = suivi_actions_to_parts (reading->actions, reading->lexicon, reading->words);

  self->actions = g_ptr_array_new_with_free_func (free_action);
  for (guint i = 0; i < parts->len; i++)
    {
      const SuiviFoundAction *found = suivi_reading_get_action (reading, i);
      SuiviAction *action = g_new0 (SuiviAction, 1);

      action->span = suivi_reading_get_verb_span (reading, found);
      action->text = suivi_reading_get_text (reading, action->span);
      action->verb = g_strdup (found->verb->name);
      action->part = g_strdup (g_ptr_array_index (parts, i));
      g_ptr_array_add (self->actions, action);
    }
}

/**
 * suivi_analysis_new:
 * @text: valid UTF-8; only the first 20,000 characters are looked at
 * @language: (nullable): language of the text: "en", "fr", "es"; another, or %NULL, counts as English
 * @support: (nullable): what stands beside the text; %NULL: nothing
 *
 * Reads a text and judges its wording. Takes below 5 ms for 200 words; may be called in any thread. Messages are in the
 * language of the user.
 *
 * Returns: (transfer full): what can be said of it
 */
SuiviAnalysis *
suivi_analysis_new (const char *text, const char *language, const SuiviSupport *support)
{
  SuiviAnalysis *self = NULL;
  g_autoptr (SuiviReading) reading = NULL;

  g_return_val_if_fail (text != NULL, NULL);

  self = g_new0 (SuiviAnalysis, 1);
  g_atomic_ref_count_init (&self->ref_count);
  reading = suivi_reading_new (text, suivi_lexicon_get (language), support);
  classify (self, reading);
  self->n_words = suivi_words_count (reading->words);
  self->deadline = suivi_time_frames_get_deadline (reading->frames);
  list_actions (self, reading);
  self->compound = suivi_reading_is_compound (reading);
  for (guint i = 0; i < SUIVI_N_CRITERIA; i++)
    {
      self->states[i] = suivi_reading_judge (reading, i);
      self->spans[i] = suivi_reading_list_spans (reading, i);
      self->summaries[i] = suivi_hints_summarise (reading, i);
    }
  self->hints = suivi_hints_find (reading);
  self->actors = list_texts (reading->words, reading->named->actors);
  self->instruments = list_texts (reading->words, reading->named->instruments);

  return self;
}

/**
 * suivi_analysis_ref:
 *
 * Returns: (transfer full): @self
 */
SuiviAnalysis *
suivi_analysis_ref (SuiviAnalysis *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);

  return self;
}

/**
 * suivi_analysis_unref:
 * @self: (transfer full): an analysis; what was got from it goes with it
 */
void
suivi_analysis_unref (SuiviAnalysis *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  g_array_unref (self->category_spans);
  g_array_unref (self->child_spans);
  g_free (self->deadline);
  g_ptr_array_unref (self->actions);
  for (guint i = 0; i < SUIVI_N_CRITERIA; i++)
    {
      g_array_unref (self->spans[i]);
      g_free (self->summaries[i]);
    }
  g_ptr_array_unref (self->hints);
  g_ptr_array_unref (self->actors);
  g_ptr_array_unref (self->instruments);
  g_free (self);
}

/**
 * suivi_analysis_get_category:
 *
 * Returns: UPR Info's action category, 1 (minimal) to 5 (specific)
 */
guint
suivi_analysis_get_category (SuiviAnalysis *self)
{
  return self->category;
}

/**
 * suivi_analysis_get_category_spans:
 *
 * Returns: (transfer none) (element-type SuiviSpan): the words that decided on the category
 */
GArray *
suivi_analysis_get_category_spans (SuiviAnalysis *self)
{
  return self->category_spans;
}

/**
 * suivi_analysis_is_child_focused:
 *
 * Returns: whether the text is about the rights of children
 */
gboolean
suivi_analysis_is_child_focused (SuiviAnalysis *self)
{
  return self->child_focused;
}

/**
 * suivi_analysis_get_child_spans:
 *
 * Returns: (transfer none) (element-type SuiviSpan): the words that say so
 */
GArray *
suivi_analysis_get_child_spans (SuiviAnalysis *self)
{
  return self->child_spans;
}

/**
 * suivi_analysis_get_n_words:
 *
 * Returns: how many words the text has
 */
guint
suivi_analysis_get_n_words (SuiviAnalysis *self)
{
  return self->n_words;
}

/**
 * suivi_analysis_get_deadline:
 *
 * Returns: (nullable): the day by which all is to be done ("2029-12-31"); the last one if the text has several
 */
const char *
suivi_analysis_get_deadline (SuiviAnalysis *self)
{
  return self->deadline;
}

/**
 * suivi_analysis_get_actions:
 *
 * Returns: (transfer none) (element-type SuiviAction): what the text asks for, in its order
 */
GPtrArray *
suivi_analysis_get_actions (SuiviAnalysis *self)
{
  return self->actions;
}

/**
 * suivi_analysis_is_compound:
 *
 * Returns: whether the text asks for several things; their parts are proposals for a person to confirm
 */
gboolean
suivi_analysis_is_compound (SuiviAnalysis *self)
{
  return self->compound;
}

/**
 * suivi_analysis_get_state:
 *
 * Returns: whether a criterion is met. Achievable and relevant are always for a person to judge
 */
SuiviCriterionState
suivi_analysis_get_state (SuiviAnalysis *self, SuiviCriterion criterion)
{
  g_return_val_if_fail (criterion < SUIVI_N_CRITERIA, SUIVI_CRITERION_STATE_PERSON);

  return self->states[criterion];
}

/**
 * suivi_analysis_get_spans:
 *
 * Returns: (transfer none) (element-type SuiviSpan): the words that the state of a criterion goes by, in the order of
 * the text, none overlapping another
 */
GArray *
suivi_analysis_get_spans (SuiviAnalysis *self, SuiviCriterion criterion)
{
  g_return_val_if_fail (criterion < SUIVI_N_CRITERIA, NULL);

  return self->spans[criterion];
}

/**
 * suivi_analysis_get_hints:
 *
 * Returns: (transfer none) (element-type SuiviHint): what could be better, in the order of the criteria, the weightiest
 * of each first
 */
GPtrArray *
suivi_analysis_get_hints (SuiviAnalysis *self)
{
  return self->hints;
}

/**
 * suivi_analysis_get_actors:
 *
 * Returns: (transfer none) (element-type utf8): who is named that could act, as in the text
 */
GPtrArray *
suivi_analysis_get_actors (SuiviAnalysis *self)
{
  return self->actors;
}

/**
 * suivi_analysis_get_instruments:
 *
 * Returns: (transfer none) (element-type utf8): the treaties, laws and plans that are named, as in the text
 */
GPtrArray *
suivi_analysis_get_instruments (SuiviAnalysis *self)
{
  return self->instruments;
}

/**
 * suivi_analysis_get_summary:
 *
 * Returns: (transfer full): one short phrase on a criterion for a row of a list: "one clear action: “Amend”"
 */
char *
suivi_analysis_get_summary (SuiviAnalysis *self, SuiviCriterion criterion)
{
  g_return_val_if_fail (criterion < SUIVI_N_CRITERIA, NULL);

  return g_strdup (self->summaries[criterion]);
}

/**
 * suivi_analysis_languages:
 *
 * Returns: (transfer none) (array zero-terminated=1): codes of the languages whose words Suivi knows, English first
 */
const char *const *
suivi_analysis_languages (void)
{
  return suivi_lexicon_list_languages ();
}
