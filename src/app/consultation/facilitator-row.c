/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "app/consultation/facilitator-row.h"
#include "core/consultation/facilitator.h"
#include "core/text/text.h"

struct _SuiviFacilitatorRow
{
  SuiviRecordRow parent_instance;

  GtkWidget *name;
  GtkWidget *role;
  GtkWidget *screened_on;
  GtkWidget *conduct_on;
  GtkWidget *trained_on;
};

G_DEFINE_FINAL_TYPE (SuiviFacilitatorRow, suivi_facilitator_row, SUIVI_TYPE_RECORD_ROW)

static char *
say_missing (const SuiviFacilitator *facilitator)
{
  g_autoptr (GPtrArray) missing = g_ptr_array_new ();
  g_autofree char *list = NULL;

  if (suivi_text_is_blank (facilitator->screened_on))
    /* Translators: of an adult: her background was not checked yet. After "Missing: " */
    g_ptr_array_add (missing, _ ("screening"));
  if (suivi_text_is_blank (facilitator->conduct_on))
    /* Translators: after "Missing: " */
    g_ptr_array_add (missing, _ ("code of conduct"));
  if (suivi_text_is_blank (facilitator->trained_on))
    /* Translators: after "Missing: " */
    g_ptr_array_add (missing, _ ("training"));
  if (missing->len == 0)
    return NULL;

  g_ptr_array_add (missing, NULL);
  list = g_strjoinv (", ", (char **) missing->pdata);

  /* Translators: %s is a list: "screening, training" */
  return g_strdup_printf (_ ("Missing: %s"), list);
}

static void
suivi_facilitator_row_describe (SuiviRecordRow *row, gconstpointer record)
{
  const SuiviFacilitator *facilitator = record;
  gboolean named = !suivi_text_is_blank (facilitator->name);
  g_autofree char *missing = say_missing (facilitator);
  const char *role = suivi_text_is_blank (facilitator->role) ? NULL : facilitator->role;
  g_autofree char *subtitle
    = role != NULL && missing != NULL ? g_strdup_printf ("%s · %s", role, missing)
                                      : g_strdup (missing != NULL ? missing : role);

  suivi_record_row_set_words (row, named ? facilitator->name : _ ("No name yet"),
                              subtitle != NULL ? subtitle : "");
}

static void
suivi_facilitator_row_class_init (SuiviFacilitatorRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  SUIVI_RECORD_ROW_CLASS (klass)->describe = suivi_facilitator_row_describe;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/suivi/Suivi/consultation/facilitator-row.ui");
  gtk_widget_class_bind_template_child (widget_class, SuiviFacilitatorRow, name);
  gtk_widget_class_bind_template_child (widget_class, SuiviFacilitatorRow, role);
  gtk_widget_class_bind_template_child (widget_class, SuiviFacilitatorRow, screened_on);
  gtk_widget_class_bind_template_child (widget_class, SuiviFacilitatorRow, conduct_on);
  gtk_widget_class_bind_template_child (widget_class, SuiviFacilitatorRow, trained_on);
}

static void
suivi_facilitator_row_init (SuiviFacilitatorRow *self)
{
  SuiviRecordForm *form = suivi_record_row_make_form (SUIVI_RECORD_ROW (self), &suivi_facilitator_record);

  gtk_widget_init_template (GTK_WIDGET (self));
  suivi_record_form_bind (form, "name", self->name);
  suivi_record_form_bind (form, "role", self->role);
  suivi_record_form_bind_date (form, "screened_on", self->screened_on);
  suivi_record_form_bind_date (form, "conduct_on", self->conduct_on);
  suivi_record_form_bind_date (form, "trained_on", self->trained_on);
}
