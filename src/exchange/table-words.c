/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include "core/text/text.h"
#include "exchange/table-words.h"

/* The longest header that we know, of a template of IMPACT OSS, has 130 bytes; what is much longer is no
 * header. */
#define MAX_HEADER 300

/* A header that is known by some of its words: "Human rights themes and groups of persons" has 42 bytes. */
#define MAX_HEADER_IN_PART 150

#define MAX_WORD           200

typedef struct
{
  const char *key;
  guint value;
} Word;

/* Whole headers, as suivi_table_words_make_key() makes them. */
static const Word headers[] = {
  { "no", SUIVI_TABLE_FIELD_NUMBER },
  { "n", SUIVI_TABLE_FIELD_NUMBER },
  { "nr", SUIVI_TABLE_FIELD_NUMBER },
  { "num", SUIVI_TABLE_FIELD_NUMBER },
  { "number", SUIVI_TABLE_FIELD_NUMBER },
  { "numero", SUIVI_TABLE_FIELD_NUMBER },
  { "para", SUIVI_TABLE_FIELD_NUMBER },
  { "para no", SUIVI_TABLE_FIELD_NUMBER },
  { "paragraph", SUIVI_TABLE_FIELD_NUMBER },
  { "paragraph no", SUIVI_TABLE_FIELD_NUMBER },
  { "paragraph number", SUIVI_TABLE_FIELD_NUMBER },
  { "paragraphe", SUIVI_TABLE_FIELD_NUMBER },
  { "parrafo", SUIVI_TABLE_FIELD_NUMBER },
  { "rec", SUIVI_TABLE_FIELD_NUMBER },
  { "rec no", SUIVI_TABLE_FIELD_NUMBER },
  { "rec nr", SUIVI_TABLE_FIELD_NUMBER },
  { "rec n", SUIVI_TABLE_FIELD_NUMBER },
  { "rec number", SUIVI_TABLE_FIELD_NUMBER },
  { "ref", SUIVI_TABLE_FIELD_NUMBER },
  { "ref no", SUIVI_TABLE_FIELD_NUMBER },
  { "reference", SUIVI_TABLE_FIELD_NUMBER },
  { "referencia", SUIVI_TABLE_FIELD_NUMBER },

  { "recommendation", SUIVI_TABLE_FIELD_TEXT },
  { "recommendations", SUIVI_TABLE_FIELD_TEXT },
  { "recommendation text", SUIVI_TABLE_FIELD_TEXT },
  { "full recommendation", SUIVI_TABLE_FIELD_TEXT },
  { "text", SUIVI_TABLE_FIELD_TEXT },
  { "full text", SUIVI_TABLE_FIELD_TEXT },
  { "text of recommendation", SUIVI_TABLE_FIELD_TEXT },
  { "text of the recommendation", SUIVI_TABLE_FIELD_TEXT },
  { "recommandation", SUIVI_TABLE_FIELD_TEXT },
  { "recommandations", SUIVI_TABLE_FIELD_TEXT },
  { "texte", SUIVI_TABLE_FIELD_TEXT },
  { "texte de la recommandation", SUIVI_TABLE_FIELD_TEXT },
  { "recomendacion", SUIVI_TABLE_FIELD_TEXT },
  { "recomendaciones", SUIVI_TABLE_FIELD_TEXT },
  { "texto", SUIVI_TABLE_FIELD_TEXT },
  { "texto de la recomendacion", SUIVI_TABLE_FIELD_TEXT },

  { "state", SUIVI_TABLE_FIELD_STATES },
  { "states", SUIVI_TABLE_FIELD_STATES },
  { "state s", SUIVI_TABLE_FIELD_STATES },
  { "country", SUIVI_TABLE_FIELD_STATES },
  { "countries", SUIVI_TABLE_FIELD_STATES },
  { "recommending state", SUIVI_TABLE_FIELD_STATES },
  { "recommending states", SUIVI_TABLE_FIELD_STATES },
  { "recommending state s", SUIVI_TABLE_FIELD_STATES },
  { "recommending country", SUIVI_TABLE_FIELD_STATES },
  { "recommending countries", SUIVI_TABLE_FIELD_STATES },
  { "made by", SUIVI_TABLE_FIELD_STATES },
  { "recommended by", SUIVI_TABLE_FIELD_STATES },
  { "recommendation made by", SUIVI_TABLE_FIELD_STATES },
  { "rs", SUIVI_TABLE_FIELD_STATES },
  { "from", SUIVI_TABLE_FIELD_STATES },
  { "etat", SUIVI_TABLE_FIELD_STATES },
  { "etats", SUIVI_TABLE_FIELD_STATES },
  { "pays", SUIVI_TABLE_FIELD_STATES },
  { "etat auteur", SUIVI_TABLE_FIELD_STATES },
  { "etats auteurs", SUIVI_TABLE_FIELD_STATES },
  { "etat s auteur s", SUIVI_TABLE_FIELD_STATES },
  { "pays auteur", SUIVI_TABLE_FIELD_STATES },
  { "auteur", SUIVI_TABLE_FIELD_STATES },
  { "auteurs", SUIVI_TABLE_FIELD_STATES },
  { "auteur de la recommandation", SUIVI_TABLE_FIELD_STATES },
  { "auteurs de la recommandation", SUIVI_TABLE_FIELD_STATES },
  { "estado", SUIVI_TABLE_FIELD_STATES },
  { "estados", SUIVI_TABLE_FIELD_STATES },
  { "pais", SUIVI_TABLE_FIELD_STATES },
  { "paises", SUIVI_TABLE_FIELD_STATES },
  { "estado autor", SUIVI_TABLE_FIELD_STATES },
  { "estados autores", SUIVI_TABLE_FIELD_STATES },
  { "formulada por", SUIVI_TABLE_FIELD_STATES },
  { "estado que recomienda", SUIVI_TABLE_FIELD_STATES },

  { "position", SUIVI_TABLE_FIELD_POSITION },
  { "response", SUIVI_TABLE_FIELD_POSITION },
  { "reponse", SUIVI_TABLE_FIELD_POSITION },
  { "respuesta", SUIVI_TABLE_FIELD_POSITION },
  { "posicion", SUIVI_TABLE_FIELD_POSITION },
  { "source of position", SUIVI_TABLE_FIELD_POSITION_SOURCE },
  { "sources of position", SUIVI_TABLE_FIELD_POSITION_SOURCE },
  { "source of the position", SUIVI_TABLE_FIELD_POSITION_SOURCE },
  { "source de la position", SUIVI_TABLE_FIELD_POSITION_SOURCE },
  { "fuente de la posicion", SUIVI_TABLE_FIELD_POSITION_SOURCE },

  { "theme", SUIVI_TABLE_FIELD_THEMES },
  { "themes", SUIVI_TABLE_FIELD_THEMES },
  { "theme s", SUIVI_TABLE_FIELD_THEMES },
  { "topic", SUIVI_TABLE_FIELD_THEMES },
  { "topics", SUIVI_TABLE_FIELD_THEMES },
  { "right", SUIVI_TABLE_FIELD_THEMES },
  { "rights", SUIVI_TABLE_FIELD_THEMES },
  { "thematique", SUIVI_TABLE_FIELD_THEMES },
  { "thematiques", SUIVI_TABLE_FIELD_THEMES },
  { "tema", SUIVI_TABLE_FIELD_THEMES },
  { "temas", SUIVI_TABLE_FIELD_THEMES },
  { "affected persons", SUIVI_TABLE_FIELD_GROUPS },
  { "group", SUIVI_TABLE_FIELD_GROUPS },
  { "groups", SUIVI_TABLE_FIELD_GROUPS },
  { "groupe", SUIVI_TABLE_FIELD_GROUPS },
  { "groupes", SUIVI_TABLE_FIELD_GROUPS },
  { "grupo", SUIVI_TABLE_FIELD_GROUPS },
  { "grupos", SUIVI_TABLE_FIELD_GROUPS },
  { "sdg", SUIVI_TABLE_FIELD_SDGS },
  { "sdgs", SUIVI_TABLE_FIELD_SDGS },
  { "odd", SUIVI_TABLE_FIELD_SDGS },
  { "ods", SUIVI_TABLE_FIELD_SDGS },

  { "sur", SUIVI_TABLE_FIELD_REVIEWED_STATE },
  { "state under review", SUIVI_TABLE_FIELD_REVIEWED_STATE },
  { "country under review", SUIVI_TABLE_FIELD_REVIEWED_STATE },
  { "state reviewed", SUIVI_TABLE_FIELD_REVIEWED_STATE },
  { "to", SUIVI_TABLE_FIELD_REVIEWED_STATE },
  { "session", SUIVI_TABLE_FIELD_SESSION },
  { "sesion", SUIVI_TABLE_FIELD_SESSION },
  { "cycle", SUIVI_TABLE_FIELD_CYCLE },
  { "ciclo", SUIVI_TABLE_FIELD_CYCLE },
  { "symbol", SUIVI_TABLE_FIELD_SYMBOL },
  { "document", SUIVI_TABLE_FIELD_SYMBOL },
  { "cote", SUIVI_TABLE_FIELD_SYMBOL },
  { "cote du document", SUIVI_TABLE_FIELD_SYMBOL },
  { "signatura", SUIVI_TABLE_FIELD_SYMBOL },
  { "uuid", SUIVI_TABLE_FIELD_KEY },
  { "annotation id", SUIVI_TABLE_FIELD_KEY },
  { "ohchr annotation id", SUIVI_TABLE_FIELD_KEY },
  { "annotationid", SUIVI_TABLE_FIELD_KEY },

  { "action", SUIVI_TABLE_FIELD_CATEGORY },
  { "category", SUIVI_TABLE_FIELD_CATEGORY },
  { "action category", SUIVI_TABLE_FIELD_CATEGORY },
  { "type of action", SUIVI_TABLE_FIELD_CATEGORY },
  { "categorie", SUIVI_TABLE_FIELD_CATEGORY },
  { "categorie d action", SUIVI_TABLE_FIELD_CATEGORY },
  { "categoria", SUIVI_TABLE_FIELD_CATEGORY },
  { "categoria de accion", SUIVI_TABLE_FIELD_CATEGORY },
  { "issue", SUIVI_TABLE_FIELD_ISSUES },
  { "issues", SUIVI_TABLE_FIELD_ISSUES },
  { "issue s", SUIVI_TABLE_FIELD_ISSUES },
  { "enjeu", SUIVI_TABLE_FIELD_ISSUES },
  { "enjeux", SUIVI_TABLE_FIELD_ISSUES },
  { "cuestion", SUIVI_TABLE_FIELD_ISSUES },
  { "cuestiones", SUIVI_TABLE_FIELD_ISSUES },
  { "child", SUIVI_TABLE_FIELD_CHILDREN },
  { "children", SUIVI_TABLE_FIELD_CHILDREN },
  { "child focused", SUIVI_TABLE_FIELD_CHILDREN },
  { "about children", SUIVI_TABLE_FIELD_CHILDREN },
  { "concerns children", SUIVI_TABLE_FIELD_CHILDREN },
  { "enfant", SUIVI_TABLE_FIELD_CHILDREN },
  { "enfants", SUIVI_TABLE_FIELD_CHILDREN },
  { "ninos", SUIVI_TABLE_FIELD_CHILDREN },
  { "ninez", SUIVI_TABLE_FIELD_CHILDREN },
  { "infancia", SUIVI_TABLE_FIELD_CHILDREN },
};

/* Words of longer headers, each the beginning of a word, in this order: "Position of the State under review"
 * is about the position, "Recommendation and recommending State" holds the text, and what somebody wrote
 * about carrying recommendations out is none of it. */
static const Word header_words[] = {
  { "assessment", SUIVI_TABLE_FIELD_IGNORE },
  { "evaluation", SUIVI_TABLE_FIELD_IGNORE },
  { "evaluacion", SUIVI_TABLE_FIELD_IGNORE },
  { "comment", SUIVI_TABLE_FIELD_IGNORE },
  { "comentario", SUIVI_TABLE_FIELD_IGNORE },
  { "remark", SUIVI_TABLE_FIELD_IGNORE },
  { "observacion", SUIVI_TABLE_FIELD_IGNORE },
  { "observation", SUIVI_TABLE_FIELD_IGNORE },
  { "implement", SUIVI_TABLE_FIELD_IGNORE },
  { "mise en", SUIVI_TABLE_FIELD_IGNORE },
  { "aplicacion", SUIVI_TABLE_FIELD_IGNORE },
  { "follow up", SUIVI_TABLE_FIELD_IGNORE },
  { "seguimiento", SUIVI_TABLE_FIELD_IGNORE },
  { "suivi", SUIVI_TABLE_FIELD_IGNORE },
  { "date", SUIVI_TABLE_FIELD_IGNORE },
  { "fecha", SUIVI_TABLE_FIELD_IGNORE },
  { "region", SUIVI_TABLE_FIELD_IGNORE },
  { "groupe region", SUIVI_TABLE_FIELD_IGNORE },
  { "grupo region", SUIVI_TABLE_FIELD_IGNORE },
  { "rgrp", SUIVI_TABLE_FIELD_IGNORE },
  { "responsib", SUIVI_TABLE_FIELD_IGNORE },
  { "source of position", SUIVI_TABLE_FIELD_POSITION_SOURCE },
  { "position", SUIVI_TABLE_FIELD_POSITION },
  { "posicion", SUIVI_TABLE_FIELD_POSITION },
  { "response", SUIVI_TABLE_FIELD_POSITION },
  { "reponse", SUIVI_TABLE_FIELD_POSITION },
  { "respuesta", SUIVI_TABLE_FIELD_POSITION },
  { "recommendation no", SUIVI_TABLE_FIELD_NUMBER },
  { "recommendation n ", SUIVI_TABLE_FIELD_NUMBER },
  { "recommendation id", SUIVI_TABLE_FIELD_NUMBER },
  { "recommendation ref", SUIVI_TABLE_FIELD_NUMBER },
  { "number of recommendation", SUIVI_TABLE_FIELD_NUMBER },
  { "number of the recommendation", SUIVI_TABLE_FIELD_NUMBER },
  { "recommendation number", SUIVI_TABLE_FIELD_NUMBER },
  { "no de la recommandation", SUIVI_TABLE_FIELD_NUMBER },
  { "n de la recommandation", SUIVI_TABLE_FIELD_NUMBER },
  { "no de recommandation", SUIVI_TABLE_FIELD_NUMBER },
  { "n de recommandation", SUIVI_TABLE_FIELD_NUMBER },
  { "numero", SUIVI_TABLE_FIELD_NUMBER },
  { "no de la recomendacion", SUIVI_TABLE_FIELD_NUMBER },
  { "n de la recomendacion", SUIVI_TABLE_FIELD_NUMBER },
  { "no de recomendacion", SUIVI_TABLE_FIELD_NUMBER },
  { "n de recomendacion", SUIVI_TABLE_FIELD_NUMBER },
  { "recommendation", SUIVI_TABLE_FIELD_TEXT },
  { "recommandation", SUIVI_TABLE_FIELD_TEXT },
  { "recomendacion", SUIVI_TABLE_FIELD_TEXT },
  { "under review", SUIVI_TABLE_FIELD_REVIEWED_STATE },
  { "reviewed", SUIVI_TABLE_FIELD_REVIEWED_STATE },
  { "etat examine", SUIVI_TABLE_FIELD_REVIEWED_STATE },
  { "pays examine", SUIVI_TABLE_FIELD_REVIEWED_STATE },
  { "etat faisant l objet", SUIVI_TABLE_FIELD_REVIEWED_STATE },
  { "etat concerne", SUIVI_TABLE_FIELD_REVIEWED_STATE },
  { "pays concerne", SUIVI_TABLE_FIELD_REVIEWED_STATE },
  { "countries concerned", SUIVI_TABLE_FIELD_REVIEWED_STATE },
  { "country concerned", SUIVI_TABLE_FIELD_REVIEWED_STATE },
  { "state concerned", SUIVI_TABLE_FIELD_REVIEWED_STATE },
  { "estado examinado", SUIVI_TABLE_FIELD_REVIEWED_STATE },
  { "pais examinado", SUIVI_TABLE_FIELD_REVIEWED_STATE },
  { "estado objeto de", SUIVI_TABLE_FIELD_REVIEWED_STATE },
  { "estado bajo examen", SUIVI_TABLE_FIELD_REVIEWED_STATE },
  { "recommending", SUIVI_TABLE_FIELD_STATES },
  { "reccomending", SUIVI_TABLE_FIELD_STATES },
  { "recommandant", SUIVI_TABLE_FIELD_STATES },
  { "recomendante", SUIVI_TABLE_FIELD_STATES },
  { "etat auteur", SUIVI_TABLE_FIELD_STATES },
  { "etats auteurs", SUIVI_TABLE_FIELD_STATES },
  { "theme", SUIVI_TABLE_FIELD_THEMES },
  { "thematic", SUIVI_TABLE_FIELD_THEMES },
  { "thematique", SUIVI_TABLE_FIELD_THEMES },
  { "tema", SUIVI_TABLE_FIELD_THEMES },
  { "right", SUIVI_TABLE_FIELD_THEMES },
  { "droit", SUIVI_TABLE_FIELD_THEMES },
  { "derecho", SUIVI_TABLE_FIELD_THEMES },
  { "affected person", SUIVI_TABLE_FIELD_GROUPS },
  { "persons affected", SUIVI_TABLE_FIELD_GROUPS },
  { "groups of person", SUIVI_TABLE_FIELD_GROUPS },
  { "group of person", SUIVI_TABLE_FIELD_GROUPS },
  { "groupes de personnes", SUIVI_TABLE_FIELD_GROUPS },
  { "personnes concernees", SUIVI_TABLE_FIELD_GROUPS },
  { "grupos de personas", SUIVI_TABLE_FIELD_GROUPS },
  { "personas afectadas", SUIVI_TABLE_FIELD_GROUPS },
  { "sdg", SUIVI_TABLE_FIELD_SDGS },
  { "odd ", SUIVI_TABLE_FIELD_SDGS },
  { "ods ", SUIVI_TABLE_FIELD_SDGS },
  { "sustainable development", SUIVI_TABLE_FIELD_SDGS },
  { "developpement durable", SUIVI_TABLE_FIELD_SDGS },
  { "desarrollo sostenible", SUIVI_TABLE_FIELD_SDGS },
  { "session", SUIVI_TABLE_FIELD_SESSION },
  { "sesion", SUIVI_TABLE_FIELD_SESSION },
  { "cycle", SUIVI_TABLE_FIELD_CYCLE },
  { "ciclo", SUIVI_TABLE_FIELD_CYCLE },
  { "symbol", SUIVI_TABLE_FIELD_SYMBOL },
  { "simbolo", SUIVI_TABLE_FIELD_SYMBOL },
  { "action categor", SUIVI_TABLE_FIELD_CATEGORY },
  { "categor", SUIVI_TABLE_FIELD_CATEGORY },
  { "issue", SUIVI_TABLE_FIELD_ISSUES },
  { "child", SUIVI_TABLE_FIELD_CHILDREN },
};

/* What core/review/position.h does not know: French and Spanish. */
static const Word positions[] = {
  { "accepte", SUIVI_POSITION_SUPPORTED },
  { "acceptes", SUIVI_POSITION_SUPPORTED },
  { "appuye", SUIVI_POSITION_SUPPORTED },
  { "soutenu", SUIVI_POSITION_SUPPORTED },
  { "approuvee", SUIVI_POSITION_SUPPORTED },
  { "aceptado", SUIVI_POSITION_SUPPORTED },
  { "aceptadas", SUIVI_POSITION_SUPPORTED },
  { "apoyado", SUIVI_POSITION_SUPPORTED },
  { "apoyadas", SUIVI_POSITION_SUPPORTED },
  { "acceptee", SUIVI_POSITION_SUPPORTED },
  { "acceptees", SUIVI_POSITION_SUPPORTED },
  { "appuyee", SUIVI_POSITION_SUPPORTED },
  { "appuyees", SUIVI_POSITION_SUPPORTED },
  { "soutenue", SUIVI_POSITION_SUPPORTED },
  { "soutenues", SUIVI_POSITION_SUPPORTED },
  { "recueille l appui", SUIVI_POSITION_SUPPORTED },
  { "recueille le soutien", SUIVI_POSITION_SUPPORTED },
  { "aceptada", SUIVI_POSITION_SUPPORTED },
  { "apoyada", SUIVI_POSITION_SUPPORTED },
  { "cuenta con el apoyo", SUIVI_POSITION_SUPPORTED },
  { "goza del apoyo", SUIVI_POSITION_SUPPORTED },
  { "note", SUIVI_POSITION_NOTED },
  { "notes", SUIVI_POSITION_NOTED },
  { "anotado", SUIVI_POSITION_NOTED },
  { "anotadas", SUIVI_POSITION_NOTED },
  { "prise en consideration", SUIVI_POSITION_NOTED },
  { "non acceptees", SUIVI_POSITION_NOTED },
  { "non appuyees", SUIVI_POSITION_NOTED },
  { "rejetees", SUIVI_POSITION_NOTED },
  { "notee", SUIVI_POSITION_NOTED },
  { "notees", SUIVI_POSITION_NOTED },
  { "prise en note", SUIVI_POSITION_NOTED },
  { "pris note", SUIVI_POSITION_NOTED },
  { "prend note", SUIVI_POSITION_NOTED },
  { "non acceptee", SUIVI_POSITION_NOTED },
  { "non appuyee", SUIVI_POSITION_NOTED },
  { "rejetee", SUIVI_POSITION_NOTED },
  { "refusee", SUIVI_POSITION_NOTED },
  { "anotada", SUIVI_POSITION_NOTED },
  { "tomada nota", SUIVI_POSITION_NOTED },
  { "se tomo nota", SUIVI_POSITION_NOTED },
  { "se toma nota", SUIVI_POSITION_NOTED },
  { "no aceptada", SUIVI_POSITION_NOTED },
  { "no apoyada", SUIVI_POSITION_NOTED },
  { "rechazada", SUIVI_POSITION_NOTED },
  { "partiellement acceptee", SUIVI_POSITION_PART },
  { "partiellement appuyee", SUIVI_POSITION_PART },
  { "partiellement soutenue", SUIVI_POSITION_PART },
  { "acceptee en partie", SUIVI_POSITION_PART },
  { "acceptee partiellement", SUIVI_POSITION_PART },
  { "parcialmente aceptada", SUIVI_POSITION_PART },
  { "parcialmente apoyada", SUIVI_POSITION_PART },
  { "aceptada parcialmente", SUIVI_POSITION_PART },
  { "aceptada en parte", SUIVI_POSITION_PART },
  { "en attente", SUIVI_POSITION_PENDING },
  { "a l examen", SUIVI_POSITION_PENDING },
  { "pendiente", SUIVI_POSITION_PENDING },
  { "en examen", SUIVI_POSITION_PENDING },
  { "engagement volontaire", SUIVI_POSITION_COMMITMENT },
  { "compromiso voluntario", SUIVI_POSITION_COMMITMENT },
  { "promesa voluntaria", SUIVI_POSITION_COMMITMENT },
};

/* UPR Info's five action categories without their number. */
static const Word categories[] = {
  { "minimal", 1 },         { "minimal action", 1 },     { "accion minima", 1 },
  { "continuing", 2 },      { "continuing action", 2 },  { "continue", 2 },
  { "considering", 3 },     { "considering action", 3 }, { "consider", 3 },
  { "general", 4 },         { "general action", 4 },     { "generale", 4 },
  { "action generale", 4 }, { "accion general", 4 },     { "specific", 5 },
  { "specific action", 5 }, { "specifique", 5 },         { "action specifique", 5 },
  { "especifica", 5 },      { "accion especifica", 5 },
};

static const Word truths[] = {
  { "yes", TRUE },       { "y", TRUE },     { "true", TRUE },   { "x", TRUE },      { "1", TRUE },
  { "oui", TRUE },       { "o", TRUE },     { "vrai", TRUE },   { "si", TRUE },     { "s", TRUE },
  { "verdadero", TRUE }, { "no", FALSE },   { "n", FALSE },     { "false", FALSE }, { "0", FALSE },
  { "non", FALSE },      { "faux", FALSE }, { "falso", FALSE }, { "", FALSE },
};

static const Word *
find_word (const Word *words, gsize n_words, const char *key)
{
  for (gsize i = 0; i < n_words; i++)
    {
      if (g_str_equal (words[i].key, key))
        return &words[i];
    }

  return NULL;
}

/**
 * suivi_table_words_make_key:
 * @text: (nullable): valid UTF-8
 *
 * For comparing: words without accents, case and punctuation, parted by single spaces; "#" reads "n", as in
 * "n°".
 *
 * Returns: (transfer full): the key, "" where there is no word
 */
char *
suivi_table_words_make_key (const char *text)
{
  g_autofree char *folded = suivi_text_fold (text);
  GString *key = g_string_sized_new (strlen (folded));
  gboolean space = FALSE;

  for (const char *p = folded; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = *p == '#' ? 'n' : g_utf8_get_char (p);

      if (!g_unichar_isalnum (c))
        {
          space = TRUE;
          continue;
        }
      if (space && key->len > 0)
        g_string_append_c (key, ' ');
      space = FALSE;
      g_string_append_unichar (key, c);
    }

  return g_string_free (key, FALSE);
}

/**
 * suivi_table_words_find_field:
 * @header: (nullable): the header of a column
 * @field: (out): what it means; %SUIVI_TABLE_FIELD_IGNORE if nothing that we know
 *
 * Returns: how sure that is; a header that is known to be something else ("Comments") is %SUIVI_WORD_NONE
 */
SuiviWordMatch
suivi_table_words_find_field (const char *header, SuiviTableField *field)
{
  g_autofree char *key = NULL;
  g_autofree char *padded = NULL;
  const Word *word = NULL;

  *field = SUIVI_TABLE_FIELD_IGNORE;
  if (header == NULL || strlen (header) > MAX_HEADER)
    return SUIVI_WORD_NONE;

  key = suivi_table_words_make_key (header);
  word = find_word (headers, G_N_ELEMENTS (headers), key);
  if (word != NULL)
    {
      *field = word->value;
      return SUIVI_WORD_WHOLE;
    }
  if (strlen (key) > MAX_HEADER_IN_PART)
    return SUIVI_WORD_NONE;

  padded = g_strconcat (" ", key, " ", NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (header_words); i++)
    {
      const char *found = padded;
      gsize length = strlen (header_words[i].key);

      while ((found = strchr (found, ' ')) != NULL)
        {
          found++;
          if (strncmp (found, header_words[i].key, length) == 0)
            {
              *field = header_words[i].value;
              return *field != SUIVI_TABLE_FIELD_IGNORE ? SUIVI_WORD_PART : SUIVI_WORD_NONE;
            }
        }
    }

  return SUIVI_WORD_NONE;
}

/**
 * suivi_table_words_find_position:
 * @cell: (nullable): what stands in a column of positions
 * @position: (out): set on success only
 *
 * As suivi_position_from_word(), and in French and Spanish too; a full stop or a footnote mark behind the
 * word makes no other word.
 *
 * Returns: whether the position is known
 */
gboolean
suivi_table_words_find_position (const char *cell, SuiviPosition *position)
{
  g_autofree char *decoded = suivi_text_decode_entities (cell);
  g_autofree char *lines = suivi_text_clean_lines (decoded);
  g_autofree char *key = NULL;
  const Word *word = NULL;
  gsize length = strlen (lines);
  gsize start = 0;

  /* "- Supported": one item of a list. */
  while (lines[start] == '-' || lines[start] == ' ')
    start++;
  while (length > start && strchr (" .;:*", lines[length - 1]) != NULL)
    lines[--length] = '\0';
  if (suivi_position_from_word (lines + start, position) && *position != SUIVI_POSITION_NONE)
    return TRUE;
  if (length > MAX_WORD)
    return FALSE;

  key = suivi_table_words_make_key (lines);
  word = find_word (positions, G_N_ELEMENTS (positions), key);
  if (word == NULL)
    return FALSE;

  *position = word->value;
  return TRUE;
}

/**
 * suivi_table_words_find_category:
 * @cell: what stands in a column of action categories: "5", "5 - Specific action", "Specific"
 * @category: (out): 1–5; set on success only
 *
 * Returns: whether it is one of UPR Info's five action categories
 */
gboolean
suivi_table_words_find_category (const char *cell, guint *category)
{
  g_autofree char *key = NULL;
  const Word *word = NULL;

  if (strlen (cell) > MAX_WORD)
    return FALSE;

  key = suivi_table_words_make_key (cell);
  if (key[0] >= '1' && key[0] <= '5' && (key[1] == '\0' || key[1] == ' ')
      && !g_ascii_isdigit (key[1 + (key[1] == ' ')]))
    {
      *category = key[0] - '0';
      return TRUE;
    }

  word = find_word (categories, G_N_ELEMENTS (categories), key);
  if (word == NULL)
    return FALSE;

  *category = word->value;
  return TRUE;
}

/**
 * suivi_table_words_find_truth:
 * @cell: "yes", "no", "x", empty, "oui", …
 * @truth: (out): set on success only
 *
 * Returns: whether it is a yes or a no
 */
gboolean
suivi_table_words_find_truth (const char *cell, gboolean *truth)
{
  g_autofree char *key = NULL;
  const Word *word = NULL;

  if (strlen (cell) > MAX_WORD)
    return FALSE;

  key = suivi_table_words_make_key (cell);
  word = find_word (truths, G_N_ELEMENTS (truths), key);
  if (word == NULL)
    return FALSE;

  *truth = word->value;
  return TRUE;
}

/**
 * suivi_table_words_find_integer:
 * @cell: "44", "44 - November 2023", "36th Session", "Session 44"
 * @number: (out): the first number in it, 1 to 999; set on success only
 *
 * Returns: whether there is one
 */
gboolean
suivi_table_words_find_integer (const char *cell, guint *number)
{
  gsize start = strcspn (cell, "0123456789");
  gsize digits = strspn (cell + start, "0123456789");
  guint64 value = g_ascii_strtoull (cell + start, NULL, 10);

  if (digits == 0 || digits > 3 || value == 0)
    return FALSE;

  *number = value;
  return TRUE;
}

/**
 * suivi_table_words_find_children:
 * @issue: one of UPR Info's issues, in English, French or Spanish
 *
 * Of UPR Info's issues only "Rights of the Child" is about children at its core, as the themes of
 * suivi_tags_child_focused() are; "Right to education" or "Disabilities" concern children among others.
 *
 * Returns: whether it speaks of children by name
 */
gboolean
suivi_table_words_find_children (const char *issue)
{
  static const char *const words[] = { "child", "children", "childrens", "enfant", "enfants", "enfance",
                                       "nino",  "ninos",    "ninas",     "ninez",  "infancia" };
  static const char *const beginnings[] = { "child", "enfan", "ni", "infan" };
  g_autofree char *key = NULL;
  g_auto (GStrv) found = NULL;
  gboolean is_possible = FALSE;

  /* Most issues are about something else: do not look at their words. */
  for (gsize i = 0; i < G_N_ELEMENTS (beginnings) && !is_possible; i++)
    is_possible = strcasestr (issue, beginnings[i]) != NULL;
  if (!is_possible)
    return FALSE;

  key = suivi_table_words_make_key (issue);
  found = g_strsplit (key, " ", -1);
  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    {
      if (g_strv_contains ((const char *const *) found, words[i]))
        return TRUE;
    }

  return FALSE;
}
