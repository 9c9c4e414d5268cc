/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "app/review/institution-change.h"
#include "app/review/institution-entry.h"
#include "app/review/institutions-box.h"
#include "app/step.h"
#include "core/text/text.h"

struct _SuiviInstitutionsBox
{
  GtkBox parent_instance;

  AdwPreferencesGroup *group;
  GtkWidget *adding;
  GtkEditable *entry;

  GPtrArray *rows;                     /* (element-type GtkWidget) (unowned): one for each institution */
  SuiviWorkspace *workspace;           /* (owned) (nullable) */
  SuiviRecommendation *recommendation; /* (owned) (nullable): what is shown */
  gboolean writable;
  GHashTable *typed; /* key of a recommendation → what was typed for it and not added */
  char *added_to;    /* (nullable): key of the recommendation that an institution is being added to */
  char *added;       /* (nullable): the institution */
};

G_DEFINE_FINAL_TYPE (SuiviInstitutionsBox, suivi_institutions_box, GTK_TYPE_BOX)

enum
{
  SIGNAL_VALUE_CLICKED,
  SIGNAL_FAILED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* Changing */

/* What could not be added comes back to where it was typed. */
static void
added_cb (GtkWidget *widget, const char *failure, const char *done)
{
  SuiviInstitutionsBox *self = SUIVI_INSTITUTIONS_BOX (widget);
  g_autofree char *to = g_steal_pointer (&self->added_to);
  g_autofree char *name = g_steal_pointer (&self->added);

  if (self->entry != NULL)
    gtk_editable_set_editable (self->entry, TRUE);
  if (failure == NULL || to == NULL)
    return;

  if (self->recommendation != NULL && g_str_equal (self->recommendation->id, to))
    gtk_editable_set_text (self->entry, name);
  else
    g_hash_table_insert (self->typed, g_steal_pointer (&to), g_steal_pointer (&name));
  g_signal_emit (self, signals[SIGNAL_FAILED], 0, failure);
}

static void
removed_cb (GtkWidget *widget, const char *failure, const char *done)
{
  if (failure != NULL)
    g_signal_emit (widget, signals[SIGNAL_FAILED], 0, failure);
}

static void
add_cb (SuiviInstitutionsBox *self)
{
  const char *name = gtk_editable_get_text (self->entry);

  if (self->recommendation == NULL || suivi_text_is_blank (name) || self->added_to != NULL)
    return;

  self->added_to = g_strdup (self->recommendation->id);
  self->added = g_strdup (name);
  suivi_step_make (self->workspace, _ ("Add a responsible institution"), suivi_institution_change_put,
                   suivi_institution_change_new (self->recommendation->id, name, FALSE),
                   suivi_institution_change_unref, GTK_WIDGET (self), added_cb, NULL);
  gtk_editable_set_text (self->entry, "");
  gtk_editable_set_editable (self->entry, FALSE);
}

static void
remove_clicked_cb (SuiviInstitutionsBox *self, GtkWidget *button)
{
  if (self->recommendation == NULL)
    return;

  /* The button goes with its row: the focus would go anywhere. */
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
  suivi_step_make (self->workspace, _ ("Remove a responsible institution"), suivi_institution_change_put,
                   suivi_institution_change_new (self->recommendation->id, gtk_widget_get_name (button),
                                                 TRUE),
                   suivi_institution_change_unref, GTK_WIDGET (self), removed_cb, NULL);
}

static void
row_activated_cb (SuiviInstitutionsBox *self, GtkWidget *row)
{
  g_signal_emit (self, signals[SIGNAL_VALUE_CLICKED], 0, (int) SUIVI_FACET_INSTITUTION,
                 gtk_widget_get_name (row));
}

/* Showing */

static GtkWidget *
create_remove_button (SuiviInstitutionsBox *self, const char *institution)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("user-trash-symbolic");
  /* Translators: %s is the name of an institution, which is taken off a list */
  g_autofree char *name = g_strdup_printf (_ ("Remove %s"), institution);

  gtk_widget_set_name (button, institution);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, name);
  gtk_widget_add_css_class (button, "flat");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_signal_connect_object (button, "clicked", G_CALLBACK (remove_clicked_cb), self, G_CONNECT_SWAPPED);

  return button;
}

static GtkWidget *
create_row (SuiviInstitutionsBox *self, const char *institution)
{
  GtkWidget *row = adw_action_row_new ();
  /* Translators: tooltip of a row with the name of an institution */
  g_autofree char *hint = g_strdup_printf (_ ("Show only recommendations with “%s”"), institution);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), institution);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_widget_set_name (row, institution);
  gtk_widget_set_tooltip_text (row, hint);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, institution, -1);
  if (self->writable)
    adw_action_row_add_suffix (ADW_ACTION_ROW (row), create_remove_button (self, institution));
  g_signal_connect_object (row, "activated", G_CALLBACK (row_activated_cb), self, G_CONNECT_SWAPPED);

  return row;
}

static void
remove_rows (SuiviInstitutionsBox *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (self->group, g_ptr_array_index (self->rows, i));
  g_ptr_array_set_size (self->rows, 0);
}

static void
add_rows (SuiviInstitutionsBox *self)
{
  for (gsize i = 0; self->recommendation->institutions[i] != NULL; i++)
    {
      GtkWidget *row = create_row (self, self->recommendation->institutions[i]);

      adw_preferences_group_add (self->group, row);
      g_ptr_array_add (self->rows, row);
    }
}

/* What was typed and not added belongs to its recommendation, and comes back with it. */
static void
swap_typed (SuiviInstitutionsBox *self, const char *id)
{
  const char *text = gtk_editable_get_text (self->entry);
  g_autofree char *before = g_strdup (g_hash_table_lookup (self->typed, id));

  if (self->recommendation != NULL && !suivi_text_is_blank (text))
    g_hash_table_insert (self->typed, g_strdup (self->recommendation->id), g_strdup (text));
  gtk_editable_set_text (self->entry, before != NULL ? before : "");
  g_hash_table_remove (self->typed, id);
}

static void
suivi_institutions_box_dispose (GObject *object)
{
  SuiviInstitutionsBox *self = SUIVI_INSTITUTIONS_BOX (object);

  self->entry = NULL;
  g_clear_pointer (&self->recommendation, suivi_recommendation_unref);
  g_clear_object (&self->workspace);

  G_OBJECT_CLASS (suivi_institutions_box_parent_class)->dispose (object);
}

static void
suivi_institutions_box_finalize (GObject *object)
{
  SuiviInstitutionsBox *self = SUIVI_INSTITUTIONS_BOX (object);

  g_ptr_array_unref (self->rows);
  g_hash_table_unref (self->typed);
  g_free (self->added_to);
  g_free (self->added);

  G_OBJECT_CLASS (suivi_institutions_box_parent_class)->finalize (object);
}

static void
suivi_institutions_box_class_init (SuiviInstitutionsBoxClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = suivi_institutions_box_dispose;
  G_OBJECT_CLASS (klass)->finalize = suivi_institutions_box_finalize;

  signals[SIGNAL_VALUE_CLICKED]
    = g_signal_new ("value-clicked", SUIVI_TYPE_INSTITUTIONS_BOX, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                    G_TYPE_NONE, 2, G_TYPE_INT, G_TYPE_STRING);
  signals[SIGNAL_FAILED] = g_signal_new ("failed", SUIVI_TYPE_INSTITUTIONS_BOX, G_SIGNAL_RUN_LAST, 0, NULL,
                                         NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  g_type_ensure (SUIVI_TYPE_INSTITUTION_ENTRY);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/suivi/Suivi/review/institutions-box.ui");
  gtk_widget_class_bind_template_child (widget_class, SuiviInstitutionsBox, group);
  gtk_widget_class_bind_template_child (widget_class, SuiviInstitutionsBox, adding);
  gtk_widget_class_bind_template_child (widget_class, SuiviInstitutionsBox, entry);
  gtk_widget_class_bind_template_callback (widget_class, add_cb);
}

static void
suivi_institutions_box_init (SuiviInstitutionsBox *self)
{
  self->rows = g_ptr_array_new ();
  self->typed = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * suivi_institutions_box_show:
 * @workspace: where it is changed
 * @recommendation: what is shown
 *
 * Rows stay when the institutions do, so that the keyboard focus stays too.
 */
void
suivi_institutions_box_show (SuiviInstitutionsBox *self,
                             SuiviWorkspace *workspace,
                             SuiviRecommendation *recommendation)
{
  const gboolean writable = suivi_workspace_get_read_only (workspace) == SUIVI_READ_ONLY_NO;
  const gboolean other
    = self->recommendation == NULL || !g_str_equal (self->recommendation->id, recommendation->id);
  const gboolean same = !other && self->writable == writable
                        && suivi_strv_equal ((const char *const *) self->recommendation->institutions,
                                             (const char *const *) recommendation->institutions);

  if (other)
    swap_typed (self, recommendation->id);
  g_set_object (&self->workspace, workspace);
  g_clear_pointer (&self->recommendation, suivi_recommendation_unref);
  self->recommendation = suivi_recommendation_ref (recommendation);
  self->writable = writable;
  gtk_widget_set_visible (self->adding, writable);
  suivi_institution_entry_load (SUIVI_INSTITUTION_ENTRY (self->entry), workspace);
  if (same)
    return;

  remove_rows (self);
  add_rows (self);
}

/**
 * suivi_institutions_box_clear:
 *
 * Forgets everything: another workspace comes, or none.
 */
void
suivi_institutions_box_clear (SuiviInstitutionsBox *self)
{
  remove_rows (self);
  g_hash_table_remove_all (self->typed);
  gtk_editable_set_text (self->entry, "");
  g_clear_pointer (&self->recommendation, suivi_recommendation_unref);
  g_clear_object (&self->workspace);
}
