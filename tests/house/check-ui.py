#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""check-ui.py SOURCE: every template is valid, is built in, and says to a screen reader what its buttons do."""

import os
import re
import shutil
import xml.etree.ElementTree as ET

import house

RNG = '/usr/share/gtk-4.0/gtk4builder.rng'
RESOURCE = 'ui/suivi.gresource.xml'
BUTTONS = {'GtkButton', 'GtkToggleButton', 'GtkMenuButton', 'AdwSplitButton'}


def properties(node):
    """Names and texts of the properties of one object."""
    return {child.get('name').replace('_', '-'): (child.text or '').strip() for child in node.findall('property')}


def nameless_buttons(path):
    """Buttons that show a picture and no word need an accessible name; a tooltip is only a description."""
    faults = []
    tree = ET.parse(os.path.join(house.root(), path))
    for node in list(tree.iter('object')) + list(tree.iter('template')):
        if (node.get('parent') or node.get('class')) not in BUTTONS:
            continue
        own = properties(node)
        # A child, as an element or as a property, is taken to carry the words.
        if own.get('label') or 'child' in own or node.find('child') is not None:
            continue
        if 'icon-name' not in own and node.get('class') != 'GtkMenuButton':
            continue
        names = [item for item in node.findall('accessibility/property') if item.get('name') == 'label']
        named = any((item.text or '').strip() for item in names)
        if not named and node.find('accessibility/relation[@name="labelled-by"]') is None:
            who = node.get('id') or own.get('icon-name') or node.get('class')
            faults.append(f'The button {who} has no <accessibility><property name="label">.')
    return faults


def untranslated(path):
    """Words that people read are marked for translation."""
    faults = []
    spoken = {'label', 'title', 'subtitle', 'tooltip-text', 'placeholder-text', 'description'}
    tree = ET.parse(os.path.join(house.root(), path))
    for item in list(tree.iter('property')) + list(tree.iter('attribute')):
        text = (item.text or '').strip()
        if (text != 'Suivi' and item.get('name', '').replace('_', '-') in spoken and
                re.search(r'[^\W\d_]{2}', text) and
                item.get('translatable') not in ('yes', 'true', 'no')):
            faults.append(f'“{text}” is not marked translatable (write translatable="no" if that is meant).')
    return faults


def main():
    tap = house.Tap()
    found = house.files('ui', '.ui')
    listed = []

    if os.path.exists(os.path.join(house.root(), RESOURCE)):
        resource = ET.parse(os.path.join(house.root(), RESOURCE)).getroot()
        listed = [(node.text or '').strip() for node in resource.iter('file')]
    tap.result('every template is built in',
               [f'{path} does not stand in {RESOURCE}' for path in found if path[len('ui/'):] not in listed] +
               [f'{path} stands in {RESOURCE}, but there is no such file' for path in listed
                if not any(os.path.exists(os.path.join(house.root(), folder, path)) for folder in ('ui', '.'))])

    for path in found:
        if shutil.which('xmllint') is None or not os.path.exists(RNG):
            tap.skip(f'{path} is valid', 'xmllint or the schema of GTK is not installed')
        else:
            tap.result(f'{path} is valid',
                       house.run('xmllint', '--noout', '--nonet', '--relaxng', RNG,
                                 os.path.join(house.root(), path)))
        try:
            tap.result(f'{path} names its buttons', nameless_buttons(path))
            tap.result(f'{path} can be translated', untranslated(path))
        except ET.ParseError as error:
            tap.result(f'{path} can be read', [error])
    tap.end()


main()
