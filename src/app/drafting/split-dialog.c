/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "app/drafting/panel-widgets.h"
#include "app/drafting/split-dialog.h"
#include "core/text/text.h"

struct _SuiviSplitDialog
{
  AdwWindow parent_instance;

  GtkLabel *whole;
  GtkBox *parts;
  GtkLabel *missing;
  GtkButton *split;

  GPtrArray *checks; /* (element-type GtkCheckButton) */
  GPtrArray *views;  /* (element-type GtkTextView): of the same parts */
  gboolean changed;  /* whether the user wrote anything */
};

G_DEFINE_FINAL_TYPE (SuiviSplitDialog, suivi_split_dialog, ADW_TYPE_WINDOW)

enum
{
  SIGNAL_SPLIT,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* %NULL if a part that was chosen is empty. */
static GPtrArray *
list_texts (SuiviSplitDialog *self)
{
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < self->checks->len; i++)
    {
      char *text = NULL;

      if (!gtk_check_button_get_active (g_ptr_array_index (self->checks, i)))
        continue;
      text = suivi_panel_text_dup (g_ptr_array_index (self->views, i));
      g_ptr_array_add (texts, text);
      if (suivi_text_is_blank (text))
        return NULL;
    }

  return g_steal_pointer (&texts);
}

static void
update (SuiviSplitDialog *self)
{
  g_autoptr (GPtrArray) texts = list_texts (self);
  guint n = texts != NULL ? texts->len : 0;
  g_autofree char *label = NULL;

  /* Translators: a button: makes that many drafts of one */
  label = n > 1 ? g_strdup_printf (ngettext ("Split into %u draft", "Split into %u drafts", n), n)
                : g_strdup (_ ("Split"));
  gtk_button_set_label (self->split, label);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "split.do", n > 1);
  gtk_label_set_label (self->missing, texts == NULL
                                        ? _ ("A part that is chosen is empty: write it, or leave it out.")
                                        : _ ("Choose at least two parts."));
  gtk_widget_set_visible (GTK_WIDGET (self->missing), n < 2);
  for (guint i = 0; i < self->checks->len; i++)
    gtk_widget_set_sensitive (g_ptr_array_index (self->views, i),
                              gtk_check_button_get_active (g_ptr_array_index (self->checks, i)));
}

static void
text_changed_cb (SuiviSplitDialog *self)
{
  self->changed = TRUE;
  update (self);
}

static void
add_part (SuiviSplitDialog *self, const char *part)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  /* Translators: one of the drafts that a draft is split into, %u is 1, 2, … */
  g_autofree char *title = g_strdup_printf (_ ("Draft %u"), self->checks->len + 1);
  /* Translators: whether "Draft 2" is made */
  g_autofree char *name = g_strdup_printf (_ ("Make “%s”"), title);
  GtkWidget *check = gtk_check_button_new ();
  GtkWidget *view = NULL;
  GtkWidget *text = suivi_panel_text_new (title, part, &view);

  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), TRUE);
  gtk_widget_set_valign (check, GTK_ALIGN_START);
  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_widget_set_hexpand (text, TRUE);
  gtk_box_append (GTK_BOX (box), check);
  gtk_box_append (GTK_BOX (box), text);
  gtk_box_append (self->parts, box);
  g_ptr_array_add (self->checks, check);
  g_ptr_array_add (self->views, view);
  g_signal_connect_object (check, "toggled", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (gtk_text_view_get_buffer (GTK_TEXT_VIEW (view)), "changed",
                           G_CALLBACK (text_changed_cb), self, G_CONNECT_SWAPPED);
}

static void
split_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SuiviSplitDialog *self = SUIVI_SPLIT_DIALOG (widget);
  g_autoptr (GPtrArray) texts = list_texts (self);

  if (texts == NULL || texts->len < 2)
    return;

  g_signal_emit (self, signals[SIGNAL_SPLIT], 0, texts);
  self->changed = FALSE;
  gtk_window_close (GTK_WINDOW (self));
}

static void
discard (GtkWindow *window)
{
  SUIVI_SPLIT_DIALOG (window)->changed = FALSE;
}

static gboolean
suivi_split_dialog_close_request (GtkWindow *window)
{
  if (!SUIVI_SPLIT_DIALOG (window)->changed)
    return GTK_WINDOW_CLASS (suivi_split_dialog_parent_class)->close_request (window);

  suivi_panel_ask_discard (window, discard);

  return TRUE;
}

static void
suivi_split_dialog_finalize (GObject *object)
{
  SuiviSplitDialog *self = SUIVI_SPLIT_DIALOG (object);

  g_ptr_array_unref (self->checks);
  g_ptr_array_unref (self->views);

  G_OBJECT_CLASS (suivi_split_dialog_parent_class)->finalize (object);
}

static void
suivi_split_dialog_class_init (SuiviSplitDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = suivi_split_dialog_finalize;
  GTK_WINDOW_CLASS (klass)->close_request = suivi_split_dialog_close_request;

  /**
   * SuiviSplitDialog::split:
   * @texts: (element-type utf8): the texts of the drafts, two or more
   */
  signals[SIGNAL_SPLIT] = g_signal_new ("split", SUIVI_TYPE_SPLIT_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                        NULL, G_TYPE_NONE, 1, G_TYPE_PTR_ARRAY);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/suivi/Suivi/drafting/split-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, SuiviSplitDialog, whole);
  gtk_widget_class_bind_template_child (widget_class, SuiviSplitDialog, parts);
  gtk_widget_class_bind_template_child (widget_class, SuiviSplitDialog, missing);
  gtk_widget_class_bind_template_child (widget_class, SuiviSplitDialog, split);
  gtk_widget_class_install_action (widget_class, "split.do", NULL, split_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK, "split.do", NULL);
}

static void
suivi_split_dialog_init (SuiviSplitDialog *self)
{
  self->checks = g_ptr_array_new ();
  self->views = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * suivi_split_dialog_new:
 * @parent: (nullable): the window it belongs to
 * @draft: what asks for several things
 * @analysis: what was found in it
 *
 * Returns: (transfer none): a window, not shown yet; GTK owns it
 */
GtkWidget *
suivi_split_dialog_new (GtkWindow *parent, SuiviDraft *draft, SuiviAnalysis *analysis)
{
  SuiviSplitDialog *self = g_object_new (SUIVI_TYPE_SPLIT_DIALOG, NULL);
  GPtrArray *actions = suivi_analysis_get_actions (analysis);

  suivi_panel_window_fit (GTK_WINDOW (self), parent);
  gtk_label_set_label (self->whole, draft->text);
  for (guint i = 0; i < actions->len; i++)
    {
      SuiviAction *action = g_ptr_array_index (actions, i);

      add_part (self, action->part);
    }
  update (self);

  return GTK_WIDGET (self);
}
