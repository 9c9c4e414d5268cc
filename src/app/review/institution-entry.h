/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "store/workspace.h"

G_BEGIN_DECLS

#define SUIVI_TYPE_INSTITUTION_ENTRY (suivi_institution_entry_get_type ())
G_DECLARE_FINAL_TYPE (SuiviInstitutionEntry, suivi_institution_entry, SUIVI, INSTITUTION_ENTRY, GtkEntry)

/* A field for the name of an institution. It proposes those in use while one types; any other name is taken, too. To choose
 * a proposal is to type it and press Enter: signal "activate". */

void suivi_institution_entry_load (SuiviInstitutionEntry *self,
                                   SuiviWorkspace        *workspace);

G_END_DECLS
