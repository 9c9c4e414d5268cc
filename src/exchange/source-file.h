/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "exchange/progress.h"

G_BEGIN_DECLS

/**
 * SuiviSourceFile:
 *
 * A file that is to be imported, opened once and read in pieces: the biggest ones must not be held in memory. Every
 * reading notices when the file became shorter or was changed since it was opened, and says so. Reference counted;
 * reading is safe from several threads.
 */
typedef struct _SuiviSourceFile SuiviSourceFile;

/* No export that we know comes near: UHRI's whole database is 0.4 GB. */
#define SUIVI_SOURCE_FILE_MAX ((goffset) 2 * 1024 * 1024 * 1024)

SuiviSourceFile *suivi_source_file_open          (const char       *path,
                                                  GError          **error);
SuiviSourceFile *suivi_source_file_new_for_bytes (GBytes           *bytes,
                                                  const char       *file_name);
SuiviSourceFile *suivi_source_file_ref           (SuiviSourceFile  *self);
void             suivi_source_file_unref         (SuiviSourceFile  *self);
const char      *suivi_source_file_get_name      (SuiviSourceFile  *self);
goffset          suivi_source_file_get_size      (SuiviSourceFile  *self);
int              suivi_source_file_get_fd        (SuiviSourceFile  *self);
gssize           suivi_source_file_read          (SuiviSourceFile  *self,
                                                  goffset           offset,
                                                  void             *buffer,
                                                  gsize             length,
                                                  GError          **error);
gssize           suivi_source_file_read_quietly  (SuiviSourceFile  *self,
                                                  goffset           offset,
                                                  void             *buffer,
                                                  gsize             length,
                                                  GError          **error);
GBytes          *suivi_source_file_peek          (SuiviSourceFile  *self,
                                                  gsize             length,
                                                  GError          **error);
GBytes          *suivi_source_file_read_all      (SuiviSourceFile  *self,
                                                  gsize             max,
                                                  GCancellable     *cancellable,
                                                  GError          **error);
void             suivi_source_file_start_sha256  (SuiviSourceFile  *self);
char            *suivi_source_file_finish_sha256 (SuiviSourceFile  *self,
                                                  GCancellable     *cancellable,
                                                  GError          **error);
void             suivi_source_file_set_progress  (SuiviSourceFile  *self,
                                                  SuiviProgress    *progress);
void             suivi_source_file_report        (SuiviSourceFile  *self,
                                                  double            fraction);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SuiviSourceFile, suivi_source_file_unref)

G_END_DECLS
