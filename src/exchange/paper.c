/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The paper of a country is like its language: one for all that a program writes, unless somebody chooses otherwise. */

#include "config.h"

#include <langinfo.h>

#include "exchange/paper.h"

/* Millimetres: letter paper is the only common one of this height. */
#define LETTER_HEIGHT 279

static const char *const names[] = { SUIVI_PAPER_NAME_A4, SUIVI_PAPER_NAME_LETTER, SUIVI_PAPER_NAME_LOCALE };

/* Place of the chosen name in @names + 1; 0: none was chosen. Documents are written on threads. */
static int chosen;

/* What the locale writes on, LC_PAPER; glibc gives the number itself in place of a pointer to a text. */
static SuiviPaper
get_locale_paper (void)
{
#ifdef __GLIBC__
  if (GPOINTER_TO_UINT (nl_langinfo (_NL_PAPER_HEIGHT)) == LETTER_HEIGHT)
    return SUIVI_PAPER_LETTER;
#endif
  return SUIVI_PAPER_A4;
}

/**
 * suivi_paper_choose:
 * @name: one of the names in paper.h
 *
 * All that is written from now on is for this paper, whoever writes it.
 *
 * Returns: whether @name is one; else nothing changes
 */
gboolean
suivi_paper_choose (const char *name)
{
  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      if (g_strcmp0 (name, names[i]) == 0)
        {
          g_atomic_int_set (&chosen, i + 1);
          return TRUE;
        }
    }

  return FALSE;
}

/**
 * suivi_paper_get:
 *
 * Returns: the paper that was chosen, or else that of the locale
 */
SuiviPaper
suivi_paper_get (void)
{
  const int choice = g_atomic_int_get (&chosen) - 1;

  return choice == SUIVI_PAPER_A4 || choice == SUIVI_PAPER_LETTER ? (SuiviPaper) choice : get_locale_paper ();
}
