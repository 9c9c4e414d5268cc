/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/consultation/statement-dialog.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "app/consultation/consent-level-box.h"
#include "app/consultation/revealing-dialog.h"
#include "app/consultation/sealed-box.h"
#include "app/consultation/statement-jobs.h"
#include "app/consultation/theme-entry.h"
#include "app/drafting/panel-widgets.h"
#include "app/drafting/tag-entry.h"
#include "app/drop-down.h"
#include "core/text/text.h"

/* The Convention on the Rights of the Child has so many articles. */
#define N_ARTICLES 54

struct _SuiviStatementDialog
{
  AdwWindow parent_instance;

  GtkRevealer *failure;
  GtkLabel *failure_label;
  GtkWidget *words;
  GtkLabel *fallen_back;
  GtkSwitch *drawing;
  SuiviSealedBox *picture;
  GtkDropDown *code;
  GtkDropDown *age_band;
  GtkEditable *setting;
  SuiviThemeEntry *themes;
  SuiviTagEntry *articles;
  SuiviConsentLevelBox *level;
  GtkEditable *left_out;

  SuiviWorkspace *workspace; /* (owned) (nullable) */
  SuiviStatement *statement; /* (owned): as it was opened */
  SuiviStatement *form;      /* (owned) (nullable): as the fields showed it then */
  SuiviStatement *asked;     /* (owned) (nullable): about which the user is asked */
  GPtrArray *participants;   /* (owned) (element-type SuiviParticipant) */
  char *today;
  gboolean level_chosen; /* the user chose the level for the words as they now are */
  gboolean saving;
  gboolean discards; /* the user was asked */
};

G_DEFINE_FINAL_TYPE (SuiviStatementDialog, suivi_statement_dialog, ADW_TYPE_WINDOW)

enum
{
  SIGNAL_SAVED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
fail (SuiviStatementDialog *self, const char *sentence)
{
  if (sentence != NULL)
    gtk_label_set_label (self->failure_label, sentence);
  gtk_revealer_set_reveal_child (self->failure, sentence != NULL);
}

static SuiviParticipant *
get_participant (SuiviStatementDialog *self)
{
  guint selected = gtk_drop_down_get_selected (self->code);

  return selected < self->participants->len ? g_ptr_array_index (self->participants, selected) : NULL;
}

static void
take_stripped (char **text, GtkEditable *editable)
{
  g_free (*text);
  *text = g_strstrip (g_strdup (gtk_editable_get_text (editable)));
}

/* The statement as it is filled in. */
static SuiviStatement *
read_form (SuiviStatementDialog *self)
{
  SuiviStatement *statement = suivi_statement_copy (self->statement);
  SuiviParticipant *participant = get_participant (self);

  g_free (statement->words);
  statement->words = suivi_panel_text_dup (self->words);
  statement->drawing = gtk_switch_get_active (self->drawing);
  if (participant != NULL)
    {
      g_free (statement->participant_id);
      statement->participant_id = g_strdup (participant->id);
    }
  statement->age_band = gtk_drop_down_get_selected (self->age_band);
  take_stripped (&statement->setting, self->setting);
  g_strfreev (statement->themes);
  statement->themes = suivi_theme_entry_dup_themes (self->themes);
  g_strfreev (statement->articles);
  statement->articles = suivi_tag_entry_dup_tags (self->articles);
  statement->level = suivi_consent_level_box_get_level (self->level);
  take_stripped (&statement->left_out, self->left_out);
  /* What was read are other words. */
  if (!g_str_equal (statement->words, statement->checked_words))
    {
      g_free (statement->checked_words);
      statement->checked_words = g_strdup ("");
    }

  return statement;
}

static void
saved_cb (GtkWidget *widget, const char *failure, const char *done)
{
  SuiviStatementDialog *self = SUIVI_STATEMENT_DIALOG (widget);

  if (self->workspace == NULL)
    return;

  self->saving = FALSE;
  gtk_widget_action_set_enabled (widget, "statement-dialog.save", TRUE);
  if (failure != NULL)
    {
      fail (self, failure);
      return;
    }
  self->discards = TRUE;
  g_signal_emit (self, signals[SIGNAL_SAVED], 0);
  gtk_window_close (GTK_WINDOW (self));
}

/* Takes over @statement. */
static void
put (SuiviStatementDialog *self, SuiviStatement *statement)
{
  self->saving = TRUE;
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "statement-dialog.save", FALSE);
  suivi_step_make (self->workspace,
                   /* Translators: name of a step that can be undone */
                   _ ("Change a statement"), suivi_statement_put, statement,
                   (GDestroyNotify) suivi_statement_free, GTK_WIDGET (self), saved_cb, NULL);
}

static void
confirmed_cb (SuiviStatementDialog *self)
{
  SuiviStatement *statement = g_steal_pointer (&self->asked);

  if (statement == NULL || self->workspace == NULL)
    return;

  g_free (statement->checked_words);
  statement->checked_words = g_strdup (statement->words);
  put (self, statement);
}

static void
change_cb (SuiviStatementDialog *self)
{
  gtk_widget_grab_focus (self->words);
}

/* Takes over @statement. */
static void
ask (SuiviStatementDialog *self, SuiviStatement *statement)
{
  SuiviRevealingDialog *dialog
    = suivi_revealing_dialog_new (GTK_WINDOW (self), statement->words, statement->level);

  suivi_statement_free (self->asked);
  self->asked = statement;
  g_signal_connect_object (dialog, "confirmed", G_CALLBACK (confirmed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (dialog, "change", G_CALLBACK (change_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
save_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SuiviStatementDialog *self = SUIVI_STATEMENT_DIALOG (widget);
  g_autoptr (SuiviStatement) statement = NULL;
  const char *fault = NULL;

  if (self->saving)
    return;
  if (!suivi_tag_entry_take_typed (self->articles))
    {
      fail (self, _ ("Articles of the Convention have numbers from 1 to 54."));
      gtk_widget_child_focus (GTK_WIDGET (self->articles), GTK_DIR_TAB_FORWARD);
      return;
    }
  statement = read_form (self);
  fault = suivi_statement_find_fault (statement->words);
  if (fault != NULL)
    {
      fail (self, fault);
      gtk_widget_grab_focus (self->words);
      return;
    }

  fail (self, NULL);
  if (statement->level > SUIVI_CONSENT_TOTALS && statement->checked_words[0] == '\0')
    ask (self, g_steal_pointer (&statement));
  else
    put (self, g_steal_pointer (&statement));
}

/* What needs somebody to have read the words falls back when they change, unless it was chosen after that. */
static void
words_changed_cb (SuiviStatementDialog *self)
{
  g_autofree char *words = suivi_panel_text_dup (self->words);

  if (self->form == NULL || self->level_chosen || g_str_equal (words, self->statement->checked_words)
      || suivi_consent_level_box_get_level (self->level) <= SUIVI_CONSENT_TOTALS)
    return;

  suivi_consent_level_box_set_level (self->level, SUIVI_CONSENT_TOTALS);
  gtk_widget_set_visible (GTK_WIDGET (self->fallen_back), TRUE);
}

static void
level_changed_cb (SuiviStatementDialog *self)
{
  self->level_chosen = TRUE;
  gtk_widget_set_visible (GTK_WIDGET (self->fallen_back), FALSE);
}

static void
code_selected_cb (SuiviStatementDialog *self)
{
  SuiviParticipant *participant = get_participant (self);

  if (self->form == NULL || participant == NULL)
    return;

  gtk_drop_down_set_selected (self->age_band, participant->age_band);
  suivi_consent_level_box_set_participant (self->level, participant, self->today);
}

static void
discard (GtkWindow *window)
{
  SUIVI_STATEMENT_DIALOG (window)->discards = TRUE;
}

static gboolean
suivi_statement_dialog_close_request (GtkWindow *window)
{
  SuiviStatementDialog *self = SUIVI_STATEMENT_DIALOG (window);
  g_autoptr (SuiviStatement) now = self->form != NULL ? read_form (self) : NULL;

  if (self->discards || self->workspace == NULL || now == NULL || suivi_statement_equal (now, self->form))
    return GTK_WINDOW_CLASS (suivi_statement_dialog_parent_class)->close_request (window);

  suivi_panel_ask_discard (window, discard);

  return GDK_EVENT_STOP;
}

static void
suivi_statement_dialog_dispose (GObject *object)
{
  SuiviStatementDialog *self = SUIVI_STATEMENT_DIALOG (object);

  g_clear_object (&self->workspace);
  g_clear_pointer (&self->form, suivi_statement_free);
  g_clear_pointer (&self->asked, suivi_statement_free);

  G_OBJECT_CLASS (suivi_statement_dialog_parent_class)->dispose (object);
}

static void
suivi_statement_dialog_finalize (GObject *object)
{
  SuiviStatementDialog *self = SUIVI_STATEMENT_DIALOG (object);

  suivi_statement_free (self->statement);
  g_clear_pointer (&self->participants, g_ptr_array_unref);
  g_free (self->today);

  G_OBJECT_CLASS (suivi_statement_dialog_parent_class)->finalize (object);
}

static void
suivi_statement_dialog_class_init (SuiviStatementDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = suivi_statement_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = suivi_statement_dialog_finalize;
  GTK_WINDOW_CLASS (klass)->close_request = suivi_statement_dialog_close_request;

  signals[SIGNAL_SAVED] = g_signal_new ("saved", SUIVI_TYPE_STATEMENT_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL,
                                        NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (SUIVI_TYPE_CONSENT_LEVEL_BOX);
  g_type_ensure (SUIVI_TYPE_SEALED_BOX);
  g_type_ensure (SUIVI_TYPE_TAG_ENTRY);
  g_type_ensure (SUIVI_TYPE_THEME_ENTRY);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/suivi/Suivi/consultation/statement-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, SuiviStatementDialog, failure);
  gtk_widget_class_bind_template_child (widget_class, SuiviStatementDialog, failure_label);
  gtk_widget_class_bind_template_child (widget_class, SuiviStatementDialog, words);
  gtk_widget_class_bind_template_child (widget_class, SuiviStatementDialog, fallen_back);
  gtk_widget_class_bind_template_child (widget_class, SuiviStatementDialog, drawing);
  gtk_widget_class_bind_template_child (widget_class, SuiviStatementDialog, picture);
  gtk_widget_class_bind_template_child (widget_class, SuiviStatementDialog, code);
  gtk_widget_class_bind_template_child (widget_class, SuiviStatementDialog, age_band);
  gtk_widget_class_bind_template_child (widget_class, SuiviStatementDialog, setting);
  gtk_widget_class_bind_template_child (widget_class, SuiviStatementDialog, themes);
  gtk_widget_class_bind_template_child (widget_class, SuiviStatementDialog, articles);
  gtk_widget_class_bind_template_child (widget_class, SuiviStatementDialog, level);
  gtk_widget_class_bind_template_child (widget_class, SuiviStatementDialog, left_out);
  gtk_widget_class_bind_template_callback (widget_class, code_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, fail);
  gtk_widget_class_bind_template_callback (widget_class, level_changed_cb);
  gtk_widget_class_install_action (widget_class, "statement-dialog.save", NULL, save_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK,
                                       "statement-dialog.save", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

/* "19", or with a paragraph "24.2" or "24(2)". */
static char *
check_article (const char *text)
{
  char *end = NULL;
  guint64 number = g_ascii_strtoull (text, &end, 10);

  if (!g_ascii_isdigit (text[0]) || number < 1 || number > N_ARTICLES || strlen (text) > 12)
    return NULL;
  if (end[0] != '\0' && ((end[0] != '.' && end[0] != '(') || end[1] == '\0'))
    return NULL;

  return g_strdup (text);
}

static void
suivi_statement_dialog_init (SuiviStatementDialog *self)
{
  const char *labels[SUIVI_N_AGE_BANDS + 1] = { NULL };
  g_autoptr (GtkStringList) bands = NULL;

  gtk_widget_init_template (GTK_WIDGET (self));
  for (guint i = 0; i < SUIVI_N_AGE_BANDS; i++)
    labels[i] = suivi_age_band_to_label (i);
  bands = gtk_string_list_new (labels);
  gtk_drop_down_set_model (self->age_band, G_LIST_MODEL (bands));
  suivi_drop_down_name (GTK_WIDGET (self->code), _ ("Code of the child"));
  suivi_drop_down_name (GTK_WIDGET (self->age_band), _ ("Age"));
  suivi_sealed_box_set_only_file (self->picture, "drawing", _ ("Add the picture…"));
  g_object_bind_property (self->drawing, "active", self->picture, "visible", G_BINDING_SYNC_CREATE);
  suivi_tag_entry_set_check (self->articles, check_article, _ ("Articles of the Convention, such as 19"));
  g_signal_connect_object (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->words)), "changed",
                           G_CALLBACK (words_changed_cb), self, G_CONNECT_SWAPPED);
}

static void
fill (SuiviStatementDialog *self)
{
  const SuiviStatement *statement = self->statement;
  g_autoptr (GtkStringList) codes = gtk_string_list_new (NULL);
  SuiviParticipant *participant = NULL;
  guint position = GTK_INVALID_LIST_POSITION;

  for (guint i = 0; i < self->participants->len; i++)
    {
      participant = g_ptr_array_index (self->participants, i);
      gtk_string_list_append (codes, participant->code);
      if (g_str_equal (participant->id, statement->participant_id))
        position = i;
    }
  gtk_drop_down_set_model (self->code, G_LIST_MODEL (codes));
  gtk_drop_down_set_selected (self->code, position);
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->words)), statement->words, -1);
  gtk_switch_set_active (self->drawing, statement->drawing != 0);
  gtk_drop_down_set_selected (self->age_band, statement->age_band);
  gtk_editable_set_text (self->setting, statement->setting);
  suivi_theme_entry_set_themes (self->themes, (const char *const *) statement->themes);
  suivi_tag_entry_set_tags (self->articles, (const char *const *) statement->articles);
  gtk_editable_set_text (self->left_out, statement->left_out);
  suivi_consent_level_box_set_level (self->level, MIN (statement->level, SUIVI_CONSENT_PUBLISH));
  suivi_consent_level_box_set_participant (self->level, get_participant (self), self->today);
  self->form = read_form (self);
}

/**
 * suivi_statement_dialog_new:
 * @parent: (nullable): the window it belongs to
 * @workspace: where the statement is kept
 * @statement: the statement
 * @participants: (element-type SuiviParticipant): those whose assent and consent are settled
 * @today: the day, ISO 8601
 *
 * Returns: (transfer none): a window, not shown yet; GTK owns it
 */
SuiviStatementDialog *
suivi_statement_dialog_new (GtkWindow *parent,
                            SuiviWorkspace *workspace,
                            const SuiviStatement *statement,
                            GPtrArray *participants,
                            const char *today)
{
  SuiviStatementDialog *self = g_object_new (SUIVI_TYPE_STATEMENT_DIALOG, NULL);

  suivi_panel_window_fit (GTK_WINDOW (self), parent);
  self->workspace = g_object_ref (workspace);
  self->statement = suivi_statement_copy (statement);
  self->participants = g_ptr_array_ref (participants);
  self->today = g_strdup (today);
  fill (self);
  suivi_sealed_box_set_owner (self->picture, workspace, statement->id, TRUE);
  gtk_widget_grab_focus (self->words);

  return self;
}
