/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Files that are broken, locked, huge or gone, and people who change their mind: a sentence, nothing written. */

#include "config.h"

#include <glib/gstdio.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/types.h>
#include <unistd.h>

#include "workspace.h"

/* So many that the import takes its time, sanitizers or not. */
#define N_RECORDS 40000

/* How long an import may take until it opens its file. */
#define OPEN_SECONDS 30

static void
assert_one_sentence (Result *result)
{
  g_assert_cmpstr (result->out, ==, "");
  g_assert_true (g_str_has_prefix (result->err, "suivi-cli: "));
  g_assert_true (strchr (result->err, '\n') == result->err + strlen (result->err) - 1);
  g_assert_true (g_utf8_validate (result->err, -1, NULL));
  g_assert_cmpuint (strlen (result->err), <, 600);
}

static void
assert_refused (Workspace *workspace, const char *path, const char *options)
{
  g_autofree char *line = g_strjoin ("|", "--review|SVN:48", options, NULL);
  g_autoptr (Result) result = workspace_import (workspace, path, line);

  g_test_message ("%s", result->err);
  assert_status (result, 1);
  assert_one_sentence (result);
  workspace_assert_empty (workspace);
}

static char *
repeat (const char *text, gsize n)
{
  GString *all = g_string_sized_new (strlen (text) * n + 1);

  for (gsize i = 0; i < n; i++)
    g_string_append (all, text);

  return g_string_free (all, FALSE);
}

static void
test_text_files (Workspace *workspace, gconstpointer data)
{
  g_autofree char *zeros = g_malloc0 (4096);
  g_autofree char *noise = g_malloc (5000);
  g_autofree char *million = repeat ("a", 1000000);
  g_autofree char *columns = repeat (",x", 16382);
  g_autofree char *deep = repeat ("[", 100000);
  g_autofree char *long_cell = g_strdup_printf ("Number,Recommendation,State\n1,%s,France\n", million);
  g_autofree char *wide = g_strdup_printf ("Number,Recommendation%s\n1,Build schools%s\n", columns, columns);
  g_autofree char *long_text = g_strdup_printf (
    "[{\"Text\":\"%s\",\"Body\":\"- CRC\",\"Countries\":[\"Slovenia\"],\"Symbol\":\"CRC/C/SVN/CO/5\"}]",
    million);
  const struct
  {
    const char *name;
    const char *content;
    gssize length;
    const char *options;
  } cases[] = {
    { "empty.csv", "", 0, NULL },
    { "empty.json", "", 0, "--format|uhri" },
    { "zeros.xlsx", zeros, 4096, NULL },
    { "noise.csv", noise, 5000, NULL },
    { "noise.xls", noise, 5000, "--format|upr-info" },
    { "noise.json", noise, 5000, "--format|uhri" },
    { "noise.xlsx", noise, 5000, "--format|scorecard" },
    { "noise.ods", noise, 5000, "--format|table" },
    { "deep.json", deep, -1, NULL },
    { "cut.json", "[{\"AnnotationId\":\"a\",\"Text\":\"1. Build", -1, NULL },
    { "bytes.json",
      "[{\"AnnotationId\":\"a\",\"Text\":\"Build \xFF\xC3( schools\",\"Body\":\"- CRC\","
      "\"Countries\":[\"Slovenia\"],\"Symbol\":\"CRC/C/SVN/CO/5\"}]",
      -1, NULL },
    { "quote.csv", "Number,Recommendation,State\n1,\"Build schools,France\n2,Build roads,France\n", -1,
      NULL },
    { "page.html", "<!DOCTYPE html><html><body><p>Build schools.</p></body></html>", -1, NULL },
    { "prose.txt", "Dear colleagues\nplease find the list attached\n", -1, NULL },
    { "wide.csv", wide, -1, NULL },
  };

  for (gsize i = 0; i < 5000; i++)
    noise[i] = (char) g_test_rand_int_range (128, 256);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = workspace_write (workspace, cases[i].name, cases[i].content, cases[i].length);

      assert_refused (workspace, path, cases[i].options);
    }

  /* One text that is too long may spoil its row only: then it is a fault, and nothing is written either. */
  for (guint i = 0; i < 2; i++)
    {
      g_autofree char *path = i == 0 ? workspace_write (workspace, "long.csv", long_cell, -1)
                                     : workspace_write (workspace, "long.json", long_text, -1);
      g_autoptr (Result) result
                 = workspace_import (workspace, path, i == 0 ? "--review|SVN:48|--json" : "--json");

      g_test_message ("%s%s", result->out, result->err);
      g_assert_true (result->status == 1 || result->status == 3);
      g_assert_cmpuint (strlen (result->out) + strlen (result->err), <, 20000);
      workspace_assert_empty (workspace);
    }
}

/* Bytes that are no text are never taken for some: the row is faulty, or the file is refused. */
static void
test_invalid_utf8 (Workspace *workspace, gconstpointer data)
{
  g_autofree char *path
    = workspace_write (workspace, "bytes.csv",
                       "Number,Recommendation,State\n1,Build \xFF\xC3( schools,France\n", -1);
  g_autoptr (Result) result = workspace_import (workspace, path, "--review|SVN:48|--encoding|UTF-8");

  g_test_message ("%s", result->out);
  g_assert_true (result->status == 1 || result->status == 3);
  workspace_assert_empty (workspace);
}

/* Writes one workbook of a kind, from the parts that it needs. */
static const char make_workbook[]
  = "import struct, sys, zipfile\n"
    "kind, path = sys.argv[1:]\n"
    "MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'\n"
    "def column(n):\n"
    "    name = ''\n"
    "    while n:\n"
    "        n, rest = divmod(n - 1, 26)\n"
    "        name = chr(65 + rest) + name\n"
    "    return name\n"
    "def cell(row, n, text):\n"
    "    return f'<c r=\"{column(n)}{row}\" t=\"inlineStr\"><is><t>{text}</t></is></c>'\n"
    "def book(rows):\n"
    "    with zipfile.ZipFile(path, 'w', zipfile.ZIP_DEFLATED) as z:\n"
    "        z.writestr('[Content_Types].xml', '<Types "
    "xmlns=\"http://schemas.openxmlformats.org/package/2006/"
    "content-types\"><Default Extension=\"xml\" ContentType=\"application/xml\"/><Default Extension=\"rels\" "
    "ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Override PartName=\"/xl/"
    "workbook.xml\" "
    "ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml\"/"
    "></Types>')\n"
    "        z.writestr('_rels/.rels', '<Relationships "
    "xmlns=\"http://schemas.openxmlformats.org/package/2006/"
    "relationships\"><Relationship Id=\"r1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/"
    "relationships/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>')\n"
    "        z.writestr('xl/workbook.xml', f'<workbook xmlns=\"{MAIN}\" xmlns:r=\"http://"
    "schemas.openxmlformats.org/officeDocument/2006/relationships\"><sheets><sheet name=\"A\" sheetId=\"1\" "
    "r:id=\"r1\"/></sheets></workbook>')\n"
    "        z.writestr('xl/_rels/workbook.xml.rels', '<Relationships xmlns=\"http://"
    "schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"r1\" Type=\"http://"
    "schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet\" "
    "Target=\"worksheets/sheet1.xml\"/"
    "></Relationships>')\n"
    "        z.writestr('xl/worksheets/sheet1.xml', f'<worksheet "
    "xmlns=\"{MAIN}\"><sheetData>{rows}</sheetData>"
    "</worksheet>')\n"
    "def row(number, cells):\n"
    "    return f'<row r=\"{number}\">' + ''.join(cells) + '</row>'\n"
    "head = row(1, [cell(1, 1, 'Number'), cell(1, 2, 'Recommendation'), cell(1, 3, 'State')])\n"
    "if kind == 'good':\n"
    "    book(head + row(2, [cell(2, 1, '1.1'), cell(2, 2, 'Build schools'), cell(2, 3, 'France')]))\n"
    "elif kind == 'empty-sheet':\n"
    "    book('')\n"
    "elif kind == 'wide':\n"
    "    book(row(1, [cell(1, n, 'Recommendation') for n in range(1, 16385)]) + "
    "row(2, [cell(2, n, 'Build') for n in range(1, 16385)]))\n"
    "elif kind == 'bomb':\n"
    "    book(head + '<row r=\"2\">' + ' ' * (300 << 20) + '</row>')\n"
    "elif kind == 'cut':\n"
    "    book(head + row(2, [cell(2, 1, '1.1'), cell(2, 2, 'Build schools'), cell(2, 3, 'France')]) * 500)\n"
    "    data = open(path, 'rb').read()\n"
    "    open(path, 'wb').write(data[:len(data) * 2 // 3])\n"
    "elif kind == 'entities':\n"
    "    with zipfile.ZipFile(path, 'w') as z:\n"
    "        z.writestr('[Content_Types].xml', '<Types/>')\n"
    "        z.writestr('xl/workbook.xml', '<!DOCTYPE a [<!ENTITY b \"b\">]><workbook>&b;</workbook>')\n"
    /* An OLE2 file with one stream, as Office wraps a workbook with a password. */
    "elif kind == 'protected':\n"
    "    def entry(name, kind, child, start, size):\n"
    "        text = name.encode('utf-16-le')\n"
    "        return struct.pack('<64sHBBIII16sIQQIQ', text, len(text) + 2 if name else 0, kind, 1, "
    "0xFFFFFFFF, "
    "0xFFFFFFFF, child, b'', 0, 0, 0, start, size)\n"
    "    header = struct.pack('<8s16sHHHHHHIIIIIIIIII', b'\\xd0\\xcf\\x11\\xe0\\xa1\\xb1\\x1a\\xe1', b'', "
    "0x3e, 3, "
    "0xfffe, 9, 6, 0, 0, 0, 1, 1, 0, 4096, 0xfffffffe, 0, 0xfffffffe, 0) + struct.pack('<I', 0)\n"
    "    header += struct.pack('<I', 0xffffffff) * 108\n"
    "    fat = [0xfffffffd, 0xfffffffe] + list(range(3, 10)) + [0xfffffffe]\n"
    "    fat += [0xffffffff] * (128 - len(fat))\n"
    "    folder = entry('Root Entry', 5, 1, 0xfffffffe, 0) + entry('EncryptedPackage', 2, 0xffffffff, 2, "
    "4096) + "
    "entry('', 0, 0xffffffff, 0, 0) * 2\n"
    "    open(path, 'wb').write(header + struct.pack('<128I', *fat) + folder + bytes(range(256)) * 16)\n"
    "else:\n"
    "    sys.exit(1)\n";

static void
test_workbooks (Workspace *workspace, gconstpointer data)
{
  static const struct
  {
    const char *kind;
    const char *word; /* that the sentence must hold, or NULL */
  } cases[] = {
    { "empty-sheet", NULL }, { "wide", NULL },     { "bomb", NULL },
    { "cut", NULL },         { "entities", NULL }, { "protected", "password" },
  };
  g_autofree char *good = workspace_get_path (workspace, "good.xlsx");

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *name = g_strdup_printf ("%s.xlsx", cases[i].kind);
      g_autofree char *path = workspace_get_path (workspace, name);
      g_autoptr (Result) result = NULL;

      if (!run_python (make_workbook, cases[i].kind, path, NULL))
        return;
      assert_refused (workspace, path, NULL);
      assert_refused (workspace, path, "--format|table");
      result = workspace_import (workspace, path, NULL);
      if (cases[i].word != NULL)
        g_assert_nonnull (strstr (result->err, cases[i].word));
    }

  /* The same parts without a fault are a workbook. */
  {
    g_autoptr (Result) result = NULL;

    g_assert_true (run_python (make_workbook, "good", good, NULL));
    result = workspace_import (workspace, good, "--review|SVN:48");
    assert_status (result, 0);
    assert_tells (workspace, "count", "1\n");
  }
}

/* What a committee said, in the layout of UHRI. */
static char *
write_many (Workspace *workspace)
{
  g_autoptr (GString) text = g_string_new ("[");

  for (guint i = 0; i < N_RECORDS; i++)
    g_string_append_printf (
      text,
      "%s{\"AffectedPersons\":[\"Children\"],\"AnnotationId\":\"00000000-0000-4000-8000-%012u\","
      "\"AnnotationType\":\"- Recommendations\",\"Body\":\"- CRC\",\"Countries\":[\"Slovenia\"],"
      "\"PublicationDate\":\"2025-02-12T00:00:00\",\"Regions\":[\"Eastern Europe\"],"
      "\"Sdgs\":[\"16.2 - Protect children from abuse\"],\"Symbol\":\"CRC/C/SVN/CO/%u\","
      "\"Text\":\"%u.The State party should open school number %u in the district of the village number %u, "
      "give it teachers, books and a road, and tell the Committee in its next report how many girls and how "
      "many boys go there.\",\"Themes\":[\"Right to education\"],\"UprCycle\":null,\"UprPositions\":[],"
      "\"UprRecommendingCountry\":[],\"UprSession\":[]}",
      i > 0 ? "," : "", i, i / 50, i % 50 + 1, i, i * 7);
  g_string_append_c (text, ']');

  return workspace_write (workspace, "many.json", text->str, (gssize) text->len);
}

/* Whether a process has the file open now. */
static gboolean
has_open (const char *pid, const char *path)
{
  g_autofree char *folder = g_strdup_printf ("/proc/%s/fd", pid);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  g_autofree char *real = realpath (path, NULL);
  const char *name = NULL;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *link = g_build_filename (folder, name, NULL);
      g_autofree char *target = g_file_read_link (link, NULL);

      if (g_strcmp0 (target, real) == 0)
        return TRUE;
    }

  return FALSE;
}

/* Starts an import and comes back when it reads its file. */
static GSubprocess *
start_import (Workspace *workspace, const char *path)
{
  g_autoptr (GError) error = NULL;
  GSubprocess *process = NULL;
  gint64 end = g_get_monotonic_time () + OPEN_SECONDS * G_USEC_PER_SEC;

  process = g_subprocess_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE | G_SUBPROCESS_FLAGS_STDERR_PIPE, &error,
                              runner_get_program (), "import", workspace->file, path, NULL);
  g_assert_no_error (error);
  while (!has_open (g_subprocess_get_identifier (process), path))
    {
      g_assert_cmpint (g_get_monotonic_time (), <, end);
      g_usleep (1000);
    }

  return process;
}

static Result *
finish_import (GSubprocess *process)
{
  g_autoptr (GError) error = NULL;
  Result *result = g_new0 (Result, 1);

  g_assert_true (g_subprocess_communicate_utf8 (process, NULL, NULL, &result->out, &result->err, &error));
  g_assert_no_error (error);
  result->status = g_subprocess_get_if_exited (process) ? g_subprocess_get_exit_status (process) : -1;

  return result;
}

static gboolean
skip_without_proc (void)
{
  if (g_file_test ("/proc/self/fd", G_FILE_TEST_IS_DIR))
    return FALSE;

  g_test_skip ("there is no /proc");
  return TRUE;
}

/* Ctrl+C while the file is read, compared or written. */
static void
test_cancel (Workspace *workspace, gconstpointer data)
{
  static const struct
  {
    int number;
    guint delay; /* milliseconds */
  } signals[] = { { SIGINT, 0 }, { SIGTERM, 0 }, { SIGINT, 150 }, { SIGINT, 400 }, { SIGINT, 900 } };
  g_autofree char *path = NULL;

  if (skip_without_proc ())
    return;

  path = write_many (workspace);
  for (gsize i = 0; i < G_N_ELEMENTS (signals); i++)
    {
      g_autoptr (GSubprocess) process = start_import (workspace, path);
      g_autoptr (Result) result = NULL;

      g_usleep (signals[i].delay * 1000);
      g_subprocess_send_signal (process, signals[i].number);
      result = finish_import (process);
      g_test_message ("after %u ms: %d %s", signals[i].delay, result->status, result->err);
      if (result->status == 0)
        {
          /* It was quicker than we. */
          g_assert_cmpuint (signals[i].delay, >, 0);
          g_free (workspace_tell (workspace, "undo"));
          assert_tells (workspace, "count|--mechanism|CRC", "0\n");
          return;
        }
      assert_status (result, 1);
      g_assert_cmpstr (result->out, ==, "");
      g_assert_cmpstr (result->err, ==, "suivi-cli: Cancelled. Nothing was written.\n");
      workspace_assert_empty (workspace);
      assert_tells (workspace, "count|--mechanism|CRC", "0\n");
    }
}

/* The file changes under our hands: it is cut off, or somebody adds to it. */
static void
test_changing_file (Workspace *workspace, gconstpointer data)
{
  if (skip_without_proc ())
    return;

  for (guint growing = 0; growing < 2; growing++)
    {
      g_autofree char *path = write_many (workspace);
      g_autoptr (GSubprocess) process = start_import (workspace, path);
      g_autoptr (Result) result = NULL;

      if (growing)
        {
          FILE *stream = g_fopen (path, "a");

          g_assert_nonnull (stream);
          fputs ("   ", stream);
          fclose (stream);
        }
      else
        {
          g_assert_cmpint (truncate (path, 1000), ==, 0);
        }
      result = finish_import (process);
      g_test_message ("%s", result->err);
      assert_status (result, 1);
      assert_one_sentence (result);
      workspace_assert_empty (workspace);
      assert_tells (workspace, "count|--mechanism|CRC", "0\n");
    }
}

/* Progress goes to a terminal, and leaves it clean. */
static void
test_progress (Workspace *workspace, gconstpointer data)
{
  static const char script[]
    = "import os, pty, subprocess, sys\n"
      "program, workspace, source = sys.argv[1:]\n"
      "ours, theirs = pty.openpty()\n"
      "process = subprocess.Popen([program, 'import', workspace, source, '--dry-run'],\n"
      "                           stdout=subprocess.DEVNULL, stderr=theirs)\n"
      "os.close(theirs)\n"
      "shown = b''\n"
      "while True:\n"
      "    try:\n"
      "        piece = os.read(ours, 4096)\n"
      "    except OSError:\n"
      "        break\n"
      "    if not piece:\n"
      "        break\n"
      "    shown += piece\n"
      "assert process.wait() == 0, shown\n"
      "text = shown.decode()\n"
      "assert 'Reading… ' in text or 'Comparing… ' in text, text\n"
      "assert ' %' in text and '\\n' not in text, text\n"
      "assert text.endswith('\\r\\x1b[K'), text\n";
  g_autofree char *path = write_many (workspace);

  run_python (script, runner_get_program (), workspace->file, path, NULL);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  runner_init (argv[1]);

#define ADD(path, func) \
  g_test_add ("/cli/hostile/" path, Workspace, NULL, workspace_set_up, func, workspace_tear_down)
  ADD ("text-files", test_text_files);
  ADD ("invalid-utf8", test_invalid_utf8);
  ADD ("workbooks", test_workbooks);
  ADD ("cancel", test_cancel);
  ADD ("changing-file", test_changing_file);
  ADD ("progress", test_progress);

  return g_test_run ();
}
