/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "exchange/import-options.h"

/**
 * suivi_import_options_new:
 *
 * Returns: (transfer full): options that leave all to Suivi
 */
SuiviImportOptions *
suivi_import_options_new (void)
{
  return g_new0 (SuiviImportOptions, 1);
}

/**
 * suivi_import_options_copy:
 * @self: (nullable): options
 *
 * Returns: (transfer full): a copy that can go to another thread; the progress is shared
 */
SuiviImportOptions *
suivi_import_options_copy (const SuiviImportOptions *self)
{
  SuiviImportOptions *copy = suivi_import_options_new ();

  if (self == NULL)
    return copy;

  copy->format = g_strdup (self->format);
  copy->encoding = g_strdup (self->encoding);
  copy->separator = self->separator;
  copy->sheet = self->sheet;
  copy->mapping = self->mapping != NULL ? suivi_table_mapping_copy (self->mapping) : NULL;
  copy->recall = self->recall;
  copy->progress = self->progress != NULL ? suivi_progress_ref (self->progress) : NULL;

  return copy;
}

/**
 * suivi_import_options_free:
 * @self: (nullable) (transfer full): options
 */
void
suivi_import_options_free (SuiviImportOptions *self)
{
  if (self == NULL)
    return;

  g_free (self->format);
  g_free (self->encoding);
  g_clear_pointer (&self->mapping, suivi_table_mapping_free);
  g_clear_pointer (&self->progress, suivi_progress_unref);
  g_free (self);
}
