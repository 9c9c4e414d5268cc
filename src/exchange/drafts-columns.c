/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Drafts as a table: what stands in which column. */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "core/reference/states.h"
#include "core/text/text.h"
#include "exchange/drafts-private.h"

/**
 * suivi_drafts_column_title:
 *
 * Returns: the header of the column, translated
 */
const char *
suivi_drafts_column_title (SuiviDraftsColumn column)
{
  switch (column)
    {
    case SUIVI_DRAFTS_COLUMN_NUMBER:
      return _ ("Number");
    case SUIVI_DRAFTS_COLUMN_STATE:
      return _ ("State under review");
    case SUIVI_DRAFTS_COLUMN_ISSUE:
      return _ ("Issue");
    case SUIVI_DRAFTS_COLUMN_WORDING:
      return _ ("Draft recommendation");
    case SUIVI_DRAFTS_COLUMN_LANGUAGE:
      return _ ("Language");
    case SUIVI_DRAFTS_COLUMN_STAGE:
      return _ ("Stage");
    case SUIVI_DRAFTS_COLUMN_SPECIFICITY:
      return _ ("Specificity");
    case SUIVI_DRAFTS_COLUMN_SPECIFIC:
      return suivi_criterion_get_label (SUIVI_CRITERION_SPECIFIC);
    case SUIVI_DRAFTS_COLUMN_MEASURABLE:
      return suivi_criterion_get_label (SUIVI_CRITERION_MEASURABLE);
    case SUIVI_DRAFTS_COLUMN_ACHIEVABLE:
      return suivi_criterion_get_label (SUIVI_CRITERION_ACHIEVABLE);
    case SUIVI_DRAFTS_COLUMN_RELEVANT:
      return suivi_criterion_get_label (SUIVI_CRITERION_RELEVANT);
    case SUIVI_DRAFTS_COLUMN_TIME_BOUND:
      return suivi_criterion_get_label (SUIVI_CRITERION_TIME_BOUND);
    case SUIVI_DRAFTS_COLUMN_DEADLINE:
      return _ ("Deadline");
    case SUIVI_DRAFTS_COLUMN_MEANS:
      return _ ("Means needed");
    case SUIVI_DRAFTS_COLUMN_EVIDENCE:
      return suivi_drafts_backing_label (SUIVI_BACKING_EVIDENCE);
    case SUIVI_DRAFTS_COLUMN_OUTPUTS:
      return suivi_drafts_backing_label (SUIVI_BACKING_OUTPUT);
    case SUIVI_DRAFTS_COLUMN_EARLIER:
      return suivi_drafts_backing_label (SUIVI_BACKING_EARLIER);
    case SUIVI_DRAFTS_COLUMN_TARGETS:
      return suivi_drafts_backing_label (SUIVI_BACKING_TARGET);
    case SUIVI_DRAFTS_COLUMN_ASKED:
      return _ ("States asked");
    case SUIVI_DRAFTS_COLUMN_TRANSLATIONS:
      return _ ("Translations");
    case SUIVI_DRAFTS_COLUMN_TAKEN_UP:
      return _ ("Taken up in");
    case SUIVI_DRAFTS_COLUMN_IMPACT:
      return _ ("Impact");
    case SUIVI_DRAFTS_COLUMN_EXPLANATION:
      return _ ("About the issue");
    case SUIVI_DRAFTS_COLUMN_ARTICLES:
      return _ ("Articles of the Convention on the Rights of the Child");
    case SUIVI_DRAFTS_COLUMN_RIGHTS:
      return _ ("Other rights");
    default:
      g_return_val_if_reached ("");
    }
}

/* Each on a line of its own, with where it stands. */
static char *
backings_text (GPtrArray *backings, SuiviBackingKind kind)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < backings->len; i++)
    {
      const SuiviBacking *backing = g_ptr_array_index (backings, i);

      if (backing->kind != kind)
        continue;
      if (text->len > 0)
        g_string_append_c (text, '\n');
      g_string_append (text, backing->title);
      if (!suivi_text_is_blank (backing->reference))
        g_string_append_printf (text, " (%s)", backing->reference);
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static char *
requests_text (GPtrArray *requests)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < requests->len; i++)
    {
      const SuiviRequest *request = g_ptr_array_index (requests, i);

      if (text->len > 0)
        g_string_append_c (text, '\n');
      g_string_append_printf (text, "%s (%s)", suivi_state_get_name (request->state), request->date);
      if (!suivi_text_is_blank (request->note))
        g_string_append_printf (text, ": %s", request->note);
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static char *
translations_text (GPtrArray *translations)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < translations->len; i++)
    {
      SuiviTranslation *translation = g_ptr_array_index (translations, i);
      g_autofree char *translator = suivi_drafts_translator_text (translation);

      if (text->len > 0)
        g_string_append (text, "\n\n");
      g_string_append_printf (text, "%s\n%s", translator, translation->text);
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static char *
criterion_text (SuiviAnalysis *analysis, SuiviCriterion criterion)
{
  if (analysis == NULL)
    return NULL;

  return g_strdup (suivi_criterion_state_get_label (suivi_analysis_get_state (analysis, criterion)));
}

/**
 * suivi_drafts_column_text:
 *
 * Returns: (transfer full) (nullable): what stands in the column for a draft; %NULL or "" if nothing does
 */
char *
suivi_drafts_column_text (SuiviDraftsColumn column, SuiviDraftsIssue *issue, SuiviDraftsEntry *entry)
{
  SuiviAnalysis *analysis = entry->analysis;

  switch (column)
    {
    case SUIVI_DRAFTS_COLUMN_NUMBER:
      return g_strdup_printf ("%u", entry->number);
    case SUIVI_DRAFTS_COLUMN_STATE:
      return g_strdup (suivi_state_get_name (issue->priority->state));
    case SUIVI_DRAFTS_COLUMN_ISSUE:
      return g_strdup (issue->priority->title);
    case SUIVI_DRAFTS_COLUMN_WORDING:
      return g_strdup (entry->draft->text);
    case SUIVI_DRAFTS_COLUMN_LANGUAGE:
      return suivi_drafts_language_label (entry->draft->language);
    case SUIVI_DRAFTS_COLUMN_STAGE:
      return g_strdup (suivi_stage_to_label (entry->draft->stage));
    case SUIVI_DRAFTS_COLUMN_SPECIFICITY:
      return analysis != NULL ? suivi_drafts_specificity_text (analysis) : NULL;
    case SUIVI_DRAFTS_COLUMN_SPECIFIC:
    case SUIVI_DRAFTS_COLUMN_MEASURABLE:
    case SUIVI_DRAFTS_COLUMN_ACHIEVABLE:
    case SUIVI_DRAFTS_COLUMN_RELEVANT:
    case SUIVI_DRAFTS_COLUMN_TIME_BOUND:
      return criterion_text (analysis, SUIVI_CRITERION_SPECIFIC + (column - SUIVI_DRAFTS_COLUMN_SPECIFIC));
    case SUIVI_DRAFTS_COLUMN_DEADLINE:
      return analysis != NULL ? g_strdup (suivi_analysis_get_deadline (analysis)) : NULL;
    case SUIVI_DRAFTS_COLUMN_MEANS:
      return g_strdup (entry->draft->means);
    case SUIVI_DRAFTS_COLUMN_EVIDENCE:
      return backings_text (entry->backings, SUIVI_BACKING_EVIDENCE);
    case SUIVI_DRAFTS_COLUMN_OUTPUTS:
      return backings_text (entry->backings, SUIVI_BACKING_OUTPUT);
    case SUIVI_DRAFTS_COLUMN_EARLIER:
      return backings_text (entry->backings, SUIVI_BACKING_EARLIER);
    case SUIVI_DRAFTS_COLUMN_TARGETS:
      return backings_text (entry->backings, SUIVI_BACKING_TARGET);
    case SUIVI_DRAFTS_COLUMN_ASKED:
      return requests_text (entry->requests);
    case SUIVI_DRAFTS_COLUMN_TRANSLATIONS:
      return translations_text (entry->translations);
    case SUIVI_DRAFTS_COLUMN_TAKEN_UP:
      return suivi_drafts_outcome_text (entry);
    case SUIVI_DRAFTS_COLUMN_IMPACT:
      return suivi_drafts_impact_text (entry->draft);
    case SUIVI_DRAFTS_COLUMN_EXPLANATION:
      return g_strdup (issue->priority->explanation);
    case SUIVI_DRAFTS_COLUMN_ARTICLES:
      return suivi_drafts_articles_text (issue->priority);
    case SUIVI_DRAFTS_COLUMN_RIGHTS:
      return g_strdup (issue->priority->rights);
    default:
      g_return_val_if_reached (NULL);
    }
}
