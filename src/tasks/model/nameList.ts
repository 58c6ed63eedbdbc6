/*
 * A list of names as far as a sentence can carry it; what is not named is counted. It is not for cells.
 */

/**
 * The first names and how many more there are.
 *
 * @example nameList(['Homes', 'Day services', 'Meals'], 2) -> 'Homes, Day services and 1 more'
 */
export function nameList(names: readonly string[], most: number): string {
  const named = names.slice(0, most).join(', ');
  return names.length > most ? `${named} and ${names.length - most} more` : named;
}
