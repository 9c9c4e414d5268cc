/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "scorecard-fixture.h"

#include "app/scorecard/count-row.h"
#include "app/scorecard/edition-bar.h"
#include "app/scorecard/freeze-dialog.h"
#include "app/scorecard/scorecard-page.h"
#include "store/scorecard-store.h"

/**
 * scorecard_make_grade:
 *
 * Returns: (transfer full): the same level of law, policy and practice, with a reason
 */
SuiviAssessment *
scorecard_make_grade (const char *recommendation_id,
                      const char *organisation,
                      SuiviLevel level,
                      const char *date)
{
  SuiviAssessment *assessment = suivi_assessment_new ();

  assessment->recommendation_id = g_strdup (recommendation_id);
  g_free (assessment->organisation);
  assessment->organisation = g_strdup (organisation);
  suivi_assessment_set_levels (assessment, level, level, level);
  assessment->reason = g_strdup ("Somebody counted the trees.");
  assessment->source = g_strdup ("Tree register");
  assessment->name = g_strdup ("Ann Alvera");
  g_free (assessment->date);
  assessment->date = g_strdup (date);

  return assessment;
}

static gpointer
delete_editions (SuiviStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  g_autoptr (GPtrArray) editions = suivi_store_list_editions (store, NULL, error);
  g_autoptr (SuiviTransaction) step = suivi_store_begin (store, "Delete", error);

  for (guint i = 0; i < editions->len; i++)
    {
      const SuiviEdition *edition = g_ptr_array_index (editions, i);

      g_assert_true (suivi_transaction_delete_edition (step, edition->id, error));
    }
  g_assert_true (suivi_transaction_commit (step, error));

  return NULL;
}

/**
 * scorecard_open_page:
 *
 * Returns: (transfer none): the page over the sample without its editions: these tests freeze their own
 */
GtkWidget *
scorecard_open_page (AppFixture *fixture)
{
  GtkWidget *page = NULL;

  app_fixture_open_sample (fixture);
  app_run (suivi_window_get_workspace (fixture->window), delete_editions, NULL);
  suivi_window_show_page (fixture->window, "scorecard");
  page = app_find_type (GTK_WIDGET (fixture->window), SUIVI_TYPE_SCORECARD_PAGE);
  app_wait_for_text (page, "Before it is published");
  app_settle_workspace (suivi_window_get_workspace (fixture->window));

  return page;
}

/**
 * scorecard_find_entry:
 *
 * Returns: (transfer none): the first row to type in whose title begins so
 */
GtkWidget *
scorecard_find_entry (GtkWidget *root, const char *title)
{
  for (guint i = 0; i < app_count_widgets (root, ADW_TYPE_ENTRY_ROW); i++)
    {
      GtkWidget *row = app_find_widget (root, ADW_TYPE_ENTRY_ROW, i);

      if (g_str_has_prefix (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)), title))
        return row;
    }
  g_assert_not_reached ();
}

/**
 * scorecard_has_no_freeze_dialog:
 *
 * For app_wait_until().
 */
gboolean
scorecard_has_no_freeze_dialog (gpointer data)
{
  return app_find_window (SUIVI_TYPE_FREEZE_DIALOG) == NULL;
}

/**
 * scorecard_open_freeze_dialog:
 *
 * Returns: (transfer none): the dialog that freezes an edition
 */
GtkWidget *
scorecard_open_freeze_dialog (GtkWidget *page)
{
  gtk_widget_activate_action (page, "scorecard.freeze", NULL);
  g_assert_nonnull (app_find_window (SUIVI_TYPE_FREEZE_DIALOG));

  return GTK_WIDGET (app_find_window (SUIVI_TYPE_FREEZE_DIALOG));
}

/**
 * scorecard_freeze:
 *
 * Freezes an edition as the user does, and waits for it.
 */
void
scorecard_freeze (AppFixture *fixture, GtkWidget *page, const char *title, const char *cut_off)
{
  GtkWidget *dialog = scorecard_open_freeze_dialog (page);

  gtk_editable_set_text (GTK_EDITABLE (scorecard_find_entry (dialog, "Title")), title);
  gtk_editable_set_text (GTK_EDITABLE (scorecard_find_entry (dialog, "Cut-off")), cut_off);
  g_assert_true (gtk_widget_activate_action (dialog, "freeze.freeze", NULL));
  app_wait_until (scorecard_has_no_freeze_dialog, NULL);
  app_settle_workspace (suivi_window_get_workspace (fixture->window));
}

/**
 * scorecard_get_switcher:
 *
 * Returns: (transfer none): the choice of editions
 */
GtkDropDown *
scorecard_get_switcher (GtkWidget *page)
{
  return GTK_DROP_DOWN (app_find_type (app_find_type (page, SUIVI_TYPE_EDITION_BAR), GTK_TYPE_DROP_DOWN));
}

/**
 * scorecard_read_count:
 *
 * Returns: how many recommendations a number opens
 */
guint
scorecard_read_count (GtkWidget *row)
{
  return suivi_count_row_get_rows (SUIVI_COUNT_ROW (row))->len;
}

/**
 * scorecard_find_count_row:
 *
 * Returns: (transfer none): the row of a number
 */
GtkWidget *
scorecard_find_count_row (GtkWidget *root, const char *title)
{
  GtkWidget *label = app_find_text (root, title);

  g_assert_nonnull (label);

  return gtk_widget_get_ancestor (label, SUIVI_TYPE_COUNT_ROW);
}

/**
 * scorecard_activate_row:
 *
 * Opens what a number counts.
 */
void
scorecard_activate_row (GtkWidget *row)
{
  g_signal_emit_by_name (gtk_widget_get_parent (row), "row-activated", row);
  app_settle ();
}

/**
 * scorecard_grade_two:
 *
 * For app_run(): 88.6 was red and is green now; 88.12 was green and is red.
 */
gpointer
scorecard_grade_two (SuiviStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  static const char *const numbers[] = { "88.6", "88.12" };
  g_autoptr (SuiviTransaction) step = suivi_store_begin (store, "Grade", error);

  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    {
      g_autoptr (GPtrArray) found = suivi_store_find_number (store, NULL, numbers[i], error);
      g_autoptr (SuiviAssessment) assessment
                 = scorecard_make_grade (((SuiviRecommendation *) g_ptr_array_index (found, 0))->id, "",
                                         i == 0 ? SUIVI_LEVEL_DONE : SUIVI_LEVEL_NOTHING, "2026-01-15");

      g_assert_true (suivi_transaction_put_assessment (step, assessment, error));
    }
  g_assert_true (suivi_transaction_commit (step, error));

  return NULL;
}

/**
 * scorecard_get_tabs:
 *
 * Returns: (transfer none): the tabs of the page
 */
AdwViewStack *
scorecard_get_tabs (GtkWidget *page)
{
  return ADW_VIEW_STACK (app_find_type (page, ADW_TYPE_VIEW_STACK));
}

/**
 * scorecard_show_tab:
 *
 * Shows one of them.
 */
void
scorecard_show_tab (GtkWidget *page, const char *name)
{
  adw_view_stack_set_visible_child_name (scorecard_get_tabs (page), name);
  app_settle ();
}
