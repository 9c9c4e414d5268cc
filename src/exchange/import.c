/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <glib/gi18n-lib.h>

#include "core/text/text.h"
#include "exchange/import.h"
#include "exchange/ohchr-list-docx.h"

/* The lists that we know are below 1 MB. */
#define MAX_FILE_SIZE    (64 * 1024 * 1024)
#define MAX_FILE_SIZE_MB 64
#define READ_SIZE        (256 * 1024)

typedef struct
{
  const char *name;
  gboolean (*recognise) (const guint8 *data, gsize size);
  gboolean (*read) (GBytes *bytes, SuiviImportPlan *plan, GCancellable *cancellable, GError **error);
} Reader;

static gboolean
starts_with (const guint8 *data, gsize size, const char *magic, gsize magic_size)
{
  return size >= magic_size && memcmp (data, magic, magic_size) == 0;
}

/* A Word file is a zip archive, one of before 2007 an OLE2 compound file: the reader knows what to say to
 * that. */
static gboolean
looks_like_word (const guint8 *data, gsize size)
{
  return starts_with (data, size, "PK\003\004", 4) || starts_with (data, size, "PK\005\006", 4)
         || starts_with (data, size, "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", 8);
}

static const Reader readers[] = {
  { "ohchr-list", looks_like_word, suivi_ohchr_list_docx_read },
};

/**
 * suivi_import_get_formats:
 *
 * Returns: (transfer none): the names of the formats that can be read, %NULL-terminated
 */
const char *const *
suivi_import_get_formats (void)
{
  static const char *names[G_N_ELEMENTS (readers) + 1];
  static gsize once = 0;

  if (g_once_init_enter (&once))
    {
      for (gsize i = 0; i < G_N_ELEMENTS (readers); i++)
        names[i] = readers[i].name;
      g_once_init_leave (&once, 1);
    }

  return names;
}

static const Reader *
find_reader (GBytes *bytes, const char *format, GError **error)
{
  gsize size = 0;
  const guint8 *data = g_bytes_get_data (bytes, &size);

  for (gsize i = 0; i < G_N_ELEMENTS (readers); i++)
    {
      if (format != NULL ? g_str_equal (readers[i].name, format) : readers[i].recognise (data, size))
        return &readers[i];
    }

  if (format != NULL)
    {
      g_autofree char *valid = suivi_text_make_valid (format, -1);
      g_autofree char *known = g_strjoinv (", ", (char **) suivi_import_get_formats ());

      g_set_error (error, SUIVI_IMPORT_ERROR, SUIVI_IMPORT_ERROR_NOT_RECOGNISED,
                   /* Translators: the second %s is a list of names such as "ohchr-list" */
                   _ ("Suivi does not know the format “%s”. It knows: %s."), valid, known);
    }
  else if (size == 0)
    {
      g_set_error_literal (error, SUIVI_IMPORT_ERROR, SUIVI_IMPORT_ERROR_NOT_RECOGNISED,
                           _ ("The file is empty. Choose the official list of recommendations as a Word file "
                              "(.docx)."));
    }
  else
    {
      g_set_error_literal (error, SUIVI_IMPORT_ERROR, SUIVI_IMPORT_ERROR_NOT_RECOGNISED,
                           _ ("Suivi does not recognise this file. It reads the official thematic lists of "
                              "recommendations of the UN human rights office, as Word files (.docx)."));
    }

  return NULL;
}

/**
 * suivi_import_read_bytes:
 * @bytes: the file
 * @file_name: its name, for people; only the last part of a path is kept
 * @format: (nullable): one of suivi_import_get_formats(), or %NULL to recognise it by content
 * @cancellable: (nullable): to stop reading
 * @error: return location of a %SUIVI_IMPORT_ERROR or %G_IO_ERROR_CANCELLED
 *
 * Reads a file into a plan. Touches no workspace: any thread may do it.
 *
 * Returns: (transfer full) (nullable): the plan, to be compared with a workspace
 */
SuiviImportPlan *
suivi_import_read_bytes (GBytes *bytes,
                         const char *file_name,
                         const char *format,
                         GCancellable *cancellable,
                         GError **error)
{
  g_autoptr (SuiviImportPlan) plan = NULL;
  g_autofree char *display_name = NULL;
  g_autofree char *base_name = NULL;
  g_autofree char *sha256 = NULL;
  const Reader *reader = NULL;

  g_return_val_if_fail (bytes != NULL, NULL);
  g_return_val_if_fail (file_name != NULL, NULL);

  reader = find_reader (bytes, format, error);
  if (reader == NULL)
    return NULL;

  display_name = g_filename_display_basename (file_name);
  base_name = suivi_text_clean (display_name);
  sha256 = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);
  plan = suivi_import_plan_new ();
  suivi_import_plan_set_source (plan, reader->name, base_name, sha256);
  if (!reader->read (bytes, plan, cancellable, error))
    return NULL;

  return g_steal_pointer (&plan);
}

static void
set_unreadable (GError **error, int code, const char *path)
{
  g_autofree char *name = g_filename_display_name (path);

  switch (code)
    {
    case ENOENT:
    case ENOTDIR:
      g_set_error (error, SUIVI_IMPORT_ERROR, SUIVI_IMPORT_ERROR_UNREADABLE, _ ("There is no file “%s”."),
                   name);
      break;
    case EACCES:
    case EPERM:
      g_set_error (error, SUIVI_IMPORT_ERROR, SUIVI_IMPORT_ERROR_UNREADABLE,
                   _ ("You may not read the file “%s”. Ask its owner, or copy it to a folder of your own."),
                   name);
      break;
    default:
      g_debug ("cannot read: %s", g_strerror (code));
      g_set_error (error, SUIVI_IMPORT_ERROR, SUIVI_IMPORT_ERROR_UNREADABLE,
                   _ ("The file “%s” cannot be read. Copy it to this computer and try again."), name);
    }
}

static void
set_too_big (GError **error, const char *path)
{
  g_autofree char *name = g_filename_display_basename (path);

  g_set_error (error, SUIVI_IMPORT_ERROR, SUIVI_IMPORT_ERROR_TOO_BIG,
               _ ("The file “%s” is larger than %u MB, so it cannot be a list of recommendations."), name,
               (guint) MAX_FILE_SIZE_MB);
}

static int
open_regular (const char *path, GError **error)
{
  struct stat info;
  int fd = -1;

  /* Not waiting: a named pipe would make open() wait for ever. */
  fd = open (path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);
  if (fd < 0 || fstat (fd, &info) < 0)
    {
      set_unreadable (error, errno, path);
    }
  else if (!S_ISREG (info.st_mode))
    {
      g_autofree char *name = g_filename_display_name (path);

      if (S_ISDIR (info.st_mode))
        g_set_error (error, SUIVI_IMPORT_ERROR, SUIVI_IMPORT_ERROR_UNREADABLE,
                     _ ("“%s” is a folder. Choose a file in it."), name);
      else
        g_set_error (error, SUIVI_IMPORT_ERROR, SUIVI_IMPORT_ERROR_UNREADABLE,
                     _ ("“%s” is not an ordinary file. Choose a file."), name);
    }
  else if (info.st_size > MAX_FILE_SIZE)
    {
      set_too_big (error, path);
    }
  else
    {
      return fd;
    }

  if (fd >= 0)
    close (fd);
  return -1;
}

static GBytes *
read_bounded (const char *path, GCancellable *cancellable, GError **error)
{
  g_autoptr (GByteArray) data = g_byte_array_new ();
  g_autofree guint8 *buffer = g_malloc (READ_SIZE);
  gboolean done = FALSE;
  gboolean success = TRUE;
  int fd = open_regular (path, error);

  if (fd < 0)
    return NULL;

  while (!done && success)
    {
      gssize n = read (fd, buffer, READ_SIZE);

      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        {
          success = FALSE;
        }
      else if (n < 0 && errno != EINTR)
        {
          set_unreadable (error, errno, path);
          success = FALSE;
        }
      else if (n == 0)
        {
          done = TRUE;
        }
      else if (n > 0)
        {
          g_byte_array_append (data, buffer, n);
          /* The file may grow while it is read. */
          if (data->len > MAX_FILE_SIZE)
            {
              set_too_big (error, path);
              success = FALSE;
            }
        }
    }
  close (fd);

  return success ? g_byte_array_free_to_bytes (g_steal_pointer (&data)) : NULL;
}

/**
 * suivi_import_read_file:
 * @path: a file, in the encoding of file names
 * @format: (nullable): one of suivi_import_get_formats(), or %NULL to recognise it by content
 * @cancellable: (nullable): to stop reading
 * @error: return location of a %SUIVI_IMPORT_ERROR or %G_IO_ERROR_CANCELLED
 *
 * Reads a file of at most 64 MB into a plan. Blocks on the disk, touches no workspace: any thread may do it.
 *
 * Returns: (transfer full) (nullable): the plan, to be compared with a workspace
 */
SuiviImportPlan *
suivi_import_read_file (const char *path, const char *format, GCancellable *cancellable, GError **error)
{
  g_autoptr (GBytes) bytes = NULL;

  g_return_val_if_fail (path != NULL, NULL);

  bytes = read_bounded (path, cancellable, error);
  if (bytes == NULL)
    return NULL;

  return suivi_import_read_bytes (bytes, path, format, cancellable, error);
}
