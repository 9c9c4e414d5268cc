/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define SUIVI_TYPE_APPLICATION (suivi_application_get_type ())
G_DECLARE_FINAL_TYPE (SuiviApplication, suivi_application, SUIVI, APPLICATION, AdwApplication)

void suivi_application_init_i18n (void);
SuiviApplication *suivi_application_new (void);

G_END_DECLS
