/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "panel-fixture.h"

static void
put_row (SuiviTransaction *transaction,
         SuiviReview *review,
         const char *number,
         const char *text,
         const char *state,
         gboolean child_focused)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SuiviRecommendation) row = suivi_recommendation_new ();
  const char *states[] = { state, NULL };
  const char *none[] = { NULL };

  row->review_id = g_strdup (review->id);
  row->number = g_strdup (number);
  row->text = g_strdup (text);
  row->position = SUIVI_POSITION_SUPPORTED;
  row->child_focused = child_focused;
  suivi_recommendation_set_lists (row, states, none, none, none);
  suivi_transaction_put_recommendation (transaction, row, &error);
  g_assert_no_error (error);
}

static void
put_output (SuiviTransaction *transaction)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SuiviRecommendation) row = suivi_recommendation_new ();
  const char *concerned[] = { "SVN", NULL };

  g_free (row->mechanism);
  row->mechanism = g_strdup ("CRC");
  g_strfreev (row->concerned);
  row->concerned = g_strdupv ((char **) concerned);
  row->symbol = g_strdup ("CRC/C/SVN/CO/9");
  row->number = g_strdup ("12");
  row->date = g_strdup ("2024-03-05");
  row->text = g_strdup (PANEL_OUTPUT);
  row->position = SUIVI_POSITION_NONE;
  suivi_transaction_put_recommendation (transaction, row, &error);
  g_assert_no_error (error);
}

static void
fill (PanelFixture *self, const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SuiviStore) store = suivi_store_create (path, &error);
  g_autoptr (SuiviTransaction) transaction = NULL;
  g_autoptr (SuiviReview) first = suivi_review_new ("SVN", 34);
  g_autoptr (SuiviReview) last = suivi_review_new ("SVN", 48);

  g_assert_no_error (error);
  suivi_store_set_author (store, "Ann Alvera", "");
  transaction = suivi_store_begin (store, "Fill", &error);
  g_assert_no_error (error);
  suivi_transaction_put_review (transaction, first, &error);
  suivi_transaction_put_review (transaction, last, &error);
  put_row (transaction, first, "115.1", PANEL_EARLIER, "FRA", TRUE);
  put_row (transaction, first, "115.2", PANEL_OTHER, "TGO", FALSE);
  put_row (transaction, last, "140.1", PANEL_TAKEN, "FRA", TRUE);
  put_row (transaction, last, "140.2", PANEL_OTHER, "NPL", FALSE);
  put_output (transaction);

  self->priority = suivi_priority_new ("SVN", "Birth registration");
  g_free (self->priority->key_words);
  self->priority->key_words = g_strdup ("registered");
  suivi_transaction_put_priority (transaction, self->priority, &error);
  g_assert_no_error (error);
  self->draft = suivi_draft_new (self->priority->id, PANEL_DRAFT, "en");
  suivi_transaction_put_draft (transaction, self->draft, &error);
  g_assert_no_error (error);
  suivi_transaction_commit (transaction, &error);
  g_assert_no_error (error);
}

static void
opened_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  PanelFixture *self = user_data;
  g_autoptr (GError) error = NULL;

  self->workspace = suivi_workspace_open_finish (result, &error);
  g_assert_no_error (error);
}

static gboolean
is_open (gpointer data)
{
  return ((PanelFixture *) data)->workspace != NULL;
}

/* As the application does: without them no picture looks as it should. */
static void
load_styles (void)
{
  static const char *const names[] = { "style.css", "review/review.css" };

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (GtkCssProvider) provider = gtk_css_provider_new ();
      g_autofree char *path = g_strconcat ("/io/github/suivi/Suivi/", names[i], NULL);

      gtk_css_provider_load_from_resource (provider, path);
      gtk_style_context_add_provider_for_display (gdk_display_get_default (), GTK_STYLE_PROVIDER (provider),
                                                  GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
    }
}

/**
 * panel_fixture_new:
 * @panel: (nullable): what the window shows; it is told nothing yet
 */
PanelFixture *
panel_fixture_new (GtkWidget *panel)
{
  PanelFixture *self = g_new0 (PanelFixture, 1);
  g_autoptr (GError) error = NULL;
  g_autofree char *path = NULL;
  GtkWidget *overlay = adw_toast_overlay_new ();
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  /* For pictures of narrow and of high windows. */
  const char *width = g_getenv ("SUIVI_TEST_WIDTH");
  const char *height = g_getenv ("SUIVI_TEST_HEIGHT");

  load_styles ();
  self->folder = g_dir_make_tmp ("suivi-panel-XXXXXX", &error);
  g_assert_no_error (error);
  path = g_build_filename (self->folder, "test.suivi", NULL);
  fill (self, path);
  suivi_workspace_open_async (path, FALSE, "Ann Alvera", "", NULL, opened_cb, self);
  app_wait_until (is_open, self);

  self->panel = panel != NULL ? panel : gtk_label_new (NULL);
  gtk_widget_set_margin_start (self->panel, 12);
  gtk_widget_set_margin_end (self->panel, 12);
  gtk_widget_set_margin_top (self->panel, 12);
  gtk_widget_set_margin_bottom (self->panel, 12);
  gtk_box_append (GTK_BOX (box), self->panel);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), box);
  adw_toast_overlay_set_child (ADW_TOAST_OVERLAY (overlay), scroller);
  self->window = GTK_WINDOW (adw_window_new ());
  adw_window_set_content (ADW_WINDOW (self->window), overlay);
  gtk_window_set_default_size (self->window, width != NULL ? atoi (width) : 640,
                               height != NULL ? atoi (height) : 760);
  gtk_window_present (self->window);
  gtk_test_widget_wait_for_draw (GTK_WIDGET (self->window));

  return self;
}

/**
 * panel_fixture_read:
 * @read: reads something on the workspace's thread
 *
 * Returns: what it returned
 */
gpointer
panel_fixture_read (PanelFixture *self, SuiviWorkspaceFunc read, gpointer data)
{
  return app_run (self->workspace, read, data);
}

/**
 * panel_fixture_settle:
 *
 * Waits until all that was asked of the workspace is answered and shown.
 */
void
panel_fixture_settle (PanelFixture *self)
{
  app_settle_workspace (self->workspace);
}

/**
 * panel_fixture_undo:
 *
 * Takes the last step back and waits until that is shown.
 */
void
panel_fixture_undo (PanelFixture *self)
{
  app_undo (self->workspace);
}

static gpointer
put_draft (SuiviStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  g_autoptr (SuiviTransaction) transaction = suivi_store_begin (store, "Write", error);

  g_assert_true (suivi_transaction_put_draft (transaction, data, error));
  g_assert_true (suivi_transaction_commit (transaction, error));

  return NULL;
}

/**
 * panel_fixture_put_draft:
 *
 * Changes the draft in the workspace.
 */
void
panel_fixture_put_draft (PanelFixture *self, const char *text, SuiviStage stage)
{
  g_free (self->draft->text);
  self->draft->text = g_strdup (text);
  self->draft->stage = stage;
  panel_fixture_read (self, put_draft, self->draft);
  panel_fixture_settle (self);
}

static gpointer
list_backings (SuiviStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  PanelFixture *self = data;

  return suivi_store_list_backings (store, self->priority->id, self->draft->id, error);
}

/**
 * panel_fixture_list_backings:
 *
 * Returns: (transfer full): what speaks for the draft, as the workspace has it
 */
GPtrArray *
panel_fixture_list_backings (PanelFixture *self)
{
  return panel_fixture_read (self, list_backings, self);
}

/**
 * panel_fixture_free:
 *
 * Also sees to it that nothing keeps the panel or the workspace alive.
 */
void
panel_fixture_free (PanelFixture *self)
{
  panel_fixture_settle (self);
  g_object_add_weak_pointer (G_OBJECT (self->panel), (gpointer *) &self->panel);
  gtk_window_destroy (self->window);
  app_settle ();
  g_assert_null (self->panel);
  suivi_workspace_close (self->workspace);
  g_assert_finalize_object (g_steal_pointer (&self->workspace));
  suivi_workspace_wait_for_all ();
  suivi_priority_free (self->priority);
  suivi_draft_free (self->draft);

  app_remove_folder (self->folder);
  g_free (self->folder);
  g_free (self);
}

/**
 * panel_shows:
 *
 * Returns: whether a visible label holds those words
 */
gboolean
panel_shows (GtkWidget *root, const char *part)
{
  GtkWidget *label = NULL;

  for (guint i = 0; (label = app_find_visible (root, GTK_TYPE_LABEL, i)) != NULL; i++)
    {
      if (strstr (gtk_label_get_text (GTK_LABEL (label)), part) != NULL)
        return TRUE;
    }

  return FALSE;
}

/**
 * panel_has_no_window:
 * @type: a type of window, as a pointer
 *
 * A condition to wait for.
 */
gboolean
panel_has_no_window (gpointer type)
{
  return app_find_window (GPOINTER_TO_SIZE (type)) == NULL;
}

/**
 * panel_press:
 *
 * Presses a button.
 */
void
panel_press (GtkWidget *button)
{
  g_assert_nonnull (button);
  g_assert_true (gtk_widget_get_sensitive (button));
  g_signal_emit_by_name (button, "clicked");
  app_settle ();
}
