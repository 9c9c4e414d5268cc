/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/overview/light-bar.h"

#include <glib/gi18n-lib.h>

#include "app/light-words.h"

/* A light that is there must be seen, however few recommendations have it. */
#define MIN_SEGMENT 4
#define GAP         2
#define RADIUS      6

/*
 * One stacked bar: how many recommendations have which light. Each part is as long as its share and carries
 * symbol and number where they fit; the tooltip and the accessible name say everything in words.
 */
struct _SuiviLightBar
{
  GtkWidget parent_instance;

  guint counts[SUIVI_N_LIGHTS];
  guint whole;
  gboolean compact;
  gboolean opens;
};

G_DEFINE_FINAL_TYPE (SuiviLightBar, suivi_light_bar, GTK_TYPE_WIDGET)

enum
{
  PROP_COMPACT = 1,
  PROP_OPENS,
  N_PROPS
};

enum
{
  SIGNAL_OPENED,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

/* Named colours of libadwaita, so that light, dark and high contrast all work. */
static const char *const backgrounds[SUIVI_N_LIGHTS] = {
  [SUIVI_LIGHT_GREEN] = "suivi_green_bg_color", [SUIVI_LIGHT_AMBER] = "suivi_amber_bg_color",
  [SUIVI_LIGHT_RED] = "suivi_red_bg_color",     [SUIVI_LIGHT_WORSE] = "suivi_worse_bg_color",
  [SUIVI_LIGHT_GREY] = "suivi_grey_bg_color",
};

static const char *const foregrounds[SUIVI_N_LIGHTS] = {
  [SUIVI_LIGHT_GREEN] = "suivi_green_fg_color", [SUIVI_LIGHT_AMBER] = "suivi_amber_fg_color",
  [SUIVI_LIGHT_RED] = "suivi_red_fg_color",     [SUIVI_LIGHT_WORSE] = "suivi_worse_fg_color",
  [SUIVI_LIGHT_GREY] = "suivi_grey_fg_color",
};

static guint
sum (const guint *counts)
{
  guint total = 0;

  for (guint i = 0; i < SUIVI_N_LIGHTS; i++)
    total += counts[i];
  return total;
}

static void
lookup_color (SuiviLightBar *self, const char *name, GdkRGBA *color)
{
  GtkStyleContext *context = gtk_widget_get_style_context (GTK_WIDGET (self));

  if (!gtk_style_context_lookup_color (context, name, color))
    gtk_style_context_get_color (context, color);
}

/* Widths of the parts in the order shown; 0 for lights that nobody has. They and the gaps fill @width. */
static void
share_width (SuiviLightBar *self, int width, int *widths)
{
  guint total = sum (self->counts);
  guint shown = 0;
  int left = 0;
  int widest = -1;

  for (guint i = 0; i < SUIVI_N_LIGHTS; i++)
    {
      widths[i] = 0;
      shown += self->counts[suivi_lights_in_order[i]] > 0;
    }
  if (total == 0)
    return;

  left = width - (int) (shown - 1) * GAP;
  for (guint i = 0; i < SUIVI_N_LIGHTS; i++)
    {
      guint count = self->counts[suivi_lights_in_order[i]];

      if (count == 0)
        continue;
      widths[i] = MAX (MIN_SEGMENT, (int) ((gint64) (width - (int) (shown - 1) * GAP) * count / total));
      left -= widths[i];
      if (widest < 0 || widths[i] > widths[widest])
        widest = (int) i;
    }
  /* What rounding left over, or a minimum took, belongs to the widest part, where nobody sees it. */
  widths[widest] = MAX (MIN_SEGMENT, widths[widest] + left);
}

static void
draw_text (SuiviLightBar *self, GtkSnapshot *snapshot, SuiviLight light, int x, int width, int height)
{
  g_autofree char *text = g_strdup_printf ("%s %u", suivi_light_to_symbol (light), self->counts[light]);
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), text);
  int text_width = 0;
  int text_height = 0;
  GdkRGBA color = {
    0,
  };

  pango_layout_get_pixel_size (layout, &text_width, &text_height);
  if (text_width + 8 > width)
    return;

  lookup_color (self, foregrounds[light], &color);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (x + (width - text_width) / 2.0f,
                                                          (height - text_height) / 2.0f));
  gtk_snapshot_append_layout (snapshot, layout, &color);
  gtk_snapshot_restore (snapshot);
}

/* How long the bar is where one of @width pixels stands for the whole. */
static int
scale_width (SuiviLightBar *self, int width)
{
  guint total = sum (self->counts);

  if (self->whole == 0 || total >= self->whole)
    return width;
  return MAX (SUIVI_N_LIGHTS * (MIN_SEGMENT + GAP), (int) ((gint64) width * total / self->whole));
}

/* ---- A part of the bar ---- */

/**
 * suivi_light_bar_find:
 * @x: a place in the bar, in pixels
 * @light: (out): the light whose part is there
 *
 * Returns: whether there is one: a bar may be shorter than its widget, and has gaps
 */
gboolean
suivi_light_bar_find (SuiviLightBar *self, double x, SuiviLight *light)
{
  const int full_width = gtk_widget_get_width (GTK_WIDGET (self));
  const int width = scale_width (self, full_width);
  const gboolean rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  const double place = rtl ? full_width - x : x;
  int widths[SUIVI_N_LIGHTS] = {
    0,
  };
  int start = 0;

  share_width (self, width, widths);
  for (guint i = 0; i < SUIVI_N_LIGHTS; i++)
    {
      if (widths[i] == 0)
        continue;
      if (place >= start && place < start + widths[i])
        {
          *light = suivi_lights_in_order[i];
          return TRUE;
        }
      start += widths[i] + GAP;
    }

  return FALSE;
}

static void
pressed_cb (GtkGesture *gesture, int n_press, double x, double y, SuiviLightBar *self)
{
  SuiviLight light = SUIVI_LIGHT_GREY;

  /* Not for the row in which the bar stands: that opens all. */
  if (self->opens && suivi_light_bar_find (self, x, &light))
    gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
}

static void
released_cb (GtkGesture *gesture, int n_press, double x, double y, SuiviLightBar *self)
{
  SuiviLight light = SUIVI_LIGHT_GREY;

  if (self->opens && suivi_light_bar_find (self, x, &light))
    g_signal_emit (self, signals[SIGNAL_OPENED], 0, (guint) light);
}

static void
suivi_light_bar_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  SuiviLightBar *self = SUIVI_LIGHT_BAR (widget);
  int full_width = gtk_widget_get_width (widget);
  int width = scale_width (self, full_width);
  int height = gtk_widget_get_height (widget);
  gboolean rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int widths[SUIVI_N_LIGHTS] = {
    0,
  };
  int start = 0;
  GskRoundedRect clip;

  gtk_snapshot_save (snapshot);
  if (rtl)
    gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (full_width - width, 0));
  gsk_rounded_rect_init_from_rect (&clip, &GRAPHENE_RECT_INIT (0, 0, width, height),
                                   MIN (RADIUS, height / 2.0f));
  gtk_snapshot_push_rounded_clip (snapshot, &clip);
  share_width (self, width, widths);
  for (guint i = 0; i < SUIVI_N_LIGHTS; i++)
    {
      SuiviLight light = suivi_lights_in_order[i];
      int x = rtl ? width - start - widths[i] : start;
      GdkRGBA color = {
        0,
      };

      if (widths[i] == 0)
        continue;

      lookup_color (self, backgrounds[light], &color);
      gtk_snapshot_append_color (snapshot, &color, &GRAPHENE_RECT_INIT (x, 0, widths[i], height));
      if (!self->compact)
        draw_text (self, snapshot, light, x, widths[i], height);
      start += widths[i] + GAP;
    }
  if (start == 0)
    {
      GdkRGBA color = {
        0,
      };

      lookup_color (self, backgrounds[SUIVI_LIGHT_GREY], &color);
      gtk_snapshot_append_color (snapshot, &color, &GRAPHENE_RECT_INIT (0, 0, width, height));
    }
  gtk_snapshot_pop (snapshot);
  gtk_snapshot_restore (snapshot);
}

static void
suivi_light_bar_measure (GtkWidget *widget,
                         GtkOrientation orientation,
                         int for_size,
                         int *minimum,
                         int *natural,
                         int *minimum_baseline,
                         int *natural_baseline)
{
  SuiviLightBar *self = SUIVI_LIGHT_BAR (widget);

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = SUIVI_N_LIGHTS * (MIN_SEGMENT + GAP);
      *natural = self->compact ? 120 : 240;
    }
  else
    {
      *minimum = self->compact ? 10 : 32;
      *natural = *minimum;
    }
}

static void
suivi_light_bar_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  SuiviLightBar *self = SUIVI_LIGHT_BAR (object);

  switch (id)
    {
    case PROP_COMPACT:
      g_value_set_boolean (value, self->compact);
      break;
    case PROP_OPENS:
      g_value_set_boolean (value, self->opens);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
suivi_light_bar_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  SuiviLightBar *self = SUIVI_LIGHT_BAR (object);

  switch (id)
    {
    case PROP_COMPACT:
      if (self->compact == g_value_get_boolean (value))
        return;
      self->compact = g_value_get_boolean (value);
      gtk_widget_queue_resize (GTK_WIDGET (self));
      g_object_notify_by_pspec (object, pspec);
      break;
    case PROP_OPENS:
      if (self->opens == g_value_get_boolean (value))
        return;
      self->opens = g_value_get_boolean (value);
      gtk_widget_set_cursor_from_name (GTK_WIDGET (self), self->opens ? "pointer" : NULL);
      g_object_notify_by_pspec (object, pspec);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
suivi_light_bar_class_init (SuiviLightBarClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = suivi_light_bar_get_property;
  object_class->set_property = suivi_light_bar_set_property;
  widget_class->measure = suivi_light_bar_measure;
  widget_class->snapshot = suivi_light_bar_snapshot;

  /**
   * SuiviLightBar:compact:
   *
   * Thin and without words, for a bar inside a row that says them.
   */
  properties[PROP_COMPACT]
    = g_param_spec_boolean ("compact", NULL, NULL, FALSE,
                            G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  /**
   * SuiviLightBar:opens:
   *
   * Whether a click on a part means something. Those who use no mouse need a #SuiviLegend beside it.
   */
  properties[PROP_OPENS]
    = g_param_spec_boolean ("opens", NULL, NULL, FALSE,
                            G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  /**
   * SuiviLightBar::opened:
   * @light: whose part was clicked
   */
  signals[SIGNAL_OPENED] = g_signal_new ("opened", SUIVI_TYPE_LIGHT_BAR, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                         NULL, G_TYPE_NONE, 1, G_TYPE_UINT);

  gtk_widget_class_set_css_name (widget_class, "light-bar");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
suivi_light_bar_init (SuiviLightBar *self)
{
  GtkGesture *click = gtk_gesture_click_new ();
  guint none[SUIVI_N_LIGHTS] = {
    0,
  };

  g_signal_connect (click, "pressed", G_CALLBACK (pressed_cb), self);
  g_signal_connect (click, "released", G_CALLBACK (released_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  suivi_light_bar_set_counts (self, none);
}

/**
 * suivi_light_bar_new:
 *
 * Returns: (transfer floating): an empty bar
 */
GtkWidget *
suivi_light_bar_new (void)
{
  return g_object_new (SUIVI_TYPE_LIGHT_BAR, NULL);
}

/**
 * suivi_light_bar_describe:
 * @counts: how many by #SuiviLight
 * @words: (nullable): how the lights are called: suivi_light_words_get()
 *
 * Returns: (transfer full): the bar in words, "Implemented: 12 · Not assessed: 3"; lights that nobody has are
 * left out
 */
char *
suivi_light_bar_describe (const guint *counts, GHashTable *words)
{
  g_autoptr (GString) text = g_string_new (NULL);

  g_return_val_if_fail (counts != NULL, NULL);

  for (guint i = 0; i < SUIVI_N_LIGHTS; i++)
    {
      SuiviLight light = suivi_lights_in_order[i];

      if (counts[light] == 0)
        continue;
      if (text->len > 0)
        g_string_append (text, " · ");
      /* Translators: a light and how many recommendations have it: "Implemented: 12" */
      g_string_append_printf (text, _ ("%s: %u"), suivi_light_words_to_label (words, light), counts[light]);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
say (GtkWidget *widget)
{
  g_autofree char *text
    = suivi_light_bar_describe (SUIVI_LIGHT_BAR (widget)->counts, suivi_light_words_get (widget));

  if (text[0] == '\0')
    {
      g_free (text);
      text = g_strdup (_ ("No recommendations"));
    }
  gtk_widget_set_tooltip_text (widget, text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
}

/**
 * suivi_light_bar_set_counts:
 * @counts: how many by #SuiviLight
 */
void
suivi_light_bar_set_counts (SuiviLightBar *self, const guint *counts)
{
  g_return_if_fail (SUIVI_IS_LIGHT_BAR (self));
  g_return_if_fail (counts != NULL);

  memcpy (self->counts, counts, sizeof self->counts);
  say (GTK_WIDGET (self));
  suivi_light_words_follow (GTK_WIDGET (self), say);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * suivi_light_bar_set_whole:
 * @whole: how many recommendations a bar of the full width stands for; 0 for as many as this one has
 *
 * Makes bars that stand below each other comparable: each is as long as its share of the whole.
 */
void
suivi_light_bar_set_whole (SuiviLightBar *self, guint whole)
{
  g_return_if_fail (SUIVI_IS_LIGHT_BAR (self));

  self->whole = whole;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
