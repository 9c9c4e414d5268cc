/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "app/consultation/consultation-row.h"
#include "app/consultation/dots.h"
#include "core/drafting/dates.h"
#include "core/text/text.h"

struct _SuiviConsultationRow
{
  GtkListBoxRow parent_instance;

  GtkLabel *title;
  GtkLabel *detail;
  SuiviDots *dots;
  GtkWidget *duty_box;
  GtkWidget *overdue_icon;
  GtkLabel *duty;

  char *id;
};

G_DEFINE_FINAL_TYPE (SuiviConsultationRow, suivi_consultation_row, GTK_TYPE_LIST_BOX_ROW)

/**
 * suivi_consultation_format_day:
 * @day: ISO 8601 date, or anything else
 *
 * Returns: (transfer full) (nullable): "5 October 2026", in the language of the user; %NULL if @day is no date
 */
char *
suivi_consultation_format_day (const char *day)
{
  g_autoptr (GDateTime) moment = NULL;
  GDate date;

  if (!suivi_dates_parse_iso (day, &date))
    return NULL;

  moment = g_date_time_new_utc (g_date_get_year (&date), g_date_get_month (&date), g_date_get_day (&date), 0,
                                0, 0);
  /* Translators: how a day is written, see g_date_time_format(): "22 November 2026" */
  return g_date_time_format (moment, _ ("%-d %B %Y"));
}

/**
 * suivi_consultation_say_duty:
 * @duty: what a consultation asks for
 *
 * Returns: (transfer full): the same in words, also that it is overdue
 */
char *
suivi_consultation_say_duty (const SuiviDuty *duty)
{
  if (!duty->overdue)
    return g_strdup (duty->text);

  /* Translators: %s is what should have been done: "Tell the children: it was due on 3 March 2027" */
  return g_strdup_printf (_ ("Overdue · %s"), duty->text);
}

static void
suivi_consultation_row_finalize (GObject *object)
{
  g_free (SUIVI_CONSULTATION_ROW (object)->id);

  G_OBJECT_CLASS (suivi_consultation_row_parent_class)->finalize (object);
}

static void
suivi_consultation_row_class_init (SuiviConsultationRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = suivi_consultation_row_finalize;

  g_type_ensure (SUIVI_TYPE_DOTS);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/suivi/Suivi/consultation/consultation-row.ui");
  gtk_widget_class_bind_template_child (widget_class, SuiviConsultationRow, title);
  gtk_widget_class_bind_template_child (widget_class, SuiviConsultationRow, detail);
  gtk_widget_class_bind_template_child (widget_class, SuiviConsultationRow, dots);
  gtk_widget_class_bind_template_child (widget_class, SuiviConsultationRow, duty_box);
  gtk_widget_class_bind_template_child (widget_class, SuiviConsultationRow, overdue_icon);
  gtk_widget_class_bind_template_child (widget_class, SuiviConsultationRow, duty);
}

static void
suivi_consultation_row_init (SuiviConsultationRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * suivi_consultation_row_new:
 * @entry: a consultation
 *
 * Returns: (transfer floating): a row
 */
GtkWidget *
suivi_consultation_row_new (SuiviConsultationEntry *entry)
{
  SuiviConsultationRow *self = g_object_new (SUIVI_TYPE_CONSULTATION_ROW, NULL);

  self->id = g_strdup (entry->record->consultation->id);
  suivi_consultation_row_update (self, entry);

  return GTK_WIDGET (self);
}

static void
show_duty (SuiviConsultationRow *self, const SuiviDuty *duty)
{
  g_autofree char *words = NULL;

  gtk_widget_set_visible (self->duty_box, duty != NULL);
  if (duty == NULL)
    return;

  words = suivi_consultation_say_duty (duty);
  gtk_label_set_label (self->duty, words);
  gtk_widget_set_visible (self->overdue_icon, duty->overdue);
  if (duty->overdue)
    gtk_widget_add_css_class (self->duty_box, "overdue");
  else
    gtk_widget_remove_css_class (self->duty_box, "overdue");
}

/**
 * suivi_consultation_row_update:
 * @entry: the same consultation as it is now
 */
void
suivi_consultation_row_update (SuiviConsultationRow *self, SuiviConsultationEntry *entry)
{
  const SuiviConsultation *consultation = entry->record->consultation;
  const char *title = suivi_text_is_blank (consultation->title) ? _ ("Untitled") : consultation->title;
  const char *status = suivi_consultation_status_to_label (consultation->status);
  g_autofree char *day = suivi_consultation_format_day (consultation->begins_on);
  g_autofree char *detail = NULL;
  g_autofree char *accessible = NULL;

  g_return_if_fail (SUIVI_IS_CONSULTATION_ROW (self));

  if (day != NULL)
    /* Translators: the day of a consultation, then where it stands: "5 October 2026 · Ready" */
    detail = g_strdup_printf (_ ("%s · %s"), day, status);
  else
    detail = g_strdup (status);
  gtk_label_set_label (self->title, title);
  gtk_label_set_label (self->detail, detail);
  suivi_dots_set_standing (self->dots, entry->record->standing);
  show_duty (self, entry->duty);

  accessible = g_strjoin (", ", title, detail, gtk_widget_get_tooltip_text (GTK_WIDGET (self->dots)),
                          entry->duty != NULL ? gtk_label_get_text (self->duty) : NULL, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, accessible, -1);
}

/**
 * suivi_consultation_row_get_id:
 *
 * Returns: key of the consultation
 */
const char *
suivi_consultation_row_get_id (SuiviConsultationRow *self)
{
  g_return_val_if_fail (SUIVI_IS_CONSULTATION_ROW (self), NULL);

  return self->id;
}
