import type { Judgement } from '../../harness/model/judgement.ts'
import type { Run } from '../run.ts'
import { answersOf } from '../tell.ts'
import { accepted, brief, finding, those } from './finding.ts'
import { type ConsoleOptions, field, hang, moment, paint, plural } from './text.ts'

export {
  type BlastReport,
  blastReport,
  drillReport,
  exitOfJournal,
  journalReport,
  momentLine,
  recoveryReport,
} from './console-drill.ts'
export { exitOfGate, type GateReport, gateReport } from './console-gate.ts'
export { overview } from './console-overview.ts'
export { proofReport } from './console-proof.ts'
export type { ConsoleOptions } from './text.ts'

/** A run as text for a person: what fails and what could not be told first, what to do about it, and what the exit status means. */
export function consoleReport(run: Run, options: ConsoleOptions): string {
  const parts = options.quiet ? quietly(run, options) : fully(run, options)
  return `${parts
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n')}\n`
}

const quietly = (run: Run, options: ConsoleOptions): readonly (readonly string[])[] => [
  [
    ...bugs(run, options),
    ...[...those(run.verdicts, 'fail'), ...those(run.verdicts, 'unverifiable')].flatMap((one) =>
      brief(one, options),
    ),
    ...ending(run, options),
  ],
]

function fully(run: Run, options: ConsoleOptions): readonly (readonly string[])[] {
  const of = (verdict: Judgement['verdict']) => those(run.verdicts, verdict)
  const quiet = (verdict: Judgement['verdict']) =>
    options.verbose ? of(verdict).flatMap((one) => brief(one, options)) : []
  return [
    header(run, options),
    table(run, options),
    bugs(run, options),
    ...of('fail').map((one) => finding(one, options)),
    ...of('unverifiable').map((one) => finding(one, options)),
    ...of('waived').map((one) => accepted(one, options)),
    quiet('not-applicable'),
    quiet('pass'),
    [...unused(run, options), ...coverage(run, options), ...written(options)],
    ending(run, options),
  ]
}

function header(run: Run, options: ConsoleOptions): readonly string[] {
  return [
    paint('bold', `${run.lab} on ${run.target}`, options),
    ...hang('collected  ', `${moment(run.startedAt)}, in ${seconds(run.durationMs)}`, options),
    ...hang('evidence   ', worth(run), options),
    ...hang('profiles   ', run.profiles.join(', '), options),
    ...(run.only?.length ? hang('only       ', run.only.join(', '), options) : []),
  ]
}

const seconds = (ms: number): string => `${(ms / 1000).toFixed(1)} s`

function worth({ verdicts }: Run): string {
  const { total, kinds } = answersOf(verdicts)
  return total === 0 ? 'no answer was read' : `${plural(total, 'answer')}: ${kinds.join(', ')}`
}

const COLUMNS = [
  ['fail', 'fail'],
  ['unverifiable', 'unverifiable'],
  ['waived', 'waived'],
  ['pass', 'pass'],
  ['n/a', 'not-applicable'],
] as const

function table({ verdicts }: Run, options: ConsoleOptions): readonly string[] {
  const row = (name: string, counted: readonly { readonly verdict: string }[]): string =>
    name.padEnd(11) +
    COLUMNS.map(([title, wanted]) => {
      const n = counted.filter(({ verdict }) => verdict === wanted).length
      return String(n === 0 ? '·' : n).padStart(title.length + 4)
    }).join('')
  const impacts = ['critical', 'high', 'medium', 'low'].map((impact) => ({
    impact,
    counted: verdicts.filter((one) => one.impact === impact),
  }))
  return [
    paint('dim', ' '.repeat(11) + COLUMNS.map(([title]) => `    ${title}`).join(''), options),
    ...impacts
      .filter(({ counted }) => counted.length > 0)
      .map(({ impact, counted }) => row(impact, counted)),
    row('all', verdicts),
  ]
}

const bugs = ({ broken }: Run, options: ConsoleOptions): readonly string[] =>
  broken.flatMap(({ spec, message }) => [
    paint('red', '! a bug of ours', options),
    ...field('spec', spec, options),
    ...field('said', message, options),
  ])

const unused = ({ waivers }: Run, options: ConsoleOptions): readonly string[] =>
  waivers.unused.flatMap(({ control, until }) =>
    hang('unused     ', `waiver of ${control} until ${until}: take it out of the waivers`, options),
  )

function coverage({ coverage: c }: Run, options: ConsoleOptions): readonly string[] {
  const open = c.unclaimed.length
  const names = open === 0 ? '' : ` (${c.unclaimed.slice(0, 8).join(', ')}${open > 8 ? ', …' : ''})`
  const told = `${plural(c.statements, 'statement')}: ${c.claimed} judged, ${c.narrative} narrative, ${open} unclaimed${names}`
  return hang('coverage   ', told, options)
}

/** All files in short; a page that is there to be opened with its whole path, on one line. */
function written({ files = [], ...options }: ConsoleOptions): readonly string[] {
  const [first] = files
  if (first === undefined) return []
  const folder = first.slice(0, first.lastIndexOf('/') + 1)
  const names = files.map((file) => (file.startsWith(folder) ? file.slice(folder.length) : file))
  return [
    ...hang('written    ', `${folder || './'}: ${names.join(', ')}`, options),
    ...files.filter((file) => file.endsWith('.html')).map((file) => `read       ${file}`),
  ]
}

function ending(run: Run, options: ConsoleOptions): readonly string[] {
  const { pass, fail, unverifiable, waived } = run.summary
  const rest = waived > 0 ? `, ${waived} waived` : ''
  const dark = unverifiable > 0 ? `, ${unverifiable} could not be verified` : ''
  const says = {
    0: `${pass === 1 ? '1 control passes' : `${pass} controls pass`}${rest}`,
    1: `${plural(unverifiable, 'control')} could not be verified, none is known to fail${rest}`,
    2: `${fail === 1 ? '1 control fails' : `${fail} controls fail`}${dark}${rest}`,
    3:
      run.broken.length > 0
        ? `${plural(run.broken.length, 'bug')} of ours: this run is no proof of anything`
        : 'nothing was judged',
  }[run.exit]
  const stale = run.waivers.unused.length
  const exit = stale > 0 ? 4 : run.exit
  const told = stale > 0 ? `${says}; ${plural(stale, 'waiver')} of what is no longer there` : says
  const style = ({ 0: 'green', 1: 'yellow', 2: 'red', 3: 'red', 4: 'red' } as const)[exit]
  const who = options.quiet ? `${run.lab}: ` : ''
  const [first = '', ...others] = hang(`${who}exit ${exit}  `, told, options)
  return [paint(style, first, options), ...others]
}
