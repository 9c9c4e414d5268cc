/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/scorecard/matrix-strip.h"

#include <glib/gi18n-lib.h>

#include "app/light-words.h"
#include "app/review/assessment-card.h"
#include "app/review/row-name.h"
#include "app/scorecard/agreement-jobs.h"
#include "core/scorecard/organisation.h"
#include "core/text/text.h"

/* In pixels. */
#define PADDING     12
#define GAP         6
#define PILL_WIDTH  26
#define PILL_HEIGHT 22
#define RADIUS      6
#define MIN_HEIGHT  44
#define NOT_FOUND   G_MAXUINT

struct _SuiviMatrixStrip
{
  GtkWidget parent_instance;

  GtkWidget *title;
  GtkWidget *text;

  SuiviMatrixRow *row;         /* (owned) (nullable) */
  SuiviMatrixColumns *columns; /* (owned) (nullable) */
  SuiviWorkspace *workspace;   /* (owned) (nullable) */
  char *cut_off;
  SuiviAgreementFacts
    *facts;                  /* (owned) (nullable): who says what, and why; read when somebody points at it */
  GCancellable *cancellable; /* (owned) (nullable): of that reading */
};

G_DEFINE_FINAL_TYPE (SuiviMatrixStrip, suivi_matrix_strip, GTK_TYPE_WIDGET)

/* As in the bar of lights. */
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

/* One cell where columns do not fit: a symbol and a name, or how far they are apart. */
typedef struct
{
  guint column;
  int x;
  int y;
  int width;
} Chip;

static guint
get_light (SuiviMatrixStrip *self, guint column)
{
  if (column == SUIVI_MATRIX_COLUMN_AGREED)
    return self->row->agreed;
  if (column >= SUIVI_MATRIX_COLUMN_FIRST && column < SUIVI_MATRIX_COLUMN_FIRST + self->row->n_organisations)
    return self->row->lights[column - SUIVI_MATRIX_COLUMN_FIRST];

  return SUIVI_MATRIX_NOBODY;
}

static PangoLayout *
create_apart_layout (SuiviMatrixStrip *self)
{
  g_autofree char *apart = suivi_matrix_row_dup_apart (self->row);
  PangoLayout *layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), apart);

  /* What is agreed on needs no more talk. */
  if (self->row->apart >= SUIVI_SPREAD_WIDE && suivi_matrix_row_disagrees (self->row))
    {
      g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();

      pango_attr_list_insert (attributes, pango_attr_weight_new (PANGO_WEIGHT_BOLD));
      pango_layout_set_attributes (layout, attributes);
    }

  return layout;
}

static int
measure_chip (SuiviMatrixStrip *self, guint column)
{
  int width = 0;

  if (column == suivi_matrix_columns_get_n (self->columns) - 1)
    {
      g_autoptr (PangoLayout) layout = NULL;

      if (self->row->apart == 0)
        return 0;
      layout = create_apart_layout (self);
      pango_layout_get_pixel_size (layout, &width, NULL);
      return width;
    }
  if (get_light (self, column) == SUIVI_MATRIX_NOBODY)
    return 0;

  pango_layout_get_pixel_size (suivi_matrix_columns_get_layout (self->columns, GTK_WIDGET (self), column),
                               &width, NULL);

  return PILL_WIDTH + GAP + width;
}

/* Puts the chips one after the other, in lines; returns how high they are together. */
static int
flow (SuiviMatrixStrip *self, int width, GArray *chips)
{
  const gboolean rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  int x = PADDING;
  int y = 0;
  gboolean any = FALSE;

  for (guint i = SUIVI_MATRIX_COLUMN_AGREED; i < suivi_matrix_columns_get_n (self->columns); i++)
    {
      Chip chip = { i, 0, 0, measure_chip (self, i) };

      if (chip.width == 0)
        continue;
      if (any && x > PADDING && x + chip.width > width - PADDING)
        {
          x = PADDING;
          y += PILL_HEIGHT + GAP;
        }
      chip.x = rtl ? width - x - chip.width : x;
      chip.y = y;
      x += chip.width + 2 * GAP;
      any = TRUE;
      if (chips != NULL)
        g_array_append_val (chips, chip);
    }

  return any ? y + PILL_HEIGHT : 0;
}

static int
measure_labels (SuiviMatrixStrip *self, int width)
{
  int title = 0;
  int text = 0;

  gtk_widget_measure (self->title, GTK_ORIENTATION_VERTICAL, width, NULL, &title, NULL, NULL);
  gtk_widget_measure (self->text, GTK_ORIENTATION_VERTICAL, width, NULL, &text, NULL, NULL);

  return title + text;
}

static gboolean
is_wide (SuiviMatrixStrip *self, int width)
{
  return self->columns != NULL && suivi_matrix_columns_fit (self->columns, width);
}

static int
get_text_width (SuiviMatrixStrip *self, int width)
{
  int x = 0;
  int text_width = width;

  if (is_wide (self, width))
    suivi_matrix_columns_place (self->columns, GTK_WIDGET (self), SUIVI_MATRIX_COLUMN_TEXT, width, &x,
                                &text_width);

  return MAX (1, text_width - 2 * PADDING);
}

static GtkSizeRequestMode
suivi_matrix_strip_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
suivi_matrix_strip_measure (GtkWidget *widget,
                            GtkOrientation orientation,
                            int for_size,
                            int *minimum,
                            int *natural,
                            int *minimum_baseline,
                            int *natural_baseline)
{
  SuiviMatrixStrip *self = SUIVI_MATRIX_STRIP (widget);
  int height = 0;
  int chips = 0;

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      gtk_widget_measure (self->title, orientation, -1, minimum, NULL, NULL, NULL);
      *minimum += 2 * PADDING;
      *natural = *minimum;
      return;
    }

  if (for_size < 0)
    gtk_widget_measure (widget, GTK_ORIENTATION_HORIZONTAL, -1, &for_size, NULL, NULL, NULL);
  height = measure_labels (self, get_text_width (self, for_size)) + 2 * GAP;
  if (self->row != NULL && !is_wide (self, for_size))
    chips = flow (self, for_size, NULL);
  *minimum = MAX (MIN_HEIGHT, height + (chips > 0 ? chips + GAP : 0));
  *natural = *minimum;
}

static void
suivi_matrix_strip_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  SuiviMatrixStrip *self = SUIVI_MATRIX_STRIP (widget);
  const int text_width = get_text_width (self, width);
  const gboolean rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  const int x = rtl ? width - PADDING - text_width : PADDING;
  const int labels = measure_labels (self, text_width);
  const int y = is_wide (self, width) ? MAX (GAP, (height - labels) / 2) : GAP;
  int title = 0;

  gtk_widget_measure (self->title, GTK_ORIENTATION_VERTICAL, text_width, NULL, &title, NULL, NULL);
  gtk_widget_size_allocate (self->title, &(GtkAllocation){ x, y, text_width, title }, -1);
  gtk_widget_size_allocate (self->text, &(GtkAllocation){ x, y + title, text_width, labels - title }, -1);
}

static void
draw_pill (SuiviMatrixStrip *self, GtkSnapshot *snapshot, SuiviLight light, float x, float y)
{
  GtkWidget *widget = GTK_WIDGET (self);
  GtkStyleContext *context = gtk_widget_get_style_context (widget);
  PangoLayout *symbol = suivi_matrix_columns_get_symbol (self->columns, widget, light);
  const graphene_rect_t area = GRAPHENE_RECT_INIT (x, y, PILL_WIDTH, PILL_HEIGHT);
  GskRoundedRect outline;
  GdkRGBA color = {
    0,
  };
  int width = 0;
  int height = 0;

  gsk_rounded_rect_init_from_rect (&outline, &area, RADIUS);
  if (!gtk_style_context_lookup_color (context, backgrounds[light], &color))
    gtk_style_context_get_color (context, &color);
  gtk_snapshot_push_rounded_clip (snapshot, &outline);
  gtk_snapshot_append_color (snapshot, &color, &area);
  gtk_snapshot_pop (snapshot);

  pango_layout_get_pixel_size (symbol, &width, &height);
  suivi_matrix_draw_layout (widget, snapshot, symbol, foregrounds[light], x + (PILL_WIDTH - width) / 2.0f,
                            y + (PILL_HEIGHT - height) / 2.0f);
}

static void
draw_apart (SuiviMatrixStrip *self, GtkSnapshot *snapshot, int x, int y, int width, int height)
{
  g_autoptr (PangoLayout) layout = create_apart_layout (self);
  int text_width = 0;
  int text_height = 0;

  pango_layout_get_pixel_size (layout, &text_width, &text_height);
  suivi_matrix_draw_layout (GTK_WIDGET (self), snapshot, layout, NULL, x + (width - text_width) / 2.0f,
                            y + (height - text_height) / 2.0f);
}

static void
draw_columns (SuiviMatrixStrip *self, GtkSnapshot *snapshot)
{
  GtkWidget *widget = GTK_WIDGET (self);
  const int height = gtk_widget_get_height (widget);
  const guint n = suivi_matrix_columns_get_n (self->columns);
  int x = 0;
  int width = 0;

  for (guint i = SUIVI_MATRIX_COLUMN_AGREED; i < n; i++)
    {
      const guint light = get_light (self, i);

      suivi_matrix_columns_place (self->columns, widget, i, gtk_widget_get_width (widget), &x, &width);
      if (i == n - 1)
        draw_apart (self, snapshot, x, 0, width, height);
      else if (light != SUIVI_MATRIX_NOBODY)
        draw_pill (self, snapshot, light, x + (width - PILL_WIDTH) / 2.0f, (height - PILL_HEIGHT) / 2.0f);
    }
}

static void
draw_chips (SuiviMatrixStrip *self, GtkSnapshot *snapshot)
{
  GtkWidget *widget = GTK_WIDGET (self);
  const gboolean rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  g_autoptr (GArray) chips = g_array_new (FALSE, FALSE, sizeof (Chip));
  const int height = flow (self, gtk_widget_get_width (widget), chips);
  const int top = gtk_widget_get_height (widget) - GAP - height;

  for (guint i = 0; i < chips->len; i++)
    {
      const Chip *chip = &g_array_index (chips, Chip, i);
      const guint light = get_light (self, chip->column);
      PangoLayout *name = NULL;
      int text_height = 0;

      if (light == SUIVI_MATRIX_NOBODY)
        {
          draw_apart (self, snapshot, chip->x, top + chip->y, chip->width, PILL_HEIGHT);
          continue;
        }
      name = suivi_matrix_columns_get_layout (self->columns, widget, chip->column);
      pango_layout_get_pixel_size (name, NULL, &text_height);
      draw_pill (self, snapshot, light, rtl ? chip->x + chip->width - PILL_WIDTH : chip->x, top + chip->y);
      suivi_matrix_draw_layout (widget, snapshot, name, NULL, rtl ? chip->x : chip->x + PILL_WIDTH + GAP,
                                top + chip->y + (PILL_HEIGHT - text_height) / 2.0f);
    }
}

static void
suivi_matrix_strip_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  SuiviMatrixStrip *self = SUIVI_MATRIX_STRIP (widget);

  GTK_WIDGET_CLASS (suivi_matrix_strip_parent_class)->snapshot (widget, snapshot);
  if (self->row == NULL)
    return;

  if (is_wide (self, gtk_widget_get_width (widget)))
    draw_columns (self, snapshot);
  else
    draw_chips (self, snapshot);
}

/* ---- Why ---- */

static void
forget_facts (SuiviMatrixStrip *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->facts, suivi_agreement_facts_free);
}

static void
facts_loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SuiviMatrixStrip) self = user_data;
  g_autoptr (GError) error = NULL;
  SuiviAgreementFacts *facts = suivi_agreement_load_finish (SUIVI_WORKSPACE (source), result, &error);

  /* Without the reason, the tooltip still says who and what. */
  if (facts == NULL)
    return;

  forget_facts (self);
  self->facts = facts;
  gtk_widget_trigger_tooltip_query (GTK_WIDGET (self));
}

static void
read_facts (SuiviMatrixStrip *self)
{
  if (self->facts != NULL || self->cancellable != NULL || self->workspace == NULL)
    return;

  self->cancellable = g_cancellable_new ();
  suivi_agreement_load_async (self->workspace, self->row->id, self->cut_off, self->cancellable,
                              facts_loaded_cb, g_object_ref (self));
}

static const SuiviAssessment *
find_judgement (SuiviMatrixStrip *self, guint column)
{
  g_autofree char *wanted = suivi_text_fold (suivi_matrix_columns_get_title (self->columns, column));

  if (self->facts == NULL)
    return NULL;
  if (column == SUIVI_MATRIX_COLUMN_AGREED)
    return self->facts->agreed != NULL ? self->facts->agreed->grade : NULL;

  for (guint i = 0; i < self->facts->spread->assessments->len; i++)
    {
      const SuiviAssessment *assessment = g_ptr_array_index (self->facts->spread->assessments, i);
      g_autofree char *name = suivi_text_fold (suivi_organisation_to_label (assessment->organisation));

      if (g_str_equal (name, wanted))
        return assessment;
    }

  return NULL;
}

static char *
describe_cell (SuiviMatrixStrip *self, guint column)
{
  const char *who = suivi_matrix_columns_get_title (self->columns, column);
  const guint light = get_light (self, column);
  const SuiviAssessment *judgement = NULL;
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *byline = NULL;

  if (light == SUIVI_MATRIX_NOBODY)
    {
      if (column == SUIVI_MATRIX_COLUMN_AGREED)
        return g_strdup (_ ("Nothing is agreed on yet"));
      /* Translators: %s is an organisation */
      return g_strdup_printf (_ ("%s has not judged"), who);
    }

  /* Translators: who judged, and the grade: "Law Clinic: Some progress" */
  g_string_append_printf (text, _ ("%s: %s"), who,
                          suivi_light_words_to_label (suivi_light_words_get (GTK_WIDGET (self)), light));
  judgement = find_judgement (self, column);
  if (judgement == NULL)
    return g_string_free (g_steal_pointer (&text), FALSE);

  byline = suivi_assessment_to_byline ((SuiviAssessment *) judgement);
  g_string_append_printf (text, "\n%s\n%s", judgement->reason, byline);
  if (judgement->confidence != SUIVI_CONFIDENCE_UNKNOWN)
    {
      g_string_append_c (text, '\n');
      /* Translators: how sure those are who judged: "Confidence: High" */
      g_string_append_printf (text, _ ("Confidence: %s"), suivi_confidence_to_label (judgement->confidence));
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static gboolean
suivi_matrix_strip_query_tooltip (GtkWidget *widget,
                                  int x,
                                  int y,
                                  gboolean keyboard_mode,
                                  GtkTooltip *tooltip)
{
  SuiviMatrixStrip *self = SUIVI_MATRIX_STRIP (widget);
  const guint column = keyboard_mode ? NOT_FOUND : suivi_matrix_strip_find_column (self, x, y);
  g_autofree char *text = NULL;

  if (self->row == NULL)
    return FALSE;
  if (keyboard_mode)
    text = suivi_matrix_row_dup_summary (self->row, suivi_matrix_columns_get_organisations (self->columns),
                                         suivi_light_words_get (widget));
  else if (column == SUIVI_MATRIX_COLUMN_TEXT
           && pango_layout_is_ellipsized (gtk_label_get_layout (GTK_LABEL (self->text))))
    text = g_strdup (self->row->text);
  else if (column != SUIVI_MATRIX_COLUMN_TEXT && column < suivi_matrix_columns_get_n (self->columns) - 1)
    text = describe_cell (self, column);
  if (text == NULL)
    return FALSE;

  if (!keyboard_mode && column != SUIVI_MATRIX_COLUMN_TEXT && get_light (self, column) != SUIVI_MATRIX_NOBODY)
    read_facts (self);
  gtk_tooltip_set_text (tooltip, text);

  return TRUE;
}

static void
suivi_matrix_strip_dispose (GObject *object)
{
  SuiviMatrixStrip *self = SUIVI_MATRIX_STRIP (object);

  forget_facts (self);
  g_clear_object (&self->row);
  g_clear_object (&self->columns);
  g_clear_object (&self->workspace);
  g_clear_pointer (&self->cut_off, g_free);
  g_clear_pointer (&self->title, gtk_widget_unparent);
  g_clear_pointer (&self->text, gtk_widget_unparent);

  G_OBJECT_CLASS (suivi_matrix_strip_parent_class)->dispose (object);
}

static void
suivi_matrix_strip_class_init (SuiviMatrixStripClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = suivi_matrix_strip_dispose;
  widget_class->get_request_mode = suivi_matrix_strip_get_request_mode;
  widget_class->measure = suivi_matrix_strip_measure;
  widget_class->size_allocate = suivi_matrix_strip_size_allocate;
  widget_class->snapshot = suivi_matrix_strip_snapshot;
  widget_class->query_tooltip = suivi_matrix_strip_query_tooltip;
}

static GtkWidget *
create_label (SuiviMatrixStrip *self, int lines)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_wrap (GTK_LABEL (label), lines > 1);
  gtk_label_set_lines (GTK_LABEL (label), lines);
  gtk_widget_set_parent (label, GTK_WIDGET (self));

  return label;
}

static void
suivi_matrix_strip_init (SuiviMatrixStrip *self)
{
  self->title = create_label (self, 1);
  gtk_widget_add_css_class (self->title, "heading");
  gtk_widget_add_css_class (self->title, "numeric");
  self->text = create_label (self, 2);
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
}

/**
 * suivi_matrix_strip_new:
 *
 * Returns: (transfer floating): a row that shows nothing yet
 */
GtkWidget *
suivi_matrix_strip_new (void)
{
  return g_object_new (SUIVI_TYPE_MATRIX_STRIP, NULL);
}

static void
say (GtkWidget *widget)
{
  SuiviMatrixStrip *self = SUIVI_MATRIX_STRIP (widget);
  g_autofree char *name = NULL;

  if (self->row == NULL)
    return;

  name = suivi_matrix_row_dup_summary (self->row, suivi_matrix_columns_get_organisations (self->columns),
                                       suivi_light_words_get (widget));
  suivi_row_name_set (widget, name);
}

/**
 * suivi_matrix_strip_show:
 * @row: (nullable): what to show
 * @columns: (nullable): the columns that it has
 */
void
suivi_matrix_strip_show (SuiviMatrixStrip *self, SuiviMatrixRow *row, SuiviMatrixColumns *columns)
{
  forget_facts (self);
  g_set_object (&self->row, row);
  g_set_object (&self->columns, columns);
  if (row == NULL)
    return;

  gtk_label_set_label (GTK_LABEL (self->title), row->title);
  gtk_label_set_label (GTK_LABEL (self->text), row->text);
  say (GTK_WIDGET (self));
  suivi_light_words_follow (GTK_WIDGET (self), say);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

/**
 * suivi_matrix_strip_set_source:
 * @workspace: (nullable): where reasons are read
 * @cut_off: (nullable): day up to which judgements count
 */
void
suivi_matrix_strip_set_source (SuiviMatrixStrip *self, SuiviWorkspace *workspace, const char *cut_off)
{
  g_set_object (&self->workspace, workspace);
  g_free (self->cut_off);
  self->cut_off = g_strdup (cut_off);
}

/**
 * suivi_matrix_strip_find_column:
 * @x: a place, in pixels
 *
 * Returns: the column whose cell is there; one that does not exist if there is none
 */
guint
suivi_matrix_strip_find_column (SuiviMatrixStrip *self, int x, int y)
{
  const int width = gtk_widget_get_width (GTK_WIDGET (self));
  g_autoptr (GArray) chips = NULL;
  guint column = NOT_FOUND;
  int top = 0;

  if (self->columns == NULL || self->row == NULL)
    return NOT_FOUND;
  if (is_wide (self, width))
    {
      suivi_matrix_columns_find (self->columns, GTK_WIDGET (self), width, x, &column);
      return column;
    }

  chips = g_array_new (FALSE, FALSE, sizeof (Chip));
  top = gtk_widget_get_height (GTK_WIDGET (self)) - GAP - flow (self, width, chips);
  if (y < top)
    return SUIVI_MATRIX_COLUMN_TEXT;
  for (guint i = 0; i < chips->len; i++)
    {
      const Chip *chip = &g_array_index (chips, Chip, i);

      if (x >= chip->x && x < chip->x + chip->width && y >= top + chip->y && y < top + chip->y + PILL_HEIGHT)
        return chip->column;
    }

  return NOT_FOUND;
}
