/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "app/import/fault-item.h"

G_BEGIN_DECLS

#define SUIVI_TYPE_FAULT_LIST (suivi_fault_list_get_type ())
G_DECLARE_FINAL_TYPE (SuiviFaultList, suivi_fault_list, SUIVI, FAULT_LIST, GObject)

SuiviFaultList *suivi_fault_list_new (GPtrArray *faults, GPtrArray *choices);

G_END_DECLS
