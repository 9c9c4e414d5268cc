/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "core/scorecard/assessment.h"
#include "exchange/import.h"
#include "exchange/sample-private.h"
#include "store/transaction.h"

#include "suivi-sample.h"

#define RESOURCE_PREFIX "/io/github/suivi/Suivi/sample/"
#define LIST_NAME       "sample-list.docx"
#define DRAFTS_NAME     "sample-drafts.tsv"
#define GRADES_NAME     "sample-grades.tsv"

/* Who gave the grades of sample-grades.tsv: an imaginary institution, whoever opens the sample. */
#define GRADES_ORGANISATION "Ombudsperson of Alvera"

/* The columns of sample-drafts.tsv. Rows with the same issue are drafts of one issue, described by the first. */
enum
{
  DRAFT_ISSUE,
  DRAFT_EXPLANATION,
  DRAFT_KEY_WORDS,
  DRAFT_ARTICLES,
  DRAFT_STAGE,
  DRAFT_MEANS,
  DRAFT_TEXT,
  DRAFT_EVIDENCE,
  DRAFT_REFERENCE,
  N_DRAFT_COLUMNS,
};

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

/**
 * suivi_sample_load_lines:
 * @name: of a file of the sample
 *
 * Returns: (transfer full): its lines, without the first one
 */
char **
suivi_sample_load_lines (const char *name)
{
  g_autoptr (GBytes) bytes = load (name);
  g_autofree char *text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  const char *end_of_header = strchr (text, '\n');

  if (end_of_header == NULL || !g_str_has_suffix (text, "\n"))
    g_error ("The sample %s is crooked", name);
  text[strlen (text) - 1] = '\0';

  return g_strsplit (end_of_header + 1, "\n", -1);
}

static void
set_text (char **field, const char *text)
{
  g_free (*field);
  *field = g_strdup (text);
}

static SuiviPriority *
make_issue (const char *state, guint place, char **cells)
{
  SuiviPriority *issue = suivi_priority_new (state, cells[DRAFT_ISSUE]);

  set_text (&issue->explanation, cells[DRAFT_EXPLANATION]);
  set_text (&issue->key_words, cells[DRAFT_KEY_WORDS]);
  g_strfreev (issue->articles);
  issue->articles = g_strsplit (cells[DRAFT_ARTICLES], " ", -1);
  issue->place = place;

  return issue;
}

static gboolean
put_draft (SuiviTransaction *transaction, SuiviPriority *issue, guint place, char **cells, GError **error)
{
  g_autoptr (SuiviDraft) draft = suivi_draft_new (issue->id, cells[DRAFT_TEXT], "en");
  g_autoptr (SuiviBacking) evidence = NULL;

  if (!suivi_stage_from_nick (cells[DRAFT_STAGE], &draft->stage))
    g_error ("The sample %s is crooked at %s", DRAFTS_NAME, cells[DRAFT_TEXT]);
  set_text (&draft->means, cells[DRAFT_MEANS]);
  draft->place = place;
  if (!suivi_transaction_put_draft (transaction, draft, error))
    return FALSE;
  if (*cells[DRAFT_EVIDENCE] == '\0')
    return TRUE;

  evidence = suivi_backing_new (issue->id, draft->id, SUIVI_BACKING_EVIDENCE, cells[DRAFT_EVIDENCE]);
  set_text (&evidence->reference, cells[DRAFT_REFERENCE]);

  return suivi_transaction_put_backing (transaction, evidence, error);
}

static gboolean
put_drafts (SuiviStore *store, const char *state, GError **error)
{
  g_auto (GStrv) lines = suivi_sample_load_lines (DRAFTS_NAME);
  g_autoptr (SuiviPriority) issue = NULL;
  g_autoptr (SuiviTransaction) transaction = NULL;
  guint count = g_strv_length (lines);
  g_autofree char *label = g_strdup_printf (ngettext ("Add %u draft", "Add %u drafts", count), count);
  guint n_issues = 0;
  guint n_drafts = 0;

  transaction = suivi_store_begin (store, label, error);
  if (transaction == NULL)
    return FALSE;

  for (guint i = 0; i < count; i++)
    {
      g_auto (GStrv) cells = g_strsplit (lines[i], "\t", -1);

      if (g_strv_length (cells) != N_DRAFT_COLUMNS)
        g_error ("The sample %s is crooked at %s", DRAFTS_NAME, cells[0]);
      if (issue == NULL || g_strcmp0 (issue->title, cells[DRAFT_ISSUE]) != 0)
        {
          g_clear_pointer (&issue, suivi_priority_free);
          issue = make_issue (state, ++n_issues, cells);
          n_drafts = 0;
          if (!suivi_transaction_put_priority (transaction, issue, error))
            return FALSE;
        }
      if (!put_draft (transaction, issue, ++n_drafts, cells, error))
        return FALSE;
    }

  return suivi_transaction_commit (transaction, error);
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
  set_text (&grade->organisation, GRADES_ORGANISATION);

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
  g_auto (GStrv) lines = suivi_sample_load_lines (GRADES_NAME);
  g_autoptr (SuiviTransaction) transaction = NULL;
  g_autofree char *label = NULL;
  guint count = g_strv_length (lines);

  label = g_strdup_printf (ngettext ("Grade %u recommendation", "Grade %u recommendations", count), count);
  transaction = suivi_store_begin (store, label, error);
  if (transaction == NULL)
    return FALSE;

  for (guint i = 0; i < count; i++)
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
 * Puts the sample in: the imaginary State of Alvera with 40 recommendations, drafts for its next review, a consultation
 * with children, clusters, a first edition of the scorecard, judgements of several organisations, and grades for some of
 * the recommendations. The list goes the way of every file, through the reader and a plan. Leaves eight steps that can be
 * undone. Blocks on the disk.
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

  return put_drafts (store, suivi_import_plan_get_review (plan)->state, error)
         && suivi_sample_put_consultation (store, suivi_import_plan_get_review (plan), error)
         && suivi_sample_put_scorecard (store, suivi_import_plan_get_review (plan), error)
         && put_grades (store, suivi_import_plan_get_review (plan)->id, error);
}
