/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "app/consultation/consultation-change.h"
#include "app/consultation/facilitator-row.h"
#include "app/consultation/plan-step.h"
#include "app/consultation/record-form.h"
#include "app/consultation/record-group.h"
#include "app/consultation/text-row.h"
#include "app/drop-down.h"
#include "core/review/review.h"
#include "core/text/text.h"

/* What a consultation needs before it can be ready; the gate asks for the same. */
typedef enum
{
  NEED_TITLE,
  NEED_PURPOSE,
  NEED_FOCAL_POINT,
  NEED_DEPUTY,
  NEED_RISK,
  N_NEEDS,
} Need;

struct _SuiviPlanStep
{
  SuiviConsultationStep parent_instance;

  GtkLabel *needed;
  GtkWidget *title;
  SuiviTextRow *purpose;
  AdwComboRow *review;
  GtkWidget *place;
  GtkWidget *begins_on;
  GtkWidget *ends_on;
  GtkLabel *days_warning;
  GtkWidget *organiser;
  GtkWidget *partners;
  GtkWidget *methods;
  GtkWidget *language;
  GtkWidget *age_from;
  GtkWidget *age_to;
  GtkLabel *ages_warning;
  GtkWidget *focal_point;
  GtkWidget *deputy;
  AdwComboRow *risk;
  SuiviTextRow *measures;
  SuiviRecordGroup *facilitators;
  GtkWidget *add_group;
  GtkEditable *add_facilitator;
  SuiviTextRow *notes;

  SuiviRecordForm *form; /* (owned) */
  GtkWidget *marks[N_NEEDS];
  GPtrArray *review_ids;     /* (element-type utf8) (owned): of the choices; "": the next review */
  GCancellable *cancellable; /* (owned) (nullable): of the reviews that are being read */
  gboolean filling;
};

G_DEFINE_FINAL_TYPE (SuiviPlanStep, suivi_plan_step, SUIVI_TYPE_CONSULTATION_STEP)

static SuiviConsultation *
get_consultation (SuiviPlanStep *self)
{
  SuiviConsultationRecord *record = suivi_consultation_step_get_record (SUIVI_CONSULTATION_STEP (self));

  return record != NULL ? record->consultation : NULL;
}

static gboolean
is_writable (SuiviPlanStep *self)
{
  SuiviConsultation *consultation = get_consultation (self);

  return consultation != NULL && consultation->status != SUIVI_CONSULTATION_CLOSED
         && suivi_consultation_step_is_writable (SUIVI_CONSULTATION_STEP (self));
}

/* What is missing */

/* Translators: these follow "Needed before the consultation can be ready: " */
static const char *const need_names[N_NEEDS] = {
  [NEED_TITLE] = N_ ("title"),   [NEED_PURPOSE] = N_ ("purpose"), [NEED_FOCAL_POINT] = N_ ("focal point"),
  [NEED_DEPUTY] = N_ ("deputy"), [NEED_RISK] = N_ ("risk"),
};

static gboolean
is_needed (const SuiviConsultation *consultation, Need need)
{
  switch (need)
    {
    case NEED_TITLE:
      return suivi_text_is_blank (consultation->title);
    case NEED_PURPOSE:
      return suivi_text_is_blank (consultation->purpose);
    case NEED_FOCAL_POINT:
      return suivi_text_is_blank (consultation->focal_point);
    case NEED_DEPUTY:
      return suivi_text_is_blank (consultation->deputy);
    case NEED_RISK:
      return consultation->risk == SUIVI_RISK_UNASSESSED;
    case N_NEEDS:
    default:
      g_return_val_if_reached (FALSE);
    }
}

static void
show_needs (SuiviPlanStep *self, const SuiviConsultation *consultation)
{
  g_autoptr (GString) names = g_string_new (NULL);

  for (Need need = 0; need < N_NEEDS; need++)
    {
      gboolean needed = consultation != NULL && is_needed (consultation, need);

      gtk_widget_set_visible (self->marks[need], needed);
      if (needed)
        g_string_append_printf (names, "%s%s", names->len > 0 ? ", " : "", _ (need_names[need]));
    }

  if (names->len > 0)
    {
      /* Translators: %s is a list of fields: "purpose, deputy" */
      g_autofree char *sentence
        = g_strdup_printf (_ ("Needed before the consultation can be ready: %s."), names->str);

      gtk_label_set_label (self->needed, sentence);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->needed), names->len > 0);
}

static void
warn (GtkLabel *label, gboolean wrong, const char *sentence)
{
  gtk_label_set_label (label, wrong ? sentence : "");
  gtk_widget_set_visible (GTK_WIDGET (label), wrong);
}

static void
show_warnings (SuiviPlanStep *self, const SuiviConsultation *consultation)
{
  gboolean both_days
    = consultation != NULL && *consultation->begins_on != '\0' && *consultation->ends_on != '\0';
  gboolean both_ages = consultation != NULL && consultation->age_from > 0 && consultation->age_to > 0;

  warn (self->days_warning, both_days && strcmp (consultation->ends_on, consultation->begins_on) < 0,
        _ ("The last day is before the first one. Correct one of them."));
  warn (self->ages_warning, both_ages && consultation->age_to < consultation->age_from,
        _ ("The oldest is younger than the youngest. Correct one of the ages."));
}

/* Saving */

static void
edited_cb (SuiviPlanStep *self)
{
  const SuiviConsultation *base = suivi_record_form_get_base (self->form);
  g_autoptr (SuiviConsultation) edited = suivi_record_form_get_record (self->form);

  show_needs (self, edited);
  show_warnings (self, edited);
  /* A consultation is never without a title: that must not keep the rest from being saved. */
  if (suivi_text_is_blank (edited->title))
    {
      g_free (edited->title);
      edited->title = g_strdup (base->title);
    }
  suivi_consultation_change (SUIVI_CONSULTATION_STEP (self), base, edited);
}

static void
facilitator_edited_cb (SuiviPlanStep *self, gpointer facilitator)
{
  suivi_consultation_step_put (SUIVI_CONSULTATION_STEP (self), _ ("Change a facilitator"),
                               SUIVI_PUT (suivi_transaction_put_facilitator),
                               suivi_facilitator_copy (facilitator), (GDestroyNotify) suivi_facilitator_free,
                               NULL);
}

static void
facilitator_removed_cb (SuiviPlanStep *self, const char *id)
{
  suivi_consultation_step_put (SUIVI_CONSULTATION_STEP (self), _ ("Remove a facilitator"),
                               SUIVI_PUT (suivi_transaction_delete_facilitator), g_strdup (id), g_free,
                               _ ("Removed"));
}

static void
add_facilitator_cb (SuiviPlanStep *self)
{
  SuiviConsultation *consultation = get_consultation (self);
  g_autofree char *name = g_strstrip (g_strdup (gtk_editable_get_text (self->add_facilitator)));
  SuiviFacilitator *facilitator = NULL;

  if (consultation == NULL || *name == '\0')
    return;

  facilitator = suivi_facilitator_new (consultation->id, name);
  gtk_editable_set_text (self->add_facilitator, "");
  suivi_consultation_step_put (SUIVI_CONSULTATION_STEP (self), _ ("Add a facilitator"),
                               SUIVI_PUT (suivi_transaction_put_facilitator), facilitator,
                               (GDestroyNotify) suivi_facilitator_free, NULL);
}

/* The reviews to choose from */

static gpointer
list_reviews (SuiviStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  const char *state = data;
  g_autoptr (GPtrArray) all = suivi_store_list_reviews (store, error);
  g_autoptr (GPtrArray) reviews = g_ptr_array_new_with_free_func ((GDestroyNotify) suivi_review_free);

  if (all == NULL)
    return NULL;
  for (guint i = 0; i < all->len; i++)
    {
      SuiviReview *review = g_ptr_array_index (all, i);

      if (g_str_equal (review->state, state))
        g_ptr_array_add (reviews, suivi_review_copy (review));
    }

  return g_steal_pointer (&reviews);
}

static void
select_review (SuiviPlanStep *self)
{
  SuiviConsultation *consultation = get_consultation (self);
  const char *id = consultation != NULL && consultation->review_id != NULL ? consultation->review_id : "";
  guint found = 0;

  for (guint i = 0; i < self->review_ids->len; i++)
    if (g_str_equal (g_ptr_array_index (self->review_ids, i), id))
      found = i;

  self->filling = TRUE;
  adw_combo_row_set_selected (self->review, found);
  self->filling = FALSE;
  gtk_widget_set_sensitive (GTK_WIDGET (self->review), is_writable (self) && self->review_ids->len > 0);
}

static gboolean
has_reviews (SuiviPlanStep *self, GPtrArray *reviews)
{
  if (self->review_ids->len != reviews->len + 1)
    return FALSE;
  for (guint i = 0; i < reviews->len; i++)
    if (!g_str_equal (g_ptr_array_index (self->review_ids, i + 1),
                      ((SuiviReview *) g_ptr_array_index (reviews, i))->id))
      return FALSE;

  return TRUE;
}

static void
reviews_listed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SuiviPlanStep) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) reviews = suivi_workspace_run_finish (SUIVI_WORKSPACE (source), result, &error);
  g_autoptr (GtkStringList) labels = NULL;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || get_consultation (self) == NULL)
    return;
  if (reviews == NULL)
    {
      suivi_consultation_step_fail (SUIVI_CONSULTATION_STEP (self), error->message);
      return;
    }

  /* A list that is just open must not close because something else changed. */
  if (!has_reviews (self, reviews))
    {
      labels = gtk_string_list_new (NULL);
      g_ptr_array_set_size (self->review_ids, 0);
      g_ptr_array_add (self->review_ids, g_strdup (""));
      gtk_string_list_append (labels, _ ("The next review"));
      for (guint i = 0; i < reviews->len; i++)
        {
          SuiviReview *review = g_ptr_array_index (reviews, i);
          g_autofree char *label = suivi_review_to_label (review);

          g_ptr_array_add (self->review_ids, g_strdup (review->id));
          gtk_string_list_append (labels, label);
        }
      self->filling = TRUE;
      adw_combo_row_set_model (self->review, G_LIST_MODEL (labels));
      self->filling = FALSE;
    }
  select_review (self);
}

static void
show_reviews (SuiviPlanStep *self)
{
  SuiviConsultation *consultation = get_consultation (self);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  select_review (self);
  if (consultation == NULL)
    return;

  self->cancellable = g_cancellable_new ();
  suivi_workspace_run_async (suivi_consultation_step_get_workspace (SUIVI_CONSULTATION_STEP (self)),
                             list_reviews, g_strdup (consultation->state), g_free,
                             (GDestroyNotify) g_ptr_array_unref, self->cancellable, reviews_listed_cb,
                             g_object_ref (self));
}

static void
review_selected_cb (SuiviPlanStep *self)
{
  guint selected = adw_combo_row_get_selected (self->review);
  SuiviConsultation *consultation = get_consultation (self);
  g_autoptr (SuiviConsultation) edited = NULL;
  const char *id = NULL;

  if (self->filling || consultation == NULL || selected >= self->review_ids->len)
    return;

  id = g_ptr_array_index (self->review_ids, selected);
  edited = suivi_consultation_copy (consultation);
  g_free (edited->review_id);
  edited->review_id = *id != '\0' ? g_strdup (id) : NULL;
  suivi_consultation_change (SUIVI_CONSULTATION_STEP (self), consultation, edited);
}

/* The step */

static void
suivi_plan_step_show (SuiviConsultationStep *step)
{
  SuiviPlanStep *self = SUIVI_PLAN_STEP (step);
  SuiviConsultationRecord *record = suivi_consultation_step_get_record (step);
  g_autoptr (GPtrArray) nobody = g_ptr_array_new ();
  g_autoptr (SuiviConsultation) shown = NULL;
  gboolean writable = is_writable (self);

  suivi_record_form_set_record (self->form, record != NULL ? record->consultation : NULL, writable);
  suivi_record_group_show (self->facilitators, record != NULL ? record->facilitators : nobody, writable);
  gtk_widget_set_visible (self->add_group, writable);
  shown = suivi_record_form_get_record (self->form);
  show_needs (self, shown);
  show_warnings (self, shown);
  show_reviews (self);
}

static void
suivi_plan_step_flush (SuiviConsultationStep *step)
{
  SuiviPlanStep *self = SUIVI_PLAN_STEP (step);

  suivi_record_form_flush (self->form);
  suivi_record_group_flush (self->facilitators);
  if (is_writable (self))
    add_facilitator_cb (self);
}

/**
 * suivi_plan_step_begin:
 *
 * Takes the keyboard to what comes after the title of a new consultation: its purpose.
 */
void
suivi_plan_step_begin (SuiviPlanStep *self)
{
  g_return_if_fail (SUIVI_IS_PLAN_STEP (self));

  gtk_widget_grab_focus (suivi_text_row_get_view (self->purpose));
}

/* There is no consultation without a title: who leaves the field empty finds the title that is saved. */
static void
title_left_cb (SuiviPlanStep *self)
{
  const SuiviConsultation *base = suivi_record_form_get_base (self->form);

  if (base != NULL && is_writable (self)
      && suivi_text_is_blank (gtk_editable_get_text (GTK_EDITABLE (self->title))))
    gtk_editable_set_text (GTK_EDITABLE (self->title), base->title);
}

static void
focus_moved_cb (SuiviPlanStep *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  if (focus != NULL && focus != self->title && !gtk_widget_is_ancestor (focus, self->title))
    title_left_cb (self);
}

/* The focus of the window, not an event controller: that says nothing while another window is in front. */
static void
root_changed_cb (SuiviPlanStep *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  if (root != NULL)
    g_signal_connect_object (root, "notify::focus-widget", G_CALLBACK (focus_moved_cb), self,
                             G_CONNECT_SWAPPED);
}

static void
suivi_plan_step_dispose (GObject *object)
{
  SuiviPlanStep *self = SUIVI_PLAN_STEP (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->form);
  g_clear_pointer (&self->review_ids, g_ptr_array_unref);

  G_OBJECT_CLASS (suivi_plan_step_parent_class)->dispose (object);
}

static void
suivi_plan_step_class_init (SuiviPlanStepClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  SuiviConsultationStepClass *step_class = SUIVI_CONSULTATION_STEP_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = suivi_plan_step_dispose;
  step_class->show = suivi_plan_step_show;
  step_class->flush = suivi_plan_step_flush;

  g_type_ensure (SUIVI_TYPE_RECORD_GROUP);
  g_type_ensure (SUIVI_TYPE_TEXT_ROW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/suivi/Suivi/consultation/plan-step.ui");
  gtk_widget_class_bind_template_child (widget_class, SuiviPlanStep, needed);
  gtk_widget_class_bind_template_child (widget_class, SuiviPlanStep, title);
  gtk_widget_class_bind_template_child (widget_class, SuiviPlanStep, purpose);
  gtk_widget_class_bind_template_child (widget_class, SuiviPlanStep, review);
  gtk_widget_class_bind_template_child (widget_class, SuiviPlanStep, place);
  gtk_widget_class_bind_template_child (widget_class, SuiviPlanStep, begins_on);
  gtk_widget_class_bind_template_child (widget_class, SuiviPlanStep, ends_on);
  gtk_widget_class_bind_template_child (widget_class, SuiviPlanStep, days_warning);
  gtk_widget_class_bind_template_child (widget_class, SuiviPlanStep, organiser);
  gtk_widget_class_bind_template_child (widget_class, SuiviPlanStep, partners);
  gtk_widget_class_bind_template_child (widget_class, SuiviPlanStep, methods);
  gtk_widget_class_bind_template_child (widget_class, SuiviPlanStep, language);
  gtk_widget_class_bind_template_child (widget_class, SuiviPlanStep, age_from);
  gtk_widget_class_bind_template_child (widget_class, SuiviPlanStep, age_to);
  gtk_widget_class_bind_template_child (widget_class, SuiviPlanStep, ages_warning);
  gtk_widget_class_bind_template_child (widget_class, SuiviPlanStep, focal_point);
  gtk_widget_class_bind_template_child (widget_class, SuiviPlanStep, deputy);
  gtk_widget_class_bind_template_child (widget_class, SuiviPlanStep, risk);
  gtk_widget_class_bind_template_child (widget_class, SuiviPlanStep, measures);
  gtk_widget_class_bind_template_child (widget_class, SuiviPlanStep, facilitators);
  gtk_widget_class_bind_template_child (widget_class, SuiviPlanStep, add_group);
  gtk_widget_class_bind_template_child (widget_class, SuiviPlanStep, add_facilitator);
  gtk_widget_class_bind_template_child (widget_class, SuiviPlanStep, notes);
  gtk_widget_class_bind_template_callback (widget_class, review_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, add_facilitator_cb);
}

static const char *
risk_to_label (int value)
{
  return suivi_risk_to_label ((SuiviRisk) value);
}

static GtkWidget *
make_mark (void)
{
  /* Translators: beside a field that has to be filled in */
  GtkWidget *mark = gtk_label_new (_ ("Needed"));

  gtk_widget_add_css_class (mark, "caption");
  gtk_widget_add_css_class (mark, "accent");
  gtk_widget_set_valign (mark, GTK_ALIGN_CENTER);

  return mark;
}

static void
add_marks (SuiviPlanStep *self)
{
  for (Need need = 0; need < N_NEEDS; need++)
    self->marks[need] = make_mark ();
  adw_entry_row_add_suffix (ADW_ENTRY_ROW (self->title), self->marks[NEED_TITLE]);
  suivi_text_row_add_suffix (self->purpose, self->marks[NEED_PURPOSE]);
  adw_entry_row_add_suffix (ADW_ENTRY_ROW (self->focal_point), self->marks[NEED_FOCAL_POINT]);
  adw_entry_row_add_suffix (ADW_ENTRY_ROW (self->deputy), self->marks[NEED_DEPUTY]);
  adw_action_row_add_suffix (ADW_ACTION_ROW (self->risk), self->marks[NEED_RISK]);
}

static void
suivi_plan_step_init (SuiviPlanStep *self)
{
  g_autoptr (GListModel) risks = suivi_record_form_make_choices (SUIVI_TYPE_RISK, risk_to_label);

  self->review_ids = g_ptr_array_new_with_free_func (g_free);
  self->form = suivi_record_form_new (&suivi_consultation_record);
  self->filling = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  self->filling = FALSE;
  adw_combo_row_set_model (self->risk, risks);
  suivi_drop_down_name (GTK_WIDGET (self->risk),
                        adw_preferences_row_get_title (ADW_PREFERENCES_ROW (self->risk)));
  suivi_drop_down_name (GTK_WIDGET (self->review),
                        adw_preferences_row_get_title (ADW_PREFERENCES_ROW (self->review)));
  suivi_record_group_set_row_type (self->facilitators, SUIVI_TYPE_FACILITATOR_ROW);
  add_marks (self);

  suivi_record_form_bind (self->form, "title", self->title);
  suivi_record_form_bind (self->form, "purpose", suivi_text_row_get_view (self->purpose));
  suivi_record_form_bind (self->form, "place", self->place);
  suivi_record_form_bind_date (self->form, "begins_on", self->begins_on);
  suivi_record_form_bind_date (self->form, "ends_on", self->ends_on);
  suivi_record_form_bind (self->form, "organiser", self->organiser);
  suivi_record_form_bind (self->form, "partners", self->partners);
  suivi_record_form_bind (self->form, "methods", self->methods);
  suivi_record_form_bind (self->form, "language", self->language);
  suivi_record_form_bind (self->form, "age_from", self->age_from);
  suivi_record_form_bind (self->form, "age_to", self->age_to);
  suivi_record_form_bind (self->form, "focal_point", self->focal_point);
  suivi_record_form_bind (self->form, "deputy", self->deputy);
  suivi_record_form_bind (self->form, "risk", GTK_WIDGET (self->risk));
  suivi_record_form_bind (self->form, "measures", suivi_text_row_get_view (self->measures));
  suivi_record_form_bind (self->form, "notes", suivi_text_row_get_view (self->notes));
  g_signal_connect_object (self->form, "edited", G_CALLBACK (edited_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect (self, "notify::root", G_CALLBACK (root_changed_cb), NULL);
  g_signal_connect_object (self->facilitators, "edited", G_CALLBACK (facilitator_edited_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->facilitators, "remove", G_CALLBACK (facilitator_removed_cb), self,
                           G_CONNECT_SWAPPED);
}
