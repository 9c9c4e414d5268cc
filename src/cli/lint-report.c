/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "cli/command.h"
#include "cli/json.h"
#include "cli/lint-report.h"

/* Names for scripts: never translated, never changed. */
static const char *const criteria[SUIVI_N_CRITERIA] = {
  [SUIVI_CRITERION_SPECIFIC] = "specific",     [SUIVI_CRITERION_MEASURABLE] = "measurable",
  [SUIVI_CRITERION_ACHIEVABLE] = "achievable", [SUIVI_CRITERION_RELEVANT] = "relevant",
  [SUIVI_CRITERION_TIME_BOUND] = "time_bound",
};

static const char *const states[] = {
  [SUIVI_CRITERION_STATE_MET] = "met",
  [SUIVI_CRITERION_STATE_TO_IMPROVE] = "to-improve",
  [SUIVI_CRITERION_STATE_PERSON] = "person",
};

static const SuiviHint *
find_hint (SuiviAnalysis *analysis, SuiviCriterion criterion)
{
  GPtrArray *hints = suivi_analysis_get_hints (analysis);

  for (guint i = 0; i < hints->len; i++)
    {
      const SuiviHint *hint = g_ptr_array_index (hints, i);

      if (hint->criterion == criterion)
        return hint;
    }

  return NULL;
}

static void
add_spans (SuiviCliJson *json, const char *key, GArray *spans)
{
  suivi_cli_json_text (json, key);
  suivi_cli_json_begin_array (json);
  for (guint i = 0; i < spans->len; i++)
    {
      const SuiviSpan *span = &g_array_index (spans, SuiviSpan, i);

      suivi_cli_json_begin_array (json);
      suivi_cli_json_number (json, span->start);
      suivi_cli_json_number (json, span->end);
      suivi_cli_json_end_array (json);
    }
  suivi_cli_json_end_array (json);
}

static void
add_texts (SuiviCliJson *json, const char *key, GPtrArray *texts)
{
  suivi_cli_json_text (json, key);
  suivi_cli_json_begin_array (json);
  for (guint i = 0; i < texts->len; i++)
    suivi_cli_json_text (json, g_ptr_array_index (texts, i));
  suivi_cli_json_end_array (json);
}

static void
add_actions (SuiviCliJson *json, SuiviAnalysis *analysis)
{
  GPtrArray *actions = suivi_analysis_get_actions (analysis);

  suivi_cli_json_text (json, "actions");
  suivi_cli_json_begin_array (json);
  for (guint i = 0; i < actions->len; i++)
    {
      const SuiviAction *action = g_ptr_array_index (actions, i);

      suivi_cli_json_begin_object (json);
      suivi_cli_json_add_text (json, "text", action->text);
      suivi_cli_json_add_number (json, "start", action->span.start);
      suivi_cli_json_add_number (json, "end", action->span.end);
      suivi_cli_json_add_text (json, "verb", action->verb);
      suivi_cli_json_add_text (json, "part", action->part);
      suivi_cli_json_end_object (json);
    }
  suivi_cli_json_end_array (json);
}

static void
add_criteria (SuiviCliJson *json, SuiviAnalysis *analysis)
{
  suivi_cli_json_text (json, "criteria");
  suivi_cli_json_begin_object (json);
  for (guint i = 0; i < SUIVI_N_CRITERIA; i++)
    {
      const SuiviHint *hint = find_hint (analysis, i);
      g_autofree char *summary = suivi_analysis_get_summary (analysis, i);

      suivi_cli_json_text (json, criteria[i]);
      suivi_cli_json_begin_object (json);
      suivi_cli_json_add_text (json, "state", states[suivi_analysis_get_state (analysis, i)]);
      add_spans (json, "spans", suivi_analysis_get_spans (analysis, i));
      suivi_cli_json_add_text (json, "hint", hint != NULL ? hint->message : NULL);
      suivi_cli_json_add_text (json, "summary", summary);
      suivi_cli_json_end_object (json);
    }
  suivi_cli_json_end_object (json);
}

static void
add_hints (SuiviCliJson *json, SuiviAnalysis *analysis)
{
  GPtrArray *hints = suivi_analysis_get_hints (analysis);

  suivi_cli_json_text (json, "hints");
  suivi_cli_json_begin_array (json);
  for (guint i = 0; i < hints->len; i++)
    {
      const SuiviHint *hint = g_ptr_array_index (hints, i);

      suivi_cli_json_begin_object (json);
      suivi_cli_json_add_text (json, "rule", hint->rule);
      suivi_cli_json_add_text (json, "criterion", criteria[hint->criterion]);
      suivi_cli_json_add_number (json, "start", hint->span.start);
      suivi_cli_json_add_number (json, "end", hint->span.end);
      suivi_cli_json_add_text (json, "words", hint->words);
      suivi_cli_json_add_text (json, "message", hint->message);
      suivi_cli_json_add_text (json, "suggestion", hint->suggestion);
      suivi_cli_json_add_text (json, "source", hint->source);
      suivi_cli_json_end_object (json);
    }
  suivi_cli_json_end_array (json);
}

/**
 * suivi_cli_lint_print_json:
 * @language: the language that the text was read in
 *
 * Writes all that can be said of a text as one JSON object. Places are counted in characters (code points).
 */
void
suivi_cli_lint_print_json (SuiviAnalysis *analysis, const char *language)
{
  g_autoptr (SuiviCliJson) json = suivi_cli_json_new ();

  suivi_cli_json_begin_object (json);
  suivi_cli_json_add_text (json, "language", language);
  suivi_cli_json_add_number (json, "category", suivi_analysis_get_category (analysis));
  add_spans (json, "category_spans", suivi_analysis_get_category_spans (analysis));
  suivi_cli_json_add_boolean (json, "child_focused", suivi_analysis_is_child_focused (analysis));
  add_spans (json, "child_spans", suivi_analysis_get_child_spans (analysis));
  suivi_cli_json_add_number (json, "words", suivi_analysis_get_n_words (analysis));
  suivi_cli_json_add_text (json, "deadline", suivi_analysis_get_deadline (analysis));
  suivi_cli_json_add_boolean (json, "compound", suivi_analysis_is_compound (analysis));
  add_actions (json, analysis);
  add_texts (json, "actors", suivi_analysis_get_actors (analysis));
  add_texts (json, "instruments", suivi_analysis_get_instruments (analysis));
  add_criteria (json, analysis);
  add_hints (json, analysis);
  suivi_cli_json_end_object (json);
}

static void
print_actions (GPtrArray *actions)
{
  if (actions->len < 2)
    return;

  suivi_cli_print ("\n%s\n", _ ("As recommendations of their own:"));
  for (guint i = 0; i < actions->len; i++)
    suivi_cli_print ("  %u. %s\n", i + 1, ((const SuiviAction *) g_ptr_array_index (actions, i))->part);
}

static void
print_hints (GPtrArray *hints)
{
  if (hints->len == 0)
    return;

  suivi_cli_print ("\n");
  for (guint i = 0; i < hints->len; i++)
    {
      const SuiviHint *hint = g_ptr_array_index (hints, i);

      suivi_cli_print ("- %s\n", hint->message);
      if (hint->suggestion != NULL)
        {
          /* Translators: words of a text, and what to write instead */
          suivi_cli_print (_ ("  Instead of “%s”: “%s”\n"), hint->words, hint->suggestion);
        }
    }
}

/**
 * suivi_cli_lint_print:
 *
 * Writes what can be said of a text for people.
 */
void
suivi_cli_lint_print (SuiviAnalysis *analysis)
{
  guint category = suivi_analysis_get_category (analysis);
  guint n_words = suivi_analysis_get_n_words (analysis);
  const char *deadline = suivi_analysis_get_deadline (analysis);

  suivi_cli_print ("%u – %s: %s\n", category, suivi_specificity_get_label (category),
                   suivi_specificity_get_meaning (category));
  suivi_cli_print (ngettext ("%u word\n", "%u words\n", n_words), n_words);
  suivi_cli_print ("%s\n", suivi_analysis_is_child_focused (analysis) ? _ ("About children")
                                                                      : _ ("Not about children"));
  if (deadline != NULL)
    suivi_cli_print (_ ("By %s\n"), deadline);

  suivi_cli_print ("\n");
  for (guint i = 0; i < SUIVI_N_CRITERIA; i++)
    {
      g_autofree char *summary = suivi_analysis_get_summary (analysis, i);

      suivi_cli_print ("%s: %s – %s\n", suivi_criterion_get_label (i),
                       suivi_criterion_state_get_label (suivi_analysis_get_state (analysis, i)), summary);
    }
  print_actions (suivi_analysis_get_actions (analysis));
  print_hints (suivi_analysis_get_hints (analysis));
}
