/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <stdarg.h>
#include <sys/stat.h>

#include "store/database.h"
#include "store/file-locks.h"

/*
 * The locks that SQLite takes belong to the process: they are gone as soon as anything else in it opens and closes the
 * file, and a file chooser that guesses types does just that with every file of a folder. Another program would then
 * take itself for the only one and remove the write-ahead log under our feet. Locks of the open file description do the
 * same for other programs and cannot be lost that way. Where a file system does not know them, SQLite's own are taken.
 *
 * SQLite counts on the process in one more way: where two connections have a file open (two windows), whichever is first
 * takes the lock and whichever is last lets go of it. So all connections to a file take their locks through one
 * descriptor, here.
 */

/* SQLite locks bytes from here on in the file itself; those of the shared memory beside it lie far below. */
#define FIRST_LOCK_BYTE 0x40000000

typedef struct
{
  dev_t device;
  ino_t number;
  int descriptor; /* (owned): shares its locks with the connection that was first, and outlives it */
} LockedFile;

static GMutex mutex;
static GArray *locked_files; /* of LockedFile: one or two, as workspaces are open */

/* Returns: (nullable): among the files that are locked */
static LockedFile *
find_locked (int descriptor, struct stat *identity)
{
  if (fstat (descriptor, identity) != 0)
    return NULL;

  for (guint i = 0; i < locked_files->len; i++)
    {
      LockedFile *file = &g_array_index (locked_files, LockedFile, i);

      if (file->device == identity->st_dev && file->number == identity->st_ino)
        return file;
    }

  return NULL;
}

static int
lock_file (int descriptor, int command, struct flock *lock)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&mutex);
  struct stat identity = { 0 };
  LockedFile *file = find_locked (descriptor, &identity);
  LockedFile added = { .device = identity.st_dev, .number = identity.st_ino, .descriptor = -1 };
  gboolean whole = lock->l_start == 0 && lock->l_len == 0;
  int result = fcntl (file != NULL ? file->descriptor : descriptor, command, lock);

  if (command != F_OFD_SETLK || result < 0)
    return result;

  if (lock->l_type == F_UNLCK && whole && file != NULL)
    {
      g_close (file->descriptor, NULL);
      g_array_remove_index_fast (locked_files, file - &g_array_index (locked_files, LockedFile, 0));
    }
  else if (lock->l_type != F_UNLCK && file == NULL)
    {
      added.descriptor = fcntl (descriptor, F_DUPFD_CLOEXEC, 0);
      if (added.descriptor >= 0)
        g_array_append_val (locked_files, added);
    }

  return result;
}

static int
lock_description (int descriptor, int command, ...)
{
  struct flock lock = { 0 };
  void *argument = NULL;
  int result = 0;
  va_list arguments;

  va_start (arguments, command);
  argument = va_arg (arguments, void *);
  va_end (arguments);

  if (command != F_SETLK && command != F_GETLK)
    return fcntl (descriptor, command, argument);

  lock = *(struct flock *) argument;
  lock.l_pid = 0;
  command = command == F_SETLK ? F_OFD_SETLK : F_OFD_GETLK;
  if (lock.l_start >= FIRST_LOCK_BYTE || (lock.l_start == 0 && lock.l_len == 0))
    result = lock_file (descriptor, command, &lock);
  else
    result = fcntl (descriptor, command, &lock);
  if (result < 0 && errno == EINVAL)
    return fcntl (descriptor, command == F_OFD_SETLK ? F_SETLK : F_GETLK, argument);
  if (command == F_OFD_GETLK)
    *(struct flock *) argument = lock;

  return result;
}

/**
 * suivi_file_locks_install:
 *
 * Has SQLite take its locks in a way that nothing else in the process can undo. To be called once, before the first
 * connection is opened.
 */
void
suivi_file_locks_install (void)
{
  sqlite3_vfs *vfs = sqlite3_vfs_find ("unix");

  locked_files = g_array_new (FALSE, FALSE, sizeof (LockedFile));
  if (vfs != NULL && vfs->iVersion >= 3)
    vfs->xSetSystemCall (vfs, "fcntl", (sqlite3_syscall_ptr) lock_description);
}
