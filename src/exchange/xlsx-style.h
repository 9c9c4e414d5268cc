/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>
#include <xlsxwriter.h>

G_BEGIN_DECLS

/**
 * SuiviXlsxStyle:
 *
 * How a cell looks. The styles of lights and levels stand in the order of #SuiviLight and #SuiviLevel, so that one
 * can be added to the first.
 */
typedef enum
{
  SUIVI_XLSX_TITLE,
  SUIVI_XLSX_SUBTITLE,
  SUIVI_XLSX_SECTION,
  SUIVI_XLSX_LABEL,
  SUIVI_XLSX_VALUE,
  SUIVI_XLSX_VALUE_DATE,
  SUIVI_XLSX_NOTE,
  SUIVI_XLSX_TILE_LABEL,
  SUIVI_XLSX_TILE_NUMBER,
  SUIVI_XLSX_TILE_TOTAL,
  SUIVI_XLSX_TILE_GREY,
  SUIVI_XLSX_TILE_RED,
  SUIVI_XLSX_TILE_AMBER,
  SUIVI_XLSX_TILE_GREEN,
  SUIVI_XLSX_TILE_WORSE,
  SUIVI_XLSX_HEADER,
  SUIVI_XLSX_HEADER_CENTRED,
  SUIVI_XLSX_ROW_LABEL,
  SUIVI_XLSX_NUMBER,
  SUIVI_XLSX_ROW_TOTAL,
  SUIVI_XLSX_TOTAL_LABEL,
  SUIVI_XLSX_TOTAL,
  SUIVI_XLSX_TEXT,
  SUIVI_XLSX_STRONG,
  SUIVI_XLSX_QUIET,
  SUIVI_XLSX_DATE,
  SUIVI_XLSX_HIDDEN,
  SUIVI_XLSX_LIGHT_GREY,
  SUIVI_XLSX_LIGHT_RED,
  SUIVI_XLSX_LIGHT_AMBER,
  SUIVI_XLSX_LIGHT_GREEN,
  SUIVI_XLSX_LIGHT_WORSE,
  SUIVI_XLSX_LEVEL_UNASSESSED,
  SUIVI_XLSX_LEVEL_NOTHING,
  SUIVI_XLSX_LEVEL_SOME,
  SUIVI_XLSX_LEVEL_DONE,
  SUIVI_XLSX_SHARE,
  SUIVI_XLSX_COUNT,
  SUIVI_XLSX_COUNT_STRONG,
  SUIVI_XLSX_AVERAGE,
  SUIVI_XLSX_LINK,
  SUIVI_XLSX_LINK_STRONG,
  SUIVI_XLSX_LINK_PLAIN,
  SUIVI_XLSX_INPUT,
} SuiviXlsxStyle;

#define SUIVI_XLSX_N_STYLES (SUIVI_XLSX_INPUT + 1)

char       *suivi_xlsx_style_dup_name    (SuiviXlsxStyle  style);
double      suivi_xlsx_style_get_points  (SuiviXlsxStyle  style);
double      suivi_xlsx_style_get_margin  (SuiviXlsxStyle  style);
lxw_format *suivi_xlsx_style_make_format (lxw_workbook   *workbook,
                                          SuiviXlsxStyle  style,
                                          gboolean        rtl);
lxw_format *suivi_xlsx_style_make_colours (lxw_workbook  *workbook,
                                          SuiviXlsxStyle  style);

G_END_DECLS
