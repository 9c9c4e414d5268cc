/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "core/reference/states.h"
#include "core/text/text.h"
#include "exchange/bracket-groups.h"
#include "exchange/recommendation-number.h"
#include "exchange/uhri-text.h"

/* All the States in the world in brackets, twice: a text with more names is no recommendation, and each costs time. */
#define MAX_NAMES 400

/* States at the end that the quick way looks at; "Bosnia and Herzegovina, Venezuela (Bolivarian Republic of), …" */
#define MAX_TAIL  200
#define MAX_GROUP 400

/* --- markup -----------------------------------------------------------------------------------------------
 */

/* Whether the character at p, of several bytes, is one that cleaning would drop or make a space of. To be sure costs
 * more than it brings: whole blocks of rare characters count as such. */
static gboolean
is_rare (const guchar *p)
{
  switch (p[0])
    {
    case 0xC2: /* no-break space, soft hyphen, C1 */
      return p[1] < 0xA1 || p[1] == 0xAD;
    case 0xE2: /* spaces and marks of direction among quotation marks and dashes */
      return (p[1] == 0x80 && (p[2] < 0x90 || p[2] >= 0xA8)) || p[1] == 0x81;
    case 0xE1: /* Ogham and Mongolian spaces */
    case 0xE3: /* ideographic space */
    case 0xEF: /* byte order mark, noncharacters */
      return TRUE;
    default:
      return p[0] >= 0xF0;
    }
}

/* Whether cleaning and taking away markup would leave the text as it is, as it mostly is. */
static gboolean
is_plain (const char *text)
{
  const guchar *start = (const guchar *) text;
  const guchar *p = start;

  for (; *p != '\0'; p++)
    {
      if (*p == ' ')
        {
          if (p == start || p[1] == ' ' || p[1] == '\0')
            return FALSE;
        }
      else if (*p < ' ' || *p == '<' || *p == '&' || *p == 0x7F || (*p >= 0xC0 && is_rare (p)))
        {
          return FALSE;
        }
    }

  return TRUE;
}

/* The element whose tag begins at p, "<br />"; sets where the tag ends. NULL if it is no tag of HTML: "<" may stand for
 * "less than". */
static const char *
read_tag (const char *p, const char **end)
{
  static const char *const elements[]
    = { "a",   "b",     "blockquote", "br", "div", "em",  "font", "h1",    "h2",   "h3",     "h4",
        "h5",  "i",     "li",         "ol", "p",   "pre", "s",    "small", "span", "strong", "sub",
        "sup", "table", "tbody",      "td", "th",  "tr",  "u",    "ul",    NULL };
  const char *name = p + 1 + (p[1] == '/');
  gsize length = 0;
  gsize rest = 0;

  while (length < 12 && g_ascii_isalnum (name[length]))
    length++;
  rest = strcspn (name + length, "<>");
  if (length == 0 || name[length + rest] != '>' || (rest > 0 && strchr (" /\t\n", name[length]) == NULL))
    return NULL;

  for (gsize i = 0; elements[i] != NULL; i++)
    {
      if (g_ascii_strncasecmp (elements[i], name, length) == 0 && elements[i][length] == '\0')
        {
          *end = name + length + rest + 1;
          return elements[i];
        }
    }

  return NULL;
}

/* Marks of letters part no words, "<strong>137</strong>.197"; what parts paragraphs and cells does. */
static gboolean
is_inline (const char *element)
{
  static const char *const inline_elements[]
    = { "a", "b", "em", "font", "i", "s", "small", "span", "strong", "sub", "sup", "u", NULL };

  return g_strv_contains (inline_elements, element);
}

static char *
strip_tags (const char *text)
{
  GString *out = g_string_sized_new (strlen (text));

  for (const char *p = text; *p != '\0';)
    {
      const char *end = NULL;
      const char *element = *p == '<' ? read_tag (p, &end) : NULL;

      if (element == NULL)
        {
          gsize length = 1 + strcspn (p + 1, "<");

          g_string_append_len (out, p, length);
          p += length;
        }
      else
        {
          if (!is_inline (element))
            g_string_append_c (out, ' ');
          p = end;
        }
    }

  return g_string_free (out, FALSE);
}

/**
 * suivi_uhri_text_clean_lines:
 * @cell: a cell, valid UTF-8
 *
 * Returns: (transfer full): the same as suivi_text_clean_lines(), sooner
 */
char *
suivi_uhri_text_clean_lines (const char *cell)
{
  return is_plain (cell) ? g_strdup (cell) : suivi_text_clean_lines (cell);
}

/* Without entities, tags and useless white space; line ends stay. */
static char *
make_plain (const char *cell)
{
  g_autofree char *decoded = NULL;
  g_autofree char *stripped = NULL;

  if (is_plain (cell))
    return g_strdup (cell);

  decoded = suivi_text_decode_entities (cell);
  stripped = strip_tags (decoded);

  return suivi_text_clean_lines (stripped);
}

/* --- numbers ----------------------------------------------------------------------------------------------
 */

/* What may stand before the colon, "Recommendations contained in paragraph 79(a) of the report: ". */
static gboolean
is_prefix_word (const char *word)
{
  static const char *const words[] = { "recommendation",
                                       "recommendations",
                                       "conclusion",
                                       "conclusions",
                                       "and",
                                       "contained",
                                       "conatined",
                                       "made",
                                       "in",
                                       "of",
                                       "the",
                                       "report",
                                       "rec",
                                       "no",
                                       "nos",
                                       "number",
                                       "para",
                                       "paras",
                                       "paragraph",
                                       "paragraphs",
                                       "under",
                                       NULL };

  return g_strv_contains (words, word);
}

/* "81", "79(a)", "106.12" */
static gboolean
is_number (const char *word)
{
  return g_ascii_isdigit (*word) && strspn (word, "0123456789.()abcdefghijklmnopqrstuvwxyz") == strlen (word)
         && strlen (word) <= 12;
}

/* The longest prefix that we know has some 60 bytes. */
#define MAX_PREFIX 120

/* "Recommendation No. 41, para. 81: 41. Advance …", "paragraph 28: …": where the recommendation begins, and the number
 * that the prefix names, the one after "No." or else the last. */
static const char *
skip_prefix (const char *text, char **number)
{
  const char *colon = NULL;
  g_autofree char *prefix = NULL;
  g_auto (GStrv) words = NULL;
  const char *found = NULL;
  gboolean is_final = FALSE;
  gboolean named = FALSE;

  *number = NULL;
  if (strchr ("RrPpCc", *text) == NULL)
    return text;
  colon = memchr (text, ':', strnlen (text, MAX_PREFIX));
  if (colon == NULL)
    return text;

  prefix = g_ascii_strdown (text, colon - text);
  words = g_strsplit_set (prefix, " ,;\n", -1);
  for (gsize i = 0; words[i] != NULL; i++)
    {
      gsize length = strlen (words[i]);

      while (length > 0 && words[i][length - 1] == '.')
        words[i][--length] = '\0';
      if (length == 0 || g_str_has_prefix (words[i], "a/hrc/"))
        continue;
      if (is_number (words[i]))
        {
          if (!is_final)
            found = words[i];
          is_final |= named;
        }
      else if (!is_prefix_word (words[i]))
        {
          return text;
        }
      named = g_str_equal (words[i], "no");
    }
  if (found == NULL)
    return text;

  *number = g_strdup (found);
  colon++;

  return colon + strspn (colon, " \n");
}

/* "r) ratify …": the letter under which it stands in a paragraph; but "a) … b) …" are the items of a list. */
static const char *
skip_letter (const char *text, char **number)
{
  const char *rest = text + 2;

  if (!g_ascii_islower (text[0]) || text[1] != ')' || *rest != ' ')
    return text;
  for (const char *p = strchr (rest, ')'); p != NULL; p = strchr (p + 1, ')'))
    {
      if (p[-1] == text[0] + 1 && (p[-2] == ' ' || p[-2] == '('))
        return text;
    }

  *number = g_strndup (text, 1);

  return rest + 1;
}

/* --- the quick way ----------------------------------------------------------------------------------------
 */

static void
add_unique (GPtrArray *list, char *const *values)
{
  for (gsize i = 0; values[i] != NULL; i++)
    {
      gboolean known = FALSE;

      for (guint j = 0; j < list->len && !known; j++)
        known = g_str_equal (list->pdata[j], values[i]);
      if (!known)
        g_ptr_array_add (list, values[i]);
    }
}

/* The bracket that the one at @end closes, or -1. */
static gssize
find_opening (const char *text, gsize end)
{
  guint depth = 0;

  for (gsize i = end + 1; i > 0; i--)
    {
      if (text[i - 1] == ')')
        depth++;
      else if (text[i - 1] == '(' && --depth == 0)
        return i - 1;
      if (i + MAX_GROUP < end)
        break;
    }

  return -1;
}

static const SuiviUhriNames *
find_names (SuiviUhriLabels *labels, const char *text, gsize start, gsize end)
{
  char names[MAX_GROUP + 1];

  if (end - start > MAX_GROUP)
    return NULL;
  memcpy (names, text + start, end - start);
  names[end - start] = '\0';

  return suivi_uhri_labels_find_names (labels, names);
}

/* Whether the text before the States has nothing in brackets that names States, and brackets that can be trusted. */
static gboolean
is_simple_head (SuiviUhriLabels *labels, const char *text, gsize length)
{
  const char *p = text;
  const char *end = text + length;

  if (memchr (text, '[', length) != NULL || memchr (text, ']', length) != NULL)
    return FALSE;

  while (p < end)
    {
      const char *open = memchr (p, '(', end - p);
      const char *close = memchr (p, ')', end - p);
      const SuiviUhriNames *names = NULL;

      if (open == NULL && close == NULL)
        return TRUE;
      if (open == NULL || close == NULL || close < open || memchr (open + 1, '(', close - open - 1) != NULL)
        return FALSE;
      /* Right before the States it takes a closer look: "(ICRMW) (Peru)", "(Chile) and (Peru)". */
      if (end - close < 8)
        return FALSE;
      names = find_names (labels, text, open + 1 - text, close - text);
      if (names == NULL || names->has_states)
        return FALSE;
      p = close + 1;
    }

  return TRUE;
}

static char *
trim_end (const char *text, gsize length, const char *characters)
{
  while (length > 0 && strchr (characters, text[length - 1]) != NULL)
    length--;

  return g_strndup (text, length);
}

/* Fills in the States; the State under review, which does not recommend to itself, is named apart. */
static void
take_states (SuiviRecommendationText *self, char *const *states, guint n_states, const char *reviewed)
{
  guint n = 0;

  self->states = g_new0 (char *, n_states + 1);
  for (guint i = 0; i < n_states; i++)
    {
      if (reviewed == NULL || !g_str_equal (states[i], reviewed))
        self->states[n++] = g_strdup (states[i]);
      else if (self->own_name == NULL)
        self->own_name = g_strdup (suivi_state_get_name_in (reviewed, "en"));
    }
}

/* The common case, "140.12 Ratify the Convention (ICRMW) without delay (France) (Togo);", one line in which brackets
 * mean one thing only: gives what suivi_recommendation_text_parse() would, ten times sooner. NULL for any other. */
static SuiviRecommendationText *
parse_quickly (SuiviUhriLabels *labels, const char *line, const char *reviewed, const char *const *states)
{
  SuiviRecommendationText *self = NULL;
  const SuiviUhriNames *groups[MAX_TAIL];
  g_autoptr (GPtrArray) found = NULL;
  g_autofree char *number = NULL;
  const char *text = NULL;
  guint n_states = states != NULL ? g_strv_length ((char **) states) : 0;
  guint n_groups = 0;
  gsize cut = 0;
  gboolean is_cut = FALSE;

  /* Comments and "Source of position: …". */
  if (strchr (line, '\n') != NULL || g_ascii_strncasecmp (line, "comment", 7) == 0
      || (strstr (line, "osition") != NULL && strcasestr (line, "source") != NULL))
    return NULL;

  text = suivi_recommendation_number_read (line, &number);
  for (cut = strlen (text);;)
    {
      gsize end = cut;
      gssize open = 0;
      const SuiviUhriNames *names = NULL;

      while (end > 0 && strchr (" ;.,:*/&", text[end - 1]) != NULL)
        end--;
      if (end == 0 || text[end - 1] != ')')
        break;
      open = find_opening (text, end - 1);
      names = open >= 0 ? find_names (labels, text, open + 1, end - 1) : NULL;
      if (names == NULL || !names->is_known || n_groups == MAX_TAIL)
        return NULL;
      groups[n_groups++] = names;
      cut = open;
    }
  if (!is_simple_head (labels, text, cut) || (n_groups == 0 && n_states == 0))
    return NULL;

  found = g_ptr_array_sized_new (MAX (n_states, n_groups));
  for (guint i = 0; i < n_states; i++)
    g_ptr_array_add (found, (gpointer) states[i]);
  for (guint i = n_groups; i > 0; i--)
    add_unique (found, groups[i - 1]->states);
  /* Brackets that name other States than the column belong to the text. */
  is_cut = n_groups > 0 && (n_states == 0 || found->len == n_states);

  self = g_new0 (SuiviRecommendationText, 1);
  self->number = g_steal_pointer (&number);
  self->text = is_cut ? trim_end (text, cut, " ;,") : trim_end (text, strlen (text), " ;,.");
  take_states (self, (char *const *) found->pdata, n_states > 0 ? n_states : found->len, reviewed);
  self->unknown = g_new0 (char *, 1);
  self->asks = g_ptr_array_new ();

  return self;
}

/* --- the thorough way -------------------------------------------------------------------------------------
 */

static char *
join_names (const char *const *states)
{
  g_autoptr (GString) names = NULL;

  if (states == NULL || states[0] == NULL)
    return NULL;

  names = g_string_new (NULL);
  for (gsize i = 0; states[i] != NULL; i++)
    g_string_append_printf (names, "%s\n", suivi_state_get_name_in (states[i], "en"));

  return g_string_free (g_steal_pointer (&names), FALSE);
}

static gboolean
is_same_set (char *const *a, char *const *b)
{
  if (g_strv_length ((char **) a) != g_strv_length ((char **) b))
    return FALSE;

  for (gsize i = 0; a[i] != NULL; i++)
    {
      if (!g_strv_contains ((const char *const *) b, a[i]))
        return FALSE;
    }

  return TRUE;
}

static SuiviRecommendationText *
parse_thoroughly (const char *text, const char *reviewed, const char *const *states)
{
  g_autofree char *names = join_names (states);
  g_autoptr (SuiviRecommendationText) asking = NULL;
  SuiviRecommendationText *self = suivi_recommendation_text_parse (text, reviewed, names);

  /* Several asks, each with its States, are told by the text alone; they are offered if the column agrees. */
  if (names != NULL)
    {
      asking = suivi_recommendation_text_parse (text, reviewed, NULL);
      if (asking->asks->len > 0 && is_same_set (asking->states, self->states))
        {
          GPtrArray *none = self->asks;

          self->asks = asking->asks;
          asking->asks = none;
        }
    }

  return self;
}

/**
 * suivi_uhri_text_parse:
 * @labels: memory
 * @cell: the text of a record of the UPR, valid UTF-8
 * @reviewed: (nullable): the State under review, ISO 3166-1 alpha-3
 * @states: (nullable): the recommending States that the record names, ISO 3166-1 alpha-3; if none, those of the text
 *
 * Takes apart "137.197 Fully implement the right … (Germany);". HTML tags and entities go. Numbers in other forms
 * ("Recommendation No. 41, para. 81: 41. …", "paragraph 28: …", "r) …") are found. For the rest see
 * suivi_recommendation_text_parse().
 *
 * Returns: (transfer full) (nullable): the parts of the cell; %NULL if it has more names in brackets than there are
 *   States
 */
SuiviRecommendationText *
suivi_uhri_text_parse (SuiviUhriLabels *labels,
                       const char *cell,
                       const char *reviewed,
                       const char *const *states)
{
  g_autofree char *plain = make_plain (cell);
  g_autofree char *number = NULL;
  const char *text = skip_prefix (plain, &number);
  gboolean is_same = g_str_equal (plain, cell);
  SuiviRecommendationText *self = NULL;

  if (number == NULL)
    text = skip_letter (text, &number);
  self = parse_quickly (labels, text, reviewed, states);
  if (self == NULL)
    {
      if (suivi_bracket_groups_count_names (text) > MAX_NAMES)
        return NULL;
      self = parse_thoroughly (text, reviewed, states);
    }
  if (self->number == NULL)
    self->number = g_steal_pointer (&number);
  g_free (self->original);
  self->original = is_same ? g_steal_pointer (&plain) : suivi_text_clean_lines (cell);

  return self;
}

/* --- texts of other mechanisms ----------------------------------------------------------------------------
 */

/* A heading before the number is some words long, "Rural women 49.The Committee notes". */
#define MAX_HEADING 100

/* Whether the words before a number are a heading and not the beginning of a sentence: "Under article 12. The …". */
static gboolean
is_heading (const char *text, gsize length)
{
  static const char *const before_numbers[]
    = { "article", "articles", "paragraph", "paragraphs", "para.",   "paras.",     "no.", "nos.",
        "rule",    "section",  "target",    "goal",       "chapter", "convention", "law", "act",
        "and",     "or",       "of",        "to",         "in",      "by",         "the", "than",
        "age",     "aged",     "from",      "until",      "least",   NULL };
  g_autofree char *heading = g_ascii_strdown (text, length);
  const char *last = NULL;

  if (!g_unichar_isupper (g_utf8_get_char (text)) || strpbrk (heading, ":;0123456789") != NULL
      || g_str_has_prefix (heading, "the committee ") || g_str_has_prefix (heading, "the state "))
    return FALSE;
  last = strrchr (heading, ' ');

  return !g_strv_contains (before_numbers, last != NULL ? last + 1 : heading);
}

/* "Rural women 49.The Committee notes": the heading goes on before the text, with a colon. */
static char *
read_after_heading (const char *text, char **number)
{
  gsize heading = strcspn (text, "0123456789");
  const char *p = text + heading;
  gsize digits = strspn (p, "0123456789");
  const char *rest = p + digits + 1;
  gsize length = heading;

  if (heading < 2 || heading > MAX_HEADING || text[heading - 1] != ' ' || digits == 0 || digits > 3
      || p[digits] != '.')
    return NULL;
  rest += strspn (rest, " \n");
  while (length > 0 && text[length - 1] == ' ')
    length--;
  if (!g_unichar_isupper (g_utf8_get_char (rest)) || !is_heading (text, length))
    return NULL;

  *number = g_strndup (p, digits);

  return g_strdup_printf ("%.*s%s %s", (int) length, text,
                          strchr (".?!", text[length - 1]) != NULL ? "" : ":", rest);
}

/**
 * suivi_uhri_text_parse_output:
 * @cell: the text of a record of a treaty body or a special procedure, valid UTF-8
 * @original: (out) (transfer full): the cell, cleaned
 * @number: (out) (transfer full): its paragraph, "" if the text does not begin with one
 *
 * "4.The Committee reminds …" and "Rural women 49.The Committee notes …" begin with the number of their paragraph.
 *
 * Returns: (transfer full): the text, one line, without markup and number
 */
char *
suivi_uhri_text_parse_output (const char *cell, char **original, char **number)
{
  g_autofree char *plain = make_plain (cell);
  g_autofree char *prefix_number = NULL;
  g_autofree char *read = NULL;
  const char *text = NULL;
  const char *rest = NULL;
  char *after = NULL;

  *original = g_str_equal (plain, cell) ? g_strdup (plain) : suivi_text_clean_lines (cell);
  for (char *p = strchr (plain, '\n'); p != NULL; p = strchr (p, '\n'))
    *p = ' ';
  text = skip_prefix (plain, &prefix_number);
  rest = suivi_recommendation_number_read (text, &read);
  /* Paragraphs are counted without dots; "2.5 per cent" begins a sentence. */
  if (read != NULL && strchr (read, '.') == NULL && strspn (read, "0123456789") <= 3 && *rest != '\0')
    {
      *number = g_steal_pointer (&read);
      return g_strdup (rest);
    }
  if (prefix_number != NULL)
    {
      *number = g_steal_pointer (&prefix_number);
      return g_strdup (text);
    }
  after = read_after_heading (text, number);
  if (after != NULL)
    return after;

  *number = g_strdup ("");

  return g_strdup (text);
}
