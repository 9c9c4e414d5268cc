/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/review/wrap-layout.h"

/*
 * Children one after the other, like words in a paragraph: each as wide as it likes, a new line when the line
 * is full. GtkFlowBox puts its children into columns, which tears chips of different lengths apart.
 */
struct _SuiviWrapLayout
{
  GtkLayoutManager parent_instance;

  guint spacing;
};

G_DEFINE_FINAL_TYPE (SuiviWrapLayout, suivi_wrap_layout, GTK_TYPE_LAYOUT_MANAGER)

enum
{
  PROP_0,
  PROP_SPACING,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

/* Walks over the children in lines of at most @width pixels, places them if @place, and returns the height.
 */
static int
flow (SuiviWrapLayout *self, GtkWidget *widget, int width, gboolean place)
{
  gboolean mirrored = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int spacing = self->spacing;
  int x = 0;
  int y = 0;
  int line_height = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      int minimum = 0;
      int natural = 0;
      int height = 0;

      if (!gtk_widget_should_layout (child))
        continue;

      gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, &natural, NULL, NULL);
      natural = MAX (minimum, MIN (natural, width));
      gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, natural, NULL, &height, NULL, NULL);

      if (x > 0 && x + natural > width)
        {
          x = 0;
          y += line_height + spacing;
          line_height = 0;
        }
      if (place)
        {
          GtkAllocation allocation = { mirrored ? width - x - natural : x, y, natural, height };

          gtk_widget_size_allocate (child, &allocation, -1);
        }
      x += natural + spacing;
      line_height = MAX (line_height, height);
    }

  return y + line_height;
}

static GtkSizeRequestMode
suivi_wrap_layout_get_request_mode (GtkLayoutManager *manager, GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
suivi_wrap_layout_measure (GtkLayoutManager *manager,
                           GtkWidget *widget,
                           GtkOrientation orientation,
                           int for_size,
                           int *minimum,
                           int *natural,
                           int *minimum_baseline,
                           int *natural_baseline)
{
  SuiviWrapLayout *self = SUIVI_WRAP_LAYOUT (manager);
  int widest = 0;
  int sum = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      int child_minimum = 0;
      int child_natural = 0;

      if (!gtk_widget_should_layout (child))
        continue;

      gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &child_minimum, &child_natural, NULL, NULL);
      widest = MAX (widest, child_minimum);
      sum += child_natural + (sum > 0 ? (int) self->spacing : 0);
    }
  sum = MAX (sum, widest);

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = widest;
      *natural = sum;
    }
  else
    {
      *minimum = *natural = flow (self, widget, for_size < 0 ? sum : MAX (for_size, widest), FALSE);
    }
}

static void
suivi_wrap_layout_allocate (GtkLayoutManager *manager, GtkWidget *widget, int width, int height, int baseline)
{
  flow (SUIVI_WRAP_LAYOUT (manager), widget, width, TRUE);
}

static void
suivi_wrap_layout_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  SuiviWrapLayout *self = SUIVI_WRAP_LAYOUT (object);

  switch (prop_id)
    {
    case PROP_SPACING:
      g_value_set_uint (value, self->spacing);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
suivi_wrap_layout_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  SuiviWrapLayout *self = SUIVI_WRAP_LAYOUT (object);

  switch (prop_id)
    {
    case PROP_SPACING:
      if (self->spacing == g_value_get_uint (value))
        break;
      self->spacing = g_value_get_uint (value);
      gtk_layout_manager_layout_changed (GTK_LAYOUT_MANAGER (self));
      g_object_notify_by_pspec (object, pspec);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
suivi_wrap_layout_class_init (SuiviWrapLayoutClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkLayoutManagerClass *manager_class = GTK_LAYOUT_MANAGER_CLASS (klass);

  object_class->get_property = suivi_wrap_layout_get_property;
  object_class->set_property = suivi_wrap_layout_set_property;
  manager_class->get_request_mode = suivi_wrap_layout_get_request_mode;
  manager_class->measure = suivi_wrap_layout_measure;
  manager_class->allocate = suivi_wrap_layout_allocate;

  properties[PROP_SPACING]
    = g_param_spec_uint ("spacing", NULL, NULL, 0, 100, 6,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
suivi_wrap_layout_init (SuiviWrapLayout *self)
{
  self->spacing = 6;
}

/**
 * suivi_wrap_layout_new:
 * @spacing: pixels between children and between lines, 0 to 100
 *
 * Returns: (transfer full): a layout that breaks lines as a paragraph does
 */
GtkLayoutManager *
suivi_wrap_layout_new (guint spacing)
{
  return g_object_new (SUIVI_TYPE_WRAP_LAYOUT, "spacing", spacing, NULL);
}
