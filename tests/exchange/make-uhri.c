/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <stdio.h>
#include <xlsxwriter.h>

#include "core/reference/sessions.h"
#include "core/reference/states.h"
#include "core/reference/table.h"
#include "make-uhri.h"

/* In 100 records: those of the UPR. */
#define UPR_SHARE 53

/* Records of one document, at most. */
#define MAX_PER_REVIEW 250
#define MAX_PER_OUTPUT 60

#define MAX_TAGS       6

typedef struct
{
  GRand *random;
  const char *const *states;
  guint n_states;
  GPtrArray *themes; /* const char */
  GPtrArray *groups; /* const char */
  GPtrArray *sdgs;   /* char */
  SuiviTable *tables[3];

  /* The document that is being made. */
  gboolean is_upr;
  const char *body;
  const char *state;
  guint session;
  guint document;
  guint turn; /* of the reviews */
  char *symbol;
  guint year;
  guint left; /* records that it still gets */
  guint number;

  /* The record. */
  char id[40];
  GString *text;
  const char *themes_of[MAX_TAGS + 1];
  const char *groups_of[MAX_TAGS + 1];
  const char *sdgs_of[MAX_TAGS + 1];
  const char *states_of[MAX_TAGS + 1];
  const char *position;
  char date[24];
  char ordinal[24];
} Maker;

static const char *const verbs[]
  = { "Strengthen", "Continue to improve",        "Adopt", "Ensure", "Consider", "Amend", "Establish",
      "Implement",  "Take further steps towards", "Ratify" };

static const char *const words[] = {
  "the",        "of",        "and",      "for",       "in",       "all",       "with",      "to",
  "national",   "law",       "children", "families",  "schools",  "access",    "services",  "persons",
  "protection", "remote",    "plan",     "budget",    "training", "judges",    "women",     "rights",
  "violence",   "education", "health",   "equal",     "measures", "policy",    "without",   "delay",
  "rural",      "support",   "system",   "standards", "public",   "community", "inclusive", "legal",
};

static const char *const syllables[] = { "ba", "de", "fi", "go", "ku",  "la",  "me",  "ni",   "po",  "ru",
                                         "sa", "te", "vi", "zo", "chi", "dra", "ple", "stro", "qua", "xen" };

static const char *const bodies[] = { "CRC",  "CEDAW", "CESCR",     "CCPR", "CERD", "CAT",
                                      "CRPD", "CMW",   "CRC-OP-SC", "SPT",  "CED",  "SR Education" };

static guint
draw (Maker *self, guint n)
{
  return g_rand_int_range (self->random, 0, n);
}

static GPtrArray *
list_labels (Maker *self, guint i, const char *name, const char *column)
{
  GPtrArray *labels = g_ptr_array_new ();
  guint number = 0;

  self->tables[i] = suivi_table_load (name);
  number = suivi_table_get_column (self->tables[i], column);
  for (guint row = 0; row < suivi_table_get_n_rows (self->tables[i]); row++)
    g_ptr_array_add (labels, (gpointer) suivi_table_get (self->tables[i], row, number));

  return labels;
}

static Maker *
maker_new (void)
{
  Maker *self = g_new0 (Maker, 1);
  guint code = 0;
  guint title = 0;

  self->random = g_rand_new_with_seed (MAKE_UHRI_SEED);
  self->states = suivi_states_get_codes ();
  self->n_states = g_strv_length ((char **) self->states);
  self->themes = list_labels (self, 0, "themes.tsv", "theme");
  self->groups = list_labels (self, 1, "groups.tsv", "group");
  self->sdgs = g_ptr_array_new_with_free_func (g_free);
  self->tables[2] = suivi_table_load ("sdgs.tsv");
  code = suivi_table_get_column (self->tables[2], "code");
  title = suivi_table_get_column (self->tables[2], "title");
  for (guint row = 0; row < suivi_table_get_n_rows (self->tables[2]); row++)
    g_ptr_array_add (self->sdgs, g_strdup_printf ("%s - %s", suivi_table_get (self->tables[2], row, code),
                                                  suivi_table_get (self->tables[2], row, title)));
  self->text = g_string_new (NULL);

  return self;
}

static void
maker_free (Maker *self)
{
  g_rand_free (self->random);
  g_ptr_array_unref (self->themes);
  g_ptr_array_unref (self->groups);
  g_ptr_array_unref (self->sdgs);
  for (guint i = 0; i < G_N_ELEMENTS (self->tables); i++)
    suivi_table_free (self->tables[i]);
  g_free (self->symbol);
  g_string_free (self->text, TRUE);
  g_free (self);
}

/* Goes through all reviews in turn, so that each has one document. */
static void
begin_review (Maker *self)
{
  gsize n_sessions = 0;
  g_autofree guint *sessions = NULL;
  const char *start = NULL;

  do
    {
      g_free (sessions);
      self->state = self->states[self->turn % self->n_states];
      sessions = suivi_sessions_of_state (self->state, &n_sessions);
      self->session = n_sessions > 0 ? sessions[self->turn / self->n_states % n_sessions] : 0;
      self->turn++;
    }
  while (self->session == 0);

  g_assert_true (suivi_session_get_dates (self->session, &start, NULL));
  self->year = g_ascii_strtoull (start, NULL, 10) + 1;
  self->body = "UPR";
  self->symbol = g_strdup_printf ("A/HRC/%u/%u", 100 + self->session, 1000 + self->document);
  self->left = 100 + draw (self, MAX_PER_REVIEW - 100);
}

static void
begin_output (Maker *self)
{
  self->state = self->states[draw (self, self->n_states)];
  self->body = bodies[draw (self, G_N_ELEMENTS (bodies))];
  self->year = 2005 + draw (self, 20);
  self->symbol = g_strdup_printf ("%s/C/%s/CO/%u", self->body, self->state, self->document);
  self->left = 10 + draw (self, MAX_PER_OUTPUT - 10);
}

static void
begin_document (Maker *self, guint n_upr, guint n_records)
{
  self->is_upr = n_upr * 100 <= n_records * UPR_SHARE;
  self->document++;
  self->number = 0;
  g_free (self->symbol);
  if (self->is_upr)
    begin_review (self);
  else
    begin_output (self);
  g_snprintf (self->date, sizeof self->date, "%u-%02u-%02u", self->year, 1 + draw (self, 12),
              1 + draw (self, 28));
  g_snprintf (self->ordinal, sizeof self->ordinal, "%uth Session", self->session);
}

static void
append_word (Maker *self)
{
  guint i = 0;

  if (draw (self, 10) < 7)
    {
      g_string_append (self->text, words[draw (self, G_N_ELEMENTS (words))]);
      return;
    }
  /* The first ones of some 5,000 words are frequent. */
  i = (guint) (5000 * g_rand_double (self->random) * g_rand_double (self->random));
  g_string_append (self->text, syllables[i % 20]);
  g_string_append (self->text, syllables[i / 20 % 20]);
  g_string_append (self->text, syllables[i / 400 + 3]);
}

/* With the number before and the States behind; treaty bodies write at length. */
static void
make_text (Maker *self)
{
  gsize length = self->is_upr ? 250 + draw (self, 250) : 500 + draw (self, 500);

  g_string_truncate (self->text, 0);
  if (self->is_upr)
    g_string_append_printf (self->text, "%u.%u %s", 100 + self->session, ++self->number,
                            verbs[draw (self, G_N_ELEMENTS (verbs))]);
  else
    g_string_append_printf (self->text, "%u.The Committee recommends that the State", ++self->number);
  while (self->text->len < length)
    {
      g_string_append_c (self->text, ' ');
      append_word (self);
    }
  if (draw (self, 10) == 0)
    g_string_append (self->text, " in the child\xE2\x80\x99s interest");
  if (draw (self, 10) == 0)
    g_string_append (self->text, " (ICRMW) without exception");
  for (guint i = 0; self->states_of[i] != NULL; i++)
    g_string_append_printf (self->text, " (%s)", self->states_of[i]);
  g_string_append_c (self->text, self->is_upr ? ';' : '.');
}

static void
draw_tags (Maker *self, GPtrArray *labels, const char **tags, guint min, guint max)
{
  guint n = min + draw (self, max - min + 1);
  guint first = draw (self, labels->len);

  for (guint i = 0; i < n; i++)
    tags[i] = labels->pdata[(first + i * 7) % labels->len];
  tags[n] = NULL;
}

static void
draw_states (Maker *self)
{
  guint n = self->is_upr ? 1 + (draw (self, 4) == 0) + (draw (self, 12) == 0) : 0;
  guint first = draw (self, self->n_states);
  guint count = 0;

  for (guint i = 0; i < n; i++)
    {
      const char *state = self->states[(first + i * 11) % self->n_states];

      if (!g_str_equal (state, self->state))
        self->states_of[count++] = suivi_state_get_name_in (state, "en");
    }
  if (self->is_upr && count == 0)
    self->states_of[count++] = g_str_equal (self->state, "FRA") ? "Togo" : "France";
  self->states_of[count] = NULL;
}

static void
make_record (Maker *self, guint *n_upr, guint n_records)
{
  if (self->left == 0)
    begin_document (self, *n_upr, n_records);
  self->left--;
  *n_upr += self->is_upr;

  g_snprintf (self->id, sizeof self->id, "%08x-%04x-4%03x-8%03x-%012x", g_rand_int (self->random),
              draw (self, 0x10000), draw (self, 0x1000), draw (self, 0x1000), n_records);
  draw_states (self);
  make_text (self);
  draw_tags (self, self->themes, self->themes_of, 1, 5);
  draw_tags (self, self->groups, self->groups_of, 0, 3);
  draw_tags (self, self->sdgs, self->sdgs_of, 1, 4);
  self->position = !self->is_upr ? NULL : draw (self, 4) == 0 ? "Noted" : "Supported";
}

static FILE *
open_output (const char *path)
{
  FILE *file = fopen (path, "w");

  g_assert_nonnull (file);
  setvbuf (file, NULL, _IOFBF, 1024 * 1024);

  return file;
}

/* --- JSON -------------------------------------------------------------------------------------------------
 */

/* No text here needs an escape but the quotation mark. */
static void
write_strings (FILE *file, const char *key, const char *const *strings)
{
  fprintf (file, "\"%s\":[", key);
  for (guint i = 0; strings[i] != NULL; i++)
    fprintf (file, "%s\"%s\"", i > 0 ? "," : "", strings[i]);
  fputs ("],", file);
}

/**
 * make_uhri_json:
 * @path: where to write
 * @n_records: how many records
 *
 * Writes the JSON export, on one line.
 */
void
make_uhri_json (const char *path, guint n_records)
{
  Maker *self = maker_new ();
  FILE *file = open_output (path);
  guint n_upr = 0;

  fputc ('[', file);
  for (guint i = 1; i <= n_records; i++)
    {
      const char *countries[] = { NULL, NULL };

      make_record (self, &n_upr, i);
      countries[0] = suivi_state_get_name_in (self->state, "en");
      fputs (i > 1 ? ",{" : "{", file);
      write_strings (file, "AffectedPersons", self->groups_of);
      fprintf (file, "\"AnnotationId\":\"%s\",\"AnnotationType\":\"- Recommendations\",\"Body\":\"- %s\",",
               self->id, self->body);
      write_strings (file, "Countries", countries);
      fprintf (file,
               "\"DocumentId\":\"00000000-0000-4000-8000-%012u\",\"PublicationDate\":\"%sT00:00:00\","
               "\"PublicationDateOnUhri\":\"2026-03-03T10:53:45.827\",\"Regions\":[\"Imaginary region\"],",
               self->document, self->date);
      write_strings (file, "Sdgs", self->sdgs_of);
      fprintf (file, "\"Symbol\":\"%s\",\"Text\":\"%s\",", self->symbol, self->text->str);
      write_strings (file, "Themes", self->themes_of);
      fputs ("\"UprCycle\":null,", file);
      if (self->is_upr)
        fprintf (file, "\"UprPositions\":[\"%s\"],", self->position);
      else
        fputs ("\"UprPositions\":[],", file);
      write_strings (file, "UprRecommendingCountry", self->states_of);
      fputs ("\"UprRecommendingRegions\":[],", file);
      if (self->is_upr)
        fprintf (file, "\"UprSession\":[\"%s\"]}", self->ordinal);
      else
        fputs ("\"UprSession\":[]}", file);
    }
  fputs ("]", file);
  g_assert_cmpint (fclose (file), ==, 0);
  maker_free (self);
}

/* --- XLSX -------------------------------------------------------------------------------------------------
 */

static void
write_cell (lxw_worksheet *sheet, guint row, guint column, const char *text)
{
  worksheet_write_string (sheet, row, column, text, NULL);
}

static void
write_list (lxw_worksheet *sheet, guint row, guint column, const char *const *strings)
{
  g_autoptr (GString) cell = g_string_new (NULL);

  for (guint i = 0; strings[i] != NULL; i++)
    g_string_append_printf (cell, "%s- %s", i > 0 ? "\n" : "", strings[i]);
  if (cell->len > 0)
    write_cell (sheet, row, column, cell->str);
}

/**
 * make_uhri_xlsx:
 * @path: where to write
 * @n_records: how many records
 *
 * Writes the spreadsheet, with the same records as make_uhri_json().
 */
void
make_uhri_xlsx (const char *path, guint n_records)
{
  static const char *const headers[] = { "Text",
                                         "Countries Concerned",
                                         "Reccomending Body",
                                         "Document Symbol",
                                         "Themes",
                                         "Affected Persons",
                                         "Sdgs",
                                         "Document Publication Date",
                                         "UPR Reccomending States",
                                         "UPR Position",
                                         "Type",
                                         "OHCHR Annotation Id",
                                         "UPR Session",
                                         "Regions Concerned",
                                         "Recommending Regions",
                                         "Date of publication on UHRI" };
  Maker *self = maker_new ();
  lxw_workbook_options options = { .constant_memory = LXW_TRUE };
  lxw_workbook *workbook = workbook_new_opt (path, &options);
  lxw_worksheet *sheet = workbook_add_worksheet (workbook, NULL);
  guint n_upr = 0;

  for (guint i = 0; i < G_N_ELEMENTS (headers); i++)
    write_cell (sheet, 0, i, headers[i]);
  for (guint i = 1; i <= n_records; i++)
    {
      const char *one[] = { NULL, NULL };

      make_record (self, &n_upr, i);
      write_cell (sheet, i, 0, self->text->str);
      one[0] = suivi_state_get_name_in (self->state, "en");
      write_list (sheet, i, 1, one);
      one[0] = self->body;
      write_list (sheet, i, 2, one);
      write_cell (sheet, i, 3, self->symbol);
      write_list (sheet, i, 4, self->themes_of);
      write_list (sheet, i, 5, self->groups_of);
      write_list (sheet, i, 6, self->sdgs_of);
      write_cell (sheet, i, 7, self->date);
      write_list (sheet, i, 8, self->states_of);
      one[0] = self->position;
      write_list (sheet, i, 9, one);
      write_cell (sheet, i, 10, "- Recommendations");
      write_cell (sheet, i, 11, self->id);
      one[0] = self->is_upr ? self->ordinal : NULL;
      write_list (sheet, i, 12, one);
      write_cell (sheet, i, 13, "- Imaginary region");
      worksheet_write_number (sheet, i, 15, 46125.4996282407, NULL);
    }
  g_assert_cmpint (workbook_close (workbook), ==, LXW_NO_ERROR);
  maker_free (self);
}

/* --- CSV --------------------------------------------------------------------------------------------------
 */

static void
write_joined (FILE *file, const char *const *strings)
{
  fputs (",\"", file);
  for (guint i = 0; strings[i] != NULL; i++)
    fprintf (file, "%s%s", i > 0 ? "\n" : "", strings[i]);
  fputc ('"', file);
}

/**
 * make_uhri_csv:
 * @path: where to write
 * @n_records: how many records
 *
 * Writes the same records as plain CSV, as a database would take them.
 */
void
make_uhri_csv (const char *path, guint n_records)
{
  Maker *self = maker_new ();
  FILE *file = open_output (path);
  guint n_upr = 0;

  fputs ("id,body,country,symbol,date,session,position,text,states,themes,groups,sdgs\n", file);
  for (guint i = 1; i <= n_records; i++)
    {
      make_record (self, &n_upr, i);
      fprintf (file, "%s,%s,\"%s\",%s,%s,%s,%s,\"%s\"", self->id, self->body,
               suivi_state_get_name_in (self->state, "en"), self->symbol, self->date,
               self->is_upr ? self->ordinal : "", self->position != NULL ? self->position : "",
               self->text->str);
      write_joined (file, self->states_of);
      write_joined (file, self->themes_of);
      write_joined (file, self->groups_of);
      write_joined (file, self->sdgs_of);
      fputc ('\n', file);
    }
  g_assert_cmpint (fclose (file), ==, 0);
  maker_free (self);
}
