/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "core/drafting/analysis.h"

G_BEGIN_DECLS

/**
 * SuiviHintPlace:
 * @hint: (unowned): a hint of the analysis that is shown
 * @start: where its words begin; moves with the text
 * @end: where they end
 *
 * Words of a text that a hint is about.
 */
typedef struct
{
  const SuiviHint *hint;
  GtkTextMark *start;
  GtkTextMark *end;
} SuiviHintPlace;

/**
 * SuiviHintPlaces:
 *
 * The words in a buffer that hints are about, underlined in a style for each criterion.
 */
typedef struct _SuiviHintPlaces SuiviHintPlaces;

SuiviHintPlaces *suivi_hint_places_new            (GtkTextBuffer         *buffer);
void             suivi_hint_places_free           (SuiviHintPlaces       *self);
void             suivi_hint_places_set            (SuiviHintPlaces       *self,
                                                   SuiviAnalysis         *analysis,
                                                   GPtrArray             *hints);
void             suivi_hint_places_set_color      (SuiviHintPlaces       *self,
                                                   const GdkRGBA         *color);
guint            suivi_hint_places_count          (SuiviHintPlaces       *self);
SuiviHintPlace  *suivi_hint_places_index          (SuiviHintPlaces       *self,
                                                   guint                  index);
void             suivi_hint_places_get            (SuiviHintPlaces       *self,
                                                   SuiviHintPlace        *place,
                                                   GtkTextIter           *start,
                                                   GtkTextIter           *end);
SuiviHintPlace  *suivi_hint_places_find           (SuiviHintPlaces       *self,
                                                   const SuiviHint       *hint);
SuiviHintPlace  *suivi_hint_places_find_at        (SuiviHintPlaces       *self,
                                                   const GtkTextIter     *iter);
SuiviHintPlace  *suivi_hint_places_find_at_cursor (SuiviHintPlaces       *self);
SuiviHintPlace  *suivi_hint_places_find_next      (SuiviHintPlaces       *self,
                                                   const SuiviHint       *shown,
                                                   gboolean               forward);
PangoUnderline   suivi_criterion_get_underline    (SuiviCriterion         criterion);

G_END_DECLS
