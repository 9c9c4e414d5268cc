/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "core/text/text.h"
#include "exchange/xlsx-writer.h"

/* What a cell of Excel can hold, in UTF-16 units. */
#define MAX_CELL 32767

/* Most cells need nothing done, and there may be a million of them: look before copying. */
static gboolean
is_fine_as_it_is (const char *text)
{
  const guchar *p = NULL;
  gboolean ascii = TRUE;

  for (p = (const guchar *) text; *p != '\0'; p++)
    {
      if ((*p < 0x20 && *p != '\n' && *p != '\t') || *p == 0x7F || *p >= 0xEF || (*p == '_' && p[1] == 'x'))
        return FALSE;
      if (*p >= 0x80)
        ascii = FALSE;
    }

  return p - (const guchar *) text <= MAX_CELL && (ascii || g_utf8_validate (text, -1, NULL));
}

/* "_x0041_" is how an XLSX file writes the letter A: the underscore of such a text must be written so itself.
 */
static gboolean
looks_like_escape (const char *p)
{
  if (p[0] != '_' || p[1] != 'x')
    return FALSE;
  for (guint i = 2; i < 6; i++)
    {
      if (!g_ascii_isxdigit (p[i]))
        return FALSE;
    }

  return p[6] == '_';
}

static gsize
count_units (const char *text)
{
  gsize units = 0;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    units += g_utf8_get_char (p) > 0xFFFF ? 2 : 1;

  return units;
}

/**
 * suivi_xlsx_cell_text:
 * @text: (nullable): any bytes
 *
 * What may stand in a cell: valid UTF-8 that XML can hold, line ends as "\n", texts that look like an escape
 * of the format ("_x0041_") written so that they are read back as they are, and no more than the 32,767
 * UTF-16 units of a cell; what is longer ends with "…" and a note.
 *
 * Returns: (transfer full) (nullable): the text, or %NULL if @text is fine as it is
 */
char *
suivi_xlsx_cell_text (const char *text)
{
  g_autofree char *valid = NULL;
  g_autofree char *note = NULL;
  GString *out = NULL;
  gsize room = 0;
  gsize units = 0;
  gsize keep = 0;

  if (text == NULL || is_fine_as_it_is (text))
    return NULL;

  valid = suivi_text_make_valid (text, -1);
  /* Translators: stands at the end of a text that is too long for a cell of a spreadsheet; keep the first
   * sign */
  note = g_strdup (_ ("… [shortened: the text is longer than a cell can hold]"));
  room = MAX_CELL - count_units (note);

  out = g_string_sized_new (strlen (valid) + 16);
  for (const char *p = valid; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c == '\r')
        {
          if (p[1] == '\n')
            continue;
          c = '\n';
        }
      if (looks_like_escape (p))
        {
          g_string_append (out, "_x005F_");
          units += 7;
        }
      else
        {
          g_string_append_unichar (out, c);
          units += c > 0xFFFF ? 2 : 1;
        }
      if (units <= room)
        keep = out->len;
      if (units > MAX_CELL)
        {
          g_string_truncate (out, keep);
          g_string_append (out, note);
          break;
        }
    }

  return g_string_free (out, FALSE);
}

/**
 * suivi_xlsx_read_text:
 * @text: (nullable): any bytes
 *
 * What a reader finds in a cell into which @text was written.
 *
 * Returns: (transfer full) (nullable): the text, or %NULL if it is @text itself
 */
char *
suivi_xlsx_read_text (const char *text)
{
  char *cell = suivi_xlsx_cell_text (text);
  GString *read = NULL;

  if (cell == NULL)
    return NULL;

  read = g_string_new (cell);
  g_free (cell);
  g_string_replace (read, "_x005F_", "_", 0);

  return g_string_free (read, FALSE);
}

/* How wide a character is, measured in hundredths of a digit: near enough in the fonts of office programs. */
static guint
character_width (gunichar c)
{
  static const guint8 ascii[128] = {
    [' '] = 46, ['!'] = 64,  ['"'] = 80,  ['#'] = 104, ['$'] = 102, ['%'] = 160, ['&'] = 138, ['\''] = 48,
    ['('] = 62, [')'] = 62,  ['*'] = 100, ['+'] = 102, [','] = 52,  ['-'] = 64,  ['.'] = 52,  ['/'] = 78,
    [':'] = 54, [';'] = 54,  ['<'] = 102, ['='] = 102, ['>'] = 102, ['?'] = 92,  ['@'] = 178, ['I'] = 62,
    ['J'] = 66, ['M'] = 170, ['W'] = 178, ['['] = 64,  [']'] = 64,  ['f'] = 64,  ['i'] = 50,  ['j'] = 50,
    ['l'] = 50, ['m'] = 162, ['r'] = 72,  ['t'] = 70,  ['w'] = 144, ['|'] = 92,
  };

  if (c < 128 && ascii[c] != 0)
    return ascii[c];
  if (c < 128)
    return g_ascii_isupper (c) ? 124 : g_ascii_isdigit (c) ? 100 : 104;
  if (g_unichar_iszerowidth (c))
    return 0;

  return g_unichar_iswide (c) ? 215 : 110;
}

/**
 * suivi_xlsx_measure_word:
 * @text: valid UTF-8
 * @points: the size of the letters
 *
 * Returns: how wide a cell has to be so that no word of the text is broken, in the characters of column widths
 */
double
suivi_xlsx_measure_word (const char *text, double points)
{
  guint widest = 0;
  guint word = 0;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      const gunichar c = g_utf8_get_char (p);

      word = c == ' ' || c == '\n' || g_unichar_iswide (c) ? 0 : word + character_width (c);
      widest = MAX (widest, word);
    }

  return widest * points / (11.0 * 97.0);
}

/**
 * suivi_xlsx_count_lines:
 * @text: (nullable): valid UTF-8, as it will stand in a cell
 * @width: of the cell, in the characters of column widths (digits of 11 points)
 * @points: the size of the letters
 *
 * Breaks the text into lines as a spreadsheet does. Office programs are asked in vain to fit a row to its
 * text when they open a file: LibreOffice does not when the file says that Excel made it, which ours do, and
 * neither does for merged cells.
 *
 * Returns: how many lines the text takes, rather one too many than one too few; 1 and up
 */
guint
suivi_xlsx_count_lines (const char *text, double width, double points)
{
  const guint room = MAX (width, 1) * 11.0 / points * 97.0;
  guint lines = 1;
  guint line = 0;
  guint word = 0;

  /* Most cells hold a word or two, none of whose characters is wider than this. */
  if (text == NULL || (strlen (text) * 178 < room && strchr (text, '\n') == NULL))
    return 1;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = (guchar) *p < 0x80 ? (gunichar) *p : g_utf8_get_char (p);
      guint step = c == '\n' ? 0 : character_width (c);

      if (c == '\n')
        {
          lines++;
          line = 0;
          word = 0;
          continue;
        }
      /* A space at the end of a line takes no room. */
      if (line + step > room && c != ' ')
        {
          lines++;
          line = word + step <= room ? word : 0;
          word = line;
        }
      line += step;
      word = c == ' ' || c == '-' || g_unichar_iswide (c) ? 0 : word + step;
    }

  return lines;
}

/**
 * suivi_xlsx_footer_text:
 * @text: any text, in one line
 * @max_length: how many characters fit; a footer holds 255 in all
 *
 * In a footer "&" begins a command, so it is written twice.
 *
 * Returns: (transfer full): the text for a part of a footer, shortened with "…" where it is too long
 */
char *
suivi_xlsx_footer_text (const char *text, guint max_length)
{
  g_autofree char *valid = suivi_text_make_valid (text, -1);
  GString *out = g_string_new (NULL);
  guint length = 0;

  for (const char *p = valid; *p != '\0'; p = g_utf8_next_char (p))
    {
      guint width = *p == '&' ? 2 : 1;

      if (length + width >= max_length)
        {
          g_string_append (out, "…");
          break;
        }
      length += width;
      if (*p == '&')
        g_string_append (out, "&&");
      else
        g_string_append_unichar (out, g_utf8_get_char (p));
    }

  return g_string_free (out, FALSE);
}
