/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <sodium.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>

#include "store/seal.h"

struct _SuiviSecret
{
  gatomicrefcount ref_count;
  guint8 *data; /* (owned): sodium_malloc, one NUL byte longer than size */
  gsize size;
};

G_DEFINE_BOXED_TYPE (SuiviSecret, suivi_secret, suivi_secret_ref, suivi_secret_unref)

static GMutex dump_mutex;
static guint n_secrets;             /* (mutex dump_mutex) */
static struct rlimit earlier_limit; /* (mutex dump_mutex): of core dumps, before the first secret */
static int earlier_dumpable;        /* (mutex dump_mutex) */

/* Once: libsodium, and as much lockable memory as the system allows without asking anybody. */
static gpointer
start_cb (gpointer data)
{
  struct rlimit limit = { 0 };

  if (sodium_init () < 0)
    return GINT_TO_POINTER (FALSE);

  if (getrlimit (RLIMIT_MEMLOCK, &limit) == 0 && limit.rlim_cur != limit.rlim_max)
    {
      limit.rlim_cur = limit.rlim_max;
      setrlimit (RLIMIT_MEMLOCK, &limit);
    }

  return GINT_TO_POINTER (TRUE);
}

/* A core dump would write to disk what must never be there, so there is none from the first secret to the last. */
static void
count_secret (void)
{
  g_mutex_lock (&dump_mutex);
  if (n_secrets++ == 0)
    {
      earlier_dumpable = prctl (PR_GET_DUMPABLE, 0, 0, 0, 0);
      prctl (PR_SET_DUMPABLE, 0, 0, 0, 0);
      if (getrlimit (RLIMIT_CORE, &earlier_limit) == 0)
        {
          struct rlimit none = { .rlim_cur = 0, .rlim_max = earlier_limit.rlim_max };

          setrlimit (RLIMIT_CORE, &none);
        }
    }
  g_mutex_unlock (&dump_mutex);
}

static void
uncount_secret (void)
{
  g_mutex_lock (&dump_mutex);
  if (--n_secrets == 0)
    {
      setrlimit (RLIMIT_CORE, &earlier_limit);
      /* 2, "readable by root only", is not for programs to set: then it stays off. */
      if (earlier_dumpable == 1)
        prctl (PR_SET_DUMPABLE, 1, 0, 0, 0);
    }
  g_mutex_unlock (&dump_mutex);
}

/**
 * suivi_secret_new:
 * @size: bytes, may be 0
 * @error: return location
 *
 * Makes room in locked memory, filled with zeros. One more byte, always 0, follows the data.
 *
 * There is no second best: if the system does not let us lock that much (8 MiB for the whole program, as a rule), the
 * answer is an error, for memory that may be swapped out ends on a disk.
 *
 * Returns: (transfer full): the secret; or %NULL with %SUIVI_SEAL_ERROR_NO_MEMORY
 */
SuiviSecret *
suivi_secret_new (gsize size, GError **error)
{
  static GOnce started = G_ONCE_INIT;
  SuiviSecret *self = NULL;
  guint8 *data = NULL;

  g_return_val_if_fail (size < G_MAXSIZE, NULL);

  if (g_once (&started, start_cb, NULL) != NULL)
    data = sodium_malloc (size + 1);
  /* sodium_malloc() locks what it can and does not say whether it could: locking again tells, and costs nothing. */
  if (data != NULL && mlock (data, size + 1) != 0)
    {
      sodium_free (data);
      data = NULL;
    }
  if (data == NULL)
    {
      g_autofree char *needed = g_format_size (size);

      /* Translators: %s is a size like "9.4 MB" */
      g_set_error (
        error, SUIVI_SEAL_ERROR, SUIVI_SEAL_ERROR_NO_MEMORY,
        _ ("What is sealed is opened only in memory that is never written to disk, and this computer "
           "does not give Suivi %s of it. Lock what is open and try again, or ask whoever looks after "
           "the computer to raise the limit for locked memory."),
        needed);
      return NULL;
    }

  memset (data, 0, size + 1);
  self = g_new0 (SuiviSecret, 1);
  g_atomic_ref_count_init (&self->ref_count);
  self->data = data;
  self->size = size;
  count_secret ();

  return self;
}

/**
 * suivi_secret_new_from_text:
 * @text: any text; it stays the caller's, who should wipe it
 * @error: return location
 *
 * Returns: (transfer full): a copy in locked memory, as in suivi_secret_new(); or %NULL
 */
SuiviSecret *
suivi_secret_new_from_text (const char *text, GError **error)
{
  SuiviSecret *self = NULL;
  gsize size = 0;

  g_return_val_if_fail (text != NULL, NULL);

  size = strlen (text);
  self = suivi_secret_new (size, error);
  if (self != NULL)
    memcpy (self->data, text, size);

  return self;
}

/**
 * suivi_secret_ref:
 * @self: a secret
 *
 * Returns: (transfer full): the same one
 */
SuiviSecret *
suivi_secret_ref (SuiviSecret *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);

  return self;
}

/**
 * suivi_secret_unref:
 * @self: (transfer full): a secret
 *
 * Drops a reference. With the last one the bytes are wiped and the memory is unlocked.
 */
void
suivi_secret_unref (SuiviSecret *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  sodium_free (self->data);
  g_free (self);
  uncount_secret ();
}

/**
 * suivi_secret_get_data:
 * @self: a secret
 *
 * Whoever made the secret fills it here, before showing it to anybody; for all others it is to be read.
 *
 * Returns: (transfer none): the bytes; never %NULL
 */
guint8 *
suivi_secret_get_data (SuiviSecret *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->data;
}

/**
 * suivi_secret_get_size:
 * @self: a secret
 *
 * Returns: bytes, without the 0 at the end
 */
gsize
suivi_secret_get_size (SuiviSecret *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->size;
}

/**
 * suivi_secret_get_text:
 * @self: a secret
 *
 * Returns: (transfer none): the bytes, as a string that ends with 0; valid UTF-8 only if what was sealed is
 */
const char *
suivi_secret_get_text (SuiviSecret *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return (const char *) self->data;
}
