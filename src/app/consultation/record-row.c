/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "app/consultation/record-row.h"

typedef struct
{
  SuiviRecordForm *form; /* (owned) (nullable) */
  GtkWidget *remove;
  char *id; /* (nullable) */
} SuiviRecordRowPrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (SuiviRecordRow, suivi_record_row, ADW_TYPE_EXPANDER_ROW)

enum
{
  SIGNAL_EDITED,
  SIGNAL_REMOVE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
edited_cb (SuiviRecordRow *self, SuiviRecordForm *form)
{
  const SuiviRecordType *type = suivi_record_form_get_record_type (form);
  gpointer record = suivi_record_form_get_record (form);

  g_signal_emit (self, signals[SIGNAL_EDITED], 0, record);
  suivi_record_free (type, record);
}

static void
remove_clicked_cb (SuiviRecordRow *self)
{
  SuiviRecordRowPrivate *priv = suivi_record_row_get_instance_private (self);

  /* Undo shall bring back what was typed last, too. */
  suivi_record_row_flush (self);
  g_signal_emit (self, signals[SIGNAL_REMOVE], 0, priv->id);
}

static void
suivi_record_row_dispose (GObject *object)
{
  SuiviRecordRowPrivate *priv = suivi_record_row_get_instance_private (SUIVI_RECORD_ROW (object));

  g_clear_object (&priv->form);
  g_clear_pointer (&priv->id, g_free);

  G_OBJECT_CLASS (suivi_record_row_parent_class)->dispose (object);
}

static void
suivi_record_row_class_init (SuiviRecordRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = suivi_record_row_dispose;

  signals[SIGNAL_EDITED] = g_signal_new ("edited", SUIVI_TYPE_RECORD_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                         NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);
  signals[SIGNAL_REMOVE] = g_signal_new ("remove", SUIVI_TYPE_RECORD_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                         NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
suivi_record_row_init (SuiviRecordRow *self)
{
  SuiviRecordRowPrivate *priv = suivi_record_row_get_instance_private (self);

  /* Names are not markup. */
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self), FALSE);
  priv->remove = gtk_button_new_from_icon_name ("user-trash-symbolic");
  gtk_widget_set_valign (priv->remove, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (priv->remove, "flat");
  gtk_widget_set_tooltip_text (priv->remove, _ ("Remove"));
  g_signal_connect_object (priv->remove, "clicked", G_CALLBACK (remove_clicked_cb), self, G_CONNECT_SWAPPED);
  adw_expander_row_add_action (ADW_EXPANDER_ROW (self), priv->remove);
}

/**
 * suivi_record_row_make_form:
 *
 * To be called once, by the row itself, which then binds its fields.
 *
 * Returns: (transfer none): the form
 */
SuiviRecordForm *
suivi_record_row_make_form (SuiviRecordRow *self, const SuiviRecordType *type)
{
  SuiviRecordRowPrivate *priv = suivi_record_row_get_instance_private (self);

  g_return_val_if_fail (priv->form == NULL, priv->form);

  priv->form = suivi_record_form_new (type);
  g_signal_connect_object (priv->form, "edited", G_CALLBACK (edited_cb), self, G_CONNECT_SWAPPED);

  return priv->form;
}

/**
 * suivi_record_row_set_words:
 * @title: what the row is about
 * @subtitle: more about it, or what is missing
 *
 * To be called by the row itself when it describes its record.
 */
void
suivi_record_row_set_words (SuiviRecordRow *self, const char *title, const char *subtitle)
{
  SuiviRecordRowPrivate *priv = suivi_record_row_get_instance_private (self);
  /* Translators: %s is what is removed, for example a name */
  g_autofree char *name = g_strdup_printf (_ ("Remove: %s"), title);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), title);
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (self), subtitle);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (priv->remove), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

/**
 * suivi_record_row_show:
 * @record: a record of the type of the row
 * @writable: whether it may be changed
 *
 * Shows the record; what is being typed stays.
 */
void
suivi_record_row_show (SuiviRecordRow *self, gconstpointer record, gboolean writable)
{
  SuiviRecordRowPrivate *priv = suivi_record_row_get_instance_private (self);
  const SuiviRecordType *type = suivi_record_form_get_record_type (priv->form);

  /* The key is the first field. */
  g_free (priv->id);
  priv->id = g_strdup (*(char *const *) ((const char *) record + type->fields[0].offset));
  suivi_record_form_set_record (priv->form, record, writable);
  gtk_widget_set_visible (priv->remove, writable);
  SUIVI_RECORD_ROW_GET_CLASS (self)->describe (self, record);
}

/**
 * suivi_record_row_get_id:
 *
 * Returns: (nullable): the key of the record that is shown
 */
const char *
suivi_record_row_get_id (SuiviRecordRow *self)
{
  SuiviRecordRowPrivate *priv = suivi_record_row_get_instance_private (self);

  return priv->id;
}

/**
 * suivi_record_row_flush:
 *
 * Announces at once what was typed and is not announced yet.
 */
void
suivi_record_row_flush (SuiviRecordRow *self)
{
  SuiviRecordRowPrivate *priv = suivi_record_row_get_instance_private (self);

  suivi_record_form_flush (priv->form);
}
