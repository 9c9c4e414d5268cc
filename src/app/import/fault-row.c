/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/import/fault-row.h"

#include <glib/gi18n-lib.h>

#include "app/state-picker.h"
#include "core/reference/states.h"

/* More would not be read, and laying it out would stop the window. */
#define MAX_CHARS 500

/*
 * One fault: where, what stands there, why it is wrong; a State or a position that nobody knew can be settled
 * at once, and what was settled can be taken back. The list to choose from is made only for the row where it is
 * asked for: GTK would fill one of all States for each of some two hundred rows, and the window would stand
 * still for a minute.
 */
struct _SuiviFaultRow
{
  GtkWidget parent_instance;

  GtkWidget *content;
  GtkLabel *heading;
  GtkLabel *place;
  GtkLabel *value;
  GtkLabel *reason;
  GtkLabel *answer;
  GtkButton *choose_button;
  GtkWidget *undo_button;

  GtkWidget *chooser; /* (nullable): once the button was pressed */
  SuiviFaultItem *item;
};

G_DEFINE_FINAL_TYPE (SuiviFaultRow, suivi_fault_row, GTK_TYPE_WIDGET)

enum
{
  SIGNAL_STATE_CHOSEN,
  SIGNAL_POSITION_CHOSEN,
  SIGNAL_UNDONE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* What a State can answer to a recommendation. */
static const SuiviPosition positions[]
  = { SUIVI_POSITION_SUPPORTED, SUIVI_POSITION_NOTED, SUIVI_POSITION_PART, SUIVI_POSITION_PENDING };

static char *
shorten (const char *text)
{
  g_autofree char *beginning = NULL;

  if (g_utf8_strlen (text, -1) <= MAX_CHARS)
    return g_strdup (text);

  beginning = g_utf8_substring (text, 0, MAX_CHARS);
  return g_strconcat (beginning, "…", NULL);
}

/* ---- Choosing ---- */

typedef struct
{
  SuiviFaultRow *row;
  SuiviFaultKind kind;
  char *value;
  const char *state;      /* (nullable) */
  SuiviPosition position; /* if there is no state */
  gboolean undo;
} Answer;

static void
free_answer (Answer *answer)
{
  g_object_unref (answer->row);
  g_free (answer->value);
  g_free (answer);
}

static gboolean
answer_cb (gpointer user_data)
{
  Answer *answer = user_data;

  if (answer->undo)
    g_signal_emit (answer->row, signals[SIGNAL_UNDONE], 0, answer->kind, answer->value);
  else if (answer->state != NULL)
    g_signal_emit (answer->row, signals[SIGNAL_STATE_CHOSEN], 0, answer->value, answer->state);
  else
    g_signal_emit (answer->row, signals[SIGNAL_POSITION_CHOSEN], 0, answer->value, answer->position);
  return G_SOURCE_REMOVE;
}

/* The answer takes the row away, and with it what was clicked, which is just about to close. */
static void
give_answer (SuiviFaultRow *self,
             SuiviFaultKind kind,
             const char *value,
             const char *state,
             SuiviPosition position,
             gboolean undo)
{
  Answer *answer = g_new0 (Answer, 1);

  answer->row = g_object_ref (self);
  answer->kind = kind;
  answer->value = g_strdup (value);
  answer->state = g_intern_string (state);
  answer->position = position;
  answer->undo = undo;
  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, answer_cb, answer, (GDestroyNotify) free_answer);
}

static void
state_picked_cb (SuiviFaultRow *self)
{
  const char *state = suivi_state_picker_get_state (SUIVI_STATE_PICKER (self->chooser));

  if (self->item != NULL && state != NULL)
    give_answer (self, SUIVI_FAULT_UNKNOWN_STATE, suivi_fault_item_get_fault (self->item)->value, state,
                 SUIVI_POSITION_NONE, FALSE);
}

/* The first line is "Choose the position…". */
static void
position_picked_cb (SuiviFaultRow *self)
{
  guint selected = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->chooser));

  if (self->item != NULL && selected > 0 && selected <= G_N_ELEMENTS (positions))
    give_answer (self, SUIVI_FAULT_UNKNOWN_POSITION, suivi_fault_item_get_fault (self->item)->value, NULL,
                 positions[selected - 1], FALSE);
}

static GtkWidget *
make_state_picker (SuiviFaultRow *self)
{
  GtkWidget *picker = suivi_state_picker_new ();

  g_signal_connect_object (picker, "notify::state", G_CALLBACK (state_picked_cb), self, G_CONNECT_SWAPPED);
  return picker;
}

static GtkWidget *
make_position_picker (SuiviFaultRow *self)
{
  const char *labels[G_N_ELEMENTS (positions) + 2] = { _ ("Choose the position…") };
  GtkWidget *picker = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (positions); i++)
    labels[i + 1] = suivi_position_to_label (positions[i]);
  picker = gtk_drop_down_new_from_strings (labels);
  gtk_accessible_update_property (GTK_ACCESSIBLE (picker), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Position"), -1);
  g_signal_connect_object (picker, "notify::selected", G_CALLBACK (position_picked_cb), self,
                           G_CONNECT_SWAPPED);
  return picker;
}

static GtkWidget *
get_drop_down (GtkWidget *chooser)
{
  return GTK_IS_DROP_DOWN (chooser) ? chooser : gtk_widget_get_first_child (chooser);
}

/* Its list opens at once: one click to open, one to choose. It must have a place first. */
static gboolean
open_list_cb (GtkWidget *chooser, GdkFrameClock *clock, gpointer user_data)
{
  GtkWidget *drop_down = get_drop_down (chooser);

  if (!gtk_widget_get_mapped (drop_down) || gtk_widget_get_width (drop_down) == 0)
    return G_SOURCE_CONTINUE;

  gtk_widget_activate (drop_down);
  return G_SOURCE_REMOVE;
}

static void
choose_clicked_cb (GtkButton *button, SuiviFaultRow *self)
{
  const SuiviImportFault *fault = suivi_fault_item_get_fault (self->item);

  self->chooser
    = fault->kind == SUIVI_FAULT_UNKNOWN_STATE ? make_state_picker (self) : make_position_picker (self);
  gtk_widget_set_halign (self->chooser, GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (self->content), self->chooser);
  gtk_widget_hide (GTK_WIDGET (self->choose_button));
  gtk_widget_grab_focus (self->chooser);
  gtk_widget_add_tick_callback (self->chooser, open_list_cb, NULL, NULL);
}

static void
undo_clicked_cb (GtkButton *button, SuiviFaultRow *self)
{
  const SuiviPlanChoice *choice = suivi_fault_item_get_choice (self->item);

  give_answer (self, choice->kind, choice->value, NULL, SUIVI_POSITION_NONE, TRUE);
}

/* An open list is closed first: GTK would look for the pointer in a window that is gone. */
static void
remove_chooser (SuiviFaultRow *self)
{
  GtkWidget *child = NULL;

  if (self->chooser == NULL)
    return;

  child = gtk_widget_get_first_child (get_drop_down (self->chooser));
  for (; child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      if (GTK_IS_POPOVER (child))
        gtk_popover_popdown (GTK_POPOVER (child));
    }
  gtk_box_remove (GTK_BOX (self->content), self->chooser);
  self->chooser = NULL;
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
   * SuiviFaultRow::state-chosen:
   * @name: the name that nobody knew
   * @state: the State that the user says it is, ISO 3166-1 alpha-3
   */
  signals[SIGNAL_STATE_CHOSEN]
    = g_signal_new ("state-chosen", SUIVI_TYPE_FAULT_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                    2, G_TYPE_STRING, G_TYPE_STRING);

  /**
   * SuiviFaultRow::position-chosen:
   * @word: the answer that nobody knew
   * @position: the #SuiviPosition that the user says it is
   */
  signals[SIGNAL_POSITION_CHOSEN]
    = g_signal_new ("position-chosen", SUIVI_TYPE_FAULT_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                    G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_UINT);

  /**
   * SuiviFaultRow::undone:
   * @kind: the #SuiviFaultKind that was settled
   * @value: what stands in the file
   *
   * The user takes a choice back.
   */
  signals[SIGNAL_UNDONE] = g_signal_new ("undone", SUIVI_TYPE_FAULT_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                         NULL, G_TYPE_NONE, 2, G_TYPE_UINT, G_TYPE_STRING);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/suivi/Suivi/import/fault-row.ui");
  gtk_widget_class_bind_template_child (widget_class, SuiviFaultRow, content);
  gtk_widget_class_bind_template_child (widget_class, SuiviFaultRow, heading);
  gtk_widget_class_bind_template_child (widget_class, SuiviFaultRow, place);
  gtk_widget_class_bind_template_child (widget_class, SuiviFaultRow, value);
  gtk_widget_class_bind_template_child (widget_class, SuiviFaultRow, reason);
  gtk_widget_class_bind_template_child (widget_class, SuiviFaultRow, answer);
  gtk_widget_class_bind_template_child (widget_class, SuiviFaultRow, choose_button);
  gtk_widget_class_bind_template_child (widget_class, SuiviFaultRow, undo_button);
  gtk_widget_class_bind_template_callback (widget_class, choose_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, undo_clicked_cb);
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

/* "140.2 · Row 3, column “Recommending State”" */
static char *
describe_place (const SuiviImportFault *fault)
{
  g_autofree char *place = NULL;

  if (fault->column != NULL && fault->column[0] != '\0')
    /* Translators: a place in a table; %u is the row, %s the header of the column */
    place = g_strdup_printf (_ ("Row %u, column “%s”"), fault->row, fault->column);
  else
    /* Translators: a place in a table */
    place = g_strdup_printf (_ ("Row %u"), fault->row);

  if (fault->number == NULL || fault->number[0] == '\0')
    return g_steal_pointer (&place);
  return g_strdup_printf ("%s · %s", fault->number, place);
}

static void
show_text (GtkLabel *label, const char *text)
{
  gtk_label_set_label (label, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (label), text != NULL && text[0] != '\0');
}

static void
show_fault (SuiviFaultRow *self, const SuiviImportFault *fault)
{
  g_autofree char *place = describe_place (fault);
  g_autofree char *value = shorten (fault->value != NULL ? fault->value : "");
  gboolean is_state = fault->kind == SUIVI_FAULT_UNKNOWN_STATE;

  show_text (self->place, place);
  show_text (self->value, value);
  show_text (self->reason, fault->reason);
  show_text (self->answer, NULL);
  gtk_button_set_label (self->choose_button, is_state ? _ ("Choose the State…") : _ ("Choose the position…"));
  gtk_widget_set_visible (GTK_WIDGET (self->choose_button),
                          is_state || fault->kind == SUIVI_FAULT_UNKNOWN_POSITION);
  gtk_widget_hide (self->undo_button);
}

static void
show_choice (SuiviFaultRow *self, const SuiviPlanChoice *choice)
{
  g_autofree char *place
    = g_strdup_printf (ngettext ("In %'u row", "In %'u rows", choice->n_rows), choice->n_rows);
  g_autofree char *value = shorten (choice->value);
  const char *meaning = choice->state != NULL ? suivi_state_get_name (choice->state)
                                              : suivi_position_to_label (choice->position);
  /* Translators: what the user says that a word of the file means; %s is a State or a position */
  g_autofree char *answer = g_strdup_printf (_ ("Taken as: %s"), meaning);

  show_text (self->place, place);
  show_text (self->value, value);
  show_text (self->reason, NULL);
  show_text (self->answer, answer);
  gtk_widget_hide (GTK_WIDGET (self->choose_button));
  gtk_widget_show (self->undo_button);
}

/**
 * suivi_fault_row_set:
 * @item: (nullable): the fault, or what was settled, to show; %NULL lets go of the one before
 */
void
suivi_fault_row_set (SuiviFaultRow *self, SuiviFaultItem *item)
{
  g_return_if_fail (SUIVI_IS_FAULT_ROW (self));

  remove_chooser (self);
  g_set_object (&self->item, item);
  if (item == NULL)
    return;

  show_text (self->heading, suivi_fault_item_get_heading (item));
  if (suivi_fault_item_get_choice (item) != NULL)
    show_choice (self, suivi_fault_item_get_choice (item));
  else
    show_fault (self, suivi_fault_item_get_fault (item));
}
