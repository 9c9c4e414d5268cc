/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Running text for files: what a document says, in which order. How it looks is the writers' business. */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "core/text/text.h"
#include "exchange/document.h"

static void
block_free (SuiviBlock *self)
{
  g_free (self->label);
  g_free (self->text);
  g_free (self->note);
  g_free (self->uri);
  g_clear_pointer (&self->citations, g_array_unref);
  g_strfreev (self->cells);
  g_free (self->bar);
  g_free (self->language);
  g_free (self);
}

/**
 * suivi_document_new:
 * @title: of the document
 * @day: (nullable): the day that it is dated by, ISO 8601; the clock never enters: the same content gives the same bytes
 *
 * Returns: (transfer full): a document without content, in the language and for the paper of the user
 */
SuiviDocument *
suivi_document_new (const char *title, const char *day)
{
  SuiviDocument *self = g_new0 (SuiviDocument, 1);

  self->title = g_strdup (title);
  self->day = g_strdup (day);
  self->rtl = suivi_document_is_rtl ();
  self->paper = suivi_paper_get ();
  self->blocks = g_ptr_array_new_with_free_func ((GDestroyNotify) block_free);

  return self;
}

/**
 * suivi_document_free:
 * @self: (nullable) (transfer full): a document
 */
void
suivi_document_free (SuiviDocument *self)
{
  if (self == NULL)
    return;

  g_free (self->title);
  g_free (self->author);
  g_free (self->day);
  g_free (self->running);
  g_ptr_array_unref (self->blocks);
  g_free (self);
}

/* Line ends of other systems become one "\n", and what no document can hold goes. */
static char *
clean (const char *text)
{
  g_autofree char *valid = NULL;
  g_auto (GStrv) lines = NULL;
  char *joined = NULL;

  if (text == NULL)
    return NULL;

  valid = suivi_text_make_valid (text, -1);
  lines = g_strsplit (valid, "\r\n", -1);
  joined = g_strjoinv ("\n", lines);

  return g_strstrip (g_strdelimit (joined, "\r", '\n'));
}

/* Of each kind that is numbered, the first has 1. */
static guint
next_number (SuiviDocument *self, SuiviBlockKind kind)
{
  for (guint i = self->blocks->len; i > 0; i--)
    {
      const SuiviBlock *block = g_ptr_array_index (self->blocks, i - 1);

      if (block->kind == kind)
        return block->number + 1;
    }

  return 1;
}

static SuiviBlock *
add (SuiviDocument *self, SuiviBlockKind kind, const char *label, const char *text, const char *note)
{
  SuiviBlock *block = g_new0 (SuiviBlock, 1);

  block->kind = kind;
  block->label = clean (label);
  block->text = clean (text);
  block->note = clean (note);
  block->rtl = self->rtl;
  if (kind == SUIVI_BLOCK_NUMBERED || kind == SUIVI_BLOCK_CAPTION || kind == SUIVI_BLOCK_FIGURE
      || kind == SUIVI_BLOCK_REFERENCE)
    block->number = next_number (self, kind);
  g_ptr_array_add (self->blocks, block);

  return block;
}

static gboolean
is_right_to_left (gunichar letter)
{
  switch ((int) g_unichar_get_script (letter))
    {
    case G_UNICODE_SCRIPT_ADLAM:
    case G_UNICODE_SCRIPT_ARABIC:
    case G_UNICODE_SCRIPT_HEBREW:
    case G_UNICODE_SCRIPT_NKO:
    case G_UNICODE_SCRIPT_SYRIAC:
    case G_UNICODE_SCRIPT_THAANA:
      return TRUE;
    default:
      return FALSE;
    }
}

/* Words of others read in the direction of their first letter, as the bidirectional algorithm of Unicode has it. */
static gboolean
reads_from_right (SuiviDocument *self, const char *text)
{
  for (const char *p = text; p != NULL && *p != '\0'; p = g_utf8_next_char (p))
    {
      if (g_unichar_isalpha (g_utf8_get_char (p)))
        return is_right_to_left (g_utf8_get_char (p));
    }

  return self->rtl;
}

/**
 * suivi_document_set_author:
 * @author: (nullable): who made it; blank: nobody said
 *
 * Sets the author in the properties of the file.
 */
void
suivi_document_set_author (SuiviDocument *self, const char *author)
{
  g_clear_pointer (&self->author, g_free);
  if (!suivi_text_is_blank (author))
    self->author = suivi_text_clean (author);
}

/**
 * suivi_document_add:
 * @kind: a heading or a paragraph
 * @text: in the language of the user
 *
 * Returns: (transfer none): the piece, at the end of the document
 */
SuiviBlock *
suivi_document_add (SuiviDocument *self, SuiviBlockKind kind, const char *text)
{
  return add (self, kind, NULL, text, NULL);
}

/**
 * suivi_document_add_words:
 * @kind: a heading or a paragraph
 * @text: (nullable): what somebody wrote, in whatever language; if it is blank, nothing is added
 * @language: (nullable): code of the language, if it is known
 *
 * Returns: (transfer none) (nullable): the piece, at the end of the document
 */
SuiviBlock *
suivi_document_add_words (SuiviDocument *self, SuiviBlockKind kind, const char *text, const char *language)
{
  SuiviBlock *block = NULL;

  if (suivi_text_is_blank (text))
    return NULL;

  block = add (self, kind, NULL, text, NULL);
  block->language = g_strdup (language);
  block->rtl = reads_from_right (self, block->text);

  return block;
}

/**
 * suivi_document_add_fact:
 * @label: what it is, without a colon
 * @text: (nullable): the fact; if it is blank, nothing is added
 */
void
suivi_document_add_fact (SuiviDocument *self, const char *label, const char *text)
{
  if (!suivi_text_is_blank (text))
    add (self, SUIVI_BLOCK_FACT, label, text, NULL);
}

/**
 * suivi_document_add_detail:
 * @label: (nullable): what it is, without a colon; %NULL: the text reads in the direction of its first letter
 * @text: (nullable): what is said besides; if it is blank, nothing is added
 */
void
suivi_document_add_detail (SuiviDocument *self, const char *label, const char *text)
{
  SuiviBlock *block = NULL;

  if (suivi_text_is_blank (text))
    return;

  block = add (self, SUIVI_BLOCK_DETAIL, label, text, NULL);
  if (label == NULL)
    block->rtl = reads_from_right (self, block->text);
}

/**
 * suivi_document_add_entry:
 * @text: what the entry is
 * @sign: one letter
 * @meaning: what it means, in words
 * @ink: colour of the sign, 0xRRGGBB
 *
 * Returns: (transfer none): the heading, at the end of the document
 */
SuiviBlock *
suivi_document_add_entry (SuiviDocument *self,
                          const char *text,
                          const char *sign,
                          const char *meaning,
                          guint ink)
{
  SuiviBlock *block = add (self, SUIVI_BLOCK_ENTRY, sign, text, meaning);

  block->ink = ink;

  return block;
}

/**
 * suivi_document_add_line:
 * @label: what is to be written there, without a colon; "": the line goes on from the one above
 */
void
suivi_document_add_line (SuiviDocument *self, const char *label)
{
  add (self, SUIVI_BLOCK_LINE, label, NULL, NULL);
}

/* Only what a browser opens becomes a link: nothing that runs or reads a file. Quotation marks and the like would end
 * it early. */
static gboolean
is_web_address (const char *text)
{
  if (text == NULL || !(g_str_has_prefix (text, "https://") || g_str_has_prefix (text, "http://")))
    return FALSE;

  return g_str_is_ascii (text) && strpbrk (text, "'\"\\<> ") == NULL
         && g_uri_is_valid (text, G_URI_FLAGS_NONE, NULL);
}

/**
 * suivi_document_add_item:
 * @label: its name; may be ""
 * @text: (nullable): where it stands; a web address becomes a link
 * @note: (nullable): what it says
 */
void
suivi_document_add_item (SuiviDocument *self, const char *label, const char *text, const char *note)
{
  SuiviBlock *block = add (self, SUIVI_BLOCK_ITEM, label, text, note);

  if (is_web_address (block->text))
    block->uri = g_strdup (block->text);
  block->rtl = reads_from_right (self, *block->label != '\0' ? block->label : block->text);
}

/**
 * suivi_document_add_sign:
 * @sign: one letter
 * @text: what it means, in words: nobody has to know the sign, or see its colour
 * @ink: its colour, 0xRRGGBB
 * @size: how large it is, in points: it stands above its meaning then, in the middle; 0: both stand in one line
 */
void
suivi_document_add_sign (SuiviDocument *self, const char *sign, const char *text, guint ink, double size)
{
  SuiviBlock *block = add (self, SUIVI_BLOCK_SIGN, sign, text, NULL);

  block->ink = ink;
  block->size = size;
}

/**
 * suivi_document_add_reference:
 * @text: what is cited; its number is one more than that of the reference before
 * @uri: (nullable): where it stands; a web address becomes a link
 * @note: (nullable): what it says
 */
void
suivi_document_add_reference (SuiviDocument *self, const char *text, const char *uri, const char *note)
{
  g_autofree char *address = clean (uri);
  gboolean is_link = is_web_address (address);
  g_autofree char *full = !is_link && !suivi_text_is_blank (address)
                            ? g_strdup_printf ("%s · %s", text, address)
                            : g_strdup (text);
  SuiviBlock *block = add (self, SUIVI_BLOCK_REFERENCE, NULL, full, note);

  if (is_link)
    block->uri = g_steal_pointer (&address);
  block->rtl = reads_from_right (self, block->text);
}

/**
 * suivi_document_cite:
 * @block: a paragraph
 * @numbers: (element-type guint): numbers of references, in the order in which they are to stand; may be empty
 *
 * Lets the paragraph end with the numbers of what speaks for it. The references may be added later.
 */
void
suivi_document_cite (SuiviBlock *block, GArray *numbers)
{
  g_clear_pointer (&block->citations, g_array_unref);
  if (numbers->len > 0)
    block->citations = g_array_copy (numbers);
}

/**
 * suivi_document_add_row:
 * @kind: %SUIVI_BLOCK_HEADER_ROW or %SUIVI_BLOCK_ROW
 * @columns: the columns of the table; the same for all its rows, and there as long as the document
 * @cells: (array): as many as there are columns; %NULL is an empty one
 */
void
suivi_document_add_row (SuiviDocument *self,
                        SuiviBlockKind kind,
                        const SuiviColumns *columns,
                        const char *const *cells)
{
  SuiviBlock *block = add (self, kind, NULL, NULL, NULL);

  g_return_if_fail (columns->n <= SUIVI_MAX_COLUMNS);

  block->columns = columns;
  block->cells = g_new0 (char *, columns->n + 1);
  for (guint i = 0; i < columns->n; i++)
    block->cells[i] = clean (cells[i] != NULL ? cells[i] : "");
}

/**
 * suivi_document_keep_together:
 * @first: index of a piece
 * @n: how many there are from there on, at least 1
 *
 * Lets pieces stand on one page.
 */
void
suivi_document_keep_together (SuiviDocument *self, guint first, guint n)
{
  g_return_if_fail (n > 0 && first + n <= self->blocks->len);

  for (guint i = first; i + 1 < first + n; i++)
    ((SuiviBlock *) g_ptr_array_index (self->blocks, i))->with_next = TRUE;
}

/* Behind a letter that reads from the right, 2026-11-22 would turn into 22-11-2026 and 13–15 into 15–13: marks keep their
 * order. */
static void
keep_numbers (GRegex *numbers, char **text)
{
  char *marked = NULL;

  if (*text == NULL)
    return;

  marked = g_regex_replace (numbers, *text, -1, 0, "\u200E\\0\u200E", 0, NULL);
  g_free (*text);
  *text = marked;
}

/**
 * suivi_document_keep_dates:
 *
 * Sees to it that dates and ranges of numbers stay readable where a text reads from the right. Wordings stay as they
 * were written. To be called once, when all is added.
 */
void
suivi_document_keep_dates (SuiviDocument *self)
{
  g_autoptr (GRegex) numbers = g_regex_new ("\\b(\\d{4}-\\d{2}-\\d{2}|\\d+–\\d+)\\b", 0, 0, NULL);

  for (guint i = 0; i < self->blocks->len; i++)
    {
      SuiviBlock *block = g_ptr_array_index (self->blocks, i);

      if (!block->rtl || block->kind == SUIVI_BLOCK_WORDING || block->kind == SUIVI_BLOCK_TRANSLATION
          || block->kind == SUIVI_BLOCK_QUOTE)
        continue;
      keep_numbers (numbers, &block->label);
      keep_numbers (numbers, &block->text);
      keep_numbers (numbers, &block->note);
      for (guint j = 0; block->cells != NULL && block->cells[j] != NULL; j++)
        keep_numbers (numbers, &block->cells[j]);
    }
}

/**
 * suivi_document_page_text:
 * @page: the number of a page
 * @pages: how many there are
 *
 * Returns: (transfer full): what stands at the foot of a page
 */
char *
suivi_document_page_text (const char *page, const char *pages)
{
  /* Translators: at the foot of a page: its number, and how many pages there are */
  return g_strdup_printf (_ ("Page %s of %s"), page, pages);
}

/**
 * suivi_document_label_text:
 * @label: what it is
 *
 * Returns: (transfer full): the label as it stands before what it is
 */
char *
suivi_document_label_text (const char *label)
{
  /* Translators: %s is a label that something follows, such as "Stage" */
  return g_strdup_printf (_ ("%s:"), label);
}

/**
 * suivi_document_caption_text:
 * @kind: %SUIVI_BLOCK_CAPTION or %SUIVI_BLOCK_FIGURE
 * @number: of a table or a figure
 * @text: what it shows
 *
 * Returns: (transfer full): what stands above a table
 */
char *
suivi_document_caption_text (SuiviBlockKind kind, const char *number, const char *text)
{
  if (kind == SUIVI_BLOCK_FIGURE)
    /* Translators: above a table with bars: its number, and what it shows */
    return g_strdup_printf (_ ("Figure %s. %s"), number, text);

  /* Translators: above a table: its number, and what it shows */
  return g_strdup_printf (_ ("Table %s. %s"), number, text);
}

/**
 * suivi_document_plain_text:
 * @block: a paragraph, but no fact, no detail, no entry and no item
 *
 * Returns: (transfer full): all that it says, for those who have no better way to show numbers and signs
 */
char *
suivi_document_plain_text (const SuiviBlock *block)
{
  g_autofree char *number = g_strdup_printf ("%u", block->number);
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *caption = NULL;

  if (block->kind == SUIVI_BLOCK_NUMBERED)
    g_string_append_printf (text, "%s. ", number);
  else if (block->kind == SUIVI_BLOCK_REFERENCE)
    g_string_append_printf (text, "[%s] ", number);
  else if (block->kind == SUIVI_BLOCK_SIGN)
    g_string_append_printf (text, "%s ", block->label);
  if (block->kind == SUIVI_BLOCK_CAPTION || block->kind == SUIVI_BLOCK_FIGURE)
    caption = suivi_document_caption_text (block->kind, number, block->text);
  g_string_append (text, caption != NULL ? caption : block->text);
  for (guint i = 0; block->citations != NULL && i < block->citations->len; i++)
    g_string_append_printf (text, "%s%u%s", i > 0 ? ", " : " [", g_array_index (block->citations, guint, i),
                            i + 1 < block->citations->len ? "" : "]");
  if (block->kind == SUIVI_BLOCK_REFERENCE && block->uri != NULL)
    g_string_append_printf (text, " · %s", block->uri);
  if (block->kind == SUIVI_BLOCK_REFERENCE && block->note != NULL && *block->note != '\0')
    g_string_append_printf (text, "\n%s", block->note);

  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* The header of the translation in use says which language it is in; none is in use when the user gets English. */
static char *
read_catalogue_language (void)
{
  static const char no_message[] = "";
  static const char key[] = "Language: ";
  const char *header = dgettext (GETTEXT_PACKAGE, no_message);
  const char *line = strstr (header, key);

  return line != NULL ? g_strndup (line + strlen (key), strcspn (line + strlen (key), "\r\n")) : NULL;
}

/**
 * suivi_document_language:
 *
 * Returns: (transfer full): the code of the language that labels are in: "fr", "pt-BR"
 */
char *
suivi_document_language (void)
{
  g_autofree char *language = read_catalogue_language ();

  if (language == NULL || *language == '\0')
    return g_strdup ("en");

  return g_strdelimit (g_steal_pointer (&language), "_", '-');
}

/**
 * suivi_document_is_rtl:
 *
 * Returns: whether labels read from right to left
 */
gboolean
suivi_document_is_rtl (void)
{
  /* Translators: write "default:RTL" if your language is written from right to left, else "default:LTR" */
  return g_str_equal (_ ("default:LTR"), "default:RTL");
}
