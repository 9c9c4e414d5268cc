/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include "exchange/plan-spool.h"

static guint64
add_text (SuiviPlanSpool *spool, const char *text)
{
  return suivi_plan_spool_add (spool, (const guint8 *) text, strlen (text));
}

static void
assert_text (SuiviPlanSpool *spool, guint64 offset, const char *text)
{
  gsize size = 0;
  const guint8 *data = suivi_plan_spool_read (spool, offset, &size);

  g_assert_nonnull (data);
  g_assert_cmpmem (data, size, text, strlen (text));
}

static void
test_memory (void)
{
  g_autoptr (SuiviPlanSpool) spool = suivi_plan_spool_new ();
  guint64 first = add_text (spool, "first");
  guint64 empty = add_text (spool, "");
  guint64 last = add_text (spool, "the last one");
  gsize size = 0;

  assert_text (spool, last, "the last one");
  assert_text (spool, first, "first");
  assert_text (spool, empty, "");
  g_assert_false (suivi_plan_spool_is_file (spool));
  g_assert_true (suivi_plan_spool_check (spool, NULL));

  suivi_plan_spool_clear (spool);
  g_assert_null (suivi_plan_spool_read (spool, first, &size));
  first = add_text (spool, "anew");
  assert_text (spool, first, "anew");
}

/* The record with that number: 100 to 4,195 bytes, so that many lie across the blocks that are read. */
static char *
make_record (guint i)
{
  gsize length = 100 + (i * 37) % 4096;
  char *text = g_strnfill (length, 'a' + i % 26);
  g_autofree char *number = g_strdup_printf ("%u:", i);

  memcpy (text, number, strlen (number));

  return text;
}

/* 20,000 records have about 43 MB. */
static void
test_file (void)
{
  g_autoptr (SuiviPlanSpool) spool = suivi_plan_spool_new ();
  g_autofree guint64 *offsets = g_new (guint64, 20000);
  g_autofree char *big = g_strnfill (1000 * 1000, 'x');
  guint64 big_offset = 0;

  for (guint i = 0; i < 20000; i++)
    {
      g_autofree char *record = make_record (i);

      offsets[i] = add_text (spool, record);
      if (i == 10)
        g_assert_false (suivi_plan_spool_is_file (spool));
    }
  g_assert_true (suivi_plan_spool_is_file (spool));

  /* In order, backwards in steps, and one that is longer than a block. */
  for (guint i = 0; i < 20000; i++)
    {
      g_autofree char *record = make_record (i);

      assert_text (spool, offsets[i], record);
    }
  for (guint i = 0; i < 20000; i++)
    {
      guint n = 19999 - (i * 7919) % 20000;
      g_autofree char *record = make_record (n);

      assert_text (spool, offsets[n], record);
    }
  big_offset = add_text (spool, big);
  assert_text (spool, big_offset, big);
  offsets[0] = add_text (spool, "after it");
  assert_text (spool, big_offset, big);
  assert_text (spool, offsets[0], "after it");
  g_assert_true (suivi_plan_spool_check (spool, NULL));

  suivi_plan_spool_clear (spool);
  g_assert_false (suivi_plan_spool_is_file (spool));
  offsets[0] = add_text (spool, "small again");
  assert_text (spool, offsets[0], "small again");
}

/* Nowhere to put the file: said once, at the end, and nothing is made up. */
static void
test_no_room (void)
{
  g_autofree char *block = g_strnfill (1024 * 1024, 'x');

  if (g_test_subprocess ())
    {
      g_autoptr (SuiviPlanSpool) spool = suivi_plan_spool_new ();
      g_autoptr (GError) error = NULL;
      gsize size = 0;

      for (guint i = 0; i < 20; i++)
        add_text (spool, block);
      g_assert_null (suivi_plan_spool_read (spool, 0, &size));
      g_assert_false (suivi_plan_spool_check (spool, &error));
      g_assert_nonnull (strstr (error->message, "temporary file"));
      return;
    }

  g_setenv ("TMPDIR", "/nonexistent/folder", TRUE);
  g_test_trap_subprocess (NULL, 0, 0);
  g_unsetenv ("TMPDIR");
  g_test_trap_assert_passed ();
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/exchange/plan-spool/memory", test_memory);
  g_test_add_func ("/exchange/plan-spool/file", test_file);
  g_test_add_func ("/exchange/plan-spool/no-room", test_no_room);

  return g_test_run ();
}
