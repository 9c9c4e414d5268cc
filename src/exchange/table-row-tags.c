/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "core/reference/tags.h"
#include "core/text/text.h"
#include "exchange/table-lists.h"
#include "exchange/table-row-reader-private.h"
#include "exchange/table-words.h"
#include "exchange/tag-lists.h"

#define MAX_ISSUES 100

static void
check_goals (SuiviTableRow *row, const char *lines)
{
  g_auto (GStrv) goals = g_strsplit (lines, "\n", -1);

  for (gsize i = 0; goals[i] != NULL; i++)
    {
      g_autofree char *code = suivi_sdg_code (goals[i]);

      if (code == NULL && !suivi_text_is_blank (goals[i]) && !g_str_has_suffix (goals[i], ":"))
        suivi_table_row_add_fault (
          row, SUIVI_TABLE_FIELD_SDGS, SUIVI_FAULT_BAD_VALUE, goals[i],
          _ ("There is no such Sustainable Development Goal or target. Write its number, such as 16 or 16.2, "
             "or leave the row out."));
    }
}

static void
read_lists (SuiviTableRow *row)
{
  static const struct
  {
    SuiviTableField field;
    SuiviTagKind kind;
    SuiviPlanField plan_field;
  } kinds[] = {
    { SUIVI_TABLE_FIELD_THEMES, SUIVI_TAG_THEMES, SUIVI_PLAN_FIELD_THEMES },
    { SUIVI_TABLE_FIELD_GROUPS, SUIVI_TAG_GROUPS, SUIVI_PLAN_FIELD_GROUPS },
    { SUIVI_TABLE_FIELD_SDGS, SUIVI_TAG_SDGS, SUIVI_PLAN_FIELD_SDGS },
  };
  SuiviTableRecord *record = row->record;
  g_autoptr (SuiviTagLists) tags = suivi_tag_lists_new ();
  g_auto (GStrv) themes = NULL;
  g_auto (GStrv) groups = NULL;
  g_auto (GStrv) sdgs = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_autofree char *lines = NULL;

      if (row->cells->texts[kinds[i].field] == NULL)
        continue;
      lines = suivi_table_lists_split (suivi_table_row_get_text (row, kinds[i].field), kinds[i].field);
      if (kinds[i].kind == SUIVI_TAG_SDGS)
        check_goals (row, lines);
      suivi_tag_lists_read (tags, lines, kinds[i].kind);
      record->fields |= SUIVI_PLAN_FIELD_BIT (kinds[i].plan_field);
    }
  if (row->self->theme != NULL)
    suivi_tag_lists_prepend (tags, SUIVI_TAG_THEMES, row->self->theme);

  themes = suivi_tag_lists_to_strv (tags, SUIVI_TAG_THEMES);
  groups = suivi_tag_lists_to_strv (tags, SUIVI_TAG_GROUPS);
  sdgs = suivi_tag_lists_to_strv (tags, SUIVI_TAG_SDGS);
  suivi_recommendation_set_lists (record->recommendation, NULL, (const char *const *) themes,
                                  (const char *const *) groups, (const char *const *) sdgs);
  /* A cell of themes may hold the others under sub-headings, and a theme may stand above. */
  if (themes[0] != NULL)
    record->fields |= SUIVI_PLAN_FIELD_BIT (SUIVI_PLAN_FIELD_THEMES);
  if (groups[0] != NULL)
    record->fields |= SUIVI_PLAN_FIELD_BIT (SUIVI_PLAN_FIELD_GROUPS);
  if (sdgs[0] != NULL)
    record->fields |= SUIVI_PLAN_FIELD_BIT (SUIVI_PLAN_FIELD_SDGS);
}

static void
read_issues (SuiviTableRow *row)
{
  SuiviRecommendation *recommendation = row->record->recommendation;
  g_autoptr (GPtrArray) issues = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *lines = NULL;
  g_autofree char *decoded = NULL;
  g_auto (GStrv) items = NULL;

  if (row->cells->texts[SUIVI_TABLE_FIELD_ISSUES] == NULL)
    return;

  row->record->fields |= SUIVI_PLAN_FIELD_BIT (SUIVI_PLAN_FIELD_ISSUES);
  decoded = suivi_text_decode_entities (suivi_table_row_get_text (row, SUIVI_TABLE_FIELD_ISSUES));
  lines = suivi_table_lists_split (decoded, SUIVI_TABLE_FIELD_ISSUES);
  items = g_strsplit (lines, "\n", -1);
  for (gsize i = 0; items[i] != NULL && issues->len < MAX_ISSUES; i++)
    {
      g_autofree char *issue = suivi_text_clean (items[i]);
      const char *start = issue;

      while (g_str_has_prefix (start, "- ") || *start == ' ')
        start++;
      if (*start != '\0' && !g_ptr_array_find_with_equal_func (issues, start, g_str_equal, NULL))
        g_ptr_array_add (issues, g_strdup (start));
    }
  g_ptr_array_add (issues, NULL);
  g_strfreev (recommendation->issues);
  recommendation->issues = g_strdupv ((char **) issues->pdata);
}

static void
read_category (SuiviTableRow *row)
{
  const char *cell = suivi_table_row_get_text (row, SUIVI_TABLE_FIELD_CATEGORY);

  if (row->cells->texts[SUIVI_TABLE_FIELD_CATEGORY] == NULL)
    return;

  row->record->fields |= SUIVI_PLAN_FIELD_BIT (SUIVI_PLAN_FIELD_CATEGORY);
  if (!suivi_text_is_blank (cell)
      && !suivi_table_words_find_category (cell, &row->record->recommendation->category))
    suivi_table_row_add_fault (
      row, SUIVI_TABLE_FIELD_CATEGORY, SUIVI_FAULT_BAD_VALUE, cell,
      _ ("This is none of the five action categories. Write a number from 1 (minimal) to 5 (specific), or "
         "leave the row out."));
}

/* A person's yes or no counts; without one, what the tags say. */
static void
read_children (SuiviTableRow *row)
{
  SuiviRecommendation *recommendation = row->record->recommendation;
  SuiviPlanFields tags = SUIVI_PLAN_FIELD_BIT (SUIVI_PLAN_FIELD_THEMES)
                         | SUIVI_PLAN_FIELD_BIT (SUIVI_PLAN_FIELD_GROUPS)
                         | SUIVI_PLAN_FIELD_BIT (SUIVI_PLAN_FIELD_ISSUES);
  const char *cell = suivi_table_row_get_text (row, SUIVI_TABLE_FIELD_CHILDREN);

  if (row->cells->texts[SUIVI_TABLE_FIELD_CHILDREN] != NULL)
    {
      row->record->fields |= SUIVI_PLAN_FIELD_BIT (SUIVI_PLAN_FIELD_CHILDREN);
      if (!suivi_table_words_find_truth (cell, &recommendation->child_focused))
        suivi_table_row_add_fault (row, SUIVI_TABLE_FIELD_CHILDREN, SUIVI_FAULT_BAD_VALUE, cell,
                                   _ (
                                     "This is neither yes nor no. Write one of them, or leave the row out."));
      return;
    }

  if ((row->record->fields & tags) == 0)
    return;
  row->record->fields |= SUIVI_PLAN_FIELD_BIT (SUIVI_PLAN_FIELD_CHILDREN);
  recommendation->child_focused = suivi_tags_child_focused ((const char *const *) recommendation->themes,
                                                            (const char *const *) recommendation->groups);
  for (gsize i = 0; recommendation->issues[i] != NULL && !recommendation->child_focused; i++)
    recommendation->child_focused = suivi_table_words_find_children (recommendation->issues[i]);
}

/**
 * suivi_table_row_read_tags:
 *
 * Reads themes, groups of persons, SDGs, issues and action category, and finds whether it is about children.
 */
void
suivi_table_row_read_tags (SuiviTableRow *row)
{
  read_lists (row);
  read_issues (row);
  read_category (row);
  read_children (row);
}
