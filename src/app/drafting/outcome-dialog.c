/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "app/drafting/outcome-dialog.h"
#include "app/drafting/panel-jobs.h"
#include "app/drafting/panel-row.h"
#include "app/drafting/panel-widgets.h"
#include "app/review/recommendation-words.h"
#include "core/text/text.h"
#include "store/drafting-queries.h"

#define MAX_SHOWN 50

struct _SuiviOutcomeDialog
{
  AdwWindow parent_instance;

  GtkLabel *failure;
  GtkCheckButton *taken_up;
  GtkCheckButton *not_taken_up;
  GtkWidget *details;
  GtkEditable *search;
  GtkLabel *counter;
  GtkListBox *list;
  AdwComboRow *impact;
  GtkEditable *judged_by;
  GtkEditable *judged_on;

  SuiviWorkspace *workspace; /* (owned) (nullable) */
  char *state;
  SuiviDraft *draft;
  SuiviRecommendation *chosen; /* (owned) (nullable): what took the draft up */
  GtkCheckButton *nothing;     /* (owned): never shown; with it even a single row has a radio button */
  GCancellable *cancellable;   /* (owned) (nullable): of the search under way */
  gboolean author_known;
  gboolean saving;
};

G_DEFINE_FINAL_TYPE (SuiviOutcomeDialog, suivi_outcome_dialog, ADW_TYPE_WINDOW)

enum
{
  SIGNAL_DONE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* On the workspace's thread */

typedef struct
{
  char *state;
  char *text;
  char *search;
  char *chosen_id;
} Search;

typedef struct
{
  GPtrArray *recommendations;
  SuiviRecommendation *chosen;
  SuiviReview *review; /* (nullable): the last one of the State */
  char *author;
  guint n_found;
  gboolean similar; /* whether they are those that come close to the draft */
} Found;

static void
free_search (Search *self)
{
  g_free (self->state);
  g_free (self->text);
  g_free (self->search);
  g_free (self->chosen_id);
  g_free (self);
}

static void
free_found (Found *self)
{
  g_clear_pointer (&self->recommendations, g_ptr_array_unref);
  g_clear_pointer (&self->chosen, suivi_recommendation_unref);
  g_clear_pointer (&self->review, suivi_review_free);
  g_free (self->author);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Found, free_found)

/* Drafts are made for the next review, so what takes them up stands in the last one. */
static gboolean
find_last_review (Found *found, SuiviStore *store, const char *state, GError **error)
{
  g_autoptr (GPtrArray) reviews = suivi_store_list_reviews (store, error);
  SuiviReview *last = NULL;

  if (reviews == NULL)
    return FALSE;
  for (guint i = 0; i < reviews->len; i++)
    {
      SuiviReview *review = g_ptr_array_index (reviews, i);

      if (g_str_equal (review->state, state) && (last == NULL || review->session > last->session))
        last = review;
    }
  if (last != NULL)
    found->review = suivi_review_copy (last);

  return TRUE;
}

static gboolean
add_similar (Found *found, SuiviStore *store, Search *search, GError **error)
{
  g_autoptr (GPtrArray) similar
             = suivi_store_list_similar (store, search->state, search->text, MAX_SHOWN, error);

  if (similar == NULL)
    return FALSE;
  for (guint i = 0; i < similar->len; i++)
    {
      SuiviRecommendation *recommendation = ((SuiviSimilar *) g_ptr_array_index (similar, i))->recommendation;

      if (g_strcmp0 (recommendation->review_id, found->review->id) == 0)
        g_ptr_array_add (found->recommendations, suivi_recommendation_ref (recommendation));
    }
  found->n_found = found->recommendations->len;
  found->similar = found->n_found > 0;

  return TRUE;
}

static gboolean
add_matching (Found *found, SuiviStore *store, Search *search, GCancellable *cancellable, GError **error)
{
  g_autoptr (SuiviFilter) filter = suivi_filter_new ();
  g_autoptr (GArray) keys = NULL;
  g_autoptr (GPtrArray) rows = NULL;

  suivi_filter_add (filter, SUIVI_FACET_REVIEW, found->review->id);
  suivi_filter_set_search (filter, search->search);
  keys = suivi_store_query_keys (store, filter, SUIVI_SORT_NUMBER, FALSE, cancellable, error);
  if (keys == NULL)
    return FALSE;
  rows = suivi_store_load (store, (const gint64 *) (gpointer) keys->data, MIN (keys->len, MAX_SHOWN), error);
  if (rows == NULL)
    return FALSE;
  for (guint i = 0; i < rows->len; i++)
    {
      if (g_ptr_array_index (rows, i) != NULL)
        g_ptr_array_add (found->recommendations, suivi_recommendation_ref (g_ptr_array_index (rows, i)));
    }
  found->n_found = keys->len;

  return TRUE;
}

static gpointer
find_received (SuiviStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  Search *search = data;
  g_autoptr (Found) found = g_new0 (Found, 1);
  gboolean any_words = !suivi_text_is_blank (search->search);

  found->recommendations = g_ptr_array_new_with_free_func ((GDestroyNotify) suivi_recommendation_unref);
  found->author = g_strdup (suivi_store_get_author (store));
  if (!find_last_review (found, store, search->state, error))
    return NULL;
  if (search->chosen_id != NULL)
    found->chosen = suivi_store_get_recommendation (store, search->chosen_id, NULL);
  if (found->review == NULL)
    return g_steal_pointer (&found);
  if (!any_words && !add_similar (found, store, search, error))
    return NULL;
  if (!found->similar && !add_matching (found, store, search, cancellable, error))
    return NULL;

  return g_steal_pointer (&found);
}

/* The draft as it is now, with what the dialog says of it: its wording may have been saved since. */
static gboolean
put_outcome (SuiviStore *store, SuiviTransaction *transaction, gpointer record, GError **error)
{
  SuiviDraft *outcome = record;
  g_autoptr (GError) failure = NULL;
  g_autoptr (SuiviDraft) draft = suivi_store_get_draft (store, outcome->id, &failure);

  if (draft == NULL)
    {
      if (failure != NULL)
        g_propagate_error (error, g_steal_pointer (&failure));
      else
        g_set_error_literal (error, SUIVI_STORE_ERROR, SUIVI_STORE_ERROR_NOT_FOUND,
                             _ ("This draft is no longer in the workspace."));
      return FALSE;
    }

  draft->stage = outcome->stage;
  draft->impact = outcome->impact;
  g_free (draft->recommendation_id);
  draft->recommendation_id = g_strdup (outcome->recommendation_id);
  g_free (draft->judged_by);
  draft->judged_by = g_strdup (outcome->judged_by);
  g_free (draft->judged_on);
  draft->judged_on = g_strdup (outcome->judged_on);

  return suivi_transaction_put_draft (transaction, draft, error);
}

/* What is shown */

static void
fail (SuiviOutcomeDialog *self, GtkWidget *field, const char *sentence)
{
  gtk_widget_remove_css_class (GTK_WIDGET (self->judged_by), "error");
  gtk_widget_remove_css_class (GTK_WIDGET (self->judged_on), "error");
  gtk_label_set_label (self->failure, sentence != NULL ? sentence : "");
  gtk_widget_set_visible (GTK_WIDGET (self->failure), sentence != NULL);
  if (field != NULL)
    {
      gtk_widget_add_css_class (field, "error");
      gtk_widget_grab_focus (field);
    }
}

static void
form_changed_cb (SuiviOutcomeDialog *self)
{
  SuiviImpact impact = adw_combo_row_get_selected (self->impact);
  gboolean judged = impact != SUIVI_IMPACT_UNJUDGED;

  fail (self, NULL, NULL);
  gtk_widget_set_visible (self->details, gtk_check_button_get_active (self->taken_up));
  gtk_widget_set_visible (GTK_WIDGET (self->judged_by), judged);
  gtk_widget_set_visible (GTK_WIDGET (self->judged_on), judged);
}

static void
chosen_cb (SuiviOutcomeDialog *self, GtkCheckButton *check)
{
  if (!gtk_check_button_get_active (check))
    return;

  g_clear_pointer (&self->chosen, suivi_recommendation_unref);
  self->chosen = suivi_recommendation_ref (g_object_get_data (G_OBJECT (check), "suivi-recommendation"));
  fail (self, NULL, NULL);
}

static void
row_activated_cb (SuiviOutcomeDialog *self, GtkListBoxRow *row)
{
  gtk_check_button_set_active (g_object_get_data (G_OBJECT (row), "suivi-check"), TRUE);
}

static void
add_row (SuiviOutcomeDialog *self, SuiviRecommendation *recommendation, SuiviReview *review)
{
  g_autofree char *head = suivi_recommendation_to_title (recommendation, review);
  g_autofree char *states = suivi_recommendation_states_to_text (recommendation);
  g_autofree char *position = suivi_recommendation_to_caption (recommendation);
  g_autofree char *caption
    = states[0] != '\0' ? g_strdup_printf ("%s · %s", states, position) : g_strdup (position);
  g_autofree char *name = g_strdup_printf ("%s. %s", head, recommendation->text);
  GtkWidget *row = suivi_panel_row_new (head, caption, recommendation->text);
  GtkWidget *check = gtk_check_button_new ();

  gtk_check_button_set_group (GTK_CHECK_BUTTON (check), self->nothing);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check),
                               self->chosen != NULL && g_str_equal (self->chosen->id, recommendation->id));
  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_object_set_data_full (G_OBJECT (check), "suivi-recommendation", suivi_recommendation_ref (recommendation),
                          (GDestroyNotify) suivi_recommendation_unref);
  g_signal_connect_object (check, "toggled", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
  suivi_panel_row_add_suffix (SUIVI_PANEL_ROW (row), check);
  /* The whole row chooses, not only its radio button. */
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_object_set_data (G_OBJECT (row), "suivi-check", check);
  gtk_list_box_append (self->list, row);
}

static char *
describe_found (Found *found)
{
  g_autofree char *review = NULL;

  if (found->review == NULL)
    return g_strdup (_ ("This workspace holds no recommendations to this State. Import the outcome of its "
                        "review to choose the one that took the draft up."));

  review = suivi_review_to_label (found->review);
  if (found->n_found == 0)
    /* Translators: %s is a review: "Slovenia, session 48" */
    return g_strdup_printf (_ ("Nothing in %s matches. Try other words."), review);
  if (found->similar)
    return g_strdup_printf (_ ("The closest of %s; search to see others"), review);
  if (found->n_found > found->recommendations->len)
    /* Translators: how many recommendations are shown of how many there are in a review */
    return g_strdup_printf (_ ("The first %u of %u in %s; search to see others"), found->recommendations->len,
                            found->n_found, review);

  return g_strdup_printf (ngettext ("%u recommendation in %s", "%u recommendations in %s", found->n_found),
                          found->n_found, review);
}

static void
show_found (SuiviOutcomeDialog *self, Found *found)
{
  g_autofree char *text = describe_found (found);

  if (!self->author_known)
    {
      self->author_known = TRUE;
      if (suivi_text_is_blank (gtk_editable_get_text (self->judged_by)) && found->author != NULL)
        gtk_editable_set_text (self->judged_by, found->author);
      if (found->chosen != NULL)
        self->chosen = suivi_recommendation_ref (found->chosen);
    }

  suivi_panel_list_clear (self->list);
  gtk_label_set_label (self->counter, text);
  /* What is chosen stays in sight, whatever is searched for. */
  if (self->chosen != NULL)
    add_row (self, self->chosen, found->review);
  for (guint i = 0; i < found->recommendations->len; i++)
    {
      SuiviRecommendation *recommendation = g_ptr_array_index (found->recommendations, i);

      if (self->chosen == NULL || !g_str_equal (self->chosen->id, recommendation->id))
        add_row (self, recommendation, found->review);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->list), self->chosen != NULL || found->recommendations->len > 0);
}

static void
found_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SuiviOutcomeDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (Found) found = suivi_workspace_run_finish (SUIVI_WORKSPACE (source), result, &error);

  if (self->workspace == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  if (found != NULL)
    show_found (self, found);
  else
    fail (self, NULL, error->message);
}

static void
find (SuiviOutcomeDialog *self)
{
  Search *search = g_new0 (Search, 1);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  search->state = g_strdup (self->state);
  search->text = g_strdup (self->draft->text);
  search->search = g_strdup (gtk_editable_get_text (self->search));
  search->chosen_id = g_strdup (self->draft->recommendation_id);
  suivi_workspace_run_async (self->workspace, find_received, search, (GDestroyNotify) free_search,
                             (GDestroyNotify) free_found, self->cancellable, found_cb, g_object_ref (self));
}

static void
search_changed_cb (SuiviOutcomeDialog *self)
{
  if (self->workspace != NULL)
    find (self);
}

/* Saving */

static void
saved_cb (GtkWidget *widget, const char *failure, const char *done)
{
  SuiviOutcomeDialog *self = SUIVI_OUTCOME_DIALOG (widget);

  self->saving = FALSE;
  if (self->workspace == NULL)
    return;

  if (failure != NULL)
    {
      fail (self, NULL, failure);
      return;
    }
  suivi_panel_tell (gtk_window_get_transient_for (GTK_WINDOW (self)), done);
  g_signal_emit (self, signals[SIGNAL_DONE], 0);
  gtk_window_destroy (GTK_WINDOW (self));
}

static gboolean
is_complete (SuiviOutcomeDialog *self, SuiviDraft *outcome)
{
  if (outcome->stage != SUIVI_STAGE_TAKEN_UP)
    return TRUE;

  if (outcome->recommendation_id == NULL)
    fail (self, NULL, _ ("Choose the recommendation that took the draft up."));
  else if (outcome->impact != SUIVI_IMPACT_UNJUDGED && outcome->judged_by[0] == '\0')
    fail (self, GTK_WIDGET (self->judged_by), _ ("Say who judged how much of the draft is in it."));
  else if (outcome->impact != SUIVI_IMPACT_UNJUDGED && !suivi_date_is_valid (outcome->judged_on))
    fail (self, GTK_WIDGET (self->judged_on), _ ("This is no day. Write it as year-month-day: 2026-03-31."));
  else
    return TRUE;

  return FALSE;
}

static void
save_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SuiviOutcomeDialog *self = SUIVI_OUTCOME_DIALOG (widget);
  g_autoptr (SuiviDraft) outcome = suivi_draft_copy (self->draft);
  gboolean taken_up = gtk_check_button_get_active (self->taken_up);
  gboolean judged = FALSE;

  if (self->saving)
    return;

  outcome->stage = taken_up ? SUIVI_STAGE_TAKEN_UP : SUIVI_STAGE_NOT_TAKEN_UP;
  outcome->impact = taken_up ? adw_combo_row_get_selected (self->impact) : SUIVI_IMPACT_UNJUDGED;
  judged = outcome->impact != SUIVI_IMPACT_UNJUDGED;
  g_free (outcome->recommendation_id);
  outcome->recommendation_id = taken_up && self->chosen != NULL ? g_strdup (self->chosen->id) : NULL;
  g_free (outcome->judged_by);
  outcome->judged_by = g_strstrip (g_strdup (judged ? gtk_editable_get_text (self->judged_by) : ""));
  g_free (outcome->judged_on);
  outcome->judged_on = g_strstrip (g_strdup (judged ? gtk_editable_get_text (self->judged_on) : ""));
  if (!is_complete (self, outcome))
    return;

  self->saving = TRUE;
  suivi_step_make (self->workspace,
                    /* Translators: names of steps that can be undone */
                    taken_up ? _ ("Mark a draft as taken up") : _ ("Mark a draft as not taken up"),
                    put_outcome, g_steal_pointer (&outcome), (GDestroyNotify) suivi_draft_free, widget,
                    saved_cb, taken_up ? _ ("Marked as taken up") : _ ("Marked as not taken up"));
}

static void
suivi_outcome_dialog_dispose (GObject *object)
{
  SuiviOutcomeDialog *self = SUIVI_OUTCOME_DIALOG (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->workspace);
  g_clear_object (&self->nothing);
  g_clear_pointer (&self->chosen, suivi_recommendation_unref);
  g_clear_pointer (&self->draft, suivi_draft_free);
  g_clear_pointer (&self->state, g_free);

  G_OBJECT_CLASS (suivi_outcome_dialog_parent_class)->dispose (object);
}

static void
suivi_outcome_dialog_class_init (SuiviOutcomeDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = suivi_outcome_dialog_dispose;

  signals[SIGNAL_DONE] = g_signal_new ("done", SUIVI_TYPE_OUTCOME_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                       NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/suivi/Suivi/drafting/outcome-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, SuiviOutcomeDialog, failure);
  gtk_widget_class_bind_template_child (widget_class, SuiviOutcomeDialog, taken_up);
  gtk_widget_class_bind_template_child (widget_class, SuiviOutcomeDialog, not_taken_up);
  gtk_widget_class_bind_template_child (widget_class, SuiviOutcomeDialog, details);
  gtk_widget_class_bind_template_child (widget_class, SuiviOutcomeDialog, search);
  gtk_widget_class_bind_template_child (widget_class, SuiviOutcomeDialog, counter);
  gtk_widget_class_bind_template_child (widget_class, SuiviOutcomeDialog, list);
  gtk_widget_class_bind_template_child (widget_class, SuiviOutcomeDialog, impact);
  gtk_widget_class_bind_template_child (widget_class, SuiviOutcomeDialog, judged_by);
  gtk_widget_class_bind_template_child (widget_class, SuiviOutcomeDialog, judged_on);
  gtk_widget_class_bind_template_callback (widget_class, form_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_install_action (widget_class, "outcome.save", NULL, save_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK, "outcome.save", NULL);
}

static void
suivi_outcome_dialog_init (SuiviOutcomeDialog *self)
{
  g_autoptr (GtkStringList) labels = gtk_string_list_new (NULL);

  self->nothing = GTK_CHECK_BUTTON (g_object_ref_sink (gtk_check_button_new ()));
  gtk_widget_init_template (GTK_WIDGET (self));
  for (guint impact = SUIVI_IMPACT_UNJUDGED; impact <= SUIVI_IMPACT_WHOLE; impact++)
    gtk_string_list_append (labels, suivi_impact_to_label (impact));
  adw_combo_row_set_model (self->impact, G_LIST_MODEL (labels));
}

/**
 * suivi_outcome_dialog_new:
 * @parent: (nullable): the window it belongs to
 * @priority: the issue of the draft
 * @draft: the draft
 *
 * Returns: (transfer none): a window, not shown yet; GTK owns it
 */
GtkWidget *
suivi_outcome_dialog_new (GtkWindow *parent,
                          SuiviWorkspace *workspace,
                          SuiviPriority *priority,
                          SuiviDraft *draft)
{
  SuiviOutcomeDialog *self = g_object_new (SUIVI_TYPE_OUTCOME_DIALOG, NULL);
  g_autofree char *today = suivi_date_today ();

  suivi_panel_window_fit (GTK_WINDOW (self), parent);
  self->draft = suivi_draft_copy (draft);
  self->state = g_strdup (priority->state);
  gtk_check_button_set_active (draft->stage == SUIVI_STAGE_NOT_TAKEN_UP ? self->not_taken_up : self->taken_up,
                               TRUE);
  adw_combo_row_set_selected (self->impact, draft->impact);
  gtk_editable_set_text (self->judged_by, draft->judged_by);
  gtk_editable_set_text (self->judged_on, draft->judged_on[0] != '\0' ? draft->judged_on : today);
  form_changed_cb (self);
  self->workspace = g_object_ref (workspace);
  find (self);

  return GTK_WIDGET (self);
}
