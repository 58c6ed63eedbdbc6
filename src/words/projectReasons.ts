/*
 * Why a row of the projects' tables is proposed, as the user reads it beside the row.
 */

/** A partner that the list of sharers names. */
export function partnerReason(sheet: string): string {
  return `Shares a project’s cost on ${sheet}. If it stands for several bodies, give each a row and put this name in their Part of.`;
}

/** An item of the list of costs. */
export function itemReason(sheet: string, isLower: boolean, hasYear: boolean): string {
  const figure = isLower ? 'The lower of two figures, so it is not kept. ' : '';
  const year = hasYear ? '' : ' No year is named there: type it.';
  return `${figure}Stands on ${sheet}. Type Start and End for part of the year, and who pays it.${year}`;
}

/** A sharer of the list. */
export function sharerReason(sheet: string, treatment: string): string {
  return `Stands on ${sheet} with ${treatment === 'fixed' ? 'an amount' : `“${treatment}”`}.`;
}
