/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "exchange/xml-outline.h"
#include "store/store.h"

G_BEGIN_DECLS

/* The session number that marks the paragraphs that Suivi wrote ("SUI" in ASCII): Word keeps it, and shows it to nobody. */
#define SUIVI_LIST_MARK "00535549"

/**
 * SuiviListEditor:
 *
 * A document that is changed in places: what is not touched stays as it is, byte for byte.
 */
typedef struct
{
  const char *text; /* (unowned) */
  gsize length;
  SuiviXmlOutline *outline; /* (owned) */
  char *prefix;             /* (owned): of the names of Word, "w" */
  GArray *edits;            /* (owned): what is put where */
} SuiviListEditor;

/**
 * SuiviListRowPlan:
 * @is_recommendation: whether it is a recommendation, which no cell of its own goes across the table for
 * @neighbour: the cell whose letters ours are to look like; 0: the last one
 * @lines: (nullable): what the new cell says
 *
 * What a row gets in a column that is added.
 */
typedef struct
{
  gboolean is_recommendation;
  guint neighbour;
  const char *const *lines;
} SuiviListRowPlan;

/**
 * SuiviListMatcher:
 *
 * What the workspace has of a review, to be found by what a list says.
 */
typedef struct _SuiviListMatcher SuiviListMatcher;

SuiviListEditor *suivi_list_editor_new          (const char             *text,
                                                 gsize                   length,
                                                 guint                   first_row,
                                                 GError                **error);
void             suivi_list_editor_free         (SuiviListEditor        *self);
GBytes          *suivi_list_editor_finish       (SuiviListEditor        *self);

gboolean         suivi_list_editor_is           (SuiviListEditor        *self,
                                                 guint                   element,
                                                 const char             *name);
guint            suivi_list_editor_find_child   (SuiviListEditor        *self,
                                                 guint                   element,
                                                 const char             *name);
guint            suivi_list_editor_get_number   (SuiviListEditor        *self,
                                                 guint                   element,
                                                 const char             *attribute,
                                                 guint                   missing);
void             suivi_list_editor_insert       (SuiviListEditor        *self,
                                                 gsize                   at,
                                                 char                   *text);
void             suivi_list_editor_replace      (SuiviListEditor        *self,
                                                 guint                   element,
                                                 char                   *text);
char            *suivi_list_editor_copy_children (SuiviListEditor       *self,
                                                 guint                   element,
                                                 const char * const     *names);

char            *suivi_list_editor_make_paragraphs (SuiviListEditor     *self,
                                                 guint                   cell,
                                                 guint                   neighbour,
                                                 const char * const     *lines);
gboolean         suivi_list_editor_has_ours     (SuiviListEditor        *self,
                                                 guint                   cell);
gboolean         suivi_list_editor_can_fill     (SuiviListEditor        *self,
                                                 guint                   cell);
void             suivi_list_editor_fill         (SuiviListEditor        *self,
                                                 guint                   cell,
                                                 guint                   neighbour,
                                                 const char * const     *lines);
void             suivi_list_editor_add_column   (SuiviListEditor        *self,
                                                 guint                   table,
                                                 GHashTable             *rows);

SuiviListMatcher    *suivi_list_matcher_new     (SuiviStore             *store,
                                                 SuiviReview            *review,
                                                 const char             *edition_id,
                                                 const char             *cut_off,
                                                 GCancellable           *cancellable,
                                                 GError                **error);
void                 suivi_list_matcher_free    (SuiviListMatcher       *self);
SuiviRecommendation *suivi_list_matcher_find    (SuiviListMatcher       *self,
                                                 const char             *number,
                                                 const char             *text);
gboolean             suivi_list_matcher_is_open (SuiviListMatcher       *self,
                                                 SuiviRecommendation    *recommendation);
char               **suivi_list_matcher_tell    (SuiviListMatcher       *self,
                                                 SuiviRecommendation    *recommendation);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SuiviListMatcher, suivi_list_matcher_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SuiviListEditor, suivi_list_editor_free)

G_END_DECLS
