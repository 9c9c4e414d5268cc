/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/sources/source-row.h"

#include <glib/gi18n-lib.h>

#include "app/import/file-summary.h"
#include "app/relative-time.h"
#include "core/text/text.h"

/* A name that says nothing but takes the whole window helps nobody; file names are not trusted. */
#define MAX_NAME_LENGTH 200

struct _SuiviSourceRow
{
  AdwExpanderRow parent_instance;

  GtkLabel *now;
  AdwActionRow *rows_row;
  GtkLabel *rows;
  GtkLabel *n_new;
  GtkLabel *n_changed;
  GtkLabel *n_same;
  GtkLabel *n_left_out;
  GtkWidget *checksum_row;
  GtkLabel *checksum;

  char *import_id;
};

G_DEFINE_FINAL_TYPE (SuiviSourceRow, suivi_source_row, ADW_TYPE_EXPANDER_ROW)

enum
{
  SIGNAL_COPIED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
copy_checksum_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SuiviSourceRow *self = SUIVI_SOURCE_ROW (widget);

  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), gtk_label_get_text (self->checksum));
  g_signal_emit (self, signals[SIGNAL_COPIED], 0);
}

static void
suivi_source_row_finalize (GObject *object)
{
  g_free (SUIVI_SOURCE_ROW (object)->import_id);

  G_OBJECT_CLASS (suivi_source_row_parent_class)->finalize (object);
}

static void
suivi_source_row_class_init (SuiviSourceRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = suivi_source_row_finalize;

  signals[SIGNAL_COPIED]
    = g_signal_new ("copied", SUIVI_TYPE_SOURCE_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/suivi/Suivi/sources/source-row.ui");
  gtk_widget_class_bind_template_child (widget_class, SuiviSourceRow, now);
  gtk_widget_class_bind_template_child (widget_class, SuiviSourceRow, rows_row);
  gtk_widget_class_bind_template_child (widget_class, SuiviSourceRow, rows);
  gtk_widget_class_bind_template_child (widget_class, SuiviSourceRow, n_new);
  gtk_widget_class_bind_template_child (widget_class, SuiviSourceRow, n_changed);
  gtk_widget_class_bind_template_child (widget_class, SuiviSourceRow, n_same);
  gtk_widget_class_bind_template_child (widget_class, SuiviSourceRow, n_left_out);
  gtk_widget_class_bind_template_child (widget_class, SuiviSourceRow, checksum_row);
  gtk_widget_class_bind_template_child (widget_class, SuiviSourceRow, checksum);
  gtk_widget_class_install_action (widget_class, "source.copy-checksum", NULL, copy_checksum_action);
}

static void
suivi_source_row_init (SuiviSourceRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
set_number (GtkLabel *label, guint number)
{
  g_autofree char *text = g_strdup_printf ("%u", number);

  gtk_label_set_label (label, text);
}

static char *
describe_name (const SuiviImport *import)
{
  g_autofree char *name = suivi_text_clean (import->file_name);

  if (name[0] == '\0')
    return g_strdup (_ ("Unnamed file"));
  if (g_utf8_strlen (name, -1) > MAX_NAME_LENGTH)
    {
      g_autofree char *start = g_utf8_substring (name, 0, MAX_NAME_LENGTH);

      return g_strconcat (start, "…", NULL);
    }

  return g_steal_pointer (&name);
}

/* "UHRI export · 22 November 2026 · Maria K." */
static char *
describe_origin (const SuiviImport *import)
{
  g_autofree char *day = import->imported_at != NULL && strlen (import->imported_at) >= 10
                           ? g_strndup (import->imported_at, 10)
                           : NULL;
  g_autofree char *date = day != NULL ? suivi_format_day (day) : g_strdup ("");
  g_autoptr (GStrvBuilder) parts = g_strv_builder_new ();
  g_auto (GStrv) strv = NULL;

  g_strv_builder_add (parts, suivi_import_format_to_label (import->format));
  if (date[0] != '\0')
    g_strv_builder_add (parts, date);
  if (!suivi_text_is_blank (import->imported_by))
    g_strv_builder_add (parts, import->imported_by);
  strv = g_strv_builder_end (parts);

  return g_strjoinv (" · ", strv);
}

/**
 * suivi_source_row_new:
 * @import: an import
 *
 * Returns: (transfer floating): a row
 */
GtkWidget *
suivi_source_row_new (const SuiviImport *import)
{
  SuiviSourceRow *self = g_object_new (SUIVI_TYPE_SOURCE_ROW, NULL);
  g_autofree char *name = describe_name (import);
  g_autofree char *origin = describe_origin (import);
  g_autofree char *accessible = g_strdup_printf ("%s, %s", name, origin);

  self->import_id = g_strdup (import->id);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), name);
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (self), origin);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), import->imported_at);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, accessible, -1);
  set_number (self->now, import->n_now);
  set_number (self->rows, import->rows);
  /* How many rows were of other States is not recorded; that the numbers below need not add up must be said. */
  if (import->rows > import->n_new + import->n_changed + import->n_same + import->n_left_out)
    adw_action_row_set_subtitle (self->rows_row,
                                 _ ("Also rows of States that were not chosen, and several rows of one "
                                    "recommendation"));
  set_number (self->n_new, import->n_new);
  set_number (self->n_changed, import->n_changed);
  set_number (self->n_same, import->n_same);
  set_number (self->n_left_out, import->n_left_out);
  gtk_label_set_label (self->checksum, import->sha256 != NULL ? import->sha256 : "");
  gtk_widget_set_visible (self->checksum_row, !suivi_text_is_blank (import->sha256));

  return GTK_WIDGET (self);
}

/**
 * suivi_source_row_get_import:
 *
 * Returns: key of the import
 */
const char *
suivi_source_row_get_import (SuiviSourceRow *self)
{
  return self->import_id;
}
