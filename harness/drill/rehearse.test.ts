import { beforeEach, describe, expect, test } from 'vitest'
import { action, aDrill, FakeLab, step } from './rehearse.test-lab.ts'

let lab: FakeLab
const start = Date.parse('2026-11-28T08:00:00Z')
const since = () => (lab.now - start) / 1000
/** Fails from so many seconds on, for so many. */
const downBetween = (from: number, until: number) => () =>
  since() >= from && since() < until ? ('fail' as const) : ('pass' as const)

beforeEach(() => {
  lab = new FakeLab()
})

describe('a drill', () => {
  test('that recovers by itself tells when it was lost, when it was back, and who noticed', async () => {
    lab.says = downBetween(2, 30)
    const { entry } = await lab.rehearse(aDrill())
    expect(entry).toMatchObject({
      verdict: 'recovered',
      because: [],
      steadyBefore: true,
      steadyAfter: true,
      rollback: 'done',
      recoveredBy: 'itself',
      detectedBy: 'a',
      detectSeconds: 1,
      hosts: ['vm1'],
    })
    expect(entry.recoverySeconds).toBeGreaterThanOrEqual(29)
    expect(entry.recoverySeconds).toBeLessThan(35)
    expect(lab.did).toEqual(['vm1: break', 'vm1: undo break'])
    expect(lab.left).toEqual([])
    expect(entry.timeline.map(({ what }) => what)).toEqual([
      ...['steady', 'disturbed', 'lost', 'recovered', 'rolled back', 'steady'],
    ])
  })

  test('that finds the lab unwell does nothing to it', async () => {
    lab.says = () => 'unverifiable'
    const { entry } = await lab.rehearse(aDrill())
    expect(entry).toMatchObject({
      verdict: 'unsteady',
      rollback: 'not needed',
      steadyBefore: false,
    })
    expect(lab.did).toEqual([])
  })

  test('whose preparation makes the lab unwell goes no further, and takes it back', async () => {
    lab.says = () => (lab.left.length > 0 ? 'fail' : 'pass')
    const { entry } = await lab.rehearse(aDrill({ prepare: action(step('prepare')) }))
    expect(entry).toMatchObject({ verdict: 'unsteady', rollback: 'done', steadyAfter: true })
    expect(lab.did).toEqual(['vm1: prepare', 'vm1: undo prepare'])
  })

  test('whose method disturbs nothing has failed, and says what it left alone', async () => {
    const { entry } = await lab.rehearse(aDrill())
    expect(entry).toMatchObject({
      verdict: 'undisturbed',
      because: ['the method did not disturb a'],
      rollback: 'done',
    })
  })

  test('that disturbs only a part of what it has to is undisturbed as well', async () => {
    lab.says = (id) => (id === 'a' ? downBetween(2, 10)() : 'pass')
    const { entry } = await lab.rehearse(aDrill({ steadyState: ['a', 'b'] }))
    expect(entry).toMatchObject({
      verdict: 'undisturbed',
      because: ['the method did not disturb b'],
    })
  })

  test('that only hides has shown nothing, unless hiding is what it is about', async () => {
    lab.says = () => (since() >= 2 && since() < 20 ? 'unverifiable' : 'pass')
    expect((await lab.rehearse(aDrill())).entry.verdict).toBe('undisturbed')
    lab = new FakeLab()
    lab.says = () => (since() >= 2 && since() < 20 ? 'unverifiable' : 'pass')
    expect((await lab.rehearse(aDrill({ hides: ['a'] }))).entry.verdict).toBe('recovered')
  })

  test('that does not recover in time has missed, and is rolled back all the same', async () => {
    lab.says = () => (since() >= 2 && !lab.did.includes('vm1: undo break') ? 'fail' : 'pass')
    const { entry } = await lab.rehearse(aDrill(), { objectiveSeconds: 60 })
    expect(entry.verdict).toBe('missed')
    expect(entry.because[0]).toBe('not well again after 60 s')
    expect(entry.recoverySeconds).toBeUndefined()
    expect(entry).toMatchObject({ rollback: 'done', steadyAfter: true })
  })

  test('in which something falls that had to hold has missed', async () => {
    lab.says = downBetween(2, 20)
    const drill = aDrill({ steadyState: ['a', 'b'], holds: ['b'] })
    const { entry } = await lab.rehearse(drill)
    expect(entry.verdict).toBe('missed')
    expect(entry.because).toEqual(['had to hold all the while, and did not: b: b is not well'])
  })

  test('under a fault takes the fault back last', async () => {
    lab.says = () => (since() >= 2 && lab.left.length > 0 ? 'fail' : 'pass')
    const fault = { ...action(step('spoil')), says: 'it is spoilt', alsoBreaks: [], alsoHides: [] }
    const { entry } = await lab.rehearse(aDrill(), { fault, objectiveSeconds: 30 })
    expect(entry).toMatchObject({ verdict: 'missed', fault: 'it is spoilt', rollback: 'done' })
    expect(lab.did).toEqual(['vm1: spoil', 'vm1: break', 'vm1: undo break', 'vm1: undo spoil'])
  })
})

describe('when something goes wrong', () => {
  test('a method that fails half-way is undone as a whole, and no secret is told', async () => {
    lab.does = (command) => (command === 'two' ? undefined : '')
    const method = action(step('one'), step('two', 'undo s3cret'))
    const { entry } = await lab.rehearse(aDrill({ method }))
    expect(entry).toMatchObject({ verdict: 'broken', rollback: 'done' })
    expect(lab.did).toEqual(['vm1: one', 'vm1: two', 'vm1: undo s3cret', 'vm1: undo one'])
    expect(JSON.stringify(entry)).not.toContain('s3cret')
  })

  test('what cannot be undone stays in the log and is told', async () => {
    lab.says = downBetween(2, 10)
    lab.does = (command) => (command.startsWith('undo') ? undefined : '')
    const { entry } = await lab.rehearse(aDrill())
    expect(entry).toMatchObject({ verdict: 'broken', rollback: 'failed' })
    expect(lab.left.map(({ undo }) => undo)).toEqual(['undo break'])
    expect(lab.did.filter((did) => did.endsWith('undo break'))).toHaveLength(6)
  })

  test('what a defect below stands in the way of is undone once that is', async () => {
    lab.says = () => (since() >= 2 && lab.left.length > 0 ? 'fail' : 'pass')
    lab.does = (command) =>
      command === 'undo break' && !lab.did.includes('vm1: undo spoil') ? undefined : ''
    const fault = { ...action(step('spoil')), says: 'it is spoilt', alsoBreaks: [], alsoHides: [] }
    const { entry } = await lab.rehearse(aDrill(), { fault, objectiveSeconds: 30 })
    expect(entry).toMatchObject({ verdict: 'missed', rollback: 'done' })
    expect(lab.did.at(-1)).toBe('vm1: undo break')
  })

  test('what is undone and cannot be written down keeps nobody from undoing the rest', async () => {
    lab.says = downBetween(2, 10)
    const method = action(step('one'), step('two'))
    const undone = (n: number) => {
      if (n === 2) throw new Error('no space left')
      lab.log.undone(n)
    }
    const log = { begun: lab.log.begun, undone, left: [] }
    Object.defineProperty(log, 'left', { get: () => lab.log.left })
    const { entry } = await lab.rehearse(aDrill({ method }), { log })
    expect(entry).toMatchObject({ verdict: 'broken', rollback: 'failed' })
    expect(entry.because.join()).toContain('no space left')
    expect(lab.did).toContain('vm1: undo one')
  })

  test('of a lab that nobody got to look at nothing is said', async () => {
    const { entry } = await lab.rehearse(aDrill(), { signal: AbortSignal.abort() })
    expect(entry).toMatchObject({ verdict: 'interrupted', steadyBefore: false, steadyAfter: false })
  })

  test('a lab that is not well after the rollback is no success', async () => {
    lab.says = () => (since() >= 2 && since() < 10 ? 'fail' : since() > 13 ? 'fail' : 'pass')
    const { entry } = await lab.rehearse(aDrill())
    expect(entry).toMatchObject({ verdict: 'broken', steadyAfter: false, rollback: 'done' })
  })

  test('an interrupt ends the waiting, not the rollback', async () => {
    const interrupt = new AbortController()
    lab.says = () => {
      if (since() > 20 && lab.left.length > 0) interrupt.abort()
      return since() >= 2 && lab.left.length > 0 ? 'fail' : 'pass'
    }
    const { entry } = await lab.rehearse(aDrill(), { signal: interrupt.signal })
    expect(entry).toMatchObject({ verdict: 'interrupted', rollback: 'done', steadyAfter: true })
    expect(lab.did).toEqual(['vm1: break', 'vm1: undo break'])
  })

  test('a change that is no matter of commands is refused: it could not be undone after a crash', async () => {
    const { steps: _, ...bare } = action(step('break'))
    const { entry } = await lab.rehearse(aDrill({ method: bare }))
    expect(entry.verdict).toBe('broken')
    expect(entry.because[0]).toContain('no steps that could be written down')
  })
})

describe('a procedure', () => {
  const recover = { says: 'mend it', does: action(step('mend', '')) }
  const untilMended = () =>
    since() >= 2 && !lab.did.includes('vm1: mend') && lab.left.length > 0 ? 'fail' : 'pass'

  test('is carried out once it is lost, and told apart from what heals by itself', async () => {
    lab.says = untilMended
    const { entry, carried } = await lab.rehearse(aDrill({ recover }))
    expect(entry).toMatchObject({ verdict: 'recovered', recoveredBy: 'procedure' })
    expect(carried).toEqual([{ command: 'mend', status: 0, seconds: 0 }])
    expect(lab.did).toEqual(['vm1: break', 'vm1: mend', 'vm1: undo break'])
  })

  test('waits for the alert: nobody acts on what they were not told', async () => {
    lab.says = untilMended
    lab.alerts = () => (since() > 40 && lab.left.length > 0 ? ['Down'] : [])
    const { entry } = await lab.rehearse(aDrill({ recover, alert: 'Down' }))
    expect(entry).toMatchObject({ verdict: 'recovered', detectedBy: 'Down' })
    expect(entry.detectSeconds).toBeGreaterThan(38)
    expect(entry.recoverySeconds).toBeGreaterThan(entry.detectSeconds ?? 0)
  })

  test('that nobody was called to is never carried out', async () => {
    lab.says = untilMended
    const { entry } = await lab.rehearse(aDrill({ recover, alert: 'Down' }), {
      objectiveSeconds: 60,
    })
    expect(entry.verdict).toBe('missed')
    expect(entry.because).toContain('nobody was told: Down did not fire')
    expect(lab.did).not.toContain('vm1: mend')
  })

  test('an alert that still fires of what was before is waited for, and nothing is done meanwhile', async () => {
    const begun = lab.now
    lab.alerts = () => (lab.now - begun < 20_000 ? ['Down'] : [])
    lab.does = () => {
      expect(lab.alerts()).toEqual([])
      return ''
    }
    const { entry } = await lab.rehearse(aDrill({ alert: 'Down' }))
    expect(entry.verdict).not.toBe('unsteady')
    expect(lab.now - begun).toBeGreaterThan(20_000)
  })

  test('an alert that fires already, and goes on, could call nobody', async () => {
    lab.alerts = () => ['Down']
    const { entry } = await lab.rehearse(aDrill({ alert: 'Down' }))
    expect(entry).toMatchObject({ verdict: 'unsteady', because: ['Down fires already'] })
  })

  test('that fails is no recovery, whatever the rollback brings back', async () => {
    lab.says = untilMended
    lab.does = (command) => (command === 'mend' ? undefined : '')
    const { entry } = await lab.rehearse(aDrill({ recover }))
    expect(entry.verdict).toBe('missed')
    expect(entry.because).toEqual(['the procedure failed: vm1: mend: exit 1'])
  })
})
