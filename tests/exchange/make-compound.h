/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* OLE2 compound files made in memory, for tests: what Excel wrote before 2007. */

GBytes *make_compound (const char    *stream,
                       const guint8  *content,
                       gsize          length);

G_END_DECLS
