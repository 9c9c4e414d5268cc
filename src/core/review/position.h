/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * SuiviPosition:
 * @SUIVI_POSITION_PENDING: the State has not answered yet
 * @SUIVI_POSITION_SUPPORTED: the recommendation enjoys the support of the State
 * @SUIVI_POSITION_NOTED: the State took note of it
 * @SUIVI_POSITION_PART: supported in part; counts as noted where a count must be binary
 * @SUIVI_POSITION_COMMITMENT: no answer to anybody: a voluntary commitment of the State under review itself
 * @SUIVI_POSITION_NONE: what other mechanisms say is not answered in the review
 *
 * What the State under review answered. There is no "rejected": a State can only support or note
 * (Human Rights Council resolution 5/1, annex, paragraph 32).
 *
 * The nicks ("pending", "supported", "noted", "part", "commitment", "none") are what files and the command line use: never change them.
 */
typedef enum
{
  SUIVI_POSITION_PENDING,
  SUIVI_POSITION_SUPPORTED,
  SUIVI_POSITION_NOTED,
  SUIVI_POSITION_PART,
  SUIVI_POSITION_COMMITMENT,
  SUIVI_POSITION_NONE,
} SuiviPosition;

#define SUIVI_N_POSITIONS 5 /* those that a recommendation or a commitment can have, so without NONE */
#define SUIVI_TYPE_POSITION (suivi_position_get_type ())

GType         suivi_position_get_type  (void);

const char   *suivi_position_to_nick   (SuiviPosition  position);
gboolean      suivi_position_from_nick (const char    *nick,
                                        SuiviPosition *position);
const char   *suivi_position_to_label  (SuiviPosition  position);
gboolean      suivi_position_from_word (const char    *word,
                                        SuiviPosition *position);

G_END_DECLS
