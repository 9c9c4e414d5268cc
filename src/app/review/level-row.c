/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "app/review/level-row.h"

struct _SuiviLevelRow
{
  GtkWidget parent_instance;

  GtkLabel *title;
  GtkWidget *box;
  GtkWidget *done;
  GtkWidget *some;
  GtkWidget *nothing;
  GtkWidget *unassessed;

  char *title_text;
  SuiviLevel level;
};

G_DEFINE_FINAL_TYPE (SuiviLevelRow, suivi_level_row, GTK_TYPE_WIDGET)

enum
{
  PROP_0,
  PROP_TITLE,
  PROP_LEVEL,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static GtkWidget *
get_button (SuiviLevelRow *self, SuiviLevel level)
{
  switch (level)
    {
    case SUIVI_LEVEL_DONE:
      return self->done;
    case SUIVI_LEVEL_SOME:
      return self->some;
    case SUIVI_LEVEL_NOTHING:
      return self->nothing;
    case SUIVI_LEVEL_UNASSESSED:
      return self->unassessed;
    default:
      g_return_val_if_reached (NULL);
    }
}

static void
toggled_cb (SuiviLevelRow *self)
{
  for (guint level = 0; level < SUIVI_N_LEVELS; level++)
    {
      if (!gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (get_button (self, level))))
        continue;
      if (self->level == (SuiviLevel) level)
        return;
      self->level = level;
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LEVEL]);
      return;
    }
}

/* 1 done, 2 some progress, 3 nothing, 4 or 0 not assessed: in the order of the buttons. */
static gboolean
choose_level_cb (GtkWidget *widget, GVariant *args, gpointer user_data)
{
  SuiviLevelRow *self = SUIVI_LEVEL_ROW (widget);
  int level = 0;

  g_variant_get (args, "(i)", &level);
  suivi_level_row_set_level (self, level);
  gtk_widget_grab_focus (get_button (self, level));

  return TRUE;
}

static void
name_buttons (SuiviLevelRow *self)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->box), GTK_ACCESSIBLE_PROPERTY_LABEL, self->title_text,
                                  -1);
  for (guint level = 0; level < SUIVI_N_LEVELS; level++)
    {
      GtkWidget *button = get_button (self, level);
      /* Translators: name of a button for screen readers: "Law: Some progress" */
      g_autofree char *name = g_strdup_printf (_ ("%s: %s"), self->title_text, suivi_level_to_label (level));

      gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
    }
}

static gboolean
suivi_level_row_grab_focus (GtkWidget *widget)
{
  SuiviLevelRow *self = SUIVI_LEVEL_ROW (widget);

  return gtk_widget_grab_focus (get_button (self, self->level));
}

/* The four buttons are one choice: Tab comes to the one that is chosen and goes on to the next row, arrow
 * keys go among them. */
static gboolean
suivi_level_row_focus (GtkWidget *widget, GtkDirectionType direction)
{
  if (gtk_widget_get_focus_child (widget) == NULL)
    return gtk_widget_grab_focus (widget);
  if (direction == GTK_DIR_TAB_FORWARD || direction == GTK_DIR_TAB_BACKWARD)
    return GDK_EVENT_PROPAGATE;

  return GTK_WIDGET_CLASS (suivi_level_row_parent_class)->focus (widget, direction);
}

static void
suivi_level_row_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  SuiviLevelRow *self = SUIVI_LEVEL_ROW (object);

  switch (prop_id)
    {
    case PROP_TITLE:
      g_value_set_string (value, self->title_text);
      break;
    case PROP_LEVEL:
      g_value_set_enum (value, self->level);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
suivi_level_row_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  SuiviLevelRow *self = SUIVI_LEVEL_ROW (object);

  switch (prop_id)
    {
    case PROP_TITLE:
      if (g_strcmp0 (self->title_text, g_value_get_string (value)) == 0)
        break;
      g_free (self->title_text);
      self->title_text = g_value_dup_string (value);
      gtk_label_set_label (self->title, self->title_text);
      name_buttons (self);
      g_object_notify_by_pspec (object, pspec);
      break;
    case PROP_LEVEL:
      suivi_level_row_set_level (self, g_value_get_enum (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
suivi_level_row_dispose (GObject *object)
{
  GtkWidget *child = NULL;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (suivi_level_row_parent_class)->dispose (object);
}

static void
suivi_level_row_finalize (GObject *object)
{
  g_free (SUIVI_LEVEL_ROW (object)->title_text);

  G_OBJECT_CLASS (suivi_level_row_parent_class)->finalize (object);
}

static void
suivi_level_row_class_init (SuiviLevelRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  static const struct
  {
    guint key;
    guint keypad_key;
    SuiviLevel level;
  } keys[] = {
    { GDK_KEY_1, GDK_KEY_KP_1, SUIVI_LEVEL_DONE },       { GDK_KEY_2, GDK_KEY_KP_2, SUIVI_LEVEL_SOME },
    { GDK_KEY_3, GDK_KEY_KP_3, SUIVI_LEVEL_NOTHING },    { GDK_KEY_4, GDK_KEY_KP_4, SUIVI_LEVEL_UNASSESSED },
    { GDK_KEY_0, GDK_KEY_KP_0, SUIVI_LEVEL_UNASSESSED },
  };

  object_class->get_property = suivi_level_row_get_property;
  object_class->set_property = suivi_level_row_set_property;
  object_class->dispose = suivi_level_row_dispose;
  object_class->finalize = suivi_level_row_finalize;
  widget_class->focus = suivi_level_row_focus;
  widget_class->grab_focus = suivi_level_row_grab_focus;

  properties[PROP_TITLE]
    = g_param_spec_string ("title", NULL, NULL, "",
                           G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_LEVEL]
    = g_param_spec_enum ("level", NULL, NULL, SUIVI_TYPE_LEVEL, SUIVI_LEVEL_UNASSESSED,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      gtk_widget_class_add_binding (widget_class, keys[i].key, 0, choose_level_cb, "(i)", keys[i].level);
      gtk_widget_class_add_binding (widget_class, keys[i].keypad_key, 0, choose_level_cb, "(i)",
                                    keys[i].level);
    }

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/suivi/Suivi/review/level-row.ui");
  gtk_widget_class_bind_template_child (widget_class, SuiviLevelRow, title);
  gtk_widget_class_bind_template_child (widget_class, SuiviLevelRow, box);
  gtk_widget_class_bind_template_child (widget_class, SuiviLevelRow, done);
  gtk_widget_class_bind_template_child (widget_class, SuiviLevelRow, some);
  gtk_widget_class_bind_template_child (widget_class, SuiviLevelRow, nothing);
  gtk_widget_class_bind_template_child (widget_class, SuiviLevelRow, unassessed);
  gtk_widget_class_bind_template_callback (widget_class, toggled_cb);
}

static void
suivi_level_row_init (SuiviLevelRow *self)
{
  static const SuiviLevel order[]
    = { SUIVI_LEVEL_DONE, SUIVI_LEVEL_SOME, SUIVI_LEVEL_NOTHING, SUIVI_LEVEL_UNASSESSED };

  self->title_text = g_strdup ("");
  gtk_widget_init_template (GTK_WIDGET (self));

  for (gsize i = 0; i < G_N_ELEMENTS (order); i++)
    {
      GtkWidget *label = gtk_label_new (suivi_level_to_label (order[i]));
      /* Translators: tooltip of a button: the key that chooses it */
      g_autofree char *hint = g_strdup_printf (_ ("Key %u"), (guint) i + 1);

      /* Four words side by side in 360 pixels: they may take two lines. */
      gtk_label_set_wrap (GTK_LABEL (label), TRUE);
      gtk_label_set_justify (GTK_LABEL (label), GTK_JUSTIFY_CENTER);
      gtk_button_set_child (GTK_BUTTON (get_button (self, order[i])), label);
      gtk_widget_set_tooltip_text (get_button (self, order[i]), hint);
    }
}

/**
 * suivi_level_row_get_level:
 *
 * Returns: the judgement that is chosen
 */
SuiviLevel
suivi_level_row_get_level (SuiviLevelRow *self)
{
  return self->level;
}

/**
 * suivi_level_row_set_level:
 * @level: the judgement to choose
 */
void
suivi_level_row_set_level (SuiviLevelRow *self, SuiviLevel level)
{
  g_return_if_fail (level < SUIVI_N_LEVELS);

  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (get_button (self, level)), TRUE);
}
