/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gstdio.h>
#include <string.h>

#include "read-table.h"

#define TABLE "No.,Recommendation,State\n140.1,Adopt a law,Togo\n"
#define UPR_INFO                                                            \
  "SuR,Rgrp,Org,Recommendation,RS,Rgrp,Org,Response,Action,Issue,Session\n" \
  "Slovenia,EEG,EU,Adopt a law,Togo,Africa,AU,Accepted,5,Rights of the Child,20\n"
#define IMPACT "id,draft,framework_id,reference,title\n1,false,1,140.1,Adopt a law (Togo)\n"
#define UHRI                                                                                                \
  "Text,Countries Concerned,Reccomending Body,Document Symbol,Themes,UPR Reccomending States,UPR Position," \
  "OHCHR Annotation Id,UPR Session\n"                                                                       \
  "140.1 Adopt a law (Togo);,- Slovenia,- UPR,A/HRC/1/2,- Right to health,- Togo,- Supported,"              \
  "a9ceae8c-fe1c-40f9-a326-1529e0ab678f,- 48th session\n"
#define UHRI_JSON                                                                      \
  "[{\"AnnotationId\":\"a9ceae8c-fe1c-40f9-a326-1529e0ab678f\",\"Body\":\"- "          \
  "UPR\",\"Countries\":[\"Slovenia\"],"                                                \
  "\"Text\":\"140.1 Adopt a law "                                                      \
  "(Togo);\",\"Symbol\":\"A/HRC/1/2\",\"Themes\":[],\"UprPositions\":[\"Supported\"]," \
  "\"UprRecommendingCountry\":[\"Togo\"],\"UprSession\":[\"48th "                      \
  "session\"],\"AffectedPersons\":[],\"Sdgs\":[]}]"

static void
test_formats (void)
{
  static const char *const expected[]
    = { "ohchr-list", "uhri", "upr-info", "impact-oss", "table", "scorecard", NULL };

  g_assert_true (g_strv_equal (suivi_import_get_formats (), expected));
}

/* By what is in it; all of them are called "table.csv". */
static void
test_recognised (void)
{
  static const char *const files[][2] = {
    { TABLE, "table" }, { UPR_INFO, "upr-info" }, { IMPACT, "impact-oss" },
    { UHRI, "uhri" },   { UHRI_JSON, "uhri" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autoptr (SuiviImportPlan) plan = read_csv (files[i][0], NULL);
      g_autofree char *sha256 = g_compute_checksum_for_string (G_CHECKSUM_SHA256, files[i][0], -1);

      g_assert_cmpstr (suivi_import_plan_get_format (plan), ==, files[i][1]);
      g_assert_cmpstr (suivi_import_plan_get_file_name (plan), ==, "table.csv");
      g_assert_cmpstr (suivi_import_plan_get_sha256 (plan), ==, sha256);
      g_assert_cmpuint (count_plan_rows (plan), ==, 1);
      assert_faults (plan, "");
    }
}

static void
test_forced (void)
{
  g_autoptr (SuiviImportOptions) options = suivi_import_options_new ();
  g_autoptr (SuiviImportPlan) plan = NULL;

  /* Any table can be read as one. */
  options->format = g_strdup ("table");
  plan = read_csv (UPR_INFO, options);
  g_assert_cmpstr (suivi_import_plan_get_format (plan), ==, "table");
  assert_row (plan, 2, "SVN/20  supported TGO: Adopt a law");
  assert_refused (UHRI_JSON, options, SUIVI_IMPORT_ERROR_NOT_RECOGNISED, "no table");

  for (gsize i = 0; suivi_import_get_formats ()[i] != NULL; i++)
    {
      const char *format = suivi_import_get_formats ()[i];

      if (g_str_equal (format, "table"))
        continue;
      g_free (options->format);
      options->format = g_strdup (format);
      assert_refused (TABLE, options, SUIVI_IMPORT_ERROR_NOT_RECOGNISED, format);
    }

  g_free (options->format);
  options->format = g_strdup ("xyz");
  assert_refused (TABLE, options, SUIVI_IMPORT_ERROR_NOT_RECOGNISED, "scorecard");
}

static void
test_not_recognised (void)
{
  assert_refused ("", NULL, SUIVI_IMPORT_ERROR_NOT_RECOGNISED, "empty");
  assert_refused ("%PDF-1.7\n", NULL, SUIVI_IMPORT_ERROR_NOT_RECOGNISED, "PDF");
  assert_refused ("{\"a\": 1}", NULL, SUIVI_IMPORT_ERROR_NOT_RECOGNISED, "does not recognise");
  assert_refused ("<html><body>Recommendation</body></html>", NULL, SUIVI_IMPORT_ERROR_NOT_RECOGNISED,
                  "does not recognise");
  assert_refused ("\x89PNG\r\n\x1a\n\x01\x02\x03\x04\x05\x06", NULL, SUIVI_IMPORT_ERROR_NOT_RECOGNISED,
                  "does not recognise");
  assert_refused ("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1 an old Word file", NULL, SUIVI_IMPORT_ERROR_LEGACY,
                  ".docx");
  assert_refused ("PK\003\004", NULL, SUIVI_IMPORT_ERROR_DAMAGED, "");
  assert_refused ("  \n\n \n", NULL, SUIVI_IMPORT_ERROR_NOT_RECOGNISED, "does not recognise");
}

static void
test_files (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("suivi-import-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "Größe – list.docx", NULL);
  g_autoptr (SuiviImportPlan) plan = NULL;
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();

  g_assert_null (suivi_import_read_file (path, NULL, NULL, &error));
  g_assert_error (error, SUIVI_IMPORT_ERROR, SUIVI_IMPORT_ERROR_UNREADABLE);
  g_clear_error (&error);
  g_assert_null (suivi_import_read_file (folder, NULL, NULL, &error));
  g_assert_error (error, SUIVI_IMPORT_ERROR, SUIVI_IMPORT_ERROR_UNREADABLE);
  g_clear_error (&error);

  /* The name says nothing about the content. */
  g_assert_true (g_file_set_contents (path, TABLE, -1, NULL));
  plan = suivi_import_read_file (path, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (suivi_import_plan_get_format (plan), ==, "table");
  g_assert_cmpstr (suivi_import_plan_get_file_name (plan), ==, "Größe – list.docx");

  g_cancellable_cancel (cancellable);
  g_assert_null (suivi_import_read_file (path, NULL, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpint (g_unlink (path), ==, 0);
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

static void
test_options (void)
{
  g_autoptr (SuiviImportOptions) options = suivi_import_options_new ();
  g_autoptr (SuiviImportOptions) copy = NULL;
  g_autoptr (SuiviImportPlan) plan = NULL;

  options->format = g_strdup ("table");
  options->encoding = g_strdup ("windows-1252");
  options->separator = ';';
  options->sheet = 1;
  options->mapping = suivi_table_mapping_parse ("Was=text", NULL);
  options->recall = TRUE;
  copy = suivi_import_options_copy (options);
  suivi_table_mapping_set (options->mapping, "Was", SUIVI_TABLE_FIELD_THEMES);

  g_assert_cmpstr (copy->format, ==, "table");
  g_assert_cmpuint (suivi_table_mapping_get (copy->mapping, "Was"), ==, SUIVI_TABLE_FIELD_TEXT);
  plan = read_csv ("Was;Wer\nDr\xe4ngen, heute;x\n", copy);
  assert_row (plan, 2, "-/0  pending : Drängen, heute");
  g_assert_cmpint (suivi_import_plan_get_preview (plan)->separator, ==, ';');
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/import/formats", test_formats);
  g_test_add_func ("/import/recognised", test_recognised);
  g_test_add_func ("/import/forced", test_forced);
  g_test_add_func ("/import/not-recognised", test_not_recognised);
  g_test_add_func ("/import/files", test_files);
  g_test_add_func ("/import/options", test_options);

  return g_test_run ();
}
