/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gstdio.h>
#include <xlsxwriter.h>

#include "read-table.h"

#define HEADER "No.,Recommendation,Recommending State(s),Position\n"

static void
assert_fields (SuiviImportPlan *plan, guint row, SuiviPlanFields expected)
{
  g_autoptr (SuiviPlanRow) found = find_plan_row (plan, row);

  g_assert_nonnull (found);
  g_assert_cmphex (suivi_plan_row_get_fields (found), ==, expected);
}

static void
assert_note (SuiviImportPlan *plan, const char *word)
{
  const char *const *notes = suivi_import_plan_get_notes (plan);

  for (gsize i = 0; notes != NULL && notes[i] != NULL; i++)
    {
      if (strstr (notes[i], word) != NULL)
        return;
    }
  g_error ("no note says “%s”", word);
}

static void
test_simple (void)
{
  g_autoptr (SuiviImportPlan) plan = read_csv (HEADER "140.1,Adopt a law,France; Togo,Supported\n"
                                                      "140.2,Train judges (Peru),Peru,Noted\n",
                                               NULL);
  SuiviTablePreview *preview = suivi_import_plan_get_preview (plan);

  g_assert_cmpstr (suivi_import_plan_get_format (plan), ==, "table");
  g_assert_cmpuint (suivi_import_plan_get_n_rows (plan), ==, 2);
  g_assert_cmpuint (strlen (suivi_import_plan_get_sha256 (plan)), ==, 64);
  g_assert_true (suivi_import_plan_needs_review (plan));
  assert_faults (plan, "");
  assert_row (plan, 2, "-/0 140.1 supported FRA,TGO: Adopt a law");
  assert_row (plan, 3, "-/0 140.2 noted PER: Train judges");
  assert_fields (plan, 2,
                 SUIVI_PLAN_FIELD_BIT (SUIVI_PLAN_FIELD_NUMBER) | SUIVI_PLAN_FIELD_BIT (SUIVI_PLAN_FIELD_TEXT)
                   | SUIVI_PLAN_FIELD_BIT (SUIVI_PLAN_FIELD_STATES)
                   | SUIVI_PLAN_FIELD_BIT (SUIVI_PLAN_FIELD_POSITION));

  g_assert_nonnull (preview);
  g_assert_cmpuint (preview->kind, ==, SUIVI_SHEET_CSV);
  g_assert_cmpuint (preview->header_row, ==, 1);
  g_assert_cmpint (preview->separator, ==, ',');
  g_assert_cmpstr (preview->encoding, ==, "UTF-8");
  g_assert_cmpuint (preview->rows->len, ==, 2);
  g_assert_cmpstr (((char **) preview->rows->pdata[1])[2], ==, "Peru");
  g_assert_false (preview->remembered);
}

/* Titles above, themes between, the header again, an empty row: none of them is a recommendation. */
static void
test_around (void)
{
  g_autoptr (SuiviImportPlan) plan = read_csv ("Recommendations of 2025,,,\n,,,\n" HEADER
                                               "Theme: Right to health,,,\n140.1,Adopt a law,France,Noted\n"
                                               ",,,\n" HEADER "140.2,Train judges,Togo,Noted\n",
                                               NULL);
  g_autoptr (SuiviPlanRow) row = find_plan_row (plan, 5);

  g_assert_cmpuint (suivi_import_plan_get_preview (plan)->header_row, ==, 3);
  g_assert_cmpuint (count_plan_rows (plan), ==, 2);
  assert_faults (plan, "");
  assert_row (plan, 5, "-/0 140.1 noted FRA: Adopt a law");
  assert_row (plan, 8, "-/0 140.2 noted TGO: Train judges");
  g_assert_cmpstr (suivi_plan_row_get_recommendation (row)->themes[0], ==, "Right to health");
}

/* As official lists have it, without columns for number and States; and without any header. */
static void
test_inside_text (void)
{
  g_autoptr (SuiviImportPlan) plan
             = read_csv ("Recommendation;Position\n140.1 Adopt a law (France) (Togo);Supported\n"
                         "140.2 Ensure that 5 schools … are built (Peru);;Noted\n",
                         NULL);
  g_autoptr (SuiviImportPlan) bare = read_csv (
    "140.1;Adopt a comprehensive law on the registration of each child at birth, and see to it that parents "
    "in remote areas can register without fees, in all districts, with mobile offices, in all languages of "
    "the country, within two years, and report on the progress made in the next mid-term report of the State "
    "(Togo);Supported\n140.2;Train judges in how to hear children (Peru);Noted\n",
    NULL);

  assert_row (plan, 2, "-/0 140.1 supported FRA,TGO: Adopt a law");
  g_assert_cmpuint (suivi_import_plan_get_preview (bare)->header_row, ==, 0);
  assert_row (bare, 2, "-/0 140.2 noted PER: Train judges in how to hear children");
  g_assert_cmpuint (count_plan_rows (bare), ==, 2);
}

/* A row with nothing but the text may begin like the code of a theme. */
static void
test_code_or_number (void)
{
  g_autoptr (SuiviImportPlan) plan = read_csv (
    "Recommendation;Position;Comments\nA12 Acceptance of international norms;;\n6.1 Adopt a law (Togo);;\n",
    NULL);
  g_autoptr (SuiviPlanRow) row = find_plan_row (plan, 3);

  g_assert_cmpuint (count_plan_rows (plan), ==, 1);
  assert_row (plan, 3, "-/0 6.1 pending TGO: Adopt a law");
  g_assert_cmpstr (suivi_plan_row_get_recommendation (row)->themes[0], ==,
                   "Acceptance of international norms");
}

static void
test_review_columns (void)
{
  g_autoptr (SuiviImportPlan) plan
    = read_csv ("State under review,Cycle,Recommendation,State,Action category,Issue,About children,SDG\n"
                "Slovenia,4,Adopt a law,France,5 - Specific,\"Justice, Poverty\",yes,\"5, 16.2\"\n"
                "Nepal,3rd cycle,Adopt a law,France,Specific,Rights of the Child,,4\n",
                NULL);
  g_autoptr (SuiviPlanRow) first = find_plan_row (plan, 2);
  g_autoptr (SuiviPlanRow) second = find_plan_row (plan, 3);
  SuiviRecommendation *recommendation = suivi_plan_row_get_recommendation (first);

  assert_faults (plan, "");
  g_assert_false (suivi_import_plan_needs_review (plan));
  assert_row (plan, 2, "SVN/48  pending FRA: Adopt a law");
  assert_row (plan, 3, "NPL/37  pending FRA: Adopt a law");
  g_assert_cmpuint (recommendation->category, ==, 5);
  g_assert_cmpuint (g_strv_length (recommendation->issues), ==, 2);
  g_assert_cmpstr (recommendation->issues[1], ==, "Poverty");
  g_assert_cmpstr (recommendation->sdgs[0], ==, "5");
  g_assert_cmpstr (recommendation->sdgs[1], ==, "16.2");
  g_assert_true (recommendation->child_focused);
  /* A "no" of the user counts more than an issue. */
  g_assert_false (suivi_plan_row_get_recommendation (second)->child_focused);
}

/* One row per recommending State, one below the other; a row that stands twice is a fault. */
static void
test_rows_per_state (void)
{
  g_autoptr (SuiviImportPlan) plan = read_csv (HEADER "140.1,Adopt a law,France,Supported\n"
                                                      "140.1,Adopt a law.,Togo,Supported\n"
                                                      "140.2,Train judges,Peru,Noted\n"
                                                      "140.2,Train judges,Peru,Noted\n",
                                               NULL);

  g_assert_cmpuint (suivi_import_plan_get_n_rows (plan), ==, 4);
  g_assert_cmpuint (count_plan_rows (plan), ==, 3);
  assert_row (plan, 2, "-/0 140.1 supported FRA,TGO: Adopt a law");
  assert_note (plan, "1 row was put to another one");
  assert_faults (plan, "5 duplicate-number No.=140.2\n");
}

/* A table program makes 140.1 of 140.10. */
static void
test_dropped_zeros (void)
{
  g_autoptr (GString) text = g_string_new (HEADER);
  g_autoptr (SuiviImportPlan) plan = NULL;

  for (guint i = 8; i <= 21; i++)
    g_string_append_printf (text, "140.%u,Adopt law %u,Togo,Noted\n", i % 10 == 0 ? i / 10 : i, i);
  plan = read_csv (text->str, NULL);

  assert_faults (plan, "");
  assert_row (plan, 4, "-/0 140.10 noted TGO: Adopt law 10");
  assert_row (plan, 14, "-/0 140.20 noted TGO: Adopt law 20");
  assert_note (plan, "In 2 numbers");
}

static void
test_numbers (void)
{
  g_autoptr (SuiviImportPlan) plan = read_csv (
    "No.;Recommendation;State\n1;140.12 Adopt a law;Togo\n\"140,13\";Train judges;Peru\n"
    "Rec. 140.14.;Build schools;Togo\n140.15;5.2 million children need schools;Togo\nA-7;Feed them;Togo\n"
    "see annex;Heal them;Togo\n",
    NULL);

  assert_row (plan, 2, "-/0 140.12 pending TGO: Adopt a law");
  assert_row (plan, 3, "-/0 140.13 pending PER: Train judges");
  assert_row (plan, 4, "-/0 140.14 pending TGO: Build schools");
  assert_row (plan, 5, "-/0 140.15 pending TGO: 5.2 million children need schools");
  assert_row (plan, 6, "-/0 A-7 pending TGO: Feed them");
  assert_faults (plan, "7 bad-value No.=see annex\n");
}

/* Reading must not take for ever, whatever stands in the table. */
static void
test_too_many_names (void)
{
  g_autoptr (GString) text = g_string_new ("Recommendation;Position\n");

  for (guint row = 0; row < 120; row++)
    {
      g_string_append_printf (text, "140.%u Adopt a law", row);
      for (guint i = 0; i < 990; i++)
        g_string_append (text, " (Togo)");
      g_string_append (text, ";Noted\n");
    }
  assert_refused (text->str, NULL, SUIVI_IMPORT_ERROR_TOO_BIG, "far more");
}

static void
test_mapping (void)
{
  g_autoptr (SuiviImportOptions) options = suivi_import_options_new ();
  g_autoptr (SuiviImportPlan) plan = NULL;
  g_autoptr (SuiviImportPlan) unmapped = NULL;
  const char *text = "Was,Wer\nAdopt a law,Togo\n";

  /* Nothing is lost while nobody said what the columns mean. */
  unmapped = read_csv (text, NULL);
  g_assert_cmpuint (count_plan_rows (unmapped), ==, 0);
  g_assert_false (
    suivi_table_mapping_has (suivi_import_plan_get_preview (unmapped)->mapping, SUIVI_TABLE_FIELD_TEXT));
  assert_note (unmapped, "No column is taken for the text");

  options->mapping = suivi_table_mapping_parse ("Was=text,Wer=states", NULL);
  plan = read_csv (text, options);
  assert_row (plan, 2, "-/0  pending TGO: Adopt a law");

  suivi_table_mapping_set (options->mapping, "Wann", SUIVI_TABLE_FIELD_SESSION);
  assert_refused (text, options, SUIVI_IMPORT_ERROR_BAD_MAPPING, "Was, Wer");
}

static void
test_same_header_twice (void)
{
  g_autoptr (SuiviImportPlan) plan = read_csv ("Recommendation,Note,,Note\nAdopt a law,a,b,c\n", NULL);
  char **headers = suivi_import_plan_get_preview (plan)->headers;

  g_assert_cmpstr (headers[1], ==, "Note");
  g_assert_cmpstr (headers[2], ==, "Column C");
  g_assert_cmpstr (headers[3], ==, "Note (2)");
}

/* --- 25 faults --------------------------------------------------------------------------------------------
 */

#define N_ROWS    300
#define N_COLUMNS 10

static const char *const fault_header[N_COLUMNS] = { "No.",
                                                     "Recommendation",
                                                     "Recommending State(s)",
                                                     "Position",
                                                     "SDGs",
                                                     "Action category",
                                                     "Issue",
                                                     "State under review",
                                                     "Session",
                                                     "About children" };

static const struct
{
  guint row;
  guint column;
  const char *value; /* %NULL: a very long text */
} planted[] = {
  { 5, 2, "Atlantis" },    { 12, 2, "France; Lemuria" },
  { 20, 2, "" },           { 25, 3, "Maybe" },
  { 31, 3, "Deferred" },   { 40, 1, "" },
  { 48, 0, "" },           { 55, 0, "140.10" },
  { 60, 5, "9" },          { 61, 5, "Urgent" },
  { 70, 4, "25" },         { 77, 8, "99" },
  { 80, 7, "Atlantis" },   { 85, 8, "47" },
  { 90, 7, "" },           { 110, 1, NULL },
  { 120, 9, "perhaps" },   { 130, 2, "Mu" },
  { 130, 3, "Hm" },        { 130, 5, "0" },
  { 140, 0, "see annex" }, { 150, 2, "Togo; Slovenia" },
  { 160, 0, "140.1" },     { 170, 8, "forty" },
};

/* Row 100 has lost all cells but its number: the 25th. */
#define ROW_WITHOUT_CELLS 100

static const char *const expected_faults = "5 unknown-state Recommending State(s)=Atlantis\n"
                                           "12 unknown-state Recommending State(s)=Lemuria\n"
                                           "20 no-state Recommending State(s)=\n"
                                           "25 unknown-position Position=Maybe\n"
                                           "31 unknown-position Position=Deferred\n"
                                           "40 no-text Recommendation=\n"
                                           "48 no-number No.=\n"
                                           "55 duplicate-number No.=140.10\n"
                                           "60 bad-value Action category=9\n"
                                           "61 bad-value Action category=Urgent\n"
                                           "70 bad-value SDGs=25\n"
                                           "77 no-review Session=99\n"
                                           "80 no-review State under review=Atlantis\n"
                                           "85 no-review Session=47\n"
                                           "90 no-review State under review=\n"
                                           "100 missing-cells No.=140.99\n"
                                           "110 damaged-cell Recommendation=LONG\n"
                                           "120 bad-value About children=perhaps\n"
                                           "130 unknown-position Position=Hm\n"
                                           "130 unknown-state Recommending State(s)=Mu\n"
                                           "130 bad-value Action category=0\n"
                                           "140 bad-value No.=see annex\n"
                                           "150 unknown-state Recommending State(s)=Slovenia\n"
                                           "160 duplicate-number No.=140.1\n"
                                           "170 no-review Session=forty\n";

static char *
make_cell (guint row, guint column)
{
  for (gsize i = 0; i < G_N_ELEMENTS (planted); i++)
    {
      if (planted[i].row == row && planted[i].column == column)
        return planted[i].value != NULL ? g_strdup (planted[i].value) : g_strnfill (32760, 'x');
    }
  if (row == ROW_WITHOUT_CELLS && column > 0)
    return g_strdup ("");

  switch (column)
    {
    case 0:
      return g_strdup_printf ("140.%u", row - 1);
    case 1:
      return g_strdup_printf ("Adopt measure %u for clean water", row);
    case 2:
      return g_strdup (row % 3 == 0 ? "Peru" : "France; Togo");
    case 3:
      return g_strdup (row % 5 == 0 ? "Noted" : "Supported");
    case 4:
      return g_strdup ("6; 3.2");
    case 5:
      return g_strdup_printf ("%u", 1 + row % 5);
    case 6:
      return g_strdup ("Right to water");
    case 7:
      return g_strdup ("Slovenia");
    case 8:
      return g_strdup ("48");
    case 9:
      return g_strdup (row % 7 == 0 ? "yes" : "no");
    default:
      g_return_val_if_reached (NULL);
    }
}

static void
check_25_faults (SuiviImportPlan *plan)
{
  g_autofree char *told = tell_faults (plan);
  g_autoptr (GString) shown = g_string_new (told);
  const char *start = strstr (shown->str, "damaged-cell Recommendation=x");
  g_autoptr (GPtrArray) faults = suivi_import_plan_list_faults (plan);

  g_assert_nonnull (start);
  start += strlen ("damaged-cell Recommendation=");
  g_string_erase (shown, start - shown->str, strchr (start, '\n') - start);
  g_string_insert (shown, strstr (shown->str, "damaged-cell Recommendation=") + 28 - shown->str, "LONG");
  g_assert_cmpstr (shown->str, ==, expected_faults);
  g_assert_cmpuint (faults->len, ==, 25);
  g_assert_cmpuint (suivi_import_plan_get_n_rows (plan), ==, N_ROWS);
  g_assert_cmpuint (count_plan_rows (plan), ==, N_ROWS);
  /* Row 130 has three of them. */
  g_assert_cmpuint (suivi_import_plan_count (plan, SUIVI_PLAN_FAULTY), ==, 23);
}

static void
test_25_faults_csv (void)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (SuiviImportPlan) plan = NULL;

  for (guint column = 0; column < N_COLUMNS; column++)
    g_string_append_printf (text, "%s%s", column > 0 ? "\t" : "", fault_header[column]);
  for (guint row = 2; row < N_ROWS + 2; row++)
    {
      g_string_append_c (text, '\n');
      for (guint column = 0; column < N_COLUMNS; column++)
        {
          g_autofree char *cell = make_cell (row, column);

          g_string_append_printf (text, "%s%s", column > 0 ? "\t" : "", cell);
        }
    }
  plan = read_csv (text->str, NULL);
  check_25_faults (plan);
}

static void
test_25_faults_xlsx (void)
{
  g_autofree char *folder = g_dir_make_tmp ("suivi-table-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "table.xlsx", NULL);
  g_autoptr (SuiviImportPlan) plan = NULL;
  g_autoptr (GError) error = NULL;
  lxw_workbook *book = workbook_new (path);
  lxw_worksheet *sheet = workbook_add_worksheet (book, "Recommendations");

  for (guint column = 0; column < N_COLUMNS; column++)
    worksheet_write_string (sheet, 0, column, fault_header[column], NULL);
  for (guint row = 2; row < N_ROWS + 2; row++)
    {
      for (guint column = 0; column < N_COLUMNS; column++)
        {
          g_autofree char *cell = make_cell (row, column);

          /* Numbers as people type them: categories and sessions. */
          if ((column == 5 || column == 8) && g_ascii_isdigit (*cell))
            worksheet_write_number (sheet, row - 1, column, g_ascii_strtod (cell, NULL), NULL);
          else if (*cell != '\0')
            worksheet_write_string (sheet, row - 1, column, cell, NULL);
        }
    }
  g_assert_cmpint (workbook_close (book), ==, LXW_NO_ERROR);

  plan = suivi_import_read_file (path, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (suivi_import_plan_get_preview (plan)->kind, ==, SUIVI_SHEET_XLSX);
  check_25_faults (plan);
  g_assert_cmpint (g_unlink (path), ==, 0);
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

/* Which sheet, hidden rows and errors of the table program. */
static void
test_workbook (void)
{
  g_autofree char *folder = g_dir_make_tmp ("suivi-table-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "table.xlsx", NULL);
  g_autoptr (SuiviImportOptions) options = suivi_import_options_new ();
  g_autoptr (SuiviImportPlan) plan = NULL;
  g_autoptr (SuiviImportPlan) second = NULL;
  g_autoptr (GError) error = NULL;
  lxw_workbook *book = workbook_new (path);
  lxw_worksheet *about = workbook_add_worksheet (book, "About");
  lxw_worksheet *sheet = workbook_add_worksheet (book, "List");
  lxw_row_col_options hidden = { .hidden = 1 };

  worksheet_write_string (about, 0, 0, "Made for a test", NULL);
  worksheet_write_string (sheet, 0, 0, "Number", NULL);
  worksheet_write_string (sheet, 0, 1, "Recommendation", NULL);
  worksheet_write_string (sheet, 0, 2, "Position", NULL);
  worksheet_write_number (sheet, 1, 0, 140.9, NULL);
  worksheet_write_string (sheet, 1, 1, "Adopt a law (Togo)", NULL);
  worksheet_write_string (sheet, 1, 2, "Noted", NULL);
  worksheet_write_number (sheet, 2, 0, 140.10, NULL);
  worksheet_write_string (sheet, 2, 1, "Train judges (Peru)", NULL);
  worksheet_write_string (sheet, 2, 2, "Noted", NULL);
  worksheet_set_row_opt (sheet, 2, 15, NULL, &hidden);
  g_assert_cmpint (workbook_close (book), ==, LXW_NO_ERROR);

  plan = suivi_import_read_file (path, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (suivi_import_plan_get_preview (plan)->sheet, ==, 1);
  g_assert_cmpstr (suivi_import_plan_get_preview (plan)->sheets[1], ==, "List");
  assert_row (plan, 2, "-/0 140.9 noted TGO: Adopt a law");
  assert_row (plan, 3, "-/0 140.10 noted PER: Train judges");
  assert_note (plan, "“List”");
  assert_note (plan, "1 row is hidden");

  options->sheet = 1;
  second = suivi_import_read_file (path, options, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (count_plan_rows (second), ==, 0);
  g_clear_object (&second);
  options->sheet = 3;
  second = suivi_import_read_file (path, options, NULL, &error);
  g_assert_error (error, SUIVI_IMPORT_ERROR, SUIVI_IMPORT_ERROR_NO_TABLE);
  g_assert_cmpint (g_unlink (path), ==, 0);
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/table-reader/simple", test_simple);
  g_test_add_func ("/table-reader/around", test_around);
  g_test_add_func ("/table-reader/inside-text", test_inside_text);
  g_test_add_func ("/table-reader/code-or-number", test_code_or_number);
  g_test_add_func ("/table-reader/review-columns", test_review_columns);
  g_test_add_func ("/table-reader/rows-per-state", test_rows_per_state);
  g_test_add_func ("/table-reader/dropped-zeros", test_dropped_zeros);
  g_test_add_func ("/table-reader/numbers", test_numbers);
  g_test_add_func ("/table-reader/too-many-names", test_too_many_names);
  g_test_add_func ("/table-reader/mapping", test_mapping);
  g_test_add_func ("/table-reader/same-header-twice", test_same_header_twice);
  g_test_add_func ("/table-reader/25-faults-csv", test_25_faults_csv);
  g_test_add_func ("/table-reader/25-faults-xlsx", test_25_faults_xlsx);
  g_test_add_func ("/table-reader/workbook", test_workbook);

  return g_test_run ();
}
