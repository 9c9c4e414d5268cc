/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "core/record.h"

G_BEGIN_DECLS

/* Widgets that hold a field of a record. Values are texts, whatever the field holds: "3" for the fourth choice. */

typedef enum
{
  SUIVI_FIELD_KIND_EDITABLE,
  SUIVI_FIELD_KIND_DATE,
  SUIVI_FIELD_KIND_NUMBER,
  SUIVI_FIELD_KIND_TEXT_VIEW,
  SUIVI_FIELD_KIND_SPIN,
  SUIVI_FIELD_KIND_DROP_DOWN,
  SUIVI_FIELD_KIND_COMBO_ROW,
  SUIVI_FIELD_KIND_CHECK,
  SUIVI_FIELD_KIND_SWITCH,
} SuiviFieldKind;

SuiviFieldKind suivi_field_widget_find_kind    (const SuiviField *field,
                                                GtkWidget        *widget);
char          *suivi_field_widget_read         (SuiviFieldKind    kind,
                                                GtkWidget        *widget);
void           suivi_field_widget_write        (SuiviFieldKind    kind,
                                                GtkWidget        *widget,
                                                const char       *value);
void           suivi_field_widget_set_writable (SuiviFieldKind    kind,
                                                GtkWidget        *widget,
                                                gboolean          writable);
gboolean       suivi_field_widget_can_be_wrong (SuiviFieldKind    kind);
void           suivi_field_widget_set_wrong    (SuiviFieldKind    kind,
                                                GtkWidget        *widget,
                                                gboolean          wrong);

G_END_DECLS
