/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/scorecard/headline-box.h"

#include <glib/gi18n-lib.h>

#include "app/review/wrap-layout.h"

#define ROWS_KEY "suivi-rows"

struct _SuiviHeadlineBox
{
  GtkWidget parent_instance;
};

G_DEFINE_FINAL_TYPE (SuiviHeadlineBox, suivi_headline_box, GTK_TYPE_WIDGET)

enum
{
  SIGNAL_OPENED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
clear (SuiviHeadlineBox *self)
{
  GtkWidget *child = NULL;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
}

static void
suivi_headline_box_dispose (GObject *object)
{
  clear (SUIVI_HEADLINE_BOX (object));

  G_OBJECT_CLASS (suivi_headline_box_parent_class)->dispose (object);
}

static void
suivi_headline_box_class_init (SuiviHeadlineBoxClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = suivi_headline_box_dispose;

  signals[SIGNAL_OPENED] = g_signal_new ("opened", SUIVI_TYPE_HEADLINE_BOX, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                         NULL, G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_PTR_ARRAY);

  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), SUIVI_TYPE_WRAP_LAYOUT);
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
suivi_headline_box_init (SuiviHeadlineBox *self)
{
}

static void
clicked_cb (GtkButton *button, SuiviHeadlineBox *self)
{
  g_signal_emit (self, signals[SIGNAL_OPENED], 0,
                 gtk_label_get_label (GTK_LABEL (gtk_button_get_child (button))),
                 g_object_get_data (G_OBJECT (button), ROWS_KEY));
}

static void
add_dot (SuiviHeadlineBox *self)
{
  GtkWidget *dot
    = g_object_new (GTK_TYPE_LABEL, "label", "·", "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);

  gtk_widget_add_css_class (dot, "headline-dot");
  gtk_widget_set_parent (dot, GTK_WIDGET (self));
}

/* What counts nothing opens nothing. */
static void
add_part (SuiviHeadlineBox *self, const char *text, const char *tooltip, GPtrArray *rows)
{
  GtkWidget *label = gtk_label_new (text);
  GtkWidget *part = label;

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  if (rows != NULL && rows->len > 0)
    {
      part = gtk_button_new ();
      gtk_button_set_child (GTK_BUTTON (part), label);
      gtk_widget_add_css_class (part, "flat");
      gtk_widget_set_tooltip_text (part, tooltip);
      gtk_accessible_update_property (GTK_ACCESSIBLE (part), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
      g_object_set_data_full (G_OBJECT (part), ROWS_KEY, g_ptr_array_ref (rows),
                              (GDestroyNotify) g_ptr_array_unref);
      g_signal_connect (part, "clicked", G_CALLBACK (clicked_cb), self);
    }
  gtk_widget_add_css_class (part, "headline");
  if (gtk_widget_get_first_child (GTK_WIDGET (self)) != NULL)
    add_dot (self);
  gtk_widget_set_parent (part, GTK_WIDGET (self));
}

/* Who graded last decides the light then; nobody should have to find that out. */
static void
add_differing (SuiviHeadlineBox *self, GPtrArray *differing)
{
  g_autofree char *text
    = g_strdup_printf (ngettext ("%u light is the latest of several that differ",
                                 "%u lights are the latest of several that differ", differing->len),
                       differing->len);

  if (differing->len > 0)
    add_part (
      self, text,
      _ ("Organisations grade these recommendations differently and have not agreed on a grade: the latest "
         "judgement counts. Show them"),
      differing);
}

/**
 * suivi_headline_box_set_signals:
 * @found: what was found in the working copy; it is not needed afterwards
 *
 * What nothing is said about, because there is no evidence in the workspace or nobody disagrees, has no part.
 */
void
suivi_headline_box_set_signals (SuiviHeadlineBox *self, const SuiviScorecardSignals *found)
{
  GPtrArray *without = suivi_scorecard_signals_get_rows (found, SUIVI_SIGNAL_NO_EVIDENCE);
  g_autofree char *graded
    /* Translators: how many of the recommendations have a grade: "148 of 254 graded" */
    = g_strdup_printf (ngettext ("%u of %u graded", "%u of %u graded", found->n_recommendations),
                       found->graded->len, found->n_recommendations);
  g_autofree char *no_evidence
    /* Translators: how many grades have no evidence behind them: "12 without evidence" */
    = g_strdup_printf (ngettext ("%u without evidence", "%u without evidence", without->len), without->len);

  g_return_if_fail (SUIVI_IS_HEADLINE_BOX (self));

  clear (self);
  add_part (self, graded, _ ("Show these recommendations"), found->graded);
  if (without->len > 0)
    add_part (self, no_evidence, _ ("Show these recommendations"), without);
  add_differing (self, found->differing);
}

/**
 * suivi_headline_box_set_tally:
 * @tally: what an edition holds, by its own counting rule
 * @differing: (element-type SuiviScorecardRow): the recommendations whose light is the latest of several that differ
 */
void
suivi_headline_box_set_tally (SuiviHeadlineBox *self, const SuiviTally *tally, GPtrArray *differing)
{
  const guint n_graded = suivi_tally_get_graded (tally);
  g_autofree char *graded
    = tally->rule.unit == SUIVI_COUNTING_UNIT_STATE
        ? g_strdup_printf (ngettext ("%u of %u pair of a recommendation and a State graded",
                                     "%u of %u pairs of a recommendation and a State graded", tally->total),
                           n_graded, tally->total)
        /* Translators: how many of the recommendations have a grade: "148 of 254 graded" */
        : g_strdup_printf (ngettext ("%u of %u graded", "%u of %u graded", tally->total), n_graded,
                           tally->total);

  g_return_if_fail (SUIVI_IS_HEADLINE_BOX (self));

  clear (self);
  add_part (self, graded, NULL, NULL);
  add_differing (self, differing);
}
