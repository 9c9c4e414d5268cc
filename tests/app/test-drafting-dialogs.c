/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The guided form and the dialogs of the drafting page, through their real widgets. */

#include "config.h"

#include "app/drafting/export-drafts-dialog.h"
#include "app/drafting/guided-form.h"
#include "app/drafting/list-chooser.h"
#include "app/drafting/outcome-dialog.h"
#include "app/drafting/outcome-summary.h"
#include "app/drafting/panel-row.h"
#include "app/drafting/split-dialog.h"
#include "core/drafting/sentence.h"
#include "panel-fixture.h"

/* The guided form */

typedef struct
{
  char *text;
  char *form;
  char *means;
} Used;

static void
used_cb (SuiviGuidedForm *form, const char *text, const char *values, const char *means, Used *used)
{
  g_free (used->text);
  used->text = g_strdup (text);
  g_free (used->form);
  used->form = g_strdup (values);
  g_free (used->means);
  used->means = g_strdup (means);
}

/* The fields in their order; rows that are hidden do not count. */
typedef enum
{
  FIELD_ACTOR,
  FIELD_PURPOSE,
  FIELD_VERB,
  FIELD_OBJECT,
  FIELD_GROUP,
  FIELD_INDICATOR,
  FIELD_BASELINE,
  FIELD_TARGET,
  FIELD_VERIFICATION,
  FIELD_MEANS,
  FIELD_TIME,
} Field;

static GtkEditable *
get_field (PanelFixture *fixture, Field field)
{
  GtkWidget *row = app_find_visible (fixture->panel, ADW_TYPE_ENTRY_ROW, field);

  g_assert_nonnull (row);

  return GTK_EDITABLE (row);
}

static void
set_field (PanelFixture *fixture, Field field, const char *text)
{
  gtk_editable_set_text (get_field (fixture, field), text);
}

static void
test_form_writes (void)
{
  g_autoptr (PanelFixture) fixture = panel_fixture_new (suivi_guided_form_new ());
  SuiviGuidedForm *form = SUIVI_GUIDED_FORM (fixture->panel);
  g_autoptr (SuiviDraft) empty = suivi_draft_new (fixture->priority->id, "", "en");
  g_autoptr (SuiviSentence) sentence = NULL;
  g_autofree char *expected = NULL;
  GtkWidget *deadline = NULL;
  Used used = { NULL, NULL };

  g_signal_connect (form, "use-text", G_CALLBACK (used_cb), &used);
  suivi_guided_form_set_draft (form, fixture->priority, empty, "2029-05-07");
  g_assert_true (panel_shows (fixture->panel, "Say what should be done: choose a verb."));
  /* By default before the next review, with its date. */
  g_assert_true (panel_shows (fixture->panel, "Before the next review"));
  g_assert_true (panel_shows (fixture->panel, "The next review is expected around 7 May 2029"));
  g_assert_false (gtk_widget_get_sensitive (app_find_action (fixture->panel, "guided-form.use")));

  set_field (fixture, FIELD_VERB, "amend");
  g_assert_true (panel_shows (fixture->panel, "“amend” is a strong verb"));
  g_assert_true (panel_shows (fixture->panel, "Say what should be acted on, or for which right."));
  set_field (fixture, FIELD_OBJECT, "the Civil Registration Act");
  set_field (fixture, FIELD_PURPOSE, "every child is registered at birth");
  set_field (fixture, FIELD_MEANS, "two registrars");

  /* What the sentence is, core decides: here it must be the one that is shown and handed out. */
  sentence = suivi_sentence_new ();
  g_free (sentence->verb);
  sentence->verb = g_strdup ("amend");
  g_free (sentence->object);
  sentence->object = g_strdup ("the Civil Registration Act");
  g_free (sentence->purpose);
  sentence->purpose = g_strdup ("every child is registered at birth");
  g_free (sentence->means);
  sentence->means = g_strdup ("two registrars");
  g_free (sentence->deadline);
  sentence->deadline = g_strdup ("next-review");
  expected = suivi_sentence_write (sentence, "en", "2029-05-07");
  g_assert_true (g_str_has_prefix (expected, "Amend the Civil Registration Act"));
  g_assert_nonnull (app_find_text (fixture->panel, expected));
  app_save_screenshot (GTK_WIDGET (fixture->window), "drafting-form");

  /* A bad day is said, and the sentence cannot be used. */
  deadline = app_find_visible (fixture->panel, ADW_TYPE_COMBO_ROW, 0);
  adw_combo_row_set_selected (ADW_COMBO_ROW (deadline), 1);
  set_field (fixture, FIELD_TIME, "soon");
  g_assert_true (panel_shows (fixture->panel, "Say by which day, as year-month-day: 2028-12-31."));
  g_assert_false (gtk_widget_get_sensitive (app_find_action (fixture->panel, "guided-form.use")));
  adw_combo_row_set_selected (ADW_COMBO_ROW (deadline), 2);
  set_field (fixture, FIELD_TIME, "28");
  g_assert_true (panel_shows (fixture->panel, "Say in which year, with four digits: 2028."));
  adw_combo_row_set_selected (ADW_COMBO_ROW (deadline), 0);

  panel_press (app_find_action (fixture->panel, "guided-form.use"));
  g_assert_cmpstr (used.text, ==, expected);
  g_clear_pointer (&sentence, suivi_sentence_free);
  sentence = suivi_sentence_from_string (used.form);
  g_assert_cmpstr (sentence->object, ==, "the Civil Registration Act");
  g_assert_cmpstr (sentence->deadline, ==, "next-review");
  g_assert_cmpstr (used.means, ==, "two registrars");
  g_free (used.text);
  g_free (used.form);
  g_free (used.means);
}

static void
test_form_fills (void)
{
  g_autoptr (PanelFixture) fixture = panel_fixture_new (suivi_guided_form_new ());
  SuiviGuidedForm *form = SUIVI_GUIDED_FORM (fixture->panel);
  g_autoptr (SuiviDraft) other = suivi_draft_new (fixture->priority->id, "", "en");
  g_autoptr (SuiviSentence) sentence = suivi_sentence_new ();

  /* From the text. */
  suivi_guided_form_set_draft (form, fixture->priority, fixture->draft, NULL);
  g_assert_cmpstr (gtk_editable_get_text (get_field (fixture, FIELD_VERB)), ==, "amend");

  /* From what was filled in before. */
  g_free (sentence->verb);
  sentence->verb = g_strdup ("adopt");
  g_free (sentence->deadline);
  sentence->deadline = g_strdup ("2027");
  g_free (other->form);
  other->form = suivi_sentence_to_string (sentence);
  suivi_guided_form_set_draft (form, fixture->priority, other, NULL);
  g_assert_cmpstr (gtk_editable_get_text (get_field (fixture, FIELD_VERB)), ==, "adopt");
  g_assert_cmpstr (gtk_editable_get_text (get_field (fixture, FIELD_TIME)), ==, "2027");

  /* What was typed and not used is there again after a look at another draft. */
  set_field (fixture, FIELD_GROUP, "children of refugees");
  suivi_guided_form_set_draft (form, fixture->priority, fixture->draft, NULL);
  g_assert_cmpstr (gtk_editable_get_text (get_field (fixture, FIELD_GROUP)), ==, "");
  suivi_guided_form_set_draft (form, fixture->priority, other, NULL);
  g_assert_cmpstr (gtk_editable_get_text (get_field (fixture, FIELD_GROUP)), ==, "children of refugees");
  /* Nor is it lost when the page tells of the same draft again. */
  suivi_guided_form_set_draft (form, fixture->priority, other, "2029-05-07");
  g_assert_cmpstr (gtk_editable_get_text (get_field (fixture, FIELD_GROUP)), ==, "children of refugees");

  suivi_guided_form_set_draft (form, NULL, NULL, NULL);
  g_assert_cmpstr (gtk_editable_get_text (get_field (fixture, FIELD_VERB)), ==, "");
}

static GtkListBoxRow *
find_row (GtkWidget *list, const char *head)
{
  GtkListBoxRow *row = NULL;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (GTK_LIST_BOX (list), i)) != NULL; i++)
    {
      if (app_find_text (GTK_WIDGET (row), head) != NULL)
        return row;
    }

  return NULL;
}

static void
test_form_verbs_and_indicators (void)
{
  g_autoptr (PanelFixture) fixture = panel_fixture_new (suivi_guided_form_new ());
  GtkWindow *chooser = NULL;
  GtkWidget *list = NULL;
  GtkWidget *search = NULL;

  suivi_guided_form_set_draft (SUIVI_GUIDED_FORM (fixture->panel), fixture->priority, fixture->draft, NULL);
  panel_press (app_find_action (fixture->panel, "guided-form.choose-verb"));
  chooser = app_find_window (SUIVI_TYPE_LIST_CHOOSER);
  list = app_find_type (GTK_WIDGET (chooser), GTK_TYPE_LIST_BOX);
  search = app_find_type (GTK_WIDGET (chooser), GTK_TYPE_SEARCH_ENTRY);
  g_assert_true (panel_shows (GTK_WIDGET (gtk_list_box_get_row_at_index (GTK_LIST_BOX (list), 0)), ""));
  g_assert_true (panel_shows (GTK_WIDGET (chooser), "Strong: it can be checked whether it was done"));
  g_assert_true (panel_shows (GTK_WIDGET (chooser), "Weak: hard to check"));
  app_save_screenshot (GTK_WIDGET (chooser), "drafting-verbs");
  gtk_editable_set_text (GTK_EDITABLE (search), "RATIF");
  app_settle ();
  g_assert_true (gtk_widget_get_child_visible (GTK_WIDGET (find_row (list, "ratify"))));
  g_signal_emit_by_name (list, "row-activated", find_row (list, "ratify"));
  app_settle ();
  g_assert_cmpstr (gtk_editable_get_text (get_field (fixture, FIELD_VERB)), ==, "ratify");

  panel_press (app_find_action (fixture->panel, "guided-form.choose-indicator"));
  chooser = app_find_window (SUIVI_TYPE_LIST_CHOOSER);
  list = app_find_type (GTK_WIDGET (chooser), GTK_TYPE_LIST_BOX);
  g_assert_true (panel_shows (GTK_WIDGET (chooser), "16.9.1"));
  g_signal_emit_by_name (list, "row-activated", gtk_list_box_get_row_at_index (GTK_LIST_BOX (list), 0));
  app_settle ();
  g_assert_cmpstr (gtk_editable_get_text (get_field (fixture, FIELD_INDICATOR)), !=, "");
}

/* Split */

static void
texts_cb (GPtrArray **last, GPtrArray *texts)
{
  g_clear_pointer (last, g_ptr_array_unref);
  *last = g_ptr_array_ref (texts);
}

static void
test_split (void)
{
  g_autoptr (PanelFixture) fixture = panel_fixture_new (NULL);
  g_autoptr (SuiviDraft) draft
    = suivi_draft_new (fixture->priority->id,
                       "Ratify the Optional Protocol on a communications procedure, amend the Family "
                       "Act to prohibit corporal punishment, and adopt a budget line for child care.",
                       "en");
  g_autoptr (SuiviAnalysis) analysis = suivi_analysis_new (draft->text, "en", NULL);
  GPtrArray *actions = suivi_analysis_get_actions (analysis);
  GtkWidget *dialog = suivi_split_dialog_new (fixture->window, draft, analysis);
  GtkWidget *check = NULL;
  GtkWidget *view = NULL;
  g_autoptr (GPtrArray) texts = NULL;

  g_signal_connect_swapped (dialog, "split", G_CALLBACK (texts_cb), &texts);
  gtk_window_present (GTK_WINDOW (dialog));
  g_assert_cmpuint (actions->len, ==, 3);
  g_assert_cmpuint (app_count_visible (dialog, GTK_TYPE_TEXT_VIEW), ==, 3);
  g_assert_nonnull (app_find_text (dialog, "Split into 3 drafts"));
  app_save_screenshot (dialog, "drafting-split");

  check = app_find_visible (dialog, GTK_TYPE_CHECK_BUTTON, 1);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), FALSE);
  g_assert_nonnull (app_find_text (dialog, "Split into 2 drafts"));
  view = app_find_visible (dialog, GTK_TYPE_TEXT_VIEW, 2);
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (view)), "  ", -1);
  g_assert_true (panel_shows (dialog, "A part that is chosen is empty"));
  g_assert_false (gtk_widget_get_sensitive (app_find_action (dialog, "split.do")));
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (view)), "Adopt a budget line. ", -1);

  /* What was written does not go without a question. */
  gtk_window_close (GTK_WINDOW (dialog));
  app_settle ();
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (app_find_window (ADW_TYPE_MESSAGE_DIALOG)), "keep");
  app_settle ();
  g_assert_nonnull (app_find_window (SUIVI_TYPE_SPLIT_DIALOG));

  panel_press (app_find_action (dialog, "split.do"));
  g_assert_nonnull (texts);
  g_assert_cmpuint (texts->len, ==, 2);
  g_assert_true (g_str_has_prefix (g_ptr_array_index (texts, 0), "Ratify the Optional Protocol"));
  g_assert_cmpstr (g_ptr_array_index (texts, 1), ==, "Adopt a budget line.");
  g_assert_null (app_find_window (SUIVI_TYPE_SPLIT_DIALOG));
}

/* What became of it */

static void
done_cb (guint *n)
{
  (*n)++;
}

static gpointer
get_draft (SuiviStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  return suivi_store_get_draft (store, data, error);
}

static GtkWidget *
open_outcome (PanelFixture *fixture)
{
  GtkWidget *dialog
    = suivi_outcome_dialog_new (fixture->window, fixture->workspace, fixture->priority, fixture->draft);

  gtk_window_present (GTK_WINDOW (dialog));
  panel_fixture_settle (fixture);

  return dialog;
}

static void
test_outcome_taken_up (void)
{
  g_autoptr (PanelFixture) fixture = panel_fixture_new (NULL);
  GtkWidget *dialog = open_outcome (fixture);
  g_autoptr (SuiviDraft) draft = NULL;
  g_autoptr (SuiviDraft) undone = NULL;
  GtkWidget *check = NULL;
  guint n_done = 0;

  g_signal_connect_swapped (dialog, "done", G_CALLBACK (done_cb), &n_done);
  /* Only the last review counts, and there only what comes close. */
  g_assert_true (panel_shows (dialog, "The closest of Slovenia, session 48"));
  g_assert_cmpuint (app_count_visible (dialog, SUIVI_TYPE_PANEL_ROW), ==, 1);

  panel_press (app_find_action (dialog, "outcome.save"));
  g_assert_true (panel_shows (dialog, "Choose the recommendation that took the draft up."));

  check = app_find_visible (app_find_visible (dialog, SUIVI_TYPE_PANEL_ROW, 0), GTK_TYPE_CHECK_BUTTON, 0);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), TRUE);
  adw_combo_row_set_selected (ADW_COMBO_ROW (app_find_visible (dialog, ADW_TYPE_COMBO_ROW, 0)),
                              SUIVI_IMPACT_PART);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (app_find_visible (dialog, ADW_TYPE_ENTRY_ROW, 0))),
                   ==, "Ann Alvera");
  gtk_editable_set_text (GTK_EDITABLE (app_find_visible (dialog, ADW_TYPE_ENTRY_ROW, 1)), "1 May");
  panel_press (app_find_action (dialog, "outcome.save"));
  g_assert_true (panel_shows (dialog, "This is no day."));
  gtk_editable_set_text (GTK_EDITABLE (app_find_visible (dialog, ADW_TYPE_ENTRY_ROW, 1)), "2026-05-01");
  app_save_screenshot (dialog, "drafting-outcome");
  panel_press (app_find_action (dialog, "outcome.save"));
  app_wait_until (panel_has_no_window, GSIZE_TO_POINTER (SUIVI_TYPE_OUTCOME_DIALOG));

  g_assert_cmpuint (n_done, ==, 1);
  draft = panel_fixture_read (fixture, get_draft, fixture->draft->id);
  g_assert_cmpint (draft->stage, ==, SUIVI_STAGE_TAKEN_UP);
  g_assert_cmpint (draft->impact, ==, SUIVI_IMPACT_PART);
  g_assert_cmpstr (draft->judged_by, ==, "Ann Alvera");
  g_assert_cmpstr (draft->judged_on, ==, "2026-05-01");
  g_assert_nonnull (draft->recommendation_id);
  g_assert_cmpstr (draft->text, ==, PANEL_DRAFT);
  g_assert_true (panel_shows (GTK_WIDGET (fixture->window), "Marked as taken up"));

  panel_fixture_undo (fixture);
  undone = panel_fixture_read (fixture, get_draft, fixture->draft->id);
  g_assert_cmpint (undone->stage, ==, SUIVI_STAGE_IDEA);
  g_assert_null (undone->recommendation_id);
}

static gboolean
shows_search (gpointer dialog)
{
  return panel_shows (dialog, "1 recommendation in Slovenia, session 48");
}

static void
test_outcome_search_and_not_taken_up (void)
{
  g_autoptr (PanelFixture) fixture = panel_fixture_new (NULL);
  GtkWidget *dialog = open_outcome (fixture);
  g_autoptr (SuiviDraft) draft = NULL;

  gtk_editable_set_text (GTK_EDITABLE (app_find_visible (dialog, GTK_TYPE_SEARCH_ENTRY, 0)), "railway");
  app_wait_until (shows_search, dialog);
  g_assert_nonnull (app_find_text (dialog, PANEL_OTHER));

  gtk_check_button_set_active (GTK_CHECK_BUTTON (app_find_visible (dialog, GTK_TYPE_CHECK_BUTTON, 1)), TRUE);
  g_assert_cmpuint (app_count_visible (dialog, SUIVI_TYPE_PANEL_ROW), ==, 0);
  panel_press (app_find_action (dialog, "outcome.save"));
  app_wait_until (panel_has_no_window, GSIZE_TO_POINTER (SUIVI_TYPE_OUTCOME_DIALOG));
  draft = panel_fixture_read (fixture, get_draft, fixture->draft->id);
  g_assert_cmpint (draft->stage, ==, SUIVI_STAGE_NOT_TAKEN_UP);
  g_assert_null (draft->recommendation_id);
}

/* Summary */

static void
test_summary (void)
{
  g_autoptr (PanelFixture) fixture = panel_fixture_new (NULL);
  GtkWidget *window = suivi_outcome_summary_new (fixture->window, fixture->workspace, "SVN");
  GtkWidget *dialog = NULL;
  GtkWidget *check = NULL;

  gtk_window_present (GTK_WINDOW (window));
  panel_fixture_settle (fixture);
  g_assert_true (panel_shows (window, "No draft was sent to States yet."));

  panel_fixture_put_draft (fixture, PANEL_DRAFT, SUIVI_STAGE_SENT);
  g_assert_nonnull (app_find_text (window, "0 of 1 (0 %)"));
  g_assert_true (panel_shows (window, "Not judged yet"));

  dialog = open_outcome (fixture);
  check = app_find_visible (app_find_visible (dialog, SUIVI_TYPE_PANEL_ROW, 0), GTK_TYPE_CHECK_BUTTON, 0);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), TRUE);
  adw_combo_row_set_selected (ADW_COMBO_ROW (app_find_visible (dialog, ADW_TYPE_COMBO_ROW, 0)),
                              SUIVI_IMPACT_PART);
  panel_press (app_find_action (dialog, "outcome.save"));
  app_wait_until (panel_has_no_window, GSIZE_TO_POINTER (SUIVI_TYPE_OUTCOME_DIALOG));
  panel_fixture_settle (fixture);
  /* One issue raised, reflected and supported; one draft taken up, half of it. */
  g_assert_nonnull (app_find_text (window, "1 of 1 (100 %)"));
  g_assert_nonnull (app_find_text (window, "0.5"));
  g_assert_nonnull (
    app_find_text (window, "Raised 1 issue; 1 reflected (100 %); 1 supported; average impact 0.5."));
  app_save_screenshot (window, "drafting-summary");
  gtk_window_destroy (GTK_WINDOW (window));
}

/* Export */

static void
test_export (void)
{
  g_autoptr (PanelFixture) fixture = panel_fixture_new (NULL);
  GtkWidget *dialog = suivi_export_drafts_dialog_new (fixture->window, fixture->workspace, "SVN");
  g_autofree char *path = g_build_filename (fixture->folder, "drafts.csv", NULL);
  g_autofree char *nowhere = g_build_filename (fixture->folder, "no", "such", "drafts.csv", NULL);
  g_autofree char *content = NULL;
  GtkWidget *check = NULL;

  gtk_window_present (GTK_WINDOW (dialog));
  panel_fixture_settle (fixture);
  g_assert_true (panel_shows (dialog, "Birth registration"));
  g_assert_nonnull (app_find_text (dialog, PANEL_DRAFT));
  app_save_screenshot (dialog, "drafting-export");

  check = app_find_visible (dialog, GTK_TYPE_CHECK_BUTTON, 0);
  g_assert_true (gtk_check_button_get_active (GTK_CHECK_BUTTON (check)));
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), FALSE);
  g_assert_false (gtk_widget_get_sensitive (app_find_action (dialog, "export-drafts.do")));
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), TRUE);

  /* CSV is the last of the formats. */
  adw_combo_row_set_selected (ADW_COMBO_ROW (app_find_visible (dialog, ADW_TYPE_COMBO_ROW, 0)), 3);
  suivi_export_drafts_dialog_write (SUIVI_EXPORT_DRAFTS_DIALOG (dialog), nowhere);
  panel_fixture_settle (fixture);
  g_assert_cmpuint (app_count_visible (dialog, GTK_TYPE_CHECK_BUTTON), ==, 1);
  g_assert_true (gtk_widget_get_sensitive (app_find_action (dialog, "export-drafts.do")));

  suivi_export_drafts_dialog_write (SUIVI_EXPORT_DRAFTS_DIALOG (dialog), path);
  app_wait_until (panel_has_no_window, GSIZE_TO_POINTER (SUIVI_TYPE_EXPORT_DRAFTS_DIALOG));
  g_assert_true (panel_shows (GTK_WIDGET (fixture->window), "Drafts exported"));
  g_assert_true (g_file_get_contents (path, &content, NULL, NULL));
  g_assert_nonnull (strstr (content, "Civil Registration Act"));
}

int
main (int argc, char **argv)
{
  app_test_init (&argc, &argv);

  g_test_add_func ("/drafting-dialogs/form/writes", test_form_writes);
  g_test_add_func ("/drafting-dialogs/form/fills", test_form_fills);
  g_test_add_func ("/drafting-dialogs/form/verbs-and-indicators", test_form_verbs_and_indicators);
  g_test_add_func ("/drafting-dialogs/split", test_split);
  g_test_add_func ("/drafting-dialogs/outcome/taken-up", test_outcome_taken_up);
  g_test_add_func ("/drafting-dialogs/outcome/search-and-not-taken-up", test_outcome_search_and_not_taken_up);
  g_test_add_func ("/drafting-dialogs/summary", test_summary);
  g_test_add_func ("/drafting-dialogs/export", test_export);

  return g_test_run ();
}
