/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "app/review/light-label.h"
#include "app/review/recommendation-words.h"
#include "app/review/tie-row.h"
#include "app/review/wrap-layout.h"

struct _SuiviTieRow
{
  AdwPreferencesRow parent_instance;

  GtkLabel *relation;
  GtkLabel *head;
  GtkLabel *light;
  GtkLabel *text;
  GtkWidget *remove;
  GtkWidget *decisions;
  GtkButton *confirm;
  GtkMenuButton *confirm_as;

  char *link_id;
  char *other_id;
  SuiviRelation proposed;
};

G_DEFINE_FINAL_TYPE (SuiviTieRow, suivi_tie_row, ADW_TYPE_PREFERENCES_ROW)

enum
{
  SIGNAL_DECIDED,
  SIGNAL_REMOVED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* The scale of UPR Info, from the loosest to the closest. */
static const SuiviRelation scale[]
  = { SUIVI_RELATION_GENERAL, SUIVI_RELATION_SIMILAR, SUIVI_RELATION_SAME, SUIVI_RELATION_BUILD_UP };

static void
decide (SuiviTieRow *self, SuiviRelation relation)
{
  g_signal_emit (self, signals[SIGNAL_DECIDED], 0, (int) relation);
}

static void
confirm_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SuiviRelation relation = SUIVI_RELATION_NONE;

  if (suivi_relation_from_nick (g_variant_get_string (parameter, NULL), &relation))
    decide (SUIVI_TIE_ROW (widget), relation);
}

static void
confirm_proposed_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  decide (SUIVI_TIE_ROW (widget), SUIVI_TIE_ROW (widget)->proposed);
}

static void
refuse_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  decide (SUIVI_TIE_ROW (widget), SUIVI_RELATION_NONE);
}

static void
remove_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_signal_emit (widget, signals[SIGNAL_REMOVED], 0);
}

static void
suivi_tie_row_finalize (GObject *object)
{
  SuiviTieRow *self = SUIVI_TIE_ROW (object);

  g_free (self->link_id);
  g_free (self->other_id);

  G_OBJECT_CLASS (suivi_tie_row_parent_class)->finalize (object);
}

static void
suivi_tie_row_class_init (SuiviTieRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = suivi_tie_row_finalize;

  signals[SIGNAL_DECIDED] = g_signal_new ("decided", SUIVI_TYPE_TIE_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                          NULL, G_TYPE_NONE, 1, G_TYPE_INT);
  signals[SIGNAL_REMOVED]
    = g_signal_new ("removed", SUIVI_TYPE_TIE_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (SUIVI_TYPE_WRAP_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/suivi/Suivi/review/tie-row.ui");
  gtk_widget_class_bind_template_child (widget_class, SuiviTieRow, relation);
  gtk_widget_class_bind_template_child (widget_class, SuiviTieRow, head);
  gtk_widget_class_bind_template_child (widget_class, SuiviTieRow, light);
  gtk_widget_class_bind_template_child (widget_class, SuiviTieRow, text);
  gtk_widget_class_bind_template_child (widget_class, SuiviTieRow, remove);
  gtk_widget_class_bind_template_child (widget_class, SuiviTieRow, decisions);
  gtk_widget_class_bind_template_child (widget_class, SuiviTieRow, confirm);
  gtk_widget_class_bind_template_child (widget_class, SuiviTieRow, confirm_as);

  gtk_widget_class_install_action (widget_class, "tie.confirm", "s", confirm_action);
  gtk_widget_class_install_action (widget_class, "tie.confirm-proposed", NULL, confirm_proposed_action);
  gtk_widget_class_install_action (widget_class, "tie.refuse", NULL, refuse_action);
  gtk_widget_class_install_action (widget_class, "tie.remove", NULL, remove_action);
}

static void
suivi_tie_row_init (SuiviTieRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* "26 · Slovenia, session 7 · Supported", or of an output its document and day. */
static char *
describe_other (SuiviTie *tie)
{
  g_autofree char *title = suivi_recommendation_to_title (tie->recommendation, tie->review);
  g_autofree char *caption = suivi_recommendation_to_caption (tie->recommendation);
  g_autofree char *review = tie->review != NULL ? suivi_review_to_label (tie->review) : NULL;
  g_autoptr (GStrvBuilder) parts = g_strv_builder_new ();
  g_auto (GStrv) strv = NULL;

  g_strv_builder_add (parts, title);
  if (review != NULL && !g_str_equal (review, title))
    g_strv_builder_add (parts, review);
  if (caption[0] != '\0')
    g_strv_builder_add (parts, caption);
  strv = g_strv_builder_end (parts);

  return g_strjoinv (" · ", strv);
}

static void
show_decisions (SuiviTieRow *self)
{
  g_autoptr (GMenu) menu = g_menu_new ();
  /* Translators: a button that confirms a proposal; %s is "Similar", "Asks the same", … */
  g_autofree char *label = g_strdup_printf (_ ("Confirm: %s"), suivi_relation_to_label (self->proposed));
  GtkWidget *inner = gtk_widget_get_first_child (GTK_WIDGET (self->confirm_as));

  gtk_button_set_label (self->confirm, label);
  for (gsize i = 0; i < G_N_ELEMENTS (scale); i++)
    {
      g_autoptr (GMenuItem) item = g_menu_item_new (suivi_relation_to_label (scale[i]), NULL);

      g_menu_item_set_action_and_target (item, "tie.confirm", "s", suivi_relation_to_nick (scale[i]));
      g_menu_append_item (menu, item);
    }
  gtk_menu_button_set_menu_model (self->confirm_as, G_MENU_MODEL (menu));
  /* The button inside is what a screen reader stops at. */
  if (inner != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (inner), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                    _ ("Confirm as something else"), -1);
}

/**
 * suivi_tie_row_new:
 * @tie: what to show
 * @writable: whether the workspace can be changed
 *
 * Returns: (transfer floating): a row
 */
GtkWidget *
suivi_tie_row_new (SuiviTie *tie, gboolean writable)
{
  SuiviTieRow *self = g_object_new (SUIVI_TYPE_TIE_ROW, NULL);
  gboolean is_output = suivi_recommendation_is_output (tie->recommendation);
  gboolean is_proposal = tie->link_id == NULL;
  g_autofree char *head = describe_other (tie);
  g_autofree char *name = g_strdup_printf ("%s. %s", head, tie->recommendation->text);

  self->link_id = g_strdup (tie->link_id);
  self->other_id = g_strdup (tie->recommendation->id);
  self->proposed = tie->relation;
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self), "s", self->other_id);

  gtk_label_set_label (self->relation, suivi_relation_to_label (tie->relation));
  /* A proposal says on its button what it proposes; an output and its recommendation have one way to be tied.
   * */
  gtk_widget_set_visible (GTK_WIDGET (self->relation),
                          !is_proposal && tie->relation != SUIVI_RELATION_OUTPUT);
  gtk_label_set_label (self->head, head);
  gtk_label_set_label (self->text, tie->recommendation->text);
  gtk_widget_set_visible (GTK_WIDGET (self->light), !is_output);
  if (!is_output)
    suivi_light_label_set (self->light, tie->recommendation->light, FALSE);
  gtk_widget_set_visible (self->remove, !is_proposal && writable);
  gtk_widget_set_visible (self->decisions, is_proposal && writable);
  if (is_proposal)
    show_decisions (self);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);

  return GTK_WIDGET (self);
}

/**
 * suivi_tie_row_get_link_id:
 *
 * Returns: (nullable): key of the tie; %NULL for a proposal
 */
const char *
suivi_tie_row_get_link_id (SuiviTieRow *self)
{
  return self->link_id;
}

/**
 * suivi_tie_row_get_other_id:
 *
 * Returns: key of the other recommendation, or of the output
 */
const char *
suivi_tie_row_get_other_id (SuiviTieRow *self)
{
  return self->other_id;
}
