import { expect, test } from 'vitest'
import type { Fact } from '../harness/model/fact.ts'
import type { Judgement } from '../harness/model/judgement.ts'
import { diffOf, exitOfDiff, incomparable, type Side } from './diff.ts'
import { diffReport } from './formats/console-diff.ts'
import {
  FAILS,
  judgement,
  NOT_APPLICABLE,
  PASSES,
  UNVERIFIABLE,
  WAIVED,
} from './testdata/sample.ts'

const side = (verdicts: readonly Judgement[], about: Partial<Side> = {}): Side => ({
  path: 'a/run.json',
  lab: 'zero-trust',
  target: 'live',
  takenAt: '2026-11-20T01:38:54.140Z',
  profiles: ['zero-trust'],
  only: [],
  bugs: 0,
  verdicts,
  ...about,
})

const later = (verdicts: readonly Judgement[], about: Partial<Side> = {}): Side =>
  side(verdicts, { path: 'b/run.json', takenAt: '2026-11-21T01:38:54.140Z', ...about })

/** The same control with another verdict. */
const as = (like: Judgement, id: string): Judgement => ({ ...like, id: `zero-trust/${id}` })

const known = (value: unknown): Fact => ({ known: true, value, evidence: [] })
const unknown: Fact = {
  known: false,
  reason: 'timed out',
  because: 'nobody answered',
  source: 'vm100',
  ask: 'ss -ltn',
  evidence: [],
}

test('every control that changed is in the one list that says what became of it', () => {
  const pairs: readonly (readonly [string, Judgement, Judgement])[] = [
    ['newlyFailing', PASSES, FAILS],
    ['newlyFailing', UNVERIFIABLE, FAILS],
    ['newlyFailing', NOT_APPLICABLE, FAILS],
    ['lapsed', WAIVED, { ...FAILS, offenders: WAIVED.offenders, offendersTotal: 1 }],
    ['newlyFailing', WAIVED, FAILS],
    ['newlyUnverifiable', PASSES, UNVERIFIABLE],
    ['newlyUnverifiable', FAILS, UNVERIFIABLE],
    ['newlyWaived', FAILS, WAIVED],
    ['newlyWaived', PASSES, WAIVED],
    ['fixed', FAILS, PASSES],
    ['fixed', WAIVED, PASSES],
    ['toldAgain', UNVERIFIABLE, PASSES],
    ['other', PASSES, NOT_APPLICABLE],
    ['worse', { ...FAILS, offendersTotal: 1 }, FAILS],
  ]
  for (const [list, from, to] of pairs) {
    const diff = diffOf(side([as(from, 'x'), PASSES]), later([as(to, 'x'), PASSES]))
    const lists = Object.entries(diff).flatMap(([name, all]) =>
      Array.isArray(all) && all.length > 0 ? [name] : [],
    )
    expect([from.verdict, to.verdict, lists]).toEqual([from.verdict, to.verdict, [list]])
    expect(diff.unchanged).toBe(1)
  }
})

test('failing for another thing than before is worse, although as much fails', () => {
  const fails = (...offenders: readonly unknown[]) => ({ ...FAILS, offenders, offendersTotal: 1 })
  const swapped = diffOf(side([fails({ port: 80 })]), later([fails({ port: 443 })]))
  const older = diffOf(
    side([fails({ disk: 'a', days: 3, at: '2026-11-20T01:38:54Z' })]),
    later([fails({ disk: 'a', days: 4, at: '2026-11-21T01:38:54Z' })]),
  )

  expect(swapped.worse.map(({ id }) => id)).toEqual([FAILS.id])
  expect(exitOfDiff(swapped)).toBe(2)
  expect(older.worse).toEqual([])
  expect(older.unchanged).toBe(1)
})

test('what is judged no more is no success, and what is new and fails is told', () => {
  const gone = diffOf(side([PASSES, as(PASSES, 'x')]), later([PASSES]))
  const fresh = diffOf(side([PASSES]), later([PASSES, as(FAILS, 'x')]))

  expect(gone.gone.map(({ id, to }) => [id, to])).toEqual([['zero-trust/x', undefined]])
  expect(exitOfDiff(gone)).toBe(1)
  expect(fresh.newlyFailing.map(({ id }) => id)).toEqual(['zero-trust/x'])
  expect(exitOfDiff(fresh)).toBe(2)
})

test('a fact that changed under an unchanged verdict is told with whoever read it', () => {
  const facts = { 'mounts@vm100': known([{ target: '/', port: 80 }]), 'clock@vm100': known(1) }
  const [fact] =
    diffOf(
      side([PASSES], { facts }),
      later([PASSES], { facts: { ...facts, 'mounts@vm100': known([{ target: '/', port: 443 }]) } }),
    ).facts ?? []

  expect(fact).toEqual({
    fact: 'mounts@vm100',
    differs: ['[0].port: 80 → 443'],
    readers: ['zero-trust/media-share-is-mounted'],
  })
})

test('that time went on is no change', () => {
  const at = (time: string, seconds: number) => ({
    'mounts@vm100': known([
      { at: time, seconds, tookMs: seconds % 97, says: `done at ${time}, 3 files` },
    ]),
  })
  const { facts } = diffOf(
    side([PASSES], { facts: at('2026-11-20T01:38:54Z', 1_795_000_000) }),
    later([PASSES], { facts: at('2026-11-21T01:40:00Z', 1_795_086_400) }),
  )

  expect(facts).toEqual([])
})

test('a size is no point in time, however big', () => {
  const disk = (sizeBytes: number, memory: number) => ({
    'mounts@vm100': known([{ sizeBytes, memory, value: memory }]),
  })
  const [fact] =
    diffOf(
      side([PASSES], { facts: disk(2_000_398_934_016, 2_147_483_648) }),
      later([PASSES], { facts: disk(1_000_204_886_016, 1_073_741_824) }),
    ).facts ?? []

  expect(fact?.differs).toEqual([
    '[0].sizeBytes: 2000398934016 → 1000204886016',
    '[0].memory: 2147483648 → 1073741824',
    '[0].value: 2147483648 → 1073741824',
  ])
})

test('a fact that nobody can observe any more has changed', () => {
  const [fact] =
    diffOf(
      side([PASSES], { facts: { 'mounts@vm100': known([]) } }),
      later([PASSES], { facts: { 'mounts@vm100': unknown } }),
    ).facts ?? []

  expect(fact?.differs).toEqual(['it: [] → "unknown: nobody answered"'])
})

test('under a changed verdict a fact is no news, and without both snapshots there is none', () => {
  const [a, b] = [{ 'mounts@vm100': known(1) }, { 'mounts@vm100': known(2) }]
  const failed = { ...FAILS, id: PASSES.id, reads: PASSES.reads }

  expect(diffOf(side([PASSES], { facts: a }), later([failed], { facts: b })).facts).toEqual([])
  expect(diffOf(side([PASSES], { facts: a }), later([PASSES])).facts).toBeUndefined()
})

test('what cannot be compared is refused, and why', () => {
  const why = (about: Partial<Side>) => incomparable(side([]), later([], about)).join()

  expect(why({})).toBe('')
  expect(why({ lab: 'layered' })).toContain('different labs: zero-trust and layered')
  expect(why({ target: 'embedded' })).toContain('different targets: live and embedded')
  expect(why({ only: ['zero-trust/x*'] })).toContain('selections: all and zero-trust/x*')
  expect(why({ profiles: ['layered'] })).toContain('different profiles')
  expect(why({ bugs: 1 })).toContain('b/run.json cannot be compared: it has a bug of ours')
})

test('it is told for a person, what got worse first, in 80 columns', async () => {
  const facts = { 'mounts@vm100': known([{ target: '/' }]) }
  const diff = diffOf(
    side([as(PASSES, 'a'), as(WAIVED, 'b'), as(PASSES, 'c'), as(FAILS, 'd'), PASSES], { facts }),
    later(
      [
        as(FAILS, 'a'),
        as({ ...FAILS, offenders: WAIVED.offenders }, 'b'),
        as(UNVERIFIABLE, 'c'),
        as(PASSES, 'd'),
        PASSES,
      ],
      {
        facts: { 'mounts@vm100': known([{ target: '/srv' }]) },
      },
    ),
  )
  const plain = { columns: 80, color: false, verbose: false, quiet: false }
  const text = diffReport(diff, plain)

  await expect(text).toMatchFileSnapshot('testdata/golden/diff.txt')
  for (const line of text.split('\n')) expect(line.length).toBeLessThanOrEqual(80)
  expect(diffReport(diff, { ...plain, quiet: true }).split('\n')).toHaveLength(2)
})

test('where nothing changed, nothing got worse', () => {
  const diff = diffOf(
    side([judgement({ id: 'zero-trust/x' })]),
    later([judgement({ id: 'zero-trust/x' })]),
  )

  expect(exitOfDiff(diff)).toBe(0)
  expect(diff.unchanged).toBe(1)
})
