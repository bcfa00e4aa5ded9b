import { expect, test } from 'vitest'
import { portalAnswers } from './portal-answers.ts'
import { read } from './text/answer.ts'

const said =
  'health {"status":"OK"}\nstate {"status":"OK","data":{"username":"","authentication_level":0}}\nstranger web.example 401\nold 404\nunread /etc/authelia/configuration.yml\nasked\n'

test('health, level and answers about strangers are read', () => {
  expect(read(portalAnswers, said)).toEqual({
    health: 'OK',
    strangersLevel: 0,
    strangers: [{ name: 'web.example', status: 401 }],
    oldEndpoint: 404,
    unread: ['/etc/authelia/configuration.yml'],
  })
})

test.each([[said.replace('old 404\n', '')], [said.replace('{"status":"OK"}', '<html>')]])(
  '%j is not understood',
  (stdout) => {
    expect(() => read(portalAnswers, stdout)).toThrow()
  },
)
