/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The words around drafts that are the same in every format. */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "core/text/text.h"
#include "exchange/drafts-private.h"

/**
 * suivi_drafts_backing_label:
 *
 * Returns: a heading for what speaks for a draft, translated
 */
const char *
suivi_drafts_backing_label (SuiviBackingKind kind)
{
  switch (kind)
    {
    case SUIVI_BACKING_EVIDENCE:
      return _ ("Evidence");
    case SUIVI_BACKING_OUTPUT:
      return _ ("Said by other mechanisms");
    case SUIVI_BACKING_EARLIER:
      return _ ("Previously recommended");
    case SUIVI_BACKING_TARGET:
      return _ ("Sustainable Development Goals");
    default:
      g_return_val_if_reached ("");
    }
}

/**
 * suivi_drafts_language_label:
 * @code: code of a language: "es"
 *
 * Returns: (transfer full): its name, translated, if it is one that many use; else @code
 */
char *
suivi_drafts_language_label (const char *code)
{
  static const struct
  {
    const char *code;
    const char *name;
  } languages[] = {
    { "ar", N_ ("Arabic") },  { "bn", N_ ("Bengali") },    { "de", N_ ("German") },
    { "en", N_ ("English") }, { "es", N_ ("Spanish") },    { "fa", N_ ("Persian") },
    { "fr", N_ ("French") },  { "hi", N_ ("Hindi") },      { "id", N_ ("Indonesian") },
    { "it", N_ ("Italian") }, { "ja", N_ ("Japanese") },   { "km", N_ ("Khmer") },
    { "ko", N_ ("Korean") },  { "mn", N_ ("Mongolian") },  { "my", N_ ("Burmese") },
    { "ne", N_ ("Nepali") },  { "pt", N_ ("Portuguese") }, { "ro", N_ ("Romanian") },
    { "ru", N_ ("Russian") }, { "sl", N_ ("Slovene") },    { "sw", N_ ("Swahili") },
    { "th", N_ ("Thai") },    { "tr", N_ ("Turkish") },    { "uk", N_ ("Ukrainian") },
    { "ur", N_ ("Urdu") },    { "vi", N_ ("Vietnamese") }, { "zh", N_ ("Chinese") },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (languages); i++)
    {
      if (g_ascii_strcasecmp (languages[i].code, code) == 0)
        return g_strdup (_ (languages[i].name));
    }

  return g_strdup (code);
}

/**
 * suivi_drafts_specificity_text:
 *
 * Returns: (transfer full): how specific a wording is: "5 of 5: Specific action"
 */
char *
suivi_drafts_specificity_text (SuiviAnalysis *analysis)
{
  guint category = suivi_analysis_get_category (analysis);

  /* Translators: how specific a recommendation is, on a scale of 1 to 5, and what that is called */
  return g_strdup_printf (_ ("%u of 5: %s"), category, suivi_specificity_get_label (category));
}

/**
 * suivi_drafts_articles_text:
 *
 * Returns: (transfer full): the articles of the Convention that an issue is about: "7, 8"
 */
char *
suivi_drafts_articles_text (SuiviPriority *priority)
{
  return g_strjoinv (", ", priority->articles);
}

/**
 * suivi_drafts_outcome_text:
 *
 * Returns: (transfer full) (nullable): which recommendation took the draft up, and who made it; %NULL if none did
 */
char *
suivi_drafts_outcome_text (SuiviDraftsEntry *entry)
{
  g_autofree char *states = NULL;
  g_autofree char *review = NULL;

  if (entry->outcome == NULL)
    return NULL;

  states = suivi_recommendation_states_to_text (entry->outcome);
  if (entry->outcome_review == NULL)
    /* Translators: the number of a recommendation, and the States that made it */
    return g_strdup_printf (_ ("%s (%s)"), entry->outcome->number, states);
  review = suivi_review_to_label (entry->outcome_review);

  /* Translators: the number of a recommendation, the States that made it, and the review in which they did */
  return g_strdup_printf (_ ("%s (%s): %s"), entry->outcome->number, states, review);
}

/**
 * suivi_drafts_impact_text:
 *
 * Returns: (transfer full) (nullable): how much of the draft was taken up, who judged that and when; %NULL if it was not
 * taken up
 */
char *
suivi_drafts_impact_text (SuiviDraft *draft)
{
  const char *label = suivi_impact_to_label (draft->impact);

  if (draft->recommendation_id == NULL)
    return NULL;
  if (draft->impact == SUIVI_IMPACT_UNJUDGED || suivi_text_is_blank (draft->judged_by))
    return g_strdup (label);
  if (suivi_text_is_blank (draft->judged_on))
    /* Translators: how much of a draft was taken up, and who says so */
    return g_strdup_printf (_ ("%s, judged by %s"), label, draft->judged_by);

  /* Translators: how much of a draft was taken up, who says so, and the date */
  return g_strdup_printf (_ ("%s, judged by %s on %s"), label, draft->judged_by, draft->judged_on);
}

/**
 * suivi_drafts_translator_text:
 *
 * Returns: (transfer full): the language of a translation, who translated, and when
 */
char *
suivi_drafts_translator_text (SuiviTranslation *translation)
{
  g_autofree char *language = suivi_drafts_language_label (translation->language);

  if (!suivi_text_is_blank (translation->translator))
    /* Translators: a language, who translated into it, and the date */
    return g_strdup_printf (_ ("%s, translated by %s, %s"), language, translation->translator,
                            translation->date);

  /* Translators: a language, and the date of a translation into it */
  return g_strdup_printf (_ ("%s, %s"), language, translation->date);
}
