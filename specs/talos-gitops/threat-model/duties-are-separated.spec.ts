import { all, control, every, none, that } from '#harness'
import { isAccount, isWide, reachesOf, reigns } from '../reach.ts'

control(
  'Who deploys, who administers the cluster and who administers Vault are different identities',
  {
    statement: 'TG-210',
    impact: 'medium',
    kind: 'identity',
    strength: 'target',
    standards: ['AC-5', 'AC-6'],
    remedy:
      'Give each duty an identity of its own; in a lab of one person, accept it by a waiver with an end.',
  },
  ({ lab }) => {
    const admins = reachesOf(lab).items.filter(
      (reach) => isWide(reach) && reigns(reach) && reach.subject !== 'Group system:masters',
    )
    const ruling = lab.vaultPolicies
      .filter(
        ({ name, rules }) =>
          name === 'root' ||
          rules.some(({ path, capabilities }) => path === '*' && capabilities.includes('sudo')),
      )
      .map(({ name }) => name)
    const keepers = lab.vaultPeople.filter(
      ({ isDisabled, policies }) =>
        !isDisabled && policies.some((policy) => ruling.includes(policy)),
    )

    all(
      () =>
        that(
          admins.some(isAccount) && admins.some((reach) => !isAccount(reach)),
          'the cluster has somebody who deploys and somebody who administers',
          admins.map(({ subject }) => subject),
        ),
      () =>
        every(
          keepers,
          'administers Vault and not the cluster',
          ({ aliases }) =>
            !aliases.some((alias) =>
              admins.some(
                ({ subject }) =>
                  subject.replace(/^(User|Group|ServiceAccount) ([a-z]+:)?/, '') === alias,
              ),
            ),
        ),
      () =>
        none(
          { ...lab.roleBindings, items: admins.filter((reach) => !isAccount(reach)) },
          'administers the cluster and deploys',
          ({ subject }) =>
            lab.roleBindings.items.some(
              ({ subjects, namespace }) =>
                namespace === 'argocd' &&
                subjects.some((one) => `${one.kind} ${one.name}` === subject),
            ),
        ),
    )
  },
)
