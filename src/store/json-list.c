/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>
#include <yajl/yajl_gen.h>
#include <yajl/yajl_parse.h>

#include "store/json-list.h"

/**
 * suivi_json_list_encode:
 * @values: (nullable): strings
 *
 * Lists of strings stand in the workspace as JSON arrays, so that SQL can take them apart with json_each().
 *
 * Returns: (transfer full): `["a","b"]`; "[]" for %NULL
 */
char *
suivi_json_list_encode (const char *const *values)
{
  yajl_gen generator = yajl_gen_alloc (NULL);
  const unsigned char *buffer = NULL;
  size_t length = 0;
  char *json = NULL;

  yajl_gen_array_open (generator);
  for (gsize i = 0; values != NULL && values[i] != NULL; i++)
    yajl_gen_string (generator, (const unsigned char *) values[i], strlen (values[i]));
  yajl_gen_array_close (generator);
  yajl_gen_get_buf (generator, &buffer, &length);
  json = g_strndup ((const char *) buffer, length);
  yajl_gen_free (generator);

  return json;
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
