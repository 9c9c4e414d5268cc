/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "cli/command.h"
#include "cli/find.h"
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
  char *organisation;
  char *confidence;
  char **agreed_by;
  char *dissent;
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
  g_free (options->organisation);
  g_free (options->confidence);
  g_strfreev (options->agreed_by);
  g_free (options->dissent);
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

/* Whose grade it is, and how sure they are. */
static gboolean
parse_judges (const SuiviCliCommand *self, const Options *options, SuiviAssessment *assessment)
{
  int confidence = SUIVI_CONFIDENCE_UNKNOWN;

  if (!suivi_cli_check_text (self, "--organisation", options->organisation)
      || !suivi_cli_check_text (self, "--dissent", options->dissent)
      || !suivi_cli_check_texts (self, "--agreed-by", options->agreed_by))
    return FALSE;
  if (options->organisation != NULL && options->agreed_by != NULL)
    {
      suivi_cli_wrong_usage (self,
                             _ (
                               "%s and %s exclude each other: a grade is of one organisation, or agreed on."),
                             "--organisation", "--agreed-by");
      return FALSE;
    }
  if (options->dissent != NULL && options->agreed_by == NULL)
    {
      suivi_cli_wrong_usage (self, _ ("%s needs %s: only where some agreed can others see it otherwise."),
                             "--dissent", "--agreed-by");
      return FALSE;
    }
  if (!suivi_cli_parse_nick (self, "--confidence", SUIVI_TYPE_CONFIDENCE, options->confidence,
                             "low|medium|high", &confidence))
    return FALSE;

  assessment->confidence = confidence;
  assessment->agreed = options->agreed_by != NULL;
  suivi_cli_set (&assessment->organisation, options->organisation);
  suivi_cli_set (&assessment->dissent, options->dissent);
  if (options->agreed_by != NULL)
    {
      g_strfreev (assessment->agreed_by);
      assessment->agreed_by = suivi_cli_clean_texts (options->agreed_by);
    }

  return TRUE;
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
                             "green, amber, red, worse, grey");
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
  if (!parse_judges (self, options, assessment))
    return NULL;

  return g_steal_pointer (&assessment);
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
assess (const SuiviCliCommand *self,
        const Options *options,
        SuiviAssessment *assessment,
        const char *file,
        const char *number)
{
  g_autoptr (SuiviStore) store = NULL;
  g_autoptr (SuiviRecommendation) recommendation = NULL;
  g_autoptr (GError) error = NULL;

  store = suivi_cli_open (file, assessment->name, &error);
  if (store == NULL)
    return suivi_cli_fail (error);
  if (!assessment->agreed && suivi_text_is_blank (assessment->organisation)
      && suivi_text_is_blank (suivi_store_get_organisation (store)))
    return suivi_cli_wrong_usage (self, _ ("Say whose grade it is: with %s, or for all grades with %s."),
                                  "--organisation", "SUIVI_ORGANISATION");
  recommendation = suivi_cli_find_recommendation (store, options->review, number, &error);
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
      "green|amber|red|worse|grey" },
    { "confidence", 0, 0, G_OPTION_ARG_FILENAME, &options.confidence, N_ ("How sure those are who judge"),
      "low|medium|high" },
    { "organisation", 0, 0, G_OPTION_ARG_FILENAME, &options.organisation,
      N_ ("The organisation that judges, if it is not the one you work for: SUIVI_ORGANISATION"),
      N_ ("NAME") },
    { "agreed-by", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &options.agreed_by,
      N_ ("An organisation that agreed: it is the grade of all who did"), N_ ("NAME") },
    { "dissent", 0, 0, G_OPTION_ARG_FILENAME, &options.dissent, N_ ("Who sees it otherwise, and why"),
      N_ ("TEXT") },
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

  return assess (self, &options, assessment, (*args)[1], (*args)[2]);
}

const SuiviCliCommand suivi_cli_command_assess = {
  .name = "assess",
  .arguments = "FILE NUMBER",
  .n_arguments = 2,
  .summary = N_ ("Grade a recommendation"),
  .run = run,
};
