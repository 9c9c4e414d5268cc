/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/import/group-item.h"

#include <glib/gi18n-lib.h>

#include "app/cycle-label.h"
#include "core/reference/states.h"
#include "core/review/review.h"
#include "core/text/text.h"

/* One review of a file, or what other mechanisms told one State, for the list where the user chooses. */
struct _SuiviGroupItem
{
  GObject parent_instance;

  char *state;
  guint session;
  guint n_rows;
  char *name;
  char *details;
  char *folded;
  gboolean included;
};

G_DEFINE_FINAL_TYPE (SuiviGroupItem, suivi_group_item, G_TYPE_OBJECT)

enum
{
  PROP_INCLUDED = 1,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static char *
make_details (const SuiviPlanGroup *group)
{
  g_autofree char *count = NULL;
  g_autofree char *cycle = NULL;

  if (group->session == 0 && group->state != NULL)
    return g_strdup_printf (ngettext ("%'u output of other mechanisms", "%'u outputs of other mechanisms",
                                      group->n_rows),
                            group->n_rows);

  count
    = g_strdup_printf (ngettext ("%'u recommendation", "%'u recommendations", group->n_rows), group->n_rows);
  if (group->session == 0)
    return g_steal_pointer (&count);

  cycle = suivi_cycle_to_label (suivi_review_cycle_of_session (group->session));
  /* Translators: the first %s is "4th cycle", %u a session, the last %s "254 recommendations" */
  return g_strdup_printf (_ ("%s, session %u · %s"), cycle, group->session, count);
}

static void
suivi_group_item_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_INCLUDED:
      g_value_set_boolean (value, SUIVI_GROUP_ITEM (object)->included);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
suivi_group_item_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_INCLUDED:
      suivi_group_item_set_included (SUIVI_GROUP_ITEM (object), g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
suivi_group_item_finalize (GObject *object)
{
  SuiviGroupItem *self = SUIVI_GROUP_ITEM (object);

  g_free (self->state);
  g_free (self->name);
  g_free (self->details);
  g_free (self->folded);

  G_OBJECT_CLASS (suivi_group_item_parent_class)->finalize (object);
}

static void
suivi_group_item_class_init (SuiviGroupItemClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = suivi_group_item_get_property;
  object_class->set_property = suivi_group_item_set_property;
  object_class->finalize = suivi_group_item_finalize;

  /**
   * SuiviGroupItem:included:
   *
   * Whether the user wants it.
   */
  properties[PROP_INCLUDED]
    = g_param_spec_boolean ("included", NULL, NULL, TRUE,
                            G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
suivi_group_item_init (SuiviGroupItem *self)
{
}

/**
 * suivi_group_item_new:
 * @group: a group of a plan
 *
 * Returns: (transfer full): what the list shows of it
 */
SuiviGroupItem *
suivi_group_item_new (const SuiviPlanGroup *group)
{
  SuiviGroupItem *self = g_object_new (SUIVI_TYPE_GROUP_ITEM, NULL);

  self->state = g_strdup (group->state);
  self->session = group->session;
  self->n_rows = group->n_rows;
  self->included = group->included;
  self->name = g_strdup (group->state != NULL ? suivi_state_get_name (group->state)
                                              /* Translators: a heading beside the names of States */
                                              : _ ("Rows that do not name their review"));
  self->details = make_details (group);
  self->folded = suivi_text_fold (self->name);
  return self;
}

/**
 * suivi_group_item_make_group:
 *
 * Returns: (transfer full): the group that it was made of, with what the user wants
 */
SuiviPlanGroup *
suivi_group_item_make_group (SuiviGroupItem *self)
{
  SuiviPlanGroup *group = NULL;

  g_return_val_if_fail (SUIVI_IS_GROUP_ITEM (self), NULL);

  group = g_new0 (SuiviPlanGroup, 1);
  group->state = g_strdup (self->state);
  group->session = self->session;
  group->n_rows = self->n_rows;
  group->included = self->included;
  return group;
}

/**
 * suivi_group_item_get_name:
 *
 * Returns: name of the State
 */
const char *
suivi_group_item_get_name (SuiviGroupItem *self)
{
  g_return_val_if_fail (SUIVI_IS_GROUP_ITEM (self), NULL);

  return self->name;
}

/**
 * suivi_group_item_get_details:
 *
 * Returns: cycle, session and how many recommendations, or how many outputs, in words
 */
const char *
suivi_group_item_get_details (SuiviGroupItem *self)
{
  g_return_val_if_fail (SUIVI_IS_GROUP_ITEM (self), NULL);

  return self->details;
}

/**
 * suivi_group_item_get_included:
 *
 * Returns: whether the user wants it
 */
gboolean
suivi_group_item_get_included (SuiviGroupItem *self)
{
  g_return_val_if_fail (SUIVI_IS_GROUP_ITEM (self), FALSE);

  return self->included;
}

/**
 * suivi_group_item_set_included:
 * @included: whether the user wants it
 */
void
suivi_group_item_set_included (SuiviGroupItem *self, gboolean included)
{
  g_return_if_fail (SUIVI_IS_GROUP_ITEM (self));

  if (self->included == !!included)
    return;

  self->included = !!included;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_INCLUDED]);
}

/**
 * suivi_group_item_matches:
 * @folded: what was typed, through suivi_text_fold()
 *
 * Returns: whether the name has it
 */
gboolean
suivi_group_item_matches (SuiviGroupItem *self, const char *folded)
{
  g_return_val_if_fail (SUIVI_IS_GROUP_ITEM (self), FALSE);

  return strstr (self->folded, folded) != NULL;
}

/**
 * suivi_group_item_compare:
 * @a: (type SuiviGroupItem): one
 * @b: (type SuiviGroupItem): another
 *
 * A #GCompareFunc for #GPtrArray: what is ticked first, then by name of the State, its latest review first,
 * what other mechanisms say last.
 */
int
suivi_group_item_compare (gconstpointer a, gconstpointer b)
{
  const SuiviGroupItem *item_a = *(SuiviGroupItem *const *) a;
  const SuiviGroupItem *item_b = *(SuiviGroupItem *const *) b;
  int order = g_utf8_collate (item_a->name, item_b->name);

  if (item_a->included != item_b->included)
    return item_a->included ? -1 : 1;
  if (order != 0)
    return order;
  return (item_a->session < item_b->session) - (item_a->session > item_b->session);
}
