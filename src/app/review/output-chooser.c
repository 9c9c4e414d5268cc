/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "app/drafting/panel-widgets.h"
#include "app/review/output-chooser.h"
#include "app/review/recommendation-words.h"
#include "app/review/tie-jobs.h"

struct _SuiviOutputChooser
{
  AdwWindow parent_instance;

  GtkEditable *search;
  GtkLabel *counter;
  GtkStack *stack;
  GtkScrolledWindow *scroller;
  GtkListBox *list;
  AdwStatusPage *nothing;

  SuiviWorkspace *workspace;           /* (owned) */
  SuiviRecommendation *recommendation; /* (owned): what will be tied */
  GCancellable *cancellable;           /* (owned): of the search under way */
  GPtrArray *outputs;                  /* (owned) (element-type SuiviRecommendation): what the rows show */
};

G_DEFINE_FINAL_TYPE (SuiviOutputChooser, suivi_output_chooser, ADW_TYPE_WINDOW)

enum
{
  SIGNAL_CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static GtkWidget *
create_label (const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);

  return label;
}

static GtkWidget *
create_row (SuiviRecommendation *output)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *text = create_label (output->text, NULL);
  g_autofree char *title = suivi_recommendation_to_title (output, NULL);
  g_autofree char *day = suivi_recommendation_to_caption (output);
  g_autofree char *head = day[0] != '\0' ? g_strdup_printf ("%s · %s", title, day) : g_strdup (title);
  g_autofree char *themes = g_strjoinv (", ", output->themes);
  g_autofree char *name = g_strdup_printf ("%s. %s", head, output->text);

  gtk_label_set_lines (GTK_LABEL (text), 4);
  gtk_label_set_ellipsize (GTK_LABEL (text), PANGO_ELLIPSIZE_END);
  gtk_widget_set_tooltip_text (text, output->text);
  gtk_box_append (GTK_BOX (box), create_label (head, "heading"));
  gtk_box_append (GTK_BOX (box), text);
  if (themes[0] != '\0')
    {
      GtkWidget *caption = create_label (themes, "caption");

      gtk_widget_add_css_class (caption, "dim-label");
      gtk_box_append (GTK_BOX (box), caption);
    }
  gtk_widget_add_css_class (box, "recommendation-row");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_widget_add_css_class (row, "output-row");
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);

  return row;
}

static void
show_outputs (SuiviOutputChooser *self, SuiviOutputs *found)
{
  GtkListBoxRow *row = NULL;
  guint n = found->outputs->len;
  g_autofree char *text = NULL;

  while ((row = gtk_list_box_get_row_at_index (self->list, 0)) != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (row));
  g_clear_pointer (&self->outputs, g_ptr_array_unref);
  self->outputs = g_ptr_array_ref (found->outputs);
  for (guint i = 0; i < n; i++)
    gtk_list_box_append (self->list, create_row (g_ptr_array_index (found->outputs, i)));

  if (found->n_found > n)
    /* Translators: how many outputs are shown of how many there are */
    text = g_strdup_printf (_ ("The closest %u of %u; search to see others"), n, found->n_found);
  else
    text = g_strdup_printf (ngettext ("%u output, the closest first", "%u outputs, the closest first", n), n);
  gtk_label_set_label (self->counter, text);
  gtk_widget_set_visible (GTK_WIDGET (self->counter), n > 0);
  gtk_stack_set_visible_child_name (self->stack, n > 0 ? "outputs" : "nothing");
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), 0);
}

static void
found_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SuiviOutputChooser) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (SuiviOutputs) found = suivi_workspace_run_finish (SUIVI_WORKSPACE (source), result, &error);
  g_autofree char *description = NULL;

  if (self->workspace == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  if (found != NULL)
    {
      show_outputs (self, found);
      return;
    }
  adw_status_page_set_title (self->nothing, _ ("The outputs could not be read"));
  description = g_markup_escape_text (error->message, -1);
  adw_status_page_set_description (self->nothing, description);
  gtk_widget_set_visible (GTK_WIDGET (self->counter), FALSE);
  gtk_stack_set_visible_child_name (self->stack, "nothing");
}

static void
find (SuiviOutputChooser *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  suivi_outputs_find_async (self->workspace, self->recommendation, gtk_editable_get_text (self->search),
                            self->cancellable, found_cb, g_object_ref (self));
}

static void
search_changed_cb (SuiviOutputChooser *self)
{
  if (self->workspace != NULL)
    find (self);
}

static void
search_activated_cb (SuiviOutputChooser *self)
{
  gtk_widget_child_focus (GTK_WIDGET (self->list), GTK_DIR_TAB_FORWARD);
}

static void
search_stopped_cb (SuiviOutputChooser *self)
{
  gtk_window_close (GTK_WINDOW (self));
}

static void
row_activated_cb (SuiviOutputChooser *self, GtkListBoxRow *row)
{
  SuiviRecommendation *output = g_ptr_array_index (self->outputs, gtk_list_box_row_get_index (row));

  g_signal_emit (self, signals[SIGNAL_CHOSEN], 0, output->id);
  gtk_window_close (GTK_WINDOW (self));
}

static void
suivi_output_chooser_dispose (GObject *object)
{
  SuiviOutputChooser *self = SUIVI_OUTPUT_CHOOSER (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->workspace);
  g_clear_pointer (&self->outputs, g_ptr_array_unref);
  g_clear_pointer (&self->recommendation, suivi_recommendation_unref);

  G_OBJECT_CLASS (suivi_output_chooser_parent_class)->dispose (object);
}

static void
suivi_output_chooser_class_init (SuiviOutputChooserClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = suivi_output_chooser_dispose;

  /**
   * SuiviOutputChooser::chosen:
   * @output_id: key of the output
   */
  signals[SIGNAL_CHOSEN] = g_signal_new ("chosen", SUIVI_TYPE_OUTPUT_CHOOSER, G_SIGNAL_RUN_LAST, 0, NULL,
                                         NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/suivi/Suivi/review/output-chooser.ui");
  gtk_widget_class_bind_template_child (widget_class, SuiviOutputChooser, search);
  gtk_widget_class_bind_template_child (widget_class, SuiviOutputChooser, counter);
  gtk_widget_class_bind_template_child (widget_class, SuiviOutputChooser, stack);
  gtk_widget_class_bind_template_child (widget_class, SuiviOutputChooser, scroller);
  gtk_widget_class_bind_template_child (widget_class, SuiviOutputChooser, list);
  gtk_widget_class_bind_template_child (widget_class, SuiviOutputChooser, nothing);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_stopped_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
suivi_output_chooser_init (SuiviOutputChooser *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * suivi_output_chooser_new:
 * @parent: the window it belongs to
 * @recommendation: a recommendation of the UPR
 *
 * Returns: (transfer none): a window, not shown yet; GTK owns it
 */
SuiviOutputChooser *
suivi_output_chooser_new (GtkWindow *parent, SuiviWorkspace *workspace, SuiviRecommendation *recommendation)
{
  SuiviOutputChooser *self = g_object_new (SUIVI_TYPE_OUTPUT_CHOOSER, NULL);

  self->workspace = g_object_ref (workspace);
  self->recommendation = suivi_recommendation_ref (recommendation);
  suivi_panel_window_fit (GTK_WINDOW (self), parent);
  find (self);

  return self;
}

/**
 * suivi_output_chooser_get_recommendation:
 *
 * Returns: (transfer none): what will be tied
 */
SuiviRecommendation *
suivi_output_chooser_get_recommendation (SuiviOutputChooser *self)
{
  return self->recommendation;
}
