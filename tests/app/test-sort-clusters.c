/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <sqlite3.h>

#include "app/clusters/clusters-dialog.h"
#include "app/clusters/dragged-rows.h"
#include "app/clusters/sort-dialog.h"
#include "app/clusters/sort-list.h"
#include "app/clusters/sort-row.h"
#include "app/clusters/sort-target.h"
#include "review-fixture.h"
#include "store/scorecard-store.h"

/* Law and Health, in this order, and no recommendation in them. */
static gpointer
add_clusters (SuiviStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  g_autoptr (SuiviTransaction) transaction = suivi_store_begin (store, "Add clusters", error);
  g_autoptr (SuiviCluster) law = suivi_cluster_new ("Law", 0);
  g_autoptr (SuiviCluster) health = suivi_cluster_new ("Health & <care>", 1);

  g_assert_true (suivi_transaction_put_cluster (transaction, law, error));
  g_assert_true (suivi_transaction_put_cluster (transaction, health, error));
  g_assert_true (suivi_transaction_commit (transaction, error));

  return NULL;
}

static ReviewFixture *
create_fixture (guint n)
{
  ReviewFixture *fixture = review_fixture_new (n);

  app_run (fixture->workspace, add_clusters, NULL);
  review_fixture_settle (fixture);

  return fixture;
}

static GtkWidget *
open_dialog (ReviewFixture *fixture)
{
  GtkWidget *clusters = NULL;
  GtkWidget *dialog = NULL;

  gtk_widget_activate_action (GTK_WIDGET (fixture->page), "recommendations.clusters", NULL);
  review_fixture_settle (fixture);
  clusters = GTK_WIDGET (app_find_window (SUIVI_TYPE_CLUSTERS_DIALOG));
  g_assert_nonnull (clusters);
  g_assert_true (gtk_widget_get_mapped (app_find_action (clusters, "clusters.sort")));
  gtk_widget_activate_action (clusters, "clusters.sort", NULL);
  dialog = GTK_WIDGET (app_find_window (SUIVI_TYPE_SORT_DIALOG));
  g_assert_nonnull (dialog);
  review_fixture_settle (fixture);
  gtk_test_widget_wait_for_draw (dialog);

  return dialog;
}

static void
close_dialogs (ReviewFixture *fixture)
{
  gtk_window_close (app_find_window (SUIVI_TYPE_SORT_DIALOG));
  app_settle ();
  gtk_window_close (app_find_window (SUIVI_TYPE_CLUSTERS_DIALOG));
  app_settle ();
  g_assert_null (app_find_window (SUIVI_TYPE_SORT_DIALOG));
  review_fixture_free (fixture);
}

static GtkListView *
get_list (GtkWidget *dialog)
{
  /* The drop-down has one, too. */
  for (guint i = 0;; i++)
    {
      GtkWidget *list = app_find_widget (dialog, GTK_TYPE_LIST_VIEW, i);

      g_assert_nonnull (list);
      if (gtk_widget_has_css_class (list, "recommendations"))
        return GTK_LIST_VIEW (list);
    }
}

static GtkSelectionModel *
get_selection (GtkWidget *dialog)
{
  return gtk_list_view_get_model (get_list (dialog));
}

static guint
count_rows (GtkWidget *dialog)
{
  return g_list_model_get_n_items (G_LIST_MODEL (get_selection (dialog)));
}

static void
select_row (GtkWidget *dialog, guint position, gboolean alone)
{
  gtk_selection_model_select_item (get_selection (dialog), position, alone);
  app_settle ();
}

static void
show (ReviewFixture *fixture, GtkWidget *dialog, guint choice)
{
  gtk_drop_down_set_selected (GTK_DROP_DOWN (app_find_type (dialog, GTK_TYPE_DROP_DOWN)), choice);
  review_fixture_settle (fixture);
}

/* "Law 2, Health 0, No cluster 10": what the targets say. */
static char *
describe_targets (GtkWidget *dialog)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) strv = NULL;

  for (guint i = 0; i < app_count_widgets (dialog, SUIVI_TYPE_SORT_TARGET); i++)
    {
      GtkWidget *target = app_find_widget (dialog, SUIVI_TYPE_SORT_TARGET, i);
      const char *title = gtk_label_get_label (GTK_LABEL (app_find_widget (target, GTK_TYPE_LABEL, 1)));
      const char *count = gtk_label_get_label (GTK_LABEL (app_find_widget (target, GTK_TYPE_LABEL, 2)));
      g_autofree char *number = g_strndup (count, strcspn (count, " "));
      g_autofree char *text = g_strdup_printf ("%s %s", title, number);

      g_strv_builder_add (builder, text);
    }
  strv = g_strv_builder_end (builder);

  return g_strjoinv (", ", strv);
}

#define assert_targets(dialog, expected)                   \
  G_STMT_START                                             \
  {                                                        \
    g_autofree char *targets_ = describe_targets (dialog); \
                                                           \
    g_assert_cmpstr (targets_, ==, expected);              \
  }                                                        \
  G_STMT_END

#define assert_undo(fixture, expected) \
  g_assert_cmpstr (suivi_workspace_get_undo_label ((fixture)->workspace), ==, expected)

static gpointer
find_controller (GtkWidget *widget, GType type)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (G_TYPE_CHECK_INSTANCE_TYPE (controller, type))
        return controller;
    }

  return NULL;
}

static GtkWidget *
find_row (GtkWidget *dialog, guint position)
{
  for (guint i = 0;; i++)
    {
      GtkWidget *row = app_find_widget (dialog, SUIVI_TYPE_SORT_ROW, i);

      g_assert_nonnull (row);
      if (suivi_sort_row_get_item (SUIVI_SORT_ROW (row)) != NULL
          && suivi_sort_row_get_position (SUIVI_SORT_ROW (row)) == position)
        return row;
    }
}

/* What the pointer carries when it is pressed on a row and moved. */
static GdkContentProvider *
prepare_drag (GtkWidget *dialog, guint position)
{
  GtkDragSource *source = find_controller (find_row (dialog, position), GTK_TYPE_DRAG_SOURCE);
  GdkContentProvider *content = NULL;

  g_assert_nonnull (source);
  g_assert_cmpint (gtk_drag_source_get_actions (source), ==, GDK_ACTION_MOVE);
  g_signal_emit_by_name (source, "prepare", 0.0, 0.0, &content);

  return content;
}

static gboolean
drop_value (GtkWidget *dialog, guint target, const GValue *value)
{
  GtkDropTarget *drop
    = find_controller (app_find_widget (dialog, SUIVI_TYPE_SORT_TARGET, target), GTK_TYPE_DROP_TARGET);
  gboolean taken = FALSE;

  g_assert_nonnull (drop);
  g_signal_emit_by_name (drop, "drop", value, 0.0, 0.0, &taken);

  return taken;
}

/* @target: 0 and up, from above */
static void
drag (ReviewFixture *fixture, GtkWidget *dialog, guint position, guint target)
{
  g_autoptr (GdkContentProvider) content = prepare_drag (dialog, position);
  g_autoptr (GError) error = NULL;
  g_auto (GValue) value = G_VALUE_INIT;

  g_assert_nonnull (content);
  g_value_init (&value, SUIVI_TYPE_DRAGGED_ROWS);
  gdk_content_provider_get_value (content, &value, &error);
  g_assert_no_error (error);
  g_assert_true (drop_value (dialog, target, &value));
  review_fixture_settle (fixture);
}

/* The numbers of the rows, from above. */
static char *
describe_rows (ReviewFixture *fixture, GtkWidget *dialog)
{
  g_autoptr (GString) text = g_string_new (NULL);

  review_fixture_settle (fixture);
  gtk_test_widget_wait_for_draw (dialog);
  review_fixture_settle (fixture);
  for (guint i = 0; i < count_rows (dialog); i++)
    {
      SuiviRecommendationItem *item = suivi_sort_row_get_item (SUIVI_SORT_ROW (find_row (dialog, i)));

      g_string_append_printf (text, "%s%s", i > 0 ? " " : "",
                              suivi_recommendation_item_get_recommendation (item)->number + strlen ("140."));
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

#define assert_rows(fixture, dialog, expected)                \
  G_STMT_START                                                \
  {                                                           \
    g_autofree char *rows_ = describe_rows (fixture, dialog); \
                                                              \
    g_assert_cmpstr (rows_, ==, expected);                    \
  }                                                           \
  G_STMT_END

static void
test_drop (void)
{
  ReviewFixture *fixture = create_fixture (6);
  GtkWidget *dialog = open_dialog (fixture);

  assert_targets (dialog, "Law 0, Health & <care> 0, No cluster 6");
  assert_rows (fixture, dialog, "1 2 3 4 5 6");

  /* Whoever takes one of the selected takes all of them; they leave the list of what is in no cluster. */
  select_row (dialog, 1, TRUE);
  select_row (dialog, 3, FALSE);
  g_assert_nonnull (
    review_find_label (dialog, "2 selected. Drag them onto a cluster, or press the digit of a cluster."));
  app_save_screenshot (dialog, "sort-selected");
  drag (fixture, dialog, 3, 0);
  assert_targets (dialog, "Law 2, Health & <care> 0, No cluster 4");
  assert_rows (fixture, dialog, "1 3 5 6");
  assert_undo (fixture, "Put 2 recommendations into a cluster");
  g_assert_nonnull (review_find_label (dialog, "2 recommendations put into “Law”"));

  /* Another one is taken alone, though some are selected. */
  select_row (dialog, 0, TRUE);
  select_row (dialog, 1, FALSE);
  drag (fixture, dialog, 3, 1);
  assert_targets (dialog, "Law 2, Health & <care> 1, No cluster 3");
  assert_undo (fixture, "Put 140.6 into a cluster");
  g_assert_nonnull (review_find_label (dialog, "1 recommendation put into “Health &amp; &lt;care&gt;”"));

  /* One drop is one step, and only what was done here is undone here. */
  gtk_widget_activate_action (dialog, "sort.undo", NULL);
  review_fixture_settle (fixture);
  assert_targets (dialog, "Law 2, Health & <care> 0, No cluster 4");
  g_assert_null (review_find_label (dialog, "1 recommendation put into “Health &amp; &lt;care&gt;”"));
  g_assert_true (app_press_key (dialog, GDK_KEY_z, GDK_CONTROL_MASK));
  review_fixture_settle (fixture);
  assert_targets (dialog, "Law 0, Health & <care> 0, No cluster 6");
  assert_rows (fixture, dialog, "1 2 3 4 5 6");
  gtk_widget_activate_action (dialog, "sort.undo", NULL);
  review_fixture_settle (fixture);
  assert_targets (dialog, "Law 0, Health & <care> 0, No cluster 6");
  assert_undo (fixture, "Add clusters");

  close_dialogs (fixture);
}

/* From one cluster to another one, and out of it. */
static void
test_move (void)
{
  ReviewFixture *fixture = create_fixture (6);
  GtkWidget *dialog = open_dialog (fixture);
  GtkWidget *label = NULL;

  gtk_selection_model_select_range (get_selection (dialog), 0, 3, TRUE);
  drag (fixture, dialog, 0, 0);
  assert_targets (dialog, "Law 3, Health & <care> 0, No cluster 3");

  /* The rows say where they are. */
  show (fixture, dialog, 1);
  assert_rows (fixture, dialog, "1 2 3 4 5 6");
  label = app_find_widget (find_row (dialog, 2), GTK_TYPE_LABEL, 1);
  g_assert_cmpstr (gtk_label_get_label (GTK_LABEL (label)), ==, "Law");
  label = app_find_widget (find_row (dialog, 3), GTK_TYPE_LABEL, 1);
  g_assert_cmpstr (gtk_label_get_label (GTK_LABEL (label)), ==, "");
  app_save_screenshot (dialog, "sort-all");

  /* Of those that are dropped, only what comes from elsewhere is put there. */
  gtk_selection_model_select_range (get_selection (dialog), 2, 2, TRUE);
  drag (fixture, dialog, 2, 0);
  assert_targets (dialog, "Law 4, Health & <care> 0, No cluster 2");
  assert_undo (fixture, "Put 140.4 into a cluster");
  drag (fixture, dialog, 0, 0);
  g_assert_nonnull (review_find_label (dialog, "Already in this cluster"));
  assert_undo (fixture, "Put 140.4 into a cluster");

  show (fixture, dialog, 2);
  assert_rows (fixture, dialog, "1 2 3 4");
  select_row (dialog, 1, TRUE);
  drag (fixture, dialog, 1, 1);
  assert_targets (dialog, "Law 3, Health & <care> 1, No cluster 2");
  gtk_selection_model_select_range (get_selection (dialog), 0, 2, TRUE);
  drag (fixture, dialog, 0, 2);
  assert_targets (dialog, "Law 1, Health & <care> 1, No cluster 4");
  assert_undo (fixture, "Take 2 recommendations out of their clusters");
  g_assert_nonnull (review_find_label (dialog, "2 recommendations are in no cluster now"));
  assert_rows (fixture, dialog, "4");

  close_dialogs (fixture);
}

static void
assert_label (GtkWidget *widget, const char *expected)
{
  g_autofree char *difference
    = gtk_test_accessible_check_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, expected);

  g_assert_cmpstr (difference, ==, NULL);
}

static GtkWidget *
get_put_button (GtkWidget *dialog, guint target)
{
  return app_find_type (app_find_widget (dialog, SUIVI_TYPE_SORT_TARGET, target), GTK_TYPE_BUTTON);
}

static guint
get_focused_row (GtkWidget *dialog)
{
  GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (dialog));
  GtkWidget *row = focus != NULL ? app_find_type (focus, SUIVI_TYPE_SORT_ROW) : NULL;

  return row != NULL ? suivi_sort_row_get_position (SUIVI_SORT_ROW (row)) : G_MAXUINT;
}

static gboolean
is_second_focused (gpointer dialog)
{
  return gtk_selection_model_is_selected (get_selection (dialog), 1) && get_focused_row (dialog) == 1;
}

/* What the pointer does, the keys do: row after row with a digit, or with Enter on a cluster, or its button. */
static void
test_keys (void)
{
  ReviewFixture *fixture = create_fixture (6);
  GtkWidget *dialog = open_dialog (fixture);
  GtkWidget *targets = NULL;

  g_assert_true (
    gtk_widget_is_ancestor (gtk_root_get_focus (GTK_ROOT (dialog)), GTK_WIDGET (get_list (dialog))));
  assert_label (get_put_button (dialog, 0), "Select recommendations first");
  g_assert_false (gtk_widget_is_sensitive (get_put_button (dialog, 0)));

  select_row (dialog, 1, TRUE);
  g_assert_true (gtk_widget_is_sensitive (get_put_button (dialog, 0)));
  assert_label (get_put_button (dialog, 0), "Put 1 recommendation into “Law”");
  assert_label (get_put_button (dialog, 2), "Take 1 recommendation out of its cluster");
  g_assert_true (app_press_key (dialog, GDK_KEY_2, 0));
  assert_rows (fixture, dialog, "1 3 4 5 6");
  assert_targets (dialog, "Law 0, Health & <care> 1, No cluster 5");
  /* The next one is selected, and has the focus. */
  app_wait_until (is_second_focused, dialog);
  g_assert_true (app_press_key (dialog, GDK_KEY_KP_1, 0));
  assert_rows (fixture, dialog, "1 4 5 6");
  assert_targets (dialog, "Law 1, Health & <care> 1, No cluster 4");
  app_wait_until (is_second_focused, dialog);
  /* There is no third one. */
  app_press_key (dialog, GDK_KEY_3, 0);
  review_fixture_settle (fixture);
  assert_targets (dialog, "Law 1, Health & <care> 1, No cluster 4");

  /* Enter on a cluster; nothing is selected then that nobody chose. */
  targets = app_find_widget (dialog, SUIVI_TYPE_SORT_TARGET, 0);
  gtk_selection_model_select_range (get_selection (dialog), 2, 2, TRUE);
  assert_label (get_put_button (dialog, 0), "Put 2 recommendations into “Law”");
  gtk_widget_grab_focus (targets);
  g_signal_emit_by_name (gtk_widget_get_parent (targets), "activate-cursor-row");
  review_fixture_settle (fixture);
  assert_targets (dialog, "Law 3, Health & <care> 1, No cluster 2");
  assert_rows (fixture, dialog, "1 4");
  g_assert_false (gtk_selection_model_is_selected (get_selection (dialog), 0));
  g_assert_false (gtk_selection_model_is_selected (get_selection (dialog), 1));

  select_row (dialog, 0, TRUE);
  g_signal_emit_by_name (get_put_button (dialog, 1), "clicked");
  review_fixture_settle (fixture);
  assert_targets (dialog, "Law 3, Health & <care> 2, No cluster 1");

  /* Where what was sorted stays in the list, the one behind it is next. */
  show (fixture, dialog, 1);
  assert_rows (fixture, dialog, "1 2 3 4 5 6");
  select_row (dialog, 4, TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (get_list (dialog)));
  g_assert_true (app_press_key (dialog, GDK_KEY_0, 0));
  review_fixture_settle (fixture);
  assert_targets (dialog, "Law 2, Health & <care> 2, No cluster 2");
  g_assert_false (gtk_selection_model_is_selected (get_selection (dialog), 4));
  g_assert_true (gtk_selection_model_is_selected (get_selection (dialog), 5));

  close_dialogs (fixture);
}

/* One key waits for the other: a longer chain of answers and questions than others are. */
static void
settle_all (ReviewFixture *fixture)
{
  for (guint i = 0; i < 4; i++)
    review_fixture_settle (fixture);
}

/* Keys that come faster than the workspace answers mean the rows that they would mean if it did at once. */
static void
test_fast_keys (void)
{
  ReviewFixture *fixture = create_fixture (6);
  GtkWidget *dialog = open_dialog (fixture);

  select_row (dialog, 0, TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (get_list (dialog)));
  app_settle ();
  g_assert_true (app_press_key (dialog, GDK_KEY_1, 0));
  g_assert_true (app_press_key (dialog, GDK_KEY_1, 0));
  g_assert_true (app_press_key (dialog, GDK_KEY_2, 0));
  settle_all (fixture);
  assert_targets (dialog, "Law 2, Health & <care> 1, No cluster 3");
  assert_rows (fixture, dialog, "4 5 6");
  assert_undo (fixture, "Put 140.3 into a cluster");

  /* To undo waits for its turn, too. */
  g_assert_true (app_press_key (dialog, GDK_KEY_2, 0));
  g_assert_true (app_press_key (dialog, GDK_KEY_z, GDK_CONTROL_MASK));
  g_assert_true (app_press_key (dialog, GDK_KEY_z, GDK_CONTROL_MASK));
  settle_all (fixture);
  assert_targets (dialog, "Law 2, Health & <care> 0, No cluster 4");
  assert_undo (fixture, "Put 140.2 into a cluster");

  /* After the last ones nothing is selected: another key means nothing. */
  gtk_selection_model_select_range (get_selection (dialog), 0, 4, TRUE);
  g_assert_true (app_press_key (dialog, GDK_KEY_1, 0));
  g_assert_true (app_press_key (dialog, GDK_KEY_2, 0));
  settle_all (fixture);
  assert_targets (dialog, "Law 6, Health & <care> 0, No cluster 0");

  /* Whoever closes the window does not wait. */
  gtk_widget_activate_action (dialog, "sort.undo", NULL);
  gtk_widget_activate_action (dialog, "sort.undo", NULL);
  close_dialogs (fixture);
}

/* A step of somebody else: another program, say. */
static void
make_foreign_step (ReviewFixture *fixture, const char *title)
{
  SuiviStore *store = suivi_store_open (fixture->path, NULL);
  g_autoptr (SuiviTransaction) transaction = suivi_store_begin (store, "Somebody else's step", NULL);
  g_autoptr (SuiviCluster) cluster = suivi_cluster_new (title, 2);

  g_assert_true (suivi_transaction_put_cluster (transaction, cluster, NULL));
  g_assert_true (suivi_transaction_commit (transaction, NULL));
  g_clear_pointer (&transaction, suivi_transaction_free);
  suivi_store_close (store);
}

static gboolean
is_failure_shown (GtkWidget *dialog)
{
  return gtk_revealer_get_reveal_child (GTK_REVEALER (app_find_type (dialog, GTK_TYPE_REVEALER)));
}

/* "2 4": the numbers of the selected rows. */
static char *
describe_selected (GtkWidget *dialog)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < count_rows (dialog); i++)
    {
      g_autoptr (SuiviRecommendationItem) item
                 = g_list_model_get_item (G_LIST_MODEL (get_selection (dialog)), i);

      if (gtk_selection_model_is_selected (get_selection (dialog), i))
        g_string_append_printf (text, "%s%s", text->len > 0 ? " " : "",
                                suivi_recommendation_item_get_recommendation (item)->number
                                  + strlen ("140."));
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

#define assert_selected(dialog, expected)                    \
  G_STMT_START                                               \
  {                                                          \
    g_autofree char *selected_ = describe_selected (dialog); \
                                                             \
    g_assert_cmpstr (selected_, ==, expected);               \
  }                                                          \
  G_STMT_END

/* What was undone is redone, step by step, until something else is done; what comes back is selected. */
static void
test_redo (void)
{
  ReviewFixture *fixture = create_fixture (6);
  GtkWidget *dialog = open_dialog (fixture);
  GtkWidget *redo = app_find_action (dialog, "sort.redo");

  g_assert_false (gtk_widget_is_sensitive (redo));
  select_row (dialog, 1, TRUE);
  select_row (dialog, 3, FALSE);
  gtk_widget_grab_focus (GTK_WIDGET (get_list (dialog)));
  g_assert_true (app_press_key (dialog, GDK_KEY_1, 0));
  settle_all (fixture);
  select_row (dialog, 0, TRUE);
  g_assert_true (app_press_key (dialog, GDK_KEY_2, 0));
  settle_all (fixture);
  assert_rows (fixture, dialog, "3 5 6");
  g_assert_false (gtk_widget_is_sensitive (redo));

  g_assert_true (app_press_key (dialog, GDK_KEY_z, GDK_CONTROL_MASK));
  settle_all (fixture);
  assert_rows (fixture, dialog, "1 3 5 6");
  assert_selected (dialog, "1");
  g_assert_true (app_press_key (dialog, GDK_KEY_z, GDK_CONTROL_MASK));
  settle_all (fixture);
  assert_rows (fixture, dialog, "1 2 3 4 5 6");
  assert_selected (dialog, "2 4");
  assert_targets (dialog, "Law 0, Health & <care> 0, No cluster 6");
  g_assert_nonnull (review_find_label (dialog, "Undone: Put 2 recommendations into a cluster"));
  g_assert_true (gtk_widget_is_sensitive (redo));
  app_save_screenshot (dialog, "sort-undone");

  /* Again, as the first time: what leaves the list leaves the next one selected. */
  g_assert_true (app_press_key (dialog, GDK_KEY_z, GDK_CONTROL_MASK | GDK_SHIFT_MASK));
  settle_all (fixture);
  assert_rows (fixture, dialog, "1 3 5 6");
  assert_targets (dialog, "Law 2, Health & <care> 0, No cluster 4");
  assert_selected (dialog, "3");
  g_assert_nonnull (review_find_label (dialog, "Redone: Put 2 recommendations into a cluster"));
  g_assert_true (app_press_key (dialog, GDK_KEY_y, GDK_CONTROL_MASK));
  settle_all (fixture);
  assert_targets (dialog, "Law 2, Health & <care> 1, No cluster 3");
  g_assert_false (gtk_widget_is_sensitive (redo));

  /* Where the rows stay in the list, they are selected, too. */
  show (fixture, dialog, 1);
  g_assert_true (app_press_key (dialog, GDK_KEY_z, GDK_CONTROL_MASK));
  g_assert_true (app_press_key (dialog, GDK_KEY_z, GDK_CONTROL_MASK));
  settle_all (fixture);
  assert_selected (dialog, "2 4");
  g_assert_true (app_press_key (dialog, GDK_KEY_y, GDK_CONTROL_MASK));
  settle_all (fixture);
  assert_selected (dialog, "2 4");

  /* What was done since then cannot be redone. */
  select_row (dialog, 4, TRUE);
  g_assert_true (app_press_key (dialog, GDK_KEY_2, 0));
  settle_all (fixture);
  g_assert_false (gtk_widget_is_sensitive (redo));
  assert_targets (dialog, "Law 2, Health & <care> 1, No cluster 3");

  /* A step of somebody else comes before. */
  g_assert_true (app_press_key (dialog, GDK_KEY_z, GDK_CONTROL_MASK));
  settle_all (fixture);
  g_assert_true (gtk_widget_is_sensitive (redo));
  make_foreign_step (fixture, "Third");
  g_assert_true (app_press_key (dialog, GDK_KEY_y, GDK_CONTROL_MASK));
  settle_all (fixture);
  assert_undo (fixture, "Somebody else's step");
  g_assert_true (is_failure_shown (dialog));
  g_assert_false (gtk_widget_is_sensitive (redo));

  close_dialogs (fixture);
}

static gboolean
is_row_seen (GtkWidget *dialog, guint position)
{
  GtkWidget *list = GTK_WIDGET (get_list (dialog));
  graphene_rect_t bounds;

  for (guint i = 0; i < app_count_widgets (dialog, SUIVI_TYPE_SORT_ROW); i++)
    {
      GtkWidget *row = app_find_widget (dialog, SUIVI_TYPE_SORT_ROW, i);

      if (suivi_sort_row_get_item (SUIVI_SORT_ROW (row)) != NULL && gtk_widget_get_mapped (row)
          && suivi_sort_row_get_position (SUIVI_SORT_ROW (row)) == position
          && gtk_widget_compute_bounds (row, list, &bounds))
        return bounds.origin.y >= 0
               && bounds.origin.y + bounds.size.height <= (float) gtk_widget_get_height (list);
    }

  return FALSE;
}

static gboolean
is_last_seen (gpointer dialog)
{
  return is_row_seen (dialog, 299);
}

/* Also far below what is seen. */
static void
test_redo_far (void)
{
  ReviewFixture *fixture = create_fixture (300);
  GtkWidget *dialog = open_dialog (fixture);

  select_row (dialog, 299, TRUE);
  g_assert_true (app_press_key (dialog, GDK_KEY_1, 0));
  settle_all (fixture);
  gtk_widget_activate_action (GTK_WIDGET (get_list (dialog)), "list.scroll-to-item", "u", 0);
  gtk_test_widget_wait_for_draw (dialog);
  g_assert_true (is_row_seen (dialog, 0));
  g_assert_cmpuint (count_rows (dialog), ==, 299);
  g_assert_true (app_press_key (dialog, GDK_KEY_z, GDK_CONTROL_MASK));
  settle_all (fixture);
  g_assert_cmpuint (count_rows (dialog), ==, 300);
  assert_selected (dialog, "300");
  app_wait_until (is_last_seen, dialog);

  close_dialogs (fixture);
}

/* Only what was done here is undone here, whoever did something in between. */
static void
test_foreign_step (void)
{
  ReviewFixture *fixture = create_fixture (6);
  GtkWidget *dialog = open_dialog (fixture);

  select_row (dialog, 0, TRUE);
  g_assert_true (app_press_key (dialog, GDK_KEY_1, 0));
  review_fixture_settle (fixture);
  make_foreign_step (fixture, "Third");
  gtk_widget_activate_action (dialog, "sort.undo", NULL);
  review_fixture_settle (fixture);
  assert_undo (fixture, "Somebody else's step");
  g_assert_true (is_failure_shown (dialog));

  /* What was done here after it is undone, and no more. */
  select_row (dialog, 0, TRUE);
  g_assert_true (app_press_key (dialog, GDK_KEY_1, 0));
  review_fixture_settle (fixture);
  g_assert_false (is_failure_shown (dialog));
  assert_undo (fixture, "Put 140.2 into a cluster");
  gtk_widget_activate_action (dialog, "sort.undo", NULL);
  gtk_widget_activate_action (dialog, "sort.undo", NULL);
  settle_all (fixture);
  assert_undo (fixture, "Somebody else's step");
  g_assert_false (is_failure_shown (dialog));

  close_dialogs (fixture);
}

/* The first one is in Law since somebody else put it there. */
static gpointer
put_first (SuiviStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  const char *const ids[] = { data, NULL };
  g_autoptr (GPtrArray) clusters = suivi_store_list_clusters (store, error);
  g_autoptr (SuiviTransaction) transaction = suivi_store_begin (store, "Somebody else's step", error);

  g_assert_true (suivi_transaction_assign_cluster (transaction,
                                                   ((SuiviCluster *) g_ptr_array_index (clusters, 0))->id,
                                                   ids, error));
  g_assert_true (suivi_transaction_commit (transaction, error));

  return NULL;
}

/* What was there already before the dialog knew is no step of its own. */
static void
test_empty_step (void)
{
  ReviewFixture *fixture = create_fixture (3);
  g_autoptr (SuiviRecommendation) first = review_fixture_wait_row (fixture, 0);
  GtkWidget *dialog = open_dialog (fixture);

  select_row (dialog, 0, TRUE);
  suivi_workspace_run_async (fixture->workspace, put_first, first->id, NULL, NULL, NULL, NULL, NULL);
  g_assert_true (app_press_key (dialog, GDK_KEY_1, 0));
  review_fixture_settle (fixture);
  assert_targets (dialog, "Law 1, Health & <care> 0, No cluster 2");
  g_assert_null (review_find_label (dialog, "1 recommendation put into “Law”"));
  gtk_widget_activate_action (dialog, "sort.undo", NULL);
  review_fixture_settle (fixture);
  assert_undo (fixture, "Somebody else's step");
  assert_targets (dialog, "Law 1, Health & <care> 0, No cluster 2");

  close_dialogs (fixture);
}

/* The box of a row selects it, too, and what else is selected stays. */
static void
test_boxes (void)
{
  ReviewFixture *fixture = create_fixture (4);
  GtkWidget *dialog = open_dialog (fixture);
  GtkWidget *first = app_find_type (find_row (dialog, 0), GTK_TYPE_CHECK_BUTTON);
  GtkWidget *third = app_find_type (find_row (dialog, 2), GTK_TYPE_CHECK_BUTTON);

  assert_label (third, "Select 140.3");
  select_row (dialog, 0, TRUE);
  g_assert_true (gtk_check_button_get_active (GTK_CHECK_BUTTON (first)));
  gtk_check_button_set_active (GTK_CHECK_BUTTON (third), TRUE);
  g_assert_true (gtk_selection_model_is_selected (get_selection (dialog), 0));
  g_assert_true (gtk_selection_model_is_selected (get_selection (dialog), 2));
  gtk_check_button_set_active (GTK_CHECK_BUTTON (first), FALSE);
  g_assert_false (gtk_selection_model_is_selected (get_selection (dialog), 0));
  g_assert_true (gtk_selection_model_is_selected (get_selection (dialog), 2));

  close_dialogs (fixture);
}

static gboolean
is_mapped_text (gpointer data)
{
  return review_find_label (GTK_WIDGET (app_find_window (SUIVI_TYPE_SORT_DIALOG)), data) != NULL;
}

static void
test_empty (void)
{
  ReviewFixture *fixture = create_fixture (3);
  GtkWidget *dialog = open_dialog (fixture);
  GtkWidget *search = app_find_type (dialog, GTK_TYPE_SEARCH_ENTRY);

  gtk_editable_set_text (GTK_EDITABLE (search), "unheard");
  app_wait_until (is_mapped_text, (gpointer) "Nothing matches what you search for and chose.");
  gtk_editable_set_text (GTK_EDITABLE (search), "plan 2");
  g_signal_emit_by_name (search, "search-changed");
  assert_rows (fixture, dialog, "2");
  gtk_editable_set_text (GTK_EDITABLE (search), "");
  g_signal_emit_by_name (search, "search-changed");
  assert_rows (fixture, dialog, "1 2 3");

  show (fixture, dialog, 3);
  g_assert_nonnull (review_find_label (dialog, "No recommendation is in this cluster yet."));
  show (fixture, dialog, 0);
  gtk_selection_model_select_all (get_selection (dialog));
  drag (fixture, dialog, 0, 1);
  assert_targets (dialog, "Law 0, Health & <care> 3, No cluster 0");
  g_assert_nonnull (review_find_label (dialog, "Every recommendation is in a cluster."));
  app_save_screenshot (dialog, "sort-nothing-left");
  g_signal_emit_by_name (gtk_widget_get_ancestor (app_find_text (dialog, "Show all recommendations"),
                                                  GTK_TYPE_BUTTON),
                         "clicked");
  review_fixture_settle (fixture);
  assert_rows (fixture, dialog, "1 2 3");

  close_dialogs (fixture);

  /* Without clusters, there is nothing to sort into. */
  fixture = review_fixture_new (3);
  gtk_widget_activate_action (GTK_WIDGET (fixture->page), "recommendations.clusters", NULL);
  review_fixture_settle (fixture);
  dialog = GTK_WIDGET (app_find_window (SUIVI_TYPE_CLUSTERS_DIALOG));
  g_assert_false (gtk_widget_get_mapped (app_find_action (dialog, "clusters.sort")));
  gtk_window_close (GTK_WINDOW (dialog));
  app_settle ();
  review_fixture_free (fixture);
}

static void
opened_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;

  *(SuiviWorkspace **) user_data = suivi_workspace_open_finish (result, &error);
  g_assert_no_error (error);
}

static gboolean
is_open (gpointer data)
{
  return *(SuiviWorkspace **) data != NULL;
}

/* A copy of the workspace, as a newer program would have made it. */
static SuiviWorkspace *
open_newer_copy (ReviewFixture *fixture)
{
  g_autofree char *path = g_build_filename (fixture->folder, "newer.suivi", NULL);
  g_autofree char *sql = g_strdup_printf ("VACUUM INTO '%s'", path);
  SuiviWorkspace *workspace = NULL;
  sqlite3 *db = NULL;

  g_assert_cmpint (sqlite3_open (fixture->path, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, sql, NULL, NULL, NULL), ==, SQLITE_OK);
  sqlite3_close (db);
  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, "PRAGMA user_version = 999", NULL, NULL, NULL), ==, SQLITE_OK);
  sqlite3_close (db);

  suivi_workspace_open_async (path, FALSE, "Ann Alvera", "", NULL, opened_cb, &workspace);
  app_wait_until (is_open, &workspace);
  g_assert_cmpint (suivi_workspace_get_read_only (workspace), ==, SUIVI_READ_ONLY_NEWER);

  return workspace;
}

/* Nothing can be dragged or put, and what comes from another workspace means nothing here. */
static void
test_read_only (void)
{
  ReviewFixture *fixture = create_fixture (3);
  SuiviWorkspace *newer = open_newer_copy (fixture);
  GtkWidget *clusters = suivi_clusters_dialog_new (fixture->window, newer, NULL);
  GtkWidget *dialog = suivi_sort_dialog_new (fixture->window, newer, NULL);
  g_autoptr (GArray) keys = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (SuiviDraggedRows) foreign = NULL;
  g_auto (GValue) value = G_VALUE_INIT;
  const gint64 key = 1;

  gtk_window_present (GTK_WINDOW (clusters));
  app_settle_workspace (newer);
  g_assert_false (gtk_widget_is_sensitive (app_find_action (clusters, "clusters.sort")));
  gtk_window_destroy (GTK_WINDOW (clusters));

  gtk_window_present (GTK_WINDOW (dialog));
  app_settle_workspace (newer);
  gtk_test_widget_wait_for_draw (dialog);
  assert_targets (dialog, "Law 0, Health & <care> 0, No cluster 3");
  select_row (dialog, 0, TRUE);
  g_assert_null (prepare_drag (dialog, 0));
  g_assert_false (gtk_widget_get_mapped (get_put_button (dialog, 0)));
  app_press_key (dialog, GDK_KEY_1, 0);
  app_settle_workspace (newer);
  assert_targets (dialog, "Law 0, Health & <care> 0, No cluster 3");
  gtk_window_destroy (GTK_WINDOW (dialog));

  dialog = open_dialog (fixture);
  g_array_append_val (keys, key);
  foreign = suivi_dragged_rows_new (newer, keys);
  g_value_init (&value, SUIVI_TYPE_DRAGGED_ROWS);
  g_value_set_object (&value, foreign);
  g_assert_false (drop_value (dialog, 0, &value));
  review_fixture_settle (fixture);
  assert_targets (dialog, "Law 0, Health & <care> 0, No cluster 3");
  g_value_unset (&value);
  g_clear_object (&foreign);

  suivi_workspace_close (newer);
  app_settle ();
  g_assert_finalize_object (newer);
  close_dialogs (fixture);
}

/* Somebody else adds a cluster and renames one: the targets and the choices follow. */
static gpointer
change_clusters (SuiviStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  g_autoptr (SuiviTransaction) transaction = suivi_store_begin (store, "Change clusters", error);
  g_autoptr (GPtrArray) clusters = suivi_store_list_clusters (store, error);
  g_autoptr (SuiviCluster) other = suivi_cluster_new ("Other", 0);
  SuiviCluster *health = g_ptr_array_index (clusters, 1);

  g_free (health->title);
  health->title = g_strdup ("Care");
  g_assert_true (suivi_transaction_put_cluster (transaction, other, error));
  g_assert_true (suivi_transaction_put_cluster (transaction, health, error));
  g_assert_true (suivi_transaction_delete_cluster (transaction,
                                                   ((SuiviCluster *) g_ptr_array_index (clusters, 0))->id,
                                                   error));
  g_assert_true (suivi_transaction_commit (transaction, error));

  return NULL;
}

static void
test_follow (void)
{
  ReviewFixture *fixture = create_fixture (4);
  GtkWidget *dialog = open_dialog (fixture);
  GtkDropDown *shown = GTK_DROP_DOWN (app_find_type (dialog, GTK_TYPE_DROP_DOWN));

  gtk_selection_model_select_range (get_selection (dialog), 1, 2, TRUE);
  drag (fixture, dialog, 1, 1);
  show (fixture, dialog, 3);
  assert_rows (fixture, dialog, "2 3");

  app_run (fixture->workspace, change_clusters, NULL);
  review_fixture_settle (fixture);
  assert_targets (dialog, "Other 0, Care 2, No cluster 2");
  assert_rows (fixture, dialog, "2 3");
  g_assert_cmpuint (g_list_model_get_n_items (gtk_drop_down_get_model (shown)), ==, 4);
  g_assert_cmpuint (gtk_drop_down_get_selected (shown), ==, 3);

  close_dialogs (fixture);
}

static gboolean
is_sorted (gpointer dialog)
{
  return count_rows (dialog) == 0;
}

/* All of 5,000 at once: one step, and the window is never busy for long. */
static void
test_many (void)
{
  ReviewFixture *fixture = create_fixture (5000);
  GtkWidget *dialog = open_dialog (fixture);
  g_autoptr (GdkContentProvider) content = NULL;
  g_auto (GValue) value = G_VALUE_INIT;
  gint64 start = 0;

  g_assert_cmpuint (count_rows (dialog), ==, 5000);
  start = g_get_monotonic_time ();
  gtk_selection_model_select_all (get_selection (dialog));
  content = prepare_drag (dialog, 0);
  g_value_init (&value, SUIVI_TYPE_DRAGGED_ROWS);
  g_assert_true (gdk_content_provider_get_value (content, &value, NULL));
  g_assert_true (drop_value (dialog, 1, &value));
  g_test_message ("selected and dropped in %.1f ms", (double) (g_get_monotonic_time () - start) / 1000);
  app_wait_until (is_sorted, dialog);
  g_test_message ("shown in %.1f ms", (double) (g_get_monotonic_time () - start) / 1000);
  review_fixture_settle (fixture);
  assert_targets (dialog, "Law 0, Health & <care> 5000, No cluster 0");
  assert_undo (fixture, "Put 5000 recommendations into a cluster");

  g_value_unset (&value);
  g_clear_object (&content);
  close_dialogs (fixture);
}

static GtkWidget *
get_side (GtkWidget *dialog, gboolean targets)
{
  GtkWidget *list = app_find_type (dialog, SUIVI_TYPE_SORT_LIST);

  return targets ? gtk_widget_get_next_sibling (list) : list;
}

static void
get_place (GtkWidget *dialog, GtkWidget *side, graphene_rect_t *bounds)
{
  g_assert_true (gtk_widget_compute_bounds (side, dialog, bounds));
}

/* Side by side, or one above the other: both are seen, from the left to the right or the other way round. */
static void
test_narrow (void)
{
  ReviewFixture *fixture = create_fixture (12);
  GtkWidget *dialog = open_dialog (fixture);
  graphene_rect_t list;
  graphene_rect_t targets;
  int minimum = 0;

  get_place (dialog, get_side (dialog, FALSE), &list);
  get_place (dialog, get_side (dialog, TRUE), &targets);
  g_assert_cmpfloat (targets.origin.x, >=, list.origin.x + list.size.width);
  g_assert_cmpfloat (list.size.width, >=, 1.4f * targets.size.width);

  gtk_widget_measure (dialog, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  g_assert_cmpint (minimum, <=, 360);
  gtk_window_set_default_size (GTK_WINDOW (dialog), 360, 640);
  gtk_test_widget_wait_for_draw (dialog);
  app_settle ();
  g_assert_cmpint (gtk_widget_get_width (dialog), <=, 360);
  get_place (dialog, get_side (dialog, FALSE), &list);
  get_place (dialog, get_side (dialog, TRUE), &targets);
  g_assert_cmpfloat (targets.origin.y, >=, list.origin.y + list.size.height);
  g_assert_cmpfloat (list.size.height, >=, 200);
  g_assert_cmpfloat (targets.size.height, >=, 120);
  app_save_screenshot (dialog, "sort-narrow");

  close_dialogs (fixture);
}

static void
test_right_to_left (void)
{
  ReviewFixture *fixture = NULL;
  GtkWidget *dialog = NULL;
  graphene_rect_t list;
  graphene_rect_t targets;

  gtk_widget_set_default_direction (GTK_TEXT_DIR_RTL);
  adw_style_manager_set_color_scheme (adw_style_manager_get_default (), ADW_COLOR_SCHEME_FORCE_DARK);
  fixture = create_fixture (12);
  dialog = open_dialog (fixture);
  select_row (dialog, 1, TRUE);
  get_place (dialog, get_side (dialog, FALSE), &list);
  get_place (dialog, get_side (dialog, TRUE), &targets);
  g_assert_cmpfloat (list.origin.x, >=, targets.origin.x + targets.size.width);
  app_save_screenshot (dialog, "sort-rtl-dark");

  close_dialogs (fixture);
  gtk_widget_set_default_direction (GTK_TEXT_DIR_LTR);
  adw_style_manager_set_color_scheme (adw_style_manager_get_default (), ADW_COLOR_SCHEME_DEFAULT);
}

int
main (int argc, char **argv)
{
  app_test_init (&argc, &argv);

  g_test_add_func ("/app/sort-clusters/drop", test_drop);
  g_test_add_func ("/app/sort-clusters/move", test_move);
  g_test_add_func ("/app/sort-clusters/keys", test_keys);
  g_test_add_func ("/app/sort-clusters/fast-keys", test_fast_keys);
  g_test_add_func ("/app/sort-clusters/redo", test_redo);
  g_test_add_func ("/app/sort-clusters/redo-far", test_redo_far);
  g_test_add_func ("/app/sort-clusters/foreign-step", test_foreign_step);
  g_test_add_func ("/app/sort-clusters/empty-step", test_empty_step);
  g_test_add_func ("/app/sort-clusters/boxes", test_boxes);
  g_test_add_func ("/app/sort-clusters/empty", test_empty);
  g_test_add_func ("/app/sort-clusters/read-only", test_read_only);
  g_test_add_func ("/app/sort-clusters/follow", test_follow);
  g_test_add_func ("/app/sort-clusters/many", test_many);
  g_test_add_func ("/app/sort-clusters/narrow", test_narrow);
  g_test_add_func ("/app/sort-clusters/right-to-left", test_right_to_left);

  return g_test_run ();
}
