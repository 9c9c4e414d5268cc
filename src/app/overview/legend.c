/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/overview/legend.h"

#include <glib/gi18n-lib.h>

#include "app/light-words.h"

#define COLUMN_SPACING  18
#define COMPACT_SPACING 12
#define GRADE_KEY       "suivi-grade"

struct _SuiviLegend
{
  GtkWidget parent_instance;

  SuiviScale scale;
  guint counts[SUIVI_N_LIGHTS + 1]; /* by grade, then what is open */
  gboolean compact;
  gboolean opens;
};

G_DEFINE_FINAL_TYPE (SuiviLegend, suivi_legend, GTK_TYPE_WIDGET)

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

/* ---- Lines ---- */

static int
get_spacing (SuiviLegend *self)
{
  return self->compact ? COMPACT_SPACING : COLUMN_SPACING;
}

static int
measure_child (GtkWidget *child, int width)
{
  int minimum = 0;
  int natural = 0;

  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, &natural, NULL, NULL);

  return MAX (minimum, MIN (natural, width));
}

/* The widths of @n_columns columns; returns their sum. */
static int
measure_columns (SuiviLegend *self, guint n_columns, int width, int *columns)
{
  int sum = (int) (n_columns - 1) * get_spacing (self);
  guint i = 0;

  memset (columns, 0, sizeof (int) * n_columns);
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self)); child != NULL;
       child = gtk_widget_get_next_sibling (child), i++)
    columns[i % n_columns] = MAX (columns[i % n_columns], measure_child (child, width));
  for (guint j = 0; j < n_columns; j++)
    sum += columns[j];

  return sum;
}

static guint
count_children (SuiviLegend *self)
{
  guint n = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    n++;

  return n;
}

/* As few lines as fit, and as many items in each of them, so that no item stands alone below all others. */
static guint
find_columns (SuiviLegend *self, int width, int *columns)
{
  const guint n = count_children (self);

  for (guint n_lines = 1; n_lines < n; n_lines++)
    {
      const guint n_columns = (n + n_lines - 1) / n_lines;

      if (measure_columns (self, n_columns, width, columns) <= width)
        return n_columns;
    }
  if (n > 0)
    measure_columns (self, 1, width, columns);

  return n > 0 ? 1 : 0;
}

/* Walks over the items, places them if @place, and returns the height. */
static int
flow (SuiviLegend *self, int width, gboolean place)
{
  const gboolean mirrored = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  int columns[SUIVI_N_LIGHTS + 1] = { 0 };
  const guint n_columns = find_columns (self, width, columns);
  int x = 0;
  int y = 0;
  int line_height = 0;
  guint i = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self)); child != NULL;
       child = gtk_widget_get_next_sibling (child), i++)
    {
      const int child_width = measure_child (child, width);
      int height = 0;

      if (i > 0 && i % n_columns == 0)
        {
          x = 0;
          y += line_height;
          line_height = 0;
        }
      gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, child_width, NULL, &height, NULL, NULL);
      if (place)
        gtk_widget_size_allocate (child,
                                  &(GtkAllocation){ mirrored ? width - x - child_width : x, y, child_width,
                                                    height },
                                  -1);
      x += columns[i % n_columns] + get_spacing (self);
      line_height = MAX (line_height, height);
    }

  return y + line_height;
}

static GtkSizeRequestMode
suivi_legend_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
suivi_legend_measure (GtkWidget *widget,
                      GtkOrientation orientation,
                      int for_size,
                      int *minimum,
                      int *natural,
                      int *minimum_baseline,
                      int *natural_baseline)
{
  SuiviLegend *self = SUIVI_LEGEND (widget);
  int columns[SUIVI_N_LIGHTS + 1] = { 0 };
  const guint n = count_children (self);
  int widest = 0;
  int whole = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      int child_minimum = 0;

      gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &child_minimum, NULL, NULL, NULL);
      widest = MAX (widest, child_minimum);
    }
  if (n > 0)
    whole = MAX (widest, measure_columns (self, n, G_MAXINT, columns));

  *minimum = widest;
  *natural = whole;
  if (orientation == GTK_ORIENTATION_VERTICAL)
    *minimum = *natural = flow (self, for_size < 0 ? whole : MAX (for_size, widest), FALSE);
}

static void
suivi_legend_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  flow (SUIVI_LEGEND (widget), width, TRUE);
}

/* ---- Items ---- */

static void
clicked_cb (GtkButton *button, SuiviLegend *self)
{
  g_signal_emit (self, signals[SIGNAL_OPENED], 0,
                 GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), GRADE_KEY)));
}

static const char *
get_word (SuiviLegend *self, guint grade, GHashTable *words)
{
  if (grade == SUIVI_LEGEND_OPEN)
    /* Translators: what the organisations say differs, and they did not agree on a grade yet */
    return _ ("Not agreed yet");

  return suivi_scale_grade_to_label (self->scale, grade, words);
}

static void
add_item (SuiviLegend *self, guint grade, GHashTable *words)
{
  const char *symbol = grade == SUIVI_LEGEND_OPEN ? "≠" : suivi_light_to_symbol (grade);
  /* Translators: a light and how many recommendations have it: "Implemented: 12" */
  g_autofree char *spoken
    = g_strdup_printf (_ ("%s: %u"), get_word (self, grade, words), self->counts[grade]);
  /* Word joiner and no-break space: the sign stays with its word, the dash too. */
  g_autofree char *text = self->compact ? g_strdup_printf ("%s\302\240%u", symbol, self->counts[grade])
                                        : g_strdup_printf ("%s\342\201\240\302\240%s", symbol, spoken);
  GtkWidget *label = gtk_label_new (text);
  GtkWidget *item = label;

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  if (self->opens && self->counts[grade] > 0)
    {
      item = gtk_button_new ();
      gtk_button_set_child (GTK_BUTTON (item), label);
      gtk_widget_add_css_class (item, "flat");
      gtk_widget_set_tooltip_text (item, self->compact ? spoken : _ ("Show these recommendations"));
      g_object_set_data (G_OBJECT (item), GRADE_KEY, GUINT_TO_POINTER (grade));
      g_signal_connect (item, "clicked", G_CALLBACK (clicked_cb), self);
    }
  gtk_accessible_update_property (GTK_ACCESSIBLE (item), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  gtk_widget_add_css_class (item, "legend-item");
  gtk_widget_set_parent (item, GTK_WIDGET (self));
}

static void
clear (SuiviLegend *self)
{
  GtkWidget *child = NULL;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
}

/* A light that nobody has is told, too: that is a result. "Worse than before" belongs to no other scale, and what the scale
 * settles is never open. */
static gboolean
is_told (SuiviLegend *self, guint grade)
{
  if (self->counts[grade] > 0)
    return TRUE;
  if (self->compact)
    return FALSE;
  if (grade == SUIVI_LEGEND_OPEN)
    return self->scale == SUIVI_SCALE_EXTENT;

  return self->scale == SUIVI_SCALE_LIGHT || grade != SUIVI_LIGHT_WORSE;
}

static void
say (GtkWidget *widget)
{
  SuiviLegend *self = SUIVI_LEGEND (widget);
  GHashTable *words = suivi_light_words_get (widget);

  clear (self);
  for (guint i = 0; i < SUIVI_N_LIGHTS; i++)
    {
      if (is_told (self, suivi_lights_in_order[i]))
        add_item (self, suivi_lights_in_order[i], words);
    }
  if (is_told (self, SUIVI_LEGEND_OPEN))
    add_item (self, SUIVI_LEGEND_OPEN, words);
}

static void
update (SuiviLegend *self)
{
  say (GTK_WIDGET (self));
  suivi_light_words_follow (GTK_WIDGET (self), say);
}

/* ---- The widget ---- */

static void
suivi_legend_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  SuiviLegend *self = SUIVI_LEGEND (object);

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
suivi_legend_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  SuiviLegend *self = SUIVI_LEGEND (object);
  gboolean *field = id == PROP_COMPACT ? &self->compact : &self->opens;

  if (id != PROP_COMPACT && id != PROP_OPENS)
    {
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
      return;
    }
  if (*field == g_value_get_boolean (value))
    return;

  *field = g_value_get_boolean (value);
  update (self);
  g_object_notify_by_pspec (object, pspec);
}

static void
suivi_legend_dispose (GObject *object)
{
  clear (SUIVI_LEGEND (object));

  G_OBJECT_CLASS (suivi_legend_parent_class)->dispose (object);
}

static void
suivi_legend_class_init (SuiviLegendClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = suivi_legend_get_property;
  object_class->set_property = suivi_legend_set_property;
  object_class->dispose = suivi_legend_dispose;
  widget_class->get_request_mode = suivi_legend_get_request_mode;
  widget_class->measure = suivi_legend_measure;
  widget_class->size_allocate = suivi_legend_size_allocate;

  properties[PROP_COMPACT] = g_param_spec_boolean ("compact", NULL, NULL, FALSE, flags);
  properties[PROP_OPENS] = g_param_spec_boolean ("opens", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[SIGNAL_OPENED] = g_signal_new ("opened", SUIVI_TYPE_LEGEND, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                         G_TYPE_NONE, 1, G_TYPE_UINT);

  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
suivi_legend_init (SuiviLegend *self)
{
}

/**
 * suivi_legend_set_lights:
 * @lights: how many by #SuiviLight
 */
void
suivi_legend_set_lights (SuiviLegend *self, const guint *lights)
{
  g_return_if_fail (SUIVI_IS_LEGEND (self));
  g_return_if_fail (lights != NULL);

  self->scale = SUIVI_SCALE_LIGHT;
  memcpy (self->counts, lights, sizeof (guint) * SUIVI_N_LIGHTS);
  self->counts[SUIVI_LEGEND_OPEN] = 0;
  update (self);
}

/**
 * suivi_legend_set_grades:
 * @scale: another scale than that of the lights
 * @tally: how many have which grade on it
 */
void
suivi_legend_set_grades (SuiviLegend *self, SuiviScale scale, const SuiviScaleTally *tally)
{
  g_return_if_fail (SUIVI_IS_LEGEND (self));
  g_return_if_fail (tally != NULL);

  self->scale = scale;
  memcpy (self->counts, tally->grades, sizeof (guint) * SUIVI_N_LIGHTS);
  self->counts[SUIVI_LEGEND_OPEN] = tally->n_open;
  update (self);
}
