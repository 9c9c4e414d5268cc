/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The editions on the scorecard page: choosing, freezing and deleting them, and what their numbers open. */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "app/light-words.h"
#include "app/scorecard/count-row.h"
#include "app/scorecard/evidence-library.h"
#include "app/scorecard/freeze-dialog.h"
#include "app/scorecard/grade-words-dialog.h"
#include "app/scorecard/rows-window.h"
#include "app/scorecard/scorecard-page-private.h"
#include "app/step-toast.h"
#include "app/step.h"
#include "store/scorecard-store.h"

static GtkWindow *
get_window (SuiviScorecardPage *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  return GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL;
}

static void
tell (SuiviScorecardPage *self, const char *done)
{
  GtkWidget *overlay = gtk_widget_get_ancestor (GTK_WIDGET (self), ADW_TYPE_TOAST_OVERLAY);

  if (overlay != NULL)
    suivi_step_toast_show (ADW_TOAST_OVERLAY (overlay), done, _ ("Undo"), "win.undo");
}

/* What is shown */

/**
 * suivi_scorecard_page_update_editions:
 *
 * Shows what fits: an edition, the working copy, or that there is nothing yet.
 */
void
suivi_scorecard_page_update_editions (SuiviScorecardPage *self)
{
  const gboolean has_rows = self->summary != NULL && self->summary->total > 0;
  const gboolean has_editions = self->facts != NULL && self->facts->editions->len > 0;
  const gboolean has_report = self->facts != NULL && self->facts->report != NULL;
  const gboolean writable
    = self->workspace != NULL && suivi_workspace_get_read_only (self->workspace) == SUIVI_READ_ONLY_NO;

  gtk_stack_set_visible_child_name (self->summary_stack, has_report ? "edition" : "working");
  if (has_report || has_rows)
    gtk_stack_set_visible_child_name (self->stack, "content");
  else if (self->summary != NULL)
    gtk_stack_set_visible_child_name (self->stack, "empty");
  gtk_widget_set_visible (self->edition_bar_clamp,
                          suivi_scorecard_page_shows_facts (self) && (has_rows || has_editions));
  gtk_widget_set_visible (self->menu_button, has_rows || has_editions);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "scorecard.freeze",
                                 writable && has_rows && self->facts != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "scorecard.delete-edition", writable && has_report);
  suivi_scorecard_page_update_tabs (self);
  suivi_scorecard_page_update_unnamed (self);
  suivi_scorecard_page_update_export (self);
}

static void
show_facts (SuiviScorecardPage *self)
{
  /* The edition may be gone: it was deleted, or its freezing undone. */
  if (self->facts->report == NULL)
    g_clear_pointer (&self->edition_id, g_free);

  suivi_edition_bar_set_editions (self->edition_bar, self->facts->editions,
                                  self->review_id == NULL ? self->facts->labels : NULL, self->edition_id);
  if (self->facts->report != NULL)
    {
      suivi_edition_view_set_report (self->edition_view, self->facts->report, self->facts->charts);
    }
  else
    {
      suivi_headline_box_set_signals (self->headline, self->facts->signals);
      suivi_signals_box_set_signals (self->signals, self->facts->signals);
    }
  suivi_charts_view_set_charts (self->charts, self->facts->charts);
  suivi_changes_view_set_report (self->changes,
                                 self->facts->report != NULL ? self->facts->report : self->facts->working,
                                 self->facts->editions->len > 0);
  suivi_scorecard_page_update_editions (self);
}

static void
facts_loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SuiviScorecardPage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (SuiviScorecardFacts) facts
             = suivi_scorecard_facts_load_finish (SUIVI_WORKSPACE (source), result, &error);

  if (facts != NULL && self->content != NULL)
    {
      suivi_charts_view_set_charts (self->charts, NULL);
      g_clear_pointer (&self->facts, suivi_scorecard_facts_free);
      self->facts = g_steal_pointer (&facts);
      show_facts (self);
    }
  else if (error != NULL && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      suivi_scorecard_page_say (self, error->message);
    }
}

/**
 * suivi_scorecard_page_spoil_facts:
 *
 * Says that editions, signals and charts may have changed: they are read anew as soon as somebody sees them. To look at
 * every recommendation after each grade that is given elsewhere would be work for nobody.
 */
void
suivi_scorecard_page_spoil_facts (SuiviScorecardPage *self)
{
  self->facts_spoilt = TRUE;
  suivi_scorecard_page_load_facts (self);
}

/**
 * suivi_scorecard_page_load_facts:
 *
 * Reads the editions, the signals and the charts anew if they may have changed and somebody sees them.
 */
void
suivi_scorecard_page_load_facts (SuiviScorecardPage *self)
{
  if (!self->facts_spoilt)
    return;

  g_cancellable_cancel (self->facts_cancellable);
  g_clear_object (&self->facts_cancellable);
  if (self->workspace == NULL || !gtk_widget_get_mapped (GTK_WIDGET (self))
      || !suivi_scorecard_page_shows_facts (self))
    return;

  self->facts_spoilt = FALSE;
  self->facts_cancellable = g_cancellable_new ();
  suivi_scorecard_facts_load_async (self->workspace, self->review_id, self->cut_off, self->edition_id,
                                    self->facts_cancellable, facts_loaded_cb, g_object_ref (self));
}

static void
edition_selected_cb (SuiviScorecardPage *self, const char *id)
{
  if (g_strcmp0 (self->edition_id, id) == 0)
    return;

  g_free (self->edition_id);
  self->edition_id = g_strdup (id);
  suivi_scorecard_page_spoil_facts (self);
}

/* What a number opens */

static void
row_chosen_cb (SuiviScorecardPage *self, const char *recommendation_id)
{
  g_signal_emit_by_name (self, "show-recommendation", recommendation_id);
}

static GtkWidget *
show_rows (SuiviScorecardPage *self, const char *title, GPtrArray *rows)
{
  GtkWidget *window = suivi_rows_window_new (get_window (self), title, rows);

  g_signal_connect_object (window, "chosen", G_CALLBACK (row_chosen_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (window));

  return window;
}

/**
 * suivi_scorecard_page_open_rows:
 * @title: what they have in common
 * @rows: (element-type SuiviScorecardRow): the recommendations that a number counts
 */
void
suivi_scorecard_page_open_rows (SuiviScorecardPage *self, const char *title, GPtrArray *rows)
{
  show_rows (self, title, rows);
}

static void
count_opened_cb (SuiviScorecardPage *self, SuiviCountRow *row)
{
  suivi_scorecard_page_open_rows (self, suivi_count_row_get_title (row), suivi_count_row_get_rows (row));
}

/* The recommendations page shows lights as they are today: it can only speak for a working copy that looks up to today. */
static gboolean
find_filter (SuiviScorecardPage *self, guint dimension, const char *value, guint light, SuiviFilter **filter)
{
  const SuiviScorecardCharts *charts = self->facts->charts;
  g_autofree char *today = suivi_date_today ();

  if (light != SUIVI_CHART_ANY_LIGHT && g_strcmp0 (self->cut_off, today) < 0)
    return FALSE;
  if (!suivi_scorecard_charts_to_filter (charts, dimension, value, filter))
    return FALSE;
  if (light != SUIVI_CHART_ANY_LIGHT)
    suivi_filter_add (*filter, SUIVI_FACET_LIGHT, suivi_light_to_nick (light));

  return TRUE;
}

/* The number that was clicked counts recommendations, or pairs of a recommendation and a State. */
static void
open_counted (SuiviScorecardPage *self, const char *title, GPtrArray *rows, guint n_counted)
{
  GtkWidget *window = show_rows (self, title, rows);

  if (self->facts->charts->rule.unit == SUIVI_COUNTING_UNIT_STATE)
    suivi_rows_window_set_pairs (SUIVI_ROWS_WINDOW (window), n_counted);
}

static void
chart_opened_cb (SuiviScorecardPage *self,
                 guint dimension,
                 const char *value,
                 const char *title,
                 guint light,
                 GtkWidget *view)
{
  const SuiviScorecardCharts *charts = self->facts->charts;
  g_autoptr (SuiviFilter) filter = NULL;
  g_autoptr (GPtrArray) rows = NULL;

  if (find_filter (self, dimension, value, light, &filter))
    {
      g_signal_emit_by_name (self, "show-recommendations", filter);
      return;
    }

  rows = suivi_scorecard_charts_list_rows (charts, dimension, value, light);
  open_counted (self, title, rows, suivi_scorecard_charts_count (charts, dimension, value, light));
}

/* A part of the bar of all. */
static void
light_opened_cb (SuiviScorecardPage *self, guint light)
{
  const char *title = suivi_light_words_to_label (suivi_light_words_get (GTK_WIDGET (self)), light);

  /* The bar is there before the charts are read. */
  if (self->facts != NULL)
    chart_opened_cb (self, SUIVI_DIMENSION_POSITION, NULL, title, light, NULL);
}

static void
grade_opened_cb (SuiviScorecardPage *self, guint grade)
{
  const SuiviScorecardCharts *charts = self->facts->charts;
  const gboolean open = grade == SUIVI_LEGEND_OPEN;
  const char *title
    = open ? _ ("Not agreed yet")
           : suivi_scale_grade_to_label (charts->scale, grade, suivi_light_words_get (GTK_WIDGET (self)));
  g_autoptr (GPtrArray) rows = suivi_scorecard_charts_list_grade (charts, grade);

  open_counted (self, title, rows, open ? charts->grades.n_open : charts->grades.grades[grade]);
}

static void
signal_opened_cb (SuiviScorecardPage *self, SuiviSignals which, SuiviCountRow *row)
{
  g_autoptr (SuiviFilter) filter = NULL;

  if (suivi_scorecard_signals_to_filter (which, self->review_id, self->cut_off, &filter))
    g_signal_emit_by_name (self, "show-recommendations", filter);
  else
    count_opened_cb (self, row);
}

/* Freezing and deleting */

static void
frozen_cb (SuiviScorecardPage *self, const char *id, const char *title)
{
  /* Translators: %s is the title of an edition of the scorecard */
  g_autofree char *done = g_strdup_printf (_ ("“%s” is frozen"), title);

  if (self->content == NULL)
    return;

  g_free (self->edition_id);
  self->edition_id = g_strdup (id);
  suivi_scorecard_page_spoil_facts (self);
  tell (self, done);
}

static void
freeze_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SuiviScorecardPage *self = SUIVI_SCORECARD_PAGE (widget);
  const SuiviScorecardSignals *signals = self->facts != NULL ? self->facts->signals : NULL;
  GtkWidget *dialog = NULL;

  if (self->workspace == NULL || self->summary == NULL || self->facts == NULL)
    return;

  /* Beside an edition that is shown, nobody looked yet where the organisations of the working copy differ. */
  dialog = suivi_freeze_dialog_new (get_window (self), self->workspace, self->review_id,
                                    self->facts->editions, self->cut_off, self->summary->total,
                                    signals != NULL ? signals->differing->len : 0);
  g_signal_connect_object (dialog, "frozen", G_CALLBACK (frozen_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

static gboolean
delete_edition (SuiviStore *store, SuiviTransaction *transaction, gpointer record, GError **error)
{
  return suivi_transaction_delete_edition (transaction, record, error);
}

static void
deleted_cb (GtkWidget *widget, const char *failure, const char *done)
{
  SuiviScorecardPage *self = SUIVI_SCORECARD_PAGE (widget);

  if (self->content == NULL)
    return;
  if (failure != NULL)
    suivi_scorecard_page_say (self, failure);
  else
    tell (self, done);
}

static void
delete_edition_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SuiviScorecardPage *self = SUIVI_SCORECARD_PAGE (widget);

  if (self->workspace == NULL || self->facts == NULL || self->facts->report == NULL)
    return;

  /* Translators: name of a step that can be undone */
  suivi_step_make (self->workspace, _ ("Delete an edition"), delete_edition,
                   g_strdup (self->facts->report->edition->id), g_free, widget, deleted_cb,
                   _ ("Edition deleted"));
}

static void
show_evidence_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  SuiviScorecardPage *self = SUIVI_SCORECARD_PAGE (widget);

  if (self->workspace != NULL)
    suivi_evidence_library_show (GTK_WINDOW (gtk_widget_get_root (widget)), self->workspace);
}

static void
show_words_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  SuiviScorecardPage *self = SUIVI_SCORECARD_PAGE (widget);

  if (self->workspace != NULL)
    suivi_grade_words_show (GTK_WINDOW (gtk_widget_get_root (widget)), self->workspace);
}

/**
 * suivi_scorecard_page_install_editions:
 * @widget_class: the class of the page
 *
 * Installs what the page has for editions. Called before the template is bound to a page.
 */
void
suivi_scorecard_page_install_editions (GtkWidgetClass *widget_class)
{
  g_type_ensure (SUIVI_TYPE_CHANGES_VIEW);
  g_type_ensure (SUIVI_TYPE_CHARTS_VIEW);
  g_type_ensure (SUIVI_TYPE_EDITION_BAR);
  g_type_ensure (SUIVI_TYPE_EDITION_VIEW);
  g_type_ensure (SUIVI_TYPE_HEADLINE_BOX);
  g_type_ensure (SUIVI_TYPE_SIGNALS_BOX);

  gtk_widget_class_bind_template_child (widget_class, SuiviScorecardPage, menu_button);
  gtk_widget_class_bind_template_child (widget_class, SuiviScorecardPage, edition_bar_clamp);
  gtk_widget_class_bind_template_child (widget_class, SuiviScorecardPage, edition_bar);
  gtk_widget_class_bind_template_child (widget_class, SuiviScorecardPage, signals);
  gtk_widget_class_bind_template_child (widget_class, SuiviScorecardPage, edition_view);
  gtk_widget_class_bind_template_child (widget_class, SuiviScorecardPage, charts);
  gtk_widget_class_bind_template_child (widget_class, SuiviScorecardPage, changes);
  gtk_widget_class_bind_template_child (widget_class, SuiviScorecardPage, headline);
  gtk_widget_class_bind_template_child (widget_class, SuiviScorecardPage, summary_stack);
  gtk_widget_class_bind_template_callback (widget_class, edition_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, count_opened_cb);
  gtk_widget_class_bind_template_callback (widget_class, chart_opened_cb);
  gtk_widget_class_bind_template_callback (widget_class, light_opened_cb);
  gtk_widget_class_bind_template_callback (widget_class, grade_opened_cb);
  gtk_widget_class_bind_template_callback (widget_class, suivi_scorecard_page_open_rows);
  gtk_widget_class_bind_template_callback (widget_class, signal_opened_cb);
  gtk_widget_class_install_action (widget_class, "scorecard.freeze", NULL, freeze_action);
  gtk_widget_class_install_action (widget_class, "scorecard.show-evidence", NULL, show_evidence_action);
  gtk_widget_class_install_action (widget_class, "scorecard.show-words", NULL, show_words_action);
  gtk_widget_class_install_action (widget_class, "scorecard.delete-edition", NULL, delete_edition_action);
}
