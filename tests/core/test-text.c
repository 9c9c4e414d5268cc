/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "core/text/text.h"

typedef struct
{
  const char *in;
  const char *out;
} Case;

static void
check (const Case *cases, gsize n_cases, char *(*function) (const char *) )
{
  for (gsize i = 0; i < n_cases; i++)
    {
      g_autofree char *out = function (cases[i].in);
      g_autofree char *again = function (out);

      g_assert_cmpstr (out, ==, cases[i].out);
      /* Doing it twice changes nothing. */
      g_assert_cmpstr (again, ==, cases[i].out);
    }
}

static void
test_clean (void)
{
  static const Case cases[] = {
    { NULL, "" },
    { "", "" },
    { " \t\r\n", "" },
    { "one", "one" },
    { "  one  two ", "one two" },
    { "one\ntwo\r\nthree\rfour", "one two three four" },
    { "one\302\240two", "one two" },                            /* no-break space */
    { "one\342\200\257two\342\200\207three", "one two three" }, /* narrow and figure space */
    { "\357\273\277one", "one" },                               /* byte order mark */
    { "de\302\255velop", "develop" },                           /* soft hyphen */
    { "one\342\200\213two", "onetwo" },                         /* zero-width space */
    { "\342\200\216one\342\200\217", "one" },                   /* direction marks */
    { "a\001b\037c\177d", "abcd" },
    { "line\vline\fpage", "line line page" }, /* Word's line end, PDF's page end */
    { "one\302\205two", "one two" },          /* next line */
    { "one\357\277\277two", "onetwo" },       /* U+FFFF */
    { "C\303\264te d\342\200\231Ivoire ;", "C\303\264te d\342\200\231Ivoire ;" },
    { "\331\201\331\204\330\263\330\267\331\212\331\206",
      "\331\201\331\204\330\263\330\267\331\212\331\206" },
    { "\360\237\231\202", "\360\237\231\202" },
  };

  check (cases, G_N_ELEMENTS (cases), suivi_text_clean);
}

static void
test_clean_lines (void)
{
  static const Case cases[] = {
    { NULL, "" },
    { "\n\n", "" },
    { "one\ntwo", "one\ntwo" },
    { "one\r\ntwo", "one\ntwo" },
    { "one\rtwo", "one\ntwo" },
    { "one \n \n\302\240\n two\n", "one\ntwo" },
    { "one\342\200\250two\342\200\251three", "one\ntwo\nthree" },
    { "one\vtwo\fthree\302\205four", "one\ntwo\nthree\nfour" },
    { "  one\t two", "one two" },
    { "- A\n- B", "- A\n- B" },
  };

  check (cases, G_N_ELEMENTS (cases), suivi_text_clean_lines);
}

static void
test_fold (void)
{
  static const Case cases[] = {
    { NULL, "" },
    { "  \303\211galit\303\251 ", "egalite" },
    { "e\314\201galite\314\201", "egalite" }, /* accents that stand for themselves */
    { "T\303\234RK\304\260YE", "turkiye" },   /* İ */
    { "Diyarbak\304\261r", "diyarbakir" },    /* ı */
    { "DIYARBAKIR", "diyarbakir" },
    { "C\303\264te d\342\200\231Ivoire", "cote d'ivoire" },
    { "C\303\264te d\342\200\230Ivoire", "cote d'ivoire" },
    { "Cote d\302\264Ivoire", "cote d'ivoire" }, /* acute accent */
    { "Cote d`Ivoire", "cote d'ivoire" },
    { "Cote d\312\274Ivoire", "cote d'ivoire" },     /* modifier apostrophe */
    { "Cote d\342\200\262Ivoire", "cote d'ivoire" }, /* prime */
    { "\342\200\234quoted\342\200\235 \302\253so\302\273", "\"quoted\" \"so\"" },
    { "Guinea\342\200\223Bissau", "guinea-bissau" }, /* en dash */
    { "Guinea\342\200\221Bissau", "guinea-bissau" }, /* no-break hyphen */
    { "Guinea\342\200\224Bissau", "guinea-bissau" },
    { "Stra\303\237e", "strasse" },
    { "\357\254\201nal", "final" }, /* ligature fi */
    { "a\302\240b", "a b" },
    { "\320\231\320\225\320\234\320\225\320\235",
      "\320\270\320\265\320\274\320\265\320\275" },             /* Йемен: й is и with a breve */
    { "\316\240\316\221\316\243", "\317\200\316\261\317\203" }, /* Greek */
    { "\344\270\255\345\233\275", "\344\270\255\345\233\275" },
    { "16.2", "16.2" },
  };

  check (cases, G_N_ELEMENTS (cases), suivi_text_fold);
}

static void
test_decode_entities (void)
{
  static const Case cases[] = {
    { NULL, "" },
    { "plain", "plain" },
    { "C&ocirc;te d&rsquo;Ivoire", "C\303\264te d\342\200\231Ivoire" },
    { "d&#8217;Ivoire d&#x2019;Ivoire d&#X2019;Ivoire",
      "d\342\200\231Ivoire d\342\200\231Ivoire d\342\200\231Ivoire" },
    { "a&nbsp;b", "a\302\240b" },
    { "a&nbsp b&nbsp&nbsp;c", "a\302\240 b\302\240\302\240c" },
    { "&ldquo;erased&rdquo; &lt;5", "\342\200\234erased\342\200\235 <5" },
    { "women &amp; girls", "women & girls" },
    { "&#40;Unknown&#41;", "(Unknown)" },
    /* None of ours. */
    { "R&D; &unknown; &; & &#; &#x; &#xZZ; &#12a;", "R&D; &unknown; &; & &#; &#x; &#xZZ; &#12a;" },
    { "&#0; &#xD800; &#x110000; &#99999999999999999999999;",
      "&#0; &#xD800; &#x110000; &#99999999999999999999999;" },
    { "&amp", "&amp" },
  };
  g_autofree char *once = suivi_text_decode_entities ("&amp;rsquo;");
  g_autofree char *digits = NULL;
  g_autofree char *unchanged = NULL;

  check (cases, G_N_ELEMENTS (cases), suivi_text_decode_entities);
  /* Once, and once only. */
  g_assert_cmpstr (once, ==, "&rsquo;");

  /* A long text without any blank must not take time that grows with its square: 8 MB would need hours. */
  digits = g_strnfill (8 * 1024 * 1024, '1');
  unchanged = suivi_text_decode_entities (digits);
  g_assert_cmpuint (strlen (unchanged), ==, 8 * 1024 * 1024);
}

static void
test_make_valid (void)
{
  static const struct
  {
    const char *in;
    gssize length;
    const char *out;
  } cases[] = {
    { "plain", -1, "plain" },
    { "", -1, "" },
    { "plain", 2, "pl" },
    { "a\tb\r\nc", -1, "a\tb\r\nc" },
    { "a\001\b\v\fb\177c", -1, "abc" },
    { "caf\351", -1, "caf\357\277\275" },                           /* Latin-1 */
    { "\355\240\200", -1, "\357\277\275\357\277\275\357\277\275" }, /* a surrogate */
    { "a\357\277\276b\357\277\277", -1, "ab" },                     /* U+FFFE, U+FFFF */
    { "a\0b", 3, "a\357\277\275b" },
    { "\303\251", 1, "\357\277\275" }, /* cut inside a character */
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *out = suivi_text_make_valid (cases[i].in, cases[i].length);

      g_assert_cmpstr (out, ==, cases[i].out);
      g_assert_true (g_utf8_validate (out, -1, NULL));
    }
}

static void
test_is_blank (void)
{
  g_assert_true (suivi_text_is_blank (NULL));
  g_assert_true (suivi_text_is_blank (""));
  g_assert_true (suivi_text_is_blank (" \t\r\n\v\f"));
  g_assert_true (suivi_text_is_blank ("\302\240\342\200\213\357\273\277\342\200\217\302\255\302\205"));
  g_assert_false (suivi_text_is_blank (" a "));
  g_assert_false (suivi_text_is_blank ("-"));
  g_assert_false (suivi_text_is_blank ("\302\240\331\201"));
}

static void
test_strv_equal (void)
{
  static const char *const empty[] = { NULL };
  static const char *const one[] = { "a", NULL };
  static const char *const same[] = { "a", NULL };
  static const char *const two[] = { "a", "b", NULL };
  static const char *const turned[] = { "b", "a", NULL };

  g_assert_true (suivi_strv_equal (NULL, NULL));
  g_assert_true (suivi_strv_equal (NULL, empty));
  g_assert_true (suivi_strv_equal (empty, NULL));
  g_assert_true (suivi_strv_equal (one, same));
  g_assert_false (suivi_strv_equal (one, NULL));
  g_assert_false (suivi_strv_equal (one, two));
  g_assert_false (suivi_strv_equal (two, turned));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/core/text/clean", test_clean);
  g_test_add_func ("/core/text/clean-lines", test_clean_lines);
  g_test_add_func ("/core/text/fold", test_fold);
  g_test_add_func ("/core/text/decode-entities", test_decode_entities);
  g_test_add_func ("/core/text/make-valid", test_make_valid);
  g_test_add_func ("/core/text/is-blank", test_is_blank);
  g_test_add_func ("/core/text/strv-equal", test_strv_equal);

  return g_test_run ();
}
