import { existsSync, globSync, statSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import { type Command, Option } from 'commander'
import { browsable, type Shelf } from '../../../reports/formats/console-browse.ts'
import { pastRuns } from '../../../reports/history.ts'
import { readJournal } from '../../../reports/journal.ts'
import { type Run, readRun } from '../../../reports/run.ts'
import { BadInput } from '../../model/bad-input.ts'
import { didYouMean } from '../../model/nearest.ts'
import { historyIn } from '../../run/report.ts'
import { type BundleOptions, bundling, withBundleOptions } from '../bundling.ts'
import { type Exit, exitOfRun, worst } from '../exit.ts'
import type { CommandFile, Context } from '../index.ts'
import { labsOf } from '../labs.ts'
import { collect, formatOf } from '../options.ts'
import { progress } from '../progress.ts'
import { servePage, show } from '../serve.ts'

/** Where the nightly run keeps its own, unless it is told otherwise. */
const NIGHTS = 'reports/nights'

interface Options extends BundleOptions {
  readonly lab: readonly string[]
  readonly out: string
  readonly history: readonly string[]
  readonly open: boolean
  readonly json?: string
  readonly quiet: boolean
}

export const command: CommandFile = {
  describe: (program: Command) =>
    withBundleOptions(
      program
        .command('report')
        .description('one Allure report of the last runs; or their evidence, as one file')
        .argument('[run.json...]', 'runs to show; default the last one of each lab'),
    )
      .addOption(
        new Option('--lab <name|file>', 'a lab that was judged, or its lab.yaml; repeatable')
          .argParser(collect)
          .default([], 'every lab with a run'),
      )
      .option('--out <dir>', 'folder of the runs; the report is written beside them', 'reports/out')
      .addOption(
        new Option('--history <dir>', 'folder of earlier runs, for the trend; repeatable')
          .argParser(collect)
          .default([], `<out>/.history and ${NIGHTS}`),
      )
      .option('--open', 'show it in the browser, and serve it on loopback until Ctrl-C', false)
      .option('--json <file>', 'also write what it shows as JSON to this file')
      .option('-q, --quiet', 'the path of the report only', false)
      .addHelpText(
        'after',
        `
Looks at nothing but files, and asks nobody. The exit status is that of the runs it shows.

Examples:
  $ plumb report --open                       every lab, in the browser
  $ plumb report --lab zero-trust --lab layered
  $ plumb report monday.json --out /tmp/monday
  $ plumb report --lab zero-trust --bundle --sign ~/.ssh/id_ed25519
  $ plumb report --verify zero-trust.tar --signers allowed_signers --signer ana`,
      ),

  async run({ signal }: Context, paths: readonly string[], options: Options): Promise<Exit> {
    using shown = progress(options)
    const bundled = await bundling(options, async () =>
      (paths.length > 0 ? paths : await filesOf(options)).map(dirname),
    )
    if (bundled !== undefined) return bundled
    const runs = await runsOf(paths, options)
    const histories =
      options.history.length > 0 ? options.history : [historyIn(options.out), NIGHTS]
    const { NIGHTS_SHOWN, pastOf, reportOn } = await import('../../../reports/formats/allure.ts')
    // One more, as the run itself may be the last that was kept.
    const past = await Promise.all(
      runs.flatMap((run) => histories.map((dir) => pastRuns(dir, run, NIGHTS_SHOWN + 1))),
    )
    for (const line of past.flatMap(({ unread }) => unread)) shown.stage('left out', line)
    shown.stage('report', `writing ${runs.length > 1 ? `${runs.length} labs` : runs[0]?.lab}`)
    const folder = join(options.out, 'allure-report')
    const page = join(folder, 'index.html')
    const earlier = pastOf(
      runs,
      past.flatMap((one) => one.runs),
    )
    const journals = await Promise.all(runs.map(({ lab }) => readJournal(join(options.out, lab))))
    await reportOn(runs, earlier, folder, journals.flat())
    signal.throwIfAborted()
    shown.done()
    const exit = worst(runs.map(exitOfRun))
    const shelf: Shelf = { runs, earlier, page, bytes: statSync(page).size, exit }
    if (options.json) await shown.writeJson(options.json, [asJson(shelf)])
    if (!options.open) {
      process.stdout.write(browsable(shelf, formatOf({ ...options, verbose: false })))
      return exit
    }
    const { url, ended } = await servePage(resolve(page), signal)
    process.stdout.write(browsable({ ...shelf, url }, formatOf({ ...options, verbose: false })))
    show(resolve(page))
    await ended
    return exit
  },
}

/** The runs that were named, or the last one of each lab; one a lab. */
async function runsOf(paths: readonly string[], options: Options): Promise<readonly Run[]> {
  const files = paths.length > 0 ? paths : await filesOf(options)
  const runs = await Promise.all(files.map(readRun))
  const twice = runs.find(({ lab }, i) => runs.some((other, j) => j < i && other.lab === lab))
  if (twice) throw new BadInput(`two runs of ${twice.lab}: a report shows one run a lab`)
  return runs
}

async function filesOf({ lab, out }: Options): Promise<readonly string[]> {
  const known = globSync('*/run.json', { cwd: out })
    .map((path) => basename(dirname(path)))
    .sort()
  if (known.length === 0)
    throw new BadInput(`${out} holds no run: run \`plumb verify --out ${out}\` first`)
  const names = await Promise.all(lab.map((one) => (known.includes(one) ? one : nameOf(one))))
  const strange = names.filter((name) => !known.includes(name))
  if (strange.length > 0)
    throw new BadInput(strange.map((one) => `${out}: no run of "${one}"${didYouMean(one, known)}`))
  return (names.length > 0 ? names : known).map((name) => join(out, name, 'run.json'))
}

/** A lab may be named by its file, as everywhere. */
async function nameOf(nameOrFile: string): Promise<string> {
  if (!existsSync(nameOrFile) || statSync(nameOrFile).isDirectory()) return nameOrFile
  const [lab] = await labsOf([nameOrFile])
  return lab?.inventory.lab ?? nameOrFile
}

const asJson = ({ runs, earlier, page, bytes, exit }: Shelf) => ({
  page,
  bytes,
  labs: runs.map(({ lab, target, takenAt, summary, exit: of }) => ({
    ...{ lab, target, takenAt, summary, exit: of },
    earlier: earlier.filter((run) => run.lab === lab).map((run) => run.takenAt),
  })),
  exit,
})
