/* One proposed row: ticked or not, its cells in a line, why it is proposed, and fields to correct it. */
import { html, nothing, type TemplateResult } from 'lit/html.js';

import type { ProposedRow } from '../../tasks/task';
import { type ColumnDefinition, tableDefinition } from '../../workbook/schema';
import { PANE_WORDS } from '../../words/pane';

/** What a row can do. */
export interface RowActions {
  keep(table: string, row: number, keep: boolean): void;
  edit(table: string, row: number): void;
  doneEditing(): void;
  setCell(table: string, row: number, column: string, value: string | number | null): void;
}

const COLOURS = { sure: 'success', likely: 'informative', guess: 'warning' } as const;

/** The row, as a line with a tick, or with its fields open. */
export function proposedRowView(
  table: string,
  row: ProposedRow,
  index: number,
  editing: boolean,
  actions: RowActions,
): TemplateResult {
  const title = rowTitle(table, row);
  return html`
    <li class=${row.keep ? '' : 'dropped'}>
      <div class="row-head">
        <fluent-checkbox
          aria-label="${PANE_WORDS.keep}: ${title}"
          ?checked=${row.keep}
          @change=${(event: Event) => actions.keep(table, index, (event.target as HTMLInputElement).checked)}
        ></fluent-checkbox>
        <span class="row-title">${title}</span>
        <fluent-badge appearance="tint" color=${COLOURS[row.confidence]}>${PANE_WORDS[row.confidence]}</fluent-badge>
        <fluent-button
          size="small"
          appearance="subtle"
          aria-expanded=${editing ? 'true' : 'false'}
          aria-label="${editing ? PANE_WORDS.doneEditing : PANE_WORDS.edit}: ${title}"
          @click=${() => (editing ? actions.doneEditing() : actions.edit(table, index))}
          >${editing ? PANE_WORDS.doneEditing : PANE_WORDS.edit}</fluent-button
        >
      </div>
      ${editing ? fieldsView(table, row, index, actions) : html`<p class="quiet">${rowDetail(table, row)}</p>`}
      <p class="quiet why">${row.why}</p>
    </li>
  `;
}

/** The first filled cells that name the row: enough to know which it is. */
export function rowTitle(table: string, row: ProposedRow): string {
  const names = (tableDefinition(table)?.columns ?? []).filter((column) => column.required === true);
  const filled = names
    .map((column) => row.cells[column.name])
    .filter((value) => value !== undefined && value !== null && value !== '');
  return filled.length > 0 ? filled.slice(0, 3).join(' · ') : PANE_WORDS.addRow;
}

/** The other filled cells, each with its heading. */
function rowDetail(table: string, row: ProposedRow): string {
  const others = (tableDefinition(table)?.columns ?? []).filter((column) => column.required !== true);
  return others
    .flatMap((column) => {
      const value = row.cells[column.name];
      return value === undefined || value === null || value === '' ? [] : [`${column.name}: ${value}`];
    })
    .join(' · ');
}

function fieldsView(table: string, row: ProposedRow, index: number, actions: RowActions): TemplateResult {
  return html`
    <div class="fields">
      ${(tableDefinition(table)?.columns ?? []).map((column) => fieldView(table, row, index, column, actions))}
    </div>
  `;
}

function fieldView(
  table: string,
  row: ProposedRow,
  index: number,
  column: ColumnDefinition,
  actions: RowActions,
): TemplateResult {
  const id = `${table}-${index}-${column.name.replaceAll(' ', '-')}`;
  const value = row.cells[column.name] ?? '';
  const set = (event: Event): void =>
    actions.setCell(table, index, column.name, typed((event.target as HTMLInputElement).value, column));
  return html`
    <label for=${id}
      >${column.name}${column.required === true ? html` <span class="quiet">(needed)</span>` : nothing}</label
    >
    ${column.words
      ? html`<select id=${id} @change=${set}>
          <option value="" ?selected=${value === ''}></option>
          ${column.words.map((word) => html`<option value=${word} ?selected=${value === word}>${word}</option>`)}
        </select>`
      : html`<input id=${id} type="text" autocomplete="off" .value=${String(value)} @change=${set} />`}
  `;
}

/** A field's text as the cell's value: a plain number where the column holds numbers, else the text as typed. */
export function typed(text: string, column: ColumnDefinition): string | number | null {
  const trimmed = text.trim();
  if (trimmed === '') return null;
  const holdsNumber = column.kind === 'money' || column.kind === 'number';
  const plain = trimmed.replace(/^£/, '').replaceAll(',', '');
  return holdsNumber && /^-?\d+(\.\d+)?$/.test(plain) ? Number(plain) : trimmed;
}
