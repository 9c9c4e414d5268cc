/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

/* Private to src/store. */

#include "store/database.h"
#include "store/store.h"
#include "store/transaction.h"

G_BEGIN_DECLS

typedef struct _SuiviFacetIndex SuiviFacetIndex;

struct _SuiviStore
{
  sqlite3 *db;
  char *path;
  char *author;
  char *organisation;
  SuiviReadOnlyReason read_only;
  gboolean wal; /* whether the file is in WAL mode, to be left when it is closed */
  GHashTable *statements;   /* SQL text → sqlite3_stmt, kept for the next time */
  GCancellable *cancellable; /* of the call under way, see suivi_store_set_cancellable() */

  SuiviTransaction *transaction; /* the open one; unowned */

  /* All recommendations in the order asked for last, see query_order(). */
  GArray *order;
  SuiviSort order_sort;
  gboolean order_descending;
  SuiviFacetIndex *facets; /* kept as long as the order */
  gint64 order_version;
  int order_changes;

  /* What undo and redo can reach, from the history: sequences of steps, the last one first in line. */
  gint64 sequence;
  char *last_hash;
  GArray *undo_stack;
  GArray *redo_stack;
  char *undo_label;
  char *redo_label;

  /* Wrong passphrases in a row, and until when no other one is tried (monotonic time, in µs), see vault.c. */
  guint n_wrong;
  gint64 wait_until;
};

sqlite3_stmt        *suivi_store_prepare               (SuiviStore           *self,
                                                        const char           *sql,
                                                        GError              **error);
gboolean             suivi_store_prepare_to_write      (SuiviStore           *self,
                                                        GError              **error);
gboolean             suivi_store_commit                (SuiviStore           *self,
                                                        GError              **error);
gboolean             suivi_store_note_compact          (SuiviStore           *self,
                                                        GError              **error);
gboolean             suivi_store_compact               (SuiviStore           *self);
void                 suivi_store_set_cancellable       (SuiviStore           *self,
                                                        GCancellable         *cancellable);
char                *suivi_store_now                   (void);

void                 suivi_bind_text                   (sqlite3_stmt         *statement,
                                                        int                   index,
                                                        const char           *text);
char                *suivi_column_text                 (sqlite3_stmt         *statement,
                                                        int                   column);

gboolean             suivi_store_update_index               (SuiviStore           *self,
                                                        GError              **error);

const char          *suivi_facet_get_kind              (SuiviFacet            facet);

gboolean             suivi_history_load                (SuiviStore           *self,
                                                        GError              **error);
gboolean             suivi_history_refresh             (SuiviStore           *self,
                                                        GError              **error);
gboolean             suivi_history_append              (SuiviStore           *self,
                                                        const char           *kind,
                                                        gint64                target,
                                                        const char           *label,
                                                        gconstpointer         changes,
                                                        gsize                 size,
                                                        GByteArray           *added,
                                                        GError              **error);
gboolean             suivi_history_erase               (SuiviStore           *self,
                                                        GHashTable           *keys,
                                                        guint                *n_steps,
                                                        GError              **error);
#define SUIVI_HISTORY_KEY_SIZE 16
gboolean             suivi_history_pack_key            (const char           *id,
                                                        guint8               *key);
gboolean             suivi_history_verify              (SuiviStore           *self,
                                                        GPtrArray            *problems,
                                                        GError              **error);

/* Which of the assessments of a recommendation counts: the first one. The view recommendation_light says the same. */
#define SUIVI_LATEST_FIRST "ORDER BY agreed DESC, date DESC, changed_at DESC, id"

/* The institutions that are to implement a recommendation `r`, in the order of their names, as a JSON array. Those of the
 * whole are those of its parts. */
#define SUIVI_INSTITUTIONS_OF_R                                                                                 \
  "(SELECT json_group_array (p.institution) FROM (SELECT q.institution FROM responsibility q"                    \
  "  WHERE q.recommendation_id = coalesce (r.parent_id, r.id) ORDER BY q.institution) p)"

/* The columns of a recommendation, to be read by suivi_recommendation_from_row() from column `first` on. */
#define SUIVI_RECOMMENDATION_COLUMNS                                                                            \
  "r.id, r.review_id, r.parent_id, r.import_id, r.number, r.text, r.original, r.states, r.position, "            \
  "r.position_word, r.position_source, r.themes, r.groups, r.sdgs, r.child_focused, r.child_focused_decided, "   \
  "r.mechanism, r.concerned, r.symbol, r.date, r.source_key, r.category, r.issues, "    \
  SUIVI_INSTITUTIONS_OF_R
#define SUIVI_N_RECOMMENDATION_COLUMNS 24
#define SUIVI_ASSESSMENT_COLUMNS                                                                                \
  "a.id, a.recommendation_id, a.organisation, a.law, a.policy, a.practice, a.light, a.light_overridden, "        \
  "a.reason, a.source, a.date, a.name, a.confidence, a.agreed, a.agreed_by, a.dissent"

SuiviRecommendation *suivi_recommendation_from_row     (sqlite3_stmt         *statement,
                                                        int                   first,
                                                        SuiviLight            light);
SuiviAssessment     *suivi_assessment_from_row         (sqlite3_stmt         *statement,
                                                        int                   first);

G_END_DECLS
