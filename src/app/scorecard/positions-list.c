/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/scorecard/positions-list.h"

#include "app/drafting/panel-widgets.h"
#include "app/overview/tally-row.h"

static const SuiviPosition positions_in_order[SUIVI_N_POSITIONS]
  = { SUIVI_POSITION_SUPPORTED, SUIVI_POSITION_PART, SUIVI_POSITION_NOTED, SUIVI_POSITION_PENDING,
      SUIVI_POSITION_COMMITMENT };

static gboolean
has_any (const guint *lights)
{
  for (guint i = 0; i < SUIVI_N_LIGHTS; i++)
    {
      if (lights[i] > 0)
        return TRUE;
    }

  return FALSE;
}

/**
 * suivi_positions_list_show:
 * @list: where the rows go; what is there is replaced
 * @lights: how many by #SuiviPosition and #SuiviLight
 * @total: how many there are together
 *
 * Shows how the lights stand by what the State under review answered. Answers that it never gave have no row.
 */
void
suivi_positions_list_show (GtkListBox *list, const guint (*lights)[SUIVI_N_LIGHTS], guint total)
{
  g_return_if_fail (GTK_IS_LIST_BOX (list));

  suivi_panel_list_clear (list);
  for (guint i = 0; i < SUIVI_N_POSITIONS; i++)
    {
      const SuiviPosition position = positions_in_order[i];

      if (has_any (lights[position]))
        gtk_list_box_append (list, suivi_tally_row_new (suivi_position_to_label (position), lights[position],
                                                        total, FALSE));
    }
}
