/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/scorecard/agreement-card.h"

#include <glib/gi18n-lib.h>

#include "app/light-words.h"
#include "app/review/assessment-card.h"
#include "app/review/light-label.h"

/* In characters. */
#define WIDTH 26

struct _SuiviAgreementCard
{
  GtkBox parent_instance;

  GtkWidget *button;
  char *organisation; /* (owned) */
  SuiviLight light;
};

G_DEFINE_FINAL_TYPE (SuiviAgreementCard, suivi_agreement_card, GTK_TYPE_BOX)

enum
{
  SIGNAL_TAKEN_OVER,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
clicked_cb (SuiviAgreementCard *self)
{
  g_signal_emit (self, signals[SIGNAL_TAKEN_OVER], 0);
}

static gboolean
suivi_agreement_card_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (SUIVI_AGREEMENT_CARD (widget)->button);
}

static void
suivi_agreement_card_finalize (GObject *object)
{
  g_free (SUIVI_AGREEMENT_CARD (object)->organisation);

  G_OBJECT_CLASS (suivi_agreement_card_parent_class)->finalize (object);
}

static void
suivi_agreement_card_class_init (SuiviAgreementCardClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = suivi_agreement_card_finalize;
  GTK_WIDGET_CLASS (klass)->grab_focus = suivi_agreement_card_grab_focus;

  signals[SIGNAL_TAKEN_OVER] = g_signal_new ("taken-over", SUIVI_TYPE_AGREEMENT_CARD, G_SIGNAL_RUN_LAST, 0,
                                             NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
suivi_agreement_card_init (SuiviAgreementCard *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 9);
  gtk_widget_set_hexpand (GTK_WIDGET (self), TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self), "card");
  gtk_widget_add_css_class (GTK_WIDGET (self), "padded");
}

static GtkWidget *
add_label (SuiviAgreementCard *self, const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  /* Cards stand in a line that scrolls: they are as wide as their labels ask for. */
  gtk_label_set_width_chars (GTK_LABEL (label), WIDTH);
  gtk_label_set_max_width_chars (GTK_LABEL (label), WIDTH);
  gtk_widget_add_css_class (label, css_class);
  gtk_box_append (GTK_BOX (self), label);

  return label;
}

static void
say (GtkWidget *widget)
{
  SuiviAgreementCard *self = SUIVI_AGREEMENT_CARD (widget);
  const char *light = suivi_light_words_to_label (suivi_light_words_get (widget), self->light);
  /* Translators: name of a button for screen readers: the judgement of an organisation becomes the agreed one */
  g_autofree char *name = g_strdup_printf (_ ("Take over: %s, %s"), self->organisation, light);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

/**
 * suivi_agreement_card_new:
 * @assessment: what is judged
 * @organisation: who judges
 *
 * Returns: (transfer floating): a card
 */
GtkWidget *
suivi_agreement_card_new (SuiviAssessment *assessment, const char *organisation)
{
  SuiviAgreementCard *self = g_object_new (SUIVI_TYPE_AGREEMENT_CARD, NULL);
  GtkWidget *card = suivi_assessment_card_new (assessment);
  g_autofree char *day = suivi_date_to_label (assessment->date);
  /* Translators: date and name under a grade */
  g_autofree char *byline = g_strdup_printf (_ ("%s · %s"), day, assessment->name);

  self->organisation = g_strdup (organisation);
  self->light = assessment->light;
  self->button = gtk_button_new_with_label (_ ("Take over"));
  add_label (self, organisation, "heading");
  suivi_light_label_set (GTK_LABEL (add_label (self, NULL, "light-mark")), assessment->light, TRUE);
  gtk_widget_set_vexpand (card, TRUE);
  gtk_box_append (GTK_BOX (self), card);
  add_label (self, byline, "caption");
  g_signal_connect_object (self->button, "clicked", G_CALLBACK (clicked_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (self), self->button);
  say (GTK_WIDGET (self));
  suivi_light_words_follow (GTK_WIDGET (self), say);

  return GTK_WIDGET (self);
}
