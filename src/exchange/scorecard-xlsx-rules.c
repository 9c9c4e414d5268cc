/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What lets a colleague change a grade in Excel: lists to choose from, and colours that follow. */

#include "config.h"

#include "exchange/scorecard-xlsx-formula.h"
#include "exchange/scorecard-xlsx-private.h"

static const struct
{
  SuiviScorecardColumn column;
  SuiviScorecardWordKind kind;
} choices[] = {
  { SUIVI_SCORECARD_COLUMN_POSITION, SUIVI_SCORECARD_WORD_POSITION },
  { SUIVI_SCORECARD_COLUMN_LAW, SUIVI_SCORECARD_WORD_LEVEL },
  { SUIVI_SCORECARD_COLUMN_POLICY, SUIVI_SCORECARD_WORD_LEVEL },
  { SUIVI_SCORECARD_COLUMN_PRACTICE, SUIVI_SCORECARD_WORD_LEVEL },
  { SUIVI_SCORECARD_COLUMN_LIGHT, SUIVI_SCORECARD_WORD_LIGHT },
  { SUIVI_SCORECARD_COLUMN_CHOSEN, SUIVI_SCORECARD_WORD_ANSWER },
  { SUIVI_SCORECARD_COLUMN_CHILDREN, SUIVI_SCORECARD_WORD_ANSWER },
};

/* Nobody chooses that a recommendation has no position: that is for what other mechanisms say, and is the last one. */
static guint
count_choices (SuiviScorecardWordKind kind)
{
  return kind == SUIVI_SCORECARD_WORD_POSITION ? SUIVI_N_POSITIONS : suivi_scorecard_word_kind_count (kind);
}

/* The words stand on the hidden sheet: a list in the rule itself holds few letters and no commas. */
static void
add_list (SuiviScorecardBook *book, guint at, SuiviScorecardWordKind kind, const char *words, guint first)
{
  g_autofree char *list
    = g_strdup_printf ("='%s'!$C$%u:$C$%u", words, first + 1, first + count_choices (kind));
  lxw_data_validation validation = {
    .validate = LXW_VALIDATION_TYPE_LIST_FORMULA,
    .value_formula = list,
    /* It offers words and forbids none: reading back understands others too, and says so where it does not. */
    .show_error = LXW_VALIDATION_OFF,
  };

  worksheet_data_validation_range (book->card, 1, at, book->n_rows, at, &validation);
}

static void
add_format (SuiviScorecardBook *book, guint first, guint last, const char *formula, lxw_format *format)
{
  lxw_conditional_format rule = {
    .type = LXW_CONDITIONAL_TYPE_FORMULA,
    .value_string = (char *) formula,
    .format = format,
  };

  worksheet_conditional_format_range (book->card, 1, first, book->n_rows, last, &rule);
}

/* The formula of a cell that says @text, for the first cell of a range. */
static char *
is_text (guint column, const char *text)
{
  char cell[LXW_MAX_CELL_NAME_LENGTH] = "";
  g_autofree char *quoted = suivi_scorecard_formula_quote (text);

  lxw_rowcol_to_cell (cell, 1, column);
  return g_strdup_printf ("=%s=%s", cell, quoted);
}

/* LibreOffice follows one rule and no other: levels have one each, and an empty cell has none of their colours. */
static void
colour_levels (SuiviScorecardBook *book)
{
  const guint first = book->places[SUIVI_SCORECARD_COLUMN_LAW];
  const guint last = book->places[SUIVI_SCORECARD_COLUMN_PRACTICE];
  lxw_workbook *workbook = suivi_xlsx_writer_get_workbook (book->writer);
  g_autofree char *blank = is_text (first, "");

  for (guint i = 0; i < SUIVI_N_LEVELS; i++)
    {
      g_autofree char *formula = is_text (first, suivi_level_to_label (i));

      add_format (book, first, last, formula,
                  suivi_xlsx_style_make_colours (workbook, SUIVI_XLSX_LEVEL_UNASSESSED + i));
    }
  add_format (book, first, last, blank, suivi_xlsx_style_make_colours (workbook, SUIVI_XLSX_TEXT));
}

/* What suivi_light_from_levels() says is another light, as two terms of a formula over the three cells beside; and nobody
 * wrote that it was chosen by hand. */
static char *
contradiction (SuiviScorecardBook *book)
{
  const guint law = book->places[SUIVI_SCORECARD_COLUMN_LAW];
  char light[LXW_MAX_CELL_NAME_LENGTH] = "";
  char chosen[LXW_MAX_CELL_NAME_LENGTH] = "";
  char first[LXW_MAX_CELL_NAME_LENGTH] = "";
  char last[LXW_MAX_CELL_NAME_LENGTH] = "";
  g_autofree char *levels = NULL;
  g_autofree char *done = suivi_scorecard_formula_quote (suivi_level_to_label (SUIVI_LEVEL_DONE));
  g_autofree char *some = suivi_scorecard_formula_quote (suivi_level_to_label (SUIVI_LEVEL_SOME));
  g_autofree char *nothing = suivi_scorecard_formula_quote (suivi_level_to_label (SUIVI_LEVEL_NOTHING));
  g_autofree char *green = suivi_scorecard_formula_quote (book->lights[SUIVI_LIGHT_GREEN]);
  g_autofree char *amber = suivi_scorecard_formula_quote (book->lights[SUIVI_LIGHT_AMBER]);
  g_autofree char *red = suivi_scorecard_formula_quote (book->lights[SUIVI_LIGHT_RED]);
  g_autofree char *grey = suivi_scorecard_formula_quote (book->lights[SUIVI_LIGHT_GREY]);

  lxw_rowcol_to_cell_abs (light, 1, book->places[SUIVI_SCORECARD_COLUMN_LIGHT], LXW_FALSE, LXW_TRUE);
  lxw_rowcol_to_cell_abs (chosen, 1, book->places[SUIVI_SCORECARD_COLUMN_CHOSEN], LXW_FALSE, LXW_TRUE);
  lxw_rowcol_to_cell_abs (first, 1, law, LXW_FALSE, LXW_TRUE);
  lxw_rowcol_to_cell_abs (last, 1, law + 2, LXW_FALSE, LXW_TRUE);
  levels = g_strdup_printf ("%s:%s", first, last);

  return g_strdup_printf (
    "%1$s=\"\",%2$s<>IF(COUNTIF(%3$s,%4$s)+COUNTIF(%3$s,%5$s)+COUNTIF(%3$s,%6$s)=0,%10$s,"
    "IF(COUNTIF(%3$s,%5$s)+COUNTIF(%3$s,%6$s)=0,%7$s,"
    "IF(COUNTIF(%3$s,%4$s)+COUNTIF(%3$s,%5$s)=0,%9$s,%8$s)))",
    chosen, light, levels, done, some, nothing, green, amber, red, grey);
}

static void
colour_lights (SuiviScorecardBook *book)
{
  const guint at = book->places[SUIVI_SCORECARD_COLUMN_LIGHT];
  lxw_workbook *workbook = suivi_xlsx_writer_get_workbook (book->writer);
  g_autofree char *contradicts = contradiction (book);
  g_autofree char *blank = is_text (at, "");

  /* LibreOffice follows one rule and no other: each light has one with a frame. No rule gives "worse than before". */
  for (guint i = 0; i < SUIVI_N_LIGHTS; i++)
    {
      g_autofree char *light = is_text (at, book->lights[i]);
      g_autofree char *both = g_strdup_printf ("=AND(%s,%s)", light + 1, contradicts);
      lxw_format *frame = suivi_xlsx_style_make_colours (workbook, SUIVI_XLSX_LIGHT_GREY + i);

      if (i == SUIVI_LIGHT_WORSE)
        continue;
      format_set_border (frame, LXW_BORDER_THIN);
      format_set_border_color (frame, 0x212121);
      format_set_italic (frame);
      format_set_underline (frame, LXW_UNDERLINE_SINGLE);
      add_format (book, at, at, both, frame);
    }
  for (guint i = 0; i < SUIVI_N_LIGHTS; i++)
    {
      g_autofree char *light = is_text (at, book->lights[i]);

      add_format (book, at, at, light, suivi_xlsx_style_make_colours (workbook, SUIVI_XLSX_LIGHT_GREY + i));
    }
  add_format (book, at, at, blank, suivi_xlsx_style_make_colours (workbook, SUIVI_XLSX_TEXT));
}

/**
 * suivi_scorecard_xlsx_add_rules:
 * @words: the hidden sheet
 * @first_words: by kind of word, the row of @words where its words begin
 *
 * Adds lists to choose from, and colours that follow what stands in a cell. A light that does not follow from the levels
 * beside it, although nobody said that it was chosen by hand, gets a frame.
 */
void
suivi_scorecard_xlsx_add_rules (SuiviScorecardBook *book, lxw_worksheet *words, const guint *first_words)
{
  if (book->n_rows == 0)
    return;

  for (gsize i = 0; i < G_N_ELEMENTS (choices); i++)
    add_list (book, book->places[choices[i].column], choices[i].kind, words->name,
              first_words[choices[i].kind]);
  colour_levels (book);
  colour_lights (book);
}
