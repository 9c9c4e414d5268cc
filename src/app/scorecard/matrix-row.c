/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/scorecard/matrix-row.h"

#include <glib/gi18n-lib.h>

#include "app/light-words.h"
#include "app/review/recommendation-words.h"
#include "core/text/text.h"

G_DEFINE_FINAL_TYPE (SuiviMatrixRow, suivi_matrix_row, G_TYPE_OBJECT)

static void
suivi_matrix_row_finalize (GObject *object)
{
  SuiviMatrixRow *self = SUIVI_MATRIX_ROW (object);

  g_free (self->id);
  g_free (self->title);
  g_free (self->text);
  g_free (self->folded);
  g_free (self->lights);

  G_OBJECT_CLASS (suivi_matrix_row_parent_class)->finalize (object);
}

static void
suivi_matrix_row_class_init (SuiviMatrixRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = suivi_matrix_row_finalize;
}

static void
suivi_matrix_row_init (SuiviMatrixRow *self)
{
  self->agreed = SUIVI_MATRIX_NOBODY;
}

/**
 * suivi_matrix_row_new:
 * @recommendation: what is judged
 * @review: (nullable): the review it was made in
 *
 * Returns: (transfer full): a row of which nobody said anything yet
 */
SuiviMatrixRow *
suivi_matrix_row_new (SuiviRecommendation *recommendation, SuiviReview *review)
{
  SuiviMatrixRow *self = g_object_new (SUIVI_TYPE_MATRIX_ROW, NULL);
  g_autofree char *words = NULL;

  self->id = g_strdup (recommendation->id);
  self->title = suivi_recommendation_to_title (recommendation, review);
  self->text = g_strdup (recommendation->text);
  words = g_strdup_printf ("%s %s", self->title, self->text);
  self->folded = suivi_text_fold (words);

  return self;
}

/**
 * suivi_matrix_row_equal:
 *
 * Returns: whether both show the same
 */
gboolean
suivi_matrix_row_equal (SuiviMatrixRow *a, SuiviMatrixRow *b)
{
  return a->n_organisations == b->n_organisations && a->agreed == b->agreed && a->n_said == b->n_said
         && a->apart == b->apart && a->unanimous == b->unanimous && a->same_light == b->same_light
         && g_str_equal (a->id, b->id) && g_str_equal (a->title, b->title) && g_str_equal (a->text, b->text)
         && memcmp (a->lights, b->lights, a->n_organisations) == 0;
}

/**
 * suivi_matrix_row_disagrees:
 *
 * Returns: whether the organisations give different grades, and no agreed one settles it
 */
gboolean
suivi_matrix_row_disagrees (SuiviMatrixRow *self)
{
  return self->apart > 0 && self->agreed == SUIVI_MATRIX_NOBODY;
}

/**
 * suivi_matrix_row_dup_apart:
 *
 * Returns: (transfer full): how far the organisations are apart: "2 apart"; "" if they are not
 */
char *
suivi_matrix_row_dup_apart (SuiviMatrixRow *self)
{
  if (self->apart == 0)
    return g_strdup ("");

  /* Translators: how many grades the lowest and the highest judgement are apart; as short as possible */
  return g_strdup_printf (ngettext ("%u apart", "%u apart", self->apart), self->apart);
}

static void
append_light (GString *summary, const char *who, guint light, GHashTable *words)
{
  if (light == SUIVI_MATRIX_NOBODY)
    return;

  g_string_append (summary, "; ");
  /* Translators: who judged, and the grade: "Law Clinic: Some progress" */
  g_string_append_printf (summary, _ ("%s: %s"), who, suivi_light_words_to_label (words, light));
}

/**
 * suivi_matrix_row_dup_summary:
 * @organisations: (element-type utf8): names of the columns
 * @words: (nullable): how the lights are called: suivi_light_words_get()
 *
 * Returns: (transfer full): the row in words, as a screen reader says it
 */
char *
suivi_matrix_row_dup_summary (SuiviMatrixRow *self, GPtrArray *organisations, GHashTable *words)
{
  g_autoptr (GString) summary = g_string_new (NULL);
  g_autofree char *apart = suivi_matrix_row_dup_apart (self);

  g_string_append_printf (summary, "%s %s", self->title, self->text);
  append_light (summary, _ ("Agreed"), self->agreed, words);
  for (guint i = 0; i < self->n_organisations; i++)
    append_light (summary, g_ptr_array_index (organisations, i), self->lights[i], words);
  if (self->n_said == 0)
    g_string_append_printf (summary, "; %s", _ ("Nobody graded it"));
  if (*apart != '\0')
    g_string_append_printf (summary, "; %s", apart);

  return g_string_free (g_steal_pointer (&summary), FALSE);
}
