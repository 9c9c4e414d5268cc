/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "exchange/sheet/text-decoder.h"

#define REPLACEMENT     0xFFFD
#define BYTE_ORDER_MARK 0xFEFF

/* The longest sequence of UTF-8. */
#define MAX_SEQUENCE 4

/* Nicks of these stand in workspaces and on command lines: never change them. */
static const char *const encodings[] = { "UTF-8", "UTF-16LE", "UTF-16BE", "windows-1252", "macintosh", NULL };

typedef enum
{
  UTF_8,
  UTF_16LE,
  UTF_16BE,
  WINDOWS_1252,
  MACINTOSH,
} Encoding;

/* The upper halves, from http://www.unicode.org/Public/MAPPINGS/VENDORS/ (MICSFT/WINDOWS/CP1252.TXT, APPLE/ROMAN.TXT).
 * Our own tables: the converters of systems differ in names and in what they do with the undefined bytes. */
static const guint16 windows_1252[128] = {
  /* clang-format off */
  0x20AC, 0xFFFD, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
  0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0xFFFD, 0x017D, 0xFFFD,
  0xFFFD, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
  0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0xFFFD, 0x017E, 0x0178,
  0x00A0, 0x00A1, 0x00A2, 0x00A3, 0x00A4, 0x00A5, 0x00A6, 0x00A7,
  0x00A8, 0x00A9, 0x00AA, 0x00AB, 0x00AC, 0x00AD, 0x00AE, 0x00AF,
  0x00B0, 0x00B1, 0x00B2, 0x00B3, 0x00B4, 0x00B5, 0x00B6, 0x00B7,
  0x00B8, 0x00B9, 0x00BA, 0x00BB, 0x00BC, 0x00BD, 0x00BE, 0x00BF,
  0x00C0, 0x00C1, 0x00C2, 0x00C3, 0x00C4, 0x00C5, 0x00C6, 0x00C7,
  0x00C8, 0x00C9, 0x00CA, 0x00CB, 0x00CC, 0x00CD, 0x00CE, 0x00CF,
  0x00D0, 0x00D1, 0x00D2, 0x00D3, 0x00D4, 0x00D5, 0x00D6, 0x00D7,
  0x00D8, 0x00D9, 0x00DA, 0x00DB, 0x00DC, 0x00DD, 0x00DE, 0x00DF,
  0x00E0, 0x00E1, 0x00E2, 0x00E3, 0x00E4, 0x00E5, 0x00E6, 0x00E7,
  0x00E8, 0x00E9, 0x00EA, 0x00EB, 0x00EC, 0x00ED, 0x00EE, 0x00EF,
  0x00F0, 0x00F1, 0x00F2, 0x00F3, 0x00F4, 0x00F5, 0x00F6, 0x00F7,
  0x00F8, 0x00F9, 0x00FA, 0x00FB, 0x00FC, 0x00FD, 0x00FE, 0x00FF,
  /* clang-format on */
};

static const guint16 macintosh[128] = {
  /* clang-format off */
  0x00C4, 0x00C5, 0x00C7, 0x00C9, 0x00D1, 0x00D6, 0x00DC, 0x00E1,
  0x00E0, 0x00E2, 0x00E4, 0x00E3, 0x00E5, 0x00E7, 0x00E9, 0x00E8,
  0x00EA, 0x00EB, 0x00ED, 0x00EC, 0x00EE, 0x00EF, 0x00F1, 0x00F3,
  0x00F2, 0x00F4, 0x00F6, 0x00F5, 0x00FA, 0x00F9, 0x00FB, 0x00FC,
  0x2020, 0x00B0, 0x00A2, 0x00A3, 0x00A7, 0x2022, 0x00B6, 0x00DF,
  0x00AE, 0x00A9, 0x2122, 0x00B4, 0x00A8, 0x2260, 0x00C6, 0x00D8,
  0x221E, 0x00B1, 0x2264, 0x2265, 0x00A5, 0x00B5, 0x2202, 0x2211,
  0x220F, 0x03C0, 0x222B, 0x00AA, 0x00BA, 0x03A9, 0x00E6, 0x00F8,
  0x00BF, 0x00A1, 0x00AC, 0x221A, 0x0192, 0x2248, 0x2206, 0x00AB,
  0x00BB, 0x2026, 0x00A0, 0x00C0, 0x00C3, 0x00D5, 0x0152, 0x0153,
  0x2013, 0x2014, 0x201C, 0x201D, 0x2018, 0x2019, 0x00F7, 0x25CA,
  0x00FF, 0x0178, 0x2044, 0x20AC, 0x2039, 0x203A, 0xFB01, 0xFB02,
  0x2021, 0x00B7, 0x201A, 0x201E, 0x2030, 0x00C2, 0x00CA, 0x00C1,
  0x00CB, 0x00C8, 0x00CD, 0x00CE, 0x00CF, 0x00CC, 0x00D3, 0x00D4,
  0xF8FF, 0x00D2, 0x00DA, 0x00DB, 0x00D9, 0x0131, 0x02C6, 0x02DC,
  0x00AF, 0x02D8, 0x02D9, 0x02DA, 0x00B8, 0x02DD, 0x02DB, 0x02C7,
  /* clang-format on */
};

struct _SuiviTextDecoder
{
  Encoding encoding;
  gboolean begun;            /* a character was written, or a mark of byte order passed over */
  gboolean after_cr;         /* a "\n" belongs to the line end that is written already */
  guchar held[MAX_SEQUENCE]; /* the beginning of a character that the next piece completes */
  gsize n_held;
  gunichar high_surrogate; /* of UTF-16, 0 if none waits for its second half */
};

static Encoding
get_encoding (const char *name)
{
  for (guint i = 0; encodings[i] != NULL; i++)
    {
      if (g_str_equal (encodings[i], name))
        return i;
    }

  g_return_val_if_reached (UTF_8);
}

/* --- writing ----------------------------------------------------------------------------------------------
 */

static void
put (SuiviTextDecoder *self, gunichar c, GString *out)
{
  gboolean after_cr = self->after_cr;

  self->after_cr = c == '\r';
  if (c == BYTE_ORDER_MARK && !self->begun)
    {
      self->begun = TRUE;
      return;
    }
  self->begun = TRUE;
  if (c == '\r')
    g_string_append_c (out, '\n');
  else if (c == '\n' && after_cr)
    return;
  else if (c < 0x80)
    g_string_append_c (out, c);
  else
    g_string_append_unichar (out, c);
}

/* Plain text goes through at once. Returns how many bytes that were. */
static gsize
put_plain (SuiviTextDecoder *self, const guchar *data, gsize length, GString *out)
{
  gsize n = 0;

  while (n < length && data[n] < 0x80 && data[n] != '\r' && data[n] != '\n')
    n++;
  if (n > 0)
    {
      g_string_append_len (out, (const char *) data, n);
      self->begun = TRUE;
      self->after_cr = FALSE;
    }

  return n;
}

/* --- encodings --------------------------------------------------------------------------------------------
 */

static void
push_bytes (SuiviTextDecoder *self, const guint16 table[128], const guchar *data, gsize length, GString *out)
{
  for (gsize i = 0; i < length;)
    {
      gsize plain = put_plain (self, data + i, length - i, out);

      i += plain;
      if (i < length)
        {
          put (self, data[i] < 0x80 ? data[i] : table[data[i] - 0x80], out);
          i++;
        }
    }
}

static void
put_unit (SuiviTextDecoder *self, gunichar unit, GString *out)
{
  if (self->high_surrogate != 0 && unit >= 0xDC00 && unit <= 0xDFFF)
    {
      put (self, 0x10000 + ((self->high_surrogate - 0xD800) << 10) + (unit - 0xDC00), out);
      self->high_surrogate = 0;
      return;
    }

  if (self->high_surrogate != 0)
    put (self, REPLACEMENT, out);
  self->high_surrogate = 0;
  if (unit >= 0xD800 && unit <= 0xDBFF)
    self->high_surrogate = unit;
  else if (unit >= 0xDC00 && unit <= 0xDFFF)
    put (self, REPLACEMENT, out);
  else
    put (self, unit, out);
}

static void
push_utf16 (SuiviTextDecoder *self, const guchar *data, gsize length, GString *out)
{
  guint high = self->encoding == UTF_16BE ? 0 : 1;

  for (gsize i = 0; i < length; i++)
    {
      self->held[self->n_held++] = data[i];
      if (self->n_held == 2)
        {
          self->n_held = 0;
          put_unit (self, ((gunichar) self->held[high] << 8) | self->held[1 - high], out);
        }
    }
}

/* Decodes the characters that are complete. Returns how many bytes that were. */
static gsize
decode_utf8 (SuiviTextDecoder *self, const guchar *data, gsize length, GString *out)
{
  gsize i = 0;

  while (i < length)
    {
      gunichar c = 0;

      i += put_plain (self, data + i, length - i, out);
      if (i == length)
        break;

      c = g_utf8_get_char_validated ((const char *) data + i, length - i);
      if (c == (gunichar) -2 && length - i < MAX_SEQUENCE)
        break;
      if (c == (gunichar) -1 || c == (gunichar) -2)
        {
          put (self, REPLACEMENT, out);
          i++;
        }
      else
        {
          put (self, c, out);
          i += g_utf8_skip[data[i]];
        }
    }

  return i;
}

static void
push_utf8 (SuiviTextDecoder *self, const guchar *data, gsize length, GString *out)
{
  gsize done = 0;

  /* First what was left over, with as much as it takes. */
  while (self->n_held > 0 && length > 0)
    {
      gsize used = 0;

      self->held[self->n_held++] = *data++;
      length--;
      used = decode_utf8 (self, self->held, self->n_held, out);
      self->n_held -= used;
      memmove (self->held, self->held + used, self->n_held);
    }

  done = decode_utf8 (self, data, length, out);
  if (done < length)
    {
      self->n_held = length - done;
      memcpy (self->held, data + done, self->n_held);
    }
}

/* --- public -----------------------------------------------------------------------------------------------
 */

/**
 * suivi_text_decoder_new:
 * @encoding: one of suivi_text_decoder_get_encodings()
 *
 * Returns: (transfer full): a decoder at the beginning of a file
 */
SuiviTextDecoder *
suivi_text_decoder_new (const char *encoding)
{
  SuiviTextDecoder *self = g_new0 (SuiviTextDecoder, 1);

  self->encoding = get_encoding (encoding);

  return self;
}

/**
 * suivi_text_decoder_free:
 * @self: (nullable) (transfer full): a decoder
 */
void
suivi_text_decoder_free (SuiviTextDecoder *self)
{
  g_free (self);
}

/**
 * suivi_text_decoder_push:
 * @data: the next bytes
 * @length: their number
 * @out: gets valid UTF-8 added; a NUL in the file is one in the text
 */
void
suivi_text_decoder_push (SuiviTextDecoder *self, const guchar *data, gsize length, GString *out)
{
  g_return_if_fail (self != NULL);

  switch (self->encoding)
    {
    case UTF_16LE:
    case UTF_16BE:
      push_utf16 (self, data, length, out);
      break;
    case WINDOWS_1252:
      push_bytes (self, windows_1252, data, length, out);
      break;
    case MACINTOSH:
      push_bytes (self, macintosh, data, length, out);
      break;
    case UTF_8:
    default:
      push_utf8 (self, data, length, out);
    }
}

/**
 * suivi_text_decoder_finish:
 * @out: gets U+FFFD added if the file ends within a character
 */
void
suivi_text_decoder_finish (SuiviTextDecoder *self, GString *out)
{
  g_return_if_fail (self != NULL);

  if (self->n_held > 0 || self->high_surrogate != 0)
    put (self, REPLACEMENT, out);
  self->n_held = 0;
  self->high_surrogate = 0;
}

/**
 * suivi_text_decoder_get_encodings:
 *
 * Returns: (transfer none): the names of the encodings that can be read, %NULL-terminated
 */
const char *const *
suivi_text_decoder_get_encodings (void)
{
  return encodings;
}

/**
 * suivi_text_decoder_find_encoding:
 * @name: as a person may have typed it
 *
 * Returns: (transfer none) (nullable): the one of suivi_text_decoder_get_encodings() that is called so, upper and lower
 *   case being the same
 */
const char *
suivi_text_decoder_find_encoding (const char *name)
{
  for (guint i = 0; encodings[i] != NULL; i++)
    {
      if (g_ascii_strcasecmp (encodings[i], name) == 0)
        return encodings[i];
    }

  return NULL;
}

/**
 * suivi_text_decoder_decode_byte:
 * @encoding: "windows-1252" or "macintosh"
 * @byte: a byte
 *
 * Returns: the character it stands for, U+FFFD if none
 */
gunichar
suivi_text_decoder_decode_byte (const char *encoding, guchar byte)
{
  if (byte < 0x80)
    return byte;

  return (get_encoding (encoding) == MACINTOSH ? macintosh : windows_1252)[byte - 0x80];
}
