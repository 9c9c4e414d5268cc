/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "core/drafting/draft.h"
#include "core/text/text.h"

G_DEFINE_ENUM_TYPE (SuiviStage,
                    suivi_stage,
                    G_DEFINE_ENUM_VALUE (SUIVI_STAGE_IDEA, "idea"),
                    G_DEFINE_ENUM_VALUE (SUIVI_STAGE_AGREED, "agreed"),
                    G_DEFINE_ENUM_VALUE (SUIVI_STAGE_FINAL, "final"),
                    G_DEFINE_ENUM_VALUE (SUIVI_STAGE_SENT, "sent"),
                    G_DEFINE_ENUM_VALUE (SUIVI_STAGE_TAKEN_UP, "taken-up"),
                    G_DEFINE_ENUM_VALUE (SUIVI_STAGE_NOT_TAKEN_UP, "not-taken-up"))

/* "unjudged" and the scores themselves: what files use. */
G_DEFINE_ENUM_TYPE (SuiviImpact,
                    suivi_impact,
                    G_DEFINE_ENUM_VALUE (SUIVI_IMPACT_UNJUDGED, "unjudged"),
                    G_DEFINE_ENUM_VALUE (SUIVI_IMPACT_NONE, "0"),
                    G_DEFINE_ENUM_VALUE (SUIVI_IMPACT_PART, "0.5"),
                    G_DEFINE_ENUM_VALUE (SUIVI_IMPACT_WHOLE, "1"))

static const SuiviField fields[] = {
  SUIVI_TEXT (SuiviDraft, id),
  SUIVI_TEXT (SuiviDraft, priority_id),
  SUIVI_TEXT (SuiviDraft, text),
  SUIVI_TEXT (SuiviDraft, language),
  SUIVI_ENUM (SuiviDraft, stage, suivi_stage_get_type),
  SUIVI_TEXT (SuiviDraft, means),
  SUIVI_TEXT (SuiviDraft, form),
  SUIVI_TEXT (SuiviDraft, recommendation_id),
  SUIVI_ENUM (SuiviDraft, impact, suivi_impact_get_type),
  SUIVI_TEXT (SuiviDraft, judged_by),
  SUIVI_TEXT (SuiviDraft, judged_on),
  SUIVI_UINT (SuiviDraft, place),
};

SUIVI_DEFINE_RECORD (SuiviDraft, suivi_draft, "draft", fields, NULL)

/**
 * suivi_stage_to_nick:
 *
 * Returns: the stable word for files
 */
const char *
suivi_stage_to_nick (SuiviStage stage)
{
  return suivi_enum_to_nick (SUIVI_TYPE_STAGE, stage);
}

/**
 * suivi_stage_from_nick:
 * @stage: (out): set on success only
 *
 * Returns: whether @nick is one of the stable words
 */
gboolean
suivi_stage_from_nick (const char *nick, SuiviStage *stage)
{
  int value = 0;

  if (!suivi_enum_from_nick (SUIVI_TYPE_STAGE, nick, &value))
    return FALSE;

  *stage = value;
  return TRUE;
}

/**
 * suivi_stage_to_label:
 *
 * Returns: the word shown to people, translated
 */
const char *
suivi_stage_to_label (SuiviStage stage)
{
  switch (stage)
    {
    case SUIVI_STAGE_IDEA:
      /* Translators: where the draft of a recommendation stands */
      return _ ("Idea");
    case SUIVI_STAGE_AGREED:
      /* Translators: where the draft of a recommendation stands */
      return _ ("Agreed");
    case SUIVI_STAGE_FINAL:
      /* Translators: where the draft of a recommendation stands */
      return _ ("Final");
    case SUIVI_STAGE_SENT:
      /* Translators: where the draft of a recommendation stands: it went to States */
      return _ ("Sent");
    case SUIVI_STAGE_TAKEN_UP:
      /* Translators: where the draft of a recommendation stands: a State made it a recommendation */
      return _ ("Taken up");
    case SUIVI_STAGE_NOT_TAKEN_UP:
      /* Translators: where the draft of a recommendation stands: no State made it a recommendation */
      return _ ("Not taken up");
    default:
      g_return_val_if_reached ("");
    }
}

/**
 * suivi_impact_to_nick:
 *
 * Returns: the stable word for files
 */
const char *
suivi_impact_to_nick (SuiviImpact impact)
{
  return suivi_enum_to_nick (SUIVI_TYPE_IMPACT, impact);
}

/**
 * suivi_impact_from_nick:
 * @impact: (out): set on success only
 *
 * Returns: whether @nick is one of the stable words
 */
gboolean
suivi_impact_from_nick (const char *nick, SuiviImpact *impact)
{
  int value = 0;

  if (!suivi_enum_from_nick (SUIVI_TYPE_IMPACT, nick, &value))
    return FALSE;

  *impact = value;
  return TRUE;
}

/**
 * suivi_impact_to_label:
 *
 * Returns: the words shown to people, translated
 */
const char *
suivi_impact_to_label (SuiviImpact impact)
{
  switch (impact)
    {
    case SUIVI_IMPACT_UNJUDGED:
      /* Translators: how much of a draft is in the recommendation that a State made */
      return _ ("Not judged yet");
    case SUIVI_IMPACT_NONE:
      /* Translators: how much of a draft is in the recommendation that a State made */
      return _ ("0 – nothing of it");
    case SUIVI_IMPACT_PART:
      /* Translators: how much of a draft is in the recommendation that a State made */
      return _ ("0.5 – part of it");
    case SUIVI_IMPACT_WHOLE:
      /* Translators: how much of a draft is in the recommendation that a State made */
      return _ ("1 – all of it");
    default:
      g_return_val_if_reached ("");
    }
}

/**
 * suivi_impact_get_score:
 *
 * Returns: 0, 0.5 or 1; 0 for %SUIVI_IMPACT_UNJUDGED, which belongs into no average
 */
double
suivi_impact_get_score (SuiviImpact impact)
{
  return impact == SUIVI_IMPACT_WHOLE ? 1 : impact == SUIVI_IMPACT_PART ? 0.5 : 0;
}

/**
 * suivi_draft_new:
 * @priority_id: key of the issue it belongs to
 * @text: the wording
 * @language: in which @text is written: "en"
 *
 * Returns: (transfer full): a draft with a new random key, an idea so far
 */
SuiviDraft *
suivi_draft_new (const char *priority_id, const char *text, const char *language)
{
  SuiviDraft *self = g_new0 (SuiviDraft, 1);

  self->id = g_uuid_string_random ();
  self->priority_id = g_strdup (priority_id);
  self->text = g_strdup (text);
  self->language = g_strdup (language);
  self->stage = SUIVI_STAGE_IDEA;
  self->means = g_strdup ("");
  self->form = g_strdup ("");
  self->impact = SUIVI_IMPACT_UNJUDGED;
  self->judged_by = g_strdup ("");
  self->judged_on = g_strdup ("");
  self->place = 1;

  return self;
}
