/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "app/scorecard/scorecard-row.h"
#include "core/scorecard/comparison.h"
#include "core/scorecard/edition.h"
#include "store/store.h"

G_BEGIN_DECLS

/**
 * SuiviNotedMove:
 * @SUIVI_NOTED_BETTER: a better light than before
 * @SUIVI_NOTED_PROGRESS: implemented, or some progress
 * @SUIVI_NOTED_SUPPORTED: the State supports it now
 *
 * How a noted recommendation moved all the same. One may have moved in several ways.
 */
typedef enum
{
  SUIVI_NOTED_BETTER,
  SUIVI_NOTED_PROGRESS,
  SUIVI_NOTED_SUPPORTED,
} SuiviNotedMove;

#define SUIVI_N_NOTED_MOVES 3

/**
 * SuiviEditionReport:
 * @edition: a frozen edition; of the working copy, what it would be
 * @previous_title: (nullable): title of the edition that it is compared with; %NULL if there is none, or none any more
 * @tally: its recommendations by position and light, by its own counting rule
 * @is_compared: whether there is an edition to compare it with
 * @n_noted: how many recommendations of both editions were noted
 * @moves: (element-type SuiviScorecardRow): the recommendations that made each #SuiviMove
 * @noted: (element-type SuiviScorecardRow): the noted ones that moved, by #SuiviNotedMove
 *
 * What the page says about a frozen edition, or about the working copy beside its latest edition. Every number is the length of the list that it opens.
 */
typedef struct
{
  SuiviEdition *edition;
  char *previous_title;
  SuiviTally tally;
  gboolean is_compared;
  guint n_noted;
  GPtrArray *moves[SUIVI_N_MOVES];
  GPtrArray *noted[SUIVI_N_NOTED_MOVES];
} SuiviEditionReport;

SuiviEditionReport *suivi_edition_report_load (SuiviStore *store, const char *id, GError **error);
SuiviEditionReport *suivi_edition_report_load_working (SuiviStore *store,
                                                       const char *review_id,
                                                       const char *cut_off,
                                                       GPtrArray *rows,
                                                       GError **error);
void suivi_edition_report_free (SuiviEditionReport *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SuiviEditionReport, suivi_edition_report_free)

G_END_DECLS
