/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "app/drop-down.h"
#include "app/scorecard/grade-words-dialog.h"
#include "app/step.h"
#include "core/scorecard/light-order.h"
#include "core/scorecard/scale.h"
#include "core/text/text.h"
#include "store/scorecard-store.h"

struct _SuiviGradeWordsDialog
{
  AdwWindow parent_instance;

  AdwComboRow *language;
  AdwPreferencesGroup *words;
  GtkLabel *failure;
  GtkWidget *rows[SUIVI_N_LIGHTS]; /* AdwEntryRow, in the order in which lights are shown */

  SuiviWorkspace *workspace; /* (owned) */
  GPtrArray *labels;         /* (owned) (element-type SuiviGradeLabel): all that there are */
  GCancellable *cancellable;
  guint shown; /* the language whose words the rows hold */
};

G_DEFINE_FINAL_TYPE (SuiviGradeWordsDialog, suivi_grade_words_dialog, ADW_TYPE_WINDOW)

/* The languages of the United Nations; their codes are those of SuiviGradeLabel. */
static const struct
{
  const char *code;
  const char *name;
} languages[] = {
  { "", N_ ("All languages") }, { "ar", N_ ("Arabic") },  { "zh", N_ ("Chinese") }, { "en", N_ ("English") },
  { "fr", N_ ("French") },      { "ru", N_ ("Russian") }, { "es", N_ ("Spanish") },
};

static const SuiviGradeLabel *
find_label (SuiviGradeWordsDialog *self, SuiviLight light)
{
  const char *grade = suivi_scale_grade_to_nick (SUIVI_SCALE_LIGHT, light);

  for (guint i = 0; self->labels != NULL && i < self->labels->len; i++)
    {
      const SuiviGradeLabel *label = g_ptr_array_index (self->labels, i);

      if (g_str_equal (label->grade, grade) && g_str_equal (label->language, languages[self->shown].code))
        return label;
    }

  return NULL;
}

static void
show_words (SuiviGradeWordsDialog *self)
{
  for (guint i = 0; i < SUIVI_N_LIGHTS; i++)
    {
      const SuiviGradeLabel *label = find_label (self, suivi_lights_in_order[i]);

      gtk_editable_set_text (GTK_EDITABLE (self->rows[i]), label != NULL ? label->label : "");
    }
}

/* Saving */

static void
saved_cb (GtkWidget *widget, const char *failure, const char *done)
{
  SuiviGradeWordsDialog *self = SUIVI_GRADE_WORDS_DIALOG (widget);

  gtk_label_set_label (self->failure, failure != NULL ? failure : "");
  gtk_widget_set_visible (GTK_WIDGET (self->failure), failure != NULL);
}

static gboolean
put_label (SuiviStore *store, SuiviTransaction *transaction, gpointer record, GError **error)
{
  return suivi_transaction_put_grade_label (transaction, record, error);
}

static gboolean
delete_label (SuiviStore *store, SuiviTransaction *transaction, gpointer id, GError **error)
{
  return suivi_transaction_delete_grade_label (transaction, id, error);
}

/* No word is the word of Suivi. */
static void
save_row (SuiviGradeWordsDialog *self, guint i)
{
  const SuiviLight light = suivi_lights_in_order[i];
  const SuiviGradeLabel *before = find_label (self, light);
  g_autofree char *word = suivi_text_clean (gtk_editable_get_text (GTK_EDITABLE (self->rows[i])));

  if (g_strcmp0 (word, before != NULL ? before->label : "") == 0)
    return;
  if (*word == '\0')
    suivi_step_make (self->workspace, _ ("Forget a word for a light"), delete_label, g_strdup (before->id),
                     g_free, GTK_WIDGET (self), saved_cb, NULL);
  else
    suivi_step_make (self->workspace, _ ("Choose a word for a light"), put_label,
                     suivi_grade_label_new (suivi_scale_grade_to_nick (SUIVI_SCALE_LIGHT, light),
                                            languages[self->shown].code, word),
                     (GDestroyNotify) suivi_grade_label_free, GTK_WIDGET (self), saved_cb, NULL);
}

static void
save (SuiviGradeWordsDialog *self)
{
  if (self->labels == NULL || suivi_workspace_get_read_only (self->workspace) != SUIVI_READ_ONLY_NO)
    return;
  for (guint i = 0; i < SUIVI_N_LIGHTS; i++)
    save_row (self, i);
}

static void
applied_cb (SuiviGradeWordsDialog *self)
{
  save (self);
}

static void
language_chosen_cb (SuiviGradeWordsDialog *self)
{
  guint chosen = adw_combo_row_get_selected (self->language);

  if (chosen == self->shown || chosen >= G_N_ELEMENTS (languages))
    return;
  save (self);
  self->shown = chosen;
  show_words (self);
}

static gboolean
close_cb (SuiviGradeWordsDialog *self)
{
  save (self);

  return GDK_EVENT_PROPAGATE;
}

/* Reading */

static gpointer
read_labels (SuiviStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  return suivi_store_list_grade_labels (store, error);
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SuiviGradeWordsDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  GPtrArray *labels = suivi_workspace_run_finish (SUIVI_WORKSPACE (source), result, &error);
  gboolean first = self->labels == NULL;

  if (labels == NULL)
    {
      if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        saved_cb (GTK_WIDGET (self), error->message, NULL);
      return;
    }
  g_clear_pointer (&self->labels, g_ptr_array_unref);
  self->labels = labels;
  /* What is being typed stays. */
  if (first)
    show_words (self);
}

static void
reload (SuiviGradeWordsDialog *self)
{
  suivi_workspace_run_async (self->workspace, read_labels, NULL, NULL, (GDestroyNotify) g_ptr_array_unref,
                             self->cancellable, read_cb, g_object_ref (self));
}

static void
suivi_grade_words_dialog_dispose (GObject *object)
{
  SuiviGradeWordsDialog *self = SUIVI_GRADE_WORDS_DIALOG (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->workspace);
  g_clear_pointer (&self->labels, g_ptr_array_unref);

  G_OBJECT_CLASS (suivi_grade_words_dialog_parent_class)->dispose (object);
}

static void
suivi_grade_words_dialog_class_init (SuiviGradeWordsDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = suivi_grade_words_dialog_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/suivi/Suivi/scorecard/grade-words-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, SuiviGradeWordsDialog, language);
  gtk_widget_class_bind_template_child (widget_class, SuiviGradeWordsDialog, words);
  gtk_widget_class_bind_template_child (widget_class, SuiviGradeWordsDialog, failure);
  gtk_widget_class_bind_template_callback (widget_class, language_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, close_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
suivi_grade_words_dialog_init (SuiviGradeWordsDialog *self)
{
  const char *names[G_N_ELEMENTS (languages) + 1] = { NULL };
  g_autoptr (GtkStringList) model = NULL;

  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  for (gsize i = 0; i < G_N_ELEMENTS (languages); i++)
    names[i] = _ (languages[i].name);
  model = gtk_string_list_new (names);
  adw_combo_row_set_model (self->language, G_LIST_MODEL (model));
  suivi_drop_down_name (GTK_WIDGET (self->language), _ ("In outputs in"));
  for (guint i = 0; i < SUIVI_N_LIGHTS; i++)
    {
      g_autofree char *title = g_strdup_printf ("%s %s", suivi_light_to_symbol (suivi_lights_in_order[i]),
                                                suivi_light_to_label (suivi_lights_in_order[i]));

      self->rows[i] = adw_entry_row_new ();
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->rows[i]), title);
      adw_entry_row_set_show_apply_button (ADW_ENTRY_ROW (self->rows[i]), TRUE);
      g_signal_connect_object (self->rows[i], "apply", G_CALLBACK (applied_cb), self, G_CONNECT_SWAPPED);
      adw_preferences_group_add (self->words, self->rows[i]);
    }
}

/**
 * suivi_grade_words_show:
 * @parent: the window in front of which it stands
 * @workspace: whose words they are
 *
 * Lets the user say how the lights are called in what she publishes.
 */
void
suivi_grade_words_show (GtkWindow *parent, SuiviWorkspace *workspace)
{
  SuiviGradeWordsDialog *self
    = g_object_new (SUIVI_TYPE_GRADE_WORDS_DIALOG, "transient-for", parent, "modal", TRUE, NULL);
  gboolean writable = suivi_workspace_get_read_only (workspace) == SUIVI_READ_ONLY_NO;

  self->workspace = g_object_ref (workspace);
  for (guint i = 0; i < SUIVI_N_LIGHTS; i++)
    gtk_editable_set_editable (GTK_EDITABLE (self->rows[i]), writable);
  g_signal_connect_object (workspace, "changed", G_CALLBACK (reload), self, G_CONNECT_SWAPPED);
  reload (self);
  gtk_window_present (GTK_WINDOW (self));
}
