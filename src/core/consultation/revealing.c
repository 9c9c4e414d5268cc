/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "core/consultation/revealing-contacts.h"
#include "core/consultation/revealing-text.h"
#include "core/consultation/revealing.h"
#include "core/text/text.h"

/* A statement is a few sentences. What comes after is not looked at; more warnings than these help nobody. */
#define MAX_BYTES 65536
#define MAX_FINDS 200

/* How many words may stand between what belongs together. */
#define MAX_BETWEEN 5
#define MAX_LINKS   4

/* A capital of such a word says nothing by itself: "District", "School", "Chief", "Saint". */
#define USES_NOT_TELLING                                                                             \
  (SUIVI_WORD_COMMON | SUIVI_WORD_HARMLESS | SUIVI_WORD_TITLE | SUIVI_WORD_PLACE | SUIVI_WORD_STREET \
   | SUIVI_WORD_SCHOOL | SUIVI_WORD_ADJUNCT | SUIVI_WORD_SAINT | SUIVI_WORD_LINK | SUIVI_WORD_FAMILY \
   | SUIVI_WORD_OFFICE | SUIVI_WORD_BORN)

/* The more telling kind first. */
static const SuiviRevealingKind ranks[]
  = { SUIVI_REVEALING_CONTACT, SUIVI_REVEALING_NAME, SUIVI_REVEALING_SCHOOL,
      SUIVI_REVEALING_PLACE,   SUIVI_REVEALING_AGE,  SUIVI_REVEALING_RELATION };

static const SuiviTold *
get_word (const SuiviToldText *text, guint i)
{
  return &g_array_index (text->words, SuiviTold, i);
}

/* Whether the word stands in the same sentence as the one before it. */
static gboolean
follows (const SuiviToldText *text, guint i)
{
  return i < text->words->len && (get_word (text, i)->gap & SUIVI_BREAK_STOP) == 0;
}

static gboolean
has_use (const SuiviToldText *text, guint i, guint uses)
{
  return (get_word (text, i)->uses & uses) != 0;
}

static void
add_words (GArray *finds, const SuiviToldText *text, SuiviRevealingKind kind, guint first, guint last)
{
  SuiviRevealing find = { 0 };

  find.kind = kind;
  find.start = get_word (text, first)->start;
  find.length = get_word (text, last)->end - find.start;
  g_array_append_val (finds, find);
}

/* --------------------------------------------------------------------------------
 * Capitals
 */

static gboolean
is_telling (const SuiviToldText *text, guint i)
{
  const SuiviTold *word = get_word (text, i);

  return word->capital && word->end - word->start > 1 && (word->uses & USES_NOT_TELLING) == 0
         && !(word->weak && g_hash_table_contains (text->lower, word->folded));
}

/* Nothing but a space, a hyphen, an apostrophe, or the dot of an initial. */
static gboolean
is_joined (const SuiviToldText *text, guint i)
{
  return follows (text, i) && (get_word (text, i)->gap & SUIVI_BREAK_OTHER) == 0;
}

/* The last of the words with capitals that begin with @first: "Maria", "de", "la", "Cruz". */
static guint
find_run_end (const SuiviToldText *text, guint first)
{
  guint last = first;
  guint next = first + 1;

  while (next < text->words->len && next - last <= 3 && is_joined (text, next))
    {
      if (get_word (text, next)->capital)
        last = next;
      else if (!has_use (text, next, SUIVI_WORD_LINK))
        break;
      next++;
    }

  return last;
}

/* Looks back from the name over "of", "called", "primary" to "school" or "village". */
static gboolean
find_before (const SuiviToldText *text, guint first, guint use, guint *found)
{
  for (guint i = first; i > 0 && first - i < MAX_LINKS && is_joined (text, i); i--)
    {
      if (has_use (text, i - 1, use))
        {
          *found = i - 1;
          return TRUE;
        }
      if (!has_use (text, i - 1, SUIVI_WORD_LINK | SUIVI_WORD_ADJUNCT | SUIVI_WORD_SAINT))
        return FALSE;
    }

  return FALSE;
}

static gboolean
find_after (const SuiviToldText *text, guint last, guint use, guint *found)
{
  for (guint i = last + 1; i < text->words->len && i - last < MAX_LINKS && is_joined (text, i); i++)
    {
      if (has_use (text, i, use))
        {
          *found = i;
          return TRUE;
        }
      if (!has_use (text, i, SUIVI_WORD_ADJUNCT))
        return FALSE;
    }

  return FALSE;
}

/* The words from @first to @last have capitals, the first and the last of them are telling. What they are is
 * said by what stands beside them. */
static void
judge_run (GArray *finds, const SuiviToldText *text, guint first, guint last)
{
  static const struct
  {
    guint use;
    SuiviRevealingKind kind;
  } besides[] = {
    { SUIVI_WORD_SCHOOL, SUIVI_REVEALING_SCHOOL },
    { SUIVI_WORD_SAINT, SUIVI_REVEALING_SCHOOL },
    { SUIVI_WORD_PLACE | SUIVI_WORD_STREET, SUIVI_REVEALING_PLACE },
  };
  const SuiviTold *before = first > 0 && is_joined (text, first) ? get_word (text, first - 1) : NULL;
  guint other = 0;

  /* "M. Diallo", but not "I'm Diallo". */
  if (before != NULL && (before->uses & SUIVI_WORD_TITLE) != 0
      && (before->capital || before->end - before->start > 1))
    {
      add_words (finds, text, SUIVI_REVEALING_NAME, first - 1, last);
      return;
    }

  for (gsize k = 0; k < G_N_ELEMENTS (besides); k++)
    {
      for (guint i = first; i <= last; i++)
        if (has_use (text, i, besides[k].use))
          {
            add_words (finds, text, besides[k].kind, first, last);
            return;
          }
      if (find_after (text, last, besides[k].use, &other))
        {
          add_words (finds, text, besides[k].kind, first, other);
          return;
        }
      if (find_before (text, first, besides[k].use, &other))
        {
          add_words (finds, text, besides[k].kind, other, last);
          return;
        }
    }

  if (before != NULL && (before->ends & SUIVI_WORD_PLACE_CUE) != 0)
    add_words (finds, text, SUIVI_REVEALING_PLACE, first, last);
  else
    add_words (finds, text, SUIVI_REVEALING_NAME, first, last);
}

static void
find_capitals (GArray *finds, const SuiviToldText *text)
{
  for (guint i = 0; i < text->words->len; i++)
    {
      guint end = 0;
      guint last = i;

      if (!is_telling (text, i))
        continue;
      end = find_run_end (text, i);
      for (guint k = i + 1; k <= end; k++)
        if (is_telling (text, k))
          last = k;
      judge_run (finds, text, i, last);
      i = last;
    }
}

/* --------------------------------------------------------------------------------
 * Cues
 */

/* Whether the word may be a name after a cue that is followed by one in any case: "my name is amina", but not
 * "my name is not important". */
static gboolean
may_be_named (const SuiviToldText *text, guint i)
{
  const SuiviTold *word = get_word (text, i);

  return word->number < 0
         && (word->capital || (word->uses & (SUIVI_WORD_COMMON | SUIVI_WORD_LINK | SUIVI_WORD_BETWEEN)) == 0);
}

static void
find_cues (GArray *finds, const SuiviToldText *text)
{
  static const struct
  {
    guint use;
    gboolean is_before;
    gboolean with_cue;
    SuiviRevealingKind kind;
  } cues[] = {
    { SUIVI_WORD_NAMES_NEXT, FALSE, FALSE, SUIVI_REVEALING_NAME },
    { SUIVI_WORD_PLACE_NEXT, FALSE, FALSE, SUIVI_REVEALING_PLACE },
    { SUIVI_WORD_SCHOOL_NEXT, FALSE, TRUE, SUIVI_REVEALING_SCHOOL },
    { SUIVI_WORD_PLACE_BEFORE, TRUE, TRUE, SUIVI_REVEALING_PLACE },
    { SUIVI_WORD_SCHOOL_BEFORE, TRUE, TRUE, SUIVI_REVEALING_SCHOOL },
  };

  for (guint i = 0; i < text->words->len; i++)
    for (gsize k = 0; k < G_N_ELEMENTS (cues); k++)
      {
        guint next = i + 1;
        guint last = next;

        /* Nor is "st" one in "21st". */
        if ((get_word (text, i)->ends & cues[k].use) == 0 || get_word (text, i)->gap == 0)
          continue;
        if (cues[k].is_before)
          {
            if (i > 0 && is_joined (text, i) && may_be_named (text, i - 1))
              add_words (finds, text, cues[k].kind, i - 1, i);
            continue;
          }
        /* "My name is: Amina", too. */
        if (next >= text->words->len || !may_be_named (text, next))
          continue;
        if (last + 1 < text->words->len && is_joined (text, last + 1)
            && (get_word (text, last + 1)->gap & SUIVI_BREAK_DOT) == 0 && may_be_named (text, last + 1)
            && get_word (text, last + 1)->capital == get_word (text, next)->capital)
          last++;
        add_words (finds, text, cues[k].kind, cues[k].with_cue ? i : next, last);
      }
}

/* "My uncle the headman", "the chief's son", "the father of Amina is a judge". */
static void
find_relations (GArray *finds, const SuiviToldText *text)
{
  for (guint i = 0; i < text->words->len; i++)
    {
      guint wanted = (has_use (text, i, SUIVI_WORD_FAMILY) ? SUIVI_WORD_OFFICE : 0)
                     | (has_use (text, i, SUIVI_WORD_OFFICE) ? SUIVI_WORD_FAMILY : 0);

      for (guint k = i + 1; wanted != 0 && k - i <= MAX_BETWEEN && follows (text, k); k++)
        {
          if (has_use (text, k, wanted))
            {
              add_words (finds, text, SUIVI_REVEALING_RELATION, i, k);
              break;
            }
          if (!has_use (text, k, SUIVI_WORD_BETWEEN) && !is_telling (text, k))
            break;
        }
    }
}

/* --------------------------------------------------------------------------------
 * Ages
 */

static gboolean
is_range (const SuiviToldText *text, guint first, guint end)
{
  const SuiviTold *word = NULL;

  if (get_word (text, first)->number < 0 || !follows (text, first + 1))
    return FALSE;
  word = get_word (text, first + 1);
  if (word->number >= 0 && !word->spelled)
    return (word->gap & (guint) ~SUIVI_BREAK_SPACE) != 0 && end == first + 1;
  return end == first + 2 && follows (text, first + 2) && (word->uses & SUIVI_WORD_RANGE) != 0
         && get_word (text, first + 2)->number >= 0;
}

/* "Under the age of 18", "8 to 18": no child's age. */
static gboolean
is_limit (const SuiviToldText *text, guint i)
{
  guint first = i;

  for (guint step = 1; step <= 2; step++)
    if (i >= step && is_range (text, i - step, i))
      return TRUE;
  for (guint step = 1; step <= 2; step++)
    if (is_range (text, i, i + step) && !(step == 2 && g_str_equal (get_word (text, i + 1)->folded, "and")))
      return TRUE;
  while (first > 0 && i - first < MAX_LINKS && follows (text, first)
         && has_use (text, first - 1, SUIVI_WORD_LINK | SUIVI_WORD_AGE_CUE))
    first--;

  return first > 0 && follows (text, first) && has_use (text, first - 1, SUIVI_WORD_BOUND);
}

static void
find_ages (GArray *finds, const SuiviToldText *text)
{
  for (guint i = 0; i < text->words->len; i++)
    {
      const SuiviTold *word = get_word (text, i);
      guint cue = i > 0 && follows (text, i) ? get_word (text, i - 1)->ends : 0;
      guint after = follows (text, i + 1) ? get_word (text, i + 1)->starts : 0;

      if (word->number < 2 || word->number > 25 || is_limit (text, i))
        continue;
      if ((after & SUIVI_WORD_AGE_AFTER) != 0
          || ((after & SUIVI_WORD_YEARS) != 0 && (cue & SUIVI_WORD_DURATION) == 0))
        add_words (finds, text, SUIVI_REVEALING_AGE, i, get_word (text, i + 1)->age_end - 1);
      else if ((cue & SUIVI_WORD_AGE_CUE) != 0 && (after & SUIVI_WORD_UNIT) == 0)
        add_words (finds, text, SUIVI_REVEALING_AGE, i, i);
    }
}

/* "14 May 2011", "May 14, 2011", "le 3 mars 2012": the words from a day to a year with a month among them. */
static void
find_dates (GArray *finds, const SuiviToldText *text)
{
  for (guint i = 0; i < text->words->len; i++)
    {
      guint first = i;
      guint last = i;

      if (has_use (text, i, SUIVI_WORD_MONTH))
        {
          gboolean day = FALSE;
          gboolean year = FALSE;

          for (guint k = i; k > 0 && i - k < 3 && follows (text, k); k--)
            if (get_word (text, k - 1)->number >= 1 && get_word (text, k - 1)->number <= 31)
              {
                day = TRUE;
                first = k - 1;
              }
          for (guint k = i + 1; k - i <= 3 && follows (text, k); k++)
            {
              int number = get_word (text, k)->number;

              day = day || (number >= 1 && number <= 31);
              if (number >= 1900 && number <= 2100)
                {
                  year = TRUE;
                  last = k;
                }
            }
          if (day && year)
            add_words (finds, text, SUIVI_REVEALING_AGE, first, last);
        }
      if ((get_word (text, i)->ends & SUIVI_WORD_BORN) != 0)
        {
          /* "Date of birth: …" */
          for (guint k = i + 1;
               k - i <= MAX_BETWEEN && k < text->words->len && (k == i + 1 || follows (text, k)); k++)
            if (get_word (text, k)->number >= 0)
              last = k;
          if (last > i)
            add_words (finds, text, SUIVI_REVEALING_AGE, i, last);
        }
    }
}

/* --------------------------------------------------------------------------------
 * Addresses
 */

/* "House 12", "12 Market Street", "calle Bolívar 7". */
static void
find_addresses (GArray *finds, const SuiviToldText *text)
{
  for (guint i = 0; i < text->words->len; i++)
    {
      if ((get_word (text, i)->ends & SUIVI_WORD_ADDRESS) != 0 && i + 1 < text->words->len
          && get_word (text, i + 1)->number >= 0 && !get_word (text, i + 1)->spelled)
        add_words (finds, text, SUIVI_REVEALING_CONTACT, i, i + 1);
      if (!has_use (text, i, SUIVI_WORD_STREET))
        continue;
      for (guint k = i; k > 0 && i - k < 3 && follows (text, k); k--)
        if (get_word (text, k - 1)->number >= 0 && !get_word (text, k - 1)->spelled)
          add_words (finds, text, SUIVI_REVEALING_CONTACT, k - 1, i);
      for (guint k = i + 1; k - i <= MAX_LINKS && follows (text, k); k++)
        {
          if (get_word (text, k)->number >= 0 && !get_word (text, k)->spelled)
            add_words (finds, text, SUIVI_REVEALING_CONTACT, i, k);
          if (!get_word (text, k)->capital && !has_use (text, k, SUIVI_WORD_LINK))
            break;
        }
    }
}

/* --------------------------------------------------------------------------------
 * All of it
 */

static int
compare_starts (gconstpointer a, gconstpointer b)
{
  const SuiviRevealing *first = a;
  const SuiviRevealing *second = b;

  return first->start < second->start ? -1 : first->start > second->start ? 1 : 0;
}

static gsize
get_rank (SuiviRevealingKind kind)
{
  gsize rank = 0;

  while (rank + 1 < G_N_ELEMENTS (ranks) && ranks[rank] != kind)
    rank++;

  return rank;
}

/* Finds that overlap become one, of the more telling kind. */
static GPtrArray *
merge (GArray *finds, const SuiviToldText *text)
{
  GPtrArray *merged = g_ptr_array_new_with_free_func ((GDestroyNotify) suivi_revealing_free);

  g_array_sort (finds, compare_starts);
  for (guint i = 0; i < finds->len && merged->len < MAX_FINDS;)
    {
      SuiviRevealing *one = g_new0 (SuiviRevealing, 1);
      guint end = 0;

      *one = g_array_index (finds, SuiviRevealing, i);
      end = one->start + one->length;
      for (i++; i < finds->len && g_array_index (finds, SuiviRevealing, i).start < end; i++)
        {
          const SuiviRevealing *other = &g_array_index (finds, SuiviRevealing, i);

          end = MAX (end, other->start + other->length);
          if (get_rank (other->kind) < get_rank (one->kind))
            one->kind = other->kind;
        }
      one->length = end - one->start;
      one->text = g_ucs4_to_utf8 (text->characters + one->start, one->length, NULL, NULL, NULL);
      g_ptr_array_add (merged, one);
    }

  return merged;
}

/**
 * suivi_revealing_find:
 * @text: a statement. What comes after 64 KiB is not looked at
 *
 * Looks for words that may tell who a child is, for somebody to look at before the statement is shown to
 * others: names, places, schools, ages, contacts, relatives in office. It knows no names: it goes by
 * capitals, cues ("my name is") and patterns, in English, French and Spanish, and less well in other
 * languages; in scripts without capitals by cues alone. It therefore finds too much rather than too little,
 * and proves nothing when it finds nothing.
 *
 * Returns: (transfer full) (element-type SuiviRevealing): at most 200 places in the text, in order; they do
 * not overlap
 */
GPtrArray *
suivi_revealing_find (const char *text)
{
  g_autofree char *valid = NULL;
  g_autoptr (SuiviToldText) told = NULL;
  g_autoptr (GArray) finds = g_array_new (FALSE, TRUE, sizeof (SuiviRevealing));
  gsize length = 0;

  g_return_val_if_fail (text != NULL, g_ptr_array_new_with_free_func ((GDestroyNotify) suivi_revealing_free));

  length = strlen (text);
  if (length > MAX_BYTES)
    {
      const char *end = text + MAX_BYTES;

      while (end > text && ((guchar) *end & 0xC0) == 0x80)
        end--;
      length = end - text;
    }
  valid = suivi_text_make_valid (text, length);
  told = suivi_told_text_new (valid);
  suivi_revealing_find_contacts (finds, told);
  find_capitals (finds, told);
  find_cues (finds, told);
  find_relations (finds, told);
  find_ages (finds, told);
  find_dates (finds, told);
  find_addresses (finds, told);

  return merge (finds, told);
}

/**
 * suivi_revealing_kind_to_label:
 *
 * Returns: the words shown to people, translated
 */
const char *
suivi_revealing_kind_to_label (SuiviRevealingKind kind)
{
  switch (kind)
    {
    case SUIVI_REVEALING_NAME:
      /* Translators: why words may give a child away: they look like the name of a person */
      return _ ("Name");
    case SUIVI_REVEALING_PLACE:
      /* Translators: why words may give a child away: they look like a place */
      return _ ("Place");
    case SUIVI_REVEALING_SCHOOL:
      /* Translators: why words may give a child away: they look like the name of a school, church or club */
      return _ ("School or the like");
    case SUIVI_REVEALING_AGE:
      /* Translators: why words may give a child away */
      return _ ("Exact age or date of birth");
    case SUIVI_REVEALING_CONTACT:
      /* Translators: why words may give a child away: telephone, e-mail, web or street address */
      return _ ("Telephone or address");
    case SUIVI_REVEALING_RELATION:
      /* Translators: why words may give a child away: a relative who is known by what she does, such as the
       * mayor */
      return _ ("Relative with a known role");
    default:
      g_return_val_if_reached ("");
    }
}

/**
 * suivi_revealing_free:
 * @self: (nullable) (transfer full): a find
 */
void
suivi_revealing_free (SuiviRevealing *self)
{
  if (self == NULL)
    return;

  g_free (self->text);
  g_free (self);
}
