/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The mid-term report and the booklet for children, read back from their Word files. */

#include "config.h"

#include <archive.h>
#include <archive_entry.h>
#include <glib/gstdio.h>
#include <libxml/parser.h>
#include <string.h>
#include <sys/wait.h>

#include "exchange/document.h"
#include "exchange/midterm-report.h"
#include "exchange/scorecard-output.h"
#include "store/scorecard-store.h"

#define N_RECOMMENDATIONS 6

typedef struct
{
  char *folder;
  SuiviStore *store;
  SuiviFilter *filter;
  char *review_id;
  char *ids[N_RECOMMENDATIONS];
} Fixture;

/* --- The workspace ---------------------------------------------------------------------------------------- */

static void
set (char **field, const char *text)
{
  g_free (*field);
  *field = g_strdup (text);
}

/* Four in a chapter of their own, the last two in none; 1.1 to 1.6. */
static void
put_recommendations (Fixture *fixture, SuiviTransaction *step)
{
  static const char *const states[] = { "TGO", "NPL", NULL };
  g_autoptr (SuiviReview) review = suivi_review_new ("SVN", 48);
  g_autoptr (SuiviCluster) second = suivi_cluster_new ("Schools", 1);
  g_autoptr (SuiviCluster) first = suivi_cluster_new ("Courts & judges", 0);
  g_autoptr (GError) error = NULL;
  const char *in_first[] = { NULL, NULL };
  const char *in_second[] = { NULL, NULL, NULL, NULL };

  suivi_transaction_put_review (step, review, &error);
  fixture->review_id = g_strdup (review->id);
  for (guint i = 0; i < N_RECOMMENDATIONS; i++)
    {
      g_autoptr (SuiviRecommendation) one = suivi_recommendation_new ();

      one->review_id = g_strdup (review->id);
      one->number = g_strdup_printf ("1.%u", i + 1);
      one->text = g_strdup_printf ("Plant <tree> number %u", i + 1);
      one->position = i == 1 ? SUIVI_POSITION_NOTED : SUIVI_POSITION_SUPPORTED;
      suivi_recommendation_set_lists (one, states, NULL, NULL, NULL);
      suivi_transaction_put_recommendation (step, one, &error);
      fixture->ids[i] = g_strdup (one->id);
    }
  in_first[0] = fixture->ids[3];
  for (guint i = 0; i < 3; i++)
    in_second[i] = fixture->ids[i];
  suivi_transaction_put_cluster (step, first, &error);
  suivi_transaction_put_cluster (step, second, &error);
  suivi_transaction_assign_cluster (step, first->id, in_first, &error);
  suivi_transaction_assign_cluster (step, second->id, in_second, &error);
  g_assert_no_error (error);
}

static SuiviAssessment *
new_assessment (const char *recommendation_id, SuiviLevel level, const char *reason, const char *date)
{
  SuiviAssessment *self = suivi_assessment_new ();

  set (&self->recommendation_id, recommendation_id);
  suivi_assessment_set_levels (self, level, level, level);
  set (&self->reason, reason);
  set (&self->source, "The register of trees");
  set (&self->date, date);
  set (&self->name, "Ana Lind");

  return self;
}

static void
put_grades (Fixture *fixture, SuiviTransaction *step)
{
  static const char *const agreed_by[] = { "Union of Gardeners", "Institute of Alvera", NULL };
  g_autoptr (SuiviAssessment) agreed
             = new_assessment (fixture->ids[0], SUIVI_LEVEL_DONE, "All stand.", "2026-05-01");
  g_autoptr (SuiviAssessment) own = new_assessment (fixture->ids[0], SUIVI_LEVEL_DONE, "Seen.", "2026-04-01");
  g_autoptr (SuiviAssessment) other
             = new_assessment (fixture->ids[0], SUIVI_LEVEL_NOTHING, "Dry.", "2026-04-02");
  g_autoptr (SuiviAssessment) worse
             = new_assessment (fixture->ids[1], SUIVI_LEVEL_NOTHING, "Felled.", "2026-04-03");
  g_autoptr (SuiviEvidence) register_ = suivi_evidence_new ("Register of trees", SUIVI_EVIDENCE_STATISTICS);
  g_autoptr (SuiviEvidence) walk = suivi_evidence_new ("A walk", SUIVI_EVIDENCE_FIRST_HAND);
  g_autoptr (SuiviContribution) planted = suivi_contribution_new (fixture->ids[0]);
  g_autoptr (GError) error = NULL;

  agreed->agreed = 1;
  agreed->agreed_by = (g_strfreev (agreed->agreed_by), g_strdupv ((char **) agreed_by));
  set (&agreed->dissent, "The Union of Wells counts fewer.");
  set (&other->organisation, "Union of Wells");
  suivi_assessment_override_light (worse, SUIVI_LIGHT_WORSE);
  worse->confidence = SUIVI_CONFIDENCE_HIGH;
  suivi_transaction_put_assessment (step, agreed, &error);
  suivi_transaction_put_assessment (step, own, &error);
  suivi_transaction_put_assessment (step, other, &error);
  suivi_transaction_put_assessment (step, worse, &error);
  set (&register_->publisher, "Office of Trees");
  set (&register_->url, "https://trees.example/register");
  set (&register_->quotation, "Twelve trees");
  suivi_transaction_put_evidence (step, register_, &error);
  suivi_transaction_put_evidence (step, walk, &error);
  suivi_transaction_tie_evidence (step, register_->id, agreed->id, &error);
  suivi_transaction_tie_evidence (step, walk->id, agreed->id, &error);
  suivi_transaction_tie_evidence (step, register_->id, worse->id, &error);
  set (&planted->what, "Gave away 300 saplings.");
  set (&planted->date, "2026");
  suivi_transaction_put_contribution (step, planted, &error);
  g_assert_no_error (error);
}

static char *
freeze_counted (Fixture *fixture,
                const char *title,
                const char *cut_off,
                const char *previous_id,
                SuiviCountingUnit unit,
                SuiviPartRule part_rule)
{
  static const char *const authors[] = { "Coalition for Trees", NULL };
  g_autoptr (SuiviEdition) edition = suivi_edition_new (title, cut_off);
  g_autoptr (SuiviTransaction) step = NULL;
  g_autoptr (GError) error = NULL;

  edition->review_id = g_strdup (fixture->review_id);
  edition->previous_id = g_strdup (previous_id);
  g_strfreev (edition->authors);
  edition->authors = g_strdupv ((char **) authors);
  set (&edition->method, "We walked and counted.");
  edition->unit = unit;
  edition->part_rule = part_rule;
  step = suivi_store_begin (fixture->store, "Freeze", &error);
  g_assert_true (suivi_transaction_freeze_edition (step, edition, &error));
  g_assert_true (suivi_transaction_commit (step, &error));
  g_assert_no_error (error);

  return g_strdup (edition->id);
}

static char *
freeze (Fixture *fixture, const char *title, const char *cut_off, const char *previous_id)
{
  return freeze_counted (fixture, title, cut_off, previous_id, SUIVI_COUNTING_UNIT_STATE,
                         SUIVI_PART_RULE_OWN);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = NULL;
  g_autoptr (SuiviTransaction) step = NULL;
  g_autoptr (GError) error = NULL;

  fixture->folder = g_dir_make_tmp ("suivi-test-XXXXXX", &error);
  g_assert_no_error (error);
  path = g_build_filename (fixture->folder, "w.suivi", NULL);
  fixture->store = suivi_store_create (path, &error);
  g_assert_no_error (error);
  suivi_store_set_author (fixture->store, "Ana Lind", "Institute of Alvera");
  fixture->filter = suivi_filter_new ();
  step = suivi_store_begin (fixture->store, "Fill", &error);
  put_recommendations (fixture, step);
  put_grades (fixture, step);
  {
    const char *const ids[] = { fixture->ids[0], NULL };

    g_assert_true (suivi_transaction_add_institution (step, ids, "Ministry of Forests", NULL));
    g_assert_true (suivi_transaction_add_institution (step, ids, "Court of Audit", NULL));
  }
  g_assert_true (suivi_transaction_commit (step, &error));
  g_assert_no_error (error);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GDir) dir = NULL;
  const char *name = NULL;

  suivi_store_close (fixture->store);
  dir = g_dir_open (fixture->folder, 0, NULL);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (fixture->folder, name, NULL);

      g_assert_cmpint (g_unlink (path), ==, 0);
    }
  g_assert_cmpint (g_rmdir (fixture->folder), ==, 0);
  suivi_filter_free (fixture->filter);
  g_free (fixture->review_id);
  for (guint i = 0; i < N_RECOMMENDATIONS; i++)
    g_free (fixture->ids[i]);
  g_free (fixture->folder);
}

/* --- Reading ---------------------------------------------------------------------------------------------- */

static char *
read_part (const char *path, const char *part)
{
  struct archive *archive = archive_read_new ();
  struct archive_entry *entry = NULL;
  GString *content = NULL;
  char buffer[8192];
  la_ssize_t n = 0;

  archive_read_support_format_zip (archive);
  g_assert_cmpint (archive_read_open_filename (archive, path, 8192), ==, ARCHIVE_OK);
  while (archive_read_next_header (archive, &entry) == ARCHIVE_OK)
    {
      if (!g_str_equal (archive_entry_pathname (entry), part))
        continue;
      content = g_string_new (NULL);
      while ((n = archive_read_data (archive, buffer, sizeof buffer)) > 0)
        g_string_append_len (content, buffer, n);
    }
  archive_read_free (archive);
  g_assert_nonnull (content);

  return g_string_free (content, FALSE);
}

static gboolean
is_element (xmlNode *node, const char *name)
{
  return node->type == XML_ELEMENT_NODE && g_str_equal ((const char *) node->name, name);
}

static void
append_text (xmlNode *node, GString *text)
{
  for (xmlNode *child = node->children; child != NULL; child = child->next)
    {
      if (is_element (child, "t"))
        {
          xmlChar *content = xmlNodeGetContent (child);

          g_string_append (text, (const char *) content);
          xmlFree (content);
        }
      else if (is_element (child, "br") || is_element (child, "tab"))
        g_string_append_c (text, is_element (child, "br") ? '\n' : '\t');
      else if (!is_element (child, "p"))
        append_text (child, text);
    }
}

static void
append_style (xmlNode *node, GString *text)
{
  for (xmlNode *child = node->children; child != NULL; child = child->next)
    {
      if (is_element (child, "pStyle"))
        {
          xmlChar *value = xmlGetProp (child, (const xmlChar *) "val");

          g_string_append (text, (const char *) value);
          xmlFree (value);
        }
      else if (is_element (child, "pPr"))
        append_style (child, text);
    }
}

static void
list_paragraphs (xmlNode *node, GString *all)
{
  for (xmlNode *child = node->children; child != NULL; child = child->next)
    {
      if (is_element (child, "p"))
        {
          g_string_append_c (all, '[');
          append_style (child, all);
          g_string_append (all, "] ");
          append_text (child, all);
          g_string_append_c (all, '\n');
        }
      else
        list_paragraphs (child, all);
    }
}

/* "[Heading1] Summary\n[ListNumber] …": all paragraphs, also those of tables, with their styles. */
static char *
read_paragraphs (const char *path)
{
  g_autofree char *part = read_part (path, "word/document.xml");
  xmlDoc *doc = xmlReadMemory (part, strlen (part), NULL, NULL, XML_PARSE_NONET);
  GString *all = g_string_new (NULL);

  g_assert_nonnull (doc);
  list_paragraphs (xmlDocGetRootElement (doc), all);
  xmlFreeDoc (doc);

  return g_string_free (all, FALSE);
}

static void
assert_in (const char *text, const char *piece)
{
  if (strstr (text, piece) == NULL)
    g_error ("“%s” is not in:\n%s", piece, text);
}

/* They stand there in this order. */
static void
assert_order (const char *text, const char *const *pieces)
{
  const char *from = text;

  for (gsize i = 0; pieces[i] != NULL; i++)
    {
      const char *found = strstr (from, pieces[i]);

      if (found == NULL)
        g_error ("“%s” is not where it should be in:\n%s", pieces[i], text);
      from = found + strlen (pieces[i]);
    }
}

/* Each jump leads somewhere, and each place has a name of its own. */
static void
assert_jumps (const char *path)
{
  g_autofree char *part = read_part (path, "word/document.xml");
  g_autoptr (GRegex) jump = g_regex_new ("w:anchor=\"([^\"]*)\"", 0, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;
  guint n = 0;

  for (g_regex_match (jump, part, 0, &match); g_match_info_matches (match); g_match_info_next (match, NULL))
    {
      g_autofree char *anchor = g_match_info_fetch (match, 1);
      g_autofree char *place = g_strdup_printf ("w:name=\"%s\"", anchor);
      const char *found = strstr (part, place);

      g_assert_nonnull (found);
      g_assert_null (strstr (found + 1, place));
      n++;
    }
  g_assert_cmpuint (n, >, 5);
}

/* --- The report ------------------------------------------------------------------------------------------- */

static char *
write_report (Fixture *fixture, const char *edition_id)
{
  char *path = g_build_filename (fixture->folder, "report.docx", NULL);
  g_autoptr (GError) error = NULL;

  if (edition_id != NULL)
    suivi_scorecard_write_edition (fixture->store, edition_id, NULL, path, NULL, &error);
  else
    suivi_scorecard_write (fixture->store, fixture->filter, NULL, path, NULL, &error);
  g_assert_no_error (error);

  return path;
}

static void
test_report (Fixture *fixture, gconstpointer data)
{
  static const char *const chapters[] = {
    "[Title] Mid-term report\n",
    "[Subtitle] Slovenia, session 48 (cycle 4)\n",
    "Edition: Mid-term\n",
    "Cut-off date: 2026-09-30\n",
    "Authors: Coalition for Trees\n",
    "[TOCHeading] Contents\n",
    "[TOC1] Summary\n",
    "[TOC1] Method\n",
    "[TOC1] What became of the recommendations\n",
    "[TOC2] Courts & judges\n",
    "[TOC2] Schools\n",
    "[TOC2] In no cluster\n",
    "[TOC1] Evidence\n",
    "[Heading1] Summary\n",
    "[Caption] Figure 1. ",
    "[Caption] Figure 2. Lights by cluster\n",
    "[Caption] Figure 3. Lights by position\n",
    "[Caption] Table 1. What moved since “Baseline”\n",
    "[Heading1] Method\n",
    "[ListNumber] We walked and counted.\n",
    "A recommendation counts once for every State that made it.",
    "[Heading2] Courts & judges\n",
    "[Heading3] 1.4 · Supported\n",
    "[Heading2] Schools\n",
    "[Heading3] 1.1 · Supported\n",
    "[Quote] Plant <tree> number 1\n",
    "Recommended by: Togo, Nepal\n",
    "Responsible institutions: Court of Audit, Ministry of Forests\n",
    "[Sign] ● Implemented\n",
    "Since the last edition: ◇ Assessed for the first time\n",
    "law: Done · policy: Done · practice: Done\n",
    "[ListNumber] All stand. [1, 2]\n",
    "Source: The register of trees\n",
    "Agreed by: Union of Gardeners; Institute of Alvera, 2026-05-01\n",
    "Seen otherwise: The Union of Wells counts fewer.\n",
    "What each organisation says: Institute of Alvera: ● Implemented (2026-04-01)\n",
    "[Detail] Seen. · Source: The register of trees\n",
    "[Normal] Union of Wells: ○ No progress (2026-04-02)\n",
    "[Detail] Dry. · Source: The register of trees\n",
    "What civil society did: Gave away 300 saplings. (Institute of Alvera, 2026)\n",
    "[Heading3] 1.2 · Noted\n",
    "[Sign] ↓ Worse than before (chosen by hand)\n",
    "[ListNumber] Felled. [2]\n",
    "How sure: High\n",
    "[Heading2] In no cluster\n",
    "[Heading3] 1.6 · Supported\n",
    "[Heading1] Evidence\n",
    "[Bibliography] [1]\tA walk\nBehind: 1.1\n",
    "[Bibliography] [2]\tOffice of Trees, Register of trees · https://trees.example/register\n“Twelve "
    "trees”\nBehind: 1.1, "
    "1.2\n",
    NULL,
  };
  g_autofree char *baseline = freeze (fixture, "Baseline", "2025-12-31", NULL);
  g_autofree char *edition = freeze (fixture, "Mid-term", "2026-09-30", baseline);
  g_autofree char *path = write_report (fixture, edition);
  g_autofree char *text = read_paragraphs (path);
  g_autofree char *header = read_part (path, "word/header1.xml");
  g_autofree char *styles = read_part (path, "word/styles.xml");

  assert_order (text, chapters);
  /* Six recommendations of two States each: twelve, by the rule of the edition. */
  assert_in (text, "[TableText] Total\n[TableText] \n[TableText] 12\n[TableText] 100 %\n");
  assert_in (text,
             "[TableText] Total\n[TableText] 2\n[TableText] 0\n[TableText] 0\n[TableText] 2\n[TableText] 8\n"
             "[TableText] 12\n");
  /* Each sentence keeps to one unit, and says which. */
  assert_in (text,
             "[ListNumber] This report looks at 6 recommendations. With each State that made it counted "
             "apart, that is 12 pairs of a recommendation and a State. Assessed: 4; not assessed yet: "
             "8.\n");
  assert_in (text,
             "[ListNumber] In 2 pairs of a recommendation and a State, the State under review took note of "
             "the recommendation without supporting it. Done at least in part all the same: 0.\n");
  assert_in (text, "[ListNumber] 2 pairs of a recommendation and a State. Not assessed: 2.\n");
  assert_in (text,
             "[ListNumber] 6 pairs of a recommendation and a State. Implemented: 2 · Worse than before: 2 · "
             "Not assessed: 2.\n");
  assert_in (text, "\n[TableHead] Pairs of a recommendation and a State\n");
  /* Moves count each recommendation once, and their heading says so. */
  assert_in (text,
             "\n[TableHead] Recommendations\n[TableText] ◇ Assessed for the first time\n[TableText] 2\n");
  assert_in (header, "Slovenia, session 48");
  assert_in (styles, "<w:name w:val=\"toc 1\"/>");
  assert_in (styles, "<w:name w:val=\"List Number\"/>");
  assert_in (styles, "<w:name w:val=\"caption\"/>");
  assert_jumps (path);
}

static void
contribute (Fixture *fixture, SuiviContribution *contribution)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SuiviTransaction) step = suivi_store_begin (fixture->store, "Contribute", &error);

  g_assert_true (suivi_transaction_put_contribution (step, contribution, &error));
  g_assert_true (suivi_transaction_commit (step, &error));
  g_assert_no_error (error);
}

/* The report of an edition; @older: as if an older Suivi had frozen it. */
static char *
read_edition (Fixture *fixture, const char *edition, gboolean older)
{
  g_autofree char *path = g_build_filename (fixture->folder, "edition.docx", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (SuiviScorecardSource) source
             = suivi_scorecard_source_new_for_edition (fixture->store, edition, NULL, &error);
  g_autoptr (GBytes) report = NULL;

  g_assert_no_error (error);
  g_assert_cmpuint (source->head.edition->keeps_contributions, ==, 1);
  if (older)
    source->head.edition->keeps_contributions = 0;
  report = suivi_midterm_report_make (source, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (
    g_file_set_contents (path, g_bytes_get_data (report, NULL), g_bytes_get_size (report), NULL));

  return read_paragraphs (path);
}

/* What civil society did is frozen with an edition. One of an older Suivi, which left it out, says what is known now, and
 * that it is. */
static void
test_contributions (Fixture *fixture, gconstpointer data)
{
  g_autofree char *edition = freeze (fixture, "Mid-term", "2026-09-30", NULL);
  g_autofree char *frozen = read_edition (fixture, edition, FALSE);
  g_autoptr (GPtrArray) now = suivi_store_list_contributions (fixture->store, fixture->ids[0], NULL);
  g_autoptr (SuiviContribution) added = suivi_contribution_new (fixture->ids[1]);
  SuiviContribution *first = g_ptr_array_index (now, 0);
  g_autofree char *later = NULL;
  g_autofree char *older = NULL;
  g_autofree char *path = NULL;
  g_autofree char *working = NULL;

  set (&added->what, "Sued the sawmill.");
  set (&added->organisation, "Union of Wells");
  contribute (fixture, added);
  set (&first->what, "Gave away 400 saplings.");
  contribute (fixture, first);

  assert_in (frozen, "What civil society did: Gave away 300 saplings. (Institute of Alvera, 2026)\n");
  later = read_edition (fixture, edition, FALSE);
  g_assert_cmpstr (later, ==, frozen);

  older = read_edition (fixture, edition, TRUE);
  assert_in (older, "What civil society did, as known on the day of writing: Gave away 400 saplings. "
                    "(Institute of Alvera, 2026)\n");
  assert_in (older,
             "What civil society did, as known on the day of writing: Sued the sawmill. (Union of Wells)\n");
  g_assert_null (strstr (older, "300 saplings"));

  path = write_report (fixture, NULL);
  working = read_paragraphs (path);
  assert_in (working, "What civil society did: Gave away 400 saplings. (Institute of Alvera, 2026)\n");
  assert_in (working, "What civil society did: Sued the sawmill. (Union of Wells)\n");

  /* Up to a day, what was done later is left out; what may have been done before it is not. */
  set (&first->date, "2026-10");
  contribute (fixture, first);
  suivi_filter_set_cut_off (fixture->filter, "2026-09-30");
  g_clear_pointer (&working, g_free);
  g_clear_pointer (&path, g_free);
  path = write_report (fixture, NULL);
  working = read_paragraphs (path);
  g_assert_null (strstr (working, "400 saplings"));
  assert_in (working, "What civil society did: Sued the sawmill. (Union of Wells)\n");
}

static void
set_position (Fixture *fixture, guint index, SuiviPosition position)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SuiviRecommendation) one
             = suivi_store_get_recommendation (fixture->store, fixture->ids[index], &error);
  g_autoptr (SuiviTransaction) step = NULL;

  g_assert_no_error (error);
  one->position = position;
  step = suivi_store_begin (fixture->store, "Answer", &error);
  suivi_transaction_put_recommendation (step, one, &error);
  suivi_transaction_commit (step, &error);
  g_assert_no_error (error);
}

/* Supported in part may be counted as noted, but it was not noted without support. */
static void
test_noted (Fixture *fixture, gconstpointer data)
{
  g_autofree char *edition = NULL;
  g_autofree char *path = NULL;
  g_autofree char *text = NULL;

  set_position (fixture, 0, SUIVI_POSITION_PART);
  set_position (fixture, 2, SUIVI_POSITION_PART);
  edition = freeze_counted (fixture, "Mid-term", "2026-09-30", NULL, SUIVI_COUNTING_UNIT_RECOMMENDATION,
                            SUIVI_PART_RULE_NOTED);
  path = write_report (fixture, edition);
  text = read_paragraphs (path);
  assert_in (text,
             "[ListNumber] This report looks at 6 recommendations. Assessed: 2; not assessed yet: 4.\n");
  assert_in (text,
             "[ListNumber] The State took note of 1 recommendation without supporting it. Done at least in "
             "part all the same: 0.\n"
             "[ListNumber] A recommendation counts once, whatever the number of States that made it. "
             "Recommendations that are supported in part count as noted.\n");
  /* The table goes by the rule. */
  assert_in (text, "[TableText] Noted\n[Bar] \n[Bar] \n[Bar] \n[Bar] \n[TableText] 1\n[TableText] "
                   "0\n[TableText] 0\n[TableText] 1\n[TableText] 1\n"
                   "[TableText] 3\n");
}

/* What the edition before had and this one has not is a move, too. */
static void
test_gone (Fixture *fixture, gconstpointer data)
{
  g_autofree char *baseline = freeze (fixture, "Baseline", "2025-12-31", NULL);
  g_autofree char *edition = NULL;
  g_autofree char *path = NULL;
  g_autofree char *text = NULL;
  g_autoptr (SuiviTransaction) step = NULL;
  g_autoptr (GError) error = NULL;

  step = suivi_store_begin (fixture->store, "Delete", &error);
  suivi_transaction_delete_recommendation (step, fixture->ids[5], &error);
  suivi_transaction_commit (step, &error);
  g_assert_no_error (error);
  edition = freeze (fixture, "Mid-term", "2026-09-30", baseline);
  path = write_report (fixture, edition);
  text = read_paragraphs (path);
  /* Two were graded for the first time, three still are not, and one is gone: six. */
  assert_in (text, "Assessed for the first time\n[TableText] 2\n");
  assert_in (text, "Still not assessed\n[TableText] 3\n");
  assert_in (text, "No longer in the scorecard\n[TableText] 1\n");
}

/* How often a text stands in another one. */
static guint
count (const char *text, const char *piece)
{
  guint n = 0;

  for (const char *p = strstr (text, piece); p != NULL; p = strstr (p + 1, piece))
    n++;

  return n;
}

/* Where organisations are far apart and nothing is agreed, it is said; the reason of each stands there once. */
static void
test_apart (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SuiviAssessment) own
             = new_assessment (fixture->ids[3], SUIVI_LEVEL_DONE, "Every tree stands.", "2026-04-01");
  g_autoptr (SuiviAssessment) other
             = new_assessment (fixture->ids[3], SUIVI_LEVEL_NOTHING, "Not one was planted.", "2026-04-02");
  g_autofree char *card = g_build_filename (fixture->folder, "card.pdf", NULL);
  const char *const command[] = { "pdftotext", "-raw", card, "-", NULL };
  g_autofree char *program = g_find_program_in_path (command[0]);
  g_autofree char *path = NULL;
  g_autofree char *text = NULL;
  g_autofree char *pdf = NULL;
  g_autoptr (SuiviTransaction) step = NULL;
  g_autoptr (GError) error = NULL;

  set (&other->organisation, "Union of Wells");
  step = suivi_store_begin (fixture->store, "Grade", &error);
  suivi_transaction_put_assessment (step, own, &error);
  suivi_transaction_put_assessment (step, other, &error);
  suivi_transaction_commit (step, &error);
  g_assert_no_error (error);

  path = write_report (fixture, NULL);
  text = read_paragraphs (path);
  assert_in (text, "Not agreed: The organisations are 2 grades apart.\n");
  /* 1.1 is agreed on, though the two are as far apart there. */
  g_assert_cmpuint (count (text, "grades apart"), ==, 1);
  assert_in (text,
             "On 1 recommendation the organisations differ and have not agreed: the latest judgement counts "
             "there.\n");
  assert_in (text, "[Detail] Every tree stands. · Source: The register of trees\n");
  /* The one that counts was told already. */
  g_assert_cmpuint (count (text, "Not one was planted."), ==, 1);

  suivi_scorecard_write (fixture->store, fixture->filter, NULL, card, NULL, &error);
  g_assert_no_error (error);
  if (program == NULL)
    {
      g_test_skip ("no pdftotext");
      return;
    }
  g_spawn_sync (NULL, (char **) command, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &pdf, NULL, NULL, &error);
  g_assert_no_error (error);
  assert_in (pdf, "On 1 recommendation the organisations differ and have not agreed");
  assert_in (pdf, "1.4 · Supported");
  assert_in (pdf, "Reason: Not one was planted. · Source: The register of trees · Judged by: Union of Wells");
  assert_in (pdf, "Institute of Alvera: ● Implemented · 2026-04-01 · Every tree stands.");
  assert_in (pdf, "Not agreed: The organisations are 2 grades apart.");
  g_assert_cmpuint (count (pdf, "grades apart"), ==, 1);
}

/* One organisation's own reason beside what was agreed on is not the reason that was told. */
static void
test_alone (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SuiviAssessment) own
             = new_assessment (fixture->ids[3], SUIVI_LEVEL_DONE, "Every tree stands.", "2026-04-01");
  g_autoptr (SuiviAssessment) agreed
             = new_assessment (fixture->ids[3], SUIVI_LEVEL_SOME, "We counted again.", "2026-05-01");
  g_autofree char *before = NULL;
  g_autofree char *path = NULL;
  g_autofree char *text = NULL;
  g_autoptr (SuiviTransaction) step = NULL;
  g_autoptr (GError) error = NULL;

  step = suivi_store_begin (fixture->store, "Grade", &error);
  suivi_transaction_put_assessment (step, own, &error);
  suivi_transaction_commit (step, &error);
  g_assert_no_error (error);
  path = write_report (fixture, NULL);
  before = read_paragraphs (path);
  g_assert_cmpuint (count (before, "Every tree stands."), ==, 1);
  g_free (g_steal_pointer (&path));

  agreed->agreed = 1;
  g_strfreev (agreed->agreed_by);
  agreed->agreed_by = g_strsplit ("Institute of Alvera;Union of Wells", ";", -1);
  g_clear_pointer (&step, suivi_transaction_free);
  step = suivi_store_begin (fixture->store, "Agree", &error);
  suivi_transaction_put_assessment (step, agreed, &error);
  suivi_transaction_commit (step, &error);
  g_assert_no_error (error);
  path = write_report (fixture, NULL);
  text = read_paragraphs (path);
  g_assert_cmpuint (count (text, "We counted again."), ==, 1);
  g_assert_cmpuint (count (text, "Every tree stands."), ==, 1);
}

/* Heading, words, grade and the beginning of the reason stand on one page. */
static void
test_breaks (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = write_report (fixture, NULL);
  g_autofree char *part = read_part (path, "word/document.xml");
  const char *heading = strstr (part, "1.2 · Noted");
  const char *reason = strstr (part, "Felled.");
  g_autofree char *head = g_strndup (heading, reason - heading);
  g_auto (GStrv) paragraphs = g_strsplit (head, "<w:p>", -1);
  const guint n = g_strv_length (paragraphs);

  g_assert_cmpuint (n, >, 4);
  /* The first one is the rest of the heading, whose style keeps it; the last one has the reason, and may break behind it. */
  for (guint i = 1; i + 1 < n; i++)
    g_assert_nonnull (strstr (paragraphs[i], "<w:keepNext/><w:keepLines/>"));
  g_assert_null (strstr (paragraphs[n - 1], "<w:keepNext/>"));
}

/* A reader that is not ours finds real headings, captions, lists and tables. */
static void
test_python (Fixture *fixture, gconstpointer data)
{
  static const char program[]
    = "import collections, sys\n"
      "try:\n    import docx\nexcept ImportError:\n    sys.exit(77)\n"
      "document = docx.Document(sys.argv[1])\n"
      "styles = collections.Counter(p.style.name for p in document.paragraphs)\n"
      "for name in ('Title', 'Heading 1', 'Heading 2', 'Heading 3', 'Caption', 'List Number',\n"
      "             'Quote'):\n"
      "    print(name, styles[name])\n"
      "print(len(document.tables), document.sections[0].different_first_page_header_footer)\n"
      "print(document.core_properties.title, document.core_properties.created)\n";
  g_autofree char *path = write_report (fixture, NULL);
  const char *const command[] = { "/usr/bin/python3", "-c", program, path, NULL };
  g_autofree char *output = NULL;
  g_autofree char *trouble = NULL;
  g_autoptr (GError) error = NULL;
  int status = 0;

  if (!g_file_test (command[0], G_FILE_TEST_IS_EXECUTABLE))
    {
      g_test_skip ("no Python");
      return;
    }
  g_spawn_sync (NULL, (char **) command, NULL, G_SPAWN_DEFAULT, NULL, NULL, &output, &trouble, &status,
                &error);
  g_assert_no_error (error);
  if (WIFEXITED (status) && WEXITSTATUS (status) == 77)
    {
      g_test_skip ("no python3-docx");
      return;
    }
  g_assert_cmpstr (trouble, ==, "");
  /* Two judgements have a reason; the summary has three numbered paragraphs, the method six, each chapter one. */
  g_assert_cmpstr (output, ==,
                   "Title 1\nHeading 1 4\nHeading 2 3\nHeading 3 6\nCaption 3\nList Number 14\nQuote 6\n"
                   "3 True\nMid-term report 2026-05-01 12:00:00\n");
}

/* What is changed later shows in the working copy, and not in the edition. */
static void
test_frozen (Fixture *fixture, gconstpointer data)
{
  g_autofree char *edition = freeze (fixture, "Mid-term", "2026-09-30", NULL);
  g_autofree char *first_path = write_report (fixture, edition);
  g_autofree char *second_path = NULL;
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  g_autofree char *text = NULL;
  gsize first_size = 0;
  gsize second_size = 0;
  g_autoptr (SuiviAssessment) later
             = new_assessment (fixture->ids[2], SUIVI_LEVEL_SOME, "Sprouting.", "2026-08-01");
  g_autoptr (SuiviTransaction) step = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_get_contents (first_path, &first, &first_size, NULL));
  step = suivi_store_begin (fixture->store, "Grade", &error);
  suivi_transaction_put_assessment (step, later, &error);
  suivi_transaction_commit (step, &error);
  g_assert_no_error (error);
  second_path = write_report (fixture, edition);
  g_assert_true (g_file_get_contents (second_path, &second, &second_size, NULL));
  g_assert_cmpmem (first, first_size, second, second_size);

  g_free (second_path);
  second_path = write_report (fixture, NULL);
  text = read_paragraphs (second_path);
  assert_in (text, "[ListNumber] Sprouting.\n");
  assert_in (text, "What civil society did: Gave away 300 saplings. (Institute of Alvera, 2026)\n");
  assert_in (text, "[Sign] ◐ Some progress\n");
}

/* No clusters, no evidence, no grades: there is still something to read. */
static void
test_empty (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = NULL;
  g_autofree char *text = NULL;

  suivi_filter_set_search (fixture->filter, "nothing like this");
  path = write_report (fixture, NULL);
  text = read_paragraphs (path);
  assert_in (text, "There is no recommendation to show.");
  assert_in (text, "No evidence was tied to the grades.");
  g_assert_null (strstr (text, "Lights by cluster"));
}

/* --- For children ----------------------------------------------------------------------------------------- */

static void
put_wording (Fixture *fixture, guint index, const char *wording, const char *explanation, gboolean chosen)
{
  g_autoptr (SuiviPlainWording) plain = suivi_plain_wording_new (fixture->ids[index]);
  g_autoptr (SuiviTransaction) step = NULL;
  g_autoptr (GError) error = NULL;

  set (&plain->wording, wording);
  set (&plain->explanation, explanation);
  plain->chosen = chosen;
  step = suivi_store_begin (fixture->store, "Tell", &error);
  suivi_transaction_put_plain_wording (step, plain, &error);
  suivi_transaction_commit (step, &error);
  g_assert_no_error (error);
}

/* Whether a paragraph stands on the page of the next one: as its own property, or by its style. */
static gboolean
is_with_next (const char *paragraph)
{
  return strstr (paragraph, "<w:keepNext/><w:keepLines/>") != NULL;
}

/* Only the first of the stories begins a page: all but the last paragraph of each stay with the next one, and the last one
 * lets go. */
static void
assert_together (const char *part)
{
  g_auto (GStrv) stories = g_strsplit (part, "What was asked: ", 3);
  g_auto (GStrv) paragraphs = NULL;
  guint n = 0;

  g_assert_cmpuint (g_strv_length (stories), ==, 3);
  /* The paragraph with the heading of the second story is the last one here. */
  paragraphs = g_strsplit (stories[1], "<w:p>", -1);
  n = g_strv_length (paragraphs);
  g_assert_cmpuint (n, >, 6);
  for (guint i = 1; i + 2 < n; i++)
    g_assert_true (is_with_next (paragraphs[i]));
  g_assert_false (is_with_next (paragraphs[n - 2]));
  g_assert_true (is_with_next (paragraphs[n - 1]));
  g_assert_null (strstr (paragraphs[n - 1], "pageBreakBefore"));
}

static void
test_children (Fixture *fixture, gconstpointer data)
{
  static const char *const pages[] = {
    "[Title] Slovenia: what was asked, and what happened?\n",
    "We looked at everything until: 30 September 2026\n",
    "[Heading1] What the signs mean\n",
    "[LargeSign] \nIt is done\n",
    "[LargeSign] \nIt got worse\n",
    "[Heading1] What was asked: 1\n",
    "[DraftWording] Plant trees.\n[DraftWording] Water them.\n",
    "[LargeSign] \nIt is done\n[Normal] They grow.\n",
    "[Heading1] What was asked: 2\n",
    "[DraftWording] Keep the old trees.\n",
    "[LargeSign] \nIt got worse\n",
    "What was asked: 1 · recommendation 1.1\n",
    "What was asked: 2 · recommendation 1.2\n",
    NULL,
  };
  g_autofree char *path = g_build_filename (fixture->folder, "children.docx", NULL);
  g_autoptr (SuiviFilter) filter = suivi_filter_new ();
  g_autofree char *text = NULL;
  g_autofree char *styles = NULL;
  g_autofree char *part = NULL;
  g_autoptr (GRegex) size = g_regex_new ("<w:sz w:val=\"(\\d+)\"/>", 0, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;
  g_autoptr (GError) error = NULL;

  /* Nothing is chosen: said, and nothing written. */
  put_wording (fixture, 2, "Not for the booklet.", "", FALSE);
  g_assert_false (suivi_scorecard_write_child_friendly (fixture->store, NULL, NULL, path, NULL, &error));
  g_assert_error (error, SUIVI_STORE_ERROR, SUIVI_STORE_ERROR_NOT_FOUND);
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
  g_clear_error (&error);

  put_wording (fixture, 0, "Plant trees.\nWater them.", "They grow.", TRUE);
  put_wording (fixture, 1, "Keep the old trees.", "", TRUE);
  suivi_filter_add (filter, SUIVI_FACET_REVIEW, fixture->review_id);
  suivi_filter_set_cut_off (filter, "2026-09-30");
  g_assert_true (suivi_scorecard_write_child_friendly (fixture->store, filter, NULL, path, NULL, &error));
  g_assert_no_error (error);
  text = read_paragraphs (path);
  assert_order (text, pages);
  g_assert_null (strstr (text, "Not for the booklet"));
  /* No words of the experts. */
  g_assert_null (strstr (text, "Plant <tree>"));
  g_assert_null (strstr (text, "Implemented"));

  /* Large print, and signs of 48 points. Tables are small, but there are none. */
  styles = read_part (path, "word/styles.xml");
  for (g_regex_match (size, styles, 0, &match); g_match_info_matches (match); g_match_info_next (match, NULL))
    {
      g_autofree char *value = g_match_info_fetch (match, 1);

      g_assert_true (atoi (value) >= 28 || atoi (value) == 20);
    }
  part = read_part (path, "word/document.xml");
  /* 48 points of 12700 each. */
  assert_in (part, "<wp:extent cx=\"609600\" cy=\"609600\"/>");
  assert_together (part);
}

/* The lights of an edition, though the grades are others by now. */
static void
test_children_frozen (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "children.docx", NULL);
  g_autofree char *baseline = freeze (fixture, "Baseline", "2025-12-31", NULL);
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;

  put_wording (fixture, 0, "Plant trees.", "", TRUE);
  g_assert_true (suivi_scorecard_write_child_friendly (fixture->store, NULL, baseline, path, NULL, &error));
  g_assert_no_error (error);
  text = read_paragraphs (path);
  assert_in (text, "[DraftWording] Plant trees.\n[Heading2] What happened?\n[LargeSign] \nWe do not know\n");

  g_assert_false (suivi_scorecard_write_child_friendly (fixture->store, NULL, "nothing", path, NULL, &error));
  g_assert_error (error, SUIVI_STORE_ERROR, SUIVI_STORE_ERROR_NOT_FOUND);
}

/* --- Pieces of a document --------------------------------------------------------------------------------- */

/* Numbers, signs and citations are the same in a PDF as in a Word file. */
static void
test_pieces (Fixture *fixture, gconstpointer data)
{
  static const char *const pieces[] = { "1. First [1, 2]",
                                        "2. Second [2]",
                                        "Table 1. Trees",
                                        "Table 2. Wells",
                                        "● Done",
                                        "[1] A book",
                                        "Page 4",
                                        "[2] A page · https://trees.example/a",
                                        NULL };
  g_autofree char *path = g_build_filename (fixture->folder, "pieces.pdf", NULL);
  const char *const command[] = { "pdftotext", "-raw", path, "-", NULL };
  g_autofree char *program = g_find_program_in_path (command[0]);
  g_autoptr (SuiviDocument) document = suivi_document_new ("Pieces", "2026-11-22");
  g_autoptr (GArray) both = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GBytes) pdf = NULL;
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;
  guint number = 1;

  g_array_append_val (both, number);
  number = 2;
  g_array_append_val (both, number);
  suivi_document_add (document, SUIVI_BLOCK_CONTENTS, "Contents");
  suivi_document_cite (suivi_document_add (document, SUIVI_BLOCK_NUMBERED, "First"), both);
  g_array_remove_index (both, 0);
  suivi_document_cite (suivi_document_add (document, SUIVI_BLOCK_NUMBERED, "Second"), both);
  suivi_document_add (document, SUIVI_BLOCK_CAPTION, "Trees");
  suivi_document_add (document, SUIVI_BLOCK_CAPTION, "Wells");
  suivi_document_add_sign (document, "●", "Done", 0x2E7D32, 0);
  suivi_document_add_reference (document, "A book", NULL, "Page 4");
  suivi_document_add_reference (document, "A page", "https://trees.example/a", NULL);
  /* Nothing that runs becomes a link. */
  suivi_document_add_reference (document, "A trap", "javascript:alert(1)", NULL);
  g_assert_null (((SuiviBlock *) g_ptr_array_index (document->blocks, document->blocks->len - 1))->uri);

  pdf = suivi_document_make_pdf (document, NULL, &error);
  g_assert_no_error (error);
  if (program == NULL)
    {
      g_test_skip ("no pdftotext");
      return;
    }
  g_assert_true (g_file_set_contents (path, g_bytes_get_data (pdf, NULL), g_bytes_get_size (pdf), &error));
  g_spawn_sync (NULL, (char **) command, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &text, NULL, NULL, &error);
  g_assert_no_error (error);
  assert_order (text, pieces);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, func) g_test_add ("/exchange/midterm-report/" path, Fixture, NULL, set_up, func, tear_down)
  ADD ("report", test_report);
  ADD ("contributions", test_contributions);
  ADD ("noted", test_noted);
  ADD ("gone", test_gone);
  ADD ("apart", test_apart);
  ADD ("alone", test_alone);
  ADD ("breaks", test_breaks);
  ADD ("python", test_python);
  ADD ("frozen", test_frozen);
  ADD ("empty", test_empty);
  ADD ("children", test_children);
  ADD ("children-frozen", test_children_frozen);
  ADD ("pieces", test_pieces);

  return g_test_run ();
}
