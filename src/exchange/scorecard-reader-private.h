/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "exchange/plan-row.h"
#include "exchange/scorecard-base.h"
#include "exchange/scorecard-words.h"
#include "exchange/sheet/sheet-book.h"

G_BEGIN_DECLS

/* A column that is not in the file. */
#define SUIVI_SCORECARD_NOWHERE G_MAXUINT

/**
 * SuiviScorecardLayout:
 * @words: what the words of the file mean
 * @places: where the columns are, from 0, or %SUIVI_SCORECARD_NOWHERE
 * @titles: their headings as the file writes them; of one that it does not have, as we would
 * @header: row of the headings, from 1
 * @keys: the keys that were read, with their row
 * @state: (nullable): State under review of the scorecard, or of one of its reviews; where rows that somebody added
 *   belong
 * @session: session of that review
 * @today: the day of grades that say none
 * @organisation: (nullable): whose grades the file has, as a colleague wrote it or as it was exported
 * @name: (nullable): who changed the grades, as a colleague wrote it
 * @unusable: (nullable): where @organisation and @name stand and what to do, if they are no names
 *
 * What is known of the sheet while its rows are read.
 */
typedef struct
{
  SuiviScorecardWords *words;
  guint places[SUIVI_N_SCORECARD_COLUMNS];
  char *titles[SUIVI_N_SCORECARD_COLUMNS];
  guint header;
  GHashTable *keys;
  char *state;
  guint session;
  char *today;
  char *organisation;
  char *name;
  char *unusable[2];
} SuiviScorecardLayout;

/**
 * SuiviScorecardFault:
 * @kind: what is wrong
 * @column: heading of the column, or several
 * @value: what stands there
 * @reason: a sentence
 */
typedef struct
{
  SuiviFaultKind kind;
  char *column;
  char *value;
  char *reason;
} SuiviScorecardFault;

/**
 * SuiviScorecardReading:
 * @layout: the sheet
 * @row: the row, as it stands in the file
 * @base: what was exported
 * @recommendation: (owned): what the row says
 * @assessment: (owned) (nullable): the judgement that it says
 * @changed: which fields are others than were exported
 * @own: whether it says that it showed a grade of the organisation that the file is of
 * @unnamed: whether it says that it showed a grade that does not say whose it is
 * @implied_date: whether nobody wrote the day of the grade
 * @faults: (owned) (element-type SuiviScorecardFault): what is wrong
 *
 * A row while it is read.
 */
typedef struct
{
  SuiviScorecardLayout *layout;
  const SuiviSheetRow *row;
  SuiviScorecardBase base;
  SuiviRecommendation *recommendation;
  SuiviAssessment *assessment;
  SuiviPlanFields changed;
  gboolean own;
  gboolean unnamed;
  gboolean implied_date;
  GArray *faults;
} SuiviScorecardReading;

SuiviPlanRow *suivi_scorecard_row_read (SuiviScorecardLayout *layout,
                                        const SuiviSheetRow  *row);
char         *suivi_scorecard_read_day (const char           *text,
                                        SuiviCellType         type);

void          suivi_scorecard_reading_init           (SuiviScorecardReading       *self);
void          suivi_scorecard_reading_clear          (SuiviScorecardReading       *self);
gboolean      suivi_scorecard_reading_has            (const SuiviScorecardReading *self,
                                                      SuiviScorecardColumn         column);
const char   *suivi_scorecard_reading_get            (const SuiviScorecardReading *self,
                                                      SuiviScorecardColumn         column);
SuiviCellType suivi_scorecard_reading_get_type       (const SuiviScorecardReading *self,
                                                      SuiviScorecardColumn         column);
void          suivi_scorecard_reading_add_fault_in   (SuiviScorecardReading       *self,
                                                      SuiviFaultKind               kind,
                                                      const char                  *column,
                                                      const char                  *value,
                                                      const char                  *reason);
void          suivi_scorecard_reading_add_fault_about (SuiviScorecardReading      *self,
                                                      SuiviFaultKind               kind,
                                                      SuiviScorecardColumn         column,
                                                      const char                  *value,
                                                      const char                  *reason);
void          suivi_scorecard_reading_add_fault      (SuiviScorecardReading       *self,
                                                      SuiviFaultKind               kind,
                                                      SuiviScorecardColumn         column,
                                                      const char                  *reason);
void          suivi_scorecard_reading_add_word_fault (SuiviScorecardReading       *self,
                                                      SuiviFaultKind               fault,
                                                      SuiviScorecardColumn         column,
                                                      SuiviScorecardWordKind       kind);
gboolean      suivi_scorecard_reading_is_changed     (const SuiviScorecardReading *self,
                                                      SuiviPlanField               field);
void          suivi_scorecard_reading_set_changed    (SuiviScorecardReading       *self,
                                                      SuiviPlanField               field,
                                                      gboolean                     changed);
gboolean      suivi_scorecard_reading_is_as_exported (const SuiviScorecardReading *self,
                                                      SuiviPlanField               field,
                                                      const char                  *value);
void          suivi_scorecard_reading_check_field    (SuiviScorecardReading       *self,
                                                      SuiviScorecardColumn         column,
                                                      SuiviPlanField               field);
void          suivi_scorecard_reading_read_text      (SuiviScorecardReading       *self,
                                                      SuiviScorecardColumn         column,
                                                      SuiviPlanField               field,
                                                      char                       **text);
guint         suivi_scorecard_reading_read_word      (SuiviScorecardReading       *self,
                                                      SuiviScorecardColumn         column,
                                                      SuiviScorecardWordKind       kind,
                                                      guint                        if_blank);
gboolean      suivi_scorecard_reading_has_grade      (const SuiviScorecardReading *self);
void          suivi_scorecard_reading_read_grade     (SuiviScorecardReading       *self);

G_END_DECLS
