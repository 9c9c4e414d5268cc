/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "app/consultation/text-row.h"
#include "app/review/contribution-row.h"
#include "core/scorecard/contribution.h"
#include "core/text/text.h"

struct _SuiviContributionRow
{
  SuiviRecordRow parent_instance;

  SuiviTextRow *what;
  GtkWidget *organisation;
  GtkWidget *date;
};

G_DEFINE_FINAL_TYPE (SuiviContributionRow, suivi_contribution_row, SUIVI_TYPE_RECORD_ROW)

static void
suivi_contribution_row_describe (SuiviRecordRow *row, gconstpointer record)
{
  const SuiviContribution *contribution = record;
  gboolean named = !suivi_text_is_blank (contribution->organisation);
  gboolean dated = !suivi_text_is_blank (contribution->date);
  g_autofree char *subtitle = NULL;

  if (named && dated)
    subtitle = g_strdup_printf ("%s · %s", contribution->organisation, contribution->date);
  else
    subtitle = g_strdup (named ? contribution->organisation : contribution->date);
  suivi_record_row_set_words (row, contribution->what, subtitle);
}

static void
suivi_contribution_row_class_init (SuiviContributionRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  SUIVI_RECORD_ROW_CLASS (klass)->describe = suivi_contribution_row_describe;

  g_type_ensure (SUIVI_TYPE_TEXT_ROW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/suivi/Suivi/review/contribution-row.ui");
  gtk_widget_class_bind_template_child (widget_class, SuiviContributionRow, what);
  gtk_widget_class_bind_template_child (widget_class, SuiviContributionRow, organisation);
  gtk_widget_class_bind_template_child (widget_class, SuiviContributionRow, date);
}

static void
suivi_contribution_row_init (SuiviContributionRow *self)
{
  SuiviRecordForm *form = suivi_record_row_make_form (SUIVI_RECORD_ROW (self), &suivi_contribution_record);

  gtk_widget_init_template (GTK_WIDGET (self));
  suivi_record_form_bind (form, "what", suivi_text_row_get_view (self->what));
  suivi_record_form_bind (form, "organisation", self->organisation);
  suivi_record_form_bind (form, "date", self->date);
}
