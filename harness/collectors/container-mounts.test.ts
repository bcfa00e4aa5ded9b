import { expect, test } from 'vitest'
import { containerMounts } from './container-mounts.ts'
import { host, inventory } from './text/stage.ts'

const read = (stdout: string) =>
  containerMounts.parse({ status: 0, stdout, stderr: '' }, host, inventory)
const ROOT = '828 619 0:200 / / ro,relatime - overlay overlay rw'
const BELOW = '851 850 8:1 /srv/scratch /media/scratch rw,relatime - ext4 /dev/sda1 rw'

test('each running container has a table of its own, with what lies below its mounts', () => {
  const { items, complete } = read(
    `container /a 10 running\n${ROOT}\n${BELOW}\ncontainer /b 11 paused\n${ROOT}\nlisted\n`,
  )

  expect(items.map(({ container, mounts }) => [container, mounts.length])).toEqual([
    ['a', 2],
    ['b', 1],
  ])
  expect(items[0]?.mounts[1]).toMatchObject({ path: '/media/scratch', options: ['rw', 'relatime'] })
  expect(complete).toBe(true)
})

test('a container that does not run makes the look incomplete, by name', () => {
  expect(read(`container /a 10 running\n${ROOT}\ncontainer /b 0 exited\nlisted\n`)).toMatchObject({
    complete: false,
    because: expect.stringContaining('b; start it'),
  })
})

test('no container at all is an answer', () => {
  expect(read('listed\n')).toEqual({ items: [], complete: true })
})

test.each([
  ['without its end', `container /a 10 running\n${ROOT}\n`],
  ['without a table', 'container /a 10 running\nlisted\n'],
  ['without a root', `container /a 10 running\n${BELOW}\nlisted\n`],
  ['of another form', 'container /a 10 running\nsomething else\nlisted\n'],
])('an answer %s is refused', (_, stdout) => {
  expect(() => read(stdout)).toThrow()
})
