/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/scorecard/freeze-dialog.h"

#include <glib/gi18n-lib.h>

#include "app/consultation/date-field.h"
#include "app/drafting/panel-widgets.h"
#include "app/drop-down.h"
#include "app/settings.h"
#include "app/step.h"
#include "core/text/text.h"
#include "store/scorecard-store.h"

#define MAX_TITLE   120
#define MAX_AUTHORS 500
/* More is no note. */
#define MAX_METHOD 20000

struct _SuiviFreezeDialog
{
  AdwWindow parent_instance;

  GtkRevealer *failure;
  GtkLabel *failure_label;
  GtkEditable *title;
  GtkEditable *cut_off;
  AdwComboRow *previous;
  AdwPreferencesGroup *edition_group;
  AdwPreferencesGroup *counting_group;
  AdwComboRow *unit;
  AdwComboRow *part;
  AdwComboRow *scale;
  GtkEditable *authors;
  GtkTextView *method;

  SuiviWorkspace *workspace; /* (owned) */
  GPtrArray *editions;   /* (owned) (element-type SuiviEdition): those of the same review, the latest first */
  char *review_id;       /* (nullable) */
  SuiviEdition *edition; /* (owned) (nullable): that is being frozen */
  gboolean discards;     /* the user was asked */
  char *offered;         /* the cut-off that was offered, ISO 8601 date */
  char *kept;            /* what is said of the edition */
  char *kept_open;       /* (nullable): and of what is open on that day */
};

G_DEFINE_FINAL_TYPE (SuiviFreezeDialog, suivi_freeze_dialog, ADW_TYPE_WINDOW)

enum
{
  SIGNAL_FROZEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static char *
dup_method (SuiviFreezeDialog *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->method);
  GtkTextIter start;
  GtkTextIter end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);

  return g_strstrip (gtk_text_buffer_get_text (buffer, &start, &end, TRUE));
}

static void
fail (SuiviFreezeDialog *self, const char *sentence)
{
  if (sentence != NULL)
    gtk_label_set_label (self->failure_label, sentence);
  gtk_revealer_set_reveal_child (self->failure, sentence != NULL);
}

static void
update (SuiviFreezeDialog *self)
{
  gboolean has_title = !suivi_text_is_blank (gtk_editable_get_text (self->title));

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "freeze.freeze", has_title && self->edition == NULL);
}

/* What is open on another day is not known. */
static void
tell (SuiviFreezeDialog *self)
{
  g_autofree char *cut_off = NULL;
  const gboolean as_offered = suivi_date_field_parse (gtk_editable_get_text (self->cut_off),
                                                      suivi_date_field_is_month_first (), &cut_off)
                              && g_strcmp0 (cut_off, self->offered) == 0;

  adw_preferences_group_set_description (self->edition_group, as_offered && self->kept_open != NULL
                                                                ? self->kept_open
                                                                : self->kept);
}

/* What was wrong may be right now. */
static void
typed_cb (SuiviFreezeDialog *self)
{
  gtk_widget_remove_css_class (GTK_WIDGET (self->title), "error");
  gtk_widget_remove_css_class (GTK_WIDGET (self->cut_off), "error");
  fail (self, NULL);
  tell (self);
  update (self);
}

static SuiviCountingRule
get_rule (SuiviFreezeDialog *self)
{
  return (SuiviCountingRule){ adw_combo_row_get_selected (self->unit),
                              adw_combo_row_get_selected (self->part) };
}

static void
rule_chosen_cb (SuiviFreezeDialog *self)
{
  const SuiviCountingRule rule = get_rule (self);
  g_autofree char *sentence = NULL;

  /* While the drop-downs are filled, nothing is selected. */
  if ((guint) rule.unit >= SUIVI_N_COUNTING_UNITS || (guint) rule.part >= SUIVI_N_PART_RULES)
    return;

  sentence = suivi_counting_rule_to_sentence (&rule);
  adw_preferences_group_set_description (self->counting_group, sentence);
}

/* The lights are always there; another scale stands beside them. Its rule is said before it is chosen for good. */
static void
scale_chosen_cb (SuiviFreezeDialog *self)
{
  const guint scale = adw_combo_row_get_selected (self->scale);

  if (scale < SUIVI_N_SCALES)
    adw_action_row_set_subtitle (ADW_ACTION_ROW (self->scale), suivi_scale_to_rule (scale));
}

static void
mark_wrong (SuiviFreezeDialog *self, GtkEditable *field, const char *sentence)
{
  gtk_widget_add_css_class (GTK_WIDGET (field), "error");
  fail (self, sentence);
  gtk_widget_grab_focus (GTK_WIDGET (field));
}

/* Two editions of one name could not be told apart afterwards. */
static gboolean
is_taken (SuiviFreezeDialog *self, const char *title)
{
  g_autofree char *folded = g_utf8_casefold (title, -1);

  for (guint i = 0; i < self->editions->len; i++)
    {
      const SuiviEdition *edition = g_ptr_array_index (self->editions, i);
      g_autofree char *other = g_utf8_casefold (edition->title, -1);

      if (g_str_equal (other, folded))
        return TRUE;
    }

  return FALSE;
}

static char **
split_authors (const char *typed)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  /* An Arabic comma separates as well. */
  g_auto (GStrv) commas = g_strsplit (typed, "،", -1);
  g_autofree char *text = g_strjoinv (",", commas);
  g_auto (GStrv) names = g_strsplit (text, ",", -1);

  for (guint i = 0; names[i] != NULL; i++)
    {
      g_autofree char *name = suivi_text_clean (names[i]);

      if (name[0] != '\0')
        g_strv_builder_add (builder, name);
    }

  return g_strv_builder_end (builder);
}

static const SuiviEdition *
get_previous (SuiviFreezeDialog *self)
{
  const guint position = adw_combo_row_get_selected (self->previous);

  return position > 0 && position <= self->editions->len ? g_ptr_array_index (self->editions, position - 1)
                                                         : NULL;
}

/* Returns: (nullable): what was filled in; %NULL if something is wrong, and that was said */
static SuiviEdition *
read_form (SuiviFreezeDialog *self)
{
  g_autoptr (SuiviEdition) edition = NULL;
  g_autofree char *title = suivi_text_clean (gtk_editable_get_text (self->title));
  g_autofree char *cut_off = NULL;
  const SuiviEdition *previous = get_previous (self);
  const SuiviCountingRule rule = get_rule (self);
  g_autofree char *today = suivi_date_today ();
  const char *wrong = NULL;

  if (is_taken (self, title))
    {
      mark_wrong (self, self->title, _ ("There is an edition with this title. Give this one another title."));
      return NULL;
    }
  if (!suivi_date_field_parse (gtk_editable_get_text (self->cut_off), suivi_date_field_is_month_first (),
                               &cut_off)
      || cut_off[0] == '\0')
    {
      mark_wrong (self, self->cut_off, _ ("The cut-off is not a date. Write year-month-day: 2026-03-31."));
      return NULL;
    }
  wrong = suivi_edition_refuse_cut_off (cut_off, today);
  if (wrong != NULL)
    {
      mark_wrong (self, self->cut_off, wrong);
      return NULL;
    }

  edition = suivi_edition_new (title, cut_off);
  edition->review_id = g_strdup (self->review_id);
  edition->previous_id = previous != NULL ? g_strdup (previous->id) : NULL;
  edition->unit = rule.unit;
  edition->part_rule = rule.part;
  edition->scale = adw_combo_row_get_selected (self->scale);
  g_strfreev (edition->authors);
  edition->authors = split_authors (gtk_editable_get_text (self->authors));
  g_free (edition->method);
  edition->method = dup_method (self);

  return g_steal_pointer (&edition);
}

static gboolean
put_edition (SuiviStore *store, SuiviTransaction *transaction, gpointer record, GError **error)
{
  return suivi_transaction_freeze_edition (transaction, record, error);
}

static void
frozen_cb (GtkWidget *widget, const char *failure, const char *done)
{
  SuiviFreezeDialog *self = SUIVI_FREEZE_DIALOG (widget);
  g_autoptr (SuiviEdition) edition = g_steal_pointer (&self->edition);

  if (gtk_widget_in_destruction (widget) || self->workspace == NULL)
    return;

  update (self);
  if (failure != NULL)
    {
      fail (self, failure);
      return;
    }

  self->discards = TRUE;
  g_signal_emit (self, signals[SIGNAL_FROZEN], 0, edition->id, edition->title);
  gtk_window_close (GTK_WINDOW (self));
}

static void
freeze_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SuiviFreezeDialog *self = SUIVI_FREEZE_DIALOG (widget);

  if (self->edition != NULL)
    return;
  self->edition = read_form (self);
  if (self->edition == NULL)
    return;

  update (self);
  /* Translators: name of a step that can be undone */
  suivi_step_make (self->workspace, _ ("Freeze an edition"), put_edition, suivi_edition_copy (self->edition),
                   (GDestroyNotify) suivi_edition_free, widget, frozen_cb, NULL);
}

static gboolean
has_words (SuiviFreezeDialog *self)
{
  g_autofree char *method = dup_method (self);

  return method[0] != '\0' || !suivi_text_is_blank (gtk_editable_get_text (self->title));
}

static void
discard (GtkWindow *window)
{
  SUIVI_FREEZE_DIALOG (window)->discards = TRUE;
}

static gboolean
suivi_freeze_dialog_close_request (GtkWindow *window)
{
  SuiviFreezeDialog *self = SUIVI_FREEZE_DIALOG (window);

  if (self->discards || self->workspace == NULL || !has_words (self))
    return GTK_WINDOW_CLASS (suivi_freeze_dialog_parent_class)->close_request (window);

  /* What is being frozen will be there in a moment, and closes the window itself. */
  if (self->edition == NULL)
    suivi_panel_ask_discard (window, discard);

  return GDK_EVENT_STOP;
}

static void
suivi_freeze_dialog_dispose (GObject *object)
{
  g_clear_object (&SUIVI_FREEZE_DIALOG (object)->workspace);

  G_OBJECT_CLASS (suivi_freeze_dialog_parent_class)->dispose (object);
}

static void
suivi_freeze_dialog_finalize (GObject *object)
{
  SuiviFreezeDialog *self = SUIVI_FREEZE_DIALOG (object);

  g_clear_pointer (&self->editions, g_ptr_array_unref);
  g_clear_pointer (&self->edition, suivi_edition_free);
  g_free (self->review_id);
  g_free (self->offered);
  g_free (self->kept);
  g_free (self->kept_open);

  G_OBJECT_CLASS (suivi_freeze_dialog_parent_class)->finalize (object);
}

static void
suivi_freeze_dialog_class_init (SuiviFreezeDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = suivi_freeze_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = suivi_freeze_dialog_finalize;
  GTK_WINDOW_CLASS (klass)->close_request = suivi_freeze_dialog_close_request;

  signals[SIGNAL_FROZEN] = g_signal_new ("frozen", SUIVI_TYPE_FREEZE_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                         NULL, G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_STRING);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/suivi/Suivi/scorecard/freeze-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, SuiviFreezeDialog, failure);
  gtk_widget_class_bind_template_child (widget_class, SuiviFreezeDialog, failure_label);
  gtk_widget_class_bind_template_child (widget_class, SuiviFreezeDialog, title);
  gtk_widget_class_bind_template_child (widget_class, SuiviFreezeDialog, cut_off);
  gtk_widget_class_bind_template_child (widget_class, SuiviFreezeDialog, previous);
  gtk_widget_class_bind_template_child (widget_class, SuiviFreezeDialog, edition_group);
  gtk_widget_class_bind_template_child (widget_class, SuiviFreezeDialog, counting_group);
  gtk_widget_class_bind_template_child (widget_class, SuiviFreezeDialog, unit);
  gtk_widget_class_bind_template_child (widget_class, SuiviFreezeDialog, part);
  gtk_widget_class_bind_template_child (widget_class, SuiviFreezeDialog, scale);
  gtk_widget_class_bind_template_child (widget_class, SuiviFreezeDialog, authors);
  gtk_widget_class_bind_template_child (widget_class, SuiviFreezeDialog, method);
  gtk_widget_class_bind_template_callback (widget_class, typed_cb);
  gtk_widget_class_bind_template_callback (widget_class, rule_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, scale_chosen_cb);
  gtk_widget_class_install_action (widget_class, "freeze.freeze", NULL, freeze_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK, "freeze.freeze", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
limit_length (GtkEditable *row, int max_length)
{
  gtk_text_set_max_length (GTK_TEXT (gtk_editable_get_delegate (row)), max_length);
}

static void
method_changed_cb (GtkTextBuffer *buffer, gpointer user_data)
{
  GtkTextIter from;
  GtkTextIter end;

  if (gtk_text_buffer_get_char_count (buffer) <= MAX_METHOD)
    return;

  gtk_text_buffer_get_iter_at_offset (buffer, &from, MAX_METHOD);
  gtk_text_buffer_get_end_iter (buffer, &end);
  gtk_text_buffer_delete (buffer, &from, &end);
}

static void
fill_rules (SuiviFreezeDialog *self)
{
  g_autoptr (GtkStringList) units = gtk_string_list_new (NULL);
  g_autoptr (GtkStringList) parts = gtk_string_list_new (NULL);
  g_autoptr (GtkStringList) scales = gtk_string_list_new (NULL);

  for (guint i = 0; i < SUIVI_N_COUNTING_UNITS; i++)
    gtk_string_list_append (units, suivi_counting_unit_to_label (i));
  for (guint i = 0; i < SUIVI_N_PART_RULES; i++)
    gtk_string_list_append (parts, suivi_part_rule_to_label (i));
  for (guint i = 0; i < SUIVI_N_SCALES; i++)
    gtk_string_list_append (scales, suivi_scale_to_label (i));
  adw_combo_row_set_model (self->unit, G_LIST_MODEL (units));
  adw_combo_row_set_model (self->part, G_LIST_MODEL (parts));
  adw_combo_row_set_model (self->scale, G_LIST_MODEL (scales));
  suivi_drop_down_name (GTK_WIDGET (self->unit), _ ("What is counted"));
  suivi_drop_down_name (GTK_WIDGET (self->part), _ ("Supported in part"));
  suivi_drop_down_name (GTK_WIDGET (self->scale), _ ("Scale"));
  rule_chosen_cb (self);
  scale_chosen_cb (self);
}

static void
suivi_freeze_dialog_init (SuiviFreezeDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  limit_length (self->title, MAX_TITLE);
  limit_length (self->authors, MAX_AUTHORS);
  suivi_date_field_add_calendar (ADW_ENTRY_ROW (self->cut_off));
  g_signal_connect (gtk_text_view_get_buffer (self->method), "changed", G_CALLBACK (method_changed_cb), NULL);
  fill_rules (self);
  update (self);
}

/* The first is the latest: an edition is compared with the one before, unless the user says otherwise. */
static void
fill_previous (SuiviFreezeDialog *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  /* Translators: the new edition of the scorecard is compared with no other one */
  gtk_string_list_append (names, _ ("No edition"));
  for (guint i = 0; i < self->editions->len; i++)
    gtk_string_list_append (names, ((SuiviEdition *) g_ptr_array_index (self->editions, i))->title);
  adw_combo_row_set_model (self->previous, G_LIST_MODEL (names));
  adw_combo_row_set_selected (self->previous, self->editions->len > 0 ? 1 : 0);
  suivi_drop_down_name (GTK_WIDGET (self->previous), _ ("Compared with"));
  gtk_widget_set_visible (GTK_WIDGET (self->previous), self->editions->len > 0);
}

static void
fill_authors (SuiviFreezeDialog *self)
{
  g_autofree char *organisation = suivi_settings_dup_organisation ();
  g_autofree char *name = suivi_settings_dup_user_name ();

  gtk_editable_set_text (self->authors, organisation[0] != '\0' ? organisation : name);
}

/* It can still be agreed on: afterwards, the edition says for good that they differ. */
static char *
tell_open (const char *kept, guint n_open)
{
  g_autofree char *open
    = g_strdup_printf (ngettext ("The organisations differ on %u recommendation, and nothing is agreed yet.",
                                 "The organisations differ on %u recommendations, and nothing is agreed yet.",
                                 n_open),
                       n_open);

  /* Translators: two whole sentences, one after the other */
  return g_strdup_printf (_ ("%s %s"), kept, open);
}

/**
 * suivi_freeze_dialog_new:
 * @parent: (nullable): the window it belongs to
 * @workspace: where the edition is kept
 * @review_id: (nullable): key of the review whose scorecard is frozen; %NULL: of all reviews together
 * @editions: (element-type SuiviEdition): the editions that there are, the latest first
 * @cut_off: the day that is offered as cut-off, ISO 8601 date
 * @n_recommendations: how many recommendations will be frozen
 * @n_open: on how many of them organisations differ, and none agreed, as far as that is known; 0: nothing is said of it
 *
 * Returns: (transfer none): a dialog, not shown yet; GTK owns it
 */
GtkWidget *
suivi_freeze_dialog_new (GtkWindow *parent,
                         SuiviWorkspace *workspace,
                         const char *review_id,
                         GPtrArray *editions,
                         const char *cut_off,
                         guint n_recommendations,
                         guint n_open)
{
  SuiviFreezeDialog *self = g_object_new (SUIVI_TYPE_FREEZE_DIALOG, NULL);

  self->kept = g_strdup_printf (
    ngettext (
      "%u recommendation and its grade are kept as they are now. What you change later does not change "
      "the edition.",
      "%u recommendations and their grades are kept as they are now. What you change later does not "
      "change the edition.",
      n_recommendations),
    n_recommendations);
  if (n_open > 0)
    self->kept_open = tell_open (self->kept, n_open);
  self->offered = g_strdup (cut_off);
  suivi_panel_window_fit (GTK_WINDOW (self), parent);
  self->workspace = g_object_ref (workspace);
  self->review_id = g_strdup (review_id);
  self->editions = g_ptr_array_new_with_free_func ((GDestroyNotify) suivi_edition_free);
  for (guint i = 0; i < editions->len; i++)
    {
      const SuiviEdition *edition = g_ptr_array_index (editions, i);

      if (g_strcmp0 (edition->review_id, review_id) == 0)
        g_ptr_array_add (self->editions, suivi_edition_copy (edition));
    }
  fill_previous (self);
  fill_authors (self);
  gtk_editable_set_text (self->cut_off, cut_off);
  tell (self);
  update (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->title));

  return GTK_WIDGET (self);
}
