/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Whose the judgements are that the scorecard page counts, and the bar that asks for it where they do not say. */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "app/scorecard/organisations-dialog.h"
#include "app/scorecard/scorecard-page-private.h"
#include "store/scorecard-store.h"

static void
show_organisations_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  SuiviScorecardPage *self = SUIVI_SCORECARD_PAGE (widget);

  if (self->workspace != NULL)
    suivi_organisations_show (GTK_WINDOW (gtk_widget_get_root (widget)), self->workspace);
}

/**
 * suivi_scorecard_page_update_unnamed:
 *
 * Shows the bar if there is something to name, and it can be named. What was frozen stays as it was.
 */
void
suivi_scorecard_page_update_unnamed (SuiviScorecardPage *self)
{
  const gboolean writable
    = self->workspace != NULL && suivi_workspace_get_read_only (self->workspace) == SUIVI_READ_ONLY_NO;
  const guint n = self->n_unnamed;
  g_autofree char *sentence
    = g_strdup_printf (ngettext ("%u judgement does not say of which organisation it is.",
                                 "%u judgements do not say of which organisation they are.", n),
                       n);

  if (n > 0)
    gtk_label_set_label (self->unnamed_label, sentence);
  gtk_revealer_set_reveal_child (self->unnamed, n > 0 && writable && self->edition_id == NULL);
}

/* Returns: how many there are, and one more: %NULL is a failure */
static gpointer
count_unnamed (SuiviStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  g_autoptr (GPtrArray) organisations = suivi_store_list_organisations (store, error);
  guint n = 0;

  if (organisations == NULL)
    return NULL;
  for (guint i = 0; i < organisations->len; i++)
    {
      const SuiviOrganisation *organisation = g_ptr_array_index (organisations, i);

      if (organisation->name[0] == '\0')
        n = organisation->n_judgements;
    }

  return GUINT_TO_POINTER (n + 1);
}

/* What cannot be counted is not asked for; whatever else is read from the file says what is wrong with it. */
static void
counted_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SuiviScorecardPage) self = user_data;
  const guint n = GPOINTER_TO_UINT (suivi_workspace_run_finish (SUIVI_WORKSPACE (source), result, NULL));

  if (n == 0 || self->content == NULL || SUIVI_WORKSPACE (source) != self->workspace)
    return;

  self->n_unnamed = n - 1;
  suivi_scorecard_page_update_unnamed (self);
}

/**
 * suivi_scorecard_page_count_unnamed:
 *
 * Looks whether there are judgements that do not say whose they are, if somebody sees the page.
 */
void
suivi_scorecard_page_count_unnamed (SuiviScorecardPage *self)
{
  g_cancellable_cancel (self->unnamed_cancellable);
  g_clear_object (&self->unnamed_cancellable);
  if (self->workspace == NULL || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;

  self->unnamed_cancellable = g_cancellable_new ();
  suivi_workspace_run_async (self->workspace, count_unnamed, NULL, NULL, NULL, self->unnamed_cancellable,
                             counted_cb, g_object_ref (self));
}

/**
 * suivi_scorecard_page_install_organisations:
 * @widget_class: the class of the page
 *
 * Installs what the page has for organisations. Called before the template is bound to a page.
 */
void
suivi_scorecard_page_install_organisations (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, SuiviScorecardPage, unnamed);
  gtk_widget_class_bind_template_child (widget_class, SuiviScorecardPage, unnamed_label);
  gtk_widget_class_install_action (widget_class, "scorecard.show-organisations", NULL,
                                   show_organisations_action);
}
