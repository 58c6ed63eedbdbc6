/*
 * What always holds of a text sent to a cell, whatever it is.
 */
import fc from 'fast-check';
import { typed } from '../../../src/preview/executor/typed';

const TODAY = new Date(2026, 10, 22);

/** Texts as ledgers hold them: codes, figures, dates, signs, and anything else. */
const anyText = fc.oneof(
  fc.string({ maxLength: 40 }),
  fc.stringMatching(/^[-+=(£$]?[0-9.,/:E%-]{0,12}[)%]?$/),
  fc.stringMatching(/^[0-9]{1,2}[-/][0-9]{1,2}([-/][0-9]{2,4})?$/),
);

test('a text behind an apostrophe is kept as it is', () => {
  fc.assert(
    fc.property(anyText, (text) =>
      expect(typed(`'${text}`, 'General', TODAY)).toEqual({ value: text, quotePrefix: true }),
    ),
  );
});

test('in a cell formatted as text everything without an apostrophe is kept as it is', () => {
  const plain = anyText.filter((text) => text !== '' && !text.startsWith("'"));
  fc.assert(fc.property(plain, (text) => expect(typed(text, '@', TODAY)).toEqual({ value: text })));
});

test('a number written out is that number again', () => {
  const money = fc.integer({ min: -1e12, max: 1e12 }).map((pence) => pence / 100);
  fc.assert(fc.property(money, (pounds) => expect(typed(String(pounds), 'General', TODAY).value).toBe(pounds)));
});

test('a text is never both a formula and a value, and never no number at all', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const { value, formula } = typed(text, 'General', TODAY);
      expect(formula === undefined || value === null).toBe(true);
      expect(typeof value === 'number' ? Number.isFinite(value) : true).toBe(true);
    }),
  );
});
