import { expect, test } from 'vitest'
import { editorServers } from './editor-servers.ts'
import { stateFiles } from './state-files.ts'
import { read } from './text/answer.ts'
import { workloadMemory } from './workload-memory.ts'

test('an editor, and when it was used last', () => {
  expect(read(editorServers, 'server 1700000000 /root/.vscode-server\nlooked\n')).toEqual([
    { path: '/root/.vscode-server', usedAt: '2023-11-14T22:13:20.000Z' },
  ])
})

test('a file of state, and when it changed last', () => {
  expect(read(stateFiles, 'file 1700000000.5 /srv/a b.db\nlooked\n')).toEqual({
    items: [{ path: '/srv/a b.db', changedAt: '2023-11-14T22:13:20.000Z' }],
    complete: true,
  })
})

test('memory of a container is never less than nothing', () => {
  expect(read(workloadMemory, 'memory a 10\nmemory b -4\nlisted\n')).toEqual([
    { container: 'a', bytes: 10 },
    { container: 'b', bytes: 0 },
  ])
})

test.each(['server 1 /x\nlooked\n', 'server 1700000000 /x\n'])('%j is refused', (text) => {
  expect(() => read(editorServers, text)).toThrow()
})

test.each(['file x /y\nlooked\n', 'file 1700000000 /y\n'])('%j is refused as well', (text) => {
  expect(() => read(stateFiles, text)).toThrow()
})

test.each(['memory a\nlisted\n', 'memory a 1\n'])('%j is refused, too', (text) => {
  expect(() => read(workloadMemory, text)).toThrow()
})
