import { all, control, every, same, that, the } from '#harness'
import { branchesMeant } from './drives.ts'

control(
  'The pool is a live mergerfs of the declared disks, at run time as in fstab',
  {
    statement: 'ZT-35',
    impact: 'high',
    kind: 'storage',
    standards: ['CM-6', 'CP-9', 'SC-36'],
    remedy:
      'Correct the mergerfs line in /etc/fstab on the storage VM, then `umount` the pool and `systemctl restart` its mount unit: what setfattr changed is lost at the next boot.',
  },
  ({ host, need, parameter }) => {
    const storage = need('storage')
    const server = host(storage.host)
    const at = ({ path }: { path: string }) => path === storage.pool
    const pool = the(server.pool, `mounted pool at ${storage.pool}`, at)
    const branches = pool.branches.map(({ path }) => path)
    const policies = parameter.words('p.mergerfs.create_policy')

    that(pool.isAlive, 'the process behind the pool answers', pool)
    all(
      () => {
        const mount = the(server.mounts, `mount at ${storage.pool}`, at)
        that(
          mount.fstype === 'fuse.mergerfs' && mount.options.includes('rw'),
          'it can be written',
          {
            ...mount,
          },
        )
      },
      () =>
        same(
          branches,
          storage.dataDisks.map(({ path }) => path),
          'branches',
        ),
      () => every(pool.branches, 'takes new files', ({ mode }) => mode === 'RW'),
      () =>
        that(policies.includes(pool.createPolicy ?? ''), 'new files go where is most room', {
          createPolicy: pool.createPolicy,
        }),
      () =>
        that(
          (pool.minFreeBytes ?? 0) >= parameter.bytes('p.mergerfs.min_free'),
          'every disk keeps enough room',
          { minFreeBytes: pool.minFreeBytes },
        ),
      () => {
        const line = the(server.fstab, `fstab line for ${storage.pool}`, at)
        that(/^(?:fuse\.)?mergerfs$/.test(line.fstype), 'fstab declares mergerfs', line)
        same(branches, branchesMeant(line.source, server.mounts), 'branches by fstab')
      },
    )
  },
)
