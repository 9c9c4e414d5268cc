/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib.h>

#include "core/drafting/analysis.h"
#include "core/drafting/sentence.h"
#include "core/text/text.h"
#include "fuzz.h"

static void
check_spans (GArray *spans, guint n_characters)
{
  for (guint i = 0; i < spans->len; i++)
    {
      SuiviSpan span = g_array_index (spans, SuiviSpan, i);

      g_assert_cmpuint (span.start, <=, span.end);
      g_assert_cmpuint (span.end, <=, n_characters);
    }
}

/* The text of a draft in each language: every place that the analysis names is in it, and the form that is filled from
 * it can be written and read again. */
int
LLVMFuzzerTestOneInput (const unsigned char *data, size_t size)
{
  const char *const *languages = suivi_analysis_languages ();
  g_autofree char *text = NULL;
  guint n_characters = 0;

  if (size > FUZZ_MAX_SIZE)
    return 0;

  text = suivi_text_make_valid ((const char *) data, size);
  n_characters = g_utf8_strlen (text, -1);
  for (guint i = 0; languages[i] != NULL; i++)
    {
      g_autoptr (SuiviAnalysis) analysis = suivi_analysis_new (text, languages[i], NULL);
      g_autoptr (SuiviSentence) sentence = suivi_sentence_read (text, languages[i]);
      g_autofree char *written = suivi_sentence_write (sentence, languages[i], NULL);
      GPtrArray *hints = suivi_analysis_get_hints (analysis);
      GPtrArray *actions = suivi_analysis_get_actions (analysis);

      g_assert_cmpuint (suivi_analysis_get_category (analysis), >=, 1);
      g_assert_cmpuint (suivi_analysis_get_category (analysis), <=, 5);
      g_assert_true (g_utf8_validate (written, -1, NULL));
      check_spans (suivi_analysis_get_category_spans (analysis), n_characters);
      check_spans (suivi_analysis_get_child_spans (analysis), n_characters);
      for (guint j = 0; j < SUIVI_N_CRITERIA; j++)
        check_spans (suivi_analysis_get_spans (analysis, j), n_characters);
      for (guint j = 0; j < hints->len; j++)
        g_assert_cmpuint (((SuiviHint *) hints->pdata[j])->span.end, <=, n_characters);
      for (guint j = 0; j < actions->len; j++)
        g_assert_cmpuint (((SuiviAction *) actions->pdata[j])->span.end, <=, n_characters);
    }

  return 0;
}
