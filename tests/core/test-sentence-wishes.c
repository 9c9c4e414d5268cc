/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "core/drafting/analysis.h"
#include "core/drafting/sentence-parts.h"

/* What people want, as they first say it, and the form that somebody filled in with it. All of it is
 * invented. */

/* Short names for a long table. */
enum
{
  ACTOR = SUIVI_SENTENCE_ACTOR,
  VERB = SUIVI_SENTENCE_VERB,
  OBJECT = SUIVI_SENTENCE_OBJECT,
  PURPOSE = SUIVI_SENTENCE_PURPOSE,
  GROUP = SUIVI_SENTENCE_GROUP,
  INDICATOR = SUIVI_SENTENCE_INDICATOR,
  BASELINE = SUIVI_SENTENCE_BASELINE,
  TARGET = SUIVI_SENTENCE_TARGET,
  VERIFICATION = SUIVI_SENTENCE_VERIFICATION,
  MEANS = SUIVI_SENTENCE_MEANS,
  DEADLINE = SUIVI_SENTENCE_DEADLINE,
};

typedef struct
{
  const char *language;
  const char *wish;
  const char *form[SUIVI_N_SENTENCE_PARTS];
} Wish;

static const Wish wishes[] = {
  { "en",
    "More money for children.",
    { [VERB] = "allocate",
      [OBJECT] = "5 per cent of the State budget to child protection services",
      [ACTOR] = "the Ministry of Finance",
      [PURPOSE] = "every district has a social worker",
      [BASELINE] = "2 per cent",
      [TARGET] = "5 per cent",
      [VERIFICATION] = "the yearly budget report",
      [DEADLINE] = "2028" } },
  { "en",
    "Stop the beating of children at home and at school.",
    { [VERB] = "prohibit",
      [OBJECT] = "corporal punishment of children by law",
      [PURPOSE] = "no child is hit at home, at school or in care",
      [INDICATOR] = "the share of children who were punished physically in the past month",
      [BASELINE] = "63 per cent",
      [TARGET] = "20 per cent",
      [DEADLINE] = "2028-06-30" } },
  { "en",
    "Do something so that every baby gets a birth certificate.",
    { [VERB] = "amend",
      [OBJECT] = "the Civil Registration Act",
      [ACTOR] = "the Ministry of the Interior",
      [PURPOSE] = "every child is registered at birth, free of charge",
      [GROUP] = "children of refugees",
      [INDICATOR] = "the share of births that are registered",
      [BASELINE] = "81 per cent",
      [TARGET] = "100 per cent",
      [DEADLINE] = "2028-12-31" } },
  { "en",
    "Children should not be in prison with adults.",
    { [VERB] = "amend",
      [OBJECT] = "the Juvenile Justice Act",
      [ACTOR] = "parliament",
      [PURPOSE] = "no child is held with adults",
      [INDICATOR] = "the number of children held with adults",
      [TARGET] = "0",
      [VERIFICATION] = "the yearly report of the prison service",
      [DEADLINE] = "next-review" } },
  { "en",
    "Continue efforts towards inclusive education.",
    { [VERB] = "adopt",
      [OBJECT] = "a law on inclusive education",
      [PURPOSE] = "every child with a disability can attend the nearest school",
      [INDICATOR] = "the share of children with disabilities in mainstream schools",
      [BASELINE] = "one in ten",
      [TARGET] = "one in two",
      [DEADLINE] = "2029" } },
  { "en",
    "We would like to see an end to child marriage.",
    { [VERB] = "raise",
      [OBJECT] = "the minimum age of marriage to 18 years",
      [ACTOR] = "parliament",
      [PURPOSE] = "no girl is married before she is 18",
      [DEADLINE] = "2027-12-31" } },
  { "en",
    "Take appropriate measures against online abuse.",
    { [VERB] = "criminalise",
      [OBJECT] = "the sexual abuse of children on the internet in the Penal Code",
      [INDICATOR] = "the number of convictions",
      [VERIFICATION] = "the statistics of the courts",
      [DEADLINE] = "2028-03" } },
  { "en",
    "Consider joining the complaints procedure for children.",
    { [VERB] = "ratify",
      [OBJECT]
      = "the Optional Protocol to the Convention on the Rights of the Child on a communications procedure",
      [DEADLINE] = "next-review" } },
  { "en",
    "Children who live on the street need help.",
    { [VERB] = "establish",
      [OBJECT] = "day centres in the 8 largest towns",
      [GROUP] = "street children",
      [ACTOR] = "the Ministry of Social Affairs",
      [MEANS] = "a budget line of 2 million a year",
      [DEADLINE] = "2028" } },
  { "en",
    "Improve the health of mothers and newborns in the villages.",
    { [VERB] = "open",
      [OBJECT] = "40 health centres with a midwife in rural districts",
      [INDICATOR] = "the share of births attended by skilled staff",
      [BASELINE] = "58 per cent",
      [TARGET] = "90 per cent",
      [DEADLINE] = "2029" } },
  { "en",
    "Children's voices must be heard!",
    { [VERB] = "establish",
      [OBJECT] = "an independent ombudsman for children",
      [PURPOSE] = "children can complain by themselves",
      [INDICATOR] = "the number of complaints from children",
      [VERIFICATION] = "its annual report",
      [DEADLINE] = "2028-12-31" } },
  { "en",
    "Address the worst forms of child labour where possible.",
    { [VERB] = "recruit",
      [OBJECT] = "60 labour inspectors",
      [ACTOR] = "the Ministry of Labour",
      [PURPOSE] = "no child works in a mine",
      [INDICATOR] = "the share of children aged 5–17 in child labour",
      [BASELINE] = "12 per cent",
      [TARGET] = "4 per cent",
      [DEADLINE] = "2029-05-31" } },
  { "fr",
    "Il faut mieux protéger les filles contre l'excision.",
    { [VERB] = "interdire",
      [OBJECT] = "les mutilations génitales féminines dans le code pénal",
      [ACTOR] = "l'Assemblée nationale",
      [PURPOSE] = "aucune fille ne soit mutilée",
      [INDICATOR] = "la part des filles de moins de 15 ans ayant subi une mutilation",
      [BASELINE] = "23 pour cent",
      [TARGET] = "5 pour cent",
      [DEADLINE] = "2028-12-31" } },
  { "fr",
    "Poursuivre les efforts en faveur de l'éducation de tous.",
    { [VERB] = "abroger",
      [OBJECT] = "les frais de scolarité de l'enseignement primaire",
      [PURPOSE] = "aucun enfant ne soit exclu de l'école",
      [INDICATOR] = "la part des enfants non scolarisés",
      [BASELINE] = "14 pour cent",
      [TARGET] = "3 pour cent",
      [DEADLINE] = "2028" } },
  { "fr",
    "Envisager d'améliorer la situation des enfants placés.",
    { [VERB] = "nommer",
      [OBJECT] = "un défenseur des enfants",
      [PURPOSE] = "chaque enfant placé puisse porter plainte",
      [INDICATOR] = "le nombre de plaintes reçues",
      [VERIFICATION] = "le rapport annuel du défenseur",
      [DEADLINE] = "next-review" } },
  { "fr",
    "Que les enfants réfugiés aient des papiers.",
    { [VERB] = "modifier",
      [OBJECT] = "la loi sur l'état civil",
      [ACTOR] = "le ministère de l'Intérieur",
      [PURPOSE] = "chaque naissance soit enregistrée gratuitement",
      [GROUP] = "les enfants réfugiés",
      [INDICATOR] = "la part des naissances enregistrées",
      [BASELINE] = "81 pour cent",
      [TARGET] = "100 pour cent",
      [DEADLINE] = "2029-01-01" } },
  { "es",
    "Que se acabe el castigo a los niños.",
    { [VERB] = "prohibir",
      [OBJECT] = "el castigo corporal de los niños en el Código Civil",
      [PURPOSE] = "ningún niño sea golpeado en su hogar ni en la escuela",
      [INDICATOR] = "la proporción de niños castigados físicamente",
      [BASELINE] = "el 52 por ciento",
      [TARGET] = "el 10 por ciento",
      [DEADLINE] = "2028-12-31" } },
  { "es",
    "Seguir fortaleciendo la justicia juvenil.",
    { [VERB] = "elevar",
      [OBJECT] = "la edad de responsabilidad penal a 14 años",
      [ACTOR] = "el Congreso",
      [DEADLINE] = "2028" } },
  { "es",
    "Considerar la posibilidad de ayudar a los niños migrantes.",
    { [VERB] = "derogar",
      [OBJECT] = "el artículo 12 de la Ley de Migración",
      [PURPOSE] = "ningún niño quede privado de libertad por su situación migratoria",
      [INDICATOR] = "el número de niños detenidos",
      [TARGET] = "0",
      [DEADLINE] = "next-review" } },
  { "es",
    "Más apoyo para las niñas que dejan la escuela.",
    { [VERB] = "crear",
      [OBJECT] = "un fondo nacional de 500 becas",
      [GROUP] = "las niñas de zonas rurales",
      [ACTOR] = "el Ministerio de Educación",
      [INDICATOR] = "la tasa de finalización de la secundaria",
      [BASELINE] = "el 48 por ciento",
      [TARGET] = "el 75 por ciento",
      [DEADLINE] = "2029" } },
};

static const SuiviSupport support = { .next_review = "2029-05-01", .today = "2026-11-22" };

static gboolean
is_smart (SuiviAnalysis *analysis)
{
  return suivi_analysis_get_category (analysis) == 5
         && suivi_analysis_get_state (analysis, SUIVI_CRITERION_SPECIFIC) == SUIVI_CRITERION_STATE_MET
         && suivi_analysis_get_state (analysis, SUIVI_CRITERION_MEASURABLE) == SUIVI_CRITERION_STATE_MET
         && suivi_analysis_get_state (analysis, SUIVI_CRITERION_TIME_BOUND) == SUIVI_CRITERION_STATE_MET;
}

static void
say (SuiviAnalysis *analysis, const char *text)
{
  GPtrArray *actions = suivi_analysis_get_actions (analysis);

  g_test_message ("%s: category %u, %u actions; specific %d, measurable %d, time-bound %d", text,
                  suivi_analysis_get_category (analysis), actions->len,
                  suivi_analysis_get_state (analysis, SUIVI_CRITERION_SPECIFIC),
                  suivi_analysis_get_state (analysis, SUIVI_CRITERION_MEASURABLE),
                  suivi_analysis_get_state (analysis, SUIVI_CRITERION_TIME_BOUND));
  for (guint i = 0; actions->len > 1 && i < actions->len; i++)
    g_test_message ("  asks to: %s", ((SuiviAction *) g_ptr_array_index (actions, i))->text);
}

static SuiviSentence *
fill_in (const char *const *form)
{
  SuiviSentence *sentence = suivi_sentence_new ();

  for (guint i = 0; i < SUIVI_N_SENTENCE_PARTS; i++)
    {
      if (form[i] != NULL)
        suivi_sentence_set (sentence, i, form[i]);
    }

  return sentence;
}

static void
test_wish (gconstpointer data)
{
  const Wish *wish = data;
  g_autoptr (SuiviSentence) form = fill_in (wish->form);
  g_autoptr (SuiviSentence) read = NULL;
  g_autofree char *sentence = suivi_sentence_write (form, wish->language, NULL);
  g_autofree char *again = NULL;
  g_autoptr (SuiviAnalysis) before = suivi_analysis_new (wish->wish, wish->language, &support);
  g_autoptr (SuiviAnalysis) after = suivi_analysis_new (sentence, wish->language, &support);

  say (before, wish->wish);
  say (after, sentence);
  g_assert_false (is_smart (before));
  g_assert_cmpuint (suivi_analysis_get_category (after), ==, 5);
  g_assert_cmpuint (suivi_analysis_get_state (after, SUIVI_CRITERION_SPECIFIC), ==,
                    SUIVI_CRITERION_STATE_MET);
  g_assert_cmpuint (suivi_analysis_get_state (after, SUIVI_CRITERION_MEASURABLE), ==,
                    SUIVI_CRITERION_STATE_MET);
  g_assert_cmpuint (suivi_analysis_get_state (after, SUIVI_CRITERION_TIME_BOUND), ==,
                    SUIVI_CRITERION_STATE_MET);
  g_assert_nonnull (suivi_analysis_get_deadline (after));
  g_assert_cmpstr (suivi_analysis_get_deadline (after), <=, "2029-12-31");

  /* The form can be filled in again from the sentence. */
  read = suivi_sentence_read (sentence, wish->language);
  again = suivi_sentence_write (read, wish->language, NULL);
  g_assert_cmpstr (again, ==, sentence);
  g_assert_cmpstr (read->verb, ==, wish->form[VERB]);
  g_assert_cmpstr (read->deadline, ==, wish->form[DEADLINE]);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_assert_cmpuint (G_N_ELEMENTS (wishes), ==, 20);
  for (gsize i = 0; i < G_N_ELEMENTS (wishes); i++)
    {
      g_autofree char *path = g_strdup_printf ("/sentence/wish/%02zu-%s", i + 1, wishes[i].language);

      g_test_add_data_func (path, &wishes[i], test_wish);
    }

  return g_test_run ();
}
