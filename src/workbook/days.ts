/*
 * The days behind the date serials of cells, for those who show and type cells. The counting itself is in `src/money/calendar`,
 * and which days a ledger means is in `src/ledger`.
 */
export { dayOf, isDay, serialOf } from '../ledger/calendar';
