/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <gio/gio.h>

#include "core/drafting/pattern.h"

/* How many words ".." stands for at most. */
#define MAX_SKIPPED 3

/* Longer than any line of a lexicon: bounds the recursion. */
#define MAX_PARTS 24

typedef struct
{
  char **words; /* folded, one of them must stand here; NULL for a slot and for ".." */
  SuiviSlot slot;
  gboolean optional;
  gboolean skips; /* ".." */
} Part;

struct _SuiviPattern
{
  Part parts[MAX_PARTS];
  guint n_parts;
};

static const char *const slots[] = {
  [SUIVI_SLOT_NUMBER] = "{number}", [SUIVI_SLOT_YEAR] = "{year}", [SUIVI_SLOT_DAY] = "{day}",
  [SUIVI_SLOT_MONTH] = "{month}",   [SUIVI_SLOT_UNIT] = "{unit}", [SUIVI_SLOT_DATE] = "{date}",
  [SUIVI_SLOT_NAME] = "{name}",
};

/* Folds one word as the text is folded; the star of an ending stays. */
static char *
fold_word (const char *word)
{
  gboolean star = g_str_has_suffix (word, "*");
  g_autoptr (SuiviWords) words = suivi_words_new (word);

  if (words->n != 1)
    return NULL;

  return g_strconcat (words->items[0].folded, star ? "*" : "", NULL);
}

static gboolean
parse_part (const char *token, Part *part)
{
  g_autofree char *inner = NULL;
  gsize length = strlen (token);

  if (g_str_equal (token, ".."))
    {
      part->skips = TRUE;
      return TRUE;
    }
  if (token[0] == '(' && token[length - 1] == ')')
    {
      part->optional = TRUE;
      inner = g_strndup (token + 1, length - 2);
    }
  else
    inner = g_strdup (token);

  for (gsize i = 1; i < G_N_ELEMENTS (slots); i++)
    {
      if (g_str_equal (inner, slots[i]))
        {
          part->slot = i;
          return TRUE;
        }
    }

  if (strpbrk (inner, "{}()[].") != NULL)
    return FALSE;

  part->words = g_strsplit (inner, "/", -1);
  for (gsize i = 0; part->words[i] != NULL; i++)
    {
      char *folded = fold_word (part->words[i]);

      if (folded == NULL)
        return FALSE;
      g_free (part->words[i]);
      part->words[i] = folded;
    }

  return part->words[0] != NULL;
}

/**
 * suivi_pattern_new:
 * @source: as written in a lexicon
 * @error: return location: what is wrong with it
 *
 * Returns: (transfer full): the pattern, or %NULL
 */
SuiviPattern *
suivi_pattern_new (const char *source, GError **error)
{
  g_autoptr (SuiviPattern) self = g_new0 (SuiviPattern, 1);
  g_autofree char *spaced = g_strdup (source);
  g_auto (GStrv) tokens = NULL;

  /* In a pattern, apostrophes and hyphens part words as they do in a text. */
  for (char *p = spaced; *p != '\0'; p++)
    {
      if (*p == '\'' || *p == '-')
        *p = ' ';
    }
  tokens = g_strsplit_set (spaced, " \t", -1);
  for (gsize i = 0; tokens[i] != NULL; i++)
    {
      if (*tokens[i] == '\0')
        continue;
      if (self->n_parts == MAX_PARTS || !parse_part (tokens[i], &self->parts[self->n_parts++]))
        {
          g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, "“%s” cannot be read in “%s”", tokens[i],
                       source);
          return NULL;
        }
    }
  if (self->n_parts == 0 || self->parts[0].skips || self->parts[self->n_parts - 1].skips)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, "“%s” must begin and end with a word", source);
      return NULL;
    }

  return g_steal_pointer (&self);
}

/**
 * suivi_pattern_free:
 * @self: (nullable) (transfer full): a pattern
 */
void
suivi_pattern_free (SuiviPattern *self)
{
  if (self == NULL)
    return;

  for (guint i = 0; i < self->n_parts; i++)
    g_strfreev (self->parts[i].words);
  g_free (self);
}

/**
 * suivi_pattern_list_beginnings:
 *
 * Returns: (transfer container) (element-type utf8) (nullable): the words that what it matches can begin with, folded,
 * some with a star; %NULL if it can begin with anything
 */
GPtrArray *
suivi_pattern_list_beginnings (SuiviPattern *self)
{
  g_autoptr (GPtrArray) beginnings = g_ptr_array_new ();

  for (guint i = 0; i < self->n_parts; i++)
    {
      const Part *part = &self->parts[i];

      if (part->words == NULL)
        return NULL;
      for (gsize j = 0; part->words[j] != NULL; j++)
        g_ptr_array_add (beginnings, part->words[j]);
      if (!part->optional)
        break;
    }

  return g_steal_pointer (&beginnings);
}

static gboolean
is_one_of (char **patterns, const char *word)
{
  for (gsize i = 0; patterns[i] != NULL; i++)
    {
      gsize length = strlen (patterns[i]);

      if (patterns[i][length - 1] == '*' ? strncmp (patterns[i], word, length - 1) == 0
                                         : g_str_equal (patterns[i], word))
        return TRUE;
    }

  return FALSE;
}

/* What belongs together stands in one breath; only a date has a comma inside ("March 1, 2028"). */
static gboolean
can_follow (SuiviWords *words, guint position, guint first, SuiviSlot slot)
{
  guint barriers = SUIVI_GAP_SEMICOLON | SUIVI_GAP_STOP | SUIVI_GAP_COLON | SUIVI_GAP_OPEN | SUIVI_GAP_CLOSE;

  if (slot != SUIVI_SLOT_YEAR)
    barriers |= SUIVI_GAP_COMMA;

  return position == first || (words->items[position].gap & barriers) == 0;
}

typedef struct
{
  SuiviPattern *pattern;
  SuiviWords *words;
  guint first;
  SuiviSlotFunc fill;
  gconstpointer user_data;
} Matcher;

static guint
match_rest (const Matcher *self, guint part_index, guint position, SuiviBinding *binding)
{
  const Part *part = &self->pattern->parts[part_index];
  SuiviBinding saved = *binding;
  guint end = 0;

  if (part_index == self->pattern->n_parts)
    return position;

  if (part->skips)
    {
      for (guint skipped = 0; skipped <= MAX_SKIPPED && position + skipped < self->words->n; skipped++)
        {
          if (skipped > 0 && !can_follow (self->words, position + skipped - 1, self->first, SUIVI_SLOT_NONE))
            return 0;
          end = match_rest (self, part_index + 1, position + skipped, binding);
          if (end > 0)
            return end;
        }
      return 0;
    }

  if (position < self->words->n && can_follow (self->words, position, self->first, part->slot))
    {
      if (part->words == NULL)
        end = self->fill (self->words, part->slot, position, binding, self->user_data);
      else if (is_one_of (part->words, self->words->items[position].folded))
        end = position + 1;
      if (end > 0)
        end = match_rest (self, part_index + 1, end, binding);
      if (end > 0)
        return end;
    }
  *binding = saved;

  return part->optional ? match_rest (self, part_index + 1, position, binding) : 0;
}

/**
 * suivi_pattern_match:
 * @first: the word to begin with
 * @fill: what finds numbers, dates and names
 * @user_data: for @fill
 * @binding: where to put what was found
 *
 * Returns: the word after the match; 0 if the words at @first do not match
 */
guint
suivi_pattern_match (SuiviPattern *self,
                     SuiviWords *words,
                     guint first,
                     SuiviSlotFunc fill,
                     gconstpointer user_data,
                     SuiviBinding *binding)
{
  const Matcher matcher = { self, words, first, fill, user_data };
  guint end = 0;

  memset (binding, 0, sizeof *binding);
  binding->number = -1;
  end = match_rest (&matcher, 0, first, binding);

  return end > first ? end : 0;
}
