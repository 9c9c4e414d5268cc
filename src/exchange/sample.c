/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "core/scorecard/assessment.h"
#include "exchange/import.h"
#include "exchange/sample.h"
#include "store/transaction.h"

#include "suivi-sample.h"

#define RESOURCE_PREFIX "/io/github/suivi/Suivi/sample/"
#define LIST_NAME       "sample-list.docx"
#define GRADES_NAME     "sample-grades.tsv"

/* The columns of sample-grades.tsv. */
enum
{
  COLUMN_NUMBER,
  COLUMN_LAW,
  COLUMN_POLICY,
  COLUMN_PRACTICE,
  COLUMN_REASON,
  COLUMN_SOURCE,
  COLUMN_DATE,
  COLUMN_NAME,
  N_COLUMNS,
};

/* Naming the resource is also what keeps the linker from dropping it out of the static library. */
static GBytes *
load (const char *name)
{
  g_autofree char *path = g_strconcat (RESOURCE_PREFIX, name, NULL);
  g_autoptr (GError) error = NULL;
  GBytes *bytes = NULL;

  bytes = g_resource_lookup_data (suivi_sample_get_resource (), path, G_RESOURCE_LOOKUP_FLAGS_NONE, &error);
  if (bytes == NULL)
    g_error ("The sample %s is missing: %s", name, error->message);

  return bytes;
}

static SuiviImportPlan *
import_list (SuiviStore *store, GError **error)
{
  g_autoptr (GBytes) bytes = load (LIST_NAME);
  g_autoptr (SuiviImportPlan) plan = NULL;

  plan = suivi_import_read_bytes (bytes, LIST_NAME, NULL, NULL, error);
  if (plan == NULL || !suivi_import_plan_compare (plan, store, NULL, NULL, error)
      || !suivi_import_plan_apply (plan, store, NULL, NULL, error))
    return NULL;

  return g_steal_pointer (&plan);
}

static SuiviAssessment *
make_grade (char **cells)
{
  g_autoptr (SuiviAssessment) grade = suivi_assessment_new ();
  SuiviLevel law = SUIVI_LEVEL_UNASSESSED;
  SuiviLevel policy = SUIVI_LEVEL_UNASSESSED;
  SuiviLevel practice = SUIVI_LEVEL_UNASSESSED;

  if (g_strv_length (cells) != N_COLUMNS || !suivi_level_from_nick (cells[COLUMN_LAW], &law)
      || !suivi_level_from_nick (cells[COLUMN_POLICY], &policy)
      || !suivi_level_from_nick (cells[COLUMN_PRACTICE], &practice))
    g_error ("The sample %s is crooked at %s", GRADES_NAME, cells[0]);

  suivi_assessment_set_levels (grade, law, policy, practice);
  grade->reason = g_strdup (cells[COLUMN_REASON]);
  grade->source = g_strdup (cells[COLUMN_SOURCE]);
  g_free (grade->date);
  grade->date = g_strdup (cells[COLUMN_DATE]);
  grade->name = g_strdup (cells[COLUMN_NAME]);

  return g_steal_pointer (&grade);
}

static gboolean
put_grade (SuiviTransaction *transaction,
           SuiviStore *store,
           const char *review_id,
           const char *line,
           GError **error)
{
  g_auto (GStrv) cells = g_strsplit (line, "\t", -1);
  g_autoptr (SuiviAssessment) grade = make_grade (cells);
  g_autoptr (GPtrArray) found = NULL;

  found = suivi_store_find_number (store, review_id, cells[COLUMN_NUMBER], error);
  if (found == NULL)
    return FALSE;
  if (found->len == 0)
    {
      g_set_error (error, SUIVI_STORE_ERROR, SUIVI_STORE_ERROR_NOT_FOUND,
                   _ ("The workspace has no recommendation with the number %s."), cells[COLUMN_NUMBER]);
      return FALSE;
    }

  g_free (grade->recommendation_id);
  grade->recommendation_id = g_strdup (((SuiviRecommendation *) g_ptr_array_index (found, 0))->id);

  return suivi_transaction_put_assessment (transaction, grade, error);
}

static gboolean
put_grades (SuiviStore *store, const char *review_id, GError **error)
{
  g_autoptr (GBytes) bytes = load (GRADES_NAME);
  g_autofree char *text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  g_auto (GStrv) lines = NULL;
  g_autoptr (SuiviTransaction) transaction = NULL;
  g_autofree char *label = NULL;
  guint count = 0;

  lines = g_strsplit (g_strchomp (text), "\n", -1);
  count = g_strv_length (lines) - 1;
  label = g_strdup_printf (ngettext ("Grade %u recommendation", "Grade %u recommendations", count), count);
  transaction = suivi_store_begin (store, label, error);
  if (transaction == NULL)
    return FALSE;

  for (guint i = 1; i <= count; i++)
    {
      if (!put_grade (transaction, store, review_id, lines[i], error))
        return FALSE;
    }

  return suivi_transaction_commit (transaction, error);
}

/**
 * suivi_sample_fill:
 * @store: a workspace, empty as a rule
 * @error: return location of a %SUIVI_IMPORT_ERROR or %SUIVI_STORE_ERROR
 *
 * Puts the sample in: the imaginary State of Alvera with 40 recommendations, and grades for some of them. It
 * goes the way of every file, through the reader and a plan, and leaves two steps that can be undone. Blocks
 * on the disk.
 *
 * Returns: whether it was written; with @error set, the first step may have been
 */
gboolean
suivi_sample_fill (SuiviStore *store, GError **error)
{
  g_autoptr (SuiviImportPlan) plan = NULL;

  g_return_val_if_fail (store != NULL, FALSE);

  plan = import_list (store, error);
  if (plan == NULL)
    return FALSE;

  return put_grades (store, suivi_import_plan_get_review (plan)->id, error);
}
