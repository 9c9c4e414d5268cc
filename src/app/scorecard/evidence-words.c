/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/scorecard/evidence-words.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "app/consultation/date-field.h"
#include "app/relative-time.h"
#include "core/text/text.h"

/**
 * suivi_evidence_format_date:
 * @date: an ISO 8601 date, whole or in part
 *
 * Returns: (transfer full): the date as people write it: "22 November 2026", "November 2026", "2026"; what is no date as
 *   it is
 */
char *
suivi_evidence_format_date (const char *date)
{
  g_autoptr (GDateTime) day = NULL;
  GDate first;

  g_date_clear (&first, 1);
  if (!suivi_evidence_date_to_days (date, &first, NULL) || strlen (date) == 4)
    return g_strdup (date != NULL ? date : "");
  if (strlen (date) == 10)
    return suivi_format_day (date);

  day = g_date_time_new_utc (g_date_get_year (&first), g_date_get_month (&first), 1, 0, 0, 0);

  /* Translators: a month and its year, for g_date_time_format(): "November 2026" */
  return g_date_time_format (day, _ ("%OB %Y"));
}

/**
 * suivi_evidence_describe:
 *
 * Returns: (transfer full): what it is besides its title, as far as it is known, in one line: "Report or study · National
 *   Statistics Office · November 2026 · p. 4 · Reliability: high". Never its quotation
 */
char *
suivi_evidence_describe (const SuiviEvidence *evidence)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_autofree char *date = suivi_evidence_format_date (evidence->date);
  const char *const parts[] = { evidence->publisher, date, evidence->page };
  g_auto (GStrv) known = NULL;

  g_strv_builder_add (builder, suivi_evidence_kind_to_label (evidence->kind));
  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      g_autofree char *part = suivi_text_clean (parts[i]);

      if (!suivi_text_is_blank (part))
        g_strv_builder_add (builder, part);
    }
  if (evidence->reliability != SUIVI_RELIABILITY_UNKNOWN)
    {
      g_autofree char *reliability
        /* Translators: how far a piece of evidence can be relied on: "Reliability: High" */
        = g_strdup_printf (_ ("Reliability: %s"), suivi_reliability_to_label (evidence->reliability));

      g_strv_builder_add (builder, reliability);
    }
  known = g_strv_builder_end (builder);

  return g_strjoinv (" · ", known);
}

/**
 * suivi_evidence_parse_date:
 * @typed: a date, whole or in part: "2026-11-22", "2026-11", "2026", or a whole one as people of the locale write it
 * @date: (out) (transfer full): the same as ISO 8601; "" for nothing
 *
 * Returns: whether it is a date or nothing at all
 */
gboolean
suivi_evidence_parse_date (const char *typed, char **date)
{
  g_autofree char *clean = suivi_text_clean (typed);

  if (suivi_text_is_blank (clean) || suivi_evidence_date_to_days (clean, NULL, NULL))
    {
      *date = g_steal_pointer (&clean);
      return TRUE;
    }

  return suivi_date_field_parse (clean, suivi_date_field_is_month_first (), date);
}

/**
 * suivi_evidence_is_link:
 * @text: (nullable): anything
 *
 * Returns: whether it is an address of the web with a host: "https://example.org/births"
 */
gboolean
suivi_evidence_is_link (const char *text)
{
  g_autofree char *scheme = NULL;
  g_autofree char *host = NULL;

  if (text == NULL || strlen (text) > SUIVI_EVIDENCE_MAX_LINK
      || !g_uri_split (text, G_URI_FLAGS_PARSE_RELAXED, &scheme, NULL, &host, NULL, NULL, NULL, NULL, NULL))
    return FALSE;

  return (g_strcmp0 (scheme, "https") == 0 || g_strcmp0 (scheme, "http") == 0) && host != NULL
         && host[0] != '\0' && strpbrk (text, " \t\r\n") == NULL;
}

static SuiviEvidence *
make (const char *words)
{
  g_autofree char *valid = suivi_text_make_valid (words, -1);
  g_autofree char *clean = suivi_text_clean (valid);
  g_autofree char *title
    = g_utf8_substring (clean, 0, MIN (g_utf8_strlen (clean, -1), SUIVI_EVIDENCE_MAX_TITLE));

  return suivi_evidence_new (title, SUIVI_EVIDENCE_REPORT);
}

/**
 * suivi_evidence_new_from_link:
 * @link: an address for which suivi_evidence_is_link() holds
 *
 * Returns: (transfer full): a report at that address, called by it, without what every address begins with
 */
SuiviEvidence *
suivi_evidence_new_from_link (const char *link)
{
  const char *rest = strstr (link, "://");
  g_autofree char *words = NULL;
  SuiviEvidence *evidence = NULL;

  words = g_strdup (rest != NULL ? rest + strlen ("://") : link);
  if (g_str_has_prefix (words, "www."))
    memmove (words, words + 4, strlen (words + 4) + 1);
  if (g_str_has_suffix (words, "/"))
    words[strlen (words) - 1] = '\0';

  evidence = make (suivi_text_is_blank (words) ? link : words);
  g_free (evidence->url);
  evidence->url = g_strdup (link);

  return evidence;
}

/**
 * suivi_evidence_new_from_name:
 * @name: (nullable): base name of a file
 *
 * Returns: (transfer full): a report that is called as the file is, without its ending
 */
SuiviEvidence *
suivi_evidence_new_from_name (const char *name)
{
  g_autofree char *words = g_strdup (name != NULL ? name : "");
  char *ending = strrchr (words, '.');

  if (ending != NULL && ending != words)
    *ending = '\0';

  /* Translators: how a piece of evidence is called at first if its file has no name */
  return make (suivi_text_is_blank (words) ? _ ("File") : words);
}
