/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

/* Private to src/store. */

#include "store/store-private.h"

G_BEGIN_DECLS

/**
 * SuiviColumn:
 * @name: of the column
 * @kind: how it is kept
 * @offset: of the field in the structure
 * @get_type: for an enumeration, its type
 *
 * Which column of a table is which field of a structure.
 */
typedef struct
{
  const char *name;
  enum
  {
    SUIVI_COLUMN_TEXT, /* char *, %NULL or not */
    SUIVI_COLUMN_LIST, /* char **, as JSON */
    SUIVI_COLUMN_UINT, /* guint */
    SUIVI_COLUMN_ENUM, /* an enumeration, by its nick */
  } kind;
  gsize offset;
  GType (*get_type) (void);
} SuiviColumn;

/**
 * SuiviRecordType:
 * @table: where the records are kept; it has the columns changed_by and changed_at, too
 * @columns: the columns, the key "id" first
 * @n_columns: how many
 * @size: of the structure
 * @unique: (nullable): columns that are unique besides the key: a record with the same ones is replaced
 * @record_free: frees the structure
 *
 * How a kind of record is kept: one table of columns per structure, from which all reading and writing follows.
 */
typedef struct
{
  const char *table;
  const SuiviColumn *columns;
  guint n_columns;
  gsize size;
  const char *unique;
  GDestroyNotify record_free;
} SuiviRecordType;

GPtrArray *suivi_record_list   (SuiviStore             *store,
                                const SuiviRecordType  *type,
                                const char             *condition,
                                const char             *first,
                                const char             *second,
                                GError                **error);
gpointer   suivi_record_get    (SuiviStore             *store,
                                const SuiviRecordType  *type,
                                const char             *id,
                                GError                **error);
gboolean   suivi_record_put    (SuiviTransaction       *transaction,
                                const SuiviRecordType  *type,
                                gconstpointer           record,
                                GError                **error);

extern const SuiviRecordType suivi_priority_record;
extern const SuiviRecordType suivi_draft_record;
extern const SuiviRecordType suivi_wording_record;
extern const SuiviRecordType suivi_backing_record;
extern const SuiviRecordType suivi_translation_record;
extern const SuiviRecordType suivi_request_record;

G_END_DECLS
