/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/drafting/draft-view.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>
#include <string.h>

#include "app/drafting/hint-places.h"
#include "app/drafting/hint-popover.h"

/* Room for the letters of three criteria. */
#define MARGIN 30

struct _SuiviDraftView
{
  GtkTextView parent_instance;

  GtkTextBuffer *buffer; /* (owned) */
  SuiviHintPlaces *places;
  GtkWidget *popover;
  int width; /* that lines were broken for */
  guint resize_idle;
  guint focus_idle;
  const SuiviHint *shown; /* (unowned) (nullable): the hint that was in the popover last */
};

G_DEFINE_FINAL_TYPE (SuiviDraftView, suivi_draft_view, GTK_TYPE_TEXT_VIEW)

enum
{
  SIGNAL_HINT_DISMISSED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* ---- The popover ---- */

static void
show_place (SuiviDraftView *self, SuiviHintPlace *place)
{
  GtkTextIter start;
  GtkTextIter end;
  GdkRectangle first;
  GdkRectangle last;
  GdkRectangle area;

  suivi_hint_places_get (self->places, place, &start, &end);
  gtk_text_view_get_iter_location (GTK_TEXT_VIEW (self), &start, &first);
  gtk_text_view_get_iter_location (GTK_TEXT_VIEW (self), &end, &last);
  /* Words that go over the end of a line: point at where they begin. */
  area = first;
  if (first.y == last.y)
    gdk_rectangle_union (&first, &last, &area);
  gtk_text_view_buffer_to_window_coords (GTK_TEXT_VIEW (self), GTK_TEXT_WINDOW_WIDGET, area.x, area.y,
                                         &area.x, &area.y);

  self->shown = place->hint;
  suivi_hint_popover_set_hint (SUIVI_HINT_POPOVER (self->popover), place->hint,
                               gtk_text_view_get_editable (GTK_TEXT_VIEW (self)));
  gtk_popover_set_pointing_to (GTK_POPOVER (self->popover), &area);
  gtk_popover_popup (GTK_POPOVER (self->popover));
}

/* Words that were changed since are no longer what the suggestion is for. */
static void
use_cb (SuiviDraftView *self)
{
  SuiviHintPlace *place = self->shown != NULL ? suivi_hint_places_find (self->places, self->shown) : NULL;
  g_autofree char *words = NULL;
  GtkTextIter start;
  GtkTextIter end;

  if (place == NULL || place->hint->suggestion == NULL || !gtk_text_view_get_editable (GTK_TEXT_VIEW (self)))
    return;

  suivi_hint_places_get (self->places, place, &start, &end);
  words = gtk_text_buffer_get_text (self->buffer, &start, &end, TRUE);
  if (!g_str_equal (words, place->hint->words))
    return;

  gtk_text_buffer_begin_user_action (self->buffer);
  gtk_text_buffer_delete (self->buffer, &start, &end);
  gtk_text_buffer_insert (self->buffer, &start, place->hint->suggestion, -1);
  gtk_text_buffer_end_user_action (self->buffer);
}

static void
dismissed_cb (SuiviDraftView *self)
{
  g_autofree char *rule = self->shown != NULL ? g_strdup (self->shown->rule) : NULL;

  if (rule != NULL)
    g_signal_emit (self, signals[SIGNAL_HINT_DISMISSED], 0, rule);
}

static gboolean
focus_cb (gpointer user_data)
{
  SuiviDraftView *self = user_data;

  self->focus_idle = 0;
  gtk_widget_grab_focus (GTK_WIDGET (self));

  return G_SOURCE_REMOVE;
}

/* GTK 4.8 takes the focus away from whatever has it once the popover is gone, so it is called back after that. */
static void
popover_closed_cb (SuiviDraftView *self)
{
  if (self->focus_idle == 0)
    self->focus_idle = g_idle_add (focus_cb, self);
}

static void
select_place (SuiviDraftView *self, SuiviHintPlace *place)
{
  GtkTextIter start;
  GtkTextIter end;

  suivi_hint_places_get (self->places, place, &start, &end);
  gtk_text_buffer_select_range (self->buffer, &end, &start);
  gtk_text_view_scroll_to_iter (GTK_TEXT_VIEW (self), &start, 0.05, FALSE, 0, 0);
  show_place (self, place);
}

/* Where there is no hint, the key means what it means in every text: emoji, the menu. */
static gboolean
show_hint_binding (GtkWidget *widget, GVariant *args, gpointer user_data)
{
  SuiviDraftView *self = SUIVI_DRAFT_VIEW (widget);
  SuiviHintPlace *place = suivi_hint_places_find_at_cursor (self->places);

  if (place == NULL)
    return GDK_EVENT_PROPAGATE;
  show_place (self, place);

  return GDK_EVENT_STOP;
}

static gboolean
next_hint_binding (GtkWidget *widget, GVariant *args, gpointer user_data)
{
  SuiviDraftView *self = SUIVI_DRAFT_VIEW (widget);

  if (suivi_hint_places_count (self->places) == 0)
    gtk_widget_error_bell (widget);
  else
    select_place (self,
                  suivi_hint_places_find_next (self->places, self->shown, g_variant_get_boolean (args)));

  return GDK_EVENT_STOP;
}

static void
released_cb (GtkGestureClick *gesture, int n_press, double x, double y, SuiviDraftView *self)
{
  GtkTextIter iter;
  SuiviHintPlace *place = NULL;
  int buffer_x = 0;
  int buffer_y = 0;

  if (n_press != 1 || gtk_text_buffer_get_has_selection (self->buffer))
    return;

  gtk_text_view_window_to_buffer_coords (GTK_TEXT_VIEW (self), GTK_TEXT_WINDOW_WIDGET, (int) x, (int) y,
                                         &buffer_x, &buffer_y);
  if (!gtk_text_view_get_iter_at_location (GTK_TEXT_VIEW (self), &iter, buffer_x, buffer_y))
    return;
  place = suivi_hint_places_find_at (self->places, &iter);
  if (place != NULL)
    show_place (self, place);
}

/* ---- Marks in the margin ---- */

/* The letters of the criteria in a set of bits. */
static char *
write_letters (guint criteria)
{
  GString *letters = g_string_new (NULL);

  for (guint i = 0; i < SUIVI_N_CRITERIA; i++)
    {
      if (criteria & 1u << i)
        g_string_append_unichar (letters, g_utf8_get_char (suivi_criterion_get_label (i)));
    }

  return g_string_free (letters, FALSE);
}

static void
snapshot_letters (SuiviDraftView *self, GtkSnapshot *snapshot, guint criteria, const GdkRectangle *line)
{
  GtkTextView *view = GTK_TEXT_VIEW (self);
  g_autofree char *letters = write_letters (criteria);
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), letters);
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();
  GdkRGBA color;
  GdkRectangle visible;
  int width = 0;
  int text_height = 0;
  float x = 0;

  pango_attr_list_insert (attributes, pango_attr_weight_new (PANGO_WEIGHT_BOLD));
  pango_attr_list_insert (attributes, pango_attr_scale_new (PANGO_SCALE_SMALL));
  pango_layout_set_attributes (layout, attributes);
  pango_layout_get_pixel_size (layout, &width, &text_height);
  gtk_text_view_get_visible_rect (view, &visible);
  x = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL ? visible.width - width - 6 : 6;

  if (!gtk_style_context_lookup_color (gtk_widget_get_style_context (GTK_WIDGET (self)), "warning_color",
                                       &color))
    gtk_style_context_get_color (gtk_widget_get_style_context (GTK_WIDGET (self)), &color);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (x, line->y + (line->height - text_height) / 2));
  gtk_snapshot_append_layout (snapshot, layout, &color);
  gtk_snapshot_restore (snapshot);
}

/* A letter for each criterion beside each line, as lines are shown, where words begin that a hint is about. */
static void
suivi_draft_view_snapshot_layer (GtkTextView *view, GtkTextViewLayer layer, GtkSnapshot *snapshot)
{
  SuiviDraftView *self = SUIVI_DRAFT_VIEW (view);
  GdkRectangle line = { 0 };
  guint criteria = 0;

  if (layer != GTK_TEXT_VIEW_LAYER_BELOW_TEXT)
    return;

  for (guint i = 0; i < suivi_hint_places_count (self->places); i++)
    {
      SuiviHintPlace *place = suivi_hint_places_index (self->places, i);
      GdkRectangle area;
      GtkTextIter start;
      GtkTextIter end;

      suivi_hint_places_get (self->places, place, &start, &end);
      if (gtk_text_iter_equal (&start, &end))
        continue;
      gtk_text_view_get_iter_location (view, &start, &area);
      if (criteria != 0 && area.y != line.y)
        {
          snapshot_letters (self, snapshot, criteria, &line);
          criteria = 0;
        }
      line = area;
      criteria |= 1u << place->hint->criterion;
    }
  if (criteria != 0)
    snapshot_letters (self, snapshot, criteria, &line);
}

/* ---- The widget ---- */

static void
update_colors (SuiviDraftView *self)
{
  GdkRGBA color;

  if (!gtk_style_context_lookup_color (gtk_widget_get_style_context (GTK_WIDGET (self)), "warning_color",
                                       &color))
    return;
  suivi_hint_places_set_color (self->places, &color);
}

static void
suivi_draft_view_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (suivi_draft_view_parent_class)->css_changed (widget, change);
  update_colors (SUIVI_DRAFT_VIEW (widget));
}

static void
suivi_draft_view_direction_changed (GtkWidget *widget, GtkTextDirection previous)
{
  gboolean mirrored = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;

  GTK_WIDGET_CLASS (suivi_draft_view_parent_class)->direction_changed (widget, previous);
  gtk_text_view_set_left_margin (GTK_TEXT_VIEW (widget), mirrored ? 12 : MARGIN);
  gtk_text_view_set_right_margin (GTK_TEXT_VIEW (widget), mirrored ? MARGIN : 12);
}

static gboolean
resize_cb (gpointer user_data)
{
  SuiviDraftView *self = user_data;

  self->resize_idle = 0;
  gtk_widget_queue_resize (GTK_WIDGET (self));

  return G_SOURCE_REMOVE;
}

/* A text view does not ask for another height when its lines break anew for another width. */
static void
suivi_draft_view_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  SuiviDraftView *self = SUIVI_DRAFT_VIEW (widget);

  GTK_WIDGET_CLASS (suivi_draft_view_parent_class)->size_allocate (widget, width, height, baseline);
  gtk_popover_present (GTK_POPOVER (self->popover));
  if (width != self->width && self->resize_idle == 0)
    self->resize_idle = g_idle_add_full (G_PRIORITY_LOW, resize_cb, self, NULL);
  self->width = width;
}

static void
suivi_draft_view_dispose (GObject *object)
{
  SuiviDraftView *self = SUIVI_DRAFT_VIEW (object);

  g_clear_handle_id (&self->resize_idle, g_source_remove);
  g_clear_handle_id (&self->focus_idle, g_source_remove);
  g_clear_pointer (&self->popover, gtk_widget_unparent);

  G_OBJECT_CLASS (suivi_draft_view_parent_class)->dispose (object);
}

static void
suivi_draft_view_finalize (GObject *object)
{
  SuiviDraftView *self = SUIVI_DRAFT_VIEW (object);

  suivi_hint_places_free (self->places);
  g_clear_object (&self->buffer);

  G_OBJECT_CLASS (suivi_draft_view_parent_class)->finalize (object);
}

static void
suivi_draft_view_class_init (SuiviDraftViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = suivi_draft_view_dispose;
  object_class->finalize = suivi_draft_view_finalize;
  widget_class->css_changed = suivi_draft_view_css_changed;
  widget_class->direction_changed = suivi_draft_view_direction_changed;
  widget_class->size_allocate = suivi_draft_view_size_allocate;
  GTK_TEXT_VIEW_CLASS (klass)->snapshot_layer = suivi_draft_view_snapshot_layer;

  /**
   * SuiviDraftView::hint-dismissed:
   * @rule: name of the rule whose hints are not to be shown again
   */
  signals[SIGNAL_HINT_DISMISSED] = g_signal_new ("hint-dismissed", SUIVI_TYPE_DRAFT_VIEW, G_SIGNAL_RUN_LAST,
                                                 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

/* Not bindings of the class: those of the text view come before them. */
static void
add_shortcuts (SuiviDraftView *self)
{
  const struct
  {
    guint key;
    GdkModifierType modifiers;
    GtkShortcutFunc func;
    gboolean forward;
  } shortcuts[] = {
    { GDK_KEY_period, GDK_CONTROL_MASK, show_hint_binding, FALSE },
    { GDK_KEY_F10, GDK_SHIFT_MASK, show_hint_binding, FALSE },
    { GDK_KEY_Menu, 0, show_hint_binding, FALSE },
    { GDK_KEY_F8, 0, next_hint_binding, TRUE },
    { GDK_KEY_F8, GDK_SHIFT_MASK, next_hint_binding, FALSE },
  };
  GtkEventController *controller = gtk_shortcut_controller_new ();

  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  for (gsize i = 0; i < G_N_ELEMENTS (shortcuts); i++)
    {
      GtkShortcut *shortcut
        = gtk_shortcut_new (gtk_keyval_trigger_new (shortcuts[i].key, shortcuts[i].modifiers),
                            gtk_callback_action_new (shortcuts[i].func, NULL, NULL));

      gtk_shortcut_set_arguments (shortcut, g_variant_new_boolean (shortcuts[i].forward));
      gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (controller), shortcut);
    }
  gtk_widget_add_controller (GTK_WIDGET (self), controller);
}

static void
suivi_draft_view_init (SuiviDraftView *self)
{
  GtkTextView *view = GTK_TEXT_VIEW (self);
  GtkGesture *click = gtk_gesture_click_new ();

  self->buffer = gtk_text_buffer_new (NULL);
  gtk_text_buffer_set_enable_undo (self->buffer, TRUE);
  self->places = suivi_hint_places_new (self->buffer);
  gtk_text_view_set_buffer (view, self->buffer);
  gtk_text_view_set_wrap_mode (view, GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_accepts_tab (view, FALSE);
  gtk_text_view_set_top_margin (view, 9);
  gtk_text_view_set_bottom_margin (view, 9);
  gtk_text_view_set_pixels_inside_wrap (view, 4);
  suivi_draft_view_direction_changed (GTK_WIDGET (self), GTK_TEXT_DIR_NONE);

  self->popover = g_object_ref_sink (suivi_hint_popover_new ());
  gtk_widget_set_parent (self->popover, GTK_WIDGET (self));
  g_object_unref (self->popover);
  g_signal_connect_object (self->popover, "use", G_CALLBACK (use_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->popover, "dismissed", G_CALLBACK (dismissed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->popover, "closed", G_CALLBACK (popover_closed_cb), self, G_CONNECT_SWAPPED);

  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (click), GTK_PHASE_CAPTURE);
  g_signal_connect_object (click, "released", G_CALLBACK (released_cb), self, 0);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  add_shortcuts (self);
}

/**
 * suivi_draft_view_dup_text:
 *
 * Returns: (transfer full): the wording
 */
char *
suivi_draft_view_dup_text (SuiviDraftView *self)
{
  GtkTextIter start;
  GtkTextIter end;

  g_return_val_if_fail (SUIVI_IS_DRAFT_VIEW (self), NULL);

  gtk_text_buffer_get_bounds (self->buffer, &start, &end);

  return gtk_text_buffer_get_text (self->buffer, &start, &end, TRUE);
}

/**
 * suivi_draft_view_load_text:
 * @text: a wording
 *
 * Shows another wording; what was typed before cannot be undone in it.
 */
void
suivi_draft_view_load_text (SuiviDraftView *self, const char *text)
{
  g_return_if_fail (SUIVI_IS_DRAFT_VIEW (self));

  gtk_text_buffer_set_text (self->buffer, text, -1);
}

/**
 * suivi_draft_view_replace_text:
 * @text: a wording
 *
 * Puts another wording in place, as if it had been typed: it can be undone.
 */
void
suivi_draft_view_replace_text (SuiviDraftView *self, const char *text)
{
  GtkTextIter start;
  GtkTextIter end;

  g_return_if_fail (SUIVI_IS_DRAFT_VIEW (self));

  gtk_text_buffer_begin_user_action (self->buffer);
  gtk_text_buffer_get_bounds (self->buffer, &start, &end);
  gtk_text_buffer_delete (self->buffer, &start, &end);
  gtk_text_buffer_insert (self->buffer, &start, text, -1);
  gtk_text_buffer_end_user_action (self->buffer);
}

/**
 * suivi_draft_view_append_words:
 * @words: words that continue the sentence: ", as previously recommended"
 *
 * Puts them at the end of the text, before its full stop, as if they had been typed. Does nothing if they are there.
 */
void
suivi_draft_view_append_words (SuiviDraftView *self, const char *words)
{
  g_autofree char *text = NULL;
  const char *stop = NULL;
  GtkTextIter end;

  g_return_if_fail (SUIVI_IS_DRAFT_VIEW (self));

  text = suivi_draft_view_dup_text (self);
  if (strstr (text, words) != NULL)
    return;

  stop = text + strlen (text);
  while (stop > text && g_unichar_isspace (g_utf8_get_char (g_utf8_prev_char (stop))))
    stop = g_utf8_prev_char (stop);
  if (stop > text && strchr (".;!?", stop[-1]) != NULL)
    stop--;
  gtk_text_buffer_get_iter_at_offset (self->buffer, &end, (int) g_utf8_pointer_to_offset (text, stop));

  gtk_text_buffer_begin_user_action (self->buffer);
  gtk_text_buffer_insert (self->buffer, &end, words, -1);
  gtk_text_buffer_end_user_action (self->buffer);
}

/**
 * suivi_draft_view_set_hints:
 * @analysis: (nullable): that of the text as it is now
 * @hints: (nullable) (element-type SuiviHint): those of its hints that are to be shown
 */
void
suivi_draft_view_set_hints (SuiviDraftView *self, SuiviAnalysis *analysis, GPtrArray *hints)
{
  g_return_if_fail (SUIVI_IS_DRAFT_VIEW (self));

  self->shown = NULL;
  if (gtk_widget_get_visible (self->popover))
    gtk_popover_popdown (GTK_POPOVER (self->popover));
  suivi_hint_places_set (self->places, analysis, hints);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * suivi_draft_view_count_marked:
 *
 * Returns: how many hints have words underlined
 */
guint
suivi_draft_view_count_marked (SuiviDraftView *self)
{
  g_return_val_if_fail (SUIVI_IS_DRAFT_VIEW (self), 0);

  return suivi_hint_places_count (self->places);
}

/**
 * suivi_draft_view_show_hint:
 * @hint: one of the hints that are shown
 *
 * Selects the words that it is about and says what to do. Does nothing for a hint on something that is missing.
 */
void
suivi_draft_view_show_hint (SuiviDraftView *self, const SuiviHint *hint)
{
  SuiviHintPlace *place = NULL;

  g_return_if_fail (SUIVI_IS_DRAFT_VIEW (self));

  place = suivi_hint_places_find (self->places, hint);
  if (place != NULL)
    select_place (self, place);
}
