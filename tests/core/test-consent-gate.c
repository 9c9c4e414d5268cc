/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "core/consultation/consent-gate.h"

#define TODAY "2026-11-22"

typedef struct
{
  SuiviParticipant *participant;
  SuiviStatement *statement;
} Fixture;

/* A child who agreed to everything, and words that somebody looked through. */
static void
set_up (Fixture *fixture, gconstpointer data)
{
  SuiviParticipant *participant = suivi_participant_new ("consultation");
  SuiviStatement *statement = NULL;

  g_free (participant->assent_on);
  participant->assent_on = g_strdup ("2026-11-02");
  participant->assent_form = SUIVI_ASSENT_SIGNED;
  participant->guardian = SUIVI_GUARDIAN_YES;
  participant->take_part = SUIVI_YES;
  participant->quote = SUIVI_YES;
  participant->publish = SUIVI_YES;
  participant->image = SUIVI_YES;
  g_free (participant->information);
  participant->information = g_strdup ("sheet 2");
  g_free (participant->delete_by);
  participant->delete_by = g_strdup ("2028-11-02");

  statement = suivi_statement_new ("consultation", participant->id, "We walk two hours to the well.");
  statement->level = SUIVI_CONSENT_PUBLISH;
  g_free (statement->checked_words);
  statement->checked_words = g_strdup ("We walk two hours to the well.");

  fixture->participant = participant;
  fixture->statement = statement;
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  suivi_participant_free (fixture->participant);
  suivi_statement_free (fixture->statement);
}

static void
set_text (char **field, const char *text)
{
  g_free (*field);
  *field = g_strdup (text);
}

/* --- every level × every use × what may be the matter ------------------------------------------------- */

static void
do_nothing (Fixture *fixture)
{
}

static void
take_assent (Fixture *fixture)
{
  set_text (&fixture->participant->assent_on, "");
}

static void
withdraw (Fixture *fixture)
{
  set_text (&fixture->participant->withdrawn_on, "2026-11-20");
}

static void
withdraw_overdue (Fixture *fixture)
{
  withdraw (fixture);
  set_text (&fixture->participant->delete_by, "2026-11-21");
}

static void
let_time_pass (Fixture *fixture)
{
  set_text (&fixture->participant->delete_by, "2026-11-21");
}

static void
let_time_pass_unsettled (Fixture *fixture)
{
  let_time_pass (fixture);
  fixture->participant->take_part = SUIVI_NO;
}

static void
refuse_quote (Fixture *fixture)
{
  fixture->participant->quote = SUIVI_NO;
  fixture->participant->publish = SUIVI_NO;
}

static void
forget_quote (Fixture *fixture)
{
  fixture->participant->quote = SUIVI_NOT_ASKED;
}

static void
refuse_publish (Fixture *fixture)
{
  fixture->participant->publish = SUIVI_NO;
}

static void
do_not_check (Fixture *fixture)
{
  set_text (&fixture->statement->checked_words, "");
}

static void
change_words (Fixture *fixture)
{
  set_text (&fixture->statement->words, "We walk two hours to the well. Amina too.");
}

static void
blank_words (Fixture *fixture)
{
  set_text (&fixture->statement->words, " ");
  set_text (&fixture->statement->checked_words, " ");
}

static void
draw (Fixture *fixture)
{
  fixture->statement->drawing = 1;
}

static void
draw_without_image (Fixture *fixture)
{
  fixture->statement->drawing = 1;
  fixture->participant->image = SUIVI_NO;
}

static void
draw_image_not_asked (Fixture *fixture)
{
  fixture->statement->drawing = 1;
  fixture->participant->image = SUIVI_NOT_ASKED;
}

/* For each level, the uses that are allowed: Record, Count, Quote, Publish. Written out by hand. */
static const struct
{
  const char *name;
  void (*change) (Fixture *fixture);
  const char *internal;
  const char *totals;
  const char *quote;
  const char *publish;
} cases[] = {
  { "settled", do_nothing, "R---", "RC--", "RCQ-", "RCQP" },
  { "not settled", take_assent, "----", "----", "----", "----" },
  { "withdrawn", withdraw, "----", "----", "----", "----" },
  { "withdrawn and overdue", withdraw_overdue, "----", "----", "----", "----" },
  { "overdue", let_time_pass, "R---", "R---", "R---", "R---" },
  { "overdue and not settled", let_time_pass_unsettled, "----", "----", "----", "----" },
  { "consent to be counted only", refuse_quote, "R---", "RC--", "RC--", "RC--" },
  { "quote not asked, publish yes", forget_quote, "R---", "RC--", "RC--", "RC--" },
  { "consent to be quoted only", refuse_publish, "R---", "RC--", "RCQ-", "RCQ-" },
  { "unchecked", do_not_check, "R---", "RC--", "RC--", "RC--" },
  { "changed since it was checked", change_words, "R---", "RC--", "RC--", "RC--" },
  { "blank words", blank_words, "R---", "RC--", "RC--", "RC--" },
  { "drawing with image", draw, "R---", "RC--", "RCQ-", "RCQP" },
  { "drawing without image", draw_without_image, "R---", "RC--", "RC--", "RC--" },
  { "drawing, image not asked", draw_image_not_asked, "R---", "RC--", "RC--", "RC--" },
};

static char *
list_allowed (Fixture *fixture, SuiviConsentLevel level)
{
  GString *allowed = g_string_new (NULL);

  fixture->statement->level = level;
  for (int use = 0; use < SUIVI_N_USES; use++)
    {
      g_autoptr (GError) error = NULL;
      gboolean yes = suivi_consent_gate_allows (fixture->statement, fixture->participant, use, TODAY, &error);

      if (yes)
        g_assert_no_error (error);
      else
        {
          g_assert_nonnull (error);
          g_assert_true (error->domain == SUIVI_GATE_ERROR);
          g_assert_cmpstr (error->message, !=, "");
        }
      g_assert_true (
        yes == suivi_consent_gate_allows (fixture->statement, fixture->participant, use, TODAY, NULL));
      g_string_append_c (allowed, yes ? "RCQP"[use] : '-');
    }

  return g_string_free (allowed, FALSE);
}

static void
test_table (void)
{
  g_assert_cmpuint (SUIVI_N_USES, ==, 4);
  g_assert_cmpuint (SUIVI_N_CONSENT_LEVELS, ==, 4);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const char *expected[SUIVI_N_CONSENT_LEVELS]
        = { cases[i].internal, cases[i].totals, cases[i].quote, cases[i].publish };

      for (guint level = 0; level < SUIVI_N_CONSENT_LEVELS; level++)
        {
          Fixture fixture = { NULL, NULL };
          g_autofree char *allowed = NULL;

          set_up (&fixture, NULL);
          cases[i].change (&fixture);
          allowed = list_allowed (&fixture, level);
          if (g_strcmp0 (allowed, expected[level]) != 0)
            {
              g_test_message ("%s, level %u: %s, not %s", cases[i].name, level, allowed, expected[level]);
              g_test_fail ();
            }
          tear_down (&fixture, NULL);
        }
    }
}

/* --- why not ----------------------------------------------------------------------------------------- */

static void
assert_refused (Fixture *fixture, SuiviUse use, SuiviGateError code)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (suivi_consent_gate_allows (fixture->statement, fixture->participant, use, TODAY, &error));
  g_assert_error (error, SUIVI_GATE_ERROR, (int) code);
}

static void
test_reasons (Fixture *fixture, gconstpointer data)
{
  fixture->statement->level = SUIVI_CONSENT_TOTALS;
  assert_refused (fixture, SUIVI_USE_QUOTE, SUIVI_GATE_ERROR_CONSENT);
  fixture->statement->level = SUIVI_CONSENT_PUBLISH;

  do_not_check (fixture);
  assert_refused (fixture, SUIVI_USE_QUOTE, SUIVI_GATE_ERROR_UNCHECKED);
  draw_without_image (fixture);
  assert_refused (fixture, SUIVI_USE_QUOTE, SUIVI_GATE_ERROR_CONSENT);
  let_time_pass (fixture);
  assert_refused (fixture, SUIVI_USE_COUNT, SUIVI_GATE_ERROR_OVERDUE);
  withdraw (fixture);
  assert_refused (fixture, SUIVI_USE_RECORD, SUIVI_GATE_ERROR_WITHDRAWN);
}

static void
assert_closed (Fixture *fixture)
{
  for (int use = 0; use < SUIVI_N_USES; use++)
    assert_refused (fixture, use, SUIVI_GATE_ERROR_CONSENT);
}

static void
assert_open (Fixture *fixture)
{
  for (int use = 0; use < SUIVI_N_USES; use++)
    g_assert_true (suivi_consent_gate_allows (fixture->statement, fixture->participant, use, TODAY, NULL));
}

static void
test_unknown (Fixture *fixture, gconstpointer data)
{
  assert_open (fixture);

  assert_refused (fixture, (SuiviUse) 4, SUIVI_GATE_ERROR_CONSENT);
  assert_refused (fixture, (SuiviUse) -1, SUIVI_GATE_ERROR_CONSENT);

  fixture->statement->level = (SuiviConsentLevel) 4;
  assert_closed (fixture);
  fixture->statement->level = (SuiviConsentLevel) -1;
  assert_closed (fixture);
  fixture->statement->level = SUIVI_CONSENT_PUBLISH;
  assert_open (fixture);

  fixture->participant->take_part = (SuiviAgreement) 3;
  assert_closed (fixture);
  fixture->participant->take_part = SUIVI_YES;
  fixture->participant->guardian = (SuiviGuardianConsent) 6;
  assert_closed (fixture);
  fixture->participant->guardian = SUIVI_GUARDIAN_YES;
  fixture->participant->assent_form = (SuiviAssentForm) 4;
  assert_closed (fixture);
  fixture->participant->assent_form = SUIVI_ASSENT_SPOKEN;
  fixture->participant->quote = (SuiviAgreement) 3;
  assert_refused (fixture, SUIVI_USE_QUOTE, SUIVI_GATE_ERROR_CONSENT);
  fixture->participant->quote = SUIVI_YES;
  fixture->participant->publish = (SuiviAgreement) 3;
  assert_refused (fixture, SUIVI_USE_PUBLISH, SUIVI_GATE_ERROR_CONSENT);
  fixture->participant->publish = SUIVI_YES;
  assert_open (fixture);
}

static void
test_nothing (Fixture *fixture, gconstpointer data)
{
  char **fields[] = {
    &fixture->statement->words,
    &fixture->statement->checked_words,
    &fixture->statement->consultation_id,
    &fixture->statement->participant_id,
    &fixture->participant->id,
    &fixture->participant->consultation_id,
    &fixture->participant->assent_on,
    &fixture->participant->information,
    &fixture->participant->delete_by,
    &fixture->participant->withdrawn_on,
  };

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      char *text = *fields[i];

      *fields[i] = NULL;
      assert_closed (fixture);
      *fields[i] = text;
      assert_open (fixture);
    }

  g_assert_false (suivi_consent_gate_allows (NULL, fixture->participant, SUIVI_USE_RECORD, TODAY, NULL));
  g_assert_false (suivi_consent_gate_allows (fixture->statement, NULL, SUIVI_USE_RECORD, TODAY, NULL));
  g_assert_false (suivi_consent_gate_allows (NULL, NULL, SUIVI_USE_RECORD, NULL, NULL));
  for (int use = 0; use < SUIVI_N_USES; use++)
    {
      g_assert_false (suivi_consent_gate_allows (fixture->statement, fixture->participant, use, NULL, NULL));
      g_assert_false (
        suivi_consent_gate_allows (fixture->statement, fixture->participant, use, "soon", NULL));
    }
}

/* The consent of one child says nothing of the words of another one. */
static void
test_another_child (Fixture *fixture, gconstpointer data)
{
  set_text (&fixture->statement->participant_id, "another");
  assert_closed (fixture);
  set_text (&fixture->statement->participant_id, fixture->participant->id);
  assert_open (fixture);
  set_text (&fixture->statement->consultation_id, "another");
  assert_closed (fixture);

  /* Two keys that are missing are not the same key. */
  g_clear_pointer (&fixture->statement->consultation_id, g_free);
  g_clear_pointer (&fixture->participant->consultation_id, g_free);
  assert_closed (fixture);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/consent-gate/table", test_table);
  g_test_add ("/consent-gate/reasons", Fixture, NULL, set_up, test_reasons, tear_down);
  g_test_add ("/consent-gate/unknown", Fixture, NULL, set_up, test_unknown, tear_down);
  g_test_add ("/consent-gate/nothing", Fixture, NULL, set_up, test_nothing, tear_down);
  g_test_add ("/consent-gate/another-child", Fixture, NULL, set_up, test_another_child, tear_down);

  return g_test_run ();
}
