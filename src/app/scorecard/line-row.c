/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/scorecard/line-row.h"

#include <glib/gi18n-lib.h>

#include "app/light-words.h"
#include "app/review/light-label.h"
#include "app/review/row-name.h"
#include "core/scorecard/comparison.h"
#include "core/text/text.h"

struct _SuiviLineRow
{
  GtkBox parent_instance;

  GtkLabel *number;
  GtkLabel *before;
  GtkLabel *arrow;
  GtkLabel *now;
  GtkLabel *mark;
  GtkLabel *text;
  GtkLabel *detail;

  SuiviScorecardRow *line; /* (owned) (nullable) */
};

G_DEFINE_FINAL_TYPE (SuiviLineRow, suivi_line_row, GTK_TYPE_BOX)

static void
suivi_line_row_dispose (GObject *object)
{
  g_clear_object (&SUIVI_LINE_ROW (object)->line);

  G_OBJECT_CLASS (suivi_line_row_parent_class)->dispose (object);
}

static void
suivi_line_row_class_init (SuiviLineRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = suivi_line_row_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/suivi/Suivi/scorecard/line-row.ui");
  gtk_widget_class_bind_template_child (widget_class, SuiviLineRow, number);
  gtk_widget_class_bind_template_child (widget_class, SuiviLineRow, before);
  gtk_widget_class_bind_template_child (widget_class, SuiviLineRow, arrow);
  gtk_widget_class_bind_template_child (widget_class, SuiviLineRow, now);
  gtk_widget_class_bind_template_child (widget_class, SuiviLineRow, mark);
  gtk_widget_class_bind_template_child (widget_class, SuiviLineRow, text);
  gtk_widget_class_bind_template_child (widget_class, SuiviLineRow, detail);
}

static void
suivi_line_row_init (SuiviLineRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * suivi_line_row_new:
 *
 * Returns: (transfer floating): an empty row, for a factory
 */
GtkWidget *
suivi_line_row_new (void)
{
  return g_object_new (SUIVI_TYPE_LINE_ROW, NULL);
}

static void
show_light (GtkLabel *label, guint light)
{
  gtk_widget_set_visible (GTK_WIDGET (label), light != SUIVI_LIGHT_ABSENT);
  if (light != SUIVI_LIGHT_ABSENT)
    suivi_light_label_set (label, light, TRUE);
}

static void
say (GtkWidget *widget)
{
  SuiviScorecardRow *line = SUIVI_LINE_ROW (widget)->line;
  g_autofree char *lights = NULL;
  g_autofree char *marked = NULL;
  g_autofree char *name = NULL;

  if (line == NULL)
    return;

  lights = suivi_scorecard_row_dup_lights (line, suivi_light_words_get (widget));
  marked = g_strjoin (line->differs ? " " : "", lights, suivi_scorecard_row_get_mark (line), NULL);
  if (suivi_text_is_blank (line->number))
    /* Translators: a row without number for screen readers: text, lights, reason of the grade */
    name = g_strdup_printf (_ ("%s %s. %s"), line->text, marked, line->detail);
  else
    /* Translators: a row for screen readers: number, lights, text, reason of the grade */
    name = g_strdup_printf (_ ("%s. %s. %s %s"), line->number, marked, line->text, line->detail);
  suivi_row_name_set (widget, name);
}

/**
 * suivi_line_row_set_line:
 * @line: what to show; the row is in its list already
 */
void
suivi_line_row_set_line (SuiviLineRow *self, SuiviScorecardRow *line)
{
  gboolean rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;

  g_return_if_fail (SUIVI_IS_LINE_ROW (self));

  g_set_object (&self->line, line);
  gtk_label_set_label (self->number, line->number);
  /* Without a number, the text below says which one it is. */
  gtk_widget_set_visible (GTK_WIDGET (self->number), !suivi_text_is_blank (line->number));
  show_light (self->before, line->before);
  show_light (self->now, line->now);
  gtk_label_set_label (self->arrow, rtl ? "←" : "→");
  gtk_widget_set_visible (GTK_WIDGET (self->arrow),
                          line->before != SUIVI_LIGHT_ABSENT && line->now != SUIVI_LIGHT_ABSENT);
  gtk_label_set_label (self->mark, suivi_scorecard_row_get_mark (line));
  gtk_widget_set_visible (GTK_WIDGET (self->mark), line->differs);
  gtk_label_set_label (self->text, line->text);
  gtk_label_set_label (self->detail, line->detail);
  gtk_widget_set_visible (GTK_WIDGET (self->detail), line->detail[0] != '\0');
  say (GTK_WIDGET (self));
  suivi_light_words_follow (GTK_WIDGET (self), say);
}
