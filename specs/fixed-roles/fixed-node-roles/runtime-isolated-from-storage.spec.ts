import { all, control, every, knownAs, naming, none } from '#harness'

control(
  'The runtime uses nothing of the storage machine, and that machine runs nothing for the runtime',
  {
    statement: 'FR-13',
    impact: 'high',
    kind: 'isolation',
    standards: ['SC-2', 'SC-32', 'AC-4'],
    remedy:
      'Unmount it and take it out of /etc/fstab, autofs and Datacenter > Storage; move the container from Rhea into a guest.',
  },
  ({ host, hosts, lab, need }) => {
    const storage = hosts('storage')
    const runtime = hosts('hypervisor', 'service', 'monitoring')
    const { stacks } = need('placement')
    const isFrom = naming(knownAs({ host }, storage))
    const engines = storage.filter(({ name }) => need('engines').includes(name))
    all(
      ...runtime.map(({ name }) => () => {
        none(
          host(name).mounts.map(({ fstype, path, source }) => ({
            host: name,
            fstype,
            path,
            source,
          })),
          'is mounted from the storage machine, or will be when somebody looks',
          ({ fstype, path, source }) =>
            isFrom(source) || (fstype === 'autofs' && path !== '/proc/sys/fs/binfmt_misc'),
        )
      }),
      // A volume is mounted while a container uses it, and no longer.
      ...runtime
        .filter(({ name }) => need('engines').includes(name))
        .map(({ name }) => () => {
          none(host(name).dockerVolumes, 'is a volume on the storage machine', ({ options }) =>
            Object.values(options).some(isFrom),
          )
        }),
      () =>
        none(
          lab.proxmoxStorages,
          'is a storage of the hypervisor that is on the storage machine',
          (it) => isFrom(it.server ?? '') || isFrom(it.path ?? ''),
        ),
      ...engines.map(({ name }) => () => {
        every(host(name).workloads, 'serves media or files', ({ project = 'none' }) =>
          stacks.some(
            (it) =>
              it.host === name && it.project === project && ['media', 'files'].includes(it.domain),
          ),
        )
      }),
    )
  },
)
