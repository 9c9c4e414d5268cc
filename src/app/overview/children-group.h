/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "app/consultation/consultation-board.h"

G_BEGIN_DECLS

#define SUIVI_TYPE_CHILDREN_GROUP (suivi_children_group_get_type ())
G_DECLARE_FINAL_TYPE (SuiviChildrenGroup, suivi_children_group, SUIVI, CHILDREN_GROUP, AdwPreferencesGroup)

/*
 * What is owed to children who were consulted: codes that should have been erased, and the next duties. Each row has a
 * button that opens its consultation. Nothing in it tells who a child is.
 */

void suivi_children_group_set_consultations (SuiviChildrenGroup *self,
                                             GPtrArray          *entries);

G_END_DECLS
