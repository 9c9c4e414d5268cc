/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/scorecard/agreement-cards.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "app/scorecard/agreement-card.h"
#include "core/scorecard/organisation.h"

struct _SuiviAgreementCards
{
  AdwBin parent_instance;

  GtkBox *box;
};

G_DEFINE_FINAL_TYPE (SuiviAgreementCards, suivi_agreement_cards, ADW_TYPE_BIN)

enum
{
  SIGNAL_TAKEN_OVER,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
taken_over_cb (SuiviAgreementCards *self, GtkWidget *card)
{
  guint place = 0;

  for (GtkWidget *before = gtk_widget_get_prev_sibling (card); before != NULL;
       before = gtk_widget_get_prev_sibling (before))
    place++;
  g_signal_emit (self, signals[SIGNAL_TAKEN_OVER], 0, place);
}

/* What scrolls sideways keeps the wheel to itself: up and down belongs to the page around the cards. */
static gboolean
scrolled_cb (SuiviAgreementCards *self, double dx, double dy)
{
  GtkWidget *page
    = gtk_widget_get_ancestor (gtk_widget_get_parent (GTK_WIDGET (self)), GTK_TYPE_SCROLLED_WINDOW);
  GtkAdjustment *adjustment = NULL;

  if (page == NULL || fabs (dx) > fabs (dy))
    return GDK_EVENT_PROPAGATE;

  adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (page));
  gtk_adjustment_set_value (adjustment, gtk_adjustment_get_value (adjustment)
                                          + dy * gtk_adjustment_get_step_increment (adjustment));
  return GDK_EVENT_STOP;
}

static gboolean
suivi_agreement_cards_grab_focus (GtkWidget *widget)
{
  GtkWidget *first = gtk_widget_get_first_child (GTK_WIDGET (SUIVI_AGREEMENT_CARDS (widget)->box));

  return first != NULL && gtk_widget_grab_focus (first);
}

static void
suivi_agreement_cards_class_init (SuiviAgreementCardsClass *klass)
{
  GTK_WIDGET_CLASS (klass)->grab_focus = suivi_agreement_cards_grab_focus;

  signals[SIGNAL_TAKEN_OVER] = g_signal_new ("taken-over", SUIVI_TYPE_AGREEMENT_CARDS, G_SIGNAL_RUN_LAST, 0,
                                             NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);

  gtk_widget_class_set_template_from_resource (GTK_WIDGET_CLASS (klass),
                                               "/io/github/suivi/Suivi/scorecard/agreement-cards.ui");
  gtk_widget_class_bind_template_callback (GTK_WIDGET_CLASS (klass), scrolled_cb);
  gtk_widget_class_bind_template_child (GTK_WIDGET_CLASS (klass), SuiviAgreementCards, box);
}

static void
suivi_agreement_cards_init (SuiviAgreementCards *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* What scrolls sideways asks for the height of sentences on as few lines as they like. The cards are narrower than that,
 * and the button below would be cut off: they ask for the height that they need when they are narrowest. */
static void
keep_whole (SuiviAgreementCards *self)
{
  for (GtkWidget *card = gtk_widget_get_first_child (GTK_WIDGET (self->box)); card != NULL;
       card = gtk_widget_get_next_sibling (card))
    {
      int width = 0;
      int height = 0;

      gtk_widget_measure (card, GTK_ORIENTATION_HORIZONTAL, -1, &width, NULL, NULL, NULL);
      gtk_widget_measure (card, GTK_ORIENTATION_VERTICAL, width, &height, NULL, NULL, NULL);
      gtk_widget_set_size_request (card, -1, height);
    }
}

/**
 * suivi_agreement_cards_show:
 * @facts: who says what
 *
 * Adds a card for each organisation. Without any there is nothing to see.
 */
void
suivi_agreement_cards_show (SuiviAgreementCards *self, const SuiviAgreementFacts *facts)
{
  for (guint i = 0; i < facts->spread->assessments->len; i++)
    {
      SuiviAssessment *assessment = g_ptr_array_index (facts->spread->assessments, i);
      GtkWidget *card
        = suivi_agreement_card_new (assessment, suivi_organisation_to_label (assessment->organisation));

      g_signal_connect_object (card, "taken-over", G_CALLBACK (taken_over_cb), self, G_CONNECT_SWAPPED);
      gtk_box_append (self->box, card);
    }
  gtk_widget_set_visible (GTK_WIDGET (self), facts->spread->assessments->len > 0);
  keep_whole (self);
}
