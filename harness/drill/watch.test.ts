import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Lab, labsOf, openLab } from '../cli/labs.ts'
import type { Host } from '../model/inventory.ts'
import type { Section, Target } from '../model/target.ts'
import { breakTarget } from '../run/faults.ts'
import { RUNBOOKS, type Verdicts, Watch } from './watch.ts'

const { signal } = new AbortController()
const CONTROL = 'zero-trust/media-share-is-mounted-read-only-on-vm100'
const redactor = { redact: (text: string) => text, redactJson: <T>(value: T) => value }

let lab: Lab
let target: Target
/** Questions to hosts, as `fact@host`. */
let asked: string[]

beforeAll(async () => {
  const [found] = await labsOf(['zero-trust'])
  if (!found) throw new Error('no lab')
  lab = found
  ;({ target } = await openLab(lab, 'embedded', signal))
  const ask = target.ask.bind(target)
  target.ask = (host: Host, sections: readonly Section[], until: AbortSignal) => {
    asked.push(...sections.map(({ name }) => `${name}@${host.name}`))
    return ask(host, sections, until)
  }
})
afterAll(() => target[Symbol.asyncDispose]())

test('the first look asks everything, the next ones what was read', async () => {
  const watch = new Watch(lab, target, redactor)
  asked = []
  const first = await watch.look([CONTROL], signal)
  expect(first.get(CONTROL)?.verdict).toBe('pass')
  expect(asked.length).toBeGreaterThan(100)

  asked = []
  await watch.look([CONTROL], signal)
  expect(asked.toSorted()).toEqual(first.get(CONTROL)?.reads.toSorted())
})

test('what was seen in health spares the first look, and a fact is had on demand', async () => {
  const whole = new Watch(lab, target, redactor)
  await whole.look([], signal)
  const health = await whole.everything()
  const watch = new Watch(lab, target, redactor, health)
  asked = []
  await watch.look([CONTROL], signal, [RUNBOOKS])
  expect(asked.length).toBeLessThan(10)
  expect(watch.seen(RUNBOOKS)).toMatchObject({ path: 'docs/platform/operations.md' })
  expect(watch.seen('guests@lab')).toBeUndefined()
})

test('a defect that comes and goes is seen to come and go', async () => {
  const watch = new Watch(lab, target, redactor)
  const verdict = async () => (await watch.look([CONTROL], signal)).get(CONTROL)?.verdict
  expect(await verdict()).toBe('pass')
  const undo = await breakTarget(target, CONTROL)
  expect(await verdict()).toBe('fail')
  await undo()
  expect(await verdict()).toBe('pass')
})

test('nothing is judged by what an earlier look has seen, however far a control reads', async () => {
  const far = 'zero-trust/parity-is-fresh'
  const health = new Map([[far, { id: far, reads: [] }]]) as unknown as Verdicts
  const watch = new Watch(lab, target, redactor, health)
  expect((await watch.look([far], signal)).get(far)?.verdict).toBe('pass')
})

test('a control that is not there is our bug', async () => {
  const watch = new Watch(lab, target, redactor)
  await expect(watch.look(['zero-trust/nothing'], signal)).rejects.toThrow('there is no control')
})
