/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The first page of the scorecard as a PDF is its summary, and that is one page: what does not fit in letters that can be
 * read stands on the next one, and the first page says so. */

#include "config.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "exchange/scorecard-document.h"
#include "exchange/scorecard-output-private.h"
#include "exchange/scorecard-text.h"

/* What the first page shows. */
typedef struct
{
  guint n_clusters; /* rows at most */
  guint letters;    /* of the title of each */
  gboolean bars;    /* whether each cluster has one */
  gboolean positions;
  gboolean moves; /* as a table; else in one line, which says the same */
} Front;

/* From all there is to what always fits, unless somebody gives many reviews or a long method. */
static const Front fronts[] = {
  { G_MAXUINT, G_MAXUINT, TRUE, TRUE, TRUE },
  { G_MAXUINT, G_MAXUINT, TRUE, TRUE, FALSE },
  { G_MAXUINT, G_MAXUINT, TRUE, FALSE, FALSE },
  { G_MAXUINT, G_MAXUINT, FALSE, FALSE, FALSE },
  { G_MAXUINT, 50, FALSE, FALSE, FALSE },
  { G_MAXUINT, 25, FALSE, FALSE, FALSE },
  { 12, 25, FALSE, FALSE, FALSE },
  { 10, 25, FALSE, FALSE, FALSE },
  { 8, 25, FALSE, FALSE, FALSE },
  { 6, 25, FALSE, FALSE, FALSE },
  { 4, 25, FALSE, FALSE, FALSE },
};

/* The summary while it is made. */
typedef struct
{
  SuiviScorecardSource *source;
  SuiviScorecardTotals *totals;
  GPtrArray *clusters; /* (element-type SuiviBreakdownRow) */
  SuiviDocument *document;
} Summary;

static void
add_head (Summary *self)
{
  const SuiviScorecardHead *head = &self->source->head;
  const char *kind = _ ("Scorecard of the Universal Periodic Review");
  g_autofree char *reviews = suivi_scorecard_reviews_text (head->reviews);
  g_autofree char *counting = suivi_counting_rule_to_sentence (&head->rule);
  g_autofree char *cut_off = suivi_scorecard_cut_off_text (head, self->totals);

  /* One review is the title; many would be a title of many lines. */
  suivi_document_add (self->document, SUIVI_BLOCK_TITLE,
                      head->reviews->len == 1 ? self->document->title : kind);
  suivi_document_add (self->document, SUIVI_BLOCK_SUBTITLE, head->reviews->len == 1 ? kind : reviews);
  if (head->edition != NULL)
    suivi_document_add_fact (self->document, _ ("Edition"), head->edition->title);
  suivi_document_add_fact (self->document, _ ("Cut-off date"), cut_off);
  suivi_document_add_fact (self->document, _ ("Author"),
                           *head->author != '\0' ? head->author : _ ("Not named"));
  suivi_document_add_fact (self->document, _ ("Included"), head->filter_text);
  suivi_document_add_fact (self->document, _ ("Counting"), counting);
}

/* --- Clusters --------------------------------------------------------------------------------------------- */

/* Where nobody made clusters, all would be in none. */
static gboolean
has_clusters (const Summary *self)
{
  return self->clusters->len > 1;
}

static guint
get_total (gconstpointer row)
{
  return ((const SuiviBreakdownRow *) row)->tally.total;
}

/* What is in no cluster. */
static gboolean
is_none (const SuiviBreakdownRow *row)
{
  return *row->value == '\0';
}

/* How many rows are larger, or as large and before it. What is in no cluster is no smaller cluster, and stays a row. */
static guint
count_larger (GPtrArray *rows, guint place)
{
  guint n = 0;

  if (is_none (g_ptr_array_index (rows, place)))
    return 0;
  for (guint i = 0; i < rows->len; i++)
    {
      const guint other = get_total (g_ptr_array_index (rows, i));
      const guint own = get_total (g_ptr_array_index (rows, place));

      n += is_none (g_ptr_array_index (rows, i)) || other > own || (other == own && i < place);
    }

  return n;
}

static void
add_tally (SuiviTally *sum, const SuiviTally *tally)
{
  sum->total += tally->total;
  for (guint i = 0; i < SUIVI_N_LIGHTS; i++)
    sum->lights[i] += tally->lights[i];
}

/* With whole words at its end; the next page has it in full. */
static void
shorten_title (SuiviBreakdownRow *row, guint letters)
{
  char *end = NULL;
  char *space = NULL;

  if (g_utf8_strlen (row->label, -1) <= letters)
    return;

  end = g_utf8_offset_to_pointer (row->label, letters);
  *end = '\0';
  space = strrchr (row->label, ' ');
  if (space != NULL && space > row->label + strlen (row->label) / 2)
    *space = '\0';
  end = g_strconcat (row->label, "…", NULL);
  g_free (row->label);
  row->label = end;
}

static void
free_short_row (gpointer data)
{
  SuiviBreakdownRow *row = data;

  g_free (row->label);
  g_free (row);
}

/* @rest: (nullable): receives the sum of what has no room
 *
 * Returns: (transfer full) (element-type SuiviBreakdownRow): the largest clusters, in the order of the user */
static GPtrArray *
list_short_rows (Summary *self, const Front *front, SuiviTally *rest)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func (free_short_row);

  for (guint i = 0; i < self->clusters->len; i++)
    {
      const SuiviBreakdownRow *row = g_ptr_array_index (self->clusters, i);
      SuiviBreakdownRow *copy = NULL;

      if (count_larger (self->clusters, i) >= front->n_clusters)
        {
          add_tally (rest, &row->tally);
          continue;
        }
      copy = g_memdup2 (row, sizeof *row);
      copy->label = g_strdup (row->label);
      shorten_title (copy, front->letters);
      g_ptr_array_add (rows, copy);
    }

  return rows;
}

/* The largest clusters, and the others as one row: the numbers still add up. */
static void
add_short_clusters (Summary *self, const Front *front)
{
  SuiviBreakdownRow *rest = g_new0 (SuiviBreakdownRow, 1);
  g_autoptr (GPtrArray) rows = list_short_rows (self, front, &rest->tally);
  const guint n = self->clusters->len - rows->len;

  if (n > 0)
    rest->label = g_strdup_printf (ngettext ("%u smaller cluster: see the next page",
                                             "%u smaller clusters: see the next page", n),
                                   n);
  if (n > 0)
    g_ptr_array_add (rows, rest);
  else
    g_free (rest);
  suivi_scorecard_add_numbers (self->document, &self->source->head, _ ("Cluster"), rows,
                               suivi_scorecard_totals_get_whole (self->totals));
}

static void
add_clusters (Summary *self, const Front *front)
{
  suivi_document_add (self->document, SUIVI_BLOCK_SUBHEADING, _ ("Lights by cluster"));
  if (front->bars)
    suivi_scorecard_add_breakdown (self->document, &self->source->head, _ ("Cluster"), self->clusters,
                                   suivi_scorecard_totals_get_whole (self->totals));
  else
    add_short_clusters (self, front);
}

/* --- Positions and moves ---------------------------------------------------------------------------------- */

static void
add_positions (Summary *self)
{
  suivi_document_add (self->document, SUIVI_BLOCK_SUBHEADING, _ ("Lights by position"));
  suivi_scorecard_add_breakdown (self->document, &self->source->head, _ ("Position"),
                                 suivi_breakdown_list_rows (self->totals->positions),
                                 suivi_scorecard_totals_get_whole (self->totals));
}

static char *
make_moves_title (const Summary *self)
{
  /* Translators: %s is the title of an edition of the scorecard */
  return g_strdup_printf (_ ("What moved since “%s”"), self->source->head.previous->title);
}

static void
add_moves (Summary *self)
{
  g_autofree char *title = make_moves_title (self);

  suivi_document_add (self->document, SUIVI_BLOCK_SUBHEADING, title);
  suivi_scorecard_add_moves (self->document, self->totals);
}

static void
append_number (GString *line, const char *label, guint n)
{
  /* Translators: a label and how many there are of it: "Noted: 12" */
  g_autofree char *part = g_strdup_printf (_ ("%s: %u"), label, n);

  g_string_append_printf (line, "%s%s", line->len > 0 ? " · " : "", part);
}

/* The lights of each position stand on the next page. */
static void
add_positions_line (Summary *self)
{
  GPtrArray *rows = suivi_breakdown_list_rows (self->totals->positions);
  g_autoptr (GString) line = g_string_new (NULL);

  for (guint i = 0; i < rows->len; i++)
    {
      const SuiviBreakdownRow *row = g_ptr_array_index (rows, i);

      append_number (line, row->label, row->tally.total);
    }
  suivi_document_add_fact (self->document, _ ("Positions"), line->str);
}

static void
add_moves_line (Summary *self)
{
  g_autofree char *title = make_moves_title (self);
  g_autoptr (GString) line = g_string_new (NULL);

  for (guint i = 0; i < SUIVI_N_MOVES; i++)
    {
      g_autofree char *label = g_strdup_printf ("%s %s", suivi_move_to_symbol (i), suivi_move_to_label (i));

      if (self->totals->moves[i] > 0)
        append_number (line, label, self->totals->moves[i]);
    }
  suivi_document_add_fact (self->document, title, line->str);
}

/* --- Pages ------------------------------------------------------------------------------------------------ */

static void
make_front (Summary *self, const Front *front)
{
  const SuiviScorecardHead *head = &self->source->head;
  const char *day = head->cut_off != NULL ? head->cut_off : self->totals->last_date;
  g_autofree char *reviews = suivi_scorecard_reviews_text (head->reviews);
  /* Translators: %s names reviews */
  g_autofree char *title = g_strdup_printf (_ ("Scorecard: %s"), reviews);
  const gboolean has_moves = head->previous != NULL;

  g_clear_pointer (&self->document, suivi_document_free);
  self->document = suivi_document_new (title, day);
  add_head (self);
  suivi_document_add (self->document, SUIVI_BLOCK_HEADING, _ ("Summary"));
  suivi_scorecard_add_figures (self->document, head, suivi_scorecard_totals_get_whole (self->totals));
  suivi_scorecard_add_differ (self->document, self->totals);
  if (head->scale != SUIVI_SCALE_LIGHT)
    {
      suivi_document_add (self->document, SUIVI_BLOCK_SUBHEADING, suivi_scale_to_label (head->scale));
      suivi_scorecard_add_bands (self->document, head, &self->totals->bands);
    }
  if (!front->positions)
    add_positions_line (self);
  if (has_moves && !front->moves)
    add_moves_line (self);
  if (has_clusters (self))
    add_clusters (self, front);
  if (front->positions)
    add_positions (self);
  if (has_moves && front->moves)
    add_moves (self);
  if (!front->positions)
    suivi_document_add (self->document, SUIVI_BLOCK_QUIET, _ ("The summary goes on on the next page."));
}

/* What the first page had no room for, whole. */
static void
add_rest (Summary *self, const Front *front)
{
  if (front->positions)
    return;

  suivi_document_add (self->document, SUIVI_BLOCK_HEADING, _ ("Summary, continued"))->new_page = TRUE;
  if (has_clusters (self) && !front->bars)
    add_clusters (self, &fronts[0]);
  add_positions (self);
  if (self->source->head.previous != NULL && !front->moves)
    add_moves (self);
}

/**
 * suivi_scorecard_begin_pdf:
 * @source: where the rows came from
 * @totals: what they came to
 * @cancellable: (nullable): to stop
 * @error: return location of what reading the workspace fails with, or of %G_IO_ERROR_CANCELLED
 *
 * Begins the document with its summary: a first page with as much of it as it holds, and on the next one the rest.
 *
 * Returns: (transfer full) (nullable): the document
 */
SuiviDocument *
suivi_scorecard_begin_pdf (SuiviScorecardSource *source,
                           SuiviScorecardTotals *totals,
                           GCancellable *cancellable,
                           GError **error)
{
  g_autoptr (GPtrArray) clusters = suivi_scorecard_totals_list_clusters (totals, source->store, error);
  Summary self = { source, totals, clusters, NULL };
  gsize chosen = 0;

  if (clusters == NULL)
    return NULL;

  for (chosen = 0; chosen < G_N_ELEMENTS (fronts); chosen++)
    {
      make_front (&self, &fronts[chosen]);
      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        {
          suivi_document_free (self.document);
          return NULL;
        }
      if (suivi_document_fit_front (self.document, cancellable))
        break;
    }
  add_rest (&self, &fronts[MIN (chosen, G_N_ELEMENTS (fronts) - 1)]);

  return self.document;
}
