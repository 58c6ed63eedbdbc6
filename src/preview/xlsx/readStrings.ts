/*
 * The shared strings of a workbook: the plain text of each, without its looks and without phonetic guides.
 */
import { type PackageParts } from './package';
import { openParser } from './xmlParser';
import { decodeCharacters, localName } from './xmlText';

/** Every shared string by its index. */
export function readStrings(parts: PackageParts, part: string, neededBy: string): string[] {
  const strings: string[] = [];
  let current = '';
  let isText = false;
  let phonetic = 0;
  const parser = openParser(part);
  parser.on('opentag', ({ name }) => {
    const local = localName(name);
    if (local === 'si') current = '';
    else if (local === 'rPh') phonetic++;
    else isText = local === 't' && phonetic === 0;
  });
  const addText = (text: string): void => {
    if (isText) current += text;
  };
  parser.on('text', addText);
  parser.on('cdata', addText);
  parser.on('closetag', ({ name }) => {
    const local = localName(name);
    if (local === 'si') strings.push(decodeCharacters(current));
    else if (local === 'rPh') phonetic--;
    else isText = false;
  });
  parts.stream(part, neededBy, (text) => parser.write(text));
  parser.close();
  return strings;
}
