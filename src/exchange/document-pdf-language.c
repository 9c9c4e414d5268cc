/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The language of a PDF. Screen readers need it to choose a voice, and cairo has no way to say it: neither its metadata
 * nor the attributes of its tags get there. So it is put into the file that cairo wrote. */

#include "config.h"

#include <string.h>

#include "exchange/document-pdf-private.h"

static gboolean
is_language (const char *text)
{
  const gsize length = strlen (text);

  return length >= 2 && length <= 20
         && strspn (text, "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-") == length;
}

/* Where the entries of the catalogue begin: it is the last object of the file. 0 if there is none. */
static gsize
find_catalogue (const char *data, gsize length)
{
  static const char mark[] = "<< /Type /Catalog\n";
  const gsize size = strlen (mark);

  for (gsize i = length < size ? 0 : length - size; i > 0; i--)
    {
      if (memcmp (data + i, mark, size) == 0)
        return i + size;
    }

  return 0;
}

/**
 * suivi_pdf_name_language:
 * @bytes: (transfer full): a file of cairo
 * @language: code of its language: "fr"
 *
 * Writes the language into the catalogue, and that readers show the title and not the name of the file. The catalogue stands
 * before the table of places, so that no place changes but that of the table itself.
 *
 * Returns: (transfer full): the file; as it was if it is built in another way
 */
GBytes *
suivi_pdf_name_language (GBytes *bytes, const char *language)
{
  static const char table[] = "endobj\nxref\n";
  static const char start[] = "\nstartxref\n";
  gsize length = 0;
  const char *data = g_bytes_get_data (bytes, &length);
  const gsize place = find_catalogue (data, length);
  g_autofree char *tail = place > 0 ? g_strndup (data + place, length - place) : NULL;
  g_autofree char *entries = NULL;
  const char *end = tail != NULL ? strstr (tail, "endobj\n") : NULL;
  const char *number = tail != NULL ? g_strrstr (tail, start) : NULL;
  g_autoptr (GString) file = NULL;
  gsize old_place = 0;

  if (!is_language (language) || end == NULL || !g_str_has_prefix (end, table) || number == NULL)
    return bytes;

  old_place = g_ascii_strtoull (number + strlen (start), NULL, 10);
  if (old_place != place + (end - tail) + strlen ("endobj\n"))
    return bytes;

  entries = g_strdup_printf ("   /Lang (%s)\n   /ViewerPreferences << /DisplayDocTitle true >>\n", language);
  file = g_string_new_len (data, place);
  g_string_append (file, entries);
  g_string_append_len (file, tail, number - tail);
  g_string_append_printf (file, "%s%" G_GSIZE_FORMAT "\n%%%%EOF\n", start, old_place + strlen (entries));
  g_bytes_unref (bytes);

  return g_string_free_to_bytes (g_steal_pointer (&file));
}
