/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Exports of UHRI with imaginary records, the same at every run: in number, mix and length like the real ones. */

#define MAKE_UHRI_SEED 20260401

void make_uhri_json (const char *path, guint n_records);
void make_uhri_xlsx (const char *path, guint n_records);
void make_uhri_csv (const char *path, guint n_records);

G_END_DECLS
