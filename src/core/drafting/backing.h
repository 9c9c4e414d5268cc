/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/record.h"

G_BEGIN_DECLS

/**
 * SuiviBackingKind:
 * @SUIVI_BACKING_EVIDENCE: a report, a figure, a study ("evidence")
 * @SUIVI_BACKING_OUTPUT: what a treaty body or a special procedure said, with symbol and paragraph ("output")
 * @SUIVI_BACKING_EARLIER: an earlier recommendation to the same State ("earlier")
 * @SUIVI_BACKING_TARGET: a target or an indicator of the Sustainable Development Goals ("target")
 *
 * What speaks for a draft.
 */
typedef enum
{
  SUIVI_BACKING_EVIDENCE,
  SUIVI_BACKING_OUTPUT,
  SUIVI_BACKING_EARLIER,
  SUIVI_BACKING_TARGET,
} SuiviBackingKind;

#define SUIVI_TYPE_BACKING_KIND (suivi_backing_kind_get_type ())
#define SUIVI_N_BACKING_KINDS   4

/**
 * SuiviBacking:
 * @id: random UUID, the key in the workspace
 * @priority_id: key of the issue
 * @draft_id: (nullable): key of the draft; %NULL: speaks for the issue, and so for all its drafts
 * @kind: what it is
 * @recommendation_id: (nullable): key of the output or earlier recommendation, where the workspace has it
 * @title: what it is called; never blank
 * @reference: where to find it: symbol and paragraph, page, web address, "16.9.1"; may be ""
 * @quote: what it says, in short; may be ""
 *
 * Something that speaks for a draft or an issue.
 */
typedef struct
{
  char *id;
  char *priority_id;
  char *draft_id;
  SuiviBackingKind kind;
  char *recommendation_id;
  char *title;
  char *reference;
  char *quote;
} SuiviBacking;

#define SUIVI_TYPE_BACKING (suivi_backing_get_type ())
SUIVI_DECLARE_RECORD (SuiviBacking, suivi_backing)

GType             suivi_backing_kind_get_type  (void);
const char       *suivi_backing_kind_to_nick   (SuiviBackingKind  kind);
gboolean          suivi_backing_kind_from_nick (const char       *nick,
                                                SuiviBackingKind *kind);
const char       *suivi_backing_kind_to_label  (SuiviBackingKind  kind);

SuiviBacking     *suivi_backing_new            (const char       *priority_id,
                                                const char       *draft_id,
                                                SuiviBackingKind  kind,
                                                const char       *title);

G_END_DECLS
