/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define SUIVI_STORE_ERROR (suivi_store_error_quark ())

/**
 * SuiviStoreError:
 * @SUIVI_STORE_ERROR_NOT_FOUND: there is no such file, or no such record
 * @SUIVI_STORE_ERROR_EXISTS: there is already a file of that name
 * @SUIVI_STORE_ERROR_NOT_A_WORKSPACE: the file is something else
 * @SUIVI_STORE_ERROR_DAMAGED: the file is a workspace, but cannot be read whole
 * @SUIVI_STORE_ERROR_LOCKED: another program is writing to the workspace
 * @SUIVI_STORE_ERROR_DISK_FULL: no room left
 * @SUIVI_STORE_ERROR_READ_ONLY: the workspace can only be read
 * @SUIVI_STORE_ERROR_NOTHING_TO_DO: there is no step to undo or redo
 * @SUIVI_STORE_ERROR_CONFLICT: a step cannot be undone or redone, because what it changed is different now
 * @SUIVI_STORE_ERROR_INVALID: what should be saved breaks a rule of the workspace
 * @SUIVI_STORE_ERROR_FAILED: anything else
 *
 * What can go wrong with a workspace. Each message is a sentence for the user, translated, without SQL or numbers
 * of the system; the technical reason goes to the debug log.
 */
typedef enum
{
  SUIVI_STORE_ERROR_NOT_FOUND,
  SUIVI_STORE_ERROR_EXISTS,
  SUIVI_STORE_ERROR_NOT_A_WORKSPACE,
  SUIVI_STORE_ERROR_DAMAGED,
  SUIVI_STORE_ERROR_LOCKED,
  SUIVI_STORE_ERROR_DISK_FULL,
  SUIVI_STORE_ERROR_READ_ONLY,
  SUIVI_STORE_ERROR_NOTHING_TO_DO,
  SUIVI_STORE_ERROR_CONFLICT,
  SUIVI_STORE_ERROR_INVALID,
  SUIVI_STORE_ERROR_FAILED,
} SuiviStoreError;

GQuark suivi_store_error_quark (void);

G_END_DECLS
