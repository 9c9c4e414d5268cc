/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "agree-fixture.h"
#include "app/scorecard/agreement-card.h"

SuiviAgreeDialog *
agree_open_dialog (MatrixFixture *self, guint place)
{
  GtkWidget *list = matrix_fixture_find (self, GTK_TYPE_LIST_VIEW);

  g_signal_emit_by_name (list, "activate", place);
  app_settle_workspace (self->workspace);

  return SUIVI_AGREE_DIALOG (app_find_window (SUIVI_TYPE_AGREE_DIALOG));
}

GtkWidget *
agree_find_row (GtkWidget *root, const char *title)
{
  for (guint i = 0;; i++)
    {
      GtkWidget *row = app_find_visible (root, ADW_TYPE_PREFERENCES_ROW, i);

      g_assert_nonnull (row);
      if (g_strcmp0 (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)), title) == 0)
        return row;
    }
}

void
agree_tick (SuiviAgreeDialog *dialog, const char *title)
{
  GtkWidget *check = app_find_type (agree_find_row (GTK_WIDGET (dialog), title), GTK_TYPE_CHECK_BUTTON);

  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), TRUE);
}

gboolean
agree_is_ticked (SuiviAgreeDialog *dialog, const char *title)
{
  return gtk_check_button_get_active (
    GTK_CHECK_BUTTON (app_find_type (agree_find_row (GTK_WIDGET (dialog), title), GTK_TYPE_CHECK_BUTTON)));
}

void
agree_type (SuiviAgreeDialog *dialog, const char *title, const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (agree_find_row (GTK_WIDGET (dialog), title)), text);
}

GtkTextBuffer *
agree_get_text (SuiviAgreeDialog *dialog, guint index)
{
  return gtk_text_view_get_buffer (
    GTK_TEXT_VIEW (app_find_widget (GTK_WIDGET (dialog), GTK_TYPE_TEXT_VIEW, index)));
}

char *
agree_dup_text (SuiviAgreeDialog *dialog, guint index)
{
  char *text = NULL;

  g_object_get (agree_get_text (dialog, index), "text", &text, NULL);

  return text;
}

void
agree_take_over (SuiviAgreeDialog *dialog, guint index)
{
  GtkWidget *card = app_find_widget (GTK_WIDGET (dialog), SUIVI_TYPE_AGREEMENT_CARD, index);

  g_signal_emit_by_name (app_find_type (card, GTK_TYPE_BUTTON), "clicked");
}

void
agree_act (MatrixFixture *self, gpointer dialog, const char *action)
{
  gtk_widget_activate_action (dialog, action, NULL);
  app_settle_workspace (self->workspace);
}

static gpointer
load_facts (SuiviStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  return suivi_agreement_facts_load (store, data, NULL, error);
}

SuiviAgreementFacts *
agree_read_facts (MatrixFixture *self, guint number)
{
  return app_run (self->workspace, load_facts, self->ids[number]);
}
