/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "core/consultation/checklist-items.h"

/* The tables in the user's language, made once: callers keep pointers into them. */
static SuiviRequirement *requirements = NULL;
static SuiviChecklistItem **editions = NULL;

static const char *
translate (const char *text)
{
  /* The translation of "" is the head of the catalogue. */
  return text[0] == '\0' ? "" : _ (text);
}

static SuiviChecklistItem *
translate_items (const SuiviChecklistEdition *edition)
{
  SuiviChecklistItem *items = g_memdup2 (edition->items, sizeof *items * edition->n_items);

  for (guint i = 0; i < edition->n_items; i++)
    {
      items[i].text = translate (items[i].text);
      items[i].asks = translate (items[i].asks);
    }

  return items;
}

static void
ensure_translated (void)
{
  static gsize done = 0;

  if (!g_once_init_enter (&done))
    return;

  requirements = g_memdup2 (suivi_checklist_requirements, sizeof suivi_checklist_requirements);
  for (guint i = 0; i < SUIVI_N_REQUIREMENTS; i++)
    {
      requirements[i].title = translate (requirements[i].title);
      requirements[i].text = translate (requirements[i].text);
    }

  editions = g_new0 (SuiviChecklistItem *, suivi_checklist_n_editions);
  for (guint i = 0; i < suivi_checklist_n_editions; i++)
    editions[i] = translate_items (&suivi_checklist_editions[i]);

  g_once_init_leave (&done, 1);
}

/**
 * suivi_checklist_get_requirement:
 * @i: 0 to 8, for (a) to (i)
 *
 * Returns: (transfer none): one of the nine requirements
 */
const SuiviRequirement *
suivi_checklist_get_requirement (guint i)
{
  g_return_val_if_fail (i < SUIVI_N_REQUIREMENTS, NULL);

  ensure_translated ();
  return &requirements[i];
}

/**
 * suivi_checklist_get_latest_edition:
 *
 * Returns: the edition that new consultations answer, 1 and up
 */
guint
suivi_checklist_get_latest_edition (void)
{
  return suivi_checklist_n_editions;
}

/**
 * suivi_checklist_get_n_items:
 * @edition: 1 and up
 *
 * Returns: how many items the edition has; 0 if it is not known here: then a consultation that uses it passes
 * no gate
 */
guint
suivi_checklist_get_n_items (guint edition)
{
  if (edition < 1 || edition > suivi_checklist_n_editions)
    return 0;

  return suivi_checklist_editions[edition - 1].n_items;
}

/**
 * suivi_checklist_get_item:
 * @edition: 1 and up
 * @i: 0 and up, by requirement
 *
 * Returns: (transfer none): an item
 */
const SuiviChecklistItem *
suivi_checklist_get_item (guint edition, guint i)
{
  g_return_val_if_fail (i < suivi_checklist_get_n_items (edition), NULL);

  ensure_translated ();
  return &editions[edition - 1][i];
}

/**
 * suivi_checklist_find:
 * @edition: 1 and up
 * @id: (nullable): "a1"
 *
 * Returns: (transfer none) (nullable): that item of that edition, if there is one
 */
const SuiviChecklistItem *
suivi_checklist_find (guint edition, const char *id)
{
  for (guint i = 0; i < suivi_checklist_get_n_items (edition); i++)
    {
      if (g_strcmp0 (suivi_checklist_editions[edition - 1].items[i].id, id) == 0)
        return suivi_checklist_get_item (edition, i);
    }

  return NULL;
}
