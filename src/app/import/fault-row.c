/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/import/fault-row.h"

#include <glib/gi18n-lib.h>

#include "app/state-picker.h"

/* More would not be read, and laying it out would stop the window. */
#define MAX_CHARS 500

/*
 * One fault: where, what stands there, why it is wrong; an unknown State can be settled at once. The list of
 * all States is made only for the row where it is asked for: GTK would fill one for each of some two hundred
 * rows, and the window would stand still for a minute.
 */
struct _SuiviFaultRow
{
  GtkWidget parent_instance;

  GtkWidget *content;
  GtkLabel *heading;
  GtkLabel *place;
  GtkLabel *value;
  GtkLabel *reason;
  GtkWidget *choose_button;

  GtkWidget *picker; /* (nullable): once the button was pressed */
  SuiviFaultItem *item;
};

G_DEFINE_FINAL_TYPE (SuiviFaultRow, suivi_fault_row, GTK_TYPE_WIDGET)

enum
{
  SIGNAL_RESOLVED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static char *
shorten (const char *text)
{
  g_autofree char *beginning = NULL;

  if (g_utf8_strlen (text, -1) <= MAX_CHARS)
    return g_strdup (text);

  beginning = g_utf8_substring (text, 0, MAX_CHARS);
  return g_strconcat (beginning, "…", NULL);
}

typedef struct
{
  SuiviFaultRow *row;
  char *name;
  const char *state;
} Answer;

static void
free_answer (Answer *answer)
{
  g_object_unref (answer->row);
  g_free (answer->name);
  g_free (answer);
}

static gboolean
answer_cb (gpointer user_data)
{
  Answer *answer = user_data;

  g_signal_emit (answer->row, signals[SIGNAL_RESOLVED], 0, answer->name, answer->state);
  return G_SOURCE_REMOVE;
}

/* The answer takes the row away, and its list of States with it, which is just about to close. */
static void
state_picked_cb (SuiviFaultRow *self)
{
  Answer *answer = NULL;
  const char *state = suivi_state_picker_get_state (SUIVI_STATE_PICKER (self->picker));

  if (self->item == NULL || state == NULL)
    return;

  answer = g_new0 (Answer, 1);
  answer->row = g_object_ref (self);
  answer->name = g_strdup (suivi_fault_item_get_fault (self->item)->value);
  answer->state = g_intern_string (state);
  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, answer_cb, answer, (GDestroyNotify) free_answer);
}

static void
choose_clicked_cb (GtkButton *button, SuiviFaultRow *self)
{
  self->picker = suivi_state_picker_new ();
  gtk_widget_set_halign (self->picker, GTK_ALIGN_START);
  g_signal_connect_object (self->picker, "notify::state", G_CALLBACK (state_picked_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (self->content), self->picker);
  gtk_widget_hide (self->choose_button);
  gtk_widget_grab_focus (self->picker);
}

static void
remove_picker (SuiviFaultRow *self)
{
  if (self->picker != NULL)
    gtk_box_remove (GTK_BOX (self->content), self->picker);
  self->picker = NULL;
}

static void
suivi_fault_row_dispose (GObject *object)
{
  SuiviFaultRow *self = SUIVI_FAULT_ROW (object);

  g_clear_object (&self->item);
  g_clear_pointer (&self->content, gtk_widget_unparent);

  G_OBJECT_CLASS (suivi_fault_row_parent_class)->dispose (object);
}

static void
suivi_fault_row_class_init (SuiviFaultRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = suivi_fault_row_dispose;

  /**
   * SuiviFaultRow::resolved:
   * @name: the name that nobody knew
   * @state: the State that the user says it is, ISO 3166-1 alpha-3
   */
  signals[SIGNAL_RESOLVED] = g_signal_new ("resolved", SUIVI_TYPE_FAULT_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                           NULL, G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_STRING);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/suivi/Suivi/import/fault-row.ui");
  gtk_widget_class_bind_template_child (widget_class, SuiviFaultRow, content);
  gtk_widget_class_bind_template_child (widget_class, SuiviFaultRow, heading);
  gtk_widget_class_bind_template_child (widget_class, SuiviFaultRow, place);
  gtk_widget_class_bind_template_child (widget_class, SuiviFaultRow, value);
  gtk_widget_class_bind_template_child (widget_class, SuiviFaultRow, reason);
  gtk_widget_class_bind_template_child (widget_class, SuiviFaultRow, choose_button);
  gtk_widget_class_bind_template_callback (widget_class, choose_clicked_cb);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
suivi_fault_row_init (SuiviFaultRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * suivi_fault_row_new:
 *
 * Returns: (transfer floating): a row that shows nothing yet
 */
GtkWidget *
suivi_fault_row_new (void)
{
  return g_object_new (SUIVI_TYPE_FAULT_ROW, NULL);
}

/**
 * suivi_fault_row_set:
 * @item: (nullable): the fault to show; %NULL lets go of the one before
 */
void
suivi_fault_row_set (SuiviFaultRow *self, SuiviFaultItem *item)
{
  const SuiviImportFault *fault = NULL;
  const char *heading = NULL;
  g_autofree char *place = NULL;
  g_autofree char *value = NULL;

  g_return_if_fail (SUIVI_IS_FAULT_ROW (self));

  remove_picker (self);
  g_set_object (&self->item, item);
  if (item == NULL)
    return;

  fault = suivi_fault_item_get_fault (item);
  heading = suivi_fault_item_get_heading (item);
  if (fault->column != NULL && fault->column[0] != '\0')
    /* Translators: a place in a table; %u is the row, %s the header of the column */
    place = g_strdup_printf (_ ("Row %u, column “%s”"), fault->row, fault->column);
  else
    /* Translators: a place in a table */
    place = g_strdup_printf (_ ("Row %u"), fault->row);

  gtk_label_set_label (self->heading, heading != NULL ? heading : "");
  gtk_widget_set_visible (GTK_WIDGET (self->heading), heading != NULL);
  gtk_label_set_label (self->place, place);
  value = shorten (fault->value != NULL ? fault->value : "");
  gtk_label_set_label (self->value, value);
  gtk_widget_set_visible (GTK_WIDGET (self->value), fault->value != NULL && fault->value[0] != '\0');
  gtk_label_set_label (self->reason, fault->reason);

  gtk_widget_set_visible (self->choose_button, fault->kind == SUIVI_FAULT_UNKNOWN_STATE);
}
