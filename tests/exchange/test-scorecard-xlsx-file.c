/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The file of a workbook: that it is written whole or not at all, the same everywhere and every time. */

#include "config.h"

#include <locale.h>
#include <signal.h>
#include <sys/resource.h>
#include <time.h>
#include <unistd.h>

#include "card-fixture.h"
#include "exchange/scorecard-xlsx-private.h"

static GBytes *
read_bytes (const char *path)
{
  g_autoptr (GError) error = NULL;
  char *contents = NULL;
  gsize length = 0;

  g_file_get_contents (path, &contents, &length, &error);
  g_assert_no_error (error);

  return g_bytes_new_take (contents, length);
}

/* Neither the clock nor the name of the file enters. */
static void
test_same_bytes (CardFixture *fixture, gconstpointer data)
{
  g_autoptr (GBytes) first = NULL;
  g_autoptr (GBytes) second = NULL;

  card_fixture_fill (fixture);
  card_fixture_write (fixture);
  first = read_bytes (fixture->out);

  g_usleep (2100 * 1000);
  g_free (fixture->out);
  fixture->out = g_build_filename (fixture->folder, "out", "other name.xlsx", NULL);
  card_fixture_write (fixture);
  second = read_bytes (fixture->out);

  g_assert_true (g_bytes_equal (first, second));
}

/* Numbers are written the C way under any locale: a decimal comma would break the file. */
static void
test_locale (CardFixture *fixture, gconstpointer data)
{
  const char *const locales[] = { "fa_IR.UTF-8", "fr_FR.UTF-8", "de_DE.UTF-8", NULL };
  g_autofree char *sheet = NULL;
  const char *set = NULL;

  for (guint i = 0; locales[i] != NULL && set == NULL; i++)
    set = setlocale (LC_NUMERIC, locales[i]);
  if (set == NULL)
    {
      g_test_skip ("no locale with another decimal sign is installed");
      return;
    }

  card_fixture_fill (fixture);
  card_fixture_write (fixture);
  /* What the caller set is in force again. */
  g_assert_cmpstr (localeconv ()->decimal_point, !=, ".");
  setlocale (LC_NUMERIC, "C");
  sheet = card_read_part (fixture->out, CARD_CARD);
  g_assert_nonnull (strstr (sheet, "left=\"0.4\""));
}

static guint
count_names (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  guint names = 0;

  while (dir != NULL && g_dir_read_name (dir) != NULL)
    names++;

  return names;
}

static gboolean
write_rows (const SuiviScorecardHead *head,
            SuiviScorecardRowsFunc rows,
            gpointer rows_data,
            const char *path,
            GError **error)
{
  const SuiviScorecardContent content = { .head = head, .rows = rows, .rows_data = rows_data };

  return suivi_scorecard_xlsx_write_content (&content, path, NULL, error);
}

/* A row without clusters, editions and evidence. */
static gboolean
give (SuiviScorecardEntryFunc func,
      SuiviRecommendation *recommendation,
      SuiviReview *review,
      SuiviAssessment *assessment,
      gpointer func_data,
      GError **error)
{
  g_autoptr (GPtrArray) judgements = g_ptr_array_new ();
  g_autoptr (GArray) evidence = g_array_new (FALSE, FALSE, sizeof (guint));
  const SuiviScorecardEntry entry = {
    .recommendation = recommendation,
    .review = review,
    .assessment = assessment,
    .cluster = "",
    .previous = SUIVI_LIGHT_ABSENT,
    .judgements = judgements,
    .evidence = evidence,
  };

  return func (&entry, func_data, error);
}

static gboolean
fail_after_two (SuiviScorecardEntryFunc func,
                gpointer func_data,
                gpointer rows_data,
                GCancellable *cancellable,
                GError **error)
{
  CardFixture *fixture = rows_data;

  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (SuiviRecommendation) recommendation = suivi_recommendation_new ();

      recommendation->number = g_strdup ("1");
      recommendation->text = g_strdup ("text");
      g_assert_true (give (func, recommendation, fixture->review, NULL, func_data, error));
    }
  g_set_error_literal (error, SUIVI_STORE_ERROR, SUIVI_STORE_ERROR_DAMAGED, "The workspace is damaged.");

  return FALSE;
}

/* What was there stays as it was; nothing new lies beside it, and no file stays open. */
static void
test_failures (CardFixture *fixture, gconstpointer data)
{
  g_autoptr (GCancellable) cancelled = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) before = NULL;
  g_autoptr (GBytes) after = NULL;
  g_autoptr (GPtrArray) reviews = g_ptr_array_new ();
  g_autofree char *folder = g_path_get_dirname (fixture->out);
  g_autofree char *missing = g_build_filename (fixture->folder, "no such folder", "card.xlsx", NULL);
  g_autofree char *under_file = g_build_filename (fixture->out, "card.xlsx", NULL);
  SuiviScorecardHead head = { reviews, (char *) "", NULL, (char *) "", NULL };
  guint open_files = 0;

  card_fixture_fill (fixture);
  card_fixture_write (fixture);
  before = read_bytes (fixture->out);
  open_files = count_names ("/proc/self/fd");

  g_assert_false (suivi_scorecard_xlsx_write (fixture->store, fixture->filter, NULL, missing, NULL, &error));
  g_assert_error (error, SUIVI_STORE_ERROR, SUIVI_STORE_ERROR_NOT_FOUND);
  g_clear_error (&error);

  g_assert_false (
    suivi_scorecard_xlsx_write (fixture->store, fixture->filter, NULL, under_file, NULL, &error));
  g_assert_error (error, SUIVI_STORE_ERROR, SUIVI_STORE_ERROR_NOT_FOUND);
  g_clear_error (&error);

  g_assert_false (suivi_scorecard_xlsx_write (fixture->store, fixture->filter, NULL, folder, NULL, &error));
  g_assert_error (error, SUIVI_STORE_ERROR, SUIVI_STORE_ERROR_FAILED);
  g_clear_error (&error);

  g_assert_false (
    suivi_scorecard_xlsx_write (fixture->store, fixture->filter, NULL, "/dev/null", NULL, &error));
  g_assert_error (error, SUIVI_STORE_ERROR, SUIVI_STORE_ERROR_FAILED);
  g_clear_error (&error);

  g_cancellable_cancel (cancelled);
  g_assert_false (
    suivi_scorecard_xlsx_write (fixture->store, fixture->filter, NULL, fixture->out, cancelled, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&error);

  g_assert_false (write_rows (&head, fail_after_two, fixture, fixture->out, &error));
  g_assert_error (error, SUIVI_STORE_ERROR, SUIVI_STORE_ERROR_DAMAGED);
  g_clear_error (&error);

  after = read_bytes (fixture->out);
  g_assert_true (g_bytes_equal (before, after));
  g_assert_cmpuint (count_names (folder), ==, 1);
  g_assert_cmpuint (count_names ("/proc/self/fd"), ==, open_files);
}

static gboolean
many_rows (SuiviScorecardEntryFunc func,
           gpointer func_data,
           gpointer rows_data,
           GCancellable *cancellable,
           GError **error)
{
  CardFixture *fixture = rows_data;

  for (guint i = 1; i <= 5000; i++)
    {
      g_autoptr (SuiviRecommendation) recommendation = suivi_recommendation_new ();

      recommendation->number = g_strdup_printf ("140.%u", i);
      recommendation->text
        = g_strdup ("Make sure that every child is heard wherever decisions are taken about it.");
      if (!give (func, recommendation, fixture->review, NULL, func_data, error))
        return FALSE;
    }

  return TRUE;
}

/* A limit on the size of files stands for the full disk: the library does not notice, we must. */
static void
test_disk_full (CardFixture *fixture, gconstpointer data)
{
  g_autofree char *folder = g_path_get_dirname (fixture->out);
  g_autofree char *card = NULL;
  g_autoptr (GPtrArray) reviews = g_ptr_array_new ();
  SuiviScorecardHead head = { reviews, (char *) "", NULL, (char *) "", NULL };
  struct rlimit before = { 0 };
  gboolean written = FALSE;
  guint failures = 0;

  g_assert_true (g_file_set_contents (fixture->out, "what was there", -1, NULL));
  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &before), ==, 0);
  signal (SIGXFSZ, SIG_IGN);

  /* From far too little to enough; whatever is written must be whole. */
  for (guint limit = 4096; !written; limit *= 2)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *contents = NULL;
      struct rlimit small = { limit, before.rlim_max };

      setrlimit (RLIMIT_FSIZE, &small);
      written = write_rows (&head, many_rows, fixture, fixture->out, &error);
      setrlimit (RLIMIT_FSIZE, &before);

      g_assert_cmpuint (count_names (folder), ==, 1);
      if (written)
        break;
      failures++;
      g_assert_error (error, SUIVI_STORE_ERROR, SUIVI_STORE_ERROR_DISK_FULL);
      g_assert_true (g_file_get_contents (fixture->out, &contents, NULL, NULL));
      g_assert_cmpstr (contents, ==, "what was there");
    }

  g_assert_cmpuint (failures, >, 5);
  card = card_read_part (fixture->out, CARD_CARD);
  card_assert_text (card, "A5001", "140.5000");
}

static void
test_five_thousand (CardFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) reviews = g_ptr_array_new ();
  g_autofree char *card = NULL;
  SuiviScorecardHead head = { reviews, (char *) "", NULL, (char *) "", NULL };
  clock_t start = clock ();

  g_assert_true (write_rows (&head, many_rows, fixture, fixture->out, &error));
  g_assert_no_error (error);
  /* Of the processor: what else the computer does is not ours. */
  g_assert_cmpint (clock () - start, <, 5 * CLOCKS_PER_SEC);

  card = card_read_part (fixture->out, CARD_CARD);
  card_assert_text (card, "A5001", "140.5000");
  g_assert_nonnull (strstr (card, "<autoFilter ref=\"A1:AA5001\"/>"));
}

/* A link stays a link; what it points to is replaced. */
static void
test_link (CardFixture *fixture, gconstpointer data)
{
  g_autofree char *link = g_build_filename (fixture->folder, "link.xlsx", NULL);
  g_autofree char *target = g_strdup (fixture->out);
  g_autofree char *card = NULL;

  card_fixture_fill (fixture);
  g_assert_true (g_file_set_contents (target, "old", -1, NULL));
  g_assert_cmpint (symlink (target, link), ==, 0);
  g_free (fixture->out);
  fixture->out = g_strdup (link);
  card_fixture_write (fixture);

  g_assert_true (g_file_test (link, G_FILE_TEST_IS_SYMLINK));
  card = card_read_part (target, CARD_CARD);
  card_assert_text (card, "A2", "140.2");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/scorecard-xlsx-file/same-bytes", CardFixture, NULL, card_fixture_set_up, test_same_bytes,
              card_fixture_tear_down);
  g_test_add ("/scorecard-xlsx-file/locale", CardFixture, NULL, card_fixture_set_up, test_locale,
              card_fixture_tear_down);
  g_test_add ("/scorecard-xlsx-file/failures", CardFixture, NULL, card_fixture_set_up, test_failures,
              card_fixture_tear_down);
  g_test_add ("/scorecard-xlsx-file/disk-full", CardFixture, NULL, card_fixture_set_up, test_disk_full,
              card_fixture_tear_down);
  g_test_add ("/scorecard-xlsx-file/five-thousand", CardFixture, NULL, card_fixture_set_up,
              test_five_thousand, card_fixture_tear_down);
  g_test_add ("/scorecard-xlsx-file/link", CardFixture, NULL, card_fixture_set_up, test_link,
              card_fixture_tear_down);

  return g_test_run ();
}
