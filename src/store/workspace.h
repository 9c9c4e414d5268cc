/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "store/store.h"
#include "store/transaction.h"

G_BEGIN_DECLS

#define SUIVI_TYPE_WORKSPACE (suivi_workspace_get_type ())
G_DECLARE_FINAL_TYPE (SuiviWorkspace, suivi_workspace, SUIVI, WORKSPACE, GObject)

/**
 * SuiviWorkspaceFunc:
 * @store: the workspace file; only valid during the call
 * @data: as given to suivi_workspace_run_async()
 *
 * Work on the workspace. It runs on the workspace's own thread, one after the other, in the order of asking. It must
 * touch nothing but @store and @data.
 *
 * Returns: (nullable): a result, handed over to suivi_workspace_run_finish(); with @error set, it is ignored
 */
typedef gpointer (*SuiviWorkspaceFunc) (SuiviStore    *store,
                                        gpointer       data,
                                        GCancellable  *cancellable,
                                        GError       **error);

void                 suivi_workspace_open_async     (const char           *path,
                                                     gboolean              create,
                                                     const char           *author,
                                                     const char           *organisation,
                                                     GCancellable         *cancellable,
                                                     GAsyncReadyCallback   callback,
                                                     gpointer              user_data);
SuiviWorkspace      *suivi_workspace_open_finish    (GAsyncResult         *result,
                                                     GError              **error);
void                 suivi_workspace_close          (SuiviWorkspace       *self);
void                 suivi_workspace_wait_for_all   (void);

void                 suivi_workspace_run_async      (SuiviWorkspace       *self,
                                                     SuiviWorkspaceFunc    func,
                                                     gpointer              data,
                                                     GDestroyNotify        data_free,
                                                     GDestroyNotify        result_free,
                                                     GCancellable         *cancellable,
                                                     GAsyncReadyCallback   callback,
                                                     gpointer              user_data);
gpointer             suivi_workspace_run_finish     (SuiviWorkspace       *self,
                                                     GAsyncResult         *result,
                                                     GError              **error);

void                 suivi_workspace_undo_async     (SuiviWorkspace       *self,
                                                     GAsyncReadyCallback   callback,
                                                     gpointer              user_data);
void                 suivi_workspace_redo_async     (SuiviWorkspace       *self,
                                                     GAsyncReadyCallback   callback,
                                                     gpointer              user_data);
void                 suivi_workspace_set_author     (SuiviWorkspace       *self,
                                                     const char           *name,
                                                     const char           *organisation);

const char          *suivi_workspace_get_path         (SuiviWorkspace     *self);
SuiviReadOnlyReason  suivi_workspace_get_read_only    (SuiviWorkspace     *self);
const char          *suivi_workspace_get_undo_label   (SuiviWorkspace     *self);
const char          *suivi_workspace_get_redo_label   (SuiviWorkspace     *self);
GHashTable          *suivi_workspace_get_grade_labels (SuiviWorkspace     *self);

G_END_DECLS
