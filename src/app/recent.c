/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/recent.h"

#include "app/settings.h"

/* More than a screen of them is not "recent" any more. */
#define MAX_RECENT 8

static void
change_recent (GFile *file, gboolean add)
{
  GSettings *settings = suivi_settings_get_default ();
  g_autofree char *uri = g_file_get_uri (file);
  g_auto (GStrv) before = g_settings_get_strv (settings, "recent-workspaces");
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) after = NULL;
  guint n = 0;

  if (add)
    {
      g_strv_builder_add (builder, uri);
      n++;
    }
  for (gsize i = 0; before[i] != NULL && n < MAX_RECENT; i++)
    {
      if (g_str_equal (before[i], uri))
        continue;
      g_strv_builder_add (builder, before[i]);
      n++;
    }

  after = g_strv_builder_end (builder);
  g_settings_set_strv (settings, "recent-workspaces", (const char *const *) after);
}

/**
 * suivi_recent_add:
 * @file: a workspace that was opened
 *
 * Puts @file on top of the recent workspaces, of which eight are kept. Only our own settings know them: what
 * a children's rights organisation works on is nobody else's business.
 */
void
suivi_recent_add (GFile *file)
{
  g_return_if_fail (G_IS_FILE (file));

  change_recent (file, TRUE);
}

/**
 * suivi_recent_remove:
 * @file: a workspace
 *
 * Takes @file off the recent workspaces; the file itself stays.
 */
void
suivi_recent_remove (GFile *file)
{
  g_return_if_fail (G_IS_FILE (file));

  change_recent (file, FALSE);
}
