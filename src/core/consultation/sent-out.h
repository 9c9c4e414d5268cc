/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/record.h"

G_BEGIN_DECLS

/**
 * SuiviSentOut:
 * @id: random UUID, the key in the workspace
 * @consultation_id: key of the consultation
 * @file_name: base name of the file that was written
 * @kind: what it is: "report", "feedback-letter", …
 * @made_on: when, ISO 8601 date
 * @made_by: who
 *
 * A file that was written with what children said: whoever erases something has to know where else it is.
 */
typedef struct
{
  char *id;
  char *consultation_id;
  char *file_name;
  char *kind;
  char *made_on;
  char *made_by;
} SuiviSentOut;

#define SUIVI_TYPE_SENT_OUT (suivi_sent_out_get_type ())
SUIVI_DECLARE_RECORD (SuiviSentOut, suivi_sent_out)

SuiviSentOut *suivi_sent_out_new (const char *consultation_id,
                                  const char *file_name,
                                  const char *kind);

G_END_DECLS
