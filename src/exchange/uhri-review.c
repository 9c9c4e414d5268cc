/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "core/reference/sessions.h"
#include "core/reference/states.h"
#include "core/reference/table.h"
#include "core/review/review.h"
#include "core/text/text.h"
#include "exchange/uhri-review.h"

/* A record is about one State, or two; a general comment about none. */
#define MAX_COUNTRIES 500

/* The report of a review is published some weeks after the session, and the next review is four years away. */
#define MAX_DAYS_AFTER_SESSION 730

typedef struct
{
  const char *state;
  guint session;
} Report;

/* --- reports ----------------------------------------------------------------------------------------------
 */

typedef struct
{
  SuiviTable *table;
  GHashTable *by_symbol; /* symbol (const char) → Report */
} Reports;

static void
load_reports (Reports *self)
{
  guint symbol = 0;
  guint state = 0;
  guint session = 0;

  self->table = suivi_table_load ("reviews.tsv");
  self->by_symbol = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);
  symbol = suivi_table_get_column (self->table, "report");
  state = suivi_table_get_column (self->table, "iso3");
  session = suivi_table_get_column (self->table, "session");

  for (guint i = 0; i < suivi_table_get_n_rows (self->table); i++)
    {
      Report *report = NULL;

      if (*suivi_table_get (self->table, i, symbol) == '\0')
        continue;
      report = g_new0 (Report, 1);
      report->state = suivi_table_get (self->table, i, state);
      report->session = g_ascii_strtoull (suivi_table_get (self->table, i, session), NULL, 10);
      g_hash_table_insert (self->by_symbol, (gpointer) suivi_table_get (self->table, i, symbol), report);
    }
}

/* The Working Group's report under this symbol, "A/HRC/59/15", of which additions may be given too. NULL if it is none
 * that we know. */
static const Report *
find_report (const char *symbol)
{
  static Reports reports;
  static gsize loaded = 0;
  g_autofree char *whole = NULL;
  const char *p = symbol;

  if (g_once_init_enter (&loaded))
    {
      load_reports (&reports);
      g_once_init_leave (&loaded, 1);
    }

  for (guint i = 0; i < 4 && p != NULL; i++)
    p = strchr (i == 0 ? p : p + 1, '/');
  whole = p != NULL ? g_strndup (symbol, p - symbol) : g_strdup (symbol);

  return g_hash_table_lookup (reports.by_symbol, whole);
}

/**
 * suivi_uhri_review_has_report:
 * @symbol: symbol of a document
 *
 * Returns: whether it is known to be the report of a review, or an addition to it
 */
gboolean
suivi_uhri_review_has_report (const char *symbol)
{
  return find_report (symbol) != NULL;
}

/* --- countries --------------------------------------------------------------------------------------------
 */

static gboolean
contains (GPtrArray *list, const char *value)
{
  return g_ptr_array_find_with_equal_func (list, value, g_str_equal, NULL);
}

static char **
to_strv (GPtrArray *list)
{
  g_ptr_array_add (list, NULL);

  return (char **) g_ptr_array_free (list, FALSE);
}

static SuiviUhriReview *
read_countries (SuiviUhriLabels *labels, const char *countries)
{
  SuiviUhriReview *self = g_new0 (SuiviUhriReview, 1);
  g_auto (GStrv) names = g_strsplit (countries, "\n", MAX_COUNTRIES);
  GPtrArray *states = g_ptr_array_new ();
  GPtrArray *unknown = g_ptr_array_new ();

  for (gsize i = 0; names[i] != NULL; i++)
    {
      const char *state = suivi_uhri_labels_find_state (labels, names[i]);

      if (state != NULL && !contains (states, state))
        g_ptr_array_add (states, g_strdup (state));
      else if (state == NULL && *names[i] != '\0' && !contains (unknown, names[i]))
        g_ptr_array_add (unknown, g_strdup (names[i]));
    }
  self->states = to_strv (states);
  self->unknown = to_strv (unknown);

  return self;
}

/* The code of a State between the slashes, "CEDAW/C/ALB/CO/4", but not the committee's, which comes first. */
static char *
find_state_in_symbol (const char *symbol)
{
  g_auto (GStrv) words = g_strsplit (symbol, "/", 10);

  for (gsize i = 0; words[i] != NULL; i++)
    {
      if (i > 0 && strlen (words[i]) == 3 && suivi_state_exists (words[i]))
        return g_strdup (words[i]);
    }

  return NULL;
}

/* --- sessions ---------------------------------------------------------------------------------------------
 */

/* The last session in which the State was reviewed before the day, if that is not long ago; 0 if none. */
static guint
find_session_by_date (const char *state, const char *date)
{
  gsize n_sessions = 0;
  g_autofree guint *sessions = suivi_sessions_of_state (state, &n_sessions);
  GDate day = { 0 };
  guint found = 0;

  g_date_set_parse (&day, date);
  if (!g_date_valid (&day))
    return 0;

  for (gsize i = 0; i < n_sessions; i++)
    {
      const char *start = NULL;
      GDate first = { 0 };

      if (!suivi_session_get_dates (sessions[i], &start, NULL))
        continue;
      g_date_set_parse (&first, start);
      if (g_date_valid (&first) && g_date_days_between (&first, &day) >= 0
          && g_date_days_between (&first, &day) <= MAX_DAYS_AFTER_SESSION)
        found = sessions[i];
    }

  return found;
}

/* The session of a State's review: the one that the record names, if the State was reviewed in it or nobody knows its
 * calendar yet; else what the report, the cycle and the date of the document say. */
static guint
find_session (const char *state, const Report *report, guint session, guint cycle, const char *date)
{
  if (session > 0
      && (suivi_session_was_reviewed (state, session) || !suivi_session_get_dates (session, NULL, NULL)))
    return session;
  if (report != NULL && g_str_equal (report->state, state))
    return report->session;
  if (session > 0)
    return 0;
  session = cycle > 0 ? suivi_session_find (state, cycle) : 0;

  return session > 0 || date == NULL ? session : find_session_by_date (state, date);
}

/* Of several countries: the only one that was reviewed in that session. */
static const char *
choose_state (char *const *states, guint session)
{
  const char *chosen = NULL;

  for (gsize i = 0; states[i] != NULL; i++)
    {
      if (!suivi_session_was_reviewed (states[i], session))
        continue;
      if (chosen != NULL)
        return NULL;
      chosen = states[i];
    }

  return chosen;
}

/**
 * suivi_uhri_review_find:
 * @labels: memory
 * @countries: the countries concerned, one per line
 * @symbol: symbol of the document, may be empty
 * @session: the session of the review as the record has it, 0 if it does not say it
 * @cycle: the cycle, 0 if it does not say it
 * @date: (nullable): day of the document, "2025-03-24"
 *
 * Finds out which review a record of the UPR belongs to. Where it names two countries ("Uzbekistan" and "Czechia" for
 * the review of Czechia), it is the one that was reviewed in that session; where it names none or no session, the
 * tables of reviews and sessions help out.
 *
 * Returns: (transfer full): the review, as far as it can be told
 */
SuiviUhriReview *
suivi_uhri_review_find (SuiviUhriLabels *labels,
                        const char *countries,
                        const char *symbol,
                        guint session,
                        guint cycle,
                        const char *date)
{
  SuiviUhriReview *self = read_countries (labels, countries);
  const Report *report = find_report (symbol);
  const char *state = NULL;

  if (self->states[0] == NULL)
    state = report != NULL && self->unknown[0] == NULL ? report->state : NULL;
  else if (self->states[1] == NULL)
    state = self->states[0];
  else if (session > 0)
    state = choose_state (self->states, session);
  else if (report != NULL && g_strv_contains ((const char *const *) self->states, report->state))
    state = report->state;

  if (state != NULL)
    {
      self->state = g_strdup (state);
      self->session = find_session (state, report, session, cycle, date);
    }

  return self;
}

/**
 * suivi_uhri_review_find_output:
 * @labels: memory
 * @countries: the countries concerned, one per line
 * @symbol: symbol of the document, may be empty
 *
 * Finds out which States an output of a treaty body or a special procedure is about. Where the record does not say it,
 * the symbol may: "CEDAW/C/ALB/CO/4".
 *
 * Returns: (transfer full): the States; there is neither State under review nor session
 */
SuiviUhriReview *
suivi_uhri_review_find_output (SuiviUhriLabels *labels, const char *countries, const char *symbol)
{
  SuiviUhriReview *self = read_countries (labels, countries);

  if (self->states[0] == NULL && self->unknown[0] == NULL)
    {
      char *state = find_state_in_symbol (symbol);

      if (state != NULL)
        {
          g_strfreev (self->states);
          self->states = g_new0 (char *, 2);
          self->states[0] = state;
        }
    }

  return self;
}

/**
 * suivi_uhri_review_free:
 * @self: (nullable) (transfer full): what a document is about
 */
void
suivi_uhri_review_free (SuiviUhriReview *self)
{
  if (self == NULL)
    return;

  g_strfreev (self->states);
  g_strfreev (self->unknown);
  g_free (self->state);
  g_free (self);
}
