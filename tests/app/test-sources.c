/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/review/recommendation-detail.h"
#include "app/sources/source-row.h"
#include "app/sources/sources-window.h"
#include "store/transaction.h"
#include "test-utils.h"

static GtkWidget *
wait_for_sources (const char *text)
{
  GtkWidget *window = GTK_WIDGET (app_find_window (SUIVI_TYPE_SOURCES_WINDOW));

  g_assert_nonnull (window);
  app_wait_for_text (window, text);

  return window;
}

/* The sample workspace has one import; every number of it is told. */
static void
test_sample (AppFixture *fixture, gconstpointer data)
{
  GtkWidget *window = NULL;
  GtkWidget *row = NULL;

  app_fixture_open_sample (fixture);
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.sources", NULL);
  window = wait_for_sources ("1 file was imported.");
  app_save_screenshot (window, "sources");
  row = app_find_type (window, SUIVI_TYPE_SOURCE_ROW);
  g_assert_nonnull (row);
  g_assert_false (adw_expander_row_get_expanded (ADW_EXPANDER_ROW (row)));
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (row), TRUE);
  g_assert_nonnull (app_find_text (row, "Come from it now"));
  /* 40 rows in the file, 40 new, 40 that come from it. */
  g_assert_nonnull (app_find_text (row, "40"));
  app_settle ();
  app_save_screenshot (window, "sources-open");
  gtk_window_close (GTK_WINDOW (window));
}

typedef struct
{
  SuiviImport *import;
  gboolean done;
} Put;

static gpointer
put_import (SuiviStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  SuiviTransaction *transaction = suivi_store_begin (store, "Import", error);

  g_assert_nonnull (transaction);
  g_assert_true (suivi_transaction_put_import (transaction, ((Put *) data)->import, error));
  g_assert_true (suivi_transaction_commit (transaction, error));
  suivi_transaction_free (transaction);

  return NULL;
}

static void
put_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  ((Put *) user_data)->done = TRUE;
}

static gboolean
is_put (gpointer data)
{
  return ((Put *) data)->done;
}

/* A name that pretends to be something else is shown as it is, and a new import appears while the window is
 * open. */
static void
test_hostile_name (AppFixture *fixture, gconstpointer data)
{
  Put put = { suivi_import_new (), FALSE };
  GtkWidget *window = NULL;
  GtkWidget *row = NULL;
  GtkWidget *alone = NULL;

  put.import->file_name = g_strdup ("<b>all</b> &amp; nothing\n.xlsx");
  put.import->sha256 = g_strnfill (64, 'a');
  put.import->format = g_strdup ("uhri");
  put.import->rows = 7;
  put.import->n_new = 1;
  put.import->n_changed = 2;
  put.import->n_same = 3;
  put.import->n_left_out = 1;
  put.import->imported_at = g_strdup ("2026-11-22T10:00:00Z");
  put.import->imported_by = g_strdup ("Ann <Alvera>");

  alone = g_object_ref_sink (suivi_source_row_new (put.import));
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (alone), TRUE);
  g_assert_nonnull (app_find_text (alone, "UHRI export · 22 November 2026 · Ann <Alvera>"));
  g_assert_null (app_find_text (alone, "Also rows of States that were not chosen, and several rows of one "
                                       "recommendation"));
  g_assert_finalize_object (alone);

  /* Seven are accounted for, the eighth is of another State. */
  put.import->rows = 8;
  alone = g_object_ref_sink (suivi_source_row_new (put.import));
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (alone), TRUE);
  g_assert_nonnull (app_find_text (alone, "Also rows of States that were not chosen, and several rows of one "
                                          "recommendation"));
  g_assert_finalize_object (alone);

  app_fixture_open_sample (fixture);
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.sources", NULL);
  window = wait_for_sources ("1 file was imported.");
  suivi_workspace_run_async (suivi_window_get_workspace (fixture->window), put_import, &put, NULL, NULL, NULL,
                             put_cb, &put);
  app_wait_until (is_put, &put);
  app_wait_for_text (window, "2 files were imported, the latest first.");

  row = gtk_widget_get_ancestor (app_find_text (window, "<b>all</b> &amp; nothing .xlsx"),
                                 SUIVI_TYPE_SOURCE_ROW);
  g_assert_nonnull (row);
  suivi_sources_window_show_import (SUIVI_SOURCES_WINDOW (window), put.import->id);
  g_assert_true (adw_expander_row_get_expanded (ADW_EXPANDER_ROW (row)));
  g_assert_nonnull (app_find_text (row, put.import->sha256));
  gtk_widget_activate_action (row, "source.copy-checksum", NULL);
  app_wait_for_text (window, "Checksum copied");

  gtk_window_close (GTK_WINDOW (window));
  suivi_import_free (put.import);
}

/* The row of the detail leads to the import that brought the recommendation. */
static void
test_from_detail (AppFixture *fixture, gconstpointer data)
{
  GtkWidget *detail = NULL;
  GtkWidget *window = NULL;
  GtkWidget *row = NULL;

  app_fixture_open_sample (fixture);
  suivi_window_show_page (fixture->window, "recommendations");
  detail = app_find_type (GTK_WIDGET (fixture->window), SUIVI_TYPE_RECOMMENDATION_DETAIL);
  app_wait_for_text (detail, "Imported from");
  row = gtk_widget_get_ancestor (app_find_text (detail, "Imported from"), GTK_TYPE_LIST_BOX_ROW);
  g_assert_true (gtk_widget_activate (row));
  window = wait_for_sources ("1 file was imported.");
  row = app_find_type (window, SUIVI_TYPE_SOURCE_ROW);
  g_assert_true (adw_expander_row_get_expanded (ADW_EXPANDER_ROW (row)));
  gtk_window_close (GTK_WINDOW (window));
}

static void
test_empty (AppFixture *fixture, gconstpointer data)
{
  g_autoptr (GFile) file = app_fixture_get_file (fixture, "empty.suivi");
  GtkWidget *window = NULL;

  suivi_window_create_workspace (fixture->window, file);
  app_wait_for_text (GTK_WIDGET (fixture->window), "No review yet");
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.sources", NULL);
  window = wait_for_sources ("Nothing imported yet");
  app_save_screenshot (window, "sources-empty");
  gtk_window_close (GTK_WINDOW (window));
}

int
main (int argc, char *argv[])
{
  app_test_init (&argc, &argv);

#define ADD(path, function) \
  g_test_add ("/app/sources/" path, AppFixture, NULL, app_fixture_set_up, function, app_fixture_tear_down)
  ADD ("sample", test_sample);
  ADD ("hostile-name", test_hostile_name);
  ADD ("from-detail", test_from_detail);
  ADD ("empty", test_empty);
#undef ADD

  return g_test_run ();
}
