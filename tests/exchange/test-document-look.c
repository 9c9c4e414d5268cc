/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How documents look on paper: what keeps together, what has which level, what is a picture. */

#include "config.h"

#include <glib/gstdio.h>
#include <string.h>

#include "exchange/document-bar.h"
#include "exchange/document-sign.h"
#include "exchange/document.h"
#include "exchange/xlsx-pages.h"

typedef struct
{
  char *folder;
  char *path; /* of the file that is looked at */
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fixture->folder = g_dir_make_tmp ("suivi-test-XXXXXX", &error);
  g_assert_no_error (error);
  fixture->path = g_build_filename (fixture->folder, "look", NULL);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_unlink (fixture->path);
  g_assert_cmpint (g_rmdir (fixture->folder), ==, 0);
  g_free (fixture->path);
  g_free (fixture->folder);
}

/* What a program says of the file; %NULL without it. */
static char *
tell (Fixture *fixture, GBytes *bytes, const char *program, const char *first, const char *last)
{
  const char *const command[] = { program, first, fixture->path, last, NULL };
  g_autofree char *found = g_find_program_in_path (program);
  char *output = NULL;
  g_autoptr (GError) error = NULL;

  if (found == NULL)
    {
      g_test_skip ("a program is missing");
      return NULL;
    }
  g_assert_true (
    g_file_set_contents (fixture->path, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), &error));
  g_spawn_sync (NULL, (char **) command, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &output, NULL, NULL, &error);
  g_assert_no_error (error);

  return output;
}

static GBytes *
make_pdf (const SuiviDocument *document)
{
  g_autoptr (GError) error = NULL;
  GBytes *bytes = suivi_document_make_pdf (document, NULL, &error);

  g_assert_no_error (error);

  return bytes;
}

static GBytes *
make_docx (const SuiviDocument *document)
{
  g_autoptr (GError) error = NULL;
  GBytes *bytes = suivi_document_make_docx (document, NULL, &error);

  g_assert_no_error (error);

  return bytes;
}

/* --- PDF -------------------------------------------------------------------------------------------------- */

/* An entry of a heading, a text and some lines; the first and the last have its number. */
static void
add_entry (SuiviDocument *document, guint number, gboolean together)
{
  const guint first = document->blocks->len;
  g_autofree char *heading = g_strdup_printf ("Entry %u", number);
  g_autofree char *text = g_strdup_printf ("Plant tree %u", number);
  g_autofree char *last = g_strdup_printf ("Tree %u was planted", number);

  suivi_document_add_entry (document, heading, "●", "Done", 0x2E7D32);
  suivi_document_add (document, SUIVI_BLOCK_TEXT, text);
  for (guint i = 0; i < 2 + number % 5; i++)
    suivi_document_add_detail (document, NULL, "By the gardeners");
  suivi_document_add_detail (document, "Reason", "It grows");
  suivi_document_add_detail (document, NULL, last);
  if (together)
    suivi_document_keep_together (document, first, document->blocks->len - first);
}

/* How many entries are torn apart by the end of a page. */
static guint
count_torn (Fixture *fixture, gboolean together)
{
  g_autoptr (SuiviDocument) document = suivi_document_new ("Trees", NULL);
  g_autoptr (GBytes) pdf = NULL;
  g_autofree char *text = NULL;
  g_auto (GStrv) pages = NULL;
  guint n_torn = 0;

  for (guint i = 0; i < 60; i++)
    add_entry (document, 100 + i, together);
  pdf = make_pdf (document);
  text = tell (fixture, pdf, "pdftotext", "-raw", "-");
  if (text == NULL)
    return together ? 0 : 1;

  pages = g_strsplit (text, "\f", -1);
  g_assert_cmpuint (g_strv_length (pages), >, 4);
  for (guint i = 0; pages[i] != NULL; i++)
    {
      for (guint j = 0; j < 60; j++)
        {
          g_autofree char *heading = g_strdup_printf ("Entry %u", 100 + j);
          g_autofree char *last = g_strdup_printf ("Tree %u was", 100 + j);

          n_torn += strstr (pages[i], heading) != NULL && strstr (pages[i], last) == NULL;
        }
    }

  return n_torn;
}

static void
test_together (Fixture *fixture, gconstpointer data)
{
  g_assert_cmpuint (count_torn (fixture, TRUE), ==, 0);
  /* Without the rule some are: the test can fail. */
  g_assert_cmpuint (count_torn (fixture, FALSE), >, 0);
}

/* What is higher than a page breaks, and begins where the one before ends. */
static void
test_too_high (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SuiviDocument) document = suivi_document_new ("Trees", NULL);
  g_autoptr (GBytes) pdf = NULL;
  g_autofree char *text = NULL;
  g_auto (GStrv) pages = NULL;

  suivi_document_add (document, SUIVI_BLOCK_TITLE, "Trees");
  for (guint i = 0; i < 100; i++)
    suivi_document_add (document, SUIVI_BLOCK_TEXT, i == 0 ? "The first tree" : "Another tree");
  suivi_document_keep_together (document, 1, 100);
  pdf = make_pdf (document);
  text = tell (fixture, pdf, "pdftotext", "-raw", "-");
  if (text == NULL)
    return;

  pages = g_strsplit (text, "\f", -1);
  g_assert_nonnull (strstr (pages[0], "The first tree"));
}

/* Whatever the number of lines, the last of several pages holds more than a few. */
static void
test_last_page (Fixture *fixture, gconstpointer data)
{
  for (guint n = 30; n < 80; n += 1)
    {
      g_autoptr (SuiviDocument) document = suivi_document_new ("Trees", NULL);
      g_autoptr (GBytes) pdf = NULL;
      g_autofree char *text = NULL;
      g_auto (GStrv) pages = NULL;
      g_auto (GStrv) lines = NULL;
      guint n_pages = 0;

      for (guint i = 0; i < n; i++)
        suivi_document_add (document, SUIVI_BLOCK_TEXT, "Plant trees");
      pdf = make_pdf (document);
      text = tell (fixture, pdf, "pdftotext", "-raw", "-");
      if (text == NULL)
        return;
      pages = g_strsplit (text, "\f", -1);
      n_pages = g_strv_length (pages) - 1;
      if (n_pages == 1)
        continue;
      lines = g_strsplit (pages[n_pages - 1], "Plant trees", -1);
      /* Lines of 20 points. */
      g_assert_cmpuint (g_strv_length (lines) - 1, >=, 5);
    }
}

static void
test_tags (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SuiviDocument) document = suivi_document_new ("Trees", NULL);
  g_autoptr (GBytes) pdf = NULL;
  g_autofree char *text = NULL;

  suivi_document_add (document, SUIVI_BLOCK_TITLE, "The trees");
  suivi_document_add (document, SUIVI_BLOCK_HEADING, "Oaks");
  add_entry (document, 1, TRUE);
  suivi_document_add (document, SUIVI_BLOCK_SUBHEADING, "Old oaks");
  add_entry (document, 2, TRUE);
  suivi_document_add (document, SUIVI_BLOCK_HEADING, "Elms");
  suivi_document_add (document, SUIVI_BLOCK_PART, "Among them");
  pdf = make_pdf (document);
  text = tell (fixture, pdf, "pdfinfo", "-struct-text", NULL);
  if (text == NULL)
    return;

  g_assert_nonnull (strstr (text, "H1 (block)\n    \"The trees\""));
  g_assert_nonnull (strstr (text, "H2 (block)\n    \"Oaks\""));
  /* No level is left out. */
  g_assert_nonnull (strstr (text, "H3 (block)\n    \"Entry 1\""));
  g_assert_nonnull (strstr (text, "H3 (block)\n    \"Old oaks\""));
  g_assert_nonnull (strstr (text, "H4 (block)\n    \"Entry 2\""));
  g_assert_nonnull (strstr (text, "H3 (block)\n    \"Among them\""));
  /* A sign never stands without its word. */
  g_assert_true (g_regex_match_simple ("\"●\\s*\"?\\s*\"?Done\"", text, 0, 0));
}

/* The file still reads as one, and says its language and its author. */
static void
test_language (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SuiviDocument) document = suivi_document_new ("Trees", NULL);
  g_autoptr (GBytes) pdf = NULL;
  g_autoptr (GBytes) again = NULL;
  g_autofree char *info = NULL;
  g_autofree char *content = NULL;

  suivi_document_set_author (document, "Coalition for Trees");
  suivi_document_add (document, SUIVI_BLOCK_TITLE, "Trees");
  pdf = make_pdf (document);
  again = make_pdf (document);
  g_assert_true (g_bytes_equal (pdf, again));
  content = g_strndup ("", g_bytes_get_size (pdf));
  memcpy (content, g_bytes_get_data (pdf, NULL), g_bytes_get_size (pdf));
  for (gsize i = 0; i < g_bytes_get_size (pdf); i++)
    content[i] = content[i] == '\0' ? ' ' : content[i];
  g_assert_nonnull (strstr (content, "/Type /Catalog\n   /Lang (en)\n"));
  /* The table of places is where the end of the file says. */
  {
    const gsize place = g_ascii_strtoull (g_strrstr (content, "startxref\n") + 10, NULL, 10);

    g_assert_cmpuint (place, <, g_bytes_get_size (pdf));
    g_assert_true (g_str_has_prefix (content + place, "xref\n"));
  }
  info = tell (fixture, pdf, "pdfinfo", "-isodates", NULL);
  if (info == NULL)
    return;
  g_assert_true (g_regex_match_simple ("Author:\\s+Coalition for Trees", info, 0, 0));
  g_assert_true (g_regex_match_simple ("Pages:\\s+1\n", info, 0, 0));
}

/* Tables and figures are counted apart. */
static void
test_figures (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SuiviDocument) document = suivi_document_new ("Trees", NULL);
  g_autoptr (GBytes) pdf = NULL;
  g_autoptr (GBytes) docx = NULL;
  g_autofree char *text = NULL;
  g_autofree char *part = NULL;

  suivi_document_add (document, SUIVI_BLOCK_FIGURE, "Oaks");
  suivi_document_add (document, SUIVI_BLOCK_CAPTION, "Elms");
  suivi_document_add (document, SUIVI_BLOCK_FIGURE, "Firs");
  pdf = make_pdf (document);
  text = tell (fixture, pdf, "pdftotext", "-raw", "-");
  if (text == NULL)
    return;
  g_assert_nonnull (strstr (text, "Figure 1. Oaks"));
  g_assert_nonnull (strstr (text, "Table 1. Elms"));
  g_assert_nonnull (strstr (text, "Figure 2. Firs"));
  docx = make_docx (document);
  part = tell (fixture, docx, "unzip", "-p", "word/document.xml");
  if (part == NULL)
    return;
  g_assert_nonnull (strstr (part, " SEQ Figure \\* ARABIC "));
  g_assert_nonnull (strstr (part, " SEQ Table \\* ARABIC "));
}

/* --- Word ------------------------------------------------------------------------------------------------- */

/* Word is asked to work out the pages of a table of contents, and of nothing else. */
static void
test_contents (Fixture *fixture, gconstpointer data)
{
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (SuiviDocument) document = suivi_document_new ("Trees", NULL);
      g_autoptr (GBytes) docx = NULL;
      g_autofree char *settings = NULL;
      g_autofree char *part = NULL;
      g_autofree char *core = NULL;

      suivi_document_set_author (document, "Coalition for\x01 <Trees>");
      if (i == 0)
        suivi_document_add (document, SUIVI_BLOCK_CONTENTS, "Contents");
      suivi_document_add (document, SUIVI_BLOCK_HEADING, "Oaks");
      docx = make_docx (document);
      settings = tell (fixture, docx, "unzip", "-p", "word/settings.xml");
      part = tell (fixture, docx, "unzip", "-p", "word/document.xml");
      core = tell (fixture, docx, "unzip", "-p", "docProps/core.xml");
      if (settings == NULL)
        return;
      g_assert_cmpint (strstr (settings, "<w:updateFields w:val=\"true\"/><w:compat>") != NULL, ==, i == 0);
      g_assert_cmpint (strstr (part, "w:fldCharType=\"begin\" w:dirty=\"true\"") != NULL, ==, i == 0);
      g_assert_nonnull (strstr (core, "<dc:creator>Coalition for &lt;Trees&gt;</dc:creator>"));
    }
}

/* A large sign is a picture, once in the file however often it stands there, and says what it shows. */
static void
test_pictures (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SuiviDocument) document = suivi_document_new ("Trees", NULL);
  g_autoptr (GBytes) docx = NULL;
  g_autoptr (GBytes) again = NULL;
  g_autofree char *part = NULL;
  g_autofree char *list = NULL;
  g_autofree char *relations = NULL;

  suivi_document_add_sign (document, "●", "Done", 0x2E7D32, 48);
  suivi_document_add_sign (document, "○", "Not begun", 0xC62828, 30);
  suivi_document_add_sign (document, "●", "Done", 0x2E7D32, 30);
  suivi_document_add_sign (document, "◐", "Begun", 0xFFB300, 0);
  /* No light: a letter. */
  suivi_document_add_sign (document, "A", "Another", 0xFFB300, 30);
  docx = make_docx (document);
  again = make_docx (document);
  g_assert_true (g_bytes_equal (docx, again));
  part = tell (fixture, docx, "unzip", "-p", "word/document.xml");
  relations = tell (fixture, docx, "unzip", "-p", "word/_rels/document.xml.rels");
  list = tell (fixture, docx, "unzip", "-l", NULL);
  if (part == NULL)
    return;

  g_assert_nonnull (strstr (part, "<wp:extent cx=\"609600\" cy=\"609600\"/>"));
  g_assert_nonnull (strstr (part, "descr=\"A full circle\""));
  g_assert_nonnull (strstr (part, "descr=\"An empty circle\""));
  g_assert_null (strstr (part, "half full"));
  g_assert_nonnull (strstr (part, "<w:t>◐</w:t>"));
  g_assert_nonnull (strstr (part, "<w:t>A</w:t>"));
  g_assert_nonnull (strstr (relations, "Id=\"sign2\""));
  g_assert_nonnull (strstr (list, "word/media/sign1.png"));
  g_assert_nonnull (strstr (list, "word/media/sign2.png"));
  g_assert_null (strstr (list, "word/media/sign3.png"));
}

/* Another reader opens it: one that is not ours. */
static void
test_python (Fixture *fixture, gconstpointer data)
{
  static const char program[] = "import sys\n"
                                "try:\n    import docx\nexcept ImportError:\n    sys.exit(77)\n"
                                "d = docx.Document(sys.argv[1])\n"
                                "print(len(d.inline_shapes), d.inline_shapes[0].width.pt,\n"
                                "      d.core_properties.author)\n";
  g_autoptr (SuiviDocument) document = suivi_document_new ("Trees", NULL);
  g_autoptr (GBytes) docx = NULL;
  const char *const command[] = { "/usr/bin/python3", "-c", program, fixture->path, NULL };
  g_autofree char *output = NULL;
  g_autoptr (GError) error = NULL;
  int status = 0;

  suivi_document_set_author (document, "Ana Lind");
  suivi_document_add_sign (document, "↓", "Worse", 0x4A148C, 48);
  suivi_document_add_sign (document, "–", "Not known", 0x5F6368, 48);
  docx = make_docx (document);
  g_assert_true (
    g_file_set_contents (fixture->path, g_bytes_get_data (docx, NULL), g_bytes_get_size (docx), &error));
  if (!g_file_test (command[0], G_FILE_TEST_IS_EXECUTABLE))
    {
      g_test_skip ("no Python");
      return;
    }
  g_spawn_sync (NULL, (char **) command, NULL, G_SPAWN_DEFAULT, NULL, NULL, &output, NULL, &status, &error);
  g_assert_no_error (error);
  if (WIFEXITED (status) && WEXITSTATUS (status) == 77)
    g_test_skip ("no python3-docx");
  else
    g_assert_cmpstr (output, ==, "2 48.0 Ana Lind\n");
}

/* All as large: every one touches two opposite edges of the same square. */
static void
test_signs (void)
{
  static const char *const signs[] = { "●", "◐", "○", "↓", "–" };

  for (gsize i = 0; i < G_N_ELEMENTS (signs); i++)
    {
      g_autoptr (GBytes) png = suivi_sign_draw (signs[i], 0x123456);
      const guint8 *data = NULL;
      gsize size = 0;

      g_assert_nonnull (png);
      data = g_bytes_get_data (png, &size);
      g_assert_cmpuint (size, >, 100);
      g_assert_cmpmem (data, 4, "\x89PNG", 4);
      /* 256 dots on each side. */
      g_assert_cmpmem (data + 16, 8, "\0\0\1\0\0\0\1\0", 8);
      g_assert_cmpstr (suivi_sign_to_alt_text (signs[i]), !=, "");
    }
  g_assert_null (suivi_sign_draw ("A", 0));
  g_assert_cmpstr (suivi_sign_to_alt_text ("A"), ==, "");
}

/* --- Workbooks -------------------------------------------------------------------------------------------- */

static void
test_footer (void)
{
  g_autofree char *left = suivi_xlsx_pages_mark_numbers ("&L&8 R&&PD&R&8 Page &P of &N", FALSE);
  g_autofree char *right = suivi_xlsx_pages_mark_numbers ("&L&8 R&&PD&R&8 Page &P of &N", TRUE);
  g_autofree char *end = suivi_xlsx_pages_mark_numbers ("&P&", TRUE);

  g_assert_cmpstr (left, ==, "&L&8 R&&PD&R&8 Page &P of &N");
  g_assert_cmpstr (right, ==, "&L&8 R&&PD&R&8 Page \u200E&P\u200E of \u200E&N\u200E");
  g_assert_cmpstr (end, ==, "\u200E&P\u200E&");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, func) g_test_add ("/exchange/document-look/" path, Fixture, NULL, set_up, func, tear_down)
  ADD ("together", test_together);
  ADD ("too-high", test_too_high);
  ADD ("last-page", test_last_page);
  ADD ("tags", test_tags);
  ADD ("language", test_language);
  ADD ("figures", test_figures);
  ADD ("contents", test_contents);
  ADD ("pictures", test_pictures);
  ADD ("python", test_python);
#undef ADD
  g_test_add_func ("/exchange/document-look/signs", test_signs);
  g_test_add_func ("/exchange/document-look/footer", test_footer);

  return g_test_run ();
}
