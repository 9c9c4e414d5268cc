/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/review/facet-chip.h"
#include "app/review/facet-values.h"
#include "app/review/grade-dialog.h"
#include "app/review/level-row.h"
#include "review-fixture.h"

/* 90 recommendations: noted are 9, 18, … 90 (10), child-focused are 4, 8, … 88 (22), equality are 10, 20, …
 * (9). */
#define N 90

static SuiviFacetChip *
find_chip (ReviewFixture *fixture, SuiviFacet facet)
{
  for (guint i = 0;; i++)
    {
      GtkWidget *chip = app_find_widget (GTK_WIDGET (fixture->page), SUIVI_TYPE_FACET_CHIP, i);

      g_assert_nonnull (chip);
      if (suivi_facet_chip_get_facet (SUIVI_FACET_CHIP (chip)) == facet)
        return SUIVI_FACET_CHIP (chip);
    }
}

static void
open_chip (ReviewFixture *fixture, SuiviFacetChip *chip)
{
  suivi_facet_chip_open (chip);
  review_fixture_settle (fixture);
  g_assert_true (suivi_facet_chip_is_open (chip));
}

static void
close_chip (ReviewFixture *fixture, SuiviFacetChip *chip)
{
  gtk_popover_popdown (GTK_POPOVER (app_find_widget (GTK_WIDGET (chip), GTK_TYPE_POPOVER, 0)));
  review_fixture_settle (fixture);
}

/* Ticks each value alone and holds the number beside it against the rows. Returns the sum of all numbers. */
static guint
check_facet (ReviewFixture *fixture, SuiviFacet facet, guint expected_values)
{
  SuiviFacetChip *chip = find_chip (fixture, facet);
  guint sum = 0;

  open_chip (fixture, chip);
  g_assert_cmpuint (suivi_facet_chip_get_values (chip)->len, ==, expected_values);
  for (guint i = 0; i < expected_values; i++)
    {
      GtkWidget *check = app_find_widget (GTK_WIDGET (chip), GTK_TYPE_CHECK_BUTTON, i);
      SuiviFacetValue *value = g_ptr_array_index (suivi_facet_chip_get_values (chip), i);
      guint promised = value->count;

      g_assert_false (gtk_check_button_get_active (GTK_CHECK_BUTTON (check)));
      gtk_check_button_set_active (GTK_CHECK_BUTTON (check), TRUE);
      review_fixture_settle (fixture);
      g_assert_cmpuint (review_fixture_count_rows (fixture), ==, promised);
      g_assert_cmpuint (promised, >, 0);
      sum += promised;

      /* Own facet excluded: the numbers do not move while one ticks. */
      value = g_ptr_array_index (suivi_facet_chip_get_values (chip), i);
      g_assert_cmpuint (value->count, ==, promised);
      gtk_check_button_set_active (GTK_CHECK_BUTTON (check), FALSE);
      review_fixture_settle (fixture);
    }
  close_chip (fixture, chip);

  return sum;
}

static void
test_counts_equal_rows (void)
{
  ReviewFixture *fixture = review_fixture_new (N);

  g_assert_cmpuint (review_fixture_count_rows (fixture), ==, N);
  g_assert_nonnull (review_find_label (GTK_WIDGET (fixture->page), "90 recommendations"));

  g_assert_cmpuint (check_facet (fixture, SUIVI_FACET_POSITION, 2), ==, N);
  g_assert_cmpuint (check_facet (fixture, SUIVI_FACET_THEME, 3), ==, N);
  g_assert_cmpuint (check_facet (fixture, SUIVI_FACET_GROUP, 1), ==, 22);
  /* Every second recommendation has two States. */
  g_assert_cmpuint (check_facet (fixture, SUIVI_FACET_STATE, 5), ==, N + N / 2);
  g_assert_cmpuint (check_facet (fixture, SUIVI_FACET_LIGHT, 1), ==, N);

  review_fixture_free (fixture);
}

static void
test_counts_with_other_facets (void)
{
  ReviewFixture *fixture = review_fixture_new (N);
  g_autoptr (SuiviFilter) filter = suivi_filter_new ();

  suivi_filter_add (filter, SUIVI_FACET_STATE, "FRA");
  suivi_filter_add (filter, SUIVI_FACET_STATE, "TGO");
  suivi_recommendations_page_set_filter (fixture->page, filter);
  review_fixture_search (fixture, "schools");
  /* France or Togo: rest 0 or 1 by five (36), and rest 4 if even (9); less those of ten (9): 36. */
  g_assert_cmpuint (review_fixture_count_rows (fixture), ==, 36);
  g_assert_nonnull (review_find_label (GTK_WIDGET (fixture->page), "36 of 90"));
  g_assert_nonnull (review_find_label (GTK_WIDGET (fixture->page), "France +1"));

  g_assert_cmpuint (check_facet (fixture, SUIVI_FACET_POSITION, 2), ==, 36);
  g_assert_cmpuint (check_facet (fixture, SUIVI_FACET_THEME, 3), ==, 36);

  gtk_widget_activate_action (GTK_WIDGET (fixture->page), "recommendations.clear-filters", NULL);
  review_fixture_settle (fixture);
  g_assert_cmpuint (review_fixture_count_rows (fixture), ==, N);

  review_fixture_free (fixture);
}

static void
test_child_focused_chip (void)
{
  ReviewFixture *fixture = review_fixture_new (N);
  GtkWidget *chip = NULL;
  guint i = 0;

  do
    chip = app_find_widget (GTK_WIDGET (fixture->page), GTK_TYPE_TOGGLE_BUTTON, i++);
  while (chip != NULL && review_find_label (chip, "Child-focused") == NULL);
  g_assert_nonnull (chip);
  g_assert_nonnull (review_find_label (chip, "22"));

  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (chip), TRUE);
  review_fixture_settle (fixture);
  g_assert_cmpuint (review_fixture_count_rows (fixture), ==, 22);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (chip), FALSE);
  review_fixture_settle (fixture);
  g_assert_cmpuint (review_fixture_count_rows (fixture), ==, N);

  review_fixture_free (fixture);
}

static void
test_search (void)
{
  ReviewFixture *fixture = review_fixture_new (N);
  g_autofree char *long_text = g_strnfill (10000, 'x');
  const struct
  {
    const char *text;
    int expected; /* -1: only that it survives */
  } searches[] = {
    { "140.12", 1 },     { "egal", 9 },
    { "ÉGALITÉ", 9 },    { "plan sch", 81 },
    { "*", 0 },          { "AND", 0 },
    { "\"", 0 },         { "a-b", 0 },
    { "😀", 0 },          { "(", 0 },
    { "NEAR", 0 },       { long_text, 0 },
    { "of AND all", 0 }, { "x OR 1=1; --", -1 },
    { "plan\"", 90 },    { "  schools  ", 81 },
    { "", 90 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (searches); i++)
    {
      g_test_message ("search %.40s", searches[i].text);
      review_fixture_search (fixture, searches[i].text);
      if (searches[i].expected >= 0)
        g_assert_cmpuint (review_fixture_count_rows (fixture), ==, searches[i].expected);
    }

  review_fixture_free (fixture);
}

static void
test_empty_states (void)
{
  ReviewFixture *fixture = review_fixture_new (0);

  g_assert_nonnull (review_find_label (GTK_WIDGET (fixture->page), "No recommendations yet"));
  review_fixture_free (fixture);

  fixture = review_fixture_new (N);
  review_fixture_search (fixture, "nowhere");
  g_assert_nonnull (review_find_label (GTK_WIDGET (fixture->page), "Nothing found"));
  g_assert_nonnull (review_find_label (GTK_WIDGET (fixture->page), "0 of 90"));
  gtk_widget_activate_action (GTK_WIDGET (fixture->page), "recommendations.clear-filters", NULL);
  review_fixture_settle (fixture);
  g_assert_null (review_find_label (GTK_WIDGET (fixture->page), "Nothing found"));
  g_assert_cmpuint (review_fixture_count_rows (fixture), ==, N);
  review_fixture_free (fixture);
}

static void
test_order (void)
{
  ReviewFixture *fixture = review_fixture_new (N);
  g_autoptr (SuiviRecommendation) first = NULL;
  g_autoptr (SuiviRecommendation) noted = NULL;

  g_object_set (fixture->page, "descending", TRUE, NULL);
  review_fixture_settle (fixture);
  first = review_fixture_wait_row (fixture, 0);
  g_assert_cmpstr (first->number, ==, "140.90");

  gtk_widget_activate_action (GTK_WIDGET (fixture->page), "recommendations.sort", "s", "position");
  gtk_widget_activate_action (GTK_WIDGET (fixture->page), "recommendations.descending", NULL);
  review_fixture_settle (fixture);
  noted = review_fixture_wait_row (fixture, N - 10);
  g_assert_cmpstr (noted->number, ==, "140.9");
  g_assert_cmpint (noted->position, ==, SUIVI_POSITION_NOTED);

  review_fixture_free (fixture);
}

/* Grading */

static gboolean
dialog_is_open (gpointer data)
{
  GListModel *windows = gtk_window_get_toplevels ();
  GtkWindow **dialog = data;

  *dialog = NULL;
  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);

      if (SUIVI_IS_GRADE_DIALOG (window) && gtk_widget_get_visible (GTK_WIDGET (window)))
        *dialog = window;
    }

  return *dialog != NULL;
}

static gboolean
dialog_is_closed (gpointer data)
{
  return !dialog_is_open (data);
}

static void
grade_selection (ReviewFixture *fixture, SuiviLevel level)
{
  GtkWindow *dialog = NULL;
  GtkWidget *reason = NULL;

  gtk_widget_activate_action (GTK_WIDGET (fixture->page), "recommendations.grade", NULL);
  app_wait_until (dialog_is_open, &dialog);
  for (guint i = 0; i < 3; i++)
    suivi_level_row_set_level (SUIVI_LEVEL_ROW (
                                 app_find_widget (GTK_WIDGET (dialog), SUIVI_TYPE_LEVEL_ROW, i)),
                               level);
  reason = app_find_widget (GTK_WIDGET (dialog), GTK_TYPE_TEXT_VIEW, 0);
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (reason)), "The Act is in force.", -1);
  gtk_editable_set_text (GTK_EDITABLE (app_find_widget (GTK_WIDGET (dialog), ADW_TYPE_ENTRY_ROW, 0)),
                         "Gazette 1/2026");
  gtk_editable_set_text (GTK_EDITABLE (app_find_widget (GTK_WIDGET (dialog), ADW_TYPE_ENTRY_ROW, 2)),
                         "Ann Alvera");
  gtk_editable_set_text (GTK_EDITABLE (app_find_widget (GTK_WIDGET (dialog), ADW_TYPE_ENTRY_ROW, 3)),
                         "School Watch");
  gtk_widget_activate_action (GTK_WIDGET (dialog), "grade.save", NULL);
  app_wait_until (dialog_is_closed, &dialog);
  review_fixture_settle (fixture);
}

static void
test_grade_one (void)
{
  ReviewFixture *fixture = review_fixture_new (N);
  g_autoptr (SuiviRecommendation) graded = NULL;
  g_autoptr (SuiviRecommendation) undone = NULL;

  gtk_selection_model_select_item (suivi_recommendations_page_get_selection (fixture->page), 11, TRUE);
  review_fixture_settle (fixture);
  g_assert_nonnull (review_find_label (GTK_WIDGET (fixture->page), "Not assessed yet"));

  grade_selection (fixture, SUIVI_LEVEL_DONE);
  graded = review_fixture_wait_row (fixture, 11);
  g_assert_cmpstr (graded->number, ==, "140.12");
  g_assert_cmpint (graded->light, ==, SUIVI_LIGHT_GREEN);
  g_assert_cmpstr (suivi_workspace_get_undo_label (fixture->workspace), ==, "Grade 140.12");
  g_assert_nonnull (review_find_label (GTK_WIDGET (fixture->window), "140.12 graded"));
  g_assert_nonnull (review_find_label (GTK_WIDGET (fixture->page), "The Act is in force."));

  review_fixture_undo (fixture);
  undone = review_fixture_wait_row (fixture, 11);
  g_assert_cmpint (undone->light, ==, SUIVI_LIGHT_GREY);
  g_assert_nonnull (review_find_label (GTK_WIDGET (fixture->page), "Not assessed yet"));

  review_fixture_free (fixture);
}

static void
test_grade_several (void)
{
  ReviewFixture *fixture = review_fixture_new (N);
  GtkSelectionModel *selection = suivi_recommendations_page_get_selection (fixture->page);
  g_autoptr (GtkBitset) selected = NULL;

  gtk_selection_model_select_range (selection, 20, 12, TRUE);
  review_fixture_settle (fixture);
  g_assert_nonnull (review_find_label (GTK_WIDGET (fixture->page), "12 selected"));

  grade_selection (fixture, SUIVI_LEVEL_NOTHING);
  g_assert_cmpstr (suivi_workspace_get_undo_label (fixture->workspace), ==, "Grade 12 recommendations");
  for (guint i = 19; i < 33; i++)
    {
      g_autoptr (SuiviRecommendation) row = review_fixture_wait_row (fixture, i);

      g_assert_cmpint (row->light, ==, i >= 20 && i < 32 ? SUIVI_LIGHT_RED : SUIVI_LIGHT_GREY);
    }
  selected = gtk_selection_model_get_selection (selection);
  g_assert_cmpuint (gtk_bitset_get_size (selected), ==, 12);

  /* The chip knows it at once. */
  g_assert_cmpuint (check_facet (fixture, SUIVI_FACET_LIGHT, 2), ==, N);

  review_fixture_undo (fixture);
  g_assert_cmpuint (check_facet (fixture, SUIVI_FACET_LIGHT, 1), ==, N);

  review_fixture_free (fixture);
}

static void
test_child_switch (void)
{
  ReviewFixture *fixture = review_fixture_new (N);
  GtkWidget *toggle = app_find_widget (GTK_WIDGET (fixture->page), GTK_TYPE_SWITCH, 0);
  g_autoptr (SuiviRecommendation) row = NULL;

  gtk_selection_model_select_item (suivi_recommendations_page_get_selection (fixture->page), 0, TRUE);
  review_fixture_settle (fixture);
  g_assert_false (gtk_switch_get_active (GTK_SWITCH (toggle)));

  gtk_switch_set_active (GTK_SWITCH (toggle), TRUE);
  review_fixture_settle (fixture);
  g_assert_cmpstr (suivi_workspace_get_undo_label (fixture->workspace), ==, "Set child focus of 140.1");
  row = review_fixture_wait_row (fixture, 0);
  g_assert_true (row->child_focused);
  g_assert_true (row->child_focused_decided);
  g_assert_nonnull (review_find_label (GTK_WIDGET (fixture->page), "23"));

  review_fixture_undo (fixture);
  g_assert_false (gtk_switch_get_active (GTK_SWITCH (toggle)));
  g_assert_nonnull (review_find_label (GTK_WIDGET (fixture->page), "22"));

  review_fixture_free (fixture);
}

static void
test_selection_is_kept (void)
{
  ReviewFixture *fixture = review_fixture_new (N);
  GtkSelectionModel *selection = suivi_recommendations_page_get_selection (fixture->page);

  /* 140.40 is the 40th of all and the 4th with equality in its text. */
  gtk_selection_model_select_item (selection, 39, TRUE);
  review_fixture_search (fixture, "egal");
  g_assert_true (gtk_selection_model_is_selected (selection, 3));
  g_assert_false (gtk_selection_model_is_selected (selection, 0));
  review_fixture_search (fixture, "");
  g_assert_true (gtk_selection_model_is_selected (selection, 39));

  gtk_widget_activate_action (GTK_WIDGET (fixture->page), "recommendations.select-all", NULL);
  review_fixture_settle (fixture);
  g_assert_nonnull (review_find_label (GTK_WIDGET (fixture->page), "90 selected"));

  review_fixture_free (fixture);
}

static void
test_keyboard_and_names (void)
{
  ReviewFixture *fixture = review_fixture_new (N);
  GtkWidget *entry = app_find_widget (GTK_WIDGET (fixture->page), GTK_TYPE_SEARCH_ENTRY, 0);
  GtkWidget *list = app_find_widget (GTK_WIDGET (fixture->page), GTK_TYPE_LIST_VIEW, 0);
  GtkWindow *dialog = NULL;

  gtk_widget_grab_focus (list);
  g_assert_true (app_press_key (GTK_WIDGET (fixture->page), GDK_KEY_f, GDK_CONTROL_MASK));
  g_assert_true (gtk_widget_is_ancestor (gtk_window_get_focus (fixture->window), entry));

  g_assert_true (app_press_key (GTK_WIDGET (fixture->page), GDK_KEY_g, GDK_CONTROL_MASK));
  app_wait_until (dialog_is_open, &dialog);
  g_assert_true (app_press_key (GTK_WIDGET (dialog), GDK_KEY_Escape, 0));
  app_wait_until (dialog_is_closed, &dialog);

  g_assert_true (gtk_widget_activate_action (list, "list.activate-item", "u", 0));
  app_wait_until (dialog_is_open, &dialog);
  gtk_window_close (dialog);
  app_wait_until (dialog_is_closed, &dialog);

  gtk_test_accessible_assert_property (entry, GTK_ACCESSIBLE_PROPERTY_LABEL, "Search recommendations");
  gtk_test_accessible_assert_property (list, GTK_ACCESSIBLE_PROPERTY_LABEL, "Recommendations");
  gtk_test_accessible_assert_property (gtk_widget_get_first_child (list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "140.1, Supported, Not assessed. Adopt plan 1 for the schools of all "
                                       "Togo · Health");
  review_fixture_settle (fixture);
  review_fixture_free (fixture);
}

static GtkMenuButton *
find_menu_button (ReviewFixture *fixture)
{
  for (guint i = 0;; i++)
    {
      GtkWidget *button = app_find_widget (GTK_WIDGET (fixture->page), GTK_TYPE_MENU_BUTTON, i);

      g_assert_nonnull (button);
      if (gtk_menu_button_get_menu_model (GTK_MENU_BUTTON (button)) != NULL)
        return GTK_MENU_BUTTON (button);
    }
}

/* A menu is dear to build: it stays while only rows change. */
static void
test_menu_is_kept (void)
{
  ReviewFixture *fixture = review_fixture_new (N);
  GtkMenuButton *button = find_menu_button (fixture);
  GtkPopover *popover = g_object_ref (gtk_menu_button_get_popover (button));

  review_fixture_search (fixture, "egal");
  review_fixture_search (fixture, "");
  g_assert_true (gtk_menu_button_get_popover (button) == popover);

  /* Where there is no room for the button beside it, it is another menu. */
  g_object_set (fixture->page, "folded", TRUE, NULL);
  review_fixture_settle (fixture);
  g_assert_false (gtk_menu_button_get_popover (button) == popover);

  g_object_unref (popover);
  review_fixture_free (fixture);
}

/* What could not be read is said above the list, until something else is asked. */
static void
test_failure (void)
{
  ReviewFixture *fixture = review_fixture_new (N);
  GtkWidget *revealer = NULL;
  g_autoptr (GError) error = g_error_new_literal (G_IO_ERROR, G_IO_ERROR_FAILED, "The disk is gone.");

  g_signal_emit_by_name (suivi_recommendations_page_get_list (fixture->page), "failed", error);
  revealer = app_find_widget (GTK_WIDGET (fixture->page), GTK_TYPE_REVEALER, 0);
  g_assert_true (gtk_revealer_get_reveal_child (GTK_REVEALER (revealer)));
  g_assert_cmpstr (gtk_label_get_label (GTK_LABEL (app_find_widget (revealer, GTK_TYPE_LABEL, 0))), ==,
                   "The disk is gone.");
  g_assert_cmpuint (review_fixture_count_rows (fixture), ==, N);

  review_fixture_search (fixture, "egal");
  g_assert_false (gtk_revealer_get_reveal_child (GTK_REVEALER (revealer)));

  review_fixture_free (fixture);
}

static gboolean
is_folded (gpointer data)
{
  return adw_leaflet_get_folded (data);
}

static void
test_folded (void)
{
  ReviewFixture *fixture = review_fixture_new (N);
  GtkWidget *leaflet = app_find_widget (GTK_WIDGET (fixture->page), ADW_TYPE_LEAFLET, 0);
  gboolean folded = FALSE;
  int minimum = 0;

  g_object_set (fixture->page, "folded", TRUE, NULL);
  g_object_get (fixture->page, "folded", &folded, NULL);
  g_assert_true (folded);
  g_assert_false (adw_leaflet_get_folded (ADW_LEAFLET (leaflet)));

  /* The width of a phone must do, with three window buttons. */
  adw_leaflet_set_can_unfold (ADW_LEAFLET (leaflet), FALSE);
  gtk_window_set_default_size (fixture->window, 360, 600);
  app_wait_until (is_folded, leaflet);
  review_fixture_settle (fixture);
  gtk_widget_measure (GTK_WIDGET (fixture->page), GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  g_assert_cmpint (minimum, <=, 360);

  gtk_widget_activate_action (leaflet, "recommendations.show-detail", NULL);
  g_assert_cmpstr (adw_leaflet_get_visible_child_name (ADW_LEAFLET (leaflet)), ==, "detail");
  gtk_widget_activate_action (leaflet, "recommendations.back", NULL);
  g_assert_cmpstr (adw_leaflet_get_visible_child_name (ADW_LEAFLET (leaflet)), ==, "list");

  review_fixture_free (fixture);
}

int
main (int argc, char *argv[])
{
  app_test_init (&argc, &argv);

  g_test_add_func ("/app/recommendations-page/counts-equal-rows", test_counts_equal_rows);
  g_test_add_func ("/app/recommendations-page/counts-with-other-facets", test_counts_with_other_facets);
  g_test_add_func ("/app/recommendations-page/child-focused-chip", test_child_focused_chip);
  g_test_add_func ("/app/recommendations-page/search", test_search);
  g_test_add_func ("/app/recommendations-page/empty-states", test_empty_states);
  g_test_add_func ("/app/recommendations-page/order", test_order);
  g_test_add_func ("/app/recommendations-page/grade-one", test_grade_one);
  g_test_add_func ("/app/recommendations-page/grade-several", test_grade_several);
  g_test_add_func ("/app/recommendations-page/child-switch", test_child_switch);
  g_test_add_func ("/app/recommendations-page/selection-is-kept", test_selection_is_kept);
  g_test_add_func ("/app/recommendations-page/keyboard-and-names", test_keyboard_and_names);
  g_test_add_func ("/app/recommendations-page/menu-is-kept", test_menu_is_kept);
  g_test_add_func ("/app/recommendations-page/failure", test_failure);
  g_test_add_func ("/app/recommendations-page/folded", test_folded);

  return g_test_run ();
}
