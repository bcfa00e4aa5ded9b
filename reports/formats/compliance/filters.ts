import type { Run, RunVerdict } from '../../run.ts'
import { type Html, html } from './html.ts'
import { IMPACTS, subjectsOf, VERDICTS } from './words.ts'

/** What is looked for; every one of it works by keyboard. `filters.js` reads it by its names. */
export const filters = ({ verdicts }: Run): Html => html`
<form class="filters" role="search" aria-label="Controls">
  <label>Find <input type="search" name="text" placeholder="word or id, key /" autocomplete="off"></label>
  <fieldset><legend class="unseen">Verdict</legend>${VERDICTS.filter(({ verdict }) =>
    verdicts.some((one) => one.verdict === verdict),
  ).map(
    ({ verdict, sign, says }) =>
      html`<label class="chip v-${verdict}"><input type="checkbox" name="verdict" value="${verdict}"> ${sign} ${says}</label>`,
  )}</fieldset>
  ${choice(
    'impact',
    IMPACTS.filter((impact) => verdicts.some((one) => one.impact === impact)),
  )}
  ${choice('subject', distinct(verdicts, subjectsOf), 'host')}
  ${choice(
    'standard',
    distinct(verdicts, ({ standards }) => standards),
  )}
  ${choice(
    'kind',
    distinct(verdicts, ({ kind }) => [kind]),
  )}
  <button type="reset">Clear</button>
  <output aria-live="polite"></output>
</form>`

const distinct = (
  verdicts: readonly RunVerdict[],
  of: (one: RunVerdict) => readonly string[],
): readonly string[] => [...new Set(verdicts.flatMap(of))].sort()

const choice = (name: string, values: readonly string[], says = name): Html =>
  html`<label>${says} <select name="${name}"><option value="">any</option>${values.map((value) => html`<option>${value}</option>`)}</select></label>`
