/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The letter that tells children what became of their words. It leaves room for what only people can say. */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "core/text/text.h"
#include "exchange/consultation-private.h"

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

static void
add_said (SuiviDocument *document, SuiviConsultationContent *content)
{
  suivi_document_add (document, SUIVI_BLOCK_SUBHEADING, _ ("What you told us"));
  if (content->themes->len == 0)
    suivi_consultation_add_lines (document, 3);
  for (guint i = 0; i < content->themes->len; i++)
    {
      const SuiviConsultationTheme *theme = g_ptr_array_index (content->themes, i);
      g_autofree char *count = suivi_consultation_count_text (theme->n_counted);

      suivi_document_add_item (document, suivi_consultation_theme_text (theme), count, NULL);
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
    suivi_consultation_add_lines (document, 3);
  for (guint i = 0; i < content->targets->len; i++)
    {
      const SuiviConsultationTarget *target = g_ptr_array_index (content->targets, i);
      g_autofree char *count = suivi_consultation_count_text (target->n_counted);
      /* Translators: what something was used for, and how many statements of children speak for it */
      g_autofree char *where = g_strdup_printf (_ ("%s, %s"), target->kind, count);

      suivi_document_add_item (document, target->title, where, NULL);
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
  suivi_consultation_add_lines (document, any ? 1 : 2);
}

static void
add_left_out (SuiviDocument *document, SuiviConsultationContent *content)
{
  guint n_left_out = content->n_counted - content->n_used;
  g_autofree char *count = NULL;

  suivi_document_add (document, SUIVI_BLOCK_SUBHEADING, _ ("What we left out, and why"));
  if (n_left_out > 0)
    {
      count = g_strdup_printf (ngettext ("We did not use %u statement this time.",
                                         "We did not use %u statements this time.", n_left_out),
                               n_left_out);
      suivi_document_add (document, SUIVI_BLOCK_TEXT, count);
    }
  for (guint i = 0; i < content->left_out->len; i++)
    suivi_document_add_item (document, "", g_ptr_array_index (content->left_out, i), NULL);
  suivi_consultation_add_lines (document, content->left_out->len > 0 ? 1 : 2);
}

static void
add_next (SuiviDocument *document, SuiviConsultationContent *content)
{
  g_autofree char *review = content->review != NULL ? suivi_review_to_label (content->review) : NULL;

  suivi_document_add (document, SUIVI_BLOCK_SUBHEADING, _ ("What happens next"));
  suivi_document_add_fact (document, _ ("The review that this is for"), review);
  suivi_consultation_add_lines (document, 3);
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
