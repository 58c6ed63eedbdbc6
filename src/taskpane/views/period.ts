/* Asks for the month to reconcile: a list of those the workbook knows, and a field for any other. */
import { html, nothing, type TemplateResult } from 'lit/html.js';

import type { KnownPeriod } from '../../tasks/periods';
import { monthWords, PANE_WORDS, periodWords } from '../../words/pane';
import type { PeriodActions } from '../actions/plan';
import type { StartActions } from '../actions/start';
import type { Screen } from '../state';

const OTHER = 'other';

/** Whether a text is a calendar month. @example isPeriod('2026-06') -> true; isPeriod('2026-13') -> false */
export function isPeriod(text: string): boolean {
  return /^(19|20)\d\d-(0[1-9]|1[0-2])$/.test(text);
}

/** The question for a month. */
export function periodView(
  { period, list, isOther }: Extract<Screen, { at: 'period' }>,
  actions: PeriodActions & StartActions,
): TemplateResult {
  const wrong = !isPeriod(period);
  return html`
    <h1 tabindex="-1">${PANE_WORDS.periodTitle}</h1>
    <form
      @submit=${(event: Event) => {
        event.preventDefault();
        if (!wrong) actions.read();
      }}
    >
      ${list.periods.length > 0 ? chooser(list.periods, period, isOther, actions) : nothing}
      ${isOther ? otherMonth(period, wrong, actions) : nothing}
      <p class="quiet" id="month-hint">${PANE_WORDS.periodHint}</p>
      <div class="buttons">
        <fluent-button appearance="primary" ?disabled=${wrong} @click=${() => (wrong ? undefined : actions.read())}
          >${PANE_WORDS.readWorkbook}</fluent-button
        >
        <fluent-button @click=${() => actions.home()}>${PANE_WORDS.back}</fluent-button>
      </div>
    </form>
  `;
}

function chooser(
  known: readonly KnownPeriod[],
  period: string,
  isOther: boolean,
  actions: PeriodActions,
): TemplateResult {
  const chosen = known.find((month) => month.period === period);
  return html`
    <label for="month">${PANE_WORDS.periodLabel}</label>
    <select
      id="month"
      aria-describedby="month-hint month-state"
      @change=${(event: Event) => {
        const value = (event.target as HTMLSelectElement).value;
        if (value === OTHER) actions.other();
        else actions.choose(value);
      }}
    >
      ${known.map(
        (month) =>
          html`<option value=${month.period} ?selected=${!isOther && month.period === period}>
            ${monthWords(month.period)}
          </option>`,
      )}
      <option value=${OTHER} ?selected=${isOther}>${PANE_WORDS.anotherMonth}</option>
    </select>
    <p class="quiet" id="month-state">${chosen && !isOther ? periodWords(chosen) : nothing}</p>
  `;
}

function otherMonth(period: string, wrong: boolean, actions: PeriodActions): TemplateResult {
  return html`
    <label for="other-month">${PANE_WORDS.otherMonth}</label>
    <input
      id="other-month"
      type="text"
      autocomplete="off"
      .value=${period}
      aria-invalid=${wrong ? 'true' : 'false'}
      aria-describedby=${wrong ? 'month-wrong month-hint' : 'month-hint'}
      @input=${(event: Event) => actions.choose((event.target as HTMLInputElement).value.trim())}
    />
    ${wrong ? html`<p class="wrong" id="month-wrong">${PANE_WORDS.otherMonthWrong}</p>` : nothing}
  `;
}

/** There is nothing to reconcile yet: the way to the model. */
export function noModelView(actions: PeriodActions & StartActions): TemplateResult {
  return html`
    <h1 tabindex="-1">${PANE_WORDS.noModelTitle}</h1>
    <p>${PANE_WORDS.noModel}</p>
    <div class="buttons">
      <fluent-button appearance="primary" @click=${() => actions.build()}>${PANE_WORDS.buildModel}</fluent-button>
      <fluent-button @click=${() => actions.home()}>${PANE_WORDS.home}</fluent-button>
    </div>
  `;
}
