/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The sessions of the UPR Working Group and who was reviewed when: data/reference/sessions.tsv, reviews.tsv. */

gboolean     suivi_session_get_dates     (guint        session,
                                          const char **start,
                                          const char **end);
guint        suivi_session_find          (const char  *state,
                                          guint        cycle);
gboolean     suivi_session_was_reviewed  (const char  *state,
                                          guint        session);
guint       *suivi_sessions_of_state     (const char  *state,
                                          gsize       *n_sessions);

G_END_DECLS
