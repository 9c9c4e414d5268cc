/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <gio/gio.h>

#include "core/drafting/dates.h"
#include "core/drafting/lexicon-private.h"

#include "suivi-drafting.h"

#define RESOURCE_FOLDER "/io/github/suivi/Suivi/drafting"
#define FILE_PREFIX     "lexicon-"
#define FILE_SUFFIX     ".txt"

/* Words of the longest name. In a text of nothing but capitals, a name would be as long as the text. */
#define MAX_NAME_LENGTH 16

/**
 * suivi_lexicon_free:
 * @self: (nullable) (transfer full): a lexicon
 */
void
suivi_lexicon_free (SuiviLexicon *self)
{
  if (self == NULL)
    return;

  for (guint i = 0; i < SUIVI_N_SECTIONS; i++)
    {
      g_clear_pointer (&self->sections[i].by_word, g_hash_table_unref);
      g_clear_pointer (&self->sections[i].by_stem, g_hash_table_unref);
      g_clear_pointer (&self->sections[i].by_chance, g_ptr_array_unref);
      g_clear_pointer (&self->sections[i].rules, g_ptr_array_unref);
      g_clear_pointer (&self->sections[i].entries, g_ptr_array_unref);
    }
  g_free (self->language);
  g_free (self);
}

typedef struct
{
  char **languages;
  gsize *lexicons; /* SuiviLexicon of each, 0 until it is asked for */
} Shelf;

/* A lexicon of ours that is missing or crooked is a fault of the build and ends the program. */
static SuiviLexicon *
load (const char *language)
{
  g_autofree char *path = g_strconcat (RESOURCE_FOLDER "/" FILE_PREFIX, language, FILE_SUFFIX, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *text = NULL;
  SuiviLexicon *self = NULL;

  bytes = g_resource_lookup_data (suivi_drafting_get_resource (), path, G_RESOURCE_LOOKUP_FLAGS_NONE, &error);
  if (bytes != NULL)
    {
      text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
      self = suivi_lexicon_new_for_text (text, &error);
    }
  if (self == NULL)
    g_error ("The lexicon %s cannot be read: %s", path, error->message);

  self->language = g_strdup (language);

  return self;
}

/* English first, since it is the language of most recommendations; the others by their code. */
static int
compare_languages (gconstpointer a, gconstpointer b)
{
  const char *language_a = *(const char *const *) a;
  const char *language_b = *(const char *const *) b;
  gboolean english_a = g_str_equal (language_a, "en");
  gboolean english_b = g_str_equal (language_b, "en");

  return english_a || english_b ? english_b - english_a : strcmp (language_a, language_b);
}

static const Shelf *
get_shelf (void)
{
  static Shelf shelf;
  static gsize loaded = 0;

  if (g_once_init_enter (&loaded))
    {
      g_autoptr (GPtrArray) languages = g_ptr_array_new ();
      g_auto (GStrv) names = g_resource_enumerate_children (suivi_drafting_get_resource (), RESOURCE_FOLDER,
                                                            G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);

      for (gsize i = 0; names != NULL && names[i] != NULL; i++)
        {
          if (g_str_has_prefix (names[i], FILE_PREFIX) && g_str_has_suffix (names[i], FILE_SUFFIX))
            g_ptr_array_add (languages,
                             g_strndup (names[i] + strlen (FILE_PREFIX),
                                        strlen (names[i]) - strlen (FILE_PREFIX) - strlen (FILE_SUFFIX)));
        }
      g_ptr_array_sort (languages, compare_languages);
      g_ptr_array_add (languages, NULL);
      shelf.languages = (char **) g_ptr_array_free (g_steal_pointer (&languages), FALSE);
      shelf.lexicons = g_new0 (gsize, g_strv_length (shelf.languages));
      g_once_init_leave (&loaded, 1);
    }

  return &shelf;
}

/**
 * suivi_lexicon_list_languages:
 *
 * Returns: (transfer none): codes of the languages that have a lexicon, English first
 */
const char *const *
suivi_lexicon_list_languages (void)
{
  return (const char *const *) get_shelf ()->languages;
}

/**
 * suivi_lexicon_get:
 * @language: (nullable): "en", "fr", …
 *
 * Returns: (transfer none): the lexicon of that language, the English one if there is none
 */
const SuiviLexicon *
suivi_lexicon_get (const char *language)
{
  const Shelf *shelf = get_shelf ();
  gsize i = 0;

  for (; language != NULL && shelf->languages[i] != NULL; i++)
    {
      if (g_str_equal (shelf->languages[i], language))
        break;
    }
  if (language == NULL || shelf->languages[i] == NULL)
    i = 0;

  if (g_once_init_enter (&shelf->lexicons[i]))
    g_once_init_leave (&shelf->lexicons[i], (gsize) load (shelf->languages[i]));

  return (const SuiviLexicon *) shelf->lexicons[i];
}

/**
 * suivi_lexicon_get_language:
 *
 * Returns: (nullable): its code; %NULL for one that was made from a text
 */
const char *
suivi_lexicon_get_language (const SuiviLexicon *self)
{
  return self->language;
}

/* A name of a ministry or law: words with capital letters, and small ones between them ("Ministry of Health and
 * Social Affairs"); without capitals, one word. */
static guint
fill_name (const SuiviLexicon *self, SuiviWords *words, guint first)
{
  const guint barriers = ~(guint) (SUIVI_GAP_SPACE | SUIVI_GAP_LINE | SUIVI_GAP_HYPHEN);
  guint end = first + 1;
  SuiviMatch join = { 0 };

  while (end < first + MAX_NAME_LENGTH)
    {
      guint next = end;

      for (guint i = 0; i < 2 && suivi_lexicon_match (self, SUIVI_SECTION_NAME_JOINS, words, next, &join);
           i++)
        next = join.end;
      if (next >= words->n || !words->items[first].capital || !words->items[next].capital
          || (words->items[next].gap & barriers) != 0 || (words->items[end].gap & barriers) != 0)
        return end;
      end = next + 1;
    }

  return end;
}

static guint
fill_slot (SuiviWords *words, SuiviSlot slot, guint first, SuiviBinding *binding, gconstpointer user_data)
{
  const SuiviLexicon *self = user_data;

  switch (slot)
    {
    case SUIVI_SLOT_NAME:
      return fill_name (self, words, first);
    case SUIVI_SLOT_NONE:
      return 0;
    case SUIVI_SLOT_NUMBER:
    case SUIVI_SLOT_YEAR:
    case SUIVI_SLOT_DAY:
    case SUIVI_SLOT_MONTH:
    case SUIVI_SLOT_UNIT:
    case SUIVI_SLOT_DATE:
    default:
      return suivi_dates_fill_slot (self, words, slot, first, binding);
    }
}

static void
try_rules (const SuiviLexicon *self, GPtrArray *rules, SuiviWords *words, guint first, SuiviMatch *best)
{
  for (guint i = 0; rules != NULL && i < rules->len; i++)
    {
      const SuiviRule *rule = g_ptr_array_index (rules, i);
      SuiviBinding binding;
      guint end = suivi_pattern_match (rule->pattern, words, first, fill_slot, self, &binding);

      if (end > best->end)
        {
          best->entry = rule->entry;
          best->first = first;
          best->end = end;
          best->form = rule->form;
          best->binding = binding;
        }
    }
}

/**
 * suivi_lexicon_match:
 * @first: a word
 * @match: (out): the longest match, set on success only
 *
 * Returns: whether something of the section begins with that word
 */
gboolean
suivi_lexicon_match (const SuiviLexicon *self,
                     SuiviSection section,
                     SuiviWords *words,
                     guint first,
                     SuiviMatch *match)
{
  const SuiviRules *rules = &self->sections[section];
  SuiviMatch best = { 0 };
  const char *word = words->items[first].folded;
  char stem[SUIVI_STEM_LENGTH + 1] = { 0 };

  if (first >= words->n)
    return FALSE;

  try_rules (self, g_hash_table_lookup (rules->by_word, word), words, first, &best);
  if (g_hash_table_size (rules->by_stem) > 0)
    {
      strncpy (stem, word, SUIVI_STEM_LENGTH);
      try_rules (self, g_hash_table_lookup (rules->by_stem, stem), words, first, &best);
    }
  if (rules->by_chance->len > 0)
    try_rules (self, rules->by_chance, words, first, &best);
  if (best.entry == NULL)
    return FALSE;

  *match = best;
  return TRUE;
}

/**
 * suivi_lexicon_find_all:
 *
 * Returns: (transfer full) (element-type SuiviMatch): what of the section is in the text, in its order; none overlaps
 * another
 */
GArray *
suivi_lexicon_find_all (const SuiviLexicon *self, SuiviSection section, SuiviWords *words)
{
  GArray *found = g_array_new (FALSE, FALSE, sizeof (SuiviMatch));
  guint i = 0;

  while (i < words->n)
    {
      SuiviMatch match = { 0 };

      if (suivi_lexicon_match (self, section, words, i, &match))
        {
          g_array_append_val (found, match);
          i = match.end;
        }
      else
        {
          i++;
        }
    }

  return found;
}

/**
 * suivi_entry_get_field:
 * @index: 0 for the first field behind the patterns
 *
 * Returns: what stands there, "" for nothing
 */
const char *
suivi_entry_get_field (const SuiviEntry *entry, guint index)
{
  for (guint i = 0; i <= index; i++)
    {
      if (entry->fields[i] == NULL)
        return "";
    }

  return entry->fields[index];
}

/**
 * suivi_entry_has_flag:
 * @index: a field of words parted by spaces
 *
 * Returns: whether @flag is among them
 */
gboolean
suivi_entry_has_flag (const SuiviEntry *entry, guint index, const char *flag)
{
  const char *field = suivi_entry_get_field (entry, index);
  gsize length = strlen (flag);

  for (const char *p = strstr (field, flag); p != NULL; p = strstr (p + 1, flag))
    {
      if ((p == field || p[-1] == ' ') && (p[length] == '\0' || p[length] == ' '))
        return TRUE;
    }

  return FALSE;
}
