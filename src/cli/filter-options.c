/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "cli/filter-options.h"
#include "core/text/text.h"

#define MAX_CYCLE    99
#define N_CATEGORIES 5

/**
 * suivi_cli_filter_options_init:
 *
 * Returns: (transfer none): the options, to be parsed into @self
 */
const GOptionEntry *
suivi_cli_filter_options_init (SuiviCliFilterOptions *self)
{
  const GOptionEntry entries[SUIVI_CLI_N_FILTER_OPTIONS + 1] = {
    { "search", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &self->search,
      N_ ("Only those with words that begin so, in number, text or names of States"), N_ ("TEXT") },
    { "position", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &self->positions,
      N_ ("Only those supported, noted, part (supported in part), pending, or a voluntary commitment"),
      N_ ("POSITION") },
    { "theme", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &self->themes,
      N_ ("Only those with this theme, or with themes that contain this text"), N_ ("TEXT") },
    { "group", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &self->groups,
      N_ ("Only those about this group of persons, or about groups that contain this text"), N_ ("TEXT") },
    { "state", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &self->states,
      N_ ("Only those that this State made (three-letter code)"), "ISO3" },
    { "light", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &self->lights,
      N_ ("Only those that are green, amber, red, worse (than before) or grey"), N_ ("LIGHT") },
    { "child-focused", 0, 0, G_OPTION_ARG_NONE, &self->child_focused, N_ ("Only those about children"),
      NULL },
    { "review", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &self->reviews, N_ ("Only those of this review"),
      "ISO3:SESSION" },
    { "mechanism", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &self->mechanisms,
      N_ ("Only what this mechanism said: UPR (if nothing is said), CRC, …"), N_ ("NAME") },
    { "cycle", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &self->cycles, N_ ("Only those of this cycle of reviews"),
      N_ ("NUMBER") },
    { "category", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &self->categories,
      N_ ("Only those with this action category of UPR Info, 1 to 5"), N_ ("NUMBER") },
    { "issue", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &self->issues,
      N_ ("Only those with this issue of UPR Info, or with issues that contain this text"), N_ ("TEXT") },
    { "cluster", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &self->clusters,
      N_ ("Only those in the cluster of this title, or in clusters whose titles contain this text"),
      N_ ("TITLE") },
    { "institution", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &self->institutions,
      N_ ("Only those that this institution is to implement, or institutions whose names contain this text"),
      N_ ("NAME") },
    { NULL },
  };

  memset (self, 0, sizeof *self);
  memcpy (self->entries, entries, sizeof entries);

  return self->entries;
}

/**
 * suivi_cli_filter_options_clear:
 */
void
suivi_cli_filter_options_clear (SuiviCliFilterOptions *self)
{
  g_clear_pointer (&self->search, g_strfreev);
  g_clear_pointer (&self->positions, g_strfreev);
  g_clear_pointer (&self->themes, g_strfreev);
  g_clear_pointer (&self->groups, g_strfreev);
  g_clear_pointer (&self->states, g_strfreev);
  g_clear_pointer (&self->lights, g_strfreev);
  g_clear_pointer (&self->reviews, g_strfreev);
  g_clear_pointer (&self->mechanisms, g_strfreev);
  g_clear_pointer (&self->cycles, g_strfreev);
  g_clear_pointer (&self->categories, g_strfreev);
  g_clear_pointer (&self->issues, g_strfreev);
  g_clear_pointer (&self->clusters, g_strfreev);
  g_clear_pointer (&self->institutions, g_strfreev);
}

static gboolean
check_names (const SuiviCliCommand *command, const char *option, char **values)
{
  for (gsize i = 0; values != NULL && values[i] != NULL; i++)
    {
      if (!suivi_cli_check_text (command, option, values[i]))
        return FALSE;
      if (suivi_text_is_blank (values[i]))
        {
          suivi_cli_wrong_usage (command, _ ("Nothing stands after %s."), option);
          return FALSE;
        }
    }

  return TRUE;
}

static gboolean
check_choices (const SuiviCliCommand *command, const char *option, char **values, const char *const *choices)
{
  for (gsize i = 0; values != NULL && values[i] != NULL; i++)
    {
      g_autofree char *list = NULL;

      if (g_strv_contains (choices, values[i]))
        continue;

      list = g_strjoinv (", ", (char **) choices);
      /* Translators: the first %s is an option such as "--light", the second a list of words */
      suivi_cli_wrong_usage (command, _ ("What follows %s must be one of: %s."), option, list);
      return FALSE;
    }

  return TRUE;
}

/* What is "04" here becomes "4", as it stands in the workspace. */
static gboolean
check_numbers (const SuiviCliCommand *command, const char *option, char **values, guint64 max)
{
  for (gsize i = 0; values != NULL && values[i] != NULL; i++)
    {
      guint64 number = 0;

      if (!g_ascii_string_to_unsigned (values[i], 10, 1, max, &number, NULL))
        {
          g_autofree char *text = g_strdup_printf ("%" G_GUINT64_FORMAT, max);

          /* Translators: the first %s is an option such as "--cycle", the second a number */
          suivi_cli_wrong_usage (command, _ ("What follows %s must be a number from 1 to %s."), option, text);
          return FALSE;
        }

      g_free (values[i]);
      values[i] = g_strdup_printf ("%" G_GUINT64_FORMAT, number);
    }

  return TRUE;
}

/**
 * suivi_cli_filter_options_check:
 *
 * Looks at what can be judged without the workspace.
 *
 * Returns: whether all values are possible; if not, it was said why
 */
gboolean
suivi_cli_filter_options_check (SuiviCliFilterOptions *self, const SuiviCliCommand *command)
{
  static const char *const positions[] = { "supported", "noted", "part", "pending", "commitment", NULL };
  static const char *const lights[] = { "green", "amber", "red", "worse", "grey", NULL };

  for (gsize i = 0; self->reviews != NULL && self->reviews[i] != NULL; i++)
    {
      g_autofree char *state = NULL;
      guint session = 0;

      if (!suivi_cli_parse_review (command, self->reviews[i], &state, &session))
        return FALSE;
    }

  return check_names (command, "--theme", self->themes) && check_names (command, "--group", self->groups)
         && check_choices (command, "--position", self->positions, positions)
         && check_choices (command, "--light", self->lights, lights)
         && suivi_cli_check_states (command, self->states)
         && check_names (command, "--mechanism", self->mechanisms)
         && check_names (command, "--issue", self->issues)
         && check_names (command, "--cluster", self->clusters)
         && check_names (command, "--institution", self->institutions)
         && check_numbers (command, "--cycle", self->cycles, MAX_CYCLE)
         && check_numbers (command, "--category", self->categories, N_CATEGORIES);
}

static void
add_values (SuiviFilter *filter, SuiviFacet facet, const char *const *values)
{
  for (gsize i = 0; values != NULL && values[i] != NULL; i++)
    suivi_filter_add (filter, facet, values[i]);
}

/* Whether a folded name answers to what was typed, folded too. */
typedef gboolean (*MatchFunc) (const char *name, const char *wanted);

static gboolean
is_it (const char *name, const char *wanted)
{
  return g_str_equal (name, wanted);
}

static gboolean
contains_it (const char *name, const char *wanted)
{
  return strstr (name, wanted) != NULL;
}

/* "SR" are all special rapporteurs, but the "CAT" is not in "SR Education". */
static gboolean
has_word_that_begins_so (const char *name, const char *wanted)
{
  for (const char *p = strstr (name, wanted); p != NULL; p = strstr (p + 1, wanted))
    {
      if (p == name || !g_unichar_isalnum (g_utf8_get_char (g_utf8_prev_char (p))))
        return TRUE;
    }

  return FALSE;
}

static gboolean
add_matching (SuiviFilter *filter, SuiviFacet facet, GPtrArray *known, const char *wanted, MatchFunc matches)
{
  g_autofree char *needle = suivi_text_fold (wanted);
  gboolean found = FALSE;

  for (guint i = 0; i < known->len; i++)
    {
      SuiviFacetCount *count = g_ptr_array_index (known, i);
      g_autofree char *name = suivi_text_fold (count->value);

      if (matches (name, needle))
        {
          suivi_filter_add (filter, facet, count->value);
          found = TRUE;
        }
    }

  return found;
}

/* Where names are looked for: in the working copy of a workspace, or in the rows of an edition, which keep the names of
 * their day. */
typedef struct
{
  SuiviStore *store;
  GPtrArray *rows; /* (nullable) (element-type SuiviEditionRow) */
} Names;

static void
add_known (GPtrArray *known, GHashTable *seen, const char *value)
{
  SuiviFacetCount *count = NULL;

  if (*value == '\0' || g_hash_table_contains (seen, value))
    return;

  count = g_new0 (SuiviFacetCount, 1);
  count->value = g_strdup (value);
  g_ptr_array_add (known, count);
  g_hash_table_add (seen, count->value);
}

static char **
get_frozen (const SuiviEditionRow *row, SuiviFacet facet)
{
  if (facet == SUIVI_FACET_THEME)
    return row->themes;
  if (facet == SUIVI_FACET_GROUP)
    return row->groups;
  if (facet == SUIVI_FACET_ISSUE)
    return row->issues;

  return facet == SUIVI_FACET_INSTITUTION ? row->institutions : NULL;
}

/* What is frozen was said by the UPR. */
static GPtrArray *
list_frozen (GPtrArray *rows, SuiviFacet facet)
{
  GPtrArray *known = g_ptr_array_new_with_free_func ((GDestroyNotify) suivi_facet_count_free);
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  if (facet == SUIVI_FACET_MECHANISM)
    add_known (known, seen, SUIVI_MECHANISM_UPR);
  for (guint i = 0; i < rows->len; i++)
    {
      const SuiviEditionRow *row = g_ptr_array_index (rows, i);
      char **values = get_frozen (row, facet);

      if (facet == SUIVI_FACET_CLUSTER)
        add_known (known, seen, row->cluster);
      for (gsize j = 0; values != NULL && values[j] != NULL; j++)
        add_known (known, seen, values[j]);
    }

  return known;
}

static GPtrArray *
list_known (const Names *names, const SuiviFilter *filter, SuiviFacet facet, GError **error)
{
  g_autoptr (SuiviFilter) all = NULL;

  if (names->rows != NULL)
    return list_frozen (names->rows, facet);

  all = suivi_filter_new ();
  add_values (all, SUIVI_FACET_MECHANISM, suivi_filter_get (filter, SUIVI_FACET_MECHANISM));

  return suivi_store_count_facet (names->store, all, facet, error);
}

/* A name as it stands there, else all names that match the text, else none: then no row is meant. */
static gboolean
add_names (SuiviFilter *filter,
           const Names *names,
           SuiviFacet facet,
           char **values,
           MatchFunc matches,
           GError **error)
{
  g_autoptr (GPtrArray) known = NULL;

  if (values == NULL)
    return TRUE;

  known = list_known (names, filter, facet, error);
  if (known == NULL)
    return FALSE;

  for (gsize i = 0; values[i] != NULL; i++)
    {
      if (!add_matching (filter, facet, known, values[i], is_it)
          && !add_matching (filter, facet, known, values[i], matches))
        suivi_filter_add (filter, facet, values[i]);
    }

  return TRUE;
}

static gboolean
add_reviews (SuiviFilter *filter, SuiviStore *store, char **tokens, GError **error)
{
  for (gsize i = 0; tokens != NULL && tokens[i] != NULL; i++)
    {
      g_autoptr (SuiviReview) review = NULL;
      g_autofree char *state = NULL;
      guint session = 0;

      if (!suivi_review_parse_token (tokens[i], &state, &session))
        continue;
      review = suivi_cli_find_review (store, state, session, error);
      if (review == NULL)
        return FALSE;
      suivi_filter_add (filter, SUIVI_FACET_REVIEW, review->id);
    }

  return TRUE;
}

static SuiviFilter *
make_filter (SuiviCliFilterOptions *self, const Names *names, GError **error)
{
  g_autoptr (SuiviFilter) filter = suivi_filter_new ();

  if (self->search != NULL)
    {
      g_autofree char *search = g_strjoinv (" ", self->search);

      suivi_filter_set_search (filter, search);
    }
  add_values (filter, SUIVI_FACET_POSITION, (const char *const *) self->positions);
  add_values (filter, SUIVI_FACET_LIGHT, (const char *const *) self->lights);
  add_values (filter, SUIVI_FACET_STATE, (const char *const *) self->states);
  add_values (filter, SUIVI_FACET_CYCLE, (const char *const *) self->cycles);
  add_values (filter, SUIVI_FACET_CATEGORY, (const char *const *) self->categories);
  if (self->child_focused)
    suivi_filter_add (filter, SUIVI_FACET_CHILDREN, "yes");

  /* Mechanisms first: they say where the other names are looked for. */
  if (!add_names (filter, names, SUIVI_FACET_MECHANISM, self->mechanisms, has_word_that_begins_so, error)
      || !add_names (filter, names, SUIVI_FACET_THEME, self->themes, contains_it, error)
      || !add_names (filter, names, SUIVI_FACET_GROUP, self->groups, contains_it, error)
      || !add_names (filter, names, SUIVI_FACET_ISSUE, self->issues, contains_it, error)
      || !add_names (filter, names, SUIVI_FACET_CLUSTER, self->clusters, contains_it, error)
      || !add_names (filter, names, SUIVI_FACET_INSTITUTION, self->institutions, contains_it, error)
      || !add_reviews (filter, names->store, self->reviews, error))
    return NULL;

  return g_steal_pointer (&filter);
}

/**
 * suivi_cli_filter_options_to_filter:
 * @error: return location of a %SUIVI_STORE_ERROR, such as for a review that the workspace does not have
 *
 * Several options of one kind widen each other, options of different kinds narrow each other. Several
 * searches are one search for all their words. To be called after suivi_cli_filter_options_check().
 *
 * Returns: (transfer full) (nullable): the filter
 */
SuiviFilter *
suivi_cli_filter_options_to_filter (SuiviCliFilterOptions *self, SuiviStore *store, GError **error)
{
  const Names names = { store, NULL };

  return make_filter (self, &names, error);
}

/**
 * suivi_cli_filter_options_to_edition_filter:
 * @edition: a frozen edition
 * @error: return location of a %SUIVI_STORE_ERROR, such as for a review that the workspace does not have
 *
 * suivi_cli_filter_options_to_filter() for the rows of an edition: the names are those of its day.
 *
 * Returns: (transfer full) (nullable): the filter
 */
SuiviFilter *
suivi_cli_filter_options_to_edition_filter (SuiviCliFilterOptions *self,
                                            SuiviStore *store,
                                            const SuiviEdition *edition,
                                            GError **error)
{
  g_autoptr (GPtrArray) rows = suivi_store_list_edition_rows (store, edition->id, error);
  const Names names = { store, rows };

  return rows != NULL ? make_filter (self, &names, error) : NULL;
}
