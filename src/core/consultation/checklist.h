/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define SUIVI_N_REQUIREMENTS 9

/**
 * SuiviRequirement:
 * @letter: "a" to "i"
 * @title: a word or two, translated: "Transparent and informative"
 * @text: what it asks, translated
 *
 * One of the nine requirements for hearing children. Committee on the Rights of the Child, general comment 12 (2009),
 * para 134 (a)-(i), in our own words.
 */
typedef struct
{
  const char *letter;
  const char *title;
  const char *text;
} SuiviRequirement;

/**
 * SuiviChecklistItem:
 * @id: "a1"
 * @requirement: letter of the requirement
 * @text: a sentence that can be answered yes or no, translated
 * @asks: what evidence is asked for, translated: "the file", "the date"; may be ""
 * @must: whether a consultation may not be ready without it
 * @after: whether it can only be answered once children were heard (it then does not keep a consultation from being
 *   ready, but from being closed)
 *
 * An item of the checklist that comes with Suivi.
 */
typedef struct
{
  const char *id;
  const char *requirement;
  const char *text;
  const char *asks;
  gboolean must;
  gboolean after;
} SuiviChecklistItem;

const SuiviRequirement   *suivi_checklist_get_requirement    (guint       i);
guint                     suivi_checklist_get_latest_edition (void);
guint                     suivi_checklist_get_n_items        (guint       edition);
const SuiviChecklistItem *suivi_checklist_get_item           (guint       edition,
                                                              guint       i);
const SuiviChecklistItem *suivi_checklist_find               (guint       edition,
                                                              const char *id);

G_END_DECLS
