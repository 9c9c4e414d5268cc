/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/review/facet-chip.h"
#include "app/review/facet-values.h"
#include "review-fixture.h"

typedef struct
{
  guint n;
  char *value;
  gboolean chosen;
} Choice;

static GPtrArray *
create_counts (const char *first_value, ...)
{
  GPtrArray *counts = g_ptr_array_new_with_free_func ((GDestroyNotify) suivi_facet_count_free);
  va_list arguments;

  va_start (arguments, first_value);
  for (const char *value = first_value; value != NULL; value = va_arg (arguments, const char *))
    {
      SuiviFacetCount *count = g_new0 (SuiviFacetCount, 1);

      count->value = g_strdup (value);
      count->count = va_arg (arguments, guint);
      g_ptr_array_add (counts, count);
    }
  va_end (arguments);

  return counts;
}

static char *
print_values (GPtrArray *values)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < values->len; i++)
    {
      SuiviFacetValue *value = g_ptr_array_index (values, i);

      g_string_append_printf (text, "%s%s %u%s", i > 0 ? " | " : "", value->label, value->count,
                              value->chosen ? "*" : "");
    }

  return g_string_free (text, FALSE);
}

static void
test_values (void)
{
  g_autoptr (SuiviFilter) filter = suivi_filter_new ();
  const struct
  {
    SuiviFacet facet;
    GPtrArray *counts;
    const char *expected;
  } cases[] = {
    /* From good to bad, whatever the counts. */
    { SUIVI_FACET_POSITION, create_counts ("noted", 37, "supported", 217, "part", 1, NULL),
      "Supported 217 | Supported in part 1 | Noted 37" },
    { SUIVI_FACET_LIGHT, create_counts ("grey", 4, "red", 3, "green", 1, "amber", 2, NULL),
      "● Implemented 1 | ◐ Some progress 2 | ○ No progress 3 | – Not assessed 4" },
    /* By name, not by code: Côte d'Ivoire is CIV, Germany DEU, Zambia ZMB. A code nobody knows shows itself.
     */
    { SUIVI_FACET_STATE, create_counts ("ZMB", 2, "DEU", 1, "FRA", 0, NULL), "Germany 1 | Zambia 2" },
    { SUIVI_FACET_SDG, create_counts ("16.10", 1, "16.2", 1, "4", 1, NULL), NULL },
    { SUIVI_FACET_THEME, create_counts ("Health", 5, "Education", 9, NULL),
      "Education 9 | Health 5 | Justice 0*" },
    { SUIVI_FACET_GROUP, create_counts (NULL), "" },
  };

  /* Chosen, and nothing has it any more: it must stay, or nobody could take it away. */
  suivi_filter_add (filter, SUIVI_FACET_THEME, "Justice");

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GPtrArray) values = suivi_facet_values_new (cases[i].facet, cases[i].counts, filter, NULL);
      g_autofree char *text = print_values (values);

      if (cases[i].expected != NULL)
        {
          g_assert_cmpstr (text, ==, cases[i].expected);
        }
      else
        {
          /* Goals stand in the order of their numbers. */
          g_assert_cmpstr (((SuiviFacetValue *) g_ptr_array_index (values, 0))->value, ==, "4");
          g_assert_cmpstr (((SuiviFacetValue *) g_ptr_array_index (values, 1))->value, ==, "16.2");
          g_assert_cmpstr (((SuiviFacetValue *) g_ptr_array_index (values, 2))->value, ==, "16.10");
        }
      g_ptr_array_unref (cases[i].counts);
    }
}

static void
chosen_cb (SuiviFacetChip *chip, const char *value, gboolean chosen, gpointer user_data)
{
  Choice *choice = user_data;

  choice->n++;
  g_free (choice->value);
  choice->value = g_strdup (value);
  choice->chosen = chosen;
}

static void
count_cb (guint *n)
{
  (*n)++;
}

static void
test_chip (void)
{
  GtkWidget *window = gtk_window_new ();
  GtkWidget *chip = suivi_facet_chip_new (SUIVI_FACET_THEME);
  g_autoptr (SuiviFilter) filter = suivi_filter_new ();
  g_autoptr (GPtrArray) counts = create_counts ("Education", 9, "Health", 5, "Social security", 1, NULL);
  GtkWidget *check = NULL;
  GtkWidget *search = NULL;
  GtkWidget *clear = NULL;
  Choice choice = { 0 };
  guint n_cleared = 0;
  guint n_opened = 0;

  gtk_window_set_child (GTK_WINDOW (window), chip);
  g_signal_connect (chip, "chosen", G_CALLBACK (chosen_cb), &choice);
  g_signal_connect_swapped (chip, "cleared", G_CALLBACK (count_cb), &n_cleared);
  g_signal_connect_swapped (chip, "opened", G_CALLBACK (count_cb), &n_opened);
  gtk_window_present (GTK_WINDOW (window));
  gtk_test_widget_wait_for_draw (window);
  g_assert_nonnull (review_find_label (chip, "Theme"));

  suivi_facet_chip_open (SUIVI_FACET_CHIP (chip));
  g_assert_cmpuint (n_opened, ==, 1);
  suivi_facet_chip_set_counts (SUIVI_FACET_CHIP (chip), counts, filter);
  g_assert_cmpuint (choice.n, ==, 0);

  check = app_find_widget (chip, GTK_TYPE_CHECK_BUTTON, 1);
  gtk_test_accessible_assert_property (check, GTK_ACCESSIBLE_PROPERTY_LABEL, "Health, 5 recommendations");
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), TRUE);
  g_assert_cmpuint (choice.n, ==, 1);
  g_assert_cmpstr (choice.value, ==, "Health");
  g_assert_true (choice.chosen);

  /* New counts for the same values: the widgets stay, and nobody is told that the user ticked something. */
  suivi_filter_add (filter, SUIVI_FACET_THEME, "Health");
  suivi_facet_chip_set_counts (SUIVI_FACET_CHIP (chip), counts, filter);
  suivi_facet_chip_update (SUIVI_FACET_CHIP (chip), filter, 5);
  g_assert_true (check == app_find_widget (chip, GTK_TYPE_CHECK_BUTTON, 1));
  g_assert_true (gtk_check_button_get_active (GTK_CHECK_BUTTON (check)));
  g_assert_cmpuint (choice.n, ==, 1);
  g_assert_true (gtk_widget_has_css_class (chip, "chosen"));

  /* Accents and case do not matter when looking for a value. */
  search = app_find_widget (chip, GTK_TYPE_SEARCH_ENTRY, 0);
  gtk_editable_set_text (GTK_EDITABLE (search), "SÓC");
  g_signal_emit_by_name (search, "search-changed");
  g_assert_false (gtk_widget_get_visible (check));
  g_assert_true (gtk_widget_get_visible (app_find_widget (chip, GTK_TYPE_CHECK_BUTTON, 2)));

  /* Enter takes the first value that is left. */
  g_signal_emit_by_name (search, "activate");
  g_assert_cmpuint (choice.n, ==, 2);
  g_assert_cmpstr (choice.value, ==, "Social security");
  g_assert_true (choice.chosen);

  clear = gtk_widget_get_last_child (chip);
  g_assert_true (gtk_widget_get_visible (clear));
  gtk_test_accessible_assert_property (clear, GTK_ACCESSIBLE_PROPERTY_LABEL, "Clear Theme");
  g_signal_emit_by_name (clear, "clicked");
  g_assert_cmpuint (n_cleared, ==, 1);
  suivi_filter_clear (filter, SUIVI_FACET_THEME);
  suivi_facet_chip_update (SUIVI_FACET_CHIP (chip), filter, 15);
  g_assert_false (gtk_widget_get_visible (clear));
  g_assert_false (gtk_widget_has_css_class (chip, "chosen"));

  g_object_add_weak_pointer (G_OBJECT (chip), (gpointer *) &chip);
  gtk_window_destroy (GTK_WINDOW (window));
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_null (chip);
  g_free (choice.value);
}

int
main (int argc, char *argv[])
{
  app_test_init (&argc, &argv);

  g_test_add_func ("/app/facet-chip/values", test_values);
  g_test_add_func ("/app/facet-chip/chip", test_chip);

  return g_test_run ();
}
