/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/drafting/draft-layout.h"

#define SPACING 12

/* From how many pixels of width there is room for two columns: below, lines would have too few words. */
#define TWO_COLUMNS 600

/* Width of the second column, which explains: as narrow as reads well, the wording has the rest. */
#define MIN_SECOND 276
#define MAX_SECOND 360

/*
 * Three children: the wording, what can be said of it, and what else belongs to it. One below the other; where there is
 * room, the second beside the two others. There it stays in sight while these are scrolled; whoever scrolls must queue an
 * allocation.
 */
struct _SuiviDraftLayout
{
  GtkLayoutManager parent_instance;
};

G_DEFINE_FINAL_TYPE (SuiviDraftLayout, suivi_draft_layout, GTK_TYPE_LAYOUT_MANAGER)

static gboolean
has_two_columns (int width)
{
  return width < 0 || width >= TWO_COLUMNS;
}

/* Whether a child is the one that goes into the second column. */
static gboolean
is_second (GtkWidget *widget, GtkWidget *child)
{
  return gtk_widget_get_prev_sibling (child) == gtk_widget_get_first_child (widget);
}

static int
get_column_width (GtkWidget *widget, GtkWidget *child, int width)
{
  int second = CLAMP (width * 2 / 5, MIN_SECOND, MAX_SECOND);

  if (width < 0 || !has_two_columns (width))
    return width;

  return is_second (widget, child) ? second : width - SPACING - second;
}

static int
measure_child (GtkWidget *child, int width)
{
  int height = 0;

  gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, width, NULL, &height, NULL, NULL);

  return height;
}

static int
measure_height (GtkWidget *widget, int width)
{
  int first = 0;
  int second = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      int height = measure_child (child, get_column_width (widget, child, width));

      if (has_two_columns (width) && is_second (widget, child))
        second = height;
      else
        first += height + (first > 0 ? SPACING : 0);
    }

  return MAX (first, second);
}

static GtkSizeRequestMode
suivi_draft_layout_get_request_mode (GtkLayoutManager *manager, GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
suivi_draft_layout_measure (GtkLayoutManager *manager,
                            GtkWidget *widget,
                            GtkOrientation orientation,
                            int for_size,
                            int *minimum,
                            int *natural,
                            int *minimum_baseline,
                            int *natural_baseline)
{
  int widest = 0;
  int widest_natural = 0;

  if (orientation == GTK_ORIENTATION_VERTICAL)
    {
      *minimum = *natural = measure_height (widget, for_size);
      return;
    }

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      int child_minimum = 0;
      int child_natural = 0;

      gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &child_minimum, &child_natural, NULL, NULL);
      widest = MAX (widest, child_minimum);
      widest_natural = MAX (widest_natural, child_natural);
    }
  *minimum = widest;
  *natural = MAX (widest, widest_natural + SPACING + MAX_SECOND);
}

/* As far down as it must be to be seen, and not below the end of the first column. If it is too high for the window, its
 * end is what stays. */
static int
get_second_y (GtkWidget *widget, int second_height, int height)
{
  GtkWidget *viewport = gtk_widget_get_ancestor (widget, GTK_TYPE_VIEWPORT);
  double x = 0;
  double y = 0;
  int top = 0;

  if (viewport == NULL || !gtk_widget_translate_coordinates (widget, viewport, 0, 0, &x, &y))
    return 0;

  top = MIN (0, gtk_widget_get_height (viewport) - SPACING - second_height) - (int) y;
  if (second_height + 2 * SPACING <= gtk_widget_get_height (viewport))
    top += SPACING;

  return CLAMP (top, 0, MAX (0, height - second_height));
}

static void
suivi_draft_layout_allocate (GtkLayoutManager *manager,
                             GtkWidget *widget,
                             int width,
                             int height,
                             int baseline)
{
  gboolean mirrored = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int y = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      int column_width = get_column_width (widget, child, width);
      GtkAllocation allocation = { mirrored ? width - column_width : 0, y, column_width, 0 };

      allocation.height = measure_child (child, column_width);
      if (has_two_columns (width) && is_second (widget, child))
        {
          allocation.x = mirrored ? 0 : width - column_width;
          allocation.y = get_second_y (widget, allocation.height, height);
        }
      else
        {
          y += allocation.height + SPACING;
        }
      gtk_widget_size_allocate (child, &allocation, -1);
    }
}

static void
suivi_draft_layout_class_init (SuiviDraftLayoutClass *klass)
{
  GtkLayoutManagerClass *manager_class = GTK_LAYOUT_MANAGER_CLASS (klass);

  manager_class->get_request_mode = suivi_draft_layout_get_request_mode;
  manager_class->measure = suivi_draft_layout_measure;
  manager_class->allocate = suivi_draft_layout_allocate;
}

static void
suivi_draft_layout_init (SuiviDraftLayout *self)
{
}
