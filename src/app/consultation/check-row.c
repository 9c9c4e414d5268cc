/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/consultation/check-row.h"

#include <glib/gi18n-lib.h>

#include "app/consultation/attachments-box.h"
#include "app/consultation/record-form.h"
#include "app/digit-key.h"
#include "app/relative-time.h"
#include "core/text/text.h"

struct _SuiviCheckRow
{
  AdwPreferencesRow parent_instance;

  GtkLabel *text;
  GtkLabel *kind;
  GtkWidget *choice;
  GtkToggleButton *yes;
  GtkToggleButton *no;
  GtkToggleButton *not_applicable;
  GtkWidget *take_out;
  GtkEditable *evidence;
  GtkWidget *add_file;
  GtkWidget *why;
  GtkLabel *passed;
  GtkWidget *adults;
  GtkLabel *adults_text;
  GtkLabel *answered;
  SuiviAttachmentsBox *attachments;

  SuiviConsultationStep *step; /* (unowned) (nullable): weak */
  SuiviRecordForm *form;       /* (owned): the evidence */
  SuiviCheckAnswer
    *stored; /* (owned) (nullable): as the workspace has it; what is not answered has a key, too */
  SuiviCheckAnswer *sent; /* (owned) (nullable): as it was last given to the workspace */
  gboolean in_workspace;  /* whether there is such an answer in the workspace */
  gboolean must;
  gboolean writable;
  gboolean filling;
  SuiviCheck check; /* what is chosen */
  guint n_saving;   /* answers on their way to the workspace */
  GtkFileChooserNative *native;
};

G_DEFINE_FINAL_TYPE (SuiviCheckRow, suivi_check_row, ADW_TYPE_PREFERENCES_ROW)

static const SuiviCheck answers[] = { SUIVI_CHECK_YES, SUIVI_CHECK_NO, SUIVI_CHECK_NOT_APPLICABLE };

static GtkToggleButton *
get_button (SuiviCheckRow *self, SuiviCheck check)
{
  switch (check)
    {
    case SUIVI_CHECK_YES:
      return self->yes;
    case SUIVI_CHECK_NO:
      return self->no;
    case SUIVI_CHECK_NOT_APPLICABLE:
      return self->not_applicable;
    case SUIVI_CHECK_UNANSWERED:
    default:
      return NULL;
    }
}

/* ---- The keyboard ---- */

/* What Tab stops at after the row itself. The answers are no stop: letters give them, or the arrows go there. */
static guint
list_stops (SuiviCheckRow *self, GtkWidget *stops[4])
{
  stops[0] = GTK_WIDGET (self->evidence);
  stops[1] = self->add_file;
  stops[2] = GTK_WIDGET (self->attachments);
  stops[3] = self->take_out;

  return 4;
}

static gboolean
is_within (GtkWidget *focus, GtkWidget *widget)
{
  return focus != NULL && (focus == widget || gtk_widget_is_ancestor (focus, widget));
}

static gboolean
move_by_tab (SuiviCheckRow *self, GtkWidget *focus, GtkDirectionType direction)
{
  GtkWidget *stops[4] = { NULL };
  int n = (int) list_stops (self, stops);
  int at = -1;
  int step = direction == GTK_DIR_TAB_FORWARD ? 1 : -1;

  for (int i = 0; i < n; i++)
    {
      if (is_within (focus, stops[i]))
        at = i;
    }
  if (!is_within (focus, GTK_WIDGET (self)))
    {
      if (step > 0)
        return gtk_widget_grab_focus (GTK_WIDGET (self));
      at = n;
    }
  else if (at < 0 && step < 0)
    return FALSE;
  else if (at >= 0 && gtk_widget_child_focus (stops[at], direction))
    return TRUE;

  for (at += step; at >= 0 && at < n; at += step)
    {
      if (gtk_widget_child_focus (stops[at], direction))
        return TRUE;
    }

  return step < 0 && gtk_widget_grab_focus (GTK_WIDGET (self));
}

static gboolean
suivi_check_row_focus (GtkWidget *widget, GtkDirectionType direction)
{
  SuiviCheckRow *self = SUIVI_CHECK_ROW (widget);
  GtkRoot *root = gtk_widget_get_root (widget);
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  if (direction == GTK_DIR_TAB_FORWARD || direction == GTK_DIR_TAB_BACKWARD)
    return move_by_tab (self, focus, direction);
  if ((direction == GTK_DIR_LEFT || direction == GTK_DIR_RIGHT)
      && (focus == widget || is_within (focus, self->choice)))
    {
      gtk_widget_child_focus (self->choice, direction);
      return TRUE;
    }

  return GTK_WIDGET_CLASS (suivi_check_row_parent_class)->focus (widget, direction);
}

/* ---- Showing ---- */

/* A yes that the list of adults does not bear out: how many of them have no date for it. */
static char *
say_adults (SuiviCheckRow *self)
{
  SuiviConsultationRecord *record
    = self->step != NULL ? suivi_consultation_step_get_record (self->step) : NULL;
  const char *id = self->stored != NULL ? self->stored->item_id : NULL;
  guint n_conduct = 0;
  guint n_screened = 0;
  guint n_trained = 0;

  if (record == NULL || self->check != SUIVI_CHECK_YES)
    return NULL;
  for (guint i = 0; i < record->facilitators->len; i++)
    {
      const SuiviFacilitator *adult = g_ptr_array_index (record->facilitators, i);

      n_conduct += suivi_text_is_blank (adult->conduct_on);
      n_screened += suivi_text_is_blank (adult->screened_on);
      n_trained += suivi_text_is_blank (adult->trained_on);
    }

  if (g_strcmp0 (id, "c1") == 0 && n_conduct > 0)
    return g_strdup_printf (ngettext ("In the plan, %u adult has no date for the code of conduct.",
                                      "In the plan, %u adults have no date for the code of conduct.",
                                      n_conduct),
                            n_conduct);
  if (g_strcmp0 (id, "g1") == 0 && n_screened > 0)
    return g_strdup_printf (ngettext ("In the plan, %u adult has no date for the background check.",
                                      "In the plan, %u adults have no date for the background check.",
                                      n_screened),
                            n_screened);
  if (g_strcmp0 (id, "g2") == 0 && n_trained > 0)
    return g_strdup_printf (ngettext ("In the plan, %u adult has no date for the training.",
                                      "In the plan, %u adults have no date for the training.", n_trained),
                            n_trained);

  return NULL;
}

/* "Maria K. · 22 November 2026" */
static char *
describe_author (const SuiviCheckAnswer *answer)
{
  g_autofree char *day = NULL;

  if (answer == NULL || answer->answer == SUIVI_CHECK_UNANSWERED || suivi_text_is_blank (answer->answered_on))
    return g_strdup ("");

  day = suivi_format_day (answer->answered_on);

  return suivi_text_is_blank (answer->answered_by) ? g_steal_pointer (&day)
                                                   : g_strdup_printf ("%s · %s", answer->answered_by, day);
}

static void
show_check (SuiviCheckRow *self)
{
  g_autofree char *author = describe_author (self->stored);
  g_autofree char *adults = say_adults (self);

  self->filling = TRUE;
  for (gsize i = 0; i < G_N_ELEMENTS (answers); i++)
    gtk_toggle_button_set_active (get_button (self, answers[i]), answers[i] == self->check);
  self->filling = FALSE;

  gtk_widget_set_visible (self->why, self->must && self->check == SUIVI_CHECK_NOT_APPLICABLE
                                       && suivi_text_is_blank (gtk_editable_get_text (self->evidence)));
  gtk_label_set_label (self->adults_text, adults != NULL ? adults : "");
  gtk_widget_set_visible (self->adults, adults != NULL);
  /* Whoever hears the row instead of seeing it hears the answer, too. */
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  suivi_check_to_label (self->check), -1);
  gtk_label_set_label (self->answered, author);
  gtk_widget_set_visible (GTK_WIDGET (self->answered), author[0] != '\0');
}

/* ---- Saving ---- */

/* Who answered, and when, only the store knows. */
static gboolean
put_answer (SuiviStore *store, SuiviTransaction *transaction, gpointer record, GError **error)
{
  SuiviCheckAnswer *answer = record;

  g_free (answer->answered_on);
  answer->answered_on = suivi_store_get_today (store);
  g_free (answer->answered_by);
  answer->answered_by = g_strdup (suivi_store_get_author (store));

  return suivi_transaction_put_check_answer (transaction, answer, error);
}

static void
saved_cb (GtkWidget *widget, const char *failure, const char *done)
{
  SuiviCheckRow *self = SUIVI_CHECK_ROW (widget);

  self->n_saving--;
  if (failure == NULL || self->step == NULL)
    return;

  suivi_check_answer_free (self->sent);
  self->sent = suivi_check_answer_copy (self->stored);
  self->check = self->stored->answer;
  show_check (self);
  suivi_consultation_step_fail (self->step, failure);
}

static void
save (SuiviCheckRow *self)
{
  SuiviWorkspace *workspace = self->step != NULL ? suivi_consultation_step_get_workspace (self->step) : NULL;
  g_autoptr (SuiviCheckAnswer) answer = suivi_record_form_get_record (self->form);

  if (workspace == NULL || answer == NULL || !self->writable)
    return;
  if (self->check == self->sent->answer && g_strcmp0 (answer->evidence, self->sent->evidence) == 0)
    return;

  answer->answer = self->check;
  suivi_check_answer_free (self->sent);
  self->sent = suivi_check_answer_copy (answer);
  self->n_saving++;
  /* Translators: name of a step that can be undone: an item of the safeguarding checklist */
  suivi_step_make (workspace, _ ("Answer an item of the checklist"), put_answer, g_steal_pointer (&answer),
                   (GDestroyNotify) suivi_check_answer_free, GTK_WIDGET (self), saved_cb, NULL);
}

static void
choose (SuiviCheckRow *self, SuiviCheck check)
{
  if (!self->writable || self->sent == NULL)
    return;

  self->check = check;
  show_check (self);
  /* What was typed goes along, as one step. */
  suivi_record_form_flush (self->form);
  save (self);
}

static void
toggled_cb (SuiviCheckRow *self, GtkToggleButton *button)
{
  SuiviCheck check = SUIVI_CHECK_UNANSWERED;

  if (self->filling)
    return;

  /* Pressing the chosen one again takes the answer back. */
  for (gsize i = 0; i < G_N_ELEMENTS (answers); i++)
    {
      if (button == get_button (self, answers[i]) && gtk_toggle_button_get_active (button))
        check = answers[i];
    }
  choose (self, check);
}

static gboolean
choose_cb (GtkWidget *widget, GVariant *args, gpointer user_data)
{
  int check = 0;

  g_variant_get (args, "(i)", &check);
  choose (SUIVI_CHECK_ROW (widget), check);

  return GDK_EVENT_STOP;
}

static gboolean
digit_pressed_cb (GtkWidget *widget, guint digit)
{
  static const SuiviCheck checks[]
    = { SUIVI_CHECK_UNANSWERED, SUIVI_CHECK_YES, SUIVI_CHECK_NO, SUIVI_CHECK_NOT_APPLICABLE };

  if (digit >= G_N_ELEMENTS (checks))
    return GDK_EVENT_PROPAGATE;
  choose (SUIVI_CHECK_ROW (widget), checks[digit]);

  return GDK_EVENT_STOP;
}

/* ---- Files ---- */

typedef struct
{
  SuiviCheckAnswer *answer; /* (nullable): to be put first */
  char *owner_id;
  GFile *file;
} FileToAdd;

static void
free_file_to_add (gpointer data)
{
  FileToAdd *self = data;

  g_clear_pointer (&self->answer, suivi_check_answer_free);
  g_clear_object (&self->file);
  g_free (self->owner_id);
  g_free (self);
}

static gboolean
put_file (SuiviStore *store, SuiviTransaction *transaction, gpointer data, GError **error)
{
  FileToAdd *add = data;

  if (add->answer != NULL && !suivi_transaction_put_check_answer (transaction, add->answer, error))
    return FALSE;

  return suivi_attachments_put_file (transaction, add->owner_id, add->file, error);
}

static void
file_added_cb (GtkWidget *widget, const char *failure, const char *done)
{
  SuiviCheckRow *self = SUIVI_CHECK_ROW (widget);

  if (self->step == NULL)
    return;
  if (failure != NULL)
    suivi_consultation_step_fail (self->step, failure);
  else
    suivi_consultation_step_tell (self->step, done);
}

static void
file_chosen_cb (SuiviCheckRow *self, int response, GtkFileChooserNative *native)
{
  g_autoptr (GFile) file = NULL;

  if (response == GTK_RESPONSE_ACCEPT)
    file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (native));
  gtk_native_dialog_hide (GTK_NATIVE_DIALOG (native));
  g_clear_object (&self->native);
  if (file != NULL)
    suivi_check_row_add_file (self, file);
}

static void
add_file_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SuiviCheckRow *self = SUIVI_CHECK_ROW (widget);

  g_clear_object (&self->native);
  self->native
    = gtk_file_chooser_native_new (_ ("Add a file that shows it"), GTK_WINDOW (gtk_widget_get_root (widget)),
                                   GTK_FILE_CHOOSER_ACTION_OPEN, _ ("_Add"), _ ("_Cancel"));
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (self->native), TRUE);
  g_signal_connect_object (self->native, "response", G_CALLBACK (file_chosen_cb), self, G_CONNECT_SWAPPED);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (self->native));
}

/* ---- Items of one's own ---- */

static SuiviCheckItem *
find_own_item (SuiviConsultationRecord *record, const char *id)
{
  for (guint i = 0; record != NULL && i < record->own_items->len; i++)
    {
      SuiviCheckItem *item = g_ptr_array_index (record->own_items, i);

      if (g_strcmp0 (item->id, id) == 0)
        return item;
    }

  return NULL;
}

static void
take_out_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SuiviCheckRow *self = SUIVI_CHECK_ROW (widget);
  SuiviCheckItem *item = NULL;

  if (self->step == NULL || !self->writable || self->stored == NULL)
    return;
  item = find_own_item (suivi_consultation_step_get_record (self->step), self->stored->item_id);
  if (item == NULL)
    return;

  suivi_check_row_flush (self);
  item = suivi_check_item_copy (item);
  item->retired = 1;
  suivi_consultation_step_put (self->step,
                               /* Translators: name of a step that can be undone: an item of the checklist */
                               _ ("Take out an item of the checklist"),
                               SUIVI_PUT (suivi_transaction_put_check_item), item,
                               (GDestroyNotify) suivi_check_item_free, _ ("Item taken out"));
}

/* ---- The widget ---- */

static void
attachments_failed_cb (SuiviCheckRow *self, const char *sentence)
{
  if (self->step != NULL)
    suivi_consultation_step_fail (self->step, sentence);
}

static void
attachments_done_cb (SuiviCheckRow *self, const char *sentence)
{
  if (self->step != NULL)
    suivi_consultation_step_tell (self->step, sentence);
}

static void
suivi_check_row_dispose (GObject *object)
{
  SuiviCheckRow *self = SUIVI_CHECK_ROW (object);

  g_clear_object (&self->native);
  g_clear_object (&self->form);
  g_clear_weak_pointer (&self->step);

  G_OBJECT_CLASS (suivi_check_row_parent_class)->dispose (object);
}

static void
suivi_check_row_finalize (GObject *object)
{
  SuiviCheckRow *self = SUIVI_CHECK_ROW (object);

  suivi_check_answer_free (self->stored);
  suivi_check_answer_free (self->sent);

  G_OBJECT_CLASS (suivi_check_row_parent_class)->finalize (object);
}

static void
suivi_check_row_class_init (SuiviCheckRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  static const struct
  {
    guint key;
    SuiviCheck check;
  } keys[] = {
    { GDK_KEY_y, SUIVI_CHECK_YES },
    { GDK_KEY_n, SUIVI_CHECK_NO },
    { GDK_KEY_x, SUIVI_CHECK_NOT_APPLICABLE },
  };

  G_OBJECT_CLASS (klass)->dispose = suivi_check_row_dispose;
  G_OBJECT_CLASS (klass)->finalize = suivi_check_row_finalize;
  widget_class->focus = suivi_check_row_focus;

  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_widget_class_add_binding (widget_class, keys[i].key, 0, choose_cb, "(i)", keys[i].check);

  g_type_ensure (SUIVI_TYPE_ATTACHMENTS_BOX);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/suivi/Suivi/consultation/check-row.ui");
  gtk_widget_class_bind_template_child (widget_class, SuiviCheckRow, text);
  gtk_widget_class_bind_template_child (widget_class, SuiviCheckRow, kind);
  gtk_widget_class_bind_template_child (widget_class, SuiviCheckRow, choice);
  gtk_widget_class_bind_template_child (widget_class, SuiviCheckRow, yes);
  gtk_widget_class_bind_template_child (widget_class, SuiviCheckRow, no);
  gtk_widget_class_bind_template_child (widget_class, SuiviCheckRow, not_applicable);
  gtk_widget_class_bind_template_child (widget_class, SuiviCheckRow, take_out);
  gtk_widget_class_bind_template_child (widget_class, SuiviCheckRow, evidence);
  gtk_widget_class_bind_template_child (widget_class, SuiviCheckRow, add_file);
  gtk_widget_class_bind_template_child (widget_class, SuiviCheckRow, why);
  gtk_widget_class_bind_template_child (widget_class, SuiviCheckRow, passed);
  gtk_widget_class_bind_template_child (widget_class, SuiviCheckRow, adults);
  gtk_widget_class_bind_template_child (widget_class, SuiviCheckRow, adults_text);
  gtk_widget_class_bind_template_child (widget_class, SuiviCheckRow, answered);
  gtk_widget_class_bind_template_child (widget_class, SuiviCheckRow, attachments);
  gtk_widget_class_bind_template_callback (widget_class, toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, show_check);
  gtk_widget_class_bind_template_callback (widget_class, attachments_failed_cb);
  gtk_widget_class_bind_template_callback (widget_class, attachments_done_cb);
  gtk_widget_class_install_action (widget_class, "check.add-file", NULL, add_file_action);
  gtk_widget_class_install_action (widget_class, "check.take-out", NULL, take_out_action);
}

static void
suivi_check_row_init (SuiviCheckRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  suivi_digit_key_watch (GTK_WIDGET (self), 0, digit_pressed_cb);
  for (gsize i = 0; i < G_N_ELEMENTS (answers); i++)
    gtk_button_set_label (GTK_BUTTON (get_button (self, answers[i])), suivi_check_to_label (answers[i]));

  self->form = suivi_record_form_new (&suivi_check_answer_record);
  suivi_record_form_bind (self->form, "evidence", GTK_WIDGET (self->evidence));
  g_signal_connect_object (self->form, "edited", G_CALLBACK (save), self, G_CONNECT_SWAPPED);
}

/**
 * suivi_check_row_new:
 * @step: the step that it stands in
 *
 * Returns: (transfer floating): a row without an item
 */
GtkWidget *
suivi_check_row_new (SuiviConsultationStep *step)
{
  SuiviCheckRow *self = g_object_new (SUIVI_TYPE_CHECK_ROW, NULL);

  g_set_weak_pointer (&self->step, step);

  return GTK_WIDGET (self);
}

/* What is being typed stays: the form sees to it. What is on its way to the workspace is newer than what came. */
static void
set_answer (SuiviCheckRow *self, const SuiviStandingItem *item)
{
  SuiviConsultationRecord *record = suivi_consultation_step_get_record (self->step);
  g_autofree char *id = self->stored != NULL ? g_strdup (self->stored->id) : NULL;

  suivi_check_answer_free (self->stored);
  self->in_workspace = item->answer != NULL;
  if (item->answer != NULL)
    {
      self->stored = suivi_check_answer_copy (item->answer);
    }
  else
    {
      self->stored = suivi_check_answer_new (record->consultation->id, item->id, SUIVI_CHECK_UNANSWERED);
      if (id != NULL)
        {
          g_free (self->stored->id);
          self->stored->id = g_steal_pointer (&id);
        }
    }

  suivi_record_form_set_record (self->form, self->stored, self->writable);
  if (self->n_saving > 0)
    return;
  suivi_check_answer_free (self->sent);
  self->sent = suivi_check_answer_copy (self->stored);
  self->check = self->stored->answer;
}

static char *
describe_kind (const SuiviStandingItem *item, gboolean retired)
{
  /* Translators: whether an item of a checklist has to be met */
  const char *kind = item->must ? _ ("Must") : _ ("Should");

  if (retired)
    /* Translators: %s is "Must" or "Should": an item that the organisation added, and does not ask any more */
    return g_strdup_printf (_ ("%s · your own item, taken out for later consultations"), kind);
  if (item->own)
    /* Translators: %s is "Must" or "Should": an item that the organisation added */
    return g_strdup_printf (_ ("%s · your own item"), kind);

  return g_strdup (kind);
}

/**
 * suivi_check_row_set_item:
 * @item: the item; always the same one, as it stands now
 * @retired: whether it is an item of one's own that was taken out
 * @writable: whether it may be answered
 *
 * Shows the item, or what changed about it.
 */
void
suivi_check_row_set_item (SuiviCheckRow *self,
                          const SuiviStandingItem *item,
                          gboolean retired,
                          gboolean writable)
{
  g_autofree char *kind = describe_kind (item, retired);

  g_return_if_fail (self->step != NULL);

  self->must = item->must;
  self->writable = writable;
  set_answer (self, item);

  gtk_label_set_label (self->text, item->text);
  gtk_label_set_label (self->kind, kind);
  if (item->must)
    gtk_widget_add_css_class (GTK_WIDGET (self->kind), "caption-heading");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, item->text, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->choice), GTK_ACCESSIBLE_PROPERTY_LABEL, item->text,
                                  -1);
  if (!suivi_text_is_blank (item->asks))
    {
      /* Translators: %s is what an item of a checklist asks for: "the file", "the date" */
      g_autofree char *hint = g_strdup_printf (_ ("What shows it: %s"), item->asks);

      g_object_set (self->evidence, "placeholder-text", hint, NULL);
    }
  gtk_widget_set_sensitive (self->choice, writable);
  gtk_widget_set_visible (self->add_file, writable);
  gtk_widget_set_visible (self->take_out, writable && item->own && !retired);
  gtk_widget_set_visible (GTK_WIDGET (self->passed), item->overridden && !item->met);
  show_check (self);

  suivi_attachments_box_set (self->attachments, suivi_consultation_step_get_workspace (self->step),
                             self->in_workspace ? self->stored->id : NULL, writable);
}

/**
 * suivi_check_row_add_file:
 * @file: a file
 *
 * Takes a copy of a file into the workspace, as something that shows the answer.
 */
void
suivi_check_row_add_file (SuiviCheckRow *self, GFile *file)
{
  SuiviWorkspace *workspace = self->step != NULL ? suivi_consultation_step_get_workspace (self->step) : NULL;
  FileToAdd *add = NULL;

  if (workspace == NULL || self->stored == NULL || !self->writable)
    return;

  suivi_record_form_flush (self->form);
  add = g_new0 (FileToAdd, 1);
  /* A file belongs to an answer, even to one that is still open; what is on its way is put before this. */
  if (!self->in_workspace && self->n_saving == 0)
    add->answer = suivi_check_answer_copy (self->stored);
  add->owner_id = g_strdup (self->stored->id);
  add->file = g_object_ref (file);
  /* Translators: name of a step that can be undone */
  suivi_step_make (workspace, _ ("Add a file"), put_file, add, free_file_to_add, GTK_WIDGET (self),
                   file_added_cb, _ ("File added"));
}

/**
 * suivi_check_row_flush:
 *
 * Saves at once what was typed and is not saved yet.
 */
void
suivi_check_row_flush (SuiviCheckRow *self)
{
  suivi_record_form_flush (self->form);
}
