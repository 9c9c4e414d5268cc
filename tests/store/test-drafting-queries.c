/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Who may take a draft up, what was asked before, what came of it. */

#include "config.h"

#include "core/text/text.h"
#include "store/drafting-queries.h"
#include "tests/store/fixture.h"

static guint n_put;

static void
put (Fixture *fixture, SuiviReview *review, const char *text, const char *states, gboolean children)
{
  g_autofree char *number = g_strdup_printf ("140.%u", ++n_put);
  g_autoptr (SuiviRecommendation) recommendation
             = make_recommendation (review, number, text, states, SUIVI_POSITION_SUPPORTED, "");

  recommendation->child_focused = children;
  put_recommendation (fixture->store, recommendation, "Add");
}

static SuiviReview *
put_review (Fixture *fixture, const char *state, guint session)
{
  SuiviReview *review = suivi_review_new (state, session);
  g_autoptr (SuiviTransaction) step = suivi_store_begin (fixture->store, "Add review", NULL);

  g_assert_true (suivi_transaction_put_review (step, review, NULL));
  g_assert_true (suivi_transaction_commit (step, NULL));

  return review;
}

static const SuiviCandidate *
find (GPtrArray *candidates, const char *state)
{
  for (guint i = 0; i < candidates->len; i++)
    {
      if (g_str_equal (((SuiviCandidate *) candidates->pdata[i])->state, state))
        return candidates->pdata[i];
    }

  return NULL;
}

static const SuiviSignalCount *
find_signal (const SuiviCandidate *candidate, SuiviSignal signal)
{
  for (guint i = 0; candidate != NULL && i < candidate->signals->len; i++)
    {
      const SuiviSignalCount *one = candidate->signals->pdata[i];

      if (one->signal == signal)
        return one;
    }

  return NULL;
}

/*
 * The State of the fixture: Portugal made three recommendations on children of four, Togo one of five, Chile none of one.
 * On the whole 4 of 10 are on children: 0.4. Portugal's share 3/4 would be above it, but four are too few to say so;
 * with the fifth, elsewhere, it is 4/5.
 */
static void
test_rank (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SuiviReview) other = put_review (fixture, "TGO", 40);
  g_autoptr (GPtrArray) candidates = NULL;
  g_autoptr (GError) error = NULL;
  const SuiviSignalCount *one = NULL;

  for (guint i = 0; i < 3; i++)
    put (fixture, fixture->review, "Register every birth.", "PRT", TRUE);
  put (fixture, fixture->review, "Ratify the Convention.", "PRT", FALSE);
  put (fixture, fixture->review, "Protect children.", "TGO", TRUE);
  for (guint i = 0; i < 4; i++)
    put (fixture, fixture->review, "Ratify the Convention.", "TGO", FALSE);
  put (fixture, fixture->review, "Ratify the Convention.", "CHL", FALSE);
  put (fixture, other, "Make the registration of births free.", "PRT", TRUE);

  candidates = suivi_store_rank_states (fixture->store, fixture->review->state, "birth", 0, &error);
  g_assert_no_error (error);

  /* Portugal: 5 (three: as strong as it gets) + 4 × 4/5 + 4 (four births) = 12.2; Togo: 5/3. Chile has nothing. */
  g_assert_cmpuint (candidates->len, ==, 2);
  g_assert_cmpstr (((SuiviCandidate *) candidates->pdata[0])->state, ==, "PRT");
  g_assert_cmpfloat_with_epsilon (((SuiviCandidate *) candidates->pdata[0])->score, 12.2, 1e-9);
  g_assert_cmpfloat_with_epsilon (((SuiviCandidate *) candidates->pdata[1])->score, 5.0 / 3, 1e-9);
  g_assert_null (find (candidates, "CHL"));

  one = find_signal (find (candidates, "PRT"), SUIVI_SIGNAL_CHILDREN_TO_STATE);
  g_assert_cmpuint (one->count, ==, 3);
  g_assert_cmpuint (one->session, ==, fixture->review->session);
  one = find_signal (find (candidates, "PRT"), SUIVI_SIGNAL_CHILDREN_OFTEN);
  g_assert_cmpuint (one->count, ==, 4);
  g_assert_cmpuint (one->total, ==, 5);
  one = find_signal (find (candidates, "PRT"), SUIVI_SIGNAL_TOPIC);
  g_assert_cmpuint (one->count, ==, 4);
  g_assert_null (find_signal (find (candidates, "TGO"), SUIVI_SIGNAL_CHILDREN_OFTEN));
  /* Two reviews are too few to say that somebody recommends to every State. */
  g_assert_null (find_signal (find (candidates, "PRT"), SUIVI_SIGNAL_EVERY_STATE));

  /* Each figure is the number of rows that its filter shows. */
  for (guint i = 0; i < candidates->len; i++)
    {
      const SuiviCandidate *candidate = candidates->pdata[i];

      for (guint j = 0; j < candidate->signals->len; j++)
        {
          one = candidate->signals->pdata[j];
          g_assert_cmpuint (suivi_store_count (fixture->store, one->filter, NULL), ==, one->count);
        }
    }

  /* The State under review is no candidate for itself. */
  g_clear_pointer (&candidates, g_ptr_array_unref);
  candidates = suivi_store_rank_states (fixture->store, "TGO", "", 0, &error);
  g_assert_no_error (error);
  g_assert_null (find (candidates, "TGO"));
  g_assert_cmpuint (find_signal (find (candidates, "PRT"), SUIVI_SIGNAL_CHILDREN_TO_STATE)->count, ==, 1);
}

/* Portugal speaks in five of five reviews, Chile in four: 80 % is not nearly every one. */
static void
test_rank_every_state (Fixture *fixture, gconstpointer data)
{
  static const char *const states[] = { "TGO", "NPL", "ZMB", "BGD", "PER" };
  g_autoptr (GPtrArray) candidates = NULL;
  const SuiviSignalCount *one = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (states); i++)
    {
      g_autoptr (SuiviReview) review = put_review (fixture, states[i], 30);

      put (fixture, review, "Ratify the Convention.", i > 0 ? "PRT CHL" : "PRT", FALSE);
    }
  candidates = suivi_store_rank_states (fixture->store, fixture->review->state, "", 0, NULL);
  g_assert_cmpuint (candidates->len, ==, 1);
  one = find_signal (find (candidates, "PRT"), SUIVI_SIGNAL_EVERY_STATE);
  g_assert_cmpuint (one->count, ==, 5);
  g_assert_cmpuint (one->total, ==, 5);
}

static void
test_similar (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SuiviReview) other = put_review (fixture, "TGO", 40);
  g_autoptr (GPtrArray) similar = NULL;
  g_autoptr (GError) error = NULL;
  const SuiviSimilar *first = NULL;

  put (fixture, fixture->review, "Ratify the Convention against Enforced Disappearance.", "PRT", FALSE);
  put (fixture, fixture->review, "Make birth registration free of charge for every child.", "CHL", TRUE);
  put (fixture, other, "Make birth registration free of charge for every child.", "CHL", TRUE);

  similar
    = suivi_store_list_similar (fixture->store, fixture->review->state,
                                "Make birth registration free of charge for every child by 2028.", 0, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (similar->len, ==, 1);
  first = similar->pdata[0];
  g_assert_cmpstr (first->recommendation->review_id, ==, fixture->review->id);
  g_assert_cmpint (first->relation, ==, SUIVI_RELATION_SAME);
  g_clear_pointer (&similar, g_ptr_array_unref);

  /* A State without reviews, a draft without words: nothing, and no error. */
  similar = suivi_store_list_similar (fixture->store, "ITA", "Make birth registration free.", 0, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (similar->len, ==, 0);
  g_clear_pointer (&similar, g_ptr_array_unref);
  similar = suivi_store_list_similar (fixture->store, fixture->review->state, " ", 0, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (similar->len, ==, 0);
}

/*
 * The case studies of Save the Children, "UPR: Successful examples of child rights advocacy": of the four priorities of
 * the Philippines and of Bangladesh, 75 % are reflected in recommendations that were accepted (three of four); of those
 * of Mali, 83 % (five of six).
 */
static void
check_outcome (Fixture *fixture, guint n_issues, guint n_reflected, guint percent)
{
  g_autoptr (SuiviTransaction) step = NULL;
  g_autoptr (SuiviRecommendation) recommendation
             = make_recommendation (fixture->review, "140.1", "Register every birth.", "PRT",
                                    SUIVI_POSITION_SUPPORTED, "");
  SuiviOutcome outcome = { 0 };

  put_recommendation (fixture->store, recommendation, "Add");
  step = suivi_store_begin (fixture->store, "Add", NULL);
  for (guint i = 0; i < n_issues; i++)
    {
      g_autofree char *title = g_strdup_printf ("Issue %u", i + 1);
      g_autoptr (SuiviPriority) priority = suivi_priority_new ("SVN", title);
      g_autoptr (SuiviDraft) draft = suivi_draft_new (priority->id, "Register every birth.", "en");

      draft->stage = i < n_reflected ? SUIVI_STAGE_TAKEN_UP : SUIVI_STAGE_NOT_TAKEN_UP;
      if (i < n_reflected)
        draft->recommendation_id = g_strdup (recommendation->id);
      g_assert_true (suivi_transaction_put_priority (step, priority, NULL));
      g_assert_true (suivi_transaction_put_draft (step, draft, NULL));
    }
  g_assert_true (suivi_transaction_commit (step, NULL));

  g_assert_true (suivi_store_count_outcome (fixture->store, "SVN", &outcome, NULL));
  g_assert_cmpuint (outcome.n_raised, ==, n_issues);
  g_assert_cmpuint (outcome.n_supported, ==, n_reflected);
  g_assert_cmpuint ((outcome.n_supported * 200 + outcome.n_raised) / (2 * outcome.n_raised), ==, percent);
}

static void
test_outcome_four (Fixture *fixture, gconstpointer data)
{
  check_outcome (fixture, 4, 3, 75);
}

static void
test_outcome_six (Fixture *fixture, gconstpointer data)
{
  check_outcome (fixture, 6, 5, 83);
}

/* Peru, session 14: 42 recommendations on children, 40 of them accepted: 95 %. Each counts as one issue here. */
static void
test_outcome_peru (Fixture *fixture, gconstpointer data)
{
  check_outcome (fixture, 42, 40, 95);
}

/* Two drafts of one issue are one issue; support in part is no support; only what was judged has an impact. */
static void
test_outcome_mixed (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SuiviRecommendation) in_part
             = make_recommendation (fixture->review, "140.1", "Register every birth.", "PRT",
                                    SUIVI_POSITION_PART, "");
  g_autoptr (SuiviPriority) priority = suivi_priority_new ("SVN", "Birth registration");
  g_autoptr (SuiviPriority) idle = suivi_priority_new ("SVN", "Child budget");
  g_autoptr (SuiviPriority) elsewhere = suivi_priority_new ("TGO", "Child budget");
  g_autoptr (SuiviDraft) first = suivi_draft_new (priority->id, "Register every birth.", "en");
  g_autoptr (SuiviDraft) second = suivi_draft_new (priority->id, "Abolish fees.", "en");
  g_autoptr (SuiviDraft) third = suivi_draft_new (idle->id, "Publish the child budget.", "en");
  g_autoptr (SuiviTransaction) step = NULL;
  SuiviOutcome outcome = { 0 };

  put_recommendation (fixture->store, in_part, "Add");
  first->stage = SUIVI_STAGE_TAKEN_UP;
  first->recommendation_id = g_strdup (in_part->id);
  first->impact = SUIVI_IMPACT_PART;
  second->stage = SUIVI_STAGE_TAKEN_UP;
  second->recommendation_id = g_strdup (in_part->id);
  step = suivi_store_begin (fixture->store, "Add", NULL);
  g_assert_true (suivi_transaction_put_priority (step, priority, NULL));
  g_assert_true (suivi_transaction_put_priority (step, idle, NULL));
  g_assert_true (suivi_transaction_put_priority (step, elsewhere, NULL));
  g_assert_true (suivi_transaction_put_draft (step, first, NULL));
  g_assert_true (suivi_transaction_put_draft (step, second, NULL));
  g_assert_true (suivi_transaction_put_draft (step, third, NULL));
  g_assert_true (suivi_transaction_commit (step, NULL));

  g_assert_true (suivi_store_count_outcome (fixture->store, "SVN", &outcome, NULL));
  g_assert_cmpuint (outcome.n_issues, ==, 2);
  g_assert_cmpuint (outcome.n_raised, ==, 1);
  g_assert_cmpuint (outcome.n_reflected, ==, 1);
  g_assert_cmpuint (outcome.n_supported, ==, 0);
  g_assert_cmpuint (outcome.n_drafts, ==, 3);
  g_assert_cmpuint (outcome.n_sent, ==, 2);
  g_assert_cmpuint (outcome.n_taken_up, ==, 2);
  g_assert_cmpuint (outcome.n_judged, ==, 1);
  g_assert_cmpfloat (outcome.impact, ==, 0.5);
  g_assert_true (suivi_store_count_outcome (fixture->store, NULL, &outcome, NULL));
  g_assert_cmpuint (outcome.n_issues, ==, 3);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name, function) \
  g_test_add ("/store/drafting-queries/" name, Fixture, NULL, fixture_set_up, function, fixture_tear_down)
  ADD ("rank", test_rank);
  ADD ("rank-every-state", test_rank_every_state);
  ADD ("similar", test_similar);
  ADD ("outcome-four", test_outcome_four);
  ADD ("outcome-six", test_outcome_six);
  ADD ("outcome-peru", test_outcome_peru);
  ADD ("outcome-mixed", test_outcome_mixed);
#undef ADD

  return g_test_run ();
}
