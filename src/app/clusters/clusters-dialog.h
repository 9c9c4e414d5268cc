/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "store/workspace.h"

G_BEGIN_DECLS

#define SUIVI_TYPE_CLUSTERS_DIALOG (suivi_clusters_dialog_get_type ())
G_DECLARE_FINAL_TYPE (SuiviClustersDialog, suivi_clusters_dialog, SUIVI, CLUSTERS_DIALOG, AdwWindow)

/* The clusters of the workspace: made, named, put in order, given rules; and recommendations put into them by rule. */

GtkWidget *suivi_clusters_dialog_new (GtkWindow      *parent,
                                      SuiviWorkspace *workspace,
                                      const char     *review_id);

G_END_DECLS
