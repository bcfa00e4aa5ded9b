import type { Run } from '../../run.ts'
import type { Beside } from './beside.ts'
import { type Html, html } from './html.ts'
import { VERDICTS } from './words.ts'

const SHOWN = 60
const HEIGHT = 120
const STEP = 14

/** Verdicts over the nights, this run last: what does not pass grows from below, so that it is seen. */
export function nightsPlot(run: Run, { nights = [] }: Beside): Html | undefined {
  if (nights.length === 0) return undefined
  const shown = [...nights, run].slice(-SHOWN).map(({ startedAt, verdicts }) => ({
    day: startedAt.slice(0, 10),
    counts: VERDICTS.map(({ verdict }) => verdicts.filter((one) => one.verdict === verdict).length),
  }))
  const most = Math.max(...shown.map(({ counts }) => counts.reduce((a, b) => a + b)))
  return html`
<section aria-labelledby="nights" class="history"><h2 id="nights">Verdicts over the nights</h2>
<div class="scroll" tabindex="0" role="region" aria-label="Plot of the nights"><svg role="img" aria-label="${`${shown.length} nights; the table below has the numbers`}" width="${shown.length * STEP + 8}" height="${HEIGHT + 4}">
${shown.map(({ day, counts }, index) => column(day, counts, index, most))}
</svg></div>
<details class="plain"><summary>The numbers</summary><div class="scroll" tabindex="0" role="region" aria-label="Table of the nights"><table class="counts"><thead><tr><th scope="col">Night</th>${VERDICTS.map(({ verdict, says }) => html`<th scope="col" class="v-${verdict}">${says}</th>`)}</tr></thead>
<tbody>${shown.map(({ day, counts }) => html`<tr><th scope="row">${day}</th>${counts.map((count) => html`<td>${count}</td>`)}</tr>`)}</tbody></table></div></details>
</section>`
}

function column(day: string, counts: readonly number[], index: number, most: number): Html {
  let below = 0
  return html`<g><title>${day}: ${counts.map((count, at) => `${count} ${VERDICTS[at]?.says}`).join(', ')}</title>${counts.map(
    (count, at) => {
      const tall = (HEIGHT * count) / most
      below += tall
      return (
        count > 0 &&
        html`<rect class="v-${VERDICTS[at]?.verdict}" x="${index * STEP + 4}" width="${STEP - 3}" y="${(HEIGHT + 2 - below).toFixed(1)}" height="${Math.max(tall, 1).toFixed(1)}"></rect>`
      )
    },
  )}</g>`
}
