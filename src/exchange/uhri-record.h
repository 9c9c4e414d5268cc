/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/uhri-fields.h"

G_BEGIN_DECLS

/**
 * SuiviUhriRecord:
 *
 * One record of UHRI while it is read: a cell of lines per field, in whatever form the file has it. The same record
 * is used again for the next.
 */
typedef struct _SuiviUhriRecord SuiviUhriRecord;

SuiviUhriRecord *suivi_uhri_record_new         (void);
void             suivi_uhri_record_free        (SuiviUhriRecord *self);
void             suivi_uhri_record_begin       (SuiviUhriRecord *self,
                                                guint            row);
void             suivi_uhri_record_mention     (SuiviUhriRecord *self,
                                                SuiviUhriField   field);
gboolean         suivi_uhri_record_add         (SuiviUhriRecord *self,
                                                SuiviUhriField   field,
                                                const char      *text,
                                                gsize            length);

guint            suivi_uhri_record_get_row     (SuiviUhriRecord *self);
SuiviUhriFields  suivi_uhri_record_get_fields  (SuiviUhriRecord *self);
SuiviUhriFields  suivi_uhri_record_get_damaged (SuiviUhriRecord *self);
char            *suivi_uhri_record_get         (SuiviUhriRecord *self,
                                                SuiviUhriField   field);
gboolean         suivi_uhri_record_has         (SuiviUhriRecord *self,
                                                SuiviUhriField   field);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SuiviUhriRecord, suivi_uhri_record_free)

G_END_DECLS
