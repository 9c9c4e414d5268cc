/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "core/reference/states.h"
#include "core/reference/table.h"
#include "core/text/text.h"

static void
assert_match (const char *name, const char *iso3)
{
  const char *found = suivi_state_match (name);

  if (g_strcmp0 (found, iso3) != 0)
    {
      g_test_message ("\"%s\" gives %s, not %s", name, found != NULL ? found : "nothing", iso3);
      g_test_fail ();
    }
}

static void
assert_list (const char *names, const char *states, const char *unknown)
{
  g_auto (GStrv) others = NULL;
  g_auto (GStrv) found = suivi_state_match_list (names, &others);
  g_autofree char *joined = g_strjoinv (" ", found);
  g_autofree char *joined_others = g_strjoinv ("|", others);

  if (g_strcmp0 (joined, states) != 0 || g_strcmp0 (joined_others, unknown) != 0)
    {
      g_test_message ("\"%s\" gives [%s] and unknown [%s], not [%s] and [%s]", names, joined, joined_others,
                      states, unknown);
      g_test_fail ();
    }
}

/* --- the table --------------------------------------------------------------------------------------------
 */

static void
test_table (void)
{
  g_autoptr (SuiviTable) table = suivi_table_load ("states.tsv");
  guint iso3 = suivi_table_get_column (table, "iso3");
  guint iso2 = suivi_table_get_column (table, "iso2");
  guint kind = suivi_table_get_column (table, "kind");
  guint group = suivi_table_get_column (table, "group");
  g_autoptr (GHashTable) kinds = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) groups = g_hash_table_new (g_str_hash, g_str_equal);
  const char *last = "";

  g_assert_cmpuint (suivi_table_get_n_rows (table), ==, 197);
  for (guint i = 0; i < suivi_table_get_n_rows (table); i++)
    {
      const char *code = suivi_table_get (table, i, iso3);
      const char *of_kind = suivi_table_get (table, i, kind);
      const char *of_group = suivi_table_get (table, i, group);

      g_assert_cmpuint (strlen (code), ==, 3);
      g_assert_cmpuint (strlen (suivi_table_get (table, i, iso2)), ==, 2);
      g_assert_cmpint (strcmp (last, code), <, 0);
      last = code;
      g_hash_table_insert (kinds, (gpointer) of_kind,
                           GUINT_TO_POINTER (GPOINTER_TO_UINT (g_hash_table_lookup (kinds, of_kind)) + 1));
      g_hash_table_insert (groups, (gpointer) of_group,
                           GUINT_TO_POINTER (GPOINTER_TO_UINT (g_hash_table_lookup (groups, of_group)) + 1));
      for (guint c = 3; c <= 5; c++)
        g_assert_cmpstr (suivi_table_get (table, i, c), !=, "");
    }
  g_assert_cmpuint (GPOINTER_TO_UINT (g_hash_table_lookup (kinds, "member")), ==, 193);
  g_assert_cmpuint (GPOINTER_TO_UINT (g_hash_table_lookup (kinds, "observer")), ==, 2);
  g_assert_cmpuint (GPOINTER_TO_UINT (g_hash_table_lookup (kinds, "placeholder")), ==, 2);
  g_assert_cmpuint (GPOINTER_TO_UINT (g_hash_table_lookup (groups, "Africa")), ==, 54);
  g_assert_cmpuint (GPOINTER_TO_UINT (g_hash_table_lookup (groups, "Asia-Pacific")), ==, 54);
  g_assert_cmpuint (GPOINTER_TO_UINT (g_hash_table_lookup (groups, "GRULAC")), ==, 33);
  g_assert_cmpuint (GPOINTER_TO_UINT (g_hash_table_lookup (groups, "WEOG")), ==, 29);
  g_assert_cmpuint (GPOINTER_TO_UINT (g_hash_table_lookup (groups, "EEG")), ==, 23);
}

static void
test_codes (void)
{
  const char *const *codes = suivi_states_get_codes ();
  guint n = 0;

  for (; codes[n] != NULL; n++)
    {
      g_assert_true (suivi_state_exists (codes[n]));
      g_assert_cmpstr (codes[n], !=, "EUU");
      if (n > 0)
        g_assert_cmpint (strcmp (codes[n - 1], codes[n]), <, 0);
    }
  g_assert_cmpuint (n, ==, 195);
  g_assert_cmpstr (codes[0], ==, "AFG");
  g_assert_cmpstr (codes[194], ==, "ZWE");

  g_assert_true (suivi_state_exists ("EUU"));
  g_assert_true (suivi_state_exists ("SVN"));
  g_assert_false (suivi_state_exists ("svn"));
  g_assert_false (suivi_state_exists ("SI"));
  g_assert_false (suivi_state_exists ("Slovenia"));
  g_assert_false (suivi_state_exists (""));
  g_assert_false (suivi_state_exists (NULL));
}

static void
test_names (void)
{
  g_assert_cmpstr (suivi_state_get_name ("SVN"), ==, "Slovenia");
  g_assert_cmpstr (suivi_state_get_name_in ("SVN", "en"), ==, "Slovenia");
  g_assert_cmpstr (suivi_state_get_name_in ("SVN", "fr"), ==, "Slov\303\251nie");
  g_assert_cmpstr (suivi_state_get_name_in ("SVN", "fr_CH"), ==, "Slov\303\251nie");
  g_assert_cmpstr (suivi_state_get_name_in ("SVN", "es"), ==, "Eslovenia");
  g_assert_cmpstr (suivi_state_get_name_in ("SVN", "sl"), ==, "Slovenia");
  g_assert_cmpstr (suivi_state_get_name_in ("FRA", "ar_EG.UTF-8"), ==, "فرنسا");
  g_assert_cmpstr (suivi_state_get_name_in ("FRA", "ru"), ==, "Франция");
  g_assert_cmpstr (suivi_state_get_name_in ("FRA", "zh_CN"), ==, "法国");
  g_assert_cmpstr (suivi_state_get_name_in ("VEN", "en"), ==, "Venezuela (Bolivarian Republic of)");
  g_assert_cmpstr (suivi_state_get_name_in ("NLD", "en"), ==, "Netherlands (Kingdom of the)");
  g_assert_cmpstr (suivi_state_get_name_in ("TUR", "en"), ==, "T\303\274rkiye");

  /* What nobody knows is its own name, and lives for ever. */
  g_assert_cmpstr (suivi_state_get_name ("QQQ"), ==, "QQQ");
  g_assert_true (suivi_state_get_name ("QQQ") == suivi_state_get_name_in ("QQQ", "fr"));

  g_assert_cmpstr (suivi_state_get_regional_group ("SVN"), ==, "EEG");
  g_assert_cmpstr (suivi_state_get_regional_group ("CYP"), ==, "Asia-Pacific");
  g_assert_cmpstr (suivi_state_get_regional_group ("VAT"), ==, "Observer");
  g_assert_cmpstr (suivi_state_get_regional_group ("EUU"), ==, "");
  g_assert_null (suivi_state_get_regional_group ("QQQ"));
  g_assert_null (suivi_state_get_regional_group (NULL));
}

/* The language is chosen once in a process: so one process for each. */
static void
test_language (void)
{
  static const struct
  {
    const char *language;
    const char *name;
  } cases[] = {
    { "fr_CH:en", "Allemagne" }, { "es", "Alemania" },
    { "en_GB:fr", "Germany" },   { "sl:es", "Alemania" }, /* the next best that the user named */
    { "sl", "Germany" },
  };

  if (g_test_subprocess ())
    {
      g_printerr ("<%s>", suivi_state_get_name ("DEU"));
      return;
    }
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *expected = g_strdup_printf ("*<%s>*", cases[i].name);

      g_setenv ("LANGUAGE", cases[i].language, TRUE);
      g_test_trap_subprocess (NULL, 0, 0);
      g_test_trap_assert_passed ();
      g_test_trap_assert_stderr (expected);
    }
}

/* --- every spelling ---------------------------------------------------------------------------------------
 */

/* All that people and programs do to a name. */
static void
assert_mutations (const char *name, const char *iso3)
{
  g_autofree char *upper = g_utf8_strup (name, -1);
  g_autofree char *lower = g_utf8_strdown (name, -1);
  g_autofree char *folded = suivi_text_fold (name);
  g_autofree char *decomposed = g_utf8_normalize (name, -1, G_NORMALIZE_NFD);
  g_autofree char *the = g_strconcat ("the ", name, NULL);
  g_autofree char *big_the = g_strconcat ("The ", name, NULL);
  g_autofree char *the_in_brackets = g_strconcat (name, " (the)", NULL);
  g_autofree char *star = g_strconcat (name, "*", NULL);
  g_autofree char *footnote = g_strconcat (name, "\302\271", NULL); /* ¹ */
  g_autofree char *digit = g_strconcat (name, " 12", NULL);
  g_autofree char *brackets = g_strconcat (" (", name, ");\n", NULL);
  g_autofree char *dash = g_strconcat ("- ", name, "\302\240\r", NULL);
  g_auto (GStrv) words = g_strsplit (name, " ", -1);
  g_autofree char *wide = g_strjoinv ("  ", words);
  g_autofree char *hard = g_strjoinv ("\302\240", words);
  g_autofree char *lines = g_strjoinv ("\n", words);
  g_auto (GStrv) ands = g_strsplit (name, " and ", -1);
  g_autofree char *ampersand = g_strjoinv (" & ", ands);
  g_autofree char *entity = g_strjoinv (" &amp; ", ands);
  g_auto (GStrv) quotes = g_strsplit (name, "'", -1);
  g_autofree char *curly = g_strjoinv ("\342\200\231", quotes);
  g_autofree char *spaced = g_strjoinv (" \342\200\231 ", quotes);
  g_autofree char *html = g_strjoinv ("&rsquo;", quotes);
  g_autofree char *number = g_strjoinv ("&#8217;", quotes);
  g_auto (GStrv) hyphens = g_strsplit (name, "-", -1);
  g_autofree char *hyphen_space = g_strjoinv ("- ", hyphens);
  g_autofree char *space_hyphen = g_strjoinv (" \342\200\221 ", hyphens);
  g_autofree char *middle = NULL;
  g_autofree char *soft = NULL;
  glong half = g_utf8_strlen (name, -1) / 2;
  const char *at = g_utf8_offset_to_pointer (name, half);
  const char *all[]
    = { name,      upper,    lower, folded,   decomposed, the,    big_the,      the_in_brackets,
        star,      footnote, digit, brackets, dash,       wide,   hard,         lines,
        ampersand, entity,   curly, spaced,   html,       number, hyphen_space, space_hyphen };

  for (gsize i = 0; i < G_N_ELEMENTS (all); i++)
    assert_match (all[i], iso3);

  /* Broken by a hyphen at the end of a line, or by one that should not be seen. */
  if (!g_unichar_ismark (g_utf8_get_char (at)))
    {
      middle = g_strdup_printf ("%.*s-\n%s", (int) (at - name), name, at);
      soft = g_strdup_printf ("%.*s\302\255%s", (int) (at - name), name, at);
      if (strstr (name, "the") == NULL && strstr (name, "&") == NULL && strncmp (name, "St", 2) != 0)
        assert_match (middle, iso3);
      assert_match (soft, iso3);
    }
}

static void
test_every_row (void)
{
  g_autoptr (SuiviTable) table = suivi_table_load ("state-names.tsv");
  guint iso3 = suivi_table_get_column (table, "iso3");
  guint name = suivi_table_get_column (table, "name");
  guint kind = suivi_table_get_column (table, "kind");
  guint n_acronyms = 0;
  guint n_none = 0;

  g_assert_cmpuint (suivi_table_get_n_rows (table), >, 1300);
  for (guint i = 0; i < suivi_table_get_n_rows (table); i++)
    {
      const char *code = suivi_table_get (table, i, iso3);
      const char *text = suivi_table_get (table, i, name);

      if (*code == '\0')
        {
          n_none++;
          assert_match (text, NULL);
        }
      else if (g_str_equal (suivi_table_get (table, i, kind), "acronym"))
        {
          g_autofree char *lower = g_ascii_strdown (text, -1);
          g_autofree char *the = g_strconcat ("the ", text, "*", NULL);

          n_acronyms++;
          assert_match (text, code);
          assert_match (the, code);
          /* "us", "car" are words. */
          assert_match (lower, NULL);
        }
      else
        {
          assert_mutations (text, code);
        }
    }
  g_assert_cmpuint (n_acronyms, >, 10);
  g_assert_cmpuint (n_none, >, 5);
  g_test_message ("%u names", suivi_table_get_n_rows (table));
}

static void
test_every_state (void)
{
  g_autoptr (SuiviTable) table = suivi_table_load ("states.tsv");
  static const char *const columns[] = { "name_en", "name_fr", "name_es", "formal_name_en" };

  for (guint i = 0; i < suivi_table_get_n_rows (table); i++)
    {
      const char *code = suivi_table_get (table, i, suivi_table_get_column (table, "iso3"));

      for (gsize c = 0; c < G_N_ELEMENTS (columns); c++)
        {
          const char *name = suivi_table_get (table, i, suivi_table_get_column (table, columns[c]));
          const char *of = strstr (name, " of ");
          g_auto (GStrv) found = NULL;
          g_auto (GStrv) unknown = NULL;

          if (*name == '\0')
            continue;
          assert_mutations (name, code);

          /* A list of one. */
          found = suivi_state_match_list (name, &unknown);
          g_assert_cmpuint (g_strv_length (found), ==, 1);
          g_assert_cmpstr (found[0], ==, code);
          g_assert_cmpuint (g_strv_length (unknown), ==, 0);

          /* "Kingdom of Belgium" turned. */
          if (c == 3 && of != NULL && strstr (of + 4, " of ") == NULL)
            {
              const char *tail
                = g_str_has_prefix (of + 4, "the ") || g_str_has_prefix (of + 4, "The ") ? of + 8 : of + 4;
              g_autofree char *brackets = g_strdup_printf ("%s (%.*s of)", tail, (int) (of - name), name);
              g_autofree char *comma = g_strdup_printf ("%s, %.*s of the", tail, (int) (of - name), name);

              assert_match (brackets, code);
              assert_match (comma, code);
              assert_list (brackets, code, "");
            }
        }
    }
}

/* Every State in one list, and nothing lost: in the order of the codes, with each of the usual separators. */
static void
test_all_in_one_list (void)
{
  static const char *const separators[] = { ", ", ",", "; ", "/", "\n", " | ", ") (", " and ", " & ", " - " };
  static const char *const languages[] = { "en", "fr", "es" };
  const char *const *codes = suivi_states_get_codes ();

  for (gsize l = 0; l < G_N_ELEMENTS (languages); l++)
    {
      for (gsize s = 0; s < G_N_ELEMENTS (separators); s++)
        {
          g_autoptr (GString) names = g_string_new (NULL);
          g_auto (GStrv) found = NULL;
          g_auto (GStrv) unknown = NULL;

          if (g_str_equal (separators[s], ") ("))
            g_string_append_c (names, '(');
          for (gsize i = 0; codes[i] != NULL; i++)
            g_string_append_printf (names, "%s%s", i > 0 ? separators[s] : "",
                                    suivi_state_get_name_in (codes[i], languages[l]));
          if (g_str_equal (separators[s], ") ("))
            g_string_append_c (names, ')');

          found = suivi_state_match_list (names->str, &unknown);
          if (!suivi_strv_equal ((const char *const *) found, codes) || unknown[0] != NULL)
            {
              g_test_message ("%s with \"%s\": %u States, first unknown %s", languages[l], separators[s],
                              g_strv_length (found), unknown[0] != NULL ? unknown[0] : "none");
              g_test_fail ();
            }
        }
    }
}

static void
test_spellings (void)
{
  static const struct
  {
    const char *name;
    const char *iso3;
  } cases[] = {
    { "Venezuela, Bolivarian Republic of", "VEN" },
    { "Venezuela(Bolivarian Republic of)", "VEN" },
    { "Bolivarian Republic of Venezuela", "VEN" },
    { "Korea, Republic of", "KOR" },
    { "Korea (the Republic of)", "KOR" },
    { "Republic of Korea", "KOR" },
    { "the Democratic People's Republic of Korea", "PRK" },
    { "Iran (Islamic Republic of)", "IRN" },
    { "Islamic Republic of Iran", "IRN" },
    { "the Islamic Republic of Iran", "IRN" },
    { "Netherlands (Kingdom of the)", "NLD" },
    { "Kingdom of the Netherlands", "NLD" },
    { "The Netherlands", "NLD" },
    { "State of Palestine*", "PSE" },
    { "C\303\264te d \342\200\231 Ivoire", "CIV" },
    { "Cote dIvoire", "CIV" },
    { "C&ocirc;te d&#x2019;Ivoire", "CIV" },
    { "Timor- Leste", "TLS" },
    { "Bosnia  and Herzegovina", "BIH" },
    { "Guinea - Bissau", "GNB" },
    { "Lux-embourg", "LUX" },
    { "St. Lucia", "LCA" },
    { "the St Vincent & the Grenadines", "VCT" },
    { "Sainte-Lucie", "LCA" },
    { "TURKEY", "TUR" },
    { "T\303\274rkiye", "TUR" },
    { "Macedonia (the former Yugoslav Republic of)", "MKD" },
    { "Tanzania (United Republic of)", "TZA" },
    { "Moldova (Republic of)", "MDA" },
    { "Micronesia (Federated States of)", "FSM" },
    { "Lao People ' s Democratic Republic", "LAO" },
    { "Viet Nam", "VNM" },
    { "Vietnam", "VNM" },
    { "Gambia (The)", "GMB" },
    { "UK", "GBR" },
    { "U. K.", "GBR" },
    { "the United States", "USA" },
    /* Neighbours that must not be mixed up. */
    { "Congo", "COG" },
    { "the Congo", "COG" },
    { "Republic of the Congo", "COG" },
    { "Congo (Republic of the)", "COG" },
    { "Democratic Republic of the Congo", "COD" },
    { "Congo, Democratic Republic of the", "COD" },
    { "Congo (the Democratic Republic of the)", "COD" },
    { "DR Congo", "COD" },
    { "Guinea", "GIN" },
    { "Guinea-Bissau", "GNB" },
    { "Equatorial Guinea", "GNQ" },
    { "Papua New Guinea", "PNG" },
    { "Niger", "NER" },
    { "Nigeria", "NGA" },
    { "Dominica", "DMA" },
    { "Dominican Republic", "DOM" },
    { "Sudan", "SDN" },
    { "South Sudan", "SSD" },
    { "Georgia", "GEO" },
    { "Samoa", "WSM" },
    { "European Union", "EUU" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    assert_match (cases[i].name, cases[i].iso3);
}

static void
test_no_states (void)
{
  static const char *const names[] = {
    "",
    " ",
    "*",
    "1",
    "the",
    "and",
    "(",
    "()",
    "Korea",
    "Guineas",
    "New Guinea",
    "Republic",
    "Republic of",
    "of",
    "Kingdom",
    "Islamic Republic",
    "United",
    "Saint",
    "St",
    "South",
    "North",
    "ICRMW",
    "CRPD",
    "CEDAW",
    "CRC",
    "CAT",
    "OPCAT",
    "OP-CAT",
    "ICC",
    "ILO",
    "NHRI",
    "LGBTI",
    "MAR",
    "CAN",
    "SVN",
    "FRA",
    "svn",
    "SI",
    "FR",
    "car",
    "us",
    "eu",
    "Paris Principles",
    "Rome Statute",
    "women",
    "children",
    "Istanbul Convention",
    "Palermo Protocol",
    "Women & girls",
    "No. 189",
    "2030 Agenda",
    "African Union",
    "Kosovo*",
    "Kosovo",
    "Taiwan",
    "Republic of China",
    "China, Republic of",
    "Hong Kong",
    "America",
    "Yugoslavia",
    "Serbia and Montenegro",
    "Virgin Islands",
    "Macau",
    "Scotland",
    "England",
    "Catalonia",
    "Puerto Rico",
    "State of Niger",
    "Kingdom of Congo",
    "Republic of Dominica X",
    "France and",
    "France Germany",
    "Frances",
    "Franc",
    "Mal",
    "Malii",
    "Omann",
    "Cubba",
    "Chili con carne",
    "Slovenia, France",
    "recommended by France",
    "(Unknown)",
    "&#40;Unknown&#41;",
    "&",
    "&amp;",
    "&rsquo;",
    "&#0;",
    "&#xD800;",
    "&#99999999999999999999;",
    "Jordanian",
    "French",
    "Indian Ocean",
    "Niger Delta",
    "Chad Lake",
    "national human rights institution",
    "in line with the",
  };
  g_autoptr (GString) huge = g_string_new ("Chad");
  g_autofree char *latin1 = g_strdup ("C\364te d'Ivoire");

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    assert_match (names[i], NULL);
  assert_match (NULL, NULL);
  assert_match (latin1, NULL);
  for (guint i = 0; i < 100000; i++)
    g_string_append_c (huge, ' ');
  assert_match (huge->str, NULL);
}

static void
test_lists (void)
{
  static const struct
  {
    const char *names;
    const char *states;
    const char *unknown;
  } cases[] = {
    { "Senegal, Sierra Leone, Venezuela (Bolivarian Republic of), Peru, Uruguay", "SEN SLE VEN PER URY", "" },
    { "Belgium, France and Tunisia", "BEL FRA TUN", "" },
    { "Belgium, France, and Tunisia", "BEL FRA TUN", "" },
    { "Iran, Islamic Republic of, France", "IRN FRA", "" },
    { "Korea, Republic of, Japan", "KOR JPN", "" },
    { "Bosnia and Herzegovina and Serbia", "BIH SRB", "" },
    { "Spain/Argentina", "ESP ARG", "" },
    { "Spain; Togo", "ESP TGO", "" },
    { "Maroc et Tunisie", "MAR TUN", "" },
    { "Espa\303\261a y Uruguay e Iraq", "ESP URY IRQ", "" },
    { "Trinidad and Tobago", "TTO", "" },
    { "Trinidad and Tobago and Sao Tome and Principe", "TTO STP", "" },
    { "Saint Vincent and the Grenadines, Antigua and Barbuda", "VCT ATG", "" },
    { "Bahamas, Kenya", "BHS KEN", "" },
    { "Venezuela (Bolivarian Republic of),Peru", "VEN PER", "" },
    { "Iran (Islamic Republic of)Peru", "IRN PER", "" },
    { "Venezuela (Bolivarian Republic of, Peru", "VEN PER", "" },
    { "Chile), Peru", "CHL PER", "" },
    { "(France) (Lithuania)", "FRA LTU", "" },
    { "(Chile); (Estonia); (Slovenia);", "CHL EST SVN", "" },
    { "(Iran (Islamic Republic of), France)", "IRN FRA", "" },
    { "((France, Togo))", "FRA TGO", "" },
    { "(Spain, Togo) (Peru)", "ESP TGO PER", "" },
    { "Haiti, Haiti, the Republic of Haiti", "HTI", "" },
    { "United\nKingdom of Great Britain and\nNorthern Ireland, Bosnia and\nHerzegovina", "GBR BIH", "" },
    { "- Timor-Leste\r\n- C\303\264te d'Ivoire\r\n", "TLS CIV", "" },
    { "Guinea - Bissau, Guinea, Spain - Togo", "GNB GIN ESP TGO", "" },
    { "Congo, Democratic Republic of the, Congo", "COD COG", "" },
    { "Serbia and Montenegro", "SRB MNE", "" },
    { "Antigua & Barbuda & Kenya", "ATG KEN", "" },
    { "Saint Vincent &amp; the Grenadines; C&ocirc;te d&rsquo;Ivoire", "VCT CIV", "" },
    { "China (including Hong Kong, China and Macao, China), Japan", "CHN JPN", "" },
    { "\344\270\255\345\233\275\343\200\201\346\263\225\345\233\275", "CHN FRA", "" },
    /* What is no State is told, never guessed. */
    { "ICRMW", "", "ICRMW" },
    { "Korea, France", "FRA", "Korea" },
    { "Women and girls, Spain", "ESP", "Women and girls" },
    { "Spain, women, girls", "ESP", "women|girls" },
    { "European Union, Kosovo*", "EUU", "Kosovo*" },
    { "(ICRMW) (Iran (Islamic Republic of))", "IRN", "(ICRMW)" },
    { "(NHRI) (Chile) (Spain, Togo)", "CHL ESP TGO", "(NHRI)" },
    { "Iran (Islamic Republic of) (the)", "IRN", "" },
    { "NGO (France, Germany)", "", "NGO (France, Germany)" },
    { "(France, NHRI)", "", "(France, NHRI)" },
    { "", "", "" },
    { " , ;\n () and ", "", "() and" },
    { NULL, "", "" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    assert_list (cases[i].names, cases[i].states, cases[i].unknown);
}

static void
test_lists_no_unknown (void)
{
  g_auto (GStrv) found = suivi_state_match_list ("France, ICRMW", NULL);
  g_auto (GStrv) invalid = suivi_state_match_list ("Fran\347ais", NULL);

  g_assert_cmpuint (g_strv_length (found), ==, 1);
  g_assert_cmpuint (g_strv_length (invalid), ==, 0);
}

/* Files from strangers: nothing may take long or run out of stack. */
static void
test_hostile (void)
{
  static const char *const patterns[] = { "(", ")",  "()", "(a)", "(Chad)",  "a and ",     "Chad, ",
                                          "&", "&a", "- ", "y ",  "(Chad, ", "Bosnia and " };

  for (gsize i = 0; i < G_N_ELEMENTS (patterns); i++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      g_auto (GStrv) found = NULL;
      g_auto (GStrv) unknown = NULL;
      gint64 start = g_get_monotonic_time ();

      while (text->len < 50000)
        g_string_append (text, patterns[i]);
      found = suivi_state_match_list (text->str, &unknown);
      g_assert_cmpuint (g_strv_length (found), <=, 1);
      g_test_message ("\"%s\": %u ms", patterns[i], (guint) ((g_get_monotonic_time () - start) / 1000));
      g_assert_cmpint (g_get_monotonic_time () - start, <, 20 * G_USEC_PER_SEC);
    }
}

static gpointer
match_thread (gpointer data)
{
  return (gpointer) suivi_state_match ("Slovenia");
}

static void
test_threads (void)
{
  GThread *threads[8] = { NULL };

  for (gsize i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new ("match", match_thread, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (threads); i++)
    g_assert_cmpstr (g_thread_join (threads[i]), ==, "SVN");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  /* Names of States are expected in English, unless a test says otherwise. */
  if (!g_test_subprocess ())
    g_setenv ("LANGUAGE", "en", TRUE);

  g_test_add_func ("/core/states/threads", test_threads); /* first, while nothing is loaded */
  g_test_add_func ("/core/states/table", test_table);
  g_test_add_func ("/core/states/codes", test_codes);
  g_test_add_func ("/core/states/names", test_names);
  g_test_add_func ("/core/states/match/every-row", test_every_row);
  g_test_add_func ("/core/states/match/every-state", test_every_state);
  g_test_add_func ("/core/states/match/spellings", test_spellings);
  g_test_add_func ("/core/states/match/no-states", test_no_states);
  g_test_add_func ("/core/states/list", test_lists);
  g_test_add_func ("/core/states/list/all", test_all_in_one_list);
  g_test_add_func ("/core/states/list/no-unknown", test_lists_no_unknown);
  g_test_add_func ("/core/states/list/hostile", test_hostile);
  g_test_add_func ("/core/states/language", test_language);

  return g_test_run ();
}
