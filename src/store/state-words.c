/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * A State is found by its name in any language of the United Nations. The index holds one token for a State, not its
 * names: six languages would be a third of all words in it. A word of a search becomes the tokens of the States whose
 * names have it.
 */

#include "config.h"

#include <string.h>

#include "core/reference/states.h"
#include "core/text/text.h"
#include "store/state-words.h"

/* A private character in front: no word of a text is taken for a State. */
#define TOKEN_MARK "\xEE\x80\x80"

/* The names of a State, each with a space before every word. */
typedef struct
{
  const char *code;
  char *names;
} Entry;

/* One letter is in the name of nearly every State: that would find all, slowly. */
#define MIN_LETTERS 2

/* "Côte d'Ivoire" becomes " cote d ivoire". */
static char *
split_words (const char *text)
{
  g_autofree char *folded = suivi_text_fold (text);
  GString *words = g_string_new (NULL);
  gboolean in_word = FALSE;

  for (const char *p = folded; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      gboolean is_letter = g_unichar_isalnum (c) || g_unichar_ismark (c);

      if (is_letter && !in_word)
        g_string_append_c (words, ' ');
      if (is_letter)
        g_string_append_unichar (words, c);
      in_word = is_letter;
    }

  return g_string_free (words, FALSE);
}

static GArray *
get_entries (void)
{
  static const char *const languages[] = { "en", "fr", "es", "ar", "ru", "zh" };
  static GArray *entries = NULL;
  static gsize once = 0;

  if (g_once_init_enter (&once))
    {
      const char *const *codes = suivi_states_get_codes ();

      entries = g_array_new (FALSE, FALSE, sizeof (Entry));
      for (gsize i = 0; codes[i] != NULL; i++)
        {
          g_autoptr (GString) names = g_string_new (NULL);
          Entry entry = { codes[i], NULL };

          for (gsize j = 0; j < G_N_ELEMENTS (languages); j++)
            {
              g_autofree char *words = split_words (suivi_state_get_name_in (codes[i], languages[j]));

              /* A line end between two names: no word goes over it. */
              g_string_append_printf (names, "%s\n", words);
            }
          entry.names = g_string_free (g_steal_pointer (&names), FALSE);
          g_array_append_val (entries, entry);
        }
      g_once_init_leave (&once, 1);
    }

  return entries;
}

/**
 * suivi_state_words_to_tokens:
 * @states: ISO 3166-1 alpha-3
 *
 * Returns: (transfer full): what the index holds for them
 */
char *
suivi_state_words_to_tokens (const char *const *states)
{
  GString *tokens = g_string_new (NULL);

  for (gsize i = 0; states[i] != NULL; i++)
    g_string_append_printf (tokens, TOKEN_MARK "%s ", states[i]);

  return g_string_free (tokens, FALSE);
}

/**
 * suivi_state_words_match:
 * @words: words that follow each other in a name; the last one may go on
 *
 * Returns: (transfer full) (nullable): the tokens of the States whose names have them, quoted and parted by OR, as FTS5
 *   wants it; %NULL if no State has
 */
char *
suivi_state_words_match (const char *words)
{
  g_autofree char *needle = split_words (words);
  GArray *entries = get_entries ();
  GString *match = NULL;

  if (g_utf8_strlen (needle, -1) <= MIN_LETTERS)
    return NULL;

  for (guint i = 0; i < entries->len; i++)
    {
      const Entry *entry = &g_array_index (entries, Entry, i);

      if (strstr (entry->names, needle) == NULL)
        continue;
      if (match == NULL)
        match = g_string_new (NULL);
      else
        g_string_append (match, " OR ");
      g_string_append_printf (match, "\"" TOKEN_MARK "%s\"", entry->code);
    }

  return match != NULL ? g_string_free (match, FALSE) : NULL;
}
