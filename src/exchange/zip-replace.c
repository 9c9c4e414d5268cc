/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Puts another content into one entry of a zip archive. All the others are copied as they lie there, compressed, with
 * their times, flags and gaps: no library that we have does that. The format: PKWARE's APPNOTE, 4.3. */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "exchange/import-plan.h"
#include "exchange/zip-replace.h"

#define LOCAL_SIZE   30
#define CENTRAL_SIZE 46
#define END_SIZE     22

/* What an archive with more than 4 GB says instead of a number. */
#define NUMBER_IS_ELSEWHERE 0xFFFFFFFFu

#define METHOD_DEFLATE      8

/* Of the flags, only whether the name is UTF-8 is still true of a new entry. */
#define FLAG_UTF8   (1u << 11)

#define MAX_ENTRIES 4096

typedef struct
{
  const guchar *data; /* (unowned) */
  gsize size;
  gsize directory; /* where the list of contents begins */
  gsize end;       /* where it ends, and the end record begins */
  guint n_entries;
  gsize central; /* the record of the part in the list */
  gsize local;   /* where the part begins */
  gsize next;    /* where the next one begins, or the list */
} Archive;

static void
set_unusual (GError **error)
{
  g_set_error_literal (error, SUIVI_IMPORT_ERROR, SUIVI_IMPORT_ERROR_DAMAGED,
                       _ (
                         "The Word file is packed in an unusual way, so that it cannot be filled in. Open it "
                         "in Word or LibreOffice, save it as .docx, and try again."));
}

static guint32
get_number (const guchar *data, guint n_bytes)
{
  guint32 number = 0;

  for (guint i = n_bytes; i-- > 0;)
    number = number << 8 | data[i];

  return number;
}

static void
put_number (GByteArray *out, guint32 number, guint n_bytes)
{
  for (guint i = 0; i < n_bytes; i++)
    {
      guint8 byte = number >> (8 * i) & 0xFF;

      g_byte_array_append (out, &byte, 1);
    }
}

/* The sum that the format asks for: the polynomial of Ethernet, bits reversed. */
static guint32
sum_up (const guchar *data, gsize size)
{
  guint32 table[256];
  guint32 sum = G_MAXUINT32;

  for (guint32 i = 0; i < G_N_ELEMENTS (table); i++)
    {
      table[i] = i;
      for (guint bit = 0; bit < 8; bit++)
        table[i] = (table[i] >> 1) ^ ((table[i] & 1) != 0 ? 0xEDB88320u : 0);
    }
  for (gsize i = 0; i < size; i++)
    sum = (sum >> 8) ^ table[(sum ^ data[i]) & 0xFF];

  return ~sum;
}

static gboolean
find_end (Archive *self)
{
  for (gsize i = self->size; i >= END_SIZE && self->size - i <= G_MAXUINT16; i--)
    {
      const guchar *record = self->data + i - END_SIZE;

      if (memcmp (record, "PK\005\006", 4) != 0)
        continue;
      self->end = i - END_SIZE;
      self->n_entries = get_number (record + 10, 2);
      self->directory = get_number (record + 16, 4);

      return get_number (record + 4, 4) == 0 && self->n_entries <= MAX_ENTRIES && self->directory <= self->end
             && get_number (record + 12, 4) == self->end - self->directory;
    }

  return FALSE;
}

/* Names of parts are the same in upper and lower case, whichever way the slashes lean. */
static gboolean
names_part (const guchar *written, gsize length, const char *name)
{
  g_autofree char *own = g_strndup ((const char *) written, length);

  g_strdelimit (own, "\\", '/');

  return g_ascii_strcasecmp (own + (own[0] == '/'), name + (name[0] == '/')) == 0;
}

static gboolean
find_part (Archive *self, const char *name)
{
  gsize at = self->directory;

  for (guint i = 0; i < self->n_entries; i++)
    {
      const guchar *record = self->data + at;
      gsize length = 0;

      if (self->end - at < CENTRAL_SIZE || memcmp (record, "PK\001\002", 4) != 0)
        return FALSE;
      length = CENTRAL_SIZE + get_number (record + 28, 2) + get_number (record + 30, 2)
               + get_number (record + 32, 2);
      if (self->end - at < length)
        return FALSE;
      if (names_part (record + CENTRAL_SIZE, get_number (record + 28, 2), name))
        {
          self->central = at;
          self->local = get_number (record + 42, 4);
        }
      at += length;
    }

  return at == self->end && self->central > 0 && self->local < self->directory;
}

/* Where the next entry begins: whatever lies in between goes with the part. */
static void
find_next (Archive *self)
{
  gsize at = self->directory;

  self->next = self->directory;
  for (guint i = 0; i < self->n_entries; i++)
    {
      const guchar *record = self->data + at;
      gsize local = get_number (record + 42, 4);

      if (local > self->local)
        self->next = MIN (self->next, local);
      at += CENTRAL_SIZE + get_number (record + 28, 2) + get_number (record + 30, 2)
            + get_number (record + 32, 2);
    }
}

static gboolean
check_part (Archive *self)
{
  const guchar *local = self->data + self->local;
  const guchar *central = self->data + self->central;

  return self->next - self->local >= LOCAL_SIZE && memcmp (local, "PK\003\004", 4) == 0
         && self->next - self->local >= LOCAL_SIZE + get_number (local + 26, 2)
         && get_number (central + 20, 4) != NUMBER_IS_ELSEWHERE
         && get_number (central + 24, 4) != NUMBER_IS_ELSEWHERE;
}

static GByteArray *
compress (GBytes *content)
{
  g_autoptr (GZlibCompressor) compressor = g_zlib_compressor_new (G_ZLIB_COMPRESSOR_FORMAT_RAW, 6);
  g_autoptr (GByteArray) out = g_byte_array_new ();
  gsize size = 0;
  const guchar *data = g_bytes_get_data (content, &size);
  GConverterResult result = G_CONVERTER_CONVERTED;

  while (result != G_CONVERTER_FINISHED)
    {
      guchar buffer[64 * 1024];
      gsize n_read = 0;
      gsize n_written = 0;

      result = g_converter_convert (G_CONVERTER (compressor), data, size, buffer, sizeof buffer,
                                    G_CONVERTER_INPUT_AT_END, &n_read, &n_written, NULL);
      if (result == G_CONVERTER_ERROR)
        return NULL;
      data += n_read;
      size -= n_read;
      g_byte_array_append (out, buffer, n_written);
    }

  return g_steal_pointer (&out);
}

/* What both records say in the same order: flags, method, time and date, sum and sizes. */
static void
put_facts (GByteArray *out, const guchar *facts, GByteArray *packed, GBytes *content)
{
  gsize size = 0;
  const guchar *data = g_bytes_get_data (content, &size);

  put_number (out, get_number (facts, 2) & FLAG_UTF8, 2);
  put_number (out, METHOD_DEFLATE, 2);
  g_byte_array_append (out, facts + 4, 4);
  put_number (out, sum_up (data, size), 4);
  put_number (out, packed->len, 4);
  put_number (out, size, 4);
}

static void
put_part (Archive *self, GByteArray *out, GByteArray *packed, GBytes *content)
{
  const guchar *local = self->data + self->local;
  guint name_length = get_number (local + 26, 2);

  g_byte_array_append (out, local, 6);
  put_facts (out, local + 6, packed, content);
  put_number (out, name_length, 2);
  put_number (out, 0, 2);
  g_byte_array_append (out, local + LOCAL_SIZE, name_length);
  g_byte_array_append (out, packed->data, packed->len);
}

/* @shift: by how much everything behind the part has moved */
static void
put_directory (Archive *self, GByteArray *out, gint64 shift, GByteArray *packed, GBytes *content)
{
  gsize at = self->directory;

  for (guint i = 0; i < self->n_entries; i++)
    {
      const guchar *record = self->data + at;
      guint name_length = get_number (record + 28, 2);
      guint rest_length = get_number (record + 30, 2) + get_number (record + 32, 2);
      guint32 local = get_number (record + 42, 4);

      if (at == self->central)
        {
          g_byte_array_append (out, record, 8);
          put_facts (out, record + 8, packed, content);
          put_number (out, name_length, 2);
          put_number (out, 0, 4);
          g_byte_array_append (out, record + 34, 8);
          put_number (out, local, 4);
          g_byte_array_append (out, record + CENTRAL_SIZE, name_length);
        }
      else
        {
          g_byte_array_append (out, record, 42);
          put_number (out, local > self->local ? local + shift : local, 4);
          g_byte_array_append (out, record + CENTRAL_SIZE, name_length + rest_length);
        }
      at += CENTRAL_SIZE + name_length + rest_length;
    }
}

static void
put_end (Archive *self, GByteArray *out, gsize directory)
{
  const guchar *record = self->data + self->end;
  gsize length = out->len - directory;

  g_byte_array_append (out, record, 12);
  put_number (out, length, 4);
  put_number (out, directory, 4);
  g_byte_array_append (out, record + 20, self->size - self->end - 20);
}

/**
 * suivi_zip_replace_part:
 * @archive: a zip archive that #SuiviZipPackage has read without error
 * @name: one of its parts, of which there is just one with that name
 * @content: what it is to hold
 * @error: return location of a %SUIVI_IMPORT_ERROR
 *
 * The part is compressed anew and keeps its name, place and time; every other byte stays as it is, but for the places
 * of the parts in the list of contents. The same in gives the same out.
 *
 * Returns: (transfer full) (nullable): the new archive
 */
GBytes *
suivi_zip_replace_part (GBytes *archive, const char *name, GBytes *content, GError **error)
{
  Archive self = { 0 };
  g_autoptr (GByteArray) out = NULL;
  g_autoptr (GByteArray) packed = NULL;
  gsize directory = 0;

  g_return_val_if_fail (archive != NULL, NULL);
  g_return_val_if_fail (name != NULL, NULL);
  g_return_val_if_fail (content != NULL, NULL);

  self.data = g_bytes_get_data (archive, &self.size);
  if (self.size > G_MAXINT32 || !find_end (&self) || !find_part (&self, name))
    {
      set_unusual (error);
      return NULL;
    }
  find_next (&self);
  packed = compress (content);
  if (!check_part (&self) || packed == NULL)
    {
      set_unusual (error);
      return NULL;
    }

  out = g_byte_array_sized_new (self.size);
  g_byte_array_append (out, self.data, self.local);
  put_part (&self, out, packed, content);
  directory = out->len + (self.directory - self.next);
  g_byte_array_append (out, self.data + self.next, self.directory - self.next);
  put_directory (&self, out, (gint64) directory - (gint64) self.directory, packed, content);
  put_end (&self, out, directory);

  return g_byte_array_free_to_bytes (g_steal_pointer (&out));
}
