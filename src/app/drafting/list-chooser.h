/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define SUIVI_TYPE_LIST_CHOOSER (suivi_list_chooser_get_type ())
G_DECLARE_FINAL_TYPE (SuiviListChooser, suivi_list_chooser, SUIVI, LIST_CHOOSER, AdwWindow)

/* A list of known things to choose one from, by searching. Signal "chosen" (id); the window closes then. */

SuiviListChooser *suivi_list_chooser_new (GtkWindow        *parent,
                                          const char       *title);
void              suivi_list_chooser_add (SuiviListChooser *self,
                                          const char       *id,
                                          const char       *section,
                                          const char       *head,
                                          const char       *text);

G_END_DECLS
