/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "exchange/import-options.h"
#include "exchange/import-plan.h"
#include "store/workspace.h"

G_BEGIN_DECLS

/* What the import window does off the main thread. While a job has a plan, nobody else may touch it. */

void suivi_import_read_async (const char *path,
                              const SuiviImportOptions *options,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer user_data);
SuiviImportPlan *suivi_import_read_finish (GAsyncResult *result, GError **error);
void suivi_import_list_states_async (SuiviWorkspace *workspace,
                                     GCancellable *cancellable,
                                     GAsyncReadyCallback callback,
                                     gpointer user_data);
void suivi_import_compare_async (SuiviImportPlan *plan,
                                 GPtrArray *groups,
                                 SuiviWorkspace *workspace,
                                 SuiviProgress *progress,
                                 GCancellable *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data);
gboolean suivi_import_compare_finish (GObject *source, GAsyncResult *result, GError **error);
void suivi_import_apply_async (SuiviImportPlan *plan,
                               SuiviWorkspace *workspace,
                               SuiviProgress *progress,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer user_data);
void suivi_import_discard (SuiviWorkspace *workspace);
void suivi_import_write_faults_async (SuiviImportPlan *plan,
                                      const char *path,
                                      GAsyncReadyCallback callback,
                                      gpointer user_data);
gboolean suivi_import_write_faults_finish (GAsyncResult *result, GError **error);

G_END_DECLS
