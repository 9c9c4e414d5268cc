/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "core/scorecard/assessment.h"
#include "core/scorecard/organisation.h"
#include "core/text/text.h"

static const SuiviField fields[] = {
  SUIVI_TEXT (SuiviAssessment, id),
  SUIVI_TEXT (SuiviAssessment, recommendation_id),
  SUIVI_TEXT (SuiviAssessment, organisation),
  SUIVI_ENUM (SuiviAssessment, law, suivi_level_get_type),
  SUIVI_ENUM (SuiviAssessment, policy, suivi_level_get_type),
  SUIVI_ENUM (SuiviAssessment, practice, suivi_level_get_type),
  SUIVI_ENUM (SuiviAssessment, light, suivi_light_get_type),
  SUIVI_UINT (SuiviAssessment, light_overridden),
  SUIVI_TEXT (SuiviAssessment, reason),
  SUIVI_TEXT (SuiviAssessment, source),
  SUIVI_TEXT (SuiviAssessment, date),
  SUIVI_TEXT (SuiviAssessment, name),
  SUIVI_ENUM (SuiviAssessment, confidence, suivi_confidence_get_type),
  SUIVI_UINT (SuiviAssessment, agreed),
  SUIVI_LIST (SuiviAssessment, agreed_by),
  SUIVI_TEXT (SuiviAssessment, dissent),
};

SUIVI_DEFINE_RECORD (SuiviAssessment,
                     suivi_assessment,
                     "assessment",
                     fields,
                     "recommendation_id, organisation, name, date, agreed")

G_DEFINE_ENUM_TYPE (SuiviConfidence,
                    suivi_confidence,
                    G_DEFINE_ENUM_VALUE (SUIVI_CONFIDENCE_UNKNOWN, "unknown"),
                    G_DEFINE_ENUM_VALUE (SUIVI_CONFIDENCE_LOW, "low"),
                    G_DEFINE_ENUM_VALUE (SUIVI_CONFIDENCE_MEDIUM, "medium"),
                    G_DEFINE_ENUM_VALUE (SUIVI_CONFIDENCE_HIGH, "high"))

G_DEFINE_QUARK (suivi - assessment - error - quark, suivi_assessment_error)

/**
 * suivi_confidence_to_label:
 *
 * Returns: the words shown to people, translated
 */
const char *
suivi_confidence_to_label (SuiviConfidence confidence)
{
  switch (confidence)
    {
    case SUIVI_CONFIDENCE_UNKNOWN:
      /* Translators: how sure somebody is of a grade: nobody said */
      return C_ ("confidence", "Not said");
    case SUIVI_CONFIDENCE_LOW:
      return C_ ("confidence", "Low");
    case SUIVI_CONFIDENCE_MEDIUM:
      return C_ ("confidence", "Medium");
    case SUIVI_CONFIDENCE_HIGH:
      return C_ ("confidence", "High");
    default:
      g_return_val_if_reached ("");
    }
}

/**
 * suivi_assessment_new:
 *
 * Returns: (transfer full): a judgement with a new random key, nothing assessed, dated today
 */
SuiviAssessment *
suivi_assessment_new (void)
{
  SuiviAssessment *self = suivi_record_new (&suivi_assessment_record);

  /* Not said yet: an import tells that from empty. */
  g_clear_pointer (&self->reason, g_free);
  g_clear_pointer (&self->source, g_free);
  g_clear_pointer (&self->name, g_free);
  g_free (self->date);
  self->date = suivi_date_today ();

  return self;
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
  self->light_overridden = 1;
  self->light = light;
}

/**
 * suivi_assessment_is_by:
 * @organisation: (nullable): name of an organisation; blank for the one that is not named
 *
 * Returns: whether it is what that organisation judges; what several agreed on is nobody's own
 */
gboolean
suivi_assessment_is_by (const SuiviAssessment *self, const char *organisation)
{
  return !self->agreed && suivi_organisation_is_same (self->organisation, organisation);
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

  if (self->agreed && self->agreed_by[0] == NULL)
    {
      g_set_error_literal (error, SUIVI_ASSESSMENT_ERROR, SUIVI_ASSESSMENT_ERROR_NOBODY_AGREED,
                           _ ("Say who agreed: name at least one organisation."));
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
