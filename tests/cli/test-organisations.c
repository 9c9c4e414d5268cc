/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Whose grades they are: said when they are given, listed, and put right. */

#include "config.h"

#include <string.h>

#include "workspace.h"

#define GRADE "|--law|done|--policy|done|--practice|done|--reason|Seen|--source|Register|--by|A. Analyst"

static const char table[] = "No.,Recommendation,From,Position\n"
                            "1,Plant trees along the roads,France,Noted\n"
                            "2,Build bridges,Togo,Supported\n";

static void
fill (Workspace *workspace)
{
  g_autofree char *path = workspace_write (workspace, "list.csv", table, -1);
  g_autoptr (Result) imported
             = run_cli ("import", workspace->file, path, "--review", "SVN:48", "--map",
                        "No.=number,Recommendation=text,From=states,Position=position", NULL);

  assert_status (imported, 0);
}

static void
assert_refused (Workspace *workspace, const char *line, int status, const char *part)
{
  g_autoptr (Result) result = workspace_run (workspace, line);

  assert_status (result, status);
  g_assert_nonnull (strstr (result->err, part));
}

/* A grade says whose it is; the environment can say so for all. */
static void
test_needed (Workspace *workspace, gconstpointer data)
{
  fill (workspace);
  assert_refused (workspace, "assess|1" GRADE, 2, "Say whose grade it is");
  assert_refused (workspace, "assess|1" GRADE "|--organisation| ", 2, "SUIVI_ORGANISATION");
  assert_tells (workspace, "organisations", "");
  assert_tells (workspace, "assess|1" GRADE "|--agreed-by|Union of Wells", "1: ● Implemented\n");
  assert_tells (workspace, "assess|1" GRADE "|--organisation|Law Clinic", "1: ● Implemented\n");
  g_setenv ("SUIVI_ORGANISATION", "House", TRUE);
  assert_tells (workspace, "assess|2" GRADE, "2: ● Implemented\n");
  assert_tells (workspace, "contribution|2|--what|Gave saplings", "");
  g_unsetenv ("SUIVI_ORGANISATION");
  assert_tells (workspace, "organisations|--json",
                "[{\"name\":\"House\",\"judgements\":1,\"agreements\":0,\"contributions\":1},"
                "{\"name\":\"Law Clinic\",\"judgements\":1,\"agreements\":0,\"contributions\":0},"
                "{\"name\":\"Union of Wells\",\"judgements\":0,\"agreements\":1,\"contributions\":0}]\n");
}

static void
test_rename (Workspace *workspace, gconstpointer data)
{
  fill (workspace);
  assert_tells (workspace, "assess|1" GRADE "|--organisation|Law Clinic", "1: ● Implemented\n");
  assert_tells (workspace, "contribution|1|--what|Gave saplings", "");
  assert_tells (workspace, "organisations",
                "Organisation            Judgements  Agreements  Contributions\n"
                "Organisation not named  0           0           1\n"
                "Law Clinic              1           0           0\n");
  assert_tells (workspace, "organisations|--rename||--to|law clinic", "");
  assert_tells (workspace, "organisations|--rename|LAW clinic|--to|Street Law", "");
  assert_tells (workspace, "organisations",
                "Organisation  Judgements  Agreements  Contributions\n"
                "Street Law    1           0           1\n");
  assert_tells (workspace, "undo", "Undone: Rename the organisation LAW clinic\n");
  assert_tells (workspace, "undo", "Undone: Say of which organisation judgements are\n");

  assert_refused (workspace, "organisations|--rename|Law Clinic", 2, "belong together");
  assert_refused (workspace, "organisations|--to|Law Clinic", 2, "belong together");
  assert_refused (workspace, "organisations|--rename|Law Clinic|--to| ", 1, "the name is empty");
  assert_refused (workspace, "organisations|--rename|Nobody|--to|House", 1, "Nobody");
}

/* Evidence goes to the grade of the organisation that one works for, not to that of another. */
static void
test_evidence (Workspace *workspace, gconstpointer data)
{
  static const char line[] = "add-evidence|--title|Register|--kind|statistics|--for|1";
  g_autofree char *told = NULL;

  fill (workspace);
  assert_tells (workspace, "assess|1" GRADE "|--organisation|Law Clinic", "1: ● Implemented\n");
  assert_refused (workspace, line, 1, "Organisation not named");
  g_setenv ("SUIVI_ORGANISATION", "House", TRUE);
  assert_refused (workspace, line, 1, "no grade of House");
  g_setenv ("SUIVI_ORGANISATION", "law clinic", TRUE);
  told = workspace_tell (workspace, line);
  g_unsetenv ("SUIVI_ORGANISATION");
  g_assert_true (g_str_has_suffix (told, ": Register\n"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  runner_init (argv[1]);
  g_unsetenv ("SUIVI_ORGANISATION");

#define ADD(path, test) \
  g_test_add ("/cli/organisations/" path, Workspace, NULL, workspace_set_up, test, workspace_tear_down)
  ADD ("needed", test_needed);
  ADD ("rename", test_rename);
  ADD ("evidence", test_evidence);
#undef ADD

  return g_test_run ();
}
