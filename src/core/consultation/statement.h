/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/consultation/headcount.h"

G_BEGIN_DECLS

/**
 * SuiviConsentLevel:
 * @SUIVI_CONSENT_INTERNAL: internal only ("internal")
 * @SUIVI_CONSENT_TOTALS: counted, never shown ("totals")
 * @SUIVI_CONSENT_QUOTE: quoted without a name ("quote")
 * @SUIVI_CONSENT_PUBLISH: in something that anybody can read ("publish")
 *
 * How far a statement may go, in this order. It never goes further than consent: see suivi_consent_gate_allows(). The
 * nicks are what files use: never change them.
 */
typedef enum
{
  SUIVI_CONSENT_INTERNAL,
  SUIVI_CONSENT_TOTALS,
  SUIVI_CONSENT_QUOTE,
  SUIVI_CONSENT_PUBLISH,
} SuiviConsentLevel;

/* Longest statement, in bytes: so much is looked through for names, with room to spare. */
#define SUIVI_MAX_WORDS 16000

#define SUIVI_TYPE_CONSENT_LEVEL (suivi_consent_level_get_type ())
#define SUIVI_N_CONSENT_LEVELS   4

/**
 * SuiviStatement:
 * @id: random UUID, the key in the workspace
 * @consultation_id: key of the consultation
 * @participant_id: key of the participant who said it
 * @words: what was said, in the child's words; for a drawing, what it shows
 * @drawing: 1 if it is a drawing (the picture is kept sealed under the key of the statement), else 0
 * @age_band: of who said it
 * @setting: where children like this one live or learn, coarse: "rural school"; may be ""
 * @themes: what it is about, in the words of the themes of recommendations
 * @articles: articles of the Convention on the Rights of the Child concerned: "19"
 * @level: how far it may go
 * @checked_words: the very words that somebody has looked through for names, places and the like; "": nobody has. Beyond
 *   %SUIVI_CONSENT_TOTALS a statement needs that: see suivi_consent_gate_allows()
 * @left_out: why it was not used, if so; may be ""
 * @place: where it stands in the record, 1 and up
 *
 * Something children said, with its own level.
 */
typedef struct
{
  char *id;
  char *consultation_id;
  char *participant_id;
  char *words;
  guint drawing;
  SuiviAgeBand age_band;
  char *setting;
  char **themes;
  char **articles;
  SuiviConsentLevel level;
  char *checked_words;
  char *left_out;
  guint place;
} SuiviStatement;

#define SUIVI_TYPE_STATEMENT (suivi_statement_get_type ())
SUIVI_DECLARE_RECORD (SuiviStatement, suivi_statement)

GType           suivi_consent_level_get_type  (void);
const char     *suivi_consent_level_to_label  (SuiviConsentLevel  level);

SuiviStatement *suivi_statement_new   (const char *consultation_id,
                                       const char *participant_id,
                                       const char *words);

G_END_DECLS
