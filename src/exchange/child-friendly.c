/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The scorecard for children, for Word: few recommendations, in words that the user wrote for them, large signs and large
 * print, one idea in each paragraph. */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "core/reference/states.h"
#include "core/scorecard/light-order.h"
#include "core/text/text.h"
#include "exchange/child-friendly.h"
#include "exchange/consultation-private.h"
#include "exchange/scorecard-document.h"
#include "exchange/scorecard-text.h"
#include "store/error.h"

/* In points. Large print begins at 14; children like more. */
#define LEAST_SIZE  16
#define SIGN_SIZE   48
#define LEGEND_SIZE 30

/* What children are told of a recommendation. */
typedef struct
{
  char *wording;
  char *explanation;
  char *number;
  SuiviLight light;
} Story;

/* The document while it is made. */
typedef struct
{
  SuiviScorecardSource *source;
  GHashTable *wordings; /* (element-type utf8 SuiviPlainWording): by key of the recommendation */
  GPtrArray *stories;
  SuiviDocument *document;
} Booklet;

static void
free_story (gpointer data)
{
  Story *story = data;

  g_free (story->wording);
  g_free (story->explanation);
  g_free (story->number);
  g_free (story);
}

/* A word that children know; the user's own words for grades are for adults. */
static const char *
get_word (SuiviLight light)
{
  switch (light)
    {
    case SUIVI_LIGHT_GREEN:
      /* Translators: a grade, in a word for children */
      return _ ("It is done");
    case SUIVI_LIGHT_AMBER:
      /* Translators: a grade, in a word for children */
      return _ ("It has begun");
    case SUIVI_LIGHT_RED:
      /* Translators: a grade, in a word for children */
      return _ ("It has not begun");
    case SUIVI_LIGHT_WORSE:
      /* Translators: a grade, in a word for children */
      return _ ("It got worse");
    case SUIVI_LIGHT_GREY:
      /* Translators: a grade, in a word for children */
      return _ ("We do not know");
    default:
      g_return_val_if_reached ("");
    }
}

static const char *
explain_light (SuiviLight light)
{
  switch (light)
    {
    case SUIVI_LIGHT_GREEN:
      return _ ("Everything that was asked was done.");
    case SUIVI_LIGHT_AMBER:
      return _ ("Something was done. Something is still missing.");
    case SUIVI_LIGHT_RED:
      return _ ("Nothing was done yet.");
    case SUIVI_LIGHT_WORSE:
      return _ ("Things went the wrong way.");
    case SUIVI_LIGHT_GREY:
      return _ ("Nobody has looked closely yet.");
    default:
      g_return_val_if_reached ("");
    }
}

static gboolean
add_story_cb (const SuiviScorecardEntry *entry, gpointer user_data, GError **error)
{
  Booklet *self = user_data;
  const SuiviPlainWording *wording = g_hash_table_lookup (self->wordings, entry->recommendation->id);
  Story *story = NULL;

  if (wording == NULL)
    return TRUE;

  story = g_new0 (Story, 1);
  story->wording = g_strdup (wording->wording);
  story->explanation = g_strdup (wording->explanation);
  story->number = g_strdup (entry->recommendation->number);
  story->light = entry->recommendation->light;
  g_ptr_array_add (self->stories, story);

  return TRUE;
}

/* --- Pages ------------------------------------------------------------------------------------------------ */

/* Names of States; many reviews have many, and then none is named. */
static char *
make_title (const SuiviScorecardHead *head)
{
  const SuiviReview *review = head->reviews->len == 1 ? g_ptr_array_index (head->reviews, 0) : NULL;
  const char *state = review != NULL ? suivi_state_get_name (review->state) : NULL;

  /* Translators: title of a booklet for children; %s is the name of a State */
  return state != NULL ? g_strdup_printf (_ ("%s: what was asked, and what happened?"), state)
                       : g_strdup (_ ("What was asked, and what happened?"));
}

static void
add_cover (Booklet *self)
{
  const SuiviScorecardHead *head = &self->source->head;
  g_autofree char *cut_off = head->cut_off != NULL ? suivi_consultation_day_text (head->cut_off) : NULL;

  suivi_document_add (self->document, SUIVI_BLOCK_TITLE, self->document->title);
  suivi_document_add (self->document, SUIVI_BLOCK_SUBTITLE, _ ("A booklet for children and young people"));
  suivi_document_add (
    self->document, SUIVI_BLOCK_TEXT,
    _ ("All countries meet at the United Nations. There they tell each other how to treat people better."));
  suivi_document_add (self->document, SUIVI_BLOCK_TEXT,
                      _ ("Other countries gave advice. We looked at what was done about it."));
  suivi_document_add_fact (self->document, _ ("Made by"), head->author);
  suivi_document_add_fact (self->document, _ ("We looked at everything until"), cut_off);
}

static void
add_signs (Booklet *self)
{
  suivi_document_add (self->document, SUIVI_BLOCK_HEADING, _ ("What the signs mean"))->new_page = TRUE;
  for (guint i = 0; i < SUIVI_N_LIGHTS; i++)
    {
      SuiviLight light = suivi_lights_in_order[i];

      suivi_document_add_sign (self->document, suivi_light_to_symbol (light), get_word (light),
                               suivi_scorecard_sign_ink (light), LEGEND_SIZE);
      suivi_document_add (self->document, SUIVI_BLOCK_TEXT, explain_light (light));
    }
}

/* One line end of the user is one idea, and so one paragraph. */
static void
add_paragraphs (Booklet *self, SuiviBlockKind kind, const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  for (gsize i = 0; lines[i] != NULL; i++)
    suivi_document_add_words (self->document, kind, lines[i], NULL);
}

static void
add_story (Booklet *self, const Story *story, guint number)
{
  const guint first = self->document->blocks->len;
  /* Translators: heading of a part of a booklet for children; %u counts the parts */
  g_autofree char *heading = g_strdup_printf (_ ("What was asked: %u"), number);

  suivi_document_add (self->document, SUIVI_BLOCK_HEADING, heading)->new_page = number == 1;
  add_paragraphs (self, SUIVI_BLOCK_WORDING, story->wording);
  suivi_document_add (self->document, SUIVI_BLOCK_SUBHEADING, _ ("What happened?"));
  suivi_document_add_sign (self->document, suivi_light_to_symbol (story->light), get_word (story->light),
                           suivi_scorecard_sign_ink (story->light), SIGN_SIZE);
  add_paragraphs (self, SUIVI_BLOCK_TEXT,
                  suivi_text_is_blank (story->explanation) ? explain_light (story->light)
                                                           : story->explanation);
  /* Several stand on a page if they fit, and none of them goes on on the next one. */
  suivi_document_keep_together (self->document, first, self->document->blocks->len - first);
}

/* Every part can be traced to what was said in Geneva. */
static void
add_origins (Booklet *self)
{
  g_autofree char *reviews = suivi_scorecard_reviews_text (self->source->head.reviews);
  g_autofree char *counting = suivi_counting_rule_to_sentence (&self->source->head.rule);
  g_autofree char *all
    = g_strdup_printf (ngettext ("%u recommendation was chosen and told in simple words.",
                                 "%u recommendations were chosen and told in simple words.",
                                 self->stories->len),
                       self->stories->len);

  suivi_document_add (self->document, SUIVI_BLOCK_HEADING, _ ("For adults: where this comes from"))->new_page
    = TRUE;
  suivi_document_add (self->document, SUIVI_BLOCK_TEXT, reviews);
  if (self->source->head.edition != NULL)
    suivi_document_add_fact (self->document, _ ("Edition"), self->source->head.edition->title);
  suivi_document_add (self->document, SUIVI_BLOCK_TEXT, all);
  suivi_document_add (self->document, SUIVI_BLOCK_TEXT, counting);
  for (guint i = 0; i < self->stories->len; i++)
    {
      const Story *story = g_ptr_array_index (self->stories, i);
      g_autofree char *label = g_strdup_printf (_ ("What was asked: %u"), i + 1);

      /* Translators: %s is the number of a recommendation */
      g_autofree char *text = suivi_text_is_blank (story->number)
                                ? g_strdup (_ ("a recommendation without a number"))
                                : g_strdup_printf (_ ("recommendation %s"), story->number);

      suivi_document_add_item (self->document, label, text, NULL);
    }
}

/* --- The whole -------------------------------------------------------------------------------------------- */

static GHashTable *
list_chosen (SuiviStore *store, GError **error)
{
  g_autoptr (GPtrArray) wordings = suivi_store_list_plain_wordings (store, NULL, error);
  GHashTable *chosen = NULL;

  if (wordings == NULL)
    return NULL;

  chosen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) suivi_plain_wording_free);
  for (guint i = 0; i < wordings->len; i++)
    {
      const SuiviPlainWording *wording = g_ptr_array_index (wordings, i);

      if (wording->chosen && !suivi_text_is_blank (wording->wording))
        g_hash_table_insert (chosen, g_strdup (wording->recommendation_id),
                             suivi_plain_wording_copy (wording));
    }

  return chosen;
}

/**
 * suivi_child_friendly_make:
 * @source: where the lights come from
 * @store: the workspace with the words for children, as they are now
 * @cancellable: (nullable): to stop
 * @error: return location of what reading the workspace fails with, of a %SUIVI_STORE_ERROR (NOT_FOUND: nothing was chosen
 *   for children), or of %G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer full) (nullable): the Word file
 */
GBytes *
suivi_child_friendly_make (SuiviScorecardSource *source,
                           SuiviStore *store,
                           GCancellable *cancellable,
                           GError **error)
{
  g_autoptr (GHashTable) wordings = list_chosen (store, error);
  g_autoptr (GPtrArray) stories = g_ptr_array_new_with_free_func (free_story);
  g_autofree char *title = make_title (&source->head);
  g_autoptr (SuiviDocument) document = suivi_document_new (title, source->head.cut_off);
  Booklet self = { source, wordings, stories, document };

  if (wordings == NULL || !suivi_scorecard_source_foreach (source, add_story_cb, &self, cancellable, error))
    return NULL;
  if (stories->len == 0)
    {
      g_set_error_literal (
        error, SUIVI_STORE_ERROR, SUIVI_STORE_ERROR_NOT_FOUND,
        _ ("No recommendation is chosen for children yet. Write for at least one of them, in simple "
           "words, what it asks for, and choose it for the child-friendly edition."));
      return NULL;
    }

  suivi_document_set_author (document, source->head.author);
  document->has_cover = TRUE;
  document->least_size = LEAST_SIZE;
  add_cover (&self);
  add_signs (&self);
  for (guint i = 0; i < stories->len; i++)
    add_story (&self, g_ptr_array_index (stories, i), i + 1);
  add_origins (&self);
  suivi_document_keep_dates (document);

  return suivi_document_make_docx (document, cancellable, error);
}
