/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <stdio.h>

#include <yajl/yajl_gen.h>

#include "cli/json.h"

struct _SuiviCliJson
{
  yajl_gen gen;
};

static void
print_cb (void *context, const char *text, size_t length)
{
  fwrite (text, 1, length, stdout);
}

/**
 * suivi_cli_json_new:
 *
 * Returns: (transfer full): a writer
 */
SuiviCliJson *
suivi_cli_json_new (void)
{
  SuiviCliJson *self = g_new0 (SuiviCliJson, 1);

  self->gen = yajl_gen_alloc (NULL);
  yajl_gen_config (self->gen, yajl_gen_print_callback, print_cb, NULL);

  return self;
}

/**
 * suivi_cli_json_free:
 * @self: (nullable) (transfer full): a writer
 *
 * Ends the document with a line end.
 */
void
suivi_cli_json_free (SuiviCliJson *self)
{
  if (self == NULL)
    return;

  fputc ('\n', stdout);
  yajl_gen_free (self->gen);
  g_free (self);
}

/**
 * suivi_cli_json_begin_object:
 */
void
suivi_cli_json_begin_object (SuiviCliJson *self)
{
  yajl_gen_map_open (self->gen);
}

/**
 * suivi_cli_json_end_object:
 */
void
suivi_cli_json_end_object (SuiviCliJson *self)
{
  yajl_gen_map_close (self->gen);
}

/**
 * suivi_cli_json_begin_array:
 */
void
suivi_cli_json_begin_array (SuiviCliJson *self)
{
  yajl_gen_array_open (self->gen);
}

/**
 * suivi_cli_json_end_array:
 */
void
suivi_cli_json_end_array (SuiviCliJson *self)
{
  yajl_gen_array_close (self->gen);
}

/**
 * suivi_cli_json_text:
 * @value: (nullable): a key or a text; %NULL becomes null
 */
void
suivi_cli_json_text (SuiviCliJson *self, const char *value)
{
  g_autofree char *valid = NULL;

  if (value == NULL)
    {
      yajl_gen_null (self->gen);
      return;
    }

  /* A text from a damaged file must not make damaged JSON. */
  valid = g_utf8_make_valid (value, -1);
  yajl_gen_string (self->gen, (const unsigned char *) valid, strlen (valid));
}

/**
 * suivi_cli_json_number:
 */
void
suivi_cli_json_number (SuiviCliJson *self, gint64 value)
{
  yajl_gen_integer (self->gen, value);
}

/**
 * suivi_cli_json_add_text:
 * @value: (nullable): a text; %NULL becomes null
 *
 * A member of an object.
 */
void
suivi_cli_json_add_text (SuiviCliJson *self, const char *key, const char *value)
{
  suivi_cli_json_text (self, key);
  suivi_cli_json_text (self, value);
}

/**
 * suivi_cli_json_add_list:
 *
 * A member of an object: an array of texts.
 */
void
suivi_cli_json_add_list (SuiviCliJson *self, const char *key, const char *const *values)
{
  suivi_cli_json_text (self, key);
  yajl_gen_array_open (self->gen);
  for (gsize i = 0; values[i] != NULL; i++)
    suivi_cli_json_text (self, values[i]);
  yajl_gen_array_close (self->gen);
}

/**
 * suivi_cli_json_add_number:
 *
 * A member of an object.
 */
void
suivi_cli_json_add_number (SuiviCliJson *self, const char *key, gint64 value)
{
  suivi_cli_json_text (self, key);
  suivi_cli_json_number (self, value);
}

/**
 * suivi_cli_json_add_boolean:
 *
 * A member of an object.
 */
void
suivi_cli_json_add_boolean (SuiviCliJson *self, const char *key, gboolean value)
{
  suivi_cli_json_text (self, key);
  yajl_gen_bool (self->gen, value);
}
