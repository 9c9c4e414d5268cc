/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "app/import/import-dialog.h"
#include "test-utils.h"

G_BEGIN_DECLS

/* What the tests of the import window have in common. */

gboolean import_has_dialog (gpointer data);
gboolean import_has_no_dialog (gpointer data);
gboolean import_shows_file (gpointer dialog);
gboolean import_is_ready (gpointer dialog);
gboolean import_shows_plan (gpointer dialog);
gboolean import_shows_error (gpointer dialog);

void import_create_workspace (AppFixture *fixture);
SuiviImportDialog *import_begin (AppFixture *fixture, const char *path);
SuiviImportDialog *import_begin_text (AppFixture *fixture, const char *name, const char *text);
void import_continue (SuiviImportDialog *dialog);
SuiviImportDialog *import_go_to_plan (AppFixture *fixture, const char *path);
void import_apply (SuiviImportDialog *dialog);

void import_check_narrow (SuiviImportDialog *dialog, const char *name);

GtkWidget *import_find_drop_down (GtkWidget *root, const char *header);
GtkWidget *import_find_button (GtkWidget *root, const char *label);
void import_pick_state (SuiviImportDialog *dialog, const char *state);

G_END_DECLS
