/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The States of the world by their ISO 3166-1 alpha-3 code. The table is data/reference/states.tsv. */

gboolean            suivi_state_exists             (const char  *iso3);
const char         *suivi_state_get_name           (const char  *iso3);
const char         *suivi_state_get_name_in        (const char  *iso3,
                                                    const char  *language);
const char         *suivi_state_get_regional_group (const char  *iso3);
const char * const *suivi_states_get_codes         (void);

/* Names in real files, in every spelling. The table is data/reference/state-names.tsv. */

const char         *suivi_state_match              (const char  *name);
char              **suivi_state_match_list         (const char  *names,
                                                    char      ***unknown);

G_END_DECLS
