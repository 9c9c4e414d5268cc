/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "exchange/import-plan-private.h"
#include "exchange/plan-row-private.h"

/**
 * SuiviPlanRow:
 *
 * One row of a file that is to be imported: the recommendation as the file has it, what is wrong with it,
 * what would change, and what the user decided about it.
 *
 * A reader makes it, adds what it knows and gives it to a plan, which keeps the content and lets go of the
 * object; suivi_import_plan_get_rows() makes another one when somebody asks. What the user decides on that
 * one goes to the plan.
 *
 * Properties: "recommendation" and "status" (read-only), "included", "split" and "decision" (to be bound to
 * check boxes). All are notified when they change.
 */
G_DEFINE_FINAL_TYPE (SuiviPlanRow, suivi_plan_row, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_RECOMMENDATION,
  PROP_STATUS,
  PROP_INCLUDED,
  PROP_SPLIT,
  PROP_DECISION,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

/**
 * suivi_import_part_free:
 * @self: (transfer full): a part
 */
void
suivi_import_part_free (SuiviImportPart *self)
{
  g_free (self->text);
  g_strfreev (self->states);
  g_free (self);
}

static void
suivi_plan_row_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  SuiviPlanRow *self = SUIVI_PLAN_ROW (object);

  switch (prop_id)
    {
    case PROP_RECOMMENDATION:
      g_value_set_boxed (value, self->recommendation);
      break;
    case PROP_STATUS:
      g_value_set_uint (value, self->status);
      break;
    case PROP_INCLUDED:
      g_value_set_boolean (value, self->included);
      break;
    case PROP_SPLIT:
      g_value_set_boolean (value, self->split);
      break;
    case PROP_DECISION:
      g_value_set_uint (value, self->decision);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
suivi_plan_row_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  SuiviPlanRow *self = SUIVI_PLAN_ROW (object);

  switch (prop_id)
    {
    case PROP_INCLUDED:
      suivi_plan_row_set_included (self, g_value_get_boolean (value));
      break;
    case PROP_SPLIT:
      suivi_plan_row_set_split (self, g_value_get_boolean (value));
      break;
    case PROP_DECISION:
      suivi_plan_row_set_decision (self, g_value_get_uint (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
suivi_plan_row_finalize (GObject *object)
{
  SuiviPlanRow *self = SUIVI_PLAN_ROW (object);

  g_clear_pointer (&self->recommendation, suivi_recommendation_unref);
  g_free (self->state);
  g_free (self->key);
  suivi_assessment_free (self->assessment);
  g_clear_pointer (&self->match, suivi_plan_match_free);
  g_ptr_array_unref (self->faults);
  g_ptr_array_unref (self->changes);
  g_ptr_array_unref (self->parts);

  G_OBJECT_CLASS (suivi_plan_row_parent_class)->finalize (object);
}

static void
suivi_plan_row_class_init (SuiviPlanRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = suivi_plan_row_get_property;
  object_class->set_property = suivi_plan_row_set_property;
  object_class->finalize = suivi_plan_row_finalize;

  properties[PROP_RECOMMENDATION]
    = g_param_spec_boxed ("recommendation", NULL, NULL, SUIVI_TYPE_RECOMMENDATION,
                          G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_STATUS]
    = g_param_spec_uint ("status", NULL, NULL, 0, SUIVI_N_PLAN_STATUSES - 1, SUIVI_PLAN_NEW,
                         G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_INCLUDED]
    = g_param_spec_boolean ("included", NULL, NULL, TRUE,
                            G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_SPLIT]
    = g_param_spec_boolean ("split", NULL, NULL, FALSE,
                            G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_DECISION]
    = g_param_spec_uint ("decision", NULL, NULL, 0, SUIVI_DECISION_NEW, SUIVI_DECISION_OPEN,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
suivi_plan_row_init (SuiviPlanRow *self)
{
  self->included = TRUE;
  self->fields = SUIVI_PLAN_FIELDS_OF_LIST;
  self->faults = g_ptr_array_new_with_free_func ((GDestroyNotify) suivi_import_fault_free);
  self->changes = g_ptr_array_new_with_free_func ((GDestroyNotify) suivi_field_change_free);
  self->parts = g_ptr_array_new_with_free_func ((GDestroyNotify) suivi_import_part_free);
}

/**
 * suivi_plan_row_new:
 * @recommendation: what the file has; a reference is taken, and it must not be changed any more
 * @row: row of the table, counted from 1, the header being row 1
 *
 * Returns: (transfer full): a row that is included and not split, and speaks of what an official list speaks
 *   of
 */
SuiviPlanRow *
suivi_plan_row_new (SuiviRecommendation *recommendation, guint row)
{
  SuiviPlanRow *self = g_object_new (SUIVI_TYPE_PLAN_ROW, NULL);

  g_return_val_if_fail (recommendation != NULL, self);

  self->recommendation = suivi_recommendation_ref (recommendation);
  self->row = row;

  return self;
}

/**
 * suivi_plan_row_get_row:
 *
 * Returns: row of the table, counted from 1, the header being row 1
 */
guint
suivi_plan_row_get_row (SuiviPlanRow *self)
{
  g_return_val_if_fail (SUIVI_IS_PLAN_ROW (self), 0);

  return self->row;
}

/**
 * suivi_plan_row_get_recommendation:
 *
 * Returns: (transfer none): what the file has; its number may be %NULL when that is the fault
 */
SuiviRecommendation *
suivi_plan_row_get_recommendation (SuiviPlanRow *self)
{
  g_return_val_if_fail (SUIVI_IS_PLAN_ROW (self), NULL);

  return self->recommendation;
}

/**
 * suivi_plan_row_get_status:
 *
 * Returns: what the import would do with it; before suivi_import_plan_compare() %SUIVI_PLAN_NEW or
 *   %SUIVI_PLAN_FAULTY
 */
SuiviPlanStatus
suivi_plan_row_get_status (SuiviPlanRow *self)
{
  g_return_val_if_fail (SUIVI_IS_PLAN_ROW (self), SUIVI_PLAN_FAULTY);

  return self->status;
}

/**
 * suivi_plan_row_set_status:
 * @status: what the import would do with it
 */
void
suivi_plan_row_set_status (SuiviPlanRow *self, SuiviPlanStatus status)
{
  if (self->status == status)
    return;

  self->status = status;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_STATUS]);
}

/**
 * suivi_plan_row_get_faults:
 *
 * Returns: (transfer none) (element-type SuiviImportFault): what is wrong with it; may be empty
 */
GPtrArray *
suivi_plan_row_get_faults (SuiviPlanRow *self)
{
  g_return_val_if_fail (SUIVI_IS_PLAN_ROW (self), NULL);

  return self->faults;
}

/**
 * suivi_plan_row_get_changes:
 *
 * Returns: (transfer none) (element-type SuiviFieldChange): the fields that would change, old and new as
 *   shown to people; of a %SUIVI_PLAN_NEAR row those that would if it were the same; else empty unless the
 *   status is %SUIVI_PLAN_CHANGED
 */
GPtrArray *
suivi_plan_row_get_changes (SuiviPlanRow *self)
{
  g_return_val_if_fail (SUIVI_IS_PLAN_ROW (self), NULL);

  return self->changes;
}

/**
 * suivi_plan_row_get_parts:
 *
 * Returns: (transfer none) (element-type SuiviImportPart): the several asks under this number, empty if it
 * asks for one thing; they are imported only after suivi_plan_row_set_split()
 */
GPtrArray *
suivi_plan_row_get_parts (SuiviPlanRow *self)
{
  g_return_val_if_fail (SUIVI_IS_PLAN_ROW (self), NULL);

  return self->parts;
}

/**
 * suivi_plan_row_get_existing:
 *
 * Returns: (transfer none) (nullable): what the workspace had for a changed or nearly equal row when they
 *   were compared
 */
SuiviRecommendation *
suivi_plan_row_get_existing (SuiviPlanRow *self)
{
  g_return_val_if_fail (SUIVI_IS_PLAN_ROW (self), NULL);

  return self->match != NULL ? self->match->existing : NULL;
}

/**
 * suivi_plan_row_get_included:
 *
 * Returns: whether the user wants it; a faulty row is left out all the same
 */
gboolean
suivi_plan_row_get_included (SuiviPlanRow *self)
{
  g_return_val_if_fail (SUIVI_IS_PLAN_ROW (self), FALSE);

  return self->included;
}

/**
 * suivi_plan_row_set_included:
 * @included: whether to import it
 */
void
suivi_plan_row_set_included (SuiviPlanRow *self, gboolean included)
{
  g_return_if_fail (SUIVI_IS_PLAN_ROW (self));

  included = !!included;
  if (self->included == included)
    return;

  self->included = included;
  if (self->plan != NULL)
    suivi_import_plan_row_decided (self->plan, self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_INCLUDED]);
}

/**
 * suivi_plan_row_get_split:
 *
 * Returns: whether its parts are imported too
 */
gboolean
suivi_plan_row_get_split (SuiviPlanRow *self)
{
  g_return_val_if_fail (SUIVI_IS_PLAN_ROW (self), FALSE);

  return self->split;
}

/**
 * suivi_plan_row_set_split:
 * @split: whether to import the parts as well; the whole stays
 *
 * Without parts, this does nothing when the plan is applied.
 */
void
suivi_plan_row_set_split (SuiviPlanRow *self, gboolean split)
{
  g_return_if_fail (SUIVI_IS_PLAN_ROW (self));

  split = !!split;
  if (self->split == split)
    return;

  self->split = split;
  if (self->plan != NULL)
    suivi_import_plan_row_decided (self->plan, self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SPLIT]);
}

/**
 * suivi_plan_row_get_decision:
 *
 * Returns: what the user said of a %SUIVI_PLAN_NEAR row
 */
SuiviPlanDecision
suivi_plan_row_get_decision (SuiviPlanRow *self)
{
  g_return_val_if_fail (SUIVI_IS_PLAN_ROW (self), SUIVI_DECISION_OPEN);

  return self->decision;
}

/**
 * suivi_plan_row_set_decision:
 * @decision: whether the row is the recommendation of suivi_plan_row_get_existing()
 *
 * It counts only while the status is %SUIVI_PLAN_NEAR.
 */
void
suivi_plan_row_set_decision (SuiviPlanRow *self, SuiviPlanDecision decision)
{
  g_return_if_fail (SUIVI_IS_PLAN_ROW (self));
  g_return_if_fail (decision <= SUIVI_DECISION_NEW);

  if (self->decision == decision)
    return;

  self->decision = decision;
  if (self->plan != NULL)
    suivi_import_plan_row_decided (self->plan, self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_DECISION]);
}

/**
 * suivi_plan_row_get_state:
 *
 * Returns: (nullable): the State under review that the row names, or that an output of another mechanism is
 *   about, ISO 3166-1 alpha-3
 */
const char *
suivi_plan_row_get_state (SuiviPlanRow *self)
{
  g_return_val_if_fail (SUIVI_IS_PLAN_ROW (self), NULL);

  return self->state;
}

/**
 * suivi_plan_row_get_session:
 *
 * Returns: the session that the row names; 0 for none
 */
guint
suivi_plan_row_get_session (SuiviPlanRow *self)
{
  g_return_val_if_fail (SUIVI_IS_PLAN_ROW (self), 0);

  return self->session;
}

/**
 * suivi_plan_row_set_review:
 * @state: (nullable): State under review, or the first State that an output of another mechanism is about,
 *   ISO 3166-1 alpha-3; %NULL if the row does not say it
 * @session: session of the review; 0 for outputs of other mechanisms
 *
 * To be called by a reader whose file holds several reviews. Rows of which nobody said it go to the review of
 * suivi_import_plan_set_review().
 */
void
suivi_plan_row_set_review (SuiviPlanRow *self, const char *state, guint session)
{
  g_return_if_fail (SUIVI_IS_PLAN_ROW (self));

  g_free (self->state);
  self->state = g_strdup (state);
  self->session = session;
}

/**
 * suivi_plan_row_get_fields:
 *
 * Returns: the fields that the file speaks of
 */
SuiviPlanFields
suivi_plan_row_get_fields (SuiviPlanRow *self)
{
  g_return_val_if_fail (SUIVI_IS_PLAN_ROW (self), 0);

  return self->fields;
}

/**
 * suivi_plan_row_set_fields:
 * @fields: the fields that the file speaks of; an empty cell of them says "nothing", any other field stays as
 *   it is in the workspace
 */
void
suivi_plan_row_set_fields (SuiviPlanRow *self, SuiviPlanFields fields)
{
  g_return_if_fail (SUIVI_IS_PLAN_ROW (self));

  self->fields = fields;
}

/**
 * suivi_plan_row_set_base:
 * @field: a field that the file speaks of
 * @hash: suivi_plan_field_hash() of what stood there when Suivi wrote the file
 *
 * Where the file still has the same value, nobody touched it, and the workspace's value stays. Where both
 * differ from it, and from each other, the change is a conflict.
 */
void
suivi_plan_row_set_base (SuiviPlanRow *self, SuiviPlanField field, guint32 hash)
{
  g_return_if_fail (SUIVI_IS_PLAN_ROW (self));
  g_return_if_fail (field < SUIVI_N_PLAN_FIELDS);

  self->base[field] = hash;
  self->based |= SUIVI_PLAN_FIELD_BIT (field);
}

/**
 * suivi_plan_row_get_key:
 *
 * Returns: (nullable): the key that the row has in the workspace, if the file says it
 */
const char *
suivi_plan_row_get_key (SuiviPlanRow *self)
{
  g_return_val_if_fail (SUIVI_IS_PLAN_ROW (self), NULL);

  return self->key;
}

/**
 * suivi_plan_row_set_key:
 * @recommendation_id: (nullable): the key that the row has in the workspace: the file is one of Suivi's own.
 *   A row with a key that the workspace does not have is faulty
 */
void
suivi_plan_row_set_key (SuiviPlanRow *self, const char *recommendation_id)
{
  g_return_if_fail (SUIVI_IS_PLAN_ROW (self));

  g_free (self->key);
  self->key = g_strdup (recommendation_id);
}

/**
 * suivi_plan_row_get_assessment:
 *
 * Returns: (transfer none) (nullable): the judgement that the file has
 */
SuiviAssessment *
suivi_plan_row_get_assessment (SuiviPlanRow *self)
{
  g_return_val_if_fail (SUIVI_IS_PLAN_ROW (self), NULL);

  return self->assessment;
}

/**
 * suivi_plan_row_take_assessment:
 * @assessment: (transfer full) (nullable): the judgement that the file has; which of its fields the file
 *   speaks of is said by suivi_plan_row_set_fields()
 */
void
suivi_plan_row_take_assessment (SuiviPlanRow *self, SuiviAssessment *assessment)
{
  g_return_if_fail (SUIVI_IS_PLAN_ROW (self));

  suivi_assessment_free (self->assessment);
  self->assessment = assessment;
}

/**
 * suivi_plan_row_set_grader:
 * @grader: whose judgement suivi_plan_row_take_assessment() gave
 *
 * Says more about SuiviAssessment.organisation of that judgement.
 */
void
suivi_plan_row_set_grader (SuiviPlanRow *self, SuiviPlanGrader grader)
{
  g_return_if_fail (SUIVI_IS_PLAN_ROW (self));

  self->grader = grader;
}

/**
 * suivi_plan_row_add_part:
 * @text: one of several asks under one number
 * @states: (nullable): the States that made it, ISO 3166-1 alpha-3
 */
void
suivi_plan_row_add_part (SuiviPlanRow *self, const char *text, const char *const *states)
{
  SuiviImportPart *part = NULL;

  g_return_if_fail (SUIVI_IS_PLAN_ROW (self));
  g_return_if_fail (text != NULL);

  part = g_new0 (SuiviImportPart, 1);
  part->text = g_strdup (text);
  part->states = states != NULL ? g_strdupv ((char **) states) : g_new0 (char *, 1);
  g_ptr_array_add (self->parts, part);
}
