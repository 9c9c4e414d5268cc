/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "core/reference/states.h"
#include "core/review/review.h"

G_DEFINE_BOXED_TYPE (SuiviReview, suivi_review, suivi_review_copy, suivi_review_free)

/* Far beyond the fifth cycle; guards against a year or a number of pages taken for a session. */
#define MAX_SESSION 200

/**
 * suivi_review_new:
 * @state: ISO 3166-1 alpha-3
 * @session: 1 and up
 *
 * Returns: (transfer full): a review with a new random key
 */
SuiviReview *
suivi_review_new (const char *state, guint session)
{
  SuiviReview *self = g_new0 (SuiviReview, 1);

  self->id = g_uuid_string_random ();
  self->state = g_strdup (state);
  self->session = session;

  return self;
}

/**
 * suivi_review_copy:
 *
 * Returns: (transfer full): a copy with the same key
 */
SuiviReview *
suivi_review_copy (SuiviReview *self)
{
  SuiviReview *copy = g_new0 (SuiviReview, 1);

  copy->id = g_strdup (self->id);
  copy->state = g_strdup (self->state);
  copy->session = self->session;
  copy->symbol = g_strdup (self->symbol);

  return copy;
}

/**
 * suivi_review_free:
 * @self: (nullable) (transfer full): a review
 */
void
suivi_review_free (SuiviReview *self)
{
  if (self == NULL)
    return;

  g_free (self->id);
  g_free (self->state);
  g_free (self->symbol);
  g_free (self);
}

/**
 * suivi_review_to_token:
 *
 * Returns: (transfer full): "SVN:48", as the command line writes a review
 */
char *
suivi_review_to_token (SuiviReview *self)
{
  return g_strdup_printf ("%s:%u", self->state, self->session);
}

/**
 * suivi_review_to_label:
 *
 * Returns: (transfer full): "Slovenia, session 48" in the user's language
 */
char *
suivi_review_to_label (SuiviReview *self)
{
  /* Translators: %s is a State, %u the number of a session of the UPR Working Group */
  return g_strdup_printf (_ ("%s, session %u"), suivi_state_get_name (self->state), self->session);
}

/**
 * suivi_review_parse_token:
 * @token: "SVN:48"; the letters in any case
 * @state: (out) (transfer full): the ISO code of a State that we know
 * @session: (out): the session, 1–200
 *
 * Returns: whether @token names a review
 */
gboolean
suivi_review_parse_token (const char *token, char **state, guint *session)
{
  g_autofree char *code = NULL;
  guint64 number = 0;

  if (token == NULL || strlen (token) < 5 || token[3] != ':')
    return FALSE;

  code = g_ascii_strup (token, 3);
  if (!suivi_state_exists (code))
    return FALSE;
  if (!g_ascii_string_to_unsigned (token + 4, 10, 1, MAX_SESSION, &number, NULL))
    return FALSE;

  *state = g_steal_pointer (&code);
  *session = number;
  return TRUE;
}

/**
 * suivi_review_cycle_of_session:
 * @session: 1 and up
 *
 * Sessions 1–12 are cycle 1 (Human Rights Council resolution 5/1), 13–26 cycle 2, 27–40 cycle 3, 41–54 cycle
 * 4 (decision 17/119 and resolution 16/21: fourteen sessions a cycle). Later cycles are computed by the same
 * step.
 *
 * Returns: the cycle, 1 and up; 0 for session 0
 */
guint
suivi_review_cycle_of_session (guint session)
{
  if (session == 0)
    return 0;
  if (session <= 12)
    return 1;
  return 2 + (session - 13) / 14;
}
