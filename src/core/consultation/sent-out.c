/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "core/consultation/sent-out.h"

static const SuiviField fields[] = {
  SUIVI_TEXT (SuiviSentOut, id),        SUIVI_TEXT (SuiviSentOut, consultation_id),
  SUIVI_TEXT (SuiviSentOut, file_name), SUIVI_TEXT (SuiviSentOut, kind),
  SUIVI_TEXT (SuiviSentOut, made_on),   SUIVI_TEXT (SuiviSentOut, made_by),
};

SUIVI_DEFINE_RECORD (SuiviSentOut, suivi_sent_out, "sent_out", fields, NULL)

/**
 * suivi_sent_out_new:
 * @consultation_id: key of the consultation
 * @file_name: base name of the file
 * @kind: what it is
 *
 * Returns: (transfer full): a note of a file with a new random key
 */
SuiviSentOut *
suivi_sent_out_new (const char *consultation_id, const char *file_name, const char *kind)
{
  SuiviSentOut *self = suivi_record_new (&suivi_sent_out_record);

  self->consultation_id = g_strdup (consultation_id);
  g_free (self->file_name);
  self->file_name = g_strdup (file_name);
  g_free (self->kind);
  self->kind = g_strdup (kind);

  return self;
}
