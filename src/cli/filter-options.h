/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cli/command.h"
#include "store/filter.h"
#include "store/scorecard-store.h"

G_BEGIN_DECLS

#define SUIVI_CLI_N_FILTER_OPTIONS 14

/**
 * SuiviCliFilterOptions:
 *
 * What stands on the command line about the recommendations that are meant.
 */
typedef struct
{
  char **search;
  char **positions;
  char **themes;
  char **groups;
  char **states;
  char **lights;
  char **reviews;
  char **mechanisms;
  char **cycles;
  char **categories;
  char **issues;
  char **clusters;
  char **institutions;
  gboolean child_focused;

  /*< private >*/
  GOptionEntry entries[SUIVI_CLI_N_FILTER_OPTIONS + 1];
} SuiviCliFilterOptions;

const GOptionEntry *suivi_cli_filter_options_init      (SuiviCliFilterOptions *self);
void                suivi_cli_filter_options_clear     (SuiviCliFilterOptions *self);
gboolean            suivi_cli_filter_options_check     (SuiviCliFilterOptions *self,
                                                        const SuiviCliCommand *command);
SuiviFilter        *suivi_cli_filter_options_to_filter (SuiviCliFilterOptions *self,
                                                        SuiviStore            *store,
                                                        GError               **error);
SuiviFilter        *suivi_cli_filter_options_to_edition_filter (SuiviCliFilterOptions *self,
                                                        SuiviStore            *store,
                                                        const SuiviEdition    *edition,
                                                        GError               **error);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (SuiviCliFilterOptions, suivi_cli_filter_options_clear)

G_END_DECLS
