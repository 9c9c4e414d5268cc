/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <gio/gio.h>

#include "core/drafting/dates.h"
#include "core/drafting/sentence-grammar.h"

#include "suivi-drafting.h"

#define RESOURCE_FOLDER "/io/github/suivi/Suivi/drafting/"
#define FILE_PREFIX     "sentence-"

/* What a line may ask for besides a part of the form. */
#define CONDITION_CLAUSE (SUIVI_N_SENTENCE_PARTS)
#define CONDITION_PEOPLE (SUIVI_N_SENTENCE_PARTS + 1)
#define CONDITION_NONE   (SUIVI_N_SENTENCE_PARTS + 2)

/* "de el" → "del", "que aucun" → "qu'aucun". */
typedef struct
{
  char *left;   /* last word before a part */
  char *right;  /* first word of the part; NULL: any that begins with a vowel */
  char *joined; /* what stands in place of both; before a vowel, of the left one */
} Seam;

typedef struct
{
  char *kind;
  char *words;
} Deadline;

/* The tables are a part of the program: a fault in them is a fault of the build. */
G_NORETURN static void
complain (const char *language, const char *line)
{
  g_error (FILE_PREFIX "%s.txt: this line cannot be read: %s", language, line);
}

static SuiviSentenceLine *
parse_line (const char *language, const char *source, char **fields)
{
  SuiviSentenceLine *line = g_new0 (SuiviSentenceLine, 1);
  g_auto (GStrv) words = g_strsplit (fields[0], " ", -1);
  guint n = g_strv_length (words);
  SuiviSentencePart other = 0;

  if (fields[1] == NULL || (n != 1 && n != 3) || !suivi_sentence_part_from_nick (words[0], &line->part))
    complain (language, source);
  line->before = g_strdup (fields[1]);
  line->condition = CONDITION_NONE;
  if (n == 1)
    return line;

  line->without = g_str_equal (words[1], "without");
  if (!line->without && !g_str_equal (words[1], "with"))
    complain (language, source);
  if (g_str_equal (words[2], "clause"))
    line->condition = CONDITION_CLAUSE;
  else if (g_str_equal (words[2], "people"))
    line->condition = CONDITION_PEOPLE;
  else if (suivi_sentence_part_from_nick (words[2], &other))
    line->condition = other;
  else
    complain (language, source);

  return line;
}

static Seam *
parse_seam (const char *language, const char *source, char **fields)
{
  Seam *seam = g_new0 (Seam, 1);
  g_auto (GStrv) words = g_strsplit (fields[0], " ", -1);

  if (fields[1] == NULL || g_strv_length (words) != 2)
    complain (language, source);
  seam->left = g_strdup (words[0]);
  seam->right = g_str_equal (words[1], "{vowel}") ? NULL : g_strdup (words[1]);
  seam->joined = g_strdup (fields[1]);

  return seam;
}

static Deadline *
parse_deadline (const char *language, const char *source, char **fields)
{
  Deadline *deadline = NULL;

  if (fields[1] == NULL)
    complain (language, source);
  deadline = g_new0 (Deadline, 1);
  deadline->kind = g_strdup (fields[0]);
  deadline->words = g_strdup (fields[1]);

  return deadline;
}

static SuiviEntry *
parse_verb (char **fields)
{
  SuiviEntry *entry = g_new0 (SuiviEntry, 1);

  entry->name = g_strdup (fields[0]);
  entry->fields = g_strdupv (fields + 1);

  return entry;
}

/* Words are compared in the form in which SuiviWords has them. */
static void
add_clauses (SuiviGrammar *self, const char *line)
{
  g_autoptr (SuiviWords) words = suivi_words_new (line);

  for (guint i = 0; i < words->n; i++)
    g_hash_table_add (self->clauses, g_strdup (words->items[i].folded));
}

static void
read_line (SuiviGrammar *self, const char *language, const char *section, const char *line)
{
  g_auto (GStrv) fields = g_strsplit (line, "|", -1);

  for (gsize i = 0; fields[i] != NULL; i++)
    g_strstrip (fields[i]);

  if (g_strcmp0 (section, "[parts]") == 0)
    g_ptr_array_add (self->lines, parse_line (language, line, fields));
  else if (g_strcmp0 (section, "[seams]") == 0)
    g_ptr_array_add (self->seams, parse_seam (language, line, fields));
  else if (g_strcmp0 (section, "[deadlines]") == 0)
    g_ptr_array_add (self->deadlines, parse_deadline (language, line, fields));
  else if (g_strcmp0 (section, "[months]") == 0 && self->months == NULL)
    self->months = g_strsplit (line, ", ", -1);
  else if (g_strcmp0 (section, "[clauses]") == 0)
    add_clauses (self, line);
  else if (g_strcmp0 (section, "[verbs]") == 0)
    g_ptr_array_add (self->verbs, parse_verb (fields));
  else
    complain (language, line);
}

static SuiviGrammar *
load (const char *language)
{
  g_autofree char *path = g_strconcat (RESOURCE_FOLDER FILE_PREFIX, language, ".txt", NULL);
  g_autoptr (GBytes) bytes = g_resource_lookup_data (suivi_drafting_get_resource (), path,
                                                     G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;
  const char *section = NULL;
  SuiviGrammar *self = NULL;

  if (bytes == NULL)
    return NULL;

  self = g_new0 (SuiviGrammar, 1);
  self->lexicon = suivi_lexicon_get (language);
  self->lines = g_ptr_array_new ();
  self->verbs = g_ptr_array_new ();
  self->seams = g_ptr_array_new ();
  self->deadlines = g_ptr_array_new ();
  self->clauses = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  lines = g_strsplit (text, "\n", -1);
  for (gsize i = 0; lines[i] != NULL; i++)
    {
      const char *line = g_strstrip (lines[i]);

      if (*line == '[')
        section = line;
      else if (*line != '\0' && *line != '#')
        read_line (self, language, section, line);
    }
  /* The object follows the verb: what is read begins with it. */
  if (self->lines->len == 0 || ((SuiviSentenceLine *) self->lines->pdata[0])->part != SUIVI_SENTENCE_OBJECT
      || *((SuiviSentenceLine *) self->lines->pdata[0])->before != '\0' || self->verbs->len == 0
      || self->months == NULL || g_strv_length (self->months) != 12)
    complain (language, "the last");

  return self;
}

/**
 * suivi_grammar_get:
 * @language: (nullable): "en", "fr", …
 *
 * Returns: (transfer none): how sentences are written in that language; in English, if nobody wrote that down
 */
const SuiviGrammar *
suivi_grammar_get (const char *language)
{
  static GHashTable *grammars = NULL;
  static gsize loaded = 0;
  const SuiviGrammar *found = NULL;

  if (g_once_init_enter (&loaded))
    {
      const char *const *languages = suivi_lexicon_list_languages ();

      grammars = g_hash_table_new (g_str_hash, g_str_equal);
      for (gsize i = 0; languages[i] != NULL; i++)
        {
          SuiviGrammar *grammar = load (languages[i]);

          if (grammar != NULL)
            g_hash_table_insert (grammars, (gpointer) languages[i], grammar);
        }
      g_once_init_leave (&loaded, 1);
    }

  if (language != NULL)
    found = g_hash_table_lookup (grammars, language);

  return found != NULL ? found : g_hash_table_lookup (grammars, "en");
}

/* "every child is registered" is a clause, "free birth registration" is the name of a thing. */
static gboolean
is_clause (const SuiviGrammar *self, const char *purpose)
{
  g_autoptr (SuiviWords) words = suivi_words_new (purpose);

  for (guint i = 0; i < words->n; i++)
    {
      if (g_hash_table_contains (self->clauses, words->items[i].folded))
        return TRUE;
    }

  return FALSE;
}

static gboolean
names_people (const SuiviGrammar *self, const char *purpose)
{
  g_autoptr (SuiviWords) words = suivi_words_new (purpose);
  g_autoptr (GArray) found = suivi_lexicon_find_all (self->lexicon, SUIVI_SECTION_GROUPS, words);

  return found->len > 0;
}

static gboolean
is_to_come (const SuiviGrammar *self, SuiviSentencePart part, guint n_known)
{
  for (guint i = n_known; i < self->lines->len; i++)
    {
      const SuiviSentenceLine *line = g_ptr_array_index (self->lines, i);

      if (line->part == part)
        return TRUE;
    }

  return FALSE;
}

/**
 * suivi_grammar_holds:
 * @sentence: what is known of the parts
 * @n_known: how many lines the known parts are in: a part that is "" may still come in a later line
 *
 * Returns: whether the condition of a line holds
 */
SuiviTruth
suivi_grammar_holds (const SuiviGrammar *self,
                     const SuiviSentenceLine *line,
                     SuiviSentence *sentence,
                     guint n_known)
{
  gboolean about_purpose = line->condition == CONDITION_CLAUSE || line->condition == CONDITION_PEOPLE;
  SuiviSentencePart part = about_purpose ? SUIVI_SENTENCE_PURPOSE : line->condition;
  gboolean with = FALSE;

  if (line->condition == CONDITION_NONE)
    return SUIVI_TRUTH_YES;

  with = *suivi_sentence_get (sentence, part) != '\0';
  if (!with && is_to_come (self, part, n_known))
    return SUIVI_TRUTH_OPEN;
  if (with && line->condition == CONDITION_CLAUSE)
    with = is_clause (self, sentence->purpose);
  if (with && line->condition == CONDITION_PEOPLE)
    with = names_people (self, sentence->purpose);

  return with != line->without ? SUIVI_TRUTH_YES : SUIVI_TRUTH_NO;
}

/**
 * suivi_grammar_choose_line:
 *
 * Returns: (nullable): where a part stands in the sentence; %NULL if it is nowhere
 */
const SuiviSentenceLine *
suivi_grammar_choose_line (const SuiviGrammar *self, SuiviSentence *sentence, SuiviSentencePart part)
{
  for (guint i = 0; i < self->lines->len; i++)
    {
      const SuiviSentenceLine *line = g_ptr_array_index (self->lines, i);

      if (line->part == part
          && suivi_grammar_holds (self, line, sentence, self->lines->len) == SUIVI_TRUTH_YES)
        return line;
    }

  return NULL;
}

static gboolean
begins_with_vowel (const char *text)
{
  g_autofree char *first = g_strndup (text, g_utf8_next_char (text) - text);
  g_autoptr (SuiviWords) words = suivi_words_new (first);

  return words->n == 1 && strchr ("aeiouy", words->items[0].folded[0]) != NULL;
}

/* The words before a part without the last, if that is the left side of the seam. */
static char *
cut_seam (const SuiviSentenceLine *line, const Seam *seam)
{
  gsize cut = strlen (line->before) - MIN (strlen (line->before), strlen (seam->left));

  if (!g_str_equal (line->before + cut, seam->left) || (cut > 0 && line->before[cut - 1] != ' '))
    return NULL;

  return g_strndup (line->before, cut);
}

/* Past the first word of the part and the space after it; NULL if the seam is not for this text. */
static const char *
skip_right (const Seam *seam, const char *text)
{
  if (seam->right == NULL)
    return begins_with_vowel (text) ? text : NULL;
  if (!g_str_has_prefix (text, seam->right) || text[strlen (seam->right)] != ' ')
    return NULL;

  return text + strlen (seam->right) + 1;
}

/**
 * suivi_grammar_append:
 * @text: a tidy part, not ""
 * @out: the sentence so far
 *
 * Puts a part and the words before it at the end of a sentence.
 */
void
suivi_grammar_append (const SuiviGrammar *self, const SuiviSentenceLine *line, const char *text, GString *out)
{
  if (*line->before != ',' && out->len > 0)
    g_string_append_c (out, ' ');
  for (guint i = 0; i < self->seams->len; i++)
    {
      const Seam *seam = g_ptr_array_index (self->seams, i);
      g_autofree char *before = cut_seam (line, seam);
      const char *rest = before != NULL ? skip_right (seam, text) : NULL;

      if (rest != NULL)
        {
          g_string_append_printf (out, "%s%s%s%s", before, seam->joined, seam->right != NULL ? " " : "",
                                  rest);
          return;
        }
    }
  g_string_append_printf (out, "%s%s%s", line->before, *line->before != '\0' ? " " : "", text);
}

/* How many bytes at @p are these words, whatever their apostrophes and spaces look like; 0 if they are not
 * there. */
static gsize
match_words (const char *p, const char *words)
{
  const char *begin = p;

  for (; *words != '\0'; words = g_utf8_next_char (words), p = g_utf8_next_char (p))
    {
      gunichar wanted = g_utf8_get_char (words);
      gunichar c = g_utf8_get_char (p);

      if (c == 0x2019)
        c = '\'';
      if (c == 0xA0 || c == 0x202F)
        c = ' ';
      if (wanted == 0xA0 || wanted == 0x202F)
        wanted = ' ';
      if (c != wanted)
        return 0;
    }

  return p - begin;
}

/**
 * suivi_grammar_match_before:
 * @p: a place in a sentence
 * @restored: (out): a word that was melted into the words before the part and belongs to it; "" for none
 *
 * The other way round: looks for the words before a part.
 *
 * Returns: how many bytes they are; 0 if they are not there
 */
gsize
suivi_grammar_match_before (const SuiviGrammar *self,
                            const SuiviSentenceLine *line,
                            const char *p,
                            const char **restored)
{
  const char *space = *line->before == ',' ? "" : " ";
  g_autofree char *plain = g_strconcat (space, line->before, " ", NULL);
  gsize length = *line->before != '\0' ? match_words (p, plain) : 0;

  *restored = "";
  for (guint i = 0; i < self->seams->len && length == 0; i++)
    {
      const Seam *seam = g_ptr_array_index (self->seams, i);
      g_autofree char *before = cut_seam (line, seam);
      g_autofree char *words = NULL;

      if (before == NULL)
        continue;
      words = g_strconcat (space, before, seam->joined, seam->right != NULL ? " " : "", NULL);
      length = match_words (p, words);
      if (length > 0 && seam->right != NULL)
        *restored = seam->right;
    }

  return length;
}

/* "{day} {month} {year}" → "31 December 2028". */
static char *
fill_in (const SuiviGrammar *self, const char *kind, int day, int month, int year)
{
  for (guint i = 0; i < self->deadlines->len; i++)
    {
      const Deadline *deadline = g_ptr_array_index (self->deadlines, i);
      g_autofree char *day_text = g_strdup_printf ("%d", day);
      g_autofree char *year_text = g_strdup_printf ("%d", year);
      GString *out = NULL;

      if (!g_str_equal (deadline->kind, kind))
        continue;
      out = g_string_new (deadline->words);
      g_string_replace (out, "{day}", day_text, 0);
      g_string_replace (out, "{month}", month > 0 ? self->months[month - 1] : "", 0);
      g_string_replace (out, "{year}", year_text, 0);
      return g_string_free (out, FALSE);
    }

  return NULL;
}

static char *
write_day (const SuiviGrammar *self, const GDate *date)
{
  int day = g_date_get_day (date);
  int month = g_date_get_month (date);
  int year = g_date_get_year (date);
  char *words = day == 1 ? fill_in (self, "first", day, month, year) : NULL;

  return words != NULL ? words : fill_in (self, "day", day, month, year);
}

/**
 * suivi_grammar_write_deadline:
 * @deadline: an ISO 8601 date, month or year, or "next-review"; anything else is taken for words
 * @next_review: (nullable): first day of the next review; then "next-review" becomes the day before
 *
 * Returns: (transfer full): "by 31 December 2028"
 */
char *
suivi_grammar_write_deadline (const SuiviGrammar *self, const char *deadline, const char *next_review)
{
  g_autofree char *day = g_strconcat (deadline, "-01", NULL);
  GDate date;

  g_date_clear (&date, 1);
  if (g_str_equal (deadline, "next-review"))
    {
      if (!suivi_dates_parse_iso (next_review, &date) || g_date_get_julian (&date) < 2)
        return fill_in (self, "next-review", 0, 0, 0);
      g_date_subtract_days (&date, 1);
      return write_day (self, &date);
    }
  if (suivi_dates_parse_iso (deadline, &date))
    return write_day (self, &date);
  if (suivi_dates_parse_iso (day, &date))
    return fill_in (self, "month", 0, g_date_get_month (&date), g_date_get_year (&date));
  if (strlen (deadline) == 4 && strspn (deadline, "0123456789") == 4)
    return fill_in (self, "year", 0, 0, (int) g_ascii_strtoll (deadline, NULL, 10));

  return g_strdup (deadline);
}
