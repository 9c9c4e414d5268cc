/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

GBytes *suivi_zip_replace_part (GBytes      *archive,
                                const char  *name,
                                GBytes      *content,
                                GError     **error);

G_END_DECLS
