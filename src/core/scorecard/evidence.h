/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/record.h"

G_BEGIN_DECLS

/**
 * SuiviEvidenceKind:
 * @SUIVI_EVIDENCE_LAW: a law or a bill ("law")
 * @SUIVI_EVIDENCE_POLICY: a policy, a plan, a strategy ("policy")
 * @SUIVI_EVIDENCE_BUDGET: a budget ("budget")
 * @SUIVI_EVIDENCE_STATISTICS: figures ("statistics")
 * @SUIVI_EVIDENCE_REPORT: a report, a study ("report")
 * @SUIVI_EVIDENCE_MEDIA: a newspaper, a broadcast ("media")
 * @SUIVI_EVIDENCE_FIRST_HAND: what the organisation saw or heard itself ("first-hand")
 * @SUIVI_EVIDENCE_CONSULTATION: what children said ("consultation")
 *
 * What a piece of evidence is.
 */
typedef enum
{
  SUIVI_EVIDENCE_LAW,
  SUIVI_EVIDENCE_POLICY,
  SUIVI_EVIDENCE_BUDGET,
  SUIVI_EVIDENCE_STATISTICS,
  SUIVI_EVIDENCE_REPORT,
  SUIVI_EVIDENCE_MEDIA,
  SUIVI_EVIDENCE_FIRST_HAND,
  SUIVI_EVIDENCE_CONSULTATION,
} SuiviEvidenceKind;

#define SUIVI_N_EVIDENCE_KINDS   8
#define SUIVI_TYPE_EVIDENCE_KIND (suivi_evidence_kind_get_type ())

/**
 * SuiviReliability:
 * @SUIVI_RELIABILITY_UNKNOWN: nobody judged yet ("unknown")
 * @SUIVI_RELIABILITY_LOW: "low"
 * @SUIVI_RELIABILITY_MEDIUM: "medium"
 * @SUIVI_RELIABILITY_HIGH: "high"
 *
 * How far a piece of evidence can be relied on.
 */
typedef enum
{
  SUIVI_RELIABILITY_UNKNOWN,
  SUIVI_RELIABILITY_LOW,
  SUIVI_RELIABILITY_MEDIUM,
  SUIVI_RELIABILITY_HIGH,
} SuiviReliability;

#define SUIVI_N_RELIABILITIES  4
#define SUIVI_TYPE_RELIABILITY (suivi_reliability_get_type ())

/**
 * SuiviEvidence:
 * @id: random UUID, the key in the workspace
 * @title: what it is called; never blank
 * @kind: what it is
 * @date: when it was made or published, ISO 8601: "2026-11-22", "2026-11" or "2026"; may be ""
 * @publisher: who made it; may be ""
 * @url: where it stands; may be ""
 * @page: where in it: "12–14", "art. 5"; may be ""
 * @quotation: what it says, word for word; may be "". Always "" if it comes from a statement: the words stay there
 * @reliability: how far it can be relied on
 * @statement_id: (nullable): key of what children said, which leaves the workspace only through the consent gate
 *   (core/consultation/consent-gate.h)
 *
 * A piece of evidence. It can support many grades: #SuiviEvidenceUse. Its file, if any, is an attachment of the
 * workspace.
 */
typedef struct
{
  char *id;
  char *title;
  SuiviEvidenceKind kind;
  char *date;
  char *publisher;
  char *url;
  char *page;
  char *quotation;
  SuiviReliability reliability;
  char *statement_id;
} SuiviEvidence;

#define SUIVI_TYPE_EVIDENCE (suivi_evidence_get_type ())
SUIVI_DECLARE_RECORD (SuiviEvidence, suivi_evidence)

GType          suivi_evidence_kind_get_type    (void);
const char    *suivi_evidence_kind_to_label    (SuiviEvidenceKind    kind);
GType          suivi_reliability_get_type      (void);
const char    *suivi_reliability_to_label      (SuiviReliability     reliability);

SuiviEvidence *suivi_evidence_new              (const char          *title,
                                                SuiviEvidenceKind    kind);
gboolean       suivi_evidence_is_from_children (const SuiviEvidence *self);
char          *suivi_evidence_to_reference     (const SuiviEvidence *self);

gboolean       suivi_evidence_date_to_days     (const char          *date,
                                                GDate               *first,
                                                GDate               *last);

G_END_DECLS
