/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <archive.h>
#include <archive_entry.h>
#include <glib/gstdio.h>
#include <libxml/parser.h>

#include "card-fixture.h"

/**
 * card_fixture_set_up:
 *
 * Makes an empty workspace of Ana Lind from the Institute of Alvera.
 */
void
card_fixture_set_up (CardFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = NULL;
  g_autofree char *folder = NULL;

  fixture->folder = g_dir_make_tmp ("suivi-test-XXXXXX", &error);
  g_assert_no_error (error);
  path = g_build_filename (fixture->folder, "w.suivi", NULL);
  fixture->out = g_build_filename (fixture->folder, "out", "card.xlsx", NULL);
  folder = g_path_get_dirname (fixture->out);
  g_assert_cmpint (g_mkdir (folder, 0755), ==, 0);
  fixture->store = suivi_store_create (path, &error);
  g_assert_no_error (error);
  suivi_store_set_author (fixture->store, "Ana Lind", "Institute of Alvera");
  fixture->review = suivi_review_new ("FRA", 43);
  fixture->filter = suivi_filter_new ();
}

static void
remove_all (const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name = NULL;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      remove_all (child);
    }
  g_remove (path);
}

/**
 * card_fixture_tear_down:
 *
 * Removes everything.
 */
void
card_fixture_tear_down (CardFixture *fixture, gconstpointer data)
{
  suivi_store_close (fixture->store);
  suivi_review_free (fixture->review);
  suivi_filter_free (fixture->filter);
  remove_all (fixture->folder);
  g_free (fixture->folder);
  g_free (fixture->out);
}

/**
 * card_put:
 *
 * Returns: (transfer full): a recommendation that Togo and Nepal made, put into the workspace
 */
SuiviRecommendation *
card_put (SuiviTransaction *transaction,
          SuiviReview *review,
          const char *number,
          const char *text,
          SuiviPosition position,
          const char *theme)
{
  g_autoptr (GError) error = NULL;
  SuiviRecommendation *recommendation = suivi_recommendation_new ();
  const char *const states[] = { "TGO", "NPL", NULL };
  const char *const themes[] = { theme, NULL };

  recommendation->review_id = g_strdup (review->id);
  recommendation->number = g_strdup (number);
  recommendation->text = g_strdup (text);
  recommendation->position = position;
  suivi_recommendation_set_lists (recommendation, states, themes, NULL, NULL);
  suivi_transaction_put_recommendation (transaction, recommendation, &error);
  g_assert_no_error (error);

  return recommendation;
}

/**
 * card_assess:
 * @level: of law and policy
 *
 * Puts a judgement into the workspace.
 */
void
card_assess (SuiviTransaction *transaction,
             SuiviRecommendation *recommendation,
             SuiviLevel level,
             const char *date)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SuiviAssessment) assessment = suivi_assessment_new ();

  assessment->recommendation_id = g_strdup (recommendation->id);
  suivi_assessment_set_levels (assessment, level, level, SUIVI_LEVEL_UNASSESSED);
  g_free (assessment->date);
  assessment->date = g_strdup (date);
  assessment->reason = g_strdup ("-5 is where it began");
  assessment->source = g_strdup ("2026");
  assessment->name = g_strdup ("Ana Lind");
  suivi_transaction_put_assessment (transaction, assessment, &error);
  g_assert_no_error (error);
}

/**
 * card_fixture_fill:
 *
 * Puts four recommendations into the workspace: two supported, one noted, one pending; the first is assessed on two
 * days, and up to two institutions.
 */
void
card_fixture_fill (CardFixture *fixture)
{
  static const char *const institutions[] = { "Parliament", "Ministry of Education" };
  g_autoptr (GError) error = NULL;
  g_autoptr (SuiviTransaction) transaction = suivi_store_begin (fixture->store, "Fill", &error);
  g_autoptr (SuiviRecommendation) first = NULL;
  g_autoptr (SuiviRecommendation) second = NULL;
  g_autoptr (SuiviRecommendation) third = NULL;
  g_autoptr (SuiviRecommendation) fourth = NULL;

  g_assert_no_error (error);
  suivi_transaction_put_review (transaction, fixture->review, &error);
  g_assert_no_error (error);
  first = card_put (transaction, fixture->review, "140.2", "=1+1", SUIVI_POSITION_SUPPORTED,
                    "Right to education");
  second = card_put (transaction, fixture->review, "140.10", "Read _x0041_ & <b>", SUIVI_POSITION_NOTED,
                     "Right to health");
  third = card_put (transaction, fixture->review, "140.11", "+41 22", SUIVI_POSITION_SUPPORTED,
                    "Right to education");
  fourth
    = card_put (transaction, fixture->review, "140.12", "@SUM(A1)", SUIVI_POSITION_PENDING, "Right to work");
  for (guint i = 0; i < G_N_ELEMENTS (institutions); i++)
    {
      const char *const ids[] = { first->id, NULL };

      g_assert_true (suivi_transaction_add_institution (transaction, ids, institutions[i], &error));
      g_assert_no_error (error);
    }
  card_assess (transaction, first, SUIVI_LEVEL_NOTHING, "2026-01-10");
  card_assess (transaction, first, SUIVI_LEVEL_DONE, "2026-03-14");
  g_assert_true (suivi_transaction_commit (transaction, &error));
  g_assert_no_error (error);
}

/**
 * card_fixture_write:
 *
 * Writes the workbook.
 */
void
card_fixture_write (CardFixture *fixture)
{
  g_autoptr (GError) error = NULL;
  gboolean written
    = suivi_scorecard_xlsx_write (fixture->store, fixture->filter, NULL, fixture->out, NULL, &error);

  g_assert_no_error (error);
  g_assert_true (written);
}

/**
 * card_read_part:
 * @wanted: its name
 *
 * Returns: (transfer full) (nullable): one part of the workbook as text; %NULL if there is none of that name. Every part
 *   must be well-formed XML
 */
char *
card_read_part (const char *path, const char *wanted)
{
  struct archive *archive = archive_read_new ();
  struct archive_entry *entry = NULL;
  char *found = NULL;

  archive_read_support_format_zip (archive);
  g_assert_cmpint (archive_read_open_filename (archive, path, 65536), ==, ARCHIVE_OK);
  while (archive_read_next_header (archive, &entry) == ARCHIVE_OK)
    {
      g_autoptr (GByteArray) bytes = g_byte_array_new ();
      char buffer[4096];
      la_ssize_t length = 0;
      xmlDoc *document = NULL;

      while ((length = archive_read_data (archive, buffer, sizeof buffer)) > 0)
        g_byte_array_append (bytes, (const guint8 *) buffer, length);
      document = xmlReadMemory ((const char *) bytes->data, bytes->len, NULL, NULL, XML_PARSE_NONET);
      g_assert_nonnull (document);
      xmlFreeDoc (document);
      if (g_str_equal (archive_entry_pathname (entry), wanted))
        found = g_strndup ((const char *) bytes->data, bytes->len);
    }
  archive_read_free (archive);

  return found;
}

/**
 * card_find_cell:
 *
 * Returns: (transfer full): the XML of one cell, between its tags; "" for an empty one
 */
char *
card_find_cell (const char *sheet, const char *cell)
{
  g_autofree char *opening = g_strdup_printf ("<c r=\"%s\"", cell);
  const char *start = strstr (sheet, opening);
  const char *end = NULL;

  if (start == NULL)
    return g_strdup ("");
  end = strchr (start, '>');
  if (end[-1] == '/')
    return g_strdup ("");

  start = end + 1;
  end = strstr (start, "</c>");
  return g_strndup (start, end - start);
}

/**
 * card_assert_cell:
 * @content: XML between the tags of the cell
 */
void
card_assert_cell (const char *sheet, const char *cell, const char *content)
{
  g_autofree char *found = card_find_cell (sheet, cell);

  g_assert_cmpstr (found, ==, content);
}

/**
 * card_assert_text:
 * @text: what the cell says, as XML
 */
void
card_assert_text (const char *sheet, const char *cell, const char *text)
{
  g_autofree char *content = g_strdup_printf ("<is><t>%s</t></is>", text);

  card_assert_cell (sheet, cell, content);
}
