/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/choosers.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

/* The first suffix of a kind is the one that files get which are saved. */
static const struct
{
  SuiviFileKinds kind;
  const char *label;
  const char *suffixes[9];
} kinds_table[] = {
  { SUIVI_FILE_KIND_LIST,
    N_ ("Lists and tables of recommendations"),
    { "docx", "xlsx", "xls", "ods", "csv", "tsv", "txt", "json" } },
  { SUIVI_FILE_KIND_WORKSPACE, N_ ("Suivi workspaces"), { "suivi" } },
  { SUIVI_FILE_KIND_EXCEL, N_ ("Excel workbooks"), { "xlsx" } },
  { SUIVI_FILE_KIND_CSV, N_ ("Text tables (CSV)"), { "csv" } },
  { SUIVI_FILE_KIND_PDF, N_ ("PDF documents"), { "pdf" } },
  { SUIVI_FILE_KIND_JSON, N_ ("Data (JSON)"), { "json" } },
  { SUIVI_FILE_KIND_WORD, N_ ("Word documents"), { "docx" } },
};

static const char *
get_suffix (SuiviFileKinds kinds)
{
  for (gsize i = 0; i < G_N_ELEMENTS (kinds_table); i++)
    {
      if (kinds & kinds_table[i].kind)
        return kinds_table[i].suffixes[0];
    }
  g_return_val_if_reached ("");
}

static void
add_filter (GtkFileChooser *chooser, const char *name, SuiviFileKinds kinds)
{
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, name);
  for (gsize i = 0; i < G_N_ELEMENTS (kinds_table); i++)
    {
      for (gsize j = 0; (kinds & kinds_table[i].kind) && kinds_table[i].suffixes[j] != NULL; j++)
        gtk_file_filter_add_suffix (filter, kinds_table[i].suffixes[j]);
    }
  gtk_file_chooser_add_filter (chooser, filter);
}

/* What a list is, its content tells: its name may end in anything. */
static void
add_all_filter (GtkFileChooser *chooser)
{
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, _ ("All files"));
  gtk_file_filter_add_pattern (filter, "*");
  gtk_file_chooser_add_filter (chooser, filter);
}

static void
response_cb (GtkNativeDialog *native, int response, gpointer user_data)
{
  GObject *owner = user_data;
  SuiviChosenFunc chosen = (SuiviChosenFunc) g_object_get_data (G_OBJECT (native), "suivi-chosen");
  const char *suffix = g_object_get_data (G_OBJECT (native), "suivi-suffix");
  g_autoptr (GFile) file = NULL;

  if (response == GTK_RESPONSE_ACCEPT)
    file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (native));

  gtk_native_dialog_hide (native);
  g_object_set_data (owner, "suivi-chooser", NULL);

  if (file == NULL)
    return;

  if (suffix != NULL)
    {
      g_autofree char *base_name = g_file_get_basename (file);
      g_autofree char *ending = g_strconcat (".", suffix, NULL);

      if (!g_str_has_suffix (base_name, ending))
        {
          g_autoptr (GFile) parent = g_file_get_parent (file);
          g_autofree char *with_suffix = g_strconcat (base_name, ending, NULL);

          g_object_unref (file);
          file = g_file_get_child (parent, with_suffix);
        }
    }
  chosen (owner, file);
}

/* The native chooser must be kept alive by somebody while it is shown: by its owner, one at a time. */
static void
show_chooser (GtkFileChooserNative *native, const char *suffix, GObject *owner, SuiviChosenFunc chosen)
{
  g_object_set_data (G_OBJECT (native), "suivi-chosen", (gpointer) chosen);
  g_object_set_data (G_OBJECT (native), "suivi-suffix", (gpointer) suffix);
  g_object_set_data_full (owner, "suivi-chooser", native, g_object_unref);
  g_signal_connect_object (native, "response", G_CALLBACK (response_cb), owner, 0);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (native), TRUE);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (native));
}

/**
 * suivi_choose_to_open:
 * @parent: the window that asks
 * @title: what it asks for
 * @kinds: what may be chosen
 * @owner: keeps the chooser alive; if it goes away, nobody is called
 * @chosen: called when the user chose a file, not when they gave up
 */
void
suivi_choose_to_open (GtkWindow *parent,
                      const char *title,
                      SuiviFileKinds kinds,
                      GObject *owner,
                      SuiviChosenFunc chosen)
{
  GtkFileChooserNative *native = NULL;
  guint n_kinds = 0;

  g_return_if_fail (GTK_IS_WINDOW (parent));
  g_return_if_fail (G_IS_OBJECT (owner));

  native
    = gtk_file_chooser_native_new (title, parent, GTK_FILE_CHOOSER_ACTION_OPEN, _ ("_Open"), _ ("_Cancel"));
  for (gsize i = 0; i < G_N_ELEMENTS (kinds_table); i++)
    n_kinds += (kinds & kinds_table[i].kind) != 0;

  if (n_kinds > 1)
    add_filter (GTK_FILE_CHOOSER (native), _ ("Everything that Suivi opens"), kinds);
  for (gsize i = 0; i < G_N_ELEMENTS (kinds_table); i++)
    {
      if (kinds & kinds_table[i].kind)
        add_filter (GTK_FILE_CHOOSER (native), _ (kinds_table[i].label), kinds_table[i].kind);
    }
  if (kinds & SUIVI_FILE_KIND_LIST)
    add_all_filter (GTK_FILE_CHOOSER (native));
  show_chooser (native, NULL, owner, chosen);
}

/**
 * suivi_choose_to_save:
 * @parent: the window that asks
 * @title: what it asks for
 * @kind: what will be written; its suffix is added where it is missing
 * @name: the name to begin with, suffix included
 * @owner: keeps the chooser alive; if it goes away, nobody is called
 * @chosen: called when the user chose a place, not when they gave up
 *
 * The chooser itself asks before it hands out a file that exists.
 */
void
suivi_choose_to_save (GtkWindow *parent,
                      const char *title,
                      SuiviFileKinds kind,
                      const char *name,
                      GObject *owner,
                      SuiviChosenFunc chosen)
{
  GtkFileChooserNative *native = NULL;
  const char *documents = g_get_user_special_dir (G_USER_DIRECTORY_DOCUMENTS);
  g_autoptr (GFile) folder = g_file_new_for_path (documents != NULL ? documents : g_get_home_dir ());

  g_return_if_fail (GTK_IS_WINDOW (parent));
  g_return_if_fail (G_IS_OBJECT (owner));

  native
    = gtk_file_chooser_native_new (title, parent, GTK_FILE_CHOOSER_ACTION_SAVE, _ ("_Save"), _ ("_Cancel"));
  for (gsize i = 0; i < G_N_ELEMENTS (kinds_table); i++)
    {
      if (kind == kinds_table[i].kind)
        add_filter (GTK_FILE_CHOOSER (native), _ (kinds_table[i].label), kind);
    }
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (native), name);
  gtk_file_chooser_set_current_folder (GTK_FILE_CHOOSER (native), folder, NULL);
  show_chooser (native, get_suffix (kind), owner, chosen);
}

/**
 * suivi_make_file_name:
 * @name: words
 * @suffix: without the dot
 *
 * Returns: (transfer full): a file name made of @name, without characters that file systems mind
 */
char *
suivi_make_file_name (const char *name, const char *suffix)
{
  g_autofree char *clean = NULL;

  g_return_val_if_fail (name != NULL, NULL);
  g_return_val_if_fail (suffix != NULL, NULL);

  clean = g_strdup (name);
  g_strdelimit (clean, "/\\:*?\"<>|\n\t", ' ');
  g_strstrip (clean);
  return g_strconcat (clean[0] != '\0' ? clean : _ ("Untitled"), ".", suffix, NULL);
}

/**
 * suivi_show_error:
 * @parent: the window where it happened
 * @heading: what did not work, in a few words
 * @sentence: why, and what to do
 */
void
suivi_show_error (GtkWindow *parent, const char *heading, const char *sentence)
{
  GtkWidget *dialog = adw_message_dialog_new (parent, heading, sentence);

  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "close", _ ("_Close"));
  gtk_window_present (GTK_WINDOW (dialog));
}
