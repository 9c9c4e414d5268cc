/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "exchange/zip-package.h"

#include "fuzz.h"
#include "make-zip.h"
#include "sheet-check.h"

#define TYPE "application/vnd.oasis.opendocument.spreadsheet"

/* A whole file, or content.xml without the archive around it. */
int
LLVMFuzzerTestOneInput (const unsigned char *data, size_t size)
{
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (SuiviSourceFile) file = NULL;

  if (size > FUZZ_MAX_SIZE)
    return 0;

  if (suivi_zip_package_is_zip (data, size))
    {
      bytes = g_bytes_new_static (data, size);
    }
  else
    {
      MakeZip *zip = make_zip_new (size, FALSE);

      make_zip_add (zip, "mimetype", TYPE, strlen (TYPE));
      make_zip_add (zip, "content.xml", (const char *) data, size);
      bytes = make_zip_finish (zip);
    }
  file = suivi_source_file_new_for_bytes (bytes, "list.ods");
  sheet_check_file (file, NULL, '\0');

  return 0;
}
