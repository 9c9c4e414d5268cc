/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "exchange/ohchr-list-docx.h"
#include "exchange/uhri-json.h"
#include "exchange/uhri-table.h"

#define FULL_LIST "upr48-slovenia-thematic-list-of-recommendatio.docx"

/* --- looking ----------------------------------------------------------------------------------------------
 */

static guint
count_rows (SuiviImportPlan *plan)
{
  return suivi_import_plan_count (plan, SUIVI_PLAN_NEW) + suivi_import_plan_count (plan, SUIVI_PLAN_FAULTY);
}

static SuiviPlanRow *
take_row (SuiviImportPlan *plan, guint number)
{
  for (int status = 0; status < SUIVI_N_PLAN_STATUSES; status++)
    {
      GListModel *rows = suivi_import_plan_get_rows (plan, status);

      for (guint i = 0; i < g_list_model_get_n_items (rows); i++)
        {
          g_autoptr (SuiviPlanRow) row = g_list_model_get_item (rows, i);

          if (suivi_plan_row_get_row (row) == number)
            return g_steal_pointer (&row);
        }
    }

  g_assert_not_reached ();
}

static SuiviRecommendation *
take_recommendation (SuiviImportPlan *plan, guint number)
{
  g_autoptr (SuiviPlanRow) row = take_row (plan, number);

  return suivi_recommendation_ref (suivi_plan_row_get_recommendation (row));
}

static void
assert_list (char **list, const char *expected)
{
  g_autofree char *joined = g_strjoinv (" | ", list);

  g_assert_cmpstr (joined, ==, expected);
}

static void
assert_concerned (SuiviImportPlan *plan, guint number, const char *expected)
{
  g_autoptr (SuiviRecommendation) recommendation = take_recommendation (plan, number);

  assert_list (recommendation->concerned, expected);
}

static guint
count_faults (SuiviImportPlan *plan)
{
  g_autoptr (GPtrArray) faults = suivi_import_plan_list_faults (plan);

  return faults->len;
}

static void
assert_fault (SuiviImportPlan *plan,
              guint i,
              SuiviFaultKind kind,
              guint row,
              const char *column,
              const char *value)
{
  g_autoptr (GPtrArray) faults = suivi_import_plan_list_faults (plan);
  SuiviImportFault *fault = NULL;

  g_assert_cmpuint (i, <, faults->len);
  fault = g_ptr_array_index (faults, i);
  g_assert_cmpint (fault->kind, ==, kind);
  g_assert_cmpuint (fault->row, ==, row);
  g_assert_cmpstr (fault->column, ==, column);
  g_assert_cmpstr (fault->value, ==, value);
  g_assert_true (g_str_has_suffix (fault->reason, "."));
}

/* --- reading ----------------------------------------------------------------------------------------------
 */

static SuiviImportPlan *
read_json_bytes (const char *json, gsize length, GError **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new (json, length);
  g_autoptr (SuiviSourceFile) file = suivi_source_file_new_for_bytes (bytes, "export.json");
  g_autoptr (SuiviImportPlan) plan = suivi_import_plan_new ();
  SuiviImportOptions options = { 0 };

  if (!suivi_uhri_json_read (file, &options, plan, NULL, error))
    return NULL;

  return g_steal_pointer (&plan);
}

static SuiviImportPlan *
read_json (const char *json)
{
  g_autoptr (GError) error = NULL;
  SuiviImportPlan *plan = read_json_bytes (json, strlen (json), &error);

  g_assert_no_error (error);
  g_assert_nonnull (plan);

  return plan;
}

/* One record; '…' is not needed in it, and "'" stands for the quotation mark. */
static SuiviImportPlan *
read_record (const char *members)
{
  g_autofree char *json = g_strdup_printf ("[{%s}]", members);

  g_strdelimit (json, "'", '"');

  return read_json (json);
}

static void
assert_damaged (const char *json, gsize length, const char *place)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SuiviImportPlan) plan = read_json_bytes (json, length, &error);

  g_assert_null (plan);
  g_assert_error (error, SUIVI_IMPORT_ERROR, SUIVI_IMPORT_ERROR_DAMAGED);
  g_assert_nonnull (strstr (error->message, place));
  g_assert_true (g_str_has_suffix (error->message, "."));
}

static gboolean
recognise (const char *json)
{
  g_autoptr (GBytes) bytes = g_bytes_new (json, strlen (json));
  g_autoptr (SuiviSourceFile) file = suivi_source_file_new_for_bytes (bytes, "export.json");

  return suivi_uhri_json_recognise (file);
}

/* --- records ----------------------------------------------------------------------------------------------
 */

#define UPR_RECORD                                                                                           \
  "'AffectedPersons':['Children','women & girls'],'AnnotationId':'AAAAAAAA-0000-4000-8000-00000000000B',"    \
  "'AnnotationType':'- Recommendations','Body':'- UPR','Countries':['Slovenia'],'DocumentId':'x',"           \
  "'PublicationDate':'2025-03-24T00:00:00','Sdgs':['16 - PEACE','16.2 - Protect children'],"                 \
  "'Symbol':'A/HRC/59/15','Text':'140.7 Open a school (ICRMW) in each valley (Malta) (Timor-Leste);',"       \
  "'Themes':['Right to education',' Children: juvenile justice\xC2\xA0'],'UprCycle':null,"                   \
  "'UprPositions':['Supported'],'UprRecommendingCountry':['Malta','Timor-Leste'],'UprRecommendingRegions':[" \
  "],"                                                                                                       \
  "'UprSession':['48th Session']"

static void
test_recommendation (void)
{
  g_autoptr (SuiviImportPlan) plan = read_record (UPR_RECORD);
  g_autoptr (SuiviPlanRow) row = take_row (plan, 1);
  SuiviRecommendation *recommendation = suivi_plan_row_get_recommendation (row);

  g_assert_cmpuint (count_faults (plan), ==, 0);
  g_assert_cmpuint (suivi_import_plan_get_n_rows (plan), ==, 1);
  g_assert_cmpstr (suivi_plan_row_get_state (row), ==, "SVN");
  g_assert_cmpuint (suivi_plan_row_get_session (row), ==, 48);
  g_assert_cmpstr (recommendation->mechanism, ==, "UPR");
  g_assert_cmpstr (recommendation->symbol, ==, "A/HRC/59/15");
  g_assert_cmpstr (recommendation->source_key, ==, "aaaaaaaa-0000-4000-8000-00000000000b");
  g_assert_cmpstr (recommendation->date, ==, "2025-03-24");
  g_assert_cmpstr (recommendation->number, ==, "140.7");
  g_assert_cmpstr (recommendation->text, ==, "Open a school (ICRMW) in each valley");
  g_assert_cmpstr (recommendation->original, ==,
                   "140.7 Open a school (ICRMW) in each valley (Malta) (Timor-Leste);");
  assert_list (recommendation->states, "MLT | TLS");
  g_assert_cmpint (recommendation->position, ==, SUIVI_POSITION_SUPPORTED);
  g_assert_cmpstr (recommendation->position_word, ==, "Supported");
  assert_list (recommendation->themes, "Right to education | Children: juvenile justice");
  assert_list (recommendation->groups, "Children | Women & girls");
  assert_list (recommendation->sdgs, "16 | 16.2");
  assert_list (recommendation->concerned, "");
  g_assert_true (recommendation->child_focused);
  g_assert_cmpuint (suivi_plan_row_get_fields (row), ==,
                    SUIVI_PLAN_FIELDS_OF_LIST & ~SUIVI_PLAN_FIELD_BIT (SUIVI_PLAN_FIELD_POSITION_SOURCE));
}

/* The spreadsheet turned to JSON: other keys, and dashes. */
static void
test_spreadsheet_keys (void)
{
  g_autoptr (SuiviImportPlan) plan = read_record (
    "'Text':'- 140.7 Open a school (Malta);','Countries Concerned':'- Slovenia',"
    "'Reccomending Body':'- UPR','Document Symbol':'A/HRC/59/15','UPR Session':'- 48th session',"
    "'Themes':'- Right to education\\r\\n- Right to health','UPR Reccomending States':'- Malta\\n-  "
    "Timor-Leste',"
    "'UPR Position':'- Supported/Noted','OHCHR Annotation Id':'- Abc','Document Publication Date':45740");
  g_autoptr (SuiviPlanRow) row = take_row (plan, 1);
  SuiviRecommendation *recommendation = suivi_plan_row_get_recommendation (row);

  g_assert_cmpuint (count_faults (plan), ==, 0);
  g_assert_cmpstr (suivi_plan_row_get_state (row), ==, "SVN");
  g_assert_cmpuint (suivi_plan_row_get_session (row), ==, 48);
  g_assert_cmpint (recommendation->position, ==, SUIVI_POSITION_PART);
  /* 1 January 2025 is day 45658. */
  g_assert_cmpstr (recommendation->date, ==, "2025-03-24");
  g_assert_cmpstr (recommendation->source_key, ==, "abc");
  assert_list (recommendation->states, "MLT | TLS");
  assert_list (recommendation->themes, "Right to education | Right to health");
  g_assert_false (recommendation->child_focused);
  /* It does not speak of groups and SDGs. */
  g_assert_cmpuint (suivi_plan_row_get_fields (row) & SUIVI_PLAN_FIELD_BIT (SUIVI_PLAN_FIELD_GROUPS), ==, 0);
  g_assert_cmpuint (suivi_plan_row_get_fields (row) & SUIVI_PLAN_FIELD_BIT (SUIVI_PLAN_FIELD_SDGS), ==, 0);
}

static void
test_output (void)
{
  g_autoptr (SuiviImportPlan) plan = read_record (
    "'AffectedPersons':[],'AnnotationId':'B','Body':'- Committee on the Rights of the "
    "Child','Countries':['Slovenia','Malta'],"
    "'PublicationDate':null,'Sdgs':['99 - none','4 - X','4 - Y'],'Symbol':'CRC/C/SVN/CO/5',"
    "'Text':'Schools 49.The Committee recommends a school (France).','Themes':['Right to education'],"
    "'UprPositions':[],'UprRecommendingCountry':[],'UprSession':[]");
  g_autoptr (SuiviPlanRow) row = take_row (plan, 1);
  SuiviRecommendation *recommendation = suivi_plan_row_get_recommendation (row);

  g_assert_cmpuint (count_faults (plan), ==, 0);
  g_assert_cmpstr (suivi_plan_row_get_state (row), ==, "SVN");
  g_assert_cmpuint (suivi_plan_row_get_session (row), ==, 0);
  g_assert_cmpstr (recommendation->mechanism, ==, "CRC");
  g_assert_cmpstr (recommendation->number, ==, "49");
  g_assert_cmpstr (recommendation->text, ==, "Schools: The Committee recommends a school (France).");
  g_assert_cmpint (recommendation->position, ==, SUIVI_POSITION_NONE);
  g_assert_null (recommendation->position_word);
  g_assert_null (recommendation->date);
  assert_list (recommendation->concerned, "SVN | MLT");
  assert_list (recommendation->states, "");
  assert_list (recommendation->sdgs, "4");
  g_assert_cmpuint (suivi_plan_row_get_fields (row) & SUIVI_PLAN_FIELD_BIT (SUIVI_PLAN_FIELD_STATES), ==, 0);
  g_assert_cmpuint (suivi_plan_row_get_fields (row) & SUIVI_PLAN_FIELD_BIT (SUIVI_PLAN_FIELD_POSITION), ==,
                    0);
}

static void
assert_mechanism (const char *members, const char *mechanism)
{
  g_autofree char *record
    = g_strdup_printf ("%s,'Countries':['Slovenia'],'Text':'4. It notes (Malta)'", members);
  g_autoptr (SuiviImportPlan) plan = read_record (record);

  g_autoptr (SuiviRecommendation) recommendation = take_recommendation (plan, 1);

  g_assert_cmpstr (recommendation->mechanism, ==, mechanism);
}

static void
test_mechanisms (void)
{
  assert_mechanism ("'Body':'- CRC-OP-AC'", "CRC-OP-AC");
  assert_mechanism ("'Body':'- IE  Albinism'", "IE Albinism");
  assert_mechanism ("'Body':'SR Education'", "SR Education");
  assert_mechanism ("'Body':'Committee against Torture'", "CAT");
  assert_mechanism ("'Body':'- Universal Periodic Review'", "UPR");
  assert_mechanism ("'Body':'upr'", "UPR");
  assert_mechanism ("'Symbol':'CRC/C/OPAC/SVN/CO/1'", "CRC-OP-AC");
  assert_mechanism ("'Symbol':'A/HRC/14/15'", "UPR");
  assert_mechanism ("'UprSession':'48'", "UPR");
}

/* --- reviews ----------------------------------------------------------------------------------------------
 */

static void
assert_found_review (const char *members, const char *state, guint session)
{
  g_autofree char *record = g_strdup_printf ("'Body':'UPR','Text':'1.2 Open a school (Malta)',%s", members);
  g_autoptr (SuiviImportPlan) plan = read_record (record);
  g_autoptr (SuiviPlanRow) row = take_row (plan, 1);

  g_assert_cmpstr (suivi_plan_row_get_state (row), ==, state);
  g_assert_cmpuint (suivi_plan_row_get_session (row), ==, session);
  if (state != NULL)
    g_assert_cmpuint (count_faults (plan), ==, 0);
  else
    {
      g_autoptr (GPtrArray) faults = suivi_import_plan_list_faults (plan);
      SuiviImportFault *fault = faults->pdata[0];

      g_assert_cmpint (fault->kind, ==, SUIVI_FAULT_NO_REVIEW);
      g_assert_true (g_str_has_suffix (fault->reason, "."));
    }
}

static void
test_reviews (void)
{
  assert_found_review ("'Countries':['Slovenia'],'UprSession':['48th Session - January 2025']", "SVN", 48);
  /* The tables of reports, cycles and dates help out. */
  assert_found_review ("'Countries':['Slovenia'],'Symbol':'A/HRC/14/15/Add.1'", "SVN", 7);
  assert_found_review ("'Symbol':'A/HRC/14/15'", "SVN", 7);
  assert_found_review ("'Countries':['Slovenia'],'UprCycle':'4'", "SVN", 48);
  assert_found_review ("'Countries':['Slovenia'],'PublicationDate':'2025-03-24'", "SVN", 48);
  assert_found_review ("'Countries':['Slovenia'],'PublicationDate':'2010-03-24'", "SVN", 7);
  assert_found_review ("'Countries':['Slovenia'],'Symbol':'A/HRC/14/15','UprSession':'12'", "SVN", 7);
  /* Czechia was reviewed in session 14, Uzbekistan in 16; Sudan in 11, before there was a South Sudan. */
  assert_found_review ("'Countries':['Uzbekistan','Czechia'],'UprSession':['14'],'Symbol':'A/HRC/22/3'",
                       "CZE", 14);
  assert_found_review ("'Countries':['Uzbekistan','Czechia'],'Symbol':'A/HRC/22/3'", "CZE", 14);
  assert_found_review ("'Countries':['South Sudan','Sudan'],'UprSession':['11']", "SDN", 11);
  /* A bare code beside the name is the same State. */
  assert_found_review ("'Countries':['SI','Slovenia'],'UprSession':['48']", "SVN", 48);
  /* Nobody knows the fifth cycle's calendar yet. */
  assert_found_review ("'Countries':['Slovenia'],'UprSession':['61']", "SVN", 61);

  assert_found_review ("'Countries':['Slovenia'],'UprSession':['12']", NULL, 0);
  assert_found_review ("'Countries':['Slovenia']", NULL, 0);
  assert_found_review ("'Countries':['Slovenia'],'PublicationDate':'2007-01-01'", NULL, 0);
  assert_found_review ("'Countries':['Atlantis'],'UprSession':['7'],'Symbol':'A/HRC/14/15'", NULL, 0);
  assert_found_review ("'Countries':['Uzbekistan','Czechia'],'UprSession':['48']", NULL, 0);
  assert_found_review ("'Countries':[],'UprSession':['48']", NULL, 0);
}

static void
test_concerned (void)
{
  g_autoptr (SuiviImportPlan) plan = read_json (
    "[{\"Body\":\"CEDAW\",\"Countries\":[],\"Symbol\":\"CEDAW/C/ALB/CO/4\",\"Text\":\"4. It notes\"},"
    "{\"Body\":\"CRPD\",\"Countries\":[\"European Union\"],\"Symbol\":\"CRPD/C/EU/CO/1\",\"Text\":\"4. It "
    "notes\"},"
    "{\"Body\":\"CAT\",\"Countries\":[\"State of Palestine*\"],\"Symbol\":\"CAT/C/PSE/CO/1\",\"Text\":\"4. "
    "It notes\"},"
    "{\"Body\":\"CAT\",\"Countries\":[\"Serbia\",\"Kosovo*\"],\"Symbol\":\"CAT/C/1\",\"Text\":\"4. It "
    "notes\"},"
    "{\"Body\":\"CRC\",\"Countries\":[],\"Symbol\":\"CRC/C/GC/12\",\"Text\":\"4. It notes\"}]");

  assert_concerned (plan, 1, "ALB");
  assert_concerned (plan, 2, "EUU");
  assert_concerned (plan, 3, "PSE");
  assert_concerned (plan, 4, "SRB");
  g_assert_cmpuint (count_faults (plan), ==, 2);
  assert_fault (plan, 0, SUIVI_FAULT_UNKNOWN_STATE, 4, "Countries", "Kosovo*");
  assert_fault (plan, 1, SUIVI_FAULT_NO_REVIEW, 5, "Countries", "");
}

/* --- answers, States, faults ------------------------------------------------------------------------------
 */

static SuiviImportPlan *
read_position (const char *value, SuiviPosition *position, gboolean *spoken)
{
  g_autofree char *record = g_strdup_printf (
    "'Body':'UPR','Countries':'Slovenia','UprSession':'48','Text':'1.2 Open a school (Malta)',"
    "'UprPositions':%s",
    value);
  SuiviImportPlan *plan = read_record (record);
  g_autoptr (SuiviPlanRow) row = NULL;

  row = take_row (plan, 1);
  *position = suivi_plan_row_get_recommendation (row)->position;
  *spoken = (suivi_plan_row_get_fields (row) & SUIVI_PLAN_FIELD_BIT (SUIVI_PLAN_FIELD_POSITION)) != 0;

  return plan;
}

static void
test_positions (void)
{
  static const struct
  {
    const char *value;
    SuiviPosition position;
    gboolean spoken;
  } cells[] = {
    { "['Supported']", SUIVI_POSITION_SUPPORTED, TRUE },
    { "'- Noted'", SUIVI_POSITION_NOTED, TRUE },
    { "['Supported/Noted']", SUIVI_POSITION_PART, TRUE },
    { "['Supported','Noted']", SUIVI_POSITION_PART, TRUE },
    /* What says nothing of the answer does not take away the one that is known. */
    { "[]", SUIVI_POSITION_PENDING, FALSE },
    { "null", SUIVI_POSITION_PENDING, FALSE },
    { "['Concerns/Observations']", SUIVI_POSITION_PENDING, FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cells); i++)
    {
      SuiviPosition position = 0;
      gboolean spoken = FALSE;
      g_autoptr (SuiviImportPlan) plan = read_position (cells[i].value, &position, &spoken);

      g_assert_cmpint (position, ==, cells[i].position);
      g_assert_cmpint (spoken, ==, cells[i].spoken);
      g_assert_cmpuint (count_faults (plan), ==, 0);
    }
}

static void
test_faults (void)
{
  g_autoptr (SuiviImportPlan) plan = read_json (
    "[{\"Body\":\"UPR\",\"Countries\":\"Slovenia\",\"UprSession\":\"48\",\"Text\":\"1.1 Open a school\"},"
    "{\"Body\":\"UPR\",\"Countries\":\"Slovenia\",\"UprSession\":\"48\",\"Text\":\"1.2 Open it "
    "(Malta)\",\"UprRecommendingCountry\":[\"Malta\",\"Atlantis\"]},"
    "{\"Body\":\"UPR\",\"Countries\":\"Slovenia\",\"UprSession\":\"48\",\"Text\":\"1.3 Open it (Slovenia)\"},"
    "{\"Body\":\"UPR\",\"Countries\":\"Slovenia\",\"UprSession\":\"48\",\"Text\":\"\","
    "\"UprRecommendingCountry\":[\"Malta\"]},"
    "{\"Body\":\"UPR\",\"Countries\":\"Slovenia\",\"UprSession\":\"48\",\"Text\":\"1.5 Open it "
    "(Malta)\",\"UprPositions\":\"Perhaps\"},"
    "{\"Body\":\"UPR\",\"Countries\":\"Slovenia\",\"UprSession\":\"48\",\"Text\":\"1.6 Open it "
    "(Malta)\",\"PublicationDate\":\"2025-02-30\"},"
    "{\"Countries\":\"Slovenia\",\"Text\":\"1.7 Open it (Malta)\"}]");

  g_assert_cmpuint (count_faults (plan), ==, 7);
  assert_fault (plan, 0, SUIVI_FAULT_NO_STATE, 1, "Text", "1.1 Open a school");
  assert_fault (plan, 1, SUIVI_FAULT_UNKNOWN_STATE, 2, "UprRecommendingCountry", "Atlantis");
  assert_fault (plan, 2, SUIVI_FAULT_UNKNOWN_STATE, 3, "Text", "Slovenia");
  assert_fault (plan, 3, SUIVI_FAULT_NO_TEXT, 4, "Text", "");
  assert_fault (plan, 4, SUIVI_FAULT_UNKNOWN_POSITION, 5, "UprPositions", "Perhaps");
  assert_fault (plan, 5, SUIVI_FAULT_BAD_DATE, 6, "PublicationDate", "2025-02-30");
  assert_fault (plan, 6, SUIVI_FAULT_BAD_VALUE, 7, "Body", "");
}

static void
test_left_out (void)
{
  g_autoptr (SuiviImportPlan) plan = read_json (
    "[{\"Body\":\"UPR\",\"Text\":\"Response of Slovenia: it agrees\"},"
    "{\"Body\":\"UPR\",\"Text\":\"RESPONSE OF SLOVENIA\"},{\"Body\":\"CRC\",\"Text\":\"Annex I\"},"
    "{\"Body\":\"UPR\",\"Text\":\"Annexes are to be published "
    "(Malta)\",\"Countries\":\"Slovenia\",\"UprSession\":\"48\"},"
    "{\"Unknown\":1},{}]");
  const char *const *notes = suivi_import_plan_get_notes (plan);

  g_assert_cmpuint (count_rows (plan), ==, 1);
  g_assert_cmpuint (suivi_import_plan_get_n_rows (plan), ==, 4);
  g_assert_cmpuint (g_strv_length ((char **) notes), ==, 2);
  g_assert_true (g_str_has_prefix (notes[0], "2 records begin with “Response of”"));
  g_assert_true (g_str_has_prefix (notes[1], "1 record begins with “Annex”"));
}

/* --- shapes and damage ------------------------------------------------------------------------------------
 */

#define SMALL "{\"Body\":\"CRC\",\"Countries\":[\"Malta\"],\"Text\":\"4. It notes\"}"

static void
test_shapes (void)
{
  static const char *const files[] = {
    "[" SMALL "," SMALL "]",
    "\xEF\xBB\xBF \r\n[" SMALL "," SMALL "]\n",
    "{\"total\":2,\"data\":[" SMALL "," SMALL "],\"next\":null}",
    "{\"response\":{\"results\":[" SMALL "," SMALL "]}}",
    "[{\"Body\":\"CRC\",\"Extra\":{\"Text\":\"no\",\"Countries\":[\"Peru\"]},\"Countries\":[\"Malta\"],"
    "\"Text\":\"4. It notes\"}," SMALL "]",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autoptr (SuiviImportPlan) plan = read_json (files[i]);
      g_autoptr (SuiviRecommendation) first = take_recommendation (plan, 1);

      g_assert_true (recognise (files[i]));
      g_assert_cmpuint (count_rows (plan), ==, 2);
      g_assert_cmpuint (count_faults (plan), ==, 0);
      assert_concerned (plan, 1, "MLT");
      g_assert_cmpstr (first->text, ==, "It notes");
    }

  g_assert_false (recognise (""));
  g_assert_false (recognise ("   "));
  g_assert_false (recognise ("[]"));
  g_assert_false (recognise ("[1,2]"));
  g_assert_false (recognise ("{\"Text\":\"a\",\"Countries\":\"b\",\"Body\":\"c\"}"));
  g_assert_false (recognise ("[{\"title\":\"a\",\"Text\":\"b\"}]"));
  g_assert_false (recognise ("Text,Countries,Body"));
}

static void
test_damage (void)
{
  static const char two_values[] = "[" SMALL "] [" SMALL "]";
  static const char cut_off[] = "[" SMALL "," SMALL ",{\"Body\":\"CRC\",\"Te";
  static const char invalid[] = "[" SMALL ",{\"Text\":\"It n\xFFotes\"}]";
  static const char surrogate[] = "[" SMALL ",{\"Text\":\"It n\xED\xA0\x80otes\"}]";
  static const char nonsense[] = "[" SMALL ",}";
  g_autoptr (GString) deep = g_string_new ("[" SMALL ",{\"x\":");
  g_autoptr (GError) error = NULL;
  g_autoptr (SuiviImportPlan) plan = NULL;

  assert_damaged (two_values, strlen (two_values), "record 1");
  assert_damaged (cut_off, strlen (cut_off), "record 3");
  assert_damaged (invalid, strlen (invalid), "Record 2");
  assert_damaged (surrogate, strlen (surrogate), "Record 2");
  assert_damaged (nonsense, strlen (nonsense), "record 1");
  assert_damaged ("", 0, "not whole");
  for (guint i = 0; i < 1000; i++)
    g_string_append_c (deep, '[');
  assert_damaged (deep->str, deep->len, "record 2");

  plan = read_json_bytes ("[{\"x\":1}]", 9, &error);
  g_assert_null (plan);
  g_assert_error (error, SUIVI_IMPORT_ERROR, SUIVI_IMPORT_ERROR_NOT_RECOGNISED);
}

static void
test_limits (void)
{
  g_autoptr (GString) json = g_string_new ("[{\"Body\":\"CRC\",\"Countries\":[\"Malta\"],\"Text\":\"4. It ");
  g_autoptr (SuiviImportPlan) plan = NULL;
  g_autoptr (SuiviRecommendation) second = NULL;
  g_autoptr (SuiviImportPlan) none = NULL;
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < 100000; i++)
    g_string_append (json, "not ");
  g_string_append (json,
                   "\"},{\"Body\":\"CRC\",\"Countries\":[\"Malta\"],\"Text\":\"5. a\\u0000b\",\"Themes\":[");
  for (guint i = 0; i < 501; i++)
    g_string_append_printf (json, "%s\"Theme %u\"", i > 0 ? "," : "", i);
  g_string_append (json, "]}]");
  plan = read_json (json->str);
  g_assert_cmpuint (count_faults (plan), ==, 2);
  second = take_recommendation (plan, 2);
  g_assert_cmpstr (second->text, ==, "a b");
  g_assert_cmpuint (g_strv_length (second->themes), ==, 500);

  /* A text that is never kept whole. */
  g_string_assign (json, "[" SMALL ",{\"Text\":\"");
  for (guint i = 0; i < 1000000; i++)
    g_string_append (json, "not ");
  g_string_append (json, "\"}]");
  none = read_json_bytes (json->str, json->len, &error);
  g_assert_null (none);
  g_assert_error (error, SUIVI_IMPORT_ERROR, SUIVI_IMPORT_ERROR_TOO_BIG);
  g_assert_nonnull (strstr (error->message, "Record 2"));
}

static void
test_cancel (void)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GBytes) bytes = g_bytes_new_static ("[" SMALL "]", strlen ("[" SMALL "]"));
  g_autoptr (SuiviSourceFile) file = suivi_source_file_new_for_bytes (bytes, "export.json");
  g_autoptr (SuiviImportPlan) plan = suivi_import_plan_new ();
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_false (suivi_uhri_json_read (file, NULL, plan, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

/* --- tables -----------------------------------------------------------------------------------------------
 */

static void
test_headers (void)
{
  static const char *const seen[]
    = { "Text", "Countries Concerned", "Reccomending Body", "Document Symbol", "OHCHR Annotation Id", NULL };
  static const char *const varied[] = { "countries_concerned", "RECOMMENDING BODY", "text ", NULL };
  static const char *const other[] = { "Text", "State", "Recommending Body", NULL };

  g_assert_true (suivi_uhri_table_recognise (seen));
  g_assert_true (suivi_uhri_table_recognise (varied));
  g_assert_false (suivi_uhri_table_recognise (other));
  g_assert_false (suivi_uhri_table_recognise (NULL));
}

static SuiviImportPlan *
read_table (SuiviSourceFile *file, SuiviSheetKind kind)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SuiviSheetBook) book = suivi_sheet_book_open (file, kind, NULL, 0, NULL, &error);
  SuiviImportPlan *plan = suivi_import_plan_new ();

  g_assert_no_error (error);
  g_assert_true (suivi_uhri_table_read (book, 0, 1, plan, NULL, &error));
  g_assert_no_error (error);

  return plan;
}

static void
test_table (void)
{
  static const char csv[]
    = "UPR Session,Text,Countries Concerned,Body,Unknown,UPR Recommending States,Text\n"
      "- 48th Session,1.2 Open a school (Malta),- Slovenia,- UPR,x,\"- Malta\n- Chile\",no\n"
      "\n"
      ",,- Slovenia,- CRC\n";
  g_autoptr (GBytes) bytes = g_bytes_new_static (csv, strlen (csv));
  g_autoptr (SuiviSourceFile) file = suivi_source_file_new_for_bytes (bytes, "export.csv");
  g_autoptr (SuiviImportPlan) plan = read_table (file, SUIVI_SHEET_CSV);
  g_autoptr (SuiviPlanRow) row = take_row (plan, 2);

  g_assert_cmpstr (suivi_plan_row_get_state (row), ==, "SVN");
  g_assert_cmpuint (suivi_plan_row_get_session (row), ==, 48);
  assert_list (suivi_plan_row_get_recommendation (row)->states, "MLT | CHL");
  g_assert_cmpstr (suivi_plan_row_get_recommendation (row)->text, ==, "Open a school");
  g_assert_cmpuint (count_faults (plan), ==, 1);
  assert_fault (plan, 0, SUIVI_FAULT_NO_TEXT, 4, "Text", "");
}

/* --- the real list ----------------------------------------------------------------------------------------
 */

static SuiviSourceFile *
open_real (const char *folder, const char *name)
{
  const char *data = g_getenv ("SUIVI_TEST_DATA");
  g_autofree char *path = g_build_filename (data != NULL ? data : "", folder, name, NULL);
  g_autoptr (GError) error = NULL;
  SuiviSourceFile *file = NULL;

  if (!g_file_test (path, G_FILE_TEST_EXISTS))
    {
      g_test_skip ("The real files are not at hand");
      return NULL;
    }
  file = suivi_source_file_open (path, &error);
  g_assert_no_error (error);

  return file;
}

static SuiviImportPlan *
read_official (void)
{
  g_autoptr (SuiviSourceFile) file = open_real ("ohchr-thematic-lists", FULL_LIST);
  g_autoptr (SuiviImportPlan) plan = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;

  if (file == NULL)
    return NULL;
  bytes = suivi_source_file_read_all (file, 1024 * 1024, NULL, NULL);
  plan = suivi_import_plan_new ();
  g_assert_true (suivi_ohchr_list_docx_read (bytes, plan, NULL, &error));
  g_assert_no_error (error);

  return g_steal_pointer (&plan);
}

static GHashTable *
index_by_number (SuiviImportPlan *plan)
{
  GHashTable *index
    = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) suivi_recommendation_unref);
  GListModel *rows = suivi_import_plan_get_rows (plan, SUIVI_PLAN_NEW);

  for (guint i = 0; i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr (SuiviPlanRow) row = g_list_model_get_item (rows, i);
      SuiviRecommendation *recommendation = suivi_plan_row_get_recommendation (row);

      g_assert_true (
        g_hash_table_insert (index, recommendation->number, suivi_recommendation_ref (recommendation)));
    }

  return index;
}

static void
assert_same_strings (char **a, char **b)
{
  g_autofree char *joined_a = g_strjoinv ("|", a);
  g_autofree char *joined_b = g_strjoinv ("|", b);

  g_assert_cmpstr (joined_a, ==, joined_b);
}

/* Every field that both sources speak of is the same in each of the 254 recommendations. */
static void
assert_same_as_official (SuiviImportPlan *plan, SuiviImportPlan *official)
{
  g_autoptr (GHashTable) ours = NULL;
  g_autoptr (GHashTable) theirs = index_by_number (official);
  GHashTableIter iter;
  gpointer number = NULL;
  gpointer value = NULL;

  g_assert_cmpuint (count_faults (plan), ==, 0);
  ours = index_by_number (plan);
  g_assert_cmpuint (g_hash_table_size (ours), ==, 254);
  g_assert_cmpuint (g_hash_table_size (theirs), ==, 254);
  g_hash_table_iter_init (&iter, theirs);
  while (g_hash_table_iter_next (&iter, &number, &value))
    {
      SuiviRecommendation *theirs_one = value;
      SuiviRecommendation *ours_one = g_hash_table_lookup (ours, number);

      g_assert_nonnull (ours_one);
      g_assert_cmpstr (ours_one->text, ==, theirs_one->text);
      g_assert_cmpint (ours_one->position, ==, theirs_one->position);
      g_assert_cmpstr (ours_one->position_word, ==, theirs_one->position_word);
      assert_same_strings (ours_one->states, theirs_one->states);
      assert_same_strings (ours_one->themes, theirs_one->themes);
      assert_same_strings (ours_one->groups, theirs_one->groups);
      assert_same_strings (ours_one->sdgs, theirs_one->sdgs);
      g_assert_cmpint (ours_one->child_focused, ==, theirs_one->child_focused);
    }
}

static void
test_real_json (void)
{
  g_autoptr (SuiviImportPlan) official = read_official ();
  g_autoptr (SuiviSourceFile) file = open_real ("uhri", "constructed-uhri-layout.json");
  g_autoptr (SuiviImportPlan) plan = suivi_import_plan_new ();
  g_autoptr (SuiviPlanRow) row = NULL;
  g_autoptr (GError) error = NULL;

  if (official == NULL || file == NULL)
    return;
  g_assert_true (suivi_uhri_json_recognise (file));
  g_assert_true (suivi_uhri_json_read (file, NULL, plan, NULL, &error));
  g_assert_no_error (error);
  assert_same_as_official (plan, official);
  row = take_row (plan, 254);
  g_assert_cmpstr (suivi_plan_row_get_state (row), ==, "SVN");
}

static void
test_real_table (gconstpointer data)
{
  g_autoptr (SuiviImportPlan) official = read_official ();
  g_autoptr (SuiviSourceFile) file = open_real ("uhri", data);
  g_autoptr (SuiviImportPlan) plan = NULL;
  g_autoptr (SuiviPlanRow) row = NULL;

  if (official == NULL || file == NULL)
    return;
  plan = read_table (file, SUIVI_SHEET_XLSX);
  assert_same_as_official (plan, official);
  row = take_row (plan, 255);
  g_assert_cmpuint (suivi_plan_row_get_session (row), ==, 48);
  g_assert_cmpstr (suivi_plan_row_get_recommendation (row)->date, ==, "2025-03-24");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/uhri/recommendation", test_recommendation);
  g_test_add_func ("/uhri/spreadsheet-keys", test_spreadsheet_keys);
  g_test_add_func ("/uhri/output", test_output);
  g_test_add_func ("/uhri/mechanisms", test_mechanisms);
  g_test_add_func ("/uhri/reviews", test_reviews);
  g_test_add_func ("/uhri/concerned", test_concerned);
  g_test_add_func ("/uhri/positions", test_positions);
  g_test_add_func ("/uhri/faults", test_faults);
  g_test_add_func ("/uhri/left-out", test_left_out);
  g_test_add_func ("/uhri/shapes", test_shapes);
  g_test_add_func ("/uhri/damage", test_damage);
  g_test_add_func ("/uhri/limits", test_limits);
  g_test_add_func ("/uhri/cancel", test_cancel);
  g_test_add_func ("/uhri/headers", test_headers);
  g_test_add_func ("/uhri/table", test_table);
  g_test_add_func ("/uhri/real/json", test_real_json);
  g_test_add_data_func ("/uhri/real/xlsx-lf", "constructed-uhri-layout-lf.xlsx", test_real_table);
  g_test_add_data_func ("/uhri/real/xlsx-crlf", "constructed-uhri-layout-crlf.xlsx", test_real_table);

  return g_test_run ();
}
