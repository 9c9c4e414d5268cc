/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/scorecard/organisation-row.h"

#include <glib/gi18n-lib.h>

#include "core/text/text.h"

/* As long as the workspace allows. */
#define MAX_LETTERS 200

struct _SuiviOrganisationRow
{
  AdwExpanderRow parent_instance;

  GtkWidget
    *entry;       /* (nullable): an AdwEntryRow; it and what follows are there as soon as the row is opened */
  GtkLabel *note; /* (nullable): what the new name means for another organisation */
  GtkWidget *button; /* (nullable) */

  char *name;
  char *key;       /* the folded name */
  GHashTable *all; /* (owned) (nullable): folded name → SuiviOrganisation, with whom it could become one */
  gboolean editable;
};

G_DEFINE_FINAL_TYPE (SuiviOrganisationRow, suivi_organisation_row, ADW_TYPE_EXPANDER_ROW)

enum
{
  SIGNAL_RENAMED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static char *
dup_typed (SuiviOrganisationRow *self)
{
  return suivi_text_clean (gtk_editable_get_text (GTK_EDITABLE (self->entry)));
}

static const SuiviOrganisation *
find_other (SuiviOrganisationRow *self, const char *name)
{
  g_autofree char *key = suivi_text_fold (name);

  if (self->all == NULL || *key == '\0' || g_str_equal (key, self->key))
    return NULL;

  return g_hash_table_lookup (self->all, key);
}

static char *
describe_merge (const SuiviOrganisation *other)
{
  if (other->n_judgements == 0)
    /* Translators: %s is an organisation; the user is about to give its name to another one */
    return g_strdup_printf (_ ("“%s” is there already: both become one organisation."), other->name);

  /* Translators: %s is an organisation; the user is about to give its name to another one */
  return g_strdup_printf (ngettext ("“%s” has %u judgement already: both become one organisation.",
                                    "“%s” has %u judgements already: both become one organisation.",
                                    other->n_judgements),
                          other->name, other->n_judgements);
}

static void
update (SuiviOrganisationRow *self)
{
  g_autofree char *typed = NULL;
  g_autofree char *note = NULL;
  const SuiviOrganisation *other = NULL;
  const char *label = _ ("Rename");

  if (self->entry == NULL)
    return;

  typed = dup_typed (self);
  other = find_other (self, typed);
  note = other != NULL ? describe_merge (other) : NULL;
  if (self->name[0] == '\0')
    /* Translators: a button: gives a name to the organisation of some judgements */
    label = _ ("Give this name");
  else if (other != NULL)
    /* Translators: a button: two organisations become one */
    label = _ ("Make them one");

  gtk_label_set_label (self->note, note != NULL ? note : "");
  gtk_button_set_label (GTK_BUTTON (self->button), label);
  gtk_widget_set_sensitive (self->button,
                            self->editable && typed[0] != '\0' && !g_str_equal (typed, self->name));
}

static void
accept_cb (SuiviOrganisationRow *self)
{
  g_autofree char *typed = dup_typed (self);

  if (gtk_widget_get_sensitive (self->button))
    g_signal_emit (self, signals[SIGNAL_RENAMED], 0, typed);
}

/* Also what is below it: what the name means, and the button. */
static void
revealed_cb (SuiviOrganisationRow *self)
{
  GtkWidget *viewport = gtk_widget_get_ancestor (GTK_WIDGET (self), GTK_TYPE_VIEWPORT);
  graphene_rect_t bounds;

  if (viewport == NULL || !adw_expander_row_get_expanded (ADW_EXPANDER_ROW (self))
      || !gtk_widget_compute_bounds (GTK_WIDGET (self), gtk_viewport_get_child (GTK_VIEWPORT (viewport)),
                                     &bounds))
    return;

  gtk_adjustment_clamp_page (gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (viewport)), bounds.origin.y,
                             bounds.origin.y + bounds.size.height);
}

static GtkWidget *
create_foot (SuiviOrganisationRow *self)
{
  GtkWidget *foot = adw_preferences_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *note = gtk_label_new (NULL);

  self->note = GTK_LABEL (note);
  self->button = gtk_button_new ();
  gtk_label_set_wrap (self->note, TRUE);
  gtk_label_set_wrap_mode (self->note, PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (self->note, 0);
  gtk_widget_set_hexpand (note, TRUE);
  gtk_widget_set_valign (self->button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (self->button, "suggested-action");
  gtk_box_append (GTK_BOX (box), note);
  gtk_box_append (GTK_BOX (box), self->button);
  gtk_widget_set_margin_start (box, 12);
  gtk_widget_set_margin_end (box, 12);
  gtk_widget_set_margin_top (box, 9);
  gtk_widget_set_margin_bottom (box, 9);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (foot), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (foot), FALSE);
  gtk_widget_set_focusable (foot, FALSE);

  return foot;
}

/* What is in the row, as soon as somebody looks into it. */
static void
fill (SuiviOrganisationRow *self)
{
  GtkWidget *revealer = NULL;

  self->entry = adw_entry_row_new ();
  gtk_text_set_max_length (GTK_TEXT (gtk_editable_get_delegate (GTK_EDITABLE (self->entry))), MAX_LETTERS);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->entry),
                                 self->name[0] != '\0' ? _ ("New name") : _ ("Name of the organisation"));
  gtk_editable_set_text (GTK_EDITABLE (self->entry), self->name);
  gtk_editable_set_editable (GTK_EDITABLE (self->entry), self->editable);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (self), self->entry);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (self), create_foot (self));

  revealer = gtk_widget_get_ancestor (self->entry, GTK_TYPE_REVEALER);
  g_signal_connect_object (self->entry, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->entry, "entry-activated", G_CALLBACK (accept_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->button, "clicked", G_CALLBACK (accept_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (revealer, "notify::child-revealed", G_CALLBACK (revealed_cb), self,
                           G_CONNECT_SWAPPED);
  update (self);
}

/* Whoever opens the row wants to type. */
static void
expanded_cb (SuiviOrganisationRow *self)
{
  const gboolean expanded = adw_expander_row_get_expanded (ADW_EXPANDER_ROW (self));

  if (expanded && self->entry == NULL)
    fill (self);
  if (expanded && gtk_widget_get_mapped (GTK_WIDGET (self)))
    gtk_widget_grab_focus (self->entry);
}

static void
suivi_organisation_row_finalize (GObject *object)
{
  SuiviOrganisationRow *self = SUIVI_ORGANISATION_ROW (object);

  g_free (self->name);
  g_free (self->key);
  g_clear_pointer (&self->all, g_hash_table_unref);

  G_OBJECT_CLASS (suivi_organisation_row_parent_class)->finalize (object);
}

static void
suivi_organisation_row_class_init (SuiviOrganisationRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = suivi_organisation_row_finalize;

  signals[SIGNAL_RENAMED] = g_signal_new ("renamed", SUIVI_TYPE_ORGANISATION_ROW, G_SIGNAL_RUN_LAST, 0, NULL,
                                          NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
suivi_organisation_row_init (SuiviOrganisationRow *self)
{
  self->name = g_strdup ("");
  self->key = g_strdup ("");
  self->editable = TRUE;
  /* Names are no markup. */
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self), FALSE);
  /* It is not: it only gets filled when it is opened. */
  gtk_widget_remove_css_class (GTK_WIDGET (self), "empty");
  g_signal_connect (self, "notify::expanded", G_CALLBACK (expanded_cb), NULL);
}

/**
 * suivi_organisation_row_new:
 * @name: what the organisation is called; "" for what does not say whose it is
 *
 * Returns: (transfer floating): a row
 */
GtkWidget *
suivi_organisation_row_new (const char *name)
{
  SuiviOrganisationRow *self = g_object_new (SUIVI_TYPE_ORGANISATION_ROW, NULL);

  g_free (self->name);
  g_free (self->key);
  self->name = g_strdup (name);
  self->key = suivi_text_fold (name);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), suivi_organisation_to_label (name));

  return GTK_WIDGET (self);
}

/**
 * suivi_organisation_row_get_name:
 *
 * Returns: what the organisation is called now
 */
const char *
suivi_organisation_row_get_name (SuiviOrganisationRow *self)
{
  g_return_val_if_fail (SUIVI_IS_ORGANISATION_ROW (self), NULL);

  return self->name;
}

static void
append_part (GString *text, char *part)
{
  if (text->len > 0)
    g_string_append (text, " · ");
  g_string_append (text, part);
  g_free (part);
}

static char *
describe (const SuiviOrganisation *organisation, gboolean own)
{
  g_autoptr (GString) text = g_string_new (NULL);
  const guint n = organisation->n_judgements;

  if (organisation->name[0] == '\0' && n > 0)
    return g_strdup_printf (
      ngettext ("%u judgement does not say whose it is: an older Suivi did not ask. Give "
                "it a name.",
                "%u judgements do not say whose they are: an older Suivi did not ask. "
                "Give them a name.",
                n),
      n);

  if (own)
    append_part (text, g_strdup (_ ("You work for it")));
  if (n > 0)
    append_part (text, g_strdup_printf (ngettext ("%u judgement", "%u judgements", n), n));
  if (organisation->n_agreements > 0)
    /* Translators: on how many grades an organisation agreed: "34 judgements · agreed on 6" */
    append_part (text, g_strdup_printf (ngettext ("agreed on %u", "agreed on %u", organisation->n_agreements),
                                        organisation->n_agreements));
  if (organisation->n_contributions > 0)
    /* Translators: what an organisation did itself for the implementation: "34 judgements · 2 contributions" */
    append_part (text, g_strdup_printf (ngettext ("%u contribution", "%u contributions",
                                                  organisation->n_contributions),
                                        organisation->n_contributions));

  return g_string_free (g_steal_pointer (&text), FALSE);
}

/**
 * suivi_organisation_row_show:
 * @organisation: how much is of it; not needed afterwards
 * @all: folded name → SuiviOrganisation: all organisations of the workspace
 * @own: for whom the person at this computer works; "" if she has not said. It is proposed to what has no name
 *
 * Shows what there is. What was typed stays.
 */
void
suivi_organisation_row_show (SuiviOrganisationRow *self,
                             const SuiviOrganisation *organisation,
                             GHashTable *all,
                             const char *own)
{
  const gboolean first = self->all == NULL;
  const gboolean is_own = self->name[0] != '\0' && suivi_organisation_is_same (self->name, own);
  g_autofree char *subtitle = NULL;

  g_return_if_fail (SUIVI_IS_ORGANISATION_ROW (self));

  subtitle = describe (organisation, is_own);
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (self), subtitle);
  g_clear_pointer (&self->all, g_hash_table_unref);
  self->all = g_hash_table_ref (all);
  if (first && self->name[0] == '\0')
    {
      adw_expander_row_set_expanded (ADW_EXPANDER_ROW (self), TRUE);
      gtk_editable_set_text (GTK_EDITABLE (self->entry), own);
    }
  update (self);
}

/**
 * suivi_organisation_row_set_editable:
 * @editable: whether the organisation can get another name now
 */
void
suivi_organisation_row_set_editable (SuiviOrganisationRow *self, gboolean editable)
{
  g_return_if_fail (SUIVI_IS_ORGANISATION_ROW (self));

  self->editable = editable;
  if (self->entry != NULL)
    gtk_editable_set_editable (GTK_EDITABLE (self->entry), editable);
  update (self);
}
