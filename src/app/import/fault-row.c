/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/import/fault-row.h"

#include <glib/gi18n-lib.h>

#include "app/state-picker.h"

/* One fault: where, what stands there, why it is wrong; an unknown State can be settled at once. */
struct _SuiviFaultRow
{
  GtkWidget parent_instance;

  GtkWidget *content;
  GtkLabel *heading;
  GtkLabel *place;
  GtkLabel *value;
  GtkLabel *reason;
  SuiviStatePicker *picker;

  SuiviFaultItem *item;
  gboolean setting;
};

G_DEFINE_FINAL_TYPE (SuiviFaultRow, suivi_fault_row, GTK_TYPE_WIDGET)

enum
{
  SIGNAL_RESOLVED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
state_picked_cb (SuiviFaultRow *self)
{
  const char *state = suivi_state_picker_get_state (self->picker);

  if (self->setting || self->item == NULL || state == NULL)
    return;
  g_signal_emit (self, signals[SIGNAL_RESOLVED], 0, suivi_fault_item_get_fault (self->item)->value, state);
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

  g_type_ensure (SUIVI_TYPE_STATE_PICKER);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/suivi/Suivi/import/fault-row.ui");
  gtk_widget_class_bind_template_child (widget_class, SuiviFaultRow, content);
  gtk_widget_class_bind_template_child (widget_class, SuiviFaultRow, heading);
  gtk_widget_class_bind_template_child (widget_class, SuiviFaultRow, place);
  gtk_widget_class_bind_template_child (widget_class, SuiviFaultRow, value);
  gtk_widget_class_bind_template_child (widget_class, SuiviFaultRow, reason);
  gtk_widget_class_bind_template_child (widget_class, SuiviFaultRow, picker);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
suivi_fault_row_init (SuiviFaultRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (self->picker, "notify::state", G_CALLBACK (state_picked_cb), self,
                           G_CONNECT_SWAPPED);
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

  g_return_if_fail (SUIVI_IS_FAULT_ROW (self));

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
  gtk_label_set_label (self->value, fault->value != NULL ? fault->value : "");
  gtk_widget_set_visible (GTK_WIDGET (self->value), fault->value != NULL && fault->value[0] != '\0');
  gtk_label_set_label (self->reason, fault->reason);

  self->setting = TRUE;
  gtk_widget_set_visible (GTK_WIDGET (self->picker), fault->kind == SUIVI_FAULT_UNKNOWN_STATE);
  suivi_state_picker_set_state (self->picker, NULL);
  self->setting = FALSE;
}
