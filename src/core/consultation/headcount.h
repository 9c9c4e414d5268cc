/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/record.h"

G_BEGIN_DECLS

/**
 * SuiviAgeBand:
 * @SUIVI_AGE_UNKNOWN: not noted ("unknown")
 * @SUIVI_AGE_UNDER_10: "under-10"
 * @SUIVI_AGE_10_12: "10-12"
 * @SUIVI_AGE_13_15: "13-15"
 * @SUIVI_AGE_16_17: "16-17"
 * @SUIVI_AGE_18: 18 and over: some turned 18 while the work went on ("18")
 *
 * Age in bands: enough for reporting, and no date of birth. The nicks are what files use: never change them.
 */
typedef enum
{
  SUIVI_AGE_UNKNOWN,
  SUIVI_AGE_UNDER_10,
  SUIVI_AGE_10_12,
  SUIVI_AGE_13_15,
  SUIVI_AGE_16_17,
  SUIVI_AGE_18,
} SuiviAgeBand;

#define SUIVI_TYPE_AGE_BAND (suivi_age_band_get_type ())
#define SUIVI_N_AGE_BANDS   6

/**
 * SuiviGender:
 * @SUIVI_GENDER_UNKNOWN: not noted, or the child would rather not say ("unknown")
 * @SUIVI_GENDER_GIRL: "girl"
 * @SUIVI_GENDER_BOY: "boy"
 * @SUIVI_GENDER_OTHER: another one ("other")
 *
 * As the children say themselves.
 */
typedef enum
{
  SUIVI_GENDER_UNKNOWN,
  SUIVI_GENDER_GIRL,
  SUIVI_GENDER_BOY,
  SUIVI_GENDER_OTHER,
} SuiviGender;

#define SUIVI_TYPE_GENDER (suivi_gender_get_type ())
#define SUIVI_N_GENDERS   4

/**
 * SuiviHeadcount:
 * @id: random UUID, the key in the workspace
 * @consultation_id: key of the consultation
 * @age_band: of these children
 * @gender: of these children
 * @group_name: "": the children of that age and gender. Else how many children of all ages belong to a further group
 *   ("disability", or a name that the user gave)
 * @count: how many children
 *
 * How many children took part: a cell of the table, or the size of a further group. Never printed as it is: see
 * #SuiviHeadcountTable.
 */
typedef struct
{
  char *id;
  char *consultation_id;
  SuiviAgeBand age_band;
  SuiviGender gender;
  char *group_name;
  guint count;
} SuiviHeadcount;

#define SUIVI_TYPE_HEADCOUNT (suivi_headcount_get_type ())
SUIVI_DECLARE_RECORD (SuiviHeadcount, suivi_headcount)

/* Groups that are offered; users may add their own in free words. */
#define SUIVI_N_CHILD_GROUPS 8

GType           suivi_age_band_get_type      (void);
const char     *suivi_age_band_to_label      (SuiviAgeBand  band);
GType           suivi_gender_get_type        (void);
const char     *suivi_gender_to_label        (SuiviGender   gender);
const char     *suivi_child_group_get_name   (guint         i);
const char     *suivi_child_group_to_label   (const char   *group_name);

SuiviHeadcount *suivi_headcount_new          (const char   *consultation_id,
                                              SuiviAgeBand  age_band,
                                              SuiviGender   gender,
                                              const char   *group_name,
                                              guint         count);

G_END_DECLS
