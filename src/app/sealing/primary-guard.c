/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/sealing/primary-guard.h"

/* GTK puts whatever is selected in an entry into the primary selection, from where a middle click, a clipboard manager or
 * any other program takes it. An entry that gets the focus has all of its text selected. */

/* At once, not when idle: nobody gets the time to ask for it. GTK then unselects what the primary selection does not hold,
 * and would leave the cursor before it: somebody who comes back goes on typing behind it. Another entry may have put
 * something there while this one has something selected: then the focus is not here. */
static void
primary_changed_cb (GtkWidget *text, GdkClipboard *primary)
{
  GtkRoot *root = gtk_widget_get_root (text);
  int end = 0;

  if (gdk_clipboard_get_content (primary) == NULL || root == NULL || gtk_root_get_focus (root) != text
      || !gtk_editable_get_selection_bounds (GTK_EDITABLE (text), NULL, &end))
    return;

  gdk_clipboard_set_content (primary, NULL);
  gtk_editable_set_position (GTK_EDITABLE (text), end);
}

/**
 * suivi_primary_guard_add:
 * @editable: an entry where something is typed that identifies or unlocks
 *
 * Keeps what is typed in it out of the primary selection. As GTK selects nothing that is not there, nothing stays selected
 * in it either.
 */
void
suivi_primary_guard_add (GtkEditable *editable)
{
  GtkEditable *text = gtk_editable_get_delegate (editable);

  g_return_if_fail (GTK_IS_TEXT (text));

  g_signal_connect_object (gtk_widget_get_primary_clipboard (GTK_WIDGET (text)), "changed",
                           G_CALLBACK (primary_changed_cb), text, G_CONNECT_SWAPPED);
}
