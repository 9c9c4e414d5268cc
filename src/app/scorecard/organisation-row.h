/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "core/scorecard/organisation.h"

G_BEGIN_DECLS

#define SUIVI_TYPE_ORGANISATION_ROW (suivi_organisation_row_get_type ())
G_DECLARE_FINAL_TYPE (SuiviOrganisationRow, suivi_organisation_row, SUIVI, ORGANISATION_ROW, AdwExpanderRow)

/*
 * One organisation: how much is of it, and, when the row is opened, where it gets another name. What is in it is made only
 * then: there may be very many rows.
 *
 * Signal "renamed" (name): the user gave it that name, which is clean and another one than before.
 */

GtkWidget  *suivi_organisation_row_new          (const char              *name);
const char *suivi_organisation_row_get_name     (SuiviOrganisationRow    *self);
void        suivi_organisation_row_show         (SuiviOrganisationRow    *self,
                                                 const SuiviOrganisation *organisation,
                                                 GHashTable              *all,
                                                 const char              *own);
void        suivi_organisation_row_set_editable (SuiviOrganisationRow    *self,
                                                 gboolean                 editable);

G_END_DECLS
