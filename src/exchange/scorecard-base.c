/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "exchange/scorecard-base.h"
#include "exchange/xlsx-writer.h"

/* "2:" is the version; then eight digits for each of these, in this order; then the review: "2:0a1b…:SVN:48". Version 1 had
 * no institutions. */
#define PREFIX   "2:"
#define PREFIX_1 "1:"
#define N_DIGITS 8

static const SuiviPlanField fields[] = {
  SUIVI_PLAN_FIELD_NUMBER,       SUIVI_PLAN_FIELD_TEXT,   SUIVI_PLAN_FIELD_STATES,
  SUIVI_PLAN_FIELD_POSITION,     SUIVI_PLAN_FIELD_THEMES, SUIVI_PLAN_FIELD_GROUPS,
  SUIVI_PLAN_FIELD_CHILDREN,     SUIVI_PLAN_FIELD_LAW,    SUIVI_PLAN_FIELD_POLICY,
  SUIVI_PLAN_FIELD_PRACTICE,     SUIVI_PLAN_FIELD_LIGHT,  SUIVI_PLAN_FIELD_REASON,
  SUIVI_PLAN_FIELD_SOURCE,       SUIVI_PLAN_FIELD_DATE,   SUIVI_PLAN_FIELD_NAME,
  SUIVI_PLAN_FIELD_INSTITUTIONS,
};

/* Institutions of one recommendation, and characters of the name of one, as the workspace takes them. */
#define MAX_INSTITUTIONS 100
#define MAX_INSTITUTION  200

#define N_FIELDS_1       (G_N_ELEMENTS (fields) - 1)
#define HASHES_LENGTH    (G_N_ELEMENTS (fields) * N_DIGITS)

/**
 * suivi_scorecard_list_split:
 * @text: a cell that lists themes, groups or institutions, "Right to health; Right to food"
 *
 * Returns: (transfer full): what it lists, without empty items
 */
char **
suivi_scorecard_list_split (const char *text)
{
  g_auto (GStrv) pieces = g_strsplit_set (text, ";\n", -1);
  g_autoptr (GStrvBuilder) list = g_strv_builder_new ();

  for (gsize i = 0; pieces[i] != NULL; i++)
    {
      if (*g_strstrip (pieces[i]) != '\0')
        g_strv_builder_add (list, pieces[i]);
    }

  return g_strv_builder_end (list);
}

/**
 * suivi_scorecard_find_bad_institution:
 * @names: names of institutions that a cell lists
 * @bad: (out): which of them no workspace can hold; set only if there is one
 *
 * Returns: (nullable): a sentence that says why; %NULL if they can all be taken
 */
const char *
suivi_scorecard_find_bad_institution (char **names, guint *bad)
{
  for (guint i = 0; names[i] != NULL; i++)
    {
      *bad = i;
      if (i == MAX_INSTITUTIONS)
        return _ ("This cell names more than 100 institutions. Name fewer of them.");
      if (g_utf8_strlen (names[i], -1) > MAX_INSTITUTION)
        return _ ("The name of this institution is longer than 200 characters. Shorten it, or put semicolons "
                  "between several names.");
    }

  return NULL;
}

static gboolean
needs_splitting (char **list)
{
  for (gsize i = 0; list[i] != NULL; i++)
    {
      if (strpbrk (list[i], ";\n") != NULL)
        return TRUE;
    }

  return FALSE;
}

/* A list whose items hold the sign between items is read back as another list: that one counts. */
static char **
split_again (char **list)
{
  g_autofree char *joined = g_strjoinv ("; ", list);

  return suivi_scorecard_list_split (joined);
}

/* What a cell cannot hold is not there when it is read back. */
static guint32
hash_field (SuiviPlanField field, SuiviRecommendation *recommendation, SuiviAssessment *assessment)
{
  g_autofree char *value = suivi_plan_field_value (field, recommendation, assessment);
  g_autofree char *kept = suivi_xlsx_read_text (value);

  return suivi_plan_field_hash (kept != NULL ? kept : value);
}

/**
 * suivi_scorecard_base_make:
 * @review: (nullable): the review of the row
 * @recommendation: what the row shows
 * @assessment: (nullable): the judgement that the row shows
 *
 * Returns: (transfer full): what the row holds, for the hidden column
 */
char *
suivi_scorecard_base_make (SuiviReview *review,
                           SuiviRecommendation *recommendation,
                           SuiviAssessment *assessment)
{
  GString *text = g_string_sized_new (HASHES_LENGTH + 16);
  g_autofree char *token = review != NULL ? suivi_review_to_token (review) : g_strdup ("-");
  g_autoptr (SuiviRecommendation) shown = suivi_recommendation_ref (recommendation);

  if (needs_splitting (recommendation->themes) || needs_splitting (recommendation->groups)
      || needs_splitting (recommendation->institutions))
    {
      g_auto (GStrv) themes = split_again (recommendation->themes);
      g_auto (GStrv) groups = split_again (recommendation->groups);

      suivi_recommendation_unref (shown);
      shown = suivi_recommendation_copy (recommendation);
      suivi_recommendation_set_lists (shown, (const char *const *) recommendation->states,
                                      (const char *const *) themes, (const char *const *) groups, NULL);
      g_strfreev (shown->institutions);
      shown->institutions = split_again (recommendation->institutions);
    }

  g_string_append (text, PREFIX);
  for (gsize i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      static const char digits[] = "0123456789abcdef";
      guint32 hash = hash_field (fields[i], shown, assessment);

      for (int shift = 28; shift >= 0; shift -= 4)
        g_string_append_c (text, digits[hash >> shift & 0xF]);
    }
  g_string_append_printf (text, ":%s", token);

  return g_string_free (text, FALSE);
}

static gboolean
find_level (guint32 hash, SuiviLevel *level)
{
  for (guint i = 0; i < SUIVI_N_LEVELS; i++)
    {
      if (hash == suivi_plan_field_hash (suivi_level_to_nick (i)))
        {
          *level = i;
          return TRUE;
        }
    }

  /* Nobody judged it yet. */
  *level = SUIVI_LEVEL_UNASSESSED;
  return hash == suivi_plan_field_hash ("");
}

/* There are so few levels and lights that their hashes say which ones they are. */
static gboolean
find_light (SuiviScorecardBase *base)
{
  guint32 hash = base->hashes[SUIVI_PLAN_FIELD_LIGHT];

  if (!find_level (base->hashes[SUIVI_PLAN_FIELD_LAW], &base->levels[0])
      || !find_level (base->hashes[SUIVI_PLAN_FIELD_POLICY], &base->levels[1])
      || !find_level (base->hashes[SUIVI_PLAN_FIELD_PRACTICE], &base->levels[2]))
    return FALSE;

  base->chosen = hash != suivi_plan_field_hash ("");
  base->light = suivi_light_from_levels (base->levels[0], base->levels[1], base->levels[2]);
  if (!base->chosen)
    return TRUE;

  for (guint i = 0; i < SUIVI_N_LIGHTS; i++)
    {
      if (hash == suivi_plan_field_hash (suivi_light_to_nick (i)))
        {
          base->light = i;
          return TRUE;
        }
    }

  return FALSE;
}

/**
 * suivi_scorecard_base_parse:
 * @text: what the hidden column says
 * @base: (out caller-allocates): what the row held; complete on success only
 *
 * Returns: whether @text is as suivi_scorecard_base_make() writes it, or an older Suivi did
 */
gboolean
suivi_scorecard_base_parse (const char *text, SuiviScorecardBase *base)
{
  const char *token = NULL;
  gsize length = HASHES_LENGTH;
  g_autofree char *state = NULL;

  memset (base, 0, sizeof *base);
  base->has_institutions = g_str_has_prefix (text, PREFIX);
  if (!base->has_institutions)
    length = N_FIELDS_1 * N_DIGITS;
  if ((!base->has_institutions && !g_str_has_prefix (text, PREFIX_1))
      || strlen (text) < strlen (PREFIX) + length + 2)
    return FALSE;

  text += strlen (PREFIX);
  for (gsize i = 0; i < length; i++)
    {
      guint32 *hash = &base->hashes[fields[i / N_DIGITS]];

      if (!g_ascii_isxdigit (text[i]))
        return FALSE;
      *hash = *hash << 4 | (guint32) g_ascii_xdigit_value (text[i]);
    }

  token = text + length;
  if (*token++ != ':')
    return FALSE;
  if (!g_str_equal (token, "-"))
    {
      if (!suivi_review_parse_token (token, &state, &base->session))
        return FALSE;
      g_strlcpy (base->state, state, sizeof base->state);
    }

  return find_light (base);
}
