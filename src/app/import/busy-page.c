/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/import/busy-page.h"

#include <glib/gi18n-lib.h>

#define POLL_MS 100

/* How far long work is: words and a bar. The worker writes its progress, this asks for it ten times a
 * second. */
struct _SuiviBusyPage
{
  GtkWidget parent_instance;

  GtkWidget *content;
  GtkLabel *words;
  GtkProgressBar *bar;

  SuiviBusyKind kind;
  SuiviProgress *progress;
  guint timeout;
};

G_DEFINE_FINAL_TYPE (SuiviBusyPage, suivi_busy_page, GTK_TYPE_WIDGET)

static char *
describe (SuiviBusyKind kind, guint n)
{
  if (n == 0)
    {
      switch (kind)
        {
        case SUIVI_BUSY_READING:
          return g_strdup (_ ("Reading…"));
        case SUIVI_BUSY_COMPARING:
          return g_strdup (_ ("Comparing with the workspace…"));
        case SUIVI_BUSY_IMPORTING:
          return g_strdup (_ ("Importing…"));
        case SUIVI_BUSY_SAVING:
          return g_strdup (_ ("Writing the faults…"));
        case SUIVI_BUSY_STOPPING:
        default:
          return g_strdup (_ ("Stopping…"));
        }
    }

  switch (kind)
    {
    case SUIVI_BUSY_READING:
      return g_strdup_printf (ngettext ("Reading… %'u record", "Reading… %'u records", n), n);
    case SUIVI_BUSY_COMPARING:
      return g_strdup_printf (ngettext ("Comparing with the workspace… %'u record",
                                        "Comparing with the workspace… %'u records", n),
                              n);
    case SUIVI_BUSY_IMPORTING:
      return g_strdup_printf (ngettext ("Importing… %'u record", "Importing… %'u records", n), n);
    case SUIVI_BUSY_SAVING:
    case SUIVI_BUSY_STOPPING:
    default:
      return describe (kind, 0);
    }
}

static void
update (SuiviBusyPage *self)
{
  double fraction = self->progress != NULL ? suivi_progress_get_fraction (self->progress) : 0;
  g_autofree char *words
    = describe (self->kind, self->progress != NULL ? suivi_progress_get_count (self->progress) : 0);

  if (g_strcmp0 (gtk_label_get_label (self->words), words) != 0)
    gtk_label_set_label (self->words, words);
  if (fraction > 0)
    gtk_progress_bar_set_fraction (self->bar, MIN (fraction, 1));
  else
    gtk_progress_bar_pulse (self->bar);
}

static gboolean
poll_cb (gpointer user_data)
{
  update (SUIVI_BUSY_PAGE (user_data));
  return G_SOURCE_CONTINUE;
}

static void
suivi_busy_page_map (GtkWidget *widget)
{
  SuiviBusyPage *self = SUIVI_BUSY_PAGE (widget);

  GTK_WIDGET_CLASS (suivi_busy_page_parent_class)->map (widget);
  if (self->timeout == 0)
    self->timeout = g_timeout_add (POLL_MS, poll_cb, self);
}

static void
suivi_busy_page_unmap (GtkWidget *widget)
{
  g_clear_handle_id (&SUIVI_BUSY_PAGE (widget)->timeout, g_source_remove);
  GTK_WIDGET_CLASS (suivi_busy_page_parent_class)->unmap (widget);
}

static void
suivi_busy_page_dispose (GObject *object)
{
  SuiviBusyPage *self = SUIVI_BUSY_PAGE (object);

  g_clear_handle_id (&self->timeout, g_source_remove);
  g_clear_pointer (&self->progress, suivi_progress_unref);
  g_clear_pointer (&self->content, gtk_widget_unparent);

  G_OBJECT_CLASS (suivi_busy_page_parent_class)->dispose (object);
}

static void
suivi_busy_page_class_init (SuiviBusyPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = suivi_busy_page_dispose;
  widget_class->map = suivi_busy_page_map;
  widget_class->unmap = suivi_busy_page_unmap;

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/suivi/Suivi/import/busy-page.ui");
  gtk_widget_class_bind_template_child (widget_class, SuiviBusyPage, content);
  gtk_widget_class_bind_template_child (widget_class, SuiviBusyPage, words);
  gtk_widget_class_bind_template_child (widget_class, SuiviBusyPage, bar);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
suivi_busy_page_init (SuiviBusyPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * suivi_busy_page_set:
 * @kind: what goes on from now
 * @progress: (nullable): how far it is; %NULL if nobody can say
 */
void
suivi_busy_page_set (SuiviBusyPage *self, SuiviBusyKind kind, SuiviProgress *progress)
{
  g_return_if_fail (SUIVI_IS_BUSY_PAGE (self));

  self->kind = kind;
  if (self->progress != progress)
    {
      g_clear_pointer (&self->progress, suivi_progress_unref);
      self->progress = progress != NULL ? suivi_progress_ref (progress) : NULL;
      gtk_progress_bar_set_fraction (self->bar, 0);
    }
  update (self);
}
