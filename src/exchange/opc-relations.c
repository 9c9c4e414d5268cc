/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "exchange/opc-relations.h"

/* A workbook has one for each sheet and some more. */
#define MAX_RELATIONS 4096

/* Names of parts and addresses of types have below 100 bytes. */
#define MAX_VALUE 1024

typedef struct
{
  const char *part;
  GPtrArray *relations;
} Reading;

static void
free_relation (gpointer data)
{
  SuiviOpcRelation *self = data;

  g_free (self->id);
  g_free (self->type);
  g_free (self->target);
  g_free (self);
}

/* "/xl/worksheets/sheet1.xml", "worksheets/sheet1.xml" and "../xl/worksheets/sheet1.xml" may all mean the same. */
static char *
resolve (const char *part, const char *target)
{
  g_autofree char *folder = g_path_get_dirname (part);
  g_autofree char *joined = target[0] == '/' || g_str_equal (folder, ".")
                              ? g_strdup (target)
                              : g_strconcat (folder, "/", target, NULL);
  g_auto (GStrv) steps = g_strsplit (joined, "/", -1);
  g_autoptr (GPtrArray) path = g_ptr_array_new ();

  for (gsize i = 0; steps[i] != NULL; i++)
    {
      if (g_str_equal (steps[i], "") || g_str_equal (steps[i], "."))
        continue;
      if (!g_str_equal (steps[i], ".."))
        g_ptr_array_add (path, steps[i]);
      else if (path->len > 0)
        g_ptr_array_set_size (path, path->len - 1);
    }
  g_ptr_array_add (path, NULL);

  return g_strjoinv ("/", (char **) path->pdata);
}

static void
start_cb (const char *space,
          const char *name,
          const SuiviXmlAttribute *attributes,
          guint n_attributes,
          gpointer user_data)
{
  Reading *self = user_data;
  g_autofree char *id = NULL;
  g_autofree char *type = NULL;
  g_autofree char *target = NULL;
  SuiviOpcRelation *relation = NULL;
  const char *word = NULL;

  if (!g_str_equal (name, "Relationship") || self->relations->len >= MAX_RELATIONS)
    return;

  for (guint i = 0; i < n_attributes; i++)
    {
      const SuiviXmlAttribute *attribute = &attributes[i];
      char **value = g_str_equal (attribute->name, "Id")       ? &id
                     : g_str_equal (attribute->name, "Type")   ? &type
                     : g_str_equal (attribute->name, "Target") ? &target
                                                               : NULL;

      if (value != NULL && *value == NULL)
        *value = suivi_xml_attribute_dup (attribute, MAX_VALUE);
      else if (g_str_equal (attribute->name, "TargetMode") && attribute->length == strlen ("External")
               && memcmp (attribute->value, "External", attribute->length) == 0)
        return;
    }
  if (id == NULL || type == NULL || target == NULL || target[0] == '\0')
    return;

  word = strrchr (type, '/');
  relation = g_new0 (SuiviOpcRelation, 1);
  relation->id = g_steal_pointer (&id);
  relation->type = g_strdup (word != NULL ? word + 1 : type);
  relation->target = resolve (self->part, target);
  g_ptr_array_add (self->relations, relation);
}

/**
 * suivi_opc_relations_read:
 * @package: an Office file
 * @part: name of one of its parts, or "" for the file itself
 * @cancellable: (nullable): to stop
 * @error: return location of a %SUIVI_IMPORT_ERROR or %G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer full) (nullable) (element-type SuiviOpcRelation): which parts that one refers to; none if it has
 *   no list of them
 */
GPtrArray *
suivi_opc_relations_read (SuiviZipPackage *package,
                          const char *part,
                          GCancellable *cancellable,
                          GError **error)
{
  static const SuiviXmlHandler handler = { .start = start_cb };
  g_autoptr (GPtrArray) relations = g_ptr_array_new_with_free_func (free_relation);
  Reading self = { .part = part, .relations = relations };
  g_autoptr (SuiviBoundedXml) xml = suivi_bounded_xml_new (&handler, &self);
  g_autofree char *folder = g_path_get_dirname (part);
  g_autofree char *file = part[0] != '\0' ? g_path_get_basename (part) : g_strdup ("");
  g_autofree char *name = g_strconcat (g_str_equal (folder, ".") ? "" : folder,
                                       g_str_equal (folder, ".") ? "" : "/", "_rels/", file, ".rels", NULL);

  if (suivi_zip_package_has_part (package, name)
      && !suivi_zip_package_parse_part (package, name, xml, cancellable, error))
    return NULL;

  return g_steal_pointer (&relations);
}

/**
 * suivi_opc_relations_find_type:
 * @relations: (element-type SuiviOpcRelation): relations
 * @type: last word of a type
 *
 * Returns: (transfer none) (nullable): name of the first part that is that
 */
const char *
suivi_opc_relations_find_type (GPtrArray *relations, const char *type)
{
  for (guint i = 0; i < relations->len; i++)
    {
      const SuiviOpcRelation *relation = relations->pdata[i];

      if (g_str_equal (relation->type, type))
        return relation->target;
    }

  return NULL;
}

/**
 * suivi_opc_relations_find_id:
 * @relations: (element-type SuiviOpcRelation): relations
 * @id: what the part calls the other
 * @type: last word of a type
 *
 * Returns: (transfer none) (nullable): name of the part that is called so, if it is of that type
 */
const char *
suivi_opc_relations_find_id (GPtrArray *relations, const char *id, const char *type)
{
  for (guint i = 0; i < relations->len; i++)
    {
      const SuiviOpcRelation *relation = relations->pdata[i];

      if (g_str_equal (relation->id, id))
        return g_str_equal (relation->type, type) ? relation->target : NULL;
    }

  return NULL;
}
