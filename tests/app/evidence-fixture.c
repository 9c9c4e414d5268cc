/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/drafting/panel-row.h"
#include "evidence-fixture.h"
#include "store/attachment.h"
#include "store/scorecard-store.h"

static gpointer
list_all (SuiviStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  return suivi_store_list_evidence (store, NULL, error);
}

/**
 * evidence_list:
 *
 * Returns: (transfer full) (element-type SuiviEvidence): all evidence of the workspace
 */
GPtrArray *
evidence_list (PanelFixture *fixture)
{
  return panel_fixture_read (fixture, list_all, NULL);
}

/**
 * evidence_get_only:
 *
 * Returns: (transfer full): the only piece of evidence of the workspace
 */
SuiviEvidence *
evidence_get_only (PanelFixture *fixture)
{
  g_autoptr (GPtrArray) all = evidence_list (fixture);

  g_assert_cmpuint (all->len, ==, 1);

  return suivi_evidence_copy (g_ptr_array_index (all, 0));
}

/**
 * evidence_count:
 *
 * Returns: how much evidence the workspace has
 */
guint
evidence_count (PanelFixture *fixture)
{
  g_autoptr (GPtrArray) all = evidence_list (fixture);

  return all->len;
}

static gpointer
list_files_of (SuiviStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  return suivi_store_list_attachments (store, data, error);
}

/**
 * evidence_list_files:
 *
 * Returns: (transfer full) (element-type SuiviAttachment): the files of a piece
 */
GPtrArray *
evidence_list_files (PanelFixture *fixture, const char *evidence_id)
{
  return panel_fixture_read (fixture, list_files_of, (gpointer) evidence_id);
}

/**
 * evidence_put_all:
 * @data: (element-type SuiviEvidence): what is put
 *
 * For panel_fixture_read().
 */
gpointer
evidence_put_all (SuiviStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  GPtrArray *evidence = data;
  g_autoptr (SuiviTransaction) transaction = suivi_store_begin (store, "Put evidence", error);

  for (guint i = 0; i < evidence->len; i++)
    g_assert_true (suivi_transaction_put_evidence (transaction, g_ptr_array_index (evidence, i), error));
  g_assert_true (suivi_transaction_commit (transaction, error));

  return NULL;
}

/**
 * evidence_add_two:
 *
 * Returns: (transfer full) (element-type SuiviEvidence): an act and a report, in the workspace
 */
GPtrArray *
evidence_add_two (PanelFixture *fixture)
{
  GPtrArray *evidence = g_ptr_array_new_with_free_func ((GDestroyNotify) suivi_evidence_free);
  SuiviEvidence *act = suivi_evidence_new ("Civil Registration Act", SUIVI_EVIDENCE_LAW);
  SuiviEvidence *report = suivi_evidence_new ("Births of a year", SUIVI_EVIDENCE_STATISTICS);

  g_free (act->url);
  act->url = g_strdup ("https://example.org/act");
  g_free (report->publisher);
  report->publisher = g_strdup ("National Statistics Office");
  g_free (report->date);
  report->date = g_strdup ("2026-11");
  report->reliability = SUIVI_RELIABILITY_HIGH;
  g_ptr_array_add (evidence, act);
  g_ptr_array_add (evidence, report);
  panel_fixture_read (fixture, evidence_put_all, evidence);
  panel_fixture_settle (fixture);

  return evidence;
}

/**
 * evidence_write_file:
 *
 * Returns: (transfer full): a new file of the fixture's folder
 */
GFile *
evidence_write_file (PanelFixture *fixture, const char *name, gsize size)
{
  g_autofree char *path = g_build_filename (fixture->folder, name, NULL);
  g_autofree char *content = g_malloc0 (size);

  g_assert_true (g_file_set_contents (path, content, (gssize) size, NULL));

  return g_file_new_for_path (path);
}

/**
 * evidence_count_cb:
 *
 * For signals.
 */
void
evidence_count_cb (guint *n)
{
  (*n)++;
}

/**
 * evidence_set_up:
 *
 * A window with a box for evidence over a workspace that has none.
 */
void
evidence_set_up (EvidenceFixture *test, gconstpointer data)
{
  test->fixture = panel_fixture_new (suivi_evidence_box_new ());
  test->box = SUIVI_EVIDENCE_BOX (test->fixture->panel);
  test->n_changed = 0;
  g_object_set (test->box, "workspace", test->fixture->workspace, NULL);
  g_signal_connect_swapped (test->box, "changed", G_CALLBACK (evidence_count_cb), &test->n_changed);
}

void
evidence_tear_down (EvidenceFixture *test, gconstpointer data)
{
  panel_fixture_free (test->fixture);
}

/**
 * evidence_count_rows:
 *
 * Returns: how many pieces the box shows
 */
guint
evidence_count_rows (EvidenceFixture *test)
{
  return app_count_visible (GTK_WIDGET (test->box), SUIVI_TYPE_PANEL_ROW);
}

/**
 * evidence_count_ids:
 *
 * Returns: how many pieces the box says that it has
 */
guint
evidence_count_ids (EvidenceFixture *test)
{
  g_auto (GStrv) ids = suivi_evidence_box_dup_ids (test->box);

  return g_strv_length (ids);
}
