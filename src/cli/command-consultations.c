/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "cli/command.h"
#include "cli/json.h"
#include "cli/table.h"
#include "core/consultation/headcount-table.h"
#include "core/reference/states.h"
#include "core/text/text.h"
#include "store/consultation-store.h"

/* What of a key the table shows. */
#define KEY_SHOWN 8

/**
 * Line:
 * @duty: (nullable): what to do next
 * @participants: how many children took part, as far as that may be told
 * @n_counted: how many statements may be counted
 *
 * What is said of a consultation.
 */
typedef struct
{
  SuiviDuty *duty;
  char *participants;
  guint n_counted;
} Line;

static void
line_clear (Line *self)
{
  g_clear_pointer (&self->duty, suivi_duty_free);
  g_clear_pointer (&self->participants, g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Line, line_clear)

static gboolean
read_line (SuiviStore *store, SuiviConsultationRecord *record, Line *line, GError **error)
{
  g_autoptr (GPtrArray) counted
             = suivi_store_list_statements (store, record->consultation->id, SUIVI_USE_COUNT, error);
  g_autoptr (SuiviHeadcountTable) table = suivi_headcount_table_new (record->headcounts);
  g_autofree char *today = suivi_store_get_today (store);
  SuiviConsultationFacts facts = { NULL };

  if (counted == NULL)
    return FALSE;

  suivi_consultation_record_get_facts (record, &facts);
  line->duty = suivi_consultation_get_duty (&facts, today);
  line->participants = suivi_cell_to_text (&table->total);
  line->n_counted = counted->len;

  return TRUE;
}

static void
add_row (SuiviCliTable *table, SuiviConsultationRecord *record, const Line *line)
{
  const SuiviConsultation *consultation = record->consultation;
  g_autofree char *key = g_strndup (consultation->id, KEY_SHOWN);
  g_autofree char *title = suivi_text_clean (consultation->title);
  /* Translators: how many of the nine requirements for hearing children are met */
  g_autofree char *met
    = g_strdup_printf (_ ("%u of %u"), record->standing->n_met, (guint) SUIVI_N_REQUIREMENTS);
  g_autofree char *statements = g_strdup_printf ("%u", line->n_counted);
  const char *status = suivi_consultation_status_to_label (consultation->status);
  const char *next = line->duty != NULL ? line->duty->text : "";
  const char *const cells[]
    = { consultation->state, key, status, met, line->participants, statements, title, next, NULL };

  suivi_cli_table_add (table, cells);
}

static gboolean
add_to_table (SuiviCliTable *table, SuiviStore *store, SuiviConsultationRecord *record, GError **error)
{
  g_auto (Line) line = { NULL };

  if (!read_line (store, record, &line, error))
    return FALSE;

  add_row (table, record, &line);

  return TRUE;
}

static gboolean
print_table (SuiviStore *store, GPtrArray *records, GError **error)
{
  g_autoptr (SuiviCliTable) table = suivi_cli_table_new (8);
  const char *const titles[]
    = { _ ("State"), _ ("Key"),  _ ("Status"), _ ("Requirements met"), _ ("Children"), _ ("Statements"),
        _ ("Title"), _ ("Next"), NULL };

  if (records->len == 0)
    return TRUE;

  suivi_cli_table_add (table, titles);
  for (guint i = 0; i < records->len; i++)
    {
      if (!add_to_table (table, store, g_ptr_array_index (records, i), error))
        return FALSE;
    }
  suivi_cli_table_print (table);

  return TRUE;
}

static gboolean
add_to_json (SuiviCliJson *json, SuiviStore *store, SuiviConsultationRecord *record, GError **error)
{
  const SuiviConsultation *consultation = record->consultation;
  g_auto (Line) line = { NULL };

  if (!read_line (store, record, &line, error))
    return FALSE;

  suivi_cli_json_begin_object (json);
  suivi_cli_json_add_text (json, "id", consultation->id);
  suivi_cli_json_add_text (json, "title", consultation->title);
  suivi_cli_json_add_text (json, "state", consultation->state);
  suivi_cli_json_add_text (json, "status",
                           suivi_enum_to_nick (SUIVI_TYPE_CONSULTATION_STATUS, consultation->status));
  suivi_cli_json_add_text (json, "begins_on", consultation->begins_on);
  suivi_cli_json_add_text (json, "ends_on", consultation->ends_on);
  suivi_cli_json_add_number (json, "requirements_met", record->standing->n_met);
  suivi_cli_json_add_number (json, "requirements", SUIVI_N_REQUIREMENTS);
  suivi_cli_json_add_text (json, "participants", line.participants);
  suivi_cli_json_add_number (json, "statements", line.n_counted);
  suivi_cli_json_add_text (json, "next", line.duty != NULL ? line.duty->text : NULL);
  suivi_cli_json_add_text (json, "due", line.duty != NULL ? line.duty->due : NULL);
  suivi_cli_json_add_boolean (json, "overdue", line.duty != NULL && line.duty->overdue);
  suivi_cli_json_end_object (json);

  return TRUE;
}

static gboolean
print_json (SuiviStore *store, GPtrArray *records, GError **error)
{
  g_autoptr (SuiviCliJson) json = suivi_cli_json_new ();

  suivi_cli_json_begin_array (json);
  for (guint i = 0; i < records->len; i++)
    {
      if (!add_to_json (json, store, g_ptr_array_index (records, i), error))
        return FALSE;
    }
  suivi_cli_json_end_array (json);

  return TRUE;
}

static SuiviCliStatus
run (const SuiviCliCommand *self, char ***args)
{
  gboolean json = FALSE;
  SuiviCliStatus status = SUIVI_CLI_DONE;
  g_autoptr (SuiviStore) store = suivi_cli_begin (self, args, &json, &status);
  g_autoptr (GPtrArray) records = NULL;
  g_autoptr (GError) error = NULL;

  if (store == NULL)
    return status;

  records = suivi_store_list_consultations (store, NULL, &error);
  if (records == NULL || !(json ? print_json (store, records, &error) : print_table (store, records, &error)))
    return suivi_cli_fail (error);

  return SUIVI_CLI_DONE;
}

const SuiviCliCommand suivi_cli_command_consultations = {
  .name = "consultations",
  .arguments = "FILE",
  .n_arguments = 1,
  .summary = N_ ("List consultations with children, and what each asks for next"),
  .run = run,
};
