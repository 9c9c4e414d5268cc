/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/drafting/hint-places.h"

struct _SuiviHintPlaces
{
  GtkTextBuffer *buffer; /* (owned) */
  GtkTextTag *tags[SUIVI_N_CRITERIA];
  SuiviAnalysis *analysis; /* (owned) (nullable): whose hints are shown */
  GPtrArray *items;        /* (owned) (element-type SuiviHintPlace): in the order of the text */
};

/**
 * suivi_criterion_get_underline:
 *
 * Returns: how words are underlined that a hint on @criterion is about
 */
PangoUnderline
suivi_criterion_get_underline (SuiviCriterion criterion)
{
  switch (criterion)
    {
    case SUIVI_CRITERION_SPECIFIC:
      return PANGO_UNDERLINE_ERROR;
    case SUIVI_CRITERION_MEASURABLE:
      return PANGO_UNDERLINE_DOUBLE;
    case SUIVI_CRITERION_ACHIEVABLE:
    case SUIVI_CRITERION_RELEVANT:
      return PANGO_UNDERLINE_LOW;
    case SUIVI_CRITERION_TIME_BOUND:
    default:
      return PANGO_UNDERLINE_SINGLE;
    }
}

static void
free_place (gpointer data)
{
  SuiviHintPlace *place = data;

  gtk_text_buffer_delete_mark (gtk_text_mark_get_buffer (place->start), place->start);
  gtk_text_buffer_delete_mark (gtk_text_mark_get_buffer (place->end), place->end);
  g_object_unref (place->start);
  g_object_unref (place->end);
  g_free (place);
}

/**
 * suivi_hint_places_new:
 * @buffer: a text
 *
 * Returns: (transfer full): no places in it yet
 */
SuiviHintPlaces *
suivi_hint_places_new (GtkTextBuffer *buffer)
{
  SuiviHintPlaces *self = g_new0 (SuiviHintPlaces, 1);

  self->buffer = g_object_ref (buffer);
  self->items = g_ptr_array_new_with_free_func (free_place);
  for (guint i = 0; i < SUIVI_N_CRITERIA; i++)
    self->tags[i]
      = gtk_text_buffer_create_tag (buffer, NULL, "underline", suivi_criterion_get_underline (i), NULL);

  return self;
}

/**
 * suivi_hint_places_free:
 * @self: (transfer full): places
 */
void
suivi_hint_places_free (SuiviHintPlaces *self)
{
  g_ptr_array_unref (self->items);
  g_clear_pointer (&self->analysis, suivi_analysis_unref);
  g_object_unref (self->buffer);
  g_free (self);
}

/**
 * suivi_hint_places_set_color:
 * @color: in which words are underlined
 */
void
suivi_hint_places_set_color (SuiviHintPlaces *self, const GdkRGBA *color)
{
  for (guint i = 0; i < SUIVI_N_CRITERIA; i++)
    g_object_set (self->tags[i], "underline-rgba", color, NULL);
}

/* ---- Underlines ---- */

static int
compare_places (gconstpointer a, gconstpointer b)
{
  const SuiviHint *first = (*(SuiviHintPlace *const *) a)->hint;
  const SuiviHint *second = (*(SuiviHintPlace *const *) b)->hint;

  if (first->span.start != second->span.start)
    return first->span.start < second->span.start ? -1 : 1;

  return (first->span.end > second->span.end) - (first->span.end < second->span.end);
}

static SuiviHintPlace *
create_place (SuiviHintPlaces *self, const SuiviHint *hint)
{
  SuiviHintPlace *place = g_new0 (SuiviHintPlace, 1);
  GtkTextIter start;
  GtkTextIter end;

  gtk_text_buffer_get_iter_at_offset (self->buffer, &start, (int) hint->span.start);
  gtk_text_buffer_get_iter_at_offset (self->buffer, &end, (int) hint->span.end);
  place->hint = hint;
  place->start = g_object_ref (gtk_text_buffer_create_mark (self->buffer, NULL, &start, FALSE));
  place->end = g_object_ref (gtk_text_buffer_create_mark (self->buffer, NULL, &end, TRUE));

  return place;
}

/* Where a tag begins and ends, as far as a list of places says: pairs of offsets, overlapping ones joined. */
static GArray *
list_ranges (GPtrArray *places, SuiviCriterion criterion)
{
  GArray *ranges = g_array_new (FALSE, FALSE, sizeof (SuiviSpan));

  for (guint i = 0; i < places->len; i++)
    {
      const SuiviHintPlace *place = g_ptr_array_index (places, i);
      SuiviSpan *last = ranges->len > 0 ? &g_array_index (ranges, SuiviSpan, ranges->len - 1) : NULL;

      if (place->hint->criterion != criterion)
        continue;
      if (last != NULL && place->hint->span.start <= last->end)
        last->end = MAX (last->end, place->hint->span.end);
      else
        g_array_append_val (ranges, place->hint->span);
    }

  return ranges;
}

static gboolean
has_range (SuiviHintPlaces *self, GtkTextTag *tag, const GtkTextIter *start, const GtkTextIter *end)
{
  GtkTextIter stop = *start;

  return gtk_text_iter_starts_tag (start, tag) && gtk_text_iter_forward_to_tag_toggle (&stop, tag)
         && gtk_text_iter_equal (&stop, end);
}

/* Takes the tag from the words between two offsets, if any of them has it. */
static void
clear_tag (SuiviHintPlaces *self, GtkTextTag *tag, int from, int to)
{
  GtkTextIter start;
  GtkTextIter end;
  GtkTextIter toggle;

  gtk_text_buffer_get_iter_at_offset (self->buffer, &start, from);
  gtk_text_buffer_get_iter_at_offset (self->buffer, &end, to);
  toggle = start;
  if (gtk_text_iter_has_tag (&start, tag)
      || (gtk_text_iter_forward_to_tag_toggle (&toggle, tag) && gtk_text_iter_compare (&toggle, &end) < 0))
    gtk_text_buffer_remove_tag (self->buffer, tag, &start, &end);
}

/* Each change of a tag lays out its lines anew. Of a text that grows, most underlines are right already. */
static void
update_tag (SuiviHintPlaces *self, SuiviCriterion criterion, GPtrArray *places)
{
  GtkTextTag *tag = self->tags[criterion];
  g_autoptr (GArray) ranges = list_ranges (places, criterion);
  int done = 0;

  for (guint i = 0; i < ranges->len; i++)
    {
      const SuiviSpan *range = &g_array_index (ranges, SuiviSpan, i);
      GtkTextIter start;
      GtkTextIter end;

      clear_tag (self, tag, done, (int) range->start);
      gtk_text_buffer_get_iter_at_offset (self->buffer, &start, (int) range->start);
      gtk_text_buffer_get_iter_at_offset (self->buffer, &end, (int) range->end);
      if (!has_range (self, tag, &start, &end))
        {
          gtk_text_buffer_remove_tag (self->buffer, tag, &start, &end);
          gtk_text_buffer_apply_tag (self->buffer, tag, &start, &end);
        }
      done = (int) range->end;
    }
  clear_tag (self, tag, done, gtk_text_buffer_get_char_count (self->buffer));
}

/**
 * suivi_hint_places_set:
 * @analysis: (nullable): that of the text as it is now
 * @hints: (nullable) (element-type SuiviHint): those of its hints that are to be shown
 *
 * Underlines the words of the hints, and no others.
 */
void
suivi_hint_places_set (SuiviHintPlaces *self, SuiviAnalysis *analysis, GPtrArray *hints)
{
  GPtrArray *items = g_ptr_array_new_with_free_func (free_place);

  if (analysis != NULL)
    suivi_analysis_ref (analysis);
  for (guint i = 0; hints != NULL && i < hints->len; i++)
    {
      const SuiviHint *hint = g_ptr_array_index (hints, i);

      if (hint->span.start < hint->span.end)
        g_ptr_array_add (items, create_place (self, hint));
    }
  g_ptr_array_sort (items, compare_places);
  for (guint i = 0; i < SUIVI_N_CRITERIA; i++)
    update_tag (self, i, items);

  g_ptr_array_unref (self->items);
  self->items = items;
  g_clear_pointer (&self->analysis, suivi_analysis_unref);
  self->analysis = analysis;
}

/* ---- Finding ---- */

/**
 * suivi_hint_places_count:
 *
 * Returns: how many hints have words in the text
 */
guint
suivi_hint_places_count (SuiviHintPlaces *self)
{
  return self->items->len;
}

/**
 * suivi_hint_places_index:
 * @index: less than suivi_hint_places_count()
 *
 * Returns: (transfer none): one of the places, in the order of the text
 */
SuiviHintPlace *
suivi_hint_places_index (SuiviHintPlaces *self, guint index)
{
  return g_ptr_array_index (self->items, index);
}

/**
 * suivi_hint_places_get:
 * @start: (out): where the words of @place begin now
 * @end: (out): where they end
 */
void
suivi_hint_places_get (SuiviHintPlaces *self, SuiviHintPlace *place, GtkTextIter *start, GtkTextIter *end)
{
  gtk_text_buffer_get_iter_at_mark (self->buffer, start, place->start);
  gtk_text_buffer_get_iter_at_mark (self->buffer, end, place->end);
}

/**
 * suivi_hint_places_find:
 * @hint: one of the hints that are shown
 *
 * Returns: (transfer none) (nullable): where its words are; %NULL if it is about something that is missing
 */
SuiviHintPlace *
suivi_hint_places_find (SuiviHintPlaces *self, const SuiviHint *hint)
{
  for (guint i = 0; i < self->items->len; i++)
    {
      SuiviHintPlace *place = g_ptr_array_index (self->items, i);

      if (place->hint == hint)
        return place;
    }

  return NULL;
}

/**
 * suivi_hint_places_find_at:
 * @iter: a place in the text
 *
 * Returns: (transfer none) (nullable): the hint on the words there; of several the one on the fewest words, which says
 * most, and that knows better ones
 */
SuiviHintPlace *
suivi_hint_places_find_at (SuiviHintPlaces *self, const GtkTextIter *iter)
{
  SuiviHintPlace *best = NULL;
  int best_length = G_MAXINT;

  for (guint i = 0; i < self->items->len; i++)
    {
      SuiviHintPlace *place = g_ptr_array_index (self->items, i);
      GtkTextIter start;
      GtkTextIter end;
      int length = 0;

      suivi_hint_places_get (self, place, &start, &end);
      length = gtk_text_iter_get_offset (&end) - gtk_text_iter_get_offset (&start);
      if (gtk_text_iter_compare (iter, &start) < 0 || gtk_text_iter_compare (iter, &end) > 0
          || length > best_length || (length == best_length && place->hint->suggestion == NULL))
        continue;
      best = place;
      best_length = length;
    }

  return best;
}

/**
 * suivi_hint_places_find_at_cursor:
 *
 * Returns: (transfer none) (nullable): as suivi_hint_places_find_at()
 */
SuiviHintPlace *
suivi_hint_places_find_at_cursor (SuiviHintPlaces *self)
{
  GtkTextIter cursor;

  gtk_text_buffer_get_iter_at_mark (self->buffer, &cursor, gtk_text_buffer_get_insert (self->buffer));

  return suivi_hint_places_find_at (self, &cursor);
}

/* Whether the words of the hint that was shown last are selected still: then one goes on from there. */
static gboolean
is_at (SuiviHintPlaces *self, SuiviHintPlace *place)
{
  GtkTextIter start;
  GtkTextIter end;
  GtkTextIter first;
  GtkTextIter last;

  suivi_hint_places_get (self, place, &start, &end);

  return gtk_text_buffer_get_selection_bounds (self->buffer, &first, &last)
         && gtk_text_iter_equal (&start, &first) && gtk_text_iter_equal (&end, &last);
}

/**
 * suivi_hint_places_find_next:
 * @shown: (nullable): the hint that was shown last
 * @forward: whether to look behind the cursor, else before it
 *
 * Returns: (transfer none): the next place; after the last one the first again. There must be one at least
 */
SuiviHintPlace *
suivi_hint_places_find_next (SuiviHintPlaces *self, const SuiviHint *shown, gboolean forward)
{
  SuiviHintPlace *from = shown != NULL ? suivi_hint_places_find (self, shown) : NULL;
  guint n = self->items->len;
  GtkTextIter cursor;
  guint index = 0;

  /* Several hints may be about the same words. */
  if (from != NULL && is_at (self, from) && g_ptr_array_find (self->items, from, &index))
    return g_ptr_array_index (self->items, (index + (forward ? 1 : n - 1)) % n);

  gtk_text_buffer_get_iter_at_mark (self->buffer, &cursor, gtk_text_buffer_get_insert (self->buffer));
  for (guint i = 0; i < n; i++)
    {
      SuiviHintPlace *place = g_ptr_array_index (self->items, forward ? i : n - 1 - i);
      GtkTextIter start;
      GtkTextIter end;

      suivi_hint_places_get (self, place, &start, &end);
      if (forward ? gtk_text_iter_compare (&start, &cursor) >= 0
                  : gtk_text_iter_compare (&start, &cursor) < 0)
        return place;
    }

  return g_ptr_array_index (self->items, forward ? 0 : n - 1);
}
