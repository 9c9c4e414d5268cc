/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Pictures in a Word document: the large signs. */

#include "config.h"

#include "exchange/document-docx-private.h"
#include "exchange/document-sign.h"

#define MAIN_NS    "http://schemas.openxmlformats.org/drawingml/2006/main"
#define PICTURE_NS "http://schemas.openxmlformats.org/drawingml/2006/picture"
#define PLACE_NS   "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"

/* The unit of lengths in drawings. */
#define EMU_PER_POINT 12700

static void
free_picture (gpointer data)
{
  SuiviDocxPicture *picture = data;

  g_free (picture->sign);
  g_bytes_unref (picture->png);
  g_free (picture);
}

/**
 * suivi_docx_pictures_new:
 *
 * Returns: (transfer full) (element-type SuiviDocxPicture): pictures of a document, none yet
 */
GPtrArray *
suivi_docx_pictures_new (void)
{
  return g_ptr_array_new_with_free_func (free_picture);
}

/* Each picture stands in the file once. Returns its number, from 1 on; 0 if there is none of that sign. */
static guint
find_picture (GPtrArray *pictures, const char *sign, guint ink)
{
  SuiviDocxPicture *picture = NULL;
  GBytes *png = NULL;

  for (guint i = 0; i < pictures->len; i++)
    {
      picture = g_ptr_array_index (pictures, i);
      if (picture->ink == ink && g_str_equal (picture->sign, sign))
        return i + 1;
    }

  png = suivi_sign_draw (sign, ink);
  if (png == NULL)
    return 0;

  picture = g_new0 (SuiviDocxPicture, 1);
  picture->sign = g_strdup (sign);
  picture->ink = ink;
  picture->png = png;
  g_ptr_array_add (pictures, picture);

  return pictures->len;
}

static void
put_extent (SuiviDocxPart *self, const char *element, guint size)
{
  suivi_docx_begin (self, element);
  suivi_docx_set_number (self, "cx", size);
  suivi_docx_set_number (self, "cy", size);
  suivi_docx_end (self);
}

/* What the picture is, for screen readers. */
static void
put_properties (SuiviDocxPart *self, const char *element, const char *sign)
{
  g_autofree char *name = g_strdup_printf ("Sign %u", self->n_pictures);

  suivi_docx_begin (self, element);
  suivi_docx_set_number (self, "id", self->n_pictures);
  suivi_docx_set (self, "name", name);
  suivi_docx_set (self, "descr", suivi_sign_to_alt_text (sign));
  suivi_docx_end (self);
}

static void
put_fill (SuiviDocxPart *self, guint number)
{
  g_autofree char *id = g_strdup_printf ("sign%u", number);

  suivi_docx_begin (self, "pic:blipFill");
  suivi_docx_begin (self, "a:blip");
  suivi_docx_set (self, "r:embed", id);
  suivi_docx_end (self);
  suivi_docx_begin (self, "a:stretch");
  suivi_docx_put (self, "a:fillRect", NULL);
  suivi_docx_end (self);
  suivi_docx_end (self);
}

static void
put_shape (SuiviDocxPart *self, guint size)
{
  suivi_docx_begin (self, "pic:spPr");
  suivi_docx_begin (self, "a:xfrm");
  suivi_docx_begin (self, "a:off");
  suivi_docx_set_number (self, "x", 0);
  suivi_docx_set_number (self, "y", 0);
  suivi_docx_end (self);
  put_extent (self, "a:ext", size);
  suivi_docx_end (self);
  suivi_docx_begin (self, "a:prstGeom");
  suivi_docx_set (self, "prst", "rect");
  suivi_docx_put (self, "a:avLst", NULL);
  suivi_docx_end (self);
  suivi_docx_end (self);
}

static void
put_graphic (SuiviDocxPart *self, const SuiviBlock *block, guint number, guint size)
{
  suivi_docx_begin (self, "a:graphic");
  suivi_docx_set (self, "xmlns:a", MAIN_NS);
  suivi_docx_begin (self, "a:graphicData");
  suivi_docx_set (self, "uri", PICTURE_NS);
  suivi_docx_begin (self, "pic:pic");
  suivi_docx_set (self, "xmlns:pic", PICTURE_NS);
  suivi_docx_begin (self, "pic:nvPicPr");
  put_properties (self, "pic:cNvPr", block->label);
  suivi_docx_put (self, "pic:cNvPicPr", NULL);
  suivi_docx_end (self);
  put_fill (self, number);
  put_shape (self, size);
  suivi_docx_end (self);
  suivi_docx_end (self);
  suivi_docx_end (self);
}

/**
 * suivi_docx_put_picture:
 * @block: a sign with a size
 *
 * Puts the sign of a light as a picture into the line.
 *
 * Returns: whether there is a picture of that sign
 */
gboolean
suivi_docx_put_picture (SuiviDocxPart *self, const SuiviBlock *block)
{
  static const char *const distances[] = { "distT", "distB", "distL", "distR" };
  const guint size = block->size * EMU_PER_POINT;
  const guint number = find_picture (self->pictures, block->label, block->ink);

  if (number == 0)
    return FALSE;

  self->n_pictures++;
  suivi_docx_begin (self, "w:r");
  suivi_docx_begin (self, "w:drawing");
  suivi_docx_begin (self, "wp:inline");
  suivi_docx_set (self, "xmlns:wp", PLACE_NS);
  for (gsize i = 0; i < G_N_ELEMENTS (distances); i++)
    suivi_docx_set_number (self, distances[i], 0);
  put_extent (self, "wp:extent", size);
  put_properties (self, "wp:docPr", block->label);
  put_graphic (self, block, number, size);
  suivi_docx_end (self);
  suivi_docx_end (self);
  suivi_docx_end (self);

  return TRUE;
}
