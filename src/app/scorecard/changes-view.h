/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "app/scorecard/edition-report.h"

G_BEGIN_DECLS

#define SUIVI_TYPE_CHANGES_VIEW (suivi_changes_view_get_type ())
G_DECLARE_FINAL_TYPE (SuiviChangesView, suivi_changes_view, SUIVI, CHANGES_VIEW, GtkBox)

/*
 * What changed since the edition before: moves of lights, and noted recommendations that moved all the same.
 *
 * Signal "opened" (SuiviCountRow): somebody wants to see what a number counts.
 */

void suivi_changes_view_set_report (SuiviChangesView *self,
                                    const SuiviEditionReport *report,
                                    gboolean has_editions);

G_END_DECLS
