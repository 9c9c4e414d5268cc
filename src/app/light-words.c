/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/light-words.h"

#include "core/scorecard/scale.h"

#define WORKSPACE "suivi-light-words-workspace"
#define FOLLOWER  "suivi-light-words-follower"

/* A widget that follows the words; it is data of the widget. */
typedef struct
{
  GtkWidget *widget;
  SuiviLightWordsFunc func;
  GHashTable *said;          /* (owned) (nullable): the words that it was filled with */
  SuiviWorkspace *workspace; /* (owned) (nullable): whose words they are, while it can be seen */
  gulong changed;
} Follower;

/**
 * suivi_light_words_set_workspace:
 * @window: a window
 * @workspace: what it shows
 *
 * To be told before the pages stand in the window.
 */
void
suivi_light_words_set_workspace (GtkWindow *window, SuiviWorkspace *workspace)
{
  g_return_if_fail (GTK_IS_WINDOW (window));
  g_return_if_fail (SUIVI_IS_WORKSPACE (workspace));

  g_object_set_data_full (G_OBJECT (window), WORKSPACE, g_object_ref (workspace), g_object_unref);
}

static SuiviWorkspace *
find_workspace (GtkWidget *widget)
{
  GtkRoot *root = gtk_widget_get_root (widget);
  GtkWindow *window = GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL;
  SuiviWorkspace *workspace = NULL;

  while (window != NULL && workspace == NULL)
    {
      workspace = g_object_get_data (G_OBJECT (window), WORKSPACE);
      window = gtk_window_get_transient_for (window);
    }

  return workspace;
}

/**
 * suivi_light_words_get:
 * @widget: where they are shown
 *
 * Returns: (transfer none) (nullable) (element-type utf8 utf8): the words of the workspace around @widget, by nick; %NULL
 *   if it is in no window yet, or in one without a workspace
 */
GHashTable *
suivi_light_words_get (GtkWidget *widget)
{
  SuiviWorkspace *workspace = NULL;

  g_return_val_if_fail (GTK_IS_WIDGET (widget), NULL);

  workspace = find_workspace (widget);

  return workspace != NULL ? suivi_workspace_get_grade_labels (workspace) : NULL;
}

/**
 * suivi_light_words_to_label:
 * @words: (nullable): as suivi_light_words_get() gives them
 *
 * Returns: the word for the light: the user's, or else the common one
 */
const char *
suivi_light_words_to_label (GHashTable *words, SuiviLight light)
{
  return suivi_scale_grade_to_label (SUIVI_SCALE_LIGHT, light, words);
}

/**
 * suivi_light_words_dup_text:
 * @words: (nullable): as suivi_light_words_get() gives them
 *
 * Returns: (transfer full): sign and word of the light: "● Implemented"
 */
char *
suivi_light_words_dup_text (GHashTable *words, SuiviLight light)
{
  return g_strdup_printf ("%s %s", suivi_light_to_symbol (light), suivi_light_words_to_label (words, light));
}

/* Following */

/* Returns: whether they are others than before. */
static gboolean
take_words (Follower *self)
{
  GHashTable *words = suivi_light_words_get (self->widget);

  if (words == self->said)
    return FALSE;

  g_clear_pointer (&self->said, g_hash_table_unref);
  self->said = words != NULL ? g_hash_table_ref (words) : NULL;

  return TRUE;
}

static void
refresh (Follower *self)
{
  if (take_words (self))
    self->func (self->widget);
}

static void
unmapped_cb (Follower *self)
{
  if (self->workspace != NULL)
    g_clear_signal_handler (&self->changed, self->workspace);
  g_clear_object (&self->workspace);
}

/* Not as soon as it has a window: a dialog fills itself before it stands in front of another window. */
static void
mapped_cb (Follower *self)
{
  unmapped_cb (self);
  self->workspace = find_workspace (self->widget);
  if (self->workspace == NULL)
    return;

  g_object_ref (self->workspace);
  self->changed
    = g_signal_connect_swapped (self->workspace, "notify::grade-labels", G_CALLBACK (refresh), self);
  refresh (self);
}

static void
follower_free (gpointer data)
{
  Follower *self = data;

  unmapped_cb (self);
  g_clear_pointer (&self->said, g_hash_table_unref);
  g_free (self);
}

/**
 * suivi_light_words_follow:
 * @func: called when the widget comes into view and its words are others than when it was filled, and when they change
 *
 * To be asked each time that a widget is filled with what suivi_light_words_get() gives it.
 */
void
suivi_light_words_follow (GtkWidget *widget, SuiviLightWordsFunc func)
{
  Follower *self = NULL;

  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail (func != NULL);

  self = g_object_get_data (G_OBJECT (widget), FOLLOWER);
  if (self != NULL)
    {
      take_words (self);
      return;
    }

  self = g_new0 (Follower, 1);
  self->widget = widget;
  self->func = func;
  take_words (self);
  g_object_set_data_full (G_OBJECT (widget), FOLLOWER, self, follower_free);
  g_signal_connect_swapped (widget, "map", G_CALLBACK (mapped_cb), self);
  g_signal_connect_swapped (widget, "unmap", G_CALLBACK (unmapped_cb), self);
  if (gtk_widget_get_mapped (widget))
    mapped_cb (self);
}
