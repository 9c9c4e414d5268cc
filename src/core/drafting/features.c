/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "core/drafting/features.h"

/* Recommendations have some 25 words; what comes after so many decides nothing. */
#define MAX_WORDS 400

/* A longer run of letters is no word of a language, and only costs time. */
#define MAX_WORD_BYTES 40

/* How many words from the beginning of the request tell what sort of action it is. */
#define N_OPENING 6

/* Of so many words that may mean children the neighbours are looked at, so that time grows with the length of a text. */
#define MAX_BESIDE 12

/* How many words a lead-in can have before the request itself: "Recommended that the Government of …". */
#define MAX_LEAD_IN 12

typedef struct
{
  const char *text;
  guint word;
} Token;

typedef struct
{
  const SuiviWords *words;
  guint n;       /* how many words are looked at */
  guint head;    /* the first word of the request */
  Token *tokens; /* words, and the marks between them */
  guint n_tokens;
  GString *name;
  SuiviFeatureFunc func;
  gpointer user_data;
} Extractor;

static gboolean
is_one_of (const char *word, const char *const *list)
{
  return g_strv_contains (list, word);
}

static const char *
get_word (const Extractor *self, guint i)
{
  return self->words->items[i].folded;
}

/* The mark that parts a word from the one before it, the strongest if there are several. */
static const char *
get_mark (guint gap)
{
  if (gap & SUIVI_GAP_SEMICOLON)
    return ";";
  if (gap & SUIVI_GAP_COLON)
    return ":";
  if (gap & SUIVI_GAP_STOP)
    return ".";
  if (gap & SUIVI_GAP_COMMA)
    return ",";
  if (gap & SUIVI_GAP_OPEN)
    return "(";
  if (gap & SUIVI_GAP_CLOSE)
    return ")";
  if (gap & SUIVI_GAP_HYPHEN)
    return "-";

  return NULL;
}

static void
make_tokens (Extractor *self)
{
  self->tokens = g_new (Token, 2 * self->n + 1);
  for (guint i = 0; i < self->n; i++)
    {
      const char *mark = i > 0 ? get_mark (self->words->items[i].gap) : NULL;

      if (mark != NULL)
        self->tokens[self->n_tokens++] = (Token){ mark, i };
      self->tokens[self->n_tokens++] = (Token){ get_word (self, i), i };
    }
}

/* Where the request begins: behind "Recommended that the Government of …", and behind adverbs before the verb. The
 * name of a State after "that" is known by its capital. */
static guint
find_head (const Extractor *self)
{
  static const char *const reporting[]
    = { "recommended", "recommends", "recommend", "recommending", "encouraged", "encourages", "urged",
        "urges",       "called",     "calls",     "suggested",    "suggests",   "invited",    "invites",
        "that",        NULL };
  static const char *const between[]
    = { "that", "the", "government", "state", "authorities", "of", "to", "should", "it", "and", "in", NULL };
  static const char *const adverbs[]
    = { "further",       "fully",          "effectively", "also",      "promptly", "urgently",
        "immediately",   "actively",       "swiftly",     "quickly",   "rapidly",  "speedily",
        "formally",      "explicitly",     "officially",  "gradually", "to",       "expeditiously",
        "progressively", "systematically", NULL };
  guint i = 0;

  if (self->n > 0 && is_one_of (get_word (self, 0), reporting))
    {
      i = 1;
      while (i < self->n && i < MAX_LEAD_IN
             && (is_one_of (get_word (self, i), between) || self->words->items[i].capital))
        i++;
    }
  while (i < self->n && i < MAX_LEAD_IN && is_one_of (get_word (self, i), adverbs))
    i++;

  return i < self->n ? i : 0;
}

/* The word without its ending, so that "ratify", "ratifying" and "ratification" meet. Rough on purpose: both sides
 * of every comparison are cut the same way. */
static gsize
get_stem_length (const char *word)
{
  static const char *const endings[]
    = { "ization", "isation", "ations", "ation", "ising", "izing", "ments", "ment", "ings", "ing",
        "ions",    "ion",     "ises",   "izes",  "ised",  "ized",  "ise",   "ize",  "ies",  "ied",
        "ally",    "ly",      "ed",     "es",    "ers",   "er",    "s",     "e",    "y",    "al" };
  gsize length = strlen (word);

  for (gsize i = 0; i < G_N_ELEMENTS (endings); i++)
    {
      if (length >= strlen (endings[i]) + 4 && g_str_has_suffix (word, endings[i]))
        return length - strlen (endings[i]);
    }

  return length;
}

static void
begin (Extractor *self, const char *mark)
{
  g_string_assign (self->name, mark);
}

static void
add_bytes (Extractor *self, const char *word, gsize length)
{
  gsize n = MIN (length, MAX_WORD_BYTES);

  while (n > 0 && (word[n] & 0xC0) == 0x80) /* never half a character */
    n--;
  if (self->name->len > 0 && self->name->str[self->name->len - 1] != '=')
    g_string_append_c (self->name, ' ');
  g_string_append_len (self->name, word, n);
}

static void
add_word (Extractor *self, const char *word)
{
  add_bytes (self, word, strlen (word));
}

static void
add_stem (Extractor *self, const char *word)
{
  add_bytes (self, word, get_stem_length (word));
}

static void
report (Extractor *self, guint first, guint end, guint partner)
{
  SuiviFeature feature = { self->name->str, first, end, partner };

  self->func (&feature, self->user_data);
}

/* One to n words in a row, with the marks between them. */
static void
report_runs (Extractor *self, guint n)
{
  for (guint i = 0; i < self->n_tokens; i++)
    {
      begin (self, "");
      for (guint j = i; j < MIN (i + n, self->n_tokens); j++)
        {
          add_word (self, self->tokens[j].text);
          report (self, self->tokens[i].word, self->tokens[j].word + 1, self->tokens[i].word);
        }
    }
}

/* The first words of the request in their order ("take steps to") and each by itself. */
static void
report_opening (Extractor *self)
{
  static const char *const marks[] = { "1=", "2=", "3=", "4=" };
  guint end = MIN (self->head + N_OPENING, self->n);

  for (guint length = 1; length <= G_N_ELEMENTS (marks); length++)
    {
      begin (self, marks[length - 1]);
      for (guint i = self->head; i < MIN (self->head + length, self->n); i++)
        add_word (self, get_word (self, i));
      report (self, self->head, MIN (self->head + length, self->n), self->head);
    }
  for (guint i = self->head + 1; i < MIN (self->head + 3, self->n); i++)
    {
      begin (self, i == self->head + 1 ? "w2=" : "w3=");
      add_word (self, get_word (self, i));
      report (self, i, i + 1, i);
    }
  for (guint i = 0; i < MIN (N_OPENING, self->n); i++)
    {
      begin (self, "o=");
      add_word (self, get_word (self, i));
      report (self, i, i + 1, i);
    }
  for (guint i = self->head + 1; i < MIN (end, self->head + 5); i++)
    {
      begin (self, "os=");
      add_stem (self, get_word (self, i));
      report (self, i, i + 1, i);
    }
}

/* The first verb with every other word: "adopt" with "law" is another thing than "adopt" with "measures" (rules AC1
 * and AC6). */
static void
report_pairs (Extractor *self)
{
  for (guint i = self->head + 1; i < self->n; i++)
    {
      begin (self, "x=");
      add_word (self, get_word (self, self->head));
      add_word (self, get_word (self, i));
      report (self, i, i + 1, self->head);
    }
}

/* The beginnings of verbs of a defined action, most of them of law (rules AC1 and AC6), as said of the way. */
static gboolean
is_defined_way (const char *word)
{
  static const char *const beginnings[]
    = { "abolish",   "acced",      "adopt",    "amend",    "criminali", "decriminali", "enact",
        "establish", "incorporat", "introduc", "prohibit", "ratif",     "repeal",      "withdraw" };

  for (gsize i = 0; i < G_N_ELEMENTS (beginnings); i++)
    {
      if (g_str_has_prefix (word, beginnings[i]))
        return g_str_has_suffix (word, "ing");
    }

  return FALSE;
}

/* What is said of the way: "by amending …", "including through the establishment of …" (rule AC4). */
static void
report_ways (Extractor *self)
{
  static const char *const links[]
    = { "by", "through", "including", "via", "with", "particular", "and", NULL };

  for (guint i = 0; i + 1 < self->n; i++)
    {
      const char *link = get_word (self, i);
      const char *next = get_word (self, i + 1);

      if (!is_one_of (link, links))
        continue;
      begin (self, "b=");
      add_word (self, link);
      add_stem (self, next);
      report (self, i, i + 2, i);
      begin (self, "bx=");
      add_word (self, get_word (self, self->head));
      add_word (self, link);
      add_stem (self, next);
      report (self, i, i + 2, self->head);
      if (!g_str_has_suffix (next, "ing"))
        continue;
      if (is_defined_way (next))
        {
          begin (self, "bd=");
          add_word (self, link);
          report (self, i, i + 2, i);
        }
      begin (self, "bi=");
      add_word (self, link);
      report (self, i, i + 2, i);
      begin (self, "bxi=");
      add_word (self, get_word (self, self->head));
      add_word (self, link);
      report (self, i, i + 2, self->head);
    }
}

/* Words by their beginnings, so that a form that was never seen finds its family. */
static void
report_beginnings (Extractor *self)
{
  for (guint i = 0; i < self->n; i++)
    {
      const char *word = get_word (self, i);

      if (strlen (word) <= 5)
        continue;
      begin (self, "s=");
      add_bytes (self, word, 5);
      report (self, i, i + 1, i);
    }
}

/* Words that name children; "minor" as an adjective is rare in recommendations. */
static gboolean
names_children (const Extractor *self, guint i)
{
  static const char *const names[]
    = { "adolescent", "adolescents", "babies",   "baby",   "boy",     "boys",           "child",
        "childhood",  "children",    "crc",      "girl",   "girls",   "infant",         "infants",
        "juvenile",   "juveniles",   "minor",    "minors", "newborn", "newborns",       "opac",
        "opsc",       "orphan",      "orphans",  "pupil",  "pupils",  "schoolchildren", "teenage",
        "teenager",   "teenagers",   "underage", NULL };

  if (!is_one_of (get_word (self, i), names))
    return FALSE;

  /* The Committee on the Rights of the Child may be named for what it said of something else (rule IT3). */
  for (guint j = i > 5 ? i - 5 : 0; j < i; j++)
    {
      if (g_str_equal (get_word (self, j), "committee"))
        return FALSE;
    }

  return TRUE;
}

/* Words that may mean children without naming them: which other words stand beside them decides. */
static gboolean
may_mean_children (const char *word)
{
  static const char *const words[]
    = { "age",         "birth",     "births",     "corporal",     "domestic",  "education",
        "family",      "genital",   "honour",     "marriage",     "marriages", "mutilation",
        "persons",     "protocols", "rape",       "reproductive", "school",    "sexual",
        "trafficking", "violence",  "vulnerable", "women",        "youth",     NULL };

  return is_one_of (word, words);
}

static gboolean
means_mutilation (const char *word)
{
  static const char *const words[]
    = { "circumcision", "cutting", "excision", "fgm", "mutilation", "mutilations", NULL };

  return is_one_of (word, words);
}

/* The words around a child. */
static void
report_neighbours (Extractor *self, guint child)
{
  for (guint i = child > 4 ? child - 4 : 0; i < MIN (child + 5, self->n); i++)
    {
      begin (self, i < child ? "l=" : "r=");
      add_word (self, get_word (self, i));
      report (self, i, i + 1, child);
    }
}

static void
report_beside (Extractor *self, guint word)
{
  for (guint i = 0; i < self->n; i++)
    {
      begin (self, "k=");
      add_word (self, get_word (self, word));
      add_word (self, get_word (self, i));
      report (self, i, i + 1, word);
    }
}

/* Of a text that names children, and of one that does not, the same words tell different things ("Database: Issues
 * explanation", October 2014: birth registration, child labour, sexual violence, mutilation, …). */
static void
report_children (Extractor *self)
{
  gboolean named = FALSE;
  guint n_beside = 0;

  for (guint i = 0; i < self->n; i++)
    {
      if (names_children (self, i))
        {
          named = TRUE;
          report_neighbours (self, i);
        }
      if (means_mutilation (get_word (self, i)))
        {
          begin (self, "m=mutilation");
          report (self, i, i + 1, i);
        }
      if (may_mean_children (get_word (self, i)) && n_beside < MAX_BESIDE)
        {
          report_beside (self, i);
          n_beside++;
        }
    }
  for (guint i = 0; i < self->n; i++)
    {
      begin (self, named ? "c=" : "n=");
      add_word (self, get_word (self, i));
      report (self, i, i + 1, i);
    }
}

/**
 * suivi_features_each:
 * @words: a text cut into words; only the first 400 words are looked at
 * @question: what the features are for
 * @func: called for every feature, in the order of the text; the same one may come again
 *
 * What a model knows of a text. The program that learns and the program that answers both come here, so that they can
 * never differ. After a change here the models of data/drafting must be learned again (see there).
 *
 * For the category, the features follow the rules by which UPR Info's coders worked ("Database: Action category",
 * October 2014): the first verb and the words around it, a second verb after it, what is said of the way after "by"
 * and "including".
 */
void
suivi_features_each (const SuiviWords *words,
                     SuiviQuestion question,
                     SuiviFeatureFunc func,
                     gpointer user_data)
{
  Extractor self = { .words = words, .n = MIN (words->n, MAX_WORDS), .func = func, .user_data = user_data };

  if (self.n == 0)
    return;

  self.name = g_string_sized_new (64);
  self.head = find_head (&self);
  make_tokens (&self);
  if (question == SUIVI_QUESTION_CATEGORY)
    {
      report_runs (&self, 3);
      report_opening (&self);
      report_pairs (&self);
      report_ways (&self);
    }
  else
    {
      report_runs (&self, 3);
      report_beginnings (&self);
      report_children (&self);
    }
  g_free (self.tokens);
  g_string_free (self.name, TRUE);
}
