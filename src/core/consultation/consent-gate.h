/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/consultation/gates.h"

G_BEGIN_DECLS

/**
 * SuiviUse:
 * @SUIVI_USE_RECORD: to work on the record itself. For the pages of the consultation only: nothing leaves the workspace
 * @SUIVI_USE_COUNT: to count it: how many children spoke about what
 * @SUIVI_USE_QUOTE: to show the words, without a name, in a document that goes to somebody, or beside a draft
 * @SUIVI_USE_PUBLISH: to put the words into something that anybody can read
 *
 * What somebody wants to do with what a child said.
 */
typedef enum
{
  SUIVI_USE_RECORD,
  SUIVI_USE_COUNT,
  SUIVI_USE_QUOTE,
  SUIVI_USE_PUBLISH,
} SuiviUse;

#define SUIVI_TYPE_USE (suivi_use_get_type ())
#define SUIVI_N_USES   4

GType    suivi_use_get_type        (void);

gboolean suivi_consent_gate_allows (const SuiviStatement   *statement,
                                    const SuiviParticipant *participant,
                                    SuiviUse                use,
                                    const char             *today,
                                    GError                **error);

G_END_DECLS
