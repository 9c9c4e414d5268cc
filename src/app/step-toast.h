/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

void suivi_step_toast_show (AdwToastOverlay *overlay,
                            const char *sentence,
                            const char *button,
                            const char *action);
void suivi_step_toast_dismiss (AdwToastOverlay *overlay);

G_END_DECLS
