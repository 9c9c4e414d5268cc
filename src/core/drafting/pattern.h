/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/drafting/words.h"

G_BEGIN_DECLS

/**
 * SuiviPattern:
 *
 * What a line of a lexicon looks for in a text (data/drafting/README.md tells how it is written): words, `a/b` for
 * one of several, `word*` for any ending, `(word)` for what may be missing, `..` for up to three other words, and
 * `{number}`, `{year}`, `{day}`, `{month}`, `{unit}`, `{date}`, `{name}`.
 */
typedef struct _SuiviPattern SuiviPattern;

/**
 * SuiviSlot:
 *
 * What a place in braces stands for.
 */
typedef enum
{
  SUIVI_SLOT_NONE,
  SUIVI_SLOT_NUMBER,
  SUIVI_SLOT_YEAR,
  SUIVI_SLOT_DAY,
  SUIVI_SLOT_MONTH,
  SUIVI_SLOT_UNIT,
  SUIVI_SLOT_DATE,
  SUIVI_SLOT_NAME,
} SuiviSlot;

/**
 * SuiviBinding:
 * @number: (or -1)
 * @year: (or 0)
 * @day: (or 0)
 * @month: 1 to 12 (or 0)
 * @unit: days (1), weeks (7), months (-1), years (-12); 0 for none
 * @first_day: the first day of the last date in the text matched; not valid when there is none
 * @last_day: its last day
 *
 * What was found at the places in braces.
 */
typedef struct
{
  int number;
  int year;
  int day;
  int month;
  int unit;
  GDate first_day;
  GDate last_day;
} SuiviBinding;

/**
 * SuiviSlotFunc:
 * @first: the word to begin with
 * @binding: where to put what was found
 *
 * Returns: the word after what fills the slot; 0 if nothing does
 */
typedef guint (*SuiviSlotFunc) (SuiviWords    *words,
                                SuiviSlot      slot,
                                guint          first,
                                SuiviBinding  *binding,
                                gconstpointer  user_data);

SuiviPattern *suivi_pattern_new             (const char     *source,
                                             GError        **error);
void          suivi_pattern_free            (SuiviPattern   *self);
GPtrArray    *suivi_pattern_list_beginnings (SuiviPattern   *self);
guint         suivi_pattern_match           (SuiviPattern   *self,
                                             SuiviWords     *words,
                                             guint           first,
                                             SuiviSlotFunc   fill,
                                             gconstpointer   user_data,
                                             SuiviBinding   *binding);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SuiviPattern, suivi_pattern_free)

G_END_DECLS
