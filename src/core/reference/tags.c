/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "core/reference/table.h"
#include "core/reference/tags.h"
#include "core/text/text.h"

typedef struct
{
  const char *label;
  gboolean child; /* whether it is about children and nothing else */
} Tag;

typedef struct
{
  SuiviTable *themes;
  SuiviTable *groups;
  SuiviTable *sdgs;
  GHashTable *theme_by_key; /* key (char) → Tag */
  GHashTable *group_by_key; /* key (char) → Tag */
  GHashTable *sdg_titles;   /* code (const char) → title (const char) */
} Tags;

static GHashTable *
load_labels (SuiviTable *table, const char *label_column)
{
  GHashTable *by_key = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  guint label = suivi_table_get_column (table, label_column);
  guint child = suivi_table_get_column (table, "child");

  for (guint i = 0; i < suivi_table_get_n_rows (table); i++)
    {
      Tag *tag = g_new0 (Tag, 1);

      tag->label = suivi_table_get (table, i, label);
      tag->child = g_str_equal (suivi_table_get (table, i, child), "core");
      g_hash_table_insert (by_key, suivi_table_make_key (tag->label), tag);
    }

  return by_key;
}

static Tags *
get_tags (void)
{
  static Tags tags;
  static gsize loaded = 0;

  if (g_once_init_enter (&loaded))
    {
      guint code = 0;
      guint title = 0;

      tags.themes = suivi_table_load ("themes.tsv");
      tags.groups = suivi_table_load ("groups.tsv");
      tags.sdgs = suivi_table_load ("sdgs.tsv");
      tags.theme_by_key = load_labels (tags.themes, "theme");
      tags.group_by_key = load_labels (tags.groups, "group");
      tags.sdg_titles = g_hash_table_new (g_str_hash, g_str_equal);
      code = suivi_table_get_column (tags.sdgs, "code");
      title = suivi_table_get_column (tags.sdgs, "title");
      for (guint i = 0; i < suivi_table_get_n_rows (tags.sdgs); i++)
        g_hash_table_insert (tags.sdg_titles, (gpointer) suivi_table_get (tags.sdgs, i, code),
                             (gpointer) suivi_table_get (tags.sdgs, i, title));
      g_once_init_leave (&loaded, 1);
    }

  return &tags;
}

/* The signs that stand before an item of a list: "- ", "• ", "* ". */
static const char *
skip_bullet (const char *p)
{
  while (*p != '\0')
    {
      gunichar c = g_utf8_get_char (p);

      if (c != ' ' && c != '-' && c != '*' && c != 0xB7 && c != 0x2022 && !(c >= 0x2010 && c <= 0x2015))
        break;
      p = g_utf8_next_char (p);
    }

  return p;
}

/* "A12 ", "F31. ", "2.1. ", "E 3.2 ": the codes of lists made until about 2019. "2030 Agenda" has none. */
static const char *
skip_code (const char *label)
{
  const char *p = label;
  gboolean letter = g_ascii_isupper (*p);
  gboolean space = FALSE;
  gsize digits = 0;
  guint dots = 0;

  if (letter)
    {
      p++;
      space = *p == ' ';
      p += space;
    }
  for (;;)
    {
      digits = strspn (p, "0123456789");
      if (digits > 2 || (digits == 0 && dots == 0))
        return label;
      p += digits;
      if (digits == 0 || *p != '.')
        break;
      dots++;
      p++;
    }
  if (*p != ' ' && p[-1] != '.')
    return label;
  if (dots == 0 && (!letter || space))
    return label;
  while (*p == ' ')
    p++;

  return *p != '\0' ? p : label;
}

static char *
clean_label (const char *label, gboolean coded)
{
  g_autofree char *cleaned = suivi_text_clean (label);
  const char *p = skip_bullet (cleaned);
  gsize length = 0;
  GString *out = NULL;

  if (coded)
    p = skip_code (p);
  length = strlen (p);
  while (length > 0 && strchr (" ;,", p[length - 1]) != NULL)
    length--;
  out = g_string_new_len (p, length);
  if (length > 0)
    {
      gsize first = g_utf8_next_char (out->str) - out->str;
      char capital[6] = { 0 };
      int n = 0;

      /* Not g_utf8_strup(): in a Turkish locale that makes "İnstitutions" of "institutions". */
      n = g_unichar_to_utf8 (g_unichar_toupper (g_utf8_get_char (out->str)), capital);
      g_string_erase (out, 0, first);
      g_string_insert_len (out, 0, capital, n);
    }

  return g_string_free (out, FALSE);
}

static char *
canonical (GHashTable *by_key, char *label)
{
  g_autofree char *cleaned = label;
  g_autofree char *key = suivi_table_make_key (cleaned);
  Tag *tag = g_hash_table_lookup (by_key, key);

  return tag != NULL ? g_strdup (tag->label) : g_steal_pointer (&cleaned);
}

/**
 * suivi_theme_canonical:
 * @label: (nullable): one line of themes of an official list: "- Right to health", "F31 Children: …"
 *
 * Without the dash and the code of older lists. A theme of data/reference/themes.tsv gets the spelling of the
 * table (case, accents, white space and "&" for "and" make no difference); any other keeps its own, with a
 * capital first. Older names are not replaced by current ones: what the source says stays.
 *
 * Returns: (transfer full): the theme, "" if there is none
 */
char *
suivi_theme_canonical (const char *label)
{
  return canonical (get_tags ()->theme_by_key, clean_label (label, TRUE));
}

/**
 * suivi_group_canonical:
 * @label: (nullable): one line of groups of persons of an official list: "- children"
 *
 * As suivi_theme_canonical(), with data/reference/groups.tsv.
 *
 * Returns: (transfer full): the group, "" if there is none
 */
char *
suivi_group_canonical (const char *label)
{
  return canonical (get_tags ()->group_by_key, clean_label (label, FALSE));
}

/* --- Sustainable Development Goals ------------------------------------------------------------------------
 */

static const char *
skip_word (const char *p, const char *word)
{
  gsize length = strlen (word);

  return g_ascii_strncasecmp (p, word, length) == 0 && !g_ascii_isalpha (p[length]) ? p + length : NULL;
}

/* "SDG 5", "SDG: 5", "Goal 5", "Target 5.2", in the languages of official lists. */
static const char *
skip_sdg_word (const char *p)
{
  static const char *const words[]
    = { "sdgs", "sdg", "goal", "target", "ods", "odd", "objectif", "objetivo", "cible", "meta" };

  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    {
      const char *rest = skip_word (p, words[i]);

      if (rest != NULL)
        return rest + strspn (rest, " :.-#");
    }

  return p;
}

/* A dash that stands alone, before the words of a label. */
static gboolean
is_dash (const char *p)
{
  gunichar c = g_utf8_get_char (p);

  return (c == '-' || (c >= 0x2010 && c <= 0x2015))
         && !g_unichar_isalnum (g_utf8_get_char (g_utf8_next_char (p)));
}

/**
 * suivi_sdg_code:
 * @label: (nullable): "- 16 - PEACE, JUSTICE AND STRONG INSTITUTIONS", "16.a - Strong institutions", "SDG 5",
 * "5.2"
 *
 * The code of a goal (1–17) or of one of the 169 targets (data/reference/sdgs.tsv), which is what counts: the
 * words after it differ from file to file. A number that begins a sentence ("5 years after") is no code.
 *
 * Returns: (transfer full) (nullable): "16", "16.a"; %NULL if there is none
 */
char *
suivi_sdg_code (const char *label)
{
  Tags *tags = get_tags ();
  g_autofree char *cleaned = suivi_text_clean (label);
  g_autofree char *code = NULL;
  g_autofree char *rest_key = NULL;
  g_autofree char *title_key = NULL;
  const char *start = skip_bullet (cleaned);
  const char *p = skip_sdg_word (start);
  const char *title = NULL;
  gboolean named = p != start;
  gsize digits = 0;

  while (*p == '0')
    p++;
  digits = strspn (p, "0123456789");
  if (digits == 0 || digits > 2)
    return NULL;
  code = g_strndup (p, digits);
  p += digits;

  if (p[0] == '.' && g_ascii_isalnum (p[1]))
    {
      gsize length = g_ascii_isdigit (p[1]) ? strspn (p + 1, "0123456789") : 1;
      g_autofree char *target = g_ascii_strdown (p + 1, length);
      char *whole = g_strconcat (code, ".", target, NULL);

      g_free (code);
      code = whole;
      p += 1 + length;
    }

  title = g_hash_table_lookup (tags->sdg_titles, code);
  if (title == NULL)
    return NULL;

  /* What follows must not make another number ("16.1.2"), or a sentence ("5 years", "5-year plan"), of it. */
  if (p[0] == '.' && g_ascii_isalnum (p[1]))
    return NULL;
  if (*p == '\0' || strchr (".:;,)", *p) != NULL)
    return g_steal_pointer (&code);
  if (g_unichar_isalnum (g_utf8_get_char (p)))
    return NULL;
  if (named || is_dash (p) || (*p == ' ' && (p[1] == ':' || is_dash (p + 1))))
    return g_steal_pointer (&code);
  rest_key = suivi_table_make_key (p);
  title_key = suivi_table_make_key (title);

  return g_str_equal (rest_key, title_key) ? g_steal_pointer (&code) : NULL;
}

/**
 * suivi_sdg_get_title:
 * @code: (nullable): "16" or "16.2"
 *
 * Returns: (nullable): the short title in English, never freed; %NULL if there is no such goal or target
 */
const char *
suivi_sdg_get_title (const char *code)
{
  return code != NULL ? g_hash_table_lookup (get_tags ()->sdg_titles, code) : NULL;
}

/* --- about children ---------------------------------------------------------------------------------------
 */

/* A label that is not in the table is judged by what stands before its colon or bracket: "Children: …" as
 * "Children". */
static gboolean
is_child (GHashTable *by_key, const char *label)
{
  g_autofree char *key = suivi_table_make_key (label);
  g_autofree char *head = NULL;
  g_autofree char *head_key = NULL;
  Tag *tag = g_hash_table_lookup (by_key, key);

  if (tag == NULL)
    {
      head = g_strndup (label, strcspn (label, ":("));
      head_key = suivi_table_make_key (head);
      tag = g_hash_table_lookup (by_key, head_key);
    }

  return tag != NULL && tag->child;
}

/**
 * suivi_tags_child_focused:
 * @themes: (nullable): themes, %NULL-terminated
 * @groups: (nullable): groups of persons, %NULL-terminated
 *
 * The tables say which themes and groups are about children at their core ("Children: juvenile justice",
 * "Children"). What concerns children among others ("Women & girls", "Right to education") does not count.
 *
 * Returns: whether one of the tags is about children
 */
gboolean
suivi_tags_child_focused (const char *const *themes, const char *const *groups)
{
  Tags *tags = get_tags ();

  for (gsize i = 0; themes != NULL && themes[i] != NULL; i++)
    {
      g_autofree char *theme = suivi_theme_canonical (themes[i]);

      if (is_child (tags->theme_by_key, theme))
        return TRUE;
    }
  for (gsize i = 0; groups != NULL && groups[i] != NULL; i++)
    {
      g_autofree char *group = suivi_group_canonical (groups[i]);

      if (is_child (tags->group_by_key, group))
        return TRUE;
    }

  return FALSE;
}
