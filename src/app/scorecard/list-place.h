/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "store/workspace.h"

G_BEGIN_DECLS

/*
 * Where the official list lies that recommendations were imported from. A workspace keeps the name and the checksum of
 * the file, never its place: that is nobody's business but of who imported it. Only our own settings know the place, and
 * only of official lists of the United Nations, which are public. A file that was moved or changed since is not the one.
 */

void  suivi_list_place_remember     (const char          *sha256,
                                     const char          *path);
void  suivi_list_place_find_async   (SuiviWorkspace      *workspace,
                                     const char          *review_id,
                                     GCancellable        *cancellable,
                                     GAsyncReadyCallback  callback,
                                     gpointer             user_data);
char *suivi_list_place_find_finish  (SuiviWorkspace      *workspace,
                                     GAsyncResult        *result,
                                     GError             **error);
void  suivi_list_place_learn        (SuiviWorkspace      *workspace,
                                     const char          *path);

G_END_DECLS
