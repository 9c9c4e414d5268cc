/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/drafting/tag-entry.h"

#include <glib/gi18n-lib.h>

#include "app/review/wrap-layout.h"

/* More than anybody reads. */
#define MAX_TAGS 60

struct _SuiviTagEntry
{
  GtkWidget parent_instance;

  GtkWidget *entry;
  GPtrArray *tags; /* (owned) (element-type utf8) */
  SuiviTagCheck check;
};

G_DEFINE_FINAL_TYPE (SuiviTagEntry, suivi_tag_entry, GTK_TYPE_WIDGET)

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void show_tags (SuiviTagEntry *self);

static gboolean
has_tag (SuiviTagEntry *self, const char *tag)
{
  return g_ptr_array_find_with_equal_func (self->tags, tag, g_str_equal, NULL);
}

static void
remove_clicked_cb (SuiviTagEntry *self, GtkWidget *button)
{
  guint index = 0;

  if (!g_ptr_array_find_with_equal_func (self->tags, gtk_widget_get_name (button), g_str_equal, &index))
    return;

  g_ptr_array_remove_index (self->tags, index);
  show_tags (self);
  gtk_widget_grab_focus (self->entry);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
typed_cb (SuiviTagEntry *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->entry));

  gtk_widget_remove_css_class (self->entry, "error");
  if (g_str_has_suffix (text, ",") || g_str_has_suffix (text, ";"))
    suivi_tag_entry_take_typed (self);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
activated_cb (SuiviTagEntry *self)
{
  suivi_tag_entry_take_typed (self);
}

/* Each tag is a button with its name: pressed, it goes. */
static GtkWidget *
create_chip (SuiviTagEntry *self, const char *tag)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *icon = gtk_image_new_from_icon_name ("window-close-symbolic");
  /* Translators: name of a button that takes a tag away */
  g_autofree char *name = g_strdup_printf (_ ("Remove %s"), tag);

  gtk_image_set_pixel_size (GTK_IMAGE (icon), 12);
  gtk_box_append (GTK_BOX (box), gtk_label_new (tag));
  gtk_box_append (GTK_BOX (box), icon);
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_widget_add_css_class (button, "chip");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_name (button, tag);
  gtk_widget_set_tooltip_text (button, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_signal_connect_object (button, "clicked", G_CALLBACK (remove_clicked_cb), self, G_CONNECT_SWAPPED);

  return button;
}

static void
show_tags (SuiviTagEntry *self)
{
  GtkWidget *child = NULL;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != self->entry)
    gtk_widget_unparent (child);
  for (guint i = 0; i < self->tags->len; i++)
    gtk_widget_insert_before (create_chip (self, g_ptr_array_index (self->tags, i)), GTK_WIDGET (self),
                              self->entry);
}

static void
suivi_tag_entry_dispose (GObject *object)
{
  GtkWidget *child = NULL;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (suivi_tag_entry_parent_class)->dispose (object);
}

static void
suivi_tag_entry_finalize (GObject *object)
{
  g_ptr_array_unref (SUIVI_TAG_ENTRY (object)->tags);

  G_OBJECT_CLASS (suivi_tag_entry_parent_class)->finalize (object);
}

static void
suivi_tag_entry_class_init (SuiviTagEntryClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = suivi_tag_entry_dispose;
  G_OBJECT_CLASS (klass)->finalize = suivi_tag_entry_finalize;

  signals[SIGNAL_CHANGED]
    = g_signal_new ("changed", SUIVI_TYPE_TAG_ENTRY, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), SUIVI_TYPE_WRAP_LAYOUT);
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
suivi_tag_entry_init (SuiviTagEntry *self)
{
  self->tags = g_ptr_array_new_with_free_func (g_free);
  self->entry = gtk_entry_new ();
  gtk_editable_set_width_chars (GTK_EDITABLE (self->entry), 8);
  gtk_widget_set_parent (self->entry, GTK_WIDGET (self));
  g_signal_connect_object (self->entry, "changed", G_CALLBACK (typed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->entry, "activate", G_CALLBACK (activated_cb), self, G_CONNECT_SWAPPED);
}

/**
 * suivi_tag_entry_set_check:
 * @check: what makes a tag of what is typed
 * @label: what is typed there, for screen readers and as a placeholder
 */
void
suivi_tag_entry_set_check (SuiviTagEntry *self, SuiviTagCheck check, const char *label)
{
  g_return_if_fail (SUIVI_IS_TAG_ENTRY (self));

  self->check = check;
  gtk_entry_set_placeholder_text (GTK_ENTRY (self->entry), label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

/**
 * suivi_tag_entry_set_tags:
 * @tags: (array zero-terminated=1): the tags
 */
void
suivi_tag_entry_set_tags (SuiviTagEntry *self, const char *const *tags)
{
  g_return_if_fail (SUIVI_IS_TAG_ENTRY (self));

  g_ptr_array_set_size (self->tags, 0);
  for (gsize i = 0; tags != NULL && tags[i] != NULL && i < MAX_TAGS; i++)
    g_ptr_array_add (self->tags, g_strdup (tags[i]));
  show_tags (self);
}

/**
 * suivi_tag_entry_dup_tags:
 *
 * Returns: (transfer full) (array zero-terminated=1): the tags
 */
char **
suivi_tag_entry_dup_tags (SuiviTagEntry *self)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  g_return_val_if_fail (SUIVI_IS_TAG_ENTRY (self), NULL);

  for (guint i = 0; i < self->tags->len; i++)
    g_strv_builder_add (builder, g_ptr_array_index (self->tags, i));

  return g_strv_builder_end (builder);
}

/**
 * suivi_tag_entry_take_typed:
 *
 * Makes tags of what stands in the field, separated by commas, spaces or semicolons. What is no tag stays there, marked
 * as wrong.
 *
 * Returns: whether all of it could be taken
 */
gboolean
suivi_tag_entry_take_typed (SuiviTagEntry *self)
{
  g_auto (GStrv) words = NULL;
  g_autoptr (GString) rest = g_string_new (NULL);

  g_return_val_if_fail (SUIVI_IS_TAG_ENTRY (self), FALSE);

  words = g_strsplit_set (gtk_editable_get_text (GTK_EDITABLE (self->entry)), ",; ", -1);
  for (gsize i = 0; words[i] != NULL; i++)
    {
      g_autofree char *tag = words[i][0] != '\0' ? self->check (words[i]) : NULL;

      if (tag != NULL && !has_tag (self, tag) && self->tags->len < MAX_TAGS)
        g_ptr_array_add (self->tags, g_steal_pointer (&tag));
      else if (tag == NULL && words[i][0] != '\0')
        g_string_append_printf (rest, "%s%s", rest->len > 0 ? " " : "", words[i]);
    }
  show_tags (self);
  g_signal_handlers_block_by_func (self->entry, typed_cb, self);
  gtk_editable_set_text (GTK_EDITABLE (self->entry), rest->str);
  g_signal_handlers_unblock_by_func (self->entry, typed_cb, self);
  if (rest->len > 0)
    gtk_widget_add_css_class (self->entry, "error");
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);

  return rest->len == 0;
}
