import { all, control, every, same, saw } from '#harness'

control(
  'Phones away from home use the three cloud services over the tailnet, under the names of the LAN',
  {
    statement: 'ZF-76',
    impact: 'medium',
    strength: 'target',
    kind: 'exposure',
    standards: ['AC-17', 'AC-19'],
    remedy:
      'Set the resolver of the LAN as a split DNS server of the tailnet, approve the route to 192.168.0.0/24, and have phones trust the authority of the lab.',
  },
  ({ inventory, vantage }) => {
    const apps = inventory.services.filter(({ host, remote }) => host === 'vm-apps' && remote)
    const { dnsAnswers, webAnswers } = vantage('tailnet')
    const atHome = vantage('lan').dnsAnswers

    all(
      () =>
        same(
          apps.map(({ name }) => name),
          ['nextcloud', 'vaultwarden', 'immich'],
          'services for phones',
        ),
      () =>
        every(
          apps.map(({ name, remote }) => {
            const answer = webAnswers.items.find(({ id }) => id === `health:${name}`)
            return {
              service: name,
              url: remote?.url,
              expect: remote?.expect,
              status: answer?.status,
              error: answer?.error,
              isTrusted: answer?.certificate?.valid === true,
            }
          }),
          'answers a phone, over TLS that it trusts',
          ({ service, expect, status, isTrusted }) =>
            saw(webAnswers, ({ id }) => id === `health:${service}`) &&
            status === expect &&
            isTrusted,
        ),
      () =>
        every(
          apps.map(({ name, remote }) => {
            const at = new URL(remote?.url ?? 'https://nowhere').hostname
            const of = (answers: typeof dnsAnswers) =>
              answers
                .filter((one) => one.name === at && one.type === 'A')
                .flatMap((one) => one.values)
            return { service: name, name: at, away: of(dnsAnswers), home: of(atHome) }
          }),
          'has the same name and address as at home',
          ({ away, home }) => away.length > 0 && away.join() === home.join(),
        ),
    )
  },
)
