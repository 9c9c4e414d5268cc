/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "app/drafting/earlier-box.h"
#include "app/drafting/panel-row.h"
#include "app/drafting/panel-widgets.h"
#include "app/review/recommendation-words.h"
#include "store/drafting-queries.h"

/* More is not read by anybody; the closest come first. */
#define MAX_SHOWN 12

struct _SuiviEarlierBox
{
  SuiviDraftPanel parent_instance;

  GtkLabel *summary;
  GtkListBox *list;

  GPtrArray *similar; /* (owned) (nullable) (element-type SuiviSimilar) */
  GPtrArray *reviews; /* (owned) (nullable) (element-type SuiviReview) */
  GHashTable *backed; /* (owned) (nullable) (element-type utf8): recommendations that the draft rests on */
  char *wanted_for;   /* (owned) (nullable): key of the draft that waits for words */
};

G_DEFINE_FINAL_TYPE (SuiviEarlierBox, suivi_earlier_box, SUIVI_TYPE_DRAFT_PANEL)

enum
{
  SIGNAL_INSERT,
  SIGNAL_SHOW_RECOMMENDATION,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* On the workspace's thread */

typedef struct
{
  GPtrArray *similar;
  GPtrArray *reviews;
  GHashTable *backed;
} Found;

static void
free_found (Found *self)
{
  g_clear_pointer (&self->similar, g_ptr_array_unref);
  g_clear_pointer (&self->reviews, g_ptr_array_unref);
  g_clear_pointer (&self->backed, g_hash_table_unref);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Found, free_found)

static gpointer
read_earlier (SuiviStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  SuiviPanelJob *job = data;
  g_autoptr (Found) found = g_new0 (Found, 1);
  g_autoptr (GPtrArray) backings
             = suivi_store_list_backings (store, job->priority->id, job->draft->id, error);

  if (backings == NULL)
    return NULL;
  found->backed = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < backings->len; i++)
    {
      SuiviBacking *backing = g_ptr_array_index (backings, i);

      if (backing->kind == SUIVI_BACKING_EARLIER && backing->recommendation_id != NULL)
        g_hash_table_add (found->backed, g_strdup (backing->recommendation_id));
    }
  found->reviews = suivi_store_list_reviews (store, error);
  if (found->reviews == NULL)
    return NULL;
  found->similar = suivi_store_list_similar (store, job->priority->state, job->text, MAX_SHOWN, error);
  if (found->similar == NULL)
    return NULL;

  return g_steal_pointer (&found);
}

/* Rows */

static SuiviReview *
find_review (SuiviEarlierBox *self, SuiviRecommendation *recommendation)
{
  for (guint i = 0; i < self->reviews->len; i++)
    {
      SuiviReview *review = g_ptr_array_index (self->reviews, i);

      if (g_strcmp0 (review->id, recommendation->review_id) == 0)
        return review;
    }

  return NULL;
}

/* "115.12 · Slovenia, session 34 · Supported · France, Togo" */
static char *
describe (SuiviRecommendation *recommendation, SuiviReview *review, const char *title)
{
  g_autofree char *label = review != NULL ? suivi_review_to_label (review) : NULL;
  g_autofree char *position = suivi_recommendation_to_caption (recommendation);
  g_autofree char *states = suivi_recommendation_states_to_text (recommendation);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) parts = NULL;

  if (label != NULL && !g_str_equal (label, title))
    g_strv_builder_add (builder, label);
  if (position[0] != '\0')
    g_strv_builder_add (builder, position);
  if (states[0] != '\0')
    g_strv_builder_add (builder, states);
  parts = g_strv_builder_end (builder);

  return g_strjoinv (" · ", parts);
}

/* In the language of the draft, not of the user; %NULL where we do not know how it says so. */
static const char *
get_words (SuiviEarlierBox *self)
{
  const char *language = suivi_draft_panel_get_draft (SUIVI_DRAFT_PANEL (self))->language;

  if (g_str_equal (language, "en"))
    return ", as previously recommended";
  if (g_str_equal (language, "fr"))
    return ", comme cela a déjà été recommandé";
  if (g_str_equal (language, "es"))
    return ", como ya se recomendó anteriormente";

  return NULL;
}

static char *
name_insertion (SuiviEarlierBox *self)
{
  const char *words = get_words (self);

  if (words == NULL)
    /* Translators: a button: remembers that a draft builds on an earlier recommendation */
    return g_strdup (_ ("Rest the draft on it"));

  /* Translators: a button: puts words into the draft, %s: "as previously recommended" in the language of the draft */
  return g_strdup_printf (_ ("Insert “%s”"), words + strlen (", "));
}

static GtkWidget *
create_row (SuiviEarlierBox *self, SuiviSimilar *similar)
{
  g_autofree char *insertion = name_insertion (self);
  SuiviRecommendation *recommendation = similar->recommendation;
  SuiviReview *review = find_review (self, recommendation);
  g_autofree char *title = suivi_recommendation_to_title (recommendation, review);
  /* Translators: number of an earlier recommendation, and how the draft relates to it: "115.12 · Asks the same" */
  g_autofree char *head = g_strdup_printf (_ ("%s · %s"), title, suivi_relation_to_label (similar->relation));
  g_autofree char *caption = describe (recommendation, review, title);
  GtkWidget *widget = suivi_panel_row_new (head, caption, recommendation->text);
  SuiviPanelRow *row = SUIVI_PANEL_ROW (widget);

  if (g_hash_table_contains (self->backed, recommendation->id))
    {
      GtkWidget *label = gtk_label_new (_ ("The draft rests on it"));

      gtk_widget_add_css_class (label, "caption");
      gtk_widget_add_css_class (label, "dim-label");
      suivi_panel_row_add_suffix (row, label);
    }
  if (suivi_draft_panel_is_writable (SUIVI_DRAFT_PANEL (self)))
    suivi_panel_row_add_button (row, insertion, "earlier.insert", recommendation->id);
  suivi_panel_row_add_button (row, _ ("Show it in the list"), "earlier.show", recommendation->id);

  return widget;
}

static void
say_how_many (SuiviEarlierBox *self)
{
  guint n = self->similar->len;
  guint n_reviews = 0;
  SuiviPriority *priority = suivi_draft_panel_get_priority (SUIVI_DRAFT_PANEL (self));
  g_autofree char *text = NULL;

  for (guint i = 0; i < self->reviews->len; i++)
    n_reviews += g_str_equal (((SuiviReview *) g_ptr_array_index (self->reviews, i))->state, priority->state);

  if (n > 0)
    text = g_strdup_printf (ngettext ("%u earlier recommendation asks something like it. A recommendation "
                                      "made again is harder to overlook.",
                                      "%u earlier recommendations ask something like it. A recommendation "
                                      "made again is harder to overlook.",
                                      n),
                            n);
  else if (n_reviews == 0)
    text = g_strdup (_ ("This workspace holds no earlier recommendations to this State. Import the outcome "
                        "of its last review, or a UPR Info file."));
  else
    text = g_strdup (_ ("No earlier recommendation to this State asks something like this draft."));
  gtk_label_set_label (self->summary, text);
}

static void
clear (SuiviEarlierBox *self)
{
  g_clear_pointer (&self->similar, g_ptr_array_unref);
  g_clear_pointer (&self->reviews, g_ptr_array_unref);
  g_clear_pointer (&self->backed, g_hash_table_unref);
}

static void
show (SuiviDraftPanel *panel, gpointer result)
{
  SuiviEarlierBox *self = SUIVI_EARLIER_BOX (panel);
  Found *found = result;

  suivi_panel_list_clear (self->list);
  clear (self);
  gtk_widget_set_visible (GTK_WIDGET (self->summary), found != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->list), found != NULL && found->similar->len > 0);
  if (found == NULL)
    return;

  self->similar = g_ptr_array_ref (found->similar);
  self->reviews = g_ptr_array_ref (found->reviews);
  self->backed = g_hash_table_ref (found->backed);
  for (guint i = 0; i < self->similar->len; i++)
    gtk_list_box_append (self->list, create_row (self, g_ptr_array_index (self->similar, i)));
  say_how_many (self);
}

/* Actions */

static void
insert_words (SuiviEarlierBox *self)
{
  const char *words = get_words (self);

  if (words != NULL)
    g_signal_emit (self, signals[SIGNAL_INSERT], 0, words);
}

/* The words wait until it is saved on what they rest: before, the step may still fail, or another draft be shown. */
static void
saved_cb (GtkWidget *widget, const char *failure, const char *done)
{
  SuiviEarlierBox *self = SUIVI_EARLIER_BOX (widget);
  SuiviDraft *draft = suivi_draft_panel_get_draft (SUIVI_DRAFT_PANEL (self));
  g_autofree char *wanted_for = g_steal_pointer (&self->wanted_for);

  if (draft == NULL || g_strcmp0 (draft->id, wanted_for) != 0)
    return;

  if (failure != NULL)
    {
      suivi_draft_panel_fail (SUIVI_DRAFT_PANEL (self), failure);
      return;
    }
  suivi_draft_panel_tell (SUIVI_DRAFT_PANEL (self), done);
  insert_words (self);
}

static SuiviSimilar *
find_similar (SuiviEarlierBox *self, const char *id)
{
  for (guint i = 0; self->similar != NULL && i < self->similar->len; i++)
    {
      SuiviSimilar *similar = g_ptr_array_index (self->similar, i);

      if (g_str_equal (similar->recommendation->id, id))
        return similar;
    }

  return NULL;
}

static void
insert_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SuiviEarlierBox *self = SUIVI_EARLIER_BOX (widget);
  SuiviSimilar *similar = find_similar (self, g_variant_get_string (parameter, NULL));
  SuiviDraft *draft = suivi_draft_panel_get_draft (SUIVI_DRAFT_PANEL (self));
  SuiviBacking *backing = NULL;
  g_autofree char *title = NULL;

  if (similar == NULL || draft == NULL || self->wanted_for != NULL)
    return;

  if (g_hash_table_contains (self->backed, similar->recommendation->id))
    {
      insert_words (self);
      return;
    }

  title
    = suivi_recommendation_to_title (similar->recommendation, find_review (self, similar->recommendation));
  backing = suivi_backing_new (draft->priority_id, draft->id, SUIVI_BACKING_EARLIER, title);
  backing->recommendation_id = g_strdup (similar->recommendation->id);
  g_free (backing->reference);
  backing->reference = describe (similar->recommendation, find_review (self, similar->recommendation), title);
  g_free (backing->quote);
  backing->quote = g_strdup (similar->recommendation->text);
  self->wanted_for = g_strdup (draft->id);
  suivi_step_make (suivi_draft_panel_get_workspace (SUIVI_DRAFT_PANEL (self)),
                    /* Translators: name of a step that can be undone */
                    _ ("Rest on an earlier recommendation"), suivi_panel_put_backing, backing,
                    (GDestroyNotify) suivi_backing_free, widget, saved_cb, _ ("The draft rests on it now"));
}

static void
show_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_signal_emit (widget, signals[SIGNAL_SHOW_RECOMMENDATION], 0, g_variant_get_string (parameter, NULL));
}

static void
suivi_earlier_box_finalize (GObject *object)
{
  clear (SUIVI_EARLIER_BOX (object));
  g_free (SUIVI_EARLIER_BOX (object)->wanted_for);

  G_OBJECT_CLASS (suivi_earlier_box_parent_class)->finalize (object);
}

static void
suivi_earlier_box_class_init (SuiviEarlierBoxClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  SuiviDraftPanelClass *panel_class = SUIVI_DRAFT_PANEL_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = suivi_earlier_box_finalize;
  panel_class->read = read_earlier;
  panel_class->free_result = (GDestroyNotify) free_found;
  panel_class->show = show;

  /**
   * SuiviEarlierBox::insert:
   * @words: with the comma before them, in the language of the draft
   *
   * The tie to the recommendation is saved.
   */
  signals[SIGNAL_INSERT] = g_signal_new ("insert", SUIVI_TYPE_EARLIER_BOX, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                         NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  /**
   * SuiviEarlierBox::show-recommendation:
   * @id: key of the recommendation that the user wants to see
   */
  signals[SIGNAL_SHOW_RECOMMENDATION]
    = g_signal_new ("show-recommendation", SUIVI_TYPE_EARLIER_BOX, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                    G_TYPE_NONE, 1, G_TYPE_STRING);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/suivi/Suivi/drafting/earlier-box.ui");
  gtk_widget_class_bind_template_child (widget_class, SuiviEarlierBox, summary);
  gtk_widget_class_bind_template_child (widget_class, SuiviEarlierBox, list);
  gtk_widget_class_install_action (widget_class, "earlier.insert", "s", insert_action);
  gtk_widget_class_install_action (widget_class, "earlier.show", "s", show_action);
}

static void
suivi_earlier_box_init (SuiviEarlierBox *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * suivi_earlier_box_new:
 *
 * Returns: (transfer floating): a panel that shows nothing yet
 */
GtkWidget *
suivi_earlier_box_new (void)
{
  return g_object_new (SUIVI_TYPE_EARLIER_BOX, NULL);
}

/**
 * suivi_earlier_box_set_draft:
 * @workspace: (nullable): where it is read and written
 * @priority: (nullable): the issue of the draft
 * @draft: (nullable): the draft; %NULL clears the panel
 * @text: (nullable): the wording as it is being written, which earlier recommendations are compared with
 */
void
suivi_earlier_box_set_draft (SuiviEarlierBox *self,
                             SuiviWorkspace *workspace,
                             SuiviPriority *priority,
                             SuiviDraft *draft,
                             const char *text)
{
  g_return_if_fail (SUIVI_IS_EARLIER_BOX (self));

  suivi_draft_panel_set (SUIVI_DRAFT_PANEL (self), workspace, priority, draft, text);
}
