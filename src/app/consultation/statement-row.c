/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/consultation/statement-row.h"

#include <glib/gi18n-lib.h>

#include "core/text/text.h"

struct _SuiviStatementRow
{
  AdwPreferencesRow parent_instance;

  GtkLabel *words;
  GtkLabel *caption;
  GtkLabel *level;
  GtkLabel *unused;
  GtkBox *uses;
  GtkWidget *buttons;
  GtkWidget *edit;
  GtkWidget *use_box; /* around it: whether the button itself can be pressed is up to its action */
  GtkWidget *use;
  GtkWidget *remove;
  GtkEntry *left_out;

  char *id;
  char *saved_left_out; /* as the workspace has it */
};

G_DEFINE_FINAL_TYPE (SuiviStatementRow, suivi_statement_row, ADW_TYPE_PREFERENCES_ROW)

enum
{
  SIGNAL_LEFT_OUT,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
set_label (GtkLabel *label, const char *text)
{
  gtk_label_set_label (label, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (label), text != NULL && text[0] != '\0');
}

/* "K7QM · 13 to 15 · rural school · Children: juvenile justice" */
static char *
describe (const SuiviAllowedStatement *statement)
{
  const SuiviStatement *said = statement->statement;
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) parts = NULL;

  if (statement->participant != NULL)
    g_strv_builder_add (builder, statement->participant->code);
  if (said->age_band != SUIVI_AGE_UNKNOWN)
    g_strv_builder_add (builder, suivi_age_band_to_label (said->age_band));
  if (said->drawing)
    g_strv_builder_add (builder, _ ("A drawing"));
  if (!suivi_text_is_blank (said->setting))
    g_strv_builder_add (builder, said->setting);
  for (gsize i = 0; said->themes[i] != NULL; i++)
    g_strv_builder_add (builder, said->themes[i]);
  parts = g_strv_builder_end (builder);

  return g_strjoinv (" · ", parts);
}

/* The level, and where consent no longer reaches it, why it goes no further. */
static char *
describe_level (const SuiviAllowedStatement *statement, const char *today)
{
  const SuiviStatement *said = statement->statement;
  static const SuiviUse uses[SUIVI_N_CONSENT_LEVELS]
    = { SUIVI_USE_RECORD, SUIVI_USE_COUNT, SUIVI_USE_QUOTE, SUIVI_USE_PUBLISH };
  g_autoptr (GError) error = NULL;

  if ((guint) said->level >= SUIVI_N_CONSENT_LEVELS || statement->withdrawn
      || suivi_consent_gate_allows (said, statement->participant, uses[said->level], today, &error))
    return g_strdup (suivi_consent_level_to_label (MIN (said->level, SUIVI_CONSENT_PUBLISH)));

  /* Translators: how far a statement may go, and why it may not go so far at present */
  return g_strdup_printf (_ ("%s, but not now: %s"), suivi_consent_level_to_label (said->level),
                          error->message);
}

/* Why the words are hidden. */
static char *
describe_withdrawal (const SuiviAllowedStatement *statement, const char *today)
{
  g_autoptr (GError) error = NULL;

  if (statement->participant != NULL && statement->participant->withdrawn_on[0] != '\0')
    return g_strdup (_ ("Withdrawn: the words are not shown any more"));
  if (suivi_consent_gate_allows (statement->statement, statement->participant, SUIVI_USE_RECORD, today,
                                 &error))
    return g_strdup (_ ("The words are not shown"));

  return g_strdup (error->message);
}

static void
clear (GtkBox *box)
{
  GtkWidget *child = NULL;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (box))) != NULL)
    gtk_box_remove (box, child);
}

static GtkWidget *
create_use (const SuiviStatementUse *use, const char *target, gboolean writable)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  g_autofree char *text
    = suivi_text_is_blank (use->note) ? g_strdup (target) : g_strdup_printf ("%s · %s", target, use->note);
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_box_append (GTK_BOX (box), label);
  if (writable)
    {
      GtkWidget *button = gtk_button_new_from_icon_name ("window-close-symbolic");
      /* Translators: name of a button; %s is what a statement is used for */
      g_autofree char *name = g_strdup_printf (_ ("No longer used for %s"), target);

      gtk_widget_add_css_class (button, "flat");
      gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
      gtk_widget_set_tooltip_text (button, name);
      gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
      gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", use->id);
      gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "statement.remove-use");
      gtk_box_append (GTK_BOX (box), button);
    }

  return box;
}

static void
show_uses (SuiviStatementRow *self, GPtrArray *uses, GHashTable *targets, gboolean writable)
{
  g_autofree char *used = NULL;

  clear (self->uses);
  for (guint i = 0; i < uses->len; i++)
    {
      const SuiviStatementUse *use = g_ptr_array_index (uses, i);
      const char *target = g_hash_table_lookup (targets, use->id);

      if (target != NULL)
        gtk_box_append (self->uses, create_use (use, target, writable));
    }
  gtk_widget_set_visible (GTK_WIDGET (self->uses), uses->len > 0);
}

static gboolean
is_typing (SuiviStatementRow *self)
{
  return g_strcmp0 (gtk_editable_get_text (GTK_EDITABLE (self->left_out)), self->saved_left_out) != 0;
}

/* Why it was left out is asked as long as it is used for nothing. */
static void
show_left_out (SuiviStatementRow *self, const SuiviAllowedStatement *statement, gboolean writable)
{
  gboolean asked = statement->uses->len == 0 && !statement->withdrawn;
  const char *left_out = statement->statement->left_out;
  /* What is just being typed stays. */
  gboolean typing = self->saved_left_out != NULL && is_typing (self);
  g_autofree char *text = NULL;

  g_free (self->saved_left_out);
  self->saved_left_out = g_strdup (left_out);
  if (!typing)
    gtk_editable_set_text (GTK_EDITABLE (self->left_out), left_out);
  gtk_widget_set_visible (GTK_WIDGET (self->left_out), asked && writable);
  if (asked && !writable)
    /* Translators: %s is why what a child said was not used */
    text
      = left_out[0] != '\0' ? g_strdup_printf (_ ("Left out: %s"), left_out) : g_strdup (_ ("Not used yet"));
  set_label (self->unused, text);
}

static void
save_left_out (SuiviStatementRow *self)
{
  g_autofree char *text = NULL;

  if (self->id == NULL || self->saved_left_out == NULL
      || !gtk_widget_get_visible (GTK_WIDGET (self->left_out)))
    return;

  text = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->left_out))));
  if (g_str_equal (text, self->saved_left_out))
    return;

  g_free (self->saved_left_out);
  self->saved_left_out = g_strdup (text);
  gtk_editable_set_text (GTK_EDITABLE (self->left_out), text);
  g_signal_emit (self, signals[SIGNAL_LEFT_OUT], 0, self->id, text);
}

static void
left_cb (SuiviStatementRow *self)
{
  save_left_out (self);
}

static void
suivi_statement_row_finalize (GObject *object)
{
  SuiviStatementRow *self = SUIVI_STATEMENT_ROW (object);

  g_free (self->id);
  g_free (self->saved_left_out);

  G_OBJECT_CLASS (suivi_statement_row_parent_class)->finalize (object);
}

static void
suivi_statement_row_class_init (SuiviStatementRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = suivi_statement_row_finalize;

  signals[SIGNAL_LEFT_OUT] = g_signal_new ("left-out", SUIVI_TYPE_STATEMENT_ROW, G_SIGNAL_RUN_LAST, 0, NULL,
                                           NULL, NULL, G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_STRING);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/suivi/Suivi/consultation/statement-row.ui");
  gtk_widget_class_bind_template_child (widget_class, SuiviStatementRow, words);
  gtk_widget_class_bind_template_child (widget_class, SuiviStatementRow, caption);
  gtk_widget_class_bind_template_child (widget_class, SuiviStatementRow, level);
  gtk_widget_class_bind_template_child (widget_class, SuiviStatementRow, unused);
  gtk_widget_class_bind_template_child (widget_class, SuiviStatementRow, uses);
  gtk_widget_class_bind_template_child (widget_class, SuiviStatementRow, buttons);
  gtk_widget_class_bind_template_child (widget_class, SuiviStatementRow, edit);
  gtk_widget_class_bind_template_child (widget_class, SuiviStatementRow, use_box);
  gtk_widget_class_bind_template_child (widget_class, SuiviStatementRow, use);
  gtk_widget_class_bind_template_child (widget_class, SuiviStatementRow, remove);
  gtk_widget_class_bind_template_child (widget_class, SuiviStatementRow, left_out);
  gtk_widget_class_bind_template_callback (widget_class, save_left_out);
  gtk_widget_class_bind_template_callback (widget_class, left_cb);
}

static void
suivi_statement_row_init (SuiviStatementRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * suivi_statement_row_new:
 *
 * Returns: (transfer floating): a row that shows nothing yet
 */
GtkWidget *
suivi_statement_row_new (void)
{
  return g_object_new (SUIVI_TYPE_STATEMENT_ROW, NULL);
}

/**
 * suivi_statement_row_set:
 * @statement: what is shown
 * @targets: key of a use → what it is
 * @today: the day, ISO 8601
 * @writable: whether it may be changed
 *
 * Shows a statement, or the same one after a change.
 */
void
suivi_statement_row_set (SuiviStatementRow *self,
                         const SuiviAllowedStatement *statement,
                         GHashTable *targets,
                         const char *today,
                         gboolean writable)
{
  const SuiviStatement *said = statement->statement;
  gboolean usable = said->level > SUIVI_CONSENT_INTERNAL;
  g_autofree char *words
    = statement->withdrawn ? describe_withdrawal (statement, today) : g_strdup (said->words);
  g_autofree char *caption = describe (statement);
  g_autofree char *level = describe_level (statement, today);
  g_autofree char *name = g_strdup_printf ("%s. %s. %s", words, caption, level);

  g_return_if_fail (SUIVI_IS_STATEMENT_ROW (self));

  if (g_strcmp0 (self->id, said->id) != 0)
    {
      g_free (self->id);
      self->id = g_strdup (said->id);
      gtk_actionable_set_action_target (GTK_ACTIONABLE (self->edit), "s", said->id);
      gtk_actionable_set_action_target (GTK_ACTIONABLE (self->use), "s", said->id);
      gtk_actionable_set_action_target (GTK_ACTIONABLE (self->remove), "s", said->id);
    }

  set_label (self->words, words);
  if (statement->withdrawn)
    gtk_widget_add_css_class (GTK_WIDGET (self->words), "dim-label");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->words), "dim-label");
  set_label (self->caption, caption);
  set_label (self->level, level);
  show_uses (self, statement->uses, targets, writable);
  show_left_out (self, statement, writable);

  gtk_widget_set_visible (self->buttons, writable);
  gtk_widget_set_visible (self->edit, !statement->withdrawn);
  gtk_widget_set_visible (self->use_box, !statement->withdrawn);
  gtk_widget_set_sensitive (self->use_box, usable);
  gtk_widget_set_tooltip_text (self->use_box, usable
                                                ? NULL
                                                : _ ("It is internal only. Choose “In totals” or more to use "
                                                     "it."));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

/**
 * suivi_statement_row_get_id:
 *
 * Returns: (transfer none) (nullable): key of the statement that is shown
 */
const char *
suivi_statement_row_get_id (SuiviStatementRow *self)
{
  return self->id;
}

/**
 * suivi_statement_row_flush:
 *
 * Saves at once what was typed.
 */
void
suivi_statement_row_flush (SuiviStatementRow *self)
{
  save_left_out (self);
}
