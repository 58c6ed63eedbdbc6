/* Names of bodies as titles, sheets and suppliers write them. The places are those of the published reports or made up. */
import { acronym, isSameBody, isSpellingOf } from '../../src/ledger/recogniseSpelling';
import { organisationsIn, sectorOf } from '../../src/ledger/recogniseOrganisation';
import { tierCouncilIn } from '../../src/ledger/recogniseTier';

test.each([
  // text, name, sector
  ['Derby City Council', 'Derby City Council', 'council'],
  ['DERBY CITY PCT – General ledger extract', 'Derby City PCT', 'NHS'],
  ['General Ledger Transactions for Northshire County Council', 'Northshire County Council', 'council'],
  ['London Borough of Eastham - Adult Social Care', 'London Borough of Eastham', 'council'],
  ['NHS Northshire and Westdale ICB', 'NHS Northshire and Westdale ICB', 'NHS'],
  ['Northshire Integrated Care Board', 'Northshire Integrated Care Board', 'NHS'],
  ['Eastham Metropolitan Borough Council: spend', 'Eastham Metropolitan Borough Council', 'council'],
  ['Leicestershire Partnership NHS Trust', 'Leicestershire Partnership NHS Trust', 'NHS'],
  ['Leeds and York Partnership NHS Foundation Trust', 'Leeds and York Partnership NHS Foundation Trust', 'NHS'],
  ['Report: NHS Eastham CCG', 'NHS Eastham CCG', 'NHS'],
  ['Eastham Primary Care Trust', 'Eastham Primary Care Trust', 'NHS'],
  ['Westdale University Health Board', 'Westdale University Health Board', 'NHS'],
  ['Ynys Môn County Council: ledger', 'Ynys Môn County Council', 'council'],
  ['NHS Élan Valley ICB', 'NHS Élan Valley ICB', 'NHS'],
  ['Northshire_CC', undefined, undefined],
])('%s names %s', (text, name, sector) => {
  expect(organisationsIn(text)[0]?.name).toBe(name);
  expect(organisationsIn(text)[0]?.sector).toBe(sector);
});

test.each([
  'General ledger',
  'the Council',
  'Cost centre: All',
  'Report run: 02/07/2026',
  'June 2026',
  'Council ledger',
])('"%s" names nobody', (text) => expect(organisationsIn(text)).toEqual([]));

test.each([
  // spelling, name, others, is it
  ['DERBY CITY COUNCIL', 'Derby City Council', [], true],
  ['DCC', 'Derby City Council', [], true],
  ['Derby Council', 'Derby City Council', [], true],
  ['Derby CC', 'Derby City Council', [], true],
  ['Derby City Council - Adult Social Care', 'Derby City Council', [], true],
  ['Derbyshire County Council', 'Derby City Council', [], false],
  ['Derby City PCT', 'Derby City Council', [], false],
  ['Northshire ICB', 'NHS Northshire Integrated Care Board', [], true],
  ['NHS Northshire', 'NHS Northshire ICB', [], true],
  ['NHS Northshire', 'NHS Northshire ICB', ['Northshire Partnership NHS Trust'], false],
  ['Northshire Care Homes Ltd', 'Northshire County Council', [], false],
  ['YNYS MON CC', 'Ynys Môn County Council', [], true],
])('%s for %s beside %j: %s', (spelling, name, others, fits) =>
  expect(isSpellingOf(spelling, name, others)).toBe(fits),
);

test('initials keep abbreviations', () => expect(acronym('NHS Northshire ICB')).toBe('NHSNICB'));
test.each([
  ['PCT GL', 'NHS'],
  ['ASC ledger', 'council'],
  ['Sheet1', undefined],
])('%s is %s', (text, sector) => expect(sectorOf(text)).toBe(sector));

test.each([
  ['Derby City Council and Derby City PCT: shadow pool', ['Derby City Council', 'Derby City PCT']],
  [
    'NHS Northshire ICB and Northshire County Council joint report',
    ['NHS Northshire ICB', 'Northshire County Council'],
  ],
  ['Recharge from Derby City PCT to Derby City Council', ['Derby City PCT', 'Derby City Council']],
])('%s names %j', (text, names) => expect(organisationsIn(text).map(({ name }) => name)).toEqual(names));

test.each([
  // one, another, the same
  ['Northshire County Council', 'Northshire CC', true],
  ['Durham County Council', 'Durham City Council', false],
  ['Barset District Council', 'Barset County Council', false],
  ['Eastham MBC', 'Eastham Metropolitan Borough Council', true],
  ['Northshire Partnership NHS FT', 'Northshire Partnership NHS Foundation Trust', true],
  ['Northshire Hospitals NHS Trust', 'Northshire Partnership NHS Trust', false],
  ['NHS Northshire', 'Northshire Partnership NHS Trust', false],
  ['NHS Northshire ICB', 'Northshire Integrated Care Board', true],
  ['Council', 'Northshire County Council', false],
])('%s and %s are one body: %s', (one, another, same) => {
  expect(isSameBody(one, another)).toBe(same);
  expect(isSameBody(another, one)).toBe(same);
});

test.each([
  ['Northshire Care Homes Ltd', 'Northshire'],
  ['Eastham Town Council', 'Council'],
])('the supplier %s is no spelling of %s', (supplier, name) => expect(isSpellingOf(supplier, name)).toBe(false));

test.each([
  ['Dale Borough', 'Dale Borough'],
  ['Dale District - general ledger extract, June 2026', 'Dale District'],
  ['General ledger of Dale County P03 2026/27', 'Dale County'],
  ['DALE BOROUGH TB', 'Dale Borough'],
  ['Stoke on the Dale Borough', 'Stoke on the Dale Borough'],
  ['North Dale District', 'North Dale District'],
])('the whole of “%s” names the council %s by its place and tier', (text, name) => {
  expect(tierCouncilIn(text)).toEqual({ name, sector: 'council', form: 'council' });
});

test.each([
  'Out of County',
  'Out of county placements',
  'North District',
  'Borough',
  'Metropolitan Borough',
  'Spend by District',
  'All County',
  'Dale County FC',
  'Dale District Nursing Ltd',
  'Dale County Court',
  'Dale Boroughs',
  'care home in Dale Borough',
  'District nursing',
  'the Dale and District',
])('“%s” names no council by its tier', (text) => expect(tierCouncilIn(text)).toBeUndefined());

test.each([
  ['Dale Borough Council', 'Dale Borough', true],
  ['Dale BC', 'Dale Borough', true],
  ['DALE BOROUGH', 'Dale Borough', true],
  ['Dale District Council', 'Dale Borough', false],
  ['Dale City Council', 'Dale County', false],
  ['Dale County FC', 'Dale County Council', false],
  ['Dale County', 'Dale City Council', false],
])('%s and %s are one body: %s', (spelling, name, same) => expect(isSpellingOf(spelling, name)).toBe(same));
