/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "exchange/zip-package.h"

G_BEGIN_DECLS

/**
 * SuiviOpcRelation:
 * @id: what a part calls the other: "rId1"
 * @type: what it is to it, the last word of the type's address: "officeDocument", "worksheet", "styles"
 * @target: name of the other part, from the root of the archive
 *
 * How the parts of an Office file hang together. What lies outside of the file is left out.
 */
typedef struct
{
  char *id;
  char *type;
  char *target;
} SuiviOpcRelation;

GPtrArray  *suivi_opc_relations_read        (SuiviZipPackage  *package,
                                             const char       *part,
                                             GCancellable     *cancellable,
                                             GError          **error);
const char *suivi_opc_relations_find_type   (GPtrArray        *relations,
                                             const char       *type);
const char *suivi_opc_relations_find_id     (GPtrArray        *relations,
                                             const char       *id,
                                             const char       *type);

G_END_DECLS
