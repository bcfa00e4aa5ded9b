/** A command of a runbook, and what it speaks of. */
export interface RunbookCommand {
  /** Host it is for, as the code block says; absent when the block names none. */
  readonly host?: string
  readonly line: string
  readonly program: string
  /** systemd units that are named. */
  readonly units: readonly string[]
  /** Absolute paths that are named, but those with a `<placeholder>`. */
  readonly paths: readonly string[]
  /** Guests that are named by number, for the hypervisor's own tools. */
  readonly vmids: readonly number[]
}

const WRAPPERS = new Set(['sudo', 'time', 'nohup', 'exec'])
const UNIT = /^[\w@:.\\-]+\.(service|timer|mount|automount|target|socket|path|slice)$/

/** The commands of one shell block. Quoted text is one word; pipes, lists and substitutions are commands of their own. */
export function commandsOf(code: string, host: string | undefined): readonly RunbookCommand[] {
  const whole = code.replace(/\\\n/g, ' ').split('\n')
  return whole
    .map((line) => line.replace(/^\s*[$]\s+/, '').trim())
    .filter((line) => line !== '' && !line.startsWith('#'))
    .flatMap((line) =>
      line
        .replace(/'[^']*'|"[^"]*"/g, 'quoted')
        .split(/\|\|?|&&|;|\$\(|`|\)|<\(/)
        .map((part) => part.trim().split(/\s+/).filter(Boolean))
        .flatMap((words) => commandOf(words, line, host)),
    )
}

function commandOf(
  all: readonly string[],
  line: string,
  host: string | undefined,
): readonly RunbookCommand[] {
  const start = all.findIndex((word) => !WRAPPERS.has(word) && !/^\w+=/.test(word))
  const [program, ...args] = start < 0 ? [] : all.slice(start)
  if (program === undefined) return []
  const plain = args.filter((word) => !/^[-<>&\d]*[<>&]/.test(word))
  return [
    {
      ...(host === undefined ? {} : { host }),
      line,
      program,
      units: unitsOf(program, plain),
      paths: [program, ...args].flatMap((word) => /^[<>]*(\/[^\s=*?<>]*)$/.exec(word)?.[1] ?? []),
      vmids: /^(qm|pct)$/.test(program)
        ? plain.flatMap((word) => (/^\d{3,}$/.test(word) ? [Number(word)] : []))
        : [],
    },
  ]
}

function unitsOf(program: string, args: readonly string[]): readonly string[] {
  if (program === 'journalctl')
    return args.flatMap((word, at) =>
      /^(-u|--unit)$/.test(args[at - 1] ?? '') ? [full(word)] : [],
    )
  if (program !== 'systemctl') return args.filter((word) => UNIT.test(word))
  const [, ...named] = args.filter((word) => !word.startsWith('-'))
  return named.map(full)
}

const full = (unit: string): string => (UNIT.test(unit) ? unit : `${unit}.service`)
