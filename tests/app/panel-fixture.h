/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "app/drafting/draft-panel.h"
#include "test-utils.h"

G_BEGIN_DECLS

#define PANEL_DRAFT   "Amend the Civil Registration Act so that every child is registered at birth, free of charge."
#define PANEL_EARLIER "Amend the Civil Registration Act so that every child is registered at birth"
#define PANEL_TAKEN   "Amend the Civil Registration Act by 2028 so that every child is registered at birth, free of charge"
#define PANEL_OTHER   "Build a railway along the coast"
#define PANEL_OUTPUT  "Ensure that all children are registered at birth, those of refugees too"

/**
 * PanelFixture:
 *
 * A window with one panel of the drafting page, over a workspace with two reviews of a State, an output about it, an
 * issue and a draft. All sentences are invented.
 */
typedef struct
{
  char *folder;
  SuiviWorkspace *workspace;
  SuiviPriority *priority;
  SuiviDraft *draft;
  GtkWindow *window;
  GtkWidget *panel;
} PanelFixture;

PanelFixture *panel_fixture_new         (GtkWidget        *panel);
void          panel_fixture_free        (PanelFixture     *self);
void          panel_fixture_settle      (PanelFixture     *self);
void          panel_fixture_undo        (PanelFixture     *self);
void          panel_fixture_put_draft   (PanelFixture     *self,
                                         const char       *text,
                                         SuiviStage        stage);
gpointer      panel_fixture_read        (PanelFixture     *self,
                                         SuiviWorkspaceFunc read,
                                         gpointer          data);
GPtrArray    *panel_fixture_list_backings (PanelFixture   *self);

gboolean      panel_shows               (GtkWidget        *root,
                                         const char       *part);
gboolean      panel_has_no_window       (gpointer          type);
void          panel_press               (GtkWidget        *button);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PanelFixture, panel_fixture_free)

G_END_DECLS
