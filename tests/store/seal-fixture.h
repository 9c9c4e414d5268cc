/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "store/seal.h"

typedef struct
{
  guint8 public_key[SUIVI_SEAL_KEY_SIZE];
  SuiviSecret *secret_key;
} Keys;

void         keys_init        (Keys          *self);
void         keys_clear       (Keys          *self);
SuiviSecret *new_secret       (const char    *text);
SuiviSecret *new_counting_key (void);
GBytes      *parse_hex        (const char    *hex);
void         assert_secret    (SuiviSecret   *secret,
                               gconstpointer  data,
                               gsize          size);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Keys, keys_clear)
