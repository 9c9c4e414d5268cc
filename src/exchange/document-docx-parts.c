/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What every Word document has besides its text: its styles, and what ties its parts together. */

#include "config.h"

#include "exchange/document-docx-private.h"

#define DECLARATION "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
#define MAIN_NS     "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
#define RELATIONS   "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
#define PACKAGE     "http://schemas.openxmlformats.org/package/2006"
#define WORD_TYPE   "application/vnd.openxmlformats-officedocument.wordprocessingml."

static const char content_types[] = DECLARATION
  "<Types xmlns=\"" PACKAGE "/content-types\">"
  "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
  "<Default Extension=\"png\" ContentType=\"image/png\"/>"
  "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
  "<Override PartName=\"/word/document.xml\" ContentType=\"" WORD_TYPE "document.main+xml\"/>"
  "<Override PartName=\"/word/styles.xml\" ContentType=\"" WORD_TYPE "styles+xml\"/>"
  "<Override PartName=\"/word/settings.xml\" ContentType=\"" WORD_TYPE "settings+xml\"/>"
  "<Override PartName=\"/word/numbering.xml\" ContentType=\"" WORD_TYPE "numbering+xml\"/>"
  "<Override PartName=\"/word/footer1.xml\" ContentType=\"" WORD_TYPE "footer+xml\"/>"
  "<Override PartName=\"/docProps/core.xml\""
  " ContentType=\"application/vnd.openxmlformats-package.core-properties+xml\"/>"
  "<Override PartName=\"/docProps/app.xml\""
  " ContentType=\"application/vnd.openxmlformats-officedocument.extended-properties+xml\"/>";

static const char header_type[]
  = "<Override PartName=\"/word/header1.xml\" ContentType=\"" WORD_TYPE "header+xml\"/>";

const char suivi_docx_package_relations[] = DECLARATION
  "<Relationships xmlns=\"" PACKAGE "/relationships\">"
  "<Relationship Id=\"rId1\" Type=\"" RELATIONS "/officeDocument\" Target=\"word/document.xml\"/>"
  "<Relationship Id=\"rId2\" Type=\"" PACKAGE "/relationships/metadata/core-properties\""
  " Target=\"docProps/core.xml\"/>"
  "<Relationship Id=\"rId3\" Type=\"" RELATIONS "/extended-properties\" Target=\"docProps/app.xml\"/>"
  "</Relationships>";

const char suivi_docx_app_properties[] = DECLARATION
  "<Properties xmlns=\"http://schemas.openxmlformats.org/officeDocument/2006/extended-properties\">"
  "<Application>Suivi</Application></Properties>";

/* The numbers of pages in a table of contents are worked out by Word, which offers to do so when it opens the file. */
static const char update_fields[] = "<w:updateFields w:val=\"true\"/>";

static const char settings_head[] = DECLARATION "<w:settings xmlns:w=\"" MAIN_NS "\">";

/* As Word has it since 2013: else it opens the file in a mode for old ones. */
static const char settings_tail[] = "<w:compat><w:compatSetting w:name=\"compatibilityMode\" "
                                    "w:uri=\"http://schemas.microsoft.com/office/word\""
                                    " w:val=\"15\"/></w:compat></w:settings>";

const char suivi_docx_numbering[] = DECLARATION
  "<w:numbering xmlns:w=\"" MAIN_NS "\"><w:abstractNum w:abstractNumId=\"0\">"
  "<w:multiLevelType w:val=\"singleLevel\"/>"
  "<w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/><w:numFmt w:val=\"bullet\"/><w:lvlText w:val=\"•\"/>"
  "<w:lvlJc w:val=\"left\"/><w:pPr><w:ind w:left=\"284\" w:hanging=\"284\"/></w:pPr></w:lvl>"
  "</w:abstractNum><w:abstractNum w:abstractNumId=\"1\">"
  "<w:multiLevelType w:val=\"singleLevel\"/>"
  "<w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/><w:numFmt w:val=\"decimal\"/><w:lvlText w:val=\"%1.\"/>"
  "<w:lvlJc w:val=\"left\"/><w:pPr><w:ind w:left=\"510\" w:hanging=\"510\"/></w:pPr></w:lvl>"
  "</w:abstractNum><w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num>"
  "<w:num w:numId=\"2\"><w:abstractNumId w:val=\"1\"/></w:num></w:numbering>";

/* Colours as in our other documents: for headings, and for what is only said by the way. */
#define DARK  "263D4F"
#define QUIET "5F6368"
#define INK   NULL

/* A style of paragraphs. Sizes in half points, distances in twentieths of a point, lines in 240ths of one. */
typedef struct
{
  const char *id;
  const char *name;
  const char *next;
  const char *ink; /* NULL: that of what it stands in */
  guint size;
  gboolean bold;
  guint before;
  guint after;
  guint line;
  const char *head; /* what else the paragraph has: in the format, it stands before its distances */
  const char *tail; /* or behind them */
} Style;

#define KEEP_NEXT   "<w:keepNext/>"
#define KEEP_LINES  "<w:keepLines/>"
#define KEEP_WHOLE  "<w:keepNext/><w:keepLines/>"
#define BAR         "<w:pBdr><w:left w:val=\"single\" w:sz=\"24\" w:space=\"10\" w:color=\"" DARK "\"/></w:pBdr>"
#define BULLET      "<w:numPr><w:numId w:val=\"1\"/></w:numPr>"
#define DECIMAL     "<w:numPr><w:numId w:val=\"2\"/></w:numPr>"
#define CENTRED     "<w:jc w:val=\"center\"/>"
#define UNDERLINE   "<w:pBdr><w:bottom w:val=\"single\" w:sz=\"4\" w:space=\"4\" w:color=\"D5DADF\"/></w:pBdr>"
#define DOTS_TO_END "<w:tabs><w:tab w:val=\"right\" w:leader=\"dot\" w:pos=\"9412\"/></w:tabs>"
#define HANGING     "<w:ind w:left=\"567\" w:hanging=\"567\"/>"
#define TAB_AT_END  "<w:tabs><w:tab w:val=\"right\" w:pos=\"9412\"/></w:tabs>"
#define LINE_TO_END "<w:tabs><w:tab w:val=\"right\" w:leader=\"underscore\" w:pos=\"9412\"/></w:tabs>"
#define INDENT      "<w:ind w:left=\"284\"/>"
#define OUTLINE(n)  "<w:outlineLvl w:val=\"" #n "\"/>"
#define NORMAL_SIZE 21
#define LARGE_SIZE  28 /* from here on, print counts as large */
#define SINGLE      264
#define LOOSE       288

static const Style styles[] = {
  { "Title", "Title", "Subtitle", DARK, 46, TRUE, 0, 60, SINGLE, KEEP_NEXT, "" },
  { "Subtitle", "Subtitle", "Normal", QUIET, 23, FALSE, 0, 160, SINGLE, "", "" },
  { "Heading1", "heading 1", "Normal", DARK, 34, TRUE, 440, 100, SINGLE, KEEP_WHOLE, OUTLINE (0) },
  { "Heading2", "heading 2", "Normal", DARK, 26, TRUE, 320, 120, SINGLE, KEEP_WHOLE, OUTLINE (1) },
  { "Heading3", "heading 3", "Normal", DARK, 21, TRUE, 180, 60, SINGLE, KEEP_WHOLE, OUTLINE (2) },
  { "DraftWording", "Draft wording", "Normal", INK, 29, FALSE, 40, 180, LOOSE, BAR, INDENT },
  { "DraftTranslation", "Draft translation", "Normal", INK, 24, FALSE, 0, 120, LOOSE, "", INDENT },
  { "Note", "Note", "Normal", QUIET, 19, FALSE, 60, 40, SINGLE, KEEP_NEXT, "" },
  { "ListBullet", "List Bullet", "ListBullet", INK, 21, FALSE, 0, 60, SINGLE, BULLET, "" },
  { "TableText", "Table text", "TableText", INK, 20, FALSE, 40, 40, SINGLE, "", "" },
  { "Footer", "footer", "Footer", QUIET, 17, FALSE, 0, 0, SINGLE, TAB_AT_END, "" },
};

/* Styles that stand in a document only if it uses them, and the pieces that do. */
static const struct
{
  SuiviBlockKind kind;
  Style style;
} further_styles[] = {
  { SUIVI_BLOCK_DETAIL, { "Detail", "Detail", "Normal", QUIET, 19, FALSE, 0, 80, SINGLE, "", INDENT } },
  { SUIVI_BLOCK_HEADER_ROW,
    { "TableHead", "Table head", "TableText", INK, 17, FALSE, 40, 40, SINGLE, KEEP_NEXT, "" } },
  { SUIVI_BLOCK_QUOTE, { "Quote", "Quote", "Normal", INK, 22, FALSE, 80, 40, LOOSE, BAR, INDENT } },
  { SUIVI_BLOCK_LINE,
    { "FormLine", "Form line", "FormLine", INK, 21, FALSE, 160, 60, SINGLE, LINE_TO_END, "" } },
  { SUIVI_BLOCK_NUMBERED,
    { "ListNumber", "List Number", "ListNumber", INK, 21, FALSE, 40, 100, SINGLE, DECIMAL, "" } },
  { SUIVI_BLOCK_SIGN, { "Sign", "Sign", "Normal", INK, 21, FALSE, 60, 60, SINGLE, "", "" } },
  { SUIVI_BLOCK_SIGN,
    { "LargeSign", "Large sign", "Normal", INK, 32, FALSE, 120, 200, SINGLE, KEEP_NEXT, CENTRED } },
  { SUIVI_BLOCK_CAPTION, { "Caption", "caption", "Normal", DARK, 19, TRUE, 240, 80, SINGLE, KEEP_NEXT, "" } },
  { SUIVI_BLOCK_REFERENCE,
    { "Bibliography", "Bibliography", "Bibliography", INK, 20, FALSE, 0, 100, SINGLE, KEEP_LINES, HANGING } },
  { SUIVI_BLOCK_CONTENTS,
    { "TOCHeading", "TOC Heading", "Normal", DARK, 34, TRUE, 0, 160, SINGLE, KEEP_WHOLE, "" } },
  { SUIVI_BLOCK_CONTENTS, { "TOC1", "toc 1", "Normal", INK, 22, TRUE, 140, 40, SINGLE, DOTS_TO_END, "" } },
  { SUIVI_BLOCK_CONTENTS, { "TOC2", "toc 2", "Normal", INK, 21, FALSE, 0, 40, SINGLE, DOTS_TO_END, INDENT } },
};

static const Style header_style
  = { "Header", "header", "Header", QUIET, 17, FALSE, 0, 0, SINGLE, UNDERLINE, "" };

/* On a cover, the title stands in the middle of the page. They take the place of the first two styles. */
static const Style cover_styles[] = {
  { "Title", "Title", "Subtitle", DARK, 64, TRUE, 4200, 160, SINGLE, KEEP_NEXT, "" },
  { "Subtitle", "Subtitle", "Normal", QUIET, 30, FALSE, 0, 280, SINGLE, "", "" },
};

/* The paragraph that has to stand behind a bar, and takes no room. */
static const char bar_style[]
  = "<w:style w:type=\"paragraph\" w:styleId=\"Bar\"><w:name w:val=\"Bar\"/><w:basedOn w:val=\"Normal\"/>"
    "<w:pPr><w:spacing w:before=\"0\" w:after=\"0\" w:line=\"60\" w:lineRule=\"exact\"/></w:pPr>"
    "<w:rPr><w:sz w:val=\"2\"/><w:szCs w:val=\"2\"/></w:rPr></w:style>";

static const char styles_head[]
  = DECLARATION "<w:styles xmlns:w=\"" MAIN_NS "\"><w:docDefaults><w:rPrDefault><w:rPr>"
                "<w:rFonts w:ascii=\"Calibri\" w:hAnsi=\"Calibri\" w:eastAsia=\"Calibri\" w:cs=\"Arial\"/>";

static const char styles_middle[]
  = "</w:rPr></w:rPrDefault><w:pPrDefault><w:pPr>"
    "<w:widowControl/><w:spacing w:after=\"80\" w:line=\"264\" "
    "w:lineRule=\"auto\"/></w:pPr></w:pPrDefault></w:docDefaults>"
    "<w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"Normal\">"
    "<w:name w:val=\"Normal\"/><w:qFormat/></w:style>"
    "<w:style w:type=\"character\" w:default=\"1\" w:styleId=\"DefaultParagraphFont\">"
    "<w:name w:val=\"Default Paragraph Font\"/></w:style>"
    "<w:style w:type=\"table\" w:default=\"1\" w:styleId=\"TableNormal\"><w:name w:val=\"Normal Table\"/>"
    "<w:tblPr><w:tblInd w:w=\"0\" w:type=\"dxa\"/><w:tblCellMar><w:left w:w=\"108\" w:type=\"dxa\"/>"
    "<w:right w:w=\"108\" w:type=\"dxa\"/></w:tblCellMar></w:tblPr></w:style>";

static const char styles_tail[]
  = "<w:style w:type=\"character\" w:styleId=\"Strong\"><w:name w:val=\"Strong\"/><w:qFormat/>"
    "<w:rPr><w:b/><w:bCs/></w:rPr></w:style>"
    "<w:style w:type=\"character\" w:styleId=\"Hyperlink\"><w:name w:val=\"Hyperlink\"/>"
    "<w:rPr><w:color w:val=\"0B5394\"/><w:u w:val=\"single\"/></w:rPr></w:style>"
    "<w:style w:type=\"table\" w:styleId=\"CriteriaTable\"><w:name w:val=\"Criteria table\"/>"
    "<w:basedOn w:val=\"TableNormal\"/><w:tblPr><w:tblBorders>"
    "<w:bottom w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"D5DADF\"/>"
    "<w:insideH w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"D5DADF\"/></w:tblBorders></w:tblPr>"
    "<w:tblStylePr w:type=\"firstRow\"><w:rPr><w:b/><w:bCs/><w:color w:val=\"" DARK "\"/></w:rPr>"
    "<w:tcPr><w:shd w:val=\"clear\" w:color=\"auto\" w:fill=\"EEF2F5\"/></w:tcPr></w:tblStylePr>"
    "<w:tblStylePr w:type=\"firstCol\"><w:rPr><w:b/><w:bCs/></w:rPr></w:tblStylePr></w:style></w:styles>";

/* Half points. Large print is for those who read it, not for tables, which have no room for it. */
static guint
get_size (const SuiviDocument *document, const Style *style)
{
  guint least = document->least_size * 2;

  if (least <= NORMAL_SIZE || g_str_has_prefix (style->id, "Table"))
    return style->size;

  if (g_str_equal (style->id, "Footer") || g_str_equal (style->id, "Header"))
    return MIN (least, LARGE_SIZE);

  return MAX (style->size * least / NORMAL_SIZE, least);
}

static void
append_style (GString *out, const SuiviDocument *document, const Style *style)
{
  const guint size = get_size (document, style);

  g_string_append_printf (out,
                          "<w:style w:type=\"paragraph\" w:styleId=\"%s\"><w:name w:val=\"%s\"/>"
                          "<w:basedOn w:val=\"Normal\"/><w:next w:val=\"%s\"/><w:qFormat/>",
                          style->id, style->name, style->next);
  g_string_append_printf (out,
                          "<w:pPr>%s<w:spacing w:before=\"%u\" w:after=\"%u\" w:line=\"%u\""
                          " w:lineRule=\"auto\"/>%s</w:pPr>",
                          style->head, style->before, style->after, style->line, style->tail);
  g_string_append (out, "<w:rPr>");
  if (style->bold)
    g_string_append (out, "<w:b/><w:bCs/>");
  if (style->ink != NULL)
    g_string_append_printf (out, "<w:color w:val=\"%s\"/>", style->ink);
  g_string_append_printf (out, "<w:sz w:val=\"%u\"/><w:szCs w:val=\"%u\"/></w:rPr></w:style>", size, size);
}

static gboolean
has_bar (const SuiviDocument *document)
{
  for (guint i = 0; i < document->blocks->len; i++)
    {
      if (((const SuiviBlock *) g_ptr_array_index (document->blocks, i))->bar != NULL)
        return TRUE;
    }

  return FALSE;
}

/**
 * suivi_docx_has_block:
 *
 * Returns: whether the document has such a piece
 */
gboolean
suivi_docx_has_block (const SuiviDocument *document, SuiviBlockKind kind)
{
  for (guint i = 0; i < document->blocks->len; i++)
    {
      if (((const SuiviBlock *) g_ptr_array_index (document->blocks, i))->kind == kind)
        return TRUE;
    }

  return FALSE;
}

/* Tables and figures have captions of one style. */
static gboolean
uses_style (const SuiviDocument *document, SuiviBlockKind kind)
{
  return suivi_docx_has_block (document, kind)
         || (kind == SUIVI_BLOCK_CAPTION && suivi_docx_has_block (document, SUIVI_BLOCK_FIGURE));
}

/**
 * suivi_docx_settings:
 *
 * Returns: (transfer full): the part with the settings
 */
char *
suivi_docx_settings (const SuiviDocument *document)
{
  return g_strconcat (settings_head,
                      suivi_docx_has_block (document, SUIVI_BLOCK_CONTENTS) ? update_fields : "",
                      settings_tail, NULL);
}

/**
 * suivi_docx_content_types:
 *
 * Returns: (transfer full): the part that says what each part is
 */
char *
suivi_docx_content_types (const SuiviDocument *document)
{
  return g_strconcat (content_types, document->running != NULL ? header_type : "", "</Types>", NULL);
}

/**
 * suivi_docx_styles:
 * @language: the language of the labels, as suivi_docx_language_tag() gives it
 *
 * Returns: (transfer full): the part with the styles
 */
char *
suivi_docx_styles (const SuiviDocument *document, const char *language)
{
  const guint normal = MAX (NORMAL_SIZE, (guint) (document->least_size * 2));
  GString *out = g_string_new (styles_head);

  g_string_append_printf (out, "<w:sz w:val=\"%u\"/><w:szCs w:val=\"%u\"/>", normal, normal);
  g_string_append_printf (out, "<w:lang w:val=\"%s\" w:eastAsia=\"zh-CN\" w:bidi=\"ar-SA\"/>", language);
  g_string_append (out, styles_middle);
  for (gsize i = 0; i < G_N_ELEMENTS (styles); i++)
    append_style (out, document,
                  document->has_cover && i < G_N_ELEMENTS (cover_styles) ? &cover_styles[i] : &styles[i]);
  for (gsize i = 0; i < G_N_ELEMENTS (further_styles); i++)
    {
      if (uses_style (document, further_styles[i].kind))
        append_style (out, document, &further_styles[i].style);
    }
  if (document->running != NULL)
    append_style (out, document, &header_style);
  if (has_bar (document))
    g_string_append (out, bar_style);
  g_string_append (out, styles_tail);

  return g_string_free (out, FALSE);
}

/**
 * suivi_docx_language_tag:
 * @code: code of a language: "fr"
 *
 * Word checks spelling only where it knows the country, too: a frequent one stands for it.
 *
 * Returns: (transfer full): how Word writes the language: "fr-FR"; "en-GB" if @code is none
 */
char *
suivi_docx_language_tag (const char *code)
{
  static const char *const tags[]
    = { "ar-SA", "bn-BD", "de-DE", "en-GB", "es-ES", "fa-IR", "fr-FR", "hi-IN", "id-ID",
        "it-IT", "ja-JP", "km-KH", "ko-KR", "mn-MN", "my-MM", "ne-NP", "pt-PT", "ro-RO",
        "ru-RU", "sl-SI", "sw-KE", "th-TH", "tr-TR", "uk-UA", "ur-PK", "vi-VN", "zh-CN" };
  gsize length = strlen (code);

  for (gsize i = 0; length == 2 && i < G_N_ELEMENTS (tags); i++)
    {
      if (g_ascii_strncasecmp (tags[i], code, 2) == 0)
        return g_strdup (tags[i]);
    }
  if (length < 2 || length > 20
      || strspn (code, "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-") != length)
    return g_strdup ("en-GB");

  return g_strdup (code);
}
