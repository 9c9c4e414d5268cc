/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/consultation/consultation-row.h"
#include "app/consultation/consultations-page-private.h"
#include "app/consultation/plan-step.h"

/* Whether the list has just the rows that the board needs, in that order. */
static gboolean
has_rows (SuiviConsultationsPage *self)
{
  if (self->rows->len != self->board->entries->len)
    return FALSE;

  for (guint i = 0; i < self->rows->len; i++)
    {
      SuiviConsultationEntry *entry = g_ptr_array_index (self->board->entries, i);

      if (!g_str_equal (suivi_consultation_row_get_id (self->rows->pdata[i]),
                        entry->record->consultation->id))
        return FALSE;
    }

  return TRUE;
}

static void
build_rows (SuiviConsultationsPage *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    gtk_list_box_remove (self->list, g_ptr_array_index (self->rows, i));
  g_ptr_array_set_size (self->rows, 0);
  for (guint i = 0; i < self->board->entries->len; i++)
    {
      GtkWidget *row = suivi_consultation_row_new (g_ptr_array_index (self->board->entries, i));

      gtk_list_box_append (self->list, row);
      g_ptr_array_add (self->rows, row);
    }
}

static GtkListBoxRow *
find_row (SuiviConsultationsPage *self, const char *id)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      if (g_strcmp0 (suivi_consultation_row_get_id (self->rows->pdata[i]), id) == 0)
        return GTK_LIST_BOX_ROW (self->rows->pdata[i]);
    }

  return NULL;
}

/* The keyboard stays where it was in the list, also when its rows are made anew. */
static void
show_rows (SuiviConsultationsPage *self)
{
  GtkWidget *focus = gtk_widget_get_focus_child (GTK_WIDGET (self->list));
  g_autofree char *focus_id
    = focus != NULL ? g_strdup (suivi_consultation_row_get_id (SUIVI_CONSULTATION_ROW (focus))) : NULL;
  GtkListBoxRow *row = NULL;

  if (has_rows (self))
    {
      for (guint i = 0; i < self->rows->len; i++)
        suivi_consultation_row_update (self->rows->pdata[i], g_ptr_array_index (self->board->entries, i));
      return;
    }

  build_rows (self);
  row = focus_id != NULL ? find_row (self, focus_id) : NULL;
  if (row != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (row));
  else if (focus_id != NULL)
    gtk_widget_child_focus (GTK_WIDGET (self->list), GTK_DIR_TAB_FORWARD);
}

/* The consultation that is wanted, else the one that is shown, else the first. */
static SuiviConsultationEntry *
choose_entry (SuiviConsultationsPage *self)
{
  SuiviConsultationEntry *entry = NULL;

  if (self->wanted_id != NULL)
    entry = suivi_consultation_board_find (self->board, self->wanted_id);
  if (entry == NULL)
    entry = suivi_consultations_page_get_shown (self);
  if (entry == NULL && self->board->entries->len > 0)
    entry = g_ptr_array_index (self->board->entries, 0);

  return entry;
}

static void
show_entry (SuiviConsultationsPage *self, SuiviConsultationEntry *entry)
{
  const char *id = entry != NULL ? entry->record->consultation->id : NULL;
  const char *shown = suivi_consultation_view_get_id (self->view);

  if (shown != NULL && g_strcmp0 (id, shown) != 0)
    suivi_consultation_view_flush (self->view);
  suivi_consultation_view_set (self->view, self->workspace, entry);

  self->updating = TRUE;
  gtk_list_box_select_row (self->list, id != NULL ? find_row (self, id) : NULL);
  self->updating = FALSE;
  suivi_consultations_page_update_actions (self);
}

/**
 * suivi_consultations_page_get_shown:
 *
 * Returns: (transfer none) (nullable): the consultation that the view shows
 */
SuiviConsultationEntry *
suivi_consultations_page_get_shown (SuiviConsultationsPage *self)
{
  const char *id = suivi_consultation_view_get_id (self->view);

  return self->board != NULL && id != NULL ? suivi_consultation_board_find (self->board, id) : NULL;
}

/**
 * suivi_consultations_page_row_selected:
 * @row: (nullable): a row of the list
 *
 * Shows what the user chose there.
 */
void
suivi_consultations_page_row_selected (SuiviConsultationsPage *self, GtkListBoxRow *row)
{
  const char *id = NULL;

  if (self->updating || row == NULL)
    return;

  id = suivi_consultation_row_get_id (SUIVI_CONSULTATION_ROW (row));
  if (g_strcmp0 (id, suivi_consultation_view_get_id (self->view)) != 0)
    show_entry (self, suivi_consultation_board_find (self->board, id));
}

/* The title is there; the purpose comes next. */
static gboolean
begin_cb (gpointer user_data)
{
  SuiviConsultationsPage *self = user_data;
  SuiviConsultationStep *plan = NULL;

  if (self->workspace == NULL || !gtk_widget_get_mapped (GTK_WIDGET (self->view)))
    return G_SOURCE_REMOVE;
  plan = suivi_consultation_view_get_step (self->view, SUIVI_STEP_PLAN);
  suivi_plan_step_begin (SUIVI_PLAN_STEP (plan));

  return G_SOURCE_REMOVE;
}

/**
 * suivi_consultations_page_show_board:
 * @board: (transfer full): what was read
 *
 * Shows it.
 */
void
suivi_consultations_page_show_board (SuiviConsultationsPage *self, SuiviConsultationBoard *board)
{
  /* The steps look at the records of the one before until they are told of the new ones. */
  g_autoptr (SuiviConsultationBoard) before = self->board;
  gboolean arrived = FALSE;

  self->board = board;
  arrived = self->wanted_id != NULL && suivi_consultation_board_find (board, self->wanted_id) != NULL;

  if (board->state == NULL)
    gtk_stack_set_visible_child_name (self->stack, board->n_reviews > 0 ? "choose" : "no-review");
  else
    gtk_stack_set_visible_child_name (self->stack, board->entries->len > 0 ? "list" : "empty");

  self->updating = TRUE;
  show_rows (self);
  self->updating = FALSE;
  show_entry (self, choose_entry (self));
  if (arrived)
    {
      g_clear_pointer (&self->wanted_id, g_free);
      adw_leaflet_set_visible_child_name (self->leaflet, "view");
      if (self->begins)
        /* The fields can take the focus only once they are on the screen. */
        g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, begin_cb, g_object_ref (self), g_object_unref);
      self->begins = FALSE;
    }
  suivi_consultations_page_update_header (self);
}
