/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "app/consultation/dots.h"

#define SIZE 8
#define GAP  4

struct _SuiviDots
{
  GtkWidget parent_instance;

  gboolean met[SUIVI_N_REQUIREMENTS];
};

G_DEFINE_FINAL_TYPE (SuiviDots, suivi_dots, GTK_TYPE_WIDGET)

static void
suivi_dots_measure (GtkWidget *widget,
                    GtkOrientation orientation,
                    int for_size,
                    int *minimum,
                    int *natural,
                    int *minimum_baseline,
                    int *natural_baseline)
{
  *minimum = orientation == GTK_ORIENTATION_HORIZONTAL
               ? SUIVI_N_REQUIREMENTS * SIZE + (SUIVI_N_REQUIREMENTS - 1) * GAP
               : SIZE;
  *natural = *minimum;
}

/* Filled and hollow differ in shape, so that no colour is needed to tell them apart. */
static void
suivi_dots_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  SuiviDots *self = SUIVI_DOTS (widget);
  gboolean mirrored = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  float y = (float) (gtk_widget_get_height (widget) - SIZE) / 2;
  GdkRGBA color;

  gtk_style_context_get_color (gtk_widget_get_style_context (widget), &color);
  for (int i = 0; i < SUIVI_N_REQUIREMENTS; i++)
    {
      int place = mirrored ? SUIVI_N_REQUIREMENTS - 1 - i : i;
      graphene_rect_t bounds = GRAPHENE_RECT_INIT ((float) (place * (SIZE + GAP)), y, SIZE, SIZE);
      const float half = self->met[i] ? SIZE / 2.0f : 1.5f;
      const float widths[4] = { half, half, half, half };
      const GdkRGBA colors[4] = { color, color, color, color };
      GskRoundedRect circle;

      gsk_rounded_rect_init_from_rect (&circle, &bounds, SIZE / 2.0f);
      gtk_snapshot_append_border (snapshot, &circle, widths, colors);
    }
}

static void
suivi_dots_class_init (SuiviDotsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->measure = suivi_dots_measure;
  widget_class->snapshot = suivi_dots_snapshot;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
  gtk_widget_class_set_css_name (widget_class, "dots");
}

static void
suivi_dots_init (SuiviDots *self)
{
}

/**
 * suivi_dots_set_standing:
 * @standing: how the checklist of a consultation stands; not kept
 */
void
suivi_dots_set_standing (SuiviDots *self, const SuiviStanding *standing)
{
  g_autofree char *words = NULL;

  g_return_if_fail (SUIVI_IS_DOTS (self));
  g_return_if_fail (standing != NULL);

  for (guint i = 0; i < SUIVI_N_REQUIREMENTS; i++)
    self->met[i]
      = standing->rows[i].n_missing_now + standing->rows[i].n_missing_after + standing->rows[i].n_passed == 0;

  /* Translators: of the nine requirements for hearing children: "7 of 9 requirements are in place" */
  words = g_strdup_printf (ngettext ("%u of %u requirements is in place",
                                     "%u of %u requirements are in place", standing->n_met),
                           standing->n_met, (guint) SUIVI_N_REQUIREMENTS);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
