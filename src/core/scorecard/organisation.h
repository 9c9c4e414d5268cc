/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * SuiviOrganisation:
 * @name: its name; "" for judgements that do not say whose they are: those of files that an older Suivi wrote
 * @n_judgements: of how many judgements it is
 * @n_agreements: on how many grades it agreed
 * @n_contributions: how many contributions to implementation it made
 *
 * An organisation that a workspace names. It is there because something bears its name, and has no record of its own.
 */
typedef struct
{
  char *name;
  guint n_judgements;
  guint n_agreements;
  guint n_contributions;
} SuiviOrganisation;

void        suivi_organisation_free     (SuiviOrganisation *self);
gboolean    suivi_organisation_is_same  (const char        *a,
                                         const char        *b);
int         suivi_organisation_compare  (const char        *a,
                                         const char        *b);
int         suivi_organisation_compare_folded (const char  *a,
                                         const char        *b);
const char *suivi_organisation_to_label (const char        *name);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SuiviOrganisation, suivi_organisation_free)

G_END_DECLS
