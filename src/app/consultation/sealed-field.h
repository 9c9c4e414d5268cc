/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "store/vault.h"

G_BEGIN_DECLS

/**
 * SuiviSealedField:
 *
 * A value that only the focal point can read. It says whether there is one, never what it is: typing replaces it.
 *
 * Signals: "seal" (): what is typed shall be sealed; "remove" (): what is sealed shall go.
 */
#define SUIVI_TYPE_SEALED_FIELD (suivi_sealed_field_get_type ())
G_DECLARE_FINAL_TYPE (SuiviSealedField, suivi_sealed_field, SUIVI, SEALED_FIELD, AdwPreferencesRow)

GtkWidget   *suivi_sealed_field_new         (const char             *field);
const char  *suivi_sealed_field_get_field   (SuiviSealedField       *self);
const char  *suivi_sealed_field_get_sealed  (SuiviSealedField       *self);
GtkEditable *suivi_sealed_field_get_entry   (SuiviSealedField       *self);
void         suivi_sealed_field_set_sealed  (SuiviSealedField       *self,
                                             const SuiviSealedInfo  *info,
                                             const char             *readers,
                                             gboolean                writable);
gboolean     suivi_sealed_field_has_text    (SuiviSealedField       *self);
SuiviSecret *suivi_sealed_field_take        (SuiviSealedField       *self,
                                             GError                **error);
void         suivi_sealed_field_give_back   (SuiviSealedField       *self,
                                             SuiviSecret            *typed);

G_END_DECLS
