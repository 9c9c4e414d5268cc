/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * SuiviTextDecoder:
 *
 * Turns the bytes of a text file into UTF-8, piece by piece, without the mark of byte order and with "\n" at the end of
 * every line. What is no text in the encoding becomes U+FFFD.
 */
typedef struct _SuiviTextDecoder SuiviTextDecoder;

SuiviTextDecoder   *suivi_text_decoder_new            (const char        *encoding);
void                suivi_text_decoder_free           (SuiviTextDecoder  *self);
void                suivi_text_decoder_push           (SuiviTextDecoder  *self,
                                                       const guchar      *data,
                                                       gsize              length,
                                                       GString           *out);
void                suivi_text_decoder_finish         (SuiviTextDecoder  *self,
                                                       GString           *out);

const char * const *suivi_text_decoder_get_encodings  (void);
const char         *suivi_text_decoder_find_encoding  (const char        *name);
gunichar            suivi_text_decoder_decode_byte    (const char        *encoding,
                                                       guchar             byte);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SuiviTextDecoder, suivi_text_decoder_free)

G_END_DECLS
