/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "core/record.h"

G_BEGIN_DECLS

/**
 * SuiviRecordForm:
 *
 * Ties the fields of a record to widgets, by name. What the user changes is announced by "edited" when she pauses,
 * leaves the field or presses Enter; whoever listens saves suivi_record_form_get_record(). A record that comes back
 * from the workspace never takes away what is just being typed.
 *
 * Signals: "edited" (): at least one field differs from the record that was set last.
 */
#define SUIVI_TYPE_RECORD_FORM (suivi_record_form_get_type ())
G_DECLARE_FINAL_TYPE (SuiviRecordForm, suivi_record_form, SUIVI, RECORD_FORM, GObject)

SuiviRecordForm *suivi_record_form_new          (const SuiviRecordType *type);
void             suivi_record_form_bind         (SuiviRecordForm       *self,
                                                 const char            *field,
                                                 GtkWidget             *widget);
void             suivi_record_form_bind_date    (SuiviRecordForm       *self,
                                                 const char            *field,
                                                 GtkWidget             *widget);
void             suivi_record_form_set_record   (SuiviRecordForm       *self,
                                                 gconstpointer          record,
                                                 gboolean               writable);
const SuiviRecordType *suivi_record_form_get_record_type (SuiviRecordForm *self);
gconstpointer    suivi_record_form_get_base     (SuiviRecordForm       *self);
gpointer         suivi_record_form_get_record   (SuiviRecordForm       *self);
gboolean         suivi_record_form_has_edits    (SuiviRecordForm       *self);
void             suivi_record_form_flush        (SuiviRecordForm       *self);

/* A model for drop-downs of an enumeration: the label of each value, in order */
GListModel      *suivi_record_form_make_choices (GType                  type,
                                                 const char          *(*to_label) (int value));

G_END_DECLS
