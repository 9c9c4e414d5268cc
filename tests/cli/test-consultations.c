/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Consultations are listed, and their documents are written. */

#include "config.h"

#include <glib/gstdio.h>

#include "exchange/sample.h"
#include "store/consultation-store.h"
#include "workspace.h"

/* Words of the sample: internal, to be counted, to be quoted. */
#define INTERNAL_WORDS "somebody I am afraid of"
#define COUNTED_WORDS  "Some teachers shout"
#define QUOTED_WORDS   "two hours when the bridge"

/* The sample, whose numbers are counted in sample-consultation.tsv. Returns the key of its consultation. */
static char *
fill (Workspace *workspace)
{
  g_autoptr (GError) error = NULL;
  SuiviStore *store = suivi_store_open (workspace->file, &error);
  g_autoptr (GPtrArray) records = NULL;
  char *id = NULL;

  g_assert_no_error (error);
  suivi_sample_fill (store, &error);
  g_assert_no_error (error);
  records = suivi_store_list_consultations (store, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (records->len, ==, 1);
  id = g_strdup (((SuiviConsultationRecord *) g_ptr_array_index (records, 0))->consultation->id);
  suivi_store_close (store);

  return id;
}

static void
assert_silent (Result *result)
{
  g_assert_null (strstr (result->out, INTERNAL_WORDS));
  g_assert_null (strstr (result->out, COUNTED_WORDS));
  g_assert_null (strstr (result->out, QUOTED_WORDS));
}

static void
test_list (Workspace *workspace, gconstpointer data)
{
  g_autofree char *nothing = workspace_tell (workspace, "consultations|--json");
  g_autofree char *id = fill (workspace);
  g_autoptr (Result) table = workspace_run (workspace, "consultations");
  g_autoptr (Result) json = workspace_run (workspace, "consultations|--json");
  g_autofree char *key = g_strndup (id, 8);
  yajl_val list = NULL;
  yajl_val first = NULL;

  g_assert_cmpstr (g_strstrip (nothing), ==, "[]");
  assert_status (table, 0);
  g_assert_nonnull (strstr (table->out, key));
  g_assert_nonnull (strstr (table->out, "Children of the mountain schools"));
  assert_silent (table);

  assert_status (json, 0);
  assert_silent (json);
  list = json_parse (json->out);
  g_assert_cmpuint (YAJL_GET_ARRAY (list)->len, ==, 1);
  first = YAJL_GET_ARRAY (list)->values[0];
  g_assert_cmpstr (json_text (first, "id"), ==, id);
  g_assert_cmpstr (json_text (first, "state"), ==, "XAL");
  g_assert_cmpstr (json_text (first, "status"), ==, "held");
  g_assert_cmpstr (json_text (first, "participants"), ==, "39");
  g_assert_cmpint (json_number (first, "statements"), ==, 9);
  g_assert_cmpint (json_number (first, "requirements"), ==, 9);
  g_assert_cmpstr (json_text (first, "due"), ==, "2027-03-03");
  yajl_tree_free (list);
}

/* How many of three children took part is not told. */
static void
test_few (Workspace *workspace, gconstpointer data)
{
  g_autoptr (SuiviConsultation) consultation = suivi_consultation_new ("XAL", "A few");
  g_autoptr (SuiviHeadcount) headcount
             = suivi_headcount_new (consultation->id, SUIVI_AGE_13_15, SUIVI_GENDER_GIRL, "", 3);
  g_autoptr (GError) error = NULL;
  SuiviStore *store = suivi_store_open (workspace->file, &error);
  SuiviTransaction *step = suivi_store_begin (store, "Plan", &error);
  g_autofree char *table = NULL;
  g_autofree char *json = NULL;
  yajl_val list = NULL;

  g_assert_no_error (error);
  suivi_transaction_put_consultation (step, consultation, &error);
  g_assert_no_error (error);
  suivi_transaction_put_headcount (step, headcount, &error);
  g_assert_no_error (error);
  g_assert_true (suivi_transaction_commit (step, &error));
  suivi_transaction_free (step);
  suivi_store_close (store);

  table = workspace_tell (workspace, "consultations");
  g_assert_nonnull (strstr (table, "fewer than 5"));
  json = workspace_tell (workspace, "consultations|--json");
  list = json_parse (json);
  g_assert_cmpstr (json_text (YAJL_GET_ARRAY (list)->values[0], "participants"), ==, "fewer than 5");
  yajl_tree_free (list);
}

static void
assert_begins (const char *path, const char *magic)
{
  g_autofree char *content = NULL;
  gsize length = 0;

  g_assert_true (g_file_get_contents (path, &content, &length, NULL));
  g_assert_cmpuint (length, >, 1000);
  g_assert_cmpint (memcmp (content, magic, strlen (magic)), ==, 0);
}

/* Each document in both formats, found by the beginning of its key; those that hold words are steps. */
static void
test_write (Workspace *workspace, gconstpointer data)
{
  static const char *const names[] = { "checklist", "consent", "information", "letter", "report" };
  g_autofree char *id = fill (workspace);
  g_autofree char *key = g_strndup (id, 5);
  g_autofree char *history = NULL;
  guint n_steps = 0;

  for (gsize i = 0; i < 2 * G_N_ELEMENTS (names); i++)
    {
      gboolean pdf = i % 2 == 0;
      g_autofree char *name = g_strdup_printf ("%s.%s", names[i / 2], pdf ? "pdf" : "docx");
      g_autofree char *path = workspace_get_path (workspace, name);
      g_autoptr (Result) result = run_cli ("report", workspace->file, "--consultation", key, "--output", path,
                                           "--document", names[i / 2], NULL);

      assert_status (result, 0);
      g_assert_cmpstr (result->out, ==, "");
      assert_begins (path, pdf ? "%PDF-" : "PK");
    }

  history = workspace_tell (workspace, "history");
  for (const char *p = history; (p = strstr (p, "Write a ")) != NULL; p++)
    n_steps++;
  g_assert_cmpuint (n_steps, ==, 4);
}

static void
test_refused (Workspace *workspace, gconstpointer data)
{
  g_autofree char *id = fill (workspace);
  g_autofree char *text = workspace_get_path (workspace, "report.txt");
  g_autofree char *pdf = workspace_get_path (workspace, "report.pdf");
  g_autoptr (Result) no_key = run_cli ("report", workspace->file, "--output", pdf, NULL);
  g_autoptr (Result) no_consultation
             = run_cli ("report", workspace->file, "--document", "letter", "--output", pdf, NULL);
  g_autoptr (Result) both = run_cli ("report", workspace->file, "--consultation", id, "--child-friendly",
                                     "--output", pdf, NULL);
  g_autoptr (Result) no_output = run_cli ("report", workspace->file, "--consultation", id, NULL);
  g_autoptr (Result) unknown
             = run_cli ("report", workspace->file, "--consultation", "nobody", "--output", pdf, NULL);
  g_autoptr (Result) format
             = run_cli ("report", workspace->file, "--consultation", id, "--output", text, NULL);
  g_autoptr (Result) document = run_cli ("report", workspace->file, "--consultation", id, "--output", pdf,
                                         "--document", "minutes", NULL);

  /* Without a consultation, it is the mid-term report, which is no PDF. */
  assert_status (no_key, 2);
  g_assert_nonnull (strstr (no_key->err, "must end in “.docx”"));
  assert_status (no_consultation, 2);
  g_assert_nonnull (strstr (no_consultation->err, "--consultation is missing"));
  assert_status (both, 2);
  g_assert_nonnull (strstr (both->err, "--consultation and --child-friendly exclude each other"));
  assert_status (no_output, 2);
  assert_status (document, 2);
  g_assert_nonnull (strstr (document->err, "checklist, consent, information, letter, report"));
  assert_status (unknown, 1);
  g_assert_nonnull (strstr (unknown->err, "There is no consultation “nobody”."));
  assert_status (format, 1);
  g_assert_nonnull (strstr (format->err, "must end in .pdf or .docx"));
  g_assert_false (g_file_test (pdf, G_FILE_TEST_EXISTS));
  g_assert_false (g_file_test (text, G_FILE_TEST_EXISTS));
}

/* What a script prints of a workspace never holds the words of children. */
static void
test_words_stay (Workspace *workspace, gconstpointer data)
{
  static const char *const lines[] = {
    "list|--format|json",
    "list|--format|csv",
    "list",
    "count|--json",
    "drafts|--json",
    "drafts",
    "history",
    "history|--json",
    "reviews|--json",
    "imports|--json",
    "consultations",
    "consultations|--json",
    "check",
  };
  g_autofree char *id = fill (workspace);
  g_autofree char *scorecard = workspace_get_path (workspace, "scorecard.xlsx");
  g_autoptr (Result) written = run_cli ("scorecard", workspace->file, "--output", scorecard, NULL);

  assert_status (written, 0);
  for (gsize i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      g_autoptr (Result) result = workspace_run (workspace, lines[i]);

      g_test_message ("%s", lines[i]);
      assert_status (result, 0);
      assert_silent (result);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  runner_init (argv[1]);

#define ADD(path, test) \
  g_test_add ("/cli/consultations/" path, Workspace, NULL, workspace_set_up, test, workspace_tear_down)
  ADD ("list", test_list);
  ADD ("few", test_few);
  ADD ("write", test_write);
  ADD ("refused", test_refused);
  ADD ("words-stay", test_words_stay);

  return g_test_run ();
}
