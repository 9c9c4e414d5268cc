/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/consultation/revealing-dialog.h"

#include <glib/gi18n-lib.h>

#include "app/drafting/panel-widgets.h"
#include "core/consultation/revealing.h"

struct _SuiviRevealingDialog
{
  AdwWindow parent_instance;

  GtkLabel *explanation;
  GtkLabel *words_label;
  AdwPreferencesGroup *finds;
  GtkWidget *change_button;
  GtkButton *confirm_button;

  char *words;
};

G_DEFINE_FINAL_TYPE (SuiviRevealingDialog, suivi_revealing_dialog, ADW_TYPE_WINDOW)

enum
{
  SIGNAL_CONFIRMED,
  SIGNAL_CHANGE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* Underlined and bold: not by colour alone. */
static void
mark (PangoAttrList *attributes, const char *words, const SuiviRevealing *find)
{
  guint start = g_utf8_offset_to_pointer (words, find->start) - words;
  guint end = g_utf8_offset_to_pointer (words, find->start + find->length) - words;
  PangoAttribute *marks[] = {
    pango_attr_underline_new (PANGO_UNDERLINE_DOUBLE),
    pango_attr_weight_new (PANGO_WEIGHT_BOLD),
  };

  for (gsize i = 0; i < G_N_ELEMENTS (marks); i++)
    {
      marks[i]->start_index = start;
      marks[i]->end_index = end;
      pango_attr_list_insert (attributes, marks[i]);
    }
}

static GtkWidget *
create_find (const SuiviRevealing *find)
{
  GtkWidget *row = adw_action_row_new ();
  const char *reason = suivi_revealing_kind_to_label (find->kind);
  g_autofree char *name = g_strdup_printf ("%s. %s", find->text, reason);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), find->text);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), reason);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);

  return row;
}

static void
show_finds (SuiviRevealingDialog *self, GPtrArray *finds)
{
  PangoAttrList *attributes = pango_attr_list_new ();

  for (guint i = 0; i < finds->len; i++)
    {
      const SuiviRevealing *find = g_ptr_array_index (finds, i);

      mark (attributes, self->words, find);
      adw_preferences_group_add (self->finds, create_find (find));
    }
  gtk_label_set_label (self->words_label, self->words);
  gtk_label_set_attributes (self->words_label, attributes);
  pango_attr_list_unref (attributes);

  gtk_widget_set_visible (GTK_WIDGET (self->finds), finds->len > 0);
  if (finds->len > 0)
    {
      gtk_label_set_label (self->explanation,
                           _ (
                             "Some of these words may tell who the child is. Suivi does not find everything: "
                             "read all of them."));
      gtk_button_set_label (self->confirm_button, _ ("None of this tells who the child is"));
    }
  else
    {
      gtk_label_set_label (self->explanation,
                           _ (
                             "Suivi found no names. It does not find everything: have you read the words for "
                             "names, places, schools and ages?"));
      gtk_button_set_label (self->confirm_button, _ ("I have read them: nobody can be recognised"));
    }
}

static void
confirm_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_autoptr (GtkWidget) self = g_object_ref (widget);

  g_signal_emit (self, signals[SIGNAL_CONFIRMED], 0);
  gtk_window_close (GTK_WINDOW (self));
}

static void
change_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_autoptr (GtkWidget) self = g_object_ref (widget);

  g_signal_emit (self, signals[SIGNAL_CHANGE], 0);
  gtk_window_close (GTK_WINDOW (self));
}

static void
suivi_revealing_dialog_finalize (GObject *object)
{
  g_free (SUIVI_REVEALING_DIALOG (object)->words);

  G_OBJECT_CLASS (suivi_revealing_dialog_parent_class)->finalize (object);
}

static void
suivi_revealing_dialog_class_init (SuiviRevealingDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = suivi_revealing_dialog_finalize;

  signals[SIGNAL_CONFIRMED] = g_signal_new ("confirmed", SUIVI_TYPE_REVEALING_DIALOG, G_SIGNAL_RUN_LAST, 0,
                                            NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_CHANGE] = g_signal_new ("change", SUIVI_TYPE_REVEALING_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL,
                                         NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/suivi/Suivi/consultation/revealing-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, SuiviRevealingDialog, explanation);
  gtk_widget_class_bind_template_child (widget_class, SuiviRevealingDialog, words_label);
  gtk_widget_class_bind_template_child (widget_class, SuiviRevealingDialog, finds);
  gtk_widget_class_bind_template_child (widget_class, SuiviRevealingDialog, change_button);
  gtk_widget_class_bind_template_child (widget_class, SuiviRevealingDialog, confirm_button);
  gtk_widget_class_install_action (widget_class, "revealing.confirm", NULL, confirm_action);
  gtk_widget_class_install_action (widget_class, "revealing.change", NULL, change_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
suivi_revealing_dialog_init (SuiviRevealingDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * suivi_revealing_dialog_new:
 * @parent: (nullable): the window it belongs to
 * @words: what the child said
 * @level: %SUIVI_CONSENT_QUOTE or %SUIVI_CONSENT_PUBLISH
 *
 * Returns: (transfer none): a window, not shown yet; GTK owns it
 */
SuiviRevealingDialog *
suivi_revealing_dialog_new (GtkWindow *parent, const char *words, SuiviConsentLevel level)
{
  SuiviRevealingDialog *self = g_object_new (SUIVI_TYPE_REVEALING_DIALOG, NULL);
  g_autoptr (GPtrArray) finds = suivi_revealing_find (words);

  gtk_window_set_title (GTK_WINDOW (self), level == SUIVI_CONSENT_PUBLISH ? _ ("Before it is published")
                                                                          : _ ("Before it is quoted"));
  self->words = g_strdup (words);
  show_finds (self, finds);
  suivi_panel_window_fit (GTK_WINDOW (self), parent);
  /* What does no harm is what Enter does. */
  gtk_widget_grab_focus (finds->len > 0 ? self->change_button : GTK_WIDGET (self->confirm_button));

  return self;
}

/**
 * suivi_revealing_dialog_get_words:
 *
 * Returns: (transfer none): the very words that were shown
 */
const char *
suivi_revealing_dialog_get_words (SuiviRevealingDialog *self)
{
  return self->words;
}
