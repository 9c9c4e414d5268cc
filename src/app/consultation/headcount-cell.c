/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/consultation/headcount-cell.h"
#include "app/consultation/record-form.h"

/* Digits that have room; more can be typed. */
#define WIDTH 3

struct _SuiviHeadcountCell
{
  GtkEntry parent_instance;

  SuiviRecordForm *form; /* (owned) */
  SuiviAgeBand band;
  SuiviGender gender;
  char *group_name;
  SuiviHeadcount *fresh; /* (owned) (nullable): shown as long as the workspace has no number */
};

G_DEFINE_FINAL_TYPE (SuiviHeadcountCell, suivi_headcount_cell, GTK_TYPE_ENTRY)

enum
{
  SIGNAL_EDITED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
edited_cb (SuiviHeadcountCell *self)
{
  g_autoptr (SuiviHeadcount) headcount = suivi_record_form_get_record (self->form);

  g_signal_emit (self, signals[SIGNAL_EDITED], 0, headcount);
}

/* Enter goes on to the next number, as Tab does. */
static void
activated_cb (SuiviHeadcountCell *self)
{
  g_signal_emit_by_name (self, "move-focus", GTK_DIR_TAB_FORWARD);
}

static void
suivi_headcount_cell_dispose (GObject *object)
{
  SuiviHeadcountCell *self = SUIVI_HEADCOUNT_CELL (object);

  g_clear_object (&self->form);
  g_clear_pointer (&self->fresh, suivi_headcount_free);
  g_clear_pointer (&self->group_name, g_free);

  G_OBJECT_CLASS (suivi_headcount_cell_parent_class)->dispose (object);
}

static void
suivi_headcount_cell_class_init (SuiviHeadcountCellClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = suivi_headcount_cell_dispose;

  signals[SIGNAL_EDITED] = g_signal_new ("edited", SUIVI_TYPE_HEADCOUNT_CELL, G_SIGNAL_RUN_LAST, 0, NULL,
                                         NULL, NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);
}

static void
suivi_headcount_cell_init (SuiviHeadcountCell *self)
{
  gtk_editable_set_width_chars (GTK_EDITABLE (self), WIDTH);
  gtk_editable_set_max_width_chars (GTK_EDITABLE (self), WIDTH);
  gtk_editable_set_alignment (GTK_EDITABLE (self), 1);
  gtk_entry_set_max_length (GTK_ENTRY (self), 5);
  gtk_entry_set_input_purpose (GTK_ENTRY (self), GTK_INPUT_PURPOSE_DIGITS);
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (GTK_WIDGET (self), "numeric");
  self->form = suivi_record_form_new (&suivi_headcount_record);
  suivi_record_form_bind (self->form, "count", GTK_WIDGET (self));
  g_signal_connect_object (self->form, "edited", G_CALLBACK (edited_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect (self, "activate", G_CALLBACK (activated_cb), NULL);
}

/**
 * suivi_headcount_cell_new:
 * @band: age; of a further group it is not said
 * @gender: gender; the same
 * @group_name: a further group, or ""
 * @name: who is counted, for those who cannot see the table
 *
 * Returns: (transfer floating): a field for the number
 */
GtkWidget *
suivi_headcount_cell_new (SuiviAgeBand band, SuiviGender gender, const char *group_name, const char *name)
{
  SuiviHeadcountCell *self = g_object_new (SUIVI_TYPE_HEADCOUNT_CELL, NULL);

  self->band = band;
  self->gender = gender;
  self->group_name = g_strdup (group_name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);

  return GTK_WIDGET (self);
}

/**
 * suivi_headcount_cell_show:
 * @consultation_id: (nullable): the consultation; %NULL: none
 * @headcount: (nullable): its number; %NULL: there is none yet
 * @writable: whether it may be changed
 *
 * Shows the number; what is being typed stays.
 */
void
suivi_headcount_cell_show (SuiviHeadcountCell *self,
                           const char *consultation_id,
                           const SuiviHeadcount *headcount,
                           gboolean writable)
{
  if (self->fresh == NULL || g_strcmp0 (self->fresh->consultation_id, consultation_id) != 0)
    {
      suivi_record_form_flush (self->form);
      g_clear_pointer (&self->fresh, suivi_headcount_free);
      if (consultation_id != NULL)
        self->fresh = suivi_headcount_new (consultation_id, self->band, self->gender, self->group_name, 0);
    }

  suivi_record_form_set_record (self->form, headcount != NULL ? headcount : self->fresh, writable);
}

/**
 * suivi_headcount_cell_dup_headcount:
 *
 * Returns: (transfer full) (nullable): the number as it is typed now
 */
SuiviHeadcount *
suivi_headcount_cell_dup_headcount (SuiviHeadcountCell *self)
{
  return suivi_record_form_get_record (self->form);
}

/**
 * suivi_headcount_cell_flush:
 *
 * Announces at once what was typed and is not announced yet.
 */
void
suivi_headcount_cell_flush (SuiviHeadcountCell *self)
{
  suivi_record_form_flush (self->form);
}
