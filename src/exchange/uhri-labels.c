/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "core/reference/states.h"
#include "core/reference/table.h"
#include "core/reference/tags.h"
#include "core/text/text.h"
#include "exchange/uhri-labels.h"

/* What may be remembered, in bytes: far more than UHRI has words. A label costs some bytes more than its length. */
#define MAX_SIZE   (4 * 1024 * 1024)
#define LABEL_COST 100

/* No State has a longer name. */
#define MAX_NAME 400

/* Positions are one, two or three words. */
#define MAX_POSITION 60

typedef struct
{
  gboolean known;
  SuiviPosition position;
} Position;

struct _SuiviUhriLabels
{
  GHashTable *tags[SUIVI_N_TAG_KINDS];  /* label as written (char) → SuiviUhriTag */
  GHashTable *marks[SUIVI_N_TAG_KINDS]; /* folded canonical label (char) → guint */
  GHashTable *states;                   /* name (char) → ISO code (const char), "" for none */
  GHashTable *names;                    /* words (char) → SuiviUhriNames */
  GHashTable *bodies;                   /* label (char) → mechanism (char) */
  GHashTable *positions;                /* cell (char) → Position */
  GHashTable *by_iso2;                  /* code of two letters (char) → ISO code (const char) */
  gsize size;                           /* of what is remembered, in bytes */
};

/* Bodies that some records call by their long names; sources: the Secretariat's list of treaty bodies. */
static const struct
{
  const char *key;
  const char *mechanism;
} long_names[] = {
  { "universalperiodicreview", "UPR" },
  { "committeeontherightsofthechild", "CRC" },
  { "committeeontheeliminationofdiscriminationagainstwomen", "CEDAW" },
  { "committeeagainsttorture", "CAT" },
  { "humanrightscommittee", "CCPR" },
  { "committeeontheeliminationofracialdiscrimination", "CERD" },
  { "committeeoneconomicsocialandculturalrights", "CESCR" },
  { "committeeonmigrantworkers", "CMW" },
  { "committeeontheprotectionoftherightsofallmigrantworkersandmembersoftheirfamilies", "CMW" },
  { "committeeontherightsofpersonswithdisabilities", "CRPD" },
  { "committeeonenforceddisappearances", "CED" },
  { "subcommitteeonpreventionoftorture", "SPT" },
  { "subcommitteeonpreventionoftortureandothercruelinhumanordegradingtreatmentorpunishment", "SPT" },
};

static void
free_tag (gpointer data)
{
  SuiviUhriTag *tag = data;

  g_free (tag->label);
  g_free (tag);
}

static void
free_names (gpointer data)
{
  SuiviUhriNames *names = data;

  g_strfreev (names->states);
  g_free (names);
}

static void
load_iso2 (SuiviUhriLabels *self)
{
  g_autoptr (SuiviTable) table = suivi_table_load ("states.tsv");
  guint iso2 = suivi_table_get_column (table, "iso2");
  guint iso3 = suivi_table_get_column (table, "iso3");

  for (guint i = 0; i < suivi_table_get_n_rows (table); i++)
    {
      const char *code = suivi_table_get (table, i, iso2);

      if (*code != '\0')
        g_hash_table_insert (self->by_iso2, g_strdup (code),
                             (gpointer) g_intern_string (suivi_table_get (table, i, iso3)));
    }
}

static GHashTable *
new_table (GDestroyNotify free_value)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, g_free, free_value);
}

/**
 * suivi_uhri_labels_new:
 *
 * Returns: (transfer full): an empty memory
 */
SuiviUhriLabels *
suivi_uhri_labels_new (void)
{
  SuiviUhriLabels *self = g_new0 (SuiviUhriLabels, 1);

  for (guint i = 0; i < SUIVI_N_TAG_KINDS; i++)
    {
      self->tags[i] = new_table (free_tag);
      self->marks[i] = new_table (g_free);
    }
  self->states = new_table (NULL);
  self->names = new_table (free_names);
  self->bodies = new_table (g_free);
  self->positions = new_table (g_free);
  self->by_iso2 = new_table (NULL);
  load_iso2 (self);

  return self;
}

/**
 * suivi_uhri_labels_free:
 * @self: (nullable) (transfer full): the memory
 */
void
suivi_uhri_labels_free (SuiviUhriLabels *self)
{
  if (self == NULL)
    return;

  for (guint i = 0; i < SUIVI_N_TAG_KINDS; i++)
    {
      g_hash_table_unref (self->tags[i]);
      g_hash_table_unref (self->marks[i]);
    }
  g_hash_table_unref (self->states);
  g_hash_table_unref (self->names);
  g_hash_table_unref (self->bodies);
  g_hash_table_unref (self->positions);
  g_hash_table_unref (self->by_iso2);
  g_free (self);
}

/**
 * suivi_uhri_labels_trim:
 *
 * To be called between two records: forgets what is too much to remember. What was found before is not valid any
 * more then.
 */
void
suivi_uhri_labels_trim (SuiviUhriLabels *self)
{
  if (self->size <= MAX_SIZE)
    return;

  for (guint i = 0; i < SUIVI_N_TAG_KINDS; i++)
    {
      g_hash_table_remove_all (self->tags[i]);
      g_hash_table_remove_all (self->marks[i]);
    }
  g_hash_table_remove_all (self->states);
  g_hash_table_remove_all (self->names);
  g_hash_table_remove_all (self->bodies);
  g_hash_table_remove_all (self->positions);
  self->size = 0;
}

static void
remember (SuiviUhriLabels *self, GHashTable *table, const char *label, gpointer value)
{
  self->size += strlen (label) + LABEL_COST;
  g_hash_table_insert (table, g_strdup (label), value);
}

/* --- themes, groups of persons, SDGs ----------------------------------------------------------------------
 */

static char *
make_canonical (SuiviTagKind kind, const char *label)
{
  char *code = NULL;

  switch (kind)
    {
    case SUIVI_TAG_THEMES:
      return suivi_theme_canonical (label);
    case SUIVI_TAG_GROUPS:
      return suivi_group_canonical (label);
    case SUIVI_TAG_SDGS:
      code = suivi_sdg_code (label);
      return code != NULL ? code : g_strdup ("");
    default:
      g_return_val_if_reached (g_strdup (""));
    }
}

static guint *
get_mark (SuiviUhriLabels *self, SuiviTagKind kind, const char *label)
{
  g_autofree char *key = suivi_text_fold (label);
  guint *mark = g_hash_table_lookup (self->marks[kind], key);

  if (mark == NULL)
    {
      mark = g_new0 (guint, 1);
      g_hash_table_insert (self->marks[kind], g_steal_pointer (&key), mark);
    }

  return mark;
}

/**
 * suivi_uhri_labels_find_tag:
 * @label: a theme, a group of persons or an SDG, as a record has it
 *
 * The same labels as official lists give, see suivi_tag_lists_read().
 *
 * Returns: (transfer none): what it is
 */
SuiviUhriTag *
suivi_uhri_labels_find_tag (SuiviUhriLabels *self, SuiviTagKind kind, const char *label)
{
  SuiviUhriTag *tag = g_hash_table_lookup (self->tags[kind], label);
  g_autofree char *decoded = NULL;

  if (tag != NULL)
    return tag;

  decoded = suivi_text_decode_entities (label);
  tag = g_new0 (SuiviUhriTag, 1);
  tag->label = make_canonical (kind, decoded);
  tag->mark = get_mark (self, kind, tag->label);
  if (kind != SUIVI_TAG_SDGS)
    {
      const char *const list[] = { tag->label, NULL };

      tag->child_focused = kind == SUIVI_TAG_THEMES ? suivi_tags_child_focused (list, NULL)
                                                    : suivi_tags_child_focused (NULL, list);
    }
  remember (self, self->tags[kind], label, tag);

  return tag;
}

/* --- States -----------------------------------------------------------------------------------------------
 */

/**
 * suivi_uhri_labels_find_state:
 * @name: the name of a State; or its code of two letters, which slips into some records
 *
 * Returns: (nullable): the ISO 3166-1 alpha-3 code, an interned string; %NULL if no State is called so
 */
const char *
suivi_uhri_labels_find_state (SuiviUhriLabels *self, const char *name)
{
  const char *state = g_hash_table_lookup (self->states, name);

  if (state == NULL)
    {
      if (strlen (name) > MAX_NAME)
        return NULL;
      state = suivi_state_match (name);
      if (state == NULL)
        state = g_hash_table_lookup (self->by_iso2, name);
      state = g_intern_string (state != NULL ? state : "");
      remember (self, self->states, name, (gpointer) state);
    }

  return *state != '\0' ? state : NULL;
}

/**
 * suivi_uhri_labels_find_names:
 * @names: what stands in brackets in a text, "France", "Spain, Venezuela (Bolivarian Republic of)", "ICRMW"
 *
 * Returns: (transfer none): the States among it, if any
 */
const SuiviUhriNames *
suivi_uhri_labels_find_names (SuiviUhriLabels *self, const char *names)
{
  SuiviUhriNames *found = g_hash_table_lookup (self->names, names);
  g_auto (GStrv) unknown = NULL;

  if (found != NULL)
    return found;

  found = g_new0 (SuiviUhriNames, 1);
  found->states = suivi_state_match_list (names, &unknown);
  found->has_states = found->states != NULL && found->states[0] != NULL;
  found->is_known = found->has_states && (unknown == NULL || unknown[0] == NULL);
  remember (self, self->names, names, found);

  return found;
}

/* --- bodies and positions ---------------------------------------------------------------------------------
 */

/**
 * suivi_uhri_labels_find_body:
 * @label: a body as a record has it
 *
 * Long names of treaty bodies become the short ones, "IE  Albinism" loses its second space; any other stays.
 *
 * Returns: (transfer none): the mechanism: "UPR", "CRC-OP-AC", "SR Education"; "" if there is none
 */
const char *
suivi_uhri_labels_find_body (SuiviUhriLabels *self, const char *label)
{
  const char *mechanism = g_hash_table_lookup (self->bodies, label);
  g_autofree char *decoded = NULL;
  g_autofree char *cleaned = NULL;
  g_autofree char *key = NULL;

  if (mechanism != NULL)
    return mechanism;

  decoded = suivi_text_decode_entities (label);
  cleaned = suivi_text_clean (decoded);
  key = suivi_table_make_key (cleaned);
  if (g_str_equal (key, "upr"))
    mechanism = "UPR";
  for (gsize i = 0; i < G_N_ELEMENTS (long_names) && mechanism == NULL; i++)
    {
      if (g_str_has_prefix (key, long_names[i].key)
          && strlen (key) <= strlen (long_names[i].key) + strlen (long_names[i].mechanism))
        mechanism = long_names[i].mechanism;
    }
  remember (self, self->bodies, label, g_strdup (mechanism != NULL ? mechanism : cleaned));

  return g_hash_table_lookup (self->bodies, label);
}

/**
 * suivi_uhri_labels_find_position:
 * @cell: the State's answer as a record has it
 * @position: (out): set on success only
 *
 * Returns: whether it is a position
 */
gboolean
suivi_uhri_labels_find_position (SuiviUhriLabels *self, const char *cell, SuiviPosition *position)
{
  Position *found = g_hash_table_lookup (self->positions, cell);

  if (found == NULL)
    {
      if (strlen (cell) > MAX_POSITION)
        return FALSE;
      found = g_new0 (Position, 1);
      found->known = suivi_position_from_word (cell, &found->position);
      remember (self, self->positions, cell, found);
    }
  if (found->known)
    *position = found->position;

  return found->known;
}
