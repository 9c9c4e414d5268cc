/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/sidebar.h"

#include <glib/gi18n-lib.h>

#include "app/review-item.h"
#include "app/review-switcher.h"
#include "core/reference/states.h"

struct _SuiviSidebar
{
  GtkWidget parent_instance;

  GtkWidget *content;
  AdwHeaderBar *header_bar;
  GtkMenuButton *review_button;
  GtkLabel *review_name;
  GtkLabel *review_detail;
  SuiviReviewSwitcher *review_switcher;
  GtkListBox *page_list;
  GtkListBoxRow *overview_row;
  GtkListBoxRow *recommendations_row;
  GtkListBoxRow *drafting_row;
  GtkListBoxRow *consultations_row;
  GtkListBoxRow *scorecard_row;
  GtkLabel *total_label;
  GtkLabel *drafts_label;
  GtkLabel *consultations_label;
  GtkLabel *graded_label;
  GtkButton *undo_button;
  GtkLabel *undo_text;
  GtkButton *redo_button;
  GtkLabel *redo_text;

  SuiviWorkspace *workspace;
  gboolean folded;
  GtkListBoxRow *shown_row; /* of the page that the window shows */
  gboolean selecting;
};

G_DEFINE_FINAL_TYPE (SuiviSidebar, suivi_sidebar, GTK_TYPE_WIDGET)

enum
{
  PROP_FOLDED = 1,
  N_PROPS
};

enum
{
  SIGNAL_REVIEW_SELECTED,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

static void
review_selected_cb (SuiviSidebar *self, const char *review_id)
{
  g_signal_emit (self, signals[SIGNAL_REVIEW_SELECTED], 0, review_id);
}

static void
page_activated_cb (GtkListBox *list, GtkListBoxRow *row, SuiviSidebar *self)
{
  const char *name = gtk_widget_get_name (GTK_WIDGET (row));

  if (!self->selecting)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.show-page", "s", name);
}

/* Arrow keys move the focus through the pages; the mark stays on the page that is shown, until one is chosen. */
static void
page_marked_cb (GtkListBox *list, GtkListBoxRow *row, SuiviSidebar *self)
{
  if (self->selecting || row == NULL || row == self->shown_row)
    return;

  self->selecting = TRUE;
  gtk_list_box_select_row (list, self->shown_row);
  self->selecting = FALSE;
}

static void
show_step (GtkButton *button, GtkLabel *text, const char *words)
{
  gtk_label_set_label (text, words);
  gtk_widget_set_tooltip_text (GTK_WIDGET (button), words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
}

static void
update_steps (SuiviSidebar *self)
{
  const char *undo_label = NULL;
  const char *redo_label = NULL;
  g_autofree char *undo = NULL;
  g_autofree char *redo = NULL;

  if (self->workspace == NULL)
    return;

  undo_label = suivi_workspace_get_undo_label (self->workspace);
  redo_label = suivi_workspace_get_redo_label (self->workspace);
  /* Translators: %s is the name of a step, "Grade 12 recommendations" */
  undo = undo_label != NULL ? g_strdup_printf (_ ("Undo: %s"), undo_label) : g_strdup (_ ("Nothing to undo"));
  /* Translators: %s is the name of a step, "Grade 12 recommendations" */
  redo = redo_label != NULL ? g_strdup_printf (_ ("Redo: %s"), redo_label) : g_strdup (_ ("Nothing to redo"));
  show_step (self->undo_button, self->undo_text, undo);
  show_step (self->redo_button, self->redo_text, redo);
  gtk_widget_set_visible (GTK_WIDGET (self->redo_button), redo_label != NULL);
}

static void
suivi_sidebar_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  SuiviSidebar *self = SUIVI_SIDEBAR (object);

  switch (id)
    {
    case PROP_FOLDED:
      g_value_set_boolean (value, self->folded);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
suivi_sidebar_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  SuiviSidebar *self = SUIVI_SIDEBAR (object);

  switch (id)
    {
    case PROP_FOLDED:
      if (self->folded == g_value_get_boolean (value))
        return;
      self->folded = g_value_get_boolean (value);
      /* Folded, the sidebar is the whole window and needs its buttons. */
      adw_header_bar_set_show_end_title_buttons (self->header_bar, self->folded);
      g_object_notify_by_pspec (object, pspec);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
suivi_sidebar_dispose (GObject *object)
{
  SuiviSidebar *self = SUIVI_SIDEBAR (object);

  g_clear_object (&self->workspace);
  g_clear_pointer (&self->content, gtk_widget_unparent);

  G_OBJECT_CLASS (suivi_sidebar_parent_class)->dispose (object);
}

static void
suivi_sidebar_class_init (SuiviSidebarClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = suivi_sidebar_get_property;
  object_class->set_property = suivi_sidebar_set_property;
  object_class->dispose = suivi_sidebar_dispose;

  properties[PROP_FOLDED]
    = g_param_spec_boolean ("folded", NULL, NULL, FALSE,
                            G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  /**
   * SuiviSidebar::review-selected:
   * @review_id: (nullable): key of the review that the user chose; %NULL for all reviews
   */
  signals[SIGNAL_REVIEW_SELECTED] = g_signal_new ("review-selected", SUIVI_TYPE_SIDEBAR, G_SIGNAL_RUN_LAST, 0,
                                                  NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  g_type_ensure (SUIVI_TYPE_REVIEW_SWITCHER);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/suivi/Suivi/sidebar.ui");
  gtk_widget_class_bind_template_child (widget_class, SuiviSidebar, content);
  gtk_widget_class_bind_template_child (widget_class, SuiviSidebar, header_bar);
  gtk_widget_class_bind_template_child (widget_class, SuiviSidebar, review_button);
  gtk_widget_class_bind_template_child (widget_class, SuiviSidebar, review_name);
  gtk_widget_class_bind_template_child (widget_class, SuiviSidebar, review_detail);
  gtk_widget_class_bind_template_child (widget_class, SuiviSidebar, review_switcher);
  gtk_widget_class_bind_template_child (widget_class, SuiviSidebar, page_list);
  gtk_widget_class_bind_template_child (widget_class, SuiviSidebar, overview_row);
  gtk_widget_class_bind_template_child (widget_class, SuiviSidebar, recommendations_row);
  gtk_widget_class_bind_template_child (widget_class, SuiviSidebar, drafting_row);
  gtk_widget_class_bind_template_child (widget_class, SuiviSidebar, consultations_row);
  gtk_widget_class_bind_template_child (widget_class, SuiviSidebar, scorecard_row);
  gtk_widget_class_bind_template_child (widget_class, SuiviSidebar, total_label);
  gtk_widget_class_bind_template_child (widget_class, SuiviSidebar, drafts_label);
  gtk_widget_class_bind_template_child (widget_class, SuiviSidebar, consultations_label);
  gtk_widget_class_bind_template_child (widget_class, SuiviSidebar, graded_label);
  gtk_widget_class_bind_template_child (widget_class, SuiviSidebar, undo_button);
  gtk_widget_class_bind_template_child (widget_class, SuiviSidebar, undo_text);
  gtk_widget_class_bind_template_child (widget_class, SuiviSidebar, redo_button);
  gtk_widget_class_bind_template_child (widget_class, SuiviSidebar, redo_text);
  gtk_widget_class_bind_template_callback (widget_class, review_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, page_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, page_marked_cb);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
suivi_sidebar_init (SuiviSidebar *self)
{
  GtkWidget *wrapper = NULL;

  gtk_widget_init_template (GTK_WIDGET (self));
  /* A menu button puts its child in the middle; a name in a sidebar begins at the start. */
  wrapper = gtk_widget_get_parent (gtk_menu_button_get_child (self->review_button));
  gtk_widget_set_halign (wrapper, GTK_ALIGN_FILL);
  gtk_widget_set_hexpand (wrapper, TRUE);
}

/**
 * suivi_sidebar_set_workspace:
 * @workspace: whose steps can be undone from here
 */
void
suivi_sidebar_set_workspace (SuiviSidebar *self, SuiviWorkspace *workspace)
{
  g_return_if_fail (SUIVI_IS_SIDEBAR (self));
  g_return_if_fail (SUIVI_IS_WORKSPACE (workspace));

  g_set_object (&self->workspace, workspace);
  g_signal_connect_object (workspace, "notify::undo-label", G_CALLBACK (update_steps), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (workspace, "notify::redo-label", G_CALLBACK (update_steps), self,
                           G_CONNECT_SWAPPED);
  update_steps (self);
}

/**
 * suivi_sidebar_set_summary:
 * @summary: the numbers and reviews to show
 */
void
suivi_sidebar_set_summary (SuiviSidebar *self, SuiviSummary *summary)
{
  SuiviReview *review = NULL;
  g_autofree char *name = NULL;
  g_autofree char *detail = NULL;
  g_autofree char *accessible = NULL;
  g_autofree char *total = NULL;
  g_autofree char *drafts = NULL;
  g_autofree char *consultations = NULL;
  g_autofree char *graded = NULL;
  g_autofree char *total_words = NULL;
  g_autofree char *drafts_words = NULL;
  g_autofree char *consultations_words = NULL;
  g_autofree char *graded_words = NULL;

  g_return_if_fail (SUIVI_IS_SIDEBAR (self));
  g_return_if_fail (summary != NULL);

  suivi_review_switcher_set_summary (self->review_switcher, summary);

  review = suivi_summary_get_review (summary);
  if (review != NULL)
    {
      name = g_strdup (suivi_state_get_name (review->state));
      detail = suivi_review_to_detail (review);
    }
  else if (summary->reviews->len == 0)
    {
      name = g_strdup (_ ("No review yet"));
      detail = g_strdup (_ ("Import a list to begin"));
    }
  else
    {
      name = g_strdup (_ ("All reviews"));
      detail = g_strdup_printf (ngettext ("%u review", "%u reviews", summary->reviews->len),
                                summary->reviews->len);
    }
  gtk_label_set_label (self->review_name, name);
  gtk_label_set_label (self->review_detail, detail);
  /* Translators: name of a button for screen readers; first the State, then "4th cycle · session 48" */
  accessible = g_strdup_printf (_ ("Review: %s, %s"), name, detail);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->review_button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  accessible, -1);

  total = g_strdup_printf ("%u", summary->total);
  drafts = g_strdup_printf ("%u", summary->n_drafts);
  consultations = g_strdup_printf ("%u", summary->consultations->len);
  graded = g_strdup_printf ("%u/%u", suivi_summary_get_graded (summary), summary->total);
  gtk_label_set_label (self->total_label, summary->total > 0 ? total : "");
  gtk_label_set_label (self->drafts_label, summary->n_drafts > 0 ? drafts : "");
  gtk_label_set_label (self->consultations_label, summary->consultations->len > 0 ? consultations : "");
  gtk_label_set_label (self->graded_label, summary->total > 0 ? graded : "");
  total_words = g_strdup_printf (ngettext ("Recommendations, %u", "Recommendations, %u", summary->total),
                                 summary->total);
  drafts_words = g_strdup_printf (ngettext ("Drafting, %u draft", "Drafting, %u drafts", summary->n_drafts),
                                  summary->n_drafts);
  consultations_words = g_strdup_printf (
    /* Translators: name of a page for screen readers, and how many consultations with children there are */
    ngettext ("Consultations, %u", "Consultations, %u", summary->consultations->len),
    summary->consultations->len);
  /* Translators: "Scorecard, 148 of 254 graded" */
  graded_words
    = g_strdup_printf (_ ("Scorecard, %u of %u graded"), suivi_summary_get_graded (summary), summary->total);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->recommendations_row), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  total_words, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->drafting_row), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  drafts_words, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->consultations_row), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  consultations_words, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->scorecard_row), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  graded_words, -1);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->graded_label), graded_words);
}

/**
 * suivi_sidebar_choose_review:
 *
 * Opens the list of reviews to choose from.
 */
void
suivi_sidebar_choose_review (SuiviSidebar *self)
{
  g_return_if_fail (SUIVI_IS_SIDEBAR (self));

  gtk_menu_button_popup (self->review_button);
}

/**
 * suivi_sidebar_set_page:
 * @name: "overview", "recommendations", "drafting", "consultations" or "scorecard"
 *
 * Marks the page that the window shows.
 */
void
suivi_sidebar_set_page (SuiviSidebar *self, const char *name)
{
  GtkListBoxRow *rows[] = { self->overview_row, self->recommendations_row, self->drafting_row,
                            self->consultations_row, self->scorecard_row };

  g_return_if_fail (SUIVI_IS_SIDEBAR (self));

  self->selecting = TRUE;
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      if (g_strcmp0 (gtk_widget_get_name (GTK_WIDGET (rows[i])), name) == 0)
        {
          self->shown_row = rows[i];
          gtk_list_box_select_row (self->page_list, rows[i]);
        }
    }
  self->selecting = FALSE;
}
