import { expect, test } from 'vitest'
import { hostKeys } from './host-keys.ts'
import { read } from './text/answer.ts'

const KEY = `SHA256:${'a'.repeat(43)}`
const parse = (stdout: string) => read(hostKeys, stdout)

test('keys are told by their fingerprints', () => {
  expect(parse(`key ${KEY} ED25519\nlooked\n`)).toEqual([{ type: 'ED25519', fingerprint: KEY }])
})

test('no key, a look cut short, or another form, is not understood', () => {
  expect(() => parse('looked\n')).toThrow('did not come to its end')
  expect(() => parse(`key ${KEY} ED25519\n`)).toThrow('did not come to its end')
  expect(() => parse('256 MD5:aa:bb root@x (RSA)\nlooked\n')).toThrow('not described')
})
