/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "app/drafting/panel-jobs.h"

G_BEGIN_DECLS

/**
 * SuiviPanelJob:
 * @priority: (nullable): the issue, as it was when the panel was told
 * @draft: the draft
 * @text: its wording as it is being written, which may not be saved yet
 *
 * What a panel reads something about. A copy of its own: it goes to the thread of the workspace.
 */
typedef struct
{
  SuiviPriority *priority;
  SuiviDraft *draft;
  char *text;
} SuiviPanelJob;

#define SUIVI_TYPE_DRAFT_PANEL (suivi_draft_panel_get_type ())
G_DECLARE_DERIVABLE_TYPE (SuiviDraftPanel, suivi_draft_panel, SUIVI, DRAFT_PANEL, GtkBox)

/**
 * SuiviDraftPanelClass:
 * @read: reads what the panel shows; runs on the workspace's thread, its data is a #SuiviPanelJob
 * @free_result: frees what @read returns
 * @show: shows it; with %NULL, clears the panel
 * @eager: whether it reads even where nobody sees it
 *
 * A panel below the wording of a draft: it reads what belongs to the draft, shows it, reads it again whenever the
 * workspace changes, and makes steps that can be undone.
 */
struct _SuiviDraftPanelClass
{
  GtkBoxClass parent_class;

  SuiviWorkspaceFunc read;
  GDestroyNotify free_result;
  void (*show) (SuiviDraftPanel *self,
                gpointer         result);
  gboolean eager;
};

void            suivi_draft_panel_set           (SuiviDraftPanel *self,
                                                 SuiviWorkspace  *workspace,
                                                 SuiviPriority   *priority,
                                                 SuiviDraft      *draft,
                                                 const char      *text);
SuiviWorkspace *suivi_draft_panel_get_workspace (SuiviDraftPanel *self);
SuiviPriority  *suivi_draft_panel_get_priority  (SuiviDraftPanel *self);
SuiviDraft     *suivi_draft_panel_get_draft     (SuiviDraftPanel *self);
gboolean        suivi_draft_panel_is_writable   (SuiviDraftPanel *self);
void            suivi_draft_panel_step          (SuiviDraftPanel *self,
                                                 const char      *label,
                                                 SuiviStepPut    put,
                                                 gpointer         record,
                                                 GDestroyNotify   record_free,
                                                 const char      *done);
void            suivi_draft_panel_fail          (SuiviDraftPanel *self,
                                                 const char      *sentence);
void            suivi_draft_panel_tell          (SuiviDraftPanel *self,
                                                 const char      *done);

G_END_DECLS
