/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Drafts as documents, as other programs read them. */

#include "config.h"

#include <archive.h>
#include <archive_entry.h>
#include <libxml/parser.h>
#include <stdlib.h>
#include <sys/wait.h>

#include "drafts-fixture.h"

/* What a program writes, or %NULL if it is not there; it must not complain. */
static char *
tell (const char *first, ...)
{
  g_autoptr (GPtrArray) arguments = g_ptr_array_new ();
  g_autofree char *program = g_find_program_in_path (first);
  g_autofree char *trouble = NULL;
  g_autoptr (GError) error = NULL;
  char *output = NULL;
  const char *argument = NULL;
  int status = 0;
  va_list list;

  if (program == NULL)
    return NULL;

  g_ptr_array_add (arguments, program);
  va_start (list, first);
  while ((argument = va_arg (list, const char *)) != NULL)
    g_ptr_array_add (arguments, (char *) argument);
  va_end (list);
  g_ptr_array_add (arguments, NULL);

  g_spawn_sync (NULL, (char **) arguments->pdata, NULL, G_SPAWN_DEFAULT, NULL, NULL, &output, &trouble,
                &status, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (trouble, ==, "");
  if (WIFEXITED (status) && WEXITSTATUS (status) == 77)
    g_clear_pointer (&output, g_free);
  else
    g_assert_cmpint (status, ==, 0);

  return output;
}

static char *
get_day (DraftsFixture *fixture)
{
  g_autoptr (GPtrArray) history = suivi_store_list_history (fixture->store, 1, NULL);

  return g_strndup (((SuiviHistoryEntry *) g_ptr_array_index (history, 0))->at, 10);
}

static void
test_python (DraftsFixture *fixture, gconstpointer data)
{
  g_autofree char *script = g_test_build_filename (G_TEST_DIST, "exchange", "check-drafts.py", NULL);
  g_autofree char *path = drafts_fixture_write (fixture, data, NULL, NULL);
  g_autofree char *day = get_day (fixture);
  g_autofree char *output = tell ("/usr/bin/python3", script, path, day, NULL);

  if (output == NULL)
    g_test_skip ("no Python, or no python-docx and openpyxl");
  else
    g_assert_cmpstr (output, ==, "");
}

static xmlDoc *
parse_part (struct archive *archive, gsize size)
{
  g_autofree char *content = g_malloc (size);

  g_assert_cmpint (archive_read_data (archive, content, size), ==, (la_ssize_t) size);

  return xmlReadMemory (content, size, NULL, NULL, XML_PARSE_NONET | XML_PARSE_NOERROR);
}

static guint
count (const char *text, const char *word)
{
  guint n = 0;

  for (const char *p = text; (p = strstr (p, word)) != NULL; p++)
    n++;

  return n;
}

/* Each part is well-formed, and has no time but the earliest. */
static void
assert_package (const char *path)
{
  static const char *const parts[]
    = { "[Content_Types].xml", "_rels/.rels",       "docProps/core.xml",
        "docProps/app.xml",    "word/document.xml", "word/_rels/document.xml.rels",
        "word/styles.xml",     "word/settings.xml", "word/numbering.xml",
        "word/footer1.xml" };
  struct archive *archive = archive_read_new ();
  struct archive_entry *entry = NULL;
  guint n = 0;

  archive_read_support_format_zip (archive);
  g_assert_cmpint (archive_read_open_filename (archive, path, 65536), ==, ARCHIVE_OK);
  while (archive_read_next_header (archive, &entry) == ARCHIVE_OK)
    {
      xmlDoc *document = NULL;

      g_assert_cmpuint (n, <, G_N_ELEMENTS (parts));
      g_assert_cmpstr (archive_entry_pathname (entry), ==, parts[n]);
      g_assert_cmpint (archive_entry_mtime (entry), <=, 315532800 + 86400);
      document = parse_part (archive, archive_entry_size (entry));
      g_assert_nonnull (document);
      xmlFreeDoc (document);
      n++;
    }
  g_assert_cmpuint (n, ==, G_N_ELEMENTS (parts));
  archive_read_free (archive);
  xmlCleanupParser ();
}

static void
test_package (DraftsFixture *fixture, gconstpointer data)
{
  g_autofree char *path = drafts_fixture_write (fixture, "drafts.docx", NULL, NULL);

  assert_package (path);
}

static void
put_odd_draft (DraftsFixture *fixture)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SuiviTransaction) step = suivi_store_begin (fixture->store, "Add", &error);
  g_autofree char *title = g_strnfill (20000, 'x');
  g_autoptr (SuiviPriority) priority = suivi_priority_new ("SVN", title);
  g_autoptr (SuiviDraft) draft
             = suivi_draft_new (priority->id, "\n\t]]> & <w:t> \xE2\x80\xAE.\r\n", "x\"/><y z='");
  const char *const references[]
    = { "javascript:alert(1)", "https://example.org/'></a>", "file:///etc/passwd", "https://example.org/%zz",
        "https://example.org/ü" };

  g_assert_no_error (error);
  g_assert_true (suivi_transaction_put_priority (step, priority, &error));
  g_assert_no_error (error);
  g_assert_true (suivi_transaction_put_draft (step, draft, &error));
  g_assert_no_error (error);
  for (gsize i = 0; i < G_N_ELEMENTS (references); i++)
    {
      g_autoptr (SuiviBacking) backing
                 = suivi_backing_new (priority->id, draft->id, SUIVI_BACKING_EVIDENCE, "A\nB");

      g_free (backing->reference);
      backing->reference = g_strdup (references[i]);
      g_assert_true (suivi_transaction_put_backing (step, backing, &error));
      g_assert_no_error (error);
    }
  g_assert_true (suivi_transaction_commit (step, &error));
  g_assert_no_error (error);
}

/* Whatever stands in a workspace, the files are whole, and nothing but web addresses becomes a link. */
static void
test_odd (DraftsFixture *fixture, gconstpointer data)
{
  g_autofree char *docx = NULL;
  g_autofree char *pdf = NULL;
  g_autofree char *urls = NULL;
  g_autofree char *relations = NULL;

  put_odd_draft (fixture);
  docx = drafts_fixture_write (fixture, "odd.docx", NULL, NULL);
  assert_package (docx);
  relations = tell ("unzip", "-p", docx, "word/_rels/document.xml.rels", NULL);
  if (relations != NULL)
    g_assert_cmpuint (count (relations, "TargetMode=\"External\""), ==, 1);

  pdf = drafts_fixture_write (fixture, "odd.pdf", NULL, NULL);
  urls = tell ("pdfinfo", "-url", pdf, NULL);
  if (urls != NULL)
    {
      g_assert_nonnull (strstr (urls, "https://example.org/survey?year=2025&page=12"));
      g_assert_cmpuint (count (urls, "Annotation"), ==, 1);
    }
}

static void
assert_has (const char *text, const char *words)
{
  g_test_message ("%s", words);
  g_assert_nonnull (strstr (text, words));
}

static void
test_pdf (DraftsFixture *fixture, gconstpointer data)
{
  g_autofree char *path = drafts_fixture_write (fixture, "drafts.pdf", NULL, NULL);
  g_autofree char *day = get_day (fixture);
  g_autofree char *date = g_strdup_printf ("%sT12:00:00Z", day);
  g_autofree char *info = tell ("pdfinfo", "-isodates", path, NULL);
  g_autofree char *text = tell ("pdftotext", "-layout", path, "-", NULL);
  g_autofree char *structure = tell ("pdfinfo", "-struct", path, NULL);
  g_autofree char *told = tell ("pdfinfo", "-struct-text", path, NULL);
  g_autofree char *first_page = NULL;
  g_autofree char *last_page = NULL;
  guint n_pages = 0;

  if (info == NULL || text == NULL)
    {
      g_test_skip ("no poppler");
      return;
    }

  assert_has (info, "Title:           Draft recommendations\n");
  assert_has (info, "Tagged:          yes\n");
  assert_has (info, "(A4)");
  assert_has (info, date);
  assert_has (info, "Pages:");
  /* How many there are is up to the fonts; the long draft alone takes more than one. */
  n_pages = atoi (strstr (info, "Pages:") + strlen ("Pages:"));
  g_assert_cmpuint (n_pages, >=, 4);

  assert_has (text, "Slovenia: Birth registration\n");
  assert_has (text, "by 31 December 2028 so that every");
  first_page = g_strdup_printf ("Page 1 of %u\n", n_pages);
  last_page = g_strdup_printf ("Page %u of %u\n", n_pages, n_pages);
  assert_has (text, first_page);
  assert_has (text, last_page);
  assert_has (text, "in district 150 of the river");
  assert_has (text, "There is no wording yet.");
  assert_has (text, "CRC/C/SVN/CO/99, para. 25");

  /* Also what is written from right to left is told in the order in which it is read. */
  assert_has (told, DRAFTS_ARABIC);
  /* The title, three issues, four drafts, six kinds of support, of which one stands with no draft; two drafts have a table of five criteria. */
  g_assert_cmpuint (count (structure, "H1 (block)"), ==, 1);
  g_assert_cmpuint (count (structure, "H2 (block)"), ==, 3);
  g_assert_cmpuint (count (structure, "H3 (block)"), ==, 5);
  g_assert_cmpuint (count (structure, "H4 (block)"), ==, 5);
  g_assert_cmpuint (count (structure, "Table (block)"), ==, 2);
  g_assert_cmpuint (count (structure, " TH\n"), ==, 2 * (3 + 5));
  g_assert_cmpuint (count (structure, " TD\n"), ==, 2 * 10);
  g_assert_cmpuint (count (structure, "Link (inline)"), ==, 1);
}

#define ADD(name, data, func)                                                                    \
  g_test_add ("/exchange/drafts-office/" name, DraftsFixture, data, drafts_fixture_set_up, func, \
              drafts_fixture_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD ("docx", "drafts.docx", test_python);
  ADD ("xlsx", "drafts.xlsx", test_python);
  ADD ("package", NULL, test_package);
  ADD ("pdf", NULL, test_pdf);
  ADD ("odd", NULL, test_odd);

  return g_test_run ();
}
