/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/scorecard/matrix-agreement.h"

#include <glib/gi18n-lib.h>

#include "app/drafting/panel-widgets.h"
#include "app/light-words.h"
#include "app/review/row-name.h"
#include "app/scorecard/agreement-jobs.h"
#include "app/scorecard/matrix-row.h"
#include "app/settings.h"
#include "app/step.h"
#include "core/text/text.h"

struct _SuiviMatrixAgreement
{
  AdwWindow parent_instance;

  GtkRevealer *failure;
  GtkLabel *failure_label;
  GtkLabel *summary;
  GtkEditable *date;
  GtkEditable *name;
  GtkListView *list;
  GtkLabel *late;
  GtkLabel *agree_label;
  GtkButton *agree_button;

  SuiviWorkspace *workspace; /* (owned) */
  char *cut_off;
  GListStore *rows;     /* (owned) (element-type SuiviMatrixRow): what is offered */
  GHashTable *left_out; /* (owned) (element-type SuiviMatrixRow): what is not ticked */
  guint n_agreed;       /* how many the step under way is about */
  gboolean saving;
};

G_DEFINE_FINAL_TYPE (SuiviMatrixAgreement, suivi_matrix_agreement, ADW_TYPE_WINDOW)

static void
fail (SuiviMatrixAgreement *self, const char *sentence)
{
  if (sentence != NULL)
    gtk_label_set_label (self->failure_label, sentence);
  gtk_revealer_set_reveal_child (self->failure, sentence != NULL);
}

static guint
count_taken (SuiviMatrixAgreement *self)
{
  return g_list_model_get_n_items (G_LIST_MODEL (self->rows)) - g_hash_table_size (self->left_out);
}

static char *
dup_entry (GtkEditable *entry)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (entry)));
}

static gboolean
is_good_date (const char *date)
{
  g_autofree char *today = suivi_date_today ();

  return suivi_date_is_valid (date) && strcmp (date, today) <= 0;
}

static void
mark (GtkEditable *entry, gboolean bad)
{
  if (bad)
    gtk_widget_add_css_class (GTK_WIDGET (entry), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (entry), "error");
}

static void
update (SuiviMatrixAgreement *self)
{
  const guint n = self->rows != NULL ? count_taken (self) : 0;
  g_autofree char *date = dup_entry (self->date);
  g_autofree char *name = dup_entry (self->name);
  g_autofree char *late = suivi_agreement_dup_late_note (date, self->cut_off);
  g_autofree char *label
    = g_strdup_printf (ngettext ("Agree on %u recommendation", "Agree on %u recommendations", n), n);

  gtk_label_set_label (self->late, late != NULL ? late : "");
  gtk_widget_set_visible (GTK_WIDGET (self->late), late != NULL);
  mark (self->date, !is_good_date (date));
  mark (self->name, *name == '\0');
  gtk_label_set_label (self->agree_label, n > 0 ? label : _ ("Nothing chosen"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->agree_button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  gtk_label_get_label (self->agree_label), -1);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "agreement.put",
                                 n > 0 && !self->saving && is_good_date (date) && *name != '\0');
}

/* ---- The list ---- */

static SuiviMatrixRow *
get_row (GtkCheckButton *check)
{
  return g_object_get_data (G_OBJECT (check), "suivi-row");
}

static void
take (SuiviMatrixAgreement *self, SuiviMatrixRow *row, gboolean taken)
{
  if (taken)
    g_hash_table_remove (self->left_out, row);
  else
    g_hash_table_add (self->left_out, row);
  update (self);
}

static void
toggled_cb (SuiviMatrixAgreement *self, GtkCheckButton *check)
{
  if (get_row (check) != NULL)
    take (self, get_row (check), gtk_check_button_get_active (check));
}

static GtkWidget *
add_label (GtkWidget *box, const char *css_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_lines (GTK_LABEL (label), 2);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  gtk_box_append (GTK_BOX (box), label);

  return label;
}

static void
row_setup_cb (SuiviMatrixAgreement *self, GtkListItem *item)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  GtkWidget *check = gtk_check_button_new ();
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);

  add_label (words, "heading");
  add_label (words, NULL);
  add_label (words, "caption");
  gtk_widget_set_hexpand (words, TRUE);
  gtk_widget_set_valign (check, GTK_ALIGN_START);
  gtk_widget_set_margin_start (row, 6);
  gtk_widget_set_margin_end (row, 6);
  gtk_widget_set_margin_top (row, 6);
  gtk_widget_set_margin_bottom (row, 6);
  gtk_box_append (GTK_BOX (row), check);
  gtk_box_append (GTK_BOX (row), words);
  g_signal_connect_object (check, "toggled", G_CALLBACK (toggled_cb), self, G_CONNECT_SWAPPED);
  gtk_list_item_set_child (item, row);
}

static SuiviLight
get_light (SuiviMatrixRow *row)
{
  for (guint i = 0; i < row->n_organisations; i++)
    {
      if (row->lights[i] != SUIVI_MATRIX_NOBODY)
        return row->lights[i];
    }

  return SUIVI_LIGHT_GREY;
}

/* Again when the users call the light otherwise. */
static void
say_row (GtkWidget *child)
{
  SuiviMatrixRow *row = get_row (GTK_CHECK_BUTTON (gtk_widget_get_first_child (child)));
  GtkWidget *said_label = gtk_widget_get_last_child (gtk_widget_get_last_child (child));
  g_autofree char *organisations = NULL;
  g_autofree char *said = NULL;
  g_autofree char *name = NULL;
  const char *word = NULL;

  if (row == NULL)
    return;

  organisations
    = g_strdup_printf (ngettext ("%u organisation", "%u organisations", row->n_said), row->n_said);
  word = suivi_light_words_to_label (suivi_light_words_get (child), get_light (row));
  said = g_strdup_printf ("%s %s · %s", suivi_light_to_symbol (get_light (row)), word, organisations);
  name = g_strdup_printf ("%s %s, %s", row->title, row->text, word);
  gtk_label_set_label (GTK_LABEL (said_label), said);
  suivi_row_name_set (child, name);
}

static void
row_bind_cb (SuiviMatrixAgreement *self, GtkListItem *item)
{
  SuiviMatrixRow *row = gtk_list_item_get_item (item);
  GtkWidget *child = gtk_list_item_get_child (item);
  GtkWidget *check = gtk_widget_get_first_child (child);
  GtkWidget *title = gtk_widget_get_first_child (gtk_widget_get_last_child (child));
  GtkWidget *text = gtk_widget_get_next_sibling (title);

  gtk_label_set_label (GTK_LABEL (title), row->title);
  gtk_label_set_label (GTK_LABEL (text), row->text);
  /* Not the user's doing, so that nobody is told. */
  g_object_set_data (G_OBJECT (check), "suivi-row", NULL);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), !g_hash_table_contains (self->left_out, row));
  g_object_set_data (G_OBJECT (check), "suivi-row", row);
  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL, row->title, -1);
  say_row (child);
  suivi_light_words_follow (child, say_row);
}

static void
row_unbind_cb (SuiviMatrixAgreement *self, GtkListItem *item)
{
  g_object_set_data (G_OBJECT (gtk_widget_get_first_child (gtk_list_item_get_child (item))), "suivi-row",
                     NULL);
}

/* Enter or a click takes a recommendation or leaves it. */
static void
row_activated_cb (SuiviMatrixAgreement *self, guint position)
{
  g_autoptr (SuiviMatrixRow) row = g_list_model_get_item (G_LIST_MODEL (self->rows), position);

  if (row == NULL)
    return;

  take (self, row, g_hash_table_contains (self->left_out, row));
  g_list_model_items_changed (G_LIST_MODEL (self->rows), position, 1, 1);
}

/* ---- Agreeing ---- */

static void
put_done_cb (GtkWidget *widget, const char *failure, const char *nothing)
{
  SuiviMatrixAgreement *self = SUIVI_MATRIX_AGREEMENT (widget);
  g_autofree char *done = NULL;

  if (self->workspace == NULL)
    return;

  self->saving = FALSE;
  update (self);
  fail (self, failure);
  if (failure != NULL)
    return;

  done = g_strdup_printf (ngettext ("Agreed on %u recommendation", "Agreed on %u recommendations",
                                    self->n_agreed),
                          self->n_agreed);
  suivi_panel_tell (gtk_window_get_transient_for (GTK_WINDOW (self)), done);
  gtk_window_close (GTK_WINDOW (self));
}

static void
put_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SuiviMatrixAgreement *self = SUIVI_MATRIX_AGREEMENT (widget);
  SuiviAgreementMany *many = NULL;
  g_autoptr (GStrvBuilder) ids = g_strv_builder_new ();
  g_autofree char *label = NULL;

  if (self->saving)
    return;

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->rows)); i++)
    {
      g_autoptr (SuiviMatrixRow) row = g_list_model_get_item (G_LIST_MODEL (self->rows), i);

      if (!g_hash_table_contains (self->left_out, row))
        g_strv_builder_add (ids, row->id);
    }
  many = g_new0 (SuiviAgreementMany, 1);
  many->ids = g_strv_builder_end (ids);
  many->cut_off = g_strdup (self->cut_off);
  many->date = dup_entry (self->date);
  many->name = dup_entry (self->name);

  fail (self, NULL);
  self->n_agreed = count_taken (self);
  self->saving = TRUE;
  update (self);
  /* Translators: name of a step that can be undone */
  label
    = g_strdup_printf (ngettext ("Agree on %u recommendation", "Agree on %u recommendations", self->n_agreed),
                       self->n_agreed);
  suivi_step_make (self->workspace, label, suivi_agreement_put_many, many,
                   (GDestroyNotify) suivi_agreement_many_free, widget, put_done_cb, NULL);
}

static gboolean
suivi_matrix_agreement_close_request (GtkWindow *window)
{
  if (SUIVI_MATRIX_AGREEMENT (window)->saving)
    return GDK_EVENT_STOP;

  return GTK_WINDOW_CLASS (suivi_matrix_agreement_parent_class)->close_request (window);
}

static void
suivi_matrix_agreement_dispose (GObject *object)
{
  g_clear_object (&SUIVI_MATRIX_AGREEMENT (object)->workspace);

  G_OBJECT_CLASS (suivi_matrix_agreement_parent_class)->dispose (object);
}

static void
suivi_matrix_agreement_finalize (GObject *object)
{
  SuiviMatrixAgreement *self = SUIVI_MATRIX_AGREEMENT (object);

  g_free (self->cut_off);
  g_clear_object (&self->rows);
  g_clear_pointer (&self->left_out, g_hash_table_unref);

  G_OBJECT_CLASS (suivi_matrix_agreement_parent_class)->finalize (object);
}

static void
suivi_matrix_agreement_class_init (SuiviMatrixAgreementClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = suivi_matrix_agreement_dispose;
  G_OBJECT_CLASS (klass)->finalize = suivi_matrix_agreement_finalize;
  GTK_WINDOW_CLASS (klass)->close_request = suivi_matrix_agreement_close_request;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/suivi/Suivi/scorecard/matrix-agreement.ui");
  gtk_widget_class_bind_template_child (widget_class, SuiviMatrixAgreement, failure);
  gtk_widget_class_bind_template_child (widget_class, SuiviMatrixAgreement, failure_label);
  gtk_widget_class_bind_template_child (widget_class, SuiviMatrixAgreement, summary);
  gtk_widget_class_bind_template_child (widget_class, SuiviMatrixAgreement, date);
  gtk_widget_class_bind_template_child (widget_class, SuiviMatrixAgreement, name);
  gtk_widget_class_bind_template_child (widget_class, SuiviMatrixAgreement, list);
  gtk_widget_class_bind_template_child (widget_class, SuiviMatrixAgreement, late);
  gtk_widget_class_bind_template_child (widget_class, SuiviMatrixAgreement, agree_label);
  gtk_widget_class_bind_template_child (widget_class, SuiviMatrixAgreement, agree_button);
  gtk_widget_class_bind_template_callback (widget_class, update);
  gtk_widget_class_bind_template_callback (widget_class, row_setup_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_bind_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_unbind_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_install_action (widget_class, "agreement.put", NULL, put_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK, "agreement.put", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
suivi_matrix_agreement_init (SuiviMatrixAgreement *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->rows = g_list_store_new (SUIVI_TYPE_MATRIX_ROW);
  self->left_out = g_hash_table_new (NULL, NULL);
}

/**
 * suivi_matrix_agreement_new:
 * @parent: (nullable): the window that it belongs to
 * @workspace: where the agreements go
 * @rows: (element-type SuiviMatrixRow): what may be agreed on; those are offered of which all say the same, and nothing
 *   is agreed on yet
 * @cut_off: (nullable): day up to which judgements count, ISO 8601 date
 *
 * Returns: (transfer none): a dialog, not shown yet; GTK owns it
 */
GtkWidget *
suivi_matrix_agreement_new (GtkWindow *parent,
                            SuiviWorkspace *workspace,
                            GPtrArray *rows,
                            const char *cut_off)
{
  SuiviMatrixAgreement *self = g_object_new (SUIVI_TYPE_MATRIX_AGREEMENT, NULL);
  g_autoptr (GtkSelectionModel) selection
             = GTK_SELECTION_MODEL (gtk_no_selection_new (g_object_ref (G_LIST_MODEL (self->rows))));
  g_autofree char *today = suivi_date_today ();
  g_autofree char *name = suivi_settings_dup_user_name ();
  g_autofree char *summary = NULL;
  guint n = 0;

  self->workspace = g_object_ref (workspace);
  self->cut_off = g_strdup (cut_off);
  for (guint i = 0; i < rows->len; i++)
    {
      SuiviMatrixRow *row = g_ptr_array_index (rows, i);

      if (row->unanimous && row->agreed == SUIVI_MATRIX_NOBODY)
        g_list_store_append (self->rows, row);
    }
  n = g_list_model_get_n_items (G_LIST_MODEL (self->rows));
  summary = g_strdup_printf (
    ngettext (
      "Of %u recommendation all organisations say the same of law, policy and practice. They become those "
      "who "
      "agreed; their reasons, sources and evidence are taken over.",
      "Of %u recommendations all organisations say the same of law, policy and practice. They become those "
      "who agreed; their reasons, sources and evidence are taken over.",
      n),
    n);
  gtk_label_set_label (self->summary, summary);
  gtk_editable_set_text (self->date, today);
  gtk_editable_set_text (self->name, name);
  gtk_list_view_set_model (self->list, selection);
  suivi_panel_window_fit (GTK_WINDOW (self), parent);
  update (self);

  return GTK_WIDGET (self);
}
