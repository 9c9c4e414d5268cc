/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/drafting/smart-rows.h"

#include <glib/gi18n-lib.h>

#include "app/drafting/smart-row.h"

struct _SuiviSmartRows
{
  GtkBox parent_instance;

  SuiviSmartRow *rows[SUIVI_N_CRITERIA];
  GtkEditable *means;

  gboolean loading;
};

G_DEFINE_FINAL_TYPE (SuiviSmartRows, suivi_smart_rows, GTK_TYPE_BOX)

enum
{
  SIGNAL_HINT_ACTIVATED,
  SIGNAL_HINT_DISMISSED,
  SIGNAL_MEANS_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
hint_activated_cb (SuiviSmartRows *self, gpointer hint)
{
  g_signal_emit (self, signals[SIGNAL_HINT_ACTIVATED], 0, hint);
}

static void
hint_dismissed_cb (SuiviSmartRows *self, const char *rule)
{
  g_signal_emit (self, signals[SIGNAL_HINT_DISMISSED], 0, rule);
}

static void
means_changed_cb (SuiviSmartRows *self)
{
  if (!self->loading)
    g_signal_emit (self, signals[SIGNAL_MEANS_CHANGED], 0, gtk_editable_get_text (self->means));
}

static void
suivi_smart_rows_class_init (SuiviSmartRowsClass *klass)
{
  signals[SIGNAL_HINT_ACTIVATED] = g_signal_new ("hint-activated", SUIVI_TYPE_SMART_ROWS, G_SIGNAL_RUN_LAST,
                                                 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);
  signals[SIGNAL_HINT_DISMISSED] = g_signal_new ("hint-dismissed", SUIVI_TYPE_SMART_ROWS, G_SIGNAL_RUN_LAST,
                                                 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[SIGNAL_MEANS_CHANGED] = g_signal_new ("means-changed", SUIVI_TYPE_SMART_ROWS, G_SIGNAL_RUN_LAST, 0,
                                                NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
add_means (SuiviSmartRows *self)
{
  GtkWidget *entry = gtk_entry_new ();

  self->means = GTK_EDITABLE (entry);
  gtk_entry_set_placeholder_text (GTK_ENTRY (entry), _ ("Means needed, and from whom"));
  gtk_editable_set_width_chars (self->means, 12);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Means needed, and from whom"), -1);
  g_signal_connect_object (entry, "changed", G_CALLBACK (means_changed_cb), self, G_CONNECT_SWAPPED);
  suivi_smart_row_add_extra (self->rows[SUIVI_CRITERION_ACHIEVABLE], entry);
}

static void
suivi_smart_rows_init (SuiviSmartRows *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_widget_add_css_class (GTK_WIDGET (self), "card");
  for (guint i = 0; i < SUIVI_N_CRITERIA; i++)
    {
      self->rows[i] = SUIVI_SMART_ROW (suivi_smart_row_new (i));
      g_signal_connect_object (self->rows[i], "hint-activated", G_CALLBACK (hint_activated_cb), self,
                               G_CONNECT_SWAPPED);
      g_signal_connect_object (self->rows[i], "hint-dismissed", G_CALLBACK (hint_dismissed_cb), self,
                               G_CONNECT_SWAPPED);
      gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->rows[i]));
    }
  add_means (self);
}

/**
 * suivi_smart_rows_show:
 * @analysis: (nullable): what to show; %NULL for none
 * @hints: (nullable) (element-type SuiviHint): those of its hints that are to be shown; @analysis must live as long as
 *   they are shown
 */
void
suivi_smart_rows_show (SuiviSmartRows *self, SuiviAnalysis *analysis, GPtrArray *hints)
{
  g_return_if_fail (SUIVI_IS_SMART_ROWS (self));

  for (guint i = 0; i < SUIVI_N_CRITERIA; i++)
    suivi_smart_row_show (self->rows[i], analysis, hints);
}

/**
 * suivi_smart_rows_set_means:
 * @means: which means the draft needs; may be ""
 */
void
suivi_smart_rows_set_means (SuiviSmartRows *self, const char *means)
{
  g_return_if_fail (SUIVI_IS_SMART_ROWS (self));

  if (g_str_equal (gtk_editable_get_text (self->means), means))
    return;

  self->loading = TRUE;
  gtk_editable_set_text (self->means, means);
  self->loading = FALSE;
}

/**
 * suivi_smart_rows_set_editable:
 * @editable: whether the means can be changed
 */
void
suivi_smart_rows_set_editable (SuiviSmartRows *self, gboolean editable)
{
  g_return_if_fail (SUIVI_IS_SMART_ROWS (self));

  gtk_editable_set_editable (self->means, editable);
}
