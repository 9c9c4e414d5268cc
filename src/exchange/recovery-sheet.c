/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The recovery sheet of who can open what is sealed: a page for a locked drawer. */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>

#include "exchange/atomic-output.h"
#include "exchange/document.h"
#include "exchange/recovery-sheet.h"

#define N_COLUMNS 3
#define N_ROWS    (SUIVI_RECOVERY_N_WORDS / N_COLUMNS)

static const SuiviColumns word_columns
  = { N_COLUMNS, { 0.3333, 0.3333, 0.3334 }, { 3137, 3137, 3138 }, .plain = TRUE };

static void
wipe (char *text)
{
  if (text != NULL)
    explicit_bzero (text, strlen (text));
}

/* The memory that the words went through on their way to the page. */
static void
wipe_document (SuiviDocument *document)
{
  for (guint i = 0; i < document->blocks->len; i++)
    {
      SuiviBlock *block = g_ptr_array_index (document->blocks, i);

      for (char **cell = block->cells; cell != NULL && *cell != NULL; cell++)
        wipe (*cell);
    }
}

/* Numbered down the columns, as on the screen. */
static void
add_words (SuiviDocument *document, SuiviSecret *words)
{
  char *cells[N_ROWS][N_COLUMNS + 1] = { { NULL } };
  const char *word = suivi_secret_get_text (words);

  for (guint i = 0; i < SUIVI_RECOVERY_N_WORDS; i++)
    {
      gsize length = strcspn (word, " ");

      cells[i % N_ROWS][i / N_ROWS] = g_strdup_printf ("%u  %.*s", i + 1, (int) length, word);
      word += length + strspn (word + length, " ");
    }
  for (guint row = 0; row < N_ROWS; row++)
    {
      suivi_document_add_row (document, SUIVI_BLOCK_ROW, &word_columns, (const char *const *) cells[row]);
      for (guint column = 0; column < N_COLUMNS; column++)
        {
          wipe (cells[row][column]);
          g_free (cells[row][column]);
        }
    }
}

static SuiviDocument *
make_document (const char *workspace_name, const char *holder, SuiviSecret *words)
{
  SuiviDocument *document = suivi_document_new (_ ("Recovery sheet"), NULL);

  suivi_document_add (document, SUIVI_BLOCK_TITLE, _ ("Recovery sheet"));
  suivi_document_add_fact (document, _ ("For"), holder);
  suivi_document_add_fact (document, _ ("Workspace"), workspace_name);
  suivi_document_add (
    document, SUIVI_BLOCK_TEXT,
    _ ("With these words, names and forms of children that are sealed in this workspace can be opened "
       "when the passphrase is forgotten."));
  add_words (document, words);
  suivi_document_add (document, SUIVI_BLOCK_HEADING, _ ("Where this sheet belongs"));
  suivi_document_add_item (document, _ ("On paper, in a locked place that only you can open"), NULL, NULL);
  suivi_document_add_item (document,
                           _ ("Never beside the computer, and not in a photograph, a message or a cloud"),
                           NULL, NULL);
  suivi_document_add_item (document, _ ("Delete the file that you print it from"), NULL, NULL);
  suivi_document_add (document, SUIVI_BLOCK_HEADING, _ ("When the passphrase is forgotten"));
  suivi_document_add (
    document, SUIVI_BLOCK_TEXT,
    _ ("Open the workspace in Suivi, go to a consultation, then Consent, Safeguarding, and choose "
       "“Passphrase forgotten”."));

  return document;
}

/**
 * suivi_recovery_sheet_write:
 * @path: where the file shall be; it is readable by nobody else on this computer
 * @workspace_name: of which workspace
 * @holder: the name of who can open it
 * @words: 18 words with spaces between them
 *
 * Writes the recovery sheet as a PDF. It opens everything: whoever calls this says so.
 *
 * Returns: %FALSE if it could not be written; what was there before is still there
 */
gboolean
suivi_recovery_sheet_write (const char *path,
                            const char *workspace_name,
                            const char *holder,
                            SuiviSecret *words,
                            GError **error)
{
  g_autoptr (SuiviAtomicOutput) output = NULL;
  g_autoptr (SuiviDocument) document = NULL;
  g_autoptr (GBytes) bytes = NULL;
  gboolean done = FALSE;

  g_return_val_if_fail (path != NULL, FALSE);
  g_return_val_if_fail (words != NULL, FALSE);

  document = make_document (workspace_name, holder, words);
  bytes = suivi_document_make_pdf (document, NULL, error);
  wipe_document (document);
  output = bytes != NULL ? suivi_atomic_output_new (path, error) : NULL;
  if (output != NULL && suivi_atomic_output_write (output, bytes, error))
    {
      g_chmod (suivi_atomic_output_get_path (output), 0600);
      done = suivi_atomic_output_commit (output, error);
    }
  if (bytes != NULL)
    {
      gsize size = 0;
      guint8 *data = g_bytes_unref_to_data (g_steal_pointer (&bytes), &size);

      explicit_bzero (data, size);
      g_free (data);
    }

  return done;
}
