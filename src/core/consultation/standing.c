/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "core/consultation/standing.h"
#include "core/text/text.h"

/* Where items stand whose requirement nobody knows: nothing that an organisation asks for is lost. */
#define SAFETY ('h' - 'a')

static guint
get_requirement (const char *letter)
{
  if (letter == NULL || letter[0] < 'a' || letter[0] >= 'a' + SUIVI_N_REQUIREMENTS || letter[1] != '\0')
    return SAFETY;

  return letter[0] - 'a';
}

static gboolean
is_answered (const SuiviCheckAnswer *answer)
{
  return answer != NULL && answer->answer != SUIVI_CHECK_UNANSWERED;
}

static gboolean
is_met (const SuiviCheckAnswer *answer, gboolean must)
{
  if (answer == NULL)
    return FALSE;

  switch (answer->answer)
    {
    case SUIVI_CHECK_YES:
      return TRUE;
    case SUIVI_CHECK_NOT_APPLICABLE:
      return !must || !suivi_text_is_blank (answer->evidence);
    case SUIVI_CHECK_UNANSWERED:
    case SUIVI_CHECK_NO:
    default:
      return FALSE;
    }
}

/* While a consultation is planned, it is asked every item that is not taken out. Later, only what it was
 * asked before: an item that is added afterwards changes nothing for children who were heard under the old
 * list. An answer that was taken back still was asked for. */
static gboolean
is_asked (const SuiviConsultation *consultation, const SuiviCheckItem *item, const SuiviCheckAnswer *answer)
{
  if (item->retired)
    return is_answered (answer);

  return consultation->status == SUIVI_CONSULTATION_PLANNING || answer != NULL;
}

static GHashTable *
map_answers (const SuiviConsultation *consultation, GPtrArray *answers)
{
  GHashTable *by_item = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; answers != NULL && i < answers->len; i++)
    {
      SuiviCheckAnswer *answer = g_ptr_array_index (answers, i);

      if (answer->item_id != NULL && g_strcmp0 (answer->consultation_id, consultation->id) == 0)
        g_hash_table_insert (by_item, answer->item_id, answer);
    }

  return by_item;
}

/* An override lets pass the items that it names, and none without a reason. */
static GHashTable *
list_overridden (const SuiviConsultation *consultation, GPtrArray *overrides)
{
  GHashTable *items = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; overrides != NULL && i < overrides->len; i++)
    {
      SuiviOverride *override = g_ptr_array_index (overrides, i);

      if (g_strcmp0 (override->consultation_id, consultation->id) != 0
          || suivi_text_is_blank (override->reason))
        continue;
      for (char **id = override->items; id != NULL && *id != NULL; id++)
        g_hash_table_add (items, *id);
    }

  return items;
}

static void
count_item (SuiviStanding *self, const SuiviStandingItem *item)
{
  SuiviStandingRow *row = &self->rows[get_requirement (item->requirement)];

  row->n_items++;
  if (is_answered (item->answer))
    row->n_answered++;
  if (item->met)
    return;

  if (!item->must)
    row->n_open++;
  else if (item->overridden)
    row->n_passed++;
  else if (item->after)
    row->n_missing_after++;
  else
    row->n_missing_now++;
}

static void
add_item (SuiviStanding *self, SuiviStandingItem item, GHashTable *overridden)
{
  item.met = is_met (item.answer, item.must);
  item.overridden = g_hash_table_contains (overridden, item.id);
  count_item (self, &item);
  g_array_append_val (self->items, item);
}

/**
 * suivi_standing_new:
 * @consultation: the consultation
 * @answers: (element-type SuiviCheckAnswer) (nullable): answers; those to other consultations are passed over
 * @own_items: (element-type SuiviCheckItem) (nullable): all items that the organisation added
 * @overrides: (element-type SuiviOverride) (nullable): decisions of the focal point, likewise
 *
 * Of an edition of the checklist that is not known here there are no items, and no requirement is met.
 *
 * Returns: (transfer full): how the consultation stands. It refers to the records: they must outlive it,
 * unchanged
 */
SuiviStanding *
suivi_standing_new (const SuiviConsultation *consultation,
                    GPtrArray *answers,
                    GPtrArray *own_items,
                    GPtrArray *overrides)
{
  SuiviStanding *self = g_new0 (SuiviStanding, 1);
  g_autoptr (GHashTable) by_item = map_answers (consultation, answers);
  g_autoptr (GHashTable) overridden = list_overridden (consultation, overrides);
  guint edition = consultation->checklist_edition;
  guint n_items = suivi_checklist_get_n_items (edition);

  self->items = g_array_new (FALSE, TRUE, sizeof (SuiviStandingItem));

  for (guint r = 0; r < SUIVI_N_REQUIREMENTS; r++)
    {
      const char *letter = suivi_checklist_get_requirement (r)->letter;

      for (guint i = 0; i < n_items; i++)
        {
          const SuiviChecklistItem *item = suivi_checklist_get_item (edition, i);

          if (get_requirement (item->requirement) == r)
            add_item (self,
                      (SuiviStandingItem){ .id = item->id,
                                           .requirement = letter,
                                           .text = item->text,
                                           .asks = item->asks,
                                           .must = item->must,
                                           .after = item->after,
                                           .answer = g_hash_table_lookup (by_item, item->id) },
                      overridden);
        }

      for (guint i = 0; own_items != NULL && i < own_items->len; i++)
        {
          const SuiviCheckItem *item = g_ptr_array_index (own_items, i);
          const SuiviCheckAnswer *answer = g_hash_table_lookup (by_item, item->id);

          if (get_requirement (item->requirement) == r && is_asked (consultation, item, answer))
            add_item (self,
                      (SuiviStandingItem){ .id = item->id,
                                           .requirement = letter,
                                           .text = item->text,
                                           .asks = "",
                                           .must = item->must != 0,
                                           .own = TRUE,
                                           .answer = answer },
                      overridden);
        }

      self->n_missing_now += self->rows[r].n_missing_now;
      self->n_missing_after += self->rows[r].n_missing_after;
      if (n_items > 0
          && self->rows[r].n_missing_now + self->rows[r].n_missing_after + self->rows[r].n_passed == 0)
        self->n_met++;
    }

  return self;
}

static gboolean
is_missing (const SuiviStandingItem *item)
{
  return item->must && !item->met && !item->overridden;
}

/**
 * suivi_standing_missing:
 * @after: whether to list what can only be met after children were heard, or what must be met before
 *
 * Returns: (transfer full): keys of the must items that are missing, in the order of the checklist: what an
 * override names
 */
char **
suivi_standing_missing (SuiviStanding *self, gboolean after)
{
  g_autoptr (GStrvBuilder) ids = g_strv_builder_new ();

  for (guint i = 0; i < self->items->len; i++)
    {
      const SuiviStandingItem *item = &g_array_index (self->items, SuiviStandingItem, i);

      if (is_missing (item) && item->after == after)
        g_strv_builder_add (ids, item->id);
    }

  return g_strv_builder_end (ids);
}

/**
 * suivi_standing_say:
 * @requirement: 0 to 8, for (a) to (i)
 *
 * Returns: (transfer full): how that requirement stands, translated: what is most urgent, in a few words
 * without a full stop
 */
char *
suivi_standing_say (SuiviStanding *self, guint requirement)
{
  const SuiviStandingRow *row = NULL;
  guint n_unanswered = 0;
  guint n_no = 0;
  guint n_unexplained = 0;
  guint n_later = 0;
  guint n_overridden = 0;

  g_return_val_if_fail (requirement < SUIVI_N_REQUIREMENTS, NULL);

  row = &self->rows[requirement];
  for (guint i = 0; i < self->items->len; i++)
    {
      const SuiviStandingItem *item = &g_array_index (self->items, SuiviStandingItem, i);

      if (get_requirement (item->requirement) != requirement || !item->must || item->met)
        continue;
      if (item->overridden)
        n_overridden++;
      else if (is_answered (item->answer) && item->answer->answer == SUIVI_CHECK_NOT_APPLICABLE)
        n_unexplained++;
      else if (is_answered (item->answer))
        n_no++;
      else if (item->after)
        n_later++;
      else
        n_unanswered++;
    }

  if (row->n_items == 0)
    /* Translators: one of the nine requirements for hearing children has no items in a checklist */
    return g_strdup (_ ("This checklist is not known here"));
  if (n_unanswered > 0)
    return g_strdup_printf (ngettext ("%u must item is unanswered", "%u must items are unanswered",
                                      n_unanswered),
                            n_unanswered);
  if (n_no > 0)
    return g_strdup_printf (ngettext ("%u must item is answered no", "%u must items are answered no", n_no),
                            n_no);
  if (n_unexplained > 0)
    return g_strdup_printf (ngettext ("%u must item does not apply, but it is not said why",
                                      "%u must items do not apply, but it is not said why", n_unexplained),
                            n_unexplained);
  if (n_later > 0)
    return g_strdup_printf (
      /* Translators: items of a checklist that can only be answered once children were heard */
      ngettext ("%u must item is left for afterwards", "%u must items are left for afterwards", n_later),
      n_later);
  if (n_overridden > 0)
    return g_strdup_printf (
      /* Translators: the safeguarding focal point decided to go on without them */
      ngettext ("%u must item was let pass", "%u must items were let pass", n_overridden), n_overridden);
  if (row->n_open > 0)
    return g_strdup_printf (ngettext ("%u item could be better", "%u items could be better", row->n_open),
                            row->n_open);

  return g_strdup (_ ("Complete"));
}

/**
 * suivi_standing_free:
 * @self: (nullable) (transfer full): a standing
 */
void
suivi_standing_free (SuiviStanding *self)
{
  if (self == NULL)
    return;

  g_array_unref (self->items);
  g_free (self);
}
