/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "store/database.h"

G_BEGIN_DECLS

/* "Suiv", big-endian: how other programs recognise a workspace (byte 68 of the file). */
#define SUIVI_APPLICATION_NUMBER 0x53756976

/* Tables that a step changes and undo restores. Facets and search follow from them by triggers; what is sealed is no part
 * of undo, nor are grades that were only begun. */
#define SUIVI_TRACKED_TABLES                                                                                   \
  {                                                                                                            \
    "review", "import", "recommendation", "assessment", "link", "priority", "draft", "wording", "backing",     \
      "translation", "request", "consultation", "facilitator", "headcount", "check_item", "check_answer",      \
      "override", "participant", "statement", "statement_use", "feedback", "sent_out", "attachment",     \
      "cluster", "cluster_rule", "cluster_member", "edition", "edition_row", "evidence", "evidence_use",           \
      "edition_assessment", "edition_evidence", "edition_evidence_use", "grade_label", "plain_wording",        \
      "contribution", "responsibility", "edition_contribution"                                                 \
  }

typedef gboolean (*SuiviMigration) (sqlite3  *db,
                                    GError  **error);

guint    suivi_schema_get_version (void);
gboolean suivi_schema_migrate     (sqlite3               *db,
                                   const char            *path,
                                   const SuiviMigration  *steps,
                                   guint                  n_steps,
                                   GError               **error);
gboolean suivi_schema_upgrade     (sqlite3               *db,
                                   const char            *path,
                                   GError               **error);
gboolean suivi_schema_check       (sqlite3               *db,
                                   guint                  version,
                                   GError               **error);

G_END_DECLS
