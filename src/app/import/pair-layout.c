/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/import/pair-layout.h"

#define SPACING 12

/*
 * Two children: side by side in equal columns where there is room, else one below the other. Where one is
 * hidden, the other has all the room.
 */
struct _SuiviPairLayout
{
  GtkLayoutManager parent_instance;

  int threshold;
};

G_DEFINE_FINAL_TYPE (SuiviPairLayout, suivi_pair_layout, GTK_TYPE_LAYOUT_MANAGER)

enum
{
  PROP_THRESHOLD = 1,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static GtkWidget *
find_shown (GtkWidget *child)
{
  while (child != NULL && !gtk_widget_should_layout (child))
    child = gtk_widget_get_next_sibling (child);
  return child;
}

static GtkWidget *
get_first (GtkWidget *widget)
{
  return find_shown (gtk_widget_get_first_child (widget));
}

static GtkWidget *
get_next (GtkWidget *child)
{
  return find_shown (gtk_widget_get_next_sibling (child));
}

static gboolean
has_two_columns (SuiviPairLayout *self, GtkWidget *widget, int width)
{
  GtkWidget *first = get_first (widget);

  return (width < 0 || width >= self->threshold) && first != NULL && get_next (first) != NULL;
}

static int
get_column_width (SuiviPairLayout *self, GtkWidget *widget, int width)
{
  return width >= 0 && has_two_columns (self, widget, width) ? (width - SPACING) / 2 : width;
}

static int
measure_height (SuiviPairLayout *self, GtkWidget *widget, int width)
{
  gboolean two_columns = has_two_columns (self, widget, width);
  int column_width = get_column_width (self, widget, width);
  int total = 0;

  for (GtkWidget *child = get_first (widget); child != NULL; child = get_next (child))
    {
      int height = 0;

      gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, column_width, NULL, &height, NULL, NULL);
      if (two_columns)
        total = MAX (total, height);
      else
        total += height + (total > 0 ? SPACING : 0);
    }
  return total;
}

static GtkSizeRequestMode
suivi_pair_layout_get_request_mode (GtkLayoutManager *manager, GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
suivi_pair_layout_measure (GtkLayoutManager *manager,
                           GtkWidget *widget,
                           GtkOrientation orientation,
                           int for_size,
                           int *minimum,
                           int *natural,
                           int *minimum_baseline,
                           int *natural_baseline)
{
  SuiviPairLayout *self = SUIVI_PAIR_LAYOUT (manager);
  int widest = 0;
  int widest_natural = 0;

  if (orientation == GTK_ORIENTATION_VERTICAL)
    {
      *minimum = *natural = measure_height (self, widget, for_size);
      return;
    }

  for (GtkWidget *child = get_first (widget); child != NULL; child = get_next (child))
    {
      int child_minimum = 0;
      int child_natural = 0;

      gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &child_minimum, &child_natural, NULL, NULL);
      widest = MAX (widest, child_minimum);
      widest_natural = MAX (widest_natural, child_natural);
    }
  *minimum = widest;
  *natural = has_two_columns (self, widget, -1) ? 2 * widest_natural + SPACING : widest_natural;
}

/* One below the other, the last has what is left. */
static void
suivi_pair_layout_allocate (GtkLayoutManager *manager, GtkWidget *widget, int width, int height, int baseline)
{
  SuiviPairLayout *self = SUIVI_PAIR_LAYOUT (manager);
  gboolean mirrored = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  gboolean two_columns = has_two_columns (self, widget, width);
  int column_width = get_column_width (self, widget, width);
  int x = mirrored ? width - column_width : 0;
  int y = 0;

  for (GtkWidget *child = get_first (widget); child != NULL; child = get_next (child))
    {
      GtkAllocation allocation = { x, y, column_width, height - y };

      if (two_columns)
        {
          x += mirrored ? -(column_width + SPACING) : column_width + SPACING;
        }
      else if (get_next (child) != NULL)
        {
          gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, column_width, NULL, &allocation.height, NULL,
                              NULL);
          y += allocation.height + SPACING;
        }
      gtk_widget_size_allocate (child, &allocation, -1);
    }
}

static void
suivi_pair_layout_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_THRESHOLD:
      g_value_set_int (value, SUIVI_PAIR_LAYOUT (object)->threshold);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
suivi_pair_layout_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  SuiviPairLayout *self = SUIVI_PAIR_LAYOUT (object);

  switch (id)
    {
    case PROP_THRESHOLD:
      if (self->threshold == g_value_get_int (value))
        break;
      self->threshold = g_value_get_int (value);
      gtk_layout_manager_layout_changed (GTK_LAYOUT_MANAGER (self));
      g_object_notify_by_pspec (object, pspec);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
suivi_pair_layout_class_init (SuiviPairLayoutClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkLayoutManagerClass *manager_class = GTK_LAYOUT_MANAGER_CLASS (klass);

  object_class->get_property = suivi_pair_layout_get_property;
  object_class->set_property = suivi_pair_layout_set_property;
  manager_class->get_request_mode = suivi_pair_layout_get_request_mode;
  manager_class->measure = suivi_pair_layout_measure;
  manager_class->allocate = suivi_pair_layout_allocate;

  /**
   * SuiviPairLayout:threshold:
   *
   * From how many pixels of width there is room for two columns. Below the default, texts would have so few
   * words in a line that one below the other reads better.
   */
  properties[PROP_THRESHOLD]
    = g_param_spec_int ("threshold", NULL, NULL, 0, G_MAXINT, 480,
                        G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
suivi_pair_layout_init (SuiviPairLayout *self)
{
  self->threshold = 480;
}
