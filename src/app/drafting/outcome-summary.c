/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "app/drafting/outcome-summary.h"
#include "app/drafting/panel-widgets.h"
#include "core/reference/states.h"
#include "store/drafting-queries.h"

struct _SuiviOutcomeSummary
{
  AdwWindow parent_instance;

  AdwWindowTitle *heading;
  GtkLabel *failure;
  GtkWidget *content;
  GtkLabel *nothing;
  GtkLabel *sentence;
  AdwPreferencesGroup *issues;
  AdwActionRow *raised;
  AdwActionRow *reflected;
  AdwActionRow *supported;
  AdwPreferencesGroup *drafts;
  AdwActionRow *sent;
  AdwActionRow *taken_up;
  AdwActionRow *impact;

  SuiviWorkspace *workspace; /* (owned) (nullable) */
  char *state;
};

G_DEFINE_FINAL_TYPE (SuiviOutcomeSummary, suivi_outcome_summary, ADW_TYPE_WINDOW)

static gpointer
count_outcome (SuiviStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  g_autofree SuiviOutcome *outcome = g_new0 (SuiviOutcome, 1);

  if (!suivi_store_count_outcome (store, data, outcome, error))
    return NULL;

  return g_steal_pointer (&outcome);
}

/* "3 of 4 (75 %)"; the share alone would hide how few they are. */
static char *
format_share (guint n, guint total)
{
  if (total == 0)
    return g_strdup_printf ("%u", n);

  /* Translators: "3 of 4 (75 %)" */
  return g_strdup_printf (_ ("%u of %u (%u %%)"), n, total, (n * 100 + total / 2) / total);
}

static void
set_row (AdwActionRow *row, const char *value)
{
  GtkLabel *label = g_object_get_data (G_OBJECT (row), "suivi-value");
  g_autofree char *name
    = g_strdup_printf ("%s: %s", adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)), value);

  if (label == NULL)
    {
      label = GTK_LABEL (gtk_label_new (NULL));
      gtk_widget_add_css_class (GTK_WIDGET (label), "numeric");
      gtk_widget_add_css_class (GTK_WIDGET (label), "heading");
      adw_action_row_add_suffix (row, GTK_WIDGET (label));
      g_object_set_data (G_OBJECT (row), "suivi-value", label);
    }
  gtk_label_set_label (label, value);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

/* With the comma or point of the user's language. */
static char *
format_impact (SuiviOutcome *outcome)
{
  if (outcome->n_judged == 0)
    return g_strdup (_ ("Not judged yet"));

  return g_strdup_printf ("%.1f", outcome->impact / outcome->n_judged);
}

/* "Raised 4 issues; 3 reflected (75 %); 3 supported; average impact 0.8": what goes into a report as it is. */
static char *
summarise (SuiviOutcome *outcome)
{
  guint share
    = outcome->n_raised > 0 ? (outcome->n_reflected * 100 + outcome->n_raised / 2) / outcome->n_raised : 0;
  g_autofree char *raised
    = g_strdup_printf (ngettext ("Raised %u issue", "Raised %u issues", outcome->n_raised),
                       outcome->n_raised);
  /* Translators: issues that a State made a recommendation of: "3 reflected (75 %)" */
  g_autofree char *reflected = g_strdup_printf (_ ("%u reflected (%u %%)"), outcome->n_reflected, share);
  /* Translators: issues with a recommendation that the State under review supports: "3 supported" */
  g_autofree char *supported = g_strdup_printf (_ ("%u supported"), outcome->n_supported);
  g_autofree char *average = format_impact (outcome);
  g_autofree char *impact = NULL;

  if (outcome->n_judged == 0)
    return g_strdup_printf ("%s; %s; %s.", raised, reflected, supported);

  /* Translators: "average impact 0.8" */
  impact = g_strdup_printf (_ ("average impact %s"), average);
  return g_strdup_printf ("%s; %s; %s; %s.", raised, reflected, supported, impact);
}

static void
show_outcome (SuiviOutcomeSummary *self, SuiviOutcome *outcome)
{
  g_autofree char *sentence = summarise (outcome);
  g_autofree char *raised = g_strdup_printf ("%u", outcome->n_raised);
  g_autofree char *reflected = format_share (outcome->n_reflected, outcome->n_raised);
  g_autofree char *supported = format_share (outcome->n_supported, outcome->n_raised);
  g_autofree char *sent = format_share (outcome->n_sent, outcome->n_drafts);
  g_autofree char *taken_up = format_share (outcome->n_taken_up, outcome->n_sent);
  g_autofree char *impact = format_impact (outcome);
  g_autofree char *judged
    = g_strdup_printf (ngettext ("Of %u recommendation that somebody judged: 0 owes nothing to the draft, "
                                 "0.5 takes up part of it, 1 takes it up",
                                 "Of %u recommendations that somebody judged: 0 owes nothing to the draft, "
                                 "0.5 takes up part of it, 1 takes it up",
                                 outcome->n_judged),
                       outcome->n_judged);

  gtk_widget_set_visible (GTK_WIDGET (self->nothing), outcome->n_raised == 0);
  gtk_label_set_label (self->sentence, sentence);
  gtk_widget_set_visible (GTK_WIDGET (self->sentence), outcome->n_raised > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->issues), outcome->n_raised > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->drafts), outcome->n_drafts > 0 && outcome->n_raised > 0);
  set_row (self->raised, raised);
  set_row (self->reflected, reflected);
  set_row (self->supported, supported);
  set_row (self->sent, sent);
  set_row (self->taken_up, taken_up);
  set_row (self->impact, impact);
  adw_action_row_set_subtitle (self->impact, outcome->n_judged > 0 ? judged : "");
  gtk_widget_set_visible (self->content, TRUE);
}

static void
counted_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SuiviOutcomeSummary) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree SuiviOutcome *outcome = suivi_workspace_run_finish (SUIVI_WORKSPACE (source), result, &error);

  if (self->workspace == NULL)
    return;

  if (outcome != NULL)
    show_outcome (self, outcome);
  else
    gtk_label_set_label (self->failure, error->message);
  gtk_widget_set_visible (GTK_WIDGET (self->failure), outcome == NULL);
}

static void
count (SuiviOutcomeSummary *self)
{
  suivi_workspace_run_async (self->workspace, count_outcome, g_strdup (self->state), g_free, g_free, NULL,
                             counted_cb, g_object_ref (self));
}

static void
suivi_outcome_summary_dispose (GObject *object)
{
  SuiviOutcomeSummary *self = SUIVI_OUTCOME_SUMMARY (object);

  g_clear_object (&self->workspace);
  g_clear_pointer (&self->state, g_free);

  G_OBJECT_CLASS (suivi_outcome_summary_parent_class)->dispose (object);
}

static void
suivi_outcome_summary_class_init (SuiviOutcomeSummaryClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = suivi_outcome_summary_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/suivi/Suivi/drafting/outcome-summary.ui");
  gtk_widget_class_bind_template_child (widget_class, SuiviOutcomeSummary, heading);
  gtk_widget_class_bind_template_child (widget_class, SuiviOutcomeSummary, failure);
  gtk_widget_class_bind_template_child (widget_class, SuiviOutcomeSummary, content);
  gtk_widget_class_bind_template_child (widget_class, SuiviOutcomeSummary, nothing);
  gtk_widget_class_bind_template_child (widget_class, SuiviOutcomeSummary, sentence);
  gtk_widget_class_bind_template_child (widget_class, SuiviOutcomeSummary, issues);
  gtk_widget_class_bind_template_child (widget_class, SuiviOutcomeSummary, raised);
  gtk_widget_class_bind_template_child (widget_class, SuiviOutcomeSummary, reflected);
  gtk_widget_class_bind_template_child (widget_class, SuiviOutcomeSummary, supported);
  gtk_widget_class_bind_template_child (widget_class, SuiviOutcomeSummary, drafts);
  gtk_widget_class_bind_template_child (widget_class, SuiviOutcomeSummary, sent);
  gtk_widget_class_bind_template_child (widget_class, SuiviOutcomeSummary, taken_up);
  gtk_widget_class_bind_template_child (widget_class, SuiviOutcomeSummary, impact);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
suivi_outcome_summary_init (SuiviOutcomeSummary *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * suivi_outcome_summary_new:
 * @parent: (nullable): the window it belongs to
 * @state: the State under review, ISO 3166-1 alpha-3
 *
 * Counted as the case studies of Save the Children count it ("UPR: Successful examples of child rights advocacy"):
 * issues reflected in recommendations, of issues raised with States.
 *
 * Returns: (transfer none): a window, not shown yet; GTK owns it
 */
GtkWidget *
suivi_outcome_summary_new (GtkWindow *parent, SuiviWorkspace *workspace, const char *state)
{
  SuiviOutcomeSummary *self = g_object_new (SUIVI_TYPE_OUTCOME_SUMMARY, NULL);
  const char *state_name = suivi_state_get_name (state);

  suivi_panel_window_fit (GTK_WINDOW (self), parent);
  self->workspace = g_object_ref (workspace);
  self->state = g_strdup (state);
  adw_window_title_set_subtitle (self->heading, state_name != NULL ? state_name : state);
  g_signal_connect_object (workspace, "changed", G_CALLBACK (count), self, G_CONNECT_SWAPPED);
  count (self);

  return GTK_WIDGET (self);
}
