/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * SuiviTableField:
 *
 * What a column of somebody's table can mean. The nicks, for the command line: "ignore", "number", "text", "states",
 * "position", "position-source", "themes", "groups", "sdgs", "reviewed-state", "session", "cycle", "symbol", "key",
 * "category", "issues", "children".
 */
typedef enum
{
  SUIVI_TABLE_FIELD_IGNORE,
  SUIVI_TABLE_FIELD_NUMBER,
  SUIVI_TABLE_FIELD_TEXT,
  SUIVI_TABLE_FIELD_STATES,
  SUIVI_TABLE_FIELD_POSITION,
  SUIVI_TABLE_FIELD_POSITION_SOURCE,
  SUIVI_TABLE_FIELD_THEMES,
  SUIVI_TABLE_FIELD_GROUPS,
  SUIVI_TABLE_FIELD_SDGS,
  SUIVI_TABLE_FIELD_REVIEWED_STATE,
  SUIVI_TABLE_FIELD_SESSION,
  SUIVI_TABLE_FIELD_CYCLE,
  SUIVI_TABLE_FIELD_SYMBOL,
  SUIVI_TABLE_FIELD_KEY,
  SUIVI_TABLE_FIELD_CATEGORY,
  SUIVI_TABLE_FIELD_ISSUES,
  SUIVI_TABLE_FIELD_CHILDREN,
} SuiviTableField;

#define SUIVI_N_TABLE_FIELDS 17

/**
 * SuiviTableMapping:
 *
 * Which column of a table means what: by the words of its header. Several columns may mean the same; their texts are
 * put together. Lives in one thread; copy it for another.
 */
typedef struct _SuiviTableMapping SuiviTableMapping;

const char         *suivi_table_field_to_nick        (SuiviTableField           field);
gboolean            suivi_table_field_from_nick      (const char               *nick,
                                                      SuiviTableField          *field);
const char         *suivi_table_field_to_label       (SuiviTableField           field);

SuiviTableMapping  *suivi_table_mapping_propose      (const char * const       *headers);
SuiviTableMapping  *suivi_table_mapping_parse        (const char               *map,
                                                      GError                  **error);
SuiviTableMapping  *suivi_table_mapping_copy         (const SuiviTableMapping  *self);
void                suivi_table_mapping_free         (SuiviTableMapping        *self);
void                suivi_table_mapping_set          (SuiviTableMapping        *self,
                                                      const char               *header,
                                                      SuiviTableField           field);
SuiviTableField     suivi_table_mapping_get          (const SuiviTableMapping  *self,
                                                      const char               *header);
gboolean            suivi_table_mapping_has          (const SuiviTableMapping  *self,
                                                      SuiviTableField           field);

/* What the user chose for a table with these headers before: a file in the user's data folder. They block. */
SuiviTableMapping  *suivi_table_mapping_recall       (const char * const       *headers);
void                suivi_table_mapping_remember     (const SuiviTableMapping  *self,
                                                      const char * const       *headers);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SuiviTableMapping, suivi_table_mapping_free)

G_END_DECLS
