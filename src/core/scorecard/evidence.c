/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "core/scorecard/evidence.h"
#include "core/text/text.h"

G_DEFINE_ENUM_TYPE (SuiviEvidenceKind,
                    suivi_evidence_kind,
                    G_DEFINE_ENUM_VALUE (SUIVI_EVIDENCE_LAW, "law"),
                    G_DEFINE_ENUM_VALUE (SUIVI_EVIDENCE_POLICY, "policy"),
                    G_DEFINE_ENUM_VALUE (SUIVI_EVIDENCE_BUDGET, "budget"),
                    G_DEFINE_ENUM_VALUE (SUIVI_EVIDENCE_STATISTICS, "statistics"),
                    G_DEFINE_ENUM_VALUE (SUIVI_EVIDENCE_REPORT, "report"),
                    G_DEFINE_ENUM_VALUE (SUIVI_EVIDENCE_MEDIA, "media"),
                    G_DEFINE_ENUM_VALUE (SUIVI_EVIDENCE_FIRST_HAND, "first-hand"),
                    G_DEFINE_ENUM_VALUE (SUIVI_EVIDENCE_CONSULTATION, "consultation"))

G_DEFINE_ENUM_TYPE (SuiviReliability,
                    suivi_reliability,
                    G_DEFINE_ENUM_VALUE (SUIVI_RELIABILITY_UNKNOWN, "unknown"),
                    G_DEFINE_ENUM_VALUE (SUIVI_RELIABILITY_LOW, "low"),
                    G_DEFINE_ENUM_VALUE (SUIVI_RELIABILITY_MEDIUM, "medium"),
                    G_DEFINE_ENUM_VALUE (SUIVI_RELIABILITY_HIGH, "high"))

static const SuiviField fields[] = {
  SUIVI_TEXT (SuiviEvidence, id),
  SUIVI_TEXT (SuiviEvidence, title),
  SUIVI_ENUM (SuiviEvidence, kind, suivi_evidence_kind_get_type),
  SUIVI_TEXT (SuiviEvidence, date),
  SUIVI_TEXT (SuiviEvidence, publisher),
  SUIVI_TEXT (SuiviEvidence, url),
  SUIVI_TEXT (SuiviEvidence, page),
  SUIVI_TEXT (SuiviEvidence, quotation),
  SUIVI_ENUM (SuiviEvidence, reliability, suivi_reliability_get_type),
  SUIVI_TEXT (SuiviEvidence, statement_id),
};

SUIVI_DEFINE_RECORD (SuiviEvidence, suivi_evidence, "evidence", fields, NULL)

/**
 * suivi_evidence_kind_to_label:
 *
 * Returns: the words shown to people, translated
 */
const char *
suivi_evidence_kind_to_label (SuiviEvidenceKind kind)
{
  switch (kind)
    {
    case SUIVI_EVIDENCE_LAW:
      /* Translators: a kind of evidence */
      return _ ("Law");
    case SUIVI_EVIDENCE_POLICY:
      /* Translators: a kind of evidence */
      return _ ("Policy or plan");
    case SUIVI_EVIDENCE_BUDGET:
      /* Translators: a kind of evidence */
      return _ ("Budget");
    case SUIVI_EVIDENCE_STATISTICS:
      /* Translators: a kind of evidence */
      return _ ("Statistics");
    case SUIVI_EVIDENCE_REPORT:
      /* Translators: a kind of evidence */
      return _ ("Report or study");
    case SUIVI_EVIDENCE_MEDIA:
      /* Translators: a kind of evidence: newspapers, radio, television */
      return _ ("Media");
    case SUIVI_EVIDENCE_FIRST_HAND:
      /* Translators: a kind of evidence: what an organisation saw or heard itself */
      return _ ("First-hand information");
    case SUIVI_EVIDENCE_CONSULTATION:
      /* Translators: a kind of evidence */
      return _ ("Consultation with children");
    default:
      g_return_val_if_reached ("");
    }
}

/**
 * suivi_reliability_to_label:
 *
 * Returns: the words shown to people, translated
 */
const char *
suivi_reliability_to_label (SuiviReliability reliability)
{
  switch (reliability)
    {
    case SUIVI_RELIABILITY_UNKNOWN:
      /* Translators: how far a piece of evidence can be relied on */
      return _ ("Not judged");
    case SUIVI_RELIABILITY_LOW:
      /* Translators: how far a piece of evidence can be relied on */
      return _ ("Low");
    case SUIVI_RELIABILITY_MEDIUM:
      /* Translators: how far a piece of evidence can be relied on */
      return _ ("Medium");
    case SUIVI_RELIABILITY_HIGH:
      /* Translators: how far a piece of evidence can be relied on */
      return _ ("High");
    default:
      g_return_val_if_reached ("");
    }
}

/**
 * suivi_evidence_new:
 * @title: what it is called
 * @kind: what it is
 *
 * Returns: (transfer full): a piece of evidence with a new random key
 */
SuiviEvidence *
suivi_evidence_new (const char *title, SuiviEvidenceKind kind)
{
  SuiviEvidence *self = suivi_record_new (&suivi_evidence_record);

  g_free (self->title);
  self->title = g_strdup (title);
  self->kind = kind;

  return self;
}

/**
 * suivi_evidence_is_from_children:
 *
 * Returns: whether it comes from children: it leaves the workspace only if the consent gate allows it, and not at all
 *   if there is no statement to ask the gate about
 */
gboolean
suivi_evidence_is_from_children (const SuiviEvidence *self)
{
  return self->kind == SUIVI_EVIDENCE_CONSULTATION || !suivi_text_is_blank (self->statement_id);
}

/**
 * suivi_evidence_to_reference:
 *
 * Returns: (transfer full): publisher, title, date and page, as far as they are known, in one line: "National
 *   Statistics Office, Births 2026, 2026-11, p. 4" has "p. 4" as its page. Without the quotation
 */
char *
suivi_evidence_to_reference (const SuiviEvidence *self)
{
  const char *const parts[] = { self->publisher, self->title, self->date, self->page };
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) known = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      g_autofree char *part = suivi_text_clean (parts[i]);

      if (!suivi_text_is_blank (part))
        g_strv_builder_add (builder, part);
    }
  known = g_strv_builder_end (builder);

  return g_strjoinv (", ", known);
}

/* So many digits, as a number. */
static gboolean
read_number (const char *text, gsize digits, guint *number)
{
  *number = 0;
  for (gsize i = 0; i < digits; i++)
    {
      if (!g_ascii_isdigit (text[i]))
        return FALSE;
      *number = *number * 10 + (text[i] - '0');
    }

  return TRUE;
}

/**
 * suivi_evidence_date_to_days:
 * @date: (nullable): an ISO 8601 date, whole or in part: "2026-11-22", "2026-11", "2026"
 * @first: (out caller-allocates) (nullable): the first day that it may mean; set on success only
 * @last: (out caller-allocates) (nullable): the last
 *
 * Returns: whether it is such a date, from the year 1000 on
 */
gboolean
suivi_evidence_date_to_days (const char *date, GDate *first, GDate *last)
{
  const gsize length = date != NULL ? strlen (date) : 0;
  guint year = 0;
  guint month = 1;
  guint day = 1;
  guint last_month = 12;
  guint last_day = 31;

  if ((length != 4 && length != 7 && length != 10) || !read_number (date, 4, &year) || year < 1000)
    return FALSE;
  if (length > 4)
    {
      if (date[4] != '-' || !read_number (date + 5, 2, &month) || !g_date_valid_month (month))
        return FALSE;
      last_month = month;
      last_day = g_date_get_days_in_month (month, year);
    }
  if (length > 7)
    {
      if (date[7] != '-' || !read_number (date + 8, 2, &day) || day < 1 || day > last_day)
        return FALSE;
      last_day = day;
    }

  if (first != NULL)
    g_date_set_dmy (first, day, month, year);
  if (last != NULL)
    g_date_set_dmy (last, last_day, last_month, year);

  return TRUE;
}
