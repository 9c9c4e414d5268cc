/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/review/recommendation.h"
#include "exchange/scorecard-xlsx.h"
#include "store/scorecard-store.h"
#include "store/transaction.h"

G_BEGIN_DECLS

/* The parts of a workbook that tests look into. */
#define CARD_SUMMARY "xl/worksheets/sheet1.xml"
#define CARD_CARD    "xl/worksheets/sheet2.xml"
#define CARD_WORDS   "xl/worksheets/sheet8.xml"

/**
 * CardFixture:
 * @folder: removed with all that is in it when the test ends
 * @out: the workbook; its folder is empty otherwise
 * @store: a workspace, empty until it is filled
 * @review: a review that card_fixture_fill() puts into it
 * @filter: lets everything through
 *
 * A workspace whose scorecard is written as a workbook and looked into. Everything that goes wrong fails the test.
 */
typedef struct
{
  char *folder;
  char *out;
  SuiviStore *store;
  SuiviReview *review;
  SuiviFilter *filter;
} CardFixture;

void card_fixture_set_up (CardFixture *fixture, gconstpointer data);
void card_fixture_tear_down (CardFixture *fixture, gconstpointer data);
void card_fixture_fill (CardFixture *fixture);
void card_fixture_write (CardFixture *fixture);

SuiviRecommendation *card_put (SuiviTransaction *transaction,
                               SuiviReview *review,
                               const char *number,
                               const char *text,
                               SuiviPosition position,
                               const char *theme);
void card_assess (SuiviTransaction *transaction,
                  SuiviRecommendation *recommendation,
                  SuiviLevel level,
                  const char *date);

char *card_read_part (const char *path, const char *wanted);
char *card_find_cell (const char *sheet, const char *cell);
void card_assert_cell (const char *sheet, const char *cell, const char *content);
void card_assert_text (const char *sheet, const char *cell, const char *text);

G_END_DECLS
