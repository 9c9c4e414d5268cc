/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/consultation/revealing-text.h"
#include "core/consultation/revealing.h"

G_BEGIN_DECLS

void suivi_revealing_find_contacts (GArray              *finds,
                                    const SuiviToldText *text);

G_END_DECLS
