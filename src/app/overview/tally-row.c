/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/overview/tally-row.h"

#include <glib/gi18n-lib.h>

#include "app/light-words.h"
#include "app/overview/light-bar.h"

/* A word, how many recommendations it has, and how their lights stand. */
struct _SuiviTallyRow
{
  GtkListBoxRow parent_instance;

  GtkLabel *title;
  GtkLabel *number;
  SuiviLightBar *bar;
  GtkWidget *arrow;

  guint lights[SUIVI_N_LIGHTS];
  guint total;
};

G_DEFINE_FINAL_TYPE (SuiviTallyRow, suivi_tally_row, GTK_TYPE_LIST_BOX_ROW)

static void
suivi_tally_row_class_init (SuiviTallyRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (SUIVI_TYPE_LIGHT_BAR);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/suivi/Suivi/overview/tally-row.ui");
  gtk_widget_class_bind_template_child (widget_class, SuiviTallyRow, title);
  gtk_widget_class_bind_template_child (widget_class, SuiviTallyRow, number);
  gtk_widget_class_bind_template_child (widget_class, SuiviTallyRow, bar);
  gtk_widget_class_bind_template_child (widget_class, SuiviTallyRow, arrow);
}

static void
suivi_tally_row_init (SuiviTallyRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
say (GtkWidget *widget)
{
  SuiviTallyRow *self = SUIVI_TALLY_ROW (widget);
  g_autofree char *lights = suivi_light_bar_describe (self->lights, suivi_light_words_get (widget));
  /* Translators: a row for screen readers: "Supported: 217. Implemented: 12 · Not assessed: 205" */
  g_autofree char *name
    = g_strdup_printf (_ ("%s: %u. %s"), gtk_label_get_label (self->title), self->total, lights);

  gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

/**
 * suivi_tally_row_new:
 * @title: what is counted
 * @lights: how many by #SuiviLight; their sum is the number that is shown
 * @whole: how many there are in all rows together; the bar is as long as its share
 * @activatable: whether a click leads somewhere; an arrow says so
 *
 * Returns: (transfer floating): a row
 */
GtkWidget *
suivi_tally_row_new (const char *title, const guint *lights, guint whole, gboolean activatable)
{
  SuiviTallyRow *self = g_object_new (SUIVI_TYPE_TALLY_ROW, NULL);
  g_autofree char *number = NULL;

  memcpy (self->lights, lights, sizeof self->lights);
  for (guint i = 0; i < SUIVI_N_LIGHTS; i++)
    self->total += lights[i];

  number = g_strdup_printf ("%u", self->total);
  gtk_label_set_label (self->title, title);
  gtk_label_set_label (self->number, number);
  suivi_light_bar_set_counts (self->bar, lights);
  suivi_light_bar_set_whole (self->bar, whole);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self), activatable);
  gtk_widget_set_visible (self->arrow, activatable);
  say (GTK_WIDGET (self));
  suivi_light_words_follow (GTK_WIDGET (self), say);

  return GTK_WIDGET (self);
}
