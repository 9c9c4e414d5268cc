/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/import/file-summary.h"

#include <glib/gi18n-lib.h>

#include "core/review/review.h"

static const struct
{
  const char *format;
  const char *label;
} labels[] = {
  { "ohchr-list", N_ ("Official list of recommendations") },
  { "uhri", N_ ("UHRI export") },
  { "upr-info", N_ ("UPR Info database") },
  { "impact-oss", N_ ("IMPACT OSS table") },
  { "scorecard", N_ ("Scorecard of Suivi") },
  { "table", N_ ("Table") },
};

/**
 * suivi_import_format_to_label:
 * @format: (nullable): one of suivi_import_get_formats()
 *
 * Returns: (transfer none): what people call it
 */
const char *
suivi_import_format_to_label (const char *format)
{
  for (gsize i = 0; i < G_N_ELEMENTS (labels); i++)
    {
      if (g_strcmp0 (labels[i].format, format) == 0)
        return _ (labels[i].label);
    }
  return _ ("List of recommendations");
}

static gboolean
is_output (const SuiviPlanGroup *group)
{
  return group->state != NULL && group->session == 0;
}

static char *
describe_recommendations (guint n_recommendations, guint n_reviews)
{
  g_autofree char *recommendations
    = g_strdup_printf (ngettext ("%'u recommendation", "%'u recommendations", n_recommendations),
                       n_recommendations);
  g_autofree char *reviews = NULL;

  if (n_reviews == 0)
    return g_steal_pointer (&recommendations);

  reviews = g_strdup_printf (ngettext ("%'u review", "%'u reviews", n_reviews), n_reviews);
  /* Translators: "254 recommendations" of "3 reviews" */
  return g_strdup_printf (_ ("%s of %s"), recommendations, reviews);
}

/**
 * suivi_file_summary_make:
 * @plan: what was read
 * @groups: (element-type SuiviPlanGroup): its groups
 *
 * Returns: (transfer full): what the file holds, "254 recommendations of 1 review, 12 outputs of other
 *   mechanisms"
 */
char *
suivi_file_summary_make (SuiviImportPlan *plan, GPtrArray *groups)
{
  guint n_recommendations = 0;
  guint n_reviews = 0;
  guint n_outputs = 0;
  guint n_rows = suivi_import_plan_get_n_rows (plan);
  g_autofree char *recommendations = NULL;
  g_autofree char *content = NULL;

  g_return_val_if_fail (groups != NULL, NULL);

  for (guint i = 0; i < groups->len; i++)
    {
      const SuiviPlanGroup *group = g_ptr_array_index (groups, i);

      if (is_output (group))
        n_outputs += group->n_rows;
      else
        n_recommendations += group->n_rows;
      n_reviews += group->session > 0;
    }

  recommendations = describe_recommendations (n_recommendations, n_reviews);
  if (n_outputs == 0)
    {
      content = g_steal_pointer (&recommendations);
    }
  else
    {
      g_autofree char *outputs = g_strdup_printf (ngettext ("%'u output of other mechanisms",
                                                            "%'u outputs of other mechanisms", n_outputs),
                                                  n_outputs);

      if (n_recommendations == 0)
        content = g_steal_pointer (&outputs);
      else
        /* Translators: "254 recommendations of 1 review" and "12 outputs of other mechanisms" */
        content = g_strdup_printf (_ ("%s, %s"), recommendations, outputs);
    }

  /* Several rows may make one recommendation. */
  if (n_rows <= n_recommendations + n_outputs)
    return g_steal_pointer (&content);
  /* Translators: %s is "254 recommendations of 1 review", %u how many rows of a table they stand in */
  return g_strdup_printf (ngettext ("%s, from %'u row", "%s, from %'u rows", n_rows), content, n_rows);
}

/* The only review that is to be imported, if there is but one; how many there are at all. */
static char *
find_only_review (SuiviImportPlan *plan, GPtrArray *groups, guint *n_reviews)
{
  const SuiviPlanGroup *only = NULL;
  SuiviReview *review = suivi_import_plan_get_review (plan);

  *n_reviews = 0;
  for (guint i = 0; i < groups->len; i++)
    {
      const SuiviPlanGroup *group = g_ptr_array_index (groups, i);

      if (!group->included || is_output (group))
        continue;
      only = group;
      (*n_reviews)++;
    }
  if (*n_reviews != 1)
    return NULL;
  if (only->session > 0)
    {
      g_autoptr (SuiviReview) named = suivi_review_new (only->state, only->session);

      return suivi_review_to_label (named);
    }
  return review != NULL ? suivi_review_to_label (review) : NULL;
}

/**
 * suivi_file_summary_make_name:
 * @plan: what is to be imported
 * @groups: (element-type SuiviPlanGroup): its groups
 *
 * Returns: (transfer full): a name for what is imported: the review if it is one, else the name of the file
 *   without its ending
 */
char *
suivi_file_summary_make_name (SuiviImportPlan *plan, GPtrArray *groups)
{
  guint n_reviews = 0;
  char *name = NULL;
  char *dot = NULL;

  g_return_val_if_fail (SUIVI_IS_IMPORT_PLAN (plan), NULL);
  g_return_val_if_fail (groups != NULL, NULL);

  name = find_only_review (plan, groups, &n_reviews);
  if (name != NULL)
    return name;

  name = g_strdup (suivi_import_plan_get_file_name (plan));
  dot = name != NULL ? strrchr (name, '.') : NULL;
  if (dot != NULL && dot > name)
    *dot = '\0';
  return name;
}

/**
 * suivi_file_summary_make_title:
 * @plan: what is to be imported
 * @groups: (element-type SuiviPlanGroup): its groups
 *
 * Returns: (transfer full): which review is imported, or how many
 */
char *
suivi_file_summary_make_title (SuiviImportPlan *plan, GPtrArray *groups)
{
  guint n_reviews = 0;
  char *title = NULL;

  g_return_val_if_fail (SUIVI_IS_IMPORT_PLAN (plan), NULL);
  g_return_val_if_fail (groups != NULL, NULL);

  title = find_only_review (plan, groups, &n_reviews);
  if (title != NULL)
    return title;
  if (n_reviews == 0)
    return g_strdup (_ ("Outputs of other mechanisms"));
  return g_strdup_printf (ngettext ("%'u review", "%'u reviews", n_reviews), n_reviews);
}
