/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The letter that tells children what became of their words. It leaves room for what only people can say. */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "core/text/text.h"
#include "exchange/consultation-private.h"

/* Larger than what adults read, in points. */
#define PRINT_SIZE 13.0

static void
add_greeting (SuiviDocument *document, const SuiviConsultation *consultation)
{
  g_autofree char *days = suivi_consultation_days_text (consultation);

  suivi_document_add (document, SUIVI_BLOCK_TEXT, _ ("Dear children and young people,"));
  suivi_document_add (
    document, SUIVI_BLOCK_TEXT,
    _ ("You told us what you think. Thank you. We promised to tell you what became of it: here is the "
       "answer."));
  suivi_document_add_fact (document, _ ("When we met"), days);
  suivi_document_add_fact (document, _ ("Where"), consultation->place);
  suivi_document_add_fact (document, _ ("What we talked about"), consultation->purpose);
}

/* Not how many children: one of them may have said several of the things. */
static const char *
say_how_often (guint n_statements)
{
  /* Translators: to children: how often they spoke about something; plain words */
  static const char *const words[]
    = { NULL, N_ ("you spoke about it once"), N_ ("you spoke about it twice") };

  if (n_statements > 0 && n_statements < G_N_ELEMENTS (words))
    return _ (words[n_statements]);

  return n_statements <= 5 ? _ ("you spoke about it several times") : _ ("you spoke about it many times");
}

static void
add_said (SuiviDocument *document, SuiviConsultationContent *content)
{
  suivi_document_add (document, SUIVI_BLOCK_SUBHEADING, _ ("What you told us"));
  if (content->themes->len == 0)
    suivi_consultation_add_lines (document, 2);
  for (guint i = 0; i < content->themes->len; i++)
    {
      const SuiviConsultationTheme *theme = g_ptr_array_index (content->themes, i);

      suivi_document_add_item (document, suivi_consultation_theme_text (theme),
                               say_how_often (theme->n_counted), NULL);
    }
  for (guint i = 0; i < content->themes->len; i++)
    {
      const SuiviConsultationTheme *theme = g_ptr_array_index (content->themes, i);

      for (guint j = 0; j < theme->quotes->len; j++)
        {
          const SuiviAllowedStatement *quote = g_ptr_array_index (theme->quotes, j);
          g_autofree char *text = suivi_consultation_quote_text (quote->statement);

          suivi_document_add_words (document, SUIVI_BLOCK_QUOTE, text, NULL);
        }
    }
}

static void
add_used (SuiviDocument *document, SuiviConsultationContent *content)
{
  suivi_document_add (document, SUIVI_BLOCK_SUBHEADING, _ ("What we used, and where"));
  if (content->targets->len == 0)
    suivi_consultation_add_lines (document, 2);
  for (guint i = 0; i < content->targets->len; i++)
    {
      const SuiviConsultationTarget *target = g_ptr_array_index (content->targets, i);

      suivi_document_add_item (document, target->title, NULL, target->plain);
    }
}

static void
add_changed (SuiviDocument *document, SuiviConsultationContent *content)
{
  gboolean any = FALSE;

  suivi_document_add (document, SUIVI_BLOCK_SUBHEADING, _ ("What we changed"));
  for (guint i = 0; i < content->targets->len; i++)
    {
      const SuiviConsultationTarget *target = g_ptr_array_index (content->targets, i);

      for (guint j = 0; j < target->notes->len; j++)
        {
          suivi_document_add_item (document, "", g_ptr_array_index (target->notes, j), NULL);
          any = TRUE;
        }
    }
  if (!any)
    suivi_consultation_add_lines (document, 2);
}

static void
add_left_out (SuiviDocument *document, SuiviConsultationContent *content)
{
  guint n_left_out = content->n_counted - content->n_used;
  guint n_reasons = content->left_out->len;

  suivi_document_add (document, SUIVI_BLOCK_SUBHEADING, _ ("What we left out, and why"));
  if (n_left_out > 0)
    suivi_document_add (document, SUIVI_BLOCK_TEXT,
                        _ ("We could not use everything this time. This is why:"));
  else if (content->n_counted > 0)
    suivi_document_add (document, SUIVI_BLOCK_TEXT,
                        _ ("If we left out something that matters to you, please tell us."));
  for (guint i = 0; i < n_reasons; i++)
    suivi_document_add_item (document, "", g_ptr_array_index (content->left_out, i), NULL);
  /* People know the reasons that nobody noted, or that stand beside words that may not be shown. */
  if (n_reasons < n_left_out || content->n_counted == 0)
    suivi_consultation_add_lines (document, n_reasons > 0 ? 1 : 2);
}

static void
add_next (SuiviDocument *document, SuiviConsultationContent *content)
{
  g_autofree char *review = content->review != NULL ? suivi_review_to_label (content->review) : NULL;

  suivi_document_add (document, SUIVI_BLOCK_SUBHEADING, _ ("What happens next"));
  suivi_document_add_fact (document, _ ("The review that this is for"), review);
  suivi_consultation_add_lines (document, review != NULL ? 1 : 2);
  suivi_document_add (document, SUIVI_BLOCK_SUBHEADING, _ ("What do you think?"));
  suivi_document_add (
    document, SUIVI_BLOCK_TEXT,
    _ ("Tell us whether we understood you, and what you would do differently. You can ask, answer or "
       "complain at any time."));
  suivi_consultation_add_or_line (document, _ ("Whom you can ask"),
                                  content->record->consultation->focal_point);
  suivi_document_add_line (document, _ ("This is how you reach us"));
  suivi_document_add_fact (document, _ ("With thanks from"), content->record->consultation->organiser);
  suivi_document_add_line (document, _ ("Date"));
}

/**
 * suivi_consultation_make_letter:
 *
 * Returns: (transfer full): a letter to the children
 */
SuiviDocument *
suivi_consultation_make_letter (SuiviConsultationContent *content)
{
  SuiviDocument *document = suivi_document_new (_ ("What became of your words"), content->day);

  document->least_size = PRINT_SIZE;
  suivi_document_add (document, SUIVI_BLOCK_TITLE, document->title);
  suivi_document_add_words (document, SUIVI_BLOCK_SUBTITLE, content->record->consultation->title, NULL);
  add_greeting (document, content->record->consultation);
  add_said (document, content);
  add_used (document, content);
  add_changed (document, content);
  add_left_out (document, content);
  add_next (document, content);

  return document;
}
