/*
 * One table of the proposal: its rows, and for a long one a search, a choice of rows, and a tick for all of them. Rows that
 * stop the plan come first.
 */
import { html, nothing, type TemplateResult } from 'lit/html.js';

import type { ProposedRow, ProposedTable } from '../../tasks/task';
import { tableDefinition } from '../../workbook/schema';
import { counted, PANE_WORDS, ROW_CHOICES } from '../../words/pane';
import type { ListActions } from '../actions/lists';
import type { ProposalActions } from '../actions/proposal';
import type { RowProblem } from '../rowProblems';
import type { ListView, RowChoice, RowId } from '../state';
import { rowsShown } from '../rowsShown';
import { moreButton } from './more';
import { proposedRowView } from './proposedRow';

/** A table longer than this gets a search and a tick for all. */
const LONG = 10;
/** The tables that decide all others: open at first, as is a table of few rows that stands alone. */
const OPEN: readonly string[] = ['PoolPartners', 'PoolSources'];

/** The table. `problems` are those of its rows. */
export function proposedTableView(
  table: ProposedTable,
  problems: readonly RowProblem[],
  editing: RowId | undefined,
  isAlone: boolean,
  actions: ProposalActions & ListActions,
): TemplateResult {
  const name = table.table;
  const title = tableDefinition(name)?.title ?? name;
  const view = actions.list(name);
  const isOpenAtFirst = OPEN.includes(name) || (isAlone && table.rows.length <= LONG);
  const meant = rowsShown(table.rows, view, new Set(problems.map(({ row }) => row)));
  return html`
    <details class="found" ?open=${isOpenAtFirst || problems.length > 0 || editing?.table === name}>
      <summary>
        <span>${title}</span>
        <span class="quiet">${summaryOf(table.rows)}</span>
      </summary>
      ${table.rows.length > LONG ? toolsView(name, title, view, meant, actions) : nothing}
      ${meant.length === 0 ? html`<p class="quiet">${PANE_WORDS.noRows}</p>` : nothing}
      <ul class="rows" data-list=${name}>
        ${meant.slice(0, view.shown).map((index) => {
          const row = table.rows[index];
          if (!row) return nothing;
          const mine = problems.filter((problem) => problem.row === index);
          return proposedRowView({ table: name, index, row, problems: mine }, isOpen(editing, name, index), actions);
        })}
      </ul>
      ${moreButton(meant.length - view.shown, () => actions.showMore(name))}
      <fluent-button
        size="small"
        appearance="subtle"
        aria-label="${PANE_WORDS.addRow}: ${title}"
        @click=${() => actions.addRow(name)}
        >${PANE_WORDS.addRow}</fluent-button
      >
    </details>
  `;
}

function isOpen(editing: RowId | undefined, table: string, row: number): boolean {
  return editing?.table === table && editing.row === row;
}

/** @example '9 rows, 2 left out, 1 guess' */
function summaryOf(rows: readonly ProposedRow[]): string {
  const kept = rows.filter(({ keep }) => keep).length;
  const guesses = rows.filter(({ confidence }) => confidence === 'guess').length;
  return [
    counted(kept, 'row'),
    rows.length > kept ? `${(rows.length - kept).toLocaleString('en-GB')} left out` : '',
    guesses > 0 ? counted(guesses, 'guess', 'guesses') : '',
  ]
    .filter((part) => part !== '')
    .join(', ');
}

function toolsView(
  name: string,
  title: string,
  view: ListView,
  meant: readonly number[],
  actions: ProposalActions,
): TemplateResult {
  return html`
    <div class="tools">
      <label for="search-${name}">${PANE_WORDS.search}: ${title}</label>
      <input
        id="search-${name}"
        type="search"
        autocomplete="off"
        .value=${view.search}
        @input=${(event: Event) => actions.look(name, { search: (event.target as HTMLInputElement).value })}
      />
      <label for="choice-${name}">${PANE_WORDS.rowsShown}: ${title}</label>
      <select
        id="choice-${name}"
        @change=${(event: Event) =>
          actions.look(name, { choice: (event.target as HTMLSelectElement).value as RowChoice })}
      >
        ${ROW_CHOICES.map(
          ([choice, words]) => html`<option value=${choice} ?selected=${choice === view.choice}>${words}</option>`,
        )}
      </select>
      <div class="buttons tight">
        <fluent-button size="small" @click=${() => actions.keep(name, meant, true)}
          >${PANE_WORDS.keepAll} (${meant.length.toLocaleString('en-GB')})</fluent-button
        >
        <fluent-button size="small" @click=${() => actions.keep(name, meant, false)}
          >${PANE_WORDS.leaveOutAll}</fluent-button
        >
      </div>
    </div>
  `;
}
