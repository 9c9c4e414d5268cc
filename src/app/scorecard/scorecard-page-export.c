/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The ways from the scorecard page to a file. */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "app/choosers.h"
#include "app/scorecard/list-place.h"
#include "app/scorecard/scorecard-page-private.h"
#include "app/setting-entry.h"
#include "app/settings.h"
#include "exchange/list-filled.h"
#include "exchange/scorecard-output.h"

typedef struct
{
  SuiviExportKind kind;
  char *review_id;
  char *edition_id;
  char *cut_off;
  char *author;
  char *source;
  char *path;
} Export;

static const struct
{
  const char *name; /* target of the action */
  const char *suffix;
  SuiviFileKinds files;
  const char *title; /* (nullable): of the file chooser; a list names itself */
} kinds[SUIVI_N_EXPORT_KINDS] = {
  [SUIVI_EXPORT_XLSX] = { "xlsx", "xlsx", SUIVI_FILE_KIND_EXCEL, N_ ("Export the scorecard") },
  [SUIVI_EXPORT_REPORT] = { "docx", "docx", SUIVI_FILE_KIND_WORD, N_ ("Export the mid-term report") },
  [SUIVI_EXPORT_CHILD] = { "child", "docx", SUIVI_FILE_KIND_WORD, N_ ("Export the child-friendly edition") },
  [SUIVI_EXPORT_PDF] = { "pdf", "pdf", SUIVI_FILE_KIND_PDF, N_ ("Export the scorecard") },
  [SUIVI_EXPORT_LIST] = { "list", "docx", SUIVI_FILE_KIND_WORD, NULL },
  [SUIVI_EXPORT_CSV] = { "csv", "csv", SUIVI_FILE_KIND_CSV, N_ ("Export the scorecard") },
  [SUIVI_EXPORT_JSON] = { "json", "json", SUIVI_FILE_KIND_JSON, N_ ("Export the scorecard") },
};

static void
free_export (gpointer data)
{
  Export *export = data;

  g_free (export->review_id);
  g_free (export->edition_id);
  g_free (export->cut_off);
  g_free (export->author);
  g_free (export->source);
  g_free (export->path);
  g_free (export);
}

static GtkWindow *
get_window (SuiviScorecardPage *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  return GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL;
}

/* On a phone, the word would leave no room for the title of the page. Its name stays. */
static void
show_word (SuiviScorecardPage *self)
{
  GtkMenuButton *button = GTK_MENU_BUTTON (self->export_button);

  if (self->folded)
    gtk_menu_button_set_icon_name (button, "document-save-symbolic");
  else if (gtk_menu_button_get_label (button) == NULL)
    gtk_menu_button_set_label (button, _ ("_Export"));
}

/**
 * suivi_scorecard_page_update_export:
 *
 * Shows whether there is anything to export, or an export is under way.
 */
void
suivi_scorecard_page_update_export (SuiviScorecardPage *self)
{
  const gboolean busy = self->export_cancellable != NULL;
  const gboolean has_rows = self->summary != NULL && self->summary->total > 0;
  const gboolean enabled = !busy && self->workspace != NULL && (has_rows || self->edition_id != NULL);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "scorecard.export", enabled);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "scorecard.export-as", enabled);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "scorecard.fill-list", enabled);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "scorecard.fill-other-list", enabled);
  show_word (self);
  gtk_widget_set_sensitive (self->export_button, enabled);
  gtk_revealer_set_reveal_child (self->progress_revealer, busy);
  gtk_spinner_set_spinning (self->progress_spinner, busy);
}

/* What the page shows: its review, up to its cut-off date. */
static SuiviFilter *
make_filter (const Export *export)
{
  SuiviFilter *filter = suivi_filter_new ();

  if (export->review_id != NULL)
    suivi_filter_add (filter, SUIVI_FACET_REVIEW, export->review_id);
  suivi_filter_set_cut_off (filter, export->cut_off);

  return filter;
}

static gboolean
write_scorecard (const Export *export, SuiviStore *store, GCancellable *cancellable, GError **error)
{
  g_autoptr (SuiviFilter) filter = NULL;

  if (export->edition_id != NULL)
    return suivi_scorecard_write_edition (store, export->edition_id, NULL, export->path, cancellable, error);

  filter = make_filter (export);

  return suivi_scorecard_write (store, filter, export->author, export->path, cancellable, error);
}

/* Returns: (transfer full) (nullable): what to say about it; %NULL with @error set */
static gpointer
export_in_worker (SuiviStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  const Export *export = data;
  g_autoptr (SuiviFilter) filter = NULL;
  g_autoptr (SuiviListFilled) filled = NULL;

  switch (export->kind)
    {
    case SUIVI_EXPORT_CHILD:
      filter = export->edition_id == NULL ? make_filter (export) : NULL;
      return suivi_scorecard_write_child_friendly (store, filter, export->edition_id, export->path,
                                                   cancellable, error)
               ? g_strdup (_ ("Child-friendly edition exported"))
               : NULL;
    case SUIVI_EXPORT_LIST:
      if (export->edition_id != NULL)
        filled = suivi_list_filled_write_edition (store, export->edition_id, export->source, export->path,
                                                  cancellable, error);
      else
        filled = suivi_list_filled_write (store, export->source, export->path, export->cut_off, cancellable,
                                          error);
      return filled != NULL ? suivi_list_filled_to_text (filled) : NULL;
    case SUIVI_EXPORT_REPORT:
      return write_scorecard (export, store, cancellable, error) ? g_strdup (_ ("Mid-term report exported"))
                                                                 : NULL;
    case SUIVI_EXPORT_XLSX:
    case SUIVI_EXPORT_PDF:
    case SUIVI_EXPORT_CSV:
    case SUIVI_EXPORT_JSON:
    default:
      return write_scorecard (export, store, cancellable, error) ? g_strdup (_ ("Scorecard exported")) : NULL;
    }
}

static void
say_exported (SuiviScorecardPage *self, const char *sentence, const char *path)
{
  GtkWidget *overlay = gtk_widget_get_ancestor (GTK_WIDGET (self), ADW_TYPE_TOAST_OVERLAY);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autofree char *uri = g_file_get_uri (file);
  g_autofree char *title = g_markup_escape_text (sentence, -1);
  AdwToast *toast = NULL;

  if (overlay == NULL)
    return;

  toast = adw_toast_new (title);
  adw_toast_set_button_label (toast, _ ("Open"));
  adw_toast_set_action_name (toast, "win.show-uri");
  adw_toast_set_action_target (toast, "s", uri);
  adw_toast_overlay_add_toast (ADW_TOAST_OVERLAY (overlay), toast);
}

typedef struct
{
  SuiviScorecardPage *page; /* (owned) */
  SuiviExportKind kind;
  char *path;
} Answer;

static void
free_answer (Answer *answer)
{
  g_object_unref (answer->page);
  g_free (answer->path);
  g_free (answer);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Answer, free_answer)

static const char *
name_failure (SuiviExportKind kind)
{
  switch (kind)
    {
    case SUIVI_EXPORT_REPORT:
      return _ ("The mid-term report could not be written");
    case SUIVI_EXPORT_CHILD:
      return _ ("The child-friendly edition could not be written");
    case SUIVI_EXPORT_LIST:
      return _ ("The list could not be filled in");
    case SUIVI_EXPORT_XLSX:
    case SUIVI_EXPORT_PDF:
    case SUIVI_EXPORT_CSV:
    case SUIVI_EXPORT_JSON:
    default:
      return _ ("The scorecard could not be written");
    }
}

/* What was not filled in is told in full: a message that fades would not be read. */
static void
say_filled (SuiviScorecardPage *self, const char *sentences, const char *path)
{
  GtkWindow *window = get_window (self);

  say_exported (self, _ ("List filled in"), path);
  if (window != NULL)
    suivi_show_error (window, _ ("The list is filled in"), sentences);
}

static void
exported_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Answer) answer = user_data;
  SuiviScorecardPage *self = answer->page;
  g_autoptr (GError) error = NULL;
  g_autofree char *sentence = suivi_workspace_run_finish (SUIVI_WORKSPACE (source), result, &error);

  g_clear_object (&self->export_cancellable);
  if (self->content == NULL)
    return;

  suivi_scorecard_page_update_export (self);
  if (sentence != NULL && answer->kind == SUIVI_EXPORT_LIST)
    say_filled (self, sentence, answer->path);
  else if (sentence != NULL)
    say_exported (self, sentence, answer->path);
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) && get_window (self) != NULL)
    suivi_show_error (get_window (self), name_failure (answer->kind), error->message);
}

/* Returns: (transfer full) (nullable): the path; %NULL if it is none of this computer, and that was said */
static char *
get_path (SuiviScorecardPage *self, SuiviExportKind kind, GFile *file)
{
  char *path = g_file_get_path (file);

  if (path == NULL && get_window (self) != NULL)
    suivi_show_error (get_window (self), name_failure (kind),
                      _ ("Choose a folder of this computer, and copy the file from there."));

  return path;
}

static void
start (SuiviScorecardPage *self, SuiviExportKind kind, GFile *file)
{
  Export *export = NULL;
  Answer *answer = NULL;
  g_autofree char *path = NULL;

  if (self->workspace == NULL || self->export_cancellable != NULL)
    return;
  path = get_path (self, kind, file);
  if (path == NULL)
    return;

  export = g_new0 (Export, 1);
  export->kind = kind;
  export->review_id = g_strdup (self->review_id);
  export->edition_id = g_strdup (self->edition_id);
  export->cut_off = g_strdup (self->cut_off);
  export->author = suivi_settings_dup_author ();
  export->source = g_strdup (self->list_source);
  export->path = g_strdup (path);
  answer = g_new0 (Answer, 1);
  answer->page = g_object_ref (self);
  answer->kind = kind;
  answer->path = g_steal_pointer (&path);
  self->export_cancellable = g_cancellable_new ();
  suivi_scorecard_page_update_export (self);
  suivi_workspace_run_async (self->workspace, export_in_worker, export, free_export, g_free,
                             self->export_cancellable, exported_cb, answer);
}

static void
place_chosen_cb (GObject *owner, GFile *file)
{
  SuiviScorecardPage *self = SUIVI_SCORECARD_PAGE (owner);

  start (self, self->kind, file);
}

/* Of what, and of which day or edition: "Scorecard Slovenia, session 48 2026-11-22". */
static char *
name_file (SuiviExportKind kind, const char *review, const char *which)
{
  switch (kind)
    {
    case SUIVI_EXPORT_REPORT:
      /* Translators: name of a file; the first %s is a review, the second a day or the title of an edition */
      return g_strdup_printf (_ ("Mid-term report %s %s"), review, which);
    case SUIVI_EXPORT_CHILD:
      /* Translators: name of a file; the first %s is a review, the second a day or the title of an edition */
      return g_strdup_printf (_ ("Child-friendly report %s %s"), review, which);
    case SUIVI_EXPORT_LIST:
      /* Translators: name of a file; the first %s is a review, the second a day or the title of an edition */
      return g_strdup_printf (_ ("Filled-in list %s %s"), review, which);
    case SUIVI_EXPORT_XLSX:
    case SUIVI_EXPORT_PDF:
    case SUIVI_EXPORT_CSV:
    case SUIVI_EXPORT_JSON:
    default:
      /* Translators: name of a file; the first %s is a review, the second a day: "Scorecard Slovenia, session 48
       * 2026-11-22" */
      return g_strdup_printf (_ ("Scorecard %s %s"), review, which);
    }
}

/* Which list is filled in has to be seen where nobody was asked for it. */
static char *
name_list (SuiviScorecardPage *self)
{
  g_autofree char *base_name = g_path_get_basename (self->list_source);
  g_autofree char *name = g_filename_display_name (base_name);

  /* Translators: title of a window that asks for a place; %s is the name of a file */
  return g_strdup_printf (_ ("Where to keep “%s”, filled in"), name);
}

static void
choose_place (SuiviScorecardPage *self)
{
  SuiviReview *review = self->summary != NULL ? suivi_summary_get_review (self->summary) : NULL;
  const SuiviEditionReport *report = self->facts != NULL ? self->facts->report : NULL;
  g_autofree char *label = review != NULL ? suivi_review_to_label (review) : g_strdup (_ ("All reviews"));
  g_autofree char *name = NULL;
  g_autofree char *file_name = NULL;
  g_autofree char *title = NULL;

  name = name_file (self->kind, label, report != NULL ? report->edition->title : self->cut_off);
  file_name = suivi_make_file_name (name, kinds[self->kind].suffix);
  title = self->kind == SUIVI_EXPORT_LIST ? name_list (self) : g_strdup (_ (kinds[self->kind].title));
  suivi_choose_to_save (get_window (self), title, kinds[self->kind].files, file_name, G_OBJECT (self),
                        place_chosen_cb);
}

/* A scorecard says who answers for it: ask here and now. An edition has its authors. */
static gboolean
has_author (SuiviScorecardPage *self)
{
  g_autofree char *author = suivi_settings_dup_user_name ();

  if (author[0] != '\0' || self->edition_id != NULL)
    return TRUE;

  adw_view_stack_set_visible_child_name (self->tabs, "summary");
  gtk_widget_add_css_class (GTK_WIDGET (self->name), "error");
  gtk_widget_grab_focus (GTK_WIDGET (self->name));

  return FALSE;
}

static void
list_chosen_cb (GObject *owner, GFile *file)
{
  SuiviScorecardPage *self = SUIVI_SCORECARD_PAGE (owner);
  g_autofree char *path = get_path (self, SUIVI_EXPORT_LIST, file);

  if (path == NULL)
    return;

  g_free (self->list_source);
  self->list_source = g_steal_pointer (&path);
  if (self->workspace != NULL)
    suivi_list_place_learn (self->workspace, self->list_source);
  choose_place (self);
}

static void
choose_list (SuiviScorecardPage *self)
{
  suivi_choose_to_open (get_window (self), _ ("Choose the official list that was imported"),
                        SUIVI_FILE_KIND_WORD, G_OBJECT (self), list_chosen_cb);
}

static void
list_found_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SuiviScorecardPage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *path = suivi_list_place_find_finish (SUIVI_WORKSPACE (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  g_clear_object (&self->list_search);
  if (SUIVI_WORKSPACE (source) != self->workspace || get_window (self) == NULL
      || self->kind != SUIVI_EXPORT_LIST)
    return;
  if (path == NULL)
    {
      choose_list (self);
      return;
    }

  g_free (self->list_source);
  self->list_source = g_steal_pointer (&path);
  choose_place (self);
}

/* What is asked for next is asked for instead: a double click opens one window. */
static void
stop_search (SuiviScorecardPage *self)
{
  g_cancellable_cancel (self->list_search);
  g_clear_object (&self->list_search);
}

static void
find_list (SuiviScorecardPage *self)
{
  const SuiviEditionReport *report = self->facts != NULL ? self->facts->report : NULL;

  if (self->workspace == NULL)
    return;

  self->list_search = g_cancellable_new ();
  suivi_list_place_find_async (self->workspace,
                               self->edition_id != NULL && report != NULL ? report->edition->review_id
                                                                          : self->review_id,
                               self->list_search, list_found_cb, g_object_ref (self));
}

static void
export_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  SuiviScorecardPage *self = SUIVI_SCORECARD_PAGE (widget);

  suivi_setting_entry_apply (self->name);
  suivi_setting_entry_apply (self->organisation);
  stop_search (self);
  if (self->kind == SUIVI_EXPORT_LIST)
    find_list (self);
  else if (has_author (self))
    choose_place (self);
}

static void
export_as_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  SuiviScorecardPage *self = SUIVI_SCORECARD_PAGE (widget);
  const char *name = g_variant_get_string (parameter, NULL);

  for (guint i = 0; i < SUIVI_N_EXPORT_KINDS; i++)
    {
      if (g_str_equal (name, kinds[i].name))
        self->kind = i;
    }
  export_cb (widget, action_name, NULL);
}

static void
fill_list_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  SUIVI_SCORECARD_PAGE (widget)->kind = SUIVI_EXPORT_LIST;
  export_cb (widget, action_name, NULL);
}

/* A list in another language, say. */
static void
fill_other_list_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  stop_search (SUIVI_SCORECARD_PAGE (widget));
  SUIVI_SCORECARD_PAGE (widget)->kind = SUIVI_EXPORT_LIST;
  choose_list (SUIVI_SCORECARD_PAGE (widget));
}

static void
cancel_export_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  g_cancellable_cancel (SUIVI_SCORECARD_PAGE (widget)->export_cancellable);
}

/**
 * suivi_scorecard_page_export:
 * @file: where the scorecard goes; its ending says the format. What is there is replaced
 *
 * Writes the scorecard that the page shows, on the workspace's thread; a message says when it is done.
 */
void
suivi_scorecard_page_export (SuiviScorecardPage *self, GFile *file)
{
  g_autofree char *base_name = NULL;
  const char *dot = NULL;

  g_return_if_fail (SUIVI_IS_SCORECARD_PAGE (self));
  g_return_if_fail (G_IS_FILE (file));

  base_name = g_file_get_basename (file);
  dot = strrchr (base_name, '.');
  start (self, dot != NULL && g_str_equal (dot, ".docx") ? SUIVI_EXPORT_REPORT : SUIVI_EXPORT_XLSX, file);
}

/**
 * suivi_scorecard_page_export_child_friendly:
 * @file: where the child-friendly edition goes, a Word file. What is there is replaced
 */
void
suivi_scorecard_page_export_child_friendly (SuiviScorecardPage *self, GFile *file)
{
  g_return_if_fail (SUIVI_IS_SCORECARD_PAGE (self));
  g_return_if_fail (G_IS_FILE (file));

  start (self, SUIVI_EXPORT_CHILD, file);
}

/**
 * suivi_scorecard_page_fill_list:
 * @source: the official list, a Word file
 * @file: where it goes, filled in with the grades that the page shows. What is there is replaced
 */
void
suivi_scorecard_page_fill_list (SuiviScorecardPage *self, GFile *source, GFile *file)
{
  g_return_if_fail (SUIVI_IS_SCORECARD_PAGE (self));
  g_return_if_fail (G_IS_FILE (source));
  g_return_if_fail (G_IS_FILE (file));

  g_free (self->list_source);
  self->list_source = get_path (self, SUIVI_EXPORT_LIST, source);
  if (self->list_source != NULL)
    start (self, SUIVI_EXPORT_LIST, file);
}

/**
 * suivi_scorecard_page_install_export:
 * @widget_class: the class of the page
 *
 * Installs what the page has for exports. Called before the template is bound to a page.
 */
void
suivi_scorecard_page_install_export (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, SuiviScorecardPage, export_button);
  gtk_widget_class_bind_template_child (widget_class, SuiviScorecardPage, progress_revealer);
  gtk_widget_class_bind_template_child (widget_class, SuiviScorecardPage, progress_spinner);
  gtk_widget_class_install_action (widget_class, "scorecard.export", NULL, export_cb);
  gtk_widget_class_install_action (widget_class, "scorecard.export-as", "s", export_as_cb);
  gtk_widget_class_install_action (widget_class, "scorecard.fill-list", NULL, fill_list_cb);
  gtk_widget_class_install_action (widget_class, "scorecard.fill-other-list", NULL, fill_other_list_cb);
  gtk_widget_class_install_action (widget_class, "scorecard.cancel-export", NULL, cancel_export_cb);
}
