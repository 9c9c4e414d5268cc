#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""check-drafts.py FILE DAY: opens the drafts that test-drafts-office.c wrote with python-docx or openpyxl.

Prints what is not as it should be."""

import datetime
import sys

try:
    import docx
    import openpyxl
except ImportError:
    sys.exit(77)

TEXT = 'Amend the Civil Registration Act by 31 December 2028 so that every birth is registered free of charge.'
ARABIC = 'تعديل قانون السجل المدني قبل 31 ديسمبر 2028 لتسجيل كل مولود مجانا.'
TITLE = '=HYPERLINK("http://example.org") & <b>fees</b>'
W = '{http://schemas.openxmlformats.org/wordprocessingml/2006/main}'


def check(what, found, expected):
    if found != expected:
        print(f'{what}: {found!r} instead of {expected!r}')


def check_document(path, day):
    document = docx.Document(path)
    paragraphs = document.paragraphs

    def of_style(name):
        return [paragraph.text for paragraph in paragraphs if paragraph.style.name == name]

    check('title', of_style('Title'), ['Draft recommendations'])
    check('subtitle', of_style('Subtitle'), [f'4 drafts, as of {day:%Y-%m-%d}'])
    check('issues', of_style('Heading 1'), ['Slovenia: Birth registration', 'Slovenia: ' + TITLE, 'Togo: Schools'])
    check('drafts', of_style('Heading 2'), ['Draft 1', 'Draft 2', 'Draft 3', 'Draft 4'])
    check('parts', of_style('Heading 3'),
          ['Evidence', 'Said by other mechanisms', 'Previously recommended', 'Sustainable Development Goals',
           'States asked', 'Translations'])
    check('wordings', [of_style('Draft wording')[0], of_style('Draft wording')[2]],
          [TEXT, '@SUM(A1) Jenga shule moja katika kila wilaya.'])
    check('length of the long one', len(of_style('Draft wording')[1]) > 9000, True)
    check('Arabic', of_style('Draft translation')[0], ARABIC)
    item = next(paragraph for paragraph in paragraphs if paragraph.style.name == 'List Bullet')
    check('item', [text.text or '' for text in item._p.iter(W + 't')],
          ['Survey of registries, 2025', ' · ', 'https://example.org/survey?year=2025&page=12', '',
           '“Four registries of ten ask for a fee.”'])
    check('without wording', [note for note in of_style('Note') if note.endswith('.')],
          ['There is no wording yet.', 'Suivi cannot judge wordings in this language.'])

    check('from the right',
          [paragraph.text for paragraph in paragraphs if paragraph._p.find(f'.//{W}bidi') is not None], [ARABIC])
    check('languages', sorted({language.get(W + 'val') or language.get(W + 'bidi')
                               for paragraph in paragraphs for language in paragraph._p.iter(W + 'lang')}),
          ['ar-SA', 'en-GB', 'fr-FR', 'sw-KE'])
    check('links', [relation.target_ref for relation in document.part.rels.values() if relation.is_external],
          ['https://example.org/survey?year=2025&page=12'])
    check('tables', len(document.tables), 2)
    check('table', [[cell.text for cell in row.cells][:2] for row in document.tables[0].rows][:3],
          [['Criterion', 'Judgement'], ['Specific', 'Met'], ['Measurable', 'Met']])
    check('table style', document.tables[0].style.name, 'Criteria table')

    section = document.sections[0]
    check('A4', (round(section.page_width.mm), round(section.page_height.mm)), (210, 297))
    check('fields', [field.get(W + 'instr') for field in section.footer._element.iter(W + 'fldSimple')],
          ['PAGE', 'NUMPAGES'])
    check('properties', document.core_properties.title, 'Draft recommendations')
    check('created', document.core_properties.created.replace(tzinfo=None), day)


def check_workbook(path, day):
    book = openpyxl.load_workbook(path)
    check('sheets', book.sheetnames, ['Drafts', 'Support'])
    check('created', book.properties.created, day)

    sheet = book['Drafts']
    header = [cell.value for cell in sheet[1]]
    column = {title: index for index, title in enumerate(header)}
    rows = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=2)]
    check('columns', len(header), 25)
    check('rows', len(rows), 4)
    check('filter', sheet.auto_filter.ref, 'A1:Y5')
    check('frozen', sheet.freeze_panes, 'E2')
    check('wording', [row[column['Draft recommendation']] for row in rows][0::2], [TEXT, None])
    check('text stays text', (rows[2][column['Issue']], sheet.cell(4, column['Issue'] + 1).data_type), (TITLE, 's'))
    check('text stays text', (rows[3][column['Draft recommendation']][:8]), '@SUM(A1)')
    check('deadline', rows[0][column['Deadline']], datetime.datetime(2028, 12, 31))
    check('stages', [row[column['Stage']] for row in rows], ['Taken up', 'Idea', 'Idea', 'Idea'])
    check('asked', rows[0][column['States asked']], 'France (2026-03-01): Will look at it\nKenya (2026-03-01)')
    check('taken up in', rows[0][column['Taken up in']], '140.12 (France, Kenya): Slovenia, session 48')
    check('impact', rows[0][column['Impact']], '0.5 – part of it, judged by The coalition on 2026-06-30')
    check('translations', ARABIC in rows[0][column['Translations']], True)
    check('wrapped', sheet.cell(3, column['Draft recommendation'] + 1).alignment.wrap_text, True)

    sheet = book['Support']
    check('support', [[cell.value for cell in row][:5] for row in sheet.iter_rows(min_row=2)], [
        ['1, 2', 'Birth registration', 'Evidence', 'Survey of registries, 2025',
         'https://example.org/survey?year=2025&page=12'],
        ['1', 'Birth registration', 'Said by other mechanisms', 'Committee on the Rights of the Child',
         'CRC/C/SVN/CO/99, para. 25'],
        ['1', 'Birth registration', 'Previously recommended', 'Register all children (Togo, session 34)', '115.20'],
        ['1', 'Birth registration', 'Sustainable Development Goals',
         'Legal identity for all, including birth registration', '16.9'],
    ])


noon = datetime.datetime.fromisoformat(sys.argv[2] + 'T12:00:00')
if sys.argv[1].endswith('.docx'):
    check_document(sys.argv[1], noon)
else:
    check_workbook(sys.argv[1], noon)
