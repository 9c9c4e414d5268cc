/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include "app/consultation/theme-entry.h"
#include "core/reference/table.h"
#include "core/reference/tags.h"
#include "core/text/text.h"

/* No theme has more commas than that, less one. */
#define MAX_PIECES 4

/* More than anybody reads. */
#define MAX_THEMES  20

#define MIN_LETTERS 2

enum
{
  COLUMN_THEME,
  COLUMN_FOLDED,
};

struct _SuiviThemeEntry
{
  GtkEntry parent_instance;
};

G_DEFINE_FINAL_TYPE (SuiviThemeEntry, suivi_theme_entry, GTK_TYPE_ENTRY)

typedef struct
{
  GtkTreeModel *model;
  GHashTable *keys; /* keys of the themes that have a comma inside */
} Themes;

static void
add_theme (Themes *themes, const char *theme)
{
  g_autofree char *folded = suivi_text_fold (theme);

  gtk_list_store_insert_with_values (GTK_LIST_STORE (themes->model), NULL, -1, COLUMN_THEME, theme,
                                     COLUMN_FOLDED, folded, -1);
  if (strchr (theme, ',') != NULL)
    g_hash_table_add (themes->keys, suivi_table_make_key (theme));
}

/* Shared by all fields, for good. */
static Themes *
get_themes (void)
{
  static Themes themes;

  if (themes.model == NULL)
    {
      g_autoptr (SuiviTable) table = suivi_table_load ("themes.tsv");
      guint theme = suivi_table_get_column (table, "theme");
      guint current = suivi_table_get_column (table, "current");

      themes.model = GTK_TREE_MODEL (gtk_list_store_new (2, G_TYPE_STRING, G_TYPE_STRING));
      themes.keys = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
      for (guint i = 0; i < suivi_table_get_n_rows (table); i++)
        {
          /* What has a current name is an old one. */
          if (suivi_text_is_blank (suivi_table_get (table, i, current)))
            add_theme (&themes, suivi_table_get (table, i, theme));
        }
    }

  return &themes;
}

/* What is being typed: behind the last comma. */
static const char *
find_last (SuiviThemeEntry *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self));
  const char *comma = strrchr (text, ',');

  return comma != NULL ? comma + 1 : text;
}

static gboolean
match_cb (GtkEntryCompletion *completion, const char *key, GtkTreeIter *iter, gpointer user_data)
{
  SuiviThemeEntry *self = user_data;
  g_autofree char *wanted = g_strstrip (suivi_text_fold (find_last (self)));
  g_autofree char *folded = NULL;
  const char *found = NULL;

  if (g_utf8_strlen (wanted, -1) < MIN_LETTERS)
    return FALSE;

  gtk_tree_model_get (gtk_entry_completion_get_model (completion), iter, COLUMN_FOLDED, &folded, -1);
  found = strstr (folded, wanted);

  /* At the start of a word: "right" does not mean "copyright". */
  while (found != NULL && found != folded && g_ascii_isalnum (found[-1]))
    found = strstr (found + 1, wanted);

  return found != NULL;
}

static gboolean
match_selected_cb (SuiviThemeEntry *self, GtkTreeModel *model, GtkTreeIter *iter)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self));
  g_autofree char *before = g_strndup (text, find_last (self) - text);
  g_autofree char *theme = NULL;
  g_autofree char *all = NULL;

  gtk_tree_model_get (model, iter, COLUMN_THEME, &theme, -1);
  all = g_strdup_printf ("%s%s%s, ", before, before[0] != '\0' ? " " : "", theme);
  gtk_editable_set_text (GTK_EDITABLE (self), all);
  gtk_editable_set_position (GTK_EDITABLE (self), -1);

  return GDK_EVENT_STOP;
}

static void
suivi_theme_entry_class_init (SuiviThemeEntryClass *klass)
{
}

static void
suivi_theme_entry_init (SuiviThemeEntry *self)
{
  g_autoptr (GtkEntryCompletion) completion = gtk_entry_completion_new ();

  gtk_entry_completion_set_model (completion, get_themes ()->model);
  gtk_entry_completion_set_text_column (completion, COLUMN_THEME);
  gtk_entry_completion_set_minimum_key_length (completion, MIN_LETTERS);
  gtk_entry_completion_set_match_func (completion, match_cb, self, NULL);
  g_signal_connect_object (completion, "match-selected", G_CALLBACK (match_selected_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_entry_set_completion (GTK_ENTRY (self), completion);
}

/**
 * suivi_theme_entry_set_themes:
 * @themes: (array zero-terminated=1): the themes
 */
void
suivi_theme_entry_set_themes (SuiviThemeEntry *self, const char *const *themes)
{
  g_autofree char *text = g_strjoinv (", ", (char **) themes);

  g_return_if_fail (SUIVI_IS_THEME_ENTRY (self));

  gtk_editable_set_text (GTK_EDITABLE (self), text);
}

/* How many pieces make one theme: some have commas inside. */
static guint
count_pieces (char **pieces, guint n_left)
{
  for (guint n = MIN (n_left, MAX_PIECES); n > 1; n--)
    {
      g_autoptr (GString) joined = g_string_new (pieces[0]);
      g_autofree char *key = NULL;

      for (guint i = 1; i < n; i++)
        g_string_append_printf (joined, ",%s", pieces[i]);
      key = suivi_table_make_key (joined->str);
      if (g_hash_table_contains (get_themes ()->keys, key))
        return n;
    }

  return 1;
}

/**
 * suivi_theme_entry_dup_themes:
 *
 * Returns: (transfer full) (array zero-terminated=1): what was typed, each theme once, known ones as they are spelled
 */
char **
suivi_theme_entry_dup_themes (SuiviThemeEntry *self)
{
  g_auto (GStrv) pieces = NULL;
  g_autoptr (GPtrArray) themes = g_ptr_array_new_with_free_func (g_free);
  guint n_pieces = 0;
  guint taken = 0;

  g_return_val_if_fail (SUIVI_IS_THEME_ENTRY (self), NULL);

  pieces = g_strsplit (gtk_editable_get_text (GTK_EDITABLE (self)), ",", -1);
  n_pieces = g_strv_length (pieces);
  for (guint i = 0; i < n_pieces && themes->len < MAX_THEMES; i += taken)
    {
      g_autoptr (GString) joined = g_string_new (pieces[i]);
      g_autofree char *theme = NULL;

      taken = count_pieces (pieces + i, n_pieces - i);
      for (guint k = 1; k < taken; k++)
        g_string_append_printf (joined, ",%s", pieces[i + k]);
      theme = suivi_text_is_blank (joined->str) ? NULL : suivi_theme_canonical (joined->str);
      if (theme != NULL && theme[0] != '\0'
          && !g_ptr_array_find_with_equal_func (themes, theme, g_str_equal, NULL))
        g_ptr_array_add (themes, g_steal_pointer (&theme));
    }
  g_ptr_array_add (themes, NULL);

  return (char **) g_ptr_array_free (g_steal_pointer (&themes), FALSE);
}
