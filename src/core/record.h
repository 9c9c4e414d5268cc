/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * SuiviField:
 * @name: of the field; also of its column in the workspace
 * @kind: what it holds
 * @offset: of the field in the structure
 * @get_type: (nullable): for an enumeration, its type
 *
 * One field of a record.
 */
typedef struct
{
  const char *name;
  enum
  {
    SUIVI_FIELD_TEXT, /* char *, %NULL or not */
    SUIVI_FIELD_LIST, /* char **, not %NULL */
    SUIVI_FIELD_UINT, /* guint */
    SUIVI_FIELD_ENUM, /* an enumeration, kept by its nick */
  } kind;
  gsize offset;
  GType (*get_type) (void);
} SuiviField;

/**
 * SuiviRecordType:
 * @table: where the workspace keeps such records
 * @fields: the fields, the key "id" first
 * @n_fields: how many
 * @size: of the structure
 * @unique: (nullable): columns that are unique besides the key: a record with the same ones is replaced
 * @record_free: frees the structure
 *
 * What a record of the workspace consists of, said once: copying, freeing, comparing, reading and writing follow from
 * it.
 */
typedef struct
{
  const char *table;
  const SuiviField *fields;
  guint n_fields;
  gsize size;
  const char *unique;
  GDestroyNotify record_free;
} SuiviRecordType;

gpointer suivi_record_new (const SuiviRecordType *type);
gpointer suivi_record_copy (const SuiviRecordType *type, gconstpointer record);
gboolean suivi_record_equal (const SuiviRecordType *type, gconstpointer a, gconstpointer b);
void suivi_record_free (const SuiviRecordType *type, gpointer record);

#define SUIVI_TEXT(Type, field)                                  \
  {                                                              \
#    field, SUIVI_FIELD_TEXT, G_STRUCT_OFFSET(Type, field), NULL \
  }
#define SUIVI_LIST(Type, field)                                  \
  {                                                              \
#    field, SUIVI_FIELD_LIST, G_STRUCT_OFFSET(Type, field), NULL \
  }
#define SUIVI_UINT(Type, field)                                  \
  {                                                              \
#    field, SUIVI_FIELD_UINT, G_STRUCT_OFFSET(Type, field), NULL \
  }
#define SUIVI_ENUM(Type, field, get_type)                            \
  {                                                                  \
#    field, SUIVI_FIELD_ENUM, G_STRUCT_OFFSET(Type, field), get_type \
  }

/**
 * SUIVI_DECLARE_RECORD:
 * @Type: name of the structure
 * @prefix: of its functions
 *
 * For the header: the boxed type, `prefix_copy()`, `prefix_free()`, `prefix_equal()` and `prefix_record`.
 */
#define SUIVI_DECLARE_RECORD(Type, prefix)                \
  extern const SuiviRecordType prefix##_record;           \
  GType prefix##_get_type (void);                         \
  Type *prefix##_copy (const Type *self);                 \
  gboolean prefix##_equal (const Type *a, const Type *b); \
  void prefix##_free (Type *self);                        \
  G_DEFINE_AUTOPTR_CLEANUP_FUNC (Type, prefix##_free)

/**
 * SUIVI_DEFINE_RECORD:
 * @Type: name of the structure
 * @prefix: of its functions
 * @table: where it is kept
 * @record_fields: array of #SuiviField
 * @unique: (nullable): as in #SuiviRecordType
 *
 * For the source: what %SUIVI_DECLARE_RECORD declares.
 */
#define SUIVI_DEFINE_RECORD(Type, prefix, table, record_fields, unique)                                     \
  const SuiviRecordType prefix##_record = { table,         record_fields, G_N_ELEMENTS (record_fields),     \
                                            sizeof (Type), unique,        (GDestroyNotify) prefix##_free }; \
  Type *prefix##_copy (const Type *self)                                                                    \
  {                                                                                                         \
    return suivi_record_copy (&prefix##_record, self);                                                      \
  }                                                                                                         \
  gboolean prefix##_equal (const Type *a, const Type *b)                                                    \
  {                                                                                                         \
    return suivi_record_equal (&prefix##_record, a, b);                                                     \
  }                                                                                                         \
  void prefix##_free (Type *self)                                                                           \
  {                                                                                                         \
    suivi_record_free (&prefix##_record, self);                                                             \
  }                                                                                                         \
  G_DEFINE_BOXED_TYPE (Type, prefix, prefix##_copy, prefix##_free)

G_END_DECLS
