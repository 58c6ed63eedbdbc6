/*
 * A headless run from its command line to its text and exit code. It prints nothing itself, so that tests can read what a
 * user would see.
 */
import { Command, CommanderError } from 'commander';
import { runAddinTask } from './addinTask';
import { runCalc } from './calcTask';
import { inWords } from './inWords';
import { CannotRun, exitCodeOf, failedOutcome, type Outcome, type Ran } from './outcome';
import { type Folders, openSession } from './session';

/** What a run leaves: the text for both streams and the exit code (0 done, 1 findings of severity error, 2 not run). */
export interface RunResult {
  readonly exitCode: 0 | 1 | 2;
  readonly stdout: string;
  readonly stderr: string;
}

/** The tasks there are, and whether they need a month and an output file. */
const TASKS: Readonly<Record<string, { readonly needsPeriod: boolean; readonly needsOutput: boolean }>> = {
  calc: { needsPeriod: false, needsOutput: true },
  model: { needsPeriod: false, needsOutput: true },
  share: { needsPeriod: false, needsOutput: true },
  reconcile: { needsPeriod: true, needsOutput: true },
  settle: { needsPeriod: true, needsOutput: true },
  promote: { needsPeriod: true, needsOutput: true },
  close: { needsPeriod: true, needsOutput: true },
  freeze: { needsPeriod: false, needsOutput: true },
  check: { needsPeriod: false, needsOutput: false },
};

interface Request {
  readonly task: string;
  readonly input: string;
  readonly output: string | undefined;
  readonly period: string | undefined;
  /** The tables to add, as they were typed. */
  readonly add: string | undefined;
  readonly json: boolean;
}

/** What the command line may say after the files. */
interface Options {
  readonly period?: string;
  readonly add?: string;
  readonly json?: boolean;
}

/**
 * Runs one task.
 *
 * @param words - The command line after the program's name: `calc in.xlsx out.xlsx --json`.
 * @example await runHeadless(['calc', 'in.xlsx', 'out.xlsx'], folders)
 */
export async function runHeadless(words: readonly string[], folders: Folders): Promise<RunResult> {
  const read = readCommandLine(words);
  if ('exitCode' in read) return read;
  const period = read.period ?? null;
  try {
    const { outcome, blocks } = await runTask(read, folders);
    const stdout = read.json ? json(outcome) : inWords(outcome, blocks);
    return { exitCode: exitCodeOf(outcome), stdout, stderr: '' };
  } catch (error) {
    const problem = error instanceof CannotRun ? error : new CannotRun(unexpected(error));
    const stdout = read.json ? json(failedOutcome(read.task, period, problem)) : '';
    return { exitCode: 2, stdout, stderr: `${problem.message}\n` };
  }
}

function readCommandLine(words: readonly string[]): Request | RunResult {
  let told = '';
  let request: Request | undefined;
  const program = new Command('npm run --silent headless --')
    .description('Runs a task of Poolbook on a workbook without Excel. The input file is never changed.')
    .argument('<task>', `one of: ${Object.keys(TASKS).join(', ')}`)
    .argument('<input>', 'the workbook to read (.xlsx)')
    .argument('[output]', 'the workbook to write (.xlsx)')
    .option('--period <month>', 'the calendar month, for example 2026-06')
    .option('--add <tables>', 'for model: input tables to add, empty, for example PoolStaff,PoolPlacements')
    .option('--json', 'print one JSON object and nothing else')
    .addHelpText('after', '\nExit code: 0 done, 1 done with findings of severity error, 2 the task could not run.')
    .exitOverride()
    .configureOutput({ writeOut: (text) => (told += text), writeErr: (text) => (told += text) })
    .action((task: string, input: string, output: string | undefined, { period, add, json }: Options) => {
      request = { task, input, output, period, add, json: json === true };
    });
  try {
    program.parse([...words], { from: 'user' });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    if (error.exitCode === 0) return { exitCode: 0, stdout: told, stderr: '' };
    return { exitCode: 2, stdout: '', stderr: told };
  }
  return request ?? { exitCode: 2, stdout: '', stderr: program.helpInformation() };
}

async function runTask(request: Request, folders: Folders): Promise<Ran> {
  const { task, input, output, period, add } = request;
  const known = TASKS[task];
  if (!known) throw new CannotRun(`There is no task "${task}". The tasks are ${Object.keys(TASKS).join(', ')}.`);
  if (period !== undefined && !/^\d{4}-(?:0[1-9]|1[0-2])$/.test(period)) {
    throw new CannotRun(
      `--period ${period} is not a calendar month. Write year and month, for example 2026-06 for June 2026.`,
    );
  }
  if (add !== undefined && task !== 'model')
    throw new CannotRun(`--add makes empty tables and belongs to the task model, not to ${task}.`);
  if (known.needsPeriod && period === undefined)
    throw new CannotRun(`The task ${task} needs a month: add --period, for example --period 2026-06.`);
  if (known.needsOutput && output === undefined)
    throw new CannotRun(`The task ${task} needs a name for the workbook it writes: add it after ${input}.`);
  const session = openSession(input, output, folders);
  if (task === 'calc') return { outcome: await runCalc(session), blocks: [] };
  return runAddinTask(session, folders.project, task, {
    ...(period === undefined ? {} : { period }),
    ...(add === undefined ? {} : { add: tableNames(add) }),
  });
}

/** @example tableNames('PoolStaff, PoolPlacements') -> ['PoolStaff', 'PoolPlacements'] */
function tableNames(text: string): readonly string[] {
  return text.split(/[,;\s]+/).filter((name) => name !== '');
}

function json(outcome: Outcome): string {
  return `${JSON.stringify(outcome, null, 2)}\n`;
}

function unexpected(error: unknown): string {
  const what = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return `The task stopped on a fault of its own, and nothing was written. ${what}`;
}
