/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "app/scorecard/evidence-item.h"

G_BEGIN_DECLS

#define SUIVI_TYPE_EVIDENCE_LIBRARY_ROW (suivi_evidence_library_row_get_type ())
G_DECLARE_FINAL_TYPE (SuiviEvidenceLibraryRow,
                      suivi_evidence_library_row,
                      SUIVI,
                      EVIDENCE_LIBRARY_ROW,
                      GtkBox)

/* A piece of evidence in the library, with the actions "evidence-library.supported" and ".delete" of that window. */

GtkWidget *suivi_evidence_library_row_new      (void);
void       suivi_evidence_library_row_set_item (SuiviEvidenceLibraryRow *self,
                                                SuiviEvidenceItem       *item,
                                                gboolean                 with_buttons,
                                                gboolean                 writable);

G_END_DECLS
