/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "cli/command.h"
#include "core/text/text.h"
#include "store/transaction.h"

typedef struct
{
  char *law;
  char *policy;
  char *practice;
  char *light;
  char *reason;
  char *source;
  char *name;
  char *date;
  char *review;
} Options;

static void
clear_options (Options *options)
{
  g_free (options->law);
  g_free (options->policy);
  g_free (options->practice);
  g_free (options->light);
  g_free (options->reason);
  g_free (options->source);
  g_free (options->name);
  g_free (options->date);
  g_free (options->review);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, clear_options)

static gboolean
check_given (const SuiviCliCommand *self, const char *option, const char *value)
{
  if (value != NULL)
    return suivi_cli_check_text (self, option, value);

  suivi_cli_wrong_usage (self, _ ("%s is missing: a grade needs it."), option);
  return FALSE;
}

static gboolean
parse_level (const SuiviCliCommand *self, const char *option, const char *nick, SuiviLevel *level)
{
  if (!check_given (self, option, nick))
    return FALSE;
  if (suivi_level_from_nick (nick, level))
    return TRUE;

  suivi_cli_wrong_usage (self, _ ("What follows %s must be one of: %s."), option,
                         "done, some, nothing, unassessed");
  return FALSE;
}

/* What can be judged without the workspace; what is blank is judged by the rule for grades later. */
static SuiviAssessment *
make_assessment (const SuiviCliCommand *self, const Options *options)
{
  g_autoptr (SuiviAssessment) assessment = suivi_assessment_new ();
  SuiviLevel law = SUIVI_LEVEL_UNASSESSED;
  SuiviLevel policy = SUIVI_LEVEL_UNASSESSED;
  SuiviLevel practice = SUIVI_LEVEL_UNASSESSED;
  SuiviLight light = SUIVI_LIGHT_GREY;

  if (!parse_level (self, "--law", options->law, &law)
      || !parse_level (self, "--policy", options->policy, &policy)
      || !parse_level (self, "--practice", options->practice, &practice)
      || !check_given (self, "--reason", options->reason) || !check_given (self, "--source", options->source)
      || !check_given (self, "--by", options->name) || !suivi_cli_parse_date (self, "--date", options->date))
    return NULL;
  if (options->light != NULL && !suivi_light_from_nick (options->light, &light))
    {
      suivi_cli_wrong_usage (self, _ ("What follows %s must be one of: %s."), "--light",
                             "green, amber, red, grey");
      return NULL;
    }

  suivi_assessment_set_levels (assessment, law, policy, practice);
  if (options->light != NULL)
    suivi_assessment_override_light (assessment, light);
  assessment->reason = suivi_text_clean_lines (options->reason);
  assessment->source = suivi_text_clean_lines (options->source);
  assessment->name = suivi_text_clean (options->name);
  if (options->date != NULL)
    {
      g_free (assessment->date);
      assessment->date = g_strdup (options->date);
    }

  return g_steal_pointer (&assessment);
}

/* Parts of split recommendations, "121.2 (a)", are found through the whole. */
static gboolean
find_parts (SuiviStore *store, const char *review_id, const char *number, GPtrArray *found, GError **error)
{
  g_autofree char *whole = NULL;
  g_autoptr (GPtrArray) wholes = NULL;
  const char *letter = g_strrstr (number, " (");

  if (letter == NULL)
    return TRUE;

  whole = g_strndup (number, letter - number);
  wholes = suivi_store_find_number (store, review_id, whole, error);
  for (guint i = 0; wholes != NULL && i < wholes->len; i++)
    {
      SuiviRecommendation *recommendation = g_ptr_array_index (wholes, i);
      g_autoptr (GPtrArray) parts = suivi_store_list_parts (store, recommendation->id, error);

      if (parts == NULL)
        return FALSE;
      for (guint j = 0; j < parts->len; j++)
        {
          SuiviRecommendation *part = g_ptr_array_index (parts, j);

          if (g_str_equal (part->number, number))
            g_ptr_array_add (found, suivi_recommendation_ref (part));
        }
    }

  return wholes != NULL;
}

/* "in SVN:20, SVN:48" */
static char *
name_reviews (SuiviStore *store, GPtrArray *recommendations)
{
  g_autoptr (GString) names = g_string_new (NULL);
  g_autoptr (GPtrArray) reviews = suivi_store_list_reviews (store, NULL);

  for (guint i = 0; reviews != NULL && i < reviews->len; i++)
    {
      SuiviReview *review = g_ptr_array_index (reviews, i);

      for (guint j = 0; j < recommendations->len; j++)
        {
          SuiviRecommendation *recommendation = g_ptr_array_index (recommendations, j);
          g_autofree char *token = suivi_review_to_token (review);

          if (g_strcmp0 (recommendation->review_id, review->id) == 0)
            g_string_append_printf (names, "%s%s", names->len > 0 ? ", " : "", token);
        }
    }

  return g_string_free (g_steal_pointer (&names), FALSE);
}

static SuiviRecommendation *
find_recommendation (SuiviStore *store, const char *token, const char *number, GError **error)
{
  g_autoptr (SuiviReview) review = NULL;
  g_autoptr (GPtrArray) found = NULL;
  g_autofree char *state = NULL;
  guint session = 0;

  if (token != NULL && suivi_review_parse_token (token, &state, &session))
    {
      review = suivi_cli_find_review (store, state, session, error);
      if (review == NULL)
        return NULL;
    }

  found = suivi_store_find_number (store, review != NULL ? review->id : NULL, number, error);
  if (found == NULL)
    return NULL;
  if (found->len == 0 && !find_parts (store, review != NULL ? review->id : NULL, number, found, error))
    return NULL;

  if (found->len == 0)
    {
      g_set_error (error, SUIVI_STORE_ERROR, SUIVI_STORE_ERROR_NOT_FOUND,
                   _ ("The workspace has no recommendation with the number %s."), number);
      return NULL;
    }
  if (found->len > 1)
    {
      g_autofree char *names = name_reviews (store, found);

      g_set_error (error, SUIVI_STORE_ERROR, SUIVI_STORE_ERROR_INVALID,
                   /* Translators: the second %s is a list of reviews, "SVN:20, SVN:48" */
                   _ ("The number %s stands in several reviews: %s. Say which one with --review."), number,
                   names);
      return NULL;
    }

  return suivi_recommendation_ref (g_ptr_array_index (found, 0));
}

static gboolean
save (SuiviStore *store, SuiviAssessment *assessment, const char *number, GError **error)
{
  g_autoptr (SuiviTransaction) transaction = NULL;
  g_autofree char *label = NULL;

  if (!suivi_assessment_validate (assessment, error))
    return FALSE;

  /* Translators: a step in the history; %s is the number of a recommendation */
  label = g_strdup_printf (_ ("Grade recommendation %s"), number);
  transaction = suivi_store_begin (store, label, error);

  return transaction != NULL && suivi_transaction_put_assessment (transaction, assessment, error)
         && suivi_transaction_commit (transaction, error);
}

static SuiviCliStatus
assess (const Options *options, SuiviAssessment *assessment, const char *file, const char *number)
{
  g_autoptr (SuiviStore) store = NULL;
  g_autoptr (SuiviRecommendation) recommendation = NULL;
  g_autoptr (GError) error = NULL;

  store = suivi_cli_open (file, assessment->name, &error);
  if (store == NULL)
    return suivi_cli_fail (error);
  recommendation = find_recommendation (store, options->review, number, &error);
  if (recommendation == NULL)
    return suivi_cli_fail (error);

  g_free (assessment->recommendation_id);
  assessment->recommendation_id = g_strdup (recommendation->id);
  if (!save (store, assessment, recommendation->number, &error))
    return suivi_cli_fail (error);

  suivi_cli_print ("%s: %s %s\n", recommendation->number, suivi_light_to_symbol (assessment->light),
                   suivi_light_to_label (assessment->light));

  return SUIVI_CLI_DONE;
}

static SuiviCliStatus
run (const SuiviCliCommand *self, char ***args)
{
  g_auto (Options) options = { 0 };
  g_autoptr (SuiviAssessment) assessment = NULL;
  g_autofree char *state = NULL;
  guint session = 0;
  const GOptionEntry entries[] = {
    { "law", 0, 0, G_OPTION_ARG_FILENAME, &options.law, N_ ("What was done in law"),
      "done|some|nothing|unassessed" },
    { "policy", 0, 0, G_OPTION_ARG_FILENAME, &options.policy, N_ ("What was done in policy"),
      "done|some|nothing|unassessed" },
    { "practice", 0, 0, G_OPTION_ARG_FILENAME, &options.practice, N_ ("What was done in practice"),
      "done|some|nothing|unassessed" },
    { "reason", 0, 0, G_OPTION_ARG_FILENAME, &options.reason, N_ ("Why this grade"), N_ ("TEXT") },
    { "source", 0, 0, G_OPTION_ARG_FILENAME, &options.source, N_ ("Where the facts stand"), N_ ("TEXT") },
    { "by", 0, 0, G_OPTION_ARG_FILENAME, &options.name, N_ ("Who gives the grade"), N_ ("NAME") },
    { "date", 0, 0, G_OPTION_ARG_FILENAME, &options.date, N_ ("Day of the grade, today if not given"),
      "YYYY-MM-DD" },
    { "light", 0, 0, G_OPTION_ARG_FILENAME, &options.light, N_ ("Choose the light against the rule"),
      "green|amber|red|grey" },
    { "review", 0, 0, G_OPTION_ARG_FILENAME, &options.review, N_ ("The review that the number belongs to"),
      "ISO3:SESSION" },
    { NULL },
  };

  if (!suivi_cli_parse (self, args, entries, NULL))
    return SUIVI_CLI_USAGE;
  if (!suivi_cli_check_text (self, "NUMBER", (*args)[2])
      || (options.review != NULL && !suivi_cli_parse_review (self, options.review, &state, &session)))
    return SUIVI_CLI_USAGE;

  assessment = make_assessment (self, &options);
  if (assessment == NULL)
    return SUIVI_CLI_USAGE;

  return assess (&options, assessment, (*args)[1], (*args)[2]);
}

const SuiviCliCommand suivi_cli_command_assess = {
  .name = "assess",
  .arguments = "FILE NUMBER",
  .n_arguments = 2,
  .summary = N_ ("Grade a recommendation"),
  .run = run,
};
