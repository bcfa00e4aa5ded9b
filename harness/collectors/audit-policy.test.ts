import { expect, test } from 'vitest'
import { auditPolicy } from './audit-policy.ts'
import { inventory } from './text/stage.ts'

const read = (files: Readonly<Record<string, string>>) =>
  auditPolicy.read(
    { list: async () => Object.keys(files), read: async (path) => files[path] ?? '' },
    inventory,
  )
const policy = (rules: string) =>
  `cluster:\n  apiServer:\n    auditPolicy:\n      kind: Policy\n      rules: ${rules}\n`

test('rules are kept in their order', async () => {
  const { rules } = await read({
    'talos/patch.yaml': 'machine: {}',
    'talos/controlplane.yaml': policy(
      '[{ level: None, verbs: [get], resources: [{ resources: [leases], group: coordination.k8s.io }] }, { level: Metadata }]',
    ),
  })
  expect(rules).toMatchObject([
    {
      level: 'None',
      verbs: ['get'],
      resources: [{ group: 'coordination.k8s.io', resources: ['leases'] }],
    },
    { level: 'Metadata', verbs: [], resources: [], users: [] },
  ])
})

test('stages that are left out count for every rule, and a rule may mean single objects', async () => {
  const { rules } = await read({
    'talos/a.yaml': `${policy('[{ level: Metadata, omitStages: [Panic], resources: [{ group: "", resources: [secrets], resourceNames: [db] }] }]')}      omitStages: [RequestReceived]\n`,
  })
  expect(rules).toMatchObject([
    { omitted: ['RequestReceived', 'Panic'], resources: [{ names: ['db'] }] },
  ])
})

test('none and two are both not one', async () => {
  await expect(read({ 'talos/a.yaml': 'machine: {}' })).rejects.toThrow('0 times')
  const twice = { 'talos/a.yaml': policy('[]'), 'talos/b.yaml': policy('[]') }
  await expect(read(twice)).rejects.toThrow('2 times')
})
