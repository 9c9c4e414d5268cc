/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Drafts as running text: what a document says, in which order. How it looks is the writers' business. */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "core/reference/states.h"
#include "core/text/text.h"
#include "exchange/drafts-private.h"

/* The columns of the judgement of a wording. */
static const SuiviColumns criteria_columns = { 3, { 0.2, 0.26, 0.54 }, { 1800, 2700, 4912 } };

static void
add_backing (SuiviDocument *self, const SuiviBacking *backing)
{
  g_autofree char *quote = NULL;

  if (!suivi_text_is_blank (backing->quote))
    /* Translators: quotation marks around what a source says */
    quote = g_strdup_printf (_ ("“%s”"), backing->quote);
  suivi_document_add_item (self, backing->title, backing->reference, quote);
}

/* What speaks for the issue as a whole, or for one draft alone, by kind. */
static void
add_backings (SuiviDocument *self, GPtrArray *backings, gboolean of_draft)
{
  for (SuiviBackingKind kind = 0; kind < SUIVI_N_BACKING_KINDS; kind++)
    {
      gboolean headed = FALSE;

      for (guint i = 0; i < backings->len; i++)
        {
          const SuiviBacking *backing = g_ptr_array_index (backings, i);

          if (backing->kind != kind || (backing->draft_id != NULL) != of_draft)
            continue;
          if (!headed)
            suivi_document_add (self, SUIVI_BLOCK_PART, suivi_drafts_backing_label (kind));
          headed = TRUE;
          add_backing (self, backing);
        }
    }
}

static void
add_criteria (SuiviDocument *self, SuiviAnalysis *analysis)
{
  g_autofree char *specificity = suivi_drafts_specificity_text (analysis);
  const char *const headers[] = {
    /* Translators: header of a column: the five criteria of a SMART recommendation */
    _ ("Criterion"),
    /* Translators: header of a column: whether a criterion is met */
    _ ("Judgement"),
    /* Translators: header of a column: why a criterion is met or not */
    _ ("Why"),
  };

  suivi_document_add_fact (self, suivi_drafts_column_title (SUIVI_DRAFTS_COLUMN_SPECIFICITY), specificity);
  suivi_document_add_fact (self, suivi_drafts_column_title (SUIVI_DRAFTS_COLUMN_DEADLINE),
                           suivi_analysis_get_deadline (analysis));
  suivi_document_add_row (self, SUIVI_BLOCK_HEADER_ROW, &criteria_columns, headers);
  for (SuiviCriterion criterion = 0; criterion < SUIVI_N_CRITERIA; criterion++)
    {
      g_autofree char *summary = suivi_analysis_get_summary (analysis, criterion);

      const char *const cells[]
        = { suivi_criterion_get_label (criterion),
            suivi_criterion_state_get_label (suivi_analysis_get_state (analysis, criterion)), summary };

      suivi_document_add_row (self, SUIVI_BLOCK_ROW, &criteria_columns, cells);
    }
}

static void
add_requests (SuiviDocument *self, GPtrArray *requests)
{
  if (requests->len > 0)
    suivi_document_add (self, SUIVI_BLOCK_PART, suivi_drafts_column_title (SUIVI_DRAFTS_COLUMN_ASKED));
  for (guint i = 0; i < requests->len; i++)
    {
      const SuiviRequest *request = g_ptr_array_index (requests, i);

      suivi_document_add_item (self, suivi_state_get_name (request->state), request->date, request->note);
    }
}

static void
add_translations (SuiviDocument *self, GPtrArray *translations)
{
  if (translations->len > 0)
    suivi_document_add (self, SUIVI_BLOCK_PART, suivi_drafts_column_title (SUIVI_DRAFTS_COLUMN_TRANSLATIONS));
  for (guint i = 0; i < translations->len; i++)
    {
      SuiviTranslation *translation = g_ptr_array_index (translations, i);
      g_autofree char *translator = suivi_drafts_translator_text (translation);

      suivi_document_add (self, SUIVI_BLOCK_QUIET, translator);
      suivi_document_add_words (self, SUIVI_BLOCK_TRANSLATION, translation->text, translation->language);
    }
}

static void
add_entry (SuiviDocument *self, SuiviDraftsEntry *entry)
{
  SuiviDraft *draft = entry->draft;
  g_autofree char *heading = NULL;
  g_autofree char *outcome = suivi_drafts_outcome_text (entry);
  g_autofree char *impact = suivi_drafts_impact_text (draft);

  /* Translators: heading; %u numbers the drafts of recommendations, 1 and up */
  heading = g_strdup_printf (_ ("Draft %u"), entry->number);
  suivi_document_add (self, SUIVI_BLOCK_SUBHEADING, heading);
  if (suivi_text_is_blank (draft->text))
    suivi_document_add (self, SUIVI_BLOCK_QUIET, _ ("There is no wording yet."));
  suivi_document_add_words (self, SUIVI_BLOCK_WORDING, draft->text, draft->language);

  suivi_document_add_fact (self, suivi_drafts_column_title (SUIVI_DRAFTS_COLUMN_STAGE),
                           suivi_stage_to_label (draft->stage));
  suivi_document_add_fact (self, suivi_drafts_column_title (SUIVI_DRAFTS_COLUMN_TAKEN_UP), outcome);
  suivi_document_add_fact (self, suivi_drafts_column_title (SUIVI_DRAFTS_COLUMN_IMPACT), impact);
  suivi_document_add_fact (self, suivi_drafts_column_title (SUIVI_DRAFTS_COLUMN_MEANS), draft->means);
  if (entry->analysis != NULL)
    add_criteria (self, entry->analysis);
  else if (!suivi_text_is_blank (draft->text))
    suivi_document_add (self, SUIVI_BLOCK_QUIET, _ ("Suivi cannot judge wordings in this language."));
  add_backings (self, entry->backings, TRUE);
  add_requests (self, entry->requests);
  add_translations (self, entry->translations);
}

static void
add_issue (SuiviDocument *self, SuiviDraftsIssue *issue, gboolean shows_state)
{
  SuiviPriority *priority = issue->priority;
  g_autofree char *articles = suivi_drafts_articles_text (priority);
  g_autofree char *heading = NULL;

  if (shows_state)
    /* Translators: a heading: the State under review, and an issue there */
    heading = g_strdup_printf (_ ("%s: %s"), suivi_state_get_name (priority->state), priority->title);
  suivi_document_add_words (self, SUIVI_BLOCK_HEADING, heading != NULL ? heading : priority->title, NULL);
  suivi_document_add_words (self, SUIVI_BLOCK_TEXT, priority->explanation, NULL);
  suivi_document_add_fact (self, suivi_drafts_column_title (SUIVI_DRAFTS_COLUMN_ARTICLES), articles);
  suivi_document_add_fact (self, suivi_drafts_column_title (SUIVI_DRAFTS_COLUMN_RIGHTS), priority->rights);
  add_backings (self, issue->backings, FALSE);
  for (guint i = 0; i < issue->entries->len; i++)
    add_entry (self, g_ptr_array_index (issue->entries, i));
}

static void
add_head (SuiviDocument *self, SuiviDraftsContent *content)
{
  g_autofree char *count = NULL;
  g_autofree char *line = NULL;

  suivi_document_add (self, SUIVI_BLOCK_TITLE, content->title);
  count = g_strdup_printf (ngettext ("%u draft", "%u drafts", content->n_drafts), content->n_drafts);
  if (content->day != NULL)
    /* Translators: how many drafts there are, and the day on which things stood so */
    line = g_strdup_printf (_ ("%s, as of %s"), count, content->day);
  suivi_document_add (self, SUIVI_BLOCK_SUBTITLE, line != NULL ? line : count);
}

/**
 * suivi_drafts_document_new:
 *
 * Returns: (transfer full): the drafts as running text
 */
SuiviDocument *
suivi_drafts_document_new (SuiviDraftsContent *content)
{
  SuiviDocument *document = suivi_document_new (content->title, content->day);

  add_head (document, content);
  for (guint i = 0; i < content->issues->len; i++)
    add_issue (document, g_ptr_array_index (content->issues, i), content->n_states > 1);
  suivi_document_keep_dates (document);

  return document;
}
