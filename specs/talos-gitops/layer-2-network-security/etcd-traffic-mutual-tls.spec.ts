import { all, control, every, that, Unverifiable } from '#harness'

const FILES = ['etcd-cafile', 'etcd-certfile', 'etcd-keyfile']

control(
  'The API server and etcd know each other by certificates, and etcd refuses strangers',
  {
    statement: 'TG-192',
    impact: 'high',
    kind: 'exposure',
    standards: ['SC-8', 'IA-3'],
    remedy:
      'Keep `--etcd-cafile`, `--etcd-certfile` and `--etcd-keyfile` at the API server, and client certificates at etcd.',
  },
  ({ host, lab, need }) =>
    all(
      () =>
        that(lab.apiServerFlags.complete, 'every API server was asked', lab.apiServerFlags.because),
      () =>
        every(
          lab.apiServerFlags.items.map(({ pod, flags }) => ({
            pod,
            servers: flags['etcd-servers'],
            files: FILES.map((name) => flags[name]),
          })),
          'talks to etcd with a certificate',
          ({ servers, files }) =>
            (servers ?? '').split(',').every((url) => url.startsWith('https://')) &&
            files.every((file) => file !== undefined && file !== ''),
        ),
      () => {
        const etcd = host(need('tls').from).tlsEndpoints.endpoints.filter(
          ({ stranger }) => stranger !== undefined,
        )
        if (etcd.some(({ stranger }) => stranger === 'silent'))
          throw new Unverifiable(
            'etcd is silent from there: nobody can tell whether it refuses strangers',
          )
        every(etcd, 'refuses who has no certificate', ({ stranger }) => stranger === 'refused')
      },
    ),
)
