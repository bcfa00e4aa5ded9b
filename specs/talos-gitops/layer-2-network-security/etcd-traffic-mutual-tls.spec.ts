import { all, control, every, known } from '#harness'

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
        every(
          {
            ...lab.apiServerFlags,
            items: lab.apiServerFlags.items.map(({ pod, flags }) => ({
              pod,
              servers: flags['etcd-servers'],
              files: FILES.map((name) => flags[name]),
            })),
          },
          'talks to etcd with a certificate',
          ({ servers, files }) =>
            (servers ?? '').split(',').every((url) => url.startsWith('https://')) &&
            files.every((file) => file !== undefined && file !== ''),
        ),
      () => {
        const etcd = host(need('tls').from).tlsEndpoints.endpoints.filter(
          ({ stranger }) => stranger !== undefined,
        )
        known(
          !etcd.some(({ stranger }) => stranger === 'silent'),
          'etcd is silent from there: nobody can tell whether it refuses strangers',
        )
        every(etcd, 'refuses who has no certificate', ({ stranger }) => stranger === 'refused')
      },
    ),
)
