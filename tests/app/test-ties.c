/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/review/facet-chip.h"
#include "app/review/grade-dialog.h"
#include "app/review/output-chooser.h"
#include "app/review/recommendation-detail.h"
#include "app/review/tie-row.h"
#include "review-fixture.h"

/* Slovenia in session 7, from a source without numbers, and in session 48; France in session 43; outputs of
 * two committees about Slovenia and one about France. All sentences are invented. */

#define LATER       "Build a school in every district, train its teachers and publish the budget of both"
#define EARLIER     "Build a school in every district"
#define EARLIER_TOO "Build a kindergarten in every district with trained nurses"
#define UNRELATED   "Lower the price of bus tickets for pupils"
#define FRENCH      "Build a school in every district of the capital"
#define OUTPUT      "Fund school buses in the mountains"
#define OUTPUT_FAR  "Count how many women lead an office"
#define OUTPUT_FRA  "Fund school buses in the plains"

static SuiviRecommendation *
put (SuiviTransaction *transaction,
     SuiviReview *review,
     const char *number,
     const char *text,
     const char *theme)
{
  g_autoptr (GError) error = NULL;
  SuiviRecommendation *row = suivi_recommendation_new ();
  const char *states[] = { review != NULL ? "TGO" : NULL, NULL };
  const char *themes[] = { theme, NULL };
  const char *none[] = { NULL };

  row->number = g_strdup (number);
  row->text = g_strdup (text);
  suivi_recommendation_set_lists (row, states, themes, none, none);
  if (review != NULL)
    {
      row->review_id = g_strdup (review->id);
      row->position = SUIVI_POSITION_SUPPORTED;
      suivi_transaction_put_recommendation (transaction, row, &error);
      g_assert_no_error (error);
    }

  return row;
}

static void
put_output (SuiviTransaction *transaction,
            const char *body,
            const char *state,
            const char *number,
            const char *text,
            const char *theme)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SuiviRecommendation) row = put (transaction, NULL, number, text, theme);
  const char *concerned[] = { state, NULL };

  g_free (row->mechanism);
  row->mechanism = g_strdup (body);
  g_strfreev (row->concerned);
  row->concerned = g_strdupv ((char **) concerned);
  row->symbol = g_strdup_printf ("%s/C/%s/CO/9", body, state);
  row->date = g_strdup ("2024-03-05");
  row->position = SUIVI_POSITION_NONE;
  suivi_transaction_put_recommendation (transaction, row, &error);
  g_assert_no_error (error);
}

static void
fill (SuiviTransaction *transaction)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SuiviReview) first = suivi_review_new ("SVN", 7);
  g_autoptr (SuiviReview) fourth = suivi_review_new ("SVN", 48);
  g_autoptr (SuiviReview) france = suivi_review_new ("FRA", 43);
  g_autoptr (SuiviRecommendation) earlier = NULL;
  const char *issues[] = { "Right to education", NULL };

  suivi_transaction_put_review (transaction, first, &error);
  suivi_transaction_put_review (transaction, fourth, &error);
  suivi_transaction_put_review (transaction, france, &error);
  g_assert_no_error (error);
  suivi_recommendation_unref (put (transaction, fourth, "140.1", LATER, "Education"));
  suivi_recommendation_unref (put (transaction, first, "", EARLIER_TOO, "Education"));
  suivi_recommendation_unref (put (transaction, first, "", UNRELATED, "Transport"));
  suivi_recommendation_unref (put (transaction, france, "140.1", FRENCH, "Education"));

  earlier = put (transaction, first, "", EARLIER, "Education");
  earlier->category = 5;
  g_strfreev (earlier->issues);
  earlier->issues = g_strdupv ((char **) issues);
  suivi_transaction_put_recommendation (transaction, earlier, &error);
  g_assert_no_error (error);

  put_output (transaction, "CRC", "SVN", "12", OUTPUT, "Education");
  put_output (transaction, "CEDAW", "SVN", "30", OUTPUT_FAR, "Public life");
  put_output (transaction, "CRC", "FRA", "14", OUTPUT_FRA, "Education");
}

static GtkWidget *
get_detail (ReviewFixture *fixture)
{
  return app_find_widget (GTK_WIDGET (fixture->page), SUIVI_TYPE_RECOMMENDATION_DETAIL, 0);
}

static GtkWidget *
get_tie (ReviewFixture *fixture, guint i)
{
  return app_find_widget (get_detail (fixture), SUIVI_TYPE_TIE_ROW, i);
}

static guint
count_ties (ReviewFixture *fixture)
{
  return app_count_widgets (get_detail (fixture), SUIVI_TYPE_TIE_ROW);
}

typedef struct
{
  GtkWidget *root;
  const char *text;
} LabelWait;

static gboolean
label_is_seen (gpointer data)
{
  LabelWait *wait = data;

  return review_find_label (wait->root, wait->text) != NULL;
}

static void
wait_for_label (GtkWidget *root, const char *text)
{
  LabelWait wait = { root, text };

  app_wait_until (label_is_seen, &wait);
}

static gboolean
is_mapped (gpointer data)
{
  return gtk_widget_get_mapped (data);
}

static void
open_proposals (ReviewFixture *fixture)
{
  GtkWidget *row = gtk_widget_get_ancestor (get_tie (fixture, 0), ADW_TYPE_EXPANDER_ROW);

  g_assert_nonnull (row);
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (row), TRUE);
  app_wait_until (is_mapped, get_tie (fixture, 0));
}

/* The closest first; what another State was told, and what has nothing in common, is not among them. */
static void
test_proposals (void)
{
  ReviewFixture *fixture = review_fixture_new_filled (fill);

  review_fixture_select (fixture, LATER);
  g_assert_cmpuint (count_ties (fixture), ==, 2);
  g_assert_nonnull (review_find_label (get_detail (fixture), "2 proposals"));
  open_proposals (fixture);
  g_assert_nonnull (review_find_label (get_tie (fixture, 0), EARLIER));
  g_assert_nonnull (review_find_label (get_tie (fixture, 0), "Slovenia, session 7 · Supported"));
  g_assert_nonnull (review_find_label (get_tie (fixture, 0), "Confirm: Goes a step further"));
  g_assert_nonnull (review_find_label (get_tie (fixture, 1), EARLIER_TOO));

  /* Nothing earlier is known of these. */
  review_fixture_select (fixture, EARLIER);
  g_assert_cmpuint (count_ties (fixture), ==, 0);
  review_fixture_select (fixture, FRENCH);
  g_assert_cmpuint (count_ties (fixture), ==, 0);

  review_fixture_free (fixture);
}

static void
test_confirm (void)
{
  ReviewFixture *fixture = review_fixture_new_filled (fill);

  review_fixture_select (fixture, LATER);
  open_proposals (fixture);
  gtk_widget_activate_action (get_tie (fixture, 0), "tie.confirm-proposed", NULL);
  review_fixture_settle (fixture);
  g_assert_cmpstr (suivi_workspace_get_undo_label (fixture->workspace), ==,
                   "Tie to an earlier recommendation");
  g_assert_cmpuint (count_ties (fixture), ==, 2);
  g_assert_nonnull (review_find_label (get_tie (fixture, 0), "Goes a step further"));
  g_assert_nonnull (review_find_label (get_tie (fixture, 0), EARLIER));
  g_assert_nonnull (review_find_label (get_detail (fixture), "1 proposal"));

  /* The earlier one shows it too. */
  review_fixture_select (fixture, EARLIER);
  g_assert_cmpuint (count_ties (fixture), ==, 1);
  g_assert_nonnull (review_find_label (get_detail (fixture), "Related later recommendations"));
  g_assert_nonnull (review_find_label (get_tie (fixture, 0), LATER));

  gtk_widget_activate_action (get_tie (fixture, 0), "tie.remove", NULL);
  review_fixture_settle (fixture);
  g_assert_cmpuint (count_ties (fixture), ==, 0);
  review_fixture_undo (fixture);
  g_assert_cmpuint (count_ties (fixture), ==, 1);
  review_fixture_undo (fixture);
  g_assert_cmpuint (count_ties (fixture), ==, 0);
  review_fixture_select (fixture, LATER);
  g_assert_nonnull (review_find_label (get_detail (fixture), "2 proposals"));

  /* As something else than was proposed. */
  gtk_widget_activate_action (get_tie (fixture, 1), "tie.confirm", "s", "same");
  review_fixture_settle (fixture);
  g_assert_nonnull (review_find_label (get_tie (fixture, 0), "Asks the same"));
  g_assert_nonnull (review_find_label (get_tie (fixture, 0), EARLIER_TOO));

  review_fixture_free (fixture);
}

static const char *
get_shown_text (ReviewFixture *fixture)
{
  SuiviRecommendation *shown
    = suivi_recommendation_detail_get_recommendation (SUIVI_RECOMMENDATION_DETAIL (get_detail (fixture)));

  return shown != NULL ? shown->text : NULL;
}

/* A card leads to the recommendation it is about: into its review, past what is searched for, and back. */
static void
test_open (void)
{
  ReviewFixture *fixture = review_fixture_new_filled (fill);
  SuiviRecommendation *later = NULL;
  GtkWidget *back = NULL;

  review_fixture_select (fixture, LATER);
  later = suivi_recommendation_detail_get_recommendation (SUIVI_RECOMMENDATION_DETAIL (get_detail (fixture)));
  suivi_recommendations_page_set_review (fixture->page, later->review_id);
  review_fixture_search (fixture, "budget");
  g_assert_cmpuint (review_fixture_count_rows (fixture), ==, 1);
  g_assert_cmpstr (get_shown_text (fixture), ==, LATER);

  gtk_widget_activate (get_tie (fixture, 0));
  review_fixture_settle (fixture);
  review_fixture_settle (fixture);
  g_assert_cmpstr (get_shown_text (fixture), ==, EARLIER);
  g_assert_cmpuint (review_fixture_count_rows (fixture), ==, 3);
  g_assert_nonnull (review_find_label (GTK_WIDGET (fixture->window), "Showing Slovenia, session 7"));

  back = gtk_widget_get_ancestor (review_find_label (GTK_WIDGET (fixture->window), "Back"), GTK_TYPE_BUTTON);
  g_signal_emit_by_name (back, "clicked");
  review_fixture_settle (fixture);
  review_fixture_settle (fixture);
  g_assert_cmpstr (get_shown_text (fixture), ==, LATER);

  review_fixture_free (fixture);
}

/* Without a number, the States tell one row from another; the review only where there are several. */
static void
test_rows_without_number (void)
{
  ReviewFixture *fixture = review_fixture_new_filled (fill);
  GtkWidget *list = app_find_widget (GTK_WIDGET (fixture->page), GTK_TYPE_LIST_VIEW, 0);
  SuiviRecommendation *earlier = NULL;

  review_fixture_select (fixture, EARLIER);
  g_assert_nonnull (review_find_label (list, "Togo"));
  earlier
    = suivi_recommendation_detail_get_recommendation (SUIVI_RECOMMENDATION_DETAIL (get_detail (fixture)));
  suivi_recommendations_page_set_review (fixture->page, earlier->review_id);
  review_fixture_settle (fixture);
  g_assert_null (review_find_label (list, "Slovenia, session 7"));
  for (GtkWidget *row = gtk_widget_get_first_child (list); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    if (gtk_widget_get_mapped (row) && (gtk_widget_get_state_flags (row) & GTK_STATE_FLAG_SELECTED) != 0)
      gtk_test_accessible_assert_property (row, GTK_ACCESSIBLE_PROPERTY_LABEL,
                                           "Togo, Supported, Not assessed. " EARLIER " Education");

  review_fixture_free (fixture);
}

static void
test_refuse (void)
{
  ReviewFixture *fixture = review_fixture_new_filled (fill);

  review_fixture_select (fixture, LATER);
  gtk_widget_activate_action (get_tie (fixture, 0), "tie.refuse", NULL);
  review_fixture_settle (fixture);
  g_assert_nonnull (review_find_label (get_detail (fixture), "1 proposal"));
  /* It is neither proposed nor shown, at either end, however often one looks. */
  review_fixture_select (fixture, EARLIER);
  g_assert_cmpuint (count_ties (fixture), ==, 0);
  review_fixture_select (fixture, LATER);
  g_assert_cmpuint (count_ties (fixture), ==, 1);
  g_assert_null (review_find_label (get_tie (fixture, 0), EARLIER));
  review_fixture_undo (fixture);
  g_assert_nonnull (review_find_label (get_detail (fixture), "2 proposals"));

  review_fixture_free (fixture);
}

static GtkWidget *
open_chooser (ReviewFixture *fixture)
{
  GtkWidget *chooser = NULL;
  GtkWidget *row = NULL;

  row = gtk_widget_get_ancestor (review_find_label (get_detail (fixture), "Tie an output…"),
                                 GTK_TYPE_LIST_BOX_ROW);
  gtk_widget_activate (row);
  review_fixture_settle (fixture);
  chooser = GTK_WIDGET (app_find_window (SUIVI_TYPE_OUTPUT_CHOOSER));
  g_assert_nonnull (chooser);

  return chooser;
}

static gboolean
chooser_shows_one (gpointer data)
{
  return app_count_widgets (data, GTK_TYPE_LIST_BOX_ROW) == 1;
}

static void
test_outputs (void)
{
  ReviewFixture *fixture = review_fixture_new_filled (fill);
  GtkWidget *chooser = NULL;
  GtkWidget *row = NULL;

  review_fixture_select (fixture, LATER);
  g_assert_cmpuint (count_ties (fixture), ==, 2);

  /* About the same State alone, the one with a theme in common first. */
  chooser = open_chooser (fixture);
  g_assert_cmpuint (app_count_widgets (chooser, GTK_TYPE_LIST_BOX_ROW), ==, 2);
  g_assert_nonnull (review_find_label (chooser, "2 outputs, the closest first"));
  row = app_find_widget (chooser, GTK_TYPE_LIST_BOX_ROW, 0);
  g_assert_nonnull (review_find_label (row, OUTPUT));
  g_assert_nonnull (review_find_label (row, "CRC/C/SVN/CO/9, para. 12 · 5 March 2024"));

  gtk_editable_set_text (GTK_EDITABLE (app_find_widget (chooser, GTK_TYPE_SEARCH_ENTRY, 0)), "women");
  app_wait_until (chooser_shows_one, chooser);
  row = app_find_widget (chooser, GTK_TYPE_LIST_BOX_ROW, 0);
  g_assert_nonnull (review_find_label (row, OUTPUT_FAR));
  g_signal_emit_by_name (gtk_widget_get_parent (row), "row-activated", row);
  review_fixture_settle (fixture);
  g_assert_null (app_find_window (SUIVI_TYPE_OUTPUT_CHOOSER));

  g_assert_cmpstr (suivi_workspace_get_undo_label (fixture->workspace), ==, "Tie to an output");
  g_assert_cmpuint (count_ties (fixture), ==, 3);
  g_assert_nonnull (review_find_label (get_detail (fixture), OUTPUT_FAR));

  /* What is tied is not offered again. */
  chooser = open_chooser (fixture);
  g_assert_cmpuint (app_count_widgets (chooser, GTK_TYPE_LIST_BOX_ROW), ==, 1);
  g_assert_nonnull (review_find_label (chooser, OUTPUT));
  gtk_window_close (GTK_WINDOW (chooser));

  review_fixture_undo (fixture);
  g_assert_cmpuint (count_ties (fixture), ==, 2);
  g_assert_null (review_find_label (get_detail (fixture), OUTPUT_FAR));

  review_fixture_free (fixture);
}

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

static gboolean
has_chip (ReviewFixture *fixture, SuiviFacet facet)
{
  return gtk_widget_get_visible (GTK_WIDGET (find_chip (fixture, facet)));
}

static void
show_mechanism (ReviewFixture *fixture, const char *mechanism)
{
  g_autoptr (SuiviFilter) filter = suivi_filter_new ();

  suivi_filter_add (filter, SUIVI_FACET_MECHANISM, mechanism);
  suivi_recommendations_page_set_filter (fixture->page, filter);
  review_fixture_settle (fixture);
}

/* An output is shown with its document and its day, and is not graded. */
static void
test_output_detail (void)
{
  ReviewFixture *fixture = review_fixture_new_filled (fill);

  /* Without a word about mechanisms, the UPR alone is meant. */
  g_assert_cmpuint (review_fixture_count_rows (fixture), ==, 5);
  show_mechanism (fixture, "CRC");
  g_assert_cmpuint (review_fixture_count_rows (fixture), ==, 2);
  g_assert_nonnull (review_find_label (GTK_WIDGET (fixture->page), "2 of 2"));

  review_fixture_select (fixture, OUTPUT);
  g_assert_nonnull (review_find_label (get_detail (fixture), "CRC/C/SVN/CO/9, para. 12"));
  g_assert_nonnull (review_find_label (get_detail (fixture), "5 March 2024"));
  g_assert_nonnull (review_find_label (get_detail (fixture), "Slovenia"));
  g_assert_nonnull (review_find_label (get_detail (fixture), "CRC/C/SVN/CO/9, paragraph 12"));
  g_assert_null (review_find_label (get_detail (fixture), "Grade…"));
  g_assert_null (review_find_label (get_detail (fixture), "Assessment"));
  g_assert_null (review_find_label (get_detail (fixture), "– Not assessed"));

  gtk_widget_activate_action (GTK_WIDGET (fixture->page), "recommendations.grade", NULL);
  review_fixture_settle (fixture);
  g_assert_null (app_find_window (SUIVI_TYPE_GRADE_DIALOG));
  g_assert_nonnull (
    review_find_label (GTK_WIDGET (fixture->window), "Outputs of other mechanisms are not graded"));

  review_fixture_free (fixture);
}

/* What one narrows by every day comes first, then what only some files bring. */
static void
assert_chips_in_order (ReviewFixture *fixture)
{
  static const SuiviFacet order[]
    = { SUIVI_FACET_POSITION, SUIVI_FACET_THEME, SUIVI_FACET_GROUP,     SUIVI_FACET_STATE,
        SUIVI_FACET_LIGHT,    SUIVI_FACET_SDG,   SUIVI_FACET_MECHANISM, SUIVI_FACET_CYCLE,
        SUIVI_FACET_CATEGORY, SUIVI_FACET_ISSUE };

  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    {
      GtkWidget *chip = app_find_widget (GTK_WIDGET (fixture->page), SUIVI_TYPE_FACET_CHIP, i);
      GtkWidget *next = NULL;

      g_assert_nonnull (chip);
      g_assert_cmpint (suivi_facet_chip_get_facet (SUIVI_FACET_CHIP (chip)), ==, order[i]);
      next = gtk_widget_get_next_sibling (chip);
      if (order[i] == SUIVI_FACET_SDG)
        g_assert_nonnull (review_find_label (next, "Child-focused"));
    }
}

/* A chip is there where it gives a choice: for all reviews together, or for the one that is shown. */
static void
test_chips (void)
{
  ReviewFixture *fixture = review_fixture_new_filled (fill);
  ReviewFixture *plain = NULL;
  g_autoptr (SuiviRecommendation) french = NULL;

  g_assert_true (has_chip (fixture, SUIVI_FACET_MECHANISM));
  g_assert_true (has_chip (fixture, SUIVI_FACET_CYCLE));
  g_assert_true (has_chip (fixture, SUIVI_FACET_CATEGORY));
  g_assert_true (has_chip (fixture, SUIVI_FACET_ISSUE));
  g_assert_true (has_chip (fixture, SUIVI_FACET_THEME));
  /* Nothing here has a group. */
  g_assert_false (has_chip (fixture, SUIVI_FACET_GROUP));
  g_assert_false (has_chip (fixture, SUIVI_FACET_SDG));
  assert_chips_in_order (fixture);

  review_fixture_select (fixture, FRENCH);
  french = suivi_recommendation_ref (
    suivi_recommendation_detail_get_recommendation (SUIVI_RECOMMENDATION_DETAIL (get_detail (fixture))));
  suivi_recommendations_page_set_review (fixture->page, french->review_id);
  review_fixture_settle (fixture);
  g_assert_cmpuint (review_fixture_count_rows (fixture), ==, 1);
  g_assert_true (has_chip (fixture, SUIVI_FACET_MECHANISM));
  g_assert_false (has_chip (fixture, SUIVI_FACET_CYCLE));
  g_assert_false (has_chip (fixture, SUIVI_FACET_CATEGORY));
  g_assert_false (has_chip (fixture, SUIVI_FACET_ISSUE));
  review_fixture_free (fixture);

  plain = review_fixture_new (10);
  g_assert_true (has_chip (plain, SUIVI_FACET_THEME));
  g_assert_true (has_chip (plain, SUIVI_FACET_GROUP));
  g_assert_true (has_chip (plain, SUIVI_FACET_STATE));
  g_assert_false (has_chip (plain, SUIVI_FACET_MECHANISM));
  g_assert_false (has_chip (plain, SUIVI_FACET_CYCLE));
  g_assert_false (has_chip (plain, SUIVI_FACET_CATEGORY));
  g_assert_false (has_chip (plain, SUIVI_FACET_ISSUE));
  review_fixture_free (plain);
}

/* What chips and detail call the new values, and rows without a number. */
static void
test_words (void)
{
  ReviewFixture *fixture = review_fixture_new_filled (fill);
  SuiviFacetChip *chip = find_chip (fixture, SUIVI_FACET_CYCLE);

  suivi_facet_chip_open (chip);
  wait_for_label (GTK_WIDGET (chip), "1st cycle");
  g_assert_nonnull (review_find_label (GTK_WIDGET (chip), "4th cycle"));
  gtk_popover_popdown (GTK_POPOVER (app_find_widget (GTK_WIDGET (chip), GTK_TYPE_POPOVER, 0)));

  chip = find_chip (fixture, SUIVI_FACET_MECHANISM);
  suivi_facet_chip_open (chip);
  wait_for_label (GTK_WIDGET (chip), "Universal Periodic Review");
  g_assert_nonnull (review_find_label (GTK_WIDGET (chip), "CEDAW"));
  gtk_popover_popdown (GTK_POPOVER (app_find_widget (GTK_WIDGET (chip), GTK_TYPE_POPOVER, 0)));

  review_fixture_select (fixture, EARLIER);
  g_assert_nonnull (review_find_label (get_detail (fixture), "Slovenia, session 7"));
  g_assert_nonnull (review_find_label (get_detail (fixture), "5 – Specific action"));
  g_assert_nonnull (
    review_find_label (get_detail (fixture), "Asks for a defined action that can be checked"));
  g_assert_nonnull (review_find_label (get_detail (fixture), "Right to education"));

  review_fixture_free (fixture);
}

int
main (int argc, char *argv[])
{
  app_test_init (&argc, &argv);

  g_test_add_func ("/app/ties/proposals", test_proposals);
  g_test_add_func ("/app/ties/confirm", test_confirm);
  g_test_add_func ("/app/ties/open", test_open);
  g_test_add_func ("/app/ties/rows-without-number", test_rows_without_number);
  g_test_add_func ("/app/ties/refuse", test_refuse);
  g_test_add_func ("/app/ties/outputs", test_outputs);
  g_test_add_func ("/app/ties/output-detail", test_output_detail);
  g_test_add_func ("/app/ties/chips", test_chips);
  g_test_add_func ("/app/ties/words", test_words);

  return g_test_run ();
}
