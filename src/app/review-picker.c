/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/review-picker.h"

#include <glib/gi18n-lib.h>

#include "app/cycle-label.h"
#include "app/relative-time.h"
#include "app/state-picker.h"
#include "core/reference/sessions.h"
#include "core/reference/states.h"
#include "core/review/review.h"

#define MAX_SESSION 200

/* Two rows: a State and a session of the Working Group; below, what our tables know about the two together.
 */
struct _SuiviReviewPicker
{
  GtkWidget parent_instance;

  GtkWidget *group;
  SuiviStatePicker *state;
  GtkSpinButton *session;
  AdwActionRow *session_row;
  gboolean setting;
};

G_DEFINE_FINAL_TYPE (SuiviReviewPicker, suivi_review_picker, GTK_TYPE_WIDGET)

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
describe (SuiviReviewPicker *self)
{
  const char *state = suivi_review_picker_get_state (self);
  guint session = suivi_review_picker_get_session (self);
  const char *start = NULL;
  const char *end = NULL;
  g_autofree char *day = NULL;
  g_autofree char *cycle = NULL;
  g_autofree char *text = NULL;
  g_autofree char *subtitle = NULL;

  cycle = suivi_cycle_to_label (suivi_review_cycle_of_session (session));
  if (suivi_session_get_dates (session, &start, &end) && start != NULL)
    day = suivi_format_day (start);

  if (state != NULL && day != NULL && !suivi_session_was_reviewed (state, session))
    /* Translators: the first %s is "4th cycle", the second a State */
    text = g_strdup_printf (_ ("%s. Our tables do not have %s in this session: please check."), cycle,
                            suivi_state_get_name (state));
  else if (day != NULL)
    /* Translators: the first %s is "4th cycle", the second a day */
    text = g_strdup_printf (_ ("%s, from %s"), cycle, day);
  else
    text = g_strdup (cycle);

  subtitle = g_markup_escape_text (text, -1);
  adw_action_row_set_subtitle (self->session_row, subtitle);
}

static void
tell (SuiviReviewPicker *self)
{
  describe (self);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
session_changed_cb (SuiviReviewPicker *self)
{
  if (!self->setting)
    tell (self);
}

/* The latest review of the State is what people most often mean. */
static void
state_changed_cb (SuiviReviewPicker *self)
{
  const char *state = suivi_review_picker_get_state (self);

  if (self->setting)
    return;

  if (state != NULL && !suivi_session_was_reviewed (state, suivi_review_picker_get_session (self)))
    {
      gsize n_sessions = 0;
      g_autofree guint *sessions = suivi_sessions_of_state (state, &n_sessions);

      if (n_sessions > 0)
        {
          self->setting = TRUE;
          gtk_spin_button_set_value (self->session, sessions[n_sessions - 1]);
          self->setting = FALSE;
        }
    }
  tell (self);
}

static void
suivi_review_picker_dispose (GObject *object)
{
  SuiviReviewPicker *self = SUIVI_REVIEW_PICKER (object);

  g_clear_pointer (&self->group, gtk_widget_unparent);

  G_OBJECT_CLASS (suivi_review_picker_parent_class)->dispose (object);
}

static void
suivi_review_picker_class_init (SuiviReviewPickerClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = suivi_review_picker_dispose;

  /**
   * SuiviReviewPicker::changed:
   *
   * Another State or session was chosen by the user.
   */
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", SUIVI_TYPE_REVIEW_PICKER, G_SIGNAL_RUN_LAST, 0, NULL,
                                          NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
suivi_review_picker_init (SuiviReviewPicker *self)
{
  GtkWidget *state_row = adw_action_row_new ();
  GtkWidget *session_row = adw_action_row_new ();
  GtkWidget *state = suivi_state_picker_new ();
  GtkWidget *session = gtk_spin_button_new_with_range (1, MAX_SESSION, 1);

  self->state = SUIVI_STATE_PICKER (state);
  self->session = GTK_SPIN_BUTTON (session);
  self->session_row = ADW_ACTION_ROW (session_row);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (state_row), _ ("State under review"));
  gtk_widget_set_valign (state, GTK_ALIGN_CENTER);
  adw_action_row_add_suffix (ADW_ACTION_ROW (state_row), state);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (state_row), state);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (session_row), _ ("Session"));
  gtk_widget_set_valign (session, GTK_ALIGN_CENTER);
  gtk_spin_button_set_numeric (self->session, TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (session), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Session"), -1);
  adw_action_row_add_suffix (ADW_ACTION_ROW (session_row), session);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (session_row), session);

  self->group = adw_preferences_group_new ();
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self->group), state_row);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self->group), session_row);
  gtk_widget_set_parent (self->group, GTK_WIDGET (self));

  gtk_spin_button_set_value (self->session, 48);
  describe (self);
  g_signal_connect_swapped (state, "notify::state", G_CALLBACK (state_changed_cb), self);
  g_signal_connect_swapped (session, "value-changed", G_CALLBACK (session_changed_cb), self);
}

/**
 * suivi_review_picker_set_review:
 * @state: (nullable): ISO 3166-1 alpha-3
 * @session: 1 and up; 0 leaves the session as it is
 */
void
suivi_review_picker_set_review (SuiviReviewPicker *self, const char *state, guint session)
{
  g_return_if_fail (SUIVI_IS_REVIEW_PICKER (self));

  self->setting = TRUE;
  suivi_state_picker_set_state (self->state, state);
  if (session > 0)
    gtk_spin_button_set_value (self->session, session);
  self->setting = FALSE;
  describe (self);
}

/**
 * suivi_review_picker_get_state:
 *
 * Returns: (nullable): the State that is chosen, ISO 3166-1 alpha-3
 */
const char *
suivi_review_picker_get_state (SuiviReviewPicker *self)
{
  g_return_val_if_fail (SUIVI_IS_REVIEW_PICKER (self), NULL);

  return suivi_state_picker_get_state (self->state);
}

/**
 * suivi_review_picker_get_session:
 *
 * Returns: the session that is chosen, 1 and up
 */
guint
suivi_review_picker_get_session (SuiviReviewPicker *self)
{
  g_return_val_if_fail (SUIVI_IS_REVIEW_PICKER (self), 1);

  return (guint) gtk_spin_button_get_value_as_int (self->session);
}
