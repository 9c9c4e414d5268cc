/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * SuiviUhriField:
 *
 * What a record of UHRI, the Universal Human Rights Index, says, as far as Suivi keeps it.
 */
typedef enum
{
  SUIVI_UHRI_ID,
  SUIVI_UHRI_BODY,
  SUIVI_UHRI_COUNTRIES,
  SUIVI_UHRI_SYMBOL,
  SUIVI_UHRI_DATE,
  SUIVI_UHRI_SESSION,
  SUIVI_UHRI_CYCLE,
  SUIVI_UHRI_TEXT,
  SUIVI_UHRI_STATES,
  SUIVI_UHRI_POSITION,
  SUIVI_UHRI_THEMES,
  SUIVI_UHRI_GROUPS,
  SUIVI_UHRI_SDGS,
} SuiviUhriField;

#define SUIVI_N_UHRI_FIELDS 13

/* Some of them: a set of bits, 1 << field. */
typedef guint32 SuiviUhriFields;

#define SUIVI_UHRI_FIELD_BIT(field) ((SuiviUhriFields) 1 << (field))

gboolean suivi_uhri_field_from_header  (const char      *header,
                                        SuiviUhriField  *field);
gboolean suivi_uhri_fields_are_enough  (SuiviUhriFields  fields);

G_END_DECLS
