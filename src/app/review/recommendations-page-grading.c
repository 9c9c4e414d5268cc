/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "app/drafting/panel-widgets.h"
#include "app/review/grade-dialog.h"
#include "app/review/recommendation-words.h"
#include "app/review/recommendations-page-private.h"
#include "app/review/review-jobs.h"
#include "app/step-toast.h"

static void
show_toast (SuiviRecommendationsPage *self, const char *title, gboolean undo)
{
  GtkWidget *overlay = gtk_widget_get_ancestor (GTK_WIDGET (self), ADW_TYPE_TOAST_OVERLAY);
  g_autofree char *escaped = NULL;

  if (overlay == NULL)
    return;

  if (undo)
    {
      suivi_step_toast_show (ADW_TOAST_OVERLAY (overlay), title, _ ("Undo"), "win.undo");
      return;
    }
  escaped = g_markup_escape_text (title, -1);
  adw_toast_overlay_add_toast (ADW_TOAST_OVERLAY (overlay), adw_toast_new (escaped));
}

static void
graded_cb (SuiviGradeDialog *dialog, guint n, SuiviRecommendationsPage *self)
{
  GPtrArray *recommendations = suivi_grade_dialog_get_recommendations (dialog);
  const char *number = suivi_recommendations_get_only_number (recommendations);
  g_autofree char *text = NULL;

  if (number != NULL)
    /* Translators: after grading: "140.12 graded" */
    text = g_strdup_printf (_ ("%s graded"), number);
  else
    text = g_strdup_printf (ngettext ("%u recommendation graded", "%u recommendations graded", n), n);
  show_toast (self, text, TRUE);
}

static void
present_dialog (SuiviRecommendationsPage *self, GPtrArray *recommendations, SuiviAssessment *latest)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  SuiviGradeDialog *dialog = NULL;

  if (root == NULL || recommendations->len == 0)
    return;

  dialog = suivi_grade_dialog_new (self->workspace, recommendations, latest, self->drafts);
  g_signal_connect_object (dialog, "graded", G_CALLBACK (graded_cb), self, 0);
  suivi_panel_window_fit (GTK_WINDOW (dialog), GTK_WINDOW (root));
  gtk_window_present (GTK_WINDOW (dialog));
}

/* What other mechanisms say is not judged here: their own follow-up does that. */
static GPtrArray *
leave_out_outputs (GPtrArray *loaded)
{
  GPtrArray *left = g_ptr_array_new_with_free_func ((GDestroyNotify) suivi_recommendation_unref);

  for (guint i = 0; i < loaded->len; i++)
    {
      SuiviRecommendation *recommendation = g_ptr_array_index (loaded, i);

      /* One that is gone meanwhile is not there. */
      if (recommendation != NULL && !suivi_recommendation_is_output (recommendation))
        g_ptr_array_add (left, suivi_recommendation_ref (recommendation));
    }

  return left;
}

static void
present_for (SuiviRecommendationsPage *self, GPtrArray *loaded, SuiviAssessment *latest)
{
  g_autoptr (GPtrArray) recommendations = leave_out_outputs (loaded);

  if (recommendations->len == 0 && loaded->len > 0)
    show_toast (self, _ ("Outputs of other mechanisms are not graded"), FALSE);
  else
    present_dialog (self, recommendations, latest);
}

static void
one_loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SuiviRecommendationsPage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (SuiviReviewDetail) detail = NULL;
  g_autoptr (GPtrArray) recommendations
             = g_ptr_array_new_with_free_func ((GDestroyNotify) suivi_recommendation_unref);

  detail = suivi_workspace_run_finish (SUIVI_WORKSPACE (source), result, &error);
  if (SUIVI_WORKSPACE (source) != self->workspace)
    return;
  if (detail == NULL)
    {
      show_toast (self, error->message, FALSE);
      return;
    }

  g_ptr_array_add (recommendations, suivi_recommendation_ref (detail->recommendation));
  present_for (self, recommendations,
               detail->assessments->len > 0 ? g_ptr_array_index (detail->assessments, 0) : NULL);
}

static void
many_loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SuiviRecommendationsPage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) recommendations = NULL;

  recommendations = suivi_workspace_run_finish (SUIVI_WORKSPACE (source), result, &error);
  if (SUIVI_WORKSPACE (source) != self->workspace)
    return;
  if (recommendations == NULL)
    show_toast (self, error->message, FALSE);
  else
    present_for (self, recommendations, NULL);
}

static void
grade_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SuiviRecommendationsPage *self = SUIVI_RECOMMENDATIONS_PAGE (widget);
  g_autoptr (GArray) keys = NULL;

  if (suivi_recommendations_page_count_selected (self) == 0)
    return;

  keys = suivi_recommendations_page_list_selected (self);
  if (keys->len == 1)
    suivi_review_load_detail_async (self->workspace, g_array_index (keys, gint64, 0), NULL, one_loaded_cb,
                                    g_object_ref (self));
  else
    suivi_review_load_async (self->workspace, keys, NULL, many_loaded_cb, g_object_ref (self));
}

static void
children_set_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SuiviRecommendationsPage) self = user_data;
  g_autoptr (GError) error = NULL;
  guint n = GPOINTER_TO_UINT (suivi_workspace_run_finish (SUIVI_WORKSPACE (source), result, &error));
  g_autofree char *text = NULL;

  if (error != NULL)
    {
      show_toast (self, error->message, FALSE);
      /* The switch goes back to what the file says. */
      suivi_recommendation_detail_reload (self->detail);
      return;
    }
  if (n == 1)
    return;

  text = g_strdup_printf (ngettext ("Child focus of %u recommendation set",
                                    "Child focus of %u recommendations set", n),
                          n);
  show_toast (self, text, TRUE);
}

static void
set_children_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SuiviRecommendationsPage *self = SUIVI_RECOMMENDATIONS_PAGE (widget);
  g_autoptr (GArray) keys = NULL;

  if (suivi_recommendations_page_count_selected (self) == 0)
    return;

  keys = suivi_recommendations_page_list_selected (self);
  suivi_review_set_children_async (self->workspace, keys, g_variant_get_boolean (parameter), children_set_cb,
                                   g_object_ref (self));
}

/**
 * suivi_recommendations_page_install_grading:
 * @widget_class: the class of the page
 *
 * Installs the actions that change what is selected.
 */
void
suivi_recommendations_page_install_grading (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "recommendations.grade", NULL, grade_action);
  gtk_widget_class_install_action (widget_class, "recommendations.set-children", "b", set_children_action);
}
