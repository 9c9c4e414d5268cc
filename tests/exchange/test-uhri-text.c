/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "exchange/uhri-text.h"

static void
assert_parsed (const char *cell, const char *number, const char *text, const char *states)
{
  g_autoptr (SuiviUhriLabels) labels = suivi_uhri_labels_new ();
  g_autoptr (SuiviRecommendationText) parsed = suivi_uhri_text_parse (labels, cell, "SVN", NULL);
  g_autofree char *joined = NULL;

  g_assert_nonnull (parsed);
  joined = g_strjoinv (" ", parsed->states);
  g_assert_cmpstr (parsed->number, ==, number);
  g_assert_cmpstr (parsed->text, ==, text);
  g_assert_cmpstr (joined, ==, states);
}

static void
test_numbers (void)
{
  assert_parsed ("137.197 Ratify it (Germany);", "137.197", "Ratify it", "DEU");
  assert_parsed ("Recommendation No. 41, para. 81: 41. Advance it (Chile)", "41", "Advance it", "CHL");
  assert_parsed ("Recommendation No. 41, para. 81: Advance it (Chile)", "41", "Advance it", "CHL");
  assert_parsed ("Recommendations contained in para. 79(a): 79(a). Take it (Chile)", "79(a)", "Take it",
                 "CHL");
  assert_parsed ("Recommendation conatined in 25(a): Take it (Chile)", "25(a)", "Take it", "CHL");
  assert_parsed ("Recommendations contained in A/HRC/9/26, paragraph 60: Take it (Chile)", "60", "Take it",
                 "CHL");
  assert_parsed ("paragraph 28: Take it (Chile)", "28", "Take it", "CHL");
  assert_parsed ("67. To go on (Chile)", "67", "To go on", "CHL");
  assert_parsed ("r) ratify it (Chile)", "r", "ratify it", "CHL");
  assert_parsed ("5 years after, do it (Chile)", NULL, "5 years after, do it", "CHL");
  assert_parsed ("2030 Agenda: keep to it (Chile)", NULL, "2030 Agenda: keep to it", "CHL");
  assert_parsed ("a) Ratify it; b) publish it (Chile)", NULL, "a) Ratify it; b) publish it", "CHL");
  assert_parsed ("Recommend to all: do it (Chile)", NULL, "Recommend to all: do it", "CHL");
  assert_parsed ("Review these: 5 laws (Chile)", NULL, "Review these: 5 laws", "CHL");
}

static void
test_markup (void)
{
  assert_parsed ("<p><strong>137</strong>.197 Ratify<br/>it&nbsp;(Germany);</p>", "137.197", "Ratify it",
                 "DEU");
  assert_parsed ("1.2 The child&rsquo;s right &amp; duty (Germany);", "1.2",
                 "The child\xE2\x80\x99s right & duty", "DEU");
  assert_parsed ("1.2 &lt;p&gt;Ratify&lt;/p&gt; it (Germany)", "1.2", "Ratify it", "DEU");
  assert_parsed ("1.2 Where the income is < 5 and > 3 (Germany)", "1.2", "Where the income is < 5 and > 3",
                 "DEU");
  assert_parsed ("1.2 Keep <Annexes> apart (Germany)", "1.2", "Keep <Annexes> apart", "DEU");
  assert_parsed ("1.2 An open <p Ratify (Germany)", "1.2", "An open <p Ratify", "DEU");
  assert_parsed ("  1.2  Ratify\xC2\xA0\xC2\xA0it ( Germany ) ; ", "1.2", "Ratify it", "DEU");
  assert_parsed ("1.2 <a href=\"x\">Ratify</a> <B>it</B> (Germany)", "1.2", "Ratify it", "DEU");
}

static void
test_states (void)
{
  assert_parsed ("1.2 Ratify (Iran (Islamic Republic of)) (Togo);", "1.2", "Ratify", "IRN TGO");
  assert_parsed ("1.2 Ratify (Peru, Chile);", "1.2", "Ratify", "PER CHL");
  assert_parsed ("1.2 Ratify the Convention (ICRMW) soon. (Peru)", "1.2",
                 "Ratify the Convention (ICRMW) soon.", "PER");
  assert_parsed ("1.2 Ratify the Convention (ICRMW) (Peru)", "1.2", "Ratify the Convention (ICRMW)", "PER");
  assert_parsed ("1.2 Ratify it (Chile) and (Peru)", "1.2", "Ratify it", "CHL PER");
  assert_parsed ("1.2 Ratify (Slovenia) (Chile)", "1.2", "Ratify", "CHL");
}

/* The States of the column count, and the brackets at the end are a list only if they agree with it. */
static void
test_column (void)
{
  static const char *const column[] = { "TGO", "PER", NULL };
  static const struct
  {
    const char *cell;
    const char *text;
  } cells[] = {
    { "1.2 Ratify (Togo) (Peru);", "Ratify" },
    { "1.2 Ratify (Togo);", "Ratify" },
    { "1.2 Ratify;", "Ratify" },
    { "1.2 Ratify (Togo) (Peru) (Chile);", "Ratify (Togo) (Peru) (Chile)" },
    { "1.2 Ratify as in (Chile);", "Ratify as in (Chile)" },
  };
  g_autoptr (SuiviUhriLabels) labels = suivi_uhri_labels_new ();

  for (gsize i = 0; i < G_N_ELEMENTS (cells); i++)
    {
      g_autoptr (SuiviRecommendationText) parsed
                 = suivi_uhri_text_parse (labels, cells[i].cell, "SVN", column);
      g_autofree char *states = g_strjoinv (" ", parsed->states);

      g_assert_cmpstr (parsed->text, ==, cells[i].text);
      g_assert_cmpstr (states, ==, "TGO PER");
      g_assert_cmpstr (parsed->original, ==, cells[i].cell);
    }
}

/* One number, several asks: they are offered where the column agrees. */
static void
test_asks (void)
{
  static const char *const column[] = { "CHL", "PER", NULL };
  static const char *const other[] = { "CHL", "TGO", NULL };
  static const char cell[] = "1.2 Ratify it (Chile); Increase the budget of schools (Peru);";
  g_autoptr (SuiviUhriLabels) labels = suivi_uhri_labels_new ();
  g_autoptr (SuiviRecommendationText) agrees = suivi_uhri_text_parse (labels, cell, "SVN", column);
  g_autoptr (SuiviRecommendationText) differs = suivi_uhri_text_parse (labels, cell, "SVN", other);
  SuiviAsk *ask = NULL;

  g_assert_cmpuint (agrees->asks->len, ==, 2);
  ask = agrees->asks->pdata[1];
  g_assert_cmpstr (ask->text, ==, "Increase the budget of schools");
  g_assert_cmpstr (ask->states[0], ==, "PER");
  g_assert_cmpstr (agrees->text, ==, "Ratify it (Chile); Increase the budget of schools");
  g_assert_cmpuint (differs->asks->len, ==, 0);
}

/* The quick way must come to the same as the thorough one, whatever it decides to do itself. */
static void
test_same_as_official_lists (void)
{
  static const char *const cells[] = {
    "140.12 Ratify it (France) (Togo);",
    "140. 12 Ensure it. (France)",
    "26. Ratify it, (France), (Togo).",
    "Ratify it",
    "12.1 ",
    "(France)",
    "12.1 (France)",
    "12.1 Ratify it (France))",
    "12.1 Ratify it ((France)",
    "12.1 a) Ratify it (France)",
    "12.1 Ratify it [France]",
    "12.1 Ratify it (ICRMW);",
    "12.1 Ratify it (Atlantis) (France);",
    "12.1 Ratify it (Spain)/consider joining it (Peru) (Spain, Peru);",
    "12.1 Support Jordan (Israel) on water (France);",
    "12.1 Ratify it (France)1, (Togo)*;",
    "12.1 Ratify it (France) (1)",
    "12.1 Ratify it (Venezuela (Bolivarian Republic of)) (Iran, Islamic Republic of);",
    "12.1 Ratify it (France\nTogo);",
    "12.1 Ratify it (France)\nSource of Position: A/HRC/1/2/Add.1 - Para. 3",
    "12.1 Ratify it (France) Source of Position: A/HRC/1/2/Add.1 - Para. 3",
    "12.1 Give resources to those in a position to act (France)",
    "12.1 Ratify it (France)\nComments: none (Togo)",
    "Comments: none (Togo)",
    "12.1 Ratify it (Slovenia) without delay (France)",
    "12.1 Ratify it (Slovenia)",
    "12.1 Ratify it (see 12.4) (France and Togo);",
  };
  static const char *const columns[][4]
    = { { NULL }, { "FRA", NULL }, { "TGO", "FRA", NULL }, { "FRA", "SVN", NULL } };
  static const char *const names[] = { NULL, "France", "Togo\nFrance", "France\nSlovenia" };

  for (gsize i = 0; i < G_N_ELEMENTS (cells); i++)
    {
      for (gsize j = 0; j < G_N_ELEMENTS (columns); j++)
        {
          g_autoptr (SuiviUhriLabels) labels = suivi_uhri_labels_new ();
          g_autoptr (SuiviRecommendationText) ours
                     = suivi_uhri_text_parse (labels, cells[i], "SVN", columns[j]);
          g_autoptr (SuiviRecommendationText) theirs
                     = suivi_recommendation_text_parse (cells[i], "SVN", names[j]);
          g_autofree char *our_states = g_strjoinv (" ", ours->states);
          g_autofree char *their_states = g_strjoinv (" ", theirs->states);

          g_test_message ("%s | %s", cells[i], names[j]);
          g_assert_cmpstr (ours->number, ==, theirs->number);
          g_assert_cmpstr (ours->text, ==, theirs->text);
          g_assert_cmpstr (ours->original, ==, theirs->original);
          g_assert_cmpstr (our_states, ==, their_states);
          g_assert_cmpstr (ours->own_name, ==, theirs->own_name);
          g_assert_cmpstr (ours->position_source, ==, theirs->position_source);
          g_assert_cmpuint (g_strv_length (ours->unknown), ==, g_strv_length (theirs->unknown));
        }
    }
}

static void
test_outputs (void)
{
  static const struct
  {
    const char *cell;
    const char *number;
    const char *text;
  } cells[] = {
    { "4.The Committee reminds it", "4", "The Committee reminds it" },
    { "12. The Committee reminds it", "12", "The Committee reminds it" },
    { "Rural women 49.The Committee notes it", "49", "Rural women: The Committee notes it" },
    { "What next? 7. The Committee asks", "7", "What next? The Committee asks" },
    { "The Committee welcomes it", "", "The Committee welcomes it" },
    { "The Committee notes article 12. The State should act", "",
      "The Committee notes article 12. The State should act" },
    { "Under article 12. The State should act", "", "Under article 12. The State should act" },
    { "2.5 per cent of it", "", "2.5 per cent of it" },
    { "2030 Agenda. The State", "", "2030 Agenda. The State" },
    { "In 2019. The State", "", "In 2019. The State" },
    { "<p>27.\xC2\xA0The Committee&nbsp;notes it</p>", "27", "The Committee notes it" },
    { "27. The Committee\nrecommends:\n(a) this", "27", "The Committee recommends: (a) this" },
    { "paragraph 96: The visit", "96", "The visit" },
    { "", "", "" },
    { "49.", "", "49." },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cells); i++)
    {
      g_autofree char *original = NULL;
      g_autofree char *number = NULL;
      g_autofree char *text = suivi_uhri_text_parse_output (cells[i].cell, &original, &number);

      g_assert_cmpstr (text, ==, cells[i].text);
      g_assert_cmpstr (number, ==, cells[i].number);
      g_assert_nonnull (original);
    }
}

static void
test_too_many_names (void)
{
  g_autoptr (SuiviUhriLabels) labels = suivi_uhri_labels_new ();
  g_autoptr (GString) cell = g_string_new ("1.2 Ratify (");

  for (guint i = 0; i < 1000; i++)
    g_string_append (cell, "x,");
  g_string_append (cell, "y)");
  g_assert_null (suivi_uhri_text_parse (labels, cell->str, NULL, NULL));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/uhri-text/numbers", test_numbers);
  g_test_add_func ("/uhri-text/markup", test_markup);
  g_test_add_func ("/uhri-text/states", test_states);
  g_test_add_func ("/uhri-text/column", test_column);
  g_test_add_func ("/uhri-text/asks", test_asks);
  g_test_add_func ("/uhri-text/same-as-official-lists", test_same_as_official_lists);
  g_test_add_func ("/uhri-text/outputs", test_outputs);
  g_test_add_func ("/uhri-text/too-many-names", test_too_many_names);

  return g_test_run ();
}
