/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/scorecard/matrix-header.h"

#include <glib/gi18n-lib.h>

#define PADDING 12
#define GAP     4
/* A column that is narrower has its title written upwards, which is at least and at most so long. */
#define UPRIGHT_WIDTH 72
#define MIN_UPWARD    40
#define MAX_UPWARD    200
#define MAX_LINES     3

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

static int
get_padding (guint column)
{
  return column == SUIVI_MATRIX_COLUMN_TEXT ? PADDING : GAP;
}

/* What is written upwards, if the columns of organisations are narrow. */
static gboolean
is_organisation (SuiviMatrixHeader *self, guint column)
{
  return column >= SUIVI_MATRIX_COLUMN_FIRST && column < suivi_matrix_columns_get_n (self->columns) - 1;
}

/* Names that begin alike are told apart by their ends: what is left out is
 * in the middle. */
static PangoLayout *
create_layout (SuiviMatrixHeader *self, guint column, int length, int n_lines)
{
  PangoLayout *layout
    = gtk_widget_create_pango_layout (GTK_WIDGET (self),
                                      suivi_matrix_columns_get_title (self->columns, column));

  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_MIDDLE);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_height (layout, -n_lines);
  pango_layout_set_width (layout, MAX (1, length) * PANGO_SCALE);

  return layout;
}

/* As many lines as fit side by side, which stand close. */
static PangoLayout *
create_upward (SuiviMatrixHeader *self, guint column, int length, int width)
{
  const int line_height = get_line_height (GTK_WIDGET (self));
  PangoLayout *layout
    = create_layout (self, column, length, CLAMP ((width + line_height / 3) / line_height, 1, MAX_LINES));

  pango_layout_set_line_spacing (layout, 0.85f);

  return layout;
}

/* How long the titles of the organisations are that are written upwards, up to a limit. */
static int
measure_upward (SuiviMatrixHeader *self, int width)
{
  int longest = 0;

  for (guint i = SUIVI_MATRIX_COLUMN_FIRST; is_organisation (self, i); i++)
    {
      g_autoptr (PangoLayout) layout = NULL;
      int x = 0;
      int column_width = 0;
      int length = 0;

      suivi_matrix_columns_place (self->columns, GTK_WIDGET (self), i, width, &x, &column_width);
      layout = create_upward (self, i, MAX_UPWARD, column_width);
      pango_layout_get_pixel_size (layout, &length, NULL);
      longest = MAX (longest, length);
    }

  return CLAMP (longest, MIN_UPWARD, MAX_UPWARD);
}

/* How high the titles are that are written as usual. */
static int
measure_upright (SuiviMatrixHeader *self, int width)
{
  int highest = 0;

  for (guint i = 0; i < suivi_matrix_columns_get_n (self->columns); i++)
    {
      g_autoptr (PangoLayout) layout = NULL;
      int x = 0;
      int column_width = 0;
      int height = 0;

      suivi_matrix_columns_place (self->columns, GTK_WIDGET (self), i, width, &x, &column_width);
      layout = create_layout (self, i, column_width - 2 * get_padding (i), MAX_LINES);
      pango_layout_get_pixel_size (layout, NULL, &height);
      highest = MAX (highest, height);
    }

  return highest;
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

  *minimum = is_upward (self, for_size) ? measure_upward (self, for_size) : measure_upright (self, for_size);
  *minimum += 2 * GAP;
  *natural = *minimum;
}

static void
draw_upward (SuiviMatrixHeader *self, GtkSnapshot *snapshot, guint column)
{
  GtkWidget *widget = GTK_WIDGET (self);
  const int height = gtk_widget_get_height (widget);
  g_autoptr (PangoLayout) layout = NULL;
  int x = 0;
  int width = 0;
  int text_height = 0;

  suivi_matrix_columns_place (self->columns, widget, column, gtk_widget_get_width (widget), &x, &width);
  layout = create_upward (self, column, height - 2 * GAP, width);
  pango_layout_get_pixel_size (layout, NULL, &text_height);
  /* So that every title begins at the cells below it. */
  pango_layout_set_alignment (layout, PANGO_ALIGN_LEFT);
  pango_layout_set_auto_dir (layout, FALSE);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (x + (width - text_height) / 2.0f, height - GAP));
  gtk_snapshot_rotate (snapshot, -90);
  suivi_matrix_draw_layout (widget, snapshot, layout, NULL, 0, 0);
  gtk_snapshot_restore (snapshot);
}

static void
draw_upright (SuiviMatrixHeader *self, GtkSnapshot *snapshot, guint column)
{
  GtkWidget *widget = GTK_WIDGET (self);
  const int padding = get_padding (column);
  const gboolean rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  g_autoptr (PangoLayout) layout = NULL;
  int x = 0;
  int width = 0;
  int text_height = 0;

  suivi_matrix_columns_place (self->columns, widget, column, gtk_widget_get_width (widget), &x, &width);
  layout = create_layout (self, column, width - 2 * padding, MAX_LINES);
  pango_layout_get_pixel_size (layout, NULL, &text_height);
  /* Where the text of the rows begins, in whatever language the title is. */
  pango_layout_set_auto_dir (layout, FALSE);
  pango_layout_set_alignment (layout, column != SUIVI_MATRIX_COLUMN_TEXT ? PANGO_ALIGN_CENTER
                                      : rtl                              ? PANGO_ALIGN_RIGHT
                                                                         : PANGO_ALIGN_LEFT);
  suivi_matrix_draw_layout (widget, snapshot, layout, NULL, x + padding,
                            gtk_widget_get_height (widget) - GAP - text_height);
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
    {
      if (upward && is_organisation (self, i))
        draw_upward (self, snapshot, i);
      else
        draw_upright (self, snapshot, i);
    }
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
