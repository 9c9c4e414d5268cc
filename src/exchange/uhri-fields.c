/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "core/reference/table.h"
#include "exchange/uhri-fields.h"

/* Keys of the headers of the spreadsheets and of the JSON export, in the spellings of all years ("Reccomending" is
 * UHRI's own). */
static const struct
{
  const char *key;
  SuiviUhriField field;
} names[] = {
  { "annotationid", SUIVI_UHRI_ID },
  { "ohchrannotationid", SUIVI_UHRI_ID },
  { "body", SUIVI_UHRI_BODY },
  { "reccomendingbody", SUIVI_UHRI_BODY },
  { "recommendingbody", SUIVI_UHRI_BODY },
  { "countries", SUIVI_UHRI_COUNTRIES },
  { "countriesconcerned", SUIVI_UHRI_COUNTRIES },
  { "country", SUIVI_UHRI_COUNTRIES },
  { "countryconcerned", SUIVI_UHRI_COUNTRIES },
  { "documentsymbol", SUIVI_UHRI_SYMBOL },
  { "symbol", SUIVI_UHRI_SYMBOL },
  { "documentpublicationdate", SUIVI_UHRI_DATE },
  { "publicationdate", SUIVI_UHRI_DATE },
  { "uprsession", SUIVI_UHRI_SESSION },
  { "uprsessions", SUIVI_UHRI_SESSION },
  { "uprcycle", SUIVI_UHRI_CYCLE },
  { "uprcycles", SUIVI_UHRI_CYCLE },
  { "text", SUIVI_UHRI_TEXT },
  { "annotationtext", SUIVI_UHRI_TEXT },
  { "uprreccomendingcountries", SUIVI_UHRI_STATES },
  { "uprreccomendingcountry", SUIVI_UHRI_STATES },
  { "uprreccomendingstate", SUIVI_UHRI_STATES },
  { "uprreccomendingstates", SUIVI_UHRI_STATES },
  { "uprrecommendingcountries", SUIVI_UHRI_STATES },
  { "uprrecommendingcountry", SUIVI_UHRI_STATES },
  { "uprrecommendingstate", SUIVI_UHRI_STATES },
  { "uprrecommendingstates", SUIVI_UHRI_STATES },
  { "uprposition", SUIVI_UHRI_POSITION },
  { "uprpositions", SUIVI_UHRI_POSITION },
  { "theme", SUIVI_UHRI_THEMES },
  { "themes", SUIVI_UHRI_THEMES },
  { "affectedperson", SUIVI_UHRI_GROUPS },
  { "affectedpersons", SUIVI_UHRI_GROUPS },
  { "sdg", SUIVI_UHRI_SDGS },
  { "sdgs", SUIVI_UHRI_SDGS },
};

/* No name of a field is longer; what is much longer is not worth folding. */
#define MAX_HEADER 200

/**
 * suivi_uhri_field_from_header:
 * @header: a header of a spreadsheet or a key of the JSON export, valid UTF-8
 * @field: (out): set on success only
 *
 * Case, spaces and punctuation make no difference; both spellings of "recommending" are known.
 *
 * Returns: whether it is one of the fields
 */
gboolean
suivi_uhri_field_from_header (const char *header, SuiviUhriField *field)
{
  g_autofree char *key = NULL;

  if (strlen (header) > MAX_HEADER)
    return FALSE;

  key = suivi_table_make_key (header);
  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      if (g_str_equal (names[i].key, key))
        {
          *field = names[i].field;
          return TRUE;
        }
    }

  return FALSE;
}

/**
 * suivi_uhri_fields_are_enough:
 * @fields: those that a file has
 *
 * A text column and a symbol are in many tables: what makes an export of UHRI is the body that speaks or UHRI's own
 * key, with the countries that it is about.
 *
 * Returns: whether a file with these fields is an export of UHRI
 */
gboolean
suivi_uhri_fields_are_enough (SuiviUhriFields fields)
{
  SuiviUhriFields all = SUIVI_UHRI_FIELD_BIT (SUIVI_UHRI_TEXT) | SUIVI_UHRI_FIELD_BIT (SUIVI_UHRI_COUNTRIES);
  SuiviUhriFields one = SUIVI_UHRI_FIELD_BIT (SUIVI_UHRI_ID) | SUIVI_UHRI_FIELD_BIT (SUIVI_UHRI_BODY);

  return (fields & all) == all && (fields & one) != 0;
}
