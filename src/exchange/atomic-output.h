/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * SuiviAtomicOutput:
 *
 * A file that is written whole or not at all. The writer works in a private folder beside the file; only
 * suivi_atomic_output_commit() puts the result in the place of what was there before. Whatever else was
 * left in the private folder goes with it.
 */
typedef struct _SuiviAtomicOutput SuiviAtomicOutput;

SuiviAtomicOutput *suivi_atomic_output_new        (const char         *path,
                                                   GError            **error);
void               suivi_atomic_output_free       (SuiviAtomicOutput  *self);
const char        *suivi_atomic_output_get_path   (SuiviAtomicOutput  *self);
const char        *suivi_atomic_output_get_folder (SuiviAtomicOutput  *self);
const char        *suivi_atomic_output_get_name   (SuiviAtomicOutput  *self);
gboolean           suivi_atomic_output_write      (SuiviAtomicOutput  *self,
                                                   GBytes             *bytes,
                                                   GError            **error);
gboolean           suivi_atomic_output_commit     (SuiviAtomicOutput  *self,
                                                   GError            **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SuiviAtomicOutput, suivi_atomic_output_free)

G_END_DECLS
