/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <sodium.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <unistd.h>

#include "tests/store/seal-fixture.h"

static void
test_secret (void)
{
  g_autoptr (GError) error = NULL;
  SuiviSecret *empty = new_secret ("");
  SuiviSecret *secret = NULL;
  char text[] = "Aïda";

  secret = suivi_secret_new_from_text (text, &error);
  g_assert_no_error (error);
  sodium_memzero (text, sizeof text);
  g_assert_true (suivi_secret_ref (secret) == secret);
  suivi_secret_unref (secret);
  g_assert_cmpstr (suivi_secret_get_text (secret), ==, "Aïda");
  g_assert_cmpuint (suivi_secret_get_size (secret), ==, 5);
  assert_secret (empty, "", 0);
  suivi_secret_unref (secret);
  suivi_secret_unref (empty);

  secret = suivi_secret_new (100, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < 100; i++)
    g_assert_cmpuint (suivi_secret_get_data (secret)[i], ==, 0);
  suivi_secret_unref (secret);
}

static gpointer
use_secrets_cb (gpointer data)
{
  for (guint i = 0; i < 200; i++)
    {
      g_autoptr (SuiviSecret) mine = new_secret ("mine");
      g_autoptr (SuiviSecret) shared = suivi_secret_ref (data);

      g_assert_cmpstr (suivi_secret_get_text (shared), ==, "shared");
      g_assert_cmpint (prctl (PR_GET_DUMPABLE, 0, 0, 0, 0), ==, 0);
    }

  return NULL;
}

/* While there is a secret, in whatever thread, there is no core dump; afterwards all is as it was. */
static void
test_core_dump (void)
{
  g_autoptr (SuiviSecret) first = NULL;
  struct rlimit before = { 0 };
  struct rlimit now = { 0 };
  GThread *threads[4] = { NULL };

  g_assert_cmpint (getrlimit (RLIMIT_CORE, &before), ==, 0);
  before.rlim_cur = before.rlim_max;
  g_assert_cmpint (setrlimit (RLIMIT_CORE, &before), ==, 0);
  g_assert_cmpint (prctl (PR_SET_DUMPABLE, 1, 0, 0, 0), ==, 0);

  first = new_secret ("shared");
  g_assert_cmpint (getrlimit (RLIMIT_CORE, &now), ==, 0);
  g_assert_cmpuint (now.rlim_cur, ==, 0);
  g_assert_cmpuint (now.rlim_max, ==, before.rlim_max);
  g_assert_cmpint (prctl (PR_GET_DUMPABLE, 0, 0, 0, 0), ==, 0);

  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new ("secrets", use_secrets_cb, first);
  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    g_thread_join (threads[i]);
  g_assert_cmpint (prctl (PR_GET_DUMPABLE, 0, 0, 0, 0), ==, 0);

  g_clear_pointer (&first, suivi_secret_unref);
  g_assert_cmpint (getrlimit (RLIMIT_CORE, &now), ==, 0);
  g_assert_cmpuint (now.rlim_cur, ==, before.rlim_cur);
  g_assert_cmpint (prctl (PR_GET_DUMPABLE, 0, 0, 0, 0), ==, 1);
}

static void
test_no_memory (void)
{
#if defined(__SANITIZE_ADDRESS__)
  g_test_skip ("the sanitizer does not lock memory");
#else
  if (g_test_subprocess ())
    {
      struct rlimit limit = { .rlim_cur = 256 * 1024, .rlim_max = 256 * 1024 };
      g_autoptr (SuiviSecret) key = NULL;
      g_autoptr (SuiviSecret) passphrase = NULL;
      g_autoptr (GError) error = NULL;

      /* What root may lock has no limit. */
      if (geteuid () == 0)
        g_assert_cmpint (setuid (65534), ==, 0);
      g_assert_cmpint (setrlimit (RLIMIT_MEMLOCK, &limit), ==, 0);
      g_assert_null (suivi_secret_new (300 * 1024, &error));
      g_assert_error (error, SUIVI_SEAL_ERROR, SUIVI_SEAL_ERROR_NO_MEMORY);
      g_clear_error (&error);

      /* What did not work leaves nothing locked. */
      key = suivi_secret_new (SUIVI_SEAL_KEY_SIZE, &error);
      g_assert_no_error (error);
      passphrase = new_secret ("lamp river stone");

      limit.rlim_cur = limit.rlim_max = 200 * 1024 * 1024;
      g_assert_cmpint (setrlimit (RLIMIT_AS, &limit), ==, 0);
      g_assert_null (suivi_seal_wrap (key, passphrase, &error));
      g_assert_error (error, SUIVI_SEAL_ERROR, SUIVI_SEAL_ERROR_NO_MEMORY);
      return;
    }

  g_test_trap_subprocess (NULL, 0, 0);
  g_test_trap_assert_passed ();
#endif
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/store/secret/bytes", test_secret);
  g_test_add_func ("/store/secret/core-dump", test_core_dump);
  g_test_add_func ("/store/secret/no-memory", test_no_memory);

  return g_test_run ();
}
