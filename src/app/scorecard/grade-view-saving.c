/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "app/review/assessment-card.h"
#include "app/review/recommendation-words.h"
#include "app/scorecard/grade-view-private.h"
#include "app/settings.h"
#include "core/text/text.h"

/* How long nothing must be typed before a complete grade is saved. */
#define PAUSE_MS 2000

/* What was typed for a recommendation and cannot be saved yet. */
typedef struct
{
  gint64 key;
  SuiviGradeChange *change;
  char **evidence;
} SuiviGradeDraft;

/* A save that is under way, with all that is needed if it fails. */
typedef struct
{
  SuiviGradeView *self; /* (owned) */
  gint64 key;
  SuiviRecommendation *recommendation; /* (owned) */
  char *title;
  SuiviGradeChange *typed; /* (owned) */
  char **evidence;
} Save;

static void
free_draft (SuiviGradeDraft *draft)
{
  suivi_grade_change_free (draft->change);
  g_strfreev (draft->evidence);
  g_free (draft);
}

static void
free_save (Save *save)
{
  g_object_unref (save->self);
  suivi_recommendation_unref (save->recommendation);
  g_free (save->title);
  suivi_grade_change_free (save->typed);
  g_strfreev (save->evidence);
  g_free (save);
}

static void
put_draft (SuiviGradeView *self, const char *id, gint64 key, const SuiviGradeChange *change, char **evidence)
{
  SuiviGradeDraft *draft = g_new0 (SuiviGradeDraft, 1);

  draft->key = key;
  draft->change = suivi_grade_change_copy (change);
  draft->evidence = g_strdupv (evidence);
  g_hash_table_replace (self->drafts, g_strdup (id), draft);
}

/**
 * suivi_grade_view_init_saving:
 *
 * Prepares the place for what cannot be saved yet.
 */
void
suivi_grade_view_init_saving (SuiviGradeView *self)
{
  self->drafts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) free_draft);
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
  self->restored = FALSE;
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

/* Day and name do not make a grade. */
static gboolean
has_other_grade (SuiviGradeView *self)
{
  g_autoptr (SuiviGradeChange) typed = suivi_grade_form_dup_change (self->form);

  g_free (typed->grade->date);
  typed->grade->date = g_strdup (self->initial->grade->date);
  g_free (typed->grade->name);
  typed->grade->name = g_strdup (self->initial->grade->name);

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
  if (name[0] != '\0' || grade->name == NULL)
    {
      g_free (grade->name);
      grade->name = g_steal_pointer (&name);
    }
  if (grade->reason == NULL)
    grade->reason = g_strdup ("");
  if (grade->source == NULL)
    grade->source = g_strdup ("");

  return change;
}

/**
 * suivi_grade_view_fill:
 * @same: whether the same recommendation was shown before: then what was typed stays
 *
 * Shows the own grade of what was loaded, or what was typed for it and is not saved.
 */
void
suivi_grade_view_fill (SuiviGradeView *self, gboolean same)
{
  const char *id = self->subject->recommendation->id;
  const SuiviGradeDraft *draft = NULL;
  g_autofree char *name = suivi_settings_dup_user_name ();
  gboolean keep = same && self->initial != NULL && suivi_grade_view_is_dirty (self);

  if (!keep)
    draft = g_hash_table_lookup (self->drafts, id);
  g_clear_pointer (&self->initial, suivi_grade_change_free);
  g_clear_pointer (&self->initial_evidence, g_strfreev);
  self->initial = create_initial (self);
  self->initial_evidence = g_strdupv (self->subject->own_evidence);

  self->filling = TRUE;
  suivi_grade_form_show_name (self->form, name[0] == '\0');
  if (!keep)
    {
      suivi_grade_form_set_change (self->form, self->initial);
      /* Read back, so that it compares with what the form holds later. */
      suivi_grade_change_free (self->initial);
      self->initial = suivi_grade_form_dup_change (self->form);
      if (draft != NULL)
        suivi_grade_form_set_change (self->form, draft->change);
      suivi_evidence_box_set_evidence (self->evidence, self->subject->evidence);
      self->restored = draft != NULL;
    }
  self->filling = FALSE;

  g_hash_table_remove (self->drafts, id);
  suivi_grade_view_update_status (self);
}

/**
 * suivi_grade_view_find_draft:
 * @id: (out) (transfer none): key of the recommendation that it was for
 *
 * A key of a row may be that of another recommendation after an undo, so whoever reads the row compares @id.
 *
 * Returns: (transfer none) (nullable): the evidence that was chosen for a recommendation and is not saved
 */
char **
suivi_grade_view_find_draft (SuiviGradeView *self, gint64 key, const char **id)
{
  GHashTableIter iter;
  gpointer draft_id = NULL;
  gpointer draft = NULL;

  g_hash_table_iter_init (&iter, self->drafts);
  while (g_hash_table_iter_next (&iter, &draft_id, &draft))
    {
      if (((SuiviGradeDraft *) draft)->key != key)
        continue;
      *id = draft_id;
      return ((SuiviGradeDraft *) draft)->evidence;
    }

  return NULL;
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

/* Whose name is not known yet may be just typing it: then a pause means nothing. */
static gboolean
saves_after_pause (void)
{
  g_autofree char *name = suivi_settings_dup_user_name ();

  return name[0] != '\0';
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
      if (suivi_assessment_validate (grade, &error))
        return g_strdup (saves_after_pause () ? _ ("Saved after a pause, or when you go on")
                                              : _ ("Saved when you go on"));
      if (self->restored)
        /* Translators: %s is a sentence that says what a grade lacks */
        return g_strdup_printf (_ ("What you typed before is back. %s"), error->message);
      /* Translators: %s is a sentence that says what a grade lacks */
      return g_strdup_printf (_ ("%s What you typed is kept while this window is open."), error->message);
    }
  if (self->n_saving > 0)
    return g_strdup (_ ("Saving…"));
  if (self->subject->own != NULL)
    {
      g_autofree char *byline = suivi_assessment_to_byline (self->subject->own);

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

static void
fail_save (SuiviGradeView *self, const Save *save, gboolean kept, const GError *error)
{
  g_autofree char *sentence = NULL;

  if (kept)
    {
      put_draft (self, save->recommendation->id, save->key, save->typed, save->evidence);
      /* Translators: a message; first the number of a recommendation, then why its grade was not saved */
      sentence = g_strdup_printf (_ ("%s was not saved, but what you typed is kept. %s"), save->title,
                                  error->message);
    }
  else
    /* Translators: a message; first the number of a recommendation, then why its grade was not saved */
    sentence = g_strdup_printf (_ ("%s was not saved. %s"), save->title, error->message);
  suivi_grade_view_show_failure (self, sentence);
}

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Save *save = user_data;
  SuiviGradeView *self = save->self;
  g_autoptr (GError) error = NULL;
  const gboolean same = SUIVI_WORKSPACE (source) == self->workspace;
  const gboolean shown = same && self->subject != NULL
                         && g_strcmp0 (self->subject->recommendation->id, save->recommendation->id) == 0;

  suivi_workspace_run_finish (SUIVI_WORKSPACE (source), result, &error);
  self->n_under_way--;
  if (shown && self->n_saving > 0)
    self->n_saving--;
  /* A view that was taken down has nobody to tell; the window waits for this before it is. */
  if (error != NULL && (same || self->workspace != NULL))
    fail_save (self, save, same, error);
  /* Reads back what the workspace has: with what was typed it compares anew. */
  if (shown && self->n_saving == 0)
    suivi_grade_view_reload (self);
  tell_waiting (self, error);
  free_save (save);
}

/**
 * suivi_grade_view_save:
 * @error: return location for a %SUIVI_ASSESSMENT_ERROR: what the grade lacks
 *
 * Saves what is shown, if there is anything to save.
 *
 * Returns: whether it can be left now: it is saved, or is on its way, or there was nothing
 */
gboolean
suivi_grade_view_save (SuiviGradeView *self, GError **error)
{
  g_autoptr (SuiviAssessment) grade = NULL;
  SuiviAssessment *own = NULL;
  Save *save = NULL;
  gboolean other_grade = FALSE;

  g_clear_handle_id (&self->pause, g_source_remove);
  if (!suivi_grade_view_is_editable (self) || !suivi_grade_view_is_dirty (self))
    return TRUE;

  own = self->subject->own;
  other_grade = own == NULL || has_other_grade (self);
  grade = create_grade (self);
  if (other_grade && !suivi_assessment_validate (grade, error))
    return FALSE;

  save = g_new0 (Save, 1);
  save->self = g_object_ref (self);
  save->key = self->subject->key;
  save->recommendation = suivi_recommendation_ref (self->subject->recommendation);
  save->title = suivi_recommendation_to_title (save->recommendation, self->subject->review);
  save->typed = suivi_grade_form_dup_typed (self->form);
  save->evidence = suivi_evidence_box_dup_ids (self->evidence);
  self->n_saving++;
  self->n_under_way++;
  suivi_grade_save (self->workspace, save->recommendation, self->subject->review, other_grade ? grade : NULL,
                    own != NULL ? own->id : NULL, (const char *const *) save->evidence, saved_cb, save);

  /* It is as good as saved: what is typed from now on is something else. */
  g_clear_pointer (&self->initial, suivi_grade_change_free);
  self->initial = suivi_grade_form_dup_change (self->form);
  g_clear_pointer (&self->initial_evidence, g_strfreev);
  self->initial_evidence = suivi_evidence_box_dup_ids (self->evidence);
  self->restored = FALSE;
  if (other_grade)
    suivi_settings_remember_user_name (grade->name);
  suivi_grade_view_update_status (self);

  return TRUE;
}

static gboolean
paused_cb (gpointer user_data)
{
  SuiviGradeView *self = SUIVI_GRADE_VIEW (user_data);

  self->pause = 0;
  if (saves_after_pause ())
    suivi_grade_view_save (self, NULL);

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
  g_clear_handle_id (&self->pause, g_source_remove);
  if (suivi_grade_view_is_editable (self))
    self->pause = g_timeout_add (PAUSE_MS, paused_cb, self);
  suivi_grade_view_update_status (self);
}

/**
 * suivi_grade_view_leave:
 *
 * Saves what is shown if it is complete, else keeps it for when one comes back.
 */
void
suivi_grade_view_leave (SuiviGradeView *self)
{
  g_autoptr (SuiviGradeChange) typed = NULL;
  g_auto (GStrv) evidence = NULL;

  if (self->subject == NULL || suivi_grade_view_save (self, NULL))
    return;

  typed = suivi_grade_form_dup_typed (self->form);
  evidence = suivi_evidence_box_dup_ids (self->evidence);
  put_draft (self, self->subject->recommendation->id, self->subject->key, typed, evidence);
}

/* Whether what is shown would be saved now, if one left. */
static gboolean
is_complete (SuiviGradeView *self)
{
  g_autoptr (SuiviAssessment) grade = create_grade (self);

  return (self->subject->own != NULL && !has_other_grade (self)) || suivi_assessment_validate (grade, NULL);
}

/**
 * suivi_grade_view_count_drafts:
 *
 * Returns: how many recommendations have a grade that was begun and cannot be saved yet
 */
guint
suivi_grade_view_count_drafts (SuiviGradeView *self)
{
  guint n = 0;

  g_return_val_if_fail (SUIVI_IS_GRADE_VIEW (self), 0);

  n = g_hash_table_size (self->drafts);
  /* What is complete is saved when one leaves. */
  if (suivi_grade_view_is_editable (self) && suivi_grade_view_is_dirty (self) && !is_complete (self))
    n++;

  return n;
}

/**
 * suivi_grade_view_has_unsaved:
 *
 * Returns: whether a grade that is complete is not saved yet, or is on its way
 */
gboolean
suivi_grade_view_has_unsaved (SuiviGradeView *self)
{
  g_return_val_if_fail (SUIVI_IS_GRADE_VIEW (self), FALSE);

  return self->n_under_way > 0
         || (suivi_grade_view_is_editable (self) && suivi_grade_view_is_dirty (self) && is_complete (self));
}

/**
 * suivi_grade_view_save_async:
 *
 * Saves what is complete and says when that, and all that was on its way, is saved. One may wait at a time.
 */
void
suivi_grade_view_save_async (SuiviGradeView *self, GAsyncReadyCallback callback, gpointer user_data)
{
  g_return_if_fail (SUIVI_IS_GRADE_VIEW (self));
  g_return_if_fail (self->waiting == NULL);

  self->waiting = g_task_new (self, NULL, callback, user_data);
  g_task_set_source_tag (self->waiting, suivi_grade_view_save_async);
  suivi_grade_view_save (self, NULL);
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
