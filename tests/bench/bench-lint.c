/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * How long it takes to say something of a wording. Aims: 1 ms for the classifier and a recommendation of common
 * length, 5 ms for the whole analysis of a draft of 200 words.
 */

#include "config.h"

#include <glib.h>
#include <stdlib.h>

#include "core/drafting/analysis.h"
#include "core/drafting/classifier.h"

#define N_ROUNDS        200
#define AIM_CLASSIFY_MS 1.0
#define AIM_ANALYSIS_MS 5.0

static const char sentence[]
  = "Adopt before the end of 2029 a national strategy against violence in schools, with a budget of its own, "
    "including by training every teacher in child protection and by publishing the number of cases each "
    "year. ";

static void
classify (const char *text)
{
  SuiviClassifier *classifier = suivi_classifier_get ("en");
  g_autoptr (GArray) spans = NULL;
  g_autoptr (GArray) child_spans = NULL;

  suivi_classifier_specificity (classifier, text, &spans);
  suivi_classifier_child_focused (classifier, text, &child_spans);
}

static void
analyse (const char *text)
{
  g_autoptr (SuiviAnalysis) analysis = suivi_analysis_new (text, "en", NULL);

  if (suivi_analysis_get_n_words (analysis) == 0)
    abort ();
}

/* Returns: milliseconds of a call, the slowest of a hundred left out */
static double
measure (const char *label, void (*func) (const char *text), const char *text, double aim)
{
  gint64 times[N_ROUNDS] = { 0 };
  double middle = 0;
  double high = 0;

  for (guint i = 0; i < N_ROUNDS; i++)
    {
      gint64 start = g_get_monotonic_time ();
      guint j = i;

      func (text);
      start = g_get_monotonic_time () - start;
      for (; j > 0 && times[j - 1] > start; j--)
        times[j] = times[j - 1];
      times[j] = start;
    }
  middle = times[N_ROUNDS / 2] / 1000.0;
  high = times[N_ROUNDS * 99 / 100] / 1000.0;
  g_print ("%-32s median %.3f ms, 99 of 100 within %.3f ms (aim %.0f ms)\n", label, middle, high, aim);

  return middle;
}

int
main (void)
{
  g_autoptr (GString) draft = g_string_new (NULL);
  gint64 start = g_get_monotonic_time ();
  gboolean reached = TRUE;

  suivi_classifier_get ("en");
  g_print ("%-32s %.1f ms\n", "loading the weights, once", (g_get_monotonic_time () - start) / 1000.0);

  for (guint i = 0; i < 6; i++) /* 34 words each */
    g_string_append (draft, sentence);
  reached
    = measure ("classifier, 34 words", classify, sentence, AIM_CLASSIFY_MS) <= AIM_CLASSIFY_MS && reached;
  reached
    = measure ("classifier, 204 words", classify, draft->str, AIM_ANALYSIS_MS) <= AIM_ANALYSIS_MS && reached;
  reached
    = measure ("analysis, 204 words", analyse, draft->str, AIM_ANALYSIS_MS) <= AIM_ANALYSIS_MS && reached;

  return reached ? EXIT_SUCCESS : EXIT_FAILURE;
}
