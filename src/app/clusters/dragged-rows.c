/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/clusters/dragged-rows.h"

struct _SuiviDraggedRows
{
  GObject parent_instance;

  SuiviWorkspace *workspace; /* (owned) */
  GArray *keys;              /* (owned) (element-type gint64) */
};

G_DEFINE_FINAL_TYPE (SuiviDraggedRows, suivi_dragged_rows, G_TYPE_OBJECT)

static void
suivi_dragged_rows_finalize (GObject *object)
{
  SuiviDraggedRows *self = SUIVI_DRAGGED_ROWS (object);

  g_object_unref (self->workspace);
  g_array_unref (self->keys);

  G_OBJECT_CLASS (suivi_dragged_rows_parent_class)->finalize (object);
}

static void
suivi_dragged_rows_class_init (SuiviDraggedRowsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = suivi_dragged_rows_finalize;
}

static void
suivi_dragged_rows_init (SuiviDraggedRows *self)
{
}

/**
 * suivi_dragged_rows_new:
 * @workspace: whose recommendations
 * @keys: (element-type gint64): keys of rows of the list
 *
 * Returns: (transfer full): what is dragged
 */
SuiviDraggedRows *
suivi_dragged_rows_new (SuiviWorkspace *workspace, GArray *keys)
{
  SuiviDraggedRows *self = g_object_new (SUIVI_TYPE_DRAGGED_ROWS, NULL);

  self->workspace = g_object_ref (workspace);
  self->keys = g_array_ref (keys);

  return self;
}

/**
 * suivi_dragged_rows_get_workspace:
 *
 * Returns: (transfer none): whose recommendations they are
 */
SuiviWorkspace *
suivi_dragged_rows_get_workspace (SuiviDraggedRows *self)
{
  return self->workspace;
}

/**
 * suivi_dragged_rows_get_keys:
 *
 * Returns: (transfer none) (element-type gint64): keys of rows of the list
 */
GArray *
suivi_dragged_rows_get_keys (SuiviDraggedRows *self)
{
  return self->keys;
}
