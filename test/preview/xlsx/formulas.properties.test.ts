import fc from 'fast-check';
import { decodeFormula, functionTable } from '../../../src/preview/xlsx/decodeFormula';
import { encodeFormula } from '../../../src/preview/xlsx/encodeFormula';
import { formulaTokens, joinTokens } from '../../../src/preview/xlsx/formulaTokens';
import { shiftFormula } from '../../../src/preview/xlsx/shiftFormula';
import { decodeCharacters, encodeCharacters } from '../../../src/preview/xlsx/xmlText';

const names = functionTable(['POOL.SPLIT', 'POOL.SHARE']);
const cell = fc.constantFrom('A1', '$B$2', "'It''s'!C3", 'Sheet1!D4:E5', 'Rate', 'T[Net]', 'T[[#This Row],[a b]]');
const text = fc.string({ maxLength: 6 }).map((plain) => `"${plain.replaceAll('"', '""')}"`);
const call = fc.constantFrom('SUM', 'POOL.SPLIT', 'POOL.SHARE', 'XLOOKUP', 'SORT', 'IFERROR', 'STDEV.S');
const { formula } = fc.letrec<{ formula: string }>((tie) => ({
  formula: fc.oneof(
    { maxDepth: 4 },
    fc.oneof(cell, text, fc.nat(999).map(String)),
    fc
      .tuple(call, fc.array(tie('formula'), { minLength: 1, maxLength: 3 }))
      .map(([name, args]) => `${name}(${args.join(',')})`),
    fc.tuple(tie('formula'), fc.constantFrom('+', '&', '<>'), tie('formula')).map((three) => three.join('')),
  ),
}));

test('a formula comes back from the file as it was', () => {
  fc.assert(fc.property(formula, (shown) => expect(decodeFormula(encodeFormula(shown), names)).toBe(shown)));
});

test('cutting a text into pieces loses nothing, whatever the text', () => {
  fc.assert(fc.property(fc.string(), (any) => expect(joinTokens(formulaTokens(any))).toBe(any)));
});

test('moving there and back changes nothing while inside the sheet', () => {
  fc.assert(
    fc.property(formula, fc.nat(50), fc.nat(50), (shown, rows, columns) => {
      expect(shiftFormula(shiftFormula(shown, rows, columns), -rows, -columns)).toBe(shown);
    }),
  );
});

test('any text survives the escapes of a cell, and what is escaped can stand in XML', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (any) => {
      const stored = encodeCharacters(any);
      expect(decodeCharacters(stored)).toBe(any);
      expect(stored).not.toMatch(/[\u0000-\u0008\u000b-\u001f\ufffe\uffff]/);
    }),
  );
});
