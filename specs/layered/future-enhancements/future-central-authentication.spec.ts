import { all, control, every, none } from '#harness'

control(
  'Every service takes the central login, and no password of its own',
  {
    statement: 'LA-92',
    impact: 'medium',
    strength: 'future',
    kind: 'identity',
    standards: ['IA-2', 'AC-2(1)', 'IA-8', 'CIS-12.5', 'CIS-6.7'],
    remedy:
      'Switch the service’s own login off (OIDC or the proxy’s header instead), and keep one account for emergencies.',
    subject: 'central-auth',
  },
  ({ lab, need }) => {
    const { names, portal } = need('proxy')
    const used = names.filter(({ name, access }) => name !== portal && access !== 'public')
    const of = (kind: string, name: string) =>
      lab.canaryTrails.sent.filter((it) => it.kind === kind && it.name === name)

    all(
      () =>
        every(
          used,
          'was asked with an account of its own',
          ({ name }) => of('local-login', name).length > 0,
        ),
      () =>
        none(
          used.flatMap(({ name }) =>
            of('local-login', name).map(({ id, status, sawService }) => ({
              name,
              id,
              status,
              sawService,
            })),
          ),
          'lets in by a password of its own',
          ({ status = 0, sawService }) => sawService === true || (status >= 200 && status < 300),
        ),
      () =>
        every(used, 'lets in who has logged in centrally', ({ name }) =>
          of('login', name).some(({ status, sawService }) => status === 200 && sawService === true),
        ),
    )
  },
)
