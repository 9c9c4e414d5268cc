/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "app/sealing/vault-keeper.h"

G_BEGIN_DECLS

#define SUIVI_TYPE_SEALING_DIALOG (suivi_sealing_dialog_get_type ())
G_DECLARE_DERIVABLE_TYPE (SuiviSealingDialog, suivi_sealing_dialog, SUIVI, SEALING_DIALOG, AdwWindow)

/**
 * SuiviSealingDialogClass:
 * @accept: the button at the top was pressed, or Enter
 *
 * A dialog with one button at the top, which does something on the workspace's thread. Its fields are added to a form.
 */
struct _SuiviSealingDialogClass
{
  AdwWindowClass parent_class;

  void (*accept) (SuiviSealingDialog *self);
};

/**
 * SuiviSealingDone:
 * @result: (transfer full) (nullable): what the work brought
 *
 * Called when the work was done; when it could not be, the dialog says why by itself.
 */
typedef void (*SuiviSealingDone) (SuiviSealingDialog *self, gpointer result);

void              suivi_sealing_dialog_set_up     (SuiviSealingDialog *self,
                                                   GtkWindow          *parent,
                                                   SuiviVaultKeeper   *keeper,
                                                   const char         *title,
                                                   const char         *action);
SuiviVaultKeeper *suivi_sealing_dialog_get_keeper (SuiviSealingDialog *self);
void              suivi_sealing_dialog_set_action (SuiviSealingDialog *self,
                                                   const char         *label);
void              suivi_sealing_dialog_set_danger (SuiviSealingDialog *self,
                                                   gboolean            danger);
void              suivi_sealing_dialog_set_done   (SuiviSealingDialog *self);
void              suivi_sealing_dialog_add        (SuiviSealingDialog *self,
                                                   GtkWidget          *field);
GtkWidget        *suivi_sealing_dialog_add_text   (SuiviSealingDialog *self,
                                                   const char         *text);
void              suivi_sealing_dialog_clear      (SuiviSealingDialog *self);
void              suivi_sealing_dialog_fail       (SuiviSealingDialog *self,
                                                   const char         *sentence);
gboolean          suivi_sealing_dialog_is_busy    (SuiviSealingDialog *self);
void              suivi_sealing_dialog_run        (SuiviSealingDialog *self,
                                                   SuiviWorkspaceFunc  func,
                                                   gpointer            data,
                                                   GDestroyNotify      data_free,
                                                   GDestroyNotify      result_free,
                                                   SuiviSealingDone    done);

G_END_DECLS
