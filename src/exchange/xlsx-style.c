/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "core/scorecard/light.h"
#include "exchange/xlsx-style.h"

#define DARK       0x263D4F
#define INK        0x212121
#define QUIET      0x5F6368
#define WHITE      0xFFFFFF
#define RULE       0xD5DADF
#define TILE_FILL  0xF5F7F9
#define TOTAL_FILL 0xEEF2F5
#define GREY_INK   0x424242
#define GREY_FILL  0xE8E8E8
#define RED_INK    0x8E1414
#define RED_FILL   0xFBD9D7
#define AMBER_INK  0x6B3F00
#define AMBER_FILL 0xFFE9BF
#define GREEN_INK  0x1B5220
#define WORSE_INK  0x4A148C
#define GREEN_FILL 0xD2EBD3
#define WORSE_FILL 0xE6D9F2

#define LINK_INK   0x0B4A8F
#define INPUT_FILL 0xFFF9DB

#define COUNT      "#,##0"
#define SHARE      "0%"
#define AVERAGE    "0.00"
#define DAY        "yyyy\\-mm\\-dd"

/* Where a text stands in its cell. The start is the left, or the right where people read from there. */
typedef enum
{
  START_TOP,
  START_MIDDLE,
  INDENTED_TOP,
  INDENTED_MIDDLE,
  CENTRE_TOP,
  CENTRE_MIDDLE,
  CENTRE_BOTTOM,
} Place;

/* Points; the place; bold; wrapped; colours of letters, cell and the line below (0 is none); format of
 * numbers. */
typedef struct
{
  double points;
  Place place;
  gboolean bold;
  gboolean wrap;
  guint ink;
  guint fill;
  guint rule;
  const char *number_format;
} Look;

/* Inks on their fills reach a contrast of 7:1 or more, so that words can be read on screen and on copied
 * paper. */
static const Look looks[SUIVI_XLSX_N_STYLES] = {
  [SUIVI_XLSX_TITLE] = { 20, START_MIDDLE, TRUE, FALSE, DARK, 0, 0, NULL },
  [SUIVI_XLSX_SUBTITLE] = { 13, START_TOP, FALSE, TRUE, QUIET, 0, 0, NULL },
  [SUIVI_XLSX_SECTION] = { 13, START_MIDDLE, TRUE, FALSE, DARK, 0, 0, NULL },
  [SUIVI_XLSX_LABEL] = { 10, START_TOP, FALSE, TRUE, QUIET, 0, 0, NULL },
  [SUIVI_XLSX_VALUE] = { 10, START_TOP, FALSE, TRUE, INK, 0, 0, NULL },
  [SUIVI_XLSX_VALUE_DATE] = { 10, START_TOP, TRUE, FALSE, INK, 0, 0, DAY },
  [SUIVI_XLSX_NOTE] = { 9, START_TOP, FALSE, TRUE, QUIET, 0, 0, NULL },
  [SUIVI_XLSX_TILE_LABEL] = { 9, CENTRE_BOTTOM, FALSE, TRUE, QUIET, 0, 0, NULL },
  [SUIVI_XLSX_TILE_NUMBER] = { 18, CENTRE_MIDDLE, TRUE, FALSE, INK, TILE_FILL, 0, COUNT },
  [SUIVI_XLSX_TILE_TOTAL] = { 18, CENTRE_MIDDLE, TRUE, FALSE, WHITE, DARK, 0, COUNT },
  [SUIVI_XLSX_TILE_GREY] = { 18, CENTRE_MIDDLE, TRUE, FALSE, GREY_INK, GREY_FILL, 0, COUNT },
  [SUIVI_XLSX_TILE_RED] = { 18, CENTRE_MIDDLE, TRUE, FALSE, RED_INK, RED_FILL, 0, COUNT },
  [SUIVI_XLSX_TILE_AMBER] = { 18, CENTRE_MIDDLE, TRUE, FALSE, AMBER_INK, AMBER_FILL, 0, COUNT },
  [SUIVI_XLSX_TILE_GREEN] = { 18, CENTRE_MIDDLE, TRUE, FALSE, GREEN_INK, GREEN_FILL, 0, COUNT },
  [SUIVI_XLSX_TILE_WORSE] = { 18, CENTRE_MIDDLE, TRUE, FALSE, WORSE_INK, WORSE_FILL, 0, COUNT },
  [SUIVI_XLSX_HEADER] = { 10, INDENTED_MIDDLE, TRUE, TRUE, WHITE, DARK, 0, NULL },
  [SUIVI_XLSX_HEADER_CENTRED] = { 10, CENTRE_MIDDLE, TRUE, TRUE, WHITE, DARK, 0, NULL },
  [SUIVI_XLSX_ROW_LABEL] = { 10, INDENTED_MIDDLE, FALSE, TRUE, INK, 0, RULE, NULL },
  [SUIVI_XLSX_NUMBER] = { 10, CENTRE_MIDDLE, FALSE, FALSE, INK, 0, RULE, COUNT },
  [SUIVI_XLSX_ROW_TOTAL] = { 10, CENTRE_MIDDLE, TRUE, FALSE, INK, 0, RULE, COUNT },
  [SUIVI_XLSX_TOTAL_LABEL] = { 10, INDENTED_MIDDLE, TRUE, FALSE, INK, TOTAL_FILL, DARK, NULL },
  [SUIVI_XLSX_TOTAL] = { 10, CENTRE_MIDDLE, TRUE, FALSE, INK, TOTAL_FILL, DARK, COUNT },
  [SUIVI_XLSX_TEXT] = { 10, INDENTED_TOP, FALSE, TRUE, INK, 0, RULE, NULL },
  [SUIVI_XLSX_STRONG] = { 10, INDENTED_TOP, TRUE, TRUE, INK, 0, RULE, "@" },
  [SUIVI_XLSX_QUIET] = { 10, INDENTED_TOP, FALSE, TRUE, QUIET, 0, RULE, NULL },
  [SUIVI_XLSX_DATE] = { 10, INDENTED_TOP, FALSE, FALSE, INK, 0, RULE, DAY },
  [SUIVI_XLSX_HIDDEN] = { 9, START_TOP, FALSE, FALSE, QUIET, 0, 0, "@" },
  [SUIVI_XLSX_LIGHT_GREY] = { 10, INDENTED_TOP, FALSE, TRUE, GREY_INK, GREY_FILL, RULE, NULL },
  [SUIVI_XLSX_LIGHT_RED] = { 10, INDENTED_TOP, TRUE, TRUE, RED_INK, RED_FILL, RULE, NULL },
  [SUIVI_XLSX_LIGHT_AMBER] = { 10, INDENTED_TOP, TRUE, TRUE, AMBER_INK, AMBER_FILL, RULE, NULL },
  [SUIVI_XLSX_LIGHT_GREEN] = { 10, INDENTED_TOP, TRUE, TRUE, GREEN_INK, GREEN_FILL, RULE, NULL },
  [SUIVI_XLSX_LIGHT_WORSE] = { 10, INDENTED_TOP, TRUE, TRUE, WORSE_INK, WORSE_FILL, RULE, NULL },
  [SUIVI_XLSX_LEVEL_UNASSESSED] = { 10, INDENTED_TOP, FALSE, TRUE, QUIET, 0, RULE, NULL },
  [SUIVI_XLSX_LEVEL_NOTHING] = { 10, INDENTED_TOP, FALSE, TRUE, RED_INK, RED_FILL, RULE, NULL },
  [SUIVI_XLSX_LEVEL_SOME] = { 10, INDENTED_TOP, FALSE, TRUE, AMBER_INK, AMBER_FILL, RULE, NULL },
  [SUIVI_XLSX_LEVEL_DONE] = { 10, INDENTED_TOP, FALSE, TRUE, GREEN_INK, GREEN_FILL, RULE, NULL },
  [SUIVI_XLSX_SHARE] = { 9, CENTRE_MIDDLE, FALSE, FALSE, QUIET, 0, 0, SHARE },
  [SUIVI_XLSX_COUNT] = { 10, CENTRE_TOP, FALSE, FALSE, INK, 0, RULE, COUNT },
  [SUIVI_XLSX_COUNT_STRONG] = { 10, CENTRE_TOP, TRUE, FALSE, INK, 0, RULE, COUNT },
  [SUIVI_XLSX_AVERAGE] = { 10, CENTRE_TOP, FALSE, FALSE, INK, 0, RULE, AVERAGE },
  [SUIVI_XLSX_LINK] = { 10, INDENTED_TOP, FALSE, TRUE, LINK_INK, 0, RULE, "@" },
  [SUIVI_XLSX_LINK_STRONG] = { 10, INDENTED_TOP, TRUE, TRUE, LINK_INK, 0, RULE, "@" },
  [SUIVI_XLSX_LINK_PLAIN] = { 10, START_TOP, FALSE, FALSE, LINK_INK, 0, 0, NULL },
  [SUIVI_XLSX_INPUT] = { 10, INDENTED_MIDDLE, TRUE, TRUE, INK, INPUT_FILL, DARK, "@" },
};

/* What somebody may want for a cell of their own. Two styles that look the same share the first name. */
static const struct
{
  SuiviXlsxStyle style;
  const char *name;
} names[] = {
  /* Translators: name of a style of cells */
  { SUIVI_XLSX_TITLE, NC_ ("cell style", "Title") },
  /* Translators: name of a style of cells */
  { SUIVI_XLSX_SUBTITLE, NC_ ("cell style", "Subtitle") },
  /* Translators: name of a style of cells */
  { SUIVI_XLSX_SECTION, NC_ ("cell style", "Heading") },
  /* Translators: name of a style of cells */
  { SUIVI_XLSX_HEADER, NC_ ("cell style", "Column heading") },
  /* Translators: name of a style of cells */
  { SUIVI_XLSX_LABEL, NC_ ("cell style", "Label") },
  /* Translators: name of a style of cells */
  { SUIVI_XLSX_TEXT, NC_ ("cell style", "Text") },
  /* Translators: name of a style of cells */
  { SUIVI_XLSX_STRONG, NC_ ("cell style", "Strong text") },
  /* Translators: name of a style of cells */
  { SUIVI_XLSX_DATE, NC_ ("cell style", "Date") },
  /* Translators: name of a style of cells */
  { SUIVI_XLSX_NUMBER, NC_ ("cell style", "Number") },
  /* Translators: name of a style of cells */
  { SUIVI_XLSX_TOTAL, NC_ ("cell style", "Total") },
  /* Translators: name of a style of cells */
  { SUIVI_XLSX_SHARE, NC_ ("cell style", "Percentage") },
  /* Translators: name of a style of cells */
  { SUIVI_XLSX_LINK, NC_ ("cell style", "Link") },
  /* Translators: name of a style of cells: small letters below a table */
  { SUIVI_XLSX_NOTE, NC_ ("cell style", "Note") },
  /* Translators: name of a style of cells: somebody is asked to write there */
  { SUIVI_XLSX_INPUT, NC_ ("cell style", "To fill in") },
};

static gboolean
is_indented (SuiviXlsxStyle style)
{
  return looks[style].place == INDENTED_TOP || looks[style].place == INDENTED_MIDDLE;
}

static char *
make_name (SuiviXlsxStyle style)
{
  if (style >= SUIVI_XLSX_LIGHT_GREY && style <= SUIVI_XLSX_LIGHT_WORSE)
    /* Translators: name of a style of cells; %s is a light */
    return g_strdup_printf (_ ("Light: %s"), suivi_light_to_label (style - SUIVI_XLSX_LIGHT_GREY));
  if (style >= SUIVI_XLSX_LEVEL_UNASSESSED && style <= SUIVI_XLSX_LEVEL_DONE)
    /* Translators: name of a style of cells; %s is a level */
    return g_strdup_printf (_ ("Level: %s"), suivi_level_to_label (style - SUIVI_XLSX_LEVEL_UNASSESSED));
  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      if (names[i].style == style)
        return g_strdup (g_dpgettext2 (NULL, "cell style", names[i].name));
    }

  return NULL;
}

/**
 * suivi_xlsx_style_dup_name:
 *
 * Excel has styles of its own that are called "Title" and "Note": ours stand together, and apart from those.
 *
 * Returns: (transfer full) (nullable): what the style is called in the list of styles, translated; %NULL: it is not there
 */
char *
suivi_xlsx_style_dup_name (SuiviXlsxStyle style)
{
  g_autofree char *name = make_name (style);

  return name != NULL ? g_strconcat ("Suivi – ", name, NULL) : NULL;
}

/**
 * suivi_xlsx_style_get_points:
 *
 * Returns: the size of the letters
 */
double
suivi_xlsx_style_get_points (SuiviXlsxStyle style)
{
  return looks[style].points;
}

/**
 * suivi_xlsx_style_get_margin:
 *
 * Returns: what the text keeps away from the edge of its cell, in the characters of column widths
 */
double
suivi_xlsx_style_get_margin (SuiviXlsxStyle style)
{
  return is_indented (style) ? 1.4 : 0;
}

static void
set_place (lxw_format *format, Place place, guint8 start)
{
  switch (place)
    {
    case START_TOP:
    case INDENTED_TOP:
      format_set_align (format, start);
      format_set_align (format, LXW_ALIGN_VERTICAL_TOP);
      break;
    case START_MIDDLE:
    case INDENTED_MIDDLE:
      format_set_align (format, start);
      format_set_align (format, LXW_ALIGN_VERTICAL_CENTER);
      break;
    case CENTRE_TOP:
      format_set_align (format, LXW_ALIGN_CENTER);
      format_set_align (format, LXW_ALIGN_VERTICAL_TOP);
      break;
    case CENTRE_MIDDLE:
      format_set_align (format, LXW_ALIGN_CENTER);
      format_set_align (format, LXW_ALIGN_VERTICAL_CENTER);
      break;
    case CENTRE_BOTTOM:
      format_set_align (format, LXW_ALIGN_CENTER);
      format_set_align (format, LXW_ALIGN_VERTICAL_BOTTOM);
      break;
    default:
      g_assert_not_reached ();
    }
}

/* As format_set_reading_order() numbers it. */
#define READ_FROM_THE_RIGHT 2

/**
 * suivi_xlsx_style_make_format:
 * @workbook: the workbook it is for
 * @rtl: whether its sheets read from right to left
 *
 * Returns: (transfer none): a new format of @workbook, to which it belongs
 */
lxw_format *
suivi_xlsx_style_make_format (lxw_workbook *workbook, SuiviXlsxStyle style, gboolean rtl)
{
  const Look *look = &looks[style];
  lxw_format *format = workbook_add_format (workbook);

  format_set_font_size (format, look->points);
  format_set_font_color (format, look->ink);
  set_place (format, look->place, rtl ? LXW_ALIGN_RIGHT : LXW_ALIGN_LEFT);
  /* Otherwise a cell that begins with a sign or a number is read from left to right, and its signs change sides. */
  if (rtl)
    format_set_reading_order (format, READ_FROM_THE_RIGHT);
  if (is_indented (style))
    format_set_indent (format, 1);
  if (look->bold)
    format_set_bold (format);
  if (look->wrap)
    format_set_text_wrap (format);
  if (look->fill != 0)
    format_set_bg_color (format, look->fill);
  if (look->rule != 0)
    {
      format_set_bottom (format, LXW_BORDER_THIN);
      format_set_bottom_color (format, look->rule);
    }
  if (look->number_format != NULL)
    format_set_num_format (format, look->number_format);
  if (look->ink == LINK_INK)
    format_set_underline (format, LXW_UNDERLINE_SINGLE);

  return format;
}

/**
 * suivi_xlsx_style_make_colours:
 * @workbook: the workbook it is for
 *
 * What a conditional format lays over a cell: it can change colours and weight, not size and place.
 *
 * Returns: (transfer none): a new format of @workbook with the colours of @style, to which it belongs
 */
lxw_format *
suivi_xlsx_style_make_colours (lxw_workbook *workbook, SuiviXlsxStyle style)
{
  const Look *look = &looks[style];
  lxw_format *format = workbook_add_format (workbook);

  format_set_font_color (format, look->ink);
  /* Without a fill of its own it takes away the one below. */
  format_set_bg_color (format, look->fill != 0 ? look->fill : WHITE);
  if (look->bold)
    format_set_bold (format);

  return format;
}
