/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "exchange/progress.h"

G_BEGIN_DECLS

/**
 * SuiviBusyKind:
 * @SUIVI_BUSY_READING: records are read from a file
 * @SUIVI_BUSY_COMPARING: rows are held against the workspace
 * @SUIVI_BUSY_IMPORTING: rows are written to the workspace
 * @SUIVI_BUSY_SAVING: the faults are written to a file
 * @SUIVI_BUSY_STOPPING: the user wants none of it
 *
 * What goes on.
 */
typedef enum
{
  SUIVI_BUSY_READING,
  SUIVI_BUSY_COMPARING,
  SUIVI_BUSY_IMPORTING,
  SUIVI_BUSY_SAVING,
  SUIVI_BUSY_STOPPING,
} SuiviBusyKind;

#define SUIVI_TYPE_BUSY_PAGE (suivi_busy_page_get_type ())
G_DECLARE_FINAL_TYPE (SuiviBusyPage, suivi_busy_page, SUIVI, BUSY_PAGE, GtkWidget)

void suivi_busy_page_set (SuiviBusyPage *self, SuiviBusyKind kind, SuiviProgress *progress);

G_END_DECLS
