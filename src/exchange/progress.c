/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "exchange/progress.h"

/* Whole numbers can be read and written by several threads at once without a lock; fractions cannot. */
#define STEPS 1000000

struct _SuiviProgress
{
  gint steps;  /* (atomic): 0 to STEPS */
  guint count; /* (atomic) */

  gatomicrefcount ref_count;
};

/**
 * suivi_progress_new:
 *
 * Returns: (transfer full): work that has not begun
 */
SuiviProgress *
suivi_progress_new (void)
{
  SuiviProgress *self = g_new0 (SuiviProgress, 1);

  g_atomic_ref_count_init (&self->ref_count);

  return self;
}

/**
 * suivi_progress_ref:
 *
 * Returns: (transfer full): @self with one more reference
 */
SuiviProgress *
suivi_progress_ref (SuiviProgress *self)
{
  g_atomic_ref_count_inc (&self->ref_count);

  return self;
}

/**
 * suivi_progress_unref:
 * @self: (transfer full): a progress
 */
void
suivi_progress_unref (SuiviProgress *self)
{
  if (g_atomic_ref_count_dec (&self->ref_count))
    g_free (self);
}

/**
 * suivi_progress_set:
 * @self: (nullable): a progress; with %NULL, nobody wants to know
 * @fraction: how much of the work is done, 0 to 1
 * @count: how many things are done, for people
 *
 * To be called by the thread that works.
 */
void
suivi_progress_set (SuiviProgress *self, double fraction, guint count)
{
  if (self == NULL)
    return;

  g_atomic_int_set (&self->steps, (gint) (CLAMP (fraction, 0.0, 1.0) * STEPS));
  g_atomic_int_set (&self->count, count);
}

/**
 * suivi_progress_get_fraction:
 *
 * Returns: how much of the work is done, 0 to 1
 */
double
suivi_progress_get_fraction (SuiviProgress *self)
{
  return (double) g_atomic_int_get (&self->steps) / STEPS;
}

/**
 * suivi_progress_get_count:
 *
 * Returns: how many things are done
 */
guint
suivi_progress_get_count (SuiviProgress *self)
{
  return g_atomic_int_get (&self->count);
}
