/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/scorecard/evidence-library.h"

#include <glib/gi18n-lib.h>

#include "app/drafting/panel-widgets.h"
#include "app/review/recommendations-page.h"
#include "app/scorecard/evidence-dialog.h"
#include "app/scorecard/evidence-jobs.h"
#include "app/scorecard/evidence-library-row.h"
#include "app/scorecard/rows-window.h"
#include "app/step-toast.h"
#include "app/window.h"
#include "core/text/text.h"

struct _SuiviEvidenceLibrary
{
  AdwWindow parent_instance;

  AdwToastOverlay *toasts;
  AdwWindowTitle *title;
  GtkWidget *add_button;
  GtkLabel *failure;
  GtkEditable *search;
  GtkStack *stack;
  GtkListView *list;
  AdwStatusPage *empty;

  SuiviWorkspace *workspace; /* (owned) (nullable) */
  GCancellable *cancellable; /* (owned): of all that is asked for */
  gboolean choosing;
  GHashTable *used;          /* (element-type utf8): what is not offered for choosing */
  GListStore *items;         /* (owned) (element-type SuiviEvidenceItem): all, by title */
  GtkFilterListModel *found; /* (owned): those that are searched for */
  GtkFilter *filter;         /* (owned) */
  char **words;              /* (nullable): what is searched for, folded */
  gboolean loaded;
};

G_DEFINE_FINAL_TYPE (SuiviEvidenceLibrary, suivi_evidence_library, ADW_TYPE_WINDOW)

enum
{
  SIGNAL_CHOSEN,
  SIGNAL_SHOW_RECOMMENDATION,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static gboolean
is_writable (SuiviEvidenceLibrary *self)
{
  return self->workspace != NULL && suivi_workspace_get_read_only (self->workspace) == SUIVI_READ_ONLY_NO;
}

static void
fail (SuiviEvidenceLibrary *self, const char *sentence)
{
  gtk_label_set_label (self->failure, sentence != NULL ? sentence : "");
  gtk_widget_set_visible (GTK_WIDGET (self->failure), sentence != NULL);
}

/* ---- The list ---- */

static gboolean
is_found (gpointer item, gpointer user_data)
{
  SuiviEvidenceLibrary *self = user_data;

  return suivi_evidence_item_matches (item, (const char *const *) self->words);
}

static void
show_count (SuiviEvidenceLibrary *self)
{
  const guint n = g_list_model_get_n_items (G_LIST_MODEL (self->items));
  const guint n_found = g_list_model_get_n_items (G_LIST_MODEL (self->found));
  g_autofree char *all = g_strdup_printf (ngettext ("%u piece", "%u pieces", n), n);
  /* Translators: how many pieces of evidence are found, and how many there are: "3 of 12 pieces" */
  g_autofree char *some = g_strdup_printf (_ ("%u of %s"), n_found, all);

  adw_window_title_set_subtitle (self->title, n_found < n ? some : n > 0 ? all : "");
  if (self->loaded)
    gtk_stack_set_visible_child_name (self->stack, n == 0 ? "empty" : n_found == 0 ? "nothing" : "list");
}

static gboolean
is_same (SuiviEvidenceLibrary *self, guint place, GPtrArray *items, guint i)
{
  g_autoptr (SuiviEvidenceItem) item = g_list_model_get_item (G_LIST_MODEL (self->items), place);

  return suivi_evidence_item_equal (item, g_ptr_array_index (items, i));
}

/* Only what changed is replaced: the rest of the list stays where it is, and the focus with it. */
static void
show_items (SuiviEvidenceLibrary *self, GPtrArray *items)
{
  const guint n = g_list_model_get_n_items (G_LIST_MODEL (self->items));
  guint start = 0;
  guint end = 0;

  while (start < n && start < items->len && is_same (self, start, items, start))
    start++;
  while (end < n - start && end < items->len - start
         && is_same (self, n - 1 - end, items, items->len - 1 - end))
    end++;
  if (start + end < n || start + end < items->len)
    g_list_store_splice (self->items, start, n - start - end, items->pdata + start, items->len - start - end);
  show_count (self);
}

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SuiviEvidenceLibrary) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) items = suivi_workspace_run_finish (SUIVI_WORKSPACE (source), result, &error);

  if (self->workspace == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (items == NULL)
    {
      fail (self, error->message);
      return;
    }

  for (guint i = items->len; i-- > 0;)
    {
      if (g_hash_table_contains (self->used,
                                 ((SuiviEvidenceItem *) g_ptr_array_index (items, i))->evidence->id))
        g_ptr_array_remove_index (items, i);
    }
  self->loaded = TRUE;
  show_items (self, items);
}

static void
load (SuiviEvidenceLibrary *self)
{
  suivi_evidence_list_async (self->workspace, self->cancellable, loaded_cb, g_object_ref (self));
}

static void
setup_cb (GtkListItemFactory *factory, GtkListItem *item)
{
  gtk_list_item_set_child (item, suivi_evidence_library_row_new ());
}

static void
bind_cb (SuiviEvidenceLibrary *self, GtkListItem *item)
{
  suivi_evidence_library_row_set_item (SUIVI_EVIDENCE_LIBRARY_ROW (gtk_list_item_get_child (item)),
                                       gtk_list_item_get_item (item), !self->choosing, is_writable (self));
}

static void
search_changed_cb (SuiviEvidenceLibrary *self)
{
  g_autofree char *folded = suivi_text_fold (gtk_editable_get_text (self->search));

  g_strfreev (self->words);
  self->words = g_strsplit_set (folded, " ", 20);
  gtk_filter_changed (self->filter, GTK_FILTER_CHANGE_DIFFERENT);
  show_count (self);
}

static void
search_activated_cb (SuiviEvidenceLibrary *self)
{
  gtk_widget_child_focus (GTK_WIDGET (self->list), GTK_DIR_TAB_FORWARD);
}

static void
search_stopped_cb (SuiviEvidenceLibrary *self)
{
  gtk_window_close (GTK_WINDOW (self));
}

/* ---- What can be done ---- */

static void
show_dialog (SuiviEvidenceLibrary *self, const SuiviEvidence *evidence)
{
  suivi_step_toast_dismiss (self->toasts);
  gtk_window_present (GTK_WINDOW (suivi_evidence_dialog_new (GTK_WINDOW (self), self->workspace, evidence)));
}

static void
activated_cb (SuiviEvidenceLibrary *self, guint position)
{
  g_autoptr (SuiviEvidenceItem) item = g_list_model_get_item (G_LIST_MODEL (self->found), position);

  if (item == NULL || self->workspace == NULL)
    return;
  if (!self->choosing)
    {
      show_dialog (self, item->evidence);
      return;
    }

  g_signal_emit (self, signals[SIGNAL_CHOSEN], 0, item->evidence);
  gtk_window_close (GTK_WINDOW (self));
}

static void
add_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SuiviEvidenceLibrary *self = SUIVI_EVIDENCE_LIBRARY (widget);

  if (is_writable (self))
    show_dialog (self, NULL);
}

static void
recommendation_chosen_cb (SuiviEvidenceLibrary *self, const char *id)
{
  g_signal_emit (self, signals[SIGNAL_SHOW_RECOMMENDATION], 0, id);
  gtk_window_close (GTK_WINDOW (self));
}

static void
supported_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SuiviEvidenceLibrary) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) rows = suivi_workspace_run_finish (SUIVI_WORKSPACE (source), result, &error);
  GtkWidget *window = NULL;

  if (self->workspace == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  fail (self, error != NULL ? error->message : NULL);
  if (rows == NULL)
    return;
  window = suivi_rows_window_new (GTK_WINDOW (self), _ ("What the evidence supports"), rows);
  g_signal_connect_object (window, "chosen", G_CALLBACK (recommendation_chosen_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (window));
}

static void
supported_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SuiviEvidenceLibrary *self = SUIVI_EVIDENCE_LIBRARY (widget);

  suivi_evidence_supported_async (self->workspace, g_variant_get_string (parameter, NULL), self->cancellable,
                                  supported_read_cb, g_object_ref (self));
}

static void
deleted_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SuiviEvidenceLibrary) self = user_data;
  g_autoptr (GError) error = NULL;
  guint n = 0;
  const gboolean deleted = suivi_evidence_delete_finish (SUIVI_WORKSPACE (source), result, &n, &error);
  g_autofree char *done = NULL;

  if (self->workspace == NULL)
    return;

  fail (self, deleted ? NULL : error->message);
  if (!deleted)
    return;
  done = n > 0 ? g_strdup_printf (ngettext ("Evidence deleted. %u grade loses it.",
                                            "Evidence deleted. %u grades lose it.", n),
                                  n)
               : g_strdup (_ ("Evidence deleted. No grade used it."));
  suivi_step_toast_show (self->toasts, done, _ ("Undo"), "evidence-library.undo");
}

static void
delete_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SuiviEvidenceLibrary *self = SUIVI_EVIDENCE_LIBRARY (widget);

  if (!is_writable (self))
    return;

  suivi_step_toast_dismiss (self->toasts);
  suivi_evidence_delete_async (self->workspace, g_variant_get_string (parameter, NULL), deleted_cb,
                               g_object_ref (self));
}

static void
undone_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SuiviEvidenceLibrary) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *undone = suivi_workspace_run_finish (SUIVI_WORKSPACE (source), result, &error);

  if (self->workspace != NULL)
    fail (self, undone == NULL && error != NULL ? error->message : NULL);
}

static void
undo_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SuiviEvidenceLibrary *self = SUIVI_EVIDENCE_LIBRARY (widget);

  suivi_step_toast_dismiss (self->toasts);
  suivi_workspace_undo_async (self->workspace, undone_cb, g_object_ref (self));
}

/* ---- The window ---- */

static void
suivi_evidence_library_dispose (GObject *object)
{
  SuiviEvidenceLibrary *self = SUIVI_EVIDENCE_LIBRARY (object);

  g_cancellable_cancel (self->cancellable);
  if (self->workspace != NULL)
    g_signal_handlers_disconnect_by_data (self->workspace, self);
  g_clear_object (&self->workspace);
  /* As in the import assistant: an answer under way may hold this window longer than its parent lives. */
  gtk_window_set_transient_for (GTK_WINDOW (object), NULL);

  G_OBJECT_CLASS (suivi_evidence_library_parent_class)->dispose (object);
}

static void
suivi_evidence_library_finalize (GObject *object)
{
  SuiviEvidenceLibrary *self = SUIVI_EVIDENCE_LIBRARY (object);

  g_clear_object (&self->cancellable);
  g_hash_table_unref (self->used);
  g_object_unref (self->found);
  g_object_unref (self->filter);
  g_object_unref (self->items);
  g_strfreev (self->words);

  G_OBJECT_CLASS (suivi_evidence_library_parent_class)->finalize (object);
}

static void
suivi_evidence_library_class_init (SuiviEvidenceLibraryClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = suivi_evidence_library_dispose;
  G_OBJECT_CLASS (klass)->finalize = suivi_evidence_library_finalize;

  /**
   * SuiviEvidenceLibrary::chosen:
   * @evidence: what was chosen
   */
  signals[SIGNAL_CHOSEN] = g_signal_new ("chosen", SUIVI_TYPE_EVIDENCE_LIBRARY, G_SIGNAL_RUN_LAST, 0, NULL,
                                         NULL, NULL, G_TYPE_NONE, 1, SUIVI_TYPE_EVIDENCE);
  /**
   * SuiviEvidenceLibrary::show-recommendation:
   * @id: key of the recommendation
   */
  signals[SIGNAL_SHOW_RECOMMENDATION]
    = g_signal_new ("show-recommendation", SUIVI_TYPE_EVIDENCE_LIBRARY, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                    NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/suivi/Suivi/scorecard/evidence-library.ui");
  gtk_widget_class_bind_template_child (widget_class, SuiviEvidenceLibrary, toasts);
  gtk_widget_class_bind_template_child (widget_class, SuiviEvidenceLibrary, title);
  gtk_widget_class_bind_template_child (widget_class, SuiviEvidenceLibrary, add_button);
  gtk_widget_class_bind_template_child (widget_class, SuiviEvidenceLibrary, failure);
  gtk_widget_class_bind_template_child (widget_class, SuiviEvidenceLibrary, search);
  gtk_widget_class_bind_template_child (widget_class, SuiviEvidenceLibrary, stack);
  gtk_widget_class_bind_template_child (widget_class, SuiviEvidenceLibrary, list);
  gtk_widget_class_bind_template_child (widget_class, SuiviEvidenceLibrary, empty);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_stopped_cb);
  gtk_widget_class_bind_template_callback (widget_class, setup_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_cb);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
  gtk_widget_class_install_action (widget_class, "evidence-library.add", NULL, add_action);
  gtk_widget_class_install_action (widget_class, "evidence-library.supported", "s", supported_action);
  gtk_widget_class_install_action (widget_class, "evidence-library.delete", "s", delete_action);
  gtk_widget_class_install_action (widget_class, "evidence-library.undo", NULL, undo_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
suivi_evidence_library_init (SuiviEvidenceLibrary *self)
{
  g_autoptr (GtkSelectionModel) selection = NULL;

  self->cancellable = g_cancellable_new ();
  self->used = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->items = g_list_store_new (SUIVI_TYPE_EVIDENCE_ITEM);
  self->filter = GTK_FILTER (gtk_custom_filter_new (is_found, self, NULL));
  self->found
    = gtk_filter_list_model_new (G_LIST_MODEL (g_object_ref (self->items)), g_object_ref (self->filter));
  gtk_widget_init_template (GTK_WIDGET (self));
  selection = GTK_SELECTION_MODEL (gtk_no_selection_new (G_LIST_MODEL (g_object_ref (self->found))));
  gtk_list_view_set_model (self->list, selection);
  /* One looks for a piece more often than one adds one. */
  gtk_widget_grab_focus (GTK_WIDGET (self->search));
}

static SuiviEvidenceLibrary *
make (GtkWindow *parent, SuiviWorkspace *workspace, gboolean choosing, const char *const *used)
{
  SuiviEvidenceLibrary *self = g_object_new (SUIVI_TYPE_EVIDENCE_LIBRARY, NULL);

  self->workspace = g_object_ref (workspace);
  self->choosing = choosing;
  for (gsize i = 0; used != NULL && used[i] != NULL; i++)
    g_hash_table_add (self->used, g_strdup (used[i]));
  gtk_widget_set_visible (self->add_button, !choosing && is_writable (self));
  if (choosing)
    {
      gtk_window_set_title (GTK_WINDOW (self), _ ("Use existing evidence"));
      adw_window_title_set_title (self->title, _ ("Use existing evidence"));
      adw_status_page_set_description (self->empty,
                                       _ ("All evidence of this workspace is used here already, or "
                                          "there is none yet."));
    }
  g_signal_connect_swapped (workspace, "changed", G_CALLBACK (load), self);
  suivi_panel_window_fit (GTK_WINDOW (self), parent);
  load (self);

  return self;
}

/**
 * suivi_evidence_library_new:
 * @parent: (nullable): the window it belongs to
 * @workspace: whose evidence
 *
 * Returns: (transfer none): a window with all evidence, not shown yet; GTK owns it
 */
GtkWidget *
suivi_evidence_library_new (GtkWindow *parent, SuiviWorkspace *workspace)
{
  return GTK_WIDGET (make (parent, workspace, FALSE, NULL));
}

/**
 * suivi_evidence_library_new_chooser:
 * @parent: (nullable): the window it belongs to
 * @workspace: whose evidence
 * @used: (nullable) (array zero-terminated=1): keys of what is not offered
 *
 * Returns: (transfer none): a window to choose a piece of evidence from, not shown yet; GTK owns it
 */
GtkWidget *
suivi_evidence_library_new_chooser (GtkWindow *parent, SuiviWorkspace *workspace, const char *const *used)
{
  return GTK_WIDGET (make (parent, workspace, TRUE, used));
}

static GtkWidget *
find_page (GtkWidget *widget)
{
  GtkWidget *found = SUIVI_IS_RECOMMENDATIONS_PAGE (widget) ? widget : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_page (child);

  return found;
}

static void
show_recommendation_cb (SuiviWindow *window, const char *id)
{
  GtkWidget *page = find_page (GTK_WIDGET (window));

  suivi_window_show_page (window, "recommendations");
  if (page != NULL)
    gtk_widget_activate_action (page, "recommendations.show", "s", id);
}

/**
 * suivi_evidence_library_show:
 * @parent: the window it belongs to; a #SuiviWindow shows the recommendations that a piece supports
 * @workspace: whose evidence
 *
 * Shows all evidence of a workspace.
 */
void
suivi_evidence_library_show (GtkWindow *parent, SuiviWorkspace *workspace)
{
  GtkWidget *library = suivi_evidence_library_new (parent, workspace);

  if (SUIVI_IS_WINDOW (parent))
    g_signal_connect_object (library, "show-recommendation", G_CALLBACK (show_recommendation_cb), parent,
                             G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (library));
}
