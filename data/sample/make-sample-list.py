#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes sample-list.docx from sample-list.tsv, in the layout of the official thematic lists of 2025.

The State, the recommendations and the document symbol are invented. The same input gives the same bytes, as long
as the same zlib packs them.

usage: make-sample-list.py [OUTPUT.docx]
"""

import csv
import pathlib
import sys
import zipfile
from xml.sax.saxutils import escape

FOLDER = pathlib.Path(__file__).resolve().parent
SYMBOL = 'A/HRC/999/99/Add.1'
# Split over runs, as Word does it in the official files.
HEADER = ['UPR of Alvera ', '(4th Cycle - 4', '8', 'th Session)', '\t', 'Thematic list of recommendations*']
COLUMNS = [
    ('Recommendation and recommending State', 4435),
    ('Position of the State under review', 1134),
    ('Human rights themes and groups of persons', 5017),
    ('Relevant SDGs', 4592),
]
GOALS = {
    '1': 'NO POVERTY', '2': 'ZERO HUNGER', '3': 'GOOD HEALTH AND WELL-BEING', '4': 'QUALITY EDUCATION',
    '5': 'GENDER EQUALITY', '6': 'CLEAN WATER AND SANITATION', '7': 'AFFORDABLE AND CLEAN ENERGY',
    '8': 'DECENT WORK AND ECONOMIC GROWTH', '9': 'INDUSTRY, INNOVATION AND INFRASTRUCTURE',
    '10': 'REDUCED INEQUALITIES', '11': 'SUSTAINABLE CITIES AND COMMUNITIES',
    '12': 'RESPONSIBLE CONSUMPTION AND PRODUCTION', '13': 'CLIMATE ACTION', '14': 'LIFE BELOW WATER',
    '15': 'LIFE ON LAND', '16': 'PEACE, JUSTICE AND STRONG INSTITUTIONS', '17': 'PARTNERSHIPS FOR THE GOALS',
}
NAMESPACES = ('xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
              'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"')
DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


def run(text, bold=False):
    properties = '<w:rPr><w:b/><w:sz w:val="20"/></w:rPr>' if bold else '<w:rPr><w:sz w:val="20"/></w:rPr>'
    if text == '\t':
        return f'<w:r>{properties}<w:tab/></w:r>'
    return f'<w:r>{properties}<w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def paragraph(*runs):
    return ('<w:p><w:pPr><w:spacing w:before="40" w:after="40" w:line="240" w:lineRule="auto"/></w:pPr>'
            + ''.join(runs) + '</w:p>')


def cell(width, *paragraphs, span=1):
    grid = ''
    if span > 1:
        grid = f'<w:gridSpan w:val="{span}"/><w:shd w:val="clear" w:color="auto" w:fill="C6D9F1"/>'
    return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{grid}</w:tcPr>' + ''.join(paragraphs) + '</w:tc>'


def row(*cells, header=False):
    properties = '<w:trPr><w:tblHeader/></w:trPr>' if header else '<w:trPr><w:cantSplit/></w:trPr>'
    return f'<w:tr>{properties}' + ''.join(cells) + '</w:tr>'


def split_list(value, separator='; '):
    """Themes such as "Children: definition; general principles; protection" hold the separator themselves."""
    parts = []
    for part in filter(None, value.split(separator)):
        if parts and part[0].islower():
            parts[-1] += separator + part
        else:
            parts.append(part)
    return parts


def recommendation_row(record, last):
    asks = record['text'].split(' ## ')
    speakers = record['states'].split(' ## ')
    clauses = []
    for ask, states in zip(asks, speakers, strict=True):
        clauses.append(ask + ' ' + ' '.join(f'({state})' for state in states.split('; ')))
    text = f'{record["number"]} {"; ".join(clauses)}{"." if last else ";"}'
    tags = [paragraph(run(f'- {theme}')) for theme in split_list(record['themes'])]
    groups = split_list(record['groups'])
    if groups:
        tags.append(paragraph(run('Groups of Persons: ', bold=True)))
        tags += [paragraph(run(f'- {group}')) for group in groups]
    goals = [paragraph(run(f'- {code} - {GOALS[code]}')) for code in record['sdgs'].split(', ')]
    widths = [width for _, width in COLUMNS]
    return row(
        cell(widths[0], paragraph(run(text)),
              paragraph(run('Source of Position: ', bold=True), run(f'{SYMBOL} - Para.{record["para"]}'))),
        cell(widths[1], paragraph(run(record['position']))),
        cell(widths[2], *tags),
        cell(widths[3], *goals))


def document(records):
    total = sum(width for _, width in COLUMNS)
    rows = [row(*(cell(width, paragraph(run(title, bold=True))) for title, width in COLUMNS), header=True)]
    for record in records:
        if record['theme']:
            rows.append(row(cell(total, paragraph(run(f'Theme: {record["theme"]}', bold=True)), span=4)))
        rows.append(recommendation_row(record, record is records[-1]))
    grid = ''.join(f'<w:gridCol w:w="{width}"/>' for _, width in COLUMNS)
    borders = ''.join(f'<w:{side} w:val="dotted" w:sz="2" w:space="0" w:color="auto"/>'
                       for side in ('top', 'left', 'bottom', 'right', 'insideH', 'insideV'))
    return (f'{DECLARATION}<w:document {NAMESPACES}><w:body>'
            '<w:tbl><w:tblPr><w:tblW w:w="0" w:type="auto"/>'
            f'<w:tblBorders>{borders}</w:tblBorders></w:tblPr>'
            f'<w:tblGrid>{grid}</w:tblGrid>{"".join(rows)}</w:tbl>'
            + paragraph(run('* The State of Alvera and these recommendations are invented, to try Suivi with.'))
            + '<w:sectPr><w:headerReference w:type="default" r:id="rId1"/>'
            '<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/>'
            '<w:pgMar w:top="851" w:right="851" w:bottom="851" w:left="851"'
            ' w:header="567" w:footer="567" w:gutter="0"/>'
            '</w:sectPr></w:body></w:document>')


def parts(records):
    office = 'application/vnd.openxmlformats-officedocument.wordprocessingml'
    relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
    package = 'http://schemas.openxmlformats.org/package/2006'
    return {
        '[Content_Types].xml':
            f'{DECLARATION}<Types xmlns="{package}/content-types">'
            '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            '<Default Extension="xml" ContentType="application/xml"/>'
            f'<Override PartName="/word/document.xml" ContentType="{office}.document.main+xml"/>'
            f'<Override PartName="/word/header1.xml" ContentType="{office}.header+xml"/></Types>',
        '_rels/.rels':
            f'{DECLARATION}<Relationships xmlns="{package}/relationships">'
            f'<Relationship Id="rId1" Type="{relations}/officeDocument" Target="word/document.xml"/></Relationships>',
        'word/document.xml': document(records),
        'word/_rels/document.xml.rels':
            f'{DECLARATION}<Relationships xmlns="{package}/relationships">'
            f'<Relationship Id="rId1" Type="{relations}/header" Target="header1.xml"/></Relationships>',
        'word/header1.xml':
            f'{DECLARATION}<w:hdr {NAMESPACES}>' + paragraph(*(run(text) for text in HEADER)) + '</w:hdr>',
    }


def main():
    output = pathlib.Path(sys.argv[1]) if len(sys.argv) > 1 else FOLDER / 'sample-list.docx'
    with open(FOLDER / 'sample-list.tsv', encoding='utf-8', newline='') as file:
        records = list(csv.DictReader(file, delimiter='\t', quoting=csv.QUOTE_NONE, lineterminator='\n'))
    with zipfile.ZipFile(output, 'w', zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts(records).items():
            info = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            info.compress_type = zipfile.ZIP_DEFLATED
            info.create_system = 3
            info.external_attr = 0o644 << 16
            archive.writestr(info, content.encode('utf-8'))


if __name__ == '__main__':
    main()
