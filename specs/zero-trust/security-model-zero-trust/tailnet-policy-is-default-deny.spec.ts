import { all, control, every, none, same, that } from '#harness'

const everybody = /^(\*|.*:\*@.*|autogroup:(member|members|shared|danger-all|tagged))$/
const somebody = /^(group:.+|tag:.+|[^*:]+@[^*:]+|autogroup:(owner|admin|it-admin|network-admin))$/

control(
  'The tailnet policy grants named identities the ports they need, and its tests hold it to that',
  {
    statement: 'ZT-50',
    impact: 'critical',
    kind: 'identity',
    standards: ['AC-3', 'AC-4', 'AC-6', 'CM-3', 'CIS-6.8', 'CIS-3.3'],
    remedy:
      'Rewrite the rule in the policy file: a person, group or tag as source, a tag as target, single ports; add each of tailnet.flows to `tests`; commit it and apply that commit.',
  },
  ({ lab, need }) => {
    const { tailnetPolicy: policy } = lab
    const { flows, autoApprovers = {}, policy: file } = need('tailnet')
    const promises = flows.flatMap(({ src, accept, deny }) => [
      ...accept.map((to) => ({ src, to, must: 'accept' as const })),
      ...deny.map((to) => ({ src, to, must: 'deny' as const })),
    ])
    const approvals = (all: Readonly<Record<string, readonly string[]>>) =>
      Object.entries(all).flatMap(([route, who]) => who.map((one) => `${route} by ${one}`))
    all(
      () => that(policy.hasRules, 'it has rules: without any, everybody reaches everything', file),
      () =>
        none(policy.rules, 'lets in who is not named', ({ from }) =>
          from.some((source) => !somebody.test(source)),
        ),
      () =>
        none(policy.rules, 'leads to more than servers with a tag', ({ to }) =>
          to.some((target) => !target.startsWith('tag:')),
        ),
      () =>
        none(policy.rules, 'opens more than single ports', ({ ports }) =>
          ports.some((port) => !/^\d+$/.test(port)),
        ),
      () =>
        none(
          policy.ssh,
          'lets people log in who are neither named nor asked again',
          ({ action, from }) => action !== 'check' && from.some((source) => !somebody.test(source)),
        ),
      () =>
        none(
          Object.entries(policy.tagOwners).map(([tag, owners]) => ({ tag, owners })),
          'can be taken on by anybody',
          ({ owners }) => owners.some((owner) => everybody.test(owner)),
        ),
      () =>
        same(
          approvals(policy.autoApprovers),
          approvals(autoApprovers),
          'routes approved without being asked',
        ),
      () =>
        every(promises, 'is held by a test of the policy', ({ src, to, must }) =>
          policy.tests.some((test) => test.src === src && test[must].includes(to)),
        ),
      () =>
        that(
          policy.canonical === lab.tailnetPolicyFile.canonical,
          'the policy in force is the one that is committed',
          { file },
        ),
    )
  },
)
