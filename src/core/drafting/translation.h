/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/record.h"

G_BEGIN_DECLS

/**
 * SuiviTranslation:
 * @id: random UUID, the key in the workspace
 * @draft_id: key of the draft
 * @language: code of the language: "es"
 * @text: the wording in it
 * @translator: who translated it; may be ""
 * @date: when, ISO 8601 date
 *
 * A final wording in another language. A draft has one for each language.
 */
typedef struct
{
  char *id;
  char *draft_id;
  char *language;
  char *text;
  char *translator;
  char *date;
} SuiviTranslation;

#define SUIVI_TYPE_TRANSLATION (suivi_translation_get_type ())
SUIVI_DECLARE_RECORD (SuiviTranslation, suivi_translation)

SuiviTranslation *suivi_translation_new      (const char *draft_id,
                                              const char *language,
                                              const char *text);

G_END_DECLS
