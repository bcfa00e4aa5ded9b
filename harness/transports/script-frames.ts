import type { Output } from '../model/collector.ts'
import { type Reason, Unseen } from '../model/unseen.ts'

/**
 * The answers in what a script of `scriptFor` printed, by section. A section without both its E and
 * its R line was cut short and is absent. What a login shell prints before the first frame is ignored,
 * and so is text that looks like a frame of another nonce: that is content.
 *
 * @throws Unseen `not understood` when frames repeat or interleave, or when text stands between them
 */
export function parseFrames(stdout: string | Buffer, nonce: string): Map<string, Output> {
  const text = typeof stdout === 'string' ? stdout : stdout.toString('utf8')
  const mark = `@@${nonce} `
  const answers = new Map<string, Output>()
  let at = text.indexOf(`${mark}B `)
  while (at >= 0 && at < text.length) {
    if (!text.startsWith(mark, at)) {
      if (mark.startsWith(text.slice(at))) break
      throw garbled('text stands between two frames')
    }
    const section = readSection(text, at, mark)
    if (section === undefined) break
    if (answers.has(section.name)) throw garbled(`section ${section.name} was answered twice`)
    answers.set(section.name, section.output)
    at = section.next
  }
  return answers
}

/** One frame from `at`; undefined at the END frame and where the text was cut. */
function readSection(text: string, at: number, mark: string) {
  const begin = line(text, at)
  if (begin === undefined || begin.text === `${mark}END`) return undefined
  const name = /^B (\S+)$/.exec(begin.text.slice(mark.length))?.[1]
  if (name === undefined) throw garbled('a section begins without its B line')

  const stop = text.indexOf(`\n${mark}`, begin.next - 1)
  const end = stop < 0 ? undefined : line(text, stop + 1)
  if (end === undefined) return undefined
  const rc = /^E (\S+) rc=(\d{1,3})$/.exec(end.text.slice(mark.length))
  if (rc?.[1] !== name || stop < begin.next)
    throw garbled(`section ${name} has no E line of its own`)

  const remark = line(text, end.next)
  if (remark === undefined) return undefined
  const stderr = `${mark}R ${name} `
  if (!remark.text.startsWith(stderr)) throw garbled(`section ${name} has no R line`)
  const output: Output = {
    status: Number(rc[2]),
    stdout: text.slice(begin.next, stop),
    stderr: remark.text.slice(stderr.length),
  }
  return { name, output, next: remark.next }
}

function line(text: string, at: number): { text: string; next: number } | undefined {
  const end = text.indexOf('\n', at)
  return end < 0 ? undefined : { text: text.slice(at, end), next: end + 1 }
}

const garbled = (because: string): Unseen =>
  new Unseen('not understood', `The framed answer is garbled: ${because}`)

const absent =
  /(?:^|[ /])(?:sh|dash|ash|bash): (?:(?:line )?\d+: )?[^ :]+: (?:command )?not found(?: |$)/
const forbidden =
  /permission denied|operation not permitted|must be (?:run as )?(?:root|superuser)|are you root|access denied|a password is required/i

/**
 * Why an answer is not worth reading, by its exit status and stderr; undefined when nothing speaks
 * against it. To be asked whatever the status: at the end of a pipeline a missing tool or a refused
 * file leaves status 0, and then only stderr tells.
 */
export function classify({ status, stderr }: Output): Reason | undefined {
  if (status === 124 || status === 143) return 'timed out'
  if (status === 137) return 'cut short'
  if (status === 126 || forbidden.test(stderr)) return 'not permitted'
  if (status === 127 || absent.test(stderr)) return 'tool absent'
  return undefined
}
