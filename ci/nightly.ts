import { Command, CommanderError } from 'commander'
import { EXIT } from '../harness/cli/exit.ts'
import { collect } from '../harness/cli/options.ts'
import { type NightOptions, nights } from '../harness/nightly/nights.ts'

/** `npm run nightly`: verifies, compares with the night before, tells, keeps. See ci/README.md. */
const stop = new AbortController()
for (const name of ['SIGINT', 'SIGTERM'] as const)
  process.on(name, () => {
    if (stop.signal.aborted) process.exit(130)
    stop.abort(new Error('interrupted'))
  })

// Whoever reads us may stop reading: that is no reason to tell nobody.
for (const stream of [process.stdout, process.stderr])
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error
  })

const program = new Command('nightly')
  .exitOverride()
  .description('verify a lab every night, and tell what changed')
  .requiredOption(
    '--lab <name|file>',
    'the lab.yaml; its `nightly` says whom to tell; repeatable',
    collect,
    [],
  )
  .option('--target <name>', 'live, embedded or containers', 'live')
  .option('--out <dir>', 'folder for the reports of the last run', 'reports/out')
  .option('--state <dir>', 'folder for the nights', 'reports/nights')
  .option('--deadline <duration>', 'end a run that takes longer; default 1h, or what lab.yaml says')
  .option(
    '--tell-nobody',
    'lab.yaml names nobody to tell: the exit status and the log are enough',
    false,
  )
  .option(
    '--try-channels',
    'send a message to everybody who would be told, and judge nothing',
    false,
  )
  .option('--no-report', 'no Allure report')
  .option('--fault <control>', 'rehearse on a replica: break it first')
  .option('--lose <name>', 'rehearse on a replica: take this host, API or vantage off the network')
  .addHelpText(
    'after',
    `
Exit status, worst wins: as of plumb verify, and 5 when somebody could not be told.

Examples:
  $ npm run nightly -- --lab ./lab.yaml
  $ npm run nightly -- --lab ./lab.yaml --try-channels
  $ npm run nightly -- --lab zero-trust --target embedded --tell-nobody --lose vm102`,
  )
  .action(async (options: NightOptions) => {
    process.exitCode = await nights(options, stop.signal)
  })

await program.parseAsync().catch((error: unknown) => {
  if (!(error instanceof CommanderError)) throw error
  process.exitCode = error.exitCode === 0 ? EXIT.pass : EXIT.badInput
})
