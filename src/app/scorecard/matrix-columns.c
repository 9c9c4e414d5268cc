/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/scorecard/matrix-columns.h"

#include <glib/gi18n-lib.h>

/* In pixels. Columns are as narrow as their symbols if they must be, and never much wider than the two lines of a name. */
#define EDGE_WIDTH     66
#define MIN_COLUMN     30
#define MAX_COLUMN     140
#define MIN_TEXT       180
#define GOOD_TEXT      300
#define MIN_WIDTH      480
#define MAX_NAME_WIDTH 130

struct _SuiviMatrixColumns
{
  GObject parent_instance;

  GPtrArray *organisations; /* (owned) (element-type utf8) */
  GPtrArray *layouts; /* (owned) (element-type PangoLayout): the title of each column, made when needed */
  PangoLayout *symbols[SUIVI_N_LIGHTS]; /* (owned) (nullable) */
};

G_DEFINE_FINAL_TYPE (SuiviMatrixColumns, suivi_matrix_columns, G_TYPE_OBJECT)

static void
suivi_matrix_columns_finalize (GObject *object)
{
  SuiviMatrixColumns *self = SUIVI_MATRIX_COLUMNS (object);

  g_clear_pointer (&self->organisations, g_ptr_array_unref);
  for (guint i = 0; i < self->layouts->len; i++)
    g_clear_object (&g_ptr_array_index (self->layouts, i));
  g_ptr_array_unref (self->layouts);
  for (guint i = 0; i < SUIVI_N_LIGHTS; i++)
    g_clear_object (&self->symbols[i]);

  G_OBJECT_CLASS (suivi_matrix_columns_parent_class)->finalize (object);
}

static void
suivi_matrix_columns_class_init (SuiviMatrixColumnsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = suivi_matrix_columns_finalize;
}

static void
suivi_matrix_columns_init (SuiviMatrixColumns *self)
{
  self->layouts = g_ptr_array_new ();
}

/**
 * suivi_matrix_columns_new:
 * @organisations: (element-type utf8): names, in the order of the columns
 *
 * Returns: (transfer full): the columns
 */
SuiviMatrixColumns *
suivi_matrix_columns_new (GPtrArray *organisations)
{
  SuiviMatrixColumns *self = g_object_new (SUIVI_TYPE_MATRIX_COLUMNS, NULL);

  self->organisations = g_ptr_array_ref (organisations);
  g_ptr_array_set_size (self->layouts, (int) suivi_matrix_columns_get_n (self));

  return self;
}

/**
 * suivi_matrix_columns_get_organisations:
 *
 * Returns: (transfer none) (element-type utf8): the names of the organisations
 */
GPtrArray *
suivi_matrix_columns_get_organisations (SuiviMatrixColumns *self)
{
  return self->organisations;
}

/**
 * suivi_matrix_columns_get_n:
 *
 * Returns: how many columns there are, those of the organisations and the three others
 */
guint
suivi_matrix_columns_get_n (SuiviMatrixColumns *self)
{
  return SUIVI_MATRIX_COLUMN_FIRST + self->organisations->len + 1;
}

/**
 * suivi_matrix_columns_get_title:
 *
 * Returns: what a column is called, in full
 */
const char *
suivi_matrix_columns_get_title (SuiviMatrixColumns *self, guint column)
{
  if (column == SUIVI_MATRIX_COLUMN_TEXT)
    return _ ("Recommendation");
  if (column == SUIVI_MATRIX_COLUMN_AGREED)
    return _ ("Agreed");
  if (column == suivi_matrix_columns_get_n (self) - 1)
    /* Translators: title of a column: how far the judgements of organisations are apart */
    return _ ("Spread");

  return g_ptr_array_index (self->organisations, column - SUIVI_MATRIX_COLUMN_FIRST);
}

/**
 * suivi_matrix_columns_fit:
 * @width: in pixels
 *
 * Returns: whether the columns fit side by side; else a row shows what each organisation says below the text
 */
gboolean
suivi_matrix_columns_fit (SuiviMatrixColumns *self, int width)
{
  const int n = (int) self->organisations->len;

  return width >= MIN_WIDTH && width >= MIN_TEXT + 2 * EDGE_WIDTH + n * MIN_COLUMN;
}

static int
get_column_width (SuiviMatrixColumns *self, int width)
{
  const int n = (int) MAX (self->organisations->len, 1);

  return CLAMP ((width - GOOD_TEXT - 2 * EDGE_WIDTH) / n, MIN_COLUMN, MAX_COLUMN);
}

/**
 * suivi_matrix_columns_place:
 * @widget: whose direction counts
 * @column: which column
 * @width: how wide all are together, in pixels
 * @x: (out): where it begins
 * @column_width: (out): how wide it is
 */
void
suivi_matrix_columns_place (SuiviMatrixColumns *self,
                            GtkWidget *widget,
                            guint column,
                            int width,
                            int *x,
                            int *column_width)
{
  const int each = get_column_width (self, width);
  const int text = width - 2 * EDGE_WIDTH - (int) self->organisations->len * each;

  switch (column)
    {
    case SUIVI_MATRIX_COLUMN_TEXT:
      *x = 0;
      *column_width = text;
      break;
    case SUIVI_MATRIX_COLUMN_AGREED:
      *x = text;
      *column_width = EDGE_WIDTH;
      break;
    default:
      *x = text + EDGE_WIDTH + (int) (column - SUIVI_MATRIX_COLUMN_FIRST) * each;
      *column_width = column == suivi_matrix_columns_get_n (self) - 1 ? EDGE_WIDTH : each;
    }
  if (gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL)
    *x = width - *x - *column_width;
}

/**
 * suivi_matrix_columns_find:
 * @x: a place, in pixels
 * @column: (out): the column there
 *
 * Returns: whether there is one
 */
gboolean
suivi_matrix_columns_find (SuiviMatrixColumns *self, GtkWidget *widget, int width, int x, guint *column)
{
  for (guint i = 0; i < suivi_matrix_columns_get_n (self); i++)
    {
      int start = 0;
      int column_width = 0;

      suivi_matrix_columns_place (self, widget, i, width, &start, &column_width);
      if (x >= start && x < start + column_width)
        {
          *column = i;
          return TRUE;
        }
    }

  return FALSE;
}

/**
 * suivi_matrix_columns_get_layout:
 * @widget: in whose font
 *
 * Returns: (transfer none): the title of a column as it is drawn beside a symbol, shortened if it is long
 */
PangoLayout *
suivi_matrix_columns_get_layout (SuiviMatrixColumns *self, GtkWidget *widget, guint column)
{
  PangoLayout *layout = g_ptr_array_index (self->layouts, column);
  int width = 0;

  if (layout != NULL)
    return layout;

  layout = gtk_widget_create_pango_layout (widget, suivi_matrix_columns_get_title (self, column));
  pango_layout_get_pixel_size (layout, &width, NULL);
  if (width > MAX_NAME_WIDTH)
    {
      pango_layout_set_width (layout, MAX_NAME_WIDTH * PANGO_SCALE);
      pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_MIDDLE);
    }
  g_ptr_array_index (self->layouts, column) = layout;

  return layout;
}

/**
 * suivi_matrix_columns_get_symbol:
 * @widget: in whose font
 *
 * Returns: (transfer none): the symbol of a light
 */
PangoLayout *
suivi_matrix_columns_get_symbol (SuiviMatrixColumns *self, GtkWidget *widget, SuiviLight light)
{
  if (self->symbols[light] == NULL)
    self->symbols[light] = gtk_widget_create_pango_layout (widget, suivi_light_to_symbol (light));

  return self->symbols[light];
}

/**
 * suivi_matrix_draw_layout:
 * @color_name: (nullable): a named colour; %NULL: that of the widget's text
 *
 * Draws a text at a place of a widget.
 */
void
suivi_matrix_draw_layout (GtkWidget *widget,
                          GtkSnapshot *snapshot,
                          PangoLayout *layout,
                          const char *color_name,
                          float x,
                          float y)
{
  GtkStyleContext *context = gtk_widget_get_style_context (widget);
  GdkRGBA color = {
    0,
  };

  if (color_name == NULL || !gtk_style_context_lookup_color (context, color_name, &color))
    gtk_style_context_get_color (context, &color);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (x, y));
  gtk_snapshot_append_layout (snapshot, layout, &color);
  gtk_snapshot_restore (snapshot);
}
