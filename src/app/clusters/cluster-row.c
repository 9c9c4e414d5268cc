/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/clusters/cluster-row.h"

#include <glib/gi18n-lib.h>

#include "core/text/text.h"

struct _SuiviClusterRow
{
  AdwExpanderRow parent_instance;

  GtkWidget *handle;
  GtkWidget *up;
  GtkWidget *down;
  GtkEditable *title;
  GtkWidget *add_rule;
  GtkWidget *remove;

  SuiviCluster *cluster; /* (owned) (nullable) */
  GPtrArray *rules;      /* (owned) (nullable) (element-type SuiviClusterRule) */
  GPtrArray *rule_rows;  /* (owned) (element-type GtkWidget) */
  char *sent;            /* (nullable): the title that was asked for and is not there yet */
};

G_DEFINE_FINAL_TYPE (SuiviClusterRow, suivi_cluster_row, ADW_TYPE_EXPANDER_ROW)

enum
{
  SIGNAL_MOVED,
  SIGNAL_RENAMED,
  SIGNAL_DELETED,
  SIGNAL_RULE_WANTED,
  SIGNAL_RULE_REMOVED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* ---- Its place ---- */

static void
move (SuiviClusterRow *self, int steps)
{
  if (self->cluster != NULL)
    g_signal_emit (self, signals[SIGNAL_MOVED], 0, self->cluster->id, steps);
}

static void
up_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  move (SUIVI_CLUSTER_ROW (widget), -1);
}

static void
down_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  move (SUIVI_CLUSTER_ROW (widget), 1);
}

static GdkContentProvider *
drag_prepare_cb (GtkDragSource *source, double x, double y, SuiviClusterRow *self)
{
  return gdk_content_provider_new_typed (SUIVI_TYPE_CLUSTER_ROW, self);
}

static void
drag_begin_cb (GtkDragSource *source, GdkDrag *drag, SuiviClusterRow *self)
{
  g_autoptr (GdkPaintable) picture = gtk_widget_paintable_new (GTK_WIDGET (self));

  gtk_drag_source_set_icon (source, picture, 0, 0);
}

/* What is dropped here takes this place. */
static gboolean
drop_cb (GtkDropTarget *target, const GValue *value, double x, double y, SuiviClusterRow *self)
{
  SuiviClusterRow *dropped = g_value_get_object (value);

  if (dropped == NULL || dropped == self || dropped->cluster == NULL || self->cluster == NULL
      || gtk_widget_get_parent (GTK_WIDGET (dropped)) != gtk_widget_get_parent (GTK_WIDGET (self)))
    return FALSE;

  g_signal_emit (self, signals[SIGNAL_MOVED], 0, dropped->cluster->id,
                 (int) self->cluster->place - (int) dropped->cluster->place);

  return TRUE;
}

static void
add_drag_and_drop (SuiviClusterRow *self)
{
  GtkDragSource *source = gtk_drag_source_new ();
  GtkDropTarget *target = gtk_drop_target_new (SUIVI_TYPE_CLUSTER_ROW, GDK_ACTION_MOVE);

  gtk_drag_source_set_actions (source, GDK_ACTION_MOVE);
  g_signal_connect_object (source, "prepare", G_CALLBACK (drag_prepare_cb), self, 0);
  g_signal_connect_object (source, "drag-begin", G_CALLBACK (drag_begin_cb), self, 0);
  gtk_widget_add_controller (self->handle, GTK_EVENT_CONTROLLER (source));
  g_signal_connect_object (target, "drop", G_CALLBACK (drop_cb), self, 0);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}

/* ---- Its name and its rules ---- */

static char *
dup_typed (SuiviClusterRow *self)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (self->title)));
}

/* A cluster needs a title: none is the old one. */
static void
rename_cb (SuiviClusterRow *self)
{
  g_autofree char *typed = dup_typed (self);

  if (self->cluster == NULL)
    return;
  if (typed[0] == '\0')
    {
      gtk_editable_set_text (self->title, self->cluster->title);
      return;
    }
  if (g_str_equal (typed, self->cluster->title) || g_strcmp0 (typed, self->sent) == 0)
    return;

  g_free (self->sent);
  self->sent = g_strdup (typed);
  g_signal_emit (self, signals[SIGNAL_RENAMED], 0, typed);
}

static void
delete_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_signal_emit (widget, signals[SIGNAL_DELETED], 0);
}

static void
add_rule_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_signal_emit (widget, signals[SIGNAL_RULE_WANTED], 0);
}

static void
remove_rule_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_signal_emit (widget, signals[SIGNAL_RULE_REMOVED], 0, g_variant_get_string (parameter, NULL));
}

static GtkWidget *
create_rule_row (SuiviClusterRule *rule, gboolean writable)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *button = gtk_button_new_from_icon_name ("user-trash-symbolic");
  g_autofree char *text = suivi_cluster_rule_to_text (rule);
  /* Translators: %s is a rule: "Theme: Right to education" */
  g_autofree char *name = g_strdup_printf (_ ("Remove the rule “%s”"), text);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), text);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_visible (button, writable);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, _ ("Remove this rule"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", rule->id);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "cluster.remove-rule");
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);

  return row;
}

static gboolean
are_same_rules (GPtrArray *a, GPtrArray *b)
{
  if (a == NULL || a->len != b->len)
    return FALSE;

  for (guint i = 0; i < a->len; i++)
    {
      if (!suivi_cluster_rule_equal (g_ptr_array_index (a, i), g_ptr_array_index (b, i)))
        return FALSE;
    }

  return TRUE;
}

/* The row that adds one stays behind the rules: what is above is made anew, from there on. */
static void
show_rules (SuiviClusterRow *self, GPtrArray *rules, gboolean writable)
{
  AdwExpanderRow *expander = ADW_EXPANDER_ROW (self);
  gboolean had_focus = gtk_widget_has_focus (self->add_rule);

  if (are_same_rules (self->rules, rules))
    return;

  for (guint i = 0; i < self->rule_rows->len; i++)
    had_focus = had_focus || gtk_widget_get_focus_child (g_ptr_array_index (self->rule_rows, i)) != NULL;
  for (guint i = 0; i < self->rule_rows->len; i++)
    adw_expander_row_remove (expander, g_ptr_array_index (self->rule_rows, i));
  g_ptr_array_set_size (self->rule_rows, 0);
  g_clear_pointer (&self->rules, g_ptr_array_unref);
  self->rules = g_ptr_array_ref (rules);

  g_object_ref (self->add_rule);
  g_object_ref (self->remove);
  adw_expander_row_remove (expander, self->add_rule);
  adw_expander_row_remove (expander, self->remove);
  for (guint i = 0; i < rules->len; i++)
    {
      GtkWidget *row = create_rule_row (g_ptr_array_index (rules, i), writable);

      adw_expander_row_add_row (expander, row);
      g_ptr_array_add (self->rule_rows, row);
    }
  adw_expander_row_add_row (expander, self->add_rule);
  adw_expander_row_add_row (expander, self->remove);
  g_object_unref (self->add_rule);
  g_object_unref (self->remove);
  /* What had it was taken out; the start of the window would be far away. */
  if (had_focus)
    gtk_widget_grab_focus (self->add_rule);
}

static void
set_name (GtkWidget *widget, const char *name)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
show_head (SuiviClusterRow *self, const SuiviClusterEntry *entry)
{
  g_autofree char *title = g_markup_escape_text (entry->cluster->title, -1);
  g_autofree char *count
    = g_strdup_printf (ngettext ("%u recommendation", "%u recommendations", entry->n), entry->n);
  g_autofree char *rules
    = g_strdup_printf (ngettext ("%u rule", "%u rules", entry->rules->len), entry->rules->len);
  /* Translators: of a cluster: how many recommendations it has, how many rules: "31 recommendations · 2 rules" */
  g_autofree char *subtitle = g_strdup_printf (_ ("%s · %s"), count, rules);
  g_autofree char *name = g_strdup_printf ("%s, %s", entry->cluster->title, subtitle);
  /* Translators: %s is the title of a cluster */
  g_autofree char *up = g_strdup_printf (_ ("Move “%s” up"), entry->cluster->title);
  /* Translators: %s is the title of a cluster */
  g_autofree char *down = g_strdup_printf (_ ("Move “%s” down"), entry->cluster->title);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), title);
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (self), subtitle);
  set_name (GTK_WIDGET (self), name);
  set_name (self->up, up);
  set_name (self->down, down);
}

static void
suivi_cluster_row_dispose (GObject *object)
{
  SuiviClusterRow *self = SUIVI_CLUSTER_ROW (object);

  /* The entry loses the focus while the row goes: that is no wish to rename. */
  g_clear_pointer (&self->cluster, suivi_cluster_free);
  g_clear_pointer (&self->rules, g_ptr_array_unref);
  g_clear_pointer (&self->rule_rows, g_ptr_array_unref);
  g_clear_pointer (&self->sent, g_free);

  G_OBJECT_CLASS (suivi_cluster_row_parent_class)->dispose (object);
}

static void
suivi_cluster_row_class_init (SuiviClusterRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = suivi_cluster_row_dispose;

  signals[SIGNAL_MOVED] = g_signal_new ("moved", SUIVI_TYPE_CLUSTER_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                        NULL, G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_INT);
  signals[SIGNAL_RENAMED] = g_signal_new ("renamed", SUIVI_TYPE_CLUSTER_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                          NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[SIGNAL_DELETED] = g_signal_new ("deleted", SUIVI_TYPE_CLUSTER_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                          NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_RULE_WANTED] = g_signal_new ("rule-wanted", SUIVI_TYPE_CLUSTER_ROW, G_SIGNAL_RUN_LAST, 0,
                                              NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_RULE_REMOVED] = g_signal_new ("rule-removed", SUIVI_TYPE_CLUSTER_ROW, G_SIGNAL_RUN_LAST, 0,
                                               NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/suivi/Suivi/clusters/cluster-row.ui");
  gtk_widget_class_bind_template_child (widget_class, SuiviClusterRow, handle);
  gtk_widget_class_bind_template_child (widget_class, SuiviClusterRow, up);
  gtk_widget_class_bind_template_child (widget_class, SuiviClusterRow, down);
  gtk_widget_class_bind_template_child (widget_class, SuiviClusterRow, title);
  gtk_widget_class_bind_template_child (widget_class, SuiviClusterRow, add_rule);
  gtk_widget_class_bind_template_child (widget_class, SuiviClusterRow, remove);
  gtk_widget_class_bind_template_callback (widget_class, rename_cb);
  gtk_widget_class_install_action (widget_class, "cluster.up", NULL, up_action);
  gtk_widget_class_install_action (widget_class, "cluster.down", NULL, down_action);
  gtk_widget_class_install_action (widget_class, "cluster.delete", NULL, delete_action);
  gtk_widget_class_install_action (widget_class, "cluster.add-rule", NULL, add_rule_action);
  gtk_widget_class_install_action (widget_class, "cluster.remove-rule", "s", remove_rule_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Up, GDK_ALT_MASK, "cluster.up", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Down, GDK_ALT_MASK, "cluster.down", NULL);
}

static void
suivi_cluster_row_init (SuiviClusterRow *self)
{
  self->rule_rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  add_drag_and_drop (self);
}

/**
 * suivi_cluster_row_new:
 *
 * Returns: (transfer floating): a row that shows nothing yet
 */
GtkWidget *
suivi_cluster_row_new (void)
{
  return g_object_new (SUIVI_TYPE_CLUSTER_ROW, NULL);
}

/**
 * suivi_cluster_row_show:
 * @entry: a cluster; always the same one
 * @n_clusters: how many there are
 * @writable: whether the workspace can be changed
 *
 * What is being typed stays, unless the title was changed elsewhere.
 */
void
suivi_cluster_row_show (SuiviClusterRow *self,
                        const SuiviClusterEntry *entry,
                        guint n_clusters,
                        gboolean writable)
{
  const gboolean renamed
    = self->cluster == NULL || !g_str_equal (self->cluster->title, entry->cluster->title);
  GtkWidget *widget = GTK_WIDGET (self);

  g_return_if_fail (SUIVI_IS_CLUSTER_ROW (self));

  g_clear_pointer (&self->cluster, suivi_cluster_free);
  self->cluster = suivi_cluster_copy (entry->cluster);
  if (renamed)
    {
      g_clear_pointer (&self->sent, g_free);
      gtk_editable_set_text (self->title, self->cluster->title);
    }
  show_head (self, entry);
  show_rules (self, entry->rules, writable);

  gtk_widget_set_visible (self->handle, writable && n_clusters > 1);
  gtk_widget_set_visible (self->up, writable && n_clusters > 1);
  gtk_widget_set_visible (self->down, writable && n_clusters > 1);
  gtk_widget_set_visible (GTK_WIDGET (self->title), writable);
  gtk_widget_set_visible (self->add_rule, writable);
  gtk_widget_set_visible (self->remove, writable);
  gtk_widget_action_set_enabled (widget, "cluster.up", writable && self->cluster->place > 0);
  gtk_widget_action_set_enabled (widget, "cluster.down", writable && self->cluster->place + 1 < n_clusters);
}

/**
 * suivi_cluster_row_get:
 *
 * Returns: (transfer none) (nullable): the cluster that is shown
 */
const SuiviCluster *
suivi_cluster_row_get (SuiviClusterRow *self)
{
  return self->cluster;
}

/**
 * suivi_cluster_row_get_rules:
 *
 * Returns: (transfer none) (element-type SuiviClusterRule) (nullable): its rules
 */
GPtrArray *
suivi_cluster_row_get_rules (SuiviClusterRow *self)
{
  return self->rules;
}

/**
 * suivi_cluster_row_flush:
 *
 * Asks for what was typed and not applied: nothing is lost when the dialog closes.
 */
void
suivi_cluster_row_flush (SuiviClusterRow *self)
{
  g_return_if_fail (SUIVI_IS_CLUSTER_ROW (self));

  rename_cb (self);
}
