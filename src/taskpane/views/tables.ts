/* The input tables that can be added, each with what it is for and a tick; those in the workbook are shown as such. */
import { html, nothing, type TemplateResult } from 'lit/html.js';

import type { OfferedTable } from '../../tasks/tables';
import { stateWords, TABLE_GROUPS, tableDoes, titleOf } from '../../words/inputTables';
import { PANE_WORDS } from '../../words/pane';
import type { StartActions } from '../actions/start';
import type { TablesActions } from '../actions/tables';
import type { Screen } from '../state';

type Actions = TablesActions & Pick<StartActions, 'home'>;

/** The tables in their groups, and the way to the plan. */
export function tablesView(
  { tables, chosen }: Pick<Extract<Screen, { at: 'tables' }>, 'tables' | 'chosen'>,
  actions: Actions,
): TemplateResult {
  return html`
    <h1 tabindex="-1">${PANE_WORDS.tablesTitle}</h1>
    <p>${PANE_WORDS.tablesHint}</p>
    <form
      @submit=${(event: Event) => {
        event.preventDefault();
        actions.showPlan();
      }}
    >
      ${TABLE_GROUPS.map(
        (group) => html`
          <fieldset>
            <legend>${group.title}</legend>
            <ul class="rows offered">
              ${group.tables.map((name) => {
                const offered = tables.find(({ table }) => table === name);
                return offered === undefined ? nothing : tableItem(offered, chosen.includes(name), actions);
              })}
            </ul>
          </fieldset>
        `,
      )}
      <div class="buttons sticky">
        <fluent-button appearance="primary" @click=${() => actions.showPlan()}>${PANE_WORDS.showPlan}</fluent-button>
        <fluent-button appearance="subtle" @click=${() => actions.home()}>${PANE_WORDS.home}</fluent-button>
      </div>
    </form>
  `;
}

/** One table. A tick that cannot be changed shows what is: set for a table that is there, else not. */
function tableItem(
  { table, state, partners, optional }: OfferedTable,
  isChosen: boolean,
  actions: Actions,
): TemplateResult {
  const id = `add-${table}`;
  const words = stateWords(state, partners, optional);
  return html`
    <li>
      <div class="row-head">
        <input
          id=${id}
          type="checkbox"
          aria-describedby="${id}-does${words === '' ? '' : ` ${id}-state`}"
          ?disabled=${state === 'there' || state === 'needs partners'}
          .checked=${state === 'there' || isChosen}
          @change=${(event: Event) => actions.choose(table, (event.target as HTMLInputElement).checked)}
        />
        <label class="row-title" for=${id}>${titleOf(table)}</label>
      </div>
      <p class="quiet" id="${id}-does">${tableDoes(table)}</p>
      ${words === '' ? nothing : html`<p class="quiet state" id="${id}-state">${words}</p>`}
    </li>
  `;
}
