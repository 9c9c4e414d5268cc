/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/drafting/pattern.h"

G_BEGIN_DECLS

/**
 * SuiviSection:
 *
 * The sections of a lexicon, in the order of data/drafting/README.md, which tells what stands in each.
 */
typedef enum
{
  SUIVI_SECTION_VERBS,
  SUIVI_SECTION_SOFTENERS,
  SUIVI_SECTION_VAGUE,
  SUIVI_SECTION_LEAD_INS,
  SUIVI_SECTION_MODALS,
  SUIVI_SECTION_ADVERBS,
  SUIVI_SECTION_JOINS,
  SUIVI_SECTION_ALSO,
  SUIVI_SECTION_PURPOSE,
  SUIVI_SECTION_EXAMPLES,
  SUIVI_SECTION_DETERMINERS,
  SUIVI_SECTION_PRONOUNS,
  SUIVI_SECTION_WISHES,
  SUIVI_SECTION_AID,
  SUIVI_SECTION_NUMBERS,
  SUIVI_SECTION_MONTHS,
  SUIVI_SECTION_UNITS,
  SUIVI_SECTION_DATES,
  SUIVI_SECTION_TIME_FRAMES,
  SUIVI_SECTION_NAME_JOINS,
  SUIVI_SECTION_ACTORS,
  SUIVI_SECTION_TREATIES,
  SUIVI_SECTION_LAWS,
  SUIVI_SECTION_LAW_LINKS,
  SUIVI_SECTION_BODIES,
  SUIVI_SECTION_GROUPS,
  SUIVI_SECTION_SUBJECTS,
  SUIVI_SECTION_MEASURES,
  SUIVI_SECTION_NOT_MEASURES,
  SUIVI_SECTION_INDICATORS,
  SUIVI_SECTION_CHILDREN,
} SuiviSection;

#define SUIVI_N_SECTIONS (SUIVI_SECTION_CHILDREN + 1)

/**
 * SuiviEntry:
 * @name: its first pattern, as written: the dictionary form
 * @fields: (array zero-terminated=1): what stands behind the patterns
 *
 * A line of a lexicon.
 */
typedef struct
{
  char *name;
  char **fields;
} SuiviEntry;

/**
 * SuiviMatch:
 * @entry: what was found
 * @first: its first word
 * @end: the word after its last
 * @form: for verbs: 0 if it stands in the form that asks, 1 in one that follows other words ("by adopting")
 * @binding: what was found at the places in braces
 */
typedef struct
{
  const SuiviEntry *entry;
  guint first;
  guint end;
  guint form;
  SuiviBinding binding;
} SuiviMatch;

/**
 * SuiviLexicon:
 *
 * What Suivi knows of the words of one language: data/drafting/lexicon-en.txt and its like. Immutable; may be read
 * from any thread.
 */
typedef struct _SuiviLexicon SuiviLexicon;

const char * const *suivi_lexicon_list_languages (void);
const SuiviLexicon *suivi_lexicon_get            (const char          *language);
SuiviLexicon       *suivi_lexicon_new_for_text   (const char          *text,
                                                  GError             **error);
void                suivi_lexicon_free           (SuiviLexicon        *self);
const char         *suivi_lexicon_get_language   (const SuiviLexicon  *self);
gboolean            suivi_lexicon_match          (const SuiviLexicon  *self,
                                                  SuiviSection         section,
                                                  SuiviWords          *words,
                                                  guint                first,
                                                  SuiviMatch          *match);
GArray             *suivi_lexicon_find_all       (const SuiviLexicon  *self,
                                                  SuiviSection         section,
                                                  SuiviWords          *words);
const char         *suivi_entry_get_field        (const SuiviEntry    *entry,
                                                  guint                index);
gboolean            suivi_entry_has_flag         (const SuiviEntry    *entry,
                                                  guint                index,
                                                  const char          *flag);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SuiviLexicon, suivi_lexicon_free)

G_END_DECLS
