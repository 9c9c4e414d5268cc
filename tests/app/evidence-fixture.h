/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "app/scorecard/evidence-box.h"
#include "panel-fixture.h"

G_BEGIN_DECLS

/**
 * EvidenceFixture:
 * @fixture: a window and its workspace, without evidence
 * @box: what the window shows
 * @n_changed: how often the box said that it changed
 */
typedef struct
{
  PanelFixture *fixture;
  SuiviEvidenceBox *box;
  guint n_changed;
} EvidenceFixture;

void           evidence_set_up      (EvidenceFixture *test,
                                     gconstpointer    data);
void           evidence_tear_down   (EvidenceFixture *test,
                                     gconstpointer    data);
guint          evidence_count_rows  (EvidenceFixture *test);
guint          evidence_count_ids   (EvidenceFixture *test);
void           evidence_count_cb    (guint           *n);

GPtrArray     *evidence_list        (PanelFixture    *fixture);
guint          evidence_count       (PanelFixture    *fixture);
SuiviEvidence *evidence_get_only    (PanelFixture    *fixture);
GPtrArray     *evidence_add_two     (PanelFixture    *fixture);
gpointer       evidence_put_all     (SuiviStore      *store,
                                     gpointer         data,
                                     GCancellable    *cancellable,
                                     GError         **error);
GPtrArray     *evidence_list_files  (PanelFixture    *fixture,
                                     const char      *evidence_id);
GFile         *evidence_write_file  (PanelFixture    *fixture,
                                     const char      *name,
                                     gsize            size);

G_END_DECLS
