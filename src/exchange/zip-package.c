/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <archive.h>
#include <archive_entry.h>
#include <errno.h>
#include <glib/gi18n-lib.h>

#include "exchange/import-plan.h"
#include "exchange/zip-package.h"

/* Office files have some 30 entries; pictures may make it more. */
#define MAX_ENTRIES 4096

/* The list of contents takes below 200 bytes for each. It is read into memory before the first entry is seen. */
#define MAX_DIRECTORY (4 * 1024 * 1024)

/* The end of an archive: a record of 22 bytes and a remark. */
#define END_RECORD_SIZE 22
#define MAX_END         (END_RECORD_SIZE + G_MAXUINT16)

/* Of large archives: the place of another end record, and that record. */
#define ZIP64_LOCATOR_SIZE 20
#define ZIP64_RECORD_SIZE  56

#define READ_SIZE          (64 * 1024)

typedef struct
{
  guint count;  /* entries of that name */
  goffset size; /* what the archive claims that it unpacks to */
} Part;

struct _SuiviZipPackage
{
  SuiviSourceFile *file;
  SuiviZipLimits limits;
  GHashTable *parts; /* name in lower case (char) → Part */
  goffset expected;  /* bytes that the caller is going to read, for the progress; 0 if unknown */
  goffset done;
};

/* What libarchive reads from. */
typedef struct
{
  SuiviSourceFile *file;
  goffset offset;
  GError *error;
  char buffer[READ_SIZE];
} Stream;

typedef struct archive Archive;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Archive, archive_read_free)

static void
free_stream (Stream *self)
{
  g_clear_error (&self->error);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Stream, free_stream)

/* --- sentences --------------------------------------------------------------------------------------------
 */

static void
set_damaged (GError **error)
{
  g_set_error_literal (
    error, SUIVI_IMPORT_ERROR, SUIVI_IMPORT_ERROR_DAMAGED,
    _ ("The file is damaged or cut off. Get it again, or open it in the program that it comes "
       "from and save it once more."));
}

static void
set_too_big (GError **error)
{
  g_set_error_literal (
    error, SUIVI_IMPORT_ERROR, SUIVI_IMPORT_ERROR_TOO_BIG,
    _ ("The file unpacks to far more than a list of recommendations can hold. It was not read "
       "further, for safety."));
}

static void
set_protected (GError **error)
{
  g_set_error_literal (
    error, SUIVI_IMPORT_ERROR, SUIVI_IMPORT_ERROR_PROTECTED,
    _ ("The file is protected by a password. Open it in the program that it comes from, remove "
       "the password, save it, and import it again."));
}

/* --- the end of the archive -------------------------------------------------------------------------------
 */

static guint64
read_number (const guchar *data, guint n_bytes)
{
  guint64 number = 0;

  for (guint i = n_bytes; i-- > 0;)
    number = (number << 8) | data[i];

  return number;
}

/* Where a large archive says that its list of contents begins; -1 if it is none. @record: place of the end record. */
static goffset
find_large_directory (SuiviSourceFile *file, goffset record)
{
  guchar locator[ZIP64_LOCATOR_SIZE];
  guchar large[ZIP64_RECORD_SIZE];
  guint64 place = 0;

  if (record < ZIP64_LOCATOR_SIZE
      || suivi_source_file_read_quietly (file, record - ZIP64_LOCATOR_SIZE, locator, sizeof locator, NULL)
           != sizeof locator
      || memcmp (locator, "PK\006\007", 4) != 0)
    return -1;

  place = read_number (locator + 8, 8);
  if (place > (guint64) record
      || suivi_source_file_read_quietly (file, place, large, sizeof large, NULL) != sizeof large)
    return -1;

  return MIN (read_number (large + 48, 8), (guint64) record);
}

/* The list of contents stands at the end of a zip archive: without it, the file is cut off. The library takes all of
 * it into memory, so it must not be long. */
static gboolean
check_end (SuiviZipPackage *self, GError **error)
{
  goffset size = suivi_source_file_get_size (self->file);
  goffset start = MAX (0, size - MAX_END);
  g_autofree guchar *data = g_malloc (MAX_END);
  gssize length = suivi_source_file_read_quietly (self->file, start, data, MAX_END, error);

  if (length < 0)
    return FALSE;

  for (gssize i = length - END_RECORD_SIZE; i >= 0; i--)
    {
      goffset directory = 0;
      goffset large = 0;

      if (memcmp (data + i, "PK\005\006", 4) != 0)
        continue;
      if (i + END_RECORD_SIZE + (gssize) read_number (data + i + 20, 2) > length)
        break;

      directory = read_number (data + i + 16, 4);
      large = find_large_directory (self->file, start + i);
      if (large >= 0)
        directory = directory == G_MAXUINT32 ? large : MIN (directory, large);
      if (size - MIN (directory, size) > MAX_DIRECTORY)
        {
          set_too_big (error);
          return FALSE;
        }
      return TRUE;
    }

  set_damaged (error);
  return FALSE;
}

/* --- what the library reads -------------------------------------------------------------------------------
 */

static la_ssize_t
read_cb (Archive *archive, void *user_data, const void **buffer)
{
  Stream *self = user_data;
  gssize n = -1;

  if (self->error == NULL)
    n = suivi_source_file_read_quietly (self->file, self->offset, self->buffer, READ_SIZE, &self->error);
  if (n < 0)
    {
      archive_set_error (archive, EIO, "cannot read");
      return ARCHIVE_FATAL;
    }
  self->offset += n;
  *buffer = self->buffer;

  return n;
}

static la_int64_t
seek_cb (Archive *archive, void *user_data, la_int64_t offset, int whence)
{
  Stream *self = user_data;
  goffset size = suivi_source_file_get_size (self->file);
  goffset base = whence == SEEK_SET ? 0 : whence == SEEK_CUR ? self->offset : size;

  if (offset < -base || offset > size - base)
    return ARCHIVE_FATAL;
  self->offset = base + offset;

  return self->offset;
}

static la_int64_t
skip_cb (Archive *archive, void *user_data, la_int64_t length)
{
  Stream *self = user_data;
  la_int64_t skipped = CLAMP (length, 0, suivi_source_file_get_size (self->file) - self->offset);

  self->offset += skipped;

  return skipped;
}

/* Says why the library gave up. */
static void
set_failure (Stream *stream, GError **error)
{
  if (stream->error != NULL)
    g_propagate_error (error, g_steal_pointer (&stream->error));
  else
    set_damaged (error);
}

static Stream *
open_stream (SuiviZipPackage *self)
{
  Stream *stream = g_new0 (Stream, 1);

  stream->file = self->file;

  return stream;
}

/* @stream: must live longer than the archive */
static Archive *
open_archive (Stream *stream, GError **error)
{
  g_autoptr (Archive) archive = archive_read_new ();

  if (archive == NULL)
    g_error ("out of memory");

  archive_read_set_callback_data (archive, stream);
  archive_read_set_read_callback (archive, read_cb);
  archive_read_set_seek_callback (archive, seek_cb);
  archive_read_set_skip_callback (archive, skip_cb);
  /* The reader that needs the list of contents, not the one that believes what it meets on the way. */
  if (archive_read_support_format_zip_seekable (archive) != ARCHIVE_OK
      || archive_read_open1 (archive) != ARCHIVE_OK)
    {
      set_failure (stream, error);
      return NULL;
    }

  return g_steal_pointer (&archive);
}

/* --- entries ----------------------------------------------------------------------------------------------
 */

/* Some programs write "/xl/workbook.xml" or "xl\workbook.xml". */
static char *
normalise_name (const char *name)
{
  char *lower = g_ascii_strdown (name + (name[0] == '/' || name[0] == '\\'), -1);

  return g_strdelimit (lower, "\\", '/');
}

static char *
get_name (struct archive_entry *entry)
{
  const char *name = archive_entry_pathname_utf8 (entry);

  /* Names of parts are ASCII; others concern nobody here. */
  if (name == NULL)
    name = archive_entry_pathname (entry);

  return normalise_name (name != NULL && g_str_is_ascii (name) ? name : "");
}

/* Returns whether there is another entry; FALSE without error at the end. */
static gboolean
read_entry (Archive *archive, Stream *stream, struct archive_entry **entry, GError **error)
{
  int result = archive_read_next_header (archive, entry);

  if (result == ARCHIVE_OK || result == ARCHIVE_WARN)
    return TRUE;
  if (result != ARCHIVE_EOF)
    set_failure (stream, error);

  return FALSE;
}

static void
add_part (SuiviZipPackage *self, struct archive_entry *entry)
{
  g_autofree char *name = get_name (entry);
  Part *part = g_hash_table_lookup (self->parts, name);

  if (part == NULL)
    {
      part = g_new0 (Part, 1);
      g_hash_table_insert (self->parts, g_steal_pointer (&name), part);
    }
  part->count++;
  part->size = archive_entry_size_is_set (entry) ? MAX (0, archive_entry_size (entry)) : 0;
}

static gboolean
list_parts (SuiviZipPackage *self, GCancellable *cancellable, GError **error)
{
  g_autoptr (GError) local_error = NULL;
  g_autoptr (Stream) stream = open_stream (self);
  g_autoptr (Archive) archive = open_archive (stream, error);
  struct archive_entry *entry = NULL;
  guint n_entries = 0;

  if (archive == NULL)
    return FALSE;

  while (read_entry (archive, stream, &entry, &local_error))
    {
      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      if (++n_entries > MAX_ENTRIES)
        {
          set_too_big (error);
          return FALSE;
        }
      add_part (self, entry);
    }
  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }

  return TRUE;
}

static gboolean
read_blocks (SuiviZipPackage *self,
             Archive *archive,
             Stream *stream,
             SuiviPartFunc func,
             gpointer user_data,
             GCancellable *cancellable,
             GError **error)
{
  goffset size = suivi_source_file_get_size (self->file);
  goffset limit = MIN (self->limits.max_part, MAX (self->limits.harmless, size * self->limits.max_ratio));
  g_autofree char *buffer = g_malloc (READ_SIZE);
  goffset total = 0;

  for (;;)
    {
      la_ssize_t length = archive_read_data (archive, buffer, READ_SIZE);

      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      if (length == 0)
        return TRUE;
      /* A wrong checksum or length is only a warning for the library. */
      if (length < 0)
        {
          set_failure (stream, error);
          return FALSE;
        }
      /* The size that the archive claims is not to be believed. */
      total += length;
      if (total > limit)
        {
          set_too_big (error);
          return FALSE;
        }
      self->done += length;
      if (self->expected > 0)
        suivi_source_file_report (self->file, (double) self->done / self->expected);
      if (!func (buffer, length, user_data, error))
        return FALSE;
    }
}

/* --- public -----------------------------------------------------------------------------------------------
 */

/**
 * suivi_zip_package_is_zip:
 * @data: the beginning of a file
 * @size: bytes of @data
 *
 * Returns: whether it is a zip archive
 */
gboolean
suivi_zip_package_is_zip (const guchar *data, gsize size)
{
  return size >= 4 && (memcmp (data, "PK\003\004", 4) == 0 || memcmp (data, "PK\005\006", 4) == 0);
}

/**
 * suivi_zip_package_is_compound:
 * @data: the beginning of a file
 * @size: bytes of @data
 *
 * Returns: whether it is an OLE2 compound file: what Office wrote before 2007, and writes around what has a password
 */
gboolean
suivi_zip_package_is_compound (const guchar *data, gsize size)
{
  return size >= 8 && memcmp (data, "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", 8) == 0;
}

/**
 * suivi_zip_package_open:
 * @file: a zip archive; kept
 * @limits: what it must not go beyond; copied
 * @cancellable: (nullable): to stop
 * @error: return location of a %SUIVI_IMPORT_ERROR or %G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer full) (nullable): the archive, of which the list of contents was read
 */
SuiviZipPackage *
suivi_zip_package_open (SuiviSourceFile *file,
                        const SuiviZipLimits *limits,
                        GCancellable *cancellable,
                        GError **error)
{
  g_autoptr (SuiviZipPackage) self = NULL;

  g_return_val_if_fail (file != NULL, NULL);
  g_return_val_if_fail (limits != NULL, NULL);

  if (suivi_source_file_get_size (file) > limits->max_file)
    {
      set_too_big (error);
      return NULL;
    }

  self = g_new0 (SuiviZipPackage, 1);
  self->file = suivi_source_file_ref (file);
  self->limits = *limits;
  self->parts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  if (!check_end (self, error) || !list_parts (self, cancellable, error))
    return NULL;

  return g_steal_pointer (&self);
}

/**
 * suivi_zip_package_free:
 * @self: (nullable) (transfer full): an archive
 */
void
suivi_zip_package_free (SuiviZipPackage *self)
{
  if (self == NULL)
    return;

  suivi_source_file_unref (self->file);
  g_hash_table_unref (self->parts);
  g_free (self);
}

static Part *
find_part (SuiviZipPackage *self, const char *name)
{
  g_autofree char *normal = normalise_name (name);

  return g_hash_table_lookup (self->parts, normal);
}

/**
 * suivi_zip_package_has_part:
 *
 * Returns: whether there is a part of that name
 */
gboolean
suivi_zip_package_has_part (SuiviZipPackage *self, const char *name)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return find_part (self, name) != NULL;
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/**
 * suivi_zip_package_list_parts:
 *
 * Returns: (transfer full): the names of the parts in lower case, sorted
 */
char **
suivi_zip_package_list_parts (SuiviZipPackage *self)
{
  g_autoptr (GPtrArray) names = NULL;
  GHashTableIter iter;
  gpointer name = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  names = g_ptr_array_new ();
  g_hash_table_iter_init (&iter, self->parts);
  while (g_hash_table_iter_next (&iter, &name, NULL))
    g_ptr_array_add (names, g_strdup (name));
  g_ptr_array_sort (names, compare_names);
  g_ptr_array_add (names, NULL);

  return (char **) g_ptr_array_free (g_steal_pointer (&names), FALSE);
}

/**
 * suivi_zip_package_get_size:
 *
 * Returns: how many bytes the archive claims that a part unpacks to, not to be believed; 0 if it does not say
 */
goffset
suivi_zip_package_get_size (SuiviZipPackage *self, const char *name)
{
  Part *part = NULL;

  g_return_val_if_fail (self != NULL, 0);

  part = find_part (self, name);

  return part != NULL ? part->size : 0;
}

/**
 * suivi_zip_package_expect:
 * @length: how many unpacked bytes are going to be read from now on
 *
 * Lets the progress of the file run from nothing to all while so much is read.
 */
void
suivi_zip_package_expect (SuiviZipPackage *self, goffset length)
{
  g_return_if_fail (self != NULL);

  self->expected = length;
  self->done = 0;
}

/**
 * suivi_zip_package_read_part:
 * @name: name of a part
 * @func: called with its bytes, piece by piece
 * @user_data: passed to @func
 * @cancellable: (nullable): to stop
 * @error: return location of a %SUIVI_IMPORT_ERROR, of %G_IO_ERROR_CANCELLED or of an error of @func
 *
 * Unpacks one part within the limits.
 *
 * Returns: whether all of it was read
 */
gboolean
suivi_zip_package_read_part (SuiviZipPackage *self,
                             const char *name,
                             SuiviPartFunc func,
                             gpointer user_data,
                             GCancellable *cancellable,
                             GError **error)
{
  g_autofree char *normal = NULL;
  g_autoptr (Stream) stream = NULL;
  g_autoptr (Archive) archive = NULL;
  g_autoptr (GError) local_error = NULL;
  struct archive_entry *entry = NULL;
  Part *part = NULL;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (func != NULL, FALSE);

  /* Two parts of one name: programs would disagree on what the document says. */
  normal = normalise_name (name);
  part = g_hash_table_lookup (self->parts, normal);
  if (part == NULL || part->count != 1)
    {
      set_damaged (error);
      return FALSE;
    }
  stream = open_stream (self);
  archive = open_archive (stream, error);
  if (archive == NULL)
    return FALSE;

  while (read_entry (archive, stream, &entry, &local_error))
    {
      g_autofree char *entry_name = get_name (entry);

      if (!g_str_equal (entry_name, normal))
        continue;
      if (archive_entry_is_encrypted (entry))
        {
          set_protected (error);
          return FALSE;
        }
      return read_blocks (self, archive, stream, func, user_data, cancellable, error);
    }

  if (local_error != NULL)
    g_propagate_error (error, g_steal_pointer (&local_error));
  else
    set_damaged (error);

  return FALSE;
}

static gboolean
push_cb (const char *data, gsize length, gpointer user_data, GError **error)
{
  return suivi_bounded_xml_push (user_data, data, length, error);
}

/**
 * suivi_zip_package_parse_part:
 * @name: name of a part that is XML
 * @xml: a new parser
 * @cancellable: (nullable): to stop
 * @error: return location of an error as in suivi_zip_package_read_part(), or of one of the parser
 *
 * Returns: whether all of it was read
 */
gboolean
suivi_zip_package_parse_part (SuiviZipPackage *self,
                              const char *name,
                              SuiviBoundedXml *xml,
                              GCancellable *cancellable,
                              GError **error)
{
  return suivi_zip_package_read_part (self, name, push_cb, xml, cancellable, error)
         && suivi_bounded_xml_finish (xml, error);
}
