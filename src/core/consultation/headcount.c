/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "core/consultation/headcount.h"

G_DEFINE_ENUM_TYPE (SuiviAgeBand,
                    suivi_age_band,
                    G_DEFINE_ENUM_VALUE (SUIVI_AGE_UNKNOWN, "unknown"),
                    G_DEFINE_ENUM_VALUE (SUIVI_AGE_UNDER_10, "under-10"),
                    G_DEFINE_ENUM_VALUE (SUIVI_AGE_10_12, "10-12"),
                    G_DEFINE_ENUM_VALUE (SUIVI_AGE_13_15, "13-15"),
                    G_DEFINE_ENUM_VALUE (SUIVI_AGE_16_17, "16-17"),
                    G_DEFINE_ENUM_VALUE (SUIVI_AGE_18, "18"))

G_DEFINE_ENUM_TYPE (SuiviGender,
                    suivi_gender,
                    G_DEFINE_ENUM_VALUE (SUIVI_GENDER_UNKNOWN, "unknown"),
                    G_DEFINE_ENUM_VALUE (SUIVI_GENDER_GIRL, "girl"),
                    G_DEFINE_ENUM_VALUE (SUIVI_GENDER_BOY, "boy"),
                    G_DEFINE_ENUM_VALUE (SUIVI_GENDER_OTHER, "other"))

static const SuiviField fields[] = {
  SUIVI_TEXT (SuiviHeadcount, id),
  SUIVI_TEXT (SuiviHeadcount, consultation_id),
  SUIVI_ENUM (SuiviHeadcount, age_band, suivi_age_band_get_type),
  SUIVI_ENUM (SuiviHeadcount, gender, suivi_gender_get_type),
  SUIVI_TEXT (SuiviHeadcount, group_name),
  SUIVI_UINT (SuiviHeadcount, count),
};

SUIVI_DEFINE_RECORD (SuiviHeadcount,
                     suivi_headcount,
                     "headcount",
                     fields,
                     "consultation_id, age_band, gender, group_name")

/**
 * suivi_age_band_to_label:
 *
 * Returns: the words shown to people, translated
 */
const char *
suivi_age_band_to_label (SuiviAgeBand band)
{
  switch (band)
    {
    case SUIVI_AGE_UNKNOWN:
      return _ ("Age not noted");
    case SUIVI_AGE_UNDER_10:
      /* Translators: age of a child, in years */
      return _ ("Under 10");
    case SUIVI_AGE_10_12:
      /* Translators: ages of children, in years */
      return _ ("10–12");
    case SUIVI_AGE_13_15:
      /* Translators: ages of children, in years */
      return _ ("13–15");
    case SUIVI_AGE_16_17:
      /* Translators: ages of children, in years */
      return _ ("16–17");
    case SUIVI_AGE_18:
      /* Translators: age, in years */
      return _ ("18 and over");
    default:
      g_return_val_if_reached ("");
    }
}

/**
 * suivi_gender_to_label:
 *
 * Returns: the words shown to people, translated
 */
const char *
suivi_gender_to_label (SuiviGender gender)
{
  switch (gender)
    {
    case SUIVI_GENDER_UNKNOWN:
      /* Translators: gender of children */
      return _ ("Not noted");
    case SUIVI_GENDER_GIRL:
      return _ ("Girls");
    case SUIVI_GENDER_BOY:
      return _ ("Boys");
    case SUIVI_GENDER_OTHER:
      return _ ("Another gender");
    default:
      g_return_val_if_reached ("");
    }
}

/* Further groups that are asked about most. The names are what files use: never change them. */
static const struct
{
  const char *name;
  const char *label;
} groups[] = {
  { "disability", N_ ("Children with disabilities") },
  { "rural", N_ ("Children from rural areas") },
  { "minority", N_ ("Children of minorities") },
  { "indigenous", N_ ("Indigenous children") },
  { "care", N_ ("Children in alternative care") },
  { "migration", N_ ("Migrant, refugee and asylum-seeking children") },
  { "street", N_ ("Children in street situations") },
  { "out-of-school", N_ ("Children out of school") },
};
G_STATIC_ASSERT (G_N_ELEMENTS (groups) == SUIVI_N_CHILD_GROUPS);

/**
 * suivi_child_group_get_name:
 * @i: 0 to %SUIVI_N_CHILD_GROUPS - 1
 *
 * Returns: the stable name of a further group of children that is offered
 */
const char *
suivi_child_group_get_name (guint i)
{
  g_return_val_if_fail (i < G_N_ELEMENTS (groups), NULL);

  return groups[i].name;
}

/**
 * suivi_child_group_to_label:
 * @group_name: a stable name, or one that a user gave
 *
 * Returns: the words shown to people, translated; @group_name itself if a user gave it
 */
const char *
suivi_child_group_to_label (const char *group_name)
{
  for (guint i = 0; i < G_N_ELEMENTS (groups); i++)
    {
      if (g_str_equal (group_name, groups[i].name))
        return _ (groups[i].label);
    }

  return group_name;
}

/**
 * suivi_headcount_new:
 * @consultation_id: key of the consultation
 * @age_band: age
 * @gender: gender
 * @group_name: a further group, or ""
 * @count: how many children
 *
 * Returns: (transfer full): a number of children with a new random key
 */
SuiviHeadcount *
suivi_headcount_new (const char *consultation_id,
                     SuiviAgeBand age_band,
                     SuiviGender gender,
                     const char *group_name,
                     guint count)
{
  SuiviHeadcount *self = suivi_record_new (&suivi_headcount_record);

  self->consultation_id = g_strdup (consultation_id);
  self->age_band = age_band;
  self->gender = gender;
  g_free (self->group_name);
  self->group_name = g_strdup (group_name);
  self->count = count;

  return self;
}
