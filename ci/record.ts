import { glob, readFile, writeFile } from 'node:fs/promises'
import { join, matchesGlob } from 'node:path'
import { parseArgs } from 'node:util'
import { asTokens } from '../fixtures/targets/embedded/time.ts'
import { type Lab, labsOf, openLab } from '../harness/cli/labs.ts'
import { type HostCollector, isAsked, type Output } from '../harness/model/collector.ts'
import type { Target } from '../harness/model/target.ts'
import { collectors, type Redact } from '../harness/run/collect.ts'

const HELP = `Usage: npm run record -- --lab NAME [--only 'FACT@HOST' …] [--target containers]

Asks a replica again whatever is recorded of its lab, and writes the answers into fixtures/labs/NAME/recordings/.
What the replica itself reads from a recording stays as it is, and so does what it tells otherwise than the lab that
the recordings describe (fixtures/labs/NAME/replica/differs.ts), unless it is named. Look at the difference before you commit it, and run
\`npm run plumb -- prove --lab NAME\` and \`npm test\`: a fault that edits a recording has to find there what it edits.

  --only   facts by glob, as 'mounts@vm102' or 'fstab@*', APIs as '*@prometheus'; repeatable
           (default: all that the replica and the recordings tell alike)

Examples:
  $ npm run record -- --lab zero-trust --only 'snapraid*@vm102'
  $ npm run record -- --lab talos-gitops --only '*@kubernetes'
`

const say = (text: string): void => void process.stderr.write(`record: ${text}\n`)

interface Refreshing {
  readonly lab: Lab
  readonly target: Target
  readonly redactor: Redact
  readonly isWanted: (name: string) => boolean
  readonly source: string
}

/** Every section that is recorded of a host, and that the target answers for real. */
async function recordHosts(refreshing: Refreshing): Promise<number> {
  const { lab, target, isWanted } = refreshing
  const questions = (await collectors()).filter((one): one is HostCollector => one.kind === 'host')
  let written = 0
  for (const host of target.inventory.hosts) {
    const sections = questions
      .filter((one) => isAsked(one, host, target.inventory))
      .filter(({ fact }) => isWanted(`${fact}@${host.name}`))
      .filter(({ fact }) => isHeard(target.reality(fact, host.name)))
      .map(({ fact, command, timeoutSeconds = 20 }) => ({
        name: fact,
        command: typeof command === 'string' ? command : command(host, target.inventory),
        timeoutSeconds,
      }))
    if (sections.length === 0) continue
    const now = new Date()
    const answers = await target.ask(host, sections, AbortSignal.timeout(300_000))
    for (const { name, command } of sections) {
      const output = answers.get(name)
      const file = join(lab.folder, 'recordings/hosts', host.name, `${name}.txt`)
      if (!output || !isAnswer(questions, name, output))
        say(`${name}@${host.name} is left: no answer`)
      else if (await write(refreshing, file, { command }, output, now)) written++
    }
  }
  return written
}

/** What a tool says when it fails is no recording of the lab in health. */
const isAnswer = (questions: readonly HostCollector[], name: string, { status }: Output) =>
  (questions.find(({ fact }) => fact === name)?.exits ?? [0]).includes(status)

/** Every answer that is recorded of an API, where a server answers for real. */
async function recordApis(refreshing: Refreshing): Promise<number> {
  const { lab, target, isWanted } = refreshing
  let written = 0
  for await (const file of glob(join(lab.folder, 'recordings/apis/*/*.txt'))) {
    const [fact = '', api = ''] = file
      .replace(/\.txt$/, '')
      .split('/')
      .reverse()
    const path = /^# path: (.*)$/m.exec(await readFile(file, 'utf8'))?.[1] ?? ''
    if (!isWanted(`${fact}@${api}`) || !isHeard(target.reality(fact, api, path))) continue
    await using open = await target.api(api, AbortSignal.timeout(300_000))
    const now = new Date()
    const { status, contentType, text } = await open.raw(path)
    const head = { path, 'content-type': contentType }
    if (await write(refreshing, file, head, { status, stdout: text, stderr: '' }, now)) written++
  }
  return written
}

const isHeard = (reality: string): boolean => reality === 'real' || reality === 'live'

/** Only what is recorded already: whether something is worth recording is for a person to say. */
async function write(
  { redactor, source }: Refreshing,
  file: string,
  head: Readonly<Record<string, string>>,
  { status, stdout, stderr }: Output,
  now: Date,
): Promise<boolean> {
  const before = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined
    throw error
  })
  if (before === undefined) return false
  const isJson = head['content-type']?.startsWith('application/json') === true
  const lines = {
    ...head,
    status: String(status),
    ...(stderr.trim() ? { stderr: stderr.trim().replaceAll('\n', ' ') } : {}),
    source,
  }
  const top = Object.entries(lines).map(([key, value]) => `# ${key}: ${value}`)
  const body = asTokens(isJson ? json(redactor, stdout) : redactor.redact(stdout), now)
  const text = `${redactor.redact(top.join('\n'))}\n---\n${body}`
  if (text === before) return false
  await writeFile(file, text)
  process.stdout.write(`${file}\n`)
  return true
}

/** Patterns of secrets that are fit for prose would eat into its quotes. */
const json = (redactor: Redact, text: string): string =>
  JSON.stringify(redactor.redactJson(JSON.parse(text)))

/** What is told otherwise on purpose. */
async function differing(name: string): Promise<readonly string[]> {
  const url = new URL(`../fixtures/labs/${name}/replica/differs.ts`, import.meta.url)
  return Object.keys(((await import(url.href)) as { differs: object }).differs)
}

const { values } = parseArgs({
  options: {
    lab: { type: 'string' },
    only: { type: 'string', multiple: true },
    target: { type: 'string', default: 'containers' },
    help: { type: 'boolean', short: 'h' },
  },
})
if (values.help || values.lab === undefined) {
  process.stdout.write(HELP)
  process.exit(values.help ? 0 : 4)
}
const [lab] = await labsOf([values.lab])
if (!lab) throw new Error(`there is no lab ${values.lab}`)
const { target, redactor } = await openLab(lab, values.target, new AbortController().signal, say)
await using _ = target
const { only } = values
const other = await differing(values.lab)
const refreshing: Refreshing = {
  lab,
  target,
  redactor,
  isWanted: (name) =>
    only?.some((one) => matchesGlob(name, one)) ??
    !other.some((one) => name === one || name.startsWith(`${one}@`)),
  source: `recorded from the ${values.target} replica of ${values.lab}; moments made relative`,
}
const written = (await recordHosts(refreshing)) + (await recordApis(refreshing))
say(`${written} recordings are new`)
