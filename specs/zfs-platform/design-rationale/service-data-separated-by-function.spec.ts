import { all, control, none } from '#harness'
import { keptOf, wayOf } from './ways.ts'

/** Which datasets of services a machine mounts: its own, and never the one above them. */
const MAY: Readonly<Record<string, readonly string[]>> = {
  'vm-infra': ['tank/services/infra', 'tank/services/monitoring'],
  'vm-apps': ['tank/services/apps'],
  'vm-media': ['tank/services/media', 'tank/services/downloads'],
  'vm-games': [],
  'vm-dev': ['tank/services/dev'],
}

control(
  'A container keeps its state in one dataset of services, and a machine reaches only its own',
  {
    statement: 'ZF-35',
    impact: 'high',
    kind: 'storage',
    standards: ['SC-32', 'CP-9', 'AC-6'],
    remedy:
      'Mount each dataset of services by itself, into its machine alone: `qm set <vmid> --virtiofs0 <mapping>`; move what a container keeps elsewhere.',
  },
  ({ host, hosts, inventory, lab, need }) => {
    const { paths = [] } = need('zfs')
    const { node } = need('pve')
    const machines = hosts('compute').map(({ name }) => name)
    const folderOf = (tag: string) =>
      lab.dirMappings.find(({ id }) => id === tag)?.paths[node]?.replace(/^\//, '')
    const exported = (source: string) => {
      const [address, folder = ''] = source.split(':')
      const server = inventory.hosts.find((one) => one.address === address || one.name === address)
      return wayOf(paths, server?.name ?? '', folder)?.dataset
    }

    all(
      ...machines.map(
        (name) => () =>
          none(
            host(name)
              .mounts.filter(({ fstype }) => fstype === 'virtiofs')
              .map(({ source }) => ({ host: name, tag: source, dataset: folderOf(source) })),
            'is a dataset that this machine may not have',
            ({ dataset = '' }) => !MAY[name]?.includes(dataset),
          ),
      ),
      ...machines.map(
        (name) => () =>
          none(
            host(name)
              .mounts.filter(({ fstype }) =>
                /^(nfs|cifs|smb3|9p|ceph|fuse\.(sshfs|rclone))/.test(fstype),
              )
              .map(({ source }) => ({ host: name, source, dataset: exported(source) })),
            'brings something else than media over the network',
            ({ dataset = '' }) => !dataset.startsWith('tank/media/'),
          ),
      ),
      // Downloads are handed over: whoever collects them has them beside its own state.
      ...machines.map(
        (name) => () =>
          none(
            host(name).containers.map((container) => ({
              host: name,
              container: container.name,
              datasets: [
                ...new Set(
                  keptOf(container).map(({ source }) => wayOf(paths, name, source)?.dataset ?? ''),
                ),
              ].filter(
                (dataset) =>
                  dataset.startsWith('tank/services/') && dataset !== 'tank/services/downloads',
              ),
            })),
            'keeps its state in two datasets of services',
            ({ datasets }) => datasets.length > 1,
          ),
      ),
    )
  },
)
