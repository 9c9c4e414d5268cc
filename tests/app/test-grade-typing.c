/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The fast grading flow under the fingers of somebody who types fast: real keys, without a pause between them. */

#include "config.h"

#include "app/scorecard/grade-form.h"
#include "app/scorecard/grade-heading.h"
#include "app/scorecard/grade-list.h"
#include "grade-fixture.h"
#include "test-utils.h"
#include "typist.h"

/* A job that takes as long as somebody else wants. */
static gpointer
wait_for (SuiviStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  g_mutex_lock (data);
  g_mutex_unlock (data);

  return NULL;
}

static void
make_busy (GradeFixture *fixture, GMutex *busy)
{
  g_mutex_lock (busy);
  suivi_workspace_run_async (fixture->base->workspace, wait_for, busy, NULL, NULL, NULL, NULL, NULL);
}

typedef struct
{
  GradeFixture *fixture;
  const char *number;
} Arrival;

static gboolean
has_arrived (gpointer data)
{
  Arrival *self = data;

  return g_str_equal (grade_fixture_get_number (self->fixture), self->number);
}

/* Until a recommendation is shown and all keys came to it. */
static void
wait_for_number (GradeFixture *fixture, const char *number)
{
  Arrival arrival = { fixture, number };

  app_wait_until (has_arrived, &arrival);
  grade_fixture_settle (fixture);
}

static SuiviLevel
get_law (GradeFixture *fixture)
{
  return suivi_level_row_get_level (grade_fixture_get_level_row (fixture, 0));
}

static gboolean
has_grade (gpointer data)
{
  Arrival *self = data;
  g_autoptr (SuiviAssessment) grade = grade_fixture_look_up (self->fixture, self->number, NULL);

  return grade != NULL;
}

static void
wait_for_grade (GradeFixture *fixture, const char *number)
{
  Arrival arrival = { fixture, number };

  app_wait_until (has_grade, &arrival);
}

static void
assert_grade (GradeFixture *fixture, guint i)
{
  g_autofree char *number = g_strdup_printf ("140.%u", i);
  g_autofree char *reason = g_strdup_printf ("reason %u here", i);
  g_autofree char *source = g_strdup_printf ("source %u", i);
  g_autoptr (SuiviAssessment) grade = grade_fixture_look_up (fixture, number, NULL);

  g_assert_nonnull (grade);
  g_assert_cmpstr (grade->reason, ==, reason);
  g_assert_cmpstr (grade->source, ==, source);
  g_assert_cmpint (grade->law, ==, i % 2 == 0 ? SUIVI_LEVEL_DONE : SUIVI_LEVEL_SOME);
  g_assert_cmpint (grade->policy, ==, SUIVI_LEVEL_SOME);
  g_assert_cmpint (grade->practice, ==, SUIVI_LEVEL_NOTHING);
  g_assert_false (grade->light_overridden);
}

static void
type_grade (guint i)
{
  g_autofree char *keys = g_strdup_printf ("%u23reason %u here\tsource %u\n", i % 2 == 0 ? 1u : 2u, i, i);

  typist_type (keys);
}

/* All keys of twenty grades at once: none is lost, and each comes to the recommendation that it was meant for. */
static void
test_twenty_at_once (void)
{
  GradeFixture fixture;

  grade_fixture_set_up (&fixture, 21);
  if (typist_sit_down (fixture.window))
    {
      for (guint i = 1; i <= 20; i++)
        type_grade (i);
      wait_for_number (&fixture, "140.21");
      for (guint i = 1; i <= 20; i++)
        assert_grade (&fixture, i);
      g_assert_cmpuint (grade_fixture_count_drafts (&fixture), ==, 0);
      grade_fixture_assert_reason (&fixture, "");
      g_assert_nonnull (app_find_text (fixture.root, "20 of 21 graded"));
    }

  grade_fixture_tear_down (&fixture);
}

/* However long the next one takes. */
static void
test_slow_workspace (void)
{
  GradeFixture fixture;
  GMutex busy;

  g_mutex_init (&busy);
  grade_fixture_set_up (&fixture, 3);
  if (typist_sit_down (fixture.window))
    {
      typist_type ("223reason 1 here\tsource 1");
      app_settle ();
      make_busy (&fixture, &busy);
      typist_type ("\n123");
      app_settle ();
      /* What is not there is not graded, nor is what is still to be seen. */
      g_assert_cmpstr (grade_fixture_get_number (&fixture), ==, "140.1");
      g_assert_cmpstr (gtk_editable_get_text (fixture.source), ==, "source 1");
      typist_type ("reason 2");
      app_settle ();
      grade_fixture_assert_reason (&fixture, "reason 1 here");
      g_mutex_unlock (&busy);
      /* In the order in which they were pressed, before and after it came. */
      typist_type (" here\tsource 2\n");
      wait_for_number (&fixture, "140.3");
      assert_grade (&fixture, 1);
      assert_grade (&fixture, 2);
    }

  grade_fixture_tear_down (&fixture);
  g_mutex_clear (&busy);
}

/* Whoever went elsewhere meanwhile typed there. */
static void
test_gone_elsewhere (void)
{
  GradeFixture fixture;
  GtkWidget *search = NULL;
  GMutex busy;

  g_mutex_init (&busy);
  grade_fixture_set_up (&fixture, 3);
  search = app_find_type (fixture.root, GTK_TYPE_SEARCH_ENTRY);
  if (typist_sit_down (fixture.window))
    {
      typist_type ("223reason 1 here\tsource 1");
      app_settle ();
      make_busy (&fixture, &busy);
      typist_type ("\n12");
      app_settle ();
      gtk_widget_grab_focus (search);
      typist_type ("14");
      app_settle ();
      g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (search)), ==, "14");
      g_mutex_unlock (&busy);
      wait_for_number (&fixture, "140.2");
      g_assert_cmpint (suivi_level_row_get_level (grade_fixture_get_level_row (&fixture, 0)), ==,
                       SUIVI_LEVEL_UNASSESSED);
      g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (search)), ==, "14");
      assert_grade (&fixture, 1);
    }

  grade_fixture_tear_down (&fixture);
  g_mutex_clear (&busy);
}

/* What was typed for the second, while it was on its way; whoever then went to another one meant none of that for it. */
static void
turn (void (*go) (GradeFixture *fixture), const char *number)
{
  GradeFixture fixture;
  GMutex busy;

  g_mutex_init (&busy);
  grade_fixture_set_up (&fixture, 4);
  if (typist_sit_down (fixture.window))
    {
      g_autoptr (SuiviAssessment) second = NULL;

      typist_type ("223reason 1 here\tsource 1");
      app_settle ();
      make_busy (&fixture, &busy);
      typist_type ("\n13meant for 2");
      app_settle ();
      go (&fixture);
      app_settle ();
      g_mutex_unlock (&busy);
      wait_for_number (&fixture, number);
      wait_for_grade (&fixture, "140.1");
      /* Time for keys that should not come */
      for (guint i = 0; i < 10; i++)
        {
          g_usleep (50000);
          grade_fixture_settle (&fixture);
        }
      assert_grade (&fixture, 1);
      second = grade_fixture_look_up (&fixture, "140.2", NULL);
      g_assert_null (second);
      g_assert_cmpuint (grade_fixture_count_drafts (&fixture), ==, 0);
      if (g_str_equal (number, "140.1"))
        g_assert_cmpint (get_law (&fixture), ==, SUIVI_LEVEL_SOME);
      else
        {
          g_assert_cmpint (get_law (&fixture), ==, SUIVI_LEVEL_UNASSESSED);
          grade_fixture_assert_reason (&fixture, "");
          /* What is typed from now on is. */
          typist_type ("1");
          app_settle ();
          g_assert_cmpint (get_law (&fixture), ==, SUIVI_LEVEL_DONE);
        }
    }

  grade_fixture_tear_down (&fixture);
  g_mutex_clear (&busy);
}

static void
go_back (GradeFixture *fixture)
{
  g_assert_true (gtk_widget_activate_action (fixture->root, "grading.previous", NULL));
}

static void
go_on (GradeFixture *fixture)
{
  g_assert_true (gtk_widget_activate_action (fixture->root, "grading.next", NULL));
}

static void
choose_third (GradeFixture *fixture)
{
  GtkWidget *list = app_find_type (fixture->root, SUIVI_TYPE_GRADE_LIST);
  GtkWidget *rows = NULL;

  /* Drop-downs have lists, too. */
  for (guint i = 0; rows == NULL || !gtk_widget_has_css_class (rows, "recommendations"); i++)
    rows = app_find_widget (list, GTK_TYPE_LIST_VIEW, i);
  g_signal_emit_by_name (rows, "activate", 2);
}

static void
test_turn_back (void)
{
  turn (go_back, "140.1");
}

static void
test_turn_on (void)
{
  turn (go_on, "140.3");
}

static void
test_turn_to_row (void)
{
  turn (choose_third, "140.3");
}

/* On to the next but one, among keys that wait: what comes after is meant for that one. */
static void
test_turn_by_key (void)
{
  GradeFixture fixture;
  GMutex busy;

  g_mutex_init (&busy);
  grade_fixture_set_up (&fixture, 4);
  if (typist_sit_down (fixture.window))
    {
      typist_type ("223reason 1 here\tsource 1");
      app_settle ();
      make_busy (&fixture, &busy);
      typist_type ("\n1");
      typist_press (GDK_KEY_Down, GDK_ALT_MASK);
      typist_type ("223reason 3 here\tsource 3\n");
      app_settle ();
      g_mutex_unlock (&busy);
      wait_for_number (&fixture, "140.4");
      assert_grade (&fixture, 1);
      assert_grade (&fixture, 3);
      g_assert_cmpuint (grade_fixture_count_drafts (&fixture), ==, 1);
      /* What is graded is no longer in the list. */
      go_back (&fixture);
      wait_for_number (&fixture, "140.2");
      g_assert_cmpint (get_law (&fixture), ==, SUIVI_LEVEL_DONE);
      grade_fixture_assert_reason (&fixture, "");
    }

  grade_fixture_tear_down (&fixture);
  g_mutex_clear (&busy);
}

/* A grade for what is chosen in the list is not typed where one searches. */
static void
test_list_and_search (void)
{
  GradeFixture fixture;
  GtkWidget *search = NULL;
  GMutex busy;

  g_mutex_init (&busy);
  grade_fixture_set_up (&fixture, 4);
  search = app_find_type (fixture.root, GTK_TYPE_SEARCH_ENTRY);
  if (typist_sit_down (fixture.window))
    {
      typist_press (GDK_KEY_Escape, 0);
      app_settle ();
      make_busy (&fixture, &busy);
      typist_press (GDK_KEY_Down, 0);
      typist_type ("13");
      app_settle ();
      gtk_widget_grab_focus (search);
      app_settle ();
      g_mutex_unlock (&busy);
      wait_for_number (&fixture, "140.2");
      g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (search)), ==, "");
      g_assert_cmpint (get_law (&fixture), ==, SUIVI_LEVEL_UNASSESSED);
    }

  grade_fixture_tear_down (&fixture);
  g_mutex_clear (&busy);
}

/* In the list, a digit is a grade of what was chosen there, though it is still on its way. */
static void
test_list_and_digits (void)
{
  GradeFixture fixture;
  GMutex busy;

  g_mutex_init (&busy);
  grade_fixture_set_up (&fixture, 4);
  if (typist_sit_down (fixture.window))
    {
      typist_press (GDK_KEY_Escape, 0);
      app_settle ();
      make_busy (&fixture, &busy);
      typist_press (GDK_KEY_Down, 0);
      typist_press (GDK_KEY_Down, 0);
      typist_type ("123reason 3 here\tsource 3");
      app_settle ();
      g_assert_cmpstr (grade_fixture_get_number (&fixture), ==, "140.1");
      g_assert_cmpint (suivi_level_row_get_level (grade_fixture_get_level_row (&fixture, 0)), ==,
                       SUIVI_LEVEL_UNASSESSED);
      g_mutex_unlock (&busy);
      wait_for_number (&fixture, "140.3");
      g_assert_cmpint (suivi_level_row_get_level (grade_fixture_get_level_row (&fixture, 0)), ==,
                       SUIVI_LEVEL_DONE);
      grade_fixture_assert_reason (&fixture, "reason 3 here");
      g_assert_cmpstr (gtk_editable_get_text (fixture.source), ==, "source 3");
    }

  grade_fixture_tear_down (&fixture);
  g_mutex_clear (&busy);
}

/* After the last one there is nothing that a key could be meant for. */
static void
test_after_the_last (void)
{
  GradeFixture fixture;

  grade_fixture_set_up (&fixture, 1);
  if (typist_sit_down (fixture.window))
    {
      typist_type ("223reason 1 here\tsource 1\n123more");
      app_wait_for_text (fixture.root, "The one recommendation is graded");
      grade_fixture_settle (&fixture);
      assert_grade (&fixture, 1);
      g_assert_cmpuint (grade_fixture_count_drafts (&fixture), ==, 0);
    }

  grade_fixture_tear_down (&fixture);
}

static GtkWidget *
find_heading_label (GradeFixture *fixture, guint index)
{
  return app_find_widget (app_find_type (fixture->root, SUIVI_TYPE_GRADE_HEADING), GTK_TYPE_LABEL, index);
}

static gboolean
is_in_popover (gpointer window)
{
  GtkWidget *focus = gtk_window_get_focus (window);

  return focus != NULL && gtk_widget_get_ancestor (focus, GTK_TYPE_POPOVER) != NULL;
}

/* Whoever clicked into the text to read it, or to copy from it, goes on with the same keys. */
static void
test_digits_everywhere (void)
{
  GradeFixture fixture;
  GtkWidget *override = NULL;

  grade_fixture_set_up (&fixture, 2);
  override = app_find_type (fixture.root, ADW_TYPE_COMBO_ROW);
  if (typist_sit_down (fixture.window))
    {
      GtkWidget *text = find_heading_label (&fixture, 2);

      g_assert_true (gtk_label_get_selectable (GTK_LABEL (text)));
      gtk_widget_grab_focus (text);
      typist_type ("2");
      app_settle ();
      g_assert_cmpint (get_law (&fixture), ==, SUIVI_LEVEL_SOME);
      g_assert_true (grade_fixture_has_focus_in (&fixture, grade_fixture_get_level_row (&fixture, 1)));

      gtk_widget_grab_focus (find_heading_label (&fixture, 0));
      typist_type ("1");
      app_settle ();
      g_assert_cmpint (get_law (&fixture), ==, SUIVI_LEVEL_DONE);

      /* Where words are typed, it is one of them; in a list that came up, it is nothing. */
      gtk_widget_grab_focus (GTK_WIDGET (fixture.source));
      typist_type ("3");
      app_settle ();
      gtk_widget_grab_focus (override);
      typist_type ("\n");
      app_wait_until (is_in_popover, fixture.window);
      typist_type ("3");
      app_settle ();
      g_assert_cmpint (get_law (&fixture), ==, SUIVI_LEVEL_DONE);
      g_assert_cmpstr (gtk_editable_get_text (fixture.source), ==, "3");
      /* The list has the pointer, too. */
      typist_press (GDK_KEY_Escape, 0);
      app_settle ();
    }

  grade_fixture_tear_down (&fixture);
}

static GtkAdjustment *
get_page (GradeFixture *fixture)
{
  GtkWidget *scroller = gtk_widget_get_ancestor (app_find_type (fixture->root, SUIVI_TYPE_GRADE_FORM),
                                                 GTK_TYPE_SCROLLED_WINDOW);

  return gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroller));
}

static double
get_scroll (GradeFixture *fixture)
{
  return gtk_adjustment_get_value (get_page (fixture));
}

static gboolean
is_laid_out (gpointer fixture)
{
  return gtk_widget_get_height (((GradeFixture *) fixture)->root) < 800;
}

static gboolean
is_scrolled (gpointer fixture)
{
  return get_scroll (fixture) > 0;
}

static gboolean
is_inner_scrolled (gpointer adjustment)
{
  return gtk_adjustment_get_value (adjustment) > 0;
}

/* A reason that is not longer than its field does not keep the wheel; a longer one has its own. */
static void
test_wheel (void)
{
  GradeFixture fixture;
  GtkWidget *reason = NULL;
  GtkAdjustment *inner = NULL;
  g_autoptr (GString) text = g_string_new (NULL);
  double before = 0;

  grade_fixture_set_up (&fixture, 1);
  gtk_window_set_default_size (fixture.window, 1000, 760);
  app_wait_until (is_laid_out, &fixture);

  if (typist_sit_down (fixture.window))
    {
      gtk_test_widget_wait_for_draw (fixture.root);
      app_settle ();
      reason = app_find_widget (fixture.root, GTK_TYPE_TEXT_VIEW, 0);
      inner = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (reason));
      g_assert_cmpfloat (get_scroll (&fixture), ==, 0);
      typist_scroll (reason, 3);
      app_wait_until (is_scrolled, &fixture);

      for (guint i = 0; i < 40; i++)
        g_string_append (text, "One more line\n");
      gtk_text_buffer_set_text (fixture.reason, text->str, -1);
      gtk_test_widget_wait_for_draw (fixture.root);
      app_settle ();
      before = get_scroll (&fixture);
      g_assert_cmpfloat (gtk_adjustment_get_value (inner), ==, 0);
      typist_scroll (reason, 3);
      app_wait_until (is_inner_scrolled, inner);
      g_assert_cmpfloat (get_scroll (&fixture), ==, before);
    }

  grade_fixture_tear_down (&fixture);
}

/* On and back without saving, from wherever the keyboard is; what was typed is kept. */
static void
test_on_and_back (void)
{
  GradeFixture fixture;

  grade_fixture_set_up (&fixture, 3);
  if (typist_sit_down (fixture.window))
    {
      typist_type ("123half a reason");
      typist_press (GDK_KEY_Down, GDK_ALT_MASK);
      typist_type ("2");
      wait_for_number (&fixture, "140.2");
      g_assert_cmpint (get_law (&fixture), ==, SUIVI_LEVEL_SOME);
      grade_fixture_assert_reason (&fixture, "");
      g_assert_cmpuint (grade_fixture_count_drafts (&fixture), ==, 1);
      typist_press (GDK_KEY_Up, GDK_ALT_MASK);
      wait_for_number (&fixture, "140.1");
      grade_fixture_assert_reason (&fixture, "half a reason");
      g_assert_cmpint (get_law (&fixture), ==, SUIVI_LEVEL_DONE);
      g_assert_null (grade_fixture_look_up (&fixture, "140.1", NULL));

      /* Twice, faster than the first of them comes. */
      typist_press (GDK_KEY_Down, GDK_ALT_MASK);
      typist_press (GDK_KEY_Down, GDK_ALT_MASK);
      wait_for_number (&fixture, "140.3");
    }

  grade_fixture_tear_down (&fixture);
}

int
main (int argc, char *argv[])
{
  app_test_init (&argc, &argv);

  g_test_add_func ("/app/grade-typing/wheel", test_wheel);
  g_test_add_func ("/app/grade-typing/twenty-at-once", test_twenty_at_once);
  g_test_add_func ("/app/grade-typing/slow-workspace", test_slow_workspace);
  g_test_add_func ("/app/grade-typing/gone-elsewhere", test_gone_elsewhere);
  g_test_add_func ("/app/grade-typing/turn-back", test_turn_back);
  g_test_add_func ("/app/grade-typing/turn-on", test_turn_on);
  g_test_add_func ("/app/grade-typing/turn-to-row", test_turn_to_row);
  g_test_add_func ("/app/grade-typing/turn-by-key", test_turn_by_key);
  g_test_add_func ("/app/grade-typing/list-and-search", test_list_and_search);
  g_test_add_func ("/app/grade-typing/list-and-digits", test_list_and_digits);
  g_test_add_func ("/app/grade-typing/after-the-last", test_after_the_last);
  g_test_add_func ("/app/grade-typing/digits-everywhere", test_digits_everywhere);
  g_test_add_func ("/app/grade-typing/on-and-back", test_on_and_back);

  return g_test_run ();
}
