/*
 * The edge where a refusal becomes an error in the cell. It decides nothing: what is wrong was found elsewhere, and the
 * sentence is made in src/words.
 */
import type { Result } from '../money/result';
import type { Refusal } from '../words/refusal';
import { unexpected } from '../words/refusals';

/** Ends the function with an error in the cell and its sentence. Excel shows a sentence with these two errors only. */
export function refuse({ error, sentence }: Refusal): never {
  const { ErrorCode } = CustomFunctions;
  throw new CustomFunctions.Error(error === '#N/A' ? ErrorCode.notAvailable : ErrorCode.invalidValue, sentence);
}

/** The answer, or a refusal in the words for its problem. @example orRefuse(drawn, (problem) => totalTooLarge(place)) */
export function orRefuse<Value, Problem>(
  result: Result<Value, Problem>,
  inWords: (problem: Problem) => Refusal,
): Value {
  return result.ok ? result.value : refuse(inWords(result.problem));
}

/**
 * Runs a function's work so that no bare throw reaches Excel, which would show an error without a word.
 *
 * @example answer('SETTLE', () => ...) -> the answer, or a CustomFunctions.Error with a sentence
 */
export function answer<Value>(functionId: string, work: () => Value): Value {
  try {
    return work();
  } catch (thrown) {
    if (thrown instanceof CustomFunctions.Error) throw thrown;
    return refuse(unexpected(functionId, thrown instanceof Error ? thrown.message : String(thrown)));
  }
}
