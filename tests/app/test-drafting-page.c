/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The drafting page, through the real window. */

#include "config.h"

#include <string.h>

#include "app/drafting/draft-language.h"
#include "app/drafting/draft-panels.h"
#include "app/drafting/draft-row.h"
#include "app/drafting/draft-stages.h"
#include "app/drafting/draft-view.h"
#include "app/drafting/drafting-page.h"
#include "app/drafting/guided-form.h"
#include "app/drafting/hint-popover.h"
#include "app/drafting/issue-dialog.h"
#include "app/drafting/issue-row.h"
#include "app/drafting/smart-rows.h"
#include "app/drafting/split-dialog.h"
#include "app/settings.h"
#include "core/drafting/sentence.h"
#include "store/transaction.h"
#include "test-utils.h"

#define WEAK "Strengthen efforts to protect children from violence."

typedef struct
{
  AppFixture app;
  GFile *file;
  GtkWidget *page;
} Fixture;

/* ---- Finding things ---- */

static gboolean
is_hidden (GtkWidget *widget)
{
  return !gtk_widget_get_mapped (widget);
}

static GtkWidget *
find_nth (GtkWidget *root, GType type, guint *n)
{
  if (G_TYPE_CHECK_INSTANCE_TYPE (root, type) && (*n)-- == 0)
    return root;

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_nth (child, type, n);

      if (found != NULL)
        return found;
    }

  return NULL;
}

static GtkWidget *
find_widget (GtkWidget *root, GType type, guint n)
{
  return find_nth (root, type, &n);
}

static guint
count_widgets (GtkWidget *root, GType type)
{
  guint n = 0;

  while (find_widget (root, type, n) != NULL)
    n++;

  return n;
}

static GtkWidget *
find_label (GtkWidget *root, const char *part)
{
  if (GTK_IS_LABEL (root) && strstr (gtk_label_get_text (GTK_LABEL (root)), part) != NULL
      && !is_hidden (root))
    return root;

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_label (child, part);

      if (found != NULL)
        return found;
    }

  return NULL;
}

typedef struct
{
  GtkWidget *root;
  const char *part;
  gboolean wanted;
} LabelWait;

static gboolean
label_is_there (gpointer data)
{
  LabelWait *wait = data;

  return (find_label (wait->root, wait->part) != NULL) == wait->wanted;
}

static void
wait_for_label (GtkWidget *root, const char *part)
{
  LabelWait wait = { root, part, TRUE };

  app_wait_until (label_is_there, &wait);
}

static void
wait_for_no_label (GtkWidget *root, const char *part)
{
  LabelWait wait = { root, part, FALSE };

  app_wait_until (label_is_there, &wait);
}

static SuiviDraftView *
get_view (Fixture *fixture)
{
  return SUIVI_DRAFT_VIEW (app_find_type (fixture->page, SUIVI_TYPE_DRAFT_VIEW));
}

static GtkTextBuffer *
get_buffer (Fixture *fixture)
{
  return gtk_text_view_get_buffer (GTK_TEXT_VIEW (get_view (fixture)));
}

static void
assert_text (Fixture *fixture, const char *text)
{
  g_autofree char *shown = suivi_draft_view_dup_text (get_view (fixture));

  g_assert_cmpstr (shown, ==, text);
}

typedef struct
{
  Fixture *fixture;
  const char *text;
} TextWait;

static gboolean
text_is_shown (gpointer data)
{
  TextWait *wait = data;
  g_autofree char *shown = suivi_draft_view_dup_text (get_view (wait->fixture));

  return g_str_equal (shown, wait->text);
}

static void
wait_for_text (Fixture *fixture, const char *text)
{
  TextWait wait = { fixture, text };

  app_wait_until (text_is_shown, &wait);
}

/* ---- The file, as it is on the disk ---- */

static gpointer
read_drafts (SuiviStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  g_autoptr (GPtrArray) priorities = suivi_store_list_priorities (store, "SVN", error);
  GPtrArray *drafts = g_ptr_array_new_with_free_func ((GDestroyNotify) suivi_draft_free);

  for (guint i = 0; i < priorities->len; i++)
    {
      SuiviPriority *priority = g_ptr_array_index (priorities, i);
      g_autoptr (GPtrArray) found = suivi_store_list_drafts (store, priority->id, error);

      for (guint j = 0; j < found->len; j++)
        g_ptr_array_add (drafts, suivi_draft_copy (g_ptr_array_index (found, j)));
    }

  return drafts;
}

static void
drafts_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  *(GPtrArray **) user_data = suivi_workspace_run_finish (SUIVI_WORKSPACE (source), result, NULL);
}

static gboolean
is_set (gpointer data)
{
  return *(gpointer *) data != NULL;
}

/* All drafts that the workspace has, after all that was asked of it before. */
static GPtrArray *
list_drafts (Fixture *fixture)
{
  GPtrArray *drafts = NULL;

  suivi_workspace_run_async (suivi_window_get_workspace (fixture->app.window), read_drafts, NULL, NULL, NULL,
                             NULL, drafts_read_cb, &drafts);
  app_wait_until (is_set, &drafts);
  app_settle ();

  return drafts;
}

/* ---- Set-up ---- */

static void
create_file (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SuiviStore) store = suivi_store_create (path, &error);
  g_autoptr (SuiviReview) review = suivi_review_new ("SVN", 48);
  g_autoptr (SuiviTransaction) transaction = NULL;

  g_assert_no_error (error);
  transaction = suivi_store_begin (store, "Add review", &error);
  g_assert_no_error (error);
  suivi_transaction_put_review (transaction, review, &error);
  g_assert_no_error (error);
  suivi_transaction_commit (transaction, &error);
  g_assert_no_error (error);
}

/* A file that only a newer Suivi may write to says so by its number, which SQLite keeps at bytes 60 to 63. */
static void
make_newer (const char *path)
{
  g_autofree char *content = NULL;
  gsize length = 0;

  g_assert_true (g_file_get_contents (path, &content, &length, NULL));
  content[60] = 1;
  g_assert_true (g_file_set_contents (path, content, (gssize) length, NULL));
}

static void
add_records (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SuiviStore) store = suivi_store_open (path, &error);
  g_autoptr (SuiviPriority) priority = suivi_priority_new ("SVN", "Violence against children");
  g_autoptr (SuiviDraft) draft
             = suivi_draft_new (priority->id, "Take steps to ratify the third Optional Protocol by 2028.",
                                "en");
  g_autoptr (SuiviTransaction) transaction = NULL;

  g_assert_no_error (error);
  transaction = suivi_store_begin (store, "Add draft", &error);
  suivi_transaction_put_priority (transaction, priority, &error);
  g_assert_no_error (error);
  suivi_transaction_put_draft (transaction, draft, &error);
  g_assert_no_error (error);
  suivi_transaction_commit (transaction, &error);
  g_assert_no_error (error);
}

static gboolean
has_workspace (gpointer data)
{
  return suivi_window_get_workspace (((Fixture *) data)->app.window) != NULL;
}

static void
open_page (Fixture *fixture)
{
  suivi_window_open_file (fixture->app.window, fixture->file);
  app_wait_until (has_workspace, fixture);
  suivi_window_show_page (fixture->app.window, "drafting");
  fixture->page = app_find_type (GTK_WIDGET (fixture->app.window), SUIVI_TYPE_DRAFTING_PAGE);
  g_assert_nonnull (fixture->page);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = NULL;

  g_settings_reset (suivi_settings_get_default (), "dismissed-hints");
  app_fixture_set_up (&fixture->app, NULL);
  fixture->file = app_fixture_get_file (&fixture->app, "drafts.suivi");
  path = g_file_get_path (fixture->file);
  create_file (path);
  open_page (fixture);
  wait_for_label (fixture->page, "What should change for children?");
}

static void
set_up_read_only (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = NULL;

  g_settings_reset (suivi_settings_get_default (), "dismissed-hints");
  app_fixture_set_up (&fixture->app, NULL);
  fixture->file = app_fixture_get_file (&fixture->app, "newer.suivi");
  path = g_file_get_path (fixture->file);
  create_file (path);
  add_records (path);
  make_newer (path);
  open_page (fixture);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  app_fixture_tear_down (&fixture->app, NULL);
  g_object_unref (fixture->file);
}

/* ---- Doing things ---- */

static void
add_issue (Fixture *fixture, const char *title)
{
  GtkWindow *dialog = NULL;
  GtkWidget *entry = NULL;

  g_assert_true (gtk_widget_activate_action (fixture->page, "drafting.new-issue", NULL));
  dialog = app_find_window (SUIVI_TYPE_ISSUE_DIALOG);
  g_assert_nonnull (dialog);
  entry = app_find_type (GTK_WIDGET (dialog), ADW_TYPE_ENTRY_ROW);
  gtk_editable_set_text (GTK_EDITABLE (entry), title);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (dialog), "issue.save", NULL));
  wait_for_label (fixture->page, title);
}

static guint
count_rows (Fixture *fixture, GType type)
{
  return count_widgets (fixture->page, type);
}

typedef struct
{
  Fixture *fixture;
  GType type;
  guint n;
} RowsWait;

static gboolean
has_rows (gpointer data)
{
  RowsWait *wait = data;

  return count_rows (wait->fixture, wait->type) == wait->n;
}

static void
wait_for_rows (Fixture *fixture, GType type, guint n)
{
  RowsWait wait = { fixture, type, n };

  app_wait_until (has_rows, &wait);
}

static void
add_draft (Fixture *fixture, guint issue)
{
  GtkWidget *row = find_widget (fixture->page, SUIVI_TYPE_ISSUE_ROW, issue);
  guint before = count_rows (fixture, SUIVI_TYPE_DRAFT_ROW);

  g_assert_true (gtk_widget_activate_action (fixture->page, "drafting.new-draft", "s",
                                             suivi_issue_row_get_id (SUIVI_ISSUE_ROW (row))));
  wait_for_rows (fixture, SUIVI_TYPE_DRAFT_ROW, before + 1);
  wait_for_text (fixture, "");
}

/* As typing does it. */
static void
type (Fixture *fixture, const char *text)
{
  suivi_draft_view_replace_text (get_view (fixture), text);
}

static gboolean
is_marked (gpointer data)
{
  return suivi_draft_view_count_marked (get_view (data)) > 0;
}

/* The popover that a hint opens. */
static gboolean
popover_is_open (gpointer data)
{
  GtkWidget *popover = app_find_type (GTK_WIDGET (get_view (data)), SUIVI_TYPE_HINT_POPOVER);

  return gtk_widget_get_mapped (popover);
}

static GtkWidget *
find_button (GtkWidget *root, const char *part)
{
  GtkWidget *label = find_label (root, part);

  return label != NULL ? gtk_widget_get_ancestor (label, GTK_TYPE_BUTTON) : NULL;
}

static gboolean
press (GtkWidget *widget, guint key, GdkModifierType modifiers)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GListModel) shortcuts = g_list_model_get_item (controllers, i);

      if (!GTK_IS_SHORTCUT_CONTROLLER (shortcuts))
        continue;
      for (guint j = 0; j < g_list_model_get_n_items (shortcuts); j++)
        {
          g_autoptr (GtkShortcut) shortcut = g_list_model_get_item (shortcuts, j);
          GtkShortcutTrigger *trigger = gtk_shortcut_get_trigger (shortcut);

          if (GTK_IS_KEYVAL_TRIGGER (trigger)
              && gtk_keyval_trigger_get_keyval (GTK_KEYVAL_TRIGGER (trigger)) == key
              && gtk_keyval_trigger_get_modifiers (GTK_KEYVAL_TRIGGER (trigger)) == modifiers
              && gtk_shortcut_action_activate (gtk_shortcut_get_action (shortcut), 0, widget,
                                               gtk_shortcut_get_arguments (shortcut)))
            return TRUE;
        }
    }

  return FALSE;
}

static gboolean
can_undo (gpointer data)
{
  return g_strcmp0 (suivi_workspace_get_undo_label (
                      suivi_window_get_workspace (((Fixture *) data)->app.window)),
                    "Change draft")
         == 0;
}

/* ---- Tests ---- */

/* What cannot be saved cannot be entered; what there is can be read, hints too. */
static void
test_read_only (Fixture *fixture, gconstpointer data)
{
  const char *text = "Take steps to ratify the third Optional Protocol by 2028.";
  GtkWidget *panels = NULL;
  GtkWidget *popover = NULL;
  GtkWidget *form = NULL;
  GtkTextIter start;

  wait_for_text (fixture, text);
  app_wait_until (is_marked, fixture);
  g_assert_false (gtk_text_view_get_editable (GTK_TEXT_VIEW (get_view (fixture))));
  g_assert_false (gtk_editable_get_editable (
    GTK_EDITABLE (app_find_type (app_find_type (fixture->page, SUIVI_TYPE_SMART_ROWS), GTK_TYPE_ENTRY))));
  g_assert_false (gtk_widget_is_sensitive (app_find_type (fixture->page, SUIVI_TYPE_DRAFT_STAGES)));
  g_assert_false (gtk_widget_is_sensitive (app_find_type (fixture->page, SUIVI_TYPE_DRAFT_LANGUAGE)));
  gtk_widget_activate_action (fixture->page, "drafting.new-issue", NULL);
  g_assert_null (app_find_window (SUIVI_TYPE_ISSUE_DIALOG));
  gtk_widget_activate_action (fixture->page, "drafting.delete-draft", NULL);

  panels = app_find_type (fixture->page, SUIVI_TYPE_DRAFT_PANELS);
  for (guint i = 0; i < count_widgets (panels, GTK_TYPE_EXPANDER); i++)
    gtk_expander_set_expanded (GTK_EXPANDER (find_widget (panels, GTK_TYPE_EXPANDER, i)), TRUE);
  app_settle ();
  form = app_find_type (panels, SUIVI_TYPE_GUIDED_FORM);
  g_assert_nonnull (form);
  g_assert_false (gtk_widget_is_sensitive (form));
  app_save_screenshot (GTK_WIDGET (fixture->app.window), "drafting-read-only");

  /* The hint explains itself, and that is all. */
  gtk_text_buffer_get_start_iter (get_buffer (fixture), &start);
  gtk_text_buffer_place_cursor (get_buffer (fixture), &start);
  g_assert_true (press (GTK_WIDGET (get_view (fixture)), GDK_KEY_period, GDK_CONTROL_MASK));
  app_wait_until (popover_is_open, fixture);
  popover = app_find_type (GTK_WIDGET (get_view (fixture)), SUIVI_TYPE_HINT_POPOVER);
  g_assert_nonnull (find_label (popover, "Take steps to"));
  g_assert_null (find_button (popover, "Use “"));

  g_signal_emit_by_name (popover, "use");
  g_signal_emit_by_name (panels, "insert", ", as previously recommended");
  g_signal_emit_by_name (panels, "use-text", "Ban corporal punishment.", NULL, NULL);
  assert_text (fixture, text);
  g_assert_false (suivi_drafting_page_has_unsaved (SUIVI_DRAFTING_PAGE (fixture->page)));
}

/* From nothing to a draft that is analysed as it is typed. */
static void
test_write (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) drafts = NULL;
  SuiviDraft *draft = NULL;

  add_issue (fixture, "Violence against children");
  wait_for_label (fixture->page, "Issues: 1 of 4");
  wait_for_label (fixture->page, "No draft yet");
  add_draft (fixture, 0);
  type (fixture, WEAK);
  app_wait_until (is_marked, fixture);
  wait_for_label (fixture->page, "Specificity 4 of 5: General action");
  wait_for_label (fixture->page, "7 words");
  wait_for_label (fixture->page, "To improve");
  wait_for_label (fixture->page, "By when?");
  app_save_screenshot (GTK_WIDGET (fixture->app.window), "drafting-weak");

  /* Nobody pressed anything to save it. */
  app_wait_until (can_undo, fixture);
  drafts = list_drafts (fixture);
  g_assert_cmpuint (drafts->len, ==, 1);
  draft = g_ptr_array_index (drafts, 0);
  g_assert_cmpstr (draft->text, ==, WEAK);
  g_assert_cmpstr (draft->language, ==, "en");

  type (fixture,
        "Amend the Family Code by 31 December 2028 to prohibit all corporal punishment of children.");
  wait_for_label (fixture->page, "Specificity 5 of 5: Specific action");
  wait_for_label (fixture->page, "By 31 December 2028");
  wait_for_label (fixture->page, "Child-focused");
  app_save_screenshot (GTK_WIDGET (fixture->app.window), "drafting-good");
}

/* The words of a hint are underlined, the underline leads to the hint, and the hint mends the words. */
static void
test_use_suggestion (Fixture *fixture, gconstpointer data)
{
  GtkWidget *popover = NULL;
  GtkWidget *button = NULL;
  GtkTextIter start;
  g_autofree char *text = NULL;

  add_issue (fixture, "Violence against children");
  add_draft (fixture, 0);
  type (fixture, "Take steps to ratify the third Optional Protocol by 2028.");
  app_wait_until (is_marked, fixture);
  gtk_text_buffer_get_start_iter (get_buffer (fixture), &start);
  gtk_text_buffer_place_cursor (get_buffer (fixture), &start);
  g_assert_true (press (GTK_WIDGET (get_view (fixture)), GDK_KEY_period, GDK_CONTROL_MASK));
  app_wait_until (popover_is_open, fixture);

  popover = app_find_type (GTK_WIDGET (get_view (fixture)), SUIVI_TYPE_HINT_POPOVER);
  g_assert_nonnull (find_label (popover, "Take steps to"));
  g_assert_nonnull (find_label (popover, "Source: "));
  app_save_screenshot (GTK_WIDGET (fixture->app.window), "drafting-hint");
  button = find_button (popover, "Use “");
  g_assert_nonnull (button);
  g_signal_emit_by_name (button, "clicked");
  assert_text (fixture, "Ratify the third Optional Protocol by 2028.");
  /* It is an edit like any other. */
  gtk_text_buffer_undo (get_buffer (fixture));
  assert_text (fixture, "Take steps to ratify the third Optional Protocol by 2028.");
}

/* F8 goes from hint to hint and round again. */
static void
test_next_hint (Fixture *fixture, gconstpointer data)
{
  SuiviDraftView *view = NULL;
  GtkTextIter first;
  GtkTextIter again;
  GtkTextIter end;
  guint n = 0;

  add_issue (fixture, "Violence against children");
  add_draft (fixture, 0);
  view = get_view (fixture);
  type (fixture, WEAK);
  app_wait_until (is_marked, fixture);
  gtk_text_buffer_get_end_iter (get_buffer (fixture), &end);
  gtk_text_buffer_place_cursor (get_buffer (fixture), &end);
  g_assert_true (press (GTK_WIDGET (view), GDK_KEY_F8, 0));
  g_assert_true (gtk_text_buffer_get_selection_bounds (get_buffer (fixture), &first, &end));
  g_assert_cmpint (gtk_text_iter_get_offset (&first), ==, 0);
  app_wait_until (popover_is_open, fixture);

  /* As many steps as there are hints on words lead back to the first. */
  do
    {
      g_assert_true (press (GTK_WIDGET (view), GDK_KEY_F8, 0));
      g_assert_true (gtk_text_buffer_get_selection_bounds (get_buffer (fixture), &again, &end));
      n++;
    }
  while (!gtk_text_iter_equal (&first, &again) && n < 20);
  g_assert_cmpuint (n, <=, suivi_draft_view_count_marked (view));
  g_assert_true (press (GTK_WIDGET (view), GDK_KEY_F8, GDK_SHIFT_MASK));
}

/* A hint that nobody wants to see stays away, in every draft, until it is called back. */
static void
test_dismiss (Fixture *fixture, gconstpointer data)
{
  GtkWidget *popover = NULL;
  GtkTextIter start;
  g_auto (GStrv) dismissed = NULL;

  add_issue (fixture, "Violence against children");
  add_draft (fixture, 0);
  type (fixture, "Take steps to ratify the third Optional Protocol by 2028.");
  app_wait_until (is_marked, fixture);
  gtk_text_buffer_get_start_iter (get_buffer (fixture), &start);
  gtk_text_buffer_place_cursor (get_buffer (fixture), &start);
  press (GTK_WIDGET (get_view (fixture)), GDK_KEY_period, GDK_CONTROL_MASK);
  app_wait_until (popover_is_open, fixture);
  popover = app_find_type (GTK_WIDGET (get_view (fixture)), SUIVI_TYPE_HINT_POPOVER);
  g_signal_emit_by_name (find_button (popover, "Don't show this again"), "clicked");
  dismissed = g_settings_get_strv (suivi_settings_get_default (), "dismissed-hints");
  g_assert_cmpuint (g_strv_length (dismissed), ==, 1);
  g_assert_cmpstr (dismissed[0], ==, "softened-verb");
  wait_for_no_label (fixture->page, "does not say which measure");

  add_draft (fixture, 0);
  type (fixture, "Take steps to abolish school fees by 2029.");
  wait_for_label (fixture->page, "8 words");
  g_assert_null (find_label (fixture->page, "does not say which measure"));

  g_assert_true (gtk_widget_activate_action (fixture->page, "drafting.show-hints", NULL));
  wait_for_label (fixture->page, "does not say which measure");
}

/* A screen reader hears what each hint is about. */
static void
test_names (Fixture *fixture, gconstpointer data)
{
  GtkWidget *label = NULL;
  GtkWidget *button = NULL;

  add_issue (fixture, "Violence against children");
  add_draft (fixture, 0);
  type (fixture, "Take steps to ratify the third Optional Protocol.");
  app_wait_until (is_marked, fixture);
  label = find_label (fixture->page, "does not say which measure");
  g_assert_nonnull (label);
  button = gtk_widget_get_ancestor (label, GTK_TYPE_BUTTON);
  gtk_test_accessible_assert_property (button, GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       gtk_label_get_text (GTK_LABEL (label)));
  g_assert_true (gtk_widget_get_focusable (button));
  gtk_test_accessible_assert_property (app_find_type (fixture->page, GTK_TYPE_EXPANDER),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL, "Guided form");
  /* Pressed, it leads to the words. */
  g_signal_emit_by_name (button, "clicked");
  app_wait_until (popover_is_open, fixture);
  gtk_test_accessible_assert_property (get_view (fixture), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Wording of the draft");
  gtk_test_accessible_assert_property (app_find_type (fixture->page, SUIVI_TYPE_ISSUE_ROW),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Issue: Violence against children, 1 draft");
}

static gboolean
stage_is_sent (gpointer data)
{
  g_autoptr (GPtrArray) drafts = list_drafts (data);

  return ((SuiviDraft *) g_ptr_array_index (drafts, 0))->stage == SUIVI_STAGE_SENT;
}

static void
test_stage (Fixture *fixture, gconstpointer data)
{
  GtkWidget *stages = NULL;
  g_autoptr (GPtrArray) drafts = NULL;

  add_issue (fixture, "Violence against children");
  add_draft (fixture, 0);
  type (fixture, WEAK);
  stages = app_find_type (fixture->page, SUIVI_TYPE_DRAFT_STAGES);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (find_widget (stages, GTK_TYPE_TOGGLE_BUTTON, 3)), TRUE);
  app_wait_until (stage_is_sent, fixture);
  /* The words went with it. */
  drafts = list_drafts (fixture);
  g_assert_cmpstr (((SuiviDraft *) g_ptr_array_index (drafts, 0))->text, ==, WEAK);
  wait_for_label (app_find_type (fixture->page, SUIVI_TYPE_DRAFT_ROW), "Sent");
  g_assert_false (
    gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (find_widget (stages, GTK_TYPE_TOGGLE_BUTTON, 0))));
}

/* Closing the window at once after the last key loses nothing. */
static void
test_close_and_reopen (Fixture *fixture, gconstpointer data)
{
  gpointer window = fixture->app.window;

  add_issue (fixture, "Violence against children");
  add_draft (fixture, 0);
  type (fixture, WEAK);
  g_object_add_weak_pointer (G_OBJECT (window), &window);
  gtk_window_close (GTK_WINDOW (window));
  while (window != NULL)
    g_main_context_iteration (NULL, TRUE);
  suivi_workspace_wait_for_all ();

  fixture->app.window = suivi_window_new (ADW_APPLICATION (fixture->app.application));
  gtk_window_present (GTK_WINDOW (fixture->app.window));
  open_page (fixture);
  wait_for_text (fixture, WEAK);
}

/* Another page, another draft: saved without a wait. */
static void
test_save_on_leaving (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) first = NULL;
  g_autoptr (GPtrArray) second = NULL;

  add_issue (fixture, "Violence against children");
  add_draft (fixture, 0);
  type (fixture, WEAK);
  add_draft (fixture, 0);
  first = list_drafts (fixture);
  g_assert_cmpstr (((SuiviDraft *) g_ptr_array_index (first, 0))->text, ==, WEAK);
  type (fixture, "Publish the budget for children.");
  suivi_window_show_page (fixture->app.window, "overview");
  second = list_drafts (fixture);
  g_assert_cmpstr (((SuiviDraft *) g_ptr_array_index (second, 1))->text, ==,
                   "Publish the budget for children.");
}

/* Undo of the record: the editor shows what the workspace has; and words that are being typed are not overwritten by
 * what others change. */
static void
test_undo (Fixture *fixture, gconstpointer data)
{
  GtkWidget *window = GTK_WIDGET (fixture->app.window);
  GtkWidget *stages = NULL;

  add_issue (fixture, "Violence against children");
  add_draft (fixture, 0);
  type (fixture, WEAK);
  suivi_window_show_page (fixture->app.window, "overview");
  suivi_window_show_page (fixture->app.window, "drafting");
  app_wait_until (can_undo, fixture);
  g_assert_true (gtk_widget_activate_action (window, "win.undo", NULL));
  wait_for_text (fixture, "");
  g_assert_true (gtk_widget_activate_action (window, "win.redo", NULL));
  wait_for_text (fixture, WEAK);

  /* A step comes in while words are unsaved. */
  stages = app_find_type (fixture->page, SUIVI_TYPE_DRAFT_STAGES);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (find_widget (stages, GTK_TYPE_TOGGLE_BUTTON, 1)), TRUE);
  type (fixture, "Ban corporal punishment.");
  wait_for_label (app_find_type (fixture->page, SUIVI_TYPE_DRAFT_ROW), "Agreed");
  assert_text (fixture, "Ban corporal punishment.");
}

/* Deleted, and back with one press. */
static void
test_delete (Fixture *fixture, gconstpointer data)
{
  GtkWidget *window = GTK_WIDGET (fixture->app.window);
  GtkWidget *row = NULL;

  add_issue (fixture, "Violence against children");
  add_draft (fixture, 0);
  type (fixture, WEAK);
  g_assert_true (gtk_widget_activate_action (fixture->page, "drafting.delete-draft", NULL));
  wait_for_rows (fixture, SUIVI_TYPE_DRAFT_ROW, 0);
  app_wait_for_text (window, "Draft deleted");
  g_assert_true (gtk_widget_activate_action (window, "win.undo", NULL));
  wait_for_rows (fixture, SUIVI_TYPE_DRAFT_ROW, 1);
  wait_for_text (fixture, WEAK);

  row = app_find_type (fixture->page, SUIVI_TYPE_ISSUE_ROW);
  g_assert_true (gtk_widget_activate_action (fixture->page, "drafting.delete-issue", "s",
                                             suivi_issue_row_get_id (SUIVI_ISSUE_ROW (row))));
  wait_for_label (fixture->page, "What should change for children?");
  g_assert_true (gtk_widget_activate_action (window, "win.undo", NULL));
  wait_for_text (fixture, WEAK);
}

typedef struct
{
  Fixture *fixture;
  const char *title;
} First;

static gboolean
is_first_issue (gpointer data)
{
  First *first = data;
  GtkWidget *row = app_find_type (first->fixture->page, SUIVI_TYPE_ISSUE_ROW);

  return row != NULL && find_label (row, first->title) != NULL;
}

/* The weightiest issue can be put first; the first one stays where it is. */
static void
test_raise (Fixture *fixture, gconstpointer data)
{
  First budget = { fixture, "Child budget" };
  First violence = { fixture, "Violence against children" };
  GtkWidget *window = GTK_WIDGET (fixture->app.window);
  g_autofree char *first_id = NULL;
  const char *id = NULL;

  add_issue (fixture, violence.title);
  first_id = g_strdup (
    suivi_issue_row_get_id (SUIVI_ISSUE_ROW (app_find_type (fixture->page, SUIVI_TYPE_ISSUE_ROW))));
  g_assert_true (gtk_widget_activate_action (fixture->page, "drafting.raise-issue", "s", first_id));
  add_issue (fixture, budget.title);
  app_wait_until (is_first_issue, &violence);
  id = suivi_issue_row_get_id (SUIVI_ISSUE_ROW (find_widget (fixture->page, SUIVI_TYPE_ISSUE_ROW, 1)));
  g_assert_cmpstr (id, !=, first_id);
  g_assert_true (gtk_widget_activate_action (fixture->page, "drafting.raise-issue", "s", id));
  app_wait_until (is_first_issue, &budget);
  g_assert_true (gtk_widget_activate_action (window, "win.undo", NULL));
  app_wait_until (is_first_issue, &violence);
}

/* More than States take up is told, and allowed. */
static void
test_counts (Fixture *fixture, gconstpointer data)
{
  const char *const titles[] = { "Birth registration", "Corporal punishment", "Child budget", "Detention" };

  for (gsize i = 0; i < G_N_ELEMENTS (titles); i++)
    add_issue (fixture, titles[i]);
  wait_for_label (fixture->page, "Issues: 4 of 4");
  g_assert_null (find_label (fixture->page, "More than four issues"));
  add_issue (fixture, "Poverty");
  wait_for_label (fixture->page, "Issues: 5, better 4");
  wait_for_label (fixture->page, "More than four issues");

  add_draft (fixture, 0);
  add_draft (fixture, 0);
  g_assert_null (find_label (fixture->page, "2 drafts: one or two"));
  add_draft (fixture, 0);
  wait_for_label (fixture->page, "3 drafts: one or two");
  /* The sidebar counts them. */
  app_wait_for_text (GTK_WIDGET (fixture->app.window), "3");
  app_save_screenshot (GTK_WIDGET (fixture->app.window), "drafting-counts");
}

static gboolean
is_narrow (gpointer data)
{
  GtkWidget *leaflet = app_find_type (((Fixture *) data)->page, ADW_TYPE_LEAFLET);

  return adw_leaflet_get_folded (ADW_LEAFLET (leaflet));
}

/* 360 pixels: one after the other, and a way back. */
static void
test_narrow (Fixture *fixture, gconstpointer data)
{
  GtkWidget *leaflet = app_find_type (fixture->page, ADW_TYPE_LEAFLET);
  int minimum = 0;

  add_issue (fixture, "Violence against children");
  add_draft (fixture, 0);
  type (fixture, WEAK);
  app_wait_until (is_marked, fixture);
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

/* In a language without rules the page says so, and keeps quiet. */
static void
test_language (Fixture *fixture, gconstpointer data)
{
  GtkWidget *drop_down = NULL;

  add_issue (fixture, "Violence against children");
  add_draft (fixture, 0);
  type (fixture, WEAK);
  app_wait_until (is_marked, fixture);
  drop_down = app_find_type (fixture->page, GTK_TYPE_DROP_DOWN);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (drop_down), 3);
  wait_for_label (fixture->page, "English, French and Spanish only");
  wait_for_label (fixture->page, "7 words");
  g_assert_cmpuint (suivi_draft_view_count_marked (get_view (fixture)), ==, 0);
  g_assert_null (find_label (fixture->page, "Specificity"));
}

static gpointer
delete_issues (SuiviStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  g_autoptr (GPtrArray) priorities = suivi_store_list_priorities (store, "SVN", error);
  g_autoptr (SuiviTransaction) transaction = suivi_store_begin (store, "Tidy up", error);

  for (guint i = 0; i < priorities->len; i++)
    suivi_transaction_delete_priority (transaction, ((SuiviPriority *) g_ptr_array_index (priorities, i))->id,
                                       error);

  return suivi_transaction_commit (transaction, error) ? GUINT_TO_POINTER (TRUE) : NULL;
}

static void
issues_deleted_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  *(gpointer *) user_data = suivi_workspace_run_finish (SUIVI_WORKSPACE (source), result, NULL);
}

static gboolean
is_saved (gpointer data)
{
  return !suivi_drafting_page_has_unsaved (SUIVI_DRAFTING_PAGE (((Fixture *) data)->page));
}

/* What cannot be saved is kept, said, and saved when it can be. */
static void
test_failure (Fixture *fixture, gconstpointer data)
{
  gpointer done = NULL;
  g_autoptr (GPtrArray) drafts = NULL;

  add_issue (fixture, "Violence against children");
  add_draft (fixture, 0);
  type (fixture, WEAK);
  suivi_workspace_run_async (suivi_window_get_workspace (fixture->app.window), delete_issues, NULL, NULL,
                             NULL, NULL, issues_deleted_cb, &done);
  app_wait_until (is_set, &done);
  wait_for_label (fixture->page, "What you typed is not saved yet");
  g_assert_true (suivi_drafting_page_has_unsaved (SUIVI_DRAFTING_PAGE (fixture->page)));

  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->app.window), "win.undo", NULL));
  wait_for_text (fixture, WEAK);
  app_wait_until (is_saved, fixture);
  wait_for_no_label (fixture->page, "What you typed is not saved yet");
  drafts = list_drafts (fixture);
  g_assert_cmpuint (drafts->len, ==, 1);
  g_assert_cmpstr (((SuiviDraft *) g_ptr_array_index (drafts, 0))->text, ==, WEAK);
}

static void
use_form (Fixture *fixture, const char *means)
{
  g_autoptr (SuiviSentence) sentence = suivi_sentence_new ();
  g_autofree char *form = NULL;

  g_free (sentence->means);
  sentence->means = g_strdup (means);
  form = suivi_sentence_to_string (sentence);
  g_signal_emit_by_name (app_find_type (fixture->page, SUIVI_TYPE_DRAFT_PANELS), "use-text",
                         "Ban corporal punishment.", form, means);
}

/* The means of the form are those of the draft, until somebody writes down others. */
static void
test_means (Fixture *fixture, gconstpointer data)
{
  GtkEditable *means = NULL;
  g_autoptr (GPtrArray) drafts = NULL;

  add_issue (fixture, "Violence against children");
  add_draft (fixture, 0);
  means = GTK_EDITABLE (app_find_type (app_find_type (fixture->page, SUIVI_TYPE_SMART_ROWS), GTK_TYPE_ENTRY));
  use_form (fixture, "two trainers");
  assert_text (fixture, "Ban corporal punishment.");
  g_assert_cmpstr (gtk_editable_get_text (means), ==, "two trainers");
  wait_for_label (fixture->page, "the means are written down");
  use_form (fixture, "three trainers");
  g_assert_cmpstr (gtk_editable_get_text (means), ==, "three trainers");
  use_form (fixture, "");
  g_assert_cmpstr (gtk_editable_get_text (means), ==, "three trainers");

  gtk_editable_set_text (means, "a line in the budget");
  use_form (fixture, "four trainers");
  g_assert_cmpstr (gtk_editable_get_text (means), ==, "a line in the budget");
  drafts = list_drafts (fixture);
  g_assert_cmpstr (((SuiviDraft *) g_ptr_array_index (drafts, 0))->means, ==, "a line in the budget");
}

/* One draft becomes two, in one step. */
static void
test_split (Fixture *fixture, gconstpointer data)
{
  const char *text
    = "Ratify the third Optional Protocol by 2028 and abolish fees for birth certificates by 2027.";
  g_autoptr (GPtrArray) drafts = NULL;
  GtkWidget *button = NULL;
  GtkWindow *dialog = NULL;

  add_issue (fixture, "Violence against children");
  add_draft (fixture, 0);
  type (fixture, text);
  wait_for_label (fixture->page, "Asks for 2 things?");
  button = find_button (fixture->page, "Split…");
  g_signal_emit_by_name (button, "clicked");
  dialog = app_find_window (SUIVI_TYPE_SPLIT_DIALOG);
  g_assert_nonnull (dialog);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (dialog), "split.do", NULL));
  wait_for_rows (fixture, SUIVI_TYPE_DRAFT_ROW, 2);
  drafts = list_drafts (fixture);
  g_assert_nonnull (strstr (((SuiviDraft *) g_ptr_array_index (drafts, 0))->text, "Ratify the third"));
  g_assert_null (strstr (((SuiviDraft *) g_ptr_array_index (drafts, 0))->text, "abolish"));
  g_assert_nonnull (strstr (((SuiviDraft *) g_ptr_array_index (drafts, 1))->text, "bolish fees"));
  wait_for_text (fixture, ((SuiviDraft *) g_ptr_array_index (drafts, 0))->text);

  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->app.window), "win.undo", NULL));
  wait_for_rows (fixture, SUIVI_TYPE_DRAFT_ROW, 1);
  wait_for_text (fixture, text);
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

static void
review_added_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  *(gpointer *) user_data = suivi_workspace_run_finish (SUIVI_WORKSPACE (source), result, NULL);
}

static gboolean
has_review (gpointer window)
{
  return suivi_window_get_review (window) != NULL;
}

/* Issues are those of one State: of the review that is chosen. */
static void
test_states (Fixture *fixture, gconstpointer data)
{
  gpointer review_id = NULL;
  g_autofree char *slovenia = NULL;

  /* While there is one only, the window chooses it, as soon as it knows. */
  app_wait_until (has_review, fixture->app.window);
  slovenia = g_strdup (suivi_window_get_review (fixture->app.window));
  add_issue (fixture, "Violence against children");
  suivi_workspace_run_async (suivi_window_get_workspace (fixture->app.window), add_review, NULL, NULL, g_free,
                             NULL, review_added_cb, &review_id);
  app_wait_until (is_set, &review_id);
  suivi_window_set_review (fixture->app.window, NULL);
  wait_for_label (fixture->page, "This workspace holds reviews of several States");
  suivi_window_set_review (fixture->app.window, review_id);
  wait_for_label (fixture->page, "What should change for children?");
  suivi_window_set_review (fixture->app.window, slovenia);
  wait_for_label (fixture->page, "Violence against children");
  g_free (review_id);
}

/* Words that continue the sentence go before its full stop, once. */
static void
test_append (Fixture *fixture, gconstpointer data)
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

#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)
  ADD ("/app/drafting/write", test_write);
  ADD ("/app/drafting/use-suggestion", test_use_suggestion);
  ADD ("/app/drafting/next-hint", test_next_hint);
  ADD ("/app/drafting/dismiss", test_dismiss);
  ADD ("/app/drafting/names", test_names);
  ADD ("/app/drafting/stage", test_stage);
  ADD ("/app/drafting/close-and-reopen", test_close_and_reopen);
  ADD ("/app/drafting/save-on-leaving", test_save_on_leaving);
  ADD ("/app/drafting/undo", test_undo);
  ADD ("/app/drafting/delete", test_delete);
  ADD ("/app/drafting/raise", test_raise);
  ADD ("/app/drafting/counts", test_counts);
  ADD ("/app/drafting/narrow", test_narrow);
  ADD ("/app/drafting/language", test_language);
  ADD ("/app/drafting/failure", test_failure);
  ADD ("/app/drafting/means", test_means);
  ADD ("/app/drafting/split", test_split);
  ADD ("/app/drafting/states", test_states);
  ADD ("/app/drafting/append", test_append);
#undef ADD
  g_test_add ("/app/drafting/read-only", Fixture, NULL, set_up_read_only, test_read_only, tear_down);

  return g_test_run ();
}
