/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "store/workspace.h"

G_BEGIN_DECLS

/**
 * SuiviSealedBox:
 *
 * What is sealed for one participant: name, contact, notes, and files; or the picture of a statement. It can be added to
 * and replaced, not read.
 *
 * Signals: "failed" (sentence), "sealed" (): all that was typed is sealed.
 */
#define SUIVI_TYPE_SEALED_BOX (suivi_sealed_box_get_type ())
G_DECLARE_FINAL_TYPE (SuiviSealedBox, suivi_sealed_box, SUIVI, SEALED_BOX, GtkBox)

void     suivi_sealed_box_set_owner     (SuiviSealedBox *self,
                                         SuiviWorkspace *workspace,
                                         const char     *owner_id,
                                         gboolean        writable);
void     suivi_sealed_box_set_only_file (SuiviSealedBox *self,
                                         const char     *field,
                                         const char     *button);
gboolean suivi_sealed_box_has_text      (SuiviSealedBox *self);
gboolean suivi_sealed_box_is_busy       (SuiviSealedBox *self);
void     suivi_sealed_box_seal_all      (SuiviSealedBox *self);
void     suivi_sealed_box_seal_file     (SuiviSealedBox *self,
                                         const char     *field,
                                         GFile          *file);

G_END_DECLS
