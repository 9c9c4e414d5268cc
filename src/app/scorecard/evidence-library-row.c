/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/scorecard/evidence-library-row.h"

#include <glib/gi18n-lib.h>

#include "app/review/row-name.h"
#include "app/scorecard/evidence-words.h"

struct _SuiviEvidenceLibraryRow
{
  GtkBox parent_instance;

  GtkLabel *title;
  GtkLabel *caption;
  GtkLabel *count;
  GtkWidget *supported;
  GtkWidget *delete_button;
};

G_DEFINE_FINAL_TYPE (SuiviEvidenceLibraryRow, suivi_evidence_library_row, GTK_TYPE_BOX)

static void
suivi_evidence_library_row_class_init (SuiviEvidenceLibraryRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/suivi/Suivi/scorecard/evidence-library-row.ui");
  gtk_widget_class_bind_template_child (widget_class, SuiviEvidenceLibraryRow, title);
  gtk_widget_class_bind_template_child (widget_class, SuiviEvidenceLibraryRow, caption);
  gtk_widget_class_bind_template_child (widget_class, SuiviEvidenceLibraryRow, count);
  gtk_widget_class_bind_template_child (widget_class, SuiviEvidenceLibraryRow, supported);
  gtk_widget_class_bind_template_child (widget_class, SuiviEvidenceLibraryRow, delete_button);
}

static void
suivi_evidence_library_row_init (SuiviEvidenceLibraryRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * suivi_evidence_library_row_new:
 *
 * Returns: (transfer floating): an empty row, for a factory
 */
GtkWidget *
suivi_evidence_library_row_new (void)
{
  return g_object_new (SUIVI_TYPE_EVIDENCE_LIBRARY_ROW, NULL);
}

static void
set_action (GtkWidget *button, const char *action, const char *words, const SuiviEvidence *evidence)
{
  /* Translators: name of a button for screen readers: what it does, title of the evidence */
  g_autofree char *name = g_strdup_printf (_ ("%s: %s"), words, evidence->title);

  /* In this order: an action of this name without a target would be another one. */
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", evidence->id);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

/**
 * suivi_evidence_library_row_set_item:
 * @item: what to show; the row is in its list already
 * @with_buttons: whether something can be done with it besides choosing it
 * @writable: whether it can be deleted
 */
void
suivi_evidence_library_row_set_item (SuiviEvidenceLibraryRow *self,
                                     SuiviEvidenceItem *item,
                                     gboolean with_buttons,
                                     gboolean writable)
{
  const SuiviEvidence *evidence = item->evidence;
  const guint n = item->n_supported;
  g_autofree char *caption = suivi_evidence_describe (evidence);
  g_autofree char *count = NULL;
  g_autofree char *name = NULL;

  g_return_if_fail (SUIVI_IS_EVIDENCE_LIBRARY_ROW (self));

  count = n > 0
            ? g_strdup_printf (ngettext ("Supports %u recommendation", "Supports %u recommendations", n), n)
            : g_strdup (_ ("Supports no recommendation yet"));
  gtk_label_set_label (self->title, evidence->title);
  gtk_label_set_label (self->caption, caption);
  gtk_label_set_label (self->count, count);
  gtk_widget_set_visible (GTK_WIDGET (self->count), !with_buttons || n == 0);
  gtk_button_set_label (GTK_BUTTON (self->supported), count);
  gtk_widget_set_visible (self->supported, with_buttons && n > 0);
  gtk_widget_set_visible (self->delete_button, with_buttons && writable);
  set_action (self->supported, "evidence-library.supported", count, evidence);
  set_action (self->delete_button, "evidence-library.delete", _ ("Delete"), evidence);

  /* Translators: a row for screen readers: title of the evidence, what else is known, how much it supports */
  name = g_strdup_printf (_ ("%s. %s. %s"), evidence->title, caption, count);
  suivi_row_name_set (GTK_WIDGET (self), name);
}
