/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <archive.h>
#include <archive_entry.h>

#include "make-docx.h"

#define WORD_SPACE "http://schemas.openxmlformats.org/wordprocessingml/2006/main"

/* 1980-01-01, where the time of zip archives begins */
#define ZIP_EPOCH 315532800

/* Documents of tests have some 100 KB; archives of many parts are larger. */
#define BUFFER_SIZE (8 * 1024 * 1024)

struct _MakeDocx
{
  struct archive *archive;
  char *buffer;
  size_t used;
};

MakeDocx *
make_docx_new (void)
{
  MakeDocx *self = g_new0 (MakeDocx, 1);

  self->buffer = g_malloc (BUFFER_SIZE);
  self->archive = archive_write_new ();
  g_assert_cmpint (archive_write_set_format_zip (self->archive), ==, ARCHIVE_OK);
  g_assert_cmpint (archive_write_open_memory (self->archive, self->buffer, BUFFER_SIZE, &self->used), ==,
                   ARCHIVE_OK);

  return self;
}

void
make_docx_add_part (MakeDocx *self, const char *name, const char *content)
{
  struct archive_entry *entry = archive_entry_new ();
  gsize length = strlen (content);

  archive_entry_set_pathname (entry, name);
  archive_entry_set_size (entry, length);
  archive_entry_set_filetype (entry, AE_IFREG);
  archive_entry_set_perm (entry, 0644);
  archive_entry_set_mtime (entry, ZIP_EPOCH, 0);
  g_assert_cmpint (archive_write_header (self->archive, entry), ==, ARCHIVE_OK);
  g_assert_cmpint (archive_write_data (self->archive, content, length), ==, length);
  archive_entry_free (entry);
}

/* Returns: (transfer full): the file; frees @self */
GBytes *
make_docx_finish (MakeDocx *self)
{
  GBytes *bytes = NULL;

  g_assert_cmpint (archive_write_close (self->archive), ==, ARCHIVE_OK);
  archive_write_free (self->archive);
  bytes = g_bytes_new (self->buffer, self->used);
  g_free (self->buffer);
  g_free (self);

  return bytes;
}

/* One paragraph per line. A line that begins with "<" is taken as markup. */
char *
make_docx_paragraphs (const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  GString *out = g_string_new (NULL);

  for (gsize i = 0; lines[i] != NULL; i++)
    {
      if (lines[i][0] == '<')
        {
          g_string_append (out, lines[i]);
        }
      else
        {
          g_autofree char *escaped = g_markup_escape_text (lines[i], -1);

          g_string_append_printf (out, "<w:p><w:r><w:t xml:space=\"preserve\">%s</w:t></w:r></w:p>", escaped);
        }
    }
  /* A cell ends with a paragraph, even if it is empty. */
  if (lines[0] == NULL)
    g_string_append (out, "<w:p/>");

  return g_string_free (out, FALSE);
}

char *
make_docx_row (const char *first, ...)
{
  GString *out = g_string_new ("<w:tr>");
  va_list cells;

  va_start (cells, first);
  for (const char *cell = first; cell != NULL; cell = va_arg (cells, const char *))
    {
      g_autofree char *paragraphs = make_docx_paragraphs (cell);

      g_string_append_printf (out, "<w:tc>%s</w:tc>", paragraphs);
    }
  va_end (cells);
  g_string_append (out, "</w:tr>");

  return g_string_free (out, FALSE);
}

char *
make_docx_separator (const char *text, guint span)
{
  g_autofree char *paragraphs = make_docx_paragraphs (text);

  return g_strdup_printf ("<w:tr><w:tc><w:tcPr><w:gridSpan w:val=\"%u\"/></w:tcPr>%s</w:tc></w:tr>", span,
                          paragraphs);
}

char *
make_docx_document (const char *body)
{
  return g_strconcat (
    "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<w:document xmlns:w=\"" WORD_SPACE
    "\" xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\"><w:body>",
    body, "</w:body></w:document>", NULL);
}

/* A page header of which each line of @runs is a run of its own. */
char *
make_docx_header (const char *runs)
{
  g_auto (GStrv) lines = g_strsplit (runs, "\n", -1);
  GString *out = g_string_new ("<w:hdr xmlns:w=\"" WORD_SPACE "\"><w:p>");

  for (gsize i = 0; lines[i] != NULL; i++)
    {
      g_autofree char *escaped = g_markup_escape_text (lines[i], -1);

      g_string_append_printf (out, "<w:r><w:t xml:space=\"preserve\">%s</w:t></w:r>", escaped);
    }
  g_string_append (out, "</w:p></w:hdr>");

  return g_string_free (out, FALSE);
}

/* A list: one table of @rows, and a page header if @header_runs is not NULL. */
GBytes *
make_docx_list (const char *header_runs, const char *rows)
{
  MakeDocx *docx = make_docx_new ();
  g_autofree char *table = g_strconcat ("<w:tbl>", rows, "</w:tbl>", NULL);
  g_autofree char *document = make_docx_document (table);

  make_docx_add_part (docx, "word/document.xml", document);
  if (header_runs != NULL)
    {
      g_autofree char *header = make_docx_header (header_runs);

      make_docx_add_part (docx, "word/header1.xml", header);
    }

  return make_docx_finish (docx);
}
