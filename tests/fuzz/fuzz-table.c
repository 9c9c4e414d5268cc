/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include "exchange/import.h"

#include "fuzz.h"

/* The whole door: recognising a file and reading it into a plan, with all that is said of a table. Old Excel
 * files are read by a process of their own and have a target of their own. */
int
LLVMFuzzerTestOneInput (const unsigned char *data, size_t size)
{
  static const unsigned char ole2[] = { 0xD0, 0xCF, 0x11, 0xE0 };
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (SuiviImportPlan) plan = NULL;
  g_autoptr (GPtrArray) faults = NULL;
  g_autoptr (GError) error = NULL;

  if (size > FUZZ_MAX_SIZE || (size >= sizeof ole2 && memcmp (data, ole2, sizeof ole2) == 0))
    return 0;

  bytes = g_bytes_new_static (data, size);
  plan = suivi_import_read_bytes (bytes, "table", NULL, NULL, &error);
  /* Either all of it was read, or a sentence says why not. */
  if (plan == NULL)
    {
      g_assert_nonnull (error);
      g_assert_true (error->domain == SUIVI_IMPORT_ERROR);
      return 0;
    }

  g_assert_no_error (error);
  g_assert_nonnull (suivi_import_plan_get_format (plan));
  faults = suivi_import_plan_list_faults (plan);
  for (guint i = 0; i < faults->len; i++)
    {
      const SuiviImportFault *fault = faults->pdata[i];

      g_assert_true (g_utf8_validate (fault->value, -1, NULL));
      g_assert_cmpuint (fault->row, >, 0);
    }

  return 0;
}
