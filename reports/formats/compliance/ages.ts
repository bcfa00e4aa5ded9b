import type { Run, RunVerdict } from '../../run.ts'
import { type Html, html } from './html.ts'
import { longOf } from './words.ts'

const SHOWN = 40
/** The line of the longest is at two thirds, so that what is late is seen to be. */
const LINE_PERCENT = 66

/** Everything that has to be recent against what it may be: parity, backups, drills, records. */
export function agesOf({ verdicts }: Run): Html | undefined {
  const aged = verdicts
    .filter(({ ages = [] }) => ages.length > 0)
    .toSorted((a, b) => shareOf(b) - shareOf(a))
  if (aged.length === 0) return undefined
  return html`
<section aria-labelledby="ages" class="ages"><h2 id="ages">How old, and how old it may be</h2>
<p class="hint">Each mark is one moment that was judged; the line is the longest that the document allows. Where one of several is enough, older ones may lie beyond it.</p>
<ul>${aged.slice(0, SHOWN).map(strip)}</ul>
${aged.length > SHOWN && html`<p class="more">and ${aged.length - SHOWN} more, under their controls</p>`}
</section>`
}

/** Of the youngest: what an objective is about. */
const youngestOf = ({ ages = [] }: RunVerdict) =>
  ages.at(-1) ?? { ageSeconds: 0, longestSeconds: 1 }

function shareOf(one: RunVerdict): number {
  const { ageSeconds, longestSeconds } = youngestOf(one)
  return ageSeconds / longestSeconds
}

function strip(one: RunVerdict): Html {
  const { ageSeconds, longestSeconds } = youngestOf(one)
  const says = `${ageSeconds < 0 ? 'dated ahead' : longOf(ageSeconds)} of ${longOf(longestSeconds)}`
  return html`
<li class="v-${one.verdict}"><a href="#${one.id}">${one.title}</a>
<span class="strip" aria-hidden="true"><i class="line" style="left:${LINE_PERCENT}%"></i>${(
    one.ages ?? []
  ).map(
    (age) =>
      html`<i class="dot" style="left:${Math.max(0, Math.min(99, (LINE_PERCENT * age.ageSeconds) / age.longestSeconds)).toFixed(1)}%"></i>`,
  )}</span>
<span class="says">${says}</span></li>`
}
