/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <yajl/yajl_parse.h>

#include "exchange/uhri-json.h"
#include "exchange/uhri-reader.h"

#define READ_SIZE (256 * 1024)

/* What is looked at to recognise the file: the first record is in it. */
#define PEEK_SIZE (1024 * 1024)

/* Records lie in a list, perhaps in some wrappers; their own lists are one level deeper. */
#define MAX_DEPTH 16

/* One text or number; the parser keeps it in memory whole. */
#define MAX_TOKEN (2 * 1024 * 1024)

/* No key of UHRI is longer. */
#define MAX_KEY 100

/* Keys that are remembered. */
#define MAX_KEYS 200

#define BOM      "\357\273\277"

typedef struct
{
  SuiviUhriReader *reader; /* (nullable): nobody, while the file is being recognised */
  SuiviUhriRecord *record;
  GHashTable *fields;      /* key (char) → SuiviUhriField + 1, 0 for none */
  char kinds[MAX_DEPTH];   /* what is open: '[' or '{' */
  guint depth;             /* how many of them */
  guint record_depth;      /* of the open record; 0: none is open */
  guint n_records;         /* that were begun */
  SuiviUhriFields headers; /* that the reader knows the keys of */
  gboolean has_field;      /* whether the value that comes belongs to a field */
  SuiviUhriField field;    /* which */
  gsize since_event;       /* bytes since the parser reported something */
  gboolean first_only;     /* whether to stop behind the first record */
  gboolean is_done;        /* whether it was seen */
  GError *error;           /* (nullable): why the parser was stopped */
} Parser;

static void
parser_clear (Parser *self)
{
  g_clear_pointer (&self->record, suivi_uhri_record_free);
  g_clear_pointer (&self->fields, g_hash_table_unref);
  g_clear_error (&self->error);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Parser, parser_clear)

static void
parser_init (Parser *self, SuiviUhriReader *reader)
{
  self->reader = reader;
  self->record = suivi_uhri_record_new ();
  self->fields = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

/* --- events -----------------------------------------------------------------------------------------------
 */

static gboolean
push (Parser *self, char kind)
{
  self->since_event = 0;
  if (self->depth == MAX_DEPTH)
    {
      g_set_error (&self->error, SUIVI_IMPORT_ERROR, SUIVI_IMPORT_ERROR_DAMAGED,
                   _ (
                     "The file is nested deeper than any export of UHRI, near record %u. Download it again."),
                   self->n_records);
      return FALSE;
    }
  self->kinds[self->depth++] = kind;

  return TRUE;
}

/* Values of the record itself and of the lists in it; what lies deeper is nothing that UHRI writes. */
static gboolean
wants_value (Parser *self)
{
  self->since_event = 0;

  return self->has_field && self->record_depth > 0
         && (self->depth == self->record_depth
             || (self->depth == self->record_depth + 1 && self->kinds[self->depth - 1] == '['));
}

static int
null_cb (void *user_data)
{
  Parser *self = user_data;

  self->since_event = 0;

  return 1;
}

static int
boolean_cb (void *user_data, int value)
{
  return null_cb (user_data);
}

static int
string_cb (void *user_data, const unsigned char *text, size_t length)
{
  Parser *self = user_data;

  if (!wants_value (self) || suivi_uhri_record_add (self->record, self->field, (const char *) text, length))
    return 1;

  g_set_error (
    &self->error, SUIVI_IMPORT_ERROR, SUIVI_IMPORT_ERROR_DAMAGED,
    _ ("Record %u has characters that are damaged (they are not UTF-8). Download the file again, or save "
       "it as UTF-8."),
    self->n_records);

  return 0;
}

static int
number_cb (void *user_data, const char *digits, size_t length)
{
  return string_cb (user_data, (const unsigned char *) digits, length);
}

static int
start_map_cb (void *user_data)
{
  Parser *self = user_data;
  gboolean in_list = self->depth > 0 && self->kinds[self->depth - 1] == '[';

  if (!push (self, '{'))
    return 0;
  /* Whatever wraps the list of records: an object in a list is a record. */
  if (in_list && self->record_depth == 0)
    {
      self->record_depth = self->depth;
      self->n_records++;
      self->has_field = FALSE;
      suivi_uhri_record_begin (self->record, self->n_records);
    }

  return 1;
}

static SuiviUhriField
add_key (Parser *self, const char *key)
{
  SuiviUhriField field = 0;
  gpointer value = NULL;

  if (g_utf8_validate (key, -1, NULL) && suivi_uhri_field_from_header (key, &field))
    value = GUINT_TO_POINTER (field + 1);
  /* The keys of strangers are looked at each time, rather than kept. */
  if (value != NULL || g_hash_table_size (self->fields) < MAX_KEYS)
    g_hash_table_insert (self->fields, g_strdup (key), value);
  if (value != NULL && self->reader != NULL && (self->headers & SUIVI_UHRI_FIELD_BIT (field)) == 0)
    {
      self->headers |= SUIVI_UHRI_FIELD_BIT (field);
      suivi_uhri_reader_set_header (self->reader, field, key);
    }

  return GPOINTER_TO_UINT (value);
}

static int
map_key_cb (void *user_data, const unsigned char *text, size_t length)
{
  Parser *self = user_data;
  char key[MAX_KEY + 1];
  gpointer value = NULL;
  guint found = 0;

  self->since_event = 0;
  if (self->depth != self->record_depth)
    return 1;
  self->has_field = FALSE;
  if (length > MAX_KEY || memchr (text, '\0', length) != NULL)
    return 1;

  memcpy (key, text, length);
  key[length] = '\0';
  if (g_hash_table_lookup_extended (self->fields, key, NULL, &value))
    found = GPOINTER_TO_UINT (value);
  else
    found = add_key (self, key);
  if (found > 0)
    {
      self->has_field = TRUE;
      self->field = found - 1;
      suivi_uhri_record_mention (self->record, self->field);
    }

  return 1;
}

static int
end_map_cb (void *user_data)
{
  Parser *self = user_data;

  self->since_event = 0;
  if (self->depth-- != self->record_depth)
    return 1;

  self->record_depth = 0;
  if (self->reader != NULL)
    suivi_uhri_reader_take_record (self->reader, self->record);
  self->is_done = self->first_only;

  return !self->is_done;
}

static int
start_array_cb (void *user_data)
{
  return push (user_data, '[');
}

static int
end_array_cb (void *user_data)
{
  Parser *self = user_data;

  self->since_event = 0;
  self->depth--;

  return 1;
}

static const yajl_callbacks callbacks = {
  .yajl_null = null_cb,
  .yajl_boolean = boolean_cb,
  .yajl_number = number_cb,
  .yajl_string = string_cb,
  .yajl_start_map = start_map_cb,
  .yajl_map_key = map_key_cb,
  .yajl_end_map = end_map_cb,
  .yajl_start_array = start_array_cb,
  .yajl_end_array = end_array_cb,
};

/* --- the file ---------------------------------------------------------------------------------------------
 */

static yajl_handle
new_handle (Parser *self)
{
  yajl_handle handle = yajl_alloc (&callbacks, NULL, self);

  /* Texts that are kept are checked by us, which is stricter. */
  yajl_config (handle, yajl_dont_validate_strings, 1);

  return handle;
}

static void
set_damaged (Parser *self)
{
  if (self->n_records == 0)
    g_set_error_literal (&self->error, SUIVI_IMPORT_ERROR, SUIVI_IMPORT_ERROR_DAMAGED,
                         _ ("The file is not whole, or not JSON. Download it again."));
  else
    g_set_error (&self->error, SUIVI_IMPORT_ERROR, SUIVI_IMPORT_ERROR_DAMAGED,
                 _ ("The file is damaged or cut off in or behind record %u. Download it again."),
                 self->n_records);
}

/* Returns whether to go on; if not, self->error may say why. */
static gboolean
parse (Parser *self, yajl_handle handle, const guchar *data, gsize length)
{
  yajl_status status = yajl_status_ok;

  if (length > 0)
    {
      self->since_event += length;
      status = yajl_parse (handle, data, length);
    }
  else
    {
      status = yajl_complete_parse (handle);
    }

  if (status == yajl_status_ok && self->since_event > MAX_TOKEN)
    g_set_error (
      &self->error, SUIVI_IMPORT_ERROR, SUIVI_IMPORT_ERROR_TOO_BIG,
      _ ("Record %u has a text that is far longer than any of UHRI. The file was not read, for safety."),
      self->n_records);
  else if (status == yajl_status_error
           || (status == yajl_status_client_canceled && self->error == NULL && !self->is_done))
    set_damaged (self);

  return status == yajl_status_ok && self->error == NULL;
}

/* UTF-8 needs no mark, but some programs write one. */
static gsize
skip_bom (const guchar *data, gsize length)
{
  return length >= strlen (BOM) && memcmp (data, BOM, strlen (BOM)) == 0 ? strlen (BOM) : 0;
}

/**
 * suivi_uhri_json_recognise:
 * @file: a file
 *
 * Returns: whether its beginning is that of a JSON export of UHRI: the keys of the first record say it
 */
gboolean
suivi_uhri_json_recognise (SuiviSourceFile *file)
{
  g_autoptr (GBytes) bytes = suivi_source_file_peek (file, PEEK_SIZE, NULL);
  g_auto (Parser) self = { 0 };
  yajl_handle handle = NULL;
  const guchar *data = NULL;
  gsize length = 0;
  gsize start = 0;

  if (bytes == NULL)
    return FALSE;
  data = g_bytes_get_data (bytes, &length);
  start = skip_bom (data, length);
  while (start < length && g_ascii_isspace (data[start]))
    start++;
  if (start == length || (data[start] != '[' && data[start] != '{'))
    return FALSE;

  parser_init (&self, NULL);
  self.first_only = TRUE;
  handle = new_handle (&self);
  parse (&self, handle, data + start, length - start);
  yajl_free (handle);

  return self.is_done && suivi_uhri_fields_are_enough (suivi_uhri_record_get_fields (self.record));
}

/* Reads the file piece by piece. Returns whether it was read to its end; if not, an error is set. */
static gboolean
parse_file (Parser *self,
            SuiviSourceFile *file,
            yajl_handle handle,
            GCancellable *cancellable,
            GError **error)
{
  g_autofree guchar *buffer = g_malloc (READ_SIZE);
  goffset offset = 0;
  gssize n = 0;

  do
    {
      gsize skip = 0;

      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      n = suivi_source_file_read (file, offset, buffer, READ_SIZE, error);
      if (n < 0)
        return FALSE;
      if (offset == 0)
        skip = skip_bom (buffer, n);
      offset += n;
      if (n > 0 && n == (gssize) skip)
        continue;
      if (!parse (self, handle, buffer + skip, n - skip))
        {
          g_propagate_error (error, g_steal_pointer (&self->error));
          return FALSE;
        }
    }
  while (n > 0);

  return TRUE;
}

/**
 * suivi_uhri_json_read:
 * @file: a JSON export of UHRI, whole or of a search
 * @options: what the user said about the file; there is nothing that such a file would need
 * @plan: where to put what it says
 * @cancellable: (nullable): to stop
 * @error: return location of a %SUIVI_IMPORT_ERROR or %G_IO_ERROR_CANCELLED
 *
 * Reads records with the keys of the JSON export ("AnnotationId", "UprRecommendingCountry", lists), or of the
 * spreadsheet ("OHCHR Annotation Id", lines with dashes); in a list, or in a list in an object. Rows are counted by
 * records, from 1. The file is streamed: it may be as large as it likes, a record may not.
 *
 * Returns: whether all of it was read; if not, @plan is to be thrown away
 */
gboolean
suivi_uhri_json_read (SuiviSourceFile *file,
                      const SuiviImportOptions *options,
                      SuiviImportPlan *plan,
                      GCancellable *cancellable,
                      GError **error)
{
  g_auto (Parser) self = { 0 };
  g_autoptr (SuiviUhriReader) reader = NULL;
  yajl_handle handle = NULL;
  gboolean success = FALSE;

  g_return_val_if_fail (file != NULL, FALSE);
  g_return_val_if_fail (SUIVI_IS_IMPORT_PLAN (plan), FALSE);

  reader = suivi_uhri_reader_new (plan);
  parser_init (&self, reader);
  handle = new_handle (&self);
  success = parse_file (&self, file, handle, cancellable, error);
  yajl_free (handle);
  if (!success)
    return FALSE;

  if (self.headers == 0)
    {
      g_set_error_literal (error, SUIVI_IMPORT_ERROR, SUIVI_IMPORT_ERROR_NOT_RECOGNISED,
                           _ ("The file has no records with the names that UHRI uses, such as “Text” and "
                              "“Countries”. Export it again from uhri.ohchr.org."));
      return FALSE;
    }
  suivi_uhri_reader_finish (reader);

  return TRUE;
}
