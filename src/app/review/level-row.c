/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "app/digit-key.h"
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
  GtkWidget *keep;

  char *title_text;
  SuiviLevel level;
  gboolean kept;
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

enum
{
  SIGNAL_KEY_CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* The key of the fifth choice; the levels stand for their own keys. */
#define KEEP SUIVI_N_LEVELS

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
  gboolean kept = gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->keep));
  guint level = SUIVI_N_LEVELS;

  for (guint i = 0; level == SUIVI_N_LEVELS && i < SUIVI_N_LEVELS; i++)
    {
      if (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (get_button (self, i))))
        level = i;
    }
  /* Between two choices none is active. */
  if (level == SUIVI_N_LEVELS && !kept)
    return;
  if (kept)
    level = SUIVI_LEVEL_UNASSESSED;
  if (self->level == (SuiviLevel) level && self->kept == kept)
    return;

  self->level = level;
  self->kept = kept;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LEVEL]);
}

/* By digit, in the order of the buttons; 0, too, takes a judgement back. */
static const int levels[] = { SUIVI_LEVEL_UNASSESSED, SUIVI_LEVEL_DONE,       SUIVI_LEVEL_SOME,
                              SUIVI_LEVEL_NOTHING,    SUIVI_LEVEL_UNASSESSED, KEEP };

static gboolean
choose_level (SuiviLevelRow *self, int level)
{
  if (level == KEEP && !gtk_widget_get_visible (self->keep))
    return FALSE;

  if (level == KEEP)
    suivi_level_row_keep (self);
  else
    suivi_level_row_set_level (self, level);
  gtk_widget_grab_focus (self->kept ? self->keep : get_button (self, level));
  g_signal_emit (self, signals[SIGNAL_KEY_CHOSEN], 0);

  return TRUE;
}

static gboolean
digit_pressed_cb (GtkWidget *widget, guint digit)
{
  return suivi_level_row_press_digit (SUIVI_LEVEL_ROW (widget), digit);
}

static void
name_button (SuiviLevelRow *self, GtkWidget *button, const char *choice)
{
  /* Translators: name of a button for screen readers: "Law: Some progress" */
  g_autofree char *name = g_strdup_printf (_ ("%s: %s"), self->title_text, choice);

  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
name_buttons (SuiviLevelRow *self)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->box), GTK_ACCESSIBLE_PROPERTY_LABEL, self->title_text,
                                  -1);
  for (guint level = 0; level < SUIVI_N_LEVELS; level++)
    name_button (self, get_button (self, level), suivi_level_to_label (level));
  name_button (self, self->keep, _ ("Leave as it is"));
}

static gboolean
suivi_level_row_grab_focus (GtkWidget *widget)
{
  SuiviLevelRow *self = SUIVI_LEVEL_ROW (widget);

  return gtk_widget_grab_focus (self->kept ? self->keep : get_button (self, self->level));
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

  signals[SIGNAL_KEY_CHOSEN] = g_signal_new ("key-chosen", SUIVI_TYPE_LEVEL_ROW, G_SIGNAL_RUN_LAST, 0, NULL,
                                             NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/suivi/Suivi/review/level-row.ui");
  gtk_widget_class_bind_template_child (widget_class, SuiviLevelRow, title);
  gtk_widget_class_bind_template_child (widget_class, SuiviLevelRow, box);
  gtk_widget_class_bind_template_child (widget_class, SuiviLevelRow, done);
  gtk_widget_class_bind_template_child (widget_class, SuiviLevelRow, some);
  gtk_widget_class_bind_template_child (widget_class, SuiviLevelRow, nothing);
  gtk_widget_class_bind_template_child (widget_class, SuiviLevelRow, unassessed);
  gtk_widget_class_bind_template_child (widget_class, SuiviLevelRow, keep);
  gtk_widget_class_bind_template_callback (widget_class, toggled_cb);
}

static void
fill_button (GtkWidget *button, const char *text, guint key)
{
  GtkWidget *label = gtk_label_new (text);
  /* Translators: tooltip of a button: the key that chooses it */
  g_autofree char *hint = g_strdup_printf (_ ("Key %u"), key);

  /* Four words side by side in 360 pixels: they may take two lines. */
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_justify (GTK_LABEL (label), GTK_JUSTIFY_CENTER);
  gtk_button_set_child (GTK_BUTTON (button), label);
  gtk_widget_set_tooltip_text (button, hint);
}

static void
suivi_level_row_init (SuiviLevelRow *self)
{
  static const SuiviLevel order[]
    = { SUIVI_LEVEL_DONE, SUIVI_LEVEL_SOME, SUIVI_LEVEL_NOTHING, SUIVI_LEVEL_UNASSESSED };

  self->title_text = g_strdup ("");
  gtk_widget_init_template (GTK_WIDGET (self));
  suivi_digit_key_watch (GTK_WIDGET (self), 0, digit_pressed_cb);

  for (gsize i = 0; i < G_N_ELEMENTS (order); i++)
    fill_button (get_button (self, order[i]), suivi_level_to_label (order[i]), (guint) i + 1);
  /* Translators: on a narrow button: the judgement of each recommendation is left as it is */
  fill_button (self->keep, _ ("As it is"), (guint) G_N_ELEMENTS (order) + 1);
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

/**
 * suivi_level_row_set_several:
 * @several: whether several recommendations are judged together, so that each may keep its own judgement
 */
void
suivi_level_row_set_several (SuiviLevelRow *self, gboolean several)
{
  gtk_widget_set_visible (self->keep, several);
}

/**
 * suivi_level_row_is_kept:
 *
 * Returns: whether the judgement of each recommendation is left as it is
 */
gboolean
suivi_level_row_is_kept (SuiviLevelRow *self)
{
  return self->kept;
}

/**
 * suivi_level_row_keep:
 *
 * Leaves the judgement of each recommendation as it is.
 */
void
suivi_level_row_keep (SuiviLevelRow *self)
{
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->keep), TRUE);
}

/**
 * suivi_level_row_press_digit:
 * @digit: 0 to 9
 *
 * Does what the row does if the digit is pressed while it has the keyboard.
 *
 * Returns: whether a judgement was chosen
 */
gboolean
suivi_level_row_press_digit (SuiviLevelRow *self, guint digit)
{
  g_return_val_if_fail (SUIVI_IS_LEVEL_ROW (self), FALSE);

  return digit < G_N_ELEMENTS (levels) && choose_level (self, levels[digit]);
}
