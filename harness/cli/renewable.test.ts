import { expect, test } from 'vitest'
import { Renewable } from './renewable.ts'

function opener() {
  const told: string[] = []
  let number = 0
  const open = () => {
    const name = `target ${++number}`
    told.push(`${name} opens`)
    return { target: { [Symbol.asyncDispose]: async () => void told.push(`${name} closes`) } }
  }
  return { told, open }
}

test('the old one is closed before the new one opens, and each is closed once', async () => {
  const { told, open } = opener()
  {
    await using replica = new Renewable(open(), async () => open())
    await replica.renew()
  }
  expect(told).toEqual(['target 1 opens', 'target 1 closes', 'target 2 opens', 'target 2 closes'])
})

test('when no new one comes, the old one is not closed a second time', async () => {
  const { told, open } = opener()
  const replica = new Renewable(open(), () => Promise.reject(new Error('no engine')))
  await expect(replica.renew()).rejects.toThrow('no engine')
  await replica[Symbol.asyncDispose]()
  expect(told).toEqual(['target 1 opens', 'target 1 closes'])
})
