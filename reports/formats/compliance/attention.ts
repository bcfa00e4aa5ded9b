import type { Run } from '../../run.ts'
import { type Html, html } from './html.ts'
import { IMPACTS, toldOf, VERDICTS } from './words.ts'

/** What somebody has to look at, worst first; each leads to its control. */
export function attention({ verdicts, waivers }: Run): Html | undefined {
  const open = VERDICTS.filter(
    ({ verdict }) => !['pass', 'not-applicable'].includes(verdict),
  ).flatMap(({ verdict }) =>
    IMPACTS.flatMap((impact) =>
      verdicts.filter((one) => one.verdict === verdict && one.impact === impact),
    ),
  )
  if (open.length + waivers.unused.length === 0) return undefined
  return html`
<section aria-labelledby="attention" class="attention"><h2 id="attention">What needs attention</h2>
<ul>${open.map(({ id, title, verdict, impact, because }) => {
    const { sign, says } = toldOf(verdict)
    return html`<li class="v-${verdict}"><a href="#${id}"><span class="mark"><b aria-hidden="true">${sign}</b> ${says}</span> <span class="title">${title}</span></a> <span class="impact impact-${impact}">${impact}</span><p>${because.split('\n')[0]}</p></li>`
  })}${waivers.unused.map(({ control, until }) => html`<li class="v-waived">The waiver of <code>${control}</code> until ${until} accepted nothing: take it out.</li>`)}</ul>
</section>`
}
