/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/scorecard/matrix-view.h"

#include <glib/gi18n-lib.h>

#include "app/drop-down.h"
#include "app/scorecard/agree-dialog.h"
#include "app/scorecard/matrix-agreement.h"
#include "app/scorecard/matrix-header.h"
#include "app/scorecard/matrix-strip.h"
#include "app/scorecard/matrix-table.h"
#include "core/text/text.h"

/* What the list can be narrowed to, in the order of the drop-down. */
typedef enum
{
  SHOW_ALL,
  SHOW_DIFFERENT,
  SHOW_WIDE,
  SHOW_NOT_AGREED,
  SHOW_NOBODY,
} Show;

struct _SuiviMatrixView
{
  GtkWidget parent_instance;

  GtkStack *stack;
  AdwStatusPage *failed;
  AdwStatusPage *alone;
  GtkDropDown *show;
  GtkEditable *search;
  GtkLabel *counts;
  GtkWidget *agree_same;
  GtkLabel *same_light;
  SuiviMatrixHeader *header;
  GtkStack *rows_stack;
  GtkListView *list;

  SuiviWorkspace *workspace; /* (owned) (nullable) */
  char *review_id;
  char *cut_off;
  GCancellable *cancellable;   /* (owned) (nullable): of the reading under way */
  SuiviMatrixTable *table;     /* (owned) (nullable): what is shown */
  SuiviMatrixColumns *columns; /* (owned) (nullable) */
  GListStore *rows;            /* (owned) (element-type SuiviMatrixRow) */
  GtkFilter *filter;           /* (unowned): of the list */
  char *folded;                /* what is searched for */
  SuiviAgreeDialog *dialog;    /* (weak) (nullable): where an agreement is typed */
  gboolean outdated;
};

G_DEFINE_FINAL_TYPE (SuiviMatrixView, suivi_matrix_view, GTK_TYPE_WIDGET)

enum
{
  PROP_WORKSPACE = 1,
  N_PROPS
};

enum
{
  SIGNAL_GRADE,
  SIGNAL_SHOW_RECOMMENDATION,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

/* ---- The rows ---- */

static gboolean
is_shown (SuiviMatrixView *self, SuiviMatrixRow *row)
{
  switch ((Show) gtk_drop_down_get_selected (self->show))
    {
    case SHOW_DIFFERENT:
      return suivi_matrix_row_disagrees (row);
    case SHOW_WIDE:
      return row->apart >= SUIVI_SPREAD_WIDE && suivi_matrix_row_disagrees (row);
    case SHOW_NOT_AGREED:
      return row->n_said > 0 && row->agreed == SUIVI_MATRIX_NOBODY;
    case SHOW_NOBODY:
      return row->n_said == 0 && row->agreed == SUIVI_MATRIX_NOBODY;
    case SHOW_ALL:
    default:
      return TRUE;
    }
}

static gboolean
match_row (gpointer item, gpointer user_data)
{
  SuiviMatrixView *self = user_data;
  SuiviMatrixRow *row = item;

  return is_shown (self, row) && (self->folded == NULL || strstr (row->folded, self->folded) != NULL);
}

static void
update_rows_stack (SuiviMatrixView *self)
{
  const guint n = g_list_model_get_n_items (G_LIST_MODEL (gtk_list_view_get_model (self->list)));

  gtk_stack_set_visible_child_name (self->rows_stack, n > 0 ? "rows" : "none");
}

static void
filter_changed_cb (SuiviMatrixView *self)
{
  /* Bound in the template before the rows are there. */
  if (self->filter == NULL)
    return;

  g_clear_pointer (&self->folded, g_free);
  if (!suivi_text_is_blank (gtk_editable_get_text (self->search)))
    {
      self->folded = suivi_text_fold (gtk_editable_get_text (self->search));
      g_strstrip (self->folded);
    }
  gtk_filter_changed (self->filter, GTK_FILTER_CHANGE_DIFFERENT);
  update_rows_stack (self);
}

static void
row_setup_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  gtk_list_item_set_child (item, suivi_matrix_strip_new ());
}

static void
row_bind_cb (SuiviMatrixView *self, GtkListItem *item)
{
  SuiviMatrixStrip *strip = SUIVI_MATRIX_STRIP (gtk_list_item_get_child (item));

  suivi_matrix_strip_set_source (strip, self->workspace, self->cut_off);
  suivi_matrix_strip_show (strip, gtk_list_item_get_item (item), self->columns);
}

static void
row_unbind_cb (SuiviMatrixView *self, GtkListItem *item)
{
  SuiviMatrixStrip *strip = SUIVI_MATRIX_STRIP (gtk_list_item_get_child (item));

  suivi_matrix_strip_show (strip, NULL, NULL);
  suivi_matrix_strip_set_source (strip, NULL, NULL);
}

/* Only what became another one is replaced, so that list and focus stay where they are. */
static void
replace_rows (SuiviMatrixView *self, GPtrArray *rows)
{
  GListModel *model = G_LIST_MODEL (self->rows);
  const guint n_old = g_list_model_get_n_items (model);
  guint start = 0;
  guint end = 0;

  for (gboolean same = TRUE; same && start < n_old && start < rows->len; start += same)
    {
      g_autoptr (SuiviMatrixRow) old = g_list_model_get_item (model, start);

      same = suivi_matrix_row_equal (old, g_ptr_array_index (rows, start));
    }
  for (gboolean same = TRUE; same && end < n_old - start && end < rows->len - start; end += same)
    {
      g_autoptr (SuiviMatrixRow) old = g_list_model_get_item (model, n_old - end - 1);

      same = suivi_matrix_row_equal (old, g_ptr_array_index (rows, rows->len - end - 1));
    }
  if (n_old - start - end > 0 || rows->len - start - end > 0)
    g_list_store_splice (self->rows, start, n_old - start - end, rows->pdata + start,
                         rows->len - start - end);
}

static gboolean
same_names (GPtrArray *a, GPtrArray *b)
{
  if (a->len != b->len)
    return FALSE;
  for (guint i = 0; i < a->len; i++)
    {
      if (!g_str_equal (g_ptr_array_index (a, i), g_ptr_array_index (b, i)))
        return FALSE;
    }

  return TRUE;
}

/* What is agreed on has levels as well as a light, and outputs print them: where they differ, somebody has to choose. */
static void
explain_agree_same (SuiviMatrixView *self)
{
  const guint n = self->table->n_same_light;
  const gboolean read_only = suivi_workspace_get_read_only (self->workspace) != SUIVI_READ_ONLY_NO;
  g_autofree char *same_light = g_strdup_printf (
    ngettext (
      "Of %u recommendation all give the same light, but not the same law, policy and practice. Click "
      "it to agree.",
      "Of %u recommendations all give the same light, but not the same law, policy and practice. Click "
      "each to agree on it.",
      n),
    n);
  const char *why = NULL;

  if (read_only)
    why = _ ("The workspace can only be read.");
  else if (self->table->n_unanimous == 0 && n > 0)
    why = same_light;
  else if (self->table->n_unanimous == 0)
    why = _ (
      "There is no recommendation left on which nothing is agreed, and of which two organisations or more "
      "say the same of law, policy and practice.");
  gtk_widget_set_tooltip_text (self->agree_same, why);
  gtk_label_set_label (self->same_light, same_light);
  gtk_widget_set_visible (GTK_WIDGET (self->same_light), n > 0 && !read_only);
}

static void
show_counts (SuiviMatrixView *self)
{
  const SuiviMatrixTable *table = self->table;
  g_autofree char *apart
    = g_strdup_printf (ngettext ("%u of %u disagrees", "%u of %u disagree", table->n_disagree),
                       table->n_disagree, table->rows->len);
  /* Translators: of how many recommendations the organisations agreed on a grade */
  g_autofree char *agreed
    = g_strdup_printf (ngettext ("%u agreed", "%u agreed", table->n_agreed), table->n_agreed);
  g_autofree char *label = g_strdup_printf ("%s · %s", apart, agreed);

  gtk_label_set_label (self->counts, label);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "matrix.agree-same",
                                 table->n_unanimous > 0
                                   && suivi_workspace_get_read_only (self->workspace) == SUIVI_READ_ONLY_NO);
  explain_agree_same (self);
}

static void
show_table (SuiviMatrixView *self, SuiviMatrixTable *table)
{
  if (self->columns == NULL
      || !same_names (suivi_matrix_columns_get_organisations (self->columns), table->organisations))
    {
      g_autoptr (SuiviMatrixColumns) columns = suivi_matrix_columns_new (table->organisations);

      g_list_store_remove_all (self->rows);
      g_set_object (&self->columns, columns);
      suivi_matrix_header_set_columns (self->header, columns);
    }
  replace_rows (self, table->rows);
  g_clear_pointer (&self->table, suivi_matrix_table_free);
  self->table = table;

  show_counts (self);
  update_rows_stack (self);
  adw_status_page_set_title (self->alone, table->organisations->len == 0 ? _ ("Nobody has graded yet")
                                                                         : _ ("One organisation so far"));
  if (table->rows->len == 0)
    gtk_stack_set_visible_child_name (self->stack, "nothing");
  else if (table->organisations->len < 2 && table->n_agreed == 0)
    gtk_stack_set_visible_child_name (self->stack, "alone");
  else
    gtk_stack_set_visible_child_name (self->stack, "matrix");
}

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SuiviMatrixView) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (SuiviMatrixTable) table
             = suivi_matrix_table_load_finish (SUIVI_WORKSPACE (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED)
      || SUIVI_WORKSPACE (source) != self->workspace)
    return;

  if (table == NULL)
    {
      adw_status_page_set_description (self->failed, error->message);
      gtk_stack_set_visible_child_name (self->stack, "failed");
      return;
    }
  show_table (self, g_steal_pointer (&table));
}

/* What nobody looks at is read when somebody does. */
static void
reload (SuiviMatrixView *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->outdated = self->workspace != NULL;
  if (!self->outdated || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;

  self->outdated = FALSE;
  self->cancellable = g_cancellable_new ();
  suivi_matrix_table_load_async (self->workspace, self->review_id, self->cut_off, self->cancellable,
                                 loaded_cb, g_object_ref (self));
}

/* ---- What can be done ---- */

static GtkWindow *
get_window (SuiviMatrixView *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  return GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL;
}

static void
grade_wanted_cb (SuiviMatrixView *self, const char *recommendation_id)
{
  g_signal_emit (self, signals[SIGNAL_GRADE], 0, recommendation_id);
}

static void
recommendation_wanted_cb (SuiviMatrixView *self, const char *recommendation_id)
{
  g_signal_emit (self, signals[SIGNAL_SHOW_RECOMMENDATION], 0, recommendation_id);
}

static void
row_activated_cb (SuiviMatrixView *self, guint position)
{
  GListModel *model = G_LIST_MODEL (gtk_list_view_get_model (self->list));
  g_autoptr (SuiviMatrixRow) row = g_list_model_get_item (model, position);
  GtkWidget *dialog = NULL;

  if (row == NULL || self->workspace == NULL)
    return;

  dialog
    = suivi_agree_dialog_new (get_window (self), self->workspace, row->id, self->cut_off, self->table->known);
  g_set_weak_pointer (&self->dialog, SUIVI_AGREE_DIALOG (dialog));
  g_signal_connect_object (dialog, "grade", G_CALLBACK (grade_wanted_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (dialog, "show-recommendation", G_CALLBACK (recommendation_wanted_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

static gboolean
grade_shortcut_cb (GtkWidget *list, GVariant *args, gpointer user_data)
{
  SuiviMatrixView *self = user_data;
  GtkSingleSelection *selection = GTK_SINGLE_SELECTION (gtk_list_view_get_model (self->list));
  SuiviMatrixRow *row = gtk_single_selection_get_selected_item (selection);

  if (row == NULL)
    return FALSE;
  g_signal_emit (self, signals[SIGNAL_GRADE], 0, row->id);

  return TRUE;
}

static void
agree_same_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SuiviMatrixView *self = SUIVI_MATRIX_VIEW (widget);

  if (self->table != NULL)
    gtk_window_present (GTK_WINDOW (
      suivi_matrix_agreement_new (get_window (self), self->workspace, self->table->rows, self->cut_off)));
}

static void
show_all_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SuiviMatrixView *self = SUIVI_MATRIX_VIEW (widget);

  gtk_editable_set_text (self->search, "");
  gtk_drop_down_set_selected (self->show, SHOW_ALL);
  filter_changed_cb (self);
}

/* ---- The widget ---- */

static void
suivi_matrix_view_map (GtkWidget *widget)
{
  SuiviMatrixView *self = SUIVI_MATRIX_VIEW (widget);

  GTK_WIDGET_CLASS (suivi_matrix_view_parent_class)->map (widget);
  if (self->outdated)
    reload (self);
}

static void
set_workspace (SuiviMatrixView *self, SuiviWorkspace *workspace)
{
  if (self->workspace == workspace)
    return;

  if (self->workspace != NULL)
    g_signal_handlers_disconnect_by_func (self->workspace, reload, self);
  g_set_object (&self->workspace, workspace);
  if (workspace != NULL)
    g_signal_connect_object (workspace, "changed", G_CALLBACK (reload), self, G_CONNECT_SWAPPED);

  g_list_store_remove_all (self->rows);
  g_clear_pointer (&self->table, suivi_matrix_table_free);
  gtk_stack_set_visible_child_name (self->stack, "loading");
  reload (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_WORKSPACE]);
}

static void
suivi_matrix_view_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  SuiviMatrixView *self = SUIVI_MATRIX_VIEW (object);

  switch (id)
    {
    case PROP_WORKSPACE:
      g_value_set_object (value, self->workspace);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
suivi_matrix_view_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_WORKSPACE:
      set_workspace (SUIVI_MATRIX_VIEW (object), g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
suivi_matrix_view_dispose (GObject *object)
{
  SuiviMatrixView *self = SUIVI_MATRIX_VIEW (object);
  GtkWidget *child = NULL;

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  if (self->workspace != NULL)
    g_signal_handlers_disconnect_by_func (self->workspace, reload, self);
  g_clear_object (&self->workspace);
  /* The filter of the list asks this widget. */
  if (self->list != NULL)
    gtk_list_view_set_model (self->list, NULL);
  self->filter = NULL;
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  self->list = NULL;
  g_clear_object (&self->rows);
  g_clear_object (&self->columns);
  g_clear_pointer (&self->table, suivi_matrix_table_free);
  g_clear_weak_pointer (&self->dialog);

  G_OBJECT_CLASS (suivi_matrix_view_parent_class)->dispose (object);
}

static void
suivi_matrix_view_finalize (GObject *object)
{
  SuiviMatrixView *self = SUIVI_MATRIX_VIEW (object);

  g_free (self->review_id);
  g_free (self->cut_off);
  g_free (self->folded);

  G_OBJECT_CLASS (suivi_matrix_view_parent_class)->finalize (object);
}

static void
suivi_matrix_view_class_init (SuiviMatrixViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = suivi_matrix_view_get_property;
  object_class->set_property = suivi_matrix_view_set_property;
  object_class->dispose = suivi_matrix_view_dispose;
  object_class->finalize = suivi_matrix_view_finalize;
  widget_class->map = suivi_matrix_view_map;

  properties[PROP_WORKSPACE]
    = g_param_spec_object ("workspace", NULL, NULL, SUIVI_TYPE_WORKSPACE,
                           G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  /**
   * SuiviMatrixView::grade:
   * @recommendation_id: key of a recommendation that somebody wants to grade
   */
  signals[SIGNAL_GRADE] = g_signal_new ("grade", SUIVI_TYPE_MATRIX_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                        NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  /**
   * SuiviMatrixView::show-recommendation:
   * @recommendation_id: key of a recommendation that somebody wants to see in full
   */
  signals[SIGNAL_SHOW_RECOMMENDATION]
    = g_signal_new ("show-recommendation", SUIVI_TYPE_MATRIX_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                    G_TYPE_NONE, 1, G_TYPE_STRING);

  g_type_ensure (SUIVI_TYPE_MATRIX_HEADER);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/suivi/Suivi/scorecard/matrix-view.ui");
  gtk_widget_class_bind_template_child (widget_class, SuiviMatrixView, stack);
  gtk_widget_class_bind_template_child (widget_class, SuiviMatrixView, failed);
  gtk_widget_class_bind_template_child (widget_class, SuiviMatrixView, alone);
  gtk_widget_class_bind_template_child (widget_class, SuiviMatrixView, show);
  gtk_widget_class_bind_template_child (widget_class, SuiviMatrixView, search);
  gtk_widget_class_bind_template_child (widget_class, SuiviMatrixView, counts);
  gtk_widget_class_bind_template_child (widget_class, SuiviMatrixView, agree_same);
  gtk_widget_class_bind_template_child (widget_class, SuiviMatrixView, same_light);
  gtk_widget_class_bind_template_child (widget_class, SuiviMatrixView, header);
  gtk_widget_class_bind_template_child (widget_class, SuiviMatrixView, rows_stack);
  gtk_widget_class_bind_template_child (widget_class, SuiviMatrixView, list);
  gtk_widget_class_bind_template_callback (widget_class, filter_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_setup_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_bind_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_unbind_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, reload);
  gtk_widget_class_install_action (widget_class, "matrix.agree-same", NULL, agree_same_action);
  gtk_widget_class_install_action (widget_class, "matrix.show-all", NULL, show_all_action);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
suivi_matrix_view_init (SuiviMatrixView *self)
{
  GtkEventController *controller = NULL;
  GtkFilterListModel *filtered = NULL;
  g_autoptr (GtkSelectionModel) selection = NULL;

  gtk_widget_init_template (GTK_WIDGET (self));
  self->rows = g_list_store_new (SUIVI_TYPE_MATRIX_ROW);
  self->filter = GTK_FILTER (gtk_custom_filter_new (match_row, self, NULL));
  filtered = gtk_filter_list_model_new (g_object_ref (G_LIST_MODEL (self->rows)), self->filter);
  selection = GTK_SELECTION_MODEL (gtk_single_selection_new (G_LIST_MODEL (filtered)));
  gtk_list_view_set_model (self->list, selection);
  suivi_drop_down_name (GTK_WIDGET (self->show), _ ("Show"));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "matrix.agree-same", FALSE);

  /* On the list alone: elsewhere the letter is a letter. */
  controller = gtk_shortcut_controller_new ();
  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (controller),
                                        gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_g, 0),
                                                          gtk_callback_action_new (grade_shortcut_cb, self,
                                                                                   NULL)));
  gtk_widget_add_controller (GTK_WIDGET (self->list), controller);
}

/**
 * suivi_matrix_view_set_scope:
 * @review_id: (nullable): key of the review that is looked at; %NULL: all of them
 * @cut_off: (nullable): day up to which judgements count, ISO 8601 date
 *
 * Says which recommendations and judgements are shown.
 */
void
suivi_matrix_view_set_scope (SuiviMatrixView *self, const char *review_id, const char *cut_off)
{
  g_return_if_fail (SUIVI_IS_MATRIX_VIEW (self));

  if (g_strcmp0 (self->review_id, review_id) == 0 && g_strcmp0 (self->cut_off, cut_off) == 0)
    return;

  g_free (self->review_id);
  self->review_id = g_strdup (review_id);
  g_free (self->cut_off);
  self->cut_off = g_strdup (cut_off);
  reload (self);
}

/* What keeps the agreement that is typed; NULL if none is. */
static SuiviAgreementKeeper *
get_keeper (SuiviMatrixView *self)
{
  return self->dialog != NULL ? suivi_agree_dialog_get_keeper (self->dialog) : NULL;
}

/**
 * suivi_matrix_view_has_unsaved:
 *
 * Returns: whether the workspace does not have yet what is typed into an agreement
 */
gboolean
suivi_matrix_view_has_unsaved (SuiviMatrixView *self)
{
  g_return_val_if_fail (SUIVI_IS_MATRIX_VIEW (self), FALSE);

  return get_keeper (self) != NULL && !suivi_agreement_keeper_is_kept (get_keeper (self));
}

static void
kept_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GError) error = NULL;

  if (suivi_agreement_keeper_keep_finish (SUIVI_AGREEMENT_KEEPER (source), result, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

/**
 * suivi_matrix_view_save_async:
 *
 * Lets the workspace keep what is typed into an agreement, and says when it does.
 */
void
suivi_matrix_view_save_async (SuiviMatrixView *self, GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (SUIVI_IS_MATRIX_VIEW (self));

  task = g_task_new (self, NULL, callback, user_data);
  g_task_set_source_tag (task, suivi_matrix_view_save_async);
  if (suivi_matrix_view_has_unsaved (self))
    suivi_agreement_keeper_keep_async (get_keeper (self), kept_cb, g_steal_pointer (&task));
  else
    g_task_return_boolean (task, TRUE);
}

/**
 * suivi_matrix_view_save_finish:
 * @error: why something could not be kept
 *
 * Returns: whether it is kept
 */
gboolean
suivi_matrix_view_save_finish (SuiviMatrixView *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
