/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "exchange/ohchr-list-docx.h"

#include "fuzz.h"

/* A whole file: the archive, its parts and the list in it. */
int
LLVMFuzzerTestOneInput (const unsigned char *data, size_t size)
{
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (SuiviImportPlan) plan = NULL;
  g_autoptr (GError) error = NULL;

  if (size > FUZZ_MAX_SIZE)
    return 0;

  bytes = g_bytes_new_static (data, size);
  plan = suivi_import_plan_new ();
  /* Either all of it was read, or a sentence says why not. */
  if (suivi_ohchr_list_docx_read (bytes, plan, NULL, &error))
    {
      g_assert_no_error (error);
    }
  else
    {
      g_assert_nonnull (error);
      g_assert_true (error->domain == SUIVI_IMPORT_ERROR);
    }

  return 0;
}
