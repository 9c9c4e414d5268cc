/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/import/import-row.h"

#include <glib/gi18n-lib.h>

#include "app/import/text-diff.h"

/* One row of an import plan: take it or leave it, split it or not, and what would change. */
struct _SuiviImportRow
{
  GtkWidget parent_instance;

  GtkWidget *content;
  GtkCheckButton *include;
  GtkLabel *number;
  GtkLabel *position;
  GtkLabel *text;
  GtkLabel *states;
  GtkLabel *changes;
  GtkCheckButton *split;
  GtkLabel *parts;

  SuiviPlanRow *row;
  gboolean setting;
};

G_DEFINE_FINAL_TYPE (SuiviImportRow, suivi_import_row, GTK_TYPE_WIDGET)

enum
{
  SIGNAL_DECIDED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
show_decisions (SuiviImportRow *self)
{
  gboolean included = suivi_plan_row_get_included (self->row);

  gtk_widget_set_sensitive (GTK_WIDGET (self->split), included);
  gtk_widget_set_visible (GTK_WIDGET (self->parts), suivi_plan_row_get_split (self->row));
  if (included)
    gtk_widget_remove_css_class (GTK_WIDGET (self->text), "dim-label");
  else
    gtk_widget_add_css_class (GTK_WIDGET (self->text), "dim-label");
}

static void
include_toggled_cb (GtkCheckButton *button, SuiviImportRow *self)
{
  if (self->setting || self->row == NULL)
    return;

  suivi_plan_row_set_included (self->row, gtk_check_button_get_active (button));
  show_decisions (self);
  g_signal_emit (self, signals[SIGNAL_DECIDED], 0);
}

static void
split_toggled_cb (GtkCheckButton *button, SuiviImportRow *self)
{
  if (self->setting || self->row == NULL)
    return;

  suivi_plan_row_set_split (self->row, gtk_check_button_get_active (button));
  show_decisions (self);
  g_signal_emit (self, signals[SIGNAL_DECIDED], 0);
}

static char *
make_changes_markup (SuiviPlanRow *row)
{
  GPtrArray *changes = suivi_plan_row_get_changes (row);
  g_autoptr (GString) markup = g_string_new (NULL);

  for (guint i = 0; changes != NULL && i < changes->len; i++)
    {
      SuiviFieldChange *change = g_ptr_array_index (changes, i);
      g_autofree char *field = g_markup_escape_text (change->field, -1);
      g_autofree char *before = NULL;
      g_autofree char *after = NULL;

      suivi_text_diff (change->old_value, change->new_value, &before, &after);
      if (markup->len > 0)
        g_string_append_c (markup, '\n');
      g_string_append_printf (markup, "<small>%s</small>\n", field);
      if (before[0] != '\0')
        g_string_append_printf (markup, "%s\n", before);
      /* An arrow that points the way the text is read. */
      g_string_append_printf (markup, "→ %s", after[0] != '\0' ? after : _ ("nothing"));
    }
  return g_string_free (g_steal_pointer (&markup), FALSE);
}

static char *
make_parts_text (SuiviPlanRow *row)
{
  GPtrArray *parts = suivi_plan_row_get_parts (row);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; parts != NULL && i < parts->len; i++)
    {
      SuiviImportPart *part = g_ptr_array_index (parts, i);

      g_string_append_printf (text, "%s• %s", i > 0 ? "\n" : "", part->text);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
suivi_import_row_dispose (GObject *object)
{
  SuiviImportRow *self = SUIVI_IMPORT_ROW (object);

  g_clear_object (&self->row);
  g_clear_pointer (&self->content, gtk_widget_unparent);

  G_OBJECT_CLASS (suivi_import_row_parent_class)->dispose (object);
}

static void
suivi_import_row_class_init (SuiviImportRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = suivi_import_row_dispose;

  /**
   * SuiviImportRow::decided:
   *
   * The user took the row or left it out, or wants it split or not.
   */
  signals[SIGNAL_DECIDED]
    = g_signal_new ("decided", SUIVI_TYPE_IMPORT_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/suivi/Suivi/import/import-row.ui");
  gtk_widget_class_bind_template_child (widget_class, SuiviImportRow, content);
  gtk_widget_class_bind_template_child (widget_class, SuiviImportRow, include);
  gtk_widget_class_bind_template_child (widget_class, SuiviImportRow, number);
  gtk_widget_class_bind_template_child (widget_class, SuiviImportRow, position);
  gtk_widget_class_bind_template_child (widget_class, SuiviImportRow, text);
  gtk_widget_class_bind_template_child (widget_class, SuiviImportRow, states);
  gtk_widget_class_bind_template_child (widget_class, SuiviImportRow, changes);
  gtk_widget_class_bind_template_child (widget_class, SuiviImportRow, split);
  gtk_widget_class_bind_template_child (widget_class, SuiviImportRow, parts);
  gtk_widget_class_bind_template_callback (widget_class, include_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, split_toggled_cb);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
suivi_import_row_init (SuiviImportRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * suivi_import_row_new:
 *
 * Returns: (transfer floating): a row that shows nothing yet
 */
GtkWidget *
suivi_import_row_new (void)
{
  return g_object_new (SUIVI_TYPE_IMPORT_ROW, NULL);
}

/**
 * suivi_import_row_set:
 * @row: (nullable): what to show; %NULL lets go of the row before
 */
void
suivi_import_row_set (SuiviImportRow *self, SuiviPlanRow *row)
{
  SuiviRecommendation *recommendation = NULL;
  GPtrArray *parts = NULL;
  SuiviPlanStatus status = SUIVI_PLAN_NEW;
  g_autofree char *states = NULL;
  g_autofree char *accessible = NULL;

  g_return_if_fail (SUIVI_IS_IMPORT_ROW (self));

  g_set_object (&self->row, row);
  if (row == NULL)
    return;

  self->setting = TRUE;
  recommendation = suivi_plan_row_get_recommendation (row);
  parts = suivi_plan_row_get_parts (row);
  status = suivi_plan_row_get_status (row);
  states = suivi_recommendation_states_to_text (recommendation);

  gtk_label_set_label (self->number, recommendation->number);
  gtk_label_set_label (self->position, suivi_position_to_label (recommendation->position));
  gtk_label_set_label (self->text, recommendation->text);
  gtk_label_set_label (self->states, states);
  gtk_widget_set_visible (GTK_WIDGET (self->states), states[0] != '\0');

  gtk_widget_set_visible (GTK_WIDGET (self->changes), status == SUIVI_PLAN_CHANGED);
  if (status == SUIVI_PLAN_CHANGED)
    {
      g_autofree char *markup = make_changes_markup (row);

      gtk_label_set_markup (self->changes, markup);
    }

  /* What stays the same needs no decision. */
  gtk_widget_set_visible (GTK_WIDGET (self->include),
                          status == SUIVI_PLAN_NEW || status == SUIVI_PLAN_CHANGED);
  gtk_check_button_set_active (self->include, suivi_plan_row_get_included (row));
  /* Translators: %s is the number of a recommendation */
  accessible = g_strdup_printf (_ ("Import %s"), recommendation->number);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->include), GTK_ACCESSIBLE_PROPERTY_LABEL, accessible,
                                  -1);

  gtk_widget_set_visible (GTK_WIDGET (self->split), parts != NULL && parts->len > 1);
  if (parts != NULL && parts->len > 1)
    {
      g_autofree char *label
        = g_strdup_printf (ngettext ("Asks for several things: split into %u part",
                                     "Asks for several things: split into %u parts", parts->len),
                           parts->len);
      g_autofree char *text = make_parts_text (row);

      gtk_check_button_set_label (self->split, label);
      gtk_label_set_label (self->parts, text);
    }
  gtk_check_button_set_active (self->split, suivi_plan_row_get_split (row));
  show_decisions (self);
  self->setting = FALSE;
}
