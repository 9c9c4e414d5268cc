/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>
#include <yajl/yajl_parse.h>

#include "store/json-list.h"

static void
append_string (GString *json, const char *text)
{
  g_string_append_c (json, '"');
  for (const char *p = text; *p != '\0'; p++)
    {
      if (*p == '"' || *p == '\\')
        {
          g_string_append_c (json, '\\');
          g_string_append_c (json, *p);
        }
      else if ((guchar) *p < 0x20)
        {
          g_string_append_printf (json, "\\u%04x", (guint) *p);
        }
      else
        {
          g_string_append_c (json, *p);
        }
    }
  g_string_append_c (json, '"');
}

/**
 * suivi_json_list_encode:
 * @values: (nullable): strings, valid UTF-8
 *
 * Lists of strings stand in the workspace as JSON arrays, so that SQL can take them apart with json_each(). They are
 * written by hand: a generator for each of the six lists of a recommendation took longer than saving it.
 *
 * Returns: (transfer full): `["a","b"]`; "[]" for %NULL
 */
char *
suivi_json_list_encode (const char *const *values)
{
  GString *json = NULL;

  if (values == NULL || values[0] == NULL)
    return g_strdup ("[]");

  json = g_string_new ("[");
  for (gsize i = 0; values[i] != NULL; i++)
    {
      if (i > 0)
        g_string_append_c (json, ',');
      append_string (json, values[i]);
    }
  g_string_append_c (json, ']');

  return g_string_free (json, FALSE);
}

static int
add_string (void *context, const unsigned char *string, size_t length)
{
  GPtrArray *values = context;

  g_ptr_array_add (values, g_strndup ((const char *) string, length));
  return 1;
}

/**
 * suivi_json_list_decode:
 * @json: (nullable): a JSON array of strings
 *
 * Returns: (transfer full): the strings; what is no string is left out, and so is all of a broken text
 */
char **
suivi_json_list_decode (const char *json)
{
  static const yajl_callbacks callbacks = { .yajl_string = add_string };
  g_autoptr (GPtrArray) values = g_ptr_array_new ();
  yajl_handle parser = NULL;

  /* Most lists are empty, or hold one plain word: no parser is needed for the first. */
  if (json != NULL && strcmp (json, "[]") != 0)
    {
      parser = yajl_alloc (&callbacks, NULL, values);
      if (yajl_parse (parser, (const unsigned char *) json, strlen (json)) == yajl_status_ok)
        yajl_complete_parse (parser);
      yajl_free (parser);
    }
  g_ptr_array_add (values, NULL);

  return (char **) g_ptr_array_free (g_steal_pointer (&values), FALSE);
}
