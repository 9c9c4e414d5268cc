/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/scorecard/breakdown.h"
#include "core/scorecard/comparison.h"
#include "exchange/scorecard-bands.h"
#include "exchange/scorecard-source.h"
#include "exchange/scorecard-words.h"
#include "exchange/scorecard-xlsx.h"
#include "exchange/xlsx-writer.h"

G_BEGIN_DECLS

/**
 * SuiviScorecardRowsFunc:
 * @func: to be called with each recommendation, in the order of the sheet
 * @func_data: for @func
 * @rows_data: where the rows come from
 *
 * Where a scorecard gets its rows from.
 *
 * Returns: whether all rows were given; else @error is set
 */
typedef gboolean (*SuiviScorecardRowsFunc) (SuiviScorecardEntryFunc func,
                                            gpointer func_data,
                                            gpointer rows_data,
                                            GCancellable *cancellable,
                                            GError **error);

/**
 * SuiviScorecardContent:
 * @head: what the scorecard says besides its rows
 * @rows: gives the rows; called once
 * @rows_data: for @rows
 * @evidence: (nullable) (element-type SuiviScorecardProof): the evidence, complete once the rows were given
 * @before: (nullable) (element-type SuiviEditionRow): the rows of the previous edition
 * @whole: whether nothing was filtered out: then what only @before has is gone
 *
 * What goes into a workbook.
 */
typedef struct
{
  const SuiviScorecardHead *head;
  SuiviScorecardRowsFunc rows;
  gpointer rows_data;
  GPtrArray *evidence;
  GPtrArray *before;
  gboolean whole;
} SuiviScorecardContent;

/**
 * SuiviScorecardMark:
 * @organisation: which organisation, a place in SuiviScorecardBook.organisations
 * @light: what it says
 *
 * What one organisation says about one recommendation.
 */
typedef struct
{
  guint16 organisation;
  guint8 light;
} SuiviScorecardMark;

/**
 * SuiviScorecardLine:
 * @number: its number, with its review where there are several
 * @excerpt: the beginning of its text
 * @dissent: (nullable): who sees it otherwise than what was agreed on, and why
 * @position: what the State answered
 * @light: its light
 * @previous: its light in the edition before, or %SUIVI_LIGHT_ABSENT
 * @agreed: whether the organisations agreed on the light
 * @apart: how many grades the organisations are apart
 * @first_mark: of what the organisations say, a place in SuiviScorecardBook.marks
 * @n_marks: how many organisations judged it
 *
 * What is kept of a row of the sheet Scorecard for the sheets after it. There may be a million.
 */
typedef struct
{
  const char *number;
  const char *excerpt;
  const char *dissent;
  guint8 position;
  guint8 light;
  guint8 previous;
  guint8 agreed;
  guint8 apart;
  guint first_mark;
  guint n_marks;
} SuiviScorecardLine;

/**
 * SuiviScorecardBook:
 * @writer: writes it
 * @content: what goes into it
 * @head: of @content
 * @summary: the sheet Summary
 * @card: the sheet Scorecard
 * @evidence: the sheet Evidence
 * @organisations_sheet: the sheet By organisation
 * @judgements: the sheet Judgements
 * @method: the sheet Method and definitions
 * @changes: the sheet Changes since last edition
 * @footer: what stands at the foot of every page
 * @lights: sign and word of each light
 * @grades: sign and word of each grade on the scale that is spoken beside the lights
 * @places: where the columns of the sheet Scorecard are, or -1
 * @widths: how wide they are
 * @print_scale: how small they are printed, in per cent
 * @n_rows: how many rows it has, without the headings
 * @n_judgements: how many rows the sheet Judgements has, without the headings
 * @n_apart: of how many rows the organisations differ and have not agreed
 * @n_differ: how many that is by the counting rule
 * @n_judged: how many are judged by the counting rule: they have a light, or organisations that differ about it
 * @max_evidence: on how many pieces of evidence the row with the most of them stands
 * @n_chosen: how many lights were chosen by hand
 * @last_date: (nullable): day of the last judgement that counts
 * @bands: everything, counted by grade
 * @positions: everything, counted by position
 * @clusters: by cluster
 * @themes: by theme
 * @trends: how many made each move since the edition before
 * @texts: owns what the lines say
 * @lines: (element-type SuiviScorecardLine): the rows
 * @marks: (element-type SuiviScorecardMark): what organisations say, row by row
 * @organisations: (element-type utf8): their names, in the order in which they were first met
 * @organisation_places: name as it is compared → its place in @organisations + 1
 * @positions_before: key of a recommendation → its position in the edition before + 1
 * @comparison: (nullable): the edition before and this one
 *
 * A workbook while it is written.
 */
typedef struct
{
  SuiviXlsxWriter *writer;
  const SuiviScorecardContent *content;
  const SuiviScorecardHead *head;
  lxw_worksheet *summary;
  lxw_worksheet *card;
  lxw_worksheet *evidence;
  lxw_worksheet *organisations_sheet;
  lxw_worksheet *judgements;
  lxw_worksheet *method;
  lxw_worksheet *changes;
  char *footer;
  char *lights[SUIVI_N_LIGHTS];
  char *grades[SUIVI_N_LIGHTS];
  int places[SUIVI_N_SCORECARD_COLUMNS];
  double widths[SUIVI_N_SCORECARD_COLUMNS];
  guint print_scale;
  guint n_rows;
  guint n_judgements;
  guint n_apart;
  guint n_differ;
  guint n_judged;
  guint max_evidence;
  guint n_chosen;
  char *last_date;
  SuiviScaleTally bands;
  SuiviBreakdown *positions;
  SuiviBreakdown *clusters;
  SuiviBreakdown *themes;
  guint trends[SUIVI_N_MOVES];
  GStringChunk *texts;
  GArray *lines;
  GArray *marks;
  GPtrArray *organisations;
  GHashTable *organisation_places;
  GHashTable *positions_before;
  SuiviComparison *comparison;
} SuiviScorecardBook;

/* Points; a row of Excel cannot be higher than 409. */
#define SUIVI_SCORECARD_LINE_HEIGHT 13.6
#define SUIVI_SCORECARD_MAX_HEIGHT  409.0

/* Of a row of numbers on the sheet Summary. */
#define SUIVI_SCORECARD_TABLE_HEIGHT 20.0

gboolean       suivi_scorecard_xlsx_write_content       (const SuiviScorecardContent *content,
                                                         const char                  *path,
                                                         GCancellable                *cancellable,
                                                         GError                     **error);

/* One file each */
void           suivi_scorecard_xlsx_begin_card          (SuiviScorecardBook          *book);
gboolean       suivi_scorecard_xlsx_add_row             (const SuiviScorecardEntry   *entry,
                                                         gpointer                     book,
                                                         GError                     **error);
void           suivi_scorecard_xlsx_end_card            (SuiviScorecardBook          *book);
void           suivi_scorecard_xlsx_lay_out_card        (SuiviScorecardBook          *book);
void           suivi_scorecard_xlsx_set_up_card         (SuiviScorecardBook          *book,
                                                         guint                        last_row);
void           suivi_scorecard_xlsx_add_rules           (SuiviScorecardBook          *book,
                                                         lxw_worksheet               *words,
                                                         const guint                 *first_words);
void           suivi_scorecard_xlsx_begin_judgements    (SuiviScorecardBook          *book);
gboolean       suivi_scorecard_xlsx_add_judgements      (SuiviScorecardBook          *book,
                                                         const SuiviScorecardEntry   *entry,
                                                         GError                     **error);
void           suivi_scorecard_xlsx_end_judgements      (SuiviScorecardBook          *book);
void           suivi_scorecard_xlsx_write_summary       (SuiviScorecardBook          *book);
void           suivi_scorecard_xlsx_write_evidence      (SuiviScorecardBook          *book);
void           suivi_scorecard_xlsx_write_organisations (SuiviScorecardBook          *book);
void           suivi_scorecard_xlsx_write_method        (SuiviScorecardBook          *book);
void           suivi_scorecard_xlsx_write_changes       (SuiviScorecardBook          *book);
guint          suivi_scorecard_xlsx_write_moves         (SuiviScorecardBook          *book,
                                                         guint                        row);
lxw_worksheet *suivi_scorecard_xlsx_write_words         (SuiviScorecardBook          *book,
                                                         guint                       *first_words);

/* What several sheets need */
void           suivi_scorecard_book_keep_row            (SuiviScorecardBook          *book,
                                                         const SuiviScorecardEntry   *entry);
char          *suivi_scorecard_book_make_judges         (const SuiviAssessment       *assessment);
guint          suivi_scorecard_book_card_row            (guint                        index);
guint          suivi_scorecard_book_evidence_row        (guint                        number);
void           suivi_scorecard_book_put_header          (SuiviScorecardBook          *book,
                                                         lxw_worksheet               *sheet,
                                                         guint                        row,
                                                         guint                        column,
                                                         const char                  *title,
                                                         double                       width);
void           suivi_scorecard_book_print_across        (lxw_worksheet               *sheet,
                                                         guint                        second_page);
void           suivi_scorecard_book_put_note            (SuiviScorecardBook          *book,
                                                         lxw_worksheet               *sheet,
                                                         guint                        row,
                                                         guint                        last_column,
                                                         double                       width,
                                                         const char                  *text);
guint          suivi_scorecard_book_count_bold_lines    (const char                  *text,
                                                         double                       width);
char          *suivi_scorecard_book_mark_sign           (const SuiviScorecardBook    *book,
                                                         const char                  *text);
char          *suivi_scorecard_book_move_text           (const SuiviScorecardBook    *book,
                                                         SuiviMove                    move);
double         suivi_scorecard_book_measure_light       (const SuiviScorecardBook    *book,
                                                         SuiviLight                   light);
guint          suivi_scorecard_book_count_light_lines   (const SuiviScorecardBook    *book,
                                                         double                       width);
const char    *suivi_scorecard_question_to_text         (gboolean                     name);

G_END_DECLS
