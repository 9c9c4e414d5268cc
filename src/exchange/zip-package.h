/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "exchange/bounded-xml.h"
#include "exchange/source-file.h"

G_BEGIN_DECLS

/**
 * SuiviZipLimits:
 * @max_file: the largest archive, in bytes
 * @max_part: the longest part, unpacked
 * @harmless: what a part may unpack to whatever the size of the archive
 * @max_ratio: beyond that, how many times the size of the archive a part may have
 *
 * What keeps archives from strangers from filling the memory or the day.
 */
typedef struct
{
  goffset max_file;
  goffset max_part;
  goffset harmless;
  guint max_ratio;
} SuiviZipLimits;

/**
 * SuiviPartFunc:
 * @data: some bytes of the part, in order
 * @length: their number, never 0
 *
 * Returns: whether to go on; if not, @error must be set
 */
typedef gboolean (*SuiviPartFunc) (const char *data, gsize length, gpointer user_data, GError **error);

typedef struct _SuiviZipPackage SuiviZipPackage;

/*
 * The zip archive that a .docx, .xlsx or .ods file is, read within limits; nothing is unpacked to the disk. Names of
 * parts are the same in upper and lower case, as Office has it.
 */

gboolean          suivi_zip_package_is_zip        (const guchar          *data,
                                                   gsize                  size);
gboolean          suivi_zip_package_is_compound   (const guchar          *data,
                                                   gsize                  size);
SuiviZipPackage  *suivi_zip_package_open          (SuiviSourceFile       *file,
                                                   const SuiviZipLimits  *limits,
                                                   GCancellable          *cancellable,
                                                   GError               **error);
void              suivi_zip_package_free          (SuiviZipPackage       *self);
gboolean          suivi_zip_package_has_part      (SuiviZipPackage       *self,
                                                   const char            *name);
char            **suivi_zip_package_list_parts    (SuiviZipPackage       *self);
goffset           suivi_zip_package_get_size      (SuiviZipPackage       *self,
                                                   const char            *name);
void              suivi_zip_package_expect        (SuiviZipPackage       *self,
                                                   goffset                length);
gboolean          suivi_zip_package_read_part     (SuiviZipPackage       *self,
                                                   const char            *name,
                                                   SuiviPartFunc          func,
                                                   gpointer               user_data,
                                                   GCancellable          *cancellable,
                                                   GError               **error);
gboolean          suivi_zip_package_parse_part    (SuiviZipPackage       *self,
                                                   const char            *name,
                                                   SuiviBoundedXml       *xml,
                                                   GCancellable          *cancellable,
                                                   GError               **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SuiviZipPackage, suivi_zip_package_free)

G_END_DECLS
