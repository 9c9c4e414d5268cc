/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Sheets to take along: one on which a child agrees, one on which a parent or guardian does. */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "exchange/consultation-private.h"

static const SuiviColumns columns = { 2, { 0.76, 0.24 }, { 7153, 2259 } };

static void
add_questions (SuiviDocument *document, const char *header, const char *const *questions)
{
  /* Translators: two boxes to tick */
  g_autofree char *boxes = g_strdup_printf (_ ("%s Yes    %s No"), SUIVI_BOX, SUIVI_BOX);
  const char *const headers[] = { header, _ ("Answer") };

  suivi_document_add_row (document, SUIVI_BLOCK_HEADER_ROW, &columns, headers);
  for (guint i = 0; questions[i] != NULL; i++)
    {
      const char *const cells[] = { questions[i], boxes };

      suivi_document_add_row (document, SUIVI_BLOCK_ROW, &columns, cells);
    }
}

static void
add_choices (SuiviDocument *document, const char *heading, const char *const *choices)
{
  suivi_document_add (document, SUIVI_BLOCK_PART, heading);
  for (guint i = 0; choices[i] != NULL; i++)
    {
      g_autofree char *choice = g_strdup_printf (SUIVI_BOX "  %s", choices[i]);

      suivi_document_add (document, SUIVI_BLOCK_TEXT, choice);
    }
}

static void
add_head (SuiviDocument *document, SuiviConsultationContent *content, const char *title)
{
  SuiviBlock *head = suivi_document_add (document, SUIVI_BLOCK_TITLE, title);

  head->new_page = document->blocks->len > 1;
  suivi_document_add_words (document, SUIVI_BLOCK_SUBTITLE, content->record->consultation->title, NULL);
  suivi_document_add_line (document, _ ("Code (never a name or initials)"));
}

static void
add_foot (SuiviDocument *document, SuiviConsultationContent *content)
{
  const SuiviConsultation *consultation = content->record->consultation;
  g_autofree char *foot = NULL;

  suivi_document_add_line (document, _ ("Date"));
  suivi_document_add_line (document, _ ("Version of the information sheet"));
  suivi_document_add_line (document, _ ("Kept until"));
  if (consultation->focal_point[0] != '\0')
    /* Translators: %s is the name of the safeguarding focal point */
    foot = g_strdup_printf (_ ("This sheet is locked away after the meeting. Only %s can see it, and whoever "
                               "stands in for her or him."),
                            consultation->focal_point);
  suivi_document_add (
    document, SUIVI_BLOCK_QUIET,
    foot != NULL
      ? foot
      : _ ("This sheet is locked away after the meeting. Only the safeguarding focal point can see it."));
}

static void
add_child_sheet (SuiviDocument *document, SuiviConsultationContent *content)
{
  const char *const questions[] = {
    _ ("I know what this is about, and what happens with what I say."),
    _ ("I want to take part."),
    _ ("You may show my words to others, without my name."),
    _ ("You may print my words where anybody can read them, without my name."),
    _ ("You may use my drawing, a picture of me or a recording of my voice."),
    _ ("I want to travel to another place for this. (Only if somebody asked you.)"),
    _ ("You may get in touch with me later."),
    NULL,
  };
  const char *const choices[] = {
    _ ("I sign or write a word here."),
    _ ("I say it aloud, and somebody whom I trust hears it."),
    _ ("I draw something here."),
    NULL,
  };

  add_head (document, content, _ ("Do you want to take part?"));
  suivi_document_add (
    document, SUIVI_BLOCK_TEXT,
    _ ("Read the information sheet first, or let somebody read it to you. Ask whatever you want to know. You "
       "decide. "
       "Each question stands for itself: you can say yes to one and no to another. Nobody will be angry "
       "if you say no. You can stop at any time, without saying why."));
  add_questions (document, _ ("What about you?"), questions);
  add_choices (document, _ ("How I say yes"), choices);
  suivi_consultation_add_lines (document, 2);
  suivi_document_add_line (document, _ ("Who was with me, if I said it aloud"));
  add_foot (document, content);
}

static void
add_guardian_sheet (SuiviDocument *document, SuiviConsultationContent *content)
{
  const char *const questions[] = {
    _ ("I got the information sheet, and my questions were answered."),
    _ ("The child may take part, if the child wants to."),
    _ ("The child’s words may be shown to others, without the name."),
    _ ("The child’s words may be printed where anybody can read them, without the name."),
    _ ("A drawing, picture or recording of the child may be used."),
    _ ("The child may travel for this. (Only if it was asked.)"),
    _ ("The child may be contacted later."),
    NULL,
  };
  const char *const choices[] = {
    _ ("I consent, as far as ticked above."),
    _ ("I do not consent. The child will not take part."),
    NULL,
  };

  add_head (document, content, _ ("For parents and guardians"));
  suivi_document_add (
    document, SUIVI_BLOCK_TEXT,
    _ ("The child is asked as well, and decides: without the child’s own yes, your yes is not enough. You "
       "can take back "
       "your consent at any time, without saying why and without harm to you or the child."));
  add_questions (document, _ ("What do you agree to?"), questions);
  add_choices (document, _ ("My answer"), choices);
  suivi_document_add_line (document, _ ("Signature"));
  suivi_document_add_line (document, _ ("I am the child’s (mother, father, guardian …)"));
  add_foot (document, content);
}

/**
 * suivi_consultation_make_consent_sheets:
 *
 * The questions are those of the fields that the workspace keeps for each code: each is asked, and answered, by itself.
 *
 * Returns: (transfer full): two sheets of one page each
 */
SuiviDocument *
suivi_consultation_make_consent_sheets (SuiviConsultationContent *content)
{
  SuiviDocument *document
    = suivi_document_new (suivi_consultation_document_to_label (SUIVI_DOCUMENT_CONSENT_SHEETS), NULL);

  add_child_sheet (document, content);
  add_guardian_sheet (document, content);

  return document;
}
