/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "exchange/markdown.h"

/* Whether a mark of emphasis stands at p: "**word", "word_", but not "snake_case", "2 * 3". */
static gboolean
is_emphasis (const char *text, const char *p)
{
  gboolean before = p > text && g_unichar_isalnum (g_utf8_get_char (g_utf8_prev_char (p)));
  gsize length = strspn (p, "*_");
  gboolean after = g_unichar_isalnum (g_utf8_get_char (p + length));
  gboolean space_before = p == text || g_ascii_isspace (p[-1]);
  gboolean space_after = p[length] == '\0' || g_ascii_isspace (p[length]);

  if (*p == '_' && before && after)
    return FALSE;

  return !(space_before && space_after);
}

/* "[text](address)": where the text ends and where the address ends; %NULL if it is something else. */
static const char *
read_link (const char *p, const char **text_end)
{
  const char *bracket = p + 1 + strcspn (p + 1, "[]\n");
  const char *end = NULL;

  if (*bracket != ']' || bracket[1] != '(')
    return NULL;
  end = bracket + 2 + strcspn (bracket + 2, "() \n");
  if (*end != ')')
    return NULL;
  *text_end = bracket;

  return end + 1;
}

/**
 * suivi_markdown_to_text:
 * @markdown: (nullable): valid UTF-8 in Markdown, as the texts of UPR Info's database are
 *
 * Takes the marks off that such texts have: emphasis, headings, quotes, links, backslashes before
 * punctuation. Lists and line ends stay.
 *
 * Returns: (transfer full): plain text, "" for %NULL
 */
char *
suivi_markdown_to_text (const char *markdown)
{
  GString *out = g_string_new (NULL);
  gboolean line_begins = TRUE;

  for (const char *p = markdown != NULL ? markdown : ""; *p != '\0';)
    {
      const char *text_end = NULL;
      const char *end = NULL;

      if (line_begins && (*p == '#' || *p == '>'))
        {
          gsize marks = strspn (p, *p == '#' ? "#" : "> ");

          if (*p == '>' || p[marks] == ' ')
            {
              p += marks + strspn (p + marks, " ");
              continue;
            }
        }
      line_begins = *p == '\n';
      if (*p == '\\' && g_ascii_ispunct (p[1]))
        {
          g_string_append_c (out, p[1]);
          p += 2;
        }
      else if (*p == '*' || *p == '_')
        {
          gsize length = strspn (p, "*_");

          if (!is_emphasis (markdown, p))
            g_string_append_len (out, p, length);
          p += length;
        }
      else if (*p == '[' && (end = read_link (p, &text_end)) != NULL)
        {
          g_string_append_len (out, p + 1, text_end - p - 1);
          p = end;
        }
      else
        {
          g_string_append_c (out, *p);
          p++;
        }
    }

  return g_string_free (out, FALSE);
}
