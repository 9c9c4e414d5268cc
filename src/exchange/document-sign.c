/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <cairo.h>
#include <glib/gi18n-lib.h>

#include "core/scorecard/light.h"
#include "exchange/document-sign.h"

/* Dots on each side of the picture: sharp in print at 60 points. The shapes are drawn in a square of 100 units. */
#define DOTS   256
#define RADIUS 42.0
#define STROKE 9.0

static gboolean
find_light (const char *sign, SuiviLight *light)
{
  for (guint i = 0; i < SUIVI_N_LIGHTS; i++)
    {
      if (!g_str_equal (suivi_light_to_symbol (i), sign))
        continue;
      *light = i;
      return TRUE;
    }

  return FALSE;
}

static void
draw_circle (cairo_t *cr)
{
  cairo_new_path (cr);
  cairo_arc (cr, 50, 50, RADIUS, 0, 2 * G_PI);
  cairo_stroke (cr);
}

static void
draw_half (cairo_t *cr)
{
  cairo_new_path (cr);
  cairo_arc (cr, 50, 50, RADIUS, G_PI / 2, 3 * G_PI / 2);
  cairo_close_path (cr);
  cairo_fill (cr);
}

static void
draw_arrow (cairo_t *cr)
{
  cairo_new_path (cr);
  cairo_move_to (cr, 50, 4);
  cairo_line_to (cr, 50, 84);
  cairo_move_to (cr, 14, 50);
  cairo_line_to (cr, 50, 86);
  cairo_line_to (cr, 86, 50);
  cairo_stroke (cr);
}

static void
draw_line (cairo_t *cr)
{
  cairo_new_path (cr);
  cairo_move_to (cr, 8, 50);
  cairo_line_to (cr, 92, 50);
  cairo_stroke (cr);
}

static void
draw_shape (cairo_t *cr, SuiviLight light)
{
  cairo_set_line_width (cr, light == SUIVI_LIGHT_WORSE || light == SUIVI_LIGHT_GREY ? 1.5 * STROKE : STROKE);
  switch (light)
    {
    case SUIVI_LIGHT_GREEN:
      cairo_new_path (cr);
      cairo_arc (cr, 50, 50, RADIUS + STROKE / 2, 0, 2 * G_PI);
      cairo_fill (cr);
      break;
    case SUIVI_LIGHT_AMBER:
      draw_circle (cr);
      draw_half (cr);
      break;
    case SUIVI_LIGHT_RED:
      draw_circle (cr);
      break;
    case SUIVI_LIGHT_WORSE:
      draw_arrow (cr);
      break;
    case SUIVI_LIGHT_GREY:
    default:
      draw_line (cr);
      break;
    }
}

static cairo_status_t
append_cb (void *closure, const unsigned char *data, unsigned int length)
{
  g_byte_array_append (closure, data, length);

  return CAIRO_STATUS_SUCCESS;
}

/**
 * suivi_sign_draw:
 * @sign: the sign of a light
 * @ink: its colour, 0xRRGGBB
 *
 * Draws the sign on no ground. All signs are as large.
 *
 * Returns: (transfer full) (nullable): a PNG as high as wide, the same bytes each time; %NULL for any other sign
 */
GBytes *
suivi_sign_draw (const char *sign, guint ink)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  cairo_surface_t *surface = NULL;
  cairo_t *cr = NULL;
  cairo_status_t status = CAIRO_STATUS_SUCCESS;
  SuiviLight light = SUIVI_LIGHT_GREY;

  if (!find_light (sign, &light))
    return NULL;

  surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, DOTS, DOTS);
  cr = cairo_create (surface);
  cairo_scale (cr, DOTS / 100.0, DOTS / 100.0);
  cairo_set_source_rgb (cr, (ink >> 16 & 0xFF) / 255.0, (ink >> 8 & 0xFF) / 255.0, (ink & 0xFF) / 255.0);
  draw_shape (cr, light);
  cairo_destroy (cr);
  status = cairo_surface_write_to_png_stream (surface, append_cb, bytes);
  cairo_surface_destroy (surface);

  return status == CAIRO_STATUS_SUCCESS ? g_byte_array_free_to_bytes (g_steal_pointer (&bytes)) : NULL;
}

/**
 * suivi_sign_to_alt_text:
 * @sign: the sign of a light
 *
 * Returns: (transfer none): what the sign looks like, for those who do not see it; "" for any other sign
 */
const char *
suivi_sign_to_alt_text (const char *sign)
{
  SuiviLight light = SUIVI_LIGHT_GREY;

  if (!find_light (sign, &light))
    return "";

  switch (light)
    {
    case SUIVI_LIGHT_GREEN:
      /* Translators: describes a sign to those who do not see it */
      return _ ("A full circle");
    case SUIVI_LIGHT_AMBER:
      /* Translators: describes a sign to those who do not see it */
      return _ ("A circle that is half full");
    case SUIVI_LIGHT_RED:
      /* Translators: describes a sign to those who do not see it */
      return _ ("An empty circle");
    case SUIVI_LIGHT_WORSE:
      /* Translators: describes a sign to those who do not see it */
      return _ ("An arrow that points down");
    case SUIVI_LIGHT_GREY:
    default:
      /* Translators: describes a sign to those who do not see it */
      return _ ("A line");
    }
}
