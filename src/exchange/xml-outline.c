/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "exchange/import-plan.h"
#include "exchange/xml-outline.h"

/* An element takes 48 bytes here; the longest list that we know has 45,000. */
#define MAX_ELEMENTS 1000000

struct _SuiviXmlOutline
{
  const char *text; /* (unowned) */
  gsize length;
  GArray *elements; /* SuiviXmlElement; the first one is none */
};

static SuiviXmlElement *
get_element (SuiviXmlOutline *self, guint element)
{
  return &g_array_index (self->elements, SuiviXmlElement, element);
}

/* The byte after the next @mark, the end of the text if there is none. */
static gsize
skip_to (SuiviXmlOutline *self, gsize at, const char *mark)
{
  gsize length = strlen (mark);
  const char *found = memmem (self->text + at, self->length - at, mark, length);

  return found != NULL ? (gsize) (found - self->text) + length : self->length;
}

/* The byte after the tag that begins at @at: a ">" between quotes does not end it. */
static gsize
skip_tag (SuiviXmlOutline *self, gsize at)
{
  char quote = '\0';

  for (; at < self->length; at++)
    {
      char c = self->text[at];

      if (quote != '\0')
        quote = c == quote ? '\0' : quote;
      else if (c == '"' || c == '\'')
        quote = c;
      else if (c == '>')
        return at + 1;
    }

  return self->length;
}

static gboolean
begins_with (SuiviXmlOutline *self, gsize at, const char *mark)
{
  gsize length = strlen (mark);

  return self->length - at >= length && memcmp (self->text + at, mark, length) == 0;
}

static void
close_element (SuiviXmlOutline *self, guint element, gsize inner_end, gsize end)
{
  SuiviXmlElement *closed = get_element (self, element);

  closed->inner_end = inner_end;
  closed->end = end;
  closed->next = self->elements->len;
}

static void
list_elements (SuiviXmlOutline *self)
{
  guint open = 0;
  gsize at = 0;

  while (at < self->length && self->elements->len <= MAX_ELEMENTS)
    {
      const char *tag = memchr (self->text + at, '<', self->length - at);
      gsize start = 0;

      if (tag == NULL)
        return;
      start = tag - self->text;
      if (begins_with (self, start, "<!--"))
        at = skip_to (self, start + 4, "-->");
      else if (begins_with (self, start, "<![CDATA["))
        at = skip_to (self, start, "]]>");
      else if (begins_with (self, start, "<?"))
        at = skip_to (self, start, "?>");
      else if (begins_with (self, start, "</"))
        {
          at = skip_tag (self, start);
          if (open == 0)
            return;
          close_element (self, open, start, at);
          open = get_element (self, open)->parent;
        }
      else
        {
          SuiviXmlElement element = { .start = start, .parent = open };

          at = skip_tag (self, start);
          element.inner = at;
          g_array_append_val (self->elements, element);
          if (self->text[at - 2] == '/')
            close_element (self, self->elements->len - 1, at, at);
          else
            open = self->elements->len - 1;
        }
    }
}

/**
 * suivi_xml_outline_new:
 * @text: (array length=length): XML that #SuiviBoundedXml has read without error; must live as long as the outline
 * @length: its bytes
 * @error: return location of %SUIVI_IMPORT_ERROR_TOO_BIG
 *
 * Returns: (transfer full) (nullable): where its elements stand
 */
SuiviXmlOutline *
suivi_xml_outline_new (const char *text, gsize length, GError **error)
{
  g_autoptr (SuiviXmlOutline) self = NULL;
  SuiviXmlElement none = { 0 };

  g_return_val_if_fail (text != NULL, NULL);

  self = g_new0 (SuiviXmlOutline, 1);
  self->text = text;
  self->length = length;
  self->elements = g_array_new (FALSE, TRUE, sizeof (SuiviXmlElement));
  g_array_append_val (self->elements, none);
  list_elements (self);
  if (self->elements->len > MAX_ELEMENTS)
    {
      g_set_error_literal (
        error, SUIVI_IMPORT_ERROR, SUIVI_IMPORT_ERROR_TOO_BIG,
        _ ("The file is built in a way that no list of recommendations is. It was not read further, "
           "for safety."));
      return NULL;
    }

  return g_steal_pointer (&self);
}

/**
 * suivi_xml_outline_free:
 * @self: (nullable) (transfer full): an outline
 */
void
suivi_xml_outline_free (SuiviXmlOutline *self)
{
  if (self == NULL)
    return;

  g_array_unref (self->elements);
  g_free (self);
}

/**
 * suivi_xml_outline_get_count:
 *
 * Returns: how many elements there are, which is the number of the last one
 */
guint
suivi_xml_outline_get_count (SuiviXmlOutline *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->elements->len - 1;
}

/**
 * suivi_xml_outline_get:
 * @element: number of an element
 *
 * Returns: (transfer none): where it stands
 */
const SuiviXmlElement *
suivi_xml_outline_get (SuiviXmlOutline *self, guint element)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (element > 0 && element < self->elements->len, NULL);

  return get_element (self, element);
}

static gsize
measure_name (SuiviXmlOutline *self, const SuiviXmlElement *element)
{
  gsize length = 0;

  while (element->start + 1 + length < element->inner
         && strchr (" \t\r\n/>", self->text[element->start + 1 + length]) == NULL)
    length++;

  return length;
}

/**
 * suivi_xml_outline_dup_prefix:
 *
 * Returns: (transfer full): what the name of the element begins with, "w" of "w:tc"; "" if it has no prefix
 */
char *
suivi_xml_outline_dup_prefix (SuiviXmlOutline *self, guint element)
{
  const SuiviXmlElement *place = suivi_xml_outline_get (self, element);
  const char *name = self->text + place->start + 1;
  const char *colon = memchr (name, ':', measure_name (self, place));

  return g_strndup (name, colon != NULL ? colon - name : 0);
}

/**
 * suivi_xml_outline_is:
 * @prefix: "w"
 * @name: "tc"
 *
 * Returns: whether the element is called so: "w:tc"
 */
gboolean
suivi_xml_outline_is (SuiviXmlOutline *self, guint element, const char *prefix, const char *name)
{
  const SuiviXmlElement *place = suivi_xml_outline_get (self, element);
  const char *full = self->text + place->start + 1;
  gsize prefix_length = strlen (prefix);
  gsize length = strlen (name);

  return measure_name (self, place) == prefix_length + 1 + length && memcmp (full, prefix, prefix_length) == 0
         && full[prefix_length] == ':' && memcmp (full + prefix_length + 1, name, length) == 0;
}

/**
 * suivi_xml_outline_first_child:
 *
 * Returns: the first element in @element; 0 if it holds none
 */
guint
suivi_xml_outline_first_child (SuiviXmlOutline *self, guint element)
{
  return suivi_xml_outline_get (self, element)->next > element + 1 ? element + 1 : 0;
}

/**
 * suivi_xml_outline_next_child:
 * @child: an element
 *
 * Returns: the element that follows it in the same element; 0 if it is the last one
 */
guint
suivi_xml_outline_next_child (SuiviXmlOutline *self, guint child)
{
  const SuiviXmlElement *place = suivi_xml_outline_get (self, child);

  if (place->parent == 0 || place->next >= get_element (self, place->parent)->next)
    return 0;

  return place->next;
}

/**
 * suivi_xml_outline_find_child:
 *
 * Returns: the first element of that name directly in @element; 0 if there is none
 */
guint
suivi_xml_outline_find_child (SuiviXmlOutline *self, guint element, const char *prefix, const char *name)
{
  guint child = suivi_xml_outline_first_child (self, element);

  while (child > 0 && !suivi_xml_outline_is (self, child, prefix, name))
    child = suivi_xml_outline_next_child (self, child);

  return child;
}

/**
 * suivi_xml_outline_find_inside:
 *
 * Returns: the first element of that name in @element, however deep; 0 if there is none
 */
guint
suivi_xml_outline_find_inside (SuiviXmlOutline *self, guint element, const char *prefix, const char *name)
{
  guint next = suivi_xml_outline_get (self, element)->next;

  for (guint i = element + 1; i < next; i++)
    {
      if (suivi_xml_outline_is (self, i, prefix, name))
        return i;
    }

  return 0;
}

/**
 * suivi_xml_outline_find_around:
 *
 * Returns: the nearest element of that name around @element; 0 if there is none
 */
guint
suivi_xml_outline_find_around (SuiviXmlOutline *self, guint element, const char *prefix, const char *name)
{
  guint around = suivi_xml_outline_get (self, element)->parent;

  while (around > 0 && !suivi_xml_outline_is (self, around, prefix, name))
    around = get_element (self, around)->parent;

  return around;
}

/**
 * suivi_xml_outline_dup:
 *
 * Returns: (transfer full): the element as it stands in the text
 */
char *
suivi_xml_outline_dup (SuiviXmlOutline *self, guint element)
{
  const SuiviXmlElement *place = suivi_xml_outline_get (self, element);

  return g_strndup (self->text + place->start, place->end - place->start);
}

/**
 * suivi_xml_outline_dup_attribute:
 * @prefix: "w"
 * @name: "val"
 *
 * Returns: (transfer full) (nullable): what the attribute says, as it stands in the text; %NULL if there is none
 */
char *
suivi_xml_outline_dup_attribute (SuiviXmlOutline *self, guint element, const char *prefix, const char *name)
{
  const SuiviXmlElement *place = suivi_xml_outline_get (self, element);
  g_autofree char *full = g_strconcat (prefix, ":", name, NULL);
  gsize length = strlen (full);
  const char *end = self->text + place->inner;
  const char *p = self->text + place->start + 1 + measure_name (self, place);

  /* A tag is names, equals signs and values between quotes, with blanks between them. */
  while (p < end)
    {
      const char *key = p + strspn (p, " \t\r\n");
      gsize key_length = strcspn (key, " \t\r\n=/>");
      const char *quote = key + strcspn (key, "\"'>");
      const char *close = NULL;

      if (quote >= end || *quote == '>')
        return NULL;
      close = memchr (quote + 1, *quote, end - quote - 1);
      if (close == NULL)
        return NULL;
      if (key_length == length && memcmp (key, full, length) == 0)
        return g_strndup (quote + 1, close - quote - 1);
      p = close + 1;
    }

  return NULL;
}
