/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "app/sealing/passphrase-entry.h"
#include "app/sealing/primary-guard.h"

/* Longer than any passphrase, and than the recovery words with numbers and commas. */
#define MAX_LENGTH 1024

struct _SuiviPassphraseEntry
{
  GtkBox parent_instance;

  SuiviPassphraseKind kind;
  GtkEditable *editable;
  GtkLevelBar *level; /* (nullable) */
  GtkLabel *hint;     /* (nullable) */
};

G_DEFINE_FINAL_TYPE (SuiviPassphraseEntry, suivi_passphrase_entry, GTK_TYPE_BOX)

enum
{
  SIGNAL_CHANGED,
  SIGNAL_ACTIVATE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* The colour says the same as the words beside it. */
static void
set_colours (GtkLevelBar *level)
{
  gtk_level_bar_remove_offset_value (level, GTK_LEVEL_BAR_OFFSET_LOW);
  gtk_level_bar_remove_offset_value (level, GTK_LEVEL_BAR_OFFSET_HIGH);
  gtk_level_bar_add_offset_value (level, "weak", SUIVI_STRENGTH_WEAK);
  gtk_level_bar_add_offset_value (level, "fair", SUIVI_STRENGTH_FAIR);
  gtk_level_bar_add_offset_value (level, GTK_LEVEL_BAR_OFFSET_FULL, SUIVI_STRENGTH_STRONG);
}

static void
show_strength (SuiviPassphraseEntry *self)
{
  const char *text = gtk_editable_get_text (self->editable);
  SuiviStrength strength = suivi_passphrase_get_strength (text);

  gtk_level_bar_set_value (self->level, strength);
  gtk_label_set_label (self->hint, strength == SUIVI_STRENGTH_NONE
                                     ? _ ("Several words that nobody would guess are best.")
                                     : suivi_strength_to_label (strength));
}

static void
count_words (SuiviPassphraseEntry *self)
{
  const char *text = gtk_editable_get_text (self->editable);
  g_autofree char *hint = NULL;
  gboolean inside = FALSE;
  guint n = 0;

  /* Numbers and commas between the words do not count. */
  for (const char *p = text; *p != '\0'; p++)
    {
      gboolean letter = g_ascii_isalpha (*p);

      n += letter && !inside;
      inside = letter;
    }
  /* Translators: how many of the recovery words are typed: "12 of 18 words" */
  hint = g_strdup_printf (_ ("%u of %u words"), n, (guint) SUIVI_RECOVERY_N_WORDS);
  gtk_label_set_label (self->hint, hint);
}

static void
show_hint (SuiviPassphraseEntry *self)
{
  if (self->kind == SUIVI_PASSPHRASE_NEW)
    show_strength (self);
  else if (self->kind == SUIVI_PASSPHRASE_WORDS)
    count_words (self);
}

static void
changed_cb (SuiviPassphraseEntry *self)
{
  show_hint (self);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
activate_cb (SuiviPassphraseEntry *self)
{
  g_signal_emit (self, signals[SIGNAL_ACTIVATE], 0);
}

static gboolean
suivi_passphrase_entry_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (SUIVI_PASSPHRASE_ENTRY (widget)->editable));
}

static void
suivi_passphrase_entry_class_init (SuiviPassphraseEntryClass *klass)
{
  GTK_WIDGET_CLASS (klass)->grab_focus = suivi_passphrase_entry_grab_focus;

  signals[SIGNAL_CHANGED] = g_signal_new ("changed", SUIVI_TYPE_PASSPHRASE_ENTRY, G_SIGNAL_RUN_LAST, 0, NULL,
                                          NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_ACTIVATE] = g_signal_new ("activate", SUIVI_TYPE_PASSPHRASE_ENTRY, G_SIGNAL_RUN_LAST, 0,
                                           NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
suivi_passphrase_entry_init (SuiviPassphraseEntry *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 6);
}

static void
add_label (SuiviPassphraseEntry *self, const char *title)
{
  GtkWidget *label = gtk_label_new (title);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_mnemonic_widget (GTK_LABEL (label), GTK_WIDGET (self->editable));
  gtk_widget_add_css_class (label, "caption-heading");
  gtk_box_append (GTK_BOX (self), label);
}

static void
add_hint (SuiviPassphraseEntry *self)
{
  self->hint = GTK_LABEL (g_object_new (GTK_TYPE_LABEL, "accessible-role", GTK_ACCESSIBLE_ROLE_STATUS, NULL));
  gtk_label_set_xalign (self->hint, 0);
  gtk_label_set_wrap (self->hint, TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self->hint), "caption");
  gtk_widget_add_css_class (GTK_WIDGET (self->hint), "dim-label");
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->hint));
}

static GtkWidget *
make_editable (SuiviPassphraseKind kind)
{
  g_autoptr (GtkEntryBuffer) buffer = NULL;
  GtkWidget *entry = NULL;

  if (kind != SUIVI_PASSPHRASE_WORDS)
    {
      entry = gtk_password_entry_new ();
      gtk_password_entry_set_show_peek_icon (GTK_PASSWORD_ENTRY (entry), TRUE);
      return entry;
    }

  /* Words are seen while they are typed, but kept like a passphrase. */
  buffer = gtk_password_entry_buffer_new ();
  entry = gtk_entry_new_with_buffer (buffer);
  gtk_entry_set_input_hints (GTK_ENTRY (entry), GTK_INPUT_HINT_NO_SPELLCHECK | GTK_INPUT_HINT_NO_EMOJI
                                                  | GTK_INPUT_HINT_PRIVATE | GTK_INPUT_HINT_LOWERCASE);

  return entry;
}

/**
 * suivi_passphrase_entry_new:
 * @kind: what is typed
 * @title: what it is called
 *
 * Returns: (transfer floating): an empty entry
 */
GtkWidget *
suivi_passphrase_entry_new (SuiviPassphraseKind kind, const char *title)
{
  SuiviPassphraseEntry *self = g_object_new (SUIVI_TYPE_PASSPHRASE_ENTRY, NULL);
  GtkWidget *entry = make_editable (kind);

  self->kind = kind;
  self->editable = GTK_EDITABLE (entry);
  add_label (self, title);
  /* What was typed and taken away must not come back with Ctrl+Z. */
  gtk_editable_set_enable_undo (self->editable, FALSE);
  suivi_primary_guard_add (self->editable);
  g_object_set (gtk_editable_get_delegate (self->editable), "max-length", MAX_LENGTH, NULL);
  gtk_editable_set_max_width_chars (self->editable, 60);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  gtk_box_append (GTK_BOX (self), entry);

  if (kind == SUIVI_PASSPHRASE_NEW)
    {
      self->level = GTK_LEVEL_BAR (gtk_level_bar_new_for_interval (0, SUIVI_STRENGTH_STRONG));
      gtk_level_bar_set_mode (self->level, GTK_LEVEL_BAR_MODE_DISCRETE);
      set_colours (self->level);
      gtk_widget_add_css_class (GTK_WIDGET (self->level), "strength");
      gtk_accessible_update_property (GTK_ACCESSIBLE (self->level), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                      _ ("Strength"), -1);
      gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->level));
    }
  if (kind != SUIVI_PASSPHRASE_OLD)
    add_hint (self);
  show_hint (self);
  g_signal_connect_object (entry, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (entry, "activate", G_CALLBACK (activate_cb), self, G_CONNECT_SWAPPED);

  return GTK_WIDGET (self);
}

/**
 * suivi_passphrase_entry_get_editable:
 *
 * Returns: (transfer none): where it is typed
 */
GtkEditable *
suivi_passphrase_entry_get_editable (SuiviPassphraseEntry *self)
{
  g_return_val_if_fail (SUIVI_IS_PASSPHRASE_ENTRY (self), NULL);

  return self->editable;
}

/**
 * suivi_passphrase_entry_is_empty:
 *
 * Returns: whether nothing is typed
 */
gboolean
suivi_passphrase_entry_is_empty (SuiviPassphraseEntry *self)
{
  g_return_val_if_fail (SUIVI_IS_PASSPHRASE_ENTRY (self), TRUE);

  return *gtk_editable_get_text (self->editable) == '\0';
}

/**
 * suivi_passphrase_entry_equal:
 *
 * Returns: whether the same is typed into both
 */
gboolean
suivi_passphrase_entry_equal (SuiviPassphraseEntry *self, SuiviPassphraseEntry *other)
{
  g_return_val_if_fail (SUIVI_IS_PASSPHRASE_ENTRY (self), FALSE);
  g_return_val_if_fail (SUIVI_IS_PASSPHRASE_ENTRY (other), FALSE);

  return g_str_equal (gtk_editable_get_text (self->editable), gtk_editable_get_text (other->editable));
}

static void
answered_cb (GtkWindow *window, const char *response, AdwMessageDialog *question)
{
  SuiviPassphraseAccepted accepted
    = (SuiviPassphraseAccepted) g_object_get_data (G_OBJECT (question), "suivi-accepted");

  if (g_str_equal (response, "use"))
    accepted (window);
}

/**
 * suivi_passphrase_entry_ask_weak:
 * @window: the window that it stands in
 * @accepted: called when the passphrase may be used
 *
 * Asks whether a weak passphrase shall be used all the same. If it is none, @accepted is called at once.
 */
void
suivi_passphrase_entry_ask_weak (SuiviPassphraseEntry *self,
                                 GtkWindow *window,
                                 SuiviPassphraseAccepted accepted)
{
  GtkWidget *widget = NULL;
  AdwMessageDialog *question = NULL;

  g_return_if_fail (SUIVI_IS_PASSPHRASE_ENTRY (self));

  if (suivi_passphrase_get_strength (gtk_editable_get_text (self->editable)) > SUIVI_STRENGTH_WEAK)
    {
      accepted (window);
      return;
    }

  widget
    = adw_message_dialog_new (window, _ ("This passphrase is weak"),
                              _ ("Whoever gets a copy of the file could find it out within days, and read "
                                 "the names of children. Use it anyway?"));
  question = ADW_MESSAGE_DIALOG (widget);
  adw_message_dialog_add_responses (question, "change", _ ("_Choose another"), "use", _ ("_Use it anyway"),
                                    NULL);
  adw_message_dialog_set_response_appearance (question, "use", ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_default_response (question, "change");
  adw_message_dialog_set_close_response (question, "change");
  g_object_set_data (G_OBJECT (question), "suivi-accepted", (gpointer) accepted);
  g_signal_connect_object (question, "response", G_CALLBACK (answered_cb), window, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (question));
}

/**
 * suivi_passphrase_entry_copy:
 *
 * Returns: (transfer full) (nullable): what is typed; it stays in the entry
 */
SuiviSecret *
suivi_passphrase_entry_copy (SuiviPassphraseEntry *self, GError **error)
{
  g_return_val_if_fail (SUIVI_IS_PASSPHRASE_ENTRY (self), NULL);

  return suivi_secret_new_from_text (gtk_editable_get_text (self->editable), error);
}

/**
 * suivi_passphrase_entry_take:
 *
 * Returns: (transfer full) (nullable): what was typed; the entry is empty afterwards, whatever happens
 */
SuiviSecret *
suivi_passphrase_entry_take (SuiviPassphraseEntry *self, GError **error)
{
  SuiviSecret *secret = suivi_passphrase_entry_copy (self, error);

  suivi_passphrase_entry_clear (self);

  return secret;
}

/**
 * suivi_passphrase_entry_clear:
 *
 * Forgets what was typed.
 */
void
suivi_passphrase_entry_clear (SuiviPassphraseEntry *self)
{
  g_return_if_fail (SUIVI_IS_PASSPHRASE_ENTRY (self));

  gtk_editable_set_text (self->editable, "");
}
