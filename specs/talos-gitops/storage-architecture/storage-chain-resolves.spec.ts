import { all, control, every, saw, that, the } from '#harness'

control(
  'Each claim can be followed, link by link, down to a ZFS pool of the hypervisor',
  {
    statement: 'TG-66',
    impact: 'medium',
    kind: 'storage',
    standards: ['CM-8', 'PL-8'],
    remedy:
      'See which link is missing: volume, replica, node, VM or the storage of its disk; a disk of a storage node belongs on a storage of type zfspool.',
  },
  ({ lab, need }) => {
    const { node } = need('pve')
    const { items, ...look } = lab.kubeClaims
    all(
      ...items
        .filter(({ phase }) => phase === 'Bound')
        .map((claim) => () => {
          const what = `${claim.namespace}/${claim.name}`
          const { handle } = the(
            lab.kubeVolumes,
            `volume of ${what}`,
            ({ name }) => name === claim.volume,
          )
          const volume = the(
            lab.longhornVolumes,
            `Longhorn volume of ${what}`,
            ({ name }) => name === handle,
          )
          const replicas = {
            ...lab.longhornReplicas,
            items: lab.longhornReplicas.items.filter((replica) => replica.volume === volume.name),
          }
          that(replicas.items.length > 0, 'a copy of it exists', {
            claim: what,
            volume: volume.name,
          })
          every(replicas, `keeps ${what} on a ZFS pool`, (replica) => {
            const { machineUuid } = the(
              lab.kubeNodes,
              `node of ${what}`,
              ({ name }) => name === replica.node,
            )
            const { options } = the(lab.guestConfigs, `VM of ${replica.node}`, (guest) =>
              (guest.options.smbios1 ?? '').toLowerCase().includes(`uuid=${machineUuid}`),
            )
            const storages = Object.entries(options)
              .filter(
                ([key, value]) =>
                  /^(scsi|virtio|sata)\d+$/.test(key) && !/(^none|,media=cdrom)/.test(value),
              )
              .map(([, value]) => value.split(':')[0])
            return (
              replica.diskPath !== '' &&
              storages.length > 0 &&
              storages.every((storage) =>
                saw(
                  lab.proxmoxStorages,
                  (one) => one.name === storage && one.node === node && one.type === 'zfspool',
                ),
              )
            )
          })
        }),
      () =>
        every(
          {
            ...look,
            items: items.map(({ name, namespace, phase, volume }) => ({
              claim: `${namespace}/${name}`,
              phase,
              volume,
            })),
          },
          'begins the way',
          ({ phase, volume }) => phase === 'Bound' && volume !== undefined,
        ),
    )
  },
)
