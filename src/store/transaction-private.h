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
  GPtrArray *indexes; /* (nullable): SQL of the indexes that were dropped while very many are added */
};

gboolean suivi_transaction_run (sqlite3_stmt  *statement,
                                GError       **error);

G_END_DECLS
