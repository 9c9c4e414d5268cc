/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "app/light-words.h"
#include "app/review/light-label.h"
#include "app/review/recommendation-row.h"
#include "app/review/recommendation-words.h"
#include "app/review/row-name.h"
#include "core/reference/states.h"
#include "core/text/text.h"

/* One row of the list. GTK keeps some two hundred of them alive and measures each, so there is nothing in it
 * that is not seen, and what is long is an inscription: as high for every text, so that none has to be laid
 * out before it is drawn. */
struct _SuiviRecommendationRow
{
  GtkWidget parent_instance;

  GtkLabel *number;
  GtkLabel *position;
  GtkLabel *light;
  GtkInscription *text;
  GtkInscription *caption;
  GtkWidget *mark; /* (unowned) (nullable): that a grade was begun */

  SuiviRecommendationItem *item; /* (owned) */
  GHashTable *begun; /* (owned) (nullable) (element-type utf8): keys of what has a grade that was begun */
  gboolean show_review;
  gulong notified;
};

G_DEFINE_FINAL_TYPE (SuiviRecommendationRow, suivi_recommendation_row, GTK_TYPE_WIDGET)

static void
add_states (GStrvBuilder *parts, char **states)
{
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();
  g_auto (GStrv) strv = NULL;
  g_autofree char *joined = NULL;

  for (gsize i = 0; states[i] != NULL; i++)
    g_strv_builder_add (names, suivi_state_get_name (states[i]));
  strv = g_strv_builder_end (names);
  joined = g_strjoinv (", ", strv);
  g_strv_builder_add (parts, joined);
}

/* "140.12"; a source that gives no numbers (UPR Info) gives the States: what tells its rows apart at a glance.
 * Of a commitment without number nobody is left to name, "". */
static char *
describe_title (SuiviRecommendation *recommendation)
{
  if (!suivi_recommendation_is_output (recommendation) && suivi_text_is_blank (recommendation->number))
    return suivi_recommendation_states_to_text (recommendation);

  return suivi_recommendation_to_title (recommendation, NULL);
}

/* "Slovenia, session 48 · France, Togo · Children": the review only where rows of several are shown, the
 * States where the title does not name them. Of an output the States that it is about. */
static char *
describe_origin (SuiviRecommendationRow *self, SuiviRecommendation *recommendation, SuiviReview *review)
{
  g_autoptr (GStrvBuilder) parts = g_strv_builder_new ();
  g_auto (GStrv) strv = NULL;
  char **tags = recommendation->themes[0] != NULL ? recommendation->themes : recommendation->groups;

  if (self->show_review && review != NULL)
    {
      g_autofree char *label = suivi_review_to_label (review);

      g_strv_builder_add (parts, label);
    }
  if (self->show_review && recommendation->concerned[0] != NULL)
    add_states (parts, recommendation->concerned);
  if (recommendation->states[0] != NULL && !suivi_text_is_blank (recommendation->number))
    {
      g_autofree char *states = suivi_recommendation_states_to_text (recommendation);

      g_strv_builder_add (parts, states);
    }
  if (tags[0] == NULL)
    tags = recommendation->issues;
  if (tags[0] != NULL)
    {
      g_autofree char *joined = g_strjoinv (", ", tags);

      g_strv_builder_add (parts, joined);
    }
  strv = g_strv_builder_end (parts);

  return g_strjoinv (" · ", strv);
}

/* Few rows have it, so that it is made when one has. */
static void
show_mark (SuiviRecommendationRow *self, gboolean begun)
{
  if (self->mark == NULL && begun)
    {
      self->mark = gtk_image_new_from_icon_name ("document-edit-symbolic");
      gtk_widget_set_tooltip_text (self->mark, _ ("Begun, not saved yet"));
      /* The row names it. */
      gtk_widget_insert_before (self->mark, gtk_widget_get_parent (GTK_WIDGET (self->light)),
                                GTK_WIDGET (self->light));
    }
  if (self->mark != NULL)
    gtk_widget_set_visible (self->mark, begun);
}

static void
show_nothing (SuiviRecommendationRow *self)
{
  /* As high as a full row, so that the list does not jump when the text arrives. */
  gtk_label_set_label (self->number, " ");
  gtk_widget_set_visible (GTK_WIDGET (self->number), TRUE);
  gtk_label_set_label (self->position, "");
  suivi_light_label_clear (self->light);
  show_mark (self, FALSE);
  gtk_inscription_set_text (self->text, NULL);
  gtk_inscription_set_text (self->caption, NULL);
}

/* What a screen reader says for the row. */
static char *
describe_row (SuiviRecommendation *recommendation,
              const char *title,
              const char *caption,
              const char *origin,
              gboolean begun,
              GHashTable *words)
{
  g_autofree char *head = NULL;

  if (title[0] == '\0')
    head = g_strdup (caption);
  else
    /* Translators: how the name of a row for screen readers begins: number, position */
    head = g_strdup_printf (_ ("%s, %s"), title, caption);

  if (suivi_recommendation_is_output (recommendation))
    /* Translators: name of a row for screen readers: body, document and day; text; States and themes */
    return g_strdup_printf (_ ("%s. %s %s"), head, recommendation->text, origin);

  if (begun)
    /* Translators: name of a row for screen readers: number and position, light, that somebody began to grade it and did
     * not save that; text; States and themes */
    return g_strdup_printf (_ ("%s, %s, begun and not saved yet. %s %s"), head,
                            suivi_light_words_to_label (words, recommendation->light), recommendation->text,
                            origin);

  /* Translators: name of a row for screen readers: number and position, light; text; States and themes */
  return g_strdup_printf (_ ("%s, %s. %s %s"), head,
                          suivi_light_words_to_label (words, recommendation->light), recommendation->text,
                          origin);
}

static void
show_recommendation (SuiviRecommendationRow *self)
{
  SuiviRecommendation *recommendation = NULL;
  g_autofree char *title = NULL;
  g_autofree char *caption = NULL;
  g_autofree char *origin = NULL;
  g_autofree char *name = NULL;
  gboolean begun = FALSE;

  if (self->item != NULL)
    recommendation = suivi_recommendation_item_get_recommendation (self->item);
  if (recommendation == NULL)
    {
      show_nothing (self);
      return;
    }

  title = describe_title (recommendation);
  caption = suivi_recommendation_to_caption (recommendation);
  origin = describe_origin (self, recommendation, suivi_recommendation_item_get_review (self->item));
  begun = self->begun != NULL && g_hash_table_contains (self->begun, recommendation->id);
  name
    = describe_row (recommendation, title, caption, origin, begun, suivi_light_words_get (GTK_WIDGET (self)));
  gtk_label_set_label (self->number, title);
  gtk_widget_set_visible (GTK_WIDGET (self->number), title[0] != '\0');
  gtk_label_set_label (self->position, caption);
  gtk_inscription_set_text (self->text, recommendation->text);
  gtk_inscription_set_text (self->caption, origin);
  /* Outputs are not graded: no light, not even a grey one. */
  gtk_widget_set_visible (GTK_WIDGET (self->light), !suivi_recommendation_is_output (recommendation));
  if (!suivi_recommendation_is_output (recommendation))
    suivi_light_label_set (self->light, recommendation->light, FALSE);
  show_mark (self, begun);
  suivi_row_name_set (GTK_WIDGET (self), name);
}

static void
say (GtkWidget *widget)
{
  show_recommendation (SUIVI_RECOMMENDATION_ROW (widget));
}

static void
suivi_recommendation_row_dispose (GObject *object)
{
  SuiviRecommendationRow *self = SUIVI_RECOMMENDATION_ROW (object);
  GtkWidget *child = NULL;

  g_clear_signal_handler (&self->notified, self->item);
  g_clear_object (&self->item);
  g_clear_pointer (&self->begun, g_hash_table_unref);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (suivi_recommendation_row_parent_class)->dispose (object);
}

static void
suivi_recommendation_row_class_init (SuiviRecommendationRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = suivi_recommendation_row_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/suivi/Suivi/review/recommendation-row.ui");
  gtk_widget_class_bind_template_child (widget_class, SuiviRecommendationRow, number);
  gtk_widget_class_bind_template_child (widget_class, SuiviRecommendationRow, position);
  gtk_widget_class_bind_template_child (widget_class, SuiviRecommendationRow, light);
  gtk_widget_class_bind_template_child (widget_class, SuiviRecommendationRow, text);
  gtk_widget_class_bind_template_child (widget_class, SuiviRecommendationRow, caption);
}

static void
suivi_recommendation_row_init (SuiviRecommendationRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * suivi_recommendation_row_new:
 *
 * Returns: an empty row
 */
GtkWidget *
suivi_recommendation_row_new (void)
{
  return g_object_new (SUIVI_TYPE_RECOMMENDATION_ROW, NULL);
}

/**
 * suivi_recommendation_row_set_item:
 * @item: (nullable): what to show, now and whenever it changes
 */
void
suivi_recommendation_row_set_item (SuiviRecommendationRow *self, SuiviRecommendationItem *item)
{
  g_return_if_fail (SUIVI_IS_RECOMMENDATION_ROW (self));

  g_clear_signal_handler (&self->notified, self->item);
  g_set_object (&self->item, item);
  if (item == NULL)
    return;

  self->notified
    = g_signal_connect_swapped (item, "notify::recommendation", G_CALLBACK (show_recommendation), self);
  show_recommendation (self);
  suivi_light_words_follow (GTK_WIDGET (self), say);
}

/**
 * suivi_recommendation_row_get_item:
 *
 * Returns: (transfer none) (nullable): what is shown
 */
SuiviRecommendationItem *
suivi_recommendation_row_get_item (SuiviRecommendationRow *self)
{
  return self->item;
}

/**
 * suivi_recommendation_row_set_show_review:
 * @show_review: whether the row names the review that it belongs to, where a workspace has several
 */
void
suivi_recommendation_row_set_show_review (SuiviRecommendationRow *self, gboolean show_review)
{
  g_return_if_fail (SUIVI_IS_RECOMMENDATION_ROW (self));

  if (self->show_review == show_review)
    return;

  self->show_review = show_review;
  if (self->item != NULL)
    show_recommendation (self);
}

/**
 * suivi_recommendation_row_set_begun:
 * @begun: (nullable) (element-type utf8): keys of the recommendations for which a grade was begun and is not saved: they
 *   are marked
 */
void
suivi_recommendation_row_set_begun (SuiviRecommendationRow *self, GHashTable *begun)
{
  g_return_if_fail (SUIVI_IS_RECOMMENDATION_ROW (self));

  if (self->begun == begun)
    return;

  g_clear_pointer (&self->begun, g_hash_table_unref);
  self->begun = begun != NULL ? g_hash_table_ref (begun) : NULL;
  if (self->item != NULL)
    show_recommendation (self);
}
