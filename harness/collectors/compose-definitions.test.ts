import { expect, test } from 'vitest'
import { composeDefinitions } from './compose-definitions.ts'
import { read } from './text/answer.ts'

const SUM = 'a'.repeat(64)
const HASH = 'b'.repeat(64)
const ANSWER = `project media\nfile ${SUM}  /opt/media/compose.yaml\nhash sonarr ${HASH}\nlisted\n`

test('files and digests of a project are read', () => {
  expect(read(composeDefinitions, ANSWER)).toEqual([
    {
      project: 'media',
      files: [{ path: '/opt/media/compose.yaml', sha256: SUM }],
      hashes: { sonarr: HASH },
    },
  ])
})

test.each([
  ['listed\n', '', 'no end'],
  ['file ', 'fill ', 'not described'],
  [`hash sonarr ${HASH}\n`, '', 'not described'],
  ['hash sonarr b', 'hash sonarr ', 'not described'],
])('an answer with %j made %j is refused', (from, to, says) => {
  expect(() => read(composeDefinitions, ANSWER.replace(from, to))).toThrow(says)
})
