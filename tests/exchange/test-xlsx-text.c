/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "exchange/xlsx-writer.h"

/* UTF-16 units, as Excel counts. */
static gsize
count_units (const char *text)
{
  g_autofree gunichar2 *utf16 = NULL;
  glong units = 0;

  utf16 = g_utf8_to_utf16 (text, -1, NULL, &units, NULL);
  g_assert_nonnull (utf16);

  return units;
}

static void
test_as_it_is (void)
{
  const char *const texts[] = {
    "", "=1+1", "@home", "-5", "A sentence.\nAnother.", "Égalité", "子ども", "حقوق الطفل", "_xyz_", NULL,
  };

  for (guint i = 0; texts[i] != NULL; i++)
    {
      g_autofree char *changed = suivi_xlsx_cell_text (texts[i]);

      if (changed != NULL)
        g_assert_cmpstr (changed, ==, texts[i]);
    }
  g_assert_null (suivi_xlsx_cell_text (NULL));
}

static void
test_made_fit (void)
{
  const struct
  {
    const char *text;
    const char *cell;
  } cases[] = {
    { "_x0041_", "_x005F_x0041_" },
    { "a_xABCD_b", "a_x005F_xABCD_b" },
    { "_x00g1_ _x0041", "_x00g1_ _x0041" },
    { "bell\x07 end", "bell end" },
    { "one\r\ntwo\rthree", "one\ntwo\nthree" },
    { "last \xEF\xBF\xBF", "last " },
    { "half \xEF\xBF\xBE", "half " },
    { "broken \xFF.", "broken \xEF\xBF\xBD." },
    { "tail \xE2\x82", "tail \xEF\xBF\xBD\xEF\xBF\xBD" },
    { "smile \xF0\x9F\x98\x80", "smile \xF0\x9F\x98\x80" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *changed = suivi_xlsx_cell_text (cases[i].text);

      g_assert_cmpstr (changed != NULL ? changed : cases[i].text, ==, cases[i].cell);
    }
}

static void
test_surrogate (void)
{
  g_autofree char *changed = suivi_xlsx_cell_text ("bad \xED\xA0\x80");

  g_assert_true (g_utf8_validate (changed, -1, NULL));
}

static char *
repeat (const char *unit, guint times)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < times; i++)
    g_string_append (text, unit);

  return g_string_free (text, FALSE);
}

/* 32,767 units fit; one more does not. */
static void
test_too_long (void)
{
  g_autofree char *fits = repeat ("a", 32767);
  g_autofree char *fits_changed = suivi_xlsx_cell_text (fits);
  const char *const units[] = { "a", "é", "\xF0\x9F\x98\x80", "_x0041_", NULL };

  g_assert_null (fits_changed);

  for (guint i = 0; units[i] != NULL; i++)
    {
      g_autofree char *text = repeat (units[i], 32768);
      g_autofree char *cell = suivi_xlsx_cell_text (text);

      g_assert_nonnull (cell);
      g_assert_true (g_utf8_validate (cell, -1, NULL));
      g_assert_cmpuint (count_units (cell), <=, 32767);
      g_assert_cmpuint (count_units (cell), >, 32600);
      g_assert_nonnull (strstr (cell, "… [shortened"));
      g_assert_true (g_str_has_suffix (cell, "]"));
    }
}

static void
test_lines (void)
{
  g_autofree char *long_text = repeat ("word ", 100);
  g_autofree char *one_word = repeat ("o", 100);

  g_assert_cmpuint (suivi_xlsx_count_lines (NULL, 20, 10), ==, 1);
  g_assert_cmpuint (suivi_xlsx_count_lines ("", 20, 10), ==, 1);
  g_assert_cmpuint (suivi_xlsx_count_lines ("short", 20, 10), ==, 1);
  g_assert_cmpuint (suivi_xlsx_count_lines ("a\nb\nc", 20, 10), ==, 3);
  /* 500 letters and spaces at about 22 a line: between 20 and 30 lines. */
  g_assert_cmpuint (suivi_xlsx_count_lines (long_text, 20, 10), >=, 20);
  g_assert_cmpuint (suivi_xlsx_count_lines (long_text, 20, 10), <=, 30);
  /* A word longer than a line is broken. */
  g_assert_cmpuint (suivi_xlsx_count_lines (one_word, 20, 10), >=, 4);
  /* Larger letters, narrower cells: never fewer lines. */
  g_assert_cmpuint (suivi_xlsx_count_lines (long_text, 20, 13), >,
                    suivi_xlsx_count_lines (long_text, 20, 10));
  g_assert_cmpuint (suivi_xlsx_count_lines (long_text, 10, 10), >,
                    suivi_xlsx_count_lines (long_text, 20, 10));
}

static void
test_footer (void)
{
  g_autofree char *doubled = suivi_xlsx_footer_text ("Law & order", 80);
  g_autofree char *cut = suivi_xlsx_footer_text ("&&&&", 6);

  g_assert_cmpstr (doubled, ==, "Law && order");
  /* Never half a pair. */
  g_assert_cmpstr (cut, ==, "&&&&…");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/xlsx-text/as-it-is", test_as_it_is);
  g_test_add_func ("/xlsx-text/made-fit", test_made_fit);
  g_test_add_func ("/xlsx-text/surrogate", test_surrogate);
  g_test_add_func ("/xlsx-text/too-long", test_too_long);
  g_test_add_func ("/xlsx-text/lines", test_lines);
  g_test_add_func ("/xlsx-text/footer", test_footer);

  return g_test_run ();
}
