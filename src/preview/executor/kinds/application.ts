/*
 * Excel.Application: the calculation mode and the two calls that hold Excel's drawing and calculating back.
 */
import type { Host } from '../host';
import { defineKind, type Maker } from '../kind';
import { wordOf } from './propertyValues';

const MODES = ['Automatic', 'AutomaticExceptTables', 'Manual'] as const;

/** The application. The target is the host itself. */
export const application: Maker<Host> = defineKind<Host>({
  name: 'Application',
  properties: {
    CalculationMode: {
      get: ({ book }) => book.calculationMode,
      set: ({ book }, mode) => {
        book.calculationMode = wordOf(mode, MODES);
      },
    },
    CalculationState: { get: () => 'Done' },
  },
  methods: {
    Calculate: (host, args) => {
      wordOf(args.raw(0), ['Recalculate', 'Full', 'FullRebuild']);
      host.askToCalculate();
    },
    // They last until the next sync and change nothing that can be read: the host draws and calculates between syncs.
    SuspendApiCalculationUntilNextSync: () => undefined,
    SuspendScreenUpdatingUntilNextSync: () => undefined,
  },
});
