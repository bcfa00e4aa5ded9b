import type { Beside } from '../../format.ts'
import type { Run, RunVerdict } from '../../run.ts'
import { type Html, html } from './html.ts'
import { countOf, VERDICTS } from './words.ts'

const SHOWN = 60
const HEIGHT = 120
const STEP = 18
const LEFT = 34
/** What a night is drawn of, from below; what passes is no news. */
const DRAWN = VERDICTS.slice(0, 3)

interface Night {
  readonly day: string
  readonly of: readonly RunVerdict[]
}

/** What did not pass, night by night, this run last. A night in which everything did has a mark of its own. */
export function nightsPlot(run: Run, { nights = [] }: Beside): Html | undefined {
  if (nights.length === 0) return undefined
  const shown = [...nights, run]
    .slice(-SHOWN)
    .map(({ startedAt, verdicts }): Night => ({ day: startedAt.slice(0, 10), of: verdicts }))
  const most = Math.max(1, ...shown.map(({ of }) => drawn(of)))
  const width = LEFT + shown.length * STEP
  return html`
<section aria-labelledby="nights" class="history"><h2 id="nights">What did not pass, night by night</h2>
<div class="scroll" tabindex="0" role="region" aria-label="Plot of the nights"><svg role="img" aria-label="${shown.length} nights; the table below has the numbers" width="${width}" height="${HEIGHT + 28}">
<text x="${LEFT - 6}" y="12" text-anchor="end">${most}</text><text x="${LEFT - 6}" y="${HEIGHT + 2}" text-anchor="end">0</text>
<line x1="${LEFT - 2}" x2="${width}" y1="${HEIGHT + 2}" y2="${HEIGHT + 2}"></line>
${shown.map((night, index) => column(night, LEFT + index * STEP, most))}
<text x="${LEFT}" y="${HEIGHT + 22}">${shown[0]?.day}</text>
</svg></div>
<details class="plain"><summary>The numbers</summary><div class="scroll" tabindex="0" role="region" aria-label="Table of the nights"><table class="counts"><thead><tr><th scope="col">Night</th>${VERDICTS.map(({ verdict, many }) => html`<th scope="col" class="v-${verdict}">${many}</th>`)}</tr></thead>
<tbody>${shown.map(({ day, of }) => html`<tr><th scope="row">${day}</th>${VERDICTS.map(({ verdict }) => html`<td>${countOf(of, verdict)}</td>`)}</tr>`)}</tbody></table></div></details>
</section>`
}

const drawn = (of: readonly RunVerdict[]): number =>
  DRAWN.reduce((sum, { verdict }) => sum + countOf(of, verdict), 0)

function column({ day, of }: Night, x: number, most: number): Html {
  const says = VERDICTS.map(({ verdict, many }) => `${countOf(of, verdict)} ${many}`).join(', ')
  const scale = HEIGHT / most
  let below = 0
  const bars = DRAWN.map(({ verdict }) => {
    const tall = countOf(of, verdict) * scale
    below += tall
    return (
      tall > 0 &&
      html`<rect class="v-${verdict}" x="${x}" width="${STEP - 4}" y="${(HEIGHT + 2 - below).toFixed(1)}" height="${tall.toFixed(1)}"></rect>`
    )
  })
  return html`<g><title>${day}: ${says}</title>${below > 0 ? bars : html`<rect class="v-pass" x="${x}" width="${STEP - 4}" y="${HEIGHT - 2}" height="4"></rect>`}</g>`
}
