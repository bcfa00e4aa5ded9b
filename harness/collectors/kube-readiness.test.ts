import { expect, test } from 'vitest'
import { kubeReadiness } from './kube-readiness.ts'
import { kubeVersion } from './kube-version.ts'
import { answering } from './text/answers.ts'
import { inventory } from './text/stage.ts'

const said = (status: number, text: string) => {
  const raw = async () => ({ status, contentType: 'text/plain', text })
  return kubeReadiness.read(
    Object.assign(async () => undefined, { raw }),
    inventory,
  )
}

test('every part says how it is, whatever the status', async () => {
  const { ready } = await said(
    500,
    '[+]ping ok\n[-]etcd failed: reason withheld\nreadyz check failed\n',
  )
  expect(ready).toEqual({
    status: 500,
    parts: [
      { name: 'ping', isOk: true },
      { name: 'etcd', isOk: false },
    ],
  })
})

test('an answer without parts is none', async () => {
  for (const [status, text] of [
    [200, 'ok'],
    [403, '[+]ping ok'],
    [401, ''],
  ] as const)
    await expect(said(status, text)).rejects.toThrow(`${status}`)
})

test('a release is read from its name, not from fields with a plus sign', async () => {
  const version = (gitVersion: string) =>
    kubeVersion.read(answering({ '/version': { gitVersion, major: '1', minor: '34+' } }), inventory)
  expect(await version('v1.34.2+k3s1')).toEqual({ release: 'v1.34.2+k3s1', major: 1, minor: 34 })
  await expect(version('latest')).rejects.toThrow('no release')
})
