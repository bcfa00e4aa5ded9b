import { expect, test } from 'vitest'
import type { Fact } from '../model/fact.ts'
import type { Owners } from '../model/inventory/owners.ts'
import type { Inventory } from '../model/inventory.ts'
import type { Snapshot } from '../model/snapshot.ts'
import { Violation } from '../model/verdict.ts'
import type { Waiver } from '../model/waiver.ts'
import { guard } from './guard.ts'
import { type Bench, judge, type Placed } from './judge.ts'
import { all, that } from './quantifiers.ts'
import type { Views } from './views.ts'

const evidence = [
  {
    source: 'a',
    ask: 'cat /mounts',
    takenAt: '2026-11-21T00:00:00.000Z',
    tookMs: 1,
    digest: 'd',
    reality: 'real' as const,
  },
]
const known = (value: unknown): Fact => ({ known: true, value, evidence })
const unknown: Fact = {
  known: false,
  reason: 'refused',
  because: 'a: connection refused',
  source: 'a',
  ask: 'cat',
  evidence: [],
}
const inventory = {
  lab: 'x',
  profiles: ['p'],
  hosts: [{ name: 'a', role: 'storage', address: '10.0.0.1', ssh: { port: 22, user: 'u' } }],
  guests: [],
  services: [],
  vantages: [],
  apis: {},
  parameters: {},
} as unknown as Inventory

const bench = (
  facts: Record<string, Fact>,
  more: Partial<Snapshot> = {},
  guards: Bench['guards'] = [],
): Bench => ({
  snapshot: {
    schema: 'plumbline/snapshot/1',
    lab: 'x',
    target: 'embedded',
    takenAt: '2026-11-21T00:00:00.000Z',
    durationMs: 1,
    inventory,
    inventoryDigest: '',
    waivers: [],
    facts,
    ...more,
  },
  guards,
  parameters: { p: { 'p.max': '10m' } },
})

// Facts of a made-up collector: the types of real ones do not matter here.
const read = (views: Views, fact: string) => (views.host('a') as Record<string, unknown>)[fact]
const control = (judging: (views: Views) => void, more: Partial<Placed> = {}): Placed => ({
  id: 'p/c',
  profile: 'p',
  section: 's',
  file: 'specs/p/s/c.spec.ts',
  statement: 'P-1',
  title: 'It holds',
  impact: 'high',
  kind: 'storage',
  standards: ['AC-6'],
  remedy: 'Mend it at the place.',
  judge: judging,
  ...more,
})

test('one answer to two questions is told once, unless it is not worth the same to both', () => {
  const standIn = evidence.map((one) => ({ ...one, reality: 'stand-in' as const }))
  const worthOf = (page: Fact) =>
    judge(
      control((views) => {
        read(views, 'disks')
        read(views, 'pages')
      }),
      bench({ 'disks@a': known(1), 'pages@a': page }),
    ).evidence.map(({ reality }) => reality)

  expect(worthOf(known(1))).toEqual(['real'])
  expect(worthOf({ known: true, value: 1, evidence: standIn })).toEqual(['real', 'stand-in'])
})

test('a claim that holds over known facts passes, with the evidence it read', () => {
  const {
    verdict,
    reads,
    evidence: seen,
  } = judge(
    control((views) => void read(views, 'disks')),
    bench({ 'disks@a': known(1) }),
  )
  expect({ verdict, reads, seen: seen.length }).toEqual({
    verdict: 'pass',
    reads: ['disks@a'],
    seen: 1,
  })
})

test('an unknown fact makes its reader unverifiable, and says why', () => {
  const judged = judge(
    control((views) => void read(views, 'disks')),
    bench({ 'disks@a': unknown }),
  )
  expect(judged.verdict).toBe('unverifiable')
  expect(judged.because).toContain('disks@a is unknown (refused): a: connection refused')
})

test('a fact that nobody collects is not a pass', () => {
  expect(
    judge(
      control((views) => void read(views, 'disks')),
      bench({}),
    ).verdict,
  ).toBe('unverifiable')
})

test('a claim that looked at nothing is a bug of ours', () => {
  expect(() =>
    judge(
      control(() => {}),
      bench({}),
    ),
  ).toThrow('without reading a single fact')
})

test('an error that is neither finding nor lack of evidence is a bug of ours', () => {
  const broken = control(() => {
    throw new TypeError('x is undefined')
  })
  expect(() => judge(broken, bench({}))).toThrow(TypeError)
})

const failing = control((views) => {
  read(views, 'disks')
  throw new Violation('two are wrong', 'none is wrong', [{ disk: 'd1' }, { disk: 'd2' }])
})
const waiver = (disk: string): Waiver => ({
  control: 'p/c',
  offender: { disk },
  because: 'on order',
  until: '2027-01-01',
  acceptedBy: 'ana',
})

test('a violation is waived only when every offender is', () => {
  const facts = { 'disks@a': known(1) }
  expect(judge(failing, bench(facts)).verdict).toBe('fail')
  expect(judge(failing, bench(facts, { waivers: [waiver('d1')] })).verdict).toBe('fail')
  const both = judge(failing, bench(facts, { waivers: [waiver('d1'), waiver('d2')] }))
  expect(both.verdict).toBe('waived')
  expect(both.waiver?.because).toBe('on order')
})

test('a waiver hides neither a later offender nor what could not be seen', () => {
  const facts = { 'disks@a': known(1), 'mounts@a': unknown }
  const waivers = [waiver('d1')]
  const finds = (views: Views, disk: string) => () => {
    read(views, 'disks')
    that(false, 'it is whole', { disk })
  }
  const later = control((views) => {
    finds(views, 'd1')()
    finds(views, 'd2')()
  })
  const blind = control((views) => all(finds(views, 'd1'), () => void read(views, 'mounts')))

  expect(judge(later, bench(facts, { waivers }))).toMatchObject({
    verdict: 'fail',
    offenders: [{ disk: 'd1' }, { disk: 'd2' }],
  })
  expect(judge(later, bench(facts, { waivers: [...waivers, waiver('d2')] })).verdict).toBe('waived')
  expect(judge(blind, bench(facts, { waivers }))).toMatchObject({
    verdict: 'unverifiable',
    because: expect.stringContaining('mounts@a is unknown'),
  })
})

test('a waiver accepts no reason of a guard', () => {
  const lying = guard({
    name: 'whole',
    says: 'the disk is whole',
    covers: (fact) => fact === 'mounts',
    holds: () => that(false, 'it is whole', { disk: 'd1' }),
  })
  const facts = { 'disks@a': known(1), 'mounts@a': known(1) }
  const judged = judge(
    control((views) => {
      read(views, 'disks')
      that(false, 'it is whole', { disk: 'd1' })
      read(views, 'mounts')
    }),
    bench(facts, { waivers: [waiver('d1')] }, [lying]),
  )

  expect([judged.verdict, judged.because.includes('guard whole')]).toEqual(['unverifiable', true])
})

test('a guard that does not hold makes the readers of what it covers unverifiable, by name', () => {
  const lying = guard({
    name: 'clock-agrees',
    says: 'the clock is right',
    covers: (fact) => fact === 'disks',
    holds: (views) => {
      if (read(views, 'clock') !== 0) throw new Violation('the clock is 9 s off', 'right', [])
    },
  })
  const reading = control((views) => void read(views, 'disks'))
  const sick = judge(reading, bench({ 'disks@a': known(1), 'clock@a': known(9) }, {}, [lying]))
  expect(sick.verdict).toBe('unverifiable')
  expect(sick.because).toBe('guard clock-agrees does not hold for disks@a: the clock is 9 s off')
  const blind = judge(reading, bench({ 'disks@a': known(1), 'clock@a': unknown }, {}, [lying]))
  expect(blind.verdict).toBe('unverifiable')
  const well = judge(reading, bench({ 'disks@a': known(1), 'clock@a': known(0) }, {}, [lying]))
  expect([well.verdict, well.guards]).toEqual(['pass', ['clock-agrees']])
})

test('a subject declared absent makes its control not applicable, with the reason', () => {
  const absent = { ...inventory, absent: { gpu: 'no card in this lab' } }
  const judged = judge(
    control(() => {}, { subject: 'gpu' }),
    bench({}, { inventory: absent }),
  )
  expect([judged.verdict, judged.because]).toEqual([
    'not-applicable',
    'the inventory declares "gpu" absent: no card in this lab',
  ])
})

test('a parameter comes from the inventory, else from the profile', () => {
  let seconds = 0
  const reading = control((views) => {
    read(views, 'disks')
    seconds = views.parameter.seconds('p.max')
  })
  judge(reading, bench({ 'disks@a': known(1) }))
  expect(seconds).toBe(600)
  judge(
    reading,
    bench({ 'disks@a': known(1) }, { inventory: { ...inventory, parameters: { 'p.max': '1h' } } }),
  )
  expect(seconds).toBe(3600)
})

test('how old things are that have to be recent is told, the oldest in proportion first', () => {
  const facts = { 'mounts@a': known([]) }
  const { ages } = judge(
    control(({ host, isRecent }) => {
      void host('a').mounts
      isRecent('2026-11-20T23:00:00Z', 7200)
      isRecent('2026-11-20T22:00:00Z', 3600)
      isRecent('2026-11-20T23:00:00Z', 7200)
    }),
    bench(facts),
  )
  expect(ages).toEqual([
    { ageSeconds: 7200, longestSeconds: 3600 },
    { ageSeconds: 3600, longestSeconds: 7200 },
  ])
  const many = judge(
    control(({ host, isRecent }) => {
      void host('a').mounts
      for (let hour = 0; hour < 24; hour++)
        isRecent(`2026-11-20T${String(hour).padStart(2, '0')}:00:00Z`, 3600)
    }),
    bench(facts),
  ).ages
  expect(many).toHaveLength(20)
  expect(many?.at(0)?.ageSeconds).toBe(24 * 3600)
  expect(many?.at(-1)?.ageSeconds).toBe(3600)
  const ageless = judge(
    control(({ host }) => void host('a').mounts),
    bench(facts),
  )
  expect(ageless).not.toHaveProperty('ages')
})

test('who answers for a kind is named, else who answers for everything, else nobody', () => {
  const owned = (owners?: Owners) =>
    judge(
      control((views) => void read(views, 'disks')),
      bench(
        { 'disks@a': known(1) },
        { inventory: { ...inventory, ...(owners ? { owners } : {}) } },
      ),
    ).owner
  expect(owned({ everything: 'ana', kinds: { storage: 'ben' } })).toBe('ben')
  expect(owned({ everything: 'ana', kinds: { backup: 'ben' } })).toBe('ana')
  expect(owned({ kinds: { backup: 'ben' } })).toBeUndefined()
  expect(owned()).toBeUndefined()
})
