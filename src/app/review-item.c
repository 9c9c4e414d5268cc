/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/review-item.h"

#include <glib/gi18n-lib.h>

#include "app/cycle-label.h"
#include "core/reference/states.h"
#include "core/text/text.h"

/* One line of the list of reviews. */
struct _SuiviReviewItem
{
  GObject parent_instance;

  SuiviReviewItemKind kind;
  char *review_id;
  char *title;
  char *detail;
  char *hay; /* what a search looks at, folded */
  guint count;
};

G_DEFINE_FINAL_TYPE (SuiviReviewItem, suivi_review_item, G_TYPE_OBJECT)

static void
suivi_review_item_finalize (GObject *object)
{
  SuiviReviewItem *self = SUIVI_REVIEW_ITEM (object);

  g_free (self->review_id);
  g_free (self->title);
  g_free (self->detail);
  g_free (self->hay);

  G_OBJECT_CLASS (suivi_review_item_parent_class)->finalize (object);
}

static void
suivi_review_item_class_init (SuiviReviewItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = suivi_review_item_finalize;
}

static void
suivi_review_item_init (SuiviReviewItem *self)
{
}

/**
 * suivi_review_to_detail:
 *
 * Returns: (transfer full): what stands below the name of the State: "4th cycle · session 48"
 */
char *
suivi_review_to_detail (SuiviReview *review)
{
  g_autofree char *cycle = suivi_cycle_to_label (suivi_review_cycle_of_session (review->session));

  /* Translators: %s is "4th cycle", %u the session of the Working Group of the UPR */
  return g_strdup_printf (_ ("%s · session %u"), cycle, review->session);
}

/* A State is found by its name in the user's language, by its English name and by its code. */
static SuiviReviewItem *
create_item (SuiviReviewItemKind kind, const char *state, const char *title, char *detail, guint count)
{
  SuiviReviewItem *self = g_object_new (SUIVI_TYPE_REVIEW_ITEM, NULL);
  g_autofree char *text = NULL;

  self->kind = kind;
  self->title = g_strdup (title);
  self->detail = detail;
  self->count = count;
  if (state != NULL)
    text = g_strjoin (" ", title, detail, suivi_state_get_name (state), suivi_state_get_name_in (state, "en"),
                      state, NULL);
  else
    text = g_strjoin (" ", title, detail, NULL);
  self->hay = suivi_text_fold (text);

  return self;
}

/* By name of the State, the latest session first. */
static int
compare_reviews (gconstpointer a, gconstpointer b)
{
  const SuiviReview *first = *(SuiviReview *const *) a;
  const SuiviReview *second = *(SuiviReview *const *) b;
  int by_name = g_utf8_collate (suivi_state_get_name (first->state), suivi_state_get_name (second->state));

  if (by_name != 0)
    return by_name;
  return (first->session < second->session) - (first->session > second->session);
}

static char *
count_reviews (guint n)
{
  return g_strdup_printf (ngettext ("%u review", "%u reviews", n), n);
}

/* The heading is found by whatever one of its reviews is found by. */
static void
share_words (SuiviReviewItem *heading, const SuiviReviewItem *of_state)
{
  char *all = g_strconcat (heading->hay, " ", of_state->hay, NULL);

  g_free (heading->hay);
  heading->hay = all;
}

static void
add_state (GPtrArray *items, const SuiviSummary *summary, GPtrArray *reviews, guint first, guint n)
{
  SuiviReview *review = g_ptr_array_index (reviews, first);
  const char *name = suivi_state_get_name (review->state);
  SuiviReviewItem *heading = NULL;

  if (n > 1)
    {
      heading = create_item (SUIVI_REVIEW_ITEM_STATE, review->state, name, count_reviews (n), 0);
      g_ptr_array_add (items, heading);
    }
  for (guint i = first; i < first + n; i++)
    {
      SuiviReviewItem *item = NULL;
      g_autofree char *detail = NULL;

      review = g_ptr_array_index (reviews, i);
      detail = suivi_review_to_detail (review);
      if (heading != NULL)
        item = create_item (SUIVI_REVIEW_ITEM_OF_STATE, review->state, detail, g_strdup (""),
                            suivi_summary_get_review_count (summary, review->id));
      else
        item = create_item (SUIVI_REVIEW_ITEM_ONLY, review->state, name, g_steal_pointer (&detail),
                            suivi_summary_get_review_count (summary, review->id));
      item->review_id = g_strdup (review->id);
      if (heading != NULL)
        share_words (heading, item);
      g_ptr_array_add (items, item);
    }
}

/**
 * suivi_review_items_new:
 * @summary: the reviews of the workspace, and their numbers
 *
 * Returns: (transfer container) (element-type SuiviReviewItem): the lines of the list of reviews: all of them
 *   together, then State by State
 */
GPtrArray *
suivi_review_items_new (const SuiviSummary *summary)
{
  GPtrArray *items = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) reviews = g_ptr_array_copy (summary->reviews, NULL, NULL);
  guint n = 0;

  g_ptr_array_set_free_func (reviews, NULL);
  g_ptr_array_sort (reviews, compare_reviews);
  g_ptr_array_add (items,
                   create_item (SUIVI_REVIEW_ITEM_ALL, NULL, _ ("All reviews"), count_reviews (reviews->len),
                                suivi_summary_get_review_count (summary, NULL)));
  for (guint i = 0; i < reviews->len; i += n)
    {
      SuiviReview *review = g_ptr_array_index (reviews, i);

      for (n = 1; i + n < reviews->len; n++)
        {
          if (!g_str_equal (((SuiviReview *) g_ptr_array_index (reviews, i + n))->state, review->state))
            break;
        }
      add_state (items, summary, reviews, i, n);
    }

  return items;
}

/**
 * suivi_review_item_get_kind:
 *
 * Returns: what the line stands for
 */
SuiviReviewItemKind
suivi_review_item_get_kind (SuiviReviewItem *self)
{
  return self->kind;
}

/**
 * suivi_review_item_get_review:
 *
 * Returns: (nullable): key of the review; %NULL for all reviews and for the name of a State
 */
const char *
suivi_review_item_get_review (SuiviReviewItem *self)
{
  return self->review_id;
}

/**
 * suivi_review_item_get_title:
 *
 * Returns: what stands first
 */
const char *
suivi_review_item_get_title (SuiviReviewItem *self)
{
  return self->title;
}

/**
 * suivi_review_item_get_detail:
 *
 * Returns: what stands below; may be ""
 */
const char *
suivi_review_item_get_detail (SuiviReviewItem *self)
{
  return self->detail;
}

/**
 * suivi_review_item_get_count:
 *
 * Returns: how many recommendations the review has
 */
guint
suivi_review_item_get_count (SuiviReviewItem *self)
{
  return self->count;
}

/**
 * suivi_review_item_matches:
 * @words: what is searched for, folded with suivi_text_fold(), word by word; empty words are in every line
 *
 * Returns: whether the line has all of them
 */
gboolean
suivi_review_item_matches (SuiviReviewItem *self, const char *const *words)
{
  for (gsize i = 0; words[i] != NULL; i++)
    {
      if (strstr (self->hay, words[i]) == NULL)
        return FALSE;
    }

  return TRUE;
}
