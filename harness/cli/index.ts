import { Command, CommanderError } from 'commander'
import { BadInput } from '../model/bad-input.ts'
import { files, load } from '../run/load.ts'
import { EXIT, type Exit } from './exit.ts'

/** A command of `plumb`: its file's name is its name. It gives the exit status. */
export interface CommandFile {
  describe(program: Command): Command
  run(context: Context, ...args: unknown[]): Promise<Exit>
}

/** What every command is given. */
export interface Context {
  /** Aborted by Ctrl-C and SIGTERM. */
  readonly signal: AbortSignal
}

const interrupted = new AbortController()

for (const name of ['SIGINT', 'SIGTERM'] as const)
  process.on(name, () => {
    // The first one lets everything clean up; the second one is somebody who has waited long enough.
    if (interrupted.signal.aborted) process.exit(EXIT.interrupted)
    process.stderr.write('\ninterrupted: cleaning up (once more to leave at once)\n')
    interrupted.abort(new Error('interrupted'))
  })

// Whoever reads us may stop reading (`| head`): that is no reason to leave a replica standing.
for (const stream of [process.stdout, process.stderr])
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error
  })

async function main(argv: readonly string[]): Promise<Exit> {
  let exit: Exit = EXIT.pass
  const program = new Command('plumb')
    .description('Holds a homelab to its own architecture documents.')
    .showHelpAfterError('(plumb <command> --help shows examples)')
    .exitOverride()
    .addHelpText('after', HELP)
  for (const path of files('harness/cli/commands/*.ts')) {
    const { command } = (await load(path)) as { command: CommandFile }
    const sub = command.describe(program).exitOverride()
    sub.action(async (...args: unknown[]) => {
      exit = await command.run({ signal: interrupted.signal }, ...args)
    })
  }
  try {
    await program.parseAsync([...argv], { from: 'user' })
  } catch (error) {
    if (interrupted.signal.aborted) return EXIT.interrupted
    return explain(error)
  }
  return interrupted.signal.aborted ? EXIT.interrupted : exit
}

const HELP = `
Exit status, worst wins:
  0 all pass   1 something unverifiable   2 something fails
  3 a bug of ours, or nothing was judged   4 bad input   130 interrupted

Examples:
  $ plumb verify                                  the reference labs, embedded
  $ plumb verify --lab ./lab.yaml --target live   your own lab
  $ plumb prove --lab zero-trust                  every fault, one at a time`

function explain(error: unknown): Exit {
  if (error instanceof BadInput) {
    for (const problem of error.problems) process.stderr.write(`${problem}\n`)
    return EXIT.badInput
  }
  if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.pass : EXIT.badInput
  process.stderr.write(
    `a bug of ours, please report it:\n${error instanceof Error ? error.stack : String(error)}\n`,
  )
  return EXIT.bug
}

process.exitCode = await main(process.argv.slice(2))
