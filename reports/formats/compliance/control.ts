import type { Evidence } from '../../../harness/model/fact.ts'
import type { Beside } from '../../format.ts'
import type { RunVerdict } from '../../run.ts'
import { type Html, html, prose } from './html.ts'
import { longOf, plural, subjectsOf, toldOf } from './words.ts'

const EVIDENCE_SHOWN = 12
const OFFENDERS_SHOWN = 20
const ASK_SHOWN = 140
const NIGHTS_SHOWN = 30

/** All that was found out about one control, folded; opened by a click, a key, or a link to its id. */
export function control(one: RunVerdict, beside: Beside): Html {
  const { sign, says } = toldOf(one.verdict)
  return html`
<details class="control v-${one.verdict}" id="${one.id}" data-verdict="${one.verdict}" data-impact="${one.impact}" data-kind="${one.kind}" data-subjects=" ${subjectsOf(one).join(' ')} " data-standards=" ${one.standards.join(' ')} ">
<summary><span class="mark"><b aria-hidden="true">${sign}</b> ${says}</span> <span class="title">${one.title}</span> <span class="impact impact-${one.impact}">${one.impact}</span></summary>
<div class="body">
  <p class="id"><code>${one.id}</code> ${[...(one.owner ? [`answers: ${one.owner}`] : []), one.kind, one.strength, ...one.standards].map((word) => html`<span class="tag">${word}</span>`)}</p>
  ${one.because && html`<h4>${one.verdict === 'fail' || one.verdict === 'waived' ? 'What was seen' : 'Why'}</h4><p class="because">${one.offenders.length > 0 ? one.because.split('\n')[0] : one.because}</p>`}
  ${offenders(one)}
  ${one.waiver && html`<h4>Waived</h4><p>${one.waiver.because} Until ${one.waiver.until}, accepted by ${one.waiver.acceptedBy}.</p>`}
  ${one.verdict !== 'pass' && one.verdict !== 'not-applicable' && html`<h4>What to do</h4><p>${prose(one.remedy)}</p>`}
  ${evidence(one)}
  ${ages(one)}
  ${one.guards.length > 0 && html`<h4>Guards that had to hold</h4><p>${one.guards.join(', ')}</p>`}
  ${proofs(one, beside)}
  ${nights(one, beside)}
  ${(one.verdict === 'pass' || one.verdict === 'not-applicable') && html`<h4>If it ever fails</h4><p>${prose(one.remedy)}</p>`}
</div>
</details>`
}

function offenders({ offenders, offendersTotal }: RunVerdict) {
  const shown = offenders.slice(0, OFFENDERS_SHOWN)
  const more = offendersTotal - shown.length
  return (
    shown.length > 0 &&
    html`<h4>${plural(offendersTotal, 'offender')}</h4><ul class="offenders">${shown.map((one) => html`<li><code>${JSON.stringify(one)}</code></li>`)}${more > 0 && html`<li>and ${more} more, in run.json</li>`}</ul>`
  )
}

function evidence({ evidence, reads }: RunVerdict): Html {
  if (evidence.length === 0)
    return html`<h4>Evidence</h4><p>${reads.length > 0 ? `Nobody answered for ${reads.slice(0, EVIDENCE_SHOWN).join(', ')}.` : 'Nothing was read.'}</p>`
  const more = evidence.length - EVIDENCE_SHOWN
  return html`<h4>Evidence: ${plural(evidence.length, 'answer')}</h4>
<div class="scroll" tabindex="0" role="region" aria-label="Evidence"><table class="evidence"><thead><tr><th scope="col">Asked</th><th scope="col">Question</th><th scope="col">When</th><th scope="col">Worth</th><th scope="col">Digest</th></tr></thead>
<tbody>${evidence.slice(0, EVIDENCE_SHOWN).map(answer)}</tbody></table></div>
${more > 0 && html`<p class="more">and ${plural(more, 'more answer')}, in run.json</p>`}`
}

const answer = ({ source, ask, takenAt, tookMs, digest, reality }: Evidence): Html => {
  const line = ask.replaceAll(/\s+/g, ' ')
  return html`<tr><td>${source}</td><td><code>${line.length > ASK_SHOWN ? `${line.slice(0, ASK_SHOWN)}…` : line}</code></td><td>${takenAt.slice(11, 19)}, ${Math.round(tookMs)} ms</td><td>${reality}</td><td><code>${digest.slice(0, 12)}</code></td></tr>`
}

const ages = ({ ages = [] }: RunVerdict) =>
  ages.length > 0 &&
  html`<h4>How old</h4><ul>${ages.slice(0, 5).map(({ ageSeconds, longestSeconds }) => html`<li>${ageSeconds < 0 ? `dated ${longOf(-ageSeconds)} ahead` : longOf(ageSeconds)}, at most ${longOf(longestSeconds)}</li>`)}</ul>`

/** A claim that nobody has seen fail is worth less: the page says which it is. */
function proofs({ id }: RunVerdict, { proof }: Beside) {
  if (!proof) return undefined
  const faults = proof.faults.filter((one) => one.control === id)
  return html`<h4>Seen to fail on ${proof.target}</h4>${
    faults.length > 0
      ? html`<ul>${faults.map(({ fault, outcome }) => html`<li>${fault}: ${outcome}</li>`)}</ul>`
      : html`<p>It is not part of the last proof there.</p>`
  }`
}

function nights({ id }: RunVerdict, { nights = [] }: Beside) {
  const known = nights.slice(-NIGHTS_SHOWN).map(({ startedAt, verdicts }) => {
    const verdict = verdicts.find((one) => one.id === id)?.verdict
    return { day: startedAt.slice(0, 10), verdict }
  })
  return (
    known.length > 0 &&
    html`<h4>The last ${plural(known.length, 'night')}</h4><ol class="nights">${known.map(({ day, verdict }) => html`<li class="v-${verdict ?? 'none'}" title="${day}"><span class="unseen">${day} ${verdict ? toldOf(verdict).says : 'not judged'}</span><b aria-hidden="true">${verdict ? toldOf(verdict).sign : '·'}</b></li>`)}</ol>`
  )
}
