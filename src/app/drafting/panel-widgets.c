/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "app/drafting/panel-widgets.h"
#include "app/step-toast.h"

/**
 * suivi_panel_text_new:
 * @title: what it is for
 * @value: (nullable): what it holds at first
 * @view: (out) (transfer none): the #GtkTextView inside
 *
 * Returns: (transfer floating): a field of several lines with its title above
 */
GtkWidget *
suivi_panel_text_new (const char *title, const char *value, GtkWidget **view)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *label = gtk_label_new (title);
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *text = gtk_text_view_new ();

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_text_view_set_wrap_mode (GTK_TEXT_VIEW (text), GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_accepts_tab (GTK_TEXT_VIEW (text), FALSE);
  gtk_text_view_set_left_margin (GTK_TEXT_VIEW (text), 12);
  gtk_text_view_set_right_margin (GTK_TEXT_VIEW (text), 12);
  gtk_text_view_set_top_margin (GTK_TEXT_VIEW (text), 9);
  gtk_text_view_set_bottom_margin (GTK_TEXT_VIEW (text), 9);
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (text)), value != NULL ? value : "", -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (text), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_min_content_height (GTK_SCROLLED_WINDOW (scroller), 84);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroller), 220);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), text);
  gtk_widget_add_css_class (scroller, "card");
  gtk_widget_add_css_class (scroller, "text-card");
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), scroller);
  *view = text;

  return box;
}

/**
 * suivi_panel_text_dup:
 * @view: a #GtkTextView
 *
 * Returns: (transfer full): what was typed, without space around it
 */
char *
suivi_panel_text_dup (GtkWidget *view)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (view));
  GtkTextIter start;
  GtkTextIter end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);

  return g_strstrip (gtk_text_buffer_get_text (buffer, &start, &end, FALSE));
}

/* The dialog is closed, though not gone as long as a job holds it. Its parent may be gone before it, and GTK would still
 * ask it at the end. */
static void
closed_cb (GtkWindow *window)
{
  gtk_window_set_transient_for (window, NULL);
}

/**
 * suivi_panel_window_fit:
 * @window: a dialog that is not shown yet
 * @parent: (nullable): the window that it belongs to
 *
 * Ties the two together, until the dialog is closed. The dialog is never wider than its parent, which may be as narrow as a
 * phone.
 */
void
suivi_panel_window_fit (GtkWindow *window, GtkWindow *parent)
{
  int width = 0;
  int height = 0;

  if (parent == NULL)
    return;

  gtk_window_set_transient_for (window, parent);
  g_signal_connect (window, "unrealize", G_CALLBACK (closed_cb), NULL);
  gtk_window_get_default_size (window, &width, &height);
  if (gtk_widget_get_width (GTK_WIDGET (parent)) > 0)
    gtk_window_set_default_size (window, MIN (width, gtk_widget_get_width (GTK_WIDGET (parent))), height);
}

static gboolean
close_cb (gpointer user_data)
{
  gtk_window_close (GTK_WINDOW (user_data));

  return G_SOURCE_REMOVE;
}

/* Not at once: the question closes itself after this, and would go with the dialog that it belongs to. */
static void
discarded_cb (GtkWindow *window, const char *response, AdwMessageDialog *question)
{
  SuiviPanelDiscard discard = (SuiviPanelDiscard) g_object_get_data (G_OBJECT (question), "suivi-discard");

  if (!g_str_equal (response, "discard"))
    return;

  discard (window);
  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, close_cb, g_object_ref (window), g_object_unref);
}

/**
 * suivi_panel_ask_discard:
 * @window: a dialog that should close
 * @discard: called when the user gives up what was typed; the dialog is then closed again
 *
 * Asks before words go: they are in no workspace yet, and no undo would bring them back.
 */
void
suivi_panel_ask_discard (GtkWindow *window, SuiviPanelDiscard discard)
{
  GtkWidget *widget = adw_message_dialog_new (window, _ ("Discard what you typed?"), NULL);
  AdwMessageDialog *question = ADW_MESSAGE_DIALOG (widget);

  adw_message_dialog_add_responses (question, "keep", _ ("_Keep writing"), "discard", _ ("_Discard"), NULL);
  adw_message_dialog_set_response_appearance (question, "discard", ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_default_response (question, "keep");
  adw_message_dialog_set_close_response (question, "keep");
  g_object_set_data (G_OBJECT (question), "suivi-discard", (gpointer) discard);
  g_signal_connect_object (question, "response", G_CALLBACK (discarded_cb), window, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (question));
}

static GtkWidget *
find_overlay (GtkWidget *widget)
{
  if (ADW_IS_TOAST_OVERLAY (widget))
    return widget;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_overlay (child);

      if (found != NULL)
        return found;
    }

  return NULL;
}

/**
 * suivi_panel_add_toast:
 * @window: (nullable): a window
 * @toast: (transfer full): a message
 *
 * Shows a message where the window shows its messages. Dialogs tell this way what they did when they close.
 */
void
suivi_panel_add_toast (GtkWindow *window, AdwToast *toast)
{
  GtkWidget *overlay = window != NULL ? find_overlay (GTK_WIDGET (window)) : NULL;

  if (overlay != NULL)
    adw_toast_overlay_add_toast (ADW_TOAST_OVERLAY (overlay), toast);
  else
    g_object_unref (toast);
}

/**
 * suivi_panel_tell:
 * @window: (nullable): a window
 * @done: what a step did
 *
 * Says so where the window shows its messages, and offers to undo it.
 */
void
suivi_panel_tell (GtkWindow *window, const char *done)
{
  GtkWidget *overlay = window != NULL ? find_overlay (GTK_WIDGET (window)) : NULL;

  if (overlay != NULL)
    suivi_step_toast_show (ADW_TOAST_OVERLAY (overlay), done, _ ("Undo"), "win.undo");
}

/**
 * suivi_panel_list_clear:
 *
 * Takes all rows out of a list.
 */
void
suivi_panel_list_clear (GtkListBox *list)
{
  GtkListBoxRow *row = NULL;

  while ((row = gtk_list_box_get_row_at_index (list, 0)) != NULL)
    gtk_list_box_remove (list, GTK_WIDGET (row));
}
