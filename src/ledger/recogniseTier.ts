/*
 * A council called by its place and tier alone, "Dale Borough", where that is all a title or a sheet's name says beside the
 * words of ledgers. In the middle of other text the same words are a football club, a road or care out of county, so there
 * `recogniseOrganisation` finds only bodies that are named in full.
 */
import { JOINING } from './recogniseForms';
import { type NamedBody, PARTS, isTitleWord, organisationsIn, shownName } from './recogniseOrganisation';

const TIER = /^(?:borough|district|county)$/i;
/** Words that say which part of a place, or what kind of council, and no place. */
const NO_PLACE =
  /^(?:out|outside|inside|inner|outer|upper|lower|mid|middle|central|north|south|east|west|northern|southern|eastern|western|urban|rural|whole|entire|home|host|neighbouring|other|cross|inter|per|non|city|town|county|borough|district|metropolitan|unitary|london|royal|area|areas|team|teams|region|regional|locality|placement|placements)$/i;
const FIGURES = /^[mpqw]?\d[\d/.]*$/i;
const MOST_WORDS = 4;

/**
 * The council that a whole text names by place and tier.
 *
 * @example tierCouncilIn('Dale Borough - general ledger, June 2026') -> { name: 'Dale Borough', sector: 'council', form: 'council' }
 * @example tierCouncilIn('Out of county placements'), tierCouncilIn('Dale County FC') -> undefined
 */
export function tierCouncilIn(text: string): NamedBody | undefined {
  if (text.length > 160 || !/(?:borough|district|county)/i.test(text)) return undefined;
  for (const part of text.split(PARTS)) {
    const name = nameIn(part.trim().split(/\s+/));
    if (name !== undefined) return { name, sector: 'council', form: 'council' };
  }
  return undefined;
}

/** The first body that a text names in full, or else the council that it names by place and tier. */
export function bodyNamedIn(text: string): NamedBody | undefined {
  return organisationsIn(text)[0] ?? tierCouncilIn(text);
}

function nameIn(words: readonly string[]): string | undefined {
  const tier = words.findIndex((word) => TIER.test(word));
  const isFiller = (word: string): boolean => isTitleWord(word) || FIGURES.test(word);
  if (tier < 1 || !words.slice(tier + 1).every(isFiller)) return undefined;
  const first = words.slice(0, tier).findIndex((word) => !isFiller(word) && !JOINING.test(word));
  if (first < 0) return undefined;
  const place = words.slice(first, tier);
  const isName = (word: string): boolean => /^\p{Lu}[\p{L}\p{M}.'’-]+$/u.test(word) && !isFiller(word);
  const ends = [place[0] ?? '', place.at(-1) ?? ''];
  if (place.length > MOST_WORDS || !ends.every(isName) || !place.every((word) => isName(word) || JOINING.test(word)))
    return undefined;
  return place.every((word) => NO_PLACE.test(word) || JOINING.test(word))
    ? undefined
    : shownName(words.slice(first, tier + 1).join(' '));
}
