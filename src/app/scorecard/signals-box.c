/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/scorecard/signals-box.h"

#include <glib/gi18n-lib.h>

#include "app/drafting/panel-widgets.h"
#include "app/scorecard/count-row.h"

struct _SuiviSignalsBox
{
  GtkBox parent_instance;

  GtkListBox *list;
  GtkWidget *nothing;
};

G_DEFINE_FINAL_TYPE (SuiviSignalsBox, suivi_signals_box, GTK_TYPE_BOX)

#define DATA_KEY "suivi-signal"

enum
{
  SIGNAL_OPENED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
row_activated_cb (SuiviSignalsBox *self, GtkListBoxRow *row)
{
  g_signal_emit (self, signals[SIGNAL_OPENED], 0,
                 GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (row), DATA_KEY)), row);
}

static void
suivi_signals_box_class_init (SuiviSignalsBoxClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  signals[SIGNAL_OPENED] = g_signal_new ("opened", SUIVI_TYPE_SIGNALS_BOX, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                         NULL, G_TYPE_NONE, 2, SUIVI_TYPE_SIGNALS, SUIVI_TYPE_COUNT_ROW);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/suivi/Suivi/scorecard/signals-box.ui");
  gtk_widget_class_bind_template_child (widget_class, SuiviSignalsBox, list);
  gtk_widget_class_bind_template_child (widget_class, SuiviSignalsBox, nothing);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
}

static void
suivi_signals_box_init (SuiviSignalsBox *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * suivi_signals_box_set_signals:
 * @found: what was found; it is not needed afterwards
 *
 * Signals that apply to nothing have no row.
 */
void
suivi_signals_box_set_signals (SuiviSignalsBox *self, const SuiviScorecardSignals *found)
{
  gboolean any = FALSE;

  g_return_if_fail (SUIVI_IS_SIGNALS_BOX (self));

  suivi_panel_list_clear (self->list);
  for (guint i = 0; i < SUIVI_N_SIGNALS; i++)
    {
      const SuiviSignals which = suivi_signal_get_nth (i);
      GtkWidget *row = NULL;

      if (found->rows[i]->len == 0)
        continue;

      any = TRUE;
      row = suivi_count_row_new (NULL, suivi_signal_to_label (which), suivi_signal_to_explanation (which),
                                 found->rows[i]);
      gtk_widget_set_tooltip_text (row, suivi_signal_to_source (which));
      g_object_set_data (G_OBJECT (row), DATA_KEY, GUINT_TO_POINTER (which));
      gtk_list_box_append (self->list, row);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->list), any);
  gtk_widget_set_visible (self->nothing, !any);
}
