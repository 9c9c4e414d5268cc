/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/scorecard/evidence-item.h"

#include <string.h>

#include "app/scorecard/evidence-words.h"
#include "core/text/text.h"

G_DEFINE_FINAL_TYPE (SuiviEvidenceItem, suivi_evidence_item, G_TYPE_OBJECT)

static void
suivi_evidence_item_finalize (GObject *object)
{
  SuiviEvidenceItem *self = SUIVI_EVIDENCE_ITEM (object);

  suivi_evidence_free (self->evidence);
  g_free (self->folded);
  g_free (self->sort_key);

  G_OBJECT_CLASS (suivi_evidence_item_parent_class)->finalize (object);
}

static void
suivi_evidence_item_class_init (SuiviEvidenceItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = suivi_evidence_item_finalize;
}

static void
suivi_evidence_item_init (SuiviEvidenceItem *self)
{
}

/**
 * suivi_evidence_item_new:
 * @evidence: a piece of evidence; it is copied
 * @n_supported: how many recommendations it supports
 *
 * Returns: (transfer full): a row
 */
SuiviEvidenceItem *
suivi_evidence_item_new (const SuiviEvidence *evidence, guint n_supported)
{
  SuiviEvidenceItem *self = g_object_new (SUIVI_TYPE_EVIDENCE_ITEM, NULL);
  g_autofree char *description = suivi_evidence_describe (evidence);
  g_autofree char *words = g_strjoin (" ", evidence->title, description, evidence->url, NULL);

  self->evidence = suivi_evidence_copy (evidence);
  self->n_supported = n_supported;
  self->folded = suivi_text_fold (words);
  self->sort_key = g_utf8_collate_key (evidence->title, -1);

  return self;
}

/**
 * suivi_evidence_item_equal:
 *
 * Returns: whether both show the same
 */
gboolean
suivi_evidence_item_equal (SuiviEvidenceItem *a, SuiviEvidenceItem *b)
{
  return a->n_supported == b->n_supported && suivi_evidence_equal (a->evidence, b->evidence);
}

/**
 * suivi_evidence_item_compare:
 *
 * Returns: as strcmp(): by title, as people of the locale sort; of the same title, by date
 */
int
suivi_evidence_item_compare (SuiviEvidenceItem *a, SuiviEvidenceItem *b)
{
  int order = strcmp (a->sort_key, b->sort_key);

  if (order == 0)
    order = strcmp (a->evidence->date, b->evidence->date);

  return order != 0 ? order : strcmp (a->evidence->id, b->evidence->id);
}

/**
 * suivi_evidence_item_matches:
 * @words: (nullable) (array zero-terminated=1): what is searched for, folded
 *
 * Returns: whether all of them are found
 */
gboolean
suivi_evidence_item_matches (SuiviEvidenceItem *self, const char *const *words)
{
  for (gsize i = 0; words != NULL && words[i] != NULL; i++)
    {
      if (strstr (self->folded, words[i]) == NULL)
        return FALSE;
    }

  return TRUE;
}
