/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "app/drafting/candidates-box.h"
#include "app/drafting/list-chooser.h"
#include "app/drafting/panel-dialog.h"
#include "app/drafting/panel-row.h"
#include "app/drafting/panel-widgets.h"
#include "app/review/assessment-card.h"
#include "app/review/wrap-layout.h"
#include "core/reference/states.h"
#include "store/drafting-queries.h"

/* A coalition meets a dozen embassies; the best come first. */
#define MAX_SHOWN 20

/* With fewer reviews, what States usually recommend is not seen. */
#define MIN_REVIEWS 5

struct _SuiviCandidatesBox
{
  SuiviDraftPanel parent_instance;

  GtkLabel *summary;
  GtkListBox *list;
  GtkWidget *buttons;
  GtkWidget *import_button;

  GPtrArray *requests;   /* (owned) (nullable) (element-type SuiviRequest) */
  GPtrArray *review_ids; /* (owned) (nullable) (element-type utf8): of all reviews in the workspace */
};

G_DEFINE_FINAL_TYPE (SuiviCandidatesBox, suivi_candidates_box, SUIVI_TYPE_DRAFT_PANEL)

enum
{
  SIGNAL_SHOW_ROWS,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* On the workspace's thread */

typedef struct
{
  GPtrArray *candidates;
  GPtrArray *requests;
  GPtrArray *review_ids;
  guint n_recommendations;
} Found;

static void
free_found (Found *self)
{
  g_clear_pointer (&self->candidates, g_ptr_array_unref);
  g_clear_pointer (&self->requests, g_ptr_array_unref);
  g_clear_pointer (&self->review_ids, g_ptr_array_unref);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Found, free_found)

static gpointer
read_candidates (SuiviStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  SuiviPanelJob *job = data;
  g_autoptr (Found) found = g_new0 (Found, 1);
  g_autoptr (GPtrArray) reviews = suivi_store_list_reviews (store, error);
  g_autoptr (SuiviFilter) everything = suivi_filter_new ();
  g_autoptr (GError) failure = NULL;

  if (reviews == NULL)
    return NULL;
  found->review_ids = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < reviews->len; i++)
    g_ptr_array_add (found->review_ids, g_strdup (((SuiviReview *) g_ptr_array_index (reviews, i))->id));
  found->n_recommendations = suivi_store_count (store, everything, &failure);
  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return NULL;
    }
  found->requests = suivi_store_list_requests (store, job->draft->id, error);
  if (found->requests == NULL)
    return NULL;
  found->candidates
    = suivi_store_rank_states (store, job->priority->state, suivi_priority_get_key_words (job->priority),
                               MAX_SHOWN, error);
  if (found->candidates == NULL)
    return NULL;

  return g_steal_pointer (&found);
}

/* Rows */

static SuiviRequest *
find_request (SuiviCandidatesBox *self, const char *state)
{
  for (guint i = 0; self->requests != NULL && i < self->requests->len; i++)
    {
      SuiviRequest *request = g_ptr_array_index (self->requests, i);

      if (g_str_equal (request->state, state))
        return request;
    }

  return NULL;
}

static char *
spell_out (SuiviCandidatesBox *self, SuiviSignalCount *count)
{
  SuiviPriority *priority = suivi_draft_panel_get_priority (SUIVI_DRAFT_PANEL (self));
  guint share = count->total > 0 ? (count->count * 100 + count->total / 2) / count->total : 0;

  switch (count->signal)
    {
    case SUIVI_SIGNAL_CHILDREN_TO_STATE:
      return g_strdup_printf (ngettext ("Made %u recommendation on children to this State in session %u",
                                        "Made %u recommendations on children to this State in session %u",
                                        count->count),
                              count->count, count->session);
    case SUIVI_SIGNAL_CHILDREN_OFTEN:
      /* Translators: "41 % of its recommendations (12 of 29)" */
      return g_strdup_printf (_ ("Recommends on children in %u %% of its recommendations (%u of %u)"), share,
                              count->count, count->total);
    case SUIVI_SIGNAL_TOPIC:
      return g_strdup_printf (ngettext ("Made %u recommendation on “%s”", "Made %u recommendations on “%s”",
                                        count->count),
                              count->count, suivi_priority_get_key_words (priority));
    case SUIVI_SIGNAL_EVERY_STATE:
      return g_strdup_printf (_ ("Recommends to nearly every State (in %u of %u reviews)"), count->count,
                              count->total);
    default:
      g_return_val_if_reached (g_strdup (""));
    }
}

/* A figure counts the recommendations of all reviews, unless its filter says of which. It must not be taken within the one
 * that the window shows. */
static void
reason_clicked_cb (SuiviCandidatesBox *self, GtkWidget *button)
{
  g_autoptr (SuiviFilter) filter = suivi_filter_copy (g_object_get_data (G_OBJECT (button), "suivi-filter"));

  if (suivi_filter_get (filter, SUIVI_FACET_REVIEW)[0] == NULL)
    {
      for (guint i = 0; i < self->review_ids->len; i++)
        suivi_filter_add (filter, SUIVI_FACET_REVIEW, g_ptr_array_index (self->review_ids, i));
    }
  g_signal_emit (self, signals[SIGNAL_SHOW_ROWS], 0, filter);
}

static GtkWidget *
create_reason (SuiviCandidatesBox *self, SuiviSignalCount *count)
{
  g_autofree char *text = spell_out (self, count);
  GtkWidget *button = gtk_button_new_with_label (text);
  GtkWidget *label = gtk_button_get_child (GTK_BUTTON (button));

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (button, "chip");
  gtk_widget_set_tooltip_text (button, _ ("Show these recommendations"));
  g_object_set_data_full (G_OBJECT (button), "suivi-filter", suivi_filter_copy (count->filter),
                          (GDestroyNotify) suivi_filter_free);
  g_signal_connect_object (button, "clicked", G_CALLBACK (reason_clicked_cb), self, G_CONNECT_SWAPPED);

  return button;
}

static void
asked_cb (SuiviCandidatesBox *self, GParamSpec *pspec, GtkSwitch *toggle)
{
  SuiviDraftPanel *panel = SUIVI_DRAFT_PANEL (self);
  const char *state = g_object_get_data (G_OBJECT (toggle), "suivi-state");
  SuiviRequest *request = find_request (self, state);
  SuiviDraft *draft = suivi_draft_panel_get_draft (panel);
  g_autofree char *today = suivi_date_today ();

  if (draft == NULL)
    return;

  if (gtk_switch_get_active (toggle))
    suivi_draft_panel_step (panel,
                            /* Translators: name of a step that can be undone */
                            _ ("Ask a State"), suivi_panel_put_request,
                            suivi_request_new (draft->id, state, today), (GDestroyNotify) suivi_request_free,
                            _ ("Marked as asked today"));
  else if (request != NULL)
    suivi_draft_panel_step (panel,
                            /* Translators: name of a step that can be undone */
                            _ ("Mark a State as not asked"), suivi_panel_delete_request,
                            g_strdup (request->id), g_free, _ ("Marked as not asked"));
}

static void
add_switch (SuiviCandidatesBox *self, SuiviPanelRow *row, const char *state, gboolean asked)
{
  GtkWidget *toggle = gtk_switch_new ();
  /* Translators: beside a switch: whether a State was asked to make the recommendation */
  GtkWidget *label = gtk_label_new (_ ("Asked"));
  /* Translators: %s is a State: whether it was asked to make the recommendation */
  g_autofree char *name = g_strdup_printf (_ ("Asked: %s"), suivi_state_get_name (state));

  gtk_switch_set_active (GTK_SWITCH (toggle), asked);
  gtk_widget_set_valign (toggle, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (toggle), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_object_set_data_full (G_OBJECT (toggle), "suivi-state", g_strdup (state), g_free);
  g_signal_connect_object (toggle, "notify::active", G_CALLBACK (asked_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_set_margin_end (label, 3);
  suivi_panel_row_add_suffix (row, label);
  suivi_panel_row_add_suffix (row, toggle);
}

static GtkWidget *
create_row (SuiviCandidatesBox *self, const char *state, GPtrArray *reasons)
{
  SuiviRequest *request = find_request (self, state);
  g_autofree char *day = request != NULL ? suivi_date_to_label (request->date) : NULL;
  /* Translators: %s is a day: when a State was asked to make a recommendation */
  g_autofree char *caption = day != NULL ? g_strdup_printf (_ ("Asked on %s"), day) : NULL;
  const char *state_name = suivi_state_get_name (state);
  GtkWidget *widget = suivi_panel_row_new (state_name != NULL ? state_name : state, caption,
                                           request != NULL ? request->note : NULL);
  SuiviPanelRow *row = SUIVI_PANEL_ROW (widget);

  if (suivi_draft_panel_is_writable (SUIVI_DRAFT_PANEL (self)))
    {
      if (request != NULL)
        suivi_panel_row_add_icon_button (row, "document-edit-symbolic", _ ("When it was asked"),
                                         "candidates.edit", request->id);
      add_switch (self, row, state, request != NULL);
    }
  for (guint i = 0; reasons != NULL && i < reasons->len; i++)
    suivi_panel_row_add_below (row, create_reason (self, g_ptr_array_index (reasons, i)));

  return widget;
}

/* States that were asked for other reasons than these come last. */
static void
add_others (SuiviCandidatesBox *self, GPtrArray *candidates)
{
  for (guint i = 0; i < self->requests->len; i++)
    {
      SuiviRequest *request = g_ptr_array_index (self->requests, i);
      gboolean shown = FALSE;

      for (guint j = 0; j < candidates->len && !shown; j++)
        shown = g_str_equal (((SuiviCandidate *) g_ptr_array_index (candidates, j))->state, request->state);
      if (!shown)
        gtk_list_box_append (self->list, create_row (self, request->state, NULL));
    }
}

static void
say_on_what_it_rests (SuiviCandidatesBox *self, Found *found)
{
  gboolean little = found->review_ids->len < MIN_REVIEWS;
  g_autofree char *reviews
    = g_strdup_printf (ngettext ("%u review", "%u reviews", found->review_ids->len), found->review_ids->len);
  /* Translators: "Found in 254 recommendations made in 1 review." %s is "1 review" */
  g_autofree char *base
    = g_strdup_printf (ngettext ("Found in %u recommendation made in %s.",
                                 "Found in %u recommendations made in %s.", found->n_recommendations),
                       found->n_recommendations, reviews);
  g_autofree char *text = NULL;

  if (!little)
    text = g_strdup (base);
  else
    text
      = g_strdup_printf ("%s %s", found->n_recommendations > 0 ? base : _ ("Nothing to find States in yet."),
                         _ ("That is too little to see what States usually recommend: import a UPR Info file "
                            "with the recommendations of all States."));
  gtk_label_set_label (self->summary, text);
  gtk_widget_set_visible (self->import_button,
                          little && suivi_draft_panel_is_writable (SUIVI_DRAFT_PANEL (self)));
}

static void
show (SuiviDraftPanel *panel, gpointer result)
{
  SuiviCandidatesBox *self = SUIVI_CANDIDATES_BOX (panel);
  Found *found = result;

  suivi_panel_list_clear (self->list);
  g_clear_pointer (&self->requests, g_ptr_array_unref);
  g_clear_pointer (&self->review_ids, g_ptr_array_unref);
  gtk_widget_set_visible (GTK_WIDGET (self->summary), found != NULL);
  gtk_widget_set_visible (self->buttons, found != NULL && suivi_draft_panel_is_writable (panel));
  gtk_widget_set_visible (GTK_WIDGET (self->list),
                          found != NULL && found->candidates->len + found->requests->len > 0);
  if (found == NULL)
    {
      gtk_widget_set_visible (self->import_button, FALSE);
      return;
    }

  self->requests = g_ptr_array_ref (found->requests);
  self->review_ids = g_ptr_array_ref (found->review_ids);
  for (guint i = 0; i < found->candidates->len; i++)
    {
      SuiviCandidate *candidate = g_ptr_array_index (found->candidates, i);

      gtk_list_box_append (self->list, create_row (self, candidate->state, candidate->signals));
    }
  add_others (self, found->candidates);
  say_on_what_it_rests (self, found);
}

/* Actions */

static void
save_cb (SuiviPanelDialog *dialog, SuiviCandidatesBox *self)
{
  SuiviRequest *edited = g_object_get_data (G_OBJECT (dialog), "suivi-request");
  g_autoptr (SuiviRequest) request = suivi_request_copy (edited);

  g_free (request->date);
  request->date = suivi_panel_dialog_dup_value (dialog, "date");
  g_free (request->note);
  request->note = suivi_panel_dialog_dup_value (dialog, "note");
  if (!suivi_date_is_valid (request->date))
    {
      suivi_panel_dialog_fail (dialog, "date", _ ("This is no day. Write it as year-month-day: 2026-03-31."));
      return;
    }

  suivi_panel_dialog_step (dialog,
                           /* Translators: name of a step that can be undone */
                           _ ("Change when a State was asked"), suivi_panel_put_request,
                           g_steal_pointer (&request), (GDestroyNotify) suivi_request_free, _ ("Saved"));
}

static void
edit_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SuiviCandidatesBox *self = SUIVI_CANDIDATES_BOX (widget);
  const char *id = g_variant_get_string (parameter, NULL);

  for (guint i = 0; self->requests != NULL && i < self->requests->len; i++)
    {
      SuiviRequest *request = g_ptr_array_index (self->requests, i);
      SuiviPanelDialog *dialog = NULL;

      if (!g_str_equal (request->id, id))
        continue;
      dialog = suivi_panel_dialog_new (SUIVI_DRAFT_PANEL (self), suivi_state_get_name (request->state));
      g_object_set_data_full (G_OBJECT (dialog), "suivi-request", suivi_request_copy (request),
                              (GDestroyNotify) suivi_request_free);
      suivi_panel_dialog_add_entry (dialog, "date", _ ("Asked on (year-month-day)"), request->date);
      suivi_panel_dialog_add_text (dialog, "note", _ ("Whom you met, and what came of it"), request->note);
      g_signal_connect_object (dialog, "save", G_CALLBACK (save_cb), self, 0);
      gtk_window_present (GTK_WINDOW (dialog));
      return;
    }
}

static void
state_chosen_cb (SuiviListChooser *chooser, const char *state, SuiviCandidatesBox *self)
{
  SuiviDraft *draft = suivi_draft_panel_get_draft (SUIVI_DRAFT_PANEL (self));
  g_autofree char *today = suivi_date_today ();

  if (draft != NULL && find_request (self, state) == NULL)
    suivi_draft_panel_step (SUIVI_DRAFT_PANEL (self),
                            /* Translators: name of a step that can be undone */
                            _ ("Ask a State"), suivi_panel_put_request,
                            suivi_request_new (draft->id, state, today), (GDestroyNotify) suivi_request_free,
                            _ ("Marked as asked today"));
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return g_utf8_collate (suivi_state_get_name (*(const char *const *) a),
                         suivi_state_get_name (*(const char *const *) b));
}

static void
ask_other_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SuiviCandidatesBox *self = SUIVI_CANDIDATES_BOX (widget);
  SuiviPriority *priority = suivi_draft_panel_get_priority (SUIVI_DRAFT_PANEL (self));
  const char *const *codes = suivi_states_get_codes ();
  g_autoptr (GPtrArray) sorted = g_ptr_array_new ();
  SuiviListChooser *chooser = NULL;

  if (self->requests == NULL)
    return;

  for (gsize i = 0; codes[i] != NULL; i++)
    {
      if (!g_str_equal (codes[i], priority->state) && find_request (self, codes[i]) == NULL)
        g_ptr_array_add (sorted, (gpointer) codes[i]);
    }
  g_ptr_array_sort (sorted, compare_names);
  chooser = suivi_list_chooser_new (GTK_WINDOW (gtk_widget_get_root (widget)), _ ("State that was asked"));
  for (guint i = 0; i < sorted->len; i++)
    suivi_list_chooser_add (chooser, g_ptr_array_index (sorted, i), NULL,
                            suivi_state_get_name (g_ptr_array_index (sorted, i)), NULL);
  g_signal_connect_object (chooser, "chosen", G_CALLBACK (state_chosen_cb), self, 0);
  gtk_window_present (GTK_WINDOW (chooser));
}

static void
suivi_candidates_box_finalize (GObject *object)
{
  g_clear_pointer (&SUIVI_CANDIDATES_BOX (object)->requests, g_ptr_array_unref);
  g_clear_pointer (&SUIVI_CANDIDATES_BOX (object)->review_ids, g_ptr_array_unref);

  G_OBJECT_CLASS (suivi_candidates_box_parent_class)->finalize (object);
}

static void
suivi_candidates_box_class_init (SuiviCandidatesBoxClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  SuiviDraftPanelClass *panel_class = SUIVI_DRAFT_PANEL_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = suivi_candidates_box_finalize;
  panel_class->read = read_candidates;
  panel_class->free_result = (GDestroyNotify) free_found;
  panel_class->show = show;

  /**
   * SuiviCandidatesBox::show-rows:
   * @filter: the recommendations that a figure counts
   */
  signals[SIGNAL_SHOW_ROWS] = g_signal_new ("show-rows", SUIVI_TYPE_CANDIDATES_BOX, G_SIGNAL_RUN_LAST, 0,
                                            NULL, NULL, NULL, G_TYPE_NONE, 1, SUIVI_TYPE_FILTER);

  g_type_ensure (SUIVI_TYPE_WRAP_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/suivi/Suivi/drafting/candidates-box.ui");
  gtk_widget_class_bind_template_child (widget_class, SuiviCandidatesBox, summary);
  gtk_widget_class_bind_template_child (widget_class, SuiviCandidatesBox, list);
  gtk_widget_class_bind_template_child (widget_class, SuiviCandidatesBox, buttons);
  gtk_widget_class_bind_template_child (widget_class, SuiviCandidatesBox, import_button);
  gtk_widget_class_install_action (widget_class, "candidates.edit", "s", edit_action);
  gtk_widget_class_install_action (widget_class, "candidates.ask-other", NULL, ask_other_action);
}

static void
suivi_candidates_box_init (SuiviCandidatesBox *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * suivi_candidates_box_new:
 *
 * Returns: (transfer floating): a panel that shows nothing yet
 */
GtkWidget *
suivi_candidates_box_new (void)
{
  return g_object_new (SUIVI_TYPE_CANDIDATES_BOX, NULL);
}

/**
 * suivi_candidates_box_set_draft:
 * @workspace: (nullable): where it is read and written
 * @priority: (nullable): the issue of the draft
 * @draft: (nullable): the draft; %NULL clears the panel
 *
 * Shows which States may take it up, the likeliest first.
 */
void
suivi_candidates_box_set_draft (SuiviCandidatesBox *self,
                                SuiviWorkspace *workspace,
                                SuiviPriority *priority,
                                SuiviDraft *draft)
{
  g_return_if_fail (SUIVI_IS_CANDIDATES_BOX (self));

  suivi_draft_panel_set (SUIVI_DRAFT_PANEL (self), workspace, priority, draft, NULL);
}
