/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/consultation/checklist.h"

G_BEGIN_DECLS

/* The tables of the checklist, untranslated. For checklist.c only. */

extern const SuiviRequirement suivi_checklist_requirements[SUIVI_N_REQUIREMENTS];

/**
 * SuiviChecklistEdition:
 * @items: the items, by requirement
 * @n_items: how many
 *
 * An edition of the checklist.
 */
typedef struct
{
  const SuiviChecklistItem *items;
  guint n_items;
} SuiviChecklistEdition;

/* The first one is edition 1. Old answers refer to the items of their edition: an edition is never changed, a
 * new one is added behind it. */
extern const SuiviChecklistEdition suivi_checklist_editions[];
extern const guint suivi_checklist_n_editions;

G_END_DECLS
