import type { Output } from '../model/collector.ts'
import type { Section } from '../model/target.ts'

export { classify, parseFrames } from './script-frames.ts'

/**
 * One POSIX sh script for `sh -s` (dash, bash, busybox ash): a prelude, then one line for each section.
 * Every section is framed by lines that carry the nonce, so that no output can pass for a frame:
 * `@@nonce B name`, stdout byte for byte, `@@nonce E name rc=N`, `@@nonce R name stderr`; at last `@@nonce END`.
 *
 * @param nonce 16 to 64 letters and digits, new for every run
 * @throws Error when a name, a limit, a command or the nonce cannot be framed: a bug of the caller
 */
export function scriptFor(sections: readonly Section[], nonce: string): string {
  if (!/^[A-Za-z0-9]{16,64}$/.test(nonce)) throw new Error('a nonce is 16 to 64 letters and digits')
  const names = new Set<string>()
  for (const section of sections) {
    demand(section)
    if (names.has(section.name)) throw new Error(`two sections are named ${section.name}`)
    names.add(section.name)
  }
  return render(sections, nonce)
}

/** The nonce and sections of a script that {@link scriptFor} made, or undefined for any other text. */
export function sectionsOf(script: string): { nonce: string; sections: Section[] } | undefined {
  const nonce = /^N=([A-Za-z0-9]{16,64})$/m.exec(script)?.[1]
  if (nonce === undefined) return undefined
  const sections = script.split('\n').flatMap((line) => {
    const found = /^s (\S+) (\d+) '(.*)'$/s.exec(line)
    if (!found) return []
    const [, name = '', seconds, quoted = ''] = found
    return [{ name, timeoutSeconds: Number(seconds), command: quoted.replaceAll(`'\\''`, `'`) }]
  })
  return render(sections, nonce) === script ? { nonce, sections } : undefined
}

/** The frame of one answer, as the script prints it: for servers that play a host. */
export function frame(name: string, output: Output, nonce: string): string {
  const stderr = output.stderr.replaceAll(/[\n\r]/g, ' ').slice(0, 400)
  const end = `@@${nonce} E ${name} rc=${output.status}\n@@${nonce} R ${name} ${stderr}\n`
  return `@@${nonce} B ${name}\n${output.stdout}\n${end}`
}

/** The last line of a script's output. */
export const lastFrame = (nonce: string): string => `@@${nonce} END\n`

function demand({ name, command, timeoutSeconds }: Section): void {
  if (!/^[A-Za-z0-9._@:-]+$/.test(name)) throw new Error(`"${name}" cannot name a section`)
  if (!Number.isSafeInteger(timeoutSeconds) || timeoutSeconds < 1)
    throw new Error(`${name}: a time limit is a whole number of seconds, not ${timeoutSeconds}`)
  if (/[\n\0]/.test(command) || !command.isWellFormed())
    throw new Error(`${name}: a command is one line of text`)
}

function render(sections: readonly Section[], nonce: string): string {
  const lines = sections.map(
    ({ name, timeoutSeconds, command }) =>
      `s ${name} ${timeoutSeconds} '${command.replaceAll(`'`, `'\\''`)}'\n`,
  )
  return `${prelude(nonce)}${lines.join('')}printf '@@%s END\\n' "$N"\n`
}

// Old busybox has `timeout` without -k, hence the trial run. The function captures stderr and lets
// stdout through on descriptor 3; the command itself holds neither the script nor descriptor 3.
const prelude = (nonce: string): string => `N=${nonce}
LC_ALL=C TZ=UTC PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin
export LC_ALL TZ PATH
umask 077
T=
if timeout -k 2 2 true 2>/dev/null; then T='timeout -k 2'; elif timeout 2 true 2>/dev/null; then T=timeout; fi
s() {
  printf '@@%s B %s\\n' "$N" "$1"
  { E=$(\${T:+$T $2} sh -c "$3" </dev/null 2>&1 1>&3 3>&-); R=$?; } 3>&1
  [ -z "$E" ] || E=$(printf %s "$E" | tr '\\n\\r' '  ' | cut -c1-400)
  printf '\\n@@%s E %s rc=%s\\n@@%s R %s %s\\n' "$N" "$1" "$R" "$N" "$1" "$E"
}
`
