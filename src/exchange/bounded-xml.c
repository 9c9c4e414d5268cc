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

/* A real list has some 25,000. */
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
  guint n_elements;
  GArray *namespaces; /* guint: how many each open element has declared */
  guint n_namespaces;
  GArray *attributes; /* SuiviXmlAttribute, of the current element */
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
    _ ("The Word file is damaged: its content cannot be read. Get the file again, or open it in "
       "Word or LibreOffice and save it as .docx once more."));
}

static void
set_too_big (GError **error)
{
  g_set_error_literal (
    error, SUIVI_IMPORT_ERROR, SUIVI_IMPORT_ERROR_TOO_BIG,
    _ ("The Word file is built in a way that no list of recommendations is. It was not read "
       "further, for safety."));
}

static void
set_forbidden (GError **error)
{
  g_set_error_literal (
    error, SUIVI_IMPORT_ERROR, SUIVI_IMPORT_ERROR_DAMAGED,
    _ ("The Word file holds instructions (a document type) that no word processor writes. It was "
       "not read, for safety."));
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
  guint declared = n_namespaces;

  if (self->error != NULL)
    return;

  self->depth++;
  self->n_elements++;
  self->n_namespaces += declared;
  g_array_append_val (self->namespaces, declared);
  if (self->depth > MAX_DEPTH || self->n_elements > MAX_ELEMENTS || self->n_namespaces > MAX_NAMESPACES
      || n_attributes > MAX_ATTRIBUTES)
    {
      set_too_big (&self->error);
      stop (self);
      return;
    }

  g_array_set_size (self->attributes, 0);
  for (int i = 0; i < n_attributes; i++)
    {
      const xmlChar **field = attributes + i * 5;
      SuiviXmlAttribute attribute = { (const char *) field[0], (const char *) field[3], field[4] - field[3] };

      g_array_append_val (self->attributes, attribute);
    }
  if (self->handler.start != NULL)
    self->handler.start (uri != NULL ? (const char *) uri : "", (const char *) name,
                         (const SuiviXmlAttribute *) (gpointer) self->attributes->data, self->attributes->len,
                         self->user_data);
}

static void
end_element_cb (void *data, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri)
{
  SuiviBoundedXml *self = data;

  if (self->error != NULL || self->depth == 0)
    return;

  self->depth--;
  self->n_namespaces -= g_array_index (self->namespaces, guint, self->depth);
  g_array_set_size (self->namespaces, self->depth);
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
        case SCAN_DOUBLE_QUOTE:
          if (c == '"')
            self->scan = SCAN_TAG;
          break;
        case SCAN_SINGLE_QUOTE:
          if (c == '\'')
            self->scan = SCAN_TAG;
          break;
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
  self->namespaces = g_array_new (FALSE, FALSE, sizeof (guint));
  self->attributes = g_array_new (FALSE, FALSE, sizeof (SuiviXmlAttribute));

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
  g_array_unref (self->namespaces);
  g_array_unref (self->attributes);
  g_clear_error (&self->error);
  g_free (self);
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
