/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/consultation/date-field.h"
#include "app/consultation/field-widget.h"
#include "app/consultation/record-form.h"

/* A pause in typing after which words are announced. */
#define PAUSE_MS                   800

#define FIELD(record, field, Type) (*(Type *) ((char *) (record) + (field)->offset))

/* A field and its widget. Values are handled as text, whatever the field holds: "3" for the fourth choice. */
typedef struct
{
  const SuiviField *field;
  SuiviFieldKind kind;
  GtkWidget *widget; /* (unowned) (nullable): weak */
  char *set;         /* what the record that was set last holds */
  GQueue sent;       /* (element-type utf8): what was announced since and did not come back yet */
} Binding;

struct _SuiviRecordForm
{
  GObject parent_instance;

  const SuiviRecordType *type;
  GPtrArray *bindings; /* (element-type Binding) */
  gpointer record;     /* (owned) (nullable): what was set last */
  gboolean writable;
  gboolean filling; /* whether the widgets are being set by the program */
  guint pause;      /* the source that ends a pause */
};

G_DEFINE_FINAL_TYPE (SuiviRecordForm, suivi_record_form, G_TYPE_OBJECT)

enum
{
  SIGNAL_EDITED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
free_binding (gpointer data)
{
  Binding *self = data;

  g_clear_weak_pointer (&self->widget);
  g_queue_clear_full (&self->sent, g_free);
  g_free (self->set);
  g_free (self);
}

/* Values of records and widgets */

static char *
read_field (const SuiviField *field, gconstpointer record)
{
  const char *text = NULL;

  if (record == NULL)
    return g_strdup ("");

  switch (field->kind)
    {
    case SUIVI_FIELD_TEXT:
      text = FIELD (record, field, char *);
      return g_strdup (text != NULL ? text : "");
    case SUIVI_FIELD_UINT:
      return g_strdup_printf ("%u", FIELD (record, field, guint));
    case SUIVI_FIELD_ENUM:
      return g_strdup_printf ("%d", FIELD (record, field, int));
    case SUIVI_FIELD_LIST:
    default:
      g_return_val_if_reached (g_strdup (""));
    }
}

static void
write_field (const SuiviField *field, gpointer record, const char *value)
{
  switch (field->kind)
    {
    case SUIVI_FIELD_TEXT:
      g_free (FIELD (record, field, char *));
      FIELD (record, field, char *) = g_strdup (value);
      break;
    case SUIVI_FIELD_UINT:
      FIELD (record, field, guint) = (guint) g_ascii_strtoull (value, NULL, 10);
      break;
    case SUIVI_FIELD_ENUM:
      FIELD (record, field, int) = (int) g_ascii_strtoull (value, NULL, 10);
      break;
    case SUIVI_FIELD_LIST:
    default:
      g_return_if_reached ();
    }
}

/* What was typed, and what came back */

/* What the workspace holds as soon as everything that was announced is saved. */
static const char *
get_known (Binding *self)
{
  return g_queue_is_empty (&self->sent) ? self->set : g_queue_peek_tail (&self->sent);
}

static gboolean
differs (Binding *self, const char *from)
{
  g_autofree char *value = self->widget != NULL ? suivi_field_widget_read (self->kind, self->widget) : NULL;

  return value != NULL && !g_str_equal (value, from);
}

/* Whether the user is at it: what the widget holds was not announced, or cannot be. */
static gboolean
is_being_typed (Binding *self)
{
  g_autofree char *value = suivi_field_widget_read (self->kind, self->widget);

  return value == NULL || !g_str_equal (value, get_known (self));
}

/* Forgets what was announced, up to the value that came back. */
static gboolean
take_back (Binding *self, const char *value)
{
  GList *found = NULL;

  for (GList *l = self->sent.tail; l != NULL && found == NULL; l = l->prev)
    if (g_str_equal (l->data, value))
      found = l;
  if (found == NULL)
    return FALSE;

  while (self->sent.head != found)
    g_free (g_queue_pop_head (&self->sent));
  g_free (g_queue_pop_head (&self->sent));

  return TRUE;
}

static void
show_value (Binding *self, const char *value)
{
  gboolean typed = is_being_typed (self);

  if (take_back (self, value))
    {
      /* Our own words: the widget has them, or newer ones. */
    }
  else if (!g_queue_is_empty (&self->sent) && g_str_equal (value, self->set))
    {
      /* Older than what was announced. */
    }
  else
    {
      g_queue_clear_full (&self->sent, g_free);
      if (!typed)
        suivi_field_widget_write (self->kind, self->widget, value);
    }
  g_free (self->set);
  self->set = g_strdup (value);
}

static void
announce (SuiviRecordForm *self)
{
  gboolean any = FALSE;

  g_clear_handle_id (&self->pause, g_source_remove);
  if (self->record == NULL || !self->writable)
    return;

  for (guint i = 0; i < self->bindings->len; i++)
    {
      Binding *binding = g_ptr_array_index (self->bindings, i);

      if (binding->widget == NULL)
        continue;
      if (suivi_field_widget_can_be_wrong (binding->kind))
        {
          g_autofree char *value = suivi_field_widget_read (binding->kind, binding->widget);

          suivi_field_widget_set_wrong (binding->kind, binding->widget, value == NULL);
        }
      if (differs (binding, get_known (binding)))
        {
          g_queue_push_tail (&binding->sent, suivi_field_widget_read (binding->kind, binding->widget));
          any = TRUE;
        }
    }

  if (any)
    g_signal_emit (self, signals[SIGNAL_EDITED], 0);
}

static gboolean
paused_cb (gpointer user_data)
{
  SuiviRecordForm *self = user_data;

  self->pause = 0;
  announce (self);

  return G_SOURCE_REMOVE;
}

static Binding *
find_binding (SuiviRecordForm *self, GtkWidget *widget)
{
  for (guint i = 0; i < self->bindings->len; i++)
    {
      Binding *binding = g_ptr_array_index (self->bindings, i);

      if (binding->widget == widget)
        return binding;
    }

  return NULL;
}

static void
typed_cb (SuiviRecordForm *self)
{
  if (self->filling || !self->writable)
    return;

  g_clear_handle_id (&self->pause, g_source_remove);
  self->pause = g_timeout_add (PAUSE_MS, paused_cb, self);
}

/* A mark goes as soon as what is typed is right; it comes only when the user pauses. */
static void
value_typed_cb (SuiviRecordForm *self, GtkWidget *widget)
{
  Binding *binding = find_binding (self, widget);
  g_autofree char *value = binding != NULL ? suivi_field_widget_read (binding->kind, binding->widget) : NULL;

  if (value != NULL)
    suivi_field_widget_set_wrong (binding->kind, binding->widget, FALSE);
  typed_cb (self);
}

static void
chosen_cb (SuiviRecordForm *self)
{
  if (!self->filling)
    announce (self);
}

static void
left_cb (SuiviRecordForm *self, GtkEventController *controller)
{
  Binding *binding = find_binding (self, gtk_event_controller_get_widget (controller));

  announce (self);
  if (binding != NULL && binding->kind == SUIVI_FIELD_KIND_DATE)
    {
      g_autofree char *value = suivi_field_widget_read (binding->kind, binding->widget);

      self->filling = TRUE;
      if (value != NULL)
        suivi_field_widget_write (binding->kind, binding->widget, value);
      self->filling = FALSE;
    }
}

static void
suivi_record_form_dispose (GObject *object)
{
  SuiviRecordForm *self = SUIVI_RECORD_FORM (object);

  g_clear_handle_id (&self->pause, g_source_remove);
  g_ptr_array_set_size (self->bindings, 0);

  G_OBJECT_CLASS (suivi_record_form_parent_class)->dispose (object);
}

static void
suivi_record_form_finalize (GObject *object)
{
  SuiviRecordForm *self = SUIVI_RECORD_FORM (object);

  suivi_record_free (self->type, self->record);
  g_ptr_array_unref (self->bindings);

  G_OBJECT_CLASS (suivi_record_form_parent_class)->finalize (object);
}

static void
suivi_record_form_class_init (SuiviRecordFormClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = suivi_record_form_dispose;
  object_class->finalize = suivi_record_form_finalize;

  signals[SIGNAL_EDITED] = g_signal_new ("edited", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                         NULL, NULL, G_TYPE_NONE, 0);
}

static void
suivi_record_form_init (SuiviRecordForm *self)
{
  self->bindings = g_ptr_array_new_with_free_func (free_binding);
}

/**
 * suivi_record_form_new:
 * @type: what the records are
 *
 * Returns: (transfer full): a form without fields
 */
SuiviRecordForm *
suivi_record_form_new (const SuiviRecordType *type)
{
  SuiviRecordForm *self = g_object_new (SUIVI_TYPE_RECORD_FORM, NULL);

  self->type = type;

  return self;
}

static const SuiviField *
find_field (SuiviRecordForm *self, const char *name)
{
  for (guint i = 0; i < self->type->n_fields; i++)
    if (g_str_equal (self->type->fields[i].name, name))
      return &self->type->fields[i];

  g_return_val_if_reached (&self->type->fields[0]);
}

/* Leaving the field announces at once; in a field of one line, so does Enter. */
static void
watch (SuiviRecordForm *self, GtkWidget *widget)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();

  g_signal_connect_object (focus, "leave", G_CALLBACK (left_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (widget, focus);
  if (GTK_IS_EDITABLE (widget))
    g_signal_connect_object (gtk_editable_get_delegate (GTK_EDITABLE (widget)), "activate",
                             G_CALLBACK (announce), self, G_CONNECT_SWAPPED);
}

static Binding *
add_binding (SuiviRecordForm *self, const char *field, GtkWidget *widget, SuiviFieldKind kind)
{
  Binding *binding = g_new0 (Binding, 1);

  binding->field = find_field (self, field);
  binding->kind = kind;
  binding->set = read_field (binding->field, self->record);
  g_queue_init (&binding->sent);
  g_set_weak_pointer (&binding->widget, widget);
  g_ptr_array_add (self->bindings, binding);

  return binding;
}

static void
connect (SuiviRecordForm *self, gpointer source, const char *signal, GCallback callback)
{
  g_signal_connect_object (source, signal, callback, self, G_CONNECT_SWAPPED);
}

static void
bind (SuiviRecordForm *self, const char *field, GtkWidget *widget, SuiviFieldKind kind)
{
  add_binding (self, field, widget, kind);

  switch (kind)
    {
    case SUIVI_FIELD_KIND_EDITABLE:
      connect (self, widget, "changed", G_CALLBACK (typed_cb));
      watch (self, widget);
      break;
    case SUIVI_FIELD_KIND_DATE:
    case SUIVI_FIELD_KIND_NUMBER:
      connect (self, widget, "changed", G_CALLBACK (value_typed_cb));
      watch (self, widget);
      break;
    case SUIVI_FIELD_KIND_SPIN:
      connect (self, widget, "changed", G_CALLBACK (typed_cb));
      connect (self, widget, "value-changed", G_CALLBACK (typed_cb));
      watch (self, widget);
      break;
    case SUIVI_FIELD_KIND_TEXT_VIEW:
      connect (self, gtk_text_view_get_buffer (GTK_TEXT_VIEW (widget)), "changed", G_CALLBACK (typed_cb));
      watch (self, widget);
      break;
    case SUIVI_FIELD_KIND_COMBO_ROW:
    case SUIVI_FIELD_KIND_DROP_DOWN:
      connect (self, widget, "notify::selected", G_CALLBACK (chosen_cb));
      break;
    case SUIVI_FIELD_KIND_CHECK:
    case SUIVI_FIELD_KIND_SWITCH:
      connect (self, widget, "notify::active", G_CALLBACK (chosen_cb));
      break;
    default:
      g_return_if_reached ();
    }
}

/**
 * suivi_record_form_bind:
 * @field: name of a field that is no list
 * @widget: for words a #GtkEditable or a #GtkTextView; for an enumeration a #GtkDropDown or an #AdwComboRow whose choices
 *   are its values in order; for a number a #GtkSpinButton, or a #GtkEditable, in which 0 is nothing at all; for 0 and 1
 *   a #GtkCheckButton or a #GtkSwitch
 *
 * Ties them together. Words and numbers are announced after a pause, choices at once.
 */
void
suivi_record_form_bind (SuiviRecordForm *self, const char *field, GtkWidget *widget)
{
  bind (self, field, widget, suivi_field_widget_find_kind (find_field (self, field), widget));
}

/**
 * suivi_record_form_bind_date:
 * @field: name of a field that holds an ISO 8601 date or ""
 * @widget: a #GtkEditable; an #AdwEntryRow, with its title, gets a button for a calendar
 *
 * Ties them together. What is no date is marked, kept in the field, and not announced.
 */
void
suivi_record_form_bind_date (SuiviRecordForm *self, const char *field, GtkWidget *widget)
{
  g_return_if_fail (GTK_IS_EDITABLE (widget));

  bind (self, field, widget, SUIVI_FIELD_KIND_DATE);
  if (ADW_IS_ENTRY_ROW (widget))
    suivi_date_field_add_calendar (ADW_ENTRY_ROW (widget));
}

static gboolean
is_same_record (SuiviRecordForm *self, gconstpointer record)
{
  const SuiviField *key = &self->type->fields[0];

  return self->record != NULL && record != NULL
         && g_strcmp0 (FIELD (self->record, key, char *), FIELD (record, key, char *)) == 0;
}

/**
 * suivi_record_form_set_record:
 * @record: (nullable): what is shown; the form keeps a copy
 * @writable: whether it may be changed
 *
 * Shows a record. If it is the one that is shown already (it has the same key), what is just being typed stays, and so
 * does the place of the cursor. Before another one is shown, what was typed and not announced is announced.
 */
void
suivi_record_form_set_record (SuiviRecordForm *self, gconstpointer record, gboolean writable)
{
  gboolean same = is_same_record (self, record);

  if (!same)
    suivi_record_form_flush (self);

  self->filling = TRUE;
  suivi_record_free (self->type, self->record);
  self->record = suivi_record_copy (self->type, record);
  self->writable = writable && record != NULL;
  for (guint i = 0; i < self->bindings->len; i++)
    {
      Binding *binding = g_ptr_array_index (self->bindings, i);
      g_autofree char *value = read_field (binding->field, record);

      if (binding->widget == NULL)
        continue;
      if (same)
        {
          show_value (binding, value);
        }
      else
        {
          g_queue_clear_full (&binding->sent, g_free);
          g_free (binding->set);
          binding->set = g_strdup (value);
          suivi_field_widget_write (binding->kind, binding->widget, value);
        }
      suivi_field_widget_set_writable (binding->kind, binding->widget, self->writable);
    }
  self->filling = FALSE;
}

/**
 * suivi_record_form_get_record_type:
 *
 * Returns: what the records are
 */
const SuiviRecordType *
suivi_record_form_get_record_type (SuiviRecordForm *self)
{
  return self->type;
}

/**
 * suivi_record_form_get_base:
 *
 * Returns: (transfer none) (nullable): the record that was set last, as it was
 */
gconstpointer
suivi_record_form_get_base (SuiviRecordForm *self)
{
  return self->record;
}

/**
 * suivi_record_form_get_record:
 *
 * Returns: (transfer full) (nullable): the record that was set last, with what the fields hold now
 */
gpointer
suivi_record_form_get_record (SuiviRecordForm *self)
{
  gpointer record = suivi_record_copy (self->type, self->record);

  for (guint i = 0; record != NULL && i < self->bindings->len; i++)
    {
      Binding *binding = g_ptr_array_index (self->bindings, i);
      g_autofree char *value
        = binding->widget != NULL ? suivi_field_widget_read (binding->kind, binding->widget) : NULL;

      /* Only what differs: a key of another record that is %NULL must not become "". */
      if (value != NULL && !g_str_equal (value, binding->set))
        write_field (binding->field, record, value);
    }

  return record;
}

/**
 * suivi_record_form_has_edits:
 *
 * Returns: whether a field differs from the record that was set last
 */
gboolean
suivi_record_form_has_edits (SuiviRecordForm *self)
{
  for (guint i = 0; self->record != NULL && i < self->bindings->len; i++)
    {
      Binding *binding = g_ptr_array_index (self->bindings, i);

      if (differs (binding, binding->set))
        return TRUE;
    }

  return FALSE;
}

/**
 * suivi_record_form_flush:
 *
 * Announces at once what was typed and is not announced yet.
 */
void
suivi_record_form_flush (SuiviRecordForm *self)
{
  announce (self);
}

/**
 * suivi_record_form_make_choices:
 * @type: an enumeration whose values are 0, 1, 2, …
 * @to_label: the label of each of them
 *
 * Returns: (transfer full): the labels of its values, in order
 */
GListModel *
suivi_record_form_make_choices (GType type, const char *(*to_label) (int value))
{
  g_autoptr (GEnumClass) klass = g_type_class_ref (type);
  GtkStringList *labels = gtk_string_list_new (NULL);

  for (guint i = 0; i < klass->n_values; i++)
    gtk_string_list_append (labels, to_label ((int) i));

  return G_LIST_MODEL (labels);
}
