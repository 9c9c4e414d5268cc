/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/cycle-label.h"

#include <glib/gi18n-lib.h>

/**
 * suivi_cycle_to_label:
 * @cycle: a cycle of the Universal Periodic Review, 1 and up
 *
 * How a number becomes an ordinal differs too much between languages to be put together, so the cycles of this
 * and the next decade are written out.
 *
 * Returns: (transfer full): the cycle in words, "4th cycle"
 */
char *
suivi_cycle_to_label (guint cycle)
{
  switch (cycle)
    {
    case 1:
      return g_strdup (_ ("1st cycle"));
    case 2:
      return g_strdup (_ ("2nd cycle"));
    case 3:
      return g_strdup (_ ("3rd cycle"));
    case 4:
      return g_strdup (_ ("4th cycle"));
    case 5:
      return g_strdup (_ ("5th cycle"));
    case 6:
      return g_strdup (_ ("6th cycle"));
    default:
      /* Translators: %u is the cycle of the Universal Periodic Review */
      return g_strdup_printf (_ ("Cycle %u"), cycle);
    }
}
