/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The users' own words for grades on the pages, and the dialog that takes them. */

#include "config.h"

#include <string.h>

#include "app/light-words.h"
#include "app/overview/overview-page.h"
#include "app/review/facet-chip.h"
#include "app/review/facet-values.h"
#include "app/review/light-label.h"
#include "app/review/recommendation-row.h"
#include "app/scorecard/grade-form.h"
#include "app/scorecard/scorecard-page.h"
#include "core/scorecard/scale.h"
#include "store/scorecard-store.h"
#include "test-utils.h"

/* As long as the words of the first users, and one word. */
#define LONG_WORD "Umsetzungsfortschritterkennbar"

typedef struct
{
  const char *grade;
  const char *language;
  const char *word;
} Wanted;

static gpointer
put_in_worker (SuiviStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  const Wanted *wanted = data;
  g_autoptr (SuiviGradeLabel) label = suivi_grade_label_new (wanted->grade, wanted->language, wanted->word);
  g_autoptr (SuiviTransaction) step = suivi_store_begin (store, "Choose a word for a grade", NULL);

  g_assert_true (suivi_transaction_put_grade_label (step, label, NULL));
  g_assert_true (suivi_transaction_commit (step, NULL));

  return NULL;
}

static void
rename_grade (AppFixture *fixture, const char *grade, const char *language, const char *word)
{
  SuiviWorkspace *workspace = suivi_window_get_workspace (fixture->window);
  Wanted wanted = { grade, language, word };

  app_run (workspace, put_in_worker, &wanted);
  app_settle_workspace (workspace);
}

static void
show_page (AppFixture *fixture, const char *name)
{
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.show-page", "s", name);
  app_settle_workspace (suivi_window_get_workspace (fixture->window));
}

/* A label that can be seen and begins with @text. */
static GtkWidget *
find_beginning (GtkWidget *root, const char *text)
{
  if (!gtk_widget_get_visible (root) || !gtk_widget_get_child_visible (root))
    return NULL;
  if (GTK_IS_LABEL (root) && g_str_has_prefix (gtk_label_get_text (GTK_LABEL (root)), text))
    return root;

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_beginning (child, text);

      if (found != NULL)
        return found;
    }

  return NULL;
}

/* The sign of the first green row of the list of recommendations; its name is the word. */
static GtkWidget *
find_green_sign (GtkWidget *root)
{
  for (guint i = 0;; i++)
    {
      GtkWidget *row = app_find_visible (root, SUIVI_TYPE_RECOMMENDATION_ROW, i);
      GtkWidget *sign = NULL;

      g_assert_nonnull (row);
      sign = app_find_text (row, "●");
      if (sign != NULL)
        return sign;
    }
}

static SuiviFacetChip *
find_chip (GtkWidget *root, SuiviFacet facet)
{
  for (guint i = 0;; i++)
    {
      GtkWidget *chip = app_find_widget (root, SUIVI_TYPE_FACET_CHIP, i);

      g_assert_nonnull (chip);
      if (suivi_facet_chip_get_facet (SUIVI_FACET_CHIP (chip)) == facet)
        return SUIVI_FACET_CHIP (chip);
    }
}

static void
assert_chip (AppFixture *fixture, const char *text)
{
  SuiviFacetChip *chip = find_chip (GTK_WIDGET (fixture->window), SUIVI_FACET_LIGHT);
  GPtrArray *values = NULL;
  gboolean found = FALSE;

  suivi_facet_chip_open (chip);
  app_settle_workspace (suivi_window_get_workspace (fixture->window));
  values = suivi_facet_chip_get_values (chip);
  for (guint i = 0; i < values->len; i++)
    found |= g_str_equal (((SuiviFacetValue *) g_ptr_array_index (values, i))->label, text);
  g_assert_true (found);
  g_assert_nonnull (app_find_text (GTK_WIDGET (chip), text));
  gtk_popover_popdown (GTK_POPOVER (app_find_type (GTK_WIDGET (chip), GTK_TYPE_POPOVER)));
  app_settle ();
}

static gboolean
has_string (GListModel *model, const char *text)
{
  for (guint i = 0; i < g_list_model_get_n_items (model); i++)
    {
      g_autoptr (GtkStringObject) object = g_list_model_get_item (model, i);

      if (GTK_IS_STRING_OBJECT (object) && g_str_equal (gtk_string_object_get_string (object), text))
        return TRUE;
    }

  return FALSE;
}

/* Where the page of the recommendations says the word. */
static void
assert_recommendations (AppFixture *fixture, const char *word)
{
  GtkWidget *root = GTK_WIDGET (fixture->window);
  g_autofree char *text = g_strconcat ("● ", word, NULL);

  show_page (fixture, "recommendations");
  gtk_test_accessible_assert_property (find_green_sign (root), GTK_ACCESSIBLE_PROPERTY_LABEL, word);
  assert_chip (fixture, text);
}

/* Where the page of the scorecard says it: the legend, and the choice of another light. */
static void
assert_scorecard (AppFixture *fixture, const char *word)
{
  GtkWidget *root = GTK_WIDGET (fixture->window);
  g_autofree char *text = g_strconcat ("● ", word, NULL);
  /* The sign does not part from its word at the end of a line. */
  g_autofree char *legend = g_strconcat ("●\342\201\240\302\240", word, ": ", NULL);
  GtkWidget *stack = NULL;
  GtkWidget *form = NULL;

  show_page (fixture, "scorecard");
  stack = app_find_type (app_find_type (root, SUIVI_TYPE_SCORECARD_PAGE), ADW_TYPE_VIEW_STACK);
  adw_view_stack_set_visible_child_name (ADW_VIEW_STACK (stack), "summary");
  app_settle_workspace (suivi_window_get_workspace (fixture->window));
  g_assert_nonnull (find_beginning (stack, legend));

  adw_view_stack_set_visible_child_name (ADW_VIEW_STACK (stack), "grade");
  app_settle_workspace (suivi_window_get_workspace (fixture->window));
  form = app_find_type (stack, SUIVI_TYPE_GRADE_FORM);
  g_assert_true (
    has_string (adw_combo_row_get_model (ADW_COMBO_ROW (app_find_widget (form, ADW_TYPE_COMBO_ROW, 0))),
                text));
}

static void
assert_everywhere (AppFixture *fixture, const char *word)
{
  show_page (fixture, "overview");
  g_assert_nonnull (
    app_find_text (app_find_type (GTK_WIDGET (fixture->window), SUIVI_TYPE_OVERVIEW_PAGE), word));
  assert_recommendations (fixture, word);
  assert_scorecard (fixture, word);
}

/* Every page calls the light as its users do, and again as before when they take that back. */
static void
test_pages (AppFixture *fixture, gconstpointer data)
{
  SuiviWorkspace *workspace = NULL;

  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 1200, 800);
  app_fixture_open_sample (fixture);
  workspace = suivi_window_get_workspace (fixture->window);
  app_settle_workspace (workspace);
  assert_everywhere (fixture, "Implemented");

  rename_grade (fixture, "green", "", "Done here");
  assert_everywhere (fixture, "Done here");
  /* The language of the program comes first, another one has no say. */
  rename_grade (fixture, "green", "fr", "Accompli");
  assert_recommendations (fixture, "Done here");
  rename_grade (fixture, "green", "en", "Achieved");
  assert_everywhere (fixture, "Achieved");

  app_undo (workspace);
  assert_everywhere (fixture, "Done here");
  app_undo (workspace);
  app_undo (workspace);
  assert_everywhere (fixture, "Implemented");
}

/* What is chosen in the form stays chosen when it gets another name. */
static void
test_choice_stays (AppFixture *fixture, gconstpointer data)
{
  GtkWidget *root = GTK_WIDGET (fixture->window);
  AdwComboRow *choice = NULL;
  GtkStringObject *object = NULL;

  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 1200, 800);
  app_fixture_open_sample (fixture);
  assert_scorecard (fixture, "Implemented");
  choice
    = ADW_COMBO_ROW (app_find_widget (app_find_type (root, SUIVI_TYPE_GRADE_FORM), ADW_TYPE_COMBO_ROW, 0));
  /* As the rule says, green, amber. */
  adw_combo_row_set_selected (choice, 2);
  app_settle_workspace (suivi_window_get_workspace (fixture->window));

  rename_grade (fixture, "amber", "", LONG_WORD);
  g_assert_cmpuint (adw_combo_row_get_selected (choice), ==, 2);
  object = GTK_STRING_OBJECT (adw_combo_row_get_selected_item (choice));
  g_assert_cmpstr (gtk_string_object_get_string (object), ==, "◐ " LONG_WORD);
}

/* The longest word, without a space, makes no page wider than the common words do. */
static void
test_long (AppFixture *fixture, gconstpointer data)
{
  static const char *const pages[] = { "overview", "recommendations", "scorecard" };
  GtkWidget *root = GTK_WIDGET (fixture->window);
  int common[G_N_ELEMENTS (pages)] = { 0 };
  int minimum = 0;

  gtk_window_set_default_size (GTK_WINDOW (root), 1200, 800);
  app_fixture_open_sample (fixture);
  for (gsize i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      show_page (fixture, pages[i]);
      gtk_widget_measure (root, GTK_ORIENTATION_HORIZONTAL, -1, &common[i], NULL, NULL, NULL);
    }

  for (guint light = 0; light < SUIVI_N_LIGHTS; light++)
    {
      g_autofree char *word = g_strdup_printf ("%s%s%u", LONG_WORD, LONG_WORD, light);

      rename_grade (fixture, suivi_light_to_nick (light), "", word);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      show_page (fixture, pages[i]);
      gtk_widget_measure (root, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
      g_assert_cmpint (minimum, <=, common[i]);
    }
}

/* Two windows with two workspaces: each calls the lights as its own users do. A widget that is in no window says the
 * common word, and another one as soon as it is in one. */
static void
test_windows (AppFixture *fixture, gconstpointer data)
{
  g_autoptr (GtkWindow) other = GTK_WINDOW (g_object_ref_sink (gtk_window_new ()));
  GtkWindow *dialog = GTK_WINDOW (gtk_window_new ());
  GtkWidget *label = gtk_label_new (NULL);

  app_fixture_open_sample (fixture);
  rename_grade (fixture, "red", "", "Nothing moved");
  g_assert_null (suivi_light_words_get (label));
  g_assert_null (suivi_light_words_get (GTK_WIDGET (other)));
  g_assert_cmpstr (suivi_light_words_to_label (suivi_light_words_get (GTK_WIDGET (fixture->window)),
                                               SUIVI_LIGHT_RED),
                   ==, "Nothing moved");

  gtk_window_set_child (dialog, label);
  g_assert_null (suivi_light_words_get (label));
  gtk_window_set_transient_for (dialog, GTK_WINDOW (fixture->window));
  g_assert_cmpstr (suivi_light_words_to_label (suivi_light_words_get (label), SUIVI_LIGHT_RED), ==,
                   "Nothing moved");
  gtk_window_destroy (dialog);
  gtk_window_destroy (other);
}

/* A row that waits for what it shows keeps nothing of what it showed before, whatever the words. */
static void
test_emptied (AppFixture *fixture, gconstpointer data)
{
  GtkWindow *dialog = GTK_WINDOW (gtk_window_new ());
  GtkLabel *label = GTK_LABEL (gtk_label_new (NULL));

  app_fixture_open_sample (fixture);
  gtk_window_set_transient_for (dialog, GTK_WINDOW (fixture->window));
  gtk_window_set_child (dialog, GTK_WIDGET (label));
  gtk_window_present (dialog);
  suivi_light_label_set (label, SUIVI_LIGHT_GREEN, TRUE);
  rename_grade (fixture, "green", "", "Done here");
  g_assert_cmpstr (gtk_label_get_label (label), ==, "● Done here");

  suivi_light_label_clear (label);
  rename_grade (fixture, "green", "", "Achieved");
  g_assert_cmpstr (gtk_label_get_label (label), ==, "");
  g_assert_false (gtk_widget_has_css_class (GTK_WIDGET (label), "light-green"));

  suivi_light_label_set (label, SUIVI_LIGHT_GREEN, TRUE);
  g_assert_cmpstr (gtk_label_get_label (label), ==, "● Achieved");
  gtk_window_destroy (dialog);
}

int
main (int argc, char *argv[])
{
  app_test_init (&argc, &argv);

#define ADD(path, function) \
  g_test_add ("/app/light-words/" path, AppFixture, NULL, app_fixture_set_up, function, app_fixture_tear_down)
  ADD ("pages", test_pages);
  ADD ("choice-stays", test_choice_stays);
  ADD ("long", test_long);
  ADD ("windows", test_windows);
  ADD ("emptied", test_emptied);
#undef ADD

  return g_test_run ();
}
