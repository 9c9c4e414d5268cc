/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/clusters/rule-chooser.h"

#include <glib/gi18n-lib.h>

#include "app/drafting/list-chooser.h"
#include "app/review/facet-values.h"
#include "core/scorecard/cluster-sets.h"

/* More of one kind than any list has; beyond, the rarest are left out, and that is said. */
#define MAX_OF_KIND 500

typedef struct
{
  GtkWindow *window; /* (owned) */
  char *cluster_id;
  GPtrArray *rules;  /* (owned) (element-type SuiviClusterRule): those that it has */
  GPtrArray *values; /* (owned) (nullable) (element-type SuiviClusterValue) */
  SuiviRuleChosen chosen;
  SuiviRuleFailed failed;
} Choice;

static void
free_choice (Choice *choice)
{
  g_object_unref (choice->window);
  g_free (choice->cluster_id);
  g_ptr_array_unref (choice->rules);
  g_clear_pointer (&choice->values, g_ptr_array_unref);
  g_free (choice);
}

static void
forget_choice_cb (gpointer choice, GClosure *closure)
{
  free_choice (choice);
}

static char *
dup_label (const SuiviClusterValue *value)
{
  switch (value->kind)
    {
    case SUIVI_CLUSTER_RULE_OHCHR_CLUSTER:
      return g_strdup (suivi_ohchr_cluster_to_label (value->value));
    case SUIVI_CLUSTER_RULE_POSITION:
      return suivi_facet_value_to_label (SUIVI_FACET_POSITION, value->value, NULL);
    case SUIVI_CLUSTER_RULE_SDG:
      return suivi_facet_value_to_label (SUIVI_FACET_SDG, value->value, NULL);
    case SUIVI_CLUSTER_RULE_THEME:
    case SUIVI_CLUSTER_RULE_ISSUE:
    case SUIVI_CLUSTER_RULE_GROUP:
    default:
      return g_strdup (value->value);
    }
}

static gboolean
has_rule (Choice *choice, const SuiviClusterValue *value)
{
  for (guint i = 0; i < choice->rules->len; i++)
    {
      SuiviClusterRule *rule = g_ptr_array_index (choice->rules, i);

      if (rule->kind == value->kind && g_str_equal (rule->value, value->value))
        return TRUE;
    }

  return FALSE;
}

static void
chosen_cb (SuiviListChooser *chooser, const char *id, Choice *choice)
{
  const guint64 i = g_ascii_strtoull (id, NULL, 10);
  SuiviClusterValue *value = g_ptr_array_index (choice->values, i);
  g_autoptr (SuiviClusterRule) rule = suivi_cluster_rule_new (choice->cluster_id, value->kind, value->value);

  choice->chosen (choice->window, rule);
}

static char *
make_section (SuiviClusterRuleKind kind, gboolean all)
{
  if (all)
    return g_strdup (suivi_cluster_rule_kind_to_label (kind));

  /* Translators: the head of a list that is too long: what it lists, and how many of it */
  return g_strdup_printf (_ ("%s (the %d most frequent)"), suivi_cluster_rule_kind_to_label (kind),
                          MAX_OF_KIND);
}

static void
add_values (SuiviListChooser *chooser, Choice *choice)
{
  guint n_of_kind[SUIVI_N_CLUSTER_RULE_KINDS] = { 0 };
  guint n_added[SUIVI_N_CLUSTER_RULE_KINDS] = { 0 };

  for (guint i = 0; i < choice->values->len; i++)
    n_of_kind[((SuiviClusterValue *) g_ptr_array_index (choice->values, i))->kind]++;
  for (guint i = 0; i < choice->values->len; i++)
    {
      SuiviClusterValue *value = g_ptr_array_index (choice->values, i);
      g_autofree char *id = g_strdup_printf ("%u", i);
      g_autofree char *label = dup_label (value);
      g_autofree char *section = make_section (value->kind, n_of_kind[value->kind] <= MAX_OF_KIND);
      g_autofree char *count
        = g_strdup_printf (ngettext ("%u recommendation", "%u recommendations", value->n), value->n);

      if (label != NULL && n_added[value->kind]++ < MAX_OF_KIND && !has_rule (choice, value))
        suivi_list_chooser_add (chooser, id, section, label, count);
    }
}

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Choice *choice = user_data;
  SuiviListChooser *chooser = NULL;
  g_autoptr (GError) error = NULL;

  choice->values = suivi_workspace_run_finish (SUIVI_WORKSPACE (source), result, &error);
  /* A window that is closed meanwhile asks for nothing. */
  if (choice->values == NULL || !gtk_widget_get_visible (GTK_WIDGET (choice->window)))
    {
      if (error != NULL && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        choice->failed (choice->window, error->message);
      free_choice (choice);
      return;
    }
  if (choice->values->len == 0)
    {
      choice->failed (choice->window,
                      _ ("There is nothing yet that a rule could look for. Import recommendations first."));
      free_choice (choice);
      return;
    }

  chooser = suivi_list_chooser_new (choice->window, _ ("Rules"));
  gtk_window_set_destroy_with_parent (GTK_WINDOW (chooser), TRUE);
  add_values (chooser, choice);
  g_signal_connect_data (chooser, "chosen", G_CALLBACK (chosen_cb), choice, forget_choice_cb, 0);
  gtk_window_present (GTK_WINDOW (chooser));
}

/**
 * suivi_rule_chooser_present:
 * @window: who asks
 * @workspace: what occurs there is offered
 * @cluster: for which cluster
 * @rules: (element-type SuiviClusterRule): those that it has; they are not offered
 * @cancellable: stops the search
 * @chosen: called with what was chosen
 * @failed: called if there is nothing to choose from
 *
 * Lets the user choose what a rule looks for, from what the recommendations of the workspace have.
 */
void
suivi_rule_chooser_present (GtkWindow *window,
                            SuiviWorkspace *workspace,
                            const SuiviCluster *cluster,
                            GPtrArray *rules,
                            GCancellable *cancellable,
                            SuiviRuleChosen chosen,
                            SuiviRuleFailed failed)
{
  Choice *choice = g_new0 (Choice, 1);

  choice->window = g_object_ref (window);
  choice->cluster_id = g_strdup (cluster->id);
  choice->rules = g_ptr_array_ref (rules);
  choice->chosen = chosen;
  choice->failed = failed;
  suivi_cluster_values_load_async (workspace, cancellable, loaded_cb, choice);
}
