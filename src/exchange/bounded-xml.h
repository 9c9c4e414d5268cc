/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * SuiviXmlAttribute:
 * @name: local name, without prefix
 * @value: what it says, not ended by a NUL
 * @length: bytes of @value
 */
typedef struct
{
  const char *name;
  const char *value;
  gsize length;
} SuiviXmlAttribute;

/**
 * SuiviXmlHandler:
 * @start: an element begins; @space is its namespace, "" if it has none
 * @end: it ends
 * @text: some characters; one text may come in several pieces
 *
 * What a reader of XML wants to hear. A member may be %NULL.
 */
typedef struct
{
  void (*start) (const char *space, const char *name, const SuiviXmlAttribute *attributes, guint n_attributes,
                 gpointer user_data);
  void (*end) (const char *space, const char *name, gpointer user_data);
  void (*text) (const char *text, gsize length, gpointer user_data);
} SuiviXmlHandler;

typedef struct _SuiviBoundedXml SuiviBoundedXml;

/* XML from strangers: read piece by piece, within limits, without document types, entities or network. */

SuiviBoundedXml *suivi_bounded_xml_new    (const SuiviXmlHandler  *handler,
                                           gpointer                user_data);
void             suivi_bounded_xml_free   (SuiviBoundedXml        *self);
void             suivi_bounded_xml_set_max_elements (SuiviBoundedXml *self,
                                           guint64                 max_elements);
guint64          suivi_bounded_xml_get_n_elements (SuiviBoundedXml *self);
gboolean         suivi_bounded_xml_push   (SuiviBoundedXml        *self,
                                           const char             *data,
                                           gsize                   length,
                                           GError                **error);
gboolean         suivi_bounded_xml_finish (SuiviBoundedXml        *self,
                                           GError                **error);
void             suivi_bounded_xml_fail   (SuiviBoundedXml        *self,
                                           GError                 *error);

const SuiviXmlAttribute *suivi_xml_attribute_find (const SuiviXmlAttribute *attributes,
                                           guint                   n_attributes,
                                           const char             *name);
gboolean         suivi_xml_attribute_is   (const SuiviXmlAttribute *self,
                                           const char             *value);
char            *suivi_xml_attribute_dup  (const SuiviXmlAttribute *self,
                                           gsize                   max);
gboolean         suivi_xml_attribute_get_number (const SuiviXmlAttribute *self,
                                           guint                  *number);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SuiviBoundedXml, suivi_bounded_xml_free)

G_END_DECLS
