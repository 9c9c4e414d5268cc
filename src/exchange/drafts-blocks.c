/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Drafts as running text: what a document says, in which order. How it looks is the writers' business. */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "core/reference/states.h"
#include "core/text/text.h"
#include "exchange/drafts-private.h"

typedef struct
{
  GPtrArray *blocks;
  gboolean user_rtl;
  gboolean shows_state;
} Document;

static void
block_free (SuiviDraftsBlock *self)
{
  g_free (self->label);
  g_free (self->text);
  g_free (self->note);
  g_free (self->uri);
  g_free (self->language);
  g_free (self);
}

/* Line ends of other systems become one "\n", and what no document can hold goes. */
static char *
clean (const char *text)
{
  g_autofree char *valid = NULL;
  g_auto (GStrv) lines = NULL;
  char *joined = NULL;

  if (text == NULL)
    return NULL;

  valid = suivi_text_make_valid (text, -1);
  lines = g_strsplit (valid, "\r\n", -1);
  joined = g_strjoinv ("\n", lines);

  return g_strstrip (g_strdelimit (joined, "\r", '\n'));
}

static SuiviDraftsBlock *
add (Document *self, SuiviDraftsBlockKind kind, const char *label, const char *text, const char *note)
{
  SuiviDraftsBlock *block = g_new0 (SuiviDraftsBlock, 1);

  block->kind = kind;
  block->label = clean (label);
  block->text = clean (text);
  block->note = clean (note);
  block->rtl = self->user_rtl;
  g_ptr_array_add (self->blocks, block);

  return block;
}

static gboolean
is_right_to_left (gunichar letter)
{
  switch ((int) g_unichar_get_script (letter))
    {
    case G_UNICODE_SCRIPT_ADLAM:
    case G_UNICODE_SCRIPT_ARABIC:
    case G_UNICODE_SCRIPT_HEBREW:
    case G_UNICODE_SCRIPT_NKO:
    case G_UNICODE_SCRIPT_SYRIAC:
    case G_UNICODE_SCRIPT_THAANA:
      return TRUE;
    default:
      return FALSE;
    }
}

/* Words of others read in the direction of their first letter, as the bidirectional algorithm of Unicode has it. */
static gboolean
reads_from_right (Document *self, const char *text)
{
  for (const char *p = text; p != NULL && *p != '\0'; p = g_utf8_next_char (p))
    {
      if (g_unichar_isalpha (g_utf8_get_char (p)))
        return is_right_to_left (g_utf8_get_char (p));
    }

  return self->user_rtl;
}

/* A text that somebody wrote, in whatever language. */
static void
add_text (Document *self, SuiviDraftsBlockKind kind, const char *text, const char *language)
{
  SuiviDraftsBlock *block = NULL;

  if (suivi_text_is_blank (text))
    return;

  block = add (self, kind, NULL, text, NULL);
  block->language = g_strdup (language);
  block->rtl = reads_from_right (self, block->text);
}

static void
add_fact (Document *self, const char *label, const char *text)
{
  if (!suivi_text_is_blank (text))
    add (self, SUIVI_DRAFTS_FACT, label, text, NULL);
}

/* Only what a browser opens becomes a link: nothing that runs or reads a file. Quotation marks and the like would end
 * it early. */
static gboolean
is_web_address (const char *text)
{
  if (text == NULL || !(g_str_has_prefix (text, "https://") || g_str_has_prefix (text, "http://")))
    return FALSE;

  return g_str_is_ascii (text) && strpbrk (text, "'\"\\<> ") == NULL
         && g_uri_is_valid (text, G_URI_FLAGS_NONE, NULL);
}

static void
add_item (Document *self, const char *label, const char *text, const char *note)
{
  SuiviDraftsBlock *block = add (self, SUIVI_DRAFTS_ITEM, label, text, note);

  if (is_web_address (block->text))
    block->uri = g_strdup (block->text);
  block->rtl = reads_from_right (self, block->label);
}

static void
add_backing (Document *self, const SuiviBacking *backing)
{
  g_autofree char *quote = NULL;

  if (!suivi_text_is_blank (backing->quote))
    /* Translators: quotation marks around what a source says */
    quote = g_strdup_printf (_ ("“%s”"), backing->quote);
  add_item (self, backing->title, backing->reference, quote);
}

/* What speaks for the issue as a whole, or for one draft alone, by kind. */
static void
add_backings (Document *self, GPtrArray *backings, gboolean of_draft)
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
            add (self, SUIVI_DRAFTS_PART, NULL, suivi_drafts_backing_label (kind), NULL);
          headed = TRUE;
          add_backing (self, backing);
        }
    }
}

static void
add_criteria (Document *self, SuiviAnalysis *analysis)
{
  g_autofree char *specificity = suivi_drafts_specificity_text (analysis);

  add_fact (self, suivi_drafts_column_title (SUIVI_DRAFTS_COLUMN_SPECIFICITY), specificity);
  add_fact (self, suivi_drafts_column_title (SUIVI_DRAFTS_COLUMN_DEADLINE),
            suivi_analysis_get_deadline (analysis));
  /* Translators: header of a column: the five criteria of a SMART recommendation */
  add (self, SUIVI_DRAFTS_HEADER_ROW, _ ("Criterion"),
       /* Translators: header of a column: whether a criterion is met */
       _ ("Judgement"),
       /* Translators: header of a column: why a criterion is met or not */
       _ ("Why"));
  for (SuiviCriterion criterion = 0; criterion < SUIVI_N_CRITERIA; criterion++)
    {
      g_autofree char *summary = suivi_analysis_get_summary (analysis, criterion);

      add (self, SUIVI_DRAFTS_ROW, suivi_criterion_get_label (criterion),
           suivi_criterion_state_get_label (suivi_analysis_get_state (analysis, criterion)), summary);
    }
}

static void
add_requests (Document *self, GPtrArray *requests)
{
  if (requests->len > 0)
    add (self, SUIVI_DRAFTS_PART, NULL, suivi_drafts_column_title (SUIVI_DRAFTS_COLUMN_ASKED), NULL);
  for (guint i = 0; i < requests->len; i++)
    {
      const SuiviRequest *request = g_ptr_array_index (requests, i);

      add_item (self, suivi_state_get_name (request->state), request->date, request->note);
    }
}

static void
add_translations (Document *self, GPtrArray *translations)
{
  if (translations->len > 0)
    add (self, SUIVI_DRAFTS_PART, NULL, suivi_drafts_column_title (SUIVI_DRAFTS_COLUMN_TRANSLATIONS), NULL);
  for (guint i = 0; i < translations->len; i++)
    {
      SuiviTranslation *translation = g_ptr_array_index (translations, i);
      g_autofree char *translator = suivi_drafts_translator_text (translation);

      add (self, SUIVI_DRAFTS_QUIET, NULL, translator, NULL);
      add_text (self, SUIVI_DRAFTS_TRANSLATION, translation->text, translation->language);
    }
}

static void
add_entry (Document *self, SuiviDraftsEntry *entry)
{
  SuiviDraft *draft = entry->draft;
  g_autofree char *heading = NULL;
  g_autofree char *outcome = suivi_drafts_outcome_text (entry);
  g_autofree char *impact = suivi_drafts_impact_text (draft);

  /* Translators: heading; %u numbers the drafts of recommendations, 1 and up */
  heading = g_strdup_printf (_ ("Draft %u"), entry->number);
  add (self, SUIVI_DRAFTS_DRAFT, NULL, heading, NULL);
  if (suivi_text_is_blank (draft->text))
    add (self, SUIVI_DRAFTS_QUIET, NULL, _ ("There is no wording yet."), NULL);
  add_text (self, SUIVI_DRAFTS_WORDING, draft->text, draft->language);

  add_fact (self, suivi_drafts_column_title (SUIVI_DRAFTS_COLUMN_STAGE), suivi_stage_to_label (draft->stage));
  add_fact (self, suivi_drafts_column_title (SUIVI_DRAFTS_COLUMN_TAKEN_UP), outcome);
  add_fact (self, suivi_drafts_column_title (SUIVI_DRAFTS_COLUMN_IMPACT), impact);
  add_fact (self, suivi_drafts_column_title (SUIVI_DRAFTS_COLUMN_MEANS), draft->means);
  if (entry->analysis != NULL)
    add_criteria (self, entry->analysis);
  else if (!suivi_text_is_blank (draft->text))
    add (self, SUIVI_DRAFTS_QUIET, NULL, _ ("Suivi cannot judge wordings in this language."), NULL);
  add_backings (self, entry->backings, TRUE);
  add_requests (self, entry->requests);
  add_translations (self, entry->translations);
}

static void
add_issue (Document *self, SuiviDraftsIssue *issue)
{
  SuiviPriority *priority = issue->priority;
  g_autofree char *articles = suivi_drafts_articles_text (priority);
  g_autofree char *heading = NULL;

  if (self->shows_state)
    /* Translators: a heading: the State under review, and an issue there */
    heading = g_strdup_printf (_ ("%s: %s"), suivi_state_get_name (priority->state), priority->title);
  add_text (self, SUIVI_DRAFTS_ISSUE, heading != NULL ? heading : priority->title, NULL);
  add_text (self, SUIVI_DRAFTS_TEXT, priority->explanation, NULL);
  add_fact (self, suivi_drafts_column_title (SUIVI_DRAFTS_COLUMN_ARTICLES), articles);
  add_fact (self, suivi_drafts_column_title (SUIVI_DRAFTS_COLUMN_RIGHTS), priority->rights);
  add_backings (self, issue->backings, FALSE);
  for (guint i = 0; i < issue->entries->len; i++)
    add_entry (self, g_ptr_array_index (issue->entries, i));
}

static void
add_head (Document *self, SuiviDraftsContent *content)
{
  g_autofree char *count = NULL;
  g_autofree char *line = NULL;

  add (self, SUIVI_DRAFTS_TITLE, NULL, content->title, NULL);
  count = g_strdup_printf (ngettext ("%u draft", "%u drafts", content->n_drafts), content->n_drafts);
  if (content->day != NULL)
    /* Translators: how many drafts there are, and the day on which things stood so */
    line = g_strdup_printf (_ ("%s, as of %s"), count, content->day);
  add (self, SUIVI_DRAFTS_SUBTITLE, NULL, line != NULL ? line : count, NULL);
}

/* Behind a letter that reads from the right, 2026-11-22 would turn into 22-11-2026: marks keep its order. */
static void
keep_dates (GRegex *date, char **text)
{
  char *marked = NULL;

  if (*text == NULL)
    return;

  marked = g_regex_replace_literal (date, *text, -1, 0, "\u200E", 0, NULL);
  g_free (*text);
  *text = marked;
}

static void
keep_all_dates (Document *self)
{
  /* Where a date begins and where it ends. */
  g_autoptr (GRegex) date
             = g_regex_new ("\\b(?=\\d{4}-\\d{2}-\\d{2}\\b)|(?<=\\b\\d{4}-\\d{2}-\\d{2})\\b", 0, 0, NULL);

  for (guint i = 0; i < self->blocks->len; i++)
    {
      SuiviDraftsBlock *block = g_ptr_array_index (self->blocks, i);

      /* The wording itself stays as it was written. */
      if (!block->rtl || block->kind == SUIVI_DRAFTS_WORDING || block->kind == SUIVI_DRAFTS_TRANSLATION)
        continue;
      keep_dates (date, &block->label);
      keep_dates (date, &block->text);
      keep_dates (date, &block->note);
    }
}

/**
 * suivi_drafts_blocks_new:
 *
 * Returns: (transfer full) (element-type SuiviDraftsBlock): what a document says, from top to bottom
 */
GPtrArray *
suivi_drafts_blocks_new (SuiviDraftsContent *content)
{
  Document document = { 0 };

  document.blocks = g_ptr_array_new_with_free_func ((GDestroyNotify) block_free);
  document.user_rtl = suivi_drafts_user_is_rtl ();
  document.shows_state = content->n_states > 1;
  add_head (&document, content);
  for (guint i = 0; i < content->issues->len; i++)
    add_issue (&document, g_ptr_array_index (content->issues, i));
  keep_all_dates (&document);

  return document.blocks;
}
