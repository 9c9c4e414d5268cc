/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "core/reference/sessions.h"
#include "core/reference/states.h"
#include "core/review/review.h"
#include "core/text/text.h"
#include "exchange/table-row-reader-private.h"
#include "exchange/table-words.h"

static void
add_review_fault (SuiviTableRow *row, SuiviTableField field, const char *reason)
{
  suivi_table_row_add_fault (row, field, SUIVI_FAULT_NO_REVIEW, suivi_table_row_get_text (row, field),
                             reason);
}

/* Returns the session that the row names, 0 if none or a wrong one. */
static guint
read_session (SuiviTableRow *row, const char *state)
{
  guint session = 0;
  guint cycle = 0;
  gboolean has_session = FALSE;
  gboolean has_cycle = FALSE;

  if (!suivi_table_row_is_blank (row, SUIVI_TABLE_FIELD_SESSION))
    {
      has_session = suivi_table_words_find_integer (suivi_table_row_get_text (row, SUIVI_TABLE_FIELD_SESSION),
                                                    &session);
      if (!has_session || !suivi_session_get_dates (session, NULL, NULL))
        {
          add_review_fault (
            row, SUIVI_TABLE_FIELD_SESSION,
            _ ("There is no such session of the UPR Working Group. Write its number, such as 48, or "
               "leave the row out."));
          return 0;
        }
    }
  if (!suivi_table_row_is_blank (row, SUIVI_TABLE_FIELD_CYCLE))
    {
      has_cycle
        = suivi_table_words_find_integer (suivi_table_row_get_text (row, SUIVI_TABLE_FIELD_CYCLE), &cycle);
      if (!has_cycle || (!has_session && state != NULL && suivi_session_find (state, cycle) == 0)
          || (has_session && suivi_review_cycle_of_session (session) != cycle))
        {
          add_review_fault (
            row, SUIVI_TABLE_FIELD_CYCLE,
            has_session
              ? _ ("The session is not in this cycle. Correct one of the two, or leave the row out.")
              : _ ("No review of the State in this cycle is known. Write the number of the cycle, "
                   "such as 4, or leave the row out."));
          return 0;
        }
      if (!has_session && state != NULL)
        session = suivi_session_find (state, cycle);
    }
  /* A database knows better: Sudan's review in session 11 was also South Sudan's. */
  if (has_session && state != NULL && !row->self->layout->is_database
      && !suivi_session_was_reviewed (state, session))
    {
      g_autofree char *reason = g_strdup_printf (
        /* Translators: %s is the name of a State */
        _ ("%s was not reviewed in this session. Correct the State or the session, or leave the row out."),
        suivi_state_get_name (state));

      add_review_fault (row, SUIVI_TABLE_FIELD_SESSION, reason);
      return 0;
    }

  return session;
}

/* "Slovenia", "- Slovenia", "SVN". Most rows name the same State as the row before. Returns %NULL if nobody
 * knows it. */
static const char *
match_state (SuiviTableRowReader *self, const char *cell)
{
  g_autofree char *name = NULL;
  const char *start = NULL;

  if (self->last_state != NULL && g_str_equal (self->last_state_cell, cell))
    return self->last_state;

  name = suivi_text_clean (cell);
  start = name + strspn (name, "- ");
  g_free (self->last_state_cell);
  self->last_state_cell = g_strdup (cell);
  self->last_state = suivi_state_match (start);
  if (self->last_state == NULL && strlen (start) == 3 && suivi_state_exists (start))
    self->last_state = g_intern_string (start);

  return self->last_state;
}

/**
 * suivi_table_row_read_review:
 *
 * Finds State under review and session of the row, from the columns that the table has: a session is said by
 * its number or by the State's cycle.
 */
void
suivi_table_row_read_review (SuiviTableRow *row)
{
  SuiviTableRowReader *self = row->self;
  SuiviTableRecord *record = row->record;
  const char *state = NULL;

  if (!suivi_table_row_is_blank (row, SUIVI_TABLE_FIELD_REVIEWED_STATE))
    {
      state = match_state (self, suivi_table_row_get_text (row, SUIVI_TABLE_FIELD_REVIEWED_STATE));
      if (state == NULL)
        {
          add_review_fault (
            row, SUIVI_TABLE_FIELD_REVIEWED_STATE,
            _ ("No State of this name is known. Correct the State under review in the file, or leave "
               "the row out."));
          return;
        }
      record->state = g_strdup (state);
    }

  record->session = read_session (row, record->state);
  if (suivi_table_record_has_fault (record, SUIVI_FAULT_NO_REVIEW))
    return;

  if (record->state != NULL && record->session == 0)
    {
      /* The user says which review it is: it can be only one. */
      if (self->reviewed == NULL)
        self->reviewed = g_strdup (record->state);
      if (!g_str_equal (self->reviewed, record->state) || self->columns[SUIVI_TABLE_FIELD_SESSION] != NULL
          || self->columns[SUIVI_TABLE_FIELD_CYCLE] != NULL)
        add_review_fault (
          row, SUIVI_TABLE_FIELD_REVIEWED_STATE,
          _ ("The row names a State under review but no session. Give the table a column “Session”, "
             "or leave the row out."));
    }
  else if (record->state == NULL && self->columns[SUIVI_TABLE_FIELD_REVIEWED_STATE] != NULL
           && !row->damaged[SUIVI_TABLE_FIELD_REVIEWED_STATE])
    add_review_fault (row, SUIVI_TABLE_FIELD_REVIEWED_STATE,
                      _ ("The row does not say which State was reviewed. Write it, or leave the row out."));
}
