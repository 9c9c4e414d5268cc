/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/scorecard/matrix-header.h"

#include <glib/gi18n-lib.h>

#define PADDING 12
#define GAP     4
/* A column that is narrower has its title written upwards, which may be so long. */
#define UPRIGHT_WIDTH 64
#define UPWARD_HEIGHT 128

struct _SuiviMatrixHeader
{
  GtkWidget parent_instance;

  SuiviMatrixColumns *columns; /* (owned) (nullable) */
};

G_DEFINE_FINAL_TYPE (SuiviMatrixHeader, suivi_matrix_header, GTK_TYPE_WIDGET)

static gboolean
is_upward (SuiviMatrixHeader *self, int width)
{
  int x = 0;
  int column_width = 0;

  suivi_matrix_columns_place (self->columns, GTK_WIDGET (self), SUIVI_MATRIX_COLUMN_FIRST, width, &x,
                              &column_width);

  return column_width < UPRIGHT_WIDTH;
}

static int
get_line_height (GtkWidget *widget)
{
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (widget, "X");
  int height = 0;

  pango_layout_get_pixel_size (layout, NULL, &height);

  return height;
}

static GtkSizeRequestMode
suivi_matrix_header_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
suivi_matrix_header_measure (GtkWidget *widget,
                             GtkOrientation orientation,
                             int for_size,
                             int *minimum,
                             int *natural,
                             int *minimum_baseline,
                             int *natural_baseline)
{
  SuiviMatrixHeader *self = SUIVI_MATRIX_HEADER (widget);

  *minimum = 0;
  *natural = 0;
  if (orientation == GTK_ORIENTATION_HORIZONTAL || self->columns == NULL
      || !suivi_matrix_columns_fit (self->columns, for_size))
    return;

  *minimum = is_upward (self, for_size) ? UPWARD_HEIGHT : get_line_height (widget);
  *minimum += 2 * GAP;
  *natural = *minimum;
}

static void
draw_title (SuiviMatrixHeader *self, GtkSnapshot *snapshot, guint column, gboolean upward)
{
  GtkWidget *widget = GTK_WIDGET (self);
  const int height = gtk_widget_get_height (widget);
  const gboolean is_text = column == SUIVI_MATRIX_COLUMN_TEXT;
  const int padding = is_text ? PADDING : GAP;
  g_autoptr (PangoLayout) layout
             = gtk_widget_create_pango_layout (widget,
                                               suivi_matrix_columns_get_title (self->columns, column));
  int x = 0;
  int width = 0;
  int text_width = 0;
  int text_height = 0;

  suivi_matrix_columns_place (self->columns, widget, column, gtk_widget_get_width (widget), &x, &width);
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  pango_layout_set_width (layout, MAX (1, upward ? height - 2 * GAP : width - 2 * padding) * PANGO_SCALE);
  pango_layout_get_pixel_size (layout, NULL, &text_height);
  if (upward)
    {
      /* So that every title begins at the cells below it. */
      pango_layout_set_alignment (layout, PANGO_ALIGN_LEFT);
      pango_layout_set_auto_dir (layout, FALSE);
      gtk_snapshot_save (snapshot);
      gtk_snapshot_translate (snapshot,
                              &GRAPHENE_POINT_INIT (x + (width - text_height) / 2.0f, height - GAP));
      gtk_snapshot_rotate (snapshot, -90);
      suivi_matrix_draw_layout (widget, snapshot, layout, NULL, 0, 0);
      gtk_snapshot_restore (snapshot);
      return;
    }

  pango_layout_set_alignment (layout, is_text ? PANGO_ALIGN_LEFT : PANGO_ALIGN_CENTER);
  pango_layout_get_pixel_size (layout, &text_width, NULL);
  suivi_matrix_draw_layout (widget, snapshot, layout, NULL, x + padding, height - GAP - text_height);
}

static void
suivi_matrix_header_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  SuiviMatrixHeader *self = SUIVI_MATRIX_HEADER (widget);
  const int width = gtk_widget_get_width (widget);
  gboolean upward = FALSE;

  if (self->columns == NULL || !suivi_matrix_columns_fit (self->columns, width))
    return;

  upward = is_upward (self, width);
  for (guint i = 0; i < suivi_matrix_columns_get_n (self->columns); i++)
    draw_title (self, snapshot, i,
                upward && i >= SUIVI_MATRIX_COLUMN_FIRST
                  && i < suivi_matrix_columns_get_n (self->columns) - 1);
}

static gboolean
suivi_matrix_header_query_tooltip (GtkWidget *widget,
                                   int x,
                                   int y,
                                   gboolean keyboard_mode,
                                   GtkTooltip *tooltip)
{
  SuiviMatrixHeader *self = SUIVI_MATRIX_HEADER (widget);
  guint column = 0;

  if (self->columns == NULL || keyboard_mode
      || !suivi_matrix_columns_find (self->columns, widget, gtk_widget_get_width (widget), x, &column))
    return FALSE;

  gtk_tooltip_set_text (tooltip, suivi_matrix_columns_get_title (self->columns, column));

  return TRUE;
}

static void
suivi_matrix_header_dispose (GObject *object)
{
  g_clear_object (&SUIVI_MATRIX_HEADER (object)->columns);

  G_OBJECT_CLASS (suivi_matrix_header_parent_class)->dispose (object);
}

static void
suivi_matrix_header_class_init (SuiviMatrixHeaderClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = suivi_matrix_header_dispose;
  widget_class->get_request_mode = suivi_matrix_header_get_request_mode;
  widget_class->measure = suivi_matrix_header_measure;
  widget_class->snapshot = suivi_matrix_header_snapshot;
  widget_class->query_tooltip = suivi_matrix_header_query_tooltip;
}

static void
suivi_matrix_header_init (SuiviMatrixHeader *self)
{
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self), "caption-heading");
}

/**
 * suivi_matrix_header_set_columns:
 * @columns: the columns whose titles are shown
 */
void
suivi_matrix_header_set_columns (SuiviMatrixHeader *self, SuiviMatrixColumns *columns)
{
  g_autoptr (GString) name = g_string_new (NULL);

  g_set_object (&self->columns, columns);
  for (guint i = 0; i < suivi_matrix_columns_get_n (columns); i++)
    g_string_append_printf (name, "%s%s", i > 0 ? ", " : "", suivi_matrix_columns_get_title (columns, i));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name->str, -1);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}
