/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "app/sealing/vault-keeper.h"
#include "app/settings.h"

struct _SuiviVaultKeeper
{
  GObject parent_instance;

  SuiviWorkspace *workspace; /* (unowned) (nullable): weak; the workspace owns the keeper */
  GPtrArray *holders;        /* (element-type SuiviHolder) */
  SuiviVaultKey *key;        /* (owned) (nullable): only while it is unlocked */
  guint idle_seconds;        /* 0: as the settings say */
  gint64 touched;            /* monotonic */
  gint64 touched_real;       /* the monotonic clock stands still while the computer sleeps */
  guint ticking;
};

G_DEFINE_FINAL_TYPE (SuiviVaultKeeper, suivi_vault_keeper, G_TYPE_OBJECT)

enum
{
  SIGNAL_CHANGED,
  SIGNAL_LOCKED,
  SIGNAL_TICK,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static gpointer
read_holders (SuiviStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  return suivi_store_list_holders (store, error);
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SuiviVaultKeeper) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) holders = suivi_workspace_run_finish (SUIVI_WORKSPACE (source), result, &error);

  /* Whoever cannot be named cannot be relied on: what needs a holder then says what is wrong. */
  if (holders == NULL)
    return;

  g_ptr_array_unref (self->holders);
  self->holders = g_steal_pointer (&holders);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
workspace_gone_cb (gpointer user_data, GObject *workspace)
{
  SuiviVaultKeeper *self = user_data;

  self->workspace = NULL;
  suivi_vault_keeper_lock (self);
}

static gboolean
tick_cb (gpointer user_data)
{
  SuiviVaultKeeper *self = user_data;

  if (suivi_vault_keeper_get_seconds_left (self) > 0)
    {
      g_signal_emit (self, signals[SIGNAL_TICK], 0);
      return G_SOURCE_CONTINUE;
    }

  self->ticking = 0;
  suivi_vault_keeper_lock (self);

  return G_SOURCE_REMOVE;
}

static void
suivi_vault_keeper_dispose (GObject *object)
{
  SuiviVaultKeeper *self = SUIVI_VAULT_KEEPER (object);

  suivi_vault_keeper_lock (self);
  if (self->workspace != NULL)
    g_object_weak_unref (G_OBJECT (self->workspace), workspace_gone_cb, self);
  self->workspace = NULL;

  G_OBJECT_CLASS (suivi_vault_keeper_parent_class)->dispose (object);
}

static void
suivi_vault_keeper_finalize (GObject *object)
{
  g_ptr_array_unref (SUIVI_VAULT_KEEPER (object)->holders);

  G_OBJECT_CLASS (suivi_vault_keeper_parent_class)->finalize (object);
}

static void
suivi_vault_keeper_class_init (SuiviVaultKeeperClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = suivi_vault_keeper_dispose;
  G_OBJECT_CLASS (klass)->finalize = suivi_vault_keeper_finalize;

  signals[SIGNAL_CHANGED] = g_signal_new ("changed", SUIVI_TYPE_VAULT_KEEPER, G_SIGNAL_RUN_LAST, 0, NULL,
                                          NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_LOCKED] = g_signal_new ("locked", SUIVI_TYPE_VAULT_KEEPER, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                         NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_TICK]
    = g_signal_new ("tick", SUIVI_TYPE_VAULT_KEEPER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
suivi_vault_keeper_init (SuiviVaultKeeper *self)
{
  self->holders = g_ptr_array_new_with_free_func ((GDestroyNotify) suivi_holder_free);
}

/**
 * suivi_vault_keeper_get:
 * @workspace: an open workspace
 *
 * Returns: (transfer none): its keeper: always the same one; it goes with the workspace
 */
SuiviVaultKeeper *
suivi_vault_keeper_get (SuiviWorkspace *workspace)
{
  SuiviVaultKeeper *self = NULL;

  g_return_val_if_fail (SUIVI_IS_WORKSPACE (workspace), NULL);

  self = g_object_get_data (G_OBJECT (workspace), "suivi-vault-keeper");
  if (self != NULL)
    return self;

  self = g_object_new (SUIVI_TYPE_VAULT_KEEPER, NULL);
  self->workspace = workspace;
  g_object_weak_ref (G_OBJECT (workspace), workspace_gone_cb, self);
  g_object_set_data_full (G_OBJECT (workspace), "suivi-vault-keeper", self, g_object_unref);
  g_signal_connect_object (workspace, "changed", G_CALLBACK (suivi_vault_keeper_refresh), self,
                           G_CONNECT_SWAPPED);
  suivi_vault_keeper_refresh (self);

  return self;
}

/**
 * suivi_vault_keeper_get_workspace:
 *
 * Returns: (transfer none) (nullable): the workspace; %NULL once it is closed
 */
SuiviWorkspace *
suivi_vault_keeper_get_workspace (SuiviVaultKeeper *self)
{
  g_return_val_if_fail (SUIVI_IS_VAULT_KEEPER (self), NULL);

  return self->workspace;
}

/**
 * suivi_vault_keeper_get_holders:
 *
 * Returns: (transfer none) (element-type SuiviHolder): who can open what is sealed, as far as was read
 */
GPtrArray *
suivi_vault_keeper_get_holders (SuiviVaultKeeper *self)
{
  g_return_val_if_fail (SUIVI_IS_VAULT_KEEPER (self), NULL);

  return self->holders;
}

/**
 * suivi_vault_keeper_is_set_up:
 *
 * Returns: whether there is somebody to seal for
 */
gboolean
suivi_vault_keeper_is_set_up (SuiviVaultKeeper *self)
{
  g_return_val_if_fail (SUIVI_IS_VAULT_KEEPER (self), FALSE);

  return self->holders->len > 0;
}

/**
 * suivi_vault_keeper_dup_readers:
 *
 * Returns: (transfer full): the names of who can open what is sealed; "" if there is nobody
 */
char *
suivi_vault_keeper_dup_readers (SuiviVaultKeeper *self)
{
  g_autoptr (GString) names = g_string_new (NULL);

  g_return_val_if_fail (SUIVI_IS_VAULT_KEEPER (self), NULL);

  for (guint i = 0; i < self->holders->len; i++)
    {
      const SuiviHolder *holder = g_ptr_array_index (self->holders, i);

      if (i > 0)
        /* Translators: between the names of two people */
        g_string_append (names, C_ ("between names", " and "));
      g_string_append (names, holder->name);
    }

  return g_string_free (g_steal_pointer (&names), FALSE);
}

/**
 * suivi_vault_keeper_refresh:
 *
 * Reads again who can open what is sealed.
 */
void
suivi_vault_keeper_refresh (SuiviVaultKeeper *self)
{
  g_return_if_fail (SUIVI_IS_VAULT_KEEPER (self));

  if (self->workspace != NULL)
    suivi_workspace_run_async (self->workspace, read_holders, NULL, NULL, (GDestroyNotify) g_ptr_array_unref,
                               NULL, read_cb, g_object_ref (self));
}

/**
 * suivi_vault_keeper_unlock:
 * @key: (transfer full): what a passphrase opened
 *
 * Keeps the key until it is locked.
 */
void
suivi_vault_keeper_unlock (SuiviVaultKeeper *self, SuiviVaultKey *key)
{
  g_return_if_fail (SUIVI_IS_VAULT_KEEPER (self));
  g_return_if_fail (key != NULL);

  g_clear_pointer (&self->key, suivi_vault_key_unref);
  if (self->workspace == NULL)
    {
      suivi_vault_key_unref (key);
      return;
    }
  self->key = key;
  suivi_vault_keeper_touch (self);
  if (self->ticking == 0)
    self->ticking = g_timeout_add_seconds (1, tick_cb, self);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

/**
 * suivi_vault_keeper_lock:
 *
 * Drops the key, and has everybody drop what it opened.
 */
void
suivi_vault_keeper_lock (SuiviVaultKeeper *self)
{
  g_return_if_fail (SUIVI_IS_VAULT_KEEPER (self));

  g_clear_handle_id (&self->ticking, g_source_remove);
  if (self->key == NULL)
    return;

  g_clear_pointer (&self->key, suivi_vault_key_unref);
  g_signal_emit (self, signals[SIGNAL_LOCKED], 0);
}

/**
 * suivi_vault_keeper_get_key:
 *
 * Returns: (transfer none) (nullable): the key; %NULL while it is locked
 */
SuiviVaultKey *
suivi_vault_keeper_get_key (SuiviVaultKeeper *self)
{
  g_return_val_if_fail (SUIVI_IS_VAULT_KEEPER (self), NULL);

  return self->key;
}

/**
 * suivi_vault_keeper_touch:
 *
 * Somebody is there: the time until it locks by itself begins anew.
 */
void
suivi_vault_keeper_touch (SuiviVaultKeeper *self)
{
  g_return_if_fail (SUIVI_IS_VAULT_KEEPER (self));

  self->touched = g_get_monotonic_time ();
  self->touched_real = g_get_real_time ();
}

/**
 * suivi_vault_keeper_get_seconds_left:
 *
 * Returns: how many seconds until it locks by itself, rounded up; 0 when it is locked
 */
guint
suivi_vault_keeper_get_seconds_left (SuiviVaultKeeper *self)
{
  gint64 idle = 0;
  gint64 left = 0;

  g_return_val_if_fail (SUIVI_IS_VAULT_KEEPER (self), 0);

  if (self->key == NULL)
    return 0;

  idle = self->idle_seconds;
  if (idle == 0)
    idle = 60 * g_settings_get_int (suivi_settings_get_default (), "sealed-idle-minutes");
  left = idle * G_USEC_PER_SEC
         - MAX (g_get_monotonic_time () - self->touched, g_get_real_time () - self->touched_real);

  return left > 0 ? (guint) ((left + G_USEC_PER_SEC - 1) / G_USEC_PER_SEC) : 0;
}

/**
 * suivi_vault_keeper_set_idle_seconds:
 * @seconds: how long nobody may be there; 0: as the settings say
 *
 * For tests, which cannot wait for minutes.
 */
void
suivi_vault_keeper_set_idle_seconds (SuiviVaultKeeper *self, guint seconds)
{
  g_return_if_fail (SUIVI_IS_VAULT_KEEPER (self));

  self->idle_seconds = seconds;
}
