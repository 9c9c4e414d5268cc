/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/record.h"

G_BEGIN_DECLS

/* Factsheet 3, "Writing the advocacy paper" and checklist: at most four issues, one or two recommendations each. More
 * is never forbidden: the user is told. */
#define SUIVI_MAX_PRIORITIES      4
#define SUIVI_MAX_DRAFTS_EACH     2

/**
 * SuiviPriority:
 * @id: random UUID, the key in the workspace
 * @state: the State under review, ISO 3166-1 alpha-3
 * @title: a few words: "Birth registration"
 * @explanation: what is wrong, in short; may be ""
 * @key_words: words that recommendations on the subject hold; what other States said is found by them. "": the title
 * @articles: articles of the Convention on the Rights of the Child concerned: "7"
 * @rights: other rights concerned, in free words; may be ""
 * @place: where it stands among the issues of the State, 1 and up
 *
 * A priority issue: what a coalition raises at the next review of a State.
 */
typedef struct
{
  char *id;
  char *state;
  char *title;
  char *explanation;
  char *key_words;
  char **articles;
  char *rights;
  guint place;
} SuiviPriority;

#define SUIVI_TYPE_PRIORITY (suivi_priority_get_type ())
SUIVI_DECLARE_RECORD (SuiviPriority, suivi_priority)

SuiviPriority *suivi_priority_new           (const char    *state,
                                             const char    *title);
const char    *suivi_priority_get_key_words (SuiviPriority *self);

G_END_DECLS
