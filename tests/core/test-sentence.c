/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "core/drafting/sentence-parts.h"

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

/* A form with every part filled in, in each language. */
static const struct
{
  const char *language;
  const char *parts[SUIVI_N_SENTENCE_PARTS];
} full[] = {
  { "en",
    { [ACTOR] = "the Ministry of the Interior",
      [VERB] = "amend",
      [OBJECT] = "the Civil Registration Act",
      [PURPOSE] = "every child is registered at birth, free of charge",
      [GROUP] = "children of refugees",
      [INDICATOR] = "the share of births that are registered",
      [BASELINE] = "81 per cent",
      [TARGET] = "100 per cent",
      [VERIFICATION] = "the civil registry's yearly report",
      [MEANS] = "technical help from UNICEF",
      [DEADLINE] = "2028-12-31" } },
  { "fr",
    { [ACTOR] = "le ministère de l'Intérieur",
      [VERB] = "modifier",
      [OBJECT] = "la loi sur l'état civil",
      [PURPOSE] = "aucun enfant ne soit sans acte de naissance",
      [GROUP] = "les enfants réfugiés",
      [INDICATOR] = "la part des naissances enregistrées",
      [BASELINE] = "81 pour cent",
      [TARGET] = "100 pour cent",
      [VERIFICATION] = "le rapport annuel de l'état civil",
      [MEANS] = "l'aide technique de l'UNICEF",
      [DEADLINE] = "2028-12-31" } },
  { "es",
    { [ACTOR] = "el Ministerio del Interior",
      [VERB] = "modificar",
      [OBJECT] = "la Ley del Registro Civil",
      [PURPOSE] = "todo niño sea inscrito al nacer",
      [GROUP] = "los niños refugiados",
      [INDICATOR] = "la proporción de nacimientos inscritos",
      [BASELINE] = "el 81 por ciento",
      [TARGET] = "el 100 por ciento",
      [VERIFICATION] = "el informe anual del registro civil",
      [MEANS] = "la ayuda técnica del UNICEF",
      [DEADLINE] = "2028-12-31" } },
};

/* The parts of a full form whose bit is set. */
static SuiviSentence *
choose_parts (gsize language, guint mask)
{
  SuiviSentence *sentence = suivi_sentence_new ();

  for (guint i = 0; i < SUIVI_N_SENTENCE_PARTS; i++)
    {
      if ((mask & (1u << i)) != 0)
        suivi_sentence_set (sentence, i, full[language].parts[i]);
    }

  return sentence;
}

static void
assert_equal (SuiviSentence *a, SuiviSentence *b)
{
  for (guint i = 0; i < SUIVI_N_SENTENCE_PARTS; i++)
    g_assert_cmpstr (suivi_sentence_get (a, i), ==, suivi_sentence_get (b, i));
}

/* Read and written again, a sentence stays as it is. */
static SuiviSentence *
assert_fixed (const char *sentence, const char *language)
{
  SuiviSentence *read = suivi_sentence_read (sentence, language);
  g_autofree char *again = suivi_sentence_write (read, language, NULL);

  g_assert_cmpstr (again, ==, sentence);

  return read;
}

static void
test_write (void)
{
  static const char *const written[] = {
    "Amend the Civil Registration Act by 31 December 2028 through the Ministry of the Interior so that every "
    "child is "
    "registered at birth, free of charge, including children of refugees, as measured by the share of births "
    "that are "
    "registered, from 81 per cent to 100 per cent, as shown by the civil registry's yearly report, drawing "
    "on technical "
    "help from UNICEF.",
    "Modifier la loi sur l'état civil d'ici au 31 décembre 2028 via le ministère de l'Intérieur de sorte "
    "qu'aucun enfant "
    "ne soit sans acte de naissance, y compris les enfants réfugiés, avec pour indicateur la part des "
    "naissances "
    "enregistrées, pour valeur de départ 81 pour cent et pour cible 100 pour cent, d'après le rapport annuel "
    "de l'état "
    "civil, en s'appuyant sur l'aide technique de l'UNICEF.",
    "Modificar la Ley del Registro Civil a más tardar el 31 de diciembre de 2028 a través del Ministerio del "
    "Interior de "
    "modo que todo niño sea inscrito al nacer, en particular los niños refugiados, tomando como indicador la "
    "proporción "
    "de nacimientos inscritos, como punto de partida el 81 por ciento y como meta el 100 por ciento, según "
    "el informe "
    "anual del registro civil, aprovechando la ayuda técnica del UNICEF.",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (full); i++)
    {
      g_autoptr (SuiviSentence) form = choose_parts (i, G_MAXUINT);
      g_autofree char *sentence = suivi_sentence_write (form, full[i].language, NULL);
      g_autoptr (SuiviSentence) read = NULL;

      g_assert_cmpstr (sentence, ==, written[i]);
      read = assert_fixed (sentence, full[i].language);
      assert_equal (read, form);
    }
}

/* Missing parts leave no holes, whichever they are: no double space, no comma before a full stop. */
static void
test_every_choice (void)
{
  const guint verb_and_object = 1u << SUIVI_SENTENCE_VERB | 1u << SUIVI_SENTENCE_OBJECT;

  for (gsize i = 0; i < G_N_ELEMENTS (full); i++)
    {
      for (guint mask = 1; mask < 1u << SUIVI_N_SENTENCE_PARTS; mask++)
        {
          g_autoptr (SuiviSentence) form = choose_parts (i, mask);
          g_autofree char *sentence = suivi_sentence_write (form, full[i].language, NULL);
          g_autoptr (SuiviSentence) read = NULL;

          g_assert_null (strstr (sentence, "  "));
          g_assert_null (strstr (sentence, ",,"));
          g_assert_null (strstr (sentence, " ,"));
          g_assert_null (strstr (sentence, ",."));
          g_assert_true (g_str_has_suffix (sentence, "."));
          g_assert_true (g_unichar_isupper (g_utf8_get_char (sentence)));
          if ((mask & verb_and_object) == 0)
            continue; /* "Starting from 81 per cent.": no recommendation yet */
          read = assert_fixed (sentence, full[i].language);
          if ((mask & verb_and_object) == verb_and_object)
            assert_equal (read, form);
        }
    }
}

typedef struct
{
  const char *language;
  const char *form[SUIVI_N_SENTENCE_PARTS];
  const char *sentence;
} Case;

static void
test_cases (void)
{
  static const Case cases[] = {
    /* Own punctuation goes, line ends become spaces, all else stays. */
    { "en",
      { [VERB] = " ratify ", [OBJECT] = "the Optional\n Protocol (OPIC).", [DEADLINE] = "2029" },
      "Ratify the Optional Protocol (OPIC) by 2029." },
    /* The name of a thing is no clause. */
    { "en",
      { [VERB] = "adopt", [OBJECT] = "a law", [PURPOSE] = "an end to all beating;" },
      "Adopt a law, with this aim: an end to all beating." },
    /* Nobody is named who could include anybody. */
    { "en",
      { [VERB] = "abolish", [OBJECT] = "fees", [PURPOSE] = "learning is free", [GROUP] = "children in care" },
      "Abolish fees so that learning is free, including for children in care." },
    { "en",
      { [VERB] = "open", [OBJECT] = "shelters", [GROUP] = "girls", [TARGET] = "40 places" },
      "Open shelters for girls, reaching 40 places." },
    { "en",
      { [VERB] = "open", [OBJECT] = "shelters", [BASELINE] = "3 places" },
      "Open shelters, starting from 3 places." },
    { "en",
      { [VERB] = "publish", [OBJECT] = "the budget", [DEADLINE] = "2028-06" },
      "Publish the budget by the end of June 2028." },
    { "en",
      { [VERB] = "publish", [OBJECT] = "the budget", [DEADLINE] = "next-review" },
      "Publish the budget before the next review." },
    { "fr",
      { [VERB] = "publier", [OBJECT] = "le budget", [DEADLINE] = "2029-01-01" },
      "Publier le budget d'ici au 1er janvier 2029." },
    { "fr",
      { [VERB] = "publier", [OBJECT] = "le budget", [DEADLINE] = "2029" },
      "Publier le budget d'ici à 2029." },
    { "fr",
      { [VERB] = "publier", [OBJECT] = "le budget", [DEADLINE] = "next-review" },
      "Publier le budget avant le prochain examen." },
    { "es",
      { [VERB] = "publicar", [OBJECT] = "el presupuesto", [DEADLINE] = "2029" },
      "Publicar el presupuesto a más tardar en 2029." },
    { "es",
      { [VERB] = "publicar", [OBJECT] = "el presupuesto", [DEADLINE] = "next-review" },
      "Publicar el presupuesto antes del próximo examen." },
    { "es",
      { [VERB] = "publicar", [OBJECT] = "el presupuesto", [ACTOR] = "la Defensoría" },
      "Publicar el presupuesto a través de la Defensoría." },
    /* A verb that no lexicon has, and words that could part the sentence inside a part. */
    { "en",
      { [VERB] = "digitise", [OBJECT] = "the registers of births", [DEADLINE] = "2028" },
      "Digitise the registers of births by 2028." },
    { "en",
      { [VERB] = "adopt",
        [OBJECT] = "a plan for schools, including a budget",
        [DEADLINE] = "2028",
        [PURPOSE] = "children learn through play, from the age of 3 to 6" },
      "Adopt a plan for schools, including a budget by 2028 so that children learn through play, from the "
      "age of 3 to "
      "6." },
    { "en",
      { [VERB] = "Adopt",
        [OBJECT] = "the law",
        [DEADLINE] = "2028",
        [BASELINE] = "unknown",
        [TARGET] = "full" },
      "Adopt the law by 2028, from unknown to full." },
    { "en",
      { [VERB] = "take measures", [OBJECT] = "to end child labour" },
      "Take measures to end child labour." },
    { "en", { [VERB] = "strive", [OBJECT] = "to end child labour" }, "Strive to end child labour." },
    { "fr", { [VERB] = "envisager", [OBJECT] = "de ratifier l'OPIC" }, "Envisager de ratifier l'OPIC." },
    { "de", { [VERB] = "adopt", [OBJECT] = "the law" }, "Adopt the law." },
    { NULL, { [OBJECT] = "?" }, "" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (SuiviSentence) form = suivi_sentence_new ();
      g_autoptr (SuiviSentence) read = NULL;
      g_autofree char *sentence = NULL;

      for (guint part = 0; part < SUIVI_N_SENTENCE_PARTS; part++)
        {
          if (cases[i].form[part] != NULL)
            suivi_sentence_set (form, part, cases[i].form[part]);
        }
      sentence = suivi_sentence_write (form, cases[i].language, NULL);
      g_assert_cmpstr (sentence, ==, cases[i].sentence);
      read = assert_fixed (sentence, cases[i].language);
      g_assert_cmpstr (read->deadline, ==, form->deadline);
    }
}

/* The day before the review is the last one on which there is time. */
static void
test_next_review (void)
{
  g_autoptr (SuiviSentence) form = suivi_sentence_new ();
  g_autofree char *sentence = NULL;
  g_autofree char *undated = NULL;

  suivi_sentence_set (form, SUIVI_SENTENCE_VERB, "ratify");
  suivi_sentence_set (form, SUIVI_SENTENCE_OBJECT, "OPIC");
  suivi_sentence_set (form, SUIVI_SENTENCE_DEADLINE, "next-review");
  sentence = suivi_sentence_write (form, "en", "2029-05-01");
  undated = suivi_sentence_write (form, "en", "soon");

  g_assert_cmpstr (sentence, ==, "Ratify OPIC by 30 April 2029.");
  g_assert_cmpstr (undated, ==, "Ratify OPIC before the next review.");
  suivi_sentence_free (assert_fixed (sentence, "en"));
}

/* Sentences that Suivi did not write. */
static void
test_read (void)
{
  static const struct
  {
    const char *language;
    const char *text;
    const char *actor;
    const char *verb;
    const char *object;
    const char *purpose;
    const char *group;
    const char *deadline;
  } texts[] = {
    { "en", "Consider ratifying OPIC before the next review", "", "consider", "ratifying OPIC", "", "",
      "next-review" },
    { "en",
      "The Ministry of Justice should, by 2028, raise the age of criminal responsibility to 14 for all "
      "children.",
      "the Ministry of Justice", "raise", "the age of criminal responsibility to 14", "", "all children",
      "2028" },
    { "en", "Amend the Penal Code by the end of 2027, so that no child is beaten", "", "amend",
      "the Penal Code", "no child is beaten", "", "2027-12-31" },
    { "en", "108.4 Establish an independent ombudsman for children (Slovenia);", "", "establish",
      "an independent ombudsman", "", "children (Slovenia)", "" },
    { "en", "Adopt by 30 June 2029 a law on adoption", "", "adopt", "a law on adoption", "", "",
      "2029-06-30" },
    { "en", "Accede to the Convention against Torture.", "", "accede to", "the Convention against Torture",
      "", "", "" },
    { "en", "Further prevent and punish child labour", "", "prevent and punish", "child labour", "", "", "" },
    { "en", "Strengthen the measures which favour girls", "", "strengthen", "the measures which favour girls",
      "", "", "" },
    { "en", "Increase funds for enhancing schools", "", "increase", "funds for enhancing schools", "", "",
      "" },
    { "en", "Better schools", "", "", "Better schools", "", "", "" },
    { "fr", "Envisager de ratifier le protocole avant le prochain examen", "", "envisager",
      "de ratifier le protocole", "", "", "next-review" },
    { "fr", "Créer un numéro vert pour les enfants d’ici à 2028", "", "créer", "un numéro vert", "",
      "les enfants", "2028-12-31" },
    { "es", "Continuar protegiendo a los niños migrantes", "", "continuar",
      "protegiendo a los niños migrantes", "", "", "" },
    { "en", "", "", "", "", "", "", "" },
    { "en", " .,; ", "", "", "", "", "", "" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (SuiviSentence) read = suivi_sentence_read (texts[i].text, texts[i].language);

      g_assert_cmpstr (read->actor, ==, texts[i].actor);
      g_assert_cmpstr (read->verb, ==, texts[i].verb);
      g_assert_cmpstr (read->object, ==, texts[i].object);
      g_assert_cmpstr (read->purpose, ==, texts[i].purpose);
      g_assert_cmpstr (read->group, ==, texts[i].group);
      g_assert_cmpstr (read->deadline, ==, texts[i].deadline);
    }
}

/* Nothing is lost and nothing takes long, whatever is pasted. */
static void
test_hostile (void)
{
  static const char *const pieces[]
    = { " for", ", including ", " so that is", ", from 1 to 2", " by 2028", " through a", "\n",
        "ẞ́ ",   ", ",           "( " };

  for (gsize i = 0; i < G_N_ELEMENTS (pieces); i++)
    {
      for (guint n = 10; n <= 10000; n = n * 7 / 2)
        {
          g_autoptr (GString) text = g_string_new ("Adopt");
          g_autoptr (SuiviSentence) read = NULL;
          g_autofree char *sentence = NULL;
          gint64 start = g_get_monotonic_time ();

          for (guint j = 0; j < n; j++)
            g_string_append (text, pieces[i]);
          read = suivi_sentence_read (text->str, "en");
          sentence = suivi_sentence_write (read, "en", NULL);
          g_test_message ("“%s” × %u: %.1f ms", pieces[i], n, (g_get_monotonic_time () - start) / 1000.0);
          g_assert_cmpint (g_get_monotonic_time () - start, <, 2 * G_USEC_PER_SEC);
          g_assert_true (g_utf8_validate (sentence, -1, NULL));
        }
    }
}

static void
test_string (void)
{
  g_autoptr (SuiviSentence) form = choose_parts (0, G_MAXUINT);
  g_autoptr (SuiviSentence) empty = suivi_sentence_new ();
  g_autoptr (SuiviSentence) copy = NULL;
  g_autoptr (SuiviSentence) read = NULL;
  g_autoptr (SuiviSentence) newer = NULL;
  g_autofree char *nothing = suivi_sentence_to_string (empty);
  g_autofree char *text = NULL;
  static const char *const garbage[] = {
    NULL, "", "{", "null", "[1, 2]", "{'verb': 3}", "\xff\xfe", "{'verb': 'a'", "('verb', 'amend')", "{}"
  };
  g_autofree char *deep = g_strnfill (100000, '{');

  suivi_sentence_set (form, SUIVI_SENTENCE_OBJECT,
                      "\"l'état\"\\ \n\t{'verb': 'x'} – \u200bчасть 🙂");
  text = suivi_sentence_to_string (form);
  read = suivi_sentence_from_string (text);
  assert_equal (read, form);
  copy = suivi_sentence_copy (form);
  assert_equal (copy, form);
  g_assert_cmpstr (nothing, ==, "");

  newer = suivi_sentence_from_string ("{'verb': 'amend', 'mood': 'hopeful'}");
  g_assert_cmpstr (newer->verb, ==, "amend");
  g_assert_cmpstr (newer->object, ==, "");
  for (gsize i = 0; i <= G_N_ELEMENTS (garbage); i++)
    {
      g_autoptr (SuiviSentence) none
                 = suivi_sentence_from_string (i < G_N_ELEMENTS (garbage) ? garbage[i] : deep);

      assert_equal (none, empty);
    }
}

static const SuiviVerbAdvice *
find_verb (GPtrArray *list, const char *verb)
{
  for (guint i = 0; i < list->len; i++)
    {
      const SuiviVerbAdvice *advice = g_ptr_array_index (list, i);

      if (g_str_equal (advice->verb, verb))
        return advice;
    }

  g_assert_not_reached ();
}

static void
test_verbs (void)
{
  g_autoptr (GPtrArray) english = suivi_verb_advice_list ("en");

  for (gsize i = 0; i < G_N_ELEMENTS (full); i++)
    {
      g_autoptr (GPtrArray) list = suivi_verb_advice_list (full[i].language);
      gboolean strong = TRUE;

      g_assert_cmpuint (list->len, >, 40);
      for (guint j = 0; j < list->len; j++)
        {
          const SuiviVerbAdvice *advice = g_ptr_array_index (list, j);

          /* All are in the lexicon, strong ones first; a weak one is never left without a way out. */
          g_test_message ("%s: %u %s", advice->verb, advice->category, advice->reason);
          g_assert_cmpuint (advice->category, >=, 1);
          g_assert_false (advice->strong && !strong);
          g_assert_cmpstr (advice->reason, !=, "");
          g_assert_true (advice->strong == (advice->instead == NULL));
          strong = advice->strong;
        }
    }

  g_assert_true (find_verb (english, "ratify")->strong);
  g_assert_cmpuint (find_verb (english, "ratify")->category, ==, 5);
  g_assert_true (find_verb (english, "allocate")->strong);
  g_assert_false (find_verb (english, "consider")->strong);
  g_assert_cmpuint (find_verb (english, "consider")->category, ==, 3);
  g_assert_cmpuint (find_verb (english, "continue")->category, ==, 2);
  g_assert_cmpuint (find_verb (english, "share")->category, ==, 1);
}

static void
test_indicators (void)
{
  static const struct
  {
    const char *words;
    const char *code;
  } subjects[] = {
    { "Birth registration", "16.9.1" },
    { "worst forms of child labour in mines", "8.7.1" },
    { "Child marriage", "5.3.1" },
    { "corporal punishment and other violence against children", "16.2.1" },
    { "sexual abuse of girls", "16.2.3" },
    { "trafficking in children", "16.2.2" },
    { "stunting", "2.2.1" },
    { "le mariage des enfants", "5.3.1" },
    { "los castigos corporales en la escuela", "16.2.1" },
    { "informed decisions on contraceptive use", "5.6.1" },
  };
  g_autoptr (GPtrArray) none = suivi_indicators_propose ("the colour of the flag");
  g_autoptr (GPtrArray) many
             = suivi_indicators_propose ("birth registration, child marriage, child labour, corporal "
                                         "punishment, sexual abuse, trafficking, stunting, HIV");
  g_autoptr (GPtrArray) french = suivi_indicators_propose ("l'enregistrement des naissances");

  for (gsize i = 0; i < G_N_ELEMENTS (subjects); i++)
    {
      g_autoptr (GPtrArray) proposed = suivi_indicators_propose (subjects[i].words);

      g_assert_cmpuint (proposed->len, >, 0);
      g_assert_cmpuint (proposed->len, <=, 5);
      g_assert_cmpstr (((SuiviIndicator *) g_ptr_array_index (proposed, 0))->code, ==, subjects[i].code);
    }
  g_assert_cmpuint (none->len, ==, 0);
  g_assert_cmpuint (many->len, ==, 5);
  g_assert_cmpstr (((SuiviIndicator *) g_ptr_array_index (french, 0))->measure, ==,
                   "part des enfants de moins de 5 ans dont la naissance est enregistrée");
  g_assert_true (
    g_str_has_prefix (((SuiviIndicator *) g_ptr_array_index (french, 0))->title, "Proportion of children"));
}

static void
test_next_review_date (void)
{
  static const struct
  {
    const char *state;
    const char *day;
    const char *next;
  } dates[] = {
    { "USA", "2026-11-01", "2026-11-02" }, /* session 53 begins the day after */
    { "USA", "2026-11-02", "2031-05-02" }, /* 54 months later; the fifth cycle has no calendar */
    { "UKR", "2026-11-22", "2027-01-18" }, /* session 54 */
    { "UKR", "2027-01-18", "2031-07-18" }, { "UKR", "2040-01-01", "2040-07-18" }, /* two estimates on */
    { "XAL", "2026-11-22", NULL }, /* the State of the sample data */
    { "EUU", "2026-11-22", NULL },         { NULL, "2026-11-22", NULL },
    { "USA", "yesterday", NULL },          { "USA", NULL, NULL },
  };
  g_autofree char *now = suivi_next_review_date ("SVN");

  for (gsize i = 0; i < G_N_ELEMENTS (dates); i++)
    {
      g_autofree char *next = suivi_next_review_date_after (dates[i].state, dates[i].day);

      g_assert_cmpstr (next, ==, dates[i].next);
    }
  g_assert_cmpuint (strlen (now), ==, 10);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/sentence/write", test_write);
  g_test_add_func ("/sentence/every-choice", test_every_choice);
  g_test_add_func ("/sentence/cases", test_cases);
  g_test_add_func ("/sentence/next-review", test_next_review);
  g_test_add_func ("/sentence/read", test_read);
  g_test_add_func ("/sentence/hostile", test_hostile);
  g_test_add_func ("/sentence/string", test_string);
  g_test_add_func ("/sentence/verbs", test_verbs);
  g_test_add_func ("/sentence/indicators", test_indicators);
  g_test_add_func ("/sentence/next-review-date", test_next_review_date);

  return g_test_run ();
}
