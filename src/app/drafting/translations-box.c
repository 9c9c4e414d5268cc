/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "app/drafting/language-names.h"
#include "app/drafting/panel-dialog.h"
#include "app/drafting/panel-row.h"
#include "app/drafting/panel-widgets.h"
#include "app/drafting/translations-box.h"
#include "app/review/assessment-card.h"
#include "app/review/wrap-layout.h"
#include "core/text/text.h"

struct _SuiviTranslationsBox
{
  SuiviDraftPanel parent_instance;

  GtkLabel *summary;
  GtkListBox *list;
  GtkWidget *buttons;

  GPtrArray *translations; /* (owned) (nullable) (element-type SuiviTranslation) */
};

G_DEFINE_FINAL_TYPE (SuiviTranslationsBox, suivi_translations_box, SUIVI_TYPE_DRAFT_PANEL)

/* On the workspace's thread */

typedef struct
{
  GPtrArray *translations;
  char *changed_on; /* (nullable): day of the last change of the wording */
} Found;

static void
free_found (Found *self)
{
  g_clear_pointer (&self->translations, g_ptr_array_unref);
  g_free (self->changed_on);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Found, free_found)

static gpointer
read_translations (SuiviStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  SuiviPanelJob *job = data;
  g_autoptr (Found) found = g_new0 (Found, 1);
  g_autoptr (GPtrArray) wordings = suivi_store_list_wordings (store, job->draft->id, error);

  if (wordings == NULL)
    return NULL;
  if (wordings->len > 0)
    found->changed_on
      = g_strndup (((SuiviWording *) g_ptr_array_index (wordings, 0))->at, strlen ("2026-11-22"));
  found->translations = suivi_store_list_translations (store, job->draft->id, error);
  if (found->translations == NULL)
    return NULL;

  return g_steal_pointer (&found);
}

/* Rows */

static char *
describe (SuiviTranslation *translation)
{
  g_autofree char *day = suivi_date_to_label (translation->date);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) parts = NULL;

  if (translation->translator[0] != '\0')
    g_strv_builder_add (builder, translation->translator);
  if (day[0] != '\0')
    g_strv_builder_add (builder, day);
  parts = g_strv_builder_end (builder);

  return g_strjoinv (" · ", parts);
}

static GtkWidget *
create_row (SuiviTranslationsBox *self, SuiviTranslation *translation, const char *changed_on)
{
  g_autofree char *caption = describe (translation);
  GtkWidget *widget
    = suivi_panel_row_new (suivi_language_get_name (translation->language), caption, translation->text);
  SuiviPanelRow *row = SUIVI_PANEL_ROW (widget);

  /* Days, because a translation has no more: of two changes on one day nobody knows the order. */
  if (changed_on != NULL && strcmp (translation->date, changed_on) < 0)
    {
      g_autofree char *day = suivi_date_to_label (changed_on);
      /* Translators: %s is a day */
      g_autofree char *note = g_strdup_printf (_ ("Older than the wording, which changed on %s"), day);

      suivi_panel_row_add_note (row, note);
    }
  if (suivi_draft_panel_is_writable (SUIVI_DRAFT_PANEL (self)))
    {
      suivi_panel_row_add_icon_button (row, "document-edit-symbolic", _ ("Edit"), "translations.edit",
                                       translation->id);
      suivi_panel_row_add_icon_button (row, "user-trash-symbolic", _ ("Remove"), "translations.remove",
                                       translation->id);
    }

  return widget;
}

static void
show (SuiviDraftPanel *panel, gpointer result)
{
  SuiviTranslationsBox *self = SUIVI_TRANSLATIONS_BOX (panel);
  Found *found = result;
  gboolean is_final = found != NULL && suivi_draft_panel_get_draft (panel)->stage >= SUIVI_STAGE_FINAL;

  suivi_panel_list_clear (self->list);
  g_clear_pointer (&self->translations, g_ptr_array_unref);
  gtk_widget_set_visible (self->buttons, found != NULL && suivi_draft_panel_is_writable (panel));
  gtk_widget_set_visible (GTK_WIDGET (self->list), found != NULL && found->translations->len > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->summary),
                          found != NULL && (!is_final || found->translations->len == 0));
  gtk_label_set_label (self->summary, is_final ? _ ("The final wording has no translation yet.")
                                               : _ ("The wording is not final yet: a translation made now "
                                                    "may have to be made again."));
  if (found == NULL)
    return;

  self->translations = g_ptr_array_ref (found->translations);
  for (guint i = 0; i < self->translations->len; i++)
    gtk_list_box_append (self->list,
                         create_row (self, g_ptr_array_index (self->translations, i), found->changed_on));
}

/* Actions */

static SuiviTranslation *
find_translation (SuiviTranslationsBox *self, const char *key, gboolean by_language)
{
  for (guint i = 0; self->translations != NULL && i < self->translations->len; i++)
    {
      SuiviTranslation *translation = g_ptr_array_index (self->translations, i);

      if (g_str_equal (by_language ? translation->language : translation->id, key))
        return translation;
    }

  return NULL;
}

static gboolean
check (SuiviTranslationsBox *self, SuiviPanelDialog *dialog, SuiviTranslation *translation)
{
  SuiviDraft *draft = suivi_draft_panel_get_draft (SUIVI_DRAFT_PANEL (self));
  SuiviTranslation *other = find_translation (self, translation->language, TRUE);

  if (draft == NULL)
    suivi_panel_dialog_fail (dialog, NULL, _ ("This draft is no longer in the workspace."));
  else if (g_str_equal (translation->language, draft->language))
    suivi_panel_dialog_fail (dialog, "language",
                             _ ("The draft itself is in this language. Choose another one."));
  else if (other != NULL && !g_str_equal (other->id, translation->id))
    suivi_panel_dialog_fail (dialog, "language",
                             _ ("There is a translation into this language already. Change that one."));
  else if (!suivi_date_is_valid (translation->date))
    suivi_panel_dialog_fail (dialog, "date", _ ("This is no day. Write it as year-month-day: 2026-03-31."));
  else if (suivi_text_is_blank (translation->text))
    suivi_panel_dialog_fail (dialog, "text", _ ("Write the translation first: its text is empty."));
  else
    return TRUE;

  return FALSE;
}

static void
save_cb (SuiviPanelDialog *dialog, SuiviTranslationsBox *self)
{
  SuiviTranslation *edited = g_object_get_data (G_OBJECT (dialog), "suivi-translation");
  const char *const *codes = g_object_get_data (G_OBJECT (dialog), "suivi-codes");
  g_autoptr (SuiviTranslation) translation = suivi_translation_copy (edited);
  gboolean is_new = find_translation (self, translation->id, FALSE) == NULL;

  g_free (translation->language);
  translation->language = g_strdup (codes[suivi_panel_dialog_get_choice (dialog, "language")]);
  g_free (translation->text);
  translation->text = suivi_panel_dialog_dup_value (dialog, "text");
  g_free (translation->translator);
  translation->translator = suivi_panel_dialog_dup_value (dialog, "translator");
  g_free (translation->date);
  translation->date = suivi_panel_dialog_dup_value (dialog, "date");
  if (check (self, dialog, translation))
    suivi_panel_dialog_step (dialog,
                             /* Translators: names of steps that can be undone */
                             is_new ? _ ("Add a translation") : _ ("Change a translation"),
                             suivi_panel_put_translation, g_steal_pointer (&translation),
                             (GDestroyNotify) suivi_translation_free,
                             is_new ? _ ("Translation added") : _ ("Translation changed"));
}

/* Those that are offered; a translation that came with a file may be in another one. */
static char **
list_codes (const char *language)
{
  const char *const *known = suivi_languages_get_codes ();
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (gsize i = 0; known[i] != NULL; i++)
    g_strv_builder_add (builder, known[i]);
  if (!g_strv_contains (known, language))
    g_strv_builder_add (builder, language);

  return g_strv_builder_end (builder);
}

static void
open_dialog (SuiviTranslationsBox *self, SuiviTranslation *translation, const char *title)
{
  SuiviPanelDialog *dialog = suivi_panel_dialog_new (SUIVI_DRAFT_PANEL (self), title);
  char **codes = list_codes (translation->language);
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  guint selected = 0;

  for (guint i = 0; codes[i] != NULL; i++)
    {
      g_ptr_array_add (names, (gpointer) suivi_language_get_name (codes[i]));
      if (g_str_equal (codes[i], translation->language))
        selected = i;
    }
  g_ptr_array_add (names, NULL);
  g_object_set_data_full (G_OBJECT (dialog), "suivi-codes", codes, (GDestroyNotify) g_strfreev);
  g_object_set_data_full (G_OBJECT (dialog), "suivi-translation", suivi_translation_copy (translation),
                          (GDestroyNotify) suivi_translation_free);
  suivi_panel_dialog_add_choice (dialog, "language", _ ("Language"), (const char *const *) names->pdata,
                                 selected);
  suivi_panel_dialog_add_entry (dialog, "translator", _ ("Who translated it"), translation->translator);
  suivi_panel_dialog_add_entry (dialog, "date", _ ("Date (year-month-day)"), translation->date);
  suivi_panel_dialog_add_text (dialog, "text", _ ("Translation"), translation->text);
  g_signal_connect_object (dialog, "save", G_CALLBACK (save_cb), self, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

/* The first language of the United Nations that is still missing. */
static const char *
propose_language (SuiviTranslationsBox *self)
{
  const char *const *codes = suivi_languages_get_codes ();
  const char *own = suivi_draft_panel_get_draft (SUIVI_DRAFT_PANEL (self))->language;

  for (gsize i = 0; codes[i] != NULL; i++)
    {
      if (!g_str_equal (codes[i], own) && find_translation (self, codes[i], TRUE) == NULL)
        return codes[i];
    }

  return codes[0];
}

static void
add_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SuiviTranslationsBox *self = SUIVI_TRANSLATIONS_BOX (widget);
  SuiviDraft *draft = suivi_draft_panel_get_draft (SUIVI_DRAFT_PANEL (self));
  g_autoptr (SuiviTranslation) translation = NULL;

  if (self->translations == NULL)
    return;

  translation = suivi_translation_new (draft->id, propose_language (self), "");
  open_dialog (self, translation, _ ("Add a translation"));
}

static void
edit_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SuiviTranslationsBox *self = SUIVI_TRANSLATIONS_BOX (widget);
  SuiviTranslation *translation = find_translation (self, g_variant_get_string (parameter, NULL), FALSE);

  if (translation != NULL)
    open_dialog (self, translation, _ ("Translation"));
}

static void
remove_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  suivi_draft_panel_step (SUIVI_DRAFT_PANEL (widget),
                          /* Translators: name of a step that can be undone */
                          _ ("Remove a translation"), suivi_panel_delete_translation,
                          g_variant_dup_string (parameter, NULL), g_free, _ ("Translation removed"));
}

static void
suivi_translations_box_finalize (GObject *object)
{
  g_clear_pointer (&SUIVI_TRANSLATIONS_BOX (object)->translations, g_ptr_array_unref);

  G_OBJECT_CLASS (suivi_translations_box_parent_class)->finalize (object);
}

static void
suivi_translations_box_class_init (SuiviTranslationsBoxClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  SuiviDraftPanelClass *panel_class = SUIVI_DRAFT_PANEL_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = suivi_translations_box_finalize;
  panel_class->read = read_translations;
  panel_class->free_result = (GDestroyNotify) free_found;
  panel_class->show = show;

  g_type_ensure (SUIVI_TYPE_WRAP_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/suivi/Suivi/drafting/translations-box.ui");
  gtk_widget_class_bind_template_child (widget_class, SuiviTranslationsBox, summary);
  gtk_widget_class_bind_template_child (widget_class, SuiviTranslationsBox, list);
  gtk_widget_class_bind_template_child (widget_class, SuiviTranslationsBox, buttons);
  gtk_widget_class_install_action (widget_class, "translations.add", NULL, add_action);
  gtk_widget_class_install_action (widget_class, "translations.edit", "s", edit_action);
  gtk_widget_class_install_action (widget_class, "translations.remove", "s", remove_action);
}

static void
suivi_translations_box_init (SuiviTranslationsBox *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * suivi_translations_box_new:
 *
 * Returns: (transfer floating): a panel that shows nothing yet
 */
GtkWidget *
suivi_translations_box_new (void)
{
  return g_object_new (SUIVI_TYPE_TRANSLATIONS_BOX, NULL);
}

/**
 * suivi_translations_box_set_draft:
 * @workspace: (nullable): where it is read and written
 * @draft: (nullable): the draft; %NULL clears the panel
 *
 * Shows its wording in other languages.
 */
void
suivi_translations_box_set_draft (SuiviTranslationsBox *self, SuiviWorkspace *workspace, SuiviDraft *draft)
{
  g_return_if_fail (SUIVI_IS_TRANSLATIONS_BOX (self));

  suivi_draft_panel_set (SUIVI_DRAFT_PANEL (self), workspace, NULL, draft, NULL);
}
