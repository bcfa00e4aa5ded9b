import type { Beside } from '../../format.ts'
import type { Run, RunVerdict } from '../../run.ts'
import { answersOf } from '../../tell.ts'
import { type Html, html } from './html.ts'
import { countOf, IMPACTS, plural, toldOf, VERDICTS, type Verdict } from './words.ts'

/** What a person has to know first: one sentence, and the counts by document and by impact. */
export const overview = (run: Run, { unread = [] }: Beside): Html => html`
<header class="exit-${run.exit}">
  <p class="kicker">Plumbline · ${run.target}</p>
  <h1>${run.lab}</h1>
  <p class="verdict">${sentence(run)}</p>
  <dl class="facts">
    <div><dt>Looked at</dt><dd><time datetime="${run.takenAt}">${run.takenAt.slice(0, 16).replace('T', ' ')} UTC</time></dd></div>
    <div><dt>Answers</dt><dd>${worthOf(run)}</dd></div>
    <div><dt>Statements</dt><dd>${run.coverage.claimed} judged, ${run.coverage.narrative} narrative, ${run.coverage.unclaimed.length} unclaimed</dd></div>
    <div><dt>Snapshot</dt><dd><code>${run.snapshotDigest.slice(0, 12)}</code></dd></div>
    ${run.only?.length ? html`<div><dt>Selected</dt><dd>${run.only.join(', ')}</dd></div>` : ''}
  </dl>
  ${bugs(run)}
  ${unread.length > 0 && html`<p class="hint">Not in this page, as it cannot be used: ${unread.join('; ')}</p>`}
</header>
<section aria-labelledby="glance" class="glance">
  <h2 id="glance">At a glance</h2>
  ${counts(
    'By document',
    run.profiles.map((name) =>
      row(
        name,
        run.verdicts.filter(({ profile }) => profile === name),
      ),
    ),
  )}
  ${counts(
    'By impact',
    IMPACTS.map((impact) =>
      row(
        impact,
        run.verdicts.filter((one) => one.impact === impact),
      ),
    ),
  )}
</section>`

function sentence({ exit, verdicts, summary, broken }: Run): string {
  const { fail, unverifiable, waived } = summary
  if (exit === 3)
    return broken.length > 0
      ? 'This run is broken: a bug of ours, told below. What it says of the lab is not the whole.'
      : 'Nothing was judged: this run says nothing about the lab.'
  const parts = [
    fail > 0 && `${plural(fail, 'control')} ${fail === 1 ? 'fails' : 'fail'}`,
    unverifiable > 0 && `${unverifiable} could not be verified`,
    waived > 0 && `${waived} ${waived === 1 ? 'is' : 'are'} waived`,
  ].filter(Boolean)
  return parts.length > 0
    ? `${parts.join(', ')}, of ${verdicts.length}.`
    : `All ${plural(summary.pass, 'control')} that apply here pass.`
}

const worthOf = ({ verdicts }: Run): string =>
  answersOf(verdicts).kinds.join(', ') || 'nobody answered'

const bugs = ({ broken }: Run) =>
  broken.length > 0 &&
  html`<ul class="bugs">${broken.map(({ spec, message }) => html`<li><code>${spec || 'the run'}</code> ${message}</li>`)}</ul>`

interface Row {
  readonly name: string
  readonly of: readonly RunVerdict[]
}

const row = (name: string, of: readonly RunVerdict[]): Row => ({ name, of })

const counts = (caption: string, rows: readonly Row[]) => html`
<table class="counts">
  <caption>${caption}</caption>
  <thead><tr><th scope="col"><span class="unseen">Name</span></th>${VERDICTS.map(({ verdict, many }) => html`<th scope="col" class="v-${verdict}">${many}</th>`)}<th scope="col" class="bar"><span class="unseen">Share of each</span></th></tr></thead>
  <tbody>${rows
    .filter(({ of }) => of.length > 0)
    .map(
      ({ name, of }) =>
        html`<tr><th scope="row">${name}</th>${VERDICTS.map(({ verdict }) => cell(of, verdict))}<td class="bar">${bar(of)}</td></tr>`,
    )}</tbody>
</table>`

function cell(of: readonly RunVerdict[], verdict: Verdict): Html {
  const count = countOf(of, verdict)
  return html`<td class="${count > 0 ? `v-${verdict}` : 'none'}">${count || '·'}</td>`
}

function bar(of: readonly RunVerdict[]): Html {
  const parts = VERDICTS.map(({ verdict }) => ({ verdict, count: countOf(of, verdict) }))
  const says = parts
    .filter(({ count }) => count > 0)
    .map(({ verdict, count }) => `${count} ${toldOf(verdict).many}`)
  return html`<span class="stack" role="img" aria-label="${says.join(', ')}">${parts
    .filter(({ count }) => count > 0)
    .map(
      ({ verdict, count }) => html`<i class="v-${verdict}" style="flex-grow:${count}"></i>`,
    )}</span>`
}
