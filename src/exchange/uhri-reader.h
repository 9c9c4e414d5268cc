/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/import-plan.h"
#include "exchange/uhri-record.h"

G_BEGIN_DECLS

/**
 * SuiviUhriReader:
 *
 * Makes rows of a plan of the records of UHRI, whatever file they come from.
 */
typedef struct _SuiviUhriReader SuiviUhriReader;

SuiviUhriReader *suivi_uhri_reader_new         (SuiviImportPlan *plan);
void             suivi_uhri_reader_free        (SuiviUhriReader *self);
void             suivi_uhri_reader_set_header  (SuiviUhriReader *self,
                                                SuiviUhriField   field,
                                                const char      *header);
void             suivi_uhri_reader_take_record (SuiviUhriReader *self,
                                                SuiviUhriRecord *record);
void             suivi_uhri_reader_finish      (SuiviUhriReader *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SuiviUhriReader, suivi_uhri_reader_free)

G_END_DECLS
