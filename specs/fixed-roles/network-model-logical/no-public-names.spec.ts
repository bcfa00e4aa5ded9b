import { all, control, none } from '#harness'

control(
  'No public name leads to the site but by decision, and none tells its private addresses',
  {
    statement: 'FR-56',
    impact: 'medium',
    strength: 'target',
    kind: 'exposure',
    standards: ['SC-7', 'SC-20'],
    remedy:
      'Remove the record at the provider of the zone; a name that has to be public is named in a decision as `name:<name>`.',
    subject: 'public-names',
  },
  ({ host, hosts, lab, need, vantage }) => {
    const { domains, wanIpv4, wanIpv6 } = need('network')
    const accepted = lab.decisionRecords.filter(({ status }) => status === 'accepted')
    const replaced = accepted.flatMap(({ supersedes }) => supersedes)
    const decided = accepted
      .filter(({ id }) => !replaced.includes(id))
      .flatMap(({ scope }) => scope)
    const answers = vantage('internet').dnsAnswers
    const ours = hosts()
      .flatMap(({ name }) => host(name).addresses)
      .filter(({ isPublic }) => isPublic)
      .map(({ address }) => address)
    const isPrivate = (value: string) =>
      /^(10\.|192\.168\.|172\.(1[6-9]|2\d|3[01])\.|100\.(6[4-9]|[7-9]\d|1[01]\d|12[0-7])\.|127\.|f[cd]|fe80|169\.254\.|::1$)/i.test(
        value,
      )
    all(
      () => {
        const because =
          'network.domains names none of the site’s own: say so under `absent` if there is none'
        none({ items: [], complete: domains.length > 0, because }, 'leads to the site', () => true)
      },
      () =>
        none(
          answers,
          'leads to the site, and nobody decided so',
          ({ name, values }) =>
            values.some((it) => [...ours, ...wanIpv4, ...wanIpv6].includes(it)) &&
            !decided.includes(`name:${name}`),
        ),
      () =>
        none(answers, 'tells a private address to everybody', ({ values }) =>
          values.some(isPrivate),
        ),
      () =>
        none(
          answers,
          'is another name of something outside, that may lead back',
          ({ name, type, values }) =>
            type === 'CNAME' && values.length > 0 && !decided.includes(`name:${name}`),
        ),
    )
  },
)
