/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/scorecard/evidence-change.h"

#include <glib/gi18n-lib.h>

#include "app/consultation/attachments-box.h"
#include "app/scorecard/evidence-words.h"
#include "store/attachment.h"
#include "store/scorecard-store.h"

/* More at once is a slip of the hand. */
#define MAX_DROPPED 20

/**
 * suivi_evidence_change_new:
 *
 * Returns: (transfer full): a change of nothing
 */
SuiviEvidenceChange *
suivi_evidence_change_new (void)
{
  SuiviEvidenceChange *self = g_new0 (SuiviEvidenceChange, 1);

  self->evidence = g_ptr_array_new_with_free_func ((GDestroyNotify) suivi_evidence_free);
  self->owners = g_ptr_array_new_with_free_func (g_free);
  self->files = g_ptr_array_new_with_free_func (g_object_unref);
  self->removed = g_ptr_array_new_with_free_func (g_free);

  return self;
}

/**
 * suivi_evidence_change_free:
 * @self: (nullable) (transfer full): what to free
 */
void
suivi_evidence_change_free (SuiviEvidenceChange *self)
{
  if (self == NULL)
    return;

  g_ptr_array_unref (self->evidence);
  g_ptr_array_unref (self->owners);
  g_ptr_array_unref (self->files);
  g_ptr_array_unref (self->removed);
  g_free (self);
}

/**
 * suivi_evidence_change_add:
 * @evidence: what is put; it is copied
 */
void
suivi_evidence_change_add (SuiviEvidenceChange *self, const SuiviEvidence *evidence)
{
  g_ptr_array_add (self->evidence, suivi_evidence_copy (evidence));
}

/**
 * suivi_evidence_change_add_file:
 * @evidence_id: key of a piece of evidence of this change, or of the workspace
 * @file: what goes with it; it is read when the change is made
 */
void
suivi_evidence_change_add_file (SuiviEvidenceChange *self, const char *evidence_id, GFile *file)
{
  g_ptr_array_add (self->owners, g_strdup (evidence_id));
  g_ptr_array_add (self->files, g_object_ref (file));
}

static void
add_link (SuiviEvidenceChange *self, const char *link)
{
  g_autoptr (SuiviEvidence) piece = suivi_evidence_new_from_link (link);

  suivi_evidence_change_add (self, piece);
}

static void
add_file (SuiviEvidenceChange *self, GFile *file)
{
  g_autofree char *name = g_file_get_basename (file);
  g_autoptr (SuiviEvidence) piece = suivi_evidence_new_from_name (name);

  suivi_evidence_change_add (self, piece);
  suivi_evidence_change_add_file (self, piece->id, file);
}

/* Browsers give a link that is dragged as a list of files, too. */
static void
add_files (SuiviEvidenceChange *self, GSList *files)
{
  for (GSList *l = files; l != NULL; l = l->next)
    {
      g_autofree char *uri = g_file_get_uri (l->data);

      if (suivi_evidence_is_link (uri))
        add_link (self, uri);
      else
        add_file (self, l->data);
    }
}

static void
add_text (SuiviEvidenceChange *self, const char *text)
{
  g_autofree char *link = g_strndup (text != NULL ? text : "", SUIVI_EVIDENCE_MAX_LINK + 1);

  g_strstrip (link);
  if (suivi_evidence_is_link (link))
    add_link (self, link);
}

/**
 * suivi_evidence_change_new_from_value:
 * @value: (nullable): what was dropped or pasted: a #GdkFileList, or text that is a link
 * @fault: (out) (transfer full): a sentence for the user, if it is neither
 *
 * Returns: (transfer full) (nullable): new evidence, a piece for each file or link; %NULL with @fault set
 */
SuiviEvidenceChange *
suivi_evidence_change_new_from_value (const GValue *value, char **fault)
{
  g_autoptr (SuiviEvidenceChange) self = suivi_evidence_change_new ();

  if (value != NULL && G_VALUE_HOLDS (value, GDK_TYPE_FILE_LIST))
    {
      g_autoptr (GSList) files = gdk_file_list_get_files (g_value_get_boxed (value));

      if (g_slist_length (files) > MAX_DROPPED)
        {
          *fault = g_strdup_printf (ngettext ("At most %u file can be added at once.",
                                              "At most %u files can be added at once.", MAX_DROPPED),
                                    MAX_DROPPED);
          return NULL;
        }
      add_files (self, files);
    }
  else if (value != NULL && G_VALUE_HOLDS_STRING (value))
    {
      add_text (self, g_value_get_string (value));
    }

  if (self->evidence->len > 0)
    return g_steal_pointer (&self);

  *fault = g_strdup (_ ("That is no link. Copy or drag one that begins with “https://”, or a file."));

  return NULL;
}

/**
 * suivi_evidence_change_put:
 * @change: a #SuiviEvidenceChange
 *
 * A #SuiviStepPut: reads the files and puts all of it.
 *
 * Returns: %FALSE with @error set to a sentence for the user
 */
gboolean
suivi_evidence_change_put (SuiviStore *store, SuiviTransaction *transaction, gpointer change, GError **error)
{
  SuiviEvidenceChange *self = change;

  for (guint i = 0; i < self->evidence->len; i++)
    {
      if (!suivi_transaction_put_evidence (transaction, g_ptr_array_index (self->evidence, i), error))
        return FALSE;
    }
  for (guint i = 0; i < self->removed->len; i++)
    {
      if (!suivi_transaction_delete_attachment (transaction, g_ptr_array_index (self->removed, i), error))
        return FALSE;
    }
  for (guint i = 0; i < self->files->len; i++)
    {
      if (!suivi_attachments_put_file (transaction, g_ptr_array_index (self->owners, i),
                                       g_ptr_array_index (self->files, i), error))
        return FALSE;
    }

  return TRUE;
}
