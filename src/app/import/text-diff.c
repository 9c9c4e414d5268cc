/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/import/text-diff.h"

/* The table of the comparison grows with the product of the two lengths. Beyond this many words, which no
 * recommendation has, the texts are shown without marks. */
#define MAX_WORDS 600
/* Nobody reads more in a list, and laying it out would stop the window. */
#define MAX_CHARS 4000

/* Struck out and underlined rather than red and green: nothing is told by colour alone. */
#define GONE_OPEN  "<s>"
#define GONE_CLOSE "</s>"
#define NEW_OPEN   "<b><u>"
#define NEW_CLOSE  "</u></b>"

static void
append_words (GString *markup, char **words, const gboolean *kept, const char *open, const char *close)
{
  gboolean marked = FALSE;

  for (gsize i = 0; words[i] != NULL; i++)
    {
      g_autofree char *escaped = g_markup_escape_text (words[i], -1);

      if (marked && kept[i])
        {
          g_string_append (markup, close);
          marked = FALSE;
        }
      if (i > 0)
        g_string_append_c (markup, ' ');
      if (!marked && !kept[i])
        {
          g_string_append (markup, open);
          marked = TRUE;
        }
      g_string_append (markup, escaped);
    }
  if (marked)
    g_string_append (markup, close);
}

/* The longest common sequence of words, by the table of its lengths. */
static void
find_kept (char **a, gsize n_a, char **b, gsize n_b, gboolean *kept_a, gboolean *kept_b)
{
  g_autofree guint16 *lengths = g_new0 (guint16, (n_a + 1) * (n_b + 1));
  const gsize stride = n_b + 1;
  gsize i = 0;
  gsize j = 0;

  for (i = n_a; i-- > 0;)
    {
      for (j = n_b; j-- > 0;)
        {
          if (g_str_equal (a[i], b[j]))
            lengths[i * stride + j] = lengths[(i + 1) * stride + j + 1] + 1;
          else
            lengths[i * stride + j] = MAX (lengths[(i + 1) * stride + j], lengths[i * stride + j + 1]);
        }
    }

  i = 0;
  j = 0;
  while (i < n_a && j < n_b)
    {
      if (g_str_equal (a[i], b[j]))
        {
          kept_a[i++] = TRUE;
          kept_b[j++] = TRUE;
        }
      else if (lengths[(i + 1) * stride + j] >= lengths[i * stride + j + 1])
        {
          i++;
        }
      else
        {
          j++;
        }
    }
}

static char *
escape_beginning (const char *text)
{
  g_autofree char *beginning = NULL;
  g_autofree char *markup = NULL;

  if (g_utf8_strlen (text, -1) <= MAX_CHARS)
    return g_markup_escape_text (text, -1);

  beginning = g_utf8_substring (text, 0, MAX_CHARS);
  markup = g_markup_escape_text (beginning, -1);
  return g_strconcat (markup, "…", NULL);
}

/**
 * suivi_text_diff:
 * @before: (nullable): a text as it was
 * @after: (nullable): as it will be
 * @before_markup: (out) (transfer full): @before as Pango markup; words that go are struck out
 * @after_markup: (out) (transfer full): @after as Pango markup; words that come are bold and underlined
 *
 * Compares two texts word by word. White space between words counts as one space. Of texts far longer than a
 * recommendation, the beginning is shown without marks.
 */
void
suivi_text_diff (const char *before, const char *after, char **before_markup, char **after_markup)
{
  g_auto (GStrv) a = NULL;
  g_auto (GStrv) b = NULL;
  gsize n_a = 0;
  gsize n_b = 0;
  g_autofree gboolean *kept_a = NULL;
  g_autofree gboolean *kept_b = NULL;
  g_autoptr (GString) markup_a = g_string_new (NULL);
  g_autoptr (GString) markup_b = g_string_new (NULL);

  g_return_if_fail (before_markup != NULL);
  g_return_if_fail (after_markup != NULL);

  before = before != NULL ? before : "";
  after = after != NULL ? after : "";
  a = g_strsplit_set (before, " \n\t", MAX_WORDS + 1);
  b = g_strsplit_set (after, " \n\t", MAX_WORDS + 1);
  n_a = g_strv_length (a);
  n_b = g_strv_length (b);
  if (n_a > MAX_WORDS || n_b > MAX_WORDS || g_utf8_strlen (before, -1) > MAX_CHARS
      || g_utf8_strlen (after, -1) > MAX_CHARS)
    {
      *before_markup = escape_beginning (before);
      *after_markup = escape_beginning (after);
      return;
    }

  kept_a = g_new0 (gboolean, n_a + 1);
  kept_b = g_new0 (gboolean, n_b + 1);
  find_kept (a, n_a, b, n_b, kept_a, kept_b);
  append_words (markup_a, a, kept_a, GONE_OPEN, GONE_CLOSE);
  append_words (markup_b, b, kept_b, NEW_OPEN, NEW_CLOSE);
  *before_markup = g_string_free (g_steal_pointer (&markup_a), FALSE);
  *after_markup = g_string_free (g_steal_pointer (&markup_b), FALSE);
}
