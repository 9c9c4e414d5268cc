/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/review/grade-others.h"

#include <glib/gi18n-lib.h>

#include "core/text/text.h"

/* Of how many recommendations which judgement would count beside a new one. */
typedef struct
{
  guint n_agreed;
  guint n_later;
  guint n_earlier;
  GHashTable
    *own; /* (element-type utf8 gboolean): of each name, as it is written, whether it is the own one */
} Others;

/* The same names come again and again, and to compare them takes time, while somebody types. */
static gboolean
is_own (Others *self, const SuiviAssessment *judgement, const char *organisation)
{
  const char *name = judgement->organisation != NULL ? judgement->organisation : "";
  gpointer own = NULL;

  if (!g_hash_table_lookup_extended (self->own, name, NULL, &own))
    {
      own = GINT_TO_POINTER (suivi_assessment_is_by (judgement, organisation));
      g_hash_table_insert (self->own, (gpointer) name, own);
    }

  return GPOINTER_TO_INT (own);
}

/* As SUIVI_LATEST_FIRST says it to the database: what is agreed on, then the latest; on one day, what is saved now. */
static void
count_one (Others *self, GPtrArray *judgements, const char *organisation, const char *date)
{
  gboolean any = FALSE;
  gboolean later = FALSE;

  for (guint i = 0; i < judgements->len; i++)
    {
      const SuiviAssessment *judgement = g_ptr_array_index (judgements, i);

      if (judgement->agreed)
        {
          self->n_agreed++;
          return;
        }
      if (is_own (self, judgement, organisation))
        continue;
      any = TRUE;
      /* Days written year-month-day sort as text. */
      later = later || g_strcmp0 (judgement->date, date) > 0;
    }
  self->n_later += later;
  self->n_earlier += any && !later;
}

/**
 * suivi_grade_others_to_text:
 * @others: (element-type GPtrArray): for each recommendation that is graded, what is agreed on and what each organisation
 *   says, arrays of #SuiviAssessment
 * @organisation: for which organisation it is graded; may be blank
 * @date: the day of the new grade, ISO 8601 date
 *
 * Where nothing is agreed, the latest judgement is published, whoever gave it: who grades many at once should know whose they
 * put aside.
 *
 * Returns: (transfer full): sentences about it, translated; may be ""
 */
char *
suivi_grade_others_to_text (GPtrArray *others, const char *organisation, const char *date)
{
  g_autoptr (GPtrArray) sentences = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GHashTable) own = g_hash_table_new (g_str_hash, g_str_equal);
  Others count = { .own = own };

  for (guint i = 0; i < others->len && suivi_date_is_valid (date); i++)
    count_one (&count, g_ptr_array_index (others, i), organisation, date);

  if (!suivi_text_is_blank (organisation))
    /* Translators: %s is the name of an organisation */
    g_ptr_array_add (sentences, g_strdup_printf (_ ("You grade for %s."), organisation));
  if (count.n_earlier > 0)
    g_ptr_array_add (
      sentences,
      g_strdup_printf (ngettext ("%u of these has a judgement of another organisation. Yours will "
                                 "count, because it is the latest.",
                                 "%u of these have a judgement of another organisation. Yours will "
                                 "count, because it is the latest.",
                                 count.n_earlier),
                       count.n_earlier));
  if (count.n_later > 0)
    g_ptr_array_add (
      sentences,
      g_strdup_printf (ngettext ("%u of these has a later judgement of another organisation, which "
                                 "goes on counting.",
                                 "%u of these have a later judgement of another organisation, which "
                                 "goes on counting.",
                                 count.n_later),
                       count.n_later));
  if (count.n_agreed > 0)
    g_ptr_array_add (sentences,
                     g_strdup_printf (ngettext ("%u of these has an agreed grade, which goes on counting.",
                                                "%u of these have an agreed grade, which goes on counting.",
                                                count.n_agreed),
                                      count.n_agreed));
  g_ptr_array_add (sentences, NULL);

  return g_strjoinv (" ", (char **) sentences->pdata);
}

/**
 * suivi_grade_others_tell:
 * @label: where it is told; hidden if there is nothing to tell
 * @others: (nullable): as for suivi_grade_others_to_text(); %NULL: not known yet
 * @grade: the new grade
 */
void
suivi_grade_others_tell (GtkLabel *label, GPtrArray *others, const SuiviAssessment *grade)
{
  g_autofree char *text = others != NULL && others->len > 0
                            ? suivi_grade_others_to_text (others, grade->organisation, grade->date)
                            : g_strdup ("");

  gtk_label_set_label (label, text);
  gtk_widget_set_visible (GTK_WIDGET (label), *text != '\0');
}
