import { all, control, every, none, that, the } from '#harness'

control(
  'The GPU answers inside the compute VM, with one driver and without errors',
  {
    statement: 'ZT-39',
    impact: 'high',
    kind: 'placement',
    standards: ['CM-6', 'SI-13', 'SI-2'],
    remedy:
      'See `nvidia-smi` and `journalctl -k -b | grep -i nvrm` in the VM; after an update of the driver, reboot the VM; after an Xid, stop and start it, and look the code up.',
    subject: 'gpu',
  },
  ({ host, inventory, lab, need, parameter }) => {
    const wanted = need('gpu')
    const vm = the(inventory.hosts, `host ${wanted.host}`, ({ name }) => name === wanted.host)
    const inside = host(vm.name)
    const accepted = parameter.words('p.gpu.accepted_xid')

    all(
      () => {
        const { status, gpus } = inside.gpu
        that(status === 0, 'the driver answers', { host: vm.name, status })
        that(gpus.length >= parameter.number('p.gpu.count'), 'there are enough GPUs', { gpus })
        the(gpus, `GPU ${wanted.uuid}`, ({ uuid }) => uuid === wanted.uuid)
        every(
          gpus,
          'says its memory, temperature and load',
          ({ memoryMiB, temperatureCelsius, utilizationPercent }) =>
            ![memoryMiB, temperatureCelsius, utilizationPercent].includes(undefined),
        )
        every(
          gpus.map(({ uuid, driver }) => ({ uuid, driver, module: inside.gpuDriver.module })),
          'is driven by libraries and a kernel module of one version',
          ({ driver, module }) => driver === module,
        )
      },
      () => {
        const { devices } = inside.gpuDriver
        that(
          devices.some(({ driver }) => driver === 'nvidia'),
          'the driver holds the device',
          { host: vm.name, devices },
        )
      },
      () =>
        none(
          inside.gpuDriver.errors,
          'was reported by the GPU since the boot',
          ({ code }) => !accepted.includes(String(code)),
        ),
      () => {
        const { type } = the(lab.guests, `guest ${vm.vmid}`, ({ vmid }) => vmid === vm.vmid)
        that(type === 'qemu', 'it is a VM that has the GPU, not a container', {
          vmid: vm.vmid,
          type,
        })
      },
    )
  },
)
