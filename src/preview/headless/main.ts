/*
 * The program `npm run headless` starts. It runs one task and prints; everything it does is in `run.ts`.
 */
import { dirname, resolve } from 'node:path';
import { runHeadless } from './run';

// Standard output belongs to the result: whatever a library says goes to standard error.
console.log =
  console.info =
  console.debug =
    (...parts: unknown[]): void => {
      console.error(...parts);
    };

const working = process.cwd();
const project = resolve(dirname(process.argv[1] ?? ''), '..');
// Packages are found from the project's folder, wherever the command was given.
process.chdir(project);

// A fault that nothing waits for must still end with a sentence and the code for "not run".
process.on('unhandledRejection', (reason) => {
  console.error(`The task stopped on a fault of its own, and nothing was written. ${String(reason)}`);
  process.exit(2);
});

const { exitCode, stdout, stderr } = await runHeadless(process.argv.slice(2), { project, working });
process.stderr.write(stderr, () => {
  process.stdout.write(stdout, () => process.exit(exitCode));
});
