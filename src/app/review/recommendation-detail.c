/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "app/drafting/statements-box.h"
#include "app/light-words.h"
#include "app/review/assessment-card.h"
#include "app/review/chip-box.h"
#include "app/review/institutions-box.h"
#include "app/review/light-label.h"
#include "app/review/recommendation-detail.h"
#include "app/review/recommendation-words.h"
#include "app/review/report-box.h"
#include "app/review/review-jobs.h"
#include "app/review/ties-box.h"
#include "core/drafting/analysis.h"
#include "core/reference/states.h"
#include "core/text/text.h"

struct _SuiviRecommendationDetail
{
  GtkWidget parent_instance;

  GtkStack *stack;
  AdwStatusPage *many;
  GtkScrolledWindow *scroller;
  GtkLabel *number;
  GtkLabel *position;
  GtkLabel *light;
  GtkWidget *grade;
  GtkLabel *text;
  GtkBox *parts;
  SuiviChipBox *states;
  GtkWidget *tags;
  GtkWidget *themes_title;
  SuiviChipBox *themes;
  GtkWidget *groups_title;
  SuiviChipBox *groups;
  GtkWidget *sdgs_title;
  SuiviChipBox *sdgs;
  GtkWidget *category_title;
  SuiviChipBox *category;
  GtkLabel *category_meaning;
  GtkWidget *issues_title;
  SuiviChipBox *issues;
  AdwActionRow *cluster_row;
  AdwActionRow *children_row;
  GtkSwitch *children;
  SuiviInstitutionsBox *institutions;
  AdwPreferencesGroup *assessments;
  SuiviTiesBox *ties;
  SuiviStatementsBox *statements;
  SuiviReportBox *report;
  AdwActionRow *review_row;
  AdwActionRow *concerned_row;
  AdwActionRow *document_row;
  AdwActionRow *position_row;
  AdwActionRow *import_row;
  GtkWidget *original_row;
  GtkLabel *original;

  SuiviWorkspace *workspace;           /* (owned) */
  SuiviRecommendation *recommendation; /* (owned): what is shown */
  GPtrArray *assessment_rows;          /* (owned) (element-type GtkWidget): rows of the assessment section */
  GCancellable *cancellable;           /* (owned): of the load under way */
  gint64 key;
  gboolean has_key;
  gboolean updating;
};

G_DEFINE_FINAL_TYPE (SuiviRecommendationDetail, suivi_recommendation_detail, GTK_TYPE_WIDGET)

enum
{
  SIGNAL_FILTER_REQUESTED,
  SIGNAL_FAILED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
show_chips (SuiviChipBox *box, GtkWidget *title, SuiviFacet facet, char **values)
{
  suivi_chip_box_set_values (box, facet, (const char *const *) values);
  gtk_widget_set_visible (GTK_WIDGET (box), values[0] != NULL);
  if (title != NULL)
    gtk_widget_set_visible (title, values[0] != NULL);
}

static GtkWidget *
create_paragraph (const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_selectable (GTK_LABEL (label), TRUE);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);

  return label;
}

static void
show_parts (SuiviRecommendationDetail *self, GPtrArray *parts)
{
  GtkWidget *child = NULL;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->parts))) != NULL)
    gtk_box_remove (self->parts, child);

  for (guint i = 0; i < parts->len; i++)
    {
      SuiviRecommendation *part = g_ptr_array_index (parts, i);
      g_autofree char *states = suivi_recommendation_states_to_text (part);
      /* Translators: a part of a recommendation: number, position, States */
      g_autofree char *head = g_strdup_printf (_ ("%s · %s · %s"), part->number,
                                               suivi_position_to_label (part->position), states);
      GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);

      gtk_widget_add_css_class (box, "part");
      gtk_box_append (GTK_BOX (box), create_paragraph (head, "caption-heading"));
      gtk_box_append (GTK_BOX (box), create_paragraph (part->text, NULL));
      gtk_box_append (self->parts, box);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->parts), parts->len > 0);
}

static void
add_assessment_row (SuiviRecommendationDetail *self, GtkWidget *row)
{
  adw_preferences_group_add (self->assessments, row);
  g_ptr_array_add (self->assessment_rows, row);
}

static GtkWidget *
create_assessment_row (SuiviRecommendationDetail *self, SuiviAssessment *assessment, gboolean open)
{
  GHashTable *words = suivi_light_words_get (GTK_WIDGET (self));
  GtkWidget *row = adw_expander_row_new ();
  GtkWidget *card = suivi_assessment_card_new (assessment);
  GtkWidget *holder = gtk_list_box_row_new ();
  g_autofree char *title = suivi_light_words_dup_text (words, assessment->light);
  g_autofree char *byline = suivi_assessment_to_byline (assessment);
  /* Translators: name of a row for screen readers: a light, then date and name of the grade */
  g_autofree char *name
    = g_strdup_printf (_ ("%s, %s"), suivi_light_words_to_label (words, assessment->light), byline);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (row), byline);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);

  gtk_widget_set_margin_start (card, 12);
  gtk_widget_set_margin_end (card, 12);
  gtk_widget_set_margin_top (card, 12);
  gtk_widget_set_margin_bottom (card, 12);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (holder), FALSE);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (holder), card);
  gtk_accessible_update_property (GTK_ACCESSIBLE (holder), GTK_ACCESSIBLE_PROPERTY_LABEL, assessment->reason,
                                  -1);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (row), holder);
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (row), open);

  return row;
}

static void
show_assessments (SuiviRecommendationDetail *self, GPtrArray *assessments)
{
  for (guint i = 0; i < self->assessment_rows->len; i++)
    adw_preferences_group_remove (self->assessments, g_ptr_array_index (self->assessment_rows, i));
  g_ptr_array_set_size (self->assessment_rows, 0);

  if (assessments->len == 0)
    {
      GtkWidget *row = adw_action_row_new ();

      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ ("Not assessed yet"));
      add_assessment_row (self, row);
    }
  for (guint i = 0; i < assessments->len; i++)
    add_assessment_row (self, create_assessment_row (self, g_ptr_array_index (assessments, i), i == 0));
}

static void
set_row (AdwActionRow *row, const char *subtitle)
{
  adw_action_row_set_subtitle (row, subtitle != NULL ? subtitle : "");
  gtk_widget_set_visible (GTK_WIDGET (row), subtitle != NULL);
}

static char *
describe_position (SuiviRecommendation *recommendation)
{
  const char *word = recommendation->position_word;
  const char *source = recommendation->position_source;

  if (suivi_text_is_blank (word))
    return suivi_text_is_blank (source) ? NULL : g_strdup (source);
  if (suivi_text_is_blank (source))
    return g_strdup (word);
  /* Translators: the word of the source for a position, then where it stands: "Supported (A/HRC/…)" */
  return g_strdup_printf (_ ("%s (%s)"), word, source);
}

/* Where it stands; without a document of its own, a recommendation stands in the report of its review. */
static char *
describe_document (SuiviRecommendation *recommendation, SuiviReview *review)
{
  const char *symbol = recommendation->symbol;

  if (suivi_text_is_blank (symbol) && review != NULL)
    symbol = review->symbol;
  if (suivi_text_is_blank (symbol))
    return NULL;
  if (suivi_text_is_blank (recommendation->number))
    return g_strdup (symbol);

  /* Translators: symbol of a document of the United Nations, number of a paragraph */
  return g_strdup_printf (_ ("%s, paragraph %s"), symbol, recommendation->number);
}

static char *
describe_concerned (SuiviRecommendation *recommendation)
{
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();
  g_auto (GStrv) strv = NULL;

  if (recommendation->concerned[0] == NULL)
    return NULL;

  for (gsize i = 0; recommendation->concerned[i] != NULL; i++)
    g_strv_builder_add (names, suivi_state_get_name (recommendation->concerned[i]));
  strv = g_strv_builder_end (names);

  return g_strjoinv (", ", strv);
}

static char *
describe_import (SuiviImport *import)
{
  g_autofree char *file_name = suivi_text_clean (import->file_name);
  g_autofree char *day = suivi_date_to_label (import->imported_at);

  if (suivi_text_is_blank (import->imported_by))
    /* Translators: name of a file, date */
    return g_strdup_printf (_ ("%s, %s"), file_name, day);

  /* Translators: name of a file, date, name of a person */
  return g_strdup_printf (_ ("%s, %s, by %s"), file_name, day, import->imported_by);
}

static void
show_origin (SuiviRecommendationDetail *self, SuiviReviewDetail *detail)
{
  SuiviRecommendation *recommendation = detail->recommendation;
  g_autofree char *position = describe_position (recommendation);
  g_autofree char *document = describe_document (recommendation, detail->review);
  g_autofree char *concerned = describe_concerned (recommendation);
  g_autofree char *review = detail->review != NULL ? suivi_review_to_label (detail->review) : NULL;
  g_autofree char *import = detail->import != NULL ? describe_import (detail->import) : NULL;

  set_row (self->review_row, review);
  set_row (self->concerned_row, concerned);
  set_row (self->document_row, document);
  set_row (self->position_row, position);
  set_row (self->import_row, import);
  if (detail->import != NULL)
    gtk_actionable_set_action_target (GTK_ACTIONABLE (self->import_row), "s", detail->import->id);
  gtk_label_set_label (self->original, recommendation->original != NULL ? recommendation->original : "");
  gtk_widget_set_visible (self->original_row, !suivi_text_is_blank (recommendation->original));
}

static void
show_tags (SuiviRecommendationDetail *self, SuiviRecommendation *recommendation)
{
  char category[] = { (char) ('0' + MIN (recommendation->category, 5)), '\0' };
  char *categories[] = { recommendation->category > 0 ? category : NULL, NULL };

  show_chips (self->states, NULL, SUIVI_FACET_STATE, recommendation->states);
  show_chips (self->themes, self->themes_title, SUIVI_FACET_THEME, recommendation->themes);
  show_chips (self->groups, self->groups_title, SUIVI_FACET_GROUP, recommendation->groups);
  show_chips (self->sdgs, self->sdgs_title, SUIVI_FACET_SDG, recommendation->sdgs);
  show_chips (self->category, self->category_title, SUIVI_FACET_CATEGORY, categories);
  gtk_label_set_label (self->category_meaning, suivi_specificity_get_meaning (recommendation->category));
  gtk_widget_set_visible (GTK_WIDGET (self->category_meaning), recommendation->category > 0);
  show_chips (self->issues, self->issues_title, SUIVI_FACET_ISSUE, recommendation->issues);
  gtk_widget_set_visible (self->tags, recommendation->themes[0] != NULL || recommendation->groups[0] != NULL
                                        || recommendation->sdgs[0] != NULL
                                        || recommendation->issues[0] != NULL || recommendation->category > 0);
}

/* What children said to it, but for outputs of other mechanisms: they are no recommendations of the review. */
static void
show_statements (SuiviRecommendationDetail *self, SuiviRecommendation *recommendation, SuiviReview *review)
{
  if (review != NULL && !suivi_recommendation_is_output (recommendation))
    suivi_statements_box_set_recommendation (self->statements, self->workspace, review->state,
                                             recommendation->id);
  else
    suivi_statements_box_clear (self->statements);
}

/* Only recommendations of a review stand in its mid-term report. */
static void
show_report (SuiviRecommendationDetail *self, SuiviRecommendation *recommendation)
{
  if (suivi_recommendation_is_output (recommendation))
    suivi_report_box_clear (self->report);
  else
    suivi_report_box_show (self->report, self->workspace, recommendation->id);
}

/* The line above the text, and what is offered: outputs of other mechanisms have no light and are not graded.
 * */
static void
show_head (SuiviRecommendationDetail *self, SuiviRecommendation *recommendation, SuiviReview *review)
{
  gboolean is_output = suivi_recommendation_is_output (recommendation);
  g_autofree char *title = suivi_recommendation_to_title (recommendation, review);
  g_autofree char *caption = suivi_recommendation_to_caption (recommendation);

  gtk_label_set_label (self->number, title);
  gtk_label_set_label (self->position, caption);
  gtk_widget_set_visible (GTK_WIDGET (self->position), caption[0] != '\0');
  if (!is_output)
    suivi_light_label_set (self->light, recommendation->light, TRUE);
  gtk_widget_set_visible (GTK_WIDGET (self->light), !is_output);
  gtk_widget_set_visible (self->grade, !is_output);
  gtk_widget_set_visible (GTK_WIDGET (self->assessments), !is_output);
  gtk_label_set_label (self->text, recommendation->text);
}

static void
show_detail (SuiviRecommendationDetail *self, SuiviReviewDetail *detail)
{
  SuiviRecommendation *recommendation = detail->recommendation;
  gboolean other
    = self->recommendation == NULL || g_strcmp0 (self->recommendation->id, recommendation->id) != 0;

  g_clear_pointer (&self->recommendation, suivi_recommendation_unref);
  self->recommendation = suivi_recommendation_ref (recommendation);

  self->updating = TRUE;
  show_head (self, recommendation, detail->review);
  show_parts (self, detail->parts);
  show_tags (self, recommendation);
  /* Translators: a recommendation is in no cluster */
  adw_action_row_set_subtitle (self->cluster_row, detail->cluster != NULL ? detail->cluster : _ ("None"));
  gtk_widget_set_visible (GTK_WIDGET (self->cluster_row), !suivi_recommendation_is_output (recommendation));
  gtk_switch_set_active (self->children, recommendation->child_focused);
  adw_action_row_set_subtitle (self->children_row, recommendation->child_focused_decided
                                                     ? _ ("Decided by a person")
                                                     : _ ("From its themes, groups or issues"));
  gtk_widget_set_sensitive (GTK_WIDGET (self->children_row),
                            suivi_workspace_get_read_only (self->workspace) == SUIVI_READ_ONLY_NO);
  suivi_institutions_box_show (self->institutions, self->workspace, recommendation);
  show_assessments (self, detail->assessments);
  show_statements (self, recommendation, detail->review);
  show_report (self, recommendation);
  show_origin (self, detail);
  self->updating = FALSE;

  gtk_stack_set_visible_child_name (self->stack, "one");
  if (other)
    gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), 0);
}

static void
show_none (SuiviRecommendationDetail *self)
{
  suivi_ties_box_show_none (self->ties);
  suivi_statements_box_clear (self->statements);
  suivi_report_box_clear (self->report);
  g_clear_pointer (&self->recommendation, suivi_recommendation_unref);
  self->has_key = FALSE;
  gtk_stack_set_visible_child_name (self->stack, "none");
}

static void
detail_loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SuiviRecommendationDetail) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (SuiviReviewDetail) detail = NULL;

  detail = suivi_workspace_run_finish (SUIVI_WORKSPACE (source), result, &error);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (SUIVI_WORKSPACE (source) != self->workspace || !self->has_key)
    return;

  if (detail != NULL)
    {
      show_detail (self, detail);
      return;
    }

  show_none (self);
  /* What an undo took away is simply no longer there; the list says so. */
  if (!g_error_matches (error, SUIVI_STORE_ERROR, SUIVI_STORE_ERROR_NOT_FOUND))
    g_signal_emit (self, signals[SIGNAL_FAILED], 0, error->message);
}

static void
cancel_load (SuiviRecommendationDetail *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
}

static void
value_clicked_cb (SuiviRecommendationDetail *self, int facet, const char *value)
{
  g_signal_emit (self, signals[SIGNAL_FILTER_REQUESTED], 0, facet, value);
}

static void
ties_failed_cb (SuiviRecommendationDetail *self, const char *sentence)
{
  g_signal_emit (self, signals[SIGNAL_FAILED], 0, sentence);
}

static void
institutions_failed_cb (SuiviRecommendationDetail *self, const char *sentence)
{
  g_signal_emit (self, signals[SIGNAL_FAILED], 0, sentence);
}

static void
report_failed_cb (SuiviRecommendationDetail *self, const char *sentence)
{
  g_signal_emit (self, signals[SIGNAL_FAILED], 0, sentence);
}

static void
children_changed_cb (SuiviRecommendationDetail *self)
{
  if (!self->updating)
    gtk_widget_activate_action (GTK_WIDGET (self), "recommendations.set-children", "b",
                                gtk_switch_get_active (self->children));
}

static void
suivi_recommendation_detail_dispose (GObject *object)
{
  SuiviRecommendationDetail *self = SUIVI_RECOMMENDATION_DETAIL (object);

  cancel_load (self);
  self->updating = TRUE;
  self->has_key = FALSE;
  g_clear_pointer ((GtkWidget **) &self->stack, gtk_widget_unparent);
  g_clear_pointer (&self->assessment_rows, g_ptr_array_unref);
  g_clear_pointer (&self->recommendation, suivi_recommendation_unref);
  g_clear_object (&self->workspace);

  G_OBJECT_CLASS (suivi_recommendation_detail_parent_class)->dispose (object);
}

static void
suivi_recommendation_detail_class_init (SuiviRecommendationDetailClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = suivi_recommendation_detail_dispose;

  signals[SIGNAL_FILTER_REQUESTED]
    = g_signal_new ("filter-requested", SUIVI_TYPE_RECOMMENDATION_DETAIL, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                    NULL, G_TYPE_NONE, 2, G_TYPE_INT, G_TYPE_STRING);

  /**
   * SuiviRecommendationDetail::failed:
   * @sentence: why the recommendation could not be read
   */
  signals[SIGNAL_FAILED] = g_signal_new ("failed", SUIVI_TYPE_RECOMMENDATION_DETAIL, G_SIGNAL_RUN_LAST, 0,
                                         NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  g_type_ensure (SUIVI_TYPE_CHIP_BOX);
  g_type_ensure (SUIVI_TYPE_INSTITUTIONS_BOX);
  g_type_ensure (SUIVI_TYPE_REPORT_BOX);
  g_type_ensure (SUIVI_TYPE_STATEMENTS_BOX);
  g_type_ensure (SUIVI_TYPE_TIES_BOX);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/suivi/Suivi/review/recommendation-detail.ui");
  gtk_widget_class_bind_template_child (widget_class, SuiviRecommendationDetail, stack);
  gtk_widget_class_bind_template_child (widget_class, SuiviRecommendationDetail, many);
  gtk_widget_class_bind_template_child (widget_class, SuiviRecommendationDetail, scroller);
  gtk_widget_class_bind_template_child (widget_class, SuiviRecommendationDetail, number);
  gtk_widget_class_bind_template_child (widget_class, SuiviRecommendationDetail, position);
  gtk_widget_class_bind_template_child (widget_class, SuiviRecommendationDetail, light);
  gtk_widget_class_bind_template_child (widget_class, SuiviRecommendationDetail, grade);
  gtk_widget_class_bind_template_child (widget_class, SuiviRecommendationDetail, text);
  gtk_widget_class_bind_template_child (widget_class, SuiviRecommendationDetail, parts);
  gtk_widget_class_bind_template_child (widget_class, SuiviRecommendationDetail, states);
  gtk_widget_class_bind_template_child (widget_class, SuiviRecommendationDetail, tags);
  gtk_widget_class_bind_template_child (widget_class, SuiviRecommendationDetail, themes_title);
  gtk_widget_class_bind_template_child (widget_class, SuiviRecommendationDetail, themes);
  gtk_widget_class_bind_template_child (widget_class, SuiviRecommendationDetail, groups_title);
  gtk_widget_class_bind_template_child (widget_class, SuiviRecommendationDetail, groups);
  gtk_widget_class_bind_template_child (widget_class, SuiviRecommendationDetail, sdgs_title);
  gtk_widget_class_bind_template_child (widget_class, SuiviRecommendationDetail, sdgs);
  gtk_widget_class_bind_template_child (widget_class, SuiviRecommendationDetail, category_title);
  gtk_widget_class_bind_template_child (widget_class, SuiviRecommendationDetail, category);
  gtk_widget_class_bind_template_child (widget_class, SuiviRecommendationDetail, category_meaning);
  gtk_widget_class_bind_template_child (widget_class, SuiviRecommendationDetail, issues_title);
  gtk_widget_class_bind_template_child (widget_class, SuiviRecommendationDetail, issues);
  gtk_widget_class_bind_template_child (widget_class, SuiviRecommendationDetail, cluster_row);
  gtk_widget_class_bind_template_child (widget_class, SuiviRecommendationDetail, children_row);
  gtk_widget_class_bind_template_child (widget_class, SuiviRecommendationDetail, children);
  gtk_widget_class_bind_template_child (widget_class, SuiviRecommendationDetail, institutions);
  gtk_widget_class_bind_template_child (widget_class, SuiviRecommendationDetail, assessments);
  gtk_widget_class_bind_template_child (widget_class, SuiviRecommendationDetail, statements);
  gtk_widget_class_bind_template_child (widget_class, SuiviRecommendationDetail, report);
  gtk_widget_class_bind_template_child (widget_class, SuiviRecommendationDetail, ties);
  gtk_widget_class_bind_template_child (widget_class, SuiviRecommendationDetail, review_row);
  gtk_widget_class_bind_template_child (widget_class, SuiviRecommendationDetail, concerned_row);
  gtk_widget_class_bind_template_child (widget_class, SuiviRecommendationDetail, document_row);
  gtk_widget_class_bind_template_child (widget_class, SuiviRecommendationDetail, position_row);
  gtk_widget_class_bind_template_child (widget_class, SuiviRecommendationDetail, import_row);
  gtk_widget_class_bind_template_child (widget_class, SuiviRecommendationDetail, original_row);
  gtk_widget_class_bind_template_child (widget_class, SuiviRecommendationDetail, original);
  gtk_widget_class_bind_template_callback (widget_class, value_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, ties_failed_cb);
  gtk_widget_class_bind_template_callback (widget_class, institutions_failed_cb);
  gtk_widget_class_bind_template_callback (widget_class, report_failed_cb);
  gtk_widget_class_bind_template_callback (widget_class, children_changed_cb);
}

static void
suivi_recommendation_detail_init (SuiviRecommendationDetail *self)
{
  self->assessment_rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * suivi_recommendation_detail_set_workspace:
 * @workspace: (nullable): where recommendations are read
 *
 * Shows nothing until told what.
 */
void
suivi_recommendation_detail_set_workspace (SuiviRecommendationDetail *self, SuiviWorkspace *workspace)
{
  cancel_load (self);
  show_none (self);
  suivi_ties_box_set_workspace (self->ties, workspace);
  suivi_institutions_box_clear (self->institutions);
  g_set_object (&self->workspace, workspace);
}

/**
 * suivi_recommendation_detail_show_one:
 * @key: key of a row of the list
 *
 * Shows one recommendation as soon as it is read.
 */
void
suivi_recommendation_detail_show_one (SuiviRecommendationDetail *self, gint64 key)
{
  g_return_if_fail (self->workspace != NULL);

  cancel_load (self);
  self->key = key;
  self->has_key = TRUE;
  self->cancellable = g_cancellable_new ();
  suivi_review_load_detail_async (self->workspace, key, self->cancellable, detail_loaded_cb,
                                  g_object_ref (self));
  /* Asked for together, so that nothing else that a step sets off comes between. */
  suivi_ties_box_show_one (self->ties, key);
}

/**
 * suivi_recommendation_detail_show_many:
 * @n: how many recommendations are selected, not 1
 *
 * Says how many are selected and offers what can be done with all of them.
 */
void
suivi_recommendation_detail_show_many (SuiviRecommendationDetail *self, guint n)
{
  g_autofree char *title = NULL;

  cancel_load (self);
  show_none (self);
  if (n == 0)
    return;

  title = g_strdup_printf (ngettext ("%u selected", "%u selected", n), n);
  adw_status_page_set_title (self->many, title);
  gtk_stack_set_visible_child_name (self->stack, "many");
}

/**
 * suivi_recommendation_detail_reload:
 *
 * Reads again what is shown.
 */
void
suivi_recommendation_detail_reload (SuiviRecommendationDetail *self)
{
  if (self->has_key && self->workspace != NULL)
    suivi_recommendation_detail_show_one (self, self->key);
}

/**
 * suivi_recommendation_detail_get_recommendation:
 *
 * Returns: (transfer none) (nullable): the recommendation that is shown
 */
SuiviRecommendation *
suivi_recommendation_detail_get_recommendation (SuiviRecommendationDetail *self)
{
  return self->recommendation;
}
