/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "exchange/plan-row.h"
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
 * @too_long: (nullable): where @organisation and @name stand and what to do, if they are longer than any name
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
  char *too_long[2];
} SuiviScorecardLayout;

SuiviPlanRow *suivi_scorecard_row_read (SuiviScorecardLayout *layout,
                                        const SuiviSheetRow  *row);
char         *suivi_scorecard_read_day (const char           *text,
                                        SuiviCellType         type);

G_END_DECLS
