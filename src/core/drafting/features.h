/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/drafting/words.h"

G_BEGIN_DECLS

/**
 * SuiviQuestion:
 * @SUIVI_QUESTION_CATEGORY: how specific is the action that is asked for, 1–5
 * @SUIVI_QUESTION_CHILD: is it about children
 *
 * What a model answers.
 */
typedef enum
{
  SUIVI_QUESTION_CATEGORY,
  SUIVI_QUESTION_CHILD,
} SuiviQuestion;

#define SUIVI_N_QUESTIONS 2

/**
 * SuiviFeature:
 * @name: words in small letters, behind a mark that says where or with what they stand ("1=ratify")
 * @first: the first word that it is about
 * @end: the word after the last
 * @partner: another word that it needs; the same as @first when there is none
 *
 * One thing that is true of a text. The places are numbers of words.
 */
typedef struct
{
  const char *name;
  guint first;
  guint end;
  guint partner;
} SuiviFeature;

typedef void (*SuiviFeatureFunc) (const SuiviFeature *feature,
                                  gpointer            user_data);

void suivi_features_each (const SuiviWords *words,
                          SuiviQuestion     question,
                          SuiviFeatureFunc  func,
                          gpointer          user_data);

G_END_DECLS
