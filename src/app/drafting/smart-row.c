/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/drafting/smart-row.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "app/drafting/hint-places.h"
#include "app/drafting/hint-popover.h"

/* What a person can take in at once; more are in the text, where they belong. */
#define MAX_SHOWN 4

struct _SuiviSmartRow
{
  GtkBox parent_instance;

  GtkLabel *letter;
  GtkLabel *name;
  GtkLabel *mark;
  GtkLabel *state;
  GtkLabel *summary;
  GtkBox *hints;
  GtkLabel *more;
  GtkBox *extra;

  SuiviCriterion criterion;
  GPtrArray *buttons;         /* (owned) (element-type GtkWidget): for hints, as many as were ever needed */
  GtkWidget *popover;         /* (nullable) */
  const SuiviHint *explained; /* (unowned) (nullable): what the popover explains */
};

G_DEFINE_FINAL_TYPE (SuiviSmartRow, suivi_smart_row, GTK_TYPE_BOX)

enum
{
  SIGNAL_HINT_ACTIVATED,
  SIGNAL_HINT_DISMISSED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static const struct
{
  const char *mark;
  const char *css_class;
} states[] = {
  [SUIVI_CRITERION_STATE_MET] = { "●", "light-green" },
  [SUIVI_CRITERION_STATE_TO_IMPROVE] = { "◐", "light-amber" },
  [SUIVI_CRITERION_STATE_PERSON] = { "?", "light-grey" },
};

/* A label lays out its text anew even if it is the same. */
static void
set_label (GtkLabel *label, const char *text)
{
  if (!g_str_equal (gtk_label_get_label (label), text))
    gtk_label_set_label (label, text);
}

static void
popover_dismissed_cb (SuiviSmartRow *self)
{
  g_autofree char *rule = self->explained != NULL ? g_strdup (self->explained->rule) : NULL;

  if (rule != NULL)
    g_signal_emit (self, signals[SIGNAL_HINT_DISMISSED], 0, rule);
}

/* ---- Hints ---- */

/* What the hint says, with the words that it is about. */
static char *
describe_hint (const SuiviHint *hint)
{
  if (hint->words[0] == '\0' || strstr (hint->message, hint->words) != NULL)
    return g_strdup (hint->message);

  /* Translators: words of a text, then what could be better about them */
  return g_strdup_printf (_ ("“%s”: %s"), hint->words, hint->message);
}

/* The popover is made when it is wanted: most hints are read where they stand. */
static void
explain (SuiviSmartRow *self, const SuiviHint *hint, GtkWidget *button)
{
  graphene_rect_t bounds;
  GdkRectangle area;

  if (self->popover == NULL)
    {
      self->popover = suivi_hint_popover_new ();
      gtk_widget_set_parent (self->popover, GTK_WIDGET (self));
      g_signal_connect_object (self->popover, "dismissed", G_CALLBACK (popover_dismissed_cb), self,
                               G_CONNECT_SWAPPED);
    }
  if (!gtk_widget_compute_bounds (button, GTK_WIDGET (self), &bounds))
    return;

  area.x = (int) bounds.origin.x;
  area.y = (int) bounds.origin.y;
  area.width = (int) bounds.size.width;
  area.height = (int) bounds.size.height;
  self->explained = hint;
  suivi_hint_popover_set_hint (SUIVI_HINT_POPOVER (self->popover), hint, FALSE);
  gtk_popover_set_pointing_to (GTK_POPOVER (self->popover), &area);
  gtk_popover_popup (GTK_POPOVER (self->popover));
}

/* A hint on words leads to them; one on something that is missing explains itself here. */
static void
hint_clicked_cb (SuiviSmartRow *self, GtkWidget *button)
{
  const SuiviHint *hint = g_object_get_data (G_OBJECT (button), "hint");

  if (hint->span.start < hint->span.end)
    g_signal_emit (self, signals[SIGNAL_HINT_ACTIVATED], 0, hint);
  else
    explain (self, hint, button);
}

/* Two lines: the popover says all of it, and a screen reader too. */
static GtkWidget *
create_label (void)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_lines (GTK_LABEL (label), 2);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_width_chars (GTK_LABEL (label), 20);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 20);

  return label;
}

/* Buttons stay and get other words: the text is analysed every few keys, and making widgets takes longer than that. */
static GtkWidget *
get_button (SuiviSmartRow *self, guint index)
{
  GtkWidget *button = NULL;

  if (index < self->buttons->len)
    return g_ptr_array_index (self->buttons, index);

  button = gtk_button_new ();
  gtk_button_set_child (GTK_BUTTON (button), create_label ());
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "hint");
  g_signal_connect_object (button, "clicked", G_CALLBACK (hint_clicked_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (self->hints, button);
  g_ptr_array_add (self->buttons, button);

  return button;
}

static void
show_hint (GtkWidget *button, const SuiviHint *hint)
{
  GtkLabel *label = GTK_LABEL (gtk_button_get_child (GTK_BUTTON (button)));
  g_autofree char *text = describe_hint (hint);

  g_object_set_data (G_OBJECT (button), "hint", (gpointer) hint);
  gtk_widget_set_visible (button, TRUE);
  if (g_str_equal (gtk_label_get_label (label), text))
    return;

  gtk_label_set_label (label, text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
}

static void
show_hints (SuiviSmartRow *self, GPtrArray *hints)
{
  GtkWidget *box = GTK_WIDGET (self->hints);
  gboolean had_focus = gtk_widget_get_focus_child (box) != NULL;
  g_autofree char *more = NULL;
  guint n = 0;

  self->explained = NULL;
  if (self->popover != NULL)
    gtk_popover_popdown (GTK_POPOVER (self->popover));
  for (guint i = 0; hints != NULL && i < hints->len; i++)
    {
      const SuiviHint *hint = g_ptr_array_index (hints, i);

      if (hint->criterion != self->criterion)
        continue;
      if (n < MAX_SHOWN)
        show_hint (get_button (self, n), hint);
      n++;
    }
  for (guint i = n; i < self->buttons->len; i++)
    gtk_widget_set_visible (g_ptr_array_index (self->buttons, i), FALSE);
  gtk_widget_set_visible (box, n > 0);

  if (n > MAX_SHOWN)
    more = g_strdup_printf (ngettext ("%u more is underlined in the text",
                                      "%u more are underlined in the text", n - MAX_SHOWN),
                            n - MAX_SHOWN);
  set_label (self->more, more != NULL ? more : "");
  gtk_widget_set_visible (GTK_WIDGET (self->more), more != NULL);

  if (had_focus && gtk_widget_get_focus_child (box) == NULL
      && !gtk_widget_child_focus (box, GTK_DIR_TAB_FORWARD))
    gtk_widget_child_focus (gtk_widget_get_parent (GTK_WIDGET (self)), GTK_DIR_TAB_FORWARD);
}

/* ---- The widget ---- */

static void
suivi_smart_row_dispose (GObject *object)
{
  g_clear_pointer (&SUIVI_SMART_ROW (object)->popover, gtk_widget_unparent);

  G_OBJECT_CLASS (suivi_smart_row_parent_class)->dispose (object);
}

static void
suivi_smart_row_finalize (GObject *object)
{
  g_ptr_array_unref (SUIVI_SMART_ROW (object)->buttons);

  G_OBJECT_CLASS (suivi_smart_row_parent_class)->finalize (object);
}

static void
suivi_smart_row_class_init (SuiviSmartRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = suivi_smart_row_dispose;
  G_OBJECT_CLASS (klass)->finalize = suivi_smart_row_finalize;

  /**
   * SuiviSmartRow::hint-activated:
   * @hint: a #SuiviHint of the analysis that is shown
   */
  signals[SIGNAL_HINT_ACTIVATED] = g_signal_new ("hint-activated", SUIVI_TYPE_SMART_ROW, G_SIGNAL_RUN_LAST, 0,
                                                 NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);
  /**
   * SuiviSmartRow::hint-dismissed:
   * @rule: name of the rule whose hints are not to be shown again
   */
  signals[SIGNAL_HINT_DISMISSED] = g_signal_new ("hint-dismissed", SUIVI_TYPE_SMART_ROW, G_SIGNAL_RUN_LAST, 0,
                                                 NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/suivi/Suivi/drafting/smart-row.ui");
  gtk_widget_class_bind_template_child (widget_class, SuiviSmartRow, letter);
  gtk_widget_class_bind_template_child (widget_class, SuiviSmartRow, name);
  gtk_widget_class_bind_template_child (widget_class, SuiviSmartRow, mark);
  gtk_widget_class_bind_template_child (widget_class, SuiviSmartRow, state);
  gtk_widget_class_bind_template_child (widget_class, SuiviSmartRow, summary);
  gtk_widget_class_bind_template_child (widget_class, SuiviSmartRow, hints);
  gtk_widget_class_bind_template_child (widget_class, SuiviSmartRow, more);
  gtk_widget_class_bind_template_child (widget_class, SuiviSmartRow, extra);
}

static void
suivi_smart_row_init (SuiviSmartRow *self)
{
  self->buttons = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * suivi_smart_row_new:
 * @criterion: which of the five it is about
 *
 * Returns: (transfer floating): a row that says nothing yet
 */
GtkWidget *
suivi_smart_row_new (SuiviCriterion criterion)
{
  SuiviSmartRow *self = g_object_new (SUIVI_TYPE_SMART_ROW, NULL);
  const char *name = suivi_criterion_get_label (criterion);
  g_autofree char *letter = g_utf8_substring (name, 0, 1);
  g_autofree char *shown = g_utf8_strup (letter, -1);
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();

  self->criterion = criterion;
  /* The letter is underlined as the words of its hints are. */
  pango_attr_list_insert (attributes, pango_attr_underline_new (suivi_criterion_get_underline (criterion)));
  gtk_label_set_attributes (self->letter, attributes);
  gtk_label_set_label (self->letter, shown);
  gtk_label_set_label (self->name, name);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->name), suivi_criterion_get_question (criterion));
  suivi_smart_row_show (self, NULL, NULL);

  return GTK_WIDGET (self);
}

static void
show_mark (SuiviSmartRow *self, SuiviCriterionState state)
{
  const char *const classes[] = { "light-mark", states[state].css_class, NULL };

  set_label (self->mark, states[state].mark);
  gtk_widget_set_css_classes (GTK_WIDGET (self->mark), (const char **) classes);
}

/**
 * suivi_smart_row_show:
 * @analysis: (nullable): what to show; %NULL: nothing was written, or in a language that has no rules
 * @hints: (nullable) (element-type SuiviHint): those of its hints that are to be shown
 */
void
suivi_smart_row_show (SuiviSmartRow *self, SuiviAnalysis *analysis, GPtrArray *hints)
{
  const char *question = suivi_criterion_get_question (self->criterion);
  g_autofree char *summary = NULL;
  g_autofree char *accessible = NULL;
  const char *state = "";

  g_return_if_fail (SUIVI_IS_SMART_ROW (self));

  if (analysis != NULL)
    {
      SuiviCriterionState which = suivi_analysis_get_state (analysis, self->criterion);

      state = suivi_criterion_state_get_label (which);
      summary = suivi_analysis_get_summary (analysis, self->criterion);
      show_mark (self, which);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->mark), analysis != NULL);
  set_label (self->state, state);
  set_label (self->summary, summary != NULL && summary[0] != '\0' ? summary : question);
  show_hints (self, hints);

  /* Translators: for screen readers: a criterion, how it stands, in short why: "Specific, To improve: no clear action" */
  accessible = g_strdup_printf (_ ("%s, %s: %s"), suivi_criterion_get_label (self->criterion), state,
                                gtk_label_get_label (self->summary));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  analysis != NULL ? accessible : suivi_criterion_get_label (self->criterion),
                                  -1);
}

/**
 * suivi_smart_row_add_extra:
 * @widget: something to fill in
 *
 * Adds it at the end of the row.
 */
void
suivi_smart_row_add_extra (SuiviSmartRow *self, GtkWidget *widget)
{
  g_return_if_fail (SUIVI_IS_SMART_ROW (self));

  gtk_box_append (self->extra, widget);
  gtk_widget_set_visible (GTK_WIDGET (self->extra), TRUE);
}
