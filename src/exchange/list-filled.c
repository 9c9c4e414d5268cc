/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The official list of recommendations, with the column filled in that it leaves to the reader. The list is read by the
 * code that imports it, which says which elements of the document its cells are; the document itself is changed as
 * text, in those places only. */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>

#include "core/text/text.h"
#include "exchange/atomic-output.h"
#include "exchange/docx-package.h"
#include "exchange/list-filled-private.h"
#include "exchange/list-filled.h"
#include "exchange/ohchr-list-docx-private.h"
#include "exchange/source-file.h"
#include "exchange/zip-replace.h"

/* As for imports. */
#define MAX_DOCX (64 * 1024 * 1024)

/* How many of the rows that were not found are named, and how much of each text. */
#define MAX_NAMED 10
#define MAX_NAME  40

/* A row of the list; elements are counted from 1, 0 is none. */
typedef struct
{
  SuiviListRowKind kind;
  guint row;
  guint n_cells;
  guint text_cell;
  guint comments;             /* the cell in the column that we fill */
  guint last;                 /* the last cell */
  char *said;                 /* what the cell says in which ours goes */
  char *number;               /* (nullable) */
  char *text;                 /* (nullable) */
  SuiviRecommendation *found; /* (nullable) (unowned) */
} Row;

/* Where the column is that we fill. */
typedef enum
{
  COLUMN_NAMED, /* the header says so */
  COLUMN_LAST,  /* it is one that we added */
  COLUMN_ADDED, /* there is none yet */
} Column;

typedef struct
{
  GArray *rows; /* Row */
  SuiviListMatcher *matcher;
  SuiviListEditor *editor;
  SuiviListFilled *report;
  GHashTable *added; /* table → (row → SuiviListRowPlan) */
  GPtrArray *lines;  /* (element-type GStrv): what rows are to say */
} Filling;

static void
clear_row (gpointer data)
{
  Row *row = data;

  g_free (row->said);
  g_free (row->number);
  g_free (row->text);
}

static void
clear_filling (Filling *self)
{
  g_clear_pointer (&self->rows, g_array_unref);
  g_clear_pointer (&self->matcher, suivi_list_matcher_free);
  g_clear_pointer (&self->editor, suivi_list_editor_free);
  g_clear_pointer (&self->report, suivi_list_filled_free);
  g_clear_pointer (&self->added, g_hash_table_unref);
  g_clear_pointer (&self->lines, g_ptr_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Filling, clear_filling)

static const char *
get_title (void)
{
  /* Translators: heading of the column of an official list of recommendations in which its readers write what became of
   * each one. Take the words of the United Nations' own lists in your language, if there are any. */
  return _ ("Assessment/comments on level of implementation");
}

/* --- Reading ---------------------------------------------------------------------------------------------- */

static void
note_row_cb (SuiviListRowKind kind,
             const SuiviDocxRow *row,
             SuiviListColumns *columns,
             SuiviRecommendation *recommendation,
             gpointer user_data)
{
  Filling *self = user_data;
  const SuiviDocxCell *last = row->n_cells > 0 ? &row->cells[row->n_cells - 1] : NULL;
  int text = suivi_list_columns_find_cell (columns, row, SUIVI_COLUMN_RECOMMENDATION);
  int comments = suivi_list_columns_find_cell (columns, row, SUIVI_COLUMN_COMMENTS);
  Row noted = { .kind = kind, .row = row->element, .n_cells = row->n_cells };

  if (kind == SUIVI_LIST_ROW_OTHER)
    return;

  noted.text_cell = text >= 0 ? row->cells[text].element : 0;
  /* The lower part of a cell over several rows is not to be seen. */
  if (last != NULL && !last->continues)
    noted.last = last->element;
  if (comments >= 0 && comments != text && !row->cells[comments].continues)
    noted.comments = row->cells[comments].element;
  noted.said = g_strdup (comments >= 0 ? row->cells[comments].text : last != NULL ? last->text : "");
  if (recommendation != NULL)
    {
      noted.number = g_strdup (recommendation->number);
      noted.text = g_strdup (recommendation->text);
    }
  g_array_append_val (self->rows, noted);
}

static gboolean
append_cb (const char *data, gsize length, gpointer user_data, GError **error)
{
  g_string_append_len (user_data, data, length);

  return TRUE;
}

/* The document inside of the file; ends with a NUL. */
static GString *
read_document (GBytes *bytes, char **name, GCancellable *cancellable, GError **error)
{
  g_autoptr (SuiviDocxPackage) package = suivi_docx_package_open (bytes, cancellable, error);
  g_autoptr (GString) text = g_string_new (NULL);

  if (package == NULL
      || !suivi_zip_package_read_part (suivi_docx_package_get_zip (package),
                                       suivi_docx_package_get_main (package), append_cb, text, cancellable,
                                       error))
    return NULL;

  *name = g_strdup (suivi_docx_package_get_main (package));

  return g_steal_pointer (&text);
}

/* --- Whose list it is ------------------------------------------------------------------------------------- */

/* The review that the list is about; a list that does not say it can only be about the only one there is. */
static SuiviReview *
find_review (SuiviStore *store, SuiviReview *named, GError **error)
{
  g_autoptr (GError) local_error = NULL;
  g_autoptr (GPtrArray) reviews = NULL;
  SuiviReview *review = NULL;

  if (named != NULL)
    {
      g_autofree char *label = suivi_review_to_label (named);

      review = suivi_store_find_review (store, named->state, named->session, &local_error);
      if (local_error != NULL)
        g_propagate_error (error, g_steal_pointer (&local_error));
      else if (review == NULL)
        g_set_error (error, SUIVI_STORE_ERROR, SUIVI_STORE_ERROR_NOT_FOUND,
                     /* Translators: %s is a review, "Slovenia, session 48" */
                     _ ("The list is about %s, which this workspace does not have. Choose the list that was "
                        "imported into it, or import this one first."),
                     label);
      return review;
    }

  reviews = suivi_store_list_reviews (store, error);
  if (reviews == NULL)
    return NULL;
  if (reviews->len != 1)
    {
      g_set_error_literal (error, SUIVI_IMPORT_ERROR, SUIVI_IMPORT_ERROR_NO_REVIEW,
                           _ ("The list does not say which review it is about, and the workspace does not "
                              "have just one. Choose a list that says it at the top of its pages."));
      return NULL;
    }

  review = g_ptr_array_index (reviews, 0);

  return suivi_store_find_review (store, review->state, review->session, error);
}

static void
note_missing (SuiviListFilled *report, const Row *row)
{
  g_autofree char *text = NULL;

  if (!suivi_text_is_blank (row->number))
    {
      g_ptr_array_add (report->not_found, g_strdup (row->number));
      return;
    }

  text = suivi_text_clean (row->text);
  if (g_utf8_strlen (text, -1) <= MAX_NAME)
    {
      g_ptr_array_add (report->not_found, g_steal_pointer (&text));
    }
  else
    {
      g_autofree char *start = g_utf8_substring (text, 0, MAX_NAME);

      g_ptr_array_add (report->not_found, g_strconcat (start, "…", NULL));
    }
}

static gboolean
match_rows (Filling *self, GError **error)
{
  SuiviListFilled *report = self->report;

  for (guint i = 0; i < self->rows->len; i++)
    {
      Row *row = &g_array_index (self->rows, Row, i);

      if (row->kind != SUIVI_LIST_ROW_RECOMMENDATION)
        continue;
      report->n_rows++;
      row->found = suivi_list_matcher_find (self->matcher, row->number, row->text);
      if (row->found == NULL)
        note_missing (report, row);
    }

  if (report->n_rows == 0)
    {
      g_set_error_literal (error, SUIVI_IMPORT_ERROR, SUIVI_IMPORT_ERROR_NOT_RECOGNISED,
                           _ ("The list has no recommendations, so there is nothing to fill in."));
      return FALSE;
    }
  if (2 * report->not_found->len > report->n_rows)
    {
      g_set_error (error, SUIVI_STORE_ERROR, SUIVI_STORE_ERROR_NOT_FOUND,
                   ngettext ("Of %u recommendation in the list, %u was not found in the workspace: this is "
                             "another list. Choose the one that was imported, or import this one first.",
                             "Of %u recommendations in the list, %u were not found in the workspace: this is "
                             "another list. Choose the one that was imported, or import this one first.",
                             report->n_rows),
                   report->n_rows, report->not_found->len);
      return FALSE;
    }

  return TRUE;
}

/* --- Filling in ------------------------------------------------------------------------------------------- */

static Column
find_column (Filling *self, const Row *header)
{
  g_autofree char *said = NULL;

  if (header->comments > 0)
    return COLUMN_NAMED;

  /* In a language whose word for it the reader does not know. */
  said = suivi_text_clean (header->said);
  if (g_str_equal (said, get_title ())
      || (suivi_list_editor_can_fill (self->editor, header->last)
          && suivi_list_editor_has_ours (self->editor, header->last)))
    return COLUMN_LAST;

  return COLUMN_ADDED;
}

/* A column that is added to the table in which the row stands. */
static void
plan_row (Filling *self, const Row *row, const char *const *lines)
{
  guint table = suivi_xml_outline_find_around (self->editor->outline, row->row, self->editor->prefix, "tbl");
  GHashTable *rows = g_hash_table_lookup (self->added, GUINT_TO_POINTER (table));
  SuiviListRowPlan *plan = NULL;

  if (table == 0)
    return;
  if (rows == NULL)
    {
      rows = g_hash_table_new_full (NULL, NULL, NULL, g_free);
      g_hash_table_insert (self->added, GUINT_TO_POINTER (table), rows);
    }

  plan = g_new0 (SuiviListRowPlan, 1);
  plan->is_recommendation = row->kind == SUIVI_LIST_ROW_RECOMMENDATION;
  plan->neighbour = plan->is_recommendation ? row->text_cell : row->last;
  plan->lines = lines;
  g_hash_table_insert (rows, GUINT_TO_POINTER (row->row), plan);
}

/* Our text may have lost its mark, in a program that does not keep it. */
static gboolean
says_already (const char *said, const char *const *lines)
{
  g_autofree char *cleaned = suivi_text_clean (said);
  g_autofree char *joined = g_strjoinv ("\n", (char **) lines);
  g_autofree char *ours = suivi_text_clean (joined);

  return g_str_has_suffix (cleaned, ours);
}

/* Returns whether the row has a cell for what is to be said. */
static gboolean
fill_row (Filling *self, const Row *row, guint cell, const char *const *lines)
{
  if (!suivi_list_editor_can_fill (self->editor, cell))
    return FALSE;

  if (lines == NULL || suivi_list_editor_has_ours (self->editor, cell) || !says_already (row->said, lines))
    suivi_list_editor_fill (self->editor, cell, row->text_cell > 0 ? row->text_cell : cell, lines);

  return TRUE;
}

static void
fill_recommendation (Filling *self, const Row *row, const Row *header, Column column)
{
  char **lines = NULL;
  gboolean done = TRUE;

  if (row->found == NULL)
    return;

  lines = suivi_list_matcher_tell (self->matcher, row->found);
  if (lines != NULL)
    g_ptr_array_add (self->lines, lines);

  if (column == COLUMN_ADDED)
    plan_row (self, row, (const char *const *) lines);
  else if (column == COLUMN_NAMED)
    done = fill_row (self, row, row->comments, (const char *const *) lines);
  else
    done = row->n_cells == header->n_cells && fill_row (self, row, row->last, (const char *const *) lines);

  if (!done)
    self->report->n_no_cell++;
  else if (lines == NULL)
    self->report->n_not_assessed++;
  else
    self->report->n_filled++;
  if (done && suivi_list_matcher_is_open (self->matcher, row->found))
    self->report->n_open++;
}

static GBytes *
fill_in (Filling *self, GString *document, GError **error)
{
  static const char *title[] = { NULL, NULL };
  const Row *first = &g_array_index (self->rows, Row, 0);
  const Row *header = NULL;
  Column column = COLUMN_ADDED;
  GHashTableIter iter;
  gpointer table = NULL;
  gpointer rows = NULL;

  self->editor = suivi_list_editor_new (document->str, document->len, first->row, error);
  if (self->editor == NULL)
    return NULL;

  title[0] = get_title ();
  for (guint i = 0; i < self->rows->len; i++)
    {
      const Row *row = &g_array_index (self->rows, Row, i);

      if (row->kind == SUIVI_LIST_ROW_HEADER)
        {
          header = row;
          column = find_column (self, row);
          if (column == COLUMN_ADDED)
            plan_row (self, row, title);
        }
      else if (header != NULL)
        {
          fill_recommendation (self, row, header, column);
        }
    }
  g_hash_table_iter_init (&iter, self->added);
  while (g_hash_table_iter_next (&iter, &table, &rows))
    suivi_list_editor_add_column (self->editor, GPOINTER_TO_UINT (table), rows);

  return suivi_list_editor_finish (self->editor);
}

/* --- Public ----------------------------------------------------------------------------------------------- */

static gboolean
is_same_file (const char *a, const char *b)
{
  GStatBuf info_a;
  GStatBuf info_b;

  return g_stat (a, &info_a) == 0 && g_stat (b, &info_b) == 0 && info_a.st_dev == info_b.st_dev
         && info_a.st_ino == info_b.st_ino;
}

static GBytes *
read_source (const char *source, GCancellable *cancellable, GError **error)
{
  g_autoptr (SuiviSourceFile) file = suivi_source_file_open (source, error);

  return file != NULL ? suivi_source_file_read_all (file, MAX_DOCX, cancellable, error) : NULL;
}

/* The filled list; what is to be told of it goes to the report. */
static GBytes *
make_list (Filling *self,
           SuiviStore *store,
           GBytes *bytes,
           const char *edition_id,
           const char *cut_off,
           GCancellable *cancellable,
           GError **error)
{
  g_autoptr (SuiviImportPlan) plan = suivi_import_plan_new ();
  g_autoptr (SuiviReview) review = NULL;
  g_autoptr (GString) document = NULL;
  g_autoptr (GBytes) filled = NULL;
  g_autofree char *name = NULL;

  if (!suivi_ohchr_list_docx_read_rows (bytes, plan, note_row_cb, self, cancellable, error))
    return NULL;
  review = find_review (store, suivi_import_plan_get_review (plan), error);
  if (review == NULL)
    return NULL;
  self->matcher = suivi_list_matcher_new (store, review, edition_id, cut_off, cancellable, error);
  if (self->matcher == NULL || !match_rows (self, error))
    return NULL;

  document = read_document (bytes, &name, cancellable, error);
  filled = document != NULL ? fill_in (self, document, error) : NULL;

  return filled != NULL ? suivi_zip_replace_part (bytes, name, filled, error) : NULL;
}

static SuiviListFilled *
write_list (SuiviStore *store,
            const char *edition_id,
            const char *source,
            const char *path,
            const char *cut_off,
            GCancellable *cancellable,
            GError **error)
{
  g_auto (Filling) self = { NULL };
  g_autoptr (SuiviAtomicOutput) output = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GBytes) filled = NULL;

  if (is_same_file (source, path))
    {
      g_set_error_literal (error, SUIVI_STORE_ERROR, SUIVI_STORE_ERROR_EXISTS,
                           _ (
                             "The filled list cannot take the place of the list that it is made from. Choose "
                             "another name for it."));
      return NULL;
    }
  bytes = read_source (source, cancellable, error);
  if (bytes == NULL)
    return NULL;

  self.report = g_new0 (SuiviListFilled, 1);
  self.report->not_found = g_ptr_array_new_with_free_func (g_free);
  self.rows = g_array_new (FALSE, FALSE, sizeof (Row));
  g_array_set_clear_func (self.rows, clear_row);
  self.added = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_hash_table_unref);
  self.lines = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  filled = make_list (&self, store, bytes, edition_id, cut_off, cancellable, error);
  if (filled == NULL)
    return NULL;

  output = suivi_atomic_output_new (path, error);
  if (output == NULL || !suivi_atomic_output_write (output, filled, error)
      || !suivi_atomic_output_commit (output, error))
    return NULL;

  return g_steal_pointer (&self.report);
}

/**
 * suivi_list_filled_write:
 * @store: the workspace
 * @source: an official list of recommendations that was imported into it, a Word file
 * @path: the Word file to write
 * @cut_off: (nullable): grades after that day are left aside, "2026-11-22"
 * @cancellable: (nullable): to stop
 * @error: return location of a %SUIVI_IMPORT_ERROR (what is wrong with @source), a %SUIVI_STORE_ERROR or
 *   %G_IO_ERROR_CANCELLED
 *
 * Writes the list anew, with its column "Assessment/comments on level of implementation" filled in: light, reason,
 * source, who and when, of the assessment that counts at @cut_off: what was agreed on, else the latest judgement, and that
 * the others differ if they do. What readers wrote there stays, and ours comes behind
 * it; what an earlier call wrote is replaced. A list without such a column gets one. Everything else is as it was, byte
 * for byte, but for the compression of the document. Nothing that children said is in it. The same in gives the same
 * out.
 *
 * Returns: (transfer full) (nullable): what became of it; %NULL on failure, what stood at @path is untouched then
 */
SuiviListFilled *
suivi_list_filled_write (SuiviStore *store,
                         const char *source,
                         const char *path,
                         const char *cut_off,
                         GCancellable *cancellable,
                         GError **error)
{
  g_return_val_if_fail (store != NULL, NULL);
  g_return_val_if_fail (source != NULL, NULL);
  g_return_val_if_fail (path != NULL, NULL);

  return write_list (store, NULL, source, path, cut_off, cancellable, error);
}

/**
 * suivi_list_filled_write_edition:
 * @store: the workspace
 * @edition_id: key of an edition of its scorecard
 * @source: an official list of recommendations that was imported into it, a Word file
 * @path: the Word file to write
 * @cancellable: (nullable): to stop
 * @error: as of suivi_list_filled_write(); %SUIVI_STORE_ERROR_NOT_FOUND also if there is no such edition
 *
 * As suivi_list_filled_write(), with the grades as they were frozen: later changes do not show.
 *
 * Returns: (transfer full) (nullable): what became of it; %NULL on failure, what stood at @path is untouched then
 */
SuiviListFilled *
suivi_list_filled_write_edition (SuiviStore *store,
                                 const char *edition_id,
                                 const char *source,
                                 const char *path,
                                 GCancellable *cancellable,
                                 GError **error)
{
  g_return_val_if_fail (store != NULL, NULL);
  g_return_val_if_fail (edition_id != NULL, NULL);
  g_return_val_if_fail (source != NULL, NULL);
  g_return_val_if_fail (path != NULL, NULL);

  return write_list (store, edition_id, source, path, NULL, cancellable, error);
}

/**
 * suivi_list_filled_free:
 * @self: (nullable) (transfer full): what became of a list
 */
void
suivi_list_filled_free (SuiviListFilled *self)
{
  if (self == NULL)
    return;

  g_ptr_array_unref (self->not_found);
  g_free (self);
}

static void
add_sentence (GString *text, guint n, char *sentence)
{
  g_autofree char *owned = sentence;

  if (n == 0)
    return;
  if (text->len > 0)
    g_string_append_c (text, ' ');
  g_string_append (text, owned);
}

static char *
name_missing (const SuiviListFilled *self)
{
  GString *names = g_string_new (NULL);

  for (guint i = 0; i < MIN (self->not_found->len, MAX_NAMED); i++)
    g_string_append_printf (names, "%s%s", i > 0 ? ", " : "",
                            (const char *) g_ptr_array_index (self->not_found, i));
  if (self->not_found->len > MAX_NAMED)
    g_string_append (names, ", …");

  return g_string_free (names, FALSE);
}

/**
 * suivi_list_filled_to_text:
 *
 * Returns: (transfer full): what became of the list, in sentences for people
 */
char *
suivi_list_filled_to_text (const SuiviListFilled *self)
{
  GString *text = g_string_new (NULL);
  g_autofree char *names = name_missing (self);
  guint n_missing = self->not_found->len;

  add_sentence (text, 1,
                g_strdup_printf (ngettext ("Filled in: %u of %u recommendation.",
                                           "Filled in: %u of %u recommendations.", self->n_rows),
                                 self->n_filled, self->n_rows));
  add_sentence (text, self->n_open,
                g_strdup_printf (ngettext ("On %u of them the organisations differ and have not agreed: what "
                                           "one judged last stands there, with its name.",
                                           "On %u of them the organisations differ and have not agreed: what "
                                           "one judged last stands there, with its name.",
                                           self->n_open),
                                 self->n_open));
  add_sentence (text, self->n_not_assessed,
                g_strdup_printf (ngettext ("%u is not assessed and was left empty.",
                                           "%u are not assessed and were left empty.", self->n_not_assessed),
                                 self->n_not_assessed));
  add_sentence (
    text, self->n_no_cell,
    g_strdup_printf (ngettext ("%u has no cell of its own in that column and was left as it is.",
                               "%u have no cell of their own in that column and were left as they are.",
                               self->n_no_cell),
                     self->n_no_cell));
  add_sentence (text, n_missing,
                /* Translators: %s is a list of numbers of recommendations, such as "140.7, 140.12" */
                g_strdup_printf (ngettext ("%u is not in the workspace and was left as it is: %s.",
                                           "%u are not in the workspace and were left as they are: %s.",
                                           n_missing),
                                 n_missing, names));

  return g_string_free (text, FALSE);
}
