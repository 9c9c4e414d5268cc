/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <gio/gio.h>

#include "core/drafting/lexicon-private.h"

/* What the fields behind the patterns may hold: words parted by "/"; "*" for anything, "?" before what may be missing;
 * of a field that begins with "+", any number. */
static const struct
{
  const char *name;
  const char *fields[4];
} schema[SUIVI_N_SECTIONS] = {
  [SUIVI_SECTION_VERBS] = { "verbs",
                            { "?*", "1/2/3/4/5", "+check/noun/treaty/wish/aid/law/amount/gap",
                              "?thought/no-change/general/result/outside" } },
  [SUIVI_SECTION_SOFTENERS]
  = { "softeners", { "1/2/3/4", "thought/no-change/effort/try/outside", "?alone" } },
  [SUIVI_SECTION_VAGUE] = { "vague", { "effort/loose/degree/try" } },
  [SUIVI_SECTION_LEAD_INS] = { "lead-ins" },
  [SUIVI_SECTION_MODALS] = { "modals" },
  [SUIVI_SECTION_ADVERBS] = { "adverbs" },
  [SUIVI_SECTION_JOINS] = { "joins" },
  [SUIVI_SECTION_ALSO] = { "also" },
  [SUIVI_SECTION_PURPOSE] = { "purpose" },
  [SUIVI_SECTION_EXAMPLES] = { "examples" },
  [SUIVI_SECTION_DETERMINERS] = { "determiners" },
  [SUIVI_SECTION_PRONOUNS] = { "pronouns" },
  [SUIVI_SECTION_WISHES] = { "wishes" },
  [SUIVI_SECTION_AID] = { "aid" },
  [SUIVI_SECTION_NUMBERS] = { "numbers", { "*" } },
  [SUIVI_SECTION_MONTHS] = { "months", { "*" } },
  [SUIVI_SECTION_UNITS] = { "units", { "days/weeks/months/years" } },
  [SUIVI_SECTION_DATES]
  = { "dates",
      { "day/month/year/month-end/year-end/middle/half-1/half-2/quarter-1/quarter-2/quarter-3/quarter-4" } },
  [SUIVI_SECTION_TIME_FRAMES]
  = { "time-frames", { "by/in/before/within/half-within/next-review/mid-term/event/soon" } },
  [SUIVI_SECTION_NAME_JOINS] = { "name-joins" },
  [SUIVI_SECTION_ACTORS] = { "actors" },
  [SUIVI_SECTION_TREATIES] = { "treaties", { "?*" } },
  [SUIVI_SECTION_LAWS] = { "laws", { "?name" } },
  [SUIVI_SECTION_LAW_LINKS] = { "law-links" },
  [SUIVI_SECTION_BODIES] = { "bodies" },
  [SUIVI_SECTION_GROUPS] = { "groups" },
  [SUIVI_SECTION_SUBJECTS] = { "subjects" },
  [SUIVI_SECTION_MEASURES] = { "measures" },
  [SUIVI_SECTION_NOT_MEASURES] = { "not-measures" },
  [SUIVI_SECTION_INDICATORS] = { "indicators", { "*", "*" } },
  [SUIVI_SECTION_CHILDREN] = { "children" },
};

static void
free_rule (gpointer data)
{
  SuiviRule *rule = data;

  suivi_pattern_free (rule->pattern);
  g_free (rule);
}

static void
free_entry (gpointer data)
{
  SuiviEntry *entry = data;

  g_free (entry->name);
  g_strfreev (entry->fields);
  g_free (entry);
}

static gboolean
is_allowed_word (const char *allowed, const char *word)
{
  g_auto (GStrv) words = g_strsplit (allowed, "/", -1);

  return g_strv_contains ((const char *const *) words, word);
}

/* Whether a field holds what the schema wants there. */
static gboolean
is_allowed (const char *allowed, const char *field)
{
  gboolean missing = field == NULL || *field == '\0';

  if (allowed == NULL)
    return missing;
  if (*allowed == '+')
    {
      g_auto (GStrv) words = g_strsplit (missing ? "" : field, " ", -1);

      for (gsize i = 0; words[i] != NULL; i++)
        {
          if (!is_allowed_word (allowed + 1, words[i]))
            return FALSE;
        }
      return TRUE;
    }
  if (*allowed == '?')
    {
      if (missing)
        return TRUE;
      allowed++;
    }

  return !missing && (g_str_equal (allowed, "*") || is_allowed_word (allowed, field));
}

static void
index_rule (GHashTable *index, const char *key, SuiviRule *rule)
{
  GPtrArray *rules = g_hash_table_lookup (index, key);

  if (rules == NULL)
    {
      rules = g_ptr_array_new ();
      g_hash_table_insert (index, g_strdup (key), rules);
    }
  /* "(the) the …" would enter one rule twice. */
  if (!g_ptr_array_find (rules, rule, NULL))
    g_ptr_array_add (rules, rule);
}

static gboolean
add_rule (SuiviRules *section, const char *source, SuiviEntry *entry, guint form, GError **error)
{
  g_autoptr (GPtrArray) beginnings = NULL;
  SuiviPattern *pattern = suivi_pattern_new (source, error);
  SuiviRule *rule = NULL;

  if (pattern == NULL)
    return FALSE;

  rule = g_new0 (SuiviRule, 1);
  rule->pattern = pattern;
  rule->entry = entry;
  rule->form = form;
  g_ptr_array_add (section->rules, rule);

  beginnings = suivi_pattern_list_beginnings (pattern);
  if (beginnings == NULL)
    {
      g_ptr_array_add (section->by_chance, rule);
      return TRUE;
    }
  for (guint i = 0; i < beginnings->len; i++)
    {
      const char *word = g_ptr_array_index (beginnings, i);

      if (!g_str_has_suffix (word, "*"))
        {
          index_rule (section->by_word, word, rule);
        }
      else if (strlen (word) > SUIVI_STEM_LENGTH)
        {
          g_autofree char *stem = g_strndup (word, SUIVI_STEM_LENGTH);

          index_rule (section->by_stem, stem, rule);
        }
      else
        {
          g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
                       "“%s” needs at least %d letters before the star", source, SUIVI_STEM_LENGTH);
          return FALSE;
        }
    }

  return TRUE;
}

/* What fills a slot must not ask for the same slot again. */
static gboolean
may_have_slots (SuiviSection section, const char *line)
{
  switch ((guint) section)
    {
    case SUIVI_SECTION_NUMBERS:
    case SUIVI_SECTION_MONTHS:
    case SUIVI_SECTION_UNITS:
    case SUIVI_SECTION_JOINS:
    case SUIVI_SECTION_NAME_JOINS:
      return strchr (line, '{') == NULL;
    case SUIVI_SECTION_DATES:
      return strstr (line, "{date}") == NULL;
    default:
      return TRUE;
    }
}

/* A time frame must have in braces what its kind is reckoned from. */
static gboolean
has_slots (SuiviSection section, const SuiviEntry *entry, const char *pattern)
{
  const char *kind = suivi_entry_get_field (entry, 0);

  if (section != SUIVI_SECTION_TIME_FRAMES)
    return TRUE;
  if (g_str_equal (kind, "by") || g_str_equal (kind, "in") || g_str_equal (kind, "before"))
    return strstr (pattern, "{date}") != NULL;
  if (g_str_has_suffix (kind, "within"))
    return strstr (pattern, "{number}") != NULL && strstr (pattern, "{unit}") != NULL;

  return TRUE;
}

static gboolean
add_forms (SuiviSection id,
           SuiviRules *section,
           const char *forms,
           SuiviEntry *entry,
           guint form,
           GError **error)
{
  g_auto (GStrv) sources = g_strsplit (forms, ",", -1);

  for (gsize i = 0; sources[i] != NULL; i++)
    {
      if (!has_slots (id, entry, sources[i]))
        {
          g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
                       "“%s” needs {date}, or {number} and {unit}", sources[i]);
          return FALSE;
        }
      if (!add_rule (section, g_strstrip (sources[i]), entry, form, error))
        return FALSE;
    }

  return TRUE;
}

/* "criminalise/criminalize, outlaw" → "criminalise"; also without "..", stars and what is in brackets: the dictionary
 * form, without what only helps to find it. */
static char *
make_name (const char *patterns)
{
  g_autofree char *first = g_strndup (patterns, strcspn (patterns, ","));
  g_auto (GStrv) tokens = g_strsplit (first, " ", -1);
  GString *name = g_string_new (NULL);

  for (gsize i = 0; tokens[i] != NULL; i++)
    {
      if (*tokens[i] == '\0' || *tokens[i] == '(' || g_str_equal (tokens[i], ".."))
        continue;
      if (name->len > 0)
        g_string_append_c (name, ' ');
      g_string_append_len (name, tokens[i], strcspn (tokens[i], "/*"));
    }

  return g_string_free (name, FALSE);
}

static gboolean
add_line (SuiviLexicon *self, SuiviSection id, const char *line, GError **error)
{
  SuiviRules *section = &self->sections[id];
  g_auto (GStrv) fields = g_strsplit (line, "|", -1);
  SuiviEntry *entry = g_new0 (SuiviEntry, 1);
  guint n_fields = 0;

  g_ptr_array_add (section->entries, entry);
  if (!may_have_slots (id, line))
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, "“%s” may not have braces here", line);
      return FALSE;
    }
  for (gsize i = 0; fields[i] != NULL; i++)
    g_strstrip (fields[i]);
  entry->name = make_name (fields[0]);
  entry->fields = g_strdupv (fields + 1);

  n_fields = g_strv_length (entry->fields);
  for (guint i = 0; i < MAX (n_fields, G_N_ELEMENTS (schema[id].fields)); i++)
    {
      const char *allowed = i < G_N_ELEMENTS (schema[id].fields) ? schema[id].fields[i] : NULL;

      if (!is_allowed (allowed, i < n_fields ? entry->fields[i] : NULL))
        {
          g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
                       "“%s” has a wrong field number %u; it may be: %s", line, i + 1,
                       allowed != NULL ? allowed : "nothing");
          return FALSE;
        }
    }

  if (!add_forms (id, section, fields[0], entry, 0, error))
    return FALSE;

  return id != SUIVI_SECTION_VERBS || *entry->fields[0] == '\0'
         || add_forms (id, section, entry->fields[0], entry, 1, error);
}

static gboolean
find_section (const char *line, SuiviSection *section)
{
  for (guint i = 0; i < SUIVI_N_SECTIONS; i++)
    {
      g_autofree char *heading = g_strdup_printf ("[%s]", schema[i].name);

      if (g_str_equal (line, heading))
        {
          *section = i;
          return TRUE;
        }
    }

  return FALSE;
}

/**
 * suivi_lexicon_new_for_text:
 * @text: what stands in the file
 * @error: return location: the line that cannot be read, or the section that is missing (for translators; not
 * translated itself)
 *
 * Returns: (transfer full): the lexicon, or %NULL
 */
SuiviLexicon *
suivi_lexicon_new_for_text (const char *text, GError **error)
{
  g_autoptr (SuiviLexicon) self = g_new0 (SuiviLexicon, 1);
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  SuiviSection section = SUIVI_N_SECTIONS;

  for (guint i = 0; i < SUIVI_N_SECTIONS; i++)
    {
      self->sections[i].entries = g_ptr_array_new_with_free_func (free_entry);
      self->sections[i].rules = g_ptr_array_new_with_free_func (free_rule);
      self->sections[i].by_word
        = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref);
      self->sections[i].by_stem
        = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref);
      self->sections[i].by_chance = g_ptr_array_new ();
    }

  for (gsize i = 0; lines[i] != NULL; i++)
    {
      const char *line = g_strstrip (lines[i]);

      if (*line == '\0' || *line == '#')
        continue;
      if (*line == '[')
        {
          if (!find_section (line, &section))
            {
              g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, "line %zu: there is no section %s",
                           i + 1, line);
              return NULL;
            }
          continue;
        }
      if (section == SUIVI_N_SECTIONS)
        {
          g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, "line %zu stands before the first section",
                       i + 1);
          return NULL;
        }
      if (!add_line (self, section, line, error))
        {
          g_prefix_error (error, "line %zu: ", i + 1);
          return NULL;
        }
    }

  for (guint i = 0; i < SUIVI_N_SECTIONS; i++)
    {
      if (self->sections[i].entries->len == 0)
        {
          g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, "the section [%s] is missing or empty",
                       schema[i].name);
          return NULL;
        }
    }

  return g_steal_pointer (&self);
}
