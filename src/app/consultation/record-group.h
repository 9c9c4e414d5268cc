/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "app/consultation/record-row.h"

G_BEGIN_DECLS

/* A group with a row for each record of a list. Signals: "edited" (record) and "remove" (key), as those of the rows. */

#define SUIVI_TYPE_RECORD_GROUP (suivi_record_group_get_type ())
G_DECLARE_FINAL_TYPE (SuiviRecordGroup, suivi_record_group, SUIVI, RECORD_GROUP, AdwPreferencesGroup)

void            suivi_record_group_set_row_type (SuiviRecordGroup *self,
                                                 GType             type);
void            suivi_record_group_show         (SuiviRecordGroup *self,
                                                 GPtrArray        *records,
                                                 gboolean          writable);
void            suivi_record_group_open         (SuiviRecordGroup *self,
                                                 const char       *id);
SuiviRecordRow *suivi_record_group_get_row      (SuiviRecordGroup *self,
                                                 guint             i);
void            suivi_record_group_flush        (SuiviRecordGroup *self);

G_END_DECLS
