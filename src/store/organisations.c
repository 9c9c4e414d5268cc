/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Whose judgements, agreements and contributions there are. An organisation has no record of its own: it is there because
 * something bears its name, and it is one, however its case, accents and spaces are written.
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "core/text/text.h"
#include "store/json-list.h"
#include "store/scorecard-store.h"
#include "store/transaction-private.h"

/* Longer than the name of any coalition; it stands on chips, in tables and in charts. */
#define MAX_NAME_LENGTH 200

/* One organisation, in all the spellings of its name. */
typedef struct
{
  const char *key;       /* the folded name; of the table */
  GHashTable *spellings; /* name → how often, as a number */
  guint n_judgements;
  guint n_agreements;
  guint n_contributions;
  guint last_agreement; /* number of the agreement that was counted last */
} Group;

static void
free_group (gpointer data)
{
  Group *group = data;

  g_hash_table_unref (group->spellings);
  g_free (group);
}

static Group *
meet (GHashTable *groups, const char *name, guint n)
{
  g_autofree char *key = suivi_text_fold (name);
  Group *group = g_hash_table_lookup (groups, key);
  guint before = 0;

  if (group == NULL)
    {
      group = g_new0 (Group, 1);
      group->spellings = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
      group->key = key;
      g_hash_table_insert (groups, g_steal_pointer (&key), group);
    }
  before = GPOINTER_TO_UINT (g_hash_table_lookup (group->spellings, name));
  g_hash_table_replace (group->spellings, g_strdup (name), GUINT_TO_POINTER (before + n));

  return group;
}

/* Steps through rows of a name and a number. */
static gboolean
next_name (sqlite3_stmt *statement, char **name, guint *n, gboolean *failed, GError **error)
{
  gboolean row = FALSE;

  g_clear_pointer (name, g_free);
  *failed = !suivi_database_step (statement, &row, error);
  if (!row)
    {
      sqlite3_reset (statement);
      return FALSE;
    }
  *name = suivi_column_text (statement, 0);
  *n = sqlite3_column_int64 (statement, 1);

  return TRUE;
}

static gboolean
collect_judgements (SuiviStore *store, GHashTable *groups, GError **error)
{
  sqlite3_stmt *statement
    = suivi_store_prepare (store,
                           "SELECT organisation, count (*) FROM assessment WHERE agreed = 0"
                           " GROUP BY organisation",
                           error);
  g_autofree char *name = NULL;
  gboolean failed = statement == NULL;
  guint n = 0;

  while (statement != NULL && next_name (statement, &name, &n, &failed, error))
    meet (groups, name, n)->n_judgements += n;

  return !failed;
}

static gboolean
collect_contributions (SuiviStore *store, GHashTable *groups, GError **error)
{
  sqlite3_stmt *statement
    = suivi_store_prepare (store, "SELECT organisation, count (*) FROM contribution GROUP BY organisation",
                           error);
  g_autofree char *name = NULL;
  gboolean failed = statement == NULL;
  guint n = 0;

  while (statement != NULL && next_name (statement, &name, &n, &failed, error))
    meet (groups, name, n)->n_contributions += n;

  return !failed;
}

static gboolean
collect_agreements (SuiviStore *store, GHashTable *groups, GError **error)
{
  sqlite3_stmt *statement
    = suivi_store_prepare (store, "SELECT agreed_by, count (*) FROM assessment WHERE agreed = 1 GROUP BY id",
                           error);
  g_autofree char *json = NULL;
  gboolean failed = statement == NULL;
  guint number = 0;
  guint n = 0;

  while (statement != NULL && next_name (statement, &json, &n, &failed, error))
    {
      g_auto (GStrv) names = suivi_json_list_decode (json);

      number++;
      for (guint i = 0; names[i] != NULL; i++)
        {
          Group *group = meet (groups, names[i], 1);

          /* A file from elsewhere may name it twice. */
          if (group->last_agreement != number)
            group->n_agreements++;
          group->last_agreement = number;
        }
    }

  return !failed;
}

/* All organisations by the folded name. */
static GHashTable *
collect (SuiviStore *store, GError **error)
{
  g_autoptr (GHashTable) groups = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, free_group);

  if (!collect_judgements (store, groups, error) || !collect_agreements (store, groups, error)
      || !collect_contributions (store, groups, error))
    return NULL;

  return g_steal_pointer (&groups);
}

/* The spelling used most; of two that are used as often, the first by its bytes. */
static const char *
choose_spelling (const Group *group)
{
  const char *best = NULL;
  guint most = 0;
  GHashTableIter iter;
  gpointer name = NULL;
  gpointer count = NULL;

  g_hash_table_iter_init (&iter, group->spellings);
  while (g_hash_table_iter_next (&iter, &name, &count))
    {
      const guint n = GPOINTER_TO_UINT (count);

      if (best == NULL || n > most || (n == most && strcmp (name, best) < 0))
        {
          best = name;
          most = n;
        }
    }

  return best;
}

static int
compare_groups (gconstpointer a, gconstpointer b)
{
  const Group *one = *(const Group *const *) a;
  const Group *other = *(const Group *const *) b;

  return suivi_organisation_compare_folded (one->key, other->key);
}

static void
free_organisation (gpointer data)
{
  suivi_organisation_free (data);
}

/**
 * suivi_store_list_organisations:
 *
 * Lists whose judgements the workspace holds (those that several agreed on are nobody's own), who agreed, and who
 * contributed; editions, which are frozen, do not count. Names that differ only in case, accents or spaces are one
 * organisation, with the name that is used most.
 *
 * Returns: (transfer full) (element-type SuiviOrganisation) (nullable): each organisation once, by name; first "", if
 * something does not say whose it is. %NULL on failure
 */
GPtrArray *
suivi_store_list_organisations (SuiviStore *self, GError **error)
{
  g_autoptr (GPtrArray) organisations = g_ptr_array_new_with_free_func (free_organisation);
  g_autoptr (GPtrArray) sorted = g_ptr_array_new ();
  g_autoptr (GHashTable) groups = collect (self, error);
  GHashTableIter iter;
  gpointer group = NULL;

  if (groups == NULL)
    return NULL;

  g_hash_table_iter_init (&iter, groups);
  while (g_hash_table_iter_next (&iter, NULL, &group))
    g_ptr_array_add (sorted, group);
  g_ptr_array_sort (sorted, compare_groups);
  for (guint i = 0; i < sorted->len; i++)
    {
      const Group *each = g_ptr_array_index (sorted, i);
      SuiviOrganisation *organisation = g_new0 (SuiviOrganisation, 1);

      organisation->name = g_strdup (*each->key != '\0' ? choose_spelling (each) : "");
      organisation->n_judgements = each->n_judgements;
      organisation->n_agreements = each->n_agreements;
      organisation->n_contributions = each->n_contributions;
      g_ptr_array_add (organisations, organisation);
    }

  return g_steal_pointer (&organisations);
}

/* Read once for a step: an import puts very many judgements. */
static gboolean
load_names (SuiviTransaction *self, GError **error)
{
  if (self->organisations == NULL)
    self->organisations = collect (self->store, error);

  return self->organisations != NULL;
}

/**
 * suivi_transaction_spell_organisation:
 * @name: (nullable): whose something is; blank: of suivi_store_get_organisation()
 *
 * Private to src/store. A file of another program may hold names that differ in no more than case, accents and spaces: each
 * of them, as it stands there, means itself.
 *
 * Returns: (transfer none) (nullable): the name, as it is to be saved: as one in use if only case, accents or spaces
 * differ; "" only if nobody said for whom she works. Good until the transaction ends or an organisation is renamed. %NULL on
 * failure
 */
const char *
suivi_transaction_spell_organisation (SuiviTransaction *self, const char *name, GError **error)
{
  const char *given = suivi_text_is_blank (name) ? self->store->organisation : name;
  g_autofree char *cleaned = suivi_text_clean (given);
  g_autofree char *key = NULL;
  const Group *group = NULL;
  gpointer spelling = NULL;

  if (*cleaned == '\0')
    return "";
  if (!load_names (self, error))
    return NULL;

  key = suivi_text_fold (cleaned);
  group = g_hash_table_lookup (self->organisations, key);
  if (group == NULL)
    group = meet (self->organisations, cleaned, 1);
  if (g_hash_table_lookup_extended (group->spellings, given, &spelling, NULL)
      || g_hash_table_lookup_extended (group->spellings, cleaned, &spelling, NULL))
    return spelling;

  return choose_spelling (group);
}

/* Which judgements of an organisation are of one person, one recommendation and one day. */
typedef struct
{
  char *id;
  char *place; /* (nullable): the three in one text */
  gboolean renamed;
} Judgement;

static void
free_judgement (gpointer data)
{
  Judgement *judgement = data;

  g_free (judgement->id);
  g_free (judgement->place);
  g_free (judgement);
}

/* Whether that is a name of one of two organisations. */
static gboolean
is_either (const char *name, const char *one_key, const char *other_key)
{
  g_autofree char *key = suivi_text_fold (name);

  return g_str_equal (key, one_key) || g_str_equal (key, other_key);
}

/* Those of both organisations: of those of one person, recommendation and day, the one that counts first. */
static GPtrArray *
list_judgements (SuiviStore *store, const char *from_key, const char *to, const char *to_key, GError **error)
{
  g_autoptr (GPtrArray) judgements = g_ptr_array_new_with_free_func (free_judgement);
  sqlite3_stmt *statement
    = suivi_store_prepare (store,
                           "SELECT organisation, id, recommendation_id, date, name FROM assessment"
                           " WHERE agreed = 0 " SUIVI_LATEST_FIRST,
                           error);
  gboolean row = FALSE;

  if (statement == NULL)
    return NULL;

  for (;;)
    {
      g_autofree char *name = NULL;
      Judgement *judgement = NULL;

      if (!suivi_database_step (statement, &row, error))
        return NULL;
      if (!row)
        break;
      name = suivi_column_text (statement, 0);
      if (!is_either (name, from_key, to_key))
        continue;

      judgement = g_new0 (Judgement, 1);
      judgement->id = suivi_column_text (statement, 1);
      judgement->place = g_strdup_printf ("%s\n%s\n%s", (const char *) sqlite3_column_text (statement, 2),
                                          (const char *) sqlite3_column_text (statement, 3),
                                          (const char *) sqlite3_column_text (statement, 4));
      judgement->renamed = !g_str_equal (name, to);
      g_ptr_array_add (judgements, judgement);
    }
  sqlite3_reset (statement);

  return g_steal_pointer (&judgements);
}

/* Neither who judged nor when is touched: renaming an organisation must not make another judgement count. */
static gboolean
set_organisation (SuiviTransaction *self, const char *sql, const char *id, const char *to, GError **error)
{
  sqlite3_stmt *statement = suivi_store_prepare (self->store, sql, error);

  if (statement == NULL)
    return FALSE;
  suivi_bind_text (statement, 1, id);
  suivi_bind_text (statement, 2, to);

  return suivi_transaction_run (statement, error);
}

static gboolean
rename_judgements (SuiviTransaction *self,
                   const char *from_key,
                   const char *to,
                   const char *to_key,
                   GError **error)
{
  g_autoptr (GPtrArray) judgements = list_judgements (self->store, from_key, to, to_key, error);
  g_autoptr (GHashTable) winners = g_hash_table_new (g_str_hash, g_str_equal);

  if (judgements == NULL)
    return FALSE;

  /* First those go whose place is taken: two of one name cannot stand on one day. */
  for (guint i = 0; i < judgements->len; i++)
    {
      Judgement *judgement = g_ptr_array_index (judgements, i);
      const Judgement *winner = g_hash_table_lookup (winners, judgement->place);

      if (winner == NULL)
        {
          g_hash_table_insert (winners, judgement->place, judgement);
          continue;
        }
      if (!suivi_transaction_merge_assessment (self, judgement->id, winner->id, error))
        return FALSE;
      judgement->renamed = FALSE;
    }

  for (guint i = 0; i < judgements->len; i++)
    {
      const Judgement *judgement = g_ptr_array_index (judgements, i);

      if (judgement->renamed
          && !set_organisation (self, "UPDATE assessment SET organisation = ?2 WHERE id = ?1", judgement->id,
                                to, error))
        return FALSE;
    }

  return TRUE;
}

/* Reads rows of a key and a text, and keeps those that concern one of the organisations. */
typedef char *(*RenameFunc) (const char *text, const char *from_key, const char *to, const char *to_key);

/* The name that a row gets; %NULL if it stays. */
static char *
rename_name (const char *name, const char *from_key, const char *to, const char *to_key)
{
  return !g_str_equal (name, to) && is_either (name, from_key, to_key) ? g_strdup (to) : NULL;
}

/* The list of those who agreed, each of them once; %NULL if it stays. */
static char *
rename_list (const char *json, const char *from_key, const char *to, const char *to_key)
{
  g_auto (GStrv) names = suivi_json_list_decode (json);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) renamed = NULL;
  gboolean there = FALSE;

  for (guint i = 0; names[i] != NULL; i++)
    {
      if (!is_either (names[i], from_key, to_key))
        g_strv_builder_add (builder, names[i]);
      else if (!there)
        g_strv_builder_add (builder, to);
      there = there || is_either (names[i], from_key, to_key);
    }
  renamed = g_strv_builder_end (builder);

  return g_strv_equal ((const char *const *) names, (const char *const *) renamed)
           ? NULL
           : suivi_json_list_encode ((const char *const *) renamed);
}

/* @select gives rows of a key and a text; @func says what the text becomes; @update writes it. */
static gboolean
rename_rows (SuiviTransaction *self,
             const char *select,
             RenameFunc func,
             const char *update,
             const char *from_key,
             const char *to,
             const char *to_key,
             GError **error)
{
  g_autoptr (GPtrArray) ids = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);
  sqlite3_stmt *statement = suivi_store_prepare (self->store, select, error);
  gboolean row = FALSE;

  if (statement == NULL)
    return FALSE;

  for (;;)
    {
      g_autofree char *text = NULL;
      char *renamed = NULL;

      if (!suivi_database_step (statement, &row, error))
        return FALSE;
      if (!row)
        break;
      text = suivi_column_text (statement, 1);
      renamed = func (text, from_key, to, to_key);
      if (renamed == NULL)
        continue;
      g_ptr_array_add (ids, suivi_column_text (statement, 0));
      g_ptr_array_add (texts, renamed);
    }
  sqlite3_reset (statement);

  for (guint i = 0; i < ids->len; i++)
    {
      if (!set_organisation (self, update, g_ptr_array_index (ids, i), g_ptr_array_index (texts, i), error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
check_new_name (const char *name, GError **error)
{
  if (!suivi_refuse_blank (name, _ ("Say how the organisation is called: the name is empty."), error))
    return FALSE;
  if (g_utf8_strlen (name, -1) > MAX_NAME_LENGTH)
    {
      g_set_error (error, SUIVI_STORE_ERROR, SUIVI_STORE_ERROR_INVALID,
                   _ ("The name of an organisation can have %d characters at most. Shorten it."),
                   MAX_NAME_LENGTH);
      return FALSE;
    }

  return TRUE;
}

/**
 * suivi_transaction_rename_organisation:
 * @from: name of an organisation of the workspace, in any case, accents and spaces; blank: what does not say whose it is
 * @to: its name from now on; if another organisation is called so, in any case, accents and spaces, the two become one,
 *   spelled as that one
 * @error: %SUIVI_STORE_ERROR_INVALID if @to is blank or has more than 200 characters; _NOT_FOUND if nothing is of @from
 *
 * Gives an organisation another name: in its judgements, in what it agreed on and in its contributions. If @to is @from
 * itself, but spelled otherwise, it is spelled so everywhere. Editions, which are frozen, stay as they were; so does the name
 * for whom the person at this computer works. Grades and agreements that were begun get the new name as well, so that the
 * old one does not come back with them; that is not part of what undo takes back.
 *
 * Where one person has a judgement of one recommendation on one day under both names, the one put last takes the place of the
 * other, and the evidence of both supports it. Which judgement counts does not change otherwise.
 *
 * Returns: %FALSE on failure: the transaction should then be dropped
 */
gboolean
suivi_transaction_rename_organisation (SuiviTransaction *self,
                                       const char *from,
                                       const char *to,
                                       GError **error)
{
  g_autofree char *name = suivi_text_clean (to);
  g_autofree char *from_key = suivi_text_fold (from);
  g_autofree char *to_key = suivi_text_fold (name);
  const Group *other = NULL;

  if (!check_new_name (name, error) || !load_names (self, error))
    return FALSE;
  if (!g_hash_table_contains (self->organisations, from_key))
    {
      if (*from_key == '\0')
        g_set_error_literal (error, SUIVI_STORE_ERROR, SUIVI_STORE_ERROR_NOT_FOUND,
                             _ ("Everything in this workspace says of which organisation it is."));
      else
        g_set_error (error, SUIVI_STORE_ERROR, SUIVI_STORE_ERROR_NOT_FOUND,
                     _ ("Nothing in this workspace is of an organisation “%s”."), from);
      return FALSE;
    }

  other = g_hash_table_lookup (self->organisations, to_key);
  if (other != NULL && !g_str_equal (from_key, to_key))
    {
      g_free (name);
      name = g_strdup (choose_spelling (other));
    }
  /* What it says is not so any more. */
  g_clear_pointer (&self->organisations, g_hash_table_unref);

  return rename_judgements (self, from_key, name, to_key, error)
         && rename_rows (self, "SELECT id, agreed_by FROM assessment WHERE agreed = 1", rename_list,
                         "UPDATE assessment SET agreed_by = ?2 WHERE id = ?1", from_key, name, to_key, error)
         && rename_rows (self, "SELECT id, organisation FROM contribution", rename_name,
                         "UPDATE contribution SET organisation = ?2 WHERE id = ?1", from_key, name, to_key,
                         error)
         && rename_rows (self, "SELECT id, organisation FROM grade_draft WHERE trim (organisation) <> ''",
                         rename_name, "UPDATE grade_draft SET organisation = ?2 WHERE id = ?1", from_key,
                         name, to_key, error)
         && rename_rows (self, "SELECT id, agreed_by FROM grade_draft WHERE agreed = 1", rename_list,
                         "UPDATE grade_draft SET agreed_by = ?2 WHERE id = ?1", from_key, name, to_key,
                         error);
}
