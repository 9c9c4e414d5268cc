/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

/* Private to src/store. */

#include "store/store-private.h"

G_BEGIN_DECLS

struct _SuiviTransaction
{
  SuiviStore *store; /* unowned; the store outlives its transactions */
  sqlite3_session *session;
  char *label;
  char *now;
  sqlite3_stmt *put; /* (nullable): of the store, for recommendations: there can be very many of them */
  guint n_added;
  GByteArray *added;  /* (nullable): what the history keeps of very many new recommendations, see history.c */
  gboolean acted;     /* something was done that is no part of undo: the step stands in the history anyway */
  gboolean final;     /* the step is no part of undo at all */
  gboolean tidied;    /* a draft was deleted: that is written even if nothing else was changed */
  GPtrArray *indexes; /* (nullable): SQL of the indexes that were dropped while very many are added */
  GHashTable *organisations; /* (nullable): whose things there are, see organisations.c */
};

gboolean suivi_transaction_run (sqlite3_stmt  *statement,
                                GError       **error);
gboolean suivi_transaction_run_with_id (SuiviTransaction   *self,
                                        const char *const  *statements,
                                        gsize               n,
                                        const char         *id,
                                        GError            **error);
gboolean suivi_transaction_merge_assessment (SuiviTransaction  *self,
                                        const char         *loser,
                                        const char         *winner,
                                        GError            **error);
const char *suivi_transaction_spell_organisation (SuiviTransaction *self,
                                        const char         *name,
                                        GError            **error);
gboolean suivi_refuse_blank    (const char    *text,
                                const char    *message,
                                GError       **error);

#define SUIVI_RUN_WITH_ID(self, statements, id, error) \
  suivi_transaction_run_with_id (self, statements, G_N_ELEMENTS (statements), id, error)

G_END_DECLS
