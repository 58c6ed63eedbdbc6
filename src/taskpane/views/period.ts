/* Asks for the month of a task: a list of those the workbook knows, and a field for any other. */
import { html, nothing, type TemplateResult } from 'lit/html.js';

import { monthWords, PANE_WORDS, PERIOD_HINTS, periodWords } from '../../words/pane';
import type { PeriodActions } from '../actions/plan';
import type { StartActions } from '../actions/start';
import { ALL_MONTHS, periodAsked } from '../periodTasks';
import type { Screen } from '../state';
import { TASK_ID } from './taskId';

const OTHER = 'other';

/** Whether a text is a calendar month. @example isPeriod('2026-06') -> true; isPeriod('2026-13') -> false */
export function isPeriod(text: string): boolean {
  return /^(19|20)\d\d-(0[1-9]|1[0-2])$/.test(text);
}

/** The question for a month. */
export function periodView(
  { task, period, list, isOther }: Extract<Screen, { at: 'period' }>,
  actions: PeriodActions & StartActions,
): TemplateResult {
  const asked = periodAsked(task);
  const isAll = asked === 'a month or all' && period === ALL_MONTHS && !isOther;
  const wrong = !isPeriod(period) && !isAll;
  // The month a pool begins is seldom one that the ledgers have reached.
  const isFree = asked === 'a first month';
  const known = isFree ? [] : list.periods;
  return html`
    <h1 tabindex="-1" aria-describedby=${TASK_ID}>${PANE_WORDS.periodTitle}</h1>
    <form
      @submit=${(event: Event) => {
        event.preventDefault();
        if (!wrong) actions.read();
      }}
    >
      ${known.length > 0 || isAll
        ? chooser({ task, period, list: { ...list, periods: known }, isOther }, actions)
        : nothing}
      ${isOther || isFree ? otherMonth(period, wrong, isFree, actions) : nothing}
      <p class="quiet" id="month-hint">${PERIOD_HINTS[task] ?? PANE_WORDS.periodHint}</p>
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
  { task, period, list, isOther }: Omit<Extract<Screen, { at: 'period' }>, 'at'>,
  actions: PeriodActions,
): TemplateResult {
  const known = list.periods;
  const chosen = known.find((month) => month.period === period);
  const takesAll = periodAsked(task) === 'a month or all';
  return html`
    <label for="month">${PANE_WORDS.periodLabel}</label>
    <select
      id="month"
      aria-describedby="month-hint month-state"
      @change=${(event: Event) => {
        const value = (event.target as HTMLSelectElement).value;
        if (value === OTHER) actions.other();
        else actions.pick(value);
      }}
    >
      ${takesAll
        ? html`<option value=${ALL_MONTHS} ?selected=${!isOther && period === ALL_MONTHS}>
            ${PANE_WORDS.allMonths}
          </option>`
        : nothing}
      ${known.map(
        (month) =>
          html`<option value=${month.period} ?selected=${!isOther && month.period === period}>
            ${monthWords(month.period)}
          </option>`,
      )}
      <option value=${OTHER} ?selected=${isOther}>${PANE_WORDS.anotherMonth}</option>
    </select>
    <p class="quiet" id="month-state">${chosen && !isOther ? periodWords(chosen, task) : nothing}</p>
  `;
}

function otherMonth(period: string, wrong: boolean, isFirst: boolean, actions: PeriodActions): TemplateResult {
  return html`
    <label for="other-month">${isFirst ? PANE_WORDS.firstMonth : PANE_WORDS.otherMonth}</label>
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
    <h1 tabindex="-1" aria-describedby=${TASK_ID}>${PANE_WORDS.noModelTitle}</h1>
    <p>${PANE_WORDS.noModel}</p>
    <div class="buttons">
      <fluent-button appearance="primary" @click=${() => actions.build()}>${PANE_WORDS.buildModel}</fluent-button>
      <fluent-button @click=${() => actions.home()}>${PANE_WORDS.home}</fluent-button>
    </div>
  `;
}
