/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/scorecard/edition-bar.h"

#include <glib/gi18n-lib.h>

#include "app/drop-down.h"
#include "core/scorecard/edition.h"

/* So many letters of a title are shown in the list: it must not be wider than a phone. */
#define MAX_LETTERS 40

struct _SuiviEditionBar
{
  GtkBox parent_instance;

  GtkDropDown *drop_down;
  GtkWidget *freeze_button;

  GPtrArray *ids; /* (owned) (element-type utf8): keys of the editions; the working copy stands before them */
  gboolean updating;
};

G_DEFINE_FINAL_TYPE (SuiviEditionBar, suivi_edition_bar, GTK_TYPE_BOX)

enum
{
  SIGNAL_SELECTED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
selected_cb (SuiviEditionBar *self)
{
  const guint position = gtk_drop_down_get_selected (self->drop_down);

  gtk_widget_set_visible (self->freeze_button, position == 0);
  if (self->updating || position > self->ids->len)
    return;

  g_signal_emit (self, signals[SIGNAL_SELECTED], 0,
                 position > 0 ? (const char *) g_ptr_array_index (self->ids, position - 1) : NULL);
}

static void
setup_cb (GtkListItemFactory *factory, GtkListItem *item)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_list_item_set_child (item, label);
}

static void
bind_cb (GtkListItemFactory *factory, GtkListItem *item)
{
  gtk_label_set_label (GTK_LABEL (gtk_list_item_get_child (item)),
                       gtk_string_object_get_string (gtk_list_item_get_item (item)));
}

static void
suivi_edition_bar_finalize (GObject *object)
{
  g_clear_pointer (&SUIVI_EDITION_BAR (object)->ids, g_ptr_array_unref);

  G_OBJECT_CLASS (suivi_edition_bar_parent_class)->finalize (object);
}

static void
suivi_edition_bar_class_init (SuiviEditionBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = suivi_edition_bar_finalize;

  signals[SIGNAL_SELECTED] = g_signal_new ("selected", SUIVI_TYPE_EDITION_BAR, G_SIGNAL_RUN_LAST, 0, NULL,
                                           NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/suivi/Suivi/scorecard/edition-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, SuiviEditionBar, drop_down);
  gtk_widget_class_bind_template_child (widget_class, SuiviEditionBar, freeze_button);
  gtk_widget_class_bind_template_callback (widget_class, selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, setup_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_cb);
}

static void
suivi_edition_bar_init (SuiviEditionBar *self)
{
  self->ids = g_ptr_array_new_with_free_func (g_free);
  gtk_widget_init_template (GTK_WIDGET (self));
  suivi_drop_down_name (GTK_WIDGET (self->drop_down), _ ("Edition of the scorecard"));
}

static char *
shorten (const char *title)
{
  g_autofree char *beginning = NULL;

  if (g_utf8_strlen (title, -1) <= MAX_LETTERS)
    return g_strdup (title);

  beginning = g_utf8_substring (title, 0, MAX_LETTERS - 1);

  return g_strconcat (beginning, "…", NULL);
}

static char *
name_edition (const SuiviEdition *edition, const char *label)
{
  g_autofree char *title = shorten (edition->title);
  /* Translators: title of an edition of the scorecard: "Mid-term 2027 (frozen)" */
  g_autofree char *frozen = g_strdup_printf (_ ("%s (frozen)"), title);

  if (label == NULL || label[0] == '\0')
    return g_steal_pointer (&frozen);

  /* Translators: a review, and an edition of its scorecard: "Slovenia, session 48: Mid-term 2027 (frozen)" */
  return g_strdup_printf (_ ("%s: %s"), label, frozen);
}

/**
 * suivi_edition_bar_set_editions:
 * @editions: (element-type SuiviEdition): the editions, in the order in which they are shown
 * @labels: (element-type utf8) (nullable): what stands before the title of each; %NULL if they are all of one review
 * @selected_id: (nullable): key of the one that is shown; %NULL: the working copy
 *
 * Shows the choice; nothing is announced.
 */
void
suivi_edition_bar_set_editions (SuiviEditionBar *self,
                                GPtrArray *editions,
                                GPtrArray *labels,
                                const char *selected_id)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  guint selected = 0;

  g_return_if_fail (SUIVI_IS_EDITION_BAR (self));

  g_ptr_array_set_size (self->ids, 0);
  gtk_string_list_append (names, _ ("Working copy"));
  for (guint i = 0; i < editions->len; i++)
    {
      const SuiviEdition *edition = g_ptr_array_index (editions, i);

      g_ptr_array_add (self->ids, g_strdup (edition->id));
      gtk_string_list_take (names,
                            name_edition (edition, labels != NULL ? g_ptr_array_index (labels, i) : NULL));
      if (g_strcmp0 (edition->id, selected_id) == 0)
        selected = i + 1;
    }

  self->updating = TRUE;
  gtk_drop_down_set_model (self->drop_down, G_LIST_MODEL (names));
  gtk_drop_down_set_selected (self->drop_down, selected);
  self->updating = FALSE;
}
