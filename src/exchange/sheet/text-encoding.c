/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "exchange/sheet/text-decoder.h"
#include "exchange/sheet/text-encoding.h"

#define READ_SIZE (256 * 1024)

/* The longest sequence of UTF-8. */
#define MAX_SEQUENCE 4

/* Where letters beyond ASCII stand, this much is kept of each place, and so much in all, to tell old encodings apart. */
#define SLICE_SIZE  4096
#define SAMPLE_SIZE (256 * 1024)

/* A file with so many good characters for a bad one is UTF-8 that was damaged once; in the old encodings hardly a pair
 * of letters happens to look like UTF-8. */
#define GOOD_PER_BAD 50

/* Rows that the separator is looked for in. */
#define MAX_ROWS 100

/* What makes a file likely to come from an old Macintosh: its line ends. Decides only where letters leave it open. */
#define CR_BONUS 1

typedef struct
{
  guint64 n_good; /* sequences of UTF-8 beyond ASCII */
  guint64 n_bad;
  guint64 n_cr;
  guint64 n_lf;
  GByteArray *sample; /* slices that hold bytes beyond ASCII */
} Survey;

/* --- UTF-16 -----------------------------------------------------------------------------------------------
 */

/* Without a mark of byte order, UTF-16 shows by its zero bytes: all separators, spaces and line ends have one, on the
 * same side. */
static const char *
find_utf16 (const guchar *data, gsize length)
{
  gsize zeros[2] = { 0, 0 };
  gsize n_pairs = length / 2;

  if (length >= 2 && data[0] == 0xFF && data[1] == 0xFE)
    return "UTF-16LE";
  if (length >= 2 && data[0] == 0xFE && data[1] == 0xFF)
    return "UTF-16BE";

  for (gsize i = 0; i < n_pairs; i++)
    {
      gboolean first = data[2 * i] == 0;
      gboolean second = data[2 * i + 1] == 0;

      if (first && second)
        return NULL;
      zeros[0] += first;
      zeros[1] += second;
    }

  /* One in ten: a text of Arabic or Chinese words. A few characters have their zero on the other side. */
  if (zeros[1] > 4 * zeros[0] && zeros[1] * 10 >= n_pairs && zeros[1] > 1)
    return "UTF-16LE";
  if (zeros[0] > 4 * zeros[1] && zeros[0] * 10 >= n_pairs && zeros[0] > 1)
    return "UTF-16BE";

  return NULL;
}

/* --- Windows or Macintosh ---------------------------------------------------------------------------------
 */

/* Which characters a byte above 127 stands for says only what is around it. Read in the right encoding, a text has
 * small letters inside words, capitals at their beginnings, quotation marks around them and dashes between them; read
 * in the wrong one, capitals in the middle of words and signs that nobody writes. Each such character gets points,
 * from -3 (never seen) to 3 (just so). */

static gboolean
is_lower (gunichar c)
{
  return g_unichar_islower (c) && c != 0xAA && c != 0xBA;
}

static gboolean
is_letter (gunichar c)
{
  return is_lower (c) || g_unichar_isupper (c);
}

static gboolean
is_gap (gunichar c)
{
  return c == 0 || g_unichar_isspace (c) || c == 0xA0;
}

/* The letters of French, Spanish, Portuguese and German, by how often they occur; what other languages of the West
 * have is possible. */
static int
weigh_letter (gunichar lower)
{
  static const gunichar often[] = { 0xE0, 0xE1, 0xE2, 0xE3, 0xE4, 0xE7, 0xE8, 0xEA, 0xEB, 0xED, 0xEE,
                                    0xEF, 0xF1, 0xF3, 0xF4, 0xF5, 0xF6, 0xF9, 0xFA, 0xFB, 0xFC };

  if (lower == 0xE9)
    return 3;
  for (gsize i = 0; i < G_N_ELEMENTS (often); i++)
    {
      if (often[i] == lower)
        return 2;
    }

  return 1;
}

static int
score_lower (gunichar before, gunichar c, gunichar after)
{
  /* "à", "é", "ó" are words; most others are not. */
  static const gunichar words[] = { 0xE0, 0xE1, 0xE8, 0xE9, 0xF2, 0xF3 };

  if (g_unichar_isupper (after))
    return -2;
  if (is_letter (before) || is_letter (after))
    return weigh_letter (c);
  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    {
      if (words[i] == c)
        return 1;
    }

  return -1;
}

static int
score_upper (gunichar before, gunichar c, gunichar after)
{
  if (is_lower (before) || (g_unichar_isupper (before) && is_lower (after)))
    return -3;
  if (g_unichar_isupper (before) || g_unichar_isupper (after))
    return 2;
  if (is_lower (after))
    return c == 0xC9 ? 2 : 1;

  return c == 0xC0 ? 1 : -1;
}

/* "d’Ivoire", "l’enfant", "qu’il", and the "’s" of English. */
static int
score_apostrophe (const gunichar context[5])
{
  gunichar before = context[1];
  gunichar after = context[3];

  if (!is_letter (before))
    return -2;
  if (!is_letter (after))
    return 1;
  if (after == 's' && !is_letter (context[4]))
    return 3;
  if (before < 0x80 && strchr ("cdjlmnstu", g_ascii_tolower (before)) != NULL
      && (!is_letter (context[0]) || context[0] == 'q' || context[0] == 'Q'))
    return 3;

  return -1;
}

/* @context: the character, with two before it and two after it. */
static int
score_character (const gunichar context[5])
{
  gunichar before = context[1];
  gunichar c = context[2];
  gunichar after = context[3];

  if (is_lower (c))
    return score_lower (before, c, after);
  if (g_unichar_isupper (c))
    return score_upper (before, c, after);

  switch (c)
    {
    case 0x2019:
      return score_apostrophe (context);
    case 0x2018:
    case 0x201C:
    case 0x201E:
    case 0xAB:
      return !is_letter (before) && !g_unichar_isdigit (before) ? 2 : -3;
    case 0x201D:
    case 0xBB:
      return !is_letter (after) && !g_unichar_isdigit (after) && (c == 0xBB || !is_gap (before)) ? 2 : -3;
    case 0xA1:
    case 0xBF:
      return !is_letter (before) && is_letter (after) ? 2 : -3;
    case 0x2013:
    case 0x2014:
      return is_letter (before) && is_letter (after)         ? -3
             : is_gap (before) || g_unichar_isdigit (before) ? 2
                                                             : 0;
    case 0x2026:
      return is_letter (after) ? -1 : 1;
    case 0x2022:
      return is_letter (before) ? -3 : 1;
    case 0xA0:
      return 1;
    case 0xB0:
    case 0xBA:
    case 0xAA:
      return g_unichar_isdigit (before) || before == 'n' || before == 'N' ? 2 : -1;
    case 0x20AC:
    case 0xA3:
    case 0xA7:
      return is_letter (before) ? -1 : 1;
    default:
      return -3;
    }
}

static gint64
score_encoding (const GByteArray *sample, const char *encoding)
{
  gunichar characters[256];
  gint64 score = 0;

  for (guint i = 0; i < 256; i++)
    characters[i] = suivi_text_decoder_decode_byte (encoding, i);

  for (guint i = 0; i < sample->len; i++)
    {
      gunichar context[5];

      if (sample->data[i] < 0x80)
        continue;
      for (int j = 0; j < 5; j++)
        {
          gint64 place = (gint64) i + j - 2;

          context[j] = place >= 0 && place < sample->len ? characters[sample->data[place]] : 0;
        }
      score += score_character (context);
    }

  return score;
}

static const char *
choose_old_encoding (const Survey *survey)
{
  gint64 windows = score_encoding (survey->sample, "windows-1252");
  gint64 macintosh = score_encoding (survey->sample, "macintosh");

  if (survey->n_cr > 0 && survey->n_lf == 0)
    macintosh += CR_BONUS;
  /* Words in neither: damaged UTF-8. Whoever reads it sees where characters were lost. */
  if (macintosh < 0 && windows < 0)
    return "UTF-8";

  return macintosh > windows ? "macintosh" : "windows-1252";
}

/* --- the survey -------------------------------------------------------------------------------------------
 */

static void
take_slice (Survey *self, const guchar *data, gsize length, gsize place)
{
  gsize start = place - MIN (place, SLICE_SIZE / 2);

  if (self->sample->len < SAMPLE_SIZE)
    g_byte_array_append (self->sample, data + start, MIN (length - start, SLICE_SIZE));
}

static void
take_slices (Survey *self, const guchar *data, gsize length)
{
  for (gsize i = 0; i < length && self->sample->len < SAMPLE_SIZE; i++)
    {
      if (data[i] >= 0x80)
        {
          take_slice (self, data, length, i);
          i += SLICE_SIZE / 2;
        }
    }
}

/* Counts good and bad sequences. Returns how many bytes were looked at: an incomplete character at the end is left. */
static gsize
count_sequences (Survey *self, const guchar *data, gsize length, gboolean last)
{
  gsize i = 0;

  while (i < length)
    {
      gunichar c = 0;

      if (data[i] < 0x80)
        {
          i++;
          continue;
        }
      c = g_utf8_get_char_validated ((const char *) data + i, length - i);
      if (c == (gunichar) -2 && !last && length - i < MAX_SEQUENCE)
        break;
      if (c == (gunichar) -1 || c == (gunichar) -2)
        {
          self->n_bad++;
          i++;
        }
      else
        {
          self->n_good++;
          i += g_utf8_skip[data[i]];
        }
    }

  return i;
}

static gsize
survey_piece (Survey *self, const guchar *data, gsize length, gboolean last)
{
  gboolean plain = TRUE;

  for (gsize i = 0; i < length; i++)
    {
      self->n_cr += data[i] == '\r';
      self->n_lf += data[i] == '\n';
      plain = plain && data[i] < 0x80;
    }
  if (plain)
    return length;

  take_slices (self, data, length);

  return count_sequences (self, data, length, last);
}

static gboolean
is_utf8 (const Survey *self)
{
  return self->n_bad == 0 || self->n_good / GOOD_PER_BAD > self->n_bad;
}

/**
 * suivi_text_encoding_of_sample:
 * @data: the whole of a text
 * @length: bytes of @data
 *
 * As suivi_text_encoding_detect(), of what is in memory.
 *
 * Returns: (transfer none): one of suivi_text_decoder_get_encodings()
 */
const char *
suivi_text_encoding_of_sample (const guchar *data, gsize length)
{
  const char *encoding = find_utf16 (data, MIN (length, READ_SIZE));
  Survey survey = { 0 };

  if (encoding != NULL)
    return encoding;

  survey.sample = g_byte_array_new ();
  survey_piece (&survey, data, length, TRUE);
  encoding = is_utf8 (&survey) ? "UTF-8" : choose_old_encoding (&survey);
  g_byte_array_unref (survey.sample);

  return encoding;
}

/**
 * suivi_text_encoding_detect:
 * @file: a text file
 * @cancellable: (nullable): to stop
 * @error: return location of a %SUIVI_IMPORT_ERROR or %G_IO_ERROR_CANCELLED
 *
 * Finds out how a text file is encoded. A mark of byte order says it. Else a file that is UTF-8 from beginning to end
 * is; the whole file is looked at, because the first accent may stand on its last line. What is left is the encoding of
 * old Windows or old Macintosh programs, told apart by what their bytes make of the words.
 *
 * Returns: (transfer none) (nullable): one of suivi_text_decoder_get_encodings()
 */
const char *
suivi_text_encoding_detect (SuiviSourceFile *file, GCancellable *cancellable, GError **error)
{
  g_autofree guchar *buffer = g_malloc (READ_SIZE);
  g_autoptr (GByteArray) sample = g_byte_array_new ();
  Survey survey = { .sample = sample };
  goffset size = suivi_source_file_get_size (file);
  gsize held = 0;

  for (goffset offset = 0; offset < size;)
    {
      gssize n = 0;
      gsize used = 0;

      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return NULL;
      n = suivi_source_file_read_quietly (file, offset, buffer + held, READ_SIZE - held, error);
      if (n < 0)
        return NULL;
      if (offset == 0)
        {
          const char *utf16 = find_utf16 (buffer, n);

          if (utf16 != NULL)
            return utf16;
        }
      offset += n;
      used = survey_piece (&survey, buffer, held + n, offset == size);
      held = held + n - used;
      memmove (buffer, buffer + used, held);
    }

  return is_utf8 (&survey) ? "UTF-8" : choose_old_encoding (&survey);
}

/* --- separators -------------------------------------------------------------------------------------------
 */

/* How many cells the rows of a text have, if @separator parts them: @counts gets one number a row. */
static guint
count_cells (const char *text, gsize length, gboolean complete, char separator, guint counts[MAX_ROWS])
{
  guint n_rows = 0;
  guint n_cells = 1;
  gboolean quoted = FALSE;
  gboolean at_start = TRUE;
  gboolean blank = TRUE;

  for (gsize i = 0; i < length && n_rows < MAX_ROWS; i++)
    {
      char c = text[i];

      if (quoted)
        {
          if (c == '"' && i + 1 < length && text[i + 1] == '"')
            i++;
          else if (c == '"')
            quoted = FALSE;
        }
      else if (c == '"' && at_start)
        {
          quoted = TRUE;
          at_start = FALSE;
          blank = FALSE;
        }
      else if (c == '\n')
        {
          if (!blank)
            counts[n_rows++] = n_cells;
          n_cells = 1;
          at_start = TRUE;
          blank = TRUE;
        }
      else if (c == separator)
        {
          n_cells++;
          at_start = TRUE;
          blank = FALSE;
        }
      else if (c != ' ')
        {
          at_start = FALSE;
          blank = FALSE;
        }
    }

  /* What the sample cuts off would be a row of its own kind. */
  if (!blank && n_rows < MAX_ROWS && (complete || n_rows == 0))
    counts[n_rows++] = n_cells;

  return n_rows;
}

/* From 0 (it parts nothing) to above 1 (all rows have the same number of cells, and many). */
static double
score_separator (const guint *counts, guint n_rows)
{
  guint best = 0;
  guint best_count = 1;

  for (guint i = 0; i < n_rows; i++)
    {
      guint same = 0;

      for (guint j = 0; j < n_rows; j++)
        same += counts[j] == counts[i];
      if (counts[i] > 1 && (same > best || (same == best && counts[i] > best_count)))
        {
          best = same;
          best_count = counts[i];
        }
    }
  if (best == 0)
    return 0;

  /* The first row has the headers: what does not part them is hardly a separator. */
  return (double) best / n_rows * (1 - 1.0 / best_count) + (counts[0] > 1 ? 0.2 : 0);
}

/**
 * suivi_text_separator_detect:
 * @text: the beginning of a table, UTF-8 with "\n" at the ends of lines
 * @length: bytes of @text
 * @complete: whether that is all of it
 *
 * Finds the character that parts the cells most evenly, cells in quotation marks being whole.
 *
 * Returns: a comma, semicolon, tab or vertical bar; a comma if there is one column only
 */
char
suivi_text_separator_detect (const char *text, gsize length, gboolean complete)
{
  static const char candidates[] = { ',', ';', '\t', '|' };
  char best = ',';
  double best_score = 0;

  for (gsize i = 0; i < G_N_ELEMENTS (candidates); i++)
    {
      guint counts[MAX_ROWS];
      guint n_rows = count_cells (text, length, complete, candidates[i], counts);
      double score = score_separator (counts, n_rows);

      if (score > best_score)
        {
          best = candidates[i];
          best_score = score;
        }
    }

  return best;
}
