/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What children said, as far as it may be counted or quoted, in the order of a document: by theme, and by what became of
 * it. All of it comes through the consent gate; what somebody wrote about a statement (its setting, why it was left out,
 * how it was used) goes no further than its words. */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "core/text/text.h"
#include "exchange/consultation-private.h"

/* What is needed while statements are read. */
typedef struct
{
  SuiviConsultationContent *content;
  SuiviStore *store;
  GPtrArray *quoted;    /* (element-type SuiviAllowedStatement) */
  GHashTable *quotable; /* key of a statement → the statement in @quoted */
  GHashTable *themes;   /* title → SuiviConsultationTheme */
  GHashTable
    *targets; /* key of what a statement was used for → SuiviConsultationTarget, %NULL if it is gone */
} Reading;

static void
theme_free (SuiviConsultationTheme *self)
{
  g_free (self->title);
  g_ptr_array_unref (self->quotes);
  g_free (self);
}

static void
target_free (SuiviConsultationTarget *self)
{
  g_free (self->kind);
  g_free (self->title);
  g_ptr_array_unref (self->notes);
  g_free (self);
}

/* --- Themes ----------------------------------------------------------------------------------------------- */

static SuiviConsultationTheme *
get_theme (Reading *reading, const char *title)
{
  SuiviConsultationTheme *theme = g_hash_table_lookup (reading->themes, title != NULL ? title : "");

  if (theme != NULL)
    return theme;

  theme = g_new0 (SuiviConsultationTheme, 1);
  theme->title = g_strdup (title);
  theme->quotes = g_ptr_array_new_with_free_func ((GDestroyNotify) suivi_allowed_statement_free);
  g_ptr_array_add (reading->content->themes, theme);
  g_hash_table_insert (reading->themes, theme->title != NULL ? theme->title : (char *) "", theme);

  return theme;
}

static void
count_themes (Reading *reading, const SuiviStatement *statement)
{
  if (statement->themes[0] == NULL)
    get_theme (reading, NULL)->n_counted++;
  for (guint i = 0; statement->themes[i] != NULL; i++)
    {
      if (!g_strv_contains ((const char *const *) statement->themes + i + 1, statement->themes[i]))
        get_theme (reading, statement->themes[i])->n_counted++;
    }
  if (!g_hash_table_contains (reading->quotable, statement->id))
    get_theme (reading, statement->themes[0])->n_only_counted++;
}

/* The most frequent first, those without a theme last; else by name, so that the order is the same each time. */
static int
compare_themes (gconstpointer a, gconstpointer b)
{
  const SuiviConsultationTheme *first = *(SuiviConsultationTheme *const *) a;
  const SuiviConsultationTheme *second = *(SuiviConsultationTheme *const *) b;

  if ((first->title == NULL) != (second->title == NULL))
    return first->title == NULL ? 1 : -1;
  if (first->n_counted != second->n_counted)
    return first->n_counted > second->n_counted ? -1 : 1;

  return g_strcmp0 (first->title, second->title);
}

/* --- What became of them ---------------------------------------------------------------------------------- */

/* Takes over @title. */
static SuiviConsultationTarget *
make_target (const char *kind, const char *plain, char *title)
{
  SuiviConsultationTarget *target = g_new0 (SuiviConsultationTarget, 1);

  target->kind = g_strdup (kind);
  target->plain = plain;
  target->title = title;
  target->notes = g_ptr_array_new_with_free_func (g_free);

  return target;
}

static SuiviConsultationTarget *
load_target (Reading *reading, const SuiviStatementUse *use, GError **error)
{
  if (use->draft_id != NULL)
    {
      g_autoptr (SuiviDraft) draft = suivi_store_get_draft (reading->store, use->draft_id, error);

      return draft != NULL
               ? make_target (_ ("Draft recommendation"),
                              /* Translators: to children, below the text of a draft recommendation */
                              _ ("We ask that this be recommended to the government."),
                              suivi_text_clean (draft->text))
               : NULL;
    }
  if (use->priority_id != NULL)
    {
      g_autoptr (SuiviPriority) priority = suivi_store_get_priority (reading->store, use->priority_id, error);

      return priority != NULL ? make_target (_ ("Issue that is raised"),
                                             /* Translators: to children, below the title of an issue */
                                             _ ("This is one of the things that we speak about."),
                                             suivi_text_clean (priority->title))
                              : NULL;
    }
  if (use->recommendation_id != NULL)
    {
      g_autoptr (SuiviRecommendation) recommendation
                 = suivi_store_get_recommendation (reading->store, use->recommendation_id, error);

      return recommendation != NULL
               ? make_target (_ ("Recommendation"),
                              /* Translators: to children, below the text of a recommendation */
                              _ (
                                "The government was told this. We used your words to see what became of it."),
                              g_strdup_printf ("%s %s", recommendation->number, recommendation->text))
               : NULL;
    }

  return NULL;
}

static const char *
get_target_id (const SuiviStatementUse *use)
{
  if (use->draft_id != NULL)
    return use->draft_id;

  return use->priority_id != NULL ? use->priority_id : use->recommendation_id;
}

/* @target is %NULL if what it was used for is not there any more. */
static gboolean
find_target (Reading *reading, const SuiviStatementUse *use, SuiviConsultationTarget **target, GError **error)
{
  g_autoptr (GError) failure = NULL;
  const char *id = get_target_id (use);
  gpointer found = NULL;

  *target = NULL;
  if (id == NULL)
    return TRUE;
  if (g_hash_table_lookup_extended (reading->targets, id, NULL, &found))
    {
      *target = found;
      return TRUE;
    }

  *target = load_target (reading, use, &failure);
  if (failure != NULL && !g_error_matches (failure, SUIVI_STORE_ERROR, SUIVI_STORE_ERROR_NOT_FOUND))
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }
  g_hash_table_insert (reading->targets, g_strdup (id), *target);
  if (*target != NULL)
    g_ptr_array_add (reading->content->targets, *target);

  return TRUE;
}

static gboolean
count_uses (Reading *reading, SuiviAllowedStatement *allowed, GError **error)
{
  g_autoptr (GPtrArray) counted = g_ptr_array_new ();
  gboolean may_quote = g_hash_table_contains (reading->quotable, allowed->statement->id);

  for (guint i = 0; i < allowed->uses->len; i++)
    {
      const SuiviStatementUse *use = g_ptr_array_index (allowed->uses, i);
      SuiviConsultationTarget *target = NULL;

      if (!find_target (reading, use, &target, error))
        return FALSE;
      if (target == NULL)
        continue;
      if (!g_ptr_array_find (counted, target, NULL))
        {
          g_ptr_array_add (counted, target);
          target->n_counted++;
        }
      if (may_quote && !suivi_text_is_blank (use->note))
        g_ptr_array_add (target->notes, g_strdup (use->note));
    }
  reading->content->n_used += counted->len > 0;

  return TRUE;
}

/* --- Reading ---------------------------------------------------------------------------------------------- */

static gboolean
read_counted (Reading *reading, const char *consultation_id, GError **error)
{
  g_autoptr (GPtrArray) counted
             = suivi_store_list_statements (reading->store, consultation_id, SUIVI_USE_COUNT, error);

  if (counted == NULL)
    return FALSE;

  reading->content->n_counted = counted->len;
  for (guint i = 0; i < counted->len; i++)
    {
      SuiviAllowedStatement *allowed = g_ptr_array_index (counted, i);

      count_themes (reading, allowed->statement);
      if (!count_uses (reading, allowed, error))
        return FALSE;
    }
  g_ptr_array_sort (reading->content->themes, compare_themes);

  return TRUE;
}

/* Puts each where it is shown: below its first theme. */
static void
sort_quoted (Reading *reading)
{
  while (reading->quoted->len > 0)
    {
      SuiviAllowedStatement *allowed = g_ptr_array_steal_index (reading->quoted, 0);

      if (allowed->uses->len == 0 && !suivi_text_is_blank (allowed->statement->left_out))
        g_ptr_array_add (reading->content->left_out, g_strdup (allowed->statement->left_out));
      g_ptr_array_add (get_theme (reading, allowed->statement->themes[0])->quotes, allowed);
    }
}

/**
 * suivi_consultation_content_read_statements:
 *
 * Reads what children said, as far as it may be counted or quoted.
 *
 * Returns: whether it could be read
 */
gboolean
suivi_consultation_content_read_statements (SuiviConsultationContent *self, SuiviStore *store, GError **error)
{
  const char *id = self->record->consultation->id;
  g_autoptr (GPtrArray) quoted = suivi_store_list_statements (store, id, SUIVI_USE_QUOTE, error);
  g_autoptr (GHashTable) quotable = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) themes = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) targets = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Reading reading = { self, store, quoted, quotable, themes, targets };

  if (quoted == NULL)
    return FALSE;

  self->themes = g_ptr_array_new_with_free_func ((GDestroyNotify) theme_free);
  self->targets = g_ptr_array_new_with_free_func ((GDestroyNotify) target_free);
  self->left_out = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < quoted->len; i++)
    g_hash_table_add (quotable, ((SuiviAllowedStatement *) g_ptr_array_index (quoted, i))->statement->id);
  if (!read_counted (&reading, id, error))
    return FALSE;
  sort_quoted (&reading);

  return TRUE;
}
