/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/scorecard/evidence-jobs.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "app/relative-time.h"
#include "app/scorecard/evidence-words.h"
#include "app/scorecard/scorecard-row.h"
#include "core/text/text.h"
#include "store/consultation-store.h"
#include "store/scorecard-store.h"

/* More statements than anybody looks through: those of the latest consultations come first. */
#define MAX_CHOICES 500

/* ---- The library ---- */

static int
compare_items (gconstpointer a, gconstpointer b)
{
  return suivi_evidence_item_compare (*(SuiviEvidenceItem *const *) a, *(SuiviEvidenceItem *const *) b);
}

static gpointer
list_items (SuiviStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  g_autoptr (GPtrArray) evidence = suivi_store_list_evidence (store, NULL, error);
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);

  if (evidence == NULL)
    return NULL;

  for (guint i = 0; i < evidence->len; i++)
    {
      const SuiviEvidence *piece = g_ptr_array_index (evidence, i);
      g_autoptr (GPtrArray) supported = NULL;

      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return NULL;
      supported = suivi_store_list_supported (store, piece->id, error);
      if (supported == NULL)
        return NULL;
      g_ptr_array_add (items, suivi_evidence_item_new (piece, supported->len));
    }
  g_ptr_array_sort (items, compare_items);

  return g_steal_pointer (&items);
}

/**
 * suivi_evidence_list_async:
 *
 * Reads all evidence. suivi_workspace_run_finish() gives a #GPtrArray of #SuiviEvidenceItem, by title.
 */
void
suivi_evidence_list_async (SuiviWorkspace *workspace,
                           GCancellable *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer user_data)
{
  suivi_workspace_run_async (workspace, list_items, NULL, NULL, (GDestroyNotify) g_ptr_array_unref,
                             cancellable, callback, user_data);
}

static gpointer
list_supported (SuiviStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  g_autoptr (GPtrArray) supported = suivi_store_list_supported (store, data, error);
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (g_object_unref);

  if (supported == NULL)
    return NULL;

  for (guint i = 0; i < supported->len; i++)
    {
      SuiviRecommendation *recommendation = g_ptr_array_index (supported, i);
      /* The one that counts comes first. */
      g_autoptr (GPtrArray) grades
                 = suivi_store_list_judgements (store, NULL, recommendation->id, NULL, error);
      const SuiviAssessment *first = NULL;

      if (grades == NULL)
        return NULL;
      first = grades->len > 0 ? g_ptr_array_index (grades, 0) : NULL;
      g_ptr_array_add (rows, suivi_scorecard_row_new_working (recommendation,
                                                              first != NULL ? first->light : SUIVI_LIGHT_GREY,
                                                              NULL));
    }

  return g_steal_pointer (&rows);
}

/**
 * suivi_evidence_supported_async:
 * @evidence_id: key of a piece of evidence
 *
 * Reads what it supports. suivi_workspace_run_finish() gives a #GPtrArray of #SuiviScorecardRow, in the order of the list.
 */
void
suivi_evidence_supported_async (SuiviWorkspace *workspace,
                                const char *evidence_id,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer user_data)
{
  suivi_workspace_run_async (workspace, list_supported, g_strdup (evidence_id), g_free,
                             (GDestroyNotify) g_ptr_array_unref, cancellable, callback, user_data);
}

/* ---- Deleting ---- */

/* How many grades a piece supports. */
static gboolean
count_grades (SuiviStore *store, const char *evidence_id, guint *n, GError **error)
{
  g_autoptr (GPtrArray) supported = suivi_store_list_supported (store, evidence_id, error);

  *n = 0;
  for (guint i = 0; supported != NULL && i < supported->len; i++)
    {
      const SuiviRecommendation *recommendation = g_ptr_array_index (supported, i);
      g_autoptr (GPtrArray) grades
                 = suivi_store_list_judgements (store, NULL, recommendation->id, NULL, error);

      if (grades == NULL)
        return FALSE;
      for (guint j = 0; j < grades->len; j++)
        {
          const SuiviAssessment *grade = g_ptr_array_index (grades, j);
          g_autoptr (GPtrArray) evidence = suivi_store_list_evidence_of (store, grade->id, error);

          if (evidence == NULL)
            return FALSE;
          for (guint k = 0; k < evidence->len; k++)
            *n += g_str_equal (((SuiviEvidence *) g_ptr_array_index (evidence, k))->id, evidence_id);
        }
    }

  return supported != NULL;
}

static gpointer
delete_evidence (SuiviStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  g_autoptr (SuiviTransaction) transaction = NULL;
  guint n = 0;

  if (!count_grades (store, data, &n, error))
    return NULL;
  /* Translators: name of a step that can be undone */
  transaction = suivi_store_begin (store, _ ("Delete evidence"), error);
  if (transaction == NULL || !suivi_transaction_delete_evidence (transaction, data, error)
      || !suivi_transaction_commit (transaction, error))
    return NULL;

  return GUINT_TO_POINTER (n + 1);
}

/**
 * suivi_evidence_delete_async:
 * @evidence_id: key of a piece of evidence
 *
 * Deletes it, as a step that can be undone. Grades lose it and stay.
 */
void
suivi_evidence_delete_async (SuiviWorkspace *workspace,
                             const char *evidence_id,
                             GAsyncReadyCallback callback,
                             gpointer user_data)
{
  suivi_workspace_run_async (workspace, delete_evidence, g_strdup (evidence_id), g_free, NULL, NULL, callback,
                             user_data);
}

/**
 * suivi_evidence_delete_finish:
 * @n_grades: (out): how many grades lost it
 *
 * Returns: %FALSE with @error set to a sentence for the user
 */
gboolean
suivi_evidence_delete_finish (SuiviWorkspace *workspace,
                              GAsyncResult *result,
                              guint *n_grades,
                              GError **error)
{
  const guint answer = GPOINTER_TO_UINT (suivi_workspace_run_finish (workspace, result, error));

  *n_grades = answer > 0 ? answer - 1 : 0;

  return answer > 0;
}

/* ---- What children said ---- */

/**
 * suivi_evidence_choice_free:
 * @self: (nullable) (transfer full): what to free
 */
void
suivi_evidence_choice_free (SuiviEvidenceChoice *self)
{
  if (self == NULL)
    return;

  g_free (self->statement_id);
  g_free (self->words);
  g_free (self->about);
  g_free (self->consultation);
  g_free (self->title);
  g_free (self->date);
  g_free (self);
}

static char *
describe_statement (const SuiviStatement *statement)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) parts = NULL;

  if (statement->age_band != SUIVI_AGE_UNKNOWN)
    g_strv_builder_add (builder, suivi_age_band_to_label (statement->age_band));
  g_strv_builder_addv (builder, (const char **) statement->themes);
  parts = g_strv_builder_end (builder);

  return g_strjoinv (" · ", parts);
}

/* The month is enough: a day may tell who was there. */
static SuiviEvidenceChoice *
make_choice (const SuiviConsultation *consultation, const SuiviStatement *statement)
{
  SuiviEvidenceChoice *self = g_new0 (SuiviEvidenceChoice, 1);
  const gboolean dated = suivi_evidence_date_to_days (consultation->begins_on, NULL, NULL);
  g_autofree char *day = dated ? suivi_evidence_format_date (consultation->begins_on) : NULL;

  self->statement_id = g_strdup (statement->id);
  self->words = g_strdup (statement->words);
  self->about = describe_statement (statement);
  self->consultation
    = dated ? g_strdup_printf ("%s · %s", consultation->title, day) : g_strdup (consultation->title);
  self->date = g_strndup (dated ? consultation->begins_on : "", strlen ("2026-03"));
  self->title
    = dated
        /* Translators: title of evidence that comes from children: title of the consultation, month such as 2026-03 */
        ? g_strdup_printf (_ ("Children, consultation “%s”, %s"), consultation->title, self->date)
        /* Translators: title of evidence that comes from children: title of the consultation */
        : g_strdup_printf (_ ("Children, consultation “%s”"), consultation->title);

  return self;
}

static gpointer
list_choices (SuiviStore *store, gpointer only, GCancellable *cancellable, GError **error)
{
  g_autoptr (GPtrArray) consultations = suivi_store_list_consultations (store, NULL, error);
  g_autoptr (GPtrArray) choices
             = g_ptr_array_new_with_free_func ((GDestroyNotify) suivi_evidence_choice_free);

  if (consultations == NULL)
    return NULL;

  for (guint i = 0; i < consultations->len; i++)
    {
      const SuiviConsultation *consultation
        = ((SuiviConsultationRecord *) g_ptr_array_index (consultations, i))->consultation;
      g_autoptr (GPtrArray) allowed
                 = suivi_store_list_statements (store, consultation->id, SUIVI_USE_QUOTE, error);

      if (allowed == NULL)
        return NULL;
      for (guint j = 0; j < allowed->len && choices->len < MAX_CHOICES; j++)
        {
          const SuiviStatement *statement
            = ((SuiviAllowedStatement *) g_ptr_array_index (allowed, j))->statement;

          if (only == NULL || g_strcmp0 (statement->id, only) == 0)
            g_ptr_array_add (choices, make_choice (consultation, statement));
        }
    }

  return g_steal_pointer (&choices);
}

/**
 * suivi_evidence_choices_async:
 * @statement_id: (nullable): key of the only one that is wanted; %NULL: all
 *
 * Reads what children said, as far as consent lets it be quoted. suivi_workspace_run_finish() gives a #GPtrArray of
 * #SuiviEvidenceChoice, those of the latest consultations first.
 */
void
suivi_evidence_choices_async (SuiviWorkspace *workspace,
                              const char *statement_id,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer user_data)
{
  suivi_workspace_run_async (workspace, list_choices, g_strdup (statement_id), g_free,
                             (GDestroyNotify) g_ptr_array_unref, cancellable, callback, user_data);
}
