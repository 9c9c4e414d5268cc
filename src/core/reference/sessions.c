/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "core/reference/sessions.h"
#include "core/reference/table.h"

typedef struct
{
  const char *start;
  const char *end;
} Session;

typedef struct
{
  guint session;
  guint cycle;
} Review;

typedef struct
{
  SuiviTable *sessions;
  SuiviTable *reviews;
  GHashTable *by_number; /* session → Session */
  GHashTable *by_state;  /* ISO code (const char) → GArray of Review, sorted by session */
} Calendar;

static guint
to_number (const char *text)
{
  guint64 number = 0;

  if (!g_ascii_string_to_unsigned (text, 10, 1, G_MAXUINT, &number, NULL))
    g_error ("\"%s\" in the tables of sessions is no number", text);

  return number;
}

static int
compare_reviews (gconstpointer a, gconstpointer b)
{
  const Review *review_a = a;
  const Review *review_b = b;

  return review_a->session < review_b->session ? -1 : review_a->session > review_b->session;
}

static void
load_sessions (Calendar *self)
{
  guint number = 0;
  guint start = 0;
  guint end = 0;

  self->sessions = suivi_table_load ("sessions.tsv");
  self->by_number = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  number = suivi_table_get_column (self->sessions, "session");
  start = suivi_table_get_column (self->sessions, "start");
  end = suivi_table_get_column (self->sessions, "end");

  for (guint i = 0; i < suivi_table_get_n_rows (self->sessions); i++)
    {
      Session *session = g_new0 (Session, 1);

      session->start = suivi_table_get (self->sessions, i, start);
      session->end = suivi_table_get (self->sessions, i, end);
      g_hash_table_insert (self->by_number,
                           GUINT_TO_POINTER (to_number (suivi_table_get (self->sessions, i, number))),
                           session);
    }
}

static void
load_reviews (Calendar *self)
{
  GHashTableIter iter;
  gpointer reviews = NULL;
  guint number = 0;
  guint cycle = 0;
  guint state = 0;
  guint status = 0;

  self->reviews = suivi_table_load ("reviews.tsv");
  self->by_state = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) g_array_unref);
  number = suivi_table_get_column (self->reviews, "session");
  cycle = suivi_table_get_column (self->reviews, "cycle");
  state = suivi_table_get_column (self->reviews, "iso3");
  status = suivi_table_get_column (self->reviews, "review");

  for (guint i = 0; i < suivi_table_get_n_rows (self->reviews); i++)
    {
      const char *code = suivi_table_get (self->reviews, i, state);
      const char *what = suivi_table_get (self->reviews, i, status);
      GArray *of_state = g_hash_table_lookup (self->by_state, code);
      Review review = { 0 };

      /* "not held": the State was on the list of the session but was reviewed in a later one. */
      if (!g_str_equal (what, "reviewed") && !g_str_equal (what, "planned"))
        continue;

      review.session = to_number (suivi_table_get (self->reviews, i, number));
      review.cycle = to_number (suivi_table_get (self->reviews, i, cycle));
      if (of_state == NULL)
        {
          of_state = g_array_new (FALSE, FALSE, sizeof (Review));
          g_hash_table_insert (self->by_state, (gpointer) code, of_state);
        }
      g_array_append_val (of_state, review);
    }

  g_hash_table_iter_init (&iter, self->by_state);
  while (g_hash_table_iter_next (&iter, NULL, &reviews))
    g_array_sort (reviews, compare_reviews);
}

static Calendar *
get_calendar (void)
{
  static Calendar calendar;
  static gsize loaded = 0;

  if (g_once_init_enter (&loaded))
    {
      load_sessions (&calendar);
      load_reviews (&calendar);
      g_once_init_leave (&loaded, 1);
    }

  return &calendar;
}

static GArray *
get_reviews (const char *state)
{
  return state != NULL ? g_hash_table_lookup (get_calendar ()->by_state, state) : NULL;
}

/**
 * suivi_session_get_dates:
 * @session: number of a session of the UPR Working Group, 1 and up
 * @start: (out) (optional) (transfer none): its first day, "2025-01-20"
 * @end: (out) (optional) (transfer none): its last day; the plenary that adopts the outcomes comes months
 * later
 *
 * The dates of sessions to come are plans. Nothing is known of the fifth cycle (session 55 and up).
 *
 * Returns: whether the dates are known; if not, @start and @end are left as they were
 */
gboolean
suivi_session_get_dates (guint session, const char **start, const char **end)
{
  Session *known = g_hash_table_lookup (get_calendar ()->by_number, GUINT_TO_POINTER (session));

  if (known == NULL)
    return FALSE;

  if (start != NULL)
    *start = known->start;
  if (end != NULL)
    *end = known->end;
  return TRUE;
}

/**
 * suivi_session_find:
 * @state: (nullable): ISO 3166-1 alpha-3
 * @cycle: 1 and up
 *
 * The session in which the State was reviewed in that cycle, or will be by plan. A State can move to a later
 * session than first announced (the United States from 50 to 53): the one that counts is given.
 *
 * Returns: the session, 0 if none is known
 */
guint
suivi_session_find (const char *state, guint cycle)
{
  GArray *reviews = get_reviews (state);

  for (guint i = 0; reviews != NULL && i < reviews->len; i++)
    {
      if (g_array_index (reviews, Review, i).cycle == cycle)
        return g_array_index (reviews, Review, i).session;
    }

  return 0;
}

/**
 * suivi_session_was_reviewed:
 * @state: (nullable): ISO 3166-1 alpha-3
 * @session: 1 and up
 *
 * Returns: whether the State was reviewed in that session, or will be by plan
 */
gboolean
suivi_session_was_reviewed (const char *state, guint session)
{
  GArray *reviews = get_reviews (state);

  for (guint i = 0; reviews != NULL && i < reviews->len; i++)
    {
      if (g_array_index (reviews, Review, i).session == session)
        return TRUE;
    }

  return FALSE;
}

/**
 * suivi_sessions_of_state:
 * @state: (nullable): ISO 3166-1 alpha-3
 * @n_sessions: (out): how many there are, 0–4
 *
 * Returns: (transfer full) (array length=n_sessions) (nullable): the sessions in which the State was
 * reviewed, or will be by plan, the first one first; to be freed with g_free(). %NULL if there is none
 */
guint *
suivi_sessions_of_state (const char *state, gsize *n_sessions)
{
  GArray *reviews = get_reviews (state);
  guint *sessions = NULL;

  g_return_val_if_fail (n_sessions != NULL, NULL);

  *n_sessions = reviews != NULL ? reviews->len : 0;
  if (*n_sessions == 0)
    return NULL;

  sessions = g_new (guint, *n_sessions);
  for (gsize i = 0; i < *n_sessions; i++)
    sessions[i] = g_array_index (reviews, Review, i).session;

  return sessions;
}
