/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The rules on wording, each with a sentence worked out by hand. Where a classifier decides (English categories, focus on
 * children), only what any reader would say is asked of it; its rules are held to in French and Spanish. */

#include "config.h"

#include "core/drafting/analysis.h"

static const SuiviSupport support = { .next_review = "2029-05-01", .today = "2026-11-22" };

static SuiviAnalysis *
analyse (const char *text)
{
  return suivi_analysis_new (text, "en", &support);
}

static const SuiviAction *
get_action (SuiviAnalysis *analysis, guint index)
{
  GPtrArray *actions = suivi_analysis_get_actions (analysis);

  g_assert_cmpuint (index, <, actions->len);

  return g_ptr_array_index (actions, index);
}

static const SuiviHint *
find_hint (SuiviAnalysis *analysis, const char *rule)
{
  GPtrArray *hints = suivi_analysis_get_hints (analysis);

  for (guint i = 0; i < hints->len; i++)
    {
      const SuiviHint *hint = g_ptr_array_index (hints, i);

      if (g_str_equal (hint->rule, rule))
        return hint;
    }

  return NULL;
}

/* Signals of several requests, K1 to K12 of the list. */
static void
test_actions (void)
{
  static const struct
  {
    const char *text;
    const char *parts[4]; /* one request has its text as its only part */
  } cases[] = {
    /* K1: two verbs that ask */
    { "Adopt a child act and establish an ombudsperson",
      { "Adopt a child act", "Establish an ombudsperson" } },
    { "Amend the Penal Code, establish a helpline and publish a report.",
      { "Amend the Penal Code.", "Establish a helpline.", "Publish a report." } },
    { "By 2028, adopt a plan against child labour and allocate 2 % of the budget to it",
      { "By 2028, adopt a plan against child labour", "By 2028, allocate 2 % of the budget to it" } },
    { "The Ministry of Justice should amend the code and appoint an ombudsperson",
      { "The Ministry of Justice should amend the code",
        "The Ministry of Justice should appoint an ombudsperson" } },
    { "Adopt the Children's Act and implement it",
      { "Adopt the Children's Act", "Implement the Children's Act" } },
    { "To raise the age to 14 years, and to establish juvenile courts",
      { "Raise the age to 14 years", "Establish juvenile courts" } },
    { "Adopt a law to protect children and establish an ombudsperson",
      { "Adopt a law to protect children", "Establish an ombudsperson" } },
    { "Consider ratifying OPCAT and adopt a plan against trafficking",
      { "Consider ratifying OPCAT", "Adopt a plan against trafficking" } },
    { "Adopt a law by 2028 – and publish a report", { "Adopt a law by 2028", "Publish a report" } },
    { "Consider ratifying OPCAT and establishing an ombudsperson",
      { "Consider ratifying OPCAT", "Consider establishing an ombudsperson" } },
    { "Adopt a child act and consider ratifying OPCAT", { "Adopt a child act", "Consider ratifying OPCAT" } },
    { "Continue developing its framework for the promotion and protection of rights", { NULL } },
    { "Consider allowing parties, introducing free elections", { NULL } },
    { "Continue addressing torture, including through training", { NULL } },
    { "Adopt measures to prevent and combat violence", { NULL } },
    { "Take measures to prevent violence and improve schools", { NULL } },
    { "Establish a commission to investigate complaints and prosecute offenders", { NULL } },
    { "Adopt a law in order to prevent, and to combat, violence", { NULL } },
    { "Improve law enforcement and support for victims", { NULL } },
    /* K2: a pair of verbs with one object */
    { "Continue and strengthen the work of the commission", { NULL } },
    { "Develop, adopt and implement a plan", { NULL } },
    /* K3 */
    { "Amend the code; establish a helpline", { "Amend the code", "Establish a helpline" } },
    { "Amend the code;", { NULL } },
    /* K4 */
    { "(a) Amend the code; (b) train 200 judges", { "Amend the code", "Train 200 judges" } },
    { "Ratify: (a) OPCAT; (b) ICRMW", { "Ratify OPCAT", "Ratify ICRMW" } },
    { "1. Amend the code. 2. Train 200 judges.", { "Amend the code.", "Train 200 judges." } },
    { "Adopt Act No. 5. Train the police.", { NULL } },
    { "(1) Amend the code (2) Train 200 judges", { "Amend the code", "Train 200 judges" } },
    /* K5, K8: Suivi asks, and does not split */
    { "Ensure access to education as well as health care", { NULL } },
    /* K6 */
    { "Improve justice, including by training judges", { NULL } },
    /* K7 */
    { "Ratify OPCAT and the ICRMW by 2028", { "Ratify OPCAT by 2028", "Ratify the ICRMW by 2028" } },
    { "Ratify the Convention on the Rights of the Child (CRC)", { NULL } },
    /* K9 */
    { "Protect women and children and persons with disabilities", { NULL } },
    /* K10 */
    { "Adopt the act. Train the police.", { "Adopt the act.", "Train the police." } },
    { "Adopt the act. This would help.", { NULL } },
    { "Adopt Act No. 5. of the parliament", { NULL } },
    /* K12 */
    { "Ratify OPCAT, as previously recommended", { NULL } },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (SuiviAnalysis) analysis = analyse (cases[i].text);
      guint n = 0;

      g_test_message ("%s", cases[i].text);
      for (; n < G_N_ELEMENTS (cases[i].parts) && cases[i].parts[n] != NULL; n++)
        g_assert_cmpstr (get_action (analysis, n)->part, ==, cases[i].parts[n]);
      g_assert_cmpuint (suivi_analysis_get_actions (analysis)->len, ==, MAX (n, 1));
      g_assert_true (suivi_analysis_is_compound (analysis) == (n > 1));
      g_assert_true ((find_hint (analysis, "compound") != NULL) == (n > 1));
      if (n == 0)
        g_assert_cmpstr (get_action (analysis, 0)->part, ==, cases[i].text);
    }
}

static void
test_questions (void)
{
  g_autoptr (SuiviAnalysis) asked = analyse ("Ensure access to education as well as health care");
  g_autoptr (SuiviAnalysis) none = analyse ("Children have rights");
  const SuiviHint *hint = find_hint (asked, "maybe-compound");

  g_assert_nonnull (hint);
  g_assert_cmpstr (hint->words, ==, "as well as");
  g_assert_cmpuint (hint->span.start, ==, 27);
  g_assert_cmpuint (hint->span.end, ==, 37);

  g_assert_cmpuint (suivi_analysis_get_actions (none)->len, ==, 0);
  g_assert_nonnull (find_hint (none, "no-action"));
}

/* What takes the force out of a verb, and what to write instead. */
static void
test_softeners (void)
{
  static const struct
  {
    const char *text;
    const char *words;
    const char *suggestion;
  } cases[] = {
    { "Consider ratifying OPCAT", "Consider ratifying", "Ratify" },
    { "Please consider the possibility of amending the act", "consider the possibility of amending",
      "amend" },
    { "Take measures to adopt a child act", "Take measures to adopt", "Adopt" },
    { "Continue to take all necessary measures to ratify OPCAT",
      "Continue to take all necessary measures to ratify", "Ratify" },
    { "Strive to abolish corporal punishment", "Strive to abolish", "Abolish" },
    { "Work towards adopting a law on hate speech", "Work towards adopting", "Adopt" },
    /* A general verb alone is no better. */
    { "Continue to promote education", "Continue to promote", NULL },
    { "Strengthen efforts to protect children", "Strengthen efforts to protect", NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (SuiviAnalysis) analysis = analyse (cases[i].text);
      const SuiviHint *hint = find_hint (analysis, "softened-verb");

      g_test_message ("%s", cases[i].text);
      g_assert_nonnull (hint);
      g_assert_cmpstr (hint->words, ==, cases[i].words);
      g_assert_cmpstr (hint->suggestion, ==, cases[i].suggestion);
      g_assert_nonnull (strstr (hint->message, cases[i].words));
      g_assert_cmpstr (hint->source, !=, "");
      g_assert_cmpint (suivi_analysis_get_state (analysis, SUIVI_CRITERION_SPECIFIC), ==,
                       SUIVI_CRITERION_STATE_TO_IMPROVE);
    }
}

static void
test_vague (void)
{
  g_autoptr (SuiviAnalysis) loose = analyse ("Amend the Penal Code, as appropriate");
  g_autoptr (SuiviAnalysis) plain = analyse ("Amend the Penal Code");
  const SuiviHint *hint = find_hint (loose, "vague-words");

  g_assert_nonnull (hint);
  g_assert_cmpstr (hint->words, ==, "as appropriate");
  g_assert_cmpuint (hint->span.start, ==, 22);
  g_assert_cmpuint (hint->span.end, ==, 36);
  g_assert_null (find_hint (plain, "vague-words"));
}

static void
test_measurable (void)
{
  static const struct
  {
    const char *text;
    gboolean met;
  } cases[] = {
    { "Raise the share of registered births from 62 % to 95 %", TRUE },
    { "Train forty judges", TRUE },
    { "Allocate 5 per cent of the health budget to nutrition", TRUE },
    { "Ratify OPCAT", TRUE },
    { "Adopt a law prohibiting corporal punishment", TRUE },
    { "Establish an ombudsperson for children", TRUE },
    { "Improve nutrition, measured by a national indicator", TRUE },
    { "Adopt measures to combat trafficking", FALSE },
    { "Consider ratifying OPCAT", FALSE },
    { "Protect children from violence", FALSE },
    /* Numbers that count nothing. */
    { "Respect article 19 of the Covenant", FALSE },
    { "Work for the 2030 Agenda", FALSE },
    { "108.4 Protect children", FALSE },
    { "1. Protect children. 2. Protect women.", FALSE },
    { "Protect children by 31/04/2028", FALSE },
    { "Improve education by 2028", FALSE },
    { "Improve education within two years", FALSE },
  };
  g_autoptr (SuiviAnalysis) births = analyse ("Improve birth registration");
  const SuiviHint *hint = find_hint (births, "sdg-indicator");

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (SuiviAnalysis) analysis = analyse (cases[i].text);

      g_test_message ("%s", cases[i].text);
      g_assert_cmpint (suivi_analysis_get_state (analysis, SUIVI_CRITERION_MEASURABLE), ==,
                       cases[i].met ? SUIVI_CRITERION_STATE_MET : SUIVI_CRITERION_STATE_TO_IMPROVE);
    }

  g_assert_nonnull (hint);
  g_assert_cmpstr (hint->words, ==, "birth registration");
  g_assert_nonnull (strstr (hint->message, "16.9.1"));
}

static void
assert_spans (GArray *spans, guint length)
{
  guint last = 0;

  for (guint i = 0; i < spans->len; i++)
    {
      const SuiviSpan *span = &g_array_index (spans, SuiviSpan, i);

      g_assert_cmpuint (span->start, >=, last);
      g_assert_cmpuint (span->start, <, span->end);
      g_assert_cmpuint (span->end, <=, length);
      last = span->end;
    }
}

static void
test_specific (void)
{
  g_autoptr (SuiviAnalysis) met
             = analyse ("Amend the Penal Code to prohibit corporal punishment of children");
  g_autoptr (SuiviAnalysis) compound = analyse ("Ratify OPCAT and establish a commission");
  g_autoptr (SuiviAnalysis) unnamed = analyse ("Ratify it");
  g_autoptr (SuiviAnalysis) prefaced = analyse (
    "By the end of 2028, the Ministry of Justice should amend article 12 of the Family Code");
  g_autoptr (SuiviAnalysis) amount = analyse (
    "By 2028, the Ministry of Finance should allocate at least 4 % of the budget to nutrition");
  g_autoptr (SuiviAnalysis) no_amount = analyse ("Allocate adequate resources to nutrition");
  g_autofree char *summary = suivi_analysis_get_summary (met, SUIVI_CRITERION_SPECIFIC);
  GArray *spans = suivi_analysis_get_spans (met, SUIVI_CRITERION_SPECIFIC);

  g_assert_cmpuint (suivi_analysis_get_category (met), ==, 5);
  g_assert_true (suivi_analysis_is_child_focused (met));
  g_assert_cmpint (suivi_analysis_get_state (met, SUIVI_CRITERION_SPECIFIC), ==, SUIVI_CRITERION_STATE_MET);
  g_assert_cmpstr (summary, ==, "one clear action: “Amend”");
  g_assert_cmpuint (spans->len, ==, 1);
  g_assert_cmpuint (g_array_index (spans, SuiviSpan, 0).start, ==, 0);
  g_assert_cmpuint (g_array_index (spans, SuiviSpan, 0).end, ==, 5);

  g_assert_cmpint (suivi_analysis_get_state (compound, SUIVI_CRITERION_SPECIFIC), ==,
                   SUIVI_CRITERION_STATE_TO_IMPROVE);
  g_assert_cmpint (suivi_analysis_get_state (unnamed, SUIVI_CRITERION_SPECIFIC), ==,
                   SUIVI_CRITERION_STATE_TO_IMPROVE);
  g_assert_nonnull (find_hint (unnamed, "nothing-named"));

  g_assert_cmpuint (suivi_analysis_get_category (amount), ==, 5);
  g_assert_cmpuint (suivi_analysis_get_category (no_amount), ==, 4);

  /* The verb counts wherever it stands. */
  g_assert_cmpuint (suivi_analysis_get_category (prefaced), ==, 5);
  g_assert_cmpint (suivi_analysis_get_state (prefaced, SUIVI_CRITERION_SPECIFIC), ==,
                   SUIVI_CRITERION_STATE_MET);
  assert_spans (suivi_analysis_get_category_spans (prefaced), 83);
  g_assert_cmpuint (g_array_index (suivi_analysis_get_category_spans (prefaced), SuiviSpan, 0).start, ==, 51);
}

static void
test_named (void)
{
  g_autoptr (SuiviAnalysis) analysis = analyse (
    "The Ministry of Health and Social Affairs should amend article 12 of the Child Protection Act and "
    "ratify ILO Convention No. 189");
  GPtrArray *actors = suivi_analysis_get_actors (analysis);
  GPtrArray *instruments = suivi_analysis_get_instruments (analysis);

  g_assert_cmpuint (actors->len, ==, 1);
  g_assert_cmpstr (g_ptr_array_index (actors, 0), ==, "Ministry of Health and Social Affairs");
  g_assert_cmpuint (instruments->len, ==, 3);
  g_assert_cmpstr (g_ptr_array_index (instruments, 0), ==, "article 12");
  g_assert_cmpstr (g_ptr_array_index (instruments, 1), ==, "Child Protection Act");
  g_assert_cmpstr (g_ptr_array_index (instruments, 2), ==, "ILO Convention No. 189");
  g_assert_null (find_hint (analysis, "no-actor"));
}

/* Names end where they end: not at "of", nor in the middle of a number. */
static void
test_names (void)
{
  static const struct
  {
    const char *language;
    const char *text;
    const char *name;
  } cases[] = {
    { "en", "Adopt draft law No. 2025/14", "law No. 2025/14" },
    { "en", "Establish a moratorium on executions with a view to abolishing them",
      "moratorium on executions with a view" },
    { "fr", "Abroger l'article 12 du règlement", "article 12" },
    { "es", "Derogar el artículo 12 del reglamento", "artículo 12" },
    { "fr", "Ratifier le Protocole facultatif établissant une procédure de communications",
      "Protocole facultatif établissant une procédure de communications" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (SuiviAnalysis) analysis = suivi_analysis_new (cases[i].text, cases[i].language, &support);
      GPtrArray *instruments = suivi_analysis_get_instruments (analysis);

      g_test_message ("%s", cases[i].text);
      g_assert_cmpuint (instruments->len, >=, 1);
      g_assert_cmpstr (g_ptr_array_index (instruments, 0), ==, cases[i].name);
    }
}

/* Achievable and relevant are a person's to judge; that means and evidence are there only ends the reminder. */
static void
test_support (void)
{
  const SuiviSupport full = { .has_means = TRUE, .n_evidence = 2 };
  g_autoptr (SuiviAnalysis) bare = suivi_analysis_new ("Ratify OPCAT", "en", NULL);
  g_autoptr (SuiviAnalysis) backed = suivi_analysis_new ("Ratify OPCAT", "en", &full);
  g_autofree char *summary = suivi_analysis_get_summary (backed, SUIVI_CRITERION_RELEVANT);

  g_assert_nonnull (find_hint (bare, "no-means"));
  g_assert_nonnull (find_hint (bare, "no-evidence"));
  g_assert_null (find_hint (backed, "no-means"));
  g_assert_null (find_hint (backed, "no-evidence"));
  for (guint i = SUIVI_CRITERION_ACHIEVABLE; i <= SUIVI_CRITERION_RELEVANT; i++)
    {
      g_assert_cmpint (suivi_analysis_get_state (bare, i), ==, SUIVI_CRITERION_STATE_PERSON);
      g_assert_cmpint (suivi_analysis_get_state (backed, i), ==, SUIVI_CRITERION_STATE_PERSON);
    }
  g_assert_nonnull (strstr (summary, "2"));
}

static void
test_words (void)
{
  static const struct
  {
    const char *text;
    guint n;
  } cases[] = {
    { "", 0 },
    { " \n\t ", 0 },
    { "…", 0 },
    { "Ratify", 1 },
    { "Ratify  it\nnow", 3 },
    { "Child-friendly courts", 2 },
    { "Protect ❤️ children", 2 },
    { "5 % of it", 3 },
    { "the State's act", 3 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (SuiviAnalysis) analysis = analyse (cases[i].text);

      g_test_message ("“%s”", cases[i].text);
      g_assert_cmpuint (suivi_analysis_get_n_words (analysis), ==, cases[i].n);
    }
}

static void
assert_words (const char *text, SuiviSpan span, const char *words)
{
  g_autofree char *slice = g_utf8_substring (text, span.start, span.end);

  g_assert_cmpstr (slice, ==, words);
}

static void
assert_holds_together (const char *text, const char *language)
{
  g_autoptr (SuiviAnalysis) analysis = suivi_analysis_new (text, language, &support);
  guint length = g_utf8_strlen (text, -1);
  GPtrArray *actions = suivi_analysis_get_actions (analysis);
  GPtrArray *hints = suivi_analysis_get_hints (analysis);

  g_assert_cmpuint (suivi_analysis_get_category (analysis), >=, 1);
  g_assert_cmpuint (suivi_analysis_get_category (analysis), <=, 5);
  g_assert_true (suivi_analysis_is_compound (analysis) == (actions->len > 1));
  for (guint i = 0; i < SUIVI_N_CRITERIA; i++)
    {
      g_autofree char *summary = suivi_analysis_get_summary (analysis, i);

      assert_spans (suivi_analysis_get_spans (analysis, i), length);
      g_assert_cmpstr (summary, !=, "");
      g_assert_true (g_utf8_validate (summary, -1, NULL));
    }
  for (guint i = 0; i < actions->len; i++)
    {
      const SuiviAction *action = g_ptr_array_index (actions, i);

      assert_words (text, action->span, action->text);
      g_assert_cmpstr (action->part, !=, "");
      g_assert_true (g_utf8_validate (action->part, -1, NULL));
    }
  for (guint i = 0; i < hints->len; i++)
    {
      const SuiviHint *hint = g_ptr_array_index (hints, i);

      assert_words (text, hint->span, hint->words);
      g_assert_cmpstr (hint->message, !=, "");
      g_assert_true (g_utf8_validate (hint->message, -1, NULL));
    }
}

/* Whatever the text: no crash, and every place is inside the text and has the words that are said to stand there. */
/* What is invisible behind a word is no part of it; "1,000" is one number. */
static void
test_places (void)
{
  g_autoptr (SuiviAnalysis) marked = analyse ("Ratify\342\200\217 OPCAT");
  g_autoptr (SuiviAnalysis) thousand = analyse ("Train 1,500 judges");
  GArray *spans = suivi_analysis_get_spans (thousand, SUIVI_CRITERION_MEASURABLE);

  g_assert_cmpstr (get_action (marked, 0)->text, ==, "Ratify");
  g_assert_cmpuint (get_action (marked, 0)->span.end, ==, 6);
  g_assert_cmpuint (spans->len, ==, 1);
  g_assert_cmpuint (g_array_index (spans, SuiviSpan, 0).start, ==, 6);
  g_assert_cmpuint (g_array_index (spans, SuiviSpan, 0).end, ==, 11);
}

static void
test_odd_texts (void)
{
  static const char *const texts[] = {
    "",
    " ",
    ".",
    ";;;",
    "()",
    "(a)",
    "a) b) c)",
    "1",
    "108.4",
    "%",
    "to",
    "and",
    "and and and",
    "by",
    "by by 2028",
    "within",
    "within a",
    "2028",
    "-",
    "’",
    "Ratify",
    "ratify.",
    "RATIFY OPCAT AND ICRMW",
    "Ratify\n\nOPCAT\r\nand\tICRMW",
    "e\314\201 Ratify e\314\201l OPCAT by 2028",
    "\342\200\253Ratify OPCAT\342\200\254",
    "صدّق على البروتوكول بحلول 2028",
    "批准公约。",
    "Ratify \360\237\230\200 OPCAT; establish \360\237\230\200 courts",
    "Adopt, and",
    "Adopt and; adopt and",
    "Consider",
    "Consider the possibility of",
    "Continue to",
    "Take measures to",
    "(a) (b) (c)",
    "Adopt it and implement it",
    "By the end of",
    "\302\255R\302\255atify\302\255 OPCAT",
    "Amend art. 5. By 2028. And. Or.",
    "by 31 12 2028 and 0 and 99999999999",
    "within 999 years",
    "within 99999 years",
    "within 1000000000 days",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      for (gsize j = 0; suivi_analysis_languages ()[j] != NULL; j++)
        {
          g_test_message ("%s: %s", suivi_analysis_languages ()[j], texts[i]);
          assert_holds_together (texts[i], suivi_analysis_languages ()[j]);
        }
    }
}

/* A text of a megabyte, whatever it repeats, is no trap: its first 20,000 characters count, in linear time. */
static void
test_long_texts (void)
{
  static const char *const pieces[] = { "and ",
                                        "Adopt a, ",
                                        "(a) x ",
                                        "by 2028 ",
                                        "Ratify OPCAT and ICRMW; ",
                                        "A B C D E ",
                                        "to ",
                                        "within two years ",
                                        "and adopt it ",
                                        "Ministry of Health and ",
                                        "é",
                                        "take measures to ",
                                        ";",
                                        "1.",
                                        "Act on children ",
                                        "Convention on the Rights of the Child and " };

  for (gsize i = 0; i < G_N_ELEMENTS (pieces); i++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      gint64 start = 0;

      while (text->len < 1000000)
        g_string_append (text, pieces[i]);
      start = g_get_monotonic_time ();
      {
        g_autoptr (SuiviAnalysis) analysis = suivi_analysis_new (text->str, "fr", &support);

        g_assert_cmpuint (suivi_analysis_get_n_words (analysis), <=, 20000);
      }
      /* A few milliseconds; a hundred times as much where everything is slow. */
      g_test_message ("%s %.1f ms", pieces[i], (g_get_monotonic_time () - start) / 1000.0);
      g_assert_cmpint (g_get_monotonic_time () - start, <, 2 * G_USEC_PER_SEC);
    }
}

static gpointer
analyse_often (gpointer data)
{
  for (guint i = 0; i < 50; i++)
    {
      g_autoptr (SuiviAnalysis) analysis = analyse ("Ratify OPCAT and establish a commission by 2028");

      g_assert_cmpstr (suivi_analysis_get_deadline (analysis), ==, "2028-12-31");
      g_assert_cmpuint (suivi_analysis_get_actions (analysis)->len, ==, 2);
    }

  return NULL;
}

static void
test_threads (void)
{
  GThread *threads[4] = { NULL };

  for (gsize i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new ("analyse", analyse_often, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (threads); i++)
    g_thread_join (threads[i]);
}

static void
test_labels (void)
{
  for (guint i = 0; i < SUIVI_N_CRITERIA; i++)
    {
      g_assert_cmpstr (suivi_criterion_get_label (i), !=, "");
      g_assert_cmpstr (suivi_criterion_get_question (i), !=, "");
    }
  for (guint i = SUIVI_CRITERION_STATE_MET; i <= SUIVI_CRITERION_STATE_PERSON; i++)
    g_assert_cmpstr (suivi_criterion_state_get_label (i), !=, "");
  for (guint i = 1; i <= 5; i++)
    {
      g_assert_cmpstr (suivi_specificity_get_label (i), !=, "");
      g_assert_cmpstr (suivi_specificity_get_meaning (i), !=, "");
    }
  g_assert_cmpstr (suivi_specificity_get_label (0), ==, "");
  g_assert_cmpstr (suivi_specificity_get_meaning (6), ==, "");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/core/analysis/actions", test_actions);
  g_test_add_func ("/core/analysis/questions", test_questions);
  g_test_add_func ("/core/analysis/softeners", test_softeners);
  g_test_add_func ("/core/analysis/vague", test_vague);
  g_test_add_func ("/core/analysis/measurable", test_measurable);
  g_test_add_func ("/core/analysis/specific", test_specific);
  g_test_add_func ("/core/analysis/named", test_named);
  g_test_add_func ("/core/analysis/names", test_names);
  g_test_add_func ("/core/analysis/support", test_support);
  g_test_add_func ("/core/analysis/words", test_words);
  g_test_add_func ("/core/analysis/places", test_places);
  g_test_add_func ("/core/analysis/odd-texts", test_odd_texts);
  g_test_add_func ("/core/analysis/long-texts", test_long_texts);
  g_test_add_func ("/core/analysis/threads", test_threads);
  g_test_add_func ("/core/analysis/labels", test_labels);

  return g_test_run ();
}
