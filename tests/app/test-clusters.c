/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/clusters/cluster-row.h"
#include "app/clusters/clusters-dialog.h"
#include "app/clusters/proposal-row.h"
#include "app/clusters/proposals-dialog.h"
#include "app/drafting/list-chooser.h"
#include "app/review/facet-chip.h"
#include "app/review/recommendation-detail.h"
#include "app/sources/sources-window.h"
#include "review-fixture.h"

/* The workspace has 12 recommendations: of 140.1 to 140.12, those with numbers 3, 6, 9, 12 are about education, 1, 4,
 * 7, 10 about health, 2, 5, 8, 11 about justice; 4, 8 and 12 are about children. */

static GtkWidget *
open_dialog (ReviewFixture *fixture)
{
  GtkWidget *dialog = NULL;

  gtk_widget_activate_action (GTK_WIDGET (fixture->page), "recommendations.clusters", NULL);
  review_fixture_settle (fixture);
  dialog = GTK_WIDGET (app_find_window (SUIVI_TYPE_CLUSTERS_DIALOG));
  g_assert_nonnull (dialog);
  gtk_test_widget_wait_for_draw (dialog);

  return dialog;
}

static void
close_window (GtkWidget *window)
{
  gtk_window_close (GTK_WINDOW (window));
  app_settle ();
}

static GtkWidget *
get_row (GtkWidget *dialog, guint i)
{
  GtkWidget *list = gtk_widget_get_parent (app_find_type (dialog, SUIVI_TYPE_CLUSTER_ROW));

  return GTK_WIDGET (gtk_list_box_get_row_at_index (GTK_LIST_BOX (list), (int) i));
}

/* "Law 3, Health 0": the titles in the order of the rows, and how many recommendations each has. */
static char *
describe_rows (GtkWidget *dialog)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  const guint n = app_count_widgets (dialog, SUIVI_TYPE_CLUSTER_ROW);
  g_auto (GStrv) strv = NULL;

  for (guint i = 0; i < n; i++)
    {
      GtkWidget *row = get_row (dialog, i);
      const char *subtitle = adw_expander_row_get_subtitle (ADW_EXPANDER_ROW (row));
      g_autofree char *count = g_strndup (subtitle, strcspn (subtitle, " "));
      g_autofree char *text
        = g_strdup_printf ("%s %s", adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)), count);

      g_strv_builder_add (builder, text);
    }
  strv = g_strv_builder_end (builder);

  return g_strjoinv (", ", strv);
}

#define assert_rows(dialog, expected)                \
  G_STMT_START                                       \
  {                                                  \
    g_autofree char *rows_ = describe_rows (dialog); \
                                                     \
    g_assert_cmpstr (rows_, ==, expected);           \
  }                                                  \
  G_STMT_END

/* The entry for a new cluster stands behind those of the clusters. */
static GtkWidget *
get_add_entry (GtkWidget *dialog)
{
  return app_find_widget (dialog, ADW_TYPE_ENTRY_ROW, app_count_widgets (dialog, SUIVI_TYPE_CLUSTER_ROW));
}

static void
add_cluster (ReviewFixture *fixture, GtkWidget *dialog, const char *title)
{
  GtkWidget *entry = get_add_entry (dialog);

  gtk_editable_set_text (GTK_EDITABLE (entry), title);
  g_signal_emit_by_name (entry, "apply");
  review_fixture_settle (fixture);
}

static void
rename_cluster (ReviewFixture *fixture, GtkWidget *row, const char *title)
{
  GtkWidget *entry = app_find_type (row, ADW_TYPE_ENTRY_ROW);

  gtk_editable_set_text (GTK_EDITABLE (entry), title);
  g_signal_emit_by_name (entry, "apply");
  review_fixture_settle (fixture);
}

/* Chooses the row of the chooser that says @head. */
static void
choose (ReviewFixture *fixture, const char *head)
{
  GtkWidget *chooser = GTK_WIDGET (app_find_window (SUIVI_TYPE_LIST_CHOOSER));
  GtkWidget *label = NULL;
  GtkWidget *row = NULL;

  g_assert_nonnull (chooser);
  label = app_find_text (chooser, head);
  g_assert_nonnull (label);
  row = gtk_widget_get_ancestor (label, GTK_TYPE_LIST_BOX_ROW);
  g_signal_emit_by_name (gtk_widget_get_parent (row), "row-activated", row);
  review_fixture_settle (fixture);
  g_assert_null (app_find_window (SUIVI_TYPE_LIST_CHOOSER));
}

static void
add_rule (ReviewFixture *fixture, GtkWidget *row, const char *value)
{
  gtk_widget_activate_action (row, "cluster.add-rule", NULL);
  review_fixture_settle (fixture);
  choose (fixture, value);
}

static void
put_into (ReviewFixture *fixture, const char *cluster)
{
  gtk_widget_activate_action (GTK_WIDGET (fixture->page), "recommendations.choose-cluster", NULL);
  review_fixture_settle (fixture);
  choose (fixture, cluster);
}

static gpointer
count_cluster (SuiviStore *store, gpointer title, GCancellable *cancellable, GError **error)
{
  g_autoptr (SuiviFilter) filter = suivi_filter_new ();

  suivi_filter_add (filter, SUIVI_FACET_CLUSTER, title);

  return GUINT_TO_POINTER (suivi_store_count (store, filter, error));
}

static guint
count (ReviewFixture *fixture, const char *cluster)
{
  return GPOINTER_TO_UINT (app_run (fixture->workspace, count_cluster, (gpointer) cluster));
}

static void
assert_toast (GtkWidget *root, const char *text)
{
  g_assert_nonnull (review_find_label (root, text));
}

/* Kenya's four; then the six of OHCHR's eight whose titles are not there yet. */
static void
test_sets (void)
{
  ReviewFixture *fixture = review_fixture_new (12);
  GtkWidget *dialog = open_dialog (fixture);

  g_assert_nonnull (app_find_text (dialog, "No clusters yet"));
  g_assert_false (gtk_widget_get_mapped (app_find_action (dialog, "clusters.propose")));
  app_save_screenshot (dialog, "clusters-empty");

  gtk_widget_activate_action (dialog, "clusters.add-set", "u", 0);
  review_fixture_settle (fixture);
  assert_rows (dialog, "Legal and institutional reforms 0, Civil and political rights 0, "
                       "Economic, social and cultural rights 0, Group rights 0");
  g_assert_cmpuint (suivi_cluster_row_get_rules (SUIVI_CLUSTER_ROW (get_row (dialog, 3)))->len, ==, 3);
  g_assert_cmpstr (suivi_workspace_get_undo_label (fixture->workspace), ==, "Add a set of clusters");
  assert_toast (dialog, "Clusters added");
  /* All of this set are there: it is no longer offered. */
  g_assert_null (app_find_text (dialog, "Four clusters, as in Kenya"));
  g_assert_nonnull (app_find_text (dialog, "Eight clusters, as OHCHR uses them"));
  app_save_screenshot (dialog, "clusters-kenya");

  gtk_widget_activate_action (dialog, "clusters.add-set", "u", 1);
  review_fixture_settle (fixture);
  g_assert_cmpuint (app_count_widgets (dialog, SUIVI_TYPE_CLUSTER_ROW), ==, 10);
  g_assert_null (app_find_text (dialog, "Add a ready set"));

  gtk_widget_activate_action (dialog, "clusters.undo", NULL);
  review_fixture_settle (fixture);
  g_assert_cmpuint (app_count_widgets (dialog, SUIVI_TYPE_CLUSTER_ROW), ==, 4);
  gtk_widget_activate_action (dialog, "clusters.undo", NULL);
  review_fixture_settle (fixture);
  g_assert_nonnull (app_find_text (dialog, "No clusters yet"));

  close_window (dialog);
  g_assert_null (app_find_window (SUIVI_TYPE_CLUSTERS_DIALOG));
  review_fixture_free (fixture);
}

static void
test_list (void)
{
  ReviewFixture *fixture = review_fixture_new (12);
  GtkWidget *dialog = open_dialog (fixture);
  GtkWidget *row = NULL;

  gtk_widget_activate_action (dialog, "clusters.add", NULL);
  add_cluster (fixture, dialog, "Law");
  add_cluster (fixture, dialog, "  Health & <care> ");
  add_cluster (fixture, dialog, "Learning");
  add_cluster (fixture, dialog, " ");
  assert_rows (dialog, "Law 0, Health &amp; &lt;care&gt; 0, Learning 0");
  g_assert_nonnull (app_find_text (dialog, "Health & <care>"));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (get_add_entry (dialog))), ==, "");

  /* A title that is taken: it says so, and what was typed stays. */
  add_cluster (fixture, dialog, "Law");
  g_assert_nonnull (review_find_label (dialog, "There is already a cluster “Law”. Choose another title."));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (get_add_entry (dialog))), ==, "Law");
  /* Closing asks before the words go. */
  gtk_window_close (GTK_WINDOW (dialog));
  app_settle ();
  g_assert_nonnull (app_find_window (ADW_TYPE_MESSAGE_DIALOG));
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (app_find_window (ADW_TYPE_MESSAGE_DIALOG)), "keep");
  app_settle ();
  g_assert_nonnull (app_find_window (SUIVI_TYPE_CLUSTERS_DIALOG));
  gtk_editable_set_text (GTK_EDITABLE (get_add_entry (dialog)), "");

  rename_cluster (fixture, get_row (dialog, 1), "Health");
  assert_rows (dialog, "Law 0, Health 0, Learning 0");
  g_assert_cmpstr (suivi_workspace_get_undo_label (fixture->workspace), ==, "Rename a cluster");
  /* No title is no name: the old one comes back. */
  rename_cluster (fixture, get_row (dialog, 1), "");
  assert_rows (dialog, "Law 0, Health 0, Learning 0");
  rename_cluster (fixture, get_row (dialog, 1), "Law");
  assert_rows (dialog, "Law 0, Health 0, Learning 0");
  g_assert_nonnull (review_find_label (dialog, "There is already a cluster “Law”. Choose another title."));

  /* By keys, as far as there is a place to go; the row that is moved stays the same. */
  row = get_row (dialog, 2);
  g_assert_true (app_press_key (row, GDK_KEY_Up, GDK_ALT_MASK));
  review_fixture_settle (fixture);
  g_assert_true (row == get_row (dialog, 1));
  g_assert_true (app_press_key (row, GDK_KEY_Up, GDK_ALT_MASK));
  review_fixture_settle (fixture);
  g_assert_true (row == get_row (dialog, 0));
  app_press_key (row, GDK_KEY_Up, GDK_ALT_MASK);
  review_fixture_settle (fixture);
  assert_rows (dialog, "Learning 0, Law 0, Health 0");
  app_press_key (row, GDK_KEY_Down, GDK_ALT_MASK);
  review_fixture_settle (fixture);
  assert_rows (dialog, "Law 0, Learning 0, Health 0");

  gtk_widget_activate_action (row, "cluster.delete", NULL);
  review_fixture_settle (fixture);
  assert_rows (dialog, "Law 0, Health 0");
  assert_toast (dialog, "Cluster deleted");
  /* Behind a gap, a new one comes last. */
  add_cluster (fixture, dialog, "A last one");
  assert_rows (dialog, "Law 0, Health 0, A last one 0");
  gtk_widget_activate_action (dialog, "clusters.undo", NULL);
  review_fixture_settle (fixture);
  gtk_widget_activate_action (dialog, "clusters.undo", NULL);
  review_fixture_settle (fixture);
  assert_rows (dialog, "Law 0, Learning 0, Health 0");

  /* What was typed and not applied is not lost with the dialog. */
  gtk_editable_set_text (GTK_EDITABLE (app_find_type (get_row (dialog, 0), ADW_TYPE_ENTRY_ROW)), "Laws");
  close_window (dialog);
  review_fixture_settle (fixture);
  dialog = open_dialog (fixture);
  assert_rows (dialog, "Laws 0, Learning 0, Health 0");

  close_window (dialog);
  review_fixture_free (fixture);
}

/* What is dropped on a row takes its place. */
static void
test_drag (void)
{
  ReviewFixture *fixture = review_fixture_new (3);
  GtkWidget *dialog = open_dialog (fixture);
  g_autoptr (GListModel) controllers = NULL;
  g_auto (GValue) value = G_VALUE_INIT;
  gboolean taken = FALSE;

  add_cluster (fixture, dialog, "One");
  add_cluster (fixture, dialog, "Two");
  add_cluster (fixture, dialog, "Three");
  g_value_init (&value, SUIVI_TYPE_CLUSTER_ROW);
  g_value_set_object (&value, get_row (dialog, 0));
  controllers = gtk_widget_observe_controllers (get_row (dialog, 2));
  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_DROP_TARGET (controller))
        g_signal_emit_by_name (controller, "drop", &value, 0.0, 0.0, &taken);
    }
  g_assert_true (taken);
  review_fixture_settle (fixture);
  assert_rows (dialog, "Two 0, Three 0, One 0");
  g_assert_cmpstr (suivi_workspace_get_undo_label (fixture->workspace), ==, "Move a cluster");

  g_value_unset (&value);
  close_window (dialog);
  review_fixture_free (fixture);
}

static GtkWidget *
open_proposals (ReviewFixture *fixture, GtkWidget *dialog)
{
  GtkWidget *proposals = NULL;

  gtk_widget_activate_action (dialog, "clusters.propose", NULL);
  review_fixture_settle (fixture);
  proposals = GTK_WIDGET (app_find_window (SUIVI_TYPE_PROPOSALS_DIALOG));
  g_assert_nonnull (proposals);
  gtk_test_widget_wait_for_draw (proposals);

  return proposals;
}

static GtkWidget *
get_list (GtkWidget *proposals)
{
  return app_find_type (proposals, GTK_TYPE_LIST_VIEW);
}

static guint
count_list (GtkWidget *proposals)
{
  return g_list_model_get_n_items (
    G_LIST_MODEL (gtk_list_view_get_model (GTK_LIST_VIEW (get_list (proposals)))));
}

/* Opens a cluster, or takes a recommendation or leaves it. */
static void
activate (GtkWidget *proposals, guint position)
{
  g_signal_emit_by_name (get_list (proposals), "activate", position);
  app_settle ();
}

/* Of what fits two clusters alike, 140.4, the first of them gets it. Law has no rule. */
static void
test_propose (void)
{
  ReviewFixture *fixture = review_fixture_new (12);
  GtkWidget *dialog = open_dialog (fixture);
  GtkWidget *proposals = NULL;

  add_cluster (fixture, dialog, "Law");
  proposals = open_proposals (fixture, dialog);
  g_assert_nonnull (
    app_find_text (proposals, "No cluster has a rule. Open a cluster in the list and add one."));
  close_window (proposals);

  add_cluster (fixture, dialog, "Children");
  add_cluster (fixture, dialog, "Health");
  add_rule (fixture, get_row (dialog, 1), "Children");
  add_rule (fixture, get_row (dialog, 1), "Education");
  add_rule (fixture, get_row (dialog, 2), "Health");
  g_assert_cmpstr (suivi_workspace_get_undo_label (fixture->workspace), ==, "Add a rule to a cluster");
  g_assert_cmpuint (suivi_cluster_row_get_rules (SUIVI_CLUSTER_ROW (get_row (dialog, 1)))->len, ==, 2);
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (get_row (dialog, 1)), TRUE);
  app_settle ();
  g_assert_nonnull (review_find_label (dialog, "Group of persons: Children"));
  g_assert_nonnull (review_find_label (dialog, "Theme: Education"));
  app_save_screenshot (dialog, "clusters-rules");

  /* Children: 3, 6, 9, 12 (education), 4, 8 (children; 4 also fits Health, behind it). Health: 1, 7, 10. */
  proposals = open_proposals (fixture, dialog);
  g_assert_nonnull (
    app_find_text (proposals, "The rules propose a cluster for 9 recommendations, of 12 that were looked at. "
                              "No rule fits 3 of them: put these into a cluster by hand."));
  g_assert_nonnull (app_find_text (proposals, "Put 9 recommendations into clusters"));
  g_assert_cmpuint (count_list (proposals), ==, 2);
  g_assert_nonnull (review_find_label (proposals, "6 recommendations"));
  g_assert_nonnull (review_find_label (proposals, "3 recommendations"));
  activate (proposals, 0);
  g_assert_cmpuint (count_list (proposals), ==, 8);
  gtk_test_widget_wait_for_draw (proposals);
  g_assert_nonnull (review_find_label (proposals, "140.4"));
  g_assert_nonnull (review_find_label (proposals, "Group of persons: Children (fits 1 other cluster, too)"));
  g_assert_nonnull (review_find_label (proposals, "Theme: Education"));
  app_save_screenshot (proposals, "clusters-proposals");

  /* One is left out; then the whole of Health. */
  activate (proposals, 1);
  g_assert_nonnull (review_find_label (proposals, "5 of 6 recommendations"));
  g_assert_nonnull (app_find_text (proposals, "Put 8 recommendations into clusters"));
  gtk_check_button_set_active (GTK_CHECK_BUTTON (
                                 app_find_type (app_find_widget (proposals, SUIVI_TYPE_PROPOSAL_ROW, 7),
                                                GTK_TYPE_CHECK_BUTTON)),
                               FALSE);
  app_settle ();
  g_assert_nonnull (app_find_text (proposals, "Put 5 recommendations into clusters"));
  gtk_widget_activate_action (proposals, "proposals.put", NULL);
  review_fixture_settle (fixture);
  g_assert_null (app_find_window (SUIVI_TYPE_PROPOSALS_DIALOG));
  assert_rows (dialog, "Law 0, Children 5, Health 0");
  assert_toast (dialog, "5 recommendations put into clusters");
  g_assert_cmpstr (suivi_workspace_get_undo_label (fixture->workspace), ==,
                   "Put 5 recommendations into clusters");
  g_assert_cmpuint (count (fixture, "Children"), ==, 5);

  /* Renamed, they go with it. */
  rename_cluster (fixture, get_row (dialog, 1), "The young");
  assert_rows (dialog, "Law 0, The young 5, Health 0");
  g_assert_cmpuint (count (fixture, "The young"), ==, 5);

  /* Before the others, Health would also have 140.4; it is in a cluster, and asked about only with the switch. */
  app_press_key (get_row (dialog, 2), GDK_KEY_Up, GDK_ALT_MASK);
  review_fixture_settle (fixture);
  proposals = open_proposals (fixture, dialog);
  g_assert_nonnull (app_find_text (proposals, "Put 4 recommendations into clusters"));
  gtk_switch_set_active (GTK_SWITCH (app_find_type (proposals, GTK_TYPE_SWITCH)), TRUE);
  review_fixture_settle (fixture);
  g_assert_nonnull (app_find_text (proposals, "Put 5 recommendations into clusters"));
  activate (proposals, 0);
  gtk_test_widget_wait_for_draw (proposals);
  g_assert_nonnull (
    review_find_label (proposals, "Theme: Health (fits 1 other cluster, too) · now in “The young”"));
  close_window (proposals);

  gtk_widget_activate_action (dialog, "clusters.undo", NULL);
  review_fixture_settle (fixture);
  gtk_widget_activate_action (dialog, "clusters.undo", NULL);
  review_fixture_settle (fixture);
  gtk_widget_activate_action (dialog, "clusters.undo", NULL);
  review_fixture_settle (fixture);
  assert_rows (dialog, "Law 0, Children 0, Health 0");

  /* A rule less. */
  gtk_widget_activate_action (get_row (dialog, 2), "cluster.remove-rule", "s",
                              ((SuiviClusterRule *) g_ptr_array_index (
                                 suivi_cluster_row_get_rules (SUIVI_CLUSTER_ROW (get_row (dialog, 2))), 0))
                                ->id);
  review_fixture_settle (fixture);
  g_assert_cmpuint (suivi_cluster_row_get_rules (SUIVI_CLUSTER_ROW (get_row (dialog, 2)))->len, ==, 0);
  assert_toast (dialog, "Rule removed");

  close_window (dialog);
  review_fixture_free (fixture);
}

static GtkWidget *
find_chip (ReviewFixture *fixture, SuiviFacet facet)
{
  for (guint i = 0;; i++)
    {
      GtkWidget *chip = app_find_widget (GTK_WIDGET (fixture->page), SUIVI_TYPE_FACET_CHIP, i);

      g_assert_nonnull (chip);
      if (suivi_facet_chip_get_facet (SUIVI_FACET_CHIP (chip)) == facet)
        return chip;
    }
}

static const char *
get_shown_cluster (ReviewFixture *fixture)
{
  GtkWidget *detail = app_find_type (GTK_WIDGET (fixture->page), SUIVI_TYPE_RECOMMENDATION_DETAIL);
  GtkWidget *row = gtk_widget_get_ancestor (app_find_text (detail, "Cluster"), ADW_TYPE_ACTION_ROW);

  return adw_action_row_get_subtitle (ADW_ACTION_ROW (row));
}

/* By hand, from the page. */
static void
test_assign (void)
{
  ReviewFixture *fixture = review_fixture_new (12);
  GtkSelectionModel *selection = suivi_recommendations_page_get_selection (fixture->page);
  GtkWidget *dialog = NULL;

  /* Without clusters, there is nothing to choose from: the first thing is to make some. */
  gtk_selection_model_select_range (selection, 0, 3, TRUE);
  review_fixture_settle (fixture);
  g_assert_false (gtk_widget_get_visible (find_chip (fixture, SUIVI_FACET_CLUSTER)));
  gtk_widget_activate_action (GTK_WIDGET (fixture->page), "recommendations.choose-cluster", NULL);
  review_fixture_settle (fixture);
  dialog = GTK_WIDGET (app_find_window (SUIVI_TYPE_CLUSTERS_DIALOG));
  g_assert_nonnull (dialog);
  add_cluster (fixture, dialog, "Law");
  add_cluster (fixture, dialog, "Health");
  close_window (dialog);

  app_save_screenshot (GTK_WIDGET (fixture->window), "clusters-many");
  put_into (fixture, "Law");
  g_assert_cmpuint (count (fixture, "Law"), ==, 3);
  assert_toast (GTK_WIDGET (fixture->window), "3 recommendations put into “Law”");
  g_assert_cmpstr (suivi_workspace_get_undo_label (fixture->workspace), ==,
                   "Put 3 recommendations into a cluster");
  g_assert_true (gtk_widget_get_visible (find_chip (fixture, SUIVI_FACET_CLUSTER)));

  /* One of them moves on, and then to none. */
  gtk_selection_model_select_item (selection, 1, TRUE);
  review_fixture_settle (fixture);
  g_assert_cmpstr (get_shown_cluster (fixture), ==, "Law");
  app_save_screenshot (GTK_WIDGET (fixture->window), "clusters-detail");
  put_into (fixture, "Health");
  g_assert_cmpstr (suivi_workspace_get_undo_label (fixture->workspace), ==, "Put 140.2 into a cluster");
  g_assert_cmpstr (get_shown_cluster (fixture), ==, "Health");
  g_assert_cmpuint (count (fixture, "Law"), ==, 2);
  put_into (fixture, "None");
  g_assert_cmpstr (suivi_workspace_get_undo_label (fixture->workspace), ==, "Take 140.2 out of its cluster");
  g_assert_cmpstr (get_shown_cluster (fixture), ==, "None");
  g_assert_cmpuint (count (fixture, "Health"), ==, 0);
  review_fixture_undo (fixture);
  g_assert_cmpstr (get_shown_cluster (fixture), ==, "Health");
  review_fixture_undo (fixture);
  review_fixture_undo (fixture);
  g_assert_cmpstr (get_shown_cluster (fixture), ==, "None");
  g_assert_false (gtk_widget_get_visible (find_chip (fixture, SUIVI_FACET_CLUSTER)));

  review_fixture_free (fixture);
}

/* The narrowest window: nothing asks for more than it has. */
static void
test_narrow (void)
{
  ReviewFixture *fixture = review_fixture_new (12);
  GtkWidget *dialog = NULL;
  GtkWidget *proposals = NULL;
  int minimum = 0;

  dialog = open_dialog (fixture);
  gtk_window_set_default_size (GTK_WINDOW (dialog), 360, 640);
  gtk_test_widget_wait_for_draw (dialog);
  app_save_screenshot (dialog, "clusters-empty-narrow");
  gtk_widget_measure (dialog, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  g_assert_cmpint (minimum, <=, 360);
  gtk_widget_activate_action (dialog, "clusters.add-set", "u", 0);
  review_fixture_settle (fixture);
  add_rule (fixture, get_row (dialog, 3), "Children");
  add_rule (fixture, get_row (dialog, 0), "Justice");
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (get_row (dialog, 0)), TRUE);
  gtk_test_widget_wait_for_draw (dialog);
  gtk_widget_measure (dialog, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  g_assert_cmpint (minimum, <=, 360);
  app_save_screenshot (dialog, "clusters-narrow");

  proposals = open_proposals (fixture, dialog);
  gtk_window_set_default_size (GTK_WINDOW (proposals), 360, 640);
  activate (proposals, 0);
  gtk_test_widget_wait_for_draw (proposals);
  gtk_widget_measure (proposals, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  g_assert_cmpint (minimum, <=, 360);
  app_save_screenshot (proposals, "clusters-proposals-narrow");

  close_window (proposals);
  close_window (dialog);
  review_fixture_free (fixture);
}

/* Keeps the workspace busy until it is told to go on. */
static gpointer
wait_for_go (SuiviStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  while (!g_atomic_int_get ((int *) data))
    g_usleep (1000);

  return NULL;
}

static gboolean
is_closed (gpointer dialog)
{
  return !gtk_widget_get_realized (dialog);
}

static gboolean
is_null (gpointer data)
{
  return *(gpointer *) data == NULL;
}

static GtkWidget *
create_clusters (GtkWindow *parent, SuiviWorkspace *workspace)
{
  return suivi_clusters_dialog_new (parent, workspace, NULL);
}

static GtkWidget *
create_sources (GtkWindow *parent, SuiviWorkspace *workspace)
{
  return GTK_WIDGET (suivi_sources_window_new (parent, workspace));
}

/* A dialog waits for the workspace. It is closed, and so is the window that it belongs to: what is under way holds the
 * dialog alone, and lets go of it in the end. */
static void
test_closed_under_way (void)
{
  GtkWidget *(*const creates[]) (GtkWindow *, SuiviWorkspace *) = { create_clusters, create_sources };
  ReviewFixture *fixture = review_fixture_new (3);

  for (gsize i = 0; i < G_N_ELEMENTS (creates); i++)
    {
      GtkWidget *parent = gtk_window_new ();
      GtkWidget *dialog = NULL;
      int go = FALSE;

      gtk_window_present (GTK_WINDOW (parent));
      gtk_test_widget_wait_for_draw (parent);
      suivi_workspace_run_async (fixture->workspace, wait_for_go, &go, NULL, NULL, NULL, NULL, NULL);
      dialog = creates[i](GTK_WINDOW (parent), fixture->workspace);
      gtk_window_present (GTK_WINDOW (dialog));
      gtk_test_widget_wait_for_draw (dialog);
      g_object_add_weak_pointer (G_OBJECT (dialog), (gpointer *) &dialog);
      g_object_add_weak_pointer (G_OBJECT (parent), (gpointer *) &parent);
      gtk_window_close (GTK_WINDOW (dialog));
      app_wait_until (is_closed, dialog);
      gtk_window_destroy (GTK_WINDOW (parent));
      app_wait_until (is_null, &parent);
      g_assert_nonnull (dialog);

      g_atomic_int_set (&go, TRUE);
      app_wait_until (is_null, &dialog);
    }
  review_fixture_settle (fixture);
  review_fixture_free (fixture);
}

int
main (int argc, char **argv)
{
  app_test_init (&argc, &argv);

  g_test_add_func ("/app/clusters/sets", test_sets);
  g_test_add_func ("/app/clusters/list", test_list);
  g_test_add_func ("/app/clusters/drag", test_drag);
  g_test_add_func ("/app/clusters/propose", test_propose);
  g_test_add_func ("/app/clusters/assign", test_assign);
  g_test_add_func ("/app/clusters/narrow", test_narrow);
  g_test_add_func ("/app/clusters/closed-under-way", test_closed_under_way);

  return g_test_run ();
}
