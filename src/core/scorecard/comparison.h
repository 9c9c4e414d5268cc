/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/scorecard/tally.h"

G_BEGIN_DECLS

/**
 * SuiviMove:
 * @SUIVI_MOVE_BETTER: a better light than before ("better")
 * @SUIVI_MOVE_WORSE: a lower light than before ("worse")
 * @SUIVI_MOVE_SAME: the same light as before ("same")
 * @SUIVI_MOVE_FIRST_ASSESSED: it had no light, and has one now ("first-assessed")
 * @SUIVI_MOVE_NO_LONGER_ASSESSED: it had a light, and has none now ("no-longer-assessed")
 * @SUIVI_MOVE_STILL_UNASSESSED: it had no light, and has none now ("still-unassessed")
 * @SUIVI_MOVE_NEW: it was not in the previous edition ("new")
 * @SUIVI_MOVE_GONE: it is not in the new edition ("gone")
 *
 * What became of a recommendation from one edition to the next. Every recommendation of either edition made exactly one
 * move.
 */
typedef enum
{
  SUIVI_MOVE_BETTER,
  SUIVI_MOVE_WORSE,
  SUIVI_MOVE_SAME,
  SUIVI_MOVE_FIRST_ASSESSED,
  SUIVI_MOVE_NO_LONGER_ASSESSED,
  SUIVI_MOVE_STILL_UNASSESSED,
  SUIVI_MOVE_NEW,
  SUIVI_MOVE_GONE,
} SuiviMove;

#define SUIVI_N_MOVES   8
#define SUIVI_TYPE_MOVE (suivi_move_get_type ())

/* In the place of a light: the recommendation is not in that edition. */
#define SUIVI_LIGHT_ABSENT      SUIVI_N_LIGHTS
#define SUIVI_COMPARISON_N_ENDS (SUIVI_N_LIGHTS + 1)

/**
 * SuiviComparisonRow:
 * @key: of the recommendation
 * @previous_position: in the previous edition; in the new one if it is new
 * @position: in the new edition; in the previous one if it is gone
 * @previous: its light in the previous edition, or %SUIVI_LIGHT_ABSENT
 * @now: its light in the new edition, or %SUIVI_LIGHT_ABSENT
 *
 * One recommendation in two editions.
 */
typedef struct
{
  char *key;
  SuiviPosition previous_position;
  SuiviPosition position;
  guint previous;
  guint now;
} SuiviComparisonRow;

/**
 * SuiviMoveTable:
 * @cells: how many recommendations had the first light, and have the second; %SUIVI_LIGHT_ABSENT stands for
 *   "not in that edition"
 * @moves: how many made each move
 * @total: how many recommendations the two editions have together
 *
 * The matrix of moves. A row of @cells sums up to a light of the previous edition, a column to one of the new edition.
 */
typedef struct
{
  guint cells[SUIVI_COMPARISON_N_ENDS][SUIVI_COMPARISON_N_ENDS];
  guint moves[SUIVI_N_MOVES];
  guint total;
} SuiviMoveTable;

/**
 * SuiviNotedMoves:
 * @n_noted: how many recommendations of both editions were noted in the previous one, or, if they had no answer then,
 *   are noted in the new one
 * @n_better: how many of them have a better light than before
 * @n_progress: how many of them are implemented or have some progress now, whenever that was graded. The measure by
 *   which UPR Info found 19 % at mid-term (Beyond Promises, 2014; publication 004, line 162)
 * @n_supported: how many of them the State supports now
 *
 * Noted recommendations that moved all the same.
 */
typedef struct
{
  guint n_noted;
  guint n_better;
  guint n_progress;
  guint n_supported;
} SuiviNotedMoves;

/**
 * SuiviComparison:
 *
 * Two editions side by side: rows of both are added, in any order, and met by their key. Recommendations count once,
 * whatever the counting unit of the editions.
 */
typedef struct _SuiviComparison SuiviComparison;

GType            suivi_move_get_type              (void);
const char      *suivi_move_to_label              (SuiviMove            move);
const char      *suivi_move_to_symbol             (SuiviMove            move);
SuiviMove        suivi_move_from_lights           (guint                previous,
                                                   guint                now);

SuiviComparison *suivi_comparison_new             (void);
void             suivi_comparison_free            (SuiviComparison     *self);
gboolean         suivi_comparison_add_previous    (SuiviComparison     *self,
                                                   const char          *key,
                                                   SuiviPosition        position,
                                                   SuiviLight           light);
gboolean         suivi_comparison_add_now         (SuiviComparison     *self,
                                                   const char          *key,
                                                   SuiviPosition        position,
                                                   SuiviLight           light);
GPtrArray       *suivi_comparison_get_rows        (SuiviComparison     *self);
void             suivi_comparison_count           (SuiviComparison     *self,
                                                   SuiviMoveTable      *table);
void             suivi_comparison_count_position  (SuiviComparison     *self,
                                                   SuiviPosition        position,
                                                   SuiviMoveTable      *table);
SuiviNotedMoves  suivi_comparison_count_noted     (SuiviComparison     *self,
                                                   SuiviPartRule        part);
gboolean         suivi_move_table_is_reconciled   (const SuiviMoveTable *self,
                                                   const SuiviTally    *previous,
                                                   const SuiviTally    *now);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SuiviComparison, suivi_comparison_free)

G_END_DECLS
