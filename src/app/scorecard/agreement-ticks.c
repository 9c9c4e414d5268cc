/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/scorecard/agreement-ticks.h"

#include <glib/gi18n-lib.h>

#include "core/text/text.h"

struct _SuiviAgreementTicks
{
  AdwPreferencesGroup parent_instance;

  GPtrArray *items; /* (owned) (element-type Item) */
  GtkWidget *more;  /* (nullable): where another one is typed; the last row */
  gboolean filling;
};

G_DEFINE_FINAL_TYPE (SuiviAgreementTicks, suivi_agreement_ticks, ADW_TYPE_PREFERENCES_GROUP)

typedef struct
{
  char *key;
  char *folded;
  GtkCheckButton *check; /* (unowned): its row lives in the group */
} Item;

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
free_item (gpointer data)
{
  Item *item = data;

  g_free (item->key);
  g_free (item->folded);
  g_free (item);
}

static void
changed_cb (SuiviAgreementTicks *self)
{
  if (!self->filling)
    g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static Item *
find_item (SuiviAgreementTicks *self, const char *key)
{
  g_autofree char *folded = suivi_text_fold (key);

  for (guint i = 0; i < self->items->len; i++)
    {
      Item *item = g_ptr_array_index (self->items, i);

      if (g_str_equal (item->folded, folded))
        return item;
    }

  return NULL;
}

static char *
dup_typed (SuiviAgreementTicks *self)
{
  g_autofree char *typed
    = self->more != NULL ? g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->more))) : NULL;

  return suivi_text_is_blank (typed) ? NULL : g_strstrip (g_steal_pointer (&typed));
}

static void
apply_cb (SuiviAgreementTicks *self)
{
  g_autofree char *typed = dup_typed (self);

  if (typed == NULL)
    return;

  self->filling = TRUE;
  suivi_agreement_ticks_tick (self, typed);
  gtk_editable_set_text (GTK_EDITABLE (self->more), "");
  self->filling = FALSE;
  changed_cb (self);
}

/* Most often, all who were there agreed. */
static void
all_clicked_cb (SuiviAgreementTicks *self)
{
  self->filling = TRUE;
  for (guint i = 0; i < self->items->len; i++)
    gtk_check_button_set_active (((Item *) g_ptr_array_index (self->items, i))->check, TRUE);
  self->filling = FALSE;
  changed_cb (self);
}

static void
suivi_agreement_ticks_finalize (GObject *object)
{
  g_ptr_array_unref (SUIVI_AGREEMENT_TICKS (object)->items);

  G_OBJECT_CLASS (suivi_agreement_ticks_parent_class)->finalize (object);
}

static void
suivi_agreement_ticks_class_init (SuiviAgreementTicksClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = suivi_agreement_ticks_finalize;

  signals[SIGNAL_CHANGED] = g_signal_new ("changed", SUIVI_TYPE_AGREEMENT_TICKS, G_SIGNAL_RUN_LAST, 0, NULL,
                                          NULL, NULL, G_TYPE_NONE, 0);
}

static void
suivi_agreement_ticks_init (SuiviAgreementTicks *self)
{
  /* Translators: a button that ticks all rows of a list */
  GtkWidget *all = gtk_button_new_with_label (_ ("Tick all"));

  self->items = g_ptr_array_new_with_free_func (free_item);
  gtk_widget_add_css_class (all, "flat");
  g_signal_connect_object (all, "clicked", G_CALLBACK (all_clicked_cb), self, G_CONNECT_SWAPPED);
  adw_preferences_group_set_header_suffix (ADW_PREFERENCES_GROUP (self), all);
}

/**
 * suivi_agreement_ticks_allow_more:
 * @title: of the row where another one can be typed
 *
 * Lets the user add to the list. What is typed counts even before it is added.
 */
void
suivi_agreement_ticks_allow_more (SuiviAgreementTicks *self, const char *title)
{
  g_return_if_fail (self->more == NULL);

  self->more = adw_entry_row_new ();
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->more), title);
  adw_entry_row_set_show_apply_button (ADW_ENTRY_ROW (self->more), TRUE);
  g_signal_connect_object (self->more, "apply", G_CALLBACK (apply_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->more, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), self->more);
}

/**
 * suivi_agreement_ticks_add:
 * @key: what suivi_agreement_ticks_list() calls it
 * @title: what is shown
 * @subtitle: (nullable): what else there is to say
 *
 * Adds to the list, not ticked, unless it is there.
 */
void
suivi_agreement_ticks_add (SuiviAgreementTicks *self,
                           const char *key,
                           const char *title,
                           const char *subtitle)
{
  GtkWidget *row = NULL;
  GtkWidget *check = NULL;
  Item *item = NULL;

  if (find_item (self, key) != NULL)
    return;

  row = adw_action_row_new ();
  check = gtk_check_button_new ();
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  if (subtitle != NULL)
    adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), check);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), check);
  g_signal_connect_object (check, "toggled", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);

  item = g_new0 (Item, 1);
  item->key = g_strdup (key);
  item->folded = suivi_text_fold (key);
  item->check = GTK_CHECK_BUTTON (check);
  g_ptr_array_add (self->items, item);

  /* Where another one is typed, stays last. */
  if (self->more != NULL)
    {
      g_autoptr (GtkWidget) more = g_object_ref (self->more);

      adw_preferences_group_remove (ADW_PREFERENCES_GROUP (self), more);
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), row);
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), more);
    }
  else
    {
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), row);
    }
}

/**
 * suivi_agreement_ticks_set:
 * @keys: what is ticked from now on; what is not in the list is added to it
 *
 * Also takes away what was typed and not added. "changed" is not emitted.
 */
void
suivi_agreement_ticks_set (SuiviAgreementTicks *self, const char *const *keys)
{
  self->filling = TRUE;
  if (self->more != NULL)
    gtk_editable_set_text (GTK_EDITABLE (self->more), "");
  for (guint i = 0; i < self->items->len; i++)
    gtk_check_button_set_active (((Item *) g_ptr_array_index (self->items, i))->check, FALSE);
  for (guint i = 0; keys[i] != NULL; i++)
    suivi_agreement_ticks_tick (self, keys[i]);
  self->filling = FALSE;
}

/**
 * suivi_agreement_ticks_tick:
 * @key: what is ticked too; it is added if it is not in the list
 */
void
suivi_agreement_ticks_tick (SuiviAgreementTicks *self, const char *key)
{
  /* Evidence that is no longer there cannot be ticked. */
  if (self->more != NULL)
    suivi_agreement_ticks_add (self, key, key, NULL);
  if (find_item (self, key) != NULL)
    gtk_check_button_set_active (find_item (self, key)->check, TRUE);
}

/**
 * suivi_agreement_ticks_list:
 *
 * Returns: (transfer full): what is ticked, and what was typed
 */
char **
suivi_agreement_ticks_list (SuiviAgreementTicks *self)
{
  g_autoptr (GStrvBuilder) keys = g_strv_builder_new ();
  g_autofree char *typed = dup_typed (self);
  const Item *same = typed != NULL ? find_item (self, typed) : NULL;

  for (guint i = 0; i < self->items->len; i++)
    {
      const Item *item = g_ptr_array_index (self->items, i);

      if (gtk_check_button_get_active (item->check) || item == same)
        g_strv_builder_add (keys, item->key);
    }
  if (typed != NULL && same == NULL)
    g_strv_builder_add (keys, typed);

  return g_strv_builder_end (keys);
}
