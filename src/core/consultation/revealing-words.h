/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The longest entry of the tables, in words. */
#define SUIVI_LONGEST_PHRASE 4

/**
 * SuiviWordUse:
 *
 * What a word, or a few words, may be where they stand. A word may have several uses.
 */
typedef enum
{
  SUIVI_WORD_COMMON = 1 << 0,       /* begins sentences often: a capital says nothing */
  SUIVI_WORD_HARMLESS = 1 << 1,     /* has a capital anywhere, and tells nobody who a child is */
  SUIVI_WORD_TITLE = 1 << 2,        /* before a name: "Mr", "Auntie" */
  SUIVI_WORD_NAMES_NEXT = 1 << 3,   /* the next word is a name, with a capital or not: "my name is" */
  SUIVI_WORD_PLACE_CUE = 1 << 4,    /* before a place: "near" */
  SUIVI_WORD_PLACE_NEXT = 1 << 5,   /* the next word is a place, with a capital or not: "village of" */
  SUIVI_WORD_PLACE_BEFORE = 1 << 6, /* the word before is a place, in scripts without capitals */
  SUIVI_WORD_PLACE = 1 << 7,        /* beside a place: "district", "River" */
  SUIVI_WORD_STREET = 1 << 8,       /* with a number: an address */
  SUIVI_WORD_ADDRESS = 1 << 9,      /* the number after it is an address: "plot", "P.O. Box" */
  SUIVI_WORD_SCHOOL = 1 << 10,      /* beside a name: "school", "church" */
  SUIVI_WORD_SCHOOL_NEXT = 1 << 11, /* the next word is its name, with a capital or not: "Saint" */
  SUIVI_WORD_SCHOOL_BEFORE = 1 << 12, /* the word before is its name, in scripts without capitals */
  SUIVI_WORD_ADJUNCT = 1 << 13,     /* between a school and its name: "primary" */
  SUIVI_WORD_SAINT = 1 << 14,       /* a patron: "Saint" */
  SUIVI_WORD_LINK = 1 << 15,        /* between parts of a name: "of", "bin" */
  SUIVI_WORD_FAMILY = 1 << 16,      /* "uncle" */
  SUIVI_WORD_OFFICE = 1 << 17,      /* "mayor" */
  SUIVI_WORD_BETWEEN = 1 << 18,     /* between the two: "my uncle is the mayor" */
  SUIVI_WORD_MONTH = 1 << 19,
  SUIVI_WORD_AGE_CUE = 1 << 20,     /* the number after it is an age: "I am" */
  SUIVI_WORD_AGE_AFTER = 1 << 21,   /* the number before it is an age: "years old" */
  SUIVI_WORD_YEARS = 1 << 22,       /* as well, unless it is how long something takes: "ans" */
  SUIVI_WORD_DURATION = 1 << 23,    /* how long: "depuis" */
  SUIVI_WORD_BOUND = 1 << 24,       /* no age of somebody, but a limit: "under" */
  SUIVI_WORD_UNIT = 1 << 25,        /* the number before it is no age: "hours" */
  SUIVI_WORD_BORN = 1 << 26,        /* a date of birth comes: "born" */
  SUIVI_WORD_DOMAIN = 1 << 27,      /* the end of a web address: "org" */
  SUIVI_WORD_ABBREVIATION = 1 << 28, /* the full stop after it ends no sentence: "Dr." */
  SUIVI_WORD_RANGE = 1 << 29,       /* between two numbers: "8 to 18" */
} SuiviWordUse;

guint suivi_revealing_words_look_up    (const char *folded);
guint suivi_revealing_words_get_number (const char *folded);

G_END_DECLS
