/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "exchange/source-file.h"

G_BEGIN_DECLS

/**
 * SuiviBiffLook:
 * @SUIVI_BIFF_PLAIN: texts, numbers and dates
 * @SUIVI_BIFF_FORMULAS: some cells hold formulas, truth values or errors
 * @SUIVI_BIFF_PROTECTED: a password protects it
 * @SUIVI_BIFF_DAMAGED: it is not made of records
 * @SUIVI_BIFF_FAILED: nobody knows, because the file could not be read or somebody stopped it
 *
 * What kinds of records an Excel workbook of before 2007 is made of.
 */
typedef enum
{
  SUIVI_BIFF_PLAIN,
  SUIVI_BIFF_FORMULAS,
  SUIVI_BIFF_PROTECTED,
  SUIVI_BIFF_DAMAGED,
  SUIVI_BIFF_FAILED,
} SuiviBiffLook;

SuiviBiffLook suivi_biff_look (SuiviSourceFile  *file,
                               GCancellable     *cancellable,
                               GError          **error);

G_END_DECLS
