import type { Run } from '../../run.ts'
import { documentsOf } from './documents.ts'
import { type Html, html } from './html.ts'
import { toldOf, worstOf } from './words.ts'

/** Both ways: which sentences are judged and by whom, and which standard asks for what. */
export const coverage = (run: Run): Html => html`
<section aria-labelledby="coverage" class="coverage"><h2 id="coverage">Coverage</h2>
<details class="plain"><summary>From the sentence to its controls</summary>
<table><thead><tr><th scope="col">Sentence</th><th scope="col">Section</th><th scope="col">Judged by</th></tr></thead><tbody>${documentsOf(run).flatMap(({ profile, sections }) => sections.flatMap(({ heading, statements }) => statements.map(({ id, narrative }) => html`<tr><td><a href="#${id}">${id}</a></td><td>${heading}</td><td>${judgesOf(run, profile, id, narrative)}</td></tr>`)))}</tbody></table></details>
<details class="plain"><summary>From the control to its sentence</summary>
<table><thead><tr><th scope="col">Control</th><th scope="col">Sentence</th><th scope="col">Verdict</th></tr></thead><tbody>${run.verdicts.map(({ id, statement, verdict }) => html`<tr><td><a href="#${id}">${id}</a></td><td>${statement}</td><td class="v-${verdict}">${toldOf(verdict).sign} ${toldOf(verdict).says}</td></tr>`)}</tbody></table></details>
<details class="plain"><summary>By standard</summary>
<table><thead><tr><th scope="col">Standard</th><th scope="col">Controls</th><th scope="col">Worst verdict</th></tr></thead><tbody>${standards(run)}</tbody></table></details>
</section>`

function judgesOf({ verdicts }: Run, profile: string, statement: string, narrative?: string): Html {
  const judges = verdicts.filter((one) => one.profile === profile && one.statement === statement)
  if (judges.length === 0) return html`${narrative ? `narrative: ${narrative}` : 'nobody'}`
  return html`${judges.map(({ id, verdict }) => html`<a class="v-${verdict}" href="#${id}">${toldOf(verdict).sign} ${id.split('/')[1]}</a> `)}`
}

function standards({ verdicts }: Run): readonly Html[] {
  const names = [...new Set(verdicts.flatMap((one) => one.standards))].sort()
  return names.map((name) => {
    const mine = verdicts.filter((one) => one.standards.includes(name))
    const worst = toldOf(worstOf(mine) ?? 'unverifiable')
    return html`<tr><td>${name}</td><td>${mine.length}</td><td class="v-${worst.verdict}">${worst.sign} ${worst.says}</td></tr>`
  })
}
