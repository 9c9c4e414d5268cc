/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/review/review.h"
#include "store/store.h"

G_BEGIN_DECLS

/**
 * SuiviCliStatus:
 * @SUIVI_CLI_DONE: done
 * @SUIVI_CLI_FAILED: failed; a sentence is on standard error and nothing was changed
 * @SUIVI_CLI_USAGE: wrong usage
 * @SUIVI_CLI_FAULTS: the plan of an import has faults and nothing was written
 *
 * Exit statuses. Scripts rely on them: never change them.
 */
typedef enum
{
  SUIVI_CLI_DONE = 0,
  SUIVI_CLI_FAILED = 1,
  SUIVI_CLI_USAGE = 2,
  SUIVI_CLI_FAULTS = 3,
} SuiviCliStatus;

typedef struct _SuiviCliCommand SuiviCliCommand;

/**
 * SuiviCliCommand:
 * @name: first word on the command line
 * @arguments: what follows it, for the help
 * @n_arguments: how many of those there must be
 * @n_optional: how many more there may be
 * @summary: one line, marked for translation
 * @run: does it; `args[0]` is the name of the command, the rest still holds the options
 */
struct _SuiviCliCommand
{
  const char *name;
  const char *arguments;
  guint n_arguments;
  guint n_optional;
  const char *summary;
  SuiviCliStatus (*run) (const SuiviCliCommand *self, char ***args);
};

extern const SuiviCliCommand suivi_cli_command_new;
extern const SuiviCliCommand suivi_cli_command_import;
extern const SuiviCliCommand suivi_cli_command_imports;
extern const SuiviCliCommand suivi_cli_command_reviews;
extern const SuiviCliCommand suivi_cli_command_list;
extern const SuiviCliCommand suivi_cli_command_count;
extern const SuiviCliCommand suivi_cli_command_assess;
extern const SuiviCliCommand suivi_cli_command_scorecard;
extern const SuiviCliCommand suivi_cli_command_drafts;
extern const SuiviCliCommand suivi_cli_command_export_drafts;
extern const SuiviCliCommand suivi_cli_command_clusters;
extern const SuiviCliCommand suivi_cli_command_consultations;
extern const SuiviCliCommand suivi_cli_command_report;
extern const SuiviCliCommand suivi_cli_command_list_filled;
extern const SuiviCliCommand suivi_cli_command_editions;
extern const SuiviCliCommand suivi_cli_command_freeze;
extern const SuiviCliCommand suivi_cli_command_evidence;
extern const SuiviCliCommand suivi_cli_command_add_evidence;
extern const SuiviCliCommand suivi_cli_command_plain;
extern const SuiviCliCommand suivi_cli_command_contribution;
extern const SuiviCliCommand suivi_cli_command_institution;
extern const SuiviCliCommand suivi_cli_command_organisations;
extern const SuiviCliCommand suivi_cli_command_history;
extern const SuiviCliCommand suivi_cli_command_undo;
extern const SuiviCliCommand suivi_cli_command_redo;
extern const SuiviCliCommand suivi_cli_command_check;
extern const SuiviCliCommand suivi_cli_command_lint;

gboolean        suivi_cli_parse         (const SuiviCliCommand *command,
                                         char                ***args,
                                         const GOptionEntry    *options,
                                         const GOptionEntry    *filter_options);
SuiviCliStatus  suivi_cli_wrong_usage   (const SuiviCliCommand *command,
                                         const char            *format,
                                         ...) G_GNUC_PRINTF (2, 3);
SuiviCliStatus  suivi_cli_fail          (const GError          *error);
void            suivi_cli_say           (const char            *format,
                                         ...) G_GNUC_PRINTF (1, 2);
void            suivi_cli_print         (const char            *format,
                                         ...) G_GNUC_PRINTF (1, 2);

gboolean        suivi_cli_check_text    (const SuiviCliCommand *command,
                                         const char            *option,
                                         const char            *value);
gboolean        suivi_cli_check_texts   (const SuiviCliCommand *command,
                                         const char            *option,
                                         char                 **values);
char          **suivi_cli_clean_texts   (char                 **values);
void            suivi_cli_set           (char                 **field,
                                         const char            *value);
gboolean        suivi_cli_parse_nick    (const SuiviCliCommand *command,
                                         const char            *option,
                                         GType                  type,
                                         const char            *nick,
                                         const char            *choices,
                                         int                   *value);
gboolean        suivi_cli_parse_review  (const SuiviCliCommand *command,
                                         const char            *token,
                                         char                 **state,
                                         guint                 *session);
gboolean        suivi_cli_check_states  (const SuiviCliCommand *command,
                                         char                 **codes);
gboolean        suivi_cli_choose_paper  (const SuiviCliCommand *command,
                                         const char            *value);
gboolean        suivi_cli_parse_date    (const SuiviCliCommand *command,
                                         const char            *option,
                                         const char            *value);

SuiviStore     *suivi_cli_open          (const char            *path,
                                         const char            *author,
                                         GError               **error);
SuiviStore     *suivi_cli_begin         (const SuiviCliCommand *command,
                                         char                ***args,
                                         gboolean              *json,
                                         SuiviCliStatus        *status);
SuiviReview    *suivi_cli_find_review   (SuiviStore            *store,
                                         const char            *state,
                                         guint                  session,
                                         GError               **error);
void            suivi_cli_set_author    (SuiviStore            *store,
                                         const char            *author);

G_END_DECLS
