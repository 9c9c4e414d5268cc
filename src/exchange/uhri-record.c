/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "exchange/uhri-record.h"

/* The longest paragraphs of treaty bodies have some 10 KB; there are 100 themes and 195 States. */
#define MAX_CELL   (256 * 1024)
#define MAX_RECORD (1024 * 1024)
#define MAX_LINES  500

typedef struct
{
  GString *text;
  guint n_lines;
} Cell;

struct _SuiviUhriRecord
{
  guint row;
  Cell cells[SUIVI_N_UHRI_FIELDS];
  SuiviUhriFields fields;  /* that the file speaks of */
  SuiviUhriFields damaged; /* that are too long, and were cut */
  gsize size;
};

/**
 * suivi_uhri_record_new:
 *
 * Returns: (transfer full): an empty record
 */
SuiviUhriRecord *
suivi_uhri_record_new (void)
{
  SuiviUhriRecord *self = g_new0 (SuiviUhriRecord, 1);

  for (guint i = 0; i < SUIVI_N_UHRI_FIELDS; i++)
    self->cells[i].text = g_string_new (NULL);

  return self;
}

/**
 * suivi_uhri_record_free:
 * @self: (nullable) (transfer full): a record
 */
void
suivi_uhri_record_free (SuiviUhriRecord *self)
{
  if (self == NULL)
    return;

  for (guint i = 0; i < SUIVI_N_UHRI_FIELDS; i++)
    g_string_free (self->cells[i].text, TRUE);
  g_free (self);
}

/**
 * suivi_uhri_record_begin:
 * @row: its place in the file as a person would count
 *
 * Forgets what was in the record.
 */
void
suivi_uhri_record_begin (SuiviUhriRecord *self, guint row)
{
  self->row = row;
  self->fields = 0;
  self->damaged = 0;
  self->size = 0;
  for (guint i = 0; i < SUIVI_N_UHRI_FIELDS; i++)
    {
      g_string_truncate (self->cells[i].text, 0);
      self->cells[i].n_lines = 0;
    }
}

/**
 * suivi_uhri_record_mention:
 * @field: a field that the file speaks of, though it may be empty
 */
void
suivi_uhri_record_mention (SuiviUhriRecord *self, SuiviUhriField field)
{
  self->fields |= SUIVI_UHRI_FIELD_BIT (field);
}

/* Takes white space and the dash that stands before each item of a list away: "- Timor-Leste" is "Timor-Leste". */
static void
trim_line (const char **text, const char **end)
{
  const char *p = *text;
  const char *q = *end;
  gboolean dash = FALSE;

  for (;;)
    {
      if (p < q && (g_ascii_isspace (*p) || (*p == '-' && !dash)))
        {
          dash |= *p == '-';
          p++;
        }
      else if (q - p >= 2 && p[0] == '\302' && p[1] == '\240')
        {
          p += 2;
        }
      else
        {
          break;
        }
    }
  for (;;)
    {
      if (q > p && g_ascii_isspace (q[-1]))
        q--;
      else if (q - p >= 2 && q[-2] == '\302' && q[-1] == '\240')
        q -= 2;
      else
        break;
    }
  *text = p;
  *end = q;
}

static void
add_line (SuiviUhriRecord *self, SuiviUhriField field, const char *text, const char *end)
{
  Cell *cell = &self->cells[field];

  trim_line (&text, &end);
  if (text == end)
    return;
  if (cell->n_lines == MAX_LINES)
    {
      self->damaged |= SUIVI_UHRI_FIELD_BIT (field);
      return;
    }
  if (cell->n_lines++ > 0)
    g_string_append_c (cell->text, '\n');
  g_string_append_len (cell->text, text, end - text);
}

/* The longest beginning that does not cut a character. */
static gsize
cut (const char *text, gsize max)
{
  while (max > 0 && ((guchar) text[max] & 0xC0) == 0x80)
    max--;

  return max;
}

/**
 * suivi_uhri_record_add:
 * @text: some lines, or one item of a list, with or without the dash that UHRI puts before items
 * @length: its length in bytes
 *
 * Adds to what the field holds. What goes beyond the limits is left out, see suivi_uhri_record_get_damaged().
 *
 * Returns: whether it is valid UTF-8; if not, nothing is added
 */
gboolean
suivi_uhri_record_add (SuiviUhriRecord *self, SuiviUhriField field, const char *text, gsize length)
{
  g_autofree char *without_nul = NULL;
  Cell *cell = &self->cells[field];
  gsize room = MIN (MAX_CELL - MIN (cell->text->len, MAX_CELL), MAX_RECORD - self->size);
  const char *end = NULL;

  self->fields |= SUIVI_UHRI_FIELD_BIT (field);
  if (!g_utf8_validate_len (text, length, NULL))
    {
      /* A NUL is a character of JSON, and of no text. */
      without_nul = g_memdup2 (text, length);
      for (gsize i = 0; i < length; i++)
        {
          if (without_nul[i] == '\0')
            without_nul[i] = ' ';
        }
      text = without_nul;
      if (!g_utf8_validate_len (text, length, NULL))
        return FALSE;
    }
  if (length > room)
    {
      self->damaged |= SUIVI_UHRI_FIELD_BIT (field);
      length = cut (text, room);
    }
  self->size += length;

  end = text + length;
  if (field == SUIVI_UHRI_TEXT)
    {
      /* Lines of a text are its own. */
      add_line (self, field, text, end);
      return TRUE;
    }
  while (text < end)
    {
      const char *line_end = memchr (text, '\n', end - text);

      if (line_end == NULL)
        line_end = end;
      add_line (self, field, text, line_end);
      text = line_end + 1;
    }

  return TRUE;
}

/**
 * suivi_uhri_record_get_row:
 *
 * Returns: its place in the file
 */
guint
suivi_uhri_record_get_row (SuiviUhriRecord *self)
{
  return self->row;
}

/**
 * suivi_uhri_record_get_fields:
 *
 * Returns: the fields that the file speaks of
 */
SuiviUhriFields
suivi_uhri_record_get_fields (SuiviUhriRecord *self)
{
  return self->fields;
}

/**
 * suivi_uhri_record_get_damaged:
 *
 * Returns: the fields that are too long, so that something is missing
 */
SuiviUhriFields
suivi_uhri_record_get_damaged (SuiviUhriRecord *self)
{
  return self->damaged;
}

/**
 * suivi_uhri_record_get:
 *
 * Returns: (transfer none): what the field says, one item per line, without dashes; "" if nothing. It may be written
 *   to, and changes with the next record
 */
char *
suivi_uhri_record_get (SuiviUhriRecord *self, SuiviUhriField field)
{
  return self->cells[field].text->str;
}

/**
 * suivi_uhri_record_has:
 *
 * Returns: whether the field says something
 */
gboolean
suivi_uhri_record_has (SuiviUhriRecord *self, SuiviUhriField field)
{
  return self->cells[field].text->len > 0;
}
