/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "app/drafting/draft-row.h"
#include "app/drafting/drafting-page-private.h"
#include "app/drafting/issue-row.h"

/* ---- Rows ---- */

static const char *
get_row_id (GtkWidget *row)
{
  return SUIVI_IS_DRAFT_ROW (row) ? suivi_draft_row_get_id (SUIVI_DRAFT_ROW (row))
                                  : suivi_issue_row_get_id (SUIVI_ISSUE_ROW (row));
}

/* Whether the list has just the rows that the board needs, in that order. */
static gboolean
has_rows (SuiviDraftingPage *self)
{
  guint n = 0;

  for (guint i = 0; i < self->board->issues->len; i++)
    {
      SuiviIssue *issue = g_ptr_array_index (self->board->issues, i);

      if (n >= self->rows->len || !g_str_equal (get_row_id (self->rows->pdata[n++]), issue->priority->id))
        return FALSE;
      for (guint j = 0; j < issue->drafts->len; j++)
        {
          SuiviDraft *draft = g_ptr_array_index (issue->drafts, j);

          if (n >= self->rows->len || !g_str_equal (get_row_id (self->rows->pdata[n++]), draft->id))
            return FALSE;
        }
    }

  return n == self->rows->len;
}

static void
add_row (SuiviDraftingPage *self, GtkWidget *row)
{
  gtk_list_box_append (self->list, row);
  g_ptr_array_add (self->rows, row);
}

static void
build_rows (SuiviDraftingPage *self)
{
  gboolean writable = suivi_drafting_page_is_writable (self);

  for (guint i = 0; i < self->rows->len; i++)
    gtk_list_box_remove (self->list, g_ptr_array_index (self->rows, i));
  g_ptr_array_set_size (self->rows, 0);
  for (guint i = 0; i < self->board->issues->len; i++)
    {
      SuiviIssue *issue = g_ptr_array_index (self->board->issues, i);

      add_row (self, suivi_issue_row_new (issue, writable));
      for (guint j = 0; j < issue->drafts->len; j++)
        add_row (self, suivi_draft_row_new (g_ptr_array_index (issue->drafts, j)));
    }
}

static void
update_rows (SuiviDraftingPage *self)
{
  gboolean writable = suivi_drafting_page_is_writable (self);

  for (guint i = 0; i < self->rows->len; i++)
    {
      GtkWidget *row = g_ptr_array_index (self->rows, i);
      const char *id = get_row_id (row);

      if (SUIVI_IS_DRAFT_ROW (row))
        suivi_draft_row_update (SUIVI_DRAFT_ROW (row), suivi_draft_board_find_draft (self->board, id, NULL));
      else
        suivi_issue_row_update (SUIVI_ISSUE_ROW (row), suivi_draft_board_find_issue (self->board, id),
                                writable);
    }
}

static GtkListBoxRow *
find_row (SuiviDraftingPage *self, const char *id)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      if (g_strcmp0 (get_row_id (self->rows->pdata[i]), id) == 0)
        return GTK_LIST_BOX_ROW (self->rows->pdata[i]);
    }

  return NULL;
}

/* The keyboard stays where it was in the list, also when its rows are made anew. */
static void
show_rows (SuiviDraftingPage *self)
{
  GtkWidget *focus = gtk_widget_get_focus_child (GTK_WIDGET (self->list));
  g_autofree char *focus_id = focus != NULL ? g_strdup (get_row_id (focus)) : NULL;
  GtkListBoxRow *row = NULL;

  if (has_rows (self))
    {
      update_rows (self);
      return;
    }

  build_rows (self);
  row = focus_id != NULL ? find_row (self, focus_id) : NULL;
  if (row != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (row));
  else if (focus_id != NULL)
    gtk_widget_child_focus (GTK_WIDGET (self->list), GTK_DIR_TAB_FORWARD);
}

/* ---- What stands above ---- */

static void
show_counter (SuiviDraftingPage *self)
{
  guint n = self->board->issues->len;
  g_autofree char *text = NULL;

  if (n > SUIVI_MAX_PRIORITIES)
    /* Translators: how many issues there are, and how many there should be: "Issues: 5, better 4" */
    text = g_strdup_printf (_ ("Issues: %u, better %u"), n, (guint) SUIVI_MAX_PRIORITIES);
  else
    /* Translators: how many issues there are, of how many at most: "Issues: 3 of 4" */
    text = g_strdup_printf (_ ("Issues: %u of %u"), n, (guint) SUIVI_MAX_PRIORITIES);
  gtk_label_set_label (self->counter, text);
  gtk_widget_set_visible (GTK_WIDGET (self->warning), n > SUIVI_MAX_PRIORITIES);
}

/* Of the drafts that can be shown: the one that is wanted, else the one that is shown, else the first. */
static const char *
choose_draft (SuiviDraftingPage *self)
{
  const char *ids[] = { self->wanted_id, suivi_draft_editor_get_draft_id (self->editor) };

  for (gsize i = 0; i < G_N_ELEMENTS (ids); i++)
    {
      if (ids[i] != NULL && suivi_draft_board_find_draft (self->board, ids[i], NULL) != NULL)
        return ids[i];
    }
  for (guint i = 0; i < self->board->issues->len; i++)
    {
      SuiviIssue *issue = g_ptr_array_index (self->board->issues, i);

      if (issue->drafts->len > 0)
        return ((SuiviDraft *) g_ptr_array_index (issue->drafts, 0))->id;
    }

  return NULL;
}

/* ---- Showing ---- */

/* A row that was just made has its place only when sizes were given out. */
static gboolean
scroll_to_row_cb (GtkWidget *row, GdkFrameClock *clock, gpointer user_data)
{
  GtkWidget *list = gtk_widget_get_parent (row);
  GtkAdjustment *adjustment = list != NULL ? gtk_list_box_get_adjustment (GTK_LIST_BOX (list)) : NULL;
  graphene_rect_t bounds;

  if (gtk_widget_get_height (row) == 0)
    return G_SOURCE_CONTINUE;

  if (adjustment != NULL && gtk_widget_compute_bounds (row, list, &bounds))
    {
      double page = gtk_adjustment_get_page_size (adjustment);
      double top = bounds.origin.y;
      double bottom = bounds.origin.y + bounds.size.height;

      /* Not gtk_adjustment_clamp_page(): it goes on from where an animation leads that is under way. */
      if (top < gtk_adjustment_get_value (adjustment))
        gtk_adjustment_set_value (adjustment, top);
      else if (bottom > gtk_adjustment_get_value (adjustment) + page)
        gtk_adjustment_set_value (adjustment, bottom - page);
    }

  return G_SOURCE_REMOVE;
}

static void
scroll_to_row (GtkListBoxRow *row)
{
  gtk_widget_add_tick_callback (GTK_WIDGET (row), scroll_to_row_cb, NULL, NULL);
}

/* A new issue comes last, perhaps out of sight: the keyboard goes there, from where a draft is one step away. */
static void
show_wanted_issue (SuiviDraftingPage *self)
{
  GtkListBoxRow *row = self->wanted_issue_id != NULL ? find_row (self, self->wanted_issue_id) : NULL;

  if (row == NULL)
    return;

  g_clear_pointer (&self->wanted_issue_id, g_free);
  gtk_widget_grab_focus (GTK_WIDGET (row));
  scroll_to_row (row);
}

/**
 * suivi_drafting_page_show_draft:
 * @draft_id: (nullable): key of a draft
 *
 * Shows a draft in the editor and marks its row.
 */
void
suivi_drafting_page_show_draft (SuiviDraftingPage *self, const char *draft_id)
{
  SuiviIssue *issue = NULL;
  SuiviDraft *draft
    = self->board != NULL ? suivi_draft_board_find_draft (self->board, draft_id, &issue) : NULL;

  if (draft != NULL && g_strcmp0 (draft_id, suivi_draft_editor_get_draft_id (self->editor)) != 0)
    suivi_draft_saver_flush (self->saver);
  if (draft == NULL)
    suivi_draft_editor_set_draft (self->editor, NULL, NULL, NULL);
  else
    suivi_draft_editor_set_draft (self->editor, issue, draft, self->board->next_review);
  gtk_stack_set_visible_child_name (self->editor_stack, draft != NULL ? "editor" : "nothing");

  self->updating = TRUE;
  gtk_list_box_select_row (self->list, draft != NULL ? find_row (self, draft->id) : NULL);
  self->updating = FALSE;
  suivi_drafting_page_update_actions (self);
}

/**
 * suivi_drafting_page_row_selected:
 * @row: (nullable): a row of the list
 *
 * Shows what the user chose there.
 */
void
suivi_drafting_page_row_selected (SuiviDraftingPage *self, GtkListBoxRow *row)
{
  if (self->updating || !SUIVI_IS_DRAFT_ROW (row))
    return;

  suivi_drafting_page_show_draft (self, suivi_draft_row_get_id (SUIVI_DRAFT_ROW (row)));
}

/**
 * suivi_drafting_page_show_board:
 *
 * Shows what was read.
 */
void
suivi_drafting_page_show_board (SuiviDraftingPage *self)
{
  gboolean arrived
    = self->wanted_id != NULL && suivi_draft_board_find_draft (self->board, self->wanted_id, NULL) != NULL;
  g_autofree char *draft_id = NULL;

  if (self->board->state == NULL)
    gtk_stack_set_visible_child_name (self->stack, self->board->n_reviews > 0 ? "choose" : "no-review");
  else
    gtk_stack_set_visible_child_name (self->stack, self->board->issues->len > 0 ? "list" : "empty");

  self->updating = TRUE;
  show_rows (self);
  self->updating = FALSE;
  show_counter (self);
  if (self->board->issues->len > 0)
    {
      SuiviIssue *first = g_ptr_array_index (self->board->issues, 0);

      gtk_actionable_set_action_target (GTK_ACTIONABLE (self->first_draft_button), "s", first->priority->id);
    }

  draft_id = g_strdup (choose_draft (self));
  suivi_drafting_page_show_draft (self, draft_id);
  if (arrived)
    {
      g_clear_pointer (&self->wanted_id, g_free);
      adw_leaflet_set_visible_child_name (self->leaflet, "editor");
      suivi_draft_editor_focus_text (self->editor);
      scroll_to_row (gtk_list_box_get_selected_row (self->list));
    }
  suivi_drafting_page_update_header (self);
  show_wanted_issue (self);
}
