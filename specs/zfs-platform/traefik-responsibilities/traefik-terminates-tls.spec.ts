import { all, control, every, that } from '#harness'
import { entryAt, publicRouters } from './routes.ts'

control(
  'Every name is served over TLS, with a certificate that clients trust',
  {
    statement: 'ZF-62',
    impact: 'high',

    kind: 'exposure',
    standards: ['SC-8', 'SC-13', 'SC-23'],
    remedy:
      'Have the authority of the lab certify every name, and list the certificates under `tls:` in the file provider; redirect the entry point web to websecure.',
  },
  (views) => {
    const { ageSeconds, lab, parameter, vantage } = views
    const left = parameter.seconds('p.tls.min_left')
    const secure = entryAt(views, 443)
    const plain = lab.traefik.entryPoints.find((entry) => entry.port === 80)
    const pages = vantage('lan').gatewayPages

    all(
      () =>
        every(
          publicRouters(views),
          'is on the secure entry point, with TLS',
          ({ entryPoints, hasTls }) => hasTls && entryPoints.every((entry) => entry === secure),
        ),
      () => that(plain?.redirectsTo === secure, 'port 80 sends everybody on', plain),
      // A name without a certificate gets the one that Traefik makes for itself.
      () =>
        every(
          pages
            .filter(({ kind }) => kind === 'secure')
            .map(({ name, certificate, error }) => ({ name, certificate, error })),
          'shows a certificate that is trusted, for its name, for a while yet',
          ({ certificate }) =>
            certificate?.valid === true && -ageSeconds(certificate.notAfter) > left,
        ),
      () =>
        every(
          pages
            .filter(({ kind }) => kind === 'plain')
            .map(({ name, status, location }) => ({ name, status, location })),
          'is sent on to https',
          ({ name, status = 0, location = '' }) =>
            status >= 301 && status <= 308 && location.startsWith(`https://${name}/`),
        ),
    )
  },
)
