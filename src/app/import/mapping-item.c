/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/import/mapping-item.h"

#include <glib/gi18n-lib.h>

#define N_VALUES 3
/* More would not be seen in one line, and cells may be very long. */
#define MAX_CHARS 120

/* One column of somebody's table: its header, what stands in its first rows, and what it is taken to mean. */
struct _SuiviMappingItem
{
  GObject parent_instance;

  char *header;
  char *values;
  guint field;
};

G_DEFINE_FINAL_TYPE (SuiviMappingItem, suivi_mapping_item, G_TYPE_OBJECT)

enum
{
  PROP_FIELD = 1,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

/* One line each. */
static char *
make_values (const SuiviTablePreview *preview, guint column)
{
  g_autoptr (GString) values = g_string_new (NULL);

  for (guint i = 0; i < preview->rows->len && i < N_VALUES; i++)
    {
      const char *const *row = g_ptr_array_index (preview->rows, i);
      g_autofree char *value
        = g_utf8_substring (row[column], 0, MIN (g_utf8_strlen (row[column], -1), MAX_CHARS));

      g_strdelimit (value, "\n\t", ' ');
      if (i > 0)
        g_string_append_c (values, '\n');
      g_string_append (values, value[0] != '\0' ? value : "–");
    }
  return g_string_free (g_steal_pointer (&values), FALSE);
}

static void
suivi_mapping_item_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_FIELD:
      g_value_set_uint (value, SUIVI_MAPPING_ITEM (object)->field);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
suivi_mapping_item_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  SuiviMappingItem *self = SUIVI_MAPPING_ITEM (object);

  switch (id)
    {
    case PROP_FIELD:
      if (self->field == g_value_get_uint (value))
        break;
      self->field = g_value_get_uint (value);
      g_object_notify_by_pspec (object, pspec);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
suivi_mapping_item_finalize (GObject *object)
{
  SuiviMappingItem *self = SUIVI_MAPPING_ITEM (object);

  g_free (self->header);
  g_free (self->values);

  G_OBJECT_CLASS (suivi_mapping_item_parent_class)->finalize (object);
}

static void
suivi_mapping_item_class_init (SuiviMappingItemClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = suivi_mapping_item_get_property;
  object_class->set_property = suivi_mapping_item_set_property;
  object_class->finalize = suivi_mapping_item_finalize;

  /**
   * SuiviMappingItem:field:
   *
   * What the column is taken to mean, a #SuiviTableField.
   */
  properties[PROP_FIELD]
    = g_param_spec_uint ("field", NULL, NULL, 0, SUIVI_N_TABLE_FIELDS - 1, SUIVI_TABLE_FIELD_IGNORE,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
suivi_mapping_item_init (SuiviMappingItem *self)
{
}

/**
 * suivi_mapping_item_new:
 * @preview: of a table
 * @column: which column, from 0
 *
 * Returns: (transfer full): the column
 */
SuiviMappingItem *
suivi_mapping_item_new (const SuiviTablePreview *preview, guint column)
{
  SuiviMappingItem *self = g_object_new (SUIVI_TYPE_MAPPING_ITEM, NULL);

  self->header = g_strdup (preview->headers[column]);
  self->values = make_values (preview, column);
  self->field = suivi_table_mapping_get (preview->mapping, self->header);
  return self;
}

/**
 * suivi_mapping_item_get_header:
 *
 * Returns: the header as the file has it
 */
const char *
suivi_mapping_item_get_header (SuiviMappingItem *self)
{
  g_return_val_if_fail (SUIVI_IS_MAPPING_ITEM (self), NULL);

  return self->header;
}

/**
 * suivi_mapping_item_get_values:
 *
 * Returns: what its first three cells hold, a line each
 */
const char *
suivi_mapping_item_get_values (SuiviMappingItem *self)
{
  g_return_val_if_fail (SUIVI_IS_MAPPING_ITEM (self), NULL);

  return self->values;
}
