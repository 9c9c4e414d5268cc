/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The editor of the drafting page: words, hints and suggestions, through the real window. */

#include "config.h"

#include "app/drafting/issue-row.h"
#include "app/settings.h"
#include "drafting-fixture.h"

#define WEAK "Strengthen efforts to protect children from violence."

/* From nothing to a draft that is analysed as it is typed. */
static void
test_write (DraftingFixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) drafts = NULL;
  SuiviDraft *draft = NULL;

  drafting_add_issue (fixture, "Violence against children");
  drafting_wait_for_label (fixture->page, "Issues: 1 of 4");
  drafting_wait_for_label (fixture->page, "No draft yet");
  drafting_add_draft (fixture, 0);
  drafting_type (fixture, WEAK);
  drafting_wait_for_marks (fixture);
  drafting_wait_for_label (fixture->page, "Specificity 4 of 5: General action");
  drafting_wait_for_label (fixture->page, "7 words");
  drafting_wait_for_label (fixture->page, "To improve");
  drafting_wait_for_label (fixture->page, "By when?");
  app_save_screenshot (GTK_WIDGET (fixture->app.window), "drafting-weak");

  /* Nobody pressed anything to save it. */
  drafting_wait_for_change (fixture);
  drafts = drafting_list_drafts (fixture);
  g_assert_cmpuint (drafts->len, ==, 1);
  draft = g_ptr_array_index (drafts, 0);
  g_assert_cmpstr (draft->text, ==, WEAK);
  g_assert_cmpstr (draft->language, ==, "en");

  drafting_type (
    fixture, "Amend the Family Code by 31 December 2028 to prohibit all corporal punishment of children.");
  drafting_wait_for_label (fixture->page, "Specificity 5 of 5: Specific action");
  drafting_wait_for_label (fixture->page, "By 31 December 2028");
  drafting_wait_for_label (fixture->page, "Child-focused");
  app_save_screenshot (GTK_WIDGET (fixture->app.window), "drafting-good");
}

/* The words of a hint are underlined, the underline leads to the hint, and the hint mends the words. */
static void
test_use_suggestion (DraftingFixture *fixture, gconstpointer data)
{
  GtkWidget *popover = NULL;
  GtkWidget *button = NULL;

  drafting_add_issue (fixture, "Violence against children");
  drafting_add_draft (fixture, 0);
  drafting_type (fixture, "Take steps to ratify the third Optional Protocol by 2028.");
  drafting_wait_for_marks (fixture);
  popover = drafting_open_hint (fixture);
  g_assert_nonnull (drafting_find_label (popover, "Take steps to"));
  g_assert_nonnull (drafting_find_label (popover, "Source: "));
  app_save_screenshot (GTK_WIDGET (fixture->app.window), "drafting-hint");
  button = drafting_find_button (popover, "Use “");
  g_assert_nonnull (button);
  g_signal_emit_by_name (button, "clicked");
  drafting_assert_text (fixture, "Ratify the third Optional Protocol by 2028.");
  /* It is an edit like any other. */
  gtk_text_buffer_undo (drafting_get_buffer (fixture));
  drafting_assert_text (fixture, "Take steps to ratify the third Optional Protocol by 2028.");
}

/* F8 goes from hint to hint and round again. */
static void
test_next_hint (DraftingFixture *fixture, gconstpointer data)
{
  SuiviDraftView *view = NULL;
  GtkTextIter first;
  GtkTextIter again;
  GtkTextIter end;
  guint n = 0;

  drafting_add_issue (fixture, "Violence against children");
  drafting_add_draft (fixture, 0);
  view = drafting_get_view (fixture);
  drafting_type (fixture, WEAK);
  drafting_wait_for_marks (fixture);
  gtk_text_buffer_get_end_iter (drafting_get_buffer (fixture), &end);
  gtk_text_buffer_place_cursor (drafting_get_buffer (fixture), &end);
  g_assert_true (app_press_key (GTK_WIDGET (view), GDK_KEY_F8, 0));
  g_assert_true (gtk_text_buffer_get_selection_bounds (drafting_get_buffer (fixture), &first, &end));
  g_assert_cmpint (gtk_text_iter_get_offset (&first), ==, 0);
  drafting_wait_for_popover (fixture);

  /* As many steps as there are hints on words lead back to the first. */
  do
    {
      g_assert_true (app_press_key (GTK_WIDGET (view), GDK_KEY_F8, 0));
      g_assert_true (gtk_text_buffer_get_selection_bounds (drafting_get_buffer (fixture), &again, &end));
      n++;
    }
  while (!gtk_text_iter_equal (&first, &again) && n < 20);
  g_assert_cmpuint (n, <=, suivi_draft_view_count_marked (view));
  g_assert_true (app_press_key (GTK_WIDGET (view), GDK_KEY_F8, GDK_SHIFT_MASK));
}

/* A hint that nobody wants to see stays away, in every draft, until it is called back. */
static void
test_dismiss (DraftingFixture *fixture, gconstpointer data)
{
  GtkWidget *popover = NULL;
  g_auto (GStrv) dismissed = NULL;

  drafting_add_issue (fixture, "Violence against children");
  drafting_add_draft (fixture, 0);
  drafting_type (fixture, "Take steps to ratify the third Optional Protocol by 2028.");
  drafting_wait_for_marks (fixture);
  popover = drafting_open_hint (fixture);
  g_signal_emit_by_name (drafting_find_button (popover, "Don't show this again"), "clicked");
  dismissed = g_settings_get_strv (suivi_settings_get_default (), "dismissed-hints");
  g_assert_cmpuint (g_strv_length (dismissed), ==, 1);
  g_assert_cmpstr (dismissed[0], ==, "softened-verb");
  drafting_wait_for_no_label (fixture->page, "does not say which measure");

  drafting_add_draft (fixture, 0);
  drafting_type (fixture, "Take steps to abolish school fees by 2029.");
  drafting_wait_for_label (fixture->page, "8 words");
  g_assert_null (drafting_find_label (fixture->page, "does not say which measure"));

  g_assert_true (gtk_widget_activate_action (fixture->page, "drafting.show-hints", NULL));
  drafting_wait_for_label (fixture->page, "does not say which measure");
}

/* A screen reader hears what each hint is about. */
static void
test_names (DraftingFixture *fixture, gconstpointer data)
{
  GtkWidget *label = NULL;
  GtkWidget *button = NULL;

  drafting_add_issue (fixture, "Violence against children");
  drafting_add_draft (fixture, 0);
  drafting_type (fixture, "Take steps to ratify the third Optional Protocol.");
  drafting_wait_for_marks (fixture);
  label = drafting_find_label (fixture->page, "does not say which measure");
  g_assert_nonnull (label);
  button = gtk_widget_get_ancestor (label, GTK_TYPE_BUTTON);
  gtk_test_accessible_assert_property (button, GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       gtk_label_get_text (GTK_LABEL (label)));
  g_assert_true (gtk_widget_get_focusable (button));
  gtk_test_accessible_assert_property (app_find_type (fixture->page, GTK_TYPE_EXPANDER),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL, "Guided form");
  /* Pressed, it leads to the words. */
  g_signal_emit_by_name (button, "clicked");
  drafting_wait_for_popover (fixture);
  gtk_test_accessible_assert_property (drafting_get_view (fixture), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Wording of the draft");
  gtk_test_accessible_assert_property (app_find_type (fixture->page, SUIVI_TYPE_ISSUE_ROW),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Issue: Violence against children, 1 draft");
}

/* In a language without rules the page says so, and keeps quiet. */
static void
test_language (DraftingFixture *fixture, gconstpointer data)
{
  GtkWidget *drop_down = NULL;

  drafting_add_issue (fixture, "Violence against children");
  drafting_add_draft (fixture, 0);
  drafting_type (fixture, WEAK);
  drafting_wait_for_marks (fixture);
  drop_down = app_find_type (fixture->page, GTK_TYPE_DROP_DOWN);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (drop_down), 3);
  drafting_wait_for_label (fixture->page, "English, French and Spanish only");
  drafting_wait_for_label (fixture->page, "7 words");
  g_assert_cmpuint (suivi_draft_view_count_marked (drafting_get_view (fixture)), ==, 0);
  g_assert_null (drafting_find_label (fixture->page, "Specificity"));
}

/* Words that continue the sentence go before its full stop, once. */
static void
test_append (DraftingFixture *fixture, gconstpointer data)
{
  SuiviDraftView *view = SUIVI_DRAFT_VIEW (g_object_ref_sink (g_object_new (SUIVI_TYPE_DRAFT_VIEW, NULL)));
  const char *const texts[][2] = {
    { "Ban it.", "Ban it, as before." },
    { "Ban it. ", "Ban it, as before. " },
    { "Ban it", "Ban it, as before" },
    { "Ban (it)", "Ban (it), as before" },
    { "", ", as before" },
    { "Interdire à l’école.", "Interdire à l’école, as before." },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      for (guint round = 0; round < 2; round++)
        {
          g_autofree char *text = NULL;

          if (round == 0)
            suivi_draft_view_load_text (view, texts[i][0]);
          suivi_draft_view_append_words (view, ", as before");
          text = suivi_draft_view_dup_text (view);
          g_assert_cmpstr (text, ==, texts[i][1]);
        }
    }
  g_assert_finalize_object (view);
}

int
main (int argc, char *argv[])
{
  app_test_init (&argc, &argv);

#define ADD(path, func)                                                                           \
  g_test_add ("/app/drafting-editor/" path, DraftingFixture, NULL, drafting_fixture_set_up, func, \
              drafting_fixture_tear_down)
  ADD ("write", test_write);
  ADD ("use-suggestion", test_use_suggestion);
  ADD ("next-hint", test_next_hint);
  ADD ("dismiss", test_dismiss);
  ADD ("names", test_names);
  ADD ("language", test_language);
  ADD ("append", test_append);
#undef ADD

  return g_test_run ();
}
