/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <libxml/parser.h>
#include <libxml/parserInternals.h>

#include "exchange/bounded-xml.h"
#include "exchange/import-plan.h"

/* A word processor nests some 10 elements, tables in tables some 30. */
#define MAX_DEPTH 200

/* A real tag has below 3 KB (the namespaces of the first element). The parser keeps a whole tag in memory. */
#define MAX_TAG (64 * 1024)

/* The parser compares all attributes of an element with each other, and looks up prefixes one by one. */
#define MAX_ATTRIBUTES 256
#define MAX_NAMESPACES 256

/* Unless the reader knows better: a real list has some 25,000. */
#define MAX_ELEMENTS 2000000

typedef enum
{
  SCAN_TEXT,
  SCAN_OPEN, /* after "<" */
  SCAN_BANG, /* after "<!": a comment or CDATA may follow, a document type must not */
  SCAN_COMMENT,
  SCAN_CDATA,
  SCAN_INSTRUCTION, /* after "<?" */
  SCAN_TAG,
  SCAN_SINGLE_QUOTE,
  SCAN_DOUBLE_QUOTE,
} ScanState;

struct _SuiviBoundedXml
{
  SuiviXmlHandler handler;
  gpointer user_data;
  xmlParserCtxtPtr parser;
  GError *error;
  guint depth;
  guint64 n_elements;
  guint64 max_elements;
  guint namespaces[MAX_DEPTH]; /* how many each open element has declared */
  guint n_namespaces;
  SuiviXmlAttribute attributes[MAX_ATTRIBUTES]; /* of the current element */
  ScanState scan;
  gboolean begun;
  char last[2];        /* bytes before the current one, while scanning */
  gsize markup_length; /* bytes since "<" */
  guint n_equals;      /* attributes of the current tag */
};

static void
set_damaged (GError **error)
{
  g_set_error_literal (
    error, SUIVI_IMPORT_ERROR, SUIVI_IMPORT_ERROR_DAMAGED,
    _ ("The file is damaged: its content cannot be read. Get it again, or open it in the program "
       "that it comes from and save it once more."));
}

static void
set_too_big (GError **error)
{
  g_set_error_literal (
    error, SUIVI_IMPORT_ERROR, SUIVI_IMPORT_ERROR_TOO_BIG,
    _ ("The file is built in a way that no list of recommendations is. It was not read further, "
       "for safety."));
}

static void
set_forbidden (GError **error)
{
  g_set_error_literal (
    error, SUIVI_IMPORT_ERROR, SUIVI_IMPORT_ERROR_DAMAGED,
    _ ("The file holds instructions (a document type) that no office program writes. It was not "
       "read, for safety."));
}

static void
stop (SuiviBoundedXml *self)
{
  xmlStopParser (self->parser);
}

/* --- what the parser says ---------------------------------------------------------------------------------
 */

static void
start_element_cb (void *data,
                  const xmlChar *name,
                  const xmlChar *prefix,
                  const xmlChar *uri,
                  int n_namespaces,
                  const xmlChar **namespaces,
                  int n_attributes,
                  int n_defaulted,
                  const xmlChar **attributes)
{
  SuiviBoundedXml *self = data;

  if (self->error != NULL)
    return;

  self->n_elements++;
  self->n_namespaces += n_namespaces;
  if (self->depth >= MAX_DEPTH || self->n_elements > self->max_elements || self->n_namespaces > MAX_NAMESPACES
      || n_attributes > MAX_ATTRIBUTES)
    {
      set_too_big (&self->error);
      stop (self);
      return;
    }

  self->namespaces[self->depth++] = n_namespaces;
  for (int i = 0; i < n_attributes; i++)
    {
      const xmlChar **field = attributes + i * 5;
      SuiviXmlAttribute *attribute = &self->attributes[i];

      attribute->name = (const char *) field[0];
      attribute->value = (const char *) field[3];
      attribute->length = field[4] - field[3];
    }
  if (self->handler.start != NULL)
    self->handler.start (uri != NULL ? (const char *) uri : "", (const char *) name, self->attributes,
                         n_attributes, self->user_data);
}

static void
end_element_cb (void *data, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri)
{
  SuiviBoundedXml *self = data;

  if (self->error != NULL || self->depth == 0)
    return;

  self->depth--;
  self->n_namespaces -= self->namespaces[self->depth];
  if (self->handler.end != NULL)
    self->handler.end (uri != NULL ? (const char *) uri : "", (const char *) name, self->user_data);
}

static void
characters_cb (void *data, const xmlChar *text, int length)
{
  SuiviBoundedXml *self = data;

  if (self->error == NULL && self->handler.text != NULL && length > 0)
    self->handler.text ((const char *) text, length, self->user_data);
}

static void
internal_subset_cb (void *data, const xmlChar *name, const xmlChar *external_id, const xmlChar *system_id)
{
  SuiviBoundedXml *self = data;

  if (self->error == NULL)
    set_forbidden (&self->error);
  stop (self);
}

/* The parser would print to stderr without it. */
static void
ignore_error_cb (void *data, xmlErrorPtr parser_error)
{
}

/* --- looking at the bytes before the parser does ----------------------------------------------------------
 */

/* The parser waits until a tag, comment or instruction is complete and works in the square of the attributes:
 * both are limited before it sees them. */
static gboolean
scan (SuiviBoundedXml *self, const char *data, gsize length)
{
  for (gsize i = 0; i < length; i++)
    {
      char c = data[i];

      if (self->scan == SCAN_TEXT)
        {
          const char *next = memchr (data + i, '<', length - i);

          if (next == NULL)
            return TRUE;
          i = next - data;
          self->scan = SCAN_OPEN;
          self->markup_length = 0;
          self->n_equals = 0;
          continue;
        }
      if (self->scan == SCAN_DOUBLE_QUOTE || self->scan == SCAN_SINGLE_QUOTE)
        {
          const char *next = memchr (data + i, self->scan == SCAN_DOUBLE_QUOTE ? '"' : '\'', length - i);
          gsize end = next != NULL ? (gsize) (next - data) : length - 1;

          self->markup_length += end - i + 1;
          i = end;
          if (next != NULL)
            self->scan = SCAN_TAG;
          if (self->markup_length > MAX_TAG)
            {
              set_too_big (&self->error);
              return FALSE;
            }
          continue;
        }

      self->markup_length++;
      switch (self->scan)
        {
        case SCAN_OPEN:
          self->scan = c == '!' ? SCAN_BANG : c == '?' ? SCAN_INSTRUCTION : c == '>' ? SCAN_TEXT : SCAN_TAG;
          break;
        case SCAN_BANG:
          if (c == '[')
            self->scan = SCAN_CDATA;
          else if (c == '-')
            self->scan = SCAN_COMMENT;
          else
            {
              set_forbidden (&self->error);
              return FALSE;
            }
          self->last[0] = self->last[1] = '\0';
          continue;
        case SCAN_COMMENT:
          if (c == '>' && self->last[0] == '-' && self->last[1] == '-' && self->markup_length > 5)
            self->scan = SCAN_TEXT;
          break;
        case SCAN_CDATA:
          if (c == '>' && self->last[0] == ']' && self->last[1] == ']')
            self->scan = SCAN_TEXT;
          break;
        case SCAN_INSTRUCTION:
          if (c == '>' && self->last[1] == '?')
            self->scan = SCAN_TEXT;
          break;
        case SCAN_TAG:
          if (c == '>')
            self->scan = SCAN_TEXT;
          else if (c == '"')
            self->scan = SCAN_DOUBLE_QUOTE;
          else if (c == '\'')
            self->scan = SCAN_SINGLE_QUOTE;
          else if (c == '=')
            self->n_equals++;
          break;
        case SCAN_SINGLE_QUOTE:
        case SCAN_DOUBLE_QUOTE:
        case SCAN_TEXT:
        default:
          g_assert_not_reached ();
        }
      self->last[0] = self->last[1];
      self->last[1] = c;

      if (self->markup_length > MAX_TAG || self->n_equals > MAX_ATTRIBUTES)
        {
          set_too_big (&self->error);
          return FALSE;
        }
    }

  return TRUE;
}

/* --- public -----------------------------------------------------------------------------------------------
 */

/**
 * suivi_bounded_xml_new:
 * @handler: what to call; copied
 * @user_data: passed to it
 *
 * A parser of UTF-8 XML that refuses what hostile files are made of: document types (and with them entities),
 * deep nesting, endless tags, attributes and namespaces.
 *
 * Returns: (transfer full): the parser
 */
SuiviBoundedXml *
suivi_bounded_xml_new (const SuiviXmlHandler *handler, gpointer user_data)
{
  static gsize initialised = 0;
  SuiviBoundedXml *self = NULL;
  xmlSAXHandler sax = { 0 };

  g_return_val_if_fail (handler != NULL, NULL);

  if (g_once_init_enter (&initialised))
    {
      xmlInitParser ();
      g_once_init_leave (&initialised, 1);
    }

  self = g_new0 (SuiviBoundedXml, 1);
  self->handler = *handler;
  self->user_data = user_data;
  self->max_elements = MAX_ELEMENTS;

  sax.initialized = XML_SAX2_MAGIC;
  sax.startElementNs = start_element_cb;
  sax.endElementNs = end_element_cb;
  sax.characters = characters_cb;
  sax.cdataBlock = characters_cb;
  sax.ignorableWhitespace = characters_cb;
  sax.internalSubset = internal_subset_cb;
  sax.serror = ignore_error_cb;
  self->parser = xmlCreatePushParserCtxt (&sax, self, NULL, 0, NULL);
  if (self->parser == NULL)
    g_error ("out of memory");

  /* UTF-8 whatever the file says: what scan() sees is then what the parser sees. */
  xmlCtxtUseOptions (self->parser,
                     XML_PARSE_NONET | XML_PARSE_IGNORE_ENC | XML_PARSE_NOERROR | XML_PARSE_NOWARNING);
  xmlSwitchEncoding (self->parser, XML_CHAR_ENCODING_UTF8);

  return self;
}

/**
 * suivi_bounded_xml_free:
 * @self: (nullable) (transfer full): a parser
 */
void
suivi_bounded_xml_free (SuiviBoundedXml *self)
{
  if (self == NULL)
    return;

  if (self->parser->myDoc != NULL)
    xmlFreeDoc (self->parser->myDoc);
  xmlFreeParserCtxt (self->parser);
  g_clear_error (&self->error);
  g_free (self);
}

/**
 * suivi_bounded_xml_set_max_elements:
 * @max_elements: how many elements the document may have
 *
 * For readers that keep nothing of most elements: a large table has millions of them.
 */
void
suivi_bounded_xml_set_max_elements (SuiviBoundedXml *self, guint64 max_elements)
{
  g_return_if_fail (self != NULL);

  self->max_elements = max_elements;
}

/**
 * suivi_bounded_xml_get_n_elements:
 *
 * Returns: how many elements have begun so far: for a handler, which element of the document it is told of, counted
 *   from 1
 */
guint64
suivi_bounded_xml_get_n_elements (SuiviBoundedXml *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->n_elements;
}

static gboolean
check (SuiviBoundedXml *self, GError **error)
{
  if (self->error == NULL && (!self->parser->wellFormed || self->parser->disableSAX))
    set_damaged (&self->error);
  if (self->error == NULL)
    return TRUE;

  if (error != NULL)
    *error = g_error_copy (self->error);

  return FALSE;
}

/**
 * suivi_bounded_xml_push:
 * @data: the next bytes
 * @length: their number
 * @error: return location of a %SUIVI_IMPORT_ERROR, or of what a handler gave to suivi_bounded_xml_fail()
 *
 * Returns: whether all went well so far; after a failure the parser does nothing any more
 */
gboolean
suivi_bounded_xml_push (SuiviBoundedXml *self, const char *data, gsize length, GError **error)
{
  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (length <= G_MAXINT, FALSE);

  /* The parser would skip a byte order mark only while it guesses the encoding. */
  if (!self->begun && length >= 3 && memcmp (data, "\xEF\xBB\xBF", 3) == 0)
    {
      data += 3;
      length -= 3;
    }
  self->begun = TRUE;

  if (self->error == NULL && memchr (data, '\0', length) != NULL)
    set_damaged (&self->error); /* UTF-16, or no text at all */
  if (self->error == NULL && scan (self, data, length) && length > 0)
    xmlParseChunk (self->parser, data, length, FALSE);

  return check (self, error);
}

/**
 * suivi_bounded_xml_finish:
 * @error: return location of an error as in suivi_bounded_xml_push()
 *
 * Returns: whether the document was complete
 */
gboolean
suivi_bounded_xml_finish (SuiviBoundedXml *self, GError **error)
{
  g_return_val_if_fail (self != NULL, FALSE);

  if (self->error == NULL)
    xmlParseChunk (self->parser, "", 0, TRUE);

  return check (self, error);
}

/**
 * suivi_bounded_xml_fail:
 * @error: (transfer full): why
 *
 * For handlers: stops reading. The push that is under way fails with that error.
 */
void
suivi_bounded_xml_fail (SuiviBoundedXml *self, GError *error)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (error != NULL);

  if (self->error != NULL)
    {
      g_error_free (error);
      return;
    }

  self->error = error;
  stop (self);
}

/* --- attributes -------------------------------------------------------------------------------------------
 */

/**
 * suivi_xml_attribute_find:
 * @attributes: attributes of an element
 * @n_attributes: their number
 * @name: local name
 *
 * Returns: (transfer none) (nullable): the first attribute of that name
 */
const SuiviXmlAttribute *
suivi_xml_attribute_find (const SuiviXmlAttribute *attributes, guint n_attributes, const char *name)
{
  for (guint i = 0; i < n_attributes; i++)
    {
      if (strcmp (attributes[i].name, name) == 0)
        return &attributes[i];
    }

  return NULL;
}

/**
 * suivi_xml_attribute_is:
 * @self: (nullable): an attribute
 * @value: what it may say
 *
 * Returns: whether there is an attribute that says just that
 */
gboolean
suivi_xml_attribute_is (const SuiviXmlAttribute *self, const char *value)
{
  return self != NULL && strlen (value) == self->length && memcmp (self->value, value, self->length) == 0;
}

/**
 * suivi_xml_attribute_dup:
 * @self: (nullable): an attribute
 * @max: how many bytes to look at; what is longer is cut off
 *
 * Entities are not expanded, so the parser leaves an ampersand in an attribute as "&#38;", and that alone.
 *
 * Returns: (transfer full) (nullable): what the attribute says, valid UTF-8
 */
char *
suivi_xml_attribute_dup (const SuiviXmlAttribute *self, gsize max)
{
  GString *value = NULL;
  const char *end = NULL;

  if (self == NULL)
    return NULL;

  value = g_string_new_len (self->value, MIN (self->length, max));
  /* Cut between characters. */
  if (!g_utf8_validate_len (value->str, value->len, &end))
    g_string_truncate (value, end - value->str);
  g_string_replace (value, "&#38;", "&", 0);

  return g_string_free (value, FALSE);
}

/**
 * suivi_xml_attribute_get_number:
 * @self: (nullable): an attribute
 * @number: (out): set on success only
 *
 * Returns: whether there is an attribute that is a whole number, from 0 to 999,999,999
 */
gboolean
suivi_xml_attribute_get_number (const SuiviXmlAttribute *self, guint *number)
{
  guint result = 0;

  if (self == NULL || self->length == 0 || self->length > 9)
    return FALSE;
  for (gsize i = 0; i < self->length; i++)
    {
      if (!g_ascii_isdigit (self->value[i]))
        return FALSE;
      result = result * 10 + (self->value[i] - '0');
    }
  *number = result;

  return TRUE;
}
