/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "exchange/sheet/row-builder.h"

G_BEGIN_DECLS

/**
 * SuiviSheetReader:
 * @open: finds the sheets of a file; sets `data` of the book
 * @read: hands the rows of one sheet to a builder
 * @free: frees `data`; called also after a failed @open
 *
 * What each format does in its own way.
 */
typedef struct
{
  gboolean (*open) (SuiviSheetBook *book, GCancellable *cancellable, GError **error);
  gboolean (*read) (SuiviSheetBook *book,
                    guint sheet,
                    SuiviRowBuilder *rows,
                    GCancellable *cancellable,
                    GError **error);
  void (*free) (gpointer data);
} SuiviSheetReader;

typedef struct
{
  char *name;
  gboolean hidden;
} SuiviSheet;

/* For readers; everybody else has the functions of sheet-book.h. */
struct _SuiviSheetBook
{
  SuiviSheetKind kind;
  SuiviSourceFile *file;
  GPtrArray *sheets;    /* SuiviSheet */
  const char *encoding; /* (nullable) static: of a text file */
  char separator;       /* of a text file, else 0 */
  gboolean exact;       /* whether a text file is read as it stands */
  gpointer data;        /* of the reader */
};

extern const SuiviSheetReader suivi_csv_reader;
extern const SuiviSheetReader suivi_ods_reader;
extern const SuiviSheetReader suivi_xls_reader;
extern const SuiviSheetReader suivi_xlsx_reader;

/* More sheets than any table has. */
#define SUIVI_SHEET_MAX_SHEETS 1024

void suivi_sheet_book_add_sheet (SuiviSheetBook *self,
                                 const char     *name,
                                 gboolean        hidden);

G_END_DECLS
