/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/scorecard/grade-filter.h"

#include <glib/gi18n-lib.h>

#include "app/drop-down.h"
#include "app/review/facet-chip.h"
#include "app/review/review-jobs.h"
#include "app/review/wrap-layout.h"
#include "core/scorecard/light-order.h"
#include "core/text/text.h"

struct _SuiviGradeFilter
{
  GtkWidget parent_instance;

  GtkEditable *search;
  GtkDropDown *shown;
  GtkBox *chips;

  SuiviWorkspace *workspace; /* (owned) (nullable) */
  GCancellable *cancellable; /* (owned) (nullable): of looking what there is to choose from */
  SuiviFilter *chosen;       /* (owned): what is chosen on the chips */
  char *review_id;
  guint choices; /* which facets there is something to choose from in: bits, 1 << facet */
  guint n_rows;
  gboolean updating;
};

G_DEFINE_FINAL_TYPE (SuiviGradeFilter, suivi_grade_filter, GTK_TYPE_WIDGET)

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* Those by which people share out the work. */
static const SuiviFacet facets[]
  = { SUIVI_FACET_POSITION, SUIVI_FACET_THEME, SUIVI_FACET_CLUSTER, SUIVI_FACET_INSTITUTION };

static void
update_chips (SuiviGradeFilter *self)
{
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->chips)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      SuiviFacetChip *chip = NULL;
      SuiviFacet facet = SUIVI_FACET_POSITION;

      if (!SUIVI_IS_FACET_CHIP (child))
        continue;
      chip = SUIVI_FACET_CHIP (child);
      facet = suivi_facet_chip_get_facet (chip);
      suivi_facet_chip_update (chip, self->chosen, self->n_rows);
      /* Each recommendation has a position; the rest is there where there is something to choose from. */
      gtk_widget_set_visible (child, facet == SUIVI_FACET_POSITION || (self->choices & (1u << facet)) != 0
                                       || suivi_filter_get (self->chosen, facet)[0] != NULL);
    }
}

static void
changed_cb (SuiviGradeFilter *self)
{
  if (!self->updating)
    g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
search_stopped_cb (SuiviGradeFilter *self)
{
  gtk_editable_set_text (self->search, "");
}

static void
counted_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SuiviFacetChip) chip = user_data;
  g_autoptr (GPtrArray) counts = suivi_workspace_run_finish (SUIVI_WORKSPACE (source), result, NULL);
  GtkWidget *self = gtk_widget_get_ancestor (GTK_WIDGET (chip), SUIVI_TYPE_GRADE_FILTER);

  if (counts != NULL && self != NULL)
    suivi_facet_chip_set_counts (chip, counts, SUIVI_GRADE_FILTER (self)->chosen);
}

static void
chip_opened_cb (SuiviGradeFilter *self, SuiviFacetChip *chip)
{
  g_autoptr (SuiviFilter) filter = suivi_grade_filter_create (self);

  if (self->workspace != NULL)
    suivi_review_count_facet_async (self->workspace, filter, suivi_facet_chip_get_facet (chip), NULL,
                                    counted_cb, g_object_ref (chip));
}

static void
chosen_cb (SuiviGradeFilter *self)
{
  update_chips (self);
  changed_cb (self);
}

static void
chip_chosen_cb (SuiviGradeFilter *self, const char *value, gboolean chosen, SuiviFacetChip *chip)
{
  if (chosen)
    suivi_filter_add (self->chosen, suivi_facet_chip_get_facet (chip), value);
  else
    suivi_filter_remove (self->chosen, suivi_facet_chip_get_facet (chip), value);
  chosen_cb (self);
  /* The numbers of the others are of what is shown now. */
  chip_opened_cb (self, chip);
}

static void
chip_cleared_cb (SuiviGradeFilter *self, SuiviFacetChip *chip)
{
  suivi_filter_clear (self->chosen, suivi_facet_chip_get_facet (chip));
  chosen_cb (self);
}

static void
choices_found_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SuiviGradeFilter) self = user_data;
  g_autoptr (GError) error = NULL;
  const guint choices
    = GPOINTER_TO_UINT (suivi_workspace_run_finish (SUIVI_WORKSPACE (source), result, &error));

  if (error != NULL || SUIVI_WORKSPACE (source) != self->workspace)
    return;

  self->choices = choices;
  update_chips (self);
}

/* Not after each step: whoever grades fast waits for other answers. */
static void
find_choices (SuiviGradeFilter *self)
{
  g_autoptr (SuiviFilter) base = suivi_filter_new ();

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  if (self->workspace == NULL || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;

  if (self->review_id != NULL)
    suivi_filter_add (base, SUIVI_FACET_REVIEW, self->review_id);
  self->cancellable = g_cancellable_new ();
  suivi_review_find_choices_async (self->workspace, base, self->cancellable, choices_found_cb,
                                   g_object_ref (self));
}

static void
suivi_grade_filter_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (suivi_grade_filter_parent_class)->map (widget);

  find_choices (SUIVI_GRADE_FILTER (widget));
}

static gboolean
suivi_grade_filter_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (SUIVI_GRADE_FILTER (widget)->search));
}

static void
suivi_grade_filter_dispose (GObject *object)
{
  SuiviGradeFilter *self = SUIVI_GRADE_FILTER (object);
  GtkWidget *child = NULL;

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->workspace);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (suivi_grade_filter_parent_class)->dispose (object);
}

static void
suivi_grade_filter_finalize (GObject *object)
{
  SuiviGradeFilter *self = SUIVI_GRADE_FILTER (object);

  suivi_filter_free (self->chosen);
  g_free (self->review_id);

  G_OBJECT_CLASS (suivi_grade_filter_parent_class)->finalize (object);
}

static void
suivi_grade_filter_class_init (SuiviGradeFilterClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = suivi_grade_filter_dispose;
  G_OBJECT_CLASS (klass)->finalize = suivi_grade_filter_finalize;
  widget_class->map = suivi_grade_filter_map;
  widget_class->grab_focus = suivi_grade_filter_grab_focus;

  signals[SIGNAL_CHANGED] = g_signal_new ("changed", SUIVI_TYPE_GRADE_FILTER, G_SIGNAL_RUN_LAST, 0, NULL,
                                          NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (SUIVI_TYPE_WRAP_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/suivi/Suivi/scorecard/grade-filter.ui");
  gtk_widget_class_bind_template_child (widget_class, SuiviGradeFilter, search);
  gtk_widget_class_bind_template_child (widget_class, SuiviGradeFilter, shown);
  gtk_widget_class_bind_template_child (widget_class, SuiviGradeFilter, chips);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_stopped_cb);
}

static GtkSizeRequestMode
get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

/* The chips go into as many lines as they need: they do not make the list wider. */
static void
measure (GtkWidget *widget,
         GtkOrientation orientation,
         int for_size,
         int *minimum,
         int *natural,
         int *minimum_baseline,
         int *natural_baseline)
{
  gtk_widget_measure (gtk_widget_get_first_child (widget), orientation, for_size, minimum, natural,
                      minimum_baseline, natural_baseline);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    *natural = *minimum;
}

static void
allocate (GtkWidget *widget, int width, int height, int baseline)
{
  gtk_widget_allocate (gtk_widget_get_first_child (widget), width, height, baseline, NULL);
}

static void
suivi_grade_filter_init (SuiviGradeFilter *self)
{
  g_autoptr (GtkStringList) shown = gtk_string_list_new (NULL);

  self->chosen = suivi_filter_new ();
  self->updating = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_set_layout_manager (GTK_WIDGET (self),
                                 gtk_custom_layout_new (get_request_mode, measure, allocate));

  /* Translators: recommendations that have no light yet, or a grey one: of which nothing is known */
  gtk_string_list_append (shown, _ ("Not assessed yet"));
  /* Translators: recommendations with a grade that somebody began to type and did not save */
  gtk_string_list_append (shown, C_ ("recommendations", "Begun"));
  gtk_string_list_append (shown, C_ ("recommendations", "Assessed"));
  /* Translators: a list of recommendations is not narrowed */
  gtk_string_list_append (shown, C_ ("recommendations", "All"));
  gtk_drop_down_set_model (self->shown, G_LIST_MODEL (shown));
  suivi_drop_down_name (GTK_WIDGET (self->shown), _ ("Which to show"));
  for (gsize i = 0; i < G_N_ELEMENTS (facets); i++)
    {
      GtkWidget *chip = suivi_facet_chip_new (facets[i]);

      g_signal_connect_object (chip, "opened", G_CALLBACK (chip_opened_cb), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (chip, "chosen", G_CALLBACK (chip_chosen_cb), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (chip, "cleared", G_CALLBACK (chip_cleared_cb), self, G_CONNECT_SWAPPED);
      gtk_box_append (self->chips, chip);
    }
  update_chips (self);
  self->updating = FALSE;
}

/**
 * suivi_grade_filter_set_workspace:
 * @workspace: (nullable): where the recommendations are
 */
void
suivi_grade_filter_set_workspace (SuiviGradeFilter *self, SuiviWorkspace *workspace)
{
  if (!g_set_object (&self->workspace, workspace))
    return;

  self->choices = 0;
  update_chips (self);
  find_choices (self);
}

/**
 * suivi_grade_filter_set_scope:
 * @review_id: (nullable): the review that is graded; %NULL: all of them
 */
void
suivi_grade_filter_set_scope (SuiviGradeFilter *self, const char *review_id)
{
  g_free (self->review_id);
  self->review_id = g_strdup (review_id);
  find_choices (self);
}

/**
 * suivi_grade_filter_create:
 *
 * Returns: (transfer full): what lets through just what is to be shown
 */
SuiviFilter *
suivi_grade_filter_create (SuiviGradeFilter *self)
{
  SuiviFilter *filter = suivi_filter_copy (self->chosen);
  const SuiviGradeShown shown = suivi_grade_filter_get_shown (self);

  if (self->review_id != NULL)
    suivi_filter_add (filter, SUIVI_FACET_REVIEW, self->review_id);
  for (guint light = 0; light < SUIVI_N_LIGHTS; light++)
    {
      if (shown == SUIVI_GRADE_SHOWN_ALL || shown == SUIVI_GRADE_SHOWN_BEGUN
          || suivi_light_is_judged (light) == (shown == SUIVI_GRADE_SHOWN_GRADED))
        suivi_filter_add (filter, SUIVI_FACET_LIGHT, suivi_light_to_nick (light));
    }
  suivi_filter_set_begun (filter, shown == SUIVI_GRADE_SHOWN_BEGUN);
  suivi_filter_set_search (filter, gtk_editable_get_text (self->search));

  return filter;
}

/**
 * suivi_grade_filter_get_shown:
 *
 * Returns: which recommendations are shown
 */
SuiviGradeShown
suivi_grade_filter_get_shown (SuiviGradeFilter *self)
{
  return gtk_drop_down_get_selected (self->shown);
}

/**
 * suivi_grade_filter_is_narrowed:
 *
 * Returns: whether anything is searched for or chosen on the chips
 */
gboolean
suivi_grade_filter_is_narrowed (SuiviGradeFilter *self)
{
  return !suivi_filter_is_empty (self->chosen) || !suivi_text_is_blank (gtk_editable_get_text (self->search));
}

/**
 * suivi_grade_filter_show_all:
 *
 * Takes away everything that narrows the list.
 */
void
suivi_grade_filter_show_all (SuiviGradeFilter *self)
{
  self->updating = TRUE;
  gtk_editable_set_text (self->search, "");
  gtk_drop_down_set_selected (self->shown, SUIVI_GRADE_SHOWN_ALL);
  for (gsize i = 0; i < G_N_ELEMENTS (facets); i++)
    suivi_filter_clear (self->chosen, facets[i]);
  update_chips (self);
  self->updating = FALSE;
  changed_cb (self);
}

/**
 * suivi_grade_filter_set_count:
 * @n_rows: how many recommendations are shown
 */
void
suivi_grade_filter_set_count (SuiviGradeFilter *self, guint n_rows)
{
  if (self->n_rows == n_rows)
    return;

  self->n_rows = n_rows;
  update_chips (self);
}
