/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "app/drafting/panel-row.h"
#include "app/drafting/panel-widgets.h"
#include "app/drafting/wordings-box.h"
#include "app/import/text-diff.h"
#include "app/relative-time.h"

struct _SuiviWordingsBox
{
  SuiviDraftPanel parent_instance;

  GtkLabel *summary;
  GtkWidget *comparison;
  GtkLabel *before_head;
  GtkLabel *before;
  GtkLabel *after_head;
  GtkLabel *after;
  GtkListBox *list;

  GPtrArray *wordings; /* (owned) (nullable) (element-type SuiviWording): the latest first */
  char *chosen[2];     /* (owned) (nullable): keys of the versions that are compared, the last chosen first */
  gboolean by_user;    /* whether the user chose them */
  gboolean updating;   /* whether check buttons are set by the program */
};

G_DEFINE_FINAL_TYPE (SuiviWordingsBox, suivi_wordings_box, SUIVI_TYPE_DRAFT_PANEL)

enum
{
  SIGNAL_USE_TEXT,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static gpointer
read_wordings (SuiviStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  return suivi_store_list_wordings (store, ((SuiviPanelJob *) data)->draft->id, error);
}

/* Place in the list, the latest first; -1 if it is not there. */
static int
find_wording (SuiviWordingsBox *self, const char *id)
{
  for (guint i = 0; id != NULL && self->wordings != NULL && i < self->wordings->len; i++)
    {
      if (g_str_equal (((SuiviWording *) g_ptr_array_index (self->wordings, i))->id, id))
        return i;
    }

  return -1;
}

static char *
describe (SuiviWording *wording)
{
  SuiviStage stage = SUIVI_STAGE_IDEA;
  g_autofree char *when = suivi_relative_time (wording->at);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) parts = NULL;

  g_strv_builder_add (builder, when);
  if (wording->author != NULL && wording->author[0] != '\0')
    g_strv_builder_add (builder, wording->author);
  if (suivi_stage_from_nick (wording->stage, &stage))
    g_strv_builder_add (builder, suivi_stage_to_label (stage));
  parts = g_strv_builder_end (builder);

  return g_strjoinv (" · ", parts);
}

static void
show_comparison (SuiviWordingsBox *self)
{
  int first = find_wording (self, self->chosen[0]);
  int second = find_wording (self, self->chosen[1]);
  SuiviWording *before = NULL;
  SuiviWording *after = NULL;
  g_autofree char *before_head = NULL;
  g_autofree char *after_head = NULL;
  g_autofree char *before_markup = NULL;
  g_autofree char *after_markup = NULL;

  gtk_widget_set_visible (self->comparison, first >= 0 && second >= 0);
  if (first < 0 || second < 0)
    return;

  before = g_ptr_array_index (self->wordings, MAX (first, second));
  after = g_ptr_array_index (self->wordings, MIN (first, second));
  before_head = describe (before);
  after_head = describe (after);
  suivi_text_diff (before->text, after->text, &before_markup, &after_markup);
  gtk_label_set_label (self->before_head, before_head);
  gtk_label_set_markup (self->before, before_markup);
  gtk_label_set_label (self->after_head, after_head);
  gtk_label_set_markup (self->after, after_markup);
}

static void
update_checks (SuiviWordingsBox *self)
{
  GtkListBoxRow *row = NULL;

  self->updating = TRUE;
  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->list, i)) != NULL; i++)
    {
      GtkCheckButton *check = g_object_get_data (G_OBJECT (row), "suivi-check");
      const char *id = ((SuiviWording *) g_ptr_array_index (self->wordings, i))->id;

      if (check != NULL)
        gtk_check_button_set_active (check, g_strcmp0 (id, self->chosen[0]) == 0
                                              || g_strcmp0 (id, self->chosen[1]) == 0);
    }
  self->updating = FALSE;
}

/* Two are compared: choosing a third lets go of the one that was chosen first. */
static void
check_toggled_cb (SuiviWordingsBox *self, GtkCheckButton *check)
{
  const char *id = g_object_get_data (G_OBJECT (check), "suivi-id");

  if (self->updating)
    return;

  self->by_user = TRUE;
  if (gtk_check_button_get_active (check))
    {
      g_free (self->chosen[1]);
      self->chosen[1] = g_steal_pointer (&self->chosen[0]);
      self->chosen[0] = g_strdup (id);
    }
  else
    {
      if (g_strcmp0 (self->chosen[0], id) == 0)
        {
          g_free (self->chosen[0]);
          self->chosen[0] = g_steal_pointer (&self->chosen[1]);
        }
      g_clear_pointer (&self->chosen[1], g_free);
    }
  update_checks (self);
  show_comparison (self);
}

static GtkWidget *
create_row (SuiviWordingsBox *self, guint i)
{
  SuiviWording *wording = g_ptr_array_index (self->wordings, i);
  g_autofree char *head = describe (wording);
  GtkWidget *row = suivi_panel_row_new (head, NULL, wording->text);

  if (self->wordings->len > 1)
    {
      GtkWidget *check = gtk_check_button_new_with_label (_ ("Compare"));
      /* Translators: %s is when a version was written and by whom */
      g_autofree char *name = g_strdup_printf (_ ("Compare: %s"), head);

      gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
      g_object_set_data_full (G_OBJECT (check), "suivi-id", g_strdup (wording->id), g_free);
      g_object_set_data (G_OBJECT (row), "suivi-check", check);
      g_signal_connect_object (check, "toggled", G_CALLBACK (check_toggled_cb), self, G_CONNECT_SWAPPED);
      suivi_panel_row_add_suffix (SUIVI_PANEL_ROW (row), check);
    }
  /* The latest is the one in use. */
  if (i > 0 && suivi_draft_panel_is_writable (SUIVI_DRAFT_PANEL (self)))
    suivi_panel_row_add_button (SUIVI_PANEL_ROW (row), _ ("Use this wording"), "wordings.use", wording->id);

  return row;
}

/* Unless the user chose, the last change is shown. */
static void
choose_latest (SuiviWordingsBox *self)
{
  if (self->by_user || self->wordings->len < 2)
    return;

  for (guint i = 0; i < 2; i++)
    {
      g_free (self->chosen[i]);
      self->chosen[i] = g_strdup (((SuiviWording *) g_ptr_array_index (self->wordings, i))->id);
    }
}

static void
clear (SuiviWordingsBox *self)
{
  g_clear_pointer (&self->wordings, g_ptr_array_unref);
  g_clear_pointer (&self->chosen[0], g_free);
  g_clear_pointer (&self->chosen[1], g_free);
  self->by_user = FALSE;
}

static void
show (SuiviDraftPanel *panel, gpointer result)
{
  SuiviWordingsBox *self = SUIVI_WORDINGS_BOX (panel);
  GPtrArray *wordings = result;
  guint n = wordings != NULL ? wordings->len : 0;

  suivi_panel_list_clear (self->list);
  gtk_widget_set_visible (GTK_WIDGET (self->list), n > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->summary), wordings != NULL && n < 2);
  gtk_label_set_label (self->summary,
                       n == 0
                         ? _ ("Nothing was written yet.")
                         : _ ("There is one version so far. A new one begins when somebody else goes on, the "
                              "draft moves a step, or half an hour has gone by."));
  if (wordings == NULL)
    {
      clear (self);
      gtk_widget_set_visible (self->comparison, FALSE);
      return;
    }

  g_clear_pointer (&self->wordings, g_ptr_array_unref);
  self->wordings = g_ptr_array_ref (wordings);
  for (guint i = 0; i < n; i++)
    gtk_list_box_append (self->list, create_row (self, i));
  choose_latest (self);
  update_checks (self);
  show_comparison (self);
}

static void
use_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SuiviWordingsBox *self = SUIVI_WORDINGS_BOX (widget);
  int i = find_wording (self, g_variant_get_string (parameter, NULL));

  if (i >= 0)
    {
      g_autofree char *text = g_strdup (((SuiviWording *) g_ptr_array_index (self->wordings, i))->text);

      g_signal_emit (self, signals[SIGNAL_USE_TEXT], 0, text);
    }
}

static void
suivi_wordings_box_finalize (GObject *object)
{
  clear (SUIVI_WORDINGS_BOX (object));

  G_OBJECT_CLASS (suivi_wordings_box_parent_class)->finalize (object);
}

static void
suivi_wordings_box_class_init (SuiviWordingsBoxClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  SuiviDraftPanelClass *panel_class = SUIVI_DRAFT_PANEL_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = suivi_wordings_box_finalize;
  panel_class->read = read_wordings;
  panel_class->free_result = (GDestroyNotify) g_ptr_array_unref;
  panel_class->show = show;

  /**
   * SuiviWordingsBox::use-text:
   * @text: an earlier wording
   */
  signals[SIGNAL_USE_TEXT] = g_signal_new ("use-text", SUIVI_TYPE_WORDINGS_BOX, G_SIGNAL_RUN_LAST, 0, NULL,
                                           NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/suivi/Suivi/drafting/wordings-box.ui");
  gtk_widget_class_bind_template_child (widget_class, SuiviWordingsBox, summary);
  gtk_widget_class_bind_template_child (widget_class, SuiviWordingsBox, comparison);
  gtk_widget_class_bind_template_child (widget_class, SuiviWordingsBox, before_head);
  gtk_widget_class_bind_template_child (widget_class, SuiviWordingsBox, before);
  gtk_widget_class_bind_template_child (widget_class, SuiviWordingsBox, after_head);
  gtk_widget_class_bind_template_child (widget_class, SuiviWordingsBox, after);
  gtk_widget_class_bind_template_child (widget_class, SuiviWordingsBox, list);
  gtk_widget_class_install_action (widget_class, "wordings.use", "s", use_action);
}

static void
suivi_wordings_box_init (SuiviWordingsBox *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * suivi_wordings_box_new:
 *
 * Returns: (transfer floating): a panel that shows nothing yet
 */
GtkWidget *
suivi_wordings_box_new (void)
{
  return g_object_new (SUIVI_TYPE_WORDINGS_BOX, NULL);
}

/**
 * suivi_wordings_box_set_draft:
 * @workspace: (nullable): where it is read
 * @draft: (nullable): the draft; %NULL clears the panel
 *
 * Shows the versions of its wording.
 */
void
suivi_wordings_box_set_draft (SuiviWordingsBox *self, SuiviWorkspace *workspace, SuiviDraft *draft)
{
  g_return_if_fail (SUIVI_IS_WORDINGS_BOX (self));

  suivi_draft_panel_set (SUIVI_DRAFT_PANEL (self), workspace, NULL, draft, NULL);
}
