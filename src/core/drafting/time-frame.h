/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/drafting/lexicon.h"

G_BEGIN_DECLS

/**
 * SuiviTimeFrameKind:
 * @SUIVI_TIME_FRAME_DATE: ends on a day that is known
 * @SUIVI_TIME_FRAME_EVENT: ends with something whose day is not known ("before its next report")
 * @SUIVI_TIME_FRAME_PAST: ended before today
 * @SUIVI_TIME_FRAME_SOON: says only that there is a hurry ("without delay")
 */
typedef enum
{
  SUIVI_TIME_FRAME_DATE,
  SUIVI_TIME_FRAME_EVENT,
  SUIVI_TIME_FRAME_PAST,
  SUIVI_TIME_FRAME_SOON,
} SuiviTimeFrameKind;

/**
 * SuiviTimeFrame:
 * @kind: how it ends
 * @first: its first word
 * @end: the word after its last
 * @last_day: the last day on which it is kept; valid for dates and for what is past
 *
 * Words of a text that say by when.
 */
typedef struct
{
  SuiviTimeFrameKind kind;
  guint first;
  guint end;
  GDate last_day;
} SuiviTimeFrame;

GArray               *suivi_time_frames_find         (const SuiviLexicon  *lexicon,
                                                      SuiviWords          *words,
                                                      const SuiviSupport  *support);
char                 *suivi_time_frames_get_deadline (GArray              *frames);
const SuiviTimeFrame *suivi_time_frames_at           (GArray              *frames,
                                                      guint                word);

G_END_DECLS
