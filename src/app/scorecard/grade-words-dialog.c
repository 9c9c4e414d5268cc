/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "app/drafting/panel-widgets.h"
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

  AdwComboRow *scale;
  AdwComboRow *language;
  AdwPreferencesGroup *words;
  GtkLabel *failure;
  GtkWidget *rows[SUIVI_N_LIGHTS]; /* AdwEntryRow, in the order in which lights are shown */

  SuiviWorkspace *workspace; /* (owned) */
  GPtrArray *labels;         /* (owned) (element-type SuiviGradeLabel): all that there are */
  GCancellable *cancellable;
  SuiviScale shown_scale; /* whose words the rows hold */
  guint shown;            /* and in which language */
  guint n_saving;         /* words on their way */
  gboolean closed;        /* by the user; it comes back if a word could not be saved */
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

static const char *
get_nick (SuiviGradeWordsDialog *self, guint row)
{
  return suivi_scale_grade_to_nick (self->shown_scale, suivi_lights_in_order[row]);
}

/* Returns: the place of the label in the list; that after the last one if there is none */
static guint
find_label (SuiviGradeWordsDialog *self, const char *nick, const char *language)
{
  guint i = 0;

  for (; self->labels != NULL && i < self->labels->len; i++)
    {
      const SuiviGradeLabel *label = g_ptr_array_index (self->labels, i);

      if (g_str_equal (label->grade, nick) && g_str_equal (label->language, language))
        break;
    }

  return i;
}

static const char *
find_word (SuiviGradeWordsDialog *self, const char *nick, const char *language)
{
  const guint i = find_label (self, nick, language);

  return self->labels != NULL && i < self->labels->len
           ? ((const SuiviGradeLabel *) g_ptr_array_index (self->labels, i))->label
           : "";
}

static void
show_words (SuiviGradeWordsDialog *self)
{
  for (guint i = 0; i < SUIVI_N_LIGHTS; i++)
    {
      const SuiviLight light = suivi_lights_in_order[i];
      g_autofree char *title = g_strdup_printf ("%s %s", suivi_light_to_symbol (light),
                                                suivi_scale_grade_to_label (self->shown_scale, light, NULL));

      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->rows[i]), title);
      gtk_widget_set_tooltip_text (self->rows[i], suivi_scale_grade_to_rule (self->shown_scale, light));
      gtk_widget_remove_css_class (self->rows[i], "error");
      gtk_editable_set_text (GTK_EDITABLE (self->rows[i]),
                             find_word (self, get_nick (self, i), languages[self->shown].code));
    }
  adw_preferences_group_set_description (self->words, suivi_scale_to_rule (self->shown_scale));
}

/* Saving */

static void reload (SuiviGradeWordsDialog *self);

static void
say_failure (SuiviGradeWordsDialog *self, const char *failure)
{
  gtk_label_set_label (self->failure, failure != NULL ? failure : "");
  gtk_widget_set_visible (GTK_WIDGET (self->failure), failure != NULL);
}

static void
saved_cb (GtkWidget *widget, const char *failure, const char *done)
{
  SuiviGradeWordsDialog *self = SUIVI_GRADE_WORDS_DIALOG (widget);

  self->n_saving--;
  if (self->workspace == NULL)
    return;
  if (failure != NULL)
    {
      say_failure (self, failure);
      /* The list of words says that it was saved. */
      reload (self);
      if (self->closed)
        gtk_window_present (GTK_WINDOW (self));
      self->closed = FALSE;
    }
  else if (self->closed && self->n_saving == 0)
    {
      gtk_window_destroy (GTK_WINDOW (self));
    }
}

/* No word is the word of Suivi. */
static gboolean
put_word (SuiviStore *store, SuiviTransaction *transaction, gpointer record, GError **error)
{
  SuiviGradeLabel *wanted = record;
  g_autoptr (GPtrArray) labels = NULL;

  if (!suivi_text_is_blank (wanted->label))
    return suivi_transaction_put_grade_label (transaction, wanted, error);

  labels = suivi_store_list_grade_labels (store, error);
  for (guint i = 0; labels != NULL && i < labels->len; i++)
    {
      const SuiviGradeLabel *label = g_ptr_array_index (labels, i);

      if (g_str_equal (label->grade, wanted->grade) && g_str_equal (label->language, wanted->language))
        return suivi_transaction_delete_grade_label (transaction, label->id, error);
    }

  return labels != NULL;
}

/* What will be there in a moment, so that a word that is saved is not saved again. */
static void
remember (SuiviGradeWordsDialog *self, const char *nick, const char *language, const char *word)
{
  const guint i = find_label (self, nick, language);

  if (i < self->labels->len)
    g_ptr_array_remove_index (self->labels, i);
  if (word[0] != '\0')
    g_ptr_array_add (self->labels, suivi_grade_label_new (nick, language, word));
}

static char *
dup_typed (SuiviGradeWordsDialog *self, guint row)
{
  return suivi_text_clean (gtk_editable_get_text (GTK_EDITABLE (self->rows[row])));
}

/* Returns: whether something else than what is known was typed */
static gboolean
is_typed (SuiviGradeWordsDialog *self, guint row)
{
  g_autofree char *word = dup_typed (self, row);

  return !g_str_equal (word, find_word (self, get_nick (self, row), languages[self->shown].code));
}

/* The history and the undo button say which word it was. */
static char *
name_step (SuiviGradeWordsDialog *self, guint row, const char *word)
{
  const char *grade = suivi_scale_grade_to_label (self->shown_scale, suivi_lights_in_order[row], NULL);

  if (word[0] == '\0')
    /* Translators: name of a step that can be undone; %s is a grade, as Suivi calls it */
    return g_strdup_printf (_ ("Call “%s” as before"), grade);

  /* Translators: name of a step that can be undone: a grade, as Suivi calls it, and the user's word for it */
  return g_strdup_printf (_ ("Call “%s” “%s”"), grade, word);
}

static void
save_row (SuiviGradeWordsDialog *self, guint row)
{
  const char *nick = get_nick (self, row);
  const char *language = languages[self->shown].code;
  g_autofree char *word = dup_typed (self, row);
  g_autofree char *label = name_step (self, row, word);

  suivi_step_make (self->workspace, label, put_word, suivi_grade_label_new (nick, language, word),
                   (GDestroyNotify) suivi_grade_label_free, GTK_WIDGET (self), saved_cb, NULL);
  self->n_saving++;
  remember (self, nick, language, word);
}

/* How the grade of the row will be called, to compare: as typed, as in all languages, or as Suivi calls it. */
static char *
dup_key (SuiviGradeWordsDialog *self, guint row)
{
  g_autofree char *typed = dup_typed (self, row);
  const char *word = typed;

  if (word[0] == '\0' && languages[self->shown].code[0] != '\0')
    word = find_word (self, get_nick (self, row), "");
  if (word[0] == '\0')
    word = suivi_scale_grade_to_label (self->shown_scale, suivi_lights_in_order[row], NULL);

  return suivi_text_fold (word);
}

/* A table that comes back tells grades apart by their words. */
static gboolean
is_taken (SuiviGradeWordsDialog *self, guint row)
{
  g_autofree char *key = dup_key (self, row);

  for (guint i = 0; i < SUIVI_N_LIGHTS; i++)
    {
      g_autofree char *other = dup_key (self, i);

      if (i != row && g_str_equal (key, other))
        return TRUE;
    }

  return FALSE;
}

/* Returns: whether everything that was typed is saved, or on its way */
static gboolean
save (SuiviGradeWordsDialog *self)
{
  gboolean all = TRUE;

  if (self->labels == NULL || suivi_workspace_get_read_only (self->workspace) != SUIVI_READ_ONLY_NO)
    return TRUE;

  for (guint i = 0; i < SUIVI_N_LIGHTS; i++)
    {
      const gboolean typed = is_typed (self, i);
      const gboolean taken = typed && is_taken (self, i);

      all &= !taken;
      if (taken)
        gtk_widget_add_css_class (self->rows[i], "error");
      else
        gtk_widget_remove_css_class (self->rows[i], "error");
      if (typed && !taken)
        save_row (self, i);
    }
  say_failure (self, all ? NULL : _ ("Two grades have the same word. Give each of them its own."));

  return all;
}

static void
applied_cb (SuiviGradeWordsDialog *self)
{
  save (self);
}

/* Another language or another scale, once the words of this one are safe. */
static void
chosen_cb (SuiviGradeWordsDialog *self)
{
  const guint scale = adw_combo_row_get_selected (self->scale);
  const guint language = adw_combo_row_get_selected (self->language);

  if ((scale == self->shown_scale && language == self->shown) || scale >= SUIVI_N_SCALES
      || language >= G_N_ELEMENTS (languages))
    return;
  if (!save (self))
    {
      adw_combo_row_set_selected (self->scale, self->shown_scale);
      adw_combo_row_set_selected (self->language, self->shown);
      return;
    }

  self->shown_scale = scale;
  self->shown = language;
  show_words (self);
}

static gboolean
close_cb (SuiviGradeWordsDialog *self)
{
  if (!save (self))
    return GDK_EVENT_STOP;
  if (self->n_saving == 0)
    return GDK_EVENT_PROPAGATE;

  /* Out of the way, and gone when it is known that nothing is lost. */
  self->closed = TRUE;
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  return GDK_EVENT_STOP;
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
        say_failure (self, error->message);
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
  gtk_widget_class_bind_template_child (widget_class, SuiviGradeWordsDialog, scale);
  gtk_widget_class_bind_template_child (widget_class, SuiviGradeWordsDialog, language);
  gtk_widget_class_bind_template_child (widget_class, SuiviGradeWordsDialog, words);
  gtk_widget_class_bind_template_child (widget_class, SuiviGradeWordsDialog, failure);
  gtk_widget_class_bind_template_callback (widget_class, chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, close_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
suivi_grade_words_dialog_init (SuiviGradeWordsDialog *self)
{
  const char *names[G_N_ELEMENTS (languages) + 1] = { NULL };
  const char *scales[SUIVI_N_SCALES + 1] = { NULL };
  g_autoptr (GtkStringList) language_model = NULL;
  g_autoptr (GtkStringList) scale_model = NULL;

  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  for (guint i = 0; i < SUIVI_N_LIGHTS; i++)
    {
      self->rows[i] = adw_entry_row_new ();
      adw_entry_row_set_show_apply_button (ADW_ENTRY_ROW (self->rows[i]), TRUE);
      gtk_text_set_max_length (GTK_TEXT (gtk_editable_get_delegate (GTK_EDITABLE (self->rows[i]))),
                               SUIVI_GRADE_LABEL_MAX);
      g_signal_connect_object (self->rows[i], "apply", G_CALLBACK (applied_cb), self, G_CONNECT_SWAPPED);
      adw_preferences_group_add (self->words, self->rows[i]);
    }
  for (guint i = 0; i < SUIVI_N_SCALES; i++)
    scales[i] = suivi_scale_to_label (i);
  for (gsize i = 0; i < G_N_ELEMENTS (languages); i++)
    names[i] = _ (languages[i].name);
  scale_model = gtk_string_list_new (scales);
  language_model = gtk_string_list_new (names);
  adw_combo_row_set_model (self->scale, G_LIST_MODEL (scale_model));
  adw_combo_row_set_model (self->language, G_LIST_MODEL (language_model));
  suivi_drop_down_name (GTK_WIDGET (self->scale), _ ("Scale"));
  suivi_drop_down_name (GTK_WIDGET (self->language), _ ("Language"));
  show_words (self);
}

/**
 * suivi_grade_words_show:
 * @parent: the window in front of which it stands
 * @workspace: whose words they are
 *
 * Lets the user say how the grades of each scale are called, on the pages and in what she publishes.
 */
void
suivi_grade_words_show (GtkWindow *parent, SuiviWorkspace *workspace)
{
  SuiviGradeWordsDialog *self = g_object_new (SUIVI_TYPE_GRADE_WORDS_DIALOG, "modal", TRUE, NULL);
  gboolean writable = suivi_workspace_get_read_only (workspace) == SUIVI_READ_ONLY_NO;

  suivi_panel_window_fit (GTK_WINDOW (self), parent);
  self->workspace = g_object_ref (workspace);
  for (guint i = 0; i < SUIVI_N_LIGHTS; i++)
    gtk_editable_set_editable (GTK_EDITABLE (self->rows[i]), writable);
  g_signal_connect_object (workspace, "changed", G_CALLBACK (reload), self, G_CONNECT_SWAPPED);
  reload (self);
  gtk_window_present (GTK_WINDOW (self));
}
