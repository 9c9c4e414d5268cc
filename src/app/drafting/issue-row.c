/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/drafting/issue-row.h"

#include <glib/gi18n-lib.h>

struct _SuiviIssueRow
{
  GtkListBoxRow parent_instance;

  GtkLabel *title;
  GtkLabel *explanation;
  GtkLabel *warning;
  GtkWidget *add_button;
  GtkMenuButton *menu_button;

  char *id;
};

G_DEFINE_FINAL_TYPE (SuiviIssueRow, suivi_issue_row, GTK_TYPE_LIST_BOX_ROW)

static void
suivi_issue_row_finalize (GObject *object)
{
  g_free (SUIVI_ISSUE_ROW (object)->id);

  G_OBJECT_CLASS (suivi_issue_row_parent_class)->finalize (object);
}

static void
suivi_issue_row_class_init (SuiviIssueRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = suivi_issue_row_finalize;

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/suivi/Suivi/drafting/issue-row.ui");
  gtk_widget_class_bind_template_child (widget_class, SuiviIssueRow, title);
  gtk_widget_class_bind_template_child (widget_class, SuiviIssueRow, explanation);
  gtk_widget_class_bind_template_child (widget_class, SuiviIssueRow, warning);
  gtk_widget_class_bind_template_child (widget_class, SuiviIssueRow, add_button);
  gtk_widget_class_bind_template_child (widget_class, SuiviIssueRow, menu_button);
}

static void
suivi_issue_row_init (SuiviIssueRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
append_item (GMenu *menu, const char *label, const char *action, const char *id)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target (item, action, "s", id);
  g_menu_append_item (menu, item);
}

static void
fill_menu (SuiviIssueRow *self)
{
  g_autoptr (GMenu) menu = g_menu_new ();

  append_item (menu, _ ("_New draft"), "drafting.new-draft", self->id);
  append_item (menu, _ ("_Edit issue…"), "drafting.edit-issue", self->id);
  append_item (menu, _ ("Move _up"), "drafting.raise-issue", self->id);
  append_item (menu, _ ("_Delete issue"), "drafting.delete-issue", self->id);
  gtk_menu_button_set_menu_model (self->menu_button, G_MENU_MODEL (menu));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->add_button), "drafting.new-draft");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->add_button), "s", self->id);
}

/**
 * suivi_issue_row_new:
 * @issue: an issue
 * @writable: whether it can be changed
 *
 * Returns: (transfer floating): a row
 */
GtkWidget *
suivi_issue_row_new (SuiviIssue *issue, gboolean writable)
{
  SuiviIssueRow *self = g_object_new (SUIVI_TYPE_ISSUE_ROW, NULL);

  self->id = g_strdup (issue->priority->id);
  fill_menu (self);
  suivi_issue_row_update (self, issue, writable);

  return GTK_WIDGET (self);
}

static void
name (GtkWidget *widget, const char *format, const char *title)
{
  GString *text = g_string_new (format);

  g_string_replace (text, "%s", title, 1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, text->str, -1);
  gtk_widget_set_tooltip_text (widget, text->str);
  g_string_free (text, TRUE);
}

/**
 * suivi_issue_row_update:
 * @issue: the same issue as it is now
 * @writable: whether it can be changed
 */
void
suivi_issue_row_update (SuiviIssueRow *self, SuiviIssue *issue, gboolean writable)
{
  const char *title = issue->priority->title;
  guint n_drafts = issue->drafts->len;
  g_autofree char *warning = NULL;
  g_autofree char *count = NULL;
  g_autofree char *accessible = NULL;

  g_return_if_fail (SUIVI_IS_ISSUE_ROW (self));

  gtk_label_set_label (self->title, title);
  gtk_label_set_label (self->explanation, issue->priority->explanation);
  gtk_widget_set_visible (GTK_WIDGET (self->explanation), issue->priority->explanation[0] != '\0');
  if (n_drafts > SUIVI_MAX_DRAFTS_EACH)
    warning
      = g_strdup_printf (ngettext ("%u draft: one or two for each issue are easier to take up",
                                   "%u drafts: one or two for each issue are easier to take up", n_drafts),
                         n_drafts);
  gtk_label_set_label (self->warning, warning != NULL ? warning : "");
  gtk_widget_set_visible (GTK_WIDGET (self->warning), warning != NULL);
  gtk_widget_set_visible (self->add_button, writable);
  gtk_widget_set_visible (GTK_WIDGET (self->menu_button), writable);
  /* Translators: %s is the title of an issue */
  name (self->add_button, _ ("New draft for “%s”"), title);
  /* Translators: %s is the title of an issue */
  name (GTK_WIDGET (self->menu_button), _ ("What can be done with “%s”"), title);

  count = g_strdup_printf (ngettext ("%u draft", "%u drafts", n_drafts), n_drafts);
  /* Translators: for screen readers; first the title of an issue, then "2 drafts" */
  accessible = g_strdup_printf (_ ("Issue: %s, %s"), title, count);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, accessible, -1);
}

/**
 * suivi_issue_row_get_id:
 *
 * Returns: key of the issue
 */
const char *
suivi_issue_row_get_id (SuiviIssueRow *self)
{
  g_return_val_if_fail (SUIVI_IS_ISSUE_ROW (self), NULL);

  return self->id;
}
