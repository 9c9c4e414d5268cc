/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Names for the looks of cells. libxlsxwriter writes a workbook whose only named style is "Normal"; this puts more of them
 * into the part with the styles. ECMA-376, 18.8: a cell has a format of cellXfs, which says by xfId on which format of
 * cellStyleXfs it stands, and cellStyles gives names to those. */

#include "config.h"

#include <string.h>

#include "exchange/xlsx-named-styles.h"

/* What Excel takes for the name of a style. */
#define MAX_NAME 255

/* How the library says that a format stands on "Normal". */
#define ON_NORMAL " xfId=\"0\""

/* An element that holds a list, in the text of the part. */
typedef struct
{
  const char *start; /* of its opening tag */
  const char *items;
  const char *closing;
  const char *end;
} List;

static gboolean
find_list (const char *from, const char *name, List *list)
{
  g_autofree char *opening = g_strdup_printf ("<%s count=\"", name);
  g_autofree char *closing = g_strdup_printf ("</%s>", name);

  list->start = strstr (from, opening);
  list->items = list->start != NULL ? strchr (list->start, '>') : NULL;
  list->closing = list->items != NULL ? strstr (list->items, closing) : NULL;
  if (list->closing == NULL)
    return FALSE;

  list->items++;
  list->end = list->closing + strlen (closing);

  return TRUE;
}

/* Where a format ends, which may hold other elements. */
static const char *
find_end (const char *format)
{
  const char *end = g_str_has_prefix (format, "<xf ") ? strchr (format, '>') : NULL;

  if (end == NULL || end[-1] == '/')
    return end != NULL ? end + 1 : NULL;

  end = strstr (end, "</xf>");
  return end != NULL ? end + strlen ("</xf>") : NULL;
}

static GPtrArray *
split_formats (const List *list)
{
  g_autoptr (GPtrArray) formats = g_ptr_array_new_with_free_func (g_free);

  for (const char *p = list->items; p < list->closing;)
    {
      const char *end = find_end (p);

      if (end == NULL || end > list->closing)
        return NULL;
      g_ptr_array_add (formats, g_strndup (p, end - p));
      p = end;
    }

  return g_steal_pointer (&formats);
}

/* The format without what it stands on, for one that others stand on; or on another one. */
static char *
rebase (const char *format, const char *base)
{
  const char *found = strstr (format, ON_NORMAL);

  if (found == NULL)
    return NULL;

  return g_strdup_printf ("%.*s%s%s", (int) (found - format), format, base, found + strlen (ON_NORMAL));
}

/* No name may stand there twice, in whatever capitals; translations may make two out of different words. */
static char *
make_unique (GHashTable *taken, const char *name)
{
  g_autofree char *valid = g_utf8_make_valid (name, -1);
  g_autofree char *cut = g_utf8_substring (valid, 0, MIN (g_utf8_strlen (valid, -1), MAX_NAME - 10));
  char *unique = g_strdup (cut);

  for (guint n = 2; !g_hash_table_add (taken, g_utf8_casefold (unique, -1)); n++)
    {
      g_free (unique);
      unique = g_strdup_printf ("%s %u", cut, n);
    }

  return unique;
}

static void
append_name (GString *out, GHashTable *taken, const char *name, guint base)
{
  g_autofree char *unique = make_unique (taken, name);
  g_autofree char *escaped = g_markup_escape_text (unique, -1);

  g_string_append_printf (out, "<cellStyle name=\"%s\" xfId=\"%u\"/>", escaped, base);
}

/* Adds what the named styles are, and lets the formats stand on them. */
static gboolean
add_styles (GPtrArray *bases,
            GPtrArray *formats,
            GString *list,
            const SuiviXlsxNamedStyle *names,
            guint n_names)
{
  g_autoptr (GHashTable) taken = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  g_hash_table_add (taken, g_utf8_casefold ("Normal", -1));
  for (guint i = 0; i < n_names; i++)
    {
      const char *format
        = names[i].format < formats->len ? g_ptr_array_index (formats, names[i].format) : NULL;
      g_autofree char *on_it = g_strdup_printf (" xfId=\"%u\"", bases->len);
      char *base = format != NULL ? rebase (format, "") : NULL;

      /* Two names for the same look: the cells have the first one. */
      if (base == NULL && format != NULL && strstr (format, " xfId=\"") != NULL)
        continue;
      if (base == NULL)
        return FALSE;
      append_name (list, taken, names[i].name, bases->len);
      g_ptr_array_add (bases, base);
      base = rebase (format, on_it);
      g_free (formats->pdata[names[i].format]);
      formats->pdata[names[i].format] = base;
    }

  return TRUE;
}

static void
append_formats (GString *out, const char *name, GPtrArray *formats)
{
  g_string_append_printf (out, "<%s count=\"%u\">", name, formats->len);
  for (guint i = 0; i < formats->len; i++)
    g_string_append (out, g_ptr_array_index (formats, i));
  g_string_append_printf (out, "</%s>", name);
}

/**
 * suivi_xlsx_name_styles:
 * @styles: the part xl/styles.xml of a workbook of libxlsxwriter
 * @names: the looks to be named
 * @n_names: how many these are
 *
 * Of several names for the same format only the first one is taken. The order of elements is that of the standard.
 *
 * Returns: (transfer full) (nullable): the part with the named styles; %NULL if it is none that the library wrote
 */
char *
suivi_xlsx_name_styles (const char *styles, const SuiviXlsxNamedStyle *names, guint n_names)
{
  List base_list = { 0 };
  List format_list = { 0 };
  List name_list = { 0 };
  g_autoptr (GPtrArray) bases = NULL;
  g_autoptr (GPtrArray) formats = NULL;
  g_autoptr (GString) list = g_string_new (NULL);
  GString *out = NULL;

  g_return_val_if_fail (styles != NULL, NULL);

  if (!find_list (styles, "cellStyleXfs", &base_list) || !find_list (base_list.end, "cellXfs", &format_list)
      || !find_list (format_list.end, "cellStyles", &name_list))
    return NULL;
  bases = split_formats (&base_list);
  formats = split_formats (&format_list);
  /* With names of its own, ours could be there twice. */
  if (bases == NULL || formats == NULL || bases->len != 1
      || !add_styles (bases, formats, list, names, n_names))
    return NULL;

  out = g_string_new_len (styles, base_list.start - styles);
  append_formats (out, "cellStyleXfs", bases);
  g_string_append_len (out, base_list.end, format_list.start - base_list.end);
  append_formats (out, "cellXfs", formats);
  g_string_append_len (out, format_list.end, name_list.start - format_list.end);
  g_string_append_printf (out, "<cellStyles count=\"%u\">", bases->len);
  g_string_append_len (out, name_list.items, name_list.closing - name_list.items);
  g_string_append_len (out, list->str, list->len);
  g_string_append_len (out, name_list.closing, strlen (name_list.closing));

  return g_string_free (out, FALSE);
}
