/* What came of taking the last run back, and the cells that have changed since, if they stopped it. */
import { html, nothing, type TemplateResult } from 'lit/html.js';

import type { UndoOutcome } from '../../tasks/task';
import type { Place } from '../../workbook/finding';
import { PANE_WORDS } from '../../words/pane';
import { placeWords } from '../../words/place';
import type { ListActions } from '../actions/lists';
import type { StartActions } from '../actions/start';
import { moreButton } from './more';

const LIST = 'changed cells';

/** The outcome in its sentence, with links to the cells in the way. */
export function undoneView(outcome: UndoOutcome, actions: ListActions & StartActions): TemplateResult {
  const cells = outcome.ok ? [] : outcome.cells;
  return html`
    <h1 tabindex="-1">${outcome.ok ? PANE_WORDS.undone : PANE_WORDS.notUndone}</h1>
    <p>${outcome.sentence}</p>
    ${cells.length === 0 ? nothing : changedCells(cells, actions)}
    <div class="buttons">
      ${outcome.ok
        ? nothing
        : html`<fluent-button appearance="primary" @click=${() => actions.undo()}
            >${PANE_WORDS.undoAgain}</fluent-button
          >`}
      <fluent-button appearance=${outcome.ok ? 'primary' : 'outline'} @click=${() => actions.home()}
        >${PANE_WORDS.home}</fluent-button
      >
    </div>
  `;
}

function changedCells(cells: readonly Place[], actions: ListActions): TemplateResult {
  const { shown } = actions.list(LIST);
  return html`
    <h2>${PANE_WORDS.changedCells} (${cells.length.toLocaleString('en-GB')})</h2>
    <ul class="plain links" data-list=${LIST}>
      ${cells.slice(0, shown).map(
        (place) =>
          html`<li>
            <fluent-button size="small" appearance="subtle" @click=${() => actions.goTo(place)}
              >${PANE_WORDS.goToCell} ${placeWords(place)}</fluent-button
            >
          </li>`,
      )}
    </ul>
    ${moreButton(cells.length - shown, () => actions.showMore(LIST))}
  `;
}
