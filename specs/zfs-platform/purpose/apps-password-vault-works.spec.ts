import { all, control, every, that } from '#harness'
import { canary } from './canary.ts'

control(
  'A vault can be unlocked, and gives back the entry that was stored, over trusted TLS',
  {
    statement: 'ZF-74',
    impact: 'critical',

    kind: 'configuration',
    standards: ['IA-5', 'SC-28'],
    remedy:
      'See the record of the canary `password-vault` and `docker logs vaultwarden`; clients refuse plain http, so that a bad certificate is an outage.',
  },
  (views) => {
    const { isRecent, step } = canary(views, 'password-vault')
    const names = views
      .need('gateway')
      .routes.filter(({ service }) => service === 'vaultwarden')
      .map(({ name }) => name)

    all(
      isRecent,
      () => that(step('login').status === 200, 'the account is let in', step('login')),
      () =>
        that(
          step('sync').status === 200 &&
            step('sync').sha256 !== undefined &&
            step('sync').sha256 === step('store').sha256,
          'the entry comes back as it was stored',
          { stored: step('store'), back: step('sync') },
        ),
      () =>
        every(
          views
            .vantage('lan')
            .gatewayPages.filter(({ kind, name }) => kind === 'secure' && names.includes(name))
            .map(({ name, certificate, error }) => ({ name, certificate, error })),
          'shows a certificate that is trusted',
          ({ certificate }) => certificate?.valid === true,
        ),
    )
  },
)
