/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "app/scorecard/evidence-box.h"
#include "app/scorecard/grade-drafts.h"
#include "app/scorecard/grade-form.h"
#include "app/scorecard/grade-heading.h"
#include "app/scorecard/grade-jobs.h"
#include "app/scorecard/grade-list.h"
#include "app/scorecard/grade-view.h"
#include "app/scorecard/held-keys.h"

G_BEGIN_DECLS

struct _SuiviGradeView
{
  GtkWidget parent_instance;

  GtkProgressBar *progress;
  GtkRevealer *failure;
  GtkLabel *failure_label;
  GtkStack *stack;
  AdwStatusPage *done;
  GtkWidget *again;
  AdwLeaflet *leaflet;
  SuiviGradeList *list;
  GtkWidget *pane;
  GtkWidget *list_button;
  GtkLabel *progress_label;
  GtkScrolledWindow *scroller;
  GtkWidget *content;
  SuiviGradeHeading *heading;
  SuiviGradeForm *form;
  SuiviEvidenceBox *evidence;
  GtkLabel *status;
  GtkWidget *start_again;
  GtkWidget *save;

  SuiviWorkspace *workspace; /* (owned) (nullable) */
  GCancellable *cancellable; /* (owned) (nullable): of what is being loaded; %NULL: nothing is */
  char *review_id;
  gint64 key;                 /* of what is shown or being loaded; 0: nothing */
  SuiviGradeSubject *subject; /* (owned) (nullable): what is shown */
  SuiviGradeChange *initial;  /* (owned) (nullable): the form as the workspace has it */
  char **initial_evidence;    /* (owned) (nullable) */
  SuiviGradeDraft *kept;      /* (owned) (nullable): what was begun of it, as the workspace has it */
  GPtrArray *unkept;          /* (owned) (element-type SuiviGradeDraft): what could not be written there */
  SuiviGradeProgress known;   /* as counted last */
  gboolean counted;
  gboolean at_end;   /* the user went beyond the last one */
  gboolean go;       /* the keyboard goes to the form when what is loaded arrives */
  GtkWidget *go_from; /* (weak) (nullable): what had the keyboard when that was asked for */
  SuiviHeldKeys *held; /* (owned) (nullable): what was typed for the one that is being loaded */
  gboolean back_to_list; /* the list has the keyboard, and its row is about to go out of it */
  gboolean filling;
  gboolean restored; /* what is shown was typed before and not saved */
  gboolean away;     /* the tab was left: what was begun may have been gone on with elsewhere */
  gboolean stale;    /* what is shown is to be read again when it is saved */
  guint n_saving;    /* saves of what is shown that are under way */
  guint n_under_way; /* all saves that are under way */
  GTask *waiting;    /* (owned) (nullable): of who waits for them */
  guint pause;       /* source that saves */
  guint arrival;     /* source that takes the keyboard when the view is opened */
  guint return_to_list; /* source that gives it back to the list */
};

void     suivi_grade_view_init_saving     (SuiviGradeView *self);
void     suivi_grade_view_clear_saving    (SuiviGradeView *self);
gboolean suivi_grade_view_is_editable     (SuiviGradeView *self);
gboolean suivi_grade_view_is_dirty        (SuiviGradeView *self);
void     suivi_grade_view_fill            (SuiviGradeView *self,
                                           gboolean        same);
void     suivi_grade_view_update_status   (SuiviGradeView *self);
void     suivi_grade_view_form_changed    (SuiviGradeView *self);
gboolean suivi_grade_view_save            (SuiviGradeView *self,
                                           GError        **error);
void     suivi_grade_view_leave           (SuiviGradeView *self);
void     suivi_grade_view_start_again     (SuiviGradeView *self);
void     suivi_grade_view_reload          (SuiviGradeView *self);
void     suivi_grade_view_show_failure    (SuiviGradeView *self,
                                           const char     *sentence);

gboolean suivi_grade_view_shows_current   (SuiviGradeView *self);
gboolean suivi_grade_view_shows_form      (SuiviGradeView *self);
void     suivi_grade_view_init_keyboard   (SuiviGradeView *self);
void     suivi_grade_view_ask_keyboard    (SuiviGradeView *self,
                                           gboolean        go);
void     suivi_grade_view_check_keyboard  (SuiviGradeView *self);
void     suivi_grade_view_take_keyboard   (SuiviGradeView *self);
void     suivi_grade_view_arrive          (SuiviGradeView *self);
void     suivi_grade_view_forget_arrival  (SuiviGradeView *self);
void     suivi_grade_view_keep_list       (SuiviGradeView *self);
gboolean suivi_grade_view_focus           (SuiviGradeView *self);
gboolean suivi_grade_view_press_digit     (SuiviGradeView *self,
                                           guint           digit);
void     suivi_grade_view_watch_digits    (SuiviGradeView *self);

G_END_DECLS
