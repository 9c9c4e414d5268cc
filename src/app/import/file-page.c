/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/import/file-page.h"

#include <glib/gi18n-lib.h>

#include "app/import/file-summary.h"
#include "app/import/group-list.h"
#include "app/import/mapping-view.h"
#include "app/import/pair-layout.h"
#include "app/review-picker.h"
#include "exchange/import.h"

/* Who corrects one column often corrects the next: the file is read again when they are done. */
#define MAPPING_DELAY_MS 400
/* How wide the page may become: without a list of columns or reviews, and with it. */
#define NARROW  560
#define WIDE    1000
#define POLL_MS 100

static const struct
{
  char separator;
  const char *label;
} separators[] = {
  { ',', N_ ("Comma") },
  { ';', N_ ("Semicolon") },
  { '\t', N_ ("Tab") },
  { '|', N_ ("Vertical bar") },
};

/* What people call the encodings that are no abbreviation. */
static const struct
{
  const char *encoding;
  const char *label;
} encoding_labels[] = {
  { "windows-1252", N_ ("Windows-1252") },
  { "macintosh", N_ ("Macintosh") },
};

/*
 * The first step: what the file was recognised as, and everything that a person can say about it. What
 * concerns the reading ("options-changed") has the file read again; the page stays as it is meanwhile.
 */
struct _SuiviFilePage
{
  GtkWidget parent_instance;

  GtkWidget *content;
  AdwClamp *clamp;
  GtkLabel *title;
  GtkLabel *review;
  GtkLabel *summary;
  AdwComboRow *format_row;
  AdwComboRow *sheet_row;
  AdwComboRow *encoding_row;
  AdwComboRow *separator_row;
  SuiviReviewPicker *picker;
  GtkWidget *contents;
  GtkWidget *switcher;
  GtkStack *pages;
  GtkStackPage *mapping_page;
  GtkStackPage *group_page;
  SuiviMappingView *mapping_view;
  SuiviGroupList *group_list;
  GtkProgressBar *bar;
  GtkLabel *problem;

  SuiviImportOptions *options; /* what the user said so far */
  SuiviProgress *progress;     /* while the file is read again */
  char *error;
  gboolean mapping_shown;
  gboolean groups_shown;
  gboolean keep_mapping;
  gboolean keep_groups; /* the file was shown before */
  gboolean setting;
  guint mapping_timeout;
  guint poll_timeout;
};

G_DEFINE_FINAL_TYPE (SuiviFilePage, suivi_file_page, GTK_TYPE_WIDGET)

enum
{
  SIGNAL_CHANGED,
  SIGNAL_OPTIONS_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* ---- What is missing ---- */

static const char *
find_problem (SuiviFilePage *self)
{
  if (self->error != NULL)
    return self->error;
  if (self->mapping_shown
      && !suivi_table_mapping_has (suivi_mapping_view_get_mapping (self->mapping_view),
                                   SUIVI_TABLE_FIELD_TEXT))
    return _ ("Say which column holds the text of the recommendations: nothing can be imported without it.");
  if (gtk_widget_get_visible (GTK_WIDGET (self->picker))
      && suivi_review_picker_get_state (self->picker) == NULL)
    return _ ("The file does not say which review it is about: please choose.");
  if (self->groups_shown && suivi_group_list_count_included (self->group_list) == 0)
    return _ ("The file is about several reviews: choose which of them to take.");
  return NULL;
}

static void
update (SuiviFilePage *self)
{
  const char *problem = find_problem (self);

  gtk_label_set_label (self->problem, problem != NULL ? problem : "");
  gtk_widget_set_visible (GTK_WIDGET (self->problem), problem != NULL);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

/* ---- Reading again ---- */

static gboolean
mapping_timeout_cb (gpointer user_data)
{
  SuiviFilePage *self = SUIVI_FILE_PAGE (user_data);

  self->mapping_timeout = 0;
  self->keep_mapping = TRUE;
  g_signal_emit (self, signals[SIGNAL_OPTIONS_CHANGED], 0);
  return G_SOURCE_REMOVE;
}

static void
mapping_changed_cb (SuiviFilePage *self)
{
  const SuiviTableMapping *mapping = suivi_mapping_view_get_mapping (self->mapping_view);

  g_clear_pointer (&self->options->mapping, suivi_table_mapping_free);
  self->options->mapping = suivi_table_mapping_copy (mapping);
  g_clear_pointer (&self->error, g_free);
  g_clear_handle_id (&self->mapping_timeout, g_source_remove);
  /* Without a text there is nothing to read; the sentence about it is enough. */
  if (suivi_table_mapping_has (mapping, SUIVI_TABLE_FIELD_TEXT))
    self->mapping_timeout = g_timeout_add (MAPPING_DELAY_MS, mapping_timeout_cb, self);
  update (self);
}

/* Other headers need another mapping. */
static void
change_options (SuiviFilePage *self)
{
  g_clear_handle_id (&self->mapping_timeout, g_source_remove);
  g_clear_pointer (&self->options->mapping, suivi_table_mapping_free);
  self->keep_mapping = FALSE;
  g_signal_emit (self, signals[SIGNAL_OPTIONS_CHANGED], 0);
}

static void
format_selected_cb (SuiviFilePage *self)
{
  guint selected = adw_combo_row_get_selected (self->format_row);

  if (self->setting || selected == GTK_INVALID_LIST_POSITION)
    return;

  g_clear_pointer (&self->options->encoding, g_free);
  self->options->separator = 0;
  self->options->sheet = 0;
  g_free (self->options->format);
  self->options->format = g_strdup (suivi_import_get_formats ()[selected]);
  change_options (self);
}

static void
sheet_selected_cb (SuiviFilePage *self)
{
  guint selected = adw_combo_row_get_selected (self->sheet_row);

  if (self->setting || selected == GTK_INVALID_LIST_POSITION)
    return;

  self->options->sheet = selected + 1;
  change_options (self);
}

static void
encoding_selected_cb (SuiviFilePage *self)
{
  guint selected = adw_combo_row_get_selected (self->encoding_row);

  if (self->setting || selected == GTK_INVALID_LIST_POSITION)
    return;

  g_free (self->options->encoding);
  self->options->encoding = g_strdup (suivi_sheet_get_encodings ()[selected]);
  change_options (self);
}

static void
separator_selected_cb (SuiviFilePage *self)
{
  guint selected = adw_combo_row_get_selected (self->separator_row);

  if (self->setting || selected >= G_N_ELEMENTS (separators))
    return;

  self->options->separator = separators[selected].separator;
  change_options (self);
}

static gboolean
poll_cb (gpointer user_data)
{
  SuiviFilePage *self = SUIVI_FILE_PAGE (user_data);
  double fraction = suivi_progress_get_fraction (self->progress);

  if (fraction > 0)
    gtk_progress_bar_set_fraction (self->bar, MIN (fraction, 1));
  else
    gtk_progress_bar_pulse (self->bar);
  return G_SOURCE_CONTINUE;
}

/* ---- What is shown ---- */

static void
fill_row (AdwComboRow *row, const char *const *labels, guint selected)
{
  g_autoptr (GtkStringList) list = gtk_string_list_new (labels);

  adw_combo_row_set_model (row, G_LIST_MODEL (list));
  adw_combo_row_set_selected (row, selected);
}

static guint
find_string (const char *const *strings, const char *string)
{
  for (guint i = 0; strings[i] != NULL; i++)
    {
      if (g_strcmp0 (strings[i], string) == 0)
        return i;
    }
  return GTK_INVALID_LIST_POSITION;
}

/* Their review is asked for, or, where a heading said it, can be corrected. */
static gboolean
has_rows_without_review (GPtrArray *groups)
{
  for (guint i = 0; i < groups->len; i++)
    {
      if (((const SuiviPlanGroup *) g_ptr_array_index (groups, i))->state == NULL)
        return TRUE;
    }
  return FALSE;
}

static void
show_formats (SuiviFilePage *self, const char *format)
{
  const char *const *formats = suivi_import_get_formats ();
  g_autoptr (GPtrArray) labels = g_ptr_array_new ();

  for (guint i = 0; formats[i] != NULL; i++)
    g_ptr_array_add (labels, (gpointer) suivi_import_format_to_label (formats[i]));
  g_ptr_array_add (labels, NULL);
  fill_row (self->format_row, (const char *const *) labels->pdata, find_string (formats, format));
}

static void
show_encoding (SuiviFilePage *self, const char *encoding)
{
  const char *const *encodings = suivi_sheet_get_encodings ();
  g_autoptr (GPtrArray) labels = g_ptr_array_new ();

  for (guint i = 0; encodings[i] != NULL; i++)
    {
      const char *label = encodings[i];

      for (gsize j = 0; j < G_N_ELEMENTS (encoding_labels); j++)
        {
          if (g_str_equal (encoding_labels[j].encoding, encodings[i]))
            label = _ (encoding_labels[j].label);
        }
      g_ptr_array_add (labels, (gpointer) label);
    }
  g_ptr_array_add (labels, NULL);
  fill_row (self->encoding_row, (const char *const *) labels->pdata, find_string (encodings, encoding));
}

static void
show_separator (SuiviFilePage *self, char separator)
{
  const char *labels[G_N_ELEMENTS (separators) + 1] = { NULL };
  guint selected = GTK_INVALID_LIST_POSITION;

  for (guint i = 0; i < G_N_ELEMENTS (separators); i++)
    {
      labels[i] = _ (separators[i].label);
      if (separators[i].separator == separator)
        selected = i;
    }
  fill_row (self->separator_row, labels, selected);
}

static void
show_preview (SuiviFilePage *self, const SuiviTablePreview *preview, const char *format)
{
  gboolean is_text = preview != NULL && preview->kind == SUIVI_SHEET_CSV;
  gboolean has_sheets = preview != NULL && g_strv_length (preview->sheets) > 1;

  gtk_widget_set_visible (GTK_WIDGET (self->sheet_row), has_sheets);
  gtk_widget_set_visible (GTK_WIDGET (self->encoding_row), is_text);
  gtk_widget_set_visible (GTK_WIDGET (self->separator_row), is_text);
  if (has_sheets)
    fill_row (self->sheet_row, (const char *const *) preview->sheets, preview->sheet);
  if (is_text)
    {
      show_encoding (self, preview->encoding);
      show_separator (self, preview->separator);
    }

  /* Of the exports of databases, Suivi knows what the columns mean. */
  self->mapping_shown = preview != NULL && preview->mapping != NULL && g_strcmp0 (format, "table") == 0;
  /* What the user changes just now must not be changed under the hand. */
  if (self->mapping_shown && !self->keep_mapping)
    suivi_mapping_view_set_preview (self->mapping_view, preview);
}

static char *
make_token (const SuiviPlanGroup *group)
{
  return g_strdup_printf ("%s:%u", group->state != NULL ? group->state : "", group->session);
}

/* What the user ticked stays when the file is read again. */
static void
keep_ticks (SuiviFilePage *self, GPtrArray *groups)
{
  g_autoptr (GPtrArray) before = suivi_group_list_list_groups (self->group_list);
  g_autoptr (GHashTable) by_token = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < before->len; i++)
    g_hash_table_insert (by_token, make_token (before->pdata[i]), before->pdata[i]);
  for (guint i = 0; i < groups->len; i++)
    {
      SuiviPlanGroup *group = g_ptr_array_index (groups, i);
      g_autofree char *token = make_token (group);
      const SuiviPlanGroup *known = g_hash_table_lookup (by_token, token);

      if (known != NULL)
        group->included = known->included;
    }
}

static const char *
describe_ticks (GPtrArray *groups)
{
  guint n_included = 0;

  for (guint i = 0; i < groups->len; i++)
    n_included += ((const SuiviPlanGroup *) g_ptr_array_index (groups, i))->included;

  if (n_included == groups->len)
    return NULL;
  return n_included == 0 ? _ ("The file is about several States. Tick those that you want.")
                         : _ ("Ticked is what is about the States of this workspace.");
}

static void
show_contents (SuiviFilePage *self, GPtrArray *groups)
{
  gboolean shown = FALSE;

  if (self->keep_groups)
    keep_ticks (self, groups);
  else
    suivi_group_list_set_hint (self->group_list, describe_ticks (groups));
  self->keep_groups = TRUE;
  self->groups_shown = groups->len > 1;
  shown = self->mapping_shown || self->groups_shown;
  suivi_group_list_set_groups (self->group_list, groups);

  gtk_stack_page_set_visible (self->mapping_page, self->mapping_shown);
  gtk_stack_page_set_visible (self->group_page, self->groups_shown);
  gtk_widget_set_visible (self->switcher, self->mapping_shown && self->groups_shown);
  if (!self->mapping_shown || !self->groups_shown)
    gtk_stack_set_visible_child (self->pages, self->mapping_shown ? GTK_WIDGET (self->mapping_view)
                                                                  : GTK_WIDGET (self->group_list));
  gtk_widget_set_visible (self->contents, shown);
  adw_clamp_set_maximum_size (self->clamp, shown ? WIDE : NARROW);
}

static void
suivi_file_page_dispose (GObject *object)
{
  SuiviFilePage *self = SUIVI_FILE_PAGE (object);

  g_clear_handle_id (&self->mapping_timeout, g_source_remove);
  g_clear_handle_id (&self->poll_timeout, g_source_remove);
  g_clear_pointer (&self->progress, suivi_progress_unref);
  g_clear_pointer (&self->content, gtk_widget_unparent);

  G_OBJECT_CLASS (suivi_file_page_parent_class)->dispose (object);
}

static void
suivi_file_page_finalize (GObject *object)
{
  SuiviFilePage *self = SUIVI_FILE_PAGE (object);

  g_clear_pointer (&self->options, suivi_import_options_free);
  g_free (self->error);

  G_OBJECT_CLASS (suivi_file_page_parent_class)->finalize (object);
}

static void
suivi_file_page_class_init (SuiviFilePageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = suivi_file_page_dispose;
  object_class->finalize = suivi_file_page_finalize;

  /**
   * SuiviFilePage::changed:
   *
   * What suivi_file_page_get_ready() says may be different now.
   */
  signals[SIGNAL_CHANGED]
    = g_signal_new ("changed", SUIVI_TYPE_FILE_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  /**
   * SuiviFilePage::options-changed:
   *
   * The file has to be read again, with suivi_file_page_make_options().
   */
  signals[SIGNAL_OPTIONS_CHANGED] = g_signal_new ("options-changed", SUIVI_TYPE_FILE_PAGE, G_SIGNAL_RUN_LAST,
                                                  0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (SUIVI_TYPE_PAIR_LAYOUT);
  g_type_ensure (SUIVI_TYPE_REVIEW_PICKER);
  g_type_ensure (SUIVI_TYPE_MAPPING_VIEW);
  g_type_ensure (SUIVI_TYPE_GROUP_LIST);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/suivi/Suivi/import/file-page.ui");
  gtk_widget_class_bind_template_child (widget_class, SuiviFilePage, content);
  gtk_widget_class_bind_template_child (widget_class, SuiviFilePage, clamp);
  gtk_widget_class_bind_template_child (widget_class, SuiviFilePage, title);
  gtk_widget_class_bind_template_child (widget_class, SuiviFilePage, review);
  gtk_widget_class_bind_template_child (widget_class, SuiviFilePage, summary);
  gtk_widget_class_bind_template_child (widget_class, SuiviFilePage, format_row);
  gtk_widget_class_bind_template_child (widget_class, SuiviFilePage, sheet_row);
  gtk_widget_class_bind_template_child (widget_class, SuiviFilePage, encoding_row);
  gtk_widget_class_bind_template_child (widget_class, SuiviFilePage, separator_row);
  gtk_widget_class_bind_template_child (widget_class, SuiviFilePage, picker);
  gtk_widget_class_bind_template_child (widget_class, SuiviFilePage, contents);
  gtk_widget_class_bind_template_child (widget_class, SuiviFilePage, switcher);
  gtk_widget_class_bind_template_child (widget_class, SuiviFilePage, pages);
  gtk_widget_class_bind_template_child (widget_class, SuiviFilePage, mapping_page);
  gtk_widget_class_bind_template_child (widget_class, SuiviFilePage, group_page);
  gtk_widget_class_bind_template_child (widget_class, SuiviFilePage, mapping_view);
  gtk_widget_class_bind_template_child (widget_class, SuiviFilePage, group_list);
  gtk_widget_class_bind_template_child (widget_class, SuiviFilePage, bar);
  gtk_widget_class_bind_template_child (widget_class, SuiviFilePage, problem);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
suivi_file_page_init (SuiviFilePage *self)
{
  self->options = suivi_import_options_new ();
  gtk_widget_init_template (GTK_WIDGET (self));

  g_signal_connect_object (self->format_row, "notify::selected", G_CALLBACK (format_selected_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->sheet_row, "notify::selected", G_CALLBACK (sheet_selected_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->encoding_row, "notify::selected", G_CALLBACK (encoding_selected_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->separator_row, "notify::selected", G_CALLBACK (separator_selected_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->mapping_view, "changed", G_CALLBACK (mapping_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->picker, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->group_list, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
}

/**
 * suivi_file_page_reset:
 *
 * Forgets what the user said, because another file comes.
 */
void
suivi_file_page_reset (SuiviFilePage *self)
{
  g_return_if_fail (SUIVI_IS_FILE_PAGE (self));

  g_clear_handle_id (&self->mapping_timeout, g_source_remove);
  suivi_import_options_free (self->options);
  self->options = suivi_import_options_new ();
  self->keep_mapping = FALSE;
  self->keep_groups = FALSE;
  g_clear_pointer (&self->error, g_free);
  suivi_review_picker_set_review (self->picker, NULL, 0);
}

/**
 * suivi_file_page_set_plan:
 * @plan: what was read
 *
 * Shows what the file is. The page does not keep @plan.
 */
void
suivi_file_page_set_plan (SuiviFilePage *self, SuiviImportPlan *plan)
{
  SuiviReview *review = NULL;
  g_autoptr (GPtrArray) groups = NULL;
  g_autofree char *summary = NULL;
  g_autofree char *label = NULL;

  g_return_if_fail (SUIVI_IS_FILE_PAGE (self));
  g_return_if_fail (SUIVI_IS_IMPORT_PLAN (plan));

  review = suivi_import_plan_get_review (plan);
  groups = suivi_import_plan_list_groups (plan);
  summary = suivi_file_summary_make (plan, groups);

  self->setting = TRUE;
  g_clear_pointer (&self->error, g_free);
  gtk_label_set_label (self->title, suivi_import_format_to_label (suivi_import_plan_get_format (plan)));
  gtk_label_set_label (self->summary, summary);
  show_formats (self, suivi_import_plan_get_format (plan));
  show_preview (self, suivi_import_plan_get_preview (plan), suivi_import_plan_get_format (plan));

  label = review != NULL ? suivi_review_to_label (review) : NULL;
  gtk_label_set_label (self->review, label != NULL ? label : "");
  gtk_widget_set_visible (GTK_WIDGET (self->review), label != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->picker), has_rows_without_review (groups));
  /* What the user chose stays when the file, read again, does not know better. */
  if (review != NULL)
    suivi_review_picker_set_review (self->picker, review->state, review->session);

  show_contents (self, groups);
  self->setting = FALSE;
  update (self);
}

/**
 * suivi_file_page_set_reading:
 * @progress: (nullable): how far the reading is; %NULL when it is over
 *
 * Says that the file is read again.
 */
void
suivi_file_page_set_reading (SuiviFilePage *self, SuiviProgress *progress)
{
  g_return_if_fail (SUIVI_IS_FILE_PAGE (self));

  g_clear_handle_id (&self->poll_timeout, g_source_remove);
  g_clear_pointer (&self->progress, suivi_progress_unref);
  gtk_progress_bar_set_fraction (self->bar, 0);
  gtk_widget_set_child_visible (GTK_WIDGET (self->bar), progress != NULL);
  if (progress != NULL)
    {
      self->progress = suivi_progress_ref (progress);
      self->poll_timeout = g_timeout_add (POLL_MS, poll_cb, self);
    }
  update (self);
}

/**
 * suivi_file_page_set_error:
 * @sentence: why the file cannot be read with these options
 *
 * The options stay as they are, so that the user can choose others.
 */
void
suivi_file_page_set_error (SuiviFilePage *self, const char *sentence)
{
  g_return_if_fail (SUIVI_IS_FILE_PAGE (self));

  g_free (self->error);
  self->error = g_strdup (sentence);
  update (self);
}

/**
 * suivi_file_page_make_options:
 *
 * Returns: (transfer full): what the user said about the reading, the rest as Suivi thinks
 */
SuiviImportOptions *
suivi_file_page_make_options (SuiviFilePage *self)
{
  SuiviImportOptions *options = NULL;

  g_return_val_if_fail (SUIVI_IS_FILE_PAGE (self), NULL);

  options = suivi_import_options_copy (self->options);
  options->recall = options->mapping == NULL;
  return options;
}

/**
 * suivi_file_page_get_ready:
 *
 * Returns: whether everything that is needed was said
 */
gboolean
suivi_file_page_get_ready (SuiviFilePage *self)
{
  g_return_val_if_fail (SUIVI_IS_FILE_PAGE (self), FALSE);

  return self->progress == NULL && self->mapping_timeout == 0 && find_problem (self) == NULL;
}

/**
 * suivi_file_page_apply:
 * @plan: the plan that is shown
 *
 * Tells @plan which review its rows are about that do not say it.
 */
void
suivi_file_page_apply (SuiviFilePage *self, SuiviImportPlan *plan)
{
  SuiviReview *review = NULL;
  const char *state = NULL;
  guint session = 0;

  g_return_if_fail (SUIVI_IS_FILE_PAGE (self));
  g_return_if_fail (SUIVI_IS_IMPORT_PLAN (plan));

  if (!gtk_widget_get_visible (GTK_WIDGET (self->picker)))
    return;

  review = suivi_import_plan_get_review (plan);
  state = suivi_review_picker_get_state (self->picker);
  session = suivi_review_picker_get_session (self->picker);
  if (state != NULL
      && (suivi_import_plan_needs_review (plan) || review == NULL || g_strcmp0 (review->state, state) != 0
          || review->session != session))
    suivi_import_plan_set_review (plan, state, session, NULL);
}

/**
 * suivi_file_page_list_groups:
 *
 * Returns: (transfer full) (element-type SuiviPlanGroup): the groups of the file, with what the user wants
 */
GPtrArray *
suivi_file_page_list_groups (SuiviFilePage *self)
{
  g_return_val_if_fail (SUIVI_IS_FILE_PAGE (self), NULL);

  return suivi_group_list_list_groups (self->group_list);
}
