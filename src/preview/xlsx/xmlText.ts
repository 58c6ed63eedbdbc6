/*
 * XML as text: bytes to characters and back, and the escapes of SpreadsheetML. It knows nothing of elements.
 */
import { refuse } from './fault';

/** The characters of an XML part, by its byte order mark or its declaration. */
export function decodeXml(bytes: Uint8Array, part: string): string {
  return new TextDecoder(encodingOf(bytes, part)).decode(bytes);
}

/** The label of a part's encoding; refuses one that is not known. */
export function encodingOf(bytes: Uint8Array, part: string): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  const head = Array.from(bytes.subarray(0, 200), (byte) => String.fromCharCode(byte)).join('');
  const encoding = /^(?:\u00ef\u00bb\u00bf)?<\?xml[^>]*?\sencoding\s*=\s*["']([^"']+)["']/.exec(head)?.[1] ?? 'utf-8';
  try {
    return new TextDecoder(encoding).encoding;
  } catch {
    return refuse({ kind: 'unknown-encoding', part, encoding });
  }
}

/** The bytes of an XML part in UTF-8, whatever it was in before. */
export function encodeXml(text: string): Uint8Array {
  const utf8 = text.replace(/^(<\?xml[^>]*?\sencoding\s*=\s*["'])[^"']+/, '$1UTF-8');
  return new TextEncoder().encode(utf8);
}

/** Text for an element's content. @example escapeXml('a < b') -> 'a &lt; b' */
export function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** Text for an attribute in double quotes; line breaks and tabs survive as character references. */
export function escapeAttribute(text: string): string {
  return escapeXml(text)
    .replaceAll('"', '&quot;')
    .replaceAll('\t', '&#9;')
    .replaceAll('\n', '&#10;')
    .replaceAll('\r', '&#13;');
}

const UNHOLDABLE =
  /[\u0000-\u0008\u000b-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]|_(?=x[0-9a-fA-F]{4}_)/g;

/**
 * Cell text as SpreadsheetML keeps it: what XML cannot hold becomes `_xHHHH_`, and so does a `_` that would otherwise
 * start such an escape (ECMA-376 part 1, 22.9.2.19).
 *
 * @example encodeCharacters('a\u0001_x0041_') -> 'a_x0001__x005F_x0041_'
 */
export function encodeCharacters(text: string): string {
  return text.replace(UNHOLDABLE, (character) => {
    return `_x${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`;
  });
}

/** The reverse of `encodeCharacters`. @example decodeCharacters('a_x000a_b') -> 'a', line feed, 'b' */
export function decodeCharacters(text: string): string {
  if (!text.includes('_x')) return text;
  return text.replace(/_x([0-9a-fA-F]{4})_/g, (_all, code: string) => String.fromCharCode(parseInt(code, 16)));
}

/** An element's name without its prefix. @example localName('x:row') -> 'row' */
export function localName(name: string): string {
  const colon = name.indexOf(':');
  return colon < 0 ? name : name.slice(colon + 1);
}
