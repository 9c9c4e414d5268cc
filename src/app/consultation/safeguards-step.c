/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/consultation/safeguards-step.h"

#include <glib/gi18n-lib.h>

#include "app/consultation/override-dialog.h"
#include "app/consultation/requirement-row.h"
#include "app/relative-time.h"

struct _SuiviSafeguardsStep
{
  SuiviConsultationStep parent_instance;

  AdwPreferencesGroup *group;
  GtkLabel *summary;
  GtkWidget *decisions;
  GtkLabel *missing;
  GtkWidget *decide;
  GtkWidget *no_holder;
  GtkWidget *overrides;

  SuiviRequirementRow *rows[SUIVI_N_REQUIREMENTS];
  char *consultation_id;     /* (nullable): of the consultation that is shown */
  char *override_ids;        /* (nullable): keys of the decisions that are shown, one after the other */
  GPtrArray *holders;        /* (element-type SuiviHolder) (nullable): who can decide, once it is known */
  GCancellable *cancellable; /* (nullable): of the list of holders that is being read */
};

G_DEFINE_FINAL_TYPE (SuiviSafeguardsStep, suivi_safeguards_step, SUIVI_TYPE_CONSULTATION_STEP)

static SuiviConsultationRecord *
get_record (SuiviSafeguardsStep *self)
{
  return suivi_consultation_step_get_record (SUIVI_CONSULTATION_STEP (self));
}

/* What is closed stays as it is. */
static gboolean
is_writable (SuiviSafeguardsStep *self)
{
  return suivi_consultation_step_is_writable (SUIVI_CONSULTATION_STEP (self))
         && get_record (self)->consultation->status != SUIVI_CONSULTATION_CLOSED;
}

/* ---- How it stands ---- */

static guint
count_let_pass (SuiviStanding *standing)
{
  guint n = 0;

  for (guint i = 0; i < standing->items->len; i++)
    {
      const SuiviStandingItem *item = &g_array_index (standing->items, SuiviStandingItem, i);

      n += item->must && item->overridden && !item->met;
    }

  return n;
}

static void
show_summary (SuiviSafeguardsStep *self, SuiviConsultationRecord *record)
{
  SuiviStanding *standing = record->standing;
  g_autofree char *met = g_strdup_printf (
    /* Translators: the nine requirements for hearing children */
    ngettext ("%u of %u requirement is in place.", "%u of %u requirements are in place.",
              SUIVI_N_REQUIREMENTS),
    standing->n_met, SUIVI_N_REQUIREMENTS);
  g_autofree char *missing = NULL;
  g_autoptr (GString) summary = g_string_new (NULL);
  guint n_passed = count_let_pass (standing);

  if (standing->n_missing_now > 0 && record->consultation->status == SUIVI_CONSULTATION_PLANNING)
    missing = g_strdup_printf (ngettext ("%u must item is missing before the consultation can be ready.",
                                         "%u must items are missing before the consultation can be ready.",
                                         standing->n_missing_now),
                               standing->n_missing_now);
  else if (standing->n_missing_now > 0)
    missing = g_strdup_printf (ngettext ("%u must item is missing.", "%u must items are missing.",
                                         standing->n_missing_now),
                               standing->n_missing_now);
  else if (standing->n_missing_after > 0)
    missing
      = g_strdup_printf (ngettext ("%u must item is left for after the day.",
                                   "%u must items are left for after the day.", standing->n_missing_after),
                         standing->n_missing_after);

  g_string_append (summary, met);
  if (missing != NULL)
    g_string_append_printf (summary, " %s", missing);
  if (n_passed > 0)
    {
      g_string_append_c (summary, ' ');
      g_string_append_printf (summary,
                              ngettext ("The focal point let %u must item pass.",
                                        "The focal point let %u must items pass.", n_passed),
                              n_passed);
    }
  gtk_label_set_label (self->summary, summary->str);
}

/* ---- The decisions of the focal point ---- */

/* What a decision would let pass: what has to be met by now. */
static char **
list_missing (SuiviConsultationRecord *record)
{
  g_auto (GStrv) now = suivi_standing_missing (record->standing, FALSE);
  g_auto (GStrv) after = suivi_standing_missing (record->standing, TRUE);
  g_autoptr (GStrvBuilder) all = g_strv_builder_new ();

  g_strv_builder_addv (all, (const char **) now);
  if (record->consultation->status >= SUIVI_CONSULTATION_HELD)
    g_strv_builder_addv (all, (const char **) after);

  return g_strv_builder_end (all);
}

static void
show_decide (SuiviSafeguardsStep *self)
{
  SuiviConsultationRecord *record = get_record (self);
  g_auto (GStrv) missing = record != NULL ? list_missing (record) : NULL;
  gboolean may = missing != NULL && missing[0] != NULL && is_writable (self);

  gtk_widget_set_visible (GTK_WIDGET (self->missing), may);
  gtk_widget_set_visible (self->decide, may && self->holders != NULL && self->holders->len > 0);
  gtk_widget_set_visible (self->no_holder, may && self->holders != NULL && self->holders->len == 0);
  gtk_widget_set_visible (self->decisions, may || (record != NULL && record->overrides->len > 0));
}

static void
decide_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SuiviSafeguardsStep *self = SUIVI_SAFEGUARDS_STEP (widget);
  SuiviConsultationRecord *record = get_record (self);
  g_auto (GStrv) missing = record != NULL ? list_missing (record) : NULL;
  GtkWidget *dialog = NULL;

  if (missing == NULL || missing[0] == NULL || self->holders == NULL || self->holders->len == 0
      || !is_writable (self))
    return;

  suivi_consultation_step_flush (SUIVI_CONSULTATION_STEP (self));
  dialog = suivi_override_dialog_new (SUIVI_CONSULTATION_STEP (self), (const char *const *) missing,
                                      self->holders);
  gtk_window_present (GTK_WINDOW (dialog));
}

static const char *
find_text (SuiviConsultationRecord *record, const char *id)
{
  for (guint i = 0; i < record->standing->items->len; i++)
    {
      const SuiviStandingItem *item = &g_array_index (record->standing->items, SuiviStandingItem, i);

      if (g_strcmp0 (item->id, id) == 0)
        return item->text;
    }
  for (guint i = 0; i < record->own_items->len; i++)
    {
      const SuiviCheckItem *item = g_ptr_array_index (record->own_items, i);

      if (g_strcmp0 (item->id, id) == 0)
        return item->text;
    }

  return _ ("An item that is not in the checklist any more");
}

static GtkWidget *
add_label (GtkWidget *box, const char *text, const char *style)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  if (style != NULL)
    gtk_widget_add_css_class (label, style);
  gtk_box_append (GTK_BOX (box), label);

  return label;
}

static GtkWidget *
make_override_row (SuiviConsultationRecord *record, const SuiviOverride *override)
{
  GtkWidget *row = adw_preferences_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  g_autofree char *day = suivi_format_day (override->decided_on);
  g_autofree char *author = g_strdup_printf ("%s · %s", override->focal_point, day);

  gtk_widget_add_css_class (box, "padded");
  add_label (box, override->reason, NULL);
  for (char **id = override->items; *id != NULL; id++)
    {
      g_autofree char *item = g_strdup_printf ("• %s", find_text (record, *id));

      gtk_widget_add_css_class (add_label (box, item, "caption"), "dim-label");
    }
  add_label (box, author, "caption-heading");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, override->reason, -1);

  return row;
}

/* Decisions never change. */
static void
show_overrides (SuiviSafeguardsStep *self, SuiviConsultationRecord *record)
{
  g_autoptr (GString) ids = g_string_new (record->consultation->id);
  GtkListBoxRow *row = NULL;

  for (guint i = 0; i < record->overrides->len; i++)
    g_string_append (ids, ((SuiviOverride *) g_ptr_array_index (record->overrides, i))->id);
  if (g_strcmp0 (ids->str, self->override_ids) == 0)
    return;

  g_free (self->override_ids);
  self->override_ids = g_strdup (ids->str);
  while ((row = gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->overrides), 0)) != NULL)
    gtk_list_box_remove (GTK_LIST_BOX (self->overrides), GTK_WIDGET (row));
  for (guint i = 0; i < record->overrides->len; i++)
    gtk_list_box_append (GTK_LIST_BOX (self->overrides),
                         make_override_row (record, g_ptr_array_index (record->overrides, i)));
  gtk_widget_set_visible (self->overrides, record->overrides->len > 0);
}

/* ---- Who can decide ---- */

static gpointer
list_holders (SuiviStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  return suivi_store_list_holders (store, error);
}

static void
holders_listed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SuiviSafeguardsStep) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) holders = suivi_workspace_run_finish (SUIVI_WORKSPACE (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (error != NULL)
    {
      suivi_consultation_step_fail (SUIVI_CONSULTATION_STEP (self), error->message);
      return;
    }
  g_clear_pointer (&self->holders, g_ptr_array_unref);
  self->holders = g_steal_pointer (&holders);
  show_decide (self);
}

static void
stop_listing (SuiviSafeguardsStep *self)
{
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
}

static void
read_holders (SuiviSafeguardsStep *self)
{
  SuiviWorkspace *workspace = suivi_consultation_step_get_workspace (SUIVI_CONSULTATION_STEP (self));

  stop_listing (self);
  if (workspace == NULL)
    return;
  self->cancellable = g_cancellable_new ();
  suivi_workspace_run_async (workspace, list_holders, NULL, NULL, (GDestroyNotify) g_ptr_array_unref,
                             self->cancellable, holders_listed_cb, g_object_ref (self));
}

/* ---- The step ---- */

static void
suivi_safeguards_step_show (SuiviConsultationStep *step)
{
  SuiviSafeguardsStep *self = SUIVI_SAFEGUARDS_STEP (step);
  SuiviConsultationRecord *record = get_record (self);
  const char *id = record != NULL ? record->consultation->id : NULL;

  if (g_strcmp0 (id, self->consultation_id) != 0)
    {
      for (guint i = 0; i < SUIVI_N_REQUIREMENTS; i++)
        suivi_requirement_row_clear (self->rows[i]);
      g_free (self->consultation_id);
      self->consultation_id = g_strdup (id);
    }
  if (record == NULL)
    {
      stop_listing (self);
      return;
    }

  show_summary (self, record);
  for (guint i = 0; i < SUIVI_N_REQUIREMENTS; i++)
    suivi_requirement_row_update (self->rows[i], is_writable (self));
  show_overrides (self, record);
  show_decide (self);
  read_holders (self);
}

/**
 * suivi_safeguards_step_show_item:
 * @id: key of an item that is asked
 *
 * Opens its requirement and takes the keyboard to it.
 *
 * Returns: whether there is such an item
 */
gboolean
suivi_safeguards_step_show_item (SuiviSafeguardsStep *self, const char *id)
{
  SuiviConsultationRecord *record = get_record (self);

  for (guint i = 0; record != NULL && i < record->standing->items->len; i++)
    {
      const SuiviStandingItem *item = &g_array_index (record->standing->items, SuiviStandingItem, i);

      if (g_strcmp0 (item->id, id) != 0)
        continue;
      for (guint j = 0; j < SUIVI_N_REQUIREMENTS; j++)
        {
          if (g_strcmp0 (suivi_checklist_get_requirement (j)->letter, item->requirement) == 0)
            return suivi_requirement_row_show_item (self->rows[j], id);
        }
    }

  return FALSE;
}

static void
suivi_safeguards_step_flush (SuiviConsultationStep *step)
{
  SuiviSafeguardsStep *self = SUIVI_SAFEGUARDS_STEP (step);

  for (guint i = 0; i < SUIVI_N_REQUIREMENTS; i++)
    suivi_requirement_row_flush (self->rows[i]);
}

static void
suivi_safeguards_step_dispose (GObject *object)
{
  SuiviSafeguardsStep *self = SUIVI_SAFEGUARDS_STEP (object);

  stop_listing (self);
  g_clear_pointer (&self->holders, g_ptr_array_unref);

  G_OBJECT_CLASS (suivi_safeguards_step_parent_class)->dispose (object);
}

static void
suivi_safeguards_step_finalize (GObject *object)
{
  SuiviSafeguardsStep *self = SUIVI_SAFEGUARDS_STEP (object);

  g_free (self->consultation_id);
  g_free (self->override_ids);

  G_OBJECT_CLASS (suivi_safeguards_step_parent_class)->finalize (object);
}

static void
suivi_safeguards_step_class_init (SuiviSafeguardsStepClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = suivi_safeguards_step_dispose;
  G_OBJECT_CLASS (klass)->finalize = suivi_safeguards_step_finalize;
  SUIVI_CONSULTATION_STEP_CLASS (klass)->show = suivi_safeguards_step_show;
  SUIVI_CONSULTATION_STEP_CLASS (klass)->flush = suivi_safeguards_step_flush;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/suivi/Suivi/consultation/safeguards-step.ui");
  gtk_widget_class_bind_template_child (widget_class, SuiviSafeguardsStep, group);
  gtk_widget_class_bind_template_child (widget_class, SuiviSafeguardsStep, summary);
  gtk_widget_class_bind_template_child (widget_class, SuiviSafeguardsStep, decisions);
  gtk_widget_class_bind_template_child (widget_class, SuiviSafeguardsStep, missing);
  gtk_widget_class_bind_template_child (widget_class, SuiviSafeguardsStep, decide);
  gtk_widget_class_bind_template_child (widget_class, SuiviSafeguardsStep, no_holder);
  gtk_widget_class_bind_template_child (widget_class, SuiviSafeguardsStep, overrides);
  gtk_widget_class_install_action (widget_class, "safeguards.decide", NULL, decide_action);
}

static void
suivi_safeguards_step_init (SuiviSafeguardsStep *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  for (guint i = 0; i < SUIVI_N_REQUIREMENTS; i++)
    {
      GtkWidget *row = suivi_requirement_row_new (SUIVI_CONSULTATION_STEP (self), i);

      self->rows[i] = SUIVI_REQUIREMENT_ROW (row);
      adw_preferences_group_add (self->group, row);
    }
}
