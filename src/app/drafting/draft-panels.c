/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/drafting/draft-panels.h"

#include <glib/gi18n-lib.h>

#include "app/drafting/backing-box.h"
#include "app/drafting/candidates-box.h"
#include "app/drafting/earlier-box.h"
#include "app/drafting/guided-form.h"
#include "app/drafting/statements-box.h"
#include "app/drafting/translations-box.h"
#include "app/drafting/wordings-box.h"

typedef enum
{
  PANEL_FORM,
  PANEL_BACKING,
  PANEL_EARLIER,
  PANEL_CANDIDATES,
  PANEL_WORDINGS,
  PANEL_TRANSLATIONS,
  N_PANELS
} Panel;

static const char *const titles[N_PANELS] = {
  N_ ("Guided form"), N_ ("Evidence and support"), N_ ("Earlier recommendations"), N_ ("Which States to ask"),
  N_ ("Versions"),    N_ ("Translations"),
};

struct _SuiviDraftPanels
{
  GtkBox parent_instance;

  GtkExpander *expanders[N_PANELS];
  GtkWidget *boxes[N_PANELS];
  gboolean told[N_PANELS]; /* whether the panel knows the draft as it is */

  /* What speaks for the draft: two boxes in one panel. */
  GtkWidget *backing;
  GtkWidget *statements;
  guint n_backings;
  guint n_statements;

  SuiviWorkspace *workspace; /* (owned) (nullable) */
  SuiviPriority *priority;   /* (owned) (nullable) */
  SuiviDraft *draft;         /* (owned) (nullable) */
  char *next_review;
};

G_DEFINE_FINAL_TYPE (SuiviDraftPanels, suivi_draft_panels, GTK_TYPE_BOX)

enum
{
  SIGNAL_USE_TEXT,
  SIGNAL_INSERT,
  SIGNAL_BACKED,
  SIGNAL_SHOW_ROWS,
  SIGNAL_SHOW_RECOMMENDATION,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static gboolean
is_writable (SuiviDraftPanels *self)
{
  return self->workspace != NULL && suivi_workspace_get_read_only (self->workspace) == SUIVI_READ_ONLY_NO;
}

/* Tells a panel about the draft; @draft is %NULL to clear it. */
static void
tell (SuiviDraftPanels *self, Panel panel, SuiviDraft *draft)
{
  GtkWidget *box = self->boxes[panel];
  SuiviPriority *priority = draft != NULL ? self->priority : NULL;

  switch (panel)
    {
    case PANEL_FORM:
      suivi_guided_form_set_draft (SUIVI_GUIDED_FORM (box), priority, draft, self->next_review);
      gtk_widget_set_sensitive (box, is_writable (self));
      break;
    case PANEL_BACKING:
      suivi_backing_box_set_draft (SUIVI_BACKING_BOX (self->backing), self->workspace, priority, draft);
      if (draft != NULL)
        suivi_statements_box_set_draft (SUIVI_STATEMENTS_BOX (self->statements), self->workspace,
                                        priority->state, priority->id, draft->id);
      else
        suivi_statements_box_clear (SUIVI_STATEMENTS_BOX (self->statements));
      break;
    case PANEL_EARLIER:
      suivi_earlier_box_set_draft (SUIVI_EARLIER_BOX (box), self->workspace, priority, draft,
                                   draft != NULL ? draft->text : NULL);
      break;
    case PANEL_CANDIDATES:
      suivi_candidates_box_set_draft (SUIVI_CANDIDATES_BOX (box), self->workspace, priority, draft);
      break;
    case PANEL_WORDINGS:
      suivi_wordings_box_set_draft (SUIVI_WORDINGS_BOX (box), self->workspace, draft);
      break;
    case PANEL_TRANSLATIONS:
      suivi_translations_box_set_draft (SUIVI_TRANSLATIONS_BOX (box), self->workspace, draft);
      break;
    case N_PANELS:
    default:
      g_assert_not_reached ();
    }
  self->told[panel] = draft != NULL;
}

/* What nobody looks at is not read; but how much speaks for the draft is always of interest. */
static void
tell_if_open (SuiviDraftPanels *self, Panel panel)
{
  if (self->draft != NULL && !self->told[panel]
      && (panel == PANEL_BACKING || gtk_expander_get_expanded (self->expanders[panel])))
    tell (self, panel, self->draft);
}

static void
expanded_cb (SuiviDraftPanels *self, GParamSpec *pspec, GtkExpander *expander)
{
  for (guint i = 0; i < N_PANELS; i++)
    {
      if (self->expanders[i] == expander)
        tell_if_open (self, i);
    }
}

/* ---- What the panels say ---- */

static void
form_used_cb (SuiviDraftPanels *self, const char *text, const char *form, const char *means)
{
  g_signal_emit (self, signals[SIGNAL_USE_TEXT], 0, text, form, means);
}

static void
wording_used_cb (SuiviDraftPanels *self, const char *text)
{
  g_signal_emit (self, signals[SIGNAL_USE_TEXT], 0, text, NULL, NULL);
}

static void
insert_cb (SuiviDraftPanels *self, const char *words)
{
  g_signal_emit (self, signals[SIGNAL_INSERT], 0, words);
}

/* Evidence, outputs, and what children said count alike. */
static void
tell_backed (SuiviDraftPanels *self)
{
  guint n_evidence = self->n_backings + self->n_statements;
  g_autofree char *label = NULL;

  g_signal_emit (self, signals[SIGNAL_BACKED], 0, n_evidence);
  if (n_evidence > 0)
    label = g_strdup_printf ("%s (%u)", _ (titles[PANEL_BACKING]), n_evidence);
  gtk_expander_set_label (self->expanders[PANEL_BACKING], label != NULL ? label : _ (titles[PANEL_BACKING]));
}

static void
backed_cb (SuiviDraftPanels *self, guint n_backings)
{
  self->n_backings = n_backings;
  tell_backed (self);
}

static void
statements_changed_cb (SuiviDraftPanels *self, guint n_statements)
{
  self->n_statements = n_statements;
  tell_backed (self);
}

static void
show_rows_cb (SuiviDraftPanels *self, SuiviFilter *filter)
{
  g_signal_emit (self, signals[SIGNAL_SHOW_ROWS], 0, filter);
}

static void
show_recommendation_cb (SuiviDraftPanels *self, const char *id)
{
  g_signal_emit (self, signals[SIGNAL_SHOW_RECOMMENDATION], 0, id);
}

/* ---- The widget ---- */

static void
forget_draft (SuiviDraftPanels *self)
{
  g_clear_pointer (&self->priority, suivi_priority_free);
  g_clear_pointer (&self->draft, suivi_draft_free);
  g_clear_pointer (&self->next_review, g_free);
  g_clear_object (&self->workspace);
}

static void
suivi_draft_panels_dispose (GObject *object)
{
  forget_draft (SUIVI_DRAFT_PANELS (object));

  G_OBJECT_CLASS (suivi_draft_panels_parent_class)->dispose (object);
}

static void
suivi_draft_panels_class_init (SuiviDraftPanelsClass *klass)
{
  GType type = SUIVI_TYPE_DRAFT_PANELS;

  G_OBJECT_CLASS (klass)->dispose = suivi_draft_panels_dispose;

  signals[SIGNAL_USE_TEXT] = g_signal_new ("use-text", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                           G_TYPE_NONE, 3, G_TYPE_STRING, G_TYPE_STRING, G_TYPE_STRING);
  signals[SIGNAL_INSERT]
    = g_signal_new ("insert", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[SIGNAL_BACKED]
    = g_signal_new ("backed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
  signals[SIGNAL_SHOW_ROWS] = g_signal_new ("show-rows", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                            G_TYPE_NONE, 1, SUIVI_TYPE_FILTER);
  signals[SIGNAL_SHOW_RECOMMENDATION] = g_signal_new ("show-recommendation", type, G_SIGNAL_RUN_LAST, 0, NULL,
                                                      NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static GtkWidget *
create_backing_panel (SuiviDraftPanels *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);

  self->backing = suivi_backing_box_new ();
  self->statements = g_object_new (SUIVI_TYPE_STATEMENTS_BOX, NULL);
  gtk_box_append (GTK_BOX (box), self->backing);
  gtk_box_append (GTK_BOX (box), self->statements);
  g_signal_connect_object (self->backing, "changed", G_CALLBACK (backed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->backing, "show-recommendation", G_CALLBACK (show_recommendation_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->statements, "changed", G_CALLBACK (statements_changed_cb), self,
                           G_CONNECT_SWAPPED);

  return box;
}

static void
suivi_draft_panels_init (SuiviDraftPanels *self)
{
  self->boxes[PANEL_FORM] = suivi_guided_form_new ();
  self->boxes[PANEL_BACKING] = create_backing_panel (self);
  self->boxes[PANEL_EARLIER] = suivi_earlier_box_new ();
  self->boxes[PANEL_CANDIDATES] = suivi_candidates_box_new ();
  self->boxes[PANEL_WORDINGS] = suivi_wordings_box_new ();
  self->boxes[PANEL_TRANSLATIONS] = suivi_translations_box_new ();

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  for (guint i = 0; i < N_PANELS; i++)
    {
      self->expanders[i] = GTK_EXPANDER (gtk_expander_new (_ (titles[i])));
      gtk_widget_add_css_class (GTK_WIDGET (self->expanders[i]), "draft-panel");
      gtk_accessible_update_property (GTK_ACCESSIBLE (self->expanders[i]), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                      _ (titles[i]), -1);
      gtk_widget_set_margin_top (self->boxes[i], 6);
      gtk_widget_set_margin_bottom (self->boxes[i], 12);
      gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->expanders[i]));
      /* The box stands behind the expander, not in it: GTK 4.8 takes a child that is folded away out of the window, and
       * the buttons of one that comes back stay insensitive. */
      g_object_bind_property (self->expanders[i], "expanded", self->boxes[i], "visible",
                              G_BINDING_SYNC_CREATE);
      gtk_box_append (GTK_BOX (self), self->boxes[i]);
      g_signal_connect_object (self->expanders[i], "notify::expanded", G_CALLBACK (expanded_cb), self,
                               G_CONNECT_SWAPPED);
    }

  g_signal_connect_object (self->boxes[PANEL_FORM], "use-text", G_CALLBACK (form_used_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->boxes[PANEL_EARLIER], "insert", G_CALLBACK (insert_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->boxes[PANEL_EARLIER], "show-recommendation",
                           G_CALLBACK (show_recommendation_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->boxes[PANEL_CANDIDATES], "show-rows", G_CALLBACK (show_rows_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->boxes[PANEL_WORDINGS], "use-text", G_CALLBACK (wording_used_cb), self,
                           G_CONNECT_SWAPPED);
}

/**
 * suivi_draft_panels_set_draft:
 * @workspace: (nullable): where what belongs to the draft is kept
 * @priority: (nullable): its issue
 * @draft: (nullable): the draft; %NULL clears the panels
 * @next_review: (nullable): first day of the next review
 */
void
suivi_draft_panels_set_draft (SuiviDraftPanels *self,
                              SuiviWorkspace *workspace,
                              SuiviPriority *priority,
                              SuiviDraft *draft,
                              const char *next_review)
{
  g_return_if_fail (SUIVI_IS_DRAFT_PANELS (self));

  for (guint i = 0; i < N_PANELS; i++)
    {
      /* A panel that is about to show another draft need not be cleared first. */
      if (self->told[i] && (draft == NULL || !gtk_expander_get_expanded (self->expanders[i])))
        tell (self, i, NULL);
      self->told[i] = FALSE;
    }
  forget_draft (self);
  if (draft == NULL)
    return;

  self->workspace = g_object_ref (workspace);
  self->priority = suivi_priority_copy (priority);
  self->draft = suivi_draft_copy (draft);
  self->next_review = g_strdup (next_review);
  for (guint i = 0; i < N_PANELS; i++)
    tell_if_open (self, i);
}

/**
 * suivi_draft_panels_set_text:
 * @text: the wording of the draft as it now is
 *
 * Tells those panels that go by the words. To be called when they were saved, not at each key.
 */
void
suivi_draft_panels_set_text (SuiviDraftPanels *self, const char *text)
{
  g_return_if_fail (SUIVI_IS_DRAFT_PANELS (self));

  if (self->draft == NULL || g_str_equal (self->draft->text, text))
    return;

  g_free (self->draft->text);
  self->draft->text = g_strdup (text);
  self->told[PANEL_EARLIER] = FALSE;
  tell_if_open (self, PANEL_EARLIER);
}
