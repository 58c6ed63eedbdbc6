/*
 * Keeps one formula from stopping all others: in Univer a function that throws leaves the calculation unfinished for good, and
 * nobody is told. Some of its own functions throw when given arguments they do not expect.
 */
import type { ICalculateFormulaService, IFunctionService } from '@univerjs/preset-sheets-node-core';
import type { UniverParts } from './univerParts';
import { writeError } from './valueObjects';

/** Makes every function of the engine answer #VALUE! where it would throw. */
export function guardFunctions(univer: UniverParts, functions: IFunctionService): void {
  for (const executor of functions.getExecutors().values()) {
    const calculate = executor.calculate.bind(executor);
    executor.calculate = (...parameters) => {
      try {
        return calculate(...parameters);
      } catch {
        return writeError(univer, '#VALUE!');
      }
    };
  }
}

/** What is private in Univer: the lock under which it calculates, whose failure it does not pass on. */
interface WithLock {
  readonly _executeLock: { acquire(key: string, work: () => Promise<void>): Promise<void> };
}

/** Calls `failed` when a calculation stops on an error that no function is to blame for. */
export function watchFailures(service: ICalculateFormulaService, failed: (error: unknown) => void): void {
  const { _executeLock: lock } = service as unknown as WithLock;
  const acquire = lock.acquire.bind(lock);
  lock.acquire = (key, work) => acquire(key, () => work().catch(failed));
}
