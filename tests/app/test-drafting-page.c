/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The drafting page: its issues and drafts, their order, stages and counts, through the real window. */

#include "config.h"

#include "app/drafting/draft-row.h"
#include "app/drafting/draft-stages.h"
#include "app/drafting/issue-row.h"
#include "store/transaction.h"
#include "drafting-fixture.h"

#define WEAK "Strengthen efforts to protect children from violence."

typedef struct
{
  DraftingFixture *fixture;
  const char *title;
} First;

static gboolean
is_first_issue (gpointer data)
{
  First *first = data;
  GtkWidget *row = app_find_type (first->fixture->page, SUIVI_TYPE_ISSUE_ROW);

  return row != NULL && drafting_find_label (row, first->title) != NULL;
}

/* The weightiest issue can be put first; the first one stays where it is. */
static void
test_raise (DraftingFixture *fixture, gconstpointer data)
{
  First budget = { fixture, "Child budget" };
  First violence = { fixture, "Violence against children" };
  GtkWidget *window = GTK_WIDGET (fixture->app.window);
  g_autofree char *first_id = NULL;
  const char *id = NULL;

  drafting_add_issue (fixture, violence.title);
  first_id = g_strdup (
    suivi_issue_row_get_id (SUIVI_ISSUE_ROW (app_find_type (fixture->page, SUIVI_TYPE_ISSUE_ROW))));
  g_assert_true (gtk_widget_activate_action (fixture->page, "drafting.raise-issue", "s", first_id));
  drafting_add_issue (fixture, budget.title);
  app_wait_until (is_first_issue, &violence);
  id = suivi_issue_row_get_id (SUIVI_ISSUE_ROW (app_find_widget (fixture->page, SUIVI_TYPE_ISSUE_ROW, 1)));
  g_assert_cmpstr (id, !=, first_id);
  g_assert_true (gtk_widget_activate_action (fixture->page, "drafting.raise-issue", "s", id));
  app_wait_until (is_first_issue, &budget);
  g_assert_true (gtk_widget_activate_action (window, "win.undo", NULL));
  app_wait_until (is_first_issue, &violence);
}

/* More than States take up is told, and allowed. */
static void
test_counts (DraftingFixture *fixture, gconstpointer data)
{
  const char *const titles[] = { "Birth registration", "Corporal punishment", "Child budget", "Detention" };

  for (gsize i = 0; i < G_N_ELEMENTS (titles); i++)
    drafting_add_issue (fixture, titles[i]);
  drafting_wait_for_label (fixture->page, "Issues: 4 of 4");
  g_assert_null (drafting_find_label (fixture->page, "More than four issues"));
  drafting_add_issue (fixture, "Poverty");
  drafting_wait_for_label (fixture->page, "Issues: 5, better 4");
  drafting_wait_for_label (fixture->page, "More than four issues");

  drafting_add_draft (fixture, 0);
  drafting_add_draft (fixture, 0);
  g_assert_null (drafting_find_label (fixture->page, "2 drafts: one or two"));
  drafting_add_draft (fixture, 0);
  drafting_wait_for_label (fixture->page, "3 drafts: one or two");
  /* The sidebar counts them. */
  app_wait_for_text (GTK_WIDGET (fixture->app.window), "3");
  app_save_screenshot (GTK_WIDGET (fixture->app.window), "drafting-counts");
}

static gboolean
stage_is_sent (gpointer data)
{
  g_autoptr (GPtrArray) drafts = drafting_list_drafts (data);

  return ((SuiviDraft *) g_ptr_array_index (drafts, 0))->stage == SUIVI_STAGE_SENT;
}

static void
test_stage (DraftingFixture *fixture, gconstpointer data)
{
  GtkWidget *stages = NULL;
  g_autoptr (GPtrArray) drafts = NULL;

  drafting_add_issue (fixture, "Violence against children");
  drafting_add_draft (fixture, 0);
  drafting_type (fixture, WEAK);
  stages = app_find_type (fixture->page, SUIVI_TYPE_DRAFT_STAGES);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (app_find_widget (stages, GTK_TYPE_TOGGLE_BUTTON, 3)),
                                TRUE);
  app_wait_until (stage_is_sent, fixture);
  /* The words went with it. */
  drafts = drafting_list_drafts (fixture);
  g_assert_cmpstr (((SuiviDraft *) g_ptr_array_index (drafts, 0))->text, ==, WEAK);
  drafting_wait_for_label (app_find_type (fixture->page, SUIVI_TYPE_DRAFT_ROW), "Sent");
  g_assert_false (
    gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (app_find_widget (stages, GTK_TYPE_TOGGLE_BUTTON, 0))));
}

/* Deleted, and back with one press. */
static void
test_delete (DraftingFixture *fixture, gconstpointer data)
{
  GtkWidget *window = GTK_WIDGET (fixture->app.window);
  GtkWidget *row = NULL;

  drafting_add_issue (fixture, "Violence against children");
  drafting_add_draft (fixture, 0);
  drafting_type (fixture, WEAK);
  g_assert_true (gtk_widget_activate_action (fixture->page, "drafting.delete-draft", NULL));
  drafting_wait_for_rows (fixture, SUIVI_TYPE_DRAFT_ROW, 0);
  app_wait_for_text (window, "Draft deleted");
  g_assert_true (gtk_widget_activate_action (window, "win.undo", NULL));
  drafting_wait_for_rows (fixture, SUIVI_TYPE_DRAFT_ROW, 1);
  drafting_wait_for_text (fixture, WEAK);

  row = app_find_type (fixture->page, SUIVI_TYPE_ISSUE_ROW);
  g_assert_true (gtk_widget_activate_action (fixture->page, "drafting.delete-issue", "s",
                                             suivi_issue_row_get_id (SUIVI_ISSUE_ROW (row))));
  drafting_wait_for_label (fixture->page, "What should change for children?");
  g_assert_true (gtk_widget_activate_action (window, "win.undo", NULL));
  drafting_wait_for_text (fixture, WEAK);
}

/* Undo of the record: the editor shows what the workspace has; and words that are being typed are not overwritten by
 * what others change. */
static void
test_undo (DraftingFixture *fixture, gconstpointer data)
{
  GtkWidget *window = GTK_WIDGET (fixture->app.window);
  GtkWidget *stages = NULL;

  drafting_add_issue (fixture, "Violence against children");
  drafting_add_draft (fixture, 0);
  drafting_type (fixture, WEAK);
  suivi_window_show_page (fixture->app.window, "overview");
  suivi_window_show_page (fixture->app.window, "drafting");
  drafting_wait_for_change (fixture);
  g_assert_true (gtk_widget_activate_action (window, "win.undo", NULL));
  drafting_wait_for_text (fixture, "");
  g_assert_true (gtk_widget_activate_action (window, "win.redo", NULL));
  drafting_wait_for_text (fixture, WEAK);

  /* A step comes in while words are unsaved. */
  stages = app_find_type (fixture->page, SUIVI_TYPE_DRAFT_STAGES);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (app_find_widget (stages, GTK_TYPE_TOGGLE_BUTTON, 1)),
                                TRUE);
  drafting_type (fixture, "Ban corporal punishment.");
  drafting_wait_for_label (app_find_type (fixture->page, SUIVI_TYPE_DRAFT_ROW), "Agreed");
  drafting_assert_text (fixture, "Ban corporal punishment.");
}

static gpointer
add_review (SuiviStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  g_autoptr (SuiviReview) review = suivi_review_new ("FRA", 43);
  g_autoptr (SuiviTransaction) transaction = suivi_store_begin (store, "Add review", error);

  return suivi_transaction_put_review (transaction, review, error)
             && suivi_transaction_commit (transaction, error)
           ? g_strdup (review->id)
           : NULL;
}

static gboolean
has_review (gpointer window)
{
  return suivi_window_get_review (window) != NULL;
}

/* Issues are those of one State: of the review that is chosen. */
static void
test_states (DraftingFixture *fixture, gconstpointer data)
{
  g_autofree char *france = NULL;
  g_autofree char *slovenia = NULL;

  /* While there is one only, the window chooses it, as soon as it knows. */
  app_wait_until (has_review, fixture->app.window);
  slovenia = g_strdup (suivi_window_get_review (fixture->app.window));
  drafting_add_issue (fixture, "Violence against children");
  france = app_run (suivi_window_get_workspace (fixture->app.window), add_review, NULL);
  g_assert_nonnull (france);
  suivi_window_set_review (fixture->app.window, NULL);
  drafting_wait_for_label (fixture->page, "This workspace holds reviews of several States");
  suivi_window_set_review (fixture->app.window, france);
  drafting_wait_for_label (fixture->page, "What should change for children?");
  suivi_window_set_review (fixture->app.window, slovenia);
  drafting_wait_for_label (fixture->page, "Violence against children");
}

static gboolean
is_narrow (gpointer data)
{
  GtkWidget *leaflet = app_find_type (((DraftingFixture *) data)->page, ADW_TYPE_LEAFLET);

  return adw_leaflet_get_folded (ADW_LEAFLET (leaflet));
}

/* 360 pixels: one after the other, and a way back. */
static void
test_narrow (DraftingFixture *fixture, gconstpointer data)
{
  GtkWidget *leaflet = app_find_type (fixture->page, ADW_TYPE_LEAFLET);
  int minimum = 0;

  drafting_add_issue (fixture, "Violence against children");
  drafting_add_draft (fixture, 0);
  drafting_type (fixture, WEAK);
  drafting_wait_for_marks (fixture);
  gtk_widget_measure (fixture->page, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  g_assert_cmpint (minimum, <=, 360);
  gtk_window_set_default_size (GTK_WINDOW (fixture->app.window), 360, 640);
  app_wait_until (is_narrow, fixture);
  g_assert_cmpstr (adw_leaflet_get_visible_child_name (ADW_LEAFLET (leaflet)), ==, "editor");
  app_save_screenshot (GTK_WIDGET (fixture->app.window), "drafting-narrow");
  g_assert_true (gtk_widget_activate_action (fixture->page, "drafting.back", NULL));
  g_assert_cmpstr (adw_leaflet_get_visible_child_name (ADW_LEAFLET (leaflet)), ==, "list");
  app_save_screenshot (GTK_WIDGET (fixture->app.window), "drafting-narrow-list");
}

static gboolean
can_add_evidence (gpointer data)
{
  GtkWidget *button = app_find_action (((DraftingFixture *) data)->page, "backing.add");

  return button != NULL && gtk_widget_get_mapped (button) && gtk_widget_is_sensitive (button);
}

static gboolean
cannot_add_evidence (gpointer data)
{
  return !can_add_evidence (data);
}

/* A panel that was folded away does what it did when it is opened again. */
static void
test_fold (DraftingFixture *fixture, gconstpointer data)
{
  GtkExpander *expander = NULL;

  drafting_add_issue (fixture, "Violence against children");
  drafting_add_draft (fixture, 0);
  expander = GTK_EXPANDER (app_find_widget (fixture->page, GTK_TYPE_EXPANDER, 1));
  for (guint i = 0; i < 2; i++)
    {
      app_wait_until (cannot_add_evidence, fixture);
      gtk_expander_set_expanded (expander, TRUE);
      app_wait_until (can_add_evidence, fixture);
      app_settle ();
      g_assert_true (can_add_evidence (fixture));
      gtk_expander_set_expanded (expander, FALSE);
    }
}

int
main (int argc, char *argv[])
{
  app_test_init (&argc, &argv);

#define ADD(path, func)                                                                         \
  g_test_add ("/app/drafting-page/" path, DraftingFixture, NULL, drafting_fixture_set_up, func, \
              drafting_fixture_tear_down)
  ADD ("raise", test_raise);
  ADD ("counts", test_counts);
  ADD ("stage", test_stage);
  ADD ("delete", test_delete);
  ADD ("undo", test_undo);
  ADD ("states", test_states);
  ADD ("fold", test_fold);
  ADD ("narrow", test_narrow);
#undef ADD

  return g_test_run ();
}
