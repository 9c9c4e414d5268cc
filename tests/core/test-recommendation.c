/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "core/review/recommendation.h"
#include "core/review/review.h"

static void
test_position_words (void)
{
  static const struct
  {
    const char *word;
    SuiviPosition position;
  } cases[] = {
    { "Supported", SUIVI_POSITION_SUPPORTED },
    { " SUPPORTED\n", SUIVI_POSITION_SUPPORTED },
    { "\302\240Supported ", SUIVI_POSITION_SUPPORTED },
    { "Accepted", SUIVI_POSITION_SUPPORTED },
    { "Enjoys the support", SUIVI_POSITION_SUPPORTED },
    { "Noted", SUIVI_POSITION_NOTED },
    { "Noted\n", SUIVI_POSITION_NOTED },
    { "Not Supported", SUIVI_POSITION_NOTED },
    { "Rejected", SUIVI_POSITION_NOTED }, /* a State can only support or note */
    { "did not enjoy the support", SUIVI_POSITION_NOTED },
    { "Supported/Noted", SUIVI_POSITION_PART },
    { "supported / noted", SUIVI_POSITION_PART },
    { "Partially supported", SUIVI_POSITION_PART },
    { "Supported in part", SUIVI_POSITION_PART },
    { "Pending", SUIVI_POSITION_PENDING },
    { "Under consideration", SUIVI_POSITION_PENDING },
    { "will be examined", SUIVI_POSITION_PENDING },
    { "", SUIVI_POSITION_PENDING },
    { "  ", SUIVI_POSITION_PENDING },
    { NULL, SUIVI_POSITION_PENDING },
    /* Two words, parted in many ways */
    { "Supported/ Noted", SUIVI_POSITION_PART },
    { "Supported/\nNoted", SUIVI_POSITION_PART },
    { "Supported\nNoted", SUIVI_POSITION_PART },
    { "Supported and noted", SUIVI_POSITION_PART },
    { "Supported & Noted", SUIVI_POSITION_PART },
    { "Noted; supported", SUIVI_POSITION_PART },
    { "Supported/Noted (see para 5)", SUIVI_POSITION_PART },
    { "Supported\nSupported", SUIVI_POSITION_SUPPORTED },
    { "Enjoys\nthe support", SUIVI_POSITION_SUPPORTED },
    { "Supported,\nin part", SUIVI_POSITION_PART },
    /* Remarks */
    { "Supported (see comments)", SUIVI_POSITION_SUPPORTED },
    { "Supported\n(see comments)", SUIVI_POSITION_SUPPORTED },
    { "Noted (implemented)", SUIVI_POSITION_NOTED },
    { "Supported \342\200\223 see A/HRC/28/16/Add.1", SUIVI_POSITION_SUPPORTED },
    { "Supported, see the addendum", SUIVI_POSITION_SUPPORTED },
    { "Supported, in part", SUIVI_POSITION_PART },
    { "Supported (in part)", SUIVI_POSITION_PART },
    { "Does not enjoy the support", SUIVI_POSITION_NOTED },
    { "Supported.", SUIVI_POSITION_SUPPORTED },
    /* What UPR Info writes */
    { "Voluntary Pledge", SUIVI_POSITION_COMMITMENT },
    { "voluntary commitment", SUIVI_POSITION_COMMITMENT },
  };
  static const char *const unknown[] = { "Concerns/Observations",
                                         "yes",
                                         "Supported?",
                                         "3",
                                         "Not noted",
                                         "not, noted",
                                         "Supported (except the second part)",
                                         "Supported, but not now",
                                         "Supported, partly noted",
                                         "Supported/Pending",
                                         "Supported/Voluntary Pledge",
                                         "Supported/Perhaps",
                                         "(see comments)",
                                         "/",
                                         "Supported see comments",
                                         "unsupported",
                                         "Supported-noted" };
  SuiviPosition position = 99;

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      position = 99;
      g_assert_true (suivi_position_from_word (cases[i].word, &position));
      g_assert_cmpint (position, ==, cases[i].position);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (unknown); i++)
    {
      position = 99;
      g_assert_false (suivi_position_from_word (unknown[i], &position));
      g_assert_cmpint (position, ==, 99);
    }
}

static void
test_position_nicks (void)
{
  static const char *const nicks[] = { "pending", "supported", "noted", "part", "commitment", "none" };
  SuiviPosition position = 99;

  for (gsize i = 0; i < G_N_ELEMENTS (nicks); i++)
    {
      g_assert_cmpstr (suivi_position_to_nick (i), ==, nicks[i]);
      g_assert_true (suivi_position_from_nick (nicks[i], &position));
      g_assert_cmpint (position, ==, i);
      g_assert_cmpstr (suivi_position_to_label (i), !=, "");
      /* Never that word, on any screen. */
      g_assert_null (strstr (suivi_position_to_label (i), "eject"));
    }
  position = 99;
  g_assert_false (suivi_position_from_nick ("Supported", &position));
  g_assert_false (suivi_position_from_nick ("rejected", &position));
  g_assert_false (suivi_position_from_nick (NULL, &position));
  g_assert_cmpint (position, ==, 99);
}

static void
test_cycles (void)
{
  static const struct
  {
    guint session;
    guint cycle;
  } cases[] = {
    { 0, 0 },  { 1, 1 },  { 12, 1 }, { 13, 2 }, { 14, 2 }, { 26, 2 }, { 27, 3 }, { 40, 3 },
    { 41, 4 }, { 48, 4 }, { 54, 4 }, { 55, 5 }, { 68, 5 }, { 69, 6 }, { 82, 6 }, { 83, 7 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpuint (suivi_review_cycle_of_session (cases[i].session), ==, cases[i].cycle);
}

static void
test_tokens (void)
{
  static const char *const bad[]
    = { "",        "SVN",     "SVN:",        "SVN:0",   "SVN:-1", "SVN:201", "XXX:48",
        "SVN48",   "SV:48",   "SVN 48",      "SVN:48 ", "SVN:4x", ":48",     "SVN:99999999999",
        "SLOV:48", "SVN:+48", "S\303\226:48" };
  char *state = NULL;
  guint session = 0;

  g_assert_true (suivi_review_parse_token ("SVN:48", &state, &session));
  g_assert_cmpstr (state, ==, "SVN");
  g_assert_cmpuint (session, ==, 48);
  g_clear_pointer (&state, g_free);
  g_assert_true (suivi_review_parse_token ("zmb:1", &state, &session));
  g_assert_cmpstr (state, ==, "ZMB");
  g_assert_cmpuint (session, ==, 1);
  g_clear_pointer (&state, g_free);

  for (gsize i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      session = 77;
      g_assert_false (suivi_review_parse_token (bad[i], &state, &session));
      g_assert_null (state);
      g_assert_cmpuint (session, ==, 77);
    }
  g_assert_false (suivi_review_parse_token (NULL, &state, &session));
}

static void
test_review (void)
{
  g_autoptr (SuiviReview) review = suivi_review_new ("NPL", 51);
  g_autoptr (SuiviReview) other = suivi_review_new ("NPL", 51);
  g_autoptr (SuiviReview) copy = NULL;
  g_autofree char *token = suivi_review_to_token (review);
  g_autofree char *label = suivi_review_to_label (review);

  g_assert_cmpstr (token, ==, "NPL:51");
  g_assert_cmpstr (label, ==, "Nepal, session 51");
  g_assert_true (g_uuid_string_is_valid (review->id));
  g_assert_cmpstr (review->id, !=, other->id);
  g_assert_null (review->symbol);

  review->symbol = g_strdup ("A/HRC/63/1");
  copy = suivi_review_copy (review);
  g_assert_cmpstr (copy->id, ==, review->id);
  g_assert_cmpstr (copy->state, ==, "NPL");
  g_assert_cmpuint (copy->session, ==, 51);
  g_assert_cmpstr (copy->symbol, ==, "A/HRC/63/1");
  g_assert_true (copy->symbol != review->symbol);
}

static void
test_sort_keys (void)
{
  /* In this order, byte by byte. */
  static const char *const numbers[]
    = { "",      "4",      "26",         "121.2",   "121.2 (a)", "121.2 (b)", "121.10",
        "140.9", "140.12", "140.12 (a)", "140.100", "140.254",   "1000.1" };
  static const char *const equal[] = { "140.012", "140.12" };
  g_autofree char *padded = suivi_recommendation_number_to_sort_key (equal[0]);
  g_autofree char *plain = suivi_recommendation_number_to_sort_key (equal[1]);
  g_autofree char *null = suivi_recommendation_number_to_sort_key (NULL);
  g_autofree char *hand = suivi_recommendation_number_to_sort_key ("121.2 (a)");
  g_autofree char *huge = suivi_recommendation_number_to_sort_key ("123456789");

  for (gsize i = 1; i < G_N_ELEMENTS (numbers); i++)
    {
      g_autofree char *before = suivi_recommendation_number_to_sort_key (numbers[i - 1]);
      g_autofree char *after = suivi_recommendation_number_to_sort_key (numbers[i]);

      g_assert_cmpint (strcmp (before, after), <, 0);
    }
  g_assert_cmpstr (padded, ==, plain);
  g_assert_cmpstr (null, ==, "");
  g_assert_cmpstr (hand, ==, "00000121.00000002 (a)");
  g_assert_cmpstr (huge, ==, "123456789");
}

static void
test_new_copy (void)
{
  static const char *const states[] = { "FRA", "CIV", NULL };
  static const char *const themes[] = { "Right to health", NULL };
  static const char *const empty[] = { NULL };
  g_autoptr (SuiviRecommendation) self = suivi_recommendation_new ();
  g_autoptr (SuiviRecommendation) copy = NULL;
  g_autofree char *text = NULL;

  g_assert_true (g_uuid_string_is_valid (self->id));
  g_assert_nonnull (self->states);
  g_assert_null (self->states[0]);
  g_assert_null (self->themes[0]);
  g_assert_null (self->groups[0]);
  g_assert_null (self->sdgs[0]);
  g_assert_cmpint (self->position, ==, SUIVI_POSITION_PENDING);
  g_assert_cmpint (self->light, ==, SUIVI_LIGHT_GREY);
  g_assert_false (self->child_focused_decided);

  self->number = g_strdup ("140.12");
  self->text = g_strdup ("Ratify");
  self->position = SUIVI_POSITION_PART;
  self->position_word = g_strdup ("Supported/Noted");
  self->child_focused = TRUE;
  suivi_recommendation_set_lists (self, states, themes, NULL, NULL);
  copy = suivi_recommendation_copy (self);

  /* Changing the copy leaves the original alone. */
  g_assert_cmpstr (copy->id, ==, self->id);
  g_assert_cmpstr (copy->number, ==, "140.12");
  g_assert_cmpstr (copy->text, ==, "Ratify");
  g_assert_cmpstr (copy->position_word, ==, "Supported/Noted");
  g_assert_cmpint (copy->position, ==, SUIVI_POSITION_PART);
  g_assert_true (copy->child_focused);
  g_assert_cmpuint (g_strv_length (copy->states), ==, 2);
  suivi_recommendation_set_lists (copy, empty, NULL, NULL, NULL);
  g_assert_cmpuint (g_strv_length (copy->states), ==, 0);
  g_assert_cmpuint (g_strv_length (copy->themes), ==, 1);
  g_assert_cmpuint (g_strv_length (self->states), ==, 2);

  text = suivi_recommendation_states_to_text (self);
  g_assert_cmpstr (text, ==, "France, C\303\264te d'Ivoire");
}

static void
test_states_to_text (void)
{
  static const char *const states[] = { "QQQ", "TGO", NULL };
  g_autoptr (SuiviRecommendation) self = suivi_recommendation_new ();
  g_autofree char *none = suivi_recommendation_states_to_text (self);
  g_autofree char *text = NULL;

  g_assert_cmpstr (none, ==, "");
  suivi_recommendation_set_lists (self, states, NULL, NULL, NULL);
  text = suivi_recommendation_states_to_text (self);
  /* What nobody knows is shown as it is, not lost. */
  g_assert_cmpstr (text, ==, "QQQ, Togo");
}

static void
test_references (void)
{
  SuiviRecommendation *self = suivi_recommendation_new ();
  SuiviRecommendation *same = g_boxed_copy (SUIVI_TYPE_RECOMMENDATION, self);

  g_assert_true (same == self);
  suivi_recommendation_unref (self);
  g_assert_nonnull (same->id);
  suivi_recommendation_unref (same);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  /* Names of States are expected in English, unless a test says otherwise. */
  if (!g_test_subprocess ())
    g_setenv ("LANGUAGE", "en", TRUE);

  g_test_add_func ("/core/position/words", test_position_words);
  g_test_add_func ("/core/position/nicks", test_position_nicks);
  g_test_add_func ("/core/review/cycles", test_cycles);
  g_test_add_func ("/core/review/tokens", test_tokens);
  g_test_add_func ("/core/review/new-copy", test_review);
  g_test_add_func ("/core/recommendation/sort-keys", test_sort_keys);
  g_test_add_func ("/core/recommendation/new-copy", test_new_copy);
  g_test_add_func ("/core/recommendation/states-to-text", test_states_to_text);
  g_test_add_func ("/core/recommendation/references", test_references);

  return g_test_run ();
}
