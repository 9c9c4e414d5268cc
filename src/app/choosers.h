/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * SuiviFileKinds:
 * @SUIVI_FILE_KIND_WORKSPACE: .suivi
 * @SUIVI_FILE_KIND_LIST: what can be imported: an official list, an export of a database, a table
 * @SUIVI_FILE_KIND_EXCEL: .xlsx
 * @SUIVI_FILE_KIND_CSV: .csv
 * @SUIVI_FILE_KIND_PDF: .pdf
 * @SUIVI_FILE_KIND_JSON: .json
 * @SUIVI_FILE_KIND_WORD: .docx
 *
 * What a file chooser offers.
 */
typedef enum
{
  SUIVI_FILE_KIND_WORKSPACE = 1 << 0,
  SUIVI_FILE_KIND_LIST = 1 << 1,
  SUIVI_FILE_KIND_EXCEL = 1 << 2,
  SUIVI_FILE_KIND_CSV = 1 << 3,
  SUIVI_FILE_KIND_PDF = 1 << 4,
  SUIVI_FILE_KIND_JSON = 1 << 5,
  SUIVI_FILE_KIND_WORD = 1 << 6,
} SuiviFileKinds;

/**
 * SuiviChosenFunc:
 * @owner: as given to the chooser
 * @file: what the user chose
 */
typedef void (*SuiviChosenFunc) (GObject *owner, GFile *file);

void suivi_choose_to_open (GtkWindow *parent,
                           const char *title,
                           SuiviFileKinds kinds,
                           GObject *owner,
                           SuiviChosenFunc chosen);
void suivi_choose_to_save (GtkWindow *parent,
                           const char *title,
                           SuiviFileKinds kind,
                           const char *name,
                           GObject *owner,
                           SuiviChosenFunc chosen);
char *suivi_make_file_name (const char *name, const char *suffix);
void suivi_show_error (GtkWindow *parent, const char *heading, const char *sentence);

G_END_DECLS
