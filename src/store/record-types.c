/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How each kind of record is kept. */

#include "config.h"

#include "store/record.h"

#define TEXT(Type, field)                                         \
  {                                                               \
#    field, SUIVI_COLUMN_TEXT, G_STRUCT_OFFSET(Type, field), NULL \
  }
#define LIST(Type, field)                                         \
  {                                                               \
#    field, SUIVI_COLUMN_LIST, G_STRUCT_OFFSET(Type, field), NULL \
  }
#define UINT(Type, field)                                         \
  {                                                               \
#    field, SUIVI_COLUMN_UINT, G_STRUCT_OFFSET(Type, field), NULL \
  }
#define ENUM(Type, field, get_type)                                   \
  {                                                                   \
#    field, SUIVI_COLUMN_ENUM, G_STRUCT_OFFSET(Type, field), get_type \
  }
#define RECORD(table, columns, Type, unique, free)                                       \
  {                                                                                      \
    table, columns, G_N_ELEMENTS (columns), sizeof (Type), unique, (GDestroyNotify) free \
  }

static const SuiviColumn priority_columns[] = {
  TEXT (SuiviPriority, id),          TEXT (SuiviPriority, state),     TEXT (SuiviPriority, title),
  TEXT (SuiviPriority, explanation), TEXT (SuiviPriority, key_words), LIST (SuiviPriority, articles),
  TEXT (SuiviPriority, rights),      UINT (SuiviPriority, place),
};
const SuiviRecordType suivi_priority_record
  = RECORD ("priority", priority_columns, SuiviPriority, NULL, suivi_priority_free);

static const SuiviColumn draft_columns[] = {
  TEXT (SuiviDraft, id),
  TEXT (SuiviDraft, priority_id),
  TEXT (SuiviDraft, text),
  TEXT (SuiviDraft, language),
  ENUM (SuiviDraft, stage, suivi_stage_get_type),
  TEXT (SuiviDraft, means),
  TEXT (SuiviDraft, form),
  TEXT (SuiviDraft, recommendation_id),
  ENUM (SuiviDraft, impact, suivi_impact_get_type),
  TEXT (SuiviDraft, judged_by),
  TEXT (SuiviDraft, judged_on),
  UINT (SuiviDraft, place),
};
const SuiviRecordType suivi_draft_record
  = RECORD ("draft", draft_columns, SuiviDraft, NULL, suivi_draft_free);

/* Only read: see put_wording(). */
static const SuiviColumn wording_columns[] = {
  TEXT (SuiviWording, id),     TEXT (SuiviWording, draft_id),
  TEXT (SuiviWording, text),   TEXT (SuiviWording, stage),
  TEXT (SuiviWording, author), { "changed_at", SUIVI_COLUMN_TEXT, G_STRUCT_OFFSET (SuiviWording, at), NULL },
};
const SuiviRecordType suivi_wording_record
  = RECORD ("wording", wording_columns, SuiviWording, NULL, suivi_wording_free);

static const SuiviColumn backing_columns[] = {
  TEXT (SuiviBacking, id),
  TEXT (SuiviBacking, priority_id),
  TEXT (SuiviBacking, draft_id),
  ENUM (SuiviBacking, kind, suivi_backing_kind_get_type),
  TEXT (SuiviBacking, recommendation_id),
  TEXT (SuiviBacking, title),
  TEXT (SuiviBacking, reference),
  TEXT (SuiviBacking, quote),
};
const SuiviRecordType suivi_backing_record
  = RECORD ("backing", backing_columns, SuiviBacking, NULL, suivi_backing_free);

static const SuiviColumn translation_columns[] = {
  TEXT (SuiviTranslation, id),   TEXT (SuiviTranslation, draft_id),   TEXT (SuiviTranslation, language),
  TEXT (SuiviTranslation, text), TEXT (SuiviTranslation, translator), TEXT (SuiviTranslation, date),
};
const SuiviRecordType suivi_translation_record = RECORD ("translation",
                                                         translation_columns,
                                                         SuiviTranslation,
                                                         "draft_id, language",
                                                         suivi_translation_free);

static const SuiviColumn request_columns[] = {
  TEXT (SuiviRequest, id),   TEXT (SuiviRequest, draft_id), TEXT (SuiviRequest, state),
  TEXT (SuiviRequest, date), TEXT (SuiviRequest, note),
};
const SuiviRecordType suivi_request_record
  = RECORD ("request", request_columns, SuiviRequest, "draft_id, state", suivi_request_free);
