/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <yajl/yajl_tree.h>

#include "store/filter.h"
#include "store/scorecard-store.h"
#include "store/store.h"

G_BEGIN_DECLS

/**
 * OutputFixture:
 * @folder: empty but for what the test writes; it must be so again when it ends
 * @workspace: path of the workspace
 * @store: the workspace
 * @filter: lets everything of the UPR through
 *
 * A workspace, empty until it is filled, whose scorecard is written and read back. Everything that goes wrong fails the
 * test.
 */
typedef struct
{
  char *folder;
  char *workspace;
  SuiviStore *store;
  SuiviFilter *filter;
} OutputFixture;

/* A day before the last grades of output_fixture_fill(). */
#define OUTPUT_CUT_OFF "2026-06-30"

void       output_fixture_set_up    (OutputFixture      *fixture,
                                     gconstpointer       data);
void       output_fixture_tear_down (OutputFixture      *fixture,
                                     gconstpointer       data);
void       output_fixture_fill      (OutputFixture      *fixture);

void       output_put_assessment    (SuiviTransaction   *step,
                                     const char         *id,
                                     guint               index,
                                     const char         *date);
char      *output_freeze            (OutputFixture      *fixture,
                                     const char         *review_id,
                                     const char         *title,
                                     const char         *cut_off,
                                     const char         *previous_id);
char      *output_find_review       (OutputFixture      *fixture);
GPtrArray *output_count_facet       (OutputFixture      *fixture,
                                     const SuiviFilter  *filter,
                                     SuiviFacet          facet);

char      *output_write_file        (OutputFixture      *fixture,
                                     const SuiviFilter  *filter,
                                     const char         *name);
char      *output_read_file         (OutputFixture      *fixture,
                                     const SuiviFilter  *filter,
                                     const char         *name,
                                     gsize              *size);
char      *output_read_edition      (OutputFixture      *fixture,
                                     const char         *edition_id,
                                     const SuiviFilter  *filter,
                                     const char         *name);
char      *output_read_pdf          (const char         *path);
void       output_drop_folder       (const char         *path);

yajl_val   output_read_json         (OutputFixture      *fixture,
                                     const SuiviFilter  *filter);
void       output_check_json        (yajl_val            root,
                                     guint               n_rows);
yajl_val   output_get               (yajl_val            node,
                                     const char         *first,
                                     const char         *second,
                                     const char         *third);
guint      output_get_number        (yajl_val            node,
                                     const char         *first,
                                     const char         *second,
                                     const char         *third);

G_END_DECLS
