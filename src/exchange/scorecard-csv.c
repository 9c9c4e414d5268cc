/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The scorecard as CSV: UTF-8 with byte order mark, commas, CRLF (RFC 4180), one row per recommendation. Names of fields
 * and words such as "supported" are the same in every language: databases rely on them, never change them. */

#include "config.h"

#include "core/text/text.h"
#include "exchange/scorecard-output-private.h"

#define BYTE_ORDER_MARK "\xEF\xBB\xBF"

/* Databases go by the names, and find what is added later at the end. data/scorecard.csv-metadata.json says what they mean. */
static const char *const fields[] = {
  "review",    "number",       "text",    "states",         "position", "themes",          "law",
  "policy",    "practice",     "light",   "light_chosen",   "reason",   "source",          "organisation",
  "date",      "name",         "groups",  "sdgs",           "children", "category",        "mechanism",
  "symbol",    "id",           "cluster", "previous_light", "trend",    "value",           "confidence",
  "agreed_by", "dissent",      "apart",   "judgements",     "evidence", "evidence_titles", "edition",
  "counting",  "institutions",
};

/* The file while it is written: one line at a time. */
typedef struct
{
  SuiviScorecardSource *source;
  SuiviTextOutput *output;
  GString *line;
  char *counting; /* the counting rule, in words */
  guint n_cells;
} Table;

/* A spreadsheet takes a cell that begins like this for a formula: the apostrophe says that it is text. */
static gboolean
looks_like_formula (const char *text)
{
  return *text != '\0' && strchr ("=+-@\t\r", *text) != NULL;
}

static void
put (Table *self, const char *text)
{
  g_autofree char *valid = suivi_text_make_valid (text != NULL ? text : "", -1);

  g_string_append (self->line, self->n_cells++ > 0 ? ",\"" : "\"");
  if (looks_like_formula (valid))
    g_string_append_c (self->line, '\'');
  for (const char *p = valid; *p != '\0'; p++)
    {
      if (*p == '"')
        g_string_append_c (self->line, '"');
      g_string_append_c (self->line, *p);
    }
  g_string_append_c (self->line, '"');
}

/* Themes have commas of their own. */
static void
put_list (Table *self, char **list)
{
  g_autofree char *joined = g_strjoinv ("; ", list);

  put (self, joined);
}

static void
put_answer (Table *self, gboolean yes)
{
  put (self, yes ? "yes" : "no");
}

static void
end_line (Table *self)
{
  g_assert (self->n_cells == G_N_ELEMENTS (fields));

  g_string_append (self->line, "\r\n");
  suivi_text_output_append (self->output, self->line->str, self->line->len);
  g_string_truncate (self->line, 0);
  self->n_cells = 0;
}

/* "Institute of Alvera: green; Union of Teachers: red" */
static void
put_judgements (Table *self, GPtrArray *judgements)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < judgements->len; i++)
    {
      SuiviAssessment *judgement = g_ptr_array_index (judgements, i);
      const char *name = suivi_scorecard_source_get_organisation (self->source, judgement);

      g_string_append_printf (text, "%s%s: %s", i > 0 ? "; " : "", name != NULL ? name : "",
                              suivi_light_to_nick (judgement->light));
    }
  put (self, text->str);
}

static void
put_evidence (Table *self, GArray *evidence)
{
  GPtrArray *proofs = suivi_scorecard_source_get_evidence (self->source);
  g_autoptr (GString) numbers = g_string_new (NULL);
  g_autoptr (GString) titles = g_string_new (NULL);

  for (guint i = 0; i < evidence->len; i++)
    {
      guint number = g_array_index (evidence, guint, i);
      const SuiviScorecardProof *proof = g_ptr_array_index (proofs, number - 1);

      g_string_append_printf (numbers, "%s%u", i > 0 ? "; " : "", number);
      g_string_append_printf (titles, "%s%s", i > 0 ? "; " : "", proof->title);
    }
  put (self, numbers->str);
  put (self, titles->str);
}

/* What an edition, a comparison, an agreement and several organisations add. */
static void
put_further (Table *self, const SuiviScorecardEntry *entry)
{
  const SuiviScorecardHead *head = &self->source->head;
  const SuiviAssessment *assessment = entry->assessment;
  g_autofree char *agreed = assessment != NULL ? g_strjoinv ("; ", assessment->agreed_by) : NULL;
  g_autofree char *apart = g_strdup_printf ("%u", entry->apart);

  put (self, entry->cluster);
  put (self, entry->previous != SUIVI_LIGHT_ABSENT ? suivi_light_to_nick (entry->previous) : NULL);
  put (self, head->previous != NULL ? suivi_enum_to_nick (SUIVI_TYPE_MOVE, entry->move) : NULL);
  put (self, entry->value.open ? "open" : suivi_scale_grade_to_nick (head->scale, entry->value.grade));
  put (self, assessment != NULL ? suivi_enum_to_nick (SUIVI_TYPE_CONFIDENCE, assessment->confidence) : NULL);
  put (self, agreed);
  put (self, assessment != NULL ? assessment->dissent : NULL);
  put (self, apart);
  put_judgements (self, entry->judgements);
  put_evidence (self, entry->evidence);
  put (self, head->edition != NULL ? head->edition->title : NULL);
  put (self, self->counting);
  put_list (self, entry->recommendation->institutions);
}

static gboolean
add_row_cb (const SuiviScorecardEntry *entry, gpointer user_data, GError **error)
{
  SuiviRecommendation *recommendation = entry->recommendation;
  SuiviReview *review = entry->review;
  SuiviAssessment *assessment = entry->assessment;
  Table *self = user_data;
  g_autofree char *token = review != NULL ? suivi_review_to_token (review) : NULL;
  g_autofree char *category
    = recommendation->category > 0 ? g_strdup_printf ("%u", recommendation->category) : NULL;

  put (self, token);
  put (self, recommendation->number);
  put (self, recommendation->text);
  put_list (self, recommendation->states);
  put (self, suivi_position_to_nick (recommendation->position));
  put_list (self, recommendation->themes);
  put (self, suivi_level_to_nick (assessment != NULL ? assessment->law : SUIVI_LEVEL_UNASSESSED));
  put (self, suivi_level_to_nick (assessment != NULL ? assessment->policy : SUIVI_LEVEL_UNASSESSED));
  put (self, suivi_level_to_nick (assessment != NULL ? assessment->practice : SUIVI_LEVEL_UNASSESSED));
  put (self, suivi_light_to_nick (recommendation->light));
  put_answer (self, assessment != NULL && assessment->light_overridden);
  put (self, assessment != NULL ? assessment->reason : NULL);
  put (self, assessment != NULL ? assessment->source : NULL);
  put (self, suivi_scorecard_source_get_organisation (self->source, assessment));
  put (self, assessment != NULL ? assessment->date : NULL);
  put (self, assessment != NULL ? assessment->name : NULL);
  put_list (self, recommendation->groups);
  put_list (self, recommendation->sdgs);
  put_answer (self, recommendation->child_focused);
  put (self, category);
  put (self, recommendation->mechanism);
  put (self, recommendation->symbol);
  put (self, recommendation->id);
  put_further (self, entry);
  end_line (self);

  return suivi_text_output_check (self->output, error);
}

/**
 * suivi_scorecard_add_csv:
 * @output: a file without content
 * @cancellable: (nullable): to stop
 * @error: return location of what reading the workspace or writing fails with
 *
 * Returns: whether all rows were written
 */
gboolean
suivi_scorecard_add_csv (SuiviScorecardSource *source,
                         SuiviTextOutput *output,
                         GCancellable *cancellable,
                         GError **error)
{
  g_autoptr (GString) line = g_string_new (BYTE_ORDER_MARK);
  g_autofree char *counting = suivi_counting_rule_to_sentence (&source->head.rule);
  Table self = { source, output, line, counting, 0 };

  for (gsize i = 0; i < G_N_ELEMENTS (fields); i++)
    put (&self, fields[i]);
  end_line (&self);

  return suivi_scorecard_source_foreach (source, add_row_cb, &self, cancellable, error);
}
