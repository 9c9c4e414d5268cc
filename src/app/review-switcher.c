/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/review-switcher.h"

#include <glib/gi18n-lib.h>

#include "app/review-item.h"
#include "app/review/row-name.h"
#include "core/text/text.h"

/* With fewer reviews all of them are seen at once. */
#define MIN_REVIEWS_TO_SEARCH 6

struct _SuiviReviewSwitcher
{
  GtkPopover parent_instance;

  GtkEditable *search;
  GtkListView *list;
  GtkWidget *nothing;

  SuiviSummary *summary;     /* (owned) (nullable) */
  GListStore *items;         /* (owned): all lines */
  GtkFilterListModel *found; /* (owned): the lines that match the search */
  GtkCustomFilter *filter;   /* (owned) */
  char **words;              /* (owned): what is searched for, folded */
};

G_DEFINE_FINAL_TYPE (SuiviReviewSwitcher, suivi_review_switcher, GTK_TYPE_POPOVER)

enum
{
  SIGNAL_REVIEW_SELECTED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static gboolean
match_item (gpointer item, gpointer user_data)
{
  return suivi_review_item_matches (item, (const char *const *) SUIVI_REVIEW_SWITCHER (user_data)->words);
}

static void
apply_search (SuiviReviewSwitcher *self)
{
  g_autofree char *folded = suivi_text_fold (gtk_editable_get_text (self->search));

  g_strfreev (self->words);
  self->words = g_strsplit (folded, " ", -1);
  gtk_filter_changed (GTK_FILTER (self->filter), GTK_FILTER_CHANGE_DIFFERENT);
}

static void
found_changed_cb (SuiviReviewSwitcher *self)
{
  gtk_widget_set_visible (self->nothing, g_list_model_get_n_items (G_LIST_MODEL (self->found)) == 0);
}

static gboolean
is_current (SuiviReviewSwitcher *self, SuiviReviewItem *item)
{
  if (suivi_review_item_get_kind (item) == SUIVI_REVIEW_ITEM_STATE || self->summary == NULL)
    return FALSE;

  return g_strcmp0 (suivi_review_item_get_review (item), self->summary->review_id) == 0;
}

/* The list is made anew each time it opens: what changed meanwhile does not move it under the pointer. */
static void
fill (SuiviReviewSwitcher *self)
{
  g_autoptr (GPtrArray) items = NULL;

  if (self->summary == NULL)
    return;

  items = suivi_review_items_new (self->summary);
  g_list_store_splice (self->items, 0, g_list_model_get_n_items (G_LIST_MODEL (self->items)), items->pdata,
                       items->len);
  gtk_widget_set_visible (GTK_WIDGET (self->search), self->summary->reviews->len >= MIN_REVIEWS_TO_SEARCH);
}

/* A list view that was told to scroll before it has a size shows nothing at all. */
static gboolean
scroll_to_current (GtkWidget *list, GdkFrameClock *clock, gpointer user_data)
{
  SuiviReviewSwitcher *self = user_data;

  if (gtk_widget_get_height (list) <= 1)
    return G_SOURCE_CONTINUE;

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->found)); i++)
    {
      g_autoptr (SuiviReviewItem) item = g_list_model_get_item (G_LIST_MODEL (self->found), i);

      if (is_current (self, item))
        gtk_widget_activate_action (list, "list.scroll-to-item", "u", i);
    }

  return G_SOURCE_REMOVE;
}

static void
opened_cb (SuiviReviewSwitcher *self)
{
  fill (self);
  gtk_widget_add_tick_callback (GTK_WIDGET (self->list), scroll_to_current, self, NULL);
}

static void
closed_cb (SuiviReviewSwitcher *self)
{
  gtk_editable_set_text (self->search, "");
}

static void
choose (SuiviReviewSwitcher *self, SuiviReviewItem *item)
{
  g_autofree char *review_id = g_strdup (suivi_review_item_get_review (item));

  gtk_popover_popdown (GTK_POPOVER (self));
  g_signal_emit (self, signals[SIGNAL_REVIEW_SELECTED], 0, review_id);
}

static void
activated_cb (SuiviReviewSwitcher *self, guint position)
{
  g_autoptr (SuiviReviewItem) item = g_list_model_get_item (G_LIST_MODEL (self->found), position);

  if (item != NULL && suivi_review_item_get_kind (item) != SUIVI_REVIEW_ITEM_STATE)
    choose (self, item);
}

static void
search_changed_cb (SuiviReviewSwitcher *self)
{
  apply_search (self);
}

/* Enter takes the first that was found. */
static void
search_activated_cb (SuiviReviewSwitcher *self)
{
  /* The entry tells what was typed with a delay. */
  apply_search (self);
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->found)); i++)
    {
      g_autoptr (SuiviReviewItem) item = g_list_model_get_item (G_LIST_MODEL (self->found), i);

      if (suivi_review_item_get_kind (item) != SUIVI_REVIEW_ITEM_STATE)
        {
          choose (self, item);
          return;
        }
    }
}

static void
search_stopped_cb (SuiviReviewSwitcher *self)
{
  gtk_popover_popdown (GTK_POPOVER (self));
}

static void
add_review_clicked_cb (SuiviReviewSwitcher *self)
{
  gtk_popover_popdown (GTK_POPOVER (self));
  gtk_widget_activate_action (GTK_WIDGET (self), "win.add-review", NULL);
}

/* Rows */

static GtkWidget *
create_label (GtkWidget *box, const char *name, GtkListItem *list_item)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_box_append (GTK_BOX (box), label);
  g_object_set_data (G_OBJECT (list_item), name, label);

  return label;
}

static void
row_setup_cb (GtkSignalListItemFactory *factory, GtkListItem *list_item)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *lines = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *detail = NULL;
  GtkWidget *count = NULL;
  GtkWidget *check = gtk_image_new_from_icon_name ("object-select-symbolic");

  gtk_widget_set_hexpand (lines, TRUE);
  gtk_widget_set_valign (lines, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (box), lines);
  create_label (lines, "title", list_item);
  detail = create_label (lines, "detail", list_item);
  gtk_widget_add_css_class (detail, "caption");
  gtk_widget_add_css_class (detail, "dim-label");
  count = create_label (box, "count", list_item);
  gtk_widget_add_css_class (count, "dim-label");
  gtk_widget_add_css_class (count, "numeric");
  gtk_box_append (GTK_BOX (box), check);
  g_object_set_data (G_OBJECT (list_item), "check", check);
  gtk_list_item_set_child (list_item, box);
}

static void
set_class (GtkWidget *widget, const char *css_class, gboolean set)
{
  if (set)
    gtk_widget_add_css_class (widget, css_class);
  else
    gtk_widget_remove_css_class (widget, css_class);
}

static void
row_bind_cb (GtkSignalListItemFactory *factory, GtkListItem *list_item, SuiviReviewSwitcher *self)
{
  SuiviReviewItem *item = gtk_list_item_get_item (list_item);
  SuiviReviewItemKind kind = suivi_review_item_get_kind (item);
  GtkWidget *title = g_object_get_data (G_OBJECT (list_item), "title");
  GtkWidget *detail = g_object_get_data (G_OBJECT (list_item), "detail");
  GtkWidget *count = g_object_get_data (G_OBJECT (list_item), "count");
  GtkWidget *check = g_object_get_data (G_OBJECT (list_item), "check");
  gboolean is_heading = kind == SUIVI_REVIEW_ITEM_STATE;
  guint n = suivi_review_item_get_count (item);
  g_autofree char *number = g_strdup_printf ("%u", n);
  g_autofree char *words = g_strdup_printf (ngettext ("%u recommendation", "%u recommendations", n), n);
  g_autofree char *name = NULL;

  gtk_label_set_label (GTK_LABEL (title), suivi_review_item_get_title (item));
  gtk_label_set_label (GTK_LABEL (detail), suivi_review_item_get_detail (item));
  gtk_widget_set_visible (detail, suivi_review_item_get_detail (item)[0] != '\0');
  gtk_label_set_label (GTK_LABEL (count), number);
  gtk_widget_set_visible (count, !is_heading);
  set_class (title, "heading", is_heading);
  set_class (gtk_list_item_get_child (list_item), "of-state", kind == SUIVI_REVIEW_ITEM_OF_STATE);
  gtk_widget_set_visible (check, !is_heading);
  gtk_widget_set_opacity (check, is_current (self, item) ? 1 : 0);
  gtk_list_item_set_activatable (list_item, !is_heading);

  name = g_strjoin (", ", suivi_review_item_get_title (item),
                    suivi_review_item_get_detail (item)[0] != '\0' ? suivi_review_item_get_detail (item)
                    : is_heading                                   ? NULL
                                                                   : words,
                    is_heading || suivi_review_item_get_detail (item)[0] == '\0' ? NULL : words, NULL);
  suivi_row_name_set (gtk_list_item_get_child (list_item), name);
}

static void
suivi_review_switcher_dispose (GObject *object)
{
  SuiviReviewSwitcher *self = SUIVI_REVIEW_SWITCHER (object);

  if (self->list != NULL)
    gtk_list_view_set_model (self->list, NULL);
  self->list = NULL;
  g_clear_object (&self->found);
  g_clear_object (&self->filter);
  g_clear_object (&self->items);
  g_clear_pointer (&self->summary, suivi_summary_unref);
  g_clear_pointer (&self->words, g_strfreev);

  G_OBJECT_CLASS (suivi_review_switcher_parent_class)->dispose (object);
}

static void
suivi_review_switcher_class_init (SuiviReviewSwitcherClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = suivi_review_switcher_dispose;

  /**
   * SuiviReviewSwitcher::review-selected:
   * @review_id: (nullable): key of the review that the user chose; %NULL for all reviews
   */
  signals[SIGNAL_REVIEW_SELECTED]
    = g_signal_new ("review-selected", SUIVI_TYPE_REVIEW_SWITCHER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                    G_TYPE_NONE, 1, G_TYPE_STRING);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/suivi/Suivi/review-switcher.ui");
  gtk_widget_class_bind_template_child (widget_class, SuiviReviewSwitcher, search);
  gtk_widget_class_bind_template_child (widget_class, SuiviReviewSwitcher, list);
  gtk_widget_class_bind_template_child (widget_class, SuiviReviewSwitcher, nothing);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_stopped_cb);
  gtk_widget_class_bind_template_callback (widget_class, add_review_clicked_cb);
}

static void
suivi_review_switcher_init (SuiviReviewSwitcher *self)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkNoSelection) selection = NULL;

  gtk_widget_init_template (GTK_WIDGET (self));
  self->words = g_new0 (char *, 1);
  self->items = g_list_store_new (SUIVI_TYPE_REVIEW_ITEM);
  self->filter = gtk_custom_filter_new (match_item, self, NULL);
  self->found = gtk_filter_list_model_new (G_LIST_MODEL (g_object_ref (self->items)),
                                           GTK_FILTER (g_object_ref (self->filter)));
  g_signal_connect_object (self->found, "items-changed", G_CALLBACK (found_changed_cb), self,
                           G_CONNECT_SWAPPED);
  selection = gtk_no_selection_new (G_LIST_MODEL (g_object_ref (self->found)));

  g_signal_connect (factory, "setup", G_CALLBACK (row_setup_cb), NULL);
  g_signal_connect_object (factory, "bind", G_CALLBACK (row_bind_cb), self, 0);
  gtk_list_view_set_factory (self->list, factory);
  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (selection));
  g_signal_connect (self, "map", G_CALLBACK (opened_cb), NULL);
  g_signal_connect (self, "closed", G_CALLBACK (closed_cb), NULL);
}

/**
 * suivi_review_switcher_set_summary:
 * @summary: the reviews, which of them is shown, and how many recommendations each has
 */
void
suivi_review_switcher_set_summary (SuiviReviewSwitcher *self, SuiviSummary *summary)
{
  g_return_if_fail (SUIVI_IS_REVIEW_SWITCHER (self));
  g_return_if_fail (summary != NULL);

  suivi_summary_ref (summary);
  g_clear_pointer (&self->summary, suivi_summary_unref);
  self->summary = summary;
}
