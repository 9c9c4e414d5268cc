/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/drafting/draft-row.h"

#include <glib/gi18n-lib.h>

#include "core/text/text.h"

/* As much as three lines can show; a text may be longer than a label should lay out. */
#define MAX_SHOWN 300

struct _SuiviDraftRow
{
  GtkListBoxRow parent_instance;

  GtkLabel *text;
  GtkLabel *stage;

  char *id;
};

G_DEFINE_FINAL_TYPE (SuiviDraftRow, suivi_draft_row, GTK_TYPE_LIST_BOX_ROW)

static void
suivi_draft_row_finalize (GObject *object)
{
  g_free (SUIVI_DRAFT_ROW (object)->id);

  G_OBJECT_CLASS (suivi_draft_row_parent_class)->finalize (object);
}

static void
suivi_draft_row_class_init (SuiviDraftRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = suivi_draft_row_finalize;

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/suivi/Suivi/drafting/draft-row.ui");
  gtk_widget_class_bind_template_child (widget_class, SuiviDraftRow, text);
  gtk_widget_class_bind_template_child (widget_class, SuiviDraftRow, stage);
}

static void
suivi_draft_row_init (SuiviDraftRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * suivi_draft_row_new:
 * @draft: a draft
 *
 * Returns: (transfer floating): a row
 */
GtkWidget *
suivi_draft_row_new (SuiviDraft *draft)
{
  SuiviDraftRow *self = g_object_new (SUIVI_TYPE_DRAFT_ROW, NULL);

  self->id = g_strdup (draft->id);
  suivi_draft_row_update (self, draft);

  return GTK_WIDGET (self);
}

/**
 * suivi_draft_row_update:
 * @draft: the same draft as it is now
 */
void
suivi_draft_row_update (SuiviDraftRow *self, SuiviDraft *draft)
{
  const char *stage = suivi_stage_to_label (draft->stage);
  g_autofree char *shown = NULL;
  g_autofree char *accessible = NULL;

  g_return_if_fail (SUIVI_IS_DRAFT_ROW (self));

  if (suivi_text_is_blank (draft->text))
    shown = g_strdup (_ ("Nothing written yet"));
  else if (g_utf8_strlen (draft->text, -1) > MAX_SHOWN)
    shown = g_utf8_substring (draft->text, 0, MAX_SHOWN);
  else
    shown = g_strdup (draft->text);
  g_strdelimit (shown, "\n\r\t", ' ');
  gtk_label_set_label (self->text, shown);
  gtk_label_set_label (self->stage, stage);

  /* Translators: for screen readers; first the stage of a draft ("Agreed"), then its text */
  accessible = g_strdup_printf (_ ("Draft, %s: %s"), stage, shown);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, accessible, -1);
}

/**
 * suivi_draft_row_get_id:
 *
 * Returns: key of the draft
 */
const char *
suivi_draft_row_get_id (SuiviDraftRow *self)
{
  g_return_val_if_fail (SUIVI_IS_DRAFT_ROW (self), NULL);

  return self->id;
}
