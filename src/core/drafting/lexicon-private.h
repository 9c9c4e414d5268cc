/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/drafting/lexicon.h"

G_BEGIN_DECLS

/* For lexicon.c, which looks words up, and lexicon-parse.c, which reads the file. */

/* How many letters a word with a star must have before it: what it is found by. */
#define SUIVI_STEM_LENGTH 3

typedef struct
{
  SuiviPattern *pattern;
  SuiviEntry *entry;
  guint form;
} SuiviRule;

typedef struct
{
  GPtrArray *entries;   /* (owned) SuiviEntry */
  GPtrArray *rules;     /* (owned) Rule */
  GHashTable *by_word;  /* first word (owned) → GPtrArray of Rule */
  GHashTable *by_stem;  /* first letters of the first word (owned) → GPtrArray of Rule */
  GPtrArray *by_chance; /* Rule: begins with something in braces */
} SuiviRules;

struct _SuiviLexicon
{
  char *language;
  SuiviRules sections[SUIVI_N_SECTIONS];
};

G_END_DECLS
