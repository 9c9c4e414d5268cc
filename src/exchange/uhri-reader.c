/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "core/text/text.h"
#include "exchange/uhri-labels.h"
#include "exchange/uhri-reader.h"
#include "exchange/uhri-review.h"
#include "exchange/uhri-text.h"

/* What a fault shows of a cell, in characters. */
#define MAX_FAULT_VALUE 200

/* Symbols and keys are short; what is longer is something else. */
#define MAX_SYMBOL 200

/* Documents that are remembered: UHRI has some 5,000. */
#define MAX_DOCUMENTS 10000
#define MAX_KEY       2000

/* Records that are no recommendations, by the beginning of their text. */
static const char *const left_out[] = { "Response of", "Annex", "Not indexed" };

struct _SuiviUhriReader
{
  SuiviImportPlan *plan;
  SuiviUhriLabels *labels;
  GHashTable *documents;              /* what tells one document from others (char) → SuiviUhriReview */
  GString *key;                       /* of the document, for looking it up */
  GPtrArray *list;                    /* const char, while a list is read */
  char *headers[SUIVI_N_UHRI_FIELDS]; /* (nullable): as the file writes them */
  guint n_records;
  guint n_left_out[G_N_ELEMENTS (left_out)];

  /* The record that is being read. */
  SuiviUhriRecord *record;
  SuiviPlanRow *row;
};

/**
 * suivi_uhri_reader_new:
 * @plan: where the rows go
 *
 * Returns: (transfer full): a reader
 */
SuiviUhriReader *
suivi_uhri_reader_new (SuiviImportPlan *plan)
{
  SuiviUhriReader *self = g_new0 (SuiviUhriReader, 1);

  self->plan = g_object_ref (plan);
  self->labels = suivi_uhri_labels_new ();
  self->documents
    = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) suivi_uhri_review_free);
  self->key = g_string_new (NULL);
  self->list = g_ptr_array_new ();

  return self;
}

/**
 * suivi_uhri_reader_free:
 * @self: (nullable) (transfer full): a reader
 */
void
suivi_uhri_reader_free (SuiviUhriReader *self)
{
  if (self == NULL)
    return;

  g_object_unref (self->plan);
  suivi_uhri_labels_free (self->labels);
  g_hash_table_unref (self->documents);
  g_string_free (self->key, TRUE);
  g_ptr_array_unref (self->list);
  for (guint i = 0; i < SUIVI_N_UHRI_FIELDS; i++)
    g_free (self->headers[i]);
  g_free (self);
}

/**
 * suivi_uhri_reader_set_header:
 * @header: how the file calls the field, for faults
 */
void
suivi_uhri_reader_set_header (SuiviUhriReader *self, SuiviUhriField field, const char *header)
{
  g_free (self->headers[field]);
  self->headers[field] = suivi_text_clean (header);
}

/* --- faults -----------------------------------------------------------------------------------------------
 */

static char *
shorten (const char *value)
{
  const char *end = g_utf8_offset_to_pointer (value, g_utf8_strlen (value, 4 * MAX_FAULT_VALUE));
  g_autofree char *start = g_strndup (value, end - value);
  g_autofree char *cleaned = suivi_text_clean (start);
  g_autofree char *cut = NULL;

  if (*end == '\0' && g_utf8_strlen (cleaned, -1) <= MAX_FAULT_VALUE)
    return g_steal_pointer (&cleaned);

  cut = g_utf8_substring (cleaned, 0, MIN (g_utf8_strlen (cleaned, -1), MAX_FAULT_VALUE - 1));

  return g_strconcat (cut, "…", NULL);
}

static void
add_fault (SuiviUhriReader *self,
           SuiviFaultKind kind,
           SuiviUhriField field,
           const char *value,
           const char *reason)
{
  g_autofree char *shown = shorten (value);

  suivi_plan_row_add_fault (self->row, kind, self->headers[field], shown, reason);
}

static void
check_limits (SuiviUhriReader *self)
{
  SuiviUhriFields damaged = suivi_uhri_record_get_damaged (self->record);

  for (guint i = 0; damaged != 0 && i < SUIVI_N_UHRI_FIELDS; i++)
    {
      if ((damaged & SUIVI_UHRI_FIELD_BIT (i)) != 0)
        add_fault (self, SUIVI_FAULT_DAMAGED_CELL, i, suivi_uhri_record_get (self->record, i),
                   _ ("This is far longer than anything that UHRI has, so it was not read whole. Shorten it, "
                      "or leave the "
                      "record out."));
    }
}

/* --- small cells ------------------------------------------------------------------------------------------
 */

/* The next line of a cell, which is cut there; NULL at the end. */
static char *
cut_line (char **cursor)
{
  char *line = *cursor;
  char *end = NULL;

  if (line == NULL || *line == '\0')
    return NULL;

  end = strchr (line, '\n');
  if (end != NULL)
    *end++ = '\0';
  *cursor = end;

  return line;
}

/* A cell that holds one short word: a symbol, a key. NULL if there is none, or if it is too long to be one. */
static char *
read_word (SuiviUhriReader *self, SuiviUhriField field)
{
  const char *cell = suivi_uhri_record_get (self->record, field);
  gsize length = strcspn (cell, "\n");
  g_autofree char *line = NULL;

  if (length == 0 || length > MAX_SYMBOL)
    return NULL;
  line = g_strndup (cell, length);

  return suivi_uhri_text_clean_lines (line);
}

/* The first number of a cell, "48th Session"; 0 if there is none that could be a session or a cycle. */
static guint
read_ordinal (SuiviUhriReader *self, SuiviUhriField field)
{
  const char *cell = suivi_uhri_record_get (self->record, field);
  const char *digits = cell + strcspn (cell, "0123456789");
  gsize n_digits = strspn (digits, "0123456789");

  return n_digits > 0 && n_digits <= 3 ? g_ascii_strtoull (digits, NULL, 10) : 0;
}

/* Excel counts days from the last but one day of 1899, as it believes that there was a 29 February 1900. */
static gboolean
read_serial (const char *cell, GDate *date)
{
  char *end = NULL;
  double days = g_ascii_strtod (cell, &end);

  if (*end != '\0' || strspn (cell, "0123456789.") != strlen (cell) || !(days >= 1 && days < 1e6))
    return FALSE;

  g_date_set_dmy (date, 30, G_DATE_DECEMBER, 1899);
  g_date_add_days (date, (guint) days);

  return TRUE;
}

/* Whether it is "2025-03-24" or "2025-03-24T00:00:00". */
static gboolean
read_iso_date (const char *cell)
{
  static const char form[] = "dddd-dd-dd";

  for (gsize i = 0; form[i] != '\0'; i++)
    {
      if (form[i] == 'd' ? !g_ascii_isdigit (cell[i]) : cell[i] != form[i])
        return FALSE;
    }
  if (g_ascii_isdigit (cell[strlen (form)]))
    return FALSE;

  return g_date_valid_dmy (atoi (cell + 8), atoi (cell + 5), atoi (cell));
}

static char *
read_date (SuiviUhriReader *self)
{
  g_autofree char *cell = read_word (self, SUIVI_UHRI_DATE);
  GDate date = { 0 };

  if (cell == NULL)
    return NULL;
  if (read_iso_date (cell))
    return g_strndup (cell, 10);
  if (!read_serial (cell, &date))
    {
      add_fault (self, SUIVI_FAULT_BAD_DATE, SUIVI_UHRI_DATE, cell,
                 _ ("This is no date. Write it as 2025-03-24, empty the cell, or leave the record out."));
      return NULL;
    }

  return g_strdup_printf ("%04u-%02u-%02u", g_date_get_year (&date), g_date_get_month (&date),
                          g_date_get_day (&date));
}

static char *
read_key (SuiviUhriReader *self)
{
  g_autofree char *word = read_word (self, SUIVI_UHRI_ID);

  return word != NULL ? g_ascii_strdown (word, -1) : NULL;
}

/* --- lists ------------------------------------------------------------------------------------------------
 */

static char **
list_to_strv (GPtrArray *list)
{
  char **strv = g_new (char *, list->len + 1);

  for (guint i = 0; i < list->len; i++)
    strv[i] = g_strdup (list->pdata[i]);
  strv[list->len] = NULL;

  return strv;
}

/* The tags of one kind, each once. */
static char **
read_tags (SuiviUhriReader *self, SuiviUhriField field, SuiviTagKind kind, gboolean *child_focused)
{
  char *cursor = suivi_uhri_record_get (self->record, field);
  char *line = NULL;

  g_ptr_array_set_size (self->list, 0);
  while ((line = cut_line (&cursor)) != NULL)
    {
      SuiviUhriTag *tag = suivi_uhri_labels_find_tag (self->labels, kind, line);

      if (*tag->label == '\0' || *tag->mark == self->n_records)
        continue;
      *tag->mark = self->n_records;
      *child_focused |= tag->child_focused;
      g_ptr_array_add (self->list, tag->label);
    }

  return list_to_strv (self->list);
}

/* Leaves the recommending States of the column in self->list, each once, NULL-terminated. */
static void
read_states (SuiviUhriReader *self, SuiviUhriField field)
{
  char *cursor = suivi_uhri_record_get (self->record, field);
  char *line = NULL;

  g_ptr_array_set_size (self->list, 0);
  while ((line = cut_line (&cursor)) != NULL)
    {
      const char *state = suivi_uhri_labels_find_state (self->labels, line);

      if (state == NULL)
        add_fault (self, SUIVI_FAULT_UNKNOWN_STATE, field, line,
                   _ ("No State of this name is known. Say which State it is, correct the name in the file, "
                      "or leave the "
                      "row out."));
      /* Interned: the same State is the same pointer. */
      else if (!g_ptr_array_find (self->list, state, NULL))
        g_ptr_array_add (self->list, (gpointer) state);
    }
  g_ptr_array_add (self->list, NULL);
}

static SuiviPlanFields
read_all_tags (SuiviUhriReader *self, SuiviRecommendation *recommendation)
{
  SuiviUhriFields spoken = suivi_uhri_record_get_fields (self->record);
  SuiviPlanFields fields = 0;

  if ((spoken & SUIVI_UHRI_FIELD_BIT (SUIVI_UHRI_THEMES)) != 0)
    {
      g_strfreev (recommendation->themes);
      recommendation->themes
        = read_tags (self, SUIVI_UHRI_THEMES, SUIVI_TAG_THEMES, &recommendation->child_focused);
      fields
        |= SUIVI_PLAN_FIELD_BIT (SUIVI_PLAN_FIELD_THEMES) | SUIVI_PLAN_FIELD_BIT (SUIVI_PLAN_FIELD_CHILDREN);
    }
  if ((spoken & SUIVI_UHRI_FIELD_BIT (SUIVI_UHRI_GROUPS)) != 0)
    {
      g_strfreev (recommendation->groups);
      recommendation->groups
        = read_tags (self, SUIVI_UHRI_GROUPS, SUIVI_TAG_GROUPS, &recommendation->child_focused);
      fields
        |= SUIVI_PLAN_FIELD_BIT (SUIVI_PLAN_FIELD_GROUPS) | SUIVI_PLAN_FIELD_BIT (SUIVI_PLAN_FIELD_CHILDREN);
    }
  if ((spoken & SUIVI_UHRI_FIELD_BIT (SUIVI_UHRI_SDGS)) != 0)
    {
      g_strfreev (recommendation->sdgs);
      recommendation->sdgs
        = read_tags (self, SUIVI_UHRI_SDGS, SUIVI_TAG_SDGS, &recommendation->child_focused);
      fields |= SUIVI_PLAN_FIELD_BIT (SUIVI_PLAN_FIELD_SDGS);
    }

  return fields;
}

/* --- the document -----------------------------------------------------------------------------------------
 */

/* Which review, or which States, the document is about; records of one document are many. */
static SuiviUhriReview *
find_document (SuiviUhriReader *self, SuiviRecommendation *recommendation, gboolean is_upr, gboolean *to_free)
{
  const char *countries = suivi_uhri_record_get (self->record, SUIVI_UHRI_COUNTRIES);
  const char *symbol = recommendation->symbol != NULL ? recommendation->symbol : "";
  guint session = is_upr ? read_ordinal (self, SUIVI_UHRI_SESSION) : 0;
  guint cycle = is_upr ? read_ordinal (self, SUIVI_UHRI_CYCLE) : 0;
  SuiviUhriReview *document = NULL;

  /* Numbers are characters of the key, never 0. */
  g_string_truncate (self->key, 0);
  g_string_append_unichar (self->key, 1 + session);
  g_string_append_unichar (self->key, 1 + cycle);
  g_string_append (self->key, is_upr ? "UPR\n" : "\n");
  g_string_append (self->key, symbol);
  g_string_append_c (self->key, '\n');
  if (is_upr && recommendation->date != NULL)
    g_string_append (self->key, recommendation->date);
  g_string_append_c (self->key, '\n');
  g_string_append (self->key, countries);

  document = g_hash_table_lookup (self->documents, self->key->str);
  *to_free = FALSE;
  if (document != NULL)
    return document;

  if (is_upr)
    document = suivi_uhri_review_find (self->labels, countries, symbol, session, cycle, recommendation->date);
  else
    document = suivi_uhri_review_find_output (self->labels, countries, symbol);
  *to_free = self->key->len > MAX_KEY;
  if (!*to_free)
    {
      if (g_hash_table_size (self->documents) >= MAX_DOCUMENTS)
        g_hash_table_remove_all (self->documents);
      g_hash_table_insert (self->documents, g_strdup (self->key->str), document);
    }

  return document;
}

static void
check_review (SuiviUhriReader *self, const SuiviUhriReview *document)
{
  const char *countries = suivi_uhri_record_get (self->record, SUIVI_UHRI_COUNTRIES);
  const char *session = suivi_uhri_record_get (self->record, SUIVI_UHRI_SESSION);

  if (document->state == NULL)
    add_fault (self, SUIVI_FAULT_NO_REVIEW, SUIVI_UHRI_COUNTRIES, countries,
               _ ("It cannot be told which State was under review. Name one State that was reviewed in this "
                  "session, or leave the record out."));
  else if (document->session == 0)
    add_fault (
      self, SUIVI_FAULT_NO_REVIEW, SUIVI_UHRI_SESSION, session,
      _ ("It cannot be told in which session the State was reviewed. Write the session, such as “48th "
         "session”, or leave the record out."));
}

static void
check_concerned (SuiviUhriReader *self, const SuiviUhriReview *document)
{
  for (gsize i = 0; document->unknown[i] != NULL; i++)
    add_fault (
      self, SUIVI_FAULT_UNKNOWN_STATE, SUIVI_UHRI_COUNTRIES, document->unknown[i],
      _ ("No State of this name is known. Say which State it is, correct the name in the file, or leave the "
         "row out."));
  if (document->states[0] == NULL)
    add_fault (
      self, SUIVI_FAULT_NO_REVIEW, SUIVI_UHRI_COUNTRIES,
      suivi_uhri_record_get (self->record, SUIVI_UHRI_COUNTRIES),
      _ ("The record does not say which State it is about. Name the State, or leave the record out."));
}

/* --- records of the UPR -----------------------------------------------------------------------------------
 */

/* An answer, unless the cell says nothing of it: then what the workspace knows stays. */
static SuiviPlanFields
read_position (SuiviUhriReader *self, SuiviRecommendation *recommendation)
{
  const char *cell = suivi_uhri_record_get (self->record, SUIVI_UHRI_POSITION);
  g_autofree char *word = NULL;

  recommendation->position = SUIVI_POSITION_PENDING;
  if (*cell == '\0')
    return 0;

  word = suivi_uhri_text_clean_lines (cell);
  g_strdelimit (word, "\n", '/');
  recommendation->position_word = g_steal_pointer (&word);
  /* The type of the record slipped into some cells. */
  if (g_ascii_strcasecmp (cell, "Concerns/Observations") == 0
      || g_ascii_strcasecmp (cell, "Recommendations") == 0)
    return 0;
  if (!suivi_uhri_labels_find_position (self->labels, cell, &recommendation->position))
    add_fault (
      self, SUIVI_FAULT_UNKNOWN_POSITION, SUIVI_UHRI_POSITION, cell,
      _ ("This position is not known. Write Supported, Noted, Supported/Noted or Pending, or leave the row "
         "out."));

  return SUIVI_PLAN_FIELD_BIT (SUIVI_PLAN_FIELD_POSITION);
}

static void
check_states (SuiviUhriReader *self, SuiviRecommendationText *text, gboolean has_unknown)
{
  SuiviUhriField field
    = suivi_uhri_record_has (self->record, SUIVI_UHRI_STATES) ? SUIVI_UHRI_STATES : SUIVI_UHRI_TEXT;

  for (gsize i = 0; text->unknown[i] != NULL; i++)
    add_fault (
      self, SUIVI_FAULT_UNKNOWN_STATE, field, text->unknown[i],
      _ ("No State of this name is known. Say which State it is, correct the name in the file, or leave the "
         "row out."));

  if (text->own_name != NULL)
    add_fault (
      self, SUIVI_FAULT_UNKNOWN_STATE, field, text->own_name,
      _ ("The State under review stands among the recommending States. Say which State it should be, correct "
         "the file, or leave the row out."));
  else if (text->states[0] == NULL && text->unknown[0] == NULL && !has_unknown && *text->text != '\0')
    add_fault (
      self, SUIVI_FAULT_NO_STATE, field, text->last_bracket != NULL ? text->last_bracket : text->original,
      _ ("No recommending State was found. Write it in brackets behind the text, or leave the row out."));
}

static SuiviPlanFields
read_recommendation (SuiviUhriReader *self, SuiviRecommendation *recommendation, const char *reviewed)
{
  const char *cell = suivi_uhri_record_get (self->record, SUIVI_UHRI_TEXT);
  SuiviPlanFields fields
    = SUIVI_PLAN_FIELD_BIT (SUIVI_PLAN_FIELD_TEXT) | SUIVI_PLAN_FIELD_BIT (SUIVI_PLAN_FIELD_STATES);
  g_autoptr (SuiviRecommendationText) text = NULL;
  gboolean has_states = suivi_uhri_record_has (self->record, SUIVI_UHRI_STATES);

  read_states (self, SUIVI_UHRI_STATES);
  text = suivi_uhri_text_parse (self->labels, cell, reviewed, (const char *const *) self->list->pdata);
  if (text == NULL)
    {
      recommendation->number = g_strdup ("");
      recommendation->text = shorten (cell);
      add_fault (self, SUIVI_FAULT_DAMAGED_CELL, SUIVI_UHRI_TEXT, cell,
                 _ ("The text has more names in brackets than there are States, so it is no recommendation. "
                    "Correct it, or leave the record out."));
      return fields;
    }

  if (text->number != NULL)
    fields |= SUIVI_PLAN_FIELD_BIT (SUIVI_PLAN_FIELD_NUMBER);
  check_states (self, text, has_states && self->list->len == 1);
  for (guint i = 0; i < text->asks->len; i++)
    {
      const SuiviAsk *ask = text->asks->pdata[i];

      suivi_plan_row_add_part (self->row, ask->text, (const char *const *) ask->states);
    }
  recommendation->number = text->number != NULL ? g_steal_pointer (&text->number) : g_strdup ("");
  recommendation->text = g_steal_pointer (&text->text);
  recommendation->original = g_steal_pointer (&text->original);
  recommendation->position_source = g_steal_pointer (&text->position_source);
  g_strfreev (recommendation->states);
  recommendation->states = g_steal_pointer (&text->states);

  return fields;
}

static SuiviPlanFields
read_upr (SuiviUhriReader *self, SuiviRecommendation *recommendation)
{
  gboolean to_free = FALSE;
  SuiviUhriReview *document = find_document (self, recommendation, TRUE, &to_free);
  SuiviPlanFields fields = 0;

  check_review (self, document);
  if (document->state != NULL && document->session > 0)
    suivi_plan_row_set_review (self->row, document->state, document->session);
  fields = read_recommendation (self, recommendation, document->state);
  fields |= read_position (self, recommendation);
  if (to_free)
    suivi_uhri_review_free (document);

  return fields;
}

/* --- records of other mechanisms --------------------------------------------------------------------------
 */

static SuiviPlanFields
read_output (SuiviUhriReader *self, SuiviRecommendation *recommendation)
{
  const char *cell = suivi_uhri_record_get (self->record, SUIVI_UHRI_TEXT);
  gboolean to_free = FALSE;
  SuiviUhriReview *document = find_document (self, recommendation, FALSE, &to_free);
  SuiviPlanFields fields = SUIVI_PLAN_FIELD_BIT (SUIVI_PLAN_FIELD_TEXT);

  check_concerned (self, document);
  if (document->states[0] != NULL)
    suivi_plan_row_set_review (self->row, document->states[0], 0);
  g_strfreev (recommendation->concerned);
  recommendation->concerned = g_strdupv (document->states);
  recommendation->text
    = suivi_uhri_text_parse_output (cell, &recommendation->original, &recommendation->number);
  recommendation->position = SUIVI_POSITION_NONE;
  if (*recommendation->number != '\0')
    fields |= SUIVI_PLAN_FIELD_BIT (SUIVI_PLAN_FIELD_NUMBER);
  if (to_free)
    suivi_uhri_review_free (document);

  return fields;
}

/* --- any record -------------------------------------------------------------------------------------------
 */

/* Whose symbols begin so: data/reference and the United Nations' rules for symbols of documents. */
static const char *
guess_body (const char *symbol)
{
  static const struct
  {
    const char *prefix;
    const char *mechanism;
  } bodies[] = {
    { "CRC/C/OPAC/", "CRC-OP-AC" },
    { "CRC/C/OPSC/", "CRC-OP-SC" },
    { "CRC/C/", "CRC" },
    { "CEDAW/C/", "CEDAW" },
    { "CCPR/C/", "CCPR" },
    { "E/C.12/", "CESCR" },
    { "CERD/C/", "CERD" },
    { "CAT/C/", "CAT" },
    { "CAT/OP/", "SPT" },
    { "CRPD/C/", "CRPD" },
    { "CMW/C/", "CMW" },
    { "CED/C/", "CED" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (bodies); i++)
    {
      if (g_str_has_prefix (symbol, bodies[i].prefix))
        return bodies[i].mechanism;
    }

  return "";
}

/* Who speaks. Where the record does not say it, its other cells may. */
static char *
read_mechanism (SuiviUhriReader *self, const char *symbol)
{
  g_autofree char *body = read_word (self, SUIVI_UHRI_BODY);

  if (body != NULL)
    return g_strdup (suivi_uhri_labels_find_body (self->labels, body));
  if (suivi_uhri_record_has (self->record, SUIVI_UHRI_SESSION)
      || suivi_uhri_record_has (self->record, SUIVI_UHRI_STATES)
      || (symbol != NULL && suivi_uhri_review_has_report (symbol)))
    return g_strdup ("UPR");

  return g_strdup (symbol != NULL ? guess_body (symbol) : "");
}

/* Whether the record is no recommendation at all; it is counted then. */
static gboolean
leave_out (SuiviUhriReader *self)
{
  const char *text = suivi_uhri_record_get (self->record, SUIVI_UHRI_TEXT);

  for (gsize i = 0; i < G_N_ELEMENTS (left_out); i++)
    {
      gsize length = strlen (left_out[i]);

      if (g_ascii_strncasecmp (text, left_out[i], length) == 0
          && !g_unichar_isalpha (g_utf8_get_char (text + length)))
        {
          self->n_left_out[i]++;
          return TRUE;
        }
    }

  return FALSE;
}

/**
 * suivi_uhri_reader_take_record:
 * @record: a record; its cells are used up
 *
 * Makes a row of it: a recommendation of the UPR, or an output of another mechanism. A record in which no field is
 * known counts for nothing.
 */
void
suivi_uhri_reader_take_record (SuiviUhriReader *self, SuiviUhriRecord *record)
{
  SuiviRecommendation *recommendation = NULL;
  SuiviPlanFields fields = 0;

  if (suivi_uhri_record_get_fields (record) == 0)
    return;
  self->record = record;
  self->n_records++;
  if (leave_out (self))
    return;

  suivi_uhri_labels_trim (self->labels);
  recommendation = suivi_recommendation_new ();
  self->row = suivi_plan_row_new (recommendation, suivi_uhri_record_get_row (record));
  recommendation->source_key = read_key (self);
  recommendation->symbol = read_word (self, SUIVI_UHRI_SYMBOL);
  recommendation->date = read_date (self);
  g_free (recommendation->mechanism);
  recommendation->mechanism = read_mechanism (self, recommendation->symbol);
  if (*recommendation->mechanism == '\0')
    add_fault (
      self, SUIVI_FAULT_BAD_VALUE, SUIVI_UHRI_BODY, "",
      _ ("The record does not say which body made it. Name the body, such as UPR or CRC, or leave the "
         "record out."));

  if (g_str_equal (recommendation->mechanism, "UPR"))
    fields = read_upr (self, recommendation);
  else
    fields = read_output (self, recommendation);
  fields |= read_all_tags (self, recommendation);
  if (*recommendation->text == '\0')
    add_fault (self, SUIVI_FAULT_NO_TEXT, SUIVI_UHRI_TEXT, suivi_uhri_record_get (record, SUIVI_UHRI_TEXT),
               _ ("The record has no text. Write it, or leave the record out."));
  check_limits (self);
  suivi_plan_row_set_fields (self->row, fields);

  suivi_recommendation_unref (recommendation);
  suivi_import_plan_take_row (self->plan, g_steal_pointer (&self->row));
}

/**
 * suivi_uhri_reader_finish:
 *
 * To be called behind the last record: tells the plan how many there were, and what was left out.
 */
void
suivi_uhri_reader_finish (SuiviUhriReader *self)
{
  suivi_import_plan_set_n_rows (self->plan, self->n_records);
  for (gsize i = 0; i < G_N_ELEMENTS (left_out); i++)
    {
      g_autofree char *note = NULL;

      if (self->n_left_out[i] == 0)
        continue;
      /* Translators: %s is the beginning of the text in the file, such as "Annex" */
      note = g_strdup_printf (
        ngettext ("%u record begins with “%s”: it is no recommendation and is left out.",
                  "%u records begin with “%s”: they are no recommendations and are left out.",
                  self->n_left_out[i]),
        self->n_left_out[i], left_out[i]);
      suivi_import_plan_add_note (self->plan, note);
    }
}
