import { all, control, every, same } from '#harness'

control(
  'Each system container is given little memory, and needs less',
  {
    statement: 'ZF-49',
    impact: 'low',
    strength: 'target',
    kind: 'sizing',
    standards: ['SC-6'],
    remedy: 'Lower `memory` with `pct set`, after looking at what in the container needs so much.',
  },
  ({ host, hosts, lab, parameter }) => {
    const most = parameter.bytes('p.lxc.max_memory')
    const containers = lab.guestConfigs.items.filter(({ type }) => type === 'lxc')
    const measured = hosts('hypervisor').flatMap(({ name }) => host(name).containerMemory)

    all(
      () =>
        same(
          measured.map(({ vmid }) => String(vmid)),
          containers.map(({ vmid }) => String(vmid)),
          'containers with memory',
        ),
      () =>
        every(
          measured.map((one) => ({
            ...one,
            configuredMiB: Number(
              containers.find(({ vmid }) => vmid === one.vmid)?.options.memory ?? 512,
            ),
          })),
          'is held by the kernel to what is configured, which is little, and needs less',
          ({ limitBytes = Number.POSITIVE_INFINITY, workingBytes, configuredMiB }) =>
            limitBytes === configuredMiB * 2 ** 20 &&
            limitBytes <= most &&
            workingBytes < limitBytes * 0.8,
        ),
    )
  },
)
