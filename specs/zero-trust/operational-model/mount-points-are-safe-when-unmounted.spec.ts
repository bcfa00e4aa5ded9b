import { all, control, every, the } from '#harness'
import { wantedMounts } from './mounts.ts'

control(
  'Nothing can be written where a disk or share is missing',
  {
    statement: 'ZT-63',
    impact: 'high',
    strength: 'target',
    kind: 'storage',
    standards: ['SI-13', 'SC-24', 'CM-6'],
    remedy:
      'Unmount, move leftovers away, `chattr +i <mount point>`, mount again, and put a mark on the disk: `touch <mount point>/.mounted-<name>`.',
  },
  ({ host, need }) => {
    const wanted = wantedMounts(need('storage'))
    const pointOf = (name: string, at: string) =>
      the(host(name).mountPoints, `mount point ${at} on ${name}`, ({ path }) => path === at)

    all(
      () =>
        every(wanted, 'takes no file while nothing is mounted', ({ host: name, path }) => {
          const { isImmutable, isMounted, leftovers } = pointOf(name, path)
          return isMounted || (isImmutable === true && leftovers === 0)
        }),
      () =>
        every(wanted, 'has a mark by which a writer knows the mount', ({ host: name, path }) => {
          const { isMounted, marks } = pointOf(name, path)
          return !isMounted || marks.length > 0
        }),
      () =>
        every(
          [...need('storage').dataDisks, ...need('storage').parityDisks],
          'has the mark of this very disk',
          ({ path }) => {
            const { isMounted, marks } = pointOf(need('storage').host, path)
            return !isMounted || marks.includes(`.mounted-${path.split('/').at(-1)}`)
          },
        ),
    )
  },
)
