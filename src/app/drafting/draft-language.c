/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/drafting/draft-language.h"

#include <glib/gi18n-lib.h>

#include "core/drafting/analysis.h"

struct _SuiviDraftLanguage
{
  GtkBox parent_instance;

  GtkDropDown *drop_down;
  GtkEditable *code;
  GtkWidget *note;

  GPtrArray *codes; /* (owned) (element-type utf8): of the drop-down's items; "" for another language */
  char *language;
  gboolean loading;
};

G_DEFINE_FINAL_TYPE (SuiviDraftLanguage, suivi_draft_language, GTK_TYPE_BOX)

enum
{
  SIGNAL_LANGUAGE_CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* Those in which there are hints, the other official languages of the United Nations, and one that coalitions write. */
static const struct
{
  const char *code;
  const char *name;
} languages[] = {
  { "en", N_ ("English") }, { "fr", N_ ("French") },  { "es", N_ ("Spanish") },    { "ar", N_ ("Arabic") },
  { "zh", N_ ("Chinese") }, { "ru", N_ ("Russian") }, { "pt", N_ ("Portuguese") },
};

static void
choose (SuiviDraftLanguage *self, const char *code)
{
  g_autofree char *chosen = g_strdup (code);

  if (g_strcmp0 (self->language, chosen) == 0)
    return;

  suivi_draft_language_set_language (self, chosen);
  g_signal_emit (self, signals[SIGNAL_LANGUAGE_CHOSEN], 0, chosen);
}

static void
selected_cb (SuiviDraftLanguage *self)
{
  guint selected = gtk_drop_down_get_selected (self->drop_down);
  const char *code = NULL;

  if (self->loading || selected >= self->codes->len)
    return;

  code = g_ptr_array_index (self->codes, selected);
  gtk_widget_set_visible (GTK_WIDGET (self->code), code[0] == '\0');
  if (code[0] != '\0')
    choose (self, code);
  else
    gtk_widget_grab_focus (GTK_WIDGET (self->code));
}

/* Two or three letters, as in ISO 639; what follows a hyphen tells dialects apart. */
static gboolean
is_code (const char *text)
{
  gsize n = 0;

  while (g_ascii_isalpha (text[n]))
    n++;
  if (n < 2 || n > 3)
    return FALSE;
  if (text[n] == '-')
    {
      for (n++; g_ascii_isalnum (text[n]) || text[n] == '-'; n++)
        ;
    }

  return text[n] == '\0' && n <= 16;
}

static void
code_activated_cb (SuiviDraftLanguage *self)
{
  g_autofree char *code = g_strstrip (g_strdup (gtk_editable_get_text (self->code)));

  if (is_code (code))
    {
      gtk_widget_remove_css_class (GTK_WIDGET (self->code), "error");
      choose (self, code);
    }
  else
    gtk_widget_add_css_class (GTK_WIDGET (self->code), "error");
}

static void
suivi_draft_language_finalize (GObject *object)
{
  SuiviDraftLanguage *self = SUIVI_DRAFT_LANGUAGE (object);

  g_ptr_array_unref (self->codes);
  g_free (self->language);

  G_OBJECT_CLASS (suivi_draft_language_parent_class)->finalize (object);
}

static void
suivi_draft_language_class_init (SuiviDraftLanguageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = suivi_draft_language_finalize;

  signals[SIGNAL_LANGUAGE_CHOSEN]
    = g_signal_new ("language-chosen", SUIVI_TYPE_DRAFT_LANGUAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                    G_TYPE_NONE, 1, G_TYPE_STRING);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/suivi/Suivi/drafting/draft-language.ui");
  gtk_widget_class_bind_template_child (widget_class, SuiviDraftLanguage, drop_down);
  gtk_widget_class_bind_template_child (widget_class, SuiviDraftLanguage, code);
  gtk_widget_class_bind_template_child (widget_class, SuiviDraftLanguage, note);
  gtk_widget_class_bind_template_callback (widget_class, selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, code_activated_cb);
}

static void
suivi_draft_language_init (SuiviDraftLanguage *self)
{
  self->codes = g_ptr_array_new_with_free_func (g_free);
  gtk_widget_init_template (GTK_WIDGET (self));
  /* The button inside is what gets the focus. */
  gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_first_child (GTK_WIDGET (self->drop_down))),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Language of the draft"), -1);
  suivi_draft_language_set_language (self, "en");
}

static void
add_language (SuiviDraftLanguage *self, GtkStringList *names, const char *code, const char *name)
{
  g_ptr_array_add (self->codes, g_strdup (code));
  gtk_string_list_append (names, name);
}

/* Offers the usual languages, and @other if it is none of them; returns where that stands. */
static guint
fill (SuiviDraftLanguage *self, const char *other)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  guint place = 0;

  g_ptr_array_set_size (self->codes, 0);
  for (gsize i = 0; i < G_N_ELEMENTS (languages); i++)
    add_language (self, names, languages[i].code, _ (languages[i].name));
  if (!g_ptr_array_find_with_equal_func (self->codes, other, g_str_equal, &place))
    {
      place = self->codes->len;
      add_language (self, names, other, other);
    }
  add_language (self, names, "", _ ("Another language…"));
  gtk_drop_down_set_model (self->drop_down, G_LIST_MODEL (names));

  return place;
}

/**
 * suivi_draft_language_set_language:
 * @language: code of a language: "en"
 */
void
suivi_draft_language_set_language (SuiviDraftLanguage *self, const char *language)
{
  guint selected = 0;

  g_return_if_fail (SUIVI_IS_DRAFT_LANGUAGE (self));
  g_return_if_fail (language != NULL);

  if (g_strcmp0 (self->language, language) == 0)
    return;

  g_free (self->language);
  self->language = g_strdup (language);
  self->loading = TRUE;
  if (!g_ptr_array_find_with_equal_func (self->codes, language, g_str_equal, &selected))
    selected = fill (self, language);
  gtk_drop_down_set_selected (self->drop_down, selected);
  self->loading = FALSE;
  gtk_editable_set_text (self->code, "");
  gtk_widget_set_visible (GTK_WIDGET (self->code), FALSE);
  gtk_widget_set_visible (self->note, !suivi_draft_language_has_hints (language));
}

/**
 * suivi_draft_language_has_hints:
 * @language: code of a language
 *
 * Returns: whether texts in it can be analysed
 */
gboolean
suivi_draft_language_has_hints (const char *language)
{
  return g_strv_contains (suivi_analysis_languages (), language);
}

/**
 * suivi_draft_language_get_default:
 *
 * Returns: the language of a first draft: that of the user, if there are hints in it, else English
 */
const char *
suivi_draft_language_get_default (void)
{
  const char *const *names = g_get_language_names ();

  for (gsize i = 0; names[i] != NULL; i++)
    {
      for (gsize j = 0; j < G_N_ELEMENTS (languages); j++)
        {
          if (g_str_equal (names[i], languages[j].code) && suivi_draft_language_has_hints (languages[j].code))
            return languages[j].code;
        }
    }

  return "en";
}
