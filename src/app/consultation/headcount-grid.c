/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "app/consultation/headcount-grid.h"

/* Letters in a line of a heading */
#define HEADING_WIDTH 8

/* In the order in which they are shown */
static const SuiviAgeBand bands[SUIVI_N_AGE_BANDS] = {
  SUIVI_AGE_UNDER_10, SUIVI_AGE_10_12, SUIVI_AGE_13_15, SUIVI_AGE_16_17, SUIVI_AGE_18, SUIVI_AGE_UNKNOWN
};
static const SuiviGender genders[SUIVI_N_GENDERS]
  = { SUIVI_GENDER_GIRL, SUIVI_GENDER_BOY, SUIVI_GENDER_OTHER, SUIVI_GENDER_UNKNOWN };

struct _SuiviHeadcountGrid
{
  GtkGrid parent_instance;

  /* By row and column, as they are shown */
  GtkWidget *cells[SUIVI_N_AGE_BANDS][SUIVI_N_GENDERS];
  GtkLabel *band_sums[SUIVI_N_AGE_BANDS];
  GtkLabel *gender_sums[SUIVI_N_GENDERS];
  GtkLabel *sum;
};

G_DEFINE_FINAL_TYPE (SuiviHeadcountGrid, suivi_headcount_grid, GTK_TYPE_GRID)

enum
{
  SIGNAL_EDITED,
  SIGNAL_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static guint
get_count (SuiviHeadcountGrid *self, guint row, guint column)
{
  g_autoptr (SuiviHeadcount) headcount
             = suivi_headcount_cell_dup_headcount (SUIVI_HEADCOUNT_CELL (self->cells[row][column]));

  return headcount != NULL ? headcount->count : 0;
}

static void
show_sum (GtkLabel *label, guint sum)
{
  g_autofree char *text = g_strdup_printf ("%u", sum);

  gtk_label_set_label (label, text);
}

static void
show_sums (SuiviHeadcountGrid *self)
{
  guint gender_sums[SUIVI_N_GENDERS] = { 0 };
  guint sum = 0;

  for (guint row = 0; row < SUIVI_N_AGE_BANDS; row++)
    {
      guint band_sum = 0;

      for (guint column = 0; column < SUIVI_N_GENDERS; column++)
        {
          guint count = get_count (self, row, column);

          band_sum += count;
          gender_sums[column] += count;
        }
      show_sum (self->band_sums[row], band_sum);
      sum += band_sum;
    }
  for (guint column = 0; column < SUIVI_N_GENDERS; column++)
    show_sum (self->gender_sums[column], gender_sums[column]);
  show_sum (self->sum, sum);
}

static void
changed_cb (SuiviHeadcountGrid *self)
{
  show_sums (self);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
edited_cb (SuiviHeadcountGrid *self, gpointer headcount)
{
  g_signal_emit (self, signals[SIGNAL_EDITED], 0, headcount);
}

static gboolean
key_pressed_cb (GtkEventController *controller,
                guint keyval,
                guint keycode,
                GdkModifierType modifiers,
                SuiviHeadcountGrid *self)
{
  GtkWidget *cell = gtk_event_controller_get_widget (controller);
  int row = -1;
  int column = -1;

  if ((modifiers & gtk_accelerator_get_default_mod_mask ()) != 0)
    return GDK_EVENT_PROPAGATE;
  for (int r = 0; r < SUIVI_N_AGE_BANDS; r++)
    for (int c = 0; c < SUIVI_N_GENDERS; c++)
      if (self->cells[r][c] == cell)
        {
          row = r;
          column = c;
        }

  if (keyval == GDK_KEY_Up || keyval == GDK_KEY_KP_Up)
    row--;
  else if (keyval == GDK_KEY_Down || keyval == GDK_KEY_KP_Down)
    row++;
  else
    return GDK_EVENT_PROPAGATE;
  if (row < 0 || row >= SUIVI_N_AGE_BANDS || column < 0)
    return GDK_EVENT_PROPAGATE;

  gtk_widget_grab_focus (self->cells[row][column]);

  return GDK_EVENT_STOP;
}

static void
suivi_headcount_grid_class_init (SuiviHeadcountGridClass *klass)
{
  signals[SIGNAL_EDITED] = g_signal_new ("edited", SUIVI_TYPE_HEADCOUNT_GRID, G_SIGNAL_RUN_LAST, 0, NULL,
                                         NULL, NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", SUIVI_TYPE_HEADCOUNT_GRID, G_SIGNAL_RUN_LAST, 0, NULL,
                                          NULL, NULL, G_TYPE_NONE, 0);
}

static GtkLabel *
add_label (SuiviHeadcountGrid *self, const char *text, guint column, guint row)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), column == 0 ? 0 : 1);
  gtk_label_set_justify (GTK_LABEL (label), column == 0 ? GTK_JUSTIFY_LEFT : GTK_JUSTIFY_RIGHT);
  gtk_widget_set_hexpand (label, column == 0);
  if (row == 0)
    {
      /* Short lines, so that all columns are about as wide. */
      gtk_label_set_max_width_chars (GTK_LABEL (label), HEADING_WIDTH);
      gtk_widget_set_valign (label, GTK_ALIGN_END);
      gtk_widget_add_css_class (label, "caption");
      gtk_widget_add_css_class (label, "dim-label");
    }
  gtk_grid_attach (GTK_GRID (self), label, (int) column, (int) row, 1, 1);

  return GTK_LABEL (label);
}

static GtkLabel *
add_sum (SuiviHeadcountGrid *self, guint column, guint row)
{
  GtkLabel *label = add_label (self, "0", column, row);

  gtk_widget_add_css_class (GTK_WIDGET (label), "numeric");
  gtk_widget_add_css_class (GTK_WIDGET (label), "heading");

  return label;
}

static GtkWidget *
make_cell (SuiviHeadcountGrid *self, SuiviAgeBand band, SuiviGender gender)
{
  /* Translators: who is counted: an age and a gender: "13–15, Girls" */
  g_autofree char *name
    = g_strdup_printf (_ ("%s, %s"), suivi_age_band_to_label (band), suivi_gender_to_label (gender));
  GtkWidget *cell = suivi_headcount_cell_new (band, gender, "", name);
  GtkEventController *keys = gtk_event_controller_key_new ();

  g_signal_connect_object (cell, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (cell, "edited", G_CALLBACK (edited_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self, 0);
  /* Before the entry itself, which swallows the arrows. */
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  gtk_widget_add_controller (cell, keys);

  return cell;
}

static void
suivi_headcount_grid_init (SuiviHeadcountGrid *self)
{
  gtk_grid_set_row_spacing (GTK_GRID (self), 6);
  gtk_grid_set_column_spacing (GTK_GRID (self), 6);
  gtk_widget_add_css_class (GTK_WIDGET (self), "card");
  gtk_widget_add_css_class (GTK_WIDGET (self), "padded");
  for (guint column = 0; column < SUIVI_N_GENDERS; column++)
    add_label (self, suivi_gender_to_label (genders[column]), column + 1, 0);
  /* Translators: heading of a column or a row of totals: all children */
  add_label (self, _ ("All"), SUIVI_N_GENDERS + 1, 0);

  for (guint row = 0; row < SUIVI_N_AGE_BANDS; row++)
    {
      add_label (self, suivi_age_band_to_label (bands[row]), 0, row + 1);
      for (guint column = 0; column < SUIVI_N_GENDERS; column++)
        {
          self->cells[row][column] = make_cell (self, bands[row], genders[column]);
          gtk_grid_attach (GTK_GRID (self), self->cells[row][column], (int) column + 1, (int) row + 1, 1, 1);
        }
      self->band_sums[row] = add_sum (self, SUIVI_N_GENDERS + 1, row + 1);
    }

  add_label (self, _ ("All"), 0, SUIVI_N_AGE_BANDS + 1);
  for (guint column = 0; column < SUIVI_N_GENDERS; column++)
    self->gender_sums[column] = add_sum (self, column + 1, SUIVI_N_AGE_BANDS + 1);
  self->sum = add_sum (self, SUIVI_N_GENDERS + 1, SUIVI_N_AGE_BANDS + 1);
}

/**
 * suivi_headcount_grid_show:
 * @consultation_id: (nullable): the consultation; %NULL: none
 * @headcounts: (element-type SuiviHeadcount): its numbers
 * @writable: whether they may be changed
 *
 * Shows the numbers; what is being typed stays.
 */
void
suivi_headcount_grid_show (SuiviHeadcountGrid *self,
                           const char *consultation_id,
                           GPtrArray *headcounts,
                           gboolean writable)
{
  const SuiviHeadcount *by_cell[SUIVI_N_AGE_BANDS][SUIVI_N_GENDERS] = { { NULL } };

  for (guint i = 0; i < headcounts->len; i++)
    {
      const SuiviHeadcount *headcount = g_ptr_array_index (headcounts, i);

      if (*headcount->group_name == '\0' && headcount->age_band < SUIVI_N_AGE_BANDS
          && headcount->gender < SUIVI_N_GENDERS)
        by_cell[headcount->age_band][headcount->gender] = headcount;
    }

  for (guint row = 0; row < SUIVI_N_AGE_BANDS; row++)
    for (guint column = 0; column < SUIVI_N_GENDERS; column++)
      suivi_headcount_cell_show (SUIVI_HEADCOUNT_CELL (self->cells[row][column]), consultation_id,
                                 by_cell[bands[row]][genders[column]], writable);
  show_sums (self);
}

/**
 * suivi_headcount_grid_add_to:
 * @headcounts: (element-type SuiviHeadcount): takes the numbers as they are typed now
 */
void
suivi_headcount_grid_add_to (SuiviHeadcountGrid *self, GPtrArray *headcounts)
{
  for (guint row = 0; row < SUIVI_N_AGE_BANDS; row++)
    for (guint column = 0; column < SUIVI_N_GENDERS; column++)
      {
        SuiviHeadcount *headcount
          = suivi_headcount_cell_dup_headcount (SUIVI_HEADCOUNT_CELL (self->cells[row][column]));

        if (headcount != NULL)
          g_ptr_array_add (headcounts, headcount);
      }
}

/**
 * suivi_headcount_grid_get_cell:
 *
 * Returns: (transfer none): the field for that age and gender
 */
SuiviHeadcountCell *
suivi_headcount_grid_get_cell (SuiviHeadcountGrid *self, SuiviAgeBand band, SuiviGender gender)
{
  for (guint row = 0; row < SUIVI_N_AGE_BANDS; row++)
    for (guint column = 0; column < SUIVI_N_GENDERS; column++)
      if (bands[row] == band && genders[column] == gender)
        return SUIVI_HEADCOUNT_CELL (self->cells[row][column]);

  g_return_val_if_reached (NULL);
}

/**
 * suivi_headcount_grid_get_sum:
 *
 * Returns: how many children there are in all, as it is typed now
 */
guint
suivi_headcount_grid_get_sum (SuiviHeadcountGrid *self)
{
  guint sum = 0;

  for (guint row = 0; row < SUIVI_N_AGE_BANDS; row++)
    for (guint column = 0; column < SUIVI_N_GENDERS; column++)
      sum += get_count (self, row, column);

  return sum;
}

/**
 * suivi_headcount_grid_flush:
 *
 * Announces at once what was typed and is not announced yet.
 */
void
suivi_headcount_grid_flush (SuiviHeadcountGrid *self)
{
  for (guint row = 0; row < SUIVI_N_AGE_BANDS; row++)
    for (guint column = 0; column < SUIVI_N_GENDERS; column++)
      suivi_headcount_cell_flush (SUIVI_HEADCOUNT_CELL (self->cells[row][column]));
}
