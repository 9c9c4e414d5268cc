/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * SuiviXmlElement:
 * @start: where its first tag begins, in bytes from the beginning of the text
 * @inner: where that tag ends, and its content begins
 * @inner_end: where its content ends; @inner if it has none
 * @end: where it ends
 * @parent: the element around it; 0 if there is none
 * @next: the first element that begins after it has ended, which may not exist
 *
 * Where an element stands. Elements are counted from 1, in the order of their beginnings: the first element inside of
 * element 7, if there is one, is element 8.
 */
typedef struct
{
  gsize start;
  gsize inner;
  gsize inner_end;
  gsize end;
  guint parent;
  guint next;
} SuiviXmlElement;

typedef struct _SuiviXmlOutline SuiviXmlOutline;

/*
 * Where the elements of an XML text stand, byte by byte, for those who change a text in places and leave the rest as it
 * is. Whoever reads the same text with #SuiviBoundedXml knows each element by its number.
 */

SuiviXmlOutline       *suivi_xml_outline_new           (const char             *text,
                                                        gsize                   length,
                                                        GError                **error);
void                   suivi_xml_outline_free          (SuiviXmlOutline        *self);
guint                  suivi_xml_outline_get_count     (SuiviXmlOutline        *self);
const SuiviXmlElement *suivi_xml_outline_get           (SuiviXmlOutline        *self,
                                                        guint                   element);
char                  *suivi_xml_outline_dup_prefix    (SuiviXmlOutline        *self,
                                                        guint                   element);
gboolean               suivi_xml_outline_is            (SuiviXmlOutline        *self,
                                                        guint                   element,
                                                        const char             *prefix,
                                                        const char             *name);
guint                  suivi_xml_outline_first_child   (SuiviXmlOutline        *self,
                                                        guint                   element);
guint                  suivi_xml_outline_next_child    (SuiviXmlOutline        *self,
                                                        guint                   child);
guint                  suivi_xml_outline_find_child    (SuiviXmlOutline        *self,
                                                        guint                   element,
                                                        const char             *prefix,
                                                        const char             *name);
guint                  suivi_xml_outline_find_inside   (SuiviXmlOutline        *self,
                                                        guint                   element,
                                                        const char             *prefix,
                                                        const char             *name);
guint                  suivi_xml_outline_find_around   (SuiviXmlOutline        *self,
                                                        guint                   element,
                                                        const char             *prefix,
                                                        const char             *name);
char                  *suivi_xml_outline_dup           (SuiviXmlOutline        *self,
                                                        guint                   element);
char                  *suivi_xml_outline_dup_attribute (SuiviXmlOutline        *self,
                                                        guint                   element,
                                                        const char             *prefix,
                                                        const char             *name);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SuiviXmlOutline, suivi_xml_outline_free)

G_END_DECLS
