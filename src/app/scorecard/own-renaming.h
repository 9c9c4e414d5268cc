/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "store/workspace.h"

G_BEGIN_DECLS

/*
 * Who works for an organisation that gets another name works for it under that name, also when the step is undone or redone.
 */

void suivi_own_renaming_follow (SuiviWorkspace *workspace, gint64 sequence, const char *from, const char *to);

G_END_DECLS
