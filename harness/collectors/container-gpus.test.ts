import { expect, test } from 'vitest'
import { containerGpus } from './container-gpus.ts'
import { read } from './text/answer.ts'

test('nodes are told by container, also where there are none', () => {
  const answer =
    'container /jellyfin 412 running\nlooked\nnvidia0\nnvidiactl\ncontainer /navidrome 433 running\nlooked\nlisted\n'
  expect(read(containerGpus, answer)).toEqual({
    items: [
      { container: 'jellyfin', nodes: ['nvidia0', 'nvidiactl'] },
      { container: 'navidrome', nodes: [] },
    ],
    complete: true,
  })
})

test('one that does not run leaves the look incomplete', () => {
  const { complete, because } = read(containerGpus, 'container /jellyfin 0 exited\nlisted\n')
  expect(complete).toBe(false)
  expect(because).toContain('jellyfin')
})
