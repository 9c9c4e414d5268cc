/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "app/sealing/place-chooser.h"

/* A chooser tells the shared list of recent files when it is closed, and takes its time for it. */
#define FORGET_S 5

static void
forget (const char *uri)
{
  GtkRecentManager *recent = gtk_recent_manager_get_default ();

  if (gtk_recent_manager_has_item (recent, uri))
    gtk_recent_manager_remove_item (recent, uri, NULL);
}

static void
recent_changed_cb (GtkRecentManager *recent, gpointer uri)
{
  forget (uri);
}

static gboolean
stop_cb (gpointer user_data)
{
  g_signal_handler_disconnect (gtk_recent_manager_get_default (), GPOINTER_TO_SIZE (user_data));

  return G_SOURCE_REMOVE;
}

static void
free_uri (gpointer uri, GClosure *closure)
{
  g_free (uri);
}

/* As soon as the list holds it, it is taken out again. */
static void
keep_out_of_recent (GFile *file)
{
  char *uri = g_file_get_uri (file);
  gulong handler = 0;

  forget (uri);
  handler = g_signal_connect_data (gtk_recent_manager_get_default (), "changed",
                                   G_CALLBACK (recent_changed_cb), uri, free_uri, 0);
  g_timeout_add_seconds (FORGET_S, stop_cb, GSIZE_TO_POINTER (handler));
}

static void
response_cb (GtkNativeDialog *native, int response, GObject *owner)
{
  SuiviChosenFunc chosen = (SuiviChosenFunc) g_object_get_data (G_OBJECT (native), "suivi-chosen");
  g_autoptr (GFile) file = NULL;

  if (response == GTK_RESPONSE_ACCEPT)
    file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (native));
  gtk_native_dialog_hide (native);
  g_object_set_data (owner, "suivi-place-chooser", NULL);
  if (file == NULL)
    return;

  keep_out_of_recent (file);
  chosen (owner, file);
}

/* Kept alive by its owner, one at a time. */
static void
show (GtkFileChooserNative *native, GObject *owner, SuiviChosenFunc chosen)
{
  g_object_set_data (G_OBJECT (native), "suivi-chosen", (gpointer) chosen);
  g_object_set_data_full (owner, "suivi-place-chooser", native, g_object_unref);
  g_signal_connect_object (native, "response", G_CALLBACK (response_cb), owner, 0);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (native), TRUE);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (native));
}

/**
 * suivi_choose_to_seal:
 * @parent: the window that asks
 * @title: what it asks for
 * @owner: keeps the chooser alive; if it goes away, nobody is called
 * @chosen: called when the user chose a file
 */
void
suivi_choose_to_seal (GtkWindow *parent, const char *title, GObject *owner, SuiviChosenFunc chosen)
{
  show (gtk_file_chooser_native_new (title, parent, GTK_FILE_CHOOSER_ACTION_OPEN, _ ("_Seal a copy"),
                                     _ ("_Cancel")),
        owner, chosen);
}

/**
 * suivi_choose_place:
 * @parent: the window that asks
 * @title: what it asks for
 * @name: the name to begin with, suffix included; nothing that identifies
 * @owner: keeps the chooser alive; if it goes away, nobody is called
 * @chosen: called when the user chose a place
 */
void
suivi_choose_place (GtkWindow *parent,
                    const char *title,
                    const char *name,
                    GObject *owner,
                    SuiviChosenFunc chosen)
{
  GtkFileChooserNative *native
    = gtk_file_chooser_native_new (title, parent, GTK_FILE_CHOOSER_ACTION_SAVE, _ ("_Save"), _ ("_Cancel"));

  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (native), name);
  show (native, owner, chosen);
}
