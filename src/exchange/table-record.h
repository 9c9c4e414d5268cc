/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "exchange/plan-row.h"

G_BEGIN_DECLS

/**
 * SuiviTableRecord:
 * @row: where it stands, counted from 1
 * @recommendation: what the row says, still to be changed
 * @state: (nullable): State under review, ISO 3166-1 alpha-3, if the row says it
 * @session: its session, 0 if the row does not say it
 * @fields: what the row speaks of
 * @asks: (nullable) (element-type SuiviAsk): several asks under one number
 * @faults: (nullable) (element-type SuiviImportFault): what is wrong
 * @differs: whether rows that are one recommendation disagree on something
 *
 * One recommendation of a table: of one row, or of several that name one State each.
 */
typedef struct
{
  guint row;
  SuiviRecommendation *recommendation;
  char *state;
  guint session;
  SuiviPlanFields fields;
  GPtrArray *asks;
  GPtrArray *faults;
  gboolean differs;
} SuiviTableRecord;

SuiviTableRecord *suivi_table_record_new       (guint                   row);
void              suivi_table_record_free      (SuiviTableRecord       *self);
void              suivi_table_record_add_fault (SuiviTableRecord       *self,
                                                guint                   row,
                                                SuiviFaultKind          kind,
                                                const char             *column,
                                                const char             *value,
                                                const char             *reason);
gboolean          suivi_table_record_has_fault (const SuiviTableRecord *self,
                                                SuiviFaultKind          kind);
gboolean          suivi_table_record_absorb    (SuiviTableRecord       *self,
                                                SuiviTableRecord       *other);
char             *suivi_table_record_make_key  (const SuiviTableRecord *self);
SuiviPlanRow     *suivi_table_record_to_row    (SuiviTableRecord       *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SuiviTableRecord, suivi_table_record_free)

G_END_DECLS
