import type { Beside } from '../../format.ts'
import type { Run, RunDocument, RunVerdict } from '../../run.ts'
import { control } from './control.ts'
import { type Html, html, prose } from './html.ts'
import { toldOf, worstOf } from './words.ts'

/** The documents as they read, each sentence by its verdict, and under it who judges it. */
export const documents = (run: Run, beside: Beside): Html =>
  html`<section aria-labelledby="documents" class="documents"><h2 id="documents">The documents, sentence by sentence</h2>${documentsOf(run).map((one) => document(one, run, beside))}</section>`

/** Runs of before documents were told have the words of what was judged, and no more. */
export function documentsOf({ documents, profiles, verdicts }: Run): readonly RunDocument[] {
  if (documents) return documents
  return profiles.map((profile) => {
    const mine = verdicts.filter((one) => one.profile === profile)
    const sections = Map.groupBy(mine, ({ section }) => section)
    return {
      profile,
      title: profile,
      sections: [...sections].map(([slug, judged]) => {
        const heading = judged[0]?.heading ?? slug
        const statements = new Map(
          judged.map(({ statement, text }) => [
            statement,
            { id: statement, text: text ?? '', line: 0 },
          ]),
        )
        return { heading, slug, path: [heading], statements: [...statements.values()] }
      }),
    }
  })
}

function document({ profile, title, sections }: RunDocument, run: Run, beside: Beside): Html {
  const by = Map.groupBy(
    run.verdicts.filter((one) => one.profile === profile),
    ({ statement }) => statement,
  )
  return html`
<article class="document" aria-labelledby="${profile}">
<h3 id="${profile}">${title} <span class="profile">${profile}</span></h3>
${sections
  .filter(({ statements }) => statements.length > 0)
  .map(
    ({ path, statements }) => html`
<section class="heading"><h4>${path.join(' › ')}</h4>
${statements.map((statement) => sentence(statement, by.get(statement.id) ?? [], run, beside))}
</section>`,
  )}
</article>`
}

function sentence(
  { id, text, narrative }: RunDocument['sections'][number]['statements'][number],
  judged: readonly RunVerdict[],
  run: Run,
  beside: Beside,
): Html {
  const worst = worstOf(judged)
  const isSelection = (run.only?.length ?? 0) > 0
  const state = worst ?? (narrative ? 'narrative' : isSelection ? 'unselected' : 'unclaimed')
  const says = worst
    ? toldOf(worst).says
    : { narrative: 'narrative', unselected: 'not selected', unclaimed: 'nobody answers for it' }[
        state as 'narrative'
      ]
  return html`
<div class="statement s-${state}" id="${id}">
<p><span class="number">${id}</span> ${prose(text)} <span class="unseen">(${says})</span>${!worst && html` <span class="why">${narrative ? prose(narrative) : says}</span>`}</p>
${judged.map((one) => control(one, beside))}
</div>`
}
