/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "core/scorecard/assessment.h"
#include "core/text/text.h"

G_DEFINE_BOXED_TYPE (SuiviAssessment, suivi_assessment, suivi_assessment_copy, suivi_assessment_free)
G_DEFINE_QUARK (suivi - assessment - error - quark, suivi_assessment_error)

/**
 * suivi_assessment_new:
 *
 * Returns: (transfer full): a judgement with a new random key, nothing assessed, dated today
 */
SuiviAssessment *
suivi_assessment_new (void)
{
  SuiviAssessment *self = g_new0 (SuiviAssessment, 1);

  self->id = g_uuid_string_random ();
  self->organisation = g_strdup ("");
  self->date = suivi_date_today ();

  return self;
}

/**
 * suivi_assessment_copy:
 *
 * Returns: (transfer full): a copy with the same key
 */
SuiviAssessment *
suivi_assessment_copy (SuiviAssessment *self)
{
  SuiviAssessment *copy = g_new0 (SuiviAssessment, 1);

  *copy = *self;
  copy->id = g_strdup (self->id);
  copy->recommendation_id = g_strdup (self->recommendation_id);
  copy->organisation = g_strdup (self->organisation);
  copy->reason = g_strdup (self->reason);
  copy->source = g_strdup (self->source);
  copy->date = g_strdup (self->date);
  copy->name = g_strdup (self->name);

  return copy;
}

/**
 * suivi_assessment_free:
 * @self: (nullable) (transfer full): a judgement
 */
void
suivi_assessment_free (SuiviAssessment *self)
{
  if (self == NULL)
    return;

  g_free (self->id);
  g_free (self->recommendation_id);
  g_free (self->organisation);
  g_free (self->reason);
  g_free (self->source);
  g_free (self->date);
  g_free (self->name);
  g_free (self);
}

/**
 * suivi_assessment_set_levels:
 *
 * Sets the three levels; the light follows by the rule unless a person chose it.
 */
void
suivi_assessment_set_levels (SuiviAssessment *self, SuiviLevel law, SuiviLevel policy, SuiviLevel practice)
{
  self->law = law;
  self->policy = policy;
  self->practice = practice;
  if (!self->light_overridden)
    self->light = suivi_light_from_levels (law, policy, practice);
}

/**
 * suivi_assessment_override_light:
 *
 * Chooses the light against the rule. The choice is kept, and shown as a choice.
 */
void
suivi_assessment_override_light (SuiviAssessment *self, SuiviLight light)
{
  self->light_overridden = TRUE;
  self->light = light;
}

/**
 * suivi_assessment_validate:
 * @error: return location of a %SUIVI_ASSESSMENT_ERROR with a sentence that says what is missing
 *
 * A grade that nobody can defend is not saved: it needs a reason, a source, a date (not in the future) and a
 * name.
 *
 * Returns: whether it may be saved
 */
gboolean
suivi_assessment_validate (SuiviAssessment *self, GError **error)
{
  g_autofree char *today = suivi_date_today ();

  if (suivi_text_is_blank (self->reason))
    {
      g_set_error_literal (error, SUIVI_ASSESSMENT_ERROR, SUIVI_ASSESSMENT_ERROR_NO_REASON,
                           _ ("Say why: a grade needs a reason."));
      return FALSE;
    }
  if (suivi_text_is_blank (self->source))
    {
      g_set_error_literal (error, SUIVI_ASSESSMENT_ERROR, SUIVI_ASSESSMENT_ERROR_NO_SOURCE,
                           _ ("Say where it stands: a grade needs a source."));
      return FALSE;
    }
  if (suivi_text_is_blank (self->name))
    {
      g_set_error_literal (error, SUIVI_ASSESSMENT_ERROR, SUIVI_ASSESSMENT_ERROR_NO_NAME,
                           _ ("Say who graded: a grade needs a name."));
      return FALSE;
    }
  if (!suivi_date_is_valid (self->date))
    {
      g_set_error_literal (error, SUIVI_ASSESSMENT_ERROR, SUIVI_ASSESSMENT_ERROR_BAD_DATE,
                           _ ("The date must be written year-month-day, such as 2026-11-22."));
      return FALSE;
    }
  if (strcmp (self->date, today) > 0)
    {
      g_set_error_literal (error, SUIVI_ASSESSMENT_ERROR, SUIVI_ASSESSMENT_ERROR_BAD_DATE,
                           _ ("The date of a grade cannot be in the future."));
      return FALSE;
    }

  return TRUE;
}

/**
 * suivi_date_today:
 *
 * Returns: (transfer full): the local day, "2026-11-22"
 */
char *
suivi_date_today (void)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();

  return g_date_time_format (now, "%Y-%m-%d");
}

/**
 * suivi_date_is_valid:
 * @date: (nullable): a text
 *
 * Returns: whether it is a day that exists, written "YYYY-MM-DD"
 */
gboolean
suivi_date_is_valid (const char *date)
{
  g_auto (GStrv) parts = NULL;

  if (date == NULL || strlen (date) != 10 || date[4] != '-' || date[7] != '-')
    return FALSE;
  for (guint i = 0; i < 10; i++)
    {
      if (i != 4 && i != 7 && !g_ascii_isdigit (date[i]))
        return FALSE;
    }
  parts = g_strsplit (date, "-", 3);

  return g_date_valid_dmy (atoi (parts[2]), atoi (parts[1]), atoi (parts[0]));
}
