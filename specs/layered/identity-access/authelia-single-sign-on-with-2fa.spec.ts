import { all, control, every, none, that, the } from '#harness'

control(
  'Authelia is well, denies by default, and asks for the factors that each name needs',
  {
    statement: 'LA-54',
    impact: 'critical',
    kind: 'identity',
    standards: ['IA-2', 'IA-2(1)', 'IA-2(2)', 'AC-3', 'CIS-6.3', 'CIS-6.5', 'CIS-12.5'],
    remedy:
      'Set `default_policy: deny`, put the rule of the name first and without exceptions, deploy and restart Authelia; take out /api/verify.',
  },
  ({ host, lab, need }) => {
    const { host: proxy, names } = need('proxy')
    const { health, strangersLevel, strangers, oldEndpoint, unread } = host(proxy).portalAnswers
    const { defaultPolicy, rules } = lab.autheliaPolicy
    const { path, source } = the(need('iac').deployed, 'configuration of Authelia', (it) =>
      /authelia\/configuration\.ya?ml$/.test(it.path),
    )
    const first = (name: string) =>
      rules.find(({ domains }) =>
        domains.some((it) => it === name || (it.startsWith('*.') && name.endsWith(it.slice(1)))),
      )

    all(
      () =>
        that(health === 'OK' && strangersLevel === 0, 'it is well, and knows a stranger', {
          health,
          strangersLevel,
        }),
      () => that(defaultPolicy === 'deny', 'what no rule names is denied', { defaultPolicy }),
      () =>
        every(
          names.map(({ name, access }) => ({ name, access, rule: first(name) })),
          'is asked for what it needs, by the rule that comes first',
          ({ access, rule }) =>
            rule !== undefined &&
            !rule.isNarrower &&
            rule.policy === (access === 'public' ? 'bypass' : access),
        ),
      () =>
        every(
          names.filter(({ access }) => access !== 'public'),
          'is refused to a stranger',
          ({ name }) =>
            strangers.some((it) => it.name === name && [401, 302, 403].includes(it.status)),
        ),
      () =>
        none(
          [{ path: '/api/verify', status: oldEndpoint }],
          'answers in the old way',
          ({ status }) => status !== 404,
        ),
      // It reads its configuration when it is started, and then no more.
      () =>
        none(
          unread.map((file) => ({ file })),
          'was changed after it was started',
          () => true,
        ),
      // What is in the repository decides nothing unless it is what runs.
      () => {
        const there = host(proxy).deployedFiles.find((it) => it.path === path)?.sha256
        that(
          there !== undefined &&
            there === lab.trackedFiles.find((it) => it.path === source)?.sha256,
          'what is tracked is what is deployed',
          { path },
        )
      },
    )
  },
)
