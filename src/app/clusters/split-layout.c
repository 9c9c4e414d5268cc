/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/clusters/split-layout.h"

/* Narrower than this, one stands above the other; in pixels. */
#define MIN_WIDTH_BESIDE 560
/* How much of the room the second child takes at most. */
#define MAX_SHARE 0.4

struct _SuiviSplitLayout
{
  GtkLayoutManager parent_instance;
};

G_DEFINE_FINAL_TYPE (SuiviSplitLayout, suivi_split_layout, GTK_TYPE_LAYOUT_MANAGER)

static GtkSizeRequestMode
suivi_split_layout_get_request_mode (GtkLayoutManager *manager, GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

/* How wide the second child is where both stand side by side, or how high where one stands above the other. */
static int
measure_second (GtkWidget *second, GtkOrientation orientation, int for_size, int room)
{
  int minimum = 0;
  int natural = 0;

  gtk_widget_measure (second, orientation, for_size, &minimum, &natural, NULL, NULL);

  return MAX (minimum, MIN (natural, (int) (room * MAX_SHARE)));
}

static void
suivi_split_layout_measure (GtkLayoutManager *manager,
                            GtkWidget *widget,
                            GtkOrientation orientation,
                            int for_size,
                            int *minimum,
                            int *natural,
                            int *minimum_baseline,
                            int *natural_baseline)
{
  GtkWidget *first = gtk_widget_get_first_child (widget);
  GtkWidget *second = gtk_widget_get_last_child (widget);
  const gboolean beside = orientation == GTK_ORIENTATION_VERTICAL && for_size >= MIN_WIDTH_BESIDE;
  int first_minimum = 0;
  int first_natural = 0;
  int second_minimum = 0;
  int second_natural = 0;

  if (beside)
    {
      const int width = measure_second (second, GTK_ORIENTATION_HORIZONTAL, -1, for_size);

      gtk_widget_measure (first, orientation, for_size - width, &first_minimum, &first_natural, NULL, NULL);
      gtk_widget_measure (second, orientation, width, &second_minimum, &second_natural, NULL, NULL);
    }
  else
    {
      gtk_widget_measure (first, orientation, for_size, &first_minimum, &first_natural, NULL, NULL);
      gtk_widget_measure (second, orientation, for_size, &second_minimum, &second_natural, NULL, NULL);
    }

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = MAX (first_minimum, second_minimum);
      *natural = first_natural + second_natural;
    }
  else
    {
      *minimum = beside ? MAX (first_minimum, second_minimum) : first_minimum + second_minimum;
      *natural = beside ? MAX (first_natural, second_natural) : first_natural + second_natural;
    }
}

static void
suivi_split_layout_allocate (GtkLayoutManager *manager,
                             GtkWidget *widget,
                             int width,
                             int height,
                             int baseline)
{
  GtkWidget *first = gtk_widget_get_first_child (widget);
  GtkWidget *second = gtk_widget_get_last_child (widget);
  GtkAllocation of_first = { 0, 0, width, height };
  GtkAllocation of_second = { 0, 0, width, height };

  if (width < MIN_WIDTH_BESIDE)
    {
      of_second.height = measure_second (second, GTK_ORIENTATION_VERTICAL, width, height);
      of_first.height -= of_second.height;
      of_second.y = of_first.height;
    }
  else
    {
      of_second.width = measure_second (second, GTK_ORIENTATION_HORIZONTAL, -1, width);
      of_first.width -= of_second.width;
      if (gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL)
        of_first.x = of_second.width;
      else
        of_second.x = of_first.width;
    }
  gtk_widget_size_allocate (first, &of_first, -1);
  gtk_widget_size_allocate (second, &of_second, -1);
}

static void
suivi_split_layout_class_init (SuiviSplitLayoutClass *klass)
{
  GtkLayoutManagerClass *manager_class = GTK_LAYOUT_MANAGER_CLASS (klass);

  manager_class->get_request_mode = suivi_split_layout_get_request_mode;
  manager_class->measure = suivi_split_layout_measure;
  manager_class->allocate = suivi_split_layout_allocate;
}

static void
suivi_split_layout_init (SuiviSplitLayout *self)
{
}
