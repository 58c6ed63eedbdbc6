/*
 * Who hosts the pool, as titles and notes of a workbook may say it. A text that denies it, or two that differ, propose nobody.
 */
import { findHost } from '../../../src/tasks/model/host';

const COUNCIL = 'Kestrel County Council';
const ICB = 'NHS Kestrel and Vale ICB';
const PARTNERS = [
  { name: COUNCIL, shortName: 'KCC', knownAs: ['Kestrel CC'] },
  { name: ICB, shortName: 'ICB', knownAs: [] },
  { name: 'Kestrel', shortName: 'Kestrel', knownAs: [] },
];

test.each<[text: string, host: string | undefined]>([
  ['The pool is hosted by Kestrel County Council.', COUNCIL],
  ['Hosted by KCC', COUNCIL],
  ['hosted by the Kestrel CC, under section 75', COUNCIL],
  ['Host: NHS Kestrel and Vale ICB', ICB],
  ['Host authority - Kestrel County Council', COUNCIL],
  ['The host partner is Kestrel County Council', COUNCIL],
  ['Kestrel County Council is the host of the pooled fund', COUNCIL],
  ['Kestrel County Council hosts the pool', COUNCIL],
  ['Hosted by Kestrel', 'Kestrel'],
  ['Kestrel County Council is not the host', undefined],
  ['No longer hosted by Kestrel County Council', undefined],
  ['Hosted by Somebody Else', undefined],
  ['Kestrel County Council pays the hostel', undefined],
  ['Costs of the host', undefined],
  ['Host:Kestrel County Council', COUNCIL],
  ['The section 75 pooled fund is hosted by Kestrel County Council', COUNCIL],
  ['Workshop on 3 May hosted by Kestrel County Council', undefined],
  ['Kestrel County Council hosts the website', undefined],
  ['The website is hosted by Kestrel County Council', undefined],
  ['The pool will be hosted by Kestrel County Council from 1 April 2027', undefined],
])('%s', (text, host) => {
  expect(findHost(['Pooled budget 2026/27', text], PARTNERS)?.partner).toBe(host);
});

test('two texts that name the same agree; two hosts are none', () => {
  expect(findHost(['Hosted by KCC', 'Host: Kestrel CC'], PARTNERS)).toEqual({
    partner: COUNCIL,
    evidence: 'Hosted by KCC',
  });
  expect(findHost(['Hosted by KCC', 'Hosted by the ICB'], PARTNERS)).toBeUndefined();
});
