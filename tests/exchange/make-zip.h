/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Archives in memory, for tests, and so that the fuzzer need not learn to make them. */

typedef struct _MakeZip MakeZip;

MakeZip *make_zip_new    (gsize        room,
                          gboolean     compressed);
void     make_zip_add    (MakeZip     *self,
                          const char  *name,
                          const char  *content,
                          gsize        length);
void     make_zip_add_many (MakeZip  *self,
                          const char  *name,
                          const char  *start,
                          const char  *piece,
                          gsize        n_pieces);
GBytes  *make_zip_finish (MakeZip     *self);

G_END_DECLS
