/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "core/reference/states.h"
#include "core/reference/table.h"
#include "core/text/text.h"

/* The longest name in the tables has 110 bytes; what is much longer is a sentence, not a State. */
#define MAX_NAME 400

/* The six languages of the United Nations. */
typedef enum
{
  ENGLISH,
  FRENCH,
  SPANISH,
  ARABIC,
  RUSSIAN,
  CHINESE,
  N_LANGUAGES,
} Language;

static const char *const language_codes[N_LANGUAGES] = { "en", "fr", "es", "ar", "ru", "zh" };

typedef struct
{
  const char *names[N_LANGUAGES]; /* NULL or "" where we have none, but never in English */
  const char *group;
} State;

typedef struct
{
  SuiviTable *states;
  SuiviTable *names;
  GHashTable *by_code;  /* ISO code (const char) → State */
  GPtrArray *codes;     /* const char, sorted, NULL-terminated */
  GHashTable *by_key;   /* key (char) → ISO code (const char), "" where a name is ambiguous or no State */
  GHashTable *acronyms; /* letters as written (char) → ISO code (const char) */
  Language language;    /* the user's */
} Reference;

/* --- words ------------------------------------------------------------------------------------------------
 */

/* Letters, as they are, between any other characters; "&" is a word. Digits are footnote marks: no State has
 * one. */
static GPtrArray *
split_words (const char *text)
{
  GPtrArray *words = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GString) word = g_string_new (NULL);

  for (const char *p = text;; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c == 0x0640)
        continue;
      if (g_unichar_isalpha (c) || g_unichar_ismark (c))
        {
          g_string_append_unichar (word, c);
          continue;
        }
      if (word->len > 0)
        g_ptr_array_add (words, g_strdup (word->str));
      g_string_truncate (word, 0);
      if (c == '&')
        g_ptr_array_add (words, g_strdup ("and"));
      if (c == '\0')
        return words;
    }
}

static GPtrArray *
split_folded_words (const char *text)
{
  g_autofree char *folded = suivi_text_fold (text);
  GPtrArray *words = split_words (folded);

  /* "St Lucia", "St. Lucia", "Ste-Lucie" */
  if (words->len > 1 && g_str_equal (words->pdata[0], "st"))
    {
      g_free (words->pdata[0]);
      words->pdata[0] = g_strdup ("saint");
    }
  else if (words->len > 1 && g_str_equal (words->pdata[0], "ste"))
    {
      g_free (words->pdata[0]);
      words->pdata[0] = g_strdup ("sainte");
    }

  return words;
}

static char *
join_words (GPtrArray *words, guint first, guint end, gboolean with_the)
{
  GString *key = g_string_new (NULL);

  for (guint i = first; i < end; i++)
    {
      if (with_the || !g_str_equal (words->pdata[i], "the"))
        g_string_append (key, words->pdata[i]);
    }

  return g_string_free (key, FALSE);
}

/* --- loading ----------------------------------------------------------------------------------------------
 */

static void
add_key (Reference *self, char *key, const char *iso3)
{
  const char *known = g_hash_table_lookup (self->by_key, key);

  if (*key == '\0')
    g_free (key);
  else if (known == NULL || g_str_equal (known, iso3))
    g_hash_table_replace (self->by_key, key, (gpointer) iso3);
  else
    g_hash_table_replace (self->by_key, key, (gpointer) ""); /* two States: say unknown rather than guess */
}

/* A name is found with and without its articles, and turned: "Islamic Republic of Iran" is also
 * "Iran (Islamic Republic of)", "Korea, Republic of" is also "Republic of Korea". */
static void
add_name (Reference *self, const char *name, const char *iso3)
{
  g_autoptr (GPtrArray) words = split_folded_words (name);
  gsize head = strcspn (name, ",(");
  guint of = 0;

  add_key (self, join_words (words, 0, words->len, TRUE), iso3);
  add_key (self, join_words (words, 0, words->len, FALSE), iso3);

  for (guint i = 1; i + 1 < words->len; i++)
    {
      if (g_str_equal (words->pdata[i], "of"))
        of = i;
    }
  if (of > 0 && name[head] == '\0')
    {
      g_autofree char *tail = join_words (words, of + 1, words->len, FALSE);
      g_autofree char *title = join_words (words, 0, of + 1, FALSE);

      add_key (self, g_strconcat (tail, title, NULL), iso3);
      add_key (self, g_strconcat (tail, title, "the", NULL), iso3);
    }

  if (name[head] != '\0' && strchr (name + head + 1, ',') == NULL)
    {
      g_autofree char *before = g_strndup (name, head);
      g_autofree char *turned = g_strconcat (name + head + 1, " ", before, NULL);
      g_autoptr (GPtrArray) turned_words = split_folded_words (turned);

      add_key (self, join_words (turned_words, 0, turned_words->len, TRUE), iso3);
      add_key (self, join_words (turned_words, 0, turned_words->len, FALSE), iso3);
    }
}

static char *
make_acronym (const char *name)
{
  g_autoptr (GPtrArray) words = split_words (name);
  guint first = words->len > 1 && g_ascii_strcasecmp (words->pdata[0], "the") == 0 ? 1 : 0;

  return join_words (words, first, words->len, TRUE);
}

static void
load_states (Reference *self)
{
  guint iso3 = 0;
  guint name_en = 0;
  guint name_fr = 0;
  guint name_es = 0;
  guint group = 0;
  guint kind = 0;

  self->states = suivi_table_load ("states.tsv");
  self->by_code = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);
  self->codes = g_ptr_array_new ();
  iso3 = suivi_table_get_column (self->states, "iso3");
  name_en = suivi_table_get_column (self->states, "name_en");
  name_fr = suivi_table_get_column (self->states, "name_fr");
  name_es = suivi_table_get_column (self->states, "name_es");
  group = suivi_table_get_column (self->states, "group");
  kind = suivi_table_get_column (self->states, "kind");

  for (guint i = 0; i < suivi_table_get_n_rows (self->states); i++)
    {
      const char *code = suivi_table_get (self->states, i, iso3);
      State *state = g_new0 (State, 1);

      state->names[ENGLISH] = suivi_table_get (self->states, i, name_en);
      state->names[FRENCH] = suivi_table_get (self->states, i, name_fr);
      state->names[SPANISH] = suivi_table_get (self->states, i, name_es);
      state->group = suivi_table_get (self->states, i, group);
      g_hash_table_insert (self->by_code, (gpointer) code, state);
      /* The table is sorted by code; a test holds it to that. */
      if (!g_str_equal (suivi_table_get (self->states, i, kind), "placeholder"))
        g_ptr_array_add (self->codes, (gpointer) code);
    }
  g_ptr_array_add (self->codes, NULL);
}

/* "short ar" among the names is how the State is called in Arabic: Arabic, Russian and Chinese stand only there. */
static void
keep_short_name (Reference *self, const char *iso3, const char *kind, const char *name)
{
  State *state = g_hash_table_lookup (self->by_code, iso3);

  if (state == NULL || !g_str_has_prefix (kind, "short "))
    return;

  for (guint i = 0; i < N_LANGUAGES; i++)
    {
      if (state->names[i] == NULL && g_str_equal (kind + strlen ("short "), language_codes[i]))
        state->names[i] = name;
    }
}

static void
load_names (Reference *self)
{
  guint iso3 = 0;
  guint name = 0;
  guint kind = 0;

  self->names = suivi_table_load ("state-names.tsv");
  self->by_key = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->acronyms = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  iso3 = suivi_table_get_column (self->names, "iso3");
  name = suivi_table_get_column (self->names, "name");
  kind = suivi_table_get_column (self->names, "kind");

  for (guint i = 0; i < suivi_table_get_n_rows (self->names); i++)
    {
      const char *code = suivi_table_get (self->names, i, iso3);
      const char *text = suivi_table_get (self->names, i, name);

      keep_short_name (self, code, suivi_table_get (self->names, i, kind), text);
      if (g_str_equal (suivi_table_get (self->names, i, kind), "acronym"))
        g_hash_table_insert (self->acronyms, make_acronym (text), (gpointer) code);
      else
        add_name (self, text, code);
    }
}

/* Reads "fr" of "fr_CH.UTF-8". Returns whether it is a language of the table. */
static gboolean
read_language (const char *name, Language *language)
{
  for (guint i = 0; i < N_LANGUAGES; i++)
    {
      if (g_str_has_prefix (name, language_codes[i]) && !g_ascii_isalpha (name[2]))
        {
          *language = i;
          return TRUE;
        }
    }

  return FALSE;
}

/* The first of the languages that the user wants and that we have. */
static Language
choose_language (void)
{
  const char *const *names = g_get_language_names ();
  Language language = ENGLISH;

  for (gsize i = 0; names[i] != NULL; i++)
    {
      if (read_language (names[i], &language))
        break;
    }

  return language;
}

static Reference *
get_reference (void)
{
  static Reference reference;
  static gsize loaded = 0;

  if (g_once_init_enter (&loaded))
    {
      load_states (&reference);
      load_names (&reference);
      reference.language = choose_language ();
      g_once_init_leave (&loaded, 1);
    }

  return &reference;
}

static const char *
choose_name (State *state, Language language)
{
  const char *name = state->names[language];

  return name != NULL && *name != '\0' ? name : state->names[ENGLISH];
}

/* --- States by code ---------------------------------------------------------------------------------------
 */

/**
 * suivi_state_exists:
 * @iso3: (nullable): a code, upper case
 *
 * Returns: whether it stands in the table of States: 193 members and 2 observers of the United Nations, and
 * "EUU" for the European Union, which is no State but appears in sources
 */
gboolean
suivi_state_exists (const char *iso3)
{
  return iso3 != NULL && g_hash_table_contains (get_reference ()->by_code, iso3);
}

/**
 * suivi_state_get_name:
 * @iso3: ISO 3166-1 alpha-3, upper case
 *
 * The UN short name in the user's language where that is one of the six of the United Nations, else in English. The
 * language is the one of the locale when this is first called.
 *
 * Returns: the name; for a code that we do not know the code itself. Never %NULL, never freed
 */
const char *
suivi_state_get_name (const char *iso3)
{
  Reference *self = get_reference ();
  State *state = NULL;

  g_return_val_if_fail (iso3 != NULL, "");

  state = g_hash_table_lookup (self->by_code, iso3);

  return state != NULL ? choose_name (state, self->language) : g_intern_string (iso3);
}

/**
 * suivi_state_get_name_in:
 * @iso3: ISO 3166-1 alpha-3, upper case
 * @language: "en", "fr", "es", "ar", "ru" or "zh", with or without a country ("fr_CH"); any other gives the
 *   English name
 *
 * Returns: the UN short name; for a code that we do not know the code itself. Never %NULL, never freed
 */
const char *
suivi_state_get_name_in (const char *iso3, const char *language)
{
  Language which = ENGLISH;
  State *state = NULL;

  g_return_val_if_fail (iso3 != NULL, "");
  g_return_val_if_fail (language != NULL, "");

  state = g_hash_table_lookup (get_reference ()->by_code, iso3);
  if (state == NULL)
    return g_intern_string (iso3);
  read_language (language, &which);

  return choose_name (state, which);
}

/**
 * suivi_state_get_regional_group:
 * @iso3: ISO 3166-1 alpha-3, upper case
 *
 * Returns: (nullable): "Africa", "Asia-Pacific", "EEG", "GRULAC" or "WEOG", "Observer" for the two observer
 * States,
 *   "" where there is none; %NULL for a code that we do not know
 */
const char *
suivi_state_get_regional_group (const char *iso3)
{
  State *state = iso3 != NULL ? g_hash_table_lookup (get_reference ()->by_code, iso3) : NULL;

  return state != NULL ? state->group : NULL;
}

/**
 * suivi_states_get_codes:
 *
 * Returns: (transfer none): the codes of the 193 members and 2 observers, sorted, %NULL-terminated. The
 * placeholder of the European Union is not among them
 */
const char *const *
suivi_states_get_codes (void)
{
  return (const char *const *) get_reference ()->codes->pdata;
}

/* --- States by name ---------------------------------------------------------------------------------------
 */

static const char *
lookup_key (Reference *self, GPtrArray *words, gboolean with_the)
{
  g_autofree char *key = join_words (words, 0, words->len, with_the);
  const char *iso3 = g_hash_table_lookup (self->by_key, key);

  return iso3 != NULL && *iso3 != '\0' ? iso3 : NULL;
}

/**
 * suivi_state_match:
 * @name: (nullable): the name of one State as a source writes it, in English, French, Spanish, Russian,
 * Arabic or Chinese
 *
 * Case, accents, articles, brackets, commas, footnote marks, white space and hyphens make no difference:
 * "Venezuela, Bolivarian Republic of", "the Islamic Republic of Iran", "Côte d ’ Ivoire", "Lux-embourg" are
 * found. Short acronyms ("UK", "DRC") must be written as in the table. There is no guessing: a name that is
 * not in data/reference/state-names.tsv, or that could be two States ("Korea"), is unknown, and so are bare
 * ISO codes.
 *
 * Returns: (nullable): the ISO 3166-1 alpha-3 code, never freed; %NULL if unknown
 */
const char *
suivi_state_match (const char *name)
{
  Reference *self = get_reference ();
  g_autofree char *decoded = NULL;
  g_autofree char *cleaned = NULL;
  g_autofree char *acronym = NULL;
  g_autoptr (GPtrArray) words = NULL;
  const char *iso3 = NULL;

  if (name == NULL || strlen (name) > MAX_NAME || !g_utf8_validate (name, -1, NULL))
    return NULL;

  decoded = suivi_text_decode_entities (name);
  cleaned = suivi_text_clean (decoded);
  acronym = make_acronym (cleaned);
  iso3 = g_hash_table_lookup (self->acronyms, acronym);
  if (iso3 != NULL)
    return iso3;

  words = split_folded_words (cleaned);
  if (words->len == 0)
    return NULL;
  iso3 = lookup_key (self, words, TRUE);
  if (iso3 == NULL)
    iso3 = lookup_key (self, words, FALSE);
  if (iso3 == NULL && words->len > 2 && g_str_equal (words->pdata[0], "the")
      && g_str_equal (words->pdata[1], "st"))
    {
      g_free (words->pdata[1]);
      words->pdata[1] = g_strdup ("saint");
      iso3 = lookup_key (self, words, FALSE);
    }

  return iso3;
}
