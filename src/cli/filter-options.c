/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "cli/filter-options.h"
#include "core/reference/states.h"
#include "core/review/position.h"
#include "core/scorecard/light.h"
#include "core/text/text.h"

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
      N_ ("Only those supported, noted, part (supported in part) or pending"), N_ ("POSITION") },
    { "theme", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &self->themes,
      N_ ("Only those with this theme, or with themes that contain this text"), N_ ("TEXT") },
    { "group", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &self->groups,
      N_ ("Only those about this group of persons, or about groups that contain this text"), N_ ("TEXT") },
    { "state", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &self->states,
      N_ ("Only those that this State made (three-letter code)"), "ISO3" },
    { "light", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &self->lights,
      N_ ("Only those that are green, amber, red or grey"), N_ ("LIGHT") },
    { "child-focused", 0, 0, G_OPTION_ARG_NONE, &self->child_focused, N_ ("Only those about children"),
      NULL },
    { "review", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &self->reviews, N_ ("Only those of this review"),
      "ISO3:SESSION" },
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
check_nicks (const SuiviCliCommand *command,
             const char *option,
             GType type,
             char **values,
             const char *choices)
{
  int value = 0;

  for (gsize i = 0; values != NULL && values[i] != NULL; i++)
    {
      if (suivi_enum_from_nick (type, values[i], &value))
        continue;

      /* Translators: the first %s is an option such as "--light", the second a list of words */
      suivi_cli_wrong_usage (command, _ ("What follows %s must be one of: %s."), option, choices);
      return FALSE;
    }

  return TRUE;
}

/* Codes are written in any case and kept in capitals. */
static gboolean
check_states (const SuiviCliCommand *command, char **values)
{
  for (gsize i = 0; values != NULL && values[i] != NULL; i++)
    {
      char *code = g_ascii_strup (values[i], -1);

      g_free (values[i]);
      values[i] = code;
      if (!g_utf8_validate (code, -1, NULL) || !suivi_state_exists (code))
        {
          g_autofree char *valid = g_utf8_make_valid (code, -1);

          suivi_cli_wrong_usage (command, _ ("“%s” is not the three-letter code (ISO 3166-1) of a State."),
                                 valid);
          return FALSE;
        }
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
  for (gsize i = 0; self->reviews != NULL && self->reviews[i] != NULL; i++)
    {
      g_autofree char *state = NULL;
      guint session = 0;

      if (!suivi_cli_parse_review (command, self->reviews[i], &state, &session))
        return FALSE;
    }

  return check_names (command, "--theme", self->themes) && check_names (command, "--group", self->groups)
         && check_nicks (command, "--position", SUIVI_TYPE_POSITION, self->positions,
                         "supported, noted, part, pending")
         && check_nicks (command, "--light", SUIVI_TYPE_LIGHT, self->lights, "green, amber, red, grey")
         && check_states (command, self->states);
}

static gboolean
add_matching (SuiviFilter *filter, SuiviFacet facet, GPtrArray *known, const char *wanted, gboolean whole)
{
  g_autofree char *needle = suivi_text_fold (wanted);
  gboolean found = FALSE;

  for (guint i = 0; i < known->len; i++)
    {
      SuiviFacetCount *count = g_ptr_array_index (known, i);
      g_autofree char *name = suivi_text_fold (count->value);

      if (whole ? g_str_equal (name, needle) : strstr (name, needle) != NULL)
        {
          suivi_filter_add (filter, facet, count->value);
          found = TRUE;
        }
    }

  return found;
}

/* A name as it stands in the workspace, else all names that contain the text, else none: then no row is
 * meant. */
static gboolean
add_names (SuiviFilter *filter, SuiviStore *store, SuiviFacet facet, char **values, GError **error)
{
  g_autoptr (SuiviFilter) everything = NULL;
  g_autoptr (GPtrArray) known = NULL;

  if (values == NULL)
    return TRUE;

  everything = suivi_filter_new ();
  known = suivi_store_count_facet (store, everything, facet, error);
  if (known == NULL)
    return FALSE;

  for (gsize i = 0; values[i] != NULL; i++)
    {
      if (!add_matching (filter, facet, known, values[i], TRUE)
          && !add_matching (filter, facet, known, values[i], FALSE))
        suivi_filter_add (filter, facet, values[i]);
    }

  return TRUE;
}

static void
add_values (SuiviFilter *filter, SuiviFacet facet, char **values)
{
  for (gsize i = 0; values != NULL && values[i] != NULL; i++)
    suivi_filter_add (filter, facet, values[i]);
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
  g_autoptr (SuiviFilter) filter = suivi_filter_new ();

  if (self->search != NULL)
    {
      g_autofree char *search = g_strjoinv (" ", self->search);

      suivi_filter_set_search (filter, search);
    }
  add_values (filter, SUIVI_FACET_POSITION, self->positions);
  add_values (filter, SUIVI_FACET_LIGHT, self->lights);
  add_values (filter, SUIVI_FACET_STATE, self->states);
  if (self->child_focused)
    suivi_filter_add (filter, SUIVI_FACET_CHILDREN, "yes");

  if (!add_names (filter, store, SUIVI_FACET_THEME, self->themes, error)
      || !add_names (filter, store, SUIVI_FACET_GROUP, self->groups, error)
      || !add_reviews (filter, store, self->reviews, error))
    return NULL;

  return g_steal_pointer (&filter);
}
