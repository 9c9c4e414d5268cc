/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "app/light-words.h"
#include "app/review/facet-chip.h"
#include "app/review/facet-values.h"
#include "core/text/text.h"

struct _SuiviFacetChip
{
  GtkWidget parent_instance;

  GtkMenuButton *button;
  GtkLabel *title;
  GtkLabel *count;
  GtkPopover *popover;
  GtkEditable *search;
  GtkBox *list;
  GtkWidget *nothing;
  GtkWidget *clear;

  SuiviFacet facet;
  char *name;        /* for screen readers, and of all that the chip says */
  GPtrArray *values; /* (owned) (element-type SuiviFacetValue) */
  GPtrArray *checks; /* (owned) (element-type GtkCheckButton), in the order of the values */
  gboolean updating;
};

G_DEFINE_FINAL_TYPE (SuiviFacetChip, suivi_facet_chip, GTK_TYPE_WIDGET)

enum
{
  SIGNAL_OPENED,
  SIGNAL_CHOSEN,
  SIGNAL_CLEARED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
check_toggled_cb (GtkCheckButton *check, SuiviFacetChip *self)
{
  guint position = 0;
  SuiviFacetValue *value = NULL;

  if (self->updating || !g_ptr_array_find (self->checks, check, &position))
    return;

  value = g_ptr_array_index (self->values, position);
  value->chosen = gtk_check_button_get_active (check);
  g_signal_emit (self, signals[SIGNAL_CHOSEN], 0, value->value, value->chosen);
}

static GtkWidget *
create_check (SuiviFacetChip *self, SuiviFacetValue *value)
{
  GtkWidget *check = gtk_check_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *label = gtk_label_new (value->label);
  GtkWidget *count = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 32);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_add_css_class (count, "numeric");
  gtk_widget_add_css_class (count, "dim-label");
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), count);
  gtk_check_button_set_child (GTK_CHECK_BUTTON (check), box);
  g_object_set_data (G_OBJECT (check), "count", count);
  g_signal_connect (check, "toggled", G_CALLBACK (check_toggled_cb), self);

  return check;
}

static void
update_check (GtkWidget *check, SuiviFacetValue *value)
{
  g_autofree char *number = NULL;
  g_autofree char *name = NULL;

  /* How many have none of the values, nobody counts. */
  if (g_str_equal (value->value, SUIVI_FACET_NONE))
    {
      number = g_strdup ("");
      name = g_strdup (value->label);
    }
  else
    {
      number = g_strdup_printf ("%u", value->count);
      /* Translators: name of a check box for screen readers: a value and how many recommendations have it */
      name = g_strdup_printf (ngettext ("%s, %u recommendation", "%s, %u recommendations", value->count),
                              value->label, value->count);
    }
  gtk_label_set_label (g_object_get_data (G_OBJECT (check), "count"), number);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), value->chosen);
  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
filter_list (SuiviFacetChip *self)
{
  g_autofree char *needle = suivi_text_fold (gtk_editable_get_text (self->search));
  gboolean any = FALSE;

  for (guint i = 0; i < self->values->len; i++)
    {
      SuiviFacetValue *value = g_ptr_array_index (self->values, i);
      g_autofree char *hay = suivi_text_fold (value->label);
      gboolean shown = strstr (hay, needle) != NULL;

      gtk_widget_set_visible (g_ptr_array_index (self->checks, i), shown);
      any |= shown;
    }
  gtk_widget_set_visible (self->nothing, !any);
}

static gboolean
same_values (GPtrArray *a, GPtrArray *b)
{
  if (a->len != b->len)
    return FALSE;
  for (guint i = 0; i < a->len; i++)
    {
      SuiviFacetValue *first = g_ptr_array_index (a, i);
      SuiviFacetValue *second = g_ptr_array_index (b, i);

      if (!g_str_equal (first->value, second->value) || !g_str_equal (first->label, second->label))
        return FALSE;
    }

  return TRUE;
}

/* The widgets stay as long as the values do, so that the keyboard focus stays where it is while counts
 * change. */
static void
rebuild_list (SuiviFacetChip *self)
{
  for (guint i = 0; i < self->checks->len; i++)
    gtk_box_remove (self->list, g_ptr_array_index (self->checks, i));
  g_ptr_array_set_size (self->checks, 0);

  for (guint i = 0; i < self->values->len; i++)
    {
      GtkWidget *check = create_check (self, g_ptr_array_index (self->values, i));

      gtk_box_append (self->list, check);
      g_ptr_array_add (self->checks, g_object_ref (check));
    }
}

static void
popover_visible_changed_cb (SuiviFacetChip *self)
{
  if (gtk_widget_get_visible (GTK_WIDGET (self->popover)))
    g_signal_emit (self, signals[SIGNAL_OPENED], 0);
  else
    gtk_editable_set_text (self->search, "");
}

static void
search_changed_cb (SuiviFacetChip *self)
{
  filter_list (self);
}

/* Enter takes the first value that matches, or takes it away again. */
static void
search_activated_cb (SuiviFacetChip *self)
{
  /* The entry tells what was typed with a delay. */
  filter_list (self);
  if (gtk_editable_get_text (self->search)[0] == '\0')
    return;

  for (guint i = 0; i < self->checks->len; i++)
    {
      GtkCheckButton *check = g_ptr_array_index (self->checks, i);

      if (!gtk_widget_get_visible (GTK_WIDGET (check)))
        continue;
      gtk_check_button_set_active (check, !gtk_check_button_get_active (check));
      gtk_editable_select_region (self->search, 0, -1);
      return;
    }
}

static void
search_stopped_cb (SuiviFacetChip *self)
{
  gtk_popover_popdown (self->popover);
}

static void
clear_clicked_cb (SuiviFacetChip *self)
{
  /* This button is about to vanish; the focus must not fall to the start of the window. */
  gtk_widget_grab_focus (GTK_WIDGET (self->button));
  g_signal_emit (self, signals[SIGNAL_CLEARED], 0);
}

static void
suivi_facet_chip_dispose (GObject *object)
{
  SuiviFacetChip *self = SUIVI_FACET_CHIP (object);
  GtkWidget *child = NULL;

  for (guint i = 0; self->checks != NULL && i < self->checks->len; i++)
    g_signal_handlers_disconnect_by_data (g_ptr_array_index (self->checks, i), self);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_pointer (&self->checks, g_ptr_array_unref);
  g_clear_pointer (&self->values, g_ptr_array_unref);

  G_OBJECT_CLASS (suivi_facet_chip_parent_class)->dispose (object);
}

static void
suivi_facet_chip_finalize (GObject *object)
{
  g_free (SUIVI_FACET_CHIP (object)->name);

  G_OBJECT_CLASS (suivi_facet_chip_parent_class)->finalize (object);
}

static void
suivi_facet_chip_class_init (SuiviFacetChipClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = suivi_facet_chip_dispose;
  object_class->finalize = suivi_facet_chip_finalize;

  signals[SIGNAL_OPENED]
    = g_signal_new ("opened", SUIVI_TYPE_FACET_CHIP, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_CHOSEN] = g_signal_new ("chosen", SUIVI_TYPE_FACET_CHIP, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                         NULL, G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_BOOLEAN);
  signals[SIGNAL_CLEARED]
    = g_signal_new ("cleared", SUIVI_TYPE_FACET_CHIP, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/suivi/Suivi/review/facet-chip.ui");
  gtk_widget_class_bind_template_child (widget_class, SuiviFacetChip, button);
  gtk_widget_class_bind_template_child (widget_class, SuiviFacetChip, title);
  gtk_widget_class_bind_template_child (widget_class, SuiviFacetChip, count);
  gtk_widget_class_bind_template_child (widget_class, SuiviFacetChip, popover);
  gtk_widget_class_bind_template_child (widget_class, SuiviFacetChip, search);
  gtk_widget_class_bind_template_child (widget_class, SuiviFacetChip, list);
  gtk_widget_class_bind_template_child (widget_class, SuiviFacetChip, nothing);
  gtk_widget_class_bind_template_child (widget_class, SuiviFacetChip, clear);
  gtk_widget_class_bind_template_callback (widget_class, popover_visible_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_stopped_cb);
  gtk_widget_class_bind_template_callback (widget_class, clear_clicked_cb);
}

static void
suivi_facet_chip_init (SuiviFacetChip *self)
{
  self->values = g_ptr_array_new_with_free_func ((GDestroyNotify) suivi_facet_value_free);
  self->checks = g_ptr_array_new_with_free_func (g_object_unref);
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* Where all values are seen at once, nobody needs to search for one. */
static gboolean
has_few_values (SuiviFacet facet)
{
  return facet == SUIVI_FACET_POSITION || facet == SUIVI_FACET_LIGHT || facet == SUIVI_FACET_CYCLE
         || facet == SUIVI_FACET_CATEGORY;
}

/**
 * suivi_facet_chip_new:
 * @facet: what it narrows by
 *
 * Returns: a chip with nothing chosen
 */
GtkWidget *
suivi_facet_chip_new (SuiviFacet facet)
{
  SuiviFacetChip *self = g_object_new (SUIVI_TYPE_FACET_CHIP, NULL);
  g_autoptr (SuiviFilter) nothing = suivi_filter_new ();
  /* Translators: tooltip of the button that clears one facet, such as Position */
  g_autofree char *clear = g_strdup_printf (_ ("Clear %s"), suivi_facet_to_label (facet));

  self->facet = facet;
  gtk_widget_set_visible (GTK_WIDGET (self->search), !has_few_values (facet));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  suivi_facet_to_label (facet), -1);
  gtk_widget_set_tooltip_text (self->clear, clear);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->clear), GTK_ACCESSIBLE_PROPERTY_LABEL, clear, -1);
  suivi_facet_chip_update (self, nothing, 0);

  return GTK_WIDGET (self);
}

/**
 * suivi_facet_chip_get_facet:
 *
 * Returns: what it narrows by
 */
SuiviFacet
suivi_facet_chip_get_facet (SuiviFacetChip *self)
{
  return self->facet;
}

/* "France", or "France +2": the first chosen value and how many others. */
static char *
describe_chosen (SuiviFacetChip *self, const char *const *chosen)
{
  char *first
    = suivi_facet_value_to_label (self->facet, chosen[0], suivi_light_words_get (GTK_WIDGET (self)));
  guint others = g_strv_length ((char **) chosen) - 1;
  g_autofree char *alone = NULL;

  if (others == 0)
    return first;

  alone = first;
  /* Translators: on a chip: the first chosen value and how many others are chosen, "France +2" */
  return g_strdup_printf (_ ("%s +%u"), alone, others);
}

/**
 * suivi_facet_chip_update:
 * @filter: what is chosen
 * @n_rows: how many recommendations are shown
 *
 * Shows on the chip what is chosen, and how many recommendations that leaves.
 */
void
suivi_facet_chip_update (SuiviFacetChip *self, const SuiviFilter *filter, guint n_rows)
{
  const char *const *chosen = suivi_filter_get (filter, self->facet);
  gboolean active = chosen != NULL && chosen[0] != NULL;
  g_autofree char *title = NULL;
  g_autofree char *number = g_strdup_printf ("%u", n_rows);
  g_autofree char *name = NULL;

  if (active)
    {
      title = describe_chosen (self, chosen);
      /* Translators: name of a chip for screen readers: "Position: Supported, 217 recommendations" */
      name = g_strdup_printf (ngettext ("%s: %s, %u recommendation", "%s: %s, %u recommendations", n_rows),
                              suivi_facet_to_label (self->facet), title, n_rows);
    }
  else
    {
      title = g_strdup (suivi_facet_to_label (self->facet));
      name = g_strdup (title);
    }
  if (g_strcmp0 (self->name, name) == 0)
    return;

  g_free (self->name);
  self->name = g_steal_pointer (&name);
  gtk_label_set_label (self->title, title);
  gtk_label_set_label (self->count, number);
  if (active)
    gtk_widget_add_css_class (GTK_WIDGET (self), "chosen");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "chosen");
  gtk_widget_set_visible (GTK_WIDGET (self->count), active);
  gtk_widget_set_visible (self->clear, active);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL, self->name,
                                  -1);
  /* The button inside is what a screen reader stops at; without a name it would be read as "GtkToggleButton".
   */
  if (gtk_widget_get_first_child (GTK_WIDGET (self->button)) != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_first_child (GTK_WIDGET (self->button))),
                                    GTK_ACCESSIBLE_PROPERTY_LABEL, self->name, -1);
}

/**
 * suivi_facet_chip_set_counts:
 * @counts: (element-type SuiviFacetCount): the values and how many recommendations each would show
 * @filter: what is chosen
 *
 * Fills the list behind the chip.
 */
void
suivi_facet_chip_set_counts (SuiviFacetChip *self, GPtrArray *counts, const SuiviFilter *filter)
{
  g_autoptr (GPtrArray) values = suivi_facet_values_new (self->facet, counts, filter,
                                                         suivi_light_words_get (GTK_WIDGET (self)));
  gboolean same = same_values (values, self->values);

  g_clear_pointer (&self->values, g_ptr_array_unref);
  self->values = g_steal_pointer (&values);

  self->updating = TRUE;
  if (!same)
    rebuild_list (self);
  for (guint i = 0; i < self->values->len; i++)
    update_check (g_ptr_array_index (self->checks, i), g_ptr_array_index (self->values, i));
  self->updating = FALSE;

  filter_list (self);
}

/**
 * suivi_facet_chip_get_values:
 *
 * Returns: (transfer none) (element-type SuiviFacetValue): the list behind the chip, as it was shown last
 */
GPtrArray *
suivi_facet_chip_get_values (SuiviFacetChip *self)
{
  return self->values;
}

/**
 * suivi_facet_chip_is_open:
 *
 * Returns: whether the list is open
 */
gboolean
suivi_facet_chip_is_open (SuiviFacetChip *self)
{
  return gtk_widget_get_visible (GTK_WIDGET (self->popover));
}

/**
 * suivi_facet_chip_open:
 *
 * Opens the list, as a click on the chip does.
 */
void
suivi_facet_chip_open (SuiviFacetChip *self)
{
  gtk_menu_button_popup (self->button);
}
