/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

#define SUIVI_TYPE_REVIEW (suivi_review_get_type ())

/**
 * SuiviReview:
 * @id: random UUID, the key in the workspace
 * @state: the State under review, ISO 3166-1 alpha-3
 * @session: session of the Working Group, 1 and up
 * @symbol: (nullable): symbol of the Working Group's report, "A/HRC/59/15"
 *
 * One State's examination in one session. Fields are for reading once the review is shared.
 */
typedef struct
{
  char *id;
  char *state;
  guint session;
  char *symbol;
} SuiviReview;

GType        suivi_review_get_type          (void);
SuiviReview *suivi_review_new               (const char   *state,
                                             guint         session);
SuiviReview *suivi_review_copy              (SuiviReview  *self);
void         suivi_review_free              (SuiviReview  *self);
char        *suivi_review_to_token          (SuiviReview  *self);
char        *suivi_review_to_label          (SuiviReview  *self);
gboolean     suivi_review_parse_token       (const char   *token,
                                             char        **state,
                                             guint        *session);
guint        suivi_review_cycle_of_session  (guint         session);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SuiviReview, suivi_review_free)

G_END_DECLS
