/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include "core/text/language.h"

/**
 * suivi_language_get:
 *
 * Returns: the language of the program and of what it writes, ISO 639-1: "fr"; "en" where it is not known
 */
const char *
suivi_language_get (void)
{
  const char *name = g_get_language_names ()[0];
  g_autofree char *language = NULL;

  if (g_str_equal (name, "C") || g_str_has_prefix (name, "C.") || g_str_equal (name, "POSIX"))
    return "en";
  language = g_strndup (name, strcspn (name, "_.@"));

  return g_intern_string (language);
}
