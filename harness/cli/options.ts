import { type Command, Option } from 'commander'

/** Options of every command that points at a lab. */
export interface LabOptions {
  readonly lab: readonly string[]
  readonly target: string
}

/** Options of every command that judges and reports. */
export interface ReportOptions {
  readonly only: readonly string[]
  readonly out: string
  readonly json?: string
  readonly verbose: boolean
  readonly quiet: boolean
}

/** Keeps every value of an option that may be given several times. */
export const collect = (value: string, before: readonly string[]): readonly string[] => [
  ...before,
  value,
]

export const withLabOptions = (command: Command): Command =>
  command
    .addOption(
      new Option('--lab <name|file>', 'a reference lab, or the path of a lab.yaml; repeatable')
        .argParser(collect)
        .default([], 'every reference lab'),
    )
    .option('--target <name>', 'embedded, containers, qemu or live', 'embedded')

export const withReportOptions = (command: Command): Command =>
  command
    .addOption(
      new Option('--only <glob>', "control ids to judge, e.g. 'zero-trust/smb-*'; repeatable")
        .argParser(collect)
        .default([], 'all'),
    )
    .option('--out <dir>', 'folder for the files of a run, one sub-folder a lab', 'reports/out')
    .option('--json <file>', 'also write the result as JSON to this file; of several labs, a list')
    .option('-v, --verbose', 'list passing controls too', false)
    .option('-q, --quiet', 'one line a lab', false)

export const LAB_HELP = `
Reference labs live in fixtures/labs/; your own is described by a lab.yaml (see README.md).
`

/** How console text is to look, from the terminal and the environment. */
export const formatOf = (options: { readonly verbose: boolean; readonly quiet: boolean }) => ({
  columns: Math.min(process.stdout.columns ?? 80, 100),
  color: process.stdout.isTTY === true && !process.env.NO_COLOR,
  verbose: options.verbose,
  quiet: options.quiet,
})
