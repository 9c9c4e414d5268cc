/* SPDX-License-Identifier: GPL-3.0-or-later */

/* French and Spanish, where UPR Info's rules AC1 to AC9 decide on the category, with sentences worked out by hand. */

#include "config.h"

#include "core/drafting/analysis.h"

static const SuiviSupport support = { .next_review = "2029-05-01", .today = "2026-11-22" };

typedef struct
{
  const char *text;
  guint category;
  gboolean children;
  guint n_actions;
  const char *deadline;
  gboolean measurable;
} Case;

static const Case french[] = {
  /* AC1 */
  { "Ratifier le Protocole facultatif à la Convention relative aux droits de l'enfant établissant une "
    "procédure de "
    "présentation de communications d'ici à 2028",
    5, TRUE, 1, "2028-12-31", TRUE },
  { "D’ici à la fin de 2028, le Ministère de la Justice devrait modifier l’article 12 du Code de la famille "
    "afin de fixer "
    "à 18 ans l’âge minimum du mariage",
    5, TRUE, 1, "2028-12-31", TRUE },
  { "Garantir l'accès aux soins", 4, FALSE, 1, NULL, FALSE },
  { "Mettre fin au placement des enfants en institution d'ici au 31 décembre 2027", 5, TRUE, 1, "2027-12-31",
    FALSE },
  /* AC2 */
  { "Adopter une loi sur la protection de l'enfance et créer un poste de défenseur des enfants", 5, TRUE, 2,
    NULL, TRUE },
  { "Renforcer la formation et abolir la peine de mort", 4, FALSE, 2, NULL, TRUE },
  /* AC3 */
  { "Poursuivre et renforcer l'action en matière d'état civil", 4, FALSE, 1, NULL, FALSE },
  /* AC4 */
  { "Améliorer la justice des mineurs, notamment en formant les juges", 5, TRUE, 1, NULL, FALSE },
  /* AC6 */
  { "Adopter des mesures contre la traite", 4, FALSE, 1, NULL, FALSE },
  { "Adopter une loi contre la traite", 5, FALSE, 1, NULL, TRUE },
  /* AC7 */
  { "Envisager de ratifier l'OPCAT", 3, FALSE, 1, NULL, FALSE },
  { "Envisager la possibilité d'adhérer au Statut de Rome", 3, FALSE, 1, NULL, FALSE },
  /* AC8 */
  { "Solliciter l'assistance technique des Nations Unies", 1, FALSE, 1, NULL, FALSE },
  { "Partager ses bonnes pratiques", 1, FALSE, 1, NULL, FALSE },
  /* AC9 */
  { "Réviser le Code pénal pour interdire les châtiments corporels", 5, TRUE, 1, NULL, TRUE },
  { "Revoir sa position", 3, FALSE, 1, NULL, FALSE },
  /* Amounts */
  { "Allouer au moins 5 % du budget de la santé à la nutrition dans un délai de deux ans", 5, FALSE, 1,
    "2028-11-22", TRUE },
  { "Allouer des ressources à la nutrition", 4, FALSE, 1, NULL, FALSE },
  /* The others */
  { "Continuer de promouvoir l'éducation des filles", 2, TRUE, 1, NULL, FALSE },
  { "Prendre des mesures pour prévenir et combattre la violence", 4, FALSE, 1, NULL, FALSE },
  { "Ratifier : a) l'OPCAT ; b) la Convention relative aux droits des personnes handicapées", 5, FALSE, 2,
    NULL, TRUE },
  { "Adopter la loi. Former la police.", 5, FALSE, 2, NULL, FALSE },
  { "Porter à 14 ans l'âge de la responsabilité pénale avant mars 2029 et créer des tribunaux pour enfants",
    5, TRUE, 2, "2029-02-28", TRUE },
  { "Présenter son rapport au Comité des droits de l'enfant avant le prochain EPU", 5, TRUE, 1, "2029-05-01",
    TRUE },
  { "Créer un mécanisme pour enquêter sur les plaintes et poursuivre les responsables avant l'examen à "
    "mi-parcours",
    5, FALSE, 1, "2027-05-01", TRUE },
  { "Adopter la loi dans les dix-huit mois", 5, FALSE, 1, "2028-05-22", FALSE },
  { "Adopter la loi avant la fin de 2028", 5, FALSE, 1, "2028-12-31", FALSE },
  { "Adopter la loi d'ici au 1er mars 2028", 5, FALSE, 1, "2028-03-01", FALSE },
  { "Libérer immédiatement tous les enfants détenus avec des adultes", 5, TRUE, 1, NULL, TRUE },
  { "Il faudrait que l'État cesse de détenir des enfants", 5, TRUE, 1, NULL, FALSE },
};

static const Case spanish[] = {
  /* AC1 */
  { "Ratificar el Protocolo Facultativo de la Convención sobre los Derechos del Niño relativo a un "
    "procedimiento de "
    "comunicaciones antes de fines de 2028",
    5, TRUE, 1, "2028-12-31", TRUE },
  { "A más tardar el 31 de diciembre de 2028, el Ministerio de Justicia debería modificar el artículo 12 del "
    "Código de "
    "Familia para fijar en 18 años la edad mínima para contraer matrimonio",
    5, TRUE, 1, "2028-12-31", TRUE },
  { "Que ratifique el Estatuto de Roma", 5, FALSE, 1, NULL, TRUE },
  { "Garantizar el derecho a la salud", 4, FALSE, 1, NULL, FALSE },
  { "Poner fin al internamiento de niños en instituciones para 2030", 5, TRUE, 1, "2030-12-31", FALSE },
  /* AC2 */
  { "Aprobar una ley de protección de la infancia y crear una defensoría de la niñez", 5, TRUE, 2, NULL,
    TRUE },
  /* AC3 */
  { "Proseguir y reforzar la labor del registro civil", 4, FALSE, 1, NULL, FALSE },
  /* AC4 */
  { "Mejorar la justicia juvenil, en particular mediante la capacitación de jueces", 5, TRUE, 1, NULL,
    FALSE },
  /* AC6 */
  { "Adoptar medidas para combatir la trata", 4, FALSE, 1, NULL, FALSE },
  { "Aprobar una ley contra la trata", 5, FALSE, 1, NULL, TRUE },
  /* AC7 */
  { "Considerar la posibilidad de ratificar el OPCAT", 3, FALSE, 1, NULL, FALSE },
  /* AC8 */
  { "Solicitar asistencia técnica a las Naciones Unidas", 1, FALSE, 1, NULL, FALSE },
  { "Compartir sus buenas prácticas", 1, FALSE, 1, NULL, FALSE },
  /* AC9 */
  { "Revisar el Código Penal para prohibir los castigos corporales", 5, TRUE, 1, NULL, TRUE },
  { "Revisar su posición", 3, FALSE, 1, NULL, FALSE },
  /* Amounts */
  { "Asignar al menos el 5 % del presupuesto de salud a la nutrición en un plazo de dos años", 5, FALSE, 1,
    "2028-11-22", TRUE },
  { "Asignar recursos a la nutrición", 4, FALSE, 1, NULL, FALSE },
  /* The others */
  { "Continuar promoviendo la educación de las niñas", 2, TRUE, 1, NULL, FALSE },
  { "Redoblar los esfuerzos para proteger a los niños", 4, TRUE, 1, NULL, FALSE },
  { "Tomar medidas para prevenir y combatir la violencia", 4, FALSE, 1, NULL, FALSE },
  { "Ratificar: a) el OPCAT; b) el Convenio núm. 189 de la OIT", 5, FALSE, 2, NULL, TRUE },
  { "Aprobar el Código de la Niñez. Capacitar a la policía.", 5, TRUE, 2, NULL, TRUE },
  { "Elevar a 14 años la edad de responsabilidad penal antes de marzo de 2029 y crear juzgados de menores", 5,
    TRUE, 2, "2029-02-28", TRUE },
  { "Presentar su informe al Comité antes del próximo examen periódico universal", 5, FALSE, 1, "2029-05-01",
    TRUE },
  { "Aprobar la ley dentro de dieciocho meses", 5, FALSE, 1, "2028-05-22", FALSE },
  { "Aprobar la ley en los próximos treinta y seis meses", 5, FALSE, 1, "2029-11-22", FALSE },
  { "Aprobar la ley antes del 1 de marzo de 2028", 5, FALSE, 1, "2028-02-29", FALSE },
  { "Poner en libertad inmediatamente a todos los niños detenidos con adultos", 5, TRUE, 1, NULL, TRUE },
  { "Se recomienda al Estado que deje de detener a niños", 5, TRUE, 1, NULL, FALSE },
};

static void
assert_cases (const char *language, const Case *cases, gsize n)
{
  for (gsize i = 0; i < n; i++)
    {
      g_autoptr (SuiviAnalysis) analysis = suivi_analysis_new (cases[i].text, language, &support);

      g_test_message ("%s", cases[i].text);
      g_assert_cmpuint (suivi_analysis_get_category (analysis), ==, cases[i].category);
      g_assert_cmpint (suivi_analysis_is_child_focused (analysis), ==, cases[i].children);
      g_assert_cmpuint (suivi_analysis_get_actions (analysis)->len, ==, cases[i].n_actions);
      g_assert_cmpstr (suivi_analysis_get_deadline (analysis), ==, cases[i].deadline);
      g_assert_cmpint (suivi_analysis_get_state (analysis, SUIVI_CRITERION_MEASURABLE), ==,
                       cases[i].measurable ? SUIVI_CRITERION_STATE_MET : SUIVI_CRITERION_STATE_TO_IMPROVE);
      g_assert_cmpuint (suivi_analysis_get_category_spans (analysis)->len, >, 0);
      g_assert_true ((suivi_analysis_get_child_spans (analysis)->len > 0) == cases[i].children);
    }
}

static void
test_french (void)
{
  assert_cases ("fr", french, G_N_ELEMENTS (french));
}

static void
test_spanish (void)
{
  assert_cases ("es", spanish, G_N_ELEMENTS (spanish));
}

static void
assert_suggestion (const char *language, const char *text, const char *suggestion)
{
  g_autoptr (SuiviAnalysis) analysis = suivi_analysis_new (text, language, &support);
  GPtrArray *hints = suivi_analysis_get_hints (analysis);
  gboolean found = FALSE;

  for (guint i = 0; i < hints->len; i++)
    {
      const SuiviHint *hint = g_ptr_array_index (hints, i);

      if (g_str_equal (hint->rule, "softened-verb"))
        {
          g_assert_cmpstr (hint->suggestion, ==, suggestion);
          found = TRUE;
        }
    }
  g_assert_true (found);
}

static void
test_suggestions (void)
{
  assert_suggestion ("fr", "Envisager de ratifier l'OPCAT", "Ratifier");
  assert_suggestion ("fr", "Envisager la possibilité d'adhérer au Statut de Rome", "Adhérer");
  assert_suggestion ("fr", "Prendre des mesures pour adopter une loi", "Adopter");
  assert_suggestion ("es", "Considerar la posibilidad de ratificar el OPCAT", "Ratificar");
  assert_suggestion ("es", "Tomar medidas para prohibir los castigos corporales", "Prohibir");
}

static void
test_languages (void)
{
  static const char *const expected[] = { "en", "es", "fr", NULL };
  g_autoptr (SuiviAnalysis) other = suivi_analysis_new ("Ratify OPCAT", "xx", NULL);
  g_autoptr (SuiviAnalysis) none = suivi_analysis_new ("Ratify OPCAT", NULL, NULL);

  g_assert_true (g_strv_equal (suivi_analysis_languages (), expected));
  g_assert_cmpuint (suivi_analysis_get_actions (other)->len, ==, 1);
  g_assert_cmpuint (suivi_analysis_get_actions (none)->len, ==, 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/core/analysis-languages/french", test_french);
  g_test_add_func ("/core/analysis-languages/spanish", test_spanish);
  g_test_add_func ("/core/analysis-languages/suggestions", test_suggestions);
  g_test_add_func ("/core/analysis-languages/languages", test_languages);

  return g_test_run ();
}
