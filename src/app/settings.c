/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/settings.h"

#include <glib/gi18n-lib.h>

#include "core/text/text.h"
#include "exchange/paper.h"

/**
 * suivi_settings_get_default:
 *
 * The settings of the person who works here. They belong to the main thread.
 *
 * Returns: (transfer none): always the same object
 */
GSettings *
suivi_settings_get_default (void)
{
  static GSettings *settings = NULL;

  if (settings == NULL)
    settings = g_settings_new (SUIVI_APPLICATION_ID);
  return settings;
}

/* Spaces around a name are slips of the keyboard; nobody wants them under a grade. */
static char *
dup_stripped (const char *key)
{
  return g_strstrip (g_settings_get_string (suivi_settings_get_default (), key));
}

/**
 * suivi_settings_dup_user_name:
 *
 * Returns: (transfer full): the name that stands under grades and in the history; "" if nobody gave one
 */
char *
suivi_settings_dup_user_name (void)
{
  return dup_stripped ("user-name");
}

/**
 * suivi_settings_dup_organisation:
 *
 * Returns: (transfer full): the organisation that grades; "" if nobody gave one
 */
char *
suivi_settings_dup_organisation (void)
{
  return dup_stripped ("organisation");
}

/**
 * suivi_settings_dup_author:
 *
 * Returns: (transfer full): name and organisation, as a scorecard shows its author; "" if there is no name
 */
char *
suivi_settings_dup_author (void)
{
  g_autofree char *name = suivi_settings_dup_user_name ();
  g_autofree char *organisation = suivi_settings_dup_organisation ();

  if (name[0] == '\0' || organisation[0] == '\0')
    return g_steal_pointer (&name);

  /* Translators: the author of a scorecard: the name of a person, then the organisation */
  return g_strdup_printf (_ ("%s, %s"), name, organisation);
}

/**
 * suivi_settings_ensure_user_name:
 *
 * A grade needs a name. At the first start it is the one that the computer knows, if it knows one worth
 * showing: GLib says "Unknown" for nobody, and the account of the administrator is no person.
 */
void
suivi_settings_ensure_user_name (void)
{
  GSettings *settings = suivi_settings_get_default ();
  g_autoptr (GVariant) set_by_user = g_settings_get_user_value (settings, "user-name");
  const char *real_name = g_get_real_name ();

  if (set_by_user != NULL || suivi_text_is_blank (real_name) || g_strcmp0 (real_name, "Unknown") == 0
      || g_strcmp0 (real_name, "root") == 0)
    return;

  g_settings_set_string (settings, "user-name", real_name);
}

/**
 * suivi_settings_remember_user_name:
 * @name: what somebody wrote under a grade
 *
 * Nobody should have to type the own name under every grade: the first one is kept, unless there is one already.
 */
void
suivi_settings_remember_user_name (const char *name)
{
  g_autofree char *known = suivi_settings_dup_user_name ();

  if (known[0] == '\0')
    g_settings_set_string (suivi_settings_get_default (), "user-name", name);
}

/**
 * suivi_settings_remember_organisation:
 * @organisation: for whom somebody graded
 *
 * As suivi_settings_remember_user_name().
 */
void
suivi_settings_remember_organisation (const char *organisation)
{
  g_autofree char *known = suivi_settings_dup_organisation ();

  if (known[0] == '\0')
    g_settings_set_string (suivi_settings_get_default (), "organisation", organisation);
}

static void
paper_changed_cb (GSettings *settings, const char *key, gpointer user_data)
{
  g_autofree char *paper = g_settings_get_string (settings, key);

  suivi_paper_choose (paper);
}

/**
 * suivi_settings_follow_paper:
 *
 * Lets all that is written be for the paper that the person has chosen, now and whenever that changes. To be called once.
 */
void
suivi_settings_follow_paper (void)
{
  GSettings *settings = suivi_settings_get_default ();

  g_signal_connect (settings, "changed::paper", G_CALLBACK (paper_changed_cb), NULL);
  paper_changed_cb (settings, "paper", NULL);
}
