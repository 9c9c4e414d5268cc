/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/sidebar.h"

#include <glib/gi18n-lib.h>

#include "app/cycle-label.h"
#include "core/reference/states.h"

struct _SuiviSidebar
{
  GtkWidget parent_instance;

  GtkWidget *content;
  AdwHeaderBar *header_bar;
  GtkMenuButton *review_button;
  GtkLabel *review_name;
  GtkLabel *review_detail;
  GtkPopover *review_popover;
  GtkSearchEntry *review_search;
  GtkListBox *review_list;
  GtkListBox *page_list;
  GtkListBoxRow *overview_row;
  GtkListBoxRow *recommendations_row;
  GtkListBoxRow *scorecard_row;
  GtkLabel *total_label;
  GtkLabel *graded_label;
  GtkButton *undo_button;
  GtkLabel *undo_text;
  GtkButton *redo_button;
  GtkLabel *redo_text;

  SuiviWorkspace *workspace;
  gboolean folded;
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

static char *
describe_review (SuiviReview *review)
{
  g_autofree char *cycle = suivi_cycle_to_label (suivi_review_cycle_of_session (review->session));

  /* Translators: %s is "4th cycle", %u the session of the Working Group of the UPR */
  return g_strdup_printf (_ ("%s · session %u"), cycle, review->session);
}

static GtkWidget *
make_review_row (const char *name, const char *detail, const char *review_id, gboolean current)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *lines = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *name_label = gtk_label_new (name);
  GtkWidget *detail_label = gtk_label_new (detail);
  GtkWidget *check = gtk_image_new_from_icon_name ("object-select-symbolic");
  g_autofree char *accessible = g_strdup_printf ("%s, %s", name, detail);

  gtk_label_set_xalign (GTK_LABEL (name_label), 0);
  gtk_label_set_xalign (GTK_LABEL (detail_label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (name_label), PANGO_ELLIPSIZE_END);
  gtk_label_set_ellipsize (GTK_LABEL (detail_label), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (detail_label, "caption");
  gtk_widget_add_css_class (detail_label, "dim-label");
  gtk_widget_set_hexpand (lines, TRUE);
  gtk_box_append (GTK_BOX (lines), name_label);
  gtk_box_append (GTK_BOX (lines), detail_label);
  gtk_box_append (GTK_BOX (box), lines);
  gtk_widget_set_opacity (check, current ? 1 : 0);
  gtk_box_append (GTK_BOX (box), check);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, accessible, -1);

  g_object_set_data_full (G_OBJECT (row), "suivi-review", g_strdup (review_id), g_free);
  g_object_set_data_full (G_OBJECT (row), "suivi-search", g_utf8_casefold (name, -1), g_free);
  return row;
}

static gboolean
filter_review_cb (GtkListBoxRow *row, gpointer user_data)
{
  SuiviSidebar *self = SUIVI_SIDEBAR (user_data);
  g_autofree char *needle = g_utf8_casefold (gtk_editable_get_text (GTK_EDITABLE (self->review_search)), -1);

  return strstr (g_object_get_data (G_OBJECT (row), "suivi-search"), needle) != NULL;
}

static void
review_search_changed_cb (GtkSearchEntry *entry, SuiviSidebar *self)
{
  gtk_list_box_invalidate_filter (self->review_list);
}

static void
review_popover_closed_cb (GtkPopover *popover, SuiviSidebar *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->review_search), "");
}

static void
review_activated_cb (GtkListBox *list, GtkListBoxRow *row, SuiviSidebar *self)
{
  g_autofree char *review_id = g_strdup (g_object_get_data (G_OBJECT (row), "suivi-review"));

  gtk_popover_popdown (self->review_popover);
  g_signal_emit (self, signals[SIGNAL_REVIEW_SELECTED], 0, review_id);
}

static void
add_review_clicked_cb (GtkButton *button, SuiviSidebar *self)
{
  gtk_popover_popdown (self->review_popover);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.add-review", NULL);
}

static void
page_activated_cb (GtkListBox *list, GtkListBoxRow *row, SuiviSidebar *self)
{
  const char *name = gtk_widget_get_name (GTK_WIDGET (row));

  if (!self->selecting)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.show-page", "s", name);
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

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/suivi/Suivi/sidebar.ui");
  gtk_widget_class_bind_template_child (widget_class, SuiviSidebar, content);
  gtk_widget_class_bind_template_child (widget_class, SuiviSidebar, header_bar);
  gtk_widget_class_bind_template_child (widget_class, SuiviSidebar, review_button);
  gtk_widget_class_bind_template_child (widget_class, SuiviSidebar, review_name);
  gtk_widget_class_bind_template_child (widget_class, SuiviSidebar, review_detail);
  gtk_widget_class_bind_template_child (widget_class, SuiviSidebar, review_popover);
  gtk_widget_class_bind_template_child (widget_class, SuiviSidebar, review_search);
  gtk_widget_class_bind_template_child (widget_class, SuiviSidebar, review_list);
  gtk_widget_class_bind_template_child (widget_class, SuiviSidebar, page_list);
  gtk_widget_class_bind_template_child (widget_class, SuiviSidebar, overview_row);
  gtk_widget_class_bind_template_child (widget_class, SuiviSidebar, recommendations_row);
  gtk_widget_class_bind_template_child (widget_class, SuiviSidebar, scorecard_row);
  gtk_widget_class_bind_template_child (widget_class, SuiviSidebar, total_label);
  gtk_widget_class_bind_template_child (widget_class, SuiviSidebar, graded_label);
  gtk_widget_class_bind_template_child (widget_class, SuiviSidebar, undo_button);
  gtk_widget_class_bind_template_child (widget_class, SuiviSidebar, undo_text);
  gtk_widget_class_bind_template_child (widget_class, SuiviSidebar, redo_button);
  gtk_widget_class_bind_template_child (widget_class, SuiviSidebar, redo_text);
  gtk_widget_class_bind_template_callback (widget_class, review_search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, review_popover_closed_cb);
  gtk_widget_class_bind_template_callback (widget_class, review_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, add_review_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, page_activated_cb);
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
  gtk_list_box_set_filter_func (self->review_list, filter_review_cb, self, NULL);
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
  GtkListBoxRow *row = NULL;
  g_autofree char *all_detail = NULL;
  g_autofree char *name = NULL;
  g_autofree char *detail = NULL;
  g_autofree char *accessible = NULL;
  g_autofree char *total = NULL;
  g_autofree char *graded = NULL;
  g_autofree char *total_words = NULL;
  g_autofree char *graded_words = NULL;

  g_return_if_fail (SUIVI_IS_SIDEBAR (self));
  g_return_if_fail (summary != NULL);

  while ((row = gtk_list_box_get_row_at_index (self->review_list, 0)) != NULL)
    gtk_list_box_remove (self->review_list, GTK_WIDGET (row));

  all_detail
    = g_strdup_printf (ngettext ("%u review", "%u reviews", summary->reviews->len), summary->reviews->len);
  review = suivi_summary_get_review (summary);
  gtk_list_box_append (self->review_list,
                       make_review_row (_ ("All reviews"), all_detail, NULL, review == NULL));
  for (guint i = 0; i < summary->reviews->len; i++)
    {
      SuiviReview *other = g_ptr_array_index (summary->reviews, i);
      g_autofree char *other_detail = describe_review (other);

      gtk_list_box_append (self->review_list, make_review_row (suivi_state_get_name (other->state),
                                                               other_detail, other->id, other == review));
    }
  gtk_widget_set_visible (GTK_WIDGET (self->review_search), summary->reviews->len > 5);

  if (review != NULL)
    {
      name = g_strdup (suivi_state_get_name (review->state));
      detail = describe_review (review);
    }
  else if (summary->reviews->len == 0)
    {
      name = g_strdup (_ ("No review yet"));
      detail = g_strdup (_ ("Import a list to begin"));
    }
  else
    {
      name = g_strdup (_ ("All reviews"));
      detail = g_strdup (all_detail);
    }
  gtk_label_set_label (self->review_name, name);
  gtk_label_set_label (self->review_detail, detail);
  /* Translators: name of a button for screen readers; first the State, then "4th cycle · session 48" */
  accessible = g_strdup_printf (_ ("Review: %s, %s"), name, detail);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->review_button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  accessible, -1);

  total = g_strdup_printf ("%u", summary->total);
  graded = g_strdup_printf ("%u/%u", suivi_summary_get_graded (summary), summary->total);
  gtk_label_set_label (self->total_label, summary->total > 0 ? total : "");
  gtk_label_set_label (self->graded_label, summary->total > 0 ? graded : "");
  total_words = g_strdup_printf (ngettext ("Recommendations, %u", "Recommendations, %u", summary->total),
                                 summary->total);
  /* Translators: "Scorecard, 148 of 254 graded" */
  graded_words
    = g_strdup_printf (_ ("Scorecard, %u of %u graded"), suivi_summary_get_graded (summary), summary->total);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->recommendations_row), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  total_words, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->scorecard_row), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  graded_words, -1);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->graded_label), graded_words);
}

/**
 * suivi_sidebar_set_page:
 * @name: "overview", "recommendations" or "scorecard"
 *
 * Marks the page that the window shows.
 */
void
suivi_sidebar_set_page (SuiviSidebar *self, const char *name)
{
  GtkListBoxRow *rows[] = { self->overview_row, self->recommendations_row, self->scorecard_row };

  g_return_if_fail (SUIVI_IS_SIDEBAR (self));

  self->selecting = TRUE;
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      if (g_strcmp0 (gtk_widget_get_name (GTK_WIDGET (rows[i])), name) == 0)
        gtk_list_box_select_row (self->page_list, rows[i]);
    }
  self->selecting = FALSE;
}
