/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "exchange/zip-package.h"

#include "fuzz.h"
#include "make-zip.h"
#include "sheet-check.h"

#define RELATION "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"

static const char relations[]
  = "<Relationships><Relationship Id=\"rId1\" Type=\"" RELATION "worksheet\" Target=\"sheet1.xml\"/>"
    "<Relationship Id=\"rId2\" Type=\"" RELATION "sharedStrings\" Target=\"strings.xml\"/>"
    "<Relationship Id=\"rId3\" Type=\"" RELATION "styles\" Target=\"styles.xml\"/></Relationships>";

static const char workbook[]
  = "<workbook><sheets><sheet name=\"S\" r:id=\"rId1\" xmlns:r=\"r\"/></sheets></workbook>";

/* Parts follow each other, parted by this line: the sheet, the shared strings, the styles, the workbook, and what it
 * refers to. What is missing is what it mostly is. */
static const char line[] = "\n%%%%\n";

static const char *const names[]
  = { "xl/sheet1.xml", "xl/strings.xml", "xl/styles.xml", "xl/workbook.xml", "xl/_rels/workbook.xml.rels" };

static GBytes *
pack (const char *data, gsize size)
{
  const char *const usual[] = { "<a/>", "<a/>", "<a/>", workbook, relations };
  MakeZip *zip = make_zip_new (size + sizeof workbook + sizeof relations, FALSE);

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      const char *end = data != NULL ? memmem (data, size, line, strlen (line)) : NULL;
      gsize length = end != NULL ? (gsize) (end - data) : size;

      if (data == NULL)
        make_zip_add (zip, names[i], usual[i], strlen (usual[i]));
      else
        make_zip_add (zip, names[i], data, length);
      size = end != NULL ? size - length - strlen (line) : 0;
      data = end != NULL ? end + strlen (line) : NULL;
    }

  return make_zip_finish (zip);
}

/* A whole file, or the parts of one without the archive around them. */
int
LLVMFuzzerTestOneInput (const unsigned char *data, size_t size)
{
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (SuiviSourceFile) file = NULL;

  if (size > FUZZ_MAX_SIZE)
    return 0;

  bytes = suivi_zip_package_is_zip (data, size) || suivi_zip_package_is_compound (data, size)
            ? g_bytes_new_static (data, size)
            : pack ((const char *) data, size);
  file = suivi_source_file_new_for_bytes (bytes, "list.xlsx");
  sheet_check_file (file, NULL, '\0');

  return 0;
}
