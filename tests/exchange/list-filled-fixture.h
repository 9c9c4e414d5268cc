/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "exchange/list-filled.h"
#include "plan-fixture.h"

G_BEGIN_DECLS

/* Lists that are imported, assessed and filled in, in the folder of a test. */

#define PAGE_HEADER "UPR of Slovenia\n(4th Cycle - 48th Session)"

/* How our paragraphs look where the neighbours say nothing about it. */
#define OURS   "<w:p w:rsidR=\"00535549\" w:rsidRDefault=\"00535549\"><w:pPr></w:pPr><w:r><w:rPr>"
#define MIDDLE "</w:rPr><w:t xml:space=\"preserve\">"
#define END    "</w:t></w:r></w:p>"
#define BOLD   "<w:b/><w:bCs/>"


#define ROW_1 "1.1 Found a school for all (France);"
#define ROW_2 "1.2 Open a library in each town (Togo);"
#define ROW_3 "1.3 Plant a tree for each child (Chile);"
#define ROW_4 "1.4 Mend the bridges of the valley (Peru);"

char            *get_path            (Fixture               *fixture,
                                      const char            *name);
void             write_file          (Fixture               *fixture,
                                      const char            *name,
                                      GBytes                *bytes);
GBytes          *read_file           (Fixture               *fixture,
                                      const char            *name);
void             drop                (Fixture               *fixture,
                                      const char            *name);
char            *get_document        (GBytes                *bytes);
void             assert_same_entries (GBytes                *before,
                                      GBytes                *after);
char            *replace             (const char            *text,
                                      const char            *old,
                                      const char            *new);

GBytes          *make_list_bytes     (char                  *first,
                                      ...) G_GNUC_NULL_TERMINATED;
GBytes          *make_2019_list      (void);
SuiviImportPlan *make_import         (Fixture               *fixture,
                                      GBytes                *bytes);
void             import_list         (Fixture               *fixture,
                                      GBytes                *bytes);
void             assess              (Fixture               *fixture,
                                      const char            *number,
                                      SuiviLevel             level,
                                      const char            *reason,
                                      const char            *source);
void             assess_two          (Fixture               *fixture);

SuiviListFilled *fill                (Fixture               *fixture,
                                      const char            *source,
                                      const char            *output,
                                      const char            *cut_off);
void             assert_filled       (const SuiviListFilled *filled,
                                      guint                  n_rows,
                                      guint                  n_filled,
                                      guint                  n_not_assessed,
                                      guint                  n_no_cell,
                                      guint                  n_not_found);

G_END_DECLS
