/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "core/consultation/gates-private.h"
#include "core/drafting/dates.h"

static char *
format_day (const GDate *day)
{
  g_autoptr (GDateTime) moment = g_date_time_new_utc (g_date_get_year (day), g_date_get_month (day),
                                                      g_date_get_day (day), 0, 0, 0);

  /* Translators: how a day is written, see g_date_time_format(): "22 November 2026" */
  return g_date_time_format (moment, _ ("%-d %B %Y"));
}

static SuiviDuty *
make_duty (const char *text)
{
  SuiviDuty *self = g_new0 (SuiviDuty, 1);

  self->text = g_strdup (text);

  return self;
}

/* A duty with a day, its text still to come. */
static SuiviDuty *
make_duty_by (const char *due, const GDate *day, const char *today)
{
  SuiviDuty *self = g_new0 (SuiviDuty, 1);
  GDate now;

  self->due = g_strdup (due);
  self->overdue = suivi_dates_parse_iso (today, &now) && g_date_compare (day, &now) < 0;

  return self;
}

static SuiviDuty *
make_duty_to_hold (const SuiviConsultation *consultation, const char *today)
{
  SuiviDuty *self = NULL;
  g_autofree char *shown = NULL;
  GDate day;

  if (!suivi_dates_parse_iso (consultation->begins_on, &day))
    return make_duty (_ ("Set a day for the consultation"));

  self = make_duty_by (consultation->begins_on, &day, today);
  shown = format_day (&day);
  if (self->overdue)
    /* Translators: %s is a day */
    self->text = g_strdup_printf (_ ("It was planned for %s: mark it as held, or set another day"), shown);
  else
    /* Translators: a consultation with children; %s is a day */
    self->text = g_strdup_printf (_ ("Hold it on %s"), shown);

  return self;
}

static SuiviDuty *
make_duty_to_tell (const SuiviConsultation *consultation, const char *today)
{
  SuiviDuty *self = NULL;
  g_autofree char *shown = NULL;
  GDate day;

  if (!suivi_dates_parse_iso (consultation->feedback_due, &day))
    return make_duty (_ ("Set a date for telling the children"));

  self = make_duty_by (consultation->feedback_due, &day, today);
  shown = format_day (&day);
  if (self->overdue)
    /* Translators: what became of their words; %s is a day */
    self->text = g_strdup_printf (_ ("Tell the children: it was due on %s"), shown);
  else
    /* Translators: what became of their words; %s is a day */
    self->text = g_strdup_printf (_ ("Tell the children by %s"), shown);

  return self;
}

static SuiviDuty *
make_duty_to_answer (guint n)
{
  SuiviDuty *self = g_new0 (SuiviDuty, 1);

  self->text = g_strdup_printf (ngettext ("Answer %u must item", "Answer %u must items", n), n);

  return self;
}

static SuiviDuty *
make_duty_to_explain (guint n)
{
  SuiviDuty *self = g_new0 (SuiviDuty, 1);

  self->text
    = g_strdup_printf (ngettext ("Say what became of %u statement", "Say what became of %u statements", n),
                       n);

  return self;
}

/* Nothing is missing for the next step: take it. */
static SuiviDuty *
make_duty_to_step (const SuiviConsultationFacts *facts, SuiviConsultationStatus next, const char *today)
{
  switch (next)
    {
    case SUIVI_CONSULTATION_READY:
      return make_duty (_ ("Mark it as ready"));
    case SUIVI_CONSULTATION_HELD:
      return make_duty_to_hold (facts->consultation, today);
    case SUIVI_CONSULTATION_REPORTED_BACK:
      return make_duty (_ ("Mark it as reported back"));
    case SUIVI_CONSULTATION_CLOSED:
      return make_duty (_ ("Close the consultation"));
    case SUIVI_CONSULTATION_PLANNING:
    default:
      return NULL;
    }
}

/**
 * suivi_consultation_get_duty:
 * @facts: what is known of a consultation
 * @today: the day, ISO 8601
 *
 * What the gate of the next step asks for first, or the step itself. So the duty of a consultation that was
 * held is to tell the children, with its day, before anything else.
 *
 * Returns: (transfer full) (nullable): what to do next; %NULL once it is closed
 */
SuiviDuty *
suivi_consultation_get_duty (const SuiviConsultationFacts *facts, const char *today)
{
  SuiviConsultationStatus next = SUIVI_CONSULTATION_PLANNING;

  g_return_val_if_fail (facts != NULL && facts->consultation != NULL, NULL);

  if (facts->consultation->status >= SUIVI_CONSULTATION_CLOSED)
    return NULL;

  next = facts->consultation->status + 1;
  switch (suivi_gates_find_lack (facts, next))
    {
    case SUIVI_LACK_TITLE:
      return make_duty (_ ("Give it a title"));
    case SUIVI_LACK_PURPOSE:
      return make_duty (_ ("Say what the children are asked, and what for"));
    case SUIVI_LACK_FOCAL_POINT:
      return make_duty (_ ("Name the safeguarding focal point"));
    case SUIVI_LACK_DEPUTY:
      return make_duty (_ ("Name the deputy of the safeguarding focal point"));
    case SUIVI_LACK_RISK:
      return make_duty (_ ("Assess the risk for the children"));
    case SUIVI_LACK_EDITION:
      return make_duty (_ ("Install a newer version of Suivi: this one does not know the checklist"));
    case SUIVI_LACK_MUST_NOW:
      return make_duty_to_answer (facts->standing->n_missing_now);
    case SUIVI_LACK_DAY:
      return make_duty_to_hold (facts->consultation, today);
    case SUIVI_LACK_FEEDBACK:
      return make_duty_to_tell (facts->consultation, today);
    case SUIVI_LACK_FULL:
      return make_duty (_ ("Tell the children what was used, what was changed, and what was left out"));
    case SUIVI_LACK_FRIENDLY:
      return make_duty (_ ("Tell the children in a form that they understand"));
    case SUIVI_LACK_FAST:
      return make_duty (_ ("Tell the children soon after a step of the review"));
    case SUIVI_LACK_FOLLOWED_UP:
      return make_duty (_ ("Let the children answer, and tell them what happens next"));
    case SUIVI_LACK_EXPLAINED:
      return make_duty_to_explain (facts->n_unexplained);
    case SUIVI_LACK_MUST_AFTER:
      return make_duty_to_answer (facts->standing->n_missing_after);
    case SUIVI_LACK_NOTHING:
      return make_duty_to_step (facts, next, today);
    default:
      g_return_val_if_reached (NULL);
    }
}

/**
 * suivi_duty_free:
 * @self: (nullable) (transfer full): a duty
 */
void
suivi_duty_free (SuiviDuty *self)
{
  if (self == NULL)
    return;

  g_free (self->text);
  g_free (self->due);
  g_free (self);
}
