/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "fuzz.h"
#include "sheet-check.h"

/* A whole file: once as it is taken to be, and once in an encoding and with a separator that a user has chosen. */
int
LLVMFuzzerTestOneInput (const unsigned char *data, size_t size)
{
  static const char separators[] = { ',', ';', '\t', '|', 'x' };
  const char *const *encodings = suivi_sheet_get_encodings ();
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (SuiviSourceFile) file = NULL;

  if (size > FUZZ_MAX_SIZE)
    return 0;

  bytes = g_bytes_new_static (data, size);
  file = suivi_source_file_new_for_bytes (bytes, "list.csv");
  sheet_check_file (file, NULL, '\0');
  sheet_check_file (file, encodings[size % g_strv_length ((char **) encodings)],
                    separators[size % G_N_ELEMENTS (separators)]);

  return 0;
}
