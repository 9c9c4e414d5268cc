/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/review/position.h"
#include "exchange/tag-lists.h"

G_BEGIN_DECLS

/**
 * SuiviUhriTag:
 * @label: the theme or group in its canonical spelling, or the code of the SDG; "" if it is none
 * @child_focused: whether it is about children
 * @mark: of the reader: which record it was put into last, for all spellings of one label
 */
typedef struct
{
  char *label;
  gboolean child_focused;
  guint *mark;
} SuiviUhriTag;

/**
 * SuiviUhriNames:
 * @states: the States that the words name, ISO 3166-1 alpha-3
 * @has_states: whether there is one
 * @is_known: whether they name States and nothing else
 */
typedef struct
{
  char **states;
  gboolean has_states;
  gboolean is_known;
} SuiviUhriNames;

/**
 * SuiviUhriLabels:
 *
 * What the words in the cells mean. A big export has a quarter of a million records and some hundred different
 * words: each is looked up once and remembered. Belongs to one thread.
 */
typedef struct _SuiviUhriLabels SuiviUhriLabels;

SuiviUhriLabels      *suivi_uhri_labels_new           (void);
void                  suivi_uhri_labels_free          (SuiviUhriLabels *self);
void                  suivi_uhri_labels_trim          (SuiviUhriLabels *self);

SuiviUhriTag         *suivi_uhri_labels_find_tag      (SuiviUhriLabels *self,
                                                       SuiviTagKind     kind,
                                                       const char      *label);
const char           *suivi_uhri_labels_find_state    (SuiviUhriLabels *self,
                                                       const char      *name);
const SuiviUhriNames *suivi_uhri_labels_find_names    (SuiviUhriLabels *self,
                                                       const char      *names);
const char           *suivi_uhri_labels_find_body     (SuiviUhriLabels *self,
                                                       const char      *label);
gboolean              suivi_uhri_labels_find_position (SuiviUhriLabels *self,
                                                       const char      *cell,
                                                       SuiviPosition   *position);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SuiviUhriLabels, suivi_uhri_labels_free)

G_END_DECLS
