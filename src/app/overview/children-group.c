/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "app/consultation/consultation-row.h"
#include "app/overview/children-group.h"
#include "core/text/text.h"

/* What fits beside everything else that is to be done. */
#define N_DUTIES 3

struct _SuiviChildrenGroup
{
  AdwPreferencesGroup parent_instance;

  GPtrArray *rows; /* (element-type GtkWidget) */
};

G_DEFINE_FINAL_TYPE (SuiviChildrenGroup, suivi_children_group, ADW_TYPE_PREFERENCES_GROUP)

static void
suivi_children_group_finalize (GObject *object)
{
  g_ptr_array_unref (SUIVI_CHILDREN_GROUP (object)->rows);

  G_OBJECT_CLASS (suivi_children_group_parent_class)->finalize (object);
}

static void
suivi_children_group_class_init (SuiviChildrenGroupClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = suivi_children_group_finalize;
}

static void
suivi_children_group_init (SuiviChildrenGroup *self)
{
  self->rows = g_ptr_array_new ();
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (self), _ ("Children"));
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

static const char *
get_title (SuiviConsultationEntry *entry)
{
  const char *title = entry->record->consultation->title;

  return suivi_text_is_blank (title) ? _ ("Untitled") : title;
}

static void
add_row (SuiviChildrenGroup *self, SuiviConsultationEntry *entry, const char *words, gboolean overdue)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *button = gtk_button_new_with_label (_ ("Open"));
  g_autofree char *title = g_markup_escape_text (words, -1);
  g_autofree char *subtitle = g_markup_escape_text (get_title (entry), -1);
  /* Translators: name of a button for screen readers; %s is the title of a consultation */
  g_autofree char *accessible = g_strdup_printf (_ ("Open “%s”"), get_title (entry));

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 3);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  if (overdue)
    {
      GtkWidget *icon = gtk_image_new_from_icon_name ("dialog-warning-symbolic");

      gtk_widget_add_css_class (icon, "error");
      adw_action_row_add_prefix (ADW_ACTION_ROW (row), icon);
    }
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, accessible, -1);
  /* The target first: a moment with an action and no target is one with a warning. */
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", entry->record->consultation->id);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.show-consultation");
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), row);
  g_ptr_array_add (self->rows, row);
}

/* The first day by which something of the consultation should have been erased. */
static const char *
find_first_day (SuiviConsultationEntry *entry)
{
  const char *first = NULL;

  for (guint i = 0; i < entry->record->participants->len; i++)
    {
      SuiviParticipant *participant = g_ptr_array_index (entry->record->participants, i);

      if (participant->delete_by[0] != '\0' && (first == NULL || strcmp (participant->delete_by, first) < 0))
        first = participant->delete_by;
    }

  return first;
}

static void
add_overdue (SuiviChildrenGroup *self, SuiviConsultationEntry *entry)
{
  guint n = entry->record->n_overdue;
  const char *first = find_first_day (entry);
  g_autofree char *day = suivi_consultation_format_day (first);
  g_autofree char *words = NULL;

  if (n == 0)
    return;

  words = g_strdup_printf (
    /* Translators: codes that stand for children; what belongs to them may not be kept longer. %s is a day */
    ngettext ("Overdue · %u code should have been erased by %s",
              "Overdue · %u codes should have been erased, the first by %s", n),
    n, day != NULL ? day : first);
  add_row (self, entry, words, TRUE);
}

/* What is due first comes first; what has no day, last. */
static int
compare_duties (gconstpointer a, gconstpointer b)
{
  const SuiviConsultationEntry *first = *(SuiviConsultationEntry *const *) a;
  const SuiviConsultationEntry *second = *(SuiviConsultationEntry *const *) b;

  if (first->duty->due == NULL || second->duty->due == NULL)
    return (first->duty->due == NULL) - (second->duty->due == NULL);
  return strcmp (first->duty->due, second->duty->due);
}

static void
add_duties (SuiviChildrenGroup *self, GPtrArray *entries)
{
  g_autoptr (GPtrArray) due = g_ptr_array_new ();

  for (guint i = 0; i < entries->len; i++)
    {
      SuiviConsultationEntry *entry = g_ptr_array_index (entries, i);

      if (entry->duty != NULL)
        g_ptr_array_add (due, entry);
    }
  g_ptr_array_sort (due, compare_duties);

  for (guint i = 0; i < MIN (due->len, N_DUTIES); i++)
    {
      SuiviConsultationEntry *entry = g_ptr_array_index (due, i);
      g_autofree char *words = suivi_consultation_say_duty (entry->duty);

      add_row (self, entry, words, entry->duty->overdue);
    }
}

/**
 * suivi_children_group_set_consultations:
 * @entries: (element-type SuiviConsultationEntry): the consultations; not kept
 *
 * Shows what is owed; the group hides itself when that is nothing.
 */
void
suivi_children_group_set_consultations (SuiviChildrenGroup *self, GPtrArray *entries)
{
  g_return_if_fail (SUIVI_IS_CHILDREN_GROUP (self));

  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (ADW_PREFERENCES_GROUP (self), g_ptr_array_index (self->rows, i));
  g_ptr_array_set_size (self->rows, 0);

  for (guint i = 0; i < entries->len; i++)
    add_overdue (self, g_ptr_array_index (entries, i));
  add_duties (self, entries);
  gtk_widget_set_visible (GTK_WIDGET (self), self->rows->len > 0);
}
