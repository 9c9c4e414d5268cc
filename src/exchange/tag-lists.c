/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "core/reference/tags.h"
#include "core/text/text.h"
#include "exchange/tag-lists.h"

/* The longest list that we know has 17 SDGs; there are some 150 themes. */
#define MAX_TAGS 400

/* A separator row names a theme; what is longer is a note. */
#define MAX_THEME 200

struct _SuiviTagLists
{
  GPtrArray *tags[SUIVI_N_TAG_KINDS]; /* char, canonical */
  GPtrArray *keys[SUIVI_N_TAG_KINDS]; /* char, folded */
};

/* Folded sub-headings of all generations of lists. */
static const struct
{
  const char *heading;
  SuiviTagKind kind;
} headings[] = {
  { "themes", SUIVI_TAG_THEMES },
  { "theme", SUIVI_TAG_THEMES },
  { "human rights themes", SUIVI_TAG_THEMES },
  { "full list of themes", SUIVI_TAG_THEMES },
  { "full list of rights", SUIVI_TAG_THEMES },
  { "rights", SUIVI_TAG_THEMES },
  { "rights or areas", SUIVI_TAG_THEMES },
  { "affected persons", SUIVI_TAG_GROUPS },
  { "affected person", SUIVI_TAG_GROUPS },
  { "persons affected", SUIVI_TAG_GROUPS },
  { "groups of persons", SUIVI_TAG_GROUPS },
  { "group of persons", SUIVI_TAG_GROUPS },
  { "groups", SUIVI_TAG_GROUPS },
  { "persons", SUIVI_TAG_GROUPS },
  { "sdgs", SUIVI_TAG_SDGS },
  { "sdg", SUIVI_TAG_SDGS },
  { "relevant sdgs", SUIVI_TAG_SDGS },
  { "sustainable development goals", SUIVI_TAG_SDGS },
  { "sustainable development goals (sdgs)", SUIVI_TAG_SDGS },
};

/**
 * suivi_tag_lists_new:
 *
 * Returns: (transfer full): empty lists
 */
SuiviTagLists *
suivi_tag_lists_new (void)
{
  SuiviTagLists *self = g_new0 (SuiviTagLists, 1);

  for (guint i = 0; i < SUIVI_N_TAG_KINDS; i++)
    {
      self->tags[i] = g_ptr_array_new_with_free_func (g_free);
      self->keys[i] = g_ptr_array_new_with_free_func (g_free);
    }

  return self;
}

/**
 * suivi_tag_lists_free:
 * @self: (nullable) (transfer full): lists
 */
void
suivi_tag_lists_free (SuiviTagLists *self)
{
  if (self == NULL)
    return;

  for (guint i = 0; i < SUIVI_N_TAG_KINDS; i++)
    {
      g_ptr_array_unref (self->tags[i]);
      g_ptr_array_unref (self->keys[i]);
    }
  g_free (self);
}

static char *
make_canonical (SuiviTagKind kind, const char *label)
{
  switch (kind)
    {
    case SUIVI_TAG_THEMES:
      return suivi_theme_canonical (label);
    case SUIVI_TAG_GROUPS:
      return suivi_group_canonical (label);
    case SUIVI_TAG_SDGS:
      return suivi_sdg_code (label);
    default:
      g_return_val_if_reached (NULL);
    }
}

static void
insert (SuiviTagLists *self, SuiviTagKind kind, const char *label, gboolean first)
{
  g_autofree char *tag = make_canonical (kind, label);
  g_autofree char *key = suivi_text_fold (tag);

  if (suivi_text_is_blank (tag) || self->tags[kind]->len >= MAX_TAGS
      || g_ptr_array_find_with_equal_func (self->keys[kind], key, g_str_equal, NULL))
    return;

  g_ptr_array_insert (self->tags[kind], first ? 0 : -1, g_steal_pointer (&tag));
  g_ptr_array_insert (self->keys[kind], first ? 0 : -1, g_steal_pointer (&key));
}

/* Whether the line is a sub-heading, "Affected persons:"; what follows on the same line is the first tag. */
static gboolean
read_heading (const char *line, SuiviTagKind *kind, const char **rest)
{
  const char *colon = strchr (line, ':');
  g_autofree char *head = g_strndup (line, colon != NULL ? (gsize) (colon - line) : strlen (line));
  g_autofree char *folded = suivi_text_fold (head);

  for (gsize i = 0; i < G_N_ELEMENTS (headings); i++)
    {
      if (g_str_equal (folded, headings[i].heading))
        {
          *kind = headings[i].kind;
          *rest = colon != NULL ? colon + 1 : line + strlen (line);
          return TRUE;
        }
    }

  return FALSE;
}

/**
 * suivi_tag_lists_read:
 * @cell: a cell: one tag per line, coded ("F31 Children: …") or not ("- Children: …"), under sub-headings or
 * none
 * @kind: what the lines are before the first sub-heading
 *
 * Adds what the cell says, in order, each tag once. SDGs that do not exist are left out.
 */
void
suivi_tag_lists_read (SuiviTagLists *self, const char *cell, SuiviTagKind kind)
{
  g_autofree char *cleaned = NULL;
  g_autofree char *decoded = NULL;
  g_auto (GStrv) lines = NULL;

  g_return_if_fail (self != NULL);
  g_return_if_fail (cell != NULL);

  cleaned = suivi_text_clean_lines (cell);
  decoded = suivi_text_decode_entities (cleaned);
  lines = g_strsplit (decoded, "\n", -1);
  for (gsize i = 0; lines[i] != NULL; i++)
    {
      const char *label = lines[i];

      read_heading (lines[i], &kind, &label);
      insert (self, kind, label, FALSE);
    }
}

/**
 * suivi_tag_lists_prepend:
 * @label: a tag
 *
 * Puts the tag first, unless the list has it.
 */
void
suivi_tag_lists_prepend (SuiviTagLists *self, SuiviTagKind kind, const char *label)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (label != NULL);

  insert (self, kind, label, TRUE);
}

/**
 * suivi_tag_lists_to_strv:
 *
 * Returns: (transfer full): the tags of one kind, in order
 */
char **
suivi_tag_lists_to_strv (SuiviTagLists *self, SuiviTagKind kind)
{
  char **strv = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  strv = g_new0 (char *, self->tags[kind]->len + 1);
  for (guint i = 0; i < self->tags[kind]->len; i++)
    strv[i] = g_strdup (self->tags[kind]->pdata[i]);

  return strv;
}

/* What stands before the colon of a separator row, folded. */
static gboolean
is_separator_word (const char *word)
{
  static const char *const words[] = { "theme",
                                       "themes",
                                       "right or area",
                                       "rights or areas",
                                       "right/area",
                                       "right",
                                       "rights",
                                       "area",
                                       "areas",
                                       "issue",
                                       "human rights theme",
                                       "primary theme",
                                       "main theme",
                                       "thematic area",
                                       "cluster",
                                       NULL };
  g_autofree char *folded = suivi_text_fold (word);

  return g_strv_contains (words, folded);
}

/* "A12 ", "2.1. ": a theme that has its code needs no word before it. */
static gboolean
has_theme_code (const char *text)
{
  if (g_ascii_isupper (text[0]) && g_ascii_isdigit (text[1]))
    return text[1 + strspn (text + 1, "0123456789.")] == ' ';

  return g_ascii_isdigit (text[0]) && text[1] == '.' && g_ascii_isdigit (text[2])
         && text[2 + strspn (text + 2, "0123456789.")] == ' ';
}

/**
 * suivi_tag_lists_read_separator:
 * @text: a row that has nothing but one cell, "Theme: Right to health", "Right or area: 2.1. …", "A12 …"
 *
 * Returns: (transfer full) (nullable): the theme of the rows that follow; %NULL if the row does not name one
 */
char *
suivi_tag_lists_read_separator (const char *text)
{
  g_autofree char *decoded = suivi_text_decode_entities (text);
  g_autofree char *cleaned = suivi_text_clean (decoded);
  char *colon = strchr (cleaned, ':');
  g_autofree char *theme = NULL;

  if (strlen (cleaned) > MAX_THEME)
    return NULL;

  if (colon != NULL)
    {
      g_autofree char *word = g_strndup (cleaned, colon - cleaned);

      if (is_separator_word (word))
        theme = suivi_theme_canonical (colon + 1);
    }
  if (theme == NULL && has_theme_code (cleaned))
    theme = suivi_theme_canonical (cleaned);

  return theme != NULL && *theme != '\0' ? g_steal_pointer (&theme) : NULL;
}
