/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The report of a consultation, for adults: who was heard and how, what was said, what became of it. Nothing in it tells
 * who a child is. */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "core/reference/states.h"
#include "core/text/text.h"
#include "exchange/consultation-private.h"

/* A header, the genders, and all of them; by the number of genders. */
static const SuiviColumns headcount_columns[SUIVI_N_GENDERS + 1] = {
  { 2, { 0.5, 0.5 }, { 4706, 4706 } },
  { 3, { 0.34, 0.33, 0.33 }, { 3200, 3106, 3106 } },
  { 4, { 0.25, 0.25, 0.25, 0.25 }, { 2353, 2353, 2353, 2353 } },
  { 5, { 0.2, 0.2, 0.2, 0.2, 0.2 }, { 1884, 1882, 1882, 1882, 1882 } },
  { 6, { 0.2, 0.16, 0.16, 0.16, 0.16, 0.16 }, { 1882, 1506, 1506, 1506, 1506, 1506 } },
};

static const SuiviColumns theme_columns = { 2, { 0.76, 0.24 }, { 7153, 2259 } };
static const SuiviColumns standing_columns = { 2, { 0.46, 0.54 }, { 4330, 5082 } };

/* --- The consultation ------------------------------------------------------------------------------------- */

static void
add_plan (SuiviDocument *document, SuiviConsultationContent *content)
{
  const SuiviConsultation *consultation = content->record->consultation;
  g_autofree char *review = content->review != NULL ? suivi_review_to_label (content->review) : NULL;
  g_autofree char *days = suivi_consultation_days_text (consultation);
  g_autofree char *ages = suivi_consultation_get_age_range (consultation);

  suivi_document_add_fact (document, _ ("State under review"), suivi_state_get_name (consultation->state));
  suivi_document_add_fact (document, _ ("Review"), review);
  suivi_document_add_fact (document, _ ("Purpose"), consultation->purpose);
  /* Translators: label: the days of a meeting */
  suivi_document_add_fact (document, _ ("Dates"), days);
  suivi_document_add_fact (document, _ ("Place"), consultation->place);
  suivi_document_add_fact (document, _ ("Organiser"), consultation->organiser);
  suivi_document_add_fact (document, _ ("Partners"), consultation->partners);
  suivi_document_add_fact (document, _ ("Methods"), consultation->methods);
  suivi_document_add_fact (document, _ ("Language"), consultation->language);
  suivi_document_add_fact (document, _ ("Ages"), ages);
}

/* --- Who took part ---------------------------------------------------------------------------------------- */

/* Takes over the texts. */
static void
add_numbers (SuiviDocument *document, const SuiviHeadcountTable *table, SuiviBlockKind kind, GPtrArray *cells)
{
  suivi_document_add_row (document, kind, &headcount_columns[table->n_genders],
                          (const char *const *) cells->pdata);
  g_ptr_array_unref (cells);
}

static GPtrArray *
begin_row (const char *label)
{
  GPtrArray *cells = g_ptr_array_new_with_free_func (g_free);

  g_ptr_array_add (cells, g_strdup (label));

  return cells;
}

static void
add_headcount_table (SuiviDocument *document, const SuiviHeadcountTable *table)
{
  /* Translators: header of a column: how old children are */
  GPtrArray *headers = begin_row (_ ("Age"));
  /* Translators: header of a row and of a column: children of all ages, and of all genders */
  const char *all = _ ("All");
  GPtrArray *totals = begin_row (all);

  for (guint g = 0; g < table->n_genders; g++)
    g_ptr_array_add (headers, g_strdup (suivi_gender_to_label (table->genders[g])));
  g_ptr_array_add (headers, g_strdup (all));
  add_numbers (document, table, SUIVI_BLOCK_HEADER_ROW, headers);
  for (guint b = 0; b < table->n_bands; b++)
    {
      GPtrArray *cells = begin_row (suivi_age_band_to_label (table->bands[b]));

      for (guint g = 0; g < table->n_genders; g++)
        g_ptr_array_add (cells, suivi_cell_to_text (&table->cells[b][g]));
      g_ptr_array_add (cells, suivi_cell_to_text (&table->band_totals[b]));
      add_numbers (document, table, SUIVI_BLOCK_ROW, cells);
    }
  for (guint g = 0; g < table->n_genders; g++)
    g_ptr_array_add (totals, suivi_cell_to_text (&table->gender_totals[g]));
  g_ptr_array_add (totals, suivi_cell_to_text (&table->total));
  add_numbers (document, table, SUIVI_BLOCK_ROW, totals);
}

static void
add_participants (SuiviDocument *document, const SuiviHeadcountTable *table)
{
  g_autofree char *note = NULL;

  suivi_document_add (document, SUIVI_BLOCK_HEADING, _ ("Who took part"));
  if (table->n_bands == 0)
    {
      suivi_document_add (document, SUIVI_BLOCK_QUIET, _ ("It is not noted how many children took part."));
      return;
    }

  add_headcount_table (document, table);
  if (table->groups->len > 0)
    suivi_document_add (document, SUIVI_BLOCK_PART, _ ("Among them"));
  for (guint i = 0; i < table->groups->len; i++)
    {
      const SuiviHeadcountGroup *group = &g_array_index (table->groups, SuiviHeadcountGroup, i);
      g_autofree char *number = suivi_cell_to_text (&group->cell);

      suivi_document_add_item (document, suivi_child_group_to_label (group->group_name), number, NULL);
    }
  /* Translators: below a table of how many children took part */
  note
    = g_strdup_printf (_ ("Numbers below %u, and numbers from which one could compute them, are not shown: "
                          "they could tell who a child is."),
                       (guint) SUIVI_SMALLEST_CELL);
  suivi_document_add (document, SUIVI_BLOCK_QUIET, note);
}

/* --- How children were kept safe -------------------------------------------------------------------------- */

static void
add_standing (SuiviDocument *document, SuiviStanding *standing)
{
  const char *const headers[] = {
    /* Translators: header of a column: the nine requirements for hearing children */
    _ ("Requirement"),
    /* Translators: header of a column: whether a requirement is met */
    _ ("How it stands"),
  };

  suivi_document_add_row (document, SUIVI_BLOCK_HEADER_ROW, &standing_columns, headers);
  for (guint i = 0; i < SUIVI_N_REQUIREMENTS; i++)
    {
      const SuiviRequirement *requirement = suivi_checklist_get_requirement (i);
      g_autofree char *title = g_strdup_printf (_ ("(%s) %s"), requirement->letter, requirement->title);
      g_autofree char *said = suivi_standing_say (standing, i);
      const char *const cells[] = { title, said };

      suivi_document_add_row (document, SUIVI_BLOCK_ROW, &standing_columns, cells);
    }
}

static char *
join (GPtrArray *lines)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < lines->len; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? "\n" : "", (const char *) g_ptr_array_index (lines, i));

  return g_strdup (text->str);
}

static void
add_override_items (SuiviDocument *document, SuiviStanding *standing, const SuiviOverride *override)
{
  for (guint i = 0; i < standing->items->len; i++)
    {
      const SuiviStandingItem *item = &g_array_index (standing->items, SuiviStandingItem, i);

      if (g_strv_contains ((const char *const *) override->items, item->id))
        suivi_document_add_item (document, "", item->text, NULL);
    }
}

static void
add_overrides (SuiviDocument *document, SuiviConsultationRecord *record)
{
  if (record->overrides->len > 0)
    suivi_document_add (document, SUIVI_BLOCK_PART, _ ("Let pass by the safeguarding focal point"));
  for (guint i = 0; i < record->overrides->len; i++)
    {
      const SuiviOverride *override = g_ptr_array_index (record->overrides, i);
      g_autofree char *day = suivi_consultation_day_text (override->decided_on);
      g_autofree char *reason = NULL;

      /* Translators: %s is why the safeguarding focal point let something pass */
      reason = g_strdup_printf (_ ("Reason: %s"), override->reason);
      suivi_document_add_fact (document, day, reason);
      add_override_items (document, record->standing, override);
    }
}

static void
add_safeguards (SuiviDocument *document, SuiviConsultationRecord *record)
{
  suivi_document_add (document, SUIVI_BLOCK_HEADING, _ ("How the children were kept safe"));
  suivi_document_add (
    document, SUIVI_BLOCK_TEXT,
    _ ("The nine requirements of the Committee on the Rights of the Child for hearing children "
       "(general comment 12, paragraph 134):"));
  add_standing (document, record->standing);
  add_overrides (document, record);
}

/* --- What was said, and what became of it ----------------------------------------------------------------- */

/* What was said, and below it who said it. */
static void
add_quote (SuiviDocument *document, SuiviConsultationContent *content, const SuiviStatement *statement)
{
  g_autofree char *said = suivi_consultation_quote_text (statement);
  g_autofree char *source = suivi_consultation_source_text (content, statement);
  g_autofree char *text = *source != '\0' ? g_strdup_printf ("%s\n%s", said, source) : g_strdup (said);

  suivi_document_add_words (document, SUIVI_BLOCK_QUOTE, text, NULL);
}

static void
add_theme (SuiviDocument *document, SuiviConsultationContent *content, const SuiviConsultationTheme *theme)
{
  suivi_document_add (document, SUIVI_BLOCK_SUBHEADING, suivi_consultation_theme_text (theme));
  for (guint i = 0; i < theme->quotes->len; i++)
    {
      const SuiviAllowedStatement *quote = g_ptr_array_index (theme->quotes, i);

      add_quote (document, content, quote->statement);
    }
  if (theme->n_only_counted > 0)
    {
      g_autofree char *more
        = g_strdup_printf (theme->quotes->len > 0
                             ? ngettext ("And %u more statement that may only be counted.",
                                         "And %u more statements that may only be counted.",
                                         theme->n_only_counted)
                             : ngettext ("%u statement that may only be counted.",
                                         "%u statements that may only be counted.", theme->n_only_counted),
                           theme->n_only_counted);

      suivi_document_add (document, SUIVI_BLOCK_QUIET, more);
    }
}

static void
add_theme_counts (SuiviDocument *document, GPtrArray *themes)
{
  const char *const headers[] = {
    /* Translators: header of a column: what children spoke about */
    _ ("Theme"),
    /* Translators: header of a column: how many things that children said are about it */
    _ ("Statements"),
  };

  suivi_document_add_row (document, SUIVI_BLOCK_HEADER_ROW, &theme_columns, headers);
  for (guint i = 0; i < themes->len; i++)
    {
      const SuiviConsultationTheme *theme = g_ptr_array_index (themes, i);
      g_autofree char *count = g_strdup_printf ("%u", theme->n_counted);
      const char *const cells[] = { suivi_consultation_theme_text (theme), count };

      suivi_document_add_row (document, SUIVI_BLOCK_ROW, &theme_columns, cells);
    }
}

static void
add_said (SuiviDocument *document, SuiviConsultationContent *content)
{
  g_autofree char *count = g_strdup_printf ("%u", content->n_counted);

  suivi_document_add (document, SUIVI_BLOCK_HEADING, _ ("What the children said"));
  if (content->n_counted == 0)
    {
      suivi_document_add (document, SUIVI_BLOCK_QUIET,
                          _ ("There is no statement that may be counted or quoted."));
      return;
    }

  suivi_document_add_fact (document, _ ("Statements that may be counted or quoted"), count);
  add_theme_counts (document, content->themes);
  suivi_document_add (
    document, SUIVI_BLOCK_QUIET,
    _ ("A statement can be about several themes. It stands below the first one, and its words only "
       "where the child agreed."));
  for (guint i = 0; i < content->themes->len; i++)
    {
      const SuiviConsultationTheme *theme = g_ptr_array_index (content->themes, i);

      if (theme->quotes->len + theme->n_only_counted > 0)
        add_theme (document, content, theme);
    }
}

static void
add_used (SuiviDocument *document, SuiviConsultationContent *content)
{
  suivi_document_add (document, SUIVI_BLOCK_HEADING, _ ("How it was used"));
  if (content->targets->len == 0)
    suivi_document_add (document, SUIVI_BLOCK_QUIET, _ ("Nothing was used yet."));
  for (guint i = 0; i < content->targets->len; i++)
    {
      const SuiviConsultationTarget *target = g_ptr_array_index (content->targets, i);
      g_autofree char *count = suivi_consultation_count_text (target->n_counted);
      g_autofree char *where = g_strdup_printf (_ ("%s, %s"), target->kind, count);
      g_autofree char *notes = join (target->notes);

      suivi_document_add_item (document, target->title, where, notes);
    }
  if (content->left_out->len > 0)
    suivi_document_add (document, SUIVI_BLOCK_PART, _ ("Left out, and why"));
  for (guint i = 0; i < content->left_out->len; i++)
    suivi_document_add_item (document, "", g_ptr_array_index (content->left_out, i), NULL);
}

/* --- What the children were told -------------------------------------------------------------------------- */

static char *
describe_feedback (const SuiviFeedback *feedback)
{
  g_autoptr (GStrvBuilder) words = g_strv_builder_new ();
  g_auto (GStrv) list = NULL;

  if (feedback->full)
    /* Translators: what children were told says everything */
    g_strv_builder_add (words, _ ("Full"));
  if (feedback->friendly)
    /* Translators: what children were told is easy to understand */
    g_strv_builder_add (words, _ ("Child-friendly"));
  if (feedback->fast)
    /* Translators: children were told soon */
    g_strv_builder_add (words, _ ("Fast"));
  if (feedback->followed_up)
    /* Translators: children could answer what they were told */
    g_strv_builder_add (words, _ ("Followed up"));
  list = g_strv_builder_end (words);

  return g_strjoinv (", ", list);
}

static char *
describe_feedback_day (const SuiviFeedback *feedback)
{
  g_autofree char *day = suivi_consultation_day_text (feedback->given_on);

  if (*day == '\0')
    /* Translators: telling children what became of their words: not done yet */
    return g_strdup (_ ("Planned"));

  return g_steal_pointer (&day);
}

static void
add_feedback_item (SuiviDocument *document, const SuiviFeedback *feedback)
{
  g_autofree char *qualities = describe_feedback (feedback);
  g_autofree char *day = describe_feedback_day (feedback);
  const char *parts[3] = { NULL };
  g_autofree char *how = NULL;
  g_autofree char *note = NULL;
  guint n = 0;

  if (!suivi_text_is_blank (feedback->audience))
    parts[n++] = feedback->audience;
  if (!suivi_text_is_blank (feedback->form))
    parts[n++] = feedback->form;
  how = g_strjoinv (", ", (char **) parts);
  note = *qualities != '\0' && !suivi_text_is_blank (feedback->what)
           ? g_strdup_printf ("%s\n%s", feedback->what, qualities)
           : g_strconcat (feedback->what, qualities, NULL);
  suivi_document_add_item (document, day, how, note);
}

static void
add_feedback (SuiviDocument *document, SuiviConsultationRecord *record)
{
  g_autofree char *due = suivi_consultation_day_text (record->consultation->feedback_due);

  suivi_document_add (document, SUIVI_BLOCK_HEADING, _ ("What the children were told"));
  if (record->feedbacks->len == 0)
    suivi_document_add (document, SUIVI_BLOCK_QUIET,
                        _ ("The children were not told yet what became of their words."));
  /* Translators: label: the day by which children shall be told what became of their words */
  suivi_document_add_fact (document, _ ("Due by"), due);
  for (guint i = 0; i < record->feedbacks->len; i++)
    add_feedback_item (document, g_ptr_array_index (record->feedbacks, i));
}

/**
 * suivi_consultation_make_report:
 *
 * Returns: (transfer full): the report
 */
SuiviDocument *
suivi_consultation_make_report (SuiviConsultationContent *content)
{
  SuiviConsultationRecord *record = content->record;
  SuiviDocument *document = suivi_document_new (record->consultation->title, content->day);

  suivi_document_add_words (document, SUIVI_BLOCK_TITLE, record->consultation->title, NULL);
  suivi_document_add (document, SUIVI_BLOCK_SUBTITLE, _ ("Report of a consultation with children"));
  add_plan (document, content);
  add_participants (document, content->table);
  add_safeguards (document, record);
  add_said (document, content);
  add_used (document, content);
  add_feedback (document, record);

  return document;
}
