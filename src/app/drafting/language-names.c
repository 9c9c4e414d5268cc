/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/drafting/language-names.h"

#include <glib/gi18n-lib.h>

static const struct
{
  const char *code;
  const char *name;
} languages[] = {
  /* Translators: names of languages follow */
  { "en", N_ ("English") },    { "fr", N_ ("French") },      { "es", N_ ("Spanish") },
  { "ar", N_ ("Arabic") },     { "ru", N_ ("Russian") },     { "zh", N_ ("Chinese") },
  { "am", N_ ("Amharic") },    { "az", N_ ("Azerbaijani") }, { "be", N_ ("Belarusian") },
  { "bg", N_ ("Bulgarian") },  { "bn", N_ ("Bengali") },     { "bs", N_ ("Bosnian") },
  { "cs", N_ ("Czech") },      { "da", N_ ("Danish") },      { "de", N_ ("German") },
  { "dv", N_ ("Dhivehi") },    { "el", N_ ("Greek") },       { "et", N_ ("Estonian") },
  { "fa", N_ ("Persian") },    { "fi", N_ ("Finnish") },     { "he", N_ ("Hebrew") },
  { "hi", N_ ("Hindi") },      { "hr", N_ ("Croatian") },    { "ht", N_ ("Haitian Creole") },
  { "hu", N_ ("Hungarian") },  { "hy", N_ ("Armenian") },    { "id", N_ ("Indonesian") },
  { "is", N_ ("Icelandic") },  { "it", N_ ("Italian") },     { "ja", N_ ("Japanese") },
  { "ka", N_ ("Georgian") },   { "kk", N_ ("Kazakh") },      { "km", N_ ("Khmer") },
  { "ko", N_ ("Korean") },     { "ky", N_ ("Kyrgyz") },      { "lo", N_ ("Lao") },
  { "lt", N_ ("Lithuanian") }, { "lv", N_ ("Latvian") },     { "mg", N_ ("Malagasy") },
  { "mk", N_ ("Macedonian") }, { "mn", N_ ("Mongolian") },   { "ms", N_ ("Malay") },
  { "mt", N_ ("Maltese") },    { "my", N_ ("Burmese") },     { "ne", N_ ("Nepali") },
  { "nl", N_ ("Dutch") },      { "no", N_ ("Norwegian") },   { "pl", N_ ("Polish") },
  { "ps", N_ ("Pashto") },     { "pt", N_ ("Portuguese") },  { "rn", N_ ("Kirundi") },
  { "ro", N_ ("Romanian") },   { "rw", N_ ("Kinyarwanda") }, { "si", N_ ("Sinhala") },
  { "sk", N_ ("Slovak") },     { "sl", N_ ("Slovenian") },   { "so", N_ ("Somali") },
  { "sq", N_ ("Albanian") },   { "sr", N_ ("Serbian") },     { "sv", N_ ("Swedish") },
  { "sw", N_ ("Swahili") },    { "ta", N_ ("Tamil") },       { "tg", N_ ("Tajik") },
  { "th", N_ ("Thai") },       { "ti", N_ ("Tigrinya") },    { "tk", N_ ("Turkmen") },
  { "tr", N_ ("Turkish") },    { "uk", N_ ("Ukrainian") },   { "ur", N_ ("Urdu") },
  { "uz", N_ ("Uzbek") },      { "vi", N_ ("Vietnamese") },
};

/**
 * suivi_languages_get_codes:
 *
 * Returns: (transfer none): ISO 639-1 codes of the languages that are offered, %NULL-terminated
 */
const char *const *
suivi_languages_get_codes (void)
{
  static const char *codes[G_N_ELEMENTS (languages) + 1];

  for (gsize i = 0; i < G_N_ELEMENTS (languages); i++)
    codes[i] = languages[i].code;

  return codes;
}

/**
 * suivi_language_get_name:
 * @code: "es"
 *
 * Returns: (transfer none): the name in the user's language; @code itself, if it is none of those that are offered
 */
const char *
suivi_language_get_name (const char *code)
{
  for (gsize i = 0; i < G_N_ELEMENTS (languages); i++)
    {
      if (g_str_equal (languages[i].code, code))
        return _ (languages[i].name);
    }

  return code;
}
