/* One proposed row: ticked or not, its cells in a line, why it is proposed, what is wrong with it, and fields to correct it. */
import { html, type TemplateResult } from 'lit/html.js';

import type { ProposedRow } from '../../tasks/task';
import { type ColumnDefinition, tableDefinition } from '../../workbook/schema';
import { PANE_WORDS, poundsWords } from '../../words/pane';
import type { ListActions } from '../actions/lists';
import type { ProposalActions } from '../actions/proposal';
import type { RowProblem } from '../rowProblems';
import { shownValue } from '../typedValue';
import { fieldView } from './field';

const COLOURS = { sure: 'success', likely: 'informative', guess: 'warning' } as const;

/** A row with its number in the proposal's table, and what is wrong with it. */
export interface NumberedRow {
  readonly table: string;
  readonly index: number;
  readonly row: ProposedRow;
  readonly problems: readonly RowProblem[];
}

/** The row, as a line with a tick, or with its fields open. */
export function proposedRowView(
  numbered: NumberedRow,
  editing: boolean,
  actions: ProposalActions & Pick<ListActions, 'describe'>,
): TemplateResult {
  const { table, index, row, problems } = numbered;
  const title = rowTitle(table, row);
  const id = `keep-${table}-${index}`;
  return html`
    <li class=${row.keep ? '' : 'dropped'}>
      <div class="row-head">
        <input
          id=${id}
          type="checkbox"
          .checked=${row.keep}
          @change=${(event: Event) => actions.keep(table, [index], (event.target as HTMLInputElement).checked)}
        />
        <label class="row-title" for=${id}><span class="unseen">${PANE_WORDS.keep}: </span>${title}</label>
        <fluent-badge appearance="tint" color=${COLOURS[row.confidence]}>${PANE_WORDS[row.confidence]}</fluent-badge>
        <fluent-button
          size="small"
          appearance="subtle"
          aria-label="${editing ? PANE_WORDS.doneEditing : PANE_WORDS.edit}: ${title}"
          ?data-problem=${problems.length > 0}
          @click=${() => (editing ? actions.doneEditing() : actions.edit(table, index))}
          >${editing ? PANE_WORDS.doneEditing : PANE_WORDS.edit}</fluent-button
        >
      </div>
      ${problems.map((problem) => problemView(problem, actions))}
      ${editing ? fieldsView(numbered, actions) : html`<p class="quiet">${rowDetail(table, row)}</p>`}
      <p class="quiet why">${row.why}</p>
    </li>
  `;
}

function problemView(
  { finding, table, row, column }: RowProblem,
  { describe }: Pick<ListActions, 'describe'>,
): TemplateResult {
  const { what, whatToDo } = describe(finding);
  return html`<p class="wrong" id="wrong-${table}-${row}-${(column ?? '').replaceAll(' ', '-')}">
    ${what} ${whatToDo}
  </p>`;
}

/** The first filled cells that name the row: enough to know which it is. */
export function rowTitle(table: string, row: ProposedRow): string {
  const names = (tableDefinition(table)?.columns ?? []).filter(({ required }) => required === true);
  const filled = names.flatMap((column) => cellWords(row, column));
  return filled.length > 0 ? filled.join(' · ') : PANE_WORDS.newRow;
}

/** The other filled cells, each with its heading. */
function rowDetail(table: string, row: ProposedRow): string {
  const others = (tableDefinition(table)?.columns ?? []).filter(({ required }) => required !== true);
  return others.flatMap((column) => cellWords(row, column).map((words) => `${column.name}: ${words}`)).join(' · ');
}

/** A filled cell as it is read, none for a blank one. */
function cellWords(row: ProposedRow, column: ColumnDefinition): string[] {
  const value = row.cells[column.name];
  if (value === undefined || value === null || value === '') return [];
  return [column.kind === 'money' && typeof value === 'number' ? poundsWords(value) : shownValue(value, column)];
}

function fieldsView({ table, index, row, problems }: NumberedRow, actions: ProposalActions): TemplateResult {
  return html`
    <div class="fields" id="fields-${table}-${index}">
      ${(tableDefinition(table)?.columns ?? []).map((column) => {
        const problem = problems.find((one) => one.column === column.name);
        const wrongId = problem && `wrong-${table}-${index}-${column.name.replaceAll(' ', '-')}`;
        return fieldView(
          { id: `${table}-${index}-${column.name.replaceAll(' ', '-')}`, column, value: row.cells[column.name] ?? '' },
          wrongId,
          (value) => actions.setCell(table, index, column.name, value),
        );
      })}
    </div>
  `;
}
