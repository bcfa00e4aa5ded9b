import { all, control, none, that } from '#harness'

control(
  'Proxmox is a plain manager of guests: no cluster, high availability, replication, software-defined network or Ceph',
  {
    statement: 'FR-23',
    impact: 'low',
    strength: 'target',
    kind: 'configuration',
    standards: ['CM-7', 'CM-6'],
    remedy:
      'Remove what is set up (`ha-manager remove`, `pvesr delete`, Datacenter > SDN, `pveceph purge`), or record the decision and waive it.',
  },
  ({ lab }) => {
    const { ceph, replications, zones } = lab.proxmoxExtras
    const { cluster } = lab.proxmoxCluster
    all(
      () => none(lab.haResources, 'is kept available by the HA manager', () => true),
      () => none(replications, 'is a replication', () => true),
      () => none(zones, 'is a zone of a software-defined network', () => true),
      () => none(cluster ? [cluster] : [], 'is a cluster', () => true),
      () => that(ceph !== 'present', 'there is no Ceph', { ceph }),
    )
  },
)
