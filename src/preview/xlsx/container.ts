/*
 * What kind of file some bytes are, before they are taken for a workbook. It reads no cell.
 */
import { refuse } from './fault';
import { type FileLooks } from './problems';
import { type PackageParts } from './package';

/** Says what each part is; Excel does not open a file without it. */
const TYPES = '[Content_Types].xml';
const OLE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];

/** Refuses, by their first bytes, files that are no zip archive: old, locked, or something else. */
export function checkContainer(bytes: Uint8Array): void {
  if (bytes.length === 0) refuse({ kind: 'empty-file' });
  if (OLE.every((byte, index) => bytes[index] === byte)) {
    // Office keeps a workbook with an opening password in an old-style container, as a stream of this name.
    refuse({ kind: holdsName(bytes, 'EncryptedPackage') ? 'encrypted' : 'old-workbook' });
  }
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) return;
  refuse({ kind: 'not-a-workbook', looksLike: looksOf(bytes) });
}

/** The workbook part of a package; refuses packages of other programs and binary workbooks. */
export function findWorkbookPart(parts: PackageParts): string {
  const main = parts.relationships('').find(({ type, external }) => type === 'officeDocument' && !external)?.target;
  const named = main ?? (parts.has('xl/workbook.xml') ? 'xl/workbook.xml' : undefined);
  if (named === undefined) refuse({ kind: 'not-a-workbook', looksLike: looksOfPackage(parts) });
  if (named.toLowerCase().endsWith('.bin')) refuse({ kind: 'binary-workbook' });
  if (/^word\//i.test(named)) refuse({ kind: 'not-a-workbook', looksLike: 'word' });
  if (/^ppt\//i.test(named)) refuse({ kind: 'not-a-workbook', looksLike: 'powerpoint' });
  if (!parts.has(named)) refuse({ kind: 'missing-part', part: named, neededBy: '_rels/.rels' });
  if (!parts.has(TYPES)) refuse({ kind: 'missing-part', part: TYPES, neededBy: 'every workbook' });
  return named;
}

function looksOfPackage(parts: PackageParts): FileLooks {
  if (parts.has('mimetype') && parts.has('content.xml')) return 'opendocument';
  if (parts.has('word/document.xml')) return 'word';
  if (parts.has('ppt/presentation.xml')) return 'powerpoint';
  return 'zip';
}

function looksOf(bytes: Uint8Array): FileLooks {
  const head = Array.from(bytes.subarray(0, 512), (byte) => String.fromCharCode(byte)).join('');
  if (head.startsWith('%PDF')) return 'pdf';
  if (/<html|<!doctype html|<table/i.test(head)) return 'web page';
  return /[\u0000-\u0008\u000e-\u001a]/.test(head) ? 'unknown' : 'text';
}

/** Whether the bytes hold a name in UTF-16, as the directory of an old-style container writes it. */
function holdsName(bytes: Uint8Array, name: string): boolean {
  const wanted = Array.from(name, (letter) => letter.charCodeAt(0));
  for (let at = bytes.indexOf(wanted[0] ?? 0); at >= 0; at = bytes.indexOf(wanted[0] ?? 0, at + 1)) {
    if (wanted.every((code, index) => bytes[at + 2 * index] === code && bytes[at + 2 * index + 1] === 0)) return true;
  }
  return false;
}
