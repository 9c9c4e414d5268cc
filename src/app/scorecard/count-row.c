/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/scorecard/count-row.h"

#include <glib/gi18n-lib.h>

/* A symbol, a word, and how many recommendations it is about; a click opens them. */
struct _SuiviCountRow
{
  GtkListBoxRow parent_instance;

  GtkLabel *symbol;
  GtkLabel *title;
  GtkLabel *subtitle;
  GtkLabel *number;
  GtkWidget *arrow;

  GPtrArray *rows; /* (owned) (element-type SuiviScorecardRow) */
};

G_DEFINE_FINAL_TYPE (SuiviCountRow, suivi_count_row, GTK_TYPE_LIST_BOX_ROW)

static void
suivi_count_row_finalize (GObject *object)
{
  g_clear_pointer (&SUIVI_COUNT_ROW (object)->rows, g_ptr_array_unref);

  G_OBJECT_CLASS (suivi_count_row_parent_class)->finalize (object);
}

static void
suivi_count_row_class_init (SuiviCountRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = suivi_count_row_finalize;

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/suivi/Suivi/scorecard/count-row.ui");
  gtk_widget_class_bind_template_child (widget_class, SuiviCountRow, symbol);
  gtk_widget_class_bind_template_child (widget_class, SuiviCountRow, title);
  gtk_widget_class_bind_template_child (widget_class, SuiviCountRow, subtitle);
  gtk_widget_class_bind_template_child (widget_class, SuiviCountRow, number);
  gtk_widget_class_bind_template_child (widget_class, SuiviCountRow, arrow);
}

static void
suivi_count_row_init (SuiviCountRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * suivi_count_row_new:
 * @symbol: (nullable): a sign that stands before the word
 * @title: what is counted
 * @subtitle: (nullable): a sentence about it
 * @rows: (element-type SuiviScorecardRow): what is counted; their number is shown, and if there are any, the row can be
 *   activated
 *
 * Returns: (transfer floating): a row
 */
GtkWidget *
suivi_count_row_new (const char *symbol, const char *title, const char *subtitle, GPtrArray *rows)
{
  SuiviCountRow *self = g_object_new (SUIVI_TYPE_COUNT_ROW, NULL);
  g_autofree char *number = g_strdup_printf ("%u", rows->len);
  /* Translators: what is counted, and how many of it: "Better: 12" */
  g_autofree char *name = g_strdup_printf (_ ("%s: %u"), title, rows->len);
  gboolean leads_on = rows->len > 0;

  self->rows = g_ptr_array_ref (rows);
  gtk_label_set_label (self->symbol, symbol != NULL ? symbol : "");
  gtk_widget_set_visible (GTK_WIDGET (self->symbol), symbol != NULL);
  gtk_label_set_label (self->title, title);
  gtk_label_set_label (self->subtitle, subtitle != NULL ? subtitle : "");
  gtk_widget_set_visible (GTK_WIDGET (self->subtitle), subtitle != NULL);
  gtk_label_set_label (self->number, number);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self), leads_on);
  /* Not hidden: the numbers stand below each other. */
  gtk_widget_set_opacity (self->arrow, leads_on ? 1 : 0);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, subtitle != NULL ? subtitle : "", -1);

  return GTK_WIDGET (self);
}

/**
 * suivi_count_row_get_title:
 *
 * Returns: what is counted
 */
const char *
suivi_count_row_get_title (SuiviCountRow *self)
{
  g_return_val_if_fail (SUIVI_IS_COUNT_ROW (self), NULL);

  return gtk_label_get_label (self->title);
}

/**
 * suivi_count_row_get_rows:
 *
 * Returns: (transfer none) (element-type SuiviScorecardRow): what is counted
 */
GPtrArray *
suivi_count_row_get_rows (SuiviCountRow *self)
{
  g_return_val_if_fail (SUIVI_IS_COUNT_ROW (self), NULL);

  return self->rows;
}
