import { all, control, every, none } from '#harness'

control(
  'From vm-dev, nobody can change what people depend on',
  {
    statement: 'ZF-08',
    impact: 'high',
    strength: 'target',
    kind: 'isolation',
    standards: ['SC-7', 'AC-4', 'AC-6', 'CIS-16.8'],
    remedy:
      'Close the port in the firewall of the guest, remove the key of vm-dev from authorized_keys elsewhere, and mount nothing there but tank/services/dev.',
  },
  ({ host, hosts, lab, need, parameter }) => {
    const ports = parameter.words('p.dev.forbidden_ports').map(Number)
    const others = hosts().filter(({ name }) => name !== 'vm-dev')
    const { items, ...whole } = host('vm-dev').reachable
    const ways = (need('zfs').paths ?? []).filter((way) => way.host === 'vm-dev')
    const folderOf = (tag: string) =>
      lab.dirMappings.find(({ id }) => id === tag)?.paths[need('pve').node]
    const keys = () => host('vm-dev').ownKeys

    all(
      () =>
        none(
          { ...whole, items: items.map((reached) => ({ from: 'vm-dev', ...reached })) },
          'lets somebody in who manages it',
          ({ to, port }) => to !== 'vm-dev' && ports.includes(port),
        ),
      () => none({ ...keys(), items: [] }, 'is a key that nobody could read', () => true),
      ...others.map(({ name }) => () => {
        const { items: authorised, ...rest } = host(name).authorizedKeys
        none(
          { ...rest, items: authorised.map((key) => ({ host: name, ...key })) },
          'lets a key of vm-dev in',
          ({ fingerprint }) => keys().items.some((own) => own.fingerprint === fingerprint),
        )
      }),
      () =>
        every(
          ways.map(({ path, dataset }) => ({ path, dataset })),
          'is storage for development',
          ({ dataset }) => /^tank\/services\/dev(\/|$)/.test(dataset),
        ),
      () =>
        none(
          host('vm-dev')
            .mounts.filter(({ fstype }) => /^(nfs|cifs|virtiofs|9p|fuse\.sshfs)/.test(fstype))
            .map(({ path, source, options }) => ({ path, source, options })),
          'is storage of somebody else, and can be written to',
          ({ path, source, options }) =>
            options.includes('rw') &&
            !ways.some((way) => way.path === path && folderOf(source) === `/${way.dataset}`),
        ),
      () =>
        none(
          host('vm-dev').dockerContexts,
          'is a way to another engine',
          ({ endpoint }) => !endpoint.startsWith('unix:///var/run/docker.sock'),
        ),
    )
  },
)
