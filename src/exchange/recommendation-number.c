/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "exchange/recommendation-number.h"

static gsize
count_digits (const char *p)
{
  return strspn (p, "0123456789");
}

/* "A/HRC/28/15 - ", "Recommendation No. ", "para. ": what may stand before a number. */
static const char *
skip_before_number (const char *p)
{
  static const char *const words[]
    = { "recommendation", "rec.", "rec", "no.", "para.", "paragraph", "para", "#" };
  const char *start = p;
  gboolean found = TRUE;

  if (g_ascii_strncasecmp (p, "A/HRC/", 6) == 0)
    {
      p += strcspn (p, " \n\t");
      p += strspn (p, " \n\t,:-");
      if (g_str_has_prefix (p, "–") || g_str_has_prefix (p, "—"))
        p = g_utf8_next_char (p);
      p += strspn (p, " \n\t");
    }
  while (found)
    {
      found = FALSE;
      for (gsize i = 0; i < G_N_ELEMENTS (words) && !found; i++)
        {
          gsize length = strlen (words[i]);

          if (g_ascii_strncasecmp (p, words[i], length) == 0 && strspn (p + length, " 0123456789") > 0)
            {
              p += length;
              p += strspn (p, " ");
              found = TRUE;
            }
        }
    }

  return g_ascii_isdigit (*p) ? p : start;
}

/* Whether a text goes on with white space, at most three digits and the beginning of a sentence: "140. 6
 * Ensure …" is the number 140.6 with a space in it, "26. 5 years of …" and "26. 2030 Agenda" are not. */
static gboolean
is_parted_number (const char *p)
{
  gsize space = strspn (p, " \n\t");
  gsize digits = count_digits (p + space);
  const char *after = p + space + digits;
  gsize space_after = strspn (after, " \n\t");
  gunichar letter = g_utf8_get_char (after + space_after);

  return space > 0 && digits > 0 && digits <= 3 && space_after > 0 && g_unichar_isalpha (letter)
         && !g_unichar_islower (letter);
}

/* A dash between the number and the text, but not the minus of what follows. */
static const char *
skip_dash (const char *p)
{
  const char *next = p;

  if (*p == '-')
    next = p + 1;
  else if (g_str_has_prefix (p, "–") || g_str_has_prefix (p, "—"))
    next = g_utf8_next_char (p);
  if (next > p && *next == ' ')
    return next + 1;

  return g_unichar_isalpha (g_utf8_get_char (next)) ? next : p;
}

/**
 * suivi_recommendation_number_read:
 * @text: a cell, one line
 * @number: (out) (transfer full) (nullable): the number, %NULL if there is none
 *
 * Reads the number at the beginning: "140.12 ", "140. 12 Ensure", "166.6. ", "26. ", "26) ", "79(a) ". A bare
 * integer is no number, for a recommendation may begin with "2030 Agenda" or "5 years".
 *
 * Returns: (transfer none): where the text begins, in @text
 */
const char *
suivi_recommendation_number_read (const char *text, char **number)
{
  const char *start = skip_before_number (text);
  const char *p = start;
  const char *end = NULL;
  guint dots = 0;
  gsize digits = count_digits (p);

  *number = NULL;
  if (digits == 0 || digits > 4)
    return text;

  p += digits;
  while (*p == '.' && count_digits (p + 1) > 0 && count_digits (p + 1) <= 4)
    {
      dots++;
      p += 1 + count_digits (p + 1);
    }
  end = p;

  if (dots == 0 && *p == '.' && is_parted_number (p + 1))
    {
      const char *second = p + 1 + strspn (p + 1, " \n\t");
      gsize second_digits = count_digits (second);

      *number = g_strdup_printf ("%.*s.%.*s", (int) digits, start, (int) second_digits, second);
      return second + second_digits + strspn (second + second_digits, " \n\t");
    }
  if (dots > 0)
    {
      /* "140.12a", but not "140.12and" */
      if (g_ascii_islower (*p) && !g_ascii_isalnum (p[1]))
        end = ++p;
      else if (*p == ',' || *p == '%' || *p == '/' || g_ascii_isdigit (*p))
        return text;
    }
  else if (p[0] == '(' && g_ascii_islower (p[1]) && p[2] == ')')
    {
      end = p += 3;
    }
  else if ((*p != '.' && *p != ')') || (p[1] != '\0' && !g_ascii_isspace (p[1]) && g_ascii_isdigit (p[1])))
    {
      return text;
    }

  *number = g_strndup (start, end - start);
  p += strspn (p, " \n\t.):");

  return skip_dash (p);
}

/**
 * suivi_recommendation_number_close:
 * @number: a number alone in its cell
 *
 * Returns: (transfer full): the same without a space in it: "140. 6" is 140.6
 */
char *
suivi_recommendation_number_close (const char *number)
{
  g_autoptr (GString) closed = g_string_new (number);

  g_string_replace (closed, ". ", ".", 0);

  return g_string_free (g_steal_pointer (&closed), FALSE);
}

/**
 * suivi_recommendation_number_is_bare:
 * @number: a number, may be empty
 *
 * Returns: whether it is an integer, without dot or letter
 */
gboolean
suivi_recommendation_number_is_bare (const char *number)
{
  return *number != '\0' && number[count_digits (number)] == '\0';
}
