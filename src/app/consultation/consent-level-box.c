/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/consultation/consent-level-box.h"

#include <glib/gi18n-lib.h>

#include "app/review/wrap-layout.h"

struct _SuiviConsentLevelBox
{
  GtkBox parent_instance;

  GtkToggleButton *buttons[SUIVI_N_CONSENT_LEVELS];
  GtkLabel *reason;

  gboolean updating;
};

G_DEFINE_FINAL_TYPE (SuiviConsentLevelBox, suivi_consent_level_box, GTK_TYPE_BOX)

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* The words of the child go no further than that: why. */
static char *
describe_ceiling (const SuiviParticipant *participant, const char *today, SuiviConsentLevel ceiling)
{
  g_autoptr (GError) error = NULL;

  if (participant == NULL)
    return NULL;
  if (!suivi_participant_gate_settled (participant, today, &error))
    return g_strdup (error->message);

  switch (ceiling)
    {
    case SUIVI_CONSENT_INTERNAL:
    case SUIVI_CONSENT_TOTALS:
      /* Translators: %s is the code of a child */
      return g_strdup_printf (_ ("%s did not agree to be quoted."), participant->code);
    case SUIVI_CONSENT_QUOTE:
      /* Translators: %s is the code of a child */
      return g_strdup_printf (_ ("%s agreed to be quoted, but not in something that anybody can read."),
                              participant->code);
    case SUIVI_CONSENT_PUBLISH:
    default:
      return NULL;
    }
}

static void
toggled_cb (SuiviConsentLevelBox *self, GtkToggleButton *button)
{
  if (!self->updating && gtk_toggle_button_get_active (button))
    g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
suivi_consent_level_box_class_init (SuiviConsentLevelBoxClass *klass)
{
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", SUIVI_TYPE_CONSENT_LEVEL_BOX, G_SIGNAL_RUN_LAST, 0, NULL,
                                          NULL, NULL, G_TYPE_NONE, 0);
}

static void
suivi_consent_level_box_init (SuiviConsentLevelBox *self)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *reason = gtk_label_new (NULL);

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 6);
  gtk_widget_set_layout_manager (row, suivi_wrap_layout_new (6));
  for (guint i = 0; i < SUIVI_N_CONSENT_LEVELS; i++)
    {
      GtkWidget *button = gtk_toggle_button_new_with_label (suivi_consent_level_to_label (i));
      /* Translators: tooltip; %u is a digit: press Alt and it together */
      g_autofree char *tooltip = g_strdup_printf (_ ("Alt+%u"), i + 1);

      gtk_widget_set_tooltip_text (button, tooltip);
      self->buttons[i] = GTK_TOGGLE_BUTTON (button);
      if (i > 0)
        gtk_toggle_button_set_group (self->buttons[i], self->buttons[0]);
      g_signal_connect_object (button, "toggled", G_CALLBACK (toggled_cb), self, G_CONNECT_SWAPPED);
      gtk_box_append (GTK_BOX (row), button);
    }
  gtk_toggle_button_set_active (self->buttons[SUIVI_CONSENT_INTERNAL], TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("How far it may go"), -1);

  gtk_label_set_xalign (GTK_LABEL (reason), 0);
  gtk_label_set_wrap (GTK_LABEL (reason), TRUE);
  gtk_widget_add_css_class (reason, "dim-label");
  gtk_widget_add_css_class (reason, "caption");
  gtk_widget_set_visible (reason, FALSE);
  self->reason = GTK_LABEL (reason);
  gtk_box_append (GTK_BOX (self), row);
  gtk_box_append (GTK_BOX (self), reason);
}

/**
 * suivi_consent_level_box_set_level:
 *
 * Shows a level. "changed" is not emitted.
 */
void
suivi_consent_level_box_set_level (SuiviConsentLevelBox *self, SuiviConsentLevel level)
{
  g_return_if_fail (SUIVI_IS_CONSENT_LEVEL_BOX (self));
  g_return_if_fail ((guint) level < SUIVI_N_CONSENT_LEVELS);

  self->updating = TRUE;
  gtk_toggle_button_set_active (self->buttons[level], TRUE);
  self->updating = FALSE;
}

/**
 * suivi_consent_level_box_get_level:
 *
 * Returns: the level that is chosen
 */
SuiviConsentLevel
suivi_consent_level_box_get_level (SuiviConsentLevelBox *self)
{
  g_return_val_if_fail (SUIVI_IS_CONSENT_LEVEL_BOX (self), SUIVI_CONSENT_INTERNAL);

  for (guint i = SUIVI_N_CONSENT_LEVELS - 1; i > 0; i--)
    {
      if (gtk_toggle_button_get_active (self->buttons[i]))
        return i;
    }

  return SUIVI_CONSENT_INTERNAL;
}

/**
 * suivi_consent_level_box_choose:
 *
 * Chooses a level as if its button was pressed.
 *
 * Returns: whether consent reaches that far
 */
gboolean
suivi_consent_level_box_choose (SuiviConsentLevelBox *self, SuiviConsentLevel level)
{
  g_return_val_if_fail (SUIVI_IS_CONSENT_LEVEL_BOX (self), FALSE);
  g_return_val_if_fail ((guint) level < SUIVI_N_CONSENT_LEVELS, FALSE);

  if (!gtk_widget_get_sensitive (GTK_WIDGET (self->buttons[level])))
    return FALSE;

  gtk_toggle_button_set_active (self->buttons[level], TRUE);

  return TRUE;
}

/**
 * suivi_consent_level_box_set_participant:
 * @participant: (nullable): who says it
 * @today: the day, ISO 8601
 *
 * Offers only what the consent of that code reaches. A level beyond it falls back.
 */
void
suivi_consent_level_box_set_participant (SuiviConsentLevelBox *self,
                                         const SuiviParticipant *participant,
                                         const char *today)
{
  SuiviConsentLevel ceiling = SUIVI_CONSENT_INTERNAL;
  g_autofree char *reason = NULL;

  g_return_if_fail (SUIVI_IS_CONSENT_LEVEL_BOX (self));

  if (participant != NULL)
    ceiling = suivi_participant_get_ceiling (participant, today);
  reason = describe_ceiling (participant, today, ceiling);
  if (suivi_consent_level_box_get_level (self) > ceiling)
    suivi_consent_level_box_set_level (self, ceiling);
  for (guint i = 0; i < SUIVI_N_CONSENT_LEVELS; i++)
    gtk_widget_set_sensitive (GTK_WIDGET (self->buttons[i]), i <= ceiling);
  gtk_label_set_label (self->reason, reason != NULL ? reason : "");
  gtk_widget_set_visible (GTK_WIDGET (self->reason), reason != NULL);
}
