/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/scorecard/evidence-box.h"

#include <glib/gi18n-lib.h>

#include "app/drafting/panel-row.h"
#include "app/drafting/panel-widgets.h"
#include "app/review/wrap-layout.h"
#include "app/scorecard/evidence-change.h"
#include "app/scorecard/evidence-dialog.h"
#include "app/scorecard/evidence-library.h"
#include "app/scorecard/evidence-words.h"
#include "app/step.h"
#include "store/scorecard-store.h"

struct _SuiviEvidenceBox
{
  GtkBox parent_instance;

  GtkLabel *failure;
  GtkListBox *list;
  GtkWidget *nothing;
  GtkWidget *tools;
  GtkWidget *add_button;

  SuiviWorkspace *workspace; /* (owned) (nullable) */
  gulong changed_id;
  gboolean editable;
  GPtrArray *ids;      /* (element-type utf8): what was set and added, in order, even if it is gone for now */
  GPtrArray *evidence; /* (element-type SuiviEvidence): what is there of it, and shown */
  guint generation;    /* counts what was set */
  GQueue adding;       /* (element-type Batch): what is being saved, in the order of the steps */
  GCancellable *cancellable; /* (owned) (nullable): of the reading under way */
};

G_DEFINE_FINAL_TYPE (SuiviEvidenceBox, suivi_evidence_box, GTK_TYPE_BOX)

enum
{
  PROP_WORKSPACE = 1,
  PROP_EDITABLE,
  N_PROPS
};

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

/* Pieces that are being saved, and what the box showed when that began. */
typedef struct
{
  GPtrArray *evidence;
  guint generation;
} Batch;

static void
free_batch (gpointer data)
{
  Batch *self = data;

  g_ptr_array_unref (self->evidence);
  g_free (self);
}

static gboolean
is_writable (SuiviEvidenceBox *self)
{
  return self->editable && self->workspace != NULL
         && suivi_workspace_get_read_only (self->workspace) == SUIVI_READ_ONLY_NO;
}

static void
fail (SuiviEvidenceBox *self, const char *sentence)
{
  gtk_label_set_label (self->failure, sentence != NULL ? sentence : "");
  gtk_widget_set_visible (GTK_WIDGET (self->failure), sentence != NULL);
}

static GtkWindow *
get_window (SuiviEvidenceBox *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  return GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL;
}

/* ---- What is shown ---- */

static const SuiviEvidence *
find_evidence (GPtrArray *evidence, const char *id)
{
  for (guint i = 0; i < evidence->len; i++)
    {
      const SuiviEvidence *piece = g_ptr_array_index (evidence, i);

      if (g_strcmp0 (piece->id, id) == 0)
        return piece;
    }

  return NULL;
}

static gboolean
find_id (SuiviEvidenceBox *self, const char *id, guint *place)
{
  return g_ptr_array_find_with_equal_func (self->ids, id, g_str_equal, place);
}

static GtkWidget *
create_row (SuiviEvidenceBox *self, const SuiviEvidence *piece)
{
  g_autofree char *caption = suivi_evidence_describe (piece);
  GtkWidget *row = suivi_panel_row_new (piece->title, caption, NULL);

  if (suivi_evidence_is_link (piece->url))
    suivi_panel_row_add_icon_button (SUIVI_PANEL_ROW (row), "web-browser-symbolic", _ ("Open the link"),
                                     "evidence-box.open-link", piece->url);
  if (is_writable (self))
    {
      suivi_panel_row_add_icon_button (SUIVI_PANEL_ROW (row), "document-edit-symbolic", _ ("Edit evidence"),
                                       "evidence-box.edit", piece->id);
      suivi_panel_row_add_icon_button (SUIVI_PANEL_ROW (row), "list-remove-symbolic",
                                       _ ("No longer use this evidence here"), "evidence-box.remove",
                                       piece->id);
    }

  return row;
}

static void
show (SuiviEvidenceBox *self)
{
  const gboolean writable = is_writable (self);

  suivi_panel_list_clear (self->list);
  for (guint i = 0; i < self->evidence->len; i++)
    gtk_list_box_append (self->list, create_row (self, g_ptr_array_index (self->evidence, i)));
  gtk_widget_set_visible (GTK_WIDGET (self->list), self->evidence->len > 0);
  gtk_widget_set_visible (self->nothing, self->evidence->len == 0 && !writable);
  gtk_widget_set_visible (self->tools, writable);
}

static gboolean
is_same (GPtrArray *a, GPtrArray *b)
{
  if (a->len != b->len)
    return FALSE;

  for (guint i = 0; i < a->len; i++)
    {
      if (!suivi_evidence_equal (g_ptr_array_index (a, i), g_ptr_array_index (b, i)))
        return FALSE;
    }

  return TRUE;
}

/* What is the same keeps its rows, and the focus in them. Takes @evidence. */
static void
take_evidence (SuiviEvidenceBox *self, GPtrArray *evidence)
{
  const gboolean same = is_same (self->evidence, evidence);

  g_ptr_array_unref (self->evidence);
  self->evidence = evidence;
  if (!same)
    show (self);
}

static GPtrArray *
create_list (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) suivi_evidence_free);
}

/* ---- What changed in the workspace ---- */

static gpointer
read_evidence (SuiviStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  return suivi_store_list_evidence (store, NULL, error);
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SuiviEvidenceBox) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) all = suivi_workspace_run_finish (SUIVI_WORKSPACE (source), result, &error);
  g_autoptr (GHashTable) known = NULL;
  GPtrArray *evidence = NULL;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED)
      || (gpointer) self->workspace != (gpointer) source)
    return;
  if (all == NULL)
    {
      fail (self, error->message);
      return;
    }

  known = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint i = 0; i < all->len; i++)
    g_hash_table_insert (known, ((SuiviEvidence *) g_ptr_array_index (all, i))->id,
                         g_ptr_array_index (all, i));
  evidence = create_list ();
  for (guint i = 0; i < self->ids->len; i++)
    {
      const SuiviEvidence *piece = g_hash_table_lookup (known, g_ptr_array_index (self->ids, i));

      if (piece != NULL)
        g_ptr_array_add (evidence, suivi_evidence_copy (piece));
    }
  take_evidence (self, evidence);
}

static void
cancel (SuiviEvidenceBox *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
}

static void
workspace_changed_cb (SuiviEvidenceBox *self)
{
  cancel (self);
  if (self->ids->len == 0)
    return;

  self->cancellable = g_cancellable_new ();
  suivi_workspace_run_async (self->workspace, read_evidence, NULL, NULL, (GDestroyNotify) g_ptr_array_unref,
                             self->cancellable, read_cb, g_object_ref (self));
}

/* ---- Adding ---- */

/* Shows a piece that is saved. Returns: whether it was not there yet */
static gboolean
add_piece (SuiviEvidenceBox *self, const SuiviEvidence *piece)
{
  if (find_id (self, piece->id, NULL))
    return FALSE;

  g_ptr_array_add (self->ids, g_strdup (piece->id));
  g_ptr_array_add (self->evidence, suivi_evidence_copy (piece));

  return TRUE;
}

static void
use_piece (SuiviEvidenceBox *self, const SuiviEvidence *piece)
{
  fail (self, NULL);
  if (!add_piece (self, piece))
    return;

  show (self);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
added_cb (GtkWidget *widget, const char *failure, const char *done)
{
  SuiviEvidenceBox *self = SUIVI_EVIDENCE_BOX (widget);
  Batch *batch = g_queue_pop_head (&self->adding);
  gboolean any = FALSE;

  fail (self, failure);
  if (failure != NULL)
    {
      /* What failed is said. */
    }
  else if (batch->generation != self->generation)
    {
      /* Something else is shown by now: what was dropped must not support that. */
      fail (self, _ ("What you added was saved as evidence, but supports nothing yet. You find it under “Use "
                     "existing…”."));
    }
  else
    {
      for (guint i = 0; i < batch->evidence->len; i++)
        any = add_piece (self, g_ptr_array_index (batch->evidence, i)) || any;
      show (self);
    }
  free_batch (batch);
  if (any)
    g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

/* Takes @change. */
static void
save_new (SuiviEvidenceBox *self, SuiviEvidenceChange *change)
{
  Batch *batch = g_new0 (Batch, 1);

  fail (self, NULL);
  batch->generation = self->generation;
  batch->evidence = create_list ();
  for (guint i = 0; i < change->evidence->len; i++)
    g_ptr_array_add (batch->evidence, suivi_evidence_copy (g_ptr_array_index (change->evidence, i)));
  g_queue_push_tail (&self->adding, batch);
  /* Translators: name of a step that can be undone */
  suivi_step_make (self->workspace, _ ("Add evidence"), suivi_evidence_change_put, change,
                   (GDestroyNotify) suivi_evidence_change_free, GTK_WIDGET (self), added_cb, NULL);
}

static void
take_value (SuiviEvidenceBox *self, const GValue *value)
{
  g_autofree char *fault = NULL;
  g_autoptr (SuiviEvidenceChange) change = suivi_evidence_change_new_from_value (value, &fault);

  if (change != NULL)
    save_new (self, g_steal_pointer (&change));
  else
    fail (self, fault);
}

static gboolean
drop_cb (GtkDropTarget *target, const GValue *value, double x, double y, SuiviEvidenceBox *self)
{
  if (!is_writable (self))
    return FALSE;

  take_value (self, value);

  return TRUE;
}

static GdkDragAction
drag_moved_cb (GtkDropTarget *target, double x, double y, SuiviEvidenceBox *self)
{
  return is_writable (self) ? GDK_ACTION_COPY : 0;
}

static void
pasted_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SuiviEvidenceBox) self = user_data;
  const GValue *value = gdk_clipboard_read_value_finish (GDK_CLIPBOARD (source), result, NULL);

  if (!is_writable (self))
    return;
  take_value (self, value);
}

static void
paste_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SuiviEvidenceBox *self = SUIVI_EVIDENCE_BOX (widget);
  GdkClipboard *clipboard = gtk_widget_get_clipboard (widget);
  g_autoptr (GdkContentFormats) formats = NULL;

  if (!is_writable (self))
    return;

  formats = gdk_content_formats_union_deserialize_gtypes (
    gdk_content_formats_ref (gdk_clipboard_get_formats (clipboard)));
  gdk_clipboard_read_value_async (clipboard,
                                  gdk_content_formats_contain_gtype (formats, GDK_TYPE_FILE_LIST)
                                    ? GDK_TYPE_FILE_LIST
                                    : G_TYPE_STRING,
                                  G_PRIORITY_DEFAULT, NULL, pasted_cb, g_object_ref (self));
}

static void
used_cb (SuiviEvidenceBox *self, const SuiviEvidence *piece)
{
  if (is_writable (self))
    use_piece (self, piece);
}

static void
add_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SuiviEvidenceBox *self = SUIVI_EVIDENCE_BOX (widget);
  GtkWidget *dialog = NULL;

  if (!is_writable (self))
    return;

  dialog = suivi_evidence_dialog_new (get_window (self), self->workspace, NULL);
  g_signal_connect_object (dialog, "saved", G_CALLBACK (used_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
choose_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SuiviEvidenceBox *self = SUIVI_EVIDENCE_BOX (widget);
  g_auto (GStrv) used = suivi_evidence_box_dup_ids (self);
  GtkWidget *library = NULL;

  if (!is_writable (self))
    return;

  library
    = suivi_evidence_library_new_chooser (get_window (self), self->workspace, (const char *const *) used);
  g_signal_connect_object (library, "chosen", G_CALLBACK (used_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (library));
}

/* ---- What can be done with a piece ---- */

static void
edit_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SuiviEvidenceBox *self = SUIVI_EVIDENCE_BOX (widget);
  const SuiviEvidence *piece = find_evidence (self->evidence, g_variant_get_string (parameter, NULL));

  if (piece != NULL && is_writable (self))
    gtk_window_present (GTK_WINDOW (suivi_evidence_dialog_new (get_window (self), self->workspace, piece)));
}

static void
remove_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SuiviEvidenceBox *self = SUIVI_EVIDENCE_BOX (widget);
  const char *id = g_variant_get_string (parameter, NULL);
  guint place = 0;

  if (!is_writable (self) || !find_id (self, id, &place))
    return;

  g_ptr_array_remove_index (self->ids, place);
  for (guint i = self->evidence->len; i-- > 0;)
    {
      if (g_str_equal (((SuiviEvidence *) g_ptr_array_index (self->evidence, i))->id, id))
        g_ptr_array_remove_index (self->evidence, i);
    }
  fail (self, NULL);
  show (self);
  gtk_widget_grab_focus (self->add_button);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
link_shown_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SuiviEvidenceBox) self = user_data;

  if (!gtk_show_uri_full_finish (GTK_WINDOW (source), result, NULL))
    fail (self, _ ("No application on this computer opens this link."));
}

static void
open_link_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SuiviEvidenceBox *self = SUIVI_EVIDENCE_BOX (widget);
  const char *link = g_variant_get_string (parameter, NULL);

  if (get_window (self) != NULL && suivi_evidence_is_link (link))
    gtk_show_uri_full (get_window (self), link, GDK_CURRENT_TIME, NULL, link_shown_cb, g_object_ref (self));
}

/* ---- The widget ---- */

static void
set_workspace (SuiviEvidenceBox *self, SuiviWorkspace *workspace)
{
  if (self->workspace == workspace)
    return;

  cancel (self);
  if (self->workspace != NULL)
    g_clear_signal_handler (&self->changed_id, self->workspace);
  g_set_object (&self->workspace, workspace);
  if (workspace != NULL)
    self->changed_id = g_signal_connect_object (workspace, "changed", G_CALLBACK (workspace_changed_cb), self,
                                                G_CONNECT_SWAPPED);
}

static void
suivi_evidence_box_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  SuiviEvidenceBox *self = SUIVI_EVIDENCE_BOX (object);

  switch (prop_id)
    {
    case PROP_WORKSPACE:
      g_value_set_object (value, self->workspace);
      break;
    case PROP_EDITABLE:
      g_value_set_boolean (value, self->editable);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
suivi_evidence_box_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  SuiviEvidenceBox *self = SUIVI_EVIDENCE_BOX (object);

  switch (prop_id)
    {
    case PROP_WORKSPACE:
      if (self->workspace == g_value_get_object (value))
        return;
      set_workspace (self, g_value_get_object (value));
      break;
    case PROP_EDITABLE:
      if (self->editable == g_value_get_boolean (value))
        return;
      self->editable = g_value_get_boolean (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
      return;
    }
  show (self);
  g_object_notify_by_pspec (object, pspec);
}

static void
suivi_evidence_box_dispose (GObject *object)
{
  SuiviEvidenceBox *self = SUIVI_EVIDENCE_BOX (object);

  set_workspace (self, NULL);

  G_OBJECT_CLASS (suivi_evidence_box_parent_class)->dispose (object);
}

static void
suivi_evidence_box_finalize (GObject *object)
{
  SuiviEvidenceBox *self = SUIVI_EVIDENCE_BOX (object);

  g_ptr_array_unref (self->ids);
  g_ptr_array_unref (self->evidence);
  g_queue_clear_full (&self->adding, free_batch);

  G_OBJECT_CLASS (suivi_evidence_box_parent_class)->finalize (object);
}

static void
suivi_evidence_box_class_init (SuiviEvidenceBoxClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = suivi_evidence_box_get_property;
  object_class->set_property = suivi_evidence_box_set_property;
  object_class->dispose = suivi_evidence_box_dispose;
  object_class->finalize = suivi_evidence_box_finalize;

  properties[PROP_WORKSPACE]
    = g_param_spec_object ("workspace", NULL, NULL, SUIVI_TYPE_WORKSPACE,
                           G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_EDITABLE]
    = g_param_spec_boolean ("editable", NULL, NULL, TRUE,
                            G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  /**
   * SuiviEvidenceBox::changed:
   *
   * The user added a piece or took one out.
   */
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", SUIVI_TYPE_EVIDENCE_BOX, G_SIGNAL_RUN_LAST, 0, NULL,
                                          NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (SUIVI_TYPE_WRAP_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/suivi/Suivi/scorecard/evidence-box.ui");
  gtk_widget_class_bind_template_child (widget_class, SuiviEvidenceBox, failure);
  gtk_widget_class_bind_template_child (widget_class, SuiviEvidenceBox, list);
  gtk_widget_class_bind_template_child (widget_class, SuiviEvidenceBox, nothing);
  gtk_widget_class_bind_template_child (widget_class, SuiviEvidenceBox, tools);
  gtk_widget_class_bind_template_child (widget_class, SuiviEvidenceBox, add_button);
  gtk_widget_class_install_action (widget_class, "evidence-box.add", NULL, add_action);
  gtk_widget_class_install_action (widget_class, "evidence-box.choose", NULL, choose_action);
  gtk_widget_class_install_action (widget_class, "evidence-box.paste", NULL, paste_action);
  gtk_widget_class_install_action (widget_class, "evidence-box.edit", "s", edit_action);
  gtk_widget_class_install_action (widget_class, "evidence-box.remove", "s", remove_action);
  gtk_widget_class_install_action (widget_class, "evidence-box.open-link", "s", open_link_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_v, GDK_CONTROL_MASK, "evidence-box.paste", NULL);
}

static void
suivi_evidence_box_init (SuiviEvidenceBox *self)
{
  GType types[] = { GDK_TYPE_FILE_LIST, G_TYPE_STRING };
  GtkDropTarget *target = gtk_drop_target_new (G_TYPE_INVALID, GDK_ACTION_COPY);

  self->editable = TRUE;
  self->ids = g_ptr_array_new_with_free_func (g_free);
  self->evidence = create_list ();
  g_queue_init (&self->adding);
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_drop_target_set_gtypes (target, types, G_N_ELEMENTS (types));
  g_signal_connect_object (target, "enter", G_CALLBACK (drag_moved_cb), self, 0);
  g_signal_connect_object (target, "motion", G_CALLBACK (drag_moved_cb), self, 0);
  g_signal_connect_object (target, "drop", G_CALLBACK (drop_cb), self, 0);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
  show (self);
}

/**
 * suivi_evidence_box_new:
 *
 * Returns: (transfer floating): an empty box
 */
GtkWidget *
suivi_evidence_box_new (void)
{
  return g_object_new (SUIVI_TYPE_EVIDENCE_BOX, NULL);
}

/**
 * suivi_evidence_box_set_evidence:
 * @evidence: (nullable) (element-type SuiviEvidence): what supports the grade that is shown; %NULL: nothing. It is copied
 *
 * Shows evidence, in the order given. What is still being saved for what was shown before is not added to it.
 */
void
suivi_evidence_box_set_evidence (SuiviEvidenceBox *self, GPtrArray *evidence)
{
  GPtrArray *copies = NULL;

  g_return_if_fail (SUIVI_IS_EVIDENCE_BOX (self));

  cancel (self);
  self->generation++;
  copies = create_list ();
  g_ptr_array_set_size (self->ids, 0);
  for (guint i = 0; evidence != NULL && i < evidence->len; i++)
    {
      const SuiviEvidence *piece = g_ptr_array_index (evidence, i);

      g_ptr_array_add (self->ids, g_strdup (piece->id));
      g_ptr_array_add (copies, suivi_evidence_copy (piece));
    }
  fail (self, NULL);
  take_evidence (self, copies);
}

/**
 * suivi_evidence_box_dup_ids:
 *
 * Returns: (transfer full) (array zero-terminated=1): keys of the evidence that is shown, each once, in order
 */
char **
suivi_evidence_box_dup_ids (SuiviEvidenceBox *self)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  g_return_val_if_fail (SUIVI_IS_EVIDENCE_BOX (self), NULL);

  for (guint i = 0; i < self->evidence->len; i++)
    g_strv_builder_add (builder, ((SuiviEvidence *) g_ptr_array_index (self->evidence, i))->id);

  return g_strv_builder_end (builder);
}
