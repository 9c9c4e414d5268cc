/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/import/change-view.h"

#include <glib/gi18n-lib.h>

#include "app/import/pair-layout.h"
#include "app/import/text-diff.h"

/* What the workspace has and what the file has, side by side, with the words marked that differ. */
struct _SuiviChangeView
{
  GtkWidget parent_instance;

  GtkWidget *content;
  GtkLabel *field;
  GtkLabel *conflict;
  GtkLabel *before;
  GtkLabel *after;
};

G_DEFINE_FINAL_TYPE (SuiviChangeView, suivi_change_view, GTK_TYPE_WIDGET)

static void
suivi_change_view_dispose (GObject *object)
{
  g_clear_pointer (&SUIVI_CHANGE_VIEW (object)->content, gtk_widget_unparent);

  G_OBJECT_CLASS (suivi_change_view_parent_class)->dispose (object);
}

static void
suivi_change_view_class_init (SuiviChangeViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = suivi_change_view_dispose;

  g_type_ensure (SUIVI_TYPE_PAIR_LAYOUT);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/suivi/Suivi/import/change-view.ui");
  gtk_widget_class_bind_template_child (widget_class, SuiviChangeView, content);
  gtk_widget_class_bind_template_child (widget_class, SuiviChangeView, field);
  gtk_widget_class_bind_template_child (widget_class, SuiviChangeView, conflict);
  gtk_widget_class_bind_template_child (widget_class, SuiviChangeView, before);
  gtk_widget_class_bind_template_child (widget_class, SuiviChangeView, after);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
suivi_change_view_init (SuiviChangeView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * suivi_change_view_new:
 *
 * Returns: (transfer floating): a view of one change
 */
GtkWidget *
suivi_change_view_new (void)
{
  return g_object_new (SUIVI_TYPE_CHANGE_VIEW, NULL);
}

static void
set_side (GtkLabel *label, const char *markup)
{
  /* Translators: in place of a value where there is none. "Nothing" is a level: what was asked was not done at all. */
  gtk_label_set_markup (label, markup[0] != '\0' ? markup : _ ("not filled in"));
  if (markup[0] != '\0')
    gtk_widget_remove_css_class (GTK_WIDGET (label), "dim-label");
  else
    gtk_widget_add_css_class (GTK_WIDGET (label), "dim-label");
}

/**
 * suivi_change_view_set:
 * @field: (nullable): what changes, "Position"
 * @before: (nullable): what the workspace has
 * @after: (nullable): what the file has
 * @conflict: whether the workspace's own value changed since the file was written
 */
void
suivi_change_view_set (SuiviChangeView *self,
                       const char *field,
                       const char *before,
                       const char *after,
                       gboolean conflict)
{
  g_autofree char *before_markup = NULL;
  g_autofree char *after_markup = NULL;

  g_return_if_fail (SUIVI_IS_CHANGE_VIEW (self));

  suivi_text_diff (before, after, &before_markup, &after_markup);
  gtk_label_set_label (self->field, field != NULL ? field : "");
  gtk_widget_set_visible (GTK_WIDGET (self->field), field != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->conflict), conflict);
  set_side (self->before, before_markup);
  set_side (self->after, after_markup);
}
