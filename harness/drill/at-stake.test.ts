import { beforeEach, describe, expect, test } from 'vitest'
import { action, aDrill, FakeLab, step } from './rehearse.test-lab.ts'

let lab: FakeLab
const start = Date.parse('2026-11-28T08:00:00Z')
/** Fails from so many seconds on, for so many. */
const downBetween = (from: number, until: number) => () => {
  const since = (lab.now - start) / 1000
  return since >= from && since < until ? ('fail' as const) : ('pass' as const)
}

beforeEach(() => {
  lab = new FakeLab()
})

describe('data at stake', () => {
  const sum = (digit: string, path: string) => `${digit.repeat(64)}  ${path}\n`
  const stake = { on: 'vm1', folders: ['/data'], safeguards: ['s'] }

  test('is compared file by file, before the rollback', async () => {
    lab.says = downBetween(2, 20)
    lab.does = (command) =>
      command.includes('sha256sum')
        ? sum('a', '/data/one') +
          (lab.left.length > 0 ? sum('b', '/data/two') : sum('c', '/data/two'))
        : ''
    const { entry } = await lab.rehearse(aDrill({ stake }))
    expect(entry.verdict).toBe('missed')
    expect(entry.data).toMatchObject({ files: 2, lost: ['/data/two'], lostTotal: 1 })
    expect(entry.data?.manifestBefore).not.toBe(entry.data?.manifestAfter)
  })

  test('without a file there is nothing whose loss could be seen', async () => {
    lab.says = downBetween(2, 20)
    expect((await lab.rehearse(aDrill({ stake }))).entry.verdict).toBe('missed')
  })

  test('is put at stake only where there is a fresh way back', async () => {
    lab.says = (id) => (id === 's' ? 'fail' : 'pass')
    const risky = { stake: { ...stake, marker: '/mark' }, prepare: action(step('back up')) }
    const { entry } = await lab.rehearse(aDrill(risky))
    expect(entry).toMatchObject({ verdict: 'unsteady', because: ['s is fail: s is not well'] })
    expect(lab.did).toEqual([])
  })

  test('a folder of somebody else is no marker, and is not removed', async () => {
    lab.does = (command) => (command.startsWith('[ ! -e /mark ]') ? undefined : '')
    const { entry } = await lab.rehearse(aDrill({ stake: { ...stake, marker: '/mark' } }))
    expect(entry).toMatchObject({ verdict: 'broken', rollback: 'done' })
    expect(lab.did.filter((did) => did.includes('rm -rf'))).toEqual([])
    expect(lab.did).not.toContain('vm1: break')
  })

  test('the newest marker that came back tells how much was lost', async () => {
    const lines: string[] = []
    let looks = 0
    lab.says = () => (lab.did.includes('vm1: break') && ++looks < 5 ? 'fail' : 'pass')
    lab.does = (command) => {
      if (command.includes('sha256sum')) return sum('a', '/data/one')
      const written = /^echo (\S+) >/.exec(command)?.[1]
      if (written) lines.push(written)
      return command.startsWith('ls ') ? (lines[0] ?? '') : ''
    }
    const drill = aDrill({ stake: { ...stake, marker: '/mark' } })
    const { entry } = await lab.rehearse(drill)
    expect(lines.length).toBeGreaterThan(1)
    expect(entry.verdict).toBe('recovered')
    expect(entry.dataLossSeconds).toBeGreaterThan(0)
    expect(lab.did).toContain('vm1: rm -rf /mark')
  })
})
