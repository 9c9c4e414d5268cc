/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "app/consultation/consultation-change.h"
#include "app/consultation/day-step.h"
#include "app/consultation/headcount-grid.h"
#include "app/consultation/headcount-preview.h"
#include "core/scorecard/assessment.h"
#include "core/text/text.h"

/* A longer name of a group is a mistake. */
#define MAX_GROUP_LENGTH 100

struct _SuiviDayStep
{
  SuiviConsultationStep parent_instance;

  GtkWidget *gate;
  GtkLabel *gate_reason;
  GtkWidget *content;
  SuiviHeadcountGrid *grid;
  GtkLabel *comparison;
  AdwPreferencesGroup *groups;
  GtkWidget *add_box;
  GtkEditable *add_group;
  SuiviHeadcountPreview *preview;

  GPtrArray *rows; /* (element-type GtkWidget) (unowned): of the groups */
  gboolean filling;
};

G_DEFINE_FINAL_TYPE (SuiviDayStep, suivi_day_step, SUIVI_TYPE_CONSULTATION_STEP)

static SuiviHeadcountCell *
get_cell (SuiviDayStep *self, guint i)
{
  return g_object_get_data (g_ptr_array_index (self->rows, i), "suivi-cell");
}

static const char *
get_group (SuiviDayStep *self, guint i)
{
  return g_object_get_data (g_ptr_array_index (self->rows, i), "suivi-group");
}

/* What follows from the numbers as they are typed */

static guint
count_settled (SuiviConsultationRecord *record)
{
  g_autofree char *today = suivi_date_today ();
  guint n = 0;

  for (guint i = 0; i < record->participants->len; i++)
    {
      const SuiviParticipant *participant = g_ptr_array_index (record->participants, i);

      if (suivi_participant_gate_settled (participant, today, NULL))
        n += participant->size;
    }

  return n;
}

static void
compare (SuiviDayStep *self)
{
  SuiviConsultationRecord *record = suivi_consultation_step_get_record (SUIVI_CONSULTATION_STEP (self));
  guint counted = suivi_headcount_grid_get_sum (self->grid);
  g_autofree char *children = NULL;
  g_autofree char *sentence = NULL;

  gtk_widget_set_visible (GTK_WIDGET (self->comparison), record != NULL);
  if (record == NULL)
    return;

  children = g_strdup_printf (ngettext ("%u child counted", "%u children counted", counted), counted);
  /* Translators: %s is "33 children counted"; %u how many of them agreed, and may take part */
  sentence = g_strdup_printf (_ ("%s, %u with settled consent"), children, count_settled (record));
  gtk_label_set_label (self->comparison, sentence);
}

static void
show_result (SuiviDayStep *self)
{
  g_autoptr (GPtrArray) headcounts = g_ptr_array_new_with_free_func ((GDestroyNotify) suivi_headcount_free);

  if (self->filling)
    return;

  suivi_headcount_grid_add_to (self->grid, headcounts);
  for (guint i = 0; i < self->rows->len; i++)
    {
      SuiviHeadcount *headcount = suivi_headcount_cell_dup_headcount (get_cell (self, i));

      if (headcount != NULL)
        g_ptr_array_add (headcounts, headcount);
    }
  suivi_headcount_preview_show (self->preview, headcounts);
  compare (self);
}

/* Saving */

static void
put (SuiviDayStep *self, SuiviHeadcount *headcount)
{
  suivi_consultation_step_put (SUIVI_CONSULTATION_STEP (self), _ ("Count children"),
                               SUIVI_PUT (suivi_transaction_put_headcount), headcount,
                               (GDestroyNotify) suivi_headcount_free, NULL);
}

static void
edited_cb (SuiviDayStep *self, gpointer headcount)
{
  put (self, suivi_headcount_copy (headcount));
}

/* Further groups */

static void
add_row (SuiviDayStep *self, const char *group_name)
{
  const char *label = suivi_child_group_to_label (group_name);
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *cell = suivi_headcount_cell_new (SUIVI_AGE_UNKNOWN, SUIVI_GENDER_UNKNOWN, group_name, label);

  /* The user may have named it: no markup. */
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), label);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), cell);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), cell);
  g_object_set_data (G_OBJECT (row), "suivi-cell", cell);
  g_object_set_data_full (G_OBJECT (row), "suivi-group", g_strdup (group_name), g_free);
  g_signal_connect_object (cell, "changed", G_CALLBACK (show_result), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (cell, "edited", G_CALLBACK (edited_cb), self, G_CONNECT_SWAPPED);
  adw_preferences_group_add (self->groups, row);
  g_ptr_array_add (self->rows, row);
}

static gboolean
is_offered (const char *group_name)
{
  for (guint i = 0; i < SUIVI_N_CHILD_GROUPS; i++)
    if (g_str_equal (group_name, suivi_child_group_get_name (i)))
      return TRUE;

  return FALSE;
}

/* A row for each group that is offered or has a number; those of one's own go when their number is undone. */
static void
show_groups (SuiviDayStep *self, const char *consultation_id, GPtrArray *headcounts, gboolean writable)
{
  g_autoptr (GHashTable) by_name = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) shown = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < self->rows->len; i++)
    g_hash_table_add (shown, (char *) get_group (self, i));
  for (guint i = 0; i < headcounts->len; i++)
    {
      SuiviHeadcount *headcount = g_ptr_array_index (headcounts, i);

      if (*headcount->group_name == '\0')
        continue;
      g_hash_table_insert (by_name, headcount->group_name, headcount);
      if (g_hash_table_add (shown, headcount->group_name))
        add_row (self, headcount->group_name);
    }

  for (guint i = self->rows->len; i-- > 0;)
    {
      const SuiviHeadcount *headcount = g_hash_table_lookup (by_name, get_group (self, i));

      if (headcount != NULL || is_offered (get_group (self, i)))
        {
          suivi_headcount_cell_show (get_cell (self, i), consultation_id, headcount, writable);
        }
      else
        {
          adw_preferences_group_remove (self->groups, g_ptr_array_index (self->rows, i));
          g_ptr_array_remove_index (self->rows, i);
        }
    }
}

/* Names are compared as people read them: "Rural" is not offered twice. Returns: (nullable): its field */
static SuiviHeadcountCell *
find_cell (SuiviDayStep *self, const char *typed)
{
  g_autofree char *folded = suivi_text_fold (typed);

  for (guint i = 0; i < self->rows->len; i++)
    {
      g_autofree char *label = suivi_text_fold (suivi_child_group_to_label (get_group (self, i)));
      g_autofree char *key = suivi_text_fold (get_group (self, i));

      if (g_str_equal (label, folded) || g_str_equal (key, folded))
        return get_cell (self, i);
    }

  return NULL;
}

static void
add_group_cb (SuiviDayStep *self)
{
  SuiviConsultationRecord *record = suivi_consultation_step_get_record (SUIVI_CONSULTATION_STEP (self));
  g_autofree char *name = suivi_text_clean (gtk_editable_get_text (self->add_group));
  SuiviHeadcountCell *known = NULL;

  if (record == NULL || *name == '\0')
    return;
  if (g_utf8_strlen (name, -1) > MAX_GROUP_LENGTH)
    {
      suivi_consultation_step_fail (SUIVI_CONSULTATION_STEP (self),
                                    _ ("The name of the group is too long. Use a few words."));
      return;
    }

  known = find_cell (self, name);
  gtk_editable_set_text (self->add_group, "");
  if (known != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (known));
  else
    put (self,
         suivi_headcount_new (record->consultation->id, SUIVI_AGE_UNKNOWN, SUIVI_GENDER_UNKNOWN, name, 0));
}

/* The step */

static void
suivi_day_step_flush (SuiviConsultationStep *step)
{
  SuiviDayStep *self = SUIVI_DAY_STEP (step);

  suivi_headcount_grid_flush (self->grid);
  for (guint i = 0; i < self->rows->len; i++)
    suivi_headcount_cell_flush (get_cell (self, i));
  if (suivi_consultation_step_is_writable (step))
    add_group_cb (self);
}

static void
suivi_day_step_show (SuiviConsultationStep *step)
{
  SuiviDayStep *self = SUIVI_DAY_STEP (step);
  SuiviConsultationRecord *record = suivi_consultation_step_get_record (step);
  g_autofree char *wait = record != NULL ? suivi_consultation_wait (record, SUIVI_CONSULTATION_READY) : NULL;
  g_autoptr (GPtrArray) nobody = g_ptr_array_new ();
  GPtrArray *headcounts = record != NULL ? record->headcounts : nobody;
  const char *id = record != NULL ? record->consultation->id : NULL;
  gboolean writable = suivi_consultation_step_is_writable (step) && wait == NULL
                      && record->consultation->status != SUIVI_CONSULTATION_CLOSED;

  gtk_label_set_label (self->gate_reason, wait != NULL ? wait : "");
  gtk_widget_set_visible (self->gate, wait != NULL);
  gtk_widget_set_sensitive (self->content, wait == NULL);
  gtk_widget_set_visible (self->add_box, writable);
  /* Forty numbers are shown one by one: what follows from them is computed once. */
  self->filling = TRUE;
  suivi_headcount_grid_show (self->grid, id, headcounts, writable);
  show_groups (self, id, headcounts, writable);
  self->filling = FALSE;
  show_result (self);
}

static void
suivi_day_step_dispose (GObject *object)
{
  SuiviDayStep *self = SUIVI_DAY_STEP (object);

  g_clear_pointer (&self->rows, g_ptr_array_unref);

  G_OBJECT_CLASS (suivi_day_step_parent_class)->dispose (object);
}

static void
suivi_day_step_class_init (SuiviDayStepClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  SuiviConsultationStepClass *step_class = SUIVI_CONSULTATION_STEP_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = suivi_day_step_dispose;
  step_class->show = suivi_day_step_show;
  step_class->flush = suivi_day_step_flush;

  g_type_ensure (SUIVI_TYPE_HEADCOUNT_GRID);
  g_type_ensure (SUIVI_TYPE_HEADCOUNT_PREVIEW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/suivi/Suivi/consultation/day-step.ui");
  gtk_widget_class_bind_template_child (widget_class, SuiviDayStep, gate);
  gtk_widget_class_bind_template_child (widget_class, SuiviDayStep, gate_reason);
  gtk_widget_class_bind_template_child (widget_class, SuiviDayStep, content);
  gtk_widget_class_bind_template_child (widget_class, SuiviDayStep, grid);
  gtk_widget_class_bind_template_child (widget_class, SuiviDayStep, comparison);
  gtk_widget_class_bind_template_child (widget_class, SuiviDayStep, groups);
  gtk_widget_class_bind_template_child (widget_class, SuiviDayStep, add_box);
  gtk_widget_class_bind_template_child (widget_class, SuiviDayStep, add_group);
  gtk_widget_class_bind_template_child (widget_class, SuiviDayStep, preview);
  gtk_widget_class_bind_template_callback (widget_class, add_group_cb);
}

static void
suivi_day_step_init (SuiviDayStep *self)
{
  self->rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (self->grid, "changed", G_CALLBACK (show_result), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->grid, "edited", G_CALLBACK (edited_cb), self, G_CONNECT_SWAPPED);
  for (guint i = 0; i < SUIVI_N_CHILD_GROUPS; i++)
    add_row (self, suivi_child_group_get_name (i));
}
