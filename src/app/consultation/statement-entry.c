/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/consultation/statement-entry.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "app/consultation/consent-level-box.h"
#include "app/consultation/revealing-dialog.h"
#include "app/consultation/statement-jobs.h"
#include "app/consultation/theme-entry.h"
#include "app/drafting/panel-widgets.h"
#include "app/drop-down.h"
#include "app/review/wrap-layout.h"
#include "core/text/text.h"

/* Letters typed on the code belong together if not more than that lies between them. */
#define TYPING_US (1500 * G_TIME_SPAN_MILLISECOND)

struct _SuiviStatementEntry
{
  GtkBox parent_instance;

  GtkWidget *words;
  GtkDropDown *code;
  GtkDropDown *age_band;
  SuiviThemeEntry *themes;
  SuiviConsentLevelBox *level;
  GtkLabel *failure;
  GtkLabel *said; /* what was done last, for screen readers too */

  SuiviWorkspace *workspace;       /* (owned) (nullable) */
  SuiviConsultation *consultation; /* (owned) (nullable) */
  GPtrArray *participants; /* (owned) (nullable) (element-type SuiviParticipant): who may be quoted here */
  char *today;
  GHashTable *pending;   /* key → SuiviStatement: on their way into the workspace */
  GHashTable *kept;      /* key of another consultation → its words that could not be saved */
  SuiviStatement *asked; /* (owned) (nullable): about which the user is asked */
  GString *typed;        /* letters of a code */
  gint64 typed_at;       /* monotonic time, in microseconds */
  guint n_saved;
};

G_DEFINE_FINAL_TYPE (SuiviStatementEntry, suivi_statement_entry, GTK_TYPE_BOX)

static SuiviParticipant *
get_participant (SuiviStatementEntry *self)
{
  guint selected = gtk_drop_down_get_selected (self->code);

  if (self->participants == NULL || selected >= self->participants->len)
    return NULL;

  return g_ptr_array_index (self->participants, selected);
}

static void
fail (SuiviStatementEntry *self, const char *sentence)
{
  gtk_label_set_label (self->failure, sentence != NULL ? sentence : "");
  gtk_widget_set_visible (GTK_WIDGET (self->failure), sentence != NULL);
}

static void
set_words (SuiviStatementEntry *self, const char *words)
{
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->words)), words, -1);
}

/* Steps */

static char *
put_before (const char *words, const char *typed)
{
  return typed[0] != '\0' ? g_strdup_printf ("%s\n%s", words, typed) : g_strdup (words);
}

/* What could not be saved stands before what was typed meanwhile. */
static void
bring_back (SuiviStatementEntry *self, const char *words)
{
  g_autofree char *typed = suivi_panel_text_dup (self->words);
  g_autofree char *both = put_before (words, typed);

  set_words (self, both);
}

static gboolean
is_about (SuiviStatementEntry *self, const char *consultation_id)
{
  return self->consultation != NULL && g_str_equal (self->consultation->id, consultation_id);
}

/* The words of one consultation are never written down in another: they wait until it is shown again. */
static void
keep (SuiviStatementEntry *self, const SuiviStatement *statement)
{
  const char *before = g_hash_table_lookup (self->kept, statement->consultation_id);
  char *words = before != NULL ? put_before (before, statement->words) : g_strdup (statement->words);

  g_hash_table_insert (self->kept, g_strdup (statement->consultation_id), words);
}

static void
bring_back_kept (SuiviStatementEntry *self)
{
  const char *words = NULL;

  if (self->consultation == NULL)
    return;
  words = g_hash_table_lookup (self->kept, self->consultation->id);
  if (words == NULL)
    return;

  bring_back (self, words);
  g_hash_table_remove (self->kept, self->consultation->id);
  fail (self, _ ("These words could not be written down before. Write them down again."));
}

static void
saved_cb (GtkWidget *widget, const char *failure, const char *done)
{
  SuiviStatementEntry *self = SUIVI_STATEMENT_ENTRY (widget);
  g_autoptr (SuiviStatement) statement = NULL;
  g_autofree char *said = NULL;

  g_hash_table_steal_extended (self->pending, done, NULL, (gpointer *) &statement);
  if (self->workspace != NULL && failure != NULL && is_about (self, statement->consultation_id))
    {
      fail (self, failure);
      bring_back (self, statement->words);
      return;
    }
  if (failure != NULL)
    keep (self, statement);
  if (self->workspace == NULL)
    return;

  if (failure != NULL)
    {
      fail (self,
            _ ("Something that a child said in another consultation could not be written down. Open that "
               "consultation: the words are there again."));
      return;
    }
  if (!is_about (self, statement->consultation_id))
    return;
  self->n_saved++;
  said = g_strdup_printf (ngettext ("%u written down", "%u written down", self->n_saved), self->n_saved);
  gtk_label_set_label (self->said, said);
}

/* Starts the next: the same child is likely to go on, but about something else; nothing goes further by itself. */
static void
start_next (SuiviStatementEntry *self)
{
  SuiviParticipant *participant = get_participant (self);
  const char *none[] = { NULL };

  set_words (self, "");
  suivi_theme_entry_set_themes (self->themes, none);
  suivi_consent_level_box_set_level (self->level, SUIVI_CONSENT_INTERNAL);
  if (participant != NULL)
    gtk_drop_down_set_selected (self->age_band, participant->age_band);
}

/* Takes over @statement. */
static void
put (SuiviStatementEntry *self, SuiviStatement *statement)
{
  g_hash_table_insert (self->pending, statement->id, statement);
  start_next (self);
  suivi_step_make (self->workspace,
                   /* Translators: name of a step that can be undone */
                   _ ("Write down a statement"), suivi_statement_put, suivi_statement_copy (statement),
                   (GDestroyNotify) suivi_statement_free, GTK_WIDGET (self), saved_cb, statement->id);
}

static gboolean
may_put (SuiviStatementEntry *self, SuiviStatement *statement)
{
  g_autoptr (GError) error = NULL;

  if (suivi_statement_gate_record (statement, self->consultation, get_participant (self), self->today,
                                   &error))
    return TRUE;

  fail (self, error->message);

  return FALSE;
}

static void
confirmed_cb (SuiviStatementEntry *self)
{
  SuiviStatement *statement = self->asked;

  if (statement == NULL || self->workspace == NULL)
    return;

  g_free (statement->checked_words);
  statement->checked_words = g_strdup (statement->words);
  if (!may_put (self, statement))
    return;

  put (self, g_steal_pointer (&self->asked));
  gtk_widget_grab_focus (self->words);
}

static void
change_cb (SuiviStatementEntry *self)
{
  gtk_widget_grab_focus (self->words);
}

/* Takes over @statement. */
static void
ask (SuiviStatementEntry *self, SuiviStatement *statement)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  SuiviRevealingDialog *dialog = suivi_revealing_dialog_new (GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL,
                                                             statement->words, statement->level);

  suivi_statement_free (self->asked);
  self->asked = statement;
  g_signal_connect_object (dialog, "confirmed", G_CALLBACK (confirmed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (dialog, "change", G_CALLBACK (change_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

static SuiviStatement *
read_statement (SuiviStatementEntry *self)
{
  SuiviParticipant *participant = get_participant (self);
  g_autofree char *words = suivi_panel_text_dup (self->words);
  SuiviStatement *statement = suivi_statement_new (self->consultation->id, participant->id, words);

  statement->age_band = gtk_drop_down_get_selected (self->age_band);
  statement->level = suivi_consent_level_box_get_level (self->level);
  g_strfreev (statement->themes);
  statement->themes = suivi_theme_entry_dup_themes (self->themes);

  return statement;
}

static void
save (SuiviStatementEntry *self)
{
  g_autoptr (SuiviStatement) statement = NULL;
  const char *fault = NULL;

  if (self->workspace == NULL || self->consultation == NULL || !gtk_widget_is_sensitive (GTK_WIDGET (self)))
    return;
  if (get_participant (self) == NULL)
    {
      fail (self, _ ("Choose the code of the child who said it."));
      return;
    }

  fail (self, NULL);
  statement = read_statement (self);
  fault = suivi_statement_find_fault (statement->words);
  if (fault != NULL)
    {
      fail (self, fault);
      gtk_widget_grab_focus (self->words);
      return;
    }
  if (statement->level > SUIVI_CONSENT_TOTALS)
    {
      ask (self, g_steal_pointer (&statement));
      return;
    }
  if (!may_put (self, statement))
    return;

  put (self, g_steal_pointer (&statement));
  gtk_widget_grab_focus (self->words);
}

static void
save_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  save (SUIVI_STATEMENT_ENTRY (widget));
}

static void
level_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SuiviStatementEntry *self = SUIVI_STATEMENT_ENTRY (widget);
  int level = g_variant_get_int32 (parameter);

  /* What consent does not reach says so below the buttons. */
  if (level >= 0 && level < SUIVI_N_CONSENT_LEVELS && !suivi_consent_level_box_choose (self->level, level))
    gtk_widget_error_bell (widget);
}

/* Keys */

static gboolean
is_in (GtkWidget *focus, gpointer widget)
{
  return focus != NULL && (focus == widget || gtk_widget_is_ancestor (focus, widget));
}

/* Enter saves wherever one is, but for a list that is open, a button, and an input method that needs it. */
static gboolean
key_pressed_cb (SuiviStatementEntry *self,
                guint keyval,
                guint keycode,
                GdkModifierType state,
                GtkEventController *controller)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  GdkEvent *event = gtk_event_controller_get_current_event (controller);
  GtkWidget *popover = focus != NULL ? gtk_widget_get_ancestor (focus, GTK_TYPE_POPOVER) : NULL;

  if ((keyval != GDK_KEY_Return && keyval != GDK_KEY_KP_Enter && keyval != GDK_KEY_ISO_Enter)
      || (state & (GDK_SHIFT_MASK | GDK_CONTROL_MASK | GDK_ALT_MASK)) != 0)
    return GDK_EVENT_PROPAGATE;
  if (popover != NULL && is_in (popover, self))
    return GDK_EVENT_PROPAGATE;
  if (is_in (focus, self->words) && event != NULL
      && gtk_text_view_im_context_filter_keypress (GTK_TEXT_VIEW (self->words), event))
    return GDK_EVENT_STOP;
  /* The field for themes may have a list of proposals; it tells us with "activate". */
  if (!is_in (focus, self->words) && !is_in (focus, self->code) && !is_in (focus, self->age_band)
      && !is_in (focus, self->level))
    return GDK_EVENT_PROPAGATE;

  save (self);

  return GDK_EVENT_STOP;
}

static void
select_typed (SuiviStatementEntry *self)
{
  for (guint i = 0; i < self->participants->len; i++)
    {
      const SuiviParticipant *participant = g_ptr_array_index (self->participants, i);

      if (g_ascii_strncasecmp (participant->code, self->typed->str, self->typed->len) == 0)
        {
          gtk_drop_down_set_selected (self->code, i);
          return;
        }
    }
  /* No code starts like that: a new one begins with the next letter. */
  g_string_truncate (self->typed, 0);
}

static gboolean
code_key_pressed_cb (SuiviStatementEntry *self, guint keyval, guint keycode, GdkModifierType state)
{
  gunichar letter = gdk_keyval_to_unicode (keyval);
  gint64 now = g_get_monotonic_time ();

  if ((state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK)) != 0 || letter >= 128
      || !g_ascii_isalnum (letter) || self->participants == NULL)
    return GDK_EVENT_PROPAGATE;

  if (now - self->typed_at > TYPING_US)
    g_string_truncate (self->typed, 0);
  self->typed_at = now;
  g_string_append_c (self->typed, (char) letter);
  select_typed (self);

  return GDK_EVENT_STOP;
}

static void
code_selected_cb (SuiviStatementEntry *self)
{
  SuiviParticipant *participant = get_participant (self);

  if (participant != NULL)
    gtk_drop_down_set_selected (self->age_band, participant->age_band);
  suivi_consent_level_box_set_participant (self->level, participant, self->today);
}

static void
suivi_statement_entry_dispose (GObject *object)
{
  SuiviStatementEntry *self = SUIVI_STATEMENT_ENTRY (object);

  g_clear_object (&self->workspace);
  g_clear_pointer (&self->asked, suivi_statement_free);

  G_OBJECT_CLASS (suivi_statement_entry_parent_class)->dispose (object);
}

static void
suivi_statement_entry_finalize (GObject *object)
{
  SuiviStatementEntry *self = SUIVI_STATEMENT_ENTRY (object);

  suivi_consultation_free (self->consultation);
  g_clear_pointer (&self->participants, g_ptr_array_unref);
  g_free (self->today);
  g_hash_table_unref (self->pending);
  g_hash_table_unref (self->kept);
  g_string_free (self->typed, TRUE);

  G_OBJECT_CLASS (suivi_statement_entry_parent_class)->finalize (object);
}

static void
suivi_statement_entry_class_init (SuiviStatementEntryClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = suivi_statement_entry_dispose;
  G_OBJECT_CLASS (klass)->finalize = suivi_statement_entry_finalize;

  g_type_ensure (SUIVI_TYPE_CONSENT_LEVEL_BOX);
  g_type_ensure (SUIVI_TYPE_THEME_ENTRY);
  g_type_ensure (SUIVI_TYPE_WRAP_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/suivi/Suivi/consultation/statement-entry.ui");
  gtk_widget_class_bind_template_child (widget_class, SuiviStatementEntry, words);
  gtk_widget_class_bind_template_child (widget_class, SuiviStatementEntry, code);
  gtk_widget_class_bind_template_child (widget_class, SuiviStatementEntry, age_band);
  gtk_widget_class_bind_template_child (widget_class, SuiviStatementEntry, themes);
  gtk_widget_class_bind_template_child (widget_class, SuiviStatementEntry, level);
  gtk_widget_class_bind_template_child (widget_class, SuiviStatementEntry, failure);
  gtk_widget_class_bind_template_child (widget_class, SuiviStatementEntry, said);
  gtk_widget_class_bind_template_callback (widget_class, save);
  gtk_widget_class_bind_template_callback (widget_class, key_pressed_cb);
  gtk_widget_class_bind_template_callback (widget_class, code_key_pressed_cb);
  gtk_widget_class_bind_template_callback (widget_class, code_selected_cb);
  gtk_widget_class_install_action (widget_class, "statement-entry.save", NULL, save_action);
  gtk_widget_class_install_action (widget_class, "statement-entry.level", "i", level_action);
  for (int i = 0; i < SUIVI_N_CONSENT_LEVELS; i++)
    {
      gtk_widget_class_add_binding_action (widget_class, GDK_KEY_1 + i, GDK_ALT_MASK, "statement-entry.level",
                                           "i", i);
      gtk_widget_class_add_binding_action (widget_class, GDK_KEY_KP_1 + i, GDK_ALT_MASK,
                                           "statement-entry.level", "i", i);
    }
}

static void
suivi_statement_entry_init (SuiviStatementEntry *self)
{
  const char *labels[SUIVI_N_AGE_BANDS + 1] = { NULL };
  g_autoptr (GtkStringList) bands = NULL;

  self->typed = g_string_new (NULL);
  self->pending
    = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) suivi_statement_free);
  self->kept = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  gtk_widget_init_template (GTK_WIDGET (self));
  for (guint i = 0; i < SUIVI_N_AGE_BANDS; i++)
    labels[i] = suivi_age_band_to_label (i);
  bands = gtk_string_list_new (labels);
  gtk_drop_down_set_model (self->age_band, G_LIST_MODEL (bands));
  suivi_drop_down_name (GTK_WIDGET (self->code), _ ("Code of the child"));
  suivi_drop_down_name (GTK_WIDGET (self->age_band), _ ("Age"));
}

static char *
describe_participant (const SuiviParticipant *participant)
{
  if (participant->size > 1)
    /* Translators: a code that stands for several children: the code, how many */
    return g_strdup_printf (ngettext ("%s (%u child)", "%s (%u children)", participant->size),
                            participant->code, participant->size);

  return g_strdup (participant->code);
}

static gboolean
is_same (GPtrArray *a, GPtrArray *b)
{
  if (a == NULL || b == NULL || a->len != b->len)
    return FALSE;
  for (guint i = 0; i < a->len; i++)
    {
      if (!suivi_participant_equal (g_ptr_array_index (a, i), g_ptr_array_index (b, i)))
        return FALSE;
    }

  return TRUE;
}

static guint
find_participant (GPtrArray *participants, const char *id)
{
  for (guint i = 0; id != NULL && i < participants->len; i++)
    {
      const SuiviParticipant *participant = g_ptr_array_index (participants, i);

      if (g_str_equal (participant->id, id))
        return i;
    }

  return participants->len > 0 ? 0 : GTK_INVALID_LIST_POSITION;
}

/* The code that was chosen stays chosen, and with it what was chosen about the child. */
static void
set_participants (SuiviStatementEntry *self, GPtrArray *participants)
{
  SuiviParticipant *chosen = get_participant (self);
  g_autofree char *id = chosen != NULL ? g_strdup (chosen->id) : NULL;
  guint age_band = gtk_drop_down_get_selected (self->age_band);
  g_autoptr (GtkStringList) codes = gtk_string_list_new (NULL);
  guint position = find_participant (participants, id);

  for (guint i = 0; i < participants->len; i++)
    gtk_string_list_take (codes, describe_participant (g_ptr_array_index (participants, i)));
  g_clear_pointer (&self->participants, g_ptr_array_unref);
  self->participants = g_ptr_array_ref (participants);
  gtk_drop_down_set_model (self->code, G_LIST_MODEL (codes));
  gtk_drop_down_set_selected (self->code, position);
  code_selected_cb (self);
  chosen = get_participant (self);
  if (chosen != NULL && g_strcmp0 (chosen->id, id) == 0)
    gtk_drop_down_set_selected (self->age_band, age_band);
}

/**
 * suivi_statement_entry_set:
 * @workspace: (nullable): where statements are written
 * @consultation: (nullable): the consultation
 * @participants: (element-type SuiviParticipant): those whose assent and consent are settled, by code
 * @today: (nullable): the day, ISO 8601
 *
 * Tells where statements go, and who may have said them. What is being typed stays, unless it is about another
 * consultation.
 */
void
suivi_statement_entry_set (SuiviStatementEntry *self,
                           SuiviWorkspace *workspace,
                           const SuiviConsultation *consultation,
                           GPtrArray *participants,
                           const char *today)
{
  gboolean same = FALSE;

  g_return_if_fail (SUIVI_IS_STATEMENT_ENTRY (self));

  same = consultation != NULL && is_about (self, consultation->id);
  if (!same)
    {
      suivi_statement_entry_flush (self);
      set_words (self, "");
    }
  g_set_object (&self->workspace, workspace);
  g_clear_pointer (&self->consultation, suivi_consultation_free);
  self->consultation = suivi_consultation_copy (consultation);
  g_free (self->today);
  self->today = g_strdup (today);
  if (!same)
    {
      g_clear_pointer (&self->asked, suivi_statement_free);
      self->n_saved = 0;
      gtk_label_set_label (self->said, "");
      fail (self, NULL);
      bring_back_kept (self);
    }
  if (!is_same (self->participants, participants))
    set_participants (self, participants);
}

/**
 * suivi_statement_entry_flush:
 *
 * Saves what was typed, as far as it may be saved. It goes no further than what needs nobody to read it first.
 */
void
suivi_statement_entry_flush (SuiviStatementEntry *self)
{
  g_autoptr (SuiviStatement) statement = NULL;

  g_return_if_fail (SUIVI_IS_STATEMENT_ENTRY (self));

  if (self->workspace == NULL || self->consultation == NULL || get_participant (self) == NULL)
    return;

  statement = read_statement (self);
  statement->level = MIN (statement->level, SUIVI_CONSENT_TOTALS);
  if (suivi_statement_find_fault (statement->words) == NULL && may_put (self, statement))
    put (self, g_steal_pointer (&statement));
}
