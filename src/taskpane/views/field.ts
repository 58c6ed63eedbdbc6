/* One field of a row that is being corrected. It reads what is typed as the cell's value; it does not judge it. */
import { html, nothing, type TemplateResult } from 'lit/html.js';

import type { ColumnDefinition } from '../../workbook/schema';
import { shownValue, typedValue } from '../typedValue';
import { PANE_WORDS } from '../../words/pane';

/** A field: its element's id, its column and what it holds. */
export interface Field {
  readonly id: string;
  readonly column: ColumnDefinition;
  readonly value: string | number;
}

/** The field with its label. `wrongId` is the element that says what is wrong with it. */
export function fieldView(
  { id, column, value }: Field,
  wrongId: string | undefined,
  set: (value: string | number | null) => void,
): TemplateResult {
  const take = (event: Event): void => set(typedValue((event.target as HTMLInputElement).value, column));
  const invalid = wrongId === undefined ? 'false' : 'true';
  return html`
    <label for=${id}
      >${column.name}${column.required === true
        ? html` <span class="quiet">${PANE_WORDS.needed}</span>`
        : nothing}</label
    >
    ${column.words
      ? html`<select id=${id} aria-invalid=${invalid} aria-describedby=${wrongId ?? nothing} @change=${take}>
          <option value="" ?selected=${value === ''}></option>
          ${column.words.map((word) => html`<option value=${word} ?selected=${value === word}>${word}</option>`)}
        </select>`
      : html`<input
          id=${id}
          type="text"
          autocomplete="off"
          aria-invalid=${invalid}
          aria-describedby=${wrongId ?? nothing}
          .value=${shownValue(value, column)}
          @change=${take}
        />`}
  `;
}
