/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/scorecard/grade-heading.h"

#include <glib/gi18n-lib.h>

#include "app/light-words.h"
#include "app/review/assessment-card.h"
#include "app/review/light-label.h"
#include "app/review/recommendation-words.h"
#include "app/review/wrap-layout.h"
#include "app/settings.h"
#include "core/scorecard/organisation.h"
#include "core/scorecard/spread.h"

struct _SuiviGradeHeading
{
  GtkWidget parent_instance;

  GtkLabel *number;
  GtkLabel *position;
  GtkLabel *text;
  GtkLabel *origin;
  GtkWidget *earlier;
  GtkLabel *earlier_title;
  GtkLabel *earlier_light;
  GtkLabel *agreed;
  GtkLabel *colleague;
  GtkWidget *others;
  GtkLabel *others_title;
  GtkBox *judgements;
};

G_DEFINE_FINAL_TYPE (SuiviGradeHeading, suivi_grade_heading, GTK_TYPE_WIDGET)

enum
{
  SIGNAL_OPEN_REQUESTED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
open_clicked_cb (SuiviGradeHeading *self)
{
  g_signal_emit (self, signals[SIGNAL_OPEN_REQUESTED], 0);
}

/* "France, Togo · Education": who asked, and what it is about */
static char *
describe_origin (SuiviRecommendation *recommendation)
{
  g_autoptr (GStrvBuilder) parts = g_strv_builder_new ();
  g_autofree char *states = suivi_recommendation_states_to_text (recommendation);
  g_autofree char *themes = g_strjoinv (", ", recommendation->themes);
  g_auto (GStrv) strv = NULL;

  if (states[0] != '\0')
    g_strv_builder_add (parts, states);
  if (themes[0] != '\0')
    g_strv_builder_add (parts, themes);
  strv = g_strv_builder_end (parts);

  return g_strjoinv (" · ", strv);
}

static const char *
light_word (SuiviGradeHeading *self, SuiviLight light)
{
  return suivi_light_words_to_label (suivi_light_words_get (GTK_WIDGET (self)), light);
}

static void
show_earlier (SuiviGradeHeading *self, const SuiviGradeSubject *subject)
{
  const SuiviGradeEarlier *earlier = g_hash_table_lookup (subject->earlier, subject->recommendation->id);

  gtk_widget_set_visible (self->earlier, earlier != NULL);
  if (earlier != NULL)
    {
      /* Translators: how a recommendation stood in an earlier scorecard; its light follows. %s is the title of the
       * scorecard: "In Mid-term 2024:" */
      g_autofree char *title = g_strdup_printf (_ ("In %s:"), earlier->edition);

      gtk_label_set_label (self->earlier_title, title);
      suivi_light_label_set (self->earlier_light, earlier->light, TRUE);
    }
}

static void
show_agreed (SuiviGradeHeading *self, const SuiviAssessment *agreed)
{
  g_autofree char *day = NULL;
  g_autofree char *names = NULL;
  g_autofree char *sentence = NULL;

  gtk_widget_set_visible (GTK_WIDGET (self->agreed), agreed != NULL);
  if (agreed == NULL)
    return;

  day = suivi_date_to_label (agreed->date);
  names = g_strjoinv (", ", agreed->agreed_by);
  /* Translators: the symbol and the word of a light, a day, and the names of organisations */
  sentence = g_strdup_printf (
    _ ("An agreed grade counts: %s %s, agreed on %s by %s. Your own judgement stands beside it."),
    suivi_light_to_symbol (agreed->light), light_word (self, agreed->light), day, names);
  gtk_label_set_label (self->agreed, sentence);
}

static void
add_judgement (SuiviGradeHeading *self, const SuiviAssessment *judgement)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *light = gtk_label_new (NULL);
  GtkWidget *name = gtk_label_new (suivi_organisation_to_label (judgement->organisation));

  gtk_label_set_ellipsize (GTK_LABEL (name), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (name), 32);
  gtk_widget_add_css_class (light, "light-mark");
  suivi_light_label_set (GTK_LABEL (light), judgement->light, TRUE);
  gtk_box_append (GTK_BOX (box), name);
  gtk_box_append (GTK_BOX (box), light);
  gtk_box_append (self->judgements, box);
}

/* Side by side; nothing is averaged. */
static void
show_others (SuiviGradeHeading *self, const SuiviGradeSubject *subject)
{
  g_autoptr (SuiviSpread) spread = suivi_spread_new (subject->assessments, NULL);
  GtkWidget *child = NULL;
  guint n = 0;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->judgements))) != NULL)
    gtk_box_remove (self->judgements, child);
  for (guint i = 0; i < spread->assessments->len; i++)
    {
      const SuiviAssessment *judgement = g_ptr_array_index (spread->assessments, i);

      if (suivi_assessment_is_by (judgement, subject->organisation))
        continue;
      add_judgement (self, judgement);
      n++;
    }

  gtk_widget_set_visible (self->others, n > 0);
  if (suivi_spread_is_wide (spread))
    {
      g_autofree char *title
        = g_strdup_printf (ngettext ("Other organisations (all judgements together are %u grade apart)",
                                     "Other organisations (all judgements together are %u grades apart)",
                                     spread->apart),
                           spread->apart);

      gtk_label_set_label (self->others_title, title);
    }
  else
    {
      gtk_label_set_label (self->others_title, _ ("Other organisations"));
    }
}

/* What a colleague of the own organisation said last: the form does not repeat it as one's own words. */
static void
show_colleague (SuiviGradeHeading *self, const SuiviAssessment *own)
{
  g_autofree char *name = suivi_settings_dup_user_name ();
  gboolean shown = own != NULL && suivi_grade_is_by_other (own, name);

  if (shown)
    {
      g_autofree char *byline = suivi_assessment_to_byline ((SuiviAssessment *) own);
      /* Translators: what a colleague judged before: a light, the day and the name, and the reason */
      g_autofree char *text
        = g_strdup_printf (_ ("So far: %s %s · %s. %s"), suivi_light_to_symbol (own->light),
                           light_word (self, own->light), byline, own->reason);

      gtk_label_set_label (self->colleague, text);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->colleague), shown);
}

static void
suivi_grade_heading_dispose (GObject *object)
{
  GtkWidget *child = NULL;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (suivi_grade_heading_parent_class)->dispose (object);
}

static void
suivi_grade_heading_class_init (SuiviGradeHeadingClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = suivi_grade_heading_dispose;

  signals[SIGNAL_OPEN_REQUESTED] = g_signal_new ("open-requested", SUIVI_TYPE_GRADE_HEADING,
                                                 G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (SUIVI_TYPE_WRAP_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/suivi/Suivi/scorecard/grade-heading.ui");
  gtk_widget_class_bind_template_child (widget_class, SuiviGradeHeading, number);
  gtk_widget_class_bind_template_child (widget_class, SuiviGradeHeading, position);
  gtk_widget_class_bind_template_child (widget_class, SuiviGradeHeading, text);
  gtk_widget_class_bind_template_child (widget_class, SuiviGradeHeading, origin);
  gtk_widget_class_bind_template_child (widget_class, SuiviGradeHeading, earlier);
  gtk_widget_class_bind_template_child (widget_class, SuiviGradeHeading, earlier_title);
  gtk_widget_class_bind_template_child (widget_class, SuiviGradeHeading, earlier_light);
  gtk_widget_class_bind_template_child (widget_class, SuiviGradeHeading, agreed);
  gtk_widget_class_bind_template_child (widget_class, SuiviGradeHeading, colleague);
  gtk_widget_class_bind_template_child (widget_class, SuiviGradeHeading, others);
  gtk_widget_class_bind_template_child (widget_class, SuiviGradeHeading, others_title);
  gtk_widget_class_bind_template_child (widget_class, SuiviGradeHeading, judgements);
  gtk_widget_class_bind_template_callback (widget_class, open_clicked_cb);
}

static void
suivi_grade_heading_init (SuiviGradeHeading *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * suivi_grade_heading_show:
 * @subject: what is graded
 */
void
suivi_grade_heading_show (SuiviGradeHeading *self, const SuiviGradeSubject *subject)
{
  SuiviRecommendation *recommendation = subject->recommendation;
  g_autofree char *title = suivi_recommendation_to_title (recommendation, subject->review);
  g_autofree char *caption = suivi_recommendation_to_caption (recommendation);
  g_autofree char *origin = describe_origin (recommendation);

  gtk_label_set_label (self->number, title);
  gtk_label_set_label (self->position, caption);
  gtk_label_set_label (self->text, recommendation->text);
  gtk_label_set_label (self->origin, origin);
  gtk_widget_set_visible (GTK_WIDGET (self->origin), origin[0] != '\0');
  show_earlier (self, subject);
  show_agreed (self, subject->agreed);
  show_colleague (self, subject->own);
  show_others (self, subject);
}
