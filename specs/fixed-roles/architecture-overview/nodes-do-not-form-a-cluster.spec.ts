import { all, control, every, none, same } from '#harness'

control(
  'No machine is joined to another: no cluster, and no swarm',
  {
    statement: 'FR-04',
    impact: 'medium',
    kind: 'topology',
    standards: ['SC-32', 'CM-2', 'PL-8'],
    remedy:
      '`docker swarm leave --force`; take the node out of the cluster as Proxmox describes it (separate a node without reinstalling), and remove /etc/pve/corosync.conf.',
  },
  ({ host, lab, need }) => {
    const { node } = need('pve')
    const { cluster, members } = lab.proxmoxCluster
    const machines = need('machines').map((it) => it.host)
    all(
      () =>
        same(
          members.map(({ name }) => name),
          [node],
          'nodes that Proxmox knows of',
        ),
      // A cluster of one is a cluster, and one that is stopped is one as well.
      () => none(cluster ? [cluster] : [], 'is a cluster', () => true),
      () =>
        every(
          need('engines').map((name) => ({ host: name, swarm: host(name).dockerInfo.swarm })),
          'is in no swarm',
          ({ swarm }) => swarm === 'inactive',
        ),
      ...machines.map((name) => () => {
        none(
          host(name).startUps.units.map((it) => ({ host: name, ...it })),
          'joins the machine to others',
          ({ unit }) =>
            /^(corosync|pacemaker|k3s|kubelet|nomad|consul|etcd|glusterd|ceph-|drbd|keepalived|patroni)/.test(
              unit,
            ),
        )
      }),
    )
  },
)
