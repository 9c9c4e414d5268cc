/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * SuiviRevealingKind:
 * @SUIVI_REVEALING_NAME: looks like the name of a person
 * @SUIVI_REVEALING_PLACE: looks like a place
 * @SUIVI_REVEALING_SCHOOL: looks like a school, a church, a club, a home
 * @SUIVI_REVEALING_AGE: an exact age, or a date of birth
 * @SUIVI_REVEALING_CONTACT: telephone number, e-mail address, web address, house number
 * @SUIVI_REVEALING_RELATION: names a relative or teacher by office: "my uncle the headman"
 *
 * Why a word may give a child away.
 */
typedef enum
{
  SUIVI_REVEALING_NAME,
  SUIVI_REVEALING_PLACE,
  SUIVI_REVEALING_SCHOOL,
  SUIVI_REVEALING_AGE,
  SUIVI_REVEALING_CONTACT,
  SUIVI_REVEALING_RELATION,
} SuiviRevealingKind;

/**
 * SuiviRevealing:
 * @kind: why
 * @start: where in the text, in characters
 * @length: how many characters
 * @text: the words themselves
 *
 * Words that may tell who a child is.
 */
typedef struct
{
  SuiviRevealingKind kind;
  guint start;
  guint length;
  char *text;
} SuiviRevealing;

GPtrArray  *suivi_revealing_find          (const char         *text);
const char *suivi_revealing_kind_to_label (SuiviRevealingKind  kind);
void        suivi_revealing_free          (SuiviRevealing     *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SuiviRevealing, suivi_revealing_free)

G_END_DECLS
