/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "exchange/recommendation-text.h"

typedef struct
{
  const char *cell;
  const char *number; /* NULL: none */
  const char *text;
  const char *states;  /* joined with spaces */
  const char *unknown; /* joined with "|", NULL: none */
} Example;

/* Own sentences in the forms of real lists. */
static const Example examples[] = {
  /* One list in brackets, or one pair of brackets per State */
  { "140.1 Open a school (France);", "140.1", "Open a school", "FRA", NULL },
  { "140.2 Open a school (France) (Lithuania);", "140.2", "Open a school", "FRA LTU", NULL },
  { "140.3 Open a school (Chile); (Estonia); (Slovenia);", "140.3", "Open a school", "CHL EST SVN", NULL },
  { "140.4 Open a school (Chile), (Estonia) and (Slovenia).", "140.4", "Open a school", "CHL EST SVN", NULL },
  { "140.5 Open a school (Portugal, Slovakia);", "140.5", "Open a school", "PRT SVK", NULL },
  { "140.6 Open a school (France and Togo);", "140.6", "Open a school", "FRA TGO", NULL },
  { "140.7 Open a school [Peru];", "140.7", "Open a school", "PER", NULL },
  { "140.8 Open a school(Peru)(Togo)", "140.8", "Open a school", "PER TGO", NULL },
  { "140.9 Open a school ( Peru ) ;", "140.9", "Open a school", "PER", NULL },
  { "140.10 Open a school (Peru).", "140.10", "Open a school", "PER", NULL },
  { "140.11 Open a school (France) (France);", "140.11", "Open a school", "FRA", NULL },
  /* Names with brackets and commas */
  { "8.1 Open a school (Iran (Islamic Republic of));", "8.1", "Open a school", "IRN", NULL },
  { "8.2 Open a school (Senegal, Venezuela (Bolivarian Republic of), Peru);", "8.2", "Open a school",
    "SEN VEN PER", NULL },
  { "8.3 Open a school (Senegal, Venezuela (Bolivarian Republic of),Peru);", "8.3", "Open a school",
    "SEN VEN PER", NULL },
  { "8.4 Open a school (Bolivarian Republic of Venezuela);", "8.4", "Open a school", "VEN", NULL },
  { "8.5 Open a school (United Kingdom of Great Britain and Northern Ireland);", "8.5", "Open a school",
    "GBR", NULL },
  { "8.6 Open a school (Bosnia and Herzegovina, Trinidad and Tobago);", "8.6", "Open a school", "BIH TTO",
    NULL },
  { "8.7 Open a school (C\303\264te d \342\200\231 Ivoire) (Timor- Leste) (T\303\274rkiye);", "8.7",
    "Open a school", "CIV TLS TUR", NULL },
  { "8.8 Open a school (Netherlands (Kingdom of the)) (State of Palestine) (Holy See);", "8.8",
    "Open a school", "NLD PSE VAT", NULL },
  { "8.9 Open a school (Viet Nam)\302\240(Lao People\342\200\231s Democratic Republic);", "8.9",
    "Open a school", "VNM LAO", NULL },
  /* Brackets that do not match */
  { "9.1 Open a school (France, Togo;", "9.1", "Open a school", "FRA TGO", NULL },
  { "9.2 Open a school (Iran (Islamic Republic of);", "9.2", "Open a school", "IRN", NULL },
  { "9.3 Open a school (Senegal, Venezuela (Bolivarian Republic of), Peru;", "9.3", "Open a school",
    "SEN VEN PER", NULL },
  { "9.4 Open a school ((France));", "9.4", "Open a school", "FRA", NULL },
  { "9.5 Open a school (France));", "9.5", "Open a school", "FRA", NULL },
  { "9.6 Open a school (in villages (Peru);", "9.6", "Open a school (in villages", "PER", NULL },
  { "9.7 Open a school ((France) (Togo));", "9.7", "Open a school", "FRA TGO", NULL },
  /* Brackets that are no State */
  { "115.6 Ratify the treaty (ICRMW) (Iran (Islamic Republic of));", "115.6", "Ratify the treaty (ICRMW)",
    "IRN", NULL },
  { "115.7 Ratify the treaty (Spain) (ICRMW);", "115.7", "Ratify the treaty (ICRMW)", "ESP", NULL },
  { "115.8 Ratify the treaty (Istanbul Convention);", "115.8", "Ratify the treaty (Istanbul Convention)", "",
    NULL },
  { "115.81 Ratify the treaty (Lanzarote) (Malta);", "115.81", "Ratify the treaty (Lanzarote)", "MLT", NULL },
  { "115.82 Ratify them (Kampala Amendments) (Malta);", "115.82", "Ratify them (Kampala Amendments)", "MLT",
    NULL },
  { "115.9 Ratify the treaty (ICRMW);", "115.9", "Ratify the treaty (ICRMW)", "", NULL },
  { "115.10 Carry out the plan (2009\342\200\2232014) and follow it up (Bahrain);", "115.10",
    "Carry out the plan (2009\342\200\2232014) and follow it up", "BHR", NULL },
  { "115.11 Ratify the treaty;", "115.11", "Ratify the treaty", "", NULL },
  { "115.12 Ratify the treaty (Istanbul Convention) (Malta);", "115.12",
    "Ratify the treaty (Istanbul Convention)", "MLT", NULL },
  /* Names that nobody knows */
  { "6.1 Open a school (Spain, Atlantis);", "6.1", "Open a school", "ESP", "Atlantis" },
  { "6.2 Open a school (Atlantis);", "6.2", "Open a school", "", "Atlantis" },
  { "6.3 Open a school (Spain) (Atlantis) (Peru);", "6.3", "Open a school", "ESP PER", "Atlantis" },
  { "6.4 Open a school (Spain, Atlantis;", "6.4", "Open a school", "ESP", "Atlantis" },
  { "6.5 Open a school (Atlantis) (Costa Rica);", "6.5", "Open a school", "CRI", "Atlantis" },
  { "6.6 Open a school (Atlantis) (Lower Atlantis) (Costa Rica) (Peru);", "6.6", "Open a school", "CRI PER",
    "Atlantis|Lower Atlantis" },
  { "6.7 Open a school (Every village) (Costa Rica);", "6.7", "Open a school (Every village)", "CRI", NULL },
  { "6.8 Open a school (Ratify the treaty) (Costa Rica);", "6.8", "Open a school (Ratify the treaty)", "CRI",
    NULL },
  { "6.9 Open schools for minorities (Roma) (Costa Rica);", "6.9", "Open schools for minorities (Roma)",
    "CRI", NULL },
  { "6.10 Ratify the treaty (CRC-OP-IC) (Spain);", "6.10", "Ratify the treaty (CRC-OP-IC)", "ESP", NULL },
  /* Numbers */
  { "166.6. Open a school (Togo);", "166.6", "Open a school", "TGO", NULL },
  { "26. Open a school (Togo);", "26", "Open a school", "TGO", NULL },
  { "26) Open a school (Togo);", "26", "Open a school", "TGO", NULL },
  { "79(a) Open a school (Togo);", "79(a)", "Open a school", "TGO", NULL },
  { "140.12Open a school (Togo);", "140.12", "Open a school", "TGO", NULL },
  { "140.12\tOpen a school (Togo);", "140.12", "Open a school", "TGO", NULL },
  { "140.12 \342\200\223 Open a school (Togo);", "140.12", "Open a school", "TGO", NULL },
  { "A/HRC/59/15 - 140.12 Open a school (Togo);", "140.12", "Open a school", "TGO", NULL },
  { "Recommendation 140.12: Open a school (Togo);", "140.12", "Open a school", "TGO", NULL },
  { "140. 6 Open a school (Chile);", "140.6", "Open a school", "CHL", NULL },
  { "140.\302\2406\302\240Open a school (Chile);", "140.6", "Open a school", "CHL", NULL },
  { "140.\n11 Open a school (Chile);", "140.11", "Open a school", "CHL", NULL },
  { "26. 2030 Agenda: open a school (Togo);", "26", "2030 Agenda: open a school", "TGO", NULL },
  { "26. 5 years of school for all (Togo);", "26", "5 years of school for all", "TGO", NULL },
  { "140.5-Open a school (Chile);", "140.5", "Open a school", "CHL", NULL },
  { "140.18\342\200\223Open a school (Chile);", "140.18", "Open a school", "CHL", NULL },
  { "140.19 -5 degrees are too cold (Chile);", "140.19", "-5 degrees are too cold", "CHL", NULL },
  { "2030 Agenda: open a school (Togo);", NULL, "2030 Agenda: open a school", "TGO", NULL },
  { "5 years of school for all (Togo);", NULL, "5 years of school for all", "TGO", NULL },
  { "Open a school (Togo);", NULL, "Open a school", "TGO", NULL },
  { "140.13 (a) Open a school; (b) Heat it (Togo);", "140.13", "(a) Open a school; (b) Heat it", "TGO",
    NULL },
  { "140.14", "140.14", "", "", NULL },
  { "", NULL, "", "", NULL },
  /* Punctuation and damage */
  { "7.1 Open a school; (France);", "7.1", "Open a school", "FRA", NULL },
  { "7.2 Open a school. (France);", "7.2", "Open a school.", "FRA", NULL },
  { "7.3 Open\302\240a  school&nbsp;in R&amp;D (France);", "7.3", "Open a school in R&D", "FRA", NULL },
  { "7.4 Open a school;;heat it (France);.", "7.4", "Open a school;;heat it", "FRA", NULL },
  { "7.5 Open\na school\n(France);", "7.5", "Open a school", "FRA", NULL },
  { "7.6 Open a school (Chile) \302\271", "7.6", "Open a school", "CHL", NULL },
  { "7.7 Open a school (Chile)\302\271 ;", "7.7", "Open a school", "CHL", NULL },
  { "7.8 Open a school (Chile)\342\200\242", "7.8", "Open a school", "CHL", NULL },
  { "7.9 Open a school (Iraq);1", "7.9", "Open a school", "IRQ", NULL },
  { "7.10 Open a school (Chile)(1)", "7.10", "Open a school", "CHL", NULL },
  { "7.11 Open a school (Chile)\342\200\240 (Peru)12;", "7.11", "Open a school", "CHL PER", NULL },
  { "7.12 Open a school (Chile)*", "7.12", "Open a school", "CHL", NULL },
  { "7.13 Carry the plan out (Chile) (2030)", "7.13", "Carry the plan out (2030)", "CHL", NULL },
  /* Line ends in brackets */
  { "7.14 Open a school (Chile\nPeru);", "7.14", "Open a school", "CHL PER", NULL },
  { "7.15 Open a school (Bosnia and\nHerzegovina, Iran (Islamic\nRepublic of)\nRepublic of\nKorea);", "7.15",
    "Open a school", "BIH IRN KOR", NULL },
  { "7.16 Open a school (in a\nvillage) (Chile);", "7.16", "Open a school (in a village)", "CHL", NULL },
  /* A State in the middle of a sentence asks for nothing */
  { "3.1 Cooperate with Jordan (Israel) on water (Chile).", "3.1", "Cooperate with Jordan (Israel) on water",
    "CHL", NULL },
  { "3.2 Cooperate with its neighbours (Israel, Jordan) on water (Chile).", "3.2",
    "Cooperate with its neighbours (Israel, Jordan) on water", "CHL", NULL },
  { "3.3 Cooperate with Jordan (Israel), Egypt and others (Chile).", "3.3",
    "Cooperate with Jordan (Israel), Egypt and others", "CHL", NULL },
};

static void
test_examples (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (examples); i++)
    {
      const Example *example = &examples[i];
      g_autoptr (SuiviRecommendationText) text = suivi_recommendation_text_parse (example->cell, NULL, NULL);
      g_autofree char *states = g_strjoinv (" ", text->states);
      g_autofree char *unknown = g_strjoinv ("|", text->unknown);

      g_test_message ("%s", example->cell);
      g_assert_cmpstr (text->number, ==, example->number);
      g_assert_cmpstr (text->text, ==, example->text);
      g_assert_cmpstr (states, ==, example->states);
      g_assert_cmpstr (unknown, ==, example->unknown != NULL ? example->unknown : "");
      g_assert_cmpuint (text->asks->len, ==, 0);
    }
}

static void
assert_ask (SuiviRecommendationText *text, guint i, const char *expected, const char *states)
{
  const SuiviAsk *ask = g_ptr_array_index (text->asks, i);
  g_autofree char *joined = g_strjoinv (" ", ask->states);

  g_assert_cmpstr (ask->text, ==, expected);
  g_assert_cmpstr (joined, ==, states);
}

static void
test_asks (void)
{
  g_autoptr (SuiviRecommendationText) text
             = suivi_recommendation_text_parse ("121.2 Finish the school (Ukraine); Increase its budget; and "
                                                "heat it (Slovakia) (Peru);hire teachers (Spain);",
                                                NULL, NULL);
  g_autofree char *states = g_strjoinv (" ", text->states);

  g_assert_cmpstr (text->number, ==, "121.2");
  g_assert_cmpstr (
    text->text, ==,
    "Finish the school (Ukraine); Increase its budget; and heat it (Slovakia) (Peru);hire teachers");
  g_assert_cmpstr (states, ==, "UKR SVK PER ESP");
  g_assert_cmpuint (text->asks->len, ==, 3);
  assert_ask (text, 0, "Finish the school", "UKR");
  assert_ask (text, 1, "Increase its budget; and heat it", "SVK PER");
  assert_ask (text, 2, "hire teachers", "ESP");
}

/* Without semicolon: a capital letter begins a new ask, a small one does not. */
static void
test_asks_without_semicolon (void)
{
  g_autoptr (SuiviRecommendationText) capital
             = suivi_recommendation_text_parse ("121.3 Finish the school (Ukraine) Heat it (Slovakia);", NULL,
                                                NULL);
  g_autoptr (SuiviRecommendationText) small
             = suivi_recommendation_text_parse ("2. To join (Spain)/consider joining (Argentina) the treaty "
                                                "(Spain, Argentina) and to accept visits (Chile);",
                                                NULL, NULL);
  g_autofree char *states = g_strjoinv (" ", small->states);

  g_assert_cmpuint (capital->asks->len, ==, 2);
  assert_ask (capital, 0, "Finish the school", "UKR");
  assert_ask (capital, 1, "Heat it", "SVK");
  g_assert_cmpuint (small->asks->len, ==, 0);
  g_assert_cmpstr (states, ==, "ESP ARG CHL");
  g_assert_cmpstr (
    small->text, ==,
    "To join (Spain)/consider joining (Argentina) the treaty (Spain, Argentina) and to accept visits");
}

/* The last ask has no States: nothing is offered, and nothing is lost. */
static void
test_asks_incomplete (void)
{
  g_autoptr (SuiviRecommendationText) text
             = suivi_recommendation_text_parse ("121.4 Finish the school (Ukraine); Heat it;", NULL, NULL);

  g_assert_cmpuint (text->asks->len, ==, 0);
  g_assert_cmpstr (text->text, ==, "Finish the school (Ukraine); Heat it");
  g_assert_cmpstr (text->states[0], ==, "UKR");
}

/* Marks of footnotes do not hide where an ask begins. */
static void
test_asks_with_marks (void)
{
  g_autoptr (SuiviRecommendationText) text = suivi_recommendation_text_parse (
    "121.5 Finish the school (Ukraine)\302\271; increase its budget (Peru)2; heat it (Chile);3", NULL, NULL);

  g_assert_cmpuint (text->asks->len, ==, 3);
  assert_ask (text, 0, "Finish the school", "UKR");
  assert_ask (text, 1, "increase its budget", "PER");
  assert_ask (text, 2, "heat it", "CHL");
}

/* The State under review among those that recommend: left out, and said. */
static void
test_reviewed_state_recommends (void)
{
  static const struct
  {
    const char *cell;
    const char *column;
    const char *text;
    const char *states;
    gboolean found;
  } cells[] = {
    { "1.1 Open it (Slovenia);", NULL, "Open it", "", TRUE },
    { "1.1 Open it (Slovenia, Peru);", NULL, "Open it", "PER", TRUE },
    { "1.1 Open it (Peru) (Slovenia);", NULL, "Open it", "PER", TRUE },
    { "1.1 Open it", "Peru\nSlovenia", "Open it", "PER", TRUE },
    { "1.1 Open it in Upper Vale (Slovenia) soon (Peru);", NULL, "Open it in Upper Vale (Slovenia) soon",
      "PER", FALSE },
    { "1.1 Open it (Slovakia);", NULL, "Open it", "SVK", FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cells); i++)
    {
      g_autoptr (SuiviRecommendationText) text
                 = suivi_recommendation_text_parse (cells[i].cell, "SVN", cells[i].column);
      g_autofree char *states = g_strjoinv (" ", text->states);

      g_test_message ("%s", cells[i].cell);
      g_assert_cmpstr (text->text, ==, cells[i].text);
      g_assert_cmpstr (states, ==, cells[i].states);
      g_assert_cmpstr (text->own_name, ==, cells[i].found ? "Slovenia" : NULL);
    }
}

/* The State under review in brackets is a place. */
static void
test_reviewed_state (void)
{
  g_autoptr (SuiviRecommendationText) text
             = suivi_recommendation_text_parse ("1.1 Help those of Upper Vale (Slovenia); do more (Togo);",
                                                "SVN", NULL);

  g_assert_cmpuint (text->asks->len, ==, 0);
  g_assert_cmpuint (g_strv_length (text->states), ==, 1);
  g_assert_cmpstr (text->states[0], ==, "TGO");
}

static void
test_source_and_comments (void)
{
  static const struct
  {
    const char *cell;
    const char *source;
  } cells[] = {
    { "1.1 Open (Togo);\nSource of Position: A/HRC/59/15/Add.1 - Para.3", "A/HRC/59/15/Add.1 - Para.3" },
    { "1.1 Open (Togo);\nSource of position: A/HRC/28/15/Add.1, para. 3 - Para. 3",
      "A/HRC/28/15/Add.1, para. 3 - Para. 3" },
    { "1.1 Open (Togo);\nSOURCE OF POSITION:A/HRC/43/15", "A/HRC/43/15" },
    { "1.1 Open (Togo);\nSources of the position A/HRC/43/15", "A/HRC/43/15" },
    { "1.1 Open (Togo); Source of  position : A/HRC/43/15 - Para 121", "A/HRC/43/15 - Para 121" },
    { "1.1 Open (Togo);\nSource of Position:\nA/HRC/43/15\n- Para 121", "A/HRC/43/15 - Para 121" },
    { "1.1 Open (Togo);\nSource of Position: A/HRC/43/15\nComments: more", "A/HRC/43/15" },
    { "1.1 Open (Togo);\nComments: sent in a letter", NULL },
    { "1.1 Open (Togo);\nComments: sent in a letter\nSource of Position: A/HRC/43/15", "A/HRC/43/15" },
    { "1.1 Open (Togo);", NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cells); i++)
    {
      g_autoptr (SuiviRecommendationText) text = suivi_recommendation_text_parse (cells[i].cell, NULL, NULL);

      g_test_message ("%s", cells[i].cell);
      g_assert_cmpstr (text->text, ==, "Open");
      g_assert_cmpstr (text->states[0], ==, "TGO");
      g_assert_cmpstr (text->position_source, ==, cells[i].source);
    }
}

/* "resources" is not "source", and a sentence about a position is none either. */
static void
test_no_source (void)
{
  g_autoptr (SuiviRecommendationText) text
    = suivi_recommendation_text_parse ("1.1 Find resources of positions and one source of income (Togo);",
                                       NULL, NULL);

  g_autoptr (SuiviRecommendationText) women
             = suivi_recommendation_text_parse ("1.2 Identify the source of the position of women (Chile)",
                                                NULL, NULL);

  g_assert_cmpstr (text->text, ==, "Find resources of positions and one source of income");
  g_assert_null (text->position_source);
  g_assert_cmpstr (women->text, ==, "Identify the source of the position of women");
  g_assert_cmpstr (women->states[0], ==, "CHL");
  g_assert_null (women->position_source);
}

static void
test_original (void)
{
  g_autoptr (SuiviRecommendationText) text
             = suivi_recommendation_text_parse ("1.1  Open\302\240it&nbsp;(Togo); \n\nComments: sent later\n",
                                                NULL, NULL);

  g_assert_cmpstr (text->original, ==, "1.1 Open it&nbsp;(Togo);\nComments: sent later");
}

/* A column of its own for the States. */
static void
test_states_column (void)
{
  static const struct
  {
    const char *cell;
    const char *column;
    const char *text;
    const char *states;
    const char *unknown;
  } cells[] = {
    { "1.1 Open it;", "Chile", "Open it", "CHL", "" },
    { "1.1 Open it.", "Chile\nPeru", "Open it", "CHL PER", "" },
    { "1.1 Open it", "- Chile\n- Timor-Leste\n", "Open it", "CHL TLS", "" },
    { "1.1 Open it", "Chile, Venezuela (Bolivarian Republic of); Peru", "Open it", "CHL VEN PER", "" },
    { "1.1 Open it", "(Chile); (Estonia)", "Open it", "CHL EST", "" },
    { "1.1 Open it (Chile);", "Chile, Peru", "Open it", "CHL PER", "" },
    { "1.1 Open it in the south (Togo);", "Chile", "Open it in the south (Togo)", "CHL", "" },
    { "1.1 Open it", "Chile, Atlantis", "Open it", "CHL", "Atlantis" },
    { "1.1 Open it (Togo);", " ", "Open it", "TGO", "" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cells); i++)
    {
      g_autoptr (SuiviRecommendationText) text
                 = suivi_recommendation_text_parse (cells[i].cell, NULL, cells[i].column);
      g_autofree char *states = g_strjoinv (" ", text->states);
      g_autofree char *unknown = g_strjoinv ("|", text->unknown);

      g_test_message ("%s | %s", cells[i].cell, cells[i].column);
      g_assert_cmpstr (text->text, ==, cells[i].text);
      g_assert_cmpstr (states, ==, cells[i].states);
      g_assert_cmpstr (unknown, ==, cells[i].unknown);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/recommendation-text/examples", test_examples);
  g_test_add_func ("/recommendation-text/asks", test_asks);
  g_test_add_func ("/recommendation-text/asks-without-semicolon", test_asks_without_semicolon);
  g_test_add_func ("/recommendation-text/asks-incomplete", test_asks_incomplete);
  g_test_add_func ("/recommendation-text/asks-with-marks", test_asks_with_marks);
  g_test_add_func ("/recommendation-text/reviewed-state", test_reviewed_state);
  g_test_add_func ("/recommendation-text/reviewed-state-recommends", test_reviewed_state_recommends);
  g_test_add_func ("/recommendation-text/source-and-comments", test_source_and_comments);
  g_test_add_func ("/recommendation-text/no-source", test_no_source);
  g_test_add_func ("/recommendation-text/original", test_original);
  g_test_add_func ("/recommendation-text/states-column", test_states_column);

  return g_test_run ();
}
