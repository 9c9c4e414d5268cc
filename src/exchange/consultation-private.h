/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/consultation/headcount-table.h"
#include "exchange/consultation-documents.h"
#include "exchange/document.h"
#include "store/consultation-store.h"

G_BEGIN_DECLS

/* For consultation-*.c only. */

/* A box to tick. */
#define SUIVI_BOX "☐"

/**
 * SuiviConsultationTheme:
 * @title: (nullable): what children spoke about; %NULL: statements without a theme
 * @n_counted: how many statements are about it
 * @quotes: (element-type SuiviAllowedStatement): those that may be quoted and that have it as their first theme
 * @n_only_counted: how many have it as their first theme and may only be counted
 */
typedef struct
{
  char *title;
  guint n_counted;
  GPtrArray *quotes;
  guint n_only_counted;
} SuiviConsultationTheme;

/**
 * SuiviConsultationTarget:
 * @kind: what it is, translated: "Draft recommendation"
 * @plain: the same, said to children: a sentence
 * @title: how it is called
 * @n_counted: how many statements speak for it
 * @notes: (element-type utf8): in which way, from statements that may be quoted
 *
 * What became of statements: something that they were used for.
 */
typedef struct
{
  char *kind;
  const char *plain;
  char *title;
  guint n_counted;
  GPtrArray *notes;
} SuiviConsultationTarget;

/**
 * SuiviConsultationContent:
 * @record: the consultation
 * @review: (nullable): the review that it is held for
 * @table: the children who took part, in numbers that may be shown
 * @day: (nullable): the latest day that the consultation speaks of, ISO 8601
 * @n_counted: how many statements may be counted
 * @n_used: how many of these were used for something
 * @themes: (element-type SuiviConsultationTheme): what children spoke about, the most frequent first
 * @targets: (element-type SuiviConsultationTarget): what it was used for
 * @left_out: (element-type utf8): why statements that may be quoted were left out
 *
 * What documents of a consultation say, as far as the consent gate allows: the last ones are empty for documents that
 * do not show what children said.
 */
typedef struct
{
  SuiviConsultationRecord *record;
  SuiviReview *review;
  SuiviHeadcountTable *table;
  char *day;
  guint n_counted;
  guint n_used;
  GPtrArray *themes;
  GPtrArray *targets;
  GPtrArray *left_out;
} SuiviConsultationContent;

/* What there is to say: consultation-content.c, consultation-statements.c */
SuiviConsultationContent *suivi_consultation_content_new (SuiviStore *store,
                                                          const char *consultation_id,
                                                          gboolean with_statements,
                                                          GError **error);
void suivi_consultation_content_free (SuiviConsultationContent *self);
gboolean suivi_consultation_content_read_statements (SuiviConsultationContent *self,
                                                     SuiviStore *store,
                                                     GError **error);

/* The words for it: consultation-words.c */
char *suivi_consultation_day_text (const char *day);
char *suivi_consultation_days_text (const SuiviConsultation *consultation);
char *suivi_consultation_source_text (SuiviConsultationContent *self, const SuiviStatement *statement);
char *suivi_consultation_quote_text (const SuiviStatement *statement);
char *suivi_consultation_count_text (guint n_statements);
const char *suivi_consultation_theme_text (const SuiviConsultationTheme *theme);
void suivi_consultation_add_or_line (SuiviDocument *document, const char *label, const char *text);
void suivi_consultation_add_lines (SuiviDocument *document, guint n);

/* The documents */
SuiviDocument *suivi_consultation_make_checklist (SuiviConsultationContent *content);
SuiviDocument *suivi_consultation_make_consent_sheets (SuiviConsultationContent *content);
SuiviDocument *suivi_consultation_make_information_sheet (SuiviConsultationContent *content);
SuiviDocument *suivi_consultation_make_letter (SuiviConsultationContent *content);
SuiviDocument *suivi_consultation_make_report (SuiviConsultationContent *content);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SuiviConsultationContent, suivi_consultation_content_free)

G_END_DECLS
