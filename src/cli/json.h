/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * SuiviCliJson:
 *
 * Writes one JSON document to standard output, piece by piece, and a line end after it. Always UTF-8.
 */
typedef struct _SuiviCliJson SuiviCliJson;

SuiviCliJson *suivi_cli_json_new          (void);
void          suivi_cli_json_free         (SuiviCliJson       *self);

void          suivi_cli_json_begin_object (SuiviCliJson       *self);
void          suivi_cli_json_end_object   (SuiviCliJson       *self);
void          suivi_cli_json_begin_array  (SuiviCliJson       *self);
void          suivi_cli_json_end_array    (SuiviCliJson       *self);
void          suivi_cli_json_text         (SuiviCliJson       *self,
                                           const char         *value);
void          suivi_cli_json_number       (SuiviCliJson       *self,
                                           gint64              value);

void          suivi_cli_json_add_text     (SuiviCliJson       *self,
                                           const char         *key,
                                           const char         *value);
void          suivi_cli_json_add_list     (SuiviCliJson       *self,
                                           const char         *key,
                                           const char * const *values);
void          suivi_cli_json_add_number   (SuiviCliJson       *self,
                                           const char         *key,
                                           gint64              value);
void          suivi_cli_json_add_boolean  (SuiviCliJson       *self,
                                           const char         *key,
                                           gboolean            value);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SuiviCliJson, suivi_cli_json_free)

G_END_DECLS
