/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "exchange/import-plan.h"
#include "exchange/sheet/ods-content.h"

/* The same as for Excel's: OpenDocument writes cells at greater length and stores them as small. */
static const SuiviZipLimits limits = {
  .max_file = (goffset) 1024 * 1024 * 1024,
  .max_part = (goffset) 2 * 1024 * 1024 * 1024,
  .harmless = (goffset) 256 * 1024 * 1024,
  .max_ratio = 100,
};

#define MANIFEST "META-INF/manifest.xml"

static void
start_manifest_cb (const char *space,
                   const char *name,
                   const SuiviXmlAttribute *attributes,
                   guint n_attributes,
                   gpointer user_data)
{
  gboolean *encrypted = user_data;

  *encrypted = *encrypted || g_str_equal (name, "encryption-data");
}

static gboolean
check_protection (SuiviZipPackage *zip, GCancellable *cancellable, GError **error)
{
  static const SuiviXmlHandler handler = { .start = start_manifest_cb };
  gboolean encrypted = FALSE;
  g_autoptr (SuiviBoundedXml) xml = suivi_bounded_xml_new (&handler, &encrypted);

  /* Old programs begin this part with a document type, at which our parser stops: they knew no encryption of today. */
  if (suivi_zip_package_has_part (zip, MANIFEST))
    suivi_zip_package_parse_part (zip, MANIFEST, xml, cancellable, NULL);
  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return FALSE;
  if (encrypted)
    g_set_error_literal (
      error, SUIVI_IMPORT_ERROR, SUIVI_IMPORT_ERROR_PROTECTED,
      _ ("The workbook is protected by a password. Open it in LibreOffice, save it without a "
         "password, and import it again."));

  return !encrypted;
}

static void
free_zip (gpointer data)
{
  suivi_zip_package_free (data);
}

static gboolean
open_ods (SuiviSheetBook *book, GCancellable *cancellable, GError **error)
{
  SuiviZipPackage *zip = suivi_zip_package_open (book->file, &limits, cancellable, error);

  book->data = zip;

  return zip != NULL && check_protection (zip, cancellable, error)
         && suivi_ods_list_sheets (zip, book, cancellable, error);
}

static gboolean
read_ods (SuiviSheetBook *book, guint sheet, SuiviRowBuilder *rows, GCancellable *cancellable, GError **error)
{
  SuiviZipPackage *zip = book->data;

  suivi_zip_package_expect (zip, suivi_zip_package_get_size (zip, SUIVI_ODS_CONTENT));

  return suivi_ods_read_sheet (zip, sheet, rows, cancellable, error);
}

const SuiviSheetReader suivi_ods_reader = {
  .open = open_ods,
  .read = read_ods,
  .free = free_zip,
};
