/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * SuiviTextOutput:
 *
 * A text file that is written piece by piece, whole or not at all: #SuiviAtomicOutput for what need not stand in memory
 * as a whole.
 */
typedef struct _SuiviTextOutput SuiviTextOutput;

SuiviTextOutput *suivi_text_output_new    (const char       *path,
                                           GError          **error);
void             suivi_text_output_free   (SuiviTextOutput  *self);
void             suivi_text_output_append (SuiviTextOutput  *self,
                                           const char       *text,
                                           gsize             length);
gboolean         suivi_text_output_check  (SuiviTextOutput  *self,
                                           GError          **error);
gboolean         suivi_text_output_commit (SuiviTextOutput  *self,
                                           GCancellable     *cancellable,
                                           GError          **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SuiviTextOutput, suivi_text_output_free)

G_END_DECLS
