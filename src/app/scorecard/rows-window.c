/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/scorecard/rows-window.h"

#include <glib/gi18n-lib.h>

#include "app/drafting/panel-widgets.h"
#include "app/scorecard/line-row.h"

struct _SuiviRowsWindow
{
  AdwWindow parent_instance;

  AdwWindowTitle *title;
  GtkListView *list;
};

G_DEFINE_FINAL_TYPE (SuiviRowsWindow, suivi_rows_window, ADW_TYPE_WINDOW)

enum
{
  SIGNAL_CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
activated_cb (SuiviRowsWindow *self, guint position)
{
  g_autoptr (SuiviScorecardRow) line
             = g_list_model_get_item (G_LIST_MODEL (gtk_list_view_get_model (self->list)), position);

  if (line == NULL || line->recommendation_id == NULL)
    return;

  g_signal_emit (self, signals[SIGNAL_CHOSEN], 0, line->recommendation_id);
  gtk_window_close (GTK_WINDOW (self));
}

static void
setup_cb (GtkListItemFactory *factory, GtkListItem *item)
{
  gtk_list_item_set_child (item, suivi_line_row_new ());
}

static void
bind_cb (GtkListItemFactory *factory, GtkListItem *item)
{
  suivi_line_row_set_line (SUIVI_LINE_ROW (gtk_list_item_get_child (item)), gtk_list_item_get_item (item));
}

static void
suivi_rows_window_class_init (SuiviRowsWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  signals[SIGNAL_CHOSEN] = g_signal_new ("chosen", SUIVI_TYPE_ROWS_WINDOW, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                         NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/suivi/Suivi/scorecard/rows-window.ui");
  gtk_widget_class_bind_template_child (widget_class, SuiviRowsWindow, title);
  gtk_widget_class_bind_template_child (widget_class, SuiviRowsWindow, list);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, setup_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
suivi_rows_window_init (SuiviRowsWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * suivi_rows_window_new:
 * @parent: (nullable): the window it belongs to
 * @title: what they have in common: "Better"
 * @rows: (element-type SuiviScorecardRow): the recommendations
 *
 * Returns: (transfer none): a window, not shown yet; GTK owns it
 */
GtkWidget *
suivi_rows_window_new (GtkWindow *parent, const char *title, GPtrArray *rows)
{
  SuiviRowsWindow *self = g_object_new (SUIVI_TYPE_ROWS_WINDOW, NULL);
  GListStore *store = g_list_store_new (SUIVI_TYPE_SCORECARD_ROW);
  g_autoptr (GtkSelectionModel) selection = GTK_SELECTION_MODEL (gtk_no_selection_new (G_LIST_MODEL (store)));
  g_autofree char *count
    = g_strdup_printf (ngettext ("%u recommendation", "%u recommendations", rows->len), rows->len);

  suivi_panel_window_fit (GTK_WINDOW (self), parent);
  gtk_window_set_title (GTK_WINDOW (self), title);
  adw_window_title_set_title (self->title, title);
  adw_window_title_set_subtitle (self->title, count);
  g_list_store_splice (store, 0, 0, rows->pdata, rows->len);
  gtk_list_view_set_model (self->list, selection);

  return GTK_WIDGET (self);
}

/**
 * suivi_rows_window_set_pairs:
 * @n_pairs: as what the recommendations were counted: pairs of a recommendation and a State
 *
 * For a number that is not the number of recommendations: "30 recommendations, 53 pairs of a recommendation and a State".
 */
void
suivi_rows_window_set_pairs (SuiviRowsWindow *self, guint n_pairs)
{
  const guint n = g_list_model_get_n_items (G_LIST_MODEL (gtk_list_view_get_model (self->list)));
  g_autofree char *count = NULL;
  g_autofree char *pairs = NULL;
  g_autofree char *subtitle = NULL;

  g_return_if_fail (SUIVI_IS_ROWS_WINDOW (self));

  count = g_strdup_printf (ngettext ("%u recommendation", "%u recommendations", n), n);
  pairs = g_strdup_printf (ngettext ("%u pair of a recommendation and a State",
                                     "%u pairs of a recommendation and a State", n_pairs),
                           n_pairs);
  /* Translators: "30 recommendations, 53 pairs of a recommendation and a State" */
  subtitle = g_strdup_printf (_ ("%s, %s"), count, pairs);
  adw_window_title_set_subtitle (self->title, subtitle);
}
