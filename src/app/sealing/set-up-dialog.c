/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "app/drafting/panel-widgets.h"
#include "app/sealing/passphrase-entry.h"
#include "app/sealing/place-chooser.h"
#include "app/sealing/secret-view.h"
#include "app/sealing/set-up-dialog.h"
#include "core/text/text.h"
#include "exchange/recovery-sheet.h"

struct _SuiviSetUpDialog
{
  SuiviSealingDialog parent_instance;

  SuiviSetUpPurpose purpose;
  enum
  {
    PAGE_WHO,
    PAGE_PASSPHRASE,
    PAGE_SHEET,
  } page;

  /* Fields of the page that is shown; %NULL else. */
  AdwEntryRow *name_row;
  SuiviPassphraseEntry *first;
  SuiviPassphraseEntry *again;
  SuiviSecretView *suggestion;
  SuiviSecretView *words;
  GtkWidget *show_again;
  GtkLabel *saved;
  SuiviPassphraseEntry *typed;

  char *name;
  SuiviHolderDraft *draft; /* (owned) (nullable): from the second page on */
};

G_DEFINE_FINAL_TYPE (SuiviSetUpDialog, suivi_set_up_dialog, SUIVI_TYPE_SEALING_DIALOG)

static void show_page (SuiviSetUpDialog *self);

/* --- On the workspace's thread ----------------------------------------------------------------------------- */

typedef struct
{
  SuiviSetUpPurpose purpose;
  char *name;
  char *path;
  SuiviSecret *secret;
  SuiviVaultKey *key;      /* (nullable) */
  SuiviHolderDraft *draft; /* (unowned): of the dialog, which cannot be closed meanwhile */
} Job;

static void
free_job (Job *self)
{
  g_free (self->name);
  g_free (self->path);
  g_clear_pointer (&self->secret, suivi_secret_unref);
  g_clear_pointer (&self->key, suivi_vault_key_unref);
  g_free (self);
}

static gpointer
make_draft (SuiviStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  Job *job = data;

  return suivi_holder_draft_new (job->name, job->secret, error);
}

static gpointer
write_sheet (SuiviStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  Job *job = data;
  g_autofree char *workspace_name = g_path_get_basename (suivi_store_get_path (store));

  suivi_recovery_sheet_write (job->path, workspace_name, job->name, job->secret, error);

  return NULL;
}

static gpointer
finish (SuiviStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  Job *job = data;

  if (!suivi_holder_draft_confirm (job->draft, job->secret, error))
    return NULL;

  switch (job->purpose)
    {
    case SUIVI_SET_UP_FIRST:
      suivi_store_set_up_vault (store, job->draft, error);
      break;
    case SUIVI_SET_UP_SECOND:
      suivi_store_add_holder (store, job->key, job->draft, error);
      break;
    case SUIVI_SET_UP_SUCCESSOR:
    default:
      suivi_store_hand_over (store, job->key, job->draft, error);
      break;
    }

  return NULL;
}

/* --- Who --------------------------------------------------------------------------------------------------- */

static void
accept_cb (SuiviSetUpDialog *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "sealing.accept", NULL);
}

static const char *
get_introduction (SuiviSetUpDialog *self)
{
  switch (self->purpose)
    {
    case SUIVI_SET_UP_FIRST:
      return _ ("Names, contacts and signed forms of children are sealed for the safeguarding focal point: "
                "whoever records can add and replace them, but only she or he can read them.");
    case SUIVI_SET_UP_SECOND:
      return _ (
        "A second person can open all that is sealed, too, with a passphrase of her or his own: so that "
        "nothing is lost when the focal point cannot be reached.");
    case SUIVI_SET_UP_SUCCESSOR:
    default:
      return _ ("All that is sealed is sealed anew for the successor. Whoever could open it until now cannot "
                "open it in this workspace any more; older copies of the file stay as they are.");
    }
}

static void
show_who (SuiviSetUpDialog *self)
{
  SuiviSealingDialog *dialog = SUIVI_SEALING_DIALOG (self);
  GtkWidget *group = adw_preferences_group_new ();

  suivi_sealing_dialog_add_text (dialog, get_introduction (self));
  self->name_row = ADW_ENTRY_ROW (adw_entry_row_new ());
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->name_row), _ ("Name of the person"));
  gtk_editable_set_text (GTK_EDITABLE (self->name_row), self->name != NULL ? self->name : "");
  g_signal_connect_object (self->name_row, "entry-activated", G_CALLBACK (accept_cb), self,
                           G_CONNECT_SWAPPED);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), GTK_WIDGET (self->name_row));
  suivi_sealing_dialog_add (dialog, group);
  suivi_sealing_dialog_add_text (
    dialog,
    _ ("She or he should sit at this computer now: the passphrase on the next page is theirs alone."));
  suivi_sealing_dialog_set_action (dialog, _ ("Next"));
  gtk_widget_grab_focus (GTK_WIDGET (self->name_row));
}

static void
accept_who (SuiviSetUpDialog *self)
{
  g_autofree char *name = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->name_row))));

  if (suivi_text_is_blank (name))
    {
      suivi_sealing_dialog_fail (SUIVI_SEALING_DIALOG (self), _ ("Type the name of the person first."));
      gtk_widget_grab_focus (GTK_WIDGET (self->name_row));
      return;
    }
  g_free (self->name);
  self->name = g_steal_pointer (&name);
  self->page = PAGE_PASSPHRASE;
  show_page (self);
}

/* --- The passphrase ---------------------------------------------------------------------------------------- */

static void
suggest_cb (SuiviSetUpDialog *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SuiviSecret) suggestion = suivi_passphrase_suggest (&error);

  if (suggestion == NULL)
    {
      suivi_sealing_dialog_fail (SUIVI_SEALING_DIALOG (self), error->message);
      return;
    }
  suivi_secret_view_set_secret (self->suggestion, suggestion);
  gtk_widget_set_visible (GTK_WIDGET (self->suggestion), TRUE);
}

static void
back_cb (SuiviSetUpDialog *self)
{
  /* From the sheet: with it goes what its words would open. */
  g_clear_pointer (&self->draft, suivi_holder_draft_free);
  self->page = self->page == PAGE_SHEET ? PAGE_PASSPHRASE : PAGE_WHO;
  show_page (self);
}

static void
add_back (SuiviSetUpDialog *self)
{
  GtkWidget *back = gtk_button_new_with_label (_ ("Back"));

  gtk_widget_set_halign (back, GTK_ALIGN_START);
  g_signal_connect_object (back, "clicked", G_CALLBACK (back_cb), self, G_CONNECT_SWAPPED);
  suivi_sealing_dialog_add (SUIVI_SEALING_DIALOG (self), back);
}

static void
show_passphrase (SuiviSetUpDialog *self)
{
  SuiviSealingDialog *dialog = SUIVI_SEALING_DIALOG (self);
  GtkWidget *button = gtk_button_new_with_label (_ ("Suggest one"));

  suivi_sealing_dialog_add_text (
    dialog,
    _ ("The passphrase opens all that is sealed. Nobody can look it up or send it to you again, not even "
       "who made Suivi."));
  self->first = SUIVI_PASSPHRASE_ENTRY (suivi_passphrase_entry_new (SUIVI_PASSPHRASE_NEW, _ ("Passphrase")));
  self->again = SUIVI_PASSPHRASE_ENTRY (suivi_passphrase_entry_new (SUIVI_PASSPHRASE_OLD, _ ("Once more")));
  g_signal_connect_object (self->again, "activate", G_CALLBACK (accept_cb), self, G_CONNECT_SWAPPED);
  suivi_sealing_dialog_add (dialog, GTK_WIDGET (self->first));
  suivi_sealing_dialog_add (dialog, GTK_WIDGET (self->again));

  gtk_widget_set_halign (button, GTK_ALIGN_START);
  g_signal_connect_object (button, "clicked", G_CALLBACK (suggest_cb), self, G_CONNECT_SWAPPED);
  suivi_sealing_dialog_add (dialog, button);
  self->suggestion = SUIVI_SECRET_VIEW (suivi_secret_view_new (_ ("Suggestion")));
  gtk_widget_add_css_class (GTK_WIDGET (self->suggestion), "title-4");
  gtk_widget_set_visible (GTK_WIDGET (self->suggestion), FALSE);
  suivi_sealing_dialog_add (dialog, GTK_WIDGET (self->suggestion));
  add_back (self);
  suivi_sealing_dialog_set_action (dialog, _ ("Next"));
  gtk_widget_grab_focus (GTK_WIDGET (self->first));
}

static void
drafted_cb (SuiviSealingDialog *dialog, gpointer result)
{
  SuiviSetUpDialog *self = SUIVI_SET_UP_DIALOG (dialog);

  g_clear_pointer (&self->draft, suivi_holder_draft_free);
  self->draft = result;
  self->page = PAGE_SHEET;
  show_page (self);
}

static void
take_passphrase (GtkWindow *window)
{
  SuiviSetUpDialog *self = SUIVI_SET_UP_DIALOG (window);
  SuiviSealingDialog *dialog = SUIVI_SEALING_DIALOG (self);
  g_autoptr (GError) error = NULL;
  g_autoptr (SuiviSecret) passphrase = suivi_passphrase_entry_take (self->first, &error);
  Job *job = NULL;

  suivi_passphrase_entry_clear (self->again);
  suivi_secret_view_set_secret (self->suggestion, NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->suggestion), FALSE);
  if (passphrase == NULL)
    {
      suivi_sealing_dialog_fail (dialog, error->message);
      return;
    }

  job = g_new0 (Job, 1);
  job->name = g_strdup (self->name);
  job->secret = g_steal_pointer (&passphrase);
  suivi_sealing_dialog_run (dialog, make_draft, job, (GDestroyNotify) free_job,
                            (GDestroyNotify) suivi_holder_draft_free, drafted_cb);
}

static void
accept_passphrase (SuiviSetUpDialog *self)
{
  SuiviSealingDialog *dialog = SUIVI_SEALING_DIALOG (self);

  if (suivi_passphrase_entry_is_empty (self->first))
    {
      suivi_sealing_dialog_fail (dialog, _ ("Type a passphrase first."));
      gtk_widget_grab_focus (GTK_WIDGET (self->first));
      return;
    }
  if (!suivi_passphrase_entry_equal (self->first, self->again))
    {
      suivi_passphrase_entry_clear (self->again);
      suivi_sealing_dialog_fail (dialog, _ ("The two are not the same: type the passphrase once more."));
      gtk_widget_grab_focus (GTK_WIDGET (self->again));
      return;
    }
  suivi_passphrase_entry_ask_weak (self->first, GTK_WINDOW (self), take_passphrase);
}

/* --- The recovery sheet ------------------------------------------------------------------------------------ */

static void
written_cb (SuiviSealingDialog *dialog, gpointer result)
{
  SuiviSetUpDialog *self = SUIVI_SET_UP_DIALOG (dialog);

  gtk_label_set_label (self->saved,
                       _ ("Saved. Print it now, then delete the file: it opens everything, and belongs "
                          "on paper in a locked place, not on this computer."));
  gtk_widget_set_visible (GTK_WIDGET (self->saved), TRUE);
}

static void
place_chosen_cb (GObject *owner, GFile *file)
{
  SuiviSetUpDialog *self = SUIVI_SET_UP_DIALOG (owner);
  g_autofree char *path = g_file_get_path (file);
  Job *job = NULL;

  if (self->draft == NULL)
    return;
  if (path == NULL)
    {
      suivi_sealing_dialog_fail (
        SUIVI_SEALING_DIALOG (self),
        _ ("The sheet can only be saved in a folder of this computer or of a drive."));
      return;
    }

  job = g_new0 (Job, 1);
  job->path = g_steal_pointer (&path);
  job->name = g_strdup (self->name);
  job->secret = suivi_secret_ref (suivi_holder_draft_get_words (self->draft));
  suivi_sealing_dialog_run (SUIVI_SEALING_DIALOG (self), write_sheet, job, (GDestroyNotify) free_job, NULL,
                            written_cb);
}

static void
save_cb (SuiviSetUpDialog *self)
{
  /* Translators: name of a file */
  g_autofree char *name = suivi_make_file_name (_ ("Recovery sheet"), "pdf");

  suivi_choose_place (GTK_WINDOW (self), _ ("Save the recovery sheet"), name, G_OBJECT (self),
                      place_chosen_cb);
}

static void
show_words (SuiviSetUpDialog *self, gboolean shown)
{
  suivi_secret_view_set_words (self->words, shown ? suivi_holder_draft_get_words (self->draft) : NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->words), shown);
  gtk_widget_set_visible (self->show_again, !shown);
}

static void
show_again_cb (SuiviSetUpDialog *self)
{
  show_words (self, TRUE);
}

/* She types them from her sheet: what can be copied from the screen proves nothing. */
static void
typed_cb (SuiviSetUpDialog *self)
{
  if (!suivi_passphrase_entry_is_empty (self->typed) && gtk_widget_get_visible (GTK_WIDGET (self->words)))
    show_words (self, FALSE);
}

static void
add_words (SuiviSetUpDialog *self)
{
  SuiviSealingDialog *dialog = SUIVI_SEALING_DIALOG (self);

  self->words = SUIVI_SECRET_VIEW (suivi_secret_view_new (_ ("Recovery words")));
  suivi_sealing_dialog_add (dialog, GTK_WIDGET (self->words));
  self->show_again = gtk_button_new_with_label (_ ("Show the words again"));
  gtk_widget_set_halign (self->show_again, GTK_ALIGN_START);
  g_signal_connect_object (self->show_again, "clicked", G_CALLBACK (show_again_cb), self, G_CONNECT_SWAPPED);
  suivi_sealing_dialog_add (dialog, self->show_again);
}

static void
show_sheet (SuiviSetUpDialog *self)
{
  SuiviSealingDialog *dialog = SUIVI_SEALING_DIALOG (self);
  GtkWidget *button = gtk_button_new_with_label (_ ("Print or save…"));

  suivi_sealing_dialog_add_text (dialog, _ ("These 18 words open everything if the passphrase is forgotten. "
                                            "Write them on paper, or print them, and "
                                            "keep the sheet in a locked place."));
  add_words (self);
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  g_signal_connect_object (button, "clicked", G_CALLBACK (save_cb), self, G_CONNECT_SWAPPED);
  suivi_sealing_dialog_add (dialog, button);
  self->saved = GTK_LABEL (suivi_sealing_dialog_add_text (dialog, ""));
  gtk_widget_set_visible (GTK_WIDGET (self->saved), FALSE);
  self->typed = SUIVI_PASSPHRASE_ENTRY (
    suivi_passphrase_entry_new (SUIVI_PASSPHRASE_WORDS, _ ("Type the 18 words from your sheet")));
  g_signal_connect_object (self->typed, "changed", G_CALLBACK (typed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->typed, "activate", G_CALLBACK (accept_cb), self, G_CONNECT_SWAPPED);
  suivi_sealing_dialog_add (dialog, GTK_WIDGET (self->typed));
  suivi_sealing_dialog_add_text (
    dialog, _ ("If you go back, there will be new words: a sheet with these ones must be destroyed then."));
  add_back (self);
  suivi_sealing_dialog_set_action (dialog, _ ("Finish"));
  show_words (self, TRUE);
  /* Not into the entry: first the words are read. */
  gtk_widget_grab_focus (GTK_WIDGET (self->words));
}

static void
finished_cb (SuiviSealingDialog *dialog, gpointer result)
{
  SuiviVaultKeeper *keeper = suivi_sealing_dialog_get_keeper (dialog);

  /* After a handover the key that was unlocked opens nothing any more. */
  if (SUIVI_SET_UP_DIALOG (dialog)->purpose == SUIVI_SET_UP_SUCCESSOR)
    suivi_vault_keeper_lock (keeper);
  suivi_vault_keeper_refresh (keeper);
  gtk_window_destroy (GTK_WINDOW (dialog));
}

static void
accept_sheet (SuiviSetUpDialog *self)
{
  SuiviSealingDialog *dialog = SUIVI_SEALING_DIALOG (self);
  SuiviVaultKey *key = suivi_vault_keeper_get_key (suivi_sealing_dialog_get_keeper (dialog));
  g_autoptr (GError) error = NULL;
  g_autoptr (SuiviSecret) words = NULL;
  Job *job = NULL;

  if (suivi_passphrase_entry_is_empty (self->typed))
    {
      suivi_sealing_dialog_fail (dialog,
                                 _ ("Type the 18 words from your sheet: this shows that the sheet is right "
                                    "before everything depends on it."));
      gtk_widget_grab_focus (GTK_WIDGET (self->typed));
      return;
    }
  if (key == NULL && self->purpose != SUIVI_SET_UP_FIRST)
    {
      suivi_sealing_dialog_fail (dialog, _ ("It was locked meanwhile. Cancel, unlock again and start over."));
      return;
    }
  /* The words stay in the entry, so that one wrong word can be mended; they go with the dialog. */
  words = suivi_passphrase_entry_copy (self->typed, &error);
  if (words == NULL)
    {
      suivi_sealing_dialog_fail (dialog, error->message);
      return;
    }

  job = g_new0 (Job, 1);
  job->purpose = self->purpose;
  job->secret = g_steal_pointer (&words);
  job->key = key != NULL ? suivi_vault_key_ref (key) : NULL;
  job->draft = self->draft;
  suivi_sealing_dialog_run (dialog, finish, job, (GDestroyNotify) free_job, NULL, finished_cb);
}

/* --- The dialog -------------------------------------------------------------------------------------------- */

static void
show_page (SuiviSetUpDialog *self)
{
  suivi_sealing_dialog_clear (SUIVI_SEALING_DIALOG (self));
  switch (self->page)
    {
    case PAGE_WHO:
      show_who (self);
      break;
    case PAGE_PASSPHRASE:
      show_passphrase (self);
      break;
    case PAGE_SHEET:
    default:
      show_sheet (self);
      break;
    }
}

static void
suivi_set_up_dialog_accept (SuiviSealingDialog *dialog)
{
  SuiviSetUpDialog *self = SUIVI_SET_UP_DIALOG (dialog);

  switch (self->page)
    {
    case PAGE_WHO:
      accept_who (self);
      break;
    case PAGE_PASSPHRASE:
      accept_passphrase (self);
      break;
    case PAGE_SHEET:
    default:
      accept_sheet (self);
      break;
    }
}

static void
give_up (GtkWindow *window)
{
  g_clear_pointer (&SUIVI_SET_UP_DIALOG (window)->draft, suivi_holder_draft_free);
}

/* Once there is a sheet, somebody may have printed it: she is asked before it becomes worthless. */
static gboolean
suivi_set_up_dialog_close_request (GtkWindow *window)
{
  if (SUIVI_SET_UP_DIALOG (window)->draft == NULL
      || suivi_sealing_dialog_is_busy (SUIVI_SEALING_DIALOG (window)))
    return GTK_WINDOW_CLASS (suivi_set_up_dialog_parent_class)->close_request (window);

  suivi_panel_ask_discard (window, give_up);

  return TRUE;
}

static void
suivi_set_up_dialog_finalize (GObject *object)
{
  SuiviSetUpDialog *self = SUIVI_SET_UP_DIALOG (object);

  g_clear_pointer (&self->draft, suivi_holder_draft_free);
  g_free (self->name);

  G_OBJECT_CLASS (suivi_set_up_dialog_parent_class)->finalize (object);
}

static void
suivi_set_up_dialog_class_init (SuiviSetUpDialogClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = suivi_set_up_dialog_finalize;
  GTK_WINDOW_CLASS (klass)->close_request = suivi_set_up_dialog_close_request;
  SUIVI_SEALING_DIALOG_CLASS (klass)->accept = suivi_set_up_dialog_accept;
}

static void
suivi_set_up_dialog_init (SuiviSetUpDialog *self)
{
}

/**
 * suivi_set_up_dialog_new:
 * @parent: (nullable): the window that it belongs to
 * @keeper: of the workspace; unlocked, but for %SUIVI_SET_UP_FIRST
 * @purpose: who is set up
 *
 * Returns: (transfer none): a dialog, not shown yet
 */
GtkWindow *
suivi_set_up_dialog_new (GtkWindow *parent, SuiviVaultKeeper *keeper, SuiviSetUpPurpose purpose)
{
  SuiviSetUpDialog *self = g_object_new (SUIVI_TYPE_SET_UP_DIALOG, NULL);
  const char *const titles[] = {
    [SUIVI_SET_UP_FIRST] = _ ("Set up the focal point"),
    [SUIVI_SET_UP_SECOND] = _ ("Add a second person"),
    [SUIVI_SET_UP_SUCCESSOR] = _ ("Hand over"),
  };

  suivi_sealing_dialog_set_up (SUIVI_SEALING_DIALOG (self), parent, keeper, titles[purpose], _ ("Next"));
  self->purpose = purpose;
  show_page (self);

  return GTK_WINDOW (self);
}
