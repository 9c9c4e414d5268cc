/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include "app/consultation/consultations-page.h"
#include "consultation-fixture.h"

/* ---- Finding things and waiting for them ---- */

/**
 * consultation_find_label:
 *
 * Returns: (transfer none) (nullable): the first label on the screen that has @part in it
 */
GtkWidget *
consultation_find_label (GtkWidget *root, const char *part)
{
  if (!gtk_widget_get_mapped (root))
    return NULL;
  if (GTK_IS_LABEL (root) && strstr (gtk_label_get_text (GTK_LABEL (root)), part) != NULL)
    return root;

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = consultation_find_label (child, part);

      if (found != NULL)
        return found;
    }

  return NULL;
}

/**
 * consultation_find_button:
 *
 * Returns: (transfer none) (nullable): the first button on the screen whose label has @part in it
 */
GtkWidget *
consultation_find_button (GtkWidget *root, const char *part)
{
  GtkWidget *found = NULL;

  if (!gtk_widget_get_mapped (root))
    return NULL;
  if (GTK_IS_BUTTON (root) && consultation_find_label (root, part) != NULL)
    return root;

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = consultation_find_button (child, part);

  return found;
}

/**
 * consultation_find_row:
 *
 * Returns: (transfer none) (nullable): the first row of preferences, shown or not, that is called @title
 */
GtkWidget *
consultation_find_row (GtkWidget *root, const char *title)
{
  GtkWidget *found = NULL;

  if (ADW_IS_PREFERENCES_ROW (root)
      && g_strcmp0 (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (root)), title) == 0)
    return root;

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = consultation_find_row (child, title);

  return found;
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

  return (consultation_find_label (wait->root, wait->part) != NULL) == wait->wanted;
}

/**
 * consultation_wait_for_label:
 *
 * Runs the main loop until consultation_find_label() finds something.
 */
void
consultation_wait_for_label (GtkWidget *root, const char *part)
{
  LabelWait wait = { root, part, TRUE };

  app_wait_until (label_is_there, &wait);
}

/**
 * consultation_wait_for_no_label:
 *
 * Runs the main loop until consultation_find_label() finds nothing.
 */
void
consultation_wait_for_no_label (GtkWidget *root, const char *part)
{
  LabelWait wait = { root, part, FALSE };

  app_wait_until (label_is_there, &wait);
}

/* ---- The workspace that is open ---- */

SuiviWorkspace *
consultation_get_workspace (ConsultationFixture *fixture)
{
  return suivi_window_get_workspace (fixture->app.window);
}

typedef struct
{
  ConsultationChange change;
  gpointer data;
} Change;

static gpointer
change_file (SuiviStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  Change *change = data;
  g_autoptr (SuiviTransaction) transaction = suivi_store_begin (store, "Change for the test", error);

  g_assert_nonnull (transaction);
  change->change (transaction, change->data);
  g_assert_true (suivi_transaction_commit (transaction, error));

  return NULL;
}

/**
 * consultation_settle:
 *
 * Waits until all that was asked of the workspace is answered and shown.
 */
void
consultation_settle (ConsultationFixture *fixture)
{
  app_settle_workspace (consultation_get_workspace (fixture));
}

/**
 * consultation_change:
 * @change: runs on the thread of the workspace
 *
 * Changes the workspace behind the back of the page, and waits until that is shown.
 */
void
consultation_change (ConsultationFixture *fixture, ConsultationChange change, gpointer data)
{
  Change both = { change, data };

  app_run (consultation_get_workspace (fixture), change_file, &both);
  consultation_settle (fixture);
}

static gpointer
load_record (SuiviStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  return suivi_store_load_consultation (store, data, error);
}

/**
 * consultation_load:
 *
 * Returns: (transfer full): the consultation of the set-up as the file has it, after all that was asked before
 */
SuiviConsultationRecord *
consultation_load (ConsultationFixture *fixture)
{
  return app_run (consultation_get_workspace (fixture), load_record, fixture->consultation_id);
}

static gpointer
list_consultations (SuiviStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  return suivi_store_list_consultations (store, "SVN", error);
}

/**
 * consultation_list:
 *
 * Returns: (transfer full) (element-type SuiviConsultationRecord): all consultations of the file
 */
GPtrArray *
consultation_list (ConsultationFixture *fixture)
{
  return app_run (consultation_get_workspace (fixture), list_consultations, NULL);
}

static gpointer
list_said (SuiviStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  return suivi_store_list_statements (store, data, SUIVI_USE_RECORD, error);
}

/**
 * consultation_list_said:
 *
 * Returns: (transfer full) (element-type SuiviAllowedStatement): what children said in the consultation of the set-up
 */
GPtrArray *
consultation_list_said (ConsultationFixture *fixture)
{
  return app_run (consultation_get_workspace (fixture), list_said, fixture->consultation_id);
}

/* ---- One step in a window of its own ---- */

static void
show_record (SuiviConsultationStep *step, SuiviConsultationRecord *record, SuiviWorkspace *workspace)
{
  suivi_consultation_step_set (step, workspace, record);
  /* The one before goes only after the step was told of the new one. */
  g_object_set_data_full (G_OBJECT (step), "test-record", record,
                          (GDestroyNotify) suivi_consultation_record_free);
}

static void
record_loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SuiviConsultationStep) step = user_data;
  g_autoptr (GError) error = NULL;
  SuiviConsultationRecord *record = suivi_workspace_run_finish (SUIVI_WORKSPACE (source), result, &error);

  if (g_object_get_data (G_OBJECT (step), "test-gone") != NULL)
    {
      g_clear_pointer (&record, suivi_consultation_record_free);
      return;
    }
  g_assert_no_error (error);
  show_record (step, record, SUIVI_WORKSPACE (source));
}

static void
workspace_changed_cb (SuiviConsultationStep *step, SuiviWorkspace *workspace)
{
  const char *id = g_object_get_data (G_OBJECT (step), "test-id");

  suivi_workspace_run_async (workspace, load_record, g_strdup (id), g_free,
                             (GDestroyNotify) suivi_consultation_record_free, NULL, record_loaded_cb,
                             g_object_ref (step));
}

/* Tab goes where the next field is on the screen: before the first frame, all fields are in one place. */
static gboolean
has_place (gpointer step)
{
  return gtk_widget_get_width (step) > 0;
}

/**
 * consultation_host_step:
 * @type: of a step
 *
 * A step for the consultation of the set-up in a window of its own, 800 pixels wide; told of each change, as the page
 * does it.
 *
 * Returns: (transfer none): the step
 */
SuiviConsultationStep *
consultation_host_step (ConsultationFixture *fixture, GType type)
{
  SuiviConsultationStep *step = g_object_new (type, NULL);
  GtkWidget *scroller = gtk_scrolled_window_new ();
  SuiviWorkspace *workspace = consultation_get_workspace (fixture);

  g_assert_null (fixture->host);
  fixture->host = adw_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (fixture->host), 800, 700);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), GTK_WIDGET (step));
  adw_window_set_content (ADW_WINDOW (fixture->host), scroller);

  g_object_set_data_full (G_OBJECT (step), "test-id", g_strdup (fixture->consultation_id), g_free);
  g_signal_connect_object (workspace, "changed", G_CALLBACK (workspace_changed_cb), step, G_CONNECT_SWAPPED);
  show_record (step, consultation_load (fixture), workspace);
  gtk_window_present (GTK_WINDOW (fixture->host));
  consultation_settle (fixture);
  app_wait_until (has_place, step);

  return step;
}

static void
drop_host (ConsultationFixture *fixture)
{
  SuiviConsultationStep *step
    = SUIVI_CONSULTATION_STEP (app_find_type (fixture->host, SUIVI_TYPE_CONSULTATION_STEP));

  consultation_settle (fixture);
  g_object_set_data (G_OBJECT (step), "test-gone", GUINT_TO_POINTER (TRUE));
  suivi_consultation_step_set (step, NULL, NULL);
  gtk_window_destroy (GTK_WINDOW (fixture->host));
  fixture->host = NULL;
}

/* ---- Set-up ---- */

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
add_planned (ConsultationFixture *fixture, SuiviTransaction *transaction)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SuiviConsultation) consultation = consultation_make ("School councils");

  suivi_transaction_put_consultation (transaction, consultation, &error);
  g_assert_no_error (error);
  fixture->consultation_id = g_strdup (consultation->id);
}

static void
add_ready (ConsultationFixture *fixture, SuiviTransaction *transaction)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SuiviConsultation) consultation = consultation_make ("School councils");
  g_autoptr (SuiviParticipant) participant = consultation_make_participant (consultation->id);

  consultation_add_ready (transaction, consultation);
  suivi_transaction_put_participant (transaction, participant, &error);
  g_assert_no_error (error);
  fixture->consultation_id = g_strdup (consultation->id);
  fixture->participant_id = g_strdup (participant->id);
}

static void
create_file (ConsultationFixture *fixture,
             const char *path,
             void (*add) (ConsultationFixture *, SuiviTransaction *))
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
  if (add != NULL)
    add (fixture, transaction);
  suivi_transaction_commit (transaction, &error);
  g_assert_no_error (error);
}

static gboolean
has_workspace (gpointer data)
{
  return consultation_get_workspace (data) != NULL;
}

static void
set_up (ConsultationFixture *fixture,
        void (*add) (ConsultationFixture *, SuiviTransaction *),
        gboolean read_only)
{
  g_autofree char *path = NULL;

  app_fixture_set_up (&fixture->app, NULL);
  fixture->file = app_fixture_get_file (&fixture->app, "consultations.suivi");
  path = g_file_get_path (fixture->file);
  create_file (fixture, path, add);
  if (read_only)
    make_newer (path);

  suivi_window_open_file (fixture->app.window, fixture->file);
  app_wait_until (has_workspace, fixture);
  suivi_window_show_page (fixture->app.window, "consultations");
  fixture->page = app_find_type (GTK_WIDGET (fixture->app.window), SUIVI_TYPE_CONSULTATIONS_PAGE);
  g_assert_nonnull (fixture->page);
  consultation_settle (fixture);
}

void
consultation_fixture_set_up (ConsultationFixture *fixture, gconstpointer data)
{
  set_up (fixture, NULL, FALSE);
}

void
consultation_fixture_set_up_planned (ConsultationFixture *fixture, gconstpointer data)
{
  set_up (fixture, add_planned, FALSE);
}

void
consultation_fixture_set_up_ready (ConsultationFixture *fixture, gconstpointer data)
{
  set_up (fixture, add_ready, FALSE);
}

void
consultation_fixture_set_up_read_only (ConsultationFixture *fixture, gconstpointer data)
{
  set_up (fixture, add_ready, TRUE);
}

/**
 * consultation_fixture_tear_down:
 *
 * Also sees to it that nothing keeps the window or the workspace alive.
 */
void
consultation_fixture_tear_down (ConsultationFixture *fixture, gconstpointer data)
{
  if (fixture->host != NULL)
    drop_host (fixture);
  app_fixture_tear_down (&fixture->app, NULL);
  g_object_unref (fixture->file);
  g_free (fixture->consultation_id);
  g_free (fixture->participant_id);
}
