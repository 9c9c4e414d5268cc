/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "app/consultation/record-group.h"
#include "app/consultation/text-row.h"
#include "app/review/contribution-row.h"
#include "app/review/report-box.h"
#include "app/step.h"
#include "core/text/readability.h"
#include "core/text/text.h"
#include "store/scorecard-store.h"

struct _SuiviReportBox
{
  GtkBox parent_instance;

  SuiviRecordGroup *contributions;
  AdwEntryRow *add;
  GtkWidget *chosen;
  SuiviTextRow *wording;
  SuiviTextRow *explanation;
  GtkLabel *readability;

  SuiviWorkspace *workspace; /* (owned) (nullable) */
  SuiviRecordForm *form;     /* (owned): of the plain wording */
  char *recommendation_id;   /* (nullable) */
  char *entry_of;            /* (nullable): key of the recommendation that the text in the entry is for */
  GHashTable *typed;         /* key of a recommendation → what was typed for it and not added */
  GCancellable *cancellable; /* (owned) (nullable): of the reading under way */
};

G_DEFINE_FINAL_TYPE (SuiviReportBox, suivi_report_box, GTK_TYPE_BOX)

enum
{
  SIGNAL_FAILED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

typedef struct
{
  SuiviPlainWording *plain; /* a new one if there is none */
  GPtrArray *contributions;
} Words;

static void
free_words (gpointer data)
{
  Words *words = data;

  suivi_plain_wording_free (words->plain);
  g_clear_pointer (&words->contributions, g_ptr_array_unref);
  g_free (words);
}

static gpointer
read_words (SuiviStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  const char *recommendation_id = data;
  Words *words = g_new0 (Words, 1);
  g_autoptr (GError) local = NULL;

  words->plain = suivi_store_get_plain_wording (store, recommendation_id, &local);
  if (local == NULL)
    words->contributions = suivi_store_list_contributions (store, recommendation_id, &local);
  if (local != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      free_words (words);
      return NULL;
    }
  if (words->plain == NULL)
    {
      /* The same key at each reading: until it is saved it is one record, and what is being typed into it stays. */
      words->plain = suivi_plain_wording_new (recommendation_id);
      g_free (words->plain->id);
      words->plain->id = g_strdup (recommendation_id);
    }

  return words;
}

/* Saving */

static void
saved_cb (GtkWidget *widget, const char *failure, const char *done)
{
  if (failure != NULL)
    g_signal_emit (widget, signals[SIGNAL_FAILED], 0, failure);
}

/* What could not be saved stays where it was typed. */
static void
added_cb (GtkWidget *widget, const char *failure, const char *done)
{
  GtkEditable *add = GTK_EDITABLE (SUIVI_REPORT_BOX (widget)->add);
  g_autofree char *what = g_strdup (gtk_editable_get_text (add));

  gtk_editable_set_editable (add, TRUE);
  gtk_editable_set_text (add, "");
  if (failure == NULL)
    return;

  /* Typed anew, the row offers to add it again. */
  gtk_editable_set_text (add, what);
  gtk_editable_set_position (add, -1);
  g_signal_emit (widget, signals[SIGNAL_FAILED], 0, failure);
}

static gboolean
put_plain (SuiviStore *store, SuiviTransaction *transaction, gpointer record, GError **error)
{
  return suivi_transaction_put_plain_wording (transaction, record, error);
}

static gboolean
put_contribution (SuiviStore *store, SuiviTransaction *transaction, gpointer record, GError **error)
{
  return suivi_transaction_put_contribution (transaction, record, error);
}

static gboolean
delete_contribution (SuiviStore *store, SuiviTransaction *transaction, gpointer id, GError **error)
{
  return suivi_transaction_delete_contribution (transaction, id, error);
}

static void
contribution_edited_cb (SuiviReportBox *self, gpointer contribution)
{
  suivi_step_make (self->workspace, _ ("Change what civil society did"), put_contribution,
                   suivi_contribution_copy (contribution), (GDestroyNotify) suivi_contribution_free,
                   GTK_WIDGET (self), saved_cb, NULL);
}

static void
contribution_removed_cb (SuiviReportBox *self, const char *id)
{
  suivi_step_make (self->workspace, _ ("Remove what civil society did"), delete_contribution, g_strdup (id),
                   g_free, GTK_WIDGET (self), saved_cb, NULL);
}

static void
add_cb (SuiviReportBox *self)
{
  const char *what = gtk_editable_get_text (GTK_EDITABLE (self->add));
  SuiviContribution *contribution = NULL;

  if (self->recommendation_id == NULL || suivi_text_is_blank (what)
      || !gtk_editable_get_editable (GTK_EDITABLE (self->add)))
    return;

  contribution = suivi_contribution_new (self->recommendation_id);
  g_free (contribution->what);
  contribution->what = g_strdup (what);
  suivi_step_make (self->workspace, _ ("Add what civil society did"), put_contribution, contribution,
                   (GDestroyNotify) suivi_contribution_free, GTK_WIDGET (self), added_cb, NULL);
  /* Until it is saved or could not be, it is this text, added once. */
  gtk_editable_set_editable (GTK_EDITABLE (self->add), FALSE);
}

/* Without words it cannot be told to children: the switch waits for them, what is typed is kept. */
static void
plain_edited_cb (SuiviReportBox *self)
{
  SuiviPlainWording *plain = suivi_record_form_get_record (self->form);

  if (suivi_text_is_blank (plain->wording))
    plain->chosen = 0;
  suivi_step_make (self->workspace, _ ("Write for children"), put_plain, plain,
                   (GDestroyNotify) suivi_plain_wording_free, GTK_WIDGET (self), saved_cb, NULL);
}

/* Showing */

static void
words_typed_cb (SuiviReportBox *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (suivi_text_row_get_view (self->wording)));
  g_auto (SuiviReadability) found = { 0 };
  g_autofree char *text = NULL;
  g_autofree char *sentence = NULL;
  GtkTextIter start;
  GtkTextIter end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  text = gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
  suivi_readability_measure (&found, text);
  sentence = suivi_readability_to_text (&found);
  gtk_label_set_label (self->readability, sentence);
  gtk_widget_set_visible (GTK_WIDGET (self->readability), *sentence != '\0');
  gtk_widget_set_sensitive (self->chosen, found.n_words > 0);
}

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SuiviReportBox) self = user_data;
  g_autoptr (GError) error = NULL;
  Words *words = suivi_workspace_run_finish (SUIVI_WORKSPACE (source), result, &error);
  gboolean writable = FALSE;

  if (words == NULL)
    {
      if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        g_signal_emit (self, signals[SIGNAL_FAILED], 0, error->message);
      return;
    }
  if (self->workspace != NULL && g_strcmp0 (words->plain->recommendation_id, self->recommendation_id) == 0)
    {
      writable = suivi_workspace_get_read_only (self->workspace) == SUIVI_READ_ONLY_NO;
      suivi_record_form_set_record (self->form, words->plain, writable);
      suivi_record_group_show (self->contributions, words->contributions, writable);
      gtk_widget_set_visible (GTK_WIDGET (self->add), writable);
      words_typed_cb (self);
    }
  free_words (words);
}

static void
suivi_report_box_dispose (GObject *object)
{
  SuiviReportBox *self = SUIVI_REPORT_BOX (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->form);
  g_clear_object (&self->workspace);
  g_clear_pointer (&self->recommendation_id, g_free);
  g_clear_pointer (&self->entry_of, g_free);
  g_clear_pointer (&self->typed, g_hash_table_unref);

  G_OBJECT_CLASS (suivi_report_box_parent_class)->dispose (object);
}

static void
suivi_report_box_class_init (SuiviReportBoxClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = suivi_report_box_dispose;

  signals[SIGNAL_FAILED] = g_signal_new ("failed", SUIVI_TYPE_REPORT_BOX, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                         NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  g_type_ensure (SUIVI_TYPE_RECORD_GROUP);
  g_type_ensure (SUIVI_TYPE_TEXT_ROW);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/suivi/Suivi/review/report-box.ui");
  gtk_widget_class_bind_template_child (widget_class, SuiviReportBox, contributions);
  gtk_widget_class_bind_template_child (widget_class, SuiviReportBox, add);
  gtk_widget_class_bind_template_child (widget_class, SuiviReportBox, chosen);
  gtk_widget_class_bind_template_child (widget_class, SuiviReportBox, wording);
  gtk_widget_class_bind_template_child (widget_class, SuiviReportBox, explanation);
  gtk_widget_class_bind_template_child (widget_class, SuiviReportBox, readability);
  gtk_widget_class_bind_template_callback (widget_class, add_cb);
  gtk_widget_class_bind_template_callback (widget_class, contribution_edited_cb);
  gtk_widget_class_bind_template_callback (widget_class, contribution_removed_cb);
}

static void
suivi_report_box_init (SuiviReportBox *self)
{
  GtkWidget *view = NULL;

  self->typed = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  gtk_widget_init_template (GTK_WIDGET (self));
  suivi_record_group_set_row_type (self->contributions, SUIVI_TYPE_CONTRIBUTION_ROW);
  self->form = suivi_record_form_new (&suivi_plain_wording_record);
  view = suivi_text_row_get_view (self->wording);
  suivi_record_form_bind (self->form, "chosen", self->chosen);
  suivi_record_form_bind (self->form, "wording", view);
  suivi_record_form_bind (self->form, "explanation", suivi_text_row_get_view (self->explanation));
  /* Nothing can be typed before it is known what is there. */
  suivi_record_form_set_record (self->form, NULL, FALSE);
  g_signal_connect_object (self->form, "edited", G_CALLBACK (plain_edited_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (gtk_text_view_get_buffer (GTK_TEXT_VIEW (view)), "changed",
                           G_CALLBACK (words_typed_cb), self, G_CONNECT_SWAPPED);
}

/* What was typed and not added belongs to its recommendation, and comes back with it. */
static void
swap_entry (SuiviReportBox *self, const char *recommendation_id)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->add));
  g_autofree char *before = NULL;

  if (g_strcmp0 (self->entry_of, recommendation_id) == 0)
    return;

  if (self->entry_of != NULL && !suivi_text_is_blank (text))
    g_hash_table_insert (self->typed, g_strdup (self->entry_of), g_strdup (text));
  before = g_strdup (g_hash_table_lookup (self->typed, recommendation_id));
  gtk_editable_set_text (GTK_EDITABLE (self->add), before != NULL ? before : "");
  g_hash_table_remove (self->typed, recommendation_id);
  g_free (self->entry_of);
  self->entry_of = g_strdup (recommendation_id);
}

/**
 * suivi_report_box_show:
 * @workspace: where it is read and saved
 * @recommendation_id: key of a recommendation of a review
 *
 * What was typed for the one shown before is saved first.
 */
void
suivi_report_box_show (SuiviReportBox *self, SuiviWorkspace *workspace, const char *recommendation_id)
{
  if (g_strcmp0 (self->recommendation_id, recommendation_id) != 0)
    suivi_report_box_clear (self);
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_set_object (&self->workspace, workspace);
  if (self->recommendation_id == NULL)
    self->recommendation_id = g_strdup (recommendation_id);
  swap_entry (self, recommendation_id);
  self->cancellable = g_cancellable_new ();
  suivi_workspace_run_async (workspace, read_words, g_strdup (recommendation_id), g_free, free_words,
                             self->cancellable, loaded_cb, g_object_ref (self));
  gtk_widget_set_visible (GTK_WIDGET (self), TRUE);
}

/**
 * suivi_report_box_clear:
 *
 * Shows nothing. What was typed is saved first.
 */
void
suivi_report_box_clear (SuiviReportBox *self)
{
  if (self->recommendation_id != NULL)
    {
      suivi_record_form_flush (self->form);
      suivi_record_group_flush (self->contributions);
      suivi_record_form_set_record (self->form, NULL, FALSE);
    }
  g_clear_pointer (&self->recommendation_id, g_free);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}
