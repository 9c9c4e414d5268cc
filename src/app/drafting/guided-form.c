/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "app/drafting/guided-form.h"
#include "app/drafting/list-chooser.h"
#include "app/review/assessment-card.h"
#include "core/drafting/sentence.h"
#include "core/reference/sessions.h"
#include "core/text/text.h"

#define NEXT_REVIEW "next-review"
#define FIRST_YEAR  2000
#define LAST_YEAR   2100

/* The choices of "By when", in their order. */
typedef enum
{
  DEADLINE_NEXT_REVIEW,
  DEADLINE_DAY,
  DEADLINE_YEAR,
  DEADLINE_NONE,
} Deadline;

struct _SuiviGuidedForm
{
  GtkBox parent_instance;

  GtkEditable *actor;
  GtkEditable *purpose;
  GtkEditable *verb;
  AdwActionRow *advice_row;
  GtkImage *advice_icon;
  GtkEditable *object;
  GtkEditable *group;
  GtkEditable *indicator;
  GtkEditable *baseline;
  GtkEditable *target;
  GtkEditable *verification;
  GtkEditable *means;
  AdwComboRow *deadline;
  GtkEditable *day;
  GtkEditable *year;
  GtkLabel *preview;
  GtkLabel *missing;

  SuiviPriority *priority; /* (owned) (nullable) */
  SuiviDraft *draft;       /* (owned) (nullable) */
  char *next_review;       /* (owned) (nullable) */
  GPtrArray *verbs;   /* (owned) (nullable) (element-type SuiviVerbAdvice): of the language of the draft */
  GHashTable *unused; /* (element-type utf8 SuiviSentence): by draft, what was typed and not used yet */
  gboolean filling;   /* whether the fields are being set by the program */
};

G_DEFINE_FINAL_TYPE (SuiviGuidedForm, suivi_guided_form, GTK_TYPE_BOX)

enum
{
  SIGNAL_USE_TEXT,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* Which field of the form is which part of the sentence; the deadline has fields of its own. */
static const struct
{
  gsize field;
  gsize part;
} fields[] = {
#define FIELD(name)                                                                \
  {                                                                                \
    G_STRUCT_OFFSET (SuiviGuidedForm, name), G_STRUCT_OFFSET (SuiviSentence, name) \
  }
  FIELD (actor),     FIELD (verb),     FIELD (object), FIELD (purpose),      FIELD (group),
  FIELD (indicator), FIELD (baseline), FIELD (target), FIELD (verification), FIELD (means),
#undef FIELD
};

static GtkEditable *
get_field (SuiviGuidedForm *self, gsize i)
{
  return G_STRUCT_MEMBER (GtkEditable *, self, fields[i].field);
}

static char *
dup_text (GtkEditable *editable)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (editable)));
}

static gboolean
is_year (const char *text)
{
  guint64 year = 0;

  return strlen (text) == 4 && g_ascii_string_to_unsigned (text, 10, FIRST_YEAR, LAST_YEAR, &year, NULL);
}

static void
set_part (char **part, char *text)
{
  g_free (*part);
  *part = text;
}

/* What the fields say; a day or year that is none counts as no deadline. */
static SuiviSentence *
create_sentence (SuiviGuidedForm *self)
{
  SuiviSentence *sentence = suivi_sentence_new ();
  g_autofree char *day = dup_text (self->day);
  g_autofree char *year = dup_text (self->year);
  const char *deadline = "";

  for (gsize i = 0; i < G_N_ELEMENTS (fields); i++)
    set_part (&G_STRUCT_MEMBER (char *, sentence, fields[i].part), dup_text (get_field (self, i)));

  switch ((Deadline) adw_combo_row_get_selected (self->deadline))
    {
    case DEADLINE_NEXT_REVIEW:
      deadline = NEXT_REVIEW;
      break;
    case DEADLINE_DAY:
      deadline = suivi_date_is_valid (day) ? day : "";
      break;
    case DEADLINE_YEAR:
      deadline = is_year (year) ? year : "";
      break;
    case DEADLINE_NONE:
    default:
      break;
    }
  set_part (&sentence->deadline, g_strdup (deadline));

  return sentence;
}

/* What is wrong, in one sentence: the first thing that is. */
static const char *
find_fault (SuiviGuidedForm *self, SuiviSentence *sentence)
{
  guint deadline = adw_combo_row_get_selected (self->deadline);
  g_autofree char *day = dup_text (self->day);
  g_autofree char *year = dup_text (self->year);

  if (deadline == DEADLINE_DAY && !suivi_date_is_valid (day))
    return _ ("Say by which day, as year-month-day: 2028-12-31.");
  if (deadline == DEADLINE_YEAR && !is_year (year))
    return _ ("Say in which year, with four digits: 2028.");
  if (suivi_text_is_blank (sentence->verb))
    return _ ("Say what should be done: choose a verb.");
  if (suivi_text_is_blank (sentence->object) && suivi_text_is_blank (sentence->purpose))
    return _ ("Say what should be acted on, or for which right.");

  return NULL;
}

static SuiviVerbAdvice *
find_verb (SuiviGuidedForm *self, const char *verb)
{
  g_autofree char *folded = suivi_text_fold (verb);

  for (guint i = 0; self->verbs != NULL && i < self->verbs->len; i++)
    {
      SuiviVerbAdvice *advice = g_ptr_array_index (self->verbs, i);
      g_autofree char *other = suivi_text_fold (advice->verb);

      if (g_str_equal (other, folded))
        return advice;
    }

  return NULL;
}

/* Why the verb is strong, or why it is weak and what to write instead. */
static char *
describe_advice (SuiviVerbAdvice *advice)
{
  if (advice->instead == NULL)
    return g_strdup (advice->reason);

  /* Translators: why a verb is weak, and what to write instead of it: two sentences */
  return g_strdup_printf (_ ("%s %s"), advice->reason, advice->instead);
}

static void
show_advice (SuiviGuidedForm *self, const char *verb)
{
  SuiviVerbAdvice *advice = find_verb (self, verb);
  g_autofree char *text = advice != NULL ? describe_advice (advice) : NULL;
  g_autofree char *escaped = text != NULL ? g_markup_escape_text (text, -1) : NULL;
  g_autofree char *title = NULL;

  gtk_widget_set_visible (GTK_WIDGET (self->advice_row), advice != NULL);
  if (advice == NULL)
    return;

  /* Translators: %s is a verb */
  title = g_strdup_printf (advice->strong ? _ ("“%s” is a strong verb") : _ ("“%s” is a weak verb"),
                           advice->verb);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->advice_row), title);
  adw_action_row_set_subtitle (self->advice_row, escaped);
  gtk_image_set_from_icon_name (self->advice_icon,
                                advice->strong ? "emblem-ok-symbolic" : "dialog-warning-symbolic");
}

static void
update (SuiviGuidedForm *self)
{
  g_autoptr (SuiviSentence) sentence = create_sentence (self);
  const char *language = self->draft != NULL ? self->draft->language : NULL;
  g_autofree char *text = suivi_sentence_write (sentence, language, self->next_review);
  const char *fault = find_fault (self, sentence);
  guint deadline = adw_combo_row_get_selected (self->deadline);

  gtk_widget_set_visible (GTK_WIDGET (self->day), deadline == DEADLINE_DAY);
  gtk_widget_set_visible (GTK_WIDGET (self->year), deadline == DEADLINE_YEAR);
  show_advice (self, sentence->verb);
  gtk_label_set_label (self->preview, text);
  gtk_widget_set_visible (GTK_WIDGET (self->preview), text[0] != '\0');
  gtk_label_set_label (self->missing, fault != NULL ? fault : "");
  gtk_widget_set_visible (GTK_WIDGET (self->missing), fault != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "guided-form.use", self->draft != NULL && fault == NULL);
}

/* Nothing that was typed is lost when another draft is looked at. */
static void
form_changed_cb (SuiviGuidedForm *self)
{
  if (self->filling)
    return;

  if (self->draft != NULL)
    g_hash_table_insert (self->unused, g_strdup (self->draft->id), create_sentence (self));
  update (self);
}

static void
deadline_changed_cb (SuiviGuidedForm *self)
{
  form_changed_cb (self);
}

static void
fill (SuiviGuidedForm *self, SuiviSentence *sentence)
{
  gboolean is_day = suivi_date_is_valid (sentence->deadline);

  self->filling = TRUE;
  for (gsize i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      const char *part = G_STRUCT_MEMBER (char *, sentence, fields[i].part);

      if (!g_str_equal (gtk_editable_get_text (get_field (self, i)), part))
        gtk_editable_set_text (get_field (self, i), part);
    }
  gtk_editable_set_text (self->day, is_day ? sentence->deadline : "");
  gtk_editable_set_text (self->year, is_year (sentence->deadline) ? sentence->deadline : "");
  if (g_str_equal (sentence->deadline, NEXT_REVIEW))
    adw_combo_row_set_selected (self->deadline, DEADLINE_NEXT_REVIEW);
  else if (is_day)
    adw_combo_row_set_selected (self->deadline, DEADLINE_DAY);
  else if (is_year (sentence->deadline))
    adw_combo_row_set_selected (self->deadline, DEADLINE_YEAR);
  else
    adw_combo_row_set_selected (self->deadline, DEADLINE_NONE);
  self->filling = FALSE;
}

static void
fill_from_draft (SuiviGuidedForm *self)
{
  g_autoptr (SuiviSentence) sentence = NULL;
  SuiviSentence *typed = self->draft != NULL ? g_hash_table_lookup (self->unused, self->draft->id) : NULL;

  if (typed != NULL)
    sentence = suivi_sentence_copy (typed);
  else if (self->draft != NULL && !suivi_text_is_blank (self->draft->form))
    sentence = suivi_sentence_from_string (self->draft->form);
  if (sentence == NULL && self->draft != NULL)
    sentence = suivi_sentence_read (self->draft->text, self->draft->language);
  if (sentence == NULL)
    sentence = suivi_sentence_new ();
  /* Who starts from nothing starts with a deadline: "by the next review or sooner" (Factsheet 3). */
  if (self->draft != NULL && suivi_text_is_blank (self->draft->text) && typed == NULL
      && suivi_text_is_blank (self->draft->form))
    set_part (&sentence->deadline, g_strdup (NEXT_REVIEW));
  fill (self, sentence);
}

/* Far ahead no calendar is published: the date is then reckoned from the last review. */
static gboolean
is_in_calendar (const char *state, const char *first_day)
{
  gsize n = 0;
  g_autofree guint *sessions = suivi_sessions_of_state (state, &n);

  for (gsize i = 0; i < n; i++)
    {
      const char *start = NULL;

      if (suivi_session_get_dates (sessions[i], &start, NULL) && g_str_equal (start, first_day))
        return TRUE;
    }

  return FALSE;
}

static char *
describe_next_review (SuiviGuidedForm *self)
{
  g_autofree char *day = NULL;

  if (self->next_review == NULL)
    return g_strdup ("");

  day = suivi_date_to_label (self->next_review);
  if (self->priority != NULL && is_in_calendar (self->priority->state, self->next_review))
    /* Translators: %s is a day */
    return g_strdup_printf (_ ("The next review begins on %s"), day);

  /* Translators: %s is a day */
  return g_strdup_printf (_ ("The next review is expected around %s"), day);
}

static void
name_deadlines (SuiviGuidedForm *self)
{
  g_autoptr (GtkStringList) labels = gtk_string_list_new (NULL);
  guint selected = adw_combo_row_get_selected (self->deadline);
  g_autofree char *begins = describe_next_review (self);

  gtk_string_list_append (labels, _ ("Before the next review"));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->deadline), begins);
  /* Translators: by when something should be done: by a day that is written below */
  gtk_string_list_append (labels, _ ("By a day"));
  /* Translators: by when something should be done: in a year that is written below */
  gtk_string_list_append (labels, _ ("By a year"));
  gtk_string_list_append (labels, _ ("No time is named"));
  self->filling = TRUE;
  adw_combo_row_set_model (self->deadline, G_LIST_MODEL (labels));
  adw_combo_row_set_selected (self->deadline, selected != GTK_INVALID_LIST_POSITION ? selected : 0);
  self->filling = FALSE;
}

/* Actions */

static void
verb_chosen_cb (SuiviListChooser *chooser, const char *verb, SuiviGuidedForm *self)
{
  gtk_editable_set_text (self->verb, verb);
}

static void
choose_verb_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SuiviGuidedForm *self = SUIVI_GUIDED_FORM (widget);
  SuiviListChooser *chooser = NULL;

  if (self->verbs == NULL)
    return;

  chooser = suivi_list_chooser_new (GTK_WINDOW (gtk_widget_get_root (widget)), _ ("Verbs"));
  for (guint i = 0; i < self->verbs->len; i++)
    {
      SuiviVerbAdvice *advice = g_ptr_array_index (self->verbs, i);
      g_autofree char *text = describe_advice (advice);

      suivi_list_chooser_add (chooser, advice->verb,
                              advice->strong ? _ ("Strong: it can be checked whether it was done")
                                             : _ ("Weak: hard to check"),
                              advice->verb, text);
    }
  g_signal_connect_object (chooser, "chosen", G_CALLBACK (verb_chosen_cb), self, 0);
  gtk_window_present (GTK_WINDOW (chooser));
}

static void
indicator_chosen_cb (SuiviListChooser *chooser, const char *measure, SuiviGuidedForm *self)
{
  gtk_editable_set_text (self->indicator, measure);
}

/* The words of the form, the draft and its issue: what it is about. */
static char *
collect_words (SuiviGuidedForm *self)
{
  return g_strjoin (" ", gtk_editable_get_text (self->purpose), gtk_editable_get_text (self->object),
                    gtk_editable_get_text (self->group), self->priority != NULL ? self->priority->title : "",
                    self->draft->text, NULL);
}

static void
choose_indicator_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SuiviGuidedForm *self = SUIVI_GUIDED_FORM (widget);
  SuiviListChooser *chooser = NULL;
  g_autofree char *words = NULL;
  g_autoptr (GPtrArray) indicators = NULL;

  if (self->draft == NULL)
    return;

  words = collect_words (self);
  indicators = suivi_indicators_propose (words);
  chooser = suivi_list_chooser_new (GTK_WINDOW (gtk_widget_get_root (widget)),
                                    _ ("Indicators of the Sustainable Development Goals"));
  for (guint i = 0; i < indicators->len; i++)
    {
      SuiviIndicator *indicator = g_ptr_array_index (indicators, i);
      g_autofree char *text = g_strdup_printf ("%s · %s", indicator->code, indicator->title);

      suivi_list_chooser_add (chooser, indicator->measure, NULL, indicator->measure, text);
    }
  g_signal_connect_object (chooser, "chosen", G_CALLBACK (indicator_chosen_cb), self, 0);
  gtk_window_present (GTK_WINDOW (chooser));
}

static void
use_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SuiviGuidedForm *self = SUIVI_GUIDED_FORM (widget);
  g_autoptr (SuiviSentence) sentence = create_sentence (self);
  g_autofree char *text = NULL;
  g_autofree char *form = NULL;

  if (self->draft == NULL || find_fault (self, sentence) != NULL)
    return;

  text = suivi_sentence_write (sentence, self->draft->language, self->next_review);
  form = suivi_sentence_to_string (sentence);
  /* What the page does with it may come back here as a new draft: by then it counts as used. */
  set_part (&self->draft->form, g_strdup (form));
  g_hash_table_remove (self->unused, self->draft->id);
  g_signal_emit (self, signals[SIGNAL_USE_TEXT], 0, text, form, sentence->means);
}

static void
forget_draft (SuiviGuidedForm *self)
{
  g_clear_pointer (&self->priority, suivi_priority_free);
  g_clear_pointer (&self->draft, suivi_draft_free);
  g_clear_pointer (&self->next_review, g_free);
}

static void
suivi_guided_form_finalize (GObject *object)
{
  SuiviGuidedForm *self = SUIVI_GUIDED_FORM (object);

  forget_draft (self);
  g_clear_pointer (&self->verbs, g_ptr_array_unref);
  g_hash_table_unref (self->unused);

  G_OBJECT_CLASS (suivi_guided_form_parent_class)->finalize (object);
}

static void
suivi_guided_form_class_init (SuiviGuidedFormClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = suivi_guided_form_finalize;

  /**
   * SuiviGuidedForm::use-text:
   * @text: the sentence
   * @form: what was filled in, for #SuiviDraft.form
   * @means: which means are needed, for #SuiviDraft.means; may be ""
   */
  signals[SIGNAL_USE_TEXT]
    = g_signal_new ("use-text", SUIVI_TYPE_GUIDED_FORM, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                    3, G_TYPE_STRING, G_TYPE_STRING, G_TYPE_STRING);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/suivi/Suivi/drafting/guided-form.ui");
  gtk_widget_class_bind_template_child (widget_class, SuiviGuidedForm, actor);
  gtk_widget_class_bind_template_child (widget_class, SuiviGuidedForm, purpose);
  gtk_widget_class_bind_template_child (widget_class, SuiviGuidedForm, verb);
  gtk_widget_class_bind_template_child (widget_class, SuiviGuidedForm, advice_row);
  gtk_widget_class_bind_template_child (widget_class, SuiviGuidedForm, advice_icon);
  gtk_widget_class_bind_template_child (widget_class, SuiviGuidedForm, object);
  gtk_widget_class_bind_template_child (widget_class, SuiviGuidedForm, group);
  gtk_widget_class_bind_template_child (widget_class, SuiviGuidedForm, indicator);
  gtk_widget_class_bind_template_child (widget_class, SuiviGuidedForm, baseline);
  gtk_widget_class_bind_template_child (widget_class, SuiviGuidedForm, target);
  gtk_widget_class_bind_template_child (widget_class, SuiviGuidedForm, verification);
  gtk_widget_class_bind_template_child (widget_class, SuiviGuidedForm, means);
  gtk_widget_class_bind_template_child (widget_class, SuiviGuidedForm, deadline);
  gtk_widget_class_bind_template_child (widget_class, SuiviGuidedForm, day);
  gtk_widget_class_bind_template_child (widget_class, SuiviGuidedForm, year);
  gtk_widget_class_bind_template_child (widget_class, SuiviGuidedForm, preview);
  gtk_widget_class_bind_template_child (widget_class, SuiviGuidedForm, missing);
  gtk_widget_class_bind_template_callback (widget_class, form_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, deadline_changed_cb);
  gtk_widget_class_install_action (widget_class, "guided-form.choose-verb", NULL, choose_verb_action);
  gtk_widget_class_install_action (widget_class, "guided-form.choose-indicator", NULL,
                                   choose_indicator_action);
  gtk_widget_class_install_action (widget_class, "guided-form.use", NULL, use_action);
}

static void
suivi_guided_form_init (SuiviGuidedForm *self)
{
  self->unused
    = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) suivi_sentence_free);
  self->filling = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  self->filling = FALSE;
  name_deadlines (self);
  update (self);
}

/**
 * suivi_guided_form_new:
 *
 * Returns: (transfer floating): an empty form
 */
GtkWidget *
suivi_guided_form_new (void)
{
  return g_object_new (SUIVI_TYPE_GUIDED_FORM, NULL);
}

static gboolean
is_same_draft (SuiviDraft *a, SuiviDraft *b)
{
  return a != NULL && b != NULL && g_str_equal (a->id, b->id) && g_str_equal (a->language, b->language);
}

/**
 * suivi_guided_form_set_draft:
 * @priority: (nullable): the issue of the draft
 * @draft: (nullable): the draft; %NULL clears the form
 * @next_review: (nullable): first day of the next review of the State: "2029-05-01"
 *
 * Fills the form with what was filled in before, or with what can be read out of the text. What was typed into it since
 * is kept, for each draft, until the sentence is used.
 */
void
suivi_guided_form_set_draft (SuiviGuidedForm *self,
                             SuiviPriority *priority,
                             SuiviDraft *draft,
                             const char *next_review)
{
  SuiviDraft *copy = NULL;
  SuiviPriority *priority_copy = NULL;
  char *review_copy = NULL;
  gboolean keep = FALSE;

  g_return_if_fail (SUIVI_IS_GUIDED_FORM (self));

  keep
    = is_same_draft (self->draft, draft)
      && (g_hash_table_contains (self->unused, draft->id)
          || (g_str_equal (self->draft->form, draft->form) && g_str_equal (self->draft->text, draft->text)));
  copy = draft != NULL ? suivi_draft_copy (draft) : NULL;
  priority_copy = priority != NULL ? suivi_priority_copy (priority) : NULL;
  review_copy = g_strdup (next_review);
  forget_draft (self);
  self->draft = copy;
  self->priority = priority_copy;
  self->next_review = review_copy;
  g_clear_pointer (&self->verbs, g_ptr_array_unref);
  if (draft != NULL)
    self->verbs = suivi_verb_advice_list (draft->language);
  name_deadlines (self);
  if (!keep)
    fill_from_draft (self);
  update (self);
}
