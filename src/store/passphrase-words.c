/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "store/passphrase-words.h"

/* clang-format off */
const char *const suivi_common_words[SUIVI_N_COMMON_WORDS] = {
  "password", "the", "letmein", "welcome", "admin", "suivi", "and", "secret", "love", "hello", "pass",
  "iloveyou", "motdepasse", "bonjour", "contrasena", "hola", "salam", "passwort", "login", "master",
  "monkey", "dragon", "sunshine", "princess", "football", "superman", "batman", "freedom", "whatever",
  "trustno", "qazwsx", "computer", "internet", "you", "our", "for", "with", "this", "that", "from", "have",
  "not", "are", "was", "all", "children", "child", "rights", "right", "human", "humanrights", "crc", "upr",
  "treaty", "united", "nations", "unitednations", "unicef", "savethechildren", "save", "worldvision", "ngo",
  "civil", "society", "coalition", "network", "alliance", "report", "shadowreport", "review", "session",
  "geneva", "geneve", "committee", "recommendation", "convention", "protection", "safeguarding",
  "safeguard", "consultation", "participation", "participant", "focal", "point", "director", "coordinator",
  "manager", "finance", "project", "program", "programme", "partner", "donor", "country", "state",
  "government", "ministry", "teacher", "student", "youth", "girl", "boy", "kids", "kid", "mother", "father",
  "mama", "papa", "baby", "sister", "brother", "home", "friends", "happy", "smile", "peace", "justice",
  "hope", "faith", "spring", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
  "january", "february", "march", "april", "june", "july", "august", "september", "october", "november",
  "december", "mohamed", "fatima", "maria", "ana", "jose", "juan", "michael", "daniel", "david", "thomas",
  "sarah", "anna", "marie", "test", "guest", "user", "default", "change", "changeme", "temp", "backup",
  "private", "personal", "confidential", "key", "lock", "open", "safe", "security", "soleil", "amour",
  "chocolat", "famille", "enfant", "enfants", "droits", "humains", "liberte", "paix", "espoir", "maison",
  "amor", "dios", "mundo", "libertad", "habibi", "allah", "jesus", "god", "angel", "flower", "star", "sky",
  "blue", "red", "black", "white", "gold", "money", "cat", "dog", "lion", "butterfly", "london", "paris",
  "africa", "asia",
};
/* clang-format on */
