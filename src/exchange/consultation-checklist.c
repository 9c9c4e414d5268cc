/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The safeguarding checklist on paper, to be filled in by hand. */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "core/text/text.h"
#include "exchange/consultation-private.h"

static const SuiviColumns columns = { 4, { 0.1, 0.39, 0.2, 0.31 }, { 940, 3600, 2180, 2692 } };

static void
add_header (SuiviDocument *document)
{
  const char *const headers[] = {
    /* Translators: header of a column: the items of a checklist, by number */
    _ ("Item"),
    /* Translators: header of a column: what a checklist asks for */
    _ ("What it asks for"),
    /* Translators: header of a column: yes, no, or does not apply */
    _ ("Answer"),
    _ ("Evidence, date and name"),
  };

  suivi_document_add_row (document, SUIVI_BLOCK_HEADER_ROW, &columns, headers);
}

static char *
make_boxes (void)
{
  return g_strdup_printf (SUIVI_BOX " %s\n" SUIVI_BOX " %s\n" SUIVI_BOX " %s",
                          suivi_check_to_label (SUIVI_CHECK_YES), suivi_check_to_label (SUIVI_CHECK_NO),
                          suivi_check_to_label (SUIVI_CHECK_NOT_APPLICABLE));
}

static void
add_item (SuiviDocument *document, const SuiviStandingItem *item, guint number)
{
  g_autofree char *boxes = make_boxes ();
  g_autofree char *asks = NULL;
  /* Translators: an item of a checklist that has to be met, and one that is better met */
  const char *level = item->must ? _ ("Must") : _ ("Should");
  /* An item of the organisation's own has a random key, which says nothing to anybody. */
  g_autofree char *id
    = item->own ? g_strdup_printf ("%s+%u", item->requirement, number) : g_strdup (item->id);
  g_autofree char *head = g_strdup_printf ("%s\n%s", id, level);
  const char *cells[] = { head, item->text, boxes, NULL };

  if (!suivi_text_is_blank (item->asks))
    {
      /* Translators: what shall be noted beside an item of a checklist: "Note: the date" */
      asks = g_strdup_printf (_ ("Note: %s"), item->asks);
      cells[3] = asks;
    }
  suivi_document_add_row (document, SUIVI_BLOCK_ROW, &columns, cells);
}

static void
add_requirement (SuiviDocument *document, const SuiviStanding *standing, const SuiviRequirement *requirement)
{
  g_autofree char *heading = NULL;
  guint n_own = 0;

  /* Translators: heading: the letter and the title of one of the nine requirements for hearing children */
  heading = g_strdup_printf (_ ("(%s) %s"), requirement->letter, requirement->title);
  suivi_document_add (document, SUIVI_BLOCK_SUBHEADING, heading);
  suivi_document_add (document, SUIVI_BLOCK_TEXT, requirement->text);
  add_header (document);
  for (guint i = 0; i < standing->items->len; i++)
    {
      const SuiviStandingItem *item = &g_array_index (standing->items, SuiviStandingItem, i);

      if (g_str_equal (item->requirement, requirement->letter))
        add_item (document, item, item->own ? ++n_own : 0);
    }
}

/**
 * suivi_consultation_make_checklist:
 *
 * Returns: (transfer full): every item that the consultation is asked, without the answers
 */
SuiviDocument *
suivi_consultation_make_checklist (SuiviConsultationContent *content)
{
  const SuiviConsultation *consultation = content->record->consultation;
  SuiviDocument *document
    = suivi_document_new (suivi_consultation_document_to_label (SUIVI_DOCUMENT_CHECKLIST), NULL);

  suivi_document_add (document, SUIVI_BLOCK_TITLE, document->title);
  suivi_document_add_words (document, SUIVI_BLOCK_SUBTITLE, consultation->title, NULL);
  suivi_document_add (
    document, SUIVI_BLOCK_TEXT,
    _ ("The Committee on the Rights of the Child names nine requirements for hearing children (general "
       "comment 12, paragraph 134). “Must” items have to be met before children are heard; a must item that "
       "does not "
       "apply needs a reason. Write no child’s name on this sheet."));
  suivi_document_add_line (document, _ ("Filled in by"));
  suivi_document_add_line (document, _ ("Date"));
  for (guint i = 0; i < SUIVI_N_REQUIREMENTS; i++)
    add_requirement (document, content->record->standing, suivi_checklist_get_requirement (i));

  return document;
}
