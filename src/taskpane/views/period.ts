/* Asks for the month to reconcile. A list of recent months, and a field for any other. */
import { html, nothing, type TemplateResult } from 'lit/html.js';

import { monthWords, PANE_WORDS } from '../../words/pane';

/** What the month's screen can do. */
export interface PeriodActions {
  choose(period: string): void;
  read(): void;
  back(): void;
}

/** Whether a text is a calendar month. @example isPeriod('2026-06') -> true; isPeriod('2026-13') -> false */
export function isPeriod(text: string): boolean {
  return /^(19|20)\d\d-(0[1-9]|1[0-2])$/.test(text);
}

/** The question for a month; `recent` are the months offered, newest first. */
export function periodView(period: string, recent: readonly string[], actions: PeriodActions): TemplateResult {
  const wrong = !isPeriod(period);
  return html`
    <h1 tabindex="-1">${PANE_WORDS.periodTitle}</h1>
    <form
      @submit=${(event: Event) => {
        event.preventDefault();
        if (!wrong) actions.read();
      }}
    >
      <label for="month">${PANE_WORDS.periodLabel}</label>
      <select
        id="month"
        aria-describedby="month-hint"
        @change=${(event: Event) => actions.choose((event.target as HTMLSelectElement).value)}
      >
        ${recent.includes(period)
          ? nothing
          : html`<option value=${period} selected>${wrong ? period : monthWords(period)}</option>`}
        ${recent.map(
          (month) => html`<option value=${month} ?selected=${month === period}>${monthWords(month)}</option>`,
        )}
      </select>
      <p class="quiet" id="month-hint">${PANE_WORDS.periodHint}</p>
      <label for="other-month">${PANE_WORDS.otherMonth}</label>
      <input
        id="other-month"
        type="text"
        autocomplete="off"
        .value=${period}
        aria-invalid=${wrong ? 'true' : 'false'}
        aria-describedby=${wrong ? 'month-wrong' : nothing}
        @input=${(event: Event) => actions.choose((event.target as HTMLInputElement).value.trim())}
      />
      ${wrong ? html`<p class="wrong" id="month-wrong">${PANE_WORDS.otherMonthWrong}</p>` : nothing}
      <div class="buttons">
        <fluent-button
          type="submit"
          appearance="primary"
          ?disabled=${wrong}
          @click=${() => (wrong ? undefined : actions.read())}
          >${PANE_WORDS.readWorkbook}</fluent-button
        >
        <fluent-button @click=${() => actions.back()}>${PANE_WORDS.back}</fluent-button>
      </div>
    </form>
  `;
}
