/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "app/consultation/headcount-preview.h"
#include "core/consultation/headcount-table.h"

struct _SuiviHeadcountPreview
{
  GtkBox parent_instance;
};

G_DEFINE_FINAL_TYPE (SuiviHeadcountPreview, suivi_headcount_preview, GTK_TYPE_BOX)

static void
suivi_headcount_preview_class_init (SuiviHeadcountPreviewClass *klass)
{
}

static void
suivi_headcount_preview_init (SuiviHeadcountPreview *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 6);
  gtk_widget_add_css_class (GTK_WIDGET (self), "card");
  gtk_widget_add_css_class (GTK_WIDGET (self), "padded");
}

static GtkWidget *
make_label (const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);

  return label;
}

static void
attach (GtkGrid *grid, const char *text, const char *css_class, guint column, guint row)
{
  GtkWidget *label = make_label (text);

  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  gtk_widget_add_css_class (label, "numeric");
  gtk_widget_set_hexpand (label, TRUE);
  gtk_grid_attach (grid, label, (int) column, (int) row, 1, 1);
}

static void
attach_cell (GtkGrid *grid, const SuiviCell *cell, const char *css_class, guint column, guint row)
{
  g_autofree char *text = suivi_cell_to_text (cell);

  attach (grid, text, css_class, column, row);
}

static GtkWidget *
make_grid (SuiviHeadcountTable *table)
{
  GtkGrid *grid = GTK_GRID (gtk_grid_new ());
  guint last_row = table->n_bands + 1;
  guint last_column = table->n_genders + 1;

  gtk_grid_set_row_spacing (grid, 6);
  gtk_grid_set_column_spacing (grid, 9);
  for (guint g = 0; g < table->n_genders; g++)
    attach (grid, suivi_gender_to_label (table->genders[g]), "dim-label", g + 1, 0);
  attach (grid, _ ("All"), "dim-label", last_column, 0);
  for (guint b = 0; b < table->n_bands; b++)
    {
      attach (grid, suivi_age_band_to_label (table->bands[b]), "dim-label", 0, b + 1);
      for (guint g = 0; g < table->n_genders; g++)
        attach_cell (grid, &table->cells[b][g], NULL, g + 1, b + 1);
      attach_cell (grid, &table->band_totals[b], "heading", last_column, b + 1);
    }
  attach (grid, _ ("All"), "dim-label", 0, last_row);
  for (guint g = 0; g < table->n_genders; g++)
    attach_cell (grid, &table->gender_totals[g], "heading", g + 1, last_row);
  attach_cell (grid, &table->total, "heading", last_column, last_row);

  return GTK_WIDGET (grid);
}

/**
 * suivi_headcount_preview_show:
 * @headcounts: (element-type SuiviHeadcount): how many children took part
 */
void
suivi_headcount_preview_show (SuiviHeadcountPreview *self, GPtrArray *headcounts)
{
  g_autoptr (SuiviHeadcountTable) table = suivi_headcount_table_new (headcounts);
  GtkWidget *child = NULL;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_box_remove (GTK_BOX (self), child);

  if (table->n_bands == 0)
    gtk_box_append (GTK_BOX (self), make_label (_ ("Nobody is counted yet.")));
  else
    gtk_box_append (GTK_BOX (self), make_grid (table));

  for (guint i = 0; i < table->groups->len; i++)
    {
      const SuiviHeadcountGroup *group = &g_array_index (table->groups, SuiviHeadcountGroup, i);
      g_autofree char *number = suivi_cell_to_text (&group->cell);
      /* Translators: a group of children, and how many of them took part: "Children from rural areas: 12" */
      g_autofree char *line
        = g_strdup_printf (_ ("%s: %s"), suivi_child_group_to_label (group->group_name), number);

      gtk_box_append (GTK_BOX (self), make_label (line));
    }
}
