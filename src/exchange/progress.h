/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * SuiviProgress:
 *
 * How far some long work is. Written by the thread that works, read by any other at any time. Reference
 * counted.
 */
typedef struct _SuiviProgress SuiviProgress;

SuiviProgress *suivi_progress_new          (void);
SuiviProgress *suivi_progress_ref          (SuiviProgress *self);
void           suivi_progress_unref        (SuiviProgress *self);
void           suivi_progress_set          (SuiviProgress *self,
                                            double         fraction,
                                            guint          count);
double         suivi_progress_get_fraction (SuiviProgress *self);
guint          suivi_progress_get_count    (SuiviProgress *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SuiviProgress, suivi_progress_unref)

G_END_DECLS
