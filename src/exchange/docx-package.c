/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "exchange/docx-package.h"
#include "exchange/import-plan.h"
#include "exchange/opc-relations.h"

/* The lists that we know are below 1 MB; their longest part has some 1.2 MB and shrinks to a thirtieth. A bomb reaches a
 * thousandth. */
static const SuiviZipLimits limits = {
  .max_file = 64 * 1024 * 1024,
  .max_part = 32 * 1024 * 1024,
  .harmless = 8 * 1024 * 1024,
  .max_ratio = 150,
};

/* Sections of a document may have a header each. */
#define MAX_HEADERS 64

struct _SuiviDocxPackage
{
  SuiviZipPackage *zip;
  char *main_part;
};

static void
set_not_word (GError **error)
{
  g_set_error_literal (
    error, SUIVI_IMPORT_ERROR, SUIVI_IMPORT_ERROR_NOT_RECOGNISED,
    _ ("This is not a Word file (.docx). Choose the official list of recommendations as a Word "
       "file."));
}

/* --- what kind of file it is ------------------------------------------------------------------------------
 */

/* The directory of an OLE2 file names its streams in UTF-16. */
static gboolean
is_encrypted_package (const guchar *data, gsize size)
{
  static const char name[] = "E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e";

  return memmem (data, size, name, sizeof name) != NULL;
}

static void
set_legacy (const guchar *data, gsize size, GError **error)
{
  if (is_encrypted_package (data, size))
    g_set_error_literal (
      error, SUIVI_IMPORT_ERROR, SUIVI_IMPORT_ERROR_LEGACY,
      _ ("The file is protected by a password. Open it in Word or LibreOffice, remove the password, "
         "and save it as .docx."));
  else
    g_set_error_literal (
      error, SUIVI_IMPORT_ERROR, SUIVI_IMPORT_ERROR_LEGACY,
      _ ("The file has the old Word format of before 2007 (.doc). Open it in Word or LibreOffice, "
         "save it as .docx, and choose the new file."));
}

static gboolean
check_signature (GBytes *bytes, GError **error)
{
  gsize size = 0;
  const guchar *data = g_bytes_get_data (bytes, &size);

  if (suivi_zip_package_is_zip (data, size))
    return TRUE;
  if (suivi_zip_package_is_compound (data, size))
    set_legacy (data, size, error);
  else
    set_not_word (error);

  return FALSE;
}

static gboolean
find_main (SuiviDocxPackage *self, GCancellable *cancellable, GError **error)
{
  g_autoptr (GPtrArray) relations = suivi_opc_relations_read (self->zip, "", cancellable, error);
  const char *main_part = NULL;

  if (relations == NULL)
    return FALSE;

  main_part = suivi_opc_relations_find_type (relations, "officeDocument");
  if (main_part == NULL || !suivi_zip_package_has_part (self->zip, main_part))
    main_part = "word/document.xml";
  self->main_part = g_strdup (main_part);
  /* Spreadsheets and presentations are such archives as well. */
  if (!suivi_zip_package_has_part (self->zip, self->main_part)
      || suivi_zip_package_has_part (self->zip, "xl/workbook.xml")
      || suivi_zip_package_has_part (self->zip, "ppt/presentation.xml"))
    {
      set_not_word (error);
      return FALSE;
    }

  return TRUE;
}

/* --- public -----------------------------------------------------------------------------------------------
 */

/**
 * suivi_docx_package_open:
 * @bytes: the file; kept
 * @cancellable: (nullable): to stop
 * @error: return location of a %SUIVI_IMPORT_ERROR (what it is instead of a Word file, or that it is
 * damaged), or %G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer full) (nullable): the archive
 */
SuiviDocxPackage *
suivi_docx_package_open (GBytes *bytes, GCancellable *cancellable, GError **error)
{
  g_autoptr (SuiviDocxPackage) self = NULL;
  g_autoptr (SuiviSourceFile) file = NULL;

  g_return_val_if_fail (bytes != NULL, NULL);

  if (!check_signature (bytes, error))
    return NULL;

  file = suivi_source_file_new_for_bytes (bytes, "");
  self = g_new0 (SuiviDocxPackage, 1);
  self->zip = suivi_zip_package_open (file, &limits, cancellable, error);
  if (self->zip == NULL || !find_main (self, cancellable, error))
    return NULL;

  return g_steal_pointer (&self);
}

/**
 * suivi_docx_package_free:
 * @self: (nullable) (transfer full): an archive
 */
void
suivi_docx_package_free (SuiviDocxPackage *self)
{
  if (self == NULL)
    return;

  suivi_zip_package_free (self->zip);
  g_free (self->main_part);
  g_free (self);
}

/**
 * suivi_docx_package_get_main:
 *
 * Returns: (transfer none): the name of the part that holds the document, "word/document.xml" as a rule
 */
const char *
suivi_docx_package_get_main (SuiviDocxPackage *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->main_part;
}

/**
 * suivi_docx_package_get_zip:
 *
 * Returns: (transfer none): the parts of the file
 */
SuiviZipPackage *
suivi_docx_package_get_zip (SuiviDocxPackage *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->zip;
}

/**
 * suivi_docx_package_list_headers:
 *
 * Returns: (transfer full): the names of the parts that hold page headers, sorted
 */
char **
suivi_docx_package_list_headers (SuiviDocxPackage *self)
{
  g_autoptr (GStrvBuilder) headers = NULL;
  g_autofree char *folder = NULL;
  g_autofree char *prefix = NULL;
  g_autofree char *lower = NULL;
  g_auto (GStrv) names = NULL;
  guint n_headers = 0;

  g_return_val_if_fail (self != NULL, NULL);

  headers = g_strv_builder_new ();
  folder = g_path_get_dirname (self->main_part);
  prefix = g_str_equal (folder, ".") ? g_strdup ("header") : g_strconcat (folder, "/header", NULL);
  lower = g_ascii_strdown (prefix, -1);
  names = suivi_zip_package_list_parts (self->zip);
  for (gsize i = 0; names[i] != NULL && n_headers < MAX_HEADERS; i++)
    {
      if (g_str_has_prefix (names[i], lower) && g_str_has_suffix (names[i], ".xml"))
        {
          g_strv_builder_add (headers, names[i]);
          n_headers++;
        }
    }

  return g_strv_builder_end (headers);
}
