/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "store/seal.h"

G_BEGIN_DECLS

/**
 * SuiviPassphraseKind:
 * @SUIVI_PASSPHRASE_OLD: one that exists
 * @SUIVI_PASSPHRASE_NEW: one that is being made up: its strength is shown
 * @SUIVI_PASSPHRASE_WORDS: recovery words, typed from the sheet: they can be seen, and are counted
 *
 * What is typed.
 */
typedef enum
{
  SUIVI_PASSPHRASE_OLD,
  SUIVI_PASSPHRASE_NEW,
  SUIVI_PASSPHRASE_WORDS,
} SuiviPassphraseKind;

/**
 * SuiviPassphraseAccepted:
 * @window: where the passphrase is typed
 *
 * The passphrase is strong enough, or the user wants it all the same.
 */
typedef void (*SuiviPassphraseAccepted) (GtkWindow *window);

/**
 * SuiviPassphraseEntry:
 *
 * An entry for what opens something. What is typed stays in memory that is not swapped out, and leaves the entry as a
 * #SuiviSecret.
 *
 * Signals: "changed" (), "activate" ().
 */
#define SUIVI_TYPE_PASSPHRASE_ENTRY (suivi_passphrase_entry_get_type ())
G_DECLARE_FINAL_TYPE (SuiviPassphraseEntry, suivi_passphrase_entry, SUIVI, PASSPHRASE_ENTRY, GtkBox)

GtkWidget   *suivi_passphrase_entry_new      (SuiviPassphraseKind    kind,
                                              const char            *title);
GtkEditable *suivi_passphrase_entry_get_editable (SuiviPassphraseEntry *self);
gboolean     suivi_passphrase_entry_is_empty (SuiviPassphraseEntry  *self);
gboolean     suivi_passphrase_entry_equal    (SuiviPassphraseEntry  *self,
                                              SuiviPassphraseEntry  *other);
void         suivi_passphrase_entry_ask_weak (SuiviPassphraseEntry  *self,
                                              GtkWindow             *window,
                                              SuiviPassphraseAccepted accepted);
SuiviSecret *suivi_passphrase_entry_copy     (SuiviPassphraseEntry  *self,
                                              GError               **error);
SuiviSecret *suivi_passphrase_entry_take     (SuiviPassphraseEntry  *self,
                                              GError               **error);
void         suivi_passphrase_entry_clear    (SuiviPassphraseEntry  *self);

G_END_DECLS
