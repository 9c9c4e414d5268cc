/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "app/drafting/backing-box.h"
#include "app/drafting/list-chooser.h"
#include "app/drafting/panel-dialog.h"
#include "app/drafting/panel-row.h"
#include "app/drafting/panel-widgets.h"
#include "app/review/output-chooser.h"
#include "app/review/recommendation-words.h"
#include "app/review/wrap-layout.h"
#include "core/drafting/sentence.h"
#include "core/reference/tags.h"
#include "core/text/text.h"

#define N_GOALS 17

struct _SuiviBackingBox
{
  SuiviDraftPanel parent_instance;

  GtkListBox *list;
  GtkWidget *nothing;
  GtkWidget *buttons;
  GtkWidget *choose_output;

  GPtrArray *backings; /* (owned) (nullable) (element-type SuiviBacking) */
  char *review_id;     /* (owned) (nullable): of a review of the State */
};

G_DEFINE_FINAL_TYPE (SuiviBackingBox, suivi_backing_box, SUIVI_TYPE_DRAFT_PANEL)

enum
{
  SIGNAL_CHANGED,
  SIGNAL_SHOW_RECOMMENDATION,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* On the workspace's thread */

typedef struct
{
  GPtrArray *backings;
  char *review_id;
} Found;

static void
free_found (Found *self)
{
  g_clear_pointer (&self->backings, g_ptr_array_unref);
  g_free (self->review_id);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Found, free_found)

static gpointer
read_backings (SuiviStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  SuiviPanelJob *job = data;
  g_autoptr (Found) found = g_new0 (Found, 1);
  g_autoptr (GPtrArray) reviews = suivi_store_list_reviews (store, error);

  if (reviews == NULL)
    return NULL;
  /* Outputs are found through a review of the State they are about; any will do. */
  for (guint i = 0; i < reviews->len && found->review_id == NULL; i++)
    {
      SuiviReview *review = g_ptr_array_index (reviews, i);

      if (g_str_equal (review->state, job->priority->state))
        found->review_id = g_strdup (review->id);
    }
  found->backings = suivi_store_list_backings (store, job->priority->id, job->draft->id, error);
  if (found->backings == NULL)
    return NULL;

  return g_steal_pointer (&found);
}

/* Rows */

static gboolean
is_link (const char *reference)
{
  return g_str_has_prefix (reference, "https://") || g_str_has_prefix (reference, "http://");
}

static char *
describe (SuiviBacking *backing)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) parts = NULL;

  g_strv_builder_add (builder, suivi_backing_kind_to_label (backing->kind));
  if (backing->draft_id == NULL)
    /* Translators: evidence that is not for one draft only but for all drafts of an issue */
    g_strv_builder_add (builder, _ ("for the whole issue"));
  if (backing->reference[0] != '\0')
    g_strv_builder_add (builder, backing->reference);
  parts = g_strv_builder_end (builder);

  return g_strjoinv (" · ", parts);
}

static GtkWidget *
create_row (SuiviBackingBox *self, SuiviBacking *backing)
{
  g_autofree char *caption = describe (backing);
  GtkWidget *widget = suivi_panel_row_new (backing->title, caption, backing->quote);
  SuiviPanelRow *row = SUIVI_PANEL_ROW (widget);

  if (is_link (backing->reference))
    suivi_panel_row_add_icon_button (row, "web-browser-symbolic", _ ("Open the link"), "backing.open-link",
                                     backing->reference);
  if (backing->recommendation_id != NULL)
    suivi_panel_row_add_icon_button (row, "go-next-symbolic", _ ("Show it in the list"), "backing.show",
                                     backing->recommendation_id);
  if (suivi_draft_panel_is_writable (SUIVI_DRAFT_PANEL (self)))
    {
      suivi_panel_row_add_icon_button (row, "document-edit-symbolic", _ ("Edit"), "backing.edit",
                                       backing->id);
      suivi_panel_row_add_icon_button (row, "user-trash-symbolic", _ ("Remove"), "backing.remove",
                                       backing->id);
    }

  return widget;
}

static guint
count_evidence (GPtrArray *backings)
{
  guint n = 0;

  for (guint i = 0; i < backings->len; i++)
    {
      SuiviBacking *backing = g_ptr_array_index (backings, i);

      n += backing->kind == SUIVI_BACKING_EVIDENCE || backing->kind == SUIVI_BACKING_OUTPUT;
    }

  return n;
}

static void
show (SuiviDraftPanel *panel, gpointer result)
{
  SuiviBackingBox *self = SUIVI_BACKING_BOX (panel);
  Found *found = result;
  gboolean can_add = found != NULL && suivi_draft_panel_is_writable (panel);

  suivi_panel_list_clear (self->list);
  g_clear_pointer (&self->backings, g_ptr_array_unref);
  g_clear_pointer (&self->review_id, g_free);
  if (found != NULL)
    {
      self->backings = g_ptr_array_ref (found->backings);
      self->review_id = g_strdup (found->review_id);
      for (guint i = 0; i < self->backings->len; i++)
        gtk_list_box_append (self->list, create_row (self, g_ptr_array_index (self->backings, i)));
    }
  gtk_widget_set_visible (GTK_WIDGET (self->list), self->backings != NULL && self->backings->len > 0);
  gtk_widget_set_visible (self->nothing, self->backings != NULL && self->backings->len == 0);
  gtk_widget_set_visible (self->buttons, can_add);
  gtk_widget_set_visible (self->choose_output, self->review_id != NULL);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0,
                 self->backings != NULL ? count_evidence (self->backings) : 0);
}

static SuiviBacking *
find_backing (SuiviBackingBox *self, const char *id)
{
  for (guint i = 0; self->backings != NULL && i < self->backings->len; i++)
    {
      SuiviBacking *backing = g_ptr_array_index (self->backings, i);

      if (g_str_equal (backing->id, id))
        return backing;
    }

  return NULL;
}

/* Steps */

static void
save_cb (SuiviPanelDialog *dialog, SuiviBackingBox *self)
{
  SuiviBacking *edited = g_object_get_data (G_OBJECT (dialog), "suivi-backing");
  g_autoptr (SuiviBacking) backing = suivi_backing_copy (edited);
  gboolean whole_issue = suivi_panel_dialog_get_choice (dialog, "scope") == 1;
  SuiviDraft *draft = suivi_draft_panel_get_draft (SUIVI_DRAFT_PANEL (self));
  gboolean is_new = find_backing (self, backing->id) == NULL;

  g_free (backing->title);
  backing->title = suivi_panel_dialog_dup_value (dialog, "title");
  g_free (backing->reference);
  backing->reference = suivi_panel_dialog_dup_value (dialog, "reference");
  g_free (backing->quote);
  backing->quote = suivi_panel_dialog_dup_value (dialog, "quote");
  if (suivi_text_is_blank (backing->title))
    {
      suivi_panel_dialog_fail (dialog, "title", _ ("Say what it is: the title is empty."));
      return;
    }
  if (draft == NULL)
    {
      suivi_panel_dialog_fail (dialog, NULL, _ ("This draft is no longer in the workspace."));
      return;
    }
  g_free (backing->draft_id);
  backing->draft_id = whole_issue ? NULL : g_strdup (draft->id);

  suivi_panel_dialog_step (dialog,
                           /* Translators: names of steps that can be undone */
                           is_new ? _ ("Add evidence") : _ ("Change evidence"), suivi_panel_put_backing,
                           g_steal_pointer (&backing), (GDestroyNotify) suivi_backing_free,
                           is_new ? _ ("Evidence added") : _ ("Evidence changed"));
}

static void
open_dialog (SuiviBackingBox *self, SuiviBacking *backing, const char *title)
{
  const char *const scopes[]
    = { /* Translators: what a piece of evidence speaks for */ _ ("This draft"),
        /* Translators: what a piece of evidence speaks for */ _ ("The whole issue"), NULL };
  SuiviPanelDialog *dialog = suivi_panel_dialog_new (SUIVI_DRAFT_PANEL (self), title);

  g_object_set_data_full (G_OBJECT (dialog), "suivi-backing", suivi_backing_copy (backing),
                          (GDestroyNotify) suivi_backing_free);
  suivi_panel_dialog_add_entry (dialog, "title", _ ("What it is: a report, a figure, a study"),
                                backing->title);
  suivi_panel_dialog_add_entry (dialog, "reference", _ ("Where to find it: link, page or file name"),
                                backing->reference);
  suivi_panel_dialog_add_choice (dialog, "scope", _ ("Speaks for"), scopes, backing->draft_id == NULL);
  suivi_panel_dialog_add_text (dialog, "quote", _ ("What it says, in short"), backing->quote);
  g_signal_connect_object (dialog, "save", G_CALLBACK (save_cb), self, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

static SuiviBacking *
create_backing (SuiviBackingBox *self, SuiviBackingKind kind, const char *title)
{
  SuiviDraft *draft = suivi_draft_panel_get_draft (SUIVI_DRAFT_PANEL (self));

  return suivi_backing_new (draft->priority_id, draft->id, kind, title);
}

static void
add_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SuiviBackingBox *self = SUIVI_BACKING_BOX (widget);
  g_autoptr (SuiviBacking) backing = NULL;

  if (self->backings == NULL)
    return;

  backing = create_backing (self, SUIVI_BACKING_EVIDENCE, "");
  open_dialog (self, backing, _ ("Add evidence"));
}

static void
edit_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SuiviBackingBox *self = SUIVI_BACKING_BOX (widget);
  SuiviBacking *backing = find_backing (self, g_variant_get_string (parameter, NULL));

  if (backing != NULL)
    open_dialog (self, backing, suivi_backing_kind_to_label (backing->kind));
}

static void
remove_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  suivi_draft_panel_step (SUIVI_DRAFT_PANEL (widget),
                          /* Translators: name of a step that can be undone */
                          _ ("Remove evidence"), suivi_panel_delete_backing,
                          g_variant_dup_string (parameter, NULL), g_free, _ ("Evidence removed"));
}

static void
open_link_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gtk_widget_activate_action_variant (widget, "win.show-uri", parameter);
}

static void
show_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_signal_emit (widget, signals[SIGNAL_SHOW_RECOMMENDATION], 0, g_variant_get_string (parameter, NULL));
}

static void
add_backing (SuiviBackingBox *self, SuiviBacking *backing, const char *label, const char *done)
{
  suivi_draft_panel_step (SUIVI_DRAFT_PANEL (self), label, suivi_panel_put_backing, backing,
                          (GDestroyNotify) suivi_backing_free, done);
}

/* Targets */

static void
target_chosen_cb (SuiviListChooser *chooser, const char *code, SuiviBackingBox *self)
{
  SuiviBacking *backing = NULL;

  if (suivi_draft_panel_get_draft (SUIVI_DRAFT_PANEL (self)) == NULL)
    return;

  backing = create_backing (self, SUIVI_BACKING_TARGET, suivi_sdg_get_title (code));
  g_free (backing->reference);
  backing->reference = g_strdup (code);
  add_backing (self, backing,
               /* Translators: name of a step that can be undone */
               _ ("Add a target"), _ ("Target added"));
}

static void
add_target (SuiviListChooser *chooser, const char *section, const char *code)
{
  const char *title = suivi_sdg_get_title (code);

  if (title != NULL)
    suivi_list_chooser_add (chooser, code, section, code, title);
}

/* The targets that indicators on the same subject belong to: of indicator 16.9.1, target 16.9. */
static void
add_proposed_targets (SuiviBackingBox *self, SuiviListChooser *chooser)
{
  SuiviPriority *priority = suivi_draft_panel_get_priority (SUIVI_DRAFT_PANEL (self));
  SuiviDraft *draft = suivi_draft_panel_get_draft (SUIVI_DRAFT_PANEL (self));
  g_autofree char *words = g_strjoin (" ", priority->title, priority->key_words, draft->text, NULL);
  g_autoptr (GPtrArray) indicators = suivi_indicators_propose (words);
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < indicators->len; i++)
    {
      SuiviIndicator *indicator = g_ptr_array_index (indicators, i);
      const char *end = strrchr (indicator->code, '.');
      char *code = end != NULL ? g_strndup (indicator->code, end - indicator->code) : NULL;

      if (code != NULL && g_hash_table_add (seen, code))
        /* Translators: over the targets of the Sustainable Development Goals that may fit a draft */
        add_target (chooser, _ ("Close to this draft"), code);
    }
}

/* Targets are 1.1, 1.2, … and then 1.a, 1.b, …; no goal has more than 19 and 6 of them. */
static void
add_all_targets (SuiviListChooser *chooser)
{
  for (guint goal = 1; goal <= N_GOALS; goal++)
    {
      g_autofree char *goal_code = g_strdup_printf ("%u", goal);
      g_autofree char *section = g_strdup_printf ("%u. %s", goal, suivi_sdg_get_title (goal_code));

      for (guint i = 1; i <= 19; i++)
        {
          g_autofree char *code = g_strdup_printf ("%u.%u", goal, i);

          add_target (chooser, section, code);
        }
      for (char letter = 'a'; letter <= 'f'; letter++)
        {
          g_autofree char *code = g_strdup_printf ("%u.%c", goal, letter);

          add_target (chooser, section, code);
        }
    }
}

static void
add_target_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SuiviBackingBox *self = SUIVI_BACKING_BOX (widget);
  SuiviListChooser *chooser = NULL;

  if (self->backings == NULL)
    return;

  chooser = suivi_list_chooser_new (GTK_WINDOW (gtk_widget_get_root (widget)),
                                    _ ("Targets of the Sustainable Development Goals"));
  add_proposed_targets (self, chooser);
  add_all_targets (chooser);
  g_signal_connect_object (chooser, "chosen", G_CALLBACK (target_chosen_cb), self, 0);
  gtk_window_present (GTK_WINDOW (chooser));
}

/* Outputs */

static gpointer
read_output (SuiviStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  return suivi_store_get_recommendation (store, data, error);
}

static void
output_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SuiviBackingBox) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (SuiviRecommendation) output
             = suivi_workspace_run_finish (SUIVI_WORKSPACE (source), result, &error);
  g_autofree char *title = NULL;
  SuiviBacking *backing = NULL;

  if (suivi_draft_panel_get_draft (SUIVI_DRAFT_PANEL (self)) == NULL)
    return;
  if (output == NULL)
    {
      if (error != NULL)
        suivi_draft_panel_fail (SUIVI_DRAFT_PANEL (self), error->message);
      return;
    }

  title = suivi_recommendation_to_title (output, NULL);
  backing = create_backing (self, SUIVI_BACKING_OUTPUT, title);
  backing->recommendation_id = g_strdup (output->id);
  g_free (backing->reference);
  backing->reference = suivi_recommendation_to_caption (output);
  g_free (backing->quote);
  backing->quote = g_strdup (output->text);
  add_backing (self, backing,
               /* Translators: name of a step that can be undone */
               _ ("Add an output"), _ ("Output added"));
}

static void
output_chosen_cb (SuiviOutputChooser *chooser, const char *output_id, SuiviBackingBox *self)
{
  SuiviDraftPanel *panel = SUIVI_DRAFT_PANEL (self);

  for (guint i = 0; self->backings != NULL && i < self->backings->len; i++)
    {
      SuiviBacking *backing = g_ptr_array_index (self->backings, i);

      if (g_strcmp0 (backing->recommendation_id, output_id) == 0)
        {
          suivi_draft_panel_fail (panel, _ ("This output is in the list already."));
          return;
        }
    }
  if (suivi_draft_panel_get_workspace (panel) != NULL)
    suivi_workspace_run_async (suivi_draft_panel_get_workspace (panel), read_output, g_strdup (output_id),
                               g_free, (GDestroyNotify) suivi_recommendation_unref, NULL, output_read_cb,
                               g_object_ref (self));
}

static void
choose_output_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SuiviBackingBox *self = SUIVI_BACKING_BOX (widget);
  SuiviDraftPanel *panel = SUIVI_DRAFT_PANEL (self);
  g_autoptr (SuiviRecommendation) wanted = NULL;
  SuiviOutputChooser *chooser = NULL;

  if (self->review_id == NULL || suivi_draft_panel_get_draft (panel) == NULL)
    return;

  /* The chooser compares with a recommendation: here with what the draft would be, once made. */
  wanted = suivi_recommendation_new ();
  wanted->review_id = g_strdup (self->review_id);
  g_free (wanted->text);
  wanted->text = g_strdup (suivi_draft_panel_get_draft (panel)->text);
  chooser = suivi_output_chooser_new (GTK_WINDOW (gtk_widget_get_root (widget)),
                                      suivi_draft_panel_get_workspace (panel), wanted);
  g_signal_connect_object (chooser, "chosen", G_CALLBACK (output_chosen_cb), self, 0);
  gtk_window_present (GTK_WINDOW (chooser));
}

static void
suivi_backing_box_finalize (GObject *object)
{
  SuiviBackingBox *self = SUIVI_BACKING_BOX (object);

  g_clear_pointer (&self->backings, g_ptr_array_unref);
  g_free (self->review_id);

  G_OBJECT_CLASS (suivi_backing_box_parent_class)->finalize (object);
}

static void
suivi_backing_box_class_init (SuiviBackingBoxClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  SuiviDraftPanelClass *panel_class = SUIVI_DRAFT_PANEL_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = suivi_backing_box_finalize;
  panel_class->read = read_backings;
  panel_class->free_result = (GDestroyNotify) free_found;
  panel_class->show = show;
  /* What is relevant is told by the number of them, wherever the panel is. */
  panel_class->eager = TRUE;

  /**
   * SuiviBackingBox::changed:
   * @n_evidence: how many pieces of evidence and outputs of other mechanisms speak for the draft
   */
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", SUIVI_TYPE_BACKING_BOX, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                          NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
  /**
   * SuiviBackingBox::show-recommendation:
   * @id: key of a recommendation or an output that the user wants to see
   */
  signals[SIGNAL_SHOW_RECOMMENDATION]
    = g_signal_new ("show-recommendation", SUIVI_TYPE_BACKING_BOX, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                    G_TYPE_NONE, 1, G_TYPE_STRING);

  g_type_ensure (SUIVI_TYPE_WRAP_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/suivi/Suivi/drafting/backing-box.ui");
  gtk_widget_class_bind_template_child (widget_class, SuiviBackingBox, list);
  gtk_widget_class_bind_template_child (widget_class, SuiviBackingBox, nothing);
  gtk_widget_class_bind_template_child (widget_class, SuiviBackingBox, buttons);
  gtk_widget_class_bind_template_child (widget_class, SuiviBackingBox, choose_output);
  gtk_widget_class_install_action (widget_class, "backing.add", NULL, add_action);
  gtk_widget_class_install_action (widget_class, "backing.choose-output", NULL, choose_output_action);
  gtk_widget_class_install_action (widget_class, "backing.add-target", NULL, add_target_action);
  gtk_widget_class_install_action (widget_class, "backing.edit", "s", edit_action);
  gtk_widget_class_install_action (widget_class, "backing.remove", "s", remove_action);
  gtk_widget_class_install_action (widget_class, "backing.open-link", "s", open_link_action);
  gtk_widget_class_install_action (widget_class, "backing.show", "s", show_action);
}

static void
suivi_backing_box_init (SuiviBackingBox *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * suivi_backing_box_new:
 *
 * Returns: (transfer floating): a panel that shows nothing yet
 */
GtkWidget *
suivi_backing_box_new (void)
{
  return g_object_new (SUIVI_TYPE_BACKING_BOX, NULL);
}

/**
 * suivi_backing_box_set_draft:
 * @workspace: (nullable): where it is read and written
 * @priority: (nullable): the issue of the draft
 * @draft: (nullable): the draft; %NULL clears the panel
 *
 * Shows what speaks for the draft and for its issue.
 */
void
suivi_backing_box_set_draft (SuiviBackingBox *self,
                             SuiviWorkspace *workspace,
                             SuiviPriority *priority,
                             SuiviDraft *draft)
{
  g_return_if_fail (SUIVI_IS_BACKING_BOX (self));

  suivi_draft_panel_set (SUIVI_DRAFT_PANEL (self), workspace, priority, draft, NULL);
}
