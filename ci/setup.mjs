// Sets up whatever is missing, then runs what was asked with the project's own Node. Plain JavaScript:
// it must run on any Node from 20 on, before anything is installed.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { delimiter, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const modules = join(root, 'node_modules')
const stamp = join(modules, '.plumbline-lock')

/** What each npm script runs, one command after the other until one fails. */
const JOBS = {
  start: [['node', 'harness/cli/index.ts', 'verify']],
  plumb: [['node', 'harness/cli/index.ts']],
  test: [['node', 'ci/test.ts']],
  check: [['node', 'ci/check.ts']],
  pages: [['node', 'ci/pages.ts']],
  record: [['node', 'ci/record.ts']],
  nightly: [['node', 'ci/nightly.ts']],
}

const say = (text) => process.stderr.write(`${text}\n`)

function fail(text) {
  say(text)
  process.exit(4)
}

/** Installs the locked dependencies when they are absent or older than the lock file. */
function install() {
  const lock = createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex')
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === lock) return
  say('plumbline: installing the locked dependencies (npm ci, once, about half a minute)')
  const { status } = spawnSync('npm', ['ci'], {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
  })
  if (status !== 0)
    fail(
      'plumbline: npm ci failed. Is the npm registry reachable from here? Try `npm ping`; behind a proxy set `npm config set proxy …`; then run the same command again.',
    )
  writeFileSync(stamp, lock)
}

/** Node 24 comes with the dependencies on Linux; elsewhere the system's own has to be new enough. */
function node() {
  const ours = join(modules, '.bin', 'node')
  if (existsSync(ours)) return ours
  if (Number(process.versions.node.split('.')[0]) >= 24) return process.execPath
  return fail(
    `plumbline: Node 24 is needed and no packaged one exists for ${process.platform}-${process.arch}: install Node 24 or newer (this is ${process.version}).`,
  )
}

if (Number(process.versions.node.split('.')[0]) < 20)
  fail(`plumbline: Node 20 or newer is needed to set up, this is ${process.version}.`)
const [job = '', ...args] = process.argv.slice(2)
const commands = JOBS[job]
if (!commands) fail(`plumbline: unknown job "${job}"; known: ${Object.keys(JOBS).join(', ')}`)
install()
const env = {
  ...process.env,
  PATH: `${join(modules, '.bin')}${delimiter}${process.env.PATH}`,
  NODE_OPTIONS:
    `${process.env.NODE_OPTIONS ?? ''} --disable-warning=ExperimentalWarning --disable-warning=DEP0190`.trim(),
  NODE_COMPILE_CACHE: process.env.NODE_COMPILE_CACHE ?? join(root, '.cache', 'compile'),
}
// The child gets Ctrl-C from the terminal as well; waiting for it lets it clean up.
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => {})
for (const [, script, ...fixed] of commands) {
  const { status, signal } = spawnSync(node(), [join(root, script), ...fixed, ...args], {
    stdio: 'inherit',
    env,
  })
  if (signal) process.exit(130)
  if (status !== 0) process.exit(status ?? 3)
}
