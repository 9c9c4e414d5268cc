/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include "app/consultation/check-item-dialog.h"
#include "app/consultation/check-row.h"
#include "app/consultation/override-dialog.h"
#include "app/consultation/requirement-row.h"
#include "app/consultation/safeguards-step.h"
#include "consultation-fixture.h"

/* Requirement (b) of edition 1, "Voluntary". */
#define VOLUNTARY 1
/* (g), "Supported by training": nothing of it comes after the day. */
#define TRAINING   6
#define PASSPHRASE "nine green lanterns on the quay"
#define REASON     "The building is new and was inspected yesterday."

typedef struct
{
  char *failure; /* what the step said last that did not work */
  char *done;    /* what the step said last that did */
} Told;

static Told told = { NULL, NULL };

static void
failed_cb (SuiviConsultationStep *step, const char *sentence, gpointer data)
{
  g_free (told.failure);
  told.failure = g_strdup (sentence);
}

static void
done_cb (SuiviConsultationStep *step, const char *sentence, gpointer data)
{
  g_free (told.done);
  told.done = g_strdup (sentence);
}

static GtkWidget *
host (ConsultationFixture *fixture)
{
  SuiviConsultationStep *step = consultation_host_step (fixture, SUIVI_TYPE_SAFEGUARDS_STEP);

  g_clear_pointer (&told.failure, g_free);
  g_clear_pointer (&told.done, g_free);
  g_signal_connect (step, "failed", G_CALLBACK (failed_cb), NULL);
  g_signal_connect (step, "done", G_CALLBACK (done_cb), NULL);

  return GTK_WIDGET (step);
}

static GtkWidget *
get_requirement (GtkWidget *step, guint i)
{
  return app_find_widget (step, SUIVI_TYPE_REQUIREMENT_ROW, i);
}

static GtkWidget *
open_requirement (ConsultationFixture *fixture, GtkWidget *step, guint i)
{
  GtkWidget *row = get_requirement (step, i);

  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (row), TRUE);
  consultation_settle (fixture);

  return row;
}

static const char *
get_words (GtkWidget *requirement)
{
  return adw_expander_row_get_subtitle (ADW_EXPANDER_ROW (requirement));
}

static GtkWidget *
find_check (GtkWidget *requirement, const char *text)
{
  GtkWidget *label = consultation_find_label (requirement, text);

  g_assert_nonnull (label);

  return gtk_widget_get_ancestor (label, SUIVI_TYPE_CHECK_ROW);
}

static GtkWidget *
get_evidence (GtkWidget *check)
{
  return app_find_type (check, GTK_TYPE_ENTRY);
}

/* The three answers stand in the order yes, no, does not apply. */
static GtkWidget *
get_answer (GtkWidget *check, guint i)
{
  return app_find_widget (check, GTK_TYPE_TOGGLE_BUTTON, i);
}

static void
press (ConsultationFixture *fixture, GtkWidget *button)
{
  g_assert_nonnull (button);
  g_assert_true (gtk_widget_is_sensitive (button));
  g_signal_emit_by_name (button, "clicked");
  consultation_settle (fixture);
}

static void
type_evidence (ConsultationFixture *fixture, GtkWidget *check, const char *words)
{
  GtkEditable *entry = GTK_EDITABLE (get_evidence (check));

  gtk_editable_set_text (entry, words);
  g_signal_emit_by_name (gtk_editable_get_delegate (entry), "activate");
  consultation_settle (fixture);
}

static SuiviCheckAnswer *
load_answer (ConsultationFixture *fixture, const char *item_id)
{
  g_autoptr (SuiviConsultationRecord) record = consultation_load (fixture);

  for (guint i = 0; i < record->answers->len; i++)
    {
      SuiviCheckAnswer *answer = g_ptr_array_index (record->answers, i);

      if (g_strcmp0 (answer->item_id, item_id) == 0)
        return suivi_check_answer_copy (answer);
    }

  return NULL;
}

static const SuiviChecklistItem *
get_item (guint requirement, guint i)
{
  const char *letter = suivi_checklist_get_requirement (requirement)->letter;

  for (guint n = 0; n < suivi_checklist_get_n_items (1); n++)
    {
      const SuiviChecklistItem *item = suivi_checklist_get_item (1, n);

      if (g_str_equal (item->requirement, letter) && i-- == 0)
        return item;
    }
  g_assert_not_reached ();
}

/* ---- At a glance ---- */

static void
test_glance (ConsultationFixture *fixture, gconstpointer data)
{
  GtkWidget *step = host (fixture);
  guint n_items = 0;

  g_assert_cmpuint (app_count_widgets (step, SUIVI_TYPE_REQUIREMENT_ROW), ==, 9);
  g_assert_cmpstr (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (get_requirement (step, VOLUNTARY))),
                   ==, "(b) Voluntary");
  g_assert_nonnull (strstr (get_words (get_requirement (step, VOLUNTARY)), "unanswered"));
  g_assert_nonnull (consultation_find_label (step, "0 of 9 requirements are in place."));

  /* Items are made only for what is opened. */
  g_assert_cmpuint (app_count_widgets (step, SUIVI_TYPE_CHECK_ROW), ==, 0);
  for (guint i = 0; i < 9; i++)
    open_requirement (fixture, step, i);
  n_items = app_count_widgets (step, SUIVI_TYPE_CHECK_ROW);
  g_assert_cmpuint (n_items, ==, 55);
  g_assert_nonnull (consultation_find_label (step, "After the day"));
  app_save_screenshot (fixture->host, "safeguards-open");
}

/* ---- Answers ---- */

static void
test_answer (ConsultationFixture *fixture, gconstpointer data)
{
  GtkWidget *step = host (fixture);
  GtkWidget *row = open_requirement (fixture, step, VOLUNTARY);
  const SuiviChecklistItem *item = get_item (VOLUNTARY, 0);
  GtkWidget *check = find_check (row, item->text);
  g_autoptr (SuiviCheckAnswer) yes = NULL;
  g_autoptr (SuiviCheckAnswer) open = NULL;
  g_autofree char *before = g_strdup (get_words (row));

  gtk_widget_grab_focus (get_answer (check, 0));
  press (fixture, get_answer (check, 0));
  yes = load_answer (fixture, item->id);
  g_assert_nonnull (yes);
  g_assert_cmpint (yes->answer, ==, SUIVI_CHECK_YES);
  g_assert_cmpuint (strlen (yes->answered_on), ==, strlen ("2026-11-22"));
  g_assert_cmpstr (get_words (row), !=, before);
  g_assert_nonnull (consultation_find_label (row, "1 of "));

  /* The same widgets show it, and the focus is where it was. */
  g_assert_true (check == find_check (row, item->text));
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (fixture->host)) == get_answer (check, 0));

  /* Pressed again: taken back. */
  press (fixture, get_answer (check, 0));
  open = load_answer (fixture, item->id);
  g_assert_cmpint (open->answer, ==, SUIVI_CHECK_UNANSWERED);
  g_assert_cmpstr (open->id, ==, yes->id);
  g_assert_cmpstr (get_words (row), ==, before);
}

static void
check_several_at_once (ConsultationFixture *fixture, GtkWidget *step)
{
  GtkWidget *row = open_requirement (fixture, step, VOLUNTARY);
  const SuiviChecklistItem *item = get_item (VOLUNTARY, 0);
  GtkWidget *check = find_check (row, item->text);
  g_autoptr (SuiviCheckAnswer) answer = NULL;

  /* Faster than the workspace answers: the last one counts, and nothing flickers back. */
  app_press_key (check, GDK_KEY_y, 0);
  app_press_key (check, GDK_KEY_n, 0);
  app_press_key (check, GDK_KEY_y, 0);
  app_press_key (check, GDK_KEY_n, 0);
  consultation_settle (fixture);
  answer = load_answer (fixture, item->id);
  g_assert_cmpint (answer->answer, ==, SUIVI_CHECK_NO);
  g_assert_true (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (get_answer (check, 1))));
  g_assert_false (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (get_answer (check, 0))));
}

static void
test_keys (ConsultationFixture *fixture, gconstpointer data)
{
  static const struct
  {
    guint key;
    SuiviCheck check;
  } keys[] = {
    { GDK_KEY_y, SUIVI_CHECK_YES },
    { GDK_KEY_n, SUIVI_CHECK_NO },
    { GDK_KEY_3, SUIVI_CHECK_NOT_APPLICABLE },
    { GDK_KEY_x, SUIVI_CHECK_NOT_APPLICABLE },
    { GDK_KEY_1, SUIVI_CHECK_YES },
    { GDK_KEY_2, SUIVI_CHECK_NO },
    { GDK_KEY_0, SUIVI_CHECK_UNANSWERED },
  };
  GtkWidget *step = host (fixture);
  GtkWidget *row = open_requirement (fixture, step, VOLUNTARY);
  const SuiviChecklistItem *item = get_item (VOLUNTARY, 0);
  GtkWidget *check = find_check (row, item->text);
  GtkWidget *next = find_check (row, get_item (VOLUNTARY, 1)->text);
  GtkWidget *list = gtk_widget_get_parent (check);
  gboolean moved = FALSE;

  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      g_autoptr (SuiviCheckAnswer) answer = NULL;

      g_assert_true (app_press_key (check, keys[i].key, 0));
      consultation_settle (fixture);
      answer = load_answer (fixture, item->id);
      g_assert_cmpint (answer->answer, ==, keys[i].check);
    }

  /* The arrow goes from item to item. */
  g_assert_true (gtk_widget_grab_focus (check));
  g_signal_emit_by_name (list, "move-cursor", GTK_MOVEMENT_DISPLAY_LINES, 1, FALSE, FALSE, &moved);
  app_settle ();
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (fixture->host)) == next);

  check_several_at_once (fixture, step);
}

static GtkWidget *
tab (ConsultationFixture *fixture, GtkDirectionType direction)
{
  g_assert_true (gtk_widget_child_focus (fixture->host, direction));

  return gtk_window_get_focus (GTK_WINDOW (fixture->host));
}

/* Tab goes from the head of an open requirement through its items in their order, and out below; and back. */
static void
test_tab (ConsultationFixture *fixture, gconstpointer data)
{
  GtkWidget *step = host (fixture);
  GtkWidget *row = open_requirement (fixture, step, TRAINING);
  GtkWidget *next = get_requirement (step, TRAINING + 1);
  guint n = app_count_widgets (row, SUIVI_TYPE_CHECK_ROW);
  GtkWidget *head = NULL;
  GtkWidget *focus = NULL;

  g_assert_cmpuint (n, >, 1);
  g_assert_true (gtk_widget_child_focus (row, GTK_DIR_TAB_FORWARD));
  head = gtk_window_get_focus (GTK_WINDOW (fixture->host));
  g_assert_null (gtk_widget_get_ancestor (head, SUIVI_TYPE_CHECK_ROW));

  for (guint i = 0; i < n; i++)
    {
      GtkWidget *check = find_check (row, get_item (TRAINING, i)->text);

      g_assert_true (tab (fixture, GTK_DIR_TAB_FORWARD) == check);
      g_assert_true (gtk_widget_is_ancestor (tab (fixture, GTK_DIR_TAB_FORWARD), get_evidence (check)));
      g_assert_true (tab (fixture, GTK_DIR_TAB_FORWARD) == app_find_action (check, "check.add-file"));
    }
  g_assert_true (tab (fixture, GTK_DIR_TAB_FORWARD) == consultation_find_row (row, "Add an item…"));
  focus = tab (fixture, GTK_DIR_TAB_FORWARD);
  g_assert_true (gtk_widget_is_ancestor (focus, next));

  g_assert_true (tab (fixture, GTK_DIR_TAB_BACKWARD) == consultation_find_row (row, "Add an item…"));
  for (guint i = n; i-- > 0;)
    {
      GtkWidget *check = find_check (row, get_item (TRAINING, i)->text);

      g_assert_true (tab (fixture, GTK_DIR_TAB_BACKWARD) == app_find_action (check, "check.add-file"));
      g_assert_true (gtk_widget_is_ancestor (tab (fixture, GTK_DIR_TAB_BACKWARD), get_evidence (check)));
      g_assert_true (tab (fixture, GTK_DIR_TAB_BACKWARD) == check);
    }
  g_assert_true (tab (fixture, GTK_DIR_TAB_BACKWARD) == head);

  /* The arrows lead to the answers, and Tab from there to what shows it. */
  focus = find_check (row, get_item (TRAINING, 0)->text);
  g_assert_true (gtk_widget_grab_focus (focus));
  g_assert_true (tab (fixture, GTK_DIR_RIGHT) == get_answer (focus, 0));
  g_assert_true (tab (fixture, GTK_DIR_RIGHT) == get_answer (focus, 1));
  g_assert_true (tab (fixture, GTK_DIR_LEFT) == get_answer (focus, 0));
  g_assert_true (gtk_widget_is_ancestor (tab (fixture, GTK_DIR_TAB_FORWARD), get_evidence (focus)));
}

static void
add_adults (SuiviTransaction *transaction, gpointer data)
{
  const char *const names[] = { "Ana", "Bor" };

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (SuiviFacilitator) adult = suivi_facilitator_new (data, names[i]);

      g_free (adult->conduct_on);
      adult->conduct_on = g_strdup ("2026-08-01");
      if (i == 0)
        {
          g_free (adult->screened_on);
          adult->screened_on = g_strdup ("2026-08-01");
        }
      suivi_transaction_put_facilitator (transaction, adult, &error);
      g_assert_no_error (error);
    }
}

/* A yes about every adult, while the plan has no date for some of them */
static void
test_adults (ConsultationFixture *fixture, gconstpointer data)
{
  GtkWidget *step = host (fixture);
  GtkWidget *row = open_requirement (fixture, step, TRAINING);
  GtkWidget *screened = find_check (row, get_item (TRAINING, 0)->text);
  GtkWidget *trained = find_check (row, get_item (TRAINING, 1)->text);

  consultation_change (fixture, add_adults, fixture->consultation_id);
  g_assert_null (consultation_find_label (row, "In the plan, "));
  press (fixture, get_answer (screened, 0));
  press (fixture, get_answer (trained, 0));
  g_assert_nonnull (
    consultation_find_label (screened, "In the plan, 1 adult has no date for the background check."));
  g_assert_nonnull (
    consultation_find_label (trained, "In the plan, 2 adults have no date for the training."));

  press (fixture, get_answer (screened, 1));
  g_assert_null (consultation_find_label (screened, "In the plan, "));
}

static void
test_undo (ConsultationFixture *fixture, gconstpointer data)
{
  GtkWidget *step = host (fixture);
  GtkWidget *row = open_requirement (fixture, step, VOLUNTARY);
  GtkWidget *check = find_check (row, get_item (VOLUNTARY, 0)->text);
  g_autofree char *before = g_strdup (get_words (row));

  press (fixture, get_answer (check, 1));
  g_assert_cmpstr (get_words (row), !=, before);
  app_undo (consultation_get_workspace (fixture));
  consultation_settle (fixture);
  g_assert_cmpstr (get_words (row), ==, before);
  g_assert_false (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (get_answer (check, 1))));

  /* And the item can be answered again. */
  press (fixture, get_answer (check, 0));
  g_assert_true (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (get_answer (check, 0))));
}

static void
check_flush (ConsultationFixture *fixture, GtkWidget *step)
{
  GtkWidget *row = open_requirement (fixture, step, VOLUNTARY);
  const SuiviChecklistItem *item = get_item (VOLUNTARY, 0);
  g_autoptr (SuiviCheckAnswer) answer = NULL;

  gtk_editable_set_text (GTK_EDITABLE (get_evidence (find_check (row, item->text))), "Typed, and gone");
  suivi_consultation_step_flush (SUIVI_CONSULTATION_STEP (step));
  answer = load_answer (fixture, item->id);
  g_assert_nonnull (answer);
  g_assert_cmpstr (answer->evidence, ==, "Typed, and gone");
}

static void
test_evidence (ConsultationFixture *fixture, gconstpointer data)
{
  GtkWidget *step = host (fixture);
  GtkWidget *row = open_requirement (fixture, step, VOLUNTARY);
  const SuiviChecklistItem *item = get_item (VOLUNTARY, 0);
  GtkWidget *check = find_check (row, item->text);
  GtkWidget *other = find_check (row, get_item (VOLUNTARY, 1)->text);
  g_autoptr (SuiviCheckAnswer) saved = NULL;
  g_autoptr (SuiviCheckAnswer) both = NULL;

  type_evidence (fixture, check, "Sheet of 3 March");
  saved = load_answer (fixture, item->id);
  g_assert_nonnull (saved);
  g_assert_cmpstr (saved->evidence, ==, "Sheet of 3 March");
  g_assert_cmpint (saved->answer, ==, SUIVI_CHECK_UNANSWERED);

  /* What is being typed survives that another item is answered, and goes along with the answer. */
  gtk_editable_set_text (GTK_EDITABLE (get_evidence (check)), "Sheet of 3 March, second");
  press (fixture, get_answer (other, 0));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (get_evidence (check))), ==,
                   "Sheet of 3 March, second");
  press (fixture, get_answer (check, 0));
  both = load_answer (fixture, item->id);
  g_assert_cmpstr (both->evidence, ==, "Sheet of 3 March, second");
  g_assert_cmpint (both->answer, ==, SUIVI_CHECK_YES);

  check_flush (fixture, step);
}

static void
test_not_applicable (ConsultationFixture *fixture, gconstpointer data)
{
  GtkWidget *step = host (fixture);
  GtkWidget *row = open_requirement (fixture, step, VOLUNTARY);
  const SuiviChecklistItem *item = get_item (VOLUNTARY, 0);
  GtkWidget *check = find_check (row, item->text);
  g_autoptr (SuiviConsultationRecord) without = NULL;
  g_autoptr (SuiviConsultationRecord) with = NULL;

  g_assert_true (item->must);
  press (fixture, get_answer (check, 2));
  without = consultation_load (fixture);
  g_assert_nonnull (consultation_find_label (check, "Say above why it does not apply."));

  type_evidence (fixture, check, "No child there is younger than 16");
  with = consultation_load (fixture);
  g_assert_null (consultation_find_label (check, "Say above why it does not apply."));
  g_assert_cmpuint (with->standing->rows[VOLUNTARY].n_missing_now, ==,
                    without->standing->rows[VOLUNTARY].n_missing_now - 1);
}

/* ---- Files ---- */

static void
check_large_file (ConsultationFixture *fixture, GtkWidget *step)
{
  GtkWidget *row = open_requirement (fixture, step, VOLUNTARY);
  GtkWidget *check = find_check (row, get_item (VOLUNTARY, 0)->text);
  g_autoptr (GFile) file = app_fixture_get_file (&fixture->app, "large.bin");
  g_autofree char *path = g_file_get_path (file);
  g_autofree char *content = g_malloc0 (SUIVI_MAX_ATTACHMENT_SIZE + 1);

  g_assert_true (g_file_set_contents (path, content, SUIVI_MAX_ATTACHMENT_SIZE + 1, NULL));
  suivi_check_row_add_file (SUIVI_CHECK_ROW (check), file);
  consultation_settle (fixture);
  g_assert_nonnull (told.failure);
  g_assert_nonnull (strstr (told.failure, "too large"));
  g_assert_null (consultation_find_label (check, "large.bin"));
}

static void
test_files (ConsultationFixture *fixture, gconstpointer data)
{
  GtkWidget *step = host (fixture);
  GtkWidget *row = open_requirement (fixture, step, VOLUNTARY);
  const SuiviChecklistItem *item = get_item (VOLUNTARY, 0);
  GtkWidget *check = find_check (row, item->text);
  g_autoptr (GFile) file = app_fixture_get_file (&fixture->app, "policy.txt");
  g_autoptr (GFile) missing = app_fixture_get_file (&fixture->app, "not-there.txt");
  g_autoptr (GFile) folder = g_file_get_parent (file);
  g_autofree char *path = g_file_get_path (file);
  g_autoptr (SuiviCheckAnswer) answer = NULL;

  g_assert_true (g_file_set_contents (path, "Our policy", -1, NULL));
  suivi_check_row_add_file (SUIVI_CHECK_ROW (check), file);
  consultation_settle (fixture);
  g_assert_null (told.failure);
  g_assert_cmpstr (told.done, ==, "File added");
  g_assert_nonnull (consultation_find_label (check, "policy.txt"));

  /* An open item got an answer that is still open, and keeps it. */
  answer = load_answer (fixture, item->id);
  g_assert_nonnull (answer);
  g_assert_cmpint (answer->answer, ==, SUIVI_CHECK_UNANSWERED);
  press (fixture, get_answer (check, 0));
  g_assert_nonnull (consultation_find_label (check, "policy.txt"));

  press (fixture, app_find_action (check, "attachments.remove"));
  g_assert_cmpstr (told.done, ==, "File removed");
  g_assert_null (consultation_find_label (check, "policy.txt"));
  app_undo (consultation_get_workspace (fixture));
  consultation_settle (fixture);
  g_assert_nonnull (consultation_find_label (check, "policy.txt"));

  suivi_check_row_add_file (SUIVI_CHECK_ROW (check), missing);
  consultation_settle (fixture);
  g_assert_nonnull (strstr (told.failure, "cannot be read"));
  g_clear_pointer (&told.failure, g_free);
  suivi_check_row_add_file (SUIVI_CHECK_ROW (check), folder);
  consultation_settle (fixture);
  g_assert_nonnull (strstr (told.failure, "cannot be read"));

  check_large_file (fixture, step);
}

/* ---- Items of one's own ---- */

static void
test_own_item (ConsultationFixture *fixture, gconstpointer data)
{
  GtkWidget *step = host (fixture);
  GtkWidget *row = open_requirement (fixture, step, VOLUNTARY);
  guint n_items = app_count_widgets (row, SUIVI_TYPE_CHECK_ROW);
  GtkWidget *dialog = NULL;
  GtkWidget *check = NULL;
  g_autoptr (SuiviConsultationRecord) with = NULL;
  g_autoptr (SuiviConsultationRecord) after = NULL;

  g_signal_emit_by_name (consultation_find_row (row, "Add an item…"), "activated");
  app_settle ();
  dialog = GTK_WIDGET (app_find_window (SUIVI_TYPE_CHECK_ITEM_DIALOG));
  g_assert_nonnull (dialog);

  /* Nothing is no item. */
  press (fixture, app_find_action (dialog, "check-item.save"));
  g_assert_nonnull (consultation_find_label (dialog, "Write the item first"));

  gtk_editable_set_text (GTK_EDITABLE (app_find_type (dialog, ADW_TYPE_ENTRY_ROW)),
                         " A school bus is <booked> ");
  gtk_switch_set_active (GTK_SWITCH (app_find_type (dialog, GTK_TYPE_SWITCH)), TRUE);
  press (fixture, app_find_action (dialog, "check-item.save"));
  g_assert_null (app_find_window (SUIVI_TYPE_CHECK_ITEM_DIALOG));
  g_assert_cmpstr (told.done, ==, "Item added");
  with = consultation_load (fixture);
  g_assert_cmpuint (with->own_items->len, ==, 1);
  g_assert_cmpuint (((SuiviCheckItem *) with->own_items->pdata[0])->must, ==, 1);
  g_assert_cmpstr (((SuiviCheckItem *) with->own_items->pdata[0])->requirement, ==, "b");
  g_assert_cmpuint (app_count_widgets (row, SUIVI_TYPE_CHECK_ROW), ==, n_items + 1);
  check = find_check (row, "A school bus is <booked>");
  g_assert_nonnull (consultation_find_label (check, "Must · your own item"));
  g_assert_true (gtk_widget_get_visible (app_find_action (check, "check.take-out")));

  /* Unanswered, it is not asked any more once it is taken out; the undo brings it back where it stood. */
  press (fixture, app_find_action (check, "check.take-out"));
  g_assert_cmpstr (told.done, ==, "Item taken out");
  after = consultation_load (fixture);
  g_assert_cmpuint (((SuiviCheckItem *) after->own_items->pdata[0])->retired, ==, 1);
  g_assert_cmpuint (app_count_widgets (row, SUIVI_TYPE_CHECK_ROW), ==, n_items);
  app_undo (consultation_get_workspace (fixture));
  consultation_settle (fixture);
  check = find_check (row, "A school bus is <booked>");

  /* Answered, its answer stays. */
  press (fixture, get_answer (check, 0));
  press (fixture, app_find_action (check, "check.take-out"));
  g_assert_true (check == find_check (row, "A school bus is <booked>"));
  g_assert_nonnull (consultation_find_label (check, "taken out for later consultations"));
  g_assert_false (gtk_widget_get_visible (app_find_action (check, "check.take-out")));
}

/* ---- Decisions of the focal point ---- */

static gpointer
set_up_holder (SuiviStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  g_autoptr (SuiviSecret) passphrase = suivi_secret_new_from_text (PASSPHRASE, error);
  g_autoptr (SuiviHolderDraft) draft = suivi_holder_draft_new ("Maria K.", passphrase, error);

  g_assert_nonnull (draft);
  g_assert_true (suivi_holder_draft_confirm (draft, suivi_holder_draft_get_words (draft), error));
  g_assert_true (suivi_store_set_up_vault (store, draft, error));

  return NULL;
}

static gboolean
has_no_dialog (gpointer data)
{
  return app_find_window (SUIVI_TYPE_OVERRIDE_DIALOG) == NULL;
}

static gboolean
has_failure (gpointer dialog)
{
  return consultation_find_label (dialog, "passphrase") != NULL
         && app_find_action (dialog, "override.decide") != NULL
         && gtk_widget_is_sensitive (app_find_action (dialog, "override.decide"));
}

static void
set_text (GtkWidget *view, const char *text)
{
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (view)), text, -1);
}

static void
test_override (ConsultationFixture *fixture, gconstpointer data)
{
  GtkWidget *step = host (fixture);
  GtkWidget *dialog = NULL;
  GtkWidget *reason = NULL;
  GtkWidget *passphrase = NULL;
  g_autoptr (SuiviConsultationRecord) before = consultation_load (fixture);
  g_autoptr (SuiviConsultationRecord) refused = NULL;
  g_autoptr (SuiviConsultationRecord) after = NULL;
  SuiviOverride *override = NULL;
  g_autofree char *count = NULL;

  /* Nobody can decide before somebody is set up. */
  g_assert_null (consultation_find_button (step, "Let the focal point decide…"));
  g_assert_nonnull (consultation_find_button (step, "Set up the focal point…"));
  app_run (consultation_get_workspace (fixture), set_up_holder, NULL);
  consultation_settle (fixture);
  g_assert_null (consultation_find_button (step, "Set up the focal point…"));
  press (fixture, consultation_find_button (step, "Let the focal point decide…"));
  dialog = GTK_WIDGET (app_find_window (SUIVI_TYPE_OVERRIDE_DIALOG));
  g_assert_nonnull (dialog);
  reason = app_find_type (dialog, GTK_TYPE_TEXT_VIEW);
  passphrase = app_find_type (dialog, GTK_TYPE_PASSWORD_ENTRY);
  g_assert_nonnull (consultation_find_label (dialog, get_item (VOLUNTARY, 0)->text));
  count = g_strdup_printf ("Let %u items pass", before->standing->n_missing_now);
  g_assert_nonnull (consultation_find_button (dialog, count));
  app_save_screenshot (dialog, "safeguards-override");

  /* No reason, or a word only. */
  gtk_editable_set_text (GTK_EDITABLE (passphrase), PASSPHRASE);
  press (fixture, app_find_action (dialog, "override.decide"));
  g_assert_nonnull (consultation_find_label (dialog, "Write the reason as a sentence"));
  set_text (reason, "It is all right.");
  press (fixture, app_find_action (dialog, "override.decide"));
  g_assert_nonnull (consultation_find_label (dialog, "Write the reason as a sentence"));

  /* A wrong passphrase: nothing is decided, the reason stays, the passphrase is gone. */
  set_text (reason, REASON);
  gtk_editable_set_text (GTK_EDITABLE (passphrase), "nine green lanterns on the pier");
  g_signal_emit_by_name (app_find_action (dialog, "override.decide"), "clicked");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (passphrase)), ==, "");
  app_wait_until (has_failure, dialog);
  refused = consultation_load (fixture);
  g_assert_cmpuint (refused->overrides->len, ==, 0);
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (dialog)) != NULL);

  gtk_editable_set_text (GTK_EDITABLE (passphrase), PASSPHRASE);
  g_signal_emit_by_name (app_find_action (dialog, "override.decide"), "clicked");
  app_wait_until (has_no_dialog, NULL);
  consultation_settle (fixture);

  after = consultation_load (fixture);
  g_assert_cmpuint (after->overrides->len, ==, 1);
  override = after->overrides->pdata[0];
  g_assert_cmpstr (override->reason, ==, REASON);
  g_assert_cmpstr (override->focal_point, ==, "Maria K.");
  g_assert_cmpuint (g_strv_length (override->items), ==, before->standing->n_missing_now);
  g_assert_cmpuint (after->standing->n_missing_now, ==, 0);

  /* Kept, and shown: why, who, which. There is nothing left to decide. */
  g_assert_nonnull (consultation_find_label (step, REASON));
  g_assert_nonnull (consultation_find_label (step, "Maria K. · "));
  g_assert_nonnull (consultation_find_label (step, "The focal point let "));
  /* Let pass is not in place: no full circle. */
  g_assert_nonnull (consultation_find_label (get_requirement (step, TRAINING), "◐"));
  g_assert_nonnull (consultation_find_label (step, get_item (VOLUNTARY, 0)->text));
  g_assert_null (consultation_find_button (step, "Let the focal point decide…"));
  g_assert_nonnull (strstr (get_words (get_requirement (step, TRAINING)), "let pass"));
}

/* ---- Read only ---- */

static void
test_read_only (ConsultationFixture *fixture, gconstpointer data)
{
  GtkWidget *step = host (fixture);
  GtkWidget *row = open_requirement (fixture, step, VOLUNTARY);
  GtkWidget *check = find_check (row, get_item (VOLUNTARY, 0)->text);
  g_autoptr (SuiviCheckAnswer) answer = NULL;

  g_assert_false (gtk_widget_is_sensitive (get_answer (check, 1)));
  g_assert_false (gtk_editable_get_editable (GTK_EDITABLE (get_evidence (check))));
  g_assert_false (gtk_widget_get_visible (app_find_action (check, "check.add-file")));
  g_assert_false (gtk_widget_get_visible (consultation_find_row (row, "Add an item…")));

  /* Nor by a key. */
  app_press_key (check, GDK_KEY_n, 0);
  consultation_settle (fixture);
  answer = load_answer (fixture, get_item (VOLUNTARY, 0)->id);
  g_assert_cmpint (answer->answer, ==, SUIVI_CHECK_YES);
}

static void
test_ready (ConsultationFixture *fixture, gconstpointer data)
{
  GtkWidget *step = host (fixture);
  GtkWidget *row = open_requirement (fixture, step, VOLUNTARY);

  /* All that has to be in place before the day is; nothing is to be decided about what comes after it. */
  g_assert_cmpstr (get_words (row), ==, "1 must item is left for afterwards");
  g_assert_cmpstr (get_words (get_requirement (step, TRAINING)), ==, "Complete");
  g_assert_nonnull (consultation_find_label (get_requirement (step, TRAINING), "●"));
  g_assert_nonnull (consultation_find_label (step, "left for after the day"));
  g_assert_null (consultation_find_button (step, "Let the focal point decide…"));
  g_assert_null (consultation_find_button (step, "Set up the focal point…"));
  /* An item that is added now would not be asked here. */
  g_assert_false (gtk_widget_get_visible (consultation_find_row (row, "Add an item…")));
}

static void
add (const char *name,
     void (*set_up) (ConsultationFixture *, gconstpointer),
     void (*test) (ConsultationFixture *, gconstpointer))
{
  g_autofree char *path = g_strconcat ("/app/safeguards-step/", name, NULL);

  g_test_add (path, ConsultationFixture, NULL, set_up, test, consultation_fixture_tear_down);
}

int
main (int argc, char **argv)
{
  int result = 0;

  app_test_init (&argc, &argv);

  add ("glance", consultation_fixture_set_up_planned, test_glance);
  add ("answer", consultation_fixture_set_up_planned, test_answer);
  add ("keys", consultation_fixture_set_up_planned, test_keys);
  add ("tab", consultation_fixture_set_up_planned, test_tab);
  add ("adults", consultation_fixture_set_up_planned, test_adults);
  add ("undo", consultation_fixture_set_up_planned, test_undo);
  add ("evidence", consultation_fixture_set_up_planned, test_evidence);
  add ("not-applicable", consultation_fixture_set_up_planned, test_not_applicable);
  add ("files", consultation_fixture_set_up_planned, test_files);
  add ("own-item", consultation_fixture_set_up_planned, test_own_item);
  add ("override", consultation_fixture_set_up_planned, test_override);
  add ("read-only", consultation_fixture_set_up_read_only, test_read_only);
  add ("ready", consultation_fixture_set_up_ready, test_ready);

  result = g_test_run ();
  g_free (told.failure);
  g_free (told.done);

  return result;
}
