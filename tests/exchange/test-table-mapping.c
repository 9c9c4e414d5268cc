/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gstdio.h>

#include "exchange/import-plan.h"
#include "exchange/table-lists.h"
#include "exchange/table-mapping-private.h"
#include "exchange/table-words.h"
#include "read-table.h"

/* "text,number,ignore" for the headers in order */
static char *
tell (SuiviTableMapping *mapping, const char *const *headers)
{
  GString *told = g_string_new (NULL);

  for (gsize i = 0; headers[i] != NULL; i++)
    g_string_append_printf (told, "%s%s", i > 0 ? "," : "",
                            suivi_table_field_to_nick (suivi_table_mapping_get (mapping, headers[i])));

  return g_string_free (told, FALSE);
}

static void
assert_proposed (const char *joined_headers, const char *expected)
{
  g_auto (GStrv) headers = g_strsplit (joined_headers, "|", -1);
  g_autoptr (SuiviTableMapping) mapping = suivi_table_mapping_propose ((const char *const *) headers);
  g_autofree char *told = tell (mapping, (const char *const *) headers);

  g_assert_cmpstr (told, ==, expected);
}

static void
test_nicks (void)
{
  SuiviTableField field = SUIVI_TABLE_FIELD_IGNORE;

  for (guint i = 0; i < SUIVI_N_TABLE_FIELDS; i++)
    {
      g_assert_true (suivi_table_field_from_nick (suivi_table_field_to_nick (i), &field));
      g_assert_cmpuint (field, ==, i);
      g_assert_cmpuint (strlen (suivi_table_field_to_label (i)), >, 3);
    }
  g_assert_false (suivi_table_field_from_nick ("Text", &field));
  g_assert_false (suivi_table_field_from_nick (NULL, &field));
}

static void
test_english (void)
{
  assert_proposed (
    "No.|Recommendation|Recommending State(s)|Position|Theme(s)|SDGs|Session|Cycle|State under review",
    "number,text,states,position,themes,sdgs,session,cycle,reviewed-state");
  assert_proposed ("Recommendation and recommending State|Position of the State under review|"
                   "Human rights themes and groups of persons|Relevant SDGs",
                   "text,position,themes,sdgs");
  assert_proposed (
    "Recommendation|Position|Full list of themes|Assessment/comments on level of implementation",
    "text,position,themes,ignore");
  assert_proposed (
    "Recommendation No.|Text|Response|Action category|Issue|Affected persons|Document symbol|UUID",
    "number,text,position,category,issues,groups,symbol,key");
  /* Two columns of texts are two languages: only the first is taken. Themes may stand in several. */
  assert_proposed ("Recommendation|Recommendation (French)|Theme 1|Theme 2|Responsible ministry|Date",
                   "text,ignore,themes,themes,ignore,ignore");
  /* What is sure comes first, wherever it stands. */
  assert_proposed ("Recommendation (draft)|Recommendation", "ignore,text");
  assert_proposed ("Candidates|Mandate|Update", "ignore,ignore,ignore");
}

static void
test_french_and_spanish (void)
{
  assert_proposed ("N°|Recommandation|État auteur|Réponse|Thème|ODD|État examiné|Cote|Catégorie d’action",
                   "number,text,states,position,themes,sdgs,reviewed-state,symbol,category");
  assert_proposed ("Nº|Recomendación|Estado recomendante|Respuesta|Tema|ODS|Estado examinado|Sesión|Ciclo",
                   "number,text,states,position,themes,sdgs,reviewed-state,session,cycle");
  assert_proposed ("NUMÉRO|TEXTE DE LA RECOMMANDATION|PAYS|POSITION|Mise en œuvre",
                   "number,text,states,position,ignore");
  assert_proposed ("Número de la recomendación|Texto|Países|Posición|Grupos de personas|Seguimiento",
                   "number,text,states,position,groups,ignore");
}

static void
add_row (GPtrArray *rows, const char *joined)
{
  g_ptr_array_add (rows, g_strsplit (joined, "|", -1));
}

static void
test_content (void)
{
  static const char *const headers[] = { "A", "B", "C", "D", "Country", "Children", NULL };
  static const char *const countries[] = { "Country", "Recommending State", "Recommendation", NULL };
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  g_autoptr (GPtrArray) few = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  g_autoptr (SuiviTableMapping) mapping = NULL;
  g_autoptr (SuiviTableMapping) second = NULL;
  g_autofree char *told = NULL;
  g_autofree char *told_second = NULL;
  static const char *const words[] = { "Recommendation", "Response", "Action", "Reference", "Status", NULL };
  g_autoptr (GPtrArray) said = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  g_autoptr (SuiviTableMapping) third = NULL;
  g_autofree char *told_third = NULL;

  add_row (rows, "140.1|Adopt a law on the registration of every birth|Noted|A/HRC/1/2|Togo|Girls at school");
  add_row (rows, "140.2|Set up an office that listens to complaints|Supported|A/HRC/1/2|Peru|Boys at school");
  add_row (rows, "140.3|Train all judges in the rights of the child|Noted|A/HRC/1/2|Fiji|Children at home");
  mapping = suivi_table_mapping_propose_for (headers, rows);
  told = tell (mapping, headers);
  /* Only a yes or no can say whether it is about children. */
  g_assert_cmpstr (told, ==, "number,text,position,symbol,states,ignore");

  add_row (few, "Fiji|Togo|Adopt a law");
  second = suivi_table_mapping_propose_for (countries, few);
  told_second = tell (second, countries);
  g_assert_cmpstr (told_second, ==, "reviewed-state,states,text");

  /* What stands below shows that the words mean something else here. */
  add_row (said,
           "Adopt a law|The ministry has begun to draft the law and will present it.|Draft|A/HRC/1/2|Noted");
  add_row (said,
           "Train judges|Training takes place every year in all of the provinces.|Train|A/HRC/1/2|Supported");
  third = suivi_table_mapping_propose_for (words, said);
  told_third = tell (third, words);
  g_assert_cmpstr (told_third, ==, "text,ignore,ignore,symbol,position");
}

static void
test_parse (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SuiviTableMapping) mapping = suivi_table_mapping_parse ("Number , paragraph=number", &error);

  g_assert_null (mapping);
  g_assert_error (error, SUIVI_IMPORT_ERROR, SUIVI_IMPORT_ERROR_BAD_MAPPING);
  g_clear_error (&error);

  mapping = suivi_table_mapping_parse (
    "\"Number, paragraph\"=number,Yes \\= no=children,TÉXT = text,\"a=b\"=themes", &error);
  g_assert_no_error (error);
  g_assert_cmpuint (suivi_table_mapping_get (mapping, "number,  PARAGRAPH"), ==, SUIVI_TABLE_FIELD_NUMBER);
  g_assert_cmpuint (suivi_table_mapping_get (mapping, "Yes = no"), ==, SUIVI_TABLE_FIELD_CHILDREN);
  g_assert_cmpuint (suivi_table_mapping_get (mapping, "text"), ==, SUIVI_TABLE_FIELD_TEXT);
  g_assert_cmpuint (suivi_table_mapping_get (mapping, "a=b"), ==, SUIVI_TABLE_FIELD_THEMES);
  g_assert_cmpuint (suivi_table_mapping_get (mapping, "other"), ==, SUIVI_TABLE_FIELD_IGNORE);
  g_assert_true (suivi_table_mapping_has (mapping, SUIVI_TABLE_FIELD_TEXT));
  g_assert_false (suivi_table_mapping_has (mapping, SUIVI_TABLE_FIELD_STATES));
}

static void
test_parse_errors (void)
{
  static const char *const wrong[] = { "Text", "Text=", "=text", "Text=text,", "", "Text=recommendation" };
  static const char *const headers[] = { "Text", "Number", NULL };
  g_autoptr (GError) error = NULL;
  g_autoptr (SuiviTableMapping) mapping = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_assert_null (suivi_table_mapping_parse (wrong[i], &error));
      g_assert_error (error, SUIVI_IMPORT_ERROR, SUIVI_IMPORT_ERROR_BAD_MAPPING);
      g_clear_error (&error);
    }

  /* The sentences name what there is. */
  g_assert_null (suivi_table_mapping_parse ("Text=recommendation", &error));
  g_assert_nonnull (strstr (error->message, "position-source"));
  g_clear_error (&error);
  mapping = suivi_table_mapping_parse ("Txt=text", &error);
  g_assert_false (suivi_table_mapping_check (mapping, headers, &error));
  g_assert_error (error, SUIVI_IMPORT_ERROR, SUIVI_IMPORT_ERROR_BAD_MAPPING);
  g_assert_nonnull (strstr (error->message, "“Txt”"));
  g_assert_nonnull (strstr (error->message, "Text, Number"));
}

static void
test_memory (void)
{
  static const char *const headers[] = { "What", "Who; when", "[x]=y", NULL };
  static const char *const turned[] = { "who; WHEN", "[x]=y", "What", NULL };
  static const char *const other[] = { "What", "Who; when", NULL };
  g_autofree char *path = g_build_filename (g_get_user_data_dir (), "suivi", "table-mappings.ini", NULL);
  g_autoptr (SuiviTableMapping) mapping = suivi_table_mapping_propose (headers);
  g_autoptr (SuiviTableMapping) recalled = NULL;
  g_autofree char *content = NULL;
  GStatBuf info;

  g_assert_null (suivi_table_mapping_recall (headers));
  suivi_table_mapping_set (mapping, "What", SUIVI_TABLE_FIELD_TEXT);
  suivi_table_mapping_set (mapping, "[x]=y", SUIVI_TABLE_FIELD_STATES);
  suivi_table_mapping_remember (mapping, headers);

  recalled = suivi_table_mapping_recall (turned);
  g_assert_nonnull (recalled);
  g_assert_cmpuint (suivi_table_mapping_get (recalled, "What"), ==, SUIVI_TABLE_FIELD_TEXT);
  g_assert_cmpuint (suivi_table_mapping_get (recalled, "[x]=y"), ==, SUIVI_TABLE_FIELD_STATES);
  g_assert_cmpuint (suivi_table_mapping_get (recalled, "Who; when"), ==, SUIVI_TABLE_FIELD_IGNORE);
  g_assert_null (suivi_table_mapping_recall (other));

  /* Only the last 100 tables are kept, and the file is nobody else's business. */
  for (guint i = 0; i < 105; i++)
    {
      g_autofree char *name = g_strdup_printf ("Column %u", i);
      const char *const names[] = { name, NULL };
      g_autoptr (SuiviTableMapping) one = suivi_table_mapping_new ();

      suivi_table_mapping_set (one, name, SUIVI_TABLE_FIELD_TEXT);
      suivi_table_mapping_remember (one, names);
    }
  g_assert_null (suivi_table_mapping_recall (headers));
  g_assert_true (g_file_get_contents (path, &content, NULL, NULL));
  g_assert_null (strstr (content, "Column 4;"));
  g_assert_nonnull (strstr (content, "Column 5;"));
  g_assert_nonnull (strstr (content, "Column 104;"));
  g_assert_cmpint (g_stat (path, &info), ==, 0);
  g_assert_cmpuint (info.st_mode & 0777, ==, 0600);

  /* A broken file is as good as none. */
  g_assert_true (g_file_set_contents (path, "[table-\n\xff", -1, NULL));
  g_assert_null (suivi_table_mapping_recall (headers));
  suivi_table_mapping_remember (mapping, headers);
  g_clear_pointer (&recalled, suivi_table_mapping_free);
  recalled = suivi_table_mapping_recall (headers);
  g_assert_nonnull (recalled);
}

/* The door takes what was chosen before only where it is asked to. */
static void
test_recalled (void)
{
  static const char *const headers[] = { "Was", "Wer", NULL };
  g_autoptr (SuiviTableMapping) mapping = suivi_table_mapping_new ();
  g_autoptr (SuiviImportOptions) options = suivi_import_options_new ();
  g_autoptr (SuiviImportPlan) plan = NULL;
  g_autoptr (SuiviImportPlan) fresh = NULL;

  suivi_table_mapping_set (mapping, "Was", SUIVI_TABLE_FIELD_TEXT);
  suivi_table_mapping_set (mapping, "Wer", SUIVI_TABLE_FIELD_STATES);
  suivi_table_mapping_remember (mapping, headers);

  options->recall = TRUE;
  plan = read_csv ("Was,Wer\nAdopt a law,Togo\n", options);
  g_assert_true (suivi_import_plan_get_preview (plan)->remembered);
  assert_row (plan, 2, "-/0  pending TGO: Adopt a law");

  fresh = read_csv ("Was,Wer\nAdopt a law,Togo\n", NULL);
  g_assert_false (suivi_import_plan_get_preview (fresh)->remembered);
  g_assert_cmpuint (count_plan_rows (fresh), ==, 0);
}

static void
assert_split (SuiviTableField field, const char *cell, const char *expected)
{
  g_autofree char *lines = suivi_table_lists_split (cell, field);

  g_strdelimit (lines, "\n", '|');
  g_assert_cmpstr (lines, ==, expected);
}

static void
test_lists (void)
{
  const SuiviTableField themes = SUIVI_TABLE_FIELD_THEMES;

  assert_split (themes, "- Right to health\n- Right to food", "- Right to health|- Right to food");
  assert_split (themes, "Right to health|Right to food", "Right to health|Right to food");
  assert_split (themes, "Health; Food", "Health| Food");
  assert_split (themes, "Judges, lawyers and prosecutors", "Judges, lawyers and prosecutors");
  /* One theme has semicolons in its name. */
  assert_split (themes, "Food; Children: definition; general principles; protection; Health",
                "Food| Children: definition; general principles; protection| Health");
  assert_split (themes, "Children: definition; general principles",
                "Children: definition| general principles");
  assert_split (SUIVI_TABLE_FIELD_SDGS, "5, 16.2,SDG 4", "5| 16.2|SDG 4");
  assert_split (SUIVI_TABLE_FIELD_SDGS, "16 - PEACE, JUSTICE AND STRONG INSTITUTIONS; 5 - GENDER",
                "16 - PEACE, JUSTICE AND STRONG INSTITUTIONS| 5 - GENDER");
  assert_split (SUIVI_TABLE_FIELD_ISSUES, "Justice,Torture and other CID treatment",
                "Justice|Torture and other CID treatment");
}

static void
test_words (void)
{
  static const struct
  {
    const char *word;
    int position; /* -1: unknown */
  } positions[] = {
    { "Supported", SUIVI_POSITION_SUPPORTED },
    { "- Supported", SUIVI_POSITION_SUPPORTED },
    { "Noted.", SUIVI_POSITION_NOTED },
    { "Supported/Noted", SUIVI_POSITION_PART },
    { "Acceptée", SUIVI_POSITION_SUPPORTED },
    { "Partiellement acceptée", SUIVI_POSITION_PART },
    { "Prise en note", SUIVI_POSITION_NOTED },
    { "ACEPTADA", SUIVI_POSITION_SUPPORTED },
    { "Tomada nota", SUIVI_POSITION_NOTED },
    { "Voluntary Pledge", SUIVI_POSITION_COMMITMENT },
    { "", SUIVI_POSITION_PENDING },
    { "Perhaps", -1 },
  };
  guint number = 0;
  gboolean truth = FALSE;

  for (gsize i = 0; i < G_N_ELEMENTS (positions); i++)
    {
      SuiviPosition position = SUIVI_POSITION_PENDING;
      gboolean known = suivi_table_words_find_position (positions[i].word, &position);

      g_assert_cmpint (known ? (int) position : -1, ==, positions[i].position);
    }

  g_assert_true (suivi_table_words_find_category ("5 - Specific action", &number));
  g_assert_cmpuint (number, ==, 5);
  g_assert_true (suivi_table_words_find_category ("Continuing", &number));
  g_assert_cmpuint (number, ==, 2);
  g_assert_false (suivi_table_words_find_category ("6", &number));
  g_assert_false (suivi_table_words_find_category ("55", &number));
  g_assert_true (suivi_table_words_find_integer ("44 - November 2023", &number));
  g_assert_cmpuint (number, ==, 44);
  g_assert_false (suivi_table_words_find_integer ("November 2023", &number));
  g_assert_true (suivi_table_words_find_truth ("Oui", &truth));
  g_assert_true (truth);
  g_assert_true (suivi_table_words_find_truth ("Sí", &truth));
  g_assert_true (truth);
  g_assert_true (suivi_table_words_find_truth (" ", &truth));
  g_assert_false (truth);
  g_assert_false (suivi_table_words_find_truth ("some", &truth));
  g_assert_true (suivi_table_words_find_children ("Rights of the Child"));
  g_assert_true (suivi_table_words_find_children ("Droits de l’enfant"));
  g_assert_false (suivi_table_words_find_children ("Right to education"));
}

int
main (int argc, char **argv)
{
  g_autofree char *folder = NULL;
  g_autofree char *file = NULL;
  g_autofree char *inner = NULL;
  int result = 0;

  /* Before anybody asks where the user's data are. */
  folder = g_dir_make_tmp ("suivi-mapping-XXXXXX", NULL);
  g_setenv ("XDG_DATA_HOME", folder, TRUE);
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/table-mapping/nicks", test_nicks);
  g_test_add_func ("/table-mapping/english", test_english);
  g_test_add_func ("/table-mapping/french-and-spanish", test_french_and_spanish);
  g_test_add_func ("/table-mapping/content", test_content);
  g_test_add_func ("/table-mapping/parse", test_parse);
  g_test_add_func ("/table-mapping/parse-errors", test_parse_errors);
  g_test_add_func ("/table-mapping/memory", test_memory);
  g_test_add_func ("/table-mapping/recalled", test_recalled);
  g_test_add_func ("/table-mapping/lists", test_lists);
  g_test_add_func ("/table-mapping/words", test_words);

  result = g_test_run ();
  inner = g_build_filename (folder, "suivi", NULL);
  file = g_build_filename (inner, "table-mappings.ini", NULL);
  g_unlink (file);
  g_rmdir (inner);
  g_rmdir (folder);

  return result;
}
