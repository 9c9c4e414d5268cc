/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include "exchange/xlsx-named-styles.h"

#define HEAD    "<styleSheet><fonts count=\"1\"><font/></fonts>"
#define BASES   "<cellStyleXfs count=\"1\"><xf fontId=\"0\"/></cellStyleXfs>"
#define FIRST   "<xf fontId=\"0\" xfId=\"0\"/>"
#define SECOND  "<xf fontId=\"1\" xfId=\"0\" applyFont=\"1\"><alignment wrapText=\"1\"/></xf>"
#define FORMATS "<cellXfs count=\"3\">" FIRST SECOND "<xf fontId=\"2\" xfId=\"0\"/></cellXfs>"
#define NORMAL  "<cellStyle name=\"Normal\" xfId=\"0\" builtinId=\"0\"/>"
#define TAIL    "<dxfs count=\"0\"/></styleSheet>"
#define WHOLE   HEAD BASES FORMATS "<cellStyles count=\"1\">" NORMAL "</cellStyles>" TAIL

/* The look goes to the named styles, and the format of the cells says which one it has. */
static void
test_named (void)
{
  const SuiviXlsxNamedStyle names[] = { { (char *) "Text & more", 1 }, { (char *) "Note", 2 } };
  g_autofree char *named = suivi_xlsx_name_styles (WHOLE, names, G_N_ELEMENTS (names));

  g_assert_cmpstr (
    named, ==,
    HEAD "<cellStyleXfs count=\"3\"><xf fontId=\"0\"/>"
         "<xf fontId=\"1\" applyFont=\"1\"><alignment wrapText=\"1\"/></xf><xf fontId=\"2\"/></cellStyleXfs>"
         "<cellXfs count=\"3\">" FIRST "<xf fontId=\"1\" xfId=\"1\" applyFont=\"1\"><alignment "
                                       "wrapText=\"1\"/></xf><xf fontId=\"2\" xfId=\"2\"/>"
         "</cellXfs><cellStyles count=\"3\">" NORMAL "<cellStyle name=\"Text &amp; more\" xfId=\"1\"/>"
         "<cellStyle name=\"Note\" xfId=\"2\"/></cellStyles>" TAIL);
}

/* Excel takes two styles of one name for damage, also if capitals differ; and "Normal" is there already. */
static void
test_same_name (void)
{
  const SuiviXlsxNamedStyle names[] = { { (char *) "normal", 1 }, { (char *) "NORMAL", 2 } };
  g_autofree char *named = suivi_xlsx_name_styles (WHOLE, names, G_N_ELEMENTS (names));

  g_assert_nonnull (
    strstr (named, "<cellStyle name=\"normal 2\" xfId=\"1\"/><cellStyle name=\"NORMAL 3\" xfId=\"2\"/>"));
}

/* Two names for one look: the first one counts. */
static void
test_same_format (void)
{
  const SuiviXlsxNamedStyle names[] = { { (char *) "Text", 1 }, { (char *) "Quiet", 1 } };
  g_autofree char *named = suivi_xlsx_name_styles (WHOLE, names, G_N_ELEMENTS (names));

  g_assert_nonnull (
    strstr (named, "<cellStyles count=\"2\">" NORMAL "<cellStyle name=\"Text\" xfId=\"1\"/></cellStyles>"));
  g_assert_null (strstr (named, "Quiet"));
}

static void
test_long_name (void)
{
  g_autofree char *name = g_strnfill (1000, 'x');
  const SuiviXlsxNamedStyle names[] = { { name, 1 } };
  g_autofree char *named = suivi_xlsx_name_styles (WHOLE, names, G_N_ELEMENTS (names));
  const char *start = strstr (named, "name=\"x") + strlen ("name=\"");

  g_assert_cmpuint (strcspn (start, "\""), <=, 255);
}

/* What the library does not write is not guessed at. */
static void
test_unknown (void)
{
  static const char *const parts[] = {
    "",
    "<styleSheet/>",
    HEAD BASES FORMATS TAIL,
    HEAD FORMATS BASES "<cellStyles count=\"1\">" NORMAL "</cellStyles>" TAIL,
    HEAD BASES "<cellXfs count=\"2\">" FIRST "<xf fontId=\"1\"/></cellXfs><cellStyles count=\"1\">" NORMAL
               "</cellStyles>" TAIL,
    HEAD BASES "<cellXfs count=\"2\">" FIRST
               "<xf fontId=\"1\" xfId=\"0\"></cellXfs><cellStyles count=\"1\">" NORMAL "</cellStyles>" TAIL,
    HEAD BASES "<cellXfs count=\"1\">" FIRST "</cellXfs><cellStyles count=\"1\">" NORMAL "</cellStyles>" TAIL,
  };
  const SuiviXlsxNamedStyle names[] = { { (char *) "Text", 1 } };

  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
    g_assert_null (suivi_xlsx_name_styles (parts[i], names, G_N_ELEMENTS (names)));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/xlsx-named-styles/named", test_named);
  g_test_add_func ("/xlsx-named-styles/same-name", test_same_name);
  g_test_add_func ("/xlsx-named-styles/same-format", test_same_format);
  g_test_add_func ("/xlsx-named-styles/long-name", test_long_name);
  g_test_add_func ("/xlsx-named-styles/unknown", test_unknown);

  return g_test_run ();
}
