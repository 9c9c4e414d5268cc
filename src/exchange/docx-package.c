/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <archive.h>
#include <archive_entry.h>
#include <glib/gi18n-lib.h>

#include "exchange/bounded-xml.h"
#include "exchange/docx-package.h"
#include "exchange/import-plan.h"

/* The lists that we know are below 1 MB. */
#define MAX_FILE_SIZE (64 * 1024 * 1024)

/* Their longest part has some 1.2 MB. */
#define MAX_PART_SIZE (32 * 1024 * 1024)

/* Their parts shrink to a thirtieth. A bomb reaches a thousandth; below the first number it does no harm. */
#define HARMLESS_SIZE (8 * 1024 * 1024)
#define MAX_RATIO     150

/* They have some 30; pictures may make it more. */
#define MAX_ENTRIES 4096

/* Sections of a document may have a header each. */
#define MAX_HEADERS 64

#define OLE2_MAGIC  "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"

struct _SuiviDocxPackage
{
  GBytes *bytes;
  GHashTable *parts; /* name (char) → how often it occurs (GUINT_TO_POINTER) */
  char *main_part;
};

typedef struct archive Archive;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Archive, archive_read_free)

static void
set_damaged (GError **error)
{
  g_set_error_literal (
    error, SUIVI_IMPORT_ERROR, SUIVI_IMPORT_ERROR_DAMAGED,
    _ ("The Word file is damaged or cut off. Get the file again, or open it in Word or LibreOffice "
       "and save it as .docx once more."));
}

static void
set_too_big (GError **error)
{
  g_set_error_literal (
    error, SUIVI_IMPORT_ERROR, SUIVI_IMPORT_ERROR_TOO_BIG,
    _ ("The Word file unpacks to far more than a list of recommendations can hold. It was not read "
       "further, for safety."));
}

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
is_encrypted_package (const char *data, gsize size)
{
  static const char name[] = "E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e";

  return memmem (data, size, name, sizeof name) != NULL;
}

static void
set_legacy (const char *data, gsize size, GError **error)
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

/* The list of contents stands at the end of a zip archive: without it, the file is cut off. */
static gboolean
has_end_record (const char *data, gsize size)
{
  const gsize record = 22;
  gsize earliest = 0;

  if (size < record)
    return FALSE;
  if (size > record + G_MAXUINT16)
    earliest = size - record - G_MAXUINT16;

  for (gsize i = size - record + 1; i-- > earliest;)
    {
      if (memcmp (data + i, "PK\005\006", 4) == 0)
        {
          gsize comment = (guchar) data[i + 20] | ((gsize) (guchar) data[i + 21] << 8);

          return i + record + comment <= size;
        }
    }

  return FALSE;
}

static gboolean
check_signature (GBytes *bytes, GError **error)
{
  gsize size = 0;
  const char *data = g_bytes_get_data (bytes, &size);

  if (size > MAX_FILE_SIZE)
    {
      set_too_big (error);
      return FALSE;
    }
  if (size >= 8 && memcmp (data, OLE2_MAGIC, 8) == 0)
    {
      set_legacy (data, size, error);
      return FALSE;
    }
  if (size < 4 || (memcmp (data, "PK\003\004", 4) != 0 && memcmp (data, "PK\005\006", 4) != 0))
    {
      set_not_word (error);
      return FALSE;
    }
  if (!has_end_record (data, size))
    {
      set_damaged (error);
      return FALSE;
    }

  return TRUE;
}

/* --- the archive ------------------------------------------------------------------------------------------
 */

static Archive *
open_archive (SuiviDocxPackage *self, GError **error)
{
  g_autoptr (Archive) archive = archive_read_new ();
  gsize size = 0;
  const char *data = g_bytes_get_data (self->bytes, &size);

  /* The reader that needs the list of contents, not the one that believes what it meets on the way. */
  if (archive == NULL || archive_read_support_format_zip_seekable (archive) != ARCHIVE_OK
      || archive_read_open_memory (archive, data, size) != ARCHIVE_OK)
    {
      set_damaged (error);
      return NULL;
    }

  return g_steal_pointer (&archive);
}

static const char *
get_name (struct archive_entry *entry)
{
  const char *name = archive_entry_pathname_utf8 (entry);

  /* Names of parts are ASCII; others concern nobody here. */
  if (name == NULL)
    name = archive_entry_pathname (entry);

  return name != NULL && g_str_is_ascii (name) ? name : "";
}

/* Returns whether there is another entry; FALSE without error at the end. */
static gboolean
read_entry (Archive *archive, struct archive_entry **entry, GError **error)
{
  int result = archive_read_next_header (archive, entry);

  if (result == ARCHIVE_OK || result == ARCHIVE_WARN)
    return TRUE;
  if (result != ARCHIVE_EOF)
    set_damaged (error);

  return FALSE;
}

static gboolean
list_parts (SuiviDocxPackage *self, GCancellable *cancellable, GError **error)
{
  g_autoptr (Archive) archive = open_archive (self, error);
  g_autoptr (GError) local_error = NULL;
  struct archive_entry *entry = NULL;
  guint n_entries = 0;

  if (archive == NULL)
    return FALSE;

  while (read_entry (archive, &entry, &local_error))
    {
      const char *name = get_name (entry);
      guint count = GPOINTER_TO_UINT (g_hash_table_lookup (self->parts, name));

      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      if (++n_entries > MAX_ENTRIES)
        {
          set_too_big (error);
          return FALSE;
        }
      g_hash_table_insert (self->parts, g_strdup (name), GUINT_TO_POINTER (count + 1));
    }
  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }

  return TRUE;
}

static gboolean
read_blocks (SuiviDocxPackage *self,
             Archive *archive,
             SuiviPartFunc func,
             gpointer user_data,
             GCancellable *cancellable,
             GError **error)
{
  gsize limit = MIN (MAX_PART_SIZE, MAX (HARMLESS_SIZE, g_bytes_get_size (self->bytes) * MAX_RATIO));
  g_autofree char *buffer = g_malloc (64 * 1024);
  gsize total = 0;

  for (;;)
    {
      la_ssize_t length = archive_read_data (archive, buffer, 64 * 1024);

      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      if (length == 0)
        return TRUE;
      /* A wrong checksum or length is only a warning for the library. */
      if (length < 0)
        {
          set_damaged (error);
          return FALSE;
        }
      /* The size that the archive claims is not to be believed. */
      total += length;
      if (total > limit)
        {
          set_too_big (error);
          return FALSE;
        }
      if (!func (buffer, length, user_data, error))
        return FALSE;
    }
}

/* --- which part is the document ---------------------------------------------------------------------------
 */

static gboolean
attribute_has_suffix (const SuiviXmlAttribute *attribute, const char *suffix)
{
  gsize length = strlen (suffix);

  return attribute->length >= length
         && memcmp (attribute->value + attribute->length - length, suffix, length) == 0;
}

static void
start_relationship_cb (const char *space,
                       const char *name,
                       const SuiviXmlAttribute *attributes,
                       guint n_attributes,
                       gpointer user_data)
{
  SuiviDocxPackage *self = user_data;
  const SuiviXmlAttribute *target = NULL;
  gboolean is_main = FALSE;

  if (!g_str_equal (name, "Relationship") || self->main_part != NULL)
    return;

  for (guint i = 0; i < n_attributes; i++)
    {
      if (g_str_equal (attributes[i].name, "Type"))
        is_main = attribute_has_suffix (&attributes[i], "/officeDocument");
      else if (g_str_equal (attributes[i].name, "Target"))
        target = &attributes[i];
    }
  if (is_main && target != NULL && target->length > 0)
    {
      gboolean rooted = target->value[0] == '/';

      self->main_part = g_strndup (target->value + rooted, target->length - rooted);
    }
}

static gboolean
push_cb (const char *data, gsize length, gpointer user_data, GError **error)
{
  return suivi_bounded_xml_push (user_data, data, length, error);
}

static gboolean
find_main (SuiviDocxPackage *self, GCancellable *cancellable, GError **error)
{
  static const SuiviXmlHandler handler = { .start = start_relationship_cb };
  g_autoptr (SuiviBoundedXml) xml = suivi_bounded_xml_new (&handler, self);

  if (suivi_docx_package_has_part (self, "_rels/.rels"))
    {
      if (!suivi_docx_package_read_part (self, "_rels/.rels", push_cb, xml, cancellable, error)
          || !suivi_bounded_xml_finish (xml, error))
        return FALSE;
    }

  if (self->main_part == NULL || !suivi_docx_package_has_part (self, self->main_part))
    {
      g_free (self->main_part);
      self->main_part = g_strdup ("word/document.xml");
    }
  /* Spreadsheets and presentations are such archives as well. */
  if (!suivi_docx_package_has_part (self, self->main_part)
      || suivi_docx_package_has_part (self, "xl/workbook.xml")
      || suivi_docx_package_has_part (self, "ppt/presentation.xml"))
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

  g_return_val_if_fail (bytes != NULL, NULL);

  if (!check_signature (bytes, error))
    return NULL;

  self = g_new0 (SuiviDocxPackage, 1);
  self->bytes = g_bytes_ref (bytes);
  self->parts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  if (!list_parts (self, cancellable, error) || !find_main (self, cancellable, error))
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

  g_bytes_unref (self->bytes);
  g_hash_table_unref (self->parts);
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

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/**
 * suivi_docx_package_list_headers:
 *
 * Returns: (transfer full): the names of the parts that hold page headers, sorted
 */
char **
suivi_docx_package_list_headers (SuiviDocxPackage *self)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  g_autofree char *folder = NULL;
  g_autofree char *prefix = NULL;
  GHashTableIter iter;
  gpointer name = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  folder = g_path_get_dirname (self->main_part);
  prefix = g_str_equal (folder, ".") ? g_strdup ("header") : g_strconcat (folder, "/header", NULL);
  g_hash_table_iter_init (&iter, self->parts);
  while (g_hash_table_iter_next (&iter, &name, NULL))
    {
      if (g_str_has_prefix (name, prefix) && g_str_has_suffix (name, ".xml"))
        g_ptr_array_add (names, g_strdup (name));
    }
  g_ptr_array_sort (names, compare_names);
  for (guint i = MAX_HEADERS; i < names->len; i++)
    g_free (names->pdata[i]);
  if (names->len > MAX_HEADERS)
    g_ptr_array_set_size (names, MAX_HEADERS);
  g_ptr_array_add (names, NULL);

  return (char **) g_ptr_array_free (g_steal_pointer (&names), FALSE);
}

/**
 * suivi_docx_package_has_part:
 *
 * Returns: whether there is a part of that name
 */
gboolean
suivi_docx_package_has_part (SuiviDocxPackage *self, const char *name)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return g_hash_table_contains (self->parts, name);
}

/**
 * suivi_docx_package_read_part:
 * @name: name of a part
 * @func: called with its bytes, piece by piece
 * @user_data: passed to @func
 * @cancellable: (nullable): to stop
 * @error: return location of a %SUIVI_IMPORT_ERROR, of %G_IO_ERROR_CANCELLED or of an error of @func
 *
 * Unpacks one part, at most 32 MB and, beyond 8 MB, at most 150 times the size of the whole file.
 *
 * Returns: whether all of it was read
 */
gboolean
suivi_docx_package_read_part (SuiviDocxPackage *self,
                              const char *name,
                              SuiviPartFunc func,
                              gpointer user_data,
                              GCancellable *cancellable,
                              GError **error)
{
  g_autoptr (Archive) archive = NULL;
  g_autoptr (GError) local_error = NULL;
  struct archive_entry *entry = NULL;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (func != NULL, FALSE);

  /* Two parts of one name: programs would disagree on what the document says. */
  if (GPOINTER_TO_UINT (g_hash_table_lookup (self->parts, name)) != 1)
    {
      set_damaged (error);
      return FALSE;
    }
  archive = open_archive (self, error);
  if (archive == NULL)
    return FALSE;

  while (read_entry (archive, &entry, &local_error))
    {
      if (!g_str_equal (get_name (entry), name))
        continue;
      if (archive_entry_is_encrypted (entry))
        {
          g_set_error_literal (
            error, SUIVI_IMPORT_ERROR, SUIVI_IMPORT_ERROR_DAMAGED,
            _ ("The file is protected by a password. Remove the password and choose the file "
               "again."));
          return FALSE;
        }
      return read_blocks (self, archive, func, user_data, cancellable, error);
    }

  if (local_error != NULL)
    g_propagate_error (error, g_steal_pointer (&local_error));
  else
    set_damaged (error);

  return FALSE;
}
