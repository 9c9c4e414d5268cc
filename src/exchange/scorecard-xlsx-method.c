/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The sheet Method and definitions: what the words mean, how it was counted, and how to send changes back. */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "core/scorecard/light-order.h"
#include "core/text/text.h"
#include "exchange/scorecard-text.h"
#include "exchange/scorecard-xlsx-private.h"

#define COLUMN_LABEL 0
#define COLUMN_TEXT  1

#define LABEL_WIDTH  34.0
#define TEXT_WIDTH   104.0

typedef struct
{
  SuiviScorecardBook *book;
  guint row;
} Page;

static void
set_height (Page *page, guint lines)
{
  worksheet_set_row (page->book->method, page->row,
                     MIN (lines * SUIVI_SCORECARD_LINE_HEIGHT + 6, SUIVI_SCORECARD_MAX_HEIGHT), NULL);
}

static guint
put (Page *page, guint column, const char *text, SuiviXlsxStyle style)
{
  return suivi_xlsx_writer_write_wrapped (page->book->writer, page->book->method, page->row, column, text,
                                          style, column == COLUMN_LABEL ? LABEL_WIDTH : TEXT_WIDTH);
}

static void
put_section (Page *page, const char *title)
{
  if (page->row > 1)
    page->row++;
  worksheet_set_row (page->book->method, page->row, 24, NULL);
  put (page, COLUMN_LABEL, title, SUIVI_XLSX_SECTION);
  page->row++;
}

static void
put_styled (Page *page, const char *label, SuiviXlsxStyle label_style, const char *text, SuiviXlsxStyle style)
{
  guint lines = put (page, COLUMN_LABEL, label, label_style);

  lines = MAX (lines, put (page, COLUMN_TEXT, text, style));
  set_height (page, lines);
  page->row++;
}

static void
put_fact (Page *page, const char *label, const char *text)
{
  if (!suivi_text_is_blank (text))
    put_styled (page, label, SUIVI_XLSX_TEXT, text, SUIVI_XLSX_TEXT);
}

/* Grades of a scale, each with its rule, in their colours. */
static void
put_grades (Page *page, SuiviScale scale)
{
  for (guint i = 0; i < SUIVI_N_LIGHTS; i++)
    {
      const SuiviLight grade = suivi_lights_in_order[i];
      const char *label = scale == SUIVI_SCALE_LIGHT
                            ? page->book->lights[grade]
                            : suivi_scale_grade_to_label (scale, grade, page->book->head->labels);

      put_styled (page, label, SUIVI_XLSX_LIGHT_GREY + grade, suivi_scale_grade_to_rule (scale, grade),
                  SUIVI_XLSX_TEXT);
    }
}

static void
put_scale (Page *page, SuiviScale scale)
{
  put_section (page, suivi_scale_to_label (scale));
  put_grades (page, scale);
  put_fact (page, _ ("Rule"), suivi_scale_to_rule (scale));
  put_fact (page, _ ("Source of the rule"), suivi_scale_to_source (scale));
}

static void
put_lights (Page *page)
{
  g_autofree char *chosen = NULL;

  put_scale (page, SUIVI_SCALE_LIGHT);
  chosen = page->book->n_chosen == 0
             ? g_strdup (_ ("No light was chosen by hand."))
             : g_strdup_printf (ngettext ("%u light was chosen by hand, against this rule, and is marked.",
                                          "%u lights were chosen by hand, against this rule, and are marked.",
                                          page->book->n_chosen),
                                page->book->n_chosen);
  put_fact (page, _ ("Chosen by hand"), chosen);
  if (page->book->head->scale != SUIVI_SCALE_LIGHT)
    put_scale (page, page->book->head->scale);
}

/* What is asked of law, policy and practice: the three levels of the Irish score-card (publication 004, line 774). */
static void
put_levels (Page *page)
{
  put_section (page, _ ("Law, policy and practice"));
  put_fact (page, _ ("Law"), _ ("Is what was recommended in the law, and is the law in force?"));
  put_fact (
    page, _ ("Policy"),
    _ ("Is there a policy, a plan or a strategy for it, with a budget and somebody who answers for it?"));
  put_fact (page, _ ("Practice"),
            _ ("Does it reach the people whom it is about, children among them, in their daily life?"));
  put_fact (page, suivi_level_to_label (SUIVI_LEVEL_DONE), _ ("All that was recommended is there."));
  put_fact (page, suivi_level_to_label (SUIVI_LEVEL_SOME), _ ("There is a part of it, or it has begun."));
  put_fact (page, suivi_level_to_label (SUIVI_LEVEL_NOTHING), _ ("Nothing of it is there."));
  put_fact (page, suivi_level_to_label (SUIVI_LEVEL_UNASSESSED),
            _ ("Nobody judged it, or it does not apply. It does not count in the light."));
}

static void
put_origin (Page *page)
{
  const SuiviScorecardBook *book = page->book;
  const SuiviScorecardHead *head = book->head;
  const SuiviEdition *edition = head->edition;
  g_autofree char *reviews = suivi_scorecard_reviews_text (head->reviews);

  put_section (page, _ ("This scorecard"));
  put_fact (page, _ ("Review"), reviews);
  /* Translators: a scorecard as it was published */
  put_fact (page, _ ("Edition"), edition != NULL ? edition->title : _ ("Working copy, not published"));
  put_fact (page, _ ("Cut-off date"),
            head->cut_off != NULL     ? head->cut_off
            : book->last_date != NULL ? book->last_date
                                      : _ ("None was set, and nothing is assessed yet."));
  put_fact (page, edition != NULL ? _ ("Authors") : _ ("Author"), head->author);
  put_fact (page, _ ("Included"), head->filter_text);
  if (edition != NULL)
    {
      put_fact (page, _ ("Method"), edition->method);
      put_fact (page, _ ("Note"), edition->note);
    }
  put_fact (page, _ ("Compared with"), head->previous != NULL ? head->previous->title : NULL);
  put_fact (page, _ ("Made with"), "Suivi " SUIVI_VERSION);
}

static void
put_counting (Page *page)
{
  g_autofree char *rule = suivi_counting_rule_to_sentence (&page->book->head->rule);

  put_section (page, _ ("How it was counted"));
  put_fact (page, _ ("Counting rule"), rule);
  put_fact (page, _ ("Parts"),
            _ ("If a recommendation was split into parts, the whole counts and the parts do not."));
  put_fact (
    page, _ ("Position"),
    _ ("What the State under review answered. It supports a recommendation or takes note of it. Pending: not "
       "answered yet."));
  put_fact (
    page, _ ("Several organisations"),
    _ ("Each organisation judges for itself, and nothing is averaged. If they agreed on a grade, that grade "
       "counts; otherwise the latest judgement does. How far they are apart stands on the sheet By "
       "organisation."));
  put_fact (
    page, _ ("Grades apart"),
    _ (
      "On the sheet Scorecard: how many grades the organisations are apart that have not agreed yet, in bold "
      "from two on: these have to talk. Empty where nobody differs, and where they agreed on a grade. The "
      "sheet Summary counts, by the counting rule, where it is not empty: “Organisations differ”."));
  put_fact (
    page, _ ("Judgements"),
    _ ("The sheet of that name holds what each organisation judged, a row each, with reason and source, and "
       "what they agreed on. “Shown as light” says which one of them the sheet Scorecard shows."));
  put_fact (
    page, _ ("Evidence"),
    _ (
      "Evidence has numbers. A cell leads to one place, so that the second to the fifth piece behind a grade "
      "stand in columns of their own on the sheet Scorecard, each with its link; the column Evidence has the "
      "numbers of all of them. The sheet Evidence leads back in the same way."));
  put_fact (page, _ ("Percentages"), suivi_percent_note ());
}

/**
 * suivi_scorecard_question_to_text:
 * @name: whether the name of a person is asked for, and not the organisation
 *
 * Returns: the question beside the cell in which a colleague answers it, translated
 */
const char *
suivi_scorecard_question_to_text (gboolean name)
{
  /* Translators: beside a cell of the workbook in which a colleague writes it */
  return name ? _ ("Your name")
              /* Translators: beside a cell of the workbook in which a colleague writes it */
              : _ ("Your organisation");
}

static void
put_question (Page *page, gboolean name, const char *answer)
{
  put (page, COLUMN_LABEL, suivi_scorecard_question_to_text (name), SUIVI_XLSX_ROW_LABEL);
  put (page, COLUMN_TEXT, answer, SUIVI_XLSX_INPUT);
  worksheet_set_row (page->book->method, page->row, 22, NULL);
  page->row++;
}

static void
put_way_back (Page *page)
{
  static const char *const steps[] = {
    N_ ("Write your organisation and your name into the two coloured cells below. A row that you change then "
        "counts, as it reads, as the judgement of your organisation, beside those of the others."),
    N_ ("On the sheet Scorecard, choose another word under Law, Policy or Practice: the colours follow. The "
        "light "
        "follows from the three when the file is read back. Where it shall be another one, choose it under "
        "Light and "
        "write “yes” under Chosen by hand; a light in a frame does not fit the three yet."),
    N_ ("Say why under Reason, and where it stands under Source. The date is that of the day on which the "
        "file is read "
        "back, unless you write another one."),
    N_ ("You may sort and filter with the buttons of the headings, and hide or add columns. Leave the hidden "
        "columns "
        "and sheets as they are. A grade on which the organisations agreed stays: what you change stands "
        "beside it."),
    N_ ("Save the file as a workbook (.xlsx) and send it back. In Suivi, Import reads it and shows every "
        "change before "
        "anything is written. Clusters, trend, evidence and the other sheets are not read back."),
  };

  put_section (page, _ ("To change a grade and send it back"));
  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      g_autofree char *number = g_strdup_printf ("%u", i + 1);

      put_fact (page, number, _ (steps[i]));
    }
  put_question (page, FALSE, NULL);
  put_question (page, TRUE, NULL);
}

/**
 * suivi_scorecard_xlsx_write_method:
 *
 * Writes the sheet Method and definitions.
 */
void
suivi_scorecard_xlsx_write_method (SuiviScorecardBook *book)
{
  Page page = { .book = book };

  worksheet_set_column (book->method, COLUMN_LABEL, COLUMN_LABEL, LABEL_WIDTH, NULL);
  worksheet_set_column (book->method, COLUMN_TEXT, COLUMN_TEXT, TEXT_WIDTH, NULL);
  worksheet_set_row (book->method, 0, 30, NULL);
  put (&page, COLUMN_LABEL, _ ("Method and definitions"), SUIVI_XLSX_TITLE);
  page.row++;

  put_origin (&page);
  put_lights (&page);
  put_levels (&page);
  put_counting (&page);
  put_way_back (&page);

  suivi_xlsx_writer_set_up_page (book->writer, book->method, book->footer);
}
