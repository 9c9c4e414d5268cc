/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/application.h"

int
main (int argc, char *argv[])
{
  g_autoptr (SuiviApplication) application = NULL;

  suivi_application_init_i18n ();
  application = suivi_application_new ();
  return g_application_run (G_APPLICATION (application), argc, argv);
}
