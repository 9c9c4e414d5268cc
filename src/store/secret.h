/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * SuiviSecret:
 *
 * Bytes in locked memory: never swapped out, not in a core dump, wiped when the last reference goes. While one exists,
 * the process leaves no core dump at all. Reference counting may be done from any thread.
 */
typedef struct _SuiviSecret SuiviSecret;

#define SUIVI_TYPE_SECRET (suivi_secret_get_type ())

GType          suivi_secret_get_type      (void);
SuiviSecret   *suivi_secret_new           (gsize         size,
                                           GError      **error);
SuiviSecret   *suivi_secret_new_from_text (const char   *text,
                                           GError      **error);
SuiviSecret   *suivi_secret_ref           (SuiviSecret  *self);
void           suivi_secret_unref         (SuiviSecret  *self);
guint8        *suivi_secret_get_data      (SuiviSecret  *self);
gsize          suivi_secret_get_size      (SuiviSecret  *self);
const char    *suivi_secret_get_text      (SuiviSecret  *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SuiviSecret, suivi_secret_unref)

G_END_DECLS
