/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include "core/consultation/revealing.h"

/* All statements, names, places and numbers are invented. */
typedef struct
{
  const char *text;
  const char *planted;
  SuiviRevealingKind kind;
} Planted;

static const Planted planted[] = {
  /* English */
  { "My name is Amsalu and I walk far.", "Amsalu", SUIVI_REVEALING_NAME },
  { "my name is tirunesh and i walk far", "tirunesh", SUIVI_REVEALING_NAME },
  { "They call me Zubo at home.", "Zubo", SUIVI_REVEALING_NAME },
  { "Yesterday my friend Lindani was beaten.", "Lindani", SUIVI_REVEALING_NAME },
  { "Lindani was beaten by the police.", "Lindani", SUIVI_REVEALING_NAME },
  { "Mr Okwundu beats us with a stick.", "Mr Okwundu", SUIVI_REVEALING_NAME },
  { "Dr. Farhallam said we must wait.", "Dr. Farhallam", SUIVI_REVEALING_NAME },
  { "We told Teacher Mwabasi about it.", "Teacher Mwabasi", SUIVI_REVEALING_NAME },
  { "I live with Auntie Prisca since the flood.", "Auntie Prisca", SUIVI_REVEALING_NAME },
  { "Then Tendo Kaluwa and I ran away.", "Tendo Kaluwa", SUIVI_REVEALING_NAME },
  { "My brother's name is jonnu.", "jonnu", SUIVI_REVEALING_NAME },
  { "Girls in Kabolende cannot go to school.", "Kabolende", SUIVI_REVEALING_PLACE },
  { "I come from the village of Ndirambo.", "village of Ndirambo", SUIVI_REVEALING_PLACE },
  { "we are from the village of ndirambo", "ndirambo", SUIVI_REVEALING_PLACE },
  { "There is no clinic in Mosulani district.", "Mosulani district", SUIVI_REVEALING_PLACE },
  { "The Tolwe River floods our road.", "Tolwe River", SUIVI_REVEALING_PLACE },
  { "At Kasolwe Primary School there is no water.", "Kasolwe Primary School", SUIVI_REVEALING_SCHOOL },
  { "The boys of Saint Hubertine get better food.", "Saint Hubertine", SUIVI_REVEALING_SCHOOL },
  { "I sleep at the Bright Morrow orphanage.", "Bright Morrow orphanage", SUIVI_REVEALING_SCHOOL },
  { "Our church, the Zimbara Church, helps.", "Zimbara Church", SUIVI_REVEALING_SCHOOL },
  { "I am 13 and I work.", "13", SUIVI_REVEALING_AGE },
  { "My sister is twelve years old.", "twelve years old", SUIVI_REVEALING_AGE },
  { "A 13-year-old girl was married.", "13-year-old", SUIVI_REVEALING_AGE },
  { "I was born on 14 May 2011.", "born on 14 May 2011", SUIVI_REVEALING_AGE },
  { "My birthday: 03/09/2012.", "birthday: 03/09/2012", SUIVI_REVEALING_AGE },
  { "Call me on +000 77 123 4567 please.", "+000 77 123 4567", SUIVI_REVEALING_CONTACT },
  { "My number is 0771234567.", "0771234567", SUIVI_REVEALING_CONTACT },
  { "Write to zubo.k@example.org about it.", "zubo.k@example.org", SUIVI_REVEALING_CONTACT },
  { "Find me as @zubo_k there.", "@zubo_k", SUIVI_REVEALING_CONTACT },
  { "We wrote it on www.example.org/zubo.", "www.example.org/zubo", SUIVI_REVEALING_CONTACT },
  { "We stay at 12 Falmer Street.", "12 Falmer Street", SUIVI_REVEALING_CONTACT },
  { "My father is the mayor and hits me.", "father is the mayor", SUIVI_REVEALING_RELATION },
  { "The chief's son hurt me.", "chief's son", SUIVI_REVEALING_RELATION },
  { "when i was at st. mirabel's school they beat me", "st. mirabel", SUIVI_REVEALING_SCHOOL },
  { "i live in ndorola", "ndorola", SUIVI_REVEALING_PLACE },
  { "I AM CHANDRIKO FROM KITWANDA.", "CHANDRIKO FROM KITWANDA", SUIVI_REVEALING_NAME },
  { "The father of Zubo is the mayor.", "father of Zubo is the mayor", SUIVI_REVEALING_NAME },
  /* French */
  { "je suis à bamorako avec maman", "bamorako", SUIVI_REVEALING_PLACE },
  { "Je m'appelle Ouroudi et j'ai peur.", "Ouroudi", SUIVI_REVEALING_NAME },
  { "je m’appelle ouroudi", "ouroudi", SUIVI_REVEALING_NAME },
  { "Le frère de Mansatou ne va plus à l'école.", "Mansatou", SUIVI_REVEALING_NAME },
  { "Le fils d’Élimane travaille.", "Élimane", SUIVI_REVEALING_NAME },
  { "Maître Dassongo nous frappe.", "Maître Dassongo", SUIVI_REVEALING_NAME },
  { "Nous habitons à Tombélou sans eau.", "Tombélou", SUIVI_REVEALING_PLACE },
  { "L'école primaire de Kolabougou est trop loin.", "école primaire de Kolabougou", SUIVI_REVEALING_SCHOOL },
  { "J'ai treize ans et je travaille.", "treize ans", SUIVI_REVEALING_AGE },
  { "Ma sœur a 9 ans.", "9 ans", SUIVI_REVEALING_AGE },
  { "Elle est née le 3 mars 2012.", "née le 3 mars 2012", SUIVI_REVEALING_AGE },
  { "Appelez le 00 12 34 56 78.", "00 12 34 56 78", SUIVI_REVEALING_CONTACT },
  { "Mon oncle est le chef du village.", "oncle est le chef", SUIVI_REVEALING_RELATION },
  /* Spanish */
  { "Me llamo Yurelmi y quiero estudiar.", "Yurelmi", SUIVI_REVEALING_NAME },
  { "Vivo con la tía Candelmira.", "tía Candelmira", SUIVI_REVEALING_NAME },
  { "Ayer María de la Fuentera lloró.", "María de la Fuentera", SUIVI_REVEALING_NAME },
  { "Soy de Quebralta, donde no hay agua.", "Quebralta", SUIVI_REVEALING_PLACE },
  { "Vengo del pueblo de montelindo.", "montelindo", SUIVI_REVEALING_PLACE },
  { "La escuela Sol Naciente no tiene baños.", "escuela Sol Naciente", SUIVI_REVEALING_SCHOOL },
  { "Tengo 13 años y trabajo.", "13 años", SUIVI_REVEALING_AGE },
  { "Nací en 2012 en el campo.", "Nací en 2012", SUIVI_REVEALING_AGE },
  { "Vivo en la calle Bolandra 14.", "calle Bolandra 14", SUIVI_REVEALING_CONTACT },
  { "La hija del alcalde no paga.", "hija del alcalde", SUIVI_REVEALING_RELATION },
  /* Other scripts */
  /* Without capitals, the family name may follow: one word more. */
  { "اسمي زوبيدان وأحب المدرسة.", "زوبيدان وأحب", SUIVI_REVEALING_NAME },
  { "أعيش في قرية تلمورا.", "تلمورا", SUIVI_REVEALING_PLACE },
  { "أدرس في مدرسة زهرنور.", "مدرسة زهرنور", SUIVI_REVEALING_SCHOOL },
  { "عمري ١٣ سنة.", "١٣ سنة", SUIVI_REVEALING_AGE },
  { "رقمي ٠٧٧١٢٣٤٥٦٧ اتصل.", "٠٧٧١٢٣٤٥٦٧", SUIVI_REVEALING_CONTACT },
  { "আমার নাম রিমঝিলা।", "রিমঝিলা", SUIVI_REVEALING_NAME },
  { "আমার বয়স ১৩ বছর।", "১৩ বছর", SUIVI_REVEALING_AGE },
  { "ফোন ০১৭১২৩৪৫৬৭৮।", "০১৭১২৩৪৫৬৭৮", SUIVI_REVEALING_CONTACT },
  { "मेरा नाम झिलमा है।", "झिलमा", SUIVI_REVEALING_NAME },
  { "Меня зовут Зубоша.", "Зубоша", SUIVI_REVEALING_NAME },
};

/* What children say without telling who they are. */
static const char *const ordinary[] = {
  "The school is too far away and the road is dangerous.",
  "Teachers should not beat us when we are late.",
  "We want clean water and toilets with doors that close.",
  "My parents cannot pay the fees, so I work in the fields.",
  "Girls are married too early and they stop going to school.",
  "Nobody listens to children. We have good ideas!",
  "I am afraid of the police. They take our money.",
  "When it rains, the classroom is full of water.",
  "Children with disabilities have no ramps and no books.",
  "I think the Government should keep its promises.",
  "In our community boys drink alcohol and fight at night.",
  "Sometimes I sleep hungry because there is no food at home.",
  "The Convention on the Rights of the Child says that we may speak.",
  "I want to become a nurse and help people.",
  "It takes 2 hours to walk to the clinic, and it is closed on Sunday.",
  "Since January there is no teacher for English.",
  "Marriage under the age of 18 should be forbidden.",
  "Children aged 8 to 18 should be asked.",
  "Why do adults decide everything for us?",
  "We need 1 000 000 trees and 30 new classrooms by 2030.",
  "L'école est trop loin et la route est dangereuse.",
  "Les enseignants ne doivent pas nous frapper.",
  "Nous voulons de l'eau propre et des toilettes.",
  "Mes parents ne peuvent pas payer, alors je travaille.",
  "Quand il pleut, la classe est pleine d'eau.",
  "Je suis malade depuis 3 ans et il n'y a pas de médicaments.",
  "On ne nous écoute pas. Nous avons de bonnes idées !",
  "Les filles sont mariées trop tôt.",
  "Pourquoi les adultes décident-ils de tout ?",
  "J'aimerais que le gouvernement tienne ses promesses.",
  "La escuela queda muy lejos y el camino es peligroso.",
  "Los maestros no deben pegarnos.",
  "Queremos agua limpia y baños con puertas.",
  "Mis padres no pueden pagar, por eso trabajo.",
  "Cuando llueve, el aula se llena de agua.",
  "Hace 3 años que no hay luz en el barrio.",
  "Nadie nos escucha. ¡Tenemos buenas ideas!",
  "Las niñas se casan demasiado pronto.",
  "¿Por qué los adultos deciden todo?",
  "Quisiera que el Gobierno cumpla sus promesas.",
  "Buses never stop for pupils in uniform.",
  "Rats eat our books in the store room.",
  "Grandmother tells us stories, but she is old now.",
  "Lunch at school is the only meal I have.",
  "Cutting trees makes the river dry.",
  "Being a girl is hard here.",
  "Mosquitoes bite us because there are no nets.",
  "Orphans do not get the same food as others.",
  "Fetching water takes all morning.",
  "Electricity goes off every evening and I cannot study.",
  "Hitting is not teaching.",
  "Drunk men shout at us on the way home.",
  "Caning makes me hate mathematics.",
  "I saw on Facebook that the President promised new schools.",
  "Pregnant girls are sent away from school.",
  "Some of my friends left for the mines.",
  "Gangs recruit boys of my age.",
  "Dust from the quarry makes us cough.",
  "The headteacher said that parents must pay for exams.",
  "I feel proud when adults ask me what I think.",
  "Birth certificates cost too much.",
  "Albino children are afraid to go out.",
  "In Ramadan we are tired in class.",
  "UN people came but nothing changed.",
  "Les inondations ont détruit notre salle de classe.",
  "Marcher deux heures chaque matin fatigue.",
  "Mendier dans la rue n'est pas un choix.",
  "Personne ne demande notre avis.",
  "Je veux devenir médecin pour soigner les gens.",
  "Grâce à la radio, nous connaissons nos droits.",
  "Manger une fois par jour ne suffit pas.",
  "Certains maîtres demandent de l'argent pour les notes.",
  "Le Comité des droits de l'enfant doit savoir cela.",
  "Chez nous, les garçons gardent le bétail.",
  "Beaucoup d'enfants n'ont pas d'acte de naissance.",
  "Après l'école, je vends de l'eau.",
  "Nos toilettes n'ont pas de porte.",
  "Dormir dehors fait peur.",
  "Los profesores faltan mucho.",
  "Caminar de noche da miedo.",
  "En mi barrio hay pandillas.",
  "Trabajo en el campo desde los 8 años.",
  "Ojalá nos escucharan más.",
  "Nuestro río está contaminado por la mina.",
  "Faltan medicinas en el centro de salud.",
  "Mi abuela me cuida porque mis papás se fueron.",
  "Cortaron el agua otra vez.",
  "Jugar también es un derecho.",
  "Las drogas se venden cerca de la escuela.",
  "Quiero que el Presidente nos oiga.",
};

static void
assert_spans (const char *text, GPtrArray *finds)
{
  guint end = 0;

  for (guint i = 0; i < finds->len; i++)
    {
      const SuiviRevealing *find = g_ptr_array_index (finds, i);
      g_autofree char *slice = NULL;

      g_assert_cmpuint (find->length, >, 0);
      g_assert_cmpuint (find->start, >=, end);
      end = find->start + find->length;
      g_assert_cmpuint (end, <=, g_utf8_strlen (text, -1));
      slice = g_utf8_substring (text, find->start, end);
      g_assert_cmpstr (slice, ==, find->text);
    }
}

static void
test_planted (void)
{
  guint n_missed = 0;

  g_assert_cmpuint (G_N_ELEMENTS (planted), >=, 50);
  for (gsize i = 0; i < G_N_ELEMENTS (planted); i++)
    {
      g_autoptr (GPtrArray) finds = suivi_revealing_find (planted[i].text);
      gboolean found = FALSE;

      assert_spans (planted[i].text, finds);
      for (guint k = 0; k < finds->len; k++)
        {
          const SuiviRevealing *find = g_ptr_array_index (finds, k);

          found = found || (g_str_equal (find->text, planted[i].planted) && find->kind == planted[i].kind);
        }
      if (!found)
        {
          g_test_message ("Not found: %s (%s)", planted[i].planted, planted[i].text);
          for (guint k = 0; k < finds->len; k++)
            {
              const SuiviRevealing *find = g_ptr_array_index (finds, k);

              g_test_message ("  but: %s (%s)", find->text, suivi_revealing_kind_to_label (find->kind));
            }
          n_missed++;
        }
    }
  g_assert_cmpuint (n_missed, ==, 0);
}

static void
test_ordinary (void)
{
  guint n_warnings = 0;

  g_assert_cmpuint (G_N_ELEMENTS (ordinary), ==, 90);
  for (gsize i = 0; i < G_N_ELEMENTS (ordinary); i++)
    {
      g_autoptr (GPtrArray) finds = suivi_revealing_find (ordinary[i]);

      for (guint k = 0; k < finds->len; k++)
        {
          const SuiviRevealing *find = g_ptr_array_index (finds, k);

          g_test_message ("Warning: %s (%s)", find->text, ordinary[i]);
        }
      n_warnings += finds->len;
    }
  g_test_message ("%u warnings in %u statements", n_warnings, (guint) G_N_ELEMENTS (ordinary));
  g_assert_cmpuint (n_warnings, <=, 9);
}

/* A statement in capitals is looked at word by word. */
static void
test_capitals (void)
{
  g_autoptr (GPtrArray) ordinary_finds = suivi_revealing_find ("WE WANT CLEAN WATER. THE TEACHERS BEAT US.");
  g_autoptr (GPtrArray) finds = suivi_revealing_find ("THE TEACHER LINDANI BEATS US.");

  g_assert_cmpuint (ordinary_finds->len, <=, 1);
  g_assert_cmpuint (finds->len, >=, 1);
  g_assert_nonnull (strstr (((SuiviRevealing *) g_ptr_array_index (finds, 0))->text, "LINDANI"));
}

/* A word that also stands in the text without a capital is a word like any other. */
static void
test_lower_elsewhere (void)
{
  g_autoptr (GPtrArray) once = suivi_revealing_find ("Goats are sold.");
  g_autoptr (GPtrArray) twice = suivi_revealing_find ("Goats are sold. We need our goats.");

  g_assert_cmpuint (once->len, ==, 1);
  g_assert_cmpuint (twice->len, ==, 0);
}

static void
test_merged (void)
{
  /* The street is a place, the number with it an address: one find, the address. */
  g_autoptr (GPtrArray) finds = suivi_revealing_find ("É, é: 12 Falmer Street, and Zubo.");
  const SuiviRevealing *first = NULL;
  const SuiviRevealing *second = NULL;

  g_assert_cmpuint (finds->len, ==, 2);
  first = g_ptr_array_index (finds, 0);
  second = g_ptr_array_index (finds, 1);
  g_assert_cmpint (first->kind, ==, SUIVI_REVEALING_CONTACT);
  g_assert_cmpuint (first->start, ==, 6);
  g_assert_cmpuint (first->length, ==, 16);
  g_assert_cmpint (second->kind, ==, SUIVI_REVEALING_NAME);
  g_assert_cmpuint (second->start, ==, 28);
}

static void
test_harmless (void)
{
  static const char *const texts[]
    = { "", " ", "...", "I", "1", "@", "a@", "+", "(", "2024-2025", "8 to 18", "I am", "my name is", "Mr" };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GPtrArray) finds = suivi_revealing_find (texts[i]);

      if (finds->len > 0)
        g_test_message ("\"%s\"", texts[i]);
      g_assert_cmpuint (finds->len, ==, 0);
    }
}

static char *
repeat (const char *part, gsize length)
{
  GString *text = g_string_sized_new (length + 64);

  while (text->len < length)
    g_string_append (text, part);

  return g_string_free (text, FALSE);
}

/* Long and hostile texts: in time, no more than 200 finds, spans inside the text. */
static void
test_hostile (void)
{
  static const char *const parts[]
    = { "A",        "Abc ",        "ABC DEF ",      "1",        "1-",         "12 ",
        "@",        "a@",          "a@a.",          "a.com",    "a.com.",     "www.",
        "http://",  "my name is ", "Zub de la ",    "Zubo, ",   "13 ",        "I am 13. ",
        "born ",    "May ",        "uncle is the ", "street ",  "12 street ", "of de du the ",
        "\314\201", "‍",         "É. ",           "মার নাম ", "school of ", "+(",
        "Mr " };

  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      g_autofree char *text = repeat (parts[i], 65536 + 100);
      g_autoptr (GPtrArray) finds = NULL;
      gint64 before = g_get_monotonic_time ();
      double seconds = 0.0;

      finds = suivi_revealing_find (text);
      seconds = (g_get_monotonic_time () - before) / 1e6;
      g_assert_cmpuint (finds->len, <=, 200);
      assert_spans (text, finds);
      if (seconds > 0.1)
        g_test_message ("\"%s\": %.3f s", parts[i], seconds);
      /* Measured: see the message; here with room for slow machines. */
      g_assert_cmpfloat (seconds, <, 5.0);
    }
}

/* What stands behind 64 KiB is not looked at; what stands before is. */
static void
test_long (void)
{
  g_autofree char *filler = repeat ("and so on ", 65536 - 100);
  g_autofree char *before = g_strconcat (filler, "call 0555 123 456 ", NULL);
  g_autofree char *filler_behind = repeat ("and so on ", 65536);
  g_autofree char *behind = g_strconcat (filler_behind, "call 0555 123 456 ", NULL);
  g_autoptr (GPtrArray) found = suivi_revealing_find (before);
  g_autoptr (GPtrArray) none = suivi_revealing_find (behind);

  g_assert_cmpuint (found->len, ==, 1);
  g_assert_cmpuint (none->len, ==, 0);
}

static void
test_labels (void)
{
  for (int kind = SUIVI_REVEALING_NAME; kind <= SUIVI_REVEALING_RELATION; kind++)
    g_assert_cmpstr (suivi_revealing_kind_to_label (kind), !=, "");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/revealing/planted", test_planted);
  g_test_add_func ("/core/revealing/ordinary", test_ordinary);
  g_test_add_func ("/core/revealing/capitals", test_capitals);
  g_test_add_func ("/core/revealing/lower-elsewhere", test_lower_elsewhere);
  g_test_add_func ("/core/revealing/merged", test_merged);
  g_test_add_func ("/core/revealing/harmless", test_harmless);
  g_test_add_func ("/core/revealing/hostile", test_hostile);
  g_test_add_func ("/core/revealing/long", test_long);
  g_test_add_func ("/core/revealing/labels", test_labels);

  return g_test_run ();
}
