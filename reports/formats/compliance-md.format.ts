import type { Judgement } from '../../harness/model/judgement.ts'
import type { Format } from '../format.ts'
import type { Run, RunVerdict } from '../run.ts'
import { those } from './finding.ts'
import { fenced, inline } from './markdown.ts'
import { askings, saying } from './saying.ts'
import { moment, plural } from './text.ts'

/** A comment on a pull request may have 65536 characters. */
const ROOM = 64_000
/** What is kept free for the notes of what was left out. */
const NOTES = 1_000

/** A page for a pull request or a wiki: what fails first, and all controls folded away below it. */
export const format: Format = {
  file: 'compliance.md',
  of: (run) => {
    const page = new Page(ROOM - NOTES)
    const tables = tablesOf(run)
    const spare = Math.min(tables.join().length, ROOM / 2)
    page.add(...head(run))
    page.addEach(run.broken.map(bug), 'more bugs of ours', spare)
    for (const [verdict, title] of PARTS) {
      const found = those(run.verdicts, verdict)
      if (found.length === 0) continue
      page.add(`## ${title}`)
      page.addEach(found.map(finding), `more, see ${MORE}`, spare)
    }
    if (tables.length > 0) {
      page.add(
        `<details><summary>${plural(run.verdicts.length, 'control')}, section by section</summary>`,
      )
      page.addEach(tables, `more sections, see ${MORE}`)
      page.add('</details>')
    }
    return page.text()
  },
}

const MORE = '`run.json`'

const PARTS = [
  ['fail', 'Fails'],
  ['unverifiable', 'Could not be verified'],
  ['waived', 'Accepted for now'],
] as const

/** Blocks of Markdown, as many as there is room for; what did not fit is counted and told. */
class Page {
  readonly #blocks: string[] = []
  #room: number

  constructor(room: number) {
    this.#room = room
  }

  add(...blocks: readonly string[]): void {
    for (const block of blocks) {
      this.#blocks.push(block)
      this.#room -= block.length + 2
    }
  }

  /** Those for which there is room, in their order, and how many others there are; `spare` is left for what follows. */
  addEach(blocks: readonly string[], others: string, spare = 0): void {
    const fitting = this.#fitting(blocks, spare)
    this.add(...blocks.slice(0, fitting))
    if (fitting < blocks.length) this.#blocks.push(`*… and ${blocks.length - fitting} ${others}*`)
  }

  #fitting(blocks: readonly string[], spare: number): number {
    let room = this.#room - spare
    const at = blocks.findIndex((block) => {
      room -= block.length + 2
      return room < 0
    })
    return at < 0 ? blocks.length : at
  }

  text(): string {
    return `${this.#blocks.join('\n\n')}\n`
  }
}

const COLUMNS: readonly (readonly [Judgement['verdict'], string])[] = [
  ['fail', 'fail'],
  ['unverifiable', 'unverifiable'],
  ['waived', 'waived'],
  ['pass', 'pass'],
  ['not-applicable', 'not applicable'],
]

function head(run: Run): readonly string[] {
  const { verdicts, coverage: c } = run
  const row = (name: string, counted: readonly RunVerdict[]) =>
    `| ${name} | ${COLUMNS.map(([wanted]) => counted.filter(({ verdict }) => verdict === wanted).length).join(' | ')} |`
  const impacts = (['critical', 'high', 'medium', 'low'] as const)
    .map((impact) => [impact, verdicts.filter((one) => one.impact === impact)] as const)
    .filter(([, counted]) => counted.length > 0)
  return [
    `# ${inline(run.lab)}: ${ending(run)}`,
    `Collected ${moment(run.startedAt)} from ${inline(run.target)}, judged by ${inline(run.profiles.join(', '))}${run.only?.length ? `, of which only ${inline(run.only.join(', '))}` : ''}.`,
    [
      `| | ${COLUMNS.map(([, title]) => title).join(' | ')} |`,
      `|---|${COLUMNS.map(() => '--:').join('|')}|`,
      ...impacts.map(([impact, counted]) => row(impact, counted)),
      row('**all**', verdicts),
    ].join('\n'),
    `${plural(c.statements, 'statement')}: ${c.claimed} judged, ${c.narrative} narrative, ${c.unclaimed.length} unclaimed.`,
    ...run.waivers.unused.map(
      ({ control, until }) =>
        `**The waiver of ${inline(control)} until ${until} accepts nothing any more: take it out.**`,
    ),
  ]
}

function ending({ broken, summary, exit }: Run): string {
  const { pass, fail, unverifiable, waived } = summary
  if (broken.length > 0) return `${plural(broken.length, 'bug')} of ours, no proof of anything`
  if (exit === 3) return 'nothing was judged'
  const parts = [
    ...(fail > 0 ? [`${fail} fail`] : []),
    ...(unverifiable > 0 ? [`${unverifiable} could not be verified`] : []),
    ...(waived > 0 ? [`${waived} waived`] : []),
    `${pass} pass`,
  ]
  return parts.join(', ')
}

const bug = ({ spec, message }: Run['broken'][number]): string =>
  `## A bug of ours: ${inline(spec || 'the run itself')}\n\n${fenced(message)}`

const SIGNS: Readonly<Record<Judgement['verdict'], string>> = {
  fail: '❌',
  unverifiable: '❔',
  waived: '🟡',
  pass: '✅',
  'not-applicable': '➖',
}

function finding(one: RunVerdict): string {
  const { heading, section, statement, text, impact, title, id } = one
  return [
    `### ${SIGNS[one.verdict]} ${impact}: ${inline(title)}`,
    `${inline(id)}, ${statement} of ${inline(heading ?? section)}`,
    ...(text ? [`> ${inline(text)}`] : []),
    fenced(saying(one)),
    `**Do:** ${inline(one.remedy)}`,
    folded('asked', fenced(askings(one))),
  ].join('\n\n')
}

const folded = (summary: string, body: string): string =>
  `<details><summary>${summary}</summary>\n\n${body}\n\n</details>`

/** Every control, a table a section, in the order of the documents. */
function tablesOf({ verdicts, documents = [] }: Run): readonly string[] {
  const order = documents.flatMap(({ profile, sections }) =>
    sections.map(({ slug }) => `${profile}/${slug}`),
  )
  const sections = [...Map.groupBy(verdicts, (one) => `${one.profile}/${one.section}`)]
  return sections
    .toSorted(([a], [b]) => order.indexOf(a) - order.indexOf(b))
    .map(([, members]) =>
      [
        `**${inline(members[0]?.heading ?? members[0]?.section ?? '')}**`,
        '',
        '| | control | statement | impact |',
        '|---|---|---|---|',
        ...members.map(
          ({ verdict, title, statement, impact }) =>
            `| ${SIGNS[verdict]} ${verdict} | ${inline(title)} | ${statement} | ${impact} |`,
        ),
      ].join('\n'),
    )
}
