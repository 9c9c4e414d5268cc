/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include "app/drafting/draft-row.h"
#include "app/drafting/drafting-page.h"
#include "app/drafting/hint-popover.h"
#include "app/drafting/issue-dialog.h"
#include "app/drafting/issue-row.h"
#include "app/settings.h"
#include "store/transaction.h"
#include "drafting-fixture.h"

/* ---- Finding things and waiting for them ---- */

/**
 * drafting_find_label:
 *
 * Returns: (transfer none) (nullable): the first label on the screen that has @part in it
 */
GtkWidget *
drafting_find_label (GtkWidget *root, const char *part)
{
  if (GTK_IS_LABEL (root) && strstr (gtk_label_get_text (GTK_LABEL (root)), part) != NULL
      && gtk_widget_get_mapped (root))
    return root;

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = drafting_find_label (child, part);

      if (found != NULL)
        return found;
    }

  return NULL;
}

/**
 * drafting_find_button:
 *
 * Returns: (transfer none) (nullable): the first button on the screen whose label has @part in it
 */
GtkWidget *
drafting_find_button (GtkWidget *root, const char *part)
{
  GtkWidget *label = drafting_find_label (root, part);

  return label != NULL ? gtk_widget_get_ancestor (label, GTK_TYPE_BUTTON) : NULL;
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

  return (drafting_find_label (wait->root, wait->part) != NULL) == wait->wanted;
}

/**
 * drafting_wait_for_label:
 *
 * Runs the main loop until drafting_find_label() finds something.
 */
void
drafting_wait_for_label (GtkWidget *root, const char *part)
{
  LabelWait wait = { root, part, TRUE };

  app_wait_until (label_is_there, &wait);
}

/**
 * drafting_wait_for_no_label:
 *
 * Runs the main loop until drafting_find_label() finds nothing.
 */
void
drafting_wait_for_no_label (GtkWidget *root, const char *part)
{
  LabelWait wait = { root, part, FALSE };

  app_wait_until (label_is_there, &wait);
}

typedef struct
{
  DraftingFixture *fixture;
  GType type;
  guint n;
} RowsWait;

static gboolean
has_rows (gpointer data)
{
  RowsWait *wait = data;

  return app_count_widgets (wait->fixture->page, wait->type) == wait->n;
}

/**
 * drafting_wait_for_rows:
 *
 * Runs the main loop until the page has @n widgets of @type.
 */
void
drafting_wait_for_rows (DraftingFixture *fixture, GType type, guint n)
{
  RowsWait wait = { fixture, type, n };

  app_wait_until (has_rows, &wait);
}

/* ---- The editor ---- */

SuiviDraftView *
drafting_get_view (DraftingFixture *fixture)
{
  return SUIVI_DRAFT_VIEW (app_find_type (fixture->page, SUIVI_TYPE_DRAFT_VIEW));
}

GtkTextBuffer *
drafting_get_buffer (DraftingFixture *fixture)
{
  return gtk_text_view_get_buffer (GTK_TEXT_VIEW (drafting_get_view (fixture)));
}

/**
 * drafting_assert_text:
 *
 * The editor shows @text, and that alone.
 */
void
drafting_assert_text (DraftingFixture *fixture, const char *text)
{
  g_autofree char *shown = suivi_draft_view_dup_text (drafting_get_view (fixture));

  g_assert_cmpstr (shown, ==, text);
}

typedef struct
{
  DraftingFixture *fixture;
  const char *text;
} TextWait;

static gboolean
text_is_shown (gpointer data)
{
  TextWait *wait = data;
  g_autofree char *shown = suivi_draft_view_dup_text (drafting_get_view (wait->fixture));

  return g_str_equal (shown, wait->text);
}

/**
 * drafting_wait_for_text:
 *
 * Runs the main loop until the editor shows @text.
 */
void
drafting_wait_for_text (DraftingFixture *fixture, const char *text)
{
  TextWait wait = { fixture, text };

  app_wait_until (text_is_shown, &wait);
}

/**
 * drafting_type:
 *
 * Replaces what the editor shows, as typing does it.
 */
void
drafting_type (DraftingFixture *fixture, const char *text)
{
  suivi_draft_view_replace_text (drafting_get_view (fixture), text);
}

static gboolean
is_marked (gpointer data)
{
  return suivi_draft_view_count_marked (drafting_get_view (data)) > 0;
}

/**
 * drafting_wait_for_marks:
 *
 * Runs the main loop until words are underlined for a hint.
 */
void
drafting_wait_for_marks (DraftingFixture *fixture)
{
  app_wait_until (is_marked, fixture);
}

static GtkWidget *
get_popover (DraftingFixture *fixture)
{
  return app_find_type (GTK_WIDGET (drafting_get_view (fixture)), SUIVI_TYPE_HINT_POPOVER);
}

static gboolean
popover_is_open (gpointer data)
{
  return gtk_widget_get_mapped (get_popover (data));
}

/**
 * drafting_wait_for_popover:
 *
 * Runs the main loop until a hint is open.
 *
 * Returns: (transfer none): the popover that explains the hint
 */
GtkWidget *
drafting_wait_for_popover (DraftingFixture *fixture)
{
  app_wait_until (popover_is_open, fixture);

  return get_popover (fixture);
}

/**
 * drafting_open_hint:
 *
 * Opens the hint on the first words with the keyboard.
 *
 * Returns: (transfer none): the popover that explains the hint
 */
GtkWidget *
drafting_open_hint (DraftingFixture *fixture)
{
  GtkTextBuffer *buffer = drafting_get_buffer (fixture);
  GtkTextIter start;

  gtk_text_buffer_get_start_iter (buffer, &start);
  gtk_text_buffer_place_cursor (buffer, &start);
  g_assert_true (app_press_key (GTK_WIDGET (drafting_get_view (fixture)), GDK_KEY_period, GDK_CONTROL_MASK));

  return drafting_wait_for_popover (fixture);
}

/* ---- Issues and drafts ---- */

/**
 * drafting_add_issue:
 *
 * Adds an issue by means of its dialog.
 */
void
drafting_add_issue (DraftingFixture *fixture, const char *title)
{
  GtkWindow *dialog = NULL;
  GtkWidget *entry = NULL;

  g_assert_true (gtk_widget_activate_action (fixture->page, "drafting.new-issue", NULL));
  dialog = app_find_window (SUIVI_TYPE_ISSUE_DIALOG);
  g_assert_nonnull (dialog);
  entry = app_find_type (GTK_WIDGET (dialog), ADW_TYPE_ENTRY_ROW);
  gtk_editable_set_text (GTK_EDITABLE (entry), title);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (dialog), "issue.save", NULL));
  drafting_wait_for_label (fixture->page, title);
}

/**
 * drafting_add_draft:
 * @issue: 0 for the first issue of the list
 *
 * Adds an empty draft to the issue and waits until the editor shows it.
 */
void
drafting_add_draft (DraftingFixture *fixture, guint issue)
{
  GtkWidget *row = app_find_widget (fixture->page, SUIVI_TYPE_ISSUE_ROW, issue);
  guint before = app_count_widgets (fixture->page, SUIVI_TYPE_DRAFT_ROW);

  g_assert_true (gtk_widget_activate_action (fixture->page, "drafting.new-draft", "s",
                                             suivi_issue_row_get_id (SUIVI_ISSUE_ROW (row))));
  drafting_wait_for_rows (fixture, SUIVI_TYPE_DRAFT_ROW, before + 1);
  drafting_wait_for_text (fixture, "");
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

/**
 * drafting_list_drafts:
 *
 * Returns: (transfer full) (element-type SuiviDraft): all drafts that the workspace has, after all that was asked of
 *   it before
 */
GPtrArray *
drafting_list_drafts (DraftingFixture *fixture)
{
  GPtrArray *drafts = app_run (suivi_window_get_workspace (fixture->app.window), read_drafts, NULL);

  app_settle ();

  return drafts;
}

static gboolean
can_undo (gpointer data)
{
  return g_strcmp0 (suivi_workspace_get_undo_label (
                      suivi_window_get_workspace (((DraftingFixture *) data)->app.window)),
                    "Change draft")
         == 0;
}

/**
 * drafting_wait_for_change:
 *
 * Runs the main loop until the change of a draft is the last step of the workspace.
 */
void
drafting_wait_for_change (DraftingFixture *fixture)
{
  app_wait_until (can_undo, fixture);
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
  return suivi_window_get_workspace (((DraftingFixture *) data)->app.window) != NULL;
}

/**
 * drafting_open_page:
 *
 * Opens the file and shows the drafting page.
 */
void
drafting_open_page (DraftingFixture *fixture)
{
  suivi_window_open_file (fixture->app.window, fixture->file);
  app_wait_until (has_workspace, fixture);
  suivi_window_show_page (fixture->app.window, "drafting");
  fixture->page = app_find_type (GTK_WIDGET (fixture->app.window), SUIVI_TYPE_DRAFTING_PAGE);
  g_assert_nonnull (fixture->page);
}

static char *
set_up_window (DraftingFixture *fixture, const char *name)
{
  g_settings_reset (suivi_settings_get_default (), "dismissed-hints");
  app_fixture_set_up (&fixture->app, NULL);
  fixture->file = app_fixture_get_file (&fixture->app, name);

  return g_file_get_path (fixture->file);
}

/**
 * drafting_fixture_set_up:
 *
 * The page over a file with a review of a State and nothing else.
 */
void
drafting_fixture_set_up (DraftingFixture *fixture, gconstpointer data)
{
  g_autofree char *path = set_up_window (fixture, "drafts.suivi");

  create_file (path);
  drafting_open_page (fixture);
  drafting_wait_for_label (fixture->page, "What should change for children?");
}

/**
 * drafting_fixture_set_up_read_only:
 *
 * The page over a file of a newer Suivi, with an issue and a draft: it can be read, not changed.
 */
void
drafting_fixture_set_up_read_only (DraftingFixture *fixture, gconstpointer data)
{
  g_autofree char *path = set_up_window (fixture, "newer.suivi");

  create_file (path);
  add_records (path);
  make_newer (path);
  drafting_open_page (fixture);
}

/**
 * drafting_fixture_tear_down:
 *
 * Also sees to it that nothing keeps the window or the workspace alive.
 */
void
drafting_fixture_tear_down (DraftingFixture *fixture, gconstpointer data)
{
  app_fixture_tear_down (&fixture->app, NULL);
  g_object_unref (fixture->file);
}
