import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { folder } from '../../reports/testdata/folder.ts'
import { lock } from './lock.ts'

test('one at a time; free again once it is let go', async () => {
  const file = join(await folder(), 'lock')
  {
    using first = lock(file)
    expect(first).toBeDefined()
    expect(lock(file)).toBeUndefined()
  }
  using second = lock(file)
  expect(second).toBeDefined()
})

test('the lock of a process that was killed is free at once', async () => {
  const file = join(await folder(), 'lock')
  const script = `import { lock } from '${import.meta.dirname}/lock.ts'
    globalThis.held = lock('${file}'); console.log('held'); setInterval(() => {}, 1000)`
  const holder = spawn(process.execPath, ['--input-type=module', '-e', script])
  await once(holder.stdout, 'data')
  expect(lock(file)).toBeUndefined()
  holder.kill('SIGKILL')
  await once(holder, 'exit')
  using mine = lock(file)
  expect(mine).toBeDefined()
})

test('a file that is something else is no lock, and is named', async () => {
  const file = join(await folder(), 'lock')
  await writeFile(file, 'x'.repeat(4096))
  expect(() => lock(file)).toThrow(`${file}: cannot be locked`)
  expect(() => lock(join(file, 'lock'))).toThrow('cannot be locked')
})
