/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "app/review/institution-change.h"
#include "app/review/institution-entry.h"
#include "app/review/recommendations-page-private.h"
#include "app/step-toast.h"
#include "app/step.h"
#include "core/text/text.h"

/* The field, and the rows that it is about, of the dialog. */
#define ENTRY "suivi-entry"
#define KEYS  "suivi-keys"

static void
added_cb (GtkWidget *widget, const char *failure, const char *done)
{
  GtkWidget *overlay = gtk_widget_get_ancestor (widget, ADW_TYPE_TOAST_OVERLAY);
  g_autofree char *escaped = g_markup_escape_text (failure != NULL ? failure : "", -1);

  if (overlay == NULL)
    return;
  if (failure == NULL)
    suivi_step_toast_show (ADW_TOAST_OVERLAY (overlay), done, _ ("Undo"), "win.undo");
  else
    adw_toast_overlay_add_toast (ADW_TOAST_OVERLAY (overlay), adw_toast_new (escaped));
}

static void
named_cb (AdwMessageDialog *dialog, const char *response, gpointer user_data)
{
  SuiviRecommendationsPage *self = user_data;
  const char *name = gtk_editable_get_text (g_object_get_data (G_OBJECT (dialog), ENTRY));
  GArray *keys = g_object_get_data (G_OBJECT (dialog), KEYS);
  g_autofree char *label = NULL;

  if (!g_str_equal (response, "add") || suivi_text_is_blank (name) || self->workspace == NULL)
    return;

  label = g_strdup_printf (ngettext ("Add a responsible institution to %u recommendation",
                                     "Add a responsible institution to %u recommendations", keys->len),
                           keys->len);
  suivi_step_make (self->workspace, label, suivi_institution_change_put,
                   suivi_institution_change_new_for_rows (keys, name), suivi_institution_change_free,
                   GTK_WIDGET (self), added_cb, _ ("Responsible institution added"));
}

static void
name_changed_cb (GtkEditable *entry, AdwMessageDialog *dialog)
{
  adw_message_dialog_set_response_enabled (dialog, "add",
                                           !suivi_text_is_blank (gtk_editable_get_text (entry)));
}

/* Also when a proposal is chosen. To close the dialog would be another response. */
static void
name_activated_cb (GtkEditable *entry, AdwMessageDialog *dialog)
{
  if (suivi_text_is_blank (gtk_editable_get_text (entry)))
    return;

  adw_message_dialog_response (dialog, "add");
  gtk_window_destroy (GTK_WINDOW (dialog));
}

static void
add_institution_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SuiviRecommendationsPage *self = SUIVI_RECOMMENDATIONS_PAGE (widget);
  GtkRoot *root = gtk_widget_get_root (widget);
  const guint n = suivi_recommendations_page_count_selected (self);
  GtkWidget *entry = NULL;
  AdwMessageDialog *dialog = NULL;
  g_autofree char *body = NULL;

  if (self->workspace == NULL || n == 0 || !GTK_IS_WINDOW (root))
    return;

  body = g_strdup_printf (ngettext ("Who is to implement the %u selected recommendation? Institutions that "
                                    "were named before stay.",
                                    "Who is to implement the %u selected recommendations? Institutions that "
                                    "were named before stay.",
                                    n),
                          n);
  dialog
    = ADW_MESSAGE_DIALOG (adw_message_dialog_new (GTK_WINDOW (root), _ ("Responsible institution"), body));
  adw_message_dialog_add_responses (dialog, "cancel", _ ("_Cancel"), "add", _ ("_Add"), NULL);
  adw_message_dialog_set_response_appearance (dialog, "add", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (dialog, "add");
  adw_message_dialog_set_close_response (dialog, "cancel");
  adw_message_dialog_set_response_enabled (dialog, "add", FALSE);

  entry = g_object_new (SUIVI_TYPE_INSTITUTION_ENTRY, NULL);
  suivi_institution_entry_load (SUIVI_INSTITUTION_ENTRY (entry), self->workspace);
  adw_message_dialog_set_extra_child (dialog, entry);
  g_object_set_data (G_OBJECT (dialog), ENTRY, entry);
  g_object_set_data_full (G_OBJECT (dialog), KEYS, suivi_recommendations_page_list_selected (self),
                          (GDestroyNotify) g_array_unref);
  g_signal_connect_object (entry, "changed", G_CALLBACK (name_changed_cb), dialog, 0);
  g_signal_connect_object (entry, "activate", G_CALLBACK (name_activated_cb), dialog, 0);
  g_signal_connect_object (dialog, "response", G_CALLBACK (named_cb), self, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

/**
 * suivi_recommendations_page_install_institutions:
 * @widget_class: the class of the page
 *
 * Installs the action that is about responsible institutions.
 */
void
suivi_recommendations_page_install_institutions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "recommendations.add-institution", NULL,
                                   add_institution_action);
}
