/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The lexicons can be read and are whole; what a translator gets wrong is named with its line. */

#include "config.h"

#include <gio/gio.h>

#include "core/drafting/lexicon.h"

static char *source_root;

static char *
read_lexicon (const char *language)
{
  g_autofree char *name = g_strdup_printf ("lexicon-%s.txt", language);
  g_autofree char *path = g_build_filename (source_root, "data", "drafting", name, NULL);
  g_autoptr (GError) error = NULL;
  char *text = NULL;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);

  return text;
}

static void
test_all (void)
{
  for (gsize i = 0; suivi_lexicon_list_languages ()[i] != NULL; i++)
    {
      const char *language = suivi_lexicon_list_languages ()[i];
      g_autofree char *text = read_lexicon (language);
      g_autoptr (GError) error = NULL;
      g_autoptr (SuiviLexicon) lexicon = suivi_lexicon_new_for_text (text, &error);

      g_test_message ("%s", language);
      g_assert_no_error (error);
      g_assert_true (g_utf8_validate (text, -1, NULL));
      g_assert_cmpstr (suivi_lexicon_get_language (suivi_lexicon_get (language)), ==, language);
    }
}

/* One line more, at the end of the section of time frames, and what is said of it. */
static void
test_faults (void)
{
  static const struct
  {
    const char *section;
    const char *line;
    const char *message;
  } cases[] = {
    { "time-frames", "by {date} | by", NULL },
    { "time-frames", "by {date} | sometime", "wrong field number 1" },
    { "time-frames", "by {year} | by", "needs {date}" },
    { "time-frames", "within {unit} | within", "needs {date}" },
    { "time-frames", "by {week} | event", "cannot be read" },
    { "dates", "{date} | day", "may not have braces" },
    { "numbers", "{number} hundred | 100", "may not have braces" },
    { "verbs", "sing | singing | 6", "wrong field number 2" },
    { "verbs", "sing | singing | 5 | loudly", "wrong field number 3" },
    { "verbs", "sing | singing | 4 | noun check | general", NULL },
    { "groups", "wo* men", "at least 3 letters" },
    { "groups", "..", "must begin and end" },
    { "groups", "women | many", "wrong field number 1" },
    { "nonsense", "women", "there is no section" },
  };
  g_autofree char *text = read_lexicon ("en");

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *changed = g_strdup_printf ("%s\n[%s]\n%s\n", text, cases[i].section, cases[i].line);
      g_autoptr (GError) error = NULL;
      g_autoptr (SuiviLexicon) lexicon = suivi_lexicon_new_for_text (changed, &error);

      g_test_message ("%s", cases[i].line);
      if (cases[i].message == NULL)
        {
          g_assert_no_error (error);
          continue;
        }
      g_assert_null (lexicon);
      g_assert_nonnull (strstr (error->message, cases[i].message));
      g_assert_true (g_str_has_prefix (error->message, "line "));
    }
}

static void
test_missing_section (void)
{
  g_autofree char *text = read_lexicon ("en");
  char *section = strstr (text, "[children]");
  g_autoptr (GError) error = NULL;

  g_assert_nonnull (section);
  *section = '\0';
  g_assert_null (suivi_lexicon_new_for_text (text, &error));
  g_assert_nonnull (strstr (error->message, "[children]"));
}

static void
test_patterns (void)
{
  static const struct
  {
    const char *pattern;
    const char *text;
    guint end;
  } cases[] = {
    { "child*", "Children play", 1 },
    { "child", "Children play", 0 },
    { "penal/criminal code", "the Criminal Code", 0 },
    { "penal/criminal code", "Criminal Code", 2 },
    { "(the) code", "code", 1 },
    { "(the) code", "the code", 2 },
    { "take .. steps", "take steps", 2 },
    { "take .. steps", "take all the necessary steps", 5 },
    { "take .. steps", "take all of the most necessary steps", 0 },
    { "take .. steps", "take it; steps", 0 },
    { "mid-term", "mid-term", 2 },
    { "l'enfant", "l’enfant", 2 },
    { "égalité", "Egalite", 1 },
    { "egalite", "ÉGALITÉ", 1 },
    { "as appropriate", "as, appropriate", 0 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (SuiviPattern) pattern = suivi_pattern_new (cases[i].pattern, &error);
      g_autoptr (SuiviWords) words = suivi_words_new (cases[i].text);
      SuiviBinding binding;

      g_test_message ("%s: %s", cases[i].pattern, cases[i].text);
      g_assert_no_error (error);
      g_assert_cmpuint (suivi_pattern_match (pattern, words, 0, NULL, NULL, &binding), ==, cases[i].end);
    }
}

int
main (int argc, char **argv)
{
  int status = 0;

  g_test_init (&argc, &argv, NULL);
  source_root = g_strdup (argv[1]);

  g_test_add_func ("/core/lexicon/all", test_all);
  g_test_add_func ("/core/lexicon/faults", test_faults);
  g_test_add_func ("/core/lexicon/missing-section", test_missing_section);
  g_test_add_func ("/core/lexicon/patterns", test_patterns);
  status = g_test_run ();
  g_free (source_root);

  return status;
}
