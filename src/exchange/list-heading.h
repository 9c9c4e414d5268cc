/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * SuiviHeadingPlace:
 * @SUIVI_HEADING_PAGE: in a page header
 * @SUIVI_HEADING_BODY: in the text before the list
 * @SUIVI_HEADING_TITLE: in the properties of the file, often those of the file that it was made from
 *
 * Where a line stands; what is said in an earlier place counts more.
 */
typedef enum
{
  SUIVI_HEADING_PAGE,
  SUIVI_HEADING_BODY,
  SUIVI_HEADING_TITLE,
} SuiviHeadingPlace;

#define SUIVI_N_HEADING_PLACES 3

typedef struct _SuiviListHeading SuiviListHeading;

/* Which review an official list is about, from the lines around it: "UPR of … (4th Cycle - 48th Session)". */

SuiviListHeading *suivi_list_heading_new  (void);
void              suivi_list_heading_free (SuiviListHeading  *self);
void              suivi_list_heading_add  (SuiviListHeading  *self,
                                           SuiviHeadingPlace  place,
                                           const char        *line);
const char       *suivi_list_heading_find (SuiviListHeading  *self,
                                           guint             *session);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SuiviListHeading, suivi_list_heading_free)

G_END_DECLS
