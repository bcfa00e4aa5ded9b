import { expect, test } from 'vitest'
import { dockerVolumes } from './docker-volumes.ts'
import { read } from './text/answer.ts'

const volume = (options: string, ephemeral = '') =>
  `{"name":"data","driver":"local","options":${options},"path":"/var/lib/docker/volumes/data/_data","project":"app","key":"data","ephemeral":"${ephemeral}"}\n`

test('a volume lies where its links end', () => {
  expect(read(dockerVolumes, `${volume('{"type":"nfs"}', 'true')}/srv/data\nlisted\n`)).toEqual([
    {
      name: 'data',
      driver: 'local',
      options: { type: 'nfs' },
      path: '/srv/data',
      project: 'app',
      key: 'data',
      isEphemeral: true,
    },
  ])
})

test('one without a folder keeps the place that the engine names', () => {
  const [found] = read(dockerVolumes, `${volume('null')}\nlisted\n`)
  expect(found).toMatchObject({ options: {}, path: '/var/lib/docker/volumes/data/_data' })
})

test('no volume at all', () => {
  expect(read(dockerVolumes, 'listed\n')).toEqual([])
})

test.each([volume('null'), `${volume('null')}listed\n`])('%j is refused', (text) => {
  expect(() => read(dockerVolumes, text)).toThrow()
})
