/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "exchange/drafts.h"
#include "store/transaction.h"

G_BEGIN_DECLS

/**
 * DraftsFixture:
 * @folder: a folder of its own
 * @store: a workspace in it
 * @full: a draft of Slovenia that has everything, on birth registration
 * @long_one: a draft of the same issue that fills more than a page
 * @empty: a draft of another issue of Slovenia that has no wording
 * @foreign: a draft of another State, in a language that wordings cannot be judged in
 *
 * A workspace with drafts of every kind.
 */
typedef struct
{
  char *folder;
  SuiviStore *store;
  SuiviDraft *full;
  SuiviDraft *long_one;
  SuiviDraft *empty;
  SuiviDraft *foreign;
} DraftsFixture;

#define DRAFTS_TEXT \
  "Amend the Civil Registration Act by 31 December 2028 so that every birth is registered free of charge."
#define DRAFTS_FRENCH \
  "Modifier la loi sur l'état civil d'ici au 31 décembre 2028 ; chaque naissance est enregistrée."
#define DRAFTS_ARABIC  "تعديل قانون السجل المدني قبل 31 ديسمبر 2028 لتسجيل كل مولود مجانا."
#define DRAFTS_SWAHILI "@SUM(A1) Jenga shule moja katika kila wilaya."
#define DRAFTS_TITLE   "=HYPERLINK(\"http://example.org\") & <b>fees</b>"

void drafts_fixture_set_up (DraftsFixture *self, gconstpointer data);
void drafts_fixture_tear_down (DraftsFixture *self, gconstpointer data);
char *drafts_fixture_write (DraftsFixture *self, const char *name, SuiviDraft *first, SuiviDraft *second);

G_END_DECLS
