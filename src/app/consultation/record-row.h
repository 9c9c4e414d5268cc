/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "app/consultation/record-form.h"

G_BEGIN_DECLS

#define SUIVI_TYPE_RECORD_ROW (suivi_record_row_get_type ())
G_DECLARE_DERIVABLE_TYPE (SuiviRecordRow, suivi_record_row, SUIVI, RECORD_ROW, AdwExpanderRow)

/**
 * SuiviRecordRowClass:
 * @describe: shows in the title and the subtitle what the record says
 *
 * A row that unfolds into the fields of a record, with a button that removes it.
 *
 * Signals: "edited" (record, of the type of the row): to be saved; "remove" (key).
 */
struct _SuiviRecordRowClass
{
  AdwExpanderRowClass parent_class;

  void (*describe) (SuiviRecordRow *self, gconstpointer record);
};

SuiviRecordForm *suivi_record_row_make_form (SuiviRecordRow        *self,
                                             const SuiviRecordType *type);
void             suivi_record_row_set_words (SuiviRecordRow        *self,
                                             const char            *title,
                                             const char            *subtitle);
void             suivi_record_row_show      (SuiviRecordRow        *self,
                                             gconstpointer          record,
                                             gboolean               writable);
const char      *suivi_record_row_get_id    (SuiviRecordRow        *self);
void             suivi_record_row_flush     (SuiviRecordRow        *self);

G_END_DECLS
