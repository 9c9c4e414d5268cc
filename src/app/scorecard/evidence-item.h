/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib-object.h>

#include "core/scorecard/evidence.h"

G_BEGIN_DECLS

#define SUIVI_TYPE_EVIDENCE_ITEM (suivi_evidence_item_get_type ())
G_DECLARE_FINAL_TYPE (SuiviEvidenceItem, suivi_evidence_item, SUIVI, EVIDENCE_ITEM, GObject)

/**
 * SuiviEvidenceItem:
 * @evidence: a piece of evidence
 * @n_supported: how many recommendations it supports
 * @folded: what is searched in
 * @sort_key: what it is sorted by, for strcmp()
 *
 * One row of the library. Made on the workspace's thread, shown on the main thread, and never changed in between.
 */
struct _SuiviEvidenceItem
{
  GObject parent_instance;

  SuiviEvidence *evidence;
  guint n_supported;
  char *folded;
  char *sort_key;
};

SuiviEvidenceItem *suivi_evidence_item_new     (const SuiviEvidence     *evidence,
                                                guint                    n_supported);
gboolean           suivi_evidence_item_equal   (SuiviEvidenceItem       *a,
                                                SuiviEvidenceItem       *b);
int                suivi_evidence_item_compare (SuiviEvidenceItem       *a,
                                                SuiviEvidenceItem       *b);
gboolean           suivi_evidence_item_matches (SuiviEvidenceItem       *self,
                                                const char *const       *words);

G_END_DECLS
