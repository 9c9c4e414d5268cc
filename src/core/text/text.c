/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "core/text/text.h"

/* White space, no-break spaces too, and the vertical tab and form feed by which Word and PDF end lines and
 * pages. */
static gboolean
is_space (gunichar c)
{
  return g_unichar_isspace (c) || c == '\v' || c == '\f' || c == 0x85 || c == 0xA0 || c == 0x2007
         || c == 0x202F;
}

/* Every system's end of a line. */
static gboolean
is_line_end (gunichar c)
{
  return (c >= '\n' && c <= '\r') || c == 0x85 || c == 0x2028 || c == 0x2029;
}

/* Zero-width spaces, direction marks, soft hyphens, BOM. */
static gboolean
is_invisible (gunichar c)
{
  return (c >= 0x200B && c <= 0x200F) || (c >= 0x202A && c <= 0x202E) || c == 0x2060 || c == 0xFEFF
         || c == 0xAD;
}

/* Characters that XML 1.0 (and so every spreadsheet and word processor) cannot hold. */
static gboolean
is_forbidden (gunichar c)
{
  return (c < 0x20 && c != '\t' && c != '\n' && c != '\r') || c == 0x7F || (c & 0xFFFE) == 0xFFFE;
}

static char *
clean (const char *text, gboolean keep_lines)
{
  GString *out = NULL;
  gboolean space = FALSE;
  gboolean line = FALSE;

  if (text == NULL)
    return g_strdup ("");

  out = g_string_sized_new (strlen (text));
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (keep_lines && is_line_end (c))
        {
          line = TRUE;
        }
      else if (is_space (c))
        {
          space = TRUE;
        }
      else if (!is_invisible (c) && !is_forbidden (c))
        {
          if (out->len > 0 && line)
            g_string_append_c (out, '\n');
          else if (out->len > 0 && space)
            g_string_append_c (out, ' ');
          space = FALSE;
          line = FALSE;
          g_string_append_unichar (out, c);
        }
    }

  return g_string_free (out, FALSE);
}

/**
 * suivi_text_clean:
 * @text: (nullable): valid UTF-8
 *
 * One line: runs of white space (no-break spaces and line ends too) become one space, the ends are stripped,
 * control and zero-width characters are dropped. Case, accents and punctuation stay.
 *
 * Returns: (transfer full): the text, "" for %NULL
 */
char *
suivi_text_clean (const char *text)
{
  return clean (text, FALSE);
}

/**
 * suivi_text_clean_lines:
 * @text: (nullable): valid UTF-8
 *
 * As suivi_text_clean(), but line ends stay; empty lines go.
 *
 * Returns: (transfer full): the text, "" for %NULL
 */
char *
suivi_text_clean_lines (const char *text)
{
  return clean (text, TRUE);
}

/**
 * suivi_text_fold:
 * @text: (nullable): valid UTF-8
 *
 * For comparing, never for showing: cleaned, without accents, lower case, curly quotes and dashes made plain.
 *
 * Returns: (transfer full): the folded text, "" for %NULL
 */
char *
suivi_text_fold (const char *text)
{
  g_autofree char *plain = clean (text, FALSE);
  g_autoptr (GString) cleaned = g_string_new (plain);
  g_autofree char *decomposed = NULL;
  g_autofree char *lower = NULL;
  GString *out = NULL;

  /* The acute accent that stands alone serves as an apostrophe; normalizing would make a space of it. */
  g_string_replace (cleaned, "\302\264", "'", 0);
  decomposed = g_utf8_normalize (cleaned->str, cleaned->len, G_NORMALIZE_ALL);
  if (decomposed == NULL)
    return g_strdup ("");

  lower = g_utf8_casefold (decomposed, -1);
  out = g_string_sized_new (strlen (lower));
  for (const char *p = lower; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_ismark (c))
        continue;
      if (c == 0x2018 || c == 0x2019 || c == 0x201B || c == 0x02BC || c == 0x2032 || c == '`')
        c = '\'';
      else if (c == 0x201C || c == 0x201D || c == 0x00AB || c == 0x00BB)
        c = '"';
      else if ((c >= 0x2010 && c <= 0x2015) || c == 0x2212)
        c = '-';
      else if (c == 0x0131) /* dotless i: Turkish names are written both ways */
        c = 'i';
      g_string_append_unichar (out, c);
    }

  return g_string_free (out, FALSE);
}

/* What names and labels in real exports hold: apostrophes, spaces, "&", accented letters. Numbers cover the
 * rest. */
static const struct
{
  const char *name;
  gunichar character;
} entities[] = {
  { "amp", '&' },      { "nbsp", 0xA0 },    { "apos", '\'' },    { "quot", '"' },      { "rsquo", 0x2019 },
  { "ldquo", 0x201C }, { "rdquo", 0x201D }, { "mdash", 0x2014 }, { "hellip", 0x2026 }, { "lt", '<' },
  { "gt", '>' },       { "lrm", 0x200E },   { "lsquo", 0x2018 }, { "ndash", 0x2013 },  { "shy", 0xAD },
  { "ocirc", 0xF4 },   { "Ocirc", 0xD4 },   { "eacute", 0xE9 },  { "Eacute", 0xC9 },   { "egrave", 0xE8 },
  { "aacute", 0xE1 },  { "iacute", 0xED },  { "oacute", 0xF3 },  { "uacute", 0xFA },   { "uuml", 0xFC },
  { "iuml", 0xEF },    { "euml", 0xEB },    { "atilde", 0xE3 },  { "ccedil", 0xE7 },   { "ntilde", 0xF1 },
  { "Icirc", 0xCE },   { "icirc", 0xEE },
};

/* The longest name or number that is looked at: text without entities must cost nothing but a look at each
 * byte. */
#define MAX_ENTITY_LENGTH 10

/* Reads one HTML entity at p ("&rsquo;", "&#8217;", "&#x2019;"; "&nbsp" also without its semicolon, as
 * exports have it). Returns its length, 0 if it is none that we know. */
static gsize
read_entity (const char *p, gunichar *character)
{
  const char *name = p + 1;
  gsize length = 0;

  if (*p != '&')
    return 0;
  while (length < MAX_ENTITY_LENGTH && (name[length] == '#' || g_ascii_isalnum (name[length])))
    length++;
  if (length == 0)
    return 0;
  if (name[length] != ';')
    {
      if (!g_str_has_prefix (name, "nbsp"))
        return 0;
      *character = 0xA0;
      return strlen ("&nbsp");
    }

  if (name[0] == '#')
    {
      gboolean hex = name[1] == 'x' || name[1] == 'X';
      const char *digits = name + (hex ? 2 : 1);
      char *end = NULL;
      guint64 number = 0;

      if (!g_ascii_isxdigit (*digits))
        return 0;
      number = g_ascii_strtoull (digits, &end, hex ? 16 : 10);
      if (end != name + length || number == 0 || number > 0x10FFFF || !g_unichar_validate (number))
        return 0;
      *character = number;
      return length + 2;
    }

  for (gsize i = 0; i < G_N_ELEMENTS (entities); i++)
    {
      if (strlen (entities[i].name) == length && strncmp (entities[i].name, name, length) == 0)
        {
          *character = entities[i].character;
          return length + 2;
        }
    }

  return 0;
}

/**
 * suivi_text_decode_entities:
 * @text: (nullable): valid UTF-8
 *
 * Replaces the HTML entities that leak into exports: "&rsquo;", "&#8217;", "&#x2019;", "&nbsp;". What is no
 * entity, or one that is not in our list, stays. Tags are no business of this function.
 *
 * Returns: (transfer full): the text, "" for %NULL
 */
char *
suivi_text_decode_entities (const char *text)
{
  GString *out = g_string_new (NULL);

  for (const char *p = text != NULL ? text : ""; *p != '\0';)
    {
      gunichar c = 0;
      gsize length = read_entity (p, &c);

      if (length > 0)
        {
          g_string_append_unichar (out, c);
          p += length;
        }
      else
        {
          g_string_append_c (out, *p);
          p++;
        }
    }

  return g_string_free (out, FALSE);
}

/**
 * suivi_text_make_valid:
 * @text: bytes that should be UTF-8
 * @length: their number, or -1 if they end with a NUL
 *
 * What every writer needs: no invalid sequence, no surrogate, no character that XML 1.0 forbids.
 *
 * Returns: (transfer full): valid UTF-8 that any XML file can hold; line ends and tabs stay
 */
char *
suivi_text_make_valid (const char *text, gssize length)
{
  g_autofree char *valid = g_utf8_make_valid (text, length);
  GString *out = g_string_sized_new (strlen (valid));

  for (const char *p = valid; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (!is_forbidden (c))
        g_string_append_unichar (out, c);
    }

  return g_string_free (out, FALSE);
}

/**
 * suivi_text_is_blank:
 * @text: (nullable): valid UTF-8
 *
 * Returns: whether there is nothing to read in it
 */
gboolean
suivi_text_is_blank (const char *text)
{
  for (const char *p = text; p != NULL && *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (!is_space (c) && !is_invisible (c) && !is_forbidden (c))
        return FALSE;
    }

  return TRUE;
}

/**
 * suivi_enum_to_nick:
 *
 * Returns: the nick of @value in the enumeration @type; a programmer error if there is none
 */
const char *
suivi_enum_to_nick (GType type, int value)
{
  g_autoptr (GEnumClass) klass = g_type_class_ref (type);
  GEnumValue *enum_value = g_enum_get_value (klass, value);

  g_return_val_if_fail (enum_value != NULL, "");

  /* Static types are never unloaded: the nick outlives the class reference. */
  return enum_value->value_nick;
}

/**
 * suivi_enum_from_nick:
 * @nick: (nullable): a word
 * @value: (out): set on success only
 *
 * Returns: whether the enumeration @type has that nick
 */
gboolean
suivi_enum_from_nick (GType type, const char *nick, int *value)
{
  g_autoptr (GEnumClass) klass = g_type_class_ref (type);
  GEnumValue *enum_value = nick != NULL ? g_enum_get_value_by_nick (klass, nick) : NULL;

  if (enum_value == NULL)
    return FALSE;

  *value = enum_value->value;
  return TRUE;
}

/**
 * suivi_strv_equal:
 * @a: (nullable): a list
 * @b: (nullable): another; %NULL is the same as empty
 *
 * Returns: whether both hold the same strings in the same order
 */
gboolean
suivi_strv_equal (const char *const *a, const char *const *b)
{
  static const char *const empty[] = { NULL };

  return g_strv_equal (a != NULL ? a : empty, b != NULL ? b : empty);
}
