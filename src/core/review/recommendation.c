/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "core/reference/states.h"
#include "core/review/recommendation.h"

G_DEFINE_BOXED_TYPE (SuiviRecommendation,
                     suivi_recommendation,
                     suivi_recommendation_ref,
                     suivi_recommendation_unref)

/**
 * suivi_recommendation_new:
 *
 * Returns: (transfer full): an empty recommendation of the UPR with a new random key
 */
SuiviRecommendation *
suivi_recommendation_new (void)
{
  SuiviRecommendation *self = g_new0 (SuiviRecommendation, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->id = g_uuid_string_random ();
  self->mechanism = g_strdup (SUIVI_MECHANISM_UPR);
  self->concerned = g_new0 (char *, 1);
  self->states = g_new0 (char *, 1);
  self->themes = g_new0 (char *, 1);
  self->groups = g_new0 (char *, 1);
  self->sdgs = g_new0 (char *, 1);
  self->issues = g_new0 (char *, 1);
  self->institutions = g_new0 (char *, 1);

  return self;
}

/**
 * suivi_recommendation_copy:
 *
 * Returns: (transfer full): a separate recommendation with the same content and the same key, to be changed
 */
SuiviRecommendation *
suivi_recommendation_copy (SuiviRecommendation *self)
{
  SuiviRecommendation *copy = g_new0 (SuiviRecommendation, 1);

  *copy = *self;
  g_atomic_ref_count_init (&copy->ref_count);
  copy->id = g_strdup (self->id);
  copy->mechanism = g_strdup (self->mechanism);
  copy->concerned = g_strdupv (self->concerned);
  copy->review_id = g_strdup (self->review_id);
  copy->parent_id = g_strdup (self->parent_id);
  copy->import_id = g_strdup (self->import_id);
  copy->symbol = g_strdup (self->symbol);
  copy->number = g_strdup (self->number);
  copy->date = g_strdup (self->date);
  copy->source_key = g_strdup (self->source_key);
  copy->text = g_strdup (self->text);
  copy->original = g_strdup (self->original);
  copy->states = g_strdupv (self->states);
  copy->position_word = g_strdup (self->position_word);
  copy->position_source = g_strdup (self->position_source);
  copy->themes = g_strdupv (self->themes);
  copy->groups = g_strdupv (self->groups);
  copy->sdgs = g_strdupv (self->sdgs);
  copy->issues = g_strdupv (self->issues);
  copy->institutions = g_strdupv (self->institutions);

  return copy;
}

/**
 * suivi_recommendation_ref:
 *
 * Returns: (transfer full): @self with one more reference
 */
SuiviRecommendation *
suivi_recommendation_ref (SuiviRecommendation *self)
{
  g_atomic_ref_count_inc (&self->ref_count);

  return self;
}

/**
 * suivi_recommendation_unref:
 * @self: (transfer full): a recommendation
 */
void
suivi_recommendation_unref (SuiviRecommendation *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  g_free (self->id);
  g_free (self->mechanism);
  g_strfreev (self->concerned);
  g_free (self->review_id);
  g_free (self->parent_id);
  g_free (self->import_id);
  g_free (self->symbol);
  g_free (self->number);
  g_free (self->date);
  g_free (self->source_key);
  g_free (self->text);
  g_free (self->original);
  g_strfreev (self->states);
  g_free (self->position_word);
  g_free (self->position_source);
  g_strfreev (self->themes);
  g_strfreev (self->groups);
  g_strfreev (self->sdgs);
  g_strfreev (self->issues);
  g_strfreev (self->institutions);
  g_free (self);
}

static void
set_list (char ***list, const char *const *values)
{
  if (values == NULL)
    return;

  g_strfreev (*list);
  *list = g_strdupv ((char **) values);
}

/**
 * suivi_recommendation_set_lists:
 * @states: (nullable): recommending States, or %NULL to leave them
 * @themes: (nullable): themes, or %NULL to leave them
 * @groups: (nullable): groups of persons, or %NULL to leave them
 * @sdgs: (nullable): codes, or %NULL to leave them
 */
void
suivi_recommendation_set_lists (SuiviRecommendation *self,
                                const char *const *states,
                                const char *const *themes,
                                const char *const *groups,
                                const char *const *sdgs)
{
  set_list (&self->states, states);
  set_list (&self->themes, themes);
  set_list (&self->groups, groups);
  set_list (&self->sdgs, sdgs);
}

/**
 * suivi_recommendation_is_output:
 *
 * Returns: whether it is an output of another mechanism than the UPR: it has no review, no recommending States, no
 *   position, and is not graded
 */
gboolean
suivi_recommendation_is_output (SuiviRecommendation *self)
{
  return g_strcmp0 (self->mechanism, SUIVI_MECHANISM_UPR) != 0;
}

/**
 * suivi_recommendation_states_to_text:
 *
 * Returns: (transfer full): the names of the recommending States, in the user's language, "France, Togo"
 */
char *
suivi_recommendation_states_to_text (SuiviRecommendation *self)
{
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();
  g_auto (GStrv) strv = NULL;

  for (gsize i = 0; self->states[i] != NULL; i++)
    g_strv_builder_add (names, suivi_state_get_name (self->states[i]));
  strv = g_strv_builder_end (names);

  return g_strjoinv (", ", strv);
}

/**
 * suivi_recommendation_number_to_sort_key:
 * @number: (nullable): "140.12", "121.2 (a)", "26"
 *
 * Digits are padded, so that 140.9 comes before 140.12 in the order of bytes.
 *
 * Returns: (transfer full): the key
 */
char *
suivi_recommendation_number_to_sort_key (const char *number)
{
  GString *key = g_string_new (NULL);

  for (const char *p = number != NULL ? number : ""; *p != '\0';)
    {
      gsize digits = strspn (p, "0123456789");

      if (digits > 0)
        {
          for (gsize i = digits; i < 8; i++)
            g_string_append_c (key, '0');
          g_string_append_len (key, p, digits);
          p += digits;
        }
      else
        {
          g_string_append_c (key, *p);
          p++;
        }
    }

  return g_string_free (key, FALSE);
}
