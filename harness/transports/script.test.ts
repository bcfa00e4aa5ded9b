import { execFileSync, spawnSync } from 'node:child_process'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Output } from '../model/collector.ts'
import type { Section } from '../model/target.ts'
import { classify, frame, lastFrame, parseFrames, scriptFor, sectionsOf } from './script.ts'

const nonce = 'n0nceN0nceN0nce1'
const section = (name: string, command: string, timeoutSeconds = 5): Section => ({
  name,
  command,
  timeoutSeconds,
})

const shells = [['dash'], ['bash', '--posix'], ['bash'], ['busybox', 'ash']].filter(
  ([program = '']) => spawnSync('sh', ['-c', `command -v ${program}`]).status === 0,
)

function run([program = '', ...options]: readonly string[], sections: readonly Section[]) {
  const stdout = execFileSync(program, [...options, '-s'], {
    input: scriptFor(sections, nonce),
    stdio: ['pipe', 'pipe', 'ignore'],
  })
  return { stdout, answers: parseFrames(stdout, nonce) }
}

describe.each(shells.map((shell) => [shell.join(' '), shell] as const))('under %s', (_, shell) => {
  test('every section answers with status, stdout and stderr', () => {
    const { answers, stdout } = run(shell, [
      section('plain', 'echo hello'),
      section('no-newline', 'printf x'),
      section('empty', ':'),
      section('fails', 'echo out; echo first >&2; echo second >&2; exit 3'),
      section('quotes', `printf '%s' "it's \\"quoted\\" \\\\ $((1+1))"`),
      section('absent', 'no-such-tool-anywhere'),
    ])

    expect(Object.fromEntries(answers)).toMatchObject({
      plain: { status: 0, stdout: 'hello\n', stderr: '' },
      'no-newline': { status: 0, stdout: 'x' },
      empty: { status: 0, stdout: '', stderr: '' },
      fails: { status: 3, stdout: 'out\n', stderr: 'first second' },
      quotes: { status: 0, stdout: `it's "quoted" \\ 2` },
      absent: { status: 127 },
    })
    expect(stdout.toString().endsWith(lastFrame(nonce))).toBe(true)
  })

  test('a command cannot read the script, end it, or change what the next one sees', () => {
    const { answers } = run(shell, [
      section('reads', 'cat'),
      section('exits', 'exit 9'),
      section('breaks', 'N=other; PATH=; cd /; kill -9 $$'),
      section('open-quote', `echo "`),
      section('locale', 'echo $LC_ALL $TZ; umask'),
    ])

    expect(answers.get('reads')).toEqual({ status: 0, stdout: '', stderr: '' })
    expect(answers.get('breaks')?.status).toBe(137)
    expect(answers.get('open-quote')?.status).not.toBe(0)
    expect(answers.get('locale')?.stdout).toMatch(/^C UTC\n0*77\n$/)
  })

  test('a command that hangs is stopped and the next one is asked', () => {
    const { answers } = run(shell, [section('hangs', 'sleep 60', 1), section('next', 'echo on')])

    expect(classify(answers.get('hangs') as Output)).toBe('timed out')
    expect(answers.get('next')?.stdout).toBe('on\n')
  })

  test('missing tools and refused files are seen behind a pipeline', () => {
    const { answers } = run(shell, [
      section('absent', 'no-such-tool-anywhere | cat'),
      section('refused', 'echo "cat: /etc/x: Permission denied" >&2; echo half | cat'),
    ])

    expect(answers.get('absent')?.status).toBe(0)
    expect(classify(answers.get('absent') as Output)).toBe('tool absent')
    expect(classify(answers.get('refused') as Output)).toBe('not permitted')
  })

  test('whatever a command says comes back byte for byte', () => {
    const hostile = fc.string({ unit: 'binary', maxLength: 60 }).filter((s) => !s.includes('\0'))
    const framed = fc.constantFrom('@@x END', `\n@@${nonce}x B a\n`, "'", '$(exit)', '\r', '`')
    fc.assert(
      fc.property(fc.array(fc.oneof(hostile, framed), { maxLength: 8 }), (texts) => {
        const sections = texts.map((text, i) => section(`s${i}`, `printf %b '${octal(text)}'`))
        const { answers } = run(shell, sections)
        expect([...answers.values()].map((answer) => answer.stdout)).toEqual(texts)
      }),
      { numRuns: 12 },
    )
  })
})

const octal = (text: string): string =>
  [...Buffer.from(text)].map((byte) => `\\0${byte.toString(8).padStart(3, '0')}`).join('')

const command = fc
  .string({ unit: 'binary', maxLength: 80 })
  .filter((text) => !/[\n\0]/.test(text) && text.isWellFormed())
const sections = fc.uniqueArray(
  fc.record({
    name: fc.stringMatching(/^[A-Za-z0-9._@:-]{1,12}$/),
    command: fc.oneof(command, fc.constantFrom(`'`, `''\\''`, `s x 1 'y'`, '\\', '$N')),
    timeoutSeconds: fc.integer({ min: 1, max: 999 }),
  }),
  { selector: (one) => one.name },
)

test('a script tells its own sections back', () => {
  fc.assert(
    fc.property(sections, (asked) => {
      expect(sectionsOf(scriptFor(asked, nonce))).toEqual({ nonce, sections: asked })
    }),
  )
})

test('a script that is not ours, or not only ours, has no sections', () => {
  const ours = scriptFor([section('a', 'true')], nonce)

  expect(sectionsOf('id -un\n')).toBeUndefined()
  expect(sectionsOf(`${ours}rm -r /\n`)).toBeUndefined()
  expect(sectionsOf(ours.replace('umask 077', 'umask 000'))).toBeUndefined()
})

test.each([
  ['a line break', [section('a', 'true\nfalse')]],
  ['a name with a space', [section('a b', 'true')]],
  ['no time limit', [section('a', 'true', 0)]],
  ['two sections of one name', [section('a', 'true'), section('a', 'false')]],
])('%s cannot be framed', (_, asked) => {
  expect(() => scriptFor(asked, nonce)).toThrow(Error)
})

const output = fc.record({
  status: fc.integer({ min: 0, max: 255 }),
  stdout: fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.constantFrom('\n', '@@', `@@${nonce}`, `\n@@other B a\nx\n@@other E a rc=0\n`),
  ),
  stderr: fc.stringMatching(/^[ -~]{0,40}$/),
})
const answered = fc.dictionary(fc.stringMatching(/^[a-z.]{1,8}$/), output)
const said = (answers: Record<string, Output>): string =>
  Object.entries(answers)
    .map(([name, one]) => frame(name, one, nonce))
    .join('') + lastFrame(nonce)

test('frames give back every answer, whatever it says', () => {
  fc.assert(
    fc.property(answered, fc.constantFrom('', 'Welcome!\n', 'no newline'), (answers, motd) => {
      expect(Object.fromEntries(parseFrames(motd + said(answers), nonce))).toEqual(answers)
    }),
  )
})

test('a cut answer never yields a section that was not whole', () => {
  fc.assert(
    fc.property(answered, fc.nat(), (answers, at) => {
      const whole = said(answers)
      const parsed = Object.fromEntries(parseFrames(whole.slice(0, at % whole.length), nonce))
      for (const [name, one] of Object.entries(parsed)) expect(one).toEqual(answers[name])
    }),
    { numRuns: 500 },
  )
})

const ok: Output = { status: 0, stdout: 'x', stderr: '' }
test.each([
  ['a section answered twice', frame('a', ok, nonce) + frame('a', ok, nonce)],
  ['text between frames', `${frame('a', ok, nonce)}late\n${frame('b', ok, nonce)}`],
  ['a forged end', `@@${nonce} B a\nx\n@@${nonce} E b rc=0\n@@${nonce} R b \n`],
  ['a frame without its B line', `${frame('a', ok, nonce)}@@${nonce} E b rc=0\n`],
  ['an end without its newline', `@@${nonce} B a\n@@${nonce} E a rc=0\n@@${nonce} R a \n`],
])('%s is not understood', (_, text) => {
  expect(() => parseFrames(text, nonce)).toThrow(/garbled/)
})

test('a section cut before its remark is absent', () => {
  const text = frame('a', ok, nonce)

  expect(parseFrames(text.slice(0, text.indexOf(`@@${nonce} R`)), nonce).size).toBe(0)
  expect(parseFrames('', nonce).size).toBe(0)
})

test.each([
  [{ status: 127, stderr: '' }, 'tool absent'],
  [{ status: 0, stderr: 'sh: line 1: zpool: command not found' }, 'tool absent'],
  [{ status: 124, stderr: '' }, 'timed out'],
  [{ status: 143, stderr: '' }, 'timed out'],
  [{ status: 137, stderr: '' }, 'cut short'],
  [{ status: 126, stderr: '' }, 'not permitted'],
  [{ status: 1, stderr: 'nft: Operation not permitted (you must be root)' }, 'not permitted'],
  [{ status: 0, stderr: 'cat: /etc/shadow: Permission denied' }, 'not permitted'],
  [{ status: 0, stderr: 'Unit x.service could not be found.' }, undefined],
  [{ status: 1, stderr: 'device not found' }, undefined],
])('%j is classed as %s', (answer, reason) => {
  expect(classify({ stdout: '', ...answer })).toBe(reason)
})
