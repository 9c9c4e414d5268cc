/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "exchange/bounded-xml.h"
#include "exchange/docx-numbering.h"

/* The format knows nine levels. */
#define N_LEVELS 9

/* A list definition per style and paste: some thousand in the worst documents. */
#define MAX_LISTS 10000

/* "%1.%2." and the like */
#define MAX_TEXT 100

typedef struct
{
  guint start;
  guint count;      /* the number that was last given, 0 if none */
  gboolean decimal; /* others (letters, bullets) are no numbers of recommendations */
  char text[MAX_TEXT + 1];
} Level;

typedef struct
{
  Level levels[N_LEVELS];
} Definition;

typedef struct
{
  Definition *definition; /* (nullable) shared by lists that count on together */
} List;

struct _SuiviDocxNumbering
{
  SuiviBoundedXml *xml;
  GHashTable *definitions; /* abstractNumId → Definition */
  GHashTable *lists;       /* numId → List */
  Definition *definition;  /* that is being read */
  Level *level;            /* that is being read */
  List *list;              /* that is being read */
  guint override;          /* level that a list changes */
};

static guint
get_number (const SuiviXmlAttribute *attributes, guint n_attributes, const char *name, guint missing)
{
  for (guint i = 0; i < n_attributes; i++)
    {
      guint number = 0;

      if (!g_str_equal (attributes[i].name, name))
        continue;
      for (gsize j = 0; j < attributes[i].length; j++)
        {
          if (!g_ascii_isdigit (attributes[i].value[j]) || number > G_MAXINT16)
            return missing;
          number = number * 10 + (guint) (attributes[i].value[j] - '0');
        }
      return attributes[i].length > 0 ? number : missing;
    }

  return missing;
}

static const SuiviXmlAttribute *
find_value (const SuiviXmlAttribute *attributes, guint n_attributes)
{
  for (guint i = 0; i < n_attributes; i++)
    {
      if (g_str_equal (attributes[i].name, "val"))
        return &attributes[i];
    }

  return NULL;
}

static void
start_level (SuiviDocxNumbering *self,
             const char *name,
             const SuiviXmlAttribute *attributes,
             guint n_attributes)
{
  const SuiviXmlAttribute *value = find_value (attributes, n_attributes);

  if (value == NULL)
    return;

  if (g_str_equal (name, "start"))
    {
      self->level->start = get_number (attributes, n_attributes, "val", 1);
    }
  else if (g_str_equal (name, "numFmt"))
    {
      self->level->decimal = value->length == 7 && memcmp (value->value, "decimal", 7) == 0;
    }
  else if (g_str_equal (name, "lvlText") && value->length <= MAX_TEXT)
    {
      memcpy (self->level->text, value->value, value->length);
      self->level->text[value->length] = '\0';
    }
}

/* The first of one id counts: lists may point to it already. */
static void
add_definition (SuiviDocxNumbering *self, guint id)
{
  if (g_hash_table_size (self->definitions) >= MAX_LISTS
      || g_hash_table_contains (self->definitions, GUINT_TO_POINTER (id)))
    return;

  self->definition = g_new0 (Definition, 1);
  for (guint i = 0; i < N_LEVELS; i++)
    self->definition->levels[i].start = 1;
  g_hash_table_insert (self->definitions, GUINT_TO_POINTER (id), self->definition);
}

static void
add_list (SuiviDocxNumbering *self, guint id)
{
  if (g_hash_table_size (self->lists) >= MAX_LISTS
      || g_hash_table_contains (self->lists, GUINT_TO_POINTER (id)))
    return;

  self->list = g_new0 (List, 1);
  g_hash_table_insert (self->lists, GUINT_TO_POINTER (id), self->list);
}

static void
start_cb (const char *space,
          const char *name,
          const SuiviXmlAttribute *attributes,
          guint n_attributes,
          gpointer user_data)
{
  SuiviDocxNumbering *self = user_data;

  if (g_str_equal (name, "abstractNum"))
    {
      add_definition (self, get_number (attributes, n_attributes, "abstractNumId", 0));
    }
  else if (g_str_equal (name, "num"))
    {
      add_list (self, get_number (attributes, n_attributes, "numId", 0));
    }
  else if (g_str_equal (name, "abstractNumId") && self->list != NULL)
    {
      guint id = get_number (attributes, n_attributes, "val", 0);

      self->list->definition = g_hash_table_lookup (self->definitions, GUINT_TO_POINTER (id));
    }
  else if (g_str_equal (name, "lvlOverride"))
    {
      self->override = get_number (attributes, n_attributes, "ilvl", N_LEVELS);
    }
  else if (g_str_equal (name, "startOverride"))
    {
      /* Lists that share a definition count on together; one with a start of its own is rare and begins
       * there. */
      if (self->list != NULL && self->list->definition != NULL && self->override < N_LEVELS)
        self->list->definition->levels[self->override].start
          = get_number (attributes, n_attributes, "val", 1);
    }
  else if (g_str_equal (name, "lvl") && self->definition != NULL)
    {
      guint level = get_number (attributes, n_attributes, "ilvl", N_LEVELS);

      self->level = level < N_LEVELS ? &self->definition->levels[level] : NULL;
    }
  else if (self->level != NULL)
    {
      start_level (self, name, attributes, n_attributes);
    }
}

static void
end_cb (const char *space, const char *name, gpointer user_data)
{
  SuiviDocxNumbering *self = user_data;

  if (g_str_equal (name, "abstractNum"))
    self->definition = NULL;
  else if (g_str_equal (name, "num"))
    self->list = NULL;
  else if (g_str_equal (name, "lvl"))
    self->level = NULL;
}

/**
 * suivi_docx_numbering_new:
 *
 * Returns: (transfer full): a numbering without lists; push word/numbering.xml to it
 */
SuiviDocxNumbering *
suivi_docx_numbering_new (void)
{
  static const SuiviXmlHandler handler = { .start = start_cb, .end = end_cb };
  SuiviDocxNumbering *self = g_new0 (SuiviDocxNumbering, 1);

  self->definitions = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  self->lists = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  self->xml = suivi_bounded_xml_new (&handler, self);

  return self;
}

/**
 * suivi_docx_numbering_free:
 * @self: (nullable) (transfer full): a numbering
 */
void
suivi_docx_numbering_free (SuiviDocxNumbering *self)
{
  if (self == NULL)
    return;

  suivi_bounded_xml_free (self->xml);
  g_hash_table_unref (self->lists);
  g_hash_table_unref (self->definitions);
  g_free (self);
}

/**
 * suivi_docx_numbering_get_xml:
 *
 * Returns: (transfer none): what has to be given the bytes of word/numbering.xml
 */
SuiviBoundedXml *
suivi_docx_numbering_get_xml (SuiviDocxNumbering *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->xml;
}

static void
append_count (GString *out, const Level *level)
{
  g_string_append_printf (out, "%u", level->count > 0 ? level->count : level->start);
}

/**
 * suivi_docx_numbering_next:
 * @id: the list that a paragraph belongs to
 * @level: its level, 0–8
 *
 * Counts one paragraph.
 *
 * Returns: (transfer full) (nullable): what stands before it, "140.12"; %NULL for bullets, letters and
 * unknown lists
 */
char *
suivi_docx_numbering_next (SuiviDocxNumbering *self, guint id, guint level)
{
  List *list = NULL;
  Level *levels = NULL;
  GString *out = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  list = g_hash_table_lookup (self->lists, GUINT_TO_POINTER (id));
  if (list == NULL || list->definition == NULL || level >= N_LEVELS)
    return NULL;

  levels = list->definition->levels;
  levels[level].count = levels[level].count > 0 ? levels[level].count + 1 : levels[level].start;
  for (guint i = level + 1; i < N_LEVELS; i++)
    levels[i].count = 0;
  if (!levels[level].decimal)
    return NULL;

  out = g_string_new (NULL);
  for (const char *p = levels[level].text; *p != '\0'; p++)
    {
      if (p[0] == '%' && p[1] >= '1' && p[1] <= '9')
        {
          append_count (out, &levels[p[1] - '1']);
          p++;
        }
      else
        {
          g_string_append_c (out, *p);
        }
    }

  return g_string_free (out, FALSE);
}
