/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "app/review/assessment-card.h"
#include "app/review/recommendation-words.h"
#include "app/scorecard/grade-view-private.h"
#include "app/settings.h"
#include "core/scorecard/light-order.h"
#include "core/text/text.h"

/* How long nothing must be typed before a complete grade is saved. */
#define PAUSE_MS 2000

/* A save that is under way, of a grade or of what was begun of one, with all that is needed if it fails. */
typedef struct
{
  SuiviGradeView *self; /* (owned) */
  char *recommendation_id;
  char *title;            /* (nullable): of the recommendation; none if nobody is to be told */
  SuiviGradeDraft *typed; /* (owned) (nullable): %NULL: what was begun is given up */
} Save;

static void
free_save (Save *save)
{
  g_object_unref (save->self);
  g_free (save->recommendation_id);
  g_free (save->title);
  g_clear_pointer (&save->typed, suivi_grade_draft_free);
  g_free (save);
}

/**
 * suivi_grade_view_init_saving:
 *
 * Prepares the place for what the workspace does not take.
 */
void
suivi_grade_view_init_saving (SuiviGradeView *self)
{
  self->unkept = g_ptr_array_new_with_free_func ((GDestroyNotify) suivi_grade_draft_free);
}

/**
 * suivi_grade_view_clear_saving:
 *
 * Forgets what is shown; what was typed for it is not kept here.
 */
void
suivi_grade_view_clear_saving (SuiviGradeView *self)
{
  g_clear_handle_id (&self->pause, g_source_remove);
  g_clear_pointer (&self->subject, suivi_grade_subject_free);
  g_clear_pointer (&self->initial, suivi_grade_change_free);
  g_clear_pointer (&self->initial_evidence, g_strfreev);
  g_clear_pointer (&self->kept, suivi_grade_draft_free);
  self->restored = FALSE;
  self->stale = FALSE;
  self->n_saving = 0;
}

/**
 * suivi_grade_view_is_editable:
 *
 * Returns: whether grades can be given in this workspace
 */
gboolean
suivi_grade_view_is_editable (SuiviGradeView *self)
{
  return self->workspace != NULL && suivi_workspace_get_read_only (self->workspace) == SUIVI_READ_ONLY_NO;
}

static void
set_text (char **field, const char *text)
{
  g_free (*field);
  *field = g_strdup (text);
}

/* Day, name and organisation do not make a grade. */
static gboolean
has_other_grade (SuiviGradeView *self)
{
  g_autoptr (SuiviGradeChange) typed = suivi_grade_form_dup_change (self->form);

  set_text (&typed->grade->date, self->initial->grade->date);
  set_text (&typed->grade->name, self->initial->grade->name);
  set_text (&typed->grade->organisation, self->initial->grade->organisation);

  return !suivi_grade_change_equal (typed, self->initial);
}

static gboolean
has_other_evidence (SuiviGradeView *self)
{
  g_auto (GStrv) ids = suivi_evidence_box_dup_ids (self->evidence);

  if (g_strv_length (ids) != g_strv_length (self->initial_evidence))
    return TRUE;
  for (guint i = 0; ids[i] != NULL; i++)
    {
      if (!g_strv_contains ((const char *const *) self->initial_evidence, ids[i]))
        return TRUE;
    }

  return FALSE;
}

/**
 * suivi_grade_view_is_dirty:
 *
 * Returns: whether something was typed, chosen or added that the workspace does not have
 */
gboolean
suivi_grade_view_is_dirty (SuiviGradeView *self)
{
  return self->subject != NULL && (has_other_grade (self) || has_other_evidence (self));
}

/* A day that was typed elsewhere. Here a grade is of today; but the day waits for whoever goes on there. */
static const char *
get_draft_date (SuiviGradeView *self)
{
  return self->subject->draft != NULL ? self->subject->draft->date : NULL;
}

/* What is shown as it would be kept: every space that was typed is part of it. */
static SuiviGradeDraft *
create_draft (SuiviGradeView *self)
{
  g_autoptr (SuiviGradeChange) typed = suivi_grade_form_dup_typed (self->form);
  g_auto (GStrv) evidence = has_other_evidence (self) ? suivi_evidence_box_dup_ids (self->evidence) : NULL;

  return suivi_grade_drafts_from_change (self->subject->recommendation->id, typed, get_draft_date (self),
                                         (const char *const *) evidence);
}

/* What is to be kept of it; NULL if nothing was begun. */
static SuiviGradeDraft *
create_begun (SuiviGradeView *self)
{
  return suivi_grade_view_is_dirty (self) || get_draft_date (self) != NULL ? create_draft (self) : NULL;
}

/* Whether the workspace has what was begun, as far as anything was. */
static gboolean
is_kept (SuiviGradeView *self)
{
  g_autoptr (SuiviGradeDraft) draft = create_begun (self);

  return suivi_grade_drafts_say_same (draft, self->kept);
}

/* The own grade as the form shows it, of today and under the name of who works here. */
static SuiviGradeChange *
create_initial (SuiviGradeView *self)
{
  SuiviGradeChange *change = suivi_grade_change_new ();
  SuiviAssessment *own = self->subject->own;
  SuiviAssessment *grade = change->grade;
  g_autofree char *name = suivi_settings_dup_user_name ();

  if (own != NULL)
    {
      suivi_assessment_free (grade);
      grade = change->grade = suivi_assessment_copy (own);
      g_free (grade->date);
      grade->date = suivi_date_today ();
      /* What a colleague wrote is not put into the mouth of who works here now: the heading shows it. */
      if (suivi_grade_is_by_other (own, name))
        {
          g_clear_pointer (&grade->reason, g_free);
          g_clear_pointer (&grade->source, g_free);
        }
    }
  suivi_grade_change_sign (change);
  if (grade->reason == NULL)
    grade->reason = g_strdup ("");
  if (grade->source == NULL)
    grade->source = g_strdup ("");

  return change;
}

static gboolean paused_cb (gpointer user_data);

static void
wait_for_pause (SuiviGradeView *self)
{
  g_clear_handle_id (&self->pause, g_source_remove);
  if (suivi_grade_view_is_editable (self))
    self->pause = g_timeout_add (PAUSE_MS, paused_cb, self);
}

/* What the workspace has: the own grade, or what was begun after it. */
static void
show_subject (SuiviGradeView *self)
{
  const SuiviGradeDraft *draft = suivi_grade_view_is_editable (self) ? self->subject->draft : NULL;

  suivi_grade_form_set_change (self->form, self->initial);
  /* Read back, so that it compares with what the form holds later. */
  suivi_grade_change_free (self->initial);
  self->initial = suivi_grade_form_dup_change (self->form);
  if (draft != NULL)
    {
      g_autoptr (SuiviGradeChange) begun = suivi_grade_drafts_to_change (draft);

      suivi_grade_change_sign (begun);
      suivi_grade_form_set_change (self->form, begun);
    }
  suivi_evidence_box_set_evidence (self->evidence, self->subject->evidence);
  g_clear_pointer (&self->kept, suivi_grade_draft_free);
  if (draft != NULL && suivi_grade_drafts_find (self->unkept, draft->recommendation_id) == NULL)
    self->kept = create_draft (self);
  self->restored = draft != NULL;
}

/* What is typed stays as it is; it may have become somebody else's who works here now. */
static void
sign_typed (SuiviGradeView *self)
{
  g_autoptr (SuiviGradeChange) typed = suivi_grade_form_dup_typed (self->form);

  suivi_grade_change_sign (typed);
  suivi_grade_form_set_change (self->form, typed);
  /* What was begun may have been ended in another window: here it goes on. */
  if (self->subject->draft == NULL)
    g_clear_pointer (&self->kept, suivi_grade_draft_free);
  if (self->pause == 0 && !is_kept (self))
    wait_for_pause (self);
}

/**
 * suivi_grade_view_fill:
 * @same: whether the same recommendation was shown before: then what was typed stays
 *
 * Shows the own grade of what was loaded, or what was begun for it and is not saved.
 */
void
suivi_grade_view_fill (SuiviGradeView *self, gboolean same)
{
  g_autofree char *name = suivi_settings_dup_user_name ();
  g_autofree char *organisation = suivi_settings_dup_organisation ();
  const gboolean typed
    = same && self->initial != NULL && suivi_grade_view_is_dirty (self) && !(self->away && is_kept (self));

  g_clear_pointer (&self->initial, suivi_grade_change_free);
  g_clear_pointer (&self->initial_evidence, g_strfreev);
  self->initial = create_initial (self);
  self->initial_evidence = g_strdupv (self->subject->own_evidence);

  self->filling = TRUE;
  suivi_grade_form_show_name (self->form, name[0] == '\0');
  suivi_grade_form_show_organisation (self->form, organisation[0] == '\0');
  suivi_grade_form_set_organisations (self->form, (const char *const *) self->subject->organisations);
  if (typed)
    sign_typed (self);
  else
    show_subject (self);
  self->filling = FALSE;

  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    self->away = FALSE;
  suivi_grade_view_update_status (self);
}

/* The own grade as it would be saved now. */
static SuiviAssessment *
create_grade (SuiviGradeView *self)
{
  g_autoptr (SuiviGradeChange) typed = suivi_grade_form_dup_change (self->form);
  g_auto (GStrv) evidence = suivi_evidence_box_dup_ids (self->evidence);

  g_free (typed->grade->date);
  typed->grade->date = suivi_date_today ();
  if (suivi_text_is_blank (typed->grade->source) && evidence[0] != NULL)
    {
      g_free (typed->grade->source);
      /* Translators: the source of a grade that has evidence and no source of its own */
      typed->grade->source = g_strdup (_ ("See the evidence"));
    }

  return suivi_grade_change_apply (typed, NULL);
}

/* Whose name or organisation is not known yet may be just typing it: then a pause saves no grade. */
static gboolean
saves_after_pause (void)
{
  g_autofree char *name = suivi_settings_dup_user_name ();
  g_autofree char *organisation = suivi_settings_dup_organisation ();

  return name[0] != '\0' && organisation[0] != '\0';
}

static char *
describe_status (SuiviGradeView *self)
{
  g_autoptr (SuiviAssessment) grade = NULL;
  g_autoptr (GError) error = NULL;

  if (self->subject == NULL)
    return g_strdup ("");
  if (suivi_grade_view_is_editable (self) && suivi_grade_view_is_dirty (self))
    {
      grade = create_grade (self);
      if (suivi_grade_validate (grade, &error) && self->restored)
        return g_strdup (_ ("What you typed before is back. Save it, or start again."));
      if (error == NULL)
        return g_strdup (saves_after_pause () ? _ ("Saved after a pause, or when you go on")
                                              : _ ("Saved when you go on"));
      if (self->restored)
        /* Translators: %s is a sentence that says what a grade lacks */
        return g_strdup_printf (_ ("What you typed before is back. %s"), error->message);
      /* Translators: %s is a sentence that says what a grade lacks */
      return g_strdup_printf (_ ("%s What you typed is kept."), error->message);
    }
  if (self->n_saving > 0)
    return g_strdup (_ ("Saving…"));
  if (self->subject->own != NULL)
    {
      g_autofree char *byline = suivi_assessment_to_byline (self->subject->own);

      if (!suivi_light_is_judged (self->subject->own->light))
        /* Translators: of a grade that says that nothing is known; %s is its day, and who gave it */
        return g_strdup_printf (_ ("Saved, and still among what is not assessed yet · %s"), byline);
      /* Translators: %s is the day of a grade, and who gave it */
      return g_strdup_printf (_ ("Saved · %s"), byline);
    }

  return g_strdup (_ ("No grade of your own yet"));
}

/**
 * suivi_grade_view_update_status:
 *
 * Says quietly whether what is shown is saved, and what is missing before it can be.
 */
void
suivi_grade_view_update_status (SuiviGradeView *self)
{
  g_autofree char *status = describe_status (self);

  if (g_strcmp0 (gtk_label_get_label (self->status), status) != 0)
    gtk_label_set_label (self->status, status);
  gtk_widget_set_visible (self->start_again, self->subject != NULL && self->restored);
}

/* A failure is told at once: what else is on its way cannot make it good. */
static void
tell_waiting (SuiviGradeView *self, const GError *error)
{
  g_autoptr (GTask) waiting = NULL;

  if (self->waiting == NULL || (error == NULL && self->n_under_way > 0))
    return;

  waiting = g_steal_pointer (&self->waiting);
  if (error != NULL)
    g_task_return_error (waiting, g_error_copy (error));
  else
    g_task_return_boolean (waiting, TRUE);
}

/* Takes it out of what the workspace did not take. */
static void
forget_unkept (SuiviGradeView *self, const char *recommendation_id)
{
  SuiviGradeDraft *draft = suivi_grade_drafts_find (self->unkept, recommendation_id);

  if (draft != NULL)
    g_ptr_array_remove (self->unkept, draft);
}

/* Whether it is what a save is about; not if the view shows another workspace now. */
static gboolean
is_shown (SuiviGradeView *self, const Save *save, gpointer workspace)
{
  return workspace == self->workspace && self->subject != NULL
         && g_str_equal (self->subject->recommendation->id, save->recommendation_id);
}

/* What is shown is read back, if it has to be, as soon as nothing of it is on its way. */
static void
finish_save (Save *save, gpointer workspace, const GError *error)
{
  SuiviGradeView *self = save->self;

  self->n_under_way--;
  if (workspace == self->workspace && self->list != NULL)
    suivi_grade_list_refresh_begun (self->list);
  if (is_shown (self, save, workspace))
    {
      if (self->n_saving > 0)
        self->n_saving--;
      if (self->n_saving == 0 && self->stale)
        suivi_grade_view_reload (self);
      suivi_grade_view_update_status (self);
    }
  tell_waiting (self, error);
  free_save (save);
}

static void
kept_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Save *save = user_data;
  SuiviGradeView *self = save->self;
  g_autoptr (GError) error = NULL;

  suivi_workspace_run_finish (SUIVI_WORKSPACE (source), result, &error);
  if (SUIVI_WORKSPACE (source) == self->workspace)
    {
      forget_unkept (self, save->recommendation_id);
      if (error != NULL && save->typed != NULL)
        g_ptr_array_add (self->unkept, suivi_grade_draft_copy (save->typed));
      if (error != NULL && is_shown (self, save, source))
        g_clear_pointer (&self->kept, suivi_grade_draft_free);
      /* Whoever is on the way back to it finds it in memory. */
      else if (error != NULL)
        suivi_grade_view_reload (self);
    }
  /* What an undo took away is simply no longer there; what was typed comes back with it. */
  if (error != NULL && save->title != NULL && self->workspace != NULL
      && !g_error_matches (error, SUIVI_STORE_ERROR, SUIVI_STORE_ERROR_NOT_FOUND))
    {
      /* Translators: a message; first the number of a recommendation, then why what was typed is not in the file */
      g_autofree char *sentence
        = g_strdup_printf (_ ("What you typed for %s is kept only while this window is open. %s"),
                           save->title, error->message);

      suivi_grade_view_show_failure (self, sentence);
    }
  finish_save (save, source, error);
}

/* Lets the workspace keep what was begun, or forget it. */
static void
keep (SuiviGradeView *self, const char *recommendation_id, const char *title, const SuiviGradeDraft *draft)
{
  Save *save = g_new0 (Save, 1);

  save->self = g_object_ref (self);
  save->recommendation_id = g_strdup (recommendation_id);
  save->title = g_strdup (title);
  save->typed = draft != NULL ? suivi_grade_draft_copy (draft) : NULL;
  self->n_under_way++;
  if (is_shown (self, save, self->workspace))
    self->n_saving++;
  suivi_grade_drafts_keep (self->workspace, recommendation_id, FALSE, draft, kept_cb, save);
}

static void
keep_shown (SuiviGradeView *self)
{
  SuiviRecommendation *recommendation = self->subject->recommendation;
  g_autoptr (SuiviGradeDraft) draft = NULL;
  g_autofree char *title = NULL;

  if (is_kept (self))
    return;

  draft = create_begun (self);
  title = suivi_recommendation_to_name (recommendation, self->subject->review);
  keep (self, recommendation->id, title, draft);
  g_clear_pointer (&self->kept, suivi_grade_draft_free);
  self->kept = g_steal_pointer (&draft);
}

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Save *save = user_data;
  SuiviGradeView *self = save->self;
  g_autoptr (GError) error = NULL;
  const gboolean same = SUIVI_WORKSPACE (source) == self->workspace;

  suivi_workspace_run_finish (SUIVI_WORKSPACE (source), result, &error);
  if (error == NULL && same)
    forget_unkept (self, save->recommendation_id);
  /* A view that was taken down has nobody to tell; the window waits for this before it is. */
  if (error != NULL && self->workspace != NULL)
    {
      g_autofree char *sentence = NULL;

      if (same)
        {
          keep (self, save->recommendation_id, NULL, save->typed);
          /* Translators: a message; first the number of a recommendation, then why its grade was not saved */
          sentence = g_strdup_printf (_ ("%s was not saved, but what you typed is kept. %s"), save->title,
                                      error->message);
        }
      else
        /* Translators: a message; first the number of a recommendation, then why its grade was not saved */
        sentence = g_strdup_printf (_ ("%s was not saved. %s"), save->title, error->message);
      suivi_grade_view_show_failure (self, sentence);
    }
  /* Reads back what the workspace has: with what was typed it compares anew. */
  if (is_shown (self, save, source))
    self->stale = TRUE;
  finish_save (save, source, error);
}

/**
 * suivi_grade_view_save:
 * @error: return location for a %SUIVI_ASSESSMENT_ERROR: what the grade lacks
 *
 * Saves what is shown, if there is anything to save; what is not complete is kept as it is, to be gone on with.
 *
 * Returns: whether it is complete: it is saved, or is on its way, or there was nothing
 */
gboolean
suivi_grade_view_save (SuiviGradeView *self, GError **error)
{
  g_autoptr (SuiviAssessment) grade = NULL;
  SuiviRecommendation *recommendation = NULL;
  SuiviAssessment *own = NULL;
  Save *save = NULL;
  gboolean other_grade = FALSE;

  g_clear_handle_id (&self->pause, g_source_remove);
  if (!suivi_grade_view_is_editable (self) || self->subject == NULL)
    return TRUE;
  if (!suivi_grade_view_is_dirty (self))
    {
      keep_shown (self);
      return TRUE;
    }

  recommendation = self->subject->recommendation;
  own = self->subject->own;
  other_grade = own == NULL || has_other_grade (self);
  grade = create_grade (self);
  if (other_grade && !suivi_grade_validate (grade, error))
    {
      keep_shown (self);
      return FALSE;
    }

  save = g_new0 (Save, 1);
  save->self = g_object_ref (self);
  save->recommendation_id = g_strdup (recommendation->id);
  save->title = suivi_recommendation_to_name (recommendation, self->subject->review);
  save->typed = create_draft (self);
  self->n_saving++;
  self->n_under_way++;
  /* Before it is saved: what is read after that is one's own. */
  if (other_grade)
    {
      suivi_settings_remember_user_name (grade->name);
      suivi_settings_remember_organisation (grade->organisation);
    }
  suivi_grade_save (self->workspace, recommendation, self->subject->review, other_grade ? grade : NULL,
                    own != NULL ? own->id : NULL, suivi_grade_drafts_get_evidence (save->typed), saved_cb,
                    save);

  /* It is as good as saved: what is typed from now on is something else. */
  g_clear_pointer (&self->initial, suivi_grade_change_free);
  self->initial = suivi_grade_form_dup_change (self->form);
  g_clear_pointer (&self->initial_evidence, g_strfreev);
  self->initial_evidence = suivi_evidence_box_dup_ids (self->evidence);
  g_clear_pointer (&self->kept, suivi_grade_draft_free);
  g_clear_pointer (&self->subject->draft, suivi_grade_draft_free);
  self->restored = FALSE;
  suivi_grade_view_update_status (self);

  return TRUE;
}

/**
 * suivi_grade_view_leave:
 *
 * What is shown is left, for whatever reason: it is saved if it is complete, else kept. What came back and was not touched
 * stays what it is: the workspace may have a later grade, and only a person says which of them counts.
 */
void
suivi_grade_view_leave (SuiviGradeView *self)
{
  if (!self->restored)
    suivi_grade_view_save (self, NULL);
  else if (self->subject != NULL && suivi_grade_view_is_editable (self))
    keep_shown (self);
}

/**
 * suivi_grade_view_start_again:
 *
 * Gives up what was begun: the form shows the own grade, if there is one.
 */
void
suivi_grade_view_start_again (SuiviGradeView *self)
{
  if (self->subject == NULL || !self->restored)
    return;

  forget_unkept (self, self->subject->recommendation->id);
  keep (self, self->subject->recommendation->id, NULL, NULL);
  suivi_grade_view_clear_saving (self);
  suivi_grade_view_ask_keyboard (self, TRUE);
  suivi_grade_view_reload (self);
}

static gboolean
paused_cb (gpointer user_data)
{
  SuiviGradeView *self = SUIVI_GRADE_VIEW (user_data);

  self->pause = 0;
  if (saves_after_pause ())
    suivi_grade_view_leave (self);
  else if (self->subject != NULL)
    keep_shown (self);

  return G_SOURCE_REMOVE;
}

/**
 * suivi_grade_view_form_changed:
 *
 * Something was typed or chosen: it is saved when nothing more comes.
 */
void
suivi_grade_view_form_changed (SuiviGradeView *self)
{
  if (self->filling || self->subject == NULL)
    return;

  self->restored = FALSE;
  wait_for_pause (self);
  suivi_grade_view_update_status (self);
}

/* Whether what is shown would be saved now, if one left. */
static gboolean
is_complete (SuiviGradeView *self)
{
  g_autoptr (SuiviAssessment) grade = create_grade (self);

  return (self->subject->own != NULL && !has_other_grade (self)) || suivi_grade_validate (grade, NULL);
}

/**
 * suivi_grade_view_has_unsaved:
 *
 * Returns: whether a grade is not in the workspace yet, complete or as far as it was begun
 */
gboolean
suivi_grade_view_has_unsaved (SuiviGradeView *self)
{
  g_return_val_if_fail (SUIVI_IS_GRADE_VIEW (self), FALSE);

  return self->n_under_way > 0 || self->unkept->len > 0
         || (suivi_grade_view_is_editable (self) && self->subject != NULL
             && (!is_kept (self)
                 || (!self->restored && suivi_grade_view_is_dirty (self) && is_complete (self))));
}

/**
 * suivi_grade_view_save_async:
 *
 * Saves what is complete, keeps what is not, and says when that, and all that was on its way, is in the workspace. One may
 * wait at a time.
 */
void
suivi_grade_view_save_async (SuiviGradeView *self, GAsyncReadyCallback callback, gpointer user_data)
{
  g_return_if_fail (SUIVI_IS_GRADE_VIEW (self));
  g_return_if_fail (self->waiting == NULL);

  self->waiting = g_task_new (self, NULL, callback, user_data);
  g_task_set_source_tag (self->waiting, suivi_grade_view_save_async);
  /* What the disk did not take before, it may take now. */
  for (guint i = 0; i < self->unkept->len; i++)
    {
      const SuiviGradeDraft *draft = g_ptr_array_index (self->unkept, i);

      keep (self, draft->recommendation_id, NULL, draft);
    }
  suivi_grade_view_leave (self);
  tell_waiting (self, NULL);
}

/**
 * suivi_grade_view_save_finish:
 * @error: why something could not be saved
 *
 * Returns: whether all of it is saved
 */
gboolean
suivi_grade_view_save_finish (SuiviGradeView *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
