/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "store/consultation-store.h"

G_BEGIN_DECLS

gboolean suivi_erasure_certificate_write (const char          *path,
                                          const SuiviErasure  *erasure,
                                          GError             **error);

G_END_DECLS
