/* SPDX-License-Identifier: GPL-3.0-or-later */

/* suivi-cli lint: one text, standard input, and tables. */

#include "config.h"

#include "runner.h"

static void
write_file (const char *path, const char *content, gssize length)
{
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, content, length, &error);
  g_assert_no_error (error);
}

static char *
read_text (const char *path)
{
  g_autoptr (GError) error = NULL;
  char *text = NULL;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);

  return text;
}

/* The program with something on its standard input. */
static char *
run_with_input (const char *input, gsize length, int *status, const char *option)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) in = g_bytes_new (input, length);
  g_autoptr (GBytes) out = NULL;
  g_autoptr (GSubprocess) process
             = g_subprocess_new (G_SUBPROCESS_FLAGS_STDIN_PIPE | G_SUBPROCESS_FLAGS_STDOUT_PIPE
                                   | G_SUBPROCESS_FLAGS_STDERR_SILENCE,
                                 &error, runner_get_program (), "lint", "--json", option, NULL);

  g_assert_no_error (error);
  g_subprocess_communicate (process, in, NULL, &out, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (g_subprocess_get_if_exited (process));
  *status = g_subprocess_get_exit_status (process);

  return g_bytes_get_size (out) > 0 ? g_strndup (g_bytes_get_data (out, NULL), g_bytes_get_size (out))
                                    : g_strdup ("");
}

static void
assert_span (yajl_val span, gint64 start, gint64 end)
{
  g_assert_cmpint (YAJL_GET_INTEGER (YAJL_GET_ARRAY (span)->values[0]), ==, start);
  g_assert_cmpint (YAJL_GET_INTEGER (YAJL_GET_ARRAY (span)->values[1]), ==, end);
}

static void
test_json (void)
{
  /* "…" and "’" are one character each, though several bytes. */
  static const char text[]
    = "… Ratify the Children’s Convention and establish a child’s ombudsperson by 2029";
  static const char *const names[] = { "specific", "measurable", "achievable", "relevant", "time_bound" };
  g_autoptr (Result) result = run_cli ("lint", "--json", text, NULL);
  yajl_val object = NULL;
  yajl_val actions = NULL;
  yajl_val criteria = NULL;

  assert_status (result, 0);
  object = json_parse (result->out);
  g_assert_cmpint (json_number (object, "category"), ==, 5);
  g_assert_true (YAJL_IS_TRUE (json_get (object, "child_focused")));
  g_assert_true (YAJL_IS_TRUE (json_get (object, "compound")));
  g_assert_cmpint (json_number (object, "words"), ==, 11);
  g_assert_cmpstr (json_text (object, "deadline"), ==, "2029-12-31");

  actions = json_get (object, "actions");
  g_assert_cmpuint (YAJL_GET_ARRAY (actions)->len, ==, 2);
  g_assert_cmpstr (json_text (YAJL_GET_ARRAY (actions)->values[0], "text"), ==, "Ratify");
  g_assert_cmpint (json_number (YAJL_GET_ARRAY (actions)->values[0], "start"), ==, 2);
  g_assert_cmpint (json_number (YAJL_GET_ARRAY (actions)->values[0], "end"), ==, 8);
  g_assert_cmpstr (json_text (YAJL_GET_ARRAY (actions)->values[1], "text"), ==, "establish");
  g_assert_cmpint (json_number (YAJL_GET_ARRAY (actions)->values[1], "start"), ==, 39);

  criteria = json_get (object, "criteria");
  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      yajl_val criterion = json_get (criteria, names[i]);

      g_assert_nonnull (json_text (criterion, "state"));
      g_assert_true (YAJL_IS_ARRAY (json_get (criterion, "spans")));
    }
  g_assert_cmpstr (json_text (json_get (criteria, "specific"), "state"), ==, "to-improve");
  g_assert_cmpstr (json_text (json_get (criteria, "achievable"), "state"), ==, "person");
  g_assert_cmpstr (json_text (json_get (criteria, "time_bound"), "state"), ==, "met");
  g_assert_true (YAJL_IS_NULL (json_get (json_get (criteria, "time_bound"), "hint")));
  assert_span (YAJL_GET_ARRAY (json_get (json_get (criteria, "time_bound"), "spans"))->values[0], 72, 79);
  yajl_tree_free (object);
}

static void
test_text (void)
{
  g_autoptr (Result) result = run_cli ("lint", "Consider ratifying OPCAT", NULL);
  g_autoptr (Result) french = run_cli ("lint", "--lang", "fr", "Envisager de ratifier l'OPCAT", NULL);

  assert_status (result, 0);
  g_assert_nonnull (strstr (result->out, "Instead of “Consider ratifying”: “Ratify”"));
  assert_status (french, 0);
  g_assert_nonnull (strstr (french->out, "Instead of “Envisager de ratifier”: “Ratifier”"));
}

static void
test_input (void)
{
  static const struct
  {
    const char *input;
    gsize length;
    int status;
    gint64 words;
  } cases[] = {
    { "Ratify OPCAT\n", 13, 0, 2 },      { "Ratify OPCAT", 12, 0, 2 },
    { "Ratify\r\n", 8, 0, 1 },           { "", 0, 0, 0 },
    { "Ratify \xe9 OPCAT\n", 15, 2, 0 }, { "Ratify\0OPCAT", 12, 2, 0 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      for (guint dash = 0; dash < 2; dash++)
        {
          int status = -1;
          g_autofree char *out = run_with_input (cases[i].input, cases[i].length, &status, dash ? "-" : NULL);
          yajl_val object = NULL;

          g_test_message ("%zu, %u", i, dash);
          g_assert_cmpint (status, ==, cases[i].status);
          if (status != 0)
            {
              g_assert_cmpstr (out, ==, "");
              continue;
            }
          object = json_parse (out);
          g_assert_cmpint (json_number (object, "words"), ==, cases[i].words);
          yajl_tree_free (object);
        }
    }
}

static void
test_usage (void)
{
  static const char *const calls[][8] = {
    { "lint", "Ratify \xff", NULL },
    { "lint", "Ratify", "OPCAT", NULL },
    { "lint", "--lang", "xx", "Ratify", NULL },
    { "lint", "--lang", "\xff", "Ratify", NULL },
    { "lint", "--column", "Text", "Ratify", NULL },
    { "lint", "--batch", "a.csv", "--column", "Text", NULL },
    { "lint", "--batch", "a.csv", "--output", "b.csv", NULL },
    { "lint", "--batch", "a.csv", "--column", "\xff", "--output", "b.csv", NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (calls); i++)
    {
      g_autoptr (Result) result = run_strv (calls[i]);

      g_test_message ("%zu", i);
      assert_status (result, 2);
      g_assert_cmpstr (result->out, ==, "");
      g_assert_cmpstr (result->err, !=, "");
    }
}

static void
test_batch (void)
{
  char *folder = runner_make_folder ();
  g_autofree char *in = g_build_filename (folder, "in.csv", NULL);
  g_autofree char *out = g_build_filename (folder, "out.csv", NULL);
  /* Windows-1252, semicolons, a line end and quotes in cells, a row that ends early, one without a text. */
  static const char table[] = "Id;Texte;Note\r\n"
                              "007;\"Ratifier l'OPCAT; d\xe8s 2040\";=1+1\r\n"
                              "8;\"Adopter une loi\nsur l'enfance et cr\xe9"
                              "er un tribunal\";\"a \"\"b\"\"\"\r\n"
                              "9;;x\r\n"
                              "10;Renforcer les efforts\r\n";
  static const char expected[]
    = "Id,Texte,Note,category,child_focused,actions,deadline\n"
      "007,Ratifier l'OPCAT; dès 2040,=1+1,5,false,1,2040-12-31\n"
      "8,\"Adopter une loi\nsur l'enfance et créer un tribunal\",\"a \"\"b\"\"\",5,true,2,\n"
      "9,,x,,,,\n"
      "10,Renforcer les efforts,,4,false,1,\n";
  g_autoptr (Result) done = NULL;
  g_autoptr (Result) again = NULL;
  g_autofree char *text = NULL;
  g_autofree char *in_place = NULL;

  write_file (in, table, -1);
  done = run_cli ("lint", "--lang", "fr", "--batch", in, "--column", "Texte", "--output", out, NULL);
  assert_status (done, 0);
  text = read_text (out);
  g_assert_cmpstr (text, ==, expected);

  /* The column in other letters, and the output in the place of the table. */
  again = run_cli ("lint", "--lang", "fr", "--batch", in, "--column", "TEXTE", "--output", in, NULL);
  assert_status (again, 0);
  in_place = read_text (in);
  g_assert_cmpstr (in_place, ==, expected);
  runner_drop_folder (folder);
}

/* The cells and rows that were there stay as they are; so do columns that have the names of those added. */
static void
test_batch_exact (void)
{
  static const struct
  {
    const char *table;
    const char *expected;
  } cases[] = {
    /* Blanks at the ends of cells and of names, a tab, a row of nothing but separators, an empty last column. */
    { " Id ,Text , category,\n 7 , Ratify OPCAT ,\tx\t,\n,,,\n   ,  ,\" y \",\n",
      " Id ,Text , category,,category,child_focused,actions,deadline\n"
      " 7 , Ratify OPCAT ,\tx\t,,5,false,1,\n"
      ",,,,,,,\n"
      "   ,  , y ,,,,,\n" },
    /* Blanks outside of quotation marks belong to no cell; a mark in a cell is a letter. */
    { "Text,Note\n \"Ratify OPCAT, now\" ,5\" pipe \n",
      "Text,Note,category,child_focused,actions,deadline\n"
      "\"Ratify OPCAT, now\",\"5\"\" pipe \",5,false,1,\n" },
    /* Tabs part the cells, the last row ends with blanks and without a line end. */
    { "Text\tNote\nRatify OPCAT\t x  ", "Text,Note,category,child_focused,actions,deadline\n"
                                        "Ratify OPCAT, x  ,5,false,1,\n" },
    { "\xef\xbb\xbfText;Note\r\nRatify OPCAT;a,b\r\n", "Text,Note,category,child_focused,actions,deadline\n"
                                                       "Ratify OPCAT,\"a,b\",5,false,1,\n" },
  };
  char *folder = runner_make_folder ();
  g_autofree char *in = g_build_filename (folder, "in.csv", NULL);
  g_autofree char *out = g_build_filename (folder, "out.csv", NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (Result) result = NULL;
      g_autofree char *text = NULL;

      g_test_message ("%zu", i);
      write_file (in, cases[i].table, -1);
      result = run_cli ("lint", "--batch", in, "--column", "Text", "--output", out, NULL);
      assert_status (result, 0);
      text = read_text (out);
      g_assert_cmpstr (text, ==, cases[i].expected);
    }
  runner_drop_folder (folder);
}

/* What cannot be done leaves what was there. */
static void
test_batch_faults (void)
{
  char *folder = runner_make_folder ();
  g_autofree char *in = g_build_filename (folder, "in.csv", NULL);
  g_autofree char *empty = g_build_filename (folder, "empty.csv", NULL);
  g_autofree char *twice = g_build_filename (folder, "twice.csv", NULL);
  g_autofree char *missing = g_build_filename (folder, "missing.csv", NULL);
  g_autofree char *out = g_build_filename (folder, "out.csv", NULL);
  g_autofree char *nowhere = g_build_filename (folder, "no", "out.csv", NULL);
  const char *const calls[][3] = {
    { in, "Nothing", out }, { empty, "Text", out }, { missing, "Text", out }, { in, "Text", nowhere },
    { in, "Text", folder }, { twice, "Text", out }, { twice, "note", out },
  };
  g_autofree char *text = NULL;

  write_file (in, "Text,Note\nRatify OPCAT,\n", -1);
  write_file (twice, "Text,Text,Note,NOTE\nRatify OPCAT,Sign CED,,\n", -1);
  write_file (empty, "", 0);
  write_file (out, "precious", -1);
  for (gsize i = 0; i < G_N_ELEMENTS (calls); i++)
    {
      g_autoptr (Result) result = run_cli ("lint", "--batch", calls[i][0], "--column", calls[i][1],
                                           "--output", calls[i][2], NULL);

      g_test_message ("%zu", i);
      assert_status (result, 1);
      g_assert_cmpstr (result->err, !=, "");
    }
  text = read_text (out);
  g_assert_cmpstr (text, ==, "precious");
  runner_drop_folder (folder);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  runner_init (argv[1]);

  g_test_add_func ("/cli/lint/json", test_json);
  g_test_add_func ("/cli/lint/text", test_text);
  g_test_add_func ("/cli/lint/input", test_input);
  g_test_add_func ("/cli/lint/usage", test_usage);
  g_test_add_func ("/cli/lint/batch", test_batch);
  g_test_add_func ("/cli/lint/batch-exact", test_batch_exact);
  g_test_add_func ("/cli/lint/batch-faults", test_batch_faults);

  return g_test_run ();
}
