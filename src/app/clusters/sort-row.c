/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/clusters/sort-row.h"

#include <glib/gi18n-lib.h>

#include "app/review/recommendation-words.h"
#include "app/review/row-name.h"

struct _SuiviSortRow
{
  GtkWidget parent_instance;

  GtkCheckButton *check;
  GtkLabel *number;
  GtkLabel *cluster;
  GtkInscription *text;
  GtkInscription *caption;

  GtkListItem *list_item;        /* (weak): it owns the row */
  SuiviRecommendationItem *item; /* (owned) (nullable) */
  char *title;                   /* (nullable): of the cluster that it is in */
  gulong notified;
};

G_DEFINE_FINAL_TYPE (SuiviSortRow, suivi_sort_row, GTK_TYPE_WIDGET)

/* What it is about helps to decide where it goes. */
static char *
describe_subject (SuiviRecommendation *recommendation)
{
  if (recommendation->themes[0] != NULL)
    return g_strjoinv (", ", recommendation->themes);
  if (recommendation->groups[0] != NULL)
    return g_strjoinv (", ", recommendation->groups);

  return g_strjoinv (", ", recommendation->issues);
}

static void
name_row (SuiviSortRow *self, SuiviRecommendation *recommendation, const char *number, const char *subject)
{
  g_autofree char *name = NULL;
  /* Translators: name of a box to tick; %s is the number of a recommendation */
  g_autofree char *check = g_strdup_printf (_ ("Select %s"), number);

  if (self->title != NULL)
    /* Translators: name of a row for screen readers: number, title of a cluster; text; themes */
    name = g_strdup_printf (_ ("%s, in “%s”. %s %s"), number, self->title, recommendation->text, subject);
  else
    /* Translators: name of a row for screen readers: number; text; themes */
    name = g_strdup_printf (_ ("%s, in no cluster. %s %s"), number, recommendation->text, subject);
  suivi_row_name_set (GTK_WIDGET (self), name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->check), GTK_ACCESSIBLE_PROPERTY_LABEL, check, -1);
}

static void
show_recommendation (SuiviSortRow *self)
{
  SuiviRecommendation *recommendation = NULL;
  g_autofree char *number = NULL;
  g_autofree char *subject = NULL;

  if (self->item != NULL)
    recommendation = suivi_recommendation_item_get_recommendation (self->item);
  gtk_label_set_label (self->cluster, self->title != NULL ? self->title : "");
  if (recommendation == NULL)
    {
      /* As high as a full row, so that the list does not jump when the text arrives. */
      gtk_label_set_label (self->number, " ");
      gtk_inscription_set_text (self->text, NULL);
      gtk_inscription_set_text (self->caption, NULL);
      return;
    }

  number = suivi_recommendation_to_title (recommendation, suivi_recommendation_item_get_review (self->item));
  subject = describe_subject (recommendation);
  gtk_label_set_label (self->number, number);
  gtk_inscription_set_text (self->text, recommendation->text);
  gtk_inscription_set_text (self->caption, subject);
  name_row (self, recommendation, number, subject);
}

static void
show_selected (SuiviSortRow *self)
{
  gtk_check_button_set_active (self->check, gtk_list_item_get_selected (self->list_item));
}

/* One more or one less: what else is selected stays. */
static void
toggled_cb (SuiviSortRow *self)
{
  if (gtk_check_button_get_active (self->check) != gtk_list_item_get_selected (self->list_item))
    gtk_widget_activate_action (GTK_WIDGET (self), "listitem.select", "(bb)", TRUE, FALSE);
}

static void
suivi_sort_row_dispose (GObject *object)
{
  SuiviSortRow *self = SUIVI_SORT_ROW (object);
  GtkWidget *child = NULL;

  g_clear_signal_handler (&self->notified, self->item);
  g_clear_object (&self->item);
  g_clear_pointer (&self->title, g_free);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (suivi_sort_row_parent_class)->dispose (object);
}

static void
suivi_sort_row_class_init (SuiviSortRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = suivi_sort_row_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/suivi/Suivi/clusters/sort-row.ui");
  gtk_widget_class_bind_template_child (widget_class, SuiviSortRow, check);
  gtk_widget_class_bind_template_child (widget_class, SuiviSortRow, number);
  gtk_widget_class_bind_template_child (widget_class, SuiviSortRow, cluster);
  gtk_widget_class_bind_template_child (widget_class, SuiviSortRow, text);
  gtk_widget_class_bind_template_child (widget_class, SuiviSortRow, caption);
  gtk_widget_class_bind_template_callback (widget_class, toggled_cb);
}

static void
suivi_sort_row_init (SuiviSortRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * suivi_sort_row_new:
 * @list_item: whose child it will be
 *
 * Returns: (transfer floating): an empty row
 */
GtkWidget *
suivi_sort_row_new (GtkListItem *list_item)
{
  SuiviSortRow *self = g_object_new (SUIVI_TYPE_SORT_ROW, NULL);

  self->list_item = list_item;
  g_signal_connect_object (list_item, "notify::selected", G_CALLBACK (show_selected), self,
                           G_CONNECT_SWAPPED);

  return GTK_WIDGET (self);
}

/**
 * suivi_sort_row_show:
 * @item: (nullable): what to show, now and whenever it changes
 * @cluster: (nullable): title of the cluster that it is in
 */
void
suivi_sort_row_show (SuiviSortRow *self, SuiviRecommendationItem *item, const char *cluster)
{
  g_return_if_fail (SUIVI_IS_SORT_ROW (self));

  g_clear_signal_handler (&self->notified, self->item);
  g_set_object (&self->item, item);
  g_free (self->title);
  self->title = g_strdup (cluster);
  if (item == NULL)
    return;

  self->notified
    = g_signal_connect_swapped (item, "notify::recommendation", G_CALLBACK (show_recommendation), self);
  show_recommendation (self);
  show_selected (self);
}

/**
 * suivi_sort_row_get_item:
 *
 * Returns: (transfer none) (nullable): what is shown
 */
SuiviRecommendationItem *
suivi_sort_row_get_item (SuiviSortRow *self)
{
  return self->item;
}

/**
 * suivi_sort_row_get_position:
 *
 * Returns: the place in the list of what is shown
 */
guint
suivi_sort_row_get_position (SuiviSortRow *self)
{
  return gtk_list_item_get_position (self->list_item);
}
