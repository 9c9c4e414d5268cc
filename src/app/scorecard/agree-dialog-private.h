/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "app/scorecard/agree-dialog.h"
#include "app/scorecard/agreement-cards.h"
#include "app/scorecard/agreement-jobs.h"
#include "app/scorecard/agreement-ticks.h"
#include "app/scorecard/grade-form.h"

G_BEGIN_DECLS

struct _SuiviAgreeDialog
{
  AdwWindow parent_instance;

  GtkWidget *save;
  GtkSpinner *spinner;
  GtkRevealer *failure;
  GtkLabel *failure_label;
  GtkRevealer *draft_note;
  GtkStack *stack;
  GtkWidget *content;
  GtkLabel *text;
  GtkLabel *spread;
  SuiviAgreementCards *cards;
  GtkWidget *take_same;
  SuiviGradeForm *form;
  SuiviAgreementTicks *people;
  GtkTextBuffer *dissent_buffer;
  SuiviAgreementTicks *evidence;
  GtkWidget *delete_button;
  GtkLabel *hint;

  SuiviWorkspace *workspace; /* (owned) */
  char *recommendation_id;
  char *cut_off;
  GPtrArray *organisations;     /* (owned) (element-type utf8): who may have agreed */
  SuiviAgreementKeeper *keeper; /* (owned): of what is typed */
  GCancellable *cancellable;    /* (owned): of the reading */
  SuiviAgreementFacts *facts;   /* (owned) (nullable): until they are read */
  SuiviAgreement *initial;      /* (owned) (nullable): what the form began with */
  const char *wanted;           /* (nullable): signal that says where somebody wants to go on */
  gboolean filling;
  gboolean saving;
  gboolean closing; /* as soon as what was typed is kept */
  gboolean unkept;  /* and the failure says so */
};

/* The form, in agree-dialog.c */
void            suivi_agree_dialog_fail           (SuiviAgreeDialog      *self,
                                                   const char            *sentence);
void            suivi_agree_dialog_update         (SuiviAgreeDialog      *self);
SuiviAgreement *suivi_agree_dialog_read_form      (SuiviAgreeDialog      *self);
SuiviAgreement *suivi_agree_dialog_read_agreement (SuiviAgreeDialog      *self);

/* What becomes of it, in agree-dialog-saving.c */
void            suivi_agree_dialog_install_saving (SuiviAgreeDialogClass *klass);
void            suivi_agree_dialog_init_saving    (SuiviAgreeDialog      *self);
void            suivi_agree_dialog_keep           (SuiviAgreeDialog      *self);
gboolean        suivi_agree_dialog_may_close      (SuiviAgreeDialog      *self);

G_END_DECLS
