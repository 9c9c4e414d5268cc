/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "app/step.h"
#include "store/consultation-store.h"

G_BEGIN_DECLS

#define SUIVI_TYPE_CONSULTATION_STEP (suivi_consultation_step_get_type ())
G_DECLARE_DERIVABLE_TYPE (SuiviConsultationStep, suivi_consultation_step, SUIVI, CONSULTATION_STEP, GtkBox)

/**
 * SuiviConsultationStepClass:
 * @show: shows the record (suivi_consultation_step_get_record()), or nothing if that is %NULL; called again whenever the
 *   workspace changed. What is being typed must survive it
 * @flush: (nullable): saves at once what was typed and is not saved yet
 *
 * One step of a consultation: Plan, Safeguards, Consent, The day, What children said, Feedback, Close. The view loads
 * the record once for all of them.
 *
 * Signals: "failed" (sentence) and "done" (sentence): the page shows them.
 */
struct _SuiviConsultationStepClass
{
  GtkBoxClass parent_class;

  void (*show)  (SuiviConsultationStep *self);
  void (*flush) (SuiviConsultationStep *self);
};

/**
 * SuiviRecordPut:
 *
 * suivi_transaction_put_consultation() and its like, cast with SUIVI_PUT(). Also for deleting: the record is the key.
 */
typedef gboolean (*SuiviRecordPut) (SuiviTransaction *transaction, gpointer record, GError **error);
#define SUIVI_PUT(function) ((SuiviRecordPut) (void (*) (void)) (function))

void                     suivi_consultation_step_set           (SuiviConsultationStep   *self,
                                                                SuiviWorkspace          *workspace,
                                                                SuiviConsultationRecord *record);
SuiviWorkspace          *suivi_consultation_step_get_workspace (SuiviConsultationStep   *self);
SuiviConsultationRecord *suivi_consultation_step_get_record    (SuiviConsultationStep   *self);
gboolean                 suivi_consultation_step_is_writable   (SuiviConsultationStep   *self);
void                     suivi_consultation_step_flush         (SuiviConsultationStep   *self);

void                     suivi_consultation_step_put           (SuiviConsultationStep   *self,
                                                                const char              *label,
                                                                SuiviRecordPut           put,
                                                                gpointer                 record,
                                                                GDestroyNotify           record_free,
                                                                const char              *done);
void                     suivi_consultation_step_make          (SuiviConsultationStep   *self,
                                                                const char              *label,
                                                                SuiviStepPut             put,
                                                                gpointer                 data,
                                                                GDestroyNotify           data_free,
                                                                const char              *done);
void                     suivi_consultation_step_fail          (SuiviConsultationStep   *self,
                                                                const char              *sentence);
void                     suivi_consultation_step_tell          (SuiviConsultationStep   *self,
                                                                const char              *sentence);

G_END_DECLS
