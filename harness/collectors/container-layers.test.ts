import { expect, test } from 'vitest'
import { containerLayers } from './container-layers.ts'
import { read } from './text/answer.ts'

test('what containers wrote outside their volumes', () => {
  expect(read(containerLayers, 'container /a 0\ncontainer /b 12\npath /tmp/x y\nlisted\n')).toEqual(
    {
      items: [
        { container: 'a', bytes: 0, paths: [] },
        { container: 'b', bytes: 12, paths: ['/tmp/x y'] },
      ],
      complete: true,
    },
  )
})

test('a container that changed too much was not seen as a whole', () => {
  const paths = Array.from({ length: 2000 }, (_, i) => `path /x/${i}\n`).join('')
  expect(read(containerLayers, `container /a 9\n${paths}listed\n`).complete).toBe(false)
})

test.each(['container /a 0\n', 'container a 0\nlisted\n', 'container /a 0\nx\nlisted\n'])(
  '%j is refused',
  (text) => {
    expect(() => read(containerLayers, text)).toThrow()
  },
)
