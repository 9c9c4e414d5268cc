/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The information sheet for children: what is known stands there, for the rest there are lines to write on. It covers
 * what item a1 of the checklist asks for. */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "core/reference/states.h"
#include "core/text/text.h"
#include "exchange/consultation-private.h"

static void
add_section (SuiviDocument *document, const char *heading, const char *text)
{
  suivi_document_add (document, SUIVI_BLOCK_SUBHEADING, heading);
  if (text != NULL)
    suivi_document_add (document, SUIVI_BLOCK_TEXT, text);
}

static void
add_meeting (SuiviDocument *document, const SuiviConsultation *consultation)
{
  g_autofree char *days = suivi_consultation_days_text (consultation);

  add_section (document, _ ("Who are we?"), NULL);
  suivi_consultation_add_or_line (document, _ ("We are"), consultation->organiser);
  suivi_document_add_fact (document, _ ("We work together with"), consultation->partners);
  suivi_consultation_add_or_line (document, _ ("We meet on"), days);
  suivi_consultation_add_or_line (document, _ ("We meet in"), consultation->place);
  suivi_consultation_add_or_line (document, _ ("What we do there"), consultation->methods);
}

static void
add_reasons (SuiviDocument *document, const SuiviConsultation *consultation)
{
  g_autofree char *review = g_strdup_printf (
    /* Translators: %s is the State under review */
    _ ("All countries have promised to respect the rights of people, and of children above all. Every few "
       "years, the other countries look at how one country keeps its promises. This is called the Universal "
       "Periodic "
       "Review. It takes place at the United Nations. This time it is about %s. In the end, the other "
       "countries say what should become better."),
    suivi_state_get_name (consultation->state));

  add_section (document, _ ("What is the review?"), review);
  add_section (document, _ ("Why do we ask you?"),
               _ ("You know best what children’s lives are like. You have the right to say what you think "
                  "about everything that concerns you, and adults have to take it seriously."));
  suivi_consultation_add_or_line (document, _ ("We want to talk about"), consultation->purpose);
}

static void
add_words (SuiviDocument *document)
{
  add_section (
    document, _ ("What do we do with your words?"),
    _ ("We write down what you say, but never your name next to it. We put together what many children "
       "said, and tell it to those who take part in the review. Your own words we show only if you "
       "say yes to that. On another sheet we ask you about each thing by itself."));
  add_section (
    document, _ ("Who can read it?"),
    _ ("Reports to the United Nations are public: everybody can read them, and your government can, too. "
       "So your name, your school and your village never stand there."));
  add_section (
    document, _ ("What can we not promise?"),
    _ ("We cannot promise that everything you want will happen, or that it happens soon. Others decide "
       "about that. We do promise to tell you what became of your words."));
}

static void
add_stopping (SuiviDocument *document)
{
  add_section (
    document, _ ("Do I have to?"),
    _ ("No. You need not come, and you need not answer. You can leave at any time, and you need not say "
       "why. Afterwards you can still take back what you said, up to the day when the report goes out: "
       "what others have read by then cannot be made unread."));
  suivi_document_add_line (document, _ ("I can take back my words until"));
  add_section (document, _ ("And if something is not right?"),
               _ (
                 "If you tell us that somebody hurts you, or that you or another child are in danger, we "
                 "cannot keep that to ourselves. We talk to you about who can help, before we do anything."));
}

static void
add_contacts (SuiviDocument *document, const SuiviConsultation *consultation)
{
  add_section (
    document, _ ("Whom can I ask, and where can I complain?"),
    _ ("You can ask or complain at any time, also about us. You can also let somebody do it for you."));
  suivi_consultation_add_or_line (document, _ ("These people look after your safety"),
                                  consultation->focal_point);
  suivi_document_add_fact (document, _ ("And also"), consultation->deputy);
  suivi_document_add_line (document, _ ("This is how you reach them"));
  suivi_document_add_line (document, _ ("Somebody who is not one of us"));
}

/**
 * suivi_consultation_make_information_sheet:
 *
 * Returns: (transfer full): a sheet that tells children what they are asked for
 */
SuiviDocument *
suivi_consultation_make_information_sheet (SuiviConsultationContent *content)
{
  const SuiviConsultation *consultation = content->record->consultation;
  g_autofree char *due = suivi_consultation_day_text (consultation->feedback_due);
  SuiviDocument *document
    = suivi_document_new (suivi_consultation_document_to_label (SUIVI_DOCUMENT_INFORMATION_SHEET), NULL);

  suivi_document_add (document, SUIVI_BLOCK_TITLE, _ ("We want to hear you"));
  suivi_document_add_words (document, SUIVI_BLOCK_SUBTITLE, consultation->title, NULL);
  add_meeting (document, consultation);
  add_reasons (document, consultation);
  add_words (document);
  add_stopping (document);
  add_contacts (document, consultation);
  add_section (document, _ ("When do I hear from you?"),
               _ ("We tell you what we used, what we changed, and what we left out and why."));
  suivi_consultation_add_or_line (document, _ ("You hear from us by"), due);
  suivi_document_add_line (document, _ ("Version of this sheet"));

  return document;
}
