/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "app/consultation/sealed-field.h"
#include "app/sealing/primary-guard.h"
#include "app/sealing/sealed-window.h"
#include "core/text/text.h"

/* Well below what can be sealed, in characters. */
#define MAX_LENGTH 8000

struct _SuiviSealedField
{
  AdwPreferencesRow parent_instance;

  GtkLabel *title;
  GtkEntry *entry;
  GtkWidget *seal;
  GtkWidget *remove;
  GtkLabel *state;

  char *field;
  char *sealed; /* (nullable): key of what is sealed */
};

G_DEFINE_FINAL_TYPE (SuiviSealedField, suivi_sealed_field, ADW_TYPE_PREFERENCES_ROW)

enum
{
  SIGNAL_SEAL,
  SIGNAL_REMOVE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
seal_cb (SuiviSealedField *self)
{
  if (suivi_sealed_field_has_text (self))
    g_signal_emit (self, signals[SIGNAL_SEAL], 0);
}

static void
remove_cb (SuiviSealedField *self)
{
  g_signal_emit (self, signals[SIGNAL_REMOVE], 0);
}

static void
changed_cb (SuiviSealedField *self)
{
  gtk_widget_set_visible (self->seal, suivi_sealed_field_has_text (self));
}

static void
suivi_sealed_field_finalize (GObject *object)
{
  SuiviSealedField *self = SUIVI_SEALED_FIELD (object);

  g_free (self->field);
  g_free (self->sealed);

  G_OBJECT_CLASS (suivi_sealed_field_parent_class)->finalize (object);
}

static void
suivi_sealed_field_class_init (SuiviSealedFieldClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = suivi_sealed_field_finalize;

  signals[SIGNAL_SEAL]
    = g_signal_new ("seal", SUIVI_TYPE_SEALED_FIELD, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_REMOVE] = g_signal_new ("remove", SUIVI_TYPE_SEALED_FIELD, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                         NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/suivi/Suivi/consultation/sealed-field.ui");
  gtk_widget_class_bind_template_child (widget_class, SuiviSealedField, title);
  gtk_widget_class_bind_template_child (widget_class, SuiviSealedField, entry);
  gtk_widget_class_bind_template_child (widget_class, SuiviSealedField, seal);
  gtk_widget_class_bind_template_child (widget_class, SuiviSealedField, remove);
  gtk_widget_class_bind_template_child (widget_class, SuiviSealedField, state);
  gtk_widget_class_bind_template_callback (widget_class, seal_cb);
  gtk_widget_class_bind_template_callback (widget_class, remove_cb);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
}

static void
suivi_sealed_field_init (SuiviSealedField *self)
{
  g_autoptr (GtkEntryBuffer) buffer = gtk_password_entry_buffer_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  /* It can be seen while it is typed, but stays in memory that is not swapped out; Ctrl+Z must not bring it back. */
  gtk_entry_buffer_set_max_length (buffer, MAX_LENGTH);
  gtk_entry_set_buffer (self->entry, buffer);
  gtk_editable_set_enable_undo (GTK_EDITABLE (self->entry), FALSE);
  suivi_primary_guard_add (GTK_EDITABLE (self->entry));
}

static void
name_for_readers (SuiviSealedField *self, const char *what)
{
  g_autofree char *remove = NULL;
  g_autofree char *seal = NULL;

  /* Translators: for a screen reader, what a button does with what: "Remove: Name" */
  remove = g_strdup_printf (_ ("%s: %s"), gtk_button_get_label (GTK_BUTTON (self->remove)), what);
  seal = g_strdup_printf (_ ("%s: %s"), gtk_button_get_label (GTK_BUTTON (self->seal)), what);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL, what, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->remove), GTK_ACCESSIBLE_PROPERTY_LABEL, remove, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->seal), GTK_ACCESSIBLE_PROPERTY_LABEL, seal, -1);
}

/**
 * suivi_sealed_field_new:
 * @field: "name", "contact", "notes"
 *
 * Returns: (transfer floating): a field in which nothing is sealed
 */
GtkWidget *
suivi_sealed_field_new (const char *field)
{
  SuiviSealedField *self = g_object_new (SUIVI_TYPE_SEALED_FIELD, NULL);

  self->field = g_strdup (field);
  gtk_label_set_label (self->title, suivi_sealed_field_to_label (field));
  name_for_readers (self, suivi_sealed_field_to_label (field));

  return GTK_WIDGET (self);
}

/**
 * suivi_sealed_field_get_field:
 *
 * Returns: what it is: "name"
 */
const char *
suivi_sealed_field_get_field (SuiviSealedField *self)
{
  return self->field;
}

/**
 * suivi_sealed_field_get_sealed:
 *
 * Returns: (nullable): the key of what is sealed
 */
const char *
suivi_sealed_field_get_sealed (SuiviSealedField *self)
{
  return self->sealed;
}

/**
 * suivi_sealed_field_get_entry:
 *
 * Returns: (transfer none): where it is typed
 */
GtkEditable *
suivi_sealed_field_get_entry (SuiviSealedField *self)
{
  return GTK_EDITABLE (self->entry);
}

/**
 * suivi_sealed_field_set_sealed:
 * @info: (nullable): that something is sealed; %NULL: nothing is
 * @readers: who can read it
 * @writable: whether something may be typed
 */
void
suivi_sealed_field_set_sealed (SuiviSealedField *self,
                               const SuiviSealedInfo *info,
                               const char *readers,
                               gboolean writable)
{
  g_autofree char *state = NULL;

  g_free (self->sealed);
  self->sealed = info != NULL ? g_strdup (info->id) : NULL;
  if (info != NULL)
    /* Translators: %s is the name of a person, or of two: "Maria K." */
    state
      = g_strdup_printf (_ ("Sealed · only %s (safeguarding) can read this. Typing replaces it."), readers);
  gtk_label_set_label (self->state, state != NULL ? state : _ ("Nothing is sealed."));
  gtk_widget_set_visible (self->remove, info != NULL);
  gtk_widget_set_sensitive (self->remove, writable);
  gtk_widget_set_sensitive (GTK_WIDGET (self->entry), writable);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  gtk_label_get_label (self->state), -1);
}

/**
 * suivi_sealed_field_has_text:
 *
 * Returns: whether something is typed that is not sealed yet
 */
gboolean
suivi_sealed_field_has_text (SuiviSealedField *self)
{
  return !suivi_text_is_blank (gtk_editable_get_text (GTK_EDITABLE (self->entry)));
}

/**
 * suivi_sealed_field_take:
 *
 * Returns: (transfer full) (nullable): what is typed; the entry is empty afterwards. On failure it stays
 */
SuiviSecret *
suivi_sealed_field_take (SuiviSealedField *self, GError **error)
{
  SuiviSecret *typed = suivi_secret_new_from_text (gtk_editable_get_text (GTK_EDITABLE (self->entry)), error);

  if (typed != NULL)
    gtk_editable_set_text (GTK_EDITABLE (self->entry), "");

  return typed;
}

/**
 * suivi_sealed_field_give_back:
 * @typed: what could not be sealed
 *
 * Puts it back, unless something else was typed meanwhile.
 */
void
suivi_sealed_field_give_back (SuiviSealedField *self, SuiviSecret *typed)
{
  if (!suivi_sealed_field_has_text (self))
    gtk_editable_set_text (GTK_EDITABLE (self->entry), suivi_secret_get_text (typed));
}
