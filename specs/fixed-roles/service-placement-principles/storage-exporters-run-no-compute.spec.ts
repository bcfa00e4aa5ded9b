import { all, control, isInNetwork, none } from '#harness'

control(
  'Who offers storage to others runs no application, and who runs applications offers no storage',
  {
    statement: 'FR-49',
    impact: 'high',
    kind: 'isolation',
    standards: ['AC-5', 'SC-2', 'SC-3'],
    remedy:
      'Move the export to the storage machine, or bind it to loopback or a network of containers; on the hypervisor, local disks are no export.',
  },
  ({ host, hosts, need, parameter }) => {
    const ports = parameter.words('p.storage.export_ports').map(Number)
    const program =
      /^(smbd|nfsd|rpc\.mountd|ganesha\.nfsd|minio|garage|seaweedfs|weed|radosgw|tgtd|rsync|vsftpd|proftpd|afpd|glusterfsd|ksmbd.*)$/
    const compute = hosts('hypervisor', 'development', 'access', 'service', 'monitoring')
    // Networks of containers are of these addresses, unless the LAN is.
    const isOffered = (address: string) =>
      isInNetwork(address, need('network').lan) ||
      !/^(127\.|::1$|172\.(1[6-9]|2\d|3[01])\.)/.test(address)
    all(
      ...compute.map(({ name }) => () => {
        none(
          host(name).listeners.map((it) => ({ host: name, ...it })),
          'offers storage to others',
          ({ address, port, programs = [] }) =>
            isOffered(address) && (ports.includes(port) || programs.some((it) => program.test(it))),
        )
      }),
      // The kernel serves NFS without a program, and an object store may hide behind a proxy.
      ...hosts('service', 'monitoring').map(({ name }) => () => {
        none(
          host(name).workloads.map(({ image, name: container }) => ({
            host: name,
            container,
            image,
          })),
          'is a container that offers storage',
          ({ image }) =>
            /(^|\/)(minio|garage|seaweedfs|rustfs|versitygw|ceph|samba|nfs-server|nfs-ganesha|vsftpd|proftpd|sftp|sftpgo|rclone|webdav)([^/]*)$/.test(
              image,
            ),
        )
      }),
      ...hosts('hypervisor').map(({ name }) => () => {
        none(
          host(name).processes,
          'serves files in some namespace',
          (it) => program.test(it.name) || program.test(it.program.split('/').at(-1) ?? ''),
        )
      }),
    )
  },
)
