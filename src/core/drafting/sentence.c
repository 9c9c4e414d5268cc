/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "core/drafting/sentence-parts.h"

/* Eleven parts of a form; a longer text did not come from one. */
#define MAX_STORED (256 * 1024)

/* The names are what files use: never change them. */
static const struct
{
  const char *name;
  gsize offset;
} parts[SUIVI_N_SENTENCE_PARTS] = {
  [SUIVI_SENTENCE_ACTOR] = { "actor", G_STRUCT_OFFSET (SuiviSentence, actor) },
  [SUIVI_SENTENCE_VERB] = { "verb", G_STRUCT_OFFSET (SuiviSentence, verb) },
  [SUIVI_SENTENCE_OBJECT] = { "object", G_STRUCT_OFFSET (SuiviSentence, object) },
  [SUIVI_SENTENCE_PURPOSE] = { "purpose", G_STRUCT_OFFSET (SuiviSentence, purpose) },
  [SUIVI_SENTENCE_GROUP] = { "group", G_STRUCT_OFFSET (SuiviSentence, group) },
  [SUIVI_SENTENCE_INDICATOR] = { "indicator", G_STRUCT_OFFSET (SuiviSentence, indicator) },
  [SUIVI_SENTENCE_BASELINE] = { "baseline", G_STRUCT_OFFSET (SuiviSentence, baseline) },
  [SUIVI_SENTENCE_TARGET] = { "target", G_STRUCT_OFFSET (SuiviSentence, target) },
  [SUIVI_SENTENCE_VERIFICATION] = { "verification", G_STRUCT_OFFSET (SuiviSentence, verification) },
  [SUIVI_SENTENCE_MEANS] = { "means", G_STRUCT_OFFSET (SuiviSentence, means) },
  [SUIVI_SENTENCE_DEADLINE] = { "deadline", G_STRUCT_OFFSET (SuiviSentence, deadline) },
};

G_DEFINE_BOXED_TYPE (SuiviSentence, suivi_sentence, suivi_sentence_copy, suivi_sentence_free)

static char **
get_field (SuiviSentence *self, SuiviSentencePart part)
{
  return G_STRUCT_MEMBER_P (self, parts[part].offset);
}

/**
 * suivi_sentence_part_from_nick:
 * @part: (out): set on success only
 *
 * Returns: whether @nick is the name of a part, as files have it ("object")
 */
gboolean
suivi_sentence_part_from_nick (const char *nick, SuiviSentencePart *part)
{
  for (guint i = 0; i < SUIVI_N_SENTENCE_PARTS; i++)
    {
      if (g_str_equal (nick, parts[i].name))
        {
          *part = i;
          return TRUE;
        }
    }

  return FALSE;
}

/**
 * suivi_sentence_get:
 *
 * Returns: (transfer none): what was filled in there, maybe ""
 */
const char *
suivi_sentence_get (SuiviSentence *self, SuiviSentencePart part)
{
  return *get_field (self, part);
}

/**
 * suivi_sentence_set:
 * @text: what to fill in
 */
void
suivi_sentence_set (SuiviSentence *self, SuiviSentencePart part, const char *text)
{
  char *copy = g_strdup (text);

  g_free (*get_field (self, part));
  *get_field (self, part) = copy;
}

/* The marks that end or part sentences, in every script that people paste from. */
static gboolean
is_mark (gunichar c)
{
  return (c < 0x80 && c != 0 && strchr (".,;:!?", (int) c) != NULL) || c == 0x2026 || c == 0x60C || c == 0x61B
         || c == 0x61F || c == 0x3002 || c == 0x3001;
}

/**
 * suivi_sentence_tidy:
 * @text: what was typed
 *
 * Takes away spaces and punctuation at both ends, since the sentence has its own, and makes one space of line
 * ends and runs of spaces. Nothing else is changed.
 *
 * Returns: (transfer full): the tidy text, "" if nothing is left
 */
char *
suivi_sentence_tidy (const char *text)
{
  GString *out = g_string_sized_new (strlen (text));
  gsize length = 0;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (out->len == 0 && (g_unichar_isspace (c) || is_mark (c)))
        continue;
      if (!g_ascii_isspace (*p))
        g_string_append_unichar (out, c);
      else if (out->str[out->len - 1] != ' ')
        g_string_append_c (out, ' ');
      if (!g_unichar_isspace (c) && !is_mark (c))
        length = out->len;
    }
  g_string_truncate (out, length);

  return g_string_free (out, FALSE);
}

/**
 * suivi_sentence_new:
 *
 * Returns: (transfer full): an empty form
 */
SuiviSentence *
suivi_sentence_new (void)
{
  SuiviSentence *self = g_new0 (SuiviSentence, 1);

  for (guint i = 0; i < SUIVI_N_SENTENCE_PARTS; i++)
    *get_field (self, i) = g_strdup ("");

  return self;
}

/**
 * suivi_sentence_copy:
 *
 * Returns: (transfer full): a copy
 */
SuiviSentence *
suivi_sentence_copy (SuiviSentence *self)
{
  SuiviSentence *copy = g_new0 (SuiviSentence, 1);

  for (guint i = 0; i < SUIVI_N_SENTENCE_PARTS; i++)
    *get_field (copy, i) = g_strdup (*get_field (self, i));

  return copy;
}

/**
 * suivi_sentence_free:
 * @self: (nullable) (transfer full): a form
 */
void
suivi_sentence_free (SuiviSentence *self)
{
  if (self == NULL)
    return;

  for (guint i = 0; i < SUIVI_N_SENTENCE_PARTS; i++)
    g_free (*get_field (self, i));
  g_free (self);
}

/**
 * suivi_sentence_to_string:
 *
 * What workspaces keep of a form: a dictionary of the parts that are filled in, in GVariant's text format:
 * `{'verb': 'amend', 'object': 'the Civil Registration Act'}`.
 *
 * Returns: (transfer full): the text, "" for an empty form
 */
char *
suivi_sentence_to_string (SuiviSentence *self)
{
  g_auto (GVariantBuilder) builder = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE ("a{ss}"));
  g_autoptr (GVariant) stored = NULL;

  for (guint i = 0; i < SUIVI_N_SENTENCE_PARTS; i++)
    {
      const char *text = suivi_sentence_get (self, i);

      if (*text != '\0')
        g_variant_builder_add (&builder, "{ss}", parts[i].name, text);
    }
  stored = g_variant_ref_sink (g_variant_builder_end (&builder));

  return g_variant_n_children (stored) > 0 ? g_variant_print (stored, FALSE) : g_strdup ("");
}

/**
 * suivi_sentence_from_string:
 * @text: (nullable): what suivi_sentence_to_string() gave
 *
 * Parts that are not known are left out, so that a newer Suivi may add some.
 *
 * Returns: (transfer full): the form; an empty one if the text cannot be read
 */
SuiviSentence *
suivi_sentence_from_string (const char *text)
{
  SuiviSentence *self = suivi_sentence_new ();
  g_autoptr (GVariant) stored = NULL;
  GVariantIter iter;
  const char *name = NULL;
  const char *value = NULL;

  if (text == NULL || strlen (text) > MAX_STORED || !g_utf8_validate (text, -1, NULL))
    return self;
  stored = g_variant_parse (G_VARIANT_TYPE ("a{ss}"), text, NULL, NULL, NULL);
  if (stored == NULL)
    return self;

  g_variant_iter_init (&iter, stored);
  while (g_variant_iter_next (&iter, "{&s&s}", &name, &value))
    {
      SuiviSentencePart part = 0;

      if (suivi_sentence_part_from_nick (name, &part))
        suivi_sentence_set (self, part, value);
    }

  return self;
}
