/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "app/consultation/participant-row.h"
#include "app/consultation/participant-words.h"

struct _SuiviParticipantRow
{
  AdwActionRow parent_instance;

  char *id;
};

G_DEFINE_FINAL_TYPE (SuiviParticipantRow, suivi_participant_row, ADW_TYPE_ACTION_ROW)

static void
suivi_participant_row_finalize (GObject *object)
{
  g_free (SUIVI_PARTICIPANT_ROW (object)->id);

  G_OBJECT_CLASS (suivi_participant_row_parent_class)->finalize (object);
}

static void
suivi_participant_row_class_init (SuiviParticipantRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = suivi_participant_row_finalize;
}

static void
suivi_participant_row_init (SuiviParticipantRow *self)
{
  GtkWidget *image = g_object_new (GTK_TYPE_IMAGE, "icon-name", "go-next-symbolic", "accessible-role",
                                   GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);

  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (self), 0);
  adw_action_row_add_suffix (ADW_ACTION_ROW (self), image);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self), TRUE);
}

/**
 * suivi_participant_row_new:
 *
 * Returns: (transfer floating): an empty row
 */
GtkWidget *
suivi_participant_row_new (void)
{
  return g_object_new (SUIVI_TYPE_PARTICIPANT_ROW, NULL);
}

/**
 * suivi_participant_row_set:
 * @participant: what is shown
 * @today: ISO 8601 date
 */
void
suivi_participant_row_set (SuiviParticipantRow *self, const SuiviParticipant *participant, const char *today)
{
  g_autofree char *standing = suivi_participant_say_standing (participant, today);
  g_autofree char *escaped = NULL;
  g_autoptr (GString) subtitle = g_string_new (suivi_age_band_to_label (participant->age_band));

  g_free (self->id);
  self->id = g_strdup (participant->id);
  g_string_append_printf (subtitle, " · %s",
                          participant->size > 1 ? suivi_gender_to_label (participant->gender)
                                                : suivi_participant_gender_to_label (participant->gender));
  if (participant->size > 1)
    {
      g_string_append (subtitle, " · ");
      g_string_append_printf (subtitle, ngettext ("%u child", "%u children", participant->size),
                              participant->size);
    }
  g_string_append_printf (subtitle, "\n%s", standing);
  escaped = g_markup_escape_text (subtitle->str, -1);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), participant->code);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self), escaped);
  adw_action_row_set_icon_name (ADW_ACTION_ROW (self),
                                suivi_participant_get_icon (
                                  suivi_participant_get_standing (participant, today)));
}

/**
 * suivi_participant_row_get_id:
 *
 * Returns: key of what is shown
 */
const char *
suivi_participant_row_get_id (SuiviParticipantRow *self)
{
  return self->id;
}
