/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/state-picker.h"

#include <glib/gi18n-lib.h>

#include "core/reference/states.h"

/*
 * A drop-down of all States by name in the user's language, with search. The first line is "Choose a State…",
 * so that no State is chosen by accident.
 */
struct _SuiviStatePicker
{
  GtkWidget parent_instance;

  GtkWidget *drop_down;
  GPtrArray *codes; /* (element-type utf8): in the order of the list, unowned */
};

G_DEFINE_FINAL_TYPE (SuiviStatePicker, suivi_state_picker, GTK_TYPE_WIDGET)

enum
{
  PROP_STATE = 1,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static int
compare_by_name (gconstpointer a, gconstpointer b)
{
  const char *name_a = suivi_state_get_name (*(const char *const *) a);
  const char *name_b = suivi_state_get_name (*(const char *const *) b);

  return g_utf8_collate (name_a, name_b);
}

static void
selected_cb (SuiviStatePicker *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_STATE]);
}

static GtkWidget *
find_child (GtkWidget *root, GType type)
{
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = G_TYPE_CHECK_INSTANCE_TYPE (child, type) ? child : find_child (child, type);

      if (found != NULL)
        return found;
    }

  return NULL;
}

/* Two hundred States are found by typing, so that is what the keyboard does at once. GTK 4.8 leaves it with the
 * list. */
static void
popover_mapped_cb (GtkWidget *popover)
{
  GtkWidget *search = find_child (popover, GTK_TYPE_SEARCH_ENTRY);

  if (search != NULL)
    gtk_widget_grab_focus (search);
}

static gboolean
suivi_state_picker_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (SUIVI_STATE_PICKER (widget)->drop_down);
}

static void
suivi_state_picker_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  SuiviStatePicker *self = SUIVI_STATE_PICKER (object);

  switch (id)
    {
    case PROP_STATE:
      g_value_set_string (value, suivi_state_picker_get_state (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
suivi_state_picker_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  SuiviStatePicker *self = SUIVI_STATE_PICKER (object);

  switch (id)
    {
    case PROP_STATE:
      suivi_state_picker_set_state (self, g_value_get_string (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
suivi_state_picker_dispose (GObject *object)
{
  SuiviStatePicker *self = SUIVI_STATE_PICKER (object);

  g_clear_pointer (&self->drop_down, gtk_widget_unparent);
  g_clear_pointer (&self->codes, g_ptr_array_unref);

  G_OBJECT_CLASS (suivi_state_picker_parent_class)->dispose (object);
}

static void
suivi_state_picker_class_init (SuiviStatePickerClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = suivi_state_picker_get_property;
  object_class->set_property = suivi_state_picker_set_property;
  object_class->dispose = suivi_state_picker_dispose;
  widget_class->grab_focus = suivi_state_picker_grab_focus;

  /**
   * SuiviStatePicker:state:
   *
   * The chosen State, ISO 3166-1 alpha-3; %NULL while none is chosen.
   */
  properties[PROP_STATE]
    = g_param_spec_string ("state", NULL, NULL, NULL,
                           G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
suivi_state_picker_init (SuiviStatePicker *self)
{
  const char *const *codes = suivi_states_get_codes ();
  GtkStringList *names = gtk_string_list_new (NULL);
  GtkExpression *expression = gtk_property_expression_new (GTK_TYPE_STRING_OBJECT, NULL, "string");

  self->codes = g_ptr_array_new ();
  for (gsize i = 0; codes[i] != NULL; i++)
    g_ptr_array_add (self->codes, (gpointer) codes[i]);
  g_ptr_array_sort (self->codes, compare_by_name);

  gtk_string_list_append (names, _ ("Choose a State…"));
  for (guint i = 0; i < self->codes->len; i++)
    gtk_string_list_append (names, suivi_state_get_name (g_ptr_array_index (self->codes, i)));

  self->drop_down = gtk_drop_down_new (G_LIST_MODEL (names), expression);
  gtk_drop_down_set_enable_search (GTK_DROP_DOWN (self->drop_down), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->drop_down), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("State"), -1);
  gtk_widget_set_parent (self->drop_down, GTK_WIDGET (self));
  g_signal_connect_swapped (self->drop_down, "notify::selected", G_CALLBACK (selected_cb), self);
  g_signal_connect_after (find_child (self->drop_down, GTK_TYPE_POPOVER), "map",
                          G_CALLBACK (popover_mapped_cb), NULL);
}

/**
 * suivi_state_picker_new:
 *
 * Returns: (transfer floating): a drop-down of all States, none chosen
 */
GtkWidget *
suivi_state_picker_new (void)
{
  return g_object_new (SUIVI_TYPE_STATE_PICKER, NULL);
}

/**
 * suivi_state_picker_set_state:
 * @state: (nullable): ISO 3166-1 alpha-3; %NULL or an unknown code chooses none
 */
void
suivi_state_picker_set_state (SuiviStatePicker *self, const char *state)
{
  guint selected = 0;

  g_return_if_fail (SUIVI_IS_STATE_PICKER (self));

  for (guint i = 0; state != NULL && i < self->codes->len; i++)
    {
      if (g_str_equal (g_ptr_array_index (self->codes, i), state))
        selected = i + 1;
    }
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->drop_down), selected);
}

/**
 * suivi_state_picker_get_state:
 *
 * Returns: (transfer none) (nullable): ISO 3166-1 alpha-3 of the chosen State
 */
const char *
suivi_state_picker_get_state (SuiviStatePicker *self)
{
  guint selected = 0;

  g_return_val_if_fail (SUIVI_IS_STATE_PICKER (self), NULL);

  if (self->codes == NULL)
    return NULL;

  selected = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->drop_down));
  if (selected == 0 || selected == GTK_INVALID_LIST_POSITION || selected > self->codes->len)
    return NULL;
  return g_ptr_array_index (self->codes, selected - 1);
}
