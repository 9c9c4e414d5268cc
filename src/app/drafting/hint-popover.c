/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/drafting/hint-popover.h"

#include <glib/gi18n-lib.h>

struct _SuiviHintPopover
{
  GtkPopover parent_instance;

  GtkLabel *criterion;
  GtkLabel *message;
  GtkLabel *source;
  GtkButton *use_button;
};

G_DEFINE_FINAL_TYPE (SuiviHintPopover, suivi_hint_popover, GTK_TYPE_POPOVER)

enum
{
  SIGNAL_USE,
  SIGNAL_DISMISSED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
use_clicked_cb (SuiviHintPopover *self)
{
  gtk_popover_popdown (GTK_POPOVER (self));
  g_signal_emit (self, signals[SIGNAL_USE], 0);
}

static void
dismiss_clicked_cb (SuiviHintPopover *self)
{
  gtk_popover_popdown (GTK_POPOVER (self));
  g_signal_emit (self, signals[SIGNAL_DISMISSED], 0);
}

static void
suivi_hint_popover_class_init (SuiviHintPopoverClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  signals[SIGNAL_USE]
    = g_signal_new ("use", SUIVI_TYPE_HINT_POPOVER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_DISMISSED] = g_signal_new ("dismissed", SUIVI_TYPE_HINT_POPOVER, G_SIGNAL_RUN_LAST, 0, NULL,
                                            NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/suivi/Suivi/drafting/hint-popover.ui");
  gtk_widget_class_bind_template_child (widget_class, SuiviHintPopover, criterion);
  gtk_widget_class_bind_template_child (widget_class, SuiviHintPopover, message);
  gtk_widget_class_bind_template_child (widget_class, SuiviHintPopover, source);
  gtk_widget_class_bind_template_child (widget_class, SuiviHintPopover, use_button);
  gtk_widget_class_bind_template_callback (widget_class, use_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, dismiss_clicked_cb);
}

static void
suivi_hint_popover_init (SuiviHintPopover *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * suivi_hint_popover_new:
 *
 * Returns: (transfer floating): a popover, still without a hint
 */
GtkWidget *
suivi_hint_popover_new (void)
{
  return g_object_new (SUIVI_TYPE_HINT_POPOVER, NULL);
}

/**
 * suivi_hint_popover_set_hint:
 * @hint: what to show
 * @usable: whether the words that it suggests can be put in place
 */
void
suivi_hint_popover_set_hint (SuiviHintPopover *self, const SuiviHint *hint, gboolean usable)
{
  /* Translators: where a rule comes from: "Source: Factsheet 3, SMART recommendations" */
  g_autofree char *source = g_strdup_printf (_ ("Source: %s"), hint->source);

  g_return_if_fail (SUIVI_IS_HINT_POPOVER (self));

  gtk_label_set_label (self->criterion, suivi_criterion_get_label (hint->criterion));
  gtk_label_set_label (self->message, hint->message);
  gtk_label_set_label (self->source, source);
  gtk_widget_set_visible (GTK_WIDGET (self->use_button), usable && hint->suggestion != NULL);
  if (hint->suggestion != NULL)
    {
      /* Translators: button that puts better words in place of weak ones */
      g_autofree char *label = g_strdup_printf (_ ("Use “%s”"), hint->suggestion);
      GtkWidget *child = gtk_label_new (label);

      gtk_label_set_wrap (GTK_LABEL (child), TRUE);
      gtk_label_set_max_width_chars (GTK_LABEL (child), 36);
      gtk_button_set_child (self->use_button, child);
    }
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, hint->message, -1);
}
