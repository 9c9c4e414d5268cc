/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "app/sealing/secret-view.h"

/* What stands there while nothing is shown. */
#define DOTS "••••••••"

/* Numbered words stand in so many columns; a narrow window gets fewer. In pixels. */
#define MIN_COLUMN_WIDTH 96
#define MAX_COLUMNS      3

struct _SuiviSecretView
{
  GtkWidget parent_instance;

  char *title;
  SuiviSecret *secret; /* (owned) (nullable) */
  gboolean numbered;   /* whether the secret is words that are shown with their numbers */
};

G_DEFINE_FINAL_TYPE (SuiviSecretView, suivi_secret_view, GTK_TYPE_WIDGET)

static const char *
get_shown (SuiviSecretView *self)
{
  const char *text = self->secret != NULL ? suivi_secret_get_text (self->secret) : DOTS;

  /* A file is no text, and half a character is none either. */
  return g_utf8_validate (text, -1, NULL) ? text : _ ("This cannot be shown as text.");
}

/* Made for one moment, and dropped with all that it holds. But Pango copies the text into ordinary memory, which it frees
 * without wiping, and a renderer may keep the picture of it for a frame or two: that is what showing it takes. */
static PangoLayout *
make_layout (SuiviSecretView *self, int width)
{
  PangoLayout *layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), get_shown (self));

  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  if (width >= 0)
    pango_layout_set_width (layout, width * PANGO_SCALE);

  return layout;
}

/* Word by word: "1  acorn" one below the other, in columns. @draw is NULL when only the height is asked for. */
static int
lay_out_words (SuiviSecretView *self, int width, GtkSnapshot *draw)
{
  const char *text = get_shown (self);
  PangoLayout *layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), NULL);
  int n_columns = CLAMP (width / MIN_COLUMN_WIDTH, 1, MAX_COLUMNS);
  int n_rows = (SUIVI_RECOVERY_N_WORDS + n_columns - 1) / n_columns;
  int height = 0;
  int n = 0;
  GdkRGBA colour = { 0 };

  pango_layout_set_text (layout, "18", -1);
  pango_layout_get_pixel_size (layout, NULL, &height);
  height += 6;
  gtk_style_context_get_color (gtk_widget_get_style_context (GTK_WIDGET (self)), &colour);
  while (draw != NULL && *text != '\0' && n < SUIVI_RECOVERY_N_WORDS)
    {
      gsize length = strcspn (text, " ");
      char number[8] = "";
      int x = n / n_rows * (width / n_columns);
      int y = n % n_rows * height;

      if (gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL)
        x = width - x - width / n_columns;
      g_snprintf (number, sizeof number, "%d", n + 1);
      gtk_snapshot_save (draw);
      gtk_snapshot_translate (draw, &GRAPHENE_POINT_INIT ((float) x, (float) y));
      pango_layout_set_text (layout, number, -1);
      gtk_snapshot_append_layout (draw, layout, &(GdkRGBA){ colour.red, colour.green, colour.blue, 0.55f });
      gtk_snapshot_translate (draw, &GRAPHENE_POINT_INIT (26, 0));
      pango_layout_set_text (layout, text, (int) length);
      gtk_snapshot_append_layout (draw, layout, &colour);
      gtk_snapshot_restore (draw);
      text += length + strspn (text + length, " ");
      n++;
    }
  g_object_unref (layout);

  return n_rows * height;
}

static GtkSizeRequestMode
suivi_secret_view_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
suivi_secret_view_measure (GtkWidget *widget,
                           GtkOrientation orientation,
                           int for_size,
                           int *minimum,
                           int *natural,
                           int *minimum_baseline,
                           int *natural_baseline)
{
  SuiviSecretView *self = SUIVI_SECRET_VIEW (widget);
  g_autoptr (PangoLayout) layout = NULL;
  int width = 0;
  int height = 0;

  if (self->numbered)
    {
      *minimum = orientation == GTK_ORIENTATION_HORIZONTAL
                   ? MIN_COLUMN_WIDTH
                   : lay_out_words (self, for_size >= 0 ? for_size : MIN_COLUMN_WIDTH, NULL);
      *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? MIN_COLUMN_WIDTH * MAX_COLUMNS : *minimum;
      return;
    }

  layout = make_layout (self, orientation == GTK_ORIENTATION_VERTICAL ? for_size : -1);
  pango_layout_get_pixel_size (layout, &width, &height);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = MIN (width, MIN_COLUMN_WIDTH);
      *natural = width;
    }
  else
    {
      *minimum = height;
      *natural = height;
    }
}

static void
suivi_secret_view_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  SuiviSecretView *self = SUIVI_SECRET_VIEW (widget);
  g_autoptr (PangoLayout) layout = NULL;

  if (self->numbered && self->secret != NULL)
    {
      lay_out_words (self, gtk_widget_get_width (widget), snapshot);
      return;
    }

  layout = make_layout (self, gtk_widget_get_width (widget));
  gtk_snapshot_render_layout (snapshot, gtk_widget_get_style_context (widget), 0, 0, layout);
}

/* A screen reader says what others see: the text while it is shown, and that it is hidden else. The copy made here is wiped;
 * the one that GTK keeps as the label, and hands to the screen reader, lies in ordinary memory until the text is hidden,
 * and is freed then without being wiped. */
static void
update_accessible (SuiviSecretView *self)
{
  g_autofree char *label = NULL;

  /* Translators: for a screen reader: what it is, "Name", and what it says, "hidden" or the name itself */
  label = g_strdup_printf (_ ("%s: %s"), self->title, self->secret != NULL ? get_shown (self) : _ ("hidden"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  memset (label, 0, strlen (label));
}

static void
suivi_secret_view_dispose (GObject *object)
{
  g_clear_pointer (&SUIVI_SECRET_VIEW (object)->secret, suivi_secret_unref);

  G_OBJECT_CLASS (suivi_secret_view_parent_class)->dispose (object);
}

static void
suivi_secret_view_finalize (GObject *object)
{
  g_free (SUIVI_SECRET_VIEW (object)->title);

  G_OBJECT_CLASS (suivi_secret_view_parent_class)->finalize (object);
}

static void
suivi_secret_view_class_init (SuiviSecretViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = suivi_secret_view_dispose;
  G_OBJECT_CLASS (klass)->finalize = suivi_secret_view_finalize;
  widget_class->get_request_mode = suivi_secret_view_get_request_mode;
  widget_class->measure = suivi_secret_view_measure;
  widget_class->snapshot = suivi_secret_view_snapshot;
  gtk_widget_class_set_css_name (widget_class, "label");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LABEL);
}

static void
suivi_secret_view_init (SuiviSecretView *self)
{
  /* So that the keyboard gets there, and a screen reader with it. */
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
}

/**
 * suivi_secret_view_new:
 * @title: what it is, for a screen reader: "Name"
 *
 * Returns: (transfer floating): a view that shows nothing yet
 */
GtkWidget *
suivi_secret_view_new (const char *title)
{
  SuiviSecretView *self = g_object_new (SUIVI_TYPE_SECRET_VIEW, NULL);

  self->title = g_strdup (title);
  update_accessible (self);

  return GTK_WIDGET (self);
}

/**
 * suivi_secret_view_set_secret:
 * @secret: (nullable): text in locked memory; %NULL: nothing is shown
 */
void
suivi_secret_view_set_secret (SuiviSecretView *self, SuiviSecret *secret)
{
  g_return_if_fail (SUIVI_IS_SECRET_VIEW (self));

  if (secret != NULL)
    suivi_secret_ref (secret);
  g_clear_pointer (&self->secret, suivi_secret_unref);
  self->secret = secret;
  update_accessible (self);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

/**
 * suivi_secret_view_get_secret:
 *
 * Returns: (transfer none) (nullable): what is shown
 */
SuiviSecret *
suivi_secret_view_get_secret (SuiviSecretView *self)
{
  g_return_val_if_fail (SUIVI_IS_SECRET_VIEW (self), NULL);

  return self->secret;
}

/**
 * suivi_secret_view_set_words:
 * @words: (nullable): recovery words, with spaces between them
 *
 * Shows them with their numbers.
 */
void
suivi_secret_view_set_words (SuiviSecretView *self, SuiviSecret *words)
{
  g_return_if_fail (SUIVI_IS_SECRET_VIEW (self));

  self->numbered = TRUE;
  suivi_secret_view_set_secret (self, words);
}
